# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A cost curve has a lowest point, and algebra finds it
#
# **Question of the day.** A model may choose one number. Which choice makes its error smallest, and how can we know without trying them all?
#
# *After today you can* compute any polynomial quickly and draw it honestly, find the lowest point and the zeros of a parabola, and turn the error of a
# model into a parabola whose lowest point you can read off.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the earlier notebooks and take a sheet of paper. Answer each question in writing, with a number, before you unfold our answer. A wrong answer
# that you wrote down teaches more than a right one that you only recognized.

# %% [markdown]
# **From yesterday (day 5): slope and intercept.** A line passes through $(2, 7)$ and $(5, 1)$. What are its slope $m$ and its intercept $b$? At which $x$ is
# its height 0?
#
# <details><summary>Answer</summary>
#
# $m = (1 - 7)/(5 - 2) = -2$ and $b = 7 - (-2) \cdot 2 = 11$. The height is 0 where $-2x + 11 = 0$, at $x = 5.5$. Today we ask the same question about curves.
#
# </details>

# %% [markdown]
# **From yesterday (day 5): a system.** How many solutions has the system $2x + y = 4$ and $6x + 3y = 9$? Which single number would you change so that it
# has infinitely many?
#
# <details><summary>Answer</summary>
#
# None. Three times the first equation says $6x + 3y = 12$, the second says 9: two parallel lines. With 12 in place of 9 both equations are the same line.
#
# </details>

# %% [markdown]
# **From day 4: cancellation.** `float64` keeps about 16 digits. The computer works out `(1 + 1e-12) - 1`. How many digits of the answer are right, and in
# which of the two steps were the others lost?
#
# <details><summary>Answer</summary>
#
# About four: the computer says $1.00009 \cdot 10^{-12}$. They were lost in the *addition*, which rounds to 16 digits. The subtraction is exact; it only
# removes the digits that agree and shows us the damage.
#
# </details>

# %% author=true
assert (1 - 7) / (5 - 2) == -2 and 7 - (-2) * 2 == 11 and -2 * 5.5 + 11 == 0
assert round(((1 + 1e-12) - 1) * 1e12, 5) == 1.00009

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# A puzzle about a model with one number, then four ideas and one exercise: what a polynomial is, a fast way to compute it, its lowest point, and why the
# error of a model is a polynomial. The last one solves the puzzle. New among the tools is `sympy`, which computes with letters and will be our referee.

# %%
import math

import matplotlib.pyplot as plt
import numpy as np
import sympy as sp
from matplotlib.axes import Axes

from log2attn import data, figure, fresh_axes, read_axes, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, INK, VERMILLION

# %% [markdown]
# ### A puzzle: the one number
#
# You time two answers of a chatbot (the numbers are invented): one paragraph took 6 seconds, three paragraphs took 8. You want the smallest model there
# is, $y = mx$: a paragraph takes $m$ seconds. The first answer asks for $m = 6$, the second for $m = \frac83 \approx 2.67$. No $m$ fits both. **Choose
# one** and write it down with a reason. In the picture, how far does each of the two lines miss the point that it does not meet?

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
for slope, name in ((6, "m = 6"), (8 / 3, "m = 8/3")):
    ax.plot([0, 3.4], [0, 3.4 * slope], label=name)
ax.plot([1, 3], [6, 8], "s", color=INK, markersize=8)
ax.set(xlabel="paragraphs", ylabel="seconds")
ax.legend()
figure(fig, alt=(
    "Two data points and two lines through the origin. The line of slope 6 meets the "
    "first point and passes 10 above the second; that of slope 8/3 meets the second "
    "and passes 3.3 below the first."
))

# %% [markdown]
# The steep line misses the second point by 10 seconds, the flat one misses the first by 3.3. Between them lie all the compromises. To find the best one
# without trying them all we need to know one kind of curve very well, and it begins with digits.

# %% [markdown]
# ### Digits without the ten
#
# What does 5208 mean? Read it from the right: 8 ones, 0 tens, 2 hundreds, 5 thousands,
# $8 + 0 \cdot 10 + 2 \cdot 10^2 + 5 \cdot 10^3$. Now put a letter in place of the ten: $8 + 0x + 2x^2 + 5x^3$. For $x = 10$ it is 5208. For
# $x = 2$ it is $8 + 0 + 8 + 40 = 56$.
#
# Such an expression is a **polynomial**. The numbers 8, 0, 2, 5 are its **coefficients**, and the highest power, 3, is its **degree**. In general

# %% [markdown]
# $$ p(x) = \sum_{k=0}^{n} c_k x^k = c_0 + c_1 x + c_2 x^2 + \dots + c_n x^n. $$
#
# In words: "p of x" is the sum of the powers of $x$, each multiplied by its coefficient. In code the coefficients stand in an array, **lowest power
# first**, so that `coeffs[k]` belongs to $x^k$. A line $mx + b$ has the coefficients `[b, m]` and degree 1; degree 2 is called *quadratic*.

# %%
coeffs = np.array([8, 0, 2, 5])
powers = 10 ** np.arange(4)
print(powers, coeffs * powers)
print(np.sum(coeffs * powers), np.sum(coeffs * 2 ** np.arange(4)))

# %% author=true
assert np.sum(coeffs * powers) == 5208 and np.sum(coeffs * 2 ** np.arange(4)) == 56

# %% [markdown]
# ### Fewer steps: Horner's rule
#
# Read 5208 aloud, digit by digit from the left: 5; then $5 \cdot 10 + 2 = 52$; then $52 \cdot 10 + 0 = 520$; then $520 \cdot 10 + 8 = 5208$. Three
# multiplications, and no power of ten was ever computed. With $x$ in place of 10 this is **Horner's rule**, named after William George Horner (1819);
# Qin Jiushao had used the scheme in China in 1247. For degree 3,
#
# $$ c_0 + c_1 x + c_2 x^2 + c_3 x^3 = c_0 + x\,(c_1 + x\,(c_2 + x\,c_3)). $$
#
# In words: start with the highest coefficient, and again and again multiply by $x$ and add the next lower one.

# %% [markdown]
# Are the two sides equal for *all* numbers? Testing a few proves little. **sympy** computes with letters: `sp.symbols` makes them, and `sp.expand`
# multiplies out all brackets. If the difference of two formulas expands to 0, they agree everywhere.

# %%
x, c0, c1, c2, c3 = sp.symbols("x c0 c1 c2 c3")
nested = c0 + x * (c1 + x * (c2 + x * c3))
print(sp.expand(nested))
assert sp.expand(nested - (c0 + c1 * x + c2 * x**2 + c3 * x**3)) == 0

# %% [markdown]
# ### The square that is almost there
#
# About 820 Muhammad al-Khwarizmi, from whose name we have the word *algorithm*, solved $x^2 + 10x = 39$ with a drawing. A square of side $x$ has the
# area $x^2$. Cut the rectangle $10x$ into two strips, each 5 wide and $x$ long, and lay them against the square. The total area is 39. What is
# missing to make it a large square, and how large is the missing piece? (`+=` adds to what a name holds: here two more pieces to a list.)

# %%
pieces = [(0, 0, 3, 3, BLUE, "$x^2$"), (3, 0, 5, 3, GREEN, "$5x$")]
pieces += [(0, 3, 3, 5, GREEN, "$5x$"), (3, 3, 5, 5, "white", "missing: 25")]
fig, ax = plt.subplots(figsize=(4.4, 4.2))
for left, low, wide, high, color, name in pieces:
    ax.bar(left, high, wide, low, align="edge", color=color, edgecolor=INK, alpha=0.45)
    ax.text(left + wide / 2, low + high / 2, name, ha="center", va="center")
ax.set(xlabel="x, and 5 more", ylabel="x, and 5 more", aspect="equal")
ax.set(xticks=[0, 3, 8], yticks=[0, 3, 8], title="39 + 25 = 64")
figure(fig, alt=(
    "A square of side x, two strips of 5 by x against it, and a missing corner of 5 "
    "by 5."
))

# %% [markdown]
# The missing corner is 5 by 5. Add its 25, and the whole is a square of side $x + 5$ and area $39 + 25 = 64$. Its side is 8, so $x = 3$. This is
# **completing the square**: add the corner, and subtract it again so that nothing changes,
# $x^2 + 10x - 39 = (x + 5)^2 - 25 - 39 = (x + 5)^2 - 64$.
#
# On the right, $x$ occurs only once, and inside a square. A square is never below 0. So the lowest value of the whole is $-64$, taken only
# where $x + 5 = 0$, at $x = -5$. We have found the lowest point of a curve without drawing it.

# %% [markdown]
# Now for $ax^2 + bx + c$ with any $a \ne 0$. Take $a$ out of the first two terms: $a\,(x^2 + \frac{b}{a} x) + c$. Half of $\frac{b}{a}$ is
# $\frac{b}{2a}$; that is the width of a strip, and its square is the corner. Inside the bracket the corner was added; subtract it again, times $a$:
#
# $$ ax^2 + bx + c = a \Big( x + \frac{b}{2a} \Big)^2 + c - \frac{b^2}{4a}. $$
#
# In words: every quadratic is a stretched square plus a constant. The square vanishes at one place, the **vertex**,
#
# $$ x = -\frac{b}{2a}, \qquad y = c - \frac{b^2}{4a}. $$
#
# In words: minus b over twice a, and there only the constant is left.

# %%
a, b, c = sp.symbols("a b c")
square_form = a * (x + b / (2 * a)) ** 2 + c - b**2 / (4 * a)
assert sp.expand(square_form - (a * x**2 + b * x + c)) == 0
print("vertex of x² + 10x - 39:", -10 / 2, -39 - 10**2 / 4)


# %% [markdown]
# The referee agrees, for all letters at once. The curve of a quadratic is a **parabola**. If $a > 0$, the square adds something everywhere else, and the
# vertex is the lowest point. If $a < 0$ it takes something away, and the vertex is the highest. If $a = 0$ there is no square: the curve is a line and has
# no vertex.

# %% [markdown]
# ### Exercise · The lowest point without a search
#
# *3 points · about 10 minutes · needs completing the square*
#
# At the end of this part the vertex will be the best choice of a model's number. On day 9 it finds the line that fits best, on day 11 the nearest
# point of a street.
#
# **Before you code.** Complete the square of $2x^2 - 12x + 23$ on paper. Take out the 2 first. Where is the vertex, and how high is it? Put its $x$ into the
# quadratic to test your height.
#
# <details><summary>Answer</summary>
#
# $2x^2 - 12x + 23 = 2(x^2 - 6x) + 23 = 2(x - 3)^2 - 18 + 23 = 2(x - 3)^2 + 5$. The vertex is at $(3, 5)$, and $2 \cdot 9 - 36 + 23 = 5$.
#
# </details>
#
# **Your task.** Write `vertex(a, b, c)`, which returns the pair `(x, y)`. For $a = 0$ there is none: `raise ValueError("…")` with a message of your
# own, as for yesterday's vertical line. Four lines are enough.

# %% exercise="d06-vertex"
def vertex(a: float, b: float, c: float) -> tuple[float, float]:
    """The vertex (x, y) of the parabola a x² + b x + c.

    a        number, not 0; for 0 a ValueError is raised
    b, c     numbers
    returns  (x, y): the place of the vertex, and its height

    >>> x, y = vertex(2.0, -12.0, 23.0)
    >>> round(float(x), 6), round(float(y), 6)
    (3.0, 5.0)
    """
    ### BEGIN SOLUTION
    if a == 0:
        raise ValueError("a line has no vertex: a must not be 0")
    a, b = float(a), float(b)  # whole numbers of numpy overflow
    return -b / (2 * a), c - b**2 / (4 * a)
    ### END SOLUTION


# %% visible="d06-vertex" points=1
# By hand: 2x² - 12x + 23 = 2(x - 3)² + 5. (try: run what may stop with an error.)
got = vertex(2.0, -12.0, 23.0)
assert got is not None, "vertex returned None. Is a return missing?"
assert np.shape(got) == (2,), f"A vertex is a pair (x, y); you returned {got}."
assert np.isclose(got[0], 3.0, rtol=1e-9), (
    f"2(x - 3)² + 5 has its square 0 at x = 3, you say {got[0]:.4f}. Check the sign, "
    "and what exactly you divide by."
)
height = 2 * got[0] ** 2 - 12 * got[0] + 23
assert np.isclose(got[1], 5.0, rtol=1e-9), (
    f"At x = 3 the quadratic is {height:.4g}, you say {got[1]:.4f}. Which corner do "
    "you subtract, and how often?"
)
try:
    outcome = vertex(0.0, 2.0, 1.0)
except ValueError:
    outcome = "a ValueError"
except ZeroDivisionError:
    outcome = "a ZeroDivisionError"
assert outcome == "a ValueError", (
    f"2x + 1 is a line without a vertex: expected a ValueError, got {outcome!r}. What "
    "should be tested first?"
)

# %% hidden="d06-vertex" points=2
# Hidden checks: parabolas built from a vertex we chose, open upward and downward, flat
# and steep, with whole numbers, and a = 0.
_rng = course_rng("d06-vertex")
for _k in range(60):
    _a = float(_rng.choice([-1, 1]) * 10 ** _rng.uniform(-3, 3))
    _h, _y = (float(_v) for _v in _rng.uniform(-8, 8, size=2))
    _b, _c = -2 * _a * _h, _a * _h**2 + _y
    _got = vertex(_a, _b, _c)
    assert np.shape(_got) == (2,), "a vertex is a pair (x, y)"
    assert np.isclose(_got[0], _h, rtol=1e-9, atol=1e-9), f"{_a:.4g} x² + {_b:.4g} x + {_c:.4g} has its vertex at x = {_h:.4f}, you say {_got[0]:.4f}"
    assert np.isclose(_got[1], _y, rtol=1e-9, atol=1e-9 * (1 + abs(_c))), f"{_a:.4g} x² + {_b:.4g} x + {_c:.4g} has a vertex of height {_y:.4f}, you say {_got[1]:.4f}"

assert np.allclose(vertex(2, 3, 1), [-0.75, -0.125], rtol=1e-9, atol=0), "2x² + 3x + 1 has its vertex at (-0.75, -0.125)"
assert np.allclose(vertex(1e-12, 2e-12, 5.0), [-1.0, 5.0], rtol=1e-9, atol=0), "a very flat parabola has a vertex, too: only a = 0 has none"
assert np.allclose(vertex(1e-9, -2e-9, 0.0), [1.0, -1e-9], rtol=1e-9, atol=0), "1e-9 x² - 2e-9 x is a parabola, however flat, with its vertex at (1, -1e-9)"
for _a in (0, 0.0):
    try:
        vertex(_a, float(_rng.uniform(1, 5)), 0.0)
        _outcome = "an answer"
    except ValueError:
        _outcome = "ValueError"
    assert _outcome == "ValueError", "for a = 0 a ValueError is expected"

# %% [markdown]
# ### The first cost curve
#
# Back to the chatbot: one paragraph took 6 seconds, three took 8, and $y = mx$ must get something wrong. Which $m$ is the best?
#
# Try $m = 4$. The model says 4 and 12; the *errors* are $6 - 4 = 2$ and $8 - 12 = -4$. Added, they would hide each other, so we square them: 4 and 16. Their
# mean is 10. That is the **cost** of $m = 4$.

# %% [markdown]
# For $n$ points the cost is called the *mean squared error*:
#
# $$ C(m) = \frac{1}{n} \sum_{i=1}^{n} (y_i - m x_i)^2. $$
#
# In words: for each point, take the error of the model and square it; then take the mean. The data stay fixed; $m$ is what we may turn. Multiply out for our
# points, by hand or by sympy: $(6 - m)^2 + (8 - 3m)^2 = 100 - 60m + 10m^2$, and half of it is $C(m) = 5m^2 - 30m + 50$. A parabola in $m$. You know where
# its lowest point is. Work it out before you run the cell.

# %%
m = sp.symbols("m")
cost = ((6 - m * 1) ** 2 + (8 - m * 3) ** 2) / 2
print("cost:", sp.expand(cost))
print("at m = 1, 3, 4:", [cost.subs(m, value) for value in (1, 3, 4)])


def C(m):
    return 5 * m**2 - 30 * m + 50


# %% author=true
assert sp.expand(cost - (5 * m**2 - 30 * m + 50)) == 0
assert cost.subs(m, 4) == 10 and (30 / (2 * 5), 50 - 30**2 / (4 * 5)) == (3, 5)


# %% [markdown]
# (`subs` puts a number in place of a letter.) The vertex says: $m = 3$ seconds a paragraph, at a cost of 5. No other $m$ is as good, and none had to
# be tried.
#
# Here are the two views side by side: on the left three models among the data, on the right their costs. A *line* on the left is a *mark* on the
# right. Which line belongs to the lowest mark? Does it touch any data point?

# %%
def two_views(slopes):
    fig, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6))
    left.plot([1, 3], [6, 8], "s", color=INK, markersize=8)
    ms = np.linspace(-0.2, 6.2, 200)  # 200 equally spaced numbers, ends included
    right.plot(ms, C(ms), color=GRAY, linestyle="-")
    for k, slope in enumerate(slopes):  # C0, C1, … name the colors of the style in turn
        left.plot([0, 3.4], [0, slope * 3.4], color=f"C{k}", label=f"m = {slope:g}")
        right.plot(slope, C(slope), "^oD"[k], color=f"C{k}", markersize=9)
    left.set(xlabel="paragraphs", ylabel="seconds", ylim=(-1, 22))
    right.set(xlabel="m, seconds per paragraph", ylabel="cost", ylim=(-4, 56))
    left.legend()
    return fig


# %% [markdown]
# The helper above draws both views for a list of up to three slopes. Square dots are the data, the gray curve is $C(m)$, and each slope has the same
# color and marker in both panels.

# %%
figure(two_views([1, 3, 4]), alt=(
    "Left: lines of slope 1, 3 and 4 among two data points. Right: their costs 25, 5 "
    "and 10 lie on a parabola, with slope 3 at its lowest point."
))


# %% [markdown]
# The best line touches neither point: it passes 3 seconds below the first and 1 second above the second. Moving toward one would cost more at the other. And
# the lowest cost is 5, not 0: the model has no intercept for the time before the first word.
#
# Now drag $m$ yourself, from 0 upward, and watch the triangle slide down and up again. (Without widgets, the figure above tells the same story.)

# %%
def one_view(m):
    return two_views([m])


slider(one_view, alt=(
    "A line of slope m through the origin among two data points, and its cost as a "
    "triangle that slides along a parabola with its lowest point at m = 3."
), m=(0, 6, 0.1, 0.5))

# %% [markdown]
# The same holds for any data. Square each bracket of $C(m)$ and collect the powers of $m$:
#
# $$ C(m) = \frac{\sum x_i^2}{n}\, m^2 - \frac{2 \sum x_i y_i}{n}\, m + \frac{\sum y_i^2}{n}. $$
#
# In words: the mean of the $x^2$ opens the parabola, the mean of the products tilts it, the mean of the $y^2$ lifts it. Its vertex is at
#
# $$ m = \frac{\sum x_i y_i}{\sum x_i^2}. $$
#
# In words: the best slope is the sum of the products over the sum of the squares; $n$ cancels. Day 9 adds the intercept.

# %%
xs, ys = np.array([1.0, 3.0]), np.array([6.0, 8.0])
print("coefficients:", np.mean(xs**2), -2 * np.mean(xs * ys), np.mean(ys**2))
print("best m:", np.sum(xs * ys) / np.sum(xs**2))

# %% author=true
assert (np.mean(xs**2), -2 * np.mean(xs * ys), np.mean(ys**2)) == (5, -30, 50)
assert np.sum(xs * ys) / np.sum(xs**2) == 3


# %% [markdown]
# The puzzle is solved: $m = 3$, between the two slopes that you could read off the points, and nearer to the flat one, because an error at three paragraphs
# grows three times as fast with $m$. How far is that from the number that you wrote down at the beginning?

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# Two exercises: the cost curve of any data, and roots that survive `float64`. Between them stands the formula for the roots, which needs nothing but the
# completed square, and the way in which a computer spoils it.

# %% [markdown]
# ### Exercise · The cost curve of any data
#
# *3 points · about 7 minutes · needs the mean squared error*
#
# In 1805 Adrien-Marie Legendre published this way of choosing numbers, the smallest sum of squared errors, in a book on the orbits of comets.
# Diffusion models that paint images are trained on a mean squared error as well (Ho and others, 2020): they guess the noise in a picture.
#
# **Before you code.** Take the points $(1, 3)$ and $(2, 1)$. What does $m = 0$ cost, what does $m = 2$ cost? How many costs do you return for two points and
# five slopes?
#
# <details><summary>Answer</summary>
#
# For $m = 0$ the errors are 3 and 1, and the cost is $(9 + 1)/2 = 5$. For $m = 2$ they are 1 and $-3$: again $(1 + 9)/2 = 5$. Five slopes, five costs.
#
# </details>
#
# **Your task.** Write `cost_curve(x, y, ms)`: for *each* slope in `ms`, the mean squared error of $y = mx$. Build a list in a loop and make it an array
# with `np.array(…)`, or use the parabola. Two to four lines are enough.

# %% exercise="d06-cost_curve"
def cost_curve(x: np.ndarray, y: np.ndarray, ms: np.ndarray) -> np.ndarray:
    """Mean squared error of the model y = m x, for each slope m.

    x, y     (n,)  the data: n points, n ≥ 1
    ms       (k,)  the slopes to try
    returns  (k,)  one cost for every slope, ≥ 0

    >>> cost_curve(np.array([1.0, 3.0]), np.array([6.0, 8.0]), np.array([1.0, 3.0]))
    array([25.,  5.])
    """
    ### BEGIN SOLUTION
    return np.array([np.mean((y - float(m) * x) ** 2) for m in ms])
    ### END SOLUTION


# %% visible="d06-cost_curve" points=1
# By hand: the points (1, 4), (1, 1), (2, 2) have the errors 4, 1, 2 for m = 0;
# 1, -2, -4 for m = 3; and 3, 0, 0 for m = 1.
points = np.array([1.0, 1.0, 2.0]), np.array([4.0, 1.0, 2.0])
got = cost_curve(*points, np.array([0.0, 3.0, 1.0, 2.0]))
assert got is not None, "cost_curve returned None. Is a return missing?"
assert np.shape(got) == (4,), (
    f"Four slopes, four costs: expected shape (4,), got {np.shape(got)}. What is done "
    "once per slope, and what once per point?"
)
assert np.isclose(got[0], 7.0, rtol=1e-9), (
    f"For m = 0 the errors are 4, 1, 2, and the mean of their squares is 7; got "
    f"{got[0]:.4f}. Squares first, or mean first? Divided by what?"
)
assert np.allclose(got, [7, 7, 3, 3], rtol=1e-9, atol=0), (
    f"For m = 0, 3, 1, 2 expected the costs [7, 7, 3, 3], got {got}. What are the "
    "three errors for m = 3?"
)

# %% hidden="d06-cost_curve" points=2
# Hidden checks: random data of many sizes, one point, one slope, negative slopes, a
# perfect fit, other number types, your arrays left as they were.
_rng = course_rng("d06-cost_curve")
for _n, _k in [(1, 4), (2, 2), (5, 1), (5, 5), (3, 8), (40, 6), (7, 30)]:
    _x, _y, _m = _rng.normal(scale=3.0, size=_n), _rng.normal(2.0, 5.0, size=_n), _rng.uniform(-6, 6, size=_k)
    _want = [math.fsum((_v - _s * _u) ** 2 for _u, _v in zip(_x.tolist(), _y.tolist(), strict=True)) / _n for _s in _m.tolist()]
    _gx, _gy, _gm = _x.copy(), _y.copy(), _m.copy()
    _got = cost_curve(_gx, _gy, _gm)
    assert np.shape(_got) == (_k,), f"{_n} points and {_k} slopes should give {_k} costs, gave shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9 * float(np.mean(_y**2))), f"wrong for {_n} points and {_k} slopes"
    assert (_gx == _x).all() and (_gy == _y).all() and (_gm == _m).all(), "the caller's data were changed; leave what you are given as it is"

_x, _y = np.array([2, 10, 3], dtype=np.uint8), np.array([10, 12, 7], dtype=np.uint8)  # the parabola may square them in 8 bits
_want = [math.fsum((_v - _s * _u) ** 2 for _u, _v in zip(_x.tolist(), _y.tolist(), strict=True)) / 3 for _s in (0.5, 2.0)]
assert np.allclose(cost_curve(_x, _y, np.array([0.5, 2.0])), _want, rtol=1e-9, atol=0), "wrong for data that are small whole numbers, as the brightness of a pixel is"
_x = _rng.integers(1, 20, size=6)
_want = [0.0, sum(int(_v) ** 2 for _v in _x) / 6]
assert np.allclose(cost_curve(_x, 3 * _x, np.array([3, 4])), _want, rtol=1e-9, atol=1e-6), "wrong for whole numbers, or for a perfect fit"
_x, _y = _rng.uniform(1, 4, size=9).astype(np.float32), _rng.uniform(1, 4, size=9).astype(np.float32)
_want = [math.fsum((_v - _s * _u) ** 2 for _u, _v in zip(_x.tolist(), _y.tolist(), strict=True)) / 9 for _s in (-1.5, 0.25)]
assert np.allclose(cost_curve(_x, _y, np.array([-1.5, 0.25], dtype=np.float32)), _want, rtol=1e-4, atol=1e-4), "wrong for float32 numbers"

# %% [markdown]
# ### Where is the height zero?
#
# A number $x$ with $p(x) = 0$ is a **root** of $p$. The completed square gives the roots at once. From $(x + 5)^2 - 64 = 0$ follows $(x + 5)^2 = 64$.
# *Two* numbers have the square 64, namely 8 and $-8$; so $x = 3$ or $x = -13$. Al-Khwarizmi gave only the first: a side cannot be negative. The same
# two steps with letters:
#
# $$ x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}. $$
#
# In words: from the vertex, $-\frac{b}{2a}$, go equally far to both sides. The sign $\pm$, "plus or minus", stands for two formulas in one.

# %%
print(sp.solve(x**2 + 10 * x - 39, x), sp.factor(x**2 + 10 * x - 39))
for sign in (1, -1):
    root = (-b + sign * sp.sqrt(b**2 - 4 * a * c)) / (2 * a)
    assert sp.expand(a * root**2 + b * root + c) == 0

# %% [markdown]
# `sp.solve` finds both roots, and `sp.factor` writes the polynomial as a product in which each root can be seen: a product is 0 when one of its factors is.
#
# Under the square root stands $b^2 - 4ac$, the **discriminant**. If it is positive, there are two roots; if it is 0, one, at the vertex itself. If it
# is negative, no number of ours will do, since no square is negative: the parabola floats above the axis, or hangs below it. (The numbers of this
# course, whole or not, positive or not, are called *real* numbers.)

# %% [markdown]
# ### A formula that loses a root
#
# The formula for the roots is correct, and day 4 has taught us that this is not enough. Take $x^2 + 10^8 x + 1$. The discriminant is almost $b^2$, so
# its square root is almost $b$. For one sign, $-b + \sqrt{\dots}$ is the difference of two nearly equal numbers. The true small root is $-10^{-8}$ to
# 16 digits. How many digits does the cell get right?

# %%
big = 1e8
width = math.sqrt(big**2 - 4 * 1 * 1)
small, large = (-big + width) / (2 * 1), (-big - width) / (2 * 1)
print("small root:", small, "  large root:", large)
assert round(small * 1e8, 3) == -0.745

# %% [markdown]
# Not one: it says $-0.745 \cdot 10^{-8}$, wrong by a quarter. The large root is fine: there, two numbers of the same sign were *added*.
#
# A good root saves a bad one. If $r$ and $s$ are the roots, the polynomial is $a(x - r)(x - s)$. Multiply out: the constant term is $a\,r\,s$, and it
# must be $c$. So
#
# $$ r \cdot s = \frac{c}{a}. $$
#
# In words: the product of the roots is c over a. Compute the root that only adds, and the other follows by a division, which loses nothing.

# %%
print("small root:", 1 / (1 * large))

# %% author=true
assert sp.expand(sp.Symbol("A") * (sp.Symbol("X") - sp.Symbol("R")) * (sp.Symbol("X") - sp.Symbol("S"))).coeff(sp.Symbol("X"), 0) == sp.Symbol("A") * sp.Symbol("R") * sp.Symbol("S")
assert np.isclose(1 / (1 * large), -1e-8, rtol=1e-12, atol=0)


# %% [markdown]
# ### Exercise · Roots that survive
#
# *4 points · about 16 minutes · needs the discriminant and the product of the roots*
#
# German driving schools teach: at $v$ km/h you need $0.3v + 0.01v^2$ meters to stop. How fast may you drive if you see 70 m? Solve
# $0.01v^2 + 0.3v - 70 = 0$; of the two roots, 70 and $-100$, one makes sense.
#
# **Before you code.** Which sign of $\pm$ adds two numbers of the same sign if $b > 0$? If $b < 0$? And if $b = c = 0$, could you divide by zero?
#
# <details><summary>Answer</summary>
#
# For $b > 0$ the minus sign: $-b - \sqrt{\dots}$ adds two negative numbers. For $b < 0$ the plus sign. With $b = c = 0$ the safe root is 0, and
# $c / (a \cdot 0)$ cannot be computed; but then the discriminant is 0, and there is one root, 0.
#
# </details>
#
# **Your task.** Write `quadratic_roots(a, b, c)` for $a \ne 0$: a list of the real roots, the smaller one first. No real root gives `[]`; a double
# root (discriminant exactly 0) is listed once. Both roots should be right to nine digits. Ten lines are enough; `math.sqrt` is the square root, and
# `sorted` puts a list in order.

# %% exercise="d06-quadratic_roots"
def quadratic_roots(a: float, b: float, c: float) -> list[float]:
    """The real roots of a x² + b x + c, smaller first, each to nine digits.

    a        number, not 0
    b, c     numbers
    returns  list of 0, 1 or 2 numbers in rising order

    >>> [round(float(r), 6) for r in quadratic_roots(1.0, 10.0, -39.0)]
    [-13.0, 3.0]
    """
    ### BEGIN SOLUTION
    inside = float(b) * b - 4.0 * a * c
    if inside < 0:
        return []
    if inside == 0:
        return [-b / (2 * a)]
    root = math.sqrt(inside)
    if b > 0:
        root = -root
    safe = (-b + root) / (2 * a)
    return sorted([safe, c / (a * safe)])
    ### END SOLUTION


# %% visible="d06-quadratic_roots" points=1
# By hand: (x - 2)(x - 5) = x² - 7x + 10; 2(x - 2)(x + 2) = 2x² - 8; x² + 1 is never 0;
# (x - 3)² = x² - 6x + 9; and the pair from the text.
cases = [
    ((1.0, -7.0, 10.0), [2, 5], "Put yours into x² - 7x + 10: which step is off?"),
    ((2.0, 0.0, -8.0), [-2, 2], "What is the whole of 2a, and what if b is 0?"),
    ((1.0, 0.0, 1.0), [], "x² + 1 is at least 1. What does its discriminant tell?"),
    ((1.0, -6.0, 9.0), [3], "(x - 3)² is 0 at one place. What is its discriminant?"),
    ((1.0, 1e8, 1.0), [-1e8, -1e-8], "Where do you subtract two nearly equal numbers?"),
]
for abc, want, ask in cases:
    got = quadratic_roots(*abc)  # the star hands over a, b, c
    assert got is not None, "quadratic_roots returned None. Is a return missing?"
    assert np.ndim(got) == 1, f"A list of roots is asked for, you returned {got}."
    assert len(got) == len(want) and np.allclose(got, want, rtol=1e-9, atol=0), (
        f"The roots for a, b, c = {abc} are {want}, you say {list(got)}. {ask}"
    )

# %% hidden="d06-quadratic_roots" points=3
# Hidden checks: parabolas open upward and downward, b far larger than a and c with
# either sign, double roots, no roots, tiny coefficients, compared with 60-digit
# arithmetic.
from decimal import Decimal as _Decimal
from decimal import localcontext as _localcontext


def _exact(_a, _b, _c):
    with _localcontext() as _context:
        _context.prec = 60
        _p, _q, _r = _Decimal(_a), _Decimal(_b), _Decimal(_c)
        _d = _q * _q - 4 * _p * _r
        return sorted({float((-_q + _sign * _d.sqrt()) / (2 * _p)) for _sign in (-1, 1)}) if _d >= 0 else []


_rng = course_rng("d06-quadratic_roots")
_cases = [(1, 2, 1), (4, -4, 1), (-1, 6, -9), (3.0, 0.0, 0.0), (-2.0, 0.0, 0.0), (1, 3, 0), (1.0, -4.0, 0.0), (2, 1, -3), (1e-9, -3e-9, 2e-9), (-1e-7, 0.0, 4e-7), (5.0, 1.0, 5.0), (1.0, 0.5, 0.2), (1e-9, 0.5, 1e-9), (-1e-9, -0.5, 1e-9)]
_cases = [(1.0, 2.0, 1 - 1e-8), (1.0, -2.0, 1 - 1e-10), (1.0, -2.0, 1 + 1e-10), *_cases]  # nearly double is not double
for _ in range(30):
    _r, _s = _rng.uniform(-9, -1), _rng.uniform(1, 9)
    _a = float(_rng.choice([-1, 1]) * _rng.uniform(0.3, 4))
    _cases += [(_a, float(-_a * (_r + _s)), float(_a * _r * _s)), (_a, float(_rng.uniform(-0.5, 0.5)), float(_a * _rng.uniform(1, 5)))]
    _cases += [(_a, float(_rng.choice([-1, 1]) * 10 ** _rng.uniform(5, 9)), float(_rng.uniform(-3, 3)))]
for _a, _b, _c in _cases:
    _want = _exact(_a, _b, _c)
    _got = quadratic_roots(_a, _b, _c)
    assert np.ndim(_got) == 1, f"a list of roots is asked for, also when there is one or none; for {_a:.4g} x² + {_b:.4g} x + {_c:.4g} you return {_got}"
    _got = list(_got)
    assert len(_got) == len(_want), f"{_a:.4g} x² + {_b:.4g} x + {_c:.4g} has {len(_want)} real roots, you list {len(_got)}"
    assert _got == sorted(_got), f"the smaller root comes first, you list {_got} for a = {_a:.4g}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-20), f"{_a:.6g} x² + {_b:.6g} x + {_c:.6g} has the roots {_want}, you say {_got}"


# %% [markdown]
# ### In a real model: one slider out of 175 billion
#
# GPT-3 has 175 billion numbers to choose (Brown and others, 2020), and training walks down its cost curve with all of them at once. Our cost is a parabola
# because the error $y - mx$ is a line in $m$. In a network the weights are multiplied by each other and bent; then no vertex formula exists, and one
# has to walk. Day 29 walks.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# First rebuild Horner's rule from memory. Then put the central idea into your own words, replace one thing in the cost,
# predict what happens, and close with the day in five lines.

# %% [markdown]
# ### Exercise · A polynomial without powers
#
# *3 points · about 10 minutes · needs Horner's rule; do not look back first*
#
# Inside GPT-2, a neuron works out the polynomial $x + 0.044715\,x^3$, part of a formula by Hendrycks and Gimpel (2016). The smallest GPT-2 does so
# $12 \cdot 3072 = 36{,}864$ times for each piece of text, so every multiplication counts.
#
# **Before you code.** Work out $3 - 2x + x^2$ at $x = 4$ by the rule, writing down each intermediate value. With which coefficient do you start?
# Where does it stand in `coeffs`?
#
# <details><summary>Answer</summary>
#
# Start with 1, the coefficient of $x^2$, the last in `coeffs`. Then $1 \cdot 4 - 2 = 2$, and $2 \cdot 4 + 3 = 11$.
#
# </details>
#
# **Your task.** Write `horner(coeffs, x)` for one number `x` or a whole array. Start from `0.0`, and the loop treats every coefficient alike.
# `coeffs[::-1]` is the array read backward. Four lines are enough.

# %% exercise="d06-horner"
def horner(coeffs: np.ndarray, x: float | np.ndarray) -> float | np.ndarray:
    """Value of the polynomial coeffs[0] + coeffs[1] x + coeffs[2] x² + … at x.

    coeffs   (n,)  coefficients, lowest power first, n ≥ 1
    x        number or array
    returns  as x: one value for every number in x

    >>> float(horner(np.array([3.0, -2.0, 1.0]), 4.0))
    11.0
    """
    ### BEGIN SOLUTION
    value = 0.0
    for c in coeffs[::-1]:
        value = value * x + c
    return value
    ### END SOLUTION


# %% visible="d06-horner" points=1
# By hand: 5208 and 56 from the text; then 3 - 2x + x² at x = 0, 1, 4 gives 3, 2, 11.
got = horner(np.array([8, 0, 2, 5]), 10)
assert got is not None, "horner returned None. Is a return missing?"
assert np.ndim(got) == 0, f"One x in, one value out; you returned {got}."
assert not np.isclose(got, 8025, rtol=1e-9), (
    "You read the digits backward and got 8025. Which power of x belongs to coeffs[0]?"
)
assert np.isclose(got, 5208, rtol=1e-9), (
    f"With the coefficients 8, 0, 2, 5 and x = 10 expected 5208, got {got}. Which "
    "power does each digit get from you?"
)
got = horner(np.array([3.0, -2.0, 1.0]), np.array([0.0, 1.0, 4.0, 1.0]))
assert np.shape(got) == (4,), (
    f"Four numbers in, four values out: expected shape (4,), got {np.shape(got)}."
)
assert np.allclose(got, [3, 2, 11, 2], rtol=1e-9, atol=1e-12), (
    f"For 3 - 2x + x² at 0, 1, 4, 1 expected [3, 2, 11, 2], got {got}. What should be "
    "left at x = 0?"
)

# %% hidden="d06-horner" points=2
# Hidden checks: random polynomials of degree 0 to 8, x of several shapes and number
# types, constants, your arrays left as they were.
from fractions import Fraction as _Fraction

_rng = course_rng("d06-horner")
for _n in (1, 2, 3, 4, 6, 9):
    for _shape in [(), (5,), (2, 3)]:
        _c, _x = _rng.normal(size=_n), np.asarray(_rng.uniform(-2.5, 2.5, size=_shape))
        _want = [float(sum(_Fraction(_a) * _Fraction(_t) ** _k for _k, _a in enumerate(_c.tolist()))) for _t in _x.ravel().tolist()]
        _given_c, _given_x = _c.copy(), _x.copy()
        _got = horner(_given_c, _given_x)
        assert np.shape(_got) == _shape, f"{_n} coefficients and x of shape {_shape} gave a value of shape {np.shape(_got)}: a constant, too, has a value at every x"
        assert np.allclose(np.ravel(_got), _want, rtol=1e-9, atol=1e-9), f"wrong for {_n} coefficients and x of shape {_shape}"
        assert (_given_c == _c).all() and (_given_x == _x).all(), "the caller's coefficients or x were changed; leave what you are given as it is"

_c, _x = _rng.uniform(-3, 3, size=4), _rng.integers(-9, 10, size=7)
_want = [float(sum(_Fraction(_a) * _t**_k for _k, _a in enumerate(_c.tolist()))) for _t in _x.tolist()]
assert np.allclose(horner(_c.copy(), _x), _want, rtol=1e-9, atol=1e-9), "wrong for whole numbers x and coefficients that are not whole"
_x, _k8 = np.array([6, 5, 3], dtype=np.uint8), np.array([7, 200, 3])  # whose powers fit into 8 bits
assert np.allclose(horner(_k8, _x), [7 + 200 * _t + 3 * _t**2 for _t in (6, 5, 3)], rtol=1e-9, atol=0), "wrong for small whole numbers x, as the brightness of a pixel is"
_x = _rng.uniform(-2, 2, size=6).astype(np.float32)
_want = [float(sum(_Fraction(_a) * _Fraction(_t) ** _k for _k, _a in enumerate(_c.tolist()))) for _t in _x.tolist()]
assert np.allclose(horner(_c, _x), _want, rtol=1e-4, atol=1e-4), "wrong for float32 numbers"

# %% [markdown]
# ### Explain
#
# **Why is the cost of a straight-line model a parabola and not a V?** Write four or five sentences for a friend who was not here. Use an example with
# two points of your own. Say what the error of one point is as $m$ grows, what squaring does to it, and what happens when several such curves are
# added.
#
# <details><summary>Compare with this list</summary>
#
# The error $y_i - m x_i$ is a line in $m$; its square is a parabola that touches 0; a sum of quadratics
# is again a quadratic, because only $m^2$, $m$ and constants occur; and a mean of them is one as well.
#
# </details>

# %% [markdown]
# ### Break it
#
# Use the *size* of each error instead of its square. **Predict** the shape of the cost for our two points $(1, 6)$ and $(3, 8)$. Where is it lowest: still at
# $m = 3$? Has it corners, and at which $m$? Write it down, then run.
#
# Afterward add a third point, one very slow answer: make the lists `[1, 3, 1]` and `[6, 8, 30]`. Predict how far each of the two costs moves its
# lowest point, and run again.

# %%
px, py = np.array([1, 3]), np.array([6, 8])
grid = np.linspace(0, 8, 2401)
sizes = [np.mean(np.abs(py - slope * px)) for slope in grid]
best = grid[np.argmin(sizes)]  # argmin finds the place of the smallest
print(f"sizes: m = {best:.2f}; squares: m = {np.sum(px * py) / np.sum(px**2):.2f}")
fig, ax = plt.subplots(figsize=(5.6, 3.2))
ax.plot(grid, sizes)
ax.plot(best, min(sizes), "o", color=INK)
ax.set(xlabel="m, seconds per paragraph", ylabel="mean size of the error")
figure(fig, alt=(
    "The mean size of the error: straight pieces with corners, lowest at m = 8/3."
))

# %% author=true
# edit: "np.array([1, 3]), np.array([6, 8])" -> "np.array([1, 3, 1]), np.array([6, 8, 30])"
# then: np.isclose(best, 8 / 3, rtol=0, atol=0.005)
assert np.isclose(best, 8 / 3, rtol=0, atol=0.005)

# %% [markdown]
# <details><summary>Answer</summary>
#
# Three straight pieces, with corners at $m = \frac83$ and $m = 6$, where one of the errors is 0. The lowest point is a corner: the model hits the second
# point exactly and leaves all of the error to the first. Squares share; sizes choose.
#
# With the third point the sizes stay at $m = \frac83$, and the squares move from 3 to $60/11 \approx 5.45$: one point far out pulls them hard.
#
# </details>
#
# Which of the two would you want if one answer in a hundred is slow because somebody pulled a plug? Sizes: they do not follow it. Day 8 meets this quarrel
# again.

# %% author=true
_x, _y, _m = np.array([1.0, 3.0, 1.0]), np.array([6.0, 8.0, 30.0]), np.linspace(0, 8, 2401)
assert np.sum(_x * _y) / np.sum(_x**2) == 60 / 11 and round(60 / 11, 2) == 5.45
assert np.isclose(_m[np.argmin([np.mean(np.abs(_y - s * _x)) for s in _m])], 8 / 3, rtol=0, atol=0.005)

# %% [markdown]
# ### The day in five lines
#
# 1. A polynomial is a sum of powers with coefficients; lowest power first, `coeffs[k]` belongs to $x^k$.
# 2. Horner's rule multiplies by $x$ and adds the next coefficient; it needs no powers.
# 3. Completing the square shows the vertex: $x = -\frac{b}{2a}$, $y = c - \frac{b^2}{4a}$.
# 4. The discriminant counts the real roots; compute the one that adds, and get the other from $r \cdot s = c/a$.
# 5. The mean squared error of $y = mx$ is a parabola in $m$, with its vertex at $\sum x_i y_i / \sum x_i^2$: the first cost curve.

# %% [markdown]
# ### New notation today
#
# | symbol | read | in code |
# |---|---|---|
# | $p(x)$ | p of x, the value of the polynomial at x | `horner(coeffs, x)` |
# | $c_k$ | the coefficient of $x^k$ | `coeffs[k]` |
# | $\pm$ | plus or minus | two lines of code |
# | $b^2 - 4ac$ | the discriminant | `b * b - 4 * a * c` |
# | $C(m)$ | the cost of the slope m | `cost_curve(x, y, ms)` |

# %% [markdown]
# ### To watch or read
#
# Grant Sanderson (3Blue1Brown) treats quadratics in the lockdown math lecture "The simpler quadratic formula" (2020), whose picture of two roots
# equally far from their middle fits today's formula. Khan Academy has practice sets on completing the square. Curious about the referee? The tutorial
# in sympy's documentation is short and friendly. Tomorrow: functions of all kinds, how to chain them, and the curve around GPT-2's polynomial.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Four more rooms: how a drawing can lie, a polynomial drawn for a stranger, three numbers to drag, and a cost curve with billions of sliders.
#
# A polynomial has a value for *every* $x$, but a computer draws it from finitely many points. `np.linspace(lo, hi, n)` gives $n$ equally spaced points from
# `lo` to `hi`, both ends included, and `ax.plot` joins them by straight segments. The cell draws $p(x) = x^3 - x$ from 3, 5 and 200 points. Compute the
# heights at $-1$, 0 and 1 by hand. What will the first panel claim?

# %%
fig, axes = plt.subplots(1, 3, figsize=(9, 2.9), sharey=True)
for ax, n in zip(axes, [3, 5, 200], strict=True):
    grid = np.linspace(-1, 1, n)
    ax.plot(grid, grid**3 - grid, color=BLUE)
    ax.set(title=f"{n} points", xlabel="x", ylabel="$x^3 - x$", ylim=(-0.5, 0.5))
figure(fig, alt=(
    "The same curve x³ − x from 3, 5 and 200 points: a flat line, a zigzag, and a "
    "smooth hill and valley."
))


# %% [markdown]
# At $-1$, 0 and 1 the height is 0, so three points draw a flat line: the picture claims that nothing happens. Five points find hill and valley, at the
# wrong heights and with corners that do not exist. A drawing knows only what lies at its points, and 200 are cheap.

# %% author=true
# lint: own-output — the learner chooses the points of the curve, so the expected heights are computed at them, from the coefficients, by numpy

# %% [markdown]
# ### Exercise · Draw a polynomial for a stranger
#
# *optional · about 14 minutes · needs `np.linspace`, `horner`, `quadratic_roots`, and dots (day 3)*
#
# A cost curve is read by others: by your team, or by you in a year. They need enough points, names at the axes, and the places that matter marked.
#
# **Before you code.** At which height does the dot of a root belong? In which order do `a`, `b`, `c` stand in the coefficients of a quadratic? What if
# there are four coefficients, or no real root?
#
# <details><summary>Answer</summary>
#
# At height 0: the dot of the root $r$ is at $(r, 0)$. Lowest power first, so `c, b, a = coeffs`. Then nothing is marked, and the curve is drawn all the same.
#
# </details>
#
# **Your task.** Write `draw_poly(ax, coeffs, lo, hi)`. On the given `ax`, draw the curve from `lo` to `hi`, a line without markers through at least
# 200 points, and name both axes. If there are three coefficients (a quadratic; the last of them is then not 0), mark each real root with a dot on the
# x-axis; otherwise mark nothing. Seven lines are enough. (`fresh_axes` hands out an empty drawing; `read_axes` reads one.)

# %% exercise="d06-draw_poly"
def draw_poly(ax: Axes, coeffs: np.ndarray, lo: float, hi: float) -> None:
    """Draw a polynomial: a smooth curve, named axes, a dot at each root of a quadratic.

    ax       the Axes to draw on; nothing is returned
    coeffs   (n,)  coefficients, lowest power first, n ≥ 1; if n = 3, the last is not 0
    lo, hi   ends of the drawn range, lo < hi

    >>> ax = fresh_axes()
    >>> draw_poly(ax, np.array([-1.0, 0.0, 1.0]), -2, 2)
    >>> max(len(line["x"]) for line in read_axes(ax)["lines"]) >= 200
    True
    """
    ### BEGIN SOLUTION
    xs = np.linspace(lo, hi, 200)
    ax.plot(xs, horner(coeffs, xs), color=BLUE)
    if len(coeffs) == 3:
        c, b, a = coeffs
        for root in quadratic_roots(a, b, c):
            ax.plot(root, 0, "o", color=VERMILLION)
    ax.set(xlabel="x", ylabel="p(x)")
    ### END SOLUTION


# %% visible="d06-draw_poly" points=0
# By hand: 3 - 4x + x² = (x - 1)(x - 3), drawn from 0 to 5, has the height 3 at x = 0, 8
# at x = 5, and dots at (1, 0) and (3, 0).
ax = fresh_axes()
draw_poly(ax, np.array([3.0, -4.0, 1.0]), 0, 5)
seen = read_axes(ax)
assert seen["lines"], "There is no curve on the given Axes. Is it drawn with ax.plot?"
curve = seen["lines"][np.argmax([len(line["x"]) for line in seen["lines"]])]
none, size = ("None", "none", "", " "), len(curve["x"])
assert size >= 200, f"Your curve has {size} points; 200 are asked for."
assert curve["marker"] in none, (
    "Fat points bury the roots: draw a line without markers."
)
ends = sorted([(float(curve["x"][k]), float(curve["y"][k])) for k in (0, -1)])
assert np.allclose(ends, [(0, 3), (5, 8)], rtol=1e-9, atol=1e-9), (
    f"The curve leads from (0, 3) to (5, 8), yours has the ends {ends}. Which is first?"
)
assert seen["xlabel"] and seen["ylabel"], "Both axes need a name."
dots = [tuple(xy) for group in seen["points"] for xy in group["xy"].tolist()]
for line in [line for line in seen["lines"] if line["marker"] not in none]:
    dots += list(zip(line["x"].tolist(), line["y"].tolist(), strict=True))
on_axis = [round(float(u), 6) for u, v in dots if abs(v) < 1e-9]
stray = [u for u in on_axis if u not in (1, 3)]
assert 1 in on_axis and 3 in on_axis and not stray, (
    f"Dots belong at (1, 0) and (3, 0), yours are at {dots}."
)

# %% hidden="d06-draw_poly" points=0
# Hidden checks: other quadratics (two roots, one, none, open downward), a constant, a
# line, a cubic, other ranges, your coefficients left as they were.
_rng = course_rng("d06-draw_poly")
_r, _s, _a = float(_rng.uniform(-3, -1)), float(_rng.uniform(1, 3)), float(_rng.uniform(0.5, 2))
_cases = [
    ([-_a * _r * _s, _a * (_r + _s), -_a], [_r, _s]),
    ([4.0, -4.0, 1.0], [2.0]),
    ([_a + 1.0, 1.0, _a], []),
    ([3.0], []),
    ([1.0, 2.0], []),
    (_rng.uniform(0.5, 2.0, size=4), []),
    ([*_rng.uniform(-2.0, 2.0, size=5), 1.0], []),
]
for _given, _roots in _cases:
    _c = np.array(_given, dtype=float)
    _kept, _ax = _c.copy(), fresh_axes()
    _lo, _hi = float(_rng.uniform(-9, -4)), float(_rng.uniform(4, 9))
    draw_poly(_ax, _c, _lo, _hi)
    _seen = read_axes(_ax)
    assert (_c == _kept).all(), "the caller's coefficients were changed; leave what you are given as it is"
    _long = [_line for _line in _seen["lines"] if len(_line["x"]) >= 200]
    assert _long, f"no curve of at least 200 points for {len(_kept)} coefficients"
    _x, _y = _long[0]["x"], _long[0]["y"]
    assert _long[0]["marker"] in ("None", "none", "", " ") and _long[0]["linestyle"] not in ("None", "none", "", " "), "the curve should be a line without markers, so that the dots of the roots can be seen"
    assert np.allclose([_x.min(), _x.max()], [_lo, _hi], rtol=1e-9, atol=0), f"the curve should reach from {_lo:.3f} to {_hi:.3f}"
    assert np.diff(np.sort(_x)).max() < (_hi - _lo) / 60, "somewhere the points lie far apart"
    _want = np.polynomial.polynomial.polyval(_x, _kept)
    assert np.allclose(_y, _want, rtol=1e-9, atol=1e-9 * np.abs(_want).max()), f"the curve does not belong to the {len(_kept)} coefficients given"
    assert all([_seen["xlabel"], _seen["ylabel"]]), "an axis has no name"
    _dots = [_xy for _g in _seen["points"] for _xy in _g["xy"]]
    _dots += [_xy for _k in _seen["lines"] if len(_k["x"]) < 200 and _k["marker"] not in ("None", "none", "", " ") for _xy in zip(_k["x"], _k["y"], strict=True)]
    _found = sorted({round(float(_u), 6) for _u, _v in _dots if abs(_v) < 1e-9})
    assert len(_found) == len(_roots), f"{len(_roots)} dots belong on the x-axis for the coefficients {_kept.round(3)}, yours has {len(_found)}"
    assert np.allclose(_found, _roots, rtol=0, atol=1e-5), f"the dots should be at the roots {np.round(_roots, 3)}, yours are at {_found}"

# %% [markdown]
# matplotlib ships a small table for its users to practice on: $x$, $x^2$ and $x^3$ for $x = 0$ to 10, in three columns. `table[:, 1]` is the column
# number 1, counted from 0. The cell draws two polynomials with *your* function and puts the table's numbers on top. Which coefficients give $x^3$? Do
# all squares hit the curve?

# %%
table = data.powers_table()
fig, axes = plt.subplots(1, 2, figsize=(8.4, 3.2))
try:
    draw_poly(axes[0], np.array([0, 0, 1]), 0, 10)
    draw_poly(axes[1], np.array([0, 0, 0, 1]), 0, 10)
    for ax, k in zip(axes, [1, 2], strict=True):
        ax.plot(table[:, 0], table[:, k], "s", color=INK, fillstyle="none")
    figure(fig, alt="Your x² and x³ from 0 to 10, with the table's squares on them.")
except NotImplementedError:
    plt.close(fig)
    print("Write draw_poly first, then run this cell again to see your drawing.")

# %% author=true
assert np.array_equal(table[:, 1], table[:, 0] ** 2) and np.array_equal(table[:, 2], table[:, 0] ** 3)


# %% [markdown]
# Every square lies on its curve. The dot at 0 is the double root of $x^2$, marked by your function;
# $x^3$ has four coefficients and gets none. Would a stranger know what is drawn here, and what the squares mean?

# %% [markdown]
# ### Three numbers to drag
#
# Each panel changes one number of $ax^2 + bx + c$ and leaves the others. $c$ lifts the parabola, $a$ makes it narrow. And $b$? **Predict:** when only $b$
# changes, along which path does the vertex travel? First a helper that draws one parabola with a dot at its vertex.

# %%
def parabola(ax, a, b, c, name=""):
    grid = np.linspace(-4, 4, 200)
    ax.plot(grid, a * grid**2 + b * grid + c, label=name)
    if a != 0:
        ax.plot(-b / (2 * a), c - b**2 / (4 * a), "o", color=INK)
    ax.set(xlabel="x", ylabel="$ax^2 + bx + c$", xlim=(-4, 4), ylim=(-8, 8))


# %% [markdown]
# Now three families: which panel shows vertices on a vertical line, and which shows them on a curve? Where would the vertex of the first panel go if $a$
# came close to 0?

# %%
fig, axes = plt.subplots(1, 3, figsize=(9.4, 4.2), sharey=True)
for one, two, three in [(0.5, -4, -4), (1, 0, 0), (-1, 4, 4)]:
    parabola(axes[0], one, 2, 0, f"$a = {one:g}$")
    parabola(axes[1], 1, two, 0, f"$b = {two:g}$")
    parabola(axes[2], 1, 2, three, f"$c = {three:g}$")
for ax, name in zip(axes, "abc", strict=True):
    ax.set_title(f"only {name} changes")
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), fontsize=9)
figure(fig, alt=(
    "Three families of parabolas with marked vertices. Only b carries the vertex "
    "along an upside-down parabola."
))


# %% [markdown]
# For $b = -4, 0, 4$ the vertex is at $(2, -4)$, $(0, 0)$ and $(-2, -4)$: it travels on a parabola that hangs upside down. The reason is one line: at
# the vertex $b = -2ax$, and with it $y = c - ax^2$. Drag $b$ and see it; then drag $a$ through 0 and watch the vertex run away.

# %%
def draw(a, b, c):
    fig, ax = plt.subplots(figsize=(5.2, 3.6))
    parabola(ax, a, b, c)
    return fig


slider(draw, alt=(
    "A parabola whose marked vertex follows while a, b and c are dragged."
), a=(-2, 2, 0.1, 1), b=(-5, 5, 0.1, 2), c=(-5, 5, 0.1, 0))

# %% author=true
_a, _b, _c = sp.symbols("a b c")
assert sp.expand((_c - _b**2 / (4 * _a)) - (_c - _a * (-_b / (2 * _a)) ** 2)) == 0  # the vertex lies on y = c - a x²

# %% [markdown]
# ### One line through a mountain range
#
# Nobody can draw the cost of GPT-3, but one can slide along a single line through it. Goodfellow, Vinyals and Saxe (2015) went straight from a
# network's random start to its trained weights and drew the cost on the way. For a variety of networks of their time they met no significant
# obstacle: it went down and down. Frankle (2020) repeated the experiment with larger networks. There the cost stays high for most of the way and
# falls only near the end: no parabola at all.
