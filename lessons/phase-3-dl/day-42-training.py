# %% author=true
from log2attn import course_rng

# gives: MLP, tensor_cross_entropy, sgd

# %% [markdown]
# # A poll in place of a census: training
#
# **Question of the day.** One step of descent needs the gradient of all examples. How many of a million does it have to ask?
#
# *After today you can* say how far a gradient from a few rows is off; cut a data set into batches that visit every row once;
# write the loop that trains every net of this course.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on the tensors of day 35.

# %% [markdown]
# **Yesterday (day 41).** A ReLU layer has 50 inputs and 200 outputs. Which standard deviation do its first weights have by He? Into how many straight pieces can three hidden units cut a line at most?
#
# <details><summary>Answer</summary>
#
# $\sqrt{2/50} = 0.2$; the outputs do not count. Three kinks make four pieces.
#
# </details>

# %% [markdown]
# **A week ago (day 35).** `E[idx]` with `idx` = (2, 0, 2), and the gradients 1, 10, 100 arrive. What does `E` of four rows receive, each of one number?
#
# <details><summary>Answer</summary>
#
# $(10, 0, 101, 0)$: row 2 was taken twice, rows 1 and 3 never.
#
# </details>
#
# **Before that (day 14).** $2x + y = 5$ and $x - y = 1$: what are $x$ and $y$? How many solutions are there if the second equation is $4x + 2y = 10$?
#
# <details><summary>Answer</summary>
#
# Adding both gives $3x = 6$: $x = 2$, $y = 1$. The other one says the same as the first, twice: infinitely many.
#
# </details>

# %% author=true
assert (2 / 50) ** 0.5 == 0.2 and (2 * 2 + 1, 2 - 1) == (5, 1)

# %% [markdown]
# The tools of the day. From your toolbox come the Tensor and its sweep (day 35), yesterday's nets, and the loss of day 40 with its gradient. `worlds` has two moons of points that no straight line separates.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn import worlds
from log2attn.learn.style import BLUE, GREEN, VERMILLION
from log2attn.toolbox import Tensor, sweep
from log2attn.toolbox import ce_grad, cross_entropy, init_mlp, mlp_forward

# %% author=true
_g = np.zeros(4)
np.add.at(_g, [2, 0, 2], [1.0, 10.0, 100.0])
assert _g.tolist() == [10, 0, 101, 0]

# %% [markdown]
# ### Exercise · A bias behind a mean
#
# *1 point · about 4 minutes · needs broadcasting and its way back (day 35)*
#
# A bias is added to every row of a table, and the loss is the mean of *all* squared entries: $\mathbf{Z} = \mathbf{X} + \mathbf{b}$, and the mean of $Z_{ij}^2$. What does $\mathbf{b}$ receive?
#
# **Before you code.** X has the rows (1, 2) and (3, 4), and b is (0, 0). How many entries does the mean have? Which gradient has $Z_{11}$, which has $b_1$?
#
# <details><summary>Answer</summary>
#
# Four. $2 \cdot 1/4 = 0.5$. Both rows of its column: $0.5 + 1.5 = 2$.
#
# </details>
#
# **Your task.** Write `review_42(X, b)`: the gradient of that loss in `b`. One line.

# %% exercise="d42-review"
def review_42(X: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The gradient, in b, of the mean of all squared entries of X + b.

    X        (N, D)  a table
    b        (D,)    a bias, added to each row
    returns  (D,)

    >>> review_42(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([0.0, 0.0]))
    array([2., 3.])
    """
    ### BEGIN SOLUTION
    return 2 * (X + b).sum(axis=0) / X.size
    ### END SOLUTION


# %% visible="d42-review" points=0
# Three rows of two numbers, so six entries: with b the table has rows (2, 0), (4, 0),
# (6, 3).
got = review_42(np.array([[1.0, 2.0], [3.0, 2.0], [5.0, 5.0]]), np.array([1.0, -2.0]))

assert got is not None, "review_42 returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"The gradient of b has b's shape, (2,), yours has {np.shape(got)}. What happens "
    f"to the copies of b?"
)
assert np.allclose(got, [4, 1], rtol=1e-9, atol=0), (
    f"2 · (2 + 4 + 6)/6 = 4 and 2 · 3/6 = 1 are expected, got "
    f"{np.asarray(got).round(4).tolist()}. Over how many entries is the mean?"
)

# %% hidden="d42-review" points=1
# Hidden checks: tables of many shapes against measured slopes; whole numbers; your
# arrays left as they were.
_rng = course_rng("d42-review")
for _shape in ((1, 1), (1, 4), (5, 1), (3, 3), (4, 2), (2, 6)):
    for _scale in (1.0, 100.0):
        _X, _b = _scale * _rng.normal(size=_shape), _scale * _rng.normal(size=_shape[1])
        _want = np.array([((_X + _b + 1e-30j * _e) ** 2).mean().imag / 1e-30 for _e in np.eye(_shape[1])])
        _gx, _gb = _X.copy(), _b.copy()
        _got = review_42(_gx, _gb)
        assert np.shape(_got) == _want.shape and np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"a table of shape {_shape}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert (_gx == _X).all() and (_gb == _b).all(), "the caller's table or bias was changed in place"
assert np.allclose(review_42(np.array([[1, 2], [2, 2]]), np.array([1, 0])), [2.5, 2], rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: how many to ask?
#
# Before an election nobody asks sixty million people. A thousand will do, and the answer is right to three points. A training step asks, too: the gradient is a mean over examples. With four hundred examples you can afford thirty visits to each, 12 000 visits in all. **Spend them on 30 steps that ask all 400, on 300 steps that ask 40, or on 3000 steps that ask 4?** Write down which one you expect to end with the lowest loss.

# %%
X, y = worlds.two_moons(400, np.random.default_rng(42))
fig, ax = plt.subplots(figsize=(5, 3.2))
for k, mark, color in ((0, "s", BLUE), (1, "o", VERMILLION)):
    one = X[y == k]
    ax.plot(one[:, 0], one[:, 1], mark, color=color, markersize=4, label=f"class {k}")
ax.set(xlabel="first number", ylabel="second number", aspect="equal")
ax.legend()
figure(fig, alt=(
    "Two half moons of points that reach into each other: a curve can separate them, a "
    "straight line cannot."
))

# %% [markdown]
# ### The model
#
# A model is an object with two abilities: it answers rows, and it hands out its parameters. A class with the special method `__call__` can be used like a function: `model(X)` calls `model.__call__(X)`. Below is yesterday's net with its weights in Tensors, and day 40's loss as an operation of the engine. Its push is the gradient you know, $p - y$ over the number of rows.

# %%
class MLP:
    """A net of layers with a relu between them; layers is a list of (W, b) Tensors."""

    def __init__(self, sizes, rng, kind="he"):
        self.layers = [(Tensor(W), Tensor(b)) for W, b in init_mlp(sizes, kind, rng)]

    def parameters(self):
        return [part for layer in self.layers for part in layer]

    def __call__(self, X):
        return mlp_forward(X if hasattr(X, "push") else Tensor(X), self.layers)


# %% [markdown]
# `[part for layer in self.layers for part in layer]` has two loops, the outer one first: W1, b1, W2, b2. The loss takes the logits as a Tensor and the classes as whole numbers; it is a mean over the rows, so its size does not depend on how many were asked.

# %%
def tensor_cross_entropy(z, y):
    """Day 40's mean loss of logits z (…, K) and classes y (…), as a Tensor."""
    back = lambda g: (g * ce_grad(z.data, y),)
    return Tensor(cross_entropy(z.data, y), (z,), back)


model = MLP([2, 16, 2], np.random.default_rng(42))
loss = tensor_cross_entropy(model(X), y)
sweep(loss, model.parameters())
print("loss", loss.data.round(3), "  shapes", [p.shape for p in model.parameters()])


# %% [markdown]
# ### Idea 1 · A gradient from a few rows is a poll
#
# Ask $B$ rows, drawn at random: the gradient is another one each time. Put it into one long row of numbers, and do it 200 times, for four values of $B$. **Before you run:** if 4 rows give a certain scatter, how many rows give half of it?

# %%
def poll(B, rng):
    """The gradient of the loss on B random rows, as one long row of numbers."""
    ix = rng.integers(0, len(X), B)
    sweep(tensor_cross_entropy(model(X[ix]), y[ix]), model.parameters())
    return np.concatenate([p.grad.reshape(-1) for p in model.parameters()])


rng = np.random.default_rng(1)
polls = {B: np.array([poll(B, rng) for _ in range(200)]) for B in (4, 16, 64, 256)}
print({B: g.shape for B, g in polls.items()})

# %% [markdown]
# How far off is a poll? By the distance from the mean of all polls, as an arrow with 82 entries. Distances are squared, averaged over the polls, and the root is taken: a standard deviation for arrows, the **gradient noise**.
#
# $$ \text{noise} = \sqrt{\tfrac{1}{R} \sum_{r=1}^{R} \lVert \mathbf{g}_r - \bar{\mathbf{g}} \rVert^2} $$
#
# In words: the root of the mean squared distance between a poll's gradient $\mathbf{g}_r$ and the mean $\bar{\mathbf{g}}$ of all $R$ polls.

# %% [markdown]
# ### Exercise · How far off is a poll?
#
# *2 points · about 7 minutes · needs the standard deviation (day 8) and distances (day 11)*
#
# **Before you code.** Three polls of two numbers: (0, 0), (6, 0), (0, 6). What is their mean, how far is each from it, and what is the noise?
#
# <details><summary>Answer</summary>
#
# The mean is (2, 2). Squared distances: 8, 20, 20, on average 16; the noise is 4.
#
# </details>
#
# **Your task.** Write `grad_noise(grads)`. Two lines.

# %% exercise="d42-grad_noise"
def grad_noise(grads: np.ndarray) -> float:
    """The root of the mean squared distance of gradients from their mean.

    grads    (R, P)  one gradient a row
    returns  one number, the divisor is R

    >>> float(grad_noise(np.array([[0.0, 0.0], [6.0, 0.0], [0.0, 6.0]])))
    4.0
    """
    ### BEGIN SOLUTION
    away = grads - grads.mean(axis=0)
    return np.sqrt((away**2).sum(axis=1).mean())
    ### END SOLUTION


# %% visible="d42-grad_noise" points=1
# The question's polls, moved by (100, −100); and two polls of one number.
got = grad_noise(np.array([[100.0, -100.0], [106.0, -100.0], [100.0, -94.0]]))
got_two = grad_noise(np.array([[1.0], [4.0]]))

assert got is not None, "grad_noise returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One number is asked for, got the shape {np.shape(got)}."
assert np.isclose(got, 4, rtol=1e-9, atol=0), (
    f"Squared distances 8, 20, 20 from the mean (102, −98) give √16 = 4, got "
    f"{got:.4f}. Distances from what, and in which order are root, mean and square "
    f"taken?"
)
assert np.isclose(got_two, 1.5, rtol=1e-9, atol=0), (
    f"1 and 4 are 1.5 away from their mean: 1.5, got {got_two:.4f}."
)

# %% hidden="d42-grad_noise" points=1
# Hidden checks: many shapes, far from 0 and near it, number by number; one poll alone;
# whole numbers; your gradients left as they were.
_rng = course_rng("d42-grad_noise")
for _R, _P in ((1, 3), (2, 1), (3, 3), (5, 2), (4, 9), (30, 6)):
    for _scale, _shift in ((1.0, 0.0), (1e-3, 0.0), (10.0, 500.0)):
        _grads = _scale * _rng.normal(size=(_R, _P)) + _shift
        _mean = [sum(float(_v) for _v in _grads[:, _k]) / _R for _k in range(_P)]
        _want = (sum((float(_grads[_r, _k]) - _mean[_k]) ** 2 for _r in range(_R) for _k in range(_P)) / _R) ** 0.5
        _given = _grads.copy()
        _got = grad_noise(_given)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-10), f"{_R} polls of {_P} numbers: expected {_want:.8g}, got {_got}"
        assert (_given == _grads).all(), "the caller's gradients were changed in place"
assert grad_noise(np.array([[1, 2], [5, 5]])) == 2.5, "whole numbers: (1, 2) and (5, 5) are 2.5 from their mean"

# %% [markdown]
# The next cell draws the noise of the 200 polls against $B$, on two log axes. It uses numpy's own standard deviation, of each entry, and adds squares. **Which slope has the line?** (Day 4 reads it off.)

# %%
asked = np.array(list(polls))
noise = np.array([np.sqrt((g.std(axis=0) ** 2).sum()) for g in polls.values()])
fig, ax = plt.subplots(figsize=(5.6, 3.2))
ax.loglog(asked, noise, "o", color=VERMILLION, label="200 polls each")
ax.loglog(asked, 2.2 / np.sqrt(asked), "--", color=BLUE, label="2.2 / √B")
ax.set(xlabel="rows asked, B", ylabel="gradient noise")
ax.legend()
figure(fig, alt=(
    "On log axes the noise falls along a line of slope minus one half: 1.09 for 4 "
    "rows, 0.14 for 256."
))
print(noise.round(3))

# %% author=true
assert np.allclose(noise * np.sqrt(asked), 2.2, rtol=0.08, atol=0)
assert abs(np.polyfit(np.log(asked), np.log(noise), 1)[0] + 0.5) < 0.03
_poll = polls[16]
assert np.isclose(np.sqrt((np.linalg.norm(_poll - _poll.mean(axis=0), axis=1) ** 2).mean()), noise[1], rtol=1e-9, atol=0)

# %% [markdown]
# Minus one half: **half the noise costs four times the rows.** It is the standard error of day 21, $\sigma/\sqrt{B}$, for an arrow. So asking 400 rows costs a hundred times what asking 4 costs, and is ten times as exact. And at the start of a training nobody needs to be exact: any arrow that points roughly downhill is good, and then one can ask again from the new place.

# %% [markdown]
# ### Idea 2 · Every row once: the epoch
#
# One could draw each batch anew. Then after 400 visits about a third of the rows ($e^{-1} = 37\,\%$) were never seen, and others three times. A better way: **shuffle all rows once, cut the order into pieces of $B$**. A piece is a *batch*, all pieces together are an *epoch*. The next epoch is shuffled again, so that a batch is never the same company twice. If $B$ does not divide $N$, the last batch is smaller, and it counts, too.

# %% author=true
assert abs((1 - 1 / 400) ** 400 - np.exp(-1)) < 1e-3 and round(100 * np.exp(-1)) == 37

# %% [markdown]
# ### Exercise · Cut the deck
#
# *2 points · about 7 minutes · needs slices (day 2) and a step in `range`*
#
# `rng.permutation(n)` is the numbers 0 … n − 1 in random order, each once. Use it, one time, so that everybody's batches agree.
#
# **Before you code.** n = 10 and B = 4: how many batches, and how long are they? What does `order[8:12]` give, if `order` has ten entries?
#
# <details><summary>Answer</summary>
#
# Three: 4, 4 and 2. The last two entries: a slice beyond the end stops there.
#
# </details>
#
# **Your task.** Write `batches(n, B, rng)`: a list of arrays of row numbers. Two lines.

# %% exercise="d42-batches"
def batches(n: int, B: int, rng: np.random.Generator) -> list:
    """The row numbers 0 … n − 1, shuffled once and cut into pieces of B.

    n        the number of rows
    B        how many a batch has; the last may have fewer
    rng      draws one permutation of n
    returns  list of arrays (B,) of whole numbers; together every number once

    >>> [len(ix) for ix in batches(10, 4, np.random.default_rng(0))]
    [4, 4, 2]
    """
    ### BEGIN SOLUTION
    order = rng.permutation(n)
    return [order[i : i + B] for i in range(0, n, B)]
    ### END SOLUTION


# %% visible="d42-batches" points=1
# Ten rows in batches of 4: three batches, every row once, in rng's order.
got = batches(10, 4, np.random.default_rng(42))
order = np.random.default_rng(42).permutation(10).tolist()

assert got is not None, "batches returned None. Did you forget the return statement?"
lengths = [len(ix) for ix in got]
assert lengths == [4, 4, 2], (
    f"Ten rows in batches of 4 are 4, 4 and 2; yours are {lengths}. What happens to "
    f"the rest, and is B the length of a batch or their number?"
)
seen = [int(i) for ix in got for i in ix]
assert sorted(seen) == list(range(10)), (
    f"Every row from 0 to 9 once; you have {sorted(seen)}."
)
assert seen != sorted(seen), "Your rows stand in their old order: shuffle them first."
assert seen == order, (
    f"One rng.permutation(10), cut as it is, gives {order}; yours is {seen}."
)

# %% hidden="d42-batches" points=1
# Hidden checks: many sizes, batches of one row, of all rows, and larger than all; a new
# order in every call.
_rng = course_rng("d42-batches")
for _n, _B in ((1, 1), (1, 5), (6, 1), (6, 6), (7, 10), (12, 4), (13, 4), (100, 32), (99, 33), (64, 7)):
    _seed = int(_rng.integers(10**6))
    _order = np.random.default_rng(_seed).permutation(_n).tolist()
    _want = [min(_B, _n - _i) for _i in range(0, _n, _B)]
    _got = [[int(_v) for _v in _ix] for _ix in batches(_n, _B, np.random.default_rng(_seed))]
    _flat = [_v for _ix in _got for _v in _ix]
    assert [len(_ix) for _ix in _got] == _want, f"{_n} rows in batches of {_B}: expected the lengths {_want}, got {[len(_ix) for _ix in _got]}"
    assert _flat == _order, f"{_n} rows in batches of {_B}: one permutation of rng, cut as it is, is {_order[:12]}, yours is {_flat[:12]}"
_same = np.random.default_rng(7)
_first, _second = (np.concatenate(batches(50, 8, _same)).tolist() for _ in range(2))
assert _first != _second, "two epochs with the same generator should have different orders"
assert np.arange(20.0)[batches(20, 6, np.random.default_rng(1))[0]].shape == (6,), "a batch is used as an index: X[ix]; whole numbers are needed"

# %% [markdown]
# ### Idea 3 · The step, and who makes it
#
# The step is day 24's: every parameter moves by $-\eta$ times its gradient. Tomorrow there will be cleverer ones. So the loop should not know how a step is made: it is handed an **optimizer**, a function `opt(params)` that reads each `.grad` and replaces each `.data`. A function that makes such a function carries the learning rate inside (day 7).

# %%
def sgd(lr):
    """An optimizer: opt(params) moves their data once against their gradients."""

    def opt(params):
        for p in params:
            p.data = p.data - lr * p.grad

    return opt


# %% [markdown]
# For arrays without an engine around them there is the same step as a plain function; tomorrow's optimizers are compared with it.
#
# ### Exercise · One step down
#
# *2 points · about 6 minutes · needs the step of descent (day 24)*
#
# **Before you code.** $\theta = 3$, gradient 2, $\eta = 0.5$: where to? And why should the arrays handed in stay as they are?
#
# <details><summary>Answer</summary>
#
# To 2. Somebody may still compare before and after, or try another rate from the same place.
#
# </details>
#
# **Your task.** Write `sgd_step(params, grads, lr)`: a new list of new arrays. One or two lines.

# %% exercise="d42-sgd_step"
def sgd_step(params: list, grads: list, lr: float) -> list:
    """Every array moved by −lr times its gradient.

    params   list of arrays of any shapes
    grads    list of arrays, of the same shapes
    lr       the learning rate
    returns  a new list of arrays; params stay as they were

    >>> sgd_step([np.array([3.0]), np.zeros(2)], [np.array([2.0]), np.ones(2)], 0.5)
    [array([2.]), array([-0.5, -0.5])]
    """
    ### BEGIN SOLUTION
    return [p - lr * g for p, g in zip(params, grads)]
    ### END SOLUTION


# %% visible="d42-sgd_step" points=1
# Two arrays, a table and a row.
table, row = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([10.0, -10.0])
slopes = [np.array([[2.0, 0.0], [0.0, 2.0], [4.0, -4.0]]), np.array([20.0, 10.0])]
got = sgd_step([table, row], slopes, 0.1)

assert got is not None, "sgd_step returned None. Did you forget the return statement?"
assert len(got) == 2 and [np.shape(p) for p in got] == [(3, 2), (2,)], (
    f"Two arrays of shapes (3, 2) and (2,) are expected, got "
    f"{[np.shape(p) for p in got]}."
)
assert np.allclose(got[0], [[0.8, 2], [3, 3.8], [4.6, 6.4]], rtol=1e-9, atol=0), (
    f"The table moves to [[0.8, 2], [3, 3.8], [4.6, 6.4]], yours to "
    f"{np.asarray(got[0]).round(4).tolist()}. Which way is down, and what is scaled?"
)
assert np.allclose(got[1], [8, -11], rtol=1e-9, atol=0), (
    f"The row moves to (8, −11), yours to {np.asarray(got[1]).round(4).tolist()}."
)
assert table[0, 0] == 1 and row[0] == 10, (
    "The arrays handed in have changed. Make new ones: p -= … works in place."
)

# %% hidden="d42-sgd_step" points=1
# Hidden checks: lists of one to five arrays of many shapes, many rates; two steps in a
# row; whole numbers; everything handed in left as it was.
_rng = course_rng("d42-sgd_step")
for _shapes in (((3,),), ((2, 3), (3,)), ((1,), (1, 1), ()), ((4, 2), (2,), (2, 5), (5,)), ((2, 2, 2), (3, 3), (1,), (6,), (2, 1))):
    for _lr in (0.5, 1e-3, 3.0):
        _params = [np.array(_rng.normal(size=_s)) for _s in _shapes]
        _grads = [np.array(_rng.normal(size=_s)) for _s in _shapes]
        _want = [np.array([float(_a) - _lr * float(_b) for _a, _b in zip(_p.ravel(), _g.ravel())]).reshape(_p.shape) for _p, _g in zip(_params, _grads)]
        _gp, _gg = [_p.copy() for _p in _params], [_g.copy() for _g in _grads]
        _got = sgd_step(_gp, _gg, _lr)
        assert len(_got) == len(_want), f"{len(_want)} arrays are expected, got {len(_got)}"
        for _k in range(len(_want)):
            assert np.shape(_got[_k]) == _want[_k].shape and np.allclose(_got[_k], _want[_k], rtol=1e-9, atol=1e-12), f"rate {_lr}, array {_k} of shape {_want[_k].shape}: expected {_want[_k].round(4).tolist()}, got {np.round(_got[_k], 4).tolist()}"
        assert all((_a == _p).all() for _a, _p in zip(_gp, _params)) and all((_a == _g).all() for _a, _g in zip(_gg, _grads)), "an array of the caller was changed in place"
assert sgd_step([np.array([4, 2])], [np.array([1, 2])], 0.5)[0].tolist() == [3.5, 1.0], "whole numbers: (4, 2) less half of (1, 2) is (3.5, 1)"

# %% [markdown]
# And the puzzle? Small polls are cheap, and their error shrinks slowly with their size: so many small steps should win, until the noise itself keeps them from settling. You measure it in part 3, with your own loop.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · The loop
#
# *4 points · about 15 minutes · needs zero, forward, backward, step (day 34), and `batches`*
#
# In every epoch: new batches from `rng`; for each batch the loss, one `sweep` (which sets the gradients to zero first), one `opt`. What is written down for an epoch is the mean loss over its **rows**, each measured when its batch had its turn, before the step. A batch of 2 rows counts for two, one of 40 for forty.
#
# **Before you code.** Batches of 4, 4 and 2 rows have the losses 1, 1 and 6. What is the epoch's loss? Why not measure it after the step?
#
# <details><summary>Answer</summary>
#
# $(4 + 4 + 12)/10 = 2$, and not 8/3. After the step it would be the loss on rows that were learned a moment ago, and cost another run.
#
# </details>
#
# **Your task.** Write `train(model, X, y, opt, epochs, B, rng)`. About nine lines; `float(loss.data)` is the number in a Tensor.

# %% exercise="d42-train"
def train(
    model: MLP, X: np.ndarray, y: np.ndarray, opt: Callable, epochs: int, B: int,
    rng: np.random.Generator,
) -> np.ndarray:
    """Train a classifier in batches; the mean loss of each epoch.

    model    answers rows with logits; model.parameters() are its Tensors
    X, y     (N, D), (N,)  rows and their classes
    opt      opt(params) makes one step
    epochs   how often every row has its turn
    B, rng   each epoch is one call of batches(N, B, rng)
    returns  (epochs,)  mean loss over the rows, each before its batch's step

    >>> rng, half = np.random.default_rng(0), np.array([0, 1, 0, 1])
    >>> train(MLP([2, 2], rng), np.zeros((4, 2)), half, sgd(1.0), 2, 4, rng).round(3)
    array([0.693, 0.693])
    """
    ### BEGIN SOLUTION
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)
    ### END SOLUTION


# %% visible="d42-train" points=1
# Rows of zeros, so only the last bias b = (c, −c) learns; three of four rows are of
# class 0. The first loss is log 2, and the slope in c's direction is 0.75 − σ(2c).
net = MLP([2, 3, 2], np.random.default_rng(42))
got = train(
    net, np.zeros((4, 2)), np.array([0, 0, 1, 0]), sgd(1.0), 4, 4,
    np.random.default_rng(1),
)
want, c = [], 0.0
for _ in range(4):
    want.append(0.75 * np.log(1 + np.exp(-2 * c)) + 0.25 * np.log(1 + np.exp(2 * c)))
    c += 0.75 - 1 / (1 + np.exp(-2 * c))

assert got is not None, "train returned None. Did you forget the return statement?"
assert np.shape(got) == (4,), (
    f"One loss for each of the four epochs: (4,) is expected, got {np.shape(got)}."
)
assert not any(hasattr(loss, "push") for loss in got), (
    "Your losses are Tensors. Write down plain numbers: float(loss.data)."
)
assert np.isclose(got[0], np.log(2), rtol=1e-9, atol=0), (
    f"Before the first step all logits are 0 and the loss is log 2 = 0.6931, got "
    f"{got[0]:.4f}. Is the loss measured before the step, as a mean?"
)
assert np.isclose(got[1], want[1], rtol=1e-9, atol=0), (
    f"After one step the loss is {want[1]:.4f}, got {got[1]:.4f}. Sweep, then one step?"
)
assert np.allclose(got, want, rtol=1e-9, atol=0), (
    f"The losses should be {np.round(want, 4).tolist()}, yours are "
    f"{np.round(got, 4).tolist()}. Which gradients does the second step follow?"
)

# %% hidden="d42-train" points=3
# Hidden checks: nets of one to three layers on random rows, batches that do not divide,
# against a loop with slopes by hand; the weights afterward; your rows left alone.
_rng = course_rng("d42-train")
for _widths, _n, _B, _epochs, _lr in (((2, 2), 5, 2, 3, 0.5), ((2, 4, 3), 7, 3, 3, 0.3), ((3, 5, 4, 2), 9, 4, 2, 0.2), ((2, 3, 2), 6, 6, 4, 0.5), ((1, 2, 2), 3, 8, 2, 0.1)):
    _X, _y = _rng.normal(size=(_n, _widths[0])), _rng.integers(0, _widths[-1], size=_n)
    _seed = int(_rng.integers(10**6))
    _net = MLP(list(_widths), np.random.default_rng(_seed))
    _flat = [np.array(_p.data) for _p in _net.parameters()]
    _layers = [[_flat[_k], _flat[_k + 1]] for _k in range(0, len(_flat), 2)]
    _own, _want = np.random.default_rng(_seed + 1), []
    for _ in range(_epochs):
        _order, _total = _own.permutation(_n), 0.0
        for _i in range(0, _n, _B):
            _ix = _order[_i : _i + _B]
            _inputs, _H = [], _X[_ix]
            for _k, (_W, _b) in enumerate(_layers):
                _H = np.maximum(_H, 0) if _k else _H
                _inputs.append(_H)
                _H = _H @ _W + _b
            _p = np.exp(_H - _H.max(axis=1, keepdims=True))
            _p = _p / _p.sum(axis=1, keepdims=True)
            _total -= np.log(_p[np.arange(len(_ix)), _y[_ix]]).sum()
            _g = (_p - np.eye(_widths[-1])[_y[_ix]]) / len(_ix)
            for _k in range(len(_layers) - 1, -1, -1):
                _W, _b = _layers[_k]
                _back = (_g @ _W.T) * (_inputs[_k] > 0)
                _layers[_k] = [_W - _lr * _inputs[_k].T @ _g, _b - _lr * _g.sum(axis=0)]
                _g = _back
        _want.append(_total / _n)
    _gx, _gy = _X.copy(), _y.copy()
    _got = train(_net, _gx, _gy, sgd(_lr), _epochs, _B, np.random.default_rng(_seed + 1))
    _does = f"widths {_widths}, {_n} rows, batches of {_B}"
    assert np.shape(_got) == (_epochs,) and np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"{_does}: the losses should be {np.round(_want, 5).tolist()}, are {np.round(_got, 5).tolist()}"
    _end = [_part for _layer in _layers for _part in _layer]
    assert all(np.allclose(_p.data, _e, rtol=1e-7, atol=1e-9) for _p, _e in zip(_net.parameters(), _end)), f"{_does}: the losses are right and the weights afterward are not: is there one step for each batch, the last one too?"
    assert (_gx == _X).all() and (_gy == _y).all(), "the caller's rows or classes were changed in place"

# %% [markdown]
# ### The answer, measured
#
# Now your loop on the moons: 30 epochs each, with batches of 400, 40 and 4. That is 30, 300 and 3000 steps, and the same number of visits. Look at what you wrote down.

# %%
test_X, test_y = worlds.two_moons(2000, np.random.default_rng(43))
curves = {}
try:
    for B in (400, 40, 4):
        rng = np.random.default_rng(42)
        net = MLP([2, 16, 2], rng)
        curves[B] = train(net, X, y, sgd(0.5), 30, B, rng)
        right = (net(test_X).data.argmax(axis=1) == test_y).mean()
        print(f"B {B:3d}: last loss {curves[B][-1]:.3f}, new points right {right:.3f}")
except NotImplementedError:
    print("Write batches and train first, then run this cell again.")

# %% author=true
assert curves[400][-1] > 0.25 and curves[40][-1] < 0.14 and curves[4][-1] < 0.1 and right > 0.97

# %% [markdown]
# The smallest polls win, as far as this budget goes: 0.264, 0.125, 0.085. The picture of the losses over the epochs is called a **learning curve**. **Which of the three is the least smooth, and why?**

# %%
if curves:
    fig, ax = plt.subplots(figsize=(6, 3.2))
    for B, color, line in ((400, BLUE, "-"), (40, GREEN, ":"), (4, VERMILLION, "--")):
        ax.plot(range(1, 31), curves[B], line, color=color, label=f"B = {B}")
    ax.set(xlabel="epoch", ylabel="mean loss", ylim=(0, 0.7))
    ax.legend()
    figure(fig, alt=(
        "Three learning curves: with all 400 rows it is smooth and slow, with 40 it "
        "falls faster, with 4 it is lowest and jagged."
    ))

# %% [markdown]
# The one with $B = 4$: its steps are noisy. That is the price, and it does not go away by itself: with a constant rate the weights keep trembling around the bottom. Tomorrow's schedules let the rate fall.
#
# ### In a real model
#
# Language models begin with batches of some hundred thousand tokens and end with millions: when the loss is high, rough polls do; near the end the noise is what is left, and only larger polls or smaller steps help (McCandlish and others, 2018).

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### The boundary moves
#
# Below is what the net says on every point of the plane, after 1, 4, 12 and 40 epochs of your loop with $B = 20$. The line is where both classes get the same logit. **Before you look**: how many corners has the line after the first epoch, and how many in the end?

# %%
def boundary(ax, net, title):
    side_x, side_y = np.meshgrid(np.linspace(-1.8, 2.8, 60), np.linspace(-1.4, 1.9, 50))
    z = net(np.column_stack([side_x.reshape(-1), side_y.reshape(-1)])).data
    gap = (z[:, 1] - z[:, 0]).reshape(side_x.shape)
    ax.contour(side_x, side_y, gap, levels=[0], colors="black")
    for k, mark, color in ((0, "s", BLUE), (1, "o", VERMILLION)):
        ax.plot(X[y == k, 0], X[y == k, 1], mark, color=color, markersize=2)
    ax.set(title=title, aspect="equal", xlabel="first number", ylabel="second number")


# %% [markdown]
# The next cell trains in four stretches, one after the other, and draws after each: `train` goes on with the weights that it finds in the model, so nothing is lost in between.

# %%
try:
    rng = np.random.default_rng(42)
    net, done = MLP([2, 16, 2], rng), 0
    fig, axes = plt.subplots(2, 2, figsize=(8, 6))
    for ax, epochs in zip(axes.reshape(-1), (1, 4, 12, 40)):
        losses, done = train(net, X, y, sgd(0.5), epochs - done, 20, rng), epochs
        boundary(ax, net, f"epoch {epochs}: loss {losses[-1]:.2f}")
    figure(fig, alt=(
        "The boundary after 1, 4, 12 and 40 epochs: first two straight pieces with one "
        "corner, in the end a line that winds between the two moons."
    ))
except NotImplementedError:
    print("Write batches and train first, then run this cell again.")

# %% [markdown]
# It begins as two straight pieces with one corner, which already gets most points right, and winds itself around the tips of the moons later. **Turn the slider**: it trains for eight epochs with the batch size you choose. With which $B$ does the line reach around both tips?

# %%
def learn(B):
    rng = np.random.default_rng(42)
    net = MLP([2, 16, 2], rng)
    losses = train(net, X, y, sgd(0.5), 8, int(B), rng)
    fig, ax = plt.subplots(figsize=(5, 4))
    boundary(ax, net, f"B = {B:.0f}: loss {losses[-1]:.2f} after 8 epochs")
    return fig


if curves:
    slider(learn, alt=(
        "Small batches reach a boundary of several pieces within eight epochs; with "
        "400 rows it still has one corner."
    ), B=(10, 400, 10, 40))

# %% [markdown]
# With 10: eight epochs are then 320 steps. With 40 they are 80, and the line begins to bend a second time; with 400 they are eight steps, and one corner is all there is.
#
# ### Break it: never shuffled, and sorted
#
# Suppose the rows are sorted by class and never shuffled: first all of class 0, then all of class 1. **Predict** the share of rows that the net calls class 1 at the end of an epoch with $B = 20$. Then change `shuffled = False` to `shuffled = True` and predict again.

# %%
shuffled = False
rng, by_class = np.random.default_rng(42), np.argsort(y, kind="stable")
net, step = MLP([2, 16, 2], rng), sgd(0.5)
for epoch in range(5):
    order = rng.permutation(400) if shuffled else by_class
    for ix in (order[i : i + 20] for i in range(0, 400, 20)):
        sweep(tensor_cross_entropy(net(X[ix]), y[ix]), net.parameters())
        step(net.parameters())
share = (net(X).data.argmax(axis=1) == 1).mean()
print("called class 1:", share.round(3), "   in truth:", y.mean().round(3))

# %% author=true
assert share > 0.6
# edit: "shuffled = False" -> "shuffled = True"
# then: abs(share - y.mean()) < 0.1

# %% [markdown]
# <details><summary>Answer</summary>
#
# Too many: the last ten batches had only class 1, and the net has begun to forget the other. A poll that asks one family only is no poll. Shuffled, the share is close to the truth.
#
# </details>

# %% [markdown]
# ### Say it in your own words
#
# What does a noisy learning curve tell you, and what does it not? Three sentences. Then: a friend halves the noise of her gradients. What does that cost her, and when is it worth it?
#
# <details><summary>Answer</summary>
#
# It tells that the batches are small for the rate: the steps follow polls. It does not tell that something is broken, and a smooth curve does not tell that the end is near: the smoothest of today's was the slowest. Half the noise costs four times the rows per step; it is worth it when the loss trembles around a level and no longer falls.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. The gradient of a batch is a poll: right on average, off by $1/\sqrt{B}$.
# 2. Half the noise costs four times the rows; early on, many rough steps beat few exact ones.
# 3. An epoch visits every row once, in a new order; the last batch may be smaller.
# 4. The loop: batches, loss, sweep, step. It does not know how the step is made.
# 5. An epoch's loss is a mean over rows, measured before each step.

# %% [markdown]
# ### To read
#
# Herbert Robbins and Sutton Monro, *A stochastic approximation method* (1951), is where steps along noisy slopes begin: they show that the rates must fall, and how slowly. There is no new notation today but $B$, the number of rows in a batch.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The sixth week is over: tensors, integrals, the normal curve, softmax, its loss, nets. Here it is once more in six short questions. The numbers of a package come in a dict; your function answers with another dict. Work from memory first.

# %%
package = {"idx": [2, 0, 2], "g": [1.0, 10.0, 100.0], "n": 3}
package.update({"heights": [0.0, 4.0, 6.0], "width": 0.5})
package.update({"x": 5.0, "mu": 1.0, "sigma": 2.0})
package.update({"z1": 3.0, "z2": 1.0, "T": 2.0})
package.update({"p": [0.2, 0.5, 0.3], "y": 1, "d_in": 50, "d_out": 200})
print(len(package), "numbers and lists, and not one of them is new")

# %% [markdown]
# ### Exercise · Six questions about the week, for the sixth time
#
# *optional · about 16 minutes · needs days 35 to 41*
#
# | answer | day | question |
# |---|---|---|
# | `"rows"` | 35 | A look-up took the rows `idx` of `n`, one number each; `g` arrives. What do the rows receive? |
# | `"area"` | 36 | Which area has the line through the `heights`, a step of `width` apart? |
# | `"logpdf"` | 37 | What is the log-density of a normal curve (`mu`, `sigma`) at `x`? |
# | `"ratio"` | 39 | Two logits `z1`, `z2` at temperature `T`: how many times as likely is the first? |
# | `"slope"` | 40 | A model says `p`, class `y` is right. What is the gradient at the logits? |
# | `"std"` | 41 | Which standard deviation have the first weights by He? |
#
# **Before you code.** What are the six answers for the package above, by hand?
#
# <details><summary>Answer</summary>
#
# $(10, 0, 101)$; $0.5 \cdot (2 + 5) = 3.5$; $-\tfrac12 2^2 - \log(2\sqrt{2\pi}) = -3.612$; $e^{(3 - 1)/2} = 2.718$; $(0.2, -0.5, 0.3)$; $\sqrt{2/50} = 0.2$.
#
# </details>
#
# **Your task.** Write `drill_week_6(q)`, which returns a dict with these six names.

# %% exercise="d42-drill_week_6"
def drill_week_6(q: dict) -> dict:
    """Six answers about days 35 to 41.

    q        the numbers under the names idx, g, n, heights, width, x, mu, sigma, z1,
             z2, T, p, y, d_in, d_out
    returns  the answers under rows, area, logpdf, ratio, slope, std

    >>> sorted(drill_week_6(package))
    ['area', 'logpdf', 'ratio', 'rows', 'slope', 'std']
    """
    ### BEGIN SOLUTION
    rows, h = np.zeros(q["n"]), np.array(q["heights"])
    np.add.at(rows, q["idx"], q["g"])
    away = (q["x"] - q["mu"]) / q["sigma"]
    return {
        "rows": rows,
        "area": q["width"] * (h[1:] + h[:-1]).sum() / 2,
        "logpdf": -(away**2) / 2 - np.log(q["sigma"] * np.sqrt(2 * np.pi)),
        "ratio": np.exp((q["z1"] - q["z2"]) / q["T"]),
        "slope": q["p"] - np.eye(len(q["p"]))[q["y"]],
        "std": np.sqrt(2 / q["d_in"]),
    }
    ### END SOLUTION


# %% visible="d42-drill_week_6" points=0
# The package above, by hand.
got = drill_week_6(dict(package))
want = {"rows": [10, 0, 101], "area": 3.5, "ratio": np.e, "slope": [0.2, -0.5, 0.3]}
want |= {"logpdf": -2 - np.log(2) - np.log(2 * np.pi) / 2, "std": 0.2}
advice = {
    "rows": "Row 2 was taken twice.",
    "area": "Each panel is a mean of two heights, times its width.",
    "logpdf": "Is sigma a standard deviation or a variance?",
    "ratio": "The temperature divides the logits.",
    "slope": "Probability less one-hot target.",
    "std": "The variance is 2 over the number of inputs.",
}
assert got is not None, (
    "drill_week_6 returned None. Did you forget the return statement?"
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

# %% hidden="d42-drill_week_6" points=0
# Hidden checks: thirty packages of fresh numbers and sizes; your package left as it
# was.
from scipy.stats import norm as _norm

_rng = course_rng("d42-drill_week_6")
for _ in range(30):
    _n, _m, _k, _K = (int(_v) for _v in _rng.integers(2, 7, size=4))
    _idx = [int(_v) for _v in _rng.integers(0, _n, size=_m)]
    _x, _mu, _z1, _z2 = (float(_v) for _v in _rng.normal(scale=3, size=4))
    _sigma, _T, _width = (float(_v) for _v in _rng.uniform(0.2, 4, size=3))
    _p = _rng.dirichlet(np.ones(_K))
    _q = {"idx": _idx, "g": _rng.normal(size=_m).tolist(), "n": _n, "heights": _rng.normal(size=_k).tolist(), "width": _width}
    _q |= {"x": _x, "mu": _mu, "sigma": _sigma, "z1": _z1, "z2": _z2, "T": _T, "p": _p.tolist(), "y": int(_rng.integers(0, _K))}
    _q |= {"d_in": int(_rng.integers(2, 300)), "d_out": int(_rng.integers(301, 600))}
    _want = {
        "rows": [sum(_g for _i, _g in zip(_idx, _q["g"]) if _i == _r) for _r in range(_n)],
        "area": float(np.trapezoid(_q["heights"], dx=_width)),
        "logpdf": float(_norm.logpdf(_x, _mu, _sigma)),
        "ratio": float(np.exp(_z1 / _T) / np.exp(_z2 / _T)),
        "slope": [float(_v) - (_i == _q["y"]) for _i, _v in enumerate(_p)],
        "std": (2 / _q["d_in"]) ** 0.5,
    }
    _given = {_name: list(_v) if isinstance(_v, list) else _v for _name, _v in _q.items()}
    _got = drill_week_6(_given)
    assert _given == _q, "the caller's package was changed"
    for _name, _value in _want.items():
        assert np.shape(_got[_name]) == np.shape(_value) and np.allclose(_got[_name], _value, rtol=1e-6, atol=1e-9), f"{_name}: expected {np.round(_value, 6).tolist()}, got {np.asarray(_got[_name]).tolist()} for the package {_q}"
