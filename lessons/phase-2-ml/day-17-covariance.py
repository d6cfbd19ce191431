# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Which way a cloud is long: covariance matrices and principal directions
#
# **The question of the day.** If you may keep one number of each point of a cloud, which number tells the points apart best?
#
# *After today you can* put all covariances of a table into one matrix and read the spread in any direction off it;
# find the directions in which a cloud is longest, and say how much of its variance each one holds;
# describe points by fewer numbers than they have, and paint them again from these.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Answer on paper first. If a question stays empty, leave it so for a minute before you unfold: the search is what makes it stick.
#
# **Yesterday (day 16).** Which eigenvalues has the matrix with rows $(2, 1)$ and $(1, 2)$? In which directions do they stretch?
#
# <details><summary>Answer</summary>
#
# Trace 4, determinant 3: $\lambda^2 - 4\lambda + 3 = (\lambda - 3)(\lambda - 1)$. It stretches $(1, 1)$ threefold and leaves $(1, -1)$ as it is. The two directions stand at a right angle; today says why.
#
# </details>

# %% [markdown]
# **A week ago (day 10).** A scaling law says $L = 8 N^{-1/4} + 1$. Which loss has a model with $N = 16$ parameters, and one with $10^4$? Which loss does no size reach?
#
# <details><summary>Answer</summary>
#
# $8/2 + 1 = 5$, and $8/10 + 1 = 1.8$. No size reaches the floor, 1.
#
# </details>
#
# **Before that (day 3).** How many yes-or-no questions single out one of 949 color names, and how does the natural logarithm of 949, 6.855, tell you?
#
# <details><summary>Answer</summary>
#
# Ten: $\log_2 949 = 6.855 / 0.693 = 9.89$, rounded up.
#
# </details>

# %% author=true
import math

assert 8 * 16**-0.25 + 1 == 5 and abs(8 * 1e4**-0.25 + 1 - 1.8) < 1e-12
assert round(math.log(949), 3) == 6.855 and round(math.log2(949), 2) == 9.89 and math.ceil(math.log2(949)) == 10

# %% [markdown]
# Now the graded warm-up, on day 10. First the tools of today. From the toolbox comes yesterday's power iteration, and `seaborn` (day 9) will draw a table as a map of colors.

# %%
import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns

from log2attn import data, figure, slider
from log2attn.learn.drawings import arrow, plane
from log2attn.learn.style import BLUE, DIVERGING, GRAY, GREEN, INK, PURPLE, VERMILLION
from log2attn.toolbox import power_iteration

# %% [markdown]
# ### Exercise · How large for this loss?
#
# *1 point · about 3 minutes · needs power laws with a floor (day 10)*
#
# A team has fitted $L = a N^{-b} + c$ and wants the loss $L$, above the floor $c$. Which size $N$ has it?
#
# **Before you code.** For $L = 8 N^{-1/4} + 1$ and a wanted loss of 3: what must $N^{-1/4}$ be? And $N$?
#
# <details><summary>Answer</summary>
#
# $N^{-1/4} = 2/8 = 1/4$, so $N^{1/4} = 4$ and $N = 256$.
#
# </details>
#
# **Your task.** Write `review_17(L, a, b, c)`, the size at which the law reaches the loss `L`. One line is enough.

# %% exercise="d17-review"
def review_17(L: float, a: float, b: float, c: float) -> float:
    """The size at which a power law with a floor reaches a loss.

    L        the wanted loss, above c
    a, b, c  scale, exponent and floor, with a > 0 and b > 0
    returns  the size N with a * N**(-b) + c = L

    >>> round(review_17(3.0, 8.0, 0.25, 1.0), 6)
    256.0
    """
    ### BEGIN SOLUTION
    return (a / (L - c)) ** (1 / b)
    ### END SOLUTION


# %% visible="d17-review" points=0
# 8 / (3 − 1) = 4, and 4 to the fourth is 256.
got = review_17(3.0, 8.0, 0.25, 1.0)

assert got is not None, "review_17 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}."
)
assert np.isclose(got, 256.0, rtol=1e-9, atol=0), (
    f"For L = 3, a = 8, b = 1/4, c = 1 the size is 256, got {got:.5g}. Take the floor "
    "away first: which power of N is left, and what undoes that power?"
)

# %% hidden="d17-review" points=1
# Hidden checks: random laws, sizes from 1 to 10^9, exponents from 0.1 to 2, floors of
# both signs.
_rng = course_rng("d17-review")
for _ in range(40):
    _want, _a, _b = 10.0 ** _rng.uniform(0, 9), _rng.uniform(0.5, 500), _rng.uniform(0.1, 2)
    _c = _rng.uniform(-1, 1) * _a * _want**-_b
    _loss = _a * np.exp(-_b * np.log(_want)) + _c
    _got = review_17(float(_loss), float(_a), float(_b), float(_c))
    assert np.isclose(_got, _want, rtol=1e-6, atol=0), f"the law {_a:.3f} N^(−{_b:.3f}) + {_c:.3f} has the loss {_loss:.5f} at N = {_want:.5g}, got {_got:.5g}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### Idea 1 · One number for each color
#
# A color is three numbers, how far the red, the green and the blue lamp are turned up (day 11). You may keep *one*. It may be a lamp, or a mixture of all three: a dot product with a direction $\mathbf{u}$ of length 1. The better the number spreads the 949 named colors, the better it tells them apart, and spread is variance (day 8). **Predict:** which of the four directions below spreads them most? Is there a still better one?

# %%
names, rgb = data.colors()
tries = {"red": [1, 0, 0], "blue": [0, 0, 1], "red − blue": [1, 0, -1]}
tries["all"] = [1, 1, 1]
for name, u in tries.items():
    u = np.array(u) / np.linalg.norm(u)
    print(f"{name:11} variance {(rgb @ u).var(ddof=0):.4f}")

# %% author=true
_spread = {n: round(float((rgb @ np.array(u) / np.linalg.norm(u)).var(ddof=0)), 4) for n, u in tries.items()}
assert _spread == {"red": 0.096, "blue": 0.0959, "red − blue": 0.0943, "all": 0.119}, _spread

# %% [markdown]
# The sum of all lamps wins, with 0.119. Trying directions one by one could go on forever, so we need a way to know the spread in *every* direction at once. The smallest cloud that shows it has four points, around the origin: $(2, 1)$, $(1, 2)$ and their opposites. In the four panels, $\mathbf{u}$ gives a line, and each point drops its shadow on it (day 11). In which panel are the shadows spread widest?

# %%
four = np.array([[2.0, 1.0], [1.0, 2.0], [-2.0, -1.0], [-1.0, -2.0]])


def draw_shadows(ax, angle):
    """The four points and their shadows on the line at so many degrees."""
    u = np.array([np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))])
    ax.plot([-3 * u[0], 3 * u[0]], [-3 * u[1], 3 * u[1]], ":", color=GRAY)
    for x in four:
        tip = (x @ u) * u
        ax.plot([x[0], tip[0]], [x[1], tip[1]], "--", color=PURPLE, linewidth=1.2)
        ax.plot(*x, "o", color=BLUE)
        ax.plot(*tip, "s", color=GREEN)
    plane(ax, 2.6, 2.6, left=-2.6, bottom=-2.6)
    ax.set_title(f"{angle:.0f}°: variance {(four @ u).var(ddof=0):.2f}", fontsize=10)

# %% [markdown]
# `draw_shadows` draws one direction: round points, dashed lines down to the line of $\mathbf{u}$, and square tips where the shadows end. The variance of the numbers $\mathbf{x} \cdot \mathbf{u}$ stands above each panel.

# %%
fig, panels = plt.subplots(2, 2, figsize=(7.6, 7.0))
for ax, angle in zip(panels.flat, (0, 45, 90, 135)):
    draw_shadows(ax, angle)
figure(fig, alt=(
    "Four points and their shadows on lines at four angles. At 45 degrees the shadows "
    "lie widest apart, variance 4.5; at 135 degrees they crowd, variance 0.5."
))

# %% [markdown]
# At 45° the variance is 4.5, at 135° it is 0.5, and along the axes it is 2.5. Drag the line around: does the variance ever leave the range from 0.5 to 4.5? How do the best and the worst direction stand to each other?

# %%
def draw_one(angle):
    fig, ax = plt.subplots(figsize=(5.0, 4.8))
    draw_shadows(ax, angle)
    return fig


slider(draw_one, alt=(
    "The shadows of four points on a line that turns; their variance rises to 4.5 at "
    "45 degrees and falls to 0.5 at 135 degrees."
), angle=(0, 180, 5, 20))

# %% [markdown]
# ### Idea 2 · All covariances in one matrix
#
# It never leaves the range, and the two directions stand at a right angle. To see why, collect what day 9 taught about pairs of columns. Take the mean of each column away; the centered rows are $\mathbf{x}_i - \bar{\mathbf{x}}$. The **covariance matrix** holds the covariance of column $j$ with column $k$ in row $j$, column $k$:
#
# $$ s_{jk} = \frac{1}{N - \text{ddof}} \sum_{i=1}^{N} (x_{ij} - \bar x_j)(x_{ik} - \bar x_k). $$
#
# In words: multiply the deviations of the two columns, row by row, add, and divide by how many rows there are, less ddof; $\bar x_j$ is the mean of column $j$. On the diagonal stand the variances. And $s_{jk} = s_{kj}$, so the matrix is its own mirror image: it is **symmetric**. We call it $\mathbf{S}$.

# %% [markdown]
# For the four points, with `ddof=0`, each variance is $(4 + 1 + 4 + 1)/4 = 2.5$ and the covariance is $(2 + 2 + 2 + 2)/4 = 2$. Here is the matrix of the colors, drawn as a map. White is zero, red above it, blue below. Before you look: do two lamps of a named color rather go together or against each other?

# %%
S = np.cov(rgb.T, ddof=0)
fig, ax = plt.subplots(figsize=(5.2, 3.8))
lamps = ["red", "green", "blue"]
sns.heatmap(S, vmin=-0.1, vmax=0.1, cmap=DIVERGING, annot=True, fmt=".3f",
            xticklabels=lamps, yticklabels=lamps, ax=ax,
            cbar_kws={"label": "covariance"})
ax.set(xlabel="lamp", ylabel="lamp")
figure(fig, alt=(
    "Map of the 3 by 3 covariance matrix. The diagonal is near 0.096 for each lamp; "
    "red with green 0.019, green with blue 0.015, red with blue nearly zero."
))

# %% author=true
assert np.allclose(S.round(3), [[0.096, 0.019, 0.002], [0.019, 0.093, 0.015], [0.002, 0.015, 0.096]])
_c = rgb - rgb.mean(axis=0)
assert all(np.isclose(S[j, k], sum(_c[i, j] * _c[i, k] for i in range(len(_c))) / len(_c)) for j in range(3) for k in range(3))
assert np.allclose(np.cov(four.T, ddof=0), [[2.5, 2.0], [2.0, 2.5]])

# %% [markdown]
# All lamps vary alike, about 0.096. Red goes with green, and green with blue, a little; red and blue hardly care for each other. (`np.cov` is numpy's own; it wants the columns as rows, so we hand it `rgb.T`. You build yours now.)

# %% [markdown]
# ### Exercise · The covariance matrix
#
# *2 points · about 7 minutes · needs the covariance (day 9)*
#
# Nine covariances by nine calls would do for colors. For a layer of 768 numbers there are half a million, and one product makes them all. With the centered table $\mathbf{C}$, whose rows are $\mathbf{x}_i - \bar{\mathbf{x}}$,
#
# $$ \mathbf{S} = \frac{\mathbf{C}^{\mathsf T} \mathbf{C}}{N - \text{ddof}} , $$
#
# all dot products of centered columns, over N less ddof.
#
# **Before you code.** $\mathbf{C}$ has the shape $(N, D)$. Which shape has $\mathbf{C}^{\mathsf T} \mathbf{C}$, and which $\mathbf{C} \mathbf{C}^{\mathsf T}$?
#
# <details><summary>Answer</summary>
#
# $(D, D)$: all pairs of columns. The other is $(N, N)$: all pairs of rows.
#
# </details>
#
# **Your task.** Write `cov_matrix(X, ddof)`. Two or three lines are enough. Calling `np.cov` passes too.

# %% exercise="d17-cov_matrix"
def cov_matrix(X: np.ndarray, ddof: int) -> np.ndarray:
    """The covariances of all pairs of columns.

    X        (N, D)  one example a row
    ddof     what is taken from N in the divisor, 0 or 1
    returns  (D, D)  entry (j, k) is the covariance of columns j and k

    >>> cov_matrix(np.array([[1.0, 5.0], [3.0, 5.0]]), 0)
    array([[1., 0.],
           [0., 0.]])
    """
    ### BEGIN SOLUTION
    X = np.asarray(X, dtype=float)
    C = X - X.mean(axis=0)
    return C.T @ C / (len(X) - ddof)
    ### END SOLUTION


# %% visible="d17-cov_matrix" points=1
# Three rows, two columns. Means 2 and 5; deviations (−1, 0, 1) and (−3, −1, 4).
table = np.array([[1.0, 2.0], [2.0, 4.0], [3.0, 9.0]])
got, got_one = cov_matrix(table, 0), cov_matrix(table, 1)

assert got is not None, "cov_matrix returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 2), (
    f"Two columns make a table of shape (2, 2), got {np.shape(got)}. Which product "
    "pairs columns with columns?"
)
assert np.allclose(got_one, [[1, 3.5], [3.5, 13]], rtol=1e-9, atol=0), (
    f"With ddof=1 expected [[1, 3.5], [3.5, 13]], got\n{np.round(got_one, 4)}\nWhich "
    "mean is taken away from which numbers, and what do you divide by?"
)
assert np.allclose(got, [[2 / 3, 7 / 3], [7 / 3, 26 / 3]], rtol=1e-9, atol=0), (
    f"With ddof=0 divide by 3: expected 2/3, 7/3 and 26/3, got\n{np.round(got, 4)}"
)

# %% hidden="d17-cov_matrix" points=1
# Hidden checks: random tables of many shapes, both ddof, columns far from zero and on
# very different scales, whole numbers, float32; your table left as it was.
_rng = course_rng("d17-cov_matrix")
for _ in range(40):
    _N, _D, _ddof = int(_rng.integers(2, 40)), int(_rng.integers(1, 8)), int(_rng.integers(0, 2))
    _X = _rng.normal(size=(_N, _D)) * 10.0 ** _rng.uniform(-2, 2, size=_D) + _rng.uniform(-100, 100, size=_D)
    _want, _given = np.cov(_X.T, ddof=_ddof).reshape(_D, _D), _X.copy()
    _got = np.atleast_2d(cov_matrix(_given, _ddof))  # np.cov gives one column's variance as a number
    assert np.shape(_got) == (_D, _D), f"a table of shape {_X.shape} should give {(_D, _D)}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-8), f"wrong for a table of shape {_X.shape} with ddof={_ddof}"
    assert (_given == _X).all(), "the caller's table was changed in place"

_X = _rng.normal(size=(30, 3))
_want = np.cov(_X.T, ddof=1)
assert np.allclose(cov_matrix(_X + 1e8, 1), _want, rtol=1e-4, atol=1e-4), "wrong for columns near 10^8: take the means away before you multiply (day 9)"
for _type in (int, np.float32):
    _X = _rng.integers(-9, 10, size=(7, 4)).astype(_type)
    _want = np.cov(_X.T.astype(float), ddof=0)
    assert np.allclose(cov_matrix(_X.copy(), 0), _want, rtol=1e-4, atol=1e-4), f"wrong for entries of type {_type.__name__}"
assert np.allclose(cov_matrix(np.array([[3.0, 7.0, 1.0]]), 0), np.zeros((3, 3)), rtol=0, atol=1e-12), "one row does not vary: its table is zero"

# %% author=true
assert np.allclose(cov_matrix(np.array([[0, 255], [255, 0]], dtype=np.uint8), 0), 127.5**2 * np.array([[1, -1], [-1, 1]]))
assert np.allclose(cov_matrix(rgb, 0), S)

# %% [markdown]
# ### Idea 3 · The spread in any direction
#
# How does $\mathbf{S}$ know the variance along $\mathbf{u}$? A centered row gives the number $\mathbf{u} \cdot \mathbf{c}$, whose square for $D = 2$ is $u_1^2 c_1^2 + 2 u_1 u_2\, c_1 c_2 + u_2^2 c_2^2$. Average over all rows: the mean of $c_1^2$ is $s_{11}$, that of $c_1 c_2$ is $s_{12}$, and so on. For $\mathbf{u}$ of length 1, in any number of dimensions,
#
# $$ \text{variance along } \mathbf{u} = \sum_{j} \sum_{k} u_j\, s_{jk}\, u_k = \mathbf{u} \cdot \mathbf{S}\mathbf{u}. $$
#
# In words: apply the matrix to the direction, and dot the result with the direction. For the four points at 45°, $\mathbf{u} = (0.707, 0.707)$ and $\mathbf{S}\mathbf{u} = 4.5\,\mathbf{u}$, so the variance is 4.5. No row of data was touched.

# %% author=true
_u = np.array([0.6, -0.3, 0.2])
assert np.isclose(_u @ S @ _u, (rgb @ _u).var(ddof=0)) and np.isclose(_u @ S @ _u, sum(_u[j] * S[j, k] * _u[k] for j in range(3) for k in range(3)))
_v = np.array([0.5**0.5, 0.5**0.5])
assert np.allclose(np.cov(four.T, ddof=0) @ _v, 4.5 * _v)

# %% [markdown]
# ### Exercise · Spread from the matrix alone
#
# *2 points · about 6 minutes · needs a matrix as a machine (day 12) and lengths (day 11)*
#
# Hand on 768 · 768 numbers instead of a million rows, and anybody can ask for the spread in a direction. A direction of any length should do, so divide its length out:
#
# $$ \frac{\mathbf{u} \cdot \mathbf{S}\mathbf{u}}{\mathbf{u} \cdot \mathbf{u}}, $$
#
# the direction dotted with its image, over its squared length: yesterday's Rayleigh quotient.
#
# **Before you code.** For $\mathbf{S}$ with rows $(2.5, 2)$ and $(2, 2.5)$ and $\mathbf{u} = (1, -1)$: what is $\mathbf{S}\mathbf{u}$, and the answer? And for $\mathbf{u} = (10, -10)$?
#
# <details><summary>Answer</summary>
#
# $(0.5, -0.5)$, and $1/2 = 0.5$. The same for ten times $\mathbf{u}$: hundredfold above and below.
#
# </details>
#
# **Your task.** Write `var_along(S, u)`. One or two lines are enough.

# %% exercise="d17-var_along"
def var_along(S: np.ndarray, u: np.ndarray) -> float:
    """The variance of a cloud along a direction, from its covariance matrix.

    S        (D, D)  covariance matrix
    u        (D,)    the direction, of any length but 0
    returns  the variance of the numbers x · u / ‖u‖

    >>> float(var_along(np.array([[2.5, 2.0], [2.0, 2.5]]), np.array([3.0, 3.0])))
    4.5
    """
    ### BEGIN SOLUTION
    u = np.asarray(u, dtype=float)
    return u @ S @ u / (u @ u)
    ### END SOLUTION


# %% visible="d17-var_along" points=1
# Along the first axis: the first variance. Along (3, 4): (9·2 + 2·12·1 + 16·5)/25 =
# 4.88.
table = np.array([[2.0, 1.0], [1.0, 5.0]])
got_axis = var_along(table, np.array([1.0, 0.0]))
got = var_along(table, np.array([3.0, 4.0]))

assert got is not None, "var_along returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"A variance is one number, got something of shape {np.shape(got)}."
)
assert np.isclose(got_axis, 2.0, rtol=1e-9, atol=0), (
    f"Along the first axis the variance is the first number on the diagonal, 2, got "
    f"{got_axis:.4f}."
)
assert np.isclose(got, 4.88, rtol=1e-9, atol=0), (
    f"Along (3, 4) the variance is 122/25 = 4.88, got {got:.4f}. The direction is 5 "
    "long: by what does its length change u · Su?"
)

# %% hidden="d17-var_along" points=1
# Hidden checks: the variance of random clouds of many sizes along random directions,
# short and long ones; whole numbers; your arrays left as they were.
_rng = course_rng("d17-var_along")
for _ in range(40):
    _N, _D = int(_rng.integers(3, 40)), int(_rng.integers(1, 8))
    _X = _rng.normal(size=(_N, _D)) @ _rng.normal(size=(_D, _D)) * 10.0 ** _rng.uniform(-1, 2)
    _S, _u = np.atleast_2d(np.cov(_X.T, ddof=0)), _rng.normal(size=_D) * 10.0 ** _rng.uniform(-4, 4)
    _want, _given_S, _given_u = (_X @ (_u / np.linalg.norm(_u))).var(ddof=0), _S.copy(), _u.copy()
    _got = var_along(_given_S, _given_u)
    assert np.ndim(_got) == 0, f"one number is expected, got shape {np.shape(_got)}"
    assert np.isclose(_got, _want, rtol=1e-6, atol=1e-9), f"the variance of {_N} points in {_D} dimensions along {_u.round(3)} is {_want:.5g}, got {_got:.5g}"
    assert (_given_S == _S).all() and (_given_u == _u).all(), "one of the caller's arrays was changed in place"
assert np.isclose(var_along(np.array([[2, 1], [1, 5]]), np.array([-1, 2])), 3.6, rtol=1e-9, atol=0), "wrong for whole numbers: along (−1, 2) the variance is 18/5"

# %% [markdown]
# ### Idea 4 · The longest direction is an eigenvector
#
# Turn $\mathbf{u}$ through half a circle for the four points, and draw the variance as a curve. Where are its top and its bottom? What does $\mathbf{S}$ do to an arrow in these two directions, and what did yesterday call such arrows?

# %%
T = np.cov(four.T, ddof=0)
angles = np.arange(0, 181)
U = np.column_stack([np.cos(np.deg2rad(angles)), np.sin(np.deg2rad(angles))])
fig, (cloud, curve) = plt.subplots(1, 2, figsize=(9.0, 3.8))
cloud.scatter(four[:, 0], four[:, 1], color=BLUE)
arrow(cloud, (0, 0), 1.5 * U[45], VERMILLION, "4.5", (0.6, 0.2))
arrow(cloud, (0, 0), 0.5 * U[135], GREEN, "0.5", (-0.8, 0.2))
plane(cloud, 2.6, 2.6, left=-2.6, bottom=-2.6)
curve.plot(angles, (U @ T * U).sum(axis=1), "-", 45, 4.5, "o", 135, 0.5, "s", color=INK)
curve.set(xlabel="angle of u (degrees)", ylabel="variance along u", ylim=(0, 5))
figure(fig, alt=(
    "Left: four points with a long arrow at 45 and a short one at 135 degrees. Right: "
    "the variance along u rises to 4.5 at 45 degrees and falls to 0.5 at 135."
))

# %% author=true
_curve = (U @ T * U).sum(axis=1)
assert np.isclose(_curve.max(), 4.5) and np.isclose(_curve.min(), 0.5) and _curve.argmax() == 45 and _curve.argmin() == 135

# %% [markdown]
# The top is at the eigenvector with the largest eigenvalue, the bottom at the one with the smallest. Two steps show that this holds for every covariance matrix. First, **eigenvectors of a symmetric matrix stand at right angles**, if their eigenvalues differ. For such a matrix $\mathbf{a} \cdot \mathbf{S}\mathbf{b} = \mathbf{b} \cdot \mathbf{S}\mathbf{a}$: both are the sum of all $a_j s_{jk} b_k$. With two eigenvectors this says
#
# $$ \lambda_2\, \mathbf{u}_1 \cdot \mathbf{u}_2 = \mathbf{u}_1 \cdot \mathbf{S}\mathbf{u}_2 = \mathbf{u}_2 \cdot \mathbf{S}\mathbf{u}_1 = \lambda_1\, \mathbf{u}_1 \cdot \mathbf{u}_2 . $$
#
# In words: lambda 2 times a number is lambda 1 times the same number. As the lambdas differ, the number is 0.

# %% [markdown]
# Second, take any direction apart: $\mathbf{u} = c_1\mathbf{u}_1 + c_2\mathbf{u}_2$, with all three of length 1. Pythagoras says $c_1^2 + c_2^2 = 1$. In $\mathbf{u} \cdot \mathbf{S}\mathbf{u}$ the mixed products vanish, and what remains is
#
# $$ \mathbf{u} \cdot \mathbf{S}\mathbf{u} = c_1^2 \lambda_1 + c_2^2 \lambda_2 . $$
#
# In words: the variance along $\mathbf{u}$ is a mean of the eigenvalues, weighted with the squared parts. A mean is never above the largest value, and reaches it when all the weight is there. So the longest direction is $\mathbf{u}_1$, with the variance $\lambda_1$; the longest at a right angle to it is $\mathbf{u}_2$, and so on. These are the **principal directions**.

# %% author=true
_vals, _cols = np.linalg.eigh(T)
_c2, _c1 = _cols.T @ U[20]
assert np.isclose(_c1**2 + _c2**2, 1) and np.isclose(U[20] @ T @ U[20], _c1**2 * _vals[1] + _c2**2 * _vals[0])
assert np.isclose(_cols[:, 0] @ _cols[:, 1], 0) and np.isclose(_cols[:, 0] @ T @ _cols[:, 1], _cols[:, 1] @ T @ _cols[:, 0])

# %% [markdown]
# The eigenvalues add up to the trace of $\mathbf{S}$ (day 16 saw it for two), which is the sum of the variances: the **total variance**. So the share of direction $i$ is $\lambda_i$ over the total. For symmetric matrices numpy has `np.linalg.eigh`; it returns the eigenvalues from small to large, and the directions as columns. Now the colors:

# %%
values, columns = np.linalg.eigh(S)
values, V = values[::-1], columns.T[::-1]  # largest first, directions as rows
V = V * np.sign(V[:, :1])  # either sign is right; we take red positive
for lam, share, u in zip(values, values / values.sum(), V):
    print(f"variance {lam:.4f}  share {share:.3f}  weights {u.round(2)}")

# %% author=true
assert np.round(values / values.sum(), 3).tolist() == [0.42, 0.331, 0.249] and np.isclose(values.sum(), S[0, 0] + S[1, 1] + S[2, 2])
assert np.allclose(V, [[0.57, 0.67, 0.47], [0.62, 0.01, -0.78], [0.54, -0.74, 0.41]], atol=0.006), V

# %% [markdown]
# That is the answer to the puzzle. The best single number weighs all three lamps with one sign: it is *brightness*, with 42.0 % of the variance, and 0.1199 is hardly above our plain sum with 0.1190. The second direction sets red against blue, warm against cold, with 33.1 %; the third sets green against the other two, with 24.9 %. Nobody told the matrix about warm and cold.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### The next direction: take the first one out
#
# Power iteration finds $\mathbf{u}_1$. How do you make it find the second? Take the first out of the matrix. `np.outer(u, u)` is the matrix of all products $u_j u_k$, a column times a row (day 11). What is left is
#
# $$ \mathbf{S} - \lambda_1\, \mathbf{u}_1 \mathbf{u}_1^{\mathsf T} $$
#
# In words: the matrix less lambda 1 times that matrix of products. Applied to $\mathbf{u}_1$ it gives $\lambda_1\mathbf{u}_1 - \lambda_1\mathbf{u}_1 = \mathbf{0}$. Applied to $\mathbf{u}_2$ it does what $\mathbf{S}$ does, because $\mathbf{u}_1 \cdot \mathbf{u}_2 = 0$. So $\lambda_1$ is replaced by 0, and the runner-up is now the winner. This is called **deflation**.

# %%
rest = S - values[0] * np.outer(V[0], V[0])
print("first direction:", np.abs(rest @ V[0]).max() < 1e-12)
print("second direction:", (rest @ V[1] / V[1]).round(4), "against", values[1].round(4))

# %% author=true
assert np.allclose(rest @ V[0], 0, atol=1e-12) and np.allclose(rest @ V[1], values[1] * V[1])

# %% author=true
# lint: square-only — a covariance matrix is square

# %% [markdown]
# ### Exercise · The k longest directions
#
# *3 points · about 14 minutes · needs power iteration (day 16)*
#
# This is the heart of what day 51 calls PCA, and the cell above has all its parts. Find $\lambda_1, \mathbf{u}_1$, deflate,
#
# $$ \mathbf{S} \leftarrow \mathbf{S} - \lambda\, \mathbf{u}\mathbf{u}^{\mathsf T}, $$
#
# and go on with what is left.
#
# **Before you code.** Why must $\mathbf{u}$ have length 1 here? And why does a start such as $(1, 0, 0)$ not serve every matrix?
#
# <details><summary>Answer</summary>
#
# Otherwise too much or too little is taken out. The start may hold nothing of the winner, as on a matrix with zeros off the diagonal; random numbers hold some of everything.
#
# </details>
#
# **Your task.** Write `top_directions(S, k)`: the values, largest first, and the directions as rows. `power_iteration(S, start, n, tol)` returns value, direction and history; 5000 steps and a `tol` of `1e-12` times the trace are plenty. Make `rng = np.random.default_rng(17)` once; each start is `rng.normal(size=len(S))`. Eight lines are enough. `np.linalg.eigh` passes too.

# %% exercise="d17-top_directions"
def top_directions(S: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    """The k directions in which a cloud is longest, from its covariance matrix.

    S        (D, D)  covariance matrix, with at least k eigenvalues above 0
    k        how many directions, 1 <= k <= D
    returns  (values, rows): the variances (k,), largest first, and the directions
             (k, D), each a row of length 1, with either sign

    >>> values, rows = top_directions(np.array([[2.5, 2.0], [2.0, 2.5]]), 2)
    >>> values.round(6), np.abs(rows).round(4)
    (array([4.5, 0.5]), array([[0.7071, 0.7071],
           [0.7071, 0.7071]]))
    """
    ### BEGIN SOLUTION
    S, values, rows = np.array(S, dtype=float), [], []
    tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17)
    for _ in range(k):
        lam, u, _ = power_iteration(S, start.normal(size=len(S)), 5000, tol)
        values.append(lam)
        rows.append(u)
        S = S - lam * np.outer(u, u)
    return np.array(values), np.array(rows)
    ### END SOLUTION


# %% visible="d17-top_directions" points=1
# Eigenvalues 6, 3 and 1: along (0.6, 0.8, 0), (0, 0, 1) and (0.8, −0.6, 0).
table = np.array([[2.8, 2.4, 0.0], [2.4, 4.2, 0.0], [0.0, 0.0, 3.0]])
got = top_directions(table, 2)
want = np.array([[0.6, 0.8, 0.0], [0.0, 0.0, 1.0]])

assert got is not None, (
    "top_directions returned None. Did you forget the return statement?"
)
assert len(got) == 2 and np.shape(got[0]) == (2,) and np.shape(got[1]) == (2, 3), (
    "For k = 2 expected two values, shape (2,), and two rows, shape (2, 3). Got "
    f"{[np.shape(part) for part in got]}."
)
assert np.allclose(got[0], [6, 3], rtol=1e-6, atol=0), (
    f"The two largest eigenvalues are 6 and 3, got {np.round(got[0], 5)}. What is left "
    "of the table after the first direction is taken out?"
)
assert np.allclose(np.linalg.norm(got[1], axis=1), 1, rtol=1e-6, atol=0), (
    f"Each row should be 1 long, yours are {np.linalg.norm(got[1], axis=1).round(4)}."
)
assert np.allclose(np.abs((want * got[1]).sum(axis=1)), 1, rtol=1e-4, atol=0), (
    "The directions are (0.6, 0.8, 0) and (0, 0, 1), with either sign, as rows. "
    f"Got\n{np.round(got[1], 4)}"
)

# %% hidden="d17-top_directions" points=2
# Hidden checks: random tables of many sizes with known directions, every k, small and
# large variances, equal variances, axes as directions, whole numbers; your table left
# as it was.
_rng = course_rng("d17-top_directions")
for _ in range(16):
    _D, _scale = int(_rng.integers(1, 7)), 10.0 ** _rng.integers(-4, 5)
    _Q = np.linalg.qr(_rng.normal(size=(_D, _D)))[0]
    _lams = _scale * np.cumprod(_rng.uniform(0.3, 0.8, size=_D))
    _S = (_Q * _lams) @ _Q.T
    _k, _given = int(_rng.integers(1, _D + 1)), _S.copy()
    _values, _rows = (np.asarray(_part, dtype=float) for _part in top_directions(_given, _k))
    assert _values.shape == (_k,) and _rows.shape == (_k, _D), f"k = {_k} of {_D} should give shapes {(_k,)} and {(_k, _D)}, gave {_values.shape} and {_rows.shape}"
    assert np.allclose(_values, _lams[:_k], rtol=1e-6, atol=0), f"the largest eigenvalues are {_lams[:_k]}, got {_values}"
    assert np.allclose(np.linalg.norm(_rows, axis=1), 1, rtol=1e-6, atol=0), "each row should be 1 long"
    assert np.allclose(np.abs((_rows * _Q.T[:_k]).sum(axis=1)), 1, rtol=1e-6, atol=0), f"wrong directions for a table of {_D} rows and k = {_k}"
    assert (_given == _S).all(), "the caller's table was changed in place"

_values, _rows = top_directions(np.array([[2, 0, 0, 0], [0, 5, 0, 0], [0, 0, 2, 0], [0, 0, 0, 1]]), 3)
_rows = np.asarray(_rows, dtype=float)
assert np.allclose(_values, [5, 2, 2], rtol=1e-6, atol=0), f"whole numbers, two equal variances: expected 5, 2, 2, got {_values}"
assert np.allclose(_rows @ _rows.T, np.eye(3), rtol=0, atol=1e-5), "directions of equal variance are not unique, yet yours should stand at right angles"
assert np.allclose(_rows[:, 3], 0, rtol=0, atol=1e-5), "the direction with variance 1 does not belong to the first three"
_C = data.colors()[1]
_values, _rows = top_directions(np.cov(_C.T, ddof=0), 3)
assert np.allclose(_values, np.sort(np.linalg.eigvalsh(np.cov(_C.T, ddof=0)))[::-1], rtol=1e-6, atol=0), "wrong values for the 949 colors"

# %% [markdown]
# ### Five prices, one market
#
# Day 9 asked who would buy two stocks. Here are the monthly changes of five, 389 months. Each month is a point with five entries, and the cloud has five principal directions. **Predict:** how will the first one weigh the five firms, and is there a word for its number?

# %%
months, prices = data.stocks()
firms = ["IBM", "AAPL", "MSFT", "XRX", "ADBE"]
P = np.column_stack([prices[firm] for firm in firms])
changes = P[1:] / P[:-1] - 1
lams, columns = np.linalg.eigh(np.cov(changes.T, ddof=0))
first = columns[:, -1] * np.sign(columns[0, -1])
print("weights:", dict(zip(firms, first.round(2).tolist())))
print("share of the total variance:", (lams[-1] / lams.sum()).round(3))

# %% [markdown]
# All five weights have one sign: the first number says how good the month was for everybody. The S&P 500 index, which the table has never seen, should know the same. Does it?

# %%
index = prices["^GSPC"][1:] / prices["^GSPC"][:-1] - 1
number = (changes - changes.mean(axis=0)) @ first
r = np.corrcoef(number, index)[0, 1]
fig, ax = plt.subplots(figsize=(6.0, 3.6))
ax.scatter(100 * number, 100 * index, color=BLUE, s=12)
ax.set(xlabel="number along the first direction (%)", ylabel="change of the index (%)")
ax.set_title(f"r = {r:.2f}")
figure(fig, alt=(
    "389 months: the number along the first direction of five stocks against the "
    "change of the S&P 500. The points rise together, with a correlation of 0.72."
))

# %% author=true
if not data.is_stand_in("stocks"):
    assert round(r, 2) == 0.72 and round(lams[-1] / lams.sum(), 3) == 0.495 and len(changes) == 389
    assert np.allclose(first, [0.26, 0.54, 0.32, 0.48, 0.56], atol=0.006)

# %% [markdown]
# With 49.5 % of the total variance and a correlation of 0.72 with the index, the longest direction of five stocks is *the market*. Whoever owns the five for safety owns one thing for half of the ups and downs.

# %% [markdown]
# ### Where this sits in a real model
#
# The vectors inside a language model have hundreds of entries, and their clouds are far from round. In GPT-2 and its like, one to three entries vary so much that they decide most cosines (day 11; Timkey and van Schijndel, 2021). To look at a cloud with eyes, people keep the two or three longest directions and draw the points there. Day 51 does so with a data table of its own, without forming $\mathbf{S}$, and calls it **PCA**, principal component analysis (Karl Pearson, 1901; Harold Hotelling, 1933).

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### In your own words
#
# **What would it mean if all three directions of the colors held a third each?** Write three or four sentences. What would the cloud look like, which direction would be best, and what would the variance-against-angle curve be?
#
# <details><summary>Answer</summary>
#
# All eigenvalues would be equal, so the variance would be the same in every direction: a mean of equal numbers is that number. The cloud would be as wide this way as that, like a ball (or a cube: variance does not see corners). The curve would be level, no direction would be better than another, and any three at right angles would do. Nothing could be saved by choosing well.
#
# </details>

# %% [markdown]
# ### Exercise · Fewer numbers for each point
#
# *2 points · about 5 minutes · needs tables of dot products (day 11)*
#
# With the directions as rows of $\mathbf{V}$ (the $\mathbf{u}_j$ found above), each point gets one number per direction, seen from the mean:
#
# $$ \mathbf{Z} = (\mathbf{X} - \bar{\mathbf{x}})\,\mathbf{V}^{\mathsf T}, $$
#
# the dot products of centered rows with directions.
#
# **Before you code.** $\mathbf{X}$ is $(N, D)$ and $\mathbf{V}$ is $(k, D)$. Which shape has $\mathbf{Z}$? What is $\mathbf{Z}$ for a point at the mean?
#
# <details><summary>Answer</summary>
#
# $(N, k)$; zeros.
#
# </details>
#
# **Your task.** Write `project_k(X, mean, V)`. The mean is handed in: it may come from other rows than these. One line is enough.

# %% exercise="d17-project_k"
def project_k(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Coordinates of points along a few directions, seen from a mean.

    X        (N, D)  points
    mean     (D,)    the point from which to look
    V        (k, D)  directions as rows, of length 1 and at right angles
    returns  (N, k)  entry (i, j) tells how far point i lies along direction j

    >>> project_k(np.array([[5.0, 2.0]]), np.array([1.0, 1.0]), np.array([[0.0, 1.0]]))
    array([[1.]])
    """
    ### BEGIN SOLUTION
    return (np.asarray(X, dtype=float) - mean) @ np.asarray(V, dtype=float).T
    ### END SOLUTION


# %% visible="d17-project_k" points=1
# From (1, 2, 3), along (0.6, 0.8, 0) and (0, 0, 1): (6, 2, 4) lies 3 and 1 away.
rows = np.array([[0.6, 0.8, 0.0], [0.0, 0.0, 1.0]])
middle = np.array([1.0, 2.0, 3.0])
points = np.array([[6.0, 2.0, 4.0], [1.0, 2.0, 3.0], [1.0, 7.0, 0.0]])
got = project_k(points, middle, rows)

assert got is not None, "project_k returned None. Did you forget the return statement?"
assert np.shape(got) == (3, 2), (
    f"Three points and two directions: expected shape (3, 2), got {np.shape(got)}."
)
assert np.allclose(got[1], [0, 0], rtol=0, atol=1e-9), (
    f"The second point is the mean itself: expected (0, 0), got {np.round(got[1], 4)}."
)
assert np.allclose(got, [[3, 1], [0, 0], [4, -3]], rtol=1e-9, atol=1e-9), (
    f"Expected (3, 1), (0, 0), (4, −3), got\n{np.round(got, 4)}\nIs it the dot product "
    "of each centered point with each direction?"
)

# %% hidden="d17-project_k" points=1
# Hidden checks: random points, means and directions of many shapes, a mean that is not
# that of the points, one point; whole numbers; your arrays left as they were.
_rng = course_rng("d17-project_k")
for _ in range(30):
    _N, _D = int(_rng.integers(1, 9)), int(_rng.integers(1, 7))
    _k = int(_rng.integers(1, _D + 1))
    _X, _mean, _V = _rng.normal(size=(_N, _D)), _rng.normal(size=_D), np.linalg.qr(_rng.normal(size=(_D, _D)))[0][:_k]
    _want = np.array([[sum((_x - _mean) * _v) for _v in _V] for _x in _X])
    _given = _X.copy(), _mean.copy(), _V.copy()
    _got = project_k(*_given)
    assert np.shape(_got) == (_N, _k), f"{_N} points along {_k} directions should give shape {(_N, _k)}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"wrong for {_N} points of {_D} entries and {_k} directions"
    assert (_given[0] == _X).all() and (_given[1] == _mean).all() and (_given[2] == _V).all(), "one of the caller's arrays was changed in place"
assert np.allclose(project_k(np.array([[4, 9]]), np.array([1, 1]), np.array([[0, 1], [1, 0]])), [[8, 3]], rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### Exercise · And back again
#
# *2 points · about 5 minutes · needs linear combinations (day 11)*
#
# From its $k$ numbers a point can be rebuilt, as well as they allow:
#
# $$ \hat{\mathbf{x}}_i = \bar{\mathbf{x}} + z_{i1}\mathbf{v}_1 + \dots + z_{ik}\mathbf{v}_k, $$
#
# the mean, plus each direction stretched by its number. It is the nearest point that these directions reach: the projection of day 15.
#
# **Before you code.** What comes out if all numbers are 0? And with $k = D$ directions?
#
# <details><summary>Answer</summary>
#
# The mean; and the point itself.
#
# </details>
#
# **Your task.** Write `reconstruct(Z, mean, V)`. One line is enough.

# %% exercise="d17-reconstruct"
def reconstruct(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Points from their coordinates along a few directions.

    Z        (N, k)  coordinates
    mean     (D,)    the point from which they are counted
    V        (k, D)  directions as rows, of length 1 and at right angles
    returns  (N, D)  the mean, plus each direction stretched by its coordinate

    >>> reconstruct(np.array([[2.0]]), np.array([1.0, 1.0]), np.array([[0.0, 1.0]]))
    array([[1., 3.]])
    """
    ### BEGIN SOLUTION
    return np.asarray(Z, dtype=float) @ np.asarray(V, dtype=float) + mean
    ### END SOLUTION


# %% visible="d17-reconstruct" points=1
# From (1, 2, 3): 5 along (0.6, 0.8, 0) and 1 along (0, 0, 1) leads to (4, 6, 4).
rows = np.array([[0.6, 0.8, 0.0], [0.0, 0.0, 1.0]])
got = reconstruct(np.array([[5.0, 1.0], [0.0, 0.0]]), np.array([1.0, 2.0, 3.0]), rows)

assert got is not None, (
    "reconstruct returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 3), (
    f"Two points of three entries: expected shape (2, 3), got {np.shape(got)}."
)
assert np.allclose(got[1], [1, 2, 3], rtol=1e-9, atol=0), (
    f"Coordinates of zero belong to the mean, (1, 2, 3), got {np.round(got[1], 4)}."
)
assert np.allclose(got[0], [4, 6, 4], rtol=1e-9, atol=0), (
    f"Expected (4, 6, 4), got {np.round(got[0], 4)}. Which number stretches which row "
    "of V?"
)

# %% hidden="d17-reconstruct" points=1
# Hidden checks: random coordinates, means and directions of many shapes; whole numbers;
# your arrays left as they were.
_rng = course_rng("d17-reconstruct")
for _ in range(30):
    _N, _D = int(_rng.integers(1, 9)), int(_rng.integers(1, 7))
    _k = int(_rng.integers(1, _D + 1))
    _Z, _mean, _V = _rng.normal(size=(_N, _k)), _rng.normal(size=_D), np.linalg.qr(_rng.normal(size=(_D, _D)))[0][:_k]
    _want = np.array([_mean + sum(_a * _v for _a, _v in zip(_z, _V, strict=True)) for _z in _Z])
    _given = _Z.copy(), _mean.copy(), _V.copy()
    _got = reconstruct(*_given)
    assert np.shape(_got) == (_N, _D), f"{_N} points of {_D} entries should give shape {(_N, _D)}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"wrong for {_N} points of {_D} entries and {_k} directions"
    assert (_given[0] == _Z).all() and (_given[1] == _mean).all() and (_given[2] == _V).all(), "one of the caller's arrays was changed in place"
assert np.allclose(reconstruct(np.array([[2, 3]]), np.array([1, 1]), np.array([[0, 1], [1, 0]])), [[4, 3]], rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### Seven colors from one, two and three numbers
#
# Your two functions now send each color through $k$ numbers and paint it again. `.clip(0, 1)` holds a lamp between off and full. **Predict** what the seven look like when only one number is kept. (`try` and `except` let the cell wait for your functions.)

# %%
chosen = ["navy", "forest green", "brick red", "sky blue", "mustard", "pink", "white"]
mean, rebuilt = rgb.mean(axis=0), {}
C = np.array([rgb[names.index(name)] for name in chosen])
try:
    for k in (1, 2, 3):
        Z = project_k(C, mean, V[:k])
        rebuilt[f"{k} of 3"] = np.array(reconstruct(Z, mean, V[:k])).clip(0, 1)
except NotImplementedError:
    print("Write project_k and reconstruct, then run this cell and the next again.")

# %% [markdown]
# The last row of the figure shows the real colors. Compare row by row from the top: what does the second number bring back, and what the third? Which two colors does the first row confuse?

# %%
strips = [*rebuilt.values(), C]
labels = [*rebuilt, "original"]
fig, ax = plt.subplots(figsize=(8.4, 3.4))
ax.imshow(np.array(strips), aspect="auto")
ax.set_xticks(range(len(chosen)), chosen)
ax.set_yticks(range(len(labels)), labels)
ax.grid(visible=False)
ax.set(xlabel="name of the color", ylabel="numbers kept")
figure(fig, alt=(
    "Seven colors rebuilt. One number gives a scale from near black to pale yellow, "
    "sky blue and pink alike; two add blue and orange; green and pink need the third."
))

# %% author=true
assert np.allclose(rebuilt["3 of 3"], C)
_one = reconstruct(project_k(C, mean, V[:1]), mean, V[:1])
_apart = [(float(np.linalg.norm(_one[i] - _one[j])), chosen[i], chosen[j]) for i in range(7) for j in range(i)]
assert min(_apart)[1:] in (("pink", "sky blue"), ("sky blue", "pink")), sorted(_apart)[:3]
assert mean[0] > mean[1] > mean[2]
_missed = [float(((reconstruct(project_k(rgb, mean, V[:k]), mean, V[:k]) - rgb) ** 2).sum(axis=1).mean()) for k in (1, 2, 3)]
assert np.allclose(_missed, [values[1] + values[2], values[2], 0], atol=1e-12)

# %% [markdown]
# One number makes a scale from dark to light, on which sky blue and pink are nearly one; the second adds warm and cold; green and pink wait for the third. (The scale is not gray but yellowish, as the mean color is: people have more names for warm colors.) The mean squared distance from the true colors is exactly the variance of the directions that were left out, here $\lambda_2 + \lambda_3$, then $\lambda_3$, then 0. Keeping the longest directions loses least.

# %% [markdown]
# ### Break it: another unit
#
# Somebody stores blue from 0 to 255, and red and green from 0 to 1, as before. **Predict** the first direction and its share of the total variance. Then change `255.0` to `1.0`, and everybody's units are the same again.

# %%
units = np.array([1.0, 1.0, 255.0])
lams, columns = np.linalg.eigh(np.cov((rgb * units).T, ddof=0))
print("first direction:", np.abs(columns[:, -1]).round(3))
print("its share:", (lams[-1] / lams.sum()).round(3))

# %% author=true
assert np.abs(columns[:, -1]).round(3).tolist() == [0.0, 0.001, 1.0] and lams[-1] / lams.sum() > 0.9999
# edit: "255.0]" -> "1.0]"
# then: np.allclose(np.abs(columns[:, -1]), np.abs(V[0])) and round(lams[-1] / lams.sum(), 3) == 0.42

# %% [markdown]
# Blue alone, with a share of 1.000. Nothing about colors has changed, only a unit, and the principal directions follow the unit. Where columns have units of their own, make them z-scores first (day 8): then $\mathbf{S}$ is the matrix of correlations. And variance is not importance: a direction may be short and still hold what you need.

# %% [markdown]
# ### The day in five lines
#
# 1. The covariance matrix $\mathbf{S}$ holds the variances on its diagonal and all covariances beside it; it is symmetric.
# 2. The variance along a direction of length 1 is $\mathbf{u} \cdot \mathbf{S}\mathbf{u}$.
# 3. Eigenvectors of a symmetric matrix stand at right angles; the longest direction is the one with the largest eigenvalue.
# 4. The eigenvalues add up to the total variance, so each direction has its share; deflation finds one after the other.
# 5. A few numbers along the longest directions rebuild a cloud with the least loss; units decide which directions are long.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\mathbf{S}$, $s_{jk}$ | covariance matrix; covariance of columns j and k | `cov_matrix(X, ddof)`, `S[j - 1, k - 1]` |
# | $\bar{\mathbf{x}}$ | x bar: the mean of all rows | `X.mean(axis=0)` |
# | $\bar x_j$ | x bar j: the mean of column j | `X[:, j - 1].mean()` |
# | $\mathbf{u}\mathbf{u}^{\mathsf T}$ | the matrix of all products of entries of u | `np.outer(u, u)` |
# | $\mathbf{V}$, $\mathbf{Z}$ | directions as rows; coordinates of the points along them | `V`, `Z` |

# %% [markdown]
# ### To watch
#
# StatQuest (Josh Starmer), [PCA main ideas in only 5 minutes](https://www.youtube.com/watch?v=HMOI_lkzW08): name the direction, the variance and the share in his drawings. Tomorrow shares get their real name, probability, and the 949 colors come back to be counted.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# No variance is below 0. So for a covariance matrix $\mathbf{u} \cdot \mathbf{S}\mathbf{u} \ge 0$ for every $\mathbf{u}$, and no eigenvalue is negative. A symmetric matrix with this property is called **positive semidefinite**. It cannot be seen from the entries: rows $(1, 2)$ and $(2, 1)$ hold positive numbers only, and yet along $(1, -1)$ they give $-1$. No cloud has this matrix: a covariance of 2 is too large for two variances of 1.

# %%
W = np.array([[1.0, 2.0], [2.0, 1.0]])
u = np.array([1.0, -1.0]) / 2**0.5
print("along (1, -1):", (u @ W @ u).round(6), "  eigenvalues:", np.linalg.eigh(W)[0])

# %% author=true
assert np.isclose(u @ W @ u, -1) and np.allclose(np.linalg.eigh(W)[0], [-1, 3])

# %% author=true
# lint: square-only — only a square table can be a covariance matrix

# %% [markdown]
# ### Exercise · Could this be a covariance matrix?
#
# *optional · about 7 minutes · needs eigenvalues (day 16)*
#
# Somebody fills a table of correlations from three papers. Whether *any* data can have it is a question about eigenvalues: all of them must satisfy
#
# $$ \lambda_i \ge 0, $$
#
# none below zero. Rounding makes zeros a little negative, so allow for `tol`.
#
# **Before you code.** Rows $(0, 0)$ and $(0, -1)$: are all entries on the diagonal at least 0? Is the determinant? Is the matrix positive semidefinite?
#
# <details><summary>Answer</summary>
#
# No; yes, it is 0; no, because −1 is an eigenvalue. Neither the determinant nor the diagonal alone is enough.
#
# </details>
#
# **Your task.** Write `is_psd(S, tol=1e-9)` for a symmetric matrix: True if no eigenvalue is below `-tol`. One line is enough.

# %% exercise="d17-is_psd"
def is_psd(S: np.ndarray, tol: float = 1e-9) -> bool:
    """Whether a symmetric table is positive semidefinite.

    S        (D, D)  symmetric
    tol      how far below 0 an eigenvalue may lie
    returns  True if all eigenvalues are at least -tol, else False

    >>> is_psd(np.array([[1.0, 2.0], [2.0, 1.0]]))
    False
    """
    ### BEGIN SOLUTION
    return bool(np.linalg.eigh(np.asarray(S, dtype=float))[0].min() >= -tol)
    ### END SOLUTION


# %% visible="d17-is_psd" points=0
# Eigenvalues 3 and 1; 4 and 0, which is allowed; 3 and −1; −1 and −2; 1 and −3.
tables = [[[2, 1], [1, 2]], [[2, 2], [2, 2]], [[1, 2], [2, 1]]]
tables += [[[-1, 0], [0, -2]], [[1, 0], [0, -3]]]
got = [is_psd(np.array(table, dtype=float)) for table in tables]

assert all(g is not None for g in got), "is_psd returned None. Did you forget return?"
assert all(np.ndim(g) == 0 for g in got), "One True or False is expected."
assert got[0] and got[1], (
    f"Eigenvalues 3, 1 and 4, 0 are not below zero: expected True, True, got {got[:2]}."
)
assert not got[2], (
    "Rows (1, 2) and (2, 1) have the eigenvalue −1: expected False. Do positive "
    "entries tell?"
)
assert not got[3], "Eigenvalues −1 and −2: expected False. Is their product a judge?"
assert not got[4], "Eigenvalues 1 and −3: expected False. Which of the two decides?"

# %% hidden="d17-is_psd" points=0
# Hidden checks: random symmetric tables of many sizes with known eigenvalues, zeros
# among them, entries of both signs, other values of tol, whole numbers; your table left
# as it was.
_rng = course_rng("d17-is_psd")
for _i in range(60):
    _D = int(_rng.integers(1, 7))
    _Q, _lams = np.linalg.qr(_rng.normal(size=(_D, _D)))[0], _rng.uniform(0.1, 3, size=_D)
    _lams[0] = (0.0, 0.5, -0.01, -2.0)[_i % 4]
    if _i % 8 == 7 and _D > 1:
        _lams[1] = -1.0
    _S = (_Q * _lams) @ _Q.T
    _S = (_S + _S.T) / 2
    for _tol in (1e-9, 0.05):
        _want, _given = bool(_lams.min() >= -_tol), _S.copy()
        assert bool(is_psd(_given, _tol)) == _want, f"eigenvalues {np.sort(_lams).round(3)} with tol={_tol}: expected {_want}"
        assert (_given == _S).all(), "the caller's table was changed in place"
    _want = bool(_lams.min() >= -1e-9)
    assert bool(is_psd(_S.copy())) == _want, f"eigenvalues {np.sort(_lams).round(3)} with the default tol: expected {_want}"
assert is_psd(np.array([[1, -1], [-1, 1]])) and not is_psd(np.array([[0, 1], [1, 0]])), "wrong for whole numbers"

# %% [markdown]
# Three correlations of $-0.6$ each cannot be: the matrix with ones on the diagonal has the eigenvalue $1 - 2 \cdot 0.6 = -0.2$. Three people cannot all disagree that much; at $-0.5$ it is possible, with nothing to spare.
#
# To read: Kawin Ethayarajh (2019), [How Contextual are Contextualized Word Representations?](https://arxiv.org/abs/1909.00512), figure 1: how alike the vectors of *random* words are, layer by layer.

# %% author=true
_three = np.full((3, 3), -0.6) + 1.6 * np.eye(3)
assert np.allclose(np.linalg.eigvalsh(_three), [-0.2, 1.6, 1.6]) and not is_psd(_three) and is_psd(np.full((3, 3), -0.5) + 1.5 * np.eye(3))
