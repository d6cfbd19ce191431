# %% author=true
from log2attn import course_rng

# %% [markdown]
# # The speed of an instant: limits and the derivative
#
# **Question of the day.** In an instant nothing moves: no meters in no seconds. How can there be a speed at an instant, and how near does a computer come to it?
#
# *After today you can* find a limit from both sides; say what a derivative is, and when there is none;
# replace a curve by its tangent; choose the step of a measured slope, and know why the smallest is not the best.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 19.

# %% [markdown]
# **Yesterday (day 25).** Two readers see the same 500 pictures. Reader A has 430 right, reader B 440. A paired interval for the difference B − A goes from −0.5 % to 4.5 %. How large is the measured difference, and does it decide who reads better?
#
# <details><summary>Answer</summary>
#
# 10 of 500, so 2 %. It does not decide: 0 lies inside the interval. With these 500 pictures B may be ahead by luck.
#
# </details>

# %% [markdown]
# **A week ago (day 19).** One part in ten is faulty. A machine stops 90 % of the faulty parts and 5 % of the good ones. It has stopped a part. How likely is that part faulty? Use odds.
#
# <details><summary>Answer</summary>
#
# The odds are 1 to 9 before; the stop multiplies them by $0.9/0.05 = 18$. That makes 2 to 1, so $2/3$.
#
# </details>
#
# **Before that (day 5).** A line goes through $(2, 5)$ with the slope −3. Write it as $y = mx + b$. How high is it at $x = 2.1$?
#
# <details><summary>Answer</summary>
#
# $y = -3x + 11$; at 2.1 it is $5 - 3 \cdot 0.1 = 4.7$. You need lines through a point with a slope in part 3.
#
# </details>

# %% author=true
assert (440 - 430) / 500 == 0.02 and abs(0.9 / 0.05 / 9 - 2) < 1e-12 and abs(-3 * 2.1 + 11 - 4.7) < 1e-12

# %% [markdown]
# The tools of the day. From your toolbox come the central slope of day 23, which you will now see approach something, and the best line of day 9; everything else you have used before.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION
from log2attn.toolbox import central_slope, fit_line

# %% [markdown]
# ### Exercise · Stopped again and again
#
# *1 point · about 3 minutes · needs odds and likelihood ratios (day 19)*
#
# A stopped part goes through the machine once more, and again, and is stopped every time. Each stop multiplies the odds by the same likelihood ratio, if the runs are independent: the odds after $k$ of them are
#
# $$ \frac{\text{prior}}{1 - \text{prior}} \cdot \left(\frac{\text{sens}}{\text{alarm}}\right)^{k}. $$
#
# In words: the odds before, times the ratio once for each stop. And odds $o$ belong to the probability $o/(1 + o)$.
#
# **Before you code.** The part of the question above is stopped a second time. What is the probability now?
#
# <details><summary>Answer</summary>
#
# The odds are $2 \cdot 18 = 36$ to 1, so $36/37 = 0.973$.
#
# </details>
#
# **Your task.** Write `review_26(prior, sens, alarm, k)`, the probability of a fault after `k` stops. Two lines are enough.

# %% exercise="d26-review"
def review_26(prior: float, sens: float, alarm: float, k: int) -> float:
    """The probability of a fault after k independent positive tests.

    prior    probability of a fault before any test, above 0 and below 1
    sens     probability that a faulty part is stopped
    alarm    probability that a good part is stopped, at least 0.01
    k        number of stops, 0 to 100
    returns  a probability

    >>> round(review_26(0.1, 0.9, 0.05, 1), 6)
    0.666667
    """
    ### BEGIN SOLUTION
    odds = prior / (1 - prior) * (sens / alarm) ** k
    return odds / (1 + odds)
    ### END SOLUTION


# %% visible="d26-review" points=0
# Odds of 1 to 9, times 18 and times 18 again: 36 to 1. Without a test: the prior.
got = review_26(0.1, 0.9, 0.05, 2)
got_none = review_26(0.1, 0.9, 0.05, 0)

assert got is not None, "review_26 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One probability is expected, got something of shape {np.shape(got)}."
)
assert np.isclose(got_none, 0.1, rtol=1e-9, atol=0), (
    f"After no stop the answer is the prior, 0.1; got {float(got_none):.4f}. What are "
    f"the odds before any test?"
)
assert np.isclose(got, 36 / 37, rtol=1e-9, atol=0), (
    f"After two stops the odds are 36 to 1, which makes 0.9730; got {float(got):.4f}. "
    f"By what does each stop multiply the odds, and which probability has such odds?"
)

# %% hidden="d26-review" points=1
# Hidden checks: many machines, 0 to 100 stops, machines whose stop speaks for a good
# part.
_rng = course_rng("d26-review")
for _k in (0, 1, 2, 3, 7, 30, 100):
    for _ in range(5):
        _prior, _sens, _alarm = (float(_v) for _v in _rng.uniform(0.02, 0.98, size=3))
        _want = _prior
        for _stop in range(_k):
            _want = _want * _sens / (_want * _sens + (1 - _want) * _alarm)
        _got = review_26(_prior, _sens, _alarm, _k)
        assert np.isclose(_got, _want, rtol=1e-6, atol=1e-12), (
            f"prior {_prior:.3f}, sens {_sens:.3f}, alarm {_alarm:.3f}, {_k} stops: expected {_want:.6g}, got {_got}"
        )
assert np.isclose(review_26(0.001, 1.0, 0.01, 1), 1 / 10.99, rtol=1e-9, atol=0), (
    "a rare fault and a machine that stops every faulty part: expected 0.0910"
)

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: how fast is an instant?
#
# You step off a board and fall. After $t$ seconds you have fallen $x(t) = 4.9\,t^2$ meters; that distance grows with the square of the time is a finding of Galileo (1638). The board is 4.9 m high, so you meet the water after exactly one second. **How fast are you at that instant?** In an instant nobody moves: no meters in no seconds, 0/0.
#
# A camera takes two pictures: one at the water, and one $h$ seconds before. Meters over seconds is your mean speed between them. **Write down** the speed at the water, and which $h$ you would trust most.

# %%
def fall(t):
    return 4.9 * t**2


for h in (1, 1e-1, 1e-2, 1e-4, 1e-8, 1e-12, 1e-14, 1e-16):
    print(f"h = {h:5.0e}   {(fall(1) - fall(1 - h)) / h:.7f} m/s")

# %% author=true
_speed = lambda h: (fall(1) - fall(1 - h)) / h
assert [round(_speed(h), 4) for h in (1, 1e-1, 1e-2, 1e-4)] == [4.9, 9.31, 9.751, 9.7995]
assert abs(_speed(1e-8) - 9.8) < 1e-6 and abs(_speed(1e-12) - 9.8) > 1e-4
assert f"{_speed(1e-8):.7f}" == "9.8000000"
assert round(_speed(1e-14), 2) == 9.77 and round(_speed(1e-16), 2) == 8.88

# %% [markdown]
# Two things happen. First the speeds head for 9.8 and never arrive. Then, from some step on, they get worse: the finest camera is off by almost a meter a second. The three ideas of today explain the first, name what the speeds head for, and explain the second.

# %% [markdown]
# ### Idea 1 · A limit is what values approach
#
# Algebra tells where the speeds go. With $(1 - h)^2 = 1 - 2h + h^2$ the last $h$ seconds take you $4.9\,(2h - h^2)$ meters, and over $h$ seconds that is
#
# $$ \frac{4.9\,(2h - h^2)}{h} = 9.8 - 4.9\,h \qquad (h \ne 0). $$
#
# In words: 9.8 less a bit that shrinks in step with $h$. At $h = 0$ the left side is 0/0, so we may not set $h$ to 0. We need not: ask for 9.8 to within 0.01, and every $h$ within 0.002 of 0 will do. Ask for more, and smaller $h$ will do.

# %% [markdown]
# Can a function approach nothing? Here are three that we do not ask at $h = 0$; an open circle does not belong to its curve. **Before you look**: which of $\sin(h)/h$, $h$ with a jump of 1 at 0, and $\sin(1/h)$ approaches one number there, from both sides?

# %%
near = np.linspace(-1, 1, 2000)  # an even number of places: 0 is not among them
fig, axes = plt.subplots(1, 3, figsize=(9.6, 3.0), sharey=True)
axes[0].plot(near, np.sin(near) / near, color=BLUE)
axes[1].plot(near, np.where(near > 0, near + 1, near), ".", color=BLUE, markersize=2)
axes[2].plot(near, np.sin(1 / near), color=BLUE, linewidth=0.6)
for ax, ends in zip(axes, ([1], [0, 1], []), strict=True):
    ax.plot([0] * len(ends), ends, "o", color=INK, markerfacecolor="white")
    ax.set_xlabel("h")
axes[0].set(title="sin(h)/h", ylabel="value")
axes[1].set_title("h, with a jump of 1")
axes[2].set_title("sin(1/h)")
figure(fig, alt=(
    "Left: a smooth arch with a hole at height 1. Middle: two lines that end at "
    "heights 0 and 1 over h = 0. Right: a wave that swings ever faster toward 0."
))

# %% [markdown]
# A number $c$ is the **limit** of $g$ at 0, written
#
# $$ \lim_{h \to 0} g(h) = c, $$
#
# if $g(h)$ stays as near to $c$ as anybody asks, for all $h$ near enough to 0, on both sides, and without $h = 0$. So the first function has the limit 1, and its hole does not matter. The second has a limit from the left, 0, and another from the right, 1: two **one-sided limits** that disagree. The third has none.
#
# At any other place $a$ we ask $f(a + h)$ instead. Where the limit of $f$ at $a$ is its value $f(a)$, the function is called **continuous** at $a$: no hole, no jump.

# %%
assert np.isclose((fall(1) - fall(0.75)) / 0.25, 9.8 - 4.9 * 0.25, rtol=1e-12, atol=0)
for h in (0.1, 0.01, 0.001):
    print(f"h = {h:5.3f}   {np.sin(h) / h:.8f}   {np.sin(1 / h):8.4f}")

# %% author=true
assert [f"{np.sin(h) / h:.6f}" for h in (0.1, 0.01, 0.001)] == ["0.998334", "0.999983", "1.000000"]
assert [f"{np.sin(1 / h):.2f}" for h in (0.1, 0.01, 0.001)] == ["-0.54", "-0.51", "0.83"]

# %% [markdown]
# $\sin(h)/h$ comes to 1: at $h = 0.001$ less than a millionth is missing. $\sin(1/h)$ goes where it likes between −1 and 1, however small $h$ is. A few steps prove neither; that is what the words "for all $h$ near enough" are for.

# %% [markdown]
# ### Exercise · From both sides
#
# *2 points · about 7 minutes · needs limits*
#
# A program cannot take a step "as small as you like", but it can take the smallest of some steps and look on both sides. The place itself is never asked: there may be a hole.
#
# **Before you code.** $f$ is $x + 1$ left of 1, $5 - x$ right of it, and 100 at 1. What are its two limits there?
#
# <details><summary>Answer</summary>
#
# 2 from the left and 4 from the right. The 100 has no say.
#
# </details>
#
# **Your task.** Write `one_sided_limits(f, a, hs)`: the pair (left, right) of what `f` approaches at `a`, as near as the smallest of the steps `hs` comes to it. `f` takes one number at a time. It must not be asked at `a`, nor with a step that is not one of `hs`: where `f` is a measurement, nothing else may be known. Two lines are enough.

# %% exercise="d26-one_sided_limits"
def one_sided_limits(f: Callable, a: float, hs: np.ndarray) -> tuple[float, float]:
    """What f approaches at a place, from the left and from the right.

    f        function of one number, perhaps without a value at a
    a        the place
    hs       (n,)  steps above 0, in any order
    returns  (left, right), as near as the smallest step comes

    >>> left, right = one_sided_limits(lambda x: x / abs(x), 0, np.array([0.1, 0.01]))
    >>> float(left), float(right)
    (-1.0, 1.0)
    """
    ### BEGIN SOLUTION
    h = np.min(hs)
    return f(a - h), f(a + h)
    ### END SOLUTION


# %% visible="d26-one_sided_limits" points=1
# The function of the question: x + 1, then 5 − x, and 100 at the place itself.
def broken(x):
    return 100 if x == 1 else x + 1 if x < 1 else 5 - x


got = one_sided_limits(broken, 1, np.array([0.1, 1e-7, 0.01]))

assert got is not None, "one_sided_limits returned None. Is a return statement missing?"
assert np.shape(got) == (2,), (
    f"Two numbers are expected, left and right, got the shape {np.shape(got)}. Which "
    f"of the steps is the one to take?"
)
got = [float(value) for value in got]
assert 100 not in got, (
    f"The value at the place itself has no say: expected (2, 4), got {got}. How far "
    f"from 1 do you look?"
)
assert np.allclose(got, [2, 4], rtol=0, atol=1e-5), (
    f"From the left f comes to 2, from the right to 4, to within 0.00001; got {got}. "
    f"Which step is the smallest, and which side comes first?"
)

# %% hidden="d26-one_sided_limits" points=1
# Hidden checks: jumps and holes at many places, steps in any order, one step alone,
# functions that stop the program at the place itself, whole numbers.
_rng = course_rng("d26-one_sided_limits")
for _n in (1, 2, 3, 4, 6):
    for _a in (0.0, 2.5, -7.0, 30.0, -400.0):
        _hs = _rng.permutation(10.0 ** -np.arange(0, 2 * _n, 2) * 1e-3 if _n < 4 else 10.0 ** -np.arange(2, 2 + _n))
        _slopes, _ends = _rng.uniform(2, 5, size=2) * _rng.choice([-1, 1], size=2), _rng.uniform(-9, 9, size=2)

        def _f(x, a=_a, slopes=_slopes, ends=_ends):
            if x == a:
                raise ZeroDivisionError("f was asked at the place itself")
            side = int(bool(x > a))
            return float(ends[side] + slopes[side] * (x - a))

        _given = _hs.copy()
        _got = one_sided_limits(_f, _a, _given)
        assert np.shape(_got) == (2,), f"two numbers are expected, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _ends, rtol=0, atol=5.5 * _hs.min() + 1e-9), (
            f"at {_a:g} with the steps {_hs.tolist()}: expected {np.round(_ends, 6).tolist()}, got {_got}"
        )
        assert (_given == _hs).all(), "the caller's steps were changed in place"
assert np.allclose(one_sided_limits(lambda x: np.sin(x) / x, 0, np.array([1e-4, 1e-2])), [1, 1], rtol=0, atol=1e-6), (
    "sin(x)/x approaches 1 at 0 from both sides"
)


def _measured(x):
    if min(abs(abs(x - 2) - 0.25), abs(abs(x - 2) - 0.01)) > 1e-9:
        raise ValueError("f is known at the steps of hs only")
    return 7.0 if x > 2 else -3.0


assert np.allclose(one_sided_limits(_measured, 2.0, np.array([0.25, 0.01])), [-3, 7], rtol=0, atol=1e-6), (
    "measured heights −3 left of 2 and 7 right of it, at the steps 0.25 and 0.01: expected (−3, 7)"
)

# %% [markdown]
# ### Idea 2 · The derivative
#
# Put a curve under a microscope and turn it up, tenfold each time. Above, the parabola $x^2$ around $x = 1$; below, a corner, $|x - 1| + 1$. **Before you look**: what is left of each at a hundredfold?

# %%
fig, axes = plt.subplots(2, 3, figsize=(9.0, 5.0))
for row, g in zip(axes, (lambda x: x**2, lambda x: abs(x - 1) + 1), strict=True):
    for ax, wide in zip(row, (1, 0.1, 0.01), strict=True):
        xs = np.linspace(1 - wide, 1 + wide, 201)
        ax.plot(xs, g(xs), color=BLUE)
        ax.plot(1, 1, "o", color=INK)
        ax.set(xlabel="x", ylabel="height", title=f"{1 / wide:.0f}-fold")
        ax.set(ylim=(1 - 2.2 * wide, 1 + 3.1 * wide))
        ax.set_xticks([1 - wide, 1, 1 + wide])
figure(fig, alt=(
    "Above: a parabola that looks like a straight line of slope 2 at a hundredfold. "
    "Below: a corner, which looks the same at every magnification."
))

# %% [markdown]
# The parabola turns into a straight line, of slope 2. The corner stays a corner. The slope of that line is what the chords of day 23 approach; now we can say it without "tiny". The **derivative** of $f$ at $x$ is
#
# $$ f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}. $$
#
# In words: the number that the slope of the chord approaches as its second point moves to the first, from either side. It is read "f prime of x", and also written $\frac{df}{dx}$.

# %% [markdown]
# Three derivatives from chords, by algebra. For $x^2$ the chord has the slope $(2xh + h^2)/h = 2x + h$, so the derivative is $2x$. For $x^3$ it has $3x^2 + 3xh + h^2$: in the limit $3x^2$. For $1/x$, away from 0, the rise is $1/(x + h) - 1/x = -h/(x(x + h))$, the slope $-1/(x(x + h))$, and in the limit $-1/x^2$. And the hole of idea 1 was a derivative, too: $\sin(h)/h$ is the slope of a chord of the sine from 0 to $h$, so the sine climbs at 0 with the slope 1. Does the corner have a derivative?

# %%
print("       h       x²       x³      1/x   corner")
for h in (0.1, -0.1, 1e-3, -1e-3, 1e-5):
    rises = (1 + h) ** 2 - 1, (1 + h) ** 3 - 1, 1 / (1 + h) - 1, abs(h)
    print(f"{h:8.0e}", *(f"{rise / h:8.5f}" for rise in rises))

# %% author=true
assert round(((1 + 0.1) ** 2 - 1) / 0.1, 5) == 2.1 and round(((1 - 1e-3) ** 3 - 1) / -1e-3, 5) == 2.997
assert round((1 / (1 + 1e-5) - 1) / 1e-5, 4) == -1 and abs(-0.1) / -0.1 == -1

# %% [markdown]
# At $x = 1$ the slopes go to 2, 3 and −1, from both sides. For the corner they are 1 from the right and −1 from the left: no derivative. A function that has one at $x$ is called **differentiable** there. It is then continuous, too: the rise is the chord's slope times $h$, and if the slope has a limit, the rise goes to 0 with $h$. The other way round it fails: the corner is continuous and has no derivative.

# %% [markdown]
# The microscope says what a derivative is good for. Near $x$ the curve is almost its tangent:
#
# $$ f(x + h) \approx f(x) + f'(x)\,h. $$
#
# In words: where you are, plus slope times step. For $x^2$ the line misses by $h^2$ exactly: at half the step a quarter of the miss. Any other line through the point misses by an amount of the size of $h$.

# %%
for h in (0.1, 0.05, 0.025):
    tangent, other = 1 + 2 * h, 1 + 1.9 * h
    misses = (1 + h) ** 2 - tangent, (1 + h) ** 2 - other
    print(f"h = {h:5.3f}   misses: {misses[0]:.6f}  {misses[1]:.6f}")

# %% [markdown]
# Divide by the step. The tangent misses by 0.1, 0.05 and 0.025 of a step, and these shares go to 0. Those of the other line are 0.2, 0.15 and 0.125: they go to 0.1, by which its slope is wrong.

# %% author=true
assert [round((1 + h) ** 2 - 1 - 2 * h, 6) for h in (0.1, 0.05, 0.025)] == [0.01, 0.0025, 0.000625]
assert [round(((1 + h) ** 2 - 1 - 1.9 * h) / h, 6) for h in (0.1, 0.05, 0.025)] == [0.2, 0.15, 0.125]

# %% [markdown]
# ### Idea 3 · How fast an error falls, and why it rises
#
# The forward slope of $x^3$ at 1 is $3 + 3h + h^2$, the central one $3 + h^2$. What is left over besides the 3 is called the **truncation error**. For small $h$ one is of **order** $h$, the other of order $h^2$: a tenth of the step leaves a tenth of the first and a hundredth of the second.

# %% [markdown]
# But heights are floats. Each is rounded, by about $\varepsilon$ times its size (day 4), and the slope divides that by $h$. So the **rounding error** is of the size of $\varepsilon / h$, and *grows* as the step shrinks. On log-log axes a power of $h$ is a straight line with the power as its slope. **Predict** the two curves for $e^x$ at $x = 1$, where the derivative is $e$: which slopes, and where are the lowest points? First the numbers.

# %%
hs = np.logspace(-15, 0, 61)
ahead, behind = np.exp(1 + hs), np.exp(1 - hs)
forward = abs((ahead - np.e) / hs - np.e)
central = abs((ahead - behind) / (2 * hs) - np.e)


def draw_errors(ax):
    ax.loglog(hs, forward, "-", color=BLUE, label="forward")
    ax.loglog(hs, central, "--", color=VERMILLION, label="central")
    ax.loglog(hs, np.finfo(float).eps / hs, ":", color=GRAY, label="machine ε / h")
    ax.set(xlabel="step h", ylabel="error of the slope")
    ax.legend()


# %% [markdown]
# `draw_errors` puts the two curves and the line $\varepsilon / h$ on log-log axes. (For $e^x$ the rise is $e^{1+h} - e = e(e^h - 1)$: at 1 the slope is $e$ times that at 0, which day 23 measured as 1.)

# %%
fig, ax = plt.subplots(figsize=(7.0, 4.2))
draw_errors(ax)
figure(fig, alt=(
    "Two error curves over the step on log-log axes, both like a V. From the right "
    "the forward one falls with slope 1 to h = 1e-8, the central one with slope 2 to "
    "about 3e-6; to the left both rise, along the line ε/h."
))

# %% author=true
assert hs[forward.argmin()] in hs[(hs > 3e-9) & (hs < 3e-8)] and 1e-6 < hs[central.argmin()] < 1e-5
assert 1e-9 < forward.min() < 1e-7 and 1e-12 < central.min() < 1e-9

# %% [markdown]
# Read from right to left. Slope 1 for the forward error, slope 2 for the central one: their orders. At the left both climb along $\varepsilon/h$. The lowest point lies where the two kinds of error meet: for the forward slope where $h \approx \varepsilon/h$, so near $\sqrt{\varepsilon} \approx 10^{-8}$; for the central one where $h^2 \approx \varepsilon/h$, near $\varepsilon^{1/3} \approx 6 \cdot 10^{-6}$. Drag the step along the curves, and read the two slopes in the title.

# %%
def draw(k):
    fig, ax = plt.subplots(figsize=(6.4, 4.0))
    draw_errors(ax)
    h = 10.0**k
    slopes = (np.exp(1 + h) - np.e) / h, central_slope(np.exp, 1.0, h)
    ax.axvline(h, color=INK, linewidth=1)
    ax.set_title(f"h = {h:.0e}: forward {slopes[0]:.10f}, central {slopes[1]:.10f}")
    return fig


slider(draw, alt=(
    "The two error curves and a line at the chosen step; the title shows the slopes."
), k=(-15, 0, 1, -3))

# %% [markdown]
# ### The answer to the puzzle
#
# Your speed at the water is the derivative of $4.9\,t^2$ at $t = 1$: the limit 9.8, in meters per second, 35 km/h. An instant has a speed because speeds *around* it approach one number. No camera shows it, and none needs to.
#
# And the step to trust is near $10^{-8}$, where $4.9h$ and the rounding error meet: there all seven printed places are right. At $h = 10^{-16}$ the two heights differ by one single gap between neighboring floats, and the 8.88 is that gap over $h$. The smallest step is no good because there is next to nothing left to measure.

# %% author=true
assert fall(1) - fall(1 - 1e-16) == np.spacing(4.5) and round(9.8 * 3.6) == 35

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · A line for a curve
#
# *2 points · about 6 minutes · needs derivatives and the line through a point with a slope*
#
# Training trusts the tangent at each step: nobody knows the curve farther away. Tangents also make good guesses by hand. Through the point $(x_0, f(x_0))$ goes the line
#
# $$ y = f(x_0) + f'(x_0)\,(x - x_0). $$
#
# In words: start at the height of the point, and climb with its slope for as far as $x$ is from it.
#
# **Before you code.** The derivative of $x^2$ is $2x$. What does its tangent at 3 say for 3.1, and what is $3.1^2$?
#
# <details><summary>Answer</summary>
#
# $9 + 6 \cdot 0.1 = 9.6$; and $3.1^2 = 9.61$. The miss is $0.1^2$.
#
# </details>
#
# **Your task.** Write `tangent_line(f, df, x0)`. It returns a function: the tangent of `f` at `x0`, for one place or an array of places. One line is enough, or three with a `def` inside.

# %% exercise="d26-tangent_line"
def tangent_line(f: Callable, df: Callable, x0: float) -> Callable:
    """The tangent of f at x0, as a function.

    f        function of one number
    df       its derivative
    x0       where the tangent touches
    returns  a function of a number or an array: the height of the tangent there

    >>> line = tangent_line(lambda x: x**2, lambda x: 2 * x, 3)
    >>> line(3), line(4)
    (9, 15)
    """
    ### BEGIN SOLUTION
    return lambda x: f(x0) + df(x0) * (x - x0)
    ### END SOLUTION


# %% visible="d26-tangent_line" points=1
# x³ at 2: height 8, slope 12. At 2 the line is 8, at 3 it is 20, at 0 it is −16.
line = tangent_line(lambda x: x**3, lambda x: 3 * x**2, 2)

assert line is not None, "tangent_line returned None. Is a return statement missing?"
assert callable(line), (
    f"tangent_line hands out a function, you returned {line}. Where is the line that "
    f"returns the machine itself?"
)
got = [line(2), line(3), line(0)]
assert None not in got, "Your new function returns None. It needs a return of its own."
assert np.shape(got) == (3,), (
    f"One height for each place is expected, got shapes {[np.shape(g) for g in got]}."
)
assert np.isclose(got[0], 8, rtol=1e-9, atol=0), (
    f"At 2 the tangent touches x³: expected 8, got {float(got[0]):.4f}. Through which "
    f"point does the line go?"
)
assert np.allclose(got[1:], [20, -16], rtol=1e-9, atol=0), (
    f"With the slope 12 it climbs from 8 to 20 at 3, and is −16 at 0; got "
    f"{np.round(got[1:], 4).tolist()}. How far from 2 are these places, and what is "
    f"the slope all along a line?"
)

# %% hidden="d26-tangent_line" points=1
# Hidden checks: polynomials of degree 3 at many places, arrays of places, several
# tangents at a time, whole numbers; your places left as they were.
_rng = course_rng("d26-tangent_line")
_kept, _lines = [], []
for _x0 in (0.0, 1.5, -2.0, 10.0, -100.0, 0.25, 3.0):
    _c = _rng.uniform(-4, 4, size=4)
    _f = lambda x, c=_c: c[0] + c[1] * x + c[2] * x**2 + c[3] * x**3
    _df = lambda x, c=_c: c[1] + 2 * c[2] * x + 3 * c[3] * x**2
    _slope, _height = float(_df(_x0)), float(_f(_x0))
    _kept.append((_slope, _height - _slope * _x0, _x0))
    _lines.append(tangent_line(_f, _df, _x0))
for _i, (_slope, _base, _x0) in enumerate(_kept):
    _xs = _rng.uniform(-50, 50, size=int(_rng.integers(1, 7)))
    _want, _given = _slope * _xs + _base, _xs.copy()
    _got = _lines[_i](_given)
    assert np.shape(_got) == _want.shape, f"{len(_want)} places need as many heights, got the shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-6), f"the tangent at {_x0:g}: wrong at the places {np.round(_xs, 3).tolist()}"
    assert (_given == _xs).all(), "the caller's places were changed in place"
assert [float(tangent_line(lambda x: x * x, lambda x: 2 * x, -3)(_x)) for _x in (-3, 0, 7)] == [9, -9, -51], "wrong for whole numbers: x² at −3"
assert tangent_line(abs, np.sign, -2)(-10) == 10, "left of its corner |x| is its own tangent"

# %% [markdown]
# ### Exercise · The step to trust
#
# *2 points · about 7 minutes · needs the central slope (day 23)*
#
# If the derivative is known, as for a test function, the best step can be found by trying: it has the smallest error $|C(h) - f'(x)|$, where $C(h)$ is the central slope with the step $h$. One then uses that step where the derivative is not known.
#
# **Before you code.** The errors at the steps 0.1, 0.01, 0.001 are −0.3, 0.02 and 0.1. Which step is best, and what would the smallest *signed* error pick?
#
# <details><summary>Answer</summary>
#
# 0.01. The smallest signed error is −0.3, at 0.1: the worst of the three.
#
# </details>
#
# **Your task.** Write `best_h(f, df, x, hs)`, the step itself, not its place in the list. Two lines are enough.

# %% exercise="d26-best_h"
def best_h(f: Callable, df: Callable, x: float, hs: np.ndarray) -> float:
    """The step at which the central slope errs least.

    f        function of one number
    df       its derivative
    x        the place
    hs       (n,)  steps above 0, in any order
    returns  the step with the smallest error

    >>> steps = np.array([0.5, 0.1, 0.3])
    >>> float(best_h(lambda x: x**3, lambda x: 3 * x**2, 1.0, steps))
    0.1
    """
    ### BEGIN SOLUTION
    errors = [abs(central_slope(f, x, h) - df(x)) for h in hs]
    return hs[np.argmin(errors)]
    ### END SOLUTION


# %% visible="d26-best_h" points=1
# For x³ − x⁵ at 0 the central slope is h² − h⁴: at 0.9 it errs by 0.154, at 0.3 by
# 0.082, at 0.5 by 0.188, at 2 by −12.
got = best_h(
    lambda x: x**3 - x**5,
    lambda x: 3 * x**2 - 5 * x**4,
    0.0,
    np.array([0.9, 0.3, 0.5, 2]),
)
got_large = best_h(lambda x: x**3 - x**5, lambda x: 0.0, 0.0, np.array([0.5, 1.0, 0.4]))

assert got is not None, "best_h returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One step is expected, got the shape {np.shape(got)}."
assert got in (0.9, 0.3, 0.5, 2), (
    f"One of the steps 0.9, 0.3, 0.5 and 2 is expected, got {got}. Do you return the "
    f"step, or its error, or its place?"
)
assert got == 0.3, (
    f"The errors are 0.154, 0.082, 0.188 and −12, so 0.3 is best; got {got}. Which "
    f"error is the smallest in size?"
)
assert got_large == 1.0, (
    f"With h = 1 the slope is 1 − 1 = 0, without any error; got {got_large}. Is the "
    f"smallest step always the best?"
)

# %% hidden="d26-best_h" points=1
# Hidden checks: curves whose error falls, vanishes and rises again, 1 to 20 steps in
# any order; your steps left as they were.
_rng = course_rng("d26-best_h")
for _n in (1, 2, 3, 8, 20):
    for _ in range(6):
        _x, _m, _c = float(_rng.uniform(-3, 3)), float(_rng.uniform(-4, 4)), float(_rng.uniform(1, 3)) * int(_rng.choice([-1, 1]))
        _hs = _rng.permutation(np.linspace(0.1, 2, _n) + _rng.uniform(0, 0.04, size=_n))
        _errs = abs(_c * (_hs**2 - _hs**4 / 1.3))
        _f = lambda t, x=_x, m=_m, c=_c: 3 + m * (t - x) + 2 * (t - x) ** 2 + c * ((t - x) ** 3 - (t - x) ** 5 / 1.3)
        _want, _given = float(_hs[_errs.argmin()]), _hs.copy()
        _got = best_h(_f, lambda t, x=_x, m=_m, c=_c: m + 4 * (t - x) + c * (3 * (t - x) ** 2 - 5 * (t - x) ** 4 / 1.3), _x, _given)
        assert np.ndim(_got) == 0 and np.isclose(_got, _want, rtol=1e-12, atol=0), f"the steps {np.round(_hs, 4).tolist()}: expected {_want:.4f}, got {_got}"
        assert (_given == _hs).all(), "the caller's steps were changed in place"
assert best_h(lambda t: t**3, lambda t: 3 * t**2, 2, np.array([3, 1, 2])) == 1, "wrong for whole numbers"
assert best_h(lambda t: t**3 - t, lambda t: 3 * t**2 - 1, 0, np.array([1.4, 0.5])) == 0.5, "t³ − t at 0, where −1 is right: with h = 1.4 the slope is 0.96, with h = 0.5 it is −0.75"
assert best_h(lambda t: t**3, lambda t: 3 * t**2, 0.0, np.array([1e-4, 1e-3, 1e-5])) == 1e-5, "t³ at 0: the errors are 1e-8, 1e-6 and 1e-10, and the smallest is that of the step 1e-5"

# %% [markdown]
# ### Exercise · Read an order from measured errors
#
# *3 points · about 10 minutes · needs slopes on log-log axes (day 4), the best line (day 9) and the central slope (day 23)*
#
# Somebody sells you a new way to measure slopes. Of which order is its error? Measure the error at many steps, and fit the best line through the points on log-log axes: its slope is the order. Points where rounding rules would spoil it. So keep only the steps that are **at least as large as the step of the smallest error**.
#
# **Before you code.** Steps 1, 0.1, 0.01, 0.001 have the errors 3, 0.03, 0.0003, 0.5. Which points stay, and what is the order?
#
# <details><summary>Answer</summary>
#
# The first three. A tenth of the step leaves a hundredth of the error: order 2.
#
# </details>
#
# **Your task.** Write `error_order(errs, hs)`. The steps come in any order, and all errors are above 0. Three lines are enough; `fit_line(x, y)` gives slope and intercept.

# %% exercise="d26-error_order"
def error_order(errs: np.ndarray, hs: np.ndarray) -> float:
    """The power of the step with which an error falls.

    errs     (n,)  errors, above 0; the smallest is not at the largest step
    hs       (n,)  the steps they belong to, above 0, in any order
    returns  slope of the best line on log-log axes, through the points whose steps
             are at least as large as that of the smallest error

    >>> m = error_order(np.array([3.0, 0.03, 0.5]), np.array([1.0, 0.1, 0.001]))
    >>> float(round(m, 6))
    2.0
    """
    ### BEGIN SOLUTION
    keep = hs >= hs[np.argmin(errs)]
    m, b = fit_line(np.log(hs[keep]), np.log(errs[keep]))
    return m
    ### END SOLUTION


# %% visible="d26-error_order" points=1
# The question's numbers. Then order 1, not exactly: errors 1, 4 and 16 at 1, 8 and 16.
got = error_order(np.array([3, 0.03, 0.0003, 0.5]), np.array([1, 0.1, 0.01, 0.001]))
got_bent = error_order(np.array([1.0, 4.0, 16.0]), np.array([1.0, 8.0, 16.0]))

assert got is not None, (
    "error_order returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, f"One order is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 2, rtol=1e-9, atol=0), (
    f"Errors 3, 0.03, 0.0003 at steps 1, 0.1, 0.01: order 2; got {float(got):.4f}. "
    f"Does the point with the error 0.5 have a say, and on which axes is your line?"
)
assert np.isclose(got_bent, 12 / 13, rtol=1e-9, atol=0), (
    f"In powers of 2 the points are (0, 0), (3, 2), (4, 4), and the best line through "
    f"them has slope 12/13 = 0.9231; got {float(got_bent):.4f}. Do all three count?"
)

# %% hidden="d26-error_order" points=2
# Hidden checks: orders from 1 to 6 with noise, steps in any order, rounding on the
# left; your arrays left as they were.
_rng = course_rng("d26-error_order")
for _n in (2, 3, 5, 9, 30):
    for _order in (1, 2, 4, 6):
        _u = np.sort(_rng.uniform(-3, 0, size=_n))
        _v = _order * _u + _rng.uniform(-0.4, 0.4, size=_n) + float(_rng.uniform(-2, 2))
        _v[0] = _v.min() - 0.1
        _left = _rng.uniform(-9, -3.5, size=int(_rng.integers(0, 6)))
        _steps, _logs = np.append(_left, _u), np.append(_v[0] + 0.2 + _rng.uniform(0, 3, size=len(_left)), _v)
        _p = _rng.permutation(len(_steps))
        _hs, _errs = 10.0 ** _steps[_p], 10.0 ** _logs[_p]
        _want = ((_u - _u.mean()) * (_v - _v.mean())).sum() / ((_u - _u.mean()) ** 2).sum()
        _given_e, _given_h = _errs.copy(), _hs.copy()
        _got = error_order(_given_e, _given_h)
        assert np.ndim(_got) == 0 and np.isclose(_got, _want, rtol=1e-6, atol=1e-6), (
            f"{_n} points and {len(_left)} that rounding spoils, in any order: expected {_want:.5f}, got {_got}"
        )
        assert (_given_e == _errs).all() and (_given_h == _hs).all(), "the caller's errors or steps were changed in place"
assert np.isclose(error_order(np.array([2, 50, 200]), np.array([1, 5, 10])), 2, rtol=1e-9, atol=0), "wrong for whole numbers: errors 2h²"

# %% [markdown]
# Now real errors: those of the figure of idea 3. Your function should find what you read off the picture. The last line is a stranger, the slope from the chord between $x + h$ and $x + 2h$; before you run it, guess its order.

# %%
beyond = abs((np.exp(1 + 2 * hs) - np.exp(1 + hs)) / hs - np.e)
try:
    for name, errs in (("forward", forward), ("central", central), ("beyond", beyond)):
        small = hs < 0.1
        print(f"{name:8s}{error_order(errs[small], hs[small]):.2f}")
except NotImplementedError:
    print("Write error_order first, then run this cell again.")

# %% author=true
_orders = [error_order(_e[hs < 0.1], hs[hs < 0.1]) for _e in (forward, central, beyond)]
assert np.allclose(_orders, [1, 2, 1], rtol=0, atol=0.12), _orders

# %% [markdown]
# Close to 1, 2 and 1. The stranger looks at two places and is of order 1 all the same: to err like $h^2$, a chord has to have the point in its middle. Where the order comes out a little low, the smallest error was a lucky one, far to the left, and let points in that rounding has spoiled.

# %% [markdown]
# ### In a real model
#
# Every layer you will write from day 30 on comes with a derivative, worked out by hand or by a program, and every one is tested against a central slope: *gradient checking*. Two habits come from today. The first: choose the step for the number format: in `float32`, the default of the libraries that train models, $\varepsilon$ is $1.2 \cdot 10^{-7}$, and the best central step is about a thousand times larger than in `float64`. The cell notes the step that belongs to each error, and prints that of the smallest.

# %%
for kind in (np.float32, np.float64):
    at, best = kind(1), {}
    for h in 10.0 ** np.arange(-12, 0):
        step = kind(h)
        rise = np.exp(at + step) - np.exp(at - step)
        best[abs(float(rise) / (2 * h) - np.e)] = h
    print(f"{kind.__name__}: best step {best[min(best)]:.0e}, error {min(best):.0e}")

# %% [markdown]
# A hundredth, and a hundred-thousandth. Both lie near $\varepsilon^{1/3}$, which is 0.005 in one format and 0.000006 in the other. (Rounding errors cancel by luck, too: on another computer a neighboring step may win.)
#
# The other habit: if in doubt, look at two steps. The distance to a right derivative falls with the order of the slope, the distance to a wrong one stays.

# %% author=true
assert best[min(best)] in (10.0**-5, 10.0**-6)
assert round(1.2e-7 ** (1 / 3), 3) == 0.005 and round(2.2e-16 ** (1 / 3), 6) == 0.000006

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: why is the smallest $h$ not the best, and why does that not touch the limit itself? Then compare.
#
# <details><summary>Answer</summary>
#
# The smaller the step, the smaller the truncation error; but the rise between two rounded heights loses its digits, and dividing by $h$ makes what was lost large. So there is a best step, where both errors are about equal. The limit is a statement about exact numbers, which never run out of digits: it is the computer's heights that end, not the curve's.
#
# </details>

# %% [markdown]
# ### Break it: a check that cries wolf
#
# The ReLU, $\max(0, x)$, has the derivative 0 left of 0 and 1 right of it. A colleague checks it by a central slope at $x = 10^{-6}$, where the derivative is 1. **Predict** what the cell prints. Then change the place to `1e-4` and run it again.

# %%
place = 1e-6
measured = central_slope(lambda x: max(0, x), place, 1e-5)
print(f"derivative 1, measured {measured:.3f}")

# %% author=true
assert round(measured, 3) == 0.55
# edit: "place = 1e-6" -> "place = 1e-4"
# then: abs(measured - 1) < 1e-9

# %% [markdown]
# <details><summary>Answer</summary>
#
# 0.55: the step of $10^{-5}$ reaches across the corner, so the chord has one foot on the flat part. At $10^{-4}$ it does not, and the slope is 1. The derivative was right, and so was the program; the check stood too near to a corner. A good check reports such places instead of failing.
#
# </details>

# %% [markdown]
# ### Exercise · Is there a derivative at all?
#
# *3 points · about 11 minutes · needs differentiable functions and one-sided limits*
#
# This test would have warned your colleague. To the right the slope is $(f(x + h) - f(x))/h$, to the left $(f(x) - f(x - h))/h$. Take both at the **two smallest steps**: four slopes. Where there is a derivative they settle and agree. At a corner left and right disagree. At a jump one runs away. And at 0 on the curve of the cube root (the number whose cube is $x$), where the tangent is upright, left and right agree, but do not settle: from step to step they grow.
#
# **Before you code.** For $|x|$ at 0 with the steps 0.1 and 0.01, what are the four slopes? Of what size would the two of a jump by 1 be?
#
# <details><summary>Answer</summary>
#
# 1 and 1 to the right, −1 and −1 to the left. At a jump one side has about $1/h$: 10 and 100.
#
# </details>
#
# **Your task.** Write `is_differentiable(f, x, hs, tol)`: `True` if the largest of the four slopes is at most `tol` above the smallest. Three or four lines are enough.

# %% exercise="d26-is_differentiable"
def is_differentiable(f: Callable, x: float, hs: np.ndarray, tol: float = 1e-3) -> bool:
    """Whether f has a derivative at x, as far as steps can show.

    f        function of one number
    x        the place
    hs       (n,)  different steps above 0, n ≥ 2, in any order
    tol      how far the four slopes at the two smallest steps may lie apart
    returns  True or False

    >>> is_differentiable(lambda x: x**2, 1.0, np.array([1e-4, 1e-5]))
    True
    """
    ### BEGIN SOLUTION
    first, second = np.sort(hs)[:2]
    steps = (first, second, -first, -second)
    slopes = [(f(x + step) - f(x)) / step for step in steps]
    return bool(max(slopes) - min(slopes) <= tol)
    ### END SOLUTION


# %% visible="d26-is_differentiable" points=1
# x² at 1, a corner that points down, one that points up, and a jump.
steps = np.array([0.5, 1e-5, 1e-4])
got = is_differentiable(lambda x: x**2, 1.0, steps)
got_corner = is_differentiable(abs, 0.0, steps)
got_roof = is_differentiable(lambda x: 3 - abs(x), 0.0, steps)
got_jump = is_differentiable(lambda x: 1.0 if x > 2 else 0.0, 2.0, steps)

assert got is not None, (
    "is_differentiable returned None. Is a return statement missing?"
)
assert np.ndim(got) == 0, f"True or False is expected, got the shape {np.shape(got)}."
assert got in (True, False), f"True or False is expected, got {got}."
assert all(g in (True, False) for g in (got_corner, got_roof, got_jump)), (
    f"A place without a derivative is False: got {got_corner}, {got_roof} and "
    f"{got_jump} at two corners and a jump. What is returned if the test fails?"
)
assert got, (
    "x² has the derivative 2 at 1, so True is expected. Which steps are the two "
    "smallest, and how far do the slopes there lie apart?"
)
assert not got_corner, (
    "At 0 |x| has the slope 1 to the right and −1 to the left: False is expected. Do "
    "you look at each side by itself?"
)
assert not got_roof, (
    "3 − |x| has the slopes −1 and 1: False is expected. Is the larger slope always "
    "the one to the right?"
)
assert not got_jump, (
    "At a jump the slope to one side runs away: False is expected. Does the height at "
    "the place itself have a part in your slopes?"
)

# %% hidden="d26-is_differentiable" points=2
# Hidden checks: smooth curves, corners of every size, jumps and lifted points, an
# upright tangent, slopes that never settle, other values of tol, steps in any order.
_rng = course_rng("d26-is_differentiable")
for _x in (0.0, 1.0, -3.0, 20.0):
    for _n in (2, 3, 5):
        _hs = _rng.permutation(10.0 ** -np.arange(7 - _n, 7))
        _c, _kink = _rng.uniform(-3, 3, size=3), float(_rng.uniform(0.02, 3)) * int(_rng.choice([-1, 1]))
        _smooth = lambda x, c=_c, x0=_x: float(c[0] + c[1] * (x - x0) + c[2] * (x - x0) ** 2)
        _given = _hs.copy()
        assert is_differentiable(_smooth, _x, _given), f"a parabola at {_x:g} with the steps {_hs.tolist()} has a derivative"
        assert (_given == _hs).all(), "the caller's steps were changed in place"
        for _side in (-1, 1):
            _bent = lambda x, g=_smooth, k=_kink, s=_side, x0=_x: g(x) + k * max(0.0, s * (x - x0))
            assert not is_differentiable(_bent, _x, _hs), f"a corner at {_x:g}: the slope changes there by {_kink:.3f}"
            assert is_differentiable(_bent, _x, _hs, tol=2 * abs(_kink)), f"with tol = {2 * abs(_kink):.3f} a change of slope by {_kink:.3f} is allowed"
            assert not is_differentiable(_bent, _x, _hs, tol=abs(_kink) / 1.5), f"with tol = {abs(_kink) / 1.5:.3f} a change of slope by {_kink:.3f} is too much"
            assert is_differentiable(_bent, _x + 0.5, _hs), "beside a corner there is a derivative"
            _torn = lambda x, g=_smooth, k=_kink, s=_side, x0=_x: g(x) + (k if s * (x - x0) > 0 else 0.0)
            assert not is_differentiable(_torn, _x, _hs), f"at {_x:g} the curve jumps by {_kink:.3f}"
        _lifted = lambda x, g=_smooth, k=_kink, x0=_x: g(x) + (k if x == x0 else 0.0)
        assert not is_differentiable(_lifted, _x, _hs), "one point is lifted out of the curve: it has no tangent"
for _hs in (np.array([1e-3, 1e-4]), np.array([1e-5, 1.0, 1e-3])):
    assert not is_differentiable(lambda x: np.sign(x) * abs(x) ** (1 / 3), 0.0, _hs), "the cube root has an upright tangent at 0: the slopes on both sides agree and grow"
    assert not is_differentiable(lambda x: np.sign(x) * abs(x) ** (1 / 3) / 100, 0.0, _hs, 0.01), "a hundredth of the cube root: its slopes agree on both sides and grow"
    assert not is_differentiable(lambda x: abs(x) ** 0.5, 0.0, _hs), "the slopes of √|x| run away at 0, up and down"
assert not is_differentiable(lambda x: x if abs(x) < 5e-4 else 2 * x, 0.0, np.array([1e-3, 1e-4])), "the slopes are 1 at one step and 2 at the next: they have not settled"
assert not is_differentiable(lambda x: x if x < 5e-4 else 2 * x, 0.0, np.array([1e-4, 1e-3])), "the slopes agree at the smallest step, at the next they do not"
assert is_differentiable(lambda x: x if abs(x) < 0.01 else 2 * x, 0.0, np.array([1.0, 1e-4, 0.5, 1e-3])), "near 0 the curve is a line; what it does at the large steps does not matter"
for _at in (1e-3, 1e-4, -1e-3, -1e-4):
    assert not is_differentiable(lambda x, at=_at: 5 * x + (0.1 * abs(at) if abs(x - at) < 1e-9 else 0.0), 0.0, np.array([1e-3, 1e-4])), f"all four slopes have a say: the one to the place {_at:g} is another than the rest"
for _at in (1e-3, -1e-4):
    for _tol in (0.06, 0.046):
        assert not is_differentiable(lambda x, at=_at: 5 * x + (0.1 * abs(at) if abs(x - at) < 1e-9 else 0.0), 0.0, np.array([1e-3, 1e-4]), _tol), f"one slope is 0.1 away from the three others: with tol = {_tol} that is too much"
for _side in (-1, 1):
    assert not is_differentiable(lambda x, s=_side: 2 * x + 0.0015 * max(0.0, s * x), 0.0, np.array([1e-3, 1e-4])), "without a tol, 0.001 is allowed: a change of slope by 0.0015 is too much"
    assert is_differentiable(lambda x, s=_side: 2 * x + 0.0007 * max(0.0, s * x), 0.0, np.array([1e-3, 1e-4])), "without a tol, 0.001 is allowed: a change of slope by 0.0007 passes"
assert is_differentiable(abs, 0.0, np.array([0.5, 0.25]), 2.0), "slopes of 1 and −1 lie 2 apart, which is at most tol = 2"
assert is_differentiable(lambda x: 7 * x - 2, 3, np.array([1e-4, 1e-5])), "a line has a derivative everywhere"
assert is_differentiable(lambda x: x * abs(x), 0.0, np.array([0.5, 1e-5, 1e-4])), "x·|x| is smooth at 0, its slope there is 0"

# %% [markdown]
# ### The day in five lines
#
# 1. A limit is what values approach, from both sides, without asking at the place itself.
# 2. The derivative is the limit of the chords' slopes; a corner has two one-sided slopes and no derivative.
# 3. Near a point a curve is its tangent, up to a miss that shrinks faster than the step.
# 4. Truncation errors fall with a power of the step, its order: 1 for the forward slope, 2 for the central one.
# 5. Rounding errors rise as ε/h, so the smallest step is not the best.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\lim_{h \to 0}$ | the limit as h goes to 0 | – |
# | $f'(x)$ | f prime of x: the derivative of f at x | `df(x)` |
# | $\frac{df}{dx}$ | d f by d x: the same | `df(x)` |
#
# The prime is Lagrange's sign (1797), the fraction that of Leibniz (1684). He and Newton found derivatives more than a century before Cauchy (1821) said what a limit is; for so long it was a method that worked, and whose reasons were in dispute.

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Limits and the definition of derivatives](https://www.3blue1brown.com/lessons/limits) (18 minutes). Khan Academy draws one-sided limits in its course on [limits and continuity](https://www.khanacademy.org/math/calculus-1/cs1-limits-and-continuity). **Think about it**, with no single answer: which number of your day is a limit that nobody has ever measured? Tomorrow rules find derivatives without any chord.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Two slopes with errors of order $h^2$ make one with an error of order $h^4$. For a smooth curve the central slope is $f'(x)$ plus a part that goes with $h^2$, plus one with $h^4$, and so on. At half the step the first part is a quarter. So four times the slope at $h/2$, less the slope at $h$, has lost it, and is three times the derivative, up to the part with $h^4$. Lewis Fry Richardson used this from 1911 on, when a computer was a person with a pencil, and every slope that was not needed saved somebody's time.

# %% [markdown]
# ### Exercise · Two slopes better than one
#
# *optional · about 8 minutes · needs the central slope (day 23)*
#
# Write $C(h)$ for the central slope with the step $h$. Richardson's slope is
#
# $$ \frac{4\,C(h/2) - C(h)}{3}. $$
#
# In words: the better slope four times, less the worse one, over the three that are left.
#
# **Before you code.** $C(h) = 5 + h^2$. What is $C$ at 0.2 and at 0.1, and what does the formula make of them?
#
# <details><summary>Answer</summary>
#
# 5.04 and 5.01; $(20.04 - 5.04)/3 = 5$, without any error.
#
# </details>
#
# **Your task.** Write `richardson(f, x, h)`. One line is enough; `central_slope(f, x, h)` is in your toolbox.

# %% exercise="d26-richardson"
def richardson(f: Callable, x: float, h: float) -> float:
    """The slope of f at x from two central slopes, with an error of order h⁴.

    f        function of one number
    x        the place
    h        the larger of the two steps, not 0
    returns  (4 C(h/2) − C(h)) / 3

    >>> round(richardson(lambda x: x**3, 2.0, 0.5), 6)
    12.0
    """
    ### BEGIN SOLUTION
    return (4 * central_slope(f, x, h / 2) - central_slope(f, x, h)) / 3
    ### END SOLUTION


# %% visible="d26-richardson" points=0
# x³ at 1: C(2) = 7 and C(1) = 4, so (16 − 7)/3 = 3, exactly the derivative. And x⁵.
got = richardson(lambda x: x**3, 1.0, 2.0)
got_five = richardson(lambda x: x**5, 0.0, 2.0)

assert got is not None, "richardson returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One slope is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 3, rtol=1e-9, atol=0), (
    f"x³ at 1 with h = 2: C(1) = 4 and C(2) = 7 make 3; got {float(got):.4f}. Which "
    f"slope counts four times, and what is left of the weights?"
)
assert np.isclose(got_five, -4, rtol=1e-9, atol=0), (
    f"x⁵ at 0 with h = 2: C(1) = 1 and C(2) = 16 make −4; got {float(got_five):.4f}. "
    f"At which two steps do you measure?"
)

# %% hidden="d26-richardson" points=0
# Hidden checks: polynomials of degree 5, for which the answer is known exactly, steps
# from 1e-3 to 4 and negative ones, whole numbers.
_rng = course_rng("d26-richardson")
for _h in (1e-3, 0.1, 1.0, 4.0, -0.5):
    for _ in range(6):
        _c, _x = _rng.uniform(-3, 3, size=6), float(_rng.uniform(-2, 2))
        _want = sum(k * _c[k] * _x ** (k - 1) for k in range(1, 6)) - _c[5] * _h**4 / 4
        _got = richardson(lambda t, c=_c, x=_x: float(sum(c[k] * t**k for k in range(6))), _x, _h)
        assert np.isclose(_got, _want, rtol=1e-6, atol=1e-6), f"a polynomial of degree 5 at {_x:.3f} with h = {_h:g}: expected {_want:.6f}, got {_got}"
assert np.isclose(richardson(lambda t: t**3, 2, 2), 12, rtol=1e-9, atol=0), "wrong for whole numbers: x³ at 2 with h = 2"

# %% [markdown]
# Three ways to measure, three orders. With your function on the page, the picture of idea 3 gets its third curve; before you run it, say where its lowest point will be, to the left or to the right of the others.

# %%
try:
    third = abs(np.array([richardson(np.exp, 1.0, h) for h in hs]) - np.e)
    fig, ax = plt.subplots(figsize=(7.0, 4.2))
    ax.loglog(hs, third, "-.", color=INK, label="Richardson")
    draw_errors(ax)
    figure(fig, alt=(
        "The two error curves of before and a third one, which falls with slope 4 and "
        "is lowest at about 0.002, far to the right of the others, below 1e-12."
    ))
except NotImplementedError:
    print("Write richardson first, then run this cell again.")

# %% author=true
assert 5e-4 < hs[third.argmin()] < 1e-2 and third.min() < 1e-12
assert np.allclose(np.finfo(float).eps ** np.array([1 / 2, 2 / 3, 4 / 5]), [1e-8, 4e-11, 3e-13], rtol=0.5, atol=0)
assert 3.7 < error_order(third[hs < 0.5], hs[hs < 0.5]) < 4.2

# %% [markdown]
# To the right, near 0.002: the higher the order, the larger the step at which rounding takes over. There the error is about $\varepsilon$ to the power 1/2, 2/3 and 4/5 for the orders 1, 2 and 4: $10^{-8}$, $4 \cdot 10^{-11}$ and $3 \cdot 10^{-13}$. No way of subtracting heights gets all sixteen digits.
