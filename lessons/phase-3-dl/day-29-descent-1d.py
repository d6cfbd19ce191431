# %% author=true
from log2attn import course_rng

# %% [markdown]
# # How far to step: descending in one dimension
#
# **Question of the day.** The slope says which way is down. What says how far to go, and why does one and the same step size glide into one valley and fly out of another?
#
# *After today you can* predict what gradient descent does on a parabola, step by step; read the largest safe learning rate off a curve's bend;
# find roots and flat places by Newton's method, and say when it fails.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 22.

# %% [markdown]
# **Yesterday (day 28).** What is the slope of $\sigma(3x)$ at $x = 0$? And what is the slope of $\sigma(3x)^2$ at the same place?
#
# <details><summary>Answer</summary>
#
# $3 \cdot \frac14 = 0.75$. One more link, the square, has the slope $2\sigma = 1$ there: again 0.75.
#
# </details>

# %% [markdown]
# **A week ago (day 22).** A detector has 12 true positives, 4 false positives and 8 false negatives. Give precision, recall and F1.
#
# <details><summary>Answer</summary>
#
# $12/16 = 0.75$, $12/20 = 0.6$, and $2 \cdot 12/(24 + 4 + 8) = 2/3$.
#
# </details>
#
# **Before that (day 8).** The numbers are 2, 4, 4, 6. What are their mean and variance (divisor n), and the z-score of the 6?
#
# <details><summary>Answer</summary>
#
# Mean 4, variance $(4 + 0 + 0 + 4)/4 = 2$, z-score $2/\sqrt 2 = 1.41$.
#
# </details>

# %% author=true
from log2attn.toolbox import sigmoid as _sigmoid

assert 24 / 36 == 2 / 3 and abs(2 / 2**0.5 - 1.4142) < 1e-4
assert abs((_sigmoid(3e-5) ** 2 - _sigmoid(-3e-5) ** 2) / 2e-5 - 0.75) < 1e-8

# %% [markdown]
# The tools of the day. From your toolbox comes only the sigmoid of day 7, for a loss to descend on; everything else you write yourself. Day 24's descent measured its slopes, yours will know them.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, INK, VERMILLION
from log2attn.toolbox import sigmoid

# %% [markdown]
# ### Exercise · How much is an alarm worth?
#
# *1 point · about 3 minutes · needs precision and recall (day 22)*
#
# A detector is described by its recall and its false-alarm rate, the share of negatives it flags. Its precision depends on one thing more: the share of positives, the **prevalence**. Of all pictures,
#
# $$ \text{precision} = \frac{\text{prev} \cdot \text{recall}}{\text{prev} \cdot \text{recall} + (1 - \text{prev}) \cdot \text{alarm}}. $$
#
# In words: the true positives among everything that is flagged, both as shares of all pictures.
#
# **Before you code.** Recall 0.9, false alarms 0.1. What is the precision if half of the pictures are positive, and if one in ten is?
#
# <details><summary>Answer</summary>
#
# $0.45/(0.45 + 0.05) = 0.9$, and $0.09/(0.09 + 0.09) = 0.5$: the same detector, another world.
#
# </details>
#
# **Your task.** Write `review_29(prev, recall, alarm)`. Two lines are enough.

# %% exercise="d29-review"
def review_29(prev: float, recall: float, alarm: float) -> float:
    """The precision of a detector.

    prev     share of positives, above 0 and below 1
    recall   share of the positives that is flagged, above 0
    alarm    share of the negatives that is flagged, 0 to 1
    returns  share of the flagged that is positive

    >>> round(review_29(0.1, 0.9, 0.1), 6)
    0.5
    """
    ### BEGIN SOLUTION
    hits = prev * recall
    return hits / (hits + (1 - prev) * alarm)
    ### END SOLUTION


# %% visible="d29-review" points=0
# Of 100 pictures 20 are positive; 15 of them are flagged, and 8 of the other 80.
got = review_29(0.2, 0.75, 0.1)

assert got is not None, "review_29 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One share is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 15 / 23, rtol=1e-9, atol=0), (
    f"15 of the 23 flagged pictures are positive: 0.6522; got {float(got):.4f}. How "
    f"many of the 80 negatives are flagged?"
)

# %% hidden="d29-review" points=1
# Hidden checks: whole collections of pictures, counted; rare and common positives,
# detectors without false alarms.
_rng = course_rng("d29-review")
for _n in (10, 50, 1000):
    for _ in range(10):
        _pos = int(_rng.integers(1, _n))
        _neg = _n - _pos
        _tp, _fp = int(_rng.integers(1, _pos + 1)), int(_rng.integers(0, _neg + 1))
        _want = _tp / (_tp + _fp)
        _got = review_29(_pos / _n, _tp / _pos, _fp / _neg)
        assert np.isclose(_got, _want, rtol=1e-9, atol=0), f"{_pos} positives of {_n}, {_tp} of them flagged, and {_fp} of the negatives: expected {_want:.6f}, got {_got}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: the shower in the hotel
#
# The water is too hot, so you turn the tap. Out of habit you turn it by 0.08 turns for each degree that it is off. At home a turn changes the water by 10 degrees, and two or three corrections do:

# %%
off = 5.0  # degrees too hot
for correction in (1, 2, 3):
    turns = 0.08 * off
    off = off - 10 * turns
    print(f"correction {correction}: {off:.2f} degrees off")

# %% author=true
assert [round(5 * 0.2**k, 2) for k in (1, 2, 3)] == [1.0, 0.2, 0.04] and round(5 * (-1.4) ** 3, 2) == -13.72

# %% [markdown]
# In the hotel the tap is touchier: a turn changes the water by 30 degrees. You keep your habit, and start 5 degrees too hot again. **Write down** two guesses: what is the water like after your third correction? And how touchy may a tap be, at most, for your habit to work? The three ideas of today answer both.

# %% [markdown]
# ### Idea 1 · One rule, all the way down
#
# On day 24 the slope was measured. Now you know it exactly, and the descent is one line. The number of the step, $t$ on day 24, is $k$ here. From $x_0$ on,
#
# $$ x_{k+1} = x_k - \eta\, f'(x_k). $$
#
# In words: go against the slope, as far as slope times **learning rate** $\eta$. The shower is such a descent. With $x$ for how many turns the tap is off and $a$ for the degrees in a turn, the water is off by $a x$ degrees; that is the slope of $f(x) = \frac a2 x^2$, and your habit $\eta$ multiplies it.

# %%
x = 0.5  # turns: 5 degrees too hot at home
for k in range(4):
    print(f"x = {x:.4f}   f = {5 * x**2:.5f}   slope {10 * x:.3f}")
    x = x - 0.08 * 10 * x
assert np.isclose(x, 0.5 * 0.2**4, rtol=1e-12, atol=0)

# %% [markdown]
# ### Exercise · The whole path down
#
# *2 points · about 8 minutes · needs gradient descent (day 24)*
#
# All that follows looks at paths, so keep every place, the start included.
#
# **Before you code.** $f = x^2$ with the slope $2x$, from $x_0 = 1$ with $\eta = 0.25$. What are the first three places? And how many places do two steps visit?
#
# <details><summary>Answer</summary>
#
# 1, 0.5, 0.25. Two steps visit three places.
#
# </details>
#
# **Your task.** Write `gd(df, x0, lr, steps)`. Four lines are enough.

# %% exercise="d29-gd"
def gd(df: Callable, x0: float, lr: float, steps: int) -> np.ndarray:
    """The path of gradient descent in one dimension.

    df       derivative of what is minimized, a function of one number
    x0       the start
    lr       learning rate
    steps    number of steps, 0 or more
    returns  (steps + 1,)  the places, x0 first

    >>> gd(lambda x: 2 * x, 1.0, 0.25, 2).tolist()
    [1.0, 0.5, 0.25]
    """
    ### BEGIN SOLUTION
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - lr * df(path[-1]))
    return np.array(path)
    ### END SOLUTION


# %% visible="d29-gd" points=1
# The slope 2x − 6 is 0 at 3. From 7, a quarter of it at a time: 7, 5, 4, 3.5.
got = gd(lambda x: 2 * x - 6, 7.0, 0.25, 3)

assert got is not None, "gd returned None. Did you forget the return statement?"
assert np.shape(got) == (4,), (
    f"Three steps visit four places: expected shape (4,), got {np.shape(got)}. Is the "
    f"start among them?"
)
assert np.allclose(got, [7, 5, 4, 3.5], rtol=1e-9, atol=0), (
    f"From 7 the slopes are 8, 4, 2, and a quarter of each is taken away: expected "
    f"[7, 5, 4, 3.5], got {np.round(got, 4).tolist()}. At which place is each slope "
    f"asked, and which way does the step go?"
)

# %% hidden="d29-gd" points=1
# Hidden checks: parabolas, whose path is known exactly, with rates from tiny to
# exploding; 0 to 60 steps; a curve that is no parabola; whole numbers.
_rng = course_rng("d29-gd")
for _steps in (0, 1, 2, 5, 60):
    for _p in (0.0, 0.01, 0.5, 1.0, 1.7, 2.3):
        _a, _c, _x0 = float(_rng.uniform(0.1, 20)), float(_rng.uniform(-5, 5)), float(_rng.uniform(-9, 9))
        _want = _c + (1 - _p) ** np.arange(_steps + 1) * (_x0 - _c)
        _got = gd(lambda x, a=_a, c=_c: a * (x - c), _x0, _p / _a, _steps)
        assert np.shape(_got) == (_steps + 1,), f"{_steps} steps: expected shape {(_steps + 1,)}, got {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), f"slope {_a:.3f}(x − {_c:.3f}), lr {_p / _a:.4f}: expected {np.round(_want[:4], 4).tolist()} …, got {np.round(_got, 4).tolist()[:4]} …"
_got = gd(np.cos, 2.0, 0.5, 2)
_first = 2.0 - 0.5 * np.cos(2.0)
assert np.allclose(_got, [2.0, _first, _first - 0.5 * np.cos(_first)], rtol=1e-9, atol=0), f"down the sine from 2 with lr 0.5: got {_got}"
assert np.allclose(gd(lambda x: x, 8, 0.5, 5), [8, 4, 2, 1, 0.5, 0.25], rtol=1e-9, atol=0), "wrong from a whole number: 8, 4, 2, 1, 0.5, 0.25"

# %% [markdown]
# ### Idea 2 · Five ways to walk on a parabola
#
# Four walkers go down $f(x) = x^2/2$, whose slope is $x$ itself, all from $x_0 = 2$, and take six steps each. **Before you look**: what will the rates 0.3, 1, 1.8 and 2.1 do?

# %%
def walk(ax, lr, steps=7):
    path = 2.0 * (1 - lr) ** np.arange(steps)
    xs = np.linspace(-4, 4, 200)
    ax.plot(xs, xs**2 / 2, color=GRAY, linewidth=1)
    ax.plot(path, path**2 / 2, "o-", color=BLUE, linewidth=1)
    ax.plot(path[0], path[0] ** 2 / 2, "s", color=VERMILLION)
    ax.set(xlabel="x", title=f"lr = {lr:g}", xlim=(-4, 4), ylim=(-0.5, 8))


fig, axes = plt.subplots(1, 4, figsize=(10.0, 2.9), sharey=True)
for ax, lr in zip(axes, (0.3, 1.0, 1.8, 2.1), strict=True):
    walk(ax, lr)
axes[0].set_ylabel("f(x)")
figure(fig, alt=(
    "Four walks on a parabola from the square at 2: with 0.3 down one side, with 1 to "
    "the floor in one step, with 1.8 from side to side and down, with 2.1 up and out."
))

# %% [markdown]
# On a parabola with the slope $ax$ call $a$ the **bend**: the larger it is, the sharper the valley. (Day 24 wrote the parabola as $a w^2$; its $2a$ is our bend.) The rule says $x_{k+1} = x_k - \eta a x_k$, so each step multiplies by the same factor:
#
# $$ x_k = (1 - \eta a)^k\, x_0. $$
#
# In words: a step multiplies the distance from the floor as a year multiplies money (day 2), but the factor may be negative. All depends on $\eta a$, learning rate times bend:
#
# | $\eta a$ | factor | the walk is called |
# |---|---|---|
# | between 0 and 1 | between 0 and 1 | monotone |
# | 1 | 0 | one-step |
# | between 1 and 2 | between −1 and 0 | oscillate |
# | 2 | −1 | cycle |
# | above 2 | below −1 | diverge |

# %%
for lr in (0.3, 1.8, 2.1):
    x = 2.0
    for _ in range(6):
        x = x - lr * x
    print(f"lr = {lr}: after 6 steps {x:.5f}, by the formula {2 * (1 - lr) ** 6:.5f}")
    assert np.isclose(x, 2 * (1 - lr) ** 6, rtol=1e-9, atol=0)


def draw(lr):
    fig, ax = plt.subplots(figsize=(5.6, 3.6))
    walk(ax, lr)
    ax.set_ylabel("f(x)")
    return fig


slider(draw, alt="Seven places of a walk on a parabola.", lr=(0.1, 2.2, 0.1, 0.5))

# %% [markdown]
# Drag the rate through all five. Note how little lies between 1.9, which still arrives, and 2.1, which never will: a run that explodes may need no more than a rate that is a tenth smaller.

# %% [markdown]
# ### Exercise · Which of the five?
#
# *2 points · about 10 minutes · needs the factor 1 − ηa*
#
# Say it beforehand, without walking. The bend is $a$, so $f(x) = \frac a2 x^2$.
#
# **Before you code.** $a = 4$. Which rates go down on one side? Which one cycles? And is 0.3 too large?
#
# <details><summary>Answer</summary>
#
# Those below 1/4. The rate 1/2 cycles. With 0.3 the product is 1.2: from side to side, and down.
#
# </details>
#
# **Your task.** Write `classify_lr(a, lr)`: one of `"monotone"`, `"one-step"`, `"oscillate"`, `"cycle"`, `"diverge"`. The two limits are met by products of floats, which are rarely exact: ask `np.isclose` for those first. Five to eight lines.

# %% exercise="d29-classify_lr"
def classify_lr(a: float, lr: float) -> str:
    """What gradient descent does on f(x) = a x²/2.

    a        bend of the parabola, above 0
    lr       learning rate, above 0
    returns  "monotone", "one-step", "oscillate", "cycle" or "diverge"

    >>> classify_lr(4.0, 0.3)
    'oscillate'
    """
    ### BEGIN SOLUTION
    product = lr * a
    if np.isclose(product, 1, rtol=1e-9, atol=0):
        return "one-step"
    if np.isclose(product, 2, rtol=1e-9, atol=0):
        return "cycle"
    return "monotone" if product < 1 else "oscillate" if product < 2 else "diverge"
    ### END SOLUTION


# %% visible="d29-classify_lr" points=1
# With the bend 4 the limits are 1/4 and 1/2; with the bend 0.5 they are 2 and 4.
cases = {
    (4, 0.1): "monotone", (4, 0.25): "one-step", (4, 0.3): "oscillate",
    (4, 0.5): "cycle", (4, 0.6): "diverge",
    (0.5, 1.5): "monotone", (0.5, 3.0): "oscillate", (0.5, 5.0): "diverge",
}
for (a, lr), want in cases.items():
    got = classify_lr(a, lr)
    assert got is not None, (
        f"classify_lr({a}, {lr}) returned None. Does every way through end in a return?"
    )
    assert got in cases.values(), f"One of the five words is expected, got {got}."
    assert got == want, (
        f"With the bend {a} and the rate {lr} each step multiplies by "
        f"{1 - a * lr:g}: expected {want}, got {got}. What does such a factor do?"
    )

# %% hidden="d29-classify_lr" points=1
# Hidden checks: walks that are walked, for many bends and rates, near the limits and
# exactly on them.
_rng = course_rng("d29-classify_lr")
for _ in range(30):
    _a = float(10 ** _rng.uniform(-3, 3))
    for _p in (0.001, float(_rng.uniform(0.01, 0.97)), 0.99, 1.01, float(_rng.uniform(1.03, 1.97)), 1.99, 2.01, float(_rng.uniform(2.1, 40))):
        _lr = _p / _a
        _x = [1.0, 1.0 - _lr * _a]
        _want = "diverge" if abs(_x[1]) > 1 else "monotone" if _x[1] > 0 else "oscillate"
        _got = classify_lr(_a, _lr)
        assert _got == _want, f"a = {_a:.6g}, lr = {_lr:.6g}: from 1 the walk goes to {_x[1]:.4f}, so expected {_want}, got {_got}"
    assert classify_lr(_a, 1 / _a) == "one-step", f"a = {_a!r}, lr = 1/a: expected one-step, got {classify_lr(_a, 1 / _a)}"
    assert classify_lr(_a, 2 / _a) == "cycle", f"a = {_a!r}, lr = 2/a: expected cycle, got {classify_lr(_a, 2 / _a)}"
assert classify_lr(0.1 + 0.2, 1 / 0.3) == "one-step" and classify_lr(0.7 + 0.1, 2.5) == "cycle", "0.1 + 0.2 times 1/0.3 is 1 up to rounding, and 0.7 + 0.1 times 2.5 is 2"

# %% [markdown]
# ### Idea 3 · The bend sets the speed limit
#
# No real cost is a parabola. But look closely at a valley floor: the slope there grows from 0, at some rate. That rate is the slope of the slope, the **second derivative** $f''(x)$. For $\frac a2 x^2$ the slope is $a x$ and the second derivative is $a$. So near its floor every curve with $f'' > 0$ is nearly a parabola with the bend $a = f''$, and descent settles there if
#
# $$ \eta < \frac{2}{f''}. $$
#
# In words: the sharper the valley, the smaller the steps it allows. Let us try it on a loss with two examples, $\log(1 + e^{-3w}) + \log(1 + e^w)$.

# %%
def loss(w):
    return np.log1p(np.exp(-3 * w)) + np.log1p(np.exp(w))


def slope(w):
    return -3 * sigmoid(-3 * w) + sigmoid(w)


w = 0.0
for _ in range(200):
    w = w - 0.3 * slope(w)
bend = (slope(w + 1e-5) - slope(w - 1e-5)) / 2e-5
print(f"floor at w = {w:.4f}, f'' = {bend:.3f}, so the limit is {2 / bend:.3f}")
p, q = sigmoid(3 * w), sigmoid(w)
assert np.isclose(bend, 9 * p * (1 - p) + q * (1 - q), rtol=1e-6, atol=0)

# %% author=true
assert round(w, 4) == 0.4541 and round(bend, 3) == 1.698 and round(2 / bend, 3) == 1.178
assert abs((loss(0.7 + 1e-5) - loss(0.7 - 1e-5)) / 2e-5 - slope(0.7)) < 1e-8

# %% [markdown]
# (The slope follows from the chain rule. The bend is measured here as the central slope of the slope; by rule, as the assert says, it is $9\sigma(1 - \sigma)$ at $3w$ plus $\sigma(1 - \sigma)$ at $w$: the 3 comes in twice.) The limit should be 1.18. Now fifty steps from $w = -2$ with many rates. **Before you look**: where will the good rates end, and what does the left end look like?

# %%
rates = np.logspace(-2, 1, 61)
ends = []
for lr in rates:
    w = -2.0
    for _ in range(50):
        w = w - lr * slope(w)
    ends.append(loss(w))
fig, ax = plt.subplots(figsize=(6.4, 3.6))
ax.loglog(rates, ends, ".-", color=BLUE)
ax.axvline(2 / bend, color=VERMILLION, linestyle="--")
ax.set(xlabel="learning rate", ylabel="loss after 50 steps")
figure(fig, alt=(
    "Loss after 50 steps over the learning rate: high on the left, a floor from 0.06 "
    "to the dashed line at 1.18, and to the right of it jagged and rising."
))

# %% author=true
_end = lambda lr: ends[int(abs(rates - lr).argmin())]
assert _end(0.01) > 2 and _end(1.0) < 1.1738 and _end(0.1) < 1.1738 and _end(1.5) > 1.2 and _end(10) > 5

# %% [markdown]
# Too small, and fifty steps do not arrive. Then a wide floor on which any rate will do. And past $2/f''$ the walk no longer settles. Every practitioner knows this picture. With fewer steps the floor gets narrower, mostly from the left: the best rates stand near the cliff.

# %% [markdown]
# If the bend is known, why not choose $\eta = 1/f''$ at every place, the rate of the one step? That is **Newton's method** for minima, $x - f'/f''$. It looks for a place where $f'$ is 0. Said for any function that should become 0, with its slope below the bar,
#
# $$ x_{k+1} = x_k - \frac{f(x_k)}{f'(x_k)}. $$
#
# In words: follow the tangent down to the axis, and start again from there. Here is $x^2 - 2$, whose root nobody can write down.

# %%
fig, ax = plt.subplots(figsize=(6.4, 3.6))
xs = np.linspace(0.9, 3.1, 100)
ax.plot(xs, xs**2 - 2, color=BLUE)
ax.axhline(0, color=GRAY, linewidth=1)
x = 3.0
for _ in range(3):
    after = x - (x**2 - 2) / (2 * x)
    print(f"{x:.12f} → {after:.12f}, missing {after - 2**0.5:.1e}")
    ax.plot([x, x, after], [0, x**2 - 2, 0], "--o", color=VERMILLION, linewidth=1)
    x = after
ax.set(xlabel="x", ylabel="x² − 2")
figure(fig, alt=(
    "The curve x² − 2 with three tangents. From 3 the first meets the axis at 1.83, "
    "the second at 1.46, the third at 1.415."
))

# %% author=true
_x = 3.0
for _want in (1.8333, 1.4621, 1.4150):
    _x = _x - (_x**2 - 2) / (2 * _x)
    assert round(_x, 4) == _want
for _ in range(2):
    _x = _x - (_x**2 - 2) / (2 * _x)
assert abs(_x - 2**0.5) < 1e-13 and np.isclose((3 + 2 / 3) / 2, 11 / 6)

# %% [markdown]
# Misses 0.4, 0.05, 0.0008; the next two are $2 \cdot 10^{-7}$ and $2 \cdot 10^{-14}$. Near the root each step doubles the number of right digits. For $x^2 - 2$ the rule is $\frac12(x + 2/x)$, which stands in Heron's book, about 60 AD.
#
# The price: a place with $f' = 0$ throws it off the page. And as a way to minima it goes to *any* flat place, a **stationary point**, where $f' = 0$: a minimum if $f'' > 0$ there, but a maximum if $f'' < 0$.

# %% [markdown]
# ### The answer to the puzzle
#
# In the hotel $\eta a = 0.08 \cdot 30 = 2.4$: each correction multiplies the error by −1.4. The 5 degrees become −7, 9.8, −13.7: ice, fire, ice, though each turn goes in the right direction. Your habit works as long as $0.08\,a < 2$, on taps below 25 degrees a turn. Turn half as far, and the hotel's factor is −0.2.
#
# The direction was right each time. What was wrong was trust: a slope is a statement about *here*, and how far it reaches is said by the bend.

# %% author=true
assert np.isclose(1 - 0.08 * 30, -1.4) and np.isclose(2 / 0.08, 25) and np.isclose(1 - 0.04 * 30, -0.2)

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Down the tangent, again and again
#
# *3 points · about 14 minutes · needs derivatives (day 27)*
#
# Newton's method as a program has to know when to stop: after a step that is at most `tol` long. And it has to admit failure, by a `ValueError`: where the slope is 0, and when `maxit` steps were not enough.
#
# **Before you code.** $x^2 - 2$ from 1: which two places come next? With `tol = 0.1`, where does it stop? And what happens to $x^2 + 1$ from 0?
#
# <details><summary>Answer</summary>
#
# $1 + 1/2 = 1.5$, then $1.5 - 0.25/3 = 17/12 = 1.4167$. That step was 0.083 long, so it stops there. At 0 the slope of $x^2 + 1$ is 0: a `ValueError`.
#
# </details>
#
# **Your task.** Write `newton_root(f, df, x0, tol, maxit)`. Eight or nine lines are enough.

# %% exercise="d29-newton_root"
def newton_root(
    f: Callable, df: Callable, x0: float, tol: float, maxit: int = 50
) -> float:
    """A root of f, by Newton's method.

    f, df    a function of one number and its derivative
    x0       the start
    tol      the method stops after the first step that is at most tol long
    maxit    the largest number of steps
    returns  the place after that step

    Raises ValueError where the slope is 0, or if maxit steps were not enough.

    >>> round(newton_root(lambda x: x**2 - 2, lambda x: 2 * x, 1.0, 0.1), 6)
    1.416667
    """
    ### BEGIN SOLUTION
    x = x0
    for _ in range(maxit):
        if df(x) == 0:
            raise ValueError("The slope is 0: the tangent never meets the axis.")
        step = f(x) / df(x)
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("No step was small enough.")
    ### END SOLUTION


# %% visible="d29-newton_root" points=1
# x² − 2 from 1: steps of 0.5 and 0.083, then on to the root of 2. x² + 1 is flat at 0.
def ask(shift, *others):
    """What newton_root gives for x² + shift, or the error that it raised."""
    try:
        return newton_root(lambda x: x**2 + shift, lambda x: 2 * x, *others)
    except ValueError:
        return "raised ValueError"
    except ZeroDivisionError:
        return "raised ZeroDivisionError"


got_first, got, got_root = (ask(-2, 1.0, tol) for tol in (0.5, 0.1, 1e-9))
got_flat, got_short = ask(1, 0.0, 0.1), ask(-2, 1.0, 1e-9, 1)

assert got is not None and got_first is not None, (
    "newton_root returned None. Is a return missing on some way through?"
)
assert np.ndim(got) == 0, f"One place is expected, got the shape {np.shape(got)}."
assert not any(isinstance(place, str) for place in (got_first, got, got_root)), (
    f"For x² − 2 from 1 five steps are enough: three places are expected, got "
    f"{got_first}, {got} and {got_root}. When is an error raised, and when is the "
    f"place returned?"
)
assert np.isclose(got_first, 1.5, rtol=1e-9, atol=0), (
    f"At 1 the curve is −1 high with the slope 2, so its tangent meets the axis at "
    f"1.5, and with tol = 0.5 that is enough; got {float(got_first):.9g}."
)
assert np.isclose(got, 17 / 12, rtol=1e-9, atol=0), (
    f"From 1 to 1.5 to 1.4167; the second step, 0.083, is the first of at most 0.1, so "
    f"1.4167 is expected; got {float(got):.6f}. Where does the tangent meet the axis?"
)
assert np.isclose(got_root, 2**0.5, rtol=1e-9, atol=0), (
    f"With tol = 1e-9 the root of 2 is expected, 1.41421356; got {float(got_root):.8f}."
)
assert got_flat == "raised ValueError", (
    f"x² + 1 is flat at 0: a ValueError should be raised, got {got_flat}. What is "
    f"asked before dividing?"
)
assert got_short == "raised ValueError", (
    f"One step is not enough for √2 with tol = 1e-9: a ValueError should be raised, "
    f"got {got_short}. What follows the loop?"
)

# %% hidden="d29-newton_root" points=2
# Hidden checks: cubics with one known root from starts on both sides, steps counted,
# many values of tol and maxit, walks that never end; whole numbers.
def _ask(*args):
    try:
        return newton_root(*args)
    except (ValueError, ZeroDivisionError) as error:
        return f"raised {type(error).__name__}"


def _near(got, want):
    return not isinstance(got, str) and np.ndim(got) == 0 and np.isclose(got, want, rtol=1e-9, atol=1e-9)


_rng = course_rng("d29-newton_root")
for _i in range(20):
    _r, _c, _s = float(_rng.uniform(-4, 4)), float(_rng.uniform(0.5, 3)), float(_rng.choice([-2.0, 0.5, 3.0]))
    _f = lambda x, r=_r, c=_c, s=_s: s * (x - r) * ((x - r) ** 2 + c)
    _df = lambda x, r=_r, c=_c, s=_s: s * (3 * (x - r) ** 2 + c)
    _x0, _tol = _r + float(_rng.uniform(-3, 3)), float(10 ** _rng.uniform(-10, -0.5))
    _places, _long = [_x0], [np.inf]
    while _long[-1] > _tol:
        _places.append(_places[-1] - _f(_places[-1]) / _df(_places[-1]))
        _long.append(abs(_places[-1] - _places[-2]))
    _want, _n = _places[-1], len(_places) - 1
    for _maxit in (50, _n):
        _got = _ask(_f, _df, _x0, _tol, _maxit)
        assert _near(_got, _want), f"root at {_r:.4f}, start {_x0:.4f}, tol {_tol:.1e}, maxit {_maxit}: expected {_want:.9f} after {_n} steps, got {_got}"
    _got = _ask(_f, _df, _x0, _tol, _n - 1)
    assert _got == "raised ValueError", f"{_n} steps are needed and maxit is {_n - 1}: a ValueError should be raised, got {_got}"
for _f, _df, _x0 in ((lambda x: x * x + 1, lambda x: 2 * x, 0.5), (lambda x: x * x + 1, lambda x: 2 * x, 1), (np.exp, np.exp, 0.0), (lambda x: x**3 - 2 * x + 2, lambda x: 3 * x**2 - 2, 0.0)):
    _got = _ask(_f, _df, _x0, 1e-6)
    assert _got == "raised ValueError", f"a walk from {_x0} that never ends: a ValueError should be raised, got {_got}"
_got = _ask(lambda x: x * x, lambda x: 2 * x, 1.0, 2.0**-50)
assert _got == 2.0**-50, f"x² from 1: each step is half as long as the last, and the fiftieth is 2 to the −50; got {_got}"
_got = _ask(lambda x: x * x, lambda x: 2 * x, 1.0, 2.0**-51)
assert _got == "raised ValueError", f"without a maxit 50 steps are allowed, and 51 are needed: a ValueError should be raised, got {_got}"
_got = _ask(lambda x: 0.01 * (x - 3), lambda x: 0.01, 0.0, 0.1)
assert _near(_got, 3), f"a line with a small slope: one step to its root, 3, and one of length 0; got {_got}"
_got = _ask(lambda x: 1000 * (x * x - 2), lambda x: 2000 * x, 1.5, 0.1)
assert _near(_got, 17 / 12), f"a steep curve, 1000 (x² − 2) from 1.5: the first step is short enough, so 1.4167 is expected, got {_got}"
_got = _ask(lambda x: x**3 - 27, lambda x: 3 * x**2, 4, 1e-9)
assert _near(_got, 3), f"from a whole number: the root of x³ − 27 from 4 is 3, got {_got}"

# %% [markdown]
# ### In a real model: the first thing to tune
#
# A network has one learning rate and many directions, each with a bend of its own. The sharpest sets the limit; the flattest has to live with it. Take the bends 100 and 1, and 0.019 as rate, near the limit 0.02. How long until the flat direction has come down to a thousandth of its distance?

# %%
rate = 0.019
for a in (100, 1):
    factor, left, k = abs(1 - rate * a), 1.0, 0
    while left > 1e-3:
        left, k = left * factor, k + 1
    print(f"bend {a:3d}: factor {1 - rate * a:6.3f}, {k} steps to a thousandth")

# %% author=true
assert np.isclose(1 - 0.019 * 100, -0.9) and 0.981**361 <= 1e-3 < 0.981**360 and 0.9**66 <= 1e-3 < 0.9**65

# %% [markdown]
# 66 steps in the sharp direction, 361 in the flat one, and with the bends 10 000 and 1 it would be a hundred times as many. That is the whole trouble of training, and the reason for most of days 32 and 43: measure the bends, or give each direction its own rate. Until then there is the habit of every lab: before anything else, try rates a factor of three apart, and take one a little below the cliff.

# %% [markdown]
# ### Exercise · How many steps, exactly
#
# *2 points · about 10 minutes · needs the factor 1 − ηa*
#
# On the parabola with the bend $a$ each step leaves $\lvert 1 - \eta a \rvert$ of the distance. When is no more than the share `eps` left, for the first time?
#
# **Before you code.** $\eta a = 0.5$: after how many steps is at most 0.1 left? And for $\eta a = 1.5$, 1 and 2?
#
# <details><summary>Answer</summary>
#
# $0.5^3 = 0.125$ and $0.5^4 = 0.0625$: four. For 1.5 the factor is −0.5: four as well. For 1 a single step; for 2 never.
#
# </details>
#
# **Your task.** Write `steps_to(lr, a, eps)`: the smallest `k`, or `None` if the walk never gets there. Five or six lines, with a loop that counts or with logarithms.

# %% exercise="d29-steps_to"
def steps_to(lr: float, a: float, eps: float) -> int | None:
    """The number of steps until at most the share eps of the distance is left.

    lr       learning rate, above 0
    a        bend of the parabola, above 0
    eps      a share, above 0 and below 1
    returns  the smallest k with |1 − lr a|ᵏ ≤ eps, or None if there is none

    >>> steps_to(0.5, 1.0, 0.1)
    4
    """
    ### BEGIN SOLUTION
    factor, left, k = abs(1 - lr * a), 1.0, 0
    if factor >= 1:
        return None
    while left > eps:
        left, k = left * factor, k + 1
    return k
    ### END SOLUTION


# %% visible="d29-steps_to" points=1
# Halves: 1/2, 1/4, 1/8, 1/16. From side to side, in one step, never, and never.
got = steps_to(0.25, 2.0, 0.1)
cases = (0.75, 2, 0.1), (0.25, 4, 0.1), (0.45, 2, 0.9)
others = [steps_to(*case) for case in cases]
never = [steps_to(*case) for case in ((0.5, 4, 0.1), (0.75, 4, 0.1))]

assert got is not None, (
    "Each step leaves one half, so it gets there; steps_to returned None. Is a return "
    "missing?"
)
assert np.ndim(got) == 0, f"One number is expected, got the shape {np.shape(got)}."
assert got == 4, (
    f"After 3 steps 0.125 is left, after 4 steps 0.0625: expected 4, got {got}. What "
    f"is left after one step?"
)
assert others == [4, 1, 1], (
    f"The factor −0.5 needs 4 steps, the factors 0 and 0.1 (for 0.9) one: expected "
    f"[4, 1, 1], got {others}. Does the sign of the factor matter for the distance?"
)
assert never == [None, None], (
    f"The factors −1 and −2 never get there: expected two None, got {never}."
)

# %% hidden="d29-steps_to" points=1
# Hidden checks: walks that are walked, from 1 to some 5 000 steps, on both sides of the
# floor; factors of 1 and more; whole numbers.
_rng = course_rng("d29-steps_to")
for _ in range(40):
    _a, _share = float(10 ** _rng.uniform(-2, 2)), float(10 ** _rng.uniform(-6, -0.05))
    _p = float(_rng.choice([10 ** _rng.uniform(-2.4, 0), 2 - 10 ** _rng.uniform(-2.4, 0)]))
    _lr, _x, _want = _p / _a, 1.0, 0
    while abs(_x) > _share:
        _x, _want = _x - _lr * _a * _x, _want + 1
    _got = steps_to(_lr, _a, _share)
    assert _got == _want, f"lr {_lr:.6g}, a {_a:.6g}, eps {_share:.3g}: expected {_want}, got {_got}"
    assert steps_to(float(_rng.uniform(2.01, 9)) / _a, _a, _share) is None, "with lr · a above 2 the walk never gets there: expected None"
assert steps_to(1, 2, 0.5) is None and steps_to(0.5, 2, 1e-12) == 1, "lr · a = 2 cycles: None; lr · a = 1 arrives in one step"
assert steps_to(0.5, 1, 0.125) == 3, "at most eps: with halves and eps = 1/8 three steps are enough"

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: a run diverges, though every step goes against the slope. How can that be, and what would you try first? Then compare.
#
# <details><summary>Answer</summary>
#
# A step against the slope goes down only as far as the slope holds; beyond the floor it climbs the other side. If it lands higher than it started, the next slope is steeper and the next step longer, and so on. So first try a smaller rate, a third or a tenth: if the loss then falls, the rate was past 2 over the sharpest bend.
#
# </details>

# %% [markdown]
# ### Break it: standing on a hilltop
#
# $f(x) = x^4 - 2x^2$ has valleys at −1 and 1 and a hilltop at 0, where the slope $4x^3 - 4x$ is 0. Descent starts exactly there. **Predict** where it is after 100 steps. Then change the start to `1e-9` and run it again.

# %%
x = 0.0
for _ in range(100):
    x = x - 0.1 * (4 * x**3 - 4 * x)
print(x)

# %% author=true
assert x == 0
# edit: "x = 0.0" -> "x = 1e-9"
# then: abs(x - 1) < 1e-6

# %% [markdown]
# <details><summary>Answer</summary>
#
# At 0: no slope, no step. From a billionth beside the top it arrives at 1, since near 0 each step multiplies by $1 + 0.1 \cdot 4 = 1.4$, a factor above 1 because $f'' = -4$ is negative there. In practice rounding and noise push every walk off a hilltop; plains, where slopes are merely small, are worse.
#
# </details>

# %% [markdown]
# ### Break it again: Newton in a circle
#
# $f(x) = x^3 - 2x + 2$ has one root, near −1.77. Newton's method starts at 0. **Predict** its next four places: the slope is $3x^2 - 2$. Then change the start to `-1.0` and run it again.

# %%
place = 0.0
for _ in range(8):
    place = place - (place**3 - 2 * place + 2) / (3 * place**2 - 2)
    print(f"{place:.4f}", end="  ")

# %% author=true
assert place == 0
# edit: "place = 0.0" -> "place = -1.0"
# then: abs(place**3 - 2 * place + 2) < 1e-9

# %% [markdown]
# <details><summary>Answer</summary>
#
# 1, 0, 1, 0, forever: from 0 the tangent leads to 1, and from 1 back to 0. From −1 it finds the root in a few steps. Doubled digits are a promise for places *near* a root. That is why your program counts its steps and gives up.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. Descent goes against the slope, as far as slope times learning rate.
# 2. On a parabola each step multiplies the distance by $1 - \eta a$: monotone, one step, oscillate, cycle, diverge.
# 3. Near a floor every curve is such a parabola, with $a = f''$; beyond $\eta = 2/f''$ nothing settles.
# 4. Newton follows the tangent to the axis; near a root the right digits double.
# 5. On $f'$ it finds any flat place: $f''$ says whether that is a minimum or a maximum.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $f''(x)$ | f double prime of x: the slope of the slope, the second derivative | `d2f(x)` |
# | $x_k$ | x k: the place after k steps | `path[k]` |
#
# Where else have you seen a factor raised to the power k decide about everything? Days 2 and 16 are two places to look.

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Newton's fractal](https://www.3blue1brown.com/lessons/newtons-fractal) (26 minutes): which root a start leads to, and why the answer is a picture nobody can draw. Tomorrow a function of many numbers gets its exact slopes, one for each.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Newton's method on $f'$ finds stationary points. It divides by $f''$ and does not care for its sign, so one has to look afterward what was found. Where $f''$ is 0 as well, as for $x^4$ at 0, it says nothing: the curve is flat there, and may be a minimum, a maximum or neither.

# %% [markdown]
# ### Exercise · Flat, but of which kind?
#
# *optional · about 14 minutes · needs the second derivative*
#
# Descent walks away from maxima; Newton walks into them, quickly.
#
# **Before you code.** $f = x^3 - 3x$ has $f' = 3x^2 - 3$ and $f'' = 6x$. Where does Newton's method lead from 2 and from −2, and of which kind are these places?
#
# <details><summary>Answer</summary>
#
# To 1, a minimum ($f'' = 6$), and to −1, a maximum ($f'' = -6$).
#
# </details>
#
# **Your task.** Write `newton_min(df, d2f, x0, tol)`: the place after the first step of at most `tol`, or after 50 steps if none was so short, and its kind: `"flat"` if $f''$ is at most 0.001 in size there, else `"minimum"` or `"maximum"`. About eight lines.

# %% exercise="d29-newton_min"
def newton_min(
    df: Callable, d2f: Callable, x0: float, tol: float
) -> tuple[float, str]:
    """A stationary point near x0, and its kind.

    df, d2f  first and second derivative; the second is not 0 on the way
    x0       the start
    tol      the method stops after the first step that is at most tol long
    returns  (place, "minimum", "maximum" or "flat")

    >>> newton_min(lambda x: 2 * x - 6, lambda x: 2.0, 0.0, 1e-9)
    (3.0, 'minimum')
    """
    ### BEGIN SOLUTION
    x, step, k = x0, np.inf, 0
    while abs(step) > tol and k < 50:
        step = df(x) / d2f(x)
        x, k = x - step, k + 1
    if abs(d2f(x)) <= 1e-3:
        return x, "flat"
    return x, "minimum" if d2f(x) > 0 else "maximum"
    ### END SOLUTION


# %% visible="d29-newton_min" points=0
# x³ − 3x from both sides, and x⁴, which is flat at 0.
got = newton_min(lambda x: 3 * x**2 - 3, lambda x: 6 * x, 2.0, 1e-9)
got_top = newton_min(lambda x: 3 * x**2 - 3, lambda x: 6 * x, -2.0, 1e-9)
got_flat = newton_min(lambda x: 4 * x**3, lambda x: 12 * x**2, 1.0, 1e-6)
got_loose = newton_min(lambda x: 3 * x**2 - 3, lambda x: 6 * x, 2.0, 0.3)

assert got is not None and got_top is not None and got_flat is not None, (
    "newton_min returned None. Is a return missing on some way through?"
)
assert isinstance(got, (tuple, list)) and len(got) == 2, (
    f"A pair is expected, place and kind; got {got}."
)
assert np.isclose(got[0], 1, rtol=1e-9, atol=0) and got[1] == "minimum", (
    f"From 2 the walk leads to 1, and f'' is 6 there: a minimum; got {got}. What is "
    f"divided by what, and what decides about the kind?"
)
assert np.isclose(got_top[0], -1, rtol=1e-9, atol=0) and got_top[1] == "maximum", (
    f"From −2 it leads to −1, and f'' is −6 there: a maximum; got {got_top}."
)
assert abs(got_flat[0]) < 1e-5 and got_flat[1] == "flat", (
    f"x⁴ has f' = f'' = 0 at 0: flat; got {got_flat}. How small is f'' there?"
)
assert np.isclose(got_loose[0], 1.025, rtol=1e-9, atol=0), (
    f"From 2 to 1.25 to 1.025; the second step, 0.225, is at most 0.3, so 1.025 is "
    f"expected; got {got_loose[0]}. When is the walk over?"
)

# %% hidden="d29-newton_min" points=0
# Hidden checks: cubics with a minimum and a maximum at known places, from starts near
# both; parabolas; flat places; a walk that never ends.
_rng = course_rng("d29-newton_min")
for _ in range(20):
    _m, _w, _s = float(_rng.uniform(-5, 5)), float(_rng.uniform(0.5, 3)), float(_rng.choice([-1, 1]) * _rng.uniform(0.5, 2))
    _df, _d2f = (lambda x, m=_m, w=_w, s=_s: s * ((x - m) ** 2 - w**2)), (lambda x, m=_m, s=_s: 2 * s * (x - m))
    for _side in (-1, 1):
        _want, _kind = _m + _side * _w, "minimum" if _side * _s > 0 else "maximum"
        _got = newton_min(_df, _d2f, _want + _side * float(_rng.uniform(0.01, 2)), 1e-8)
        assert np.isclose(_got[0], _want, rtol=1e-7, atol=1e-7) and _got[1] == _kind, f"a cubic with a {_kind} at {_want:.5f}: got {_got}"
    _got = newton_min(lambda x, m=_m: 3 * (x - m) ** 2, lambda x, m=_m: 6 * (x - m), _m + _w, 1e-6)
    assert abs(_got[0] - _m) < 1e-5 and _got[1] == "flat", f"(x − {_m:.4f})³ is flat at its bend and neither minimum nor maximum: got {_got}"
    _got = newton_min(lambda x, m=_m, s=_s: s * (x - m), lambda x, s=_s: s, 0.0, 1e-9)
    assert np.isclose(_got[0], _m, rtol=1e-9, atol=1e-9) and _got[1] == ("minimum" if _s > 0 else "maximum"), f"a parabola around {_m:.4f} with f'' = {_s:.4f}: got {_got}"
assert newton_min(lambda x: 0.0015 * x, lambda x: 0.0015, 1.0, 1e-9)[1] == "minimum" and newton_min(lambda x: -0.0008 * x, lambda x: -0.0008, 1.0, 1e-9)[1] == "flat", "f'' of 0.0015 is a minimum, f'' of −0.0008 counts as flat"
assert newton_min(lambda x: 0.001 * x, lambda x: 0.001, 1.0, 1e-9)[1] == "flat", "f'' of 0.001 exactly counts as flat"
assert newton_min(lambda x: 3 * x**2 - 3, lambda x: 6 * x, 2.0, 0.75)[0] == 1.25, "a step of 0.75 is at most 0.75 long: the walk from 2 stops at 1.25"
for _df, _d2f, _x0, _want, _kind in ((lambda x: x**3 - 2 * x + 2, lambda x: 3 * x**2 - 2, 0.0, 0.0, "maximum"), (lambda x: x**3, lambda x: 3 * x**2, 1.0, (2 / 3) ** 50, "flat")):
    try:
        _got = newton_min(_df, _d2f, _x0, 1e-30)
    except ValueError:
        _got = (np.nan, "ValueError")
    assert isinstance(_got, (tuple, list)) and np.isclose(_got[0], _want, rtol=1e-9, atol=0) and _got[1] == _kind, f"no step is short enough: after 50 steps it stands at {_want:.6g}, {_kind}; got {_got}"
