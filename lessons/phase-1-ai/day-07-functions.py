# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A function is a machine: chain it, bend it, run it backward
#
# **Question of the day.** A raise lifts you into a higher tax bracket. Can it leave you with less money? And how can machines with one bend each
# follow any curve?
#
# *After today you can* chain functions in the right order, let a function call itself, move and stretch a graph on purpose, build a smooth step from
# $e^x$, and say which machines run backward. The last exercise looks back over days 1 to 6.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Notebooks closed, paper in front of you. Answer all three questions with numbers before you unfold ours. Today is a checkpoint day: part 4 begins with
# one question about each day of this week, so note what you had to look up. That note tells you what to repeat.

# %% [markdown]
# **From yesterday (day 6): a cost curve.** Two points, $(1, 2)$ and $(2, 3)$, and the model $y = m x$. Write its mean squared error as a parabola
# $a m^2 + b m + c$. Which slope $m$ is best, and what does it cost?
#
# <details><summary>Answer</summary>
#
# $\frac{(m - 2)^2 + (2m - 3)^2}{2} = 2.5\,m^2 - 8\,m + 6.5$. The vertex is at $m = -b/(2a) = 8/5 = 1.6$, and there the cost is $0.1$.
#
# </details>

# %% [markdown]
# **Also from yesterday (day 6): roots and vertex.** Where is $x^2 - 10x + 16$ zero? Use the two roots to find its lowest point without a formula.
#
# <details><summary>Answer</summary>
#
# $x^2 - 10x + 16 = (x - 2)(x - 8)$, so the roots are 2 and 8. A parabola is symmetric, so the vertex lies halfway, at $x = 5$, and its height is
# $25 - 50 + 16 = -9$.
#
# </details>

# %% [markdown]
# **From day 1: powers and counting.** A layer takes 100 inputs to 20 outputs, with a bias for each output. How many parameters is that, and how
# many bytes at 16 bits each? And which power of ten is $(10^3)^2 / 10^8$? The cell below computes all three answers.
#
# <details><summary>Answer</summary>
#
# $100 \cdot 20 + 20 = 2020$ parameters, 4040 bytes (16 bits are 2 bytes). And $10^{6 - 8} = 10^{-2}$.
#
# </details>

# %%
m = 8 / (2 * 2.5)
print("best slope", m, " cost", round(((m - 2) ** 2 + (2 * m - 3) ** 2) / 2, 10))
print("roots:", 2**2 - 10 * 2 + 16, 8**2 - 10 * 8 + 16, " height:", 5**2 - 10 * 5 + 16)
print(100 * 20 + 20, "parameters,", 2 * (100 * 20 + 20), "bytes", (10**3) ** 2 / 10**8)

# %% author=true
assert abs(((m - 2) ** 2 + (2 * m - 3) ** 2) / 2 - 0.1) < 1e-12

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# Four ideas and one exercise: a chain of machines, machines with a bend, a smooth step, and running a machine backward. A question about money opens
# this part and closes it.
#
# Here are the tools. `Callable` is Python's word for anything that can be called, such as a function; you will see it in the first line of an
# exercise.

# %%
import math
import warnings
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, INK, VERMILLION

# %% [markdown]
# ### Does the raise cost you money?
#
# Your taxable income is 47,000 dollars, and you are offered 500 more. A colleague says: do not take it, it lifts you into the bracket of 22 percent.
# The table is the law of the United States for a single person in 2024 (Internal Revenue Service, Rev. Proc. 2023-34; higher rates follow).
#
# | taxable income | rate |
# |---|---|
# | from 0 | 10 % |
# | from 11,600 | 12 % |
# | from 47,150 | 22 % |
# | from 100,525 | 24 % |
#
# One can read it in two ways. In which of the two pictures does the raise leave you with less? And which one do you think is the law?

# %%
starts, stops = [0, 11.6, 47.15, 100.525], [11.6, 47.15, 100.525, 120]  # thousands
fig, (left, right) = plt.subplots(1, 2, figsize=(9, 3.3), sharey=True)
tax = 0
for a, b, rate in zip(starts, stops, [0.10, 0.12, 0.22, 0.24], strict=True):
    left.plot([a, b], [rate * a, rate * b], color=VERMILLION, linestyle="-")
    right.plot([a, b], [tax, tax + rate * (b - a)], color=BLUE, linestyle="-")
    tax = tax + rate * (b - a)
left.set(title="one rate for all", xlabel="income (1000 $)", ylabel="tax (1000 $)")
right.set(title="a rate for each slice", xlabel="income (1000 $)")
figure(fig, alt="Tax against income, read in two ways. Left, one rate for all of the "
    "income: the tax jumps up at each bracket. Right, a rate for each slice: no jump, "
    "but the curve gets steeper at each bracket.")

# %% [markdown]
# On the left the tax *jumps* by 4,715 dollars at 47,150: ten percent of the whole income. On the right it has a *corner* there: the curve goes on
# from where it was, and becomes steeper. Write down your guess.

# %% author=true
assert math.isclose(0.22 * 47_150 - 0.12 * 47_150, 4715)
assert math.isclose(0.10 * 11_600 + 0.12 * (47_150 - 11_600), 5426)

# %% [markdown]
# ### A machine, and a chain of machines
#
# Put 5 into a machine that doubles: out comes 10. Put 5 into a machine that adds three: out comes 8. Now connect them. Does it matter which one is
# first? Try both orders on paper with 5, then run the cell.

# %%
def double(x):
    return 2 * x


def add_three(x):
    return x + 3


print("first add, then double:", double(add_three(5)))
print("first double, then add:", add_three(double(5)))

# %% [markdown]
# 16 and 13: the order matters. A **function** is such a machine: each input it allows gives exactly one output. The allowed inputs are its
# **domain**, the outputs that can occur its **range**. You have met several this week:
#
# | function | domain | range |
# |---|---|---|
# | $2x + 3$ | all numbers | all numbers |
# | $x^2$ | all numbers | $0$ and above |
# | $e^x$ | all numbers | above $0$ |
# | $\log x$ | above $0$ | all numbers |
#
# A chain works only where every link gets an input it allows: $\log(e^x)$ always does, $\log(x - 3)$ only for $x > 3$.

# %% [markdown]
# The chain of two functions has a sign of its own, a small circle:
#
# $$ (f \circ g)(x) = f(g(x)). $$
#
# In words: "f after g" puts $x$ into $g$ first, and what comes out into $f$: we *compute* from right to left.
# In the next cell `f, g = double, add_three` gives two functions a second name: in Python a function is a value
# like any other.

# %%
f, g = double, add_three
assert f(g(5)) == 2 * (5 + 3)
assert g(f(5)) == 2 * 5 + 3

# %% [markdown]
# `double` without brackets is the machine, `double(5)` is what it makes of 5. So a function can also *build* a machine and hand it out, and a star
# collects any number of inputs. A small machine needs no name: `lambda x: x * x` is the function that takes $x$ and gives $x \cdot x$.
#
# Read the next cell slowly; the exercise needs it all, and `reversed`, which walks through a list from its end. (`f.__name__` is the name Python
# keeps for `f`.)

# %%
def adder(n):
    def add(x):  # a new machine, which remembers n
        return x + n

    return add  # no brackets: we hand out the machine itself


def names_backward(*fs):
    return [f.__name__ for f in reversed(fs)]


square, add_seven = lambda x: x * x, adder(7)
print(add_seven(1), add_seven(10), square(9))
print(names_backward(double, add_seven, add_three))

# %% [markdown]
# A function may also call *itself*. To send $x$ through a machine three times is to send it through twice, and then once more; that is what `repeat`
# says in its last line. It needs one case in which it does not call itself, here $n = 0$, or the calls would never end. This is **recursion**.
#
# Follow `repeat(double, 3, 1)`: three calls wait for each other, then 1 comes back and is doubled three times.

# %%
def repeat(f, n, x):
    if n == 0:  # the case that ends it
        return x
    return f(repeat(f, n - 1, x))  # n times is once more after n - 1 times


print(repeat(double, 3, 1), repeat(double, 10, 1), repeat(add_three, 4, 5))
assert repeat(double, 10, 1) == 2**10

# %% [markdown]
# ### Exercise · One machine out of many
#
# *2 points · about 11 minutes · needs the chain $f \circ g$*
#
# A deep network is a chain: the output of each layer is the input of the next. Chaining is worth a function of its own.
#
# **Before you code.** In `compose(double, add_three, square)`, which function meets $x = 2$ first? What comes out at the end?
#
# <details><summary>Answer</summary>
#
# `square`, at the right end: $2 \to 4$. Then `add_three` gives 7, and `double` gives 14.
#
# </details>
#
# **Your task.** Write `compose(*fs)`. It returns a new function that sends its input through all of `fs`, from right to left. The new function may be
# called many times. Five lines are enough.

# %% exercise="d07-compose"
def compose(*fs: Callable) -> Callable:
    """Chain functions from right to left: compose(f, g)(x) is f(g(x)).

    fs       one or more functions, each of one input
    returns  a function of one input

    >>> compose(str, abs)(-16)
    '16'
    """
    ### BEGIN SOLUTION
    def chain(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return chain
    ### END SOLUTION

# %% visible="d07-compose" points=1
# By hand: (5 + 3) * 2 = 16, and with a square in front (2**2 + 3) * 2 = 14.
both = compose(double, add_three)
assert both is not None, "compose returned None. Did you forget the return statement?"
assert callable(both), (f"compose hands out a function; you returned {both}. Where is "
    "the line that returns the machine itself?")
got = both(5)
assert got is not None, ("compose returned a function, but that function returns None. "
    "It needs a return of its own.")
assert got == 16, ("compose(double, add_three)(5) adds first and doubles then: "
    f"expected 16, got {got}. Which function meets x first, and what goes into the "
    "next one?")
got = compose(double, add_three, square)(2.0)
assert got == 14, (f"With three functions, 2 becomes 4, then 7, then 14; got {got}. "
    "Does every function take its turn, from right to left?")
got = compose(square)(7.0)
assert got == 49, ("A chain of one function is that function: compose(square)(7) is "
    f"49, got {got}.")

# %% hidden="d07-compose" points=1
# Hidden checks: chains of 1 to 8 functions, the same chain called again and again,
# whole arrays as input, and chains of chains.
_rng = course_rng("d07-compose")


def _line(m, b):
    return lambda x: m * x + b


for _ in range(20):
    _n = int(_rng.integers(1, 9))
    _m, _b = _rng.uniform(-2, 2, size=_n), _rng.uniform(-5, 5, size=_n)
    _before = np.concatenate([[1.0], np.cumprod(_m)])  # the slopes that stand to the left of each function, multiplied
    _x = _rng.normal(size=int(_rng.integers(1, 6)))
    _want, _given = _before[-1] * _x + (_before[:-1] * _b).sum(), _x.copy()
    _chain = compose(*[_line(_slope, _shift) for _slope, _shift in zip(_m, _b, strict=True)])
    for _time in ("first", "second", "third"):
        _got = _chain(_given)
        assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for a chain of {_n} functions, at its {_time} call: expected {_want}, got {_got}"
    assert (_given == _x).all(), "the caller's numbers were changed in place"

_half = compose(lambda x: x / 2, lambda x: x - 3)
assert _half(13) == 5 and compose(_half, double, add_three)(0) == 1.5, "a chain should be able to stand inside another chain"

# %% [markdown]
# ### Machines with a bend
#
# The tax has one formula up to 11,600 and others beyond: a function that goes by different formulas on different pieces of its domain is called
# **piecewise**. The three smallest piecewise machines are worth names. Look at the first three panels: which of them jumps, which have a corner? And
# how did the solid curve of the last panel become the dashed and the dotted one?

# %%
t = np.linspace(-3, 3, 601)
fig, axes = plt.subplots(1, 4, figsize=(10, 2.9), sharey=True)
axes[0].plot([-3, 0], [0, 0], [0, 3], [1, 1], color=BLUE, linestyle="-")  # two pieces
axes[1].plot(t, np.abs(t), color=BLUE)
for ax in (axes[2], axes[3]):
    ax.plot(t, np.maximum(0, t), color=BLUE, label="relu(x)")
axes[3].plot(t, np.maximum(0, t - 1), "--", color=VERMILLION, label="relu(x − 1)")
axes[3].plot(t, 2 * np.maximum(0, t - 1), ":", color=GREEN, label="2 relu(x − 1)")
axes[3].legend(fontsize=9)
for ax, title in zip(axes, ["step", "|x|", "relu", "relu, moved"]):
    ax.set(title=title, xlabel="input x", ylabel="output")
figure(fig, alt="The step jumps at 0; |x| and relu have a corner there, moved at 1.")

# %% [markdown]
# Only the step jumps. The V and the ReLU have a corner, where the slope changes at once. In the last panel, $x - 1$ in place of $x$ has moved the
# graph 1 to the *right*: the machine does at 1 what it used to do at 0. The factor 2 has doubled the slope without moving the corner.

# %% [markdown]
# $$ \operatorname{step}(x) = \begin{cases} 0 & x < 0 \\ 1 & x \ge 0 \end{cases} \qquad |x| = \begin{cases} -x & x < 0 \\ x & x \ge 0 \end{cases} \qquad \operatorname{relu}(x) = \max(0, x) $$
#
# In words: the step is 0 left of zero and 1 from zero on; the absolute value turns the sign of negative numbers; the ReLU is the larger of 0 and $x$.
# (ReLU is short for *rectified linear unit*, the name Nair and Hinton used in 2010.)
#
# In numpy, `x >= 0` asks every entry, `np.where(asked, a, b)` takes from `a` where the answer is yes and else from `b`, and `np.maximum(0, x)` takes the
# larger of two (day 4).

# %%
x = np.array([-2.0, -0.5, 0.0, 3.0])
print("step", np.where(x >= 0, 1, 0))
print("abs ", np.where(x >= 0, x, -x))
print("relu", np.maximum(0, x))
assert np.array_equal(np.maximum(0, x), np.where(x >= 0, x, 0))
assert np.array_equal(np.where(x >= 0, x, -x), np.maximum(0, x) + np.maximum(0, -x))

# %% [markdown]
# The last line says that $|x| = \operatorname{relu}(x) + \operatorname{relu}(-x)$: two ReLUs make a V. In part 3 you build whole curves from such
# corners, and the tax of our puzzle is one of them.

# %% [markdown]
# ### A smooth step
#
# A step decides too abruptly: at $-0.001$ it says no, at $0$ yes. Can we have a step that hesitates? Take $e^{-x}$ from day 2. It is tiny for large
# $x$, 1 at $x = 0$, and huge for very negative $x$. Add 1 and divide 1 by it:
#
# $$ \sigma(x) = \frac{1}{1 + e^{-x}}. $$
#
# In words: sigma of $x$ is one divided by one plus $e$ to the minus $x$. Large $x$ gives $1/(1 + \text{tiny}) \approx 1$, zero gives $\tfrac12$, very
# negative $x$ gives $1/\text{huge} \approx 0$. This is the **sigmoid**; Verhulst found it in 1838, as a growing population that runs out of room.

# %%
for x in (-5, -1, 0, 1, 5):
    small = np.exp(-x)
    print(f"x = {x:2d}   e^-x = {small:8.4f}   sigma(x) = {1 / (1 + small):.4f}   "
        f"tanh(x) = {np.tanh(x):.4f}")
    assert np.isclose(1 / (1 + small) + 1 / (1 + np.exp(x)), 1, rtol=1e-12)
    assert np.isclose(np.tanh(x), 2 / (1 + np.exp(-2 * x)) - 1, rtol=1e-12)

# %% [markdown]
# The values for $x$ and $-x$ add to 1, and the range lies between 0 and 1: the sigmoid turns any number into something that can serve as a
# probability. Its sister $\tanh$ ("tanch", the hyperbolic tangent) runs from $-1$ to 1. It is a moved and stretched sigmoid,
# $\tanh x = 2\,\sigma(2x) - 1$; the last line of the cell checked it.

# %% [markdown]
# A neuron computes a line first, $a x + b$ (day 5), and a sigmoid of it after that: $\sigma(ax + b)$. What do $a$ and $b$ do to the curve? The dot
# marks height $\tfrac12$. Before you look: for which $x$ is the height $\tfrac12$, and what does a negative $a$ do?

# %%
def panel(ax, a, b):
    t = np.linspace(-6, 6, 400)
    ax.plot(t, 1 / (1 + np.exp(-(a * t + b))), color=BLUE)
    ax.plot(-b / a, 0.5, "o", color=VERMILLION)
    ax.set(title=f"$a = {a:g}$, $b = {b:g}$", xlabel="input x", ylim=(-0.05, 1.05))


fig, axes = plt.subplots(1, 4, figsize=(10, 2.8), sharey=True)
for ax, (a, b) in zip(axes, [(1, 0), (4, 0), (1, -3), (-2, 4)]):
    panel(ax, a, b)
axes[0].set_ylabel("$\\sigma(ax + b)$")
figure(fig, alt="Four sigmoids, each with a dot at height one half, at x = −b/a. With "
    "a = 4 the step is steep, with b = −3 it stands at 3, with a = −2 it falls.")

# %% [markdown]
# Height $\tfrac12$ needs $ax + b = 0$, so the dot stands at $x = -b/a$. A large $a$ makes the hesitation short: with $a = 4$ it looks almost like a
# step. A negative $a$ mirrors the curve, and it falls. And $b = -3$ moves it to the *right*, as $x - 1$ did before.

# %% [markdown]
# ### Running a machine backward
#
# A machine doubled a number and then added three. Out came 13. What went in? You take 3 away, 10, and halve: 5. You ran the chain backward: the last
# step is undone first, each step by its opposite. The machine that undoes $f$ is its **inverse**, written $f^{-1}$:
#
# $$ f^{-1}(y) = x \quad\text{means}\quad f(x) = y. $$
#
# In words: the inverse takes an output back to the input it came from. Domain and range change places. You know a pair already: $\log$ undoes $e^x$.
#
# > **Watch out.** $f^{-1}$ is not $1/f$. For $f(x) = 2x + 3$, $f^{-1}(13) = 5$, but $1/f(13) = 1/29$.

# %%
def undo(y):
    return (y - 3) / 2


print([undo(add_three(double(x))) for x in (5, -1, 0.25)], np.log(np.exp(0.25)))
assert undo(13) == 5 and 2 * 13 + 3 == 29

# %% [markdown]
# Not every machine can be undone. If $x^2 = 9$ came out, was it 3 or $-3$ that went in? Two inputs share one output, and the way back is lost. What
# never happens twice can be undone: a function that always rises (or always falls) has an inverse.
#
# The sigmoid always rises. Let us undo it step by step. From $p = 1/(1 + e^{-x})$ follows $1 + e^{-x} = 1/p$, so $e^{-x} = 1/p - 1 = (1 - p)/p$. Take
# the logarithm and turn the sign:

# %% [markdown]
# $$ \operatorname{logit}(p) = \log \frac{p}{1 - p} = \log p - \log(1 - p). $$
#
# In words: the logit of $p$ is the logarithm of $p$ divided by what is missing to 1. That ratio is called the *odds*: for $p = 0.75$ it is three to
# one. Berkson named the logit in 1944. A language model computes *logits* first, any numbers at all, and turns them into probabilities last.

# %%
for p in (0.5, 0.75, 0.99):
    x = np.log(p) - np.log(1 - p)
    print(f"p = {p:.2f}   odds {p / (1 - p):5.2f}   logit {x:.4f}   and back "
        f"{1 / (1 + np.exp(-x)):.2f}")
    assert np.isclose(np.log(p / (1 - p)), x, rtol=1e-12, atol=1e-15)

# %% [markdown]
# An inverse exchanges input and output, so every point $(x, y)$ of the graph becomes $(y, x)$: the mirror image at the diagonal. In the picture, both
# dashed curves are mirror images of solid ones. Which of them is the graph of a function?

# %%
t = np.linspace(-6, 6, 601)
fig, (left, right) = plt.subplots(1, 2, figsize=(8.6, 4.2))
left.plot(t, 1 / (1 + np.exp(-t)), color=BLUE, label="sigmoid")
left.plot(1 / (1 + np.exp(-t)), t, color=VERMILLION, linestyle="--", label="logit")
right.plot(t, t**2, color=BLUE, label="square")
right.plot(t**2, t, color=VERMILLION, linestyle="--", label="its mirror image")
right.plot([3, 3], [3**0.5, -(3**0.5)], "o", color=INK, label="two outputs for x = 3")
for ax in (left, right):
    ax.plot([-4, 4], [-4, 4], color=GRAY, linestyle=":", linewidth=1)
    ax.set(xlabel="input", ylabel="output", xlim=(-4, 4), ylim=(-4, 4), aspect="equal")
    ax.legend(fontsize=9, loc="lower right")
figure(fig, alt="Mirrored, the sigmoid is a function; the square has two outputs at 3.")

# %% [markdown]
# The logit is one: it lives between 0 and 1 and climbs without end at both sides. The lying parabola is none: it has two outputs for the input 3. Cut
# the square to $x \ge 0$ and its upper half remains, the square root.

# %% [markdown]
# ### What the raise costs
#
# Back to the money. The law means the right picture: each rate is for its own slice, so the tax has corners and no jump.
#
# - At 47,000 the tax is $0.10 \cdot 11{,}600 + 0.12 \cdot 35{,}400 = 5{,}408$.
# - At 47,500 it is $5{,}426$ up to the corner, plus $0.22 \cdot 350 = 77$: together $5{,}503$.
#
# The raise of 500 costs 95 in tax, and 405 stay with you. No raise leaves you with less, since no slope is above 1. And the tax always rises, so it
# can be undone: a tax of 5,503 has one income. With a jump of 4,715 the colleague would have been right.

# %% author=true
assert math.isclose(0.10 * 11_600 + 0.12 * 35_400, 5408)
assert math.isclose(5426 + 0.22 * 350, 5503)

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# Two exercises. First the smooth step, written so that no input breaks it. Then you build curves from ReLUs, as a small network does, and watch how
# closely they follow a smooth one.
#
# ### A step that must not break
#
# You know one trap from day 4: $e^{1000}$ is too large for `float64`. Multiply the top and the bottom of the sigmoid by $e^x$ and you get a twin,
# $\sigma(x) = e^x / (1 + e^x)$. Mathematically they are equal. Which one survives $x = 1000$, and which $x = -1000$?

# %%
with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    for x in (1000.0, -1000.0):
        first, twin = 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x))
        print(x, " first form:", first, "  twin:", twin)
    print([str(w.message) for w in heard])
assert np.isclose(1 / (1 + np.exp(-2.5)), np.exp(2.5) / (1 + np.exp(2.5)), rtol=1e-12)

# %% [markdown]
# (The `with` lines collect numpy's warnings, so that we can print them.) At 1000 the twin divides infinity by infinity and says `nan`, "not a number".
# At $-1000$ the first form overflows too; it is saved by luck, because 1 divided by infinity is 0. A formula that needs no luck has an exponent that is
# never positive.

# %% [markdown]
# ### Exercise · A smooth step that never overflows
#
# *3 points · about 7 minutes · needs both forms of σ and `np.where`*
#
# The gates of an LSTM, a network for texts (Hochreiter and Schmidhuber, 1997), programs that answer yes or no with a probability, the bend
# $x\,\sigma(x)$ inside LLaMA (Touvron and others, 2023): all call this function, on whole arrays, with inputs nobody controls.
#
# **Before you code.** What is the largest value $e^{-|x|}$ can take? Write both forms of $\sigma$ with it: which one serves $x \ge 0$, which one
# $x < 0$, and what do they share?
#
# <details><summary>Answer</summary>
#
# At most 1, since $-|x|$ is never positive. With $s = e^{-|x|}$ it is $1/(1 + s)$ for $x \ge 0$ and $s/(1 + s)$ for $x < 0$: they share the bottom.
#
# </details>
#
# **Your task.** Write `sigmoid(x)` for one number or an array, right to twelve decimals, without a warning at $\pm 1000$. Two lines are enough.

# %% exercise="d07-sigmoid"
def sigmoid(x: float | np.ndarray) -> float | np.ndarray:
    """The smooth step 1 / (1 + exp(-x)), computed without overflow.

    x        number or array of any shape; numbers of any size, whole ones too
    returns  as x, between 0 and 1

    >>> round(float(sigmoid(0.0)), 4)
    0.5
    """
    ### BEGIN SOLUTION
    small = np.exp(-np.abs(1.0 * x))  # 1.0: whole numbers of few bits know no minus
    return np.where(x >= 0, 1.0, small) / (1 + small)
    ### END SOLUTION

# %% visible="d07-sigmoid" points=1
# By hand: e^-0 = 1 gives 1/2; for x = log 3, e^-x = 1/3 gives 3/4; its mirror image
# gives 1/4.
got = sigmoid(np.array([0.0, np.log(3), -np.log(3)]))
assert got is not None, "sigmoid returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), ("Three numbers in, three numbers out: expected shape "
    f"(3,), got {np.shape(got)}.")
assert np.isclose(got[0], 0.5, rtol=1e-9, atol=0), ("At x = 0 the step is halfway: "
    f"expected 0.5, got {got[0]:.4f}. What is e^0, and what is 1 divided by 1 + e^0?")
assert np.allclose(got, [0.5, 0.75, 0.25], rtol=1e-9, atol=0), ("At 0, log 3 and -log "
    f"3 expected [0.5, 0.75, 0.25], got {np.round(got, 4)}. Does your curve rise?")
for far, want in [(1000.0, 1.0), (-1000.0, 0.0)]:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        got = sigmoid(np.array([far, far / 2]))
    assert np.allclose(got, want, rtol=0, atol=1e-12), (f"At {far:g} and {far / 2:g} "
        f"the step is at {want:g}, got {got}. Which form of σ is safe on this side?")
    assert not heard, (f"At {far:g} numpy warned: {heard[0].message}. Which exponent "
        "was positive, although nobody needed it?")

# %% hidden="d07-sigmoid" points=2
# Hidden checks: random numbers from tiny to far out, compared with scipy; several
# shapes, single numbers, whole numbers and float32; your array left as it was.
from scipy.special import expit as _oracle

_rng = course_rng("d07-sigmoid")
for _scale in (0.1, 1.0, 5.0, 30.0, 400.0, 1e4):
    for _shape in ((int(_rng.integers(1, 9)),), (2, int(_rng.integers(1, 5))), (1, 3, 2)):
        _x = _rng.normal(scale=_scale, size=_shape)
        _want, _given = _oracle(_x), _x.copy()
        with warnings.catch_warnings(record=True) as _heard:
            warnings.simplefilter("always")
            _got = sigmoid(_given)
        assert np.shape(_got) == _shape, f"numbers of shape {_shape} gave something of shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=0, atol=1e-12), f"wrong for some number between {_x.min():.4g} and {_x.max():.4g}"
        assert not _heard, f"numpy warned ({_heard[0].message}) for numbers between {_x.min():.4g} and {_x.max():.4g}"
        assert (_given == _x).all(), "the caller's numbers were changed in place"

for _one in (0.0, -2.5, 800.0, -800.0, 3, -3):
    _want = float(_oracle(float(_one)))
    _got = sigmoid(_one)
    assert np.ndim(_got) == 0 and np.isclose(_got, _want, rtol=0, atol=1e-12), f"wrong for the single number {_one}: expected {_want:.6g}, got {_got}"
_whole = _rng.integers(-9, 9, size=int(_rng.integers(4, 9)))
_want = _oracle(_whole.astype(float))
assert np.allclose(sigmoid(_whole), _want, rtol=0, atol=1e-12), "wrong for whole numbers"
_single = np.array([-80.0, -1.5, 0.0, 2.5, 80.0], dtype=np.float32)
_want = _oracle(_single.astype(float))
assert np.allclose(sigmoid(_single), _want, rtol=0, atol=1e-5), "wrong for float32 numbers"

# %% author=true
assert np.allclose(sigmoid(np.array([0, 3, 200, 255], dtype=np.uint8)), [0.5, 1 / (1 + math.exp(-3)), 1, 1])
assert np.allclose(sigmoid(np.array([-128, 127], dtype=np.int8)), [0, 1])

# %% [markdown]
# ### In a real model: sums of hinges
#
# A path starts flat at height 1. At $x = 0$ it begins to climb with slope 1; at $x = 2$ it turns and falls with slope $-1$. Call the places where the
# slope changes **knots**. Can ReLUs draw this path?
#
# The first bend is $1 + \operatorname{relu}(x - 0)$. From there on that ReLU climbs for ever; no later ReLU switches it off. So the one at $x = 2$ must
# supply not the new slope, $-1$, but the *change* of slope, from $1$ to $-1$: that is $-2$. For knots $c_1 < c_2 < \dots$ and slopes
# $s_1, s_2, \dots$ to the right of each:

# %% [markdown]
# $$ y(x) = y_0 + \sum_{k=1}^{n} (s_k - s_{k-1}) \operatorname{relu}(x - c_k), \qquad s_0 = 0. $$
#
# In words: start at the level $y_0$; at every knot a ReLU opens, with the change of slope as its factor. A ReLU opens like a door on a *hinge*, and
# that is what people call it. The cell walks along the path above. (`1 if x <= 0 else 2` is 1 where the question is answered with yes, and else 2.)

# %%
for x in (-1, 0, 1, 2, 3):
    height = 1 + (1 - 0) * max(0, x - 0) + (-1 - 1) * max(0, x - 2)
    by_eye = 1 if x <= 0 else (1 + x if x <= 2 else 3 - (x - 2))
    print(f"x = {x:2d}   height {height}")
    assert height == by_eye
tax = 0.10 * 47_500 + 0.02 * max(0, 47_500 - 11_600) + 0.10 * max(0, 47_500 - 47_150)
assert round(tax, 6) == 5503  # the tax of 47,500 dollars, as a sum of ReLUs

# %% [markdown]
# The tax law is such a sum, too: its factors are 0.10, 0.02 and 0.10, the *changes* of the rate. And so is a network with one input, $n$ ReLU neurons
# and one output, which adds up what they say: each neuron is a bend somewhere, with its own factor. Training finds the places of the bends and the
# factors.

# %% [markdown]
# ### Exercise · A curve made of hinges
#
# *3 points · about 11 minutes · needs the ReLU and the sum above*
#
# **Before you code.** A path lies at height 5, climbs with slope 2 from $x = 1$ on, and is flat again from $x = 4$ on. Which two factors do its ReLUs
# have? How high is it at $x = 10$?
#
# <details><summary>Answer</summary>
#
# The changes of slope: $2 - 0 = 2$ at $x = 1$ and $0 - 2 = -2$ at $x = 4$. From $x = 4$ on the path stays at $5 + 2 \cdot 3 = 11$.
#
# </details>
#
# **Your task.** Write `hinge_sum(x, knots, slopes, y0)`: the heights at all points `x`, where `slopes[k]` holds to the right of `knots[k]`, up to the
# next knot, and `y0` is the level before the first. A loop over the knots in five or six lines is enough.

# %% exercise="d07-hinge_sum"
def hinge_sum(
    x: np.ndarray, knots: np.ndarray, slopes: np.ndarray, y0: float
) -> np.ndarray:
    """A piecewise-linear curve as a level plus one ReLU for each knot.

    x        (N,)  where the heights are wanted, in any order
    knots    (n,)  places of the bends, rising, n ≥ 1
    slopes   (n,)  slopes[k] holds right of knots[k], up to the next knot
    y0       level left of the first knot
    returns  (N,)  heights

    >>> hinge_sum(np.array([-1.0, 1.0, 3.0]), [0, 2], [1, -1], 1.0).tolist()
    [1.0, 2.0, 2.0]
    """
    ### BEGIN SOLUTION
    y, before = y0, 0.0
    for knot, slope in zip(knots, slopes):
        y = y + (slope - before) * np.maximum(0, x - float(knot))
        before = float(slope)
    return y
    ### END SOLUTION

# %% visible="d07-hinge_sum" points=1
# The path from the text: level 1, slope 1 from x = 0 on, slope -1 from x = 2 on.
places = np.array([-1.0, 0.0, 1.0, 2.0, 3.0])
got = hinge_sum(places, np.array([0.0, 2.0]), np.array([1.0, -1.0]), 1.0)
assert got is not None, "hinge_sum returned None. Did you forget the return statement?"
assert np.shape(got) == (5,), (
    f"Five places, five heights: expected shape (5,), got {np.shape(got)}."
)
assert np.allclose(got[:2], 1, rtol=0, atol=1e-9), (
    "Up to the first knot the path is flat at y0 = 1; at x = -1 and 0 you "
    f"have {got[:2]}. What does relu(x - knot) give left of its knot?"
)
assert np.allclose(got[2:4], [2, 3], rtol=0, atol=1e-9), (
    f"From x = 0 on the slope is 1: heights 2 and 3 at x = 1 and 2, got {got[2:4]}."
)
assert np.isclose(got[4], 2, rtol=0, atol=1e-9), (
    f"Right of x = 2 the path falls from 3 to 2, got {got[4]:g} at x = 3. The "
    "first hinge is still climbing there: by how much must the second turn "
    "the slope?"
)

# %% hidden="d07-hinge_sum" points=2
# Hidden checks: 1 to 12 knots at random places, points in any order, compared with
# np.interp; whole numbers, lists, float32; your arrays left as they were.
_rng = course_rng("d07-hinge_sum")
for _n in (1, 2, 3, 3, 5, 12):
    _knots = np.cumsum(_rng.uniform(0.3, 3.0, size=_n)) + _rng.uniform(-20, 10)
    _slopes, _y0 = _rng.normal(scale=2.0, size=_n), float(_rng.normal(scale=5.0))
    _corners = np.concatenate([[_knots[0] - 50], _knots, [_knots[-1] + 50]])
    _rises = np.concatenate([[0.0], _slopes]) * np.diff(_corners)
    _x = _rng.uniform(_corners[0], _corners[-1], size=int(_rng.integers(20, 40)))
    _want = np.interp(_x, _corners, _y0 + np.concatenate([[0.0], np.cumsum(_rises)]))
    _given = (_x.copy(), _knots.copy(), _slopes.copy())
    _got = hinge_sum(*_given, _y0)
    assert np.shape(_got) == _x.shape, f"{len(_x)} places should give as many heights, got shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for {_n} knots: the largest gap is {np.abs(_got - _want).max():.4g}"
    assert all((_a == _b).all() for _a, _b in zip(_given, (_x, _knots, _slopes), strict=True)), "the caller's arrays were changed in place"

_whole = np.array([7, -4, 0, 3])
assert np.allclose(hinge_sum(_whole, [-2, 1], [2, -3], 2.5), [-9.5, 2.5, 6.5, 2.5], rtol=0, atol=1e-9), "wrong for whole-number places and a level of 2.5"
assert np.allclose(hinge_sum(_whole.astype(np.float32), [-2, 1], [2, -3], 2.5), [-9.5, 2.5, 6.5, 2.5], rtol=0, atol=1e-4), "wrong for float32 places"

# %% author=true
_small = hinge_sum(np.array([0, 5, 200], dtype=np.uint8), np.array([10, 300]), np.array([100, -100], dtype=np.int8), 1.0)
assert _small.tolist() == [1.0, 1.0, 19001.0]

# %% [markdown]
# Now your hinges follow a smooth curve, the cubic $x(x - 3)(x - 5)/4$. We put 2, 4, 8 and 16 knots at equal distances; the slopes are climbs divided
# by widths (day 5), so that the path meets the curve at each knot. (`np.diff` gives the steps from each number to the next, and `corners[:-1]` leaves
# out the last corner.) How does the largest gap shrink when the number of hinges doubles? Guess, then run the cell, and again whenever you change
# your function.

# %%
def cubic(x):
    return x * (x - 3) * (x - 5) / 4


def follow(ax, n):
    t, corners = np.linspace(0, 6, 1201), np.linspace(0, 6, n + 1)
    slopes = np.diff(cubic(corners)) / np.diff(corners)
    path = hinge_sum(t, corners[:-1], slopes, 0.0)
    ax.plot(t, cubic(t), color=BLUE)
    ax.plot(t, path, "--", color=VERMILLION)
    gap = np.abs(path - cubic(t)).max()
    ax.set(title=f"{n} hinges, gap {gap:.2f}", xlabel="input x")

# %% [markdown]
# Solid is the cubic, dashed your path. Here are the four panels. If one looks wrong, find the first knot at which the path leaves the curve: what is
# the slope there, and what was it before?

# %%
try:
    fig, axes = plt.subplots(1, 4, figsize=(10, 2.8), sharey=True)
    for ax, n in zip(axes, [2, 4, 8, 16]):
        follow(ax, n)
    axes[0].set_ylabel("height")
    figure(fig, alt="A cubic curve (solid) and paths of 2, 4, 8 and 16 hinges: "
        "2 miss the first hill, 8 are close, 16 can hardly be told from the curve.")
except NotImplementedError:
    plt.close("all")
    print("Write hinge_sum first, then run this cell again to see your curves.")

# %% [markdown]
# The largest gaps are 3.15, 1.09, 0.31 and 0.08: a doubling divides the gap by about three at first and by nearly four at the end. Between two
# fixed ends no curve without jumps escapes: with enough hinges you come as close as you like. That a good set of hinges *exists* does not say that training finds it, a distinction to which
# day 41 returns.

# %% author=true
for _n, _want in [(2, 3.15), (4, 1.09), (8, 0.31), (16, 0.08)]:
    _corners, t = np.linspace(0, 6, _n + 1), np.linspace(0, 6, 1201)
    assert round(np.abs(np.interp(t, _corners, cubic(_corners)) - cubic(t)).max(), 2) == _want

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# First one question about each day of the week, from memory. Then explain the central idea in writing, take the bend away and see what a network is
# without it, and close with the day in five lines.

# %% [markdown]
# ### The week in six answers
#
# The drill comes as one package: a dict (day 4), in which numbers are stored under names. Square brackets with the name take one out, and curly
# brackets make a new dict; `update` adds more names to it. Here is a package you could get; every package has these names.

# %%
package = {"d_in": 3, "d_out": 2, "rate0": 0.8, "half_life": 10, "steps": 30}
package.update({"start": 5, "factor": 2, "goal": 40, "a": 2, "b": -12, "c": 20})
package.update({"logp_a": -1000.0, "logp_b": -1000.0 + np.log(3)})
package.update({"first": (1, 5), "second": (3, 9), "at": 10})
x1, y1 = package["first"]
answers = {"inputs and outputs": package["d_in"] + package["d_out"], "first height": y1}
print(answers["inputs and outputs"], answers["first height"])

# %% [markdown]
# ### Exercise · One question about each day
#
# *6 points · about 16 minutes · needs days 1 to 6*
#
# | answer | day | question |
# |---|---|---|
# | `"parameters"` | 1 | How many numbers has a layer from `d_in` inputs to `d_out` outputs, with biases? |
# | `"rate"` | 2 | A learning rate starts at `rate0` and halves every `half_life` steps. What is it after `steps` steps? |
# | `"exponent"` | 3 | Which $x$ solves `start` · `factor`$^x$ = `goal`? |
# | `"log_total"` | 4 | Two probabilities are known by their natural logarithms, `logp_a` and `logp_b`. What is the logarithm of their sum? |
# | `"height"` | 5 | How high is the line through the points `first` and `second` (each a pair $x, y$) at `at`? |
# | `"best"` | 6 | At which $m$ is the cost $a m^2 + b m + c$ lowest, for $a > 0$? |
#
# **Before you code.** Answer all six by hand for the package above. What does $e^{-1000}$ become in `float64`?
#
# <details><summary>Answer</summary>
#
# 8 parameters; $0.8 / 2^3 = 0.1$; $2^x = 8$, so 3; the probabilities are $p$ and $3p$, so $-1000 + \log 4 \approx -998.614$; slope 2, so $5 + 2 \cdot 9 = 23$; $12/4 = 3$. And $e^{-1000}$ becomes 0.
#
# </details>
#
# **Your task.** Write `drill_week_1(q)`. It takes such a package and returns a dict with these six names. Work from memory first.

# %% exercise="d07-drill_week_1"
def drill_week_1(q: dict) -> dict:
    """Six answers, one for each of days 1 to 6.

    q        the numbers under the names d_in, d_out, rate0, half_life, steps, start,
             factor, goal, logp_a, logp_b, first, second, at, a, b, c
    returns  the answers under the names parameters, rate, exponent, log_total,
             height, best

    >>> sorted(drill_week_1(package))
    ['best', 'exponent', 'height', 'log_total', 'parameters', 'rate']
    """
    ### BEGIN SOLUTION
    (x1, y1), (x2, y2) = q["first"], q["second"]
    low, top = sorted([q["logp_a"], q["logp_b"]])
    return {
        "parameters": (q["d_in"] + 1) * q["d_out"],
        "rate": q["rate0"] * 0.5 ** (q["steps"] / q["half_life"]),
        "exponent": np.log(q["goal"] / q["start"]) / np.log(q["factor"]),
        "log_total": top + np.log1p(np.exp(low - top)),
        "height": y1 + (y2 - y1) / (x2 - x1) * (q["at"] - x1),
        "best": -q["b"] / (2 * q["a"]),
    }
    ### END SOLUTION

# %% visible="d07-drill_week_1" points=2
# The package above, by hand.
got = drill_week_1(dict(package))
want = {
    "parameters": 8,
    "rate": 0.1,
    "exponent": 3,
    "log_total": -1000 + np.log(4),
    "height": 23,
    "best": 3,
}
advice = {
    "parameters": "Each of the 2 outputs has 3 weights and something of its own.",
    "rate": "30 steps are three half-lives: by which factor does each one multiply?",
    "exponent": ("5 * 2**x = 40: divide first, or take logarithms of both sides with "
        "care."),
    "log_total": ("The probabilities are p and 3p, together 4p. Is there a moment when "
        "your program holds e^-1000?"),
    "height": ("From (1, 5) to (3, 9) the line climbs 4 in 2 steps. Where does it "
        "start, and how far is it to x = 10?"),
    "best": ("Complete the square of 2m² - 12m + 20, or use that the parabola is "
        "symmetric about its vertex."),
}
assert got is not None, ("drill_week_1 returned None. Did you forget the return "
    "statement?")
assert hasattr(got, "keys"), ("The answers travel in a dict, with a name for each; you "
    f"returned {got}.")
missing = [name for name in want if name not in got]
assert not missing, (f"These answers are missing: {missing}. Are all six names spelled "
    "as in the table?")
for name in want:
    assert np.isclose(got[name], want[name], rtol=1e-9, atol=0), (f"{name}: expected "
        f"{want[name]:.6g}, got {got[name]}. {advice[name]}")

# %% hidden="d07-drill_week_1" points=4
# Hidden checks: forty packages of fresh numbers, large and small, with fractions,
# falling lines and very different probabilities; your package left as it was.
_rng = course_rng("d07-drill_week_1")
for _k in range(40):
    _x, _slope, _shift = np.sort(_rng.uniform(-9, 9, size=3)) + [0, 0.5, 1], _rng.uniform(-4, 4), _rng.uniform(-9, 9)
    _first, _at, _second = _rng.permutation(_x).tolist()
    _loga, _gap = float(_rng.uniform(-3000, -1)), float(_rng.uniform(0, 3) if _k % 2 else _rng.uniform(-2500, 2500))
    _logb = min(_loga + _gap, -0.01)
    _power, _factor = float(_rng.uniform(-4, 4)), float(_rng.choice([_rng.uniform(0.1, 0.9), _rng.uniform(1.1, 9)]))
    _start, _best, _a = float(_rng.uniform(0.1, 50)), float(_rng.uniform(-6, 6)), float(_rng.uniform(0.2, 5))
    _d_in, _d_out = (int(_d) for _d in _rng.integers(1, 3000, size=2))
    _half, _steps, _rate0 = float(_rng.uniform(1, 90)), int(_rng.integers(0, 200)), float(10 ** _rng.uniform(-5, 1))
    _q = {"d_in": _d_in, "d_out": _d_out, "rate0": _rate0, "half_life": _half, "steps": _steps, "start": _start, "factor": _factor}
    _q |= {"goal": _start * _factor**_power, "logp_a": _loga, "logp_b": _logb, "at": _at, "a": _a, "b": -2 * _a * _best, "c": float(_rng.uniform(-5, 50))}
    _q |= {"first": (_first, _slope * _first + _shift), "second": (_second, _slope * _second + _shift)}
    _want = {
        "parameters": np.empty((_d_in, _d_out)).size + np.empty(_d_out).size,
        "rate": _rate0 * np.exp(-np.log(2) * _steps / _half),
        "exponent": _power,
        "log_total": np.logaddexp(_loga, _logb),
        "height": _slope * _at + _shift,
        "best": _best,
    }
    _given = dict(_q)
    _got = drill_week_1(_given)
    assert _given == _q, "the caller's package was changed"
    for _name, _value in _want.items():
        assert np.isclose(_got[_name], _value, rtol=1e-7, atol=1e-7 if _name in ("exponent", "height", "best") else 0), (
            f"{_name}: expected {_value:.8g}, got {_got[_name]} for the package {_q}"
        )

# %% [markdown]
# Which of the six did you look up? Write their days on a sheet and repeat those lessons' *day in five lines* tomorrow. The drill is short on purpose:
# if all six came from memory, the week has arrived.

# %% [markdown]
# ### In your own words
#
# Go through this week's functions: the line, the parabola, $e^x$, $\log x$, step, ReLU, $|x|$, sigmoid. Which of them has an inverse? For each of the
# others write down two inputs that share an output, and a smaller domain on which the way back exists. Five sentences are enough. A good answer names
# the one property that decides.
#
# <details><summary>Compare with this list</summary>
#
# The line (unless its slope is 0), $e^x$, $\log x$ and the sigmoid have one: no output occurs twice, and that decides. The parabola and $|x|$ give the same
# at 1 and $-1$; the way back exists from 0 on. The step and the ReLU give 0 at $-1$ and at $-2$. From 0 on the ReLU has a way back; the step has one only if
# a single place on each side of 0 is left.
#
# </details>

# %% [markdown]
# ### Break it
#
# Here is a tiny network: two neurons with a bend each, and a sum. `np.diff` shows how much the output changes from each $x$ to the next. Run it.
# Then replace the line `return np.maximum(0, z)` by `return z`, so that the bend is gone. **Predict** before you run: what will the steps look like,
# and would a hundred neurons change that?

# %%
def bend(z):
    return np.maximum(0, z)


x = np.arange(-4, 5)
output = 2 * bend(3 * x - 1) - 4 * bend(x + 2) + 5
print("output:", output)
print("steps: ", np.diff(output))

# %% [markdown]
# With the bend the steps are 0, then $-4$, then 2, with a 0 between where one corner falls inside a step: a path with two corners. Without it every
# step is 2. The whole network has become the line $2x - 5$. A chain of lines is a line, and a sum of lines is a line, however many there are: nothing but the bends makes a deep network
# more than day 5.

# %% author=true
# edit: "return np.maximum(0, z)" -> "return z"
# then: np.diff(output).tolist() == [2] * 8
for _bend, _steps in [(bend, [0, 0, -4, -4, 0, 2, 2, 2]), (lambda z: z, [2] * 8)]:
    assert np.array_equal(np.diff(2 * _bend(3 * x - 1) - 4 * _bend(x + 2) + 5), _steps)
assert np.array_equal(2 * (3 * x - 1) - 4 * (x + 2) + 5, 2 * x - 5)

# %% [markdown]
# ### The day in five lines
#
# 1. A function gives each input of its domain exactly one output; $f \circ g$ does $g$ first.
# 2. $x - c$ in place of $x$ moves a graph to the right by $c$; a factor in front stretches it.
# 3. The sigmoid is a smooth step from 0 to 1; written with $e^{-|x|}$ it never overflows.
# 4. An inverse exists where no output occurs twice; the logit undoes the sigmoid.
# 5. A level and one ReLU at each knot, with the *change* of slope as its factor, draw any path of straight pieces.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $f \circ g$ | f after g | `compose(f, g)` |
# | $f^{-1}$ | f inverse | `undo(y)` |
# | $\operatorname{relu}(x)$ | ReLU of x | `np.maximum(0, x)` |
# | $\operatorname{step}(x)$ | step of x | `np.where(x >= 0, 1, 0)` |
# | $\sigma(x)$ | sigma of x, the sigmoid | `sigmoid(x)` |
# | $\tanh x$ | hyperbolic tangent of x | `np.tanh(x)` |
# | $\operatorname{logit}(p)$ | logit of p, the logarithm of the odds | `logit(p)` |

# %% [markdown]
# ### To watch or read
#
# Chapter 4 of Michael Nielsen's free book *Neural Networks and Deep Learning* (2015) builds any curve from steep sigmoids, with pictures you can drag.
# Grant Sanderson (3Blue1Brown) shows sigmoid and ReLU at work in "But what is a neural network?" (2017). Tomorrow we leave single functions and ask
# how to sum up many numbers by a few.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Drag $a$ and $b$ of the neuron $\sigma(ax + b)$: can you put the dot at $x = 4$ and keep the curve steep? (For example with $a = 3$ and $b = -12$.)
# After that come two exercises, the logit and a way to undo functions that have no inverse formula.

# %%
def draw(a, b):
    fig, ax = plt.subplots(figsize=(5.6, 3.4))
    panel(ax, a, b)
    ax.set(xlim=(-6, 6))
    ax.set_ylabel("$\\sigma(ax + b)$")
    return fig


slider(draw, alt="The sigmoid of ax + b: a makes the step steeper, and the dot at "
    "height one half stands at x = −b/a.", a=(0.2, 8, 0.1, 1), b=(-12, 12, 0.1, 0))

# %% [markdown]
# GPT-2 uses a moved and stretched tanh as its bend. The polynomial $p(x)$ of day 6 stands inside: each neuron's bend is
# $\tfrac12 x\,(1 + \tanh(0.798\,p(x)))$, with $0.798 \approx \sqrt{2/\pi}$. That is almost a ReLU, with a round corner.
#
# The 2,048 neurons of day 5, in one layer of the first transformer, are bends like those of part 3; each takes not one number but a sum of 512 inputs
# with weights of their own.

# %% author=true
assert round(math.sqrt(2 / math.pi), 3) == 0.798

# %% [markdown]
# ### Exercise · From a probability back to a number
#
# *optional · about 6 minutes · needs the logit and $\log 0$ (day 3)*
#
# Certainty lies infinitely far out: no number gives $\sigma(x) = 1$ exactly. So the logit of 1 is $+\infty$ and of 0 is $-\infty$. numpy computes with
# both (`np.inf`). It answers `-inf` for `np.log(0)` and adds a warning, which is no fault here; the checks ignore it.
#
# **Before you code.** What is $\operatorname{logit}(0.2)$ if $\operatorname{logit}(0.8) = 1.386$? In plain Python `1.0 / 0.0` stops with an error.
# Which of the two forms divides by zero at $p = 1$?
#
# <details><summary>Answer</summary>
#
# $-1.386$, since 0.2 is what 0.8 misses to 1. $p/(1 - p)$ divides by zero; the difference of two logarithms divides by nothing.
#
# </details>
#
# **Your task.** Write `logit(p)` for one number or an array, 0 and 1 included. One line is enough.

# %% exercise="d07-logit"
def logit(p: float | np.ndarray) -> float | np.ndarray:
    """The inverse of the sigmoid: the logarithm of the odds p : (1 - p).

    p        number or array of any shape, from 0 to 1, both included
    returns  as p; -inf at 0 and inf at 1

    >>> round(float(logit(0.75)), 4)
    1.0986
    """
    ### BEGIN SOLUTION
    return np.log(p) - np.log(1 - p)
    ### END SOLUTION

# %% visible="d07-logit" points=0
# By hand: odds of 1 to 1 give log 1 = 0, three to one give log 3, one to three give
# -log 3.
got = logit(np.array([0.5, 0.75, 0.25]))
assert got is not None, "logit returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    "Three probabilities in, three numbers out: expected shape (3,), got "
    f"{np.shape(got)}."
)
assert np.isclose(got[0], 0, rtol=0, atol=1e-9), (
    f"At p = 0.5 the odds are one to one, and log 1 = 0; got {got[0]:.4f}. "
    "Did both p and 1 - p enter?"
)
assert np.isclose(got[1], np.log(3), rtol=1e-9, atol=0), (
    f"At p = 0.75 expected log 3 = {np.log(3):.4f}, got {got[1]:.4f}. Which "
    "way around is the ratio, and which base has log?"
)
assert np.isclose(got[2], -np.log(3), rtol=1e-9, atol=0), (
    f"At p = 0.25 expected -log 3 = {-np.log(3):.4f}, got {got[2]:.4f}."
)
with np.errstate(divide="ignore"):  # no warning about log 0
    got = logit(np.array([0.0, 1.0]))
assert got[0] == -np.inf and got[1] == np.inf, (
    f"Certainty lies infinitely far out: expected [-inf, inf], got {got}. Did "
    "you keep p away from its ends?"
)

# %% hidden="d07-logit" points=0
# Hidden checks: probabilities from 1e-300 to 1 - 1e-6 compared with scipy, other
# shapes, single numbers with 0 and 1, float32; your array left as it was.
from scipy.special import logit as _oracle

_rng = course_rng("d07-logit")
for _shape in ((int(_rng.integers(2, 9)),), (3, int(_rng.integers(1, 5))), (1,)):
    for _p in (_rng.uniform(0, 1, size=_shape), 10 ** _rng.uniform(-300, -1, size=_shape), 1 - 10 ** _rng.uniform(-6, -1, size=_shape)):
        _want, _given = _oracle(_p), _p.copy()
        with np.errstate(divide="ignore"):
            _got = logit(_given)
        assert np.shape(_got) == _shape, f"probabilities of shape {_shape} gave something of shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"wrong for some probability between {_p.min():.3g} and 1 - {1 - _p.max():.3g}"
        assert (_given == _p).all(), "the caller's probabilities were changed in place"

for _one in (0.2, 0.999, 0.0, 1.0, 0, 1):
    _want = float(_oracle(float(_one)))
    with np.errstate(divide="ignore"):
        _got = logit(_one)
    assert np.ndim(_got) == 0 and np.isclose(_got, _want, rtol=1e-9, atol=0), f"wrong for the single number {_one}: expected {_want}, got {_got}"
_single = np.array([0.125, 0.5, 0.9], dtype=np.float32)
_want = _oracle(_single.astype(float))
assert np.allclose(logit(_single), _want, rtol=1e-4, atol=1e-6), "wrong for float32 numbers"

# %% [markdown]
# ### An inverse without a formula
#
# Which $x$ gives $x + e^x = 10$? No chain of this week's machines solves it for $x$. But $x + e^x$ always rises, so a wrong guess tells us on which
# side the answer lies. At 0 the value is 1, too small; at 4 it is 58.6, too large. Ask in the middle, and keep the half that holds the answer:
#
# | interval | middle | value there | so the answer is |
# |---|---|---|---|
# | 0 to 4 | 2 | 9.389, too small | right of 2 |
# | 2 to 4 | 3 | 23.086, too large | left of 3 |
# | 2 to 3 | 2.5 | 14.682, too large | left of 2.5 |
# | 2 to 2.5 | 2.25 | 11.738, too large | left of 2.25 |
#
# Each question halves the interval, so it is worth one bit (day 3). From width 4 down to a millionth takes 22 questions, since
# $\log_2(4 \cdot 10^6) \approx 21.9$. This is **bisection**.

# %% author=true
for _x, _v in [(0, 1), (4, 58.598), (2, 9.389), (3, 23.086), (2.5, 14.682), (2.25, 11.738)]:
    assert abs(_x + math.exp(_x) - _v) < 5e-4
assert abs(math.log2(4e6) - 21.9) < 0.05

# %% [markdown]
# ### Exercise · Undo any rising function
#
# *optional · about 14 minutes · needs the table above*
#
# The maps of data called t-SNE choose one width for each data point by this kind of search (van der Maaten and Hinton, 2008).
#
# **Before you code.** The answer lies somewhere between `lo` and `hi`, and you return the middle. How far from the answer can the middle be? At which
# width may you stop? And why is it not enough that $f(x)$ is close to $y$, if $f$ is almost flat?
#
# <details><summary>Answer</summary>
#
# Half the width, so the width may be $2 \cdot \text{tol}$. Where $f$ is almost flat, $f(x)$ is close to $y$ over a wide stretch, most of it far from the answer.
#
# </details>
#
# **Your task.** Write `inverse_by_bisection(f, y, lo, hi, tol)`: an `x` no farther than `tol` from the place where `f` reaches `y`. Halve and halve
# again; `f` is asked at most 1000 times. Seven lines are enough.

# %% exercise="d07-inverse_by_bisection"
def inverse_by_bisection(
    f: Callable, y: float, lo: float, hi: float, tol: float
) -> float:
    """The x with f(x) = y, for a rising function f, by halving an interval.

    f        a function of one number, without jumps, that always rises from lo to hi
    y        the wanted output, f(lo) ≤ y ≤ f(hi)
    lo, hi   the ends of the interval, lo < hi
    tol      how far from the true x the answer may be; not below the gaps between
             the floats there (day 4)
    returns  x, one number

    >>> round(float(inverse_by_bisection(lambda x: x**3, 8.0, 0.0, 3.0, 1e-9)), 6)
    2.0
    """
    ### BEGIN SOLUTION
    while hi - lo > 2 * tol:
        middle = (lo + hi) / 2
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
    return (lo + hi) / 2
    ### END SOLUTION

# %% visible="d07-inverse_by_bisection" points=0
# By hand: 2x + 3 = 11 for x = 4, and the place where x / 1000 reaches 0.007 is 7. Each
# function counts how often it is asked.
def counted(f):
    asked = []

    def ask(x):
        asked.append(x)
        assert len(asked) <= 1000, ("Your loop asked f 1000 times and did not stop. "
            "Does the interval shrink in every round?")
        return f(x)

    return ask


got = inverse_by_bisection(counted(lambda x: 2 * x + 3), 11.0, 0.0, 10.0, 0.01)
assert got is not None, ("inverse_by_bisection returned None. Did you forget the "
    "return statement?")
assert np.ndim(got) == 0, f"The answer is one number, got {got}."
assert abs(got - 4) <= 0.01, (f"2x + 3 = 11 at x = 4, you say {got:.4f}, where 2x + 3 "
    f"is {2 * got + 3:.4f}. If f(middle) is too small, which half holds the answer? "
    "Too small compared with what?")
got = inverse_by_bisection(counted(lambda x: x / 1000), 0.007, 0.0, 10.0, 0.01)
assert abs(got - 7) <= 0.01, (f"x / 1000 reaches 0.007 at x = 7, you say {got:.4f}. "
    "What has to be small before you stop: the distance in f or the distance in x?")

# %% hidden="d07-inverse_by_bisection" points=0
# Hidden checks: steep and flat functions, wide intervals with a narrow tol, answers at
# the very ends, negative numbers, whole-number ends, a y that no number gives exactly.
_rng = course_rng("d07-inverse_by_bisection")


def _counted(f):
    asked = []

    def ask(x):
        asked.append(x)
        assert len(asked) <= 1000, "f was asked 1000 times: does the interval shrink in every round?"
        return f(x)

    return ask


_cases = [
    (lambda x: 1e6 * x - 3, -2, 5),
    (lambda x: 1e-6 * x + 10, -2, 5),
    (math.exp, -3, 3),
    (math.log, 0.1, 50.0),
    (lambda x: x**3 + x, -10.0, -1.0),
    (lambda x: math.floor(x) + (x - math.floor(x)) ** 2, 1.0, 9.0),
    (lambda x: x / 1000, -1e6, 1e6),
]
for _f, _lo, _hi in _cases:
    for _tol in (0.4, 0.1, 1e-3, 1e-6):
        for _share in [0.0, 1.0, *_rng.uniform(0, 1, size=6).tolist()]:
            _want = np.float64(min(max(_lo + _share * (_hi - _lo), _lo), _hi))
            _y = _f(float(_want))
            _got = inverse_by_bisection(_counted(_f), _y, _lo, _hi, _tol)
            assert np.isclose(_got, _want, rtol=0, atol=1.0001 * _tol), (
                f"between {_lo} and {_hi}, with tol = {_tol:g}, the answer is {_want:.7g}, you say {_got:.7g}: the distance {abs(_got - _want):.2g} is more than tol"
            )
_got = inverse_by_bisection(_counted(lambda x: x * x), 2.0, 1.0, 2.0, 1e-6)  # no float's square is 2
assert np.isclose(_got, math.sqrt(2), rtol=0, atol=1.0001e-6), f"x * x = 2 between 1 and 2 at 1.41421356, you say {_got:.9g}"
