# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A line is a start and a rate
#
# **Question of the day.** A straight line is the plainest curve there is. Why is it still the part that a neural network repeats thousands of times?
#
# *After today you can* find a line from two measurements and say what its slope means, find where two lines meet or why they never do, and
# use a line to decide.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the earlier notebooks and take a sheet of paper. Answer each of the three questions in writing, with a number, before you unfold our answer.
# Questions one and two look back at day 4, question three at day 3. If one of your answers is wrong, write one line about what misled you.

# %% [markdown]
# **From yesterday (day 4): straight on log-log axes.** On log-log axes a curve is a straight line through $(10, 2)$ and $(1000, 2000)$. Which power of
# $x$ is it? And how high is it at $x = 100$?
#
# <details><summary>Answer</summary>
#
# It climbs three decades while $x$ grows by two, so the exponent is $3/2$. From 10 to 100 is one decade, so it climbs one and a half:
# $2 \cdot 10^{1.5} \approx 63$. On log axes the middle between 2 and 2000 is 63, not 1001.
#
# </details>

# %% [markdown]
# **From yesterday (day 4): gaps between floats.** What does `float64` give for $1 + 10^{-16}$, and what for $10^{-16} + 10^{-16}$? One of the two sums
# loses something. Which one, and why not the other?
#
# <details><summary>Answer</summary>
#
# $1 + 10^{-16}$ gives 1: near 1 the floats lie about $2.2 \cdot 10^{-16}$ apart, and the small number is rounded away. The second sum gives
# $2 \cdot 10^{-16}$, because near $10^{-16}$ the floats lie far closer together. What counts is the gap *relative* to the number.
#
# </details>

# %% [markdown]
# **From day 3: the unknown in the exponent.** Solve $5 \cdot 2^x = 40$, then $5 \cdot 2^x = 60$. Say for each step what you do to both sides. Today we
# do the same with unknowns that are not in an exponent.
#
# <details><summary>Answer</summary>
#
# Divide both sides by 5: $2^x = 8$, so $x = 3$. In the same way $2^x = 12$, so $x = \log_2 12 \approx 3.58$.
#
# </details>

# %% author=true
import math

assert math.isclose((math.log10(2000) - math.log10(2)) / (math.log10(1000) - math.log10(10)), 1.5)
assert round(2 * 10**1.5) == 63 and 1 + 1e-16 == 1.0 and 1e-16 + 1e-16 == 2e-16
assert 5 * 2**3 == 40 and round(math.log2(12), 2) == 3.58

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# A puzzle about two language models, three ideas and one exercise: a line from two measurements, the point where two lines meet, and a line that decides.
# At the end of this part the puzzle is solved. You know the tools from the days before.

# %%
import math

import matplotlib.pyplot as plt
import numpy as np

from log2attn import figure, slider
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION

# %% [markdown]
# ### A puzzle: was the long training a waste?
#
# Two language models of 2022 (Hoffmann and others). Gopher has 280 billion parameters and was trained on 300 billion tokens (a token is a word, or a
# piece of one). Chinchilla has 70 billion, was trained on 1,400 billion tokens, and was the better model. By a rule of thumb a model with $N$
# parameters costs $6N$ operations per token while it is trained, and $2N$ per token while it is used (Kaplan and others, 2020).
#
# So Chinchilla's training cost more, by about 17 percent. **Write down a guess:** after how many tokens in use has it paid that back? A million? A
# billion? A hundred billion? Never?

# %% [markdown]
# ### A line from two measurements
#
# You time a chat program (the numbers are invented). An answer of 100 words takes 2.5 seconds. An answer of 300 words takes 6.5 seconds. How long will
# an answer of 500 words take?
#
# Between the two answers lie 200 words and 4 seconds. If every word takes equally long, that is $4 / 200 = 0.02$ seconds per word. So the first 100
# words took $100 \cdot 0.02 = 2$ seconds. But the clock showed 2.5. The missing half second is a wait before the first word.

# %% [markdown]
# Now 500 words are no mystery: half a second of waiting, and $500 \cdot 0.02 = 10$ seconds of writing, together 10.5. The picture shows all of this.
# At which height does the line meet the left edge, and what does that height mean?

# %%
fig, ax = plt.subplots(figsize=(6.6, 3.7))
ax.plot([0, 600], [0.5, 12.5], color=BLUE)
ax.plot([100, 300, 300], [2.5, 2.5, 6.5], color=VERMILLION, linestyle="--")
ax.plot([100, 300], [2.5, 6.5], "o", color=INK)
ax.plot(0, 0.5, "s", color=GREEN, clip_on=False)
ax.text(200, 1.7, "run: 200 words", color=VERMILLION, ha="center", va="center")
ax.text(312, 4.3, "rise: 4 seconds", color=VERMILLION, va="center")
ax.text(18, 0.5, "wait: 0.5 seconds", color=GREEN, va="center")
ax.set(xlabel="words in the answer", ylabel="seconds", xlim=(0, 600), ylim=(0, 13))
figure(fig, alt=(
    "A line through (100, 2.5) and (300, 6.5). It meets the left edge at 0.5 seconds."
))

# %% [markdown]
# The line meets the left edge at 0.5: the time of an answer with no words. From there it rises by 0.02 for every step of 1 to the right, everywhere
# equally.
#
# A line has these two numbers and no more. The **slope** $m$ is the rise for a run of 1, a rate. The **intercept** $b$ is the height at $x = 0$, a
# start. Every point $(x, y)$ of the line satisfies
#
# $$ y = mx + b. $$
#
# In words: the height is the start plus the rate times how far you went.

# %% [markdown]
# Both numbers have units: the slope here is 0.02 *seconds per word*, the intercept 0.5 *seconds*. From any two points $(x_1, y_1)$ and $(x_2, y_2)$ we
# get them as we did above:
#
# $$ m = \frac{y_2 - y_1}{x_2 - x_1}, \qquad b = y_1 - m x_1. $$
#
# In words: the slope is the rise divided by the run, and the intercept is what is left of a height after the rate has been taken away. It does not
# matter which two points we take. Their heights differ by $m x_2 + b - (m x_1 + b) = m (x_2 - x_1)$: the start cancels, and dividing by the run
# leaves $m$.

# %%
rng = np.random.default_rng(5)
for _ in range(3):  # three times; the name _ says that we do not need the count
    x1, x2 = rng.uniform(0, 600, size=2)
    y1, y2 = 0.02 * x1 + 0.5, 0.02 * x2 + 0.5  # two random points of our line
    m = (y2 - y1) / (x2 - x1)
    b = y1 - m * x1
    print(f"x = {x1:5.1f} and {x2:5.1f}: m = {m:.4f} s per word, b = {b:.4f} s")
    assert np.allclose([m, b], [0.02, 0.5], rtol=1e-9, atol=1e-12)


# %% [markdown]
# And backward: how long an answer can you get in 9.5 seconds? That asks for the $x$ with $0.02x + 0.5 = 9.5$. Whatever we do to both sides keeps the
# equation true. Subtract 0.5: $0.02x = 9$. Divide by 0.02: $x = 450$ words.
#
# > **Watch out.** The last step divides by the slope. With slope 0 it cannot be done: $0 \cdot x = 9$ has *no* solution, and $0 \cdot x = 0$ is
# > solved by *every* $x$. None, one, infinitely many: this trio comes back twice today.

# %% [markdown]
# ### Exercise · Two points make a line
#
# *3 points · about 12 minutes · needs slope and intercept*
#
# Two points above each other have no run, and no slope either. Then your function should stop with an error: an invented number would travel on
# unnoticed. In Python, `raise ValueError("the line is vertical")` stops with an error of the kind `ValueError`, "this value cannot be used".
#
# As on day 1, `return m, b` gives a pair back and `==` asks whether two numbers are equal; `x1, y1 = p` takes a pair apart.
#
# **Before you code.** Which line goes through $(1, 5)$ and $(3, 9)$? Does it change if you start from the other point?
#
# <details><summary>Answer</summary>
#
# $m = (9 - 5)/(3 - 1) = 2$ and $b = 5 - 2 \cdot 1 = 3$. From the other point $m = (5 - 9)/(1 - 3)$, both signs turned: the same line.
#
# </details>
#
# **Your task.** Write `line_through(p, q)`: slope and intercept of the line through two points. If it is vertical, raise a `ValueError`. Six lines
# are enough.

# %% exercise="d05-line_through"
def line_through(p: tuple[float, float], q: tuple[float, float]) -> tuple[float, float]:
    """Slope and intercept of the line y = m x + b through two points.

    p, q     points, each a pair (x, y)
    returns  the pair (m, b); a vertical line (equal x) raises a ValueError

    >>> line_through((1.0, 5.0), (3.0, 9.0))
    (2.0, 3.0)
    """
    ### BEGIN SOLUTION
    x1, y1 = p
    x2, y2 = q
    run = float(x2) - float(x1)
    if run == 0:
        raise ValueError("the line is vertical and has no slope")
    m = (float(y2) - float(y1)) / run
    return m, float(y1) - m * x1
    ### END SOLUTION


# %% visible="d05-line_through" points=1
# By hand: from (1, 5) to (3, 9) the rise is 4 and the run is 2. (3, 1) and (3, 5) lie
# above each other. (try: run what may stop with an error; except: if it did.)
got = line_through((1.0, 5.0), (3.0, 9.0))
assert got is not None, "line_through returned None. Is a return missing?"
assert np.shape(got) == (2,), f"A line has two numbers, m and b; you returned {got}."
assert np.isclose(got[0], 2.0, rtol=1e-9, atol=0), (
    f"The line rises 4 while it runs 2, so m = 2; got {got[0]:.4f}. Which difference "
    "goes on top, and do both come from different points?"
)
assert np.isclose(got[1], 3.0, rtol=1e-9, atol=0), (
    f"With m = 2 through (1, 5) the height at x = 0 is 3; your b is {got[1]:.4f}. Does "
    "your line pass through (1, 5), and through (3, 9)?"
)
try:
    got = line_through((3.0, 1.0), (3.0, 5.0))
except ValueError:
    got = "a ValueError"
except ZeroDivisionError:
    got = "a ZeroDivisionError"
assert got == "a ValueError", (
    f"(3, 1) and (3, 5) lie above each other: expected a ValueError, got {got!r}. What "
    "is the run of these two points, and where do you look at it?"
)

# %% hidden="d05-line_through" points=2
# Hidden checks: points in either order, lines that fall or are level, points far from
# zero, whole numbers, float32, vertical lines, your points left as they were.
_rng = course_rng("d05-line_through")
for _k in range(60):
    _m, _b = _rng.uniform(-5, 5, size=2) * (1.0, 20.0)
    _m = 0.0 if _k % 5 == 4 else _m
    _x1, _x2 = _rng.uniform(-50, 50) + (-1.0) ** _k * np.array([0.0, _rng.uniform(0.5, 60)])
    _p, _q = np.array([_x1, _m * _x1 + _b]), np.array([_x2, _m * _x2 + _b])
    _p_before, _q_before = _p.copy(), _q.copy()
    _got = line_through(_p, _q)
    assert np.allclose(_got, [_m, _b], rtol=1e-7, atol=1e-7), f"through {_p_before.round(2)} and {_q_before.round(2)} goes the line with m = {_m:.4f}, b = {_b:.4f}; you say {_got}"
    assert (_p == _p_before).all() and (_q == _q_before).all(), "the caller's points were changed; leave what you are given as it is"

for _run, _close in ((2.0**-20, 1e-7), (2.0**-40, 1e-2)):  # nearly vertical is not vertical
    _got = line_through((1.0, 0.0), (1.0 + _run, 3.0))
    assert np.isclose(_got[0], 3 / _run, rtol=_close, atol=0), f"(1, 0) and ({1 + _run!r}, 3) are close to vertical and have a slope, {3 / _run:.0f}; you say {_got}"
assert np.allclose(line_through((4, 1), (2, 6)), [-2.5, 11.0], rtol=1e-9, atol=0), "wrong for whole numbers: (4, 1) and (2, 6)"
_got = line_through(np.array([1, 2], dtype=np.float32), np.array([3, 3], dtype=np.float32))
assert np.allclose(_got, [0.5, 1.5], rtol=1e-5, atol=0), "wrong for float32 numbers"
for _p, _q in [((_x1 * 2, 1.0), (_x1 + _x1, 5.0)), ((0.0, 1.0), (0.0, -2.0)), ((-2.5, 4.0), (-2.5, 4.0)), ((7, 0), (7, 3))]:
    try:
        _got = line_through(_p, _q)
    except ValueError:
        _got = "a ValueError"
    assert _got == "a ValueError", f"no slope belongs to {_p} and {_q}: expected a ValueError, got {_got}"

# %% [markdown]
# ### Where two lines meet
#
# A second chat program waits 2.5 seconds, then needs only 0.01 seconds per word. For short answers the first program is faster, for long answers the
# second. Where is the change?
#
# At that $x$ both need the same time: $0.02x + 0.5 = 0.01x + 2.5$. Subtract $0.01x$ and 0.5 on both sides: $0.01x = 2$, so $x = 200$ words. The common
# time is $0.02 \cdot 200 + 0.5 = 4.5$ seconds.

# %% [markdown]
# For any two lines $y = m_1 x + b_1$ and $y = m_2 x + b_2$ the same steps give $(m_1 - m_2)\,x = b_2 - b_1$. If the slopes differ,
#
# $$ x = \frac{b_2 - b_1}{m_1 - m_2}, \qquad y = m_1 x + b_1. $$
#
# In words: one line starts ahead, the other catches up, and the time it takes is the head start divided by the difference of the rates. The cell
# checks it with our two programs.

# %%
meet_x = (2.5 - 0.5) / (0.02 - 0.01)
print(f"x = {meet_x:.1f} words")
print(f"program 1: {0.02 * meet_x + 0.5:.2f} s, program 2: {0.01 * meet_x + 2.5:.2f} s")
assert np.isclose(0.02 * meet_x + 0.5, 0.01 * meet_x + 2.5, rtol=1e-12)


# %% [markdown]
# What if the two rates are nearly equal? In the next picture the solid line $y = 0.5x + 1$ stays. The dashed line starts at 3, and from panel to
# panel its slope comes closer to 0.5. First the function that draws one panel. (`math.isclose(m, 0.5)` asks whether the two numbers agree up to
# rounding; `not` turns yes into no, and `and`, later, asks for both.)

# %%
def two_lines(ax, m, b):
    x = np.array([0.0, 12.0])
    ax.plot(x, 0.5 * x + 1, color=BLUE)
    ax.plot(x, m * x + b, color=VERMILLION, linestyle="--")
    ax.set(title=f"$m = {m:.2f}$: no crossing", xlabel="x", xlim=(0, 12), ylim=(0, 8))
    if not math.isclose(m, 0.5):
        meet = (b - 1) / (0.5 - m)
        ax.plot(meet, 0.5 * meet + 1, "o", color=INK)
        ax.set_title(f"$m = {m:.2f}$: meet at ${meet:.1f}$")


# %% [markdown]
# Now four panels, with the slopes $-0.5$, 0, 0.3 and 0.5. The dashed line is ahead by 2 at the start, in each of them. **Predict** the $x$ of the
# crossing in each panel before you run the cell. What happens in the last one?

# %%
fig, axes = plt.subplots(1, 4, figsize=(10, 2.9), sharey=True)
for ax, m in zip(axes, [-0.5, 0, 0.3, 0.5], strict=True):
    two_lines(ax, m, 3)
axes[0].set_ylabel("y")
figure(fig, alt=(
    "A solid line of slope 0.5 and dashed ones of slope −0.5, 0, 0.3 and 0.5. The "
    "crossing runs away from x = 2 to 4 to 10; the last two lines are parallel and "
    "never meet."
))

# %% [markdown]
# The crossing runs away: 2, 4, 10, and then there is none. The head start stays 2, and the difference of the rates goes to 0. Lines with equal slopes
# are **parallel**: they have no common point, or, if the intercepts agree too, they are one line and have every point in common. None, one,
# infinitely many.

# %% [markdown]
# ### A line that decides
#
# A mail filter counts the links $x$ and the words in capitals $y$ of a message. A link counts 2, a word in capitals counts 1, and above 6 in total
# the message is called spam. So it computes $2x + y - 6$ and looks at the sign: plus is spam, minus is not.
#
# In general, with two *weights* $w_1, w_2$ and a *bias* $b$, the score of the point $(x, y)$ is
#
# $$ s = w_1 x + w_2 y + b. $$
#
# In words: each count times its weight, added up, plus the bias. Here are three messages, with `np.sign` to keep the sign of each score. (`.tolist()`
# makes a list of an array.)

# %%
scores = np.array([2 * 1 + 2 - 6, 2 * 2 + 2 - 6, 2 * 3 + 1 - 6])
print("scores", scores, "signs", np.sign(scores))
assert np.sign(scores).tolist() == [-1, 0, 1]
kinds = {1: ("^", VERMILLION, "s > 0: spam"), 0: ("o", INK, "s = 0: on the line")}
kinds[-1] = ("v", BLUE, "s < 0: not spam")  # one more entry: mark, color, name

# %% [markdown]
# The messages were $(1, 2)$, $(2, 2)$ and $(3, 1)$. Three answers are possible: 1 for plus, $-1$ for minus, and 0 for neither. Now all messages with
# up to 5 links and 8 words in capitals. **Predict:** where do those with score 0 lie, and where those above 0?

# %%
fig, ax = plt.subplots(figsize=(6.4, 3.9))
ax.plot([0, 3], [6, 0], color=INK, linewidth=1.5)
for x, y in [(x, y) for x in range(6) for y in range(9)]:
    mark, color, name = kinds[np.sign(2 * x + y - 6)]
    ax.plot(x, y, mark, color=color)
for s, (mark, color, name) in kinds.items():
    ax.text(5.6, 4 + 2 * s, name, color=color, va="center")
ax.set(xlabel="links x", ylabel="words in capitals y", xlim=(-0.3, 9), xticks=range(6))
figure(fig, alt=(
    "A grid of messages and the line 2x + y = 6, with four points on it. Above and to "
    "the right of it all scores are positive, on the other side all are negative."
))

# %% [markdown]
# Score 0 is the line $2x + y = 6$, and the sign of $s$ tells the side. The reason: start on the line, where $s = 0$. One step to the right adds
# $w_1 = 2$, one step to the left takes 2 away, and a step along the line changes nothing. So $s$ turns from minus to plus where you cross the line, and
# nowhere else. Such a line is called a *decision boundary*. Unlike $y = mx + b$ this form has vertical lines too: $x - 3 = 0$.

# %% [markdown]
# ### The puzzle solved
#
# Each model's bill is a line: training is the start, and use is the rate, $2N$ per token. The next cell works out both lines and their crossing as you
# did for the two programs, the head start divided by the difference of the rates.

# %%
start = np.array([6 * 280e9 * 300e9, 6 * 70e9 * 1400e9])  # Gopher, Chinchilla
rate = np.array([2 * 280e9, 2 * 70e9])  # operations per token in use
meet = (start[1] - start[0]) / (rate[0] - rate[1])
print(f"training: Gopher {start[0]:.3g}, Chinchilla {start[1]:.3g} operations")
print(
    f"per token: {rate[0]:.2g} and {rate[1]:.2g}; crossing at {meet / 1e9:.0f} billion"
)
assert np.isclose(meet, 200e9, rtol=1e-9)

# %% [markdown]
# The crossing lies at 200 billion tokens in use. In the picture, which line starts higher, and which one is ahead at 600 billion? By how much does
# the difference grow with every token? (`enumerate` counts along: 0 comes with Gopher, 1 with Chinchilla.)

# %%
fig, ax = plt.subplots(figsize=(6.6, 3.4))
for k, name in enumerate(["Gopher", "Chinchilla"]):
    ends = np.array([start[k], start[k] + rate[k] * 600e9])
    ax.plot([0, 600], ends / 1e23, label=name)
ax.plot(meet / 1e9, (start[0] + rate[0] * meet) / 1e23, "o", color=INK)
ax.set(xlabel="billion tokens in use", ylabel="operations / $10^{23}$", ylim=(0, 9))
ax.legend(loc="lower right")
figure(fig, alt=(
    "Gopher's line starts lower and climbs four times as steeply as Chinchilla's; "
    "they cross at 200 billion tokens."
))

# %% [markdown]
# Chinchilla starts higher, by 17 percent (the authors call the budgets equal; the rule is rough). Gopher's line climbs four times as steeply, so after 200
# billion tokens the smaller, longer trained model is ahead, by $2 \cdot 210$ billion operations more with each token. Sardana and others (2023) draw the
# conclusion: expect many users, train smaller and longer. It was no waste, if enough people ask.

# %% author=true
assert round((start[1] / start[0] - 1) * 100) == 17 and rate[0] / rate[1] == 4

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# Two exercises. First two lines in another form, as two equations with two unknowns, and the trap that rounding sets there. Then the decision of part 2,
# for many points at once.

# %% [markdown]
# ### Two unknowns, two equations
#
# A model is paid for by the thousand words: $x$ cents for a thousand words it reads, $y$ cents for a thousand it writes. You do not know the prices,
# but you have two bills. Two thousand words read and one thousand written: 6 cents. One thousand read and three thousand written: 13 cents.
#
# $$ 2x + y = 6, \qquad x + 3y = 13. $$
#
# In words: each bill is one equation in two unknowns. Alone, the first allows many pairs of prices: $(0, 6)$, $(1, 4)$, $(3, 0)$. They form a line,
# $y = 6 - 2x$. The second is a line too, and only the crossing satisfies both bills.

# %% [markdown]
# To find it, make one unknown vanish. Three times the first bill is $6x + 3y = 18$. Subtract the second bill from it: the $y$ are gone, $5x = 5$ remains,
# so $x = 1$. Then the first bill says $y = 6 - 2 = 4$. Check the second: $1 + 3 \cdot 4 = 13$.
#
# In general the bills are $ax + by = e$ and $cx + dy = f$, with the *coefficients* $a$ to $d$ before the unknowns. (Today $e$ is the number on the
# right, not 2.718.) Take $d$ times the first minus $b$ times the second, and $y$ vanishes; take $a$ times the second minus $c$ times the first, and
# $x$ vanishes:
#
# $$ (ad - bc)\,x = de - bf, \qquad (ad - bc)\,y = af - ce. $$
#
# In words: one and the same number, $ad - bc$, stands before both unknowns.

# %%
a, b, c, d, e, f = 2, 1, 1, 3, 6, 13
x, y = (d * e - b * f) / (a * d - b * c), (a * f - c * e) / (a * d - b * c)
print(f"ad - bc = {a * d - b * c}, x = {x}, y = {y}")
print("the bills:", a * x + b * y, "and", c * x + d * y)
seconds = [(1, 3, 13, "one"), (4, 2, 20, "none"), (4, 2, 12, "infinitely many")]

# %% [markdown]
# This number is called the **determinant** of the system: it determines whether we can divide. (Day 14 shows what it measures.) When it is 0, the
# two lines have equal slopes. Below, the first bill stays the same. The second changes: first as above, then to $4x + 2y = 20$, then to
# $4x + 2y = 12$. Which bills contradict each other? Which one tells you nothing new?

# %%
fig, axes = plt.subplots(1, 3, figsize=(9.6, 3.3), sharey=True)
for ax, (c, d, f, says) in zip(axes, seconds, strict=True):
    ax.plot([0, 5], [6, -4], color=BLUE, label="first bill")
    ax.plot(
        [0, 5], [f / d, (f - 5 * c) / d], "--", color=VERMILLION, label="second bill",
    )
    ax.set(title=f"{says}: ad − bc = {2 * d - c}", xlabel="x", ylabel="y", ylim=(0, 13))
    ax.legend(loc="upper right")
axes[0].plot(1, 4, "o", color=INK)
figure(fig, alt=(
    "Two lines cross at (1, 4), two are parallel, two lie on top of each other."
))

# %% [markdown]
# In the middle, double the words should cost 12 and not 20: the bills contradict each other. On the right, the second bill is the first one, doubled,
# and tells nothing new. Both times $ad - bc = 2 \cdot 2 - 1 \cdot 4 = 0$.
#
# > **Watch out.** Day 4 applies here. The bills $0.1x + 0.3y = 1$ and $x + 3y = 5$ are parallel, but is $ad - bc$ exactly 0 in `float64`? The question
# > "is it zero?" is the wrong one; ask "do $ad$ and $bc$ agree?". `math.isclose(u, v)` says whether two numbers agree to about nine digits.

# %%
print("ad - bc =", 0.1 * 3 - 0.3 * 1, " agree:", math.isclose(0.1 * 3, 0.3 * 1))
print("two tiny numbers:", 1e-12, 3e-12, " agree:", math.isclose(1e-12, 3e-12))

# %% author=true
assert 0.1 * 3 - 0.3 * 1 != 0 and math.isclose(0.1 * 3, 0.3) and not math.isclose(1e-12, 3e-12)


# %% [markdown]
# ### Exercise · Two bills, two prices
#
# *4 points · about 11 minutes · needs two equations, and rounding (day 4)*
#
# With a hundred unknowns computers go the same way, one unknown after the other. Two are enough to meet every trap: a coefficient may be 0,
# coefficients may all be tiny, and parallel lines may miss each other by a rounding error.
#
# **Before you code.** Solve $y = 2$, $3x + 4y = 11$ by hand; what is $a$? Would your program divide by it? And if all six numbers were a million
# times smaller, would $x$ and $y$ change? Would $ad - bc$?
#
# <details><summary>Answer</summary>
#
# $y = 2$, so $x = (11 - 8)/3 = 1$; $a$ is 0, and nobody may divide by it. With all numbers a million times smaller $x$ and $y$ stay, and $ad - bc$
# shrinks a million million times. No fixed limit can tell it from 0.
#
# </details>
#
# **Your task.** Write `solve2(a, b, c, d, e, f)`: the pair `(x, y)` with $ax + by = e$ and $cx + dy = f$. Return `None`, Python's word for "nothing",
# if $ad$ and $bc$ agree to nine digits. Four lines are enough.

# %% exercise="d05-solve2"
def solve2(
    a: float, b: float, c: float, d: float, e: float, f: float
) -> tuple[float, float] | None:
    """Solve a x + b y = e and c x + d y = f for x and y.

    a, b     coefficients of the first equation
    c, d     coefficients of the second equation
    e, f     right sides of the first and the second equation
    returns  the pair (x, y), or None if a * d and b * c agree to nine digits

    >>> solve2(2.0, 1.0, 1.0, 3.0, 6.0, 13.0)
    (1.0, 4.0)
    """
    ### BEGIN SOLUTION
    a, d, e = float(a), float(d), float(e)  # numpy's whole numbers overflow
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant
    ### END SOLUTION


# %% visible="d05-solve2" points=1
# 2x + y = 6, x + 3y = 13. Then y = 2, 3x + 4y = 11. Then two pairs of parallel lines.
got = solve2(2.0, 1.0, 1.0, 3.0, 6.0, 13.0)
assert got is not None, (
    "2x + y = 6, x + 3y = 13 has a solution, you returned None. Is a return missing, "
    "or is your determinant not 2 * 3 - 1 * 1?"
)
assert np.shape(got) == (2,), f"A solution is a pair, x and y; you returned {got}."
bills = 2 * got[0] + got[1], got[0] + 3 * got[1]
assert np.allclose(bills, [6, 13], rtol=1e-9, atol=0), (
    f"The prices (1, 4) explain 6 and 13; yours, ({got[0]:.4g}, {got[1]:.4g}), give "
    f"{bills[0]:.4g} and {bills[1]:.4g}. Which unknown did you make vanish?"
)
cases = [((0, 1, 3, 4, 2, 11), [1, 2]), ((2, 1, 4, 2, 6, 20), None)]
for six, want in [*cases, ((2, 1, 4, 2, 6, 12), None)]:
    got = solve2(*[float(v) for v in six])  # the star hands them over one by one
    if got is not None:
        got = np.round(got, 9).tolist()
    assert got == want, f"solve2{six} should be {want}, got {got}. What is ad - bc?"

# %% hidden="d05-solve2" points=3
# Hidden checks: random systems with a known solution, zeros among the coefficients,
# tiny and huge coefficients, parallel lines with rounding, whole numbers.
_rng = course_rng("d05-solve2")
for _scale in (1.0, 1.0, 1.0, 1e-7, 1e6):
    for _k in range(12):
        _x, _y = _rng.uniform(-9, 9, size=2)
        _angle, _turn = _rng.uniform(0, 6.28), _rng.uniform(0.2, 2.9)  # two lines that are far from parallel
        _a, _b = _scale * _rng.uniform(1, 5) * np.array([np.cos(_angle), np.sin(_angle)])
        _c, _d = _scale * _rng.uniform(1, 5) * np.array([np.cos(_angle + _turn), np.sin(_angle + _turn)])
        if _k < 4:
            _a, _b, _c, _d = [(0.0, _b, _c, _d), (_a, 0.0, _c, _d), (_a, _b, 0.0, _d), (_a, _b, _c, 0.0)][_k]
        _got = solve2(_a, _b, _c, _d, _a * _x + _b * _y, _c * _x + _d * _y)
        assert _got is not None, f"coefficients {_a:.3g}, {_b:.3g}, {_c:.3g}, {_d:.3g}: there is one solution, you returned None"
        assert np.allclose(_got, [_x, _y], rtol=1e-6, atol=1e-6), f"coefficients {_a:.3g}, {_b:.3g}, {_c:.3g}, {_d:.3g}: the solution is ({_x:.4f}, {_y:.4f}), you say {_got}"

for _scale in (1.0, 1e6, 1e-6):
    for _ in range(15):
        _a, _b = _scale * _rng.uniform(0.1, 9, size=2) * _rng.choice([-1, 1], size=2)
        _times, _e = float(_rng.uniform(0.1, 9)), _scale * float(_rng.uniform(1, 9))
        for _f in (_times * _e, _times * _e + _scale):
            _got = solve2(_a, _b, _times * _a, _times * _b, _e, _f)
            assert _got is None, f"coefficients {_a:.3g}, {_b:.3g} and {_times:.3g} times these: the lines are parallel up to rounding, expected None, got {_got}"

assert np.allclose(solve2(1, 2, 3, 5, 4, 11), [2, 1], rtol=1e-9, atol=0), "wrong for whole numbers: x + 2y = 4, 3x + 5y = 11"
assert np.allclose(solve2(1.0, 1.0, 1.0, 1.001, 2.0, 2.001), [1, 1], rtol=1e-6, atol=0), "x + y = 2 and x + 1.001 y = 2.001 are nearly parallel, but they meet in (1, 1)"
assert np.allclose(solve2(1.0, 1.0, 1.0, 1.000001, 2.0, 2.000001), [1, 1], rtol=1e-6, atol=0), "x + y = 2 and x + 1.000001 y = 2.000001 agree to six digits only, so they meet in (1, 1)"
assert solve2(0.0, 0.0, 0.0, 0.0, 1.0, 2.0) is None, "without any unknown in the equations there is nothing to solve: expected None"

# %% [markdown]
# ### A table of points
#
# Many points at once are kept in a table, one row per point: an array of shape $(n, 2)$. `P[0]` is the first row, the first point. A colon means "all
# of them", so `P[:, 0]` is the first *column*, all $x$, and `P[:, 1]` is all $y$. Counting starts at 0, as always in Python. What will the second
# line print?

# %%
P = np.array([[1.0, 2.0], [2.0, 2.0], [3.0, 1.0]])
print(P.shape, "all x:", P[:, 0], "all y:", P[:, 1])
print("x plus y, point by point:", P[:, 0] + P[:, 1])


# %% [markdown]
# ### Exercise · Which side of the line?
#
# *3 points · about 8 minutes · needs the score of a point*
#
# In 1958 Frank Rosenblatt described the *perceptron*: it adds weighted inputs and compares the sum with a threshold. Comparing with 6 is the same as
# adding the bias $-6$ and comparing with 0. With two inputs, a perceptron answers on which side of a line a point lies.
#
# **Before you code.** With `w = (-1, 2)` and `b = -3`, what are the answers for $(0, 0)$, $(1, 2)$ and $(0, 4)$? If all three numbers of the line change
# their sign, does the line move? Do the answers change?
#
# <details><summary>Answer</summary>
#
# The scores are $-3$, 0 and 5, the answers $-1$, 0 and 1. With all signs turned the line stays where it is, and every answer but 0 turns its sign.
#
# </details>
#
# **Your task.** Write `side_of_line(P, w, b)`: for each row of `P` the sign of $w_1 x + w_2 y + b$, so $-1$, $0$ or $1$. Two lines are enough.

# %% exercise="d05-side_of_line"
def side_of_line(P: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """On which side of the line w[0] x + w[1] y + b = 0 each point lies.

    P        (n, 2)  points, one per row: x, then y
    w        (2,)    weights of x and y
    b        bias, one number
    returns  (n,)    1 where w[0] x + w[1] y + b is positive, -1 where it is negative,
                     0 on the line

    >>> side_of_line(np.array([[1.0, 2.0], [0.0, 4.0]]), np.array([-1.0, 2.0]), -3.0)
    array([0., 1.])
    """
    ### BEGIN SOLUTION
    x, y = 1.0 * P[:, 0], 1.0 * P[:, 1]
    return np.sign(w[0] * x + w[1] * y + b)
    ### END SOLUTION


# %% visible="d05-side_of_line" points=1
# By hand: -x + 2y - 3 is -3 at (0, 0), 0 at (1, 2), 5 at (0, 4) and -3 at (2, 1).
four = np.array([[0.0, 0.0], [1.0, 2.0], [0.0, 4.0], [2.0, 1.0]])
weights = np.array([-1.0, 2.0])
got, other = side_of_line(four, weights, -3.0), side_of_line(four[2:3], weights, -7.0)
assert got is not None, "side_of_line returned None. Is a return missing?"
assert np.shape(got) == (4,), (
    f"Four points, four answers: expected shape (4,), got {np.shape(got)}. Do you read "
    "P by columns, P[:, 0] and P[:, 1]?"
)
assert np.asarray(got).dtype != bool, (
    f"Expected the numbers -1, 0 and 1, got {got}. Who lies on the line?"
)
for point, score, answer, mine in zip(four, [-3, 0, 5, -3], [-1, 0, 1, -1], got):
    assert mine == answer, (
        f"At {point} the score is {score}: expected {answer}, got {mine}. Which weight "
        "belongs to y, what does the bias do, and is the sign kept?"
    )
assert other[0] == 1, f"With the bias -7 the score at (0, 4) is 1: got {other[0]}."

# %% hidden="d05-side_of_line" points=2
# Hidden checks: tables of many sizes, points exactly on the line, weights of 0, whole
# numbers and float32, both signs of one line, your arrays left as they were.
from fractions import Fraction as _Fraction

_rng = course_rng("d05-side_of_line")
for _n in (1, 2, 3, 7, 40, 200):
    _P = _rng.integers(-8, 9, size=(_n, 2)) / 4.0
    _w, _b = _rng.integers(-6, 7, size=2) / 2.0, float(_rng.integers(-4, 5)) / 2.0
    if _n == 7:
        _w[0] = 0.0
    if _n in (3, 40):
        _w[1] = 0.0
    if _n > 1:
        _b = float(-(_w * _P[0]).sum())  # puts the first point on the line
    _exact = [_Fraction(_w[0]) * _Fraction(_x) + _Fraction(_w[1]) * _Fraction(_y) + _Fraction(_b) for _x, _y in _P]
    _want = np.array([(_s > 0) - (_s < 0) for _s in _exact])
    _P_given, _w_given = _P.copy(), _w.copy()
    _got = side_of_line(_P_given, _w_given, _b)
    assert np.shape(_got) == (_n,), f"{_n} points should give {_n} answers, the shape was {np.shape(_got)}"
    assert np.array_equal(_got, _want), f"weights {_w}, bias {_b}: at least one of {_n} points got the wrong side"
    assert (_P_given == _P).all() and (_w_given == _w).all(), "the caller's arrays were changed; leave what you are given as it is"

_P, _w = _rng.integers(-5, 6, size=(30, 2)), np.array([2, -3])
_want = np.array([(2 * _x - 3 * _y + 1 > 0) - (2 * _x - 3 * _y + 1 < 0) for _x, _y in _P.tolist()])
assert np.array_equal(side_of_line(_P.copy(), _w.copy(), 1), _want), "wrong for whole numbers"
assert np.array_equal(side_of_line(_P.astype(np.float32), _w.astype(np.float32), 1.0), _want), "wrong for float32 numbers"
assert np.array_equal(side_of_line(_P.copy(), -_w, -1), -_want), "with all signs turned the line is the same and the sides are exchanged"
_near = np.array([[0.0, 1e-9], [0.0, -1e-9], [1e-9, 0.0]])
assert np.array_equal(side_of_line(_near, np.array([1.0, 1.0]), 0.0), [1, -1, 1]), "a point may lie very close to the line and still not on it"


# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# First rebuild the crossing of two lines from memory. Then see what a neuron makes of a line, explain the main idea in writing, break a decision on
# purpose, with a question that became famous, and close with the day in five lines.

# %% [markdown]
# ### Exercise · The point two lines share
#
# *2 points · about 9 minutes · needs the crossing of two lines; do not look back first*
#
# Which of two programs, phone contracts or models is better depends on where two lines cross. If they are parallel, your function returns `None`. The
# same if they are one line: then there is no *single* point.
#
# **Before you code.** Where do $y = 2x + 1$ and $y = -x + 7$ meet? Check your point in *both* equations.
#
# <details><summary>Answer</summary>
#
# $2x + 1 = -x + 7$ gives $3x = 6$, so $x = 2$; the heights are $2 \cdot 2 + 1 = 5$ and $-2 + 7 = 5$.
#
# </details>
#
# **Your task.** Write `intersect(m1, b1, m2, b2)`: the common point as a pair `(x, y)`, or `None` if the slopes are equal. Four lines are enough.

# %% exercise="d05-intersect"
def intersect(m1: float, b1: float, m2: float, b2: float) -> tuple[float, float] | None:
    """The point where the lines y = m1 x + b1 and y = m2 x + b2 meet.

    m1, b1   slope and intercept of the first line
    m2, b2   slope and intercept of the second line
    returns  the pair (x, y), or None if the slopes are equal

    >>> intersect(2.0, 1.0, -1.0, 7.0)
    (2.0, 5.0)
    """
    ### BEGIN SOLUTION
    if m1 == m2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1
    ### END SOLUTION


# %% visible="d05-intersect" points=1
# By hand: 2x + 1 = -x + 7 gives 3x = 6, and at x = 2 both lines have the height 5.
got = intersect(2.0, 1.0, -1.0, 7.0)
assert got is not None, (
    "The lines 2x + 1 and -x + 7 do meet, you returned None. Is a return missing, or "
    "do you compare something else than the slopes?"
)
assert np.shape(got) == (2,), f"A point has two numbers, x and y; you returned {got}."
assert np.isclose(got[0], 2.0, rtol=1e-9, atol=0), (
    f"They meet at x = 2, you say {got[0]:.4f}. At your x the two lines have the "
    f"heights {2 * got[0] + 1:.4f} and {-got[0] + 7:.4f}."
)
assert np.isclose(got[1], 5.0, rtol=1e-9, atol=0), (
    f"At x = 2 both lines have the height 5, you say {got[1]:.4f}. Which slope belongs "
    "to which intercept?"
)
try:
    got = intersect(3.0, 1.0, 3.0, 2.0)
except ZeroDivisionError:
    got = "a ZeroDivisionError"
assert got is None, (
    f"y = 3x + 1 and y = 3x + 2 are parallel: expected None, got {got!r}. What would "
    "you divide by?"
)

# %% hidden="d05-intersect" points=1
# Hidden checks: random lines through a known point, level lines, whole numbers,
# parallel lines, one line given twice.
_rng = course_rng("d05-intersect")
for _k in range(60):
    _x, _y, _m1 = _rng.uniform(-20, 20, size=3)
    _m2 = _m1 + _rng.choice([-1.0, 1.0]) * _rng.uniform(0.3, 30)
    _m2 = 0.0 if _k % 10 == 0 else _m2
    _got = intersect(_m1, _y - _m1 * _x, _m2, _y - _m2 * _x)
    assert _got is not None, f"lines with the slopes {_m1:.4f} and {_m2:.4f} meet, you returned None"
    assert np.allclose(_got, [_x, _y], rtol=1e-7, atol=1e-6), f"the lines with slopes {_m1:.4f} and {_m2:.4f} meet in ({_x:.4f}, {_y:.4f}), you say {_got}"
for _gap in (1e-6, 1e-12):  # nearly equal is not equal
    _x = 1 / ((1.0 + _gap) - 1.0)
    _got = intersect(1.0, 0.0, 1.0 + _gap, -1.0)
    assert _got is not None and np.isclose(_got[0], _x, rtol=1e-9, atol=0), f"slopes that differ by {_gap:g} differ: these lines meet at x = {_x:.6g}, you say {_got}"
assert np.allclose(intersect(1, 0, 3, -5), [2.5, 2.5], rtol=1e-9, atol=0), "wrong for whole numbers: y = x and y = 3x - 5"
assert np.allclose(intersect(4.0, 3.0, -2.0, 3.0), [0.0, 3.0], rtol=0, atol=1e-12), "two lines with the same intercept 3 meet in (0, 3)"
for _parallel in [(_m1 * 2, 1.0, _m1 + _m1, 4.0), (0.0, 1.0, 0.0, 4.0), (-2, 5, -2, 6), (1.5, 2.0, 1.5, 2.0)]:
    _got = intersect(*_parallel)
    assert _got is None, f"the lines with (m1, b1, m2, b2) = {_parallel} have no single common point: expected None, got {_got}"


# %% [markdown]
# ### Drag the rates apart
#
# The slider draws the two lines of part 2. Drag $m$ slowly from 0.3 toward 0.5. **Predict** first: how far does the crossing move when $m$ goes from
# 0.3 to 0.35, and how far from 0.4 to 0.45? (Without widgets, work it out.)
#
# <details><summary>Answer</summary>
#
# The crossing is at $2 / (0.5 - m)$: from 10 to 13.3, out of the picture, and then from 20 to 40. The same small change of a rate moves it ever further.
#
# </details>

# %%
def draw(m, b):
    fig, ax = plt.subplots(figsize=(5.6, 3.4))
    two_lines(ax, m, b)
    ax.set_ylabel("y")
    return fig


slider(draw, alt=(
    "A solid line of slope 0.5 and a dashed line. As the slope of the dashed line "
    "comes close to 0.5, the crossing runs out of the picture."
), m=(-1, 1.5, 0.05, 0.3), b=(0, 6, 0.5, 3))

# %% [markdown]
# ### In a real model: a line plus a bend
#
# A perceptron forgets how far away the line is: it keeps the sign only. Many neurons of today keep more. They put out the score where it is positive,
# and 0 elsewhere:
#
# $$ \max(0,\; w_1 x + w_2 y + b). $$
#
# In words: the larger of 0 and the score. On one side of its line the neuron is silent, on the other it grows at a steady rate; the bend is the line.
# In the first transformer (Vaswani and others, 2017, base model), every layer holds 2,048 such neurons, each with 512 weights instead of two. Day 7
# builds curves from bends.

# %%
for point in [(1, 2), (2, 2), (3, 1), (4, 1), (5, 1)]:
    score = 2 * point[0] + 1 * point[1] - 6
    print(f"message {point}: score {score:2d}, neuron {max(0, score)}")
assert [max(0, 2 * x + 1 - 6) for x in (2, 3, 4, 5)] == [0, 1, 3, 5]

# %% [markdown]
# The neuron is silent up to the line. From $(3, 1)$ on it gains 2 with every further link: its first weight is its slope. That answers the question of the
# day: a network repeats this part because lines are cheap, and with a bend they can build any curve (day 7).

# %% [markdown]
# ### Explain in your own words
#
# A friend says: "Two lines can meet in no point, in one, in two, or in all points." Which of the four is wrong, and why? Write four sentences. Use
# the rates of the two lines, and one example with numbers that are not on this page.
#
# <details><summary>Compare with this list</summary>
#
# Two is wrong. Different rates meet once: the head start is made up at one moment and never again, for after it the distance grows. Equal rates keep the head
# start forever: none, or all points if it is 0.
#
# </details>
#
# Then look back at your week. Which line did you meet: a price, a speed, a recipe for more guests? Write down its slope **with its unit**, and
# say what its intercept means. (One of ours: a taxi costs 4 dollars and 2.50 dollars a mile. The slope is 2.50 dollars per mile, the intercept 4 dollars.)

# %% [markdown]
# ### Break it
#
# Four points, and the answer wanted for each: 1 for $(1, 1)$, and $-1$ for the others. ("Yes, if both are.") The cell tries 5,000 random lines and
# prints how many of the four points the best one gets right. Run it.
#
# Then change `wanted` to `[-1, 1, 1, -1]` ("yes, if exactly one is"). **Predict** the best number before you run. Would more lines help?

# %%
rng = np.random.default_rng(5)
P = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
wanted = np.array([-1, -1, -1, 1])
best = 0
for _ in range(5000):
    w1, w2, b = rng.uniform(-1, 1, size=3)
    answers = np.sign(w1 * P[:, 0] + w2 * P[:, 1] + b)
    best = max(best, np.sum(answers == wanted))  # the sum counts the True
print("points right, best of 5,000 lines:", best)

# %% author=true
assert best == 4
other, top = np.array([-1, 1, 1, -1]), 0
for w1, w2, b in rng.uniform(-1, 1, size=(5000, 3)):
    top = max(top, (np.sign(w1 * P[:, 0] + w2 * P[:, 1] + b) == other).sum())
assert top == 3
# edit: "[-1, -1, -1, 1]" -> "[-1, 1, 1, -1]"
# then: best == 3

# %% [markdown]
# With the second list the best line gets 3, and no line gets 4. Can you prove it? Add the scores of $(0, 0)$ and $(1, 1)$, and then those of
# $(0, 1)$ and $(1, 0)$.
#
# <details><summary>Answer</summary>
#
# Both sums are $w_1 + w_2 + 2b$. The first should be negative (two minus points), the second positive. One number cannot be both.
#
# </details>
#
# Marvin Minsky and Seymour Papert's book *Perceptrons* (1969) studied what such machines cannot compute. Two lines together can do it; phase 3 stacks
# them.

# %% [markdown]
# ### The day in five lines
#
# 1. A line is a start and a rate: $y = mx + b$. The slope is rise divided by run, and it has a unit.
# 2. Two lines meet at the head start divided by the difference of the rates; equal rates meet nowhere or everywhere.
# 3. Two equations with two unknowns have one solution when $ad - bc$ is not 0. In `float64`, ask whether $ad$ and $bc$ agree.
# 4. The sign of $w_1 x + w_2 y + b$ tells on which side of a line a point lies: a decision.
# 5. A neuron is such a line plus a bend, and "pay once or pay each time" is a crossing.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $y = mx + b$ | y equals m x plus b: slope m, intercept b | `y = m * x + b` |
# | $ad - bc$ | determinant of a system of two equations | `a * d - b * c` |
# | $w_1, w_2$ and $b$ in $w_1 x + w_2 y + b$ | weights and bias of a line that decides | `w[0]`, `w[1]`, `b` |
# | $\max(0, s)$ | the larger of 0 and s | `max(0, s)` |

# %% [markdown]
# ### To watch or read
#
# Grant Sanderson (3Blue1Brown), "But what is a neural network?" (2017): watch for the weighted sum, the bias and the bend. If you want more small
# cases by hand, Khan Academy's Algebra 1 has practice on systems of equations. Tomorrow the lines bend smoothly, and you get a first look at the
# curve that every training run walks down.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# A second place where lines meet is money. You rent a computer for 300 a month (the *fixed* cost). Every thousand answers cost another 2 for electricity,
# and you sell them for 8. Each thousand leaves $8 - 2 = 6$, so after $300 / 6 = 50$ thousand answers the rent is earned. Before that point you lose,
# after it you gain.

# %%
for sold in (0, 49, 50, 51, 100):
    costs, income = 300 + 2 * sold, 8 * sold
    print(f"{sold:3d} thousand: costs {costs}, income {income}, gain {income - costs}")
assert 300 + 2 * 50 == 8 * 50


# %% [markdown]
# ### Exercise · When does it pay?
#
# *optional · about 9 minutes · needs the crossing of two lines*
#
# Every "pay once or pay each time" is two lines: costs $= \text{fixed} + \text{unit cost} \cdot n$ and income $= \text{price} \cdot n$. The crossing is
# the *break-even point*.
#
# **Before you code.** Which slopes and which intercepts do the two lines have? If you sell for 2 what costs you 2, do they ever meet? And if you sell
# for 1, the formula gives a number of units. What is wrong with it?
#
# <details><summary>Answer</summary>
#
# Income: slope price, intercept 0. Costs: slope unit cost, intercept fixed. Sold at cost, the lines are parallel and never meet. Sold for 1, the formula
# gives $300 / (1 - 2) = -300$ units: the lines cross before the first sale, and every sale moves them apart.
#
# </details>
#
# **Your task.** Write `break_even(fixed, price, unit_cost)`: the number of units, not rounded, at which income reaches costs. If that never happens,
# return infinity, `math.inf`. Three lines are enough.

# %% exercise="d05-break_even"
def break_even(fixed: float, price: float, unit_cost: float) -> float:
    """Number of units at which price * units reaches fixed + unit_cost * units.

    fixed      cost that is paid once, > 0
    price      income per unit, ≥ 0
    unit_cost  cost per unit, ≥ 0
    returns    units, not rounded; math.inf if income never reaches costs

    >>> break_even(300.0, 8.0, 2.0)
    50.0
    """
    ### BEGIN SOLUTION
    if price <= unit_cost:
        return math.inf
    return fixed / (price - unit_cost)
    ### END SOLUTION


# %% visible="d05-break_even" points=0
# By hand: 300 / (8 - 2) = 50 and 100 / (5 - 2) = 33.33… What sells for 2 and costs 2
# never pays, what sells for 1 even less.
got = break_even(300.0, 8.0, 2.0)
assert got is not None, "break_even returned None. Is a return missing?"
assert np.isclose(got, 50.0, rtol=1e-9, atol=0), (
    f"Each unit leaves 8 - 2 = 6, and 300 / 6 = 50; got {got:.4f}. At your number the "
    f"costs are {300 + 2 * got:.2f} and the income is {8 * got:.2f}."
)
got = break_even(100.0, 5.0, 2.0)
assert np.isclose(got, 100 / 3, rtol=1e-9, atol=0), (
    f"Each unit leaves 3, and 100 / 3 is 33.33…; got {got}. Was something rounded?"
)
for price in (2.0, 1.0):
    try:
        got = break_even(300.0, price, 2.0)
    except ZeroDivisionError:
        got = "a ZeroDivisionError"
    assert got == math.inf, (
        f"What costs 2 and sells for {price} never earns the rent: expected math.inf, "
        f"got {got!r}. Where would the two lines cross?"
    )

# %% hidden="d05-break_even" points=0
# Hidden checks: random costs and prices against exact fractions, very small and very
# large amounts, a unit cost of 0, whole numbers, numpy's numbers.
from fractions import Fraction as _Fraction

_rng = course_rng("d05-break_even")
for _k in range(60):
    _scale = 10.0 ** _rng.uniform(-6, 8)
    _fixed, _cost = float(_rng.uniform(0.5, 900)) * _scale, float(_rng.uniform(0.1, 9))
    _cost = 0.0 if _k % 10 == 0 else _cost
    _price = _cost + float(_rng.uniform(0.2, 5))
    _want = float(_Fraction(_fixed) / (_Fraction(_price) - _Fraction(_cost)))
    _got = break_even(_fixed, _price, _cost)
    assert np.isclose(_got, _want, rtol=1e-9, atol=0), f"fixed {_fixed:.4g}, price {_price:.4g}, unit cost {_cost:.4g}: expected {_want:.6g} units, got {_got:.6g}"
    assert break_even(_fixed, _cost, _price) == math.inf, f"price {_cost:.4g} lies below the unit cost {_price:.4g}: expected math.inf"
assert np.isclose(break_even(7, 5, 3), 3.5, rtol=1e-9, atol=0), "wrong for whole numbers: 7 / (5 - 3) is 3.5"
assert np.isclose(break_even(1e-3, 3e-9, 1e-9), 5e5, rtol=1e-9, atol=0), "prices may be tiny: a billionth of a cent per word is still a price"
_tie = break_even(1.0, 2.0 + 1e-9, 2.0)
assert np.isclose(_tie, 1 / ((2.0 + 1e-9) - 2.0), rtol=1e-9, atol=0), f"a gain of a billionth per unit pays as well, after about 1e9 units; you say {_tie}"
assert break_even(np.float64(5), np.float64(2), np.float64(2)) == math.inf, "wrong for numpy's numbers when price and unit cost are equal"
assert break_even(5.0, 0.0, 0.0) == math.inf, "what is given away never earns a fixed cost"
