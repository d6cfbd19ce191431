# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Area is probability: integrals, densities, and numbers drawn from any curve
#
# **Question of the day.** A program throws darts at a round board, and they pile up in the middle. What has to be done with its random numbers so that no place is favored?
#
# *After today you can* measure an area with strips, and often get it exactly by running a derivative backward;
# read probabilities off a density and off its running area; draw numbers from any curve, and say what a machine does to a density.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 29.

# %% [markdown]
# **Yesterday (day 35).** A `Tensor` of shape (3, 4) is summed over axis 0. Which shape has the gradient that comes from behind, and what does each row of the tensor receive? And if the rows 2, 0, 2 of a table are picked, and ones come from behind: what does row 2 receive?
#
# <details><summary>Answer</summary>
#
# Shape (4,); each of the three rows receives a copy of it. Row 2 was used twice, so it receives twos: what arrives along several paths is added.
#
# </details>

# %% [markdown]
# **A week ago (day 29).** The cost is $f(x) = 2x^2$. Where does one step of gradient descent with the learning rate 0.1 lead from $x = 1$? From which learning rate on does the walk fly out?
#
# <details><summary>Answer</summary>
#
# The slope is $4x$: $1 - 0.1 \cdot 4 = 0.6$. The bend is 4, so from $2/4 = 0.5$ on it no longer comes to rest.
#
# </details>
#
# **Before that (day 15).** Which single number is the best fit to 1, 2 and 6 in the sense of least squares, and what do its residuals add up to?
#
# <details><summary>Answer</summary>
#
# The mean, 3. The residuals $-2, -1, 3$ add up to 0: they stand at a right angle on the column of ones.
#
# </details>

# %% author=true
assert abs((1 - 0.1 * 4 * 1) - 0.6) < 1e-12 and (1 + 2 + 6) / 3 == 3

# %% [markdown]
# The tools of the day. From your toolbox come the sigmoid and the logit of day 7, and the slope of the sigmoid of day 27, for a machine in part 3.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn.style import BLUE, INK, VERMILLION
from log2attn.toolbox import dsigmoid, logit, sigmoid

# %% [markdown]
# ### Exercise · The steepest wall decides
#
# *1 point · about 3 minutes · needs the largest safe learning rate (day 29)*
#
# A valley with several directions has a bend in each of them, and one learning rate must serve them all. Descent comes to rest in a direction with the bend $c$ as long as $\eta < 2/c$.
#
# **Before you code.** The bends are 1, 8 and 0.5. Below which learning rate is every direction safe?
#
# <details><summary>Answer</summary>
#
# The bounds are 2, 0.25 and 4; below 0.25 all three hold.
#
# </details>
#
# **Your task.** Write `review_36(bends)`, the largest bound that is safe for all. One line.

# %% exercise="d36-review"
def review_36(bends: np.ndarray) -> float:
    """The bound below which a learning rate is safe in every direction.

    bends    (n,)  the second derivative in each direction, all above 0
    returns  one number

    >>> float(review_36(np.array([1.0, 8.0, 0.5])))
    0.25
    """
    ### BEGIN SOLUTION
    return 2 / np.max(bends)
    ### END SOLUTION


# %% visible="d36-review" points=0
# Bends 0.25, 5 and 2 have the bounds 8, 0.4 and 1. A single bend has its own.
got = review_36(np.array([0.25, 5.0, 2.0]))
got_one = review_36(np.array([4.0]))

assert got is not None, "review_36 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One bound is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 0.4, rtol=1e-9, atol=0), (
    f"The bounds are 8, 0.4 and 1. Safe for all three is what lies below 0.4; got "
    f"{float(got):.4f}. Which direction flies out first?"
)
assert np.isclose(got_one, 0.5, rtol=1e-9, atol=0), (
    f"One direction with the bend 4 has the bound 0.5, got {float(got_one):.4f}."
)

# %% hidden="d36-review" points=1
# Hidden checks: 1 to 9 bends of many sizes, judged by walks a little below and a
# little above your bound; whole numbers; your numbers left as they were.
_rng = course_rng("d36-review")
for _n in (1, 2, 3, 5, 9):
    for _ in range(6):
        _bends = 10.0 ** _rng.uniform(-2, 2, size=_n)
        _given = _bends.copy()
        _got = float(review_36(_given))
        assert _got > 0, f"bends {_bends.round(4).tolist()}: a bound above 0 is expected, got {_got}"
        for _part, _rests in ((0.99, True), (1.01, False)):
            _left = abs(1 - _part * _got * _bends).max()
            assert (_left < 1) == _rests, f"bends {_bends.round(4).tolist()}: your bound is {_got:.5g}, and with {_part} times it a step leaves up to {_left:.4f} of the distance"
        assert (_given == _bends).all(), "the caller's bends were changed in place"
assert np.isclose(review_36(np.array([3, 8, 1])), 0.25, rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: darts that pile up
#
# A game throws darts at a round board of radius 1, and every place should be equally likely. One program draws an angle evenly, and a distance from the center evenly between 0 and 1. The other throws at a square and keeps what lands on the board. Which picture is from the first?

# %%
rng = np.random.default_rng(36)
turn, u = 2 * np.pi * rng.random(1200), rng.random(1200)
first = np.column_stack([u * np.cos(turn), u * np.sin(turn)])
square = 2 * rng.random((2400, 2)) - 1
second = square[(square**2).sum(axis=1) < 1][:1200]
fig, panels = plt.subplots(1, 2, figsize=(7.4, 3.6), sharey=True)
for ax, darts in zip(panels, (first, second), strict=True):
    ax.plot(*darts.T, ".", color=BLUE, markersize=2)
    ax.set(xlabel="left to right", aspect="equal")
panels[0].set_ylabel("down to up")
figure(fig, alt=(
    "Two round boards with 1200 darts each: on the left they crowd around the center, "
    "on the right they are spread evenly."
))

# %% author=true
assert len(second) == 1200

# %% [markdown]
# The left one: half of its darts lie within 0.5 of the center, in a quarter of the area. The angle is not at fault, the distance is. **Write down** your guess: what should the program do with its even number $u$ before it takes it as a distance? Today derives the answer, for darts and for any other curve.
#
# ### Idea 1 · An area from strips
#
# Probability will be an area, so we begin there. How large is the area below $x^2$ between 0 and 2? Cut it into panels and join the heights by straight lines. **Before you look**: are these strips too much or too little, and how fast does the fault shrink?

# %%
def draw_strips(ax, n):
    xs, x = np.linspace(0, 2, n + 1), np.linspace(0, 2, 201)
    ax.fill_between(xs, xs**2, color=BLUE, alpha=0.3)
    ax.vlines(xs, 0, xs**2, color=BLUE, linewidth=1)
    ax.plot(x, x**2, color=INK)
    inner, ends = (xs[1:-1] ** 2).sum(), (xs[0] ** 2 + xs[-1] ** 2) / 2
    ax.set(title=f"n = {n}: {2 / n * (inner + ends):.4f}", xlabel="x")


fig, panels = plt.subplots(1, 3, figsize=(9.0, 2.8), sharey=True)
for ax, n in zip(panels, (2, 4, 8), strict=True):
    draw_strips(ax, n)
panels[0].set_ylabel("x²")
figure(fig, alt=(
    "The area below x² from 0 to 2 in two, four and eight strips with slanted tops: "
    "3.0000, 2.7500 and 2.6875; the gaps above the curve shrink."
))

# %% author=true
for _n, _want in ((2, 3.0), (4, 2.75), (8, 2.6875)):
    _xs = np.linspace(0, 2, _n + 1)
    assert abs(np.trapezoid(_xs**2, _xs) - _want) < 1e-12
assert np.allclose([3 - 8 / 3, 2.75 - 8 / 3, 2.6875 - 8 / 3], [1 / 3, 1 / 12, 1 / 48], rtol=1e-12, atol=0)

# %% [markdown]
# A little too much, since the curve hangs below its chords: 3, 2.75, 2.6875, on the way to $8/3 = 2.667$. With half the width a quarter of the fault is left: order 2, as on day 26. A strip with the heights $y_0$ and $y_1$ is a **trapezoid**, width times mean height. In the sum each inner height stands in two strips, each end in one:
#
# $$ \int_a^b f(x)\,dx \;\approx\; h\,\Big(\frac{y_0}{2} + y_1 + \dots + y_{n-1} + \frac{y_n}{2}\Big), \qquad h = \frac{b - a}{n}. $$
#
# In words: panel width times all heights, the two at the ends counted half.

# %% [markdown]
# What the sums head for as $h$ goes to 0 is the **integral** of $f$ from $a$ to $b$. Its sign is a stretched S for *sum*, and $dx$ recalls the width (Leibniz, 1675). What lies below the axis counts negative.
#
# ### Exercise · Strips with slanted tops
#
# *2 points · about 7 minutes · needs idea 1*
#
# Areas under curves that no formula can integrate, the bell of tomorrow among them, are computed so.
#
# **Before you code.** Three panels: how many places at which $f$ is evaluated? What do the strips say of a straight line?
#
# <details><summary>Answer</summary>
#
# Four. For a line the answer is exact, with any $n$.
#
# </details>
#
# **Your task.** Write `trapezoid(f, a, b, n)`. Two or three lines.

# %% exercise="d36-trapezoid"
def trapezoid(f: Callable, a: float, b: float, n: int) -> float:
    """The integral of f from a to b, by n strips with slanted tops.

    f        a function of one number; takes an array of them as well
    a, b     the two ends, a below b
    n        how many panels of the same width, at least 1
    returns  the area, one number

    >>> float(trapezoid(lambda x: x**2, 0, 2, 2))
    3.0
    """
    ### BEGIN SOLUTION
    xs = np.linspace(a, b, n + 1)
    y = f(xs)
    return (b - a) / n * (y.sum() - (y[0] + y[-1]) / 2)
    ### END SOLUTION


# %% visible="d36-trapezoid" points=1
# 12/x from 1 to 3 in four panels: heights 12, 8, 6, 4.8, 4 and the width 0.5. Then one
# panel: the mean of 12 and 4, times 2.
got = trapezoid(lambda x: 12 / x, 1, 3, 4)
got_one = trapezoid(lambda x: 12 / x, 1, 3, 1)

assert got is not None, "trapezoid returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One area is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 13.4, rtol=1e-9, atol=0), (
    f"0.5 · (6 + 8 + 6 + 4.8 + 2) = 13.4, got {float(got):.4f}. How wide is a panel, "
    f"at which places do the strips begin and end, and how often does each height "
    f"count?"
)
assert np.isclose(got_one, 16, rtol=1e-9, atol=0), (
    f"One panel of width 2 with the heights 12 and 4: 16, got {float(got_one):.4f}."
)

# %% hidden="d36-trapezoid" points=1
# Hidden checks: curves of many kinds, also below the axis, 1 to 60 panels, judged panel
# by panel with fractions, and with many panels by a library's integrals.
from fractions import Fraction as _Fraction

from scipy.integrate import quad as _quad

_rng = course_rng("d36-trapezoid")
for _n in (1, 2, 3, 7, 20, 60):
    for _ in range(4):
        _c = [int(_v) for _v in _rng.integers(-5, 6, size=4)]
        _a = int(_rng.integers(-4, 4))
        _b = _a + int(_rng.integers(1, 7))
        _curve = lambda x, c=_c: c[0] + c[1] * x + c[2] * x**2 + c[3] * x**3
        _places = [_a + _Fraction((_b - _a) * _k, _n) for _k in range(_n + 1)]
        _want = float(sum(_Fraction(_b - _a, _n) * (_curve(_p) + _curve(_q)) / 2 for _p, _q in zip(_places, _places[1:])))
        _got = trapezoid(_curve, _a, _b, _n)
        assert np.isclose(_got, _want, rtol=1e-9, atol=1e-9), f"{_c[0]} + {_c[1]} x + {_c[2]} x² + {_c[3]} x³ from {_a} to {_b}, {_n} panels: expected {_want:.6g}, got {_got}"
for _name, _curve in (("sin x", np.sin), ("exp(−x²)", lambda x: np.exp(-(x**2))), ("|x|", abs), ("1/(1 + x²)", lambda x: 1 / (1 + x * x))):
    _a = float(_rng.uniform(-3, 0))
    _b = _a + float(_rng.uniform(0.5, 4))
    _want = _quad(_curve, _a, _b)[0]
    _got = trapezoid(_curve, _a, _b, 500)
    assert np.isclose(_got, _want, rtol=1e-4, atol=1e-4), f"{_name} from {_a:.4f} to {_b:.4f}, 500 panels: expected about {_want:.5f}, got {_got}"

# %% [markdown]
# ### Idea 2 · The derivative, run backward
#
# You step off day 26's board and fall. After $t$ seconds your speed is $9.8\,t$ meters a second. How far have you fallen? In a short time $h$ it is speed times $h$, a strip of this width below the curve of speeds; all strips together are an area. **Before you look**: what shape will the growing area have, as a curve over time?

# %%
t, now, h = np.linspace(0, 1, 101), 0.6, 0.1
done, strip = np.linspace(0, now, 51), np.linspace(now, now + h, 11)
fig, (left, right) = plt.subplots(1, 2, figsize=(8.0, 3.0))
left.fill_between(done, 9.8 * done, color=BLUE, alpha=0.3)
left.fill_between(strip, 9.8 * strip, color=VERMILLION, alpha=0.6)
left.plot(t, 9.8 * t, color=INK)
left.set(xlabel="time t (s)", ylabel="speed (m/s)", title="a strip is added …")
right.plot(t, 4.9 * t**2, color=INK)
steps = [4.9 * now**2, 4.9 * now**2, 4.9 * (now + h) ** 2]
right.plot([now, now + h, now + h], steps, color=VERMILLION)
right.set(xlabel="time t (s)", ylabel="area so far (m)", title="… and the area grows")
figure(fig, alt=(
    "Left, the line of speeds 9.8 t with the area up to 0.6 s shaded and a thin strip "
    "beside it; right, the area so far, the parabola 4.9 t², which climbs by that "
    "strip."
))

# %% author=true
assert abs(9.8 * 0.7 * 0.7 / 2 - 4.9 * 0.7**2) < 1e-12

# %% [markdown]
# A triangle of width $t$ and height $9.8\,t$ has the area $4.9\,t^2$: Galileo's parabola, whose slope was the speed. Now for any curve: let $A(x)$ be the area from $a$ up to $x$. Move the right end by a small $h$: a strip of height $f(x)$ and width $h$ is added. So $A(x + h) - A(x) \approx f(x)\,h$, and in the limit $A'(x) = f(x)$: *the area grows as fast as the curve is high*. Any $F$ with $F' = f$, an **antiderivative** of $f$, grows alike, and only its start may differ; the start drops out:

# %% [markdown]
# $$ \int_a^b f(x)\,dx = F(b) - F(a) \quad\text{if}\quad F' = f. $$
#
# In words: the area is what an antiderivative gains from one end to the other. This is the *fundamental theorem* of calculus (Newton and Leibniz, around 1670). By the rules of day 27 the slope of $x^3/3$ is $x^2$, so the area of idea 1 is $2^3/3 - 0 = 8/3$. And $12/x$ belongs to $12 \log x$:

# %%
print("x² from 0 to 2:  ", trapezoid(lambda x: x**2, 0, 2, 1000), " exact:", 2**3 / 3)
exact = 12 * (np.log(3) - np.log(1))
print("12/x from 1 to 3:", trapezoid(lambda x: 12 / x, 1, 3, 1000), " exact:", exact)

# %% author=true
assert abs(trapezoid(lambda x: x**2, 0, 2, 1000) - 8 / 3) < 2e-6 and abs(trapezoid(lambda x: 12 / x, 1, 3, 1000) - 12 * np.log(3)) < 1e-5
_area = lambda x: trapezoid(np.exp, 0, x, 20000)
assert abs((_area(1.001) - _area(0.999)) / 0.002 - np.exp(1)) < 1e-5

# %% [markdown]
# ### Idea 3 · Chance for each unit of length
#
# Back to the board, with even darts. What is the chance that a dart lies within $r$ of the center? The inner disk has the share $\pi r^2/\pi = r^2$ of the area. Between 0.5 and 0.6 lie $0.36 - 0.25 = 0.11$ of all darts, between 0.9 and 1 already 0.19. An *exact* distance has no chance at all. So look at chance for each unit of length: $0.11/0.1 = 1.1$, and 1.9 near the edge. For ever thinner rings that is the slope of $r^2$, namely $2r$.

# %% [markdown]
# Such a curve is a **density** $p(x)$, and probability is the area below it:
#
# $$ P(a \le X \le b) = \int_a^b p(x)\,dx = F(b) - F(a), \qquad F(x) = P(X \le x), \qquad F' = p. $$
#
# In words: the chance of landing between $a$ and $b$ is the area there, and what the running area $F$ gains. $F$ is the **cumulative distribution function**, the *cdf*; it climbs from 0 to 1, and the whole area is 1. **Before you look**: where in the lower picture can you read the shaded area of the upper one?

# %%
def draw_area(r):
    x = np.linspace(0, 1, 101)
    inside = x[x <= r]
    fig, (top, low) = plt.subplots(2, 1, figsize=(5.6, 4.4), sharex=True)
    top.fill_between(inside, 2 * inside, color=BLUE, alpha=0.3)
    top.plot(x, 2 * x, color=BLUE)
    low.plot(inside, inside**2, color=VERMILLION)
    low.plot([r, r, 0], [0, r**2, r**2], ":", color=INK)
    top.set(ylabel="density 2r", title=f"area up to {r:.2f}: {r**2:.2f}")
    low.set(xlabel="distance r", ylabel="cdf", xlim=(0, 1), ylim=(0, 1.05))
    return fig


figure(draw_area(0.6), alt=(
    "Above, the density 2r with the area up to 0.6 shaded; below, the cdf up to there, "
    "which ends at the height 0.36, as much as the shaded area."
))

# %% [markdown]
# The height of the lower curve is the shaded area, 0.36. And the density reaches 2: it is no probability, only its areas are. Drag the right end, and the cdf draws itself. Where does it climb fastest?

# %%
slider(draw_area, alt=(
    "As the right end r moves, the shaded area below 2r grows and the cdf is drawn up "
    "to r²; it climbs fastest near 1."
), r=(0, 1, 0.05, 0.6))

# %% author=true
_r = np.hypot(*second.T)
assert abs(((0.5 < _r) & (_r < 0.6)).mean() - 0.11) < 0.03 and abs((_r > 0.9).mean() - 0.19) < 0.035
assert abs(0.6**2 - trapezoid(lambda r: 2 * r, 0, 0.6, 5)) < 1e-12

# %% [markdown]
# Near 1, where the density is highest.
#
# ### Exercise · A running area
#
# *2 points · about 8 minutes · needs idea 3*
#
# Most densities come as numbers: heights $p_i$ at places $x_i$, not always at equal distances. Their running area, strip by strip, is the cdf. If the heights are known up to a factor only, the last value tells the factor: divide by it.
#
# **Before you code.** Heights 0, 2, 2 at the places 0, 1, 3: which areas have the two strips? And the cdf at the three places?
#
# <details><summary>Answer</summary>
#
# 1 and 4, so the running area is 0, 1, 5 and the cdf 0, 0.2, 1.
#
# </details>
#
# **Your task.** Write `cdf_from_pdf(xs, pdf)`, one value for each place. Three lines; `np.cumsum` adds up, `np.append(0.0, v)` puts a 0 in front.

# %% exercise="d36-cdf_from_pdf"
def cdf_from_pdf(xs: np.ndarray, pdf: np.ndarray) -> np.ndarray:
    """The cumulative distribution function of a density given as numbers.

    xs       (n,)  places, rising, n at least 2
    pdf      (n,)  heights there, at least 0, up to a common factor
    returns  (n,)  from 0 at the first place to 1 at the last

    >>> cdf_from_pdf(np.array([0.0, 1.0, 3.0]), np.array([0.0, 2.0, 2.0])).tolist()
    [0.0, 0.2, 1.0]
    """
    ### BEGIN SOLUTION
    strips = np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2)
    area = np.append(0.0, np.cumsum(strips))
    return area / area[-1]
    ### END SOLUTION


# %% visible="d36-cdf_from_pdf" points=1
# Places 0, 2, 3, 5 with the heights 1, 3, 1, 0: strips 4, 2, 1, together 7. Then an
# even density.
places, heights = np.array([0.0, 2.0, 3.0, 5.0]), np.array([1.0, 3.0, 1.0, 0.0])
got = cdf_from_pdf(places, heights)
got_even = cdf_from_pdf(np.array([0.0, 1.0, 4.0]), np.array([0.25, 0.25, 0.25]))

assert got is not None, (
    "cdf_from_pdf returned None. Did you forget the return statement?"
)
assert np.shape(got) == (4,), (
    f"Four places, four values: shape (4,) is expected, got {np.shape(got)}. What is "
    f"the area up to the first place?"
)
assert np.isclose(got[0], 0, rtol=0, atol=1e-12), (
    f"Up to the first place there is no area: 0, got {float(got[0]):.4f}."
)
assert np.isclose(got[-1], 1, rtol=1e-9, atol=0), (
    f"At the last place all of the probability is gathered: 1, got "
    f"{float(got[-1]):.4f}. By what has the running area to be divided?"
)
assert np.allclose(got, [0, 4 / 7, 6 / 7, 1], rtol=1e-9, atol=1e-12), (
    f"Strips 4, 2 and 1 make 0, 4/7, 6/7, 1 = (0, 0.5714, 0.8571, 1); got "
    f"{np.round(got, 4).tolist()}. How wide is each strip, and how high on average?"
)
assert np.allclose(got_even, [0, 0.25, 1], rtol=1e-9, atol=1e-12), (
    f"An even density from 0 to 4 has a quarter up to 1: (0, 0.25, 1), got "
    f"{np.round(got_even, 4).tolist()}."
)

# %% hidden="d36-cdf_from_pdf" points=1
# Hidden checks: 2 to 40 places at uneven distances, densities above 1 and of any total
# area, with gaps, judged by a library; whole numbers, float32; your arrays left alone.
from scipy.integrate import cumulative_trapezoid as _cumulative

_rng = course_rng("d36-cdf_from_pdf")
for _n in (2, 3, 5, 12, 40):
    for _factor in (1e-3, 1.0, 50.0):
        _xs = np.cumsum(_rng.uniform(0.05, 2.0, size=_n)) - 5
        _pdf = _factor * _rng.uniform(0, 3, size=_n)
        _pdf[_n // 2 : _n // 2 + _n // 4] = 0.0
        _area = _cumulative(_pdf, _xs, initial=0)
        _want, _given_xs, _given_pdf = _area / _area[-1], _xs.copy(), _pdf.copy()
        _got = cdf_from_pdf(_given_xs, _given_pdf)
        assert np.shape(_got) == (_n,), f"{_n} places need {_n} values, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"places {_xs.round(3).tolist()}, heights {_pdf.round(4).tolist()}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert (_given_xs == _xs).all() and (_given_pdf == _pdf).all(), "one of the caller's arrays was changed in place"
_xs, _pdf = np.array([0, 1, 3, 4]), np.array([200, 200, 100, 0])
_want = np.array([0, 200, 500, 550]) / 550
for _type in (int, np.float32):
    _got = cdf_from_pdf(_xs, _pdf.astype(_type))
    assert np.allclose(_got, _want, rtol=1e-5, atol=1e-6), f"heights {_pdf.tolist()} of type {_type.__name__}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"

# %% author=true
assert np.allclose(cdf_from_pdf(np.array([0, 1, 3, 4]), np.array([200, 200, 100, 0], dtype=np.uint8)), np.array([0, 200, 500, 550]) / 550)

# %% [markdown]
# ### Idea 4 · Read the cdf from the side
#
# Now the other way: from a cdf to draws. Put evenly spaced heights $u$ between 0 and 1 on the vertical axis, go across to the curve, and down. **Before you look**: where will the feet of these paths crowd?

# %%
heights = np.arange(0.05, 1, 0.1)
x = np.linspace(0, 1, 101)
fig, ax = plt.subplots(figsize=(5.6, 3.6))
for height in heights:
    foot = height**0.5
    ax.plot([0, foot, foot], [height, height, 0], ":", color=INK, linewidth=1)
ax.plot(x, x**2, color=VERMILLION)
ax.plot(heights**0.5, 0 * heights, "o", color=BLUE)
ax.set(xlabel="distance r", ylabel="even numbers u", xlim=(0, 1), ylim=(-0.03, 1))
figure(fig, alt=(
    "Ten even heights go across to the curve r² and down: their feet at 0.22, 0.39, "
    "0.50 … 0.97 lie the closer together the steeper the curve is."
))

# %% author=true
assert np.allclose((heights**0.5).round(2)[[0, 1, 2, -1]], [0.22, 0.39, 0.5, 0.97], rtol=0, atol=1e-9)

# %% [markdown]
# Where the curve is steep, many heights come down on little ground: there the density is high. So with an even random number $U$ the foot has the density we want. Going across is running the machine $F$ backward (day 7):
#
# $$ X = F^{-1}(U), \qquad P(X \le x) = P(U \le F(x)) = F(x). $$
#
# In words: the foot lies left of $x$ exactly if the height was at most $F(x)$, and an even number is that with the chance $F(x)$.
#
# ### The answer to the puzzle
#
# For darts $F(r) = r^2$, so the distance is $\sqrt u$. That pushes numbers outward: 0.25 becomes 0.5. Three lines check it:

# %%
r = np.sqrt(rng.random(100_000))
print("within 0.5:", (r < 0.5).mean(), "  share of the area:", 0.25)
print("beyond 0.9:", (r > 0.9).mean(), "  share of the area:", 0.19)

# %% author=true
assert abs((r < 0.5).mean() - 0.25) < 0.01 and abs((r > 0.9).mean() - 0.19) < 0.01

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Numbers from any curve
#
# *2 points · about 7 minutes · needs idea 4*
#
# Few cdfs can be turned around by a formula. As numbers they always can: find the two places between whose heights $u$ lies, and go straight across from one to the other. That is what `np.interp` of day 4 does for a curve, if you tell it which axis is which.
#
# **Before you code.** The cdf is 0, 0.2, 1 at the places 0, 1, 3. Where do the heights 0.1 and 0.6 come down?
#
# <details><summary>Answer</summary>
#
# 0.1 is halfway up the first piece: 0.5. And 0.6 halfway up the second: 2.
#
# </details>
#
# **Your task.** Write `inverse_cdf_sample(xs, cdf, u)`. One line is enough, and a loop will do.

# %% exercise="d36-inverse_cdf_sample"
def inverse_cdf_sample(xs: np.ndarray, cdf: np.ndarray, u: np.ndarray) -> np.ndarray:
    """Draws from the density whose cdf is given as numbers.

    xs       (n,)  places, rising
    cdf      (n,)  its heights there, from 0 to 1; where it is level nothing is drawn
    u        (m,)  even random numbers from 0 up to 1, in any order
    returns  (m,)  the place where the cdf, straight between its points, has height u

    >>> places, cdf = np.array([0.0, 1.0, 3.0]), np.array([0.0, 0.2, 1.0])
    >>> inverse_cdf_sample(places, cdf, np.array([0.1, 0.6])).tolist()
    [0.5, 2.0]
    """
    ### BEGIN SOLUTION
    return np.interp(u, cdf, xs)
    ### END SOLUTION


# %% visible="d36-inverse_cdf_sample" points=1
# The cdf 0, 0.5, 0.5, 1 at the places 10, 11, 14, 18: half of all draws between 10 and
# 11, the other half between 14 and 18, none in the gap.
places, climbs = np.array([10.0, 11.0, 14.0, 18.0]), np.array([0.0, 0.5, 0.5, 1.0])
got = inverse_cdf_sample(places, climbs, np.array([0.75, 0.1, 0.625]))

assert got is not None, (
    "inverse_cdf_sample returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"Three numbers u, three draws: shape (3,) is expected, got {np.shape(got)}."
)
assert np.allclose(got, [16, 10.2, 15], rtol=1e-9, atol=0), (
    f"u = 0.75, 0.1 and 0.625 come down at 16, 10.2 and 15; got "
    f"{np.round(got, 4).tolist()}. On which axis does u stand, and how far between two "
    f"places does its height lie?"
)

# %% hidden="d36-inverse_cdf_sample" points=1
# Hidden checks: 2 to 30 places at uneven distances, level pieces, one number u and
# many, in any order, judged by halving; whole numbers; your arrays left as they were.
_rng = course_rng("d36-inverse_cdf_sample")
for _n in (2, 3, 6, 30):
    for _m in (1, 4, 25):
        _xs = np.cumsum(_rng.uniform(0.1, 3.0, size=_n)) - 10
        _steps = _rng.uniform(0.1, 1, size=_n - 1) * (_rng.random(_n - 1) < 0.8)
        _steps[[0, -1]] = _rng.uniform(0.2, 1, size=2)
        _cdf = np.append(0.0, np.cumsum(_steps)) / _steps.sum()
        _cdf[-1] = 1.0
        _u = _rng.uniform(0.001, 0.999, size=_m)
        _want = []
        for _height in _u.tolist():
            _lo, _hi = float(_xs[0]), float(_xs[-1])
            for _ in range(60):
                _middle = (_lo + _hi) / 2
                _k = min(int((_xs <= _middle).sum()) - 1, _n - 2)
                _at = _cdf[_k] + (_cdf[_k + 1] - _cdf[_k]) * (_middle - _xs[_k]) / (_xs[_k + 1] - _xs[_k])
                _lo, _hi = (_middle, _hi) if _at < _height else (_lo, _middle)
            _want.append((_lo + _hi) / 2)
        _given = [_xs.copy(), _cdf.copy(), _u.copy()]
        _got = inverse_cdf_sample(*_given)
        assert np.shape(_got) == (_m,), f"{_m} numbers u need {_m} draws, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-7), f"places {_xs.round(3).tolist()}, cdf {_cdf.round(4).tolist()}, u {_u.round(4).tolist()}: expected {np.round(_want, 4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert all((_a == _o).all() for _a, _o in zip(_given, (_xs, _cdf, _u))), "one of the caller's arrays was changed in place"
assert np.allclose(inverse_cdf_sample(np.array([0, 4, 5]), np.array([0.0, 0.5, 1.0]), np.array([0.0, 0.25, 0.9])), [0, 2, 4.8], rtol=1e-9, atol=1e-12), "places 0, 4, 5 as whole numbers with the cdf 0, 0.5, 1: u = 0, 0.25, 0.9 come down at 0, 2 and 4.8"

# %% [markdown]
# Try it on a curve that nobody has a formula for: the skyline of a camel, seven heights, straight between them. **Guess** the tallest bar of the histogram before you run.

# %%
edges = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
skyline = np.array([0.0, 1.0, 3.0, 1.0, 4.0, 1.0, 0.0])
fine = np.linspace(0, 6, 601)
curve = np.interp(fine, edges, skyline)
u = np.random.default_rng(36).random(20_000)
draws = inverse_cdf_sample(fine, cdf_from_pdf(fine, curve), u)
fig, ax = plt.subplots(figsize=(6.4, 3.0))
ax.hist(draws, bins=np.arange(0, 6.05, 0.2), density=True, color=BLUE, alpha=0.4)
ax.plot(fine, curve / trapezoid(lambda x: np.interp(x, edges, skyline), 0, 6, 600))
ax.set(xlabel="x", ylabel="density")
figure(fig, alt=(
    "A histogram of 20,000 draws follows the two humps of the curve, whose higher one "
    "reaches a density of 0.4 at x = 4."
))

# %% author=true
assert abs(np.trapezoid(skyline, edges) - 10) < 1e-12 and abs(((draws > 3) & (draws < 5)).mean() - 0.5) < 0.02

# %% [markdown]
# At $x = 4$, near the density 0.4: the skyline has the area 10, so its height 4 becomes 4/10. The bars are shares divided by widths, as `density=True` asks: an area of 1 again.
#
# ### A density goes through a machine
#
# What happens to a density if each draw goes through a machine $g$? Take even numbers and $g(u) = \sqrt u$. Ten blocks, each with a tenth of the probability, land on blocks of other widths. **Before you look**: which grow taller?

# %%
ends = np.linspace(0, 1, 11)
fig, panels = plt.subplots(1, 2, figsize=(7.6, 2.8), sharey=True)
for ax, at, name in ((panels[0], ends, "u"), (panels[1], np.sqrt(ends), "√u")):
    widths = np.diff(at)
    middles, look = at[:-1] + widths / 2, {"color": BLUE, "edgecolor": "white"}
    ax.bar(middles, 0.1 / widths, width=widths, **look)
    ax.set(xlabel=name, xlim=(0, 1))
panels[1].plot(ends, 2 * ends, color=INK)
panels[0].set_ylabel("0.1 / width")
figure(fig, alt=(
    "Left, ten blocks of width 0.1 and height 1; right, the same ten after the root: "
    "the first is wide and low, the last narrow and nearly 2 high, along the line 2r."
))

# %% [markdown]
# The narrow ones: every block keeps its area, so what is squeezed grows taller. A thin block at $y$ came from $x = g^{-1}(y)$, and its width there was $|(g^{-1})'(y)|$ times as large:
#
# $$ q(y) = p\big(g^{-1}(y)\big)\;\Big|\,(g^{-1})'(y)\,\Big|. $$
#
# In words: the density where $y$ came from, times how much wider the block was there. The sign goes, since no width is negative. For the root: $1 \cdot 2y$.

# %% [markdown]
# ### Exercise · Push a density through
#
# *2 points · about 7 minutes · needs the picture above*
#
# **Before you code.** $X$ is even between 0 and 1 and $Y = -2X$. Between which numbers does $Y$ lie, how high is its density, and what would come out with the sign kept?
#
# <details><summary>Answer</summary>
#
# Between −2 and 0. $g^{-1}(y) = -y/2$ has the slope $-\frac12$, so the height is $\frac12$: twice as wide, half as high. With the sign a negative density.
#
# </details>
#
# **Your task.** Write `push_density(pdf, g_inv, dg_inv)`. It returns a *function*, the density of $Y$, which takes a number or an array. Two or three lines.

# %% exercise="d36-push_density"
def push_density(pdf: Callable, g_inv: Callable, dg_inv: Callable) -> Callable:
    """The density of Y = g(X), for a machine g that always rises or always falls.

    pdf      the density of X, a function of a number or an array
    g_inv    the machine run backward, from y to x
    dg_inv   the slope of g_inv at y
    returns  the density of Y, a function of a number or an array

    >>> q = push_density(lambda x: 1.0 + 0 * x, lambda y: y**2, lambda y: 2 * y)
    >>> q(np.array([0.25, 0.5])).tolist()
    [0.5, 1.0]
    """
    ### BEGIN SOLUTION
    def density(y):
        return pdf(g_inv(y)) * np.abs(dg_inv(y))

    return density
    ### END SOLUTION


# %% visible="d36-push_density" points=1
# X has the density x/2 between 0 and 2. For Y = X² (back: √y, slope 1/(2√y)) it is 1/4
# everywhere; for Y = 3 − X (back: 3 − y, slope −1) it is (3 − y)/2.
ramp = lambda x: x / 2
got = push_density(ramp, lambda y: y**0.5, lambda y: 0.5 / y**0.5)
assert got is not None, (
    "push_density returned None. Did you forget the return statement?"
)
assert callable(got), f"A function is expected, got {got}."
got_square = got(np.array([0.25, 1.0, 2.25]))
got_turned = push_density(ramp, lambda y: 3 - y, lambda y: -1 + 0 * y)(2.0)

assert got_square is not None, (
    "Your function returns None. It needs a return of its own."
)
assert np.shape(got_square) == (3,), (
    f"Three places, three heights: shape (3,) is expected, got {np.shape(got_square)}."
)
assert np.allclose(got_square, 0.25, rtol=1e-9, atol=0), (
    f"For Y = X² the density is 0.25 at 0.25, 1 and 2.25; got "
    f"{np.round(got_square, 4).tolist()}. At which place is each of the three "
    f"functions "
    f"to be asked, and is a width missing?"
)
assert np.isclose(got_turned, 0.5, rtol=1e-9, atol=0), (
    f"For Y = 3 − X the density at 2 is that of X at 1, 0.5; got "
    f"{float(got_turned):.4f}. Can a width be negative?"
)

# %% hidden="d36-push_density" points=1
# Hidden checks: machines that rise and that fall, judged by densities of a library;
# numbers and arrays, called again and again; your arrays left as they were.
from scipy import stats as _stats

_rng = course_rng("d36-push_density")
_s, _m, _c = float(_rng.uniform(0.4, 1.5)), float(_rng.uniform(-2, 2)), float(_rng.uniform(1.5, 4))
_cases = {
    "exp of a bell": (_stats.norm(0, _s).pdf, np.log, lambda y: 1 / y, _stats.lognorm(_s).pdf, (0.2, 5)),
    "−log of an even number": (_stats.uniform.pdf, lambda y: np.exp(-y), lambda y: -np.exp(-y), _stats.expon.pdf, (0.1, 4)),
    "root of a waiting time": (_stats.expon.pdf, lambda y: y**2, lambda y: 2 * y, _stats.weibull_min(2).pdf, (0.1, 2)),
    "a bell turned and stretched": (_stats.norm(_m, _s).pdf, lambda y: (1 - y) / _c, lambda y: -1 / _c, _stats.norm(1 - _c * _m, _c * _s).pdf, (-4, 4)),
    "sigmoid of logits": (_stats.logistic.pdf, lambda y: np.log(y) - np.log(1 - y), lambda y: 1 / (y * (1 - y)), _stats.uniform.pdf, (0.05, 0.95)),
}
for _name, (_pdf, _back, _slope, _oracle, _range) in _cases.items():
    _q = push_density(_pdf, _back, _slope)
    for _n in (1, 3, 8):
        _y = _rng.uniform(*_range, size=_n)
        _want, _given = _oracle(_y), _y.copy()
        _got = _q(_given)
        assert np.shape(_got) == (_n,), f"{_name}: {_n} places need {_n} heights, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-12), f"{_name}: at {_y.round(4).tolist()} expected {_want.round(5).tolist()}, got {np.round(_got, 5).tolist()}"
        assert (_given == _y).all(), "the caller's places were changed in place"
    _one = float(_rng.uniform(*_range))
    assert np.isclose(_q(_one), _oracle(_one), rtol=1e-7, atol=1e-12), f"{_name}: at the number {_one:.4f} expected {float(_oracle(_one)):.5f}, got {_q(_one)}"

# %% [markdown]
# ### In a real model
#
# A **normalizing flow** (Rezende and Mohamed, 2015) is a chain of machines that can be run backward, with weights that are learned. It draws by running forward; and it knows the density of any picture by running backward and adding up the logarithms of the slopes. Here is one link, the logit of an even number: which curve of day 27 will its density be?

# %%
even = lambda x: 1.0 + 0 * x
q = push_density(even, sigmoid, dsigmoid)
print("density at 0 and 2:", q(np.array([0.0, 2.0])).round(4))
print("area from −20 to 20:", round(trapezoid(q, -20, 20, 4000), 6))
sent = logit(np.random.default_rng(3).uniform(size=100_000))
print("between −1 and 1:", (abs(sent) < 1).mean(), trapezoid(q, -1, 1, 400).round(4))

# %% author=true
assert abs(trapezoid(q, -20, 20, 4000) - 1) < 1e-6 and np.allclose(q(np.array([0.0, 2.0])), [0.25, 0.104994], rtol=1e-4, atol=0)
assert abs((abs(sent) < 1).mean() - trapezoid(q, -1, 1, 400)) < 0.01

# %% [markdown]
# The slope of the sigmoid, $\sigma(1 - \sigma)$, highest at 0 with ¼: what was the slope of a neuron is now a density, and the sigmoid is its cdf. So the logit of an even number is one more case of idea 4, a cdf that is read from the side.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: how can a density be larger than 1, why does the running area have the density as its slope, and what do even numbers do when they meet a cdf from the side? Then compare.
#
# <details><summary>Answer</summary>
#
# A density is chance for each unit of length; a chance of 0.19 on a tenth of a meter is 1.9 for a meter. Moving the right end by $h$ adds a strip of width $h$ and the height of the curve. They come down crowded where the curve is steep, in proportion to its slope, which is the density.
#
# </details>

# %% [markdown]
# ### Exercise · How far from the center, on average?
#
# *2 points · about 7 minutes · needs expected values (day 20) and strips (idea 1)*
#
# On day 20 an expected value was a sum of values times probabilities. A thin strip at $x$ has the probability $p(x)\,h$, and the sum of all of them becomes an integral:
#
# $$ \mathbb{E}[f(X)] = \int_a^b f(x)\,p(x)\,dx. $$
#
# In words: each value of $f$, weighted by the density, over all of the range of $X$.
#
# **Before you code.** The distance of an even dart has the density $2r$. What is its mean? Use an antiderivative.
#
# <details><summary>Answer</summary>
#
# $\int_0^1 r \cdot 2r\,dr = \frac23 - 0$: farther out than half of the radius.
#
# </details>
#
# **Your task.** Write `expect_cont(f, pdf, a, b, n)`, by strips with slanted tops as in `trapezoid`, which is yours to use. One line or a few.

# %% exercise="d36-expect_cont"
def expect_cont(f: Callable, pdf: Callable, a: float, b: float, n: int) -> float:
    """The expected value of f(X) for a random variable with a density.

    f        a function of one number; takes an array of them as well
    pdf      the density of X, likewise
    a, b     X lies between these two
    n        how many panels, at least 1
    returns  one number

    >>> float(expect_cont(lambda r: r, lambda r: 2 * r, 0, 1, 2))
    0.75
    """
    ### BEGIN SOLUTION
    return trapezoid(lambda x: f(x) * pdf(x), a, b, n)
    ### END SOLUTION


# %% visible="d36-expect_cont" points=1
# X has the density (x + 2)/16 from 0 to 4: heights 2/16, 4/16, 6/16 at 0, 2 and 4.
# There (x + 1)² is 1, 9, 25. In two panels: 2 · (1/16 + 9/4 + 75/16) = 14. In many
# 37/3.
tilted = lambda x: (x + 2) / 16
got = expect_cont(lambda x: (x + 1) ** 2, tilted, 0, 4, 2)
got_fine = expect_cont(lambda x: (x + 1) ** 2, tilted, 0, 4, 1000)

assert got is not None, (
    "expect_cont returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, f"One number is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 14, rtol=1e-9, atol=0), (
    f"Two panels with the weighted heights 1/8, 9/4, 75/8: 2 · (1/16 + 9/4 + 75/16) = "
    f"14, got {float(got):.4f}. What is multiplied with what before the strips are "
    f"added, and how often does each height count?"
)
assert np.isclose(got_fine, 37 / 3, rtol=1e-4, atol=0), (
    f"In a thousand panels the expected value is 12.333, got {float(got_fine):.4f}."
)

# %% hidden="d36-expect_cont" points=1
# Hidden checks: several densities and functions, 1 to 50 panels counted one by one, and
# means and mean squares that a library knows.
from scipy import stats as _stats

_rng = course_rng("d36-expect_cont")
_fs = {"x": lambda x: x, "x²": lambda x: x**2, "sin x": np.sin, "|x − 1|": lambda x: abs(x - 1), "3": lambda x: 3 + 0 * x}
for _n in (1, 2, 5, 50):
    for _name, _f in _fs.items():
        _a = float(_rng.uniform(-2, 1))
        _b = _a + float(_rng.uniform(0.5, 3))
        _s = float(_rng.choice([-0.6, 0.6]))
        _pdf = lambda x, a=_a, b=_b, s=_s: (1 + s * (2 * (x - a) / (b - a) - 1)) / (b - a)
        _places = [_a + (_b - _a) * _k / _n for _k in range(_n + 1)]
        _tops = [float(_f(_x)) * _pdf(_x) for _x in _places]
        _want = sum((_b - _a) / _n * (_p + _q) / 2 for _p, _q in zip(_tops, _tops[1:]))
        _got = expect_cont(_f, _pdf, _a, _b, _n)
        assert np.isclose(_got, _want, rtol=1e-9, atol=1e-9), f"f = {_name}, a straight density from {_pdf(_a):.3f} at {_a:.3f} to {_pdf(_b):.3f} at {_b:.3f}, {_n} panels: expected {_want:.6g}, got {_got}"
for _law in (_stats.norm(1, 0.5), _stats.expon(), _stats.beta(2, 5)):
    _a, _b = float(_law.ppf(1e-9)), float(_law.ppf(1 - 1e-9))
    for _name, _f, _want in (("x", _fs["x"], _law.mean()), ("x²", _fs["x²"], _law.var() + _law.mean() ** 2)):
        _got = expect_cont(_f, _law.pdf, _a, _b, 300)
        assert np.isclose(_got, _want, rtol=1e-3, atol=0), f"f = {_name} under a density from {_a:.3f} to {_b:.3f}: expected about {_want:.5f}, got {_got}"

# %% [markdown]
# ### Break it: a sum without widths
#
# A colleague adds up the heights of the darts' density at 101 places, and takes the sums for a cdf. **Predict** where it ends, and where it ends with twice as many places. Then change `101` to `201`.

# %%
r = np.linspace(0, 1, 101)
heights = 2 * r
total = np.cumsum(heights)[-1]
print("the sum ends at", total.round(6))

# %% author=true
assert abs(total - 101) < 1e-9
# edit: "101" -> "201"
# then: abs(total - 201) < 1e-9

# %% [markdown]
# <details><summary>Answer</summary>
#
# At 101, and at 201: the mean height is 1, and it is counted once for each place. Whatever depends on how finely one looks is no probability. With the width of a strip, 0.01 or 0.005, both end near 1.
#
# </details>

# %% [markdown]
# ### Break it again: a forgotten width
#
# A flow in a hurry: $Y = 3X$ with $X$ even between 0 and 1, and its author forgot the slope of the way back. **Predict** the area below the "density" of $Y$. Then change `slope = 1` to `slope = 1 / 3`.

# %%
slope = 1
y = np.linspace(0, 3, 301)
claimed = np.where(y / 3 <= 1, 1.0, 0.0) * slope
area = ((claimed[1:] + claimed[:-1]) / 2 * np.diff(y)).sum()
print("area of the claimed density:", area.round(6))

# %% author=true
assert abs(area - 3) < 1e-9
# edit: "slope = 1" -> "slope = 1 / 3"
# then: abs(area - 1) < 1e-9

# %% [markdown]
# <details><summary>Answer</summary>
#
# 3: the block is three times as wide and was left at its height. A model that claims more than 1 in all gives every picture too much, and a flow that is trained so learns to blow up: wide is free. With the slope ⅓ the area is 1.
#
# </details>

# %% [markdown]
# ### Derive it: where waiting times come from
#
# Day 21 drew waiting times with `rng.exponential`. Their density is $e^{-x}$ for $x \ge 0$. On paper: an antiderivative, the cdf $F(x)$ with $F(0) = 0$, and from $u = F(x)$ the machine that makes a waiting time of an even number. Then unfold, and run the cell, which tries it.
#
# <details><summary>Answer</summary>
#
# $-e^{-x}$ has the slope $e^{-x}$. What it gains from 0 to $x$ is $F(x) = 1 - e^{-x}$. From $u = 1 - e^{-x}$ follows $e^{-x} = 1 - u$ and $x = -\log(1 - u)$.
#
# </details>

# %%
rng = np.random.default_rng(36)
ours, numpys = -np.log(1 - rng.random(100_000)), rng.exponential(size=100_000)
for name, waits in (("ours", ours), ("numpy's", numpys)):
    print(f"{name:8} mean {waits.mean():.3f}   beyond 3: {(waits > 3).mean():.4f}")
print("by the cdf:           beyond 3:", np.exp(-3).round(4))

# %% author=true
assert abs(ours.mean() - 1) < 0.02 and abs((ours > 3).mean() - np.exp(-3)) < 0.003

# %% [markdown]
# The same mean 1, and the same 5 percent beyond 3. So one kind of randomness is enough: a generator of even numbers, with the right machine behind it, makes all others. Day 53 builds on this.

# %% [markdown]
# ### Think about it
#
# A factory cuts square tiles whose *side* is even between 0 and 1 meter. A clerk says that the *area* is then even between 0 and 1 square meter. Which share of the tiles is smaller than a quarter of a square meter, by each of the two, and which density has the area?
#
# <details><summary>Answer</summary>
#
# Smaller than a quarter means a side below one half: half of the tiles. The clerk would say a quarter. The area is $y = x^2$, run backward $\sqrt y$ with the slope $1/(2\sqrt y)$, and that is its density: high at small areas. "Even" always needs the word: even in what?
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. An integral is what strips add up to as they get thinner; strips with slanted tops have a fault of order 2.
# 2. The area grows as fast as the curve is high: integrals are gains of an antiderivative.
# 3. Probability is area below a density; the running area is the cdf, and the density is its slope.
# 4. Even numbers, sent backward through a cdf, come out with its density.
# 5. A machine keeps areas: the density behind it is the old one times how much wider the block was.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\int_a^b f(x)\,dx$ | the integral of f from a to b | `trapezoid(f, a, b, n)` |
# | $dx$ | the width of a thin strip | `(b - a) / n` |
# | $p(x)$ | density of a random variable at x | `pdf(x)` |
# | $F(x)$ | cumulative distribution function | `cdf_from_pdf(xs, pdf)` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Integration and the fundamental theorem of calculus](https://www.3blue1brown.com/lessons/integration) (20 minutes), with a car and its speed for the curve. Tomorrow one density takes the stage, the bell of day 21.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The board in more dimensions. In a ball of radius 1 in $D$ dimensions the share within $r$ is $r^D$, so a point drawn evenly has the distance $u^{1/D}$. **Guess** the distance that half of all points exceed, for $D = 2$, 3 and 512, the width of a small model's vectors.

# %%
for D in (2, 3, 10, 512):
    print(f"D = {D:3d}: half of all points lie beyond {0.5 ** (1 / D):.4f}")

# %% author=true
assert [round(0.5 ** (1 / D), 4) for D in (2, 3, 10, 512)] == [0.7071, 0.7937, 0.933, 0.9986]

# %% [markdown]
# 0.7071, 0.7937 and 0.9986: in high dimensions a ball is nearly all skin. Intuitions from flat pictures, such as "most points are somewhere in the middle", fail there, and with them many a picture of what a model's vectors look like.
