# %% author=true
from log2attn import course_rng

# %% [markdown]
# # One question, asked from the end: Jacobians, JVP and VJP
#
# **Question of the day.** A program turns three thousand numbers into one. How can a single run backward tell how that one reacts to each of the three thousand?
#
# *After today you can* write all slopes of all outputs in one table; multiply such tables from either end, and say what each costs;
# send a gradient back through a layer and through broadcasting, without ever making the table.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 24.

# %% [markdown]
# **Yesterday (day 30).** $f(x, y) = x y^2$. What is its gradient at $(3, 2)$? How large is the slope there along the direction $(4, -3)$?
#
# <details><summary>Answer</summary>
#
# $(y^2, 2xy) = (4, 12)$. The direction has length 5, so the slope is $(4 \cdot 4 - 12 \cdot 3)/5 = -4$.
#
# </details>

# %% [markdown]
# **A week ago (day 24).** On the bowl $w_1^2 + 2w_2^2$ you stand at $(1, 1)$ and take one step of gradient descent with $\eta = 0.25$. Where are you then?
#
# <details><summary>Answer</summary>
#
# The gradient is $(2, 4)$: at $(1 - 0.5,\; 1 - 1) = (0.5, 0)$.
#
# </details>
#
# **Before that (day 10).** A model follows $L(N) = 400\,N^{-1/2} + 2$. What is its loss at $N = 10^4$, and at which $N$ is it 2.4?
#
# <details><summary>Answer</summary>
#
# $400/100 + 2 = 6$. For 2.4 the first part must be 0.4, so $\sqrt{N} = 1000$ and $N = 10^6$.
#
# </details>

# %% author=true
assert (4 * 4 - 12 * 3) / 5 == -4 and 400 * 10.0**-2 + 2 == 6 and 400 * 10.0**-3 == 0.4

# %% [markdown]
# The tools of the day. From your toolbox come `log_add` of day 4 and yesterday's measured gradient, which works for arrays of any shape; there is nothing new among them.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.drawings import arrow
from log2attn.learn.style import BLUE, INK, VERMILLION
from log2attn.toolbox import log_add, numgrad

# %% [markdown]
# ### Exercise · The surprise of one answer
#
# *1 point · about 3 minutes · needs the logistic loss (day 24)*
#
# A model gives the score $z$ to one picture, which means the probability $\sigma(z)$ for the label 1. How surprised is it by the label $y$? By $-\log \sigma(z)$ or by $-\log \sigma(-z)$, which is
#
# $$ \log(1 + e^{-z}) \text{ if } y = 1, \qquad \log(1 + e^{z}) \text{ if } y = 0. $$
#
# In words: the score counts with its sign turned where the label is 1. Far on the wrong side it must stay a number.
#
# **Before you code.** What is the surprise for $z = 0$? And for $z = 800$ with the label 0?
#
# <details><summary>Answer</summary>
#
# $\log 2 \approx 0.693$; and 800: $e^{800}$ overflows, its logarithm does not.
#
# </details>
#
# **Your task.** Write `review_31(z, y)`; `log_add(a, b)` is $\log(e^a + e^b)$ without overflow. One line.

# %% exercise="d31-review"
def review_31(z: float, y: int) -> float:
    """The surprise of one label under logistic regression, in nats, without overflow.

    z        the score, a number
    y        the label, 0 or 1
    returns  a number ≥ 0

    >>> round(float(review_31(0.0, 1)), 4)
    0.6931
    """
    ### BEGIN SOLUTION
    return log_add(0.0, -z if y == 1 else z)
    ### END SOLUTION


# %% visible="d31-review" points=0
# With z = log 3 the probability of the label 1 is 3/4: surprises log(4/3) and log 4.
got = [review_31(np.log(3), 1), review_31(np.log(3), 0)]
with np.errstate(all="ignore"):
    got_far = review_31(800.0, 0)

assert all(g is not None for g in got), (
    "review_31 returned None. Did you forget the return statement?"
)
assert all(np.ndim(g) == 0 for g in got), (
    f"One number is expected, got the shape {np.shape(got[0])}."
)
assert np.allclose(got, [np.log(4 / 3), np.log(4)], rtol=1e-9, atol=0), (
    f"z = log 3 gives the label 1 the probability 3/4: surprises 0.2877 and 1.3863 are "
    f"expected for the labels 1 and 0, got {float(got[0]):.4f} and {float(got[1]):.4f}."
)
assert np.isclose(got_far, 800, rtol=1e-9, atol=0), (
    f"A score of 800 for the label 0 is a surprise of 800, got {got_far}. What does "
    f"e to the 800 become in float64?"
)

# %% hidden="d31-review" points=1
# Hidden checks: scores from −2000 to 2000, tiny ones, whole numbers, labels of all
# types.
import math as _math

_rng = course_rng("d31-review")
for _size in (1e-3, 1.0, 20.0, 2000.0):
    for _ in range(8):
        _z, _label = float(_size * _rng.uniform(-1, 1)), int(_rng.integers(2))
        _m = _z if _label else -_z
        _want = max(-_m, 0.0) + _math.log1p(_math.exp(-abs(_m)))
        with np.errstate(all="ignore"):
            _got = review_31(_z, _label)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-12), f"score {_z:.4f}, label {_label}: expected {_want:.6g}, got {_got}"
assert np.isclose(review_31(2, True), _math.log1p(_math.exp(-2)), rtol=1e-9, atol=0), "wrong for a whole score and the label True"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: which pixel makes it sharp?
#
# A portrait of the computing pioneer Grace Hopper, in 60 × 51 pixels. A camera judges how sharp it is: the sum of the squared differences between all neighbors, side by side and one above the other. **Which pixel, made a little brighter, changes that score most?** One could try: brighten each, darken each, 6120 scores for 3060 pixels. Write down how few a clever person needs.

# %%
photo = data.photo()[:600, :510] / 255
photo = photo.reshape(60, 10, 51, 10).mean(axis=(1, 3))  # means over 10 × 10 pixels


def sharpness(P):
    across, down = P[:, 1:] - P[:, :-1], P[1:] - P[:-1]
    return (across**2).sum() + (down**2).sum()


print(photo.shape, "pixels:", photo.size, " sharpness:", sharpness(photo).round(3))

# %% author=true
assert photo.shape == (60, 51) and 2 * photo.size == 6120

# %% [markdown]
# Inside, the score is a chain: 3060 pixels, 6009 differences, 6009 squares, one sum. Every link has many inputs and, until the last, many outputs. Yesterday's gradient was for one output. So: what are the slopes of *many* outputs, and how do they pass through a chain?
#
# ### Idea 1 · A table of slopes
#
# A radar on the coast knows a ship's distance $r$ and its bearing $a$ (in radians, from east). On the chart it stands at $(r\cos a,\; r\sin a)$. Two inputs, two outputs. The distance is good to 0.3 km, the bearing to 0.15. **Before you look**: which form has the patch of sea in which the ship may be?

# %%
def chart(v):
    return np.array([v[0] * np.cos(v[1]), v[0] * np.sin(v[1])])


ship, off = np.array([3.0, 0.7]), np.array([0.3, 0.15])
J = np.array([[np.cos(0.7), -3 * np.sin(0.7)], [np.sin(0.7), 3 * np.cos(0.7)]])
edge = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]) * off
inside = np.concatenate([np.linspace(a, b, 20) for a, b in zip(edge, edge[1:])])

# %% [markdown]
# Left is what the radar knows, right what it means on the chart. The dashed form on the right is made of two arrows: where the ship seems to go if the distance grows by 0.3 km, and where if the bearing grows by 0.15.

# %%
fig, (knows, means) = plt.subplots(1, 2, figsize=(8.6, 3.9))
knows.plot(*(ship + edge).T, color=BLUE)
knows.set(xlabel="distance r (km)", ylabel="bearing a (radians)")
means.plot(*np.array([chart(ship + step) for step in inside]).T, color=BLUE)
means.plot(*(chart(ship) + edge @ J.T).T, "--", color=VERMILLION)
for column, size in zip(J.T, off, strict=True):
    arrow(means, chart(ship), chart(ship) + size * column, INK)
means.set(xlabel="km to the east", ylabel="km to the north", aspect="equal")
figure(fig, alt=(
    "Left: a rectangle in distance and bearing. Right: on the chart it is a slightly "
    "bent patch, which a dashed rectangle made of two arrows nearly covers."
))

# %% [markdown]
# Seen near enough, the bent patch is a straight one: a matrix moves it (day 12). Its columns are the two arrows per unit of input, its entries partial derivatives: row $i$ belongs to output $i$, column $j$ to input $j$. The table is called the **Jacobian** of $f$, after Carl Jacobi (1841):
#
# $$ J_{ij} = \frac{\partial f_i}{\partial x_j}, \qquad f(\mathbf{x} + \mathbf{d}) \approx f(\mathbf{x}) + \mathbf{J}\,\mathbf{d}. $$
#
# In words: entry $(i, j)$ is the slope of output $i$ in input $j$; and near $\mathbf{x}$ the function is its value plus a matrix times the step. A function with one output has one row: its gradient.

# %% author=true
_d = np.array([1e-4, -2e-4])
assert np.allclose(chart(ship + _d), chart(ship) + J @ _d, rtol=0, atol=1e-7)
_h = 1e-6 * np.eye(2)
assert np.allclose([(chart(ship + e) - chart(ship - e)) / 2e-6 for e in _h], J.T, rtol=1e-8, atol=0)

# %% [markdown]
# ### Exercise · All slopes of all outputs
#
# *2 points · about 8 minutes · needs central slopes (day 23) and columns (day 12)*
#
# Move one input, and all outputs answer: one **column** of the Jacobian, from two calls of `f`. With the unit vector $\mathbf{e}_j$,
#
# $$ \text{column } j = \frac{f(\mathbf{x} + h\,\mathbf{e}_j) - f(\mathbf{x} - h\,\mathbf{e}_j)}{2h}. $$
#
# In words: all outputs a little ahead less all outputs a little back, over the way between. `np.column_stack` sets columns side by side.
#
# **Before you code.** $f(x_1, x_2) = (x_1 x_2,\; 5x_1,\; x_2^2)$. What is its Jacobian at $(2, 3)$, and of which shape?
#
# <details><summary>Answer</summary>
#
# Three outputs, two inputs: (3, 2), with the rows $(3, 2)$, $(5, 0)$ and $(0, 6)$.
#
# </details>
#
# **Your task.** Write `numjac(f, x, h)`, and leave `x` as it was. Two to four lines.

# %% exercise="d31-numjac"
def numjac(f: Callable, x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The Jacobian of f at x, measured by central slopes.

    f        takes an array (n,) and returns an array (m,)
    x        (n,)    the place
    h        how far each input moves ahead and back
    returns  (m, n)  entry i, j: the slope of output i in input j

    >>> numjac(lambda v: np.array([v[0] + 2 * v[1]]), np.array([0.0, 0.0])).round(6)
    array([[1., 2.]])
    """
    ### BEGIN SOLUTION
    steps = h * np.eye(len(x))
    return np.column_stack([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
    ### END SOLUTION


# %% visible="d31-numjac" points=1
# The question's three outputs at (2, 3). Then a cube with h = 1: (27 − 1)/2 = 13.
place = np.array([2.0, 3.0])
got = numjac(lambda v: np.array([v[0] * v[1], 5 * v[0], v[1] ** 2]), place)
got_cube = numjac(lambda v: v**3, np.array([2.0, 0.0]), 1.0)

assert got is not None, "numjac returned None. Did you forget the return statement?"
assert np.shape(got) == (3, 2), (
    f"Three outputs and two inputs: shape (3, 2) is expected, got {np.shape(got)}. "
    f"What "
    f"is a row, and what is a column?"
)
assert np.allclose(got, [[3, 2], [5, 0], [0, 6]], rtol=1e-6, atol=1e-6), (
    f"At (2, 3) the rows are (3, 2), (5, 0), (0, 6); got {np.round(got, 6).tolist()}. "
    f"Which inputs move while one column is measured?"
)
assert np.allclose(got_cube, [[13, 0], [0, 1]], rtol=1e-9, atol=1e-9), (
    f"For cubes at (2, 0) with h = 1 the rows are (13, 0) and (0, 1), got "
    f"{np.round(got_cube, 3).tolist()}. How far ahead and how far back did you look?"
)
assert (place == [2.0, 3.0]).all(), "The caller's place was changed: make new arrays."

# %% hidden="d31-numjac" points=1
# Hidden checks: 1 to 6 inputs and outputs, functions whose slopes are known, large and
# small h, whole numbers, one output; your place left as it was.
_rng = course_rng("d31-numjac")
for _m, _n in ((1, 1), (1, 4), (3, 1), (2, 3), (5, 2), (4, 4), (6, 5)):
    for _h in (1e-5, 0.3, 2.0):
        _A, _C, _x = _rng.normal(size=(_m, _n)), _rng.normal(size=(_m, _n)), _rng.normal(size=_n)
        _want, _given = _A + _C * (3 * _x**2 + _h**2), _x.copy()
        _got = numjac(lambda v, A=_A, C=_C: A @ v + C @ v**3, _given, _h)
        assert np.shape(_got) == (_m, _n), f"{_m} outputs and {_n} inputs: the shape {(_m, _n)} is expected, got {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-4, atol=1e-5), f"{_m} outputs, {_n} inputs, h = {_h}: expected the first row {_want[0].round(4).tolist()}, got {np.round(_got, 4)[0].tolist()}"
        assert (_given == _x).all(), "the caller's place was changed in place"
assert np.allclose(numjac(lambda v: np.array([v[0] * v[1], v[0] - v[2]]), np.array([2, 3, 4])), [[3, 2, 0], [1, 0, -1]], rtol=1e-6, atol=1e-6), "wrong for whole numbers"
_got = numjac(lambda v: 1e-5 * np.sin(1e5 * v), np.zeros(2))
assert np.allclose(_got, np.sin(1.0) * np.eye(2), rtol=1e-6, atol=1e-9), "wrong on very fine ripples, where the h of the first line matters: it is 1e-5"

# %% [markdown]
# ### Idea 2 · The Jacobians of the links
#
# Networks are built of few kinds of links, and their Jacobians look like this. A **layer**, one row $\mathbf{x}$ through $\mathbf{x}\mathbf{W} + \mathbf{b}$: output $j$ grows by $w_{ij}$ with input $i$, so the table is $\mathbf{W}^{\mathsf T}$. An **elementwise** function, such as a square or tanh: output $i$ depends on input $i$ alone, so the table has the slopes on its diagonal and 0 elsewhere. A **sum**: one row of ones. A **copy**, one number used three times: one column of ones.

# %%
W = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
try:
    print(numjac(lambda x: x @ W + 1, np.array([0.5, -1.0])).round(6))
    print(numjac(np.tanh, np.array([0.0, 0.5, 3.0])).round(4))
    print(numjac(lambda x: np.array([x[0]] * 3), np.array([7.0])).round(6))
except NotImplementedError:
    print("Write numjac first, then run this cell again.")

# %% author=true
assert np.allclose(numjac(lambda x: x @ W + 1, np.array([0.5, -1.0])), W.T, rtol=1e-6, atol=0)
_t = np.array([0.0, 0.5, 3.0])
assert np.allclose(numjac(np.tanh, _t), np.diag(1 - np.tanh(_t) ** 2), rtol=0, atol=1e-9)

# %% [markdown]
# In a chain each link moves small steps by its own table, and what comes out goes into the next. Machines that follow each other are matrix products (day 13), so for the chain of $f$ and then $g$
#
# $$ \mathbf{J} = \mathbf{J}_g\,\mathbf{J}_f. $$
#
# In words: the **chain rule** in tables; the first link stands rightmost. Its entry $(i, j)$ is a sum over the middle numbers, a slope in times a slope out: day 28's paths that multiply and add. But for the photo one of the tables has 6009 × 3060 entries. Nobody wants it. What is wanted is *one row*.

# %% author=true
_x, _f, _g = np.array([0.3, -0.8]), lambda x: np.tanh(x @ W), lambda u: np.array([u @ u, u[0] * u[2]])
assert np.allclose(numjac(lambda x: _g(_f(x)), _x), numjac(_g, _f(_x)) @ numjac(_f, _x), rtol=1e-6, atol=1e-8)

# %% [markdown]
# ### Idea 3 · From which end?
#
# A product of tables may be worked out from either end, with the same result and another bill (day 13). Start at the input with a direction $\mathbf{v}$: $\mathbf{J}\mathbf{v}$ tells how *all* outputs move along *one* direction of the inputs. That is a **JVP**, a Jacobian-vector product. Or start at the output with a row $\mathbf{g}$ of weights, one for each output:
#
# $$ \mathbf{g}^{\mathsf T}\mathbf{J}_3\mathbf{J}_2\mathbf{J}_1 = \big((\mathbf{g}^{\mathsf T}\mathbf{J}_3)\,\mathbf{J}_2\big)\,\mathbf{J}_1. $$
#
# In words: one row travels backward, link by link. It tells how *one* weighted sum of outputs reacts to *all* inputs. That is a **VJP**, a vector-Jacobian product.

# %% [markdown]
# Call the numbers of entries along a chain its **widths**, inputs first. The link from $n_i$ entries to $n_{i+1}$ has a table of $n_{i+1} \times n_i$; a row or a column times it takes $n_i n_{i+1}$ multiplications. So one run, in either direction, takes $S$, the sum of these products over the links. The whole Jacobian takes one JVP for each *input*, or one VJP for each *output*. Three chains of four widths, below; **predict** for each which end is cheaper, and by how much.

# %%
def draw_chain(dims, blocks, bars):
    left = 0.0
    for n, m in zip(dims[-2::-1], dims[:0:-1]):  # the last link stands leftmost
        blocks.add_patch(plt.Rectangle((left, -m), n, m, facecolor=BLUE, alpha=0.4))
        left += n + 1.5
    blocks.set(xlim=(-1, left), ylim=(-13, 1), aspect="equal", title=f"widths {dims}")
    blocks.set_axis_off()
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    costs = dims[0] * S, dims[-1] * S
    bars.barh(["JVPs", "VJPs"], costs, color=[VERMILLION, BLUE])
    bars.set(xlabel="products", ylabel="worked out by", xlim=(0, 1.25 * max(costs)))
    bars.bar_label(bars.containers[0], padding=3)


# %% [markdown]
# `draw_chain` draws the Jacobians to scale, a rectangle of outputs × inputs for each link, the last one leftmost as in the product. Below each chain stands what the whole Jacobian costs from the input's end (JVPs) and from the output's end (VJPs).

# %%
fig, axes = plt.subplots(2, 3, figsize=(9.9, 4.6))
for column, dims in enumerate(([12, 8, 8, 1], [8, 8, 8, 8], [1, 8, 8, 12])):
    draw_chain(dims, *axes[:, column])
figure(fig, alt=(
    "Three chains of blocks. From 12 inputs to 1 output JVPs cost 2016 multiplications "
    "and VJPs 168; with 8 and 8 both cost 1536; from 1 to 12 it is 168 against 2016."
))

# %% author=true
_S = lambda d: sum(n * m for n, m in zip(d, d[1:]))
assert [(d[0] * _S(d), d[-1] * _S(d)) for d in ([12, 8, 8, 1], [8, 8, 8, 8], [1, 8, 8, 12])] == [
    (2016, 168),
    (1536, 1536),
    (168, 2016),
]

# %% [markdown]
# Many inputs and one output: from the output's end it is twelve times cheaper, as many times as there are inputs. The middle does not matter, the two ends decide. Drag them:

# %%
def draw(inputs, outputs):
    fig, axes = plt.subplots(2, 1, figsize=(5.0, 4.6))
    draw_chain([int(inputs), 8, 8, int(outputs)], *axes)
    return fig


slider(draw, alt=(
    "As the inputs grow, the bar of the JVPs grows; as the outputs grow, that of the "
    "VJPs. They are equal when there are as many inputs as outputs."
), inputs=(1, 12, 1, 12), outputs=(1, 12, 1, 1))

# %% [markdown]
# ### Exercise · The bill from either end
#
# *2 points · about 6 minutes · needs idea 3*
#
# A chain has the widths $n_0, n_1, \dots, n_L$: $n_0$ inputs, $n_L$ outputs. One run through it costs
#
# $$ S = \sum_{i=0}^{L-1} n_i\,n_{i+1}, $$
#
# the sizes of all its tables. The whole Jacobian costs $n_0 S$ by JVPs and $n_L S$ by VJPs.
#
# **Before you code.** A model has the widths $10^6, 10^3, 1$. What is $S$, and what do the two ways cost?
#
# <details><summary>Answer</summary>
#
# $S = 10^9 + 10^3$. By JVPs about $10^{15}$, by VJPs about $10^9$: a million times less, as many times as there are inputs.
#
# </details>
#
# **Your task.** Write `jvp_vs_vjp_cost(dims)`, the pair of both costs, to the last digit: Python's own whole numbers never overflow, numpy's end near $9 \cdot 10^{18}$. Two or three lines.

# %% exercise="d31-jvp_vs_vjp_cost"
def jvp_vs_vjp_cost(dims: list[int]) -> tuple[int, int]:
    """What the whole Jacobian of a chain costs, in multiplications, from either end.

    dims     widths n_0 … n_L, inputs first: at least two whole numbers
    returns  (by JVPs, by VJPs): n_0 · S and n_L · S, with S the sum of n_i · n_{i+1}

    >>> jvp_vs_vjp_cost([5, 2, 1])
    (60, 12)
    """
    ### BEGIN SOLUTION
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[0] * S, dims[-1] * S
    ### END SOLUTION


# %% visible="d31-jvp_vs_vjp_cost" points=1
# Widths 4, 3, 5, 2: S = 12 + 15 + 10 = 37, so 148 and 74. A single link of 7 and 3.
got = jvp_vs_vjp_cost([4, 3, 5, 2])
got_one = jvp_vs_vjp_cost([7, 3])

assert got is not None, "jvp_vs_vjp_cost returned None. Is a return statement missing?"
assert np.shape(got) == (2,), f"Two costs are expected, got the shape {np.shape(got)}."
assert tuple(got_one) == (147, 63), (
    f"One table of 3 × 7 has 21 entries: 7 · 21 = 147 by JVPs and 3 · 21 = 63 by VJPs; "
    f"got {tuple(got_one)}. For what does one JVP stand, and for what one VJP?"
)
assert tuple(got) == (148, 74), (
    f"Widths 4, 3, 5, 2: tables of 12, 15 and 10 entries, so 4 · 37 = 148 and "
    f"2 · 37 = 74; got {tuple(got)}. Is every link counted once?"
)

# %% hidden="d31-jvp_vs_vjp_cost" points=1
# Hidden checks: chains of 1 to 9 links; widths of 1; a model of 10¹¹ weights, whose
# first cost has 20 digits.
_rng = course_rng("d31-jvp_vs_vjp_cost")
for _links in (1, 2, 3, 5, 9):
    for _ in range(5):
        _dims = [int(_v) for _v in _rng.integers(1, 60, size=_links + 1)]
        _one = 0
        for _i in range(_links):
            _one += _dims[_i] * _dims[_i + 1]
        _given = list(_dims)
        _got = jvp_vs_vjp_cost(_given)
        assert tuple(_got) == (_dims[0] * _one, _dims[-1] * _one), f"widths {_dims}: expected {(_dims[0] * _one, _dims[-1] * _one)}, got {_got}"
        assert _given == _dims, "the caller's list was changed"
assert tuple(jvp_vs_vjp_cost([10**8, 1000, 1])) == (10**19 + 10**11, 10**11 + 1000), "wrong for a model of 10¹¹ weights, where the first cost has 20 digits"

# %% [markdown]
# ### The answer to the puzzle
#
# One run backward. It begins at the score with $\mathbf{g} = 1$. The sum hands that 1 to every square, a square multiplies by twice what it squares, and a difference of right less left hands it on to its right pixel, and with a minus sign to its left one. Nowhere is a table made. **Before you run it**: where will the largest slopes be?

# %%
across, down = photo[:, 1:] - photo[:, :-1], photo[1:] - photo[:-1]
back = np.zeros(photo.shape)
back[:, 1:] += 2 * across
back[:, :-1] -= 2 * across
back[1:] += 2 * down
back[:-1] -= 2 * down
measured = numgrad(sharpness, photo)
print("largest gap to 6120 measured scores:", abs(back - measured).max())
print("strongest at (row, column):", np.argwhere(abs(back) == abs(back).max())[0])

# %% author=true
assert abs(back - measured).max() < 1e-7
if not data.is_stand_in("photo"):
    assert np.argwhere(abs(back) == abs(back).max())[0].tolist() == [58, 24] and back[58, 24] > 0

# %% [markdown]
# There is no gap but rounding. Here is the photo, and beside it the 3060 slopes: red where more light makes the score rise, blue where it makes it fall.

# %%
fig, (seen, slopes) = plt.subplots(1, 2, figsize=(8.4, 4.6))
seen.imshow(photo, cmap="cividis")
top = abs(back).max()
picture = slopes.imshow(back, cmap="RdBu_r", vmin=-top, vmax=top)
fig.colorbar(picture, label="slope of the sharpness")
seen.set(title="the photo", xlabel="column", ylabel="row")
slopes.set(title="where more light sharpens (+) or blurs (−)", xlabel="column")
figure(fig, alt=(
    "Left: the portrait. Right: the slope at each pixel, near 0 on even ground and "
    "large along edges, above 0 on their bright side and below 0 on the dark side."
))

# %% [markdown]
# The strongest pixel is a button of the uniform, in row 58 and column 24: one bright pixel on dark cloth, and more light makes it stand out more. Elsewhere the slopes follow the edges: more light on the bright side sharpens, on the dark side it blurs. The price was one run forward and one back, of about the same length, instead of 6120. That is the trick behind all training: a loss is one output, so one run backward prices every weight.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Back through a layer
#
# *3 points · about 10 minutes · needs the layer `X @ W + b` (day 12) and VJPs*
#
# Now the layer, for $N$ rows at once: $\mathbf{Y} = \mathbf{X}\mathbf{W} + \mathbf{b}$. From behind comes $\mathbf{G}$, the gradient of the loss in every entry of $\mathbf{Y}$. Wanted are those in $\mathbf{X}$, $\mathbf{W}$ and $\mathbf{b}$. Look at one entry: $y_{nj} = \sum_i x_{ni} w_{ij} + b_j$. The weight $w_{ij}$ acts on column $j$ in every row, each time with the slope $x_{ni}$; so its gradient is $\sum_n x_{ni}\,g_{nj}$. And $b_j$ acts on each row with the slope 1.
#
# **Before you code.** Which shapes have the three gradients? Which products of $\mathbf{X}$, $\mathbf{W}$ and $\mathbf{G}$, transposed or not, have the first two?
#
# <details><summary>Answer</summary>
#
# Those of $\mathbf{X}$, $\mathbf{W}$, $\mathbf{b}$. $\mathbf{G}\mathbf{W}^{\mathsf T}$ is $(N, d_{\text{in}})$, $\mathbf{X}^{\mathsf T}\mathbf{G}$ is $(d_{\text{in}}, d_{\text{out}})$.
#
# </details>
#
# **Your task.** Write `vjp_linear(X, W, b, g)` by these formulas, not by measuring. One to three lines.

# %% exercise="d31-vjp_linear"
def vjp_linear(
    X: np.ndarray, W: np.ndarray, b: np.ndarray, g: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The gradients of a layer X @ W + b, from the gradient of its output.

    X        (N, d_in)      rows that went in
    W, b     (d_in, d_out), (d_out,)  weights and biases
    g        (N, d_out)     gradient of the loss in every output
    returns  gX (N, d_in), gW (d_in, d_out), gb (d_out,)

    >>> X, W, b = np.array([[2.0]]), np.array([[3.0]]), np.array([1.0])
    >>> [part.tolist() for part in vjp_linear(X, W, b, np.array([[5.0]]))]
    [[[15.0]], [[10.0]], [5.0]]
    """
    ### BEGIN SOLUTION
    return g @ W.T, X.T @ g, g.sum(axis=0)
    ### END SOLUTION


# %% visible="d31-vjp_linear" points=1
# Two rows, two inputs, three outputs. In the loss only y_00 and 10 · y_12 count.
X = np.array([[1.0, 2.0], [3.0, 4.0]])
W, b = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 5.0]]), np.array([7.0, 8.0, 9.0])
got = vjp_linear(X, W, b, np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 10.0]]))

assert got is not None, "vjp_linear returned None. Did you forget the return statement?"
assert len(got) == 3, f"Three gradients are expected: gX, gW and gb; got {len(got)}."
shapes = [np.shape(part) for part in got]
assert shapes == [(2, 2), (2, 3), (3,)], (
    f"A gradient has the shape of what it belongs to: (2, 2), (2, 3) and (3,) are "
    f"expected, got {shapes}. Which factor stands on which side?"
)
gX, gW, gb = got
assert np.allclose(gX, [[1, 0], [20, 50]], rtol=1e-9, atol=1e-12), (
    f"gX has the rows (1, 0) and (20, 50), got {np.round(gX, 3).tolist()}. The second "
    f"row of X reaches y_12 through the weights 2 and 5."
)
assert np.allclose(gW, [[1, 0, 30], [2, 0, 40]], rtol=1e-9, atol=1e-12), (
    f"gW has the rows (1, 0, 30) and (2, 0, 40), got {np.round(gW, 3).tolist()}. By "
    f"what is a weight multiplied on its way to y_12, and do all rows have a say?"
)
assert np.allclose(gb, [1, 0, 10], rtol=1e-9, atol=1e-12), (
    f"gb is (1, 0, 10), got {np.round(gb, 3).tolist()}. In how many rows is a bias "
    f"used?"
)

# %% hidden="d31-vjp_linear" points=2
# Hidden checks: random layers of many shapes, square ones too, random gradients from
# behind, judged entry by entry; one row, one input, one output; whole numbers.
_rng = course_rng("d31-vjp_linear")
for _N, _in, _out in ((1, 1, 1), (1, 3, 2), (4, 1, 3), (5, 3, 1), (3, 3, 3), (6, 2, 4), (2, 5, 2)):
    for _ in range(3):
        _X, _W, _b, _g = _rng.normal(size=(_N, _in)), _rng.normal(size=(_in, _out)), _rng.normal(size=_out), _rng.normal(size=(_N, _out))
        _want = [np.zeros(_X.shape), np.zeros(_W.shape), np.zeros(_b.shape)]
        for _n in range(_N):
            for _j in range(_out):
                _want[2][_j] += _g[_n, _j]
                for _i in range(_in):
                    _want[0][_n, _i] += _g[_n, _j] * _W[_i, _j]
                    _want[1][_i, _j] += _g[_n, _j] * _X[_n, _i]
        _given = [_X.copy(), _W.copy(), _b.copy(), _g.copy()]
        _got = vjp_linear(*_given)
        for _name, _part, _right in zip(("gX", "gW", "gb"), _got, _want, strict=True):
            assert np.shape(_part) == _right.shape, f"{_N} rows, {_in} inputs, {_out} outputs: {_name} should have the shape {_right.shape}, has {np.shape(_part)}"
            assert np.allclose(_part, _right, rtol=1e-9, atol=1e-12), f"{_N} rows, {_in} inputs, {_out} outputs: {_name} should be {_right.round(4).tolist()}, is {np.round(_part, 4).tolist()}"
        assert all((_a == _o).all() for _a, _o in zip(_given, (_X, _W, _b, _g))), "an array of the caller was changed in place"
_got = vjp_linear(np.array([[1, 2]]), np.array([[3], [4]]), np.array([0]), np.array([[2]]))
assert [np.asarray(_p).tolist() for _p in _got] == [[[6, 8]], [[2], [4]], [2]], "wrong for whole numbers"

# %% [markdown]
# ### Exercise · What was copied is summed
#
# *3 points · about 11 minutes · needs broadcasting (day 12) and the copy of idea 2*
#
# In $\mathbf{X}\mathbf{W} + \mathbf{b}$ the one row $\mathbf{b}$ is used for all rows: numpy *broadcasts* it. A copy has a column of ones as its Jacobian, so its VJP is a **sum** over the copies. Numpy copies in two ways: it puts new axes in front, $(3,) \to (5, 3)$, and it stretches axes of length 1, $(5, 1) \to (5, 3)$. Going back, sum over the new axes until none is left; then sum each stretched axis down to length 1 and keep it: `.sum(axis=…, keepdims=True)`.
#
# **Before you code.** A gradient of shape (2, 5, 3), all for a value of shape (5, 1). Over which axes is summed, and how many numbers go into each entry?
#
# <details><summary>Answer</summary>
#
# Over axis 0, which is new, and over the last, which was stretched: 2 · 3 = 6 numbers.
#
# </details>
#
# **Your task.** Write `unbroadcast(g, shape)`. Four to six lines.

# %% exercise="d31-unbroadcast"
def unbroadcast(g: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """The gradient of a value that was broadcast: the sum over all copies.

    g        (…)  gradient in the shape the value was broadcast to
    shape    the shape of the value itself
    returns  an array of that shape

    >>> unbroadcast(np.array([[1.0, 2.0], [3.0, 4.0]]), (2,))
    array([4., 6.])
    """
    ### BEGIN SOLUTION
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g
    ### END SOLUTION


# %% visible="d31-unbroadcast" points=1
# A (2, 3) gradient for a row, a column, a single number, and for a (2, 3) value.
up = np.array([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]])
wanted = {
    (3,): [11, 22, 33], (1, 3): [[11, 22, 33]], (2, 1): [[6], [60]], (1,): [66],
    (): 66, (2, 3): up.tolist(),
}
got = {shape: unbroadcast(up, shape) for shape in wanted}

assert all(value is not None for value in got.values()), (
    "unbroadcast returned None. Did you forget the return statement?"
)
for shape, right in wanted.items():
    assert np.shape(got[shape]) == shape, (
        f"For a value of shape {shape} the gradient has the shape {shape}, yours has "
        f"{np.shape(got[shape])}. Which axes are new, and which were stretched?"
    )
    assert np.allclose(got[shape], right, rtol=1e-9, atol=0), (
        f"For a value of shape {shape} expected {right}, got "
        f"{np.asarray(got[shape]).tolist()}. How many copies of each entry were there?"
    )

# %% hidden="d31-unbroadcast" points=2
# Hidden checks: shapes of 0 to 4 axes in gradients of 0 to 5 axes, axes of length 1 on
# both sides, judged copy by copy; whole numbers; your gradient left as it was.
_rng = course_rng("d31-unbroadcast")
for _shape, _wide in (
    ((), ()), ((), (4,)), ((), (2, 3)), ((1,), (1,)), ((1,), (5,)), ((3,), (3,)), ((3,), (4, 3)), ((1, 3), (4, 3)), ((4, 1), (4, 3)),
    ((1, 1), (2, 5)), ((2, 1, 3), (2, 4, 3)), ((1, 4, 1), (5, 4, 3)), ((4, 1), (2, 4, 3)), ((3,), (2, 1, 3)), ((2, 1), (3, 1, 2, 1)), ((2, 1, 1, 3), (2, 2, 2, 2, 3)),
    ((3, 3), (3, 3, 3)), ((1, 3), (3, 3, 3)), ((1,), (1, 1, 4)),
):
    _g = _rng.normal(size=_wide)
    _n = int(np.prod(_shape, dtype=int))
    _copies = np.broadcast_to(np.arange(_n).reshape(_shape), _wide)
    _want = np.zeros(_n)
    np.add.at(_want, np.ravel(_copies), np.ravel(_g))
    _want, _given = _want.reshape(_shape), np.array(_g)
    _got = unbroadcast(_given, _shape)
    assert np.shape(_got) == _shape, f"a gradient of shape {_wide} for a value of shape {_shape} came back in the shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"a gradient of shape {_wide} for a value of shape {_shape}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
    assert (_given == _g).all(), "the caller's gradient was changed in place"
assert unbroadcast(np.array([[1, 2], [3, 4]]), (2, 1)).tolist() == [[3], [7]], "wrong for whole numbers"

# %% [markdown]
# ### In a real model
#
# Two layers with a tanh between them, and the mean of the squared outputs as a loss: 5 rows, 64 + 8 + 16 + 2 numbers to learn. The next cell goes forward once, keeps what it meets, and goes back once. `numgrad` needs two runs of the loss for each of the 64 first weights.

# %%
rng = np.random.default_rng(31)
X, W1, b1 = rng.normal(size=(5, 8)), rng.normal(size=(8, 8)), rng.normal(size=8)
W2, b2 = rng.normal(size=(8, 2)), rng.normal(size=2)
loss = lambda W: ((np.tanh(X @ W + b1) @ W2 + b2) ** 2).mean()
try:
    hidden = np.tanh(X @ W1 + b1)
    out = hidden @ W2 + b2
    g_hidden, g_W2, g_b2 = vjp_linear(hidden, W2, b2, 2 * out / out.size)
    g_X, g_W1, g_b1 = vjp_linear(X, W1, b1, g_hidden * (1 - hidden**2))
    print("largest gap:", abs(g_W1 - numgrad(loss, W1)).max())
except NotImplementedError:
    print("Write vjp_linear first, then run this cell again.")

# %% author=true
assert abs(g_W1 - numgrad(loss, W1)).max() < 1e-8 and W1.size == 64

# %% [markdown]
# Forward, keep, backward: that is training. The tanh multiplied entry by entry by its slope $1 - \tanh^2$, its diagonal, and no diagonal matrix was made. Day 34 lets a program write the second half. With one loss and $10^{11}$ weights the whole gradient costs two or three runs forward in all (the way back through a layer takes two products where the way forward takes one); in the other direction it would be $10^{11}$ runs.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain · Why backward?
#
# *2 points · about 5 minutes · read and graded by a person*
#
# A colleague who knows the chain rule asks: "A product of Jacobians is the same from both ends. Why does all training go backward?" Answer in five or six sentences, for a model with one loss and a billion weights: what one JVP tells, what one VJP tells, what each costs, how many of each one would need, and what going backward demands in return.

# %% [markdown] exercise="d31-why" points=2
# One JVP starts with one direction of the weights and tells how the loss moves along it: one number. One VJP starts at the loss and tells how it reacts to every weight: a billion numbers. Both run once through all links and cost about the same, a few times a run of the model. For the gradient one needs a JVP for each weight, a billion of them, or one VJP, because there is one output. So backward is a billion times cheaper. In return, the values of the run forward have to be kept until the run backward has used them: memory is the price.
#
# **For full points**: one point for what each tells (one direction of the inputs, all outputs; one weighting of the outputs, all inputs) at about the same cost; one for the count, a billion against one, because there is one output. Memory, or a case in which JVPs win, makes up for a gap in the first.

# %% [markdown]
# ### Break it: a gradient that forgot its transpose
#
# With square weights a forgotten transpose keeps the shape, and no error comes. Below is `g @ W` in place of `g @ W.T`, for a table `W` that turns by a quarter (day 13). **Predict** the angle between right and wrong. Then change `[0, -1], [1, 0]` to `[0, 1], [1, 0]` and predict again.

# %%
turn = np.array([[0, -1], [1, 0]])
g = np.array([[2.0, 1.0]])
right, wrong = g @ turn.T, g @ turn
cosine = (right * wrong).sum() / (right**2).sum()
print("right:", right, " wrong:", wrong, " cosine:", cosine)

# %% author=true
assert cosine == -1
# edit: "[0, -1], [1, 0]" -> "[0, 1], [1, 0]"
# then: cosine == 1

# %% [markdown]
# <details><summary>Answer</summary>
#
# For a rotation the transpose is the way back: the wrong gradient points exactly the other way, cosine −1. The second table is symmetric, and there the mistake does not show at all. Shapes do not protect from it; a gradient check with random, unsymmetric weights does.
#
# </details>

# %% [markdown]
# ### Say it in your own words
#
# Why must the gradient of a copied value be a sum, and not a mean, or the gradient of one of the copies? Answer with the price of flour, which three bakers pay who buy 2, 3 and 5 sacks.
#
# <details><summary>Answer</summary>
#
# If the price grows by a cent, all three copies of it grow by a cent, and each bill reacts: by 2, 3 and 5 cents. Together they grow by 10. The mean, $3\frac13$, or the reaction of one bill would say that a value used three times matters as little as one used once.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. The Jacobian is the table of all slopes: outputs are rows, inputs are columns; near a point the function is that table.
# 2. A chain multiplies Jacobians; the first link stands rightmost.
# 3. A JVP goes forward with one direction of the inputs, a VJP backward with one weighting of the outputs; each costs one run.
# 4. One output: backward is cheaper, by as many times as there are inputs.
# 5. A VJP of a layer is two products and a sum; what was copied is summed.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\mathbf{J}$, $J_{ij}$ | the Jacobian; the slope of output i in input j | `numjac(f, x)` |
# | $\mathbf{J}\mathbf{v}$ | a JVP: how the outputs move along v | `J @ v` |
# | $\mathbf{g}^{\mathsf T}\mathbf{J}$ | a VJP: how the outputs, weighted by g, react to each input | `g @ J` |
# | $\mathbf{G}$ | the gradient that comes from behind, one row for each row | `g` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Backpropagation calculus](https://www.3blue1brown.com/lessons/backpropagation-calculus), follows one number back through a small network, path by path. Khan Academy shows [the Jacobian](https://www.khanacademy.org/math/multivariable-calculus/multivariable-derivatives/jacobian/v/jacobian-prerequisite-knowledge) as a zoom into a bent grid. Tomorrow: slopes of slopes.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The diagonal itself. For elementwise functions nobody makes the table in a model, but for checking a program on paper it is good to have it once. Then its VJP, $\mathbf{g}^{\mathsf T}\mathbf{J}$, can be compared with the short way, `g * df(x)`.

# %% [markdown]
# ### Exercise · A table with one diagonal
#
# *optional · about 6 minutes · needs Jacobians and the identity matrix (day 12)*
#
# An elementwise function answers to input $i$ in output $i$ alone:
#
# $$ J_{ij} = f'(x_i) \text{ if } i = j, \text{ else } 0. $$
#
# In words: its slopes stand on the diagonal, and everywhere else is 0.
#
# **Before you code.** $f(x) = x^2$ at $(1, 3)$: what is the table?
#
# <details><summary>Answer</summary>
#
# Rows $(2, 0)$ and $(0, 6)$.
#
# </details>
#
# **Your task.** Write `jac_elementwise(df, x)`, with `df` the derivative, a function of arrays. One line.

# %% exercise="d31-jac_elementwise"
def jac_elementwise(df: Callable, x: np.ndarray) -> np.ndarray:
    """The Jacobian of a function that acts on every entry by itself.

    df       its derivative: takes an array (n,) and returns one, (n,)
    x        (n,)    the place
    returns  (n, n)  the slopes on the diagonal, 0 elsewhere

    >>> jac_elementwise(lambda x: 2 * x, np.array([1.0, 3.0]))
    array([[2., 0.],
           [0., 6.]])
    """
    ### BEGIN SOLUTION
    return np.eye(len(x)) * df(x)
    ### END SOLUTION


# %% visible="d31-jac_elementwise" points=0
# Cubes at (1, 2, −1): slopes 3, 12, 3.
got = jac_elementwise(lambda x: 3 * x**2, np.array([1.0, 2.0, -1.0]))

assert got is not None, "jac_elementwise returned None. Is a return statement missing?"
assert np.shape(got) == (3, 3), (
    f"Three outputs and three inputs: (3, 3) is expected, got {np.shape(got)}."
)
assert np.allclose(got, [[3, 0, 0], [0, 12, 0], [0, 0, 3]], rtol=1e-9, atol=0), (
    f"3, 12 and 3 stand on the diagonal and 0 elsewhere, got "
    f"{np.round(got, 3).tolist()}. Does output 1 answer to input 2?"
)

# %% hidden="d31-jac_elementwise" points=0
# Hidden checks: tables of 1 to 7 rows for tanh, sine and cubes; your place left alone.
_rng = course_rng("d31-jac_elementwise")
for _n in (1, 2, 4, 7):
    for _df in (lambda v: 1 - np.tanh(v) ** 2, np.cos, lambda v: 3 * v**2):
        _x = _rng.normal(size=_n)
        _want, _given = np.zeros((_n, _n)), _x.copy()
        for _i in range(_n):
            _want[_i, _i] = float(_df(_x[_i : _i + 1])[0])
        _got = jac_elementwise(_df, _given)
        assert np.shape(_got) == (_n, _n) and np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"{_n} entries: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert (_given == _x).all(), "the caller's place was changed in place"

# %% [markdown]
# And forward mode is not useless: it wins where inputs are few and outputs many, such as a comet's whole path as a function of its speed today. A dual number carries a value and its slope through a program, one direction at a time (Clifford had such numbers in 1873); two of them multiply by the product rule, $(a, a')(b, b') = (ab,\; a'b + ab')$. **Try it** by hand: with $(3, 1)$ for $x$, what is $x \cdot x \cdot x$?
#
# <details><summary>Answer</summary>
#
# $(9, 6)$, then $(27,\; 6 \cdot 3 + 9 \cdot 1) = (27, 27)$: the value of $x^3$ at 3, and its slope $3 \cdot 3^2$.
#
# </details>
#
# Curvature along one direction, which day 32 gets from two gradients, can also be had from one run backward and one forward together.
