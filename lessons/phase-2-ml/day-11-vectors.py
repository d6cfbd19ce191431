# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Length and direction: vectors, dot products and projection
#
# **The question of the day.** How can a machine tell that two lists of numbers mean nearly the same thing?
#
# *After today you can* measure how long a vector is, and how far apart two vectors are;
# find the shadow that one vector throws on another, and the angle between them;
# search a thousand vectors for the few that point most nearly where a query points.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close your older notebooks and take a pencil. Retrieving an answer, even a wrong one, fixes it better than reading it again. Unfold an answer only after you have written yours.
#
# **Yesterday (day 10).** A scaling law says $L = 6\,N^{-0.5} + 2$ for a model with $N$ parameters. What is the loss at $N = 9$, and at $N = 900$? Which loss can no size get below?
#
# <details><summary>Answer</summary>
#
# 4 and 2.2. The part above the floor falls from 2 to 0.2: a hundred times the size, a tenth of the excess, because the exponent is −0.5. The floor is 2.
#
# </details>

# %% [markdown]
# **A week ago (day 4).** On log-log axes a curve is a straight line that falls one decade for every two decades of $x$. Which power of $x$ is it? And what is `(1e16 + 1) - 1e16` in `float64`?
#
# <details><summary>Answer</summary>
#
# $x^{-1/2}$: the slope on log-log axes is the exponent. The difference is 0, because floats near $10^{16}$ lie 2 apart and the 1 is rounded away.
#
# </details>
#
# **Before that (day 6).** Where is the lowest point of the parabola $20t^2 - 20t + 10$, and how low is it?
#
# <details><summary>Answer</summary>
#
# At $t = -b/(2a) = 20/40 = 0.5$, with height $10 - 20^2/(4 \cdot 20) = 5$. Keep these two numbers: they come back in idea 4.
#
# </details>

# %% author=true
L = lambda N: 6 * N**-0.5 + 2
assert abs(L(9) - 4) < 1e-12 and abs(L(900) - 2.2) < 1e-12
assert (1e16 + 1) - 1e16 == 0.0
assert 20 * 0.5**2 - 20 * 0.5 + 10 == 5

# %% [markdown]
# Now a warm-up that is graded. First the tools of the day: numpy, matplotlib, and from the course's own package real data, figures with a description, sliders, and the house colors.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.drawings import arrow, plane, shadow
from log2attn.learn.style import BLUE, GREEN, INK, PURPLE, VERMILLION

# %% [markdown]
# ### Exercise · A growth factor from heights no float can hold
#
# *1 point · about 5 minutes · needs semilog axes and the limits of float64 (day 4)*
#
# On a semilog axis a straight line means growth by a constant factor. Two points lie on such a line: at $x_0$ the height is $10^{a_0}$, at $x_1$ it is $10^{a_1}$.
# The exponents may lie thousands of decades out, where `float64` knows the height only as 0 or infinity.
#
# **Before you code.** From $(1, 10^1)$ to $(7, 10^4)$ the line climbs three decades in six steps. How much is that for one step?
#
# <details><summary>Answer</summary>
#
# Half a decade, which is a factor of $10^{0.5}$, about 3.16.
#
# </details>
#
# **Your task.** Write `review_11(x0, a0, x1, a1)`, the factor by which the height is multiplied when $x$ grows by 1. One line is enough.

# %% exercise="d11-review"
def review_11(x0: float, a0: float, x1: float, a1: float) -> float:
    """The factor per unit of x of a line on a semilog axis.

    x0, a0   the first point: the height at x0 is 10**a0
    x1, a1   the second point: the height at x1 is 10**a1, with x1 != x0
    returns  the factor by which the height grows when x grows by 1

    >>> round(review_11(0, 2, 2, 4), 6)
    10.0
    """
    ### BEGIN SOLUTION
    return 10.0 ** ((a1 - a0) / (x1 - x0))
    ### END SOLUTION


# %% visible="d11-review" points=0
# Three decades in six steps: half a decade a step, a factor of √10.
got = review_11(1, 1, 7, 4)

assert got is not None, "review_11 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}."
)
assert np.isclose(got, 10**0.5, rtol=1e-9, atol=0), (
    f"Half a decade a step is a factor of √10 = 3.1623, got {float(got):.4f}. Which of "
    f"the two axes is logarithmic, and what is its base?"
)

# %% hidden="d11-review" points=1
# Hidden checks: lines that rise and fall, points in either order, heights far outside
# the range of float64.
_rng = course_rng("d11-review")
for _lift in (0.0, 0.0, 0.0, -400.0, 350.0, -5000.0):
    for _ in range(5):
        _factor = np.float64(_rng.uniform(0.2, 5.0))
        _x0, _x1 = (float(_v) for _v in _rng.permutation([_rng.uniform(1, 10), _rng.uniform(20, 40)]))
        _a0 = _lift + float(_rng.uniform(-3, 3))
        _a1 = _a0 + (_x1 - _x0) * float(np.log2(_factor) / np.log2(10.0))
        _got = review_11(_x0, _a0, _x1, _a1)
        assert np.isclose(_got, _factor, rtol=1e-6, atol=0), (
            f"from height 10^{_a0:.2f} at x = {_x0:.2f} to height 10^{_a1:.2f} at x = {_x1:.2f}: expected a factor of {_factor:.4f}, got {_got}"
        )

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### Idea 1 · A color is a list, a point and an arrow
#
# A screen makes every color from three lamps, red, green and blue. Say how far each is turned up, from 0 to 1, and you have said the color. In 2010 Randall Munroe asked readers of the web comic xkcd to name colors on their screens; matplotlib ships 949 of the names.
# Here is a color that got no name, $(0.20, 0.10, 0.15)$, beside two that did. Which of the two names would you give it? (`shown |= …` puts the entries of another dict in, and `.index` finds the place of a name in a list.)

# %%
names, rgb = data.colors()
nameless = np.array([0.20, 0.10, 0.15])
shown = {"nameless": nameless}
shown |= {name: rgb[names.index(name)] for name in ("eggplant", "pink")}
fig, panels = plt.subplots(1, 3, figsize=(8.4, 2.8), sharey=True)
for ax, (name, color) in zip(panels, shown.items()):
    ax.bar(["red", "green", "blue"], color, color=BLUE)
    ax.imshow([[color]], extent=(-0.5, 2.5, 1.1, 1.4), aspect="auto")
    ax.set(title=name, ylim=(0, 1.4), xlabel="lamp", ylabel="how far turned up")
figure(fig, alt=(
    "Bars for three lamps. Nameless 0.20, 0.10, 0.15 and eggplant 0.22, 0.03, 0.21 are "
    "low; pink 1.00, 0.51, 0.75 is five times as high as nameless in every lamp."
))

# %% author=true
assert np.allclose(shown["eggplant"], [0.22, 0.03, 0.21], atol=0.005) and np.allclose(shown["pink"], [1.0, 0.51, 0.75], atol=0.005)
assert np.allclose(shown["pink"] / nameless, 5, atol=0.06)

# %% [markdown]
# Eggplant has lamps of nearly the same height. Pink has the same *mixture*, five times as bright. Both have a claim, and by the end of this part you can measure either.
#
# A list of numbers like this is called a **vector**. We write $\mathbf{v} = (v_1, \dots, v_D)$: a bold letter for the whole, a thin letter with an index for one **entry**, and $D$ for how many there are. The set of all such lists is called $\mathbb{R}^D$.
# A color lives in $\mathbb{R}^3$; in the language model BERT-base (Devlin and others, 2019) every token, a word or a piece of one, becomes a vector in $\mathbb{R}^{768}$.

# %% [markdown]
# With $D = 2$ we can draw. The list $(3, 1)$ is the *point* 3 to the right and 1 up, and also the *arrow* that leads there from the origin $(0, 0)$. `plane` and `arrow`, imported above, do the drawing.
#
# What could "plus" and "minus" mean for arrows? Take $\mathbf{u} = (3, 1)$ and $\mathbf{v} = (1, 2)$. Adding entry by entry gives $(4, 3)$, subtracting $\mathbf{v} - \mathbf{u}$ gives $(-2, 1)$. Sketch both first: between which two points does the difference run?

# %%
u, v = np.array([3.0, 1.0]), np.array([1.0, 2.0])
fig, (left, right) = plt.subplots(1, 2, figsize=(8.0, 3.4))
arrow(left, (0, 0), u, BLUE, "u", (0.0, -0.45))
arrow(left, u, u + v, VERMILLION, "v", (0.2, -0.2))
arrow(left, (0, 0), u + v, GREEN, "u + v", (-0.9, 0.15), "--")
arrow(right, (0, 0), u, BLUE, "u", (0.0, -0.45))
arrow(right, (0, 0), v, VERMILLION, "v", (-0.4, 0.1))
arrow(right, u, v, PURPLE, "v − u", (0.05, 0.2), "--")
for ax, title in ((left, "The sum"), (right, "The difference")):
    plane(ax, 5.0, 3.6, left=-0.4, bottom=-0.4)
    ax.set_title(title)
figure(fig, alt=(
    "Left: arrow v is attached to the tip of arrow u, and u + v leads from the origin "
    "to the end. Right: v − u leads from the tip of u to the tip of v."
))

# %% [markdown]
# On the left the dashed shortcut is the sum. On the right the dashed arrow is what you must add to $\mathbf{u}$ to reach $\mathbf{v}$: it runs from tip to tip. Multiplying by a number stretches an arrow. Stretching and adding together make a **linear combination**, for any numbers $a$ and $b$:
#
# $$ a\,\mathbf{u} + b\,\mathbf{v} = (a u_1 + b v_1, \; \dots, \; a u_D + b v_D). $$
#
# In words: stretch each vector by its own number, then add entry by entry. Pink is close to 5 times the nameless color.

# %% [markdown]
# ### Idea 2 · Three ways to be long
#
# How long is the arrow $(3, -4)$? It depends on who travels. A taxi in a city of square blocks drives 3 east and 4 south. A bird flies straight. A harbor crane runs two motors at once, so only the longer leg costs time. Who is quickest?
#
# Pythagoras knows the bird's way: in a triangle with a right angle, the square of the long side is the sum of the squares of the two short ones, here $3^2 + 4^2 = 25$, so the long side is 5.

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(8.4, 4.0))
left.plot([0, 3, 3], [0, 0, -4], VERMILLION, linestyle="--")
arrow(left, (0, 0), (3, -4), BLUE, "bird", (-1.6, -0.4))
left.plot([3.4, 3.4], [0, -4], GREEN, linestyle="-.")
plane(left, 5.0, 1.0, left=-1.0, bottom=-4.6)
turn = np.linspace(0, 2 * np.pi, 200)  # once around; day 13 explains the circle
right.plot([1, 0, -1, 0, 1], [0, 1, 0, -1, 0], VERMILLION, linestyle="--", label="taxi")
right.plot(np.cos(turn), np.sin(turn), BLUE, linestyle="-", label="bird")
right.plot([1, -1, -1, 1, 1], [1, 1, -1, -1, 1], GREEN, linestyle="-.", label="crane")
plane(right, 3.0, 1.4, left=-1.4, bottom=-1.4)
right.legend(title="length 1", loc="center right")
figure(fig, alt=(
    "Left: the arrow (3, −4) is 7 long for a taxi, 5 for a bird, 4 for a crane. Right: "
    "the points at length 1 form a diamond for the taxi, inside a circle for the bird, "
    "inside a square for the crane."
))

# %% [markdown]
# The crane. On the right are all points at length 1 from the center: a diamond inside a circle inside a square, which touch only on the axes. All three lengths are **norms**, and one formula holds them together. For a number $p \ge 1$,
#
# $$ \|\mathbf{v}\|_p = \Big( \sum_{i=1}^{D} |v_i|^p \Big)^{1/p}, \qquad \|\mathbf{v}\|_\infty = \max_i |v_i|. $$
#
# In words: drop the signs, raise every entry to the power $p$, add, take the $p$-th root; and for $p = \infty$, read "infinity norm", take the largest entry without its sign.

# %%
for p in (1, 2, 4, 64, np.inf):
    print("p =", p, "  length of (3, -4):", np.linalg.norm([3, -4], ord=p).round(4))

# %% author=true
assert np.isclose(np.linalg.norm([3, -4], ord=64), (3.0**64 + 4.0**64) ** (1 / 64), rtol=1e-12)
assert np.isclose(np.linalg.norm([-2, 1]), 5**0.5) and round(5**0.5, 2) == 2.24 and np.linalg.norm([-2, 1], ord=1) == 3

# %% [markdown]
# The taxi is $p = 1$, the bird $p = 2$, and the crane is what remains when $p$ grows: a large power lets the largest entry drown the others. numpy has `np.linalg.norm` ready; you build your own now.
#
# Length without an index, $\|\mathbf{v}\|$, always means $p = 2$. And length gives **distance**: $\mathbf{u}$ is as far from $\mathbf{v}$ as the arrow between their tips is long, $\|\mathbf{u} - \mathbf{v}\|$. For the two arrows of idea 1 the difference was $(-2, 1)$, so the bird flies $\sqrt{5} \approx 2.24$ and the taxi drives 3.

# %% [markdown]
# ### Exercise · One function for taxi, bird and crane
#
# *2 points · about 8 minutes · needs powers and roots (day 1)*
#
# The distance between two colors, the way of a taxi, the size of an attack on a classifier: all are norms, with different $p$. Write the one function that serves them all,
#
# $$ \|\mathbf{v}\|_p = \Big( \sum_{i} |v_i|^p \Big)^{1/p} \quad (p \ge 1), \qquad \|\mathbf{v}\|_\infty = \max_i |v_i|, $$
#
# the root of the summed powers, or the largest entry; signs never count.
#
# **Before you code.** What does Python make of `4.0 ** np.inf`, and of `np.inf ** 0`? So what would the left formula answer for $p = \infty$, if you let it?
#
# <details><summary>Answer</summary>
#
# Infinity, and 1. As $1/\infty$ is 0, the formula would answer $\infty^0 = 1$ for every vector with an entry above 1.
#
# </details>
#
# **Your task.** Write `norm(v, p)` for any $p \ge 1$, `np.inf` included. Three or four lines are enough. Begin with `v = np.asarray(v, dtype=float)`: a whole number raised to a high power outgrows its 64 bits without a warning. Calling `np.linalg.norm` passes too, and teaches less.

# %% exercise="d11-norm"
def norm(v: np.ndarray, p: float) -> float:
    """The p-norm of a vector.

    v        (D,)  real numbers
    p        a number >= 1, or np.inf
    returns  the length of v, a number >= 0

    >>> float(norm(np.array([3.0, -4.0]), 1))
    7.0
    """
    ### BEGIN SOLUTION
    sizes = np.abs(np.asarray(v, dtype=float))
    if p == np.inf:
        return sizes.max()
    return (sizes**p).sum() ** (1 / p)
    ### END SOLUTION


# %% visible="d11-norm" points=1
# The bird, the taxi and the crane on their way to (3, −4), and to (6, 2, −3).
arrows = [np.array([3.0, -4.0]), np.array([6.0, 2.0, -3.0])]
got = [norm(w, p) for w in arrows for p in (2, 1, np.inf)]

assert all(g is not None for g in got), (
    "norm returned None. Did you forget a return statement?"
)
assert all(np.ndim(g) == 0 for g in got), (
    f"A length is one number, got shapes {[np.shape(g) for g in got]}. What remains to "
    f"be done with the entries?"
)
assert np.allclose(got[::3], [5, 7], rtol=1e-9, atol=0), (
    f"For p = 2 the lengths are 5 and 7, got {np.round(got[::3], 4)}. Say the formula "
    f"aloud, from the inside out: which step is missing?"
)
assert np.allclose(got[1::3], [7, 11], rtol=1e-9, atol=0), (
    f"For p = 1 the taxi drives 7 and 11 blocks, got {np.round(got[1::3], 4)}. Do "
    f"signs count? Which root belongs to p = 1?"
)
assert np.allclose(got[2::3], [4, 6], rtol=1e-9, atol=0), (
    f"For p = ∞ the lengths are 4 and 6, got {np.round(got[2::3], 4)}. Which entry of "
    f"(3, −4) keeps the crane busy longest?"
)

# %% hidden="d11-norm" points=1
# Hidden checks: vectors of 1 to 9 entries, any p from 1 to infinity, whole numbers,
# float32, zeros; your vector left as it was.
_rng = course_rng("d11-norm")
for _ in range(20):
    _v = _rng.normal(scale=10.0, size=int(_rng.integers(1, 10)))
    for _p in (1, 1.5, 2, 3, 4, 5.5, np.inf):
        _want, _given = np.linalg.norm(_v, ord=_p), _v.copy()
        _got = norm(_given, _p)
        assert np.ndim(_got) == 0, f"one number is expected, got shape {np.shape(_got)}"
        assert np.isclose(_got, _want, rtol=1e-9, atol=0), f"the {_p}-norm of {_v.round(3)} is {_want:.6g}, got {_got}"
        assert (_given == _v).all(), "the caller's vector was changed in place"

assert np.isclose(norm(np.array([300, -400]), 8), 404.7992, rtol=1e-5, atol=0), "the 8-norm of (300, −400) in whole numbers is 404.80: do the powers fit into the type of your numbers?"
for _v in (np.array([2, -3, 6]), np.array([2.0, -3.0, 6.0], dtype=np.float32), np.array([-7.0]), np.zeros(3)):
    for _p in (1, 2, 3, np.inf):
        _want = np.linalg.norm(_v.astype(float), ord=_p)
        assert np.isclose(norm(_v.copy(), _p), _want, rtol=1e-5, atol=1e-12), f"the {_p}-norm of {_v} with entries of type {_v.dtype} is {_want:.6g}"

# %% [markdown]
# ### Idea 3 · One number from two lists
#
# You buy 2 loaves at 3 each, 1 cheese at 5, and return 4 bottles for a refund of 0.5 each. What do you pay? Amounts $(2, 1, 4)$ and prices $(3, 5, -0.5)$: multiply entry by entry, then add, $6 + 5 - 2 = 9$. That is the **dot product**,
#
# $$ \mathbf{u} \cdot \mathbf{v} = \sum_{i=1}^{D} u_i v_i = u_1 v_1 + \dots + u_D v_D. $$
#
# In words: multiply matching entries and add the products. Two lists go in, one number comes out, and Python writes it `u @ v`.

# %%
amounts, prices = np.array([2.0, 1.0, 4.0]), np.array([3.0, 5.0, -0.5])
print("the bill:", amounts @ prices, "=", sum(a * b for a, b in zip(amounts, prices)))
print("twice the amounts:", (2 * amounts) @ prices)

# %% author=true
assert amounts @ prices == 9.0 and (2 * amounts) @ prices == 18.0

# %% [markdown]
# Twice the amounts, twice the bill; and two shopping lists cost as much together as one after the other. The dot product is **linear**: $(a\,\mathbf{u} + b\,\mathbf{w}) \cdot \mathbf{v} = a\,(\mathbf{u} \cdot \mathbf{v}) + b\,(\mathbf{w} \cdot \mathbf{v})$. So brackets multiply out as for numbers.
#
# A vector dotted with itself gives its squared length, $\mathbf{v} \cdot \mathbf{v} = \|\mathbf{v}\|^2$. Multiply out $(\mathbf{u} - \mathbf{v}) \cdot (\mathbf{u} - \mathbf{v})$, and a distance shows the dot product inside it:
#
# $$ \|\mathbf{u} - \mathbf{v}\|^2 = \|\mathbf{u}\|^2 - 2\, \mathbf{u} \cdot \mathbf{v} + \|\mathbf{v}\|^2. $$
#
# In words: the squared distance is the sum of the squared lengths, less twice the dot product. If the lengths are given, a larger dot product means closer tips.

# %% author=true
u, v = amounts, prices
assert np.isclose(((u - v) ** 2).sum(), u @ u - 2 * u @ v + v @ v, rtol=1e-12)

# %% [markdown]
# ### Idea 4 · The shadow on a line
#
# A straight street leads from the origin along $\mathbf{u} = (4, 2)$. Your house stands at $\mathbf{v} = (1, 3)$, off the street. At which point of the street are you nearest to home?
#
# Every point of the street is a stretched copy $t\,\mathbf{u}$. The left picture shows the street, the right one the squared distance for many $t$. Where does the dashed line meet the street, and at which angle? Does the lowest point on the right belong to the same $t$? `shadow` draws the bar and the dashed line.

# %%
u, v = np.array([4.0, 2.0]), np.array([1.0, 3.0])
ts = np.linspace(-0.5, 1.5, 81)
cost = np.array([((v - t * u) ** 2).sum() for t in ts])
fig, (street, curve) = plt.subplots(1, 2, figsize=(8.6, 3.9))
p = shadow(street, u, v)
street.text(1.0, 0.15, "shadow p", color=GREEN)
street.text(1.65, 2.1, "residual r", color=PURPLE)
plane(street, 4.8, 3.6, left=-0.6, bottom=-0.6)
curve.plot(ts, cost, "-", 0.5, 5.0, "o", color=INK)
curve.text(0.5, 11.5, "t = 0.5, height 5", color=GREEN, ha="center")
curve.set(xlabel="t", ylabel="squared distance from v to t u")
figure(fig, alt=(
    "Left: the shadow p of v on the line along u, half of u; the residual r from p to "
    "v meets the line at a right angle. Right: the squared distance from v to t u is a "
    "parabola with its vertex at t = 0.5."
))

# %% author=true
assert np.allclose(cost, (u @ u) * ts**2 - 2 * (u @ v) * ts + v @ v, rtol=1e-12)
assert (u @ u, 2 * u @ v, v @ v) == (20, 20, 10)
r = v - p
assert u @ r == 0 and np.isclose(v @ v, p @ p + r @ r, rtol=1e-12)

# %% [markdown]
# They meet at a right angle, half way along $\mathbf{u}$. Idea 3 writes the squared distance out:
#
# $$ \|\mathbf{v} - t\,\mathbf{u}\|^2 = \|\mathbf{u}\|^2\, t^2 - 2\,(\mathbf{u} \cdot \mathbf{v})\, t + \|\mathbf{v}\|^2. $$
#
# In words: as a function of $t$ it is a parabola, here $20 t^2 - 20 t + 10$, the one you met in part 1. Its vertex (day 6) lies at $t = -b/(2a) = (\mathbf{u} \cdot \mathbf{v}) / \|\mathbf{u}\|^2$. So the nearest point, the **projection** of $\mathbf{v}$ on $\mathbf{u}$, and what is left over, the **residual**, are
#
# $$ \mathbf{p} = \frac{\mathbf{u} \cdot \mathbf{v}}{\|\mathbf{u}\|^2}\, \mathbf{u}, \qquad \mathbf{r} = \mathbf{v} - \mathbf{p}. $$
#
# In words: dot the two, divide by the squared length of the arrow you project on, stretch that arrow by the result.

# %% [markdown]
# Two vectors with dot product 0 are called **orthogonal**, at a right angle to each other, in any dimension. Is the residual orthogonal to the street? Multiply out:
#
# $$ \mathbf{u} \cdot \mathbf{r} = \mathbf{u} \cdot \mathbf{v} - \frac{\mathbf{u} \cdot \mathbf{v}}{\|\mathbf{u}\|^2}\, \mathbf{u} \cdot \mathbf{u} = 0, $$
#
# because $\mathbf{u} \cdot \mathbf{u} = \|\mathbf{u}\|^2$ cancels. In words: nothing of the street's direction is left in the residual. Why does 0 mean a right angle? With $\mathbf{u} \cdot \mathbf{r} = 0$ the line of idea 3 reads $\|\mathbf{u} - \mathbf{r}\|^2 = \|\mathbf{u}\|^2 + \|\mathbf{r}\|^2$, and that is Pythagoras, true in right-angled triangles only.

# %% [markdown]
# ### Exercise · The shadow
#
# *2 points · about 6 minutes · needs the dot product (idea 3)*
#
# Projecting answers "how much of $\mathbf{v}$ goes this way?" A language model at work is full of vectors, and researchers read them this way: Arditi and others (2024) found one direction that sets requests a chat model refuses apart from harmless ones.
#
# $$ \mathbf{p} = \frac{\mathbf{u} \cdot \mathbf{v}}{\|\mathbf{u}\|^2}\, \mathbf{u}, $$
#
# the arrow $\mathbf{u}$, stretched by the dot product over its own squared length.
#
# **Before you code.** If $\mathbf{u}$ is made twice as long, the street stays the same. What must happen to the shadow? Does the formula agree?
#
# <details><summary>Answer</summary>
#
# The shadow stays the same. With $2\mathbf{u}$ the dot product doubles, the arrow doubles, and the squared length below grows fourfold: all cancels.
#
# </details>
#
# **Your task.** Write `project(v, u)`, the shadow of $\mathbf{v}$ on the line along $\mathbf{u}$. The arrow $\mathbf{u}$ has any length but 0. One line is enough.

# %% exercise="d11-project"
def project(v: np.ndarray, u: np.ndarray) -> np.ndarray:
    """The projection of v on the line along u.

    v        (D,)  the vector that throws the shadow
    u        (D,)  the direction of the line, of any length but 0
    returns  (D,)  the point of the line nearest to v

    >>> project(np.array([2.0, 3.0]), np.array([5.0, 0.0]))
    array([2., 0.])
    """
    ### BEGIN SOLUTION
    v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float)
    return (u @ v) / (u @ u) * u
    ### END SOLUTION


# %% visible="d11-project" points=1
# A street to the east: the shadow of (2, 3) is (2, 0). A slanted street: u · v = 11 and
# ‖u‖² = 25.
got = project(np.array([2.0, 3.0]), np.array([5.0, 0.0]))
got_slanted = project(np.array([1.0, 2.0]), np.array([3.0, 4.0]))

assert got is not None, "project returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"A shadow is a vector: expected shape (2,), got {np.shape(got)}. Along which "
    f"arrow does your number point?"
)
assert np.allclose(got, [2, 0], rtol=1e-9, atol=1e-12), (
    f"The shadow of (2, 3) on the street along (5, 0) is (2, 0), got "
    f"{np.round(got, 4)}. Which arrow throws the shadow, and by which length do you "
    f"divide?"
)
assert np.allclose(got_slanted, [1.32, 1.76], rtol=1e-9, atol=1e-12), (
    f"The shadow of (1, 2) on the line along (3, 4) is 11/25 of (3, 4), that is (1.32, "
    f"1.76), got {np.round(got_slanted, 4)}. Is your dot product one number?"
)

# %% hidden="d11-project" points=1
# Hidden checks: 1 to 8 entries, angles below and above 90 degrees, streets of every
# length, whole numbers; your vectors left as they were.
_rng = course_rng("d11-project")
for _ in range(60):
    _D = int(_rng.integers(1, 9))
    _v, _u = _rng.normal(size=_D), _rng.normal(size=_D) * 10.0 ** _rng.uniform(-2, 2)
    _best = np.linalg.lstsq(_u[:, None], _v, rcond=None)[0]
    _want, _given_v, _given_u = _best[0] * _u, _v.copy(), _u.copy()
    _got = project(_given_v, _given_u)
    assert np.shape(_got) == (_D,), f"for {_D} entries expected shape ({_D},), got {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"wrong for v = {_v.round(3)}, u = {_u.round(3)}: the nearest point is {_want.round(4)}, got {np.round(_got, 4)}"
    assert (_given_v == _v).all() and (_given_u == _u).all(), "one of the caller's vectors was changed in place"

assert np.allclose(project(np.array([-3, 1]), np.array([2, 2])), [-1, -1], rtol=1e-9, atol=0), "wrong for whole numbers and a shadow that falls behind the origin"

# %% [markdown]
# ### Idea 5 · The angle
#
# What does the dot product say of other angles? In the triangle of the shadow, the long side is $\mathbf{v}$, and the shadow is the side next to the angle $\theta$ (theta) between $\mathbf{u}$ and $\mathbf{v}$. Turn $\mathbf{v}$ and leave $\mathbf{u}$ in place. At which angle is the dot product largest, at which is it zero, and when does the shadow point backward? Four settings stand still below.

# %%
def draw_angle(ax, angle):
    """v is 1.5 long and stands at so many degrees from u = (2, 0)."""
    a = np.deg2rad(angle)
    u, v = np.array([2.0, 0.0]), 1.5 * np.array([np.cos(a), np.sin(a)])
    reach = shadow(ax, u, v)[0]
    plane(ax, 2.4, 1.9, left=-1.9, bottom=-0.7)
    title = f"{angle:.0f}°: u·v = {u @ v:.2f}, shadow {reach:.2f}"
    ax.set_title(title.replace("-", "−"), fontsize=10)


fig, panels = plt.subplots(2, 2, figsize=(8.4, 5.6))
for ax, angle in zip(panels.flat, (20, 60, 90, 140)):
    draw_angle(ax, angle)
figure(fig, alt=(
    "Four angles between u and v. The shadow of v on u shrinks from 20 to 60 degrees, "
    "is zero at 90 degrees and points backwards at 140 degrees; the dot product is "
    "always twice the shadow."
))

# %% [markdown]
# The dot product is largest at angle 0, is 0 at the right angle and negative beyond. It is twice the shadow in every panel, because $\mathbf{u}$ is 2 long. Shadow over long side is called the **cosine** of the angle, written $\cos\theta$. The shadow is $\mathbf{u} \cdot \mathbf{v} / \|\mathbf{u}\|$ long, negative when it falls behind the origin, so
#
# $$ \cos\theta = \frac{\mathbf{u} \cdot \mathbf{v}}{\|\mathbf{u}\|\,\|\mathbf{v}\|}, \qquad \mathbf{u} \cdot \mathbf{v} = \|\mathbf{u}\|\,\|\mathbf{v}\| \cos\theta . $$
#
# In words: the cosine is the dot product with both lengths divided away; it is 1 for the same direction, 0 at a right angle, −1 for opposite directions. Now drag the angle: where does the dot product change fastest?

# %%
def draw_turn(angle):
    fig, ax = plt.subplots(figsize=(6.0, 4.2))
    draw_angle(ax, angle)
    return fig


slider(draw_turn, alt=(
    "Arrow v turns around the origin; its shadow on u shrinks, vanishes at 90 degrees "
    "and points backward."
), angle=(0, 180, 5, 40))

# %% [markdown]
# It changes fastest near 90 degrees, and hardly at all near 0 and 180. numpy counts angles in *radians*, which day 13 explains; `np.deg2rad` translates degrees, and `np.cos` and `np.sin` of an angle give the shadow and the height of an arrow of length 1.
#
# Back to the color without a name. Which name has the smaller distance, and which the larger cosine?

# %%
for name in ("eggplant", "pink"):
    color = shown[name]
    distance = np.linalg.norm(nameless - color)
    cosine = nameless @ color / (np.linalg.norm(nameless) * np.linalg.norm(color))
    print(f"{name:9} distance {distance:.3f}   cosine {cosine:.4f}")

# %% author=true
apart = [round(float(np.linalg.norm(nameless - shown[name])), 3) for name in ("eggplant", "pink")]
alike = [round(float(nameless @ shown[name] / np.linalg.norm(nameless) / np.linalg.norm(shown[name])), 4) for name in ("eggplant", "pink")]
assert apart == [0.092, 1.081] and alike == [0.9558, 1.0], (apart, alike)

# %% [markdown]
# By distance it is eggplant, by cosine it is pink: a very dark pink. Both answers are right, to different questions. Distance asks whether two lists are the same; cosine asks whether they are the same but for their length. A machine has to be told which of the two it should mean.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Many at once
#
# A search engine compares a query with millions of vectors, and a Python loop would take minutes. Put $N$ vectors into the rows of $\mathbf{X}$ and $M$ vectors into the rows of $\mathbf{Y}$. The transpose $\mathbf{Y}^{\mathsf T}$, in code `Y.T`, is $\mathbf{Y}$ with rows and columns exchanged, and
#
# $$ (\mathbf{X} \mathbf{Y}^{\mathsf T})_{ij} = \mathbf{x}_i \cdot \mathbf{y}_j . $$
#
# In words: row $i$, column $j$ of this table is the dot product of row $i$ of $\mathbf{X}$ with row $j$ of $\mathbf{Y}$.

# %%
X = np.array([[1.0, 0.0], [1.0, 1.0]])
Y = np.array([[2.0, 3.0], [0.0, 5.0], [4.0, -4.0]])
print(X @ Y.T)
column = (X**2).sum(axis=1, keepdims=True)
row = (Y**2).sum(axis=1)
print(column.shape, row.shape, (column + row).shape)

# %% author=true
assert np.array_equal(X @ Y.T, [[x @ y for y in Y] for x in X]) and (column + row).shape == (2, 3)

# %% [markdown]
# The last lines hold a second trick. `keepdims=True` leaves the squared lengths of $\mathbf{X}$ as a *column* of shape $(N, 1)$; without it those of $\mathbf{Y}$ are a *row* of shape $(M,)$. A column plus a row is a table of shape $(N, M)$, and so is a column times a row: every number of the column meets every number of the row. Day 12 tells the whole rule.

# %% [markdown]
# ### Exercise · All cosines at once
#
# *2 points · about 9 minutes · needs idea 5 and the table of dot products*
#
# Two texts on one subject, one short and one long, give arrows of different length and nearly the same direction. To compare directions only, take the cosine of every pair,
#
# $$ c_{ij} = \frac{\mathbf{x}_i \cdot \mathbf{y}_j}{\|\mathbf{x}_i\|\,\|\mathbf{y}_j\|} , $$
#
# the dot product over both lengths. A row of zeros has no direction; by agreement its cosine with everything is 0.
#
# **Before you code.** If $\mathbf{x}_i$ is made a thousand times shorter, what happens to $c_{ij}$?
#
# <details><summary>Answer</summary>
#
# Nothing: the dot product and the length below it both shrink a thousandfold.
#
# </details>
#
# **Your task.** Write `cosine_matrix(X, Y)` of shape $(N, M)$, without a loop. Three or four lines are enough; `np.where(lengths == 0, 1.0, lengths)` gives 1 in place of every 0.

# %% exercise="d11-cosine_matrix"
def cosine_matrix(X: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """The cosine of every row of X with every row of Y.

    X        (N, D)  N vectors
    Y        (M, D)  M vectors
    returns  (N, M)  entry (i, j) is the cosine of X[i] and Y[j]; 0 for a row of zeros

    >>> Y = np.array([[5.0, 5.0], [0.0, 0.0], [-2.0, 2.0]])
    >>> cosine_matrix(np.array([[1.0, 1.0]]), Y).round(4)
    array([[1., 0., 0.]])
    """
    ### BEGIN SOLUTION
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    lengths_x = np.sqrt((X**2).sum(axis=1, keepdims=True))
    lengths_y = np.sqrt((Y**2).sum(axis=1))
    both = lengths_x * lengths_y
    return (X @ Y.T) / np.where(both == 0, 1.0, both)
    ### END SOLUTION


# %% visible="d11-cosine_matrix" points=1
# (3, 4) and a row of zeros against (6, 8), (4, −3) and (1, 0).
others = np.array([[6.0, 8.0], [4.0, -3.0], [1.0, 0.0]])
got = cosine_matrix(np.array([[3.0, 4.0], [0.0, 0.0]]), others)

assert got is not None, (
    "cosine_matrix returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 3), (
    f"Two vectors against three: expected shape (2, 3), got {np.shape(got)}. Which of "
    f"the two belong to the rows?"
)
assert np.allclose(got[0], [1, 0, 0.6], rtol=1e-6, atol=1e-9), (
    f"(3, 4) has the cosines 1, 0 and 0.6 with (6, 8), (4, −3) and (1, 0), got "
    f"{np.round(got[0], 4)}. Same direction, right angle, shadow 3 of 5: which one is "
    f"off?"
)
assert np.allclose(got[1], [0, 0, 0], rtol=0, atol=1e-12), (
    f"A row of zeros has cosine 0 with everything, got {np.round(got[1], 4)}. What do "
    f"you divide by there?"
)

# %% hidden="d11-cosine_matrix" points=1
# Hidden checks: random tables of many sizes, obtuse angles, very short and very long
# vectors, zero rows on either side, whole numbers; your tables left as they were.
from scipy.spatial.distance import cdist as _cdist

_rng = course_rng("d11-cosine_matrix")
for _scale_x, _scale_y in ((1.0, 1.0), (1e-4, 1e-4), (1e4, 1e4), (1e-4, 1e4)):
    for _ in range(10):
        _N, _M, _D = (int(_n) for _n in _rng.integers(1, 9, size=3))
        _X, _Y = _rng.normal(scale=_scale_x, size=(_N, _D)), _rng.normal(scale=_scale_y, size=(_M, _D))
        _want, _given_X, _given_Y = 1.0 - _cdist(_X, _Y, "cosine"), _X.copy(), _Y.copy()
        _got = cosine_matrix(_given_X, _given_Y)
        assert np.shape(_got) == (_N, _M), f"shapes {_X.shape} and {_Y.shape} should give {(_N, _M)}, gave {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), f"wrong for shapes {_X.shape} and {_Y.shape} with lengths near {_scale_x:g} and {_scale_y:g}; a cosine does not depend on length"
        assert (_given_X == _X).all() and (_given_Y == _Y).all(), "one of the caller's tables was changed in place"

_X, _Y = np.array([[0, 0, 0], [1, 2, 2]]), np.array([[2, -1, 2], [0, 0, 0], [-1, -2, -2]])
assert np.allclose(cosine_matrix(_X, _Y), [[0, 0, 0], [4 / 9, 0, -1]], rtol=1e-9, atol=1e-9), "wrong for whole numbers, or for a row of zeros among Y"

# %% [markdown]
# ### What is this color called?
#
# Back to the 949 names. Given a color, we look for the most similar named one, in three ways: by smallest distance, by largest cosine, by largest dot product. The first cell computes the three answers for four dark colors; `argmin` and `argmax` give the number of the winning row.

# %%
queries = np.array([[0.24, 0.12, 0.04], [0.25, 0.25, 0.02], nameless, [0.0, 0.0, 0.3]])
lengths = np.maximum(np.linalg.norm(rgb, axis=1), 1e-12)
picks = []
for q in queries:
    far, dots = np.linalg.norm(rgb - q, axis=1), rgb @ q
    picks.append([far.argmin(), (dots / lengths).argmax(), dots.argmax()])

# %% author=true
assert [[names[i] for i in pick[:2]] for pick in picks] == [
    ["chocolate", "sienna"], ["dark olive", "yellow"], ["eggplant", "pink"], ["night blue", "pure blue"],
]
assert all(rgb[pick[2]].mean() > 0.6 for pick in picks)

# %% [markdown]
# The next cell paints them, one color to a row, each with its name. In which column would you believe the name, and in which the family? Is the dot product a judge at all?

# %%
fig, ax = plt.subplots(figsize=(8.0, 3.8))
for row, (q, pick) in enumerate(zip(queries, picks)):
    patches = [(q, "?")] + [(rgb[i], names[i]) for i in pick]
    for column, (color, name) in enumerate(patches):
        patch = plt.Rectangle((column, row), 0.95, 0.88, facecolor=color)
        ax.add_patch(patch)
        shade = "white" if color.mean() < 0.55 else "black"
        ax.text(column + 0.47, row + 0.44, name, ha="center", va="center", color=shade)
ax.set(xlim=(0, 4), ylim=(4, 0), yticks=[])
heads = ["the color", "by distance", "by cosine", "by dot product"]
ax.set_xticks(np.arange(4) + 0.47, heads)
figure(fig, alt=(
    "Four dark colors. By distance they are called chocolate, dark olive, eggplant and "
    "night blue; by cosine sienna, yellow, pink and pure blue; by dot product the "
    "winner is always a light color such as white."
))

# %% [markdown]
# By distance the names fit: chocolate, dark olive, eggplant, night blue. By cosine the same four are sienna, yellow, pink and pure blue: the same mixtures with more light. The dot product is no judge here, since whoever has the brightest lamps wins. Which measure is right depends on whether length means something to you.

# %% [markdown]
# ### Exercise · A search engine in three lines
#
# *2 points · about 8 minutes · needs the cosine (idea 5) and sorting*
#
# You own the parts of a search engine. Each document is a row, the query a vector, and the answer names the $k$ documents with the largest cosine,
#
# $$ c_i = \frac{\mathbf{x}_i \cdot \mathbf{q}}{\|\mathbf{x}_i\|\,\|\mathbf{q}\|} , $$
#
# one cosine for each document, and 0 for a document of zeros. The checks contain no ties.
#
# **Before you code.** The length of the query divides every $c_i$ alike. Does it change the order? Do the lengths of the documents?
#
# <details><summary>Answer</summary>
#
# The query's length does not: it scales all cosines alike. The documents' lengths do: each divides its own cosine only.
#
# </details>
#
# **Your task.** Write `top_k_search(query, docs, k)`: the row numbers of the $k$ largest cosines, best first. `np.argsort` sorts numbers from small to large and returns their places; `query[None, :]` is the query as a table of one row, if you want one.

# %% exercise="d11-top_k_search"
def top_k_search(query: np.ndarray, docs: np.ndarray, k: int) -> np.ndarray:
    """The k documents that point most nearly where the query points.

    query    (D,)    the vector searched for, of any length but 0
    docs     (N, D)  one document a row
    k        how many to return, 1 <= k <= N
    returns  (k,)    row numbers (integers) of the k largest cosines, best first

    >>> docs = np.array([[9.0, 0.0], [0.2, 0.2], [-1.0, -1.0]])
    >>> top_k_search(np.array([1.0, 1.0]), docs, 2)
    array([1, 0])
    """
    ### BEGIN SOLUTION
    query, docs = np.asarray(query, dtype=float), np.asarray(docs, dtype=float)
    lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query)
    cosines = (docs @ query) / np.where(lengths == 0, 1.0, lengths)
    return np.argsort(-cosines)[:k]
    ### END SOLUTION


# %% visible="d11-top_k_search" points=1
# The query points along the diagonal. Sketch the five documents: (3, 4) is nearest in
# direction, then (0.2, 0.1), then (9, 0).
five = np.array([[0.2, 0.1], [9.0, 0.0], [-1.0, -1.0], [3.0, 4.0], [1.0, -0.5]])
got = top_k_search(np.array([1.0, 1.0]), five, 3)

assert got is not None, (
    "top_k_search returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"Three row numbers are expected, shape (3,), got shape {np.shape(got)}. Did you "
    f"sort one list of N cosines, and where does k come in?"
)
assert sorted(got) == [0, 1, 3], (
    f"The best three are rows 3, 0 and 1, got {np.array(got).tolist()}. Which number "
    f"do you compare, and does the length of a document change it?"
)
assert list(got) == [3, 0, 1], (
    f"The right three rows in the wrong order: best first is 3, 0, 1, got "
    f"{np.array(got).tolist()}."
)

# %% hidden="d11-top_k_search" points=1
# Hidden checks: collections of many sizes without ties, every k, a document of zeros,
# whole numbers; your arrays left as they were.
_rng = course_rng("d11-top_k_search")
_cases = []
while len(_cases) < 30:
    _N, _D = int(_rng.integers(2, 30)), int(_rng.integers(2, 7))
    _docs, _query = _rng.normal(size=(_N, _D)) * 10.0 ** _rng.uniform(-2, 2, size=(_N, 1)), _rng.normal(size=_D)
    if len(_cases) % 3 == 0:
        _docs[int(_rng.integers(_N))] = 0.0
    _scores = []
    for _doc in _docs:
        _far = np.linalg.norm(_doc) > 0
        _unit = _doc / np.linalg.norm(_doc) if _far else _doc
        _scores.append(1 - np.linalg.norm(_unit - _query / np.linalg.norm(_query)) ** 2 / 2 if _far else 0.0)
    if np.diff(np.sort(_scores)).min() > 1e-4:
        _cases.append((_query, _docs, sorted(range(_N), key=lambda i: -_scores[i])))

for _query, _docs, _order in _cases:
    for _k in sorted({1, 2, len(_docs) // 2 + 1, len(_docs)} & set(range(1, len(_docs) + 1))):
        _given_query, _given_docs = _query.copy(), _docs.copy()
        _got = top_k_search(_given_query, _given_docs, _k)
        assert np.shape(_got) == (_k,), f"k = {_k} among {len(_docs)} documents should give shape ({_k},), gave {np.shape(_got)}"
        assert list(_got) == _order[:_k], f"wrong rows or wrong order for k = {_k} among {len(_docs)} documents"
        assert (_given_query == _query).all() and (_given_docs == _docs).all(), "one of the caller's arrays was changed in place"

# Two thousand documents around half a circle, in shuffled order: the smaller the angle, the better.
_order = _rng.permutation(2000)
_angles, _docs = np.linspace(0.0, 3.1, 2000), np.empty((2000, 2))
_docs[_order] = np.column_stack([np.cos(_angles), np.sin(_angles)]) * _rng.uniform(0.5, 2.0, size=(2000, 1))
assert list(top_k_search(np.array([3.0, 0.0]), _docs, 900)) == list(_order[:900]), "wrong rows or wrong order for k = 900 among 2000 documents"

assert list(top_k_search(np.array([2, 1]), np.array([[0, 1], [50, 0], [-4, -2], [3, 1]]), 4)) == [3, 1, 0, 2], "wrong for whole numbers"

# %% [markdown]
# ### Where this sits in a real model
#
# **Retrieval.** In retrieval-augmented generation (RAG; Lewis and others, 2020) a language model looks things up before it answers. A network turns the question into a vector of 768 entries, another has turned 21 million passages of Wikipedia into such vectors, and the passages with the largest dot products are put before the model: sixteen billion multiplications, if every passage is compared.
#
# **Attention.** In a transformer (Vaswani and others, 2017) every token sends out a *query* and offers a *key*, and the score of a pair is their dot product. The table of all scores is `Q @ K.T`, the table you met above. Day 58 builds on it.

# %% author=true
assert round(21_000_000 * 768 / 1e9) == 16

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### In your own words
#
# Write four or five sentences, for yourself or for a friend: **when should two vectors of different length count as "the same"?** Take two examples of your own, one where length carries meaning and one where it is noise. Say for each whether you would compare by distance, by cosine, or by dot product.
#
# <details><summary>Answer</summary>
#
# Where length carries meaning, compare by distance: two orders of 2 and of 200 loaves are not the same order. Where length is noise, compare by cosine: a loud and a quiet recording of one song, a long and a short text on one subject, a rich and a poor household with the same split of spending. The dot product mixes both: it asks for the same direction and rewards length.
#
# </details>

# %% [markdown]
# ### Exercise · All distances without a loop
#
# *3 points · about 9 minutes · needs idea 3 and the table of dot products*
#
# How far is each of $N$ points from each of $M$? Finding nearest neighbors, or near duplicates in training data, starts here. Idea 3 answers for a pair,
#
# $$ \|\mathbf{x}_i - \mathbf{y}_j\|^2 = \|\mathbf{x}_i\|^2 - 2\,\mathbf{x}_i \cdot \mathbf{y}_j + \|\mathbf{y}_j\|^2 , $$
#
# squared length, less twice the dot product, plus squared length.
#
# **Before you code.** A point is 0 away from itself. In `float64` the right side may come out as $-10^{-16}$ (day 4). What does `np.sqrt` make of that?
#
# <details><summary>Answer</summary>
#
# `nan`, and a warning. `np.maximum(squared, 0)` holds what is below 0 at 0.
#
# </details>
#
# **Your task.** Write `pairwise_dist(X, Y)`, the table of plain (not squared) distances, without a loop. `nan` must never appear. Three or four lines are enough.

# %% exercise="d11-pairwise_dist"
def pairwise_dist(X: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """The distance of every row of X from every row of Y.

    X        (N, D)  N points
    Y        (M, D)  M points
    returns  (N, M)  entry (i, j) is the distance from X[i] to Y[j], never nan

    >>> pairwise_dist(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0], [0.0, 0.0]]))
    array([[5., 0.]])
    """
    ### BEGIN SOLUTION
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    squares_of_x = (X**2).sum(axis=1, keepdims=True)
    squares_of_y = (Y**2).sum(axis=1)
    squared = squares_of_x - 2 * X @ Y.T + squares_of_y
    return np.sqrt(np.maximum(squared, 0.0))
    ### END SOLUTION


# %% visible="d11-pairwise_dist" points=1
# From the points (0, 0) and (3, 4) to the points (0, 0), (3, 0) and (0, 8).
there = np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 8.0]])
got = pairwise_dist(np.array([[0.0, 0.0], [3.0, 4.0]]), there)

assert got is not None, (
    "pairwise_dist returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2, 3), (
    f"Two points against three: expected shape (2, 3), got {np.shape(got)}. Which of "
    f"the two belong to the rows?"
)
assert np.allclose(got[0], [0, 3, 8], rtol=1e-9, atol=1e-7), (
    f"From the origin the distances are 0, 3 and 8, got {np.round(got[0], 6)}. Are "
    f"these distances, or their squares, or something else of the two lengths?"
)
assert np.allclose(got[1], [5, 4, 5], rtol=1e-9, atol=1e-7), (
    f"From (3, 4) the distances are 5, 4 and 5, got {np.round(got[1], 4)}. Work out "
    f"one pair by hand with the formula and compare each of its three terms."
)

# %% hidden="d11-pairwise_dist" points=2
# Hidden checks: random tables of many sizes, whole numbers, float32, points that almost
# coincide (no nan); your tables left as they were.
from scipy.spatial.distance import cdist as _cdist

_rng = course_rng("d11-pairwise_dist")
for _ in range(30):
    _N, _M, _D = (int(_n) for _n in _rng.integers(1, 9, size=3))
    _X, _Y = _rng.normal(scale=3.0, size=(_N, _D)), _rng.normal(scale=3.0, size=(_M, _D))
    _want, _given_X, _given_Y = _cdist(_X, _Y), _X.copy(), _Y.copy()
    _got = pairwise_dist(_given_X, _given_Y)
    assert np.shape(_got) == (_N, _M), f"shapes {_X.shape} and {_Y.shape} should give {(_N, _M)}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), f"wrong for tables of shapes {_X.shape} and {_Y.shape}"
    assert (_given_X == _X).all() and (_given_Y == _Y).all(), "one of the caller's tables was changed in place"

_x = np.linspace(1.0, 2.0, 200)[:, None]
_y = np.nextafter(_x, 3.0)
for _X, _Y in ((_x, _y), (_y, _x), (_x, _x)):
    _want = _cdist(_X, _Y)
    _got = pairwise_dist(_X.copy(), _Y.copy())
    assert not np.isnan(_got).any(), "two points that almost coincide gave nan: rounding can make a squared distance slightly negative"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), "wrong for points that almost coincide"

for _type, _close in ((int, 1e-6), (np.float32, 2e-2)):
    _X, _Y = (_rng.integers(-9, 10, size=_s).astype(_type) for _s in ((4, 3), (5, 3)))
    _want = _cdist(_X.astype(float), _Y.astype(float))
    assert np.allclose(pairwise_dist(_X, _Y), _want, rtol=1e-5, atol=_close), f"wrong for entries of type {_type.__name__}"

# %% [markdown]
# ### Break it: colors in eight bits
#
# Image files store each lamp as a whole number from 0 to 255 in 8 bits, numpy's `uint8`. Here are a red and a green. By hand, the difference of the first entries is 240, of the second −240, and the distance is about 339. **Predict** what the cell prints, remembering day 4: what can 8 bits without a sign not hold?

# %%
red, green = np.array([[250, 10, 10], [10, 250, 10]], dtype=np.uint8)
print("difference:", red - green, "  distance:", np.linalg.norm(red - green).round(1))
in_floats = red.astype(float) - green
print("difference:", in_floats, "  distance:", np.linalg.norm(in_floats).round(1))

# %% author=true
assert (red - green).tolist() == [240, 16, 0]
assert np.linalg.norm(red - green).round(1) == 240.5 and np.linalg.norm(red.astype(float) - green).round(1) == 339.4

# %% [markdown]
# No error, no warning, a wrong answer: −240 wrapped around to 16, and the distance shrank to 240.5. Convert to `float` before you compute with pixels; the course's own versions of today's functions do it in their first line.

# %% [markdown]
# ### The day in five lines
#
# 1. A vector is a list, a point and an arrow; stretching and adding arrows makes linear combinations.
# 2. Taxi, bird and crane measure length with $p = 1, 2, \infty$; distance is the length of a difference.
# 3. The dot product multiplies matching entries and adds; it hides in every squared distance.
# 4. The nearest point of a line is a shadow, and what is left over is orthogonal to the line.
# 5. The dot product is length times length times cosine; divide the lengths away and direction remains.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\mathbf{v} \in \mathbb{R}^D$, $v_i$ | vector v with D entries, entry i | `v`, `v[i - 1]` |
# | $\lVert\mathbf{v}\rVert_p$, $\lVert\mathbf{v}\rVert$, $\lVert\mathbf{v}\rVert_\infty$ | p-norm; length; infinity norm | `np.linalg.norm(v, ord=p)` |
# | $\mathbf{u} \cdot \mathbf{v}$ | u dot v | `u @ v` |
# | $\mathbf{p}$, $\mathbf{r}$ | projection (shadow) on u; residual | `project(v, u)`, `reject(v, u)` |
# | $\theta$, $\cos\theta$ | theta, the angle; its cosine | `np.cos(theta)` |
# | $\mathbf{X}\mathbf{Y}^{\mathsf T}$ | X times Y transposed: all dot products of rows | `X @ Y.T` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Dot products and duality](https://www.3blue1brown.com/lessons/dot-products) (14 minutes): why entry-by-entry products measure a shadow. Tomorrow a table of numbers stops being a list of rows and becomes a machine that moves every vector at once.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# An arrow is a length *and* a direction. To keep the direction and forget the length, divide the vector by its length: $(3, -4)/5 = (0.6, -0.8)$ is 1 long and points the same way. It is called a **unit vector**, and dividing is called *normalizing*. For many vectors, the rows of a table, `keepdims=True` keeps their lengths as a column, so that each row is divided by its own.

# %%
X = np.array([[3.0, -4.0], [0.0, 2.0]])
lengths = np.linalg.norm(X, axis=1, keepdims=True)
print(lengths.shape)
print(X / lengths)

# %% [markdown]
# ### Exercise · Every row to length one
#
# *optional · about 8 minutes · needs a table and its axes (day 8)*
#
# Many search engines store every vector at length 1. A row of zeros has no direction, and dividing it by its length makes `nan`. So libraries such as PyTorch divide by no less than a tiny number eps:
#
# $$ \operatorname{normalize}(\mathbf{x}) = \frac{\mathbf{x}}{\max(\|\mathbf{x}\|, \text{eps})} , $$
#
# the vector over its length, or over eps where that is larger.
#
# **Before you code.** What becomes of a row of zeros? Of a row of length 5, if eps is 10?
#
# <details><summary>Answer</summary>
#
# Zeros stay zeros: 0/eps is 0. A row of length 5 is divided by 10 and comes out half as long as 1.
#
# </details>
#
# **Your task.** Write `normalize(X, axis=-1, eps=1e-12)`. Axis −1, the last one, makes each row a vector, `axis=0` each column. The answer is a new array. `np.maximum` compares entry by entry. Two lines are enough.

# %% exercise="d11-normalize"
def normalize(X: np.ndarray, axis: int = -1, eps: float = 1e-12) -> np.ndarray:
    """Scale every vector along one axis to length 1; zero vectors stay zero.

    X        (…, D)  a vector, a table of rows, or more axes
    axis     the axis along which the entries of one vector lie
    eps      the smallest number that is divided by
    returns  an array of the shape of X

    >>> normalize(np.array([[3.0, -4.0], [0.0, 0.0]])).round(2)
    array([[ 0.6, -0.8],
           [ 0. ,  0. ]])
    """
    ### BEGIN SOLUTION
    lengths = np.sqrt((np.asarray(X, dtype=float) ** 2).sum(axis=axis, keepdims=True))
    return X / np.maximum(lengths, eps)
    ### END SOLUTION


# %% visible="d11-normalize" points=0
# Rows (3, 4), (0, 0) and (0, −2); then the columns of a table.
got = normalize(np.array([[3.0, 4.0], [0.0, 0.0], [0.0, -2.0]]))
got_columns = normalize(np.array([[3.0, 0.0], [4.0, 2.0]]), axis=0)

assert got is not None, "normalize returned None. Did you forget the return statement?"
assert np.shape(got) == (3, 2), (
    f"The shape stays as it is: expected (3, 2), got {np.shape(got)}."
)
assert not np.isnan(got).any(), (
    f"A row of zeros should stay zeros, got nan in\n{got}\nWhat do you divide by when "
    f"the length is 0?"
)
assert np.allclose(got, [[0.6, 0.8], [0, 0], [0, -1]], rtol=1e-9, atol=1e-12), (
    f"Expected the rows (0.6, 0.8), (0, 0), (0, −1), got\n{np.round(got, 4)}\nHow long "
    f"is each of your rows? Which entries went into its length?"
)
assert np.allclose(got_columns, [[0.6, 0], [0.8, 1]], rtol=1e-9, atol=1e-12), (
    f"With axis=0 the columns (3, 4) and (0, 2) become (0.6, 0.8) and (0, 1), "
    f"got\n{np.round(got_columns, 4)}\nDoes your code look at axis?"
)

# %% hidden="d11-normalize" points=0
# Hidden checks: one vector alone, three axes, every axis, another eps, the defaults,
# short vectors, whole numbers, float32; your array left as it was.
_rng = course_rng("d11-normalize")


def _slowly(X, axis, eps):
    return np.apply_along_axis(lambda x: x / max(sum(float(t) ** 2 for t in x) ** 0.5, eps), axis, X.astype(float))


for _shape in ((5,), (1, 1), (4, 3), (7, 2), (2, 3, 4)):
    for _axis in range(-len(_shape), len(_shape)):
        for _eps in (1e-12, 1.0, 10.0):
            _X = _rng.normal(scale=5.0, size=_shape)
            _want, _given = _slowly(_X, _axis, _eps), _X.copy()
            _got = normalize(_given, axis=_axis, eps=_eps)
            assert np.shape(_got) == _shape, f"an array of shape {_shape} came back with shape {np.shape(_got)}"
            assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"wrong for shape {_shape}, axis={_axis}, eps={_eps}: only lengths below eps are replaced by eps"
            assert (_given == _X).all(), "the caller's array was changed in place"

for _shape in ((4,), (3, 2), (2, 3, 4)):
    _X = _rng.normal(scale=1e-5, size=_shape)
    _want = _slowly(_X, -1, 1e-12)
    assert np.allclose(normalize(_X.copy()), _want, rtol=1e-9, atol=1e-12), f"wrong for short vectors in an array of shape {_shape}, with the default axis and eps"

_X = np.array([[6e-12, -8e-12], [3e-12, 4e-12]])
assert np.allclose(normalize(_X.copy()), [[0.6, -0.8], [0.6, 0.8]], rtol=1e-6, atol=0), "vectors of length 5e-12 and more are longer than the default eps: they come out 1 long"

for _X in (np.array([[2, -3, 6], [0, 0, 0], [0, 5, 0]]), np.array([[1e4, 1.0], [0.0, 0.0]], dtype=np.float32)):
    assert np.allclose(normalize(_X.copy()), _slowly(_X, -1, 1e-12), rtol=1e-5, atol=1e-12), f"wrong for entries of type {_X.dtype}:\n{_X}"

# %% [markdown]
# ### Exercise · What the shadow leaves over
#
# *optional · about 7 minutes · needs the projection*
#
# The residual is as useful as the shadow: it is the vector with one direction *removed*. Arditi and others (2024) took the refusal direction out of the vectors inside 13 chat models, and these mostly stopped refusing harmful requests.
#
# $$ \mathbf{r} = \mathbf{v} - \mathbf{p}, \qquad \mathbf{u} \cdot \mathbf{r} = 0, $$
#
# the vector less its shadow; nothing of the direction $\mathbf{u}$ is left in it.
#
# **Before you code.** What is left over if $\mathbf{v}$ already lies on the street? And if it stands at a right angle to it?
#
# <details><summary>Answer</summary>
#
# Nothing, the zero vector; and all of $\mathbf{v}$.
#
# </details>
#
# **Your task.** Write `reject(v, u)`, the part of $\mathbf{v}$ orthogonal to $\mathbf{u}$, as a new array. One line is enough.

# %% exercise="d11-reject"
def reject(v: np.ndarray, u: np.ndarray) -> np.ndarray:
    """The part of v that is orthogonal to u.

    v        (D,)  any vector
    u        (D,)  the direction to remove, of any length but 0
    returns  (D,)  v less its projection on u

    >>> reject(np.array([2.0, 3.0]), np.array([5.0, 0.0]))
    array([0., 3.])
    """
    ### BEGIN SOLUTION
    v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float)
    return v - (u @ v) / (u @ u) * u
    ### END SOLUTION


# %% visible="d11-reject" points=0
# A street to the east: what is left of (2, 3) points north. On the slanted street (1,
# 2) − (1.32, 1.76) is left.
got = reject(np.array([2.0, 3.0]), np.array([5.0, 0.0]))
got_slanted = reject(np.array([1.0, 2.0]), np.array([3.0, 4.0]))

assert got is not None, "reject returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"The residual is a vector: expected shape (2,), got {np.shape(got)}."
)
assert np.allclose(got, [0, 3], rtol=1e-9, atol=1e-12), (
    f"Of (2, 3) the street along (5, 0) leaves (0, 3), got {np.round(got, 4)}. From "
    f"where to where does the dashed arrow in the figure lead?"
)
assert np.allclose(got_slanted, [-0.32, 0.24], rtol=1e-9, atol=1e-12), (
    f"Of (1, 2) the line along (3, 4) leaves (−0.32, 0.24), got "
    f"{np.round(got_slanted, 4)}. Dot your answer with (3, 4): is it 0?"
)

# %% hidden="d11-reject" points=0
# Hidden checks: 2 to 8 entries, streets of every length, vectors on the street, whole
# numbers; your vectors left as they were.
_rng = course_rng("d11-reject")
for _ in range(60):
    _D = int(_rng.integers(2, 9))
    _v, _u = _rng.normal(size=_D), _rng.normal(size=_D) * 10.0 ** _rng.uniform(-2, 2)
    _Q, _R = np.linalg.qr(np.column_stack([_u, _v]))
    _want, _given_v, _given_u = _Q[:, 1] * _R[1, 1], _v.copy(), _u.copy()
    _got = reject(_given_v, _given_u)
    assert np.shape(_got) == (_D,), f"for {_D} entries expected shape ({_D},), got {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"wrong for v = {_v.round(3)}, u = {_u.round(3)}: expected {_want.round(4)}, got {np.round(_got, 4)}"
    assert (_given_v == _v).all() and (_given_u == _u).all(), "one of the caller's vectors was changed in place"

assert np.allclose(reject(np.array([-3, 1, 0]), np.array([2, 2, 0])), [-2, 2, 0], rtol=1e-9, atol=1e-12), "wrong for whole numbers"
assert np.allclose(reject(np.array([3.0, -6.0]), np.array([-1.0, 2.0])), [0, 0], rtol=0, atol=1e-12), "a vector on the street leaves nothing over"

# %% [markdown]
# ### No dot product is too large
#
# A shadow is never longer than the arrow that throws it: in a right-angled triangle the long side is the longest. So $|\mathbf{u} \cdot \mathbf{v}| / \|\mathbf{u}\| \le \|\mathbf{v}\|$, or
#
# $$ |\mathbf{u} \cdot \mathbf{v}| \le \|\mathbf{u}\|\,\|\mathbf{v}\|. $$
#
# In words: no dot product exceeds the product of the lengths. This is the **Cauchy–Schwarz inequality** (Cauchy, 1821, for lists of numbers; Schwarz, in the 1880s, for functions), and it is why a cosine always lies between −1 and 1, in 768 dimensions as in two. Let a thousand random pairs try to break it.

# %%
rng = np.random.default_rng(11)
U, V = rng.uniform(-1, 1, size=(2, 1000, 768))
dots = (U * V).sum(axis=1)
bounds = np.linalg.norm(U, axis=1) * np.linalg.norm(V, axis=1)
assert (np.abs(dots) <= bounds).all()
shares = np.abs(dots) / bounds
print("largest |u · v| as a share of its bound:", shares.max().round(3))

# %% author=true
assert (np.abs(dots) / bounds).max().round(3) == 0.126

# %% [markdown]
# None breaks it, and none comes near: the pair that comes closest reaches 0.126 of its bound, about an eighth. **Predict**, then run: how do typical cosines of random vectors change as $D$ grows from 2 to 768?

# %%
for D in (2, 8, 32, 128, 768):
    U, V = rng.uniform(-1, 1, size=(2, 1000, D))
    lengths = np.linalg.norm(U, axis=1) * np.linalg.norm(V, axis=1)
    cosines = (U * V).sum(axis=1) / lengths
    middle = np.median(np.abs(cosines))
    print(f"D = {D:3d}   half of all |cosines| are below {middle:.3f}")

# %% [markdown]
# From $D = 8$ on, each fourfold $D$ about halves the typical cosine: in many dimensions, random vectors are nearly orthogonal. So a cosine of 0.5, unremarkable in the plane, would be strong evidence of kinship in 768 dimensions. Day 20 explains the square root behind the halving.
#
# > **Watch out.** The vectors of a trained model are not spread evenly like ours; often they crowd to one side, and unrelated ones have large cosines. Look at typical cosines before you trust a single one.

# %% [markdown]
# ### The taxi, the crane and an attack
#
# Goodfellow, Shlens and Szegedy (2015) fooled image classifiers by changing *every* pixel by at most a small amount: that is a bound on the ∞-norm, the crane's. The bird sees much more: if each of $28 \cdot 28 = 784$ pixels changes by the full amount, the change is 28 times that amount long for $p = 2$, though no single pixel gives it away.
#
# To read: Patrick Lewis and others (2020), [Retrieval-Augmented Generation for Knowledge-Intensive NLP Tasks](https://arxiv.org/abs/2005.11401), the first two pages; find the dot product. Khan Academy, [Vectors and spaces](https://www.khanacademy.org/math/linear-algebra/vectors-and-spaces), for more practice by hand.

# %% author=true
assert np.isclose(np.linalg.norm(np.ones(784)), 28.0)
