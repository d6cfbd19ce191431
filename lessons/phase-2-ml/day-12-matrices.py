# %% author=true
from log2attn import course_rng

# gives: matvec_rows, outer_sum, scale_channels

# %% [markdown]
# # Matrices as machines
#
# **The question of the day.** How many colors must you show to a photo filter before you know what it does to all 16,777,216 of them?
#
# *After today you can* read a table of numbers as a machine that moves vectors, by its columns and by its rows;
# find the table of a machine you may only ask;
# add and multiply arrays of different shapes on purpose, and build the layer that neural networks are made of.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Two questions from memory and one exercise; write before you unfold.
#
# **Yesterday (day 11).** How long is $\mathbf{u} = (2, -1, 2)$? What is its dot product with $\mathbf{v} = (1, 4, 1)$, and what does that say about the angle between them? What is the cosine of $\mathbf{u}$ and $-7\,\mathbf{u}$?
#
# <details><summary>Answer</summary>
#
# The length is $\sqrt{4 + 1 + 4} = 3$. The dot product is $2 - 4 + 2 = 0$, so the two stand at a right angle. The cosine is −1: opposite directions, and lengths do not matter.
#
# </details>

# %% [markdown]
# **A week ago (day 5).** Solve $2x + 3y = 12$ and $x - y = 1$. What is the determinant of this system, and what does it tell you? And on which side of the line $2x - y + 3 = 0$ does the point $(1, 4)$ lie?
#
# <details><summary>Answer</summary>
#
# $x = 3$, $y = 2$. The determinant is $2 \cdot (-1) - 3 \cdot 1 = -5$; it is not 0, so there is exactly one solution. The score of the point is $2 \cdot 1 - 4 + 3 = 1$, so it lies on the positive side. Keep the score in mind: by the end of the day it is one column of a layer.
#
# </details>

# %% author=true
import numpy as np

u, v = np.array([2, -1, 2]), np.array([1, 4, 1])
assert u @ u == 9 and u @ v == 0 and u @ (-7 * u) == -(9 * 7)
assert 2 * 3 + 3 * 2 == 12 and 3 - 2 == 1 and 2 * 1 - 4 + 3 == 1

# %% [markdown]
# The tools of the day: numpy and matplotlib, real data, and two kinds of helpers. `moved_grid` draws what a machine does to a grid; `plane` you know from day 11; the toolbox gives back day 11's `project`.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, fresh_axes, read_axes, slider
from log2attn.learn.drawings import moved_grid, plane
from log2attn.learn.style import BLUE, INK
from log2attn.toolbox import project

# %% [markdown]
# ### Exercise · Where does the line reach that height?
#
# *1 point · about 4 minutes · needs the line through two points (day 5)*
#
# A battery showed 80 percent at two o'clock and 50 percent at four. If it goes on like this, when will it show 20? The line through two points is asked the other way around: not how high it is at $x$, but at which $x$ it has the height $y$.
#
# **Before you code.** The line through $(2, 5)$ and $(6, 3)$ falls by a half on each step. From height 5, how many steps is it down to height 2?
#
# <details><summary>Answer</summary>
#
# It has to fall by 3, which takes 6 steps: it gets there at $x = 8$.
#
# </details>
#
# **Your task.** Write `review_12(p, q, y)`. The two points differ in $x$ and in height. One to three lines are enough.

# %% exercise="d12-review"
def review_12(p: tuple, q: tuple, y: float) -> float:
    """The x at which the line through two points has a given height.

    p, q     two points (x, height) that differ in both
    y        the height asked for
    returns  the x of the point of the line at height y

    >>> round(review_12((2, 80), (4, 50), 20), 6)
    6.0
    """
    ### BEGIN SOLUTION
    (x0, y0), (x1, y1) = p, q
    return x0 + (y - y0) * (x1 - x0) / (y1 - y0)
    ### END SOLUTION


# %% visible="d12-review" points=0
# From (2, 5) to (6, 3) the line falls by a half on each step. Height 2 lies 3 below 5.
got = review_12((2, 5), (6, 3), 2)

assert got is not None, "review_12 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}."
)
assert np.isclose(got, 8, rtol=1e-9, atol=0), (
    f"The line has height 2 at x = 8, got {float(got):.4f}. Put your x back into the "
    f"line: how high is it there? And where do you count your steps from?"
)

# %% hidden="d12-review" points=1
# Hidden checks: rising and falling lines, points in either order, heights between and
# beyond the two points, whole numbers.
_rng = course_rng("d12-review")
for _ in range(30):
    _slope = float(_rng.choice([-1.0, 1.0]) * _rng.uniform(0.2, 5.0))
    _x0, _x1 = (float(_t) for _t in _rng.permutation([_rng.uniform(-9, 0), _rng.uniform(1, 9)]))
    _b, _want = float(_rng.uniform(-5, 5)), float(_rng.uniform(-20, 20))
    _p, _q = (_x0, _slope * _x0 + _b), (_x1, _slope * _x1 + _b)
    _got = review_12(_p, _q, _slope * _want + _b)
    assert np.isclose(_got, _want, rtol=1e-6, atol=1e-6), (
        f"the line with slope {_slope:.3f} and intercept {_b:.3f} has height {_slope * _want + _b:.3f} at x = {_want:.4f}, got {_got}"
    )
assert np.isclose(review_12((0, 1), (2, 2), 4), 6, rtol=1e-9, atol=0), "wrong for whole numbers: (0, 1), (2, 2) and height 4"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### Idea 1 · Three answers are enough
#
# Day 11 made every color from three lamps, red, green and blue. Phones have filters that turn a portrait brown, as if it were a hundred years old. Here is one. We use it as a stranger would: send a color in, look at the color that comes out. It answers black with black, and a sum of colors with the sum of its answers.
#
# The figure shows three questions with their answers. The fourth answer, to orange, is hidden. Orange is all of red and half of green. Can you compute what the filter makes of it?

# %% author=true
# lint: code-length — the filter and its picture belong together, and the helper would hide the question

# %%
def app(color):
    brightness = 0.29 * color[0] + 0.57 * color[1] + 0.14 * color[2]
    return brightness * np.array([1.00, 0.89, 0.70])


asked = {"red": (1, 0, 0), "green": (0, 1, 0), "blue": (0, 0, 1), "orange": (1, 0.5, 0)}
fig, ax = plt.subplots(figsize=(7.2, 2.9))
for place, (name, color) in enumerate(asked.items()):
    answer = np.full(3, 1.0) if name == "orange" else app(color)
    label = "?" if name == "orange" else str(answer.round(2))
    ax.imshow([[color], [answer]], extent=(place, place + 0.9, 0, 2), aspect="auto")
    ax.text(place + 0.45, -0.25, f"{name} → {label}", ha="center", fontsize=9)
ax.set(xlim=(0, 4), ylim=(-0.5, 2), xticks=[], yticks=[0.5, 1.5])
ax.set_yticks([0.5, 1.5], ["answer", "question"])
figure(fig, alt=(
    "Red, green, blue and orange; below them the answers of the filter: browns of "
    "brightness 0.29, 0.57 and 0.14, and a question mark below orange."
))

# %% [markdown]
# All of red's answer and half of green's: $(0.29, 0.26, 0.20) + 0.5 \cdot (0.57, 0.51, 0.40)$, which is about $(0.58, 0.51, 0.40)$. Since every color is so much red, so much green and so much blue, three answers tell us everything.
#
# Write the answers side by side, as **columns** of a table. Such a table is called a **matrix**, written with a bold capital letter, and feeding it the vector $\mathbf{x}$ is written $\mathbf{A}\mathbf{x}$:
#
# $$ \mathbf{A}\mathbf{x} = x_1 \,(\text{column } 1) + x_2\,(\text{column } 2) + \dots + x_D\,(\text{column } D). $$
#
# In words: stretch each column by its entry of $\mathbf{x}$ and add. It is day 11's linear combination, of the columns.

# %%
A = np.column_stack([app([1, 0, 0]), app([0, 1, 0]), app([0, 0, 1])])
print(A.round(2))
orange = np.array([1.0, 0.5, 0.0])
print("A @ orange:", (A @ orange).round(3), "  the app:", app(orange).round(3))

# %% author=true
assert np.allclose(A @ orange, 1.0 * A[:, 0] + 0.5 * A[:, 1] + 0.0 * A[:, 2], rtol=1e-12) and np.allclose(A @ orange, app(orange))
assert (A @ orange).round(2).tolist() == [0.57, 0.51, 0.4] or np.allclose(A @ orange, [0.575, 0.512, 0.4025], atol=1e-3)
assert np.allclose(A[:, 0], [0.29, 0.26, 0.20], atol=0.005) and np.allclose(A[:, 1], [0.57, 0.51, 0.40], atol=0.005)

# %% [markdown]
# Python writes `A @ x`. The shape of $\mathbf{A}$ is (rows, columns) $= (M, D)$, and the entry in row $i$ and column $j$ is $a_{ij}$, in code `A[i - 1, j - 1]`; `A[:, j]` is a whole column, counted from 0. A machine with $D$ columns eats vectors with $D$ entries and returns vectors with $M$. Now build it yourself.

# %% [markdown]
# ### Exercise · A mixture of columns
#
# *2 points · about 8 minutes · needs the linear combination (day 11)*
#
# The column view explains what a matrix can produce at all: mixtures of its columns, nothing else. For $\mathbf{A}$ of shape $(M, D)$,
#
# $$ \mathbf{A}\mathbf{x} = \sum_{j=1}^{D} x_j\,(\text{column } j), $$
#
# each column, stretched by its own entry of $\mathbf{x}$, all added.
#
# **Before you code.** If $\mathbf{A}$ has shape $(3, 2)$, how many entries has $\mathbf{x}$, and how many has $\mathbf{A}\mathbf{x}$? What comes out for $\mathbf{x} = (0, 1)$?
#
# <details><summary>Answer</summary>
#
# Two go in, three come out. For $(0, 1)$ it is the second column.
#
# </details>
#
# **Your task.** Write `matvec_cols(A, x)` as a sum of stretched columns. `np.zeros(m)` is a vector of `m` zeros to begin with. Three or four lines are enough. Returning `A @ x` passes too, and teaches less.

# %% exercise="d12-matvec_cols"
def matvec_cols(A: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The matrix A applied to x, as a combination of the columns of A.

    A        (M, D)  the matrix
    x        (D,)    how much of each column
    returns  (M,)    x[0] times the first column, plus x[1] times the second, …

    >>> A = np.array([[1.0, 0.0], [2.0, 5.0], [3.0, 0.0]])
    >>> matvec_cols(A, np.array([2.0, 1.0]))
    array([2., 9., 6.])
    """
    ### BEGIN SOLUTION
    total = np.zeros(len(A))
    for j in range(len(x)):
        total = total + float(x[j]) * A[:, j]
    return total
    ### END SOLUTION


# %% visible="d12-matvec_cols" points=1
# Columns (1, 2, 0) and (3, −1, 5). Two of the first and one of the second make
# (5, 3, 5).
tall = np.array([[1.0, 3.0], [2.0, -1.0], [0.0, 5.0]])
got = matvec_cols(tall, np.array([2.0, 1.0]))

assert got is not None, (
    "matvec_cols returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"A mixture of columns with 3 entries has 3 entries: expected shape (3,), got "
    f"{np.shape(got)}. Did you mix rows, or is an addition missing?"
)
assert np.allclose(got, [5, 3, 5], rtol=1e-9, atol=1e-12), (
    f"2·(1, 2, 0) + 1·(3, −1, 5) = (5, 3, 5), got {np.round(got, 4)}. Which entry of x "
    f"stretches which column?"
)
got_one = matvec_cols(tall, np.array([0.0, 1.0]))
assert np.allclose(got_one, [3, -1, 5], rtol=1e-9, atol=1e-12), (
    f"x = (0, 1) picks the second column (3, −1, 5), got {np.round(got_one, 4)}."
)

# %% hidden="d12-matvec_cols" points=1
# Hidden checks: matrices of many shapes (wide, tall, one row, one column), whole
# numbers, float32; your matrix and your vector left as they were.
_rng = course_rng("d12-matvec_cols")
for _shape in [(2, 2), (3, 3), (1, 4), (5, 1), (1, 1), (2, 6), (7, 3)] * 4:
    _A, _x = _rng.normal(scale=10.0, size=_shape), _rng.normal(size=_shape[1])
    _want = np.array([sum(float(_a) * float(_t) for _a, _t in zip(_row, _x, strict=True)) for _row in _A])
    _given_A, _given_x = _A.copy(), _x.copy()
    _got = matvec_cols(_given_A, _given_x)
    assert np.shape(_got) == (_shape[0],), f"a matrix of shape {_shape} should give shape ({_shape[0]},), gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for a matrix of shape {_shape}"
    assert (_given_A == _A).all() and (_given_x == _x).all(), "the caller's matrix or vector was changed in place"

_A, _x = np.array([[1, -2, 3], [0, 4, 1]]), np.array([0.5, 1.0, -1.5])
assert np.allclose(matvec_cols(_A, _x), [-6.0, 2.5], rtol=1e-9, atol=0), "wrong for a matrix of whole numbers and a vector with halves"
assert np.allclose(matvec_cols(_A.astype(np.float32), np.array([2, 0, 1])), [5, 1], rtol=1e-5, atol=0), "wrong for float32, or for a vector of whole numbers"

# %% [markdown]
# ### Idea 2 · Where the grid goes
#
# With two columns of two entries we can watch a machine at work on the whole plane. Take columns $(2, 1)$ and $(-1, 1)$ and send every point of a grid through. The point $(1, 0)$ must go to the first column and $(0, 1)$ to the second; that is idea 1. Where does $(1, 2)$ go, and do the straight lines of the grid stay straight?

# %%
A = np.array([[2.0, -1.0], [1.0, 1.0]])
x = np.array([1.0, 2.0])
fig, (left, right) = plt.subplots(1, 2, figsize=(9.0, 4.0))
for ax, machine in ((left, np.eye(2)), (right, A)):
    moved_grid(ax, machine)
    ax.plot(*(machine @ x), "o", color=INK)
    name = str(tuple(int(t) for t in machine @ x))
    ax.text(*(machine @ x + [0.2, 0.4]), name, backgroundcolor="white")
    plane(ax, 6.3, 4.5, left=-6.3, bottom=-4.5)
figure(fig, alt=(
    "Left: a square grid with the arrows (1, 0), (0, 1) and the point (1, 2). Right: "
    "the grid after the machine, slanted and stretched, its lines straight and evenly "
    "spaced; the arrows end at (2, 1) and (−1, 1), the point at (0, 3)."
))

# %% author=true
assert (A @ x).tolist() == [0.0, 3.0]

# %% [markdown]
# The point $(1, 2)$ is one step along the first arrow and two along the second, before *and* after: $(2, 1) + 2 \cdot (-1, 1) = (0, 3)$. Lines stay straight, parallel and evenly spaced, and the origin stays where it is. The reason is one rule, for any numbers $a$, $b$ and any vectors:
#
# $$ \mathbf{A}(a\,\mathbf{x} + b\,\mathbf{y}) = a\,\mathbf{A}\mathbf{x} + b\,\mathbf{A}\mathbf{y}. $$
#
# In words: stretch and add first, or send through first, the result is the same. A machine that obeys it is called **linear**, as the dot product was on day 11.

# %% author=true
_rng = np.random.default_rng(12)
for _ in range(20):
    _M = _rng.normal(size=(2, 2))
    _p, _q, _a, _b = _rng.normal(size=2), _rng.normal(size=2), _rng.normal(), _rng.normal()
    assert np.allclose(_M @ (_a * _p + _b * _q), _a * (_M @ _p) + _b * (_M @ _q), rtol=1e-9, atol=1e-12)

# %% [markdown]
# The left picture has a matrix, too: columns $(1, 0)$ and $(0, 1)$, the **identity matrix** $\mathbf{I}$, in code `np.eye(2)`, which moves nothing. Its columns are called the **basis vectors** $\mathbf{e}_1, \mathbf{e}_2$: a 1 in one place, zeros elsewhere. So the whole idea in one sentence: *column $j$ of a matrix is the place where it sends $\mathbf{e}_j$.*
#
# Here are four more. Before you look at a panel, work out from its two columns where the arrows go. Which machine cannot be undone, and why?

# %%
four = {
    "columns (2, 0) and (0, 0.5)": [[2, 0], [0, 0.5]],
    "columns (1, 0) and (1, 1)": [[1, 1], [0, 1]],
    "columns (0, 1) and (−1, 0)": [[0, -1], [1, 0]],
    "columns (1, 0.5) and (2, 1)": [[1, 2], [0.5, 1]],
}
fig, panels = plt.subplots(2, 2, figsize=(8.4, 8.0))
for ax, (title, machine) in zip(panels.flat, four.items()):
    moved_grid(ax, np.array(machine, dtype=float))
    plane(ax, 4.2, 4.2, left=-4.2, bottom=-4.2)
    ax.set_title(title)
figure(fig, alt=(
    "Four machines: one stretches the grid sideways and flattens it, one slants it, "
    "one turns it by a quarter, and one presses the whole plane onto a single line."
))

# %% [markdown]
# The last one: its columns lie on one line, so all mixtures of them do, and the plane is pressed flat. Different points come out at the same place, and nobody can tell them apart again. Our brown filter, a *sepia*, is of that kind; day 14 counts what such machines lose. Now move the four numbers yourself, and make the quarter turn go the other way.

# %%
def draw_machine(a, b, c, d):
    fig, ax = plt.subplots(figsize=(4.8, 4.8))
    moved_grid(ax, np.array([[a, b], [c, d]]))
    plane(ax, 5, 5, left=-5, bottom=-5)
    ax.set_title(f"columns ({a:g}, {c:g}) and ({b:g}, {d:g})")
    return fig


slider(draw_machine, alt=(
    "A grid is slanted, stretched, turned or flattened as the four numbers of a 2 by 2 "
    "matrix change."
), a=(-2, 2, 0.5, 2), b=(-2, 2, 0.5, -1), c=(-2, 2, 0.5, 1), d=(-2, 2, 0.5, 1))

# %% [markdown]
# <details><summary>Answer</summary>
#
# The turn to the right sends $(1, 0)$ to $(0, -1)$, which is the first column, and $(0, 1)$ to $(1, 0)$, the second: set $a = 0$, $b = 1$, $c = -1$, $d = 0$. Against the quarter turn above, both columns have the opposite sign.
#
# </details>

# %% author=true
assert (np.array([[0, 1], [-1, 0]]) @ [1, 0]).tolist() == [0, -1] and (np.array([[0, 1], [-1, 0]]) @ [0, 1]).tolist() == [1, 0]

# %% [markdown]
# ### Idea 3 · Each row asks a question
#
# The portrait of day 8 was gray. Its file is in color, and Pillow, the library that reads it, made each gray level from red, green and blue. From its documentation: 0.299 red, 0.587 green, 0.114 blue. That is a dot product, a matrix of *one row*.
#
# In general, entry $i$ of $\mathbf{A}\mathbf{x}$ is the dot product of row $i$ with $\mathbf{x}$:
#
# $$ (\mathbf{A}\mathbf{x})_i = \sum_{j=1}^{D} a_{ij}\, x_j . $$
#
# In words: each row asks its own question of the vector, and the answers are stacked. It is the same sum as before, read across.

# %%
def matvec_rows(A: np.ndarray, x: np.ndarray) -> np.ndarray:
    """A (M, D) applied to x (D,), as one dot product for each row of A."""
    return np.array([row @ x for row in A])


print(matvec_rows(A, x), A @ x)

# %% author=true
assert np.array_equal(matvec_rows(A, x), A @ x) and matvec_rows(np.array([[1, 2, 3]]), np.array([1, 0, 2])).tolist() == [7]

# %% [markdown]
# Both views are always true: columns say *where things land*, rows say *what is measured*. And many vectors go through at once. Put them into the rows of $\mathbf{X}$: by day 11, row $i$, column $j$ of $\mathbf{X}\mathbf{A}^{\mathsf T}$ is $\mathbf{x}_i$ dotted with row $j$ of $\mathbf{A}$, so each row of `X @ A.T` is one vector that went through the machine. For a photo, `@` works along its last axis, the three colors of a pixel. Does one row of numbers explain Pillow's gray?

# %%
portrait = data.photo(gray=False)
gray_row = np.array([[0.299, 0.587, 0.114]])
ours = (portrait @ gray_row.T)[:, :, 0]
print(portrait.shape, "@", gray_row.T.shape, "->", (portrait @ gray_row.T).shape)
print("largest difference to Pillow:", abs(ours - data.photo()).max(), "gray levels")

# %% author=true
assert ours.shape == (600, 512)
if not data.is_stand_in("photo"):
    assert abs(ours - data.photo()).max().round(6) == 0.5

# %% [markdown]
# On all 307,200 pixels the difference is at most half a level, and that is Pillow's rounding to whole numbers. A program that thousands of others rely on is a matrix with one row. And our filter, with three? Look for the badge and the ribbons: which differences of color survive?

# %%
sepia = np.column_stack([app([1, 0, 0]), app([0, 1, 0]), app([0, 0, 1])])
fig, panels = plt.subplots(1, 3, figsize=(8.6, 3.6))
for ax, picture, title in (
    (panels[0], portrait / 255, "in"),
    (panels[1], portrait / 255 @ sepia.T, "through the filter"),
    (panels[2], portrait / 255 @ gray_row.T @ np.array([[1, 1, 1]]), "through one row"),
):
    ax.imshow(picture)
    ax.set(title=title, xticks=[], yticks=[])
figure(fig, alt=(
    "A portrait of Grace Hopper in color, in the brown of the filter, and in gray."
))

# %% [markdown]
# Only light and dark survive. The three columns of the filter are three lengths of *one* brown, so every answer lies on one line, as in the flat panel above: a red and a green of equal brightness come out alike.

# %% [markdown]
# ### Idea 4 · Shapes that stretch to fit
#
# Divide a photo by 255, subtract a mean from a row, add a column to a row (day 11): numpy lets a small array meet a large one. The rule is called **broadcasting**. *Line the shapes up at their right ends. In each place the two numbers must be equal, or one of them must be 1 or missing; that one is repeated.*
#
# ```
# (600, 512, 3)      (4, 1)      (4, 3)      (4, 3)
# (          3)      (   3)      (   3)      (   4)
# (600, 512, 3)      (4, 3)      (4, 3)      error
# ```
#
# Read each column of this table from the top. What happens in the last one, and which shape would have to stand in place of $(4,)$ so that each *row* gets its own number?

# %%
table = np.array([[1.0, 2.0, 6.0], [10.0, 10.0, 40.0]])
means = table.mean(axis=1)
print(means.shape, table.mean(axis=1, keepdims=True).shape)
try:
    print(table - means)
except ValueError as error:
    print("ValueError:", error)

# %% [markdown]
# <details><summary>Answer</summary>
#
# At the right end 3 meets 4, and neither is 1: an error. A column of shape $(4, 1)$ would do: 1 is repeated across, and 4 meets 4. `keepdims=True` or `[:, None]` makes one.
#
# </details>
#
# The error is the lucky case. If the table is square, the same slip runs through and subtracts the wrong means.

# %% author=true
assert np.broadcast_shapes((600, 512, 3), (3,)) == (600, 512, 3) and np.broadcast_shapes((4, 1), (3,)) == (4, 3) == np.broadcast_shapes((4, 3), (3,))
try:
    np.broadcast_shapes((4, 3), (4,))
except ValueError:
    pass
else:
    raise AssertionError("3 meets 4")

# %% [markdown]
# ### Exercise · Every row around zero
#
# *2 points · about 6 minutes · needs means along an axis (day 8)*
#
# Readers of one critic know: her 6 is another's 9. Before we compare the marks of critics, one row each, we take each row's own mean away. Transformers do it with every token (day 44). For $\mathbf{X}$ of shape $(N, D)$,
#
# $$ x_{ij} - \bar x_i , \qquad \bar x_i \text{ the mean of row } i. $$
#
# Each entry less the mean of its own row.
#
# **Before you code.** What is the sum of every row afterwards? And what becomes of a row $(5, 5, 5)$?
#
# <details><summary>Answer</summary>
#
# Zero, in each row. The row of fives becomes zeros.
#
# </details>
#
# **Your task.** Write `center_rows(X)`, a new table of the shape of $\mathbf{X}$, without a loop. One line is enough.

# %% exercise="d12-center_rows"
def center_rows(X: np.ndarray) -> np.ndarray:
    """Each row of a table less its own mean.

    X        (N, D)  one row of numbers for each of N
    returns  (N, D)  a new table; every row has mean 0

    >>> center_rows(np.array([[1.0, 2.0, 6.0], [5.0, 5.0, 5.0]]))
    array([[-2., -1.,  3.],
           [ 0.,  0.,  0.]])
    """
    ### BEGIN SOLUTION
    return X - X.mean(axis=1, keepdims=True)
    ### END SOLUTION


# %% visible="d12-center_rows" points=1
# Two rows with the means 3 and 20; then a square table, where a slip makes no error.
got = center_rows(np.array([[1.0, 2.0, 6.0], [10.0, 10.0, 40.0]]))
got_square = center_rows(np.array([[0.0, 2.0], [10.0, 30.0]]))

assert got is not None, (
    "center_rows returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 3), (
    f"The shape stays as it is: expected (2, 3), got {np.shape(got)}. What is to be "
    f"done with the means?"
)
assert np.allclose(got, [[-2, -1, 3], [-10, -10, 20]], rtol=1e-9, atol=1e-12), (
    f"The rows have the means 3 and 20; expected (−2, −1, 3) and (−10, −10, 20), "
    f"got\n{np.round(got, 4)}\nWhich axis runs along a row?"
)
assert np.allclose(got_square, [[-1, 1], [-10, 10]], rtol=1e-9, atol=1e-12), (
    f"Rows (0, 2) and (10, 30) become (−1, 1) and (−10, 10), got\n"
    f"{np.round(got_square, 4)}\nWhich shape have your means: a row or a column?"
)

# %% hidden="d12-center_rows" points=1
# Hidden checks: tables of many shapes (square, one row, one column), large and small
# numbers, whole numbers, float32; your table left as it was.
_rng = course_rng("d12-center_rows")
for _shape in [(2, 2), (4, 4), (1, 5), (5, 1), (1, 1), (3, 7), (8, 2)] * 3:
    _X = _rng.normal(size=_shape) * 10.0 ** _rng.uniform(-1, 2) + float(_rng.uniform(-100, 100))
    _want = np.array([[float(_t) - float(sum(_row)) / len(_row) for _t in _row] for _row in _X])
    _given = _X.copy()
    _got = center_rows(_given)
    assert np.shape(_got) == _shape, f"a table of shape {_shape} came back with shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for a table of shape {_shape}"
    assert (_given == _X).all(), "the caller's table was changed in place"

assert np.allclose(center_rows(np.array([[1, 2], [3, 8], [0, 0]])), [[-0.5, 0.5], [-2.5, 2.5], [0, 0]], rtol=1e-9, atol=1e-12), "wrong for whole numbers: half of a mean got lost"
assert np.allclose(center_rows(np.array([[1.0, 2.0], [3.0, 8.0]], dtype=np.float32)), [[-0.5, 0.5], [-2.5, 2.5]], rtol=1e-5, atol=1e-6), "wrong for float32"

# %% [markdown]
# ### The answer to the puzzle
#
# How many colors must you show? Three, *if* the filter is linear: red, green and blue, and their answers are its columns. A fourth, black, is a good question to begin with. A linear machine sends the origin to the origin, since $\mathbf{A}\mathbf{0}$ is nothing of every column. A filter that makes everything brighter by 0.1 turns black into gray, and no matrix does that. "A matrix, then add a fixed vector" is called an **affine** machine, and it is what comes next.

# %%
zero = np.zeros(3)
print("black becomes", sepia @ zero, "and with an addition:", sepia @ zero + 0.1)

# %% author=true
assert (sepia @ zero).tolist() == [0, 0, 0]

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### A layer
#
# On day 5 a point had a score, $w_1 x + w_2 y + b$, and its sign told the side of a line. A **layer** of a neural network asks many such scores of each of many examples. Samples are rows, so the machine works from the right: each column of $\mathbf{W}$ holds the weights of one score, and $\mathbf{b}$ its bias.
#
# $$ \mathbf{X}\mathbf{W} + \mathbf{b}, \qquad (N, d_{\text{in}}) \;\; (d_{\text{in}}, d_{\text{out}}) \;\; (d_{\text{out}},). $$
#
# In words: row $i$, column $j$ of $\mathbf{X}\mathbf{W}$ is example $i$ dotted with column $j$ of $\mathbf{W}$; then broadcasting adds $\mathbf{b}$ to every row. $\mathbf{W}$ is the transpose of today's $\mathbf{A}$.

# %%
X = np.array([[1.0, 4.0], [0.0, 0.0], [-3.0, 1.0]])  # three points
W = np.array([[2.0, 0.0], [-1.0, 1.0]])  # column 1: the line 2x - y + 3 = 0
b = np.array([3.0, -2.0])
print(X @ W + b)

# %% author=true
assert (X @ W + b)[0, 0] == 1.0 and np.allclose(X @ W + b, [[W.T @ x + b for x in X]][0])

# %% [markdown]
# The first number, 1, is the score from part 1 of today. The second column says how far each point lies above the height 2: a second question, asked of the same three points.

# %% [markdown]
# ### Exercise · The layer all networks are made of
#
# *2 points · about 6 minutes · needs the score of a point (day 5) and broadcasting*
#
# In a GPT most of the numbers sit in such layers, and most of the time goes into them. For a batch of examples,
#
# $$ \text{layer}(\mathbf{X}) = \mathbf{X}\mathbf{W} + \mathbf{b}, $$
#
# every row times $\mathbf{W}$, plus $\mathbf{b}$.
#
# **Before you code.** Examples of 3 numbers go in, 2 scores come out. Which shapes have $\mathbf{W}$ and $\mathbf{b}$? What does a row of zeros give?
#
# <details><summary>Answer</summary>
#
# $(3, 2)$ and $(2,)$. A row of zeros gives $\mathbf{b}$.
#
# </details>
#
# **Your task.** Write `linear_layer(X, W, b)` for a whole batch. One line is enough.

# %% exercise="d12-linear_layer"
def linear_layer(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """A layer: every row of X times W, plus b.

    X        (N, d_in)      examples as rows
    W        (d_in, d_out)  weights, one column for each output
    b        (d_out,)       biases
    returns  (N, d_out)     one row of outputs for each example

    >>> W, b = np.array([[2.0, 0.0], [-1.0, 1.0]]), np.array([3.0, -2.0])
    >>> linear_layer(np.array([[1.0, 4.0]]), W, b)
    array([[1., 2.]])
    """
    ### BEGIN SOLUTION
    return X @ W + b
    ### END SOLUTION


# %% visible="d12-linear_layer" points=1
# Two examples of three numbers, two scores: the second example is zero, so b remains.
batch = np.array([[1.0, 2.0, -1.0], [0.0, 0.0, 0.0]])
weights = np.array([[2.0, 0.0], [1.0, 1.0], [0.0, 3.0]])
got = linear_layer(batch, weights, np.array([10.0, 20.0]))

assert got is not None, (
    "linear_layer returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 2), (
    f"Two examples and two scores: expected shape (2, 2), got {np.shape(got)}."
)
assert np.allclose(got[1], [10, 20], rtol=1e-9, atol=1e-12), (
    f"An example of zeros gives the biases (10, 20), got {np.round(got[1], 4)}. Which "
    f"bias belongs to which column?"
)
assert np.allclose(got[0], [14, 19], rtol=1e-9, atol=1e-12), (
    f"(1, 2, −1) has the scores 4 + 10 and −1 + 20, got {np.round(got[0], 4)}. Which "
    f"numbers of W meet the example: a row of W or a column?"
)

# %% hidden="d12-linear_layer" points=1
# Hidden checks: batches and layers of many sizes (square ones, one example, one input,
# one output), whole numbers, float32; your arrays left as they were.
_rng = course_rng("d12-linear_layer")
for _N, _d_in, _d_out in [(4, 4, 4), (2, 3, 3), (3, 2, 3), (1, 5, 2), (6, 1, 3), (5, 4, 1), (1, 1, 1), (7, 3, 6)] * 3:
    _X, _W, _b = _rng.normal(size=(_N, _d_in)), _rng.normal(size=(_d_in, _d_out)), _rng.normal(scale=5.0, size=_d_out)
    _want = np.array([[sum(_X[_i, _k] * _W[_k, _j] for _k in range(_d_in)) + _b[_j] for _j in range(_d_out)] for _i in range(_N)])
    _given = [_X.copy(), _W.copy(), _b.copy()]
    _got = linear_layer(*_given)
    assert np.shape(_got) == (_N, _d_out), f"X {_X.shape}, W {_W.shape}, b {_b.shape} should give {(_N, _d_out)}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for X {_X.shape}, W {_W.shape}, b {_b.shape}"
    assert all((_g == _o).all() for _g, _o in zip(_given, (_X, _W, _b), strict=True)), "one of the caller's arrays was changed in place"

_X, _W, _b = np.array([[1, -2], [0, 3], [5, 5]]), np.array([[2, 0, 1], [1, -1, 4]]), np.array([1, 2, 3])
assert np.array_equal(linear_layer(_X, _W, _b), [[1, 4, -4], [4, -1, 15], [16, -3, 28]]), "wrong for whole numbers"
assert np.allclose(linear_layer(_X.astype(np.float32), _W.astype(np.float32), _b.astype(np.float32)), [[1, 4, -4], [4, -1, 15], [16, -3, 28]], rtol=1e-5, atol=1e-5), "wrong for float32"

# %% [markdown]
# ### Exercise · The table inside a black box
#
# *3 points · about 9 minutes · needs the columns of a matrix (ideas 1 and 2)*
#
# You may ask a machine `f`, and not look inside. If it is linear, its matrix is known after $n$ questions,
#
# $$ \mathbf{A} = \big(\, f(\mathbf{e}_1) \;\; f(\mathbf{e}_2) \;\; \dots \;\; f(\mathbf{e}_n) \,\big), $$
#
# the answers to the basis vectors, side by side as columns.
#
# **Before you code.** `f` eats 3 numbers and returns 2. Which shape has its matrix? Which question shows that a machine is affine and has no matrix?
#
# <details><summary>Answer</summary>
#
# $(2, 3)$: three columns of two entries. The question is zero: a linear machine answers zero.
#
# </details>
#
# **Your task.** Write `map_of(f, n)`. If an entry of $f(\mathbf{0})$ is further than $10^{-9}$ from 0, raise `ValueError`. `for e in np.eye(n)` walks through the basis vectors; `np.column_stack` puts a list of vectors side by side. Three lines are enough.

# %% exercise="d12-map_of"
def map_of(f: Callable, n: int) -> np.ndarray:
    """The matrix of a linear machine, found by asking it.

    f        takes one vector (n,), returns a vector (m,)
    n        how many numbers f takes, at least 1
    returns  (m, n)  the matrix A with f(x) = A @ x
    raises   ValueError if f moves the origin by more than 1e-9 in some entry

    >>> map_of(lambda x: np.array([x[0] + 2 * x[2], 5 * x[1]]), 3)
    array([[1., 0., 2.],
           [0., 5., 0.]])
    """
    ### BEGIN SOLUTION
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("f moves the origin: it is not linear, and has no matrix")
    return np.column_stack([f(e) for e in np.eye(n)])
    ### END SOLUTION


# %% visible="d12-map_of" points=1
# A machine from three numbers to two: the first minus the last, and twice the second.
def difference_and_double(x):
    return np.array([x[0] - x[2], 2 * x[1]])


got = map_of(difference_and_double, 3)

assert got is not None, "map_of returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 3), (
    f"Three numbers in, two out: expected shape (2, 3), got {np.shape(got)}. Do your "
    f"answers stand as columns, and is there one for every basis vector?"
)
assert np.allclose(got, [[1, 0, -1], [0, 2, 0]], rtol=1e-9, atol=1e-12), (
    f"Expected the columns (1, 0), (0, 2), (−1, 0), got\n{np.round(got, 4)}\nWhat does "
    f"the machine answer to (1, 0, 0)?"
)
refused = False
try:
    map_of(lambda x: difference_and_double(x) - 3.0, 3)
except ValueError:
    refused = True
assert refused, (
    "This machine answers (0, 0, 0) with (−3, −3). No matrix does that: a ValueError "
    "was expected. What did you ask it first?"
)

# %% hidden="d12-map_of" points=2
# Hidden checks: random machines of many shapes, machines that are written for one
# vector at a time, an offset in one entry only, a tiny rounding error at the origin.
_rng = course_rng("d12-map_of")
for _m, _n in [(1, 1), (2, 2), (3, 3), (1, 4), (4, 1), (2, 5), (6, 3)] * 3:
    _A = _rng.normal(scale=3.0, size=(_m, _n))
    _want = _A.copy()
    _got = map_of(lambda x, A=_A: np.array([float(sum(a * t for a, t in zip(row, x, strict=True))) for row in A]), _n)
    assert np.shape(_got) == (_m, _n), f"a machine from {_n} numbers to {_m} has a matrix of shape {(_m, _n)}, got {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong matrix for a machine from {_n} numbers to {_m}"

for _n in (1, 2, 5):
    assert np.allclose(map_of(np.cumsum, _n), np.tril(np.full((_n, _n), 1.0)), rtol=0, atol=1e-12), f"wrong for the running sum of {_n} numbers"
    assert np.allclose(map_of(lambda x: np.array([x.sum()]) / len(x), _n), np.full((1, _n), 1 / _n), rtol=0, atol=1e-12), f"wrong for the mean of {_n} numbers"
    _came, _got = "a matrix", np.identity(_n)
    try:
        _got = map_of(lambda x: x + 1e-12, _n)
    except ValueError:
        _came = "a ValueError"
    assert _came == "a matrix", "a machine that is off by 1e-12 at the origin is linear up to rounding: no ValueError expected"
    assert np.allclose(_got, np.identity(_n), rtol=0, atol=1e-9), "wrong for a machine that is off by 1e-12 at the origin"
    for _offset in (2.0, -2.0, 1e-6, -1e-6):
        _refused = False
        try:
            map_of(lambda x, c=_offset: np.append(3.0 * x, x[0] + c), _n)
        except ValueError:
            _refused = True
        assert _refused, f"a machine that answers zero with {_offset:g} in one entry is not linear: ValueError expected"
for _c in ((2.0, -2.0), (2.0, 0.0)):
    _refused = False
    try:
        map_of(lambda x, c=_c: np.array([x[0] + c[0], x[1] + c[1]]), 2)
    except ValueError:
        _refused = True
    assert _refused, f"a machine that answers zero with {_c} is not linear: ValueError expected"

# %% [markdown]
# ### What is inside numpy?
#
# Your function can look into machines that others wrote: the running sum `np.cumsum` (day 3), the differences of neighbors `np.diff` (day 7), and `np.sort`. The last is a trap: which of the three tables is a lie, and why did the question to zero not find it out?

# %%
boxes = {"cumsum": np.cumsum, "diff": np.diff, "sort": np.sort}
try:
    for name, f in boxes.items():
        x = np.array([3.0, 1.0, 2.0])
        print(name, "\n", map_of(f, 3), "@ x =", map_of(f, 3) @ x, "  f(x) =", f(x))
except NotImplementedError:
    print("Write map_of first, then run this cell again.")

# %% author=true
assert np.array_equal(map_of(np.sort, 3), [[0, 0, 0], [0, 0, 0], [1, 1, 1]]) and map_of(np.diff, 3).tolist() == [[-1, 1, 0], [0, -1, 1]]
assert (map_of(np.sort, 3) @ [3.0, 1.0, 2.0]).tolist() == [0, 0, 6]

# %% [markdown]
# <details><summary>Answer</summary>
#
# The table of `sort` is a lie: it makes $(0, 0, 6)$ of $(3, 1, 2)$. Sorting leaves the origin in place and is not linear, so its answers to the basis vectors say nothing about other vectors. The question to zero refuses affine machines, not every crooked one; a real test asks for sums, too. It waits at the end of the day.
#
# </details>

# %% [markdown]
# ### Where this sits in a real model
#
# In the smallest GPT-2 (Radford and others, 2019) every block holds a layer from 768 numbers to 3,072: $\mathbf{W}$ has $768 \cdot 3072 = 2{,}359{,}296$ entries. There are twelve blocks with a layer back and other layers beside it, 124 million numbers in all. Every token runs through each of them as a row of $\mathbf{X}$.
#
# Between two layers stands a bend such as ReLU (day 7). Without it, two layers in a row would be one: a linear machine behind a linear machine obeys the rule of idea 2, and has one matrix. Tomorrow we multiply the two.

# %%
print(f"{768 * 3072:,} weights and {3072:,} biases in one layer")

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### In your own words
#
# Write four or five sentences: **what can no matrix do to the origin, and why does a layer need $\mathbf{b}$?** Use a line of day 5 as your example: what would a classifier without $b$ be unable to do?
#
# <details><summary>Answer</summary>
#
# No matrix moves the origin: zero of every column is zero. Without $\mathbf{b}$ every score of the zero example would be 0, and the line between the classes, $w_1 x + w_2 y = 0$, would have to pass through the origin, however the data lie. The bias lets the line stand where it is needed: a heater that switches on below 18 degrees needs the 18 somewhere.
#
# </details>

# %% author=true
# lint: square-only — a grid of the plane has machines with two rows and two columns
# lint: one-size — a grid of the plane has machines with two rows and two columns

# %% [markdown]
# ### Exercise · Draw what a matrix does
#
# *3 points · about 11 minutes · needs idea 2*
#
# Close the figures above and rebuild their idea from memory. A straight line stays straight, so a line of the grid is known by its two ends.
#
# **Before you code.** The upright line at $x = 1$ runs from $(1, -2)$ to $(1, 2)$. Where do its ends go under the columns $(2, 1)$ and $(-1, 1)$?
#
# <details><summary>Answer</summary>
#
# To $(2, 1) - 2 \cdot (-1, 1) = (4, -1)$ and to $(2, 1) + 2 \cdot (-1, 1) = (0, 3)$.
#
# </details>
#
# **Your task.** Write `draw_grid(ax, A)`: on the given `ax` draw ten lines, each with its own `ax.plot`: the images of the upright lines $x = k$ and of the level lines $y = k$ for $k = -2, \dots, 2$, each between −2 and 2. Give the axes equal units with `ax.set(aspect="equal")`. Colors are yours, and more may be drawn. Five to eight lines are enough.

# %% exercise="d12-draw_grid"
def draw_grid(ax: plt.Axes, A: np.ndarray) -> None:
    """Draw where a matrix sends the lines of a grid.

    ax       the Axes to draw on; nothing is returned
    A        (2, 2)  the matrix

    >>> ax = fresh_axes()
    >>> draw_grid(ax, np.array([[2.0, -1.0], [1.0, 1.0]]))
    >>> len(read_axes(ax)["lines"]) >= 10
    True
    """
    ### BEGIN SOLUTION
    for k in range(-2, 3):
        for ends in ([[k, -2], [k, 2]], [[-2, k], [2, k]]):
            moved = np.array(ends) @ A.T
            ax.plot(moved[:, 0], moved[:, 1], "-", color=BLUE)
    ax.set(aspect="equal")
    ### END SOLUTION


# %% visible="d12-draw_grid" points=1
# Columns (2, 1) and (−1, 1). Every line is looked for by its two moved ends.
ax = fresh_axes()
draw_grid(ax, np.array([[2.0, -1.0], [1.0, 1.0]]))
seen = read_axes(ax)
assert len(seen["lines"]) >= 10, (
    f"Ten lines are expected on the given ax, found {len(seen['lines'])}."
)
drawn = [np.column_stack([line["x"], line["y"]]) for line in seen["lines"]]
for k in range(-2, 3):
    for kind, ends in (("x", [[k, -2], [k, 2]]), ("y", [[-2, k], [2, k]])):
        (a, b), (c, d) = [(2 * x - y, x + y) for x, y in ends]
        found = [
            min(abs(t - [a, b]).sum(axis=1)) + min(abs(t - [c, d]).sum(axis=1))
            for t in drawn
            if max(abs((t[:, 0] - a) * (d - b) - (t[:, 1] - b) * (c - a))) < 1e-6
        ]
        assert min(found, default=1) < 1e-6, (
            f"The line {kind} = {k} should run from ({a}, {b}) to ({c}, {d}), and no "
            f"line of yours does. Where do its two ends go?"
        )
assert seen["aspect"] in (1.0, "equal"), (
    "One unit should be equally long in both directions. Which setting does that?"
)

# %% hidden="d12-draw_grid" points=2
# Hidden checks: other matrices (negative, slanted, the identity, one that presses the
# plane onto a line, whole numbers); your matrix left as it was.
_rng = course_rng("d12-draw_grid")
_machines = [_rng.normal(scale=2.0, size=(2, 2)) for _ in range(4)]
_machines += [np.identity(2), np.array([[1, 2], [2, 4]]), np.array([[0, -3], [1, 0]])]
for _A in _machines:
    _given, _ax, _wanted = _A.copy(), fresh_axes(), []
    for _k in range(-2, 3):
        for _ends in ([[_k, -2], [_k, 2]], [[-2, _k], [2, _k]]):
            _wanted.append([[_A[0, 0] * _x + _A[0, 1] * _y, _A[1, 0] * _x + _A[1, 1] * _y] for _x, _y in _ends])
    draw_grid(_ax, _given)
    _seen = read_axes(_ax)
    assert (_given == _A).all(), "the caller's matrix was changed"
    _drawn = [np.column_stack([_line["x"], _line["y"]]) for _line in _seen["lines"]]
    for _p, _q in np.array(_wanted, dtype=float):
        _fits = []
        for _line in _drawn:
            _off = (_line[:, 0] - _p[0]) * (_q[1] - _p[1]) - (_line[:, 1] - _p[1]) * (_q[0] - _p[0])
            if np.allclose(_off, 0, rtol=0, atol=1e-6):
                _fits.append(np.abs(_line - _p).sum(axis=1).min() + np.abs(_line - _q).sum(axis=1).min())
        assert min(_fits, default=1.0) < 1e-6, f"no line runs from {_p.round(3)} to {_q.round(3)} under the matrix\n{_A.round(3)}"
    assert _seen["aspect"] in (1.0, "equal"), "the axes have unequal units"

# %% [markdown]
# Here is your drawing, for a machine that turns and stretches. Its first column is $(1, -0.5)$: find that point, and the two lines that cross there. Before the machine they were $x = 1$ and $y = 0$.

# %%
try:
    ax = fresh_axes()
    draw_grid(ax, np.array([[1.0, 0.5], [-0.5, 1.0]]))
    ax.set(xlabel="first entry", ylabel="second entry")
    figure(ax.figure, alt="Your drawing: the grid, turned and stretched by a matrix.")
except NotImplementedError:
    print("Write draw_grid first, then run this cell again to see your drawing.")

# %% [markdown]
# ### Yesterday's shadow is a matrix
#
# The projection on the line along $\mathbf{u} = (2, 1)$ turns vectors into vectors. Is it linear? Find its matrix with a pencil: what is the shadow of $\mathbf{e}_1$, and of $\mathbf{e}_2$? Predict also what its picture would look like, and what happens if it is used twice in a row. Then run the cell.

# %%
u = np.array([2.0, 1.0])
P = np.column_stack([project(e, u) for e in np.eye(2)])
v = np.array([1.0, 3.0])
print(P)
print("once:", P @ v, "  twice:", P @ (P @ v), "  yesterday:", project(v, u))

# %% author=true
assert np.allclose(P, [[0.8, 0.4], [0.4, 0.2]]) and np.allclose(P @ v, [2, 1]) and np.allclose(P @ (P @ v), P @ v)

# %% [markdown]
# <details><summary>Answer</summary>
#
# It is linear, because the dot product is: shadows of sums are sums of shadows. $\mathbf{e}_1$ has the shadow $\frac{2}{5}(2, 1) = (0.8, 0.4)$ and $\mathbf{e}_2$ the shadow $\frac{1}{5}(2, 1) = (0.4, 0.2)$: these are the columns. Both lie on the street, so the plane is pressed onto it. The second time changes nothing: a shadow is its own shadow.
#
# </details>

# %% [markdown]
# ### Break it: an error that nobody sees
#
# A layer with one output returns its predictions as a column of shape $(4, 1)$. The targets are a plain vector of shape $(4,)$. All four predictions below are right to within 0.1. **Predict**, with the rule of idea 4, the shape of the difference, and then the mean squared error (day 6).

# %%
y = np.array([1.0, 2.0, 3.0, 4.0])
yhat = np.array([[1.1], [1.9], [3.1], [3.9]])
print("shape:", (y - yhat).shape, "  error:", ((y - yhat) ** 2).mean().round(3))
flat = yhat[:, 0]
print("shape:", (y - flat).shape, "  error:", ((y - flat) ** 2).mean().round(3))

# %% author=true
assert (y - yhat).shape == (4, 4) and ((y - yhat) ** 2).mean().round(3) == 2.41 and ((y - flat) ** 2).mean().round(3) == 0.01

# %% [markdown]
# A row meets a column and makes a $(4, 4)$ table: every target less every prediction. The error reads 2.41 where it is 0.01. No message, no warning; a network trained on that number learns to predict the mean. Print shapes before you trust a loss.

# %% [markdown]
# ### The day in five lines
#
# 1. $\mathbf{A}\mathbf{x}$ mixes the columns of $\mathbf{A}$; column $j$ is the place where $\mathbf{e}_j$ goes.
# 2. Read across, entry $i$ is row $i$ dotted with $\mathbf{x}$: columns say where things land, rows what is measured.
# 3. Linear means: stretch and add before or after, it makes no difference. The origin stays.
# 4. Broadcasting lines shapes up from the right; equal, 1 or missing fits.
# 5. A layer is `X @ W + b`: a matrix for all rows at once, and a bias that moves the origin.

# %% [markdown]
# ### New notation today
#
# | symbol | how to read it | in code |
# |---|---|---|
# | $\mathbf{A}\mathbf{x}$ | A times x | `A @ x` |
# | $a_{ij}$ | entry in row i, column j | `A[i - 1, j - 1]` |
# | $\mathbf{A}^{\mathsf T}$ | A transposed: rows and columns exchanged | `A.T` |
# | $\bar x_i$ | mean of row i | `X.mean(axis=1)[i - 1]` |
# | $\mathbf{e}_j$, $\mathbf{I}$ | basis vector j; identity matrix | `np.eye(n)[j - 1]`, `np.eye(n)` |
# | $\mathbf{X}\mathbf{W} + \mathbf{b}$ | a layer | `X @ W + b` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Linear transformations and matrices](https://www.3blue1brown.com/lessons/linear-transformations) (11 minutes): the moving grid, moving. Tomorrow two machines stand one behind the other, and one of them turns the plane.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Two short uses of broadcasting. `outer_sum` gives the table of all sums of two lists, as on day 11 a column met a row. `scale_channels` turns the three lamps of a whole photo up or down. Which shapes meet in each, and why does one need `[:, None]` and the other nothing?

# %%
def outer_sum(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The table of all sums a[i] + b[j]: (N,), (M,) → (N, M)."""
    return np.asarray(a)[:, None] + np.asarray(b)


def scale_channels(img: np.ndarray, s: np.ndarray) -> np.ndarray:
    """A picture (h, w, 3), each of its channels times its own factor, s (3,)."""
    return np.asarray(img) * np.asarray(s)


print(outer_sum([1, 2], [10, 20, 30]))
print(scale_channels(portrait, [1.0, 0.5, 0.0]).shape)

# %% author=true
assert np.array_equal(outer_sum([1, 2], [10, 20, 30]), np.add.outer([1, 2], [10, 20, 30]))
assert np.array_equal(scale_channels(portrait, [1.0, 0.5, 0.0])[3, 4], portrait[3, 4] * [1.0, 0.5, 0.0])

# %% [markdown]
# <details><summary>Answer</summary>
#
# $(N, 1)$ meets $(M,)$ and gives $(N, M)$: without the new axis, $N$ would meet $M$ at the right end. In the photo the three channels stand at the right end already, where the three factors meet them.
#
# </details>

# %% [markdown]
# ### Exercise · Is it linear? Ask it
#
# *optional · about 11 minutes · needs idea 2*
#
# The brightening filter gave itself away at black. The median does not: it answers zero with zero, doubles when all numbers double, and is not linear. So a test has to try both halves of the rule,
#
# $$ f(\mathbf{x} + \mathbf{y}) = f(\mathbf{x}) + f(\mathbf{y}), \qquad f(a\,\mathbf{x}) = a\,f(\mathbf{x}), $$
#
# sums go to sums and multiples to multiples, at random points.
#
# **Before you code.** The median of $(1, 2, 6)$ is 2, that of $(6, 2, 1)$ too. What is the median of their sum?
#
# <details><summary>Answer</summary>
#
# Of $(7, 4, 7)$ it is 7, where $2 + 2 = 4$ would be expected.
#
# </details>
#
# **Your task.** Write `is_linear(f, n, rng)`: draw ten or more pairs of vectors, and numbers (`rng.normal(size=n)`, negative ones too), and return `False` as soon as one half fails by more than `np.allclose` with `rtol=1e-9, atol=1e-9`.

# %% exercise="d12-is_linear"
def is_linear(f: Callable, n: int, rng: np.random.Generator) -> bool:
    """Whether a machine passes a test of linearity at random points.

    f        takes a vector (n,), returns a vector (m,)
    n        how many numbers f takes
    rng      a generator to draw vectors and factors from
    returns  True if sums go to sums and multiples to multiples, up to rounding

    >>> is_linear(lambda x: 3 * x, 2, np.random.default_rng(0))
    True
    """
    ### BEGIN SOLUTION
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        if not np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9):
            return False
        if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9):
            return False
    return True
    ### END SOLUTION


# %% visible="d12-is_linear" points=0
# Doubling is linear. Adding 1 and squaring are not; nor is dropping the signs.
cases = {
    "x -> 2 x": (lambda x: 2 * x, True),
    "x -> x + 1": (lambda x: x + 1, False),
    "x -> x squared": (lambda x: x**2, False),
    "x -> x without its signs": (lambda x: np.abs(x), False),
}
for name, (f, want) in cases.items():
    got = is_linear(f, 3, np.random.default_rng(1))
    assert got is not None, "is_linear returned None. Which path lacks a return?"
    assert np.ndim(got) == 0, f"One True or False is expected, got {got}."
    assert bool(got) == want, (
        f"For {name} the answer is {want}, got {got}. Which half of the rule did you "
        f"test, and with which numbers?"
    )

# %% hidden="d12-is_linear" points=0
# Hidden checks: random matrices, tiny offsets, machines that stretch but do not add
# (the median), machines with rounding errors of their own.
_rng, _cases = course_rng("d12-is_linear"), []
for _n in (1, 2, 3, 6):
    for _m in (1, 4):
        _A = _rng.normal(size=(_m, _n)) * 10.0 ** _rng.uniform(-1, 2)
        _cases.append((lambda x, A=_A: A @ x, _n, True, f"a matrix of shape {_A.shape}"))
        for _c in (1.0, -3.0, 1e-6):
            _cases.append((lambda x, A=_A, c=_c: A @ x + c, _n, False, f"a matrix with the addition {_c:g}"))
for _n in (3, 5, 8):
    _cases.append((lambda x: np.array([np.median(x)]), _n, False, "the median: its multiples fit, its sums do not"))
    _cases.append((np.sort, _n, False, "sorting"))
    _cases.append((lambda x: x + 0.01 * np.median(x), _n, False, "each entry plus a hundredth of the median"))
    _cases.append((lambda x: np.cumsum(x) / 3 * 3.0, _n, True, "the running sum, which rounds"))
_cases += [(lambda x: np.maximum(x, 0), 1, False, "ReLU")] * 12
for _k, (_f, _n, _want, _what) in enumerate(_cases):
    _got = is_linear(_f, _n, np.random.default_rng(_k))
    assert bool(_got) == _want, f"{_what}: expected {_want}, got {_got}, for {_n} numbers"
