# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Running a machine backward: systems, rank, determinant, inverse
#
# **The question of the day.** You know what a machine did and what came out. When can you find what went in?
#
# *After today you can* solve any system of linear equations with one procedure, elimination;
# say from its pivots whether there is no solution, one, or infinitely many;
# read a determinant as an area, and tell a machine that can be undone from one that only nearly can.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks, take a pencil, and answer in writing before you unfold. Two questions look back at yesterday, one at the day a week ago. The last of the three holds the idea of today in small.

# %% [markdown]
# **Yesterday (day 13): two machines in a row.** $\mathbf{A}$ has shape $(2, 3)$ and $\mathbf{B}$ has shape $(3, 4)$. Which of $\mathbf{A}\mathbf{B}$ and $\mathbf{B}\mathbf{A}$ exists, and which of the two machines acts first in it? Write $(\mathbf{A}\mathbf{B})^{\mathsf T}$ as a product.
#
# <details><summary>Answer</summary>
#
# $\mathbf{A}\mathbf{B}$, of shape $(2, 4)$; $\mathbf{B}$ stands next to the vector and acts first. The transpose turns the order around: $\mathbf{B}^{\mathsf T}\mathbf{A}^{\mathsf T}$, of shape $(4, 2)$.
#
# </details>
#
# **Yesterday (day 13): rotations.** A vector is turned by 30 degrees, then by 60. Where does $(1, 0)$ end? Which rotation brings it back?
#
# <details><summary>Answer</summary>
#
# At $(0, 1)$, since the angles add to 90 degrees. The rotation by −90 degrees brings it back.
#
# </details>

# %% [markdown]
# **A week ago (day 7): the way back.** A function doubles its input, then adds 6. Write its inverse. In which order does the inverse do its two steps? And why has $f(x) = x^2$ no inverse on all numbers?
#
# <details><summary>Answer</summary>
#
# $f^{-1}(y) = (y - 6)/2$: it takes the 6 away first, then halves, so last in is first out. The square sends $3$ and $-3$ to the same 9, and from 9 alone nobody knows which of the two it was. Keep this reason: today it comes back with machines.
#
# </details>

# %% [markdown]
# First the tools of the day, numpy and matplotlib, real data, the drawings of vectors you know from day 11, and the house colors. Then a warm-up that is graded.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.drawings import arrow, plane
from log2attn.learn.style import BLUE, GREEN, INK, PURPLE, VERMILLION

# %% author=true
# the answers above hold
def _turn(degrees):
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


assert np.allclose(_turn(60) @ _turn(30) @ [1, 0], [0, 1], rtol=0, atol=1e-12)
_A, _B = np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(3, 4)
assert np.array_equal((_A @ _B).T, _B.T @ _A.T)

# %% [markdown]
# ### Exercise · Which input makes the neuron say so?
#
# *1 point · about 3 minutes · needs the sigmoid and its inverse (day 7)*
#
# A neuron with one input answers $\sigma(a x + b)$. It said $p$. Which $x$ did it see? Undo the steps, the last one first: the logit $\log \frac{p}{1 - p}$ undoes the sigmoid.
#
# **Before you code.** With $a = 2$ and $b = 6$ the neuron answered 0.5. Which $x$ was it?
#
# <details><summary>Answer</summary>
#
# The logit of 0.5 is 0, so $2x + 6 = 0$ and $x = -3$.
#
# </details>
#
# **Your task.** Write `review_14(a, b, p)`, the $x$ with $\sigma(ax + b) = p$. One line is enough.

# %% exercise="d14-review"
def review_14(a: float, b: float, p: float) -> float:
    """The input at which the neuron sigmoid(a x + b) answers p.

    a, b     weight (not 0) and bias
    p        the answer, 0 < p < 1
    returns  the input x, one number

    >>> float(review_14(2.0, 6.0, 0.5))
    -3.0
    """
    ### BEGIN SOLUTION
    return (np.log(p) - np.log(1 - p) - b) / a
    ### END SOLUTION


# %% visible="d14-review" points=0
# Odds of 1 to 1 have the logit 0, odds of 4 to 1 the logit log 4.
got = [review_14(2.0, 6.0, 0.5), review_14(-2.0, 1.0, 0.8)]

assert got[0] is not None, (
    "review_14 returned None. Did you forget the return statement?"
)
assert np.ndim(got[0]) == 0, f"One number is expected, got {got[0]}."
assert np.isclose(got[0], -3, rtol=1e-9, atol=0), (
    f"2x + 6 must be 0, so x = −3; got {got[0]}. Which of + 6 and · 2 is undone first?"
)
assert np.isclose(got[1], (np.log(4) - 1) / -2, rtol=1e-9, atol=0), (
    f"−2x + 1 must be the logit of 0.8, log 4 = 1.3863, so x = −0.1931; got "
    f"{got[1]:.4f}. Are p and 1 − p both in your logit, and which is on top?"
)

# %% hidden="d14-review" points=1
# Hidden checks: weights and biases of both signs, answers from nearly 0 to nearly 1.
_rng = course_rng("d14-review")
for _k in range(40):
    _a, _b = float(_rng.uniform(0.2, 5) * (-1) ** _k), float(_rng.uniform(-6, 6))
    _x = float(_rng.uniform(-3, 3)) if _k % 4 else -(15 + _b) / _a
    _p = float(1 / (1 + np.exp(-(_a * _x + _b))))
    _got = review_14(_a, _b, _p)
    assert np.isclose(_got, _x, rtol=1e-6, atol=1e-6), f"the neuron with a = {_a:.3f}, b = {_b:.3f} says {_p:.6g} at x = {_x:.6f}; you say {_got}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: which edit can be undone?
#
# Three friends edit one photograph. Each replaces the color of every pixel, a vector of three lamps, by $\mathbf{A}$ times that color (day 12), and saves the result as whole numbers from 0 to 255. One used a *warm* filter, one a *sepia* filter (not quite that of day 12), one made it *gray*. You know the three matrices; the original is lost. **Write down a guess:** from which of the three files can you get the colors back?

# %%
filters = {
    "warm": np.array([[0.8, 0.2, 0.0], [0.1, 0.8, 0.1], [0.0, 0.1, 0.5]]),
    "sepia": np.array(
        [[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]]
    ) / 1.351,  # no color grows beyond 1
    "gray": np.array([[0.299, 0.587, 0.114]] * 3),
}

# %% [markdown]
# The photograph is the portrait of days 8 and 12. Its colors lie in a table of shape (300, 256, 3), and `photo @ A.T` applies the machine to each of them, as a layer does to its rows. Which of the three files would you find hardest to repair?

# %%
photo = data.photo(gray=False)[::2, ::2] / 255
fig, panels = plt.subplots(1, 3, figsize=(8.4, 3.6))
for ax, (name, A) in zip(panels, filters.items()):
    ax.imshow(np.round(255 * photo @ A.T) / 255)
    ax.set(title=name)
    ax.set_axis_off()
figure(fig, alt=(
    "A portrait with three filters: warm with reduced blue, sepia all in browns, and "
    "gray. Sepia and gray look alike but for the tint."
))

# %% author=true
assert all((photo @ A.T).max() <= 1 + 1e-12 for A in filters.values())

# %% [markdown]
# ### Idea 1 · Lines that turn about their crossing
#
# Begin with two lamps. A machine moved $(x, y)$ to $(2x + y, \; x + 3y)$, and out came $(5, 10)$. So
#
# $$ 2x + y = 5, \qquad x + 3y = 10. $$
#
# In words: each output is one equation. Each equation is a line, and we look for the point on both. Day 5 made one unknown vanish: take half of the first equation from the second, and $2.5y = 7.5$ is left. Now take $0.4$ of that from the first: $2x = 2$. What do these two steps do to the two *lines*?

# %%
steps = {"two equations": [[2, 1, 5], [1, 3, 10]]}
steps["second − ½ · first"] = [[2, 1, 5], [0, 2.5, 7.5]]
steps["first − 0.4 · second"] = [[2, 0, 2], [0, 2.5, 7.5]]
fig, panels = plt.subplots(1, 3, figsize=(9.0, 3.3), sharey=True)
for ax, (title, rows) in zip(panels, steps.items()):
    for (a, b, c), color, style in zip(rows, (BLUE, VERMILLION), ("-", "--")):
        x, y = c * a / (a * a + b * b), c * b / (a * a + b * b)  # a point of the line
        ax.axline((x, y), (x - b, y + a), color=color, linestyle=style)
    ax.plot(1, 3, "o", color=INK)
    ax.set(title=title, xlabel="x", ylabel="y", xlim=(-2, 4), ylim=(0, 6))
figure(fig, alt=(
    "Two slanted lines cross at (1, 3). After the first step the second line lies "
    "level at y = 3, after the second step the first line stands upright at x = 1. "
    "The crossing stays at (1, 3)."
))

# %% author=true
for _t, _rows in steps.items():
    assert all(a * 1 + b * 3 == c for a, b, c in _rows)

# %% [markdown]
# The crossing never moves. The lines *turn about it* until one lies level and the other stands upright, and then the answer can be read off: $x = 1$, $y = 3$.
#
# Three moves leave all solutions as they are: exchange two equations; multiply one by a number other than 0; add a multiple of one to another. Each can be taken back, so no solution is lost and none appears. They are called **row operations**, and using them to make unknowns vanish is **elimination**.

# %% [markdown]
# ### Idea 2 · The table and its pivots
#
# The letters only mark places, so write the numbers alone, with the right sides as a last column. One cleaning step serves every size: choose a **pivot**, an entry other than 0; divide its row by it, so that it becomes 1; then take the right multiple of its row from each other row, so that the rest of its column becomes 0. (`!=` asks whether two numbers differ.)

# %%
def clear_column(R, row, column):
    """Make the pivot at (row, column) 1 and the rest of its column 0, inside R."""
    R[row] = R[row] / R[row, column]
    for i in range(len(R)):
        if i != row:
            R[i] = R[i] - R[i, column] * R[row]


saved = filters["warm"] @ np.array([0.9, 0.5, 0.2])  # one color after the warm filter
table = np.column_stack([filters["warm"], saved])
for j in range(3):
    clear_column(table, j, j)
    print(table.round(3), "\n")

# %% author=true
assert np.allclose(table, np.column_stack([np.eye(3), [0.9, 0.5, 0.2]]), rtol=0, atol=1e-12)

# %% [markdown]
# Three cleaning steps, and the left part has become the identity $\mathbf{I}$ (day 12): the last column reads $x = 0.9$, $y = 0.5$, $z = 0.2$, the color that went in. Elimination is older than algebra: a Chinese book some two thousand years old, *Nine Chapters on the Mathematical Art*, does it with counting rods on a board.
#
# What if the entry on the pivot's place is 0? Then exchange rows: look down the column and bring up another. Computers bring up the *largest*, without its sign. Part 4 shows what happens to those who do not.

# %% [markdown]
# `R[[0, 1]] = R[[1, 0]]` exchanges two rows: the rows 1 and 0 are written to the places 0 and 1. **Predict** the table that is printed at the end, for the two equations $y = 2$ and $3x + 4y = 11$. Which numbers will stand in its last column?

# %%
table = np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 11.0]])
table[[0, 1]] = table[[1, 0]]
clear_column(table, 0, 0)
clear_column(table, 1, 1)
print(table)

# %% author=true
assert np.allclose(table, [[1, 0, 1], [0, 1, 2]], rtol=0, atol=1e-12)

# %% [markdown]
# ### Idea 3 · Rank: how many rows say something new
#
# Now the gray filter. All three of its rows are equal; each says "0.299 of red, 0.587 of green, 0.114 of blue make 0.5". Clean the first column. What remains of the other rows?

# %%
table = np.column_stack([filters["gray"], [0.5, 0.5, 0.5]])
clear_column(table, 0, 0)
print(table.round(3))

# %% author=true
assert np.allclose(table, [[1, 1.963, 0.381, 1.672], [0] * 4, [0] * 4], rtol=0, atol=5e-4)

# %% [markdown]
# Nothing: they said nothing new. One pivot is all there is. The number of pivots is called the **rank** of a matrix, the number of rows that do not follow from the others. A column without a pivot belongs to a **free** unknown:
#
# $$ \text{free unknowns} = \text{columns} - \operatorname{rank}\mathbf{A}. $$
#
# In words: every pivot ties down one unknown, and the rest may be chosen. Here green and blue are free, and red follows: $x = 1.672 - 1.963y - 0.381z$. That is the trio of day 5, for any size: a row that reads $0 = 1$ means no solution; without one, no free unknown means one solution, and a free unknown infinitely many.

# %% author=true
assert 3 - np.linalg.matrix_rank(filters["gray"]) == 2
assert np.allclose(filters["gray"] @ [1.672 - 1.963 * 0.3 - 0.381 * 0.7, 0.3, 0.7], 0.5, rtol=0, atol=1e-3)

# %% [markdown]
# So many colors make the same gray. How different can two photographs be whose gray versions agree in every pixel? Set the right side to 0: the color changes with $x = -1.963y - 0.381z$ turn into no change at all. All vectors that $\mathbf{A}$ sends to zero are its **null space**. Below, $(-0.381, 0, 1)$ and $(-1.963, 1, 0)$ are mixed into a pale copy of the photo, more or less of each from place to place.

# %%
pale = 0.3 + 0.4 * photo
across = np.linspace(-0.28, 0.28, 256)[None, :, None] * [-0.114 / 0.299, 0, 1]
down = np.linspace(0.09, -0.09, 300)[:, None, None] * [-0.587 / 0.299, 1, 0]
other = pale + across + down
fig, panels = plt.subplots(1, 3, figsize=(8.4, 3.6))
pictures = {"one": pale, "another": other, "gray of either": other @ filters["gray"].T}
for ax, (title, picture) in zip(panels, pictures.items()):
    ax.imshow(picture)
    ax.set(title=title)
    ax.set_axis_off()
figure(fig, alt=(
    "A pale portrait; the same portrait under a wash of green, orange, blue and pink; "
    "and the gray picture, without any trace of the wash, that both of them give."
))
print("difference in gray:", np.abs((pale - other) @ filters["gray"].T).max())

# %% author=true
assert np.abs((pale - other) @ filters["gray"].T).max() < 1e-15 * 4 and 0 <= other.min() and other.max() <= 1 and np.abs(pale - other).max() > 0.25
assert np.allclose(across @ filters["gray"].T, 0, rtol=0, atol=1e-15) and np.allclose(down @ filters["gray"].T, 0, rtol=0, atol=1e-15)

# %% [markdown]
# Two pictures nobody would confuse, and one gray: up to rounding, the difference is 0. What a machine sends to zero is gone for good, as the sign is gone after squaring. The gray file can never be undone.

# %% [markdown]
# ### Idea 4 · The determinant is an area
#
# Can one number tell whether a square machine loses something? Watch what $\mathbf{A} = \begin{pmatrix} 2 & 1 \\ 1 & 3 \end{pmatrix}$ makes of the square with corners $(0, 0)$ and $(1, 1)$: a parallelogram along its two columns. The elimination of idea 1 then slides it, first up and down, then sideways. Which of the three shapes has the largest area?

# %%
shapes = {"columns (2, 1) and (1, 3)": [[2, 1], [1, 3]]}
shapes["second row − ½ · first"] = [[2, 1], [0, 2.5]]
shapes["first row − 0.4 · second"] = [[2, 0], [0, 2.5]]
fig, panels = plt.subplots(1, 3, figsize=(9.0, 3.6), sharey=True)
for ax, (title, rows) in zip(panels, shapes.items()):
    u, v = np.array(rows, dtype=float).T  # the two columns
    ax.fill(*np.array([0 * u, u, u + v, v]).T, color=GREEN, alpha=0.25)
    arrow(ax, (0, 0), u, BLUE)
    arrow(ax, (0, 0), v, VERMILLION, style="--")
    plane(ax, 3.6, 4.4, left=-0.4, bottom=-0.4)
    ax.set_title(title)
figure(fig, alt=(
    "A slanted parallelogram slides into one with a level base 2 and height 2.5, then "
    "into the rectangle of width 2 and height 2.5. All three have the area 5."
))

# %% author=true
assert all(np.isclose(np.linalg.det(np.array(rows, dtype=float)), 5, rtol=1e-12) for rows in shapes.values())

# %% [markdown]
# All are equal. Sliding a layered cake sideways changes its shape and not its amount, and adding a multiple of a row is such a slide. At the end stands a rectangle whose sides are the two pivots before they were divided: $2 \cdot 2.5 = 5$. The area, with a minus sign if the machine turns the square over like a mirror, is the **determinant**:
#
# $$ \det \begin{pmatrix} a & b \\ c & d \end{pmatrix} = ad - bc . $$
#
# In words: the product of one diagonal less that of the other, the number that decided about two equations on day 5; here $2 \cdot 3 - 1 \cdot 1 = 5$. In three dimensions it is a volume.

# %% [markdown]
# For any size, multiply the pivots before they are divided, and turn the sign once for each exchange of rows. If a column has no pivot left, the shape is flat, and its area or volume is 0.

# %%
def det_by_pivots(A):
    """Determinant of A (n, n): its pivots multiplied, the sign turned by each swap."""
    R, det = np.array(A, dtype=float), 1.0
    for j in range(len(R)):
        best = j + np.abs(R[j:, j]).argmax()
        if best != j:
            R[[j, best]], det = R[[best, j]], -det
        det = det * R[j, j]
        if det == 0:
            return 0.0
        clear_column(R, j, j)
    return det

# %% [markdown]
# Now the three filters. Each makes a slanted box of the cube that holds all colors, whose volume is 1. **Predict** the volume of one of the boxes before you run the cell; for the other two, say whether it is nearer to 1 or to 0.

# %%
for name, A in filters.items():
    print(f"{name:6} {det_by_pivots(A):.3g}")

# %% author=true
# gives: det_by_pivots
for _n in (1, 2, 3, 5):
    _A = np.random.default_rng(_n).normal(size=(_n, _n))
    assert np.isclose(det_by_pivots(_A), np.linalg.det(_A), rtol=1e-9)
_rng14 = np.random.default_rng(14)
_a, _b, _c, _d = _rng14.uniform(-3, 3, size=4)
assert np.isclose(det_by_pivots([[_a, _b], [_c, _d]]), _a * _d - _b * _c, rtol=1e-12)
assert [float(f"{det_by_pivots(A):.3g}") for A in filters.values()] == [0.302, 4.91e-08, 0.0]

# %% [markdown]
# Gray flattens the cube to a line: 0. Warm keeps 0.302 of the volume. Sepia keeps a twenty-millionth: not nothing.
#
# If every column of a square $\mathbf{A}$ gets its pivot, there is a machine that undoes it, the **inverse matrix** $\mathbf{A}^{-1}$, and $\mathbf{A}$ is called *invertible*:
#
# $$ \mathbf{A}^{-1} \mathbf{A} = \mathbf{I}, \qquad \mathbf{A}\mathbf{x} = \mathbf{b} \;\text{ has the solution }\; \mathbf{x} = \mathbf{A}^{-1}\mathbf{b}. $$
#
# In words: first $\mathbf{A}$, then its inverse, and nothing has happened. Its column $j$ solves $\mathbf{A}\mathbf{x} = \mathbf{e}_j$, so put all $\mathbf{e}_j$ beside $\mathbf{A}$ and clean: $\mathbf{I}$ appears on the left, $\mathbf{A}^{-1}$ on the right.

# %%
A = np.array([[2.0, 1.0], [1.0, 3.0]])
table = np.column_stack([A, np.eye(2)])
clear_column(table, 0, 0)
clear_column(table, 1, 1)
print(table, "\n", table[:, 2:] @ [5.0, 10.0])
print(np.linalg.inv(A))

# %% author=true
assert np.allclose(table[:, 2:] @ A, np.eye(2), rtol=0, atol=1e-12) and np.allclose(table[:, 2:] @ [5, 10], [1, 3], rtol=1e-12)

# %% [markdown]
# ### Idea 5 · Nearly singular
#
# A square matrix with determinant 0 is called **singular**. Is sepia safe, then? Its numbers are not 0, but they arrive rounded. Give each equation a little doubt, and its line becomes a band: the solution lies where two bands cross. How large is that patch when the lines meet at 90 degrees, at 30, at 5?

# %%
def draw_bands(ax, angle):
    """Two bands of half width 0.1 whose middle lines cross at the origin."""
    a = np.deg2rad(angle)
    for turn, color in ((0.0, BLUE), (a, VERMILLION)):
        R = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        level = np.array([[-9, 9, 9, -9], [-0.1, -0.1, 0.1, 0.1]])  # corners as columns
        ax.fill(*(R @ level), color=color, alpha=0.4)
    plane(ax, 4, 2, left=-4, bottom=-2)
    ax.set_title(f"{angle:.0f}°: sharp to {0.1 / np.sin(a / 2):.2f}")

# %% [markdown]
# Each band is a level strip turned by a rotation (day 13). Three angles stand still below. The titles say how far the far corner of the common patch lies from the crossing, that is, how sharply the solution is known.

# %%
fig, panels = plt.subplots(1, 3, figsize=(9.4, 2.6))
for ax, angle in zip(panels, (90, 30, 5)):
    draw_bands(ax, angle)
figure(fig, alt=(
    "Two bands of equal width. At 90 degrees they share a small square, at 30 degrees "
    "a long rhombus, at 5 degrees a sliver that reaches over half of the picture."
))

# %% author=true
# The far corner of the patch: on the bisector, at the distance 0.1 / sin(angle / 2) from the crossing.
for _angle in (90.0, 30.0, 5.0):
    _t = np.deg2rad(_angle)
    _corner = np.linalg.solve([[0, 1], [-np.sin(_t), np.cos(_t)]], [0.1, -0.1])
    assert np.isclose(np.linalg.norm(_corner), 0.1 / np.sin(_t / 2), rtol=1e-9)
assert [round(float(0.1 / np.sin(np.deg2rad(a) / 2)), 2) for a in (90, 30, 5)] == [0.14, 0.39, 2.29]

# %% [markdown]
# The doubt in the equations is 0.1 every time; in the solution it is 0.14, 0.39, then 2.29. Drag the angle toward 0. At which angle does the doubt reach 1, ten times what went in?

# %%
def draw_doubt(angle):
    fig, ax = plt.subplots(figsize=(6.4, 3.4))
    draw_bands(ax, angle)
    return fig


slider(draw_doubt, alt=(
    "Two crossing bands; the patch they share stretches without limit as the angle "
    "between them goes to zero."
), angle=(2, 90, 1, 40))

# %% author=true
assert round(float(2 * np.rad2deg(np.arcsin(0.1))), 1) == 11.5

# %% [markdown]
# Between 11 and 12 degrees. The three rows of the sepia filter point almost the same way, and rounding to 8 bits leaves a doubt of half a level in each equation. Undo warm and sepia, and measure how far the colors are from the true ones, in levels of 255.

# %%
pictures = {"original": photo}
for name in ("warm", "sepia"):
    saved = np.round(255 * photo @ filters[name].T) / 255
    undo = np.linalg.inv(filters[name])
    back = saved @ undo.T
    miss = 255 * np.abs(back - photo).mean()
    print(f"{name}: miss {miss:.1f}, largest entry of A⁻¹ {np.abs(undo).max():.0f}")
    pictures[name + ", undone"] = np.minimum(np.maximum(back, 0), 1)

# %% [markdown]
# Warm misses by 0.4 of a level, sepia by 1,788, seven times the whole range from black to white. What will the picture look like, when everything below black is shown as black and everything above white as white?

# %%
fig, panels = plt.subplots(1, 3, figsize=(8.4, 3.6))
for ax, (title, picture) in zip(panels, pictures.items()):
    ax.imshow(picture)
    ax.set(title=title)
    ax.set_axis_off()
figure(fig, alt=(
    "The original portrait, the warm one undone, which looks the same, and the sepia "
    "one undone: colored noise in which hardly a face can be seen."
))

# %% author=true
if not data.is_stand_in("photo"):
    _miss = {}
    for _name, _bits in (("warm", 8), ("sepia", 8), ("sepia", 16)):
        _A, _top = filters[_name], 2**_bits - 1
        _miss[_name, _bits] = float(255 * np.abs(np.round(_top * photo @ _A.T) / _top @ np.linalg.inv(_A).T - photo).mean())
    assert round(_miss["warm", 8], 1) == 0.4 and 1700 < _miss["sepia", 8] < 1900 and 6 < _miss["sepia", 16] < 8
assert round(float(np.abs(np.linalg.inv(filters["sepia"])).max()), -3) == 14000

# %% [markdown]
# The puzzle's answer: *warm* comes back, wrong by less than half a level. *Gray* never does. *Sepia* can be undone in mathematics and not from this file: the largest entry of its inverse is near 14,000, and that multiplies the rounding, so the colors miss by some 1,800 levels of 255. Saved with 16 bits they would miss by 7. So a machine can be run backward if it has full rank, and *reliably* if its rows point in different enough directions.
#
# > **Watch out.** A small determinant alone is no sign of danger. Halving ten unknowns has the determinant $2^{-10}$, about 0.001, and is undone without loss.

# %% author=true
assert np.isclose(det_by_pivots(0.5 * np.eye(10)), 2.0**-10, rtol=1e-12)

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### One procedure for every table
#
# Your turn to build the cleaning machine for tables of any shape, square or not. It is worth the time: rank, solutions and inverses are all read from its result, and day 15 leans on them.

# %% [markdown]
# ### Exercise · Clean any table
#
# *4 points · about 17 minutes · needs pivots (idea 2) and matrices (day 12)*
#
# Go through the columns from left to right and count the pivot rows finished. Among the rows not finished, find the largest entry of the column, without its sign. If it counts as 0, set these entries to 0 and go on. If not, exchange its row with the first unfinished one and clean the column *in all rows*. When no row is unfinished, stop. The result is called the **reduced echelon form**.
#
# Rounding leaves crumbs such as $10^{-17}$. So an entry counts as 0 if it is at most `tol` times the largest entry of `A`.
#
# **Before you code.** Clean $\begin{pmatrix} 0 & 0 & 2 \\ 1 & 3 & 5 \end{pmatrix}$ by hand. Where do the two pivots stand?
#
# <details><summary>Answer</summary>
#
# Exchange the rows: $(1, 3, 5)$ is the first pivot row. The second column has nothing left below it. In the third, 2 becomes 1 and clears the 5: $(1, 3, 0)$ and $(0, 0, 1)$, pivots in columns 1 and 3.
#
# </details>
#
# **Your task.** Write `row_reduce(A, tol=1e-9)`. `A` itself stays as it was. You may call `clear_column`. Eleven lines are enough.

# %% exercise="d14-row_reduce"
def row_reduce(A: np.ndarray, tol: float = 1e-9) -> np.ndarray:
    """The reduced echelon form of a matrix.

    A        (M, N)  any matrix
    tol      an entry counts as 0 if it is at most tol times the largest size in A
    returns  (M, N)  pivots 1, alone in their columns, each right of the one above;
                     rows of zeros last

    >>> row_reduce(np.array([[0.0, 0.0, 2.0], [1.0, 3.0, 5.0]]))
    array([[1., 3., 0.],
           [0., 0., 1.]])
    """
    ### BEGIN SOLUTION
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        sizes = np.abs(R[row:, column])
        if row == len(R) or sizes.max() <= small:
            R[row:, column] = 0.0
        else:
            best = row + sizes.argmax()
            R[[row, best]] = R[[best, row]]
            clear_column(R, row, column)
            row += 1
    return R
    ### END SOLUTION


# %% visible="d14-row_reduce" points=1
# The table of idea 1; then the one from the card, where rows must be exchanged; then
# three equations, the third of which is the sum of the others.
got = row_reduce(np.array([[2.0, 1.0, 5.0], [1.0, 3.0, 10.0]]))
got_swap = row_reduce(np.array([[0.0, 0.0, 2.0], [1.0, 3.0, 5.0]]))
got_sum = row_reduce(np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 7.0], [3.0, 6.0, 10.0]]))

assert got is not None, "row_reduce returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 3), f"The shape stays (2, 3), got {np.shape(got)}."
assert not np.isnan(got_swap).any() and not np.isnan(got_sum).any(), (
    "Something was divided by 0. Is your pivot an entry other than 0?"
)
assert np.allclose(got, [[1, 0, 1], [0, 1, 3]], rtol=0, atol=1e-9), (
    f"2x + y = 5, x + 3y = 10 should end as x = 1, y = 3, got\n{np.round(got, 4)}\n"
    f"Is every pivot 1? Are the entries above a pivot 0 as well as those below?"
)
assert np.allclose(got_swap, [[1, 3, 0], [0, 0, 1]], rtol=0, atol=1e-9), (
    f"The card's table should give (1, 3, 0) and (0, 0, 1), got\n"
    f"{np.round(got_swap, 4)}\nWhat does your code do in a column without a pivot? "
    f"Which row does the next column look at?"
)
assert np.allclose(got_sum, [[1, 2, 0], [0, 0, 1], [0, 0, 0]], rtol=0, atol=1e-9), (
    f"With the third row the sum of the others, expected (1, 2, 0), (0, 0, 1) and a "
    f"row of zeros, got\n{np.round(got_sum, 4)}"
)

# %% hidden="d14-row_reduce" points=3
# Hidden checks: tables of many shapes and ranks against exact fractions, rounding that
# leaves crumbs, tiny and huge entries, other tol, tiny pivots, whole numbers.
from sympy import Matrix as _Matrix

_rng = course_rng("d14-row_reduce")
for _M, _N, _r in [(1, 1, 1), (1, 4, 1), (4, 1, 1), (2, 2, 1), (3, 3, 2), (3, 3, 3), (4, 4, 3), (3, 5, 2), (5, 3, 3), (4, 6, 2), (5, 5, 4), (2, 6, 2), (6, 4, 2), (3, 3, 0)]:
    for _ in range(3):
        _A = _rng.integers(-4, 5, size=(_M, _r)) @ _rng.integers(-4, 5, size=(_r, _N))
        if _N > 2:
            _A[:, 0] *= int(_rng.integers(0, 2))
        _want = np.array(_Matrix(_A.tolist()).rref()[0].tolist(), dtype=float)
        for _scale in (1.0, 0.1, 1e-12, 1e8):
            _given = _A * _scale
            _before = _given.copy()
            _got = row_reduce(_given)
            assert np.shape(_got) == (_M, _N), f"a table of shape {(_M, _N)} should keep it, got {np.shape(_got)}"
            assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), f"wrong for\n{_before}\nexpected\n{_want.round(4)}\ngot\n{np.round(_got, 4)}"
            assert (_given == _before).all(), "the caller's matrix was changed in place"

assert np.allclose(row_reduce(np.array([[1e-20, 1.0, 1.0], [1.0, 1.0, 2.0]]), tol=0.0), [[1, 0, 1], [0, 1, 1]], rtol=0, atol=1e-9), "with tol=0 a pivot of 1e-20 may be used, but the 1 below it is larger: which row do you bring up?"
assert np.allclose(row_reduce(np.array([[1e-20, 1.0, 1.0], [-1.0, 1.0, 2.0]]), tol=0.0), [[1, 0, -1], [0, 1, 1]], rtol=0, atol=1e-9), "the largest entry is the one of largest size: a negative one counts without its sign"
_A = np.array([[4.0, 8.0, 0.1], [4.0, 8.02, 0.3]])
assert np.allclose(row_reduce(_A), [[1, 0, -19.975], [0, 1, 10]], rtol=1e-6, atol=0), "with the default tol, 0.02 beside 8 is a pivot"
assert np.allclose(row_reduce(_A, tol=0.01), [[1, 2, 0], [0, 0, 1]], rtol=0, atol=0.02), "with tol=0.01 and a largest entry of 8.02, what is left of the second column, 0.02, counts as 0 and comes back as 0"
assert np.allclose(row_reduce(np.array([[-0.1, -0.3], [-0.3, -0.9]])), [[1, 3], [0, 0]], rtol=0, atol=1e-9), "wrong for the rows (−0.1, −0.3) and (−0.3, −0.9): the second is three times the first up to a crumb, and sizes have no sign"
for _type, _big in ((int, 9), (np.uint8, 200), (np.float32, 9)):
    _A = _rng.integers(0, _big, size=(3, 4)).astype(_type)
    _want = np.array(_Matrix(_A.astype(int).tolist()).rref()[0].tolist(), dtype=float)
    assert np.allclose(row_reduce(_A), _want, rtol=1e-3, atol=1e-4), f"wrong for entries of type {_type.__name__}"

# %% [markdown]
# ### Exercise · Count what is new
#
# *2 points · about 5 minutes · needs rank (idea 3)*
#
# A table of a thousand measurements may say no more than three of them do. The rank counts the rows of the reduced echelon form that are not zero, one for each pivot, and it is as large for the columns as for the rows.
#
# **Before you code.** What are the ranks of $\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}$ and of a table of zeros? Can a table of shape $(3, 5)$ have rank 4?
#
# <details><summary>Answer</summary>
#
# 1, since the second row is twice the first; 0. No: each pivot has a row of its own, and there are three.
#
# </details>
#
# **Your task.** Write `rank(A, tol=1e-9)`, a whole number; `tol` means what it means in `row_reduce`, which you may call. One or two lines are enough. `np.linalg.matrix_rank` uses another limit.

# %% exercise="d14-rank"
def rank(A: np.ndarray, tol: float = 1e-9) -> int:
    """The rank of a matrix: how many pivots elimination finds.

    A        (M, N)  any matrix
    tol      an entry counts as 0 if it is at most tol times the largest size in A
    returns  a whole number from 0 to the smaller of M and N

    >>> rank(np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0]]))
    1
    """
    ### BEGIN SOLUTION
    return int(row_reduce(A, tol).any(axis=1).sum())
    ### END SOLUTION


# %% visible="d14-rank" points=1
# Twice the same row; a pivot in the last column; three rows, of which one is a sum.
tables = {
    1: np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0]]),
    2: np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 7.0], [3.0, 6.0, 10.0]]),
    0: np.zeros((2, 3)),
    3: np.array([[0.0, 1.0, 0.0, 5.0], [1.0, 1.0, 1.0, 1.0], [0.0, 0.0, 0.0, 2.0]]),
}
for want, A in tables.items():
    got = rank(A.copy())
    assert got is not None, "rank returned None. Did you forget the return statement?"
    assert np.ndim(got) == 0, f"The rank is one number, got {got}."
    assert got == want, (
        f"The rank of\n{A}\nis {want}, got {got}. How many pivots does elimination "
        f"find, and in which rows do they stand?"
    )

# %% hidden="d14-rank" points=1
# Hidden checks: products of thin matrices, rounding that leaves crumbs, tiny and huge
# entries, other tol, whole numbers; your matrix left as it was.
_rng = course_rng("d14-rank")
for _M, _N, _r in [(1, 1, 1), (3, 3, 2), (4, 4, 4), (2, 7, 2), (7, 2, 1), (6, 5, 3), (5, 6, 4), (8, 8, 5), (1, 5, 1), (3, 4, 0)]:
    for _scale in (1.0, 1e-10, 1e7):
        _A = _scale * _rng.normal(size=(_M, _r)) @ _rng.normal(size=(_r, _N))
        _before = _A.copy()
        _want = int(np.linalg.matrix_rank(_A, tol=1e-7 * _scale)) if _r else 0
        _got = rank(_A)
        assert _got == _want, f"a table of shape {(_M, _N)} with entries near {_scale:g}, made of {_r} independent rows, has rank {_want}; you say {_got}"
        assert (_A == _before).all(), "the caller's matrix was changed in place"

_A = np.array([[1.0, 2.0], [1.0, 2.001]])
for _tol, _want in ((1e-9, 2), (1e-2, 1)):
    assert rank(_A, _tol) == _want, f"rank([[1, 2], [1, 2.001]], tol={_tol}) is {_want}: is 0.001 beside 2 a pivot?"
assert rank(np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]])) == 2, "wrong for whole numbers: the rows 1 2 3, 4 5 6, 7 8 9 have rank 2"
assert rank(np.array([[1.0, -1.0], [2.0, -2.0]])) == 1 and rank(np.array([[3.0, 0.0, -3.0], [0.0, 2.0, -2.0]])) == 2, "the rows (1, −1) and (2, −2) have rank 1, the rows (3, 0, −3) and (0, 2, −2) have rank 2: entries that cancel are not nothing"
assert rank(np.array([[200, 100], [100, 50], [7, 3]], dtype=np.uint8)) == 2, "wrong for entries of type uint8"

# %% [markdown]
# ### Where this sits in a real model
#
# Fitting a linear model, and reading a property out of the vectors inside a language model, both end in a system of equations; day 15 sets it up.
#
# Low rank saves memory. A weight matrix of GPT-3 has 12,288 rows and columns, 151 million numbers. LoRA (Hu and others, 2021) adds to it a *change* of rank 4, a matrix with 12,288 rows and 4 columns times one with 4 rows: 98 thousand numbers (day 64). Why has such a product rank 4 at most? Every row of it is a combination of the same four rows.

# %%
rng = np.random.default_rng(14)
change = rng.normal(size=(60, 4)) @ rng.normal(size=(4, 60))
print(change.shape, "rank", np.linalg.matrix_rank(change))
print(12288 * 12288, "numbers against", 2 * 12288 * 4)

# %% author=true
assert np.linalg.matrix_rank(change) == 4 and round(12288**2 / 1e6) == 151 and round(2 * 12288 * 4 / 1e3) == 98

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# First put the idea of the day into words that a person reads. Then collect the week in a drill of six questions, and break elimination on purpose, to see why the largest entry makes the pivot.

# %% [markdown]
# ### Explain · What rank means
#
# *2 points · about 6 minutes · read and graded by a person*
#
# Somebody knows what lines and planes are, and nothing of matrices. Explain to her what it means that a system of three equations in three unknowns has rank 3, rank 2 or rank 1. Use one picture, described so that she could draw it, and say what happens to the set of solutions. Five or six sentences, without the word pivot.

# %% [markdown] exercise="d14-why" points=2
# Each equation in three unknowns is a plane in the room you sit in, and a solution is a point that lies on all three planes. Draw the floor and two walls that meet in a corner. The three planes share one point, the corner: each of them told you something new, and that is rank 3. Now replace the second wall by one more plane through the line in which the floor and the
# first wall meet, like a page of a half-open book. It holds that whole line already, so it says nothing new: rank 2, and every point of the line is a solution. If all three planes are the floor, said three times, the rank is 1 and the whole floor is the set of solutions. So the rank counts the equations that say something new, and each of these takes one freedom
# away from the three you start with. (If a plane that says nothing new in its directions is moved away, like a ceiling over the floor, there is no common point at all.)
#
# *One point for rank as the number of equations (planes) that add something new, with a picture in which one of the three adds nothing. One point for the set of solutions at each rank: a point, a line, a plane (or none, if the planes contradict each other).*

# %% [markdown]
# ### The week in one package
#
# As on day 7, the week's drill comes as a dict: numbers, vectors and tables under names. Here is one you could get; every package has these names, with lists of other lengths and tables of other shapes.

# %%
week = {"x": np.array([1.0, 3.0, 5.0, 7.0]), "y": np.array([3.0, 3.0, 7.0, 7.0])}
week.update({"new": 9.0, "N": 100.0, "a": 6.0, "b": 0.5, "c": 2.0})
week.update({"v": np.array([1.0, 2.0]), "u": np.array([3.0, 4.0])})
week.update({"X": np.array([[1.0, 2.0], [0.0, 1.0], [3.0, 0.0]])})
week.update({"W": np.array([[1.0, 0.0], [2.0, -1.0]]), "bias": np.array([0.5, 1.0])})
week.update({"point": np.array([2.0, 1.0]), "theta": np.pi / 2})

# %% [markdown]
# ### Exercise · One question about each day
#
# *5 points · about 14 minutes · needs days 8, 9, 10, 11, 12 and 13*
#
# | answer | day | question |
# |---|---|---|
# | `"z"` | 8 | How many standard deviations (divisor $n$, ddof=0) lies `new` above the mean of `x`? |
# | `"slope"` | 9 | What is the slope of the least-squares line through the points `x`, `y`? |
# | `"loss"` | 10 | What does the law $aN^{-b} + c$ say at `N`? |
# | `"shadow"` | 11 | What is the projection of `v` on the line along `u`? |
# | `"layer"` | 12 | What does the layer with weights `W` and biases `bias` make of the rows of `X`? |
# | `"turned"` | 13 | Where is `point` after a turn by `theta` radians, against the clock? |
#
# **Before you code.** What are the six answers for the package above, by hand?
#
# <details><summary>Answer</summary>
#
# Mean 4, variance 5: $5/\sqrt{5} \approx 2.236$. Products of deviations add to 16, squares to 20: 0.8. $6/10 + 2 = 2.6$. $\frac{11}{25}(3, 4) = (1.32, 1.76)$. Rows $(5.5, -1)$, $(2.5, 0)$, $(3.5, 1)$. A quarter turn takes $(2, 1)$ to $(-1, 2)$.
#
# </details>
#
# **Your task.** Write `drill_week_2(q)`: a dict with these six names. Work from memory first. Nine lines are enough.

# %% exercise="d14-drill_week_2"
def drill_week_2(q: dict) -> dict:
    """Six answers, one for each of days 8 to 13.

    q        the numbers new, N, a, b, c, theta; the lists x, y (n,), v, u (D,) and
             point (2,); the tables X (N, d_in), W (d_in, d_out) with bias (d_out,)
    returns  the answers under the names z, slope, loss, shadow, layer, turned

    >>> sorted(drill_week_2(week))
    ['layer', 'loss', 'shadow', 'slope', 'turned', 'z']
    """
    ### BEGIN SOLUTION
    x, u, c, s = q["x"], q["u"], np.cos(q["theta"]), np.sin(q["theta"])
    return {
        "z": (q["new"] - x.mean()) / x.std(ddof=0),
        "slope": ((x - x.mean()) * q["y"]).sum() / ((x - x.mean()) ** 2).sum(),
        "loss": q["a"] * q["N"] ** -q["b"] + q["c"],
        "shadow": (u @ q["v"]) / (u @ u) * u,
        "layer": q["X"] @ q["W"] + q["bias"],
        "turned": np.array([[c, -s], [s, c]]) @ q["point"],
    }
    ### END SOLUTION


# %% visible="d14-drill_week_2" points=2
# The package above, by hand.
got = drill_week_2(dict(week))
want = {
    "z": 5 / 5**0.5,
    "slope": 0.8,
    "loss": 2.6,
    "shadow": [1.32, 1.76],
    "layer": [[5.5, -1], [2.5, 0], [3.5, 1]],
    "turned": [-1, 2],
}
advice = {
    "z": "x has the mean 4 and the variance 5. How far is 9 from the mean?",
    "slope": "Products of deviations in x and y, over squares of deviations in x.",
    "loss": "100 to the power −0.5 is a tenth. What stays when N grows?",
    "shadow": "u · v = 11 and u · u = 25. Which arrow is stretched?",
    "layer": "Row (1, 2) times W is (5, −2). Then each output gets its own bias.",
    "turned": "A quarter turn against the clock takes (1, 0) to (0, 1).",
}
assert got is not None, (
    "drill_week_2 returned None. Did you forget the return statement?"
)
assert hasattr(got, "keys"), f"The answers travel in a dict; you returned {got}."
missing = [name for name in want if name not in got]
assert not missing, f"These answers are missing: {missing}. Is each name spelled so?"
for name in want:
    assert np.shape(got[name]) == np.shape(want[name]) and np.allclose(
        got[name], want[name], rtol=1e-9, atol=1e-9
    ), f"{name}: expected {np.round(want[name], 4)}, got {got[name]}. {advice[name]}"

# %% hidden="d14-drill_week_2" points=3
# Hidden checks: thirty packages of fresh numbers, lists and tables of other sizes; your
# package left as it was.
_rng = course_rng("d14-drill_week_2")
for _k in range(30):
    _n, _D, _rows, _d_in, _d_out = (int(_i) for _i in _rng.integers(2, 7, size=5))
    _x, _y, _u, _v = _rng.normal(5, 3, size=_n), _rng.normal(size=_n), _rng.normal(size=_D), _rng.normal(size=_D)
    _theta, _point = float(_rng.uniform(-3, 3)), _rng.normal(size=2)
    _q = {"x": _x, "y": _y, "u": _u, "v": _v, "point": _point, "theta": _theta, "new": float(_rng.normal(5, 3))}
    _q |= {"N": float(10 ** _rng.uniform(1, 9)), "a": float(_rng.uniform(1, 9)), "b": float(_rng.uniform(0.1, 1)), "c": float(_rng.uniform(0, 3))}
    _q |= {"X": _rng.normal(size=(_rows, _d_in)), "W": _rng.normal(size=(_d_in, _d_out)), "bias": _rng.normal(size=_d_out)}
    _spin = (_point[0] + 1j * _point[1]) * np.exp(1j * _theta)
    _want = {
        "z": (_q["new"] - _x.sum() / _n) / np.var(_x) ** 0.5,
        "slope": np.polyfit(_x, _y, 1)[0],
        "loss": _q["c"] + np.exp(np.log(_q["a"]) - _q["b"] * np.log(_q["N"])),
        "shadow": _u * np.linalg.lstsq(_u[:, None], _v, rcond=None)[0][0],
        "layer": np.einsum("ni,io->no", _q["X"], _q["W"]) + _q["bias"][None, :],
        "turned": np.array([_spin.real, _spin.imag]),
    }
    _given = {_name: np.copy(_value) if np.ndim(_value) else np.float64(_value) for _name, _value in _q.items()}
    _got = drill_week_2(_given)
    assert len(_given) == len(_q) and all((_given[_name] == _q[_name]).all() for _name in _q), "the caller's package was changed"
    for _name, _value in _want.items():
        assert np.shape(_got[_name]) == np.shape(_value), f"{_name}: expected shape {np.shape(_value)}, got {np.shape(_got[_name])}"
        assert np.allclose(_got[_name], _value, rtol=1e-6, atol=1e-8), f"{_name}: expected {np.round(_value, 6)}, got {_got[_name]}, for the package {_q}"

# %% [markdown]
# Which of the six did you look up? Repeat those lessons' *day in five lines* tomorrow.
#
# ### Break it: a pivot of almost nothing
#
# Any entry but 0 may be a pivot, on paper. Here the same three equations are solved with a pivot that shrinks from 1 to $10^{-14}$, once as it stands and once after exchanging the first two rows. **Predict:** which error grows, and how large is it when the pivot is $10^{-8}$?

# %%
rng = np.random.default_rng(14)
A, x = rng.uniform(1, 2, size=(3, 3)), np.array([1.0, 2.0, 3.0])
pivots, misses = 10.0 ** np.arange(0, -15, -1), []
for pivot in pivots:
    A[0, 0] = pivot
    for order in ([0, 1, 2], [1, 0, 2]):
        table = np.column_stack([A, A @ x])[order]
        for j in range(3):
            clear_column(table, j, j)
        misses.append(max(np.abs(table[:, 3] - x).max(), 1e-17))

# %% [markdown]
# `[order]` lists the rows in another order, and the last line holds an error of exactly 0 at $10^{-17}$, because log axes have no 0. Both curves, over the pivot:

# %%
fig, ax = plt.subplots(figsize=(6.4, 3.4))
ax.loglog(pivots, misses[::2], "o-", label="as it stands")
ax.loglog(pivots, misses[1::2], "s--", label="rows exchanged")
ax.set(xlabel="first pivot", ylabel="largest error of a solution")
ax.legend()
figure(fig, alt=(
    "Without the exchange the error climbs from 1e-14 to about 1 as the pivot falls "
    "from 1 to 1e-14; with it the error stays near 1e-15."
))

# %% author=true
assert all(miss < 1e-13 for miss in misses[1::2])
assert misses[-2] > 1e-3 and 1e-10 < misses[16] < 1e-6 and len(pivots) == 15
assert abs(np.polyfit(np.log10(pivots), np.log10(misses[::2]), 1)[0] + 1) < 0.2

# %% [markdown]
# For each tenth of the pivot the error grows tenfold; near $10^{-8}$ half of the digits are gone. Dividing by a tiny number makes a huge row, and taking multiples of it from the others rounds away what they said (day 4). Exchanging rows costs nothing and keeps all digits. That is why elimination brings up the largest entry.

# %% [markdown]
# ### The day in five lines
#
# 1. Row operations turn lines about their crossing until it can be read off.
# 2. A pivot becomes 1 and clears its column; the largest entry makes the safest pivot.
# 3. The rank counts the pivots: rows that say something new. Other columns belong to free unknowns.
# 4. The determinant is the area or volume a machine makes of 1; at 0 there is no inverse.
# 5. Nearly parallel rows can be undone on paper, while rounding grows until nothing is left.

# %% [markdown]
# ### New notation today
#
# Three marks for what elimination finds out about a matrix, all of them with the matrix as a bold letter behind them. The two functions of numpy work on any square matrix, and refuse a singular one where an inverse is asked for.
#
# | symbol | read | code |
# |---|---|---|
# | $\operatorname{rank}\mathbf{A}$ | rank of A | `rank(A)` |
# | $\det\mathbf{A}$ | determinant of A | `det_by_pivots(A)`, `np.linalg.det(A)` |
# | $\mathbf{A}^{-1}$ | inverse of A | `np.linalg.inv(A)` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [The determinant](https://www.3blue1brown.com/lessons/determinant) (10 minutes) and [Inverse matrices, column space and null space](https://www.3blue1brown.com/lessons/inverse-matrices) (12 minutes), for the pictures in three dimensions. Tomorrow there are more equations than unknowns and no solution at all, and we ask for the best wrong answer.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Propane burns: some $\mathrm{C_3H_8}$ and some $\mathrm{O_2}$ become some $\mathrm{CO_2}$ and some $\mathrm{H_2O}$. How many molecules of each, so that no atom is lost? Count carbon, hydrogen and oxygen, one row each, with a minus on the right side of the reaction. Three equations, four unknowns, zero on the right: what we look for is a null space.

# %%
table = np.array([[3.0, 0.0, -1.0, 0.0], [8.0, 0.0, 0.0, -2.0], [0.0, 2.0, -2.0, -1.0]])
clear_column(table, 0, 0)
table[[1, 2]] = table[[2, 1]]
clear_column(table, 1, 1)
clear_column(table, 2, 2)
print(table)

# %% author=true
assert np.allclose(table[:, 3], [-0.25, -1.25, -0.75], rtol=0, atol=1e-12)

# %% [markdown]
# The last column is free. Choose 4 molecules of water, and the rows give 1 propane, 5 oxygen and 3 carbon dioxide. Choosing 8 would double all of them: the null space is a line, and the recipe is its direction.
#
# In practice nobody computes an inverse in order to solve one system. The next exercise solves it directly.

# %% [markdown]
# ### Exercise · Solve, or say that it cannot be done
#
# *optional · about 14 minutes · needs pivots, and columns of a table (day 5)*
#
# Day 15 solves systems, sometimes many at once: with a table of right sides, each of its columns is a system of its own. Put the right sides beside $\mathbf{A}$ and clean the columns of $\mathbf{A}$. If a column has no pivot, $\mathbf{A}$ is singular, and you should say so instead of dividing.
#
# **Before you code.** $x + y = 2$, $x + y = 3$: what is left of the second row? What should your function do?
#
# <details><summary>Answer</summary>
#
# It reads $0 = 1$. There is no pivot in the second column: raise a `ValueError`.
#
# </details>
#
# **Your task.** Write `gauss_solve(A, b)`. It raises a `ValueError` if the largest entry left for a pivot is at most $10^{-12}$ times the largest entry of `A`. `b` is one right side or a table with one in each column; the answer has its shape. You may call `clear_column`. Nine lines are enough.

# %% exercise="d14-gauss_solve"
def gauss_solve(A: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Solve A x = b by elimination, with the largest entry as pivot.

    A        (n, n)            a square matrix; singular raises a ValueError
    b        (n,) or (n, m)    one right side, or one in each column
    returns  (n,) or (n, m)    the solution, or one in each column

    >>> gauss_solve(np.array([[0.0, 1.0], [3.0, 4.0]]), np.array([2.0, 11.0])).round(6)
    array([1., 2.])
    """
    ### BEGIN SOLUTION
    A, n = np.asarray(A, dtype=float), len(A)
    table, small = np.column_stack([A, b]), 1e-12 * np.abs(A).max()
    for j in range(n):
        best = j + np.abs(table[j:, j]).argmax()
        if np.abs(table[best, j]) <= small:
            raise ValueError(f"the matrix is singular: no pivot in column {j}")
        table[[j, best]] = table[[best, j]]
        clear_column(table, j, j)
    return table[:, n] if np.ndim(b) == 1 else table[:, n:]
    ### END SOLUTION


# %% visible="d14-gauss_solve" points=0
# 2x + y = 5, x + 3y = 10; then y = 2, 3x + 4y = 11; then two right sides at once.
got = gauss_solve(np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([5.0, 10.0]))
got_zero = gauss_solve(np.array([[0.0, 1.0], [3.0, 4.0]]), np.array([2.0, 11.0]))
sides = np.array([[5.0, 3.0], [10.0, 4.0]])
got_two = gauss_solve(np.array([[2.0, 1.0], [1.0, 3.0]]), sides)

assert got is not None, (
    "gauss_solve returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), f"Two unknowns: expected shape (2,), got {np.shape(got)}."
assert np.allclose(got, [1, 3], rtol=1e-9, atol=0), (
    f"x = 1, y = 3 solves the first system, got {np.round(got, 4)}. Put your numbers "
    f"into both equations: which one fails?"
)
assert np.allclose(got_zero, [1, 2], rtol=1e-9, atol=0), (
    f"x = 1, y = 2 solves y = 2, 3x + 4y = 11, got {np.round(got_zero, 4)}. The first "
    f"pivot is 0: do you exchange rows, and their right sides with them?"
)
assert np.shape(got_two) == (2, 2) and np.allclose(
    got_two, [[1, 1], [3, 1]], rtol=1e-9, atol=0
), f"Two right sides give the columns (1, 3) and (1, 1), got\n{np.round(got_two, 4)}"
try:
    got = gauss_solve(np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([2.0, 3.0]))
except ValueError:
    got = "a ValueError"
assert isinstance(got, str), (
    f"x + y = 2, x + y = 3 has no solution: expected a ValueError, got {got}. What is "
    f"the largest entry left for the second pivot?"
)

# %% hidden="d14-gauss_solve" points=0
# Hidden checks: systems of 1 to 8 unknowns, tiny and huge coefficients, zero and tiny
# pivots, several right sides, singular ones with rounding; your arrays as they were.
_rng = course_rng("d14-gauss_solve")
for _k in range(40):
    _n, _scale = int(_rng.integers(1, 9)), (1.0, 1.0, 1e-8, 1e6)[_k % 4]
    _A = _scale * _rng.normal(size=(_n, _n))
    _A[0, 0] = 0.0 if _n > 1 and _k % 3 == 0 else _A[0, 0]
    _b = _rng.normal(size=(_n,) if _k % 2 else (_n, int(_rng.integers(1, 4))))
    _want, _given_A, _given_b = np.linalg.solve(_A, _b), _A.copy(), _b.copy()
    _got = gauss_solve(_given_A, _given_b)
    assert np.shape(_got) == _b.shape, f"right sides of shape {_b.shape} need an answer of that shape, got {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-9 * np.abs(_want).max()), f"wrong for {_n} unknowns with coefficients near {_scale:g}"
    assert (_given_A == _A).all() and (_given_b == _b).all(), "one of the caller's arrays was changed in place"

for _A, _want in (([[1e-20, 1.0], [1.0, 1.0]], [1, 1]), ([[1e-20, 1.0], [-1.0, 1.0]], [-1, 1])):
    assert np.allclose(gauss_solve(np.array(_A), np.array([1.0, 2.0])), _want, rtol=1e-9, atol=0), f"{_A} with right sides 1, 2 has the solution {_want}: is 1e-20 a good pivot?"
assert np.allclose(gauss_solve(np.array([[2, 1], [1, 3]]), np.array([5, 10])), [1, 3], rtol=1e-9, atol=0), "wrong for whole numbers"
assert np.allclose(gauss_solve(np.array([[1.0, 1.0], [1.0, 1.0 + 1e-9]]), np.array([2.0, 2.0 + 1e-9])), [1, 1], rtol=1e-5, atol=0), "rows that differ by 1e-9 are nearly parallel, and they still have a solution"
_singular = [np.array([[-0.1, -0.3], [-0.3, -0.9]]), np.array([[0, 0.1, 0.3], [0.7, 0.2, 0.6], [0.7, 0.3, 0.9]])]
for _k in range(12):
    _n, _scale = int(_rng.integers(2, 6)), (1.0, 1e-8, 1e6)[_k % 3]
    _singular.append(_scale * _rng.normal(size=(_n, _n - 1)) @ _rng.normal(size=(_n - 1, _n)))
for _A in _singular:
    _n = len(_A)
    try:
        _got = gauss_solve(_A, _A @ np.arange(1.0, _n + 1))
    except ValueError:
        _got = "a ValueError"
    assert isinstance(_got, str), f"a matrix of shape {(_n, _n)} and rank {_n - 1} is singular up to rounding: expected a ValueError, got {_got}"
