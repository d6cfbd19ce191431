# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A logarithm answers the question "which exponent?"
#
# **Question of the day.** A language model gives every word of a text a probability. Why does it add the logarithms of these numbers and never
# multiply the numbers themselves?
#
# *After today you can* read $\log_b x$ aloud and find it by hand, turn products into sums before a computer loses them, say how many digits or
# bits something takes, and find the unknown in an exponent.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the earlier notebooks and take a sheet of paper. Write down an answer to each of the four questions, with a number, before you unfold ours.
# Remembering is the exercise here; looking it up is not. If an answer of yours is wrong, write one line about what misled you, and look at that line
# again tomorrow morning.

# %% [markdown]
# **From yesterday: half-life.** A cup of coffee puts 80 mg of caffeine into the blood, and its half-life there is about 5 hours. How much is left
# after 15 hours? How much after 2.5 hours, to the nearest milligram?
#
# <details><summary>Answer</summary>
#
# 15 hours are three half-lives: $80 \cdot (\tfrac12)^3 = 10$ mg. And 2.5 hours are half of one: $80 \cdot (\tfrac12)^{0.5} \approx 57$ mg, not 60:
# half of the time does not take half of the loss.
#
# </details>

# %% [markdown]
# **From yesterday: the moving average.** An exponential moving average (EMA) with $\beta = 0.9$ starts from $m_0 = 0$. Two readings arrive, 20 and 20.
# What are $m_1$ and $m_2$, and why are they so far from 20?
#
# <details><summary>Answer</summary>
#
# $m_1 = 0.9 \cdot 0 + 0.1 \cdot 20 = 2$ and $m_2 = 0.9 \cdot 2 + 0.1 \cdot 20 = 3.8$. Each step keeps nine tenths of the old value, and the old value
# was 0.
#
# </details>

# %% [markdown]
# **From day 1: the power rules.** Write each of these as a single power: $10^3 \cdot 10^4$, then $10^5 / 10^7$, then $(2^3)^4$. And what is $5^0$?
# Today leans on all four, so say for each what happens to the *exponents*.
#
# <details><summary>Answer</summary>
#
# $10^7$ (exponents add), $10^{-2}$ (exponents subtract), $2^{12}$ (exponents multiply), and $5^0 = 1$, as for every base.
#
# </details>

# %% [markdown]
# **From day 1 and day 2: two loops.** One of these lines counts how often 1 must be doubled to reach 1000; the other counts to 9. Say which is which,
# and what stands on the page after each, before you run the cell. It also computes the answers of the three questions above. (`round` rounds to a
# whole number.)
#
# <details><summary>Answer</summary>
#
# The `while` loop asks before each round and ends when 1024 is reached: 10 doublings. The `for` loop runs ten times, with 0, 1, …, 9; the last is 9.
#
# </details>

# %%
value, doublings = 1, 0
while value < 1000:
    value, doublings = value * 2, doublings + 1
for k in range(10):
    last = k
print(doublings, last)
m1 = 0.9 * 0 + 0.1 * 20
print(80 * 0.5 ** (15 / 5), round(80 * 0.5**0.5), m1, 0.9 * m1 + 0.1 * 20)
print(10**3 * 10**4 == 10**7, 10**5 / 10**7 == 10**-2, (2**3) ** 4 == 2**12, 5**0)

# %% author=true
assert (value, doublings, last) == (1024, 10, 9)

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# Four ideas and two short exercises. First a page that should not exist; then what a logarithm asks, why it turns products into sums, why a computer
# needs that, and one curve for every base.
#
# These are the tools for today. `math` holds functions for single numbers, `Counter` and `re` handle words. `figure` shows a drawing, `slider` lets you
# drag a number, and `data` holds the real text of part 3.

# %%
import math
import re
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION

# %% [markdown]
# ### A page of probability zero
#
# A *probability* is a number between 0 and 1 that says how strongly something is expected; day 18 makes it precise. A language model states one for
# each next word, and the probability of a whole page is the product of them all. Here are 500 invented ones between 0.05 and 0.35. (`rng` is numpy's
# source of random numbers, and 3 is its *seed*: the same seed gives the same numbers each time. `np.prod` multiplies all numbers of an array.)
# **Predict** the product: about how many zeros follow its point?

# %%
rng = np.random.default_rng(3)
p = rng.uniform(0.05, 0.35, size=500)  # 500 numbers, evenly spread between the two
print(p[:4])
print("probability of the page:", np.prod(p))

# %% [markdown]
# Zero. Yet no factor is zero, so the product cannot be. The computer has lost the page. How small is the true number, and how does a language model
# compute with it? You will know at the end of this part.

# %% [markdown]
# ### Which exponent?
#
# In 1544 Michael Stifel printed two rows of numbers, one below the other. The upper row goes up by *adding* 1, the lower row by *multiplying* by 2.
# For the upper row he used a new word: *exponent*. Here are his rows again. Find 32 in the lower row; which number stands above it?

# %%
exponents = np.arange(-2, 7)
print("exponent", exponents)
print("power   ", 2.0**exponents)

# %% [markdown]
# Read a column downward and you have a power: from 5 you get $2^5 = 32$. Read it upward and you have today's question: from 32, *which exponent* of 2
# gives it? The answer is 5. For 0.25 it is $-2$, and for 1 it is 0.
#
# The upward reading has a name. It is the **logarithm to base 2**, and we write $\log_2 32 = 5$: "log base two of thirty-two is five".

# %% [markdown]
# **Definition.** Take a base $b > 0$ other than 1, and a number $x > 0$. Then
#
# $$ \log_b x = y \quad \text{means} \quad b^y = x. $$
#
# In words: the logarithm of $x$ to base $b$ is the exponent that turns $b$ into $x$. There is exactly one: as $y$ grows, $b^y$ passes every positive
# number once, upward if $b > 1$ and downward if $b < 1$. Whenever a logarithm puzzles you, write down the right-hand side. Two answers come for free:
# $\log_b 1 = 0$ because $b^0 = 1$, and $\log_b b = 1$ because $b^1 = b$.

# %% [markdown]
# Three bases are so common that numpy has a function for each: 2 (`np.log2`), 10 (`np.log10`), and yesterday's $e = 2.718\ldots$ (`np.log`). The last
# is called the **natural logarithm**. In this course $\log x$ without a base always means that one, in formulas and in code.
#
# No whole exponent of 10 gives 500: $10^2$ is too small and $10^3$ too large. Between which two numbers must $\log_{10} 500$ lie? Guess it to
# one decimal, then run the cell.

# %%
print(np.log2(32), np.log10(500), np.log(20))
print(2 ** np.log2(32), 10 ** np.log10(500), np.e ** np.log(20))
assert np.allclose([np.log(1), np.log2(1), np.log10(1)], 0, atol=1e-15)
assert np.allclose([np.log(np.e), np.log2(2), np.log10(10)], 1, rtol=1e-15)

# %% author=true
assert np.allclose([2 ** np.log2(32), 10 ** np.log10(500), np.e ** np.log(20)], [32, 500, 20], rtol=1e-12)

# %% [markdown]
# The second line undoes the first: the base, raised to its logarithm, gives the number back. That is the definition, checked three times, up to the
# hair by which a computer rounds. (`np.allclose` compares whole lists as `np.isclose` compares two numbers; `rtol` is the hair as a share, `atol` as
# an amount.) And $\log_{10} 500 \approx 2.699$ lies much nearer to 3 than to 2: a logarithm measures in *factors*, and 500 is five times 100, but
# half of 1000.
#
# > **Watch out.** $\log 0$ and $\log(-5)$ do not exist. No exponent turns a positive base into zero or into a negative number. And base 1 answers
# > nothing, since $1^y$ is always 1.

# %% [markdown]
# ### Why products become sums
#
# Multiply 4 by 8, but look only at Stifel's upper row. Above 4 stands 2, above 8 stands 3. Add: $2 + 3 = 5$. Below 5 stands 32, and that is $4 \cdot 8$.
# There is no magic in it. 4 is two factors of 2, and 8 is three; put together, they are five. The logarithm counts factors, and when things are put
# together, counts add.

# %% [markdown]
# Around 1622 William Oughtred built this into two rulers. On both, the mark $x$ stands at the distance $\log_{10} x$ from the mark 1. Rulers can only
# *add* lengths. In the picture, the upper ruler has been pushed to the right until its 1 stands above the 2 of the lower one. Which number of the
# lower ruler is below the upper 3? Below the upper 4? What do these rulers do? (In quotes, Python writes `\\` for one `\`.)

# %%
fig, ax = plt.subplots(figsize=(7.6, 2.5))
for push, end, color in [(0.0, -1, BLUE), (np.log10(2), 1, VERMILLION)]:
    for x in range(1, 11):
        place = np.log10(x) + push
        ax.plot([place, place], [0, 0.5 * end], color=color, linestyle="-")
        ax.text(place, 0.72 * end, x, ha="center", va="center", color=color)
ax.axhline(0, color=INK, linewidth=1)
ax.set(xlabel="distance from the lower 1 ($\\log_{10}$)", ylim=(-1, 1), yticks=[])
figure(fig, alt="The upper ruler's 2, 3, 4, 5 stand above the lower 4, 6, 8, 10.")

# %% [markdown]
# The upper 3 stands above 6, the upper 4 above 8, the upper 5 above 10: pushed by $\log_{10} 2$, the rulers multiply by 2. To reach the upper 3 you
# walk $\log_{10} 2$ and then $\log_{10} 3$, and you arrive at $\log_{10} 6$. Equal factors are equal distances. For more than three centuries engineers
# multiplied this way.

# %% [markdown]
# Now for all numbers. Let $a, b > 0$, and write each as a power of $e$: $a = e^s$ and $b = e^t$, so that $s = \log a$ and $t = \log b$. Then
# $ab = e^s e^t = e^{s+t}$: the exponent of the product is $s + t$. That is the whole argument, and it gives
#
# $$ \log(ab) = \log a + \log b. $$
#
# In words: the logarithm of a product is the sum of the logarithms. Any other base in place of $e$ does the same.

# %% [markdown]
# Dividing takes factors away, so exponents subtract. And $a = e^s$ makes $a^k = (e^s)^k = e^{ks}$: repeating a factor $k$ times counts its logarithm
# $k$ times, and the power rules of day 1 say the same for every number $k$, whole or not:
#
# $$ \log \frac{a}{b} = \log a - \log b, \qquad \log a^k = k \log a. $$
#
# In words: the logarithm of a ratio is the difference of the logarithms, and the logarithm of a power is the exponent times the logarithm of the
# base.
#
# > **Watch out.** There is no such formula for sums. $\log(3 + 5) = \log 8$, but $\log 3 + \log 5 = \log 15$.

# %%
a, b, k = 6.5, 0.04, 2.5
assert np.isclose(np.log(a * b), np.log(a) + np.log(b), rtol=1e-12)
assert np.isclose(np.log(a / b), np.log(a) - np.log(b), rtol=1e-12)
assert np.isclose(np.log2(a**k), k * np.log2(a), rtol=1e-12)
print(np.log(3 + 5), "but", np.log(3) + np.log(5))

# %% [markdown]
# ### Why a computer must add
#
# Back to the page. A long product has a sign of its own, as yesterday's $\Sigma$ writes a long sum; it is a capital Greek pi:
#
# $$ \prod_{i=1}^{n} p_i = p_1 \cdot p_2 \cdots p_n, \qquad \log \prod_{i=1}^{n} p_i = \sum_{i=1}^{n} \log p_i $$
#
# In words: the product of the p's, from i equals 1 to n; and its logarithm, which is the sum of their logarithms. That is the product formula, used
# again and again.

# %% [markdown]
# Each of the 500 factors is roughly 0.18, which costs about 0.75 *decades*; a decade is a factor of 10. numpy keeps a number in 64 bits (`float64`),
# with about 16 digits. Two limits matter, and day 4 explains them: below about $2.2 \cdot 10^{-308}$ digits get lost, and the smallest positive
# number there is, is about $5 \cdot 10^{-324}$. **Predict:** after roughly how many factors does the trouble begin? (`np.cumprod` multiplies along
# the array and keeps every result, `np.cumsum` adds along. A comparison such as `product == 0` asks each number of an array and gives a row of True
# and False; `np.argmax` finds the place of the first True.)

# %%
product = np.cumprod(p)  # product[k] multiplies the first k + 1 numbers
log_sum = np.cumsum(np.log(p))  # log_sum[k] adds their logarithms
print("digits get lost from", np.argmax(product < 2.2e-308) + 1)  # the first True
print("nothing is left from", np.argmax(product == 0) + 1)
print("sum of all logarithms:", log_sum[499], " decades:", np.log10(p).sum())

# %% author=true
assert np.argmax(product < np.finfo(float).tiny) + 1 == np.argmax(product < 2.2e-308) + 1 == 415
assert np.argmax(np.cumprod(np.full(1000, 0.1)) == 0) + 1 == 324
assert np.argmax(product == 0) + 1 == 434 and f"{log_sum[499]:.2f}" == "-862.71"
assert np.floor(np.log10(p).sum()) == -375 and round(10 ** (np.log10(p).sum() + 375), 1) == 2.1

# %% [markdown]
# $308 / 0.75 \approx 411$, and the trouble begins at factor 415. From 434 on the product is 0, and no later step can bring it back. The sum of the
# logarithms ends at $-862.71$, an unremarkable number. Between the two, from 415 to 433, the product is neither right nor 0, and nothing warns you.
#
# The picture shows both on the way. The left panel draws the *exponent of ten* of the product. Where does each curve stop?

# %%
steps = np.arange(1, 501)
fig, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6))
left.plot(steps[:433], np.log10(product[:433]), color=BLUE)
left.plot(433, np.log10(product[432]), "X", color=INK, markersize=9)
left.axhline(-307.7, color=VERMILLION, linestyle="--")  # below it digits get lost
left.set(xlabel="factors multiplied", ylabel="product: power of ten", xlim=(0, 510))
right.plot(steps, log_sum, color=GREEN)
right.set(xlabel="logarithms added", ylabel="sum of natural logs", xlim=(0, 510))
figure(fig, alt="Left: the product ends after 433 factors. Right: the sum goes on.")

# %% [markdown]
# Both curves tell the same story, a steady loss per factor. The left one ends where `float64` ends; the right one would go on for a million words.
#
# **The page, found.** Its logarithm to base 10 is $-374.7$, so its probability is $10^{-374.7} = 2.1 \cdot 10^{-375}$: far below the smallest number
# that the computer can hold, and not zero. This answers the question of the day: the product is lost, and the sum of the logarithms says all it would
# have said.

# %% [markdown]
# ### Exercise · A product too small to exist
#
# *3 points · about 6 minutes · needs the sum of logarithms*
#
# GPT was trained to make one number large: a sum of logarithms of probabilities, one for each word piece of its training text (Radford and others,
# 2018, equation 1). The text was more than seven thousand books: the product lies far below everything `float64` can hold.
#
# **Before you code.** The product of 1000 numbers, each equal to 0.1, is $10^{-1000}$. What is its natural logarithm, as a multiple of $\log 10$? When
# would a program that multiplies first go wrong?
#
# <details><summary>Answer</summary>
#
# $-1000 \log 10$, about $-2303$. After 324 factors: there the product is stored as 0, and the logarithm of 0 does not exist.
#
# </details>
#
# **Your task.** Write `log_product(xs)`: the natural logarithm of the product of all numbers in `xs`. One line is enough.


# %% exercise="d03-log_product"
def log_product(xs: np.ndarray) -> float:
    """Natural logarithm of the product of many positive numbers, even where the product
    itself cannot be stored.

    xs       (n,)  positive numbers, n ≥ 1
    returns  the logarithm of xs[0] * xs[1] * …, one number

    >>> round(float(log_product(np.array([2.0, 4.0, 8.0]))), 4)
    4.1589
    """
    ### BEGIN SOLUTION
    return np.log(xs).sum()
    ### END SOLUTION


# %% visible="d03-log_product" points=1
# By hand: 2 * 4 * 8 = 2**6, so the answer is 6 log 2. And a thousand times 0.1
# gives -1000 log 10.
got = [log_product(np.array([2.0, 4.0, 8.0])), log_product(np.full(1000, 0.1))]
assert got[0] is not None, "log_product returned None. Did you forget return?"
assert np.ndim(got[0]) == 0, "The product has one logarithm; you returned several."
assert np.isclose(got[0], 6 * np.log(2), rtol=1e-9, atol=0), (
    f"For 2, 4, 8 expected the natural logarithm of 64, {np.log(64):.9g}, got "
    f"{got[0]:.9g}. Which operation between logarithms matches multiplying, and which "
    "base is meant?"
)
assert np.isclose(got[1], -1000 * np.log(10), rtol=1e-9, atol=0), (
    f"For a thousand times 0.1 expected {-1000 * np.log(10):.9g}, got {got[1]:.9g}. "
    "Is there a moment when your program holds 0.1**1000?"
)

# %% hidden="d03-log_product" points=2
# Hidden checks: 10,000 small numbers, huge products, a product that fades but is not
# 0, a single number, other number types, your array left as it was.
_rng = course_rng("d03-log_product")
_cases = [
    _rng.uniform(1e-6, 0.5, size=10_000),
    _rng.uniform(1e3, 1e9, size=400),
    np.full(64, 1e-5) * _rng.uniform(0.9, 1.0, size=64),
    10.0 ** _rng.uniform(-307, 3, size=1000),
    _rng.uniform(0.1, 9.0, size=1),
    np.repeat(_rng.uniform(0.1, 0.9, size=3), 5),
]
for _xs in _cases:
    _want, _given = math.fsum(math.log(_x) for _x in _xs), _xs.copy()
    _got = log_product(_given)
    assert np.isclose(_got, _want, rtol=1e-9, atol=1e-9), (
        f"wrong for {len(_xs)} numbers between {_xs.min():.1e} and {_xs.max():.1e}: expected {_want:.12g}, got {_got:.12g}"
    )
    assert (_given == _xs).all(), "the caller's numbers were changed"

_ints = _rng.integers(1, 1000, size=300)
_big = math.log(math.prod(_ints.tolist()))
assert np.isclose(log_product(_ints), _big, rtol=1e-9, atol=0), "wrong for 300 whole numbers"
_single = _rng.uniform(0.01, 0.5, size=200).astype(np.float32)
_sum = math.fsum(math.log(_x) for _x in _single.tolist())
assert np.isclose(log_product(_single), _sum, rtol=1e-4, atol=0), "wrong for float32 numbers"

# %% [markdown]
# ### One curve for every base
#
# numpy knows three bases. What about base 3, or base 1.5? First the picture. Sketch $\log_2 x$ from its known points: $(\tfrac14, -2)$,
# $(\tfrac12, -1)$, $(1, 0)$, $(2, 1)$, $(4, 2)$, $(8, 3)$. Then predict. Which point do *all* bases share? Which bases rise fastest? And what happens
# when the base is smaller than 1?


# %%
def panel(ax, b):
    y = np.linspace(-5, 5, 400)
    ax.plot(b**y, y, color=BLUE)  # at the place b to the y the height is y
    ax.plot([1, b], [0, 1], "o", color=VERMILLION)
    ax.set(title=f"b = {b:g}", xlabel="x", ylim=(-5, 5), xlim=(-0.3, 10.5))


fig, axes = plt.subplots(1, 4, figsize=(10, 3.1), sharey=True)
for ax, base in [(axes[0], 0.5), (axes[1], 1.5), (axes[2], 2), (axes[3], 10)]:
    panel(ax, base)
axes[0].set_ylabel("$\\log_b x$")
figure(fig, alt="Curves pass (1, 0) and (b, 1): larger b is flatter, b = 0.5 falls.")

# %% [markdown]
# All pass through $(1, 0)$, since $b^0 = 1$ for every base. The other dot is at $(b, 1)$, since $b^1 = b$; it runs to the right as the base grows, and
# the curve gets flatter: it looks like one curve, stretched. Suppose $y = \log_b x$. The definition says $b^y = x$. Take the natural logarithm of both
# sides: by the power formula, $y \log b = \log x$. Divide, and
#
# $$ \log_b x = \frac{\log x}{\log b}. $$
#
# In words: the logarithm to base $b$ is the natural logarithm of $x$, measured in units of the natural logarithm of $b$. All are one ruler
# with different units, like inches and centimeters. For $b < 1$ the unit is negative, and the curve falls.

# %%
for x in [0.2, 7.0, 1000.0]:
    assert np.isclose(np.log2(x), np.log(x) / np.log(2), rtol=1e-12)
    ratio = np.log2(x) / np.log(x)
    print(f"x = {x:6g}: log2 x / log x = {ratio:.4f}")  # the same for every x

# %% [markdown]
# ### Exercise · A logarithm to any base
#
# *2 points · about 6 minutes · needs the change of base*
#
# Information is measured to base 2, earthquakes to base 10, film exposure to base 2. One function serves them all.
#
# **Before you code.** Between which two whole numbers lies $\log_3 20$? What is $\log_{0.5} 8$? (Ask: which exponent turns one half into eight?)
#
# <details><summary>Answer</summary>
#
# Between 2 and 3, since $3^2 = 9$ and $3^3 = 27$. And $-3$: three halvings undone.
#
# </details>
#
# **Your task.** Write `log_base(x, b)` for one number `x` or a whole array of them. One line is enough, and numpy's functions work on arrays by
# themselves.


# %% exercise="d03-log_base"
def log_base(x: float | np.ndarray, b: float) -> float | np.ndarray:
    """Logarithm of x to base b: the exponent that turns b into x.

    x        number or array, all > 0
    b        base, > 0 and not 1
    returns  as x

    >>> round(float(log_base(8.0, 2.0)), 4)
    3.0
    """
    ### BEGIN SOLUTION
    return np.log(x) / np.log(b)
    ### END SOLUTION


# %% visible="d03-log_base" points=1
# By hand: 2**3 = 8, and 10 to the powers 0, 1, 3 gives 1, 10, 1000.
got = log_base(8.0, 2.0)
assert got is not None, "log_base returned None. Did you forget return?"
row = log_base(np.array([1.0, 10.0, 1000.0]), 10.0)
assert np.isclose(got, 3.0, rtol=1e-9, atol=0), (
    f"Which exponent turns 2 into 8? Expected log_base(8, 2) = 3, got {got:.9g}. "
    "Write down 2**y = 8 and take the logarithm of both sides."
)
assert np.shape(row) == (3,), (
    "Three numbers in, three logarithms out: expected shape (3,), got "
    f"{np.shape(row)}. Does your function take a whole array?"
)
assert np.allclose(row, [0, 1, 3], rtol=1e-9, atol=1e-12), (
    f"For 1, 10, 1000 in base 10 expected [0, 1, 3], got {row}. "
    "What does log_b 1 have to be, and does the base enter?"
)

# %% hidden="d03-log_base" points=1
# Hidden checks: many bases, also below 1; numbers below 1; exponents that are not
# whole; other shapes and number types.
_rng = course_rng("d03-log_base")
for _b in [2.0, 10.0, math.e, 1.01, 0.5, 0.03, 50257.0, float(_rng.uniform(1.2, 30.0))]:
    _y = _rng.uniform(-6.0, 6.0, size=_rng.integers(1, 9, size=2))
    _x = _b**_y
    _given = _x.copy()
    _got = log_base(_given, _b)
    assert np.shape(_got) == _y.shape, (
        f"numbers of shape {_y.shape} gave logarithms of shape {np.shape(_got)}"
    )
    assert np.allclose(_got, _y, rtol=1e-7, atol=1e-7), (
        f"wrong in base {_b:.3g} for some number between {_x.min():.3g} and {_x.max():.3g}: does the base enter, and is the sign right below 1?"
    )
    assert (_given == _x).all(), "the caller's numbers were changed in place"

assert np.allclose(log_base(np.array([1, 3, 9, 27]), 3), [0, 1, 2, 3], rtol=1e-9, atol=1e-12), (
    "wrong for whole numbers in base 3"
)
assert np.allclose(
    log_base(np.array([0.25, 0.5, 16.0], dtype=np.float32), 4), [-1, -0.5, 2], rtol=1e-5, atol=1e-6
), "wrong for float32 numbers"

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# A real text: what each word of a passage costs in bits, the probability of the whole, and the mean that belongs to products. Then an equation whose
# unknown sits in the exponent.

# %% [markdown]
# ### Bits: how many doors?
#
# A prize lies behind one of 8 doors. You may ask questions that are answered with yes or no. Ask "is it in the left half?": 4 doors remain. Ask
# again: 2. Again: 1. Three questions, because $2^3 = 8$: the number of halvings is a logarithm, $\log_2 8 = 3$. One yes/no answer is one **bit**, the
# bit of day 1. (Claude Shannon's paper of 1948 made the word known and credits it to John Tukey.)

# %% [markdown]
# The count works backward from a probability. A word with probability $\tfrac18$ is one door in eight, and hearing it is worth $\log_2 8 = 3$
# bits. In general probability $p$ is one door in $1/p$ and worth $\log_2 \frac1p = -\log_2 p$ bits, called its *surprise*.

# %%
for p_word in [1.0, 0.5, 1 / 8, 0.001]:
    print(f"probability {p_word}: surprise {np.log2(1 / p_word):.3f} bits")
assert np.isclose(-np.log2(0.5 * 0.125), -np.log2(0.5) - np.log2(0.125), rtol=1e-12)

# %% [markdown]
# Sure things surprise by 0 bits, and the surprises of two words add: their probabilities multiply, and the logarithm does the rest.
#
# ### In a real model: adding log-probabilities
#
# The simplest language model knows how often each word occurs, and nothing else. We build one from text that real people wrote: explanations that
# ship inside numpy and scipy, loaded with `data.docs`. Each word's probability is its share among all words. (The wording changes from version to
# version, so your numbers may differ from ours. `join` strings the paragraphs together with a space between; the square brackets with `for` inside
# make a list with one entry for each word, and `counts[word]` looks one word up.)

# %%
text = " ".join(data.docs(1000)).lower()  # a thousand paragraphs, in lower case
words = re.findall("[a-z]+", text)  # all stretches of letters
counts = Counter(words)  # how often each word occurs
passage = words[:200]
share = np.array([counts[word] / len(words) for word in passage])
print(len(words), "words,", len(counts), "different ones:", counts.most_common(3))
print("the passage begins:", " ".join(passage[:15]))

# %% [markdown]
# How probable is the whole passage of 200 words under this model? And its first 15 words? We compute both twice, as a product and as a sum of
# logarithms. The bars show the surprise $-\log_2 p$ of each of the first 15 words. Which kinds of words will have short bars?

# %%
for n in [15, 200]:
    print(n, "words: product", np.prod(share[:n]), " sum", np.log(share[:n]).sum())
print("a word costs", -np.log10(share).mean(), "decades on average")

fig, ax = plt.subplots(figsize=(7, 3.9))
ax.barh([f"{i + 1}  {passage[i]}" for i in range(15)], -np.log2(share[:15]), color=BLUE)
ax.invert_yaxis()  # the first word on top
ax.set(xlabel="surprise in bits, $-\\log_2 p$", ylabel="word of the passage")
figure(fig, alt="Fifteen bars: frequent words of the text are short, rare ones long.")

# %% author=true
if not data.is_stand_in("docs"):
    assert np.prod(share) == 0 and np.prod(share[:15]) > 0 and 2 < -np.log10(share).mean() < 3.2

# %% [markdown]
# Short bars belong to small, frequent words; they tell you little. The longest bars belong to words that occur once or a few times in
# the whole text. All bars together are the surprise of these 15 words: their log-probability in bits, with the sign turned.
#
# The product of 15 words survives. At two and a half decades a word or so, 200 words need about 500 decades, far more than `float64` has: the product
# is 0, while the sum of the logarithms is an ordinary number. Every language model that is trained on text adds logarithms, for this reason.

# %% [markdown]
# ### Exercise · The mean that belongs to products
#
# *3 points · about 6 minutes · needs the sum of logarithms and $e^x$ (day 2)*
#
# Which single probability, used for every word, gives a text the same product? The **geometric mean**: the number $g$ with
# $g^n = x_1 x_2 \cdots x_n$. For GPT-2 on the text WikiText-103, $1/g = 17.48$ (Radford and others, 2019): as unsure as among 17 or 18 equal
# words. Jelinek and others (1977) named $1/g$ *perplexity*; day 40 returns to it.
#
# **Before you code.** Take the logarithm of both sides. What is $\log g$? How do you come back to $g$?
#
# <details><summary>Answer</summary>
#
# $n \log g$ is the sum of the logarithms, so $\log g$ is their mean. Then $g = e^{\log g}$, with `np.exp`.
#
# </details>
#
# **Your task.** Write `geometric_mean(xs)`, for long arrays too. One line is enough; `np.mean` is the mean, the sum divided by how many.


# %% exercise="d03-geometric_mean"
def geometric_mean(xs: np.ndarray) -> float:
    """The number whose n-th power is the product of the n numbers.

    xs       (n,)  positive numbers, n ≥ 1, as many as you like
    returns  one number between the smallest and the largest of xs

    >>> round(float(geometric_mean(np.array([1.0, 8.0, 27.0]))), 4)
    6.0
    """
    ### BEGIN SOLUTION
    return np.exp(np.mean(np.log(xs)))
    ### END SOLUTION


# %% visible="d03-geometric_mean" points=1
# By hand: 1 * 8 * 27 = 216 = 6**3, and 2 * 8 = 4**2.
got = [geometric_mean(np.array([1.0, 8.0, 27.0])), geometric_mean(np.array([2.0, 8.0]))]
assert got[0] is not None, "geometric_mean returned None. Did you forget return?"
assert np.ndim(got[0]) == 0, "The mean is one number; you returned several."
assert got[0] >= 1 and got[0] <= 27, (
    "A mean lies between the smallest number, 1, and the largest, 27; "
    f"got {got[0]:.9g}. Where does the division by n belong, and where the way back?"
)
assert np.isclose(got[0], 6.0, rtol=1e-9, atol=0), (
    f"1 * 8 * 27 = 216, expected 6, got {got[0]:.9g}. Which number, three times as a "
    "factor, gives 216, and is yours that for two numbers too?"
)
assert np.isclose(got[1], 4.0, rtol=1e-9, atol=0), f"2 * 8 = 4**2; you say {got[1]:.9g}"

# %% hidden="d03-geometric_mean" points=2
# Hidden checks: thousands of probabilities, very large and very small numbers, one
# number, equal numbers, other number types, your array left as it was.
import statistics as _statistics

_rng = course_rng("d03-geometric_mean")
_cases = [
    _rng.uniform(0.5, 20.0, size=5),
    _rng.uniform(1e-4, 0.2, size=3000),
    _rng.uniform(1e4, 1e8, size=500),
    _rng.uniform(0.001, 900.0, size=1),
    10.0 ** _rng.uniform(-30, -5, size=40),
    np.full(7, 0.3),
    np.array([0.2, 0.2, 0.2, 0.9]),
    _rng.integers(1, 50, size=12),
]
for _xs in _cases:
    _want, _given = _statistics.geometric_mean(_xs.tolist()), _xs.copy()
    _got = geometric_mean(_given)
    assert np.isclose(_got, _want, rtol=1e-7, atol=0), (
        f"wrong for {len(_xs)} numbers between {_xs.min():.2g} and {_xs.max():.2g}: expected {_want:.9g}, got {_got:.9g}"
    )
    assert (_given == _xs).all(), "the caller's numbers were changed"

_single = _rng.uniform(0.01, 0.9, size=20).astype(np.float32)
_want = _statistics.geometric_mean(_single.tolist())
assert np.isclose(geometric_mean(_single), _want, rtol=1e-4, atol=0), "wrong for float32 numbers"

# %% [markdown]
# ### Exercise · The unknown in the exponent
#
# *3 points · about 6 minutes · needs the product and power formulas*
#
# After 2010 the computing power spent on training notable models doubled about every 6 months (Sevilla and others, 2022). After how many doublings
# has it grown a thousandfold? The unknown of $1 \cdot 2^x = 1000$ sits in the exponent; a logarithm brings it down.
#
# **Before you code.** Solve $3 \cdot 2^x = 24$ by hand. Then write down $a \cdot b^x = c$ and take the logarithm of both sides; is the left side
# $x \log(ab)$?
#
# <details><summary>Answer</summary>
#
# $2^x = 8$, so $x = 3$. No: it is $\log a + x \log b$, because only $b$ carries the exponent.
#
# </details>
#
# **Your task.** Write `solve_exp(a, b, c)`: the $x$ with $a \cdot b^x = c$. One line is enough.


# %% exercise="d03-solve_exp"
def solve_exp(a: float, b: float, c: float) -> float:
    """The exponent x that solves a * b**x = c.

    a, c     numbers > 0
    b        number > 0, not 1
    returns  x, any real number

    >>> round(float(solve_exp(3.0, 2.0, 24.0)), 4)
    3.0
    """
    ### BEGIN SOLUTION
    return (np.log(c) - np.log(a)) / np.log(b)
    ### END SOLUTION


# %% visible="d03-solve_exp" points=1
# By hand: 5 * 2**3 = 40, and 3 * 10**-2 = 0.03.
got = [solve_exp(5.0, 2.0, 40.0), solve_exp(3.0, 10.0, 0.03)]
assert got[0] is not None, "solve_exp returned None. Did you forget return?"
assert np.isclose(got[0], 3.0, rtol=1e-9, atol=0), (
    f"5 * 2**x = 40 for x = 3, you say {got[0]:.9g}, and 5 * 2**{got[0]:.4g} = "
    f"{5 * 2 ** got[0]:.9g}. What does each step do to the left side?"
)
assert np.isclose(got[1], -2.0, rtol=1e-9, atol=0), (
    f"3 * 10**x = 0.03 for x = -2, you say {got[1]:.9g}. Is b used, and the sign kept?"
)

# %% hidden="d03-solve_exp" points=2
# Hidden checks: random equations with growth and decay, solutions that are not whole
# or are negative, c = a, and whole-number inputs.
_rng = course_rng("d03-solve_exp")
for _ in range(60):
    _a, _x = float(10 ** _rng.uniform(-4, 4)), float(_rng.uniform(-5, 5))
    _b = float(_rng.choice([_rng.uniform(0.05, 0.9), _rng.uniform(1.1, 20.0)]))
    _c = _a * _b**_x
    _got = solve_exp(_a, _b, _c)
    assert np.isclose(_got, _x, rtol=1e-7, atol=1e-7), (
        f"{_a:.4g} * {_b:.4g}**x = {_c:.4g} has the solution x = {_x:.4f}, you say {_got:.4f}"
    )
assert np.isclose(solve_exp(5.0, 3.0, 5.0), 0.0, rtol=0, atol=1e-12), "5 * 3**x = 5 has the solution 0"
assert np.isclose(solve_exp(2, 10, 2000), 3.0, rtol=1e-9, atol=0), "2 * 10**x = 2000 has the solution 3"

# %% [markdown]
# The thousandfold growth takes $\log_2 1000 = 9.97$ doublings, about five years. With `geometric_mean(share)` you can ask how unsure the word model was:
# one divided by it is its perplexity on the passage. Is it closer to 3 or to 300?
#
# <details><summary>Answer</summary>
#
# A word costs about two and a half decades, so $1/g$ is about $10^{2.5}$: a few hundred. Counting words is a poor language model.
#
# </details>

# %% author=true
assert round(np.log2(1000), 2) == 9.97

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# First explain the central idea in writing; a person reads this answer. Then break a formula that is right, and mend it; break a product in 32 bits;
# and close with the day in five lines.

# %% [markdown]
# ### Explain · Why do products become sums?
#
# *2 points · about 6 minutes · read and graded by a person*
#
# Explain to a friend who knows powers, but has never heard of logarithms, why $\log(ab) = \log a + \log b$. Use your own words and one example with
# numbers that does not appear above, and do not use the word "rule". Four or five sentences are enough. A good answer says what a logarithm *is*, and
# what happens to exponents when numbers are multiplied.

# %% [markdown] exercise="d03-why" points=2
# A logarithm tells how many equal factors a number is made of. Take 3 as the factor: 9 is two threes multiplied, so its logarithm is 2, and 27 is
# three threes, so its logarithm is 3. Multiplying 9 by 27 puts all threes into one product, $(3 \cdot 3) \cdot (3 \cdot 3 \cdot 3) = 243$, and there
# are $2 + 3 = 5$ of them. So the logarithm of the product is the sum of the logarithms. It holds for exponents that are not whole too, because
# $b^s \cdot b^t = b^{s+t}$ always.
#
# *One point for what a logarithm is (an exponent, a count of factors), one for why exponents add, with an example of one's own.*

# %% [markdown]
# ### Where a hair decides
#
# How long is a number when it is written down? The decimal numbers with three digits go from $10^2 = 100$ up to $10^3 - 1 = 999$. In base 2 the only
# digits are 0 and 1, and each place is worth twice the place to its right: 1, 2, 4, 8, … So $5 = 4 + 1$ is written 101, and 8 is written 1000.

# %% [markdown]
# In base $b$, the numbers with $d$ digits go from $b^{d-1}$ up to $b^d - 1$; so $\log_b n$ lies from $d - 1$ up to, but without, $d$. We write
# $\lfloor y \rfloor$, "the floor of y", for $y$ rounded down (and $\lceil y \rceil$, "the ceiling of y", for $y$ rounded up). For whole $n \ge 1$
#
# $$ \text{digits of } n = \lfloor \log_b n \rfloor + 1. $$
#
# In words: round the logarithm down and add one. **Predict** for which of the four numbers the computer breaks this formula.

# %%
for n in [7, 999, 1000, 50256]:
    quotient = math.log(n) / math.log(10)
    digits = math.floor(quotient) + 1
    print(f"{n}: logarithm {quotient}, so {digits} digits; counted {len(str(n))}")

# %% author=true
assert math.floor(math.log(1000) / math.log(10)) + 1 == 3

# %% [markdown]
# As mathematics the formula is right. As `float64` arithmetic it is wrong for 1000: both logarithms are rounded, and their quotient misses 3 by a hair.
# For measuring this is harmless. For *counting*, when you round up or down afterward, a hair decides. (`str(n)` is the number as text, and `len` counts
# its characters.)

# %% [markdown]
# ### Exercise · How many digits? Break and mend
#
# *4 points · about 10 minutes · needs `while` (day 1) and the trap above*
#
# The program nanoGPT (Karpathy, 2022) keeps each of GPT-2's pieces of text as a number from 0 to 50,256, in 16 binary digits (digits of base 2). Would
# 15 have been enough? Would 16 still do for the roughly 128,000 pieces of Llama 3 (Meta, 2024)? A wrong count at the edge corrupts data in silence.
#
# **Before you code.** Python's whole numbers never round. How can multiplication (or whole-number division, `//`, which drops the rest) replace the
# logarithm? How many digits has the number 0?
#
# <details><summary>Answer</summary>
#
# Ask how often $n$ can be divided by the base, or which power of the base is the first above $n$. The number 0 has one digit.
#
# </details>
#
# **Your task.** Write `digits_needed(n, base)`, exact for every whole $n \ge 0$, however large. Four lines are enough.


# %% exercise="d03-digits_needed"
def digits_needed(n: int, base: int) -> int:
    """How many digits the whole number n has when it is written in the given base.

    n        whole number ≥ 0, of any size
    base     whole number ≥ 2
    returns  number of digits, ≥ 1

    >>> digits_needed(1000, 10)
    4
    """
    ### BEGIN SOLUTION
    digits = 1
    while base**digits <= n:
        digits = digits + 1
    return digits
    ### END SOLUTION


# %% visible="d03-digits_needed" points=1
# By hand: in base 2, five is 101 and eight is 1000.
cases = [(7, 10), (999, 10), (100, 10), (5, 2), (8, 2), (1000, 10)]
got = [digits_needed(n, base) for n, base in cases]
assert got[0] is not None, "digits_needed returned None. Did you forget return?"
zero = digits_needed(0, 10)
assert got[:2] == [1, 3], f"7 and 999 have 1 and 3 digits, you say {got[:2]}."
assert got[2] == 3, (
    f"100 has 3 digits, you say {got[2]}. A power of the base is the first number "
    "that needs one digit more: is it counted so?"
)
assert got[3:5] == [3, 4], (
    "In base 2, five is written 101 and eight is written 1000: "
    f"expected 3 and 4 digits, got {got[3:5]}. Does your count use the base?"
)
assert got[5] == 4, f"1000 has 4 digits, not {got[5]}. Did a rounded logarithm decide?"
assert zero == 1, (
    f"The number 0 is written with 1 digit, you say {zero}. "
    "How does your count treat a number smaller than the base?"
)

# %% hidden="d03-digits_needed" points=3
# Hidden checks: random numbers up to 10**30 in bases 2 to 36, much longer ones, and
# the powers of each base with both neighbors.
_rng = course_rng("d03-digits_needed")
for _ in range(60):
    _base = int(_rng.integers(2, 37))
    _n = int(_rng.integers(0, 10**15)) * 10 ** int(_rng.integers(0, 15)) + int(_rng.integers(0, 1000))
    _want = len(np.base_repr(_n, _base))
    _got = digits_needed(_n, _base)
    assert _got == _want, f"{_n} has {_want} digits in base {_base}, you say {_got}"

for _base in (2, 3, 7, 10, 16, 36):
    for _k in (1, 2, 3, 5, 9, 12, 15, 29, 40, 250):
        for _n in (_base**_k - 1, _base**_k, _base**_k + 1):
            _want = len(np.base_repr(_n, _base))
            _got = digits_needed(_n, _base)
            assert _got == _want, (
                f"{_n} is next to {_base}**{_k} and has {_want} digits in base {_base}, you say {_got}"
            )
assert [digits_needed(_n, 2) for _n in range(5)] == [1, 1, 2, 2, 3], "wrong for 0, 1, 2, 3 or 4 in base 2"


# %% [markdown]
# Now answer nanoGPT's two questions with your function: is 15 enough for the pieces numbered up to 50,256, and 16 for those up to 127,999?
#
# <details><summary>Answer</summary>
#
# No, 50,256 has 16 binary digits: $2^{15} = 32{,}768$ is too small. And no, 127,999 has 17.
#
# </details>

# %% author=true
assert digits_needed(50256, 2) == 16 and digits_needed(127_999, 2) == 17

# %% [markdown]
# ### Break it
#
# Graphics cards often compute with 32 bits a number. There the digits fade below about $10^{-38}$, and the smallest positive number is about
# $10^{-45}$. Each of our 500 factors costs about 0.75 decades. **Predict** after how many factors the product is 0, then run. Then change `low, high` to
# 0.2 and 0.6, and predict again before you run.
#
# <details><summary>Answer</summary>
#
# Each factor now costs about 0.42 decades, so it takes nearly twice as long: the product is 0 from factor 109 on. With the first range it is 61.
#
# </details>

# %%
low, high = 0.05, 0.35
tried = np.random.default_rng(3).uniform(low, high, size=500)
in_32_bits = tried.astype(np.float32)  # the same numbers, with 32 bits each
print("nothing is left from factor", np.argmax(np.cumprod(in_32_bits) == 0) + 1)
print("the sum of logarithms in 32 bits:", np.log(in_32_bits).sum())

# %% author=true
# edit: "low, high = 0.05, 0.35" -> "low, high = 0.2, 0.6"
# then: np.argmax(np.cumprod(in_32_bits) == 0) + 1 == 109
assert np.argmax(np.cumprod(in_32_bits) == 0) + 1 == 61
other = np.random.default_rng(3).uniform(0.2, 0.6, size=500).astype(np.float32)
assert np.argmax(np.cumprod(other) == 0) + 1 == 109
assert round(-np.log10(other).mean(), 2) == 0.42

# %% [markdown]
# With the first range it takes 61 factors, the length of three sentences. The sum of logarithms is still fine in 32 bits. That is one reason why the
# number a language model is trained to improve is a sum (or a mean) of logarithms.
#
# **Think about it**, with no single answer: which everyday scale is secretly a logarithm: loudness, earthquakes, film stops, musical pitch, paper
# sizes? Choose one. What is its base, and what would go wrong if it were a plain scale?

# %% [markdown]
# ### The day in five lines
#
# 1. $\log_b x$ answers: which exponent turns $b$ into $x$?
# 2. Multiplying puts factors together, so logarithms add; dividing subtracts them, and a power multiplies.
# 3. All bases are one ruler in different units: $\log_b x = \log x / \log b$, and every curve passes through $(1, 0)$.
# 4. A product of 500 probabilities dies in `float64`; the sum of their logarithms does not.
# 5. $\log_2$ counts yes/no answers, $-\log_2 p$ measures surprise, and $\log$ frees an unknown from the exponent.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $\log_b x$ | log base b of x | `log_base(x, b)`, `np.log2(x)`, `np.log10(x)` |
# | $\log x$ | natural logarithm of x | `np.log(x)` |
# | $\prod_{i=1}^{n} x_i$ | product of the x's | `np.prod(xs)` |
# | $-\log_2 p$ | surprise, in bits | `-np.log2(p)` |
# | $\lfloor y \rfloor$, $\lceil y \rceil$ | floor of y, ceiling of y | `math.floor(y)`, `math.ceil(y)` |

# %% [markdown]
# ### To watch or read
#
# Grant Sanderson (3Blue1Brown) works through the same formulas in "Logarithm fundamentals" (2020); his short "Triangle of Power" (2016) proposes one
# sign that shows base, exponent and power together. Khan Academy has short practice sets under "Intro to logarithms" if you want ten more small
# cases. Tomorrow the logarithm moves to the axes of a plot, and we look inside the computer's numbers to see where $5 \cdot 10^{-324}$ comes from.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Five more things, each by itself: drag the base; see a product die digit by digit; draw the family of logarithms; count yes/no questions; and turn a
# rate of decay into a half-life. Begin with the slider. Start at 2 and pull the base slowly toward 1.2, then out to 10. What does the curve do when the
# base comes close to 1?
#
# <details><summary>Answer</summary>
#
# It gets ever steeper at $(1, 0)$: near base 1 a small step of $x$ takes many factors of the base. At $b = 1$ there is no curve at all.
#
# </details>


# %%
def draw(b):
    fig, ax = plt.subplots(figsize=(5.6, 3.6))
    panel(ax, b)
    ax.set_ylabel("$\\log_b x$")
    return fig


slider(
    draw,
    alt="The curve of log base b. It always passes through (1, 0), and through (b, 1), "
    "which moves right as b grows.",
    b=(1.2, 10, 0.1, 2),
)

# %% [markdown]
# ### How a product dies
#
# Part 2 left a question open: what happens between factor 415 and factor 434? Python's fractions never round, so they can tell us the true product of
# our 500 probabilities. The cell compares: an error of `1e-16` means all digits are right, `1e-02` means two are, and `1e+00` means none is. **Predict**
# how many are right at factor 425. (`Fraction` makes fractions that never round. The line `if k in …` asks whether $k$ is one of the six.)

# %%
from fractions import Fraction

exact = Fraction(1)
for k in range(1, 501):
    exact = exact * Fraction(p[k - 1])
    if k in (400, 420, 425, 430, 433, 434):
        error = abs(Fraction(product[k - 1]) - exact) / exact
        print(f"after {k} factors: {product[k - 1]:10.4g}   error {float(error):.0e}")

exact_log = math.log(exact.numerator) - math.log(exact.denominator)
assert np.isclose(exact_log, log_sum[499], rtol=1e-12)

# %% [markdown]
# The product does not fall off a cliff; it dies slowly, and that is worse. At 425 half of its digits are already wrong, and nothing warned you. The
# last line of the cell makes sure that the sum of the logarithms is right: it agrees with the logarithm of the exact fraction.
#
# The last exercise draws. It needs two more tools: `fresh_axes` hands out an empty drawing, and `read_axes` reads what was drawn on one.

# %%
from log2attn import fresh_axes, read_axes

# %% [markdown]
# ### Exercise · Draw the family
#
# *optional · about 12 minutes · needs the change of base*
#
# A picture without names is an argument nobody can check. Four calls suffice. `ax.plot(xs, ys, label="b = 2")` draws a curve, `ax.plot(3, 5, "o")` a
# dot at $(3, 5)$, `ax.set(xlabel="…", ylabel="…")` names the axes, and `ax.legend()` shows the labels.
#
# **Before you code.** Which calls belong inside a loop over the bases, and which after it?
#
# <details><summary>Answer</summary>
#
# The curves inside, one for each base. The dot, the names of the axes and the legend after it, once.
#
# </details>
#
# **Your task.** Write `draw_logs(ax, bases, xs)`. On the given `ax`, draw one curve of $\log_b x$ per base at the points `xs`, with the base as a
# number in its label; show the legend; name both axes; mark the common point $(1, 0)$ with a dot. Five lines are enough.


# %% exercise="d03-draw_logs"
def draw_logs(ax: plt.Axes, bases: list[float], xs: np.ndarray) -> None:
    """Draw log_b x for several bases on the given Axes: labeled curves, a legend, named
    axes, a dot at (1, 0).

    ax       the Axes to draw on; nothing is returned
    bases    the bases, each > 0 and not 1
    xs       (n,)  points on the x-axis, all > 0, in rising order

    >>> ax = fresh_axes()
    >>> draw_logs(ax, [2, 10], np.array([0.5, 1.0, 2.0]))
    >>> len(read_axes(ax)["legend"]) >= 2
    True
    """
    ### BEGIN SOLUTION
    for b in bases:
        ax.plot(xs, np.log(xs) / np.log(b), label=f"b = {b:g}")
    ax.plot(1, 0, "o", color=INK)
    ax.set(xlabel="x", ylabel="log_b x")
    ax.legend()
    ### END SOLUTION


# %% visible="d03-draw_logs" points=0
# Two bases, five points: log2 of 1/4, 1/2, 1, 2, 4 is -2, -1, 0, 1, 2. The order of
# the curves is yours.
ax = fresh_axes()
draw_logs(ax, [2, 10], np.array([0.25, 0.5, 1.0, 2.0, 4.0]))
seen = read_axes(ax)
curves = [k for k in seen["lines"] if len(k["x"]) >= 5]
names, legend = [k["label"] for k in curves], seen["legend"]
if not any(names):  # ax.legend([...]) names all lines in their order
    both = zip(seen["lines"], legend + [""] * 99, strict=False)
    names = [name for k, name in both if len(k["x"]) >= 5]
assert len(curves) >= 2, f"Two bases need two curves; the given ax holds {len(curves)}."
for b in [2.0, 10.0]:
    fits = [np.allclose(b ** k["y"], k["x"], rtol=1e-9, atol=0) for k in curves]
    assert any(fits), f"No curve of base {b:g}, up to (4, {math.log(4, b):.3f})."
    xs, name = curves[fits.index(True)]["x"], names[fits.index(True)]
    assert xs.min() <= 0.25 and xs.max() >= 4, "A curve does not reach over all of xs."
    assert name in legend, f"Base {b:g} is missing from the legend {legend}."
    numbers = [float(k) for k in re.findall(r"\d*\.?\d+", name)]
    assert b in numbers, f"The curve of base {b:g} is called '{name}'."
ax = fresh_axes()  # a second drawing, whose curve does not come near (1, 0)
draw_logs(ax, [3], np.array([3.0, 9.0]))
seen = read_axes(ax)
assert seen["xlabel"] and seen["ylabel"], "An axis has no name."
dots = [group["xy"] for group in seen["points"]]
lines = [k for k in seen["lines"] if k["marker"] not in ("None", "none", "", " ")]
dots += [np.column_stack([k["x"], k["y"]]) for k in lines]
dots = [xy for xy in dots if np.allclose(3 ** xy[:, 1], xy[:, 0], rtol=0, atol=1e-6)]
at = [np.allclose(dot, [1, 0], rtol=0, atol=1e-9) for xy in dots for dot in xy]
assert any(at), "No dot marks the common point, where x = 1 and the height is 0."

# %% hidden="d03-draw_logs" points=0
# Hidden checks: other bases (fractions, below 1, one alone), other points, the same
# demands on labels, legend and dot, your points left as they were.
_rng = course_rng("d03-draw_logs")
for _bases, _low in [([3.0, 20.0], 0.05), ([1.5, 7.0, 2.5], 0.05), ([0.5, 4.0], 0.2), ([6.0], 2.0)]:
    _xs = np.sort(_rng.uniform(_low, 30.0, size=_rng.integers(40, 80)))
    _given, _ax = _xs.copy(), fresh_axes()
    draw_logs(_ax, _bases, _given)
    _seen = read_axes(_ax)
    assert (_given == _xs).all(), "the caller's points were changed"
    _curves = [_line for _line in _seen["lines"] if len(_line["x"]) >= 20]
    assert len(_curves) >= len(_bases), f"{len(_bases)} bases should give as many curves, got {len(_curves)}"
    _names = [_line["label"] for _line in _curves]
    if not any(_names):
        _names = [
            _name
            for _line, _name in zip(_seen["lines"], _seen["legend"] + [""] * 99, strict=False)
            if len(_line["x"]) >= 20
        ]
    for _b in _bases:
        _fits = [
            _k
            for _k, _line in enumerate(_curves)
            if np.allclose(_b ** _line["y"], _line["x"], rtol=1e-7, atol=0)
        ]
        assert _fits, f"no curve belongs to base {_b}, among the bases {_bases}"
        _line, _said = _curves[_fits[0]], _names[_fits[0]]
        assert _line["x"].min() * (1 - 1e-9) <= _xs[0] < _xs[-1] <= _line["x"].max() * (1 + 1e-9), (
            "a curve does not reach over all points xs"
        )
        assert _said in _seen["legend"], f"base {_b} is missing from the legend"
        _numbers = [float(_n) for _n in re.findall(r"\d*\.?\d+", _said)]
        assert any(np.isclose(_n, _b, rtol=1e-6) for _n in _numbers), (
            f"the legend calls the curve of base {_b} '{_said}'"
        )
    assert all([_seen["xlabel"], _seen["ylabel"]]), "an axis has no name"
    _dots = [_g["xy"] for _g in _seen["points"]]
    _dots += [
        np.column_stack([_k["x"], _k["y"]])
        for _k in _seen["lines"]
        if _k["marker"] not in ("None", "none", "", " ")
    ]
    _dots = [  # of the marked points, those that all lie on a curve
        _d
        for _d in _dots
        if np.isclose([_b ** _d[:, 1] for _b in _bases], _d[:, 0], rtol=1e-6, atol=1e-6).any(axis=0).all()
    ]
    assert any(np.isclose(_d, [1, 0], rtol=0, atol=1e-9).all(axis=1).any() for _d in _dots), (
        "the point (1, 0) is not marked"
    )

# %% [markdown]
# Here is what you drew, for three bases and many points. Check it as a stranger would: could somebody who has never heard of you tell which curve has
# which base, what the axes mean, and where the curves meet? Run the cell again whenever you change your function.

# %%
try:
    ax = fresh_axes()
    draw_logs(ax, [1.5, 2, 10], np.linspace(0.05, 8, 300))
    figure(
        ax.figure,
        alt="Your drawing: the curves of log base 1.5, 2 and 10 rise ever more slowly "
        "and meet in the marked point (1, 0).",
    )
except NotImplementedError:
    print("Write draw_logs first, then run this cell again to see your drawing.")

# %% [markdown]
# ### Whole questions
#
# And 5 doors? $\log_2 5 \approx 2.32$. Two questions tell at most $2^2 = 4$ doors apart, so you need three: a whole number of questions is found by
# rounding *up*, $\lceil \log_2 5 \rceil = 3$. The picture asks, for 1 to 33 doors, how many questions are enough. Where does the staircase climb: at the
# powers of 2, or right after them?

# %%
doors = np.arange(1, 34)
fig, ax = plt.subplots(figsize=(7.2, 3.5))
ax.plot(doors, np.ceil(np.log2(doors)), "s", color=VERMILLION, label="questions")
ax.plot(doors, np.log2(doors), color=BLUE, label="$\\log_2$ of the number of doors")
ax.set(xlabel="number of doors", ylabel="yes/no questions", xticks=[1, 2, 4, 8, 16, 32])
ax.legend()
figure(
    fig,
    alt="The curve of log2 n and, on and above it, a staircase of whole numbers. They "
    "touch at 1, 2, 4, 8, 16 and 32, and the staircase climbs right after each of "
    "these.",
)

# %% [markdown]
# Staircase and curve touch at 1, 2, 4, 8, 16 and 32, where every question splits the doors evenly to the end. One door more, and a further question
# is needed: 33 doors take six.

# %% [markdown]
# ### Exercise · How many yes/no answers?
#
# *optional · about 6 minutes · needs the staircase above*
#
# GPT-2 chooses its next piece of text among 50,257 (Radford and others, 2019). To store which one it was, a computer writes down yes/no answers.
#
# **Before you code.** Which powers of 2 lie to the left and right of 50,257? What is the answer for 1 choice, when there is nothing to ask? Which way
# do you round, and would a hair's error before rounding matter?
#
# <details><summary>Answer</summary>
#
# $2^{15} = 32{,}768$ and $2^{16} = 65{,}536$. For 1 choice, 0. Up, and a hair above a whole number would cost a whole bit.
#
# </details>
#
# **Your task.** Write `bits_for(n_choices)`: the smallest whole number of yes/no answers that tells `n_choices` things apart, exact up to one
# billion. One line is enough; `math.log2` is exact at powers of 2, and `math.ceil` rounds up.


# %% exercise="d03-bits_for"
def bits_for(n_choices: int) -> int:
    """Smallest whole number of yes/no answers that tells n_choices things apart.

    n_choices  whole number, 1 ≤ n_choices ≤ 1_000_000_000
    returns    bits, a whole number ≥ 0

    >>> int(bits_for(8))
    3
    """
    ### BEGIN SOLUTION
    return math.ceil(math.log2(n_choices))
    ### END SOLUTION


# %% visible="d03-bits_for" points=0
# By hand: two doors take one question, eight take three, and five take as many
# as eight. 2**9 < 1000 < 2**10.
got = [bits_for(2), bits_for(8), bits_for(5), bits_for(1000), bits_for(1)]
assert got[0] is not None, "bits_for returned None. Did you forget return?"
assert got[:2] == [1, 3], (
    f"For 2 and 8 choices expected [1, 3], got {got[:2]}. "
    "How often can you halve 8 doors until only a single one of them is left?"
)
assert got[2] == 3, (
    f"For 5 choices expected 3, got {got[2]}. How many doors can two questions tell "
    "apart, and which way do you round?"
)
assert got[3] == 10, (
    f"For 1000 choices expected 10, got {got[3]}. Between which two powers of 2 does "
    "1000 lie, and which of them counts?"
)
assert got[4] == 0, f"For 1 choice expected 0, got {got[4]}: there is one door."

# %% hidden="d03-bits_for" points=0
# Hidden checks: random numbers of choices up to a billion, and every power of 2 up to
# there with its neighbors, where a hair decides.
_rng = course_rng("d03-bits_for")
_ns = [1, 2, 3, *_rng.integers(4, 10**9, size=40).tolist()]
for _k in range(2, 30):
    _ns += [2**_k - 1, 2**_k, 2**_k + 1]
for _n in _ns:
    _want, _got = (_n - 1).bit_length(), bits_for(_n)
    assert _got == _want, (
        f"bits_for({_n}) should be {_want}, is {_got}: with one answer fewer, how many things can be told apart?"
    )

# %% [markdown]
# A riddle: why is `bits_for(n)` the same as `digits_needed(n - 1, 2)` for $n \ge 2$?
#
# <details><summary>Answer</summary>
#
# Number the things from 0 to $n - 1$ and write each number in base 2: every binary digit is one yes/no answer, and the largest number needs most digits.
#
# </details>

# %% [markdown]
# ### How long does an average remember?
#
# While a diffusion model learns to make images, a moving average of its weights is kept, with $\beta = 0.9999$ (Ho and others, 2020). As yesterday,
# each step multiplies what the average remembers by $\beta$. So after $t$ steps old weights have the share
#
# $$ \beta^t = e^{-rt} \quad\text{with the rate}\quad r = -\log \beta. $$
#
# In words: a decay by the same factor in every step is an exponential decay, and its *rate* is minus the logarithm of that factor. The cell checks
# this for the first 10,000 steps, then searches for the step at which one half is left.

# %%
forgetting = -np.log(0.9999)
shares = 0.9999 ** np.arange(10_000)
assert np.allclose(shares, np.exp(-forgetting * np.arange(10_000)), rtol=1e-9)
print("rate", forgetting, "  below one half from step", np.argmax(shares < 0.5))

# %% author=true
assert np.argmax(shares < 0.5) == 6932

# %% [markdown]
# ### Exercise · Half-life from a rate
#
# *optional · about 6 minutes · needs the equation above and half-life (day 2)*
#
# The search found 6,932 steps. Yesterday you knew the half-life and computed what is left; now you know the rate and ask for the half-life. At a rate
# of 0.1 per hour it is *not* 10 hours, and not 5 hours either.
#
# **Before you code.** The half-life $t_{1/2}$ solves $e^{-rt} = \tfrac12$. Take the natural logarithm of both sides. Which sign do you get?
#
# <details><summary>Answer</summary>
#
# $-rt = \log \tfrac12 = -\log 2$. Both sides are negative, so the time is positive.
#
# </details>
#
# **Your task.** Write `half_life(rate)` for $x(t) = e^{-rt}$. One line is enough, and with the rate above it should give a little less than 6,932,
# without a search.


# %% exercise="d03-half_life"
def half_life(rate: float) -> float:
    """Time after which x(t) = exp(-rate * t) has fallen to one half.

    rate     decay rate, > 0, per unit of time
    returns  time, in the same unit

    >>> round(float(half_life(0.1)), 4)
    6.9315
    """
    ### BEGIN SOLUTION
    return np.log(2) / rate
    ### END SOLUTION


# %% visible="d03-half_life" points=0
# By hand: at the rate log 2 per hour, one hour leaves exp(-log 2) = 1/2. At a
# tenth of the rate it takes ten times as long.
got = [half_life(math.log(2)), half_life(math.log(2) / 10)]
assert got[0] is not None, "half_life returned None. Did you forget return?"
assert got[0] > 0, (
    f"A half-life is a time and positive; got {got[0]:.9g}. Is the logarithm of one "
    "half positive or negative, and what stands before the rate?"
)
left = math.exp(-math.log(2) * got[0])
assert np.isclose(got[0], 1.0, rtol=1e-9, atol=0), (
    f"At the rate log 2 the half-life is 1. You say {got[0]:.9g}, but by then "
    f"exp(-rate * t) is {left:.4f} and not one half."
)
assert np.isclose(got[1], 10.0, rtol=1e-9, atol=0), (
    "At a tenth of that rate it takes 10 times as long: "
    f"expected 10, got {got[1]:.9g}. Does a slower decay take longer?"
)

# %% hidden="d03-half_life" points=0
# Hidden checks: rates from very slow to very fast, compared with 30-digit arithmetic.
from decimal import Decimal as _Decimal

_rng = course_rng("d03-half_life")
for _rate in [0.1, 1.0, 3.0, *(10 ** _rng.uniform(-6, 4, size=30)).tolist()]:
    _want = float(_Decimal(2).ln() / _Decimal(_rate))
    _got = half_life(_rate)
    assert np.isclose(_got, _want, rtol=1e-9, atol=0), (
        f"at the rate {_rate:.4g} the half-life is {_want:.9g}, you say {_got:.9g}"
    )
assert np.isclose(half_life(2), math.log(2) / 2, rtol=1e-9, atol=0), (
    "wrong for a rate given as a whole number"
)
