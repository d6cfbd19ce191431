# %% author=true
from log2attn import course_rng

# gives: relu, init_mlp

# %% [markdown]
# # A lamp with two switches: the multilayer perceptron
#
# **Question of the day.** A layer draws straight lines. What does a second layer add, and how large must its weights be, so that twenty layers still say something?
#
# *After today you can* build a net by hand that no single layer can replace; run a net of any depth forward;
# choose the first weights so that numbers neither die nor explode on their way.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on the graphs of day 34.

# %% [markdown]
# **Yesterday (day 40).** A model gives four classes the same logit. What is its loss, minus the logarithm of the right class's share, and what is the gradient at the logit of that class?
#
# <details><summary>Answer</summary>
#
# Each class gets 0.25: the loss is $\log 4 = 1.386$, and the gradient $p - y = 0.25 - 1 = -0.75$.
#
# </details>

# %% [markdown]
# **A week ago (day 34).** $s = 2x$ and $y = s + s \cdot s$, at $x = 1$. Which gradient arrives at $s$, and which at $x$?
#
# <details><summary>Answer</summary>
#
# At $s$ three arrows meet: $1 + 2 + 2 = 5$. At $x$: $2 \cdot 5 = 10$.
#
# </details>
#
# **Before that (day 20).** Two independent numbers have the variances 4 and 9. What is the variance of their sum, and the standard deviation of half the sum?
#
# <details><summary>Answer</summary>
#
# Variances of independent terms add: 13. Half the sum has the variance $13/4$, the standard deviation 1.803.
#
# </details>

# %% author=true
assert (1 + 2 * 2, 2 * (1 + 2 * 2)) == (5, 10) and round((13 / 4) ** 0.5, 3) == 1.803

# %% [markdown]
# The tools of the day. From your toolbox come the hinges of day 7 and the layer of day 12, the Tensor of day 35 and its sweep; `worlds` has our own handwriting, small noisy digits of 8 times 6 pixels.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn import worlds
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION
from log2attn.toolbox import Tensor, hinge_sum, linear_layer, sweep

# %% author=true
p = np.exp([1.0, 1, 1, 1]) / np.exp([1.0, 1, 1, 1]).sum()
assert np.allclose(-np.log(p[0]), np.log(4), rtol=1e-12, atol=0) and p[0] - 1 == -0.75

# %% [markdown]
# ### Exercise · Back through a list of edges
#
# *1 point · about 6 minutes · needs the sweep of day 34*
#
# A program has written down its steps: each edge is a triple (parent, child, slope), in the order in which the children were computed. `"x"` is the input, the child of the last edge is the output. What is the slope of the output in `"x"`?
#
# **Before you code.** The edges are (x, a, 3), (x, b, 2), (a, y, 10), (b, y, −1). What is the slope, and at which end does the loop begin?
#
# <details><summary>Answer</summary>
#
# $3 \cdot 10 + 2 \cdot (-1) = 28$. At the end: whoever used a node stands behind it in the list.
#
# </details>
#
# **Your task.** Write `review_41(edges)`. Four lines; `g.get(a, 0)` is the entry of a dict, or 0.

# %% exercise="d41-review"
def review_41(edges: list) -> float:
    """The slope of the last child of a list of edges in "x", over all paths.

    edges    list of triples (parent, child, slope), children in the order of computing
    returns  one number; 0 if no path leads from "x" to the output

    >>> review_41([("x", "a", 3.0), ("a", "y", 2.0), ("x", "y", 1.0)])
    7.0
    """
    ### BEGIN SOLUTION
    g = {edges[-1][1]: 1.0}
    for parent, child, slope in reversed(edges):
        g[parent] = g.get(parent, 0.0) + slope * g.get(child, 0.0)
    return g.get("x", 0.0)
    ### END SOLUTION


# %% visible="d41-review" points=0
# The question's graph, and the shortcut of day 34: s = 2x, t = s + 1, y = s·t at 3.
got = review_41([("x", "a", 3.0), ("x", "b", 2.0), ("a", "y", 10.0), ("b", "y", -1.0)])
shortcut = [("x", "s", 2.0), ("s", "t", 1.0), ("s", "y", 7.0), ("t", "y", 6.0)]
got_short = review_41(list(shortcut))

assert got is not None, "review_41 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One slope is asked for, got {got}."
assert np.isclose(got, 28, rtol=1e-9, atol=0), (
    f"Two paths, 3 · 10 and 2 · (−1): together 28, got {got}. Do slopes multiply along "
    f"a path, and do paths add?"
)
assert np.isclose(got_short, 26, rtol=1e-9, atol=0), (
    f"In the shortcut graph s receives 7 + 6 = 13 and x 26, got {got_short}. Has s "
    f"heard from everybody before it passes on?"
)

# %% hidden="d41-review" points=1
# Hidden checks: random graphs of 2 to 9 nodes against all paths; nodes that do not
# matter; your list left as it was.
_rng = course_rng("d41-review")
assert review_41([("x", "y", -2.5)]) == -2.5, "one edge alone: its slope is the answer"
assert review_41([("x", "a", 2.0), ("b", "y", 3.0)]) == 0, "no path leads from x to y here: the slope is 0"
assert review_41([("a", "y", 2.0)]) == 0, "x is in no edge: the slope is 0"
assert review_41([("x", "y", 2), ("x", "y", 3)]) == 5, "two edges between the same nodes, as in x + x: both count"
for _n in (2, 3, 4, 6, 9):
    for _ in range(3):
        _names = ["x", *[f"n{_k}" for _k in range(1, _n)]]
        _links = np.zeros((_n, _n))
        _edges = []
        for _c in range(1, _n):
            for _p in sorted({int(_v) for _v in _rng.integers(0, _c, size=3)}):
                _links[_c, _p] = float(_rng.normal())
                _edges.append((_names[_p], _names[_c], float(_links[_c, _p])))
        _want = float(np.linalg.inv(np.eye(_n) - _links)[-1, 0])
        _given = list(_edges)
        _got = review_41(_given)
        assert np.isclose(_got, _want, rtol=1e-9, atol=1e-9), f"the edges {[(_p, _c, round(_s, 3)) for _p, _c, _s in _edges]}: expected {_want:.6g}, got {_got}"
        assert _given == _edges, "the caller's list was changed"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: the lamp in the stairway
#
# A lamp hangs in a stairway, with one switch below and one above. It is on when exactly one of the two is up. Each switch is a number, 0 or 1. **Can one neuron, $w_1 x_1 + w_2 x_2 + b$ and a threshold, tell whether the lamp is on?** Look for weights before you read on, or for a reason why there are none.

# %%
switches = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
lamp = np.array([0, 1, 1, 0])
fig, ax = plt.subplots(figsize=(4, 3.6))
for value, mark, color in ((0, "s", BLUE), (1, "o", VERMILLION)):
    at = switches[lamp == value]
    ax.plot(at[:, 0], at[:, 1], mark, color=color, markersize=14, label=f"lamp {value}")
ax.set(xlabel="switch below", ylabel="switch above", xlim=(-0.5, 2.1), ylim=(-0.5, 1.5))
ax.legend(loc="center right")
figure(fig, alt=(
    "Four points at the corners of a square: the lamp is on at two opposite corners "
    "and off at the two others, so no straight line separates them."
))

# %% [markdown]
# There are none. Let $f$ be any function $w_1 x_1 + w_2 x_2 + b$. Along both diagonals of the square it has the same sum:
#
# $$ f(0, 0) + f(1, 1) = f(0, 1) + f(1, 0). $$
#
# In words: both sides are $w_1 + w_2 + 2b$. If the lamp shall be on at the right-hand corners, both values there are above the threshold and their sum is above twice of it; then one of the left-hand corners is too. Minsky and Papert made much of this in 1969.

# %% author=true
_w, _b = np.random.default_rng(1).normal(size=2), 0.7
_f = switches @ _w + _b
assert np.isclose(_f[0] + _f[3], _f[1] + _f[2], rtol=1e-12, atol=1e-12)

# %% [markdown]
# ### Idea 1 · Bend between two layers
#
# What about two layers, one after the other? $(\mathbf{X}\mathbf{W}_1 + \mathbf{b}_1)\mathbf{W}_2 + \mathbf{b}_2$ is $\mathbf{X}(\mathbf{W}_1\mathbf{W}_2) + \text{a row}$: a product of tables is a table (day 13), so the two are **one** layer, and so are twenty. Something must stand between them that is no line. The cheapest is day 7's ReLU, $\max(0, x)$ entry by entry.

# %%
def relu(x):
    """The larger of 0 and x, entry by entry, for arrays and for Tensors."""
    return x.relu() if hasattr(x, "relu") else np.maximum(x, 0.0)


rng = np.random.default_rng(41)
W1, b1 = rng.normal(size=(2, 3)), rng.normal(size=3)
W2, b2 = rng.normal(size=(3, 1)), rng.normal(size=1)
one = linear_layer(switches, W1 @ W2, b1 @ W2 + b2)
two = linear_layer(linear_layer(switches, W1, b1), W2, b2)
bent = linear_layer(relu(linear_layer(switches, W1, b1)), W2, b2)
print("one and two layers differ by", abs(one - two).max().round(15))
print("diagonals, bent:", bent[0] + bent[3], bent[1] + bent[2])

# %% author=true
assert abs(one - two).max() < 1e-12 and abs(bent[0] + bent[3] - bent[1] - bent[2])[0] > 0.05

# %% [markdown]
# With the bend the diagonals differ: the spell is broken. Such a net is a **multilayer perceptron**: layers with a bend between them. What stands between the layers is **hidden**; its entries are *units*.
#
# $$ \mathbf{H} = \operatorname{relu}(\mathbf{X}\mathbf{W}_1 + \mathbf{b}_1), \qquad \mathbf{Z} = \mathbf{H}\mathbf{W}_2 + \mathbf{b}_2 $$
#
# In words: each hidden unit is a line that is cut off at 0, and the last layer adds such cut lines with weights and a sign. After the last layer there is no bend: the outputs are logits or predictions, and may be negative.

# %% author=true
_H = np.where(switches @ W1 + b1 > 0, switches @ W1 + b1, 0)
assert np.allclose(bent, _H @ W2 + b2, rtol=1e-12, atol=1e-12)

# %% [markdown]
# A lamp that is on when *at least one* switch is up is a small net. Count $s = x_1 + x_2$, and take two hinges: $\operatorname{relu}(s) - \operatorname{relu}(s - 1)$ rises from 0 to 1 and then stays. **Which second weight would let it fall again?** (You need it in part 3.)

# %%
count = np.linspace(-0.5, 2.5, 61)
fig, ax = plt.subplots(figsize=(6, 2.8))
ax.plot(count, relu(count), "--", color=BLUE, label="relu(s)")
ax.plot(count, -relu(count - 1), ":", color=GREEN, label="−relu(s − 1)")
ax.plot(count, relu(count) - relu(count - 1), color=VERMILLION, label="their sum")
ax.set(xlabel="switches that are up, s", ylabel="lamp")
ax.legend()
figure(fig, alt=(
    "A rising hinge and a falling one; their sum climbs from 0 to 1 between s = 0 and "
    "s = 1 and stays at 1 beyond."
))

# %% [markdown]
# ### Exercise · Layer by layer
#
# *3 points · about 8 minutes · needs the layer of day 12 and `relu`*
#
# A net of any depth is a list of pairs `(W, b)`. The rows of X go through all of them, with a bend *between* two layers: none before the first, none after the last. Use `relu`, which works for arrays and for the Tensors of day 35; so will your function.
#
# **Before you code.** Three layers: how many bends? With a list of one pair, how many?
#
# <details><summary>Answer</summary>
#
# Two; and none: one layer is a plain linear model.
#
# </details>
#
# **Your task.** Write `mlp_forward(X, params)`. Three or four lines.

# %% exercise="d41-mlp_forward"
def mlp_forward(X: np.ndarray, params: list) -> np.ndarray:
    """A net's output for the rows of X: layers with a relu between them.

    X        (N, d_in)  rows
    params   list of (W, b): (d_in, d_1), (d_1,); (d_1, d_2), (d_2,); …
    returns  (N, d_out)  the last layer's output, not bent

    >>> first = (np.array([[1.0, -1.0]]), np.array([0.0, 0.0]))
    >>> last = (np.array([[2.0], [3.0]]), np.array([-1.0]))
    >>> mlp_forward(np.array([[1.0], [-1.0]]), [first, last]).tolist()
    [[1.0], [2.0]]
    """
    ### BEGIN SOLUTION
    for at, (W, b) in enumerate(params):
        X = (relu(X) if at else X) @ W + b
    return X
    ### END SOLUTION


# %% visible="d41-mlp_forward" points=1
# Two rows, three hidden units, one output, by hand: hidden (1, 2, 3) and (3, 0, 0).
rows = np.array([[1.0, 2.0], [3.0, -1.0]])
first = (np.array([[1.0, -1.0, 0.0], [0.0, 1.0, 2.0]]), np.array([0.0, 1.0, -1.0]))
last = (np.array([[1.0], [2.0], [-3.0]]), np.array([-5.0]))
got = mlp_forward(rows, [first, last])

assert got is not None, (
    "mlp_forward returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 1), (
    f"Two rows and one output: (2, 1) is expected, got {np.shape(got)}. Did all layers "
    f"have their turn?"
)
assert np.allclose(got, [[-9], [-2]], rtol=1e-9, atol=0), (
    f"Hidden (1, 2, 3) and (3, 0, 0) give 1 + 4 − 9 − 5 = −9 and 3 − 5 = −2, got "
    f"{np.asarray(got).round(4).tolist()}. Where are bends, and where are none?"
)
alone = mlp_forward(-rows, [first])
assert np.allclose(alone, [[-1, 0, -5], [-3, 5, 1]], rtol=1e-9, atol=1e-12), (
    f"One layer alone has no bend, neither before nor after it: expected rows "
    f"(−1, 0, −5) and (−3, 5, 1), got {np.asarray(alone).round(4).tolist()}."
)

# %% hidden="d41-mlp_forward" points=2
# Hidden checks: nets of one to five layers and many widths, judged number by number;
# one row, one unit; whole numbers; Tensors; your rows and weights left as they were.
_rng = course_rng("d41-mlp_forward")
for _widths in ((3, 2), (1, 1), (2, 4, 3), (4, 1, 2), (3, 3, 3), (5, 6, 4, 2), (2, 3, 3, 3, 1), (3, 2, 5, 1, 4, 2)):
    for _n in (1, 5):
        _X = _rng.normal(size=(_n, _widths[0]))
        _params = [(_rng.normal(size=(_p, _q)), _rng.normal(size=_q)) for _p, _q in zip(_widths, _widths[1:])]
        _rows = [[float(_v) for _v in _row] for _row in _X]
        for _k, (_W, _b) in enumerate(_params):
            _rows = [[sum(_row[_i] * float(_W[_i, _j]) for _i in range(len(_row))) + float(_b[_j]) for _j in range(len(_b))] for _row in _rows]
            if _k + 1 < len(_params):
                _rows = [[max(0.0, _v) for _v in _row] for _row in _rows]
        _want = np.array(_rows)
        _given, _layers = _X.copy(), [(_W.copy(), _b.copy()) for _W, _b in _params]
        _got = mlp_forward(_given, _layers)
        assert np.shape(_got) == _want.shape and np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"widths {_widths}, {_n} rows: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert (_given == _X).all() and all((_a == _W).all() and (_c == _b).all() for (_a, _c), (_W, _b) in zip(_layers, _params)), "the rows or weights of the caller were changed in place"
_whole = mlp_forward(np.array([[2, -3]]), [(np.array([[1, -1], [1, 1]]), np.array([0, 1])), (np.array([[2], [-1]]), np.array([3]))])
assert np.asarray(_whole).tolist() == [[3]], f"whole numbers: expected [[3]], got {np.asarray(_whole).tolist()}"
_T = lambda v: Tensor(np.array(v))
_out = mlp_forward(_T([[1.0, -2.0]]), [(_T([[1.0, 2.0], [1.0, -1.0]]), _T([0.5, 0.0])), (_T([[3.0], [2.0]]), _T([1.0]))])
assert hasattr(_out, "push") and np.allclose(_out.data, [[9.0]], rtol=1e-9, atol=0), "with Tensors a Tensor should come back, here with data [[9.0]]: bend with relu, which knows both kinds"

# %% [markdown]
# ### Idea 2 · Any curve, if only somebody finds it
#
# With one input, each hidden unit is a hinge, and a net is day 7's sum of hinges: unit $k$ has the weight 1 and the bias minus the knot; the last layer has the *changes* of slope. The next cell builds such a net for a given curve, without learning, and compares it with `hinge_sum`.

# %%
x = np.linspace(-3, 3, 121)
knots = np.linspace(-3, 2.5, 12)
slopes = np.diff(np.sin(2 * np.append(knots, 3.0))) / 0.5
W, b = np.ones((1, 12)), -knots
W_out, b_out = np.diff(slopes, prepend=0)[:, None], np.array([np.sin(2 * -3.0)])
by_net = linear_layer(relu(linear_layer(x[:, None], W, b)), W_out, b_out)[:, 0]
by_hinges = hinge_sum(x, knots, slopes, np.sin(-6.0))
print("net and hinges differ by", abs(by_net - by_hinges).max().round(14))
print("net and curve by", abs(by_net - np.sin(2 * x)).max().round(3))

# %% author=true
assert abs(by_net - by_hinges).max() < 1e-12 and round(abs(by_net - np.sin(2 * x)).max(), 2) == 0.12

# %% [markdown]
# Twelve units follow a sine to 0.12, more units follow closer: with enough of them **no continuous curve on an interval is out of reach** (Cybenko 1989, for sigmoids; in many dimensions too). But we *placed* the knots, because we knew the curve. That good weights exist does not say that training finds them. Training begins somewhere, with random weights, and if it begins badly nothing arrives at all.

# %% [markdown]
# ### Idea 3 · How large at the start?
#
# Send 500 handwritten digits through twenty layers of 64 units with random normal weights, biases 0. Only the weights' standard deviation is up to us. **Write down a guess: at which of 0.1, 0.177 and 0.25 do numbers of ordinary size arrive?**

# %%
digits, _ = worlds.make_glyphs(500, np.random.default_rng(41))


def sizes(std, depth=20):
    """The standard deviation of what leaves each of the layers."""
    rng, H, out = np.random.default_rng(41), digits, []
    for _ in range(depth):
        H = relu(H @ (std * rng.standard_normal((H.shape[1], 64))))
        out.append(H.std())
    return np.array(out)


# %% [markdown]
# The figure shows all three, on a log axis. A straight line there is growth by a constant factor (day 4). **What is the factor of each line, about, from layer to layer?**

# %%
def draw(std):
    fig, ax = plt.subplots(figsize=(6.4, 3.2))
    lines = [(0.1, BLUE, ":"), (0.177, GREEN, "-"), (0.25, INK, "--")]
    for s, color, line in lines:
        ax.semilogy(range(1, 21), sizes(s), line, color=color, label=f"std {s}")
    label = f"yours: {std:.3f}"
    ax.semilogy(range(1, 21), sizes(std), "o", color=VERMILLION, label=label)
    ax.set(xlabel="layer", ylabel="size of its output", ylim=(1e-9, 1e6))
    ax.set_xticks([1, 5, 10, 15, 20])
    ax.legend(loc="lower left")
    return fig


# %% [markdown]
# The figure has the three guesses as lines, and a fourth one, dotted, for the slider below it. There you may look for the ridge yourself: turn until the dots neither fall nor climb.

# %%
figure(draw(0.177), alt=(
    "Sizes over twenty layers on a log axis: with std 0.1 they fall to 0.000005, with "
    "0.25 they climb to several hundred, with 0.177 they stay near 0.5."
))
slider(draw, alt=(
    "The dots turn from a falling to a rising line as the weights' std passes 0.177."
), std=(0.06, 0.36, 0.01, 0.14))

# %% author=true
low, middle, high = sizes(0.1), sizes(0.177), sizes(0.25)
assert low[-1] < 1e-5 and 0.3 < middle.min() and middle.max() < 0.7 and 100 < high[-1] < 1000
assert 0.5 < (low[-1] / low[0]) ** (1 / 19) < 0.6 and 1.35 < (high[-1] / high[0]) ** (1 / 19) < 1.45

# %% [markdown]
# 0.57 and 1.41: between death and explosion there is a narrow ridge. Where does it lie? A unit's input is a sum, $z = \sum_i x_i w_i$, of $d_{\text{in}}$ terms. The weights are independent, with mean 0 and variance $v$, so (day 20) the terms' variances add:
#
# $$ \operatorname{Var}(z) = d_{\text{in}} \cdot v \cdot \mathbb{E}[x^2]. $$
#
# In words: the number of inputs, times the variance of a weight, times the mean square of an input. And the bend? $z$ is as often negative as positive, so ReLU erases half of its square: $\mathbb{E}[\operatorname{relu}(z)^2] = \tfrac12 \operatorname{Var}(z)$.

# %% [markdown]
# So from layer to layer the mean square is multiplied by $d_{\text{in}}\,v/2$. It stays if
#
# $$ v = \frac{2}{d_{\text{in}}}. $$
#
# In words: **the variance of a weight is two over the number of inputs**, here $\sqrt{2/64} = 0.177$. He and others found it in 2015; a net of thirty layers that had not moved before learned with it. Before that, Glorot and Bengio (2010) had looked at both directions: backward a gradient is a sum of $d_{\text{out}}$ terms. Without a bend, forward wants $1/d_{\text{in}}$ and backward $1/d_{\text{out}}$; their compromise, *Xavier*, is $2/(d_{\text{in}} + d_{\text{out}})$.

# %%
rng = np.random.default_rng(41)
x = rng.normal(size=200_000) + 0.5
w = np.sqrt(2 / 64) * rng.standard_normal((64, 4000))
z = x[: 64 * 3000].reshape(3000, 64) @ w
predicted = 64 * 2 / 64 * (x**2).mean()
print("Var(z):", z.var().round(3), "  64 v E[x²]:", predicted.round(3))
print("mean square after the bend:", (relu(z) ** 2).mean().round(3))

# %% author=true
assert abs(z.var() / (2 * (x**2).mean()) - 1) < 0.03 and abs((relu(z) ** 2).mean() / (z.var() / 2) - 1) < 0.03

# %% [markdown]
# ### Exercise · The first weights
#
# *2 points · about 6 minutes · needs variance and standard deviation (day 20)*
#
# **Before you code.** A layer has 50 inputs and 150 outputs. Which standard deviation has a weight by He, which by Xavier?
#
# <details><summary>Answer</summary>
#
# $\sqrt{2/50} = 0.2$ and $\sqrt{2/200} = 0.1$. A variance is given; a standard deviation is its root.
#
# </details>
#
# **Your task.** Write `init_weights(d_in, d_out, kind, rng)`: random weights of mean 0 and the variance above, for `"he"` and for `"xavier"`. Normal numbers are usual; uniform ones with the same variance are right too. Two lines.

# %% exercise="d41-init_weights"
def init_weights(
    d_in: int, d_out: int, kind: str, rng: np.random.Generator
) -> np.ndarray:
    """Random first weights of a layer, with mean 0.

    d_in, d_out  numbers of inputs and outputs
    kind         "he": variance 2/d_in; "xavier": variance 2/(d_in + d_out)
    rng          the generator that draws them
    returns      (d_in, d_out)

    >>> init_weights(3, 2, "he", np.random.default_rng(0)).shape
    (3, 2)
    """
    ### BEGIN SOLUTION
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    return np.sqrt(v) * rng.standard_normal((d_in, d_out))
    ### END SOLUTION


# %% visible="d41-init_weights" points=1
# 50 inputs and 150 outputs: 7500 weights, so their standard deviation is known to 1 %.
got = init_weights(50, 150, "he", np.random.default_rng(41))
got_x = init_weights(50, 150, "xavier", np.random.default_rng(42))

assert got is not None and got_x is not None, (
    "init_weights returned None. Did you forget a return statement?"
)
for name, W, std in (("he", got, 0.2), ("xavier", got_x, 0.1)):
    assert np.shape(W) == (50, 150), (
        f"{name}: (d_in, d_out) = (50, 150) is expected, got {np.shape(W)}."
    )
    assert abs(np.mean(W)) < 5 * std / np.sqrt(7500), (
        f"{name}: the mean should be near 0, is {np.mean(W):.4f}. Are your weights of "
        f"both signs?"
    )
    spread = np.asarray(W).std()
    assert abs(spread / std - 1) < 0.05, (
        f"{name}: a standard deviation of {std} is expected, got {spread:.4f}. The "
        f"formula gives a variance: what has to be done to it?"
    )

# %% hidden="d41-init_weights" points=1
# Hidden checks: layers of other sizes, wide and narrow; every weight drawn for itself,
# from rng; one input and one output.
_rng = course_rng("d41-init_weights")
for _in, _out in ((300, 40), (40, 300), (200, 200), (500, 10), (int(_rng.integers(60, 90)), int(_rng.integers(150, 250)))):
    for _kind, _v in (("he", 2 / _in), ("xavier", 2 / (_in + _out))):
        _seed = int(_rng.integers(10**6))
        _W, _again = (np.asarray(init_weights(_in, _out, _kind, np.random.default_rng(_seed))) for _ in range(2))
        _other = np.asarray(init_weights(_in, _out, _kind, np.random.default_rng(_seed + 1)))
        _does, _n = f"{_in} inputs, {_out} outputs, {_kind}", _in * _out
        assert _W.shape == (_in, _out), f"{_does}: expected the shape {(_in, _out)}, got {_W.shape}"
        assert abs(_W.var() / _v - 1) < 6 * np.sqrt(2 / _n), f"{_does}: a variance of {_v:.5f} is expected, yours is {_W.var():.5f}"
        assert abs(_W.mean()) < 6 * np.sqrt(_v / _n), f"{_does}: the mean should be near 0, is {_W.mean():.5f}"
        assert (_W == _again).all() and (_W != _other).any(), f"{_does}: the weights come from rng: the same for the same generator, others for another"
        assert max(abs(_W.mean(axis=0)).max() / np.sqrt(_v / _in), abs(_W.mean(axis=1)).max() / np.sqrt(_v / _out)) < 6, f"{_does}: a whole row or column leans to one side: is every weight drawn for itself?"
assert np.shape(init_weights(1, 1, "he", np.random.default_rng(3))) == (1, 1), "one input and one output: (1, 1)"

# %% [markdown]
# And the answer to the puzzle? One neuron cannot run the lamp, two hidden units can; and a deep net of them starts with weights of variance $2/d_{\text{in}}$. A whole net's start, with biases 0, is one line:

# %%
def init_mlp(sizes, kind, rng):
    """Weights by init_weights and zero biases, for a net with these widths."""
    pairs = zip(sizes, sizes[1:])
    return [(init_weights(m, n, kind, rng), np.zeros(n)) for m, n in pairs]


# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · The lamp, for any switches
#
# *3 points · about 8 minutes · needs the two hinges of idea 1*
#
# Your switches give `low` when down and `high` when up: 0 and 1, or −1 and 1, or 2 and 5. Build the net by hand: two inputs, two hidden units, one output. It shall answer 1 if exactly one switch is up, else 0, up to rounding.
#
# **Before you code.** For 0 and 1 the net is $\operatorname{relu}(s) - 2\operatorname{relu}(s - 1)$ with $s = x_1 + x_2$. What is it at $s = 0, 1, 2$? What must $s$ be for switches that give 2 and 5?
#
# <details><summary>Answer</summary>
#
# 0, 1, 0. Each switch has to be turned into 0 or 1 first: $s = (x_1 - 2)/3 + (x_2 - 2)/3$. Weights and biases of the first layer can do that.
#
# </details>
#
# **Your task.** Write `xor_by_hand(low, high)`, which returns the list of two pairs `(W, b)`. Other nets that answer so are right, too. Four lines.

# %% exercise="d41-xor_by_hand"
def xor_by_hand(low: float, high: float) -> list:
    """A net of two hidden units that tells whether exactly one of two switches is up.

    low, high  what a switch gives when it is down, and up; low < high
    returns    [(W1 (2, 2), b1 (2,)), (W2 (2, 1), b2 (1,))] for mlp_forward

    >>> [np.shape(W) for W, b in xor_by_hand(0.0, 1.0)]
    [(2, 2), (2, 1)]
    """
    ### BEGIN SOLUTION
    scale = 1 / (high - low)
    start = -2 * low * scale
    first = (np.full((2, 2), scale), np.array([start, start - 1]))
    return [first, (np.array([[1.0], [-2.0]]), np.array([0.0]))]
    ### END SOLUTION


# %% visible="d41-xor_by_hand" points=1
# Switches of 0 and 1, then of −1 and 1: off, on, on, off.
for low, high in ((0.0, 1.0), (-1.0, 1.0)):
    params = xor_by_hand(low, high)
    assert params is not None, (
        "xor_by_hand returned None. Did you forget the return statement?"
    )
    shapes = [np.shape(part) for layer in params for part in layer]
    assert shapes == [(2, 2), (2,), (2, 1), (1,)], (
        f"The net is a list of two pairs, with the shapes (2, 2), (2,), (2, 1), (1,); "
        f"yours has {shapes}."
    )
    (W1, b1), (W2, b2) = params
    four = np.array([[low, low], [low, high], [high, low], [high, high]])
    got = (np.maximum(four @ W1 + b1, 0) @ W2 + b2)[:, 0]
    assert np.allclose(got, [0, 1, 1, 0], rtol=0, atol=1e-9), (
        f"Switches of {low:g} and {high:g}: for (low, low), (low, high), (high, low), "
        f"(high, high) the lamp is 0, 1, 1, 0; yours gives {got.round(4).tolist()}."
    )

# %% hidden="d41-xor_by_hand" points=2
# Hidden checks: switches of many kinds, whole numbers too.
_rng = course_rng("d41-xor_by_hand")
_kinds = [(0, 1), (-1, 1), (2, 5), (-3, -2), (0.5, 0.75), (-10, 30), (0, 100)]
_kinds += [(float(_lo), float(_lo + _gap)) for _lo, _gap in zip(_rng.normal(scale=3, size=8), _rng.uniform(0.2, 6, size=8))]
for _low, _high in _kinds:
    (_W1, _b1), (_W2, _b2) = xor_by_hand(_low, _high)
    _shapes = [np.shape(_p) for _p in (_W1, _b1, _W2, _b2)]
    assert _shapes == [(2, 2), (2,), (2, 1), (1,)], f"the shapes should be (2, 2), (2,), (2, 1), (1,), are {_shapes}"
    for _x1, _x2, _want in ((_low, _low, 0), (_low, _high, 1), (_high, _low, 1), (_high, _high, 0)):
        _hidden = [max(0.0, float(_x1 * _W1[0][_j] + _x2 * _W1[1][_j] + _b1[_j])) for _j in range(2)]
        _lamp = float(_hidden[0] * _W2[0][0] + _hidden[1] * _W2[1][0] + _b2[0])
        assert abs(_lamp - _want) < 1e-9, f"switches of {_low:g} and {_high:g}: at ({_x1:g}, {_x2:g}) the lamp should be {_want}, is {_lamp:.6g}"

# %% [markdown]
# ### Exercise · A health check of the layers
#
# *3 points · about 9 minutes · needs means and standard deviations (day 8)*
#
# Whoever starts to train a net looks first at what its hidden layers put out. Three numbers a layer: the mean, the standard deviation (both over all rows and units), and the share of **dead** units. A unit is dead if it gives 0 for *every* row: no row moves it, so no gradient will ever get through it.
#
# **Before you code.** Three rows, two units, after the bend: (0, 5), (0, 0), (0, 1). Mean? Share of dead units? How many entries are 0, and why is that another number?
#
# <details><summary>Answer</summary>
#
# The mean is 1, and half of the units are dead: the first. Four of six entries are 0; a unit that is silent for one row and speaks for another is healthy.
#
# </details>
#
# **Your task.** Write `activation_stats(params, X)`: a tuple for each hidden layer, not for the output. Five lines.

# %% exercise="d41-activation_stats"
def activation_stats(params: list, X: np.ndarray) -> list:
    """Mean, standard deviation and share of dead units of each hidden layer.

    params   list of (W, b), as for mlp_forward; the last is the output layer
    X        (N, d_in)  rows
    returns  a list of (mean, std, dead) for the hidden layers, after their relu;
             std has the divisor n, dead is between 0 and 1

    >>> net = [(np.array([[1.0, -1.0]]), np.zeros(2)), (np.ones((2, 1)), np.zeros(1))]
    >>> [[float(v) for v in row] for row in activation_stats(net, np.array([[2.0]]))]
    [[1.0, 1.0, 0.5]]
    """
    ### BEGIN SOLUTION
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X == 0).all(axis=0).mean()))
    return stats
    ### END SOLUTION


# %% visible="d41-activation_stats" points=1
# The answer's rows as a hidden layer, then one unit that adds: 5, 0, 1.
rows = np.array([[5.0, 1.0], [0.0, 2.0], [1.0, 3.0]])
first = (np.array([[0.0, 1.0], [-1.0, 0.0]]), np.zeros(2))
second = (np.array([[-1.0], [1.0]]), np.array([0.0]))
got = activation_stats([first, second, (np.array([[3.0]]), np.array([2.0]))], rows)
want = [(1, np.sqrt(10 / 3), 0.5), (2, np.sqrt(14 / 3), 0)]

assert got is not None, (
    "activation_stats returned None. Did you forget the return statement?"
)
assert len(got) == 2, (
    f"Two hidden layers, so two entries; you gave {len(got)}. Is the output among them?"
)
for layer, (have, right) in enumerate(zip(got, want)):
    assert np.shape(have) == (3,), (
        f"Layer {layer + 1}: three numbers, (mean, std, dead), are asked for; got "
        f"{have}."
    )
    for name, number, value in zip(("mean", "std", "dead share"), have, right):
        assert np.isclose(number, value, rtol=1e-9, atol=1e-12), (
            f"Layer {layer + 1}, {name}: expected {value:.4g}, got {number:.4g}. The "
            f"hidden rows are (0, 5), (0, 0), (0, 1), then 5, 0, 1, after the bend."
        )

# %% hidden="d41-activation_stats" points=2
# Hidden checks: nets of two to five layers with dead units planted, judged entry by
# entry; one row; no hidden layer at all; your rows and weights left as they were.
_rng = course_rng("d41-activation_stats")
for _widths in ((3, 1), (2, 4, 1), (4, 6, 3), (3, 3, 3, 3), (5, 8, 6, 4, 2), (2, 10, 9, 7, 3)):
    for _n in (1, 6):
        _X = _rng.normal(size=(_n, _widths[0]))
        _params = [(_rng.normal(size=(_p, _q)), _rng.normal(size=_q) - 4.0 * (_rng.random(_q) < 0.3)) for _p, _q in zip(_widths, _widths[1:])]
        _H, _want = _X.copy(), []
        for _W, _b in _params[:-1]:
            _Z = np.array([[max(0.0, float(_row @ _W[:, _j] + _b[_j])) for _j in range(len(_b))] for _row in _H])
            _flat = [float(_v) for _v in _Z.ravel()]
            _mean = sum(_flat) / len(_flat)
            _dead = sum(1 for _j in range(len(_b)) if max(_Z[:, _j]) == 0) / len(_b)
            _want.append((_mean, (sum((_v - _mean) ** 2 for _v in _flat) / len(_flat)) ** 0.5, _dead))
            _H = _Z
        _given, _layers = _X.copy(), [(_W.copy(), _b.copy()) for _W, _b in _params]
        _got = activation_stats(_layers, _given)
        assert len(_got) == len(_want), f"widths {_widths}: {len(_want)} hidden layers, you gave {len(_got)} entries"
        for _k in range(len(_want)):
            assert np.shape(_got[_k]) == (3,) and np.allclose(_got[_k], _want[_k], rtol=1e-9, atol=1e-9), f"widths {_widths}, {_n} rows, hidden layer {_k + 1}: expected (mean, std, dead) = {tuple(round(_v, 5) for _v in _want[_k])}, got {_got[_k]}"
        assert (_given == _X).all() and all((_a == _W).all() and (_c == _b).all() for (_a, _c), (_W, _b) in zip(_layers, _params)), "the rows or weights of the caller were changed in place"

# %% [markdown]
# ### Three starts, ten layers
#
# Your three functions on the digits: nets of ten hidden layers of 64 units, started with He, with Xavier, and with weights ten times too small. **Predict** the mean and the dead share in layer 10 for each.

# %%
widths, rng, starts = [48, *[64] * 10, 10], np.random.default_rng(41), {}
try:
    he, xavier = init_mlp(widths, "he", rng), init_mlp(widths, "xavier", rng)
    starts = {"He": he, "Xavier": xavier, "tiny": [(W / 10, b) for W, b in he]}
    for name, params in starts.items():
        mean, std, dead = activation_stats(params, digits)[-1]
        print(f"{name:7s} layer 10: mean {mean:.1e}  std {std:.1e}  dead {dead:.2f}")
except NotImplementedError:
    print("Write init_weights and activation_stats first, then run this cell again.")

# %% [markdown]
# And the gradients? The engine of day 35 takes the same nets: `mlp_forward` on Tensors, the mean square of the outputs as a loss, one sweep. **Predict** the line for the tiny start: will the gradient of the first weights be as small as the outputs, or smaller?

# %%
for name, params in starts.items():
    net = [(Tensor(W), Tensor(b)) for W, b in params]
    loss = (mlp_forward(Tensor(digits[:50]), net) ** 2).mean()
    sweep(loss, [part for layer in net for part in layer])
    print(f"{name:7s} loss {loss.data:.1e}   gradient {abs(net[0][0].grad).max():.1e}")

# %% [markdown]
# The figure shows what leaves layers 1, 5 and 10, in units of the size in layer 1. What is left at 0 are rows that a unit does not answer to. **In which column does the picture change from top to bottom, and in which does it not?**

# %%
if starts:
    fig, axes = plt.subplots(3, 3, figsize=(9, 6), sharex=True, sharey=True)
    for column, (name, params) in enumerate(starts.items()):
        unit = relu(mlp_forward(digits, params[:1])).std()
        for ax, depth in zip(axes[:, column], (1, 5, 10)):
            H = relu(mlp_forward(digits, params[:depth])) / unit
            ax.hist(H.reshape(-1), bins=np.linspace(0, 4, 33), color=BLUE)
            ax.set(title=f"{name}, layer {depth}", yscale="log")
            ax.set(xlabel="output", ylabel="how often")
    figure(fig, alt=(
        "Histograms of three layers for three starts. With He they keep their width "
        "down to layer 10; Xavier's shrink, those of tiny weights collapse to 0."
    ))

# %% author=true
_he, _xavier, _tiny = (activation_stats(p, digits)[-1] for p in starts.values())
assert 0.1 < _he[1] < 2 and _xavier[1] < 0.1 * _he[1] and _tiny[1] < 1e-8
assert float(loss.data) < 1e-20 and abs(net[0][0].grad).max() < 1e-18

# %% [markdown]
# He's start keeps the size; Xavier, made for bends that are nearly a line at 0, loses half of the square in each ReLU layer; the tiny one is gone, and its gradient with it: no training starts from there.
#
# ### In a real model
#
# About two thirds of the weights of a transformer's block are a multilayer perceptron of two layers, four times as wide inside as outside: of $12 D^2$ weights, $8 D^2$. Attention (day 58) brings words together; this net works on each word by itself.

# %% author=true
assert (2 * 4) / (4 + 2 * 4) == 2 / 3

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Break it: everybody the same
#
# Why random weights at all? Give all weights of a layer the same value, 0.2, and compute the hidden units of three digits. **Predict** in how many different numbers the 64 units of one digit differ. Then change `0.2 * np.ones` to `0.0 * np.ones` and predict the last line.

# %%
same = 0.2 * np.ones((48, 64))
H = relu(digits[:3] @ same)
different = [len(np.unique(row)) for row in H.round(9)]
slopes_same = H.T @ np.array([[1.0], [-2.0], [0.5]])  # gradient of weights behind it
print("different units:", different)
print("different gradients:", len(np.unique(slopes_same.round(9))))

# %% author=true
assert different == [1, 1, 1] and len(np.unique(slopes_same.round(9))) == 1
# edit: "0.2 * np.ones" -> "0.0 * np.ones"
# then: different == [1, 1, 1] and abs(slopes_same).max() == 0

# %% [markdown]
# <details><summary>Answer</summary>
#
# One: all 64 units are the same unit. Their gradients are equal too, so after any number of steps they are *still* equal, and the layer has one unit, 64 times. With zeros the gradient behind it is 0 as well: nothing moves. Random weights break the tie.
#
# </details>

# %% [markdown]
# ### Say it in your own words
#
# What could a deep stack of layers without bends never do, however deep it is? Answer with the stairway, in three sentences. Then: why does the variance $2/d_{\text{in}}$ have a 2?
#
# <details><summary>Answer</summary>
#
# A stack without bends is one layer, so its values along both diagonals of the four switches have the same sum, and the lamp needs 0 on one and 2 on the other. Depth changes nothing. One bend does. The 2 pays for the bend: it erases half of the mean square, in every layer anew.
#
# </details>

# %% [markdown]
# ### Where it goes wrong in practice
#
# A net of ten layers, started with `rng.standard_normal((d_in, d_out))` as it is: every weight has variance 1. By which factor does the mean square grow in a layer of 64 inputs, and what is the size after ten layers, about? What would you see first in a training run?
#
# <details><summary>Answer</summary>
#
# By $64 \cdot 1/2 = 32$ in each layer, so the size by $\sqrt{32} = 5.7$; after ten layers by $32^5 \approx 3 \cdot 10^7$. The logits are in the millions, the softmax is certain and mostly wrong, and the first loss is enormous in place of $\log K$. Looking at the first loss finds such a start at once.
#
# </details>

# %% author=true
assert 64 / 2 == 32 and 3e7 < 32.0**5 < 3.5e7 and round(32**0.5, 1) == 5.7

# %% [markdown]
# ### The day in five lines
#
# 1. Layers without a bend are one layer; a bend between them makes a multilayer perceptron.
# 2. The lamp with two switches needs two hidden units, and no single neuron can run it.
# 3. With one input a net is a sum of hinges; with enough units it follows any continuous curve. That weights exist does not say that training finds them.
# 4. From layer to layer the mean square is multiplied by $d_{\text{in}} v/2$; with $v = 2/d_{\text{in}}$ it stays.
# 5. Equal weights stay equal; random ones break the tie.

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [But what is a neural network?](https://www.3blue1brown.com/lessons/neural-networks) (19 minutes): the digits, their hidden layers, and what one hopes that they see. Tomorrow such a net is trained. There is no new notation today.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# How many straight pieces has a net? With one input every hidden unit has at most one kink, at $-b/w$. It shows only if the unit's weight in the last layer is not 0, and two kinks at the same place are one, or none, if they cancel: at its kink, unit $i$ changes the slope by $|w_i|\,v_i$, with $v_i$ its weight in the last layer.

# %% [markdown]
# ### Exercise · Counting straight pieces
#
# *optional · about 13 minutes · needs the hinges of idea 2*
#
# **Before you code.** Two units with the same kink and last weights 1 and −1, both with $w = 1$: how many kinks does the net have? And if one has $w = -1$, the bias turned so that the kink is the same?
#
# <details><summary>Answer</summary>
#
# None: $1 - 1 = 0$. With $|w|$ the same: none again; what is left is a straight line.
#
# </details>
#
# **Your task.** Write `count_regions_1d(params, lo, hi)`: the number of straight pieces between `lo` and `hi`, one more than the kinks strictly between. Kinks nearer than $10^{-9}$ are one, changes of slope below $10^{-9}$ none. Seven lines.

# %% exercise="d41-count_regions_1d"
def count_regions_1d(params: list, lo: float, hi: float) -> int:
    """The number of straight pieces of a net with one input and one hidden layer.

    params   [(W (1, n), b (n,)), (V (n, 1), c (1,))], a relu between
    lo, hi   the interval, lo < hi; kinks at its ends do not count
    returns  a whole number, at least 1

    >>> layer = (np.array([[1.0, 1.0]]), np.array([0.0, -1.0]))
    >>> count_regions_1d([layer, (np.array([[1.0], [-2.0]]), np.zeros(1))], -5.0, 5.0)
    3
    """
    ### BEGIN SOLUTION
    (W, b), (V, _) = params
    change = {}
    for w, c, v in zip(W[0], b, V[:, 0]):
        if w != 0:
            kink = round(float(-c / w), 9)
            change[kink] = change.get(kink, 0.0) + abs(w) * v
    return 1 + sum(lo < kink < hi and abs(s) > 1e-9 for kink, s in change.items())
    ### END SOLUTION


# %% visible="d41-count_regions_1d" points=0
# Kinks at 0, 1 and 4; one silent unit at 2, and one that never bends.
layer = (np.array([[1.0, 2.0, -1.0, 1.0, 0.0]]), np.array([0.0, -2.0, 4.0, -2.0, 3.0]))
out = (np.array([[1.0], [-1.0], [2.0], [0.0], [5.0]]), np.array([1.0]))
got = count_regions_1d([layer, out], -10.0, 10.0)
got_inside = count_regions_1d([layer, out], 0.0, 3.0)

assert got is not None, (
    "count_regions_1d returned None. Did you forget the return statement?"
)
assert got == 4, (
    f"Kinks at 0, 1 and 4 make four pieces, got {got}. The unit with the last weight 0 "
    f"is not seen, and the one with w = 0 has no kink."
)
assert got_inside == 2, (
    f"Strictly between 0 and 3 there is one kink, at 1: two pieces, got {got_inside}."
)

# %% hidden="d41-count_regions_1d" points=0
# Hidden checks: nets of 1 to 12 units with kinks on a grid, against slopes measured
# between the grid's places; kinks that coincide, and some that cancel.
_rng = course_rng("d41-count_regions_1d")
for _n in (1, 2, 3, 5, 8, 12):
    for _ in range(4):
        _knots = _rng.integers(-6, 7, size=_n).astype(float)
        _w = _rng.choice([-2.0, -1.0, 1.0, 2.0, 0.0], size=_n, p=[0.2, 0.25, 0.25, 0.2, 0.1])
        _v = _rng.choice([-2.0, -1.0, 0.0, 1.0, 2.0], size=_n)
        _b = np.where(_w == 0, 1.0, -_w * _knots)
        _lo, _hi = float(_rng.integers(-7, 0)), float(_rng.integers(1, 8))
        _f = lambda x, w=_w, b=_b, v=_v: float((np.maximum(0, x * w + b) * v).sum())
        _steep = [(_f(_k + 0.75) - _f(_k + 0.25)) / 0.5 for _k in np.arange(_lo, _hi)]
        _want = 1 + sum(abs(_p - _q) > 1e-6 for _p, _q in zip(_steep, _steep[1:]))
        _params = [(_w[None].copy(), _b.copy()), (_v[:, None].copy(), np.array([0.5]))]
        _got = count_regions_1d(_params, _lo, _hi)
        assert _got == _want, f"weights {_w.tolist()}, biases {_b.tolist()}, last weights {_v.tolist()}, between {_lo:g} and {_hi:g}: {_want} pieces, got {_got}"
        assert (_params[0][0] == _w).all() and (_params[1][0][:, 0] == _v).all(), "the weights of the caller were changed in place"
_third = count_regions_1d([(np.array([[3.0, 1.0]]), np.array([-1.0, -1 / 3])), (np.array([[1.0], [-3.0]]), np.zeros(1))], 0.0, 1.0)
assert _third == 1, "two kinks at a third that cancel: one piece"
_half = count_regions_1d([(np.array([[2.0, 1.0]]), np.array([-1.0, -1.5])), (np.array([[1.0], [1.0]]), np.zeros(1))], 0.25, 2.0)
assert _half == 3, "kinks at 0.5 and 1.5, between 0.25 and 2: three pieces"
