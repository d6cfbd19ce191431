# %% author=true
from log2attn import course_rng

# gives: on_circle

# %% [markdown]
# # One machine after another: products, rotations and waves
#
# **The question of the day.** A brain's trace looks like a scrawl. How do you find out how many times a second it swings?
#
# *After today you can* multiply matrices and say which machine works first;
# turn a vector by any angle, and see why turns, of all machines, do not mind their order;
# write a moment in time as a row of clock hands, and find the waves in a measurement.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Two questions from memory and one exercise; write before you unfold.
#
# **Yesterday (day 12).** A machine sends $(1, 0)$ to $(0, 3)$ and $(0, 1)$ to $(2, 0)$. What is its matrix, and where does it send $(5, -1)$? Which machine cannot be a matrix: one that doubles, one that adds 2, or one that exchanges the two entries?
#
# <details><summary>Answer</summary>
#
# The columns are $(0, 3)$ and $(2, 0)$. It sends $(5, -1)$ to $5\,(0, 3) - (2, 0) = (-2, 15)$. Adding 2 moves the origin, so it has no matrix.
#
# </details>

# %% [markdown]
# **A week ago (day 6).** Evaluate $2x^3 - 3x + 1$ at $x = 2$ by Horner's rule. How many multiplications did you need? And where is the vertex of $x^2 - 6x + 10$?
#
# <details><summary>Answer</summary>
#
# $((2 \cdot 2 + 0) \cdot 2 - 3) \cdot 2 + 1 = 11$, with three multiplications. The vertex lies at $x = 3$, with height 1. The exercise below asks for lowest points again, but of a piece of a parabola only.
#
# </details>

# %% author=true
import numpy as np

assert (np.array([[0, 2], [3, 0]]) @ [5, -1]).tolist() == [-2, 15] and 2 * 2**3 - 3 * 2 + 1 == 11 and 9 - 18 + 10 == 1

# %% [markdown]
# The tools of the day are those of yesterday: numpy and matplotlib, real data, figures and sliders, `plane` for drawings on which one unit is equally long in both directions, and the house colors.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.drawings import arrow, plane
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION

# %% [markdown]
# ### Exercise · The lowest point you may use
#
# *1 point · about 5 minutes · needs the vertex of a parabola (day 6)*
#
# A setting may be turned between `lo` and `hi` only, and the error of a model is $a x^2 + b x + c$ in it. The best setting is the vertex, if the parabola opens upward and the vertex lies inside; otherwise it is one of the two ends.
#
# **Before you code.** On which $x$ between 0 and 2 is $x^2 - 6x + 10$ smallest, and how small?
#
# <details><summary>Answer</summary>
#
# The vertex $x = 3$ lies outside, so the curve falls all the way: at $x = 2$ it is $4 - 12 + 10 = 2$.
#
# </details>
#
# **Your task.** Write `review_13(a, b, c, lo, hi)`, the smallest value on the interval. $a$ may be negative or 0. Three or four lines are enough.

# %% exercise="d13-review"
def review_13(a: float, b: float, c: float, lo: float, hi: float) -> float:
    """The smallest value of a x**2 + b x + c for lo <= x <= hi.

    a, b, c  coefficients; a may be positive, negative or 0
    lo, hi   the ends of the interval, lo < hi
    returns  the smallest value, not the place

    >>> review_13(1, -6, 10, 0, 2)
    2
    """
    ### BEGIN SOLUTION
    places = [lo, hi]
    if a > 0 and lo < -b / (2 * a) < hi:
        places.append(-b / (2 * a))
    return min(a * x * x + b * x + c for x in places)
    ### END SOLUTION


# %% visible="d13-review" points=0
# x² − 6x + 10 has its vertex at (3, 1): inside from 0 to 5, outside from 0 to 2.
got = review_13(1, -6, 10, 0, 5)

assert got is not None, "review_13 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One number is expected, got shape {np.shape(got)}."
assert np.isclose(got, 1, rtol=1e-9, atol=1e-9), (
    f"From 0 to 5 the vertex (3, 1) counts: expected 1, got {got}. Did you return the "
    f"height, and not the place?"
)
got = review_13(1, -6, 10, 0, 2)
assert np.isclose(got, 2, rtol=1e-9, atol=1e-9), (
    f"From 0 to 2 the curve falls to 2, got {got}. Does the vertex lie inside?"
)

# %% hidden="d13-review" points=1
# Hidden checks: parabolas that open upward and downward, straight lines, vertices
# inside and outside.
_rng = course_rng("d13-review")
for _a in (1.0, 3.0, 0.25, -1.0, -2.5, 0.0):
    for _ in range(8):
        _h, _k, _lo = (float(_t) for _t in _rng.uniform(-5, 5, size=3))
        _hi = _lo + float(_rng.uniform(0.5, 6))
        if _a == 0.0:
            _b, _c = _h, _k
            _want = min(_b * _lo + _c, _b * _hi + _c)
        else:  # a (x − h)² + k: the nearest allowed place for a > 0, the farthest end for a < 0
            _b, _c = -2 * _a * _h, _a * _h * _h + _k
            _far = max(abs(_lo - _h), abs(_hi - _h))
            _near = 0.0 if _lo <= _h <= _hi else min(abs(_lo - _h), abs(_hi - _h))
            _want = _a * (_near if _a > 0 else _far) ** 2 + _k
        _got = review_13(_a, _b, _c, _lo, _hi)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-7), f"a = {_a}, b = {_b:.3f}, c = {_c:.3f} between {_lo:.3f} and {_hi:.3f}: expected {_want:.5f}, got {_got}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A scrawl with a beat in it
#
# Electrodes on the skin of a head record ten seconds of a living brain. Doctors read such traces by their rhythms: slow swings in deep sleep, faster ones in a waking brain. Here is the third electrode. Is there a beat in it, and how many times a second? Write down a guess; by the end of this part a dot product will tell.

# %%
trace = data.eeg()[2]
t = np.arange(800) / 80  # seconds
fig, ax = plt.subplots(figsize=(8.6, 2.6))
ax.plot(t, trace, "-", color=BLUE, linewidth=1)
ax.set(xlabel="seconds", ylabel="strength")
figure(fig, alt=(
    "Ten seconds of a brain's trace: an irregular curve with swings of many sizes "
    "between −3 and 3, in which no beat is plain to see."
))

# %% [markdown]
# ### Idea 1 · One machine behind another
#
# First, what happens if a vector goes through $\mathbf{B}$, and what comes out goes through $\mathbf{A}$? Yesterday's rule of linearity survives both, so the pair is again *one* matrix. It is called the **product** $\mathbf{A}\mathbf{B}$, in code `A @ B`, and read from the right: $\mathbf{B}$ works first.
#
# Let $\mathbf{A}$ turn the plane by a quarter, and $\mathbf{B}$ stretch it sideways to double width. Sketch the house below after "stretch, then turn" and after "turn, then stretch". Do the two orders agree?

# %%
house = np.array([[0, 2, 2, 1, 0, 0], [0, 0, 1, 2, 1, 0]])  # one corner a column
A = np.array([[0, -1], [1, 0]])  # a quarter turn
B = np.array([[2, 0], [0, 1]])  # twice as wide
views = {"the house": np.eye(2), "A B: stretch, then turn": A @ B}
views["B A: turn, then stretch"] = B @ A
fig, panels = plt.subplots(1, 3, figsize=(9.6, 3.6))
for ax, (title, machine) in zip(panels, views.items()):
    ax.plot(*(machine @ house), "-", color=BLUE)
    plane(ax, 4.6, 4.6, left=-4.6, bottom=-0.6)
    ax.set_title(title, fontsize=10)
figure(fig, alt=(
    "A house 2 wide; stretched and then turned it lies on its side, 2 deep and 4 high; "
    "turned and then stretched it lies on its side, 4 deep and 2 high."
))

# %% author=true
assert np.array_equal(A @ B, [[0, -1], [2, 0]]) and np.array_equal(B @ A, [[0, -2], [1, 0]])

# %% [markdown]
# They do not: in general $\mathbf{A}\mathbf{B} \ne \mathbf{B}\mathbf{A}$. Socks before shoes. Which numbers stand in $\mathbf{A}\mathbf{B}$? Its column $j$ is where $\mathbf{e}_j$ ends up: at column $j$ of $\mathbf{B}$ after the first machine, and at $\mathbf{A}$ times that column after the second. Read by rows (day 12), its entries are
#
# $$ (\mathbf{A}\mathbf{B})_{ij} = \sum_{k} a_{ik}\, b_{kj}. $$
#
# In words: row $i$ of $\mathbf{A}$ dotted with column $j$ of $\mathbf{B}$. So a row of $\mathbf{A}$ must be as long as a column of $\mathbf{B}$: shapes $(M, D)$ and $(D, K)$ give $(M, K)$.

# %% [markdown]
# Three machines in a row have one outcome, wherever you put brackets: $(\mathbf{A}\mathbf{B})\mathbf{C} = \mathbf{A}(\mathbf{B}\mathbf{C})$. So brackets may be moved, and the order may not. And a transpose turns the order around, since it exchanges rows and columns:
#
# $$ (\mathbf{A}\mathbf{B})^{\mathsf T} = \mathbf{B}^{\mathsf T} \mathbf{A}^{\mathsf T}. $$
#
# In words: the transpose of a product is the product of the transposes, last one first. Try it on a pair of shapes that allows no other order.

# %%
rng = np.random.default_rng(13)
P, Q, R = rng.normal(size=(2, 3)), rng.normal(size=(3, 4)), rng.normal(size=(4, 2))
print("brackets may move:", np.allclose((P @ Q) @ R, P @ (Q @ R), rtol=1e-12))
print("transposed:", (P @ Q).T.shape, (Q.T @ P.T).shape)
print("the same:", np.allclose((P @ Q).T, Q.T @ P.T, rtol=1e-12))

# %% author=true
assert np.allclose((P @ Q) @ R, P @ (Q @ R), rtol=1e-12) and np.allclose((P @ Q).T, Q.T @ P.T, rtol=1e-12)
assert np.allclose(P @ Q, [[sum(P[i, k] * Q[k, j] for k in range(3)) for j in range(4)] for i in range(2)])

# %% [markdown]
# ### Exercise · Row meets column
#
# *2 points · about 8 minutes · needs the dot product (day 11) and the rows of a matrix (day 12)*
#
# Nearly all the time of a language model is spent in this one operation. Build it once from parts: for $\mathbf{A}$ of shape $(M, D)$ and $\mathbf{B}$ of shape $(D, K)$,
#
# $$ (\mathbf{A}\mathbf{B})_{ij} = \sum_{k=1}^{D} a_{ik}\, b_{kj}, $$
#
# row $i$ of $\mathbf{A}$ dotted with column $j$ of $\mathbf{B}$.
#
# **Before you code.** Shapes $(2, 3)$ and $(3, 1)$: what comes out? Shapes $(2, 1)$ and $(3, 4)$?
#
# <details><summary>Answer</summary>
#
# $(2, 1)$; and nothing, because rows of length 1 cannot meet columns of length 3. Broadcasting would stretch the 1 and hide it.
#
# </details>
#
# **Your task.** Write `matmul(A, B)`; raise `ValueError` if the shapes do not fit. `B.T` gives the columns of `B` as rows. Three to seven lines are enough. `A @ B` passes too, and teaches less.

# %% exercise="d13-matmul"
def matmul(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    """The product of two matrices, built from dot products.

    A        (M, D)  the machine that works second
    B        (D, K)  the machine that works first
    returns  (M, K)  entry (i, j) is row i of A dotted with column j of B
    raises   ValueError if a row of A is not as long as a column of B

    >>> matmul(np.array([[1, 2, 3]]), np.array([[1, 0], [0, 1], [2, 2]]))
    array([[7, 8]])
    """
    ### BEGIN SOLUTION
    if A.shape[1] != B.shape[0]:
        raise ValueError("a row of A is not as long as a column of B")
    return np.array([[(row * column).sum() for column in B.T] for row in A])
    ### END SOLUTION


# %% visible="d13-matmul" points=1
# A quarter turn and a table of three corners; then shapes that do not fit.
turn = np.array([[0.0, -1.0], [1.0, 0.0]])
corners = np.array([[2.0, 2.0, 1.0], [0.0, 1.0, 5.0]])
got = matmul(turn, corners)

assert got is not None, "matmul returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 3), (
    f"Shapes (2, 2) and (2, 3) give (2, 3), got {np.shape(got)}. How many rows of A "
    f"and how many columns of B are there?"
)
assert np.allclose(got, [[0, -1, -5], [2, 2, 1]], rtol=1e-9, atol=1e-12), (
    f"The corners (2, 0), (2, 1), (1, 5) turn into (0, 2), (−1, 2), (−5, 1), as "
    f"columns; got\n{np.round(got, 4)}\nWhich row met which column?"
)
refused = False
try:
    matmul(corners, turn)
except ValueError:
    refused = True
assert refused, (
    "Rows of length 3 cannot meet columns of length 2: a ValueError was expected."
)

# %% hidden="d13-matmul" points=1
# Hidden checks: shapes of every kind, one row, one column, whole numbers, float32,
# shapes that broadcasting would stretch; your matrices left as they were.
_rng = course_rng("d13-matmul")
for _M, _D, _K in [(2, 2, 2), (3, 3, 3), (1, 4, 1), (4, 1, 3), (2, 5, 3), (6, 2, 1), (1, 1, 1), (1, 3, 5)] * 3:
    _A, _B = _rng.normal(size=(_M, _D)), _rng.normal(scale=5.0, size=(_D, _K))
    _want = np.array([[sum(float(_A[_i, _k]) * float(_B[_k, _j]) for _k in range(_D)) for _j in range(_K)] for _i in range(_M)])
    _given_A, _given_B = _A.copy(), _B.copy()
    _got = matmul(_given_A, _given_B)
    assert np.shape(_got) == (_M, _K), f"shapes {_A.shape} and {_B.shape} should give {(_M, _K)}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for shapes {_A.shape} and {_B.shape}"
    assert (_given_A == _A).all() and (_given_B == _B).all(), "one of the caller's matrices was changed in place"

for _shapes in ([(2, 1), (3, 2)], [(2, 3), (1, 2)], [(1, 1), (4, 4)], [(3, 2), (3, 2)], [(2, 4), (3, 2)]):
    _A, _B, _refused = _rng.normal(size=_shapes[0]), _rng.normal(size=_shapes[1]), False
    try:
        matmul(_A, _B)
    except ValueError:
        _refused = True
    assert _refused, f"shapes {_shapes[0]} and {_shapes[1]} do not fit: ValueError expected"

_A, _B = np.array([[1, -2], [0, 3], [4, 4]]), np.array([[2, 0, 1], [1, -1, 4]])
for _type in (int, np.float32):
    assert np.allclose(matmul(_A.astype(_type), _B.astype(_type)), [[0, 2, -7], [3, -3, 12], [12, -4, 20]], rtol=1e-6, atol=1e-6), f"wrong for entries of type {_type.__name__}"

# %% [markdown]
# ### Idea 2 · Walking around a circle
#
# To turn by any angle we need to know where $(1, 0)$ goes. Draw a circle of radius 1 around the origin and walk along it from $(1, 0)$, against the clock. The angle is **how far you have walked**: that is the measure called **radians**. Once around is $2\pi \approx 6.28$, a quarter turn is $\pi/2$. Where you stand after a walk of $\theta$ has two coordinates, and they have names:
#
# $$ (\cos\theta, \; \sin\theta) \qquad \text{with} \qquad \cos^2\theta + \sin^2\theta = 1. $$
#
# In words: the cosine is how far right you stand, the **sine** how high, and by Pythagoras your distance from the center is always 1.

# %%
def on_circle(theta: np.ndarray) -> np.ndarray:
    """The points of the unit circle at some angles in radians: (n,) → (n, 2)."""
    return np.column_stack([np.cos(theta), np.sin(theta)])


print(on_circle(np.array([0.0, np.pi / 2, np.pi, 0.9])).round(2))

# %% [markdown]
# The picture shows the last of these, a walk of 0.9. The blue arc is nine tenths of the radius long. Where in it do you see the cosine, and where the sine? From which angle on would the cosine be negative?

# %%
fig, ax = plt.subplots(figsize=(5.2, 4.6))
ax.plot(*on_circle(np.linspace(0, 2 * np.pi, 200)).T, ":", color=INK)
ax.plot(*on_circle(np.linspace(0, 0.9, 50)).T, "-", color=BLUE, linewidth=3)
x, y = on_circle(np.array([0.9]))[0]
arrow(ax, (0, 0), (x, y), BLUE, "", (0, 0))
ax.plot([0, x], [0, 0], "-", [x, x], [0, y], "--", color=VERMILLION)
ax.text(0.15, -0.14, "cos 0.9 = 0.62", color=VERMILLION)
ax.text(0.93, 0.55, "walked 0.9", color=BLUE)
ax.text(0.27, 0.06, "sin 0.9\n= 0.78", color=VERMILLION, fontsize=8)
plane(ax, 1.6, 1.2, left=-1.2, bottom=-1.2)
figure(fig, alt=(
    "A circle of radius 1. After a walk of 0.9 along it from (1, 0) one stands at "
    "(0.62, 0.78): the cosine across, the sine upward."
))

# %% author=true
assert np.allclose(on_circle(np.array([0.9])), [[0.62, 0.78]], atol=0.005) and np.allclose((on_circle(np.linspace(0, 9, 50)) ** 2).sum(axis=1), 1)

# %% [markdown]
# The cosine is the stretch across, the sine the dashed one upward; beyond a quarter turn, $\pi/2 \approx 1.57$, one stands left of the center and the cosine is negative. It is day 11's cosine: the shadow of an arrow of length 1.
#
# Now $(1, 0)$ goes to $(\cos\theta, \sin\theta)$. And $(0, 1)$ stands a quarter turn further, so it goes to that point turned by a quarter, which is $(-\sin\theta, \cos\theta)$. Two columns, and we have the **rotation**:
#
# $$ \mathbf{R}(\theta) = \begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}. $$
#
# In words: the first column is where $(1, 0)$ goes, the second the same, a quarter turn ahead. Positive angles turn against the clock.

# %% [markdown]
# ### Exercise · Turn by any angle
#
# *2 points · about 6 minutes · needs the columns of a matrix (day 12)*
#
# Robots, cameras and the word positions of language models all use this one matrix. Its columns are the images of the two basis vectors,
#
# $$ \mathbf{R}(\theta)\,\mathbf{e}_1 = (\cos\theta, \sin\theta), \qquad \mathbf{R}(\theta)\,\mathbf{e}_2 = (-\sin\theta, \cos\theta), $$
#
# the point on the circle, and the point a quarter turn further.
#
# **Before you code.** What is $\mathbf{R}(\pi/2)$, in numbers? And $\mathbf{R}(0)$?
#
# <details><summary>Answer</summary>
#
# The quarter turn with columns $(0, 1)$ and $(-1, 0)$; and the identity.
#
# </details>
#
# **Your task.** Write `rotation(theta)`, a matrix of shape $(2, 2)$ that turns against the clock by `theta` radians when it is used as `R @ x`. One or two lines are enough; `np.cos` and `np.sin` take radians.

# %% exercise="d13-rotation"
def rotation(theta: float) -> np.ndarray:
    """The matrix that turns the plane against the clock.

    theta    the angle in radians
    returns  (2, 2)  its columns are the images of (1, 0) and (0, 1)

    >>> rotation(np.pi / 2).round(6) @ np.array([1.0, 0.0])
    array([0., 1.])
    """
    ### BEGIN SOLUTION
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [s, c]])
    ### END SOLUTION


# %% visible="d13-rotation" points=1
# A quarter turn against the clock sends (1, 0) to (0, 1) and (0, 1) to (−1, 0).
got = rotation(np.pi / 2)

assert got is not None, "rotation returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 2), (
    f"A machine of the plane has shape (2, 2), got {np.shape(got)}."
)
got = np.array(got, dtype=float)
assert np.allclose(got[:, 0], [0, 1], rtol=0, atol=1e-9), (
    f"A quarter turn sends (1, 0) to (0, 1): that is the first column, got "
    f"{got[:, 0].round(4)}. Against the clock, and in radians?"
)
assert np.allclose(got[:, 1], [-1, 0], rtol=0, atol=1e-9), (
    f"It sends (0, 1) to (−1, 0), the second column, got {got[:, 1].round(4)}."
)
sixth = np.array(rotation(np.pi / 6), dtype=float)
assert np.allclose(sixth[1], [0.5, 0.75**0.5], rtol=0, atol=1e-9), (
    f"For π/6 the second row is (sin, cos) = (0.5, 0.866), got {sixth[1].round(4)}."
)

# %% hidden="d13-rotation" points=1
# Hidden checks: angles of all sizes and both signs, and zero, against multiplication of
# complex numbers, an independent way to turn.
_rng = course_rng("d13-rotation")
for _theta in [0.0, np.pi, -np.pi / 2, 1e-3, 20.0, *_rng.uniform(-7, 7, size=30)]:
    _z = complex(*_rng.normal(size=2))
    _turned = _z * np.exp(1j * float(_theta))
    _got = np.array(rotation(float(_theta)), dtype=float)
    assert np.shape(_got) == (2, 2), f"expected shape (2, 2), got {np.shape(_got)}"
    assert np.allclose(_got @ [_z.real, _z.imag], [_turned.real, _turned.imag], rtol=1e-9, atol=1e-9), f"({_z.real:.3f}, {_z.imag:.3f}) turned by {_theta:.3f} should be ({_turned.real:.3f}, {_turned.imag:.3f})"

# %% [markdown]
# ### Idea 3 · Turns add up
#
# Turn by $b$ and then by $a$: that is one turn by $a + b$. So the product of the two matrices must be $\mathbf{R}(a + b)$, and the order cannot matter:
#
# $$ \mathbf{R}(a)\,\mathbf{R}(b) = \mathbf{R}(a + b) = \mathbf{R}(b)\,\mathbf{R}(a). $$
#
# In words: multiplying rotations adds their angles. Now write one entry of the product out, row 2 of $\mathbf{R}(a)$ dotted with column 1 of $\mathbf{R}(b)$, and an old rule of schoolbooks falls out for free:
#
# $$ \sin(a + b) = \sin a \cos b + \cos a \sin b. $$
#
# In words: the height after both walks is a mixture of the heights and widths of each.

# %% author=true
_turn = lambda h: np.array([[np.cos(h), -np.sin(h)], [np.sin(h), np.cos(h)]])
for _a, _b in np.random.default_rng(13).uniform(-4, 4, size=(30, 2)):
    assert np.allclose(_turn(_a) @ _turn(_b), _turn(_a + _b)) and np.allclose(_turn(_b) @ _turn(_a), _turn(_a + _b))
    assert np.isclose(np.sin(_a + _b), np.sin(_a) * np.cos(_b) + np.cos(_a) * np.sin(_b))

# %% [markdown]
# ### Idea 4 · The height of a hand is a wave
#
# Let a hand turn steadily, $f$ times a second. Its **frequency** is $f$, and after $t$ seconds its angle is $2\pi f t$; the number $\omega = 2\pi f$ is how many radians it turns in a second. Watch only the height of its tip, and you see a **wave**. Its **amplitude** $r$ is the length of the hand, its **phase** $\varphi$ the angle at which it started:
#
# $$ r \sin(2\pi f t + \varphi) = (r \cos\varphi)\, \sin(2\pi f t) + (r \sin\varphi)\, \cos(2\pi f t). $$
#
# In words: whatever the start, the wave is a mixture of the sine and the cosine of its frequency; that is idea 3 again. Which panel below changes the speed, which the height, which the start?

# %% author=true
_t = np.linspace(0, 3, 50)
assert np.allclose(1.7 * np.sin(2 * np.pi * 0.8 * _t + 0.6), 1.7 * np.cos(0.6) * np.sin(2 * np.pi * 0.8 * _t) + 1.7 * np.sin(0.6) * np.cos(2 * np.pi * 0.8 * _t))

# %%
def draw_wave(ax, f, phase, r=1.0):
    s = np.linspace(0, 2, 400)
    ax.plot(s, np.sin(2 * np.pi * s), ":", color=INK)
    ax.plot(s, r * np.sin(2 * np.pi * f * s + phase), "-", color=BLUE)
    ax.set(ylim=(-2.2, 2.2), xlabel="seconds")
    ax.set_title(f"f = {f:g}, r = {r:g}, φ = {phase:g}")


fig, panels = plt.subplots(1, 3, figsize=(9.4, 2.8), sharey=True)
for ax, (f, phase, r) in zip(panels, ((2, 0, 1), (1, 0, 2), (1, 1.5, 1))):
    draw_wave(ax, f, phase, r)
panels[0].set(ylabel="height of the tip")
figure(fig, alt=(
    "Three waves beside a dotted one with f = 1: one swings twice as often, one is "
    "twice as high, one has started earlier."
))

# %% [markdown]
# The first is faster, the second higher, and the third has a head start: a phase of 1.5 is nearly a quarter turn, so it looks like the cosine. Drag both numbers. Which phase turns the wave upside down?

# %%
def draw_hand(f, phase):
    fig, ax = plt.subplots(figsize=(6.4, 3.0))
    draw_wave(ax, f, phase)
    ax.set(ylabel="height of the tip")
    return fig


slider(draw_hand, alt=(
    "A wave that swings faster as f grows and shifts to the left as the phase grows."
), f=(0.5, 4, 0.5, 1), phase=(0, 6.3, 0.1, 0))

# %% [markdown]
# <details><summary>Answer</summary>
#
# Half a turn, $\varphi = \pi \approx 3.1$: a hand that starts on the other side is always as far below as the first is above.
#
# </details>
#
# Now the brain. A vector says how much of another is in it by a dot product (day 11). So dot the trace with a sine and a cosine of frequency $f$, for many $f$. Over whole turns, sine and cosine are orthogonal, and each has the squared length $N/2$; so the projection gives two numbers, and the length of the pair is the amplitude.

# %%
freqs = np.arange(1, 81) / 10  # 0.1 to 8 turns a second
amplitudes = []
for f in freqs:
    wave = 2 * np.pi * f * t
    pair = np.array([trace @ np.sin(wave), trace @ np.cos(wave)]) / 400
    amplitudes.append(np.linalg.norm(pair))
best = freqs[np.argmax(amplitudes)]
print("largest amplitude:", max(amplitudes).round(2), "at f =", best)

# %% [markdown]
# Eighty frequencies, eighty pairs of dot products. A bar for each of them shows the mixture that the trace is made of. Is there one beat, or a crowd of them? And was your guess near the highest bar?

# %%
fig, ax = plt.subplots(figsize=(8.0, 3.0))
ax.vlines(freqs, 0, amplitudes, color=BLUE)
ax.plot(best, max(amplitudes), "o", color=VERMILLION)
ax.text(best + 0.15, max(amplitudes) - 0.02, f"{best:g} turns a second")
ax.set(xlabel="frequency f (turns per second)", ylabel="amplitude")
figure(fig, alt=(
    "Amplitude against frequency, one bar for each: the bars are highest around one to "
    "two turns a second, with one clear peak, and small beyond five."
))

# %% author=true
assert np.isclose(np.sin(2 * np.pi * 1.3 * t) @ np.cos(2 * np.pi * 1.3 * t), 0, atol=1e-9) and np.isclose((np.sin(2 * np.pi * 1.3 * t) ** 2).sum(), 400)
if not data.is_stand_in("eeg"):
    assert best == 1.3 and round(max(amplitudes), 2) == 0.5 and sorted(amplitudes)[-2] < 0.34

# %% [markdown]
# There is the beat: 1.3 swings a second, with amplitude 0.5, half as high again as any other. It hides in the scrawl because dozens of other swings lie on top; dot products pull them apart. (Ten seconds are short: a beat of 1.3 that drifts a little shows up at its neighbors, too.)

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### What time is it? Ask several hands
#
# A clock with only a minute hand cannot tell one o'clock from two. A clock with only an hour hand can, but is useless for seconds. Several hands at different speeds fix any moment, finely and far: that is how models are told *where* a word stands, or *how far* a picture has been covered with noise. Each hand gives two numbers between −1 and 1, its height and its width.

# %% [markdown]
# ### Exercise · A row of clock hands
#
# *3 points · about 9 minutes · needs broadcasting (day 12) and slices with a step (day 6)*
#
# For times $t$ and frequencies $f_0, f_1, \dots$ the features of one moment are
#
# $$ (\sin 2\pi f_0 t,\; \cos 2\pi f_0 t,\; \sin 2\pi f_1 t,\; \cos 2\pi f_1 t,\; \dots), $$
#
# height and width of each hand, hand after hand.
#
# **Before you code.** With 5 times and 3 frequencies, which shape has the table of angles, and which the features? In which columns do the sines stand?
#
# <details><summary>Answer</summary>
#
# $(5, 3)$ and $(5, 6)$. The sines stand in columns 0, 2, 4, which is the slice `0::2`.
#
# </details>
#
# **Your task.** Write `sinus_features(t, freqs)`. Begin with zeros of the right shape and fill `features[:, 0::2]` and `features[:, 1::2]`. Five lines are enough.

# %% exercise="d13-sinus_features"
def sinus_features(t: np.ndarray, freqs: np.ndarray) -> np.ndarray:
    """Sines and cosines of several frequencies: sin 2πf₀t, cos 2πf₀t, sin 2πf₁t, …

    t        (N,)     times
    freqs    (k,)     turns per unit of time
    returns  (N, 2k)  one row for each time; sine and cosine of a frequency side by side

    >>> sinus_features(np.array([0.0, 0.25]), np.array([1.0, 2.0])).round(6)
    array([[ 0.,  1.,  0.,  1.],
           [ 1.,  0.,  0., -1.]])
    """
    ### BEGIN SOLUTION
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features
    ### END SOLUTION


# %% visible="d13-sinus_features" points=1
# At t = 0 every hand points to the right. At t = 1/4 the hand of f = 1 points up and
# that of f = 2 to the left; that of f = 1/2 has made an eighth of a turn.
eighth = 0.5**0.5
got = sinus_features(np.array([0.0, 0.25]), np.array([1.0, 2.0, 0.5]))

assert got is not None, (
    "sinus_features returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 6), (
    f"Two times and three frequencies: expected shape (2, 6), got {np.shape(got)}."
)
assert np.allclose(got[0], [0, 1, 0, 1, 0, 1], rtol=0, atol=1e-9), (
    f"At t = 0 all sines are 0 and all cosines 1, in turns; got {np.round(got[0], 4)}. "
    f"Which columns hold the sines?"
)
want = [1, 0, 0, -1, eighth, eighth]
assert np.allclose(got[1], want, rtol=0, atol=1e-9), (
    f"At t = 1/4 expected {np.round(want, 4)}, got {np.round(got[1], 4)}. How far has "
    f"the hand of f = 1 turned, in radians?"
)

# %% hidden="d13-sinus_features" points=2
# Hidden checks: other numbers of times and frequencies (one of each, too), negative
# times, whole numbers, against complex numbers; your arrays left as they were.
_rng = course_rng("d13-sinus_features")
for _N, _k in [(1, 1), (1, 3), (5, 1), (4, 4), (7, 2), (3, 6)] * 4:
    _t, _f = _rng.uniform(-3, 3, size=_N), _rng.uniform(0.1, 4, size=_k)
    _hands = np.array([[np.exp(2j * np.pi * _g * _s) for _g in _f] for _s in _t])
    _want = np.array([[_v for _h in _row for _v in (_h.imag, _h.real)] for _row in _hands])
    _given_t, _given_f = _t.copy(), _f.copy()
    _got = sinus_features(_given_t, _given_f)
    assert np.shape(_got) == (_N, 2 * _k), f"{_N} times and {_k} frequencies should give {(_N, 2 * _k)}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for {_N} times and {_k} frequencies"
    assert (_given_t == _t).all() and (_given_f == _f).all(), "one of the caller's arrays was changed in place"

_got = sinus_features(np.array([0, 1, 2]), np.array([0.25, 1 / 12]))
_r = np.sqrt(3) / 2
assert np.allclose(_got, [[0, 1, 0, 1], [1, 0, 0.5, _r], [0, -1, _r, 0.5]], rtol=0, atol=1e-9), "wrong for times that are whole numbers"

# %% [markdown]
# ### Exercise · Turn the pairs
#
# *3 points · about 11 minutes · needs the rotation and slices with a step (day 6)*
#
# A language model turns parts of a vector to mark its place (see below). Take the entries of a row in pairs, $(x_0, x_1)$, $(x_2, x_3)$, …, and turn pair $i$ by its own angle $\theta_i$:
#
# $$ (x_{2i},\, x_{2i+1}) \to (\cos\theta_i\, x_{2i} - \sin\theta_i\, x_{2i+1}, \; \sin\theta_i\, x_{2i} + \cos\theta_i\, x_{2i+1}), $$
#
# a rotation for each pair.
#
# **Before you code.** With angles $(\pi/2, 0)$, what becomes of the row $(1, 0, 7, 8)$?
#
# <details><summary>Answer</summary>
#
# $(0, 1, 7, 8)$: the first pair makes a quarter turn, the second stays.
#
# </details>
#
# **Your task.** Write `rotate_pairs(X, thetas)`, a new array of the shape of `X`. `X[..., 0::2]` takes the first entry of every pair: `...` stands for "all axes in front", so it works for one row and for any stack of rows. Five lines are enough.

# %% exercise="d13-rotate_pairs"
def rotate_pairs(X: np.ndarray, thetas: np.ndarray) -> np.ndarray:
    """Turn the pairs of entries (0, 1), (2, 3), … against the clock, each by its angle.

    X        (…, 2k)  one row, or a stack of rows with any axes in front
    thetas   (k,)     angles in radians, one for each pair
    returns  (…, 2k)  a new array

    >>> X, thetas = np.array([1.0, 0.0, 7.0, 8.0]), np.array([np.pi / 2, 0.0])
    >>> rotate_pairs(X, thetas).round(6)
    array([0., 1., 7., 8.])
    """
    ### BEGIN SOLUTION
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    out[..., 1::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return out
    ### END SOLUTION


# %% visible="d13-rotate_pairs" points=1
# Two rows of three pairs: a quarter turn, no turn, half a turn.
rows = np.array([[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0.0, 1.0, 0.0, 1.0, 0.0, 1.0]])
got = rotate_pairs(rows.copy(), np.array([np.pi / 2, 0.0, np.pi]))

assert got is not None, (
    "rotate_pairs returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 6), (
    f"The shape stays as it is: expected (2, 6), got {np.shape(got)}."
)
assert np.allclose(got[1], [-1, 0, 0, 1, 0, -1], rtol=0, atol=1e-9), (
    f"(0, 1) becomes (−1, 0) by a quarter turn, stays, and becomes (0, −1) by half a "
    f"turn; got {np.round(got[1], 4)}. Which entries form a pair, and which way round?"
)
assert np.allclose(got[0], [-2, 1, 3, 4, -5, -6], rtol=0, atol=1e-9), (
    f"(1, 2), (3, 4), (5, 6) become (−2, 1), (3, 4), (−5, −6); got "
    f"{np.round(got[0], 4)}. Do both new entries use the old ones?"
)

# %% hidden="d13-rotate_pairs" points=2
# Hidden checks: one row, stacks with one and two axes in front, one pair and many,
# whole numbers, against complex numbers; your arrays left as they were.
_rng = course_rng("d13-rotate_pairs")
for _shape in [(2,), (6,), (1, 4), (5, 2), (3, 8), (2, 3, 4), (4, 1, 6)] * 3:
    _X, _thetas = _rng.normal(size=_shape), _rng.uniform(-4, 4, size=_shape[-1] // 2)
    _flat = _X.reshape(-1, _shape[-1])
    _want = np.array([[_v for _i, _h in enumerate(_thetas) for _z in [complex(_r[2 * _i], _r[2 * _i + 1]) * np.exp(1j * _h)] for _v in (_z.real, _z.imag)] for _r in _flat])
    _want, _given, _given_h = _want.reshape(_shape), _X.copy(), _thetas.copy()
    _got = rotate_pairs(_given, _given_h)
    assert np.shape(_got) == _shape, f"an array of shape {_shape} came back with shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for an array of shape {_shape}"
    assert (_given == _X).all() and (_given_h == _thetas).all(), "one of the caller's arrays was changed in place"

_X = np.array([[3, 4, 1, 0]])
_got = rotate_pairs(_X, np.array([0.0, np.pi / 6]))
assert np.allclose(_got, [[3, 4, 0.75**0.5, 0.5]], rtol=0, atol=1e-9), "wrong for whole numbers: the answer has a part after the point"

# %% [markdown]
# ### Where this sits in a real model
#
# **Positions.** The first transformer (Vaswani and others, 2017) added `sinus_features` of a word's place to its vector, with frequencies from fast to very slow. Su and others (2021) turned the query (day 11) and the *key* it is compared with by angles that grow with the place, by `rotate_pairs`: RoPE. Most open language models since Llama (Touvron and others, 2023) do so; day 60 builds it. Image generators tell their network the time by the first recipe (day 69).
#
# **Speed.** Brackets may move, and the price moves with them: a chain of products can cost ten times as much in one order as in another. Part 4 counts it.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### In your own words
#
# Write four or five sentences: **why does turning by $a$ and then by $b$ not care about the order, though matrices usually do?** Find one more pair of machines whose order does not matter, and one pair from daily life whose order does.
#
# <details><summary>Answer</summary>
#
# Both orders walk the same distance around the same circle: angles add, and sums do not mind their order. With two stretchings along the axes it does not matter either, because each multiplies every entry by its own number; so do any machine and the identity. In space, turns about different axes do mind their order: try a book, a quarter turn forward and a quarter turn to the side. Socks and shoes do mind.
#
# </details>

# %% [markdown]
# ### Only the distance counts
#
# Turn a query by its place $m$ and a key by its place $n$, both with the same step of 0.3 radians a place, and dot them. The table below does it for all places from 0 to 4. **Predict**: which entries of the table are equal, and why? What would change if both words moved ten places on?

# %%
def turned(v, angle):
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s], [s, c]]) @ v


query, key = np.array([2.0, 1.0]), np.array([1.0, 1.0])
places = range(5)
table = [
    [turned(query, 0.3 * m) @ turned(key, 0.3 * n) for n in places] for m in places
]
print(np.round(table, 2))

# %% author=true
table = np.array(table)
assert all(np.allclose(np.diag(table, k), table[0, k] if k >= 0 else table[-k, 0]) for k in range(-4, 5)) and not np.isclose(table[0, 1], table[1, 0])

# %% [markdown]
# <details><summary>Answer</summary>
#
# All entries along a slanted line from upper left to lower right are equal: the dot product depends on lengths and the angle between the two (day 11), and turning both by the same amount leaves that angle alone. Only the distance $m - n$ counts. Ten places further on, the table is the same. With matrices: $(\mathbf{R}(a)\mathbf{q}) \cdot (\mathbf{R}(b)\mathbf{k}) = \mathbf{q} \cdot \mathbf{R}(b - a)\,\mathbf{k}$.
#
# </details>
#
# This is why models turn vectors to mark places: "the word three before me" looks the same everywhere in the text.

# %% author=true
# lint: one-size — three matrices have four sizes

# %% [markdown]
# ### Exercise · The price of brackets
#
# *2 points · about 6 minutes · needs the product of matrices (idea 1)*
#
# A product of shapes $(a, b)$ and $(b, c)$ has $a \cdot c$ entries, and each takes $b$ multiplications: $abc$ together. For three matrices of shapes $(a, b)$, $(b, c)$, $(c, d)$,
#
# $$ (\mathbf{A}\mathbf{B})\mathbf{C}: \; abc + acd, \qquad \mathbf{A}(\mathbf{B}\mathbf{C}): \; bcd + abd , $$
#
# the price of the first product plus that of the second.
#
# **Before you code.** For $(1, 100)$, $(100, 100)$, $(100, 100)$: which is cheaper?
#
# <details><summary>Answer</summary>
#
# From the left: $10{,}000 + 10{,}000$ against $1{,}000{,}000 + 10{,}000$. A single row that runs through both machines costs little. Backpropagation lives on this (day 31).
#
# </details>
#
# **Your task.** Write `chain_cost(dims)` for `dims = (a, b, c, d)`, returning both prices, the left one first.

# %% exercise="d13-chain_cost"
def chain_cost(dims: tuple) -> tuple:
    """Multiplications for (AB)C and for A(BC).

    dims     (a, b, c, d): A is (a, b), B is (b, c), C is (c, d)
    returns  (left, right): the price of (AB)C, and of A(BC)

    >>> chain_cost((1, 100, 100, 100))
    (20000, 1010000)
    """
    ### BEGIN SOLUTION
    a, b, c, d = dims
    return a * b * c + a * c * d, b * c * d + a * b * d
    ### END SOLUTION


# %% visible="d13-chain_cost" points=1
# Shapes (2, 3), (3, 4), (4, 5): AB costs 24, times C 40; BC costs 60, A times it 30.
got = chain_cost((2, 3, 4, 5))

assert got is not None, "chain_cost returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), f"Two prices are expected, got shape {np.shape(got)}."
assert got[0] == 64, (
    f"(AB)C costs 24 + 40 = 64, got {got[0]}. Which shape has AB when it meets C?"
)
assert got[1] == 90, (
    f"A(BC) costs 60 + 30 = 90, got {got[1]}. Which shape has BC when A meets it?"
)

# %% hidden="d13-chain_cost" points=1
# Hidden checks: sizes from 1 to 40, counted one multiplication at a time.
_rng = course_rng("d13-chain_cost")


def _count(m, n, k):
    return sum(n for _ in range(m) for _ in range(k))


for _ in range(20):
    _a, _b, _c, _d = (int(_v) for _v in _rng.integers(1, 41, size=4))
    _want = [_count(_a, _b, _c) + _count(_a, _c, _d), _count(_b, _c, _d) + _count(_a, _b, _d)]
    assert list(chain_cost((_a, _b, _c, _d))) == _want, f"wrong for the sizes {(_a, _b, _c, _d)}: expected {_want}"

# %% [markdown]
# ### Break it: ninety what?
#
# A program is asked for a quarter turn of the arrow $(1, 0)$ and calls the function above with 90. **Predict** where the arrow points: up, or somewhere else? Does its length change? Then find the whole turns that are hidden in 90.

# %%
print("turned by 90:        ", turned(np.array([1.0, 0.0]), 90).round(3))
print("turned by 90 degrees:", turned(np.array([1.0, 0.0]), np.deg2rad(90)).round(3))
print("whole turns in 90 radians:", 90 / (2 * np.pi))

# %% author=true
assert turned(np.array([1.0, 0.0]), 90).round(3).tolist() == [-0.448, 0.894] and round(90 / (2 * np.pi), 2) == 14.32

# %% [markdown]
# It points to $(-0.448, 0.894)$: fourteen whole turns and 0.32 of another. The length is still 1, no error appears, and a robot drives the wrong way. A wrong unit never raises; only a test with a known answer, such as a quarter turn, finds it.

# %% [markdown]
# ### The day in five lines
#
# 1. $\mathbf{A}\mathbf{B}$ means: first $\mathbf{B}$, then $\mathbf{A}$; its entries are rows of $\mathbf{A}$ dotted with columns of $\mathbf{B}$.
# 2. Brackets may move, the order may not, and a transpose turns it around.
# 3. An angle in radians is a walk along the unit circle; cosine and sine are where it ends.
# 4. Rotations multiply by adding angles, and so their order does not matter.
# 5. The height of a turning hand is a wave; dot products find how much of it a measurement holds.

# %% [markdown]
# ### New notation today
#
# | symbol | how to read it | in code |
# |---|---|---|
# | $\mathbf{A}\mathbf{B}$ | A times B: first B, then A | `A @ B` |
# | $\sin\theta$ | sine of theta: the height on the unit circle | `np.sin(theta)` |
# | $\mathbf{R}(\theta)$ | rotation by theta, against the clock | `rotation(theta)` |
# | $r$, $\varphi$ | amplitude and phase of a wave | `r`, `phase` |
# | $f$, $\omega = 2\pi f$ | frequency, in turns and in radians | `f`, `2 * np.pi * f` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Matrix multiplication as composition](https://www.3blue1brown.com/lessons/matrix-multiplication) (10 minutes): why the product reads from the right. Tomorrow we run a machine backward: which vector went in, if this one came out?
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# One more way to write products, and an angle with a sign. In `np.einsum` you name the axes: `"ik,kj->ij"` says that the axis $k$ stands in both and is summed, as in the formula of idea 1. What would `"ik,kj->ji"` be?

# %%
print(np.allclose(np.einsum("ik,kj->ij", P, Q), P @ Q, rtol=1e-12))
print(np.einsum("ik,kj->ji", P, Q).shape, (P @ Q).T.shape)

# %% [markdown]
# <details><summary>Answer</summary>
#
# The transpose of the product: the same sums, but row and column of the answer have changed places. In the core of this day nothing needs einsum; papers and libraries like it where many axes meet.
#
# </details>

# %% author=true
# lint: one-size — arrows of the plane have two entries

# %% [markdown]
# ### Exercise · An angle with a sign
#
# *optional · about 9 minutes · needs the unit circle and the dot product (day 11)*
#
# How far must $\mathbf{p}$ turn against the clock to point where $\mathbf{q}$ points? The cosine of day 11 cannot tell left from right. Two numbers can:
#
# $$ \mathbf{p} \cdot \mathbf{q} = \lVert\mathbf{p}\rVert \lVert\mathbf{q}\rVert \cos\theta, \qquad p_1 q_2 - p_2 q_1 = \lVert\mathbf{p}\rVert \lVert\mathbf{q}\rVert \sin\theta , $$
#
# how far along, and how far to the left.
#
# **Before you code.** What is the angle from $(1, 0)$ to $(0, -2)$?
#
# <details><summary>Answer</summary>
#
# $-\pi/2$: a quarter turn with the clock. The lengths do not matter.
#
# </details>
#
# **Your task.** Write `angle_between(p, q)`, between $-\pi$ and $\pi$ radians. `np.arctan2(height, width)` gives the angle of a point around the circle, whatever its distance from the center.

# %% exercise="d13-angle_between"
def angle_between(p: np.ndarray, q: np.ndarray) -> float:
    """How far p has to turn, against the clock, to point where q points.

    p, q     (2,)  arrows of any length but 0
    returns  radians, more than −π and at most π; π for opposite arrows

    >>> round(float(angle_between(np.array([3.0, 0.0]), np.array([0.0, -2.0]))), 4)
    -1.5708
    """
    ### BEGIN SOLUTION
    return np.arctan2(p[0] * q[1] - p[1] * q[0] + 0.0, p[0] * q[0] + p[1] * q[1])
    ### END SOLUTION


# %% visible="d13-angle_between" points=0
# From east to north-east, to north-west, and to south: an eighth, three eighths, −1/4.
east = np.array([2.0, 0.0])
for q, eighths in (([3.0, 3.0], 1), ([-1.0, 1.0], 3), ([0.0, -5.0], -2)):
    want = eighths * np.pi / 4
    got = angle_between(east, np.array(q))
    assert got is not None, (
        "angle_between returned None. Did you forget the return statement?"
    )
    assert np.ndim(got) == 0, f"One angle is expected, got shape {np.shape(got)}."
    assert np.isclose(got, want, rtol=0, atol=1e-9), (
        f"From (2, 0) to {tuple(q)} it is {want:.4f}, got {float(got):.4f}. Which way "
        f"round, and in which quarter of the circle?"
    )

# %% hidden="d13-angle_between" points=0
# Hidden checks: random arrows of all lengths against complex numbers, whole numbers,
# opposite arrows; your arrows left as they were.
_rng = course_rng("d13-angle_between")
for _ in range(60):
    _p, _q = _rng.normal(size=2) * 10.0 ** _rng.uniform(-3, 3), _rng.normal(size=2)
    _ratio = complex(*_q) / complex(*_p)
    _want, _given_p, _given_q = float(np.angle(_ratio)), _p.copy(), _q.copy()
    _got = angle_between(_given_p, _given_q)
    assert np.isclose(_got, _want, rtol=0, atol=1e-7), f"from {_p.round(3)} to {_q.round(3)} it is {_want:.4f}, got {_got}"
    assert (_given_p == _p).all() and (_given_q == _q).all(), "one of the caller's arrows was changed in place"
assert np.isclose(abs(angle_between(np.array([1, 2]), np.array([-2, -4]))), np.pi, rtol=0, atol=1e-7), "opposite arrows are half a turn apart"
assert np.isclose(angle_between(np.array([1, 2]), np.array([3, 6])), 0, rtol=0, atol=1e-7), "arrows of one direction are 0 apart"

# %% author=true
_p, _q = np.array([2.0, 1.0]), np.array([-1.0, 3.0])
_theta = angle_between(_p, _q)
assert np.isclose(_p @ _q, np.linalg.norm(_p) * np.linalg.norm(_q) * np.cos(_theta)) and np.isclose(2 * 3 + 1, np.linalg.norm(_p) * np.linalg.norm(_q) * np.sin(_theta))
assert angle_between(np.array([-1.0, 0.0]), np.array([1.0, 0.0])) == np.pi
