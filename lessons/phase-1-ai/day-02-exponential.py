# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Growth by a factor leads to the number e
#
# **Question of the day.** A bank pays 100 percent interest a year, but in portions. If it pays ever smaller portions ever more often, does your money
# grow without limit?
#
# *After today you can* tell growth by a factor from growth by an amount, compute what is left of anything that halves, say where $e = 2.718\ldots$
# comes from and what $e^x$ does, and build the average that forgets.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close yesterday's notebook and take a sheet of paper. Answer each of the four questions in writing, with a number, before you unfold our answer.
# Trying to remember is what makes things stay, even when the first try is wrong. If one is wrong, write down in a line what misled you.

# %% [markdown]
# **From yesterday (day 1): the power rules.** Write each of these as a plain number: $2^5 \cdot 2^{-3}$, then $(10^2)^3$, then $9^{1/2}$. Say for each
# what happens to the exponents.
#
# <details><summary>Answer</summary>
#
# $2^5 \cdot 2^{-3} = 2^2 = 4$: in a product the exponents add. $(10^2)^3 = 10^6$, a million: in a power of a power they multiply.
# $9^{1/2} = 3$, because $3 \cdot 3 = 9$: an exponent of one half is a square root.
#
# </details>

# %% [markdown]
# **From day 1: small numbers.** What is $2^{-3}$ as a fraction and as a decimal number? How do you write 0.00045 in scientific notation?
#
# <details><summary>Answer</summary>
#
# $2^{-3} = 1/2^3 = 1/8 = 0.125$. A negative exponent divides; it does not make the number negative. And $0.00045 = 4.5 \cdot 10^{-4}$.
#
# </details>

# %% [markdown]
# **From day 1: counting parameters.** A layer takes 300 numbers in and gives 20 numbers out, with biases. How many parameters has it? And how many
# gigabytes do 7 billion parameters need at 16 bits each?
#
# <details><summary>Answer</summary>
#
# $300 \cdot 20$ weights and 20 biases, one per output, are 6,020 parameters. And 16 bits are 2 bytes, so 7 billion parameters need 14 GB.
#
# </details>

# %% [markdown]
# **From day 1: a loop.** What does this cell print? Follow it on paper, with a column for each name, before you run it.
#
# <details><summary>Answer</summary>
#
# 5 and 32. Each round doubles `x` and counts one step; after the fifth, `x` is 32, no longer below 20.
#
# </details>

# %%
x, steps = 1, 0
while x < 20:
    x = x * 2
    steps = steps + 1
print(steps, x)

# %% [markdown]
# The next cell computes the answers of the first three questions. If one of yours is different, find the line of your paper where the two part: that
# line is worth more than the ones that were right.

# %%
print(2**5 * 2**-3, (10**2) ** 3, 9**0.5)
print(2**-3, 4.5e-4 == 0.00045)  # 4.5e-4 is typed so
print(300 * 20 + 20, 7_000_000_000 * 16 / 8 / 10**9)

# %% author=true
assert (steps, x) == (5, 32)

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# Five ideas and two short exercises. Begin with a bet. You give the bank 1 euro, it pays 100 percent a year: 2 euros after a year. It offers to pay
# half of the interest in the middle of the year, or a twelfth each month, or a portion every second. Write down: what do you have after a year if it
# pays every second? At the end of this part you know.

# %% [markdown]
# These are the tools. `math` computes with single numbers, `np` is numpy, as yesterday, and `plt` draws. `figure` shows a finished drawing, `slider`
# lets you drag a number, and `data` holds real share prices for part 3. The last line holds colors.

# %%
import math

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, INK, VERMILLION

# %% [markdown]
# ### Adding or multiplying
#
# Two piggy banks start with 100 euros. Every year the first gets 20 euros more. The second gets 10 percent of what is in it: 10 euros in the first
# year, 11 in the second. Adding 10 percent is multiplying by 1.1, since $100 + 0.1 \cdot 100 = 1.1 \cdot 100$.
#
# **Predict:** does the second ever overtake the first? In which year? `np.arange(21)` makes the years 0 to 20, and all of them are computed at once.

# %%
years = np.arange(21)
adding = 100 + 20 * years
multiplying = 100 * 1.1**years
for n in [0, 1, 2, 14, 15, 20]:  # adding[n] is the amount after n years
    print(f"year {n}: adding gives {adding[n]}, multiplying gives {multiplying[n]:.2f}")

# %% [markdown]
# In year 14 they are 25 cents apart, in year 15 the second is ahead, and it stays ahead. Adding takes the same *step* every year. Multiplying takes
# the same *factor*, and the larger the amount, the larger its next step. However small the factor, as long as it is above 1, it overtakes in the end.

# %% author=true
assert np.isclose(adding[14] - multiplying[14], 0.25, atol=0.005) and multiplying[15] > adding[15]

# %% [markdown]
# A row of numbers, one per year, is a **sequence**. We write $x_0, x_1, x_2, \ldots$ and say "x zero, x one, x two": $x_n$ is the value after $n$ years.
# If each year multiplies by the same factor $q$, then
#
# $$ x_{n+1} = q \, x_n, \qquad \text{so} \qquad x_n = x_0 \, q^n. $$
#
# In words: the next value is the factor times this one, so $n$ years multiply the start by the factor $n$ times. The cell goes year by year and
# compares.

# %%
x = 100.0
for _ in range(14):
    x = 1.1 * x
print(x, 100 * 1.1**14)
assert np.isclose(x, 100 * 1.1**14, rtol=1e-12)

# %% [markdown]
# `np.isclose` asks whether two numbers are equal up to the hair by which a computer rounds; `rtol=1e-12` says how thin a hair. With `assert` before
# it we check our formulas from now on.
#
# > **Watch out.** Percentages do not add. Ten percent up, and ten percent up again, is the factor $1.1 \cdot 1.1 = 1.21$: 21 percent, not 20. Factors
# > multiply.

# %% [markdown]
# ### Half, and half again
#
# A factor below 1 makes less. Hospitals make images with technetium-99m, which loses its radiation by half about every 6 hours. That time is its
# **half-life**. From 80 units, 40 are left after 6 hours, 20 after 12, 10 after 18. **Predict:** what is left after 3 hours, 60 units, or less, or more?
#
# In the picture, the dashed lines are two ways of guessing: lose the same amount in equal times (left), or go straight to the first dot (right).

# %%
fig, axes = plt.subplots(1, 2, figsize=(9, 3.5))
for ax, end, straight in [(axes[0], 24, 12), (axes[1], 6, 6)]:
    t = np.linspace(0, end, 200)
    ax.plot(t, 80 * 0.5 ** (t / 6), color=BLUE)
    ax.plot([0, straight], [80, 80 - 40 * straight / 6], color=GRAY, linestyle="--")
    ax.set(xlabel="time (hours)", ylabel="units left")
axes[0].plot([0, 6, 12, 18, 24], [80, 40, 20, 10, 5], "o", color=VERMILLION)
axes[1].plot([3, 3], [60, 80 * 0.5**0.5], "s", color=GREEN)
figure(
    fig,
    alt="Left: the curve levels off, the line hits 0. Right: at 3 h 56.6, not 60.",
)

# %% [markdown]
# The curve never takes the same amount twice: 40, then 20, then 10. So it never reaches 0, and after 3 hours it is below 60: at 56.6. Half a half-life
# must be a factor that gives one half when it is used *twice*, and that is $(\tfrac12)^{1/2} = 0.707$.
#
# With the start $x_0$ and the half-life $h$, the time $t$ holds $t/h$ half-lives, whole or not:
#
# $$ x(t) = x_0 \left(\tfrac12\right)^{t/h}. $$
#
# In words: halve the start once for every half-life that has passed. ($x(t)$, "x of t", is the value at the time $t$.)

# %%
half_step = 0.5 ** (3 / 6)
print(half_step, 80 * half_step)
assert np.isclose(80 * half_step * half_step, 40, rtol=1e-12)

# %% author=true
assert np.isclose(80 * 0.5 ** (18 / 6), 10, rtol=1e-12) and round(80 * 0.5**0.5, 1) == 56.6

# %% [markdown]
# ### Exercise · What is left
#
# *3 points · about 6 minutes · needs the half-life*
#
# Szegedy and others (2016) trained an image network with a *learning rate*, the size of its learning steps, that started at 0.045 and was multiplied by
# 0.94 after every two passes through the pictures. Its half-life is about 22.4 passes.
#
# **Before you code.** What is left of 0.045 after 44.8 passes? Would a straight line from the start through the first half-life agree?
#
# <details><summary>Answer</summary>
#
# Two half-lives leave one quarter, 0.01125. The straight line would have reached 0.
#
# </details>
#
# **Your task.** Write `decay(x0, half_life, t)` for one time, or for a whole array of times, which gives an array. One line is enough.
# (`float | np.ndarray` says: a number or an array. The *shape* of an array tells its size: `(3,)` is a row of 3 numbers. Leave the array `t` as it
# is: who changes it *in place* changes it for the caller too.)


# %% exercise="d02-decay"
def decay(x0: float, half_life: float, t: float | np.ndarray) -> float | np.ndarray:
    """What is left at time t of something that halves in every half-life.

    x0         the amount at time 0
    half_life  the time in which one half disappears, > 0
    t          number or array, the time since the start, ≥ 0, in the same unit
    returns    as t, the amount left

    >>> decay(80.0, 6.0, 12.0)
    20.0
    """
    ### BEGIN SOLUTION
    return x0 * 0.5 ** (t / half_life)
    ### END SOLUTION


# %% visible="d02-decay" points=1
# By hand: 80 halves in 6 hours. After 12 hours a quarter is left, after 3 hours
# 80 times the square root of one half.
got = [decay(80.0, 6.0, 6.0), decay(80.0, 6.0, 3.0)]
assert got[0] is not None, "decay returned None. Did you forget the return statement?"
row = decay(80.0, 6.0, np.array([0.0, 12.0, 18.0]))
assert np.isclose(got[0], 40.0, rtol=1e-9, atol=0), (
    f"After one half-life one half of 80 is left: expected 40, got {got[0]:.12g}. "
    "What is halved, and how often?"
)
assert np.isclose(got[1], 80 * 0.5**0.5, rtol=1e-9, atol=0), (
    f"After 3 of 6 hours expected {80 * 0.5**0.5:.9g}, got {got[1]:.9g}. Half of the "
    "time is not half of the loss: which factor, used twice, is one half?"
)
assert np.shape(row) == (3,), (
    f"Three times in, three amounts out: expected shape (3,), got {np.shape(row)}. "
    "Does your function take a whole array of times?"
)
assert np.allclose(row, [80, 20, 10], rtol=1e-9, atol=0), (
    f"After 0, 12 and 18 hours expected [80, 20, 10], got {row}. "
    "How many half-lives have passed after each of the three times?"
)
assert not isinstance(row, list), "The amounts are in a list; make it an array."

# %% hidden="d02-decay" points=2
# Hidden checks: random starts, half-lives and times, single times and arrays of
# several shapes, whole numbers, float32, your times left as they were.
from decimal import Decimal as _Decimal

_rng = course_rng("d02-decay")
for _shape in [(5,), (1,), (3, 4), (30,)]:
    _x0, _h = float(10 ** _rng.uniform(-4, 4)), float(10 ** _rng.uniform(-1, 3))
    _t = _rng.uniform(0, 8, size=_shape) * _h
    _want = np.reshape(
        [_x0 / float(_Decimal(2) ** (_Decimal(_v) / _Decimal(_h))) for _v in _t.ravel().tolist()], _shape
    )
    _given = _t.copy()
    _got = decay(_x0, _h, _given)
    assert np.shape(_got) == _shape, f"times of shape {_shape} gave amounts of shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=0), (
        f"wrong for a start of {_x0:.4g} and a half-life of {_h:.4g}"
    )
    assert (_given == _t).all(), "the caller's times were changed in place"
    _got = decay(_x0, _h, float(_t.ravel()[0]))
    assert np.isclose(_got, _want.ravel()[0], rtol=1e-9, atol=0), (
        f"wrong for one time, {_t.ravel()[0]:.4g}, at a half-life of {_h:.4g}"
    )
assert np.allclose(decay(64, 2, np.array([0, 2, 4, 12])), [64, 32, 16, 1], rtol=1e-9, atol=0), (
    "wrong for whole numbers"
)
assert np.allclose(
    decay(8.0, 4.0, np.array([2.0, 8.0], dtype=np.float32)), [8 * 0.5**0.5, 2], rtol=1e-5, atol=0
), "wrong for float32 times"

# %% author=true
assert round(0.94 ** (22.4 / 2), 3) == 0.5
assert np.isclose(decay(0.045, 22.4, 44.8), 0.045 * 0.94**22.4, rtol=1e-3)

# %% [markdown]
# ### Interest in portions
#
# Back to the bank. Put in 1 euro at 100 percent a year. Now it pays in two portions, 50 percent after each half year. The first makes 1.50 of your
# euro, the second makes $1.5 \cdot 1.5 = 2.25$. You get more, because the first portion earns interest too. With four portions of 25 percent you have
# $1.25 \cdot 1.25 \cdot 1.25 \cdot 1.25 = 2.44$.
#
# The picture follows the euro through the year. `ax.step` draws a staircase: flat while nothing happens, up when the bank pays (`where="post"`: first
# flat, then up). In each panel, compare the first step with the last. Why are they not equally high?


# %%
def staircase(ax, k):
    payments = np.arange(k + 1)
    ax.step(payments / k, (1 + 1 / k) ** payments, where="post", color=BLUE)
    ax.plot(1, (1 + 1 / k) ** k, "o", color=VERMILLION)
    ax.set(title=f"k = {k}: {(1 + 1 / k) ** k:.3f}", xlabel="years", ylim=(0.9, 3))


fig, axes = plt.subplots(1, 4, figsize=(10, 3.1), sharey=True)
for ax, k in [(axes[0], 1), (axes[1], 2), (axes[2], 4), (axes[3], 12)]:
    staircase(ax, k)
axes[0].set_ylabel("balance (euros)")
figure(fig, alt="Stairs for 1, 2, 4, 12 payments end at 2.000, 2.250, 2.441, 2.613.")

# %% [markdown]
# The last step is higher than the first, because it pays interest on all steps before it. From one payment to two you gain 25 cents, from two to four
# only 19, from four to twelve 17. Drag $k$ further and watch the red dot. Does it look as if it will pass 3?
#
# <details><summary>Answer</summary>
#
# No. With 12 payments it is at 2.613, with 60 at 2.696, and each further payment adds less.
#
# </details>


# %%
def draw(k):
    fig, ax = plt.subplots(figsize=(5.6, 3.6))
    staircase(ax, int(k))  # int makes a whole number of what the slider gives
    ax.set_ylabel("balance (euros)")
    return fig


slider(
    draw,
    alt="A staircase from 1 euro through one year. With more payments it becomes "
    "smoother, and its end creeps up, from 2 toward a number a little below 2.72.",
    k=(1, 60, 1, 2),
)

# %% author=true
assert round((1 + 1 / 60) ** 60, 3) == 2.696

# %% [markdown]
# In general you start with $p$ euros, the yearly rate is $r$ (100 percent is $r = 1$), and each year has $k$ payments.
# One payment brings the rate $r/k$, which is the factor $1 + r/k$. In $n$ years there are $n \cdot k$ payments, so you end with
#
# $$ p \left(1 + \frac{r}{k}\right)^{nk}. $$
#
# In words: the start, times the factor of one payment, once for every payment. This is **compound interest**: interest that earns interest.

# %% author=true
assert np.isclose((1 + 1.0 / 4) ** 4, 1.25 * 1.25 * 1.25 * 1.25, rtol=1e-12)

# %% [markdown]
# ### Exercise · What the bank owes you
#
# *2 points · about 6 minutes · needs the formula above*
#
# A loan, a savings plan and the growth of a model's users over several years follow the same formula. Only the numbers inside it change.
#
# **Before you code.** 100 euros stay for two years at 20 percent a year, paid twice a year. How many payments are there? What is the factor of one of
# them? Multiply it out.
#
# <details><summary>Answer</summary>
#
# Four payments with the factor 1.1 each: 110, 121, 133.10, 146.41 euros.
#
# </details>
#
# **Your task.** Write `compound(p, r, n, k)`: the balance after `n` years. One line is enough.


# %% exercise="d02-compound"
def compound(p: float, r: float, n: int, k: int) -> float:
    """Balance after n years of compound interest.

    p        the start, in euros
    r        the rate per year, ≥ 0; 1.0 is 100 percent
    n        number of years, a whole number ≥ 0
    k        payments per year, a whole number ≥ 1
    returns  the balance, in euros, not rounded

    >>> compound(1.0, 1.0, 1, 2)
    2.25
    """
    ### BEGIN SOLUTION
    return p * (1 + r / k) ** (n * k)
    ### END SOLUTION


# %% visible="d02-compound" points=1
# By hand: 1 euro, 50 percent twice. Then 100 euros, 10 percent four times:
# 110, 121, 133.10, 146.41. After 0 years, the start.
got = [compound(1.0, 1.0, 1, 2), compound(100.0, 0.2, 2, 2), compound(100.0, 0.2, 0, 2)]
assert got[0] is not None, "compound returned None. Did you forget return?"
assert np.ndim(got[0]) == 0, "The balance is one number; you returned several."
assert np.isclose(got[0], 2.25, rtol=1e-9, atol=0), (
    "1 euro at 100 percent, paid in two portions, becomes 1.5 * 1.5 = 2.25; got "
    f"{got[0]:.9g}. What is the rate of one portion, and how many portions are there?"
)
assert np.isclose(got[1], 146.41, rtol=1e-9, atol=0), (
    "100 euros for two years, 10 percent each half year: expected 110, 121, 133.10, "
    f"146.41, got {got[1]:.9g}. How many payments do two years have, and what do they "
    "multiply?"
)
assert np.isclose(got[2], 100, rtol=1e-9, atol=0), (
    "After 0 years, and no payment, the start of 100 euros is still there; got "
    f"{got[2]:.9g}. Which part of the formula is repeated, and which is there once?"
)

# %% hidden="d02-compound" points=1
# Hidden checks: random starts, rates, years and payments, compared with a loop over
# all payments; no years, no interest, whole-number inputs.
_rng = course_rng("d02-compound")
for _ in range(40):
    _p, _r = float(_rng.uniform(1, 5000)), float(_rng.uniform(0.001, 1.5))
    _n, _k = int(_rng.integers(1, 20)), int(_rng.choice([1, 2, 3, 4, 12, 52, 365]))
    _want = _p
    for _ in range(_n * _k):
        _want += _want * _r / _k
    _got = compound(_p, _r, _n, _k)
    assert np.isclose(_got, _want, rtol=1e-9, atol=0), (
        f"compound({_p:.2f}, {_r:.4f}, {_n}, {_k}): expected {_want:.4f}, got {_got:.4f}"
    )
assert np.isclose(compound(250.0, 0.3, 0, 12), 250.0, rtol=1e-9, atol=0), (
    "after 0 years the start is still there, unchanged"
)
assert np.isclose(compound(250.0, 0.0, 7, 12), 250.0, rtol=1e-9, atol=0), "at the rate 0 nothing changes"
assert np.isclose(compound(1000, 1, 3, 1), 8000.0, rtol=1e-9, atol=0), (
    "wrong for whole-number inputs: 1000 doubles three times"
)

# %% [markdown]
# ### Where the portions lead
#
# Jacob Bernoulli asked our question in print in 1690: what if the bank pays at every moment? Let it pay once a year, once a month, a day, an hour, and
# a minute. Look at your bet, and **predict** the last balance to one decimal.

# %%
rhythms = [("year", 1), ("month", 12), ("day", 365), ("hour", 8760), ("minute", 525600)]
for name, k in rhythms:
    print(f"paid every {name}, the euro becomes {(1 + 1 / k) ** k:.5f}")

n = np.arange(1, 51)
fig, ax = plt.subplots(figsize=(7, 3.2))
ax.plot(n, (1 + 1 / n) ** n, ".", color=BLUE)  # "." draws small dots
ax.axhline(np.e, color=VERMILLION, linestyle="--")  # a line across, at the height e
ax.set(xlabel="number of payments n", ylabel="balance (euros)", ylim=(1.9, 2.9))
figure(fig, alt="Dots climb from 2 toward a dashed line at 2.718, ever more slowly.")

# %% [markdown]
# From month to day you gain ten cents, from hour to minute less than a fiftieth of one. Two things pull against each other: there are more factors, but
# each is closer to 1. Neither wins. The balance keeps rising, and Bernoulli showed that it never reaches 3.
#
# The height of the dashed line has a name. Leonhard Euler called it $e$, in a letter of 1731 to Christian Goldbach; in numpy it is `np.e`.
#
# $$ \left(1 + \frac{1}{n}\right)^n \to e = 2.71828\ldots \quad \text{as } n \text{ grows.} $$
#
# In words: pay 100 percent in $n$ equal portions, and with growing $n$ the euro comes as close to $e$ euros as you like.

# %% author=true
paid = [(1 + 1 / k) ** k for k in (1, 2, 4, 12, 365, 8760, 525_600)]
assert np.round(np.diff(paid[:4]), 2).tolist() == [0.25, 0.19, 0.17] and round(paid[4] - paid[3], 2) == 0.10
assert paid[6] - paid[5] < 0.01 / 50
assert np.all(np.diff((1 + 1 / n) ** n) > 0) and np.all((1 + 1 / n) ** n < np.e)
assert np.isclose((1 + 1 / 10**7) ** 10**7, np.e, rtol=1e-6)

# %% [markdown]
# ### One function for all such growth
#
# The bank lowers its rate from 100 percent to $x$, say $x = 0.5$, and still pays at every moment. Now one portion is $x/n$. Write $m$
# for $n/x$: then $x/n = 1/m$, there are $n = m \cdot x$ portions, and
#
# $$ \left(1 + \frac{x}{n}\right)^n = \left(\left(1 + \frac{1}{m}\right)^m\right)^x \to e^x. $$
#
# In words: paid at every moment, the rate $x$ multiplies your euro by $e$ to the power $x$. The middle step is yesterday's rule for a power of a
# power. The cell tries three rates, a negative one too. In numpy, $e^x$ is `np.exp(x)`, and it is called **the exponential function**.

# %%
for rate in [0.5, 2.0, -1.0]:
    many = (1 + rate / 10**7) ** 10**7
    print(f"x = {rate}: in portions {many:.5f}, np.exp gives {np.exp(rate):.5f}")
    assert np.isclose(many, np.exp(rate), rtol=1e-6)

# %% [markdown]
# **The question of the day.** No: at 100 percent the euro creeps toward $e = 2.718\ldots$ euros and never gets there. The last rate of the cell is
# negative: the bank takes a little at every moment, and $e^{-1} = 1/e$, about 37 cents, is left.
#
# Leave your money for $a$ years and then for $b$ more, at 100 percent. The first stretch multiplies by $e^a$, the second by $e^b$, both together by
#
# $$ e^{a+b} = e^a \, e^b. $$
#
# In words: adding in the exponent is multiplying below. It is a power rule of day 1, and it makes $e^0 = 1$.

# %%
a, b = 1.3, -0.4
print(np.exp(a + b), np.exp(a) * np.exp(b), np.exp(0))
assert np.isclose(np.exp(a + b), np.exp(a) * np.exp(b), rtol=1e-12)

# %% [markdown]
# Language models use this rule at every word. They give each candidate word a score, which may be negative, and turn the scores into positive numbers
# with `np.exp`. One point more, whatever the score was, means $e$ times as much: each step of 1 to the right multiplies by $e$. Day 39 builds it.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# A sign for long sums, one exercise and one real series of numbers: the average that forgets, built the way Adam builds it, a method for training
# networks, and used on share prices.

# %% [markdown]
# ### A long sum, written short
#
# A capital Greek sigma says "add up". Below it stands where the counting starts, above it where it ends:
#
# $$ \sum_{k=1}^{4} k^2 = 1^2 + 2^2 + 3^2 + 4^2 = 30. $$
#
# In words: the sum of $k$ squared, for $k$ from 1 to 4. In numpy you make all terms at once and add them with `.sum()`.

# %%
k = np.arange(1, 5)
print((k**2).sum())
assert (k**2).sum() == 1**2 + 2**2 + 3**2 + 4**2

# %% [markdown]
# ### An average that forgets
#
# A series jumps up and down, and you want its level now. The **mean** of everything (add all numbers, divide by how many there are) remembers the
# distant past as well as yesterday. Let the old value fade instead: keep nine tenths of the average, add one tenth of the new reading. The share that is
# kept is called $\beta$, "beta".
#
# $$ m_t = \beta \, m_{t-1} + (1 - \beta) \, x_t, \qquad m_0 = 0. $$
#
# In words: the new average is beta times the old one, plus the rest of 1 times the new reading, and everything starts from 0. This is the **exponential
# moving average**, EMA for short.

# %% [markdown]
# Take $\beta = 0.5$ and the readings 8, 8, 8. Then $m_1 = 4$, $m_2 = 0.5 \cdot 4 + 0.5 \cdot 8 = 6$, and $m_3 = 7$. What does a reading count for later?
# Each further step multiplies its share by $\beta$: it decays, like technetium. So the steps together are one sum,
#
# $$ m_t = (1 - \beta) \sum_{s=1}^{t} \beta^{t-s} x_s. $$
#
# In words: reading $s$ is $t - s$ steps old and counts with beta to the power of its age. The cell computes both ways, for the readings 8, 2, 5 of
# ages 2, 1, 0. Where two arrays meet, numpy pairs their numbers place by place, the first with the first and so on.

# %%
readings = np.array([8.0, 2.0, 5.0])
m = 0.0
for reading in readings:
    m = 0.5 * m + 0.5 * reading
age = np.array([2, 1, 0])
print(m, 0.5 * (0.5**age * readings).sum())
assert m == 0.5 * (0.5**age * readings).sum()

# %% [markdown]
# ### Exercise · The moving average of Adam
#
# *4 points · about 12 minutes · needs the formula for $m_t$*
#
# Adam (Kingma and Ba, 2015) is an *optimizer*, a recipe by which a network changes its parameters while it learns, and it has trained many language
# models. It keeps two such averages for every single parameter, with $\beta = 0.9$ and $\beta = 0.999$ as its defaults. Both start from 0, which has a
# price. Day 43 pays it.
#
# **Before you code.** With $\beta = 0.9$ the readings 10, 0, 10 arrive. Compute $m_1$, $m_2$ and $m_3$ by hand. Why is $m_1$ so small?
#
# <details><summary>Answer</summary>
#
# 1, then 0.9, then $0.9 \cdot 0.9 + 0.1 \cdot 10 = 1.81$. The first reading counts for one tenth only; the other nine come from the start, 0.
#
# </details>
#
# **Your task.** Write `ema(x, beta)`: the array of $m_1, \ldots, m_n$ for the readings `x`. `kept = []` is an empty list, `kept.append(m)` puts a
# number at its end, and `np.array(kept)` turns the list into an array. Five lines are enough.


# %% exercise="d02-ema"
def ema(x: np.ndarray, beta: float) -> np.ndarray:
    """Exponential moving average that starts from 0.

    x        (n,)  readings, oldest first, n ≥ 1
    beta     share of the old average that is kept, 0 ≤ beta < 1
    returns  (n,)  the average after each reading

    >>> ema(np.array([8.0, 8.0, 8.0]), 0.5)
    array([4., 6., 7.])
    """
    ### BEGIN SOLUTION
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)
    ### END SOLUTION


# %% visible="d02-ema" points=1
# By hand, with beta = 0.9 and the readings 10, 0, 10: a tenth of 10, then nine
# tenths of that, then 0.81 + 1.
got = ema(np.array([10.0, 0.0, 10.0]), 0.9)
assert got is not None, "ema returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    "Three readings give three averages, m_1 to m_3: expected shape (3,), got "
    f"{np.shape(got)}. Is one average kept for each reading, and does return stand "
    "below the loop?"
)
assert np.isclose(got[0], 1.0, rtol=1e-9, atol=0), (
    f"m_1 = 0.9 * 0 + 0.1 * 10 = 1, got {got[0]:.9g}. "
    "From which value does the average start, and which share does a new reading get?"
)
assert np.isclose(got[1], 0.9, rtol=1e-9, atol=0), (
    f"m_2 = 0.9 * 1 + 0.1 * 0 = 0.9, got {got[1]:.9g}. "
    "Which of the two shares belongs to the old average, and which to the new reading?"
)
assert np.isclose(got[2], 1.81, rtol=1e-9, atol=0), (
    f"m_3 = 0.9 * 0.9 + 0.1 * 10 = 1.81, got {got[2]:.9g}. Does every reading have its "
    "say, and does the average remember what was before?"
)
assert not isinstance(got, list), "The averages are in a list; make it an array."

# %% hidden="d02-ema" points=3
# Hidden checks: one reading and hundreds, several betas with 0 among them, whole
# numbers and float32, your readings left as they were, the same answer again for the
# same readings.
import math as _math

_rng = course_rng("d02-ema")
_sizes = [
    (1, 0.9),
    (2, 0.0),
    (7, 0.5),
    (60, 0.9),
    (400, 0.99),
    (25, float(_rng.uniform(0.1, 0.95))),
    (5, 0.999),
]
for _n, _beta in _sizes:
    _x = _rng.normal(loc=3.0, scale=20.0, size=_n)
    _want = np.array(
        [_math.fsum((1 - _beta) * _beta ** (_t - _s) * _x[_s] for _s in range(_t + 1)) for _t in range(_n)]
    )
    _given = _x.copy()
    _got = ema(_given, _beta)
    assert np.shape(_got) == (_n,), f"{_n} readings gave averages of shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-8, atol=1e-8), (
        f"wrong for {_n} readings and beta = {_beta:.3g}: expected {_want[-1]:.9g} at the end, got {np.asarray(_got)[-1]:.9g}"
    )
    assert (_given == _x).all(), "the caller's readings were changed"

_whole = _rng.integers(-9, 10, size=12)
_want = np.array(
    [_math.fsum(0.25 * 0.75 ** (_t - _s) * int(_whole[_s]) for _s in range(_t + 1)) for _t in range(12)]
)
_single = _whole.astype(np.float32)
assert np.allclose(ema(_whole, 0.75), _want, rtol=1e-8, atol=1e-8), (
    "wrong for whole-number readings: their averages need not be whole"
)
assert np.allclose(ema(_single, 0.75), _want, rtol=1e-4, atol=1e-4), "wrong for float32 readings"

# %% [markdown]
# ### Sixty-five days of real prices
#
# `data.daily()` holds the closing prices of Microsoft's share on 65 trading days of the summer of 2003, oldest first. A closing price is that of the
# day's last trade. `price[0]` is the first number of an array, `price[20]` the one at place 20, and `price[:5]` a **slice**: the numbers in front of
# place 5, which are the first five.

# %%
price = data.daily().close
day = np.arange(1, len(price) + 1)  # len counts the numbers
print(len(price), "prices, the first five:", price[:5])

# %% [markdown]
# Your `ema` will smooth them with $\beta = 0.9$. **Predict:** at what height does the average start, and is it up with the prices after a week, after a
# month, or never? (`try` and `except` let this cell wait until you have written `ema`.)

# %%
try:
    smooth = ema(price, 0.9)
    shares = smooth / price
    print("average / price, days 1, 21, 22:", shares[0], shares[20], shares[21])
except NotImplementedError:
    smooth = 0 * price
    print("Write ema first, then run this cell and the drawing below it again.")

# %% [markdown]
# A tenth on the first day, nine tenths on day 22. The picture shows the whole way. The dashed curve is $1 - 0.9^t$, times the mean price; why might it run
# so close to the average? Think of the share that the start, 0, still holds after $t$ steps.

# %%
fig, ax = plt.subplots(figsize=(7.4, 3.8))
ax.plot(day, price, ".", color=INK, label="closing price")
ax.plot(day, smooth, color=VERMILLION, label="EMA from 0, beta = 0.9")
start_fades = (1 - 0.9**day) * price.mean()
ax.plot(day, start_fades, color=BLUE, linestyle="--", label="share $1 - 0.9^t$")
ax.set(xlabel="trading day t", ylabel="US dollars", ylim=(0, 32))
ax.legend(loc="lower right")  # the legend says which label is which curve
figure(fig, alt="The average starts near 2.6 and takes four weeks to reach the prices.")

# %% author=true
if not data.is_stand_in("daily"):
    assert len(price) == 65 and price[0] == 26.07 and round(smooth[0], 3) == 2.607
    assert np.argmax(smooth > 0.9 * price) + 1 == 22
assert round(0.9**22, 2) == 0.10

# %% [markdown]
# The first average is 2.607, a tenth of the first price, 26.07. Only on day 22, after more than four weeks, is it within a tenth of the price. The
# dashed curve says why: after $t$ steps the start still holds the share $0.9^t$, the start is 0, and so that share is missing. On day 22 it is
# $0.9^{22} = 0.10$.
#
# Whole models are averaged so, too: the image network of the decay exercise was judged by a running average of its parameters, and tomorrow you meet one
# in a model that makes images.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# A second, much faster road to $e$, with an exercise. Then explain today's idea in your own words, and break it once on purpose. At the end stand the
# day in five lines and the new notation, to copy into your own notes.

# %% [markdown]
# ### Bernoulli's euro, sorted by layers
#
# One more sign: $k!$, "k factorial", is the *product* $1 \cdot 2 \cdots k$, so $3! = 6$; and $0! = 1$, because nothing has been multiplied yet. Now sort
# your euro at the end of the year, with its interest, the interest of that interest, and so on. Each is a layer that grows out of the layer below.

# %% [markdown]
# The euro itself: 1. Its interest: 1. The interest of that interest: the layer below grew evenly from 0 to 1, on
# average one half stood there, so it is $\tfrac12$. The next layers are $\tfrac16$ and $\tfrac1{24}$; day 32 has the tools to prove it. The layers are
# $1/k!$, and with the rate $x$ layer $k$ gets $k$ factors $x$:
#
# $$ \sum_{k=0}^{n} \frac{x^k}{k!} = 1 + x + \frac{x^2}{2!} + \cdots + \frac{x^n}{n!} \to e^x \quad \text{as } n \text{ grows.} $$
#
# In words: $e$ to the $x$ is the sum of all powers of $x$, each divided by its factorial.

# %%
layers = 1.0 / np.array([1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880])
print("the last of these factorials:", math.factorial(9))
print("ten layers, x = 1:", layers.sum(), "  ten payments:", (1 + 1 / 10) ** 10)
powers = 2.0 ** np.arange(10)
print("ten layers, x = 2:", (powers * layers).sum(), "  np.exp(2):", np.exp(2))
assert np.isclose(layers.sum(), np.e, rtol=1e-6)
assert np.isclose((powers * layers).sum(), np.exp(2), rtol=1e-4)

# %% [markdown]
# Ten layers miss $e$ by less than a millionth; ten payments miss it by 0.12. And the layers show why the balance cannot explode: from the third on,
# each is at most half of the one before, and $1 + 1 + \tfrac12 + \tfrac14 + \tfrac18 + \cdots$ never passes 3.
#
# > **Watch out.** The numbers a computer reckons with end near $1.8 \cdot 10^{308}$ (day 4). $171!$ lies above that, and so does $300^{125}$, while
# > the layers made of such numbers are harmless. Look for a way that never forms the large ones.

# %% author=true
assert math.factorial(170) < 1.797e308 < math.factorial(171) and 300**124 < 1.797e308 < 300**125
assert 0.12 < np.e - (1.1**10) < 0.125 and abs(layers.sum() - np.e) < 1e-6

# %% [markdown]
# ### Exercise · e to the x by adding layers
#
# *4 points · about 12 minutes · needs the sum above*
#
# How does a machine that can only add, multiply and divide compute $e^x$? Adding layers is one way. How each follows from the one before is the point
# of this exercise.
#
# **Before you code.** For $x = 2$ the layers are $1, 2, 2, \tfrac43, \tfrac23$. By what do you multiply to get from one to the next? Write the
# factor from layer $k - 1$ to layer $k$ with $x$ and $k$.
#
# <details><summary>Answer</summary>
#
# By 2, by 1, by $\tfrac23$, by $\tfrac12$: that is $\tfrac21, \tfrac22, \tfrac23, \tfrac24$, so by $x/k$.
#
# </details>
#
# **Your task.** Write `exp_series(x, terms)`: the sum of the first `terms` layers, where the first layer is 1. `range(1, 4)` counts 1, 2, 3. Five lines
# are enough.


# %% exercise="d02-exp_series"
def exp_series(x: float, terms: int) -> float:
    """Sum of the first layers of e to the x: 1 + x + x**2 / 2! + ...

    x        any number
    terms    how many layers to add, a whole number ≥ 1; it may be several hundred
    returns  their sum, one number

    >>> exp_series(2.0, 3)
    5.0
    """
    ### BEGIN SOLUTION
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term * x / k
        total = total + term
    return total
    ### END SOLUTION


# %% visible="d02-exp_series" points=1
# By hand: the layers of x = 2 are 1, 2, 2, 4/3, so the sums are 1, 3, 5, 19/3.
got = [exp_series(2.0, 1), exp_series(2.0, 2), exp_series(2.0, 3), exp_series(2.0, 4)]
assert got[0] is not None, "exp_series returned None. Did you forget return?"
assert np.ndim(got[0]) == 0, "The sum is one number; you returned several."
assert np.isclose(got[0], 1, rtol=1e-9, atol=0), (
    f"One layer is the euro itself: expected 1, got {got[0]:.9g}. "
    "With which layer does your sum begin, and how many does it add?"
)
assert np.isclose(got[1], 3, rtol=1e-9, atol=0), (
    f"Two layers of x = 2 are 1 + 2 = 3, got {got[1]:.9g}. How many layers did you "
    "add, and is the second of them x?"
)
assert np.isclose(got[2], 5, rtol=1e-9, atol=0), (
    f"Three layers of x = 2 are 1 + 2 + 2 = 5, got {got[2]:.9g}. "
    "By what is the third layer divided, and does each round add to the sum?"
)
assert np.isclose(got[3], 19 / 3, rtol=1e-9, atol=0), (
    f"Four layers of x = 2 are 1 + 2 + 2 + 4/3 = 6.33333333, got {got[3]:.9g}. "
    "By what is the fourth layer divided: is 3! equal to 3?"
)

# %% hidden="d02-exp_series" points=3
# Hidden checks: random x, also negative, 0 and whole numbers; one layer, a few, and
# several hundred; compared with 60-digit arithmetic.
import decimal as _decimal


def _layers(_x, _terms):
    with _decimal.localcontext() as _context:
        _context.prec = 60
        _sum, _power, _factorial = _decimal.Decimal(0), _decimal.Decimal(1), 1
        for _k in range(_terms):
            _sum, _power, _factorial = (
                _sum + _power / _factorial,
                _power * _decimal.Decimal(_x),
                _factorial * (_k + 1),
            )
        return float(_sum)


_rng = course_rng("d02-exp_series")
_cases = [(float(_rng.uniform(-3, 5)), int(_rng.integers(1, 30))) for _ in range(40)]
_cases += [
    (0.0, 1),
    (0.0, 6),
    (-1.5, 1),
    (3, 8),
    (-2, 9),
    (7.5, 200),
    (1.0, 500),
    (300.0, 900),
    (float(_rng.uniform(100, 200)), 700),
]
for _x, _terms in _cases:
    _want, _got = _layers(_x, _terms), exp_series(_x, _terms)
    assert np.isclose(_got, _want, rtol=1e-9, atol=1e-9), (
        f"the first {_terms} layers for x = {_x:.4g} add up to {_want:.6g}, you say {_got:.6g}"
    )

# %% [markdown]
# ### Explain · Why does the bank not make you rich?
#
# Write five sentences for a friend who knows percentages and nothing else. The bank pays 100 percent a year in ever smaller portions, ever more often.
# Why does the friend get more than 2 euros for one? Why never more than 3? Use an example with numbers that does not appear above, for instance three
# portions or five. Then read your sentences aloud and cross out what the friend could not follow.
#
# <details><summary>One possible answer</summary>
#
# Paid in three portions, each makes a third more: $\tfrac43 \cdot \tfrac43 \cdot \tfrac43$, about 2.37 euros. It is more than 2, because the later
# portions also pay for the earlier ones. With five portions it is $1.2^5$, about 2.49. Smaller portions come more often, and each adds less. The
# interest on interest is at most half a euro, the interest on that at most a quarter, and one half and one quarter and so on never fill a second euro.
#
# </details>

# %% author=true
assert round((4 / 3) ** 3, 2) == 2.37 and round(1.2**5, 2) == 2.49

# %% [markdown]
# ### Break it
#
# More portions bring the euro closer to $e$. So a million billion portions, $n = 10^{15}$, should bring it very close, and $n = 10^{16}$ closer
# still. **Predict** the balance for both, then run the cell. (`:.0e` asks for scientific notation.)

# %%
for n in [10.0**8, 10.0**12, 10.0**15, 10.0**16]:
    factor = 1 + 1 / n
    print(f"n = {n:.0e}: balance {factor**n:.6f}, and 1 + 1/n is kept as {factor:.17f}")

# %% [markdown]
# With $10^{15}$ portions the balance is 3.035, above everything that Bernoulli allows, and with $10^{16}$ the bank pays nothing at all. The
# mathematics is innocent. The computer keeps about 16 digits, and in $1 + 10^{-16}$ the portion is rounded away; day 4 looks inside. Change `10.0**8`
# to `10.0**14` and run again. Would you trust that balance?
#
# <details><summary>Answer</summary>
#
# No. It says 2.716, wrong in the third digit after the point: of the portion $10^{-14}$ only two or three digits survive the addition to 1.
#
# </details>

# %% author=true
# edit: "10.0**8" -> "10.0**14"
# then: f"{(1 + 1 / 10.0**14) ** 10.0**14:.3f}" == "2.716"
assert f"{(1 + 1e-15) ** 1e15:.3f}" == "3.035" and (1 + 1e-16) ** 1e16 == 1.0

# %% [markdown]
# **Think about it**, with no single answer: where in your life does something grow by a factor and not by an amount: a debt, a rumor, a sourdough, a
# skill? What is its factor, per day or per year? And what stops it?

# %% [markdown]
# ### The day in five lines
#
# 1. Growth by a factor overtakes growth by an amount: $x_n = x_0 \, q^n$.
# 2. Interest in $n$ portions multiplies by $(1 + \frac1n)^n$, which creeps toward $e = 2.718\ldots$, and $(1 + \frac{x}{n})^n$ toward $e^x$.
# 3. Adding in the exponent is multiplying below: $e^{a+b} = e^a e^b$.
# 4. Equal times take equal factors: what halves in $h$ leaves $x_0 (\frac12)^{t/h}$.
# 5. An exponential moving average forgets by the factor $\beta$ per step, and one that starts from 0 needs time to catch up.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $x_n$ | x n: the value of a sequence after n steps | `x[n]` |
# | $x(t)$ | x of t: the value at time t | |
# | $e$ | e, 2.71828… | `np.e` |
# | $e^x$ | e to the x, the exponential function | `np.exp(x)` |
# | $\sum_{k=1}^{n} x_k$ | sum of the x's, from k equals 1 to n | `x.sum()` |
# | $\beta$, $m_t$ | beta, the share kept; the moving average after t readings | `beta`, `ema(x, beta)[t - 1]` |
# | $k!$ | k factorial, the product of 1 to k | `math.factorial(k)` |

# %% [markdown]
# ### To watch or read
#
# Grant Sanderson (3Blue1Brown) shows in "Exponential growth and epidemics" (2020) how growth by a factor looks from inside, and what ends it. Khan
# Academy has practice sets under "Exponential growth and decay". Tomorrow turns the question of today around: you know the factor and where you want to
# be, and ask for the exponent.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# How fast does the balance come close to $e$? The answer is a picture on axes that you met yesterday, and an exercise that writes the whole climb as a
# function.

# %% [markdown]
# ### How fast?
#
# The picture shows what is still missing to $e$. Both of its axes go by powers of ten, as one did yesterday: each line is ten times the line before.
# **Predict:** if $n$ is ten times larger, how much smaller is the gap?

# %%
tens = 10.0 ** np.arange(6)  # 1, 10, 100, ..., 100000
gap = np.e - (1 + 1 / tens) ** tens
fig, ax = plt.subplots(figsize=(5.6, 3.4))
ax.plot(tens, gap, "o", color=BLUE)
ax.set(xlabel="payments n", ylabel="missing to e (euros)", xscale="log", yscale="log")
figure(
    fig,
    alt="Six dots on axes of powers of ten fall on a straight line: "
    "from dot to dot n grows tenfold and the gap to e shrinks to about a tenth.",
)
print(gap)

# %% [markdown]
# Each dot is about one line, a factor of ten, below the one before: ten times the payments win one more correct digit. That is a slow road to $e$. The
# layers of part 4 win a digit with almost every term.

# %% author=true
assert np.all(gap[2:] / gap[1:-1] < 0.11) and np.isclose(gap[5], gap[4] / 10, rtol=0.01)

# %% [markdown]
# ### Exercise · The climb to e
#
# *optional · about 7 minutes · needs arrays (day 1)*
#
# A claim about "ever more portions" deserves the whole sequence, not a few chosen values.
#
# **Before you code.** Compute the first three numbers by hand, for $k = 1, 2, 3$. In each number, $k$ stands in two places. Which?
#
# <details><summary>Answer</summary>
#
# 2, then $\tfrac32 \cdot \tfrac32 = 2.25$, then $\tfrac43 \cdot \tfrac43 \cdot \tfrac43 = 2.37$. In the portion $\tfrac1k$, and in the exponent.
#
# </details>
#
# **Your task.** Write `e_limit(n)`: an array with $(1 + \frac1k)^k$ for $k = 1, 2, \ldots, n$, in this order. `np.arange(1, 4)` is the array 1, 2, 3: the
# end is not part of it. Two lines are enough.


# %% exercise="d02-e_limit"
def e_limit(n: int) -> np.ndarray:
    """The numbers (1 + 1/k)**k for k = 1, 2, ..., n.

    n        how many, a whole number ≥ 1
    returns  (n,)  array, rising toward e

    >>> e_limit(2)
    array([2.  , 2.25])
    """
    ### BEGIN SOLUTION
    k = np.arange(1, n + 1)
    return (1 + 1 / k) ** k
    ### END SOLUTION


# %% visible="d02-e_limit" points=0
# By hand: 2, then 1.5 * 1.5, then 4/3 * 4/3 * 4/3.
got = e_limit(3)
assert got is not None, "e_limit returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    "e_limit(3) should hold 3 numbers, for k = 1, 2, 3; yours has the shape "
    f"{np.shape(got)}. Where does your k start, and where does it end?"
)
assert np.allclose(got, [2, 9 / 4, 64 / 27], rtol=1e-9, atol=0), (
    f"Expected [2, 2.25, 2.37037037] for k = 1, 2, 3, got {np.round(got, 8)}. "
    "Does k stand in the portion and in the exponent?"
)
assert not isinstance(got, list), "The numbers are in a list; make it an array."

# %% hidden="d02-e_limit" points=0
# Hidden checks: one number, a few, and thousands, compared with exact fractions or
# 30-digit arithmetic.
from decimal import Decimal as _Decimal
from fractions import Fraction as _Fraction

_rng = course_rng("d02-e_limit")
for _n in [1, 2, 12, int(_rng.integers(20, 60))]:
    _want = np.array([float((1 + _Fraction(1, _k)) ** _k) for _k in range(1, _n + 1)])
    _got = e_limit(_n)
    assert np.shape(_got) == (_n,), f"e_limit({_n}) has the shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=0), (
        f"wrong for n = {_n}: expected {_want[-1]:.9f} at the end, got {np.asarray(_got)[-1]:.9f}"
    )
_n = int(_rng.integers(2000, 4000))
_got = e_limit(_n)
assert np.shape(_got) == (_n,), f"e_limit({_n}) has the shape {np.shape(_got)}"
for _k in [1, 5, 700, _n - 1, _n]:
    _want = float((1 + 1 / _Decimal(_k)) ** _k)
    assert np.isclose(_got[_k - 1], _want, rtol=1e-9, atol=0), (
        f"in e_limit({_n}) the number for k = {_k} should be {_want:.9f}, is {_got[_k - 1]:.9f}"
    )
