# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A power counts factors
#
# **Question of the day.** The largest Llama 2, a language model, is a list of 70 billion numbers. Why does this list not fit into one graphics
# card, and how can you find that out on the back of an envelope?
#
# *After today you can* read and compute powers with any exponent, work with numbers far too long to write out, count the numbers inside a neural
# network, and say how much memory they fill.
#
# A cell with a gray background is a small program. To run it, click into it and press Shift and Enter together. Run the cells from top to bottom.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# A day goes like this: before you write any code you answer a question on paper, then you write a few lines, and the cell `check("…")` below them
# tells you what they get right and what to think about next. When you are stuck, type `hint("…")` with the name of the exercise into a cell; there
# are three hints, and each says more than the one before.

# %% [markdown]
# Two more cells follow: one with the checks themselves, for the grader, and one that names checks you cannot see. As long as your function is not
# written, the first of them stops with a red box. Nothing is broken; the cells below it run on.
#
# Take a sheet of paper. Here are three questions from school. Write down your answer, with a number, before you unfold ours.

# %% [markdown]
# **What comes first?** Work out $2 + 3 \cdot 4^2$. The dot means "times", and $4^2$ means $4 \cdot 4$. Then work out $-3^2$ and $(-3)^2$. Are they the
# same number?
#
# <details><summary>Answer</summary>
#
# 50. Powers go first, then times and divided by, then plus and minus: $4^2 = 16$, then $3 \cdot 16 = 48$, then 50. And $-3^2 = -9$, because the square
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
# brackets. Run the next cell; it computes the answers to all three questions. Which of its numbers is $\tfrac{5}{12}$?

# %%
print(2 + 3 * 4**2, -(3**2), (-3) ** 2)
print(3 / 4 * 2 / 5, 1 / 4 + 1 / 6, 1 / (1 / 8))
print(80 * 1.25 * 0.75)

# %% author=true
assert 2 + 3 * 4**2 == 50 and -(3**2) == -9 and (-3) ** 2 == 9
assert abs(3 / 4 * 2 / 5 - 3 / 10) < 1e-15 and abs(1 / 4 + 1 / 6 - 5 / 12) < 1e-15 and 1 / (1 / 8) == 8
assert 80 * 1.25 * 0.75 == 75 and 1.25 * 0.75 == 0.9375

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# Five ideas and two exercises. The next cell fetches today's tools. `numpy`, called `np` from here on, computes with many numbers at once. `plt`
# draws, `figure` shows a drawing on this page, `slider` lets you drag a number, and the last line holds colors.

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
#
# In the next cell `layers = …` gives a number a name. Whatever follows `#` is a remark for people; Python skips it. A line that starts with `assert`
# claims something, and stops with an error if the claim is false.

# %%
layers = 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2
print(layers, "layers,", layers * 0.1, "millimeters")
print(2**10)  # the same number, in a shorter way
# A kilometer has 1_000_000 millimeters. Python skips the _ in a number; it is there for people.
print(2**42 * 0.1 / 1_000_000, "kilometers after 42 folds")
assert layers == 2**10

# %% [markdown]
# Ten folds make 1024 layers, about ten centimeters. And 42 folds reach 439,805 kilometers, farther than the Moon, which is about 384,400 kilometers
# away. Nobody writes down 42 twos. One writes how many there are:
#
# $$ b^n = \underbrace{b \cdot b \cdots b}_{n \text{ factors}} $$
#
# In words: "b to the n" is the product of $n$ factors, each of them $b$. The number $b$ is the **base**, the number $n$ is the **exponent**, and
# $b^n$ is a **power**. The exponent *counts factors*; today rests on these two words.

# %% [markdown]
# How many layers are there after each fold? numpy computes all eleven powers, from $2^0$ to $2^{10}$, in one go. `np.arange(11)` is an **array**: the
# whole numbers from 0 to 10, in a row. (The end, 11, is left out.) What you do to an array happens to each of its numbers. **Predict** what `2**folds`
# gives, above all its first number, then run.

# %%
folds = np.arange(11)
layers = 2**folds
print(folds)
print(layers)
print(np.array([3, 5, 10]) * 0.1)  # np.array makes an array of numbers of your own

# %% [markdown]
# The first number is 1: no fold, one layer. Now a picture. `plt.subplots` hands out an empty page, `fig`, and on it an empty drawing, `ax`; `figsize` is
# the size of the page. `ax.bar(folds, layers)` draws one bar at each fold, as high as the layers. `ax.set` writes names at the axes, and tells which
# marks the lower axis gets. `alt` says in words what one sees. **Before you run:** how many of the eleven bars will be at least half as high as the
# highest?

# %%
fig, ax = plt.subplots(figsize=(7, 3.4))
ax.bar(folds, layers, color=BLUE)
ax.set(xlabel="folds", ylabel="layers of paper", xticks=folds)
figure(fig, alt="Eleven bars for 0 to 10 folds. Each bar is twice as high as the one before; the first six can hardly be seen beside the last, 1024.")

# %% [markdown]
# Two: the last, and the one before it, which is exactly half as high. The first bars are almost invisible, although each step is the same, times 2.
# That is what doubling looks like: nothing, nothing, and then everything.

# %% author=true
assert layers[10] == 1024 and layers[9] * 2 == layers[10]
assert (layers >= 512).sum() == 2
assert round(2**42 * 0.1 / 1_000_000) == 439_805

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
print(half_step, half_step * half_step)
print(8 ** (1 / 3))

# %% [markdown]
# $\sqrt2 \approx 1.414$ (read ≈ as "about"), and $8^{1/3} = 2$. The stray 4 at the end of the product is rounding; day 4 explains it. For a base below
# 0 there is no such half step: no number you know, times itself, is negative.
#
# So any exponent will do. Here are the curves of $x^n$ for four exponents $n$. **Before you run:** which point lies on all four? Which curve falls?
#
# `def panel(ax, n, top):` gives the three moved-in lines below it a name; each line `panel(…)` further down then runs them, with its own `ax`, `n` and
# `top`. (In the title, an `f` before the quotes puts numbers where the braces stand; `:.3f` asks for three digits after the point, `:g` for a short form.)

# %%
xs = np.linspace(0.2, 3, 200)  # 200 numbers from 0.2 to 3, evenly spaced


def panel(ax, n, top):
    ax.plot(xs, xs**n, color=BLUE)  # a curve: at each x the height x to the n
    ax.plot(2, 2.0**n, "o", color=VERMILLION)  # a dot at (2, 2 to the n)
    ax.set(title=f"n = {n:g}, dot at {2.0**n:.3f}", xlabel="x", xticks=[1, 2, 3], ylim=(0, top))  # ylim: the heights that are shown


fig, axes = plt.subplots(1, 4, figsize=(10, 3), sharey=True)  # one row of four drawings that share the upward axis
panel(axes[0], -1, 5)  # axes[0] is the first of the four drawings: Python counts from 0
panel(axes[1], 0, 5)
panel(axes[2], 0.5, 5)
panel(axes[3], 2, 5)
axes[0].set_ylabel("$x^n$")
figure(fig, alt="Four panels with the curves of x to the n for n = −1, 0, one half and 2. All pass through (1, 1). The first falls, the second is flat, the third rises slowly, the last rises steeply to height 4 at x = 2.")

# %% [markdown]
# All four pass through $(1, 1)$, because 1 to any power is 1. The curve for $n = -1$ falls: one divided by more is less. For $n = 0$ the height is 1
# everywhere. The dot stands at $x = 2$ and climbs with $n$: 0.5, 1, 1.41, 4.
#
# Now drag $n$ yourself. **Predict** first: at which exponent does the dot pass height 1, and does it ever reach height 0? (Without
# sliders, the four panels answer too. In the cell, `draw` makes one drawing for one $n$, and `return` hands it to the slider.)


# %%
def draw(n):
    fig, ax = plt.subplots(figsize=(5.4, 3.4))
    panel(ax, n, 9)
    ax.set_ylabel("$x^n$")
    return fig


slider(draw, alt="The curve of x to the n and the dot at x = 2. The dot climbs as n grows, passes height 1 at n = 0, and stays above 0.", n=(-3, 3, 0.25, 2))

# %% [markdown]
# ### Counts add
#
# Multiply $2^3$ by $2^4$. Three factors and four factors, put together, are seven factors: $2^7$. Nothing else happens. Dividing $2^7$ by $2^4$ takes
# four of them away, and $(2^3)^4$ is four groups of three factors: twelve.
#
# $$ b^m \cdot b^n = b^{m+n}, \qquad \frac{b^m}{b^n} = b^{m-n}, \qquad (b^m)^n = b^{m \cdot n} $$
#
# In words: multiplying powers of one base adds the exponents, dividing subtracts them, and a power of a power multiplies them. The next cell tries
# all three; `==` asks whether both sides are equal, `!=` whether they differ, and `and` joins two claims.
#
# > **Watch out.** Adding has no such rule. $2^3 + 2^4 = 8 + 16 = 24$, and that is no power of 2.

# %%
print(2**3 * 2**4 == 2**7, 2**7 / 2**4 == 2**3, (2**3) ** 4 == 2**12)
print(2.0**3 * 2.0**-5 == 2.0**-2, (2.0**-3) ** 2 == 2.0**-6)  # negative exponents too
assert 2**3 * 2**4 == 2**7 and 2**7 / 2**4 == 2**3 and (2**3) ** 4 == 2**12
assert 2**3 + 2**4 == 24 and 24 != 2**7

# %% [markdown]
# For the exercise you need a **function**, a recipe with a name; `panel` was one, and it drew. `def` gives the name and says what goes in; the lines
# below it, moved to the right, say what to do; `return` hands an answer back. `print` only *shows* a number; a check looks at what is *returned*.


# %%
def area(width, height):
    return width * height


print(area(3, 5), area(2, 4) + 1)

# %% [markdown]
# ### Exercise · One exponent instead of three
#
# *2 points · about 5 minutes · needs the power rules above*
#
# $(10^{40} \cdot 10^{60})^{9}$ fills many lines with zeros, but its exponent is a small number. Find that number, and leave the power alone.
#
# **Before you code.** Write $(x^2 \cdot x^3)^4$ as a single power of $x$, on paper. Which of the three numbers are added, and which one multiplies?
#
# **Your task.** Write `single_exponent(a, b, c)`: the exponent of $(x^a \cdot x^b)^c$, written as a single power of $x$. Replace the last line,
# `raise NotImplementedError`; one line is enough. (`float` says that a number is expected, `-> float` that one comes back; the text in triple quotes
# explains the function, and the line after `>>>` is an example with its answer below. A `NameError` says that Python does not know a name: use those in
# the brackets of the first line.)


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
got = single_exponent(2, 3, 4)
assert got is not None, "single_exponent returned None. Does your function end in a line with return? print shows a number, return hands it back."
assert got == 20, f"(x**2 * x**3)**4 is x**20; you say the exponent is {got}. How many factors are inside the bracket, and how many brackets are there?"
got = single_exponent(5, -2, 3)
assert got == 9, f"(x**5 * x**-2)**3 is x**9, you say the exponent is {got}. What does a negative exponent do to the count?"

# %% hidden="d01-single_exponent" points=1
# Hidden checks: random exponents, also negative and zero; fractions; exponents so large that the
# power itself could never be formed.
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
_got = single_exponent(10**9, 2 * 10**9, -(10**6))
assert _got == -3 * 10**15, f"a billion factors, two billion factors, and an outer exponent of minus a million: expected {-3 * 10**15}, you say {_got}"

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
# that moment is needed.
#
# In Python, `n // 2` is half of `n` without the remainder, and `n % 2` is the remainder, 1 for odd and 0 for even.
# `while n > 0:` repeats the moved-in lines below it as long as `n` is above 0. A line such as `n = n // 2` computes the right side first and then
# gives its value the old name. **Predict** the four rows, then run.

# %%
n, square = 13, 3  # two names at once: n is 13, square is 3
while n > 0:
    print("n =", n, "  remainder", n % 2, "  square", square)
    square = square * square
    n = n // 2

assert 3**13 == 6561 * 81 * 3

# %% [markdown]
# The remainder is 1 in the rows with 3, 81 and 6561, which are $3^1$, $3^4$ and $3^8$. Their product is $3^{13}$. One word is missing: the moved-in
# lines below an `if` run only when its question is answered with yes. And `abs(n)` is $|n|$, the number $n$ without its sign.
#
# > **Watch out.** A loop whose question is always answered with yes never ends: its cell shows `[*]` and no result. The square ■ above the notebook stops
# > it (once for each cell that hangs). `check` gives up by itself after half a minute.

# %%
for n in [13, 6, -4]:  # do the lines below three times: with n = 13, with n = 6, with n = -4
    if n % 2 == 1:
        print(n, "is odd")
    if n < 0:
        print(n, "is negative; without its sign it is", abs(n))

# %% [markdown]
# ### Exercise · Powers by repeated squaring
#
# *4 points · about 10 minutes · needs the table above and negative exponents*
#
# One factor at a time, $b^{1000}$ costs 999 multiplications. Halving needs ten rounds.
#
# **Before you code.** Make the table for $2^{10}$: which rows have remainder 1, and what is their product? With which number must a product start, so
# that $n = 0$ comes out right? What is left to do at the end if $n$ is negative?
#
# **Your task.** Write `int_power(base, n)` for every whole number `n`. Keep two numbers, the product so far and the square of the moment, in a `while`
# loop. Eleven lines are enough. Powers of whole numbers must be exact: a number with a point, such as 2.0, keeps only about 16 digits, so let none join
# them. (`base**n` passes too; then you know that Python can do it, and not whether you can. `int` in the first line means a whole number.)


# %% exercise="d01-int_power"
def int_power(base: float, n: int) -> float:
    """The power base**n for a whole number n, by repeated squaring.

    base     any number; not 0 if n is negative
    n        whole number, may be 0 or negative
    returns  the product of n factors, exact if base is whole; for negative n, one divided by the product of |n| factors

    >>> int_power(3, 13)
    1594323
    """
    ### BEGIN SOLUTION
    product = 1
    square = base
    left = abs(n)
    while left > 0:
        if left % 2 == 1:
            product = product * square
        square = square * square
        left = left // 2
    if n < 0:
        product = 1 / product
    return product
    ### END SOLUTION


# %% visible="d01-int_power" points=1
# By hand: 2 * 2 = 4, and 5 * 5 * 5 = 125. No factor at all gives 1, and the exponent -2 means one divided by 2 * 2.
got = [int_power(2, 2), int_power(5, 3)]
assert got[0] is not None, "int_power returned None. Does your function end in a line with return, outside the loop?"
assert got[0] == 4, f"2**2 = 2 * 2 = 4, you say {got[0]}. In the table for n = 2 only the second row counts. With which number does your product start, and is each square used before it is squared again?"
assert got[1] == 125, f"5**3 = 5 * 5 * 5 = 125, you say {got[1]}. An odd n leaves one factor without a partner: where does it go?"
got = int_power(7, 0)
assert got == 1, f"7**0 = 1, you say {got}. With which number does your product start?"
got = int_power(2, -2)
assert np.isclose(got, 0.25, rtol=1e-12, atol=0), f"2**-2 = 1 / (2 * 2) = 0.25, you say {got}. What does the minus sign in an exponent mean?"

# %% hidden="d01-int_power" points=3
# Hidden checks: random bases and exponents of both signs, the table's 3**13, whole numbers that
# must be exact, very long products, float32.
from fractions import Fraction as _Fraction

_rng = course_rng("d01-int_power")
for _ in range(60):
    _base = float(_rng.uniform(0.2, 4.0)) * float(_rng.choice([-1.0, 1.0]))
    _n = int(_rng.integers(-40, 41))
    _want = float(_Fraction(_base) ** _n)
    _got = int_power(_base, _n)
    assert np.isclose(_got, _want, rtol=1e-9, atol=0), f"{_base:.4f}**{_n} is {_want:.6g}, you say {_got:.6g}"

for _base, _n in [(3, 13), (-2, 7), (10, 1), (1, 50), (0, 5), (-1, 100), (7, 64), (int(_rng.integers(2, 10)), int(_rng.integers(70, 120)))]:
    _want = (_Fraction(_base) ** _n).numerator
    _got = int_power(_base, _n)
    assert _got == _want, f"{_base}**{_n} is exactly {_want}, you say {_got}"

_want = float(_Fraction(1.001) ** 20_000)
_got = int_power(1.001, 20_000)
assert np.isclose(_got, _want, rtol=1e-9, atol=0), f"1.001**20000 is {_want:.6g}, you say {_got:.6g}"
_got = int_power(10, -6)
assert np.isclose(_got, 0.000001, rtol=1e-9, atol=0), f"10**-6 is one millionth, you say {_got}"
_got = int_power(np.float32(1.5), 5)
assert np.isclose(_got, np.float64(7.59375), rtol=1e-5, atol=0), f"in float32, 1.5**5 is 7.59375, you say {_got}"

# %% [markdown]
# ### Numbers too long to read
#
# Is 175000000000 more than 60000000000? Count once and write the count down: $1.75 \cdot 10^{11}$ and $6 \cdot 10^{10}$. Now the exponents decide at a
# glance. This is **scientific notation**:
#
# $$ x = m \cdot 10^k \quad \text{with} \quad 1 \le |m| < 10 \text{ and a whole number } k. $$
#
# In words: a number from 1 up to, but without, 10, perhaps with a minus sign, times a power of ten. The number $m$ is called the *mantissa*. Python writes
# `1.75e11`; the `e` is read "times ten to the".

# %%
print(1.75e11 == 1.75 * 10**11, 4.2e-4)
print(3e8 * 2e5)  # 3 * 2 in front, and the exponents add
assert 1.75e11 == 175_000_000_000 and 3e8 * 2e5 == 6e13
assert 4.2e-4 == 0.00042

# %% [markdown]
# A neural network is a machine made of numbers, its **parameters**; learning means changing them. Here are five networks. The left drawing has a
# plain axis. On the right one, each step multiplies by 100 (`set_xscale("log")` asks for that; more on day 4). Such an axis has no 0 for a bar to
# begin at, so we draw dots. **Before you run:** how many of the five bars will you see on the left?

# %%
names = ["LeNet-5, 1998", "AlexNet, 2012", "GPT, 2018", "GPT-2, 2019", "GPT-3, 2020"]
sizes = np.array([6e4, 6e7, 1.17e8, 1.5e9, 1.75e11])
fig, (left, right) = plt.subplots(1, 2, figsize=(9.4, 3), sharey=True)
left.barh(names, sizes / 1e9, color=BLUE)  # barh draws bars that lie down
left.set(xlabel="parameters, in billions", ylabel="network, year", title="Plain axis: one bar")
right.plot(sizes, names, "o", color=VERMILLION)
right.set_xscale("log")
right.set(xlabel="parameters", xlim=(1e4, 1e12), xticks=[1e4, 1e6, 1e8, 1e10, 1e12], title="Axis of powers of ten: five networks")
figure(fig, alt="Left: five bars on a plain axis; only GPT-3 with 175 billion parameters can be seen, GPT-2 is a hair. Right: on an axis of powers of ten all five sizes stand apart, from 60 thousand to 175 billion.")

# %% [markdown]
# One bar and a hair. On the right you can read all five: LeNet-5 has $6 \cdot 10^4$ parameters, GPT-3 has $1.75 \cdot 10^{11}$, about three million
# times as many. When sizes differ by factors, look at their exponents. (Counts: LeCun and others, 1998; Krizhevsky and others, 2012; Radford and
# others, 2019; Brown and others, 2020.)

# %% author=true
assert 2.9e6 < sizes[4] / sizes[0] < 3e6

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# Three exercises. You count the parameters of a network, weigh a language model in gigabytes, and teach the computer to write scientific notation.
# The question of the day is answered on the way.

# %% [markdown]
# ### What is inside a layer?
#
# A network is built from **layers**. A layer takes some numbers in and gives some numbers out. Each input is joined to each output by one *weight*: the
# input is multiplied by it on the way. Each output then adds one more number of its own, its *bias*. Weights and biases are the parameters.
#
# The picture shows a layer with three inputs and two outputs. Count: how many lines are there, and how many parameters in all?

# %%
fig, ax = plt.subplots(figsize=(6, 2.9))
for start in [2, 1, 0]:  # the heights of the inputs
    for end in [1.5, 0.5]:  # the heights of the outputs
        ax.plot([0, 1], [start, end], color=GRAY, linestyle="-", linewidth=1.5)  # a line from (0, start) to (1, end)
ax.plot([0, 0, 0], [2, 1, 0], "o", color=BLUE, markersize=15)
ax.plot([1, 1], [1.5, 0.5], "s", color=VERMILLION, markersize=15)
for height in [1.5, 0.5]:
    ax.text(1.09, height, "+ 1 bias", va="center")  # words at a point; va and ha say how they lie around it
ax.text(-0.09, 1, "3 inputs", ha="right", va="center")
ax.set(xlim=(-0.5, 1.5), ylim=(-0.3, 2.3))
ax.set_axis_off()
figure(fig, alt="Three round inputs on the left, two square outputs on the right. Each input is joined to each output, which makes six lines; each output has one bias, which makes eight parameters.")

# %% [markdown]
# Two lines leave each of the three inputs, so there are $3 \cdot 2 = 6$ weights. Each output has a bias: two more, eight parameters in all. Write
# $d_{\text{in}}$ for the number of inputs ("d in") and $d_{\text{out}}$ for the number of outputs ("d out"):
#
# $$ \text{parameters of a layer} = d_{\text{in}} \cdot d_{\text{out}} + d_{\text{out}} $$
#
# In words: one weight for each pair of input and output, and one bias for each output. The cell below counts one by one. It also shows how a `for`
# loop takes pairs apart: two rugs, each with a width and a height.

# %%
count = 0
for start in [2, 1, 0]:
    for end in [1.5, 0.5]:
        count = count + 1  # one weight
count = count + 1 + 1  # two biases
print(count, 3 * 2 + 2)
assert count == 3 * 2 + 2

total = 0
for width, height in [(3, 5), (2, 4)]:
    total = total + width * height
print("both rugs together:", total)

# %% [markdown]
# ### Exercise · Count the parameters
#
# *3 points · about 8 minutes · needs the formula and the loop above*
#
# A network that read handwritten digits had three layers: from the 784 pixels of an image to 300 numbers, from these to 100, and from these to 10, one
# per digit (LeCun and others, 1998). How large was it?
#
# **Before you code.** A network with the layers $(3, 4)$ and $(4, 2)$: how many weights and how many biases does it have? Some networks leave the
# biases out. How many parameters remain?
#
# **Your task.** Write `param_count(layers, bias)`. `layers` is a list of pairs $(d_{\text{in}}, d_{\text{out}})$. `bias` is `True` or `False`, and
# `if bias:` asks which; `bias=True` in the first line means `True` unless somebody says otherwise. (`list[tuple[int, int]]` is Python for "a list of
# pairs of whole numbers".) Six lines are enough.


# %% exercise="d01-param_count"
def param_count(layers: list[tuple[int, int]], bias: bool = True) -> int:
    """How many parameters a network has: one weight per pair of input and output, one bias per output.

    layers   list of pairs (d_in, d_out), one for each layer; an empty list has no parameters
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
# By hand: the layer of the picture has 6 weights and 2 biases. The layers (3, 4) and (4, 2) have 12 + 8 weights and 4 + 2 biases.
got = param_count([(3, 2)])
assert got is not None, "param_count returned None. Does your function end in a line with return?"
assert got == 8, f"3 inputs and 2 outputs have 6 weights and 2 biases, 8 parameters; you say {got}. Which dots of the picture have a bias?"
got = param_count([(3, 4), (4, 2)])
assert got == 26, f"The layers (3, 4) and (4, 2) have 12 + 4 + 8 + 2 = 26 parameters, you say {got}. Does every layer add to the total, weights and biases both?"
got = param_count([(3, 4), (4, 2)], bias=False)
assert got == 20, f"Without biases the weights remain, 12 + 8 = 20; you say {got}. Does your function ask what bias is?"

# %% hidden="d01-param_count" points=2
# Hidden checks: random networks with one to seven layers, with and without biases, a network
# without layers, your list left as it was.
_rng = course_rng("d01-param_count")
for _ in range(30):
    _widths = [int(_w) for _w in _rng.integers(1, 40, size=_rng.integers(2, 9))]
    _layers = list(zip(_widths[:-1], _widths[1:], strict=True))
    # An independent count: write every weight and every bias into a table, and see how many entries there are.
    _weights = sum(np.zeros((_d_in, _d_out)).size for _d_in, _d_out in _layers)
    _biases = sum(_widths[1:])
    for _bias, _want in [(True, _weights + _biases), (False, _weights)]:
        _given = list(_layers)
        _got = param_count(_given, _bias)
        assert _got == _want, f"layers {_layers} with bias={_bias}: expected {_want} parameters, got {_got}"
        assert _given == _layers, "the list of layers was changed; the caller still needs it"
_got = param_count([])
assert _got == 0, f"a network without layers has 0 parameters, you say {_got}"
_got = param_count([(12288, 49152), (49152, 12288)])
assert _got == 1_208_020_992, f"two layers as wide as those of GPT-3 have 1,208,020,992 parameters, you say {_got}"

# %% [markdown]
# ### In a real model: what 70 billion numbers weigh
#
# The smallest thing a computer keeps is a **bit**: a 0 or a 1. Eight bits are a **byte**, and a **gigabyte** (GB) is $10^9$ bytes. A parameter is often
# kept in 16 bits; 32 is more exact, 8 or 4 are coarser.
#
# The largest Llama 2 has $7 \cdot 10^{10}$ parameters. The graphics cards it was trained on hold 80 GB each (Touvron and others, 2023). **On paper:** how many bytes
# does it need in 16 bits? Use scientific notation and the power rules.
#
# <details><summary>Answer</summary>
#
# 16 bits are 2 bytes, so $2 \cdot 7 \cdot 10^{10} = 14 \cdot 10^{10} = 140 \cdot 10^9$ bytes: 140 GB. One card holds 80 GB, so the list does not fit.
#
# </details>

# %% [markdown]
# ### Exercise · How many gigabytes?
#
# *2 points · about 5 minutes · needs scientific notation*
#
# In 2023 a method called QLoRA adapted a model with 65 billion parameters on a single card of 48 GB, because it kept each of them in 4 bits (Dettmers
# and others, 2023). Would 16 bits have fitted? Your function will tell.
#
# **Before you code.** How many GB do a billion parameters take in 8 bits? In 4 bits?
#
# **Your task.** Write `memory_gb(n_params, bits)`. One line is enough.
#
# > **Watch out.** Some programs count in units of $2^{30} = 1{,}073{,}741{,}824$ bytes instead (a gibibyte, GiB). We use $10^9$.


# %% exercise="d01-memory_gb"
def memory_gb(n_params: float, bits: float) -> float:
    """Memory that the parameters of a model fill, in gigabytes of 10**9 bytes.

    n_params  number of parameters, ≥ 0
    bits      bits for each parameter, ≥ 1
    returns   gigabytes

    >>> memory_gb(2_000_000_000, 8)
    2.0
    """
    ### BEGIN SOLUTION
    return n_params * bits / 8 / 10**9
    ### END SOLUTION


# %% visible="d01-memory_gb" points=1
# By hand: 8 bits are one byte, so a billion parameters fill one gigabyte. And Llama 2 in 16 bits needs 140.
got = memory_gb(1_000_000_000, 8)
assert got is not None, "memory_gb returned None. Does your function end in a line with return?"
assert np.isclose(got, 1.0, rtol=1e-9, atol=0), f"A billion parameters of one byte each fill 1 GB, you say {got:.6g}. How many bits are a byte, and how many bytes a gigabyte?"
got = memory_gb(70_000_000_000, 16)
assert np.isclose(got, 140.0, rtol=1e-9, atol=0), f"70 billion parameters of two bytes each fill 140 GB, you say {got:.6g}. Where does the number of bits enter?"

# %% hidden="d01-memory_gb" points=1
# Hidden checks: models from tiny to huge, 1 to 64 bits, also fewer than 8 and numbers of bits that
# are no multiple of 8.
from fractions import Fraction as _Fraction

_got = memory_gb(65e9, 4.5)
assert np.isclose(_got, 36.5625, rtol=1e-9, atol=0), f"65 billion parameters of 4.5 bits on average fill 36.5625 GB, you say {_got:.6g}"

_rng = course_rng("d01-memory_gb")
for _bits in [1, 2, 4, 5, 8, 12, 16, 32, 64]:
    for _n in [1, 266_610, int(_rng.integers(10**6, 10**12)), 1_760_000_000_000]:
        _want = float(_Fraction(_n * _bits, 8 * 10**9))
        _got = memory_gb(_n, _bits)
        assert np.isclose(_got, _want, rtol=1e-9, atol=0), f"{_n} parameters of {_bits} bits fill {_want:.6g} GB, you say {_got:.6g}"

# %% [markdown]
# Ask your function about 65 billion parameters in 16 bits and in 4, and about Llama 2 in 32, 16, 8 and 4 bits. How many cards of 80 GB are needed each
# time? (Parameters are not all: a model at work needs further memory.)
#
# <details><summary>Answer</summary>
#
# 65 billion: 130 GB in 16 bits, too much for 48 GB; 32.5 GB in 4 bits. Llama 2: 280, 140, 70 and 35 GB, so 4, 2, 1 and 1 cards. Halving the bits
# halves the memory; that is why people work on coarser numbers.
#
# </details>

# %% author=true
assert [70e9 * bits / 8 / 1e9 for bits in (32, 16, 8, 4)] == [280, 140, 70, 35]
assert [65e9 * bits / 8 / 1e9 for bits in (16, 4)] == [130, 32.5]

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
# *4 points · about 8 minutes · needs negative exponents and the `while` loop*
#
# Your program meets numbers of all sizes. Which $k$ belongs to each?
#
# **Before you code.** Find $m$ and $k$ for 250, for 0.0042, for $-1000$, for 10 and for 9.99. Between which two powers of ten does 0.0042 lie, and
# which of them counts?
#
# **Your task.** Write `sci(x)`, which returns the pair of $m$ and $k$; `return m, k` hands back two numbers. Start with $k = 0$. While `abs(x)` reaches
# the next power, `10.0 ** (k + 1)`, raise $k$; while it lies below `10.0**k`, lower $k$. (`>=` means "at least".) Zero has no such form: return
# `0.0, 0` for it. Eight lines are enough. (Without `abs` a loop may never end for a negative number; the square ■ stops it.)


# %% exercise="d01-sci"
def sci(x: float) -> tuple[float, int]:
    """Scientific notation: the mantissa m and the exponent k with x = m * 10**k.

    x        0, or a number with 1e-22 ≤ |x| ≤ 1e22
    returns  the pair (m, k) with 1 ≤ |m| < 10 and a whole number k; (0.0, 0) for 0

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


# %% visible="d01-sci" points=1
# By hand: 250 = 2.5 * 10**2 and 0.0042 = 4.2 * 10**-3. At 1000 the exponent is 3, since the mantissa stays below 10.
got = sci(250.0)
assert got is not None, "sci returned None. Does every way through your function end in return?"
assert np.shape(got) == (2,), f"Expected a pair: return m, k. Got {got}."
for x, m, k in [(250.0, 2.5, 2), (7.0, 7.0, 0), (-1000.0, -1.0, 3), (0.0042, 4.2, -3), (-0.5, -5.0, -1)]:
    got_m, got_k = sci(x)
    assert np.isclose(got_m * 10.0**got_k, x, rtol=1e-9, atol=0), f"{x} = {m} * 10**{k}. Your {got_m} * 10**{got_k} is another number. Did the sign or a factor get lost?"
    assert 1 <= abs(got_m) < 10, f"{x} = {m} * 10**{k}. Your mantissa {got_m} does not lie from 1 up to, and without, 10. Is the comparison with >= or with >?"
    assert got_k == k, f"{x} = {m} * 10**{k}, your exponent is {got_k}."
got = sci(0.0)
assert tuple(got) == (0.0, 0), f"For 0 expected (0.0, 0), got {got}. No power of ten is small enough for 0, so it needs a line of its own."

# %% hidden="d01-sci" points=3
# Hidden checks: random numbers of both signs from 1e-22 to 1e22, every power of ten in that range,
# whole numbers and float32.
from decimal import Decimal as _Decimal

_rng = course_rng("d01-sci")
_xs = [float(_m * 10.0**_k) for _m, _k in zip(_rng.uniform(1.01, 9.99, size=60), _rng.integers(-22, 22, size=60), strict=True)]
_xs += [-_x for _x in _xs[:20]] + [float(f"1e{_k}") for _k in range(-22, 23)] + [-1e-11, -1e15]
for _x in _xs:
    _exact = _Decimal(repr(_x))  # Python's decimal numbers count in tens and do not round here
    _k = _exact.adjusted()
    _m = float(_exact.scaleb(-_k))
    _got_m, _got_k = sci(_x)
    assert _got_k == _k, f"{_x!r} has the exponent {_k}, you say {_got_k}. Did many small roundings push it over a power of ten?"
    assert np.isclose(_got_m, _m, rtol=1e-9, atol=0), f"{_x!r} has the mantissa {_m!r}, you say {_got_m!r}"

for _x, _m, _k in [(5000, 5.0, 3), (-42, -4.2, 1), (10**22, 1.0, 22), (np.float32(-0.15625), -1.5625, -1), (np.float32(640.0), 6.4, 2)]:
    _got_m, _got_k = sci(_x)
    assert _got_k == _k, f"{_x} has the exponent {_k}, you say {_got_k}"
    assert np.isclose(_got_m, np.float64(_m), rtol=1e-5, atol=0), f"{_x} has the mantissa {_m}, you say {_got_m}"

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# The day is done when you can say it without looking. Take the paper again, and give each of the next pieces a few minutes. They are not graded, and
# they decide what you will still know next week.

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

# %%
daily = 1.01
print(daily**365)

# %% [markdown]
# Better: almost 38 times as good. Worse: 0.0255, about a fortieth, close to one divided by the other result (0.0265) but not equal to it, because
# $0.99$ is not exactly $\tfrac{1}{1.01}$. Small factors, many times: tomorrow is about them.
#
# Archimedes used $10^m \cdot 10^n = 10^{m+n}$ more than 2,200 years ago, in *The Sand Reckoner*, to count the grains of sand that would fill the
# universe. **Think about it.** Which number that you met today is too big to picture? What unit would tame it: sheets of paper, moons, graphics cards, something
# of your own?

# %% author=true
assert 37.7 < 1.01**365 < 38 and round(0.99**365, 4) == 0.0255 and round(1 / 1.01**365, 4) == 0.0265

# %% [markdown]
# ### The day in five lines
#
# 1. An exponent counts factors: $b^n$ has $n$ of them, $b^0 = 1$, and $b^{-n} = 1 / b^n$.
# 2. Multiplying powers of one base adds exponents, dividing subtracts them, a power of a power multiplies them.
# 3. Halving the exponent and squaring the base gives large powers in few steps.
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
# | $m \cdot 10^k$ | m times ten to the k (scientific notation) | `1.75e11`, `sci(x)` |
# | $\lvert x \rvert$ | x without its sign | `abs(x)` |
# | $\approx$ | is about | |
# | $d_{\text{in}}$, $d_{\text{out}}$ | numbers of inputs and outputs of a layer | `d_in`, `d_out` |

# %% [markdown]
# ### To watch or read
#
# *Powers of Ten*, a film of nine minutes by Charles and Ray Eames (1977), starts at a picnic and moves away by one power of ten every ten seconds. Count
# the exponents as you watch: where are you at $10^{8}$ meters? Khan Academy has short practice sets under "Exponents" if you want ten more small
# cases. Tomorrow a factor is applied again and again in ever smaller pieces, and a famous number appears.
