# %% author=true
from log2attn import course_rng

# %% [markdown]
# # One inside the other: the chain rule
#
# **Question of the day.** A machine feeds a machine feeds a machine. How far does the last one move when the first is nudged, and why is that all a network needs for learning?
#
# *After today you can* differentiate a function inside a function; send slopes backward through a small graph by hand, and get all of them in one go;
# say why slopes multiply along a path and add across paths.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 21.

# %% [markdown]
# **Yesterday (day 27).** What is the slope of $x \sin x$ at $x = \pi$, and how steep is the sigmoid where it is 0.8 high?
#
# <details><summary>Answer</summary>
#
# $\sin x + x \cos x$, which is $-\pi$ at $\pi$. And $0.8 \cdot 0.2 = 0.16$.
#
# </details>

# %% [markdown]
# **A week ago (day 21).** A model is right on 64 of 100 questions. What is the standard error of that share? What would it be with 400 questions and the same share?
#
# <details><summary>Answer</summary>
#
# $\sqrt{0.64 \cdot 0.36/100} = 0.048$. With four times as many it is half, 0.024.
#
# </details>
#
# **Before that (day 14).** A machine doubles the first entry of a vector and halves the second. What is its determinant, and which machine undoes it?
#
# <details><summary>Answer</summary>
#
# $2 \cdot \frac12 = 1$. The inverse halves the first entry and doubles the second.
#
# </details>

# %% author=true
assert abs((0.64 * 0.36 / 100) ** 0.5 - 0.048) < 1e-12

# %% [markdown]
# The tools of the day. From your toolbox come the central slope, as a witness, the sigmoid of day 7 and `log_add` of day 4. `SimpleNamespace` makes an object out of named parts: after `v = SimpleNamespace(data=3.0)`, the part is `v.data`.

# %%
from collections.abc import Callable
from types import SimpleNamespace

import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn.graph import draw_graph
from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION
from log2attn.toolbox import central_slope, log_add, sigmoid

# %% [markdown]
# ### Exercise · How many questions does a test need?
#
# *1 point · about 3 minutes · needs the standard error (day 21)*
#
# You plan a test. Scores vary with the standard deviation $s$, and the mean of $n$ of them has the standard error
#
# $$ \operatorname{se} = \frac{s}{\sqrt n}. $$
#
# In words: four times as many halve it. You want it to be at most $e$.
#
# **Before you code.** $s = 3$ and $e = 0.5$. How many scores do you need? And for $e = 0.4$?
#
# <details><summary>Answer</summary>
#
# $(3/0.5)^2 = 36$. For 0.4 it is 56.25, so 57: with 56 the error is a little too large.
#
# </details>
#
# **Your task.** Write `review_28(s, e)`, the smallest whole `n`. One line is enough.

# %% exercise="d28-review"
def review_28(s: float, e: float) -> int:
    """The smallest sample whose mean has a standard error of at most e.

    s        standard deviation of one score, above 0
    e        the largest standard error that is allowed, above 0
    returns  a whole number, at least 1

    >>> review_28(3.0, 0.4)
    57
    """
    ### BEGIN SOLUTION
    return int(np.ceil((s / e) ** 2))
    ### END SOLUTION


# %% visible="d28-review" points=0
# (3/0.5)² = 36 exactly; (3/0.4)² = 56.25, so 57; one score is enough for (1/4)².
got, got_more, got_one = review_28(3.0, 0.5), review_28(3.0, 0.4), review_28(1.0, 4.0)

assert got is not None, "review_28 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One number is expected, got the shape {np.shape(got)}."
assert got == 36, (
    f"With s = 3 the error is 0.5 for n = 36, got {got}. By what does the error shrink "
    f"when n is four times as large?"
)
assert got_more == 57, (
    f"For an error of at most 0.4 you need 56.25 scores or more: 57, got {got_more}. "
    f"In which direction is it rounded?"
)
assert got_one == 1, f"One score is the smallest test there is; got {got_one}."

# %% hidden="d28-review" points=1
# Hidden checks: many deviations and errors, counted up one by one.
_rng = course_rng("d28-review")
for _ in range(40):
    _s, _ratio = float(_rng.uniform(0.01, 50)), float(_rng.uniform(0.3, 12))
    _e, _want = _s / _ratio, 1
    while _s / _want**0.5 > _e:
        _want += 1
    _got = review_28(_s, _e)
    assert _got == _want, f"s = {_s:.4f}, e = {_e:.4f}: expected {_want}, got {_got}"
assert review_28(8.0, 0.25) == 1024, "s = 8 and e = 1/4: 32 · 32 = 1024 exactly"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: ten neurons pass a number on
#
# Ten neurons stand in a row. The first hears 0.5; each passes $\sigma(wx + b)$ on to the next. Somebody nudges the first input to 0.501. **Write down** a guess: by how much does the last answer move? There are three such rows, and within a row all neurons are the same:
#
# - row A: $w = 1$, $b = 0$
# - row B: $w = 4$, $b = -2$
# - row C: $w = 8$, $b = -4$
#
# In 1991 a student in Munich, Sepp Hochreiter, worked out for his diploma why networks of many layers were so hard to train. His answer closes this part.

# %% [markdown]
# ### Idea 1 · Slopes multiply, each at its own place
#
# Begin with gears. A wheel turns a second one twice as fast, and that one turns a third three times as fast: one turn of the first makes six of the last. Rates multiply.
#
# A curve has no fixed rate. But near a point it is its tangent (day 26), so in the small it is a gear. Below, $x$ goes through $u = x^2/2$ and $u$ through $y = u^2/2$. Two bands start equally wide, at 0.5 and at 1.5. **Before you look**: which gets wider on its way?

# %%
def half_square(v):
    return v**2 / 2


fig, ax = plt.subplots(figsize=(6.4, 3.8))
for x, color in ((0.5, BLUE), (1.5, VERMILLION)):
    low, high = [x], [x + 0.1]
    for ends in (low, high, low, high):
        ends.append(half_square(ends[-1]))
    ax.fill_between([0, 1, 2], low, high, color=color, alpha=0.5)
ax.set_xticks([0, 1, 2], ["x", "u = x²/2", "y = u²/2"])
ax.set(xlabel="machine after machine", ylabel="value")
figure(fig, alt=(
    "Two bands of width 0.1 go through two machines. The one at 0.5 gets thinner at "
    "each step; the one at 1.5 grows to 0.15 and then 0.19."
))

# %% [markdown]
# The upper band is stretched by about 1.5 and then by about 1.2; the lower is squeezed to about half its width and then to about a seventh of that. Each machine stretches by its slope *at the number that arrives there*: the second one at $u = 1.125$, not at $x = 1.5$. With $\Delta u \approx \frac{du}{dx}\Delta x$ and $\Delta y \approx \frac{dy}{du}\Delta u$ we get the **chain rule**,
#
# $$ \frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}, \qquad (g \circ f)'(x) = g'(f(x))\, f'(x). $$
#
# In words: the slope of a chain is the product of the slopes of its links, each taken at what its link receives.

# %%
def twice(v):
    return half_square(half_square(v))


x = 1.5
u = half_square(x)
measured = central_slope(twice, x, 1e-5)
print("by the rule:", u * x, "  at the wrong place:", x * x)
print("measured:   ", round(measured, 6))
assert np.isclose(measured, u * x, rtol=1e-7, atol=0)

# %% author=true
assert u * x == 1.6875 and round(half_square(half_square(1.6)) - half_square(half_square(1.5)), 2) == 0.19

# %% [markdown]
# $1.125 \cdot 1.5 = 1.6875$, and the measurement agrees. With both slopes taken at $x$ it would be 2.25. Three chains that you will meet all year:
#
# - $e^{-x}$: inside $-x$ with slope −1, so the slope is $-e^{-x}$.
# - $(h - y)^2$ with $h$ depending on $w$: $2(h - y)$ times the slope of $h$. That is a squared error.
# - $\sigma(wx + b)$: $\sigma'(wx + b)$ times $w$, for $x$. That is one neuron.
#
# Leibniz wrote slopes as fractions, and $du$ seems to cancel. It is a good way to remember the rule, though $du$ is no number.

# %% [markdown]
# ### Exercise · The slope of any chain
#
# *3 points · about 10 minutes · needs derivatives (day 27)*
#
# A chain of machines: `fs[0]` gets $x$, `fs[1]` gets what comes out, and so on. (Day 7's `compose` runs from right to left; here the order is that of the machines.) `dfs` are their derivatives.
#
# **Before you code.** $x^2$, then $3u + 1$, then $1/v$, from $x = 1$. Which number does each machine receive, and what is the slope of the chain?
#
# <details><summary>Answer</summary>
#
# They receive 1, 1 and 4. Slopes 2, 3 and $-1/16$: the product is $-0.375$.
#
# </details>
#
# **Your task.** Write `chain(fs, dfs, x)`, the slope of the whole chain at `x`. Walk along it, and carry two numbers: the value that has arrived, and the product of the slopes so far. Five lines are enough.

# %% exercise="d28-chain"
def chain(fs: list[Callable], dfs: list[Callable], x: float) -> float:
    """The slope of a chain of functions.

    fs       functions of one number, in the order in which they are applied, n ≥ 1
    dfs      their derivatives, in the same order
    x        what the first one receives
    returns  the slope of the last output with respect to x

    >>> chain([lambda x: 3 * x, lambda u: u**2], [lambda x: 3, lambda u: 2 * u], 1.0)
    18.0
    """
    ### BEGIN SOLUTION
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope
    ### END SOLUTION


# %% visible="d28-chain" points=1
# The chain of the question: 1 → 1 → 4, with the slopes 2, 3 and −1/16. One link alone.
fs = [lambda x: x**2, lambda u: 3 * u + 1, lambda v: 1 / v]
dfs = [lambda x: 2 * x, lambda u: 3.0, lambda v: -1 / v**2]
got = chain(fs, dfs, 1.0)
got_one = chain(fs[:1], dfs[:1], 5.0)

assert got is not None, "chain returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One slope is expected, got the shape {np.shape(got)}."
assert np.isclose(got_one, 10, rtol=1e-9, atol=0), (
    f"A chain of one link, x² at 5, has that link's slope, 10; got "
    f"{float(got_one):.4f}. With which number does the product begin, and what is "
    f"multiplied?"
)
assert np.isclose(got, -0.375, rtol=1e-9, atol=0), (
    f"1 → 1 → 4, slopes 2, 3 and −1/16: expected −0.375, got {float(got):.4f}. Which "
    f"number has arrived when a slope is taken?"
)

# %% hidden="d28-chain" points=2
# Hidden checks: chains of 1 to 8 links in any order, also with flat places; your lists
# left as they were.
_links = [
    (np.sin, np.cos),
    (np.tanh, lambda v: 1 - np.tanh(v) ** 2),
    (lambda v: v**2 / 2 + 0.3, lambda v: v),
    (lambda v: 2 - 3 * v, lambda v: -3.0),
    (lambda v: 1 / (1 + v**2), lambda v: -2 * v / (1 + v**2) ** 2),
    (lambda v: np.exp(-(v**2) / 4), lambda v: -v / 2 * np.exp(-(v**2) / 4)),
]
_rng = course_rng("d28-chain")
for _n in (1, 2, 3, 5, 8):
    for _ in range(6):
        _picks, _x = [_links[int(_k)] for _k in _rng.integers(0, 6, size=_n)], float(_rng.uniform(-2, 2))
        _z = _x + 1e-100j  # a tiny imaginary step gives the slope to the last digits
        for _f, _df in _picks:
            _z = _f(_z)
        _want = float(np.imag(_z) / 1e-100)
        _fs, _dfs = [_f for _f, _df in _picks], [_df for _f, _df in _picks]
        _got = chain(_fs, _dfs, _x)
        assert np.ndim(_got) == 0 and np.isclose(_got, _want, rtol=1e-7, atol=1e-12), f"a chain of {_n} links from {_x:.4f}: expected {_want:.8g}, got {_got}"
        assert len(_fs) == _n and len(_dfs) == _n, "the caller's lists were changed"
assert chain([lambda v: v * v, np.cos], [lambda v: 2 * v, lambda v: -np.sin(v)], 0) == 0, "x² is flat at 0, so the chain is flat there, whatever comes after"
assert chain([lambda v: v * v, lambda v: 3 * v], [lambda v: 2 * v, lambda v: 3.0], 0) == 0, "3x² is flat at 0: a slope of 0 is a factor like any other"
_far = chain([lambda v: v + 1e9, lambda v: 2 * v], [lambda v: 1.0, lambda v: 2.0], 0.3)
assert np.isclose(_far, 2, rtol=1e-7, atol=0), f"x + 10⁹, then twice that: the slope is 2 everywhere, got {_far}. Is it measured with a step?"

# %% [markdown]
# ### Idea 2 · Backward through a graph
#
# One neuron with a smooth end: $y = \log(1 + e^{wx + b})$, the softplus of yesterday. As a program does it, step by step: $u = w \cdot x$, then $z = u + b$, then $y = \operatorname{softplus}(z)$. Each step has **local slopes**, one for each number that goes in:
#
# | step | local slopes |
# |---|---|
# | $u = w \cdot x$ | $w$ for $x$, and $x$ for $w$ |
# | $z = u + b$ | 1 for $u$, 1 for $b$ |
# | $y = \operatorname{softplus}(z)$ | $\sigma(z)$ |
#
# Now walk from the end to the beginning. $\frac{dy}{dy} = 1$. At $z$ it is $1 \cdot \sigma(z)$. At $u$ and $b$ that times 1. At $x$ what $u$ has, times $w$; at $w$ what $u$ has, times $x$.

# %%
def node(name, data, grad, parents=(), slopes=()):
    push = lambda g: slopes
    parts = {"name": name, "data": data, "grad": grad}
    return SimpleNamespace(parents=parents, push=push, **parts)


def neuron(x, w, b):
    z = w * x + b
    s = sigmoid(z)
    into = node("x", x, s * w), node("w", w, s * x)
    u = node("u = w·x", w * x, s, into, (w, x))
    sums = node("z = u + b", z, s, (u, node("b", b, s)), (1, 1))
    return node("y = softplus z", log_add(0.0, z), 1.0, (sums,), (s,))


# %% [markdown]
# `node` packs a number of the computation with its slope and its parents, the numbers that went in; `neuron` makes the six numbers of ours. In the picture `data` is the value and `grad` the slope of $y$ with respect to that number. Local slopes stand on the arrows. **Before you look**: at $x = 2$, $w = 0.5$, $b = -1$, which of the three inputs has the largest slope?

# %%
fig, ax = plt.subplots(figsize=(9.6, 3.4))
draw_graph(neuron(2.0, 0.5, -1.0), ax, slopes=True)
figure(fig, alt=(
    "Slopes shrink and grow on their way back through the neuron: 1 at y, 0.5 at z, u "
    "and b, then 0.25 at x, but 1 at w, because x is 2."
))


def draw(w, b):
    fig, ax = plt.subplots(figsize=(9.6, 3.4))
    return draw_graph(neuron(2.0, w, b), ax, slopes=True)


slider(draw, alt=(
    "The same graph; for large w and b the local slope of the softplus goes to 1."
), w=(-2, 2, 0.25, 0.5), b=(-3, 3, 0.5, -1))

# %% [markdown]
# The weight: its slope is $0.5 \cdot 1 \cdot 2 = 1$, because $x = 2$ stands on its arrow. Move the sliders: with $z$ far below 0 all slopes vanish at once, since all paths go through the one arrow from $z$ to $y$.
#
# One walk backward has found the slopes for **all** the inputs. A measurement has to go forward twice for each of them. Three inputs, six runs; a model with a million weights, two million.

# %%
y = lambda x, w, b: log_add(0.0, w * x + b)
print(round(central_slope(lambda x: y(x, 0.5, -1.0), 2.0, 1e-5), 6))
print(round(central_slope(lambda w: y(2.0, w, -1.0), 0.5, 1e-5), 6))
print(round(central_slope(lambda b: y(2.0, 0.5, b), -1.0, 1e-5), 6))

# %% author=true
assert np.allclose([central_slope(lambda x: y(x, 0.5, -1.0), 2.0, 1e-5), central_slope(lambda w: y(2.0, w, -1.0), 0.5, 1e-5)], [0.25, 1], rtol=1e-7, atol=0)

# %% [markdown]
# ### Idea 3 · Paths add
#
# So far every number was used once. In $y = x \sin x + x^2$ the $x$ is used three times: $a = \sin x$, then $p = x \cdot a$ and $q = x^2$, then $y = p + q$. Imagine each use had an $x$ of its own. Nudge the first copy: $y$ moves by the slope along its path. Nudge the second, and the third. Nudge all at once, as the real $x$ does: in the small the three moves add.

# %%
def three_paths(x0):
    s, c = np.sin(x0), np.cos(x0)
    x = node("x", x0, s + x0 * c + 2 * x0)
    a = node("a = sin x", s, x0, (x,), (c,))
    p = node("p = x·a", x0 * s, 1.0, (x, a), (s, x0))
    q = node("q = x²", x0**2, 1.0, (x,), (2 * x0,))
    return node("y = p + q", x0 * s + x0**2, 1.0, (p, q), (1, 1))


fig, ax = plt.subplots(figsize=(9.6, 3.6))
draw_graph(three_paths(2.0), ax, slopes=True)
figure(fig, alt=(
    "Three paths lead from x to y = x sin x + x². At 2 the products along them are "
    "0.91, −0.83 and 4, and x has their sum, 4.08."
))

# %% [markdown]
# Follow the three paths with a finger: over $p$ directly, $0.909 \cdot 1$; over $a$ and $p$, $-0.416 \cdot 2 \cdot 1 = -0.832$; over $q$, $4 \cdot 1$. Together 4.077. In general,
#
# $$ \frac{dy}{dx} = \sum_{\text{paths from } x \text{ to } y} \; \prod_{\text{arrows of the path}} \text{local slope}. $$
#
# In words: multiply along each path, then add the paths. The product rule is the case of two paths: in $f \cdot g$ one goes through $f$ with the local slope $g$, the other through $g$ with the local slope $f$.

# %%
paths = np.sin(2), np.cos(2) * 2, 2 * 2
total = central_slope(lambda x: x * np.sin(x) + x**2, 2.0, 1e-5)
print([round(float(path), 4) for path in paths], "sum", round(float(sum(paths)), 4))
print("measured", round(float(total), 4))
assert np.isclose(sum(paths), total, rtol=1e-8, atol=0)

# %% author=true
assert [round(float(p), 3) for p in paths] == [0.909, -0.832, 4.0] and round(float(sum(paths)), 3) == 4.077

# %% [markdown]
# ### The answer to the puzzle
#
# Each neuron has the local slope $w\,\sigma(1 - \sigma)$, and along the row the slopes multiply, ten of them. Here is the product for each row, and how far the last answer really moves when 0.5 becomes 0.501.

# %%
for row, w, b in (("A", 1, 0), ("B", 4, -2), ("C", 8, -4)):
    x, nudged, slope = 0.5, 0.501, 1.0
    for _ in range(10):
        p = sigmoid(w * x + b)
        slope = slope * w * p * (1 - p)
        x, nudged = p, sigmoid(w * nudged + b)
    print(f"{row}: slope {slope:9.2e}, the last answer moves by {nudged - x:8.1e}")

# %% author=true
def _row(w, b, x):
    for _ in range(10):
        x = sigmoid(w * x + b)
    return x


assert abs(_row(1, 0, 0.501) - _row(1, 0, 0.5) - 3.5e-10) < 1e-11 and abs(_row(4, -2, 0.501) - 0.501) < 1e-7 and round(_row(8, -4, 0.501), 2) == 0.95

# %% [markdown]
# Next, the product after each neuron, on a log axis. **Before you look**: a product of equal factors has which shape there (day 4)? And which of the rows has factors that are not all the same?

# %%
fig, ax = plt.subplots(figsize=(6.4, 3.6))
for row, w, b, style in (("A", 1, 0, "o-"), ("B", 4, -2, "s-"), ("C", 8, -4, "^-")):
    x, slopes = 0.5, [1.0]
    for _ in range(10):
        p = sigmoid(w * x + b)
        x, slopes = p, [*slopes, slopes[-1] * w * p * (1 - p)]
    ax.semilogy(range(11), slopes, style, label=f"row {row}")
ax.set(xlabel="neurons passed", ylabel="slope so far (log axis)")
ax.legend()
figure(fig, alt=(
    "Three straight lines on a log axis: row A falls to 3e-7 after ten neurons, row B "
    "stays at 1, row C climbs to 1024."
))

# %% [markdown]
# A straight line; row A's first factor is 0.235, all others are about 0.225. There nothing arrives: every slope is below 1/4, and ten of them make $3 \cdot 10^{-7}$. In row B they are exactly 1 at 0.5, and the nudge arrives whole. In row C they are 2, and $2^{10} = 1024$: the last neuron jumps by 0.45. (Not by 1.024, since the slopes hold only near 0.5.)
#
# That was Hochreiter's answer. Along many layers slopes vanish or explode, unless they stay near 1, and whoever wants to learn by slopes must see to that. Days 41 and 44 do.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Forward, and remember everything
#
# *2 points · about 9 minutes · needs log_add (day 4)*
#
# A walk backward needs the numbers of the walk forward: $x$ stands on the arrow of $w$. So the forward walk keeps them, all of them, under their names. The neuron is that of idea 2: $u = w x$, $z = u + b$, $y = \log(1 + e^z)$.
#
# **Before you code.** What are $u$, $z$ and $y$ for $x = 2$, $w = 3$, $b = -6$? And what does $\log(1 + e^{z})$ do in floats for $z = 800$?
#
# <details><summary>Answer</summary>
#
# 6, 0 and $\log 2 = 0.693$. At 800 the $e^z$ overflows; `log_add(0.0, z)` is the logarithm of $e^0 + e^z$, without that, and gives 800.
#
# </details>
#
# **Your task.** Write `trace(x, w, b)`: a dict of the six numbers under `"x"`, `"w"`, `"b"`, `"u"`, `"z"`, `"y"`. Four lines are enough.

# %% exercise="d28-trace"
def trace(x: float, w: float, b: float) -> dict[str, float]:
    """Every number on the way to y = log(1 + exp(w x + b)).

    x, w, b  input, weight and bias; w x + b may be as large as 800 or as small as −800
    returns  a dict with x, w, b and u = w x, z = u + b, y

    >>> t = trace(2.0, 3.0, -6.0)
    >>> t["u"], t["z"], round(float(t["y"]), 4)
    (6.0, 0.0, 0.6931)
    """
    ### BEGIN SOLUTION
    u = w * x
    z = u + b
    y = log_add(0.0, z)
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": y}
    ### END SOLUTION


# %% visible="d28-trace" points=1
# 3 · 2 = 6, 6 − 6 = 0, log 2. Then 2 · 1 = 2, 2 + 1 = 3, log(1 + e³). Then z = 800.
got, got_more = trace(2.0, 3.0, -6.0), trace(1.0, 2.0, 1.0)
got_far = trace(2.0, 400, 0)

assert got is not None, "trace returned None. Did you forget the return statement?"
assert hasattr(got, "keys"), f"The numbers travel in a dict; you returned {got}."
missing = [name for name in "xwbuzy" if name not in got]
assert not missing, f"Missing: {missing}. All six numbers are wanted, the inputs too."
assert (got["x"], got["w"], got["b"]) == (2, 3, -6), "The inputs stay as they are."
assert got["u"] == 6 and got_more["u"] == 2, (
    f"u = w · x is 6 and 2, got {got['u']} and {got_more['u']}. Does b come in yet?"
)
assert got["z"] == 0 and got_more["z"] == 3, (
    f"z = u + b is 0 and 3, got {got['z']} and {got_more['z']}."
)
pair = [got["y"], got_more["y"]]
assert np.allclose(pair, [np.log(2), 3.0485873516], rtol=1e-7, atol=0), (
    f"y = log(1 + e^z) is 0.6931 and 3.0486, got {np.round(pair, 4).tolist()}. "
    f"What stands inside the logarithm?"
)
assert np.isclose(got_far["y"], 800, rtol=1e-9, atol=0), (
    f"For z = 800 y is 800, too; got {got_far['y']}. Which number overflows on the "
    f"way, and which tool avoids it?"
)

# %% hidden="d28-trace" points=1
# Hidden checks: many inputs, weights and biases, z from −800 to 800, whole numbers; no
# warnings.
import warnings as _warnings

_rng = course_rng("d28-trace")
for _scale in (0.1, 1.0, 5.0, 28.0):
    for _ in range(6):
        _x, _w, _b = (float(_rng.uniform(-_scale, _scale)) for _v in range(3))
        _z = _w * _x + _b
        _want = {"x": _x, "w": _w, "b": _b, "u": _w * _x, "z": _z, "y": float(np.logaddexp(0, _z))}
        with _warnings.catch_warnings(record=True) as _heard:
            _warnings.simplefilter("always")
            _got = trace(_x, _w, _b)
        for _k, _v in _want.items():
            assert np.ndim(_got[_k]) == 0 and np.isclose(_got[_k], _v, rtol=1e-9, atol=1e-12), f"x = {_x:.4f}, w = {_w:.4f}, b = {_b:.4f}: {_k} should be {_v:.8g}, got {_got[_k]}"
        assert not _heard, f"numpy warned ({_heard[0].message}) at z = {_z:.4g}"
for _z in (6.5, 12.5, 17.5):
    _y = trace(1.0, _z, 0.0)["y"]
    assert np.isclose(_y, np.logaddexp(0, _z), rtol=1e-9, atol=0), f"at z = {_z} y is larger than z by {np.exp(-_z):.1e}: expected {np.logaddexp(0, _z):.10f}, got {_y}"
assert np.isclose(trace(-2, 400, 1)["y"], 0, rtol=0, atol=1e-12), "at z = −799 y is as good as 0"

# %% [markdown]
# ### Exercise · Backward, and share it out
#
# *3 points · about 11 minutes · needs the sigmoid (day 7) and the chain rule*
#
# You get the dict of the forward walk and give one with the same names, in which each number is the slope of $y$ with respect to that node. One number flows from the end to the beginning and is multiplied on each arrow by what stands there.
#
# **Before you code.** For $x = 2$, $w = 3$, $b = -6$, what are the six slopes?
#
# <details><summary>Answer</summary>
#
# $y$: 1. $z$: $\sigma(0) = 0.5$. $u$ and $b$: 0.5. $w$: $0.5 \cdot 2 = 1$. $x$: $0.5 \cdot 3 = 1.5$.
#
# </details>
#
# **Your task.** Write `backward_trace(t)`. Compute nothing forward again that is in `t`. Three or four lines are enough.

# %% exercise="d28-backward_trace"
def backward_trace(t: dict[str, float]) -> dict[str, float]:
    """The slope of y with respect to every number of a forward walk.

    t        the numbers x, w, b, u = w x, z = u + b and y = log(1 + exp(z))
    returns  a dict with the same names: dy/dx, dy/dw, …, dy/dy

    >>> t = {"x": 2.0, "w": 3.0, "b": -6.0, "u": 6.0, "z": 0.0, "y": 0.6931}
    >>> {name: float(slope) for name, slope in backward_trace(t).items()}["x"]
    1.5
    """
    ### BEGIN SOLUTION
    dz = sigmoid(t["z"])
    dw, dx = dz * t["x"], dz * t["w"]
    return {"x": dx, "w": dw, "b": dz, "u": dz, "z": dz, "y": 1.0}
    ### END SOLUTION


# %% visible="d28-backward_trace" points=1
# The neuron of the question, and one at z = log 3, where the sigmoid is 3/4.
z = float(np.log(3))
first = {"x": 2.0, "w": 3.0, "b": -6.0, "u": 6.0, "z": 0.0, "y": float(np.log(2))}
other = {"x": -5.0, "w": 4.0, "b": z + 20, "u": -20.0, "z": z, "y": float(np.log(4))}
got, got_other = backward_trace(first), backward_trace(other)

assert got is not None, (
    "backward_trace returned None. Did you forget the return statement?"
)
assert hasattr(got, "keys"), f"The slopes travel in a dict; you returned {got}."
missing = [name for name in "xwbuzy" if name not in got]
assert not missing, f"Missing: {missing}. Every node has a slope, y itself too."
assert got["y"] == 1, f"y moves by 1 when y moves by 1: expected 1, got {got['y']}."
wants = {"z": (0.5, 0.75), "u": (0.5, 0.75), "b": (0.5, 0.75)}
wants |= {"w": (1, -3.75), "x": (1.5, 3)}
advice = {
    "z": "What is the slope of the softplus?",
    "u": "Which arrow leads from u on, and what stands on it?",
    "b": "Adding b passes every change on, whole.",
    "w": "u = w · x: when w moves by 1, by how much does u?",
    "x": "u = w · x: when x moves by 1, by how much does u?",
}
for name, want in wants.items():
    pair = float(got[name]), float(got_other[name])
    assert np.allclose(pair, want, rtol=1e-9, atol=0), (
        f"{name}: expected {want} for the two neurons, got {pair}. {advice[name]}"
    )

# %% hidden="d28-backward_trace" points=2
# Hidden checks: each node moved by a tiny imaginary step, far more neurons, z from −800
# to 800; your dict left as it was.
from scipy.special import expit as _oracle

_rng = course_rng("d28-backward_trace")
_ways = {
    "x": lambda v, t: np.log(1 + np.exp(t["w"] * v + t["b"])),
    "w": lambda v, t: np.log(1 + np.exp(v * t["x"] + t["b"])),
    "b": lambda v, t: np.log(1 + np.exp(t["u"] + v)),
    "u": lambda v, t: np.log(1 + np.exp(v + t["b"])),
    "z": lambda v, t: np.log(1 + np.exp(v)),
    "y": lambda v, t: v,
}
for _scale in (0.1, 1.0, 3.0, 4.5):
    for _ in range(6):
        _x, _w, _b = (float(_rng.uniform(-_scale, _scale)) for _v in range(3))
        _t = {"x": _x, "w": _w, "b": _b, "u": _w * _x, "z": _w * _x + _b, "y": float(np.logaddexp(0, _w * _x + _b))}
        _want = {_k: float(np.imag(_way(_t[_k] + 1e-30j, _t)) / 1e-30) for _k, _way in _ways.items()}
        _given = dict(_t)
        _got = backward_trace(_given)
        for _k, _v in _want.items():
            assert np.ndim(_got[_k]) == 0 and np.isclose(_got[_k], _v, rtol=1e-8, atol=1e-12), f"x = {_x:.4f}, w = {_w:.4f}, b = {_b:.4f}: the slope at {_k} should be {_v:.8g}, got {_got[_k]}"
        assert _given == _t, "the caller's dict was changed"
for _z in (-800.0, -30.0, 30.0, 800.0):
    _t = {"x": 2.0, "w": 0.5, "b": _z - 1.0, "u": 1.0, "z": _z, "y": float(np.logaddexp(0, _z))}
    _want = float(_oracle(_z))
    _got = backward_trace(_t)
    assert np.allclose([_got["z"], _got["b"], _got["w"], _got["x"]], [_want, _want, 2 * _want, _want / 2], rtol=1e-10, atol=1e-12), f"at z = {_z:g} the slope of the softplus is {_want:.6g}, got {_got['z']}"

# %% [markdown]
# ### In a real model: this is backpropagation
#
# You have written it: forward and remember, backward and multiply. Seppo Linnainmaa described it for any program in 1970; Rumelhart, Hinton and Williams trained networks with it in 1986 and called it **backpropagation**. With slopes in hand, learning is day 24's descent. Here the neuron is to answer 0.5 at $x = 2$; the loss $(y - 0.5)^2$ is one more node at the end, with the local slope $2(y - 0.5)$.

# %%
x, w, b = 2.0, 1.5, -1.0
for step in range(41):
    z = w * x + b
    y = log_add(0.0, z)
    dz = 2 * (y - 0.5) * sigmoid(z)  # along the chain from the loss to z
    if step % 10 == 0:
        print(f"step {step:2d}: y = {y:.4f}, loss {(y - 0.5) ** 2:.6f}")
    w, b = w - 0.05 * dz * x, b - 0.05 * dz

# %% author=true
assert abs(y - 0.5) < 0.01 and abs(central_slope(lambda w: (log_add(0.0, 2 * w - 1.0) - 0.5) ** 2, 1.5, 1e-6) - 2 * (log_add(0.0, 2.0) - 0.5) * sigmoid(2.0) * 2) < 1e-6

# %% [markdown]
# The answer goes from 2.13 to 0.5. A language model differs in the size of its graph, not in the rule. Its programs keep every number of the forward walk, which is why training needs so much more memory than use. And nobody writes the backward walk by hand: on day 34 you build the program that does, for any graph.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain · Gears, currencies, slopes
#
# *2 points · about 6 minutes · read and graded by a person*
#
# Explain the chain rule to a friend, with gears or with currencies (euros into dollars, dollars into yen): why do rates multiply? Then say where your picture breaks: name one thing about slopes of curves, or about several paths, that gears or currencies do not show. Five sentences.

# %% [markdown] exercise="d28-why" points=2
# If one euro buys 1.1 dollars and one dollar 150 yen, one euro buys 165 yen: each extra euro becomes 1.1 extra dollars, and each of those 150 extra yen. Rates multiply because the second machine works on every unit that the first hands over. A slope is such a rate, for small changes. The picture breaks because a rate of exchange is the same for every amount, while the slope of a curve depends on where one stands: the second slope must be taken at the value that arrives, not at the one we started with. And it shows one path only: where a number is used twice, its changes arrive along two paths and add, as if the euro could be spent twice.
#
# **For full points**: one point for the reason: the second rate applies to every unit of change that the first hands on, so that rates multiply. One point for a true limit of the picture: the slope changes from place to place and is taken at the inner value, or it holds only for small changes, or several paths add (one of the three is enough).

# %% [markdown]
# ### Break it: a slope at the wrong place
#
# The chain $x \to 3x \to \sin(3x)$ at $x = 1$. The cell takes the cosine at the wrong place. **Predict** whether at least the sign of the claimed slope is right. Then change `arrived = x` to `arrived = 3 * x` and run it again.

# %%
x = 1.0
arrived = x
claimed = np.cos(arrived) * 3
measured = central_slope(lambda v: np.sin(3 * v), x, 1e-5)
print(f"claimed {claimed:.4f}, measured {measured:.4f}")

# %% author=true
assert round(claimed, 4) == 1.6209 and round(measured, 4) == -2.97
# edit: "arrived = x" -> "arrived = 3 * x"
# then: abs(claimed - measured) < 1e-8

# %% [markdown]
# <details><summary>Answer</summary>
#
# Not even the sign: 1.62 against −2.97. At 3 the sine is on its way down. A model that is trained with such a slope walks up the hill. With the cosine at 3 the two agree.
#
# </details>

# %% [markdown]
# ### From memory
#
# Draw the graph of $y = \sigma(wx + b)^2$ on paper: four nodes beside the inputs. Write the local slope on each arrow, walk backward, and give $\frac{dy}{dw}$ at $x = 2$, $w = 1$, $b = -2$. Then unfold, and then let the cell be the judge.
#
# <details><summary>Answer</summary>
#
# $u = wx$, $z = u + b$, $p = \sigma(z)$, $y = p^2$. At these numbers $z = 0$ and $p = 0.5$. Backward: 1 at $y$, $2p = 1$ at $p$, $1 \cdot p(1 - p) = 0.25$ at $z$ and $u$, $0.25 \cdot 2 = 0.5$ at $w$.
#
# </details>

# %%
measured = central_slope(lambda w: sigmoid(2 * w - 2) ** 2, 1.0, 1e-5)
print(f"dy/dw = {measured:.6f}")
assert np.isclose(measured, 0.5, rtol=1e-7, atol=0)

# %% [markdown]
# ### The day in five lines
#
# 1. Along a chain slopes multiply, each taken at what its link receives.
# 2. Forward: compute and remember. Backward: start with 1, multiply on each arrow.
# 3. One walk backward gives the slopes for all inputs; a measurement needs two runs for each.
# 4. Where a number is used more than once, its paths add; the product rule is the smallest case.
# 5. Ten slopes below 1/4 leave nothing, ten slopes of 2 make 1024.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\frac{dy}{du} \cdot \frac{du}{dx}$ | d y by d u times d u by d x: slopes along a chain | `slope * df(x)` |
#
# Which numbers of today's neuron does the walk backward never read, so that a program could forget them? It reads $x$, $w$ and $z$: $u$, $b$ and $y$ could go. Real programs go further, forget values that they need, and compute them again on the way back.

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Visualizing the chain rule and product rule](https://www.3blue1brown.com/lessons/chain-rule-and-product-rule) (17 minutes): the three number lines of idea 1, moving. Tomorrow the slope is put to work: how far should one step down a curve go?
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The fourth week is over: chance in samples, judging, measured slopes, limits, rules. Here it is once more in six short questions. The numbers of a package come in a dict; your function answers with another dict. Work from memory first.

# %%
package = {"x": [1.0, 3.0, 5.0, 3.0], "tp": 6, "fp": 2, "fn": 4}
package.update({"ahead": 5.3, "behind": 4.9, "h": 0.1})
package.update({"margins": [0.0, 2.0, -1.0]})
package.update({"errs": [0.08, 0.005], "hs": [0.4, 0.1]})
package.update({"f": 6.0, "df": 1.0, "g": 2.0, "dg": 0.5})
print(len(package), "numbers and lists, and not one of them is new")

# %% [markdown]
# ### Exercise · Six questions about the week, for the fourth time
#
# *optional · about 16 minutes · needs days 21 to 27*
#
# | answer | day | question |
# |---|---|---|
# | `"error"` | 21 | What is the standard error of the mean of `x` (divisor n − 1)? |
# | `"f1"` | 22 | There are `tp` true positives, `fp` false positives, `fn` false negatives. What is F1? |
# | `"slope"` | 23 | A curve is `ahead` high a step `h` after a place and `behind` a step before. What is the central slope? |
# | `"loss"` | 24 | What is the mean logistic loss $\log(1 + e^{-m})$ of the `margins`? |
# | `"order"` | 26 | At the two steps `hs` the errors are `errs`. Of which order are they? |
# | `"quotient"` | 27 | Two functions have the values `f`, `g` and the slopes `df`, `dg`. What is the slope of their quotient? |
#
# **Before you code.** What are the six answers for the package above, by hand?
#
# <details><summary>Answer</summary>
#
# $\sqrt{8/3}/2 = 0.816$; $12/18 = 2/3$; $0.4/0.2 = 2$; $(0.693 + 0.127 + 1.313)/3 = 0.711$; $\log 16/\log 4 = 2$; $(1 \cdot 2 - 6 \cdot 0.5)/4 = -0.25$.
#
# </details>
#
# **Your task.** Write `drill_week_4(q)`, which returns a dict with these six names.

# %% exercise="d28-drill_week_4"
def drill_week_4(q: dict) -> dict:
    """Six answers about days 21 to 27.

    q        the numbers under the names x, tp, fp, fn, ahead, behind, h, margins, errs,
             hs, f, df, g, dg
    returns  the answers under error, f1, slope, loss, order, quotient

    >>> sorted(drill_week_4(package))
    ['error', 'f1', 'loss', 'order', 'quotient', 'slope']
    """
    ### BEGIN SOLUTION
    x, errs, hs = np.array(q["x"]), q["errs"], q["hs"]
    return {
        "error": x.std(ddof=1) / np.sqrt(len(x)),
        "f1": 2 * q["tp"] / (2 * q["tp"] + q["fp"] + q["fn"]),
        "slope": (q["ahead"] - q["behind"]) / (2 * q["h"]),
        "loss": np.mean([log_add(0.0, -m) for m in q["margins"]]),
        "order": np.log(errs[0] / errs[1]) / np.log(hs[0] / hs[1]),
        "quotient": (q["df"] * q["g"] - q["f"] * q["dg"]) / q["g"] ** 2,
    }
    ### END SOLUTION


# %% visible="d28-drill_week_4" points=0
# The package above, by hand.
got = drill_week_4(dict(package))
want = {"error": (8 / 3) ** 0.5 / 2, "f1": 2 / 3, "slope": 2, "order": 2}
want |= {"loss": np.log(2 * (1 + np.e**-2) * (1 + np.e)) / 3, "quotient": -0.25}
advice = {
    "error": "The standard deviation of one reading, over the root of their number.",
    "f1": "It lies between precision, 6/8, and recall, 6/10.",
    "slope": "How far apart do the two readings lie?",
    "loss": "A margin of 0 costs log 2. Is it a mean or a sum?",
    "order": "A quarter of the step leaves a sixteenth of the error.",
    "quotient": "Which term has the minus?",
}
assert got is not None, (
    "drill_week_4 returned None. Did you forget the return statement?"
)
assert hasattr(got, "keys"), f"The answers travel in a dict; you returned {got}."
missing = [name for name in want if name not in got]
assert not missing, f"Missing: {missing}. Are all names spelled as in the table?"
for name in want:
    assert np.isclose(got[name], want[name], rtol=1e-7, atol=0), (
        f"{name}: expected {want[name]:.6g}, got {got[name]}. {advice[name]}"
    )

# %% hidden="d28-drill_week_4" points=0
# Hidden checks: thirty packages of fresh numbers, margins up to 800 in size; your
# package left as it was.
from scipy.stats import sem as _sem

_rng = course_rng("d28-drill_week_4")
for _ in range(30):
    _n, _order = int(_rng.integers(2, 7)), float(_rng.uniform(0.5, 5))
    _tp, _fp, _fn = (int(_v) for _v in _rng.integers(1, 40, size=3))
    _f, _df, _dg = (float(_v) for _v in _rng.uniform(-4, 4, size=3))
    _g, _mid, _rise, _h = (float(_v) for _v in _rng.uniform(0.2, 3, size=4))
    _scale, _h0, _h1 = (float(_v) for _v in _rng.uniform(0.01, 0.9, size=3))
    _margins = (_rng.normal(size=_n) * float(_rng.choice([1, 3, 300]))).tolist()
    _q = {"x": _rng.normal(size=_n).tolist(), "tp": _tp, "fp": _fp, "fn": _fn, "margins": _margins}
    _q |= {"ahead": _mid + _rise * _h, "behind": _mid - _rise * _h, "h": _h, "f": _f, "df": _df, "g": _g, "dg": _dg}
    _q |= {"errs": [_scale * _h0**_order, _scale * _h1**_order], "hs": [_h0, _h1]}
    _precision, _recall = _tp / (_tp + _fp), _tp / (_tp + _fn)
    _want = {
        "error": float(_sem(_q["x"])),
        "f1": 2 / (1 / _precision + 1 / _recall),
        "slope": _rise,
        "loss": float(np.logaddexp(0, -np.array(_margins)).mean()),
        "order": _order,
        "quotient": ((_f + 1e-30j * _df) / (_g + 1e-30j * _dg)).imag / 1e-30,
    }
    _given = {_name: list(_v) if isinstance(_v, list) else _v for _name, _v in _q.items()}
    _got = drill_week_4(_given)
    assert _given == _q, "the caller's package was changed"
    for _name, _value in _want.items():
        assert np.isclose(_got[_name], _value, rtol=1e-6, atol=1e-9), f"{_name}: expected {_value:.8g}, got {_got[_name]} for the package {_q}"
