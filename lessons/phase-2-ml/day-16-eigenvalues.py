# %% author=true
from log2attn import course_rng

# %% [markdown]
# # What a machine leaves pointing the same way: eigenvalues and eigenvectors
#
# **The question of the day.** If the same machine acts again and again, what do all its starts end up as?
#
# *After today you can* find the directions that a matrix only stretches, for a 2×2 matrix by hand;
# say how fast everything else fades, from one number;
# rank web pages as Google's first program did, and find the strongest direction of any machine.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Pencil first, then unfold. A wrong answer that you wrote down is worth more than a right one that you read.
#
# **Yesterday (day 15).** The best fit $\hat{\mathbf{y}}$ of $\mathbf{y} = (1, 2, 6)$ by a multiple of $\mathbf{x} = (1, 1, 2)$ is the shadow of $\mathbf{y}$ on $\mathbf{x}$. Find it, and the residual. What is the dot product of the residual with $\mathbf{x}$?
#
# <details><summary>Answer</summary>
#
# $\mathbf{x} \cdot \mathbf{y} = 15$ and $\mathbf{x} \cdot \mathbf{x} = 6$, so the factor is 2.5 and $\hat{\mathbf{y}} = (2.5, 2.5, 5)$. The residual is $(-1.5, -0.5, 1)$. Its dot product with $\mathbf{x}$ is $-1.5 - 0.5 + 2 = 0$, as for every least-squares fit.
#
# </details>

# %% [markdown]
# **A week ago (day 9).** Two columns have the covariance 6 and the variances 9 and 16 (all with `ddof=0`). What is their correlation? And how much of the variance of $y$ does the best line explain?
#
# <details><summary>Answer</summary>
#
# $r = 6 / (3 \cdot 4) = 0.5$. The line explains $R^2 = r^2 = 0.25$, a quarter.
#
# </details>
#
# **Before that (day 2).** A dose halves every day. What share is left after 5 days, and after how many days is it first below one percent?
#
# <details><summary>Answer</summary>
#
# $0.5^5 = 1/32$, about 3 %. After 7 days: $0.5^6$ is still 1.6 %, $0.5^7$ is 0.8 %. Keep this halving: it comes back today.
#
# </details>

# %% author=true
import numpy as np

_x, _y = np.array([1.0, 1.0, 2.0]), np.array([1.0, 2.0, 6.0])
assert (
    (_x @ _y, _x @ _x) == (15, 6)
    and np.allclose(_y - 2.5 * _x, [-1.5, -0.5, 1.0])
    and _x @ (_y - 2.5 * _x) == 0
)
assert 6 / (3 * 4) == 0.5 and 0.5**5 == 1 / 32 and round(0.5**6, 3) == 0.016 and round(0.5**7, 3) == 0.008

# %% [markdown]
# Now the graded warm-up, on day 9. First the tools of today: numpy and matplotlib, real data, a slider, the arrows that you know from day 11, and the colors of the house.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.drawings import arrow, plane
from log2attn.learn.style import BLUE, GRAY, GREEN, INK, PURPLE, VERMILLION

# %% [markdown]
# ### Exercise · A slope from a table in a paper
#
# *1 point · about 3 minutes · needs the best line (day 9)*
#
# Papers often print only the correlation $r$ and the two standard deviations. That is enough for the slope of the best line of $y$ on $x$: covariance over the variance of $x$.
#
# **Before you code.** In standard deviations, the line climbs $r$ of $y$'s for one of $x$'s. With $r = 0.5$, $\operatorname{std}(x) = 2$ and $\operatorname{std}(y) = 12$, how far does $y$ climb while $x$ grows by 2? And by 1?
#
# <details><summary>Answer</summary>
#
# By $0.5 \cdot 12 = 6$, so by 3 for a step of 1.
#
# </details>
#
# **Your task.** Write `review_16(r, std_x, std_y)`, the slope of the least-squares line of $y$ on $x$. One line is enough.


# %% exercise="d16-review"
def review_16(r: float, std_x: float, std_y: float) -> float:
    """The slope of the best line of y on x, from what a paper prints.

    r        the correlation of the two columns
    std_x    the standard deviation of x, above 0
    std_y    the standard deviation of y, with the same ddof
    returns  the slope: how far y climbs when x grows by 1

    >>> review_16(0.5, 2.0, 12.0)
    3.0
    """
    ### BEGIN SOLUTION
    return r * std_y / std_x
    ### END SOLUTION


# %% visible="d16-review" points=0
# Two of x's steps of 2, half of y's 12: a slope of 3. And a line that falls.
got, got_falls = review_16(0.5, 2.0, 12.0), review_16(-0.8, 5.0, 2.0)

assert got is not None, "review_16 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}."
)
assert np.isclose(got, 3.0, rtol=1e-9, atol=0), (
    f"For r = 0.5 and the standard deviations 2 and 12 the slope is 3, got {got:.4f}. "
    "The slope is a climb in y for one step of x: which of the two stands above?"
)
assert np.isclose(got_falls, -0.32, rtol=1e-9, atol=0), (
    f"For r = −0.8 and the standard deviations 5 and 2 the slope is −0.32, got "
    f"{got_falls:.4f}. Covariance is r times both: what do you divide it by?"
)

# %% hidden="d16-review" points=1
# Hidden checks: random columns of many sizes; r and both standard deviations are
# given, numpy's best line is the judge.
_rng = course_rng("d16-review")
for _n in _rng.integers(3, 60, size=25):
    _x = _rng.normal(size=_n) * 10.0 ** _rng.uniform(-3, 3)
    _y = _rng.uniform(-3, 3) * _x + _rng.normal(size=_n) * 10.0 ** _rng.uniform(-3, 3)
    _want = np.polyfit(_x, _y, 1)[0]
    _r, _sx, _sy = float(np.corrcoef(_x, _y)[0, 1]), float(_x.std(ddof=0)), float(_y.std(ddof=0))
    _got = review_16(_r, _sx, _sy)
    assert np.isclose(_got, _want, rtol=1e-6, atol=1e-9), (
        f"r = {_r:.4f}, standard deviations {_sx:.4g} and {_sy:.4g}: the slope is {_want:.5g}, got {_got:.5g}"
    )

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### Idea 1 · Where do the bikes end up?
#
# A city rents bikes from stations up on the Hill and down in the Valley. Going down is fun: every day 40 % of the Hill's bikes end in the Valley, and 10 % of the Valley's bikes are ridden up. In spring the company argues. All bikes on the Hill? Half and half? All in the Valley? **Predict** for each plan: which share stands on the Hill after two weeks?

# %% [markdown]
# One day is a machine (day 12). Column 1 says what becomes of a bike on the Hill, column 2 of a bike in the Valley:
#
# $$ \mathbf{A} = \begin{pmatrix} 0.6 & 0.1 \\ 0.4 & 0.9 \end{pmatrix}. $$
#
# In words: of the Hill's bikes 0.6 stay and 0.4 leave, of the Valley's 0.1 come up and 0.9 stay. Each column sums to 1, because no bike gets lost; we call such a matrix a **table of shares**. The cell puts the three plans into the columns of `X`, so that one product moves all three by a day. Which of the three curves will be the highest at the end?

# %%
A = np.array([[0.6, 0.1], [0.4, 0.9]])
X, hill = np.array([[1.0, 0.5, 0.0], [0.0, 0.5, 1.0]]), []  # a column for each plan
for day in range(15):
    hill.append(X[0])
    X = A @ X
fig, ax = plt.subplots(figsize=(6.6, 3.6))
lines = ax.plot(hill, marker="o", markersize=4)
ax.legend(lines, ["all on the Hill", "half", "all below"], title="in spring")
ax.set(xlabel="days", ylabel="share of bikes on the Hill", ylim=(-0.03, 1.03))
figure(fig, alt=(
    "Three curves of the share on the Hill, from 1, 0.5 and 0. Within ten days all "
    "three run into the same height, 0.2."
))

# %% author=true
assert np.allclose(hill[-1], 0.2, atol=1e-4) and A.sum(axis=0).tolist() == [1.0, 1.0]

# %% [markdown]
# The company argues about nothing: a fifth of the bikes stands on the Hill in the end, whatever the plan. And the gap to 0.2 seems to halve each day, for every start. Where do 0.2 and the halving come from? Neither number stands in the matrix.

# %% [markdown]
# ### Idea 2 · Directions that only stretch
#
# Forget shares for a moment and feed the machine any arrow of length 1. Mostly the arrow comes out turned. Is there an arrow that comes out along its own line? Below, blue goes in and the dashed arrow comes out.


# %%
def draw_turn(ax, angle):
    """An arrow of length 1 at an angle in degrees, and what the bikes make of it."""
    a = np.deg2rad(angle)
    x = np.array([np.cos(a), np.sin(a)])
    ax.plot([-2 * x[0], 2 * x[0]], [-2 * x[1], 2 * x[1]], ":", color=GRAY)
    left = np.array([-x[1], x[0]])  # a quarter turn from x: here the names have room
    arrow(ax, (0, 0), x, BLUE, "x", 0.4 * x - 0.2 * left)
    arrow(ax, (0, 0), A @ x, VERMILLION, "Ax", 0.2 * x + 0.25 * left, "--")
    plane(ax, 1.2, 1.2, left=-1.2, bottom=-0.9)
    ax.set_title(f"{angle:.0f}°: length {np.linalg.norm(A @ x):.2f}", fontsize=10)


# %% [markdown]
# `draw_turn` draws one such pair of arrows, with the line of the first one dotted. Here are four settings that stand still. In which of them does the dashed arrow stay on the dotted line?

# %%
fig, panels = plt.subplots(2, 2, figsize=(8.0, 6.8))
for ax, angle in zip(panels.flat, (0, 40, 76, 135)):
    draw_turn(ax, angle)
figure(fig, alt=(
    "Arrow x and its image Ax at four angles. At 0 and 40 degrees the image leaves the "
    "dotted line of x; at 76 degrees it is x itself, at 135 degrees half of x."
))

# %% [markdown]
# At 76° the arrow comes back unchanged, and at 135° it comes back half as long on its own line. The other two are turned. A direction that a machine only stretches belongs to an **eigenvector** of it (German *eigen*: its own):
#
# $$ \mathbf{A}\mathbf{x} = \lambda\,\mathbf{x}, \qquad \mathbf{x} \ne \mathbf{0}. $$
#
# In words: the image of $\mathbf{x}$ is a multiple of $\mathbf{x}$. The number $\lambda$ (lambda) is its **eigenvalue**, the factor of the stretch. It may lie below 1 (a shrinking) or below 0 (a flip). (On day 15 the letter was the price of large weights.)

# %%
print(A @ [1.0, 4.0], "is 1 times (1, 4)")
print(A @ [1.0, -1.0], "is 0.5 times (1, -1)")
print(A @ [10.0, 40.0], "is 1 times (10, 40)")

# %% author=true
assert np.allclose(A @ [1.0, 4.0], [1, 4]) and np.allclose(A @ [1.0, -1.0], [0.5, -0.5])
assert round(np.degrees(np.arctan2(4, 1))) == 76

# %% [markdown]
# The directions are $(1, 4)$, at 76°, and $(1, -1)$, whose line is that of 135°. With a vector every multiple of it is an eigenvector too: what counts is the line. Scale $(1, 4)$ so that its entries sum to 1, and it reads $(0.2, 0.8)$, the bikes that stay as they are. Now drag the angle: how often, in half a turn, do the two arrows lie on one line?


# %%
def draw_one(angle):
    fig, ax = plt.subplots(figsize=(5.4, 4.6))
    draw_turn(ax, angle)
    return fig


slider(
    draw_one,
    alt=(
        "Arrow x turns around the origin; its image Ax leaves the line of x except at "
        "76 and at 135 degrees."
    ),
    angle=(0, 180, 1, 20),
)

# %% [markdown]
# ### A portrait under a machine
#
# Twice, at 76° and 135°. On a picture one sees it at a glance. Every pixel of the portrait of Grace Hopper (day 8) is a point, and the machine with rows $(1.5, 0.5)$ and $(0, 1)$ moves them all. The four arrows are painted on the photo and move with it. Which of them keep their line, and how much longer do these get?

# %% author=true
# lint: palette — a photograph is shown in its own grays

# %%
gray = data.photo()[::6, ::6]
places = np.array([[j, -i] for i in range(len(gray)) for j in range(len(gray[0]))])
places = (places - places.mean(axis=0)) / 50
B = np.array([[1.5, 0.5], [0.0, 1.0]])
fig, panels = plt.subplots(1, 2, figsize=(9.0, 4.2))
for ax, M in zip(panels, (np.eye(2), B)):
    there = places @ M.T
    ax.scatter(there[:, 0], there[:, 1], c=gray.ravel(), cmap="gray", s=3)
    for u in ([1, 0], [1, 1], [0, 1], [-1, 1]):
        arrow(ax, (0, 0), M @ u, VERMILLION)
    plane(ax, 2.0, 1.4, left=-2.0, bottom=-1.4)
figure(fig, alt=(
    "A portrait before and after a machine. The level arrow becomes half as long again "
    "on its line, the one to the upper left stays as it is; the other two are turned."
))

# %% author=true
assert np.allclose(B @ [1, 0], [1.5, 0]) and np.allclose(B @ [-1, 1], [-1, 1])
assert all(abs(np.linalg.det(np.column_stack([B @ u, u]))) > 0.1 for u in ([1, 1], [0, 1]))

# %% [markdown]
# The level arrow is stretched by 1.5 on its line, and the one to the upper left stays as it is: eigenvalues 1.5 and 1. The face leans because everything between these two lines is pulled toward the level one. The upright arrow is turned, though "upright" looks like a natural direction to us; a machine has its own.

# %% [markdown]
# ### Idea 3 · Finding them with a pencil
#
# A computer can try all angles. Two ideas that you own are faster. With the identity $\mathbf{I}$, write $\mathbf{A}\mathbf{x} = \lambda\mathbf{x}$ as $(\mathbf{A} - \lambda\mathbf{I})\,\mathbf{x} = \mathbf{0}$. So the machine $\mathbf{A} - \lambda\mathbf{I}$ sends an arrow that is not zero to zero. Day 14 says when that happens: when its determinant is 0. For a 2×2 matrix with rows $(a, b)$ and $(c, d)$:
#
# $$ (a - \lambda)(d - \lambda) - bc = \lambda^2 - (a + d)\,\lambda + (ad - bc) = 0. $$
#
# In words: lambda squared, minus the sum of the diagonal times lambda, plus the determinant, is zero. The sum of the diagonal, $a + d$, is called the **trace**. What remains is a quadratic (day 6).

# %% [markdown]
# For the bikes: trace 1.5, determinant $0.54 - 0.04 = 0.5$, so $\lambda^2 - 1.5\lambda + 0.5 = (\lambda - 1)(\lambda - 0.5) = 0$. The two eigenvalues are 1 and 0.5. Put $\lambda = 1$ back: the first row of $\mathbf{A} - \mathbf{I}$ says $-0.4x + 0.1y = 0$, so $y = 4x$. There is the $(1, 4)$.
#
# A table of shares *always* has the eigenvalue 1. In $\mathbf{A} - \mathbf{I}$ every column sums to 0, so its rows add up to a row of zeros: one follows from the others, and the determinant is 0 (day 14).
#
# > **Watch out.** A quadratic may have no real root. A quarter turn, rows $(0, -1)$ and $(1, 0)$, gives $\lambda^2 + 1 = 0$: it turns every arrow.

# %% author=true
_lam = np.linspace(-2, 2, 9)
_a, _b, _c, _d = 0.6, 0.1, 0.4, 0.9
assert np.allclose((_a - _lam) * (_d - _lam) - _b * _c, _lam**2 - (_a + _d) * _lam + (_a * _d - _b * _c))
assert np.allclose((_lam - 1) * (_lam - 0.5), _lam**2 - 1.5 * _lam + 0.5) and np.isclose(
    _a * _d - _b * _c, 0.5
)

# %% author=true
# lint: square-only — eigenvalues belong to square tables
# lint: one-size — the formula is for tables of two rows and two columns

# %% [markdown]
# ### Exercise · Two eigenvalues by hand, for any 2×2 matrix
#
# *2 points · about 9 minutes · needs the roots of a quadratic (day 6) and the determinant (day 14)*
#
# How much a machine can stretch, and whether it fades, explodes or turns, stands in its eigenvalues. For rows $(a, b)$ and $(c, d)$ they are the roots
#
# $$ \lambda = \frac{(a + d) \pm \sqrt{(a + d)^2 - 4\,(ad - bc)}}{2}, $$
#
# the trace, plus or minus the square root of trace squared less four determinants, all over two.
#
# **Before you code.** What do the two eigenvalues add up to? When is there no real one?
#
# <details><summary>Answer</summary>
#
# To the trace: the roots cancel. There is none when the number under the root is below 0.
#
# </details>
#
# **Your task.** Write `eig2(A)`: both eigenvalues, the larger one first. If they are not real, raise a `ValueError`. Five or six lines are enough.


# %% exercise="d16-eig2"
def eig2(A: np.ndarray) -> tuple[float, float]:
    """The two eigenvalues of a 2×2 table.

    A        (2, 2)  real numbers
    returns  a pair  the larger one first; the same one twice, if they agree

    Raises ValueError if the eigenvalues are not real.

    >>> [float(lam) for lam in eig2(np.array([[3.0, 0.0], [0.0, 7.0]]))]
    [7.0, 3.0]
    """
    ### BEGIN SOLUTION
    (a, b), (c, d) = np.asarray(A, dtype=float)
    middle, under = (a + d) / 2, ((a - d) / 2) ** 2 + b * c
    if under < 0:
        raise ValueError("The eigenvalues are not real.")
    return middle + np.sqrt(under), middle - np.sqrt(under)
    ### END SOLUTION


# %% visible="d16-eig2" points=1
# λ² − 7λ + 10 = (λ − 5)(λ − 2); then trace 0 and determinant −4; then a quarter turn.
got = eig2(np.array([[4.0, 1.0], [2.0, 3.0]]))
got_signs = eig2(np.array([[1.0, 3.0], [1.0, -1.0]]))

assert got is not None, "eig2 returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"Two numbers are expected, got something of shape {np.shape(got)}."
)
assert np.allclose(sorted(got), [2, 5], rtol=1e-9, atol=0), (
    f"Rows (4, 1) and (2, 3): trace 7, determinant 10, eigenvalues 5 and 2. Got "
    f"{got[0]:.4f} and {got[1]:.4f}. Do yours add up to 7, and is their product 10?"
)
assert got[0] > got[1], (
    f"The larger one comes first: 5, then 2. Got {got[0]}, {got[1]}."
)
assert np.allclose(got_signs, [2, -2], rtol=1e-9, atol=0), (
    f"Rows (1, 3) and (1, −1): trace 0, determinant −4, eigenvalues 2 and −2. Got "
    f"{got_signs[0]:.4f} and {got_signs[1]:.4f}. What stands under your root?"
)
try:
    got = eig2(np.array([[0.0, -1.0], [1.0, 0.0]]))
except ValueError:
    got = "a ValueError"
assert got == "a ValueError", (
    f"A quarter turn has no real eigenvalue: expected a ValueError, got {got}. Which "
    "number tells you so before you take the root?"
)

# %% hidden="d16-eig2" points=1
# Hidden checks: random tables with real eigenvalues of both signs, large and small,
# equal ones, whole numbers; tables that turn; your table left as it was.
_rng = course_rng("d16-eig2")
for _ in range(60):
    _scale = 10.0 ** _rng.integers(-3, 5)
    _low, _high = np.sort(_rng.uniform(-3, 3, size=2)) * _scale
    _high += 0.1 * _scale
    _Q = _rng.uniform(-1, 1, size=(2, 2)) + np.array([[2.5, 0.0], [0.0, 2.5]])
    _A = _Q @ np.array([[_low, 0.0], [0.0, _high]]) @ np.linalg.inv(_Q)
    _given = _A.copy()
    _got = eig2(_given)
    assert np.shape(_got) == (2,), f"two numbers are expected, got shape {np.shape(_got)}"
    assert np.allclose(_got, [_high, _low], rtol=1e-6, atol=1e-7 * _scale), (
        f"the eigenvalues of {_A.round(4).tolist()} are {_high:.5g} and {_low:.5g}, got {_got[0]:.5g} and {_got[1]:.5g}"
    )
    assert (_given == _A).all(), "the caller's table was changed in place"

for _A, _want in (
    ([[3, 0], [0, 3]], (3, 3)),
    ([[2, 1], [-1, 4]], (3, 3)),
    ([[0, 0], [0, 0]], (0, 0)),
    ([[0, 2], [2, 0]], (2, -2)),
    ([[1, 2], [2, 4]], (5, 0)),
    ([[-1, 0], [0, -8]], (-1, -8)),
):
    _got = eig2(np.array(_A))
    assert np.shape(_got) == (2,), f"a pair is expected for {_A} too, got shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-7), f"the eigenvalues of the whole numbers {_A} are {_want}, got {_got}"
for _A in ([[1, -2], [3, 1]], [[0.0, 5.0], [-5.0, 0.1]], [[-2.0, -1e4], [1e4, -2.0]]):
    try:
        _got = eig2(np.array(_A))
    except ValueError:
        _got = "a ValueError"
    assert str(_got) == "a ValueError", f"{_A} has no real eigenvalues: expected a ValueError, got {_got}"

# %% author=true
assert eig2(np.array([[200, 0], [0, 100]], dtype=np.uint8)) == (200.0, 100.0)
assert np.allclose(eig2(np.array([[4 * 10**9, 0], [0, 3 * 10**9]])), (4e9, 3e9))
assert np.allclose(eig2(A), (1.0, 0.5))

# %% [markdown]
# ### Idea 4 · Why almost every start ends the same
#
# Eigenvectors are useful because *everything else is made of them*. Here is the spring with all bikes on the Hill, taken apart:
#
# $$ (1, 0) = (0.2, 0.8) + 0.8 \cdot (1, -1). $$
#
# In words: the bikes as they end, plus 0.8 of a surplus on the Hill that is missing below. A machine acts on each part by itself (day 12), and on these parts it only multiplies: the first by 1, the second by 0.5, day after day. After $n$ days, written $\mathbf{A}^n$, we have
#
# $$ \mathbf{A}^n (1, 0) = 1^n \cdot (0.2, 0.8) + 0.5^n \cdot 0.8 \cdot (1, -1). $$
#
# In words: the first part stays, the surplus is halved each day. That is the puzzle's answer, and its speed.

# %%
x = np.array([1.0, 0.0])
for n in range(6):
    print(f"day {n}: share on the Hill {x[0]:.4f}   formula {0.2 + 0.8 * 0.5**n:.4f}")
    x = A @ x

# %% author=true
assert np.allclose([1, 0], np.array([0.2, 0.8]) + 0.8 * np.array([1, -1]))
for _n in range(15):
    _power = np.linalg.matrix_power(A, _n)
    assert np.allclose(_power @ [1, 0], np.array([0.2, 0.8]) + 0.5**_n * 0.8 * np.array([1, -1]))

# %% [markdown]
# The same holds for every machine with eigenvectors enough to build all vectors from. With $\mathbf{u}_1, \dots, \mathbf{u}_D$, and eigenvalues in order of size without their signs, a start $\mathbf{x} = c_1 \mathbf{u}_1 + \dots + c_D \mathbf{u}_D$ becomes
#
# $$ \mathbf{A}^n \mathbf{x} = c_1 \lambda_1^n\, \mathbf{u}_1 + c_2 \lambda_2^n\, \mathbf{u}_2 + \dots + c_D \lambda_D^n\, \mathbf{u}_D . $$
#
# In words: each part grows or fades by its own factor, to the power $n$. The largest factor wins, if the start has any of $\mathbf{u}_1$ in it at all. Compared with the winner, the runner-up fades by $|\lambda_2 / \lambda_1|$ in each step.

# %% [markdown]
# Let us watch it. Fifty random arrows are cut to length 1; the machine acts on all of them twice; they are cut to length 1 again; and so on. The cell draws their tips. Where will they be after six steps?

# %%
X = np.random.default_rng(16).normal(size=(50, 2))
fig, panels = plt.subplots(1, 4, figsize=(10.0, 3.0), sharey=True)
for step, ax in enumerate(panels):
    X = X / np.linalg.norm(X, axis=1, keepdims=True)
    ax.plot([-0.3, 0.3], [-1.2, 1.2], color=GREEN, linestyle="--")
    ax.scatter(X[:, 0], X[:, 1], color=BLUE, s=22)
    plane(ax, 1.2, 1.2, left=-1.2, bottom=-1.2)
    ax.set_title(f"after {2 * step} steps")
    X = X @ A.T @ A.T  # every row x becomes A(Ax)
figure(fig, alt=(
    "Tips of fifty unit arrows on a circle. After 2, 4 and 6 steps they crowd ever "
    "closer around the two ends of the dashed line through (1, 4)."
))

# %% author=true
_M, _parts = np.array([[2.0, 1.0, 0.0], [0.0, -1.0, 3.0], [0.0, 0.0, 0.5]]), np.array([1.0, -2.0, 0.5])
_lams, _U = np.linalg.eig(_M)
for _n in (1, 3, 6):
    assert np.allclose(np.linalg.matrix_power(_M, _n) @ (_U @ _parts), _U @ (_parts * _lams**_n))

# %% [markdown]
# They crowd at the two ends of the line through $(1, 4)$. An arrow that starts on the minus side ends there: the *line* wins, with either sign. Only a start exactly on $(1, -1)$ would never arrive, and rounding often pushes even that off. Repeating a machine is a search for its strongest direction.
#
# So much for the company's quarrel. After how many days is the surplus of the first plan, 0.8 at the start, below one bike in a hundred?
#
# <details><summary>Answer</summary>
#
# After 7: $0.8 \cdot 0.5^6 = 0.0125$, and $0.8 \cdot 0.5^7$ is about 0.006. No plan is remembered for longer than a week.
#
# </details>

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Which page matters?
#
# In 1998 Sergey Brin and Lawrence Page ranked web pages by a reader who clicks at random. A page with three links passes on a third of its readers along each. That is a table of shares: column $i$ tells where the readers of page $i$ go, and the ranking is its eigenvector with eigenvalue 1, the bikes all over again.

# %% [markdown]
# Two things can go wrong. A page without links keeps its readers forever; from such a page the reader goes to *any* page, all alike. And two pages that link only to each other would trap everybody. So before each click the reader gets bored with the share $1 - d$ and jumps to any page, all alike; only the share $d$, the *damping*, follows a link.

# %% [markdown]
# ### Exercise · PageRank
#
# *3 points · about 15 minutes · needs tables of shares (idea 1) and a matrix as a machine (day 12)*
#
# With the clicks as a table of shares $\mathbf{A}$, and $n$ pages, one step sends the shares $\mathbf{x}$ to
#
# $$ d\,\mathbf{A}\mathbf{x} + \frac{1 - d}{n}, $$
#
# the damped clicks, plus an equal part for each page.
#
# **Before you code.** Page 0 links to pages 1 and 2 of three. What is column 0 of $\mathbf{A}$? What if it had no links?
#
# <details><summary>Answer</summary>
#
# $(0, 1/2, 1/2)$. Without links: $(1/3, 1/3, 1/3)$.
#
# </details>
#
# **Your task.** Write `pagerank(links, damping, tol)`. Start from equal shares and repeat the step until the changes of all shares, without their signs, sum to at most `tol`. `links[i]` lists the pages that page `i` points to, each once. Ten lines are enough; `table[[1, 2], 0] = 0.5` fills two places of column 0.


# %% exercise="d16-pagerank"
def pagerank(links: list[list[int]], damping: float, tol: float) -> np.ndarray:
    """The share of readers on each page, in the long run.

    links    n lists  links[i] holds the numbers of the pages that page i points to
    damping  the share of readers who follow a link, 0 <= damping < 1
    tol      stop when the summed changes of one step are at most this, above 0
    returns  (n,)     shares, which sum to 1

    >>> pagerank([[1], [0]], 0.85, 1e-9)
    array([0.5, 0.5])
    """
    ### BEGIN SOLUTION
    n = len(links)
    step = np.full((n, n), (1 - damping) / n)
    for i, targets in enumerate(links):
        targets = targets if len(targets) else range(n)
        step[list(targets), i] += damping / len(targets)
    x, change = np.full(n, 1 / n), np.inf
    while change > tol:
        old, x = x, step @ x
        change = np.abs(x - old).sum()
    return x
    ### END SOLUTION


# %% visible="d16-pagerank" points=1
# Nobody follows a link; a page without links; three pages, by hand 14, 10 and 15 of 39.
got_equal = pagerank([[1, 2], [2], [0]], 0.0, 1e-12)
got_end = pagerank([[1], []], 0.5, 1e-12)
got = pagerank([[1, 2], [2], [0]], 0.5, 1e-12)

assert got is not None, "pagerank returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    f"Three pages have three shares: expected shape (3,), got {np.shape(got)}."
)
assert np.allclose(got_equal, [1 / 3, 1 / 3, 1 / 3], rtol=1e-6, atol=0), (
    f"With damping 0 everybody jumps: a third each, got {np.round(got_equal, 4)}. "
    "What does each page get from the jumps?"
)
assert np.allclose(got, [14 / 39, 10 / 39, 15 / 39], rtol=1e-6, atol=0), (
    f"Links 0 → 1, 2; 1 → 2; 2 → 0 with damping 0.5 give 14/39, 10/39, 15/39, that is "
    f"0.3590, 0.2564, 0.3846. Got {np.round(got, 4)}. Where do the readers of page 0 "
    "go, and in which shares?"
)
assert np.allclose(got_end, [0.4, 0.6], rtol=1e-6, atol=0), (
    f"Page 1 has no links: with damping 0.5 expected 0.4 and 0.6, got "
    f"{np.round(got_end, 4)}. Where do the readers of page 1 go?"
)

# %% hidden="d16-pagerank" points=2
# Hidden checks: random webs of 1 to 30 pages, some without links, damping from 0 to
# 0.95, another tol; the shares solve the equation; your lists left as they were.
_rng = course_rng("d16-pagerank")


def _solved(links, damping):
    n = len(links)
    table = np.array([[1 / n if not out else (j in out) / len(out) for out in links] for j in range(n)])
    return np.linalg.solve(np.eye(n) - damping * table, np.full(n, (1 - damping) / n))


for _n in [1, 2, 2, 3, 4, *_rng.integers(3, 31, size=16).tolist()]:
    _links = [
        _rng.choice(_n, size=int(_rng.integers(0, min(_n, 6) + 1)), replace=False).tolist() for _ in range(_n)
    ]
    _damping = float(_rng.choice([0.0, 0.5, 0.85, 0.95]))
    _want, _given = _solved(_links, _damping), [list(_out) for _out in _links]
    _got = pagerank(_given, _damping, 1e-11)
    assert np.shape(_got) == (_n,), f"{_n} pages should give shape ({_n},), gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-9), (
        f"wrong for the links {_links} with damping {_damping}: expected {_want.round(5)}, got {np.round(_got, 5)}"
    )
    assert _given == _links, "the caller's lists were changed in place"

for _links, _damping in (
    ([[1], [0], [0]], 0.85),
    ([[], [], []], 0.85),
    ([[1], [2], [3], [0]], 0.99),
    ([[0], [0, 1]], 0.9),
):
    _want = _solved(_links, _damping)
    assert np.allclose(pagerank(_links, _damping, 1e-9), _want, rtol=1e-6, atol=1e-6), (
        f"wrong for the links {_links} with damping {_damping}"
    )

_links = [[(_i + 1) % 24] + ([(7 * _i) % 24] if _i % 2 and (7 * _i) % 24 != (_i + 1) % 24 else []) for _i in range(24)]
_far = np.abs(_solved(_links, 0.5) - pagerank(_links, 0.5, 0.003)).sum()
assert _far <= 0.003, f"with damping 0.5, shares whose last step changed them by 0.003 in all lie within 0.003 of the lasting ones; yours are {_far:.4f} away. Do you add the changes of all pages?"

# %% [markdown]
# ### A web made of color names
#
# Of the 949 color names, 606 have two words: "light green", "apple green", "red wine". Read each as a link from its first word to its second, and 261 words become a web. `name.split()` cuts a text at its spaces into a list of words; the curly braces make a set (day 8), which keeps each link once.

# %%
two = [name.split() for name in data.colors()[0] if len(name.split()) == 2]
words = sorted({word for pair in two for word in pair})
links = []
for word in words:
    seconds = {words.index(second) for first, second in two if first == word}
    links.append(sorted(seconds))
incoming = np.array([sum(i in out for out in links) for i in range(len(words))])
print(len(two), "names", len(words), "words")
print("links to pink:", incoming[words.index("pink")])

# %% [markdown]
# **Predict:** is the word with the most links on top? And what can a word with a single link hope for? (`try` and `except` let this cell wait until you have written `pagerank`.)

# %%
try:
    share = np.array(pagerank(links, 0.85, 1e-10))
except NotImplementedError:
    share = np.full(len(words), 1 / len(words))
    print("Write pagerank first, then run this cell and the next one again.")

# %% [markdown]
# The figure shows for each of the 261 words how many links lead to it, and how many readers in a hundred it has. Which of the named words lie higher than their links would let you expect?

# %%
fig, ax = plt.subplots(figsize=(7.0, 3.8))
ax.scatter(incoming, 100 * share, color=GRAY, s=18)
for word in ("green", "blue", "red", "pink", "purple", "apple"):
    i = words.index(word)
    ax.text(incoming[i] + 1.5, 100 * share[i] + 0.2, word, color=INK)
ax.set(xlabel="links to the word", ylabel="share of readers (%)")
ax.set(xlim=(-3, 140), ylim=(0, 15))
figure(fig, alt=(
    "Share of readers against number of links for 261 words. Green leads on both; red "
    "is third with fewer links than pink and purple; apple, with one link, is twelfth."
))

# %% author=true
_rank = [words[i] for i in np.argsort(-share)]
assert (len(two), len(words)) == (606, 261)
assert _rank[:3] == ["green", "blue", "red"] and _rank[11] == "apple", _rank[:12]
assert [int(incoming[words.index(w)]) for w in ("green", "red", "pink", "purple", "apple")] == [
    126,
    34,
    49,
    44,
    1,
]
assert np.round(
    100 * share[[words.index(w) for w in ("green", "red", "pink", "apple", "teal")]], 1
).tolist() == [13.2, 9.0, 6.4, 1.9, 2.9]

# %% [markdown]
# Green is on top both ways. But red, with 34 links, stands above pink with 49 and purple with 44, and apple, with one link of its own, is twelfth of 261. That one link comes from green ("green apple"), which has many readers and few links to pass them on by. It matters *who* points at you: that is what an eigenvector counts and a tally cannot.
#
# **In a real model.** A table of next words is such a web. Where it leads in the long run (day 54) is its eigenvector with eigenvalue 1. Google's first ranking took 52 iterations for 322 million links (Page and others, 1999).

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain · An eigenvector for a photographer
#
# *2 points · about 5 minutes · read and graded by a person*
#
# A photographer stretches and shears pictures on a screen all day and has never heard of matrices. Explain what an eigenvector is, with a picture you could draw on it before it is deformed, and say what the eigenvalue tells. Name one deformation without any (real) eigenvector. Four or five sentences are enough.

# %% [markdown] exercise="d16-photographer" points=2
# Draw many lines through the middle of your picture, in all directions, and then deform it. Most lines end up pointing another way, but a few lie exactly where they were: the picture was only pulled or squeezed along them. An arrow on such a line is an eigenvector, and its eigenvalue says how many times as long the arrow has become: 2 for pulled to double, 0.5 for squeezed to half, −1 for mirrored. If you widen the picture by a half and leave its height, the level line has the eigenvalue 1.5 and the upright one 1. If you turn the picture by 30 degrees, no line stays where it was, so there is no eigenvector.
#
# **For full points**: one point for a direction that keeps its line while others turn, with the eigenvalue as the factor along it; one point for a deformation without an eigenvector (a rotation, not by a half turn) or another right example of one's own. "It does not change" without the stretch gets half of the first point.

# %% [markdown]
# ### A machine that explodes
#
# The bikes were tame: their largest eigenvalue is 1. For other machines the numbers run off to infinity or fade to 0. The fifty arrows showed the cure: cut the vector back to length 1 after each step. Then it settles, and its eigenvalue can be read off. If $\mathbf{A}\mathbf{v} = \lambda\mathbf{v}$ and $\mathbf{v}$ has length 1, then
#
# $$ \mathbf{v} \cdot \mathbf{A}\mathbf{v} = \mathbf{v} \cdot \lambda\mathbf{v} = \lambda\,\lVert\mathbf{v}\rVert^2 = \lambda . $$
#
# In words: dot the vector with its image. Before $\mathbf{v}$ has settled, the same number is a good guess of the largest eigenvalue; it is called the **Rayleigh quotient** (Lord Rayleigh, 1870s). The length of $\mathbf{A}\mathbf{v}$ would lose the sign.

# %% [markdown]
# For rows $(6, 1)$ and $(2, 5)$ trace and determinant are 11 and 28, so the eigenvalues are 7 and 4. **Predict** by which factor the error of the quotient shrinks in each step. The dashed line falls by that factor; is it as steep as the dots?

# %%
M, v, errors = np.array([[6.0, 1.0], [2.0, 5.0]]), np.array([1.0, 0.0]), []
for step in range(20):
    v = M @ v / np.linalg.norm(M @ v)
    errors.append(abs(v @ M @ v - 7))
fig, ax = plt.subplots(figsize=(6.2, 3.4))
ax.semilogy(range(1, 21), errors, "o", color=BLUE, label="error of the quotient")
fading = errors[-1] * (4 / 7) ** np.arange(-19, 1)
ax.semilogy(range(1, 21), fading, "--", color=VERMILLION, label="factor 4/7 a step")
ax.set(xlabel="steps", ylabel="distance from 7", xticks=range(0, 21, 5))
ax.legend()
figure(fig, alt=(
    "On a semilog axis the error of the Rayleigh quotient falls along a straight line, "
    "parallel to a line that falls by 4/7 in each step."
))

# %% author=true
assert np.allclose(np.array(errors[11:]) / errors[10:-1], 4 / 7, rtol=1e-2) and np.allclose(sorted(np.linalg.eigvals(M)), [4, 7])

# %% [markdown]
# By $4/7$, the runner-up over the winner, as idea 4 says. On a semilog axis (day 4) that is a straight line. A machine whose two largest eigenvalues are close needs patience, and one that has them equally large never settles.

# %% author=true
# lint: square-only — eigenvalues belong to square tables

# %% [markdown]
# ### Exercise · The strongest direction of any machine
#
# *3 points · about 13 minutes · needs lengths and the dot product (day 11)*
#
# **Power iteration** finds the direction with the largest eigenvalue (without its sign), whatever the size of the matrix. Tomorrow it finds the main direction of a cloud of colors.
#
# **Before you code.** With $\lambda = -2$ the settled $\mathbf{v}$ flips at each step. So which is a sound reason to stop: that $\mathbf{v}$ no longer changes, or that $\mathbf{A}\mathbf{v}$ is close to $\lambda\mathbf{v}$?
#
# <details><summary>Answer</summary>
#
# The second. It is the definition of an eigenvector, and a flip does not disturb it.
#
# </details>
#
# **Your task.** Write `power_iteration(A, v0, n, tol)`. Scale `v0` to length 1. In each step apply `A`, scale to length 1, and append the Rayleigh quotient of the new `v` to a list. Stop when $\lVert\mathbf{A}\mathbf{v} - \lambda\mathbf{v}\rVert$ is at most `tol`, or after `n` steps. Return the last quotient, `v` and the list. Eight lines are enough.


# %% exercise="d16-power_iteration"
def power_iteration(
    A: np.ndarray, v0: np.ndarray, n: int, tol: float
) -> tuple[float, np.ndarray, list[float]]:
    """The eigenvalue of largest size and its direction, by repeating the machine.

    A        (D, D)  the machine
    v0       (D,)    a start that A never sends to zero
    n        the largest number of steps, n >= 1
    tol      stop when the length of A v - lam v is at most this
    returns  (lam, v, history): the last quotient, v (D,) of length 1, and the list of
             the Rayleigh quotients after each step

    >>> A, v0 = np.array([[2.0, 0.0], [0.0, -5.0]]), np.array([1.0, 1.0])
    >>> lam, v, history = power_iteration(A, v0, 50, 1e-9)
    >>> round(float(lam), 6), np.abs(v).round(6).tolist()
    (-5.0, [0.0, 1.0])
    """
    ### BEGIN SOLUTION
    A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v, history, gap = v / np.linalg.norm(v), [], np.inf
    while len(history) < n and gap > tol:
        v = A @ v
        v = v / np.linalg.norm(v)
        history.append(v @ A @ v)
        gap = np.linalg.norm(A @ v - history[-1] * v)
    return history[-1], v, history
    ### END SOLUTION


# %% visible="d16-power_iteration" points=1
# Eigenvalues 4 and 2, along (1, 1) and (1, −1). One step takes (1, 0) to (3, 1)/√10,
# whose quotient is 36/10. Then a machine that flips: eigenvalues 1 and −2.
table = np.array([[3.0, 1.0], [1.0, 3.0]])
got = power_iteration(table, np.array([1.0, 0.0]), 1, 1e-9)
got_long = power_iteration(table, np.array([1.0, 0.0]), 200, 1e-9)
flip = np.array([[1.0, 0.0], [3.0, -2.0]])
got_flip = power_iteration(flip, np.array([1.0, 3.0]), 200, 1e-9)

assert got is not None, (
    "power_iteration returned None. Did you forget the return statement?"
)
assert len(got) == 3 and np.shape(got[1]) == (2,), (
    "Three things are expected: a number, a vector of shape (2,), a list."
)
assert np.isclose(np.linalg.norm(got[1]), 1.0, rtol=1e-9, atol=0), (
    f"v should be 1 long, yours is {np.linalg.norm(got[1]):.4f}."
)
assert np.allclose(got[2], [3.6], rtol=1e-9, atol=0), (
    f"After one step the list holds one quotient, 3.6, got {np.round(got[2], 4)}. "
    "Of which v is the quotient taken, and is that v 1 long?"
)
assert np.isclose(got_long[0], 4.0, rtol=1e-6, atol=0), (
    f"The largest eigenvalue is 4, got {got_long[0]:.5f}."
)
assert np.allclose(np.abs(got_long[1]), 0.5**0.5, rtol=1e-4, atol=0), (
    f"The direction is (1, 1), so (0.7071, 0.7071), got {np.round(got_long[1], 4)}."
)
assert len(got_long[2]) < 60, (
    f"You took {len(got_long[2])} steps. When is A v close enough to lam v?"
)
assert np.isclose(got_flip[0], -2.0, rtol=1e-6, atol=0), (
    f"The eigenvalues are 1 and −2; −2 is larger without its sign. Got "
    f"{got_flip[0]:.5f}. Does your number for lam keep its sign?"
)

# %% hidden="d16-power_iteration" points=2
# Hidden checks: random tables of many sizes, not symmetric, largest eigenvalue of
# either sign, entries from 1e-4 to 1e4; every quotient; when it stops; whole numbers;
# your arrays left as they were.
_rng = course_rng("d16-power_iteration")
for _ in range(24):
    _D, _scale = int(_rng.integers(2, 7)), 10.0 ** _rng.integers(-4, 5)
    _lams = _rng.uniform(-0.6, 0.6, size=_D)
    _lams[0] = _rng.choice([-1.0, 1.0])
    _Q = _rng.normal(size=(_D, _D)) * 0.3 + np.eye(_D)
    while np.linalg.cond(_Q) > 20:
        _Q = _rng.normal(size=(_D, _D)) * 0.3 + np.eye(_D)
    _A, _v0 = _scale * (_Q * _lams) @ np.linalg.inv(_Q), _rng.normal(size=_D) + 0.5
    _quotients, _x = [], _v0 / np.linalg.norm(_v0)
    for _k in range(1, 6):
        _power = np.linalg.matrix_power(_A / _scale, _k) @ _v0
        _quotients.append((_power @ _A @ _power) / (_power @ _power))
    _given_A, _given_v = _A.copy(), _v0.copy()
    _lam, _v, _history = power_iteration(_given_A, _given_v, 5, 0.0)
    assert len(_history) == 5, (
        f"five steps that never meet tol should give five quotients, gave {len(_history)}"
    )
    assert np.allclose(_history, _quotients, rtol=1e-5, atol=1e-8 * _scale), (
        f"the quotients after steps 1 to 5 are {np.round(_quotients, 5)}, got {np.round(_history, 5)}"
    )
    assert (_given_A == _A).all() and (_given_v == _v0).all(), (
        "the caller's table or start was changed in place"
    )
    _lam, _v, _history = power_iteration(_A.copy(), _v0.copy(), 500, 1e-9 * _scale)
    assert np.isclose(_lam, _lams[0] * _scale, rtol=1e-6, atol=0), (
        f"largest eigenvalue {_lams[0] * _scale:.6g}, got {_lam:.6g}"
    )
    assert np.shape(_v) == (_D,) and np.isclose(np.linalg.norm(_v), 1.0, rtol=1e-9, atol=0), (
        "v should have D entries and length 1"
    )
    _u = _Q[:, 0] / np.linalg.norm(_Q[:, 0])
    assert np.isclose(abs(_v @ _u), 1.0, rtol=1e-6, atol=0), (
        f"v does not lie along the eigenvector {_u.round(4)}, with either sign"
    )
    assert np.isclose(_history[-1], _lam, rtol=1e-9, atol=0), "lam is the last quotient of the list"
    for _tol in (1e-2 * _scale, 1e-5 * _scale):
        _lam, _w, _history = power_iteration(_A.copy(), _v0.copy(), 500, _tol)
        _w, _lam = np.asarray(_w, dtype=float), float(_lam)
        assert np.linalg.norm(_A @ _w - _lam * _w) <= 1.0001 * _tol, f"you stopped after {len(_history)} steps, where A v - lam v is still longer than tol = {_tol:g}"
    assert len(_history) < 200, f"{len(_history)} steps, although A v was within tol of lam v long before"

_A = np.array([[2, 1, 0], [1, 2, 0], [0, 0, 1]])
_steps, _x = 0, np.array([1.0, 0.0, 1.0])
while np.linalg.norm(_A @ _x - (_x @ _A @ _x) / (_x @ _x) * _x) > 1e-3 * np.linalg.norm(_x) or not _steps:
    _x, _steps = _A @ _x, _steps + 1
_lam, _v, _history = power_iteration(_A, np.array([1, 0, 1]), 100, 1e-3)
assert _steps <= len(_history) <= _steps + 1, (
    f"whole numbers, tol = 1e-3: A v is first within tol of lam v after {_steps} steps, yours stopped after {len(_history)}"
)
assert abs(_lam - 3) < 1e-3, f"whole numbers: the largest eigenvalue is 3, got {_lam:.6f}"
_lam, _v, _history = power_iteration(np.array([[-3.0]]), np.array([-2.0]), 10, 1e-9)
assert np.isclose(_lam, -3, rtol=1e-9, atol=0) and np.isclose(abs(_v[0]), 1, rtol=1e-9, atol=0), f"a table of one number, −3: expected −3 and a v of length 1, got {_lam} and {_v}"
for _scale in (1e4, 1e-4):
    _lam, _v, _history = power_iteration(_scale * np.array([[1.0, 0.5], [0.0, 0.9]]), np.array([0.0, 1.0]), 300, 1e-13 * _scale)
    assert np.isclose(_lam, _scale, rtol=1e-6, atol=0), f"eigenvalues {_scale:g} and {0.9 * _scale:g} are close and need many steps: expected {_scale:g}, got {_lam}"

# %% [markdown]
# ### Break it: two winners
#
# Rows $(0, 1)$ and $(1, 0)$ exchange the two entries. The eigenvalues are 1 and −1: equally large without their signs, so nobody fades. **Predict** what the start $(1, 0)$ does. Then change `start` to `[1.0, 1.0]`.

# %%
swap = np.array([[0.0, 1.0], [1.0, 0.0]])
start = [1.0, 0.0]
v = np.array(start) / np.linalg.norm(start)
for step in range(4):
    v = swap @ v
    print(f"step {step + 1}: v = {v.round(3)}, quotient {v @ swap @ v:.3f}")

# %% author=true
# edit: "start = [1.0, 0.0]" -> "start = [1.0, 1.0]"
# then: np.allclose(v, [0.5**0.5, 0.5**0.5]) and np.isclose(v @ swap @ v, 1.0)

# %% [markdown]
# From $(1, 0)$ it flips forever, and the quotient stays 0, which is no eigenvalue at all: a list that no longer changes is no proof. From $(1, 1)$ it stands still, on an eigenvector. In a web, two pages that link only to each other swap their readers in the same way; the jump is the cure.

# %% [markdown]
# ### The day in five lines
#
# 1. An eigenvector keeps its line under a machine; its eigenvalue is the factor of the stretch.
# 2. For a 2×2 matrix the eigenvalues solve $\lambda^2 - \text{trace} \cdot \lambda + \text{determinant} = 0$.
# 3. A table of shares has the eigenvalue 1, and its eigenvector is where the shares end.
# 4. Taken apart into eigenvectors, each part is multiplied by its own $\lambda$ in each step; the largest wins, the rest fades by $|\lambda_2 / \lambda_1|$.
# 5. Apply, scale, repeat: power iteration finds the winner, and PageRank is such a search.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\mathbf{A}\mathbf{x} = \lambda\mathbf{x}$ | A x equals lambda x: x is an eigenvector, λ its eigenvalue | `A @ x`, `lam * x` |
# | $\lambda_i$, $\mathbf{u}_i$ | eigenvalue i, in order of size, the largest first; its direction, of length 1 | `lams[i - 1]`, `U[i - 1]` |
# | $\mathbf{A}^n$ | A to the n: the machine applied n times | `matpow(A, n)` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Eigenvectors and eigenvalues](https://www.3blue1brown.com/lessons/eigenvalues) (17 minutes): watch for the lines that stay. Tomorrow a cloud of points gets a machine of its own, and its eigenvectors say in which directions the cloud is long.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Idea 4 in one line of matrices. Put the eigenvectors into the *columns* of a matrix $\mathbf{C}$ and the eigenvalues on the diagonal of a matrix of zeros, $\mathbf{D}$. Then $\mathbf{C}^{-1}$ (day 14) takes a vector apart, $\mathbf{D}$ stretches the parts, and $\mathbf{C}$ puts them together again:
#
# $$ \mathbf{A} = \mathbf{C}\,\mathbf{D}\,\mathbf{C}^{-1}, \qquad \mathbf{A}^k = \mathbf{C}\,\mathbf{D}^k\,\mathbf{C}^{-1}. $$
#
# In words: in between two repetitions, $\mathbf{C}^{-1}\mathbf{C}$ puts together and takes apart again, which is nothing; so only the stretches are repeated. numpy has both: `lams, C = np.linalg.eig(A)` and `np.linalg.inv(C)`.

# %%
lams, C = np.linalg.eig(A)
print("eigenvalues", lams, " columns:", C[:, 0] / C[0, 0], C[:, 1] / C[0, 1])
print((C * lams**15 @ np.linalg.inv(C)).round(4))  # C * row: column i times lams[i]

# %% author=true
assert np.allclose(C * lams @ np.linalg.inv(C), A) and np.allclose(sorted(lams), [0.5, 1.0])
assert np.allclose(C * lams**15 @ np.linalg.inv(C), np.linalg.matrix_power(A, 15))

# %% [markdown]
# Fifteen days in one product: both columns are $(0.2, 0.8)$, because every start ends there. numpy gives the eigenvectors the length 1 and the eigenvalues in no promised order; scaled to the first entry 1, the columns are the $(1, -1)$ and $(1, 4)$ that you know.

# %% [markdown]
# ### Exercise · Forty months in one product
#
# *optional · about 9 minutes · needs the inverse (day 14)*
#
# Rabbits, after Leonardo of Pisa (1202): one pair in month 1 and in month 2, then in each month as many as in the two before together. How many in month 40? With rows $(1, 1)$ and $(1, 0)$ the machine takes (this month, last month) to (next month, this month), and $\mathbf{A}^k$ does it $k$ times,
#
# $$ \mathbf{A}^k = \mathbf{C}\,\mathbf{D}^k\,\mathbf{C}^{-1}, $$
#
# take apart, stretch $k$ times, put together.
#
# **Before you code.** What is $\mathbf{A}^0$? And what does `A**2` do to a numpy array?
#
# <details><summary>Answer</summary>
#
# $\mathbf{A}^0 = \mathbf{I}$: no step, nothing changes. `A**2` squares every entry, which is another thing.
#
# </details>
#
# **Your task.** Write `matpow(A, k)` for a matrix that has $D$ independent eigenvectors with real eigenvalues. Two lines are enough. Other ways, such as repeated products, pass too.


# %% exercise="d16-matpow"
def matpow(A: np.ndarray, k: int) -> np.ndarray:
    """The machine A applied k times, as one table.

    A        (D, D)  with D independent eigenvectors
    k        number of steps, k >= 0
    returns  (D, D)  A to the power k; the identity for k = 0

    >>> matpow(np.array([[1, 1], [1, 0]]), 10).round(6)
    array([[89., 55.],
           [55., 34.]])
    """
    ### BEGIN SOLUTION
    lams, C = np.linalg.eig(np.asarray(A, dtype=float))
    return (C * lams**k @ np.linalg.inv(C)).real
    ### END SOLUTION


# %% visible="d16-matpow" points=0
# The bikes after two days, by hand; no step; and six months of rabbits.
bikes = np.array([[0.6, 0.1], [0.4, 0.9]])
got, got_none = matpow(bikes, 2), matpow(bikes, 0)
got_rabbits = matpow(np.array([[1.0, 1.0], [1.0, 0.0]]), 6)

assert got is not None, "matpow returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 2), f"A table is expected, got shape {np.shape(got)}."
assert np.allclose(got_none, [[1, 0], [0, 1]], rtol=0, atol=1e-9), (
    f"No step changes nothing: expected the identity, got\n{np.round(got_none, 4)}"
)
assert np.allclose(got_rabbits, [[13, 8], [8, 5]], rtol=1e-9, atol=0), (
    f"Six steps of rabbits are [[13, 8], [8, 5]], got\n{np.round(got_rabbits, 4)}"
)
assert np.allclose(got, [[0.4, 0.15], [0.6, 0.85]], rtol=1e-9, atol=0), (
    f"Two days of bikes are [[0.4, 0.15], [0.6, 0.85]], got\n{np.round(got, 4)}\nIs it "
    f"a "
    "product of tables, and does what takes apart undo what puts together?"
)

# %% hidden="d16-matpow" points=0
# Hidden checks: random tables of many sizes, symmetric or not, k from 0 to 40, whole
# numbers; your table left as it was.
_rng = course_rng("d16-matpow")
for _k in [0, 0, 1, 1, 2, 3, *_rng.integers(4, 41, size=14).tolist()]:
    _D = int(_rng.integers(1, 6))
    _Q = _rng.normal(size=(_D, _D)) * 0.3 + np.eye(_D)
    _lams = _rng.permutation(np.linspace(-1.1, 1.2, 7))[:_D]
    _A = (_Q * _lams) @ np.linalg.inv(_Q)
    _want, _given = np.linalg.matrix_power(_A, _k), _A.copy()
    _got = matpow(_given, _k)
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-8), (
        f"wrong for a table of shape {_A.shape} and k = {_k}: expected\n{_want.round(4)}\ngot\n{np.round(_got, 4)}"
    )
    assert (_given == _A).all(), "the caller's table was changed in place"
assert np.allclose(
    matpow(np.array([[2, 1, 0], [1, 2, 0], [0, 0, -1]]), 3),
    [[14, 13, 0], [13, 14, 0], [0, 0, -1]],
    rtol=1e-9,
    atol=1e-9,
), "wrong for whole numbers"

# %% author=true
_turn = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 2.0]])
assert np.allclose(matpow(_turn, 5), np.linalg.matrix_power(_turn, 5)) and matpow(_turn, 5).dtype == float
assert round(matpow(np.array([[1.0, 1.0], [1.0, 0.0]]), 39)[0, 0]) == 102334155
_quarter = np.array([[0.0, -1.0], [1.0, 0.0]])
assert (_quarter**2).tolist() == [[0, 1], [1, 0]]

# %% [markdown]
# In month 40, 39 steps after month 1, the rabbits number 102 334 155 pairs. Their factor from month to month is the larger root of $\lambda^2 - \lambda - 1 = 0$, about 1.618, the golden ratio; the smaller, −0.618, fades. The word *Eigenwert* is David Hilbert's (1904); that every table of shares above 0 has exactly one lasting mixture was proved by Oskar Perron (1907).
#
# To read: Sergey Brin and Lawrence Page (1998), [The Anatomy of a Large-Scale Hypertextual Web Search Engine](http://infolab.stanford.edu/~backrub/google.html), section 2.1: the formula of your exercise, with one slip in how it is scaled. Can you find it?
#
# <details><summary>Answer</summary>
#
# They write $1 - d$ where your step has $(1 - d)/n$, and then say that the ranks sum to 1. With $1 - d$ they sum to $n$.
#
# </details>
