# %% author=true
from log2attn import course_rng

# gives: sympy_check, dtanh, dsoftplus

# %% [markdown]
# # Slopes without chords: the rules of differentiation
#
# **Question of the day.** A chord measures one slope at one place. Which few rules give the slope of every formula at every place, and what do they say about a neuron that has stopped learning?
#
# *After today you can* find the derivative of sums, products, quotients, powers and of $e^x$, $\log x$, $\sin x$ by hand;
# say why the sigmoid's slope is never above 1/4; have a program referee what you found.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 20.

# %% [markdown]
# **Yesterday (day 26).** A measured slope errs by 0.004 at the step 0.1 and by 0.00004 at 0.01. Of which order is it, and what will the error be at 0.001, if rounding stays out of it?
#
# <details><summary>Answer</summary>
#
# A tenth of the step leaves a hundredth of the error: order 2. At 0.001 it is $4 \cdot 10^{-7}$.
#
# </details>

# %% [markdown]
# **A week ago (day 20).** A coin shows heads with probability 0.3. What are the expected number of heads in ten throws, and its variance?
#
# <details><summary>Answer</summary>
#
# $10 \cdot 0.3 = 3$ and $10 \cdot 0.3 \cdot 0.7 = 2.1$: for independent throws expectations add, and so do variances.
#
# </details>
#
# **Before that (day 6).** Write $2 + 3x^2 - x^3$ as a list of coefficients, lowest power first. What is its value at 2?
#
# <details><summary>Answer</summary>
#
# $[2, 0, 3, -1]$, with a 0 for the missing $x$. At 2 it is $2 + 12 - 8 = 6$. You will need such lists today.
#
# </details>

# %% author=true
from log2attn.toolbox import horner as _horner

assert abs(0.004 / 10**4 - 4e-7) < 1e-15 and abs(10 * 0.3 * 0.7 - 2.1) < 1e-12 and _horner([2, 0, 3, -1], 2) == 6

# %% [markdown]
# The tools of the day. `sympy` computes with letters, as on day 6; it will be our referee. From your toolbox come the central slope of day 23 and the sigmoid of day 7.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import sympy as sp

from log2attn import figure, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, INK, VERMILLION
from log2attn.toolbox import central_slope, sigmoid

# %% [markdown]
# ### Exercise · Two funds in one purse
#
# *1 point · about 3 minutes · needs expected values and variances (day 20)*
#
# You put the share $a$ of your money into one fund and $b$ into another. Their returns $X$ and $Y$ vary, and vary together: their covariance is $c$. What you get is $aX + bY$. Its expected value is that of $X$ times $a$ plus that of $Y$ times $b$, and
#
# $$ \operatorname{Var}(aX + bY) = a^2 \operatorname{Var}(X) + b^2 \operatorname{Var}(Y) + 2ab\,c. $$
#
# In words: as in the square of a sum, with the covariance in the middle term.
#
# **Before you code.** Half and half, both variances 4, covariance −4. What is the variance of your purse?
#
# <details><summary>Answer</summary>
#
# $1 + 1 - 2 = 0$. When one fund falls the other rises by as much.
#
# </details>
#
# **Your task.** Write `review_27(a, b, means, variances, c)`, the pair of expected value and variance. Two lines are enough.

# %% exercise="d27-review"
def review_27(
    a: float,
    b: float,
    means: tuple[float, float],
    variances: tuple[float, float],
    c: float,
) -> tuple[float, float]:
    """Expected value and variance of a X + b Y.

    a, b       the two factors, of either sign
    means      expected values of X and of Y
    variances  variances of X and of Y
    c          covariance of X and Y
    returns    (expected value, variance)

    >>> review_27(0.5, 0.5, (2.0, 4.0), (4.0, 4.0), -4.0)
    (3.0, 0.0)
    """
    ### BEGIN SOLUTION
    var = a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c
    return a * means[0] + b * means[1], var
    ### END SOLUTION


# %% visible="d27-review" points=0
# 2X + 3Y: mean 2 · 5 + 3 · 1 = 13, variance 4 · 2 + 9 · 7 + 12 · 1.5 = 89.
got = review_27(2.0, 3.0, (5.0, 1.0), (2.0, 7.0), 1.5)

assert got is not None, "review_27 returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"Expected value and variance: two numbers, got the shape {np.shape(got)}."
)
got = [float(value) for value in got]
assert np.isclose(got[0], 13, rtol=1e-9, atol=0), (
    f"The expected value is 2 · 5 + 3 · 1 = 13, got {got[0]:.4f}. Which number comes "
    f"first?"
)
assert np.isclose(got[1], 89, rtol=1e-9, atol=0), (
    f"The variance is 4 · 2 + 9 · 7 + 12 · 1.5 = 89, got {got[1]:.4f}. What happens to "
    f"the factors in a variance, and what is the middle term?"
)

# %% hidden="d27-review" points=1
# Hidden checks: columns of random numbers, whose mean and variance are taken afterward;
# factors of both signs, 0 and 1.
_rng = course_rng("d27-review")
for _n in (2, 3, 5, 40):
    for _a, _b in ((1.0, 1.0), (1.0, -1.0), (0.0, 2.0), (-0.5, 0.25), (3.0, 7.0)):
        _x, _y = _rng.normal(size=(2, _n)) * 3 + _rng.uniform(-5, 5)
        _y = _y + float(_rng.uniform(-1, 1)) * _x
        _sum = _a * _x + _b * _y
        _want = float(_sum.mean()), float(_sum.var(ddof=0))
        _cov = float(((_x - _x.mean()) * (_y - _y.mean())).mean())
        _got = review_27(_a, _b, (float(_x.mean()), float(_y.mean())), (float(_x.var(ddof=0)), float(_y.var(ddof=0))), _cov)
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-7), f"a = {_a:g}, b = {_b:g}, covariance {_cov:.4f}: expected {np.round(_want, 5).tolist()}, got {_got}"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: dearer coffee, fewer cups
#
# A café sells 200 cups a day at 3 euros. From now on the owner raises the price by 10 cents every week, and every week she sells 5 cups a day fewer. **Write down** three guesses: at the start, do her daily takings rise or fall? By how many euros a week? And in which week are they highest?
#
# The price has the slope 0.1, the cups have the slope −5. Takings are price times cups. In November 1675 Leibniz, one of the two inventors of the calculus, asked himself whether the slope of a product is the product of the slopes. Here that would be −0.5.

# %%
def price(t):
    return 3 + 0.1 * t


def cups(t):
    return 200 - 5 * t


# %% [markdown]
# Here are both over ten weeks. Takings are price times cups; hold your guesses against the two lines before you read on. Does a rise of a thirtieth outweigh a fall of a fortieth?

# %%
fig, axes = plt.subplots(1, 2, figsize=(8.4, 2.8))
weeks = np.arange(0, 11)
axes[0].plot(weeks, price(weeks), "o-", color=BLUE)
axes[1].plot(weeks, cups(weeks), "s--", color=VERMILLION)
axes[0].set(xlabel="week", ylabel="price (euros)", ylim=(0, 5))
axes[1].set(xlabel="week", ylabel="cups a day", ylim=(0, 220))
figure(fig, alt=(
    "Two lines over ten weeks: the price rises from 3 to 4 euros, the cups sold in a "
    "day fall from 200 to 150."
))

# %% [markdown]
# ### Idea 1 · A product grows by two strips
#
# Draw a product as an area: $f$ wide and $g$ high. In a step $h$ the width grows by $\Delta f = f(x + h) - f(x)$ and the height by $\Delta g$. **Before you look**: which of the three new pieces stops mattering as the step shrinks?

# %%
fig, axes = plt.subplots(1, 2, figsize=(8.4, 3.6), sharey=True)
for ax, h in zip(axes, (1.0, 0.25), strict=True):
    wide, high = 1.2 * h, 0.8 * h
    pieces = (0, 0, 4, 3, BLUE), (4, 0, wide, 3, GREEN)
    pieces += (0, 3, 4, high, VERMILLION), (4, 3, wide, high, INK)
    for x, y, w, tall, color in pieces:
        ax.add_patch(plt.Rectangle((x, y), w, tall, color=color, alpha=0.6))
    ax.text(0.2, 1.5, f"f·g = 12, Δf·g = {3 * wide:.1f}, f·Δg = {4 * high:.1f}")
    ax.set(xlim=(0, 5.4), ylim=(0, 4), aspect="equal", xlabel="f", ylabel="g")
    ax.set_title(f"h = {h:g}: the dark corner Δf·Δg is {wide * high:.2f}")
figure(fig, alt=(
    "A rectangle 4 by 3 that grows by a strip at its side and a strip on top. With a "
    "quarter of the step the strips shrink to a quarter, the corner to a sixteenth."
))

# %% [markdown]
# The corner: at a quarter of the step the strips are a quarter as large, the corner is a sixteenth. Write the growth down: it is $\Delta f \cdot g + f \cdot \Delta g + \Delta f \cdot \Delta g$. Divide by $h$. The first two parts become slopes in the limit. The last becomes the slope of $f$ times $\Delta g$, and $\Delta g$ goes to 0. What stays is the **product rule**,
#
# $$ (f g)' = f' g + f g'. $$
#
# In words: the slope of the first times the second, plus the first times the slope of the second. Leibniz had it before the month was out.

# %%
def takings(t):
    return price(t) * cups(t)


slope = 0.1 * cups(0) + price(0) * (-5)
print("by the rule:", slope, "  measured:", round(central_slope(takings, 0, 1e-5), 6))
print("relative slopes:", round(0.1 / 3, 4), round(-5 / 200, 4), round(slope / 600, 4))
assert np.isclose(central_slope(takings, 0, 1e-5), slope, rtol=1e-6, atol=0)

# %% author=true
assert slope == 5 and np.isclose(0.1 / 3 - 5 / 200, slope / 600, rtol=1e-12, atol=0) and round(slope / 600, 4) == 0.0083

# %% [markdown]
# Plus 5 euros a week: 200 cups bring 10 cents more each, which makes 20, and 5 cups are lost at 3 euros each, which makes 15. The last line divides each slope by its value. Such a **relative slope** says growth in shares, here 3.3 % and −2.5 % a week, and for a product they add up to 0.8 %. For, dividing the rule by $fg$,
#
# $$ \frac{(fg)'}{fg} = \frac{f'}{f} + \frac{g'}{g}. $$
#
# In words: relative slopes of factors add, as their logarithms do.

# %% [markdown]
# ### Exercise · The product rule, as a machine
#
# *2 points · about 6 minutes · needs derivatives (day 26)*
#
# A rule of calculus takes functions and gives a function. So does yours: hand it two functions with their derivatives, and it hands back the derivative of the product.
#
# **Before you code.** $f = x^2$ and $g = 3x + 1$, with the slopes $2x$ and 3. What is the slope of $fg$ at $x = 2$?
#
# <details><summary>Answer</summary>
#
# $4 \cdot 7 + 4 \cdot 3 = 40$. The product of the slopes would be 12.
#
# </details>
#
# **Your task.** Write `product_rule(f, df, g, dg)`, which returns a function of `x`. One line is enough, or three with a `def` inside.

# %% exercise="d27-product_rule"
def product_rule(f: Callable, df: Callable, g: Callable, dg: Callable) -> Callable:
    """The derivative of f · g, as a function.

    f, g     functions of a number or an array
    df, dg   their derivatives
    returns  a function of a number or an array: the slope of f · g there

    >>> slope = product_rule(lambda x: x**2, lambda x: 2 * x, abs, np.sign)
    >>> float(slope(2.0))
    12.0
    """
    ### BEGIN SOLUTION
    return lambda x: df(x) * g(x) + f(x) * dg(x)
    ### END SOLUTION


# %% visible="d27-product_rule" points=1
# x² and 3x + 1: at 2 the slope is 4 · 7 + 4 · 3 = 40, at −1 it is 4 + 3 = 7.
slope = product_rule(
    lambda x: x**2, lambda x: 2 * x, lambda x: 3 * x + 1, lambda x: 3 + 0 * x
)

assert slope is not None, "product_rule returned None. Is a return statement missing?"
assert callable(slope), (
    f"product_rule hands out a function, you returned {slope}. Where is the line that "
    f"returns the machine itself?"
)
got = [slope(2), slope(-1)]
assert None not in got, "Your new function returns None. It needs a return of its own."
assert np.shape(got) == (2,), (
    f"One slope for each place is expected, got shapes {[np.shape(g) for g in got]}."
)
assert np.allclose(got, [40, 7], rtol=1e-9, atol=0), (
    f"At 2 the slope is 4 · 7 + 4 · 3 = 40, at −1 it is 7; got "
    f"{np.round(got, 4).tolist()}. What does each of the two strips consist of?"
)

# %% hidden="d27-product_rule" points=1
# Hidden checks: products of polynomials, also where one of them is 0; arrays of
# places, several rules at a time, whole numbers; your places left as they were.
_rng = course_rng("d27-product_rule")
_kept, _slopes = [], []
for _ in range(6):
    _a, _b = _rng.uniform(-3, 3, size=(2, 3))
    _f, _g = (lambda x, c=_c: c[0] + c[1] * x + c[2] * x**2 for _c in (_a, _b))
    _df, _dg = (lambda x, c=_c: c[1] + 2 * c[2] * x for _c in (_a, _b))
    _kept.append(np.convolve(_a, _b))
    _slopes.append(product_rule(_f, _df, _g, _dg))
for _i, _c in enumerate(_kept):
    _xs = np.append(0.0, _rng.uniform(-4, 4, size=int(_rng.integers(1, 6))))
    _want, _given = sum(k * _c[k] * _xs ** (k - 1) for k in range(1, 5)), _xs.copy()
    _got = _slopes[_i](_given)
    assert np.shape(_got) == _want.shape, f"{len(_want)} places need as many slopes, got the shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-8, atol=1e-8), f"the product of two parabolas at {np.round(_xs, 3).tolist()}: expected the slopes {np.round(_want, 4).tolist()}, got {np.round(_got, 4).tolist()}"
    assert (_given == _xs).all(), "the caller's places were changed in place"
_zero = product_rule(lambda x: x, lambda x: 1.0, lambda x: x - 5, lambda x: 1.0)
assert np.allclose([float(_zero(0)), float(_zero(5))], [-5, 5], rtol=1e-9, atol=0), "x · (x − 5): where one factor is 0, the slope is the other one times a slope"
_far = product_rule(lambda x: x, lambda x: 1.0, lambda x: x**2, lambda x: 2 * x)
assert np.isclose(float(_far(1e8)), 3e16, rtol=1e-7, atol=0), f"x · x² has the slope 3 · 10¹⁶ at 10⁸, got {float(_far(1e8))}: is it measured with a step?"

# %% [markdown]
# ### Idea 2 · Powers, sums, polynomials
#
# The rest is harvest. With $x' = 1$ the product rule gives $(x \cdot x)' = 1 \cdot x + x \cdot 1 = 2x$, then $(x \cdot x^2)' = x^2 + x \cdot 2x = 3x^2$, then $(x \cdot x^3)' = x^3 + x \cdot 3x^2 = 4x^3$. Each factor $x$ adds one more $x^{n-1}$:
#
# $$ (x^n)' = n\,x^{n-1}. $$
#
# In words: the exponent comes down as a factor, and one $x$ is gone. It holds for $\sqrt x = x^{1/2}$ as well. Since $\sqrt x \cdot \sqrt x = x$, the rule says $2 \sqrt x \cdot (\sqrt x)' = 1$, so the slope is $1/(2\sqrt x) = \frac12 x^{-1/2}$. And yesterday's $-1/x^2$ is $-1 \cdot x^{-2}$.

# %% [markdown]
# Sums are easier: the rise of a sum is the sum of the rises, so $(f + g)' = f' + g'$. And a constant factor stays, $(cf)' = c f'$, while a constant alone never rises: its slope is 0. That is all one needs for any polynomial, term by term:
#
# $$ \left(5 + 2x + 4x^3\right)' = 0 + 2 + 12x^2. $$
#
# In words: each coefficient is multiplied by its exponent and moves one place down.

# %%
for x in (0.5, 2.0):
    poly = central_slope(lambda u: 5 + 2 * u + 4 * u**3, x, 1e-5)
    root = central_slope(lambda u: u**0.5, x, 1e-5)
    print(f"x = {x}:  {poly:.6f} = {2 + 12 * x**2}   {root:.6f} = {0.5 * x**-0.5:.6f}")
    assert np.isclose(poly, 2 + 12 * x**2, rtol=1e-7, atol=0)
    assert np.isclose(root, 0.5 * x**-0.5, rtol=1e-7, atol=0)

# %% [markdown]
# ### Exercise · A polynomial loses a degree
#
# *2 points · about 7 minutes · needs coefficient lists (day 6)*
#
# A polynomial is a list of coefficients, lowest power first. Its derivative is a polynomial, so it is a list, too.
#
# **Before you code.** What becomes of $[5, 2, 0, 4]$, and what of the constant $[7]$?
#
# <details><summary>Answer</summary>
#
# $[2, 0, 12]$: the 5 is gone, 2 is multiplied by 1, 0 by 2, 4 by 3. The constant has the derivative $[0]$: a polynomial has at least one coefficient.
#
# </details>
#
# **Your task.** Write `poly_derivative(coeffs)`. The derivative of a constant is `[0.0]`. Two lines are enough.

# %% exercise="d27-poly_derivative"
def poly_derivative(coeffs: list[float]) -> list[float]:
    """The coefficients of a polynomial's derivative.

    coeffs   (n,)  lowest power first, n ≥ 1
    returns  (n − 1,)  lowest power first; [0.0] for a constant

    >>> poly_derivative([5.0, 2.0, 0.0, 4.0])
    [2.0, 0.0, 12.0]
    """
    ### BEGIN SOLUTION
    slopes = [k * coeffs[k] for k in range(1, len(coeffs))]
    return slopes if slopes else [0.0]
    ### END SOLUTION


# %% visible="d27-poly_derivative" points=1
# 5 + 2x + 4x³ has the slope 2 + 12x²; a constant has the slope 0.
got = poly_derivative([5.0, 2.0, 0.0, 4.0])
got_constant = poly_derivative([7.0])

assert got is not None and got_constant is not None, (
    "poly_derivative returned None. Is a return statement missing on some way through?"
)
assert np.shape(got) == (3,), (
    f"Four coefficients become three: expected shape (3,), got {np.shape(got)}. What "
    f"happens to the constant?"
)
assert np.allclose(got, [2, 0, 12], rtol=1e-9, atol=1e-12), (
    f"5 + 2x + 4x³ has the derivative 2 + 0x + 12x²: expected [2, 0, 12], got "
    f"{np.round(got, 4).tolist()}. With which power does each coefficient go?"
)
assert np.shape(got_constant) == (1,) and got_constant[0] == 0, (
    f"The constant 7 has the derivative 0, as a list [0.0]; got {got_constant}."
)

# %% hidden="d27-poly_derivative" points=1
# Hidden checks: 1 to 12 coefficients, zeros among them, whole numbers; your list left
# as it was.
_rng = course_rng("d27-poly_derivative")
for _n in (1, 2, 3, 4, 7, 12):
    for _kind in ("floats", "whole", "zeros"):
        _c = [float(_v) for _v in np.round(_rng.uniform(-9, 9, size=_n), 3)]
        _c = [int(_v) for _v in _c] if _kind == "whole" else [0.0] * _n if _kind == "zeros" else _c
        _want = np.polynomial.polynomial.polyder(_c) if _n > 1 else np.zeros(1)
        _given = list(_c)
        _got = poly_derivative(_given)
        assert len(_given) == _n, "the caller's coefficients were changed"
        assert np.shape(_got) == _want.shape, f"{_n} coefficients {_c}: expected shape {_want.shape}, got {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"{_c}: expected {_want.tolist()}, got {list(_got)}"
        assert all(_v == _w for _v, _w in zip(_given, _c, strict=True)), "the caller's coefficients were changed"
assert np.allclose(poly_derivative([0, 0, 10000, -10000]), [0, 20000, -30000], rtol=1e-9, atol=0), "large whole numbers: 10000x² − 10000x³"
assert np.allclose(poly_derivative([3, 2, -1]), [2, -2], rtol=1e-9, atol=0), "3 + 2x − x² has the slope 2 − 2x, though 2 and −2 add up to 0"

# %% [markdown]
# ### Idea 3 · Three functions with a law of their own
#
# Not everything is a power. Three chords, three limits; the first was measured on day 23.
#
# - $e^{x+h} - e^x = e^x (e^h - 1)$, and $(e^h - 1)/h$ goes to 1. So $(e^x)' = e^x$. For $2^x$ the last factor is $(2^h - 1)/h$ with $2^h = e^{h \log 2}$, and it goes to $\log 2$. So $(2^x)' = 2^x \log 2$.
# - $\log(x + h) - \log x = \log(1 + h/x)$. For a small $u$, $\log(1 + u)$ is nearly $u$, so the rise is nearly $h/x$: $(\log x)' = 1/x$.
# - $\sin(x + h) = \sin x \cos h + \cos x \sin h$ (day 13). Here $(\cos h - 1)/h$ goes to 0 and $\sin(h)/h$ to 1. So $(\sin x)' = \cos x$.

# %%
print("      h   (2^h−1)/h   log(1+h)/h   (cos h−1)/h")
for h in (0.1, 1e-3, 1e-5):
    print(f"{h:7.0e}{(2**h - 1) / h:11.6f}{np.log(1 + h) / h:13.6f}", end="")
    print(f"{(np.cos(h) - 1) / h:14.6f}")
print("log 2 =", round(np.log(2), 6))

# %% author=true
assert abs((2**1e-5 - 1) / 1e-5 - np.log(2)) < 1e-5 and abs((np.cos(1e-3) - 1) / 1e-3) < 1e-3

# %% [markdown]
# Next a picture of three functions, and below them their derivatives. **Before you look**: over a zero of the lower curve, what does the upper one do? And which of the lower curves never cross 0? `draw_pair` draws one column.

# %%
xs = np.linspace(0.15, 7, 300)


def draw_pair(top, low, title, heights, slopes):
    top.plot(xs, heights, color=BLUE)
    top.set(title=title, ylabel="function")
    low.plot(xs, slopes, "--", color=VERMILLION)
    low.axhline(0, color=GRAY, linewidth=1)
    low.set(xlabel="x", ylabel="derivative")


# %% [markdown]
# The gray lines in the first column stand at $\pi/2$ and $3\pi/2$, where the cosine is 0. Look straight up from there, and then compare the heights of the two curves in the last column.

# %%
fig, axes = plt.subplots(2, 3, figsize=(9.6, 4.6), sharex=True)
draw_pair(*axes[:, 0], "sin x", np.sin(xs), np.cos(xs))
draw_pair(*axes[:, 1], "log x", np.log(xs), 1 / xs)
draw_pair(*axes[:, 2], "2ˣ", 2**xs, 2**xs * np.log(2))
for ax in axes[:, 0]:
    ax.axvline(np.pi / 2, color=GRAY, linewidth=1)
    ax.axvline(3 * np.pi / 2, color=GRAY, linewidth=1)
for ax in axes[:, 2]:
    ax.set_ylim(0, 130)
figure(fig, alt=(
    "Sine over cosine: the cosine is 0 under the sine's top and its valley. The slope "
    "of the logarithm falls and stays above 0; that of 2ˣ is 2ˣ again, 0.69 as high."
))

# %% [markdown]
# Where the cosine crosses 0, the sine has a top or a valley. The slopes of $\log x$ and $2^x$ never reach 0: both functions climb forever, the first ever more slowly, the second ever faster. And $2^x$ is everywhere taller than its slope, by the factor $\log 2 = 0.69$.

# %% [markdown]
# ### Idea 4 · One over, and the sigmoid
#
# What is the slope of $1/g$? The product $g \cdot \frac1g$ is 1 everywhere, so its slope is 0, and the product rule says $g' \cdot \frac1g + g \cdot \left(\frac1g\right)' = 0$. Solve for the last one, then multiply $f$ by $\frac1g$:
#
# $$ \left(\frac1g\right)' = -\frac{g'}{g^2}, \qquad \left(\frac fg\right)' = \frac{f' g - f g'}{g^2}. $$
#
# In words: a larger denominator makes a smaller quotient, hence the minus; and the square is there because $g$ divides twice. The second is the **quotient rule**. A test with $e^x$ over $x$, where $f' = f = e^x$, $g = x$ and $g' = 1$:

# %%
measured = central_slope(lambda x: np.exp(x) / x, 2.0, 1e-5)
rule = (np.exp(2) * 2 - np.exp(2) * 1) / 2**2
print(f"measured {measured:.8f}, by the rule {rule:.8f}")
assert np.isclose(measured, rule, rtol=1e-8, atol=0)

# %% [markdown]
# Now the sigmoid of day 7, $\sigma(x) = 1/(1 + e^{-x})$. First, $e^{-x} = 1/e^x$ has the slope $-e^x/(e^x)^2 = -e^{-x}$. So $g = 1 + e^{-x}$ has $g' = -e^{-x}$, and
#
# $$ \sigma'(x) = \frac{e^{-x}}{(1 + e^{-x})^2} = \sigma(x)\,(1 - \sigma(x)). $$
#
# In words: the slope is the height times what is missing to 1. The last step uses $e^{-x}/(1 + e^{-x}) = 1 - \sigma(x)$. A product of two shares that sum to 1 is largest when both are $\frac12$: the slope is at most $\frac14$. How steep is it at 3, and where does it end?

# %%
def draw(at):
    xs = np.linspace(-8, 8, 300)
    fig, (top, low) = plt.subplots(2, 1, figsize=(6.0, 4.4), sharex=True)
    p, slopes = sigmoid(at), sigmoid(xs) * (1 - sigmoid(xs))
    top.plot(xs, sigmoid(xs), color=BLUE)
    top.plot(xs, p + p * (1 - p) * (xs - at), ":", color=GRAY)
    top.plot(at, p, "o", color=INK)
    top.set(ylabel="σ(x)", ylim=(-0.2, 1.2), title=f"x = {at:g}")
    low.plot(xs, slopes, "--", color=VERMILLION)
    low.plot(at, p * (1 - p), "o", color=INK)
    low.set(xlabel="x", ylabel="σ′(x)", ylim=(0, 0.3), title=f"{p * (1 - p):.4f}")
    return fig


# %% [markdown]
# First the picture at $x = 3$, with the tangent as a dotted line. Then drag the point, and read the slope above the lower curve; where does the tangent lie flat?

# %%
figure(draw(3), alt=(
    "The sigmoid over its slope, a hump of height 1/4 at 0. At x = 3 the slope is "
    "0.0452; beyond 6 it is almost 0."
))
slider(draw, alt="The sigmoid with a tangent, over its slope.", at=(-8, 8, 0.5, 0))
p = sigmoid(3)
assert np.isclose(central_slope(sigmoid, 3, 1e-5), p * (1 - p), rtol=1e-8, atol=0)

# %% [markdown]
# ### The referee
#
# Rules applied by hand go wrong by a sign or a factor. `sp.diff` knows the same rules. `sympy_check` lets it find the derivative of a formula, given as text, and returns the largest distance of your function from it. `sp.sympify` reads the text, `sp.lambdify` makes a numpy function of a formula.

# %%
def sympy_check(expr: str, my_fn: Callable, xs: np.ndarray) -> float:
    """The largest distance of my_fn from the true derivative of expr at xs (n,)."""
    x = sp.symbols("x")
    true = sp.lambdify(x, sp.diff(sp.sympify(expr), x), "numpy")
    return float(np.abs(my_fn(xs) - true(xs)).max())


xs = np.linspace(-3, 3, 50)
logistic = lambda x: sigmoid(x) * (1 - sigmoid(x))
print(sympy_check("1/(1 + exp(-x))", logistic, xs))
print(sympy_check("x**2 * sin(x)", lambda x: 2 * x * np.cos(x), xs))
assert sympy_check("1/(1 + exp(-x))", logistic, xs) < 1e-12

# %% author=true
assert sympy_check("x**2 * sin(x)", lambda x: 2 * x * np.cos(x), xs) > 1
assert sympy_check("x**2 * sin(x)", lambda x: 2 * x * np.sin(x) + x**2 * np.cos(x), xs) < 1e-12

# %% [markdown]
# The sigmoid's slope passes, to rounding. The second claim, Leibniz' first idea, misses by far. A referee is no crutch: it says *that* something is wrong, and you find out where.
#
# ### The answer to the puzzle
#
# At the start the takings **rise**, by 5 euros a week. In week $t$ their slope is $0.1\,(200 - 5t) + (3 + 0.1t)(-5) = 5 - t$. So they are highest in week 5: 612.50 euros instead of 600, and from then on every rise in price costs more than it brings. The product of the slopes, −0.5 in every week, would have told her never to begin.

# %% author=true
assert takings(5) == 612.5 and takings(0) == 600 and all(np.isclose(central_slope(takings, t, 1e-4), 5 - t, atol=1e-6) for t in range(9))

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · The slope of a sigmoid, anywhere
#
# *2 points · about 7 minutes · needs the sigmoid (day 7)*
#
# Day 28 sends slopes through sigmoids, with inputs from −800 to 800. Written with $e^{-x}$ the formula breaks there: $e^{800}$ is infinite. The toolbox's `sigmoid` does not.
#
# **Before you code.** At which $x$ is $\sigma(x) = 0.9$, nearly, and what is the slope there? What is it at −800?
#
# <details><summary>Answer</summary>
#
# At $\log 9 \approx 2.2$ (odds of 9 to 1); $0.9 \cdot 0.1 = 0.09$. At −800 it is 0 as far as floats can tell.
#
# </details>
#
# **Your task.** Write `dsigmoid(x)` for a number or an array of any shape. Two lines are enough.

# %% exercise="d27-dsigmoid"
def dsigmoid(x: float | np.ndarray) -> float | np.ndarray:
    """The derivative of the sigmoid at x, without an overflow or a warning of one.

    x        number or array of any shape, from −800 to 800 and beyond
    returns  as x, between 0 and 1/4

    >>> float(dsigmoid(0.0))
    0.25
    """
    ### BEGIN SOLUTION
    p = sigmoid(x)
    return p * (1 - p)
    ### END SOLUTION


# %% visible="d27-dsigmoid" points=1
# At 0: 1/2 · 1/2. At log 3 the sigmoid is 3/4, so the slope is 3/16; at −log 3 as well.
got = dsigmoid(np.array([0.0, np.log(3), -np.log(3)]))

assert got is not None, "dsigmoid returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    f"One slope for each place: expected shape (3,), got {np.shape(got)}."
)
assert np.isclose(got[0], 0.25, rtol=1e-9, atol=0), (
    f"At 0 the sigmoid is 1/2 high, and the slope is 1/2 · 1/2 = 0.25; got "
    f"{float(got[0]):.4f}. What is multiplied by what?"
)
assert np.allclose(got[1:], 3 / 16, rtol=1e-9, atol=0), (
    f"At log 3 and −log 3 the sigmoid is 3/4 and 1/4 high: the slopes are 3/16 = "
    f"0.1875; got {np.round(got[1:], 4).tolist()}. How much is missing to 1?"
)

# %% hidden="d27-dsigmoid" points=1
# Hidden checks: numbers and arrays of several shapes, −1e4 to 1e4, whole numbers,
# float32; no warnings; your input left as it was.
import warnings as _warnings

_rng = course_rng("d27-dsigmoid")
for _shape in ((1,), (5,), (2, 3), (2, 1, 4)):
    for _scale in (0.01, 1.0, 5.0, 30.0, 800.0, 1e4):
        _x = _rng.uniform(-_scale, _scale, size=_shape)
        _small = np.exp(-abs(_x))
        _want, _given = _small / (1 + _small) ** 2, _x.copy()
        with _warnings.catch_warnings(record=True) as _heard:
            _warnings.simplefilter("always")
            _got = dsigmoid(_given)
        assert np.shape(_got) == _shape, f"expected the shape {_shape}, got {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"wrong slope somewhere in {_x.ravel()[:4]}: expected {_want.ravel()[:4]}, got {np.ravel(_got)[:4]}"
        assert not _heard, f"numpy warned ({_heard[0].message}) for numbers between {_x.min():.4g} and {_x.max():.4g}"
        assert (_given == _x).all(), "the caller's numbers were changed in place"
for _x in (np.array([-800, -1, 0, 2, 800]), np.array([-90.0, 0.5, 90.0], dtype=np.float32)):
    _small = np.exp(-abs(_x.astype(float)))
    _want = _small / (1 + _small) ** 2
    assert np.allclose(dsigmoid(_x), _want, rtol=1e-5, atol=1e-6), f"wrong for {_x.tolist()}, numbers of the type {_x.dtype}"
assert np.isclose(dsigmoid(1.5), 0.14914645, rtol=1e-6, atol=0), "one number: the slope at 1.5 is 0.149146"

# %% [markdown]
# ### In a real model: the neuron that cannot hear
#
# A neuron answers $\sigma(z)$ and should answer 1. Its loss is $(1 - \sigma(z))^2$, and by the product rule the slope of that is $-2\,(1 - \sigma)\,\sigma'$. Two neurons go down it for 1 000 steps: one starts at $z = -1$, one at $z = -10$, where it is wrong and very sure. **Predict** how far each gets.

# %%
for start in (-1.0, -10.0):
    z = start
    for _ in range(1000):
        p = sigmoid(z)
        z = z + 0.5 * 2 * (1 - p) * p * (1 - p)
    print(f"from {start:5.1f} to {z:7.3f}: the answer is {sigmoid(z):.5f}")

# %% author=true
def _learn(z):
    for _ in range(1000):
        z = z + 0.5 * 2 * (1 - sigmoid(z)) ** 2 * sigmoid(z)
    return z


assert 0.97 < sigmoid(_learn(-1.0)) < 0.98 and -9.96 < _learn(-10.0) < -9.95
assert np.isclose(central_slope(lambda z: (1 - sigmoid(z)) ** 2, -1.0, 1e-5), -2 * (1 - sigmoid(-1.0)) ** 2 * sigmoid(-1.0), atol=1e-9)

# %% [markdown]
# The first learns; the second has moved by less than 0.05. Its error could not be larger, but the slope carries the factor $\sigma'(-10) = 0.000045$: almost no slope, almost no learning. Such a neuron is called **saturated**.
#
# Two ways out are in every model of today. The logistic loss of day 24, $\log(1 + e^{-z})$, has the slope $\sigma(z) - 1$: it keeps −1 where the neuron is most wrong. And inside a network stands something else than a sigmoid. The tanh is taller, its slope reaches 1; by the quotient rule it is $1 - \tanh^2 x$. The ReLU has the slope 1 on its whole right half.

# %%
def dtanh(x: float | np.ndarray) -> float | np.ndarray:
    """The derivative of tanh at x; a number or an array of any shape."""
    return 1 - np.tanh(1.0 * x) ** 2


print("sympy and dtanh differ by", sympy_check("tanh(x)", dtanh, xs))
for x in (0.0, 2.0, 5.0):
    p = sigmoid(x)
    print(f"x = {x:g}: sigmoid {p * (1 - p):.5f}, tanh {dtanh(x):.5f}")
assert abs(central_slope(lambda z: np.log(1 + np.exp(-z)), -10.0, 1e-5) + 1) < 1e-4

# %% author=true
assert sympy_check("tanh(x)", dtanh, xs) < 1e-12 and round(dtanh(5.0), 5) == 0.00018 and round(dtanh(2.0), 3) == 0.071

# %% [markdown]
# Both slopes are humps, and both end: at 5 the tanh passes on less than the sigmoid does. What a wide range of slopes near 1 is worth, day 44 measures. Tomorrow the factor $\sigma'$ meets others of its kind: along a chain, slopes multiply.

# %% [markdown]
# ### The logarithm knows percent
#
# The logarithm turns relative slopes into slopes. The rise of $\log f$ is $\log(f(x + h)/f(x)) = \log(1 + \Delta f/f)$, for a small $\Delta f$ nearly $\Delta f / f$. So
#
# $$ (\log f)' = \frac{f'}{f}. $$
#
# In words: the slope of the logarithm of a function is its relative slope. On a log axis, steepness is growth in percent. One harvest is the **softplus**, $\log(1 + e^x)$, a smooth ReLU. What is its slope?

# %%
def dsoftplus(x: float | np.ndarray) -> float | np.ndarray:
    """The derivative of log(1 + e^x) at x; a number or an array of any shape."""
    return sigmoid(x)


assert sympy_check("log(1 + exp(x))", dsoftplus, xs) < 1e-12
growth = central_slope(lambda t: np.log(takings(t)), 0, 1e-5)
print("relative slope of the takings:", round(growth, 6), "=", round(5 / 600, 6))
assert np.isclose(growth, 5 / 600, rtol=1e-6, atol=0)

# %% [markdown]
# With $f = 1 + e^x$ and $f' = e^x$ the slope of the softplus is $e^x/(1 + e^x)$, the sigmoid. The ReLU's slope is a step from 0 to 1; the softplus has a smooth one. And the takings of week 0 grow by 0.83 % a week, measured on their logarithm.

# %% [markdown]
# ### Exercise · The quotient rule, as a machine
#
# *2 points · about 6 minutes · needs derivatives (day 26)*
#
# Accuracy, odds, cost per customer: whatever is a rate is a quotient, and both parts move.
#
# **Before you code.** $f = x^2$ and $g = x + 1$. What is the slope of $f/g$ at $x = 1$?
#
# <details><summary>Answer</summary>
#
# $(2 \cdot 2 - 1 \cdot 1)/2^2 = 3/4$.
#
# </details>
#
# **Your task.** Write `quotient_rule(f, df, g, dg)`, which returns a function of `x`. One line is enough.

# %% exercise="d27-quotient_rule"
def quotient_rule(f: Callable, df: Callable, g: Callable, dg: Callable) -> Callable:
    """The derivative of f / g, as a function.

    f, g     functions of a number or an array; g is not 0 where one asks
    df, dg   their derivatives
    returns  a function of a number or an array: the slope of f / g there

    >>> slope = quotient_rule(np.exp, np.exp, lambda x: x, lambda x: 1.0)
    >>> float(slope(1.0))
    0.0
    """
    ### BEGIN SOLUTION
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2
    ### END SOLUTION


# %% visible="d27-quotient_rule" points=1
# x² over x + 1: at 1 the slope is (2 · 2 − 1)/4 = 3/4, at 3 it is (6 · 4 − 9)/16.
slope = quotient_rule(
    lambda x: x**2, lambda x: 2 * x, lambda x: x + 1, lambda x: 1 + 0 * x
)

assert slope is not None, "quotient_rule returned None. Is a return statement missing?"
assert callable(slope), (
    f"quotient_rule hands out a function, you returned {slope}. Where is the line that "
    f"returns the machine itself?"
)
got = [slope(1), slope(3)]
assert None not in got, "Your new function returns None. It needs a return of its own."
assert np.shape(got) == (2,), (
    f"One slope for each place is expected, got shapes {[np.shape(g) for g in got]}."
)
assert np.allclose(got, [3 / 4, 15 / 16], rtol=1e-9, atol=0), (
    f"At 1 the slope is 3/4, at 3 it is 15/16 = 0.9375; got "
    f"{np.round(got, 4).tolist()}. Which term has the minus, and what is below the bar?"
)

# %% hidden="d27-quotient_rule" points=1
# Hidden checks: quotients of parabolas, denominators of both signs, arrays of places,
# several rules at a time, whole numbers; your places left as they were.
_rng = course_rng("d27-quotient_rule")
_kept, _slopes = [], []
for _sign in (1, -1, 1, -1, 1, -1):
    _a, _b = _rng.uniform(-3, 3, size=(2, 3))
    _b = _sign * np.array([_b[1] ** 2 / 4 + abs(_b[0]) + 0.5, _b[1], 1.0])  # no zeros
    _f, _g = (lambda x, c=_c: c[0] + c[1] * x + c[2] * x**2 for _c in (_a, _b))
    _df, _dg = (lambda x, c=_c: c[1] + 2 * c[2] * x for _c in (_a, _b))
    _kept.append((_f, _g))
    _slopes.append(quotient_rule(_f, _df, _g, _dg))
for _i, (_f, _g) in enumerate(_kept):
    _xs = np.append(0.0, _rng.uniform(-4, 4, size=int(_rng.integers(1, 6))))
    _z = _xs + 1e-30j  # a tiny imaginary step gives the slope to the last digits
    _want, _given = (_f(_z) / _g(_z)).imag / 1e-30, _xs.copy()
    _got = _slopes[_i](_given)
    assert np.shape(_got) == _want.shape, f"{len(_want)} places need as many slopes, got the shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-8, atol=1e-8), f"a quotient of two parabolas at {np.round(_xs, 3).tolist()}: expected the slopes {np.round(_want, 4).tolist()}, got {np.round(_got, 4).tolist()}"
    assert (_given == _xs).all(), "the caller's places were changed in place"
assert float(quotient_rule(lambda x: 0, lambda x: 0, lambda x: x, lambda x: 1)(2)) == 0, "0/x is 0 everywhere, and so is its slope"
assert np.isclose(float(quotient_rule(lambda x: 1, lambda x: 0, lambda x: x, lambda x: 1)(-4)), -1 / 16, rtol=1e-9, atol=0), "1/x at −4 has the slope −1/16"
_far = quotient_rule(lambda x: x**2, lambda x: 2 * x, lambda x: x + 1, lambda x: 1.0)
assert np.isclose(float(_far(1e8)), 1, rtol=1e-7, atol=0), f"x² over x + 1 has the slope 1 at 10⁸, got {float(_far(1e8))}: is it measured with a step?"

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: why has the product rule two terms, and where does the third piece of the picture go? Then compare.
#
# <details><summary>Answer</summary>
#
# When both factors grow, the area gains a strip for each: the growth of the one along the whole length of the other. The corner is growth times growth, so it shrinks with the square of the step, and divided by the step it still goes to 0. In the product of slopes, only that vanishing corner would count.
#
# </details>

# %% [markdown]
# ### Break it: a check at one place
#
# Somebody claims that $x^2 \sin x$ has the slope $2x \sin x - x^2 \cos x$, with a minus, and checks it at $\pi/2$. **Predict** what the cell prints. Then change the place to `1.0` and run it again.

# %%
place = np.pi / 2
claimed = 2 * place * np.sin(place) - place**2 * np.cos(place)
measured = central_slope(lambda x: x**2 * np.sin(x), place, 1e-5)
print(f"claimed {claimed:.6f}, measured {measured:.6f}")

# %% author=true
assert abs(claimed - measured) < 1e-8
# edit: "place = np.pi / 2" -> "place = 1.0"
# then: abs(claimed - measured) > 1

# %% [markdown]
# <details><summary>Answer</summary>
#
# At $\pi/2$ both are 3.141593: the cosine is 0 there, and a wrong sign in front of 0 cannot be seen. At 1 they are 1.14 and 2.22. One place proves little; `sympy_check` takes fifty.
#
# </details>

# %% [markdown]
# ### Exercise · Eight derivatives from memory
#
# *3 points · about 16 minutes · needs the hyperbolic tangent (day 7)*
#
# Close the upper part of the notebook. These eight come back all year; what you can derive in a minute you need not look up. Names and functions: `x**3`, `1/x`, `sqrt`, `exp`, `2**x`, `log`, `sin`, `tanh`.
#
# **Before you code.** Five of the eight derivatives come out of the function's own value by plus, minus, times and divide, without using $x$ again. Which?
#
# <details><summary>Answer</summary>
#
# $e^x$ (itself), $2^x$ (times $\log 2$), $\tanh x$ (1 less its square), $\sqrt x$ (half of one over it) and $1/x$ (its square, with a minus).
#
# </details>
#
# **Your task.** Write `derivative_table(x)`: a dict from these eight names to the derivatives at all places of `x`. One line for each.

# %% exercise="d27-derivative_table"
def derivative_table(x: np.ndarray) -> dict[str, np.ndarray]:
    """Eight derivatives at many places.

    x        (n,)  places above 0: floats up to 300, or whole numbers up to 60
    returns  a dict of arrays (n,) under x**3, 1/x, sqrt, exp, 2**x, log, sin, tanh

    >>> table = derivative_table(np.array([1.0, 2.0]))
    >>> table["log"].tolist()
    [1.0, 0.5]
    """
    ### BEGIN SOLUTION
    return {
        "x**3": 3 * x**2,
        "1/x": -1 / x**2,
        "sqrt": 0.5 / np.sqrt(x),
        "exp": np.exp(x),
        "2**x": 2**x * np.log(2),
        "log": 1 / x,
        "sin": np.cos(x),
        "tanh": 1 - np.tanh(x) ** 2,
    }
    ### END SOLUTION


# %% visible="d27-derivative_table" points=1
# At 1 and 4, by hand where one can.
got = derivative_table(np.array([1.0, 4.0]))
want = {"x**3": [3, 48], "1/x": [-1, -1 / 16], "sqrt": [1 / 2, 1 / 4]}
want |= {"exp": [np.e, np.e**4], "2**x": [2 * np.log(2), 16 * np.log(2)]}
want |= {"log": [1, 1 / 4], "sin": [np.cos(1), np.cos(4)]}
want |= {"tanh": [0.4199743416, 0.0013409507]}
advice = {
    "x**3": "Which power is left, and what comes down in front?",
    "1/x": "The quotient falls as x grows. Which power is left?",
    "sqrt": "The root is the power 1/2.",
    "exp": "Which function is its own slope?",
    "2**x": "Here the exponent moves. What does (2^h − 1)/h go to?",
    "log": "A logarithm climbs ever more slowly.",
    "sin": "What is its slope at 0, where it climbs most?",
    "tanh": "At 0 the slope is 1, far away it is 0.",
}
assert got is not None, (
    "derivative_table returned None. Did you forget the return statement?"
)
assert hasattr(got, "keys"), f"The derivatives travel in a dict; you returned {got}."
missing = [name for name in want if name not in got]
assert not missing, f"Missing: {missing}. Are the names spelled as on the card?"
for name in want:
    assert np.shape(got[name]) == (2,), (
        f"{name}: one slope for each place, got the shape {np.shape(got[name])}."
    )
    assert np.allclose(got[name], want[name], rtol=1e-7, atol=0), (
        f"{name}: expected {np.round(want[name], 6).tolist()}, got "
        f"{np.round(got[name], 6).tolist()}. {advice[name]}"
    )

# %% hidden="d27-derivative_table" points=2
# Hidden checks: 1 to 40 places from 0.001 to 300, whole numbers from 1 to 20; your
# places left as they were.
_functions = {"x**3": lambda z: z**3, "1/x": lambda z: 1 / z, "sqrt": np.sqrt, "exp": np.exp}
_functions |= {"2**x": lambda z: 2**z, "log": np.log, "sin": np.sin, "tanh": np.tanh}
_rng = course_rng("d27-derivative_table")
for _n in (1, 2, 3, 8, 40):
    for _top in (0.1, 3.0, 20.0, 300.0):
        _x = _rng.uniform(0.001, _top, size=_n)
        _x = np.ceil(_x).astype(int) if _n == 8 and _top <= 20 else _x
        _z = _x + 1e-30j  # a tiny imaginary step gives the slope to the last digits
        _want, _given = {_k: _f(_z).imag / 1e-30 for _k, _f in _functions.items()}, _x.copy()
        _got = derivative_table(_given)
        for _k in _functions:
            assert np.shape(_got[_k]) == (_n,), f"{_k}: {_n} places need {_n} slopes, got the shape {np.shape(_got[_k])}"
            assert np.allclose(_got[_k], _want[_k], rtol=1e-7, atol=1e-9), f"{_k} at {_x[:4]}: expected {_want[_k][:4]}, got {_got[_k][:4]}"
        assert (_given == _x).all(), "the caller's places were changed in place"

# %% [markdown]
# ### The day in five lines
#
# 1. A product grows by two strips: $(fg)' = f'g + fg'$. Relative slopes add.
# 2. From it follow powers, $n\,x^{n-1}$, and quotients, $(f'g - fg')/g^2$.
# 3. $e^x$ is its own slope; that of $\log x$ is $1/x$, that of $\sin x$ is $\cos x$.
# 4. The sigmoid's slope is $\sigma(1 - \sigma)$, at most 1/4, and far out nearly 0.
# 5. A neuron without slope does not learn, however wrong it is.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $(fg)'$, $(f/g)'$ | the derivative of what stands in the brackets | `product_rule(f, df, g, dg)`, … |
#
# Which rule would you rather derive again than remember? With the picture of the two strips and $g \cdot \frac1g = 1$, you need to remember none of the four: product, power, one over, quotient.

# %% [markdown]
# ### To watch
#
# 3Blue1Brown draws the powers and the sine as growing areas and turning circles in [Derivative formulas through geometry](https://www.3blue1brown.com/lessons/derivatives-power-rule) (18 minutes). Khan Academy has exercises for each rule in its course on [derivatives](https://www.khanacademy.org/math/calculus-1/cs1-derivatives-definition-and-basic-rules). Tomorrow the one rule that is still missing, for a function inside a function.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Two slopes of the day were given without a proof. The tanh first. With $s = e^x - e^{-x}$ and $c = e^x + e^{-x}$ it is $s/c$ (day 7). The rules give $s' = c$ and $c' = s$, so the quotient rule makes $(c \cdot c - s \cdot s)/c^2 = 1 - \tanh^2 x$.
#
# Then the claim that $(\cos h - 1)/h$ goes to 0. Multiply above and below by $\cos h + 1$. Pythagoras turns the top into $\cos^2 h - 1 = -\sin^2 h$, so the quotient is $-\frac{\sin h}{h} \cdot \frac{\sin h}{\cos h + 1}$: the first factor goes to 1, the second to $0/2$.
