# %% author=true
from log2attn import course_rng

# %% [markdown]
# # The way up that is not the steepest: partial derivatives and the gradient
#
# **Question of the day.** A formula has many letters. How do you get all of its slopes at once, and how do you find out whether they are right?
#
# *After today you can* differentiate a formula one letter at a time; read off the slope in any direction; write the gradient of a formula with matrices;
# test somebody's gradient of a million numbers with twenty questions.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 23.

# %% [markdown]
# **Yesterday (day 29).** You walk down the parabola $f(x) = 2x^2$ from $x = 5$, with steps of learning rate $\eta$ times the slope $4x$. By which factor does one step multiply $x$? Where are you after one step with $\eta = 0.25$, where after two with $\eta = 0.5$, and what happens with $\eta = 0.6$?
#
# <details><summary>Answer</summary>
#
# The factor is $1 - 4\eta$. With 0.25 it is 0: at the bottom after one step. With 0.5 it is −1: at −5, then at 5 again, for ever. With 0.6 it is −1.4: away, and farther each time.
#
# </details>

# %% [markdown]
# **A week ago (day 23).** Measure the slope of $x^3$ at 2 by the central slope with $h = 1$. Is the answer too large or too small?
#
# <details><summary>Answer</summary>
#
# $(27 - 1)/2 = 13$. The derivative is $3 \cdot 2^2 = 12$, so it is too large, by $h^2 = 1$.
#
# </details>
#
# **Before that (day 9).** Three points: $(0, 3)$, $(1, 5)$, $(2, 10)$. What are the slope and the intercept of the best line?
#
# <details><summary>Answer</summary>
#
# The means are 1 and 6. The deviations give $(-1)(-3) + 0 + 1 \cdot 4 = 7$ over $1 + 0 + 1 = 2$: slope 3.5, intercept $6 - 3.5 = 2.5$.
#
# </details>

# %% author=true
assert [round(1 - 4 * eta, 12) for eta in (0.25, 0.5, 0.6)] == [0, -1, -1.4] and (3**3 - 1**3) / 2 == 13

# %% [markdown]
# The tools of the day. From your toolbox come the central slope of day 23 and the measured gradient of day 24; sympy, the algebra program of day 6, will be the referee.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import sympy

from log2attn import data, figure, slider
from log2attn.learn.drawings import arrow, contours
from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION
from log2attn.toolbox import central_slope, numerical_gradient

# %% author=true
_x, _y = np.array([0.0, 1.0, 2.0]), np.array([3.0, 5.0, 10.0])
assert np.allclose(np.polyfit(_x, _y, 1), [3.5, 2.5], rtol=1e-9, atol=0)

# %% author=true
# lint: one-size — three readings are the smallest number with a middle, and the formula is for three

# %% [markdown]
# ### Exercise · A slope from three uneven readings
#
# *1 point · about 3 minutes · needs the slopes of chords (day 23)*
#
# A thermometer was read three times, not at even intervals. How fast was the temperature rising at the middle reading? There are two chords, of slopes $s_1$ and $s_2$ over runs $r_1$ and $r_2$. The shorter one knows more about the middle, so weight each with the run of the **other**:
#
# $$ \frac{r_2\,s_1 + r_1\,s_2}{r_1 + r_2}. $$
#
# In words: a mean of both slopes, in which the shorter chord counts more. For a parabola it is exact.
#
# **Before you code.** Readings of $x^2$ at 0, 1 and 3: what are the two slopes, and what does the formula make of them?
#
# <details><summary>Answer</summary>
#
# 1 and 4, over runs of 1 and 2: $(2 \cdot 1 + 1 \cdot 4)/3 = 2$, the derivative at 1. The plain mean is 2.5.
#
# </details>
#
# **Your task.** Write `review_30(x, y)`. Two or three lines are enough.

# %% exercise="d30-review"
def review_30(x: np.ndarray, y: np.ndarray) -> float:
    """The slope at the middle one of three readings.

    x        (3,)  where the readings were taken, ascending
    y        (3,)  the readings
    returns  the slope at x[1]

    >>> float(review_30(np.array([0.0, 1.0, 2.0]), np.array([0.0, 1.0, 4.0])))
    2.0
    """
    ### BEGIN SOLUTION
    r, s = np.diff(x), np.diff(y) / np.diff(x)
    return (r[1] * s[0] + r[0] * s[1]) / (r[0] + r[1])
    ### END SOLUTION


# %% visible="d30-review" points=0
# The question's readings: slopes 1 and 4, runs 1 and 2. Then a line, and x² from afar.
got = review_30(np.array([0.0, 1.0, 3.0]), np.array([0.0, 1.0, 9.0]))
got_line = review_30(np.array([2.0, 7.0, 8.0]), np.array([1.0, -9.0, -11.0]))

assert got is not None, "review_30 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One slope is expected, got the shape {np.shape(got)}."
assert np.isclose(got_line, -2, rtol=1e-9, atol=0), (
    f"Three readings on a line of slope −2 give −2, got {float(got_line):.4f}. Do your "
    f"two weights add up to 1?"
)
assert np.isclose(got, 2, rtol=1e-9, atol=0), (
    f"Slopes 1 and 4 over runs 1 and 2 make (2·1 + 1·4)/3 = 2, got {float(got):.4f}. "
    f"Which of the two chords counts more?"
)

# %% hidden="d30-review" points=1
# Hidden checks: parabolas read at uneven places, whose slope is known; whole numbers;
# your arrays left as they were.
_rng = course_rng("d30-review")
for _scale in (1e-3, 0.5, 1.0, 20.0, 1e4):
    for _ in range(6):
        _x = np.cumsum(_rng.uniform(0.1, 2.0, size=3)) * _scale + float(_rng.uniform(-3, 3)) * _scale
        _a, _b, _c = (float(_v) for _v in _rng.uniform(-3, 3, size=3))
        _y = _a + _b * (_x - _x[1]) + _c * (_x - _x[1]) ** 2 / _scale
        _given_x, _given_y = _x.copy(), _y.copy()
        _got = review_30(_given_x, _given_y)
        assert np.isclose(_got, _b, rtol=1e-6, atol=1e-9 / _scale), (
            f"a parabola read at {_x.round(4).tolist()}: its slope at the middle is {_b:.5f}, got {_got}"
        )
        assert (_given_x == _x).all() and (_given_y == _y).all(), "the caller's readings were changed in place"
assert np.isclose(review_30(np.array([1, 2, 6]), np.array([3, 0, 40])), (4 * -3 + 1 * 10) / 5, rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: a railway up the mountain
#
# North of Vancouver Island the mountains stand in the sea. In the picture every line joins places of equal height; the heights have been averaged with their neighbors, four times, so that single rocks do not disturb us. At the dot the steepest way climbs 81 meters on each kilometer. An engine manages half of that. **At which angle to the steepest way should the rails leave the dot?** Write down a guess; 45 degrees is a popular one.

# %%
land = data.coast()
for _ in range(4):
    land = (land[:-2] + 2 * land[1:-1] + land[2:]) / 4
    land = (land[:, :-2] + 2 * land[:, 1:-1] + land[:, 2:]) / 4
land = land[44:68, 14:44]
east, north = 2.4 * np.arange(30), 2.5 * np.arange(24)  # kilometers
dot = (14, 13)  # row and column of the dot


# %% [markdown]
# The next cell draws the map, with a number on every second line. Which way would water run from the dot, and along which way could you walk there without climbing at all?

# %%
def draw_map():
    fig, ax = plt.subplots(figsize=(7.4, 5.6))
    lines = ax.contour(east, north, land, levels=range(-400, 1600, 100), linewidths=1)
    ax.clabel(lines, lines.levels[::2], fontsize=8)
    ax.plot(east[dot[1]], north[dot[0]], "o", color=VERMILLION, markersize=9)
    ax.set(xlabel="km to the east", ylabel="km to the north", aspect="equal")
    return fig, ax


fig, ax = draw_map()
figure(fig, alt=(
    "A map of mountains and sea floor with a contour line every 100 meters. The dot "
    "stands at about 560 meters, on a slope that climbs to the northeast."
))

# %% [markdown]
# Water leaves the dot to the southwest, straight across the lines; to the northwest and the southeast, along a line, one walks level. Keep your guess about the angle; the answer needs slopes in every direction.

# %% [markdown]
# ### Idea 1 · One letter at a time
#
# On the map we can only measure. Take a formula: $f(x, y) = x^2 y + 3y$. Stand at $(2, 1)$. Hold $y$ still at 1, and $f$ is a curve in $x$ alone, $x^2 + 3$; its derivative $2x$ is 4. Hold $x$ still at 2, and $f$ is $7y$, of slope 7.
#
# That needs no new rule. **A letter that is held still is a number.** With $y$ as a number, $x^2 y$ has the slope $2xy$ in $x$, and $3y$ has none. With $x$ as a number, the slope in $y$ is $x^2 + 3$. Such a slope is called a **partial derivative**.

# %% [markdown]
# For a list $\mathbf{x}$ of any length, with the basis vector $\mathbf{e}_i$ of day 12,
#
# $$ \frac{\partial f}{\partial x_i} = \lim_{h \to 0} \frac{f(\mathbf{x} + h\,\mathbf{e}_i) - f(\mathbf{x})}{h}. $$
#
# In words: the derivative when entry $i$ alone moves, and all others are held still. The round $\partial$ says so. All of them in a list are the gradient, $\nabla f$: here $(2xy,\; x^2 + 3)$. What day 24 measured, we can now write down. **Predict** what the three lines print at $(2, 1)$.

# %%
x, y = sympy.symbols("x y")
formula = x**2 * y + 3 * y
print("by rule :", sympy.diff(formula, x), "and", sympy.diff(formula, y))
height = lambda v: v[0] ** 2 * v[1] + 3 * v[1]
measured = numerical_gradient(height, np.array([2.0, 1.0]))
print("measured:", measured.round(6))
ahead = ((2 + 1e-6) ** 2 * 1 + 3 * 1 - 7) / 1e-6
print("chord   :", round(ahead, 4))

# %% author=true
assert np.allclose(measured, [4, 7], rtol=1e-8, atol=0) and abs(ahead - 4) < 1e-4
assert sympy.diff(x**2 * y + 3 * y, x) == 2 * x * y and sympy.diff(x**2 * y + 3 * y, y) == x**2 + 3

# %% [markdown]
# `sympy.diff(formula, x)` differentiates a formula in the letter `x` and holds all other letters still. It is a referee: do it by hand first. Try $e^{xy}$ and $\log(x^2 + y^2)$, in $x$; then look.

# %%
print(sympy.diff(sympy.exp(x * y), x))
print(sympy.diff(sympy.log(x**2 + y**2), x))

# %% author=true
assert sympy.diff(sympy.exp(x * y), x) == y * sympy.exp(x * y)
assert sympy.simplify(sympy.diff(sympy.log(x**2 + y**2), x) - 2 * x / (x**2 + y**2)) == 0

# %% [markdown]
# ### Idea 2 · The slope in any direction
#
# Rails need not run to the east or to the north. Let them leave $\mathbf{x}$ along a unit vector $\mathbf{u}$. After the way $t$ they are at $\mathbf{x} + t\mathbf{u}$, at the height $g(t) = f(\mathbf{x} + t\mathbf{u})$: a curve in one letter, and its derivative at $t = 0$ is the slope of the rails. Day 24 measured it and found a cosine. Why a cosine?
#
# As $t$ grows by one, entry $i$ grows by $u_i$. So $t$ acts on $f$ along several paths, one through each entry, and day 28 says: multiply along each path, add over all paths.

# %% [markdown]
# $$ g'(0) = \sum_i \frac{\partial f}{\partial x_i}\, u_i = \nabla f \cdot \mathbf{u} = \lVert\nabla f\rVert \cos\theta. $$
#
# In words: the **directional derivative** is the dot product of gradient and unit direction, the gradient's length times the cosine of the angle $\theta$ between them. No direction can beat $\theta = 0$. At 90 degrees the slope is 0: those are the directions of the contour line. So **the gradient stands at a right angle on the contour line**, on every smooth landscape.

# %%
bowl = lambda w: w[0] ** 2 + 2 * w[1] ** 2
at, slopes = np.array([3.0, 1.0]), np.array([6.0, 4.0])  # the gradient there


def turned(g, angle):
    """The unit direction at so many degrees from g, counter-clockwise."""
    a = np.deg2rad(angle)
    aside = np.array([-g[1], g[0]])
    return (np.cos(a) * g + np.sin(a) * aside) / np.linalg.norm(g)


# %% [markdown]
# `turned` makes a direction at any angle from the gradient: a bit of the gradient, and a bit of the arrow at a right angle to it (day 13's rotation). `draw` shows such a direction twice: from above, and as a curve over the way $t$.

# %%
def draw(angle):
    u, t = turned(slopes, angle), np.linspace(-1, 1, 81)
    fig, (above, cut) = plt.subplots(1, 2, figsize=(8.8, 3.6))
    contours(above, bowl, (-1, 6), (-2, 3), [1, 3, 6, 11, 18, 27, 38])
    arrow(above, at, at + slopes / 4, GRAY)
    arrow(above, at, at + 1.8 * u, VERMILLION)
    cut.plot(t, [bowl(at + way * u) for way in t], color=BLUE)
    cut.plot(t, 11 + slopes @ u * t, "--", color=VERMILLION)
    cut.set(xlabel="way t along u", ylabel="height", ylim=(2, 22))
    cut.set_title(f"{angle:.0f}° from the gradient: slope {slopes @ u:.2f}")
    return fig


# %% [markdown]
# On the left a bowl from above: the gray arrow is the gradient at $(3, 1)$, the red one your direction. On the right the height along your way, and its tangent. **Before you look**: at 60 degrees, what is left of the slope 7.21?

# %%
figure(draw(60), alt=(
    "Left: contour lines of a bowl, the gray gradient arrow at a right angle to the "
    "line through its start, a red arrow 60 degrees from it. Right: the height along "
    "the red arrow, with a tangent of slope 3.61, half of 7.21."
))
slider(draw, alt=(
    "As the red arrow turns away from the gradient, the tangent on the right flattens "
    "like a cosine: flat at 90 degrees, falling beyond."
), angle=(-180, 180, 15, 0))

# %% author=true
_g, _u = slopes, turned(slopes, 60)
assert np.isclose(np.linalg.norm(_u), 1, rtol=1e-12, atol=0)
assert np.isclose(central_slope(lambda t: bowl(at + t * _u), 0.0, 1e-5), _g @ _u, rtol=1e-8, atol=0)
assert np.isclose(_g @ _u, np.linalg.norm(_g) / 2, rtol=1e-12, atol=0) and round(np.linalg.norm(_g), 2) == 7.21

# %% [markdown]
# Half: the cosine of 60 degrees is ½. Turn the slider: from 0 to 30 degrees the slope hardly falls, near 90 it falls fastest. The top of a cosine is flat.
#
# ### Exercise · As steep as you like
#
# *2 points · about 7 minutes · needs `central_slope` (day 23)*
#
# A direction is often given by an arrow of any length: from here to there. The slope belongs to the direction alone, so the arrow is first brought to length 1. Then there are two ways: the dot product with the gradient, or one central slope of the curve $g(t) = f(\mathbf{x} + t\,\mathbf{u})$ at $t = 0$: `central_slope(g, 0.0, h)`, with $10^{-5}$ as $h$. The second needs two heights, however many entries $\mathbf{x}$ has.
#
# **Before you code.** For the bowl at $(3, 1)$, gradient $(6, 4)$: which slope has the direction $(3, 4)$? And $(0, -2)$?
#
# <details><summary>Answer</summary>
#
# $\mathbf{u} = (0.6, 0.8)$, so $3.6 + 3.2 = 6.8$. And $\mathbf{u} = (0, -1)$: the slope is −4.
#
# </details>
#
# **Your task.** Write `directional(f, x, u)` with central slopes, both ways are right. Two lines are enough.

# %% exercise="d30-directional"
def directional(f: Callable, x: np.ndarray, u: np.ndarray) -> float:
    """The slope of f at x along the direction of u, measured by central slopes.

    f        takes an array (D,) and returns one number
    x        (D,)  the place
    u        (D,)  a direction, of any length but 0
    returns  the slope, per unit of way

    >>> round(float(directional(lambda v: 2 * v[0], np.zeros(2), np.array([3, 0]))), 6)
    2.0
    """
    ### BEGIN SOLUTION
    u = u / np.linalg.norm(u)
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)
    ### END SOLUTION


# %% visible="d30-directional" points=1
# The bowl of the question at (3, 1), and a slope in three directions: a b + 5 c.
place, way = np.array([3.0, 1.0]), np.array([3.0, 4.0])
got = directional(lambda w: w[0] ** 2 + 2 * w[1] ** 2, place, way)
got_down = directional(lambda w: w[0] ** 2 + 2 * w[1] ** 2, place, np.array([0.0, -2]))
got_three = directional(
    lambda v: v[0] * v[1] + 5 * v[2], np.array([1.0, 2.0, 7.0]), np.array([2.0, 1, 2])
)

assert got is not None, (
    "directional returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, (
    f"A slope along one direction is one number, got the shape {np.shape(got)}. What "
    f"does a dot product do with the two lists?"
)
assert np.isclose(got, 6.8, rtol=1e-5, atol=0), (
    f"Along (3, 4) the bowl climbs 6·0.6 + 4·0.8 = 6.8, got {float(got):.4f}. How long "
    f"is the arrow along which you go?"
)
assert np.isclose(got_down, -4, rtol=1e-5, atol=0), (
    f"Along (0, −2) the bowl falls: −4 is expected, got {float(got_down):.4f}. Does "
    f"the length of the arrow matter, and which of the two heights lies ahead?"
)
assert np.isclose(got_three, 5, rtol=1e-5, atol=0), (
    f"The gradient (2, 1, 5) and (2, 1, 2)/3 make (4 + 1 + 10)/3 = 5, got "
    f"{float(got_three):.4f}. Do all entries of x move?"
)
assert (place == [3.0, 1.0]).all() and (way == [3.0, 4.0]).all(), (
    "The caller's place or direction was changed. On which array did you work?"
)

# %% hidden="d30-directional" points=1
# Hidden checks: landscapes in 1 to 7 directions whose slopes are known, arrows of every
# length, sharp bends, whole numbers; your arrays left as they were.
_rng = course_rng("d30-directional")
for _D in (1, 2, 3, 7):
    for _length in (1e-3, 0.5, 1.0, 40.0, 1e4):
        _A, _b, _x, _u = _rng.normal(size=(_D, _D)), _rng.normal(size=_D), _rng.normal(size=_D), _rng.normal(size=_D)
        _u = _u * _length / np.sqrt((_u**2).sum())
        _want = ((_A + _A.T) @ _x + _b + 3 * _x**2) @ _u / _length
        _given_x, _given_u = _x.copy(), _u.copy()
        _got = directional(lambda v, A=_A, b=_b: float(v @ A @ v + b @ v + (v**3).sum()), _given_x, _given_u)
        assert np.ndim(_got) == 0 and np.isclose(_got, _want, rtol=1e-5, atol=1e-6), (
            f"a landscape in {_D} directions, an arrow of length {_length:g}: expected {_want:.5f}, got {_got}"
        )
        assert (_given_x == _x).all() and (_given_u == _u).all(), "the caller's place or direction was changed in place"
assert np.isclose(directional(lambda v: 1e5 * (v[0] ** 2 + v[1] ** 2) + v[0], np.zeros(2), np.array([3.0, 4.0])), 0.6, rtol=1e-4, atol=0), (
    "at a sharp bend: the slope along (3, 4) at the bottom of the bend is 0.6"
)
assert np.isclose(directional(lambda v: v[0] ** 2 - 3 * v[1], np.array([2, 5]), np.array([4, 3])), 1.4, rtol=1e-5, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### Back on the map
#
# On the map the partial derivatives are measured from neighboring cells: one to the east and one to the west, 4.8 km apart, one to the north and one to the south, 5 km apart. The next cell does so everywhere and draws every second arrow. **Look for** one arrow that does not cross its contour line at a right angle.

# %%
to_east = (land[1:-1, 2:] - land[1:-1, :-2]) / 4.8  # meters per kilometer
to_north = (land[2:, 1:-1] - land[:-2, 1:-1]) / 5.0
fig, ax = draw_map()
ax.quiver(
    east[1:-1:2], north[1:-1:2], to_east[::2, ::2], to_north[::2, ::2],
    color=INK, width=0.004,
)
figure(fig, alt=(
    "The map with gradient arrows. All of them stand at right angles on the contour "
    "lines and point uphill; they are long where the lines are close together."
))

# %% author=true
from scipy.interpolate import RegularGridInterpolator

_grid = (north[1:-1], east[1:-1])
_gx, _gy = RegularGridInterpolator(_grid, to_east), RegularGridInterpolator(_grid, to_north)
_angles = []
_lines = plt.subplots()[1].contour(east, north, land, levels=range(-400, 1600, 100))
plt.close("all")
for _line in [s for level in _lines.allsegs for s in level if len(s) > 5]:
    _mid, _along = (_line[1:] + _line[:-1]) / 2, np.diff(_line, axis=0)
    _in = (_mid[:, 0] > east[1]) & (_mid[:, 0] < east[-2]) & (_mid[:, 1] > north[1]) & (_mid[:, 1] < north[-2])
    _mid, _along = _mid[_in], _along[_in]
    _g = np.column_stack([_gx(_mid[:, ::-1]), _gy(_mid[:, ::-1])])
    _size, _run = np.linalg.norm(_g, axis=1), np.linalg.norm(_along, axis=1)
    _ok = (_size > 20) & (_run > 0.5)
    _angles += np.rad2deg(np.arccos((_g * _along).sum(axis=1)[_ok] / _size[_ok] / _run[_ok])).tolist()
assert len(_angles) > 100 and abs(np.median(_angles) - 90) < 1
if not data.is_stand_in("coast"):
    assert np.quantile(np.abs(np.array(_angles) - 90), 0.9) < 6

# %% [markdown]
# There is none, up to a few degrees that the coarse map costs: where lines and arrows were compared, the median angle is 90 degrees. (`quiver` draws an arrow at each place.) Where lines crowd, the arrows are long: the same hundred meters on less way.

# %% [markdown]
# ### Idea 3 · Gradients of formulas with matrices
#
# Models are written in vectors, and one gradient comes up everywhere: that of $\mathbf{x}^{\mathsf T}\mathbf{A}\mathbf{x}$, the number that Python computes as `x @ A @ x`. For two entries it is
#
# $$ \mathbf{x}^{\mathsf T}\mathbf{A}\mathbf{x} = a_{11} x_1^2 + (a_{12} + a_{21})\, x_1 x_2 + a_{22} x_2^2. $$
#
# In words: every product of two entries, with its factor from the table. One letter at a time: in $x_1$ the slope is $2a_{11}x_1 + (a_{12} + a_{21})x_2$. That is the first row of $\mathbf{A}$ times $\mathbf{x}$, plus the first column times $\mathbf{x}$. A *column* of $\mathbf{A}$ is a row of $\mathbf{A}^{\mathsf T}$, so

# %% [markdown]
# $$ \nabla\big(\mathbf{x}^{\mathsf T}\mathbf{A}\mathbf{x}\big) = (\mathbf{A} + \mathbf{A}^{\mathsf T})\,\mathbf{x}, \qquad \nabla\big(\mathbf{b}^{\mathsf T}\mathbf{x}\big) = \mathbf{b}. $$
#
# In words: each of the two $\mathbf{x}$ is varied once, and the two results add, as in the product rule; and a dot product with fixed $\mathbf{b}$ has the slope $b_i$ in $x_i$. Only if $\mathbf{A}$ is symmetric may one write $2\mathbf{A}\mathbf{x}$, which many books do for every $\mathbf{A}$. A measurement decides:

# %%
A, v = np.array([[1.0, 2.0], [0.0, 3.0]]), np.array([1.0, 2.0])
print("A x + Aᵀx:", A @ v + A.T @ v, "  2 A x:", 2 * A @ v)
print("measured :", numerical_gradient(lambda w: w @ A @ w, v).round(6))

# %% author=true
assert (A @ v + A.T @ v).tolist() == [6, 14] and (2 * A @ v).tolist() == [10, 12]
assert np.allclose(numerical_gradient(lambda w: w @ A @ w, v), [6, 14], rtol=1e-8, atol=0)
assert v @ A @ v == 1 * 1**2 + (2 + 0) * 1 * 2 + 3 * 2**2

# %% author=true
# lint: square-only — xᵀAx needs as many rows as columns

# %% [markdown]
# ### Exercise · The two halves of a square
#
# *2 points · about 6 minutes · needs partial derivatives*
#
# $f(\mathbf{x}) = \mathbf{x}^{\mathsf T}\mathbf{A}\mathbf{x} + \mathbf{b}^{\mathsf T}\mathbf{x}$ is the parabola of many letters: near its lowest point nearly every cost looks like it.
#
# **Before you code.** $\mathbf{A}$ has the rows $(1, 2)$ and $(0, 3)$, $\mathbf{b} = (1, -1)$, $\mathbf{x} = (1, 2)$. What is the gradient? What would it be for the transposed $\mathbf{A}$?
#
# <details><summary>Answer</summary>
#
# $(6, 14) + (1, -1) = (7, 13)$. The same: $\mathbf{A} + \mathbf{A}^{\mathsf T}$ does not change, and neither does $f$.
#
# </details>
#
# **Your task.** Write `grad_quadratic(A, b, x)`, the gradient of $f$ at $\mathbf{x}$, for any square $\mathbf{A}$. One line.

# %% exercise="d30-grad_quadratic"
def grad_quadratic(A: np.ndarray, b: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The gradient of xᵀAx + bᵀx at x, for any square table A.

    A        (D, D)  a table, symmetric or not
    b        (D,)
    x        (D,)    the place
    returns  (D,)    the partial derivatives

    >>> grad_quadratic(np.array([[5.0]]), np.array([2.0]), np.array([3.0]))
    array([32.])
    """
    ### BEGIN SOLUTION
    return A @ x + A.T @ x + b
    ### END SOLUTION


# %% visible="d30-grad_quadratic" points=1
# The table of the question, then its transpose; both have the gradient (7, 13).
table, shift = np.array([[1.0, 2.0], [0.0, 3.0]]), np.array([1.0, -1.0])
got = grad_quadratic(table, shift, np.array([1.0, 2.0]))
got_turned = grad_quadratic(table.T, shift, np.array([1.0, 2.0]))

assert got is not None, (
    "grad_quadratic returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"One slope for each entry of x: expected shape (2,), got {np.shape(got)}."
)
assert np.allclose(got, [7, 13], rtol=1e-9, atol=0), (
    f"At (1, 2) the gradient is (7, 13), got {np.round(got, 4).tolist()}. How many "
    f"times does x occur in the formula, and what does each occurrence contribute?"
)
assert np.allclose(got_turned, [7, 13], rtol=1e-9, atol=0), (
    f"The transposed table describes the same f: (7, 13) is expected, got "
    f"{np.round(got_turned, 4).tolist()}. Do rows and columns of A both have a say?"
)

# %% hidden="d30-grad_quadratic" points=1
# Hidden checks: tables from 1 × 1 to 8 × 8, symmetric or not, judged by differences of
# f itself, which are exact for a parabola; whole numbers; your arrays left as they
# were.
_rng = course_rng("d30-grad_quadratic")
for _D in (1, 2, 3, 5, 8):
    for _size in (1e-3, 1.0, 1e4):
        _A, _b, _x = _rng.normal(size=(_D, _D)), _rng.normal(size=_D), _size * _rng.normal(size=_D)
        if _D == 3:
            _A = _A + _A.T
        _value = lambda v, A=_A, b=_b: sum(v[i] * A[i, j] * v[j] for i in range(len(v)) for j in range(len(v))) + sum(b * v)
        _want = np.array([(_value(_x + _e) - _value(_x - _e)) / 2 for _e in np.eye(_D)])
        _given = [_A.copy(), _b.copy(), _x.copy()]
        _got = grad_quadratic(*_given)
        assert np.shape(_got) == (_D,), f"{_D} entries have {_D} slopes, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), f"a table of {_D} × {_D}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert all((_g == _o).all() for _g, _o in zip(_given, (_A, _b, _x))), "an array of the caller was changed in place"
assert np.allclose(grad_quadratic(np.array([[0, 3], [-1, 2]]), np.array([5, 0]), np.array([2, -4])), [-3, -12], rtol=1e-9, atol=0), "wrong for whole numbers"
_got = grad_quadratic(np.array([[0.5, 1.0], [0.0, -0.25]]), np.array([0.25, 0.5]), np.array([3, 2]))
assert np.allclose(_got, [5.25, 2.5], rtol=1e-9, atol=0), f"a table of floats at the place (3, 2), whole numbers: expected [5.25, 2.5], got {_got}"

# %% [markdown]
# ### The answer to the puzzle
#
# The slope along the rails is the steepest slope times $\cos\theta$. Half of it needs $\cos\theta = \tfrac12$: **60 degrees**, to the left or to the right. At 45 degrees the rails would still climb 57 of the 81 meters: the first half of the turn takes away less than a third. That is why mountain railways run almost along the contour lines.

# %%
g = np.array([to_east[dot[0] - 1, dot[1] - 1], to_north[dot[0] - 1, dot[1] - 1]])
for angle in (0, 45, 60, 90):
    climb = abs(g @ turned(g, angle))
    print(f"{angle:2d}° from the steepest way: {climb:5.2f} m per km")

# %% author=true
if not data.is_stand_in("coast"):
    assert round(np.linalg.norm(g)) == 81 and round(np.linalg.norm(g) * np.cos(np.pi / 4)) == 57
    assert 550 < land[dot] < 570 and min(g) > 50

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · As many slopes as there are numbers
#
# *2 points · about 10 minutes · needs the measured gradient (day 24)*
#
# The weights of a layer are a table, and a gradient has the shape of what it belongs to: the slope in `W[1, 2]` stands at `[1, 2]`. Day 24's function takes a list only. One for every shape needs one new tool: `np.ndindex(x.shape)` walks through all places of `x`; in a (2, 3) table these are `(0, 0)`, `(0, 1)` … `(1, 2)`, and `step[i]` with such a place `i` is one single entry.
#
# **Before you code.** You write `up = x.copy()` and `up[i] += h`. What goes wrong if `x` holds whole numbers?
#
# <details><summary>Answer</summary>
#
# An array of whole numbers cuts off what stands after the point: `up` stays as it was, and every slope is 0. A table of zeros is made of floats, and `x + step` is, too.
#
# </details>
#
# **Your task.** Write `numgrad(f, x, h)`: the central slope in every entry, in the shape of `x`, which stays as it was. Six lines are enough.

# %% exercise="d30-numgrad"
def numgrad(f: Callable, x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The gradient of f at x, measured: the central slope in every entry.

    f        takes an array of the shape of x and returns one number
    x        (…)  numbers in an array of any shape
    h        how far each entry moves ahead and back
    returns  (…)  the slopes, in the shape of x

    >>> numgrad(lambda X: X[0, 1] ** 2, np.array([[1.0, 2.0], [3.0, 4.0]])).round(6)
    array([[0., 4.],
           [0., 0.]])
    """
    ### BEGIN SOLUTION
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes
    ### END SOLUTION


# %% visible="d30-numgrad" points=1
# A (2, 3) table and f = W₀₀³ + 5 W₁₂ − W₀₁ W₁₀. With h = 1 the first slope at 2 is
# (27 − 1)/2 = 13; the others are exact.
W = np.array([[2.0, 4.0, -1.0], [3.0, 0.0, 7.0]])
got = numgrad(lambda T: T[0, 0] ** 3 + 5 * T[1, 2] - T[0, 1] * T[1, 0], W, 1.0)
got_list = numgrad(lambda v: v[0] ** 2 + 2 * v[1] ** 2, np.array([3.0, 1.0]))

assert got is not None, "numgrad returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 3), (
    f"A gradient has the shape of its parameter: (2, 3) is expected, got "
    f"{np.shape(got)}."
)
assert np.allclose(got, [[13, -3, 0], [-4, 0, 5]], rtol=1e-9, atol=1e-9), (
    f"Expected the rows (13, −3, 0) and (−4, 0, 5), got {np.round(got, 3).tolist()}. "
    f"Which entries move while one slope is measured, and by how much?"
)
assert np.shape(got_list) == (2,), (
    f"A list of two has two slopes, got the shape {np.shape(got_list)}."
)
assert np.allclose(got_list, [6, 4], rtol=1e-6, atol=0), (
    f"For the bowl at (3, 1) the slopes are 6 and 4, got {np.round(got_list, 4)}."
)
assert (W == [[2.0, 4.0, -1.0], [3.0, 0.0, 7.0]]).all(), (
    "The caller's table was changed. Where do you move an entry, and is it moved back?"
)

# %% hidden="d30-numgrad" points=1
# Hidden checks: shapes from a single number to four axes, large and small h, whole
# numbers and float32, entries of 0 and of 10000; your array left as it was.
_rng = course_rng("d30-numgrad")
for _shape in ((), (1,), (4,), (2, 3), (3, 1), (2, 1, 3), (2, 2, 1, 2)):
    for _h in (1e-5, 0.25, 2.0):
        _c, _x = _rng.normal(size=_shape), np.asarray(_rng.normal(scale=2.0, size=_shape))
        _want, _given = 3 * _c * _x**2 + _c * _h**2 + 2 * _x.sum(), _x.copy()
        _got = numgrad(lambda v, c=_c: float((c * v**3).sum() + v.sum() ** 2), _given, _h)
        assert np.shape(_got) == _shape, f"the shape {_shape} is expected, got {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-4, atol=1e-4), f"shape {_shape}, h = {_h}: expected {np.round(_want, 4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert (_given == _x).all(), "the caller's array was changed in place"
for _x in (np.array([[2, -3], [0, 1]]), np.array([[2.0, -3.0], [0.0, 1.0]], dtype=np.float32), np.array([[1e4, -3e4], [0.0, 1.0]])):
    _want, _given = np.array([[2.0 * _x[0, 0], 0.5], [0.0, -4.0 * _x[1, 1]]], dtype=float), _x.copy()
    _got = numgrad(lambda v: v[0, 0] ** 2 + 0.5 * v[0, 1] - 2 * v[1, 1] ** 2, _given, 1e-3)
    assert np.allclose(_got, _want, rtol=1e-4, atol=1e-3), f"a table of type {_x.dtype}: expected {_want.tolist()}, got {np.round(_got, 4).tolist()}"
    assert (_given == _x).all(), "the caller's array was changed in place"
_got = numgrad(lambda v: 1e-5 * float(np.sin(1e5 * v).sum()), np.zeros((2, 2)))
assert np.allclose(_got, np.sin(1.0), rtol=1e-6, atol=0), "wrong on very fine ripples, where the h of the first line matters: it is 1e-5"

# %% [markdown]
# ### Exercise · Twenty questions to a gradient
#
# *3 points · about 11 minutes · needs the directional derivative of idea 2*
#
# A colleague hands you `g`, a program for the gradient of `f` with a million entries. Measuring all takes two million heights. A directional slope takes two, and all entries have a say in it: $a = \sum g(\mathbf{x})\,\mathbf{u}$, summed over all places, should be the central slope $n$ along $\mathbf{u}$. The error is judged relative to their size,
#
# $$ \frac{\lvert a - n\rvert}{\max(\lvert a\rvert,\ \lvert n\rvert,\ 10^{-8})}. $$
#
# In words: the difference over the larger of the two, and over $10^{-8}$ where both are next to nothing.
#
# **Before you code.** One entry of a gradient is wrong. Which directions do not notice? Will a random one?
#
# <details><summary>Answer</summary>
#
# Those at a right angle to the error: here, all with a 0 at that entry. A random direction has no exact 0.
#
# </details>
#
# **Your task.** Write `gradcheck(f, g, x, rng)`, the largest error of ten directions. Draw each by `rng.normal(size=x.shape)` and divide it by its length. Seven lines are enough.

# %% exercise="d30-gradcheck"
def gradcheck(
    f: Callable, g: Callable, x: np.ndarray, rng: np.random.Generator
) -> float:
    """The largest relative error of a claimed gradient along ten random directions.

    f        takes an array of the shape of x and returns one number
    g        takes the same array and returns the claimed gradient, of that shape
    x        (…)  the place, an array of any shape
    rng      for each direction one rng.normal(size=x.shape), brought to length 1
    returns  a number ≥ 0; the slopes are measured with steps of 1e-5

    >>> rng, x = np.random.default_rng(0), np.array([1.0, 2.0])
    >>> bool(gradcheck(lambda v: (v**2).sum(), lambda v: 2 * v, x, rng) < 1e-8)
    True
    """
    ### BEGIN SOLUTION
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a, n = (g(x) * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst
    ### END SOLUTION


# %% visible="d30-gradcheck" points=1
# f = Σ v² has the gradient 2v. Claims: the right one, half of it, its opposite; and 0
# for a flat f.
five = np.array([1.0, -2.0, 0.5, 3.0, 1.5])
squares = lambda v: (v**2).sum()
got = gradcheck(squares, lambda v: 2 * v, five, np.random.default_rng(3))
got_half = gradcheck(squares, lambda v: v, five, np.random.default_rng(3))
got_minus = gradcheck(squares, lambda v: -2 * v, five, np.random.default_rng(3))
got_flat = gradcheck(lambda v: 7.0, lambda v: 0 * v, five, np.random.default_rng(3))

assert got is not None, (
    "gradcheck returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, f"One error is expected, got the shape {np.shape(got)}."
assert 0 <= got < 1e-7, (
    f"2v is the gradient of Σ v²: an error below 1e-7 is expected, got {got:.3g}. Are "
    f"the two slopes those along the same unit direction, ahead and back?"
)
assert np.isclose(got_half, 0.5, rtol=1e-5, atol=0), (
    f"Half of the gradient is off by half in every direction: 0.5 is expected, got "
    f"{got_half:.6g}. By what do you divide the difference?"
)
assert np.isclose(got_minus, 2, rtol=1e-5, atol=0), (
    f"The opposite is off by twice its size: 2 is expected, got {got_minus:.6g}."
)
assert got_flat == 0, (
    f"Where f is flat and the claim is 0, the error is 0, got {got_flat}. What is 0/0?"
)

# %% hidden="d30-gradcheck" points=2
# Hidden checks: right and wrong gradients of arrays of many shapes, wrong in one entry,
# in size and by a shift; gradients next to 0; errors compared with the exact slopes
# along the same ten directions.
_rng = course_rng("d30-gradcheck")
for _shape in ((1,), (4,), (2, 3), (2, 1, 3)):
    for _kind in ("right", "one entry", "scaled", "shifted", "tiny", "none"):
        for _times in range(2):
            _seed, _x, _c = int(_rng.integers(1, 10**6)), _rng.normal(size=_shape), _rng.normal(size=_shape)
            _true = _c + 2 * _x * (_c**2 + 1)
            _claim = _true.copy()
            if _kind == "one entry":
                _claim.flat[int(_rng.integers(_claim.size))] += float(_rng.uniform(1, 3))
            elif _kind == "scaled":
                _claim = _claim * float(_rng.choice([0.25, 1.5, 4.0]))
            elif _kind == "shifted":
                _claim = _claim - 0.3
            elif _kind == "none":
                _claim = 0 * _claim
            _factor = 1e-9 if _kind == "tiny" else 1.0
            if _kind == "tiny":
                _claim = 1.5 * _claim
            _f = lambda v, c=_c, s=_factor: s * float((c * v + (c**2 + 1) * v**2).sum())
            _directions, _want = np.random.default_rng(_seed), 0.0
            for _k in range(10):
                _u = _directions.normal(size=_shape)
                _u = _u / np.linalg.norm(_u.ravel())
                _a, _n = float((_factor * _claim * _u).sum()), float((_factor * _true * _u).sum())
                _want = max(_want, abs(_a - _n) / max(abs(_a), abs(_n), 1e-8))
            _given = _x.copy()
            _got = gradcheck(_f, lambda v, at=_x, k=_factor * _claim, s=_factor, c=_c: k + 2 * s * (c**2 + 1) * (v - at), _given, np.random.default_rng(_seed))
            assert np.ndim(_got) == 0 and _got >= 0, f"one error ≥ 0 is expected, got {_got}"
            assert np.isclose(_got, _want, rtol=1e-4, atol=1e-6), f"shape {_shape}, a gradient of the kind '{_kind}': expected the error {_want:.6g}, got {_got:.6g}"
            assert (_given == _x).all(), "the caller's place was changed in place"
for _shape in ((4,), (2, 3)):
    _seed, _x = int(_rng.integers(1, 10**6)), _rng.normal(size=_shape)
    _got = gradcheck(lambda v: float((v**2 + 3 * v).sum()), lambda v: (1 + 3.4e-6) * (2 * v + 3), _x, np.random.default_rng(_seed))
    assert np.isclose(_got, 3.4e-6, rtol=0.05, atol=0), f"a gradient that is too large by 3.4e-6 of itself: expected the error 3.4e-6, got {_got:.3g}"
    _got = gradcheck(lambda v: float(np.sin(10 * v).sum()) / 10, lambda v: np.cos(10 * v), np.zeros(_shape), np.random.default_rng(_seed))
    assert 0 <= _got < 3e-6, f"the right gradient of a curve that is no parabola: an error below 3e-6 is expected, got {_got:.3g}"

# %% [markdown]
# ### In a real model
#
# Every layer of this course will come with a gradient, and `gradcheck` is its judge. Here is the first: rows `X` through a layer, and the sum of squared outputs, $f(\mathbf{W}) = \sum (\mathbf{X}\mathbf{W})^2$. Day 31's way back through a layer makes its gradient $2\mathbf{X}^{\mathsf T}\mathbf{X}\mathbf{W}$, in the shape of $\mathbf{W}$. Beside it a wrong one, of the right shape, wrong in a single row. What errors do you expect?

# %%
rng = np.random.default_rng(30)
X, W = rng.normal(size=(5, 3)), rng.normal(size=(3, 2))
loss = lambda W: ((X @ W) ** 2).sum()
right = lambda W: 2 * X.T @ X @ W
wrong = lambda W: right(W) * np.array([[1.0], [1.0], [0.9]])
try:
    for name, g in (("right", right), ("wrong", wrong)):
        print(f"{name}: {gradcheck(loss, g, W, np.random.default_rng(1)):.1e}")
except NotImplementedError:
    print("Write gradcheck first, then run this cell again.")

# %% author=true
_errors = [gradcheck(loss, g, W, np.random.default_rng(1)) for g in (right, wrong)]
assert _errors[0] < 1e-7 < 1e-3 < _errors[1]

# %% [markdown]
# Ten digits against one: a right gradient shows rounding only, a wrong one shows at once, though only two of its six numbers are off, and by a tenth. In between lies nothing you have to argue about, if the measuring is done in `float64`.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: why does the gradient stand at a right angle on the contour line, and why is the slope 45 degrees beside it still 71 % of the steepest? Then compare.
#
# <details><summary>Answer</summary>
#
# Along the contour line the height does not change, so the slope in that direction is 0; the slope is the dot product with the gradient, and a dot product is 0 at a right angle. In other directions it is the length of the gradient times a cosine. The cosine is flat at its top and is still $\sqrt{1/2} \approx 0.71$ at 45 degrees.
#
# </details>

# %% [markdown]
# ### Break it: an erratum that survives its test
#
# The author of a book tests $\nabla(\mathbf{x}^{\mathsf T}\mathbf{A}\mathbf{x}) = 2\mathbf{A}\mathbf{x}$ with the first of the two tables in the cell, at the place $(1, 2)$. **Predict** what `gradcheck` says. Then change `tables[0]` to `tables[1]` and run it again.

# %%
tables = np.array([[[2.0, 1.0], [1.0, 3.0]], [[2.0, 4.0], [-2.0, 3.0]]])
A, error = tables[0], None
try:
    error = gradcheck(
        lambda v: v @ A @ v, lambda v: 2 * A @ v, np.array([1.0, 2.0]),
        np.random.default_rng(5),
    )
    print(f"error {error:.1e}")
except NotImplementedError:
    print("Write gradcheck first, then run this cell again.")

# %% author=true
assert error < 1e-7
# edit: "A, error = tables[0]" -> "A, error = tables[1]"
# then: error > 0.1

# %% [markdown]
# <details><summary>Answer</summary>
#
# For the symmetric table the error is rounding only: there $2\mathbf{A}\mathbf{x}$ is right. For the other table it is large, though both describe the same $f$: $1 + 1 = 4 - 2$. A test with friendly numbers (symmetric tables, ones, zeros) lets wrong formulas pass. Test with random ones.
#
# </details>

# %% author=true
# lint: one-size — Rosenbrock's landscape has two letters

# %% [markdown]
# ### Exercise · Rosenbrock's valley
#
# *2 points · about 8 minutes · needs partial derivatives and the chain rule (day 28)*
#
# Howard Rosenbrock (1960) made a landscape on which searchers fail: a long, flat, bent valley between steep walls,
#
# $$ f(x_1, x_2) = (1 - x_1)^2 + 100\,(x_2 - x_1^2)^2. $$
#
# In words: a gentle square that is 0 at $x_1 = 1$, and a hundredfold square that is 0 along the parabola. Day 43 will race optimizers on it.
#
# **Before you code.** Differentiate in $x_1$: an inner slope of −1 and one of $-2x_1$ appear. What is the gradient at $(2, 3)$, and at $(1, 1)$?
#
# <details><summary>Answer</summary>
#
# In $x_1$: $-2(1 - x_1) - 400\,x_1 (x_2 - x_1^2)$; in $x_2$: $200\,(x_2 - x_1^2)$. At $(2, 3)$, where $x_2 - x_1^2 = -1$: $(802, -200)$. At $(1, 1)$: $(0, 0)$, the lowest place.
#
# </details>
#
# **Your task.** Write `grad_rosenbrock(x)`, by formula: measured slopes are not exact enough. Three lines are enough.

# %% exercise="d30-grad_rosenbrock"
def grad_rosenbrock(x: np.ndarray) -> np.ndarray:
    """The gradient of (1 − x₁)² + 100 (x₂ − x₁²)².

    x        (2,)  the place: x₁, x₂
    returns  (2,)  the two partial derivatives

    >>> grad_rosenbrock(np.array([0.0, 1.0]))
    array([ -2., 200.])
    """
    ### BEGIN SOLUTION
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 400 * x[0] * off, 200 * off])
    ### END SOLUTION


# %% visible="d30-grad_rosenbrock" points=1
# The places of the question, (2, 3) and (1, 1), and one on the parabola: (3, 9).
got = [grad_rosenbrock(np.array(p)) for p in ([2.0, 3.0], [1.0, 1.0], [3.0, 9.0])]

assert all(g is not None for g in got), (
    "grad_rosenbrock returned None. Did you forget the return statement?"
)
assert not isinstance(got[0], (list, tuple)), (
    "The slopes are in a list; make it an array."
)
assert all(np.shape(g) == (2,) for g in got), (
    f"Two partial derivatives are expected, got the shape {np.shape(got[0])}."
)
assert np.allclose(got[2], [4, 0], rtol=1e-9, atol=1e-9), (
    f"At (3, 9), on the parabola, only the gentle square has a slope: (4, 0) is "
    f"expected, got {np.round(got[2], 4).tolist()}. What is the slope of 1 − x₁?"
)
assert np.allclose(got[0], [802, -200], rtol=1e-9, atol=0), (
    f"At (2, 3) the gradient is (802, −200), got {np.round(got[0], 4).tolist()}. What "
    f"do the outer square, the 100 and the inner −x₁² each contribute?"
)
assert np.allclose(got[1], 0, rtol=0, atol=1e-9), (
    f"At (1, 1) both slopes are 0, got {np.round(got[1], 4).tolist()}."
)

# %% hidden="d30-grad_rosenbrock" points=1
# Hidden checks: many places, judged by sympy; whole numbers; your place left as it was.
_rng = course_rng("d30-grad_rosenbrock")
_p, _q = sympy.symbols("p q")
_formula = (1 - _p) ** 2 + 100 * (_q - _p**2) ** 2
_slopes = [sympy.lambdify((_p, _q), sympy.diff(_formula, _letter)) for _letter in (_p, _q)]
for _scale in (0.1, 1.0, 5.0, 100.0):
    for _ in range(5):
        _x = _scale * _rng.normal(size=2)
        _want, _given = np.array([_slope(*_x.tolist()) for _slope in _slopes]), _x.copy()
        _got = grad_rosenbrock(_given)
        assert np.shape(_got) == (2,) and np.allclose(_got, _want, rtol=1e-8, atol=1e-8), f"at {_x.round(4).tolist()}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert (_given == _x).all(), "the caller's place was changed in place"
assert np.allclose(grad_rosenbrock(np.array([-3, 4])), [-6008, -1000], rtol=1e-9, atol=0), "wrong for whole numbers: at (−3, 4)"

# %% [markdown]
# ### Think about it
#
# Why is the steepest way down rarely the way to the lowest point? Take $(-1, 0.9)$ in Rosenbrock's valley: the gradient is $(-44, -20)$, the lowest point lies along $(2, 0.1)$.
#
# <details><summary>Answer</summary>
#
# The steepest way down, along $(44, 20)$, leads across the valley to its floor, 22 degrees away from the way to $(1, 1)$; on the floor it is the wall that decides again. A gradient knows the ground under your feet and nothing else. It would point at the lowest place only if all contour lines were circles around it.
#
# </details>

# %% author=true
_g, _way = grad_rosenbrock(np.array([-1.0, 0.9])), np.array([2.0, 0.1])
assert np.allclose(_g, [-44, -20], rtol=1e-9, atol=0)
assert round(np.rad2deg(np.arccos(-_g @ _way / np.linalg.norm(_g) / np.linalg.norm(_way)))) == 22

# %% [markdown]
# ### The day in five lines
#
# 1. A partial derivative moves one letter and holds the others still; the rules are those of one letter.
# 2. The gradient is the list of all partial derivatives, in the shape of what they belong to.
# 3. The slope along a unit direction is the dot product with the gradient: its length times a cosine.
# 4. So the gradient stands at a right angle on the contour line.
# 5. A claimed gradient is tested along random directions, two heights each; with random, unfriendly numbers.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\frac{\partial f}{\partial x_i}$ | the partial derivative of f in $x_i$: the other entries are held still | `numgrad(f, x)[i - 1]` |
#
# The round ∂ is Condorcet's (1770). Legendre wrote the first $\partial u/\partial x$ (1786), and it came into use with Jacobi (1841). You have known $\nabla f$ since day 24; from today on it may be a formula.

# %% [markdown]
# ### To read
#
# Khan Academy, [Introduction to partial derivatives](https://www.khanacademy.org/math/multivariable-calculus/multivariable-derivatives/partial-derivative-and-gradient-articles/a/introduction-to-partial-derivatives), an article; and, in the same course, why the gradient is the direction of steepest ascent. Tomorrow the output has many entries, too, and the gradient becomes a table.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# A walk through Rosenbrock's valley, with your gradient and no measuring. It starts at $(-1, 0.9)$ with the learning rate 0.001, which the steep walls allow. **Guess** how many steps it takes to come within 0.01 of $(1, 1)$: a hundred, a thousand, ten thousand?

# %%
try:
    path = [np.array([-1.0, 0.9])]
    while np.linalg.norm(path[-1] - 1) > 0.01 and len(path) < 30_000:
        path.append(path[-1] - 0.001 * grad_rosenbrock(path[-1]))
    path = np.array(path)
    print(len(path) - 1, "steps; after 20 steps at", path[20].round(3))
except NotImplementedError:
    print("Write grad_rosenbrock first, then run this cell again.")
    path = np.ones((21, 2))

# %% [markdown]
# Here is the walk seen from above, on the contour lines of the valley, with a dot every 500 steps and a star at the lowest place. Where is it fast, and where does it crawl?

# %%
rosenbrock = lambda w: (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2
fig, ax = plt.subplots(figsize=(6.4, 4.4))
contours(ax, rosenbrock, (-1.5, 1.5), (-0.5, 1.5), [1, 5, 20, 60, 150])
ax.plot(path[:, 0], path[:, 1], color=VERMILLION)
ax.plot(path[::500, 0], path[::500, 1], "o", color=VERMILLION, markersize=4)
ax.plot(1, 1, "*", color=INK, markersize=12)
ax.set(xlabel="$x_1$", ylabel="$x_2$")
figure(fig, alt=(
    "A bent valley from above. The walk drops to its floor at once and then follows "
    "the bend to the star at (1, 1); the dots crowd more and more toward the end."
))

# %% author=true
assert 9_000 < len(path) - 1 < 20_000, len(path)

# %% [markdown]
# More than ten thousand. Twenty steps lead to the floor, and the rest is a crawl along it: the walls forbid larger steps, and along the floor the slope is tiny. Day 32 gives this a number, the condition number, and day 43 a cure.
