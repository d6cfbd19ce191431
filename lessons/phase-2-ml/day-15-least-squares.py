# %% author=true
from log2attn import course_rng

# %% [markdown]
# # The nearest answer when there is none: least squares by projection
#
# **The question of the day.** A hundred thousand measurements contradict each other. Which answer is least wrong, and how do you know?
#
# *After today you can* see a fit as the foot of a perpendicular, and compute it with yesterday's elimination, without any calculus;
# fit planes and curves to real measurements;
# hold a wild fit back, and make any set of directions orthonormal.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Paper first, as always. The questions go back one day, one week and two weeks. Unfold an answer after you have written yours, and note in a word what you had forgotten.

# %% [markdown]
# **Yesterday (day 14).** Elimination ends in the rows $(1, 0, 2 \mid 4)$, $(0, 1, -1 \mid 3)$, $(0, 0, 0 \mid 5)$, with the right sides behind the bar. What is the rank of the matrix before the bar, and how many solutions are there?
#
# <details><summary>Answer</summary>
#
# Rank 2, for two pivots. None: the last row reads $0 = 5$. With a 0 in its place there would be infinitely many, since the third unknown is free.
#
# </details>
#
# **A week ago (day 8).** What are mean, variance (ddof=0) and standard deviation of 2, 4, 6, 8?
#
# <details><summary>Answer</summary>
#
# Mean 5; squared distances 9, 1, 1, 9, so variance 5; standard deviation $\sqrt{5} \approx 2.24$.
#
# </details>
#
# **Two weeks ago (day 1).** How many numbers has a layer from 48 inputs to 10 outputs, with biases?
#
# <details><summary>Answer</summary>
#
# $48 \cdot 10 + 10 = 490$.
#
# </details>

# %% author=true
import numpy as np

assert np.var([2, 4, 6, 8], ddof=0) == 5 and 48 * 10 + 10 == 490

# %% [markdown]
# Here are the tools of the day, among them the share $R^2$ of day 9, which comes from the toolbox, and real heights from the course's own data. After them comes the graded warm-up, on day 8.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, DIVERGING, GREEN, INK, PURPLE, VERMILLION
from log2attn.toolbox import r2

# %% [markdown]
# ### Exercise · Two groups become one
#
# *1 point · about 6 minutes · needs mean and variance (day 8)*
#
# Two classes report how many they are, their mean and their variance (ddof=0). What are mean and variance of all together? Groups that lie far apart spread more than either of them: to a group's own variance comes the squared distance of its mean from the common one.
#
# **Before you code.** Two groups of 5 with variance 1 have the means 0 and 10. What are the common mean and variance?
#
# <details><summary>Answer</summary>
#
# The mean is 5. Everybody's squared distance from it is on average $1 + 5^2 = 26$.
#
# </details>
#
# **Your task.** Write `review_15(n1, mean1, var1, n2, mean2, var2)`, which returns the pair of common mean and variance. Four lines are enough.

# %% exercise="d15-review"
def review_15(
    n1: int, mean1: float, var1: float, n2: int, mean2: float, var2: float
) -> tuple[float, float]:
    """Mean and variance of two groups taken together.

    n1, n2         how many numbers, at least 1 each
    mean1, mean2   their means
    var1, var2     their variances, ddof=0
    returns        the pair (mean, variance with ddof=0) of all n1 + n2 numbers

    >>> review_15(5, 0.0, 1.0, 5, 10.0, 1.0)
    (5.0, 26.0)
    """
    ### BEGIN SOLUTION
    n = n1 + n2
    mean = (n1 * mean1 + n2 * mean2) / n
    spread1, spread2 = var1 + (mean1 - mean) ** 2, var2 + (mean2 - mean) ** 2
    return mean, (n1 * spread1 + n2 * spread2) / n
    ### END SOLUTION


# %% visible="d15-review" points=0
# The card's groups; then 3 numbers at 0 and one at 4: mean 1, variance 3.
got = review_15(5, 0.0, 1.0, 5, 10.0, 1.0)
got_small = review_15(3, 0.0, 0.0, 1, 4.0, 0.0)

assert got is not None, "review_15 returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), f"A pair is expected, mean and variance; got {got}."
assert np.isclose(got[0], 5, rtol=1e-9, atol=0) and np.isclose(
    got_small[0], 1, rtol=1e-9, atol=0
), (
    f"The means are 5 and 1, got {got[0]} and {got_small[0]}. Does a large group count "
    f"more?"
)
assert np.isclose(got[1], 26, rtol=1e-9, atol=0) and np.isclose(
    got_small[1], 3, rtol=1e-9, atol=0
), (
    f"The variances are 26 and 3, got {got[1]} and {got_small[1]}. How far is each "
    f"group's mean from the common one?"
)

# %% hidden="d15-review" points=1
# Hidden checks: groups of 1 to 40 numbers with means far apart and close together.
_rng = course_rng("d15-review")
for _k in range(30):
    _a, _b = (_rng.normal(_rng.uniform(-20, 20), 3, size=int(_rng.integers(1, 41))) for _ in range(2))
    _want = [np.mean(np.append(_a, _b)), np.var(np.append(_a, _b), ddof=0)]
    _got = review_15(len(_a), _a.mean(), _a.var(ddof=0), len(_b), _b.mean(), _b.var(ddof=0))
    assert np.allclose(_got, _want, rtol=1e-8, atol=1e-9), f"groups of {len(_a)} and {len(_b)}: expected {np.round(_want, 5)}, got {_got}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: a board on a mountain
#
# Below is a mountain ridge in Tennessee, the Jacksboro fault, with a height for each of 138,632 places. Lay a flat board over it, tilted as well as you can. **Write down two guesses:** in which direction does the board fall, and which share of the ups and downs does it explain?

# %%
heights = data.terrain()
fig, ax = plt.subplots(figsize=(6.4, 4.2))
map_ = ax.imshow(heights, extent=(-1, 1, -1, 1), aspect="auto")
fig.colorbar(map_, label="meters above the sea")
ax.set(xlabel="west to east", ylabel="south to north")
figure(fig, alt=(
    "A map of heights from 236 to 1076 meters: branching high ridges in the west and "
    "south, a straight fault, low ground in the east."
))

# %% [markdown]
# ### Idea 1 · The nearest point of a plane
#
# Begin with three measurements: at $x = 0, 1, 2$ the heights are $1, 0, 5$. A line $w_0 + w_1 x$ through all three would need $w_0 = 1$, $w_0 + w_1 = 0$, $w_0 + 2 w_1 = 5$: three equations, two unknowns, and day 14 says that there is no solution.
#
# Look at the *columns* of this system. The three predictions form a vector, $w_0 (1, 1, 1) + w_1 (0, 1, 2)$. All such vectors fill a plane through the origin of three-dimensional space, and the measured $\mathbf{y} = (1, 0, 5)$ lies off it. Which point of the plane is nearest to $\mathbf{y}$? At which angle does the dashed way from there to $\mathbf{y}$ meet the plane?

# %%
X, y = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]), np.array([1.0, 0.0, 5.0])
yhat = np.array([0.0, 2.0, 4.0])
fig = plt.figure(figsize=(6.4, 5.2))
ax = fig.add_subplot(1, 1, 1, projection="3d", elev=15, azim=-125)
a, b = np.array([[-1.0, 1.5], [-1.0, 1.5]]), np.array([[-0.5, -0.5], [2.5, 2.5]])
ax.plot_surface(a, a + b, a + 2 * b, color=GREEN, alpha=0.35, shade=False)
ax.plot(*np.array([yhat, y]).T, color=PURPLE, linestyle="--")
ax.plot(*np.array([0 * y, yhat]).T, color=GREEN)
ax.plot(*y, "o", color=INK)
ax.set(ylabel="at x = 1", zlabel="at x = 2", aspect="equal", xticks=[2])
ax.set_xlabel("at x = 0", labelpad=-10)
figure(fig, alt=(
    "A slanted plane in space and one point beside it. A dashed perpendicular leads "
    "from the point to its foot (0, 2, 4) in the plane."
))

# %% [markdown]
# At a right angle, to every direction of the plane. The foot is $\hat{\mathbf{y}} = (0, 2, 4)$: the heights of the line $y = 2x$ at the three places. Here is the same fit as you know it from day 9. Where in this drawing is the dashed way of the first?

# %%
fig, ax = plt.subplots(figsize=(5.6, 3.4))
ax.plot([-0.3, 2.3], [-0.6, 4.6], color=GREEN)
ax.vlines(X[:, 1], yhat, y, color=PURPLE, linestyle="--")
ax.plot(X[:, 1], y, "o", color=INK)
ax.set(xlabel="x", ylabel="y")
figure(fig, alt=(
    "The line y = 2x passes three points at vertical distances of 1, −2 and 1, drawn "
    "dashed: the point in the middle lies below it, the others above."
))

# %% author=true
assert np.allclose(X.T @ (y - yhat), 0, rtol=0, atol=1e-12)

# %% [markdown]
# The three misses here are the entries of the *one* arrow there: $\mathbf{r} = (1, -2, 1)$. Its squared length is the sum of the squared misses, so the nearest point is the **least-squares** fit, and the nearest point is the foot of the perpendicular, the **projection** of $\mathbf{y}$ on the plane.
#
# Why a right angle? Let $\hat{\mathbf{y}}$ be the foot and $\mathbf{v}$ any other point of the plane. The way between the two lies in the plane, so it is orthogonal to $\mathbf{r}$, and Pythagoras says
#
# $$ \|\mathbf{y} - \mathbf{v}\|^2 = \|\mathbf{y} - \hat{\mathbf{y}}\|^2 + \|\hat{\mathbf{y}} - \mathbf{v}\|^2 . $$
#
# In words: every other point is farther off, by the square of its distance from the foot.

# %% author=true
_z = X @ np.array([0.3, -1.2])
assert np.isclose(((y - _z) ** 2).sum(), ((y - yhat) ** 2).sum() + ((yhat - _z) ** 2).sum(), rtol=1e-12)

# %% [markdown]
# ### Idea 2 · The right angle gives the equations
#
# Put the columns into $\mathbf{X}$, one row for each measurement, and the unknowns into $\mathbf{w}$, the **weights**. The predictions are $\hat{\mathbf{y}} = \mathbf{X}\mathbf{w}$. The residual is orthogonal to the plane if it is orthogonal to each column, and all these dot products at once are $\mathbf{X}^{\mathsf T}$ times the residual:
#
# $$ \mathbf{X}^{\mathsf T} (\mathbf{y} - \mathbf{X}\mathbf{w}) = \mathbf{0} \qquad\text{or}\qquad \mathbf{X}^{\mathsf T}\mathbf{X}\, \mathbf{w} = \mathbf{X}^{\mathsf T}\mathbf{y} . $$
#
# In words: no column finds anything of itself in what is left over. These are the **normal equations** (Legendre 1805, Gauss 1809). They are as many as the unknowns, however many measurements there are, and if no column follows from the others they have one solution.

# %%
print(X.T @ X, X.T @ y)
w = np.linalg.solve(X.T @ X, X.T @ y)
print("weights:", w, " predictions:", X @ w, " residual:", y - X @ w)

# %% author=true
assert np.allclose(w, [0, 2], rtol=0, atol=1e-12) and np.array_equal(X.T @ X, [[3, 3], [3, 5]]) and np.array_equal(X.T @ y, [6, 10])

# %% [markdown]
# $3w_0 + 3w_1 = 6$ and $3w_0 + 5w_1 = 10$ give $w_0 = 0$, $w_1 = 2$: the line of the picture. `np.linalg.solve(A, b)` solves $\mathbf{A}\mathbf{x} = \mathbf{b}$ by the elimination of day 14. If `b` has several columns, each is a system of its own.

# %% [markdown]
# ### Exercise · Fit anything
#
# *2 points · about 5 minutes · needs the normal equations, and systems (day 14)*
#
# With this function you can fit lines, planes and curves, for one target or for $K$ targets at once, one in each column of `y`:
#
# $$ \mathbf{X}^{\mathsf T}\mathbf{X}\, \mathbf{w} = \mathbf{X}^{\mathsf T}\mathbf{y} , $$
#
# one equation for each column of $\mathbf{X}$.
#
# **Before you code.** With a single column of ones, $\mathbf{X}^{\mathsf T}\mathbf{X}$ is the number $N$. What is $\mathbf{X}^{\mathsf T}\mathbf{y}$, and so which number is fitted?
#
# <details><summary>Answer</summary>
#
# The sum of the $y$. The fitted number is their mean.
#
# </details>
#
# **Your task.** Write `lstsq_normal(X, y)`. `X` has all its columns already; add none. The line that is given turns `X` into floats (day 11). One line is enough. `np.linalg.lstsq(X, y)[0]`, numpy's own fit, passes too and teaches less.

# %% exercise="d15-lstsq_normal"
def lstsq_normal(X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Least-squares weights by the normal equations.

    X        (N, D)           N measurements; no column follows from the others
    y        (N,) or (N, K)   one target, or one in each column
    returns  (D,) or (D, K)   the weights of each target

    >>> X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    >>> lstsq_normal(X, np.array([1.0, 3.0, 5.0])).round(6)
    array([1., 2.])
    """
    X = np.asarray(X, dtype=float)  # products of small whole numbers may overflow
    ### BEGIN SOLUTION
    return np.linalg.solve(X.T @ X, X.T @ y)
    ### END SOLUTION


# %% visible="d15-lstsq_normal" points=1
# The three points of idea 1; then two targets at once, the second on the line 1 + x.
table = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
got = lstsq_normal(table, np.array([1.0, 0.0, 5.0]))
got_two = lstsq_normal(table, np.array([[1.0, 1.0], [0.0, 2.0], [5.0, 3.0]]))

assert got is not None, (
    "lstsq_normal returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"One weight for each column of X: expected shape (2,), got {np.shape(got)}. "
    f"Weights are asked for, not predictions."
)
assert np.allclose(got, [0, 2], rtol=1e-9, atol=1e-9), (
    f"The weights are 0 and 2, got {np.round(got, 4)}. What is left over, y − X @ w: "
    f"is it orthogonal to both columns?"
)
assert np.shape(got_two) == (2, 2) and np.allclose(
    got_two, [[0, 1], [2, 1]], rtol=1e-9, atol=1e-9
), f"Two targets have the weights (0, 2), (1, 1) as columns, got\n{got_two}"

# %% hidden="d15-lstsq_normal" points=1
# Hidden checks: tables of many sizes with and without a column of ones, several
# targets, square tables, whole numbers, float32; your arrays left as they were.
_rng = course_rng("d15-lstsq_normal")
for _k in range(40):
    _D = int(_rng.integers(1, 6))
    _N = _D + int(_rng.integers(0, 20))
    _X, _y = _rng.normal(2, 3, size=(_N, _D)), _rng.normal(5, 2, size=(_N,) if _k % 2 else (_N, int(_rng.integers(1, 4))))
    if _k % 3:
        _X[:, 0] = 1.0
    if np.linalg.cond(_X) > 1e4:
        continue
    _want, _given_X, _given_y = np.linalg.lstsq(_X, _y, rcond=None)[0], _X.copy(), _y.copy()
    _got = lstsq_normal(_given_X, _given_y)
    assert np.shape(_got) == _want.shape, f"X of shape {_X.shape} and y of shape {_y.shape} give weights of shape {_want.shape}, got {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-5, atol=1e-6), f"wrong for X of shape {_X.shape} and y of shape {_y.shape}"
    assert (_given_X == _X).all() and (_given_y == _y).all(), "one of the caller's arrays was changed in place"

for _type in (int, np.uint8, np.float32):
    _X = np.column_stack([np.full(9, 1), np.arange(9), np.arange(9) ** 2 * 3]).astype(_type)
    _want = np.linalg.lstsq(_X.astype(float), np.arange(9.0) % 4, rcond=None)[0]
    assert np.allclose(lstsq_normal(_X, (np.arange(9) % 4).astype(_type)), _want, rtol=1e-2, atol=1e-3), f"wrong for entries of type {_type.__name__}: do the products fit into the type?"

# %% [markdown]
# ### Idea 3 · Curves are columns, too
#
# The fit must be a combination of *columns*; the columns may be anything. With $1, x, x^2, x^3$ the combinations are the polynomials of day 6, and the weights their coefficients. Such a table of columns made from the data is called a **design matrix**:
#
# $$ \mathbf{X} = \begin{pmatrix} 1 & x_1 & x_1^2 & \cdots & x_1^d \\ \vdots & & & & \vdots \\ 1 & x_N & x_N^2 & \cdots & x_N^d \end{pmatrix} . $$
#
# In words: one row for each measurement, one column for each power. The curve bends, and the problem stays linear, because the weights only multiply columns.

# %% [markdown]
# ### Exercise · A column for each power
#
# *2 points · about 5 minutes · needs powers, and a column against a row (day 11)*
#
# The polynomial fits of day 22 are made with this function.
#
# **Before you code.** How many columns has the table for degree 3? What stands in the row of $x = 0$, given that $0^0$ counts as 1?
#
# <details><summary>Answer</summary>
#
# Four: the powers 0 to 3. The row is $(1, 0, 0, 0)$.
#
# </details>
#
# **Your task.** Write `design(x, degree)`: columns $1, x, \dots, x^{\text{degree}}$, in this order. One line is enough.

# %% exercise="d15-design"
def design(x: np.ndarray, degree: int) -> np.ndarray:
    """The columns 1, x, x², … up to a degree.

    x        (N,)             the measured places
    degree   the highest power, 0 or more
    returns  (N, degree + 1)  floats

    >>> design(np.array([2.0, 3.0]), 2)
    array([[1., 2., 4.],
           [1., 3., 9.]])
    """
    ### BEGIN SOLUTION
    return np.asarray(x, dtype=float)[:, None] ** np.arange(degree + 1)
    ### END SOLUTION


# %% visible="d15-design" points=1
# Three places, powers 0 to 3.
got = design(np.array([2.0, 0.0, -1.0]), 3)

assert got is not None, "design returned None. Did you forget the return statement?"
assert np.shape(got) == (3, 4), (
    f"Three places, four powers: expected shape (3, 4), got {np.shape(got)}. Does the "
    f"power 0 have a column? Do places belong to rows?"
)
want = [[1, 2, 4, 8], [1, 0, 0, 0], [1, -1, 1, -1]]
assert np.allclose(got, want, rtol=1e-9, atol=0), (
    f"Expected the rows (1, 2, 4, 8), (1, 0, 0, 0), (1, −1, 1, −1), got\n{got}\nWhich "
    f"power stands first?"
)

# %% hidden="d15-design" points=1
# Hidden checks: lists of 1 to 30 places, degrees 0 to 9, zeros and negative places,
# whole numbers that grow large; your list left as it was.
_rng = course_rng("d15-design")
for _degree in (0, 1, 2, 5, 9):
    for _N in (1, 2, 7, 30):
        _x = _rng.uniform(-3, 3, size=_N)
        _want, _given = np.polynomial.polynomial.polyvander(_x, _degree), _x.copy()
        _got = design(_given, _degree)
        assert np.shape(_got) == (_N, _degree + 1), f"{_N} places and degree {_degree} give shape {(_N, _degree + 1)}, got {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"wrong for {_N} places and degree {_degree}"
        assert (_given == _x).all(), "the caller's places were changed in place"

_x = np.array([100, -7, 0])
_want = np.polynomial.polynomial.polyvander(_x.astype(float), 12)
assert np.allclose(design(_x, 12), _want, rtol=1e-9, atol=0), "100 to the power 12 does not fit into a whole number of 64 bits: turn x into floats first"

# %% [markdown]
# Now one line of the map, west to east, seen from the side. We measure the height at 15 stakes only, and fit polynomials of degree 1, 3 and 12. **Predict:** which of them comes nearest to the stakes? Which comes nearest to the ground between them?

# %%
ground, places = heights[100], np.linspace(-1, 1, heights.shape[1])
stakes = np.arange(0, 403, 27)
print("places:", len(places), " stakes:", len(stakes))

# %% [markdown]
# `draw_fit` fits the 15 stakes by a polynomial and draws it over the ground. Its title gives two typical misses in meters, roots of mean squares: first at the stakes, then all along the ground. The argument `lam` stays 0 for now.

# %%
def draw_fit(ax, degree, lam=0.0):
    penalty = lam * np.eye(degree + 1)
    penalty[0, 0] = 0.0
    S = places[stakes, None] ** np.arange(degree + 1)
    w = np.linalg.solve(S.T @ S + penalty, S.T @ ground[stakes])
    miss = places[:, None] ** np.arange(degree + 1) @ w - ground
    ax.plot(places, ground, color=INK, linewidth=0.8)
    ax.plot(places, ground + miss, color=VERMILLION, linestyle="--")
    ax.plot(places[stakes], ground[stakes], "o", color=BLUE)
    ax.set(xlabel="west to east", ylabel="meters", ylim=(0, 1200))
    at_stakes, all_along = (np.sqrt((m**2).mean()) for m in (miss[stakes], miss))
    ax.set_title(f"degree {degree}: misses {at_stakes:.0f}, {all_along:.0f}")


# %% author=true
_misses = {}
for _d in (1, 3, 12):
    _W = np.linalg.lstsq(design(places[stakes], _d), ground[stakes], rcond=None)[0]
    _m = design(places, _d) @ _W - ground
    _misses[_d] = [int(round(float(np.sqrt((m**2).mean())))) for m in (_m[stakes], _m)]
if not data.is_stand_in("terrain"):
    assert _misses[1] == [116, 117] and _misses[3] == [80, 84] and _misses[12][0] == 5 and 2000 < _misses[12][1] < 2700

# %% [markdown]
# Now the three degrees side by side, each with the ground as a thin line, the stakes as dots and the fit dashed. Compare the two numbers of each title before you look at the curves: which of the three pairs would you trust?

# %%
fig, panels = plt.subplots(1, 3, figsize=(10.0, 3.3), sharey=True)
for ax, degree in zip(panels, (1, 3, 12)):
    draw_fit(ax, degree)
figure(fig, alt=(
    "A mountain profile and 15 stakes. The line and the cubic miss stakes and ground "
    "alike; degree 12 runs through nearly all stakes and shoots far out of the picture "
    "near the eastern end."
))

# %% [markdown]
# Degree 12 misses the stakes by 5 meters and the ground by more than 2,000. It has learned the stakes by heart; between them it invents. This is called **overfitting**, and day 22 is about it. Drag the degree: where is the miss all along the ground smallest? (At 6, with 72 meters.)

# %%
def draw_degree(degree):
    fig, ax = plt.subplots(figsize=(6.4, 3.6))
    draw_fit(ax, int(degree))
    return fig


slider(draw_degree, alt=(
    "As the degree grows from 1 to 12 the curve comes closer to the stakes; from about "
    "10 on it swings wildly between them."
), degree=(1, 12, 1, 6))

# %% author=true
_along = [float(np.sqrt(((design(places, d) @ np.linalg.lstsq(design(places[stakes], d), ground[stakes], rcond=None)[0] - ground) ** 2).mean())) for d in range(1, 13)]
if not data.is_stand_in("terrain"):
    assert int(np.argmin(_along)) + 1 == 6 and round(_along[5]) == 72

# %% [markdown]
# ### Idea 4 · The board on the mountain
#
# Back to the puzzle. A plane is $w_0 + w_1 \cdot \text{east} + w_2 \cdot \text{north}$: three columns, and a row for each of the 138,632 places. The normal equations are three. `.ravel()` lays the rows of the map one behind the other (day 8), once for each column.

# %%
rows, columns = heights.shape
east = np.linspace(-1, 1, columns)[None, :] + np.zeros((rows, 1))
north = np.linspace(1, -1, rows)[:, None] + np.zeros((1, columns))
X = np.column_stack([np.full(rows * columns, 1.0), east.ravel(), north.ravel()])
y = heights.ravel()
w = np.linalg.solve(X.T @ X, X.T @ y)
print("weights:", w.round(1), "  R² =", round(r2(y, X @ w), 3))
print("largest dot product with a column:", np.abs(X.T @ (y - X @ w)).max())

# %% author=true
if not data.is_stand_in("terrain"):
    assert w.round(0).tolist() == [531, -126, 0] and round(float(r2(y, X @ w)), 2) == 0.20 and heights.size == 138_632
assert np.abs(X.T @ (y - X @ w)).max() < 1e-5 * np.abs(y).sum() * 1e-6

# %% [markdown]
# The board lies at 531 meters in the middle and falls by 126 meters from there to the eastern edge; from south to north it is almost level. And it explains a fifth: $R^2 = 0.20$. No board does better, since the residual is orthogonal to all three columns up to rounding. Where does the board fail? Look at what is left over: would it fail so if it missed by accident?

# %%
fig, ax = plt.subplots(figsize=(6.4, 4.2))
left_over = (y - X @ w).reshape(heights.shape)
map_ = ax.imshow(
    left_over, extent=(-1, 1, -1, 1), aspect="auto", cmap=DIVERGING, vmin=-500, vmax=500
)
fig.colorbar(map_, label="residual in meters")
ax.set(xlabel="west to east", ylabel="south to north")
figure(fig, alt=(
    "Residuals of the plane: long red bands where ridges rise above the board, and "
    "long blue bands where valleys lie below it; nothing like scattered dots."
))

# %% [markdown]
# Accidents would be scattered; these are ridges and valleys, long and connected. The board is the best *flat* answer, and the residual shows what is not flat. That is the least wrong answer, and how you know: nothing that the columns could still say is left over. (`.reshape` gives an array another shape: the residual becomes a map again.)

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Holding the weights back
#
# The wild curve of degree 12 had weights up to 365,000. A way to tame it: add, below the measurements, rows that ask every weight to be 0. The row $(0, \dots, \sqrt\lambda, \dots, 0)$ with the target 0 misses by $\sqrt\lambda\, w_j$, which adds $\lambda w_j^2$ to the sum of squares. So the fit now minimizes
#
# $$ \|\mathbf{y} - \mathbf{X}\mathbf{w}\|^2 + \lambda\, (w_1^2 + w_2^2 + \dots) . $$
#
# In words: the squared misses plus a price on large weights; $\lambda$ (lambda, in code `lam`) is the price. This is **ridge regression** (Hoerl and Kennard, 1970). The weight of the ones column stays free: a mountain far above the sea is no fault.

# %%
fig, panels = plt.subplots(1, 3, figsize=(10.0, 3.3), sharey=True)
for ax, lam in zip(panels, (0.0, 0.01, 10.0)):
    draw_fit(ax, 12, lam)
    ax.set_xlabel(f"west to east (λ = {lam:g})")
figure(fig, alt=(
    "Degree 12 with three prices. At 0 the curve swings out of the picture; at 0.01 it "
    "follows the broad shape of the ground; at 10 it is nearly flat."
))

# %% author=true
def _along_with(lam):
    _S, _P = design(places[stakes], 12), lam * np.eye(13)
    _P[0, 0] = 0
    return float(np.sqrt(((design(places, 12) @ np.linalg.solve(_S.T @ _S + _P, _S.T @ ground[stakes]) - ground) ** 2).mean()))


_S = design(places[stakes], 12)
_rows = np.sqrt(0.3) * np.eye(13)[1:]
_P = 0.3 * np.eye(13)
_P[0, 0] = 0
_w1 = np.linalg.lstsq(np.vstack([_S, _rows]), np.append(ground[stakes], np.zeros(12)), rcond=None)[0]
assert np.allclose(_w1, np.linalg.solve(_S.T @ _S + _P, _S.T @ ground[stakes]), rtol=1e-6, atol=1e-6)
assert np.isclose(((np.append(ground[stakes], np.zeros(12)) - np.vstack([_S, _rows]) @ _w1) ** 2).sum(), ((ground[stakes] - _S @ _w1) ** 2).sum() + 0.3 * (_w1[1:] ** 2).sum(), rtol=1e-9)
if not data.is_stand_in("terrain"):
    assert round(_along_with(0.01)) == 71 and round(_along_with(10.0)) == 120
    assert 300_000 < np.abs(np.linalg.lstsq(_S, ground[stakes], rcond=None)[0]).max() < 400_000

# %% [markdown]
# A price of 0.01 cuts the miss all along the ground from 2,326 meters to 71, about what the best degree, 6, reaches without one. A price of 10 makes the curve too stiff: 120. Since the extra rows are ordinary rows, the normal equations take them in: $\mathbf{X}^{\mathsf T}\mathbf{X}$ grows by $\lambda$ on its diagonal, but for the first place, and $\mathbf{X}^{\mathsf T}\mathbf{y}$ stays, as their targets are 0.

# %% [markdown]
# ### Exercise · A price on large weights
#
# *3 points · about 9 minutes · needs the normal equations*
#
# $$ (\mathbf{X}^{\mathsf T}\mathbf{X} + \lambda\,\mathbf{I}')\, \mathbf{w} = \mathbf{X}^{\mathsf T}\mathbf{y} , $$
#
# where $\mathbf{I}'$ is the identity with a 0 in its first place: the ones column pays nothing.
#
# **Before you code.** If $\lambda$ becomes enormous, what is left of the fit? And what comes out for $\lambda = 0$?
#
# <details><summary>Answer</summary>
#
# All weights but the first go to 0, and the first becomes the mean of $\mathbf{y}$. For 0 it is the plain least-squares fit.
#
# </details>
#
# **Your task.** Write `ridge(X, y, lam)`. `X` has its column of ones first; add none. As before, floats are given, and `y` may have several columns. Three lines are enough.

# %% exercise="d15-ridge"
def ridge(X: np.ndarray, y: np.ndarray, lam: float) -> np.ndarray:
    """Weights that minimize the sum of squares plus lam times the squared weights.

    X        (N, D)           N measurements, its first column all ones
    y        (N,) or (N, K)   one target, or one in each column
    lam      the price, 0 or more; the first weight pays nothing
    returns  (D,) or (D, K)   the weights of each target

    >>> X = np.array([[1.0, -1.0], [1.0, 1.0]])
    >>> ridge(X, np.array([2.0, 6.0]), 2.0).round(6)
    array([4., 1.])
    """
    X = np.asarray(X, dtype=float)  # products of small whole numbers may overflow
    ### BEGIN SOLUTION
    penalty = lam * np.eye(X.shape[1])
    penalty[0, 0] = 0.0
    return np.linalg.solve(X.T @ X + penalty, X.T @ y)
    ### END SOLUTION


# %% visible="d15-ridge" points=1
# XᵀX is (2, 0), (0, 2), Xᵀy is (8, 4). Without a price w = (4, 2); with the price 2 the
# second equation reads (2 + 2) w₁ = 4, so w₁ = 1, and the first weight stays 4.
table, target = np.array([[1.0, -1.0], [1.0, 1.0]]), np.array([2.0, 6.0])
got, got_free = ridge(table, target, 2.0), ridge(table, target, 0.0)

assert got is not None, "ridge returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), f"Two columns, two weights; got shape {np.shape(got)}."
assert np.allclose(got_free, [4, 2], rtol=1e-9, atol=0), (
    f"With the price 0 the weights are the plain fit's, 4 and 2, got "
    f"{np.round(got_free, 4)}."
)
assert np.isclose(got[0], 4, rtol=1e-9, atol=0), (
    f"The first weight pays nothing and stays 4, got {got[0]:.4f}. Which entry of the "
    f"penalty belongs to the ones column?"
)
assert np.isclose(got[1], 1, rtol=1e-9, atol=0), (
    f"(2 + 2) w₁ = 4 gives w₁ = 1, got {got[1]:.4f}. What is added to the diagonal?"
)

# %% hidden="d15-ridge" points=2
# Hidden checks: the extra rows √lam written out, prices from 0 to 1e6, several targets,
# whole numbers; your arrays left as they were.
_rng = course_rng("d15-ridge")
for _k in range(40):
    _D = int(_rng.integers(1, 6))
    _N, _lam = _D + int(_rng.integers(1, 20)), float([0.0, 0.3, 7.0, 1e6][_k % 4])
    _X, _y = _rng.normal(1, 2, size=(_N, _D)), _rng.normal(5, 2, size=(_N,) if _k % 2 else (_N, int(_rng.integers(1, 4))))
    _X[:, 0] = 1.0
    if np.linalg.cond(_X) > 1e3:
        continue
    _more = np.sqrt(_lam) * np.eye(_D)[1:]
    _want = np.linalg.lstsq(np.concatenate([_X, _more]), np.concatenate([_y, np.zeros((_D - 1, *_y.shape[1:]))]), rcond=None)[0]
    _given_X, _given_y = _X.copy(), _y.copy()
    _got = ridge(_given_X, _given_y, _lam)
    assert np.shape(_got) == _want.shape, f"X of shape {_X.shape} and y of shape {_y.shape} give weights of shape {_want.shape}, got {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-5, atol=1e-7), f"wrong for X of shape {_X.shape}, y of shape {_y.shape}, lam = {_lam:g}"
    assert (_given_X == _X).all() and (_given_y == _y).all(), "one of the caller's arrays was changed in place"

_X = np.column_stack([np.full(9, 1), np.arange(9) * 5, np.arange(9) % 2])
for _type in (int, np.uint8):
    _want = np.linalg.lstsq(np.concatenate([_X, np.eye(3)[1:]]).astype(float), np.append(np.arange(9.0), [0, 0]), rcond=None)[0]
    assert np.allclose(ridge(_X.astype(_type), np.arange(9).astype(_type), 1), _want, rtol=1e-7, atol=1e-9), f"wrong for entries of type {_type.__name__}"

# %% [markdown]
# ### Shadows that do not disturb each other
#
# If the columns were at right angles and of length 1, $\mathbf{X}^{\mathsf T}\mathbf{X}$ would be $\mathbf{I}$ and there would be nothing to solve: the projection would be the sum of the shadows on the single directions. Such vectors are called **orthonormal**. Any set can be made so, one after the other: take away from a vector its shadows on the directions already found, and divide what is left by its length. Here $(3, 4)$ and $(2, 1)$:

# %%
u1 = np.array([3.0, 4.0]) / 5
r = np.array([2.0, 1.0]) - (u1 @ [2.0, 1.0]) * u1
u2 = r / np.linalg.norm(r)
print(u1, r.round(3), u2, " dot product:", (u1 @ u2).round(12))

# %% author=true
assert np.allclose(u1, [0.6, 0.8], rtol=1e-12) and np.allclose(r, [0.8, -0.6], rtol=1e-9) and abs(u1 @ u2) < 1e-12

# %% [markdown]
# ### Exercise · Straighten any set of directions
#
# *3 points · about 13 minutes · needs shadows and residuals (day 11)*
#
# This is the **Gram–Schmidt** method. Directions are stored as *rows*. For each row $\mathbf{v}$, begin with $\mathbf{r} = \mathbf{v}$ and take the unit directions $\mathbf{u}$ found so far out of it, one after the other,
#
# $$ \mathbf{r} \leftarrow \mathbf{r} - (\mathbf{u} \cdot \mathbf{r})\, \mathbf{u} , $$
#
# each time from what is *left*, not from the first $\mathbf{v}$: rounding then stays small. If $\mathbf{r}$ is at most `tol` times as long as $\mathbf{v}$, the row said nothing new and is dropped.
#
# **Before you code.** What becomes of the rows $(2, 0)$, $(3, 0)$, $(1, 5)$?
#
# <details><summary>Answer</summary>
#
# $(1, 0)$; nothing is left of the second; $(0, 5)$ becomes $(0, 1)$.
#
# </details>
#
# **Your task.** Write `gram_schmidt(V, tol=1e-9)`. If no row is left, the shape is $(0, D)$; `.reshape(-1, D)` makes any list of rows a table with D columns. Eight lines are enough.

# %% exercise="d15-gram_schmidt"
def gram_schmidt(V: np.ndarray, tol: float = 1e-9) -> np.ndarray:
    """Orthonormal directions from any directions, in their order.

    V        (N, D)  directions, one a row
    tol      a row is dropped if at most tol times its length is left of it
    returns  (r, D)  orthonormal rows; the first k hold what the first rows of V span

    >>> gram_schmidt(np.array([[2.0, 0.0], [3.0, 0.0], [1.0, 5.0]]))
    array([[1., 0.],
           [0., 1.]])
    """
    ### BEGIN SOLUTION
    U = []
    for v in np.array(V, dtype=float):
        r = v
        for u in U:
            r = r - (u @ r) * u
        if np.linalg.norm(r) > tol * np.linalg.norm(v):
            U.append(r / np.linalg.norm(r))
    return np.array(U).reshape(-1, np.shape(V)[1])
    ### END SOLUTION


# %% visible="d15-gram_schmidt" points=1
# The rows (3, 4), (6, 8), (2, 1): the second is twice the first and drops out.
got = gram_schmidt(np.array([[3.0, 4.0], [6.0, 8.0], [2.0, 1.0]]))
got_three = gram_schmidt(np.array([[1.0, 1.0, 0.0], [1.0, 0.0, 1.0]]))

assert got is not None, (
    "gram_schmidt returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 2), (
    f"Two directions remain of three rows: expected shape (2, 2), got {np.shape(got)}. "
    f"What is left of (6, 8) after its shadow on (3, 4) is gone?"
)
assert np.allclose(np.linalg.norm(got, axis=1), [1, 1], rtol=1e-9, atol=0), (
    f"Every direction is 1 long, got lengths {np.linalg.norm(got, axis=1).round(4)}."
)
assert np.allclose(got, [[0.6, 0.8], [0.8, -0.6]], rtol=1e-9, atol=1e-9), (
    f"Expected (0.6, 0.8) and (0.8, −0.6), got\n{np.round(got, 4)}\nAre the rows the "
    f"directions? What is taken away from (2, 1)?"
)
want = np.array([[1, 1, 0] / np.sqrt(2), [0.5, -0.5, 1] / np.sqrt(1.5)])
assert np.shape(got_three) == (2, 3) and np.allclose(
    got_three, want, rtol=1e-9, atol=1e-9
), f"(1, 1, 0), (1, 0, 1) give\n{want.round(4)}, got\n{np.round(got_three, 4)}"

# %% hidden="d15-gram_schmidt" points=2
# Hidden checks: many sizes, more rows than columns, dependent rows, rows of zeros,
# nearly dependent ones, tiny and huge rows, other tol, whole numbers; your rows left as
# they were.
_rng = course_rng("d15-gram_schmidt")
for _k in range(30):
    _N, _D = int(_rng.integers(1, 6)), int(_rng.integers(5, 9))
    _V = _rng.normal(size=(_N, _D)) * 10.0 ** _rng.uniform(-6, 6, size=(_N, 1))
    _Q, _R = np.linalg.qr(_V.T)
    _want = (_Q * np.sign(np.diag(_R))).T
    _place = int(_rng.integers(1, _N + 1))
    _extra = np.zeros((1, _D)) if _k % 3 == 0 else _rng.normal(size=(1, _place)) @ (_V[:_place] / np.linalg.norm(_V[:_place], axis=1)[:, None])
    _V = np.concatenate([_V[:_place], _extra, _V[_place:]]) if _k % 2 else _V
    _given = _V.copy()
    _got = gram_schmidt(_given)
    assert np.shape(_got) == _want.shape, f"{len(_V)} rows, {_N} of them independent, give shape {_want.shape}, got {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-7), f"wrong for rows of shape {_V.shape}"
    assert (_given == _V).all(), "the caller's rows were changed in place"

for _N, _D in ((7, 3), (4, 1), (9, 4)):
    _got = gram_schmidt(_rng.normal(size=(_N, _D)))
    assert np.shape(_got) == (_D, _D) and np.allclose(_got @ _got.T, np.eye(_D), rtol=0, atol=1e-9), f"{_N} rows of {_D} entries give {_D} orthonormal directions"
_near = np.array([[1.0, 1e-5, 0, 0], [1.0, 0, 1e-5, 0], [1.0, 0, 0, 1e-5]])
_got = gram_schmidt(_near)
assert np.shape(_got) == (3, 4) and np.allclose(_got @ _got.T, np.eye(3), rtol=0, atol=1e-8), "three nearly equal rows should give three directions at right angles: do you take each shadow from what is left, or from the first v?"
_V = np.array([[1.0, 0.0], [1.0, 0.01]])
for _tol, _r in ((1e-9, 2), (0.1, 1)):
    assert np.shape(gram_schmidt(_V, _tol)) == (_r, 2), f"of (1, 0.01) a hundredth is left beside (1, 0): with tol={_tol} expected {_r} directions"
assert np.shape(gram_schmidt(np.array([[1.0, 0.0], [1.0, 1.5e-9]]))) == (2, 2), "what is left is 1.5e-9 of the row's length, more than the tol of 1e-9 that is printed"
assert np.shape(gram_schmidt(1e8 * np.array([[1.0, 0.0], [1.0, 1e-11]]))) == (1, 2), "of a long row, a part of 1e-11 is rounding: tol is compared with the row's own length"
_got = gram_schmidt(np.array([[3e-12, 4e-12], [1e-12, 0.0]]))
assert np.shape(_got) == (2, 2) and np.allclose(_got, [[0.6, 0.8], [0.8, -0.6]], rtol=0, atol=1e-7), "short rows have directions like long ones: tol is compared with the row's own length"
assert np.shape(gram_schmidt(np.zeros((2, 3)))) == (0, 3), "rows of zeros leave no direction: shape (0, 3)"
assert np.allclose(gram_schmidt(np.array([[0, 2], [3, 4]])), [[0, 1], [1, 0]], rtol=0, atol=1e-9), "wrong for whole numbers"

# %% [markdown]
# ### Where this sits in a real model
#
# To ask what a language model's vectors know, researchers fit a **linear probe** (Alain and Bengio, 2016): rows are the vectors inside the model, targets the property in question; if that is a number, the fit is today's. Echo-state networks (Jaeger, 2001) train nothing but such a readout, often by ridge.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### In your own words
#
# Write four or five sentences: **why is the closest point always at a right angle?** Use a room, a lamp hanging over a table, or a street. Then say what would be left over for a column to find if the angle were not right.
#
# <details><summary>Answer</summary>
#
# If the way from the foot to the point leaned along the plane, one could step a little in that direction and come nearer, so the foot was not the nearest. Only when no direction of the plane helps, when the way stands at a right angle to all of them, is one there. If the angle is not right, the residual has a shadow on some column, and that shadow can still be explained: add it to the fit and the miss shrinks.
#
# </details>

# %% [markdown]
# ### Exercise · A judge who fits nothing
#
# *2 points · about 7 minutes · needs the right angle (idea 2)*
#
# Somebody hands you weights and says that no others miss by less. To test it you need no fit of your own: for the best weights the residual is orthogonal to every column. So compute
#
# $$ \max \, \bigl| \mathbf{X}^{\mathsf T} (\mathbf{y} - \mathbf{X}\mathbf{w}) \bigr| , $$
#
# the largest dot product of the residual with a column, signs left out. It is 0, up to rounding, for the best weights and for no others.
#
# **Before you code.** In idea 1, $\mathbf{y} = (1, 0, 5)$, and somebody offers $\mathbf{w} = (1, 1)$, the predictions 1, 2, 3. What are the dot products of the residual with both columns? What does the judge say?
#
# <details><summary>Answer</summary>
#
# The residual is $(0, -2, 2)$: with the ones 0, with $(0, 1, 2)$ it is 2. The judge says 2, and so no: steeper is better.
#
# </details>
#
# **Your task.** Write `check_orthogonal(X, y, w)`, for one target. Two lines are enough.

# %% exercise="d15-check_orthogonal"
def check_orthogonal(X: np.ndarray, y: np.ndarray, w: np.ndarray) -> float:
    """How far weights are from the least-squares fit: 0 only for the fit itself.

    X        (N, D)  the columns of the fit
    y        (N,)    the target
    w        (D,)    the weights on trial
    returns  the largest dot product of residual and column, without its sign

    >>> X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    >>> float(check_orthogonal(X, np.array([1.0, 0.0, 5.0]), np.array([1.0, 1.0])))
    2.0
    """
    ### BEGIN SOLUTION
    residual = y - X @ w
    return np.abs(X.T @ residual).max()
    ### END SOLUTION


# %% visible="d15-check_orthogonal" points=1
# The best line of idea 1, then the weights (3, 1): predictions 3, 4, 5, residual
# (−2, −4, 0), dot products −6 and −4.
table = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
target = np.array([1.0, 0.0, 5.0])
got_best = check_orthogonal(table, target, np.array([0.0, 2.0]))
got = check_orthogonal(table, target, np.array([3.0, 1.0]))

assert got is not None, (
    "check_orthogonal returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}. Which of the dot "
    f"products is asked for?"
)
assert np.isclose(got_best, 0, rtol=0, atol=1e-9), (
    f"(0, 2) is the best fit, so 0 is expected, got {got_best:.4f}. What is left over, "
    f"and what does each column find in it?"
)
assert np.isclose(got, 6, rtol=1e-9, atol=0), (
    f"The dot products are −6 and −4: expected 6, got {got:.4f}. Do signs count? Do "
    f"all entries of the residual?"
)

# %% hidden="d15-check_orthogonal" points=1
# Hidden checks: tables of many sizes, square ones too, best fits and weights that are
# off in one place, whole numbers; your arrays left as they were.
_rng = course_rng("d15-check_orthogonal")
for _k in range(40):
    _D = int(_rng.integers(1, 6))
    _N = _D + (int(_rng.integers(1, 20)) if _k % 4 else 0)
    _X, _y = _rng.normal(1, 3, size=(_N, _D)), _rng.normal(5, 2, size=_N)
    _w = np.linalg.lstsq(_X, _y, rcond=None)[0]
    if _k % 5:
        _w[int(_rng.integers(0, _D))] += _rng.normal()
    _want = max(abs(sum(float(_X[_i, _j]) * float(_y[_i] - sum(_X[_i] * _w)) for _i in range(_N))) for _j in range(_D))
    _given = (_X.copy(), _y.copy(), _w.copy())
    _got = check_orthogonal(*_given)
    assert np.ndim(_got) == 0, f"X of shape {_X.shape}: one number is expected, got shape {np.shape(_got)}"
    assert np.isclose(_got, _want, rtol=1e-6, atol=1e-8), f"X of shape {_X.shape}: expected {_want:.6f}, got {float(_got):.6f}"
    assert all((_one == _two).all() for _one, _two in zip(_given, (_X, _y, _w))), "one of the caller's arrays was changed in place"
assert np.isclose(check_orthogonal(np.array([[1, 2], [1, 0], [1, 1]]), np.array([4, 0, 1]), np.array([1, 1])), 1, rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### Break it: the same column twice
#
# Somebody measures the places in kilometers and again in miles, rounded, and puts both columns into the fit. **Predict:** what happens to the two weights, and what to the predictions? Then change the price to 1 and run the cell again.

# %%
rng = np.random.default_rng(15)
km = rng.uniform(0, 10, size=30)
X = np.column_stack([np.full(30, 1.0), km, (km / 1.609).round(4)])
y = 2 + 3 * km + rng.normal(size=30)
lam = 0.0
A = X.T @ X + lam * np.array([[0, 0, 0], [0, 1, 0], [0, 0, 1]])
w = np.linalg.solve(A, X.T @ y)
print("weights:", w.round(2))
print("prediction at 5 km:", ([1, 5, (5 / 1.609)] @ w).round(2))

# %% author=true
# edit: "lam = 0.0" -> "lam = 1.0"
# then: np.abs(w).max() < 4 and 15 < [1, 5, 5 / 1.609] @ w < 19
assert np.round(w[1:]).tolist() == [238, -378] and 15 < [1, 5, 5 / 1.609] @ w < 19

# %% [markdown]
# The weights are 238 for a kilometer and −378 for a mile, although $y$ grows by about 3 with each kilometer: huge, of opposite sign, and they nearly cancel. The prediction hardly notices. The rows of $\mathbf{X}^{\mathsf T}\mathbf{X}$ are nearly parallel, the sepia filter of day 14 again: the *predictions* are well known, the *weights* are not. A price of 1 makes both weights small and leaves the prediction where it was. So do not read a meaning into single weights when columns say nearly the same.

# %% [markdown]
# ### Break it: one false reading
#
# One stake of idea 3 is misread by 100 meters: the first, at the western end, or the eighth, in the middle. **Predict:** by how many meters does the fit move at that stake, for degree 1, 6 and 12? Fits are linear in $\mathbf{y}$, so it is enough to fit the mistake alone.

# %%
for degree in (1, 6, 12):
    S = places[stakes, None] ** np.arange(degree + 1)
    for i in (0, 7):
        off = np.zeros(15)
        off[i] = 100.0
        moved = S @ np.linalg.solve(S.T @ S, S.T @ off)
        print(f"degree {degree}, stake {i + 1}: the fit moves by {moved[i]:.0f}")

# %% author=true
_moves = []
for _d in (1, 6, 12):
    _S = design(places[stakes], _d)
    _H = _S @ np.linalg.pinv(_S)
    _moves.append([int(np.round(100 * _H[_i, _i])) for _i in (0, 7)])
assert _moves == [[24, 7], [97, 33], [100, 71]] and len(stakes) == 15

# %% [markdown]
# At the end by 24, 97 and 100 meters, in the middle by 7, 33 and 71. The last stake of a row has nobody beyond it to object: the curve of degree 12 believes it wholly, whatever it says. More columns give every single reading more say; that is overfitting, seen from one stake.

# %% [markdown]
# ### True or false? A reason for each
#
# 1. If $\mathbf{X}$ has a column of ones, the residuals of the best fit sum to 0.
# 2. One column more never makes the sum of squared misses at the measured places larger.
# 3. One column more never makes the predictions elsewhere worse.
#
# <details><summary>Answer</summary>
#
# 1: true, since their sum is the dot product with the ones. 2: true, as the new column may get the weight 0. 3: false; degree 12 was worse than degree 6 by far.
#
# </details>
#
# And the weights of `ridge`, for a price above 0: what does the judge say of them?
#
# <details><summary>Answer</summary>
#
# Its equation says $\mathbf{X}^{\mathsf T}(\mathbf{y} - \mathbf{X}\mathbf{w}) = \lambda\,\mathbf{I}'\mathbf{w}$. So he finds $\lambda$ times the largest weight, the first one left out: not the best fit, and by so much.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. All predictions $\mathbf{X}\mathbf{w}$ fill a plane; the best fit is the foot of the perpendicular from $\mathbf{y}$.
# 2. The residual is orthogonal to every column: $\mathbf{X}^{\mathsf T}\mathbf{X}\mathbf{w} = \mathbf{X}^{\mathsf T}\mathbf{y}$.
# 3. Columns may be powers, coordinates, anything; the fit stays linear in the weights.
# 4. Ridge adds rows that ask weights to be 0, and pays for calm with a little misfit.
# 5. Gram–Schmidt makes directions orthonormal, one residual after the other.

# %% [markdown]
# ### New notation today
#
# The letter w keeps its old meaning, a vector, and gets a job: one entry for each column.
#
# | symbol | read | code |
# |---|---|---|
# | $\mathbf{w}$, $\hat{\mathbf{y}} = \mathbf{X}\mathbf{w}$ | the weights; the predictions, y hat | `w`, `X @ w` |
# | $\mathbf{u}_i$ | unit direction i, a row | `U[i - 1]` |
# | $\lambda$ | lambda, the price of large weights | `lam` |

# %% [markdown]
# ### To watch
#
# Gilbert Strang's lectures 15 and 16 of [MIT 18.06](https://ocw.mit.edu/courses/18-06-linear-algebra-spring-2010/), on projections and least squares: the same picture, at a blackboard. Tomorrow: directions that a machine only stretches.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Two small tools for later days: predictions, and the **leverage** of each measurement, how strongly its own prediction follows it. That is what you measured with the false readings. Leverages lie between 0 and 1 and add up to the number of independent columns. With an orthonormal basis of the columns they are squared row lengths.

# %%
def predict_linear(X, w):
    """Predictions X @ w of (N, D) rows."""
    return np.asarray(X, dtype=float) @ w


def hat_diag(X):
    """Leverages (N,) of the rows of X (N, D); they add up to its rank."""
    U = gram_schmidt(np.asarray(X, dtype=float).T)
    return (U**2).sum(axis=0)

# %% author=true
# gives: predict_linear, hat_diag
_X = np.random.default_rng(15).normal(size=(12, 3))
_H = _X @ np.linalg.inv(_X.T @ _X) @ _X.T
assert np.allclose(hat_diag(_X), np.diag(_H), rtol=1e-9, atol=1e-12) and np.isclose(hat_diag(_X).sum(), 3, rtol=1e-9)
_y = np.arange(12.0)
assert check_orthogonal(_X, _y, lstsq_normal(_X, _y)) < 1e-9 < check_orthogonal(_X, _y, np.zeros(3))
_lev = hat_diag(design(places[stakes], 12))
assert _lev.max().round(2) == 1.0 and _lev.min().round(2) == 0.65 and _lev[[0, -1]].round(2).tolist() == [1.0, 1.0]
assert np.array_equal(predict_linear(_X, np.arange(3.0)), _X @ np.arange(3.0))

# %% [markdown]
# The stakes of idea 3 have very unequal leverage under the polynomial of degree 12: at both ends it is 1.00, so the curve must run through these stakes whatever they say; the smallest is 0.65. One false reading at the end would bend the whole curve.
