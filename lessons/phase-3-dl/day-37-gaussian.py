# %% author=true
from log2attn import course_rng

# %% [markdown]
# # The bell behind squared error: the Gaussian
#
# **Question of the day.** In October 2008 the stock market lost 17 percent. How often should that happen, if months were as bell-shaped as means are?
#
# *After today you can* write down the bell of day 21, and read chances off it without a table;
# say what squared errors silently assume, and what it costs where that is false;
# fit a bell to numbers, and join two uncertain measurements into one.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 30.

# %% [markdown]
# **Yesterday (day 36).** A density is $3x^2$ between 0 and 1. What is the chance of less than one half, how high is the density at 1, and what does the machine do that turns even numbers $u$ into draws from it?
#
# <details><summary>Answer</summary>
#
# The cdf is $x^3$, so $1/8$. The density is 3 there, and may be. The machine runs the cdf backward: the third root of $u$.
#
# </details>

# %% [markdown]
# **A week ago (day 30).** What is the gradient of $x^2 y$ at $(1, 2)$, and how steep is it along $(0, 1)$?
#
# <details><summary>Answer</summary>
#
# $(2xy, x^2) = (4, 1)$. Along $(0, 1)$ the slope is the second entry, 1.
#
# </details>
#
# **Before that (day 16).** A matrix has the rows $(2, 1)$ and $(1, 2)$. What are its eigenvalues, and which direction wins if it is applied again and again?
#
# <details><summary>Answer</summary>
#
# 3 and 1 (their sum is 4, their product 3). The direction $(1, 1)$ grows threefold each time, and wins.
#
# </details>

# %% author=true
assert 0.5**3 == 1 / 8 and (2 * 1 * 2, 1) == (4, 1)

# %% [markdown]
# The tools of the day. `erf` is new and comes from scipy; idea 2 says what it is. Yesterday's strips stand in numpy, too, as `np.trapezoid(heights, places)`; from the toolbox you need nothing today.

# %%
import math

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import erf

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION

# %% [markdown]
# ### Exercise · How steep, and which way
#
# *1 point · about 3 minutes · needs the gradient (day 30)*
#
# A meadow is a plane of height $ax + by + c$, with $x$ to the east and $y$ to the north. Its gradient is $(a, b)$ everywhere: the steepest slope is its length, and its direction has an angle from the east, counted against the clock.
#
# **Before you code.** $a = 0$, $b = -2$: how steep, and at which angle?
#
# <details><summary>Answer</summary>
#
# 2, and uphill is south: $-\pi/2$.
#
# </details>
#
# **Your task.** Write `review_37(a, b)`, the pair of slope and angle. `math.atan2(b, a)` is the angle of $(a, b)$ between $-\pi$ and $\pi$. One line.

# %% exercise="d37-review"
def review_37(a: float, b: float) -> tuple[float, float]:
    """The steepest slope of the plane a·x + b·y + c, and the angle of that direction.

    a, b     slopes to the east and to the north, not both 0
    returns  (slope, angle), the angle in radians, more than −π and at most π

    >>> slope, angle = review_37(3.0, 4.0)
    >>> round(float(slope), 4), round(float(angle), 4)
    (5.0, 0.9273)
    """
    ### BEGIN SOLUTION
    return np.sqrt(a**2 + b**2), math.atan2(b, a)
    ### END SOLUTION


# %% visible="d37-review" points=0
# (−1, 1) has the length √2 and points to the northwest, three eighths of a turn.
got = review_37(-1.0, 1.0)

assert got is not None, "review_37 returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), f"A pair is expected, got the shape {np.shape(got)}."
assert np.isclose(got[0], np.sqrt(2), rtol=1e-9, atol=0), (
    f"The gradient (−1, 1) has the length √2 = 1.4142, got {float(got[0]):.4f}."
)
assert np.isclose(got[1], 3 * np.pi / 4, rtol=1e-9, atol=0), (
    f"(−1, 1) points to the northwest, at 3π/4 = 2.3562 from the east; got "
    f"{float(got[1]):.4f}. Which of the two entries goes east?"
)

# %% hidden="d37-review" points=1
# Hidden checks: planes of all directions, judged by the climb of one unit step; level
# in one direction, whole numbers.
_rng = course_rng("d37-review")
_planes = [(2.0, 0.0), (-2.0, 0.0), (0.0, 3.0), (0.0, -3.0), *_rng.normal(scale=3, size=(24, 2)).tolist()]
for _a, _b in _planes:
    _slope, _angle = review_37(_a, _b)
    assert -np.pi < _angle <= np.pi, f"the plane {_a:.3f} x + {_b:.3f} y: your angle {_angle:.4f} is not more than −π and at most π"
    _climb = _a * np.cos(_angle) + _b * np.sin(_angle)
    assert np.isclose(_slope, max(_a * np.cos(_t) + _b * np.sin(_t) for _t in np.linspace(0, 2 * np.pi, 721)), rtol=1e-4, atol=0), f"the plane {_a:.3f} x + {_b:.3f} y: no direction is as steep as your {_slope:.4f}, or one is steeper"
    assert np.isclose(_climb, _slope, rtol=1e-7, atol=0), f"the plane {_a:.3f} x + {_b:.3f} y: a step of 1 at your angle {_angle:.4f} climbs {_climb:.4f}, your slope is {_slope:.4f}"
assert np.allclose(review_37(-4, 3), (5, 2.498091544796509), rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: October 2008
#
# Here are the monthly log returns of the 500 largest American firms that you know from days 8 and 21, in standard deviations from their mean. October 2008 lies at −4.5. Day 21 has shown that means are bell-shaped, with 68 and 95 percent within one and two. **Write down**: if months were like that as well, how many years should pass between two such Octobers?

# %%
months, prices = data.stocks()
returns = np.diff(np.log(prices["^GSPC"]))
z_market = (returns - returns.mean()) / returns.std(ddof=0)
worst = z_market.argmin()
print(len(z_market), "months, the worst:", months[1:][worst], z_market[worst].round(2))

# %% author=true
if not data.is_stand_in("stocks"):
    assert str(months[1:][worst]) == "2008-10" and round(float(z_market[worst]), 2) == -4.51 and len(z_market) == 389

# %% [markdown]
# ### Idea 1 · The curve of many small causes
#
# Add twelve even numbers and take 6 away. Each has the mean ½ and the variance $1/12$ (yesterday's integrals say so), so the sum has the mean 0 and the variance 1. Many independent causes: by day 21 a bell. But which curve is it? The right picture has the *logarithm* of the bars' heights. **Before you look**: which curve of school will the dots lie on?

# %%
rng = np.random.default_rng(37)
sums = rng.random((200_000, 12)).sum(axis=1) - 6
edges = np.arange(-3.1, 3.2, 0.2)
counts = np.array([((sums >= a) & (sums < a + 0.2)).sum() for a in edges[:-1]])
middles, heights = edges[:-1] + 0.1, counts / (200_000 * 0.2)
fig, (left, right) = plt.subplots(1, 2, figsize=(8.4, 3.2))
left.bar(middles, heights, width=0.2, color=BLUE, alpha=0.4)
right.plot(middles, np.log(heights), "o", color=BLUE, markersize=4)
right.plot(middles, np.log(heights[15]) - middles**2 / 2, color=VERMILLION)
left.set(xlabel="z", ylabel="share per unit")
right.set(xlabel="z", ylabel="log of the height", title="log of the top − z²/2")
figure(fig, alt=(
    "Left, a symmetric bell of bars, 0.4 high at 0. Right, the logarithms of the bars "
    "lie on a parabola that falls from −0.9 at 0 to about −5.5 at 3."
))

# %% author=true
assert abs(heights[15] - 0.395) < 0.012 and abs(middles[15]) < 1e-9
assert np.abs(np.log(heights) - (np.log(heights[15]) - middles**2 / 2))[5:-5].max() < 0.12
_u = np.linspace(0, 1, 2001)
assert abs(np.trapezoid((_u - 0.5) ** 2, _u) - 1 / 12) < 1e-6

# %% [markdown]
# A parabola, $-z^2/2$ below its top. So the bell is $e^{-z^2/2}$ up to a factor, and the factor is fixed by the area, which must be 1. Yesterday's strips measure it:

# %%
places = np.linspace(-10, 10, 2001)
whole = np.trapezoid(np.exp(-(places**2) / 2), places)
print("area of exp(−z²/2):", whole.round(6), "  √(2π):", np.sqrt(2 * np.pi).round(6))

# %% author=true
assert abs(whole - np.sqrt(2 * np.pi)) < 1e-9

# %% [markdown]
# $\sqrt{2\pi} = 2.5066$; the end of the day shows where the circle comes from. Now move the bell and stretch it, $x = \mu + \sigma z$. Run backward, $z = (x - \mu)/\sigma$ has the slope $1/\sigma$, so the density goes through the machine (day 36) as
#
# $$ p(x) = \frac{1}{\sigma\sqrt{2\pi}}\; e^{-\frac12\left(\frac{x - \mu}{\sigma}\right)^2}, \qquad \log p(x) = -\frac12\Big(\frac{x - \mu}{\sigma}\Big)^2 - \log\sigma - \frac12\log 2\pi . $$
#
# In words: minus half the squared z-score, minus two constants that keep the area at 1. This is the **Gaussian** or normal distribution $\mathcal{N}(\mu, \sigma^2)$, with mean $\mu$ and variance $\sigma^2$ (Gauss, 1809). **Before you look**: which bell is the higher, one with half the width or one with twice?

# %%
def draw_bell(ax, mu, sigma):
    x = np.linspace(-4, 4, 401)
    height = np.exp(-(((x - mu) / sigma) ** 2) / 2) / (sigma * np.sqrt(2 * np.pi))
    ax.fill_between(x, height, color=BLUE, alpha=0.3)
    ax.plot(x, height, color=BLUE)
    ax.set(title=f"μ = {mu:g}, σ = {sigma:g}", xlabel="x", ylim=(0, 1.1))


fig, panels = plt.subplots(1, 3, figsize=(9.0, 2.6), sharey=True)
for ax, (mu, sigma) in zip(panels, ((0, 1), (1, 0.5), (-1, 2)), strict=True):
    draw_bell(ax, mu, sigma)
panels[0].set_ylabel("density")
figure(fig, alt=(
    "Three bells: the standard one is 0.4 high; at μ = 1 with half the width it is 0.8 "
    "high, at μ = −1 with twice the width 0.2."
))

# %% [markdown]
# The narrow one: the area stays 1, so half the width is twice the height. Move both numbers. From which width on does the density exceed 1, and where does half of the bell leave the picture?

# %%
def draw(mu, sigma):
    fig, ax = plt.subplots(figsize=(5.6, 3.0))
    draw_bell(ax, mu, sigma)
    ax.set_ylabel("density")
    return fig


slider(draw, alt=(
    "The bell moves with μ, and grows taller as σ shrinks; its area stays 1."
), mu=(-4, 4, 0.5, 0), sigma=(0.38, 2, 0.02, 1))

# %% author=true
assert 1 / (0.4 * np.sqrt(2 * np.pi)) < 1 < 1 / (0.398 * np.sqrt(2 * np.pi))

# %% [markdown]
# Below $\sigma = 0.4$, that is $1/\sqrt{2\pi}$. And at $\mu = \pm 4$, since half of it lies on each side of its mean. A density above 1 is nothing special: a bell with $\sigma = 0.01$ is 40 high.

# %% [markdown]
# ### Exercise · A logarithm that survives the tails
#
# *2 points · about 7 minutes · needs idea 1 and densities (day 36)*
#
# Forty standard deviations out, $e^{-800}$ is 0 in `float64`, and its logarithm is lost (day 4). The formula for $\log p$ never forms it. Every model with Gaussian noise calls this function.
#
# **Before you code.** $\mu = 1$, $\sigma = 2$: by how much is $\log p$ at 3 below that at 1? And what does a larger $\sigma$ do at $x = \mu$?
#
# <details><summary>Answer</summary>
#
# By ½, at one standard deviation always. It lowers the top: wider is flatter.
#
# </details>
#
# **Your task.** Write `gauss_logpdf(x, mu, sigma)`, `sigma` a standard deviation. One or two lines.

# %% exercise="d37-gauss_logpdf"
def gauss_logpdf(x: np.ndarray, mu: float, sigma: float) -> np.ndarray:
    """The log density of the Gaussian, entry by entry.

    x        any shape, or a number
    mu       mean
    sigma    standard deviation, above 0
    returns  as x, log p(x)

    >>> gauss_logpdf(np.array([0.0, 1.0]), 0.0, 1.0).round(4).tolist()
    [-0.9189, -1.4189]
    """
    ### BEGIN SOLUTION
    z = (x - mu) / sigma
    return -0.5 * z**2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)
    ### END SOLUTION


# %% visible="d37-gauss_logpdf" points=1
# The top of a bell with σ = 2 has −log 2 − ½ log 2π = −1.6121; one σ away ½ less, three
# σ away 4.5 less. At 40 σ of the standard bell it is −800 − 0.9189.
got = gauss_logpdf(np.array([1.0, 3.0, -5.0]), 1.0, 2.0)
got_far = gauss_logpdf(np.array([40.0]), 0.0, 1.0)
top = -np.log(2) - 0.5 * np.log(2 * np.pi)

assert got is not None, (
    "gauss_logpdf returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"Three places, three values: shape (3,) is expected, got {np.shape(got)}."
)
assert np.isclose(got[0], top, rtol=1e-9, atol=0), (
    f"At x = mu only the two constants are left: −log 2 − 0.9189 = {top:.4f}, got "
    f"{float(got[0]):.4f}. Which of them is missing or has another sign?"
)
assert np.allclose(got[0] - got, [0, 0.5, 4.5], rtol=1e-9, atol=1e-12), (
    f"One and three standard deviations away log p is 0.5 and 4.5 below its top; yours "
    f"is {np.round(got[0] - got, 4).tolist()[1:]} below. What is squared, and is it "
    f"halved?"
)
assert np.isclose(got_far[0], -800.9189385, rtol=1e-7, atol=0), (
    f"At 40 standard deviations −800.9189 is expected, got {got_far[0]}. Is there a "
    f"moment when your program holds e to the power −800?"
)

# %% hidden="d37-gauss_logpdf" points=1
# Hidden checks: means and widths of many sizes, near and far, one number and tables,
# whole numbers and float32, judged by a library; your arrays left as they were.
from scipy.stats import norm as _norm

_rng = course_rng("d37-gauss_logpdf")
for _shape in ((), (1,), (5,), (2, 3)):
    for _width in (1e-3, 0.7, 30.0):
        _mu = float(_rng.normal(scale=5))
        for _far in (1.0, 50.0):
            _x = _mu + _width * _far * _rng.normal(size=_shape)
            _want, _given = _norm.logpdf(_x, _mu, _width), np.copy(_x)
            _got = gauss_logpdf(_given, _mu, _width)
            assert np.shape(_got) == _shape, f"numbers of shape {_shape} gave something of shape {np.shape(_got)}"
            assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"x = {np.round(_x, 4).tolist()}, mu = {_mu:.4f}, sigma = {_width}: expected {np.round(_want, 4).tolist()}, got {np.round(_got, 4).tolist()}"
            assert (_given == _x).all(), "the caller's numbers were changed in place"
for _type in (int, np.float32):
    _x = np.array([-3, 0, 4]).astype(_type)
    assert np.allclose(gauss_logpdf(_x, 1, 3), _norm.logpdf([-3.0, 0.0, 4.0], 1.0, 3.0), rtol=1e-5, atol=1e-5), f"wrong for x of type {_type.__name__} with mu = 1 and sigma = 3"

# %% [markdown]
# ### Idea 2 · How much lies within
#
# Chances are areas. But no antiderivative of $e^{-z^2/2}$ can be written with powers, roots, logarithms and sines, as Liouville showed in the 1830s. So the area itself got a name: $\operatorname{erf}$, the *error function*, rises from −1 to 1. With it the cdf is
#
# $$ F(x) = \frac12\Big(1 + \operatorname{erf}\frac{x - \mu}{\sigma\sqrt 2}\Big). $$
#
# In words: take the z-score, divide by $\sqrt 2$, ask erf, and squeeze its answer from −1 … 1 into 0 … 1. **Before you look**: how high is the bell at one and at three standard deviations, compared to its top?

# %%
z = np.linspace(-4, 4, 401)
bell = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
fig, ax = plt.subplots(figsize=(7.0, 3.2))
for k, color in ((3, GREEN), (2, VERMILLION), (1, BLUE)):
    part = np.abs(z) <= k
    ax.fill_between(z[part], bell[part], color=color, alpha=0.25)
    ax.text(0, 0.3 - 0.08 * k, f"±{k}σ: {erf(k / 2**0.5):.2%}", ha="center")
ax.plot(z, bell, color=INK)
ax.plot([1, 3], [bell[250], bell[350]], "o", color=INK)
ax.set(xlabel="z-score", ylabel="density", ylim=(0, 0.43))
figure(fig, alt=(
    "The bell with the parts within one, two and three standard deviations shaded: "
    "68.27 %, 95.45 % and 99.73 % of the area. At 1 it is 0.24 high, at 3 nearly 0."
))

# %% author=true
assert np.isclose(bell[250] / bell[200], np.exp(-0.5), rtol=1e-9, atol=0) and np.isclose(bell[350] / bell[200], np.exp(-4.5), rtol=1e-9, atol=0)
assert [f"{erf(k / 2**0.5):.2%}" for k in (1, 2, 3)] == ["68.27%", "95.45%", "99.73%"] and round(bell[250], 2) == 0.24
_v = np.linspace(-10, 0.7, 20001)
assert abs(0.5 * (1 + erf(0.7 / 2**0.5)) - np.trapezoid(np.exp(-(_v**2) / 2) / np.sqrt(2 * np.pi), _v)) < 1e-7

# %% [markdown]
# At one standard deviation it still has $e^{-1/2} = 61$ percent of its height, at three $e^{-4.5} = 1.1$ percent. The numbers 68, 95 and 99.7 are worth knowing by heart.
#
# ### Exercise · From a place to a chance
#
# *2 points · about 6 minutes · needs idea 2*
#
# **Before you code.** What is $F(\mu)$? And $F(\mu - \sigma)$, from the 68 percent?
#
# <details><summary>Answer</summary>
#
# ½. Of the 32 percent outside half lie below: 16 percent.
#
# </details>
#
# **Your task.** Write `gauss_cdf(x, mu, sigma)`; `erf` works entry by entry. One line.

# %% exercise="d37-gauss_cdf"
def gauss_cdf(x: np.ndarray, mu: float, sigma: float) -> np.ndarray:
    """The chance that a Gaussian variable is at most x, entry by entry.

    x        any shape, or a number
    mu       mean
    sigma    standard deviation, above 0
    returns  as x, between 0 and 1

    >>> gauss_cdf(np.array([0.0, 1.0]), 0.0, 1.0).round(4).tolist()
    [0.5, 0.8413]
    """
    ### BEGIN SOLUTION
    return 0.5 * (1 + erf((x - mu) / (sigma * np.sqrt(2))))
    ### END SOLUTION


# %% visible="d37-gauss_cdf" points=1
# μ = 100, σ = 15: half lie below 100, 84.13 % below 115, 2.28 % below 70.
got = gauss_cdf(np.array([100.0, 115.0, 70.0]), 100.0, 15.0)

assert got is not None, "gauss_cdf returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    f"Three places, three chances: shape (3,) is expected, got {np.shape(got)}."
)
assert np.isclose(got[0], 0.5, rtol=1e-9, atol=0), (
    f"Half of the bell lies below its mean: 0.5, got {float(got[0]):.4f}. From where "
    f"to "
    f"where does erf rise, and from where to where a cdf?"
)
assert np.isclose(got[1], 0.8413447, rtol=1e-6, atol=0), (
    f"One σ above the mean 0.8413 lie below, got {float(got[1]):.4f}. By what is the "
    f"distance divided before erf is asked?"
)
assert np.isclose(got[2], 0.0227501, rtol=1e-5, atol=0), (
    f"Two σ below the mean 0.0228 lie below, got {float(got[2]):.4f}."
)

# %% hidden="d37-gauss_cdf" points=1
# Hidden checks: means and widths of many sizes, one number and tables, whole numbers
# and float32, judged by a library; your arrays left as they were.
from scipy.stats import norm as _norm

_rng = course_rng("d37-gauss_cdf")
for _shape in ((), (1,), (6,), (2, 3)):
    for _width in (1e-3, 0.7, 30.0):
        _mu = float(_rng.normal(scale=5))
        _x = _mu + _width * _rng.normal(scale=1.5, size=_shape)
        _want, _given = _norm.cdf(_x, _mu, _width), np.copy(_x)
        _got = gauss_cdf(_given, _mu, _width)
        assert np.shape(_got) == _shape, f"numbers of shape {_shape} gave something of shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-10), f"x = {np.round(_x, 4).tolist()}, mu = {_mu:.4f}, sigma = {_width}: expected {np.round(_want, 5).tolist()}, got {np.round(_got, 5).tolist()}"
        assert (_given == _x).all(), "the caller's numbers were changed in place"
for _type in (int, np.float32):
    _x = np.array([-3, 0, 4]).astype(_type)
    assert np.allclose(gauss_cdf(_x, 1, 3), _norm.cdf([-3.0, 0.0, 4.0], 1.0, 3.0), rtol=1e-5, atol=1e-6), f"wrong for x of type {_type.__name__} with mu = 1 and sigma = 3"

# %% [markdown]
# ### Idea 3 · Bells stay bells
#
# Stretched and moved, a bell is a bell. The sum of two independent ones is again a bell: each stands for many small causes, and their sum for all of these together. Mean and variance are known since day 20:
#
# $$ X \sim \mathcal{N}(\mu_1, \sigma_1^2),\; Y \sim \mathcal{N}(\mu_2, \sigma_2^2) \;\;\Rightarrow\;\; aX + bY \sim \mathcal{N}(a\mu_1 + b\mu_2,\; a^2\sigma_1^2 + b^2\sigma_2^2). $$
#
# In words: the means combine with the factors, the variances with their squares (the wave reads "is distributed as"). No other shape with a variance keeps its shape so. With $b = -1$ the variances still add:

# %%
x, y = rng.normal(3, 0.6, 100_000), rng.normal(1, 0.8, 100_000)
gap = x - y
share = (np.abs(gap - 2) < 1).mean()
print("x − y: mean", gap.mean().round(2), " std", gap.std(ddof=0).round(3))
print("within one of those:", share.round(3))

# %% author=true
assert abs(gap.mean() - 2) < 0.02 and abs(gap.std(ddof=0) - 1) < 0.01 and abs(share - 0.6827) < 0.006

# %% [markdown]
# $0.36 + 0.64 = 1$, and 68 percent lie within one standard deviation. The difference of two noisy readings is noisier than either: that is why a small change between two surveys says so little (day 21).
#
# ### Idea 4 · Squared error in disguise
#
# A model predicts $\hat y$, and the truth is $y = \hat y$ plus Gaussian noise of standard deviation $\sigma$. How surprised should it be?
#
# $$ -\log p(y) = \frac{(y - \hat y)^2}{2\sigma^2} + \log\sigma + \frac12\log 2\pi. $$
#
# In words: the squared error, times a factor, plus a constant. **Who minimizes squared errors, acts as if the errors were Gaussian, all with the same $\sigma$.** The upper parabola of the next picture is that surprise; it is the bell on a log axis, upside down.

# %% [markdown]
# ### The answer to the puzzle
#
# $F(-4.51) = 3.3 \cdot 10^{-6}$: one month in 304,000, once in 25,000 years. It took 32. The left picture compares the market's months with the bell; the right one takes $-\log$ of both. **Before you look**: where will the market lie below the parabola, where above?

# %%
bins = np.arange(-4.75, 3.3, 0.5)
counts = np.array([((z_market >= a) & (z_market < a + 0.5)).sum() for a in bins])
middles, seen = bins + 0.25, counts / (len(z_market) * 0.5)
inside = (np.abs(z_market) < 1).mean()
print("within one σ:", inside.round(3), "  beyond three:", (np.abs(z_market) > 3).sum())

# %% [markdown]
# The bars are shares of all months, divided by the width of a bar, half a σ. Beside them the same heights as surprise, minus their logarithm; a bar of height 0 has none.

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(8.8, 3.3))
left.bar(middles, seen, width=0.5, color=BLUE, alpha=0.4)
left.plot(z, bell, color=VERMILLION)
far = np.linspace(-4.8, 3.8, 173)
right.plot(far, far**2 / 2 + 0.92, color=VERMILLION, label="bell")
filled = counts > 0
right.plot(middles[filled], -np.log(seen[filled]), "o", color=BLUE, label="market")
right.set(xlabel="z-score", ylabel="− log of the density", xlim=(-5, 4))
right.legend()
left.set(xlabel="z-score of a month", ylabel="density", xlim=(-5, 4))
figure(fig, alt=(
    "Left, the market's bars are taller than the bell in the middle. Right, on the "
    "scale of surprise the market's dots leave the parabola on the left side: at −4.5 "
    "they are at 5, where the bell is near 11."
))

# %% author=true
if not data.is_stand_in("stocks"):
    assert round(float(inside), 3) == 0.738 and (np.abs(z_market) > 3).sum() == 3
    _chance = 0.5 * (1 + erf(z_market[worst] / 2**0.5))
    assert f"{_chance:.1e}" == "3.3e-06" and round(1 / _chance, -3) == 304_000 and 25_000 < 1 / _chance / 12 < 25_500
    assert abs(-np.log(seen[filled][0]) - 5.27) < 0.02 and 10.5 < 0.5 * 4.5**2 + 0.92 < 11.5

# %% [markdown]
# More months in the middle, 73.8 percent within one σ in place of 68.3, and far more at the edge: three beyond three σ, where 389 bell-shaped months have one. These are **heavy tails**. Means are bells; a single month has a few large causes, not many small ones. Squared error weighs that October like $4.5^2 = 20$ ordinary months.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · The bell that fits best
#
# *2 points · about 6 minutes · needs idea 4*
#
# Which $\mu$ and $\sigma$ make the numbers $x_1 \dots x_N$ least surprising on average? This is **maximum likelihood**. The mean surprise is $\frac{1}{N}\sum_n \frac{(x_n - \mu)^2}{2\sigma^2} + \log\sigma$ and a constant. Its slopes in $\mu$ and in $\sigma$ are 0 at
#
# $$ \mu = \frac1N \sum_n x_n, \qquad \sigma^2 = \frac1N \sum_n (x_n - \mu)^2. $$
#
# In words: the mean, and the mean squared distance from it, divided by $N$.
#
# **Before you code.** The slope in $\sigma$ is $-\text{mse}/\sigma^3 + 1/\sigma$. Where is it 0? And what are $\mu$, $\sigma$ for 1, 1, 4?
#
# <details><summary>Answer</summary>
#
# At $\sigma^2 = \text{mse}$. $\mu = 2$, $\sigma = \sqrt{(1 + 1 + 4)/3} = \sqrt 2$.
#
# </details>
#
# **Your task.** Write `fit_gauss(x)`, the pair $(\mu, \sigma)$. One or two lines.

# %% exercise="d37-fit_gauss"
def fit_gauss(x: np.ndarray) -> tuple[float, float]:
    """Mean and standard deviation of the Gaussian under which x is likeliest.

    x        (N,)  numbers, N at least 1
    returns  (mu, sigma)

    >>> mu, sigma = fit_gauss(np.array([1.0, 1.0, 4.0]))
    >>> float(mu), round(float(sigma), 4)
    (2.0, 1.4142)
    """
    ### BEGIN SOLUTION
    mu = np.mean(x)
    return mu, np.sqrt(np.mean((x - mu) ** 2))
    ### END SOLUTION


# %% visible="d37-fit_gauss" points=1
# 1, 2, 2, 7 have the mean 3 and the squared distances 4, 1, 1, 16: σ² = 22/4.
got = fit_gauss(np.array([1.0, 2.0, 2.0, 7.0]))

assert got is not None, "fit_gauss returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), f"A pair is expected, got the shape {np.shape(got)}."
assert np.isclose(got[0], 3, rtol=1e-9, atol=0), (
    f"The likeliest mean is 3, got {float(got[0]):.4f}. Where is the sum of distances "
    f"0?"
)
assert np.isclose(got[1], np.sqrt(5.5), rtol=1e-9, atol=0), (
    f"Squared distances 4, 1, 1, 16 have the mean 5.5, and σ = 2.3452; got "
    f"{float(got[1]):.4f}. By what is the sum divided, and is a root missing?"
)

# %% hidden="d37-fit_gauss" points=1
# Hidden checks: 1 to 50 numbers, near a million as well, judged in fractions; whole
# numbers, uint8, float32; your array left as it was.
import statistics as _statistics

_rng = course_rng("d37-fit_gauss")
for _n in (1, 2, 3, 9, 50):
    for _shift in (0.0, -40.0, 1e6):
        _x = _shift + _rng.normal(scale=3.0, size=_n)
        _want = (_statistics.fmean(_x.tolist()), _statistics.pstdev(_x.tolist()))
        _given = _x.copy()
        _got = fit_gauss(_given)
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-6), f"x = {_x.round(4).tolist()}: expected ({_want[0]:.5f}, {_want[1]:.5f}), got {_got}"
        assert (_given == _x).all(), "the caller's numbers were changed in place"
for _type in (int, np.uint8, np.float32):
    assert np.allclose(fit_gauss(np.array([200, 250, 150]).astype(_type)), (200, np.sqrt(5000 / 3)), rtol=1e-5, atol=0), f"200, 250 and 150 of type {_type.__name__} have the mean 200 and σ = 40.825"

# %% [markdown]
# ### Exercise · One loss, two names
#
# *3 points · about 9 minutes · needs idea 4*
#
# The **negative log-likelihood**, *NLL* for short, is the mean of $-\log p(y_n)$ with one mean $\hat y_n$ for each example. By idea 4
#
# $$ \text{NLL} = a \cdot \text{MSE} + b, \qquad a = \frac{1}{2\sigma^2}, \qquad b = \log\sigma + \frac12\log 2\pi. $$
#
# In words: a factor times the mean squared error, plus a constant. A model trained on one is trained on the other; only the scale differs.
#
# **Before you code.** $\sigma = 1$ and no errors at all: what is the NLL? Can it be below 0?
#
# <details><summary>Answer</summary>
#
# 0.9189. Yes, with a small $\sigma$: densities may exceed 1, and $-\log$ of that is negative.
#
# </details>
#
# **Your task.** Write `nll_equals_mse(y, yhat, sigma)`; return the four numbers NLL, MSE, $a$, $b$. Four lines.

# %% exercise="d37-nll_equals_mse"
def nll_equals_mse(
    y: np.ndarray, yhat: np.ndarray, sigma: float
) -> tuple[float, float, float, float]:
    """The mean negative log-likelihood under Gaussian noise, as a·mse + b.

    y        (N,)  true values
    yhat     (N,)  predictions, the means of the bells
    sigma    standard deviation of the noise, above 0
    returns  (nll, mse, a, b) with nll = a·mse + b

    >>> out = nll_equals_mse(np.array([1.0, 3.0]), np.array([1.0, 1.0]), 1.0)
    >>> [round(float(v), 4) for v in out]
    [1.9189, 2.0, 0.5, 0.9189]
    """
    ### BEGIN SOLUTION
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b
    ### END SOLUTION


# %% visible="d37-nll_equals_mse" points=1
# Errors 1, −3, 2, 2 and σ = 3: mse 18/4 = 4.5, a = 1/18, b = log 3 + 0.9189 = 2.0176,
# and nll = 0.25 + 2.0176.
truths, guesses = np.array([5.0, 1.0, 2.0, 0.0]), np.array([4.0, 4.0, 0.0, -2.0])
got = nll_equals_mse(truths, guesses, 3.0)
level = np.log(3) + 0.5 * np.log(2 * np.pi)

assert got is not None, (
    "nll_equals_mse returned None. Did you forget the return statement?"
)
assert np.shape(got) == (4,), (
    f"Four numbers are expected, got the shape {np.shape(got)}."
)
assert np.isclose(got[1], 4.5, rtol=1e-9, atol=0), (
    f"Errors 1, −3, 2, 2 have the mean square 4.5, got {float(got[1]):.4f}."
)
assert np.isclose(got[2], 1 / 18, rtol=1e-9, atol=0), (
    f"With σ = 3 the factor is 1/18 = 0.0556, got {float(got[2]):.4f}. What stands "
    f"below "
    f"the squared error in idea 4?"
)
assert np.isclose(got[3], level, rtol=1e-9, atol=0), (
    f"Without errors {level:.4f} is left, got {float(got[3]):.4f}. Which two constants "
    f"are these?"
)
assert np.isclose(got[0], 0.25 + level, rtol=1e-9, atol=0), (
    f"4.5/18 + {level:.4f} = {0.25 + level:.4f}, got {float(got[0]):.4f}. Is it a "
    f"mean, "
    f"and is the sign right?"
)

# %% hidden="d37-nll_equals_mse" points=2
# Hidden checks: 1 to 40 examples, widths of many sizes, judged by the log densities of
# a library; whole numbers; your arrays left as they were.
from scipy.stats import norm as _norm

_rng = course_rng("d37-nll_equals_mse")
for _n in (1, 2, 7, 40):
    for _width in (0.05, 1.0, 8.0):
        _y, _yhat = _rng.normal(scale=2, size=_n), _rng.normal(scale=2, size=_n)
        _level = -float(_norm.logpdf(0, 0, _width))
        _nll = -float(_norm.logpdf(_y, _yhat, _width).mean())
        _mse = sum((_p - _q) ** 2 for _p, _q in zip(_y.tolist(), _yhat.tolist())) / _n
        _want = (_nll, _mse, (_nll - _level) / _mse, _level)
        _given = [_y.copy(), _yhat.copy()]
        _got = nll_equals_mse(*_given, _width)
        assert np.shape(_got) == (4,), f"four numbers are expected, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-6, atol=1e-9), f"y = {_y.round(3).tolist()}, yhat = {_yhat.round(3).tolist()}, sigma = {_width}: expected nll, mse, a, b = {np.round(_want, 5).tolist()}, got {np.round([float(_v) for _v in _got], 5).tolist()}"
        assert (_given[0] == _y).all() and (_given[1] == _yhat).all(), "one of the caller's arrays was changed in place"
_got = nll_equals_mse(np.array([3, 200]), np.array([5, 100]), 2)
assert np.allclose(_got, (625.25 + 1.6120857, 5002, 0.125, 1.6120857), rtol=1e-6, atol=0), f"y = 3, 200 and yhat = 5, 100 as whole numbers, sigma = 2: expected an mse of 5002, got {_got}"

# %% author=true
assert np.isclose(nll_equals_mse(np.array([3, 200], dtype=np.uint8), np.array([5, 100], dtype=np.uint8), 2)[1], 5002)

# %% [markdown]
# ### What heavy tails cost
#
# Squared error makes the mean of numbers their best middle, errors without a square make it the median (day 8). Which of the two is nearer to the truth, 0? We draw 25 numbers again and again, once from a bell and once with every tenth number from a bell five times as wide. **Guess** before you run: which is better where?

# %%
calm = rng.normal(size=(4000, 25))
wild = calm * np.where(rng.random((4000, 25)) < 0.1, 5, 1)
for name, numbers in (("bell", calm), ("heavy tails", wild)):
    means, medians = numbers.mean(axis=1), np.median(numbers, axis=1)
    spread = means.std(ddof=0).round(3), medians.std(ddof=0).round(3)
    print(f"{name:12} typical miss of the mean {spread[0]}, of the median {spread[1]}")

# %% author=true
assert 0.19 < calm.mean(axis=1).std(ddof=0) < 0.21 and 0.235 < np.median(calm, axis=1).std(ddof=0) < 0.26
assert 0.34 < wild.mean(axis=1).std(ddof=0) < 0.40 and 0.25 < np.median(wild, axis=1).std(ddof=0) < 0.30

# %% [markdown]
# For the bell the mean, 0.20 against 0.25: if the assumption is true, squared error gets the most out of the numbers. With heavy tails the median, 0.27 against 0.37: the assumption was false, and it costs more than a third. Losses with softer punishment for large errors are today's answer where data are like that.

# %% [markdown]
# ### In a real model: any shape dissolves into a bell
#
# A **diffusion model** (day 68) learns to undo a walk. In each step of the walk a number is shrunk a little and gets a little noise: $x \leftarrow \sqrt{0.95}\,x + \sqrt{0.05}\,\epsilon$ with $\epsilon \sim \mathcal{N}(0, 1)$. By idea 3 the variance becomes $0.95\,\sigma^2 + 0.05$. **Before you look**: what is left of two sharp humps after 100 steps?

# %%
x = rng.choice([-1.5, 1.0], 40_000) + 0.1 * rng.normal(size=40_000)
fig, panels = plt.subplots(1, 4, figsize=(9.6, 2.6), sharex=True, sharey=True)
for ax, steps in zip(panels, (0, 5, 15, 80), strict=True):
    for _ in range(steps):
        x = np.sqrt(0.95) * x + np.sqrt(0.05) * rng.normal(size=len(x))
    ax.hist(x, bins=np.arange(-4, 4.1, 0.2), density=True, color=BLUE, alpha=0.4)
    ax.plot(z, bell, color=VERMILLION)
    ax.set(title=f"{steps} more steps", xlabel="x", ylim=(0, 0.8))
panels[0].set_ylabel("density")
figure(fig, alt=(
    "Two sharp humps at −1.5 and 1; after 5 steps they are wide, after 20 they "
    "overlap, "
    "after 100 nothing but the standard bell is left."
))

# %% author=true
assert abs(x.mean()) < 0.03 and abs(x.var(ddof=0) - 1) < 0.03

# %% [markdown]
# The bell and nothing else: of the start $0.95^{50} = 8$ percent of each distance remains, the rest is noise. The variance stands still at 1, since $0.95 + 0.05 = 1$. New weights are drawn from a bell as well, with a variance chosen so that sums over many inputs keep theirs (day 41).

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: why is the logarithm of a bell a parabola's business, what does squared error assume, and when would you distrust it? Then compare.
#
# <details><summary>Answer</summary>
#
# The bell is e to the power of minus half a squared z-score, so its logarithm is a parabola. Squared error is, up to a factor and a constant, the surprise under Gaussian noise of one width for all examples. Distrust it where single causes can be large: a few outliers then pull at the fit with the square of their distance.
#
# </details>

# %% [markdown]
# ### Exercise · Two thermometers
#
# *2 points · about 8 minutes · needs the parabola's vertex (day 6) and idea 1*
#
# Two instruments measure one temperature, 20 degrees with variance 4, and 23 degrees with variance 1. What is known if both are believed? Multiply the densities, and logarithms add: two parabolas, with the bends $1/v_1$ and $1/v_2$, make one. So the product is again a bell, up to a factor:
#
# $$ \frac1v = \frac1{v_1} + \frac1{v_2}, \qquad m = v\,\Big(\frac{m_1}{v_1} + \frac{m_2}{v_2}\Big). $$
#
# In words: the **precisions**, one over the variances, add up, and each mean counts by its precision. (Day 22 used the word for something else.)
#
# **Before you code.** Where does the joint bell of the two thermometers stand, and how wide is it?
#
# <details><summary>Answer</summary>
#
# Precisions ¼ and 1 make 5/4: $v = 0.8$, and $m = 0.8 \cdot (5 + 23) = 22.4$. Nearer to the better one, and narrower than both.
#
# </details>
#
# **Your task.** Write `product_of_gauss(m1, v1, m2, v2)`, the pair $(m, v)$. Two or three lines.

# %% exercise="d37-product_of_gauss"
def product_of_gauss(
    m1: float, v1: float, m2: float, v2: float
) -> tuple[float, float]:
    """Mean and variance of the normalized product of two Gaussian densities.

    m1, v1   mean and variance of the first, v1 above 0
    m2, v2   mean and variance of the second, v2 above 0
    returns  (mean, variance) of the product

    >>> m, v = product_of_gauss(20.0, 4.0, 23.0, 1.0)
    >>> round(m, 4), round(v, 4)
    (22.4, 0.8)
    """
    ### BEGIN SOLUTION
    v = 1 / (1 / v1 + 1 / v2)
    return v * (m1 / v1 + m2 / v2), v
    ### END SOLUTION


# %% visible="d37-product_of_gauss" points=1
# 10 with variance 3 and 2 with variance 1: precisions 1/3 and 1, together 4/3. Two
# equal ones halve the variance.
got = product_of_gauss(10.0, 3.0, 2.0, 1.0)
got_equal = product_of_gauss(5.0, 2.0, 5.0, 2.0)

assert got is not None, (
    "product_of_gauss returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), f"A pair is expected, got the shape {np.shape(got)}."
assert np.isclose(got[1], 0.75, rtol=1e-9, atol=0), (
    f"The precisions 1/3 and 1 add up to 4/3, so the variance is 0.75; got "
    f"{float(got[1]):.4f}. Is what you know after two measurements wider than after "
    f"one?"
)
assert np.isclose(got[0], 4, rtol=1e-9, atol=0), (
    f"0.75 · (10/3 + 2) = 4, got {float(got[0]):.4f}. Which of the two should pull "
    f"harder?"
)
assert np.allclose(got_equal, (5, 1), rtol=1e-9, atol=0), (
    f"Twice the same measurement, 5 with variance 2: (5, 1) is expected, got "
    f"{got_equal}."
)

# %% hidden="d37-product_of_gauss" points=1
# Hidden checks: means and variances of many sizes, judged by multiplying the densities
# on a fine grid; a nearly exact instrument, whole numbers, both orders.
_rng = course_rng("d37-product_of_gauss")
for _ in range(20):
    _m1, _m2 = (float(_v) for _v in _rng.normal(scale=2, size=2))
    _v1, _v2 = (float(_v) for _v in 10.0 ** _rng.uniform(-1, 1, size=2))
    _grid = np.linspace(min(_m1, _m2) - 12, max(_m1, _m2) + 12, 20001)
    _log = -0.5 * (_grid - _m1) ** 2 / _v1 - 0.5 * (_grid - _m2) ** 2 / _v2
    _p = np.exp(_log - _log.max())
    _mean = float((_p * _grid).sum() / _p.sum())
    _want = (_mean, float((_p * (_grid - _mean) ** 2).sum() / _p.sum()))
    for _four in ((_m1, _v1, _m2, _v2), (_m2, _v2, _m1, _v1)):
        _got = product_of_gauss(*_four)
        assert np.allclose(_got, _want, rtol=1e-5, atol=1e-6), f"m1, v1, m2, v2 = {np.round(_four, 4).tolist()}: expected mean {_want[0]:.5f} and variance {_want[1]:.5f}, got {_got}"
assert np.allclose(product_of_gauss(7.0, 1e-9, -3.0, 2.0), (7, 1e-9), rtol=1e-6, atol=0), "an instrument with the variance 1e-9 should decide nearly alone"
assert np.allclose(product_of_gauss(1, 4, 6, 1), (5, 0.8), rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# The first thermometer shows 0 ± 1 in each panel, the second something else; the dashed bell is the product. **Before you look**: when is it close to the first, and can it ever be wider than the second?

# %%
def draw_product(ax, m2, s2):
    t = np.linspace(-4, 6, 401)
    m, v = product_of_gauss(0.0, 1.0, m2, s2**2)
    for mean, s, look in ((0, 1, ":"), (m2, s2, "-."), (m, v**0.5, "--")):
        height = np.exp(-(((t - mean) / s) ** 2) / 2) / (s * np.sqrt(2 * np.pi))
        ax.plot(t, height, look, color=INK if look == "--" else BLUE)
    ax.set(xlabel="temperature", title=f"second: {m2:g} ± {s2:g}", ylim=(0, 1.2))


fig, panels = plt.subplots(1, 3, figsize=(9.2, 2.7), sharey=True)
for ax, (m2, s2) in zip(panels, ((2, 1), (2, 0.5), (2, 2)), strict=True):
    draw_product(ax, m2, s2)
panels[0].set_ylabel("density")
figure(fig, alt=(
    "Three pairs of bells with a dashed product between them: halfway for equal "
    "widths, near the second if that is narrow, near the first if the second is wide; "
    "always narrower than both."
))


# %% [markdown]
# The same with your own numbers. Set the width to 3 first, so that the second thermometer is nearly worthless, and then to 0.4; each time move its mean, and watch how far the dashed bell follows.

# %%
def draw(m2, s2):
    fig, ax = plt.subplots(figsize=(5.6, 3.0))
    draw_product(ax, m2, s2)
    ax.set_ylabel("density")
    return fig


slider(draw, alt=(
    "The dashed product lies between the two bells and is narrower than both."
), m2=(-2, 4, 0.5, 2), s2=(0.4, 3, 0.2, 1))

# %% author=true
assert np.allclose(product_of_gauss(0, 1, 2, 0.25), (1.6, 0.2), rtol=1e-9, atol=0)

# %% [markdown]
# Close to the first if the second is wide. It is never wider: a precision that is added cannot take one away. This is Bayes' rule for bells: a prior, a measurement, a posterior.
#
# ### Break it: a width that is a variance
#
# A colleague wants noise with the *variance* 4 and writes `rng.normal(0, 4, …)`. **Predict** the variance that comes out, and the share within 2. Then change `width = 4` to `width = 2`.

# %%
width = 4
noise = np.random.default_rng(37).normal(0, width, 100_000)
print("variance:", noise.var(ddof=0).round(2), " within 2:", (abs(noise) < 2).mean())

# %% author=true
assert abs(noise.var(ddof=0) - 16) < 0.3 and abs((abs(noise) < 2).mean() - 0.383) < 0.01
# edit: "width = 4" -> "width = 2"
# then: abs(noise.var(ddof=0) - 4) < 0.1 and abs((abs(noise) < 2).mean() - 0.6827) < 0.01

# %% [markdown]
# <details><summary>Answer</summary>
#
# 16, and 38 percent within 2 in place of 68: numpy takes the standard deviation. $\mathcal{N}(\mu, \sigma^2)$ on paper names the variance, programs mostly name $\sigma$; check which, each time.
#
# </details>

# %% [markdown]
# ### Think about it
#
# Which of these would you call bell-shaped, and why: the heights of women of one country, the incomes of a city, the error of a weather forecast for tomorrow, the number of views of a video, the mean mark of a school class? Look for the causes: many small ones that add, or something else?
#
# <details><summary>Answer</summary>
#
# Heights and class means: many small causes are added. The forecast's error mostly, with a tail on stormy days. Incomes and views are not: their causes *multiply* (who has, gets more), so it is their logarithm that may be bell-shaped. That is why day 4 put prices on a log axis, and why the market is measured in log returns.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. The bell is e to the power of minus half a squared z-score, over $\sigma\sqrt{2\pi}$.
# 2. Within one, two, three σ lie 68, 95 and 99.7 percent; the cdf is erf, moved and squeezed.
# 3. Sums of independent bells are bells: means combine with the factors, variances with their squares.
# 4. Squared error is Gaussian surprise, up to a factor and a constant; heavy tails make it dear.
# 5. Two bells multiplied: precisions add, and each mean counts by its own.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\mathcal{N}(\mu, \sigma^2)$ | the normal distribution with mean mu and variance sigma squared | `gauss_logpdf(x, mu, sigma)` |
# | $X \sim \dots$ | X is distributed as | – |
# | $\operatorname{erf}$ | the error function: the area of a bell around 0 | `erf(x)` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Why π is in the normal distribution](https://www.3blue1brown.com/lessons/gaussian-integral) (25 minutes), with yesterday's darts in another dress. Tomorrow the bell gets more dimensions, and its width becomes a matrix.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Where does $\sqrt{2\pi}$ come from? Square the area $A$ of $e^{-z^2/2}$: it is the volume below the hill $e^{-x^2/2}\,e^{-y^2/2} = e^{-r^2/2}$ over the plane, since heights multiply. Now cut the hill into rings, as yesterday's dart board: a ring at $r$ is $2\pi r$ long. So $A^2 = \int_0^\infty 2\pi r\,e^{-r^2/2}\,dr$, and here an antiderivative exists, $-2\pi e^{-r^2/2}$, which gains $2\pi$.

# %%
r = np.linspace(0, 12, 5001)
rings = np.trapezoid(2 * np.pi * r * np.exp(-(r**2) / 2), r)
print("volume by rings:", rings.round(5), "  2π:", round(2 * np.pi, 5))

# %% author=true
assert abs(rings - 2 * np.pi) < 1e-4

# %% [markdown]
# The circle was hidden in the square. There remains one exercise, on sums of bells; you know its rule from the warm-up of day 27, there with a covariance.
#
# ### Exercise · A weighted sum of two bells
#
# *optional · about 6 minutes · needs idea 3*
#
# **Before you code.** $X \sim \mathcal{N}(1, 4)$ and $Y \sim \mathcal{N}(5, 9)$, independent. What are mean and variance of $2X - Y$?
#
# <details><summary>Answer</summary>
#
# $2 - 5 = -3$, and $4 \cdot 4 + 1 \cdot 9 = 25$.
#
# </details>
#
# **Your task.** Write `gauss_affine_sum(m1, v1, m2, v2, a, b)`, the pair of mean and variance of $aX + bY$. One line.

# %% exercise="d37-gauss_affine_sum"
def gauss_affine_sum(
    m1: float, v1: float, m2: float, v2: float, a: float, b: float
) -> tuple[float, float]:
    """Mean and variance of a·X + b·Y for independent X and Y.

    m1, v1   mean and variance of X
    m2, v2   mean and variance of Y
    a, b     the factors
    returns  (mean, variance)

    >>> gauss_affine_sum(1.0, 4.0, 5.0, 9.0, 2.0, -1.0)
    (-3.0, 25.0)
    """
    ### BEGIN SOLUTION
    return a * m1 + b * m2, a**2 * v1 + b**2 * v2
    ### END SOLUTION


# %% visible="d37-gauss_affine_sum" points=0
# 3X − 2Y for means 2 and 1, variances 1 and 4: mean 6 − 2, variance 9 · 1 + 4 · 4.
got = gauss_affine_sum(2.0, 1.0, 1.0, 4.0, 3.0, -2.0)

assert got is not None, (
    "gauss_affine_sum returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), f"A pair is expected, got the shape {np.shape(got)}."
assert np.isclose(got[0], 4, rtol=1e-9, atol=0), (
    f"3 · 2 − 2 · 1 = 4 is the mean, got {float(got[0]):.4f}."
)
assert np.isclose(got[1], 25, rtol=1e-9, atol=0), (
    f"9 · 1 + 4 · 4 = 25 is the variance, got {float(got[1]):.4f}. How does a factor "
    f"come out of a variance, and can noise cancel noise?"
)

# %% hidden="d37-gauss_affine_sum" points=0
# Hidden checks: many means, variances and factors, judged by summing over two variables
# with three values each; whole numbers, a factor of 0.
_rng = course_rng("d37-gauss_affine_sum")
for _ in range(20):
    _m1, _m2, _a, _b = (float(_v) for _v in _rng.normal(scale=3, size=4))
    _v1, _v2 = (float(_v) for _v in _rng.uniform(0, 5, size=2))
    _sums = np.array([_a * (_m1 + _s * np.sqrt(_v1)) + _b * (_m2 + _t * np.sqrt(_v2)) for _s in (-1, 1) for _t in (-1, 1)])
    _want = (_sums.mean(), _sums.var(ddof=0))
    _got = gauss_affine_sum(_m1, _v1, _m2, _v2, _a, _b)
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"m1, v1, m2, v2, a, b = {np.round([_m1, _v1, _m2, _v2, _a, _b], 3).tolist()}: expected mean {_want[0]:.5f} and variance {_want[1]:.5f}, got {_got}"
assert np.allclose(gauss_affine_sum(1, 2, 3, 4, 0, -1), (-3, 4), rtol=1e-9, atol=1e-12), "wrong for a = 0, b = −1 with means 1, 3 and variances 2, 4"
