# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A line through a cloud: two variables, seen and fitted
#
# **Question of the day.** Two columns of numbers rise and fall together. How closely, along which line, and when should you not believe it?
#
# *After today you can* compute covariance and correlation by hand, find the best line through a cloud of points without a library, say how much it
# explains, and draw it so that a stranger can check it.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the earlier notebooks and take a sheet of paper. Write an answer to each question, with a number, before you unfold ours. If an answer of yours
# is wrong, write one line about what misled you, and look at that line again tomorrow.

# %% [markdown]
# **From yesterday: the spread of four numbers.** A model answers four questions in 2, 4, 4 and 10 seconds. Give the mean, the median, and the variance
# with `ddof=0` and with `ddof=1`. What is the z-score of the 10, with `ddof=0`?
#
# <details><summary>Answer</summary>
#
# Mean 5, median 4. The deviations $-3, -1, -1, 5$ have squares that sum to 36, so the variance is $36/4 = 9$ or $36/3 = 12$. The standard deviation
# with `ddof=0` is 3, so the z-score of 10 is $(10 - 5)/3 \approx 1.67$.
#
# </details>

# %% [markdown]
# **A week ago (day 2): growth by a constant factor.** An app had 200 users in January and 288 in March, and it grows by the same factor every month.
# Which factor? How many users come in April, to the nearest one?
#
# <details><summary>Answer</summary>
#
# Two months multiply by $288/200 = 1.44$, so one month multiplies by $\sqrt{1.44} = 1.2$. In April there are $288 \cdot 1.2 = 345.6$, so about 346
# users. Adding 44 a month (half of 88) would give 332: that is growth by an amount, not by a factor.
#
# </details>

# %% [markdown]
# **Before that (day 6): the lowest point.** Complete the square of $2m^2 - 8m + 12$. For which $m$ is it lowest, and how low does it get? Keep your
# answer, because this very parabola comes back today.
#
# <details><summary>Answer</summary>
#
# $2m^2 - 8m + 12 = 2(m - 2)^2 + 4$. The square is never negative, so the lowest point lies at $m = 2$, at height 4.
#
# </details>

# %% author=true
_t = [2, 4, 4, 10]
_dev = [v - sum(_t) / 4 for v in _t]
assert sum(_t) / 4 == 5 and sum(d * d for d in _dev) == 36 and round(5 / 3, 2) == 1.67
assert abs(200 * 1.2**2 - 288) < 1e-9 and round(288 * 1.2, 1) == 345.6
assert all(abs(2 * m**2 - 8 * m + 12 - (2 * (m - 2) ** 2 + 4)) < 1e-9 for m in (-3, 0.5, 7))

# %% [markdown]
# Now the graded warm-up, on day 2. First the tools of today. `seaborn` is new: it draws whole statistical pictures in one call, from a table with named
# columns that its helper `pandas` holds. You will meet seaborn in part 3 and pandas at the very end.

# %%
import math

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from log2attn import data, figure, fresh_axes, read_axes, slider
from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION

# %% [markdown]
# ### Exercise · How far has the average come?
#
# *1 point · about 3 minutes · needs the moving average and constant factors (day 2)*
#
# An exponential moving average keeps the share $\beta$ of its old value and takes the share $1 - \beta$ of the new reading. It starts from $m_0 = 0$,
# and every reading is the same number $c$. The gap $c - m_t$ is what it still has to go.
#
# **Before you code.** With $c = 50$ and $\beta = 0.8$, find $m_1$ and $m_2$. By which factor does the gap change in each step?
#
# <details><summary>Answer</summary>
#
# $m_1 = 0.2 \cdot 50 = 10$ and $m_2 = 0.8 \cdot 10 + 10 = 18$. The gaps 50, 40, 32 shrink by the factor 0.8.
#
# </details>
#
# **Your task.** Write `review_09(c, beta, n)`: the average after `n` equal readings. One line is enough.

# %% exercise="d09-review"
def review_09(c: float, beta: float, n: int) -> float:
    """Exponential moving average, started from 0, after n equal readings.

    c        the reading, any number
    beta     share of the old value that each step keeps, 0 < beta < 1
    n        number of readings, n ≥ 0
    returns  the average after n steps

    >>> round(review_09(8.0, 0.5, 2), 6)
    6.0
    """
    ### BEGIN SOLUTION
    return c * (1 - beta**n)
    ### END SOLUTION

# %% visible="d09-review" points=0
# By hand: 0.8 * 0 + 0.2 * 50 = 10, then 0.8 * 10 + 0.2 * 50 = 18. The gap goes 50, 40,
# 32.
got = review_09(50.0, 0.8, 2)
assert got is not None, "review_09 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}."
)
assert np.isclose(got, 18.0, rtol=1e-9, atol=0), (
    f"The average goes 0, 10, 18, so expected 18, got {got:.4f}. What is the "
    "gap after each step, and what is left when you take it from 50?"
)

# %% hidden="d09-review" points=1
# Hidden checks: random readings (negative ones too), shares from 0.05 to 0.999, up to
# 300 steps, and no step at all.
_rng = course_rng("d09-review")
for _n in [0, 1, 2, 3, *_rng.integers(4, 300, size=12).tolist()]:
    _c, _beta = float(_rng.uniform(-90, 90)), float(_rng.choice([_rng.uniform(0.05, 0.95), _rng.uniform(0.97, 0.999)]))
    _want = 0.0
    for _ in range(_n):
        _want = _beta * _want + (1 - _beta) * _c
    _got = review_09(_c, _beta, _n)
    assert np.isclose(_got, np.float64(_want), rtol=1e-7, atol=1e-9), f"reading {_c:.3f}, beta {_beta:.4f}, {_n} steps: expected {_want:.5f}, got {_got:.5f}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# Four ideas and two short exercises: a number for "together", the same number without units, the best line, and what all of these numbers hide. A
# question about two stocks opens this part and closes it; one tiny data set carries us through the middle.

# %% [markdown]
# ### Two stocks that rise together
#
# Somebody wants to spread savings over two firms, so that not everything falls at once, and looks at Apple and Microsoft from 1990 to 2022. How
# closely do the two prices move together? The usual number for that is called the *correlation*, and it ends at 1, where all points lie on one rising
# line. For these two it is 0.986.
#
# Look at both pictures. Does holding both shares protect you? Write down what you would answer, and what the number seems to say.

# %%
months, prices = data.stocks()
years = 1990 + np.arange(len(months)) / 12
fig, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4))
left.plot(years, prices["AAPL"], color=BLUE, label="AAPL")
left.plot(years, prices["MSFT"], "--", color=VERMILLION, label="MSFT")
left.set(yscale="log", xlabel="year", ylabel="price (dollars)")
left.legend()
right.plot(prices["MSFT"], prices["AAPL"], "o", color=INK, markersize=3)
right.set(xlabel="MSFT (dollars)", ylabel="AAPL (dollars)")
figure(fig, alt="Left: the prices of Apple and Microsoft on a log axis, both rising "
    "over 33 years. Right: one against the other, crowded near 0, then near one line.")

# %% author=true
if not data.is_stand_in("stocks"):
    assert f"{np.corrcoef(prices['AAPL'], prices['MSFT'])[0, 1]:.3f}" == "0.986"

# %% [markdown]
# ### Do they move together?
#
# To find out what such a number is made of, take five pairs that one can do by hand (they are made up). Somebody practices juggling for 0, 1, 2, 3 or
# 4 hours and then catches 1, 7, 3, 9 or 10 of ten balls. More practice, more balls, with one bad evening. Each column alone is yesterday's subject.
# What is new is the *pairing*: these 3 balls belong to those 2 hours.
#
# So we look at both deviations of each pair: how far are its hours from the mean hours, and its balls from the mean balls? (A float can be $-0$;
# `+ 0.0` makes it 0.)

# %%
x = np.array([0.0, 1.0, 2.0, 3.0, 4.0])  # hours
y = np.array([1.0, 7.0, 3.0, 9.0, 10.0])  # balls caught
dx, dy = x - x.mean(), y - y.mean()
print("means", x.mean(), y.mean())
print("deviations of x", dx)
print("deviations of y", dy)
print("products       ", dx * dy + 0.0, "with sum", (dx * dy).sum())
assert (dx * dy).sum() == 20

# %% [markdown]
# The product of two deviations is a vote. Both above their means, or both below: positive, "they go together". One above and one below: negative. A
# product is also the area of a rectangle, from the point of means to the data point; `ax.fill` paints it. In the picture, which point votes loudest?
# Which votes against, and which does not vote at all?

# %%
fig, ax = plt.subplots(figsize=(6.2, 4))
for px, py in zip(x, y, strict=True):
    vote = (px - x.mean()) * (py - y.mean()) + 0.0  # a vote of -0 becomes 0
    color = BLUE if vote >= 0 else VERMILLION
    ax.fill([2, px, px, 2], [6, 6, py, py], color=color, alpha=0.2)  # pale
    ax.text(px, py + 0.6, f"${vote:+g}$", ha="center", backgroundcolor="white")
ax.plot(x, y, "o", color=INK)
ax.axvline(2, color=GRAY, linestyle="--")
ax.axhline(6, color=GRAY, linestyle="--")
ax.set(xlabel="practice (hours)", ylabel="balls caught", ylim=(0, 12), xticks=x)
figure(fig, alt="Five points and dashed lines at the means, 2 hours and 6 balls. Each "
    "spans a rectangle with the point of means: votes +10, +3 and +8, −1, and 0.")

# %% [markdown]
# The loudest vote, $+10$, comes from the evening without practice: a rectangle far from both means. One small rectangle votes against, and the bad
# evening lies on the dashed line, so it says nothing about togetherness. The mean vote is the **covariance**:
#
# $$ \operatorname{cov}(x, y) = \frac{1}{n - \text{ddof}} \sum_{i=1}^{n} (x_i - \bar x)(y_i - \bar y) $$
#
# In words: multiply the two deviations of each pair, add, and divide by the number of pairs minus `ddof`. With $y = x$ it is yesterday's variance.
# numpy's `np.cov` returns a table of four numbers; `[0, 1]` takes the one in row 0 and column 1, the covariance.

# %%
for ddof in (0, 1):
    by_formula = (dx * dy).sum() / (len(x) - ddof)
    by_numpy = np.cov(x, y, ddof=ddof)[0, 1]
    print(f"ddof={ddof}: covariance {by_formula}, numpy says {by_numpy}")
    assert np.isclose(by_formula, by_numpy, rtol=1e-12)
    assert np.isclose((dx * dx).sum() / (len(x) - ddof), x.var(ddof=ddof), rtol=1e-12)

# %% [markdown]
# ### Exercise · The mean vote
#
# *2 points · about 6 minutes · needs deviations and ddof (day 8)*
#
# This time you write the one number yourself, without numpy's table; the best line will need it.
#
# **Before you code.** Day 8 showed what the mean of the squares minus the square of the mean does to numbers near a billion. Which two columns do you
# center (take their mean away), then, before you multiply anything?
#
# <details><summary>Answer</summary>
#
# Both. In exact arithmetic one centered column would be enough, but near a billion the rounding error of its mean is multiplied by a billion.
#
# </details>
#
# **Your task.** Write `covariance(x, y, ddof)`, also for numbers near a billion. One or two lines are enough.

# %% exercise="d09-covariance"
def covariance(x: np.ndarray, y: np.ndarray, ddof: int) -> float:
    """Covariance of n pairs: the summed products of deviations, divided by n - ddof.

    x, y     (n,)  the two columns, n > ddof
    ddof     0 or 1
    returns  one number, in units of x times units of y

    >>> float(covariance(np.array([1.0, 3.0]), np.array([5.0, 9.0]), ddof=1))
    4.0
    """
    ### BEGIN SOLUTION
    dx, dy = x - x.mean(), y - y.mean()
    return (dx * dy).sum() / (len(x) - ddof)
    ### END SOLUTION

# %% visible="d09-covariance" points=1
# By hand: means 3 and 5, deviations -2, -1, 0, 3 and 3, -1, -1, -1, products -6, 1, 0,
# -3, sum -8.
x4, y4 = np.array([1.0, 2.0, 3.0, 6.0]), np.array([8.0, 4.0, 4.0, 4.0])
got = covariance(x4, y4, ddof=0)
assert got is not None, "covariance returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    "One number says how the columns move together; you returned something "
    f"of shape {np.shape(got)}. If it is numpy's table, which entry is the "
    "covariance?"
)
assert np.isclose(got, -2.0, rtol=1e-9, atol=0), (
    "The products of the deviations sum to -8, over 4 pairs: expected -2, "
    f"got {got:.4f}. Are both columns centered, and is the sum divided?"
)
got = covariance(x4, y4, ddof=1)
assert np.isclose(got, -8 / 3, rtol=1e-9, atol=0), (
    f"With ddof=1 the sum -8 is divided by 3: expected {-8 / 3:.4f}, got "
    f"{got:.4f}. From what is ddof subtracted, and when?"
)

# %% hidden="d09-covariance" points=1
# Hidden checks: random pairs of many sizes, numbers near a billion, whole numbers,
# float32, both values of ddof, your arrays left as they were.
from fractions import Fraction as _Fraction

_rng = course_rng("d09-covariance")
for _n, _far, _high in [(2, 0.0, 0.0), (7, 0.0, 0.0), (40, 0.0, 0.0), (23, 1e9, 1e9), (61, -1e9, -1e9), (300, 5.0, 5.0), (19, 1e9, -2e9), (45, -1e9, 1e9)]:
    _x = _far + _rng.normal(scale=_rng.uniform(0.5, 20), size=_n)
    _y = _high + _rng.uniform(-1, 1) * (_x - _far) + _rng.normal(size=_n)
    _fx, _fy = [_Fraction(_v) for _v in _x.tolist()], [_Fraction(_v) for _v in _y.tolist()]
    _mx, _my = sum(_fx) / _n, sum(_fy) / _n
    _sum = sum((_a - _mx) * (_b - _my) for _a, _b in zip(_fx, _fy, strict=True))
    _size = math.sqrt(float(sum((_a - _mx) ** 2 for _a in _fx) * sum((_b - _my) ** 2 for _b in _fy)))
    for _ddof in (0, 1):
        _want, _tol, _gx, _gy = np.float64(_sum / (_n - _ddof)), 1e-9 * _size / (_n - _ddof), _x.copy(), _y.copy()
        _got = covariance(_gx, _gy, _ddof)
        assert np.isclose(_got, _want, rtol=0, atol=_tol), f"{_n} pairs around {_far:g}, ddof={_ddof}: expected {_want:.6g}, got {_got:.6g}. Are both columns centered before you multiply?"
        assert (_gx == _x).all() and (_gy == _y).all(), "the caller's numbers were changed in place"

_i, _j = _rng.integers(-40, 40, size=15), _rng.integers(0, 90, size=15)
_want = np.float64(np.cov(_i, _j, ddof=1)[0, 1])
assert np.isclose(covariance(_i, _j, 1), _want, rtol=1e-9, atol=1e-9), "wrong for whole numbers"
_f, _g = _rng.normal(size=33).astype(np.float32), _rng.normal(size=33).astype(np.float32)
_want = np.float64(np.cov(_f.astype(float), _g.astype(float), ddof=0)[0, 1])
assert np.isclose(np.float64(covariance(_f, _g, 0)), _want, rtol=1e-4, atol=1e-5), "wrong for float32 numbers"

# %% [markdown]
# ### A number without units
#
# The covariance of our five pairs is 4 (with `ddof=0`). Is 4 much? Measure practice in minutes and it becomes 240, though nothing about the evenings
# has changed. Yesterday's cure works again: turn both columns into z-scores, which have no unit, and take their covariance. The result is the
# **correlation**, as Karl Pearson defined it in 1896:
#
# $$ r = \frac{\operatorname{cov}(x, y)}{\operatorname{std}(x)\,\operatorname{std}(y)} = \frac1n \sum_{i=1}^{n} z_{x,i}\, z_{y,i} $$
#
# In words: the covariance divided by both standard deviations, which is the mean product of the z-scores. The same `ddof` must stand everywhere; then it
# cancels. ($\operatorname{std}(x)$, and below $\operatorname{var}(x)$, are yesterday's $s$ and $s^2$ of the column $x$.)

# %%
zx, zy = dx / x.std(ddof=0), dy / y.std(ddof=0)
by_covariance = (dx * dy).mean() / (x.std(ddof=0) * y.std(ddof=0))
print(f"r = {by_covariance:.4f} = {(zx * zy).mean():.4f}, in minutes "
    f"{np.corrcoef(60 * x, y)[0, 1]:.4f}")
assert np.isclose(by_covariance, (zx * zy).mean(), rtol=1e-12)
assert np.isclose(by_covariance, np.corrcoef(60 * x, y)[0, 1], rtol=1e-12)
assert np.isclose(((zx - zy) ** 2).mean(), 2 - 2 * by_covariance, rtol=1e-12)

# %% [markdown]
# Our five evenings have $r \approx 0.82$. How large can $r$ be? Squares are never negative, so $(z_x - z_y)^2$ has a mean of at least 0. Multiply out:
# the squares of z-scores have mean 1, so that mean is $1 - 2r + 1$. Hence $r \le 1$. With a plus sign, $1 + 2r + 1 \ge 0$ gives $r \ge -1$.
#
# The ends are reached when all z-scores agree ($z_y = z_x$) or are opposite: then all points lie on one line, rising or falling. And $r = 0$?
#
# > **Watch out.** $r = 0$ does not mean "no relation". The points of $y = x^2$ at $x = -2, -1, 0, 1, 2$ have $r = 0$: the votes cancel. Correlation sees
# > only what is straight.

# %%
u = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
print("votes of the parabola:", (u - u.mean()) * (u**2 - (u**2).mean()) + 0.0)
assert ((u - u.mean()) * (u**2 - (u**2).mean())).sum() == 0

# %% [markdown]
# ### Exercise · Correlation
#
# *3 points · about 5 minutes · needs `covariance` and standard deviations (day 8)*
#
# To judge an automatic score for translations, researchers compute its Pearson correlation with human judgments (Mathur and others, 2020).
#
# **Before you code.** What must $r$ be for $y = 5 - 2x$? What happens to $r$ when you exchange the two columns? When you use `ddof=1` in the covariance
# and `ddof=0` in the standard deviations of five pairs?
#
# <details><summary>Answer</summary>
#
# $-1$; nothing happens, since $r$ does not care which column comes first; and $r$ comes out too large by the factor $5/4$.
#
# </details>
#
# **Your task.** Write `pearson(x, y)` for columns that are not constant. One line is enough; `x.std(ddof=…)` helps.

# %% exercise="d09-pearson"
def pearson(x: np.ndarray, y: np.ndarray) -> float:
    """Correlation of n pairs: their covariance in units of both standard deviations.

    x, y     (n,)  the two columns, n ≥ 2, neither of them constant
    returns  r, from -1 to 1

    >>> round(float(pearson(np.array([1.0, 2.0, 3.0]), np.array([3.0, 1.0, -1.0]))), 4)
    -1.0
    """
    ### BEGIN SOLUTION
    return covariance(x, y, ddof=0) / (x.std(ddof=0) * y.std(ddof=0))
    ### END SOLUTION

# %% visible="d09-pearson" points=1
# By hand: the five evenings have sums of squares 10 and 60 and a sum of products 20, so
# r = 20 / sqrt(600).
x5, y5 = np.array([0.0, 1.0, 2.0, 3.0, 4.0]), np.array([1.0, 7.0, 3.0, 9.0, 10.0])
got = pearson(x5, y5)
assert got is not None, "pearson returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"The correlation is one number; you returned something of shape {np.shape(got)}."
)
assert -1 - 1e-9 <= got <= 1 + 1e-9, (
    f"A correlation lies between -1 and 1, got {got:.4f}. Are both units "
    "divided out, and does the same ddof stand above and below?"
)
assert np.isclose(got, 20 / math.sqrt(600), rtol=1e-9, atol=0), (
    f"For the five evenings expected {20 / math.sqrt(600):.4f}, got "
    f"{got:.4f}. What has to be divided out of the covariance?"
)
got = pearson(x5, 5 - 2 * x5)
assert np.isclose(got, -1.0, rtol=1e-9, atol=0), (
    "All points of y = 5 - 2x lie on a falling line: expected -1, got "
    f"{got:.4f}. Which sign do the votes have?"
)

# %% hidden="d09-pearson" points=2
# Hidden checks: random clouds that rise and fall, other units, few pairs, whole
# numbers, float32, your arrays left as they were.
import statistics as _statistics

_rng = course_rng("d09-pearson")
for _n in [2, 3, 5, 8, 30, 77, 250]:
    _x = _rng.normal(size=_n) * 10 ** _rng.uniform(-3, 4) + _rng.uniform(-50, 50)
    _y = _rng.uniform(-2, 2) * _x + _rng.normal(size=_n) * _x.std(ddof=0)
    _want, _gx, _gy = np.float64(_statistics.correlation(_x.tolist(), _y.tolist())), _x.copy(), _y.copy()
    _got = pearson(_gx, _gy)
    assert np.isclose(_got, _want, rtol=1e-7, atol=1e-9), f"{_n} pairs: expected {_want:.6f}, got {_got:.6f}"
    assert (_gx == _x).all() and (_gy == _y).all(), "the caller's numbers were changed in place"

_i, _j = _rng.integers(-40, 40, size=18), _rng.integers(0, 90, size=18)
_want = np.float64(_statistics.correlation(_i.tolist(), _j.tolist()))
assert np.isclose(pearson(_i, _j), _want, rtol=1e-7, atol=1e-9), "wrong for whole numbers"
_f, _g = _rng.normal(size=29).astype(np.float32), _rng.normal(size=29).astype(np.float32)
_want = np.float64(_statistics.correlation(_f.tolist(), _g.tolist()))
assert np.isclose(np.float64(pearson(_f, _g)), _want, rtol=1e-4, atol=1e-5), "wrong for float32 numbers"

# %% [markdown]
# ### The best line, by completing the square
#
# Which line $\hat y = mx + b$ predicts the balls best from the hours? We read $\hat y$ as "y hat", a prediction. What the line misses at a point, the
# **residual** $y_i - \hat y_i$, is the vertical gap. As on day 6, the cost of a line is the mean squared gap, now with an intercept:
#
# $$ C(m, b) = \frac1n \sum_{i=1}^{n} (y_i - m x_i - b)^2 $$
#
# In words: predict each $y$, square what is missing, and take the mean. `show` draws one line with its dotted gaps.

# %%
def cost(m, b):
    return ((y - m * x - b) ** 2).mean()


def show(ax, m, b):
    ax.vlines(x, y, m * x + b, color=VERMILLION, linestyle=":")
    ax.plot([-0.5, 4.5], [b - 0.5 * m, b + 4.5 * m], color=BLUE)
    ax.plot(x, y, "o", color=INK)
    ax.set(title=f"$m = {m:g}$, $b = {b:g}$: cost {cost(m, b):.4g}")
    ax.set(xlim=(-0.6, 4.6), ylim=(-3, 14))
    ax.set(xlabel="practice (hours)", ylabel="balls caught")

# %% [markdown]
# In the first three panels, each line has the best $b$ for its slope. Through which point do they all pass? The fourth panel draws the cost of *every*
# slope. What curve is it?

# %%
fig, axes = plt.subplots(2, 2, figsize=(8.4, 6))
for ax, m in zip(axes.flat, [0, 1, 2], strict=False):  # flat: panel by panel
    show(ax, m, y.mean() - m * x.mean())
ms = np.linspace(-0.5, 4.5, 101)
costs = [cost(m, y.mean() - m * x.mean()) for m in ms]
axes[1, 1].plot(ms, costs, color=BLUE)
axes[1, 1].plot([0, 1, 2], [12, 6, 4], "o", color=INK)
axes[1, 1].set(title="lowest at m = 2", xlabel="slope m", ylabel="cost", ylim=(0, 17))
figure(fig, alt="Lines of slope 0, 1 and 2 through (2, 6) with dotted gaps to five "
    "points, at costs 12, 6, 4. Fourth panel: the cost is a parabola, lowest at m = 2.")

# %% [markdown]
# All three pass through the point of means, $(2, 6)$, and the costs 12, 6, 4 lie on a parabola. To choose the line of lowest cost is Legendre's *least
# squares* (day 6). Two completed squares find it.
#
# **First $b$.** Fix $m$ and let $u_i = y_i - m x_i$. Write $u_i - b = (u_i - \bar u) + (\bar u - b)$ and square. Deviations sum to 0, so the mixed term
# drops out of the mean:
#
# $$ C(m, b) = \operatorname{var}(u) + (\bar u - b)^2 $$
#
# In words: a part that $b$ cannot change, plus a square that is 0 for $b = \bar u = \bar y - m \bar x$.

# %% [markdown]
# **Then $m$.** With that $b$ each residual is $(y_i - \bar y) - m (x_i - \bar x)$. Square it, take the mean, and the cost is
# $\operatorname{var}(x)\, m^2 - 2 \operatorname{cov}(x, y)\, m + \operatorname{var}(y)$. For the five evenings this is $2m^2 - 8m + 12$, the parabola you met in
# part 1. Complete the square as on day 6: the vertex lies at
#
# $$ m = \frac{\operatorname{cov}(x, y)}{\operatorname{var}(x)}, \qquad b = \bar y - m \bar x. $$
#
# In words: the best slope is the covariance in units of the variance of $x$, and the best line passes through the point of means. Here $m = 4/2 = 2$ and
# $b = 6 - 2 \cdot 2 = 2$.

# %%
m = (dx * dy).mean() / x.var(ddof=0)
b = y.mean() - m * x.mean()
print(f"best line: m = {m}, b = {b}, cost {cost(m, b)}")
for try_m, try_b in [(2.1, 2.0), (1.0, 7.0), (-3.0, 0.5)]:
    u = y - try_m * x
    assert np.isclose(cost(try_m, try_b), u.var(ddof=0) + (u.mean() - try_b) ** 2)
    by_parabola = x.var(ddof=0) * try_m**2 - 2 * 4 * try_m + y.var(ddof=0)
    assert np.isclose(u.var(ddof=0), by_parabola) and cost(try_m, try_b) > cost(m, b)
assert np.allclose([m, b], np.polyfit(x, y, 1), rtol=1e-9)  # numpy's own answer

# %% [markdown]
# Try it by hand. Drag `m` and `b` until the cost in the title is as low as you can get it, and write your best down. Then pull `jump` to 1: the line
# goes to the least-squares answer, with the cost 4. (`**ranges` hands the entries of a dict over as inputs with these names.)

# %%
def draw(m, b, jump):
    fig, ax = plt.subplots(figsize=(5.6, 3.8))
    if jump == 1:
        m, b = 2, 2
    show(ax, m, b)
    return fig


ranges = {"m": (-1, 4, 0.1, 0.5), "b": (-2, 8, 0.1, 7), "jump": (0, 1, 1, 0)}
slider(draw, alt="Five points, a line with slope m and intercept b, dotted gaps and "
    "the cost in the title, lowest at m = 2 and b = 2.", **ranges)

# %% [markdown]
# ### What the 0.986 says
#
# Back to the two stocks. Each price is in large part the price of the month before. What happens *within* a month is its log return (day 8).
# Correlate those. Then try two columns that *cannot* know of each other: running sums (`np.cumsum`) of random positive steps, drawn separately.
# **Predict** all three numbers. (`{name: … for name in names}` builds a dict in one line.)

# %%
names = ["AAPL", "MSFT", "IBM", "XRX"]
returns = {name: np.diff(np.log(prices[name])) for name in names}
r_returns = np.corrcoef(returns["AAPL"], returns["MSFT"])[0, 1]
print(f"AAPL and MSFT, monthly log returns: r = {r_returns:.3f}")
rng = np.random.default_rng(9)
steps, others = rng.uniform(0, 1, size=390), rng.uniform(0, 1, size=390)
print("running sums:", np.corrcoef(np.cumsum(steps), np.cumsum(others))[0, 1].round(4))
print("their steps: ", np.corrcoef(steps, others)[0, 1].round(4))
assert np.corrcoef(np.cumsum(steps), np.cumsum(others))[0, 1] > 0.99

# %% author=true
if not data.is_stand_in("stocks"):
    assert f"{r_returns:.3f}" == "0.377"
assert abs(np.corrcoef(steps, others)[0, 1]) < 0.1

# %% [markdown]
# The sums correlate almost perfectly, their steps hardly at all. Whatever rises correlates with whatever else rises: early months lie below both
# means, late months above both, and all of them vote yes. Udny Yule called these "nonsense-correlations" in 1926.
#
# So the 0.986 says that both prices rose, and little more. The returns have no trend to share, and their 0.377 answers the question we began with: in
# a bad month of one firm the other tends to fall, too, but far from always. Holding both protects you in part.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# Two exercises: the best line without a library, and a number that judges any predictions. Then four clouds that share all their numbers, and the
# returns of two firms, fitted by your line and by seaborn's.

# %% [markdown]
# ### Exercise · The least-squares line
#
# *3 points · about 8 minutes · needs `covariance` and the two formulas of part 2*
#
# Tomorrow this function fits the loss of language models against their size, and later days use it too.
#
# **Before you code.** Exchange the columns and fit hours from balls: which variance divides now? Is that line the old one turned around? (For the five
# evenings the slopes are 2 and $\tfrac13$.)
#
# <details><summary>Answer</summary>
#
# The variance of the balls. No: balls $= 3 \cdot$ hours $+ \dots$ is what $\tfrac13$ turns into, and $3$ is not 2. Each line is best for the gaps in its own direction.
#
# </details>
#
# **Your task.** Write `fit_line(x, y)`: the slope and the intercept, in this order, for `x` that is not constant and in any order. Three lines are enough.

# %% exercise="d09-fit_line"
def fit_line(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Slope and intercept of the line m * x + b with the smallest mean squared gap.

    x, y     (n,)  the two columns, n ≥ 2, in any order; x is not constant, y may be
    returns  (m, b), two numbers

    >>> m, b = fit_line(np.array([1.0, 2.0, 3.0]), np.array([5.0, 7.0, 9.0]))
    >>> round(float(m), 4), round(float(b), 4)
    (2.0, 3.0)
    """
    ### BEGIN SOLUTION
    m = covariance(x, y, ddof=0) / x.var(ddof=0)
    b = y.mean() - m * x.mean()
    return m, b
    ### END SOLUTION

# %% visible="d09-fit_line" points=1
# By hand: means 3 and 7, deviations -3, -1, 0, 4 and 4, 2, 0, -6; sum of products -38,
# sum of squares of x 26.
got = fit_line(np.array([0.0, 2.0, 3.0, 7.0]), np.array([11.0, 9.0, 7.0, 1.0]))
assert got is not None, "fit_line returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    "Return two numbers, the slope and the intercept; got something of shape "
    f"{np.shape(got)}."
)
assert np.isclose(got[0], -38 / 26, rtol=1e-9, atol=0), (
    f"Expected the slope -38/26 = {-38 / 26:.4f}, got {got[0]:.4f}. Are both "
    "columns centered, and whose variance divides?"
)
assert np.isclose(got[1], 7 + 3 * 38 / 26, rtol=1e-9, atol=0), (
    "The line passes through the means (3, 7), so b = "
    f"{7 + 3 * 38 / 26:.4f}; got {got[1]:.4f}. At x = 3 your line has the "
    f"height {got[0] * 3 + got[1]:.4f}."
)

# %% hidden="d09-fit_line" points=2
# Hidden checks: random clouds that rise and fall, x in any order and far from 0, exact
# lines, two points, whole numbers, float32, your arrays left as they were.
import statistics as _statistics

_rng = course_rng("d09-fit_line")
for _n, _far in [(2, 0.0), (3, 4.0), (9, -30.0), (40, 2000.0), (150, 1e6)]:
    _x = _far + _rng.normal(size=_n) * _rng.uniform(0.5, 30)
    _y = _rng.uniform(-4, 4) * (_x - _far) + _rng.uniform(-9, 9) + _rng.normal(size=_n)
    _line = _statistics.linear_regression((_x - _far).tolist(), _y.tolist())
    _want, _at, _gx, _gy = np.float64(_line.slope), np.float64(_line.intercept), _x.copy(), _y.copy()
    _m, _b = fit_line(_gx, _gy)
    assert np.isclose(_m, _want, rtol=1e-7, atol=1e-9), f"{_n} pairs: expected the slope {_want:.6f}, got {_m:.6f}"
    assert np.isclose(_m * _far + _b, _at, rtol=1e-6, atol=1e-6), f"{_n} pairs: at x = {_far:g} the line should have the height {_at:.5f}, yours has {_m * _far + _b:.5f}"
    assert (_gx == _x).all() and (_gy == _y).all(), "the caller's numbers were changed in place"

_x, _y = 1e7 + np.array([0.1, 1.3, 2.7, 3.2, 4.6, 5.9]), np.array([2.0, 1.0, 4.0, 3.0, 6.0, 5.0])
_want = _statistics.linear_regression((_x - 1e7).tolist(), _y.tolist()).slope
_m, _b = fit_line(_x, _y)
assert np.isclose(_m, _want, rtol=1e-6, atol=0), f"x near ten million: expected the slope {_want:.6f}, got {_m:.6f}"

_i, _j = _rng.permutation(25)[:12], _rng.integers(-50, 50, size=12)
_want = np.array(_statistics.linear_regression(_i.tolist(), _j.tolist()))
assert np.allclose(fit_line(_i, _j), _want, rtol=1e-7, atol=1e-9), "wrong for whole numbers"
assert np.allclose(fit_line(_i, np.full(12, 4)), [0, 4], rtol=0, atol=1e-9), "through points of equal height 4 the best line is flat"
_f, _g = _rng.normal(size=31).astype(np.float32), _rng.normal(size=31).astype(np.float32)
_want = np.array(_statistics.linear_regression(_f.tolist(), _g.tolist()))
assert np.allclose(np.array(fit_line(_f, _g), dtype=float), _want, rtol=1e-4, atol=1e-4), "wrong for float32 numbers"

# %% [markdown]
# ### How much does the line explain?
#
# Without any line, the best constant prediction is the mean, 6 balls, at cost 12. The line has cost 4. It removes two thirds of the cost, and that
# share is called $R^2$:
#
# $$ R^2 = 1 - \frac{\sum_i (y_i - \hat y_i)^2}{\sum_i (y_i - \bar y)^2} $$
#
# In words: one minus the squared misses of the predictions, in units of the squared misses of the mean. Perfect predictions get 1, predictions as good as
# the mean get 0, and worse ones get a *negative* number.

# %%
predictions = {"best line": 2 * x + 2, "the mean": 0 * x + 6, "wrong way": 10 - 2 * x}
for name, predicted in predictions.items():
    share = 1 - ((y - predicted) ** 2).sum() / ((y - y.mean()) ** 2).sum()
    print(f"{name:10s} R2 = {share:6.3f}    r squared = {by_covariance**2:.3f}")
assert np.isclose(1 - ((y - 2 * x - 2) ** 2).sum() / (dy**2).sum(), by_covariance**2)
assert np.isclose(1 - ((y - 10 + 2 * x) ** 2).sum() / (dy**2).sum(), -2)

# %% [markdown]
# For the least-squares line, $R^2 = r^2$: put its slope into the parabola, and the lowest cost is $\operatorname{var}(y)\,(1 - r^2)$. For any other
# predictions the two part ways. The line $10 - 2x$ goes the wrong way and gets $R^2 = -2$, while $r^2$ is a fact about the data and never notices.

# %% [markdown]
# ### Exercise · How much is explained
#
# *2 points · about 6 minutes · needs $R^2$*
#
# The predictions may come from anywhere: a line, a neural network, a guess. So $R^2$ takes the predictions themselves, and it asks how good they are, not
# how well they move along.
#
# **Before you code.** The true values have the standard deviation 50, and a model predicts every one of them exactly 100 too high. What is the
# correlation of its predictions with the truth, and what is its $R^2$?
#
# <details><summary>Answer</summary>
#
# The correlation is 1, since the predictions lie on a rising line. Each squared miss is $100^2$, against $50^2$ on average for the mean: $R^2 = 1 - 4 = -3$.
#
# </details>
#
# **Your task.** Write `r2(y, yhat)` for values `y` that are not all equal. Two lines are enough.

# %% exercise="d09-r2"
def r2(y: np.ndarray, yhat: np.ndarray) -> float:
    """Share of the squared deviations of y that the predictions remove.

    y        (n,)  the true values, not all equal
    yhat     (n,)  the predictions
    returns  one number, at most 1: 1 is perfect, negative is worse than the mean

    >>> float(r2(np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 4.0])))
    0.5
    """
    ### BEGIN SOLUTION
    missed = y.astype(float) - yhat  # floats: whole numbers of few bits know no minus
    return 1 - (missed**2).sum() / ((y - y.mean()) ** 2).sum()
    ### END SOLUTION

# %% visible="d09-r2" points=1
# By hand: the mean of 2, 4, 9 is 5, its squared misses sum to 9 + 1 + 16 = 26. The
# predictions miss by 0, 2 and -3, squares 13.
y3 = np.array([2.0, 4.0, 9.0])
got = r2(y3, np.array([2.0, 2.0, 12.0]))
assert got is not None, "r2 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    "One number judges all predictions; you returned something of shape "
    f"{np.shape(got)}."
)
assert np.isclose(got, 0.5, rtol=1e-9, atol=0), (
    f"Misses of 13 against 26 for the mean: expected 0.5, got {got:.4f}. What "
    "is divided by what, and what is subtracted from 1?"
)
got = r2(y3, np.array([9.0, 4.0, 2.0]))
assert np.isclose(got, 1 - 98 / 26, rtol=1e-9, atol=0), (
    f"Misses of 98 against 26: expected {1 - 98 / 26:.4f}, got {got:.4f}. "
    "Predictions worse than the mean deserve a negative number."
)

# %% hidden="d09-r2" points=1
# Hidden checks: good, shifted, stretched and useless predictions of many sizes, whole
# numbers, float32, your arrays left as they were.
_rng = course_rng("d09-r2")
for _n in [2, 3, 10, 45, 200]:
    _y = _rng.normal(size=_n) * _rng.uniform(0.5, 50) + _rng.uniform(-40, 40)
    _s = _y.std(ddof=0)
    _tries = {
        "perfect predictions": _y.copy(),
        "the mean everywhere": np.full(_n, _y.mean()),
        "good predictions": _y + 0.3 * _s * _rng.normal(size=_n),
        "predictions that are all too high": _y + 1.7 * _s,
        "predictions that swing too little": 0.4 * _y,
        "predictions unrelated to y": _rng.normal(size=_n) * _s,
    }
    for _name, _hat in _tries.items():
        _mean = math.fsum(_y.tolist()) / _n
        _missed = math.fsum((_a - _b) ** 2 for _a, _b in zip(_y.tolist(), _hat.tolist(), strict=True))
        _want = np.float64(1 - _missed / math.fsum((_a - _mean) ** 2 for _a in _y.tolist()))
        _gy, _gh = _y.copy(), _hat.copy()
        _got = r2(_gy, _gh)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-9), f"{_name}, n = {_n}: expected {_want:.5f}, got {_got:.5f}"
        assert (_gy == _y).all() and (_gh == _hat).all(), "the caller's numbers were changed in place"

assert np.isclose(r2(np.array([3, 7, 8]), np.array([4, 6, 8])), 1 - 2 / 14, rtol=1e-9, atol=0), "wrong for whole numbers"
_f = np.array([0.5, 1.5, 4.0], dtype=np.float32)
assert np.isclose(np.float64(r2(_f, _f + np.float32(1))), 1 - 3 / 6.5, rtol=1e-4, atol=0), "wrong for float32 numbers"

# %% author=true
assert np.isclose(r2(np.array([2, 4, 9], dtype=np.uint8), np.array([2, 2, 12], dtype=np.uint8)), 0.5)
assert np.isclose(r2(np.array([0, 4 * 10**10]), np.array([10**10, 4 * 10**10])), 1 - 1 / 8)
assert np.isclose(covariance(np.array([0, 255], dtype=np.uint8), np.array([255, 0], dtype=np.uint8), 0), -(127.5**2))

# %% [markdown]
# ### Four clouds, one summary
#
# In 1973 Francis Anscombe made up four sets of eleven points. The cell prints the means, the two variances (`ddof=1`), $r$, and the best line of each.
# **Predict** before you look at the figure: how different can the four pictures be?

# %%
first = np.array([10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5.0])
fourth = np.array([8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8.0])
columns = [
    [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
    [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74],
    [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73],
    [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89],
]
quartet = {}
for name, xs, ys in zip(["I", "II", "III", "IV"], [first] * 3 + [fourth], columns):
    quartet[name] = (xs, np.array(ys))

# %% [markdown]
# The dict `quartet` now holds two columns under each name. The next cell goes through the four sets, and prints for each what we would report about
# it: the two means, the two variances, the correlation and the best line. (`end="  "` lets the next `print` go on in the same line.)

# %%
for name, (qx, qy) in quartet.items():
    slope, level = np.polyfit(qx, qy, 1)
    print(f"{name:4s} means {qx.mean():.2f} {qy.mean():.2f}", end="  ")
    print(f"variances {qx.var(ddof=1):.2f} {qy.var(ddof=1):.2f}", end="  ")
    print(f"r {np.corrcoef(qx, qy)[0, 1]:.3f}  line {slope:.2f}x + {level:.2f}")

# %% [markdown]
# Seven numbers, and the four sets agree on all of them up to a last digit. Now look at the pictures. Which of the four sets would you
# describe with a line? For each of the others, what would you tell somebody who has only seen the numbers?

# %%
fig, axes = plt.subplots(2, 2, figsize=(8, 5.4), sharex=True, sharey=True)
for ax, (name, (qx, qy)) in zip(axes.flat, quartet.items(), strict=True):
    ax.plot([3, 20], [4.5, 13], color=BLUE)
    ax.plot(qx, qy, "o", color=INK)
    ax.set(title=f"set {name}: r = {np.corrcoef(qx, qy)[0, 1]:.2f}", ylim=(2, 14))
    ax.set(xlabel="x", ylabel="y")
figure(fig, alt="Four scatter plots with the same line and r = 0.82: a noisy line, a "
    "smooth arc, an almost exact line with one point far above it, and a vertical "
    "stack with one point far to the right.")

# %% [markdown]
# Only set I fits its summary. II is a curve; III is an almost exact line and one outlier; in IV a single point makes the whole correlation. The four panels can
# be compared because they share their axes. Left alone, matplotlib zooms in until each cloud fills its panel, and then all clouds look equally wide.

# %% [markdown]
# ### The returns, from close up
#
# `sns.regplot`, from seaborn, draws the points and their least-squares line in one call (`ci=None` leaves out a band that day 21 will explain). How
# steep do you expect the line for the monthly log returns to be? And does seaborn's line equal yours?

# %%
fig, ax = plt.subplots(figsize=(5.6, 4))
sns.regplot(
    x=returns["MSFT"], y=returns["AAPL"], ax=ax, ci=None,
    scatter_kws={"s": 9, "color": GRAY}, line_kws={"color": BLUE},
)
ax.set(xlabel="MSFT, log return of a month", ylabel="AAPL, log return of a month")
figure(fig, alt="Monthly log returns of Apple against those of Microsoft: a wide cloud "
    "with a gently rising line, and one point far below it.")

# %% [markdown]
# Compare your function with seaborn's line. (`read_axes` lists what is drawn on an Axes; here it hands over the points of seaborn's line.) If you
# have not written `fit_line` yet, run this cell again later.

# %%
line = read_axes(ax)["lines"][0]
try:
    m, b = fit_line(returns["MSFT"], returns["AAPL"])
    gap = np.abs(m * line["x"] + b - line["y"]).max()
    print(f"your line: {m:.4f} x + {b:.4f}, at most {gap:.0e} from seaborn's")
except NotImplementedError:
    print("Write fit_line first, then run this cell again.")

# %% author=true
assert np.allclose(m * line["x"] + b, line["y"], rtol=1e-9, atol=1e-12)
if not data.is_stand_in("stocks"):
    assert f"{m:.2f} {100 * r_returns**2:.0f}" == "0.55 14"
    _k = returns["AAPL"].argmin()
    assert str(months[_k + 1]) == "2000-09" and f"{returns['AAPL'][_k]:.2f}" == "-0.86"
    assert [f"{100 * (1 - np.exp(returns[name][_k])):.0f}" for name in ("AAPL", "MSFT")] == ["58", "14"]

# %% [markdown]
# The line is the same, up to rounding: seaborn completes the same square. Its slope 0.55 says that in a month in which Microsoft gains one percent more,
# Apple gains about half a percent more, on average. And $R^2 = 0.377^2 \approx 0.14$: the line removes 14 percent of the squared misses, and 86
# percent stay. The lowest point, at $-0.86$, is September 2000, when Apple lost 58 percent in one month while Microsoft lost 14.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# First you draw a fit so that a stranger can check it. Then comes an explanation in writing, which a person reads. Break a correlation with one
# point, and close with the day in five lines.

# %% [markdown]
# ### What a figure is made of
#
# You have drawn for eight days. Here are the names. A **Figure** is the sheet of paper. An **Axes** is one panel on it, with its own scales. Everything
# you see inside, a line, a text, a cloud of points, is an **artist** that lives on one Axes. `plt.subplots` makes the sheet and its panels; the methods
# of `ax` add artists; `ax.set` writes the labels. (`type(fig)` tells what kind of thing `fig` is.)

# %%
fig, ax = plt.subplots()
ax.scatter(x, y, label="evenings")
ax.plot([0, 4], [2, 10], label="least squares")
print("sheet:", type(fig).__name__, "| panels:", len(fig.axes))
print("clouds:", len(ax.collections), "| lines:", len(ax.lines))
print("a check can read:", read_axes(ax)["lines"][0]["label"])
plt.close(fig)

# %% [markdown]
# `plt.plot`, without an `ax`, draws on whichever panel is current. In a figure with four panels that is often the wrong one. A function that draws
# should take the Axes it is given, and so does yours.

# %% author=true
# lint: code-length — a drawing has seven parts, each with its own sentence

# %% [markdown]
# ### Exercise · Draw the fit
#
# *3 points · about 11 minutes · needs the names above*
#
# A fitted line is a claim. The drawing shows what it rests on, and where it ends: beyond the smallest and the largest $x$ nobody has measured anything.
#
# **Before you code.** The points come in any order. Which two points draw the whole line, and which $x$ do they have?
#
# <details><summary>Answer</summary>
#
# Those above the smallest and the largest $x$: `x.min()` and `x.max()`, wherever in the array they stand.
#
# </details>
#
# **Your task.** Write `draw_fit(ax, x, y, m, b)`. On the given `ax`, draw the points (not joined) and the line $mx + b$ from the smallest to the largest
# $x$, each with a label; name both axes; show the legend. Five lines are enough.

# %% exercise="d09-draw_fit"
def draw_fit(ax: Axes, x: np.ndarray, y: np.ndarray, m: float, b: float) -> None:
    """Draw points and a line on the given Axes, with labels, a legend and named axes.

    The line ends where the points end.

    ax       the Axes to draw on; nothing is returned
    x, y     (n,)  the points, n ≥ 2, in any order
    m, b     slope and intercept of the line

    >>> ax = fresh_axes()
    >>> draw_fit(ax, np.array([1.0, 3.0]), np.array([4.0, 5.0]), 0.5, 3.5)
    >>> len(read_axes(ax)["legend"])
    2
    """
    ### BEGIN SOLUTION
    ends = np.array([x.min(), x.max()])
    ax.scatter(x, y, color=INK, label="data")
    ax.plot(ends, m * ends + b, color=BLUE, label=f"line, slope {m:.3g}")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()
    ### END SOLUTION

# %% visible="d09-draw_fit" points=1
# Four points in no order, and the line y = 2x - 3, which runs from (4, 5) to (8, 13).
fx, fy = np.array([5.0, 8.0, 4.0, 7.0]), np.array([6.0, 10.0, 7.0, 14.0])
ax = fresh_axes()
draw_fit(ax, fx, fy, 2.0, -3.0)
seen = read_axes(ax)
drawn = [
    line for line in seen["lines"] if line["linestyle"] not in ("None", "none", "", " ")
]
clouds = [group["xy"] for group in seen["points"]] + [
    np.column_stack([k["x"], k["y"]])
    for k in seen["lines"]
    if k["marker"] not in ("None", "none", "", " ")
]
assert drawn or clouds, ("The given Axes is empty. Did you draw with the methods of "
    "ax, and not with plt?")
assert not any(set(line["y"]) >= {6.0, 7.0, 10.0, 14.0} for line in drawn), ("A line "
    "joins the data points. The points stand alone; the line is the fitted one.")
dots = [dot for cloud in clouds for dot in cloud.tolist()]
assert all(dot in dots for dot in [[4, 7], [5, 6], [7, 14], [8, 10]]), ("The four "
    "points are not there as dots. Is x across and y upward, and does every point "
    "have a marker?")
assert drawn, "There is no line. Which two points are enough to draw it?"
fits = [
    line
    for line in drawn
    if np.allclose(line["y"], 2 * line["x"] - 3, rtol=1e-9, atol=1e-9)
]
assert fits, (f"No line lies on y = 2x - 3; yours begins at ({drawn[0]['x'][0]:.3g}, "
    f"{drawn[0]['y'][0]:.3g}). What is its height at x = 4?")
low, high = fits[0]["x"].min(), fits[0]["x"].max()
assert low <= 4.0 and high >= 8.0, ("The line should reach over all points, from x = 4 "
    f"to x = 8; yours goes from {low:.3g} to {high:.3g}.")
assert low >= 3.6 and high <= 8.4, ("The line should end where the points end, at x = "
    f"4 and x = 8 (a little more is fine); yours goes from {low:.3g} to {high:.3g}.")
assert seen["xlabel"] and seen["ylabel"], ("Both axes need a name; x is called "
    f"'{seen['xlabel']}' and y '{seen['ylabel']}'.")
named = [k["label"] for k in seen["lines"] + seen["points"] if k["label"]]
ask = (
    f"The labels {named} are there; what shows them?"
    if named and not seen["legend"]
    else "Does each of the two have a label?"
)
assert len(set(seen["legend"])) >= 2 and all(seen["legend"]), ("The legend should name "
    f"the points and the line, each in its own words, it says {seen['legend']}. {ask}")

# %% hidden="d09-draw_fit" points=2
# Hidden checks: other clouds in any order, other lines (falling, flat, not the best
# one), the same demands on dots, line, labels and legend.
_rng = course_rng("d09-draw_fit")
for _n, _far in [(2, 0.0), (6, -80.0), (15, 3000.0), (40, 0.4)]:
    for _m in (float(_rng.uniform(0.5, 5)), float(_rng.uniform(-5, -0.5)), 0.0):
        _x, _y, _b = _far + _rng.uniform(-9, 9, size=_n), _rng.uniform(-20, 20, size=_n), float(_rng.uniform(-30, 30))
        _gx, _gy, _ax = _x.copy(), _y.copy(), fresh_axes()
        draw_fit(_ax, _gx, _gy, _m, _b)
        assert (_gx == _x).all() and (_gy == _y).all(), "the caller's numbers were changed in place"
        _seen, _room = read_axes(_ax), 0.1 * (_x.max() - _x.min())
        _drawn = [_k for _k in _seen["lines"] if _k["linestyle"] not in ("None", "none", "", " ")]
        _clouds = [_g["xy"] for _g in _seen["points"]]
        _clouds += [np.column_stack([_k["x"], _k["y"]]) for _k in _seen["lines"] if _k["marker"] not in ("None", "none", "", " ")]
        _dots = [_d for _c in _clouds for _d in _c.tolist()]
        assert all(_d in _dots for _d in np.column_stack([_x, _y]).tolist()), f"the {_n} points are not all there as dots"
        assert not any(set(_k["y"]) >= set(_y) for _k in _drawn), "a line joins the data points"
        _fits = [_k for _k in _drawn if np.allclose(_k["y"], _m * _k["x"] + _b, rtol=1e-7, atol=1e-7)]
        assert _fits, f"no line lies on y = {_m:.3f}x + {_b:.3f}, the line you were given"
        _low, _high = _fits[0]["x"].min(), _fits[0]["x"].max()
        assert _x.min() - _room <= _low <= _x.min() + 1e-9 * abs(_x.min()), f"the line should begin at the smallest x, {_x.min():.3f}; yours begins at {_low:.3f}"
        assert _x.max() - 1e-9 * abs(_x.max()) <= _high <= _x.max() + _room, f"the line should end at the largest x, {_x.max():.3f}; yours ends at {_high:.3f}"
        assert _seen["xlabel"] and _seen["ylabel"], "an axis has no name"
        assert len(set(_seen["legend"])) >= 2 and all(_seen["legend"]), f"the legend should name the points and the line, it says {_seen['legend']}"

# %% [markdown]
# Look at your drawing as a stranger would, on Anscombe's set II. Where is the line too high, and where too low? Run the cell again whenever you
# change a function.
#
# <details><summary>Answer</summary>
#
# Too high at both ends, too low in the middle: the points form an arc, and a line cannot bend.
#
# </details>

# %%
try:
    ax = fresh_axes()
    draw_fit(ax, *quartet["II"], *fit_line(*quartet["II"]))  # *: a pair as two inputs
    figure(ax.figure, alt="Your drawing: eleven points on an arc and the fitted line "
        "from 4 to 14. The points lie below it at both ends, above it in the middle.")
except NotImplementedError:
    print("Write fit_line and draw_fit first, then run this cell again.")

# %% [markdown]
# ### Explain · Two stocks and a friend
#
# *2 points · about 6 minutes · read and graded by a person*
#
# A friend wants to spread her savings, so that not everything falls at once. She found two stocks whose *prices* of the last thirty years have a
# correlation of 0.99, and asks whether holding both protects her. Explain what the 0.99 tells her, what it does not, and which number and which picture
# you would look at instead. Five or six sentences, with an example of your own.

# %% [markdown] exercise="d09-why" points=2
# The 0.99 tells you that both prices rose over these thirty years, and hardly more. Early months lie below both means and late months above both, so
# almost every month votes for "together". My height and the price of bread during my childhood would correlate as well, and neither moves the other. It
# does not tell whether the two fall in the same months, and that is what you ask. For this take the returns of each month and correlate them: near 1,
# the second stock protects little; near 0, a bad month of one is often an ordinary month of the other. Look at the scatter plot of the returns too,
# since one terrible month can make the number, or be the month you care about. And the past promises nothing.
#
# *One point for why prices that rise (share a trend) correlate whatever else they do, and that this is no statement about falling together. One point for
# the returns (changes) as the thing to correlate, and a picture of them, with an example of one's own.*

# %% [markdown]
# ### Break it
#
# Anscombe's set IV owes its correlation to one point, at $(19, 12.5)$. **Predict** $r$ when this point moves down to $(19, 7)$, close to the mean
# height of the other ten, and when it moves to $(19, 2)$. Then run. Afterward put it at $x = 8$, like all others: what is the variance of $x$, and
# what becomes of $r$? (For that, work it out on paper. `.copy()` leaves the set itself as it is.)

# %%
for height in (12.5, 7.0, 2.0):
    moved = quartet["IV"][1].copy()
    moved[7] = height  # the lone point is the eighth
    r = np.corrcoef(fourth, moved)[0, 1]
    print(f"point at (19, {height:4.1f}): r = {r.round(3) + 0.0:.3f}")

# %% author=true
assert moved.argmin() == 7 and f"{r:.2f}" == "-0.79"

# %% [markdown]
# One point out of eleven takes $r$ from 0.82 through 0 to $-0.79$. With all points at $x = 8$ the variance is 0, there is
# nothing to divide by, and no correlation exists. Yesterday's median would hardly have moved.
#
# **Think about it.** What did a picture show you today that the correlation hid? Look for a scatter plot, or a claim "A goes with B", in something you
# read this week. Do both rise over time? Where do the axes begin, and how many points carry the line?
#
# <details><summary>Answer</summary>
#
# A trend that two prices share, an arc, a single outlier, a lone point that carries the whole line. The specimen is yours.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. Each pair votes with the product of its two deviations; the mean vote is the covariance.
# 2. Divided by both standard deviations it is $r$, without units, between $-1$ and 1, and blind to all that is not straight.
# 3. Two completed squares give the best line: $m = \operatorname{cov}(x, y) / \operatorname{var}(x)$, through the point of means.
# 4. $R^2$ compares any predictions with the mean; it can be negative, and equals $r^2$ only for the least-squares line.
# 5. Look first: four clouds share one summary, and whatever rises correlates with whatever else rises.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $\operatorname{cov}(x, y)$ | covariance of x and y | `covariance(x, y, ddof)` |
# | $\operatorname{var}(x)$, $\operatorname{std}(x)$ | variance and standard deviation of the column x | `x.var(ddof=0)`, `x.std(ddof=0)` |
# | $r$ | correlation of two columns | `pearson(x, y)` |
# | $\hat y$, $\hat y_i$ | y hat: a predicted value | `yhat` |
# | $y_i - \hat y_i$ | residual: what a prediction misses | `y - yhat` |
# | $C(m, b)$ | cost of the line $mx + b$: its mean squared residual | `((y - m * x - b) ** 2).mean()` |
# | $R^2$ | R squared: the share of squared misses removed | `r2(y, yhat)` |

# %% [markdown]
# ### To watch or read
#
# Francis Anscombe's "Graphs in Statistical Analysis" (The American Statistician, 1973) is five pages long and opens by defending pictures against
# statisticians who thought them rough. Khan Academy has practice sets under "Scatterplots" and "Residuals" if you want ten more small cases. The seaborn
# gallery shows what else one call can draw; choose a picture there and say which votes it hides.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# What Anscombe made up happens to real models. Mathur and others (2020) report that scores for machine translation correlate highly with human
# judgments across many systems, and sometimes *negatively* among the four best. A few systems far from the rest can do the work of the lone point in
# set IV.

# %% [markdown]
# ### Exercise · Does the line hold everywhere?
#
# *optional · about 14 minutes · needs means (day 8)*
#
# $R^2$ is high for set II, yet the points leave the line in the middle and at both ends. The mean of $y$ *inside slices of x* shows it. The slices lie
# between neighboring edges: `[4, 8, 12]` makes two. `(4 <= x) & (x < 8)` is an array of True and False (`&` is "and", `|` is "or"), and `y[that]` keeps the
# True ones; `.any()` asks whether there is one. (The mean of no numbers makes numpy warn, so ask first.)
#
# **Before you code.** In which slice does $x = 8$ count? And $x = 12$, the very last edge? What is the mean of no numbers?
#
# <details><summary>Answer</summary>
#
# $x = 8$ opens the second slice; $x = 12$ belongs to the last one, which includes both edges. No numbers have no mean: `nan`.
#
# </details>
#
# **Your task.** Write `binned_mean(x, y, edges)`. A slice includes its left edge, the last one both edges; a slice without points gets `np.nan`. Points outside
# all slices count nowhere. Seven lines are enough.

# %% exercise="d09-binned_mean"
def binned_mean(x: np.ndarray, y: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Mean of y in each slice of x.

    x, y     (n,)    the two columns
    edges    (k+1,)  rising edges of k slices; a slice includes its left edge, the
             last one also its right edge
    returns  (k,)    the means, nan for a slice without points

    >>> binned_mean(np.array([1, 2, 3]), np.array([5.0, 7.0, 1.0]), np.array([0, 2, 3]))
    array([5., 4.])
    """
    ### BEGIN SOLUTION
    means = np.full(len(edges) - 1, np.nan)
    for k in range(len(edges) - 1):
        last = k == len(edges) - 2
        inside = (edges[k] <= x) & ((x < edges[k + 1]) | (last & (x == edges[k + 1])))
        if inside.any():
            means[k] = y[inside].mean()
    return means
    ### END SOLUTION

# %% visible="d09-binned_mean" points=0
# By hand, with edges 0, 2, 4, 6, 8: x = 2 opens the second slice, x = 8 closes the last
# one, and nothing lies between 4 and 6.
got = binned_mean(
    np.array([1.0, 2.0, 3.0, 7.0, 8.0]),
    np.array([10.0, 30.0, 50.0, 4.0, 6.0]),
    np.array([0.0, 2.0, 4.0, 6.0, 8.0]),
)
assert got is not None, ("binned_mean returned None. Did you forget the return "
    "statement?")
assert np.shape(got) == (4,), ("Five edges make four slices: expected shape (4,), got "
    f"{np.shape(got)}.")
assert all(mean is not None for mean in got), (
    "A slice without points holds None; np.nan is asked for, a float."
)
got = np.asarray(got, dtype=float)
assert np.isclose(got[0], 10.0, rtol=1e-9, atol=0), ("Only x = 1 lies in the first "
    f"slice: expected 10, got {got[0]:.4f}. Where does x = 2 belong, and which column "
    "is averaged?")
assert np.isclose(got[1], 40.0, rtol=1e-9, atol=0), ("x = 2 and x = 3 lie in the "
    f"second slice: expected (30 + 50) / 2 = 40, got {got[1]:.4f}.")
assert np.isnan(got[2]), ("No point lies between 4 and 6, so there is no mean: "
    f"expected nan, got {got[2]:.4f}.")
assert np.isclose(got[3], 5.0, rtol=1e-9, atol=0), ("x = 7 and x = 8 lie in the last "
    f"slice: expected (4 + 6) / 2 = 5, got {got[3]:.4f}. Does the last slice include "
    "its right edge?")

# %% hidden="d09-binned_mean" points=0
# Hidden checks: random points, many of them on edges or outside all slices, slices of
# unequal width, one slice, whole numbers, your arrays left as they were.
import statistics as _statistics

_rng = course_rng("d09-binned_mean")
for _k in [1, 1, 2, 3, 5, 8, 12]:
    _edges = np.cumsum(_rng.integers(1, 4, size=_k + 1)).astype(float) - 6
    _n = int(_rng.integers(1, 40))
    _x = np.where(_rng.uniform(size=_n) < 0.5, _rng.choice(_edges, size=_n), _rng.uniform(_edges[0] - 3, _edges[-1] + 3, size=_n))
    _y, _want = np.round(_rng.normal(size=_n) * 3), []
    for _j in range(_k):
        _in = [_b for _a, _b in zip(_x.tolist(), _y.tolist(), strict=True) if _edges[_j] <= _a < _edges[_j + 1] or (_j == _k - 1 and _a == _edges[-1])]
        _want.append(_statistics.fmean(_in) if _in else math.nan)
    _gx, _gy, _ge = _x.copy(), _y.copy(), _edges.copy()
    _got = np.asarray(binned_mean(_gx, _gy, _ge), dtype=float)
    assert _got.shape == (_k,), f"{_k + 1} edges make {_k} slices, got the shape {_got.shape}"
    assert np.allclose(_got, np.array(_want), rtol=1e-9, atol=1e-9, equal_nan=True), f"wrong for {_n} points and edges {_edges}: expected {np.round(_want, 3)}, got {_got.round(3)}"
    assert (_gx == _x).all() and (_gy == _y).all() and (_ge == _edges).all(), "the caller's numbers were changed in place"
_got = np.asarray(binned_mean(np.array([3, 5, 5, 9]), np.array([1, 2, 5, 8]), np.array([0, 4, 9])), dtype=float)
assert np.allclose(_got, [1, 5], rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# On set II your function shows what $R^2$ hides. The cell prints the mean gap to the line $0.5x + 3$ in three slices of $x$: the points lie below it
# at both ends and above it in the middle.

# %%
gaps = quartet["II"][1] - 0.5 * first - 3
try:
    print(binned_mean(first, gaps, np.array([4, 7, 12, 14])).round(2))
except NotImplementedError:
    print("Write binned_mean first, then run this cell again.")

# %% [markdown]
# Now all pairs of four firms at once. `pd.DataFrame` makes a table with named columns out of our dict, and `sns.pairplot` draws every pair of
# columns, with a histogram (day 8) of each on the diagonal. Which pair looks most like a line?

# %%
table = pd.DataFrame(returns)
with plt.rc_context({"figure.constrained_layout.use": False}):  # it arranges itself
    style = {"plot_kws": {"s": 9, "color": BLUE}, "diag_kws": {"color": GRAY}}
    pairs = sns.pairplot(table, height=1.75, **style)
for ax in pairs.axes.flat:  # honest axes: all panels alike
    ax.set(xlim=(-0.95, 0.6), ylim=(-0.95, 0.6), xticks=[-0.5, 0.5], yticks=[-0.5, 0.5])
figure(pairs.figure, alt="Sixteen panels for the monthly log returns of four firms: "
    "histograms on the diagonal, elsewhere round clouds that lean upward a little.")
print(table.corr().round(3))

# %% author=true
if not data.is_stand_in("stocks"):
    _r = table.corr().to_numpy()[np.triu_indices(4, 1)]
    assert 0.3 < _r.min() and _r.max() < 0.5

# %% [markdown]
# Every cloud leans upward a little, and none is a line. The table below the picture holds the same as numbers: six different correlations between 0.3
# and 0.5, each standing twice, since $r$ does not care which column comes first. Both firms of each pair are paid in the same economy.

# %% [markdown]
# ### In a real model: a line through losses
#
# Kaplan and others (2020) trained language models of many sizes and drew the loss against the number of parameters, both on logarithmic axes. The points
# lie close to a line of slope $-0.076$. From day 4 you can read it: ten times the parameters multiply the loss by $10^{-0.076}$. Tomorrow you build
# this fit from the `fit_line` of today, and ask how far the line may be trusted beyond its last point.

# %%
print("ten times the parameters: loss times", round(10**-0.076, 3))
print("to halve the loss: parameters times", f"{2 ** (1 / 0.076):,.0f}")
assert round(10**-0.076, 2) == 0.84
