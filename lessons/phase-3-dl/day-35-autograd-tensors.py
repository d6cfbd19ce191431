# %% author=true
from log2attn import course_rng

# gives: Tensor, sweep, tensor_mean

# %% [markdown]
# # Six inks for a portrait: an engine that holds tables
#
# **Question of the day.** Yesterday's engine makes a node for every single number. How does it work for a photograph, and for a layer with a million weights?
#
# *After today you can* put whole tables into the nodes of an engine; send gradients back through sums, products of tables and look-ups;
# test every operation of such an engine, with a test that cannot be fooled by ones.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on the chain rule of day 28.

# %% [markdown]
# **Yesterday (day 34).** $y = a \cdot b$ with $a = x + 1$ and $b = 3x$, at $x = 2$. Which gradients arrive at $a$, at $b$ and, from both together, at $x$? What does `x.grad` hold after a second sweep without a zero in between?
#
# <details><summary>Answer</summary>
#
# $a$ gets 6 and $b$ gets 3; $x$ gets $6 \cdot 1 + 3 \cdot 3 = 15$. Sweeps add up: 30.
#
# </details>

# %% [markdown]
# **A week ago (day 28).** What is the slope of $(3x + 1)^2$ at $x = 1$, link by link?
#
# <details><summary>Answer</summary>
#
# The square has the slope $2 \cdot 4 = 8$ at 4, the line 3. Together 24.
#
# </details>
#
# **Before that (day 7).** $f$ doubles, $g$ adds 3. What is `compose(f, g)(5)`, and what is `compose(g, f)(5)`?
#
# <details><summary>Answer</summary>
#
# `compose` works from right to left: $2 \cdot 8 = 16$, and $10 + 3 = 13$.
#
# </details>

# %% author=true
assert (3 * 2, 2 + 1, 3 * 2 * 1 + 3 * 3) == (6, 3, 15) and 2 * (3 * 1 + 1) * 3 == 24

# %% [markdown]
# The tools of the day. From your toolbox come yesterday's `Value`, its order and its zero; `unbroadcast` of day 31, which sums what was copied; and the measured gradient of day 30, for arrays of any shape. The sigmoid is for the warm-up.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure
from log2attn.learn.drawings import arrow
from log2attn.learn.style import BLUE, GRAY, VERMILLION
from log2attn.toolbox import Value, numgrad, sigmoid, topo_order, unbroadcast, zero_grad

# %% [markdown]
# ### Exercise · A square outside, a line inside
#
# *1 point · about 3 minutes · needs the chain rule (day 28)*
#
# A neuron answers $\sigma(wx + b)$, and its square enters a loss. How does that square react to the weight? Three links: the line, the sigmoid, the square. The slope of the sigmoid is $\sigma(1 - \sigma)$.
#
# **Before you code.** At $w = 0$, $b = 0$ and $x = 2$: what is each link's slope?
#
# <details><summary>Answer</summary>
#
# $\sigma = 0.5$. The square gives $2 \cdot 0.5 = 1$, the sigmoid $0.25$, the line $x = 2$: together 0.5.
#
# </details>
#
# **Your task.** Write `review_35(w, x, b)`: the slope of $\sigma(wx + b)^2$ in $w$, for every number in `x`. Two lines.

# %% exercise="d35-review"
def review_35(w: float, x: np.ndarray, b: float) -> np.ndarray:
    """The slope of sigmoid(w x + b) ** 2 in w, at each x.

    w, b     numbers: the weight and the bias
    x        (n,)  inputs
    returns  (n,)  the slope for each of them

    >>> review_35(0.0, np.array([2.0]), 0.0)
    array([0.5])
    """
    ### BEGIN SOLUTION
    s = sigmoid(w * x + b)
    return 2 * s * s * (1 - s) * x
    ### END SOLUTION


# %% visible="d35-review" points=0
# σ = 0.5 for the first two inputs, σ = 0.8 for the last: wx + b = log 4.
got = review_35(0.0, np.array([2.0, -4.0]), 0.0)
got_high = review_35(np.log(2), np.array([1.0]), np.log(2))

assert got is not None, "review_35 returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), f"One slope for each input: (2,), not {np.shape(got)}."
assert np.allclose(got, [0.5, -1], rtol=1e-9, atol=0), (
    f"At w = b = 0 the inputs 2 and −4 give the slopes 0.5 and −1, got "
    f"{np.round(got, 4).tolist()}. Three links: does each one's slope stand in it?"
)
assert np.allclose(got_high, 0.256, rtol=1e-9, atol=0), (
    f"σ = 0.8 and x = 1 give 2 · 0.8 · 0.8 · 0.2 · 1 = 0.256, got "
    f"{np.round(got_high, 4).tolist()}. Which link has the slope σ(1 − σ)?"
)

# %% hidden="d35-review" points=1
# Hidden checks: random weights, inputs and biases, very large scores too; whole
# numbers; your inputs left as they were.
from scipy.special import expit as _expit

_rng = course_rng("d35-review")
for _n, _scale in ((1, 1.0), (4, 1.0), (7, 3.0), (3, 300.0)):
    for _ in range(3):
        _w, _b, _x = float(_rng.normal()), float(_rng.normal()), _scale * _rng.normal(size=_n)
        _z = _w * _x + _b
        _want, _given = 2 * _x * _expit(_z) ** 2 * _expit(-_z), _x.copy()
        _got = review_35(_w, _given, _b)
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"w = {_w:.4g}, b = {_b:.4g}, x = {_x.round(3).tolist()}: expected {_want.round(6).tolist()}, got {np.round(_got, 6).tolist()}"
        assert (_given == _x).all(), "the caller's inputs were changed in place"
assert np.allclose(review_35(1, np.array([0, 1]), 0), [0, 2 * _expit(1.0) ** 2 * _expit(-1.0)], rtol=1e-9, atol=1e-12), "wrong for whole numbers"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: paint by numbers
#
# A portrait of Grace Hopper, who wrote one of the first compilers, is to be printed in six inks. A plan says for every pixel which ink goes there: the darkest sixth gets ink 0, the lightest sixth ink 5. The printer has leftover inks. **Which six colors make the poster most like the photograph?** Those are 18 numbers, and each is used in thousands of pixels. Write down how you would mix ink 3.

# %%
photo = data.photo(gray=False)[::4, ::4] / 255
light = photo.mean(axis=2)
edges = np.quantile(light, [1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6])
plan = (light[:, :, None] > edges).sum(axis=2)
leftover = np.random.default_rng(35).random((6, 3))

# %% author=true
if not data.is_stand_in("photo"):
    assert photo.shape == (150, 128, 3) and 3050 < np.bincount(plan.ravel()).min() and np.bincount(plan.ravel()).max() < 3400

# %% [markdown]
# `plan` is a table of whole numbers from 0 to 5. With such a table as an index, `leftover[plan]` looks up one row of the palette for each pixel: the poster. **How many pixels share one ink, roughly, if there are 150 times 128?**

# %%
def posters(pictures):
    fig, axes = plt.subplots(1, len(pictures), figsize=(9, 3.6))
    for ax, (title, picture) in zip(axes, pictures.items()):
        ax.imshow(picture, cmap="viridis")
        ax.set_title(title)
        ax.set_axis_off()
    return fig


pictures = {"photograph": photo, "plan": plan, "leftover inks": leftover[plan]}
figure(posters(pictures), alt=(
    "A portrait; its plan, six regions from dark to light; and the same plan printed "
    "in six leftover inks, whose colors have nothing to do with the portrait."
))

# %% [markdown]
# A sixth of 19 200: 3200 pixels. Each of them has an opinion on its ink, and the engine has to collect them all.
#
# ### Idea 1 · A node may hold a table
#
# Yesterday's engine could do it in principle. Count what it makes for one output of a layer with 48 inputs.

# %%
rng = np.random.default_rng(35)
out = Value(0.0)
for x, w in zip(rng.normal(size=48), rng.normal(size=48)):
    out = out + Value(x) * Value(w)
steps = [node for node in topo_order(out) if node.parents]
print(len(steps), "steps for one output")
print(len(steps) * 64 * 128, "for 64 outputs and 128 rows")

# %% author=true
assert len(steps) == 96 and 96 * 64 * 128 == 786_432

# %% [markdown]
# Nearly 800 000 objects, for a layer that numpy computes in one line. But look at yesterday's loop: it takes what has arrived, calls a push, adds the parts. Nowhere does it ask whether the data is a number. So let a node hold a whole table, a **tensor** as the libraries say, and let its push be a VJP of day 31. The layer is one node.
#
# $$ \bar X_{ij} = \frac{dL}{dX_{ij}} $$
#
# In words: the gradient $\bar{\mathbf{X}}$ of a table has the table's shape, and each entry says how the loss grows with the entry at its place.

# %% [markdown]
# Below is the class: `Value` with arrays. Read it with three questions. Where is `data` an array? Which push has an `unbroadcast` that `Value` had not, and why? Which methods hand over to a function that stands elsewhere? (`tensor_sum`, `tensor_matmul` and `tensor_gather` are yours, today.) `__radd__ = __add__` gives a method a second name; `@property` makes `x.shape` work without brackets; `swapaxes(-1, -2)` exchanges the last two axes, for a table what `.T` does.

# %% author=true
# lint: code-length — the methods of one class are one idea; most are yesterday's, and the page says what is new

# %%
class Tensor:
    """An array in a computation: its value, its parents, and how to push back.

    data     ndarray; float32 is kept, everything else becomes float64
    parents  the Tensors it came from    push(g)  a gradient for each, in its shape
    grad     0.0 until a sweep
    """

    __array_ufunc__ = None  # array * Tensor asks the Tensor, not the array

    def __init__(self, data, parents=(), push=lambda g: (), name=""):
        a = np.asarray(data)
        self.data = a if a.dtype.kind == "f" else a.astype(float)
        self.parents, self.push, self.name, self.grad = parents, push, name, 0.0

    def lift(self, other):  # a plain number takes this one's precision
        if hasattr(other, "push"):
            return other
        kind = self.data.dtype if np.ndim(other) == 0 else None
        return Tensor(np.asarray(other, dtype=kind))

    def __add__(self, other):
        other = self.lift(other)
        back = lambda g: (unbroadcast(g, self.shape), unbroadcast(g, other.shape))
        return Tensor(self.data + other.data, (self, other), back)

    def __mul__(self, other):
        a, b = self, self.lift(other)
        back = lambda g: (
            unbroadcast(g * b.data, a.shape), unbroadcast(g * a.data, b.shape)
        )
        return Tensor(a.data * b.data, (a, b), back)

    def __pow__(self, n):  # n a plain number
        back = lambda g: (g * n * self.data ** (n - 1),)
        return Tensor(self.data**n, (self,), back)

    def exp(self):
        value = np.exp(self.data)
        return Tensor(value, (self,), lambda g: (g * value,))

    def log(self):
        return Tensor(np.log(self.data), (self,), lambda g: (g / self.data,))

    def tanh(self):
        value = np.tanh(self.data)
        return Tensor(value, (self,), lambda g: (g * (1 - value**2),))

    def relu(self):
        on = self.data > 0
        return Tensor(self.data * on, (self,), lambda g: (g * on,))

    def reshape(self, *shape):
        back = lambda g: (g.reshape(self.shape),)
        return Tensor(self.data.reshape(*shape), (self,), back)

    def swapaxes(self, i, j):
        return Tensor(self.data.swapaxes(i, j), (self,), lambda g: (g.swapaxes(i, j),))

    def sum(self, axis=None, keepdims=False):
        return tensor_sum(self, axis, keepdims)

    def mean(self, axis=None, keepdims=False):
        return tensor_mean(self, axis, keepdims)

    def __getitem__(self, idx):
        return tensor_gather(self, idx)

    def __matmul__(self, other):
        return tensor_matmul(self, self.lift(other))

    def __rmatmul__(self, other):
        return tensor_matmul(self.lift(other), self)

    def __neg__(self):
        return -1.0 * self

    def __sub__(self, other):
        return self + -self.lift(other)

    def __rsub__(self, other):
        return self.lift(other) + -self

    def __truediv__(self, other):
        return self * self.lift(other) ** -1.0

    def __rtruediv__(self, other):
        return self.lift(other) * self**-1.0

    __radd__, __rmul__ = __add__, __mul__

    @property
    def shape(self):
        return self.data.shape

    @property
    def T(self):
        return self.swapaxes(-1, -2)


# %% [markdown]
# New is one thing: `+` and `*` **broadcast** (day 12), so their pushes sum over the copies. The sweep is yesterday's, in the form that training uses: it sets the gradients to zero first, and keeps gradients only at leaves, since nobody asks for the others. (`np.ones_like(a)` is an array of ones in the shape and precision of `a`, `np.zeros_like(a)` one of zeros; `pop` takes an entry out of a dict and hands it to you.)

# %%
def sweep(loss, params):
    """Zero the gradients of params, then bring the loss's gradient to all leaves."""
    zero_grad(params)
    arrived = {id(loss): np.ones_like(loss.data)}
    for node in reversed(topo_order(loss)):
        g = arrived.pop(id(node))
        if not node.parents:
            node.grad = node.grad + g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            known = id(parent) in arrived
            arrived[id(parent)] = arrived[id(parent)] + part if known else part


# %% [markdown]
# A first run: three rows, a bias that is added to each of them, and a loss that weights every entry with a number of its own, so that no two opinions agree. (`loss` is a node made by hand, which hands the weights back.) **Predict** the gradient of the bias.

# %%
X, b = Tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), Tensor([10.0, 20.0])
weights = np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]])
out = X + b
loss = Tensor((weights * out.data).sum(), (out,), lambda g: (g * weights,))
sweep(loss, [X, b])
print("X:", X.grad.tolist(), "   b:", b.grad)

# %% author=true
assert (X.grad == weights).all() and b.grad.tolist() == [6, 60]

# %% [markdown]
# ### Idea 2 · Copying and summing are one pair
#
# The bias was copied three times, so its gradient is a sum: $(6, 60)$. What does a *sum* hand back? Look at the picture and compare its two rows. **Which panel shows the same step as the one at the top right?**

# %%
def step(ax, left, right, title, color):
    for at, text in ((0.16, left), (0.84, right)):
        ax.text(at, 0.5, text, ha="center", va="center", fontsize=13, color=color)
    arrow(ax, (0.38, 0.5), (0.62, 0.5), color)
    ax.set(xlim=(0, 1), ylim=(0, 1), title=title)
    ax.set_axis_off()


# %% [markdown]
# `step` writes two tables and an arrow between them. In the left column of the picture values go forward, in the right one gradients go back. All four panels are made of the same four little tables, so that the eye can match them.

# %%
row, rows = "1   2", "1   2\n1   2\n1   2"
total, table = "6   60", "1   10\n2   20\n3   30"
fig, axes = plt.subplots(2, 2, figsize=(9, 4))
step(axes[0, 0], row, rows, "copy a row, forward", BLUE)
step(axes[0, 1], table, total, "its gradient, backward", VERMILLION)
step(axes[1, 0], table, total, "sum over the rows, forward", BLUE)
step(axes[1, 1], row, rows, "its gradient, backward", VERMILLION)
figure(fig, alt=(
    "Four panels. A row copied to three rows sends a gradient of three rows back as "
    "their sum. A sum of three rows sends a gradient of one row back as three copies."
))

# %% [markdown]
# The one at the bottom left. Going back through a copy *is* a sum, and going back through a sum is a copy: each of the two is the other's way home.
#
# $$ s_j = \sum_i X_{ij} \quad\Longrightarrow\quad \bar X_{ij} = \bar s_j $$
#
# In words: every entry that went into a sum receives the gradient of the sum, whole. Nothing is shared out: if one entry grows by 1, the sum grows by 1.

# %% author=true
_X, _g = np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]]), np.array([1.0, 2.0])
assert _X.sum(axis=0).tolist() == [6, 60]
assert np.allclose(numgrad(lambda X: (_g * X.sum(axis=0)).sum(), _X), [_g, _g, _g], rtol=1e-8, atol=0)

# %% [markdown]
# Who checks? A judge, made once for all operations: it weights the output with numbers $g$ of its own, adds up, sweeps, and compares with `numgrad`, as a share of the largest slope. A good operation comes to about $10^{-10}$; a wrong one to 0.1 or 1.

# %%
def check_op(f, arrays, g):
    """Largest gap between pushed and measured gradients of the sum of g * f."""
    tensors = [Tensor(a) for a in arrays]
    out = f(*tensors)
    sweep(Tensor((g * out.data).sum(), (out,), lambda up: (up * g,)), tensors)
    gaps = []
    for k, t in enumerate(tensors):
        total = lambda v: (g * f(*tensors[:k], Tensor(v), *tensors[k + 1 :]).data).sum()
        n = numgrad(total, t.data)
        pushed = t.grad + 0 * n
        gaps.append(abs(pushed - n).max() / max(abs(n).max(), abs(pushed).max(), 1e-8))
    return max(gaps)


# %% [markdown]
# ### Exercise · A sum hands back copies
#
# *3 points · about 8 minutes · needs `Tensor` and the picture above*
#
# `X.sum(axis=0)` adds along axis 0 and drops that axis; with `keepdims=True` it stays, with length 1. `axis` may also count from the end, be several axes in a tuple, or None for all. Backward, the gradient must first get its dropped axes back (`g.reshape`); then `np.broadcast_to(g, shape)` makes the copies.
#
# **Before you code.** X is (2, 3), summed over axis 1, and the gradient (5, 7) arrives. What does X receive, and why does broadcasting (2,) to (2, 3) fail?
#
# <details><summary>Answer</summary>
#
# Rows (5, 5, 5) and (7, 7, 7). Broadcasting compares from the right: 2 meets 3. As (2, 1) it fits.
#
# </details>
#
# **Your task.** Write `tensor_sum(a, axis, keepdims)`: one new Tensor with parent `a`. Compute with `a.data`: the method `a.sum` calls this function. Four lines.

# %% exercise="d35-tensor_sum"
def tensor_sum(
    a: Tensor, axis: int | tuple[int, ...] | None = None, keepdims: bool = False
) -> Tensor:
    """The sum of a Tensor along one axis, several, or all.

    a         a Tensor of any shape
    axis      a whole number, negative ones from the end; a tuple of them; None: all
    keepdims  True: the summed axes stay, with length 1
    returns   a Tensor; its push gives one gradient, in the shape of a

    >>> s = tensor_sum(Tensor([[1.0, 2.0], [3.0, 4.0]]), axis=0)
    >>> s.data, s.push(np.array([5.0, 7.0]))[0].tolist()
    (array([4., 6.]), [[5.0, 7.0], [5.0, 7.0]])
    """
    ### BEGIN SOLUTION
    kept = a.data.sum(axis=axis, keepdims=True).shape
    push = lambda g: (np.broadcast_to(np.reshape(g, kept), a.shape),)
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)
    ### END SOLUTION


# %% visible="d35-tensor_sum" points=1
# A (2, 3) table: column sums 11, 22, 33, row sums 6, 60.
a = Tensor([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]])
for axis, keep, value, g, back in [
    (0, False, [11, 22, 33], np.array([1.0, 5.0, 2.0]), [[1, 5, 2], [1, 5, 2]]),
    (1, False, [6, 60], np.array([5.0, 7.0]), [[5, 5, 5], [7, 7, 7]]),
    (1, True, [[6], [60]], np.array([[5.0], [7.0]]), [[5, 5, 5], [7, 7, 7]]),
    (-1, False, [6, 60], np.array([5.0, 7.0]), [[5, 5, 5], [7, 7, 7]]),
    (None, False, 66, np.array(4.0), [[4, 4, 4], [4, 4, 4]]),
]:
    does = f"a of shape (2, 3), axis={axis}, keepdims={keep}"
    out = tensor_sum(a, axis, keep)
    assert out is not None, (
        f"{does}: tensor_sum returned None. Did you forget the return statement?"
    )
    assert hasattr(out, "push"), f"{does}: wrap the sum into a Tensor; got {out}."
    assert out.data.shape == np.shape(value) and np.allclose(
        out.data, value, rtol=1e-9, atol=0
    ), f"{does}: the data should be {value}, is {out.data.tolist()}."
    parents = out.parents if isinstance(out.parents, (tuple, list)) else ()
    assert len(parents) == 1 and parents[0] is a, (
        f"{does}: parents are (a,), a itself; without it no gradient gets home."
    )
    got = out.push(g)
    got = got if isinstance(got, (tuple, list)) else ()
    assert len(got) == 1 and not hasattr(got[0], "push"), (
        f"{does}: push returns a sequence of one array, (gradient,), with its comma."
    )
    fits = np.shape(got[0]) == (2, 3)
    assert fits and np.allclose(got[0], back, rtol=1e-9, atol=0), (
        f"{does}: the gradient {g.tolist()} should come back as {back}, came back as "
        f"{np.asarray(got[0]).tolist()}. Which entries went into which sum?"
    )

# %% hidden="d35-tensor_sum" points=2
# Hidden checks: arrays of 0 to 4 axes, summed along every kind of axis, with random
# gradients, judged entry by entry; float32 kept; nothing of yours changed.
_rng = course_rng("d35-tensor_sum")
for _shape, _axis in (
    ((), None), ((1,), 0), ((5,), -1), ((3, 3), 0), ((3, 3), 1), ((3, 3), -2), ((1, 4), 0), ((4, 1), 1), ((4, 1), None),
    ((2, 3, 4), 1), ((2, 3, 4), -1), ((3, 3, 3), -3), ((3, 3, 3), 1), ((2, 3, 4), (0, 2)), ((3, 3, 3), (0, -1)), ((2, 3, 2, 2), (1, 2)), ((2, 3, 4), None),
):
    for _keep in (False, True):
        _a = _rng.normal(size=_shape)
        _n = len(_shape)
        _gone = range(_n) if _axis is None else [_k % _n for _k in (_axis if isinstance(_axis, tuple) else (_axis,))]
        _kept = tuple(1 if _k in _gone else _shape[_k] for _k in range(_n))
        _gk = _rng.normal(size=_kept)
        _want_value, _want_back = np.zeros(_kept), np.zeros(_shape)
        for _place in np.ndindex(_shape):
            _home = tuple(0 if _k in _gone else _place[_k] for _k in range(_n))
            _want_value[_home] += _a[_place]
            _want_back[_place] = _gk[_home]
        _final = _kept if _keep else tuple(_shape[_k] for _k in range(_n) if _k not in _gone)
        _g, _t = _gk.reshape(_final), Tensor(_a.copy())
        _given, _does = _g.copy(), f"shape {_shape}, axis={_axis}, keepdims={_keep}"
        _out = tensor_sum(_t, axis=_axis, keepdims=_keep)
        assert np.shape(_out.data) == _final and np.allclose(_out.data, _want_value.reshape(_final), rtol=1e-9, atol=1e-12), f"{_does}: expected data of shape {_final}, {_want_value.reshape(_final).round(4).tolist()}, got {np.round(_out.data, 4).tolist()}"
        for _ in range(2):
            (_back,) = _out.push(_given)
            assert np.shape(_back) == _shape and np.allclose(_back, _want_back, rtol=1e-9, atol=1e-12), f"{_does}: a gradient of shape {_final} should come back in the shape {_shape} as {_want_back.round(4).tolist()}, came back as {np.round(_back, 4).tolist()}"
        assert (_given == _g).all() and (_t.data == _a).all() and np.all(_t.grad == 0.0), f"{_does}: summing and pushing change nothing: not a, not its .grad, not the gradient handed in"
_small = Tensor(np.array([[0.5, 1.5], [2.5, 4.0]], dtype=np.float32))
assert tensor_sum(_small).data.dtype == np.float32 and float(tensor_sum(_small).data) == 8.5, "a float32 array should stay float32"

# %% [markdown]
# A mean is a sum, times one over the number of entries in it. Written with your sum and the product of the class, it needs no push of its own: the graph has both steps, and each knows its way back.

# %%
def tensor_mean(a, axis=None, keepdims=False):
    """The mean of a Tensor along one axis, several, or all."""
    total = tensor_sum(a, axis, keepdims)
    return total * (total.data.size / a.data.size)


# %% author=true
_m = tensor_mean(Tensor([[1.0, 2.0, 6.0], [4.0, 5.0, 0.0]]), axis=1)
assert _m.data.tolist() == [3, 3]
_rng = np.random.default_rng(3)
for _axis, _shape in ((None, ()), (0, (3,)), (1, (2,)), ((0, 1), ())):
    assert check_op(lambda t, axis=_axis: tensor_mean(t, axis), [_rng.normal(size=(2, 3))], _rng.normal(size=_shape)) < 1e-7

# %% [markdown]
# ### Idea 3 · Two products, found by their shapes
#
# A layer is a product of tables, $\mathbf{C} = \mathbf{A}\mathbf{B}$. Look at one number of it: $A_{ik}$ goes into all entries of row $i$ of $\mathbf{C}$, into $C_{ij}$ with the factor $B_{kj}$. What it receives is the sum over $j$ of $\bar C_{ij} B_{kj}$. That is a product of tables again:
#
# $$ \bar{\mathbf{A}} = \bar{\mathbf{C}}\,\mathbf{B}^{\mathsf T}, \qquad \bar{\mathbf{B}} = \mathbf{A}^{\mathsf T}\,\bar{\mathbf{C}}. $$
#
# In words: each factor receives the arriving gradient times the *other* factor, transposed, on the side where the other one stood. Day 31's layer was this, and the shapes leave no other choice.

# %% [markdown]
# With A of shape (2, 3) and B of shape (3, 4), $\bar{\mathbf{C}}$ is (2, 4). **Which product of $\bar{\mathbf{C}}$ with $\mathbf{B}$ has the shape of $\mathbf{A}$?** The next cell compares both formulas with measured slopes.

# %%
A, B, g = rng.normal(size=(2, 3)), rng.normal(size=(3, 4)), rng.normal(size=(2, 4))
measured_A = numgrad(lambda A: (g * (A @ B)).sum(), A)
measured_B = numgrad(lambda B: (g * (A @ B)).sum(), B)
print(abs(g @ B.T - measured_A).max(), abs(A.T @ g - measured_B).max())

# %% author=true
assert abs(g @ B.T - measured_A).max() < 1e-8 and abs(A.T @ g - measured_B).max() < 1e-8

# %% [markdown]
# (2, 4) times (4, 3): $\bar{\mathbf{C}}\mathbf{B}^{\mathsf T}$. And numpy does more: for arrays with more than two axes, `@` takes **the last two axes as tables** and the axes before them as a stack. A stack of 5 tables (5, 2, 3) times one table (3, 4) gives (5, 2, 4): the one table is copied for each of the five. What was copied is summed: its gradient is a sum over the stack, and `unbroadcast` does it.

# %% [markdown]
# ### Idea 4 · One row, taken many times
#
# The poster is `palette[plan]`. Ink 3 is used in about 3200 pixels: it was copied to each of them. Once more the way back is a sum, this time over the pixels that share a number. For five pixels and inks of one number, with the gradients 1, 10, 100, 1000, 10 000 at the pixels:

# %%
five = np.array([2, 0, 2, 1, 2])  # which ink each pixel takes
g = np.array([1.0, 10.0, 100.0, 1000.0, 10_000.0])
add, put = np.zeros(4), np.zeros(4)
np.add.at(add, five, g)
put[five] += g
print("np.add.at:", add.tolist(), "    put[five] += g:", put.tolist())

# %% author=true
assert add.tolist() == [10, 1000, 10101, 0] and put.tolist() == [10, 1000, 10000, 0]

# %% [markdown]
# `np.add.at(out, idx, g)` adds every entry of `g` at its place. The line that looks the same, `put[five] += g`, reads all places first and writes each once: of the three gradients for ink 2 the last one stays. It is yesterday's `=` for `+=`, in disguise. Ink 3, which nobody took, receives 0.

# %% [markdown]
# And the printer? The loss is the mean of all squared differences, so ink $k$ receives a multiple of $\sum (\text{ink}_k - \text{pixel})$, over its pixels. At the best ink that sum is 0: **the ink is the mean color of its pixels.** And with the other line, `put[plan] += g`? Each ink would hear one pixel of 3200. The next cell lets it learn that way for 13 steps.

# %%
means = np.array([photo[plan == k].mean(axis=0) for k in range(6)])
slopes = np.zeros((6, 3))
np.add.at(slopes, plan, 2 * (means[plan] - photo) / photo.size)
print("largest gradient at the means:", abs(slopes).max().round(12))
deaf = leftover.copy()
for _ in range(13):
    put = np.zeros((6, 3))
    put[plan] += 2 * (deaf[plan] - photo) / photo.size
    deaf -= 4.5 * put

# %% [markdown]
# On the left is what the printer wants; beside it two posters from the same plan. **Which of the two other posters is which, and how far did the deaf inks get from the leftover ones?**

# %%
pictures = {"photograph": photo, "mean colors": means[plan], "deaf inks": deaf[plan]}
figure(posters(pictures), alt=(
    "The portrait; the poster in the mean color of each region, easy to recognize; the "
    "poster of inks that hear one pixel each, hardly changed from the leftover ones."
))

# %% author=true
assert abs(slopes).max() < 1e-12 and abs(deaf - leftover).max() < 0.01
if not data.is_stand_in("photo"):
    assert round(((means[plan] - photo) ** 2).mean(), 4) == 0.0166

# %% [markdown]
# They did not move by a hundredth, and no error was raised. The right inks make her easy to recognize.
#
# ## 3 · Apply · 30 minutes
#
# Here we had a formula for the best ink. The engine shall find it without. Two operations are missing.
#
# ### Exercise · A product of stacks
#
# *3 points · about 10 minutes · needs `unbroadcast` (day 31) and the two products of idea 3*
#
# A language model spends most of its time here. Both factors have two axes at least; what stands in front is a stack, and stacks are broadcast: (2, 3) with (5, 3, 4), or (5, 1, 2, 3) with (4, 3, 6).
#
# **Before you code.** `a` has the shape (5, 2, 3) and `b` the shape (3, 4). Why is `a.data.T` of no use here? Which shape has `a.swapaxes(-1, -2) @ g`, and what has to happen to it?
#
# <details><summary>Answer</summary>
#
# For an array `.T` turns around all axes: (3, 2, 5). With the last two exchanged, (5, 3, 2) times (5, 2, 4) gives (5, 3, 4): five gradients for one `b`. Sum them.
#
# </details>
#
# **Your task.** Write `tensor_matmul(a, b)`: one new Tensor with parents `a, b`, computed with their `.data`. Five lines.

# %% exercise="d35-tensor_matmul"
def tensor_matmul(a: Tensor, b: Tensor) -> Tensor:
    """The product of the last two axes of two Tensors; stacks in front are broadcast.

    a        (…, n, k)  a Tensor
    b        (…, k, m)  a Tensor
    returns  (…, n, m)  a Tensor; its push gives two gradients, in the shapes of a and b

    >>> c = tensor_matmul(Tensor([[1.0, 2.0]]), Tensor([[3.0], [4.0]]))
    >>> c.data, [part.tolist() for part in c.push(np.array([[10.0]]))]
    (array([[11.]]), [[[30.0, 40.0]], [[10.0], [20.0]]])
    """
    ### BEGIN SOLUTION
    def push(g):
        for_a = g @ b.data.swapaxes(-1, -2)
        for_b = a.data.swapaxes(-1, -2) @ g
        return unbroadcast(for_a, a.shape), unbroadcast(for_b, b.shape)

    return Tensor(a.data @ b.data, (a, b), push)
    ### END SOLUTION


# %% visible="d35-tensor_matmul" points=1
# A row times a column by hand; then two rows, and a stack of two tables, times one b.
one, b = Tensor([[1.0, 2.0]]), Tensor([[3.0, 0.0, 1.0], [4.0, 1.0, 0.0]])
stack = Tensor([[[1.0, 2.0]], [[10.0, 20.0]]])
cases = [
    ("a (1, 2) times b (2, 3)", one, [[11, 2, 1]], np.array([[1.0, 10.0, 100.0]]),
     [[103, 14]], [[1, 10, 100], [2, 20, 200]]),
    ("a (2, 1, 2), a stack of two, times one b (2, 3)", stack,
     [[[11, 2, 1]], [[110, 20, 10]]], np.array([[[1.0, 0.0, 0.0]], [[0.0, 1.0, 0.0]]]),
     [[[3, 4]], [[0, 1]]], [[1, 10, 0], [2, 20, 0]]),
]
for does, a, value, g, for_a, for_b in cases:
    out = tensor_matmul(a, b)
    assert out is not None, (
        f"{does}: tensor_matmul returned None. Did you forget the return statement?"
    )
    assert hasattr(out, "push"), f"{does}: wrap the product into a Tensor; got {out}."
    assert out.data.shape == np.shape(value) and np.allclose(
        out.data, value, rtol=1e-9, atol=0
    ), f"{does}: the data should be {value}, is {out.data.tolist()}."
    assert len(out.parents) == 2 and out.parents[0] is a and out.parents[1] is b, (
        f"{does}: the parents are a and b themselves, in this order."
    )
    got = out.push(g)
    assert isinstance(got, (tuple, list)) and len(got) == 2, (
        f"{does}: push returns two gradients, for a and for b; got {got}."
    )
    assert not any(hasattr(part, "push") for part in got), (
        f"{does}: gradients are plain arrays, yours are Tensors."
    )
    for name, part, right in (("a", got[0], for_a), ("b", got[1], for_b)):
        assert np.shape(part) == np.shape(right), (
            f"{does}: the gradient of {name} has the shape of {name}, "
            f"{np.shape(right)}; yours has {np.shape(part)}. Was anything copied?"
        )
        assert np.allclose(part, right, rtol=1e-9, atol=0), (
            f"{does}: with the gradient {g.tolist()}, {name} should receive {right}, "
            f"receives {np.asarray(part).tolist()}. Which factor is the other one?"
        )

# %% hidden="d35-tensor_matmul" points=2
# Hidden checks: tables of many shapes, square ones too, stacks on either side and on
# both, broadcast in every way, judged product by product; float32; nothing changed.
_rng = course_rng("d35-tensor_matmul")
for _sa, _sb in (
    ((1, 1), (1, 1)), ((2, 3), (3, 4)), ((3, 3), (3, 3)), ((1, 4), (4, 1)), ((5, 1), (1, 2)), ((5, 2, 3), (3, 4)), ((2, 3), (5, 3, 4)), ((4, 2, 3), (4, 3, 2)),
    ((3, 3, 3), (3, 3)), ((3, 3), (3, 3, 3)), ((3, 3, 3), (3, 3, 3)), ((1, 2, 3), (4, 3, 2)), ((4, 2, 3), (1, 3, 2)), ((2, 1, 2, 3), (3, 3, 2)), ((2, 3, 2, 2), (2, 2)), ((2, 2, 2, 2), (2, 1, 2, 2)),
):
    _a, _b = _rng.normal(size=_sa), _rng.normal(size=_sb)
    _lead = np.broadcast_shapes(_sa[:-2], _sb[:-2])
    _full_a, _full_b = np.broadcast_to(_a, _lead + _sa[-2:]), np.broadcast_to(_b, _lead + _sb[-2:])
    _g = _rng.normal(size=(*_lead, _sa[-2], _sb[-1]))
    _where_a = np.broadcast_to(np.arange(_a.size).reshape(_sa), _full_a.shape)
    _where_b = np.broadcast_to(np.arange(_b.size).reshape(_sb), _full_b.shape)
    _want, _for_a, _for_b = np.zeros(_g.shape), np.zeros(_a.size), np.zeros(_b.size)
    for _at in np.ndindex(_lead):
        for _i, _j, _k in np.ndindex(_sa[-2], _sb[-1], _sa[-1]):
            _pa, _pb, _pc = (*_at, _i, _k), (*_at, _k, _j), (*_at, _i, _j)
            _want[_pc] += _full_a[_pa] * _full_b[_pb]
            _for_a[_where_a[_pa]] += _g[_pc] * _full_b[_pb]
            _for_b[_where_b[_pb]] += _g[_pc] * _full_a[_pa]
    _for_a, _for_b = _for_a.reshape(_sa), _for_b.reshape(_sb)
    _ta, _tb, _given = Tensor(_a.copy()), Tensor(_b.copy()), _g.copy()
    _out, _does = tensor_matmul(_ta, _tb), f"{_sa} times {_sb}"
    assert np.shape(_out.data) == _want.shape and np.allclose(_out.data, _want, rtol=1e-9, atol=1e-9), f"{_does}: the data should have the shape {_want.shape} and be {_want.round(3).tolist()}, is {np.round(_out.data, 3).tolist()}"
    for _ in range(2):
        for _name, _part, _right in zip("ab", _out.push(_given), (_for_a, _for_b), strict=True):
            assert np.shape(_part) == _right.shape, f"{_does}: the gradient of {_name} should have the shape {_right.shape}, has {np.shape(_part)}"
            assert np.allclose(_part, _right, rtol=1e-9, atol=1e-9), f"{_does}: the gradient of {_name} should be {_right.round(3).tolist()}, is {np.round(_part, 3).tolist()}"
    assert (_given == _g).all() and (_ta.data == _a).all() and (_tb.data == _b).all() and np.all(_ta.grad == 0.0), f"{_does}: multiplying and pushing change nothing: not a, not b, not a .grad, not the gradient handed in"
_small = Tensor(np.array([[0.5, 1.5], [2.5, 4.0]], dtype=np.float32))
assert tensor_matmul(_small, _small).data.dtype == np.float32, "the product of float32 arrays should stay float32"

# %% [markdown]
# ### Exercise · Looked up, and added up
#
# *3 points · about 9 minutes · needs `np.add.at` and idea 4*
#
# `a[idx]` takes rows of `a`, once or many times. With `idx` of shape (150, 128) and `a` of shape (6, 3) the result is (150, 128, 3): for every index a row. Inks of a poster, and in a language model the list of numbers that stands for a word: both are look-ups, and learn through this push.
#
# **Before you code.** `a` is (4, 2) and `idx` is (3, 5). Which shapes have `a[idx]`, the gradient that arrives, and the one that `a` receives? Where must the zeros be made, so that two pushes of the same node agree?
#
# <details><summary>Answer</summary>
#
# (3, 5, 2), the same, and (4, 2). Inside of the push: zeros made outside would keep the sums of the first push.
#
# </details>
#
# **Your task.** Write `tensor_gather(a, idx)`: one new Tensor with parent `a`, computed with `a.data`. Five lines.

# %% exercise="d35-tensor_gather"
def tensor_gather(a: Tensor, idx: np.ndarray) -> Tensor:
    """The rows a[idx] of a Tensor; the gradients of a row taken twice add up.

    a        (n, …)  a Tensor, its rows counted along axis 0
    idx      an array of whole numbers 0 … n − 1, of any shape
    returns  a Tensor of shape idx.shape + a.shape[1:]; its push gives one gradient, in
             the shape of a

    >>> rows = tensor_gather(Tensor([[1.0, 2.0], [3.0, 4.0]]), np.array([1, 1]))
    >>> rows.push(np.array([[10.0, 20.0], [1.0, 2.0]]))[0].tolist()
    [[0.0, 0.0], [11.0, 22.0]]
    """
    ### BEGIN SOLUTION
    def push(g):
        out = np.zeros_like(a.data)
        np.add.at(out, idx, g)
        return (out,)

    return Tensor(a.data[idx], (a,), push)
    ### END SOLUTION


# %% visible="d35-tensor_gather" points=1
# Three rows of two numbers; row 2 is taken twice, row 1 never.
a, idx = Tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([2, 0, 2])
out = tensor_gather(a, idx)
g = np.array([[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]])

assert out is not None, (
    "tensor_gather returned None. Did you forget the return statement?"
)
assert hasattr(out, "push"), f"Wrap the rows into a Tensor; you returned {out}."
assert out.data.shape == (3, 2) and np.allclose(
    out.data, [[5, 6], [1, 2], [5, 6]], rtol=1e-9, atol=0
), f"Rows 2, 0 and 2 are (5, 6), (1, 2), (5, 6); your data is {out.data.tolist()}."
assert len(out.parents) == 1 and out.parents[0] is a, (
    "The one parent is a itself; without it no gradient gets home."
)
got = out.push(g)
assert isinstance(got, (tuple, list)) and len(got) == 1, (
    f"push returns a sequence of one, (gradient,) with its comma; got {got}."
)
assert np.shape(got[0]) == (3, 2), (
    f"a has the shape (3, 2), and so has its gradient; yours has {np.shape(got[0])}."
)
assert np.allclose(got[0], [[2, 20], [0, 0], [5, 50]], rtol=1e-9, atol=0), (
    f"Row 0 receives (2, 20), row 1 nothing, row 2 both of its gradients, (5, 50); got "
    f"{np.asarray(got[0]).tolist()}. What happens when a row was taken twice?"
)
again = out.push(g)[0]
assert np.allclose(again, [[2, 20], [0, 0], [5, 50]], rtol=1e-9, atol=0), (
    f"A second push of the same gradient gives the same, not "
    f"{np.asarray(again).tolist()}. Where do your zeros come from?"
)
square = tensor_gather(a, np.array([[0, 1], [1, 1]]))
assert square.data.shape == (2, 2, 2), (
    f"A (2, 2) index into a (3, 2) table gives the shape (2, 2, 2), yours has "
    f"{square.data.shape}: a row for every index, in the index's shape."
)

# %% hidden="d35-tensor_gather" points=2
# Hidden checks: lists, tables and cubes of numbers, into arrays of 1 to 3 axes, rows
# taken often or never, judged row by row; one single number; float32; nothing changed.
_rng = course_rng("d35-tensor_gather")
for _sa, _si in (
    ((1,), (1,)), ((4,), (7,)), ((3, 3), (3,)), ((3, 3), (3, 3)), ((5, 2), (1,)), ((5, 2), (20,)), ((2, 5), (4, 3)), ((1, 4), (6,)), ((4, 1), (2, 3, 2)),
    ((3, 2, 4), (5,)), ((3, 3, 3), (3,)), ((6, 3), (8, 7)), ((4, 2), ()), ((7, 2), (0,)),
):
    for _ in range(2):
        _a, _idx = _rng.normal(size=_sa), np.array(_rng.integers(0, _sa[0], size=_si))
        _g = _rng.normal(size=(*_si, *_sa[1:]))
        _want_value, _want_back = np.zeros(_g.shape), np.zeros(_sa)
        for _place in np.ndindex(_si):
            _row = int(_idx[_place])
            _want_value[_place] = _a[_row]
            _want_back[_row] = _want_back[_row] + _g[_place]
        _t, _given, _asked, _does = Tensor(_a.copy()), _g.copy(), _idx.copy(), f"a of shape {_sa}, idx {_idx.tolist()}"
        _out = tensor_gather(_t, _asked)
        assert np.shape(_out.data) == _want_value.shape and np.allclose(_out.data, _want_value, rtol=1e-9, atol=1e-12), f"{_does}: the data should have the shape {_want_value.shape} and be {_want_value.round(3).tolist()}, is {np.round(_out.data, 3).tolist()}"
        for _ in range(2):
            (_back,) = _out.push(_given)
            assert np.shape(_back) == _sa and np.allclose(_back, _want_back, rtol=1e-9, atol=1e-12), f"{_does}: the gradient should have the shape {_sa} and be {_want_back.round(3).tolist()}, is {np.round(_back, 3).tolist()}"
        assert (_given == _g).all() and (_t.data == _a).all() and (_asked == _idx).all() and np.all(_t.grad == 0.0), f"{_does}: looking up and pushing change nothing: not a, not its .grad, not idx, not the gradient handed in"
_small = Tensor(np.array([[0.5, 1.5], [2.5, 4.0]], dtype=np.float32))
assert tensor_gather(_small, np.array([1, 1, 0])).data.dtype == np.float32, "rows of a float32 array should stay float32"

# %% [markdown]
# ### The printer's engine
#
# Now the poster, without a formula for the best ink: forward, sweep, step. A step of 4.5 halves each ink's distance: each of its three numbers stands in about an eighteenth of all places, and $2 \cdot 4.5/18 = \tfrac12$. **Before you run:** after 12 steps, what is left of the distance?

# %%
ink = Tensor(leftover)
try:
    for step in range(13):
        loss = ((ink[plan] - photo) ** 2).mean()
        sweep(loss, [ink])
        if step % 3 == 0:
            gap = abs(ink.data - means).max()
            print(f"step {step:2d}   loss {loss.data:.4f}   farthest ink {gap:.4f}")
        ink.data = ink.data - 4.5 * ink.grad
except NotImplementedError:
    print("Write the three operations first, then run this cell again.")

# %% author=true
assert len(topo_order(loss)) < 20
if not data.is_stand_in("photo"):
    assert round(float(loss.data), 4) == 0.0166 and gap < 1e-3

# %% [markdown]
# $1/2^{12}$, about a four-thousandth: the engine arrives at the mean colors, and nobody told it about means. The graph has a dozen nodes for 57 600 numbers.
#
# ### In a real model
#
# This is `torch.Tensor`: data, a gradient in its shape, and for each operation a function that goes back. There too a sweep keeps gradients only at leaves, and a look-up adds up; `torch.nn.Embedding` is `a[idx]`. Your engine trains every model of this course from day 42 on, a small GPT among them.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### A test that ones would pass
#
# A programmer writes the push of $x \mapsto 3x$ as `3 / g`. She tests with $g = 1$ everywhere, as `sweep` starts: $3/1 = 3 \cdot 1$. All is well, until this step stands in the middle of a chain. Another one hands back the *mean* of $g$ at every place: with equal numbers no difference. The judge of idea 2 can find both, if it is given a $g$ with many different numbers.

# %% [markdown]
# ### Exercise · Judge all operations
#
# *3 points · about 9 minutes · needs `check_op` from idea 2 and a gradient check (day 30)*
#
# Whoever writes an engine runs such a table after every change. Each operation comes as a function of Tensors with the arrays to try it on; it needs a random $g$ in the shape of its **output**, which you learn by running it once.
#
# **Before you code.** For $f$ = the product of a (2, 3) and a (3, 4) table: which shape must $g$ have? What could a single random number, used for all entries, not find?
#
# <details><summary>Answer</summary>
#
# (2, 4). It could not find a push that exchanges or averages the entries of $g$.
#
# </details>
#
# **Your task.** Write `gradcheck_all(ops, rng)`: a dict with the error of every operation. Draw $g$ afresh for each: `rng.standard_normal(shape)` gives numbers of both signs, with mean 0 and standard deviation 1. Four lines.

# %% exercise="d35-gradcheck_all"
def gradcheck_all(ops: dict, rng: np.random.Generator) -> dict:
    """The largest gap between pushed and measured gradients, for each operation.

    ops      name → (f, arrays): f takes as many Tensors and returns one Tensor
    rng      for each operation in turn, one standard_normal in its output's shape
    returns  dict name → the error that check_op finds with this gradient

    >>> errors = gradcheck_all(
    ...     {"square": (lambda a: a**2, [np.array([1.0, 2.0])])},
    ...     np.random.default_rng(0),
    ... )
    >>> errors["square"] < 1e-7
    True
    """
    ### BEGIN SOLUTION
    errors = {}
    for name, (f, arrays) in ops.items():
        shape = f(*[Tensor(a) for a in arrays]).shape
        errors[name] = check_op(f, arrays, rng.standard_normal(shape))
    return errors
    ### END SOLUTION


# %% visible="d35-gradcheck_all" points=1
# Two right operations, and three with a wrong push: twice the gradient, no gradient for
# the second parent, and 3 / g for 3 · g, which a g of ones would not find.
wide = np.array([[1.0, -2.0, 0.5], [0.3, 1.5, -0.7]])
ops = {
    "a * b": (lambda a, b: a * b, [wide, np.array([2.0, -1.0, 4.0])]),
    "flat": (lambda a: a.reshape(6) ** 2, [wide]),
    "twice": (lambda a: Tensor(a.data**2, (a,), lambda g: (4 * g * a.data,)), [wide]),
    "one parent": (
        lambda a, b: Tensor(a.data + b.data, (a, b), lambda g: (g, 0 * g)),
        [wide, 2 * wide],
    ),
    "3 / g": (lambda a: Tensor(3 * a.data, (a,), lambda g: (3 / g,)), [wide]),
}
names = sorted(ops)
got = gradcheck_all(ops, np.random.default_rng(7))

assert got is not None, (
    "gradcheck_all returned None. Did you forget the return statement?"
)
assert hasattr(got, "keys"), f"A dict of errors is asked for; you returned {got}."
assert sorted(got) == names, (
    f"Every operation has an error: {names}; yours are {sorted(got)}."
)
for name in ("a * b", "flat"):
    assert got[name] < 1e-7, (
        f"{name} is right and should have an error near 1e-10, has {got[name]:.3g}. "
        f"Does each operation get its own error, with a g of its output's shape?"
    )
assert np.isclose(got["twice"], 0.5, rtol=1e-5, atol=0), (
    f"Twice the gradient is off by half of the larger one: 0.5, got {got['twice']:.4g}."
)
assert np.isclose(got["one parent"], 1, rtol=1e-5, atol=0), (
    f"A parent without gradient is an error of 1, got {got['one parent']:.4g}."
)
assert got["3 / g"] > 0.05, (
    f"3 / g is no 3 · g, and the error is {got['3 / g']:.3g}. With which g did you ask?"
)

# %% hidden="d35-gradcheck_all" points=2
# Hidden checks: right and wrong operations of many shapes; pushes that only a g of many
# different numbers, of both signs, can unmask; two generators, two gradients.
_rng = course_rng("d35-gradcheck_all")
_wrong = lambda f, push: lambda a: Tensor(f(a.data), (a,), lambda g: (push(g, a.data),))
for _shape in ((3,), (2, 4), (5, 1), (2, 2, 3)):
    _a, _b = _rng.normal(size=_shape), _rng.uniform(0.5, 2.0, size=_shape[-1:])
    _ops = {
        "a + b": (lambda a, b: a + b, [_a, _b]),
        "c - a": (lambda a: 2.5 - a, [_a]),
        "a / b": (lambda a, b: a / b, [_a, _b]),
        "tanh": (lambda a: a.tanh(), [_a]),
        "flat": (lambda a: a.reshape(-1).exp(), [_a]),
        "grown": (lambda a, b: a * b, [_b, _a]),
        "mean of g": (_wrong(lambda v: 2 * v, lambda g, v: 2 * g.mean() + 0 * v), [_a]),
        "g backward": (_wrong(lambda v: 2 * v, lambda g, v: 2 * g.ravel()[::-1].reshape(v.shape)), [_a]),
        "g without sign": (_wrong(lambda v: 2 * v, lambda g, v: 2 * abs(g)), [_a]),
        "g squared": (_wrong(lambda v: 2 * v, lambda g, v: 2 * g * g), [_a]),
        "no g": (_wrong(lambda v: 2 * v, lambda g, v: 2 + 0 * v), [_a]),
        "a third": (_wrong(lambda v: 1e-4 * v, lambda g, v: g * 1e-4 / 3), [_a]),
    }
    _names = list(_ops)
    _got, _other = gradcheck_all(_ops, np.random.default_rng(11)), gradcheck_all(_ops, np.random.default_rng(12))
    assert sorted(_got) == sorted(_names), f"every operation has an error, in a dict: {sorted(_names)}, got {sorted(_got)}"
    for _name in _names[:6]:
        assert _got[_name] < 1e-6, f"{_name} on an array of shape {_shape} is right; you report the error {_got[_name]:.3g}"
    for _name in _names[6:11]:
        if _name != "g without sign" or _a.size > 4:
            assert max(_got[_name], _other[_name]) > 1e-3, f"the operation called {_name!r} has a wrong push on an array of shape {_shape}; you report the error {_got[_name]:.3g}"
    assert np.isclose(_got["a third"], 2 / 3, rtol=1e-4, atol=0), f"a third of a tiny gradient is off by two thirds of it, whatever its size; you report {_got['a third']:.4g}"
    assert _got["g squared"] != _other["g squared"], "with two generators you report the same error: is every g drawn from rng?"

# %% [markdown]
# Here is the table for the engine, four shapes by nine operations: entry by entry, functions of a whole array, sums, products, a look-up. `W` and `idx` are made to fit the shape. Which of the nine would you suspect first?

# %%
def table_of(shape, rng):
    a, b = rng.normal(size=shape), rng.uniform(0.5, 2.0, size=shape[-1:])
    W, idx = rng.normal(size=(shape[-1], 3)), rng.integers(0, shape[0], size=6)
    return {
        "a + b": (lambda a, b: a + b, [a, b]), "a * b": (lambda a, b: a * b, [a, b]),
        "a / b": (lambda a, b: a / b, [a, b]), "exp": (lambda a: a.exp(), [a]),
        "tanh": (lambda a: a.tanh(), [a]), "sum": (lambda a: a.sum(axis=0), [a]),
        "mean": (lambda a: a.mean(axis=-1), [a]), "a @ W": (lambda a, W: a @ W, [a, W]),
        "a[idx]": (lambda a: a[idx], [a]),
    }


shapes, rng = [(2, 3), (1, 4), (5, 1), (2, 3, 4)], np.random.default_rng(35)


# %% [markdown]
# Each column of the picture is one call of your function, and the colors are powers of ten. **Look for the lightest field**: anything above −7 would be an operation to mend.

# %%
try:
    errors = [gradcheck_all(table_of(shape, rng), rng) for shape in shapes]
    fig, ax = plt.subplots(figsize=(6, 4.4))
    powers = np.log10([[e[name] + 1e-16 for e in errors] for name in errors[0]])
    image = ax.imshow(powers, cmap="viridis", vmin=-13, vmax=0, aspect="auto")
    ax.set_xticks(range(4), [str(shape) for shape in shapes])
    ax.set_yticks(range(9), list(errors[0]))
    ax.set(xlabel="shape of the array", ylabel="operation")
    fig.colorbar(image, label="error, as a power of ten")
    figure(fig, alt=(
        "A table of errors, nine operations by four shapes: all are dark, below -7."
    ))
except NotImplementedError:
    print("Write the four functions first, then run this cell again.")

# %% author=true
assert powers.max() < -7

# %% [markdown]
# All lie below $10^{-7}$: what is left are the rounding errors of `numgrad`, not of the engine. **Which of your own mistakes today would a test with ones have hidden?** Look at what you had before it worked.
#
# <details><summary>Answer</summary>
#
# Ones hide everything that confuses the gradients of one table with each other: a mean for a sum of equal numbers divided back, an exchanged order, a forgotten $g$. They do not hide wrong shapes, or copies that were not summed.
#
# </details>

# %% [markdown]
# ### Explain · How does it know?
#
# *2 points · about 5 minutes · read and graded by a person*
#
# A colleague has trained models for years and never seen a derivative. "I call one line, and every weight has a gradient. How does the machine know what to compute?" Explain it in six or seven sentences, without code: what is stored while the model runs, in which order it is used, what happens where a number was used more than once.

# %% [markdown] exercise="d35-why" points=2
# While the model runs forward, every operation leaves a note: its result, which values went into it, and how a gradient of the result is turned into gradients of these values. For a product of tables that note says: times the other factor, transposed. So the program has written down its own computation as a graph. Going back starts at the loss, with gradient 1, and visits the notes in reverse order, so that each value has heard from everybody who used it before it passes anything on. What arrives from several users is added, because if a value grows, all of its uses change together; a bias that was used in every row collects from all rows. At the end each weight holds a table of its own shape that says how the loss reacts. Nobody needed a formula for the whole: each operation knows its own slope, and the chain rule is the order of the work.
#
# **For full points**: one point for what is stored (values, what went into what, the way back of each operation); one for the reverse order in which every user comes first, together with adding up where a value was used more than once. A right example, such as the bias, makes up for a gap in one of them.

# %% [markdown]
# ### Break it: a square mistake
#
# A mistake that a check with square tables would not find. Below stands the push of $\mathbf{A}\mathbf{B}$ with the transpose forgotten, for a **square** table. **Predict** whether an error is raised, and whether the angle to the right gradient is small. Then change `[3, 0]` to `[2, 3]` in `B`: a table that equals its transpose. Predict again.

# %%
B = np.array([[1.0, 2.0], [3, 0]])
g = np.array([[1.0, -1.0]])
right, wrong = g @ B.T, g @ B
cosine = (right * wrong).sum() / np.sqrt((right**2).sum() * (wrong**2).sum())
print("right:", right, "  wrong:", wrong, "  cosine:", cosine.round(3))

# %% author=true
assert right.tolist() == [[-1, 3]] and wrong.tolist() == [[-2, 2]] and abs(cosine - 8 / 80**0.5) < 1e-12
# edit: "[3, 0]" -> "[2, 3]"
# then: abs(cosine - 1) < 1e-9

# %% [markdown]
# <details><summary>Answer</summary>
#
# No error: the shapes fit. The angle is 27 degrees, the cosine 0.894, so descent even works a little, which hides the mistake for weeks. With the symmetric table both agree to the last digit. A check needs tables that are neither square nor symmetric.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. A node may hold a table; its push is a VJP, and the gradient has the table's shape.
# 2. Copy and sum are one pair: going back through one is the other.
# 3. A product of tables sends back two products, with the other factor transposed.
# 4. A look-up copies rows; its gradients add up at each row.
# 5. Check each operation with a random gradient, never with ones.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\bar{\mathbf{X}}$ | X bar: the gradient of the loss with respect to X, in the shape of X | `X.grad` |
# | $\bar X_{ij}$ | its entry in row i, column j | `X.grad[i - 1, j - 1]` |

# %% [markdown]
# ### To read
#
# Andrej Karpathy, *micrograd*, is yesterday's engine; the step to arrays is told in George Hotz's *tinygrad* and, with every detail, in the paper *PyTorch: An Imperative Style, High-Performance Deep Learning Library* (Paszke and others, 2019). Tomorrow the sums become integrals.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The fifth week is over: descent, gradients, Jacobians, curvature, regression, an engine. Here it is once more in six short questions. The numbers of a package come in a dict; your function answers with another dict. Work from memory first.

# %%
package = {"x0": 8.0, "a": 2.0, "lr": 0.25, "steps": 3}
package.update({"A": [[1.0, 2.0], [0.0, 3.0]], "x": [1.0, -1.0]})
package.update({"G": [[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]]})
package.update({"f0": 5.0, "slope": 2.0, "bend": 6.0, "d": 0.5})
package.update({"row": [1.0, 2.0], "y": 1, "w": [2.0, -1.0]})
package.update({"paths": [[3.0, 2.0], [4.0, -1.0, 0.5]]})
print(len(package), "numbers and lists, and not one of them is new")

# %% [markdown]
# ### Exercise · Six questions about the week, for the fifth time
#
# *optional · about 16 minutes · needs days 29 to 34*
#
# | answer | day | question |
# |---|---|---|
# | `"place"` | 29 | From `x0`, after `steps` steps of descent on $\tfrac{a}{2}x^2$ with rate `lr`: where? |
# | `"gradient"` | 30 | What is the gradient of $\mathbf{x}^{\mathsf T}\mathbf{A}\mathbf{x}$ at `x`? |
# | `"bias"` | 31 | `G` arrives behind $\mathbf{X}\mathbf{W} + \mathbf{b}$. What does $\mathbf{b}$ receive? |
# | `"taylor"` | 32 | Value `f0`, derivative `slope`, second derivative `bend`: how high is the parabola a step `d` away? |
# | `"logistic"` | 33 | What is the gradient of the logistic loss of one `row` with label `y` at `w`? |
# | `"diamond"` | 34 | Each list of `paths` holds the slopes along one path. What is the slope over all paths? |
#
# **Before you code.** What are the six answers for the package above, by hand?
#
# <details><summary>Answer</summary>
#
# $8 \cdot 0.5^3 = 1$; $(\mathbf{A} + \mathbf{A}^{\mathsf T})\mathbf{x} = (0, -4)$; $(111, 222)$; $5 + 1 + 0.75 = 6.75$; $(\sigma(0) - 1)(1, 2) = (-0.5, -1)$; $6 - 2 = 4$.
#
# </details>
#
# **Your task.** Write `drill_week_5(q)`, which returns a dict with these six names.

# %% exercise="d35-drill_week_5"
def drill_week_5(q: dict) -> dict:
    """Six answers about days 29 to 34.

    q        the numbers under the names x0, a, lr, steps, A, x, G, f0, slope, bend, d,
             row, y, w, paths
    returns  the answers under place, gradient, bias, taylor, logistic, diamond

    >>> sorted(drill_week_5(package))
    ['bias', 'diamond', 'gradient', 'logistic', 'place', 'taylor']
    """
    ### BEGIN SOLUTION
    A, row = np.array(q["A"]), np.array(q["row"])
    return {
        "place": q["x0"] * (1 - q["lr"] * q["a"]) ** q["steps"],
        "gradient": (A + A.T) @ q["x"],
        "bias": np.array(q["G"]).sum(axis=0),
        "taylor": q["f0"] + q["slope"] * q["d"] + q["bend"] * q["d"] ** 2 / 2,
        "logistic": (sigmoid(row @ q["w"]) - q["y"]) * row,
        "diamond": sum(np.prod(path) for path in q["paths"]),
    }
    ### END SOLUTION


# %% visible="d35-drill_week_5" points=0
# The package above, by hand.
got = drill_week_5(dict(package))
want = {"place": 1, "gradient": [0, -4], "bias": [111, 222], "taylor": 6.75}
want |= {"logistic": [-0.5, -1], "diamond": 4}
advice = {
    "place": "Each step multiplies by 1 − lr·a.",
    "gradient": "Both x's move: two terms, one with A transposed.",
    "bias": "In how many rows was b used?",
    "taylor": "What stands before the second derivative?",
    "logistic": "Probability less label, times the row.",
    "diamond": "Multiply along a path; and where paths meet?",
}
assert got is not None, (
    "drill_week_5 returned None. Did you forget the return statement?"
)
assert hasattr(got, "keys"), f"The answers travel in a dict; you returned {got}."
missing = [name for name in want if name not in got]
assert not missing, f"Missing: {missing}. Are all names spelled as in the table?"
for name in want:
    assert np.shape(got[name]) == np.shape(want[name]) and np.allclose(
        got[name], want[name], rtol=1e-7, atol=1e-12
    ), (
        f"{name}: expected {want[name]}, got {np.asarray(got[name]).tolist()}. "
        f"{advice[name]}"
    )

# %% hidden="d35-drill_week_5" points=0
# Hidden checks: thirty packages of fresh numbers and sizes; your package left as it
# was.
from scipy.special import expit as _expit

_rng = course_rng("d35-drill_week_5")
for _ in range(30):
    _n, _rows, _outs, _dim = (int(_v) for _v in _rng.integers(1, 6, size=4))
    _x0, _a, _lr, _f0, _slope, _bend, _d = (float(_v) for _v in _rng.uniform(-2, 2, size=7))
    _steps, _y = int(_rng.integers(0, 7)), int(_rng.integers(0, 2))
    _q = {"x0": _x0, "a": _a, "lr": _lr, "steps": _steps, "f0": _f0, "slope": _slope, "bend": _bend, "d": _d, "y": _y}
    _q |= {"A": _rng.normal(size=(_n, _n)).tolist(), "x": _rng.normal(size=_n).tolist(), "G": _rng.normal(size=(_rows, _outs)).tolist()}
    _q |= {"row": _rng.normal(size=_dim).tolist(), "w": (3 * _rng.normal(size=_dim)).tolist()}
    _q |= {"paths": [_rng.normal(size=int(_k)).tolist() for _k in _rng.integers(1, 5, size=int(_rng.integers(1, 4)))]}
    _place = _x0
    for _ in range(_steps):
        _place = _place - _lr * _a * _place
    _A, _x, _w, _row = (np.array(_q[_k]) for _k in ("A", "x", "w", "row"))
    _steep = [((_x + 1e-30j * _e) @ _A @ (_x + 1e-30j * _e)).imag / 1e-30 for _e in np.eye(_n)]
    _bias = [sum(_r[_k] for _r in _q["G"]) for _k in range(_outs)]
    _over = 0.0
    for _path in _q["paths"]:
        _along = 1.0
        for _s in _path:
            _along *= _s
        _over += _along
    _want = {"place": _place, "gradient": _steep, "bias": _bias, "taylor": _f0 + _d * (_slope + _d * _bend / 2), "diamond": _over}
    _want["logistic"] = [(float(_expit(sum(_w * _row))) - _y) * _r for _r in _row]
    _given = {_name: list(_v) if isinstance(_v, list) else _v for _name, _v in _q.items()}
    _got = drill_week_5(_given)
    assert _given == _q, "the caller's package was changed"
    for _name, _value in _want.items():
        assert np.shape(_got[_name]) == np.shape(_value) and np.allclose(_got[_name], _value, rtol=1e-6, atol=1e-9), f"{_name}: expected {np.round(_value, 6).tolist()}, got {np.asarray(_got[_name]).tolist()} for the package {_q}"
