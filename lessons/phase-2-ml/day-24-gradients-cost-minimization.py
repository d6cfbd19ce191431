# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Downhill in the fog: gradients and cost minimization
#
# **The question of the day.** How do you find the lowest point of a landscape that you cannot see, when it has more directions than north and east?
#
# *After today you can* measure the slope of a cost in every direction at once;
# walk downhill with a step that neither creeps nor runs away;
# train a model that turns a score into a probability, and say what that cost.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close your older notebooks and take a pencil. Retrieving an answer, even a wrong one, fixes it better than reading it again. Unfold an answer only after you have written yours.
#
# **Yesterday (day 23).** A cost is $C(w) = (w^2 - 4)^2$. Measure its slope at $w = 1$ by the central slope with $h = 1$. Which way is downhill from there? Where are its minima, and is the curve convex?
#
# <details><summary>Answer</summary>
#
# $C(2) = 0$ and $C(0) = 16$, so the slope is $(0 - 16)/2 = -8$: downhill is to the right. The minima lie at 2 and −2, both of height 0. It is not convex: the chord between them lies at 0, the curve at $w = 0$ far above it, at 16.
#
# </details>

# %% [markdown]
# **A week ago (day 17).** A cloud has the covariance matrix with rows $(6, 2)$ and $(2, 3)$. How large is the variance along $(2, 1)$, and along $(1, -2)$? What do the two add up to?
#
# <details><summary>Answer</summary>
#
# $\mathbf{u} \cdot \mathbf{S}\mathbf{u}$ over $\mathbf{u} \cdot \mathbf{u}$ gives $35/5 = 7$ and $10/5 = 2$. They add up to 9, and so do the variances 6 and 3 on the diagonal.
#
# </details>
#
# **Before that (day 3).** One forecast gave probability 1/2 to what then happened, another 1/8. How large is each surprise in bits, and their mean?
#
# <details><summary>Answer</summary>
#
# $-\log_2 \tfrac12 = 1$ and $-\log_2 \tfrac18 = 3$ bits; the mean is 2. You need the mean surprise, with natural logarithms, in part 3.
#
# </details>

# %% author=true
C = lambda w: (w**2 - 4) ** 2
assert (C(2) - C(0)) / 2 == -8 and C(-2) == C(2) == 0 and C(0) == 16

# %% [markdown]
# Now a warm-up that is graded. First the tools of the day. `log_add` is your sum of two exponentials under a logarithm (day 4), `sigmoid` the S-shaped curve of day 7.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.drawings import arrow, contours
from log2attn.learn.style import BLUE, INK, VERMILLION
from log2attn.toolbox import log_add, sigmoid

# %% author=true
S = np.array([[3, 1], [1, 3]])
assert [u @ S @ u / (u @ u) for u in np.array([[1, 1], [1, -1]])] == [4, 2] and np.trace(S) == 6
assert np.log2([2, 8]).mean() == 2

# %% [markdown]
# ### Exercise · How much of the cloud lies along an arrow
#
# *1 point · about 5 minutes · needs the variance along a direction (day 17)*
#
# A variance alone says little; its share of the whole says much. The variances of the columns, on the diagonal of $\mathbf{S}$, add up to the total variance of the cloud. `np.trace(S)` adds the diagonal.
#
# **Before you code.** For the cloud of the question above: which share of the total lies along $(2, 1)$? And along $(4, 2)$?
#
# <details><summary>Answer</summary>
#
# 7 of 9, both times: a direction has no length.
#
# </details>
#
# **Your task.** Write `review_24(S, u)`, the share of the total variance that lies along $\mathbf{u}$. The arrow $\mathbf{u}$ may have any length but 0. One or two lines are enough.


# %% exercise="d24-review"
def review_24(S: np.ndarray, u: np.ndarray) -> float:
    """The share of a cloud's total variance that lies along a direction.

    S        (D, D)  covariance matrix, not all 0
    u        (D,)    a direction, of any length but 0
    returns  a number from 0 to 1

    >>> S = np.array([[4.0, 0.0], [0.0, 1.0]])
    >>> round(float(review_24(S, np.array([3.0, 0.0]))), 6)
    0.8
    """
    ### BEGIN SOLUTION
    u = u / np.linalg.norm(u)
    return u @ S @ u / np.trace(S)
    ### END SOLUTION

# %% visible="d24-review" points=0
# The cloud of the question: 7 of 9 along (2, 1), whatever the length of the arrow.
cloud = np.array([[6.0, 2.0], [2.0, 3.0]])
got = [review_24(cloud, np.array(u)) for u in ([2.0, 1.0], [1.0, -2.0], [4.0, 2.0])]

assert all(g is not None for g in got), (
    "review_24 returned None. Did you forget the return statement?"
)
assert all(np.ndim(g) == 0 for g in got), (
    f"A share is one number, got shapes {[np.shape(g) for g in got]}."
)
assert np.allclose(got[:2], [7 / 9, 2 / 9], rtol=1e-9, atol=0), (
    f"Along (2, 1) and (1, −2) lie 7/9 and 2/9 of the variance, got "
    f"{np.round(got[:2], 4)}. What is the variance along u, and what is the whole?"
)
assert np.isclose(got[2], 7 / 9, rtol=1e-9, atol=0), (
    f"(4, 2) is the same direction as (2, 1), so 7/9 again; got {float(got[2]):.4f}. "
    f"What should the length of u change?"
)

# %% hidden="d24-review" points=1
# Hidden checks: clouds in 1 to 6 dimensions, arrows of every length, whole numbers;
# your arrays left as they were.
_rng = course_rng("d24-review")
for _D in (1, 2, 2, 3, 4, 6):
    for _size in (1e-3, 1.0, 50.0):
        _X, _u = _rng.normal(size=(12, _D)) * _rng.uniform(0.2, 5.0, size=_D), _size * _rng.normal(size=_D)
        _S = np.cov(_X, rowvar=False).reshape(_D, _D)
        _along = _X @ (_u / np.linalg.norm(_u))
        _want = _along.var(ddof=1) / _X.var(axis=0, ddof=1).sum()
        _given_S, _given_u = _S.copy(), _u.copy()
        _got = review_24(_given_S, _given_u)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-12), (
            f"a cloud in {_D} dimensions, u = {_u.round(4)}: expected the share {_want:.5f}, got {_got}"
        )
        assert (_given_S == _S).all() and (_given_u == _u).all(), (
            "the caller's matrix or direction was changed in place"
        )

assert np.isclose(review_24(np.array([[5, -2], [-2, 3]]), np.array([3, 1])), 0.45, rtol=1e-9, atol=0), (
    "wrong for whole numbers"
)

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### Five hundred hikers in the fog
#
# Here is the map from which yesterday's ridge was one row, the Jacksboro fault in Tennessee: 344 × 403 heights, 236 to 1076 meters. Five hundred hikers are set down at random places (white) in thick fog. Each feels the ground one cell to the north, south, west and east, moves to the lowest of the four, and stops when none is lower. The star marks the lowest cell of the map. How many of the five hundred will stop there? Write down a guess.

# %%
land = data.terrain()
low = np.argwhere(land == land.min())[0]  # row and column of the lowest cell
starts = np.random.default_rng(24).integers(0, land.shape, (500, 2))
fig, ax = plt.subplots(figsize=(7.0, 5.2))
picture = ax.imshow(land, aspect=93 / 74)  # a cell is 93 m high and 74 m wide
fig.colorbar(picture, label="height (m)")
ax.plot(starts[:, 1], starts[:, 0], ".", color="white", markersize=3)
ax.plot(low[1], low[0], "*", color=VERMILLION, markersize=16)
ax.set(xlabel="cells from the western edge", ylabel="cells from the northern edge")
figure(fig, alt=(
    "A map: branching ridges above 900 meters fill the southwest, low ground the east. "
    "500 white starting points are scattered over it; the star of the lowest cell "
    "stands in the southeast."
))

# %% author=true
if not data.is_stand_in("terrain"):
    assert land.shape == (344, 403) and (land.min(), land.max()) == (236, 1076) and tuple(low) == (288, 347)
    assert (land == 236).sum() == 1

# %% [markdown]
# Training a model is the same walk, as yesterday said: the height is a cost, the place is the list of the model's weights, and nobody has a map of a billion directions. All one can do is feel the ground, and step.
#
# So three questions come first. What does "feel the ground" mean when there are many directions? Which way is steepest? And how long should a step be? For these we leave the mountains for a smooth bowl.

# %% [markdown]
# ### Idea 1 · One slope for each direction
#
# Take the bowl $f(\mathbf{w}) = w_1^2 + 2 w_2^2$ and stand at $(3, 1)$, at height 11. Hold $w_2 = 1$ and vary $w_1$: that is a curve in one variable, and yesterday's measured slope applies to it. Then hold $w_1 = 3$ and vary $w_2$.
#
# On the left the bowl is seen from above. A *contour line* joins places of equal height, as on a hiking map. On the right are the two cuts through the dot. Which is steeper there, the cut to the east or the cut to the north?


# %%
f = lambda w: w[0] ** 2 + 2 * w[1] ** 2
w, s = np.array([3.0, 1.0]), np.linspace(-2, 2, 81)
fig, (above, cuts) = plt.subplots(1, 2, figsize=(9.0, 3.8))
contours(above, f, (-4, 5), (-3, 3), [1, 3, 6, 11, 18, 27])
above.plot(3 + s, 1 + 0 * s, "-", 3 + 0 * s, 1 + s, "--", 3, 1, "o", color=INK)
cuts.plot(s, f([3 + s, 1]), color=BLUE, label="to the east")
cuts.plot(s, f([3, 1 + s]), "--", color=VERMILLION, label="to the north")
cuts.plot(s, 11 + 6 * s, ":", s, 11 + 4 * s, ":", color=INK, linewidth=1)
cuts.set(xlabel="distance from the dot", ylabel="height", title="the two cuts")
cuts.legend()
figure(fig, alt=(
    "Left: elliptic contour lines, a dot at (3, 1), a line through it to the east and "
    "one to the north. Right: the two cuts cross at height 11; the cut to the east "
    "climbs with slope 6, the one to the north with slope 4."
))

# %% [markdown]
# The cut to the east: its tangent has slope 6, the other one slope 4. Put the two in a list, and you have the **gradient** of $f$ at $(3, 1)$, written $\nabla f = (6, 4)$, read "grad f". For a list $\mathbf{w}$ of any length, entry $j$ is measured along the unit vector $\mathbf{e}_j$, which is 1 at place $j$ and 0 elsewhere:
#
# $$ (\nabla f)_j \approx \frac{f(\mathbf{w} + h\,\mathbf{e}_j) - f(\mathbf{w} - h\,\mathbf{e}_j)}{2h}. $$
#
# In words: move in direction $j$ alone, a little ahead and a little back; the difference of the two heights over $2h$ is the slope in that direction. So $D$ directions take $2D$ measurements.

# %%
h = 1e-5
east, north = np.array([h, 0.0]), np.array([0.0, h])
print("slope to the east :", (f(w + east) - f(w - east)) / (2 * h))
print("slope to the north:", (f(w + north) - f(w - north)) / (2 * h))

# %% author=true
assert np.allclose([(f(w + e) - f(w - e)) / (2 * h) for e in (east, north)], [6, 4], rtol=1e-8)

# %% [markdown]
# ### Exercise · Feel the ground
#
# *2 points · about 8 minutes · needs the measured slope (day 23)*
#
# Everything today stands on this function, and it asks nothing of $f$ but its height at a few places: no formula, no algebra. Entry $j$ of the gradient is
#
# $$ \frac{f(\mathbf{w} + h\,\mathbf{e}_j) - f(\mathbf{w} - h\,\mathbf{e}_j)}{2h}, $$
#
# the height a little ahead less the height a little back, over the way between them.
#
# **Before you code.** The rows of `h * np.eye(3)` are three little steps. Which? And what goes wrong if you write `up = w` and then `up[j] += h`?
#
# <details><summary>Answer</summary>
#
# $(h, 0, 0)$, $(0, h, 0)$ and $(0, 0, h)$. With `up = w` both names mean one array: the caller's place moves, too.
#
# </details>
#
# **Your task.** Write `numerical_gradient(f, w, h)`, and leave `w` as it was. Two to six lines are enough.

# %% exercise="d24-numerical_gradient"
from collections.abc import Callable


def numerical_gradient(f: Callable, w: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The gradient of f at w: in each direction the central slope.

    f        takes an array (D,) and returns one number
    w        (D,)  the place
    h        how far to move ahead and back
    returns  (D,)  the slope of f in each direction

    >>> numerical_gradient(lambda w: 3 * w[0] - w[1], np.array([0.0, 0.0])).round(6)
    array([ 3., -1.])
    """
    ### BEGIN SOLUTION
    steps = h * np.eye(len(w))
    return np.array([(f(w + step) - f(w - step)) / (2 * h) for step in steps])
    ### END SOLUTION

# %% visible="d24-numerical_gradient" points=1
# The bowl at (3, 1): slope 6 to the east, 4 to the north. Then three directions, with a
# large h: (w0 + h)³ and (w0 − h)³ at 1 with h = 1 are 8 and 0, so the slope is 4.
place = np.array([3.0, 1.0])
got = numerical_gradient(lambda w: w[0] ** 2 + 2 * w[1] ** 2, place)
got_large = numerical_gradient(
    lambda w: w[0] ** 3 + w[1] * w[2], np.array([1.0, 2.0, 5.0]), 1.0
)

assert got is not None, (
    "numerical_gradient returned None. Did you forget the return statement?"
)
assert not isinstance(got, (list, tuple)), "The slopes are in a list; make it an array."
assert np.shape(got) == (2,), (
    f"Two directions, two slopes: expected shape (2,), got {np.shape(got)}."
)
assert np.allclose(got, [6, 4], rtol=1e-6, atol=0), (
    f"At (3, 1) the bowl has the slopes 6 and 4, got {np.round(got, 4)}. Which numbers "
    f"of w move while you measure the first slope?"
)
assert np.allclose(got_large, [4, 5, 2], rtol=1e-9, atol=0), (
    f"With h = 1 at (1, 2, 5) the slopes of w0³ + w1 w2 are 4, 5 and 2, got "
    f"{np.round(got_large, 4)}. How far ahead and how far back did you look?"
)
assert (place == [3.0, 1.0]).all(), (
    "The caller's w was changed. Where do you move, and who else uses that array?"
)

# %% hidden="d24-numerical_gradient" points=1
# Hidden checks: landscapes in 1 to 7 directions whose slopes are known, large and small
# h, whole-number and float32 places, places far out; your w left as it was.
_rng = course_rng("d24-numerical_gradient")
for _D in (1, 2, 3, 5, 7):
    for _h in (1e-5, 0.25, 2.0):
        _A, _b, _w = _rng.normal(size=(_D, _D)), _rng.normal(size=_D), _rng.normal(scale=3.0, size=_D)
        _want, _given = (_A + _A.T) @ _w + _b, _w.copy()
        _got = numerical_gradient(lambda v, A=_A, b=_b: v @ A @ v + b @ v, _given, _h)
        assert np.shape(_got) == (_D,), f"{_D} directions need {_D} slopes, got shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-4, atol=1e-4), (
            f"a curved landscape in {_D} directions, h = {_h}: expected {_want.round(4)}, got {np.round(_got, 4)}"
        )
        assert (_given == _w).all(), "the caller's w was changed in place"
        _cubes = 3 * _b * _w**2 + _b * _h**2
        _got = numerical_gradient(lambda v, b=_b: (b * v**3).sum(), _w.copy(), _h)
        assert np.allclose(_got, _cubes, rtol=1e-4, atol=1e-4), (
            f"cubes in {_D} directions, h = {_h}: expected {_cubes.round(4)}, got {np.round(_got, 4)}"
        )

for _w in (
    np.array([2, -3, 0]),
    np.array([2.0, -3.0, 0.0], dtype=np.float32),
    np.array([2000.0, -3000.0, 0.0]),
):
    _want = np.array([2.0 * _w[0] - 4.0 * _w[1], -4.0 * _w[0] + 1.0, 0.5], dtype=float)
    for _h in (1e-4, 0.5):
        _got = numerical_gradient(lambda v: v[0] ** 2 - 4 * v[0] * v[1] + v[1] + 0.5 * v[2], _w.copy(), _h)
        assert np.allclose(_got, _want, rtol=1e-4, atol=2e-2), (
            f"at w = {_w} of type {_w.dtype} with h = {_h} expected {_want}, got {np.round(_got, 4)}"
        )

_want = np.array([1.0, 0.0, -2.0]) / 3
assert np.allclose(
    numerical_gradient(lambda v: np.sin(v[0]) / 3 + np.cos(v[1]) - np.exp(v[2]) * 2 / 3, np.zeros(3)),
    _want,
    rtol=1e-6,
    atol=1e-6,
), "wrong at the origin with the h that stands in the first line"
_want = np.array([np.sin(1.0), np.sin(2.0) / 4])
_got = numerical_gradient(lambda v: 1e-5 * np.sin(1e5 * v[0]) + 2.5e-6 * np.sin(2e5 * v[1]), np.zeros(2))
assert np.allclose(_got, _want, rtol=1e-6, atol=0), (
    "wrong on very fine ripples, where the h of the first line matters: it is 1e-5"
)

# %% [markdown]
# ### Idea 2 · Which way is steepest?
#
# The gradient holds the slopes to the east and to the north. But you may walk in any direction. At $(3, 1)$, which is the steepest way up? Is it east, because 6 is the larger slope?
#
# Measure it. Take a unit vector $\mathbf{u}$ at angle $a$ from east, and measure the slope along $\mathbf{u}$; do so for a full turn. The curve on the right has every slope. Where is its top, and where is it zero?

# %%
angles = np.arange(0, 361, 3)
U = np.column_stack([np.cos(np.deg2rad(angles)), np.sin(np.deg2rad(angles))])
slopes = np.array([(f(w + h * u) - f(w - h * u)) / (2 * h) for u in U])
best = slopes.argmax()
fig, (above, turn) = plt.subplots(1, 2, figsize=(9.0, 3.8))
contours(above, f, (-4, 5), (-3, 3), [1, 3, 6, 11, 18, 27])
arrow(above, w, w + 1.6 * U[best], VERMILLION)
turn.plot(angles, slopes, "-", angles[best], slopes[best], "o", color=VERMILLION)
turn.axhline(0, color=INK, linewidth=1)
turn.set(xlabel="direction (degrees from east)", ylabel="slope along it")
turn.set_xticks(range(0, 361, 60))
figure(fig, alt=(
    "Left: the arrow of the steepest way up leaves the contour line at a right angle. "
    "Right: the slope by direction is a wave with its top, about 7.2, near 33 degrees "
    "and zeros 90 degrees to either side."
))

# %% [markdown]
# The slope goes up and down like a cosine. Its top, 7.2, lies near 33 degrees, between east and north, and it is larger than 6. At a right angle to it the slope is zero: there one walks along the contour line.
#
# A cosine means a dot product. Seen close enough, a smooth landscape is nearly a tilted plane, and on a plane the climbs add: $u_1$ to the east brings $6 u_1$, $u_2$ to the north brings $4 u_2$. So, with the angle $\theta$ between $\mathbf{u}$ and $\nabla f$,
#
# $$ \text{slope along } \mathbf{u} = \nabla f \cdot \mathbf{u} = \|\nabla f\| \cos\theta. $$
#
# In words: the slope in any direction is the dot product with the gradient.

# %%
gradient = np.array([(f(w + e) - f(w - e)) / (2 * h) for e in (east, north)])
print("largest gap:", np.abs(slopes - U @ gradient).max().round(6))
print("length of the gradient:", np.linalg.norm(gradient).round(4))

# %% author=true
assert np.allclose(gradient, [6, 4], rtol=1e-8)
assert angles[best] == 33 and abs(slopes[best] - 7.21) < 0.005
assert np.allclose(slopes, U @ gradient, rtol=0, atol=1e-7)
assert np.allclose(
    slopes, np.linalg.norm(gradient) * np.cos(np.deg2rad(angles) - np.arctan2(4, 6)), rtol=0, atol=1e-7
)
assert abs(np.linalg.norm(gradient) - 7.21) < 0.002 and abs(np.rad2deg(np.arctan2(4, 6)) - 33.7) < 0.02

# %% [markdown]
# The largest possible cosine is 1. So the gradient *points* in the steepest way up, here $(6, 4)$, and its *length* $\sqrt{52} \approx 7.21$ is the slope there. The steepest way down is exactly the opposite, $-\nabla f$. In fog, $2D$ measurements are enough to know it, in two directions or in a billion.
#
# > **Watch out.** The gradient says where it is steepest at your feet. It does not point at the lowest place: from $(3, 1)$ the way down starts along $(-6, -4)$, the bottom lies along $(-3, -1)$.

# %% [markdown]
# ### Idea 3 · Step against the gradient
#
# Now walk. From $\mathbf{w}_0$, go a little way against the gradient, measure again, and so on:
#
# $$ \mathbf{w}_{t+1} = \mathbf{w}_t - \eta\, \nabla f(\mathbf{w}_t). $$
#
# In words: the next place is this place less the gradient here, times $\eta$ (eta). The number $\eta$ is the **learning rate**. It turns a slope into a step: where it is steep the step is long, on flat ground it is short, and at the bottom it is 0. This is **gradient descent**; Augustin-Louis Cauchy proposed it in 1847, for the orbits of planets.
#
# By hand, from $(3, 1)$ with $\eta = 0.1$: to $(3 - 0.6, 1 - 0.4) = (2.4, 0.6)$, and the height falls from 11 to $5.76 + 0.72 = 6.48$.

# %% author=true
step = w - 0.1 * gradient
assert np.allclose(step, [2.4, 0.6], rtol=1e-6) and np.isclose(f(step), 6.48, rtol=1e-6)

# %% [markdown]
# ### Exercise · Walk downhill
#
# *2 points · about 9 minutes · needs `numerical_gradient` (idea 1)*
#
# A whole descent, with nothing but heights: measure, step, measure again,
#
# $$ \mathbf{w}_{t+1} = \mathbf{w}_t - \eta\, \nabla f(\mathbf{w}_t), $$
#
# and keep every place you come through, so that the path can be drawn. In code $\eta$ is `lr`, for learning rate.
#
# **Before you code.** With 5 steps, how many places does the path have? And from $(3, 1)$ on the bowl, is the second step as long as the first?
#
# <details><summary>Answer</summary>
#
# Six: the start belongs to it. The second step is shorter, because the ground at $(2.4, 0.6)$ is less steep: there the gradient is $(4.8, 2.4)$.
#
# </details>
#
# **Your task.** Write `descend_numeric(f, w0, lr, steps, h)`. Measure with `numerical_gradient(f, w, h)`. Four lines are enough.


# %% exercise="d24-descend_numeric"
def descend_numeric(
    f: Callable, w0: np.ndarray, lr: float, steps: int, h: float = 1e-5
) -> np.ndarray:
    """The path of gradient descent with measured slopes.

    f        takes an array (D,) and returns one number, the cost
    w0       (D,)  where to start
    lr       learning rate
    steps    how many steps to take, 0 or more
    h        how far ahead and back the slopes are measured
    returns  (steps + 1, D)  one place a row, the start first

    >>> descend_numeric(lambda w: w[0] ** 2, np.array([4.0]), 0.25, 2).round(6)
    array([[4.],
           [2.],
           [1.]])
    """
    ### BEGIN SOLUTION
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * numerical_gradient(f, path[-1], h))
    return np.array(path)
    ### END SOLUTION

# %% visible="d24-descend_numeric" points=1
# Two steps on the bowl from (3, 1) with learning rate 0.1. The second gradient is
# (4.8, 2.4).
begin = np.array([3.0, 1.0])
got = descend_numeric(lambda w: w[0] ** 2 + 2 * w[1] ** 2, begin, 0.1, 2)

assert got is not None, (
    "descend_numeric returned None. Did you forget the return statement?"
)
assert not isinstance(got, list), "The places are in a list; make it an array."
assert np.shape(got) == (3, 2), (
    f"Two steps in two directions: three places, shape (3, 2); got {np.shape(got)}. Is "
    f"the start among them, and is every place kept?"
)
assert np.allclose(got[0], [3, 1], rtol=1e-9, atol=0), (
    f"The first row is the start, (3, 1); got {np.round(got[0], 4)}. If all rows are "
    f"alike: how many arrays did you make?"
)
assert np.allclose(got[1], [2.4, 0.6], rtol=1e-6, atol=0), (
    f"The first step leads to (2.4, 0.6), got {np.round(got[1], 4)}. Which way is "
    f"downhill, and how long is the step?"
)
assert np.allclose(got[2], [1.92, 0.36], rtol=1e-6, atol=0), (
    f"The second step leads to (1.92, 0.36), got {np.round(got[2], 4)}. Where was the "
    f"second gradient measured?"
)
assert (begin == [3.0, 1.0]).all(), "The caller's w0 was changed: the walk moved it."

# %% hidden="d24-descend_numeric" points=1
# Hidden checks: bowls in 1 to 5 directions, tilted ravines, learning rates that creep
# and that run away, large h, no steps at all, a start at the bottom, whole numbers.
_rng = course_rng("d24-descend_numeric")
for _D in (1, 2, 3, 5):
    for _lr in (0.01, 0.1, 0.4, 0.6):
        _a, _c, _w0 = _rng.uniform(0.2, 2.0, size=_D), _rng.normal(size=_D), _rng.normal(scale=2.0, size=_D)
        _n = int(_rng.integers(1, 12))
        _want = _c + (1 - 2 * _lr * _a) ** np.arange(_n + 1)[:, None] * (_w0 - _c)
        _given = _w0.copy()
        _got = descend_numeric(lambda v, a=_a, c=_c: (a * (v - c) ** 2).sum(), _given, _lr, _n)
        assert np.shape(_got) == (_n + 1, _D), (
            f"{_n} steps in {_D} directions should give shape {(_n + 1, _D)}, got {np.shape(_got)}"
        )
        assert np.allclose(_got, _want, rtol=1e-5, atol=1e-5), (
            f"a bowl in {_D} directions, learning rate {_lr}, {_n} steps: the last place should be {_want[-1].round(4)}, got {np.round(_got[-1], 4)}"
        )
        assert (_given == _w0).all(), "the caller's w0 was changed in place"

for _D, _h in ((2, 1e-5), (3, 0.5), (4, 1.0)):
    _M, _w0 = _rng.normal(size=(_D, _D)), _rng.normal(size=_D)
    _A, _rows = _M @ _M.T / _D, [_w0]
    for _ in range(6):
        _rows.append(_rows[-1] - 0.05 * (2 * _A @ _rows[-1] + 0.3 * (3 * _rows[-1] ** 2 + _h**2)))
    _want = np.array(_rows)
    _got = descend_numeric(lambda v, A=_A: v @ A @ v + 0.3 * (v**3).sum(), _w0.copy(), 0.05, 6, _h)
    assert np.allclose(_got, _want, rtol=1e-5, atol=1e-5), (
        f"a tilted landscape in {_D} directions, h = {_h}: the path leaves the right one"
    )

_want = np.array([[4.0, -2.0], [2.0, -1.0]])
for _w0 in (np.array([4, -2]), np.array([4.0, -2.0], dtype=np.float32)):
    assert np.allclose(descend_numeric(lambda v: (v**2).sum(), _w0, 0.25, 1), _want, rtol=1e-5, atol=1e-6), (
        f"wrong from a start of type {_w0.dtype}"
    )
assert np.shape(descend_numeric(lambda v: (v**2).sum(), np.array([1.0, 2.0, 3.0]), 0.1, 0)) == (1, 3), (
    "no steps: the path is the start alone"
)
_got = descend_numeric(lambda v: (v**2).sum(), np.zeros(2), 0.1, 4)
assert np.shape(_got) == (5, 2) and np.allclose(_got, 0, rtol=0, atol=1e-9), (
    "a walk that starts at the bottom stays there, and still has its five places"
)
_want = np.array([[0.0], [-np.sin(1.0)]])
_got = descend_numeric(lambda v: 1e-5 * np.sin(1e5 * v[0]), np.zeros(1), 1.0, 1)
assert np.allclose(_got, _want, rtol=1e-6, atol=1e-12), (
    "wrong on very fine ripples, where the h of the first line matters: it is 1e-5"
)

# %% [markdown]
# ### How long should a step be?
#
# A bowl forgives much. Most costs look like a *ravine*: steep across, nearly flat along. Ours is $w_1^2 + 10 w_2^2$. Below, thirty steps from $(-9, 1)$ with three learning rates. Which of the three walks creeps, which swings from wall to wall, which leaves the picture?


# %%
ravine = lambda w: w[0] ** 2 + 10 * w[1] ** 2


def draw_walk(ax, lr):
    path = descend_numeric(ravine, np.array([-9.0, 1.0]), lr, 30)
    contours(ax, ravine, (-10, 3), (-2.5, 2.5), [1, 5, 15, 35, 65])
    ax.plot(path[:, 0], path[:, 1], "o-", color=VERMILLION, markersize=3, linewidth=1)
    ax.set_title(f"learning rate {lr:g}: height {ravine(path[-1]):.3g}")

# %% [markdown]
# The helper draws one walk and writes the height of its last place into the title. Look at the titles, too: what does each of the three walks reach, and what happens to the height in the third?

# %%
fig, panels = plt.subplots(3, 1, figsize=(6.4, 8.4), sharex=True)
try:
    for ax, lr in zip(panels, (0.01, 0.09, 0.103)):
        draw_walk(ax, lr)
except NotImplementedError:
    print("Write descend_numeric, then run this cell again.")
figure(fig, alt=(
    "Three walks in a ravine. At 0.01 the walk reaches the floor and has crept only "
    "half of the way along it; at 0.09 it swings from wall to wall and arrives; at "
    "0.103 the swings grow until it leaves the picture."
))

# %% author=true
ends = [descend_numeric(ravine, np.array([-9.0, 1.0]), lr, 30)[-1] for lr in (0.01, 0.09, 0.103)]
assert (
    [float(f"{ravine(e):.2g}") for e in ends] == [24, 0.00056, 330]
    and -5 < ends[0][0] < -4.9
    and ends[2][1] > 2.5
)

# %% [markdown]
# The steep direction decides. Along it the cost is $10 w_2^2$, and the measured slope of $a w^2$ is exactly $\frac{a(w+h)^2 - a(w-h)^2}{2h} = 2aw$. One step therefore multiplies:
#
# $$ w - \eta \cdot 2 a w = (1 - 2 a \eta)\, w. $$
#
# In words: each step multiplies the distance to the bottom by the same factor. With $a = 10$ and $\eta = 0.09$ it is $-0.8$: to the other wall, and nearer. With 0.103 it is $-1.06$: to the other wall, and farther. Along the flat direction, $a = 1$, both are patient: 0.82 and 0.794. So the steepest direction limits the learning rate, and the flattest one waits.

# %% author=true
a, eta, x = 10.0, 0.09, 0.7
assert np.isclose((a * (x + 0.1) ** 2 - a * (x - 0.1) ** 2) / 0.2, 2 * a * x, rtol=1e-12)
assert np.isclose(x - eta * 2 * a * x, (1 - 2 * a * eta) * x, rtol=1e-12)
assert np.allclose([1 - 20 * 0.09, 1 - 20 * 0.103, 1 - 2 * 0.09, 1 - 2 * 0.103], [-0.8, -1.06, 0.82, 0.794])

# %% [markdown]
# Drag the learning rate, and watch the title. Which value brings the lowest height after thirty steps? From which value on is the last height above that of the start, 91? Guess with the formula first.


# %%
def draw_ravine(lr):
    fig, ax = plt.subplots(figsize=(6.4, 3.6))
    try:
        draw_walk(ax, lr)
    except NotImplementedError:
        print("Write descend_numeric, then run this cell again.")
    return fig


slider(
    draw_ravine,
    alt=(
        "The walk creeps at small learning rates, swings between the walls near 0.09 "
        "and runs away above 0.1."
    ),
    lr=(0.005, 0.11, 0.001, 0.05),
)

# %% author=true
after = lambda lr: ravine(descend_numeric(ravine, np.array([-9.0, 1.0]), lr, 30)[-1])
assert ravine([-9.0, 1.0]) == 91 and after(0.101) < 91 < after(0.102)
assert 0.088 < min(np.arange(0.005, 0.11, 0.001), key=after) < 0.0925

# %% [markdown]
# ### Back to the hikers
#
# The lowest height comes near 0.09. Above 0.1 the factor is beyond $-1$, and from 0.102 on the walk ends higher than it began. Now the mountains. `hike` is one hiker: of the four cells beside a place, those on the map, take the lowest, and stop when it is not lower. A pair is a place: `land[(r, c)]` is `land[r, c]`. What was your guess?


# %%
def hike(r, c):
    while True:
        sides = [(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)]
        inside = [(i, j) for i, j in sides if 0 <= i < 344 and 0 <= j < 403]
        lowest = min(inside, key=lambda cell: land[cell])
        if land[lowest] >= land[r, c]:
            return r, c
        r, c = lowest


ends = [hike(r, c) for r, c in starts]
heights = np.array([land[end] for end in ends])
print(len(set(ends)), "different places, the lowest at", heights.min(), "m")
print("at the star:", (heights == land.min()).sum(), " median:", np.median(heights))

# %% author=true
if not data.is_stand_in("terrain"):
    assert (len(set(ends)), heights.min(), (heights == land.min()).sum(), np.median(heights)) == (
        434,
        248,
        0,
        420.5,
    )

# %% [markdown]
# None. The five hundred end in 434 different hollows; half of them stop above 420 meters, and the luckiest is still 12 meters above the star. Where they stop, every way leads up, and the fog hides the rest. This is what is frightening about the landscape of a cost.
#
# The bowl has no such traps. It is *convex* (yesterday: no chord lies below it), and a convex landscape has one valley: who stops because every way leads up stands at the bottom. So a convex cost is worth looking for, and the next part has one.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Is turquoise green or blue?
#
# Of the 554 colors of day 22, 171 end in *green* and 111 in *blue*. Can a machine learn from them where green ends? It gets a score from the three lamps and a constant, $z = w_0 + w_1 r + w_2 g + w_3 b$, and turns it into a probability of *blue* with the sigmoid, $p = \sigma(z)$. Such a model is called **logistic regression**.
#
# `X` gets a column of ones first, so $z$ is one dot product; `y` is 1 for blue. 200 colors are for learning, 82 for judging.

# %%
rgb, labels, families = data.color_families()
two = labels < 2  # green is 0, blue is 1
X = np.column_stack([np.ones(two.sum()), rgb[two]])
y = labels[two]
order = np.random.default_rng(24).permutation(len(y))
X_learn, y_learn = X[order[:200]], y[order[:200]]
X_judge, y_judge = X[order[200:]], y[order[200:]]
print("green, blue:", (y == 0).sum(), (y == 1).sum(), " first row:", X[0].round(2))

# %% author=true
assert families[:2] == ("green", "blue") and len(y) == 282 and ((y == 0).sum(), (y == 1).sum()) == (171, 111)

# %% [markdown]
# Which weights are good? Those under which the names come as little surprise. The surprise of a name is $-\log$ of the probability it was given (day 3). For blue that is $-\log \sigma(z) = \log(1 + e^{-z})$. For green, $1 - \sigma(z) = \sigma(-z)$ (day 7), so it is $\log(1 + e^{z})$. Written as one, with the score's sign turned for green:
#
# $$ C(\mathbf{w}) = \frac{1}{N} \sum_{i=1}^{N} \log\!\big(1 + e^{-m_i}\big), \qquad m_i = z_i \text{ for blue}, \; -z_i \text{ for green}. $$
#
# In words: the **logistic loss** is the mean surprise; it is small when scores are large on the right side.

# %% author=true
z = np.array([-3.0, 0.2, 4.0])
assert np.allclose(-np.log(sigmoid(z)), np.log(1 + np.exp(-z)), rtol=1e-12)
assert np.allclose(-np.log(1 - sigmoid(z)), np.log(1 + np.exp(z)), rtol=1e-9)

# %% [markdown]
# ### Exercise · The mean surprise
#
# *2 points · about 8 minutes · needs `log_add` (day 4), `sigmoid` (day 7) and the surprise (day 3)*
#
# This cost trains nearly every yes-or-no classifier there is. Far on the wrong side it must stay a number: a score of −800 for a blue is a surprise of 800, though $\sigma(-800)$ is 0 in `float64`.
#
# $$ C(\mathbf{w}) = \frac{1}{N} \sum_{i} \log\!\big(1 + e^{-m_i}\big), \qquad m_i = z_i \text{ if } y_i = 1, \; -z_i \text{ if } y_i = 0, $$
#
# the mean surprise of the labels.
#
# **Before you code.** `log_add(a, b)` is $\log(e^a + e^b)$ without overflow. With which $a$ and $b$ is it $\log(1 + e^{-m})$? What is the loss when all weights are 0?
#
# <details><summary>Answer</summary>
#
# $a = 0$, since $e^0 = 1$, and $b = -m$. With zero weights every $p$ is ½: the loss is $\log 2 \approx 0.693$.
#
# </details>
#
# **Your task.** Write `logistic_loss(w, X, y)`. The ones already stand in `X`. Two or three lines are enough.


# %% exercise="d24-logistic_loss"
def logistic_loss(w: np.ndarray, X: np.ndarray, y: np.ndarray) -> float:
    """The mean surprise of labels under logistic regression, in nats, without overflow.

    w        (D,)    weights
    X        (N, D)  examples as rows, the column of ones included
    y        (N,)    labels, 0 or 1
    returns  a number >= 0

    >>> loss = logistic_loss(np.zeros(2), np.array([[1.0, 5.0]]), np.array([1]))
    >>> round(float(loss), 4)
    0.6931
    """
    ### BEGIN SOLUTION
    z = X @ w
    return log_add(0.0, np.where(y == 1, -z, z)).mean()
    ### END SOLUTION

# %% visible="d24-logistic_loss" points=1
# One blue and one green, both with the score log 3: σ(log 3) = 3/4, so the surprises
# are log(4/3) and log 4. Then a blue with the score −800.
pair = np.array([[1.0, 2.0], [1.0, 2.0]])
weights = np.array([np.log(3) - 2.0, 1.0])
got = logistic_loss(weights, pair, np.array([1, 0]))
got_zero = logistic_loss(np.zeros(2), pair, np.array([1, 0]))
with np.errstate(all="ignore"):
    got_far = logistic_loss(np.array([0.0, -400.0]), pair, np.array([1, 1]))

assert got is not None, (
    "logistic_loss returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, (
    f"The loss is one number for all examples, got shape {np.shape(got)}."
)
assert np.isclose(got_zero, np.log(2), rtol=1e-9, atol=0), (
    f"With zero weights every probability is ½ and the mean surprise log 2 = 0.6931, "
    f"got {float(got_zero):.4f}. Is it a mean, and of surprises?"
)
assert np.isclose(got, (np.log(4 / 3) + np.log(4)) / 2, rtol=1e-9, atol=0), (
    f"The surprises are log(4/3) and log 4, their mean 0.8370, got {float(got):.4f}. "
    f"Work out both: which probability did each label get?"
)
assert np.isclose(got_far, 800.0, rtol=1e-9, atol=0), (
    f"A score of −800 for a blue is a surprise of 800, got {got_far}. What does the "
    f"sigmoid of −800 become in float64, and can the logarithm come first?"
)

# %% hidden="d24-logistic_loss" points=1
# Hidden checks: 1 to 40 examples with 1 to 6 weights, tiny and huge scores, labels of
# one kind, whole numbers, float32, labels that are True and False or 0.0 and 1.0.
import math as _math

_rng = course_rng("d24-logistic_loss")


def _surprises(scores, labels):
    sizes = [float(z) if label else -float(z) for z, label in zip(scores, labels)]
    return np.array([max(-m, 0.0) + _math.log1p(_math.exp(-abs(m))) for m in sizes])


for _size in (0.1, 1.0, 30.0, 2000.0):
    for _N, _D in ((1, 1), (2, 3), (9, 2), (40, 6)):
        _X = np.column_stack([np.ones(_N), _rng.normal(size=(_N, _D - 1))])
        _w, _y = _size * _rng.normal(size=_D), _rng.integers(0, 2, size=_N)
        for _labels in (_y, _y.astype(float), _y == 1, np.zeros(_N, dtype=int), np.full(_N, 1)):
            _want = _surprises(_X @ _w, _labels).mean()
            _given = [_w.copy(), _X.copy(), _labels.copy()]
            with np.errstate(all="ignore"):
                _got = logistic_loss(*_given)
            assert np.ndim(_got) == 0, f"one number is expected, got shape {np.shape(_got)}"
            assert np.isclose(_got, _want, rtol=1e-7, atol=1e-10), (
                f"{_N} examples, scores near {_size:g}, labels of type {_labels.dtype}: expected {_want:.6g}, got {_got}"
            )
            assert all((_a == _b).all() for _a, _b in zip(_given, [_w, _X, _labels])), (
                "an array of the caller was changed in place"
            )

_X, _y = np.array([[1, 2], [1, -3], [1, 0]]), np.array([0, 1, 1])
_want = _surprises([3, -7, -1], _y).mean()
assert np.isclose(logistic_loss(np.array([-1, 2]), _X, _y), _want, rtol=1e-9, atol=0), (
    "wrong for whole numbers"
)
assert np.isclose(
    logistic_loss(np.array([-1, 2], dtype=np.float32), _X.astype(np.float32), _y), _want, rtol=1e-5, atol=0
), "wrong for float32 numbers"

# %% [markdown]
# ### Exercise · Train a classifier with nothing but heights
#
# *2 points · about 9 minutes · needs `logistic_loss` and `descend_numeric` (above)*
#
# Put the parts together: the cost of the weights is a landscape, and you can walk down it. Keep the books as well. Each step measures $D$ slopes, each slope needs two costs, and each cost goes through all the examples: $2 D$ evaluations a step.
#
# **Before you code.** `descend_numeric` wants a function of the weights alone, but `logistic_loss` takes three arguments. What closes the gap? Which loss belongs to the first place of the path?
#
# <details><summary>Answer</summary>
#
# A `lambda w:` that hands `X` and `y` on. The walk starts at zero weights, so the first loss is $\log 2$.
#
# </details>
#
# **Your task.** Write `fit_logistic_fd(X, y, lr, steps, h)`. Start from zeros, and return the last weights, the losses along the path and the number of evaluations, $2 D$ for each step. Four lines are enough.


# %% exercise="d24-fit_logistic_fd"
def fit_logistic_fd(
    X: np.ndarray, y: np.ndarray, lr: float, steps: int, h: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, int]:
    """Logistic regression by gradient descent from zero weights, with measured slopes.

    X        (N, D)  examples as rows, the column of ones included
    y        (N,)    labels, 0 or 1
    lr       learning rate
    steps    how many steps to take
    h        how far ahead and back the slopes are measured
    returns  w (D,) after the last step; losses (steps + 1,), at zero weights first;
             the number of costs computed to measure slopes

    >>> w, losses, count = fit_logistic_fd(np.array([[2.0]]), np.array([1]), 1.0, 1)
    >>> w.round(4), losses.round(4), count
    (array([1.]), array([0.6931, 0.1269]), 2)
    """
    ### BEGIN SOLUTION
    cost = lambda w: logistic_loss(w, X, y)
    path = descend_numeric(cost, np.zeros(X.shape[1]), lr, steps, h)
    return path[-1], np.array([cost(w) for w in path]), 2 * X.shape[1] * steps
    ### END SOLUTION

# %% visible="d24-fit_logistic_fd" points=1
# One example with the entry 2 and the label 1. At w = 0 the slope of log(1 + e^(−2w))
# is −1, so one step with learning rate 1 leads to w = 1, where the loss is
# log(1 + e^(−2)).
got = fit_logistic_fd(np.array([[2.0]]), np.array([1]), 1.0, 1)
got_two = fit_logistic_fd(np.array([[1.0, 2.0], [1.0, -2.0]]), np.array([1, 0]), 1.0, 3)

assert got is not None, (
    "fit_logistic_fd returned None. Did you forget the return statement?"
)
assert isinstance(got, tuple) and len(got) == 3, (
    "Return three things: the weights, the losses and the number of evaluations."
)
assert not isinstance(got[1], list), "The losses are in a list; make it an array."
assert np.shape(got[0]) == (1,) and np.allclose(got[0], [1.0], rtol=1e-6, atol=0), (
    f"One step from 0 leads to the weight 1, got {np.round(got[0], 4)}. From where did "
    f"you start, and how many columns does X have already?"
)
assert np.shape(got[1]) == (2,) and np.isclose(
    got[1][0], np.log(2), rtol=1e-9, atol=0
), f"Two losses, the first at weight 0, log 2 = 0.6931; got {np.round(got[1], 4)}."
assert np.isclose(got[1][1], np.log(1 + np.exp(-2.0)), rtol=1e-6, atol=0), (
    f"At weight 1 the loss is log(1 + e^(−2)) = 0.1269, got {got[1][1]:.4f}."
)
assert (got[2], got_two[2]) == (2, 12), (
    f"One step with 1 weight costs 2 evaluations, three steps with 2 weights cost 12; "
    f"got {got[2]} and {got_two[2]}. How many slopes does a step need?"
)
assert np.allclose(got_two[0][0], 0, rtol=0, atol=1e-6) and got_two[0][1] > 1, (
    f"The two examples lie mirrored, so the first weight stays 0 and the second grows; "
    f"got {np.round(got_two[0], 4)}."
)

# %% hidden="d24-fit_logistic_fd" points=1
# Hidden checks: 1 to 30 examples with 1 to 5 weights, several learning rates, large h,
# no steps at all, whole numbers; your arrays left as they were.
_rng = course_rng("d24-fit_logistic_fd")


def _loss(w, X, y):
    return np.logaddexp(0.0, np.where(y == 1, -1.0, 1.0) * (X @ w)).mean()


def _walk(X, y, lr, steps, h):
    w, E = np.zeros(X.shape[1]), h * np.eye(X.shape[1])
    losses = [_loss(w, X, y)]
    for _ in range(steps):
        w = w - lr * np.array([_loss(w + e, X, y) - _loss(w - e, X, y) for e in E]) / (2 * h)
        losses.append(_loss(w, X, y))
    return w, np.array(losses)


for _N, _D in ((1, 2), (6, 1), (12, 3), (30, 5)):
    _X = np.column_stack([np.ones(_N), _rng.normal(scale=1.5, size=(_N, _D - 1))])
    _y = _rng.integers(0, 2, size=_N)
    for _lr, _steps, _h in ((0.3, 7, 1e-5), (1.0, 1, 1e-4), (0.8, 12, 0.7), (2.0, 0, 1e-5), (40.0, 3, 1e-5)):
        _want_w, _want_losses = _walk(_X, _y, _lr, _steps, _h)
        _given_X, _given_y = _X.copy(), _y.copy()
        _w, _losses, _count = fit_logistic_fd(_given_X, _given_y, _lr, _steps, _h)
        assert np.shape(_w) == (_D,) and np.shape(_losses) == (_steps + 1,), (
            f"{_D} weights and {_steps} steps should give shapes {(_D,)} and {(_steps + 1,)}, got {np.shape(_w)} and {np.shape(_losses)}"
        )
        assert np.allclose(_w, _want_w, rtol=1e-5, atol=1e-6), (
            f"{_N} examples, {_D} weights, {_steps} steps, learning rate {_lr}, h = {_h}: expected the weights {_want_w.round(4)}, got {np.round(_w, 4)}"
        )
        assert np.allclose(_losses, _want_losses, rtol=1e-5, atol=1e-6), (
            f"{_N} examples, {_steps} steps, learning rate {_lr}, h = {_h}: expected the losses {_want_losses.round(4)}, got {np.round(_losses, 4)}"
        )
        assert _count == 2 * _D * _steps, (
            f"{_steps} steps with {_D} weights cost {2 * _D * _steps} evaluations, got {_count}"
        )
        assert (_given_X == _X).all() and (_given_y == _y).all(), (
            "the caller's examples or labels were changed in place"
        )

_X, _y = np.array([[1, 3], [1, -2], [1, 1]]), np.array([0, 1, 1])
_want_w, _want_losses = _walk(_X, _y, 0.5, 9, 1e-5)
_got = fit_logistic_fd(_X, _y, 0.5, 9)
assert np.allclose(_got[0], _want_w, rtol=1e-5, atol=1e-6) and np.allclose(
    _got[1], _want_losses, rtol=1e-5, atol=1e-6
), "wrong for whole numbers and the h that stands in the first line"
_X, _y = np.array([[1e5], [-3e5], [2e5]]), np.array([1, 0, 0])
_want_w, _want_losses = _walk(_X, _y, 4e-10, 3, 1e-5)
_got = fit_logistic_fd(_X, _y, 4e-10, 3)
assert np.allclose(_got[1], _want_losses, rtol=1e-6, atol=0), (
    "wrong for entries near 100000, where the h of the first line matters: it is 1e-5"
)

# %% [markdown]
# ### Where green ends
#
# Train on the 200 colors, with 300 steps of learning rate 2. The next cell prints the weights; which sign should the weight of the green lamp have, and which the weight of the blue one?

# %%
try:
    weights, losses, count = fit_logistic_fd(X_learn, y_learn, 2.0, 300)
    print("weights (1, r, g, b):", weights.round(2), "  evaluations:", count)
    right = (X_judge @ weights > 0) == (y_judge == 1)
    print("right on the others:", right.sum(), "of", len(right))
except NotImplementedError:
    print("Write the functions above, then run this cell again.")
    weights, losses = np.zeros(4), np.zeros(1)

# %% [markdown]
# Now judge the other 82, which the weights have not seen. Each stands at its score, painted in its own color: those called green below, those called blue above. The curve is the sigmoid. Which one stands on the wrong side of the dashed line, and how does it look?

# %%
fig, (curve, judged) = plt.subplots(1, 2, figsize=(10.0, 3.8))
z, line = X_judge @ weights, np.linspace(-11, 11, 221)
curve.plot(losses, color=BLUE)
judged.plot(line, sigmoid(line), color=INK, linewidth=1)
judged.scatter(z, y_judge, c=X_judge[:, 1:], edgecolors=INK, s=60)
judged.axvline(0, color=INK, linestyle="--", linewidth=1)
curve.set(xlabel="step", ylabel="mean surprise (nats)", ylim=(0, 0.75))
judged.set(xlabel="score z", ylabel="probability of blue", yticks=[0, 0.5, 1])
figure(fig, alt=(
    "Left: the mean surprise falls from 0.69 to 0.09 in 300 steps, fast at first. "
    "Right: colors named green stand at the bottom left, colors named blue at the top "
    "right of the sigmoid; a single blue one stands left of the dashed line."
))

# %% author=true
assert (
    count == 2400 and weights.round(1).tolist() == [-1.1, -2.2, -7.0, 11.4] and round(losses[-1], 3) == 0.093
)
assert ((z > 0) == (y_judge == 1)).sum() == 81 and len(z) == 82 and -12 < z.min() and z.max() < 12
named = data.colors()
chance = {
    name: float(sigmoid(weights @ [1, *named.rgb[named.names.index(name)]]))
    for name in ("turquoise", "teal", "cyan", "seafoam")
}
print(chance)
assert {name: round(p, 2) for name, p in chance.items()} == {
    "turquoise": 0.77,
    "teal": 0.69,
    "cyan": 0.96,
    "seafoam": 0.21,
}
missed = [i for i in order[200:] if (X[i] @ weights > 0) != (y[i] == 1)]
assert [[n for n in named.names if n.split()[-1] in ("green", "blue")][i] for i in missed] == [
    "light green blue"
]

# %% [markdown]
# 81 of 82. The one missed is called *light green blue*, which is fair. The green lamp counts against blue, the blue lamp for it. And turquoise? Probability of blue 0.77; teal 0.69, cyan 0.96, seafoam 0.21.
#
# The logistic loss is convex, so from any start the walk leads into the same valley (part 4 tries its chords). Nobody needs to fear 434 hollows here.

# %% [markdown]
# ### In a real model: what a gradient costs
#
# Training is this walk, with a form of today's loss for many classes (day 40). But count: 4 weights and 300 steps took 2,400 evaluations. GPT-2 small has 124 million weights: *one* gradient by measurement would take 249 million runs through the data, at a second each almost eight years. Day 33 finds the slopes of today's fit by a formula, for the price of about two evaluations.

# %% author=true
assert round(2 * 124_439_808 / 1e6) == 249 and 7.5 < 2 * 124_439_808 / (365.25 * 24 * 3600) < 8

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain · To a hiker in the fog
#
# *2 points · about 5 minutes · read and graded by a person*
#
# A friend stands on a mountain in thick fog and wants to reach the valley. She has an instrument that reads the height at her feet. Explain gradient descent to her in six or seven sentences: what to measure, which way to go, what the learning rate is and what happens when it is too small or too large, and what her arrival does and does not prove.

# %% [markdown] exercise="d24-why" points=2
# Read the height a step to the east and a step to the west, a step to the north and a step to the south. The two differences tell how steep the ground is in each direction; together they form an arrow that points the steepest way up. Go the opposite way, far where it is steep and little where it is nearly flat.
# The learning rate turns steepness into length of step. If it is too small, night falls before you arrive; if it is too large, you step across the valley and up the other side, each time higher. Then measure again, since the arrow holds only where you stand. When every direction leads up you are in a hollow; whether it is the deepest one the instrument cannot tell.
#
# **For full points**: one point for slopes measured in each direction, anew at each place, and a step against them; one for the learning rate with both ways to fail, and for an arrival that proves a local minimum only.

# %% [markdown]
# ### Break it: one learning rate, two directions
#
# The bowl again, $w_1^2 + 2 w_2^2$, from $(3, 1)$. With learning rate 0.1 all is well. Now change `0.1` to `0.6`. **Predict** with the factor $1 - 2a\eta$ of each direction, before you run it again: which of the two entries settles, and which runs away?

# %%
try:
    walk = descend_numeric(lambda w: w[0] ** 2 + 2 * w[1] ** 2, [3.0, 1.0], 0.1, 12)
    print(walk[[0, 1, 2, 12]].round(3))
except NotImplementedError:
    print("Write descend_numeric, then run this cell again.")

# %% author=true
# edit: "1.0], 0.1, 12" -> "1.0], 0.6, 12"
# then: abs(walk[-1, 0]) < 1e-6 and abs(walk[-1, 1]) > 50

# %% [markdown]
# <details><summary>Answer</summary>
#
# For $w_1$ the factor is $1 - 1.2 = -0.2$: it settles, changing sides. For $w_2$ it is $1 - 2.4 = -1.4$: it runs away, and after 12 steps it is 57. One direction that is too steep ruins the walk for all; day 29 and day 43 return to that.
#
# </details>

# %% author=true
assert round(1.4**12) == 57

# %% [markdown]
# ### Try to break it: chords under the logistic loss
#
# Is the logistic loss convex? Try to break it, as yesterday: draw two random lists of weights, and compare the loss halfway with the mean of the two losses. A single chord below the landscape would decide against it. How many of a thousand do you expect?

# %%
try:
    rng, above = np.random.default_rng(24), 0
    for _ in range(1000):
        a, b = rng.normal(scale=10.0, size=(2, 4))
        ends = [logistic_loss(v, X_learn, y_learn) for v in (a, b)]
        above += logistic_loss((a + b) / 2, X_learn, y_learn) > sum(ends) / 2 + 1e-9
    print("chords below the landscape:", above)
except NotImplementedError:
    print("Write logistic_loss, then run this cell again.")

# %% author=true
assert above == 0

# %% [markdown]
# None of a thousand. That is evidence, no proof; the proof is short. $\log(1 + e^{-m})$ is a convex curve in $m$, $m$ depends on the weights by a plain dot product, and a mean of convex costs is convex.

# %% [markdown]
# ### Think about it
#
# You have trained a model, and the loss no longer falls. How would you find out whether you stand in a poor valley, when you cannot see the map? Name two experiments, and say what each of them could show.
#
# <details><summary>Answer</summary>
#
# Start again from several other places: if they all end at the same loss, there may be one valley, and if one ends lower, the first was poor. Lower the learning rate: if the loss then falls, you were swinging across the floor, not stopped. Where the best possible loss is known, compare with it (tomorrow). None of them proves that no deeper valley exists.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. The gradient is the list of slopes, one for each direction, each measured by a step ahead and a step back.
# 2. The slope along any unit vector $\mathbf{u}$ is $\nabla f \cdot \mathbf{u}$: the gradient points the steepest way up.
# 3. Gradient descent steps against it, $\mathbf{w} - \eta \nabla f(\mathbf{w})$; the steepest direction limits $\eta$.
# 4. On rough land 500 walks end in 434 hollows; on a convex cost all lead to one valley.
# 5. Logistic regression is a score, a sigmoid and the mean surprise, minimized.

# %% [markdown]
# ### New notation today
#
# The first two stay with you to the last day. $\nabla$ is read "grad" or "nabla", after the Greek word for a harp of that shape.
#
# | symbol | read | in code |
# |---|---|---|
# | $\nabla f(\mathbf{w})$ | gradient of f at w: its slopes, one for each entry | `numerical_gradient(f, w)` |
# | $\eta$ | eta: the learning rate | `lr` |
# | $m_i$ | m i: the score of example i, its sign turned for the label 0 | `np.where(y == 1, z, -z)` |

# %% [markdown]
# ### To watch or read
#
# 3Blue1Brown, [Gradient descent, how neural networks learn](https://www.3blue1brown.com/lessons/gradient-descent): the first ten minutes show today's walk in 13,002 directions. Khan Academy, [The gradient](https://www.khanacademy.org/math/multivariable-calculus/multivariable-derivatives/gradient-and-directional-derivatives/v/gradient), draws the contour lines again. Tomorrow your classifier meets four others.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Can one do without slopes? Throw darts: draw many places at random and keep the lowest. Both searchers get the same number of evaluations, 480, in 2, 8 and 32 directions. The landscape is the bowl $w_1^2 + \dots + w_D^2$, the places lie between −3 and 3 in every direction, the walk takes learning rate 0.1. **Predict** who wins in 2 directions, and in 32.

# %%
rng = np.random.default_rng(24)
for D in (2, 8, 32):
    darts = (rng.uniform(-3, 3, (480, D)) ** 2).sum(axis=1)
    steps = 480 // (2 * D)
    try:
        walk = descend_numeric(lambda w: w @ w, rng.uniform(-3, 3, D), 0.1, steps)
        height = walk[-1] @ walk[-1]
        print(f"D = {D:2d}   darts {darts.min():7.3f}   {steps:3d} steps {height:.2e}")
    except NotImplementedError:
        print("Write descend_numeric, then run this cell again.")

# %% [markdown]
# Darts do decently in two directions. In 32 the best of 480 is hardly better than a typical one: to be near the bottom, all 32 numbers must be small at once (day 18: the chances multiply). The walk has only seven steps there, and each of them improves all 32 numbers. A gradient is worth its $2D$ measurements.

# %% [markdown]
# ### Exercise · Eight ways down
#
# *optional · about 20 minutes · needs the hikers of today*
#
# Our hikers felt four cells. Would they do better if they felt all eight, the diagonal ones too? A hiker moves to the **lowest of the eight neighbors**, those on the map, if it is lower than where she stands; otherwise she stays for good. If several neighbors are equally low, she takes the one that comes first when the map is read row by row.
#
# **Before you code.** Which rows can the neighbors of row $r$ have, on a map of $n$ rows? What does `range(max(r - 1, 0), min(r + 2, n))` give for $r = 0$? May the cell itself be among the candidates?
#
# <details><summary>Answer</summary>
#
# $r - 1$, $r$ and $r + 1$, as far as they exist. For $r = 0$ it gives 0 and 1. Yes: if the cell is itself the lowest, nobody moves.
#
# </details>
#
# **Your task.** Write `basins(Z, starts)`, which returns where each hiker ends. Ten lines are enough.


# %% exercise="d24-basins"
def basins(Z: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Where walks to the lowest of eight neighbors end.

    Z        (R, C)  heights
    starts   (n, 2)  row and column of each start, whole numbers
    returns  (n, 2)  row and column of each end, whole numbers

    >>> basins(np.array([[9, 8, 1], [9, 7, 6]]), np.array([[1, 0], [0, 2]]))
    array([[0, 2],
           [0, 2]])
    """
    ### BEGIN SOLUTION
    R, C = Z.shape

    def end(r, c):
        while True:
            rows = range(max(r - 1, 0), min(r + 2, R))
            columns = range(max(c - 1, 0), min(c + 2, C))
            near = [(i, j) for i in rows for j in columns]
            lowest = min(near, key=lambda cell: Z[cell])
            if Z[lowest] >= Z[r, c]:
                return r, c
            r, c = lowest

    return np.array([end(r, c) for r, c in starts])
    ### END SOLUTION

# %% visible="d24-basins" points=0
# A hollow at the top left, one at the bottom right, a diagonal step between 8 and 4.
ground = np.array([[1, 6, 9, 9], [5, 8, 9, 9], [9, 9, 4, 7], [9, 9, 7, 3]])
got = basins(ground, np.array([[1, 1], [1, 2], [0, 3], [3, 3]]))

assert got is not None, "basins returned None. Did you forget the return statement?"
assert not isinstance(got, list), "The ends are in a list; make it an array."
assert np.shape(got) == (4, 2), (
    f"Four hikers, one row and one column each: shape (4, 2), got {np.shape(got)}."
)
assert np.array(got)[3].tolist() == [3, 3], (
    f"The fourth hiker stands in a hollow and stays at (3, 3), got {np.array(got)[3]}. "
    f"Does the map end at its edges?"
)
assert np.array(got)[:2].tolist() == [[0, 0], [3, 3]], (
    f"From (1, 1) and (1, 2) the walks end at (0, 0) and (3, 3), got "
    f"{np.array(got)[:2].tolist()}. Which of the eight neighbors is lowest, and does "
    f"the walk go on from there?"
)
assert np.array(got)[2].tolist() == [0, 3], (
    f"At (0, 3) no neighbor is lower than 9, so she stays; got {np.array(got)[2]}."
)

# %% hidden="d24-basins" points=0
# Hidden checks: maps of many shapes, rough and smooth, with ties and plateaus, one row
# or one column, one cell, all cells as starts, heights below zero.
_rng = course_rng("d24-basins")


def _next_cells(Z):
    moves = {}
    for i, j in np.ndindex(Z.shape):
        near = [(Z[a, b], a, b) for a, b in np.ndindex(Z.shape) if max(abs(a - i), abs(b - j)) == 1]
        moves[i, j] = min(near)[1:] if near and min(near)[0] < Z[i, j] else (i, j)
    return moves


for _shape, _top in (
    ((5, 7), 4),
    ((8, 3), 30),
    ((1, 9), 5),
    ((6, 1), 9),
    ((1, 1), 3),
    ((9, 9), 400),
    ((4, 6), 2),
):
    _Z = _rng.integers(-_top, _top, size=_shape)
    _moves, _cells, _want = _next_cells(_Z), np.array(list(np.ndindex(_shape))), []
    for _cell in map(tuple, _cells.tolist()):
        while _moves[_cell] != _cell:
            _cell = _moves[_cell]
        _want.append(_cell)
    _want = np.array(_want)
    for _map in (_Z, _Z.astype(float) / 7, (_Z + _top).astype(np.uint8)):
        if _map.dtype == np.uint8 and _top > 100:
            continue
        _given_Z, _given = _map.copy(), _cells.copy()
        _got = basins(_given_Z, _given)
        assert np.shape(_got) == _want.shape, (
            f"{len(_want)} starts should give shape {_want.shape}, got {np.shape(_got)}"
        )
        assert np.array_equal(_got, _want), (
            f"on the map\n{_map}\nsome walks end at other cells than they should"
        )
        assert (_given_Z == _map).all() and (_given == _cells).all(), (
            "the caller's map or starts were changed in place"
        )

# %% [markdown]
# On the map of the fault, with the same starts as in part 2: does feeling eight cells bring anybody to the star? And how many different hollows are left of the 434?

# %%
try:
    ends = basins(land, starts)
    heights = land[ends[:, 0], ends[:, 1]]
    print(len({(r, c) for r, c in ends.tolist()}), "different hollows")
    print("lowest end:", heights.min(), " median:", np.median(heights))
except NotImplementedError:
    print("Write basins, then run this cell again.")

# %% author=true
if not data.is_stand_in("terrain"):
    assert (len({(r, c) for r, c in ends.tolist()}), heights.min(), np.median(heights)) == (375, 248, 408)

# %% [markdown]
# 375 hollows in place of 434, a typical end 12 meters lower, and still nobody at the star. Four hollows of a valley merge when one may step diagonally; the ridges between the valleys stay. Day 55 lets hikers take a step *up* now and then, by chance, and finds that this is the better cure.
