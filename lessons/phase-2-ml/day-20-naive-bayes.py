# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Numbers that chance decides: random variables and naive Bayes
#
# **Question of the day.** A worn printer gets a third of its dots wrong. How can twelve unreliable dots together say which letter was meant?
#
# *After today you can* say what a number that depends on chance comes to on average, and how far it strays;
# add such numbers, and know when their variances add;
# build a classifier that learns by counting, and try it on 949 color names.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Paper first, notebooks closed. Write your answer, then unfold ours. A wrong answer of your own is worth a line in your notes.
#
# **Yesterday (day 19).** One ticket in ten is forged. A lamp lights up for 90 percent of the forged tickets, and for 20 percent of the good ones. It lights up. How probable is a forgery?
#
# <details><summary>Answer</summary>
#
# Of 100 tickets 10 are forged, and 9 of these light the lamp; of the 90 good ones 18 do. So $9 / (9 + 18) = 1/3$. Prior times likelihood, divided by the sum of both products.
#
# </details>

# %% [markdown]
# **A week ago (day 13).** The arrow $(1, 0)$ is turned by 90 degrees, against the clock, three times. Where does it point? By which angle, written in radians between $-\pi$ and $\pi$, has it turned?
#
# <details><summary>Answer</summary>
#
# To $(0, -1)$. It has turned by $3\pi/2$, which is the same direction as $-\pi/2$: a whole turn, $2\pi$, changes nothing.
#
# </details>
#
# **Before that (day 6).** Where is the parabola $p(1 - p)$ highest, how high is it there, and where is it 0?
#
# <details><summary>Answer</summary>
#
# Highest at $p = 1/2$, halfway between its roots 0 and 1, with height $1/4$. Keep these numbers: in idea 3 they say which coin is hardest to predict.
#
# </details>

# %% author=true
import numpy as np

assert np.isclose(0.1 * 0.9 / (0.1 * 0.9 + 0.9 * 0.2), 1 / 3)
_turn = np.array([[0, -1], [1, 0]])
assert (_turn @ _turn @ _turn @ np.array([1, 0])).tolist() == [0, -1]

# %% [markdown]
# Now a warm-up that is graded. First the tools of the day: numpy and matplotlib for numbers and drawings, and from the course's own package the real color names, figures, and a made-up printer whose habits are known.

# %%
import math

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, INK, VERMILLION
from log2attn.learn.worlds import pixel_pair

# %% [markdown]
# ### Exercise · Where the clock hand stands
#
# *1 point · about 6 minutes · needs turns and radians (day 13)*
#
# Many models tell the place of a word by a hand that turns by the same angle at each position. After many positions only the direction is left: whole turns do not show.
#
# **Before you code.** A hand turns by $3\pi/4$ at each step. What angle has it after two steps, written between $-\pi$ and $\pi$?
#
# <details><summary>Answer</summary>
#
# $3\pi/2$ is more than half a turn. Less one whole turn it is $-\pi/2$.
#
# </details>
#
# **Your task.** Write `review_20(k, theta)`, the angle after $k$ turns by `theta`, more than $-\pi$ and at most $\pi$. Two or three lines are enough; `a % (2 * np.pi)` takes whole turns away and leaves an angle from 0 up to $2\pi$, also of a negative `a`.

# %% exercise="d20-review"
def review_20(k: int, theta: float) -> float:
    """The angle after k turns by theta, in radians.

    k        how many turns, a whole number >= 0
    theta    the angle of one turn, of either sign
    returns  the angle of the direction reached, more than -pi and at most pi

    >>> float(round(review_20(3, np.pi / 2), 4))
    -1.5708
    """
    ### BEGIN SOLUTION
    angle = (k * theta) % (2 * np.pi)
    return angle - 2 * np.pi if angle > np.pi else angle
    ### END SOLUTION


# %% visible="d20-review" points=0
# Two steps of 3π/4, half a turn, a small turn, and a turn to the right.
got = [review_20(2, 3 * np.pi / 4), review_20(1, np.pi), review_20(1, 0.5)]
got += [review_20(3, -np.pi / 2)]

assert all(g is not None for g in got), (
    "review_20 returned None. Did you forget a return statement?"
)
assert np.isclose(got[0], -np.pi / 2, rtol=1e-9), (
    f"Two turns by 3π/4 end at −π/2 = −1.5708, got {got[0]:.4f}. What has to go when "
    f"an angle is more than half a turn?"
)
assert np.isclose(got[1], np.pi, rtol=1e-9), (
    f"Half a turn is π = 3.1416 and may stay, got {got[1]:.4f}."
)
assert np.isclose(got[2], 0.5, rtol=1e-9), (
    f"One small turn by 0.5 stays 0.5, got {got[2]:.4f}."
)
assert np.isclose(got[3], np.pi / 2, rtol=1e-9), (
    f"Three quarter turns to the right point where one quarter turn to the left does, "
    f"at π/2 = 1.5708; got {got[3]:.4f}."
)

# %% hidden="d20-review" points=1
# Hidden checks: no turn at all, thousands of turns, turns of both directions and of
# more than a whole turn.
import cmath as _cmath

_rng = course_rng("d20-review")
for _top in (3.1, 20.0):
    for _ in range(20):
        _k, _theta = int(_rng.integers(0, 5000)), float(_rng.uniform(-_top, _top))
        _want = _cmath.phase(_cmath.exp(1j * _k * _theta))
        if abs(_want) > 3.14159:
            continue
        _got = review_20(_k, _theta)
        assert -np.pi < _got <= np.pi, f"after {_k} turns by {_theta:.4f} you return {_got:.4f}, which is not more than −π and at most π"
        assert np.isclose(_got, _want, rtol=0, atol=1e-7), f"after {_k} turns by {_theta:.4f}: expected {_want:.4f}, got {_got:.4f}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A worn printer
#
# A ticket machine prints an L or a 7 with 3 × 4 dots, and its head is worn. A dot that should be black often stays white; one that should stay white often gets a blot; each on its own.
#
# Left and middle: the probability that each dot comes out black when an L is meant, and when a 7 is meant. Right: one ticket. Six tickets in ten carry an L. Which letter was meant here, and how sure are you? **Guess**, and decide as well: would it help to count the black dots?

# %%
p_L, p_7, share_7 = pixel_pair()
ticket = np.array([1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1])
fig, panels = plt.subplots(1, 3, figsize=(8.4, 2.5))
shown = {"an L is meant": p_L, "a 7 is meant": p_7, "one ticket": ticket}
for ax, (title, dots) in zip(panels, shown.items()):
    ax.imshow(1 - 0.5 * dots.reshape(3, 4, 1) * np.ones(3))  # the same for three lamps
    for place, value in enumerate(dots.tolist()):
        ax.text(place % 4, place // 4, value, ha="center", va="center")
    ax.set(title=title, xticks=[], yticks=[])
figure(fig, alt=(
    "Left, an L: 0.7 down the left column, 0.6 along the bottom row, 0.3 elsewhere. "
    "Middle, a 7: 0.6 along the top row, 0.7 down the right column, 0.3 elsewhere. "
    "Right, a ticket with seven black dots, some of each letter."
))

# %% [markdown]
# (`reshape` lays twelve numbers out in three rows of four.) Nobody can know more about this machine than the two maps on the left say. We turn them into an answer, beginning with the count.
#
# ### Idea 1 · A number that chance decides
#
# Take two dots of an L, black with probability 0.7 and 0.6, independently of each other. How many of them come out black? None with probability $0.3 \cdot 0.4 = 0.12$, both with $0.7 \cdot 0.6 = 0.42$, and one in all other cases, 0.46.
#
# The drawing hangs these probabilities as weights on a plank. At which point does the plank balance?

# %%
values, p = np.array([0, 1, 2]), np.array([0.12, 0.46, 0.42])
fig, ax = plt.subplots(figsize=(5.6, 2.6))
ax.bar(values, p, width=0.3, color=BLUE)
ax.plot([1.3], [-0.04], "^", color=VERMILLION, markersize=12)
ax.text(1.38, -0.07, "1.3", color=VERMILLION)
ax.axhline(0, color=INK, linestyle="-")
ax.set(xlabel="number of black dots", ylabel="probability", ylim=(-0.1, 0.5))
ax.set_xticks([0, 1, 2])
figure(fig, alt=(
    "Bars 0.12, 0.46 and 0.42 high at 0, 1 and 2 black dots; the plank balances at "
    "1.3, between 1 and 2."
))

# %% author=true
assert np.allclose(p, [0.3 * 0.4, 0.7 * 0.4 + 0.3 * 0.6, 0.7 * 0.6]) and np.isclose(p @ values, 1.3) and np.isclose(p @ values**2, 2.14)

# %% [markdown]
# A number that depends on chance is called a **random variable**, with a capital letter, $X$. Its values get small ones, and $p(x) = P(X = x)$ is the probability of the value $x$; all of these together are the **distribution** of $X$. The balance point is its **expected value**,
#
# $$ \mathbb{E}[X] = \sum_x p(x)\, x , \qquad \mathbb{E}[f(X)] = \sum_x p(x)\, f(x) . $$
#
# In words: multiply each value, or what $f$ makes of it, by its probability, and add. Here $0.46 + 2 \cdot 0.42 = 1.3$.

# %%
rng = np.random.default_rng(20)
black = (rng.random((100_000, 2)) < [0.7, 0.6]).sum(axis=1)
print("mean of the count:", black.mean(), "  of its square:", (black**2).mean())

# %% author=true
assert abs(black.mean() - 1.3) < 0.01 and abs((black**2).mean() - 2.14) < 0.02

# %% [markdown]
# (`rng.random` draws numbers evenly from 0 to 1; a share of 0.7 of them lies below 0.7.) No ticket has 1.3 black dots, but many tickets have 1.3 on average.
#
# The mean square is 2.14, as the formula says for $f(x) = x^2$: $0.46 + 4 \cdot 0.42$. It is *not* $1.3^2 = 1.69$. What happens on average is not what happens to the average.

# %% [markdown]
# ### Exercise · What a game of chance is worth
#
# *2 points · about 7 minutes · needs probabilities (day 18) and the expected value (idea 1)*
#
# The mean loss of a model, the reward a chatbot is trained for, the worth of a lottery ticket: each is the expected value of some $f(X)$,
#
# $$ \mathbb{E}[f(X)] = \sum_x p(x)\, f(x) , $$
#
# the payoff of every value, weighted by its probability.
#
# **Before you code.** $X$ is 0, 1 or 4 with probability 0.5, 0.3 and 0.2. You are paid what $X$ exceeds 1, or nothing. What is the game worth? What would $f(\mathbb{E}[X])$ say?
#
# <details><summary>Answer</summary>
#
# Only the 4 pays, 3: $0.2 \cdot 3 = 0.6$. As $\mathbb{E}[X] = 1.1$, the other order would say 0.1.
#
# </details>
#
# **Your task.** Write `expect(p, f, xs)`. Note that `f` takes *one* value and gives one number. One or two lines are enough.

# %% exercise="d20-expect"
from collections.abc import Callable


def expect(p: np.ndarray, f: Callable, xs: np.ndarray) -> float:
    """The expected value of f(X).

    p        (n,)  the probability of each value, together 1
    f        a function of one value, which gives one number
    xs       (n,)  the values of X, in the order of p
    returns  the expected value of f(X), one number

    >>> float(expect(np.array([0.5, 0.5]), lambda x: x**2, np.array([2.0, 4.0])))
    10.0
    """
    ### BEGIN SOLUTION
    return sum(chance * f(x) for chance, x in zip(p, xs))
    ### END SOLUTION


# %% visible="d20-expect" points=1
# The values 0, 1, 4 with 0.5, 0.3, 0.2: as they are, squared, and what exceeds 1.
chances, outcomes = np.array([0.5, 0.3, 0.2]), np.array([0.0, 1.0, 4.0])
got = expect(chances, lambda x: x, outcomes)
got_square = expect(chances, lambda x: x**2, outcomes)
got_excess = expect(chances, lambda x: max(x - 1, 0), outcomes)

assert got is not None, "expect returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}. What remains to "
    f"be done with the products?"
)
assert np.isclose(got, 1.1, rtol=1e-9), (
    f"0.3 · 1 + 0.2 · 4 = 1.1, got {got:.4f}. Does each value meet its own probability?"
)
assert np.isclose(got_square, 3.5, rtol=1e-9), (
    f"For the square 0.3 · 1 + 0.2 · 16 = 3.5, got {got_square:.4f}. What comes first, "
    f"the payoff or the average?"
)
assert np.isclose(got_excess, 0.6, rtol=1e-9), (
    f"Only the 4 exceeds 1, by 3: 0.2 · 3 = 0.6, got {got_excess:.4f}."
)

# %% hidden="d20-expect" points=1
# Hidden checks: 1 to 12 values, payoffs of many kinds, values that never happen, values
# in any order, whole numbers; your arrays left as they were.
from fractions import Fraction as _Fraction

_rng = course_rng("d20-expect")
_payoffs = {
    "x": lambda x: x,
    "x²": lambda x: x * x,
    "|x − 2|": lambda x: abs(x - 2),
    "what exceeds 3, else 0": lambda x: x - 3 if x > 3 else 0,
    "1 if x is −1 or more, else 0": lambda x: 1 if x >= -1 else 0,
    "½ if x is below 1, else −1": lambda x: 0.5 if x < 1 else -1,
    "7": lambda x: 7,
}
for _round in range(24):
    _n = int(_rng.integers(1, 13)) if _round else 1
    _counts = _rng.integers(0, 9, size=_n)
    _counts[int(_rng.integers(0, _n))] += 2
    _xs = _rng.permutation(np.arange(-20, 21))[:_n] * (1 if _round % 3 == 0 else 0.25)
    _p, _total = _counts / _counts.sum(), int(_counts.sum())
    for _name, _f in _payoffs.items():
        _want = float(sum(_Fraction(int(_c), _total) * _Fraction(_f(float(_x))) for _c, _x in zip(_counts, _xs)))
        _given_p, _given_xs = _p.copy(), _xs.copy()
        _got = expect(_given_p, _f, _given_xs)
        assert np.isclose(_got, _want, rtol=1e-9, atol=1e-12), f"p = {_p.round(4)}, xs = {_xs}, payoff {_name}: expected {_want:.6g}, got {_got}"
        assert (_given_p == _p).all() and (_given_xs == _xs).all(), "one of the caller's arrays was changed in place"

# %% [markdown]
# ### Idea 2 · Expectations add
#
# For two dots the expected count was 1.3, and 1.3 is $0.7 + 0.6$. No accident. Give every dot its own variable, 1 if it is black and 0 if not. Its expected value is its probability, and the count is the sum of such variables. To average a sum, one may average first and add afterward:
#
# $$ \mathbb{E}[X + Y] = \mathbb{E}[X] + \mathbb{E}[Y], \qquad \mathbb{E}[aX + b] = a\,\mathbb{E}[X] + b . $$
#
# In words: the expected value of a sum is the sum of the expected values, and scaling and shifting go through. Nothing was said about independence: the dots may hang together as they like.

# %% [markdown]
# So what is the expected count for an L, and for a 7? **Add up the two maps.** The whole distribution is built dot by dot: with one dot more, $k$ black ones come about in two ways. There were $k$ and the new dot stays white, or $k - 1$ and it turns black. (`np.append` makes a longer array.)

# %%
def count_table(ps):
    """The probabilities of 0, 1, 2, … black dots among independent dots."""
    table = np.array([1.0])
    for p in ps:
        stays, grows = np.append(table, 0.0), np.append(0.0, table)
        table = (1 - p) * stays + p * grows
    return table


print(count_table([0.7, 0.6]))

# %% [markdown]
# These are the three bars from above. Now all twelve dots of an L, and of a 7. **Guess** before you look: in what will the two pictures differ, and where will the tallest bar stand?

# %%
counts = np.arange(13)
fig, axes = plt.subplots(1, 2, figsize=(8.4, 2.6), sharey=True)
for ax, dots, letter in ((axes[0], p_L, "an L"), (axes[1], p_7, "a 7")):
    ax.bar(counts, count_table(dots), color=BLUE)
    ax.axvline(dots.sum(), color=VERMILLION, linestyle="--")
    ax.set(title=f"{letter}: {dots.sum():.1f} expected", xlabel="number of black dots")
axes[0].set_ylabel("probability")
figure(fig, alt=(
    "Two equal hills: the number of black dots of an L and of a 7 has the same "
    "distribution, bar for bar, around 5.7."
))

# %% author=true
assert np.allclose(count_table(p_L), count_table(p_7), rtol=1e-12) and np.isclose(p_L.sum(), 5.7) and np.isclose(p_7.sum(), 5.7)
assert np.isclose(counts @ count_table(p_L), 5.7) and np.allclose(count_table([0.7, 0.6]), [0.12, 0.46, 0.42])
_xy = np.array([[0.1, 0.2], [0.4, 0.3]])
assert np.isclose(sum(_xy[i, j] * (3 * i - 2 * j + 1) for i in (0, 1) for j in (0, 1)), 3 * _xy[1].sum() - 2 * _xy[:, 1].sum() + 1)

# %% [markdown]
# Both hills are the same, bar for bar. The two maps hold the same twelve probabilities in other places, so counting says *nothing*: all that distinguishes the letters is *where* the dots lie. Before we use that, how wide is such a hill?

# %% [markdown]
# ### Idea 3 · How far from the expected value?
#
# As on day 8, square the distances from the middle, so that no sign cancels, and average, now with probabilities. With $\mu = \mathbb{E}[X]$ (mu),
#
# $$ \operatorname{Var}(X) = \mathbb{E}[(X - \mu)^2] = \sum_x p(x)\,(x - \mu)^2, \qquad \sigma = \sqrt{\operatorname{Var}(X)} . $$
#
# In words: the **variance** is the expected squared distance from the expected value; its root $\sigma$ (sigma) is the **standard deviation**.
#
# A single dot is 1 with probability $p$ and 0 otherwise; such a variable is named after Jacob Bernoulli (1713). It has $\mu = p$ and variance $p(1-p)^2 + (1-p)\,p^2 = p(1-p)$: the parabola of part 1. Largest for $p = 1/2$, zero for a dot that is sure.

# %% [markdown]
# And a sum? Write $U = X - \mathbb{E}[X]$ and $V = Y - \mathbb{E}[Y]$. The sum lies $U + V$ from its middle, with square $U^2 + 2UV + V^2$. Take expected values, which add:
#
# $$ \operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y) + 2 \operatorname{cov}(X, Y), \qquad \operatorname{Var}(aX + b) = a^2 \operatorname{Var}(X) . $$
#
# In words: variances add, plus twice the covariance $\mathbb{E}[UV]$ (day 9); a factor comes out squared, and a shift does not matter. If $X$ and $Y$ are independent, $\mathbb{E}[UV] = \mathbb{E}[U] \cdot \mathbb{E}[V] = 0 \cdot 0$. **For independent variables the variances add**; the standard deviations do not. **Compute** the variance of the count of an L: nine dots have $0.3 \cdot 0.7$.

# %%
table = count_table(p_L)
mu = table @ counts
print("from the table:", (table @ (counts - mu) ** 2).round(6))
print("dots added up: ", (p_L * (1 - p_L)).sum().round(6))

# %% author=true
assert np.isclose(table @ (counts - mu) ** 2, 2.61) and round(2.61**0.5, 2) == 1.62
assert np.isclose(sum(q * (3 * v + 5 - (3 * 1.3 + 5)) ** 2 for q, v in zip(p, values)), 9 * (0.7 * 0.3 + 0.6 * 0.4)) and len(p) == 3
_x, _y = np.array([1.0, 4.0, 4.0, 7.0]), np.array([2.0, 0.0, 3.0, 9.0])
assert np.isclose((_x + _y).var(ddof=0), _x.var(ddof=0) + _y.var(ddof=0) + 2 * np.cov(_x, _y, ddof=0)[0, 1])

# %% [markdown]
# Both ways give $9 \cdot 0.21 + 3 \cdot 0.24 = 2.61$, so $\sigma \approx 1.62$: most tickets have within two dots of 5.7. Twelve spreads of about 0.47 each do not add up to 5.6, since dots too many and dots too few partly cancel.

# %% [markdown]
# ### Exercise · Variance and standard deviation
#
# *2 points · about 7 minutes · needs the variance (idea 3)*
#
# How far does a score stray from what was expected? Every error bar from tomorrow on begins with these two numbers.
#
# $$ \operatorname{Var}(X) = \sum_x p(x)\,(x - \mu)^2, \qquad \sigma = \sqrt{\operatorname{Var}(X)}, $$
#
# the weighted mean of the squared distances from $\mu = \mathbb{E}[X]$, and its root.
#
# **Before you code.** $X$ is 0 with probability 0.9 and 10 with probability 0.1. What are $\mu$, the variance and $\sigma$?
#
# <details><summary>Answer</summary>
#
# $\mu = 1$; the variance is $0.9 \cdot 1 + 0.1 \cdot 81 = 9$, so $\sigma = 3$.
#
# </details>
#
# **Your task.** Write `var_rv(p, xs)`, which returns the variance and then the standard deviation. Values near a billion should not spoil the digits (day 8). Two or three lines are enough.

# %% exercise="d20-var_rv"
def var_rv(p: np.ndarray, xs: np.ndarray) -> tuple[float, float]:
    """Variance and standard deviation of a random variable.

    p        (n,)  the probability of each value, together 1
    xs       (n,)  the values, in the order of p
    returns  (variance, standard deviation)

    >>> tuple(float(v) for v in var_rv(np.array([0.5, 0.5]), np.array([3.0, 7.0])))
    (4.0, 2.0)
    """
    ### BEGIN SOLUTION
    mu = (p * xs).sum()
    variance = (p * (xs - mu) ** 2).sum()
    return variance, np.sqrt(variance)
    ### END SOLUTION


# %% visible="d20-var_rv" points=1
# 0 with probability 0.9, 10 with probability 0.1: the mean is 1, the distances are 1
# and 9.
got = var_rv(np.array([0.9, 0.1]), np.array([0.0, 10.0]))

assert got is not None, "var_rv returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"Two numbers are expected, variance and standard deviation; got {got}."
)
assert np.isclose(got[0], 9, rtol=1e-9), (
    f"0.9 · 1 + 0.1 · 81 = 9, got {got[0]:.4f}. Around which center do you measure, "
    f"and how much does each squared distance count?"
)
assert np.isclose(got[1], 3, rtol=1e-9), (
    f"The standard deviation is the root of 9, got {got[1]:.4f}."
)

# %% hidden="d20-var_rv" points=1
# Hidden checks: 1 to 12 values, values that never happen, values near a billion, whole
# numbers; your arrays left as they were.
import statistics as _statistics

_rng = course_rng("d20-var_rv")
for _shift in (0, 0, -40, 10**9, -(3 * 10**8)):
    for _n in (1, 2, 3, int(_rng.integers(4, 13))):
        _counts = _rng.integers(0, 9, size=_n)
        _counts[int(_rng.integers(0, _n))] += 2
        _xs = _rng.permutation(np.arange(-20, 21))[:_n] + _shift
        _all = [int(_x) for _x, _c in zip(_xs, _counts) for _ in range(_c)]
        _want = float(_statistics.pvariance(_all))
        for _values in (_xs.astype(float), _xs):
            _p = _counts / _counts.sum()
            _given_p, _given_xs = _p.copy(), _values.copy()
            _got = var_rv(_given_p, _given_xs)
            assert np.allclose(_got, [_want, _want**0.5], rtol=1e-5, atol=1e-5), f"p = {_p.round(4)}, xs = {_values.tolist()}: expected ({_want:.6g}, {_want**0.5:.6g}), got {_got}"
            assert (_given_p == _p).all() and (_given_xs == _values).all(), "one of the caller's arrays was changed in place"

# %% [markdown]
# ### Idea 4 · Many dots of one kind
#
# If all $n$ dots have the same $p$, a given pattern with $k$ black ones has probability $p^k (1-p)^{n-k}$. How many such patterns are there? This number is written $\binom{n}{k}$, read "n choose k", in Python `math.comb(n, k)`: of 3 dots, 2 can be chosen in 3 ways. Together they make the **binomial** distribution,
#
# $$ p(k) = \binom{n}{k}\, p^k (1-p)^{n-k}, \qquad \mu = np, \qquad \sigma = \sqrt{np(1-p)} . $$
#
# In words: the number of patterns times the probability of each; mean and variance are $n$ times those of one dot. If $n$ grows fourfold, what happens to the width of the hill?

# %%
def draw_binomial(ax, n, p):
    k = np.arange(n + 1)
    ways = np.array([math.comb(n, j) for j in range(n + 1)], dtype=float)
    ax.bar(k, ways * p**k * (1 - p) ** (n - k), width=1.0, color=BLUE)
    sigma = np.sqrt(n * p * (1 - p))
    ax.plot([n * p - sigma, n * p + sigma], [-0.01, -0.01], VERMILLION, linewidth=5)
    ax.set(title=f"n = {n}, p = {p}: σ = {sigma:.2f}", xlabel="k")


fig, axes = plt.subplots(1, 3, figsize=(9.0, 2.5), sharex=True, sharey=True)
for ax, (n, p) in zip(axes, ((12, 0.5), (48, 0.5), (48, 0.05))):
    draw_binomial(ax, n, p)
axes[0].set_ylabel("probability")
figure(fig, alt=(
    "Binomial hills with a bar from one standard deviation below the mean to one "
    "above. From n = 12 to n = 48 the bar doubles, from σ = 1.73 to 3.46; for p = 0.05 "
    "it is 1.51 and the hill leans on zero."
))

# %% [markdown]
# It doubles: four times the dots, twice the width. Relative to $n$ the hill gets narrower, and tomorrow lives on that. Move $p$ yourself: for which $p$ is the hill widest, and what becomes of it at 0 and at 1?

# %%
def draw(n, p):
    fig, ax = plt.subplots(figsize=(6.0, 2.6))
    draw_binomial(ax, int(n), p)
    ax.set_ylabel("probability")
    return fig


slider(draw, alt=(
    "The hill of a binomial distribution moves with n times p and is widest for p = "
    "0.5."
), n=(1, 100, 1, 20), p=(0, 1, 0.05, 0.3))

# %% author=true
for _n, _p in ((3, 0.5), (12, 0.475), (48, 0.05)):
    _table = np.array([math.comb(_n, k) * _p**k * (1 - _p) ** (_n - k) for k in range(_n + 1)])
    assert np.allclose(_table, count_table([_p] * _n)) and np.isclose(_table @ np.arange(_n + 1), _n * _p)
    assert np.isclose(_table @ (np.arange(_n + 1) - _n * _p) ** 2, _n * _p * (1 - _p))
assert [round((n * p * (1 - p)) ** 0.5, 2) for n, p in ((12, 0.5), (48, 0.5), (48, 0.05))] == [1.73, 3.46, 1.51]

# %% [markdown]
# Widest at $p = 1/2$, as the parabola said; at 0 and 1 a single bar is left, for nothing is uncertain.
#
# ### Idea 5 · Twelve clues, one verdict
#
# Back to the ticket. Given the letter, the dots are independent, so their probabilities multiply: $p$ where a dot is black, $1 - p$ where it is white. With $x_i$ equal to 1 for black and 0 for white, and $p_{ki}$ for dot $i$ of letter $k$,
#
# $$ P(\mathbf{x} \mid k) = \prod_{i} p_{ki}^{x_i} (1 - p_{ki})^{1 - x_i} . $$
#
# In words: multiply twelve factors, one for each dot; an exponent 1 keeps a factor, an exponent 0 turns it into 1. Bayes' rule (day 19) does the rest: times the prior, divided by the sum.

# %%
likelihood = np.array([np.where(ticket == 1, p, 1 - p).prod() for p in (p_L, p_7)])
joint = np.array([1 - share_7, share_7]) * likelihood
print("likelihood of the ticket:", likelihood.round(6))
print("posterior of L and 7:", (joint / joint.sum()).round(3))

# %% author=true
import itertools

assert np.allclose(joint / joint.sum(), [0.216, 0.784], atol=5e-4) and np.isclose(likelihood[1] / likelihood[0], 5.44, atol=0.01)
_x = np.array(list(itertools.product([0, 1], repeat=12)))
_joint = np.array([w * (q**_x * (1 - q) ** (1 - _x)).prod(axis=1) for w, q in ((0.6, p_L), (0.4, p_7))])
assert round(float(_joint.max(axis=0).sum()), 3) == 0.860
assert np.isclose(likelihood[1], (p_7**ticket * (1 - p_7) ** (1 - ticket)).prod(), rtol=1e-12)

# %% [markdown]
# A 7, with probability 0.78. The dots speak 5.4 to 1 for the 7, the prior 3 to 2 for the L. No single dot decides anything; the two in the middle, where both maps say 0.3, change nothing at all.
#
# Treating clues as independent *given the class* is called **naive Bayes**. For this printer that is true, and no method can do better; its verdict is right for 86 percent of all tickets, as adding up all 4096 pictures shows (day 25). For most data it is false, and often works all the same.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Learning the maps by counting
#
# We were given the two maps. From examples they can be *counted*: the share of all Ls in which dot $i$ is black. With three examples such a share may be 0, and then one blot on a new ticket makes the whole product 0: a veto by a dot that has hardly been seen. The cure is a **pseudo-count** $\alpha$ (alpha): pretend to have seen each dot $\alpha$ times black and $\alpha$ times white in addition,
#
# $$ p_{ki} = \frac{\text{on}_{ki} + \alpha}{n_k + 2\alpha} . $$
#
# In words: black ones plus $\alpha$, over all plus $2\alpha$. With $\alpha = 1$ it is Laplace's rule (1774): never seen in 3 is $1/5$, not 0.

# %% [markdown]
# A model has to *keep* what it has learned. Python's tool for that is a **class**, a kind of object with functions of its own, called *methods*. `self` is the object; what a method writes into `self` stays there for the others. Read this one, which learns a middle:

# %%
class Middle:
    def fit(self, x):
        self.mean = x.mean()
        return self

    def distance(self, x):
        return x - self.mean


model = Middle().fit(np.array([1.0, 2.0, 6.0]))
print(model.mean, model.distance(np.array([10.0])))

# %% author=true
assert model.mean == 3.0 and model.distance(np.array([10.0])).tolist() == [7.0]

# %% [markdown]
# `Middle()` makes an empty object, `fit` fills it, and because `fit` returns `self`, both fit into one line. Any other method can then ask `self` for what `fit` has left there. Your classifier has the same shape: one method counts, the other answers.

# %% author=true
# lint: code-length — the two methods of one class are one idea, with one contract each

# %% [markdown]
# ### Exercise · A classifier that counts
#
# *4 points · about 17 minutes · needs Bayes' rule (day 19), logarithms of products (day 3) and `X @ W` (day 12)*
#
# For a thousand clues the product underflows (day 3), so work with logarithms. For every row $\mathbf{x}$ and class $k$,
#
# $$ z_k = \log P(k) + \sum_i \big( x_i \log p_{ki} + (1 - x_i) \log (1 - p_{ki}) \big), \qquad \log P(k \mid \mathbf{x}) = z_k - \log \sum_j e^{z_j}, $$
#
# the log prior plus one term for each clue, on *or off*; then all are made to sum to 1. $P(k)$ is the share of class $k$ among the examples, without pseudo-counts.
#
# **Before you code.** Class 0: rows $(1, 0)$, $(1, 1)$; class 1: $(0, 1)$. With $\alpha = 1$, what are the four $p_{ki}$? And if all $z$ are near $-2000$, what is $e^{z}$? What may be subtracted from all $z$ first?
#
# <details><summary>Answer</summary>
#
# $3/4, 2/4$ and $1/3, 2/3$. $e^{-2000}$ is 0 in `float64`; subtracting the largest $z$ of the row changes no share (day 4), and leaves $e^0 = 1$.
#
# </details>
#
# **Your task.** Fill in both methods. Five lines and three are enough.

# %% exercise="d20-BernoulliNB"
class BernoulliNB:
    """Naive Bayes for clues that are 0 or 1.

    >>> X, y = np.array([[1, 0], [1, 1], [0, 1]]), np.array([0, 0, 1])
    >>> model = BernoulliNB().fit(X, y, 1.0)
    >>> np.exp(model.predict_log_proba(np.array([[1, 0]]))).round(3)
    array([[0.871, 0.129]])
    """

    def fit(self, X: np.ndarray, y: np.ndarray, alpha: float) -> "BernoulliNB":
        """Count the examples, and keep what predict_log_proba needs.

        X        (N, D)  clues, each 0 or 1
        y        (N,)    the class of each row, 0 … K − 1, every class at least once
        alpha    pseudo-count > 0, for on and for off
        returns  self
        """
        ### BEGIN SOLUTION
        classes = np.arange(y.max() + 1)
        n = np.array([(y == k).sum() for k in classes])
        on = np.array([X[y == k].sum(axis=0) for k in classes])
        self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), n / len(y)
        return self
        ### END SOLUTION

    def predict_log_proba(self, X: np.ndarray) -> np.ndarray:
        """Logarithms of the probabilities of all classes for each row of X.

        X        (N, D)  clues, each 0 or 1
        returns  (N, K)  log P(k | row)
        """
        ### BEGIN SOLUTION
        z = X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T + np.log(self.prior)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        ### END SOLUTION


# %% visible="d20-BernoulliNB" points=2
# Three examples by hand. For the row (1, 0): class 0 has 2/3 · 3/4 · 1/2 = 1/4, class 1
# has 1/3 · 1/3 · 1/3 = 1/27, together 27/31 and 4/31.
model = BernoulliNB()
got = model.fit(np.array([[1, 0], [1, 1], [0, 1]]), np.array([0, 0, 1]), 1.0)

assert got is not None, "fit returned None. It should end with return self."
assert hasattr(got, "predict_log_proba"), (
    f"fit should return the model itself, self; it returned {got}."
)
got = got.predict_log_proba(np.array([[1, 0], [0, 1], [1, 0]]))
assert got is not None, (
    "predict_log_proba returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3, 2), (
    f"Three rows, two classes: expected shape (3, 2), got {np.shape(got)}."
)
assert not np.isnan(got).any(), (
    f"Some answers are nan, not a number:\n{np.round(got, 4)}\nIs every p above 0 and "
    f"below 1, as pseudo-counts above and below make it?"
)
assert (np.asarray(got) <= 1e-9).all(), (
    f"A logarithm of a probability is never positive, got\n{np.round(got, 4)}\nDid you "
    f"return the probabilities themselves?"
)
shares = np.exp(got)
assert np.allclose(shares.sum(axis=1), 1, rtol=1e-9), (
    f"The probabilities of a row sum to 1, yours to {shares.sum(axis=1).round(4)}. By "
    f"what has each row still to be divided?"
)
assert np.allclose(shares[0], [27 / 31, 4 / 31], rtol=1e-9), (
    f"The row (1, 0) has 27/31 = 0.871 and 4/31 = 0.129, got {shares[0].round(3)}. "
    f"Which of the prior, the clue that is on, the clue that is off, and alpha is "
    f"missing?"
)
assert np.allclose(shares[1], [9 / 25, 16 / 25], rtol=1e-9), (
    f"The row (0, 1) has 1/12 against 4/27, that is 0.36 and 0.64, got "
    f"{shares[1].round(3)}."
)

# %% hidden="d20-BernoulliNB" points=2
# Hidden checks: 2 to 5 classes of different size, other pseudo-counts, one row, three
# thousand clues, several number types, a model fitted twice, two models at once; your
# arrays left as they were.
from scipy.special import logsumexp as _logsumexp

_rng = course_rng("d20-BernoulliNB")


def _slowly(X, y, alpha, new):
    table = np.empty((len(new), max(y) + 1))
    for k in range(max(y) + 1):
        rows = [row for row, label in zip(X, y) if label == k]
        for j, one in enumerate(new):
            table[j, k] = math.log(len(rows) / len(X))
            for i, clue in enumerate(one):
                p = (sum(row[i] for row in rows) + alpha) / (len(rows) + 2 * alpha)
                table[j, k] += math.log(p if clue else 1 - p)
    return table - _logsumexp(table, axis=1)[:, None]


for _K, _D, _alpha in ((2, 1, 1.0), (2, 5, 0.5), (3, 4, 1.0), (5, 7, 2.5), (4, 3, 0.1), (2, 9, 10.0)):
    _y = _rng.permutation(np.concatenate([np.arange(_K), _rng.integers(0, _K, size=9), np.zeros(4, dtype=int)]))
    _X = (_rng.random((len(_y), _D)) < _rng.uniform(0.05, 0.95, size=(_K, _D))[_y]).astype(int)
    _new = _rng.integers(0, 2, size=(int(_rng.integers(1, 7)), _D))
    _want = _slowly(_X.tolist(), _y.tolist(), _alpha, _new.tolist())
    _given = _X.copy(), _y.copy(), _new.copy()
    _model = BernoulliNB().fit(_given[0], _given[1], _alpha)
    _got = _model.predict_log_proba(_given[2])
    assert np.shape(_got) == _want.shape, f"{len(_new)} rows and {_K} classes should give shape {_want.shape}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"X = {_X.tolist()}, y = {_y.tolist()}, alpha = {_alpha}, new rows {_new.tolist()}: expected probabilities\n{np.exp(_want).round(4)}, got\n{np.exp(_got).round(4)}"
    assert all((_a == _b).all() for _a, _b in zip(_given, (_X, _y, _new))), "one of the caller's arrays was changed in place"
    assert np.allclose(_model.predict_log_proba(_new), _want, rtol=1e-7, atol=1e-9), "asked twice, the model answers differently"
    for _type in (float, np.float32, np.uint8):
        _got = BernoulliNB().fit(_X.astype(_type), _y, _alpha).predict_log_proba(_new.astype(_type))
        assert np.allclose(_got, _want, rtol=1e-4, atol=1e-4), f"wrong for clues of type {_type.__name__}"

_X = np.array([[1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1]])
_y, _z = np.array([0, 1, 1, 2]), np.array([1, 0, 0, 0])
_want, _want_z = _slowly(_X.tolist(), _y.tolist(), 1.0, _X.tolist()), _slowly(_X.tolist(), _z.tolist(), 2.0, _X.tolist())
_one, _two = BernoulliNB().fit(_X, _y, 1.0), BernoulliNB().fit(_X, _z, 2.0)
assert np.allclose(_one.predict_log_proba(_X), _want, rtol=1e-7) and np.allclose(_two.predict_log_proba(_X), _want_z, rtol=1e-7), "two models at once disturb each other: each should keep its own counts"
_one.fit(_X, _z, 2.0)
assert np.allclose(_one.predict_log_proba(_X), _want_z, rtol=1e-7), "fitted a second time, a model should forget the first examples"

_X = (_rng.random((6, 3000)) < 0.9).astype(int)
_y, _new = np.array([0, 1, 1, 0, 1, 1]), np.array([[1] * 3000, [0] * 3000, [0, 1] * 1500])
_want = _slowly(_X.tolist(), _y.tolist(), 1.0, _new.tolist())
_got = BernoulliNB().fit(_X, _y, 1.0).predict_log_proba(_new)
assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), "with three thousand clues expected about\n" + f"{_want.round(2)}, got\n{np.round(_got, 2)}\nIs there a moment when your program holds e to the power −2000?"

# %% [markdown]
# ### From dots to words
#
# A dot that is black, a word that occurs: the same kind of clue. Can your classifier, which has never seen a color, tell from a *name* which of the three lamps of the screen is brightest? The 407 different words are the clues. Every tenth name is kept aside and asked about afterward; of these, 39 percent are reddest. **Guess:** how many of the 95 does it get right?

# %%
names, rgb = data.colors()
brightest = rgb.argmax(axis=1)  # 0 red, 1 green, 2 blue
words = sorted({word for name in names for word in name.split(" ")})
X = np.array([[word in name.split(" ") for word in words] for name in names])
X, aside = X.astype(int), np.arange(len(names)) % 10 == 0
model = BernoulliNB().fit(X[~aside], brightest[~aside], 0.5)
chances = np.exp(model.predict_log_proba(X[aside]))
right = chances.argmax(axis=1) == brightest[aside]
print("right:", right.sum(), "of", len(right))
asked = [name for name, out in zip(names, aside) if out]
for name in ("apple", "eggplant purple", "grey green", "pinkish purple", "celadon"):
    print(f"{name:16}", chances[asked.index(name)].round(2))

# %% author=true
assert right.sum() == 79 and len(right) == 95 and len(words) == 407 and np.bincount(brightest[aside]).tolist() == [37, 37, 21]
assert [brightest[names.index(n)] for n in ("apple", "eggplant purple", "grey green", "pinkish purple", "celadon")] == [1, 0, 1, 2, 1]

# %% [markdown]
# 79 of 95, by counting words. It has learned that a purple eggplant is reddish and a grey green is green. *Pinkish purple* it calls red with 0.89; it is blue. *Celadon* occurs in no other name, so the prior and the missing words decide, wrongly.
#
# Words that come in pairs are anything but independent. Still, counts of words given a class sorted mail into spam and not spam for years, and the first language models were counts too: day 54 counts which letter follows which, with pseudo-counts against vetoes.

# %% [markdown]
# ### The square root in every large model
#
# Let all entries of two vectors be independent, with mean 0 and variance 1. Each product $u_i w_i$ then has mean 0 and variance 1, and the dot product is a sum of $D$ of them: its variance is $D$, and it is typically $\sqrt{D}$ away from 0.
#
# That solves the riddle of day 11. Both lengths are about $\sqrt{D}$, so a typical cosine is
#
# $$ \frac{\sqrt{D}}{\sqrt{D}\,\sqrt{D}} = \frac{1}{\sqrt{D}} . $$
#
# In words: the random part grows like a root, what it is measured against like the number itself; four times the entries, half the cosine. Attention (day 58) divides its scores by the root of the number of entries for the same reason.

# %%
for D in (8, 32, 128, 512):
    U, W = rng.uniform(-(3**0.5), 3**0.5, size=(2, 2000, D))  # mean 0, variance 1
    dots = (U * W).sum(axis=1)
    cosines = dots / np.sqrt((U**2).sum(axis=1) * (W**2).sum(axis=1))
    spread = dots.std(ddof=0), cosines.std(ddof=0)
    print(f"D = {D:3d}  dots {spread[0]:6.2f}  cosines {spread[1]:.4f}")
    assert abs(spread[0] / D**0.5 - 1) < 0.08 and abs(spread[1] * D**0.5 - 1) < 0.08

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### How many tickets does it take?
#
# Here is the printer as a function; the two maps and `share_7` are from part 2. It prints 2000 tickets to learn from and 5000 new ones to ask about. With the true maps 86 percent of its tickets can be told.

# %%
def print_tickets(n, rng):
    """n letters, 0 for an L and 1 for a 7, and the dots that came out."""
    y = (rng.random(n) < share_7).astype(int)
    dots = rng.random((n, 12)) < np.array([p_L, p_7])[y]
    return dots.astype(int), y


rng = np.random.default_rng(20)
X, y = print_tickets(2000, rng)
new, truth = print_tickets(5000, rng)

# %% [markdown]
# Your class now learns the maps from the first 10, 100 and 2000 tickets. The picture shows its map of the 7. **Guess:** how many tickets are enough to see the 7, and how many to reach 80 percent? (The maps are computed here from the counts, since every class may store them in its own way.)

# %%
fig, panels = plt.subplots(1, 3, figsize=(8.4, 2.4))
for ax, n in zip(panels, (10, 100, 2000)):
    seven = X[:n][y[:n] == 1]
    learned = (seven.sum(axis=0) + 1) / (len(seven) + 2)
    ax.imshow(1 - 0.5 * learned.reshape(3, 4, 1) * np.ones(3))
    for place, value in enumerate(learned.round(2).tolist()):
        ax.text(place % 4, place // 4, value, ha="center", va="center")
    log_chances = BernoulliNB().fit(X[:n], y[:n], 1.0).predict_log_proba(new)
    share = (log_chances.argmax(axis=1) == truth).mean()
    ax.set(title=f"{n} tickets: {100 * share:.0f} % right", xticks=[], yticks=[])
figure(fig, alt=(
    "The learned map of a 7 after 10 tickets is patchy, 0.17 to 0.83, and 83 percent "
    "of new tickets are told rightly; after 100 tickets the 7 shows, 84 percent; after "
    "2000 it is within 0.03 of the true map, 86 percent."
))

# %% author=true
assert y[:10].sum() == 4 and abs((X[y == 1].sum(axis=0) + 1) / (y.sum() + 2) - p_7).max() < 0.035 and 0.855 < share < 0.866
assert [round(float((BernoulliNB().fit(X[:n], y[:n], 1.0).predict_log_proba(new).argmax(axis=1) == truth).mean()), 2) for n in (10, 100, 2000)] == [0.83, 0.84, 0.86]

# %% [markdown]
# Ten tickets, four of them with a 7, draw a poor map and are right in 83 of 100 cases: it is enough if most dots lean to the right side. The last three percent take two hundred times as many tickets, and more than 86 no map can reach.
#
# ### Break it: the same witness five times
#
# Now photocopy every dot five times, so that each ticket has sixty "clues". Nothing new is to be learned from them. **Predict:** what happens to the share of right verdicts, and to how sure the model is, on average, of the letter it names?

# %%
for copies in (1, 5):
    model = BernoulliNB().fit(np.column_stack([X] * copies), y, 1.0)
    chances = np.exp(model.predict_log_proba(np.column_stack([new] * copies)))
    share = (chances.argmax(axis=1) == truth).mean()
    sure = chances.max(axis=1).mean()
    print(f"copies {copies}: right {share:.3f}, mean certainty {sure:.3f}")

# %% author=true
# edit: "(1, 5)" -> "(1, 5, 50)"
# then: share > 0.82 and sure > 0.99
assert 0.82 < share < 0.88 and 0.95 < sure < 0.98

# %% [markdown]
# Still right in about six of seven cases, but now it *claims* 97 percent: five copies of a witness count as five witnesses. Naive Bayes often decides well and is far too sure. (Change `(1, 5)` to `(1, 5, 50)` and run again: it claims nearly 100 percent.)
#
# The variance tells the same story: five independent dots have five times the variance of one; five copies have $5^2 = 25$ times.

# %% [markdown]
# ### Exercise · The variance of a sum
#
# *2 points · about 7 minutes · needs variances that add (idea 3) and covariances (day 9)*
#
# A portfolio of shares, the total of a questionnaire, the output of a neuron before its bend: sums of variables that need not be independent. What was shown for two holds for $D$ of them,
#
# $$ \operatorname{Var}(X_1 + \dots + X_D) = \sum_{i=1}^{D} \sum_{j=1}^{D} \operatorname{cov}(X_i, X_j), \qquad \operatorname{cov}(X_i, X_i) = \operatorname{Var}(X_i), $$
#
# the sum over all pairs, each pair in both orders, and each variable with itself.
#
# **Before you code.** Two variables have variance 4 and 9 and covariance $-6$. What is the variance of their sum? What does it say about them?
#
# <details><summary>Answer</summary>
#
# $4 + 9 - 2 \cdot 6 = 1$. When one is above its mean, the other tends to be below, and the sum hardly moves.
#
# </details>
#
# **Your task.** Write `var_of_sum(cov)`. Entry $(i, j)$ of the table is $\operatorname{cov}(X_i, X_j)$. One line is enough.

# %% exercise="d20-var_of_sum"
def var_of_sum(cov: np.ndarray) -> float:
    """The variance of the sum of D random variables.

    cov      (D, D)  entry (i, j) is the covariance of variables i and j
    returns  the variance of their sum, one number

    >>> float(var_of_sum(np.array([[4.0, 1.0], [1.0, 9.0]])))
    15.0
    """
    ### BEGIN SOLUTION
    return np.sum(cov)
    ### END SOLUTION


# %% visible="d20-var_of_sum" points=1
# Variances 4 and 9, covariance −6; then three copies of a variable with variance 2.
got = var_of_sum(np.array([[4.0, -6.0], [-6.0, 9.0]]))
got_copies = var_of_sum(np.full((3, 3), 2.0))

assert got is not None, "var_of_sum returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}. Over what do you "
    f"still have to add?"
)
assert np.isclose(got, 1, rtol=1e-9), (
    f"4 + 9 − 6 − 6 = 1, got {got:.4f}. How often does the covariance of the pair "
    f"count, and with which sign?"
)
assert np.isclose(got_copies, 18, rtol=1e-9), (
    f"Three copies of one variable are 3X, with 9 times the variance 2: 18, got "
    f"{got_copies:.4f}."
)

# %% hidden="d20-var_of_sum" points=1
# Hidden checks: 1 to 8 variables, judged by the variance of sums of real columns of
# numbers; variables that cancel; whole numbers; your table left as it was.
_rng = course_rng("d20-var_of_sum")
for _ in range(30):
    _D = int(_rng.integers(1, 9))
    _columns = _rng.normal(size=(40, _D)) @ _rng.normal(scale=3.0, size=(_D, _D)) + 10
    _cov = np.cov(_columns.T, ddof=0).reshape(_D, _D)
    _want, _given = _columns.sum(axis=1).var(ddof=0), _cov.copy()
    _got = var_of_sum(_given)
    assert np.isclose(_got, _want, rtol=1e-7, atol=1e-9), f"covariances\n{_cov.round(3)}\nexpected {_want:.6g}, got {_got}"
    assert (_given == _cov).all(), "the caller's table was changed in place"

assert np.isclose(var_of_sum(np.array([[3, -3], [-3, 3]])), 0, atol=1e-12), "X and −X sum to 0, which never varies: variance 0"
assert np.isclose(var_of_sum(np.array([[5, 0, 0], [0, 7, 0], [0, 0, 1]])), 13, rtol=1e-9), "variances 5, 7, 1 without covariances add up to 13"

# %% [markdown]
# ### In your own words
#
# Think of a decision in your life that weighs several clues: a diagnosis, a job interview, the weather. For which two of the clues would you defend the naive assumption, independent given the answer? Which two say almost the same thing, and what does that do to your certainty? Five sentences.
#
# <details><summary>One answer</summary>
#
# For a cold I would count fever and a sick colleague as separate clues: among people with a cold, knowing of the colleague says little about the fever. A running nose and sneezing come together, cold or not. Whoever counts both as full clues is surer than the evidence allows.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. A random variable is a number that chance decides; its expected value is the balance point of its distribution.
# 2. Expectations add, always. Variances add if the variables are independent; otherwise twice each covariance comes on top.
# 3. A yes-or-no variable has mean $p$ and variance $p(1-p)$; the binomial adds $n$ of them.
# 4. Naive Bayes multiplies clues as if they were independent given the class, and adds logarithms.
# 5. It learns by counting; a pseudo-count takes the veto from what was never seen.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $X$, $p(x)$ | random variable; probability of its value x | `p` |
# | $\mathbb{E}[X]$, $\mu$ | expected value; mu | `expect(p, f, xs)` |
# | $\operatorname{Var}(X)$, $\sigma$ | variance; sigma, the standard deviation | `var_rv(p, xs)` |
# | $\binom{n}{k}$ | n choose k | `math.comb(n, k)` |
# | $K$ | number of classes | `y.max() + 1` |
# | $p_{ki}$ | probability that clue i is on in class k | `model.p[k, i]` |
# | $\alpha$ | alpha, a pseudo-count | `alpha` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Binomial distributions](https://www.3blue1brown.com/lessons/binomial-distributions) (12 minutes): how much to trust a seller with ten good reviews of ten. Tomorrow: how far a mean strays from an expected value, and how to say so honestly.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Two more things: the binomial distribution as a function that survives thousands of tries, which tomorrow's counts of right answers can use, and a look at where today's words come from. Nothing later needs either of them.

# %% [markdown]
# ### Exercise · Hits in n tries
#
# *optional · about 10 minutes · needs the binomial distribution (idea 4) and logarithms (day 3)*
#
# A model answers each of $n$ questions rightly with probability $p$. How probable are exactly $k$ right answers?
#
# $$ p(k) = \binom{n}{k}\, p^k (1-p)^{n-k} , $$
#
# the number of patterns times the probability of each. For 5000 questions $\binom{n}{k}$ overflows and $p^k$ underflows; the sum of their logarithms does neither.
#
# **Before you code.** What are $p(0)$ and $p(3)$ for $n = 3$ and $p = 0$? What would the logarithms make of it?
#
# <details><summary>Answer</summary>
#
# 1 and 0: with $p = 0$ there is never a hit. But $\log 0$ is an error, so $p = 0$ and $p = 1$ need a line of their own.
#
# </details>
#
# **Your task.** Write `binom_pmf(k, n, p)`; it is 0 for a $k$ outside of $0 \dots n$. `math.log` takes whole numbers of any size, so `math.log(math.comb(n, k))` works. Five lines are enough.

# %% exercise="d20-binom_pmf"
def binom_pmf(k: int, n: int, p: float) -> float:
    """The probability of exactly k hits in n independent tries.

    k        a whole number; outside of 0 … n the answer is 0
    n        number of tries, a whole number >= 0
    p        probability of a hit, from 0 to 1, both included
    returns  a probability

    >>> round(binom_pmf(2, 3, 0.5), 6)
    0.375
    """
    ### BEGIN SOLUTION
    if k < 0 or k > n:
        return 0.0
    if p == 0 or p == 1:
        return float(k == n * p)
    logp = math.log(math.comb(n, k)) + k * math.log(p) + (n - k) * math.log(1 - p)
    return math.exp(logp)
    ### END SOLUTION


# %% visible="d20-binom_pmf" points=0
# Three tries with p = 0.2: 0.8³ = 0.512 for no hit, 3 · 0.04 · 0.8 = 0.096 for two.
got = [binom_pmf(k, 3, 0.2) for k in (0, 2, 3, 4)]

assert all(g is not None for g in got), (
    "binom_pmf returned None. Did you forget a return statement?"
)
assert np.isclose(got[0], 0.512, rtol=1e-9), (
    f"No hit in three tries is 0.8³ = 0.512, got {got[0]:.4f}. Which factor belongs to "
    f"a miss?"
)
assert np.isclose(got[1], 0.096, rtol=1e-9), (
    f"Two hits: 3 patterns of 0.2 · 0.2 · 0.8 make 0.096, got {got[1]:.4f}. How many "
    f"patterns are there?"
)
assert np.isclose(got[2], 0.008, rtol=1e-9), f"0.2³ = 0.008, got {got[2]:.4f}."
assert got[3] == 0, f"Four hits in three tries never happen, got {got[3]}."
sure = [binom_pmf(0, 3, 0), binom_pmf(3, 3, 0), binom_pmf(3, 3, 1), binom_pmf(2, 3, 1)]
assert np.allclose(sure, [1, 0, 1, 0], rtol=0, atol=1e-12), (
    f"With p = 0 there are 0 hits for sure, with p = 1 there are 3: expected [1, 0, 1, "
    f"0], got {sure}."
)

# %% hidden="d20-binom_pmf" points=0
# Hidden checks: all k from −1 to n + 1, other probabilities, no try at all, thousands
# of tries.
from scipy.stats import binom as _binom

_rng = course_rng("d20-binom_pmf")
for _n in (0, 1, 2, 5, 9, 30):
    for _p in (0.0, 1.0, 0.5, float(_rng.uniform(0.02, 0.98)), float(_rng.uniform(0.02, 0.98))):
        for _k in range(-1, _n + 2):
            _got, _want = binom_pmf(_k, _n, _p), float(_binom.pmf(_k, _n, _p))
            assert np.isclose(_got, _want, rtol=1e-7, atol=1e-12), f"{_k} hits in {_n} tries with p = {_p:.4f}: expected {_want:.6g}, got {_got}"
for _n in (1500, 5000):
    for _p in (0.5, float(_rng.uniform(0.1, 0.9)), 1e-3):
        _k = int(_n * _p) + int(_rng.integers(-1, 2))
        _got, _want = binom_pmf(_k, _n, _p), float(_binom.pmf(_k, _n, _p))
        assert np.isclose(_got, _want, rtol=1e-6, atol=0), f"{_k} hits in {_n} tries with p = {_p:.4f}: expected {_want:.6g}, got {_got}"

# %% [markdown]
# ### Where the names come from
#
# Pascal and Fermat exchanged letters in 1654 about a game that is broken off: who should get how much of the stake? Each player what the game is worth to them, they found: the expected value, as it is called today. Huygens built the first printed treatise on chance around it (1657). Jacob Bernoulli's *Ars conjectandi* appeared eight years after his death, in 1713; its main theorem is the one that opens tomorrow's lesson.
#
# To read: David Hand and Keming Yu (2001), *Idiot's Bayes: not so stupid after all?*, on why an assumption that is nearly always false works so often.
