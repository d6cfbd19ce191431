# %% author=true
from log2attn import course_rng

# %% [markdown]
# # The slope at a point: cost curves and what their slopes know
#
# **Question of the day.** Steepness compares two heights. How can a curve be steep *at one point*, and what does its steepness know about its lowest place?
#
# *After today you can* measure the slope of any curve at any point, even one without a formula; read valleys and tops off a slope curve;
# say when one valley is all there is, and find its floor with few questions.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks, take a pencil, and write an answer with a number to each question before you unfold ours. What you get wrong today, look at again tomorrow. Then comes the graded warm-up, on an idea of day 16.

# %% [markdown]
# **Yesterday (day 22).** A detector calls 30 pictures *cat*; 24 of them are cats. There are 40 cats. Give its precision and its recall. And what is its AUC if every cat scores higher than every other picture?
#
# <details><summary>Answer</summary>
#
# Precision 24/30 = 0.8, recall 24/40 = 0.6. AUC is 1: every pair is in the right order, wherever the bar stands.
#
# </details>

# %% [markdown]
# **A week ago (day 16).** A matrix stretches one direction by 3 and another by $\frac12$. You multiply a vector that has a part along each by it, ten times. Along which direction does the result point, nearly?
#
# <details><summary>Answer</summary>
#
# Along the first: its part has grown by $3^{10} = 59{,}049$, the other shrunk to a thousandth.
#
# </details>
#
# **Before that (day 2).** A gap shrinks by the factor 0.8 a step. After how many steps is less than half of it left?
#
# <details><summary>Answer</summary>
#
# Four: $0.8^3 = 0.512$ and $0.8^4 = 0.41$.
#
# </details>

# %% author=true
assert 24 / 30 == 0.8 and 24 / 40 == 0.6 and 3**10 == 59049 and 2**10 > 1000 and 0.8**3 > 0.5 > 0.8**4

# %% [markdown]
# The tools of the day. `data.terrain` is a map of heights in meters, 344 rows by 403 columns, of a real mountain ridge in Tennessee; everything else in this cell you have used before.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, INK, VERMILLION

# %% [markdown]
# ### Exercise · Members who come and go
#
# *1 point · about 3 minutes · needs tables of shares and their second eigenvalue (day 16)*
#
# Every month the share `leave` of a club's members leaves and the share `back` of all others joins. One share stays as it is, back / (leave + back). The second eigenvalue of the table is $1 - \text{leave} - \text{back}$: by this factor the distance from that share changes in a month.
#
# **Before you code.** leave = 0.1, back = 0.3, and nobody is a member at first. What share is it after one month, and in the end?
#
# <details><summary>Answer</summary>
#
# 0.3 after one month. In the end 0.3/0.4 = 0.75: the distance went from 0.75 to 0.45, by the factor 0.6.
#
# </details>
#
# **Your task.** Write `review_23(leave, back, p0, k)`: the share of members after `k` months, from the share `p0`. Two lines are enough.

# %% exercise="d23-review"
def review_23(leave: float, back: float, p0: float, k: int) -> float:
    """The share of members after k months.

    leave    share of the members that leaves in a month, 0 to 1
    back     share of the others that joins, 0 to 1; leave + back > 0
    p0       share of members at the start
    k        number of months, 0 or more
    returns  the share after k months

    >>> round(review_23(0.1, 0.3, 0.0, 1), 6)
    0.3
    """
    ### BEGIN SOLUTION
    still = back / (leave + back)
    return still + (1 - leave - back) ** k * (p0 - still)
    ### END SOLUTION


# %% visible="d23-review" points=0
# From 0: 0.3 after a month, then 0.3 · 0.9 + 0.7 · 0.3 = 0.48.
got = review_23(0.1, 0.3, 0.0, 2)

assert got is not None, "review_23 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}."
)
assert np.isclose(got, 0.48, rtol=1e-9, atol=0), (
    f"The share goes 0, 0.3, 0.48; got {float(got):.4f} after two months. How far from "
    f"0.75 is it each month?"
)

# %% hidden="d23-review" points=1
# Hidden checks: many shares, 0 to 400 months, shares that swing from side to side.
_rng = course_rng("d23-review")
for _k in (0, 1, 2, 3, 7, 30, 400):
    for _ in range(4):
        _leave, _back, _p0 = (float(_v) for _v in _rng.uniform(0.01, 0.99, size=3))
        _want = _p0
        for _month in range(_k):
            _want = _want * (1 - _leave) + (1 - _want) * _back
        _got = review_23(_leave, _back, _p0, _k)
        assert np.isclose(_got, np.float64(_want), rtol=1e-7, atol=1e-9), f"leave {_leave:.3f}, back {_back:.3f}, from {_p0:.3f}, {_k} months: expected {_want:.6f}, got {_got}"
assert np.isclose(review_23(1.0, 1.0, 0.2, 3), 0.8, rtol=1e-9, atol=0), "if all leave and all others join, 0.2 becomes 0.8, 0.2, 0.8"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: downhill in the fog
#
# Here are the real heights along a line, 30 km from west to east. A walker stands somewhere on it in thick fog and wants to get to the lowest place. All she can feel is the slope under her feet, so she walks downhill until it no longer goes down. There are 403 places to start from.

# %%
ridge = data.terrain()[60].astype(float)  # meters; one row of the map
km = np.arange(403) * 0.074  # 74 m from place to place
fig, ax = plt.subplots(figsize=(7.6, 3.2))
ax.plot(km, ridge, color=BLUE)
ax.plot(km[ridge.argmin()], ridge.min(), "v", color=VERMILLION, label="lowest place")
ax.set(xlabel="distance from the western edge (km)", ylabel="height (m)")
ax.legend()
figure(fig, alt=(
    "A profile of 30 km with many peaks and valleys between 343 and 750 m. The lowest "
    "place lies near the eastern end, at 27.5 km."
))

# %% author=true
if not data.is_stand_in("terrain"):
    assert ridge.min() == 343 and np.isclose(km[ridge.argmin()], 27.45, atol=0.01) and ridge.shape == (403,)

# %% [markdown]
# **Write down your guess**: from how many of the 403 places does she reach the lowest one? The count closes this part. Until then we need a word for what she feels.
#
# ### Idea 1 · The slope at a point, measured
#
# On day 6 a model with one number had the cost $C(m) = 5m^2 - 30m + 50$. How steep is this curve at $m = 4$? A line has a slope: rise over run (day 5). A curve has two different heights only at two different points. So take a second point close by, a **step** $h$ away, and draw the chord through both. What happens to it as $h$ shrinks?

# %%
def C(m):
    return 5 * m**2 - 30 * m + 50


def chord(ax, h):
    ms = np.linspace(2.4, 6.1, 200)
    slope = (C(4 + h) - C(4)) / h
    ax.plot(ms, C(ms), color=BLUE)
    ax.plot(ms, C(4) + slope * (ms - 4), color=VERMILLION)
    ax.plot([4, 4 + h], [C(4), C(4 + h)], "o", color=INK)
    ax.set(title=f"h = {h:g}: slope {slope:.4g}", xlabel="m", ylabel="cost C(m)")
    ax.set(ylim=(-5, 55))


# %% [markdown]
# `chord` draws the curve, the two points and the line through them, and writes its slope above. Here are three steps, each a fraction of the one before. To which number do the slopes go?

# %%
fig, axes = plt.subplots(1, 3, figsize=(9.6, 3.2), sharey=True)
for ax, h in zip(axes, (2.0, 0.5, 0.01), strict=True):
    chord(ax, h)
figure(fig, alt=(
    "A parabola and a line through two of its points, for h = 2, 0.5 and 0.01. The "
    "slopes are 20, 12.5 and 10.05; the last line touches the curve at m = 4."
))


# %% author=true
assert [round((C(4 + h) - C(4)) / h, 2) for h in (2.0, 0.5, 0.01)] == [20.0, 12.5, 10.05]

# %% [markdown]
# To 10. The chord settles down to a line that touches the curve at $m = 4$: its **tangent**. Drag the step toward 0, and watch both the line and the slope above the picture.

# %%
def draw(h):
    fig, ax = plt.subplots(figsize=(5.6, 3.6))
    chord(ax, h)
    return fig


slider(draw, alt=(
    "A chord of a parabola that turns into the tangent at m = 4 as h shrinks."
), h=(0.01, 2.0, 0.01, 1.0))

# %% [markdown]
# This is the **measured slope**, with $\Delta x = h$ for the run:
#
# $$ \frac{f(x + h) - f(x)}{h} \qquad \text{(forward)}. $$
#
# In words: how much $f$ rises over a tiny run, divided by that run. For our parabola algebra says what comes out: $(C(m+h) - C(m))/h = 10m - 30 + 5h$. At $m = 4$ that is $10 + 5h$: the wanted 10, and an error as large as five steps.

# %% [markdown]
# The forward chord looks to one side only. Looking equally far to *both* sides is fairer: the point in question is then the middle. The **central** slope is
#
# $$ \frac{f(x + h) - f(x - h)}{2h}, $$
#
# in words: the rise from a step before to a step after, over both steps. For the parabola, $C(m + h) - C(m - h) = 20mh - 60h$, so the central slope is $10m - 30$, with no error at all. Now a curve that is no parabola: $e^x$ at $x = 0$. How do the two errors fall as $h$ falls tenfold? (The slope there is 1; day 2's $e$ is the one base for which it is.)

# %%
assert np.isclose((C(4.3) - C(4)) / 0.3, 10 * 4 - 30 + 5 * 0.3, rtol=1e-9, atol=0)
assert np.isclose((C(4.3) - C(3.7)) / 0.6, 10 * 4 - 30, rtol=1e-9, atol=0)
for h in (1e-1, 1e-2, 1e-4, 1e-6, 1e-10, 1e-14):
    forward = (np.exp(h) - np.exp(0)) / h
    central = (np.exp(h) - np.exp(-h)) / (2 * h)
    print(f"h = {h:5.0e}   errors: {forward - 1:9.1e} {central - 1:9.1e}")

# %% author=true
_err = lambda h: (abs((np.exp(h) - 1) / h - 1), abs((np.exp(h) - np.exp(-h)) / (2 * h) - 1))
assert 9 < _err(1e-1)[0] / _err(1e-2)[0] < 11 and 90 < _err(1e-1)[1] / _err(1e-2)[1] < 110
assert _err(1e-4)[1] < 2e-9 and _err(1e-14)[1] > 1e-4

# %% [markdown]
# A tenth of the step: the forward error falls to a tenth, the central one to a hundredth. But not forever. At $10^{-14}$ both are wrong in the third digit. Two nearly equal heights are subtracted, and day 4 showed what that does: cancellation. Steps near $10^{-5}$ are a good choice for a central slope.

# %% [markdown]
# ### Exercise · Look both ways
#
# *2 points · about 6 minutes · needs rise over run (day 5) and a cost curve (day 6)*
#
# This one line measures the slope of anything that you can compute: a formula, a program, a trained model. Days 24 and 30 build on it.
#
# **Before you code.** $f(x) = |x|$ has a corner at 0. What does the central slope say there, and the forward one, for any $h$?
#
# <details><summary>Answer</summary>
#
# Central: $(h - h)/(2h) = 0$. Forward: 1. At a corner a slope depends on who measures.
#
# </details>
#
# **Your task.** Write `central_slope(f, x, h)`. One line is enough.

# %% exercise="d23-central_slope"
def central_slope(f: Callable, x: float, h: float) -> float:
    """The slope of f at x, measured from a step before to a step after.

    f        function of one number
    x        the point
    h        the step, not 0
    returns  rise over run between x − h and x + h

    >>> float(central_slope(lambda x: x**2, 3.0, 0.5))
    6.0
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x - h)) / (2 * h)
    ### END SOLUTION


# %% visible="d23-central_slope" points=1
# x³ from 1 to 3, around x = 2: the rise is 27 − 1 over a run of 2. And a falling line.
got = central_slope(lambda x: x**3, 2.0, 1.0)
got_falling = central_slope(lambda x: 7 - 3 * x, 1.0, 0.25)

assert got is not None, "central_slope returned None. Is a return statement missing?"
assert np.ndim(got) == 0, f"One slope is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 13.0, rtol=1e-9, atol=0), (
    f"x³ rises from 1 at x = 1 to 27 at x = 3, so 26 over a run of 2 is 13; got "
    f"{float(got):.4f}. How long is the run, and where does it begin?"
)
assert np.isclose(got_falling, -3.0, rtol=1e-9, atol=0), (
    f"The line 7 − 3x falls by 3: expected −3, got {float(got_falling):.4f}."
)

# %% hidden="d23-central_slope" points=1
# Hidden checks: polynomials of degree 3, whose central slope is known exactly, steps
# from 1e-4 to 10 and negative ones, sines, corners.
_rng = course_rng("d23-central_slope")
for _h in (1e-4, 1e-2, 0.3, 1.0, 10.0, -0.5):
    for _ in range(6):
        _a, _b, _c, _d = (float(_v) for _v in _rng.uniform(-5, 5, size=4))
        _x = float(_rng.uniform(-4, 4))
        _want = np.float64(3 * _a * _x**2 + 2 * _b * _x + _c + _a * _h**2)
        _got = central_slope(lambda t, a=_a, b=_b, c=_c, d=_d: a * t**3 + b * t**2 + c * t + d, _x, _h)
        assert np.isclose(_got, _want, rtol=1e-6, atol=1e-6), f"a polynomial of degree 3 at x = {_x:.3f} with h = {_h:g}: expected {_want:.6f}, got {_got}"
assert np.isclose(central_slope(np.sin, 0.0, 1e-4), 1.0, rtol=1e-6, atol=0), "the sine has the slope 1 at 0"
assert np.isclose(central_slope(abs, 0.0, 0.7), 0.0, rtol=0, atol=1e-12), "|x| is as high on the left of 0 as on the right: the central slope is 0"
assert np.isclose(central_slope(lambda t: t * t, 5, 2), 10.0, rtol=1e-9, atol=0), "wrong for whole numbers: x² at 5 with h = 2"

# %% [markdown]
# ### Idea 2 · The slope is a curve of its own
#
# Measure the slope at many places and draw what you get: a second curve, which says at each $x$ how steep the first one is. Above, a cost curve with three tangents; below, its slopes. **Before you look**: what does the lower curve do where the upper one has a valley? And on a top?

# %%
def f(x):
    return x**4 / 4 - x**3 / 3 - x**2


xs = np.linspace(-1.9, 2.9, 300)
fig, (top, low) = plt.subplots(2, 1, figsize=(6.4, 5.2), sharex=True)
top.plot(xs, f(xs), color=BLUE)
for a, m in ((-1, 0), (0, 0), (1, -2), (2, 0)):
    top.plot([a - 0.4, a + 0.4], [f(a) - 0.4 * m, f(a) + 0.4 * m], "-", color=INK)
low.plot(xs, (f(xs + 1e-5) - f(xs - 1e-5)) / 2e-5, color=VERMILLION)
low.plot([-1, 0, 2], [0, 0, 0], "o", color=INK)
top.set_ylabel("cost f(x)")
low.set(xlabel="x", ylabel="slope of f", ylim=(-4, 6))
figure(fig, alt=(
    "Above: a cost curve with valleys at −1 and 2, a top at 0, and tangents. Below: "
    "its slope curve, which is zero exactly at −1, 0 and 2."
))

# %% author=true
for _at, _slope in ((-1, 0), (0, 0), (1, -2), (2, 0)):
    assert abs((f(_at + 1e-5) - f(_at - 1e-5)) / 2e-5 - _slope) < 1e-8
assert f(-1) > f(2)

# %% [markdown]
# The zeros of the slope sit under the flat tangents. In a valley the slope goes from negative to positive: down, flat, up; on a top the other way. A flat place alone is no valley; the change of sign tells.
#
# Where the slope is far from zero, a small change of $x$ pays: at $x = 1$ the slope is −2, so a step of 0.1 to the right lowers the cost by about 0.2. That is what "the loss goes down" will mean from tomorrow on. (The slope curve of $f$ is called its *derivative*; ours is measured, day 26 finds it exactly.)

# %% [markdown]
# ### Exercise · A curve of slopes
#
# *2 points · about 6 minutes · needs the central slope*
#
# Measure the slope at each of many places. `f` may be anything that answers one number with one number, as Python's own functions do, so it cannot be given all places at once.
#
# **Before you code.** Someone takes the chords from each place to the next. For five places, how many slopes is that, and where do they belong?
#
# <details><summary>Answer</summary>
#
# Four, and they belong to the middles between the places.
#
# </details>
#
# **Your task.** Write `slope_curve(f, xs, h)`, the central slope at each of the places `xs`, one place after the other.

# %% exercise="d23-slope_curve"
def slope_curve(f: Callable, xs: np.ndarray, h: float) -> np.ndarray:
    """The central slope of f at many places.

    f        function of one number
    xs       (n,)  the places, in any order
    h        the step, not 0
    returns  (n,)  a slope for each place

    >>> slope_curve(lambda x: x**2, np.array([0.0, 1.0, 4.0]), 0.5).tolist()
    [0.0, 2.0, 8.0]
    """
    ### BEGIN SOLUTION
    return np.array([(f(x + h) - f(x - h)) / (2 * h) for x in xs])
    ### END SOLUTION


# %% visible="d23-slope_curve" points=1
# Of x² the slope is 2x, whatever h is: at 3, −1 and 0 that makes 6, −2 and 0.
got = slope_curve(lambda x: float(x) ** 2, np.array([3.0, -1.0, 0.0]), 0.25)

assert got is not None, "slope_curve returned None. Is a return statement missing?"
assert np.shape(got) == (3,), (
    f"A slope for each of 3 places: expected shape (3,), got {np.shape(got)}. Do you "
    f"compare places with each other, or each with itself a step away?"
)
assert np.allclose(got, [6, -2, 0], rtol=1e-9, atol=1e-12), (
    f"At 3, −1 and 0 the slopes of x² are 6, −2 and 0; got {np.round(got, 4)}. Between "
    f"which two points is each slope measured?"
)

# %% hidden="d23-slope_curve" points=1
# Hidden checks: polynomials of degree 3, 1 to 60 places in any order, whole numbers,
# several steps; your places left as they were.
_rng = course_rng("d23-slope_curve")
for _n in (2, 1, 3, 10, 60):
    for _h in (1e-3, 0.25, 2.0):
        _a, _b, _c = (float(_v) for _v in _rng.uniform(-3, 3, size=3))
        _xs = _rng.uniform(-5, 5, size=_n)
        _want = 3 * _a * _xs**2 + 2 * _b * _xs + _c + _a * _h**2
        _given = _xs.copy()
        _got = slope_curve(lambda t, a=_a, b=_b, c=_c: (a * float(t) + b) * t**2 + c * t - 7, _given, _h)
        assert np.shape(_got) == (_n,), f"{_n} places need {_n} slopes, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), f"{_n} places, h = {_h:g}: expected {np.round(_want[:4], 4)} …, got {np.round(_got, 4)[:4]} …"
        assert (_given == _xs).all(), "the caller's places were changed in place"
_got = slope_curve(lambda t: float(t) * t * t, np.array([2, -1, 0, 2]), 0.5)
assert np.allclose(_got, [12.25, 3.25, 0.25, 12.25], rtol=1e-9, atol=0), "wrong for whole numbers: x³ at 2, −1, 0, 2 with h = 0.5"

# %% [markdown]
# ### Idea 3 · When one valley is all there is
#
# A place that is lower than everything nearby is a **local minimum**; the lowest of all is the **global minimum**. The curve above has two local minima, at −1 and 2, and only the second is global. Whoever starts at −2 and walks downhill stops at −1.
#
# Which curves have no such trap? Draw chords. In the left picture below every chord lies above its piece of the curve. In the right one a chord is *below* it, somewhere. Which of the two can have two valleys?

# %%
def bowl(x):
    return 0.5 * x**2 + 0.1 * np.exp(x)


fig, axes = plt.subplots(1, 2, figsize=(8.4, 3.2))
for ax, g, ends in zip(axes, (bowl, f), ((-1.7, 2.2), (-1.1, 1.9)), strict=True):
    a, b = ends
    ax.plot(xs, g(xs), color=BLUE)
    ax.plot([a, b], [g(a), g(b)], "--o", color=VERMILLION)
    ax.set(xlabel="x", ylabel="cost")
axes[0].set_title("convex: under every chord")
axes[1].set_title("not convex: above this chord")
figure(fig, alt=(
    "Left: a bowl that stays under its dashed chord. Right: the curve with two "
    "valleys, which rises above the chord between them."
))

# %% [markdown]
# A curve that never rises above any of its chords is called **convex**. For $t$ from 0 to 1 the place $a + t(b - a)$ goes from $a$ to $b$, and the chord over it has the height on the right:
#
# $$ f(a + t(b - a)) \le f(a) + t\,(f(b) - f(a)). $$
#
# In words: the curve lies on or below every chord. And then a local minimum is global. For if a place $b$ were lower than the local minimum $a$, the chord from $a$ to $b$ would go down from its first step on, and the curve, under it, would go down at once: $a$ was no minimum.

# %%
t = np.linspace(0, 1, 101)
for name, g in (("bowl", bowl), ("f", f)):
    curve = g(-1.1 + t * 3.0)
    line = g(-1.1) + t * (g(1.9) - g(-1.1))
    print(name, "never above its chord:", (curve <= line + 1e-12).all())

# %% author=true
assert (bowl(-1.1 + t * 3.0) <= bowl(-1.1) + t * (bowl(1.9) - bowl(-1.1)) + 1e-12).all()
assert not (f(-1.1 + t * 3.0) <= f(-1.1) + t * (f(1.9) - f(-1.1)) + 1e-12).all()

# %% [markdown]
# ### The answer to the puzzle
#
# The walker goes to the lower neighbor for as long as there is one. `np.argmin` names the lowest of the places around her, counted from `left`: 0 for the left one, 1 for where she stands. At the western edge there is no left one, and 0 is where she stands.

# %%
def walk(ys, i):
    while True:
        left = max(i - 1, 0)
        step = left + int(np.argmin(ys[left : i + 2]))
        if step == i:
            return i
        i = step


ends = [walk(ridge, i) for i in range(403)]
print("different ends:", len(set(ends)))
print("starts that reach the lowest place:", ends.count(int(ridge.argmin())))

# %% author=true
if not data.is_stand_in("terrain"):
    assert len(set(ends)) == 50 and ends.count(int(ridge.argmin())) == 20 and ridge.max() == 750

# %% [markdown]
# From 20 of 403, one in twenty: this ridge has 50 places at which a walker stops. What she feels is true and local. The slope tells her which way is down *here*; only convexity would tell her that down here is down everywhere. Most costs of large models are not convex, and training goes down them all the same.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Every valley of a profile
#
# *3 points · about 12 minutes · needs local minima*
#
# Find all local minima of a list of heights. The two ends do not count: nobody knows what lies beyond. A flat floor counts once, at its first place, if the heights go *down* into it and *up* out of it.
#
# **Before you code.** Where are the valleys of 5, 3, 3, 4, 2, 2, 1, 6, 0?
#
# <details><summary>Answer</summary>
#
# At 1 (a floor of 3s) and at 6. The 2s are a step on the way down, and the 0 is an end.
#
# </details>
#
# **Your task.** Write `local_minima(ys)`, the places in rising order. One walk is enough: remember where you last went down; when you next go up, that place was a valley. Seven or eight lines.

# %% exercise="d23-local_minima"
def local_minima(ys: np.ndarray) -> list[int]:
    """The places of the valleys in a list of heights.

    ys       (n,)  heights, n ≥ 1
    returns  places from 1 to n − 2, rising; of a flat floor, its first place

    >>> local_minima(np.array([5, 3, 3, 4, 2, 2, 1, 6, 0]))
    [1, 6]
    """
    ### BEGIN SOLUTION
    valleys, floor = [], 0
    for i in range(1, len(ys)):
        if ys[i] < ys[i - 1]:
            floor = i
        elif ys[i] > ys[i - 1] and floor > 0:
            valleys.append(floor)
            floor = 0
    return valleys
    ### END SOLUTION


# %% visible="d23-local_minima" points=1
# Two valleys, one of them with a flat floor; a step on the way down, a top, two ends.
ys = np.array([5, 3, 3, 4, 2, 2, 1, 6, 0])
got = local_minima(ys)

assert got is not None, "local_minima returned None. Is a return statement missing?"
got = np.asarray(got).tolist()
assert isinstance(got, list), f"A list of places is expected, got {got}."
assert 8 not in got and 0 not in got, (
    f"The ends do not count: nobody knows what lies beyond them. Got {got}."
)
assert 4 not in got and 5 not in got, (
    f"From the 2s it goes on down, so they are a step, no valley. Got {got}."
)
assert 2 not in got, f"The floor of 3s counts once, at its first place, 1. Got {got}."
assert got == [1, 6], (
    f"The valleys of {ys.tolist()} are at 1 and 6, got {got}. Where do the heights go "
    f"down before and up after?"
)

# %% hidden="d23-local_minima" points=2
# Hidden checks: 1 to 60 heights, many equal neighbors, flat and monotone lists,
# heights below zero and far apart; your heights left as they were.
_rng = course_rng("d23-local_minima")


def _valleys(ys):
    _runs = []
    for _i, _y in enumerate(ys):
        if not _runs or _runs[-1][1] != _y:
            _runs.append((_i, _y))
    return [_runs[_j][0] for _j in range(1, len(_runs) - 1) if _runs[_j - 1][1] > _runs[_j][1] < _runs[_j + 1][1]]


for _n in (1, 2, 3, 4, 5, 8, 13, 30, 60):
    for _kind in ("few", "many", "floats", "large"):
        _ys = _rng.integers(-2, 3, size=_n) if _kind in ("few", "large") else _rng.integers(-20, 20, size=_n)
        if _kind == "floats":
            _ys = _rng.normal(size=_n)
        elif _kind == "large":
            _ys = _ys * 10**4 + 10**6
        _want, _given = _valleys(_ys.tolist()), _ys.copy()
        _got = np.asarray(local_minima(_given)).tolist()
        assert _got == _want, f"heights {np.round(_ys, 3).tolist()}: expected the valleys {_want}, got {_got}"
        assert (_given == _ys).all(), "the caller's heights were changed in place"
for _ys, _want in (([3, 1, 2], [1]), ([3, 1, 1], []), ([1, 1, 2], []), ([2, 2, 2, 2], []), ([4, 1, 1, 1, 1, 5], [1]), ([1, 2, 1, 2, 1], [2]), ([9, 5, 5, 7, 5, 5, 9], [1, 4]), ([3.0, 1.0, 1.0 + 1e-12, 4.0], [1])):
    _got = np.asarray(local_minima(np.array(_ys))).tolist()
    assert _got == _want, f"heights {_ys}: expected the valleys {_want}, got {_got}"

# %% [markdown]
# Now the real ridge. A map-maker smooths a profile before counting: he takes the mean of each place and its neighbors up to `w` places away. How does the number of valleys change? Your function counts.

# %%
def smooth(ys, w):
    return np.array([ys[max(i - w, 0) : i + w + 1].mean() for i in range(len(ys))])


try:
    for w in (0, 1, 3, 10, 30):
        print(f"w = {w:2d}: {len(local_minima(smooth(ridge, w))):2d} valleys")
except NotImplementedError:
    print("Write local_minima first, then run this cell again.")

# %% author=true
if not data.is_stand_in("terrain"):
    assert [len(local_minima(smooth(ridge, w))) for w in (0, 1, 3, 10, 30)] == [50, 31, 21, 16, 10]

# %% [markdown]
# 50 valleys, 31, 21, 16, 10: a valley is a question of how closely you look. Most of the 50 are a few meters deep, and a longer stride steps over them. Noise in a training loss makes such valleys too; averages (day 2) wash them out.

# %% [markdown]
# ### Slopes without a formula
#
# For the ridge there is no formula, but `np.interp` draws straight lines between its heights, so it can be asked anywhere. That is a function, and a slope can be measured. Here is the slope in percent, as road signs give it (10 % is 100 m up for each kilometer), with a step of 0.2 km and with one of 1 km. Which one would you show a cyclist?

# %%
def height(x):  # x in km, the height in m
    return np.interp(x, km, ridge)


fig, axes = plt.subplots(2, 1, figsize=(7.2, 4.4), sharex=True, sharey=True)
inside = np.linspace(1, 28.7, 800)
for ax, h in zip(axes, (0.2, 1.0), strict=True):
    percent = (height(inside + h) - height(inside - h)) / (2 * h) / 10
    ax.plot(inside, percent, color=GREEN)
    ax.axhline(0, color=GRAY, linestyle=":")
    ax.set(title=f"step {h:g} km", ylabel="slope (%)")
axes[1].set(xlabel="distance from the western edge (km)")
figure(fig, alt=(
    "Slope of the ridge in percent. With a step of 0.2 km it swings beyond 30 on both "
    "sides, with many changes of sign; with 1 km it is calmer, within 13 percent."
))

# %% author=true
if not data.is_stand_in("terrain"):
    _worst = [np.abs((height(inside + _h) - height(inside - _h)) / (2 * _h) / 10).max() for _h in (0.2, 1.0)]
    assert 43 < _worst[0] < 44.5 and 11.5 < _worst[1] < 12.5

# %% [markdown]
# The second shows the climb, the first the road surface. A measured slope always belongs to a step, and for measured heights no step is the right one: a small one amplifies the noise, a large one flattens the hills. A formula has no such trouble; for it, day 26 lets $h$ go to 0.

# %% [markdown]
# ### In a real model
#
# Training a network is a walk on a cost curve in very many directions at once. Nobody sees the map; what is known at each step is a slope. Programs that compute slopes by rules (day 34) are tested against the central slope of today, number by number: it is the referee that needs no formula.
#
# When a log says "the loss went up", someone has stepped against the slope, or so far along it that the curve had turned. Both happen tomorrow.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# In three sentences, without looking back at the pictures: what does the slope at a point tell you that the height there does not, and what does neither of them tell? Then compare.
#
# <details><summary>Answer</summary>
#
# The slope says which way is down and how much a small step pays; the height says only how good this place is. Neither says anything about places far away: whether a deeper valley exists cannot be felt from here. Only a property of the whole curve, such as convexity, decides that.
#
# </details>

# %% [markdown]
# ### Exercise · Few questions, one valley
#
# *3 points · about 18 minutes · needs one valley, and the golden ratio below*
#
# A training run costs an hour, and the final loss has one valley in some setting $x$ between $a$ and $b$. Ask at two places inside, $c < d$. If $f(c) < f(d)$, the floor lies left of $d$: go on with $[a, d]$; otherwise with $[c, b]$. Jack Kiefer (1953) placed them so that one question a round is enough:
#
# $$ c = b - r(b - a), \quad d = a + r(b - a), \quad r = \tfrac12(\sqrt5 - 1) \approx 0.618. $$
#
# In words: each lies $r$ of the way from the far end. As $r^2 = 1 - r$, one of the two is already in place for the next, shorter piece.
#
# **Before you code.** From $[0, 1]$ we go on with $[0, 0.618]$. Which old place is used again, and as which of the two?
#
# <details><summary>Answer</summary>
#
# $c = 0.382 = 0.618^2$ becomes the new $d$.
#
# </details>
#
# **Your task.** Write `golden_section(f, a, b, tol)`: shrink until the piece is no longer than `tol`, and return its middle. Two questions at the start, one a round. About twelve lines.

# %% exercise="d23-golden_section"
def golden_section(f: Callable, a: float, b: float, tol: float) -> float:
    """The floor of a function with one valley, found with few questions.

    f        function of one number; falls and then rises between a and b
    a, b     ends of the search, a < b
    tol      the search ends when the piece is no longer than tol, tol > 0
    returns  the middle of the last piece

    >>> round(golden_section(lambda x: (x - 2) ** 2, 0.0, 5.0, 1e-6), 4)
    2.0
    """
    ### BEGIN SOLUTION
    r = (5**0.5 - 1) / 2
    c, d = b - r * (b - a), a + r * (b - a)
    fc, fd = f(c), f(d)
    while b - a > tol:
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - r * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + r * (b - a)
            fd = f(d)
    return (a + b) / 2
    ### END SOLUTION


# %% visible="d23-golden_section" points=1
# A valley at 2, between 0 and 5, and one near the right end. The questions are counted.
asked = []


def valley(x):
    asked.append(x)
    if len(asked) > 1000:
        raise ValueError("A thousand questions and no end. When is the search over?")
    return (x - 2) ** 2


got = golden_section(valley, 0.0, 5.0, 0.01)
count = len(asked)
got_right = golden_section(lambda x: -x, 0.0, 1.0, 0.001)

assert got is not None, "golden_section returned None. Is a return statement missing?"
assert np.ndim(got) == 0, f"One place is expected, got the shape {np.shape(got)}."
assert abs(got - 2) <= 0.01, (
    f"The valley is at 2, you say {float(got):.4f}. Which of the two pieces holds the "
    f"floor if c is lower than d, and when is the search over?"
)
assert 0.999 <= got_right <= 1, (
    f"−x falls all the way to 1: the search should end there, not at "
    f"{float(got_right):.4f}. Is the right-hand piece ever kept?"
)
assert count <= 16, (
    f"From 5 down to 0.01 takes 13 rounds: 2 questions and then 1 a round make 15; you "
    f"asked {count}. Which of the two heights is known already?"
)

# %% hidden="d23-golden_section" points=2
# Hidden checks: valleys of several shapes, at the ends too, pieces far from 0, several
# tolerances, the number of questions, no question outside a to b.
_rng = course_rng("d23-golden_section")
_shapes = {
    "a parabola": lambda x, m: (x - m) ** 2,
    "a corner": lambda x, m: abs(x - m),
    "a steep left side": lambda x, m: 5 * (m - x) if x < m else 0.2 * (x - m),
    "a flat floor far away": lambda x, m: -1 / (1 + abs(x - m)),
}
for _name, _shape in _shapes.items():
    for _lo, _wide in ((0.0, 1.0), (-3.0, 9.0), (1000.0, 40.0), (-1e4, 2e4)):
        for _tol in (0.3, 1e-3):
            _m = _lo + _wide * float(_rng.uniform(0.02, 0.98))
            _places = []

            def _f(x, shape=_shape, m=_m, places=_places):
                places.append(float(x))
                if len(places) > 1000:
                    raise ValueError("A thousand questions and no end. When is the search over?")
                return shape(x, m)

            _rounds = max(0, int(np.ceil(np.log(_wide / _tol) / np.log((1 + 5**0.5) / 2))))
            _got = golden_section(_f, _lo, _lo + _wide, _tol)
            _asked = list(_places)
            assert np.ndim(_got) == 0 and abs(_got - _m) <= _tol / 2 + 1e-6, f"{_name} with its floor at {_m:.5f} between {_lo:g} and {_lo + _wide:g}, tol = {_tol:g}: you say {_got}"
            assert len(_asked) <= _rounds + 3, f"{_name}, {_wide:g} wide, tol = {_tol:g}: {_rounds} rounds need {_rounds + 2} questions, you asked {len(_asked)}"
            assert all(_lo - 1e-9 <= _p <= _lo + _wide + 1e-9 for _p in _asked), f"you asked outside of {_lo:g} to {_lo + _wide:g}"
for _f, _want in ((lambda x: x, 2.0), (lambda x: -x, 6.0)):
    assert abs(golden_section(_f, 2.0, 6.0, 1e-4) - _want) <= 1e-4, f"a function without a valley inside: the floor is the end {_want:g}"
assert abs(golden_section(lambda x: (x - 3) ** 2, 0, 10, 1e-3) - 3) <= 1e-3, "wrong for whole numbers as ends"
assert abs(golden_section(lambda x: x * x, -1.0, 3.0, 5.0) - 1.0) < 1e-9, "a piece that is short enough from the start: its middle is the answer"

# %% [markdown]
# ### Break it: a search in the mountains
#
# Sixteen questions narrow 30 km down to 50 m. **Predict**: does the search find the lowest place of the ridge, 343 m high at 27.45 km? Look at the profile at the start of part 2 again before you run it.

# %%
try:
    place = golden_section(height, 0.0, km[-1], 0.05)
    print(f"the search ends at {place:.2f} km, {height(place):.0f} m high")
except NotImplementedError:
    print("Write golden_section first, then run this cell again.")

# %% author=true
if not data.is_stand_in("terrain"):
    assert f"{place:.2f} {height(place):.0f}" == "12.43 452"

# %% [markdown]
# <details><summary>Answer</summary>
#
# No. It ends in another valley, at 12.43 km and 452 m, more than 100 m too high. Its first two questions already threw away the eastern third of the ridge: rightly, if there were only one valley. The answer is exact to 50 m and wrong by 15 km, and nothing in it shows that.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. The slope at a point is measured with a second point a tiny step away; the central slope looks both ways and errs far less.
# 2. A step can be too small: cancellation.
# 3. Slopes make a curve of their own; in a valley it goes from negative through zero to positive.
# 4. A local minimum is the lowest nearby, the global one of all; for a convex curve, under all its chords, they are the same.
# 5. A search that assumes one valley finds *a* valley, and does not say which.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $h$, $\Delta x$ | step: a small change of x | `h` |
# | $\frac{f(x+h) - f(x-h)}{2h}$ | central slope of f at x | `central_slope(f, x, h)` |
#
# The step is always called `h` in the code of these days; on day 58 the same letter is the width of a window.

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [The paradox of the derivative](https://www.3blue1brown.com/lessons/derivatives) (17 minutes): what "at one point" can mean (the word itself waits for day 26). **Think about it**: which number in your life do you judge by its height, though its slope matters more? Tomorrow a cost of many numbers gets a slope in every direction.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The forward slope errs more, but it needs only one new question when $f(x)$ is known already. In a model with a million numbers that halves the bill: one question a number instead of two.

# %% [markdown]
# ### Exercise · Look ahead only
#
# *optional · about 6 minutes · needs the measured slope*
#
# The first formula of the day, as a function: one place ahead, one step, and a chord between them. The walks of day 24 could save half of their questions with it, at the price of larger errors.
#
# **Before you code.** For a convex curve, is the forward slope with $h > 0$ larger or smaller than the slope at the point?
#
# <details><summary>Answer</summary>
#
# Larger, or equal: a convex curve bends upward, and the chord to a place ahead is steeper than the tangent.
#
# </details>
#
# **Your task.** Write `forward_slope(f, x, h)`. One line is enough.

# %% exercise="d23-forward_slope"
def forward_slope(f: Callable, x: float, h: float) -> float:
    """The slope of f at x, measured with one step ahead.

    f        function of one number
    x        the point
    h        the step, not 0
    returns  rise over run between x and x + h

    >>> float(forward_slope(lambda x: x**2, 3.0, 0.5))
    6.5
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x)) / h
    ### END SOLUTION


# %% visible="d23-forward_slope" points=0
# x³ from 2 to 3: 27 − 8 over a run of 1. And a falling line.
got = forward_slope(lambda x: x**3, 2.0, 1.0)
got_falling = forward_slope(lambda x: 7 - 3 * x, 1.0, 0.25)

assert got is not None, "forward_slope returned None. Is a return statement missing?"
assert np.ndim(got) == 0, f"One slope is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 19.0, rtol=1e-9, atol=0), (
    f"x³ rises from 8 at x = 2 to 27 at x = 3: expected 19, got {float(got):.4f}."
)
assert np.isclose(got_falling, -3.0, rtol=1e-9, atol=0), (
    f"The line 7 − 3x falls by 3: expected −3, got {float(got_falling):.4f}. How long "
    f"is the run?"
)

# %% hidden="d23-forward_slope" points=0
# Hidden checks: parabolas, whose forward slope is known exactly, steps from 1e-4 to 10
# and negative ones, corners, whole numbers.
_rng = course_rng("d23-forward_slope")
for _h in (1e-4, 1e-2, 0.3, 1.0, 10.0, -0.5):
    for _ in range(6):
        _a, _b, _c, _x = (float(_v) for _v in _rng.uniform(-5, 5, size=4))
        _want = np.float64(2 * _a * _x + _b + _a * _h)
        _got = forward_slope(lambda t, a=_a, b=_b, c=_c: a * t**2 + b * t + c, _x, _h)
        assert np.isclose(_got, _want, rtol=1e-6, atol=1e-6), f"a parabola at x = {_x:.3f} with h = {_h:g}: expected {_want:.6f}, got {_got}"
assert np.isclose(forward_slope(abs, 0.0, 0.7), 1.0, rtol=1e-9, atol=0), "|x| rises by h over h: the forward slope at 0 is 1"
assert np.isclose(forward_slope(lambda t: t * t, 5, 2), 12.0, rtol=1e-9, atol=0), "wrong for whole numbers: x² at 5 with h = 2"

# %% [markdown]
# ### Exercise · Look for a chord that is too low
#
# *optional · about 16 minutes · needs convexity*
#
# No finite number of chords proves that a curve is convex, but one can disprove it. Draw many random chords between places of `xs`, and test the curve at a third place between their ends. Rounding may lift a straight line above its own chord by a hair, so allow for about $10^{-9}$ of the heights.
#
# **Before you code.** Is a straight line convex? Is $|x|$?
#
# <details><summary>Answer</summary>
#
# Both are: neither ever rises above a chord. A line lies exactly on each of them.
#
# </details>
#
# **Your task.** Write `is_convex_on(f, xs, rng)`: `(True, None)`, or `(False, (a, m, b))` with three places of `xs`, $a < m < b$, at which the curve is above the chord. Try a few hundred chords; eight lines are enough. `rng.permutation(xs)[:3]` picks three places.

# %% exercise="d23-is_convex_on"
def is_convex_on(
    f: Callable, xs: np.ndarray, rng: np.random.Generator
) -> tuple[bool, tuple[float, float, float] | None]:
    """Whether random chords find f convex on some places.

    f        function of one number
    xs       (n,)  different places, n ≥ 3, in any order
    rng      picks the chords
    returns  (True, None), or (False, (a, m, b)), a < m < b from xs: f(m) is above
             the chord from a to b

    >>> is_convex_on(abs, np.linspace(-1, 1, 9), np.random.default_rng(0))
    (True, None)
    """
    ### BEGIN SOLUTION
    for _ in range(500):
        a, m, b = np.sort(rng.permutation(xs)[:3])
        fa, fm, fb = f(a), f(m), f(b)
        chord = fa + (m - a) / (b - a) * (fb - fa)
        if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)):
            return False, (a, m, b)
    return True, None
    ### END SOLUTION


# %% visible="d23-is_convex_on" points=0
# A parabola and a line are convex; an upside-down parabola is not.
places = np.linspace(-2, 2, 21)
got = is_convex_on(lambda x: x**2, places, np.random.default_rng(1))
got_line = is_convex_on(lambda x: 0.1 * x + 0.3, places, np.random.default_rng(1))
got_hill = is_convex_on(lambda x: 4 - x**2, places, np.random.default_rng(1))

assert got is not None, "is_convex_on returned None. Is a return statement missing?"
assert len(got) == 2 and got[0], (
    f"x² is convex: expected (True, None), got {got}. Above or below the chord?"
)
assert got[1] is None, (
    f"Beside True stands None, for no chord speaks against the curve; got {got[1]}."
)
assert got_line[0], (
    f"A line lies on its chords: expected (True, None), got {got_line}. What does "
    f"rounding do to a chord?"
)
assert not got_hill[0] and got_hill[1] is not None, (
    f"4 − x² is above its chords: expected (False, (a, m, b)), got {got_hill}."
)
a, m, b = got_hill[1]
assert a < m < b, f"The three places should rise, a < m < b, got {got_hill[1]}."

# %% hidden="d23-is_convex_on" points=0
# Hidden checks: convex and other curves, lines of every size, places in any order; the
# chord that you name is checked.
_rng = course_rng("d23-is_convex_on")
_convex = [np.exp, abs, lambda x: max(0.0, x - 1), lambda x: 3e9 * x - 1e10, lambda x: 7.0, lambda x: x**4, lambda x: max(-x, 2 * x - 1)]
_others = [lambda x: -np.exp(x), np.sin, lambda x: x**3, lambda x: -abs(x), lambda x: x**4 - 3 * x**2, lambda x: min(x**2, 4.0), lambda x: np.sin(x) / 1000]
for _n in (12, 40):
    _xs = _rng.permutation(np.linspace(-4, 4, _n) + _rng.uniform(-0.05, 0.05, size=_n))
    for _i, _f in enumerate(_convex):
        _given = _xs.copy()
        _got = is_convex_on(_f, _given, np.random.default_rng(int(_rng.integers(1, 10**6))))
        assert _got[0] and _got[1] is None, f"convex curve {_i}: expected (True, None), got {_got}"
        assert (_given == _xs).all(), "the caller's places were changed in place"
    for _i, _f in enumerate(_others):
        _got = is_convex_on(_f, _xs.copy(), np.random.default_rng(int(_rng.integers(1, 10**6))))
        assert not _got[0] and np.shape(_got[1]) == (3,), f"curve {_i} is not convex: expected (False, (a, m, b)), got {_got}"
        _a, _m, _b = (float(_v) for _v in _got[1])
        assert _a < _m < _b and min(abs(_xs - _a)) + min(abs(_xs - _m)) + min(abs(_xs - _b)) < 1e-12, f"a < m < b, three of the places; got {_got[1]}"
        assert _f(_m) > _f(_a) + (_m - _a) / (_b - _a) * (_f(_b) - _f(_a)), f"curve {_i}: at {_m:.4f} it is not above the chord from {_a:.4f} to {_b:.4f}"
