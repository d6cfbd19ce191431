# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A log scale counts factors, and every float lives on one
#
# **Question of the day.** How can one picture, or one number of 16 bits, hold quantities that differ by factors of a billion?
#
# *After today you can* read growth factors and exponents off logarithmic axes, say where a computer's number loses its digits, becomes 0 or becomes
# infinite, and add probabilities of which you know only the logarithms.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the earlier notebooks and take a sheet of paper. Write an answer with a number to each of the three questions before you unfold ours. If one of
# yours is wrong, write one line about what misled you. All three come back today.

# %% [markdown]
# **From yesterday (day 3): a product.** A language model gives each of 20 words the probability $\tfrac18$. What is $\log_2$ of the product of all 20?
# How many bits of surprise is that?
#
# <details><summary>Answer</summary>
#
# $\log_2 \tfrac18 = -3$, and logarithms of factors add: $20 \cdot (-3) = -60$. The surprise is minus that, 60 bits.
#
# </details>

# %% [markdown]
# **From yesterday (day 3): change of base.** You know $\log_{10} 2 \approx 0.30103$. Which power of 10 is $2^{1024}$? With how many decimal digits is
# it written?
#
# <details><summary>Answer</summary>
#
# $\log_{10} 2^{1024} = 1024 \cdot 0.30103 \approx 308.25$, so $2^{1024} \approx 10^{308.25} \approx 1.8 \cdot 10^{308}$. It has $308 + 1 = 309$ digits.
# Keep this number: it is the end of `float64`.
#
# </details>

# %% [markdown]
# **From day 1: scientific notation.** Write 0.00000006 in scientific notation, as a number from 1 to 10 times a power of 10. Multiply it by
# $5 \cdot 10^{3}$, without a calculator.
#
# <details><summary>Answer</summary>
#
# $6 \cdot 10^{-8}$. The product is $6 \cdot 5 \cdot 10^{-8+3} = 30 \cdot 10^{-5} = 3 \cdot 10^{-4}$: numbers multiply, exponents add. It is also close to
# the smallest number that 16 bits can hold, as you will see.
#
# </details>

# %% author=true
import math

assert math.log2(1 / 8) * 20 == -60
assert abs(1024 * 0.30103 - 308.25) < 0.01 and len(str(2**1024)) == 309 and str(2**1024)[:2] == "17"
assert math.isclose(6e-8 * 5e3, 3e-4, rel_tol=1e-12)

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# A puzzle with 70,000 words, then four ideas and one short exercise. The logarithm moves to the axes of a plot, first to one, then to both. Then we
# find it inside a computer's number, which has two ends and one weakness. At the end the puzzle is solved.

# %%
import math
import re
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION

# %% [markdown]
# ### A puzzle in plain sight
#
# Yesterday you measured the surprise of real words. Here is three times as much of that text, about 70,000 words, and we count each different word. "the"
# occurs about 6,200 times, and about 1,200 words occur once. Sort the words by their counts: rank 1 is "the". **Write down two guesses:** how often does the
# word of rank 100 occur, and that of rank 1,000?

# %%
words = re.findall("[a-z]+", " ".join(data.docs(3000)).lower())
often = sorted(Counter(words).values(), reverse=True)  # the counts alone, largest first
counts, rank = np.array(often), np.arange(1, len(often) + 1)
print(f"{len(words)} words, {len(counts)} of them different")

# %% [markdown]
# Each dot of the picture is one of about 3,700 different words: its rank to the right, its count upward. Look for your two answers, at 100 and at
# 1,000. How far can you read this picture, and where does it tell you nothing?

# %%
fig, ax = plt.subplots(figsize=(6, 2.8))
ax.plot(rank, counts, ".", color=GREEN, markersize=4)
ax.set(xlabel="rank of the word", ylabel="how often it occurs")
figure(fig, alt=(
    "Word counts against rank on plain axes: the dots fall straight down the left "
    "edge and then lie along the bottom. Nothing can be read between."
))

# %% author=true
# The wording shifts with the versions of the packages: the prose says "about", and so does this.
_seen = [len(words), len(counts), counts[0], counts[99], counts[999], np.sum(counts == 1)]
assert np.allclose(_seen, [70000, 3700, 6200, 100, 7, 1200], rtol=0.1, atol=0.5), _seen
assert Counter(words)["the"] == counts[0]

# %% [markdown]
# The dots fall down the left edge and lie along the bottom. On an axis that has room for 6,200, the numbers 100 and 7 look alike. What we need is an
# axis on which every *factor* gets the same room, no matter whether it leads from 1 to 10 or from 600 to 6,000.

# %% [markdown]
# ### One axis: constant growth becomes a line
#
# Some quantity doubles in every step: 1, 2, 4, and so on. Yesterday you met one, the computing power spent on training notable models, which doubled
# about every 6 months after 2010. On a plain axis that reaches to 1024, nobody can tell 1 from 2. Now take the logarithms. By how much does each one
# differ from the one before? (`zip` pairs two rows, the first with the first and so on; `strict=True` asks that they are equally long. `.round(2)`
# keeps two digits.)

# %%
steps = np.arange(0, 11)
compute = 2**steps
print(np.log10(compute).round(2))
fig, axes = plt.subplots(1, 2, figsize=(8, 2.8))
for ax, scale in zip(axes, ["linear", "log"], strict=True):
    ax.plot(steps, compute, "o-", color=BLUE)
    ax.set(xlabel="step", ylabel="computing power", yscale=scale, title=f"{scale} axis")
figure(fig, alt=(
    "Powers of 2 for the steps 0 to 10. On a plain axis the first six seem to lie at "
    "0 and the rest shoots up; on a log axis all eleven lie on one line."
))

# %% [markdown]
# The numbers rise by ever larger amounts, their logarithms by the same 0.30 every time: a straight line.
#
# The **log axis** on the right does this for you. It puts each number at the distance of its logarithm, like the marks on Oughtred's ruler, and still
# writes the number itself beside the mark. In matplotlib it is one setting, `ax.set(yscale="log")`. A plot with a log axis upward and a plain axis to
# the right is called **semilog**.

# %% [markdown]
# Now for all quantities with constant growth. Start at $c > 0$ and multiply by $b > 0$ in each step, so that $y = c \cdot b^x$. Take logarithms, to any
# base:
#
# $$ \log y = \log c + x \log b. $$
#
# In words: the logarithm starts at $\log c$ and rises by $\log b$ per step, so on a semilog axis the points lie on a line. How far a line rises per
# step to the right is its **slope** (day 5 has more). A negative slope means that it falls.

# %% author=true
c, b = 3.0, 1.7
for x in (0.0, 1.0, 2.5, 8.0):
    assert np.isclose(np.log10(c * b**x), np.log10(c) + x * np.log10(b), rtol=1e-12)
assert round(10 ** (2 / 4), 2) == 3.16

# %% [markdown]
# Reading it backward is the useful direction. A line climbs two decades in four steps: half a decade per step, which is a factor of
# $10^{1/2} \approx 3.16$ per step. You never need the heights themselves, only how many decades lie between them.
#
# > **Watch out.** A log axis has no 0 and no negative numbers: they have no logarithm, and such points cannot be shown.

# %% [markdown]
# ### Both axes: powers become lines
#
# Here are three laws that meet at $x = 8$: $30x + 16$, $2^x$ and $4x^2$. Read the rows. Which law adds the same amount when $x$ grows by 1? Which one
# is multiplied by the same factor when $x$ grows by 1? And which one when $x$ *doubles*? (`{name: value, …}` is a *dict* (dictionary): pairs in which
# you look a value up by its name. `.items()` hands out the pairs. `{name:12s}` gives a text 12 places.)

# %%
x = np.arange(1, 9)
laws = {"linear": 30.0 * x + 16, "exponential": 2.0**x, "power": 4.0 * x**2}
for name, y in laws.items():
    print(f"{name:12s}", y)
kinds = {"plain": ("linear", "linear"), "semilog": ("linear", "log")}
kinds["log-log"] = ("log", "log")  # the scales across and upward; "linear" is plain

# %% [markdown]
# The linear law adds 30 per step. The exponential doubles per step. The **power law** has no constant factor per step, but whenever $x$ doubles, $4x^2$
# is multiplied by 4: at 1, 2, 4, 8 it is 4, 16, 64, 256. Equal factors of $x$ give equal factors of $y$. So both axes should count factors. For
# $y = c \cdot x^p$,
#
# $$ \log y = \log c + p \log x. $$
#
# In words: on log axes in both directions (**log-log**) a power law is a line, and its slope is the exponent.

# %% author=true
for factor, p in ((3.0, 2.0), (0.5, -1.5), (7.0, 0.25)):
    for at in (0.1, 4.0, 900.0):
        assert np.isclose(np.log(factor * at**p), np.log(factor) + p * np.log(at), rtol=1e-12)

# %% [markdown]
# Here are our three laws on the three kinds of axes: plain, semilog, log-log. Circles, squares and triangles mark them: `"os^"` hands out one mark
# after the other. Predict before you run the cell: which law is straight in which panel?

# %%
fig, axes = plt.subplots(1, 3, figsize=(10, 3.5))
for ax, (kind, (across, upward)) in zip(axes, kinds.items(), strict=True):
    for (name, y), marker in zip(laws.items(), "os^", strict=True):
        ax.plot(x, y, marker=marker, markersize=5, label=name)
    ax.set(title=kind, xlabel="x", ylabel="y", xscale=across, yscale=upward)
axes[2].set(xticks=[1, 2, 4, 8], xticklabels=["1", "2", "4", "8"])
axes[2].minorticks_off()
axes[0].legend()
figure(fig, alt=(
    "Three laws in three panels. The linear law is straight on plain axes only, the "
    "exponential on semilog, the power law on log-log axes."
))


# %% [markdown]
# One law per panel: the choice of axes turns "is it straight?" into a test for a law, and in part 3 you will teach it to a function. Look again at the
# power law on the right. While $x$ climbs one decade, from 1 to 10, $4x^2$ climbs two, from 4 to 400. Decades up per decade to the right: that is the
# slope, and it is the exponent.

# %% [markdown]
# ### Exercise · Read an exponent off two points
#
# *2 points · about 8 minutes · needs the log-log formula*
#
# Kaplan and others (2020) plotted the loss of language models, a measure of how badly they predict, against their number of parameters on log-log
# axes. Over several decades the points lay near a line of slope $-0.076$: ten times the parameters multiply the loss by $10^{-0.076} \approx 0.84$. Day
# 10 fits such a law.
#
# **Before you code.** From $(2, 5)$ to $(2000, 500)$: how many decades to the right, how many up? What is the slope? Does it matter which logarithm you
# use?
#
# <details><summary>Answer</summary>
#
# Three decades to the right, two up: the slope is $2/3$. Another base multiplies all logarithms by one number, which cancels in the quotient.
#
# </details>
#
# **Your task.** Write `slope_loglog(x, y)`, the slope on log-log axes of the line from the first point to the last. One or two lines are enough; `x[0]`
# is the first entry, `x[-1]` the last.

# %% exercise="d04-slope_loglog"
def slope_loglog(x: np.ndarray, y: np.ndarray) -> float:
    """Slope, on log-log axes, of the straight line from the first point to the last.

    x        (n,)  positive numbers, the last one different from the first
    y        (n,)  positive numbers
    returns  one number: decades of y per decade of x

    >>> round(float(slope_loglog(np.array([1.0, 10.0]), np.array([3.0, 300.0]))), 4)
    2.0
    """
    ### BEGIN SOLUTION
    rise = math.log(y[-1]) - math.log(y[0])
    run = math.log(x[-1]) - math.log(x[0])
    return rise / run
    ### END SOLUTION


# %% visible="d04-slope_loglog" points=1
# From (2, 5) to (2000, 500): three decades to the right, two up. The point between
# the ends is not on the line.
got = slope_loglog(np.array([2.0, 40.0, 2000.0]), np.array([5.0, 80.0, 500.0]))
assert got is not None, "slope_loglog returned None. Is a return missing?"
assert np.ndim(got) == 0, (
    f"A slope is one number; you returned something of shape {np.shape(got)}."
)
assert np.isclose(got, 2 / 3, rtol=1e-9, atol=0), (
    "Two decades up for three decades to the right: expected 0.6667, got "
    f"{float(got):.4f}. Which logarithms do you divide by which, and do all have the "
    "same base?"
)

# %% hidden="d04-slope_loglog" points=1
# Hidden checks: rising and falling lines, bent curves between the ends, points from
# right to left, whole numbers, your arrays left as they were.
_rng = course_rng("d04-slope_loglog")
for _ in range(40):
    _n, _p = int(_rng.integers(2, 9)), np.float64(_rng.uniform(-3, 3))
    _x = 10.0 ** _rng.uniform(-4, 4, size=_n)
    _x[-1] = _x[0] * _rng.choice([0.001, 0.2, 5.0, 4000.0])
    _y = 10.0 ** _rng.uniform(-3, 3, size=_n)
    _y[-1] = _y[0] * (_x[-1] / _x[0]) ** _p
    _given_x, _given_y = _x.copy(), _y.copy()
    _got = slope_loglog(_given_x, _given_y)
    assert np.isclose(_got, _p, rtol=1e-9, atol=1e-9), f"from ({_x[0]:.3g}, {_y[0]:.3g}) to ({_x[-1]:.3g}, {_y[-1]:.3g}) the slope is {_p:.4f}, you say {_got}"
    assert (_given_x == _x).all() and (_given_y == _y).all(), "the caller's arrays were changed; leave what you are given as it is"
assert np.isclose(slope_loglog(np.array([1, 2, 3]), np.array([5, 1, 405])), 4.0, rtol=1e-9, atol=0), "wrong for whole numbers: 405 / 5 = 81 = 3**4"

# %% [markdown]
# ### Inside the computer's number
#
# 64 bits tell at most $2^{64}$ numbers apart. Which ones should `float64` have? With equal gaps of a hundredth of an atom ($10^{-12}$ m) they would not
# reach once around the Earth. So it uses scientific notation, in base 2. The number 6.5 is stored as
#
# $$ 1.101_2 \cdot 2^2 = \left(1 + \tfrac12 + \tfrac18\right) \cdot 4 = 6.5. $$
#
# In words: the places after the point are worth $\tfrac12, \tfrac14, \tfrac18, \ldots$ (the small 2 says base 2), and the exponent 2 doubles twice. One
# bit keeps the sign, 52 the places, 11 the exponent. Numbers kept in this way are called *floating-point numbers*, **floats** for short.

# %%
places = 3
toy = [(1 + k / 2**places) * 2.0**e for e in range(4) for k in range(2**places)]
print(toy[:8], "then", toy[8:16])

# %% [markdown]
# (`for e … for k …` runs through every $k$ for $e = 0$, then for $e = 1$, and so on. A loop over a dict runs through its names.) With only 3 places
# we can look at all of them: the toy numbers from 1 up to 16. Eight lie between 1 and 2, an eighth apart; eight between 2 and 4, a quarter apart. The
# picture marks each number on a plain axis and again on a log axis. Where do they lie densest in each row?

# %%
says = {"linear": "gaps double", "log": "eight numbers per doubling"}
fig, axes = plt.subplots(2, 1, figsize=(8, 3))
for ax, scale in zip(axes, says, strict=True):
    ax.vlines(toy, 0, 1, color=BLUE, linewidth=1.5)
    ax.set(xscale=scale, xlabel="number", title=f"{scale} axis: {says[scale]}")
    ax.set(xlim=(0.95, 16.6), yticks=[], ylim=(0, 1.1))
    ax.set(xticks=[1, 2, 4, 8, 16], xticklabels=["1", "2", "4", "8", "16"])
    ax.minorticks_off()
figure(fig, alt=(
    "The toy numbers from 1 to 15 as marks. On a plain axis the gaps double at 2, 4 "
    "and 8; on a log axis each doubling holds eight marks, almost evenly spread."
))

# %% [markdown]
# The plain axis is crowded on the left. On the log axis every doubling has its eight marks, almost evenly: a float is a log scale in hardware. The toy
# is real, too. E4M3, one of two 8-bit formats made for training large models, has exactly these 3 places (Micikevicius and others, 2022).
#
# `float64` has 52 places, so each doubling is cut into $2^{52}$ steps:
#
# $$ \text{gap} = 2^{e-52} \quad\text{for}\quad 2^e \le x < 2^{e+1}. $$
#
# In words: the gap between neighbors is $2^{-52}$ times the power of 2 at or below the number.

# %%
for number in (1.0, 3.0, 500.0, 1e16):
    e = math.floor(math.log2(number))
    print(
        f"{number:7g} is at least 2^{e}; its neighbor is {np.spacing(number):.2g} away"
    )
print((1e16 + 1) - 1e16, 0.1 + 0.2)

# %% author=true
assert (1 + 1 / 2 + 1 / 8) * 2**2 == 6.5 and 2**64 * 1e-12 / 1000 < 40_000
for number in (1.0, 3.0, 500.0, 1e16):
    assert np.spacing(number) == 2.0 ** (math.floor(math.log2(number)) - 52)
assert (1e16 + 1) - 1e16 == 0.0

# %% [markdown]
# (`np.spacing` is the distance to the next `float64`.) Near $10^{16}$ neighbors are 2 apart. So $10^{16} + 1$ lies halfway between two of them, is
# rounded back to $10^{16}$, and the difference is 0. Also 0.1 is rounded, because no finite row of places in base 2 gives it; that shows in
# $0.1 + 0.2$. Yesterday's 499.99999999999994 is the neighbor of 500: one gap of $5.7 \cdot 10^{-14}$ below.
#
# The gap above 1 has a name, **machine epsilon**, $\varepsilon = 2^{-52} \approx 2.2 \cdot 10^{-16}$. Rounding moves a number by half a gap at most, so by
# at most the share $\varepsilon / 2$ of itself: about 16 digits are right.

# %% [markdown]
# ### The two ends
#
# The exponent has 11 bits, and they give it the range from $-1022$ to 1023. So `float64` ends right below $2^{1024} \approx 1.8 \cdot 10^{308}$, the
# number of your warm-up. What is larger becomes `inf`, infinity; this is **overflow**. And `inf - inf` has no answer; it gives `nan`, "not a number".
# What do you expect at the lower end?

# %%
limits = np.finfo(np.float64)  # numpy's record of a format
print(limits.max, 1e308 * 10, float("inf") - float("inf"))
print(limits.tiny, limits.smallest_subnormal, 5e-324 / 2)
print("pi times 1e-320:", math.pi * 1e-320)

# %% author=true
assert limits.tiny == 2.0**-1022 and limits.smallest_subnormal == 2.0**-1074
assert np.isnan(float("inf") - float("inf")) and 5e-324 / 2 == 0

# %% [markdown]
# Here are yesterday's two limits. Down to $2^{-1022} \approx 2.2 \cdot 10^{-308}$ each number has its 52 places. Below, the exponent cannot fall any
# further, so the gap stays at $2^{-52} \cdot 2^{-1022} = 2^{-1074} \approx 5 \cdot 10^{-324}$, and the digits go one by one: of $\pi \cdot 10^{-320}$
# hardly four are left. Below half of that last gap is only 0. This is **underflow**, and it is silent.

# %% [markdown]
# ### Cancellation: what a subtraction uncovers
#
# Add the tiny $x = 10^{-10}$ to 1, then subtract the 1. What should come back, and how many of its digits will? Two logarithms of $1 + x$ stand below.
# The second is `np.log1p(x)`, "log of one plus": it takes $x$ itself and never forms the sum.

# %%
small = 1e-10
print("came back:", (1 + small) - 1)
print("log(1 + x):", np.log(1 + small))
print("log1p(x):  ", np.log1p(small))

# %% [markdown]
# Only 7 digits came back. The sum $1 + x$ was rounded by up to $\varepsilon/2 \approx 10^{-16}$, harmless beside 1. The subtraction then removed the 1
# and left $x$ with that error, a share of $10^{-16} / 10^{-10} = 10^{-6}$ at worst. This is **cancellation**: the subtraction is exact, it uncovers what
# was lost before. The naive logarithm suffers alike, for near 1 it measures the distance to 1. `np.log1p` has all its digits.

# %% [markdown]
# ### Back to the words
#
# Here are the word counts again, on log axes in both directions, one dot for each word. The dashed line joins rank 10 with rank 1,000. Which two
# heights do you read at rank 100 and at rank 1,000? And if a language follows such a line, what happens to the count whenever the rank grows tenfold?

# %%
slope = np.log(counts[999] / counts[9]) / np.log(1000 / 10)
print(f"rank 100: {counts[99]} times; rank 1000: {counts[999]}; slope {slope:.2f}")
fig, ax = plt.subplots(figsize=(6, 3.5))
ax.plot(rank, counts, ".", color=GREEN, markersize=4)
ax.plot([10, 1000], [counts[9], counts[999]], color=INK, linestyle="--")
ax.text(70, 1.9 * counts[59], f"slope −{-slope:.2f}")
ax.set(xscale="log", yscale="log", xlabel="rank of the word", ylabel="how often")
figure(fig, alt=(
    "Word counts against rank on log-log axes: the dots follow a line of slope −1.06 "
    "from rank 10 to rank 1000, bowed slightly above it, near 100 at rank 100."
))

# %% [markdown]
# Rank 100: 104 times. Rank 1,000: 7 times. Two decades of ranks follow a line of slope near $-1$, with a slight bow above it, so ten times the rank
# is roughly a tenth of the count (here a ninth, then a fifteenth). It is a power law; George Zipf made it famous (1949). A language model meets most
# words rarely, and a few all the time. One picture holds factors of 6,000 because its axes count factors. In the same way numbers of 64 bits span
# factors of $10^{600}$, and those of 16 bits, from $6 \cdot 10^{-8}$ to 65,504, a million million: more than the billion we asked for.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# Two exercises that combine the day: adding probabilities that no `float64` can hold, and telling laws apart by how straight they are. Both are tools
# that laboratories use: the first in recognizing speech, the second before they buy a larger computer.

# %% [markdown]
# ### Adding what only logarithms can hold
#
# A speech recognizer can fit the sounds to a sentence in many ways, early or late, and the probability of the sentence is the *sum* over these ways
# (Graves and others, 2006). Each is a product of hundreds of factors, so only its logarithm $a$ is known. We need $\log(e^a + e^b)$, and yesterday's
# warning says that there is no formula for the logarithm of a sum. But one may take out a common factor $e^c$:
#
# $$ \log(e^a + e^b) = c + \log\left(e^{a-c} + e^{b-c}\right) \quad \text{for every number } c. $$
#
# In words: subtract $c$ from both exponents, add, take the logarithm, and give $c$ back.

# %%
a, b = 1.0, 2.5
print(np.log(np.exp(a) + np.exp(b)))
for c in (-3.0, 0.0, 2.0, 10.0):
    print(c, c + np.log(np.exp(a - c) + np.exp(b - c)))
with np.errstate(divide="ignore"):  # keeps numpy from printing a warning about log 0
    print(np.log(np.exp(-1000.0) + np.exp(-1001.0)))

# %% author=true
a, b = 1.0, 2.5
for c in (-3.0, 0.0, 2.0, 10.0):
    assert np.isclose(np.log(np.exp(a) + np.exp(b)), c + np.log(np.exp(a - c) + np.exp(b - c)), rtol=1e-12)


# %% [markdown]
# The identity holds for every $c$, and the plain formula fails at $a = -1000$: both exponentials are 0. So the choice of $c$ is everything.
#
# A probability of 0 can take part as well. Its logarithm does not exist; computers write $-\infty$ for it, `-np.inf`. Then $e^{-\infty} = 0$, and adding
# it should change nothing.

# %% [markdown]
# ### Exercise · Add two probabilities without seeing them
#
# *4 points · about 11 minutes · needs log1p, overflow and underflow*
#
# This function comes back: in the loss of day 24, and with the softmax of day 39.
#
# **Before you code.** Which $c$ makes one of the two terms $e^0 = 1$ and the other at most 1? Then you take the logarithm of 1 plus something small:
# which function of today is made for that, so that $a = 0$, $b = -40$ gives $4 \cdot 10^{-18}$ and not 0? And what is $-\infty - (-\infty)$?
#
# <details><summary>Answer</summary>
#
# $c$ is the larger of the two. `np.log1p` keeps the small term. And $-\infty - (-\infty)$ is `nan`, so two probabilities of 0 need a thought of their own:
# their sum is 0.
#
# </details>
#
# **Your task.** Write `log_add(a, b)` for two numbers or two arrays of the same shape; $-\infty$ is allowed in one or both. `np.maximum(a, b)` and
# `np.minimum(a, b)` compare entry by entry, `np.where(test, yes, no)` chooses entry by entry. Three or four lines are enough.

# %% exercise="d04-log_add"
def log_add(a: float | np.ndarray, b: float | np.ndarray) -> float | np.ndarray:
    """Logarithm of exp(a) + exp(b), without overflow or underflow.

    a, b     numbers, or arrays of the same shape; -inf stands for the logarithm of 0
    returns  as a and b

    >>> round(float(log_add(np.log(3.0), np.log(5.0))), 4)  # log 8
    2.0794
    """
    ### BEGIN SOLUTION
    top, low = np.maximum(a, b), np.minimum(a, b)
    # If both are -inf, low - top would be nan; with a finite stand-in it is -inf.
    finite = np.maximum(top, np.finfo(float).min)
    return top + np.log1p(np.exp(low - finite))
    ### END SOLUTION


# %% visible="d04-log_add" points=1
# By hand: 3 + 5 = 8. Two equal terms double, so log 2 = 0.6931 is added, at any
# size. Adding probability 0 changes nothing.
got = log_add(np.log(3.0), np.log(5.0))
assert got is not None, "log_add returned None. Is a return missing?"
assert np.isclose(got, np.log(8), rtol=1e-9, atol=0), (
    f"exp(a) = 3 and exp(b) = 5, so expected log 8 = {np.log(8):.4f}, got "
    f"{float(got):.4f}. Is c given back, and are both terms in it?"
)
got = log_add(np.array([1000.0, -1000.0]), np.array([1000.0, -1000.0]))
assert np.shape(got) == (2,), (
    f"Two pairs give two answers: expected shape (2,), got {np.shape(got)}."
)
assert np.allclose(got, np.log(2) + np.array([1000, -1000]), rtol=1e-12, atol=0), (
    f"Expected 1000.6931 and -999.3069, got {got}. Which exponentials does your "
    "program form?"
)
with np.errstate(all="ignore"):
    far, got = log_add(0.0, -800.0), log_add(-np.inf, 2.0)
assert np.isclose(far, 0.0, rtol=0, atol=1e-12), (
    f"exp(-800) is nothing beside exp(0) = 1, so expected log 1 = 0, got {far}."
)
assert np.isclose(got, 2.0, rtol=1e-12, atol=0), (
    f"Adding probability 0 (a = -inf) to exp(2) leaves exp(2): expected 2, got {got}. "
    "What is c here, and what is subtracted from what?"
)

# %% hidden="d04-log_add" points=3
# Hidden checks: random numbers and arrays of several shapes, far apart and close
# together, tiny answers, -inf on either side and on both, your arrays left as they
# were.
_rng = course_rng("d04-log_add")
for _scale in (1.0, 30.0, 900.0, 1e5):
    for _shape in [(), (int(_rng.integers(2, 7)),), (2, int(_rng.integers(3, 6)))]:
        _a, _b = _rng.normal(scale=_scale, size=_shape), _rng.normal(scale=_scale, size=_shape)
        _want, _given_a, _given_b = np.logaddexp(_a, _b), np.copy(_a), np.copy(_b)
        with np.errstate(all="ignore"):
            _got = log_add(_given_a, _given_b)
        assert np.shape(_got) == _shape, f"inputs of shape {_shape} gave an answer of shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"wrong for numbers of size {_scale:g}, shape {_shape}"
        assert (_given_a == _a).all() and (_given_b == _b).all(), "the caller's arrays were changed; leave what you are given as it is"
for _gap in (40.0, 60.0, 600.0):
    _want = np.exp(np.float64(-_gap))  # log(1 + t) is t to 17 digits when t is this small
    assert np.isclose(log_add(0.0, -_gap), _want, rtol=1e-9, atol=0), f"log_add(0, {-_gap:g}) should be {_want:.3g}: the small term was lost when it met the 1"
_inf = float("inf")
_a, _b = np.array([-_inf, 3.0, -_inf, -2.0]), np.array([1.5, -_inf, -_inf, -2.0])
_want = np.logaddexp(_a, _b)
with np.errstate(all="ignore"):
    _got, _zero = log_add(_a, _b), log_add(-_inf, -_inf)
assert np.allclose(_got, _want, rtol=1e-9, atol=0), f"with -inf among the entries expected {_want}, got {_got}"
assert _zero == -_inf, f"0 + 0 = 0, so log_add(-inf, -inf) is -inf, you say {_zero}"
assert np.isclose(log_add(2, 3), np.logaddexp(2.0, 3.0), rtol=1e-9, atol=0), "wrong for whole numbers"


# %% [markdown]
# ### How straight is straight?
#
# To make "straight" a number, lay a ruler through the first and the last point. The **bend** is the largest distance upward or downward between a point
# and the ruler, as a share of the ruler's rise. Which of the two curves below bends more?

# %%
def bend(u, v):
    """How far the points stray from the line first to last, as a share of its rise."""
    # np.interp: the heights, at all u, of the line between the two end points
    ruler = np.interp(u, [u[0], u[-1]], [v[0], v[-1]])
    return np.max(np.abs(v - ruler)) / np.abs(ruler[-1] - ruler[0])


u = np.array([0.0, 1.0, 2.0])
print(bend(u, np.array([0.0, 1.0, 4.0])), bend(u, np.array([0.0, 19.0, 40.0])))
assert np.isclose(bend(u, np.array([0.0, 1.0, 4.0])), 0.25, rtol=1e-12)


# %% [markdown]
# In the first curve the middle point lies at 1 and the ruler at 2: a distance of 1 on a rise of 4, so the bend is 0.25. In the second it is
# $1/40 = 0.025$, nearly straight. Dividing by the rise makes curves of any size, and of any unit, comparable.

# %% [markdown]
# ### Exercise · Which law is it?
#
# *4 points · about 12 minutes · needs the three kinds of axes and bend*
#
# Before a laboratory spends money on a larger model, it asks which law its measurements follow. The forecasts differ by decades.
#
# **Before you code.** Which pair of arrays do you give to `bend` for each kind of axes? Measurements carry errors, so no bend will be exactly 0. How
# do you decide then?
#
# <details><summary>Answer</summary>
#
# Plain axes: `x, y`. Semilog: `x, np.log(y)`. Log-log: `np.log(x), np.log(y)`. The smallest of the three bends decides, whatever its size.
#
# </details>
#
# **Your task.** Write `detect_law(x, y)`, which returns `"linear"`, `"exponential"` or `"power"`: the law whose axes make the points straightest. You
# may use `bend`, and `min(p, q, r)`, the smallest of three numbers. Ten lines are enough.

# %% exercise="d04-detect_law"
def detect_law(x: np.ndarray, y: np.ndarray) -> str:
    """The law whose axes make the points straightest.

    x        (n,)  positive numbers in rising order, n ≥ 4, spaced in any way
    y        (n,)  positive numbers that rise or fall, by little or by much,
             measured to half a percent or better
    returns  "linear", "exponential" or "power"

    >>> detect_law(np.array([1.0, 2.0, 3.0, 9.0]), np.array([2.0, 4.0, 8.0, 512.0]))
    'exponential'
    """
    ### BEGIN SOLUTION
    plain, semilog = bend(x, y), bend(x, np.log(y))
    loglog = bend(np.log(x), np.log(y))
    if plain < min(semilog, loglog):
        return "linear"
    if semilog < loglog:
        return "exponential"
    return "power"
    ### END SOLUTION


# %% visible="d04-detect_law" points=1
# The three laws of the figure at x = 1, 2, 4, 8, where all end at 256. Then a falling
# power, 8 / sqrt(x), and a growth of 10 percent per step.
at = [1, 2, 4, 8]
cases = [
    (at, [2, 4, 16, 256], "exponential", "2**x. On which axes is it straight?"),
    (at, [4, 16, 64, 256], "power", "4 x**2. What does y do when x doubles?"),
    (at, [46, 76, 136, 256], "linear", "30 x + 16. Where is it straight?"),
    ([1, 4, 16, 64], [8, 4, 2, 1], "power", "8 / sqrt(x). What if y falls?"),
    ([1, 2, 3, 7], [1000, 1100, 1210, 1771.561], "exponential", "10 % per step."),
]
got = [detect_law(np.array(a) * 1.0, np.array(b) * 1.0) for a, b, law, ask in cases]
assert got[0] is not None, "detect_law returned None. Is a return missing?"
for (across, up, law, ask), word in zip(cases, got, strict=True):
    assert word in ("linear", "exponential", "power"), f"That is no law: {word!r}."
    assert word == law, f"'{law}', you say '{word}': {up} at {across}: {ask}"

# %% hidden="d04-detect_law" points=3
# Hidden checks: rising and falling laws of many sizes, also with a small rise, unevenly
# spaced points, measuring errors of up to half a percent, your arrays left as they
# were.
_rng = course_rng("d04-detect_law")
_cases = []
for _k in range(90):
    _want, _up, _n = ("linear", "exponential", "power")[_k % 3], bool(_rng.integers(2)), int(_rng.integers(8, 25))
    _lowest, _many = 10.0 ** _rng.uniform(-3, 3), _rng.uniform(10, 40)
    _x = _lowest * np.sort(np.concatenate([[1.0, _many, 1 + _many / 4, 1 + _many / 2], _rng.uniform(1, _many, size=_n)]))
    _part = (_x - _x[0]) / (_x[-1] - _x[0])  # runs from 0 to 1
    _growth = np.log(_rng.uniform(5, 60))
    if _want == "linear":
        _y = 1 + _part * 4 if _up else 5 - _part * 4
    elif _want == "exponential":
        _y = np.exp(_growth * (_part if _up else -_part))
    else:
        _y = (_x / _x[0]) ** ((1 if _up else -1) * _rng.choice([_rng.uniform(0.4, 0.7), _rng.uniform(1.4, 2.5)]))
    _y = 10.0 ** _rng.uniform(-5, 5) * _y * _rng.uniform(0.995, 1.005, size=len(_x))
    _cases.append((_want, _x, _y))
for _rise in (0.04, 0.12, 0.3, -0.04, -0.2):  # measured without an error
    _part = np.sort(np.concatenate([[0.0, 0.5, 1.0], _rng.uniform(0, 1, size=6)]))
    _x, _start = _rng.uniform(0.1, 9) * (1 + 20 * _part), 10.0 ** _rng.uniform(-3, 3)
    _cases += [("exponential", _x, _start * (1 + _rise) ** _part), ("linear", _x, _start * (1 + _rise * _part))]
_cases += [("power", _x, _start * (_x / _x[0]) ** 0.3)]
_given = [(_x.copy(), _y.copy()) for _, _x, _y in _cases]
_answers = [detect_law(_x, _y) for _x, _y in _given]
for (_want, _x, _y), (_given_x, _given_y), _got in zip(_cases, _given, _answers, strict=True):
    assert _got == _want, f"a law that leads from {_y[0]:.3g} at x = {_x[0]:.3g} to {_y[-1]:.3g} at x = {_x[-1]:.3g} is '{_want}', you say '{_got}'"
    assert (_given_x == _x).all() and (_given_y == _y).all(), "the caller's arrays were changed; leave what you are given as it is"
assert detect_law(np.array([1, 2, 5, 9]), np.array([3, 12, 75, 243])) == "power", "3 x**2 in whole numbers is a power law"


# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# First a number format gives up its secret, from memory. Then see what that secret costs in training, tilt a line, find the number beyond which a
# computer cannot count, explain the day in writing, and close with it in five lines.

# %% [markdown]
# ### Exercise · How fine is a number format?
#
# *2 points · about 10 minutes · needs the gap above 1; do not look back first*
#
# In `float16`, numpy's format of 16 bits (10 of them places), a weight of 1 that should grow by 0.0004 does not change. So the recipe of Micikevicius
# and others (2018), which trains networks in 16 bits, keeps a master copy of all weights in 32 bits.
#
# **Before you code.** Start with $\varepsilon = 1$ and halve it as long as $1 + \tfrac{\varepsilon}{2}$ is still above 1. Why stop *before* the sum
# is 1? What happens if the sum
# is always formed in `float64`?
#
# <details><summary>Answer</summary>
#
# The gap is the last $\varepsilon$ whose half is lost when it is added: with $1 + \tfrac{\varepsilon}{2} = 1$ in sight, stop. A sum in `float64` is rounded
# there, and every type gets the answer of `float64`.
#
# </details>
#
# **Your task.** Write `machine_eps(dtype)`, for `np.float16`, `np.float32`, `np.float64`. A type acts like a function: `np.float16(1)` is a 1 of 16 bits,
# and arithmetic of two such numbers stays in 16 bits. Four lines are enough.

# %% exercise="d04-machine_eps"
def machine_eps(dtype: type) -> float:
    """Distance from 1 to the next larger number of a floating-point type.

    dtype    the type: np.float16, np.float32 or np.float64
    returns  one number, a power of 2

    >>> float(machine_eps(np.float16))
    0.0009765625
    """
    ### BEGIN SOLUTION
    one, two = dtype(1), dtype(2)
    eps = one
    while one + eps / two > one:
        eps = eps / two
    return eps
    ### END SOLUTION


# %% visible="d04-machine_eps" points=1
# By counting places: float64 has 52 of them, so 2**-52; float16 has 10, so 2**-10.
got, coarse = machine_eps(np.float64), machine_eps(np.float16)
assert got is not None, "machine_eps returned None. Is a return missing?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}."
)
assert float(got) != 2.0**-53, (
    "You returned half of the gap: adding it to 1 gives 1 again. Which was the last "
    "value whose sum was still above 1?"
)
assert float(got) == 2.0**-52, (
    f"For float64 expected exactly 2**-52 = 2.220446049250313e-16, got {float(got)!r}. "
    "To what do you add, and by what do you divide?"
)
assert float(coarse) == 2.0**-10, (
    "float16 has 10 places, so the gap above 1 is 1/1024 = 0.0009765625; got "
    f"{float(coarse)!r}. In which type is your sum computed?"
)

# %% hidden="d04-machine_eps" points=1
# Hidden checks: all three types, compared with the next number above 1 that numpy
# knows.
for _dtype in (np.float64, np.float32, np.float16):
    _want = float(np.nextafter(_dtype(1), _dtype(2)) - _dtype(1))
    _got = machine_eps(_dtype)
    assert np.ndim(_got) == 0 and float(_got) == _want, f"for {_dtype.__name__} the gap above 1 is {_want!r}, you say {_got!r}"

# %% [markdown]
# ### In a real model: saved by a factor
#
# While a network is trained, each of its numbers gets small corrections, and many of these are tiny. Here are 1000 invented ones between $10^{-10}$
# and $10^{-3}$. `float16` ends at 65504 and at $6 \cdot 10^{-8}$. How many corrections become 0? And if all are multiplied by 1024 first?

# %%
rng = np.random.default_rng(4)
corrections = 10.0 ** rng.uniform(-10, -3, size=1000)
for factor in (1, 8, 1024):
    stored = (factor * corrections).astype(np.float16)
    lost = np.sum(stored == 0)
    print(
        f"factor {factor:4d}: {lost} of 1000 are 0, the largest is {stored.max():.2g}"
    )
    assert lost == {1: 326, 8: 217, 1024: 0}[factor]


# %% [markdown]
# A third is lost, and with the factor none is. This is **loss scaling** (Micikevicius and others, 2018): multiply, compute in 16 bits, divide at the
# end in 32 bits. On a log axis the factor slides all numbers to the right, and nothing else changes.
#
# The other way out is to share the 16 bits differently: **bfloat16** spends 8 on the exponent and only 7 on the places. It reaches as far as
# `float32`, and networks trained with it did as well as in 32 bits, with no setting changed (Kalamkar and others, 2019). Its $\varepsilon$ is
# $2^{-7} \approx 0.008$: two digits, and that was enough.

# %% [markdown]
# ### Tilt the line
#
# Each panel draws $y = x^p$ on log-log axes, as part 2 did for $4x^2$. The dashed corner walks one decade to the right and then $p$ decades up or down.
# **Before you run:** which point do all four lines share, and what does the line for $p = 0$ look like?
#
# <details><summary>Answer</summary>
#
# All pass through $(1, 1)$, since $1^p = 1$. For $p = 0$ the line is level: $y = x^0 = 1$ everywhere.
#
# </details>

# %%
def panel(ax, p):
    ax.plot([0.01, 100], [0.01**p, 100.0**p], color=BLUE)
    ax.plot([1, 10, 10], [1, 1, 10.0**p], color=VERMILLION, linestyle="--")
    ax.set(title=f"$p = {p:g}$", xlabel="x", ylabel="y")
    ax.set(xscale="log", yscale="log", xlim=(0.01, 100), ylim=(0.01, 100), aspect=1)


fig, axes = plt.subplots(1, 4, figsize=(10, 3), sharey=True)
for ax, p in zip(axes, [-1, 0.5, 1, 2], strict=True):
    panel(ax, p)
figure(fig, alt=(
    "Four straight lines through (1, 1) on log-log axes. For p = −1, 0.5, 1 and 2 "
    "each rises by p decades within one decade to the right."
))


# %% [markdown]
# Every curve of day 1 is now a straight line. Drag $p$ slowly through 0 and watch the dashed corner shrink and turn over: the line never bends, it only
# tilts. (Without widgets, the four panels above tell the same story.)

# %%
def draw(p):
    fig, ax = plt.subplots(figsize=(3.8, 3.8))
    panel(ax, p)
    return fig


slider(draw, alt=(
    "The power law y = x to the power p on log-log axes: a straight line through (1, "
    "1) that tilts as p changes."
), p=(-2, 2, 0.25, 1))

# %% [markdown]
# ### Break it
#
# A counter of the type `dtype` starts at 0, and 1 is added again and again. Where does it get stuck? The gap there must be 2, so that half a gap, the
# 1, is rounded away. The cell does not count; it doubles until the next 1 is lost. **Predict** the number for `float16` from $\varepsilon = 2^{-10}$,
# then run. (`dtype.__name__` is the name of the type.) Then change the type to `np.float32` and to `np.float64`, each time after a prediction.

# %%
dtype = np.float16
n = dtype(1)
while (n + dtype(1)) - n == dtype(1):
    n = n * dtype(2)
print(dtype.__name__, "cannot count beyond", int(n))

# %% author=true
for _type, _end in ((np.float16, 2048), (np.float32, 16777216), (np.float64, 2**53)):
    assert _type(_end) + _type(1) == _type(_end) and _type(_end - 1) + _type(1) == _type(_end) and 2 / float(np.finfo(_type).eps) == _end
# edit: "dtype = np.float16" -> "dtype = np.float32"
# then: int(n) == 16777216

# %% [markdown]
# <details><summary>Answer</summary>
#
# The gap above 1 is $\varepsilon$ and it grows with the number, so it is 2 at $2/\varepsilon$: 2048 for `float16`, 16,777,216 for `float32`, and about
# $9 \cdot 10^{15}$ for `float64`.
#
# </details>
#
# The counter does not crash there. It stays where it is, forever and silently: a training run that adds up its steps, or a loss, in 16 bits stops
# counting at 2048.

# %% [markdown]
# ### Explain in your own words
#
# Write four or five sentences for a friend who knows logarithms. Why is an exponential straight on semilog axes, and a power law only on log-log axes?
# And why do the gaps between floats grow with the numbers? Use one example with numbers that does not appear above. Then say when a log axis would
# mislead an honest reader: think of deaths per day, of two salaries, of points that cover half a decade.
#
# <details><summary>Compare with this list</summary>
#
# $\log(c\,b^x)$ grows by $\log b$ per *step*, $\log(c\,x^p)$ by $p$ decades per decade of $x$. A float has a fixed number of places after its leading
# 1, so a gap is a fixed share of the number's power of 2. A log axis hides amounts: 100 and 200 deaths look as far apart as 10,000 and 20,000, a
# salary ten times as high looks like a small step, and over half a decade almost any smooth curve looks straight.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. A log axis counts factors: constant growth $c\,b^x$ is a line on semilog axes, a rise of $s$ decades per step is a factor of $10^s$.
# 2. A power law $c\,x^p$ is a line on log-log axes, and its slope is the exponent $p$.
# 3. A float is scientific notation in base 2: each doubling holds equally many, and the gap above 1 is $\varepsilon = 2^{-52}$.
# 4. `float64` overflows to `inf` at $1.8 \cdot 10^{308}$, loses digits below $2.2 \cdot 10^{-308}$ and is 0 below $5 \cdot 10^{-324}$.
# 5. Subtracting nearly equal numbers uncovers old rounding; `log1p` and taking out the larger exponential avoid it.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $1.101_2$ | one point one-zero-one in base 2: 1.625 | `1 + 1/2 + 1/8` |
# | $\varepsilon$ | machine epsilon: the gap above 1 | `np.finfo(np.float64).eps` |
# | $\infty$, $-\infty$ | infinity, minus infinity | `np.inf`, `-np.inf` |
# | nan | not a number: the result of $\infty - \infty$ | `np.nan` |

# %% [markdown]
# ### To watch or read
#
# Computerphile's short film "Floating Point Numbers" (2014) shows why $0.1 + 0.2$ is not 0.3. David Goldberg's "What Every Computer Scientist Should Know
# About Floating-Point Arithmetic" (1991) is the classic text; its first pages are readable today. Tomorrow the straight line itself is the topic: its
# slope, where it crosses another, and the lines that never do.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Three more rooms of the same house: the law by which digits get lost, a share price that looks like a law, and how to break the measure of straightness.
#
# For the first, ask how large the error of the naive $\log(1 + x)$ is, as a share of the answer. It should be about $\varepsilon / (2x)$, a power law
# in $x$. Which slope do you expect on log-log axes?

# %%
xs = 10.0 ** np.linspace(-17, 0, 1200)
error = np.abs(np.log(1 + xs) - np.log1p(xs)) / np.log1p(xs)
seen = error > 0  # a log axis cannot show an error of exactly 0
print(f"shown: {np.sum(seen)} of {len(xs)} errors; the largest is {error.max():.3g}")

# %% [markdown]
# The dots in the picture are these errors, and the dashed line is $\varepsilon / (2x)$. Where do the dots leave the line, and what does an error of 1
# say about the digits of the answer? (`xs[seen]` keeps the numbers at the places where `seen` is True.)

# %%
fig, ax = plt.subplots(figsize=(7, 3.7))
ax.plot(xs[seen], error[seen], ".", color=BLUE, markersize=3)
ax.plot(xs, limits.eps / 2 / xs, color=VERMILLION, linestyle="--", label="slope −1")
ax.set(
    xscale="log", yscale="log", xlabel="x", ylabel="error, as a share",
    ylim=(1e-17, 20),
)
ax.legend()
figure(fig, alt=(
    "On log-log axes the errors of the naive log(1 + x) lie below a line of slope −1, "
    "up to x = 1e-16; below it every error is 1."
))


# %% [markdown]
# The dots stay below the line of slope $-1$, or near it: for each decade that $x$ loses, the answer loses a digit. The line reaches 1 near
# $x = 10^{-16}$. Below, $1 + x$ is stored as 1, the naive logarithm is 0, and the error is the whole answer.

# %% [markdown]
# ### Exercise · Two ways to write one logarithm
#
# *optional · about 6 minutes · needs cancellation*
#
# A model is sure of a word: all others together have the tiny probability $q$. The log-probability of the word is $\log(1 - q)$. With $q = 10^{-20}$,
# how sure does a naive program report it to be?
#
# **Before you code.** For which $x$ must both ways agree in nearly all digits? For $x = 10^{-17}$, what does each of the two return?
#
# <details><summary>Answer</summary>
#
# Where $x$ is not tiny, nearly everything survives the rounding of $1 + x$. At $10^{-17}$ the naive way returns 0, the stable one $10^{-17}$.
#
# </details>
#
# **Your task.** Write `log1p_gain(x)`. It returns a pair: first the naive $\log(1 + x)$ as the formula says it, then a stable one that is right to at
# least nine digits for every $x$. One line is enough: `return first, second`.

# %% exercise="d04-log1p_gain"
def log1p_gain(x: float | np.ndarray) -> tuple[float | np.ndarray, float | np.ndarray]:
    """The logarithm of 1 + x, computed in two ways: naive and stable.

    x        number or array, all > -1
    returns  (naive, stable), each as x

    >>> [round(float(way), 4) for way in log1p_gain(0.5)]
    [0.4055, 0.4055]
    """
    ### BEGIN SOLUTION
    x = 1.0 * x  # whole numbers become float64
    return np.log(1 + x), np.log1p(x)
    ### END SOLUTION


# %% visible="d04-log1p_gain" points=0
# At x = 1 both are log 2. At x = 1e-17 the sum 1 + x is stored as 1, so the naive way
# gives 0; the true answer is 1e-17.
got = log1p_gain(np.array([1.0, 1e-17, 0.5]))
single = log1p_gain(np.array([1e-6, 0.5], dtype=np.float32))
assert got is not None, "log1p_gain returned None. Is a return missing?"
assert np.shape(got) == (2, 3), (
    "Three numbers in, a pair out, and three in each of the two: return first, second."
)
naive, stable = got
assert np.isclose(naive[0], np.log(2), rtol=1e-9, atol=0), (
    f"At x = 1 the naive way is log 2 = 0.6931, got {naive[0]:.4f}. Which logarithm?"
)
assert naive[1] == 0, (
    f"In float64 1 + 1e-17 is 1, and log 1 = 0; your first entry says {naive[1]!r}."
)
assert np.isclose(stable[1], 1e-17, rtol=1e-9, atol=0), (
    f"Your second entry should be 1e-17, it is {stable[1]!r}. Is 1 + x formed in it?"
)
assert np.allclose(stable, np.log1p([1.0, 1e-17, 0.5]), rtol=1e-9, atol=0), (
    f"At x = 1 and 0.5 the second way should agree with the first, it gives {stable}."
)
assert np.isclose(single[1][0], 1e-6, rtol=1e-5, atol=0), (
    f"In float32, at x = 1e-6, your second entry is {single[1][0]!r}. It lost digits."
)

# %% hidden="d04-log1p_gain" points=0
# Hidden checks: tiny, ordinary and large x of both signs, compared with 50-digit
# arithmetic; single numbers, float32, whole numbers, your array left as it was.
from decimal import Decimal as _Decimal
from decimal import localcontext as _localcontext

_rng = course_rng("d04-log1p_gain")
for _low, _high in [(-20, -12), (-9, -5), (-4, -1), (-0.3, 6)]:
    _x = 10.0 ** _rng.uniform(_low, _high, size=_rng.integers(5, 12))
    if _high < 0:
        _x = _x * _rng.choice([-1, 1], size=len(_x))
    with _localcontext() as _c:
        _c.prec = 50
        _want = np.array([float((1 + _Decimal(_v)).ln()) for _v in _x.tolist()])
    _rough, _given = np.array([math.log(1.0 + _v) for _v in _x.tolist()]), _x.copy()
    _naive, _stable = log1p_gain(_given)
    assert np.allclose(_stable, _want, rtol=1e-9, atol=0), f"the stable way is not right to nine digits for x around {_x[0]:.3g}"
    assert np.allclose(_naive, _rough, rtol=1e-12, atol=0), f"the first entry is not the logarithm of the rounded sum 1 + x for x around {_x[0]:.3g}"
    assert (_given == _x).all(), "the caller's array was changed; leave what you are given as it is"
_naive, _stable = log1p_gain(3)
assert np.isclose(_naive, math.log(4), rtol=1e-9, atol=0) and np.isclose(_stable, math.log(4), rtol=1e-9, atol=0), "wrong for the whole number 3"
_naive, _stable = log1p_gain(np.array([1e-9, 0.5], dtype=np.float32))
assert np.allclose(_stable, [1e-9, 0.405465], rtol=1e-5, atol=0), "the stable way is wrong for float32 numbers"

# %% [markdown]
# ### A trend is not a law
#
# The price of Apple's share for 32 years, adjusted for splits and dividends, on a semilog axis, with a straight line fitted to it. The line is a claim
# about constant growth. Look for the years in which the price leaves it.

# %%
price = data.stocks().prices["AAPL"]
years = np.arange(len(price)) / 12  # years since January 1990
slope, start = np.polyfit(years, np.log10(price), 1)  # a straight line; day 9 shows how
line = 10 ** (start + slope * years)
print(f"line: factor {10**slope:.2f} a year, twice in {np.log10(2) / slope:.1f} years")
print(f"January 1990: {price[0]:.3f}, March 2003: {price[158]:.3f} dollars")

# %% [markdown]
# A factor of 1.25 a year, for thirty years: is that what the picture shows? The solid curve is the price, the dashed line the fit. In which years does the
# price gain nothing at all?

# %%
fig, ax = plt.subplots(figsize=(6, 3.5))
ax.plot(1990 + years, price, color=BLUE, linewidth=1.2)
ax.plot(1990 + years, line, color=VERMILLION, linestyle="--")
ax.set(
    yscale="log", xlabel="year", ylabel="price in dollars",
    title="A trend and 13 flat years",
)
figure(fig, alt=(
    "Semilog: Apple's share price wanders from above a fitted straight line in 1990 "
    "to far below it in 2003, and later climbs above it."
))

# %% author=true
assert round(10**slope, 2) == 1.25 and round(np.log10(2) / slope, 1) == 3.1 and 5.5 < (line / price).max() < 6.5 and price[158] < price[0]

# %% [markdown]
# The line says "times 1.25 a year". Yet it is off by a factor of up to 6, and in March 2003 the price lay below that of January 1990. Look at the
# distances from a line, in *factors*, before you believe it.
#
# Now break `bend`. Take $2^x$ at four points between $x = 10$ and $x = 10.5$, and predict its bend on each of the three kinds of axes.

# %%
short = np.linspace(10, 10.5, 4)
print("plain:", bend(short, 2**short).round(3))
print("semilog:", bend(short, np.log(2**short)).round(3))
print("log-log:", bend(np.log(short), np.log(2**short)).round(3))

# %% [markdown]
# The plain bend is about 0.04, the log-log bend about 0.005: over a short range every smooth curve is nearly straight everywhere, so a line over half a
# decade proves no law. That is the most common way in which log-log plots mislead.
