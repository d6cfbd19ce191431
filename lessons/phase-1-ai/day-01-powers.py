# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A power counts factors
#
# **Question of the day.** The largest Llama 2, a language model, is a list of 70 billion numbers. A graphics card that it was made for holds 80
# gigabytes. Does the list fit into one card?
#
# *After today you can* read and compute powers with any exponent, work with numbers far too long to write out, say how much memory a model fills, and
# count the numbers inside a neural network.
#
# A gray cell is a small program. To run it, click into it and press Shift and Enter together; go from top to bottom,
# and from the top again when you come back later.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# A day goes like this: before you write any code you answer a question on paper, then you write a few lines and run them. The cell
# `check("…")` below tells you what they get right and what to think about next; after each change, run your cell and then `check`. When you are
# stuck, type `hint("…")` with the name of the exercise into a new cell (the + above the notebook makes one); there are three hints, and each says
# more than the one before.

# %% [markdown]
# Two more cells follow: one with the checks themselves, for the grader, and one that names checks you cannot see. You need not read either: they use
# Python that comes later. As long as your function is not written, the first of them stops with a red box. Nothing is broken; the cells below it run on.
#
# Take a sheet of paper. Here are three questions from school. Write down your answer, with a number, before you unfold ours.

# %% [markdown]
# **What comes first?** Work out $2 + 3 \cdot 4^2$. The dot means "times", and $4^2$ means $4 \cdot 4$. Then work out $-3^2$ and $(-3)^2$. Are they the
# same number?
#
# <details><summary>Answer</summary>
#
# The first is 50. Powers go first, then times and divided by, then plus and minus: $4^2 = 16$, then $3 \cdot 16 = 48$, then 50. And $-3^2 = -9$, because the square
# goes before the minus sign; $(-3)^2 = 9$, because brackets go before everything.
#
# </details>

# %% [markdown]
# **Fractions.** How much is $\tfrac34$ of $\tfrac25$? How much is $\tfrac14 + \tfrac16$? And how much is 1 divided by $\tfrac18$: less than 1, or more?
#
# <details><summary>Answer</summary>
#
# $\tfrac{3}{10}$, since "of" means times. $\tfrac{3}{12} + \tfrac{2}{12} = \tfrac{5}{12}$. And 8: an eighth fits eight times into a whole.
#
# </details>

# %% [markdown]
# **Percent.** A ticket costs 80 euros. The price goes up by 25 percent, and later it goes down by 25 percent. What does the ticket cost now? Guess
# first, then compute. By which single number could you have multiplied 80?
#
# <details><summary>Answer</summary>
#
# 75 euros. Up by 25 percent means times 1.25, which gives 100. Down by 25 percent means times 0.75, which gives 75. Both together: times
# $1.25 \cdot 0.75 = 0.9375$.
#
# </details>

# %% [markdown]
# Python is a calculator too. It writes times as `*`, divided by as `/`, and "to the power" as two stars, `**`. `print` shows what stands between its
# brackets, several things if commas part them, and text in quotes as it stands. Run the next cell; it computes the answers to all three questions.
# Which of its numbers is $\tfrac{5}{12}$?

# %%
print(2 + 3 * 4**2, -(3**2), (-3) ** 2)
print(3 / 4 * 2 / 5, 1 / 4 + 1 / 6, 1 / (1 / 8))
print(80 * 1.25 * 0.75)

# %% author=true
assert 2 + 3 * 4**2 == 50 and -(3**2) == -9 and (-3) ** 2 == 9
assert abs(3 / 4 * 2 / 5 - 3 / 10) < 1e-15 and abs(1 / 4 + 1 / 6 - 5 / 12) < 1e-15 and 1 / (1 / 8) == 8
assert 80 * 1.25 * 0.75 == 75 and 1.25 * 0.75 == 0.9375

# %% [markdown]
# It is the 0.4166… of the second row. (Spaces beside a sign change nothing.)
#
# The next cell follows the ticket step by step. `price = 80` gives a number a name. `price = price * 1.25` computes the right side first and then gives
# its value the old name. Whatever stands behind `#` is a remark for people; Python skips it. A line that begins with `assert` claims something, and
# stops with an error if the claim is false; `==` asks whether both sides are equal. **Predict** what the two `print` lines show, then run.

# %%
price = 80
price = price * 1.25  # up by 25 percent
print(price)
price = price * 0.75  # down by 25 percent
print(price)
assert price == 75

# %% [markdown]
# 100.0 and 75.0: a number with a point, because 1.25 has one.
#
# A step that is needed again and again becomes a **function**, a recipe with a name. `def` gives the name and says what goes in; the lines below it,
# moved to the right by four spaces, say what to do; `return` hands an answer back. `print` only *shows* a number; what is *returned* can be used
# further. **Predict**
# what the next cell shows.


# %%
def after_a_rise(price, percent):
    factor = 1 + percent / 100
    return price * factor


print(after_a_rise(80, 25), after_a_rise(100, 10) + 1)

# %% author=true
assert after_a_rise(80, 25) == 100 and abs(after_a_rise(100, 10) + 1 - 111) < 1e-12

# %% [markdown]
# 100.0, and 111 up to a hair at the end: the function answers 110, and the line itself adds 1. (The stray digits of `111.00000000000001` are rounding;
# day 4 explains them.) Today you write four functions, and a fifth if you have time.

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# Four ideas and two short exercises. At the end of this part you know whether the 70 billion numbers fit into one card; write down your guess now.
#
# The next cell fetches today's tools. `numpy`, called `np` from here on, computes with many numbers at once. `plt` draws, `figure` shows a drawing on
# this page, `slider` lets you drag a number, and the last line holds colors.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn.style import BLUE, GRAY, VERMILLION

# %% [markdown]
# ### Ten folds
#
# Fold a sheet of paper: two layers. Fold it again: four. Each fold doubles the layers. The paper is 0.1 millimeters thick. **Predict:** how thick is
# it after 10 folds? And after 42 folds, if anyone could fold that often: as thick as a house, as a mountain, or more?

# %%
layers = 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2
print(layers, "layers,", layers * 0.1, "millimeters")
print(2**10)  # the same number, in a shorter way
# A kilometer has 1_000_000 millimeters. The _ helps people read; Python skips it.
print(2**42 * 0.1 / 1_000_000, "kilometers after 42 folds")

# %% [markdown]
# Ten folds make 1024 layers, about ten centimeters. And 42 folds reach 439,805 kilometers, farther than the Moon, which is about 384,400 kilometers
# away. How does so little become so much? Look at each fold. `np.arange(11)` is an **array**, a row of numbers: here the whole numbers from 0 to 10.
# (The end, 11, is left out.) What you do to an array happens to each of its numbers. **Predict** the first number of `2**folds`.

# %%
folds = np.arange(11)
layers = 2**folds
print(folds)
print(layers)

# %% [markdown]
# The first number is 1: no fold, one layer. Now the picture. `plt.subplots` hands out an empty page, `fig`, and on it an empty drawing, `ax`.
# `ax.bar(folds, layers)` draws one bar at each fold, as high as the layers. `ax.set` writes names at the axes and says which marks the lower axis
# gets. `alt` tells in words what one sees, and `color=BLUE`, with a word and `=`, sets one of the many choices. **Before you run:** how many of the
# eleven bars will be at least half as high as the highest?

# %%
fig, ax = plt.subplots(figsize=(7, 3.4))  # the size of the page
ax.bar(folds, layers, color=BLUE)
ax.set(xlabel="folds", ylabel="layers of paper", xticks=folds)
figure(
    fig,
    alt="Eleven bars for 0 to 10 folds. Each bar is twice as high as the one before; "
    "the first six can hardly be seen beside the last, 1024.",
)

# %% author=true
assert layers[10] == 1024 and layers[9] * 2 == layers[10]
assert (layers >= 512).sum() == 2
assert round(2**42 * 0.1 / 1_000_000) == 439_805

# %% [markdown]
# Two: the last, and the one before it, which is exactly half as high. Each step is the same, times 2, and yet the first bars are almost invisible.
# That is doubling. Nobody writes down 42 twos; one writes how many there are:
#
# $$ b^n = \underbrace{b \cdot b \cdots b}_{n \text{ factors}} $$
#
# In words: "b to the n" is the product of $n$ factors, each of them $b$. The number $b$ is the **base**, the number $n$ is the **exponent**, and
# $b^n$ is a **power**. The exponent *counts factors*; today rests on these two words.

# %% author=true
assert 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 == 2**10

# %% [markdown]
# ### What could an exponent of 0, −1 or one half mean?
#
# "Zero factors" sounds like nothing. Walk instead. One step to the *right* in the row of powers multiplies by 2, so one step to the *left* divides
# by 2. From $2^3 = 8$ to $2^2 = 4$ to $2^1 = 2$. Keep walking: what must $2^0$ be, and $2^{-1}$, and $2^{-2}$? Write the three numbers down, then run.
#
# `np.arange(-3, 4)` starts at −3 and stops before 4. We write the base as `2.0`: numpy refuses negative powers of whole numbers.

# %%
exponents = np.arange(-3, 4)
print(exponents)
print(2.0**exponents)
assert 2.0**0 == 1
assert 2.0**-3 == 1 / 2.0**3

# %% [markdown]
# $2^0 = 1$, and left of it stand halves, quarters, eighths. The walk works with every base but 0, which nobody can divide by:
#
# $$ b^0 = 1, \qquad b^{-n} = \frac{1}{b^n}. $$
#
# In words: the exponent 0 gives 1, and a minus sign in the exponent means "one divided by". A negative exponent makes a *small* number, not a negative
# one: $2^{-3} = \tfrac18$. The two `assert` lines kept silent, so both formulas hold there.

# %% [markdown]
# And half a step? Two half steps must make one whole step, so the number $2^{1/2}$, times itself, must be 2. That is the **square root** of 2,
# written $\sqrt2$. In the same way $8^{1/3}$ is the number that, three times as a factor, gives 8. Which number is that?

# %%
half_step = 2**0.5
print(half_step, half_step * half_step, 8 ** (1 / 3))

# %% [markdown]
# $\sqrt2 \approx 1.414$ (read ≈ as "about"), times itself it gives 2 up to a hair, and $8^{1/3} = 2$. For a base below 0 there is no such half
# step: no number you know, times itself, is
# negative.
#
# So any exponent will do. Here are the curves of $x^n$ for four exponents $n$. The function `panel` draws one of them: `ax.plot(xs, xs**n)` joins the
# points of the curve, `"o"` makes a dot, and `ylim` says from where to where the upward axis goes. (In the title, an `f` before the quotes puts
# numbers where the braces stand; `:.3f` asks for three digits after the point, `:g` for a short form.)

# %%
xs = np.linspace(0.2, 3, 200)  # 200 numbers from 0.2 to 3, evenly spaced


def panel(ax, n, top):
    ax.plot(xs, xs**n, color=BLUE)
    ax.plot(2, 2.0**n, "o", color=VERMILLION)
    ax.set(title=f"$n = {n:g}$, dot at {2.0**n:.3f}", xlabel="x", ylim=(0, top))


# %% [markdown]
# Here are four of them, with one upward axis for all (`sharey=True`). Before you run the cell, sketch the four curves on paper, from $x = 0.2$ to
# $x = 3$. Which point lies on all of them? Which curve falls, and which one is flat?

# %%
fig, axes = plt.subplots(1, 4, figsize=(10, 3), sharey=True)  # one row of four drawings
panel(axes[0], -1, 5)  # axes[0] is the first of them: Python counts from 0
panel(axes[1], 0, 5)
panel(axes[2], 0.5, 5)
panel(axes[3], 2, 5)
axes[0].set_ylabel("$x^n$")
figure(
    fig,
    alt="Four panels with the curves of x to the n for n = −1, 0, one half and 2. All "
    "pass through (1, 1). The first falls, the second is flat, the third rises slowly, "
    "the last rises steeply.",
)

# %% [markdown]
# All four pass through $(1, 1)$, because 1 to any power is 1. The curve for $n = -1$ falls: one divided by more is less. For $n = 0$ the height is 1
# everywhere.
#
# Now drag $n$ yourself; `n=(-3, 3, 0.25, 2)` lets it go from $-3$ to 3 in steps of 0.25 and start at 2. **Predict** first: at which exponent does the
# dot pass height 1, and does it ever reach height 0?
#
# <details><summary>Answer</summary>
#
# At $n = 0$. It never reaches 0: each step to the left halves its height, and half of something is still something. The four panels say the same.
#
# </details>


# %%
def draw(n):
    fig, ax = plt.subplots(figsize=(5.4, 3.4))
    panel(ax, n, 9)
    ax.set_ylabel("$x^n$")
    return fig  # the slider shows the drawing that comes back


slider(
    draw,
    alt="The curve of x to the n and the dot at x = 2. The dot climbs as n grows, "
    "passes height 1 at n = 0, and stays above 0.",
    n=(-3, 3, 0.25, 2),
)

# %% [markdown]
# ### Counts add
#
# Multiply $2^3$ by $2^4$. Three factors and four factors, put together, are seven factors: $2^7$. Nothing else happens. Dividing $2^7$ by $2^4$ takes
# four of them away, and $(2^3)^4$ is four groups of three factors: twelve.
#
# $$ b^m \cdot b^n = b^{m+n}, \qquad \frac{b^m}{b^n} = b^{m-n}, \qquad (b^m)^n = b^{m \cdot n} $$
#
# In words: multiplying powers of one base adds the exponents, dividing subtracts them, and a power of a power multiplies them. The next cell tries
# all three, then negative exponents too; `True` says that a claim holds.
#
# > **Watch out.** Adding has no such rule. $2^3 + 2^4 = 8 + 16 = 24$, and that is no power of 2.

# %%
print(2**3 * 2**4 == 2**7, 2**7 / 2**4 == 2**3, (2**3) ** 4 == 2**12)
print(2.0**3 * 2.0**-5 == 2.0**-2, (2.0**-3) ** 2 == 2.0**-6)

# %% author=true
assert 2**3 * 2**4 == 2**7 and 2**7 / 2**4 == 2**3 and (2**3) ** 4 == 2**12
assert 2**3 + 2**4 == 24 and 24 != 2**7

# %% [markdown]
# ### Exercise · One exponent instead of three
#
# *2 points · about 6 minutes · needs the power rules above*
#
# $(10^{40} \cdot 10^{60})^{9}$ fills many lines with zeros, but its exponent is a small number. Find that number, and leave the power alone.
#
# **Before you code.** Write $(x^2 \cdot x^3)^4$ as a single power of $x$, on paper. Which of the three numbers are added, and which one multiplies?
#
# <details><summary>Answer</summary>
#
# $x^{20}$. The 2 and the 3 are added, because two powers stand side by side; the 4 multiplies, because it repeats the whole bracket.
#
# </details>
#
# **Your task.** Write `single_exponent(a, b, c)`: the exponent of $(x^a \cdot x^b)^c$, written as a single power of $x$. One line is enough; it
# stands where the answer cell says `raise NotImplementedError`. (`float` says that a number is expected, `-> float` that one comes back; the text in triple
# quotes, its *docstring*, explains the function, and the line after `>>>` is an example with its answer below. A `NameError` says that Python does not
# know a name: use those in the brackets of the first line, and run the cells above.)


# %% exercise="d01-single_exponent"
def single_exponent(a: float, b: float, c: float) -> float:
    """The exponent of (x**a * x**b)**c, written as a single power of x.

    a, b     exponents of the two factors, any numbers
    c        exponent of the bracket, any number
    returns  one exponent

    >>> single_exponent(2, 3, 4)
    20
    """
    ### BEGIN SOLUTION
    return (a + b) * c
    ### END SOLUTION


# %% visible="d01-single_exponent" points=1
# By hand: x**2 * x**3 has five factors, and four groups of five are twenty.
got = [single_exponent(2, 3, 4), single_exponent(5, -2, 3), single_exponent(1, 6, 2)]
assert got[0] is not None, (
    "single_exponent returned None. Does your function end in a line with return? "
    "print shows a number, return hands it back."
)
assert got[0] == 20, (
    f"(x**2 * x**3)**4 is x**20; you say the exponent is {got[0]}. "
    "How many factors are inside the bracket, and how many brackets are there?"
)
assert got[1] == 9, (
    f"(x**5 * x**-2)**3 is x**9, you say the exponent is {got[1]}. "
    "What does a negative exponent do to the count?"
)
assert got[2] == 14, f"(x**1 * x**6)**2 is x**14, you say the exponent is {got[2]}."

# %% hidden="d01-single_exponent" points=1
# Hidden checks: random exponents, also negative and zero; fractions; exponents so
# large that the power itself could never be formed.
from fractions import Fraction as _Fraction

_rng = course_rng("d01-single_exponent")
for _ in range(40):
    _a, _b, _c = (int(_v) for _v in _rng.integers(-9, 10, size=3))
    _power = (_Fraction(2) ** _a * _Fraction(2) ** _b) ** _c
    _want = _power.numerator.bit_length() - _power.denominator.bit_length()
    _got = single_exponent(_a, _b, _c)
    assert _got == _want, f"(x**{_a} * x**{_b})**{_c} is x**{_want}, you say the exponent is {_got}"
_got = single_exponent(0.5, 1.5, 3)
assert _got == 6, f"(x**0.5 * x**1.5)**3 is x**6, you say the exponent is {_got}"
_got = single_exponent(0.5, 0.25, -3)
assert _got == -2.25, f"(x**0.5 * x**0.25)**-3 is x**-2.25, you say the exponent is {_got}"
_got = single_exponent(10**9, 2 * 10**9, -(10**6))
assert _got == -3 * 10**15, (
    "a billion factors, two billion factors, and an outer exponent of minus a million: "
    f"expected {-3 * 10**15}, you say {_got}"
)

# %% [markdown]
# ### Numbers too long to read
#
# Is 175000000000 more than 60000000000? Count once and write the count down: $1.75 \cdot 10^{11}$ and $6 \cdot 10^{10}$. Now the exponents decide at a
# glance. This is **scientific notation**:
#
# $$ x = m \cdot 10^k \quad \text{with} \quad 1 \le |m| < 10 \text{ and a whole number } k. $$
#
# In words: a number from 1 up to, but without, 10, perhaps with a minus sign, times a power of ten. ($|m|$ is $m$ without its sign; in Python,
# `abs(m)`.) The number $m$ is called the *mantissa*. You type `1.75e11`; the `e` is read "times ten to the". Python itself
# prints this form from $10^{16}$ on and below 0.0001, all others in full; the last number below is $6 \cdot 10^{13}$.

# %%
print(1.75e11 == 1.75 * 10**11, 4.2e-4)
print(3e8 * 2e5)  # 3 * 2 in front, and the exponents add

# %% author=true
assert 1.75e11 == 175_000_000_000 and 4.2e-4 == 0.00042 and 3e8 * 2e5 == 6e13

# %% [markdown]
# A neural network is a machine made of numbers, its **parameters**; learning means changing them. Here are five networks. The left drawing has a
# plain axis. On the right one, each mark is 100 times the one before (`xscale="log"` asks for that; more on day 4). Such an axis has no 0 for a
# bar to begin at, so we draw dots. **Before you run:** how many of the five bars will you see on the left?

# %%
names = ["LeNet-5, 1998", "AlexNet, 2012", "GPT, 2018", "GPT-2, 2019", "GPT-3, 2020"]
sizes = np.array([6e4, 6e7, 1.17e8, 1.5e9, 1.75e11])  # an array of numbers of our own
fig, (left, right) = plt.subplots(1, 2, figsize=(9.4, 3), sharey=True)
left.barh(names, sizes / 1e9, color=BLUE)  # barh draws bars that lie down
left.set(xlabel="billions of parameters", ylabel="network, year")
right.plot(sizes, names, "o", color=VERMILLION)
right.set(xscale="log", xlabel="parameters", xticks=10.0 ** np.array([4, 6, 8, 10, 12]))
figure(
    fig,
    alt="Left: of five bars only that of GPT-3, 175 billion, can be seen; GPT-2 is a "
    "hair. Right: on an axis of powers of ten all five sizes stand apart.",
)

# %% [markdown]
# One bar and a hair. On the right you can read all five: LeNet-5 has $6 \cdot 10^4$ parameters, GPT-3 has $1.75 \cdot 10^{11}$, about three million
# times as many. When sizes differ by factors, look at their exponents. (Counts: LeCun and others, 1998; Krizhevsky and others, 2012; Radford and
# others, 2019; Brown and others, 2020.)

# %% author=true
assert 2.9e6 < sizes[4] / sizes[0] < 3e6

# %% [markdown]
# ### What 70 billion numbers weigh
#
# The smallest thing a computer keeps is a **bit**: a 0 or a 1. Eight bits are a **byte**, and a **gigabyte** (GB) is $10^9$ bytes. A parameter is often
# kept in 16 bits; 32 is more exact, 8 or 4 are coarser.
#
# The largest Llama 2 has $7 \cdot 10^{10}$ parameters; the cards it was trained on hold 80 GB each (Touvron and others, 2023). Scientific notation and
# the power rules weigh it on the back of an envelope. First a smaller case, and a function for all of them.

# %% [markdown]
# ### Exercise · How many gigabytes?
#
# *2 points · about 6 minutes · needs scientific notation*
#
# In 2023 a method called QLoRA adapted a model with 65 billion parameters on a single card of 48 GB, because it kept each of them in 4 bits (Dettmers
# and others, 2023). Would 16 bits have fitted? Your function will tell.
#
# **Before you code.** How many GB do a billion parameters take in 8 bits? In 4 bits?
#
# <details><summary>Answer</summary>
#
# 8 bits are one byte: a billion bytes, 1 GB. 4 bits are half a byte: 0.5 GB.
#
# </details>
#
# **Your task.** Write `memory_gb(n_params, bits)`. One line is enough.
#
# > **Watch out.** Some programs count in units of $2^{30} = 1{,}073{,}741{,}824$ bytes instead (a gibibyte, GiB). We use $10^9$.


# %% exercise="d01-memory_gb"
def memory_gb(n_params: float, bits: float) -> float:
    """Memory that the parameters of a model fill, in gigabytes of 10**9 bytes.

    n_params  number of parameters, ≥ 0
    bits      bits for each parameter, > 0
    returns   gigabytes

    >>> memory_gb(2_000_000_000, 8)
    2.0
    """
    ### BEGIN SOLUTION
    return n_params / 1e9 * bits / 8
    ### END SOLUTION


# %% visible="d01-memory_gb" points=1
# By hand: 8 bits are one byte, so a billion parameters fill one gigabyte.
# And Llama 2 in 16 bits needs 140.
got = [memory_gb(1_000_000_000, 8), memory_gb(70_000_000_000, 16)]
assert got[0] is not None, "memory_gb returned None. Does it end in a line with return?"
assert np.isclose(got[0], 1.0, rtol=1e-9, atol=0), (
    f"A billion parameters of one byte each fill 1 GB, you say {got[0]:.12g}. "
    "How many bits are a byte, and how many bytes a gigabyte?"
)
assert np.isclose(got[1], 140.0, rtol=1e-9, atol=0), (
    f"70 billion parameters of two bytes each fill 140 GB, you say {got[1]:.12g}. "
    "Where does the number of bits enter?"
)

# %% hidden="d01-memory_gb" points=1
# Hidden checks: models from tiny to huge, 1 to 64 bits, also fewer than 8 and numbers
# of bits that are no multiple of 8.
from fractions import Fraction as _Fraction

_got = memory_gb(65e9, 4.5)
assert np.isclose(_got, 36.5625, rtol=1e-9, atol=0), (
    f"65 billion parameters of 4.5 bits on average fill 36.5625 GB, you say {_got:.12g}"
)

_rng = course_rng("d01-memory_gb")
for _bits in [1, 2, 4, 5, 8, 12, 16, 32, 64]:
    for _n in [1, 266_610, int(_rng.integers(10**6, 10**12)), 1_760_000_000_000]:
        _want = float(_Fraction(_n * _bits, 8 * 10**9))
        _got = memory_gb(_n, _bits)
        assert np.isclose(_got, _want, rtol=1e-9, atol=0), (
            f"{_n} parameters of {_bits} bits fill {_want:.12g} GB, you say {_got:.12g}"
        )
_got = memory_gb(0, 16)
assert _got == 0, f"no parameters fill 0 GB, you say {_got}"

# %% [markdown]
# **The question of the day.** Does Llama 2 fit into a card of 80 GB? Ask your function about it in 32, 16, 8 and 4 bits (type
# `print(memory_gb(7e10, 32))` and so on into a new cell), and about QLoRA's 65 billion
# in 16 and in 4. How many cards are needed each time?
#
# <details><summary>Answer</summary>
#
# In 16 bits, 2 bytes each, it does not fit: $2 \cdot 7 \cdot 10^{10} = 140 \cdot 10^9$ bytes are 140 GB, two cards. In 32, 8 and 4 bits it is 280, 70
# and 35 GB: four, one, one. QLoRA's model needs 130 GB in 16 bits, three cards of 48 GB, and 32.5 GB in 4, one card. Halving the bits halves the
# memory.
#
# </details>

# %% author=true
assert [70e9 * bits / 8 / 1e9 for bits in (32, 16, 8, 4)] == [280, 140, 70, 35]
assert [65e9 * bits / 8 / 1e9 for bits in (16, 4)] == [130, 32.5]

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# Where do 70 billion parameters come from? You look inside a layer of a network, learn the two Python words that repeat and ask, and count the
# parameters of any network.

# %% [markdown]
# ### What is inside a layer?
#
# A network is built from **layers**. A layer takes some numbers in and gives some numbers out. Each input is joined to each output by one *weight*: the
# input is multiplied by it on the way. Each output then adds one more number of its own, its *bias*. Weights and biases are the parameters.
#
# The picture shows a layer with three inputs and two outputs. `for start in [2, 1, 0]:` runs the lines below it, moved to the right, three times:
# with `start` equal to 2, to 1 and to 0. (`"s"` makes squares.) Count: how many lines are there, and how many parameters in all?

# %%
fig, ax = plt.subplots(figsize=(6, 2.9))
for start in [2, 1, 0]:  # the heights of the inputs
    for end in [1.5, 0.5]:  # the heights of the outputs
        ax.plot([0, 1], [start, end], color=GRAY, linestyle="-", linewidth=1.5)
ax.plot([0, 0, 0], [2, 1, 0], "o", color=BLUE, markersize=15)
ax.plot([1, 1], [1.5, 0.5], "s", color=VERMILLION, markersize=15)
ax.text(1.05, 1.5, "+ 1 bias", va="center")  # words at a point
ax.text(1.05, 0.5, "+ 1 bias", va="center")
ax.set_axis_off()
figure(fig, alt="Six lines join three inputs to two outputs; each output has a bias.")

# %% [markdown]
# Two lines leave each of the three inputs, so there are $3 \cdot 2 = 6$ weights. Each output has a bias: two more, eight parameters in all. Write
# $d_{\text{in}}$ for the number of inputs ("d in") and $d_{\text{out}}$ for the number of outputs ("d out"):
#
# $$ \text{parameters of a layer} = d_{\text{in}} \cdot d_{\text{out}} + d_{\text{out}} $$
#
# In words: one weight for each pair of input and output, and one bias for each output. The cell below counts one by one.

# %%
count = 0
for start in [2, 1, 0]:
    for end in [1.5, 0.5]:
        count = count + 1  # one weight
count = count + 1 + 1  # two biases
print(count, 3 * 2 + 2)
assert count == 3 * 2 + 2

# %% [markdown]
# Two more words, and you can count any network. A `for` loop can take pairs apart, as here the width and the height of two rugs. And the moved-in lines
# below an `if` run only when its question is answered with yes. **Predict** the three numbers, then run.

# %%
total = 0
for width, height in [(3, 5), (2, 4)]:
    total = total + width * height
    if width == height + 1:
        total = total + 100
    print("so far:", total)
print("both rugs:", total)

# %% [markdown]
# 15, 23, 23: no rug is wider by one than it is high, so the `if` never says yes. Change the second rug to `(5, 4)` and run again: now it does, and 100
# is added. The total ends at 135.
#
# Mind how far a line is moved in. What belongs to the loop stands to the right of `for`; the last `print` does not, so it runs once, after the loop.

# %% author=true
# edit: "(2, 4)" -> "(5, 4)"
# then: total == 135

# %% [markdown]
# ### Exercise · Count the parameters
#
# *3 points · about 13 minutes · needs the formula and the loop above*
#
# A network that read handwritten digits had three layers: from the 784 pixels of an image to 300 numbers, from these to 100, and from these to 10, one
# per digit (LeCun and others, 1998). How large was it?
#
# **Before you code.** A network with the layers $(3, 4)$ and $(4, 2)$: how many weights and how many biases does it have? Some networks leave the
# biases out. How many parameters remain?
#
# <details><summary>Answer</summary>
#
# $12 + 8 = 20$ weights and $4 + 2 = 6$ biases. Without the biases the 20 weights remain.
#
# </details>
#
# **Your task.** Write `param_count(layers, bias)`. `layers` is a list of pairs $(d_{\text{in}}, d_{\text{out}})$. `bias` is `True` or `False`, and
# `if bias:` asks which; `bias=True` in the first line means `True` unless somebody says otherwise. (`list[tuple[int, int]]` is Python for "a list of
# pairs of whole numbers".) Six lines are enough.


# %% exercise="d01-param_count"
def param_count(layers: list[tuple[int, int]], bias: bool = True) -> int:
    """How many parameters a network has: a weight for each pair of input and output,
    and a bias for each output.

    layers   list of pairs (d_in, d_out), one for each layer; an empty list has none
    bias     True if each output has a bias, False if there are none
    returns  the number of parameters of all layers together

    >>> param_count([(784, 300), (300, 100), (100, 10)])
    266610
    """
    ### BEGIN SOLUTION
    total = 0
    for d_in, d_out in layers:
        total = total + d_in * d_out
        if bias:
            total = total + d_out
    return total
    ### END SOLUTION


# %% visible="d01-param_count" points=1
# By hand: the layer of the picture has 6 weights and 2 biases.
# The layers (3, 4) and (4, 2) have 12 + 8 weights and 4 + 2 biases.
got = [param_count([(3, 2)]), param_count([(3, 4), (4, 2)])]
without = param_count([(3, 4), (4, 2)], bias=False)
assert got[0] is not None, "param_count returned None. Does it end in return?"
assert got[0] == 8, (
    "3 inputs and 2 outputs have 6 weights and 2 biases, 8 parameters; you say "
    f"{got[0]}. Which dots of the picture have a bias?"
)
assert got[1] == 26, (
    "The layers (3, 4) and (4, 2) have 12 + 4 + 8 + 2 = 26 parameters, you say "
    f"{got[1]}. Does every layer add to the total, weights and biases both?"
)
assert without == 20, (
    f"Without biases the weights of both layers, 12 + 8 = 20; you say {without}. "
    "Does your function ask what bias is?"
)

# %% hidden="d01-param_count" points=2
# Hidden checks: random networks with one to seven layers, with and without biases,
# equal layers, a network without layers, one so large that only whole numbers are
# exact, your list left as it was.
_rng = course_rng("d01-param_count")
for _ in range(30):
    _widths = [int(_w) for _w in _rng.integers(1, 40, size=_rng.integers(2, 9))]
    _layers = list(zip(_widths[:-1], _widths[1:], strict=True))
    # An independent count: write every weight and every bias into a table, and see how many entries there are.
    _weights = sum(np.zeros((_d_in, _d_out)).size for _d_in, _d_out in _layers)
    _biases = sum(_widths[1:])
    _given = list(_layers)
    _with, _without = param_count(_given, True), param_count(_given, False)
    for _got, _bias, _want in [(_with, True, _weights + _biases), (_without, False, _weights)]:
        assert _got == _want, f"layers {_layers} with bias={_bias}: expected {_want} parameters, got {_got}"
    assert _given == _layers, "the list of layers was changed; the caller still needs it"
_got = param_count([])
assert _got == 0, f"a network without layers has 0 parameters, you say {_got}"
_got = param_count([(5, 5), (5, 5), (5, 5), (5, 2)])
assert _got == 102, f"three equal layers (5, 5) and one (5, 2): expected 102 parameters, got {_got}"
_got = param_count([(12288, 49152), (49152, 12288)])
assert _got == 1_208_020_992, (
    f"two layers as wide as those of GPT-3 have 1,208,020,992 parameters, you say {_got}"
)
_got = param_count([(123_456_789, 987_654_321), (987_654_321, 1)])
assert _got == 121_932_633_087_943_912 and int(_got) == 121_932_633_087_943_912, (
    f"(123456789, 987654321) and (987654321, 1): expected exactly 121932633087943912 parameters, got {_got}"
)

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# The day is done when you can say it without looking. First you build a power from its definition, from memory. Then explain it, break something, and
# read the day in five lines.

# %% [markdown]
# ### A loop that counts, and one that asks
#
# `range(4)` counts 0, 1, 2, 3: a loop over it runs four times. When you do not know the number of rounds, ask before each one: `while thick < moon:`
# repeats the lines below it as long as the answer is yes. **Predict** both numbers, then run.
#
# > **Watch out.** A loop whose question is always answered with yes never ends: its cell shows `[*]` and no result. The square ■ above the notebook
# > stops it (once for each cell that hangs). `check` gives up by itself after half a minute.

# %%
thick = 0.1  # millimeters
for _ in range(4):  # the name _ says: we count rounds and do not use the number
    thick = thick * 2
print(thick)

thick, folds = 0.1, 0  # two names at once
moon = 384_400 * 1_000_000  # millimeters
while thick < moon:
    thick = thick * 2
    folds = folds + 1
print(folds, "folds reach the Moon")

# %% author=true
assert 0.1 * 2**4 == 1.6 and folds == 42

# %% [markdown]
# ### Exercise · A power, from its definition
#
# *4 points · about 13 minutes · needs the loop above and negative exponents*
#
# Close your eyes and say what $b^n$ means for $n = 3$, for $n = 0$ and for $n = -3$. Then teach it to the computer.
#
# **Before you code.** With which number must a product start, so that $n = 0$ comes out right? How many factors does $2^{-3}$ have below the line?
#
# <details><summary>Answer</summary>
#
# With 1: no factor has been multiplied in yet. And three, $\tfrac{1}{2 \cdot 2 \cdot 2}$: as many as the exponent says without its sign.
#
# </details>
#
# **Your task.** Write `int_power(base, n)` for every whole number `n` with a loop that multiplies. `abs(n)` is `n` without its sign. Six lines are
# enough. Powers of whole numbers must be exact: a number with a point, such as 2.0, keeps only about 16 digits, so start without one. (`base**n` passes
# too; then you know that Python can do it, and not whether you can. `int` in the first line means a whole number.)


# %% exercise="d01-int_power"
def int_power(base: float, n: int) -> float:
    """The power base**n for a whole number n.

    base     any number; not 0 if n is negative
    n        whole number, may be 0 or negative
    returns  the product of n factors, exact if base is whole; for a negative n, one
             divided by the product of |n| factors

    >>> int_power(3, 13)
    1594323
    """
    ### BEGIN SOLUTION
    product = 1
    for _ in range(abs(n)):
        product = product * base
    if n < 0:
        product = 1 / product
    return product
    ### END SOLUTION


# %% visible="d01-int_power" points=1
# By hand: 2 * 2 = 4, and 5 * 5 * 5 = 125. No factor at all gives 1, and the
# exponent -3 means one divided by 2 * 2 * 2.
got = [int_power(2, 2), int_power(5, 3), int_power(7, 0)]
small = [int_power(2, -2), int_power(2, -3)]
assert got[0] is not None, "int_power returned None. Is there a return, below the loop?"
assert got[0] == 4, (
    f"2**2 = 2 * 2 = 4, you say {got[0]}. With which number does your product start, "
    "and how often is the base multiplied in?"
)
assert got[1] == 125, f"5**3 = 125, you say {got[1]}. How many factors are there?"
assert got[2] == 1, f"7**0 = 1, you say {got[2]}. Where does your product start?"
assert np.allclose(small, [1 / 4, 1 / 8], rtol=1e-12, atol=0), (
    f"2**-2 = 1 / (2 * 2) = 0.25 and 2**-3 = 0.125, you say {small[0]} and {small[1]}. "
    "What does the minus sign in an exponent mean, and what does it not mean?"
)

# %% hidden="d01-int_power" points=3
# Hidden checks: random bases and exponents of both signs, whole numbers that must be
# exact, very long products, float32.
from fractions import Fraction as _Fraction

_rng = course_rng("d01-int_power")
for _ in range(60):
    _base = float(_rng.uniform(0.2, 4.0)) * float(_rng.choice([-1.0, 1.0]))
    _n = int(_rng.integers(-40, 41))
    _want = float(_Fraction(_base) ** _n)
    _got = int_power(_base, _n)
    assert np.isclose(_got, _want, rtol=1e-9, atol=0), f"{_base:.4f}**{_n} is {_want:.9g}, you say {_got:.9g}"

_random = (int(_rng.integers(2, 10)), int(_rng.integers(70, 120)))
for _base, _n in [(3, 13), (3, 1), (-2, 7), (10, 1), (1, 50), (0, 5), (0, 0), (-1, 100), (7, 64), _random]:
    _want = (_Fraction(_base) ** _n).numerator
    _got = int_power(_base, _n)
    # A numpy number is rounded before == compares it with a long whole number; int says what it is.
    assert _got == _want and int(_got) == _want, f"{_base}**{_n} is exactly {_want}, you say {_got}"

_want = float(_Fraction(1.001) ** 20_000)
_got = int_power(1.001, 20_000)
assert np.isclose(_got, _want, rtol=1e-9, atol=0), f"1.001**20000 is {_want:.9g}, you say {_got:.9g}"
_got = int_power(10, -6)
assert np.isclose(_got, 0.000001, rtol=1e-9, atol=0), f"10**-6 is one millionth, you say {_got}"
_got = int_power(np.float32(1.5), 5)
assert np.isclose(_got, np.float64(7.59375), rtol=1e-5, atol=0), (
    f"in float32, 1.5**5 is 7.59375, you say {_got}"
)

# %% [markdown]
# ### Explain
#
# A friend says: "$2^0$ means no twos at all, so it must be 0, and $2^{-3}$ must be below 0." Answer in four or five sentences, with your own words and
# another base than 2. Say what one step along the row of powers does, and why the friend's value for $b^0$ would spoil the rule
# $b^m \cdot b^n = b^{m+n}$.
#
# <details><summary>One possible answer</summary>
#
# Take 5. Each step to the left divides by 5: 125, 25, 5, and then 1, which is $5^0$, and then $\tfrac15$, which is $5^{-1}$. Dividing makes numbers
# smaller and never negative. If $5^0$ were 0, then $5^0 \cdot 5^2 = 5^{0+2}$ would say $0 \cdot 25 = 25$.
#
# </details>

# %% [markdown]
# ### Break it
#
# Somebody gets better by one percent every day: each day multiplies by 1.01. **Predict** the factor after 365 days, then run. Now change one thing:
# 1.01 becomes 0.99, one percent *worse* each day. Is the new result one minus the old one, one divided by the old one, or neither? Predict, change,
# run.
#
# <details><summary>Answer</summary>
#
# Better: almost 38 times as good. Worse: 0.0255, about a fortieth. That is close to one divided by the old result, 0.0265, but not equal to it, because
# $0.99$ is not exactly $\tfrac{1}{1.01}$. So: neither. Small factors, many times: tomorrow is about them.
#
# </details>

# %%
daily = 1.01
print(daily**365)

# %% author=true
# edit: "daily = 1.01" -> "daily = 0.99"
# then: round(daily**365, 4) == 0.0255
assert 37.7 < 1.01**365 < 38 and round(0.99**365, 4) == 0.0255 and round(1 / 1.01**365, 4) == 0.0265

# %% [markdown]
# **Think about it**, with no single answer: which number that you met today is too big to picture? What unit would tame it: sheets of paper, moons,
# graphics cards, something of your own? Write the number in that unit, with one digit that counts and a power of ten.

# %% [markdown]
# ### The day in five lines
#
# 1. An exponent counts factors: $b^n$ has $n$ of them, $b^0 = 1$, and $b^{-n} = 1 / b^n$.
# 2. Multiplying powers of one base adds exponents, dividing subtracts them, a power of a power multiplies them.
# 3. Half a step must be used twice to make a whole one: $b^{1/2} = \sqrt{b}$.
# 4. Scientific notation keeps the count of tens beside the number: $175\,000\,000\,000 = 1.75 \cdot 10^{11}$.
# 5. A layer has $d_{\text{in}} \cdot d_{\text{out}}$ weights and $d_{\text{out}}$ biases, and 70 billion parameters of 16 bits fill 140 GB.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $b^n$ | b to the n: base b, exponent n | `b**n` |
# | $b^{-n}$ | one divided by b to the n | `b**-n` |
# | $\sqrt{b}$, $b^{1/2}$ | square root of b | `b**0.5` |
# | $m \cdot 10^k$ | m times ten to the k (scientific notation) | `1.75e11` |
# | $\lvert x \rvert$ | x without its sign | `abs(x)` |
# | $\approx$ | is about | |
# | $d_{\text{in}}$, $d_{\text{out}}$ | numbers of inputs and outputs of a layer | `d_in`, `d_out` |

# %% [markdown]
# ### To watch or read
#
# *Powers of Ten*, a film of nine minutes by Charles and Ray Eames (1977), starts at a picnic and moves away by one power of ten every ten seconds. Count
# the exponents as you watch: where are you at $10^{8}$ meters? Khan Academy has short practice sets under "Exponents" if you want ten more small
# cases. Tomorrow a factor is applied again and again in ever smaller pieces, and a famous number appears.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Two more ideas, each with work for your hands: large powers in few steps, and a program that writes any number in scientific notation. And a
# story: Archimedes used $10^m \cdot 10^n = 10^{m+n}$ more than 2,200 years ago, in *The Sand Reckoner*, to count the grains of sand that would fill the
# universe.

# %% [markdown]
# ### Big powers in few steps
#
# How many multiplications does $3^{13}$ cost? One factor at a time it takes twelve. Squaring is faster: $3^2$, then $(3^2)^2 = 3^4$, then
# $(3^4)^2 = 3^8$. Three multiplications, and the exponent has reached 8. And $13 = 8 + 4 + 1$, so
#
# $$ 3^{13} = 3^8 \cdot 3^4 \cdot 3^1. $$
#
# In words: thirteen factors are eight and four and one. Two more multiplications, five instead of twelve. The trick is more than two thousand years
# old: it stands in Pingala's book on verse (Knuth, 1997). But how do we find 8, 4 and 1 without guessing?

# %% [markdown]
# Halve the exponent, again and again, and drop remainders: 13, 6, 3, 1. Wherever it is *odd*, one factor is left without a partner, and the square of
# that moment is needed. In Python, `n // 2` is half of `n` without the remainder, and `n % 2` is the remainder, 1 for odd and 0 for even. **Predict**
# the four rows, then run.

# %%
n, square = 13, 3
while n > 0:
    print("n =", n, "  remainder", n % 2, "  square", square)
    square = square * square
    n = n // 2

assert 3**13 == 6561 * 81 * 3

# %% [markdown]
# The remainder is 1 in the rows with 3, 81 and 6561, which are $3^1$, $3^4$ and $3^8$. Their product is $3^{13}$. Go back to your `int_power` and
# rewrite it so: keep the product so far, the square of the moment, and what is left of `n` without its sign. The same `check` tells whether it still
# holds. One factor at a time, $b^{1000}$ costs 999 multiplications; how many rounds does halving need?
#
# <details><summary>Answer</summary>
#
# Ten rounds, for 1000, 500, 250, 125, 62, 31, 15, 7, 3, 1. The loop: if what is left is odd, multiply the product by the square; then square the square;
# then halve what is left.
#
# </details>

# %% author=true
rounds, left_over = 0, 1000
while left_over > 0:
    rounds, left_over = rounds + 1, left_over // 2
assert rounds == 10

# %% [markdown]
# ### Many small roundings
#
# The last exercise writes a number as $m \cdot 10^k$. A tempting way: multiply by 10 until the number is at least 1, and count. Try it on $10^{-11}$,
# which needs eleven multiplications and should end at 1. **Predict** whether it does.

# %%
small = 1e-11
for step in np.arange(11):
    small = small * 10
print("multiplied eleven times:", small)
print("divided once:", 1e-11 / 10.0**-11)

# %% author=true
assert small == 0.9999999999999998 and 1e-11 / 10.0**-11 == 1.0

# %% [markdown]
# It ends at 0.9999999999999998, below 1. A computer keeps about 16 digits and rounds after each multiplication; after eleven, the roundings show. And
# then the question "is it below 1?" gets the wrong answer, so the count goes wrong too. *One* division rounds once, and ends at 1. So do not
# multiply your way along: *compare* the number with powers of ten, and divide once at the end.

# %% [markdown]
# ### Exercise · Scientific notation
#
# *optional · about 15 minutes · needs negative exponents and the `while` loop*
#
# Your program meets numbers of all sizes. Which $k$ belongs to each?
#
# **Before you code.** Which $m$ and $k$ belong to 250, to 0.0042, to $-1000$, to 10 and to 9.99?
#
# <details><summary>Answer</summary>
#
# $2.5 \cdot 10^2$, $4.2 \cdot 10^{-3}$, $-1 \cdot 10^3$, $1 \cdot 10^1$ and $9.99 \cdot 10^0$. The power of ten that counts is the larger one that the
# number still reaches.
#
# </details>
#
# **Your task.** Write `sci(x)`, which returns the pair of $m$ and $k$; `return m, k` hands back two numbers. Start with $k = 0$. While `abs(x)` reaches
# the next power, `10.0 ** (k + 1)`, raise $k$; while it lies below `10.0**k`, lower $k$. (`>=` means "at least".) Zero has no such form: return
# `0.0, 0` for it. Eight lines are enough. (Without `abs` a loop may never end for a negative number; the square ■ stops it.)


# %% exercise="d01-sci"
def sci(x: float) -> tuple[float, int]:
    """Scientific notation: the mantissa m and the exponent k with x = m * 10**k.

    x        0, or a number with 1e-22 ≤ |x| ≤ 1e22
    returns  the pair (m, k) with 1 ≤ |m| < 10 and a whole number k; (0.0, 0) for 0.
             A power of ten as Python prints it, such as 1e-21, has the mantissa 1.0

    >>> sci(-250.0)
    (-2.5, 2)
    """
    ### BEGIN SOLUTION
    if x == 0:
        return 0.0, 0
    k = 0
    while abs(x) >= 10.0 ** (k + 1):
        k = k + 1
    while abs(x) < 10.0**k:
        k = k - 1
    return x / 10.0**k, k
    ### END SOLUTION


# %% visible="d01-sci" points=0
# By hand: 250 = 2.5 * 10**2 and 0.0042 = 4.2 * 10**-3.
# At 1000 the exponent is 3, since the mantissa stays below 10.
cases = [(250.0, 2.5, 2), (7.0, 7.0, 0), (-1000.0, -1.0, 3), (0.0042, 4.2, -3)]
got = sci(250.0)
assert got is not None, "sci returned None. Does every way through it end in return?"
assert np.shape(got) == (2,), f"Expected a pair: return m, k. Got {got}."
for x, m, k in cases:
    got_m, got_k = sci(x)
    assert np.isclose(got_m * 10.0**got_k, x, rtol=1e-9, atol=0), (
        f"{x} = {m} * 10**{k}. Your {got_m} * 10**{got_k} is another number. "
        "Did the sign or a factor get lost?"
    )
    assert 1 <= abs(got_m) and abs(got_m) < 10, (
        f"{x} = {m} * 10**{k}. Your mantissa {got_m} does not lie from 1 up to, "
        "and without, 10. Is the comparison with >= or with >?"
    )
    assert got_k == k, f"{x} = {m} * 10**{k}, your exponent is {got_k}."
got = sci(0.0)
assert tuple(got) == (0.0, 0), (
    f"For 0 expected (0.0, 0), got {got}. No power of ten is small enough for 0, "
    "so it needs a line of its own."
)

# %% hidden="d01-sci" points=0
# Hidden checks: random numbers of both signs from 1e-22 to 1e22, every power of ten
# in that range, whole numbers and float32.
from decimal import Decimal as _Decimal

_rng = course_rng("d01-sci")
_powers = _rng.integers(-22, 22, size=60)
_xs = [float(_m * 10.0**_k) for _m, _k in zip(_rng.uniform(1.01, 9.99, size=60), _powers, strict=True)]
_xs += [-_x for _x in _xs[:20]] + [float(f"1e{_k}") for _k in range(-22, 23)] + [-1e-11, -1e15]
for _x in _xs:
    _exact = _Decimal(repr(_x))  # Python's decimal numbers count in tens and do not round here
    _k = _exact.adjusted()
    _m = float(_exact.scaleb(-_k))
    _got_m, _got_k = sci(_x)
    assert _got_k == _k, (
        f"{_x!r} has the exponent {_k}, you say {_got_k}. Did many small roundings push it over a power of ten?"
    )
    assert np.isclose(_got_m, _m, rtol=1e-9, atol=0), f"{_x!r} has the mantissa {_m!r}, you say {_got_m!r}"

for _x, _m, _k in [
    (5000, 5.0, 3),
    (-42, -4.2, 1),
    (10**18, 1.0, 18),
    (np.float32(-0.15625), -1.5625, -1),
    (np.float32(640.0), 6.4, 2),
]:
    _got_m, _got_k = sci(_x)
    assert _got_k == _k, f"{_x} has the exponent {_k}, you say {_got_k}"
    assert np.isclose(_got_m, np.float64(_m), rtol=1e-5, atol=0), (
        f"{_x} has the mantissa {_m}, you say {_got_m}"
    )
