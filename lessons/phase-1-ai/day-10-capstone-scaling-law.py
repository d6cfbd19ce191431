# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A scaling law from scratch: a line, a floor and a forecast
#
# **Question of the day.** Sixteen models have been trained, and each is larger than the one before. How well will a model do that is a hundred times
# larger than the largest, and how much of that answer can you trust?
#
# *After today you can* fit a power law with a floor to sizes and losses, forecast beyond the last point, draw a band around the forecast, and measure how
# often such a band keeps its promise.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the earlier notebooks and take a sheet of paper. Write an answer to each question, with a number, before you unfold ours. If an answer of yours
# is wrong, write one line about what misled you, and look at that line again tomorrow.

# %% [markdown]
# **From yesterday (day 9): the best line.** Three points: $(0, 1)$, $(1, 3)$, $(2, 8)$. Find the least-squares slope and intercept, the three residuals,
# and $R^2$. A sheet with four short columns (deviations, products, squares, predictions) keeps the numbers apart.
#
# <details><summary>Answer</summary>
#
# The means are 1 and 4. The products of the deviations sum to $3 + 0 + 4 = 7$, the squares of the $x$-deviations to 2, so $m = 3.5$ and
# $b = 4 - 3.5 = 0.5$. The residuals are $0.5, -1, 0.5$, with squares that sum to 1.5. The mean alone misses $9 + 1 + 16 = 26$, so
# $R^2 = 1 - 1.5/26 \approx 0.94$.
#
# </details>

# %% [markdown]
# **A week ago (day 3): logarithms of products.** You know only that $\log_{10} 2 \approx 0.301$. What is $\log_{10}(8 \cdot 10^5)$? And what is
# $\log_2 10$, the exponent that turns 2 into 10? Say for each step which formula of day 3 it uses.
#
# <details><summary>Answer</summary>
#
# $8 = 2^3$, so $\log_{10}(8 \cdot 10^5) \approx 3 \cdot 0.301 + 5 = 5.903$. And $\log_2 10 = \log_{10} 10 / \log_{10} 2 = 1 / 0.301 \approx 3.32$.
#
# </details>

# %% [markdown]
# **Before that (day 1): negative powers that are not whole.** Find $100 \cdot (10^5)^{-0.3}$ and $100 \cdot (10^{10})^{-0.3}$ without a calculator,
# as powers of ten. You need both in ten minutes.
#
# <details><summary>Answer</summary>
#
# Exponents multiply: $10^2 \cdot 10^{-1.5} = 10^{0.5} \approx 3.16$, and $10^2 \cdot 10^{-3} = 10^{-1} = 0.1$.
#
# </details>

# %% author=true
import math

_dx, _dy = [-1, 0, 1], [-3, -1, 4]
assert sum(u * v for u, v in zip(_dx, _dy, strict=True)) == 7 and round(1 - 1.5 / 26, 2) == 0.94
assert [3.5 * u + 0.5 for u in range(3)] == [0.5, 4.0, 7.5]
assert round(math.log10(8e5), 3) == 5.903 and round(math.log2(10), 2) == 3.32
assert math.isclose(100 * 1e10**-0.3, 0.1) and round(100 * 1e5**-0.3, 2) == 3.16

# %% [markdown]
# The next cell is about tools. `fit_line(x, y)` is yesterday's least-squares line, and it returns slope and intercept. Everything else
# in this notebook you build on top of it, in four functions.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION
from log2attn.toolbox import fit_line

# %% [markdown]
# ### Exercise · Two rulers, one logarithm
#
# *1 point · about 5 minutes · needs the logarithm of a product and the change of base (day 3)*
#
# Two papers report two huge numbers, one by its base-2 logarithm and one by its base-10 logarithm. You need the natural logarithm of their product. The
# product itself may not fit into `float64`.
#
# **Before you code.** Let $\log_2 u = 3$ and $\log_{10} v = 2$. What are $u$, $v$ and $uv$? Which number turns a base-2 logarithm into a natural one?
#
# <details><summary>Answer</summary>
#
# $u = 8$, $v = 100$, $uv = 800$. The number is $\log 2 \approx 0.693$, since $\log u = \log_2 u \cdot \log 2$.
#
# </details>
#
# **Your task.** Write `review_10(log2_u, log10_v)`, which returns $\log(uv)$. One line is enough.


# %% exercise="d10-review"
def review_10(log2_u: float, log10_v: float) -> float:
    """Natural logarithm of a product of two numbers that are known by their logarithms.

    log2_u   base-2 logarithm of the first number
    log10_v  base-10 logarithm of the second number
    returns  the natural logarithm of u * v

    >>> round(float(review_10(1.0, 1.0)), 4)
    2.9957
    """
    ### BEGIN SOLUTION
    return log2_u * np.log(2) + log10_v * np.log(10)
    ### END SOLUTION


# %% visible="d10-review" points=0
# By hand: u = 2**3 = 8, v = 10**2 = 100, and the product is 800.
got = review_10(3.0, 2.0)
assert got is not None, "review_10 returned None. Did you forget the return statement?"
assert np.isclose(got, np.log(800), rtol=1e-9, atol=0), (
    f"u = 8 and v = 100, so expected log 800 = {np.log(800):.4f}, got {got:.4f}. Are "
    f"both logarithms on the same ruler before you put them together?"
)

# %% hidden="d10-review" points=1
# Hidden checks: small and huge numbers, products that do not fit into float64, negative
# logarithms, whole-number inputs.
from decimal import Decimal as _Decimal

_rng = course_rng("d10-review")
for _top in (2.0, 40.0, 9000.0):
    for _ in range(8):
        _u, _v = float(_rng.uniform(-_top, _top)), float(_rng.uniform(-_top, _top))
        _want = np.float64(_Decimal(_u) * _Decimal(2).ln() + _Decimal(_v) * _Decimal(10).ln())
        _got = review_10(_u, _v)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-7), f"log2 u = {_u:.3f} and log10 v = {_v:.3f}: expected {_want:.5f}, got {_got:.5f}"
_want = np.log(1600.0)
assert np.isclose(review_10(4, 2), _want, rtol=1e-9, atol=0), "wrong for whole numbers: 2**4 * 10**2 = 1600"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# Three ideas and three exercises: what a scaling law says, how a line finds it when there is no floor, and how to find the floor. The data are
# invented, and that is on purpose: we wrote the law ourselves, so every answer can be compared with the truth.

# %% [markdown]
# ### A law that flattens
#
# A model's *loss* measures how badly it predicts: for a language model it is the mean surprise of the next word, day 3's $-\log p$. Larger models have
# smaller losses. Our law for $N$ parameters is $100 \cdot N^{-0.3} + 1.5$. At $N = 10^5$ the power is your 3.16 from part 1, and the loss is 4.66.
# At $N = 10^{10}$ the power is 0.1, and the loss is 1.6.
#
# What would another factor of $10^5$ buy? Predict before you run.

# %%
for N in (1e5, 1e10, 1e15):
    print(f"N = {N:.0e}: power {100 * N**-0.3:.4f}, loss {100 * N**-0.3 + 1.5:.4f}")
assert np.isclose(100 * 1e10**-0.3 + 1.5, 1.6, rtol=1e-12)

# %% [markdown]
# It buys less than 0.1. However large the model, the loss stays above 1.5, the **floor**: text has real surprises in it, which no model can foresee.
# A power law with a floor reads
#
# $$ L = a N^{-b} + c $$
#
# In words: the loss is a part that shrinks as a power of the size, with scale $a$ and exponent $b$, plus a floor $c$ that no size removes. Mind two
# letters: today $b$ is an exponent, not yesterday's intercept, and its minus sign is written out, so $b$ itself is positive.

# %% [markdown]
# ### Exercise · The forecast
#
# *2 points · about 5 minutes · needs negative powers (day 1)*
#
# Everything later today calls this function: the fit to measure its misses, the drawing to get a curve, the band to look ahead.
#
# **Before you code.** With $a = 200$, $b = 0.5$, $c = 3$: what is the loss at $N = 10^4$, and at $N = 10^6$? Which part of it does a hundred times the
# size divide by 10?
#
# <details><summary>Answer</summary>
#
# 5 and 3.2. The part $200 N^{-0.5}$ falls from 2 to 0.2; the floor 3 stays.
#
# </details>
#
# **Your task.** Write `predict_loss(N, a, b, c)`, for one size or for a whole array. One line is enough.


# %% exercise="d10-predict_loss"
def predict_loss(
    N: float | np.ndarray, a: float, b: float, c: float
) -> float | np.ndarray:
    """Loss that a power law with a floor predicts.

    N        number or (n,)  sizes, > 0
    a, b, c  scale, exponent and floor
    returns  as N            a * N**(-b) + c

    >>> round(float(predict_loss(10000.0, 200.0, 0.5, 3.0)), 4)
    5.0
    """
    ### BEGIN SOLUTION
    return a * N**-b + c
    ### END SOLUTION


# %% visible="d10-predict_loss" points=1
# By hand: the roots of 1e4 and 1e6 are 100 and 1000, so the losses are 200/100 + 3 and
# 200/1000 + 3.
got = predict_loss(np.array([1e4, 1e6]), 200.0, 0.5, 3.0)
assert got is not None, (
    "predict_loss returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"Two sizes should give two losses, got something of shape {np.shape(got)}."
)
assert got[1] < got[0], (
    f"The larger model should have the smaller loss, got {got}. Which sign does the "
    f"exponent carry?"
)
assert np.allclose(got, [5.0, 3.2], rtol=1e-9, atol=0), (
    f"Expected 200/100 + 3 = 5 and 200/1000 + 3 = 3.2, got {got}. Which part shrinks, "
    f"and which part stays?"
)

# %% hidden="d10-predict_loss" points=1
# Hidden checks: random laws, one size and many, whole-number and float32 sizes, no
# floor, your array left as it was.
import math as _math

_rng = course_rng("d10-predict_loss")
for _n in (1, 2, 7, 30):
    _N = 10 ** _rng.uniform(0, 12, size=_n)
    _a, _b, _c = 10 ** _rng.uniform(-1, 3), _rng.uniform(0.03, 1.5), _rng.uniform(0, 4)
    for _floor in (_c, 0.0):
        _want, _given = np.array([_math.exp(_math.log(_a) - _b * _math.log(_v)) + _floor for _v in _N]), _N.copy()
        _got = predict_loss(_given, _a, _b, _floor)
        assert np.shape(_got) == (_n,), f"{_n} sizes should give {_n} losses, got shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-9, atol=0), f"a = {_a:.3f}, b = {_b:.3f}, c = {_floor:.3f}: a loss is wrong"
        assert (_given == _N).all(), "the caller's sizes were changed in place"
_want = np.float64(20 / 1000**0.5 + 1)
assert np.shape(predict_loss(1000, 20.0, 0.5, 1.0)) == (), "a single size should give a single loss"
assert np.isclose(predict_loss(1000, 20.0, 0.5, 1.0), _want, rtol=1e-9, atol=0), "wrong for a single whole number"
assert np.allclose(predict_loss(np.array([1000, 1000]), 20.0, 0.5, 1.0), _want, rtol=1e-9, atol=0), "wrong for whole numbers"
assert np.allclose(predict_loss(np.array([1e3, 1e3], dtype=np.float32), 20.0, 0.5, 1.0), _want, rtol=1e-5, atol=0), "wrong for float32 sizes"

# %% [markdown]
# ### When there is no floor
#
# Take $c = 0$ for a moment. Day 4 showed that a power law is a line on log-log axes. Written out with natural logarithms:
#
# $$ \log L = \log a - b \log N $$
#
# In words: the logarithm of the loss is a line in the logarithm of the size, its slope is minus the exponent, and its intercept is the logarithm of the
# scale. So `fit_line` on the two columns of logarithms finds both, after two small repairs.

# %%
N = np.array([1e2, 1e4, 1e6])
assert np.allclose(np.log(200 * N**-0.5), np.log(200) - 0.5 * np.log(N), rtol=1e-12)
losses = 200 * N**-0.5
in_logs = fit_line(np.log(N), np.log(losses))
print("losses", losses, " slope and intercept in logs:", np.round(in_logs, 4))

# %% [markdown]
# ### Exercise · A power law from a line
#
# *3 points · about 8 minutes · needs `fit_line` (day 9) and log-log lines (day 4)*
#
# Kaplan and others (2020) published such a law for language models, $L = (N_c / N)^{0.076}$ with one constant $N_c$: a line without a floor. They
# also wrote that the line must level off some day.
#
# **Before you code.** The cell above printed the slope $-0.5$ and the intercept 5.2983. The law was $200 \cdot N^{-0.5}$. What has to happen to each of
# the two numbers?
#
# <details><summary>Answer</summary>
#
# The slope changes its sign, because the formula already carries the minus: $b = 0.5$. The intercept is $\log a$, so $a = e^{5.2983} = 200$.
#
# </details>
#
# **Your task.** Write `fit_power(N, L)`, which returns $(a, b)$. Use natural logarithms throughout. Two lines are enough.


# %% exercise="d10-fit_power"
def fit_power(N: np.ndarray, L: np.ndarray) -> tuple[float, float]:
    """Power law a * N**(-b) from the least-squares line through the logarithms.

    N        (n,)  sizes, > 0, in any order, not all equal
    L        (n,)  losses, > 0
    returns  (a, b), scale and exponent; b > 0 if the losses fall

    >>> a, b = fit_power(np.array([1.0, 100.0]), np.array([6.0, 0.6]))
    >>> round(float(a), 4), round(float(b), 4)
    (6.0, 0.5)
    """
    ### BEGIN SOLUTION
    slope, intercept = fit_line(np.log(N), np.log(L))
    return np.exp(intercept), -slope
    ### END SOLUTION


# %% visible="d10-fit_power" points=1
# By hand: a hundred times the size divides the loss by 10, so b = 1/2; and 200 /
# sqrt(100) = 20.
got = fit_power(np.array([1e2, 1e4, 1e6]), np.array([20.0, 2.0, 0.2]))
assert got is not None, "fit_power returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"Return two numbers, a and b; got something of shape {np.shape(got)}."
)
assert np.isclose(got[1], 0.5, rtol=1e-9, atol=0), (
    f"Expected the exponent b = 0.5, got {got[1]:.4f}. What is the slope of this line "
    f"on log-log axes, and which sign does the formula already carry?"
)
assert np.isclose(got[0], 200.0, rtol=1e-9, atol=0), (
    f"Expected the scale a = 200, got {got[0]:.4f}. The intercept is a logarithm: of "
    f"what, and to which base?"
)

# %% hidden="d10-fit_power" points=2
# Hidden checks: noisy laws of many sizes in any order, two points, rising columns,
# whole numbers, float32, your arrays left as they were.
_rng = course_rng("d10-fit_power")
for _n, _b in [(2, 0.3), (3, 0.08), (8, 0.5), (20, 0.9), (45, -0.4)]:
    _N = 10 ** _rng.uniform(0, 11, size=_n)
    _L = 10 ** _rng.uniform(-1, 3) * _N**-_b * np.exp(_rng.normal(scale=0.2, size=_n))
    _m, _k = np.polyfit(np.log(_N), np.log(_L), 1)
    _gN, _gL = _N.copy(), _L.copy()
    _got = fit_power(_gN, _gL)
    assert np.isclose(_got[1], -_m, rtol=1e-6, atol=1e-9), f"{_n} points: expected the exponent {-_m:.5f}, got {_got[1]:.5f}"
    assert np.isclose(_got[0], np.exp(_k), rtol=1e-6, atol=0), f"{_n} points: expected the scale {np.exp(_k):.5g}, got {_got[0]:.5g}"
    assert (_gN == _N).all() and (_gL == _L).all(), "the caller's numbers were changed in place"

_i, _j = _rng.integers(1, 10**9, size=12), _rng.integers(1, 90, size=12)
_m, _k = np.polyfit(np.log(_i), np.log(_j), 1)
assert np.allclose(fit_power(_i, _j), [np.exp(_k), -_m], rtol=1e-6, atol=1e-9), "wrong for whole numbers"
_f, _g = (10 ** _rng.uniform(1, 6, size=15)).astype(np.float32), _rng.uniform(1, 9, size=15).astype(np.float32)
_m, _k = np.polyfit(np.log(_f.astype(float)), np.log(_g.astype(float)), 1)
assert np.allclose(fit_power(_f, _g), [np.exp(_k), -_m], rtol=1e-3, atol=1e-4), "wrong for float32 numbers"

# %% [markdown]
# ### A line that lies
#
# Now our sixteen models. `np.logspace(5, 10, 16)` gives sizes from $10^5$ to $10^{10}$, equal factors apart. A run is never exact, so `measure` multiplies
# each true loss by a random factor, typically 0.4 % off; each seed is a new laboratory.
#
# We fit a line in the logarithms, without a floor, and forecast the loss at $N = 10^{12}$. **Predict:** where will the points leave the line?

# %%
sizes, truth, far = np.logspace(5, 10, 16), (100, 0.3, 1.5), 1e12


def measure(seed):
    # 16 random numbers around 0, with standard deviation 0.004
    noise = np.random.default_rng(seed).normal(scale=0.004, size=16)
    return (truth[0] * sizes ** -truth[1] + truth[2]) * (1 + noise)


loss = measure(10)
slope, intercept = fit_line(np.log(sizes), np.log(loss))
print(
    f"line: exponent {-slope:.3f}, forecast at 1e12: "
    f"{np.exp(intercept + slope * np.log(far)):.3f}"
)
print(f"R² in logs: {np.corrcoef(np.log(sizes), np.log(loss))[0, 1] ** 2:.3f}")

# %% author=true
assert f"{-slope:.3f} {np.exp(intercept + slope * np.log(far)):.3f}" == "0.090 0.906"
assert f"{np.corrcoef(np.log(sizes), np.log(loss))[0, 1] ** 2:.2f}" == "0.92"
_true_far = truth[0] * far ** -truth[1] + truth[2]
assert f"{_true_far:.3f}" == "1.525"

# %% [markdown]
# The correlation of the logarithms looks good. Now the picture, in which the line is continued to $10^{12}$. The ticks of the upward axis are
# set by hand, since less than one decade is shown.

# %%
ahead = np.logspace(5, 12, 100)
fig, ax = plt.subplots()
ax.loglog(sizes, loss, "o", color=INK, label="sixteen models")
line = np.exp(intercept + slope * np.log(ahead))
ax.loglog(ahead, line, color=VERMILLION, linestyle="-.", label="line in the logs")
ax.axhline(1.5, color=GRAY, linestyle="--", label="true floor")
ax.set_yticks([1, 1.5, 2, 3, 4], [1, 1.5, 2, 3, 4])
ax.set(xlabel="parameters N", ylabel="loss L (nats per word)")
ax.minorticks_off()
ax.legend()
figure(fig, alt=(
    "Sixteen falling points on log-log axes that bend upward around a straight fitted "
    "line. Continued to a size of 1e12 the line runs far below the dashed floor at 1.5."
))

# %% [markdown]
# At both ends the points lie above the line, in the middle below it: yesterday's sign of a curve. (A *nat* is the unit of a surprise with a natural
# logarithm.) The fit explains 92 % of the variance of the logarithms, and its forecast at $10^{12}$ is 0.906. No model can get below 1.5; the true law
# gives 1.525. A good $R^2$ inside the data promises nothing outside.

# %% [markdown]
# ### Take the floor away
#
# The bend is the floor's work. Move $c$ to the other side, and the logarithm works again:
#
# $$ \log(L - c) = \log a - b \log N $$
#
# In words: what lies *above* the floor is a plain power law, and so it is a line on log-log axes. We do not know $c$. So we try candidates and look.
# Below are $L - c$ for four of them. Which makes the points straight? Which way do they bend if $c$ is too small, and which way if it is too large?


# %%
def straighten(ax, c):
    m, b = fit_line(np.log(sizes), np.log(loss - c))
    line = m * np.log(sizes) + b
    ax.loglog(sizes, loss - c, "o", color=INK)
    ax.loglog(sizes, np.exp(line), color=BLUE)
    ticks = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 2, 4]
    ax.set_yticks(ticks, ticks)
    ax.set(title=f"floor {c:g}", xlabel="parameters N", ylabel="loss above the floor")
    ax.set_ylim(0.8 * (loss - c).min(), 1.2 * (loss - c).max())
    ax.minorticks_off()


# %% [markdown]
# The helper draws one panel. The first line of the next cell checks the formula on the true law, and the rest draws the four panels. In a panel with a wrong
# floor, look at both ends and at the middle.

# %%
law = truth[0] * sizes**-0.3 + 1.5
assert np.allclose(np.log(law - 1.5), np.log(100) - 0.3 * np.log(sizes), rtol=1e-9)
fig, axes = plt.subplots(2, 2, figsize=(8.6, 6))
for ax, c in zip(axes.flat, [0, 1.2, 1.49, 1.59], strict=True):
    straighten(ax, c)
figure(fig, alt=(
    "Loss minus c on log-log axes with a fitted line. For c = 0 and 1.2 the points "
    "bend upward, for 1.49 they lie on the line, for 1.59 the last points fall steeply "
    "away."
))

# %% [markdown]
# A floor that is too small leaves a bend upward. One that is too large takes too much from the last points, and they dive. Near 1.49 the points are
# straight.
#
# To let the computer choose, every candidate needs a score. Misses in $\log(L - c)$ will not do: each $c$ stretches these logarithms differently, so the
# scores would be measured with different rulers. All candidates share one ruler, the loss itself: the sum of the squared misses $L_i - \hat L_i$, where
# $\hat L_i$ is what the fitted law predicts. Trying a list of candidates and keeping the best is called a *grid search*.

# %% [markdown]
# ### Exercise · Find the floor
#
# *4 points · about 12 minutes · needs `fit_power`, `predict_loss` and squared misses (day 9)*
#
# Hoffmann and others (2022) fitted language models with a floor. Theirs was 1.69, and it was one of the numbers behind the size of their model
# Chinchilla.
#
# **Before you code.** A candidate $c$ that is equal to the smallest loss, or larger: what does $\log(L - c)$ do there? What should the search do with it?
#
# <details><summary>Answer</summary>
#
# It gives minus infinity or `nan`, with a warning. The search leaves such a candidate out before it takes any logarithm.
#
# </details>
#
# **Your task.** Write `fit_power_floor(N, L, c_grid)`. For each usable candidate fit $a$ and $b$ to the losses above it, and sum the squared misses in
# $L$. Return the $(a, b, c)$ with the smallest sum. A loop of about eight lines is enough.


# %% exercise="d10-fit_power_floor"
def fit_power_floor(
    N: np.ndarray, L: np.ndarray, c_grid: np.ndarray
) -> tuple[float, float, float]:
    """Power law with a floor: for each candidate floor the line in the logarithms,
    and of all candidates the one with the smallest squared misses.

    N, L     (n,)  sizes and losses, > 0
    c_grid   (k,)  candidate floors in any order; at least one lies below every loss
    returns  (a, b, c) with the smallest sum of squared misses in L

    >>> N = np.array([1.0, 100.0, 10000.0])
    >>> found = fit_power_floor(N, 6 * N**-0.5 + 2, np.array([0.0, 1.0, 2.0]))
    >>> [round(float(v), 4) for v in found]
    [6.0, 0.5, 2.0]
    """
    ### BEGIN SOLUTION
    best, smallest = None, np.inf
    for c in c_grid[c_grid < L.min()]:
        a, b = fit_power(N, L - c)
        misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
        if misses < smallest:
            best, smallest = (a, b, c), misses
    return best
    ### END SOLUTION


# %% visible="d10-fit_power_floor" points=1
# By hand: 200 / sqrt(N) + 3 at four sizes. The candidates 4 and 5 are above some
# losses.
N4, L4 = np.array([1e2, 1e4, 1e6, 1e8]), np.array([23.0, 5.0, 3.2, 3.02])
with np.errstate(all="ignore"):
    got = fit_power_floor(N4, L4, np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0]))
assert got is not None, (
    "fit_power_floor returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"Return three numbers, a, b and c; got something of shape {np.shape(got)}."
)
assert not np.isnan(got).any(), (
    f"Got {got}: a nan comes from the logarithm of a negative number. Which candidates "
    f"leave something above the floor at every point?"
)
assert np.isclose(got[2], 3.0, rtol=1e-9, atol=0), (
    f"Only c = 3 leaves a straight line (20, 2, 0.2, 0.02); got c = {got[2]}. Which "
    f"candidates do you compare, and which one do you keep?"
)
assert np.allclose(got[:2], [200.0, 0.5], rtol=1e-6, atol=0), (
    f"Above the floor 3 the law is 200 * N**-0.5; got a = {got[0]:.4f}, b = "
    f"{got[1]:.4f}. Do they belong to the candidate you return?"
)

# %% hidden="d10-fit_power_floor" points=3
# Hidden checks: noisy laws of many sizes, candidates in any order, a candidate equal to
# the smallest loss, whole numbers, inputs left untouched.
_rng, _cases, _data = course_rng("d10-fit_power_floor"), [], []
for _n, _k in [(30, 90), (16, 60), (9, 40), (6, 25), (4, 7)]:
    for _noise in (0.1, 0.03, 0.004):
        _N = 10 ** _rng.uniform(3, 9, size=_n)
        _c = _rng.uniform(0.5, 2.5)
        _L = (_c + _rng.uniform(20, 200) * _N ** -_rng.uniform(0.2, 0.5)) * (1 + _noise * _rng.normal(size=_n))
        _grid = np.append(_rng.uniform(0, 1.6 * _c, size=_k), [_L.min(), _L.max(), 0.4 * _c])
        _rng.shuffle(_grid)
        _data.append((_N, _L, _grid))
# One loss lies below the candidate 1.9, which would win if a tiny number stood there, or the size of L - c.
_data.append((10.0 ** np.arange(1, 8), np.array([9.1, 4.1, 2.0, 2.1, 1.8, 1.9, 2.2]), np.array([1.9, 0.0, 1.0, 0.5])))
for _N, _L, _grid in _data:
    _want, _low = None, np.inf
    for _try in _grid[_grid < _L.min()]:
        _slope, _start = np.polyfit(np.log(_N), np.log(_L - _try), 1)
        _sum = np.square(np.exp(_start + _slope * np.log(_N)) + _try - _L).sum()
        if _sum < _low:
            _want, _low = np.array([np.exp(_start), -_slope, _try]), _sum
    _cases.append((_want, (_N, _L, _grid), (_N.copy(), _L.copy(), _grid.copy())))

with np.errstate(all="ignore"):
    for _, _kept, _ in _cases:
        fit_power_floor(*(_v.copy() for _v in _kept))
for _want, _kept, _given in _cases:
    with np.errstate(all="ignore"):
        _got = fit_power_floor(*_given)
    _what = f"{len(_kept[0])} points, {len(_kept[2])} candidates"
    assert np.isclose(_got[2], _want[2], rtol=1e-9, atol=1e-12), f"{_what}: expected the floor {_want[2]:.4f}, got {_got[2]:.4f}"
    assert np.allclose(_got[:2], _want[:2], rtol=1e-6, atol=0), f"{_what}: a and b are not those of the floor {_want[2]:.4f}"
    assert all((_u == _v).all() for _u, _v in zip(_kept, _given, strict=True)), "the caller's numbers were changed in place"

_i = np.array([1, 100, 10000])
_want = np.array([40.0, 0.5, 0.0])
assert np.allclose(fit_power_floor(_i, np.array([41, 5, 1]) - [1, 1, 0.6], np.array([0, 0.1])), _want, rtol=1e-6, atol=1e-9), "wrong for whole numbers"

# %% [markdown]
# Does it find the truth? The truth was $a = 100$, $b = 0.3$, $c = 1.5$. Twenty laboratories, each with noise of its own, search the same 81
# candidates from 1.2 to 1.6. How far off is the worst of them? (`fits[:, 1:]` is a table with the columns $b$ and $c$; the true pair is subtracted
# from each of its rows.)

# %%
c_grid = np.linspace(1.2, 1.6, 81)  # steps of 0.005
fits = None
try:
    each = [fit_power_floor(sizes, measure(seed), c_grid) for seed in range(20)]
    fits = np.array(each)
    print("laboratory 10: a, b, c =", fits[10].round(4))
    off = np.abs(fits[:, 1:] - [0.3, 1.5]).max(axis=0)
    print("worst error of b:", off[0].round(3), "  of c:", off[1].round(3))
except NotImplementedError:
    print(
        "Write predict_loss, fit_power and fit_power_floor first, then run this cell "
        "again."
    )

# %% author=true
assert f"{np.abs(fits[:, 1] - 0.3).max():.3f} {np.abs(fits[:, 2] - 1.5).max():.3f}" == "0.005 0.010"
assert f"{fits[10][0]:.1f} {fits[10][1]:.3f} {fits[10][2]:.3f}" == "95.9 0.296 1.490"

# %% [markdown]
# The worst exponent is off by 0.005, the worst floor by 0.010. That is excellent, and we made it easy: the data follow the law exactly, up to a small
# noise, and 1.5 is one of the candidates. The scale $a$ does worse (95.9 in laboratory 10), since a small change of $b$ is paid for by a large one of $a$.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# A forecast without a hint of its error is half an answer. You build such a hint, a band. Then you test it as one tests a model: on cases where the
# truth is known.

# %% [markdown]
# ### How much hangs on one point?
#
# Leave one of the sixteen models out, fit again, and forecast. Do so for each of them: sixteen refits, sixteen forecasts. The lowest and the highest
# make a **leave-one-out band**. A wide band says that single points decide the forecast. `np.delete(x, i)` returns a copy of `x` without entry `i`:

# %%
x = np.array([10.0, 20.0, 30.0])
print([np.delete(x, i) for i in range(3)], " x is still", x)

# %% [markdown]
# ### Exercise · The band of refits
#
# *3 points · about 10 minutes · needs `fit_power_floor` and `predict_loss`*
#
# Such refits cost no new training run, so the band is tempting. Build it first; judge it afterward.
#
# **Before you code.** Sizes $10^2, 10^4, 10^6$ with losses 10, 1, 0.4, and the only candidate floor is 0. Leave out each point in turn: two points remain,
# and a law through both. What does each of the three laws say at $10^8$?
#
# <details><summary>Answer</summary>
#
# Without the third: a tenth per two decades, 0.01. Without the second: a factor of $0.04$ in four decades, 0.2 per two decades, so 0.08. Without the first: 0.4 per two decades, 0.16.
#
# </details>
#
# **Your task.** Write `loo_band(N, L, c_grid, Nq)`: for each size in `Nq` the smallest and the largest forecast of all refits. Every refit searches
# the floor anew. Six lines are enough; `np.min(table, axis=0)` takes the minimum of each column.


# %% exercise="d10-loo_band"
def loo_band(
    N: np.ndarray, L: np.ndarray, c_grid: np.ndarray, Nq: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Smallest and largest forecast of all fits that leave one point out.

    N, L     (n,)  sizes and losses, n ≥ 3
    c_grid   (k,)  candidate floors, searched anew by every refit
    Nq       (q,)  sizes to forecast
    returns  (lo, hi), each (q,)

    >>> N, L = np.array([1.0, 100.0, 1e4]), np.array([8.0, 0.8, 0.08])
    >>> lo, hi = loo_band(N, L, np.array([0.0]), np.array([1e6]))
    >>> lo.round(4), hi.round(4)
    (array([0.008]), array([0.008]))
    """
    ### BEGIN SOLUTION
    forecasts = []
    for i in range(len(N)):
        a, b, c = fit_power_floor(np.delete(N, i), np.delete(L, i), c_grid)
        forecasts.append(predict_loss(Nq, a, b, c))
    return np.min(forecasts, axis=0), np.max(forecasts, axis=0)
    ### END SOLUTION


# %% visible="d10-loo_band" points=1
# By hand: laws through two points. Without the third 100 * N**-0.5, without the second
# a factor 0.2 per two decades, without the first 0.4.
N3, L3 = np.array([1e2, 1e4, 1e6]), np.array([10.0, 1.0, 0.4])
ask = np.array([1e8, 1e10])
got = loo_band(N3, L3, np.array([0.0]), ask)
assert got is not None, "loo_band returned None. Did you forget the return statement?"
assert len(got) == 2, f"Return two arrays, lo and hi; got {len(got)} things."
lo, hi = got
assert np.shape(lo) == (2,) and np.shape(hi) == (2,), (
    f"Two sizes were asked for, so lo and hi have two entries each; got shapes "
    f"{np.shape(lo)} and {np.shape(hi)}."
)
assert (lo <= hi).all(), (
    f"lo should not lie above hi: got {lo} and {hi}. In which order do you return them?"
)
assert (lo < hi).all(), (
    f"lo and hi are equal, {lo}. Do your refits really differ in the point they leave "
    f"out?"
)
assert np.allclose(lo, [0.01, 0.001], rtol=1e-6, atol=0), (
    f"The lowest forecasts come from the refit without the third point: expected "
    f"[0.01, 0.001], got {lo}."
)
assert np.allclose(hi, [0.16, 0.064], rtol=1e-6, atol=0), (
    f"The highest forecasts come from the refit without the first point: expected "
    f"[0.16, 0.064], got {hi}."
)

# %% hidden="d10-loo_band" points=2
# Hidden checks: noisy laws of several sizes, queries inside and outside of the data, a
# single query, inputs left untouched.
_rng = course_rng("d10-loo_band")
for _n, _q in [(4, 3), (5, 1), (7, 6), (9, 2)]:
    for _noise in (0.01, 0.04):
        _N = 10 ** np.sort(_rng.uniform(3, 9, size=_n))
        _L = (1.2 + _rng.uniform(20, 200) * _N ** -_rng.uniform(0.2, 0.5)) * (1 + _noise * _rng.normal(size=_n))
        _rng.shuffle(_mixed := np.arange(_n))
        _N, _L, _Nq, _grid = _N[_mixed], _L[_mixed], 10 ** _rng.uniform(2, 13, size=_q), np.linspace(0.0, 1.9, 20)
        _all = []
        for _out in range(_n):
            _x, _y = np.log(_N[np.arange(_n) != _out]), _L[np.arange(_n) != _out]
            _tries = [(_try, *np.polyfit(_x, np.log(_y - _try), 1)) for _try in _grid if _try < _y.min()]
            _floor, _slope, _start = min(_tries, key=lambda t: np.square(np.exp(t[2] + t[1] * _x) + t[0] - _y).sum())
            _all.append(np.exp(_start + _slope * np.log(_Nq)) + _floor)
        _want_lo, _want_hi = np.min(_all, axis=0), np.max(_all, axis=0)
        _given = [_v.copy() for _v in (_N, _L, _grid, _Nq)]
        _lo, _hi = loo_band(*_given)
        assert np.shape(_lo) == (_q,) and np.shape(_hi) == (_q,), f"{_q} sizes were asked for, got shapes {np.shape(_lo)} and {np.shape(_hi)}"
        assert np.allclose(_lo, _want_lo, rtol=1e-6, atol=0), f"{_n} points: the lower edge is {_lo}, expected {_want_lo}"
        assert np.allclose(_hi, _want_hi, rtol=1e-6, atol=0), f"{_n} points: the upper edge is {_hi}, expected {_want_hi}"
        assert all((_u == _v).all() for _u, _v in zip(_given, (_N, _L, _grid, _Nq), strict=True)), "the caller's numbers were changed in place"

_N, _L, _grid = np.array([1e2, 1e3, 1e4, 1e5]), np.array([11.1, 3.0, 2.5, 2.4]), np.array([0.0, 1.0, 2.0])
_want = np.array([1.0659084, 2.0591780])  # the fit to all four points says 0.2717, outside
_lo, _hi = loo_band(_N, _L, _grid, np.array([1e9]))
assert np.allclose([_lo[0], _hi[0]], _want, rtol=1e-5, atol=0), f"4 points: the band is {_lo[0]:.4f} to {_hi[0]:.4f}, expected {_want[0]:.4f} to {_want[1]:.4f}"

# %% [markdown]
# ### The fitter, complete
#
# Your four functions are a tool: points in, law, forecast and picture out. Here it reports on laboratory 10. `ax.fill_between` paints the band
# between two curves. Is the truth at $10^{12}$, the square, inside?


# %%
def scaling_law(ax, N, L, c_grid, far):
    a, b, c = fit_power_floor(N, L, c_grid)
    ahead = np.logspace(np.log10(N.min()), np.log10(far), 60)
    lo, hi = loo_band(N, L, c_grid, ahead)
    ax.fill_between(ahead, lo, hi, color=BLUE, alpha=0.3, label="leave-one-out band")
    ax.loglog(ahead, predict_loss(ahead, a, b, c), color=BLUE, label="fitted law")
    ax.loglog(N, L, "o", color=INK, label="measured")
    ax.axhline(c, color=GRAY, linestyle="--", label="fitted floor")
    ax.set(xlabel="parameters N", ylabel="loss L (nats per word)")
    ax.minorticks_off()
    return (
        f"a = {a:.1f}, b = {b:.3f}, floor {c:.3f}; forecast at {far:.0e}: "
        f"{predict_loss(far, a, b, c):.4f}, band {lo[-1]:.4f} to {hi[-1]:.4f}"
    )


# %% [markdown]
# The band is so narrow that the left panel hides it inside the line. The right panel therefore shows the same drawing, enlarged around the far end.
# `set_xlim` and `set_ylim` choose what an axis shows.

# %%
try:
    fig, (left, right) = plt.subplots(1, 2, figsize=(9.6, 4))
    for ax, ticks in [(left, [1.5, 2, 3, 4]), (right, [1.5, 1.55, 1.6])]:
        report = scaling_law(ax, sizes, loss, c_grid, far)
        ax.plot(far, predict_loss(far, *truth), "s", color=VERMILLION, label="truth")
        ax.set_yticks(ticks, ticks)
    right.set(xlim=(1e10, 2e12), ylim=(1.48, 1.62), title="Enlarged")
    left.legend(fontsize=9)
    figure(fig, alt=(
        "Left: a fitted curve through sixteen points flattens toward a dashed floor at "
        "1.49. Right, enlarged: a thin band around the curve, and the true loss at "
        "1e12 lies above the band."
    ))
    print(report)
except NotImplementedError:
    plt.close(fig)  # an empty drawing teaches nothing

# %% author=true
_lo, _hi = loo_band(sizes, loss, c_grid, np.array([far]))
assert f"{_lo[0]:.3f} {_hi[0]:.3f} {predict_loss(far, *fits[10]):.3f}" == "1.513 1.517 1.517"

# %% [markdown]
# The forecast is 1.517, the truth 1.525. The law with a floor misses by less than 0.01, where the line without one missed by 0.6. Yet the band, 1.513 to 1.517, does not
# contain the truth. Bad luck of one laboratory? **Guess:** of twenty laboratories, how many have the truth in their band? (The cell refits 320 times and takes about a second, a few if your search is slow. Between rows of True and False `&` means "and", entry by entry. `max(… for f in fits)` takes the largest of what the loop makes.)

# %%
true_far, inside = truth[0] * far ** -truth[1] + truth[2], None
try:
    each = [loo_band(sizes, measure(s), c_grid, np.array([far])) for s in range(20)]
    bands = np.array(each)[:, :, 0]  # a row for each laboratory; columns lo, hi
    inside = (bands[:, 0] <= true_far) & (true_far <= bands[:, 1])
    print(f"truth inside the band: {inside.sum()} of 20 = {100 * inside.mean():.0f} %")
    print(
        f"mean width of a band {np.mean(bands[:, 1] - bands[:, 0]):.4f}, worst "
        f"forecast off by "
        f"{max(abs(predict_loss(far, *f) - true_far) for f in fits):.4f}"
    )
except NotImplementedError:
    print("Write the four functions first, then run this cell again.")

# %% author=true
assert inside.sum() == 9 and f"{np.mean(bands[:, 1] - bands[:, 0]):.3f}" == "0.007"
assert f"{max(abs(predict_loss(far, *f) - true_far) for f in fits):.3f}" == "0.009"
assert np.mean([predict_loss(far, *f) > true_far for f in fits]) not in (0, 1)

# %% [markdown]
# Here are all twenty bands, each a vertical stroke from its lower to its upper edge, and the truth as a dashed line. Do the bands that miss lie too
# high, too low, or both? (`x[that]`, with a row of True and False in the brackets, keeps the entries of `x` where it is True.)

# %%
if inside is not None:
    fig, ax = plt.subplots(figsize=(7.6, 3.8))
    for hit, color, width in [(True, BLUE, 6), (False, VERMILLION, 2)]:
        which = np.arange(20)[inside == hit]
        name = "truth inside" if hit else "truth outside"
        lo, hi = bands[which, 0], bands[which, 1]
        ax.vlines(which, lo, hi, color=color, linewidth=width, label=name)
    ax.axhline(true_far, color=INK, linestyle="--", linewidth=1.2, label="truth, 1.525")
    ax.set(xlabel="laboratory (seed)", ylabel="forecast at N = 1e12")
    ax.set(xticks=range(0, 20, 2), ylim=(1.505, 1.548))
    ax.legend(ncols=3, loc="upper center")
    figure(fig, alt=(
        "Twenty vertical bands around a dashed line at 1.525. Nine cross it; of the "
        "eleven others some lie entirely above the line and some entirely below."
    ))

# %% [markdown]
# Nine of twenty, 45 %. The bands that miss lie on both sides. The reason is in their making: any two refits share
# fourteen of their fifteen points. They inherit the same noise and are wrong *together*, so the spread of the refits says how much hangs on one point, and
# not how far all of them are from the truth.
#
# Day 21 builds bands that promise something, and keeps count. Even a perfect band would assume that the law itself goes on. No refit inside the data can test that.

# %% [markdown]
# ### In a real model: how a training budget is decided
#
# Hoffmann and others (2022) trained more than 400 language models and fitted a law with two powers, for $N$ parameters and $D$ tokens of text (day 5):
#
# $$ L = 1.69 + \frac{406.4}{N^{0.34}} + \frac{410.7}{D^{0.28}} $$
#
# In words: a floor, plus a part that shrinks with the size of the model, plus a part that shrinks with the amount of text. The cost of training grows
# like $N \cdot D$, since each token costs about $6N$ operations (day 5). Take the two models of day 5 again: Gopher, with 280 billion parameters and 300
# billion tokens, and Chinchilla, with a quarter of the parameters and 1,400 billion tokens. Which should be better?

# %%
for name, N, D in [("Gopher", 280e9, 300e9), ("Chinchilla", 70e9, 1.4e12)]:
    from_size, from_text = 406.4 / N**0.34, 410.7 / D**0.28
    print(
        f"{name:10s} cost N*D = {N * D:.1e}, loss 1.69 + {from_size:.3f} + "
        f"{from_text:.3f} = {1.69 + from_size + from_text:.3f}"
    )

# %% author=true
for _N, _D, _law in [(280e9, 300e9, 1.993), (70e9, 1.4e12, 1.937)]:
    assert np.isclose(1.69 + 406.4 / _N**0.34 + 410.7 / _D**0.28, _law, rtol=0, atol=5e-4)

# %% [markdown]
# For a similar cost the law promises the smaller model with more text a lower loss, and the trained Chinchilla did beat Gopher. But read the law as you
# read your band. Besiroglu and others (2024) refitted it to data read off the published figures: they found other constants, and called the bands
# of the original implausibly narrow.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# Write for somebody who has money and no time; a person reads this answer. Then break the search on purpose, and close the first phase with the day in
# five lines.

# %% [markdown]
# ### Explain · A paragraph for a manager
#
# *2 points · about 5 minutes · read and graded by a person*
#
# Your manager may pay for a model of $10^{12}$ parameters, a hundred times the largest one so far. She saw the forecast 1.517 and the band 1.513 to 1.517.
# Write one paragraph: what the forecast says, what the 45 % says about the band, and what you would buy next. Six or seven sentences, without a formula.

# %% [markdown] exercise="d10-why" points=2
# If the trend of our sixteen models continues, the large one would have a loss of about 1.52, against 1.59 for our best so far; about 1.49 of that is a
# floor that no size removes. So most of what size can buy has been bought already. The narrow band shows only that no single run decides the forecast. In twenty
# rehearsals with a known answer, such bands contained the truth in nine, so please do not read it as a guarantee. In those rehearsals we also knew that the
# trend goes on, and here we do not. I would not buy the large model yet. I would buy one of ten times our largest size, write the
# forecast down before it runs, and decide on the next step when we see how far it was off.
#
# *One point for the forecast with its condition (the law goes on) and for the 45 % read rightly: the spread of refits is not the chance to contain the truth. One
# point for a next purchase that would test the forecast, with a reason.*

# %% [markdown]
# ### Break it
#
# Our largest models were the expensive ones. Suppose they were never trained: keep only the first nine sizes, up to about $5 \cdot 10^7$ parameters.
# **Predict** how the floor of laboratory 10 and the worst floor of all twenty change, then run. The candidates now reach from 0 to 1.9.

# %%
try:
    tries = np.linspace(0, 1.9, 96)
    small = np.array(
        [fit_power_floor(sizes[:9], measure(s)[:9], tries) for s in range(20)]
    )
    floors = small[:, 2].round(2)
    print("laboratory 10:", floors[10], "  all:", floors.min(), "to", floors.max())
except NotImplementedError:
    print("Write the first three functions, then run this cell again.")

# %% author=true
assert f"{small[10, 2]:.2f} {small[:, 2].min():.2f} {small[:, 2].max():.2f}" == "1.50 1.44 1.56"
assert round(100 * sizes[8] ** -0.3, 2) == 0.5 and f"{sizes[8]:.0e}" == "5e+07"

# %% [markdown]
# Laboratory 10 finds 1.50, by luck: the twenty floors reach from 1.44 to 1.56, and the worst is six times as far off as before. At $5 \cdot 10^7$ the
# loss still lies 0.5 above the floor. What the data have not come near, a fit can hardly see.
#
# **Think about it.** How far beyond your data would you dare to extrapolate, and why? In decades, not in parameters. What would you have to see to
# change your mind?
#
# <details><summary>Answer</summary>
#
# No number is right for all data; a defensible one names its evidence. For example: one decade, because a fit to the smaller half of my models has
# forecast the larger half; and more only after such a test has come true over more decades. A forecast that was written down in advance and failed should
# change your mind at once.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. A scaling law $L = aN^{-b} + c$ falls like a power and flattens at its floor $c$.
# 2. Without a floor it is a line in the logarithms; with one, subtract the floor first.
# 3. The floor is found by a grid search: fit in logarithms, compare misses in the loss.
# 4. A high $R^2$ inside the data says nothing about a forecast outside.
# 5. The spread of leave-one-out refits promises nothing: it held the truth in 9 of 20 cases.

# %% [markdown]
# ### New notation today
#
# One formula, and two words for it: the *floor* $c$ and the *exponent* $b$, a positive number whose minus sign the formula writes out. Yesterday's $b$, the
# intercept of a line, keeps its letter on other days.
#
# | symbol | read | in code |
# |---|---|---|
# | $L = aN^{-b} + c$ | loss L at size N: scale a, exponent b, floor c | `predict_loss(N, a, b, c)` |
# | $N$, $D$ in a scaling law | number of parameters, number of tokens | `N`, `D` |

# %% [markdown]
# ### To watch or read
#
# Read the first three pages of "Scaling Laws for Neural Language Models" (Kaplan and others, 2020): you can read all of its figures now. Then open "Training
# Compute-Optimal Large Language Models" (Hoffmann and others, 2022) and look for the floor. Tomorrow the second phase begins: lists of numbers get
# lengths and angles.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The four panels with candidates for the floor stood still. Here $c$ moves. Drag it from 0 upward: the bend opens, the points straighten, and then the last of them dive. Between which two values can you not tell the difference by eye? Compare your answer with the worst floor of the twenty laboratories, which was off by 0.010.

# %%
def draw(c):
    fig, ax = plt.subplots(figsize=(5.6, 3.8))
    straighten(ax, c)
    return fig


slider(draw, alt=(
    "Loss minus c on log-log axes with a fitted line: the points bend upward for a "
    "small c, straighten near 1.49 and dive for a larger c."
), c=(0, 1.59, 0.01, 0))
