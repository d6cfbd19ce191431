# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Two numbers for many: a center and a spread, and what they hide
#
# **Question of the day.** Ten thousand measurements have to become two numbers. Which two, how does a computer find them without losing its digits,
# and when do they mislead?
#
# *After today you can* choose between mean and median, compute a variance with the right divisor and without losing its digits, read any quantile, and turn
# a column into z-scores.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the earlier notebooks and take a sheet of paper. Write down an answer to each of the three questions, with a number, before you unfold ours. If
# an answer of yours is wrong, write one line about what misled you. A short graded warm-up follows.

# %% [markdown]
# **From yesterday (day 7): one function after another.** Let $f(x) = 2x$ and $g(x) = x + 3$. What are $f(g(5))$ and $g(f(5))$? Then: a model gives a
# word the probability 0.8. What is the logit of 0.8, and for which $x$ is the sigmoid of $x$ equal to 0.2?
#
# <details><summary>Answer</summary>
#
# $f(g(5)) = 2 \cdot 8 = 16$ and $g(f(5)) = 10 + 3 = 13$: the order matters. The logit is $\log\frac{0.8}{0.2} = \log 4 \approx 1.386$. And 0.2 is
# $1 - 0.8$, so $x \approx -1.386$, the same number with the other sign.
#
# </details>

# %% [markdown]
# **From day 1, a week ago: powers.** What is $16^{-3/4}$? And how is 0.00052 written in scientific notation?
#
# <details><summary>Answer</summary>
#
# The fourth root of 16 is 2, since $2^4 = 16$; its third power is 8, and the minus turns it over: $\tfrac18$. And $0.00052 = 5.2 \cdot 10^{-4}$: the
# mantissa lies between 1 and 10.
#
# </details>

# %% [markdown]
# **From day 6: the bottom of a parabola.** Add up three squares, $C(c) = (1-c)^2 + (3-c)^2 + (8-c)^2$. For which $c$ is the sum smallest, and how
# small is it? Today gives this $c$ a name. The cell below computes the answers of all three questions.
#
# <details><summary>Answer</summary>
#
# Expanding gives $C(c) = 3c^2 - 24c + 74 = 3(c-4)^2 + 26$. The vertex is at $c = 4$, and the smallest sum is 26.
#
# </details>

# %%
import numpy as np

print(2 * (5 + 3), 2 * 5 + 3, 16 ** (-3 / 4), 5.2e-4 == 0.00052)
print("logit:", np.log(0.8 / 0.2), " sigmoid of minus it:", 1 / (1 + np.exp(np.log(4))))
for c in (3.5, 4, 4.5):
    print(c, (1 - c) ** 2 + (3 - c) ** 2 + (8 - c) ** 2)

# %% [markdown]
# ### Exercise · A product too long to write out
#
# *1 point · about 5 minutes · needs powers and scientific notation (day 1)*
#
# GPT-3 has $1.75 \cdot 10^{11}$ weights and was trained on $3 \cdot 10^{11}$ word pieces (Brown and others, 2020). The product of the two numbers tells
# how large the computation was.
#
# **Before you code.** $4 \cdot 10^3$ times $5 \cdot 10^2$ is $20 \cdot 10^5$. Why is that not scientific notation yet, and what does the exponent have
# to do when the mantissa is divided by 10?
#
# <details><summary>Answer</summary>
#
# The mantissa must lie below 10: $2 \cdot 10^6$. When the mantissa is divided by 10, the exponent grows by 1.
#
# </details>
#
# **Your task.** Write `review_08(m1, e1, m2, e2)`: mantissa and exponent of $(m_1 \cdot 10^{e_1}) \cdot (m_2 \cdot 10^{e_2})$, with
# $1 \le m < 10$. The exponents may be far too large for `float64`. Four lines are enough.

# %% exercise="d08-review"
def review_08(m1: float, e1: int, m2: float, e2: int) -> tuple[float, int]:
    """The product of m1 * 10**e1 and m2 * 10**e2 in scientific notation.

    m1, m2   mantissas, each from 1 up to (not including) 10
    e1, e2   exponents, whole numbers of any size
    returns  (m, e), mantissa and exponent of the product, with 1 <= m < 10

    >>> review_08(1.5, 3, 2.0, 4)
    (3.0, 7)
    """
    ### BEGIN SOLUTION
    m, e = m1 * m2, e1 + e2
    if m >= 10:
        m, e = m / 10, e + 1
    return m, e
    ### END SOLUTION

# %% visible="d08-review" points=0
# By hand: 3 * 2 = 6 and 10**4 * 10**5 = 10**9. And 4 * 5 = 20 = 2 * 10.
got = review_08(3.0, 4, 2.0, 5)
assert got is not None, "review_08 returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"Two numbers are expected, mantissa and exponent; got {got}."
)
m, e = got
assert e == 9, (
    f"10**4 times 10**5: expected the exponent 9, got {e}. What happens to "
    "exponents when powers are multiplied?"
)
assert abs(m - 6.0) < 1e-9, f"3 times 2: expected the mantissa 6, got {m}."
m, e = review_08(4.0, 3, 5.0, 2)
assert abs(m - 2.0) < 1e-9, (
    f"4e3 times 5e2 is 2e6: expected the mantissa 2, got {m}. Does your "
    "mantissa lie between 1 and 10?"
)
assert e == 6, (
    f"4e3 times 5e2 is 2e6: expected the exponent 6, got {e}. The mantissa "
    "was divided by 10; what makes up for that?"
)

# %% hidden="d08-review" points=1
# Hidden checks: small and very large exponents of both signs, products of the mantissas
# below 10, above 10 and exactly 10.
from decimal import Decimal as _Decimal

_rng = course_rng("d08-review")
_cases = [(2.5, 3, 4.0, -7), (1.0, 0, 1.0, 0), (9.5, -3, 9.5, 1), (2.0, 5000, 5.0, -4)]
for _top in (5, 30, 4000):
    for _ in range(8):
        _m1, _m2 = (float(_v) for _v in _rng.uniform(1.0, 10.0, size=2))
        _e1, _e2 = (int(_v) for _v in _rng.integers(-_top, _top + 1, size=2))
        _cases.append((_m1, _e1, _m2, _e2))
for _m1, _e1, _m2, _e2 in _cases:
    _exact = _Decimal(_m1) * _Decimal(_m2)
    _want_e = _exact.adjusted() + _e1 + _e2
    _want_m = float(_exact.scaleb(-_exact.adjusted()))
    _m, _e = review_08(_m1, _e1, _m2, _e2)
    assert abs(_m - _want_m) <= 1e-9, f"({_m1:.4f} * 10**{_e1}) * ({_m2:.4f} * 10**{_e2}): expected the mantissa {_want_m:.6f}, got {_m}"
    assert _e == _want_e, f"({_m1:.4f} * 10**{_e1}) * ({_m2:.4f} * 10**{_e2}): expected the exponent {_want_e}, got {_e}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# Five ideas and one exercise: two kinds of middle, how far numbers lie from it, why there are two divisors, how to ask for any place in a sorted
# list, and a ruler that fits every unit. First the tools. `figure` shows a drawing, `slider` lets you drag a number, and `data` holds a photograph
# and the prices of shares.

# %%
import math
import statistics
from collections.abc import Iterable

import matplotlib.pyplot as plt

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION

# %% [markdown]
# ### Which crash was the greater surprise?
#
# In September 2000 Apple's share lost 58 percent within a month; the logarithm of the ratio of the two prices (day 3), its *log return*, was $-0.86$.
# In October 2008 the index of the 500 largest American firms lost 17 percent, a log return of $-0.19$.
#
# `ax.hist` sorts all 389 months into *bins* and draws one bar for each bin, as high as its count: a **histogram**. The dotted line marks the crash.
# In which of the two pictures does it stand farther from what is usual? Write down your bet, and how you would measure it.

# %%
months, prices = data.stocks()
returns = {"AAPL": np.diff(np.log(prices["AAPL"]))}
returns["^GSPC"] = np.diff(np.log(prices["^GSPC"]))
fig, axes = plt.subplots(1, 2, figsize=(9, 3), sharex=True)
for ax, name in zip(axes, returns, strict=True):
    ax.hist(returns[name], bins=np.arange(-0.9, 0.5, 0.02), color=BLUE)
    ax.axvline(returns[name].min(), color=VERMILLION, linestyle=":")
    ax.set(title=name, xlabel="log return of a month", ylabel="months")
figure(fig, alt="Histograms of monthly log returns. Apple: a wide hill and a crash far "
    "to the left, at −0.86. The index ^GSPC: a narrow hill and a crash at −0.19.")

# %% [markdown]
# Apple's crash is deeper, but its hill is wider, too: its months swing more. To compare the two we need the middle of each hill and its width, as numbers.
# That is today's work. (`np.diff` subtracts from each number the one before it; `^GSPC` is the index.)

# %% author=true
if not data.is_stand_in("stocks"):
    assert [str(months[1:][returns[n].argmin()]) for n in ("AAPL", "^GSPC")] == ["2000-09", "2008-10"]
    assert [f"{returns[n].min():.3f}" for n in ("AAPL", "^GSPC")] == ["-0.861", "-0.186"]
    assert [f"{100 * (1 - np.exp(returns[n].min())):.0f}" for n in ("AAPL", "^GSPC")] == ["58", "17"]
    assert len(returns["AAPL"]) == 389

# %% [markdown]
# ### Two answers to "where is the middle?"
#
# A chatbot answers five questions. The waits are 1, 2, 2, 3 and 12 seconds. How long does one *usually* wait? One way is to add and divide:
# $20 / 5 = 4$ seconds. Another is to sort the waits and take the one in the middle: 2 seconds. Four of the five waits are shorter than the first answer, and
# the second would not change if the longest wait lasted an hour.

# %% [markdown]
# The first answer is the **mean**, which you know from day 2. We write it with a bar, $\bar x$, and read "x bar":
#
# $$ \bar x = \frac{1}{n} \sum_{i=1}^{n} x_i $$
#
# In words: add all $n$ numbers and divide by how many there are. The second is the **median**: the middle of the sorted numbers. With an even count
# there are two middle ones, and the median lies halfway between them.

# %%
waits = np.array([1.0, 2.0, 2.0, 3.0, 12.0])
assert waits.sum() / len(waits) == waits.mean()
print("mean", waits.mean(), "  median", np.median(waits), np.median([1, 2, 3, 12]))
deviations = waits - waits.mean()
print("distances from the mean", deviations, "  their sum", deviations.sum())

# %% [markdown]
# The last line shows what the mean *is*. A number's signed distance from the mean, $x_i - \bar x$, is its **deviation**. The four negative ones,
# together $-8$, balance the positive one, $+8$. The deviations always add up to 0: the mean is the point on which the numbers would balance.
#
# Now the longest wait grows from 4 to 12 to 28 seconds. Predict for each step how far the mean moves, and how far the median.

# %%
def show_waits(ax, last):
    xs = np.array([1, 2, 2, 3, last])
    ax.plot(xs, [0, 0, 0.6, 0, 0], "o", color=BLUE, markersize=8)
    ax.axvline(xs.mean(), color=VERMILLION, label=f"mean = {xs.mean():.3g}")
    ax.axvline(np.median(xs), color=GREEN, linestyle="--", label="median")
    ax.set(xlim=(0, 32), ylim=(-0.6, 1.3), yticks=[], xlabel="wait in seconds")
    ax.legend(loc="upper right", ncols=2)


fig, axes = plt.subplots(3, 1, figsize=(7.2, 4.6), sharex=True)
for ax, last in zip(axes, [4, 12, 28], strict=True):
    show_waits(ax, last)
figure(fig, alt="Five waits on a line, three times. As the longest goes from 4 to 12 "
    "to 28 seconds, the mean follows from 2.4 to 4 to 7.2, and the median stays at 2.")

# %% [markdown]
# The mean moves by a fifth of the step, since the extra seconds are shared among five waits: 2.4, then 4, then 7.2. In the last panel it stands where
# no wait is. The median stays at 2. A number far from all others is called an **outlier**; the mean follows it, the median does not.
#
# Neither is wrong. For the *total* time lost you want the mean, since five times the mean is the sum; for the usual wait, the median. Drag the last
# wait yourself. For which of its values does the mean lie *below* the median?
#
# <details><summary>Answer</summary>
#
# For those below 2. The waits sum to $8 + x$: at $x = 1.5$ the mean is 1.9 and the median 2; at $x = 0$ it is 1.6.
#
# </details>

# %%
def draw(last):
    fig, ax = plt.subplots(figsize=(7.2, 2.1))
    show_waits(ax, last)
    return fig


slider(draw, alt="Five waits on a line. The mean follows the last one, the median "
    "stays at 2 from 2 on.", last=(0, 30, 0.5, 12))

# %% [markdown]
# The 2 occurs twice among the waits, and it counts twice. Python's **set** forgets that: a set keeps each value once and in no order. `set()` makes
# an empty one, `add` puts a value in, and `in` asks whether it is there. It is made for the question "have I met this value before?"

# %%
seen = set()
for wait in waits.tolist():
    print(wait, "met before" if wait in seen else "new")
    seen.add(wait)
print(seen, "has", len(seen), "different values")

# %% [markdown]
# ### How far from the middle?
#
# A second chatbot takes 3, 4, 4, 4 and 5 seconds. Its mean is 4 too, and yet nobody would confuse the two. What differs is the *spread*.
#
# The deviations add up to 0, so their mean says nothing. Square them first, and no sign can cancel: the first bot has
# $9 + 4 + 4 + 1 + 64 = 82$, the second $1 + 0 + 0 + 0 + 1 = 2$. Divided by 5, this is the **variance**:
#
# $$ s^2 = \frac{1}{n} \sum_{i=1}^{n} (x_i - \bar x)^2 $$
#
# In words: the mean of the squared deviations.

# %% [markdown]
# The unit of a variance is seconds *squared*. Its square root $s$ is back in seconds and is called the **standard deviation**: roughly, how far a
# number usually lies from the mean. Predict: is it more or less than 4 seconds for the first bot? (In numpy, `ddof=0` stands for the divisor $n$; the
# next idea explains it.)

# %%
second = np.array([3.0, 4.0, 4.0, 4.0, 5.0])
for xs in (waits, second):
    deviations = xs - xs.mean()
    assert np.isclose((deviations**2).sum() / 5, xs.var(ddof=0), rtol=1e-12)
    print(f"variance {xs.var(ddof=0):.2f}, standard deviation {xs.std(ddof=0):.3f}")

# %% [markdown]
# Why squares, when dropping the signs would do as well? Because squares and the mean belong together. Measure from some other center $c$. Write
# $x_i - c = (x_i - \bar x) + (\bar x - c)$, square it and add up. The mixed terms contain the sum of the deviations, which is 0, and what is left is the
# completed square of day 6:
#
# $$ \sum_{i=1}^{n} (x_i - c)^2 = \sum_{i=1}^{n} (x_i - \bar x)^2 + n (\bar x - c)^2 $$
#
# In words: around any other center the sum of squares is larger, by $n$ times the squared distance of that center from the mean.

# %%
for c in (2.0, 4.0, 5.5):
    around_c, around_mean = ((waits - c) ** 2).sum(), ((waits - 4) ** 2).sum()
    assert np.isclose(around_c, around_mean + 5 * (4 - c) ** 2, rtol=1e-12)
    print(f"sum of squares around {c}: {around_c}")

# %% [markdown]
# So the mean is the vertex of a cost parabola, the one you met in part 1 with 1, 3 and 8. The formula explains the next riddle.
#
# ### Why there are two divisors
#
# Often we see only a few of the numbers we care about. Take a tiny world of three numbers, 0, 3 and 6. Its mean is 3 and its variance
# $(9 + 0 + 9) / 3 = 6$. Somebody sees two of them, drawn one after the other and put back: nine pairs are possible. **Predict:** each pair computes its
# own variance with the divisor 2. Is the mean of the nine results 6, more, or less?

# %%
world = np.array([0.0, 3.0, 6.0])
pairs = np.array([(a, b) for a in world for b in world])
squares = np.array([((pair - pair.mean()) ** 2).sum() for pair in pairs])
print("variances with divisor 2:", (squares / 2).tolist())
print("variance of the world:", world.var(ddof=0))
print("mean of all pairs: divisor 2", squares.mean() / 2, " divisor 1", squares.mean())
assert np.allclose(squares / (2 - 1), [pair.var(ddof=1) for pair in pairs], rtol=1e-12)
assert (squares.mean() / 2, squares.mean()) == (3.0, 6.0)

# %% [markdown]
# Half of the truth. A pair measures from its *own* mean, and the formula above says that no center gives a smaller sum of squares than that; from
# the true mean 3 the sum would be larger. Dividing by 1 instead of 2 repairs it, exactly on average (try a world of your own). For $n$ numbers the
# divisor is $n - 1$, and in code
#
# $$ s^2 = \frac{1}{n - \text{ddof}} \sum_{i=1}^{n} (x_i - \bar x)^2 $$
#
# In words: the sum of squared deviations, divided by the count minus `ddof`.

# %% [markdown]
# `ddof=0` *describes* the numbers you have. `ddof=1` *estimates* the variance of a larger world from which they were drawn. The name is short for
# "delta degrees of freedom": knowing the mean, only $n - 1$ deviations are free, the last one follows.
#
# > **Watch out.** numpy divides by $n$ unless told otherwise, pandas and R by $n - 1$. In this course `ddof` is always written out.

# %% [markdown]
# ### Exercise · Mean and variance, in two passes
#
# *3 points · about 7 minutes · needs the variance and its divisors*
#
# Two numbers that will follow you to the last day. "Two passes" means: go through the numbers once for the mean, then once more for the deviations.
#
# **Before you code.** For 2, 4 and 9, what are the mean and the deviations? What is the variance with divisor 3, and what with divisor 2?
#
# <details><summary>Answer</summary>
#
# Mean 5; deviations $-3, -1, 4$ with squares 9, 1 and 16, together 26. The variance is $26/3 \approx 8.67$, or $26/2 = 13$.
#
# </details>
#
# **Your task.** Write `mean_var(x, ddof)`, which returns both numbers. Two lines are enough. Build the variance from the deviations.

# %% exercise="d08-mean_var"
def mean_var(x: np.ndarray, ddof: int) -> tuple[float, float]:
    """Mean and variance of some numbers, with the divisor n - ddof.

    x        (n,)  the numbers
    ddof     whole number ≥ 0, smaller than n; it changes the variance only
    returns  (mean, variance)

    >>> tuple(float(v) for v in mean_var(np.array([1.0, 3.0]), 1))
    (2.0, 2.0)
    """
    ### BEGIN SOLUTION
    mean = x.mean()
    return mean, ((x - mean) ** 2).sum() / (len(x) - ddof)
    ### END SOLUTION

# %% visible="d08-mean_var" points=1
# By hand: the mean of 2, 4, 9 is 5, the deviations are -3, -1, 4, and their squares add
# up to 26.
got = mean_var(np.array([2.0, 4.0, 9.0]), 0)
assert got is not None, "mean_var returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    "Two numbers are expected, mean and variance; got something of shape "
    f"{np.shape(got)}."
)
assert np.isclose(got[0], 5, rtol=1e-9, atol=0), (
    f"The mean of 2, 4, 9 is 5 and comes first; got {got[0]:.4f}. Which part "
    "of your code does ddof belong to?"
)
assert np.isclose(got[1], 26 / 3, rtol=1e-9, atol=0), (
    "The squares 9, 1, 16 have the mean 26/3 = 8.6667; with ddof=0 you "
    f"return {got[1]:.4f}. What happens to the deviations between "
    "subtracting and dividing?"
)
got = mean_var(np.array([2.0, 4.0, 9.0]), 1)
assert np.isclose(got[0], 5, rtol=1e-9, atol=0), (
    f"The mean stays 5 whatever ddof is; with ddof=1 you return {got[0]:.4f}."
)
assert np.isclose(got[1], 13, rtol=1e-9, atol=0), (
    "With ddof=1 the divisor is 2 and the variance 26/2 = 13; got "
    f"{got[1]:.4f}. By what does your code divide?"
)

# %% hidden="d08-mean_var" points=2
# Hidden checks: other counts and divisors, numbers around a billion, one number, other
# number types, your array left as it was.
_rng = course_rng("d08-mean_var")
_cases = [
    (_rng.uniform(-9.0, 9.0, size=int(_rng.integers(5, 40))), 0),
    (_rng.uniform(-9.0, 9.0, size=int(_rng.integers(5, 40))), 1),
    (_rng.uniform(2.0, 80.0, size=int(_rng.integers(5, 12))), 2),
    (1e9 + _rng.uniform(0.0, 1.0, size=300), 1),
    (-3e8 + _rng.uniform(0.0, 0.5, size=57), 0),
    (_rng.uniform(1e-9, 9e-9, size=21), 1),
    (_rng.uniform(3.0, 9.0, size=1), 0),
    (_rng.integers(-50, 500, size=17), 1),
    (_rng.integers(0, 256, size=30), 0),
]
for _x, _ddof in _cases:
    _n = len(_x)
    _want = statistics.fmean(_x.tolist()), statistics.pvariance(_x.tolist()) * _n / (_n - _ddof)
    _given = _x.copy()
    _got = mean_var(_given, _ddof)
    assert np.isclose(np.float64(_got[0]), _want[0], rtol=1e-9, atol=0), f"{_n} numbers from {_x.min():.6g} to {_x.max():.6g}: expected the mean {_want[0]:.8g}, got {_got[0]:.8g}"
    assert np.isclose(np.float64(_got[1]), _want[1], rtol=1e-5, atol=1e-25), (
        f"{_n} numbers from {_x.min():.6g} to {_x.max():.6g}, ddof={_ddof}: expected the variance {_want[1]:.6g}, got {_got[1]:.6g}"
    )
    assert (_given == _x).all(), "the caller's numbers were changed in place"

_single = _rng.uniform(40.0, 60.0, size=25).astype(np.float32)
_want = statistics.fmean(_single.tolist()), statistics.variance(_single.tolist())
_got = mean_var(_single, 1)
assert np.allclose(np.asarray(_got, dtype=float), _want, rtol=1e-4, atol=0), "wrong for float32 numbers"

# %% [markdown]
# ### Any place in the sorted list
#
# The median splits sorted numbers in halves. Whoever runs a service asks for other places: "how long do the slowest tenth wait at least?" The **quantile**
# at $q$ is the number with the share $q$ of the sorted list below it. At $q = 0$ it is the smallest, at $q = 0.5$ the median, at $q = 1$ the largest.
#
# Sort four waits: 10, 20, 40, 80. Count places from 0, as Python does, so the last is place 3. Then $q$ belongs to the place $q \cdot 3$. For
# $q = 0.9$ that is place 2.7, seven tenths of the way from 40 to 80: $40 + 0.7 \cdot 40 = 68$.

# %% [markdown]
# For $n$ numbers the last place is $n - 1$. Let $x_{(k)}$ be the sorted number at place $k$. The place $u = q(n-1)$ has a whole part
# $k = \lfloor u \rfloor$ (day 3) and a rest $f = u - k$, and
#
# $$ \text{quantile at } q = (1 - f)\, x_{(k)} + f\, x_{(k+1)} $$
#
# In words: go to place $k$ of the sorted list, then the share $f$ of the way to the next place. Other definitions exist; Hyndman and Fan (1996) compare
# nine, and numpy's default is their seventh, this one. In the picture, which height belongs to $q = 0.9$?

# %%
four = np.array([10.0, 20.0, 40.0, 80.0])
u = 0.9 * (4 - 1)
k, f = math.floor(u), u - math.floor(u)
assert np.isclose((1 - f) * four[k] + f * four[k + 1], np.quantile(four, 0.9))
fig, ax = plt.subplots(figsize=(6.4, 3.4))
ax.plot([0, 1 / 3, 2 / 3, 1], four, "o-", color=BLUE)
for q, y in [(0.5, 30), (0.9, 68)]:
    ax.plot([q, q, 0], [0, y, y], "--", color=VERMILLION)
    ax.text(0.02, y + 1.5, f"q = {q}: {y}", color=VERMILLION)
ax.set(xlabel="share q of the sorted list", ylabel="wait (seconds)", xlim=0, ylim=0)
figure(fig, alt="Four sorted waits at the shares 0, 1/3, 2/3 and 1, joined by straight "
    "lines: the height is 30, the median, at q = 0.5, and 68 at q = 0.9.")

# %% [markdown]
# At $q = 0.9$ the height is 68. Between two dots the curve is a straight line, so every $q$ has an answer, also one that falls between two waits. Read from left to right, the curve
# tells more than any single number: it climbs gently while waits are alike and steeply where the long ones begin.

# %% [markdown]
# ### A ruler for every unit
#
# Back to the two crashes. Take the mean of all months as zero and their standard deviation as the unit:
#
# $$ z_i = \frac{x_i - \bar x}{s} $$
#
# In words: the **z-score** says how many standard deviations a number lies above the mean, or below if it is negative. All z-scores together have
# mean 0 and standard deviation 1. Change your bet now if you want to; then run.

# %%
for name, xs in returns.items():
    z = (xs - xs.mean()) / xs.std(ddof=0)
    assert np.allclose([z.mean(), z.std(ddof=0)], [0, 1], rtol=1e-9, atol=1e-9)
    print(f"{name}: mean {xs.mean():.4f}, standard deviation {xs.std(ddof=0):.4f}")
    print(f"    worst month {months[1:][z.argmin()]}, log return {xs.min():.3f}, z = "
        f"{z.min():.1f}")
    print("    a log return of -0.186 has z = "
        f"{(-0.186 - xs.mean()) / xs.std(ddof=0):.1f}")

# %% [markdown]
# Apple's crash has $z = -7.0$, the index's $z = -4.5$: even against its own wide hill, Apple's month was the greater surprise. But take the *same*
# loss, $-0.186$. For the index it was the worst month in 32 years; for Apple it has $z = -1.6$, an ordinary bad month, since its standard deviation
# is three times as large. A z-score compares a number with its own kind. And it has no unit: in meters or in nanometers, mean and standard deviation
# change by the same factor, and it cancels.

# %% author=true
if not data.is_stand_in("stocks"):
    _z = {n: (r.min() - r.mean()) / r.std(ddof=0) for n, r in returns.items()}
    assert f"{_z['AAPL']:.1f} {_z['^GSPC']:.1f}" == "-7.0 -4.5"
    assert f"{(-0.186 - returns['AAPL'].mean()) / returns['AAPL'].std(ddof=0):.1f}" == "-1.6"
    assert 2.8 < returns["AAPL"].std(ddof=0) / returns["^GSPC"].std(ddof=0) < 3.2

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# One photograph that its mean describes badly, the z-scores that GPT-2 computes again and again, and a formula for the variance that is right and
# loses all its digits.
#
# ### What a mean can hide
#
# The photograph shows Grace Hopper, who built one of the first compilers (programs that translate programs). Its 307,200 pixels are gray levels from 0 (black) to 255 (white). `ravel`
# puts all rows into one long list, and `imshow` shows a table of levels as a picture. The uniform is dark and the face is bright. Where do you expect
# the mean, and how many pixels near it?

# %% author=true
# lint: palette — a photograph in gray is shown in its own grays

# %%
gray = data.photo().ravel()
fig, (left, right) = plt.subplots(1, 2, figsize=(9, 3.7), width_ratios=[1, 2])
left.imshow(data.photo(), cmap="gray")
left.set(xticks=[], yticks=[], xlabel="512 columns", ylabel="600 rows")
right.hist(gray, bins=np.arange(0, 261, 5), color=BLUE)
right.axvline(gray.mean(), color=VERMILLION, label=f"mean {gray.mean():.1f}")
right.axvline(np.median(gray), color=GREEN, linestyle="--", label="median 36")
right.set(xlabel="gray level", ylabel="pixels")
right.legend()
figure(fig, alt="A portrait and the histogram of its gray levels: a high peak of dark "
    "ones, a low one near 140, and almost nothing at the mean of 77.")
print(f"s = {gray.std(ddof=0):.1f}; near the mean: {np.mean(abs(gray - 77) <= 10):.1%}")

# %% author=true
if not data.is_stand_in("photo"):
    assert np.median(gray) == 36 and f"{gray.mean():.1f} {gray.std(ddof=0):.1f}" == "77.0 68.9"
    assert np.mean(np.abs(gray - gray.mean()) <= 10) < 0.02

# %% [markdown]
# The mean, 77, stands in a valley. (The mean of yes/no values is the share of yes, and `:.1%` writes a share in percent.) Fewer than two in a hundred pixels lie within ten levels of it: it is the usual gray of nothing in the picture.
# The median, 36, belongs to the dark half; the standard deviation of 68.9 mostly measures how far apart the two hills are.
#
# Two numbers describe one hill well, and two hills badly. Draw the histogram before you trust a mean.

# %% [markdown]
# ### Z-scores of a whole table
#
# Inside the smallest GPT-2 a piece of text is a list of 768 numbers. Again and again, before the network computes with such a list, the program
# replaces it by its z-scores; "Normalize to mean = 0, std = 1", says its comment. The idea is called **LayerNorm** (Ba, Kiros and Hinton, 2016). A text
# is then a table with one row per piece, and each row is z-scored on its own. A table of people, one per row, is z-scored by column.

# %%
table = np.array([[1.0, 160.0, 0.1], [3.0, 170.0, 0.1], [8.0, 180.0, 0.1]])
print("axis=0 runs down:  ", table.mean(axis=0), "one mean per column")
print("axis=1 runs across:", table.mean(axis=1), "one mean per row")
print(table.mean(axis=1, keepdims=True), "the same, below each other")
print("standard deviation of seven times 0.1:", np.full(7, 0.1).std(ddof=0))
print(np.where(np.array([True, False]), 0.0, np.array([5.0, 6.0])), "where True, 0")

# %% [markdown]
# `axis` names the direction in which numbers are combined, and `keepdims=True` leaves the result in a shape that fits the table: one mean beside each row, ready to be subtracted.
#
# > **Watch out.** The third column never changes, so its standard deviation should be 0, and dividing by it makes no sense. In `float64` it may come out
# > as $1.4 \cdot 10^{-17}$: seven times 0.1, added and divided by 7, misses 0.1 by a hair (day 4). Testing whether $s$ equals 0 is therefore not a
# > safe way to find a column that never changes.

# %% [markdown]
# ### Exercise · The z-scores of LayerNorm
#
# *4 points · about 9 minutes · needs the z-score, `axis` and `keepdims`*
#
# The smallest GPT-2 does this 25 times for every piece of text: twice in each of its 12 blocks and once at the end (Radford and others, 2019).
#
# **Before you code.** How do you recognize a column that never changes, without asking its standard deviation? A column in nanometers has tiny
# deviations; should its z-scores differ from those in meters?
#
# <details><summary>Answer</summary>
#
# Ask the numbers themselves: the largest equals the smallest. And no, the unit cancels: both get the same z-scores.
#
# </details>
#
# **Your task.** Write `zscore(X, axis)` with `ddof=0`: z-scores down each column for `axis=0`, along each row for `axis=1`. A column (or row) that
# never changes gets zeros, up to rounding. Three lines are enough.

# %% exercise="d08-zscore"
def zscore(X: np.ndarray, axis: int) -> np.ndarray:
    """Z-scores of a table (ddof=0), column by column or row by row.

    X        (rows, columns)  numbers of ordinary size: their squares fit into float64
    axis     0: down each column; 1: along each row
    returns  (rows, columns)  z-scores; zeros (up to rounding) where all numbers of a
             column (row) are equal

    >>> zscore(np.array([[1.0, 5.0], [3.0, 5.0]]), 0).tolist()
    [[-1.0, 0.0], [1.0, 0.0]]
    """
    ### BEGIN SOLUTION
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    spread = np.where(flat, 1.0, X.std(axis=axis, ddof=0, keepdims=True))
    return (X - X.mean(axis=axis, keepdims=True)) / spread
    ### END SOLUTION

# %% visible="d08-zscore" points=1
# By hand: 0, 0, 6, 6 has mean 3 and standard deviation 3; 10, 30, 10, 30 has mean 20
# and standard deviation 10.
X = np.array([[0.0, 10.0, 5.0], [0.0, 30.0, 5.0], [6.0, 10.0, 5.0], [6.0, 30.0, 5.0]])
with np.errstate(divide="ignore", invalid="ignore"):
    got = zscore(X.copy(), 0)
assert got is not None, "zscore returned None. Did you forget the return statement?"
assert np.shape(got) == (4, 3), ("Each number has a z-score of its own: expected the "
    f"shape (4, 3), got {np.shape(got)}.")
assert np.allclose(
    got[:, :2], [[-1, -1], [-1, 1], [1, -1], [1, 1]], rtol=1e-7, atol=1e-7
), ("The column 0, 0, 6, 6 has mean 3 and standard deviation 3, so z = -1, -1, 1, 1; "
    f"you return {got[:, 0]}. Which divisor do you use, and in which direction?")
assert not np.isnan(got[:, 2]).any(), ("The third column is 5, 5, 5, 5 and gives nan, "
    "that is 0 / 0. What is the spread of a column that never changes?")
assert np.allclose(got[:, 2], 0, rtol=0, atol=1e-9), ("The third column never changes: "
    f"its z-scores are 0, you return {got[:, 2]}.")
got = zscore(np.array([[1.0, 3.0, 1.0, 3.0], [10.0, 10.0, 50.0, 50.0]]), 1)
assert np.shape(got) == (2, 4), ("With axis=1 the shape stays (2, 4) as well; got "
    f"{np.shape(got)}.")
assert np.allclose(got, [[-1, 1, -1, 1], [-1, -1, 1, 1]], rtol=1e-7, atol=1e-7), (
    f"Along the row 1, 3, 1, 3 expected z = -1, 1, -1, 1; you return {got[0]}. Does "
    "your code use axis?")

# %% hidden="d08-zscore" points=3
# Hidden checks: tables of many shapes, both directions, columns in tiny units and far
# from 0, columns that never change (0.1 as well), other number types.
_rng = course_rng("d08-zscore")


def _expected(X, axis):
    want = np.zeros(X.shape)
    for _k in range(X.shape[1 - axis]):
        place = (slice(None), _k) if axis == 0 else (_k, slice(None))
        values = X[place].tolist()
        if len(set(values)) > 1:
            center, unit = statistics.fmean(values), statistics.pstdev(values)
            want[place] = [(v - center) / unit for v in values]
    return want


for _axis in (0, 1, 0, 1, 0, 1):
    _rows, _columns = (int(_n) for _n in _rng.integers(3, 9, size=2))
    _X = _rng.uniform(-40.0, 40.0, size=(_rows, _columns + 2 * (_rows == _columns)))
    _first, _second, _third = ((slice(None), _k) if _axis == 0 else (_k, slice(None)) for _k in range(3))
    _X[_first] = _rng.uniform(1e-9, 9e-9, size=_X[_first].shape)
    _X[_second] += 5e7
    _X[_third] = float(_rng.choice([0.1, 0.7, -2.3]))
    _want, _given = _expected(_X, _axis), _X.copy()
    _got = zscore(_given, _axis)
    assert np.shape(_got) == _X.shape, f"a table of shape {_X.shape} gave z-scores of shape {np.shape(_got)}"
    assert np.allclose(_got[_third], 0, rtol=0, atol=1e-9), f"the value {_X[_third][0]}, {len(_X[_third])} times, never changes, so its z-scores are 0; got {_got[_third]}"
    assert np.allclose(_got[_first], _want[_first], rtol=1e-6, atol=1e-6), "numbers measured in a tiny unit must get the same z-scores as in a large one"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), f"wrong z-scores for a table of shape {_X.shape}, axis={_axis}"
    assert (_given == _X).all(), "the caller's table was changed in place"

for _unit in (1e-9, 1e-12, 1e-15):
    _tiny = _unit * _rng.uniform(1.0, 9.0, size=(7, 1))
    _want = _expected(_tiny, 0)
    assert np.allclose(zscore(_tiny, 0), _want, rtol=1e-6, atol=1e-6), f"numbers of about {_unit:g} must get the same z-scores as in a larger unit"
for _n in (3, 7, 13):
    _flat = np.column_stack([np.full(_n, 0.1), np.arange(_n)])
    assert np.allclose(zscore(_flat, 0)[:, 0], 0, rtol=0, atol=1e-9), f"{_n} times the number 0.1 never changes: its z-scores are 0"
_ints = _rng.integers(0, 256, size=(6, 4))
_want = _expected(_ints, 0)
assert np.allclose(zscore(_ints, 0), _want, rtol=1e-6, atol=1e-6), "wrong for whole numbers"
_single = _rng.uniform(-3.0, 3.0, size=(5, 8)).astype(np.float32)
_want = _expected(_single, 1)
assert np.allclose(zscore(_single, 1), _want, rtol=1e-4, atol=1e-4), "wrong for float32 numbers"

# %% author=true
_small = np.array([[0, 200], [255, 100]], dtype=np.uint8)
assert np.allclose(zscore(_small, 0), [[-1, 1], [1, -1]]) and np.allclose(zscore(_small[:1], 0), 0)

# %% [markdown]
# GPT-2 treats a list that never changes differently: it adds 0.00001 to every variance before taking the root, so that nothing is divided by 0. That is
# cheap, and harmless while the variances are near 1. In a column of nanometers it would drown the spread. Then the model stretches and shifts the
# z-scores by learned numbers; day 44 builds all of it.

# %% [markdown]
# ### A formula that loses its digits
#
# Many books offer another formula for the variance (day 6, expanded), since it needs only two running sums, of $x$ and of $x^2$:
#
# $$ s^2 = \frac{1}{n} \sum_{i=1}^{n} x_i^2 - \bar x^2 $$
#
# In words: the mean of the squares minus the square of the mean. As mathematics it is right. Day 4 warns: two large, almost equal numbers are
# subtracted. We add an offset to 1000 numbers between 0 and 1, which leaves their variance as it is. **Predict:** how does the error grow when the
# offset grows tenfold?

# %%
def variances(offset):
    xs = np.random.default_rng(8).uniform(0, 1, size=1000) + offset
    exact = statistics.pvariance(xs.tolist())  # Python's module computes with fractions
    return np.mean(xs**2) - np.mean(xs) ** 2, xs.var(ddof=0), exact


assert np.allclose(variances(0.0), variances(0.0)[2], rtol=1e-12)
offsets = 10.0 ** np.arange(10)
found = np.array([variances(offset) for offset in offsets])
short, passes, exact = found[:, 0], found[:, 1], found[:, 2]
print("offset 1e9: mean of the squares minus square of the mean", short[-1])

# %% [markdown]
# A variance of about $\tfrac1{12}$ comes out as a number that cannot be a mean of squares at all. Both axes
# of the picture are logarithmic (`loglog`, day 4), so a power law is a straight line. Which slope do you read for the upper curve? An error of 1
# means that no digit is right.

# %%
fig, ax = plt.subplots(figsize=(6.8, 3.7))
ax.loglog(offsets, abs(short / exact - 1), "o-", color=VERMILLION, label="short way")
two = np.maximum(abs(passes / exact - 1), 1e-17)  # an error of 0 is drawn at 1e-17
ax.loglog(offsets, two, "s--", color=BLUE, label="two passes")
ax.axhline(1, color=INK, linewidth=1)
ax.set(xlabel="offset (about the mean)", ylabel="relative error", ylim=(3e-18, 1e5))
ax.legend(loc="upper left")
figure(fig, alt="Relative error of the variance on logarithmic axes: the short way "
    "climbs with slope 2 and passes 1 near 1e8, for two passes it stays below 1e-12.")

# %% [markdown]
# Slope 2: the squares grow a hundredfold when the offset grows tenfold, and their rounding with them. From about $10^8$ on, no digit is left. Two passes
# stay accurate, since they subtract the mean *before* squaring. Your `mean_var` does so.

# %% author=true
assert np.abs(passes / exact - 1).max() < 1e-12 and abs(short / exact - 1)[8] > 1

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# First rebuild the quantile from memory. Then explain today's riddle in your own words, break a well-known rule, close with the day in five lines,
# and choose a single number that you would never accept.

# %% [markdown]
# ### Exercise · A quantile by hand
#
# *4 points · about 11 minutes · needs the place in the sorted list and the floor (day 3)*
#
# Promises about speed are made in quantiles: "95 of 100 answers within two seconds" is one for $q = 0.95$. A mean would hide the slow ones.
#
# **Before you code.** Five numbers, $q = 0.3$: which place is that, between which two numbers does it fall, and which of the two is nearer? And when
# $q = 1$, is there a next place to walk to?
#
# <details><summary>Answer</summary>
#
# The place $0.3 \cdot 4 = 1.2$, between place 1 and place 2, nearer to place 1. And no: $q = 1$ is the last place, nothing is left to walk.
#
# </details>
#
# **Your task.** Write `quantile(x, q)` for one $q$ from 0 to 1, without `np.quantile`. The numbers in `x` come in any order (`np.sort` returns a sorted
# copy). Five lines are enough.

# %% exercise="d08-quantile"
def quantile(x: np.ndarray, q: float) -> float:
    """The number at the share q of the sorted list, on straight lines between places.

    x        (n,)  numbers in any order, n ≥ 1
    q        share from 0 to 1
    returns  the quantile at q, one number

    >>> float(quantile(np.array([20.0, 80.0, 10.0, 40.0]), 0.5))
    30.0
    """
    ### BEGIN SOLUTION
    ordered = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    following = min(k + 1, len(x) - 1)
    return (1 - (u - k)) * ordered[k] + (u - k) * ordered[following]
    ### END SOLUTION

# %% visible="d08-quantile" points=1
# By hand: sorted, the numbers are 1, 2, 4, 7, 20. Place 2 is the median, place 0.3 * 4
# = 1.2 lies one fifth of the way from 2 to 4.
numbers = np.array([7.0, 1.0, 20.0, 2.0, 4.0])
got = quantile(numbers, 0.5)
assert got is not None, "quantile returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, ("One q has one quantile; you returned something of shape "
    f"{np.shape(got)}.")
assert np.isclose(got, 4, rtol=1e-9, atol=0), ("Half of 7, 1, 20, 2, 4 lie on each "
    f"side of 4; for q = 0.5 you return {got:.4f}. In which order do you look at the "
    "numbers?")
got = [float(quantile(numbers, 0.3)), float(quantile(numbers, 0.7))]
assert np.isclose(got[0], 2.4, rtol=1e-9, atol=0), ("Place 0.3 * 4 = 1.2 lies between "
    f"2 and 4, nearer to 2: expected 2.4, got {got[0]:.4f}. Which of the two neighbors "
    "counts more, and by how much?")
assert np.isclose(got[1], 6.4, rtol=1e-9, atol=0), ("Place 0.7 * 4 = 2.8 lies four "
    f"fifths of the way from 4 to 7: expected 6.4, got {got[1]:.4f}.")
got = [quantile(numbers, 0.0), quantile(numbers, 1.0)]
assert np.allclose(got, [1, 20], rtol=1e-9, atol=0), ("At q = 0 and q = 1 expected the "
    f"smallest and the largest number, 1 and 20; got {got}.")

# %% hidden="d08-quantile" points=3
# Hidden checks: shuffled lists of many sizes, one number and two, ties, negative and
# whole numbers, q at the ends and between, your array left as it was.
from fractions import Fraction as _Fraction

_rng = course_rng("d08-quantile")
_cases = [_rng.uniform(-50.0, 50.0, size=int(_n)) for _n in (1, 2, *_rng.integers(3, 60, size=12))]
_cases += [_rng.integers(-5, 6, size=23), np.array([3.0, 3.0, 3.0, 8.0, 3.0]), _rng.uniform(0.0, 9.0, size=14).astype(np.float32)]
for _x in _cases:
    _sorted = [_Fraction(_v) for _v in sorted(_x.tolist())]
    for _q in (0.0, 1.0, 0.5, 0.95, *(float(_v) for _v in _rng.uniform(0.0, 1.0, size=4))):
        _u = _Fraction(_q) * (len(_sorted) - 1)
        _k = int(_u)
        _above = _sorted[_k + 1] if _u > _k else _sorted[_k]
        _want, _given = float(_sorted[_k] + (_u - _k) * (_above - _sorted[_k])), _x.copy()
        _got = quantile(_given, _q)
        assert np.isclose(np.float64(_got), _want, rtol=1e-5, atol=1e-5), f"{len(_x)} numbers, q = {_q:.3f}, place {float(_u):.3f}: expected {_want:.5f}, got {_got:.5f}"
        assert (_given == _x).all(), "the caller's numbers were sorted or changed in place"

# %% author=true
assert quantile(np.array([200, 100, 255], dtype=np.uint8), 0.25) == 150 and quantile(np.array([7]), 1.0) == 7

# %% [markdown]
# ### Explain it
#
# Five sentences for a friend who knows what a mean is: why does the variance of a sample, computed with the divisor $n$, come out too small on average?
# Use the world 0, 3, 6 or a smaller one of your own, and avoid the words "degrees of freedom". A good answer says from *which center* the sample measures,
# and why no other center would give less.
#
# <details><summary>One possible answer</summary>
#
# In the world 0 and 2 the mean is 1 and the variance 1. Two draws that give 0 and 0 measure from 0, their own mean, and find no spread; measured from the true
# mean 1 they would find 1. A sample always measures from its own mean, and around that center its sum of squares is smaller than around any other, the true mean
# included. So it finds never more than from the true mean, and mostly less. Here the four pairs find 0, 1, 1 and 0, on average one half.
#
# </details>

# %% [markdown]
# ### Break it
#
# A well-known rule calls a number an outlier when its z-score is above 3. Our longest wait was 12 seconds. **Predict** its z-score among the five
# waits when it becomes 100, a thousand, a million seconds. Then run the cell. Afterward add more ordinary waits (change `[1, 2, 2, 3]` to
# `[1, 2, 2, 3] * 3`, the list three times in a row; `+` joins two lists) and predict again.

# %%
for longest in (12, 100, 1000, 1_000_000):
    xs = np.array([1, 2, 2, 3] + [longest])
    z = (longest - xs.mean()) / xs.std(ddof=0)
    print(f"longest wait {longest:7d}: z = {z:.4f}   median {np.median(xs)}")

# %% author=true
# edit: "np.array([1, 2, 2, 3] + [longest])" -> "np.array([1, 2, 2, 3] * 3 + [longest])"
# then: 3.46 < z < 3.47
xs = np.array([1, 2, 2, 3] + [1_000_000])
assert 1.9999 < ((xs - xs.mean()) / xs.std(ddof=0)).max() <= 2
assert 3 < np.sqrt(13 - 1) < 3.5
xs = np.array([1, 2, 2, 3] * 3 + [1_000_000])
assert 3.46 < ((xs - xs.mean()) / xs.std(ddof=0)).max() < 3.47

# %% [markdown]
# The z-score never passes 2. An outlier pulls the mean toward itself and inflates the very standard deviation it is measured with; among $n$ numbers no
# z-score (`ddof=0`) exceeds $\sqrt{n-1}$. With five numbers the rule can never fire. With 13 the limit is $\sqrt{12} \approx 3.46$.
#
# **Think about it.** Judges in diving drop the highest and the lowest marks before they average. Where between mean and median does such a *trimmed
# mean* usually stand? And which single number would you refuse to accept as a summary, and of what?
#
# <details><summary>Answer</summary>
#
# Dropping more and more from both ends leads from the mean to the median, so it usually stands between them. The second answer is yours; the mean gray of a photograph is ours.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. The mean balances the deviations and follows every outlier; the median stays in the middle of the sorted list.
# 2. The variance is the mean of the squared deviations, and no center makes their sum smaller than the mean does.
# 3. Divide by $n$ to describe the numbers you have, by $n - 1$ to estimate the world they came from.
# 4. A quantile is a place in the sorted list; a z-score is a distance from the mean in standard deviations, without a unit.
# 5. Subtract the mean before you square, or a large mean takes all digits.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $\bar x$ | x bar, the mean | `x.mean()` |
# | $x_i - \bar x$ | deviation of number i | `x - x.mean()` |
# | $s^2$, $s$ | variance, standard deviation | `x.var(ddof=0)`, `x.std(ddof=0)` |
# | $n - \text{ddof}$ | divisor of the variance | `len(x) - ddof` |
# | $x_{(k)}$ | the sorted number at place k, from 0 | `np.sort(x)[k]` |
# | $z_i$ | z-score of number i | `(x - x.mean()) / x.std(ddof=0)` |

# %% [markdown]
# ### To watch or read
#
# Khan Academy practices mean, median, spread and z-scores in "Summarizing quantitative data". Welford's own note, "Note on a method for calculating
# corrected sums of squares and products" (Technometrics, 1962), is two pages long and can be read after today. Tomorrow two columns stand side by side:
# does one rise when the other does, and by how much?
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# A variance for numbers that pass by once. Two passes need all numbers twice. A sensor or a training run shows each number once. In 1962 B. P.
# Welford found a way that needs one pass and keeps its digits. Keep the mean $\bar x$ of the numbers so far and $S$, the sum of their squared
# deviations. What does a newcomer $x$, the $n$-th number, change?

# %% [markdown]
# Take 2 and 4: $\bar x = 3$, $S = 2$. Now 9 arrives. The mean moves a third of the way toward it, from 3 to 5. And $S$ grows by $6 \cdot 4$, the
# newcomer's deviation from the old mean times that from the new one:
#
# $$ \bar x_{\text{new}} = \bar x_{\text{old}} + \frac{x - \bar x_{\text{old}}}{n}, \qquad S_{\text{new}} = S_{\text{old}} + (x - \bar x_{\text{old}})(x - \bar x_{\text{new}}) $$
#
# In words: the mean moves by an $n$-th of the newcomer's deviation; the sum of squares grows by the product of its two deviations. So $S = 2 + 24 = 26$, as it
# was in your exercise with two passes.

# %%
old_mean, old_sum, x, n = 3.0, 2.0, 9.0, 3
new_mean = old_mean + (x - old_mean) / n
new_sum = old_sum + (x - old_mean) * (x - new_mean)
print("mean", new_mean, "  sum of squared deviations", new_sum)
assert (new_mean, new_sum) == (5.0, 26.0)

# %% [markdown]
# Why the product? Let $d = x - \bar x_{\text{old}}$. The new mean lies $d/n$ away from the old one, so by the formula of idea 2 the old numbers now have the
# sum $S_{\text{old}} + (n-1)(d/n)^2$. The newcomer adds its own square, $(d - d/n)^2$. Take the common factor
# $(1 - \tfrac1n)\, d^2$ out of the two new terms, and what remains is $\tfrac1n + 1 - \tfrac1n = 1$. So $S$ grows by $d \cdot (d - d/n)$. The first factor is the
# deviation from the old mean, the second the one from the new.

# %% [markdown]
# ### Exercise · One pass, no regrets
#
# *optional · about 14 minutes · needs the two update formulas*
#
# PyTorch's GPU code for LayerNorm contains a function named `cuWelfordOnlineSum`. Yours does the same in Python. The stream can be any source you may
# loop over with `for x in stream`, *once*; it need not have a length. (In the example, `iter` turns a list into such a source.)
#
# **Before you code.** Which three values do you keep between two numbers, and with which values do they start? In which order must mean and sum be
# updated, and which mean do you have to save first? What can one single number say about spread?
#
# <details><summary>Answer</summary>
#
# The count, the mean and the sum, all starting at 0. The old mean is saved, then the mean moves, then the sum grows. One number says nothing about spread.
#
# </details>
#
# **Your task.** Write `welford(stream)`, which returns the mean and the variance with `ddof=1`; for a single number the variance is `math.nan`
# ("not a number"), since there is nothing to estimate it from. Seven lines are enough.

# %% exercise="d08-welford"
def welford(stream: Iterable[float]) -> tuple[float, float]:
    """Mean and variance (ddof=1) of numbers that arrive one by one, in a single pass.

    stream   any iterable of numbers, at least one; it may be read only once
    returns  (mean, variance); the variance of a single number is nan

    >>> tuple(float(v) for v in welford(iter([2.0, 4.0, 9.0])))
    (5.0, 13.0)
    """
    ### BEGIN SOLUTION
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        before = mean
        mean = before + (x - before) / n
        total = total + (x - before) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan
    ### END SOLUTION

# %% visible="d08-welford" points=0
# By hand: 1, 2, 6 have the means 1, 1.5, 3 on the way; the sum of squared deviations
# grows from 0 to 0.5 to 14, and 14 / 2 = 7.
got = welford(iter([1.0, 2.0]))
assert got is not None, "welford returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), ("Two numbers are expected, mean and variance; got "
    f"something of shape {np.shape(got)}.")
got = welford(iter([1.0, 2.0, 6.0]))
assert np.isclose(got[0], 3, rtol=1e-9, atol=0), ("The mean of 1, 2, 6 is 3; got "
    f"{got[0]:.4f}. By which share of its deviation does the third number move the "
    "mean?")
assert np.isclose(got[1], 7, rtol=1e-9, atol=0), ("The variance (ddof=1) of 1, 2, 6 is "
    f"14 / 2 = 7; got {got[1]:.4f}. Which two means take part when 6 arrives, and by "
    "what do you divide in the end?")
got = welford(iter([5.0]))
assert np.isclose(got[0], 5, rtol=1e-9, atol=0), ("The mean of the single number 5 is "
    f"5; got {got[0]}.")
assert np.isnan(got[1]), ("One number alone says nothing about spread: expected the "
    f"variance nan, got {got[1]}.")

# %% hidden="d08-welford" points=0
# Hidden checks: streams of many lengths that can be read once, numbers around a
# billion, tiny and negative numbers, whole numbers, lists and arrays too.
_rng = course_rng("d08-welford")
_cases = [
    _rng.uniform(-5.0, 5.0, size=2),
    _rng.uniform(-5.0, 5.0, size=int(_rng.integers(3, 12))),
    _rng.uniform(10.0, 90.0, size=int(_rng.integers(200, 400))),
    1e9 + _rng.uniform(0.0, 1.0, size=500),
    -4e8 + _rng.uniform(0.0, 0.5, size=60),
    _rng.uniform(1e-7, 9e-7, size=30),
    np.full(6, 4.25),
    _rng.integers(-20, 300, size=40),
]
for _x in _cases:
    _values = _x.tolist()
    _want = statistics.fmean(_values), float(statistics.variance(_values))
    for _stream in (iter(_values), (_v for _v in _values), list(_values), _x.copy()):
        _got = welford(_stream)
        _about = f"{len(_x)} numbers from {_x.min():.6g} to {_x.max():.6g}"
        assert np.isclose(np.float64(_got[0]), _want[0], rtol=1e-9, atol=0), f"{_about}: expected the mean {_want[0]:.8g}, got {_got[0]:.8g}"
        assert np.isclose(np.float64(_got[1]), _want[1], rtol=1e-5, atol=1e-22), f"{_about}: expected the variance {_want[1]:.6g}, got {_got[1]:.6g}"

for _one in (float(_rng.uniform(1.0, 9.0)), -7, 1e9):
    _got = welford(iter([_one]))
    assert np.isclose(np.float64(_got[0]), _one, rtol=1e-12, atol=0), f"the mean of the single number {_one} is {_one}, got {_got[0]}"
    assert np.isnan(_got[1]), f"the variance of a single number is nan, got {_got[1]}"

# %% [markdown]
# Now the test that the formula with the two running sums failed: numbers around a billion. Your function gets them one by one and may look at each only
# once. Compare its variance with the exact one.

# %%
far = np.random.default_rng(8).uniform(0, 1, size=1000) + 1e9
try:
    print("yours:", welford(iter(far.tolist()))[1])
    print("exact:", statistics.variance(far.tolist()))
except NotImplementedError:
    print("Write welford first, then run this cell again.")
