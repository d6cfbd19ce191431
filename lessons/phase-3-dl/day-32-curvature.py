# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Level ground in the fog: curvature, the Hessian and saddles
#
# **Question of the day.** The gradient is zero. Do you stand on a summit, in a hollow, or on a pass between two summits, and can you tell without seeing the land?
#
# *After today you can* forecast a function from its slopes and its curvature; find the directions in which a landscape bends up and down;
# tell summits, hollows and passes apart; say how much a bent valley slows gradient descent, with one number.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 25.

# %% [markdown]
# **Yesterday (day 31).** A layer has 3 inputs and 2 outputs. Four rows went through it, and from behind comes a table $\mathbf{G}$ whose entries are all 0.5. Which shape has the gradient of the biases, and which numbers stand in it?
#
# <details><summary>Answer</summary>
#
# (2,), and $4 \cdot 0.5 = 2$ in both places: a bias is used in all four rows, and what was copied is summed.
#
# </details>

# %% [markdown]
# **A week ago (day 25).** Of all pictures, 30 % are of class 0 and bright, 10 % of class 0 and dark, 20 % of class 1 and bright, 40 % of class 1 and dark. How often is the best possible classifier right, if it sees only bright or dark?
#
# <details><summary>Answer</summary>
#
# Bright: say 0, right in 30 %. Dark: say 1, right in 40 %. Together 70 %.
#
# </details>
#
# **Before that (day 11).** What is the shadow of $(4, 2)$ on the direction $(3, 4)$, and what is the rest?
#
# <details><summary>Answer</summary>
#
# $\frac{12 + 8}{25}(3, 4) = (2.4, 3.2)$; the rest is $(1.6, -1.2)$, at a right angle to it.
#
# </details>

# %% author=true
assert 4 * 0.5 == 2 and abs((12 + 8) / 25 * 3 - 2.4) < 1e-12 and abs((12 + 8) / 25 * 4 - 3.2) < 1e-12

# %% [markdown]
# The tools of the day. From your toolbox come the least squares of day 15, the z-scores of day 8 and the measured gradient of day 30; sympy, the algebra program, differentiates once more as a referee.

# %%
import math
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import sympy

from log2attn import data, figure, slider
from log2attn.learn.drawings import contours
from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION
from log2attn.toolbox import lstsq_normal, numgrad, zscore

# %% [markdown]
# ### Exercise · The best one can do with two classes
#
# *1 point · about 3 minutes · needs the Bayes accuracy (day 25)*
#
# A table has two rows, one for each class, and a column for each kind of picture; its entries are shares of all pictures. The best classifier says, for each kind, the class that is more frequent there. How often is it right? Add up
#
# $$ \sum_{m} \max(p_{0m},\, p_{1m}). $$
#
# In words: of each column the larger share.
#
# **Before you code.** The rows are $(0.3, 0.1)$ and $(0.2, 0.4)$. What comes out? And if both rows were equal?
#
# <details><summary>Answer</summary>
#
# $0.3 + 0.4 = 0.7$. Equal rows: 0.5, no better than guessing.
#
# </details>
#
# **Your task.** Write `review_32(joint)`. One line.

# %% exercise="d32-review"
def review_32(joint: np.ndarray) -> float:
    """The best accuracy of a classifier that sees the column and guesses the row.

    joint    (2, M)  shares of all pictures: class × kind, adding up to 1
    returns  a number from 0.5 to 1

    >>> round(float(review_32(np.array([[0.3, 0.1], [0.2, 0.4]]))), 6)
    0.7
    """
    ### BEGIN SOLUTION
    return joint.max(axis=0).sum()
    ### END SOLUTION


# %% visible="d32-review" points=0
# Columns (0.1, 0.05), (0.2, 0.4), (0.05, 0.2): 0.1 + 0.4 + 0.2.
got = review_32(np.array([[0.1, 0.2, 0.05], [0.05, 0.4, 0.2]]))

assert got is not None, "review_32 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One accuracy is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 0.7, rtol=1e-9, atol=0), (
    f"0.1 + 0.4 + 0.2 = 0.7 is expected, got {float(got):.4f}. Of what do you take the "
    f"larger: of each column, of each row, or of all?"
)

# %% hidden="d32-review" points=1
# Hidden checks: tables of 1 to 9 columns, with ties; your table left as it was.
_rng = course_rng("d32-review")
for _M in (1, 2, 3, 5, 9):
    for _ in range(6):
        _joint = _rng.uniform(0, 1, size=(2, _M)) ** 2
        _joint = _joint / _joint.sum()
        _want, _given = 0.0, _joint.copy()
        for _m in range(_M):
            _want += max(float(_joint[0, _m]), float(_joint[1, _m]))
        _got = review_32(_given)
        assert np.ndim(_got) == 0 and np.isclose(_got, _want, rtol=1e-9, atol=0), f"{_M} columns: expected {_want:.5f}, got {_got}"
        assert (_given == _joint).all(), "the caller's table was changed in place"
assert np.isclose(review_32(np.array([[0.25, 0.25], [0.25, 0.25]])), 0.5, rtol=1e-9, atol=0), "equal rows: expected 0.5"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: six level places
#
# A corner of the Jacksboro map of day 24, averaged four times with its neighbors; a contour line every 10 meters, with its height on every fourth. At the six letters the ground is level. You see the lines and can tell what is what. A program in the fog knows only the 25 heights around each place. **Write down**: which letters are summits, which hollows, which passes, and which of the three kinds is the most frequent on the whole map?

# %%
land = data.terrain().astype(float)
for _ in range(4):
    land = (land[:-2] + 2 * land[1:-1] + land[2:]) / 4
    land = (land[:, :-2] + 2 * land[:, 1:-1] + land[:, 2:]) / 4
corner = land[41:65, 111:143]
letters = {
    "a": (12, 21), "b": (3, 15), "c": (19, 15),
    "d": (19, 8), "e": (28, 2), "f": (13, 1),
}

# %% [markdown]
# The letters stand at their cells, a column and a row of the corner; a cell is 74 meters wide and 93 high. Where do the lines close to rings, and where do they look like two hills back to back?

# %%
fig, ax = plt.subplots(figsize=(7.0, 5.4))
lines = ax.contour(corner, levels=range(200, 1100, 10), linewidths=0.8)
ax.clabel(lines, lines.levels[2::4], fontsize=8)
for name, (column, row) in letters.items():
    ax.plot(column, row, "o", color=VERMILLION, markersize=5)
    ax.text(column + 0.5, row, name, fontsize=15, color=INK)
ax.set(xlabel="cells to the east", ylabel="cells to the south", aspect=93 / 74)
ax.invert_yaxis()  # row 0 is the northern edge
figure(fig, alt=(
    "Contour lines with six letters: rings around a, d, e and f; at b and c the lines "
    "bend away on both sides, as between two hills."
))

# %% [markdown]
# ### Idea 1 · One more term
#
# Near a point a curve is its tangent; what is left over? For $e^x$ at 0 the tangent is $1 + x$. Let us look for a polynomial $c_0 + c_1 x + c_2 x^2 + c_3 x^3$ that has *all* slopes of $e^x$ at 0: value, slope, slope of the slope, and so on.
#
# Differentiate it twice: $2 c_2 + 6 c_3 x$, at 0 that is $2c_2$. Three times: $6 c_3 = 3!\,c_3$. Each derivative brings the exponent down as a factor; after $k$ of them $k!\,c_k$ stands alone. So

# %% [markdown]
# $$ c_k = \frac{f^{(k)}(0)}{k!}, \qquad f(x + h) \approx f(x) + f'(x)\,h + \tfrac12 f''(x)\,h^2. $$
#
# In words: the $k$-th derivative over $k$ factorial; and near any $x$, value plus slope times step plus *half the second derivative times the step squared*. From here on the second derivative, day 29's bend, is called **curvature**. All derivatives of $e^x$ are $e^x$, at 0 they are 1: its layers are $x^k/k!$, as day 2 found by counting. Brook Taylor published the rule in 1715.

# %%
x = sympy.symbols("x")
slopes = [sympy.diff(sympy.exp(x), x, k).subs(x, 0) for k in range(5)]
layers = [slope / math.factorial(k) for k, slope in enumerate(slopes)]
print("e^x:", layers)
for h in (0.2, 0.1, 0.05):
    print(f"h = {h:4.2f}   misses: {np.exp(h) - 1 - h:.7f}", end="   ")
    print(f"{np.exp(h) - 1 - h - h**2 / 2:.7f}")

# %% author=true
assert layers == [1, 1, sympy.Rational(1, 2), sympy.Rational(1, 6), sympy.Rational(1, 24)]
_m = [(np.exp(h) - 1 - h, np.exp(h) - 1 - h - h**2 / 2) for h in (0.2, 0.1, 0.05)]
assert 3.9 < _m[0][0] / _m[1][0] < 4.3 and 7.9 < _m[0][1] / _m[1][1] < 8.5

# %% [markdown]
# At half the step the tangent's miss is a quarter, that of the parabola an eighth: orders 2 and 3. (`sympy.diff(f, x, k)` differentiates `k` times, `.subs(x, 0)` puts 0 in for x.)
#
# ### Idea 2 · A table of curvatures
#
# Now a landscape of many letters. Walk from $\mathbf{x}$ along $\mathbf{d}$: the height is $g(t) = f(\mathbf{x} + t\mathbf{d})$, a curve in one letter. Day 30: $g' = \sum_i \frac{\partial f}{\partial x_i} d_i$. Once more, the same way: each of these slopes changes along all letters,

# %% [markdown]
# $$ g''(0) = \sum_{i,j} \frac{\partial^2 f}{\partial x_i\,\partial x_j}\,d_i d_j = \mathbf{d}^{\mathsf T}\mathbf{H}\,\mathbf{d}, \qquad f(\mathbf{x} + \mathbf{d}) \approx f(\mathbf{x}) + \nabla f \cdot \mathbf{d} + \tfrac12\,\mathbf{d}^{\mathsf T}\mathbf{H}\,\mathbf{d}. $$
#
# In words: all second derivatives stand in one table, the **Hessian** $\mathbf{H}$, and near $\mathbf{x}$ the landscape is a height, a tilted plane and a curved sheet. Entry $(i, j)$ is the slope in $x_j$ of the slope in $x_i$: $\mathbf{H}$ is the Jacobian of the gradient. For smooth $f$ the order does not matter, so $\mathbf{H}$ is symmetric (Hesse, 1844; Schwarz proved it in 1873).

# %%
x, y = sympy.symbols("x y")
formula = x**2 * y + 3 * y
gradient = [sympy.diff(formula, v) for v in (x, y)]
print("gradient:", gradient)
print("Hessian :", [[sympy.diff(slope, v) for v in (x, y)] for slope in gradient])

# %% author=true
assert [[sympy.diff(s, v) for v in (x, y)] for s in gradient] == [[2 * y, 2 * x], [2 * x, 0]]
_f = lambda a, b: a**2 * b + 3 * b
_d = np.array([0.01, -0.02])
_H = np.array([[2.0, 4.0], [4.0, 0.0]])
assert abs(_f(2 + _d[0], 1 + _d[1]) - (7 + np.array([4, 7]) @ _d + _d @ _H @ _d / 2)) < 1e-5

# %% author=true
# lint: square-only — a Hessian has as many rows as columns

# %% [markdown]
# ### Exercise · A forecast of three terms
#
# *2 points · about 6 minutes · needs the formula of idea 2*
#
# With the height, the gradient and the Hessian at one place, everything near it can be forecast without asking the function again. Optimizers of the second order work with this forecast alone:
#
# $$ f(\mathbf{x} + \mathbf{d}) \approx f_0 + \mathbf{g} \cdot \mathbf{d} + \tfrac12\,\mathbf{d}^{\mathsf T}\mathbf{H}\,\mathbf{d}. $$
#
# In words: height, plus slope along the step, plus half the curvature along the step; $\mathbf{g}$ is short for $\nabla f$.
#
# **Before you code.** $f_0 = 7$, $\mathbf{g} = (4, 7)$, $\mathbf{H}$ has the rows $(2, 4)$ and $(4, 0)$. What is the forecast for $\mathbf{d} = (1, -1)$?
#
# <details><summary>Answer</summary>
#
# $7 - 3 + \tfrac12(2 - 4 - 4 + 0) = 1$. The function itself, $x^2y + 3y$ at $(3, 0)$, is 0: the step is long.
#
# </details>
#
# **Your task.** Write `taylor2(f0, g, H, dx)`, with the step called `dx`. One line.

# %% exercise="d32-taylor2"
def taylor2(f0: float, g: np.ndarray, H: np.ndarray, dx: np.ndarray) -> float:
    """The forecast of second order for the height a step away.

    f0       height at the place
    g        (n,)    gradient there
    H        (n, n)  Hessian there
    dx       (n,)    the step
    returns  the height that is forecast at the place plus dx

    >>> float(taylor2(1.0, np.array([2.0]), np.array([[6.0]]), np.array([0.5])))
    2.75
    """
    ### BEGIN SOLUTION
    return f0 + g @ dx + dx @ H @ dx / 2
    ### END SOLUTION


# %% visible="d32-taylor2" points=1
# The numbers of the question, a step in three letters, and no step at all.
H = np.array([[2.0, 4.0], [4.0, 0.0]])
got = taylor2(7.0, np.array([4.0, 7.0]), H, np.array([1.0, -1.0]))
got_none = taylor2(7.0, np.array([4.0, 7.0]), H, np.zeros(2))
table = np.array([[2.0, 0, 0], [0, 4, 0], [0, 0, 6]])
got_three = taylor2(0.0, np.array([1.0, 0, -2]), table, np.array([1.0, 2, 3]))

assert got is not None, "taylor2 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One height is expected, got the shape {np.shape(got)}."
assert np.isclose(got_none, 7, rtol=1e-9, atol=0), (
    f"Without a step the forecast is the height itself, 7; got {float(got_none):.4f}."
)
assert np.isclose(got, 1, rtol=1e-9, atol=0), (
    f"7 − 3 + ½ · (−6) = 1 is expected, got {float(got):.4f}. How often does the step "
    f"occur in the curved part, and what stands in front of it?"
)
assert np.isclose(got_three, 31, rtol=1e-9, atol=0), (
    f"0 − 5 + ½ · (2 + 16 + 54) = 31 is expected, got {float(got_three):.4f}."
)

# %% hidden="d32-taylor2" points=1
# Hidden checks: parabolas of 1 to 6 letters, for which the forecast is exact, tables
# that are not symmetric, whole numbers; your arrays left as they were.
_rng = course_rng("d32-taylor2")
for _n in (1, 2, 3, 6):
    for _size in (1e-3, 1.0, 50.0):
        _f0, _g, _H, _d = float(_rng.normal()), _rng.normal(size=_n), _rng.normal(size=(_n, _n)), _size * _rng.normal(size=_n)
        _want = _f0
        for _i in range(_n):
            _want += _g[_i] * _d[_i] + sum(_H[_i, _j] * _d[_i] * _d[_j] for _j in range(_n)) / 2
        _given = [_g.copy(), _H.copy(), _d.copy()]
        _got = taylor2(_f0, *_given)
        assert np.ndim(_got) == 0 and np.isclose(_got, _want, rtol=1e-9, atol=1e-9), f"{_n} letters, a step of the size {_size:g}: expected {_want:.6f}, got {_got}"
        assert all((_a == _o).all() for _a, _o in zip(_given, (_g, _H, _d))), "an array of the caller was changed in place"
assert np.isclose(taylor2(3, np.array([1, -2]), np.array([[1, 0], [0, 1]]), np.array([1, 2])), 2.5, rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### Idea 3 · Three kinds of level ground
#
# Where the gradient is 0 (at a stationary point, day 29) the plane is level, and the curved part decides alone. Below: one landscape that bends up in both directions, one that bends down in both, one that does each in one direction. **Which Hessian** has $f = x^2 + xy + y^2$, and into which picture does it belong?

# %%
def draw_kind(ax, table, title):
    table = np.array(table)
    X, Y = np.meshgrid(np.linspace(-1, 1, 61), np.linspace(-1, 1, 61))
    heights = table[0, 0] * X**2 + 2 * table[0, 1] * X * Y + table[1, 1] * Y**2
    ax.contourf(X, Y, heights / 2, levels=15, alpha=0.4)
    lams, U = np.linalg.eigh(table)
    for lam, u, style in zip(lams, U.T, ("--", "-"), strict=True):
        ends = np.array([-0.9, 0.9])
        ax.plot(ends * u[0], ends * u[1], style, color=INK)
        ax.text(*(0.55 * u + [0.1, 0]), f"{lam:.0f}", color=INK, fontsize=14)
    ax.set(title=title, xlabel="x", ylabel="y", aspect="equal")


# %% [markdown]
# `draw_kind` paints $\tfrac12\mathbf{d}^{\mathsf T}\mathbf{H}\mathbf{d}$ (blue is low, yellow is high; `np.meshgrid` makes the places of a grid, `contourf` fills between contour lines), with the two eigenvectors of $\mathbf{H}$ as lines and their eigenvalues beside them (day 16).

# %%
fig, axes = plt.subplots(1, 3, figsize=(9.6, 3.5))
draw_kind(axes[0], [[2.0, 1.0], [1.0, 2.0]], "bends up: 1 and 3")
draw_kind(axes[1], [[-2.0, 1.0], [1.0, -2.0]], "bends down: −3 and −1")
draw_kind(axes[2], [[1.0, 2.0], [2.0, 1.0]], "up and down: −1 and 3")
figure(fig, alt=(
    "Three landscapes: low in the middle with eigenvalues 1 and 3, high in the middle "
    "with −3 and −1, and a saddle that rises along one diagonal and falls along the "
    "other, with 3 and −1."
))

# %% [markdown]
# The first: its second derivatives are 2, 1, 1, 2. Along a unit eigenvector $\mathbf{u}_i$ the height is $\tfrac12\lambda_i t^2$, so each eigenvalue is the curvature along its line; and $\mathbf{H}$ is symmetric, so its eigenvectors are at right angles and every direction is a mix of them (day 17). Hence the test:
#
# $$ \text{all } \lambda_i > 0: \text{minimum}, \qquad \text{all } \lambda_i < 0: \text{maximum}, \qquad \text{both signs}: \textbf{saddle}. $$
#
# In words: up in all directions, down in all, or up in some and down in others. An eigenvalue of 0 leaves a direction open, unless both signs are there already.

# %% author=true
for _t in ([[2.0, 1.0], [1.0, 2.0]], [[-2.0, 1.0], [1.0, -2.0]], [[1.0, 2.0], [2.0, 1.0]]):
    _l, _U = np.linalg.eigh(np.array(_t))
    assert all(np.isclose(u @ np.array(_t) @ u, lam, rtol=1e-9, atol=0) for lam, u in zip(_l, _U.T))
_a, _b = sympy.symbols("a b")
assert sympy.hessian(_a**2 + _a * _b + _b**2, (_a, _b)).tolist() == [[2, 1], [1, 2]]

# %% author=true
# lint: square-only — a Hessian has as many rows as columns

# %% [markdown]
# ### Exercise · Summit, hollow or pass
#
# *2 points · about 11 minutes · needs eigenvalues (day 16), `np.linalg.eigh` (day 17) and idea 3*
#
# Given the Hessian at a level place, say what it is. Measured numbers are never exactly 0: an eigenvalue of size `tol` or less counts as 0. In this order: if there is an eigenvalue above `tol` *and* one below `-tol`, it is a `"saddle"`. Otherwise, if any counts as 0, `"undecided"`. Otherwise all have one sign: `"minimum"` or `"maximum"`.
#
# **Before you code.** What are the tables with 3, −1, 0 on the diagonal? With 3, 1, 0? Why is the determinant no help in three letters?
#
# <details><summary>Answer</summary>
#
# A saddle, whatever the 0 hides; undecided. The determinant is the product of all eigenvalues: positive for 1, 1, 1 and for 1, −1, −1.
#
# </details>
#
# **Your task.** Write `classify_point(H, tol)`; `np.linalg.eigh(H)[0]` holds the eigenvalues. About five lines.

# %% exercise="d32-classify_point"
def classify_point(H: np.ndarray, tol: float = 1e-6) -> str:
    """What kind of level place has this Hessian.

    H        (n, n)  symmetric table of second derivatives
    tol      eigenvalues of this size or less count as 0
    returns  "minimum", "maximum", "saddle" or "undecided"

    >>> classify_point(np.array([[2.0, 0.0], [0.0, -1.0]]))
    'saddle'
    """
    ### BEGIN SOLUTION
    lams = np.linalg.eigh(H)[0]
    up, down = (lams > tol).any(), (lams < -tol).any()
    if up and down:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if up else "maximum"
    ### END SOLUTION


# %% visible="d32-classify_point" points=1
# The three landscapes of the figure, and tables with zeros: np.diag puts numbers on the
# diagonal of a table.
cases = {
    "minimum": [[2.0, 1.0], [1.0, 2.0]],
    "maximum": [[-2.0, 1.0], [1.0, -2.0]],
    "saddle": [[1.0, 2.0], [2.0, 1.0]],
}
got = {kind: classify_point(np.array(table)) for kind, table in cases.items()}
got_falls = classify_point(np.diag([1.0, -4.0]))
got_hidden = classify_point(np.diag([3.0, -1.0, 0.0]))
got_open = classify_point(np.diag([3.0, 1.0, 0.0]))
got_tol = classify_point(np.diag([3.0, 0.01]), tol=0.1)

assert got["minimum"] is not None, (
    "classify_point returned None. Does every way through it end in a return?"
)
words = ("minimum", "maximum", "saddle", "undecided")
assert all(answer in words for answer in got.values()), (
    f"One of the four words of the docstring is expected, got {list(got.values())}."
)
for kind, answer in got.items():
    assert answer == kind, (
        f"The table {cases[kind]} belongs to a {kind}, got {answer!r}. Which signs "
        f"have "
        f"its eigenvalues? They need not be those of the diagonal."
    )
assert got_falls == "saddle", (
    f"Eigenvalues 1 and −4: up and down, a saddle, however steep it falls; got "
    f"{got_falls!r}."
)
assert got_hidden == "saddle", (
    f"Eigenvalues 3, −1, 0: up and down, so a saddle whatever the 0 hides; got "
    f"{got_hidden!r}."
)
assert got_open == "undecided", (
    f"Eigenvalues 3, 1, 0: along the third direction anything may happen; got "
    f"{got_open!r}."
)
assert got_tol == "undecided", (
    f"With tol = 0.1 an eigenvalue of 0.01 counts as 0; got {got_tol!r}."
)

# %% hidden="d32-classify_point" points=1
# Hidden checks: tables of 1 to 6 letters with known eigenvalues in turned directions,
# zeros among them, several values of tol, whole numbers; your table left as it was.
_rng = course_rng("d32-classify_point")
for _n in (1, 2, 3, 4, 6):
    for _signs in ("+", "-", "+-", "+0", "-0", "+-0", "0"):
        for _tol in (1e-6, 0.05):
            if len(_signs) > _n:
                continue
            _kinds = list(_signs) + [_signs[int(_rng.integers(len(_signs)))] for _ in range(_n - len(_signs))]
            _lams = np.array([{"+": 1, "-": -1, "0": 0}[_k] for _k in _kinds]) * _rng.uniform(0.1, 5.0, size=_n)
            _lams = _lams + (_lams == 0) * _rng.uniform(-0.4, 0.4, size=_n) * _tol
            _Q = np.linalg.qr(_rng.normal(size=(_n, _n)))[0]
            _H = (_Q * _lams) @ _Q.T
            _H = (_H + _H.T) / 2
            _want = "saddle" if "+" in _signs and "-" in _signs else "undecided" if "0" in _signs else "minimum" if "+" in _signs else "maximum"
            _given = _H.copy()
            _got = classify_point(_given, _tol)
            assert _got == _want, f"eigenvalues {np.sort(_lams).round(8).tolist()} with tol = {_tol:g}: expected '{_want}', got '{_got}'"
            assert (_given == _H).all(), "the caller's table was changed in place"
assert classify_point(np.diag([3, 5])) == "minimum" and classify_point(np.array([[0, 1], [1, 0]])) == "saddle", "wrong for whole numbers"
assert all(classify_point(np.diag([_a, _b]), 0.5) == "undecided" for _a, _b in ((1.0, 0.5), (1.0, -0.5), (-1.0, 0.5))), "an eigenvalue of exactly tol or −tol counts as 0"
assert classify_point(np.diag([1.0, 1.5e-6])) == "minimum" and classify_point(np.diag([1.0, 3e-7])) == "undecided", "without a tol, 0.000001 is the size that counts as 0"

# %% [markdown]
# ### Idea 4 · How much a bent valley costs
#
# Gradient descent on a bowl multiplies the distance along each eigenvector by $1 - \eta\lambda_i$ (day 29, in one letter). The sharpest direction wants a small $\eta$, the flattest a large one. The best compromise treats both alike, $1 - \eta\lambda_{\min} = -(1 - \eta\lambda_{\max})$, so
#
# $$ \eta = \frac{2}{\lambda_{\min} + \lambda_{\max}}, \qquad \text{factor per step} = \frac{\kappa - 1}{\kappa + 1}, \qquad \kappa = \frac{\lambda_{\max}}{\lambda_{\min}}. $$
#
# In words: two over the sum of the extreme curvatures; and what is left of the distance after a step depends on their ratio alone, the **condition number** $\kappa$. **Predict** how the three walks below look, thirty best steps each.

# %%
def draw_bowl(ax, kappa):
    bowl = lambda w: (w[0] ** 2 + kappa * w[1] ** 2) / 2
    contours(ax, bowl, (-1.1, 1.1), (-1.1, 1.1), list(np.linspace(0.04, kappa / 2, 6)))
    lr, path = 2 / (1 + kappa), [np.array([1.0, 1.0])]
    for _ in range(30):
        path.append(path[-1] - lr * path[-1] * np.array([1, kappa]))
    ax.plot(*np.array(path).T, "o-", color=VERMILLION, markersize=3, linewidth=1)
    ax.set_title(f"κ = {kappa:g}: {np.linalg.norm(path[-1]) / 2**0.5:.2g} is left")


fig, axes = plt.subplots(1, 3, figsize=(9.6, 3.5))
for ax, kappa in zip(axes, (1, 10, 100), strict=True):
    draw_bowl(ax, kappa)
figure(fig, alt=(
    "Three walks from (1, 1). With κ = 1 it is in the middle after one step. With "
    "κ = 10 it zig-zags and arrives. With κ = 100 it swings from wall to wall, and "
    "after 30 steps half of the way is left."
))

# %% author=true
for _k in (10, 100):
    _r = max(abs(1 - 2 / (1 + _k)), abs(1 - 2 * _k / (1 + _k)))
    assert np.isclose(_r, (_k - 1) / (_k + 1), rtol=1e-12, atol=0)
assert round((99 / 101) ** 30, 1) == 0.5 and (9 / 11) ** 30 < 0.003

# %% [markdown]
# Round bowl: one step. κ = 10: each step leaves $9/11$, and the walk arrives. κ = 100: it leaves $99/101$, and after thirty steps half of the way is still to go. Drag κ; from where on are thirty steps not enough for a tenth?

# %%
def draw(kappa):
    fig, ax = plt.subplots(figsize=(4.4, 4.4))
    draw_bowl(ax, kappa)
    return fig


slider(draw, alt=(
    "As κ grows from 1 to 100 the walk turns from a single step into a zig-zag that "
    "hardly moves along the valley."
), kappa=(1, 100, 1, 20))

# %% author=true
assert ((25 - 1) / (25 + 1)) ** 30 < 0.1 < ((28 - 1) / (28 + 1)) ** 30

# %% [markdown]
# From 27 on. And now the fog. Around each cell of the map the next cell fits the parabola $c_0 + c_1 x + c_2 y + c_3 x^2 + c_4 xy + c_5 y^2$ to 25 heights, by day 15's least squares, for all cells at once. Its gradient in the middle is $(c_1, c_2)$, its Hessian has the rows $(2c_3, c_4)$ and $(c_4, 2c_5)$.

# %%
near = [(i, j) for i in range(-2, 3) for j in range(-2, 3)]
terms = np.array([[1, x, y, x * x, x * y, y * y] for y, x in near], dtype=float)
R, C = land.shape
patches = [land[2 + i : R - 2 + i, 2 + j : C - 2 + j].ravel() for i, j in near]
c = lstsq_normal(terms, np.array(patches))  # (6, cells)
with np.errstate(divide="ignore", invalid="ignore"):
    det = 4 * c[3] * c[5] - c[4] ** 2
    to_x = (c[4] * c[2] - 2 * c[5] * c[1]) / det
    to_y = (c[4] * c[1] - 2 * c[3] * c[2]) / det
level = (abs(to_x) <= 0.5) & (abs(to_y) <= 0.5)
print(level.sum(), "level cells of", len(level))

# %% [markdown]
# (`to_x` and `to_y` lead from the middle to where the gradient of the parabola is 0; if both are at most half a cell, the cell is level.) Here is the answer to the puzzle: your function on all level cells.
#
# ### The answer to the puzzle

# %%
tables = np.array([[2 * c[3], c[4]], [c[4], 2 * c[5]]])[:, :, level]
names = list(letters)
try:
    kinds = [classify_point(tables[:, :, k]) for k in range(level.sum())]
    for kind in ("minimum", "maximum", "saddle", "undecided"):
        print(f"{kind:10s}{sum(k == kind for k in kinds)}")
    rows, columns = np.argwhere(level.reshape(R - 4, C - 4)).T + 2
    found = {(c - 111, r - 41): kind for r, c, kind in zip(rows, columns, kinds)}
    print({name: found.get(letters[name]) for name in names})
except NotImplementedError:
    print("Write classify_point first, then run this cell again.")

# %% author=true
if not data.is_stand_in("terrain"):
    assert [kinds.count(k) for k in ("minimum", "maximum", "saddle", "undecided")] == [278, 329, 745, 0]
    assert [found[letters[n]] for n in "abcdef"] == ["maximum", "saddle", "saddle", "maximum", "minimum", "minimum"]

# %% [markdown]
# Letters a and d are summits, e and f hollows, b and c passes. On the whole map there are 329 summits, 278 hollows and 745 passes, more than both together, even if a few on the border of two cells count twice. (Day 24's hikers found 434 hollows: on the map as it is, with every dent. Averaging has filled many.) That is no accident of Tennessee: between any two neighboring summits, and any two hollows, the land has a pass. James Clerk Maxwell counted them so in 1870, "On hills and dales".

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Measure a table of curvatures
#
# *3 points · about 9 minutes · needs central slopes (day 23) and unit vectors (day 12)*
#
# A central slope of a central slope: with the steps $\mathbf{a} = h\mathbf{e}_i$ and $\mathbf{b} = h\mathbf{e}_j$,
#
# $$ H_{ij} \approx \frac{f(\mathbf{x} + \mathbf{a} + \mathbf{b}) - f(\mathbf{x} + \mathbf{a} - \mathbf{b}) - f(\mathbf{x} - \mathbf{a} + \mathbf{b}) + f(\mathbf{x} - \mathbf{a} - \mathbf{b})}{4h^2}. $$
#
# In words: how the rise along $\mathbf{b}$ changes along $\mathbf{a}$. It works for $i = j$ as well. Because of the $h^2$ below, rounding is felt early: $h$ is $10^{-4}$ here, not $10^{-5}$.
#
# **Before you code.** $f = x_1 x_2$, $h = 1$, at $(0, 0)$. What are the four heights for $i = 1$, $j = 2$?
#
# <details><summary>Answer</summary>
#
# 1, −1, −1 and 1: $(1 + 1 + 1 + 1)/4 = 1$, exactly right.
#
# </details>
#
# **Your task.** Write `numhess(f, x, h)`; the table should be symmetric. Four to eight lines.

# %% exercise="d32-numhess"
def numhess(f: Callable, x: np.ndarray, h: float = 1e-4) -> np.ndarray:
    """The Hessian of f at x, measured.

    f        takes an array (n,) and returns one number
    x        (n,)    the place
    h        step
    returns  (n, n)  second derivatives, symmetric

    >>> numhess(lambda v: v[0] * v[1], np.array([1.0, 2.0])).round(4) + 0.0
    array([[0., 1.],
           [1., 0.]])
    """
    ### BEGIN SOLUTION
    E = h * np.eye(len(x))
    four = lambda a, b: f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)
    H = np.array([[four(a, b) for b in E] for a in E]) / (4 * h * h)
    return (H + H.T) / 2
    ### END SOLUTION


# %% visible="d32-numhess" points=1
# f = x² y + 5 x z at (2, 3, 1), with the h of the first line and with h = 1.
place = np.array([2.0, 3.0, 1.0])
got = numhess(lambda v: v[0] ** 2 * v[1] + 5 * v[0] * v[2], place)
got_large = numhess(lambda v: v[0] ** 2 * v[1] + 5 * v[0] * v[2], place, 1.0)
right = np.array([[6.0, 4.0, 5.0], [4.0, 0.0, 0.0], [5.0, 0.0, 0.0]])

assert got is not None, "numhess returned None. Did you forget the return statement?"
assert np.shape(got) == (3, 3), (
    f"Three letters have a table of 3 × 3, got the shape {np.shape(got)}."
)
assert np.allclose(np.diag(got), [6, 0, 0], rtol=0, atol=1e-4), (
    f"On the diagonal stand 6, 0, 0: the curvatures along each letter; got "
    f"{np.round(np.diag(got), 4).tolist()}."
)
assert np.allclose(got, right, rtol=0, atol=1e-4), (
    f"The mixed second derivatives are 4 for x and y, 5 for x and z, 0 for y and z; "
    f"got the table {np.round(got, 4).tolist()}. How wide are the two ways you divide "
    f"by?"
)
assert np.allclose(got_large, right, rtol=0, atol=1e-9), (
    f"With h = 1 the table is exact here, too; got {np.round(got_large, 4).tolist()}. "
    f"Which four heights do you compare?"
)
assert (place == [2.0, 3.0, 1.0]).all(), "The caller's place was changed."

# %% hidden="d32-numhess" points=2
# Hidden checks: landscapes of 1 to 5 letters whose second derivatives are known, small
# and large h, whole numbers; symmetric; your place left as it was.
_rng = course_rng("d32-numhess")
for _n in (1, 2, 3, 5):
    for _h in (1e-4, 0.02, 0.5):
        _A, _B, _x = _rng.normal(size=(_n, _n)), _rng.normal(size=(_n, _n)), _rng.normal(size=_n)
        _want = _A + _A.T + 2 * (np.diag(_B @ _x) + _B * _x[:, None] + _B.T * _x)
        _given = _x.copy()
        _got = numhess(lambda v, A=_A, B=_B: float(v @ A @ v + v**2 @ B @ v), _given, _h)
        assert np.shape(_got) == (_n, _n), f"{_n} letters: expected the shape {(_n, _n)}, got {np.shape(_got)}"
        assert np.allclose(_got, np.array(_got).T, rtol=0, atol=1e-5), f"{_n} letters: the table is not symmetric"
        assert np.allclose(_got, _want, rtol=1e-4, atol=2e-5), f"{_n} letters, h = {_h}: expected the rows {_want.round(3).tolist()}, got {np.round(_got, 3).tolist()}"
        assert (_given == _x).all(), "the caller's place was changed in place"
assert np.allclose(numhess(lambda v: v[0] ** 2 - 3 * v[0] * v[1] + v[1], np.array([4, 7])), [[2, -3], [-3, 0]], rtol=0, atol=1e-4), "wrong for whole numbers"
_got = numhess(lambda v: float(np.exp(v[0]) * np.sin(v[1])), np.array([0.3, 1.0]))
assert np.allclose(_got, np.exp(0.3) * np.array([[np.sin(1), np.cos(1)], [np.cos(1), -np.sin(1)]]), rtol=0, atol=1e-5), "wrong for eˣ sin y with the h of the first line"

# %% [markdown]
# ### Exercise · The price of a valley
#
# *2 points · about 8 minutes · needs the condition number of idea 4*
#
# With the curvatures of a bowl in hand, nobody has to try learning rates:
#
# $$ \eta = \frac{2}{\lambda_{\min} + \lambda_{\max}}, \qquad \rho = \frac{\kappa - 1}{\kappa + 1}. $$
#
# In words: the best learning rate, and the part $\rho$ of the distance that is left after each step.
#
# **Before you code.** Curvatures 1, 5 and 9: what are $\eta$ and $\rho$? What if all curvatures are 4?
#
# <details><summary>Answer</summary>
#
# $\eta = 2/10 = 0.2$, $\kappa = 9$, $\rho = 8/10 = 0.8$; the 5 has no say. All 4: $\eta = 1/4$, $\rho = 0$, one step.
#
# </details>
#
# **Your task.** Write `gd_rate(eigs)`, the pair of both, for curvatures above 0 in any order. Two or three lines.

# %% exercise="d32-gd_rate"
def gd_rate(eigs: np.ndarray) -> tuple[float, float]:
    """The best learning rate on a bowl, and what is left of the distance after a step.

    eigs     (n,)  curvatures: eigenvalues of the Hessian, above 0, in any order
    returns  (lr, rate)

    >>> lr, rate = gd_rate(np.array([9.0, 1.0, 5.0]))
    >>> round(float(lr), 6), round(float(rate), 6)
    (0.2, 0.8)
    """
    ### BEGIN SOLUTION
    low, high = min(eigs), max(eigs)
    return 2 / (low + high), (high - low) / (high + low)
    ### END SOLUTION


# %% visible="d32-gd_rate" points=1
# Curvatures 2, 8, 3: lr = 2/10, κ = 4, rate 3/5. Then a round bowl, and one letter.
got = gd_rate(np.array([2.0, 8.0, 3.0]))
got_round = gd_rate(np.array([4.0, 4.0]))
got_one = gd_rate(np.array([0.5]))

assert got is not None, "gd_rate returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), f"A pair is expected, got the shape {np.shape(got)}."
assert np.isclose(got[0], 0.2, rtol=1e-9, atol=0), (
    f"The best learning rate is 2/(2 + 8) = 0.2, got {float(got[0]):.5f}. Which two "
    f"curvatures decide?"
)
assert np.isclose(got[1], 0.6, rtol=1e-9, atol=0), (
    f"κ = 4, so the rate is 3/5 = 0.6, got {float(got[1]):.5f}. What is left of the "
    f"distance along the flattest direction after such a step?"
)
assert np.allclose([*got_round, *got_one], [0.25, 0, 2, 0], rtol=1e-9, atol=1e-12), (
    f"In a round bowl one step is enough: (0.25, 0) and (2, 0) are expected for the "
    f"curvatures 4, 4 and 0.5 alone; got {tuple(got_round)} and {tuple(got_one)}."
)

# %% hidden="d32-gd_rate" points=1
# Hidden checks: 1 to 9 curvatures in any order, from round bowls to κ = 10⁶, judged by
# walks and by other learning rates; whole numbers; your array left as it was.
_rng = course_rng("d32-gd_rate")
for _n in (1, 2, 3, 9):
    for _wide in (0.0, 1.0, 6.0):
        for _scale in (1e-3, 1.0, 1e4):
            _eigs = _scale * 10.0 ** _rng.uniform(-_wide / 2, _wide / 2, size=_n)
            _low, _high = np.sort(_eigs)[0], np.sort(_eigs)[-1]
            _lrs = np.linspace(0, 2 / _high, 2001)
            _worst = np.maximum(np.abs(1 - _lrs * _low), np.abs(1 - _lrs * _high)).min()
            _given = _eigs.copy()
            _lr, _rate = gd_rate(_given)
            assert np.isclose(_lr * (_low + _high), 2, rtol=1e-6, atol=0), f"{_n} curvatures from {_low:.3g} to {_high:.3g}: the learning rate should be {2 / (_low + _high):.6g}, is {_lr:.6g}"
            assert np.isclose(_rate, np.abs(1 - 2 / (_low + _high) * _eigs).max(), rtol=1e-6, atol=1e-9), f"{_n} curvatures from {_low:.3g} to {_high:.3g}: the rate should be {np.abs(1 - 2 / (_low + _high) * _eigs).max():.6f}, is {_rate:.6f}"
            assert _rate <= _worst + 1e-6, "some other learning rate leaves less of the distance"
            assert (_given == _eigs).all(), "the caller's array was changed in place"
assert np.allclose(gd_rate(np.array([3, 1])), [0.5, 0.5], rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### In a real model
#
# Fit a plane to the map: three columns, ones, meters to the south, meters to the east. The Hessian of the mean squared error is $\tfrac{2}{N}\mathbf{X}^{\mathsf T}\mathbf{X}$ (day 30, with a symmetric table). Its condition number, with the columns as they are and as z-scores (day 8):

# %%
places = np.random.default_rng(32).integers(0, [R, C], (1000, 2)) * [93, 74]
plain = np.column_stack([np.ones(1000), places])
scored = np.column_stack([np.ones(1000), zscore(places, axis=0)])
for name, X in (("meters", plain), ("z-scores", scored)):
    lams = np.linalg.eigh(2 * X.T @ X / 1000)[0]
    print(f"{name:9s} κ = {lams[-1] / lams[0]:.3g}")

# %% author=true
_k = [np.linalg.cond(X.T @ X) for X in (plain, scored)]
assert _k[0] > 1e8 and _k[1] < 1.2, _k

# %% [markdown]
# Nearly four billion against 1.1. With meters, gradient descent would need billions of steps for what it does in a handful with z-scores: that is why inputs are normalized, and why networks normalize between their layers, too (day 44). Rosenbrock's valley has at its lowest place the curvatures 1001.6 and 0.4: κ = 2508, the crawl of day 30.

# %% author=true
_H = np.array([[802.0, -400.0], [-400.0, 200.0]])
_l = np.linalg.eigh(_H)[0]
assert round(_l[1], 1) == 1001.6 and round(_l[0], 1) == 0.4 and round(_l[1] / _l[0]) == 2508
assert 1e9 < _k[0] < 4e9 and round(_k[1], 1) == 1.1

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: what do the eigenvalues of the Hessian say at a level place, and why does the ratio of the largest to the smallest decide how fast gradient descent is? Then compare.
#
# <details><summary>Answer</summary>
#
# Each eigenvalue is the curvature along its eigenvector: all above 0 make a minimum, all below a maximum, both signs a saddle. The sharpest direction forbids learning rates above $2/\lambda_{\max}$, and with such a step the flattest direction moves by a part of about $\lambda_{\min}/\lambda_{\max}$ only. So the number of steps grows with the ratio.
#
# </details>

# %% [markdown]
# ### Exercise · Curvature along one direction
#
# *2 points · about 7 minutes · needs the Jacobian of the gradient (idea 2) and JVPs (day 31)*
#
# With a million weights the Hessian has $10^{12}$ entries, and nobody stores it. But $\mathbf{H}\mathbf{v}$ for *one* $\mathbf{v}$ is how the gradient changes along $\mathbf{v}$, two gradients apart:
#
# $$ \mathbf{H}\mathbf{v} \approx \frac{\nabla f(\mathbf{x} + h\mathbf{v}) - \nabla f(\mathbf{x} - h\mathbf{v})}{2h}. $$
#
# In words: a central slope of the gradient, a list of $n$ numbers. If $\mathbf{v}$ is twice as long, $\mathbf{H}\mathbf{v}$ is, too.
#
# **Before you code.** $\nabla f = (2x_1 + x_2,\; x_1)$ and $\mathbf{v} = (0, 3)$: what is $\mathbf{H}\mathbf{v}$?
#
# <details><summary>Answer</summary>
#
# $\mathbf{H}$ has the rows $(2, 1)$ and $(1, 0)$, so $(3, 0)$.
#
# </details>
#
# **Your task.** Write `hvp(grad, x, v, h)`. One line.

# %% exercise="d32-hvp"
def hvp(grad: Callable, x: np.ndarray, v: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The Hessian times a vector, from two gradients, without making the Hessian.

    grad     takes an array (n,) and returns the gradient there, (n,)
    x        (n,)  the place
    v        (n,)  a direction, of any length
    h        step, in units of v
    returns  (n,)  H v

    >>> hvp(lambda x: 6 * x, np.array([1.0, 2.0]), np.array([1.0, 0.0])).round(6)
    array([6., 0.])
    """
    ### BEGIN SOLUTION
    return (grad(x + h * v) - grad(x - h * v)) / (2 * h)
    ### END SOLUTION


# %% visible="d32-hvp" points=1
# The question's gradient with v = (0, 3); then squares at (1, 2) along (5, −1), and
# cubes with h = 1.
place, way = np.array([1.0, 2.0]), np.array([0.0, 3.0])
got = hvp(lambda x: np.array([2 * x[0] + x[1], x[0]]), place, way)
got_bent = hvp(lambda x: x**2, np.array([1.0, 2.0]), np.array([5.0, -1.0]))
got_wide = hvp(lambda x: x**3, np.array([2.0, 0.0]), np.array([1.0, 0.0]), 1.0)

assert got is not None, "hvp returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"H v is a list as long as v: shape (2,) is expected, got {np.shape(got)}."
)
assert np.allclose(got, [3, 0], rtol=1e-5, atol=1e-6), (
    f"H has the rows (2, 1) and (1, 0), so H v = (3, 0) for v = (0, 3); got "
    f"{np.round(got, 4).tolist()}. Does the length of v still count?"
)
assert np.allclose(got_bent, [10, -4], rtol=1e-5, atol=0), (
    f"For the gradient (x₁², x₂²) at (1, 2), H has 2 and 4 on its diagonal: (10, −4) "
    f"is "
    f"expected for v = (5, −1), got {np.round(got_bent, 4).tolist()}."
)
assert np.allclose(got_wide, [13, 0], rtol=1e-9, atol=1e-9), (
    f"For the gradient (x₁³, x₂³) at (2, 0) along (1, 0), h = 1 gives (27 − 1)/2 = 13 "
    f"and 0, got {np.round(got_wide, 4).tolist()}. How far ahead and back did you look?"
)
assert (place == [1, 2]).all() and (way == [0, 3]).all(), (
    "The caller's place or direction was changed."
)

# %% hidden="d32-hvp" points=1
# Hidden checks: 1 to 8 letters, directions of many lengths, gradients that bend
# sharply, whole numbers; your arrays left as they were.
_rng = course_rng("d32-hvp")
for _n in (1, 2, 3, 8):
    for _length in (0.01, 1.0, 8.0):
        _A, _c, _x, _v = _rng.normal(size=(_n, _n)), _rng.normal(size=_n), _rng.normal(size=_n), _rng.normal(size=_n)
        _A, _v = _A + _A.T, _v * _length / np.sqrt((_v**2).sum())
        _want = _A @ _v + 3 * _c * _x**2 * _v
        _given_x, _given_v = _x.copy(), _v.copy()
        _got = hvp(lambda z, A=_A, c=_c: A @ z + c * z**3, _given_x, _given_v)
        assert np.shape(_got) == (_n,), f"{_n} letters: the shape {(_n,)} is expected, got {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-5, atol=1e-6), f"{_n} letters, a direction of length {_length:g}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert (_given_x == _x).all() and (_given_v == _v).all(), "the caller's place or direction was changed in place"
assert np.allclose(hvp(lambda z: 1e5 * z**2 + z, np.zeros(2), np.array([1.0, 2.0])), [1, 2], rtol=1e-4, atol=1e-6), "where the gradient bends sharply a slope to one side is wrong: expected (1, 2)"
assert np.allclose(hvp(lambda z: np.array([3.0 * z[1], 3.0 * z[0]]), np.array([2, 5]), np.array([1, -1])), [-3, 3], rtol=1e-5, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### Break it: where the table is silent
#
# The function $x^2 + y^4$ has its lowest place at $(0, 0)$. **Predict** what your two functions say there. Then change `v[1] ** 4` to `v[1] ** 3`, which falls without end along $-y$, and predict again.

# %%
silent = lambda v: v[0] ** 2 + v[1] ** 4
try:
    verdict = classify_point(numhess(silent, np.zeros(2)))
    print(numhess(silent, np.zeros(2)).round(4), verdict)
except NotImplementedError:
    print("Write numhess and classify_point first, then run this cell again.")

# %% author=true
assert verdict == "undecided"
# edit: "v[1] ** 4" -> "v[1] ** 3"
# then: verdict == "undecided"

# %% [markdown]
# <details><summary>Answer</summary>
#
# Undecided, both times, and with the same table: 2 and 0 on the diagonal. One has a minimum there and the other has none. Where a curvature is 0 the forecast of second order is silent, and only higher terms decide. "Undecided" is the right answer, not a failure.
#
# </details>

# %% [markdown]
# ### Think about it: many letters
#
# At a level place with many letters, how likely is it that all eigenvalues are above 0? Draw symmetric tables of random numbers, and count those that have only positive ones. **Guess** for 2, 4 and 6 letters, then run.

# %%
rng = np.random.default_rng(32)
for n in (1, 2, 4, 6):
    lams = np.array([np.linalg.eigh(M + M.T)[0] for M in rng.normal(size=(2000, n, n))])
    print(f"{n} letters: {(lams > 0).all(axis=1).mean():.4f} are minima")

# %% author=true
assert (lams > 0).all(axis=1).mean() < 0.001

# %% [markdown]
# <details><summary>What you saw</summary>
#
# A half, about a seventh, one in a few hundred, hardly any. A minimum needs all eigenvalues above 0, and each further letter is one more chance to bend down. A loss is no random table, but the tendency holds: in high dimensions level places that are not low are nearly always saddles, and from a saddle there is a way down.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. Value, slope times step, half the second derivative times the step squared: the forecast of second order.
# 2. The Hessian is the table of second derivatives, the Jacobian of the gradient; it is symmetric.
# 3. At a level place its eigenvalues decide: all up, all down, or both: a saddle.
# 4. The condition number κ is the largest curvature over the smallest; descent leaves (κ − 1)/(κ + 1) of the way each step.
# 5. H v costs two gradients; the whole table is never needed for it.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $f^{(k)}(x)$ | the k-th derivative of f at x | `sympy.diff(f, x, k)` |
# | $\frac{\partial^2 f}{\partial x_i\,\partial x_j}$ | the slope in $x_j$ of the slope in $x_i$ | `numhess(f, x)[i - 1, j - 1]` |
# | $\mathbf{H}$ | the Hessian | `numhess(f, x)` |
# | $\kappa$ | kappa, the condition number | `lams[-1] / lams[0]` |
# | $\rho$ | rho, the part of the distance that a step leaves | `rate` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Taylor series](https://www.3blue1brown.com/lessons/taylor-series) (22 minutes). Khan Academy, [the second partial derivative test](https://www.khanacademy.org/math/multivariable-calculus/applications-of-multivariable-derivatives/optimizing-multivariable-functions/a/second-partial-derivative-test), turns saddles around. Tomorrow gradient and curvature meet the models of phase 2.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Newton's step in many letters: go to the lowest place of the forecast. Its gradient $\mathbf{g} + \mathbf{H}\mathbf{d}$ is 0 where $\mathbf{H}\mathbf{d} = -\mathbf{g}$, a linear system (day 14). In Rosenbrock's valley, from $(-1, 0.9)$, gradient descent took more than ten thousand steps. **Guess** how many Newton takes.

# %%
rosenbrock = lambda v: (1 - v[0]) ** 2 + 100 * (v[1] - v[0] ** 2) ** 2
try:
    at, steps = np.array([-1.0, 0.9]), 0
    while np.linalg.norm(at - 1) > 0.01 and steps < 100:
        H = numhess(rosenbrock, at)
        at, steps = at - np.linalg.solve(H, numgrad(rosenbrock, at)), steps + 1
        print(steps, at.round(4))
except NotImplementedError:
    print("Write numhess first, then run this cell again.")

# %% author=true
assert 2 <= steps <= 10 and np.linalg.norm(at - 1) < 0.01

# %% [markdown]
# A handful. A step that knows the curvature does not care for the condition number: it stretches the valley into a round bowl first. The price is a table of $n^2$ numbers and a system to solve, and at a saddle Newton's step walks *onto* it. For a million weights one keeps only traces of the idea: day 43's Adam divides each slope by its own typical size.
