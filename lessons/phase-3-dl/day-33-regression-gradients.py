# %% author=true
from log2attn import course_rng

# %% [markdown]
# # All slopes for the price of two: gradients of regression
#
# **Question of the day.** Day 24 measured slopes and paid two costs for each weight. What does the same fit cost with a formula, and where does the model change its mind?
#
# *After today you can* write the gradients of least squares and of logistic regression in one line each; say why both have a single valley;
# train a classifier with a penalty on its weights; draw the line where it changes its mind.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 26.

# %% [markdown]
# **Yesterday (day 32).** At a level place the Hessian has the rows $(1, 3)$ and $(3, 1)$. Summit, hollow or saddle? And how far down does gradient descent come, in one best step, on a bowl with the curvatures 1 and 3?
#
# <details><summary>Answer</summary>
#
# Eigenvalues 4 and −2: a saddle, though the diagonal is positive. On the bowl $\kappa = 3$, so $(3 - 1)/(3 + 1)$: half of the distance is left.
#
# </details>

# %% [markdown]
# **A week ago (day 26).** A forward slope errs by about $h$ because the curve bends, and by about $\varepsilon/h$ because numbers are rounded. Let $\varepsilon$ be $10^{-16}$. With which step do the two meet, and how large are they there?
#
# <details><summary>Answer</summary>
#
# $h = \varepsilon/h$, so $h^2 = 10^{-16}$ and $h = 10^{-8}$, and so large is each of the two. A smaller step makes the second one larger.
#
# </details>
#
# **Before that (day 12).** $\mathbf{X}$ has the rows $(1, 2)$ and $(1, -1)$, $\mathbf{w} = (3, 2)$. What are $\mathbf{X}\mathbf{w}$ and $\mathbf{X}^{\mathsf T}\mathbf{r}$ for $\mathbf{r} = (1, 2)$?
#
# <details><summary>Answer</summary>
#
# $(7, 1)$: each row times $\mathbf{w}$. And $(3, 0)$: each *column* times $\mathbf{r}$. You need both today.
#
# </details>

# %% author=true
assert abs(1e-16 / 1e-8 - 1e-8) < 1e-20 and (1 * 1 + 1 * 2, 2 * 1 - 1 * 2) == (3, 0)

# %% [markdown]
# The tools of the day. From your toolbox come the sigmoid of day 7, and from day 24 the logistic loss and its fit with measured slopes, the one to beat.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, INK, VERMILLION
from log2attn.toolbox import (
    fit_logistic_fd, logistic_loss, lstsq_normal, numerical_gradient, sigmoid,
)

# %% [markdown]
# ### Exercise · An order from two measurements
#
# *1 point · about 3 minutes · needs error orders (day 26)*
#
# Two steps $h_1$, $h_2$ and their errors $e_1$, $e_2$ are enough for a quick look at an order. On log-log axes it is the slope of the line through the two points:
#
# $$ \frac{\log(e_1 / e_2)}{\log(h_1 / h_2)}. $$
#
# In words: by how many powers of ten the error falls, over by how many the step does.
#
# **Before you code.** $h$ = 0.2 and 0.1, errors 0.08 and 0.02: what comes out? What if the error stays the same?
#
# <details><summary>Answer</summary>
#
# $\log 4 / \log 2 = 2$. The same error: 0.
#
# </details>
#
# **Your task.** Write `review_33(h1, e1, h2, e2)`. One line.

# %% exercise="d33-review"
def review_33(h1: float, e1: float, h2: float, e2: float) -> float:
    """The order of an error from two measurements.

    h1, e1   a step and the error there, both above 0
    h2, e2   another step and the error there
    returns  the slope on log-log axes

    >>> round(float(review_33(0.2, 0.08, 0.1, 0.02)), 6)
    2.0
    """
    ### BEGIN SOLUTION
    return np.log(e1 / e2) / np.log(h1 / h2)
    ### END SOLUTION


# %% visible="d33-review" points=0
# A tenth of the step, a thousandth of the error: order 3. The same, named the other
# way.
got = review_33(1.0, 5.0, 0.1, 0.005)
got_turned = review_33(0.1, 0.005, 1.0, 5.0)
got_half = review_33(4.0, 6.0, 1.0, 3.0)

assert got is not None, "review_33 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One order is expected, got the shape {np.shape(got)}."
assert np.isclose(got, 3, rtol=1e-9, atol=0), (
    f"A tenth of the step leaves a thousandth of the error: order 3, got "
    f"{float(got):.4f}. What do you compare on log axes, numbers or their quotients?"
)
assert np.isclose(got_turned, 3, rtol=1e-9, atol=0), (
    f"The order does not depend on which point comes first: 3, got "
    f"{float(got_turned):.4f}."
)
assert np.isclose(got_half, 0.5, rtol=1e-9, atol=0), (
    f"Four times the step, twice the error: order 0.5, got {float(got_half):.4f}."
)

# %% hidden="d33-review" points=1
# Hidden checks: orders from −1 to 4, steps and errors of many sizes, whole numbers.
_rng = course_rng("d33-review")
for _order in (-1.0, 0.0, 0.5, 1.0, 2.0, 4.0):
    for _ in range(5):
        _h1, _h2, _c = (float(_v) for _v in 10.0 ** _rng.uniform(-3, 1, size=3))
        _h2 = _h2 * 1.5 if abs(_h1 / _h2 - 1) < 0.1 else _h2
        _got = review_33(_h1, _c * _h1**_order, _h2, _c * _h2**_order)
        assert np.isclose(_got, _order, rtol=1e-6, atol=1e-6), f"steps {_h1:.4g} and {_h2:.4g} with errors like h to the {_order:g}: got {_got}"
assert np.isclose(review_33(4, 16, 2, 4), 2, rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: the bill of day 24
#
# On day 24 you trained a machine to tell green from blue, with nothing but measured heights: 4 weights, 300 steps, 2400 costs (there called evaluations). Ten such classifiers for the digits of day 25 had 49 weights each. A small language model has 124 million. **Write down**: how many costs, or runs of about the same length, would one step need at best, for 4 weights and for 124 million?

# %%
rgb, labels, families = data.color_families()
two = labels < 2  # green is 0, blue is 1
X = np.column_stack([np.ones(two.sum()), rgb[two]])
y = labels[two]
order = np.random.default_rng(24).permutation(len(y))
X_learn, y_learn = X[order[:200]], y[order[:200]]
X_judge, y_judge = X[order[200:]], y[order[200:]]
print(X_learn.shape, y_learn.shape)

# %% author=true
assert families[:2] == ("green", "blue") and X_learn.shape == (200, 4)

# %% [markdown]
# ### Idea 1 · Least squares, from the residuals back
#
# Start with the oldest loss: predictions $\mathbf{X}\mathbf{w}$, targets $\mathbf{y}$, residuals $\mathbf{r} = \mathbf{X}\mathbf{w} - \mathbf{y}$, and their mean square. Go backward as on day 31. The mean of squares hands $2r_n/N$ to each prediction. The predictions are a layer without bias, and its VJP for the weights is $\mathbf{X}^{\mathsf T}$ times what comes from behind:

# %% [markdown]
# $$ f(\mathbf{w}) = \frac1N \lVert\mathbf{X}\mathbf{w} - \mathbf{y}\rVert^2, \qquad \nabla f = \frac2N\,\mathbf{X}^{\mathsf T}(\mathbf{X}\mathbf{w} - \mathbf{y}). $$
#
# In words: the slope in a weight is twice the mean product of its feature with the residuals. If large residuals go with large values of a feature, its weight is too large. At the bottom all these products are 0: the residuals stand at a right angle on every column, which is what day 15 asked of the best fit. Three numbers by hand first:

# %%
A, t = np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 0.0]]), np.array([5.0, 1.0, 0.0])
w = np.array([3.0, 2.0])
r = A @ w - t
print("residuals:", r, "  gradient:", 2 * A.T @ r / 3)
print("measured :", numerical_gradient(lambda v: ((A @ v - t) ** 2).mean(), w).round(6))
print("at the best fit:", (2 * A.T @ (A @ lstsq_normal(A, t) - t) / 3).round(12))

# %% author=true
assert r.tolist() == [2, 0, 3] and np.allclose(2 * A.T @ r / 3, [10 / 3, 8 / 3], rtol=1e-12, atol=0)
assert np.allclose(numerical_gradient(lambda v: ((A @ v - t) ** 2).mean(), w), [10 / 3, 8 / 3], rtol=1e-8, atol=0)

# %% [markdown]
# ### Exercise · One line for all slopes
#
# *2 points · about 7 minutes · needs idea 1 and the ridge penalty (day 15)*
#
# Often large weights have a price, $\lambda\lVert\mathbf{w}\rVert^2$, `lam` in code, as in day 15's ridge; here it is on all of $\mathbf{w}$. A square has the slope two times what stands in it, so
#
# $$ \nabla f = \frac2N\,\mathbf{X}^{\mathsf T}(\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda\,\mathbf{w}. $$
#
# In words: twice the mean products of features and residuals, plus twice the price times the weights.
#
# **Before you code.** One row $(1, 2)$, target 3, $\mathbf{w} = (1, 2)$, $\lambda = 0.5$: residual and gradient?
#
# <details><summary>Answer</summary>
#
# $r = 5 - 3 = 2$; $2 \cdot 2 \cdot (1, 2) + (1, 2) = (5, 10)$.
#
# </details>
#
# **Your task.** Write `grad_lstsq(X, y, w, lam)`. One or two lines.

# %% exercise="d33-grad_lstsq"
def grad_lstsq(X: np.ndarray, y: np.ndarray, w: np.ndarray, lam: float) -> np.ndarray:
    """The gradient of the mean squared error plus lam times the squared length of w.

    X        (N, D)  examples as rows
    y        (N,)    targets
    w        (D,)    weights
    lam      price of large weights, at least 0
    returns  (D,)    the slope in each weight

    >>> grad_lstsq(np.array([[1.0, 2.0]]), np.array([3.0]), np.array([1.0, 2.0]), 0.5)
    array([ 5., 10.])
    """
    ### BEGIN SOLUTION
    r = X @ w - y
    return 2 * X.T @ r / len(y) + 2 * lam * w
    ### END SOLUTION


# %% visible="d33-grad_lstsq" points=1
# The three rows of idea 1: residuals 2, 0, 3, so (10/3, 8/3) without a price, and with
# lam = 1 two times (3, 2) more.
rows = np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 0.0]])
targets, weights = np.array([5.0, 1.0, 0.0]), np.array([3.0, 2.0])
got = grad_lstsq(rows, targets, weights, 0.0)
got_price = grad_lstsq(rows, targets, weights, 1.0)

assert got is not None, "grad_lstsq returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"Two weights, two slopes: shape (2,) is expected, got {np.shape(got)}. Over what "
    f"does the product with X sum, over rows or over features?"
)
assert np.allclose(got, [10 / 3, 8 / 3], rtol=1e-9, atol=0), (
    f"Residuals 2, 0, 3 and the columns (1, 1, 1) and (2, −1, 0) make (10/3, 8/3) = "
    f"(3.333, 2.667); got {np.round(got, 4).tolist()}. Which sign has a prediction "
    f"that is too large, and is it a mean?"
)
assert np.allclose(got_price, [28 / 3, 20 / 3], rtol=1e-9, atol=0), (
    f"With lam = 1 the price adds 2 · (3, 2): (9.333, 6.667) is expected, got "
    f"{np.round(got_price, 4).tolist()}."
)

# %% hidden="d33-grad_lstsq" points=1
# Hidden checks: 1 to 30 rows with 1 to 6 weights, several prices, judged by differences
# of the loss itself, which are exact for a parabola; whole numbers; your arrays left.
_rng = course_rng("d33-grad_lstsq")
for _N, _D in ((1, 1), (1, 3), (3, 3), (8, 2), (30, 6)):
    for _lam in (0.0, 0.3, 20.0):
        _X, _y, _w = _rng.normal(size=(_N, _D)), _rng.normal(size=_N), _rng.normal(size=_D)
        _loss = lambda v, X=_X, y=_y, lam=_lam: sum((row @ v - t) ** 2 for row, t in zip(X, y)) / len(y) + lam * sum(v * v)
        _want = np.array([(_loss(_w + _e) - _loss(_w - _e)) / 2 for _e in np.eye(_D)])
        _given = [_X.copy(), _y.copy(), _w.copy()]
        _got = grad_lstsq(*_given, _lam)
        assert np.shape(_got) == (_D,), f"{_D} weights need {_D} slopes, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-8), f"{_N} rows, {_D} weights, lam = {_lam}: expected {_want.round(5).tolist()}, got {np.round(_got, 5).tolist()}"
        assert all((_a == _o).all() for _a, _o in zip(_given, (_X, _y, _w))), "an array of the caller was changed in place"
assert np.allclose(grad_lstsq(np.array([[2, 1], [0, 3], [1, 0]]), np.array([1, 0, 2]), np.array([1, 1]), 1), [4, 28 / 3], rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### Idea 2 · Logistic regression has the same gradient
#
# Now the loss of day 24. One example has the score $z$, the probability $p = \sigma(z)$, and the surprise $\log(1 + e^z)$ if its label is 0, $\log(1 + e^{-z}) = \log(1 + e^z) - z$ if it is 1: in one formula $\log(1 + e^z) - yz$. The slope of $\log(1 + e^z)$ is $\sigma(z)$ (day 27). So, with $f$ for the mean of all surprises (day 24's $C$),

# %% [markdown]
# $$ \frac{d}{dz}\big(\log(1 + e^z) - yz\big) = \sigma(z) - y = p - y, \qquad \nabla f = \frac1N\,\mathbf{X}^{\mathsf T}(\mathbf{p} - \mathbf{y}). $$
#
# In words: what the model said less what was true, a residual again; then back through the scores, as before. No exponential is left but the sigmoid, and a confident right answer has next to no say. **Before you look** at the picture: which of the dots pull the curve, and in which direction?

# %%
z = np.linspace(-5, 5, 201)
scores, truth = np.array([-4, -2, -1.5, 0.5, 2, 4]), np.array([0, 0, 1, 1, 0, 1])
fig, ax = plt.subplots(figsize=(7.0, 3.6))
plate = {"facecolor": "white", "edgecolor": "none", "pad": 1}
ax.plot(z, sigmoid(z), color=INK, linewidth=1)
for s, label in zip(scores, truth, strict=True):
    ax.plot([s, s], [label, sigmoid(s)], "-", color=VERMILLION, linewidth=3)
    at = s + 0.3, (label + sigmoid(s)) / 2 + (0.07 if label == 0 else -0.07)
    ax.text(*at, f"{sigmoid(s) - label:+.2f}", bbox=plate)
ax.plot(scores, truth, "o", color=BLUE)
ax.set(xlabel="score z", ylabel="probability of the label 1", yticks=[0, 0.5, 1])
figure(fig, alt=(
    "Six labels at 0 or 1 under a sigmoid, each joined to the curve by a bar with p − "
    "y "
    "beside it: tiny for the confident right ones, +0.88 and −0.82 for the two wrong "
    "ones."
))

# %% author=true
assert np.allclose((sigmoid(scores) - truth).round(2), [0.02, 0.12, -0.82, -0.38, 0.88, -0.02], rtol=0, atol=1e-9)
assert np.allclose(np.log(1 + np.exp(scores)) - truth * scores, np.log(1 + np.exp(np.where(truth, -scores, scores))), rtol=1e-12, atol=0)

# %% [markdown]
# The two on the wrong side, with bars of 0.82 and 0.88. A negative number asks for a larger score, a positive one for a smaller. Squared misses $(p - y)^2$ would add a factor $p(1 - p)$, which is near 0 for those that are confidently wrong and so would silence them; the surprise has none.
#
# ### Exercise · What was said less what was true
#
# *2 points · about 7 minutes · needs idea 2 and the sigmoid (day 7)*
#
# $$ \nabla f = \frac1N\,\mathbf{X}^{\mathsf T}\big(\sigma(\mathbf{X}\mathbf{w}) - \mathbf{y}\big). $$
#
# In words: for each weight, the mean product of its feature with what was said less what was true. The column of ones stands in $\mathbf{X}$ already.
#
# **Before you code.** One example $\mathbf{x} = (1, 4)$ with the label 0, and $\mathbf{w} = (0, 0)$. What is the gradient, and which way does a step against it go?
#
# <details><summary>Answer</summary>
#
# $p = 0.5$, so $0.5 \cdot (1, 4) = (0.5, 2)$. Both weights shrink, and with them the score.
#
# </details>
#
# **Your task.** Write `grad_logistic(X, y, w)`, labels 0 or 1. One or two lines; `sigmoid` is in your toolbox.

# %% exercise="d33-grad_logistic"
def grad_logistic(X: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """The gradient of the mean logistic loss.

    X        (N, D)  examples as rows, the column of ones included
    y        (N,)    labels, 0 or 1
    w        (D,)    weights
    returns  (D,)    the slope in each weight

    >>> grad_logistic(np.array([[1.0, 4.0]]), np.array([0]), np.array([0.0, 0.0]))
    array([0.5, 2. ])
    """
    ### BEGIN SOLUTION
    return X.T @ (sigmoid(X @ w) - y) / len(y)
    ### END SOLUTION


# %% visible="d33-grad_logistic" points=1
# Scores log 3, 0, −log 3 with the labels 0, 1, 0: p is 3/4, 1/2, 1/4, and p − y is 3/4,
# −1/2, 1/4.
rows, truths = np.array([[1.0, 2.0], [1.0, 0.0], [1.0, -2.0]]), np.array([0, 1, 0])
got = grad_logistic(rows, truths, np.array([0.0, np.log(3) / 2]))

assert got is not None, (
    "grad_logistic returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"Two weights, two slopes: shape (2,) is expected, got {np.shape(got)}."
)
assert np.allclose(got, [1 / 6, 1 / 3], rtol=1e-9, atol=0), (
    f"p − y is 3/4, −1/2, 1/4, so the slopes are 0.5/3 = 0.1667 and "
    f"(2 · 3/4 − 2 · 1/4)/3 = 0.3333; got {np.round(got, 4).tolist()}. Which comes "
    f"first, what was said or what was true, and is it a mean?"
)

# %% hidden="d33-grad_logistic" points=1
# Hidden checks: 1 to 40 rows with 1 to 6 weights, tiny and huge scores, labels of all
# types, judged by a complex step through the loss; your arrays left as they were.
_rng = course_rng("d33-grad_logistic")
for _N, _D in ((1, 1), (1, 4), (3, 2), (12, 3), (40, 6)):
    for _size in (0.1, 1.0, 5.0):
        _X = np.column_stack([np.ones(_N), _rng.normal(size=(_N, _D - 1))])
        _y, _w = _rng.integers(0, 2, size=_N), _size * _rng.normal(size=_D)
        _want = np.zeros(_D)
        for _j in range(_D):
            _v = _w.astype(complex)
            _v[_j] += 1e-30j
            _want[_j] = np.mean(np.log(1 + np.exp(_X @ _v)) - _y * (_X @ _v)).imag / 1e-30
        for _labels in (_y, _y.astype(float), _y == 1):
            _given = [_X.copy(), _labels.copy(), _w.copy()]
            _got = grad_logistic(*_given)
            assert np.shape(_got) == (_D,), f"{_D} weights need {_D} slopes, got the shape {np.shape(_got)}"
            assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"{_N} rows, {_D} weights, labels of type {_labels.dtype}: expected {_want.round(5).tolist()}, got {np.round(_got, 5).tolist()}"
            assert all((_a == _o).all() for _a, _o in zip(_given, (_X, _labels, _w))), "an array of the caller was changed in place"
with np.errstate(all="ignore"):
    _got = grad_logistic(np.array([[1, 900], [1, -900], [1, 900]]), np.array([0, 1, 1]), np.array([0, 1]))
assert np.allclose(_got, [0, 600], rtol=1e-9, atol=1e-9), f"scores of 900 and −900, twice on the wrong side: expected (0, 600), got {_got}"

# %% [markdown]
# ### Idea 3 · One valley
#
# Is the way down safe? Ask the Hessian. The slope of $p$ in its score is $p(1 - p)$, so along a direction $\mathbf{v}$ of weights the curvature is
#
# $$ \mathbf{v}^{\mathsf T}\mathbf{H}\,\mathbf{v} = \frac1N \sum_n p_n (1 - p_n)\,(\mathbf{x}_n \cdot \mathbf{v})^2 \;\ge\; 0. $$
#
# In words: a mean of squares, each with a factor that is never negative. Nowhere does this landscape bend down: it is convex, everywhere, and has one valley. For least squares the factor is 2, and the same holds.

# %% [markdown]
# And since $p(1 - p)$ is at most ¼, curvatures are at most a quarter of the largest eigenvalue of $\mathbf{X}^{\mathsf T}\mathbf{X}/N$. On a bowl, learning rates below 2 over the largest curvature settle (days 29 and 32); here no place is bent more than that, and the same rates are safe.

# %%
top = np.linalg.eigh(X_learn.T @ X_learn / 200)[0][-1] / 4
print(
    f"largest curvature at most {top:.3f}: learning rates up to {2 / top:.1f} are safe"
)
v, w = np.array([0.3, -1.0, 2.0, 0.5]), np.array([0.1, 1.0, -2.0, 2.0])
p, h = sigmoid(X_learn @ w), 1e-3
loss = lambda u: logistic_loss(u, X_learn, y_learn)
curved = (p * (1 - p) * (X_learn @ v) ** 2).mean()
measured = (loss(w + h * v) - 2 * loss(w) + loss(w - h * v)) / h**2
print("curvature along v by the formula:", curved.round(5))
print("measured:", measured.round(5))

# %% author=true
assert np.isclose((p * (1 - p) * (X_learn @ v) ** 2).mean(), (loss(w + h * v) - 2 * loss(w) + loss(w - h * v)) / h**2, rtol=1e-4, atol=0)
assert 3 < 2 / top < 5, 2 / top

# %% [markdown]
# Day 24's learning rate of 2 was a safe guess; today it is a choice.
#
# ### The answer to the puzzle
#
# Two, for 4 weights and for 124 million: one run forward for the scores, one back for all slopes. The next cell walks day 24's 300 steps twice, with measured slopes and with the formula, and counts costs, a gradient by formula as two. **Before you look**: how far apart will the two curves lie, in steps, and in costs?

# %%
measured_w, losses, count = fit_logistic_fd(X_learn, y_learn, 2.0, 300)
w, ours = np.zeros(4), [loss(np.zeros(4))]
for _ in range(300):
    p = sigmoid(X_learn @ w)
    w = w - 2.0 * X_learn.T @ (p - y_learn) / 200
    ours.append(loss(w))
print("costs:", count, "and", 2 * 300)
print("largest gap of weights:", abs(w - measured_w).max())

# %% [markdown]
# The weights agree to ten digits: step by step it is the same walk. Against the bill the curves lie a factor of 4 apart. The third curve is what measuring would cost with 49 weights, as many as for a digit.

# %%
fig, ax = plt.subplots(figsize=(7.0, 3.8))
bills = {"measured, 49 weights": 98, "measured, 4 weights": 8, "by formula": 2}
for (name, price), style in zip(bills.items(), (":", "--", "-"), strict=True):
    ax.plot(price * np.arange(1, 301), losses[1:], style, label=name)
ax.set(xscale="log", xlabel="costs computed (log axis)", ylabel="mean surprise (nats)")
ax.legend()
figure(fig, alt=(
    "The same falling curve three times on a log axis of costs: with the formula it is "
    "at 0.2 after 125 costs, measured with 4 weights after 500, with 49 after 6100."
))

# %% author=true
assert count == 2400 and abs(w - measured_w).max() < 1e-9 and np.allclose(ours, losses, rtol=1e-7, atol=0)
_fifth = np.interp(0.2, losses[::-1], np.arange(300, -1, -1))
assert abs(2 * _fifth - 125) < 5 and abs(98 * _fifth - 6100) < 100, _fifth

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Train it
#
# *3 points · about 11 minutes · needs gradient descent (day 24) and the gradient of idea 2*
#
# Where the classes can be split without a mistake, the loss keeps falling as the weights grow: there is no best $\mathbf{w}$. A price $\lambda \sum_{j \ge 1} w_j^2$ (`l2` in code) ends that. It leaves out $w_0$, the weight of the ones, which says how frequent the label 1 is. So each step is
#
# $$ \mathbf{w} \leftarrow \mathbf{w} - \eta\,\big(\nabla f + 2\lambda\,(0, w_1, \dots, w_{D-1})\big). $$
#
# In words: against the gradient of the loss, and against twice the price times the weights, but not the first.
#
# **Before you code.** From zeros, one example $(1, 2)$, label 1, $\eta = 1$, any price: where are you after one step?
#
# <details><summary>Answer</summary>
#
# At $(0.5, 1)$: at zero weights the price has no slope.
#
# </details>
#
# **Your task.** Write `fit_logistic(X, y, lr, steps, l2)`; return the last weights. Six lines; `grad_logistic(X, y, w)` is yours.

# %% exercise="d33-fit_logistic"
def fit_logistic(
    X: np.ndarray, y: np.ndarray, lr: float, steps: int, l2: float
) -> np.ndarray:
    """Logistic regression by gradient descent from zero weights.

    X        (N, D)  examples as rows, the first column all ones
    y        (N,)    labels, 0 or 1
    lr       learning rate
    steps    how many steps to take
    l2       price of the squared weights, without the first
    returns  (D,)    the weights after the last step

    >>> fit_logistic(np.array([[1.0, 2.0]]), np.array([1]), 1.0, 1, 0.5)
    array([0.5, 1. ])
    """
    ### BEGIN SOLUTION
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        price = 2 * l2 * w
        price[0] = 0
        w = w - lr * (grad_logistic(X, y, w) + price)
    return w
    ### END SOLUTION


# %% visible="d33-fit_logistic" points=1
# The question's example: (0.5, 1) after one step. Then p = σ(2.5) = 0.9241, so p − y is
# −0.0759: with l2 = 0.25 the second step adds 0.0759 and 2 · 0.0759 − 0.5 · 1.
one, label = np.array([[1.0, 2.0]]), np.array([1])
got = fit_logistic(one, label, 1.0, 1, 0.25)
got_two = fit_logistic(one, label, 1.0, 2, 0.25)
got_none = fit_logistic(one, label, 1.0, 0, 0.25)
miss = 1 / (1 + np.exp(2.5))

assert got is not None, (
    "fit_logistic returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"Two weights are expected, got the shape {np.shape(got)}."
)
assert np.allclose(got_none, 0, rtol=0, atol=1e-12), (
    f"Without a step the weights are zeros, got {np.round(got_none, 4).tolist()}."
)
assert np.allclose(got, [0.5, 1], rtol=1e-9, atol=0), (
    f"One step from zeros leads to (0.5, 1), got {np.round(got, 4).tolist()}. Which "
    f"way is downhill?"
)
assert np.isclose(got_two[0], 0.5 + miss, rtol=1e-9, atol=0), (
    f"The second step takes the first weight to {0.5 + miss:.4f}, got "
    f"{float(got_two[0]):.4f}. Has it a price?"
)
assert np.isclose(got_two[1], 1 + 2 * miss - 0.5, rtol=1e-9, atol=0), (
    f"The second step takes the second weight to {0.5 + 2 * miss:.4f}, got "
    f"{float(got_two[1]):.4f}. What is the slope of 0.25 · w² at w = 1?"
)

# %% hidden="d33-fit_logistic" points=2
# Hidden checks: 1 to 30 rows with 1 to 5 weights, several prices and learning rates, no
# steps, judged by a second program; whole numbers; your arrays left as they were.
_rng = course_rng("d33-fit_logistic")
for _N, _D in ((1, 2), (5, 1), (12, 3), (30, 5)):
    for _lr, _steps, _l2 in ((0.3, 7, 0.0), (1.0, 3, 0.2), (0.5, 20, 0.05), (2.0, 0, 1.0), (0.1, 12, 3.0)):
        _X = np.column_stack([np.ones(_N), _rng.normal(scale=1.5, size=(_N, _D - 1))])
        _y = _rng.integers(0, 2, size=_N)
        _want = [0.0] * _D
        for _step in range(_steps):
            _slopes = [2 * _l2 * _v if _j else 0.0 for _j, _v in enumerate(_want)]
            for _row, _label in zip(_X.tolist(), _y.tolist()):
                _p = 1 / (1 + np.exp(-sum(_a * _v for _a, _v in zip(_row, _want))))
                _slopes = [_s + (_p - _label) * _a / _N for _s, _a in zip(_slopes, _row)]
            _want = [_v - _lr * _s for _v, _s in zip(_want, _slopes)]
        _given_X, _given_y = _X.copy(), _y.copy()
        _got = fit_logistic(_given_X, _given_y, _lr, _steps, _l2)
        assert np.shape(_got) == (_D,), f"{_D} weights are expected, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"{_N} rows, {_D} weights, {_steps} steps of learning rate {_lr}, l2 = {_l2}: expected {np.round(_want, 5).tolist()}, got {np.round(_got, 5).tolist()}"
        assert (_given_X == _X).all() and (_given_y == _y).all(), "the caller's examples or labels were changed in place"
_got = fit_logistic(np.array([[1, 3], [1, -2]]), np.array([0, 1]), 1.0, 1, 0.0)
assert np.allclose(_got, [0, -1.25], rtol=1e-9, atol=1e-12), "wrong for whole numbers"

# %% [markdown]
# ### The boundary calms down
#
# Twenty-four names of purple and pink, with the green and the blue lamp, which hardly tell the two apart. As features all products up to the fourth power, $g^4$, $g^3b$ … $b^4$: fifteen weights, so the boundary may bend. **Predict** which picture is right on most of the twenty-four, and which on most of the others.

# %%
pair = (labels == 2) | (labels == 3)  # purple is 0, pink is 1
lamps, pink = 2 * rgb[pair][:, 1:] - 1, (labels[pair] == 3) * 1
pick = np.random.default_rng(33).permutation(len(pink))
learn, judge = pick[:24], pick[24:]


def features(P):
    g, b = P.T
    powers = [(n - j, j) for n in range(5) for j in range(n + 1)]
    return np.array([g**i * b**j for i, j in powers]).T


# %% [markdown]
# `features` makes the fifteen columns, the ones first. `draw_fit` trains with 6000 steps and draws where the score is 0; the title says how many are right of those it learned from, and of the others.

# %%
def draw_fit(ax, l2):
    w = fit_logistic(features(lamps[learn]), pink[learn], 1.5, 6000, l2)
    G, B = np.meshgrid(np.linspace(-1, 1, 81), np.linspace(-1, 1, 81))
    places = np.column_stack([G.ravel(), B.ravel()])
    ax.contour(G, B, (features(places) @ w).reshape(G.shape), levels=[0])
    for value, mark, color in ((0, "o", BLUE), (1, "^", VERMILLION)):
        ax.plot(*lamps[learn][pink[learn] == value].T, mark, color=color)
    right = (features(lamps) @ w > 0) == (pink == 1)
    shares = right[learn].mean(), right[judge].mean()
    ax.set_title(f"l2 = {l2:g}: {shares[0]:.0%}, others {shares[1]:.0%}")
    ax.set(xlabel="green lamp", ylabel="blue lamp", xlim=(-1.05, 1), ylim=(-1, 1))


# %% [markdown]
# Three prices side by side; the boundary is the line, dots are purple and triangles pink. Look at how often it bends, and then at the two shares in each title.

# %%
fig, panels = plt.subplots(1, 3, figsize=(9.9, 3.5))
try:
    for ax, l2 in zip(panels, (0.0, 0.003, 0.03), strict=True):
        draw_fit(ax, l2)
except NotImplementedError:
    print("Write the functions above, then run this cell again.")
figure(fig, alt=(
    "Dots and triangles with three boundaries: without a price it winds around the "
    "dots in a loop, 83 % and 61 % right; with a small price it bends once, 75 % and "
    "65 %; with a larger one it is nearly straight, 62 % and 68 %."
))

# %% author=true
_shares = []
for _l2 in (0.0, 0.003, 0.03, 0.1):
    _w = fit_logistic(features(lamps[learn]), pink[learn], 1.5, 6000, _l2)
    _right = (features(lamps) @ _w > 0) == (pink == 1)
    _shares.append([round(100 * _right[learn].mean()), round(100 * _right[judge].mean())])
assert _shares == [[83, 61], [75, 65], [62, 68], [62, 56]], _shares

# %% [markdown]
# Without a price the line winds around single dots: 83 % of those it learned from, 61 % of the others. The price straightens it and gives up some of the first for more of the second, 75 % and 65 %, then 62 % and 68 %. Which price is best, the others say, not the twenty-four (day 22). Drag $k$; the price is $10^k$. **Predict**: is more always better for the others?

# %%
def draw(k):
    fig, ax = plt.subplots(figsize=(4.6, 4.0))
    try:
        draw_fit(ax, 10.0**k)
    except NotImplementedError:
        print("Write the functions above, then run this cell again.")
    return fig


slider(draw, alt=(
    "As the price grows from 0.0001 to 0.1 the boundary between purple and pink turns "
    "from a loop into a nearly straight line."
), k=(-4, -1, 0.5, -2))

# %% [markdown]
# No: from $k = -1.5$ to $-1$ the others fall from 68 % to 56 %. A price so large silences the lamps: nearly all names are called pink.
#
# ### Exercise · Who pays what
#
# *2 points · about 5 minutes · needs the answer to the puzzle*
#
# Gradient descent with $d$ weights and some steps. By central differences each slope takes two costs; by formula a gradient counts as two, one run forward and one back.
#
# **Before you code.** 4 weights and 300 steps: what are the two bills? With how many weights is measuring as cheap?
#
# <details><summary>Answer</summary>
#
# 2400 and 600. With one weight: 2 and 2 a step.
#
# </details>
#
# **Your task.** Write `speedup(d, steps)`, the pair of both bills. One line.

# %% exercise="d33-speedup"
def speedup(d: int, steps: int) -> tuple[int, int]:
    """How many costs gradient descent computes, with measured slopes and by formula.

    d        number of weights
    steps    number of steps
    returns  (by central differences, by formula), a gradient by formula counted as two

    >>> speedup(4, 300)
    (2400, 600)
    """
    ### BEGIN SOLUTION
    return 2 * d * steps, 2 * steps
    ### END SOLUTION


# %% visible="d33-speedup" points=1
# 49 weights, 10 steps: 2 · 49 · 10 = 980 against 20.
got = speedup(49, 10)

assert got is not None, "speedup returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), f"Two bills are expected, got the shape {np.shape(got)}."
assert got[0] == 980, (
    f"49 weights with two costs each make 98 costs a step, 980 in ten steps; got "
    f"{got[0]}."
)
assert got[1] == 20, f"By formula a step counts as two, ten steps as 20; got {got[1]}."

# %% hidden="d33-speedup" points=1
# Hidden checks: many sizes, one weight, no steps, a model of 124 million weights.
_rng = course_rng("d33-speedup")
for _d, _steps in [(1, 1), (1, 7), (5, 0), (124_439_808, 100_000), *(map(int, _rng.integers(1, 500, size=2)) for _ in range(12))]:
    _want = (_d * _steps + _d * _steps, _steps + _steps)
    _got = speedup(_d, _steps)
    assert tuple(np.float64(1) * _v for _v in _got) == _want, f"{_d} weights, {_steps} steps: expected {_want}, got {_got}"

# %% [markdown]
# ### In a real model
#
# Nobody trains a language model to see green. But its inside can be asked: take the vectors it makes of many sentences, and fit a logistic regression that tells past from present, or true from false. Such a **linear probe** is today's model, with 768 or 4096 features; what it reads off was there, in a direction. That the model *uses* this direction is another question, which a probe does not answer.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: why do least squares and logistic regression have the same form of gradient, and what does it mean that each slope is a mean product? Then compare.
#
# <details><summary>Answer</summary>
#
# Both losses look at a score $\mathbf{x} \cdot \mathbf{w}$, and in both the slope in the score is a residual: prediction less target, or probability less label. Back through the scores each weight receives the mean of its feature times the residuals. It is 0 when what is still wrong has nothing to do with that feature.
#
# </details>

# %% [markdown]
# ### Exercise · The line where it changes its mind
#
# *2 points · about 8 minutes · needs lines (day 5)*
#
# With two features the score is $w_0 + w_1 x + w_2 y$. On one side it is above 0 and the model says 1, on the other 0. The **decision boundary** of day 5 is where it is 0. Written as a line, $y = mx + b$:
#
# $$ m = -\frac{w_1}{w_2}, \qquad b = -\frac{w_0}{w_2}. $$
#
# In words: solve $w_0 + w_1 x + w_2 y = 0$ for $y$. If $w_2$ is 0 the line is vertical and has no slope.
#
# **Before you code.** $\mathbf{w} = (6, 2, -3)$: which line? And does $2\mathbf{w}$ have another?
#
# <details><summary>Answer</summary>
#
# $y = \tfrac23 x + 2$. The same one: only the certainty changes.
#
# </details>
#
# **Your task.** Write `decision_boundary(w)`, the pair $(m, b)$; a vertical line raises a `ValueError`. Three or four lines.

# %% exercise="d33-decision_boundary"
def decision_boundary(w: np.ndarray) -> tuple[float, float]:
    """The line on which w[0] + w[1]·x + w[2]·y is 0, as slope and intercept.

    w        (3,)  weights: of the ones, of x, of y
    returns  (m, b); a vertical line (w[2] = 0) raises a ValueError

    >>> m, b = decision_boundary(np.array([6.0, 2.0, -3.0]))
    >>> round(float(m), 4), round(float(b), 4)
    (0.6667, 2.0)
    """
    ### BEGIN SOLUTION
    if w[2] == 0:
        raise ValueError("the boundary is vertical: w[2] is 0")
    return -w[1] / w[2], -w[0] / w[2]
    ### END SOLUTION


# %% visible="d33-decision_boundary" points=1
# 4 + 3x + 2y = 0 is y = −1.5x − 2. With w₂ = 0 there is no such line.
got = decision_boundary(np.array([4.0, 3.0, 2.0]))
try:
    with np.errstate(all="ignore"):
        got_steep, raised = decision_boundary(np.array([1.0, 2.0, 0.0])), False
except ValueError:
    raised = True

assert got is not None, (
    "decision_boundary returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), f"A pair is expected, got the shape {np.shape(got)}."
assert np.isclose(got[0], -1.5, rtol=1e-9, atol=0), (
    f"4 + 3x + 2y = 0 has the slope −1.5, got {float(got[0]):.4f}. When x grows by 1, "
    f"what must y do so that the score stays 0?"
)
assert np.isclose(got[1], -2, rtol=1e-9, atol=0), (
    f"At x = 0 the line has y = −2, got {float(got[1]):.4f}."
)
assert raised, (
    f"w₂ = 0 is a vertical line: a ValueError is expected, got {got_steep!r}."
)

# %% hidden="d33-decision_boundary" points=1
# Hidden checks: many weights, judged by the score along the line; level lines, lines
# through 0, small w₂, whole numbers, several vertical ones; your weights left alone.
_rng = course_rng("d33-decision_boundary")
for _size in (1e-3, 1.0, 1e4):
    for _kind in range(8):
        _w = _size * _rng.uniform(0.2, 3.0, size=3) * _rng.choice([-1, 1], size=3)
        _w = _w * np.array([[1, 1, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1e-6]])[_kind % 4]
        _given = _w.copy()
        _m, _b = decision_boundary(_given)
        for _x in (-2.0, 0.0, 5.0):
            _parts = np.array([_w[0], _w[1] * _x, _w[2] * (_m * _x + _b)])
            assert abs(_parts.sum()) <= 1e-9 * np.abs(_parts).sum(), f"weights {_w.tolist()}: at x = {_x} your line has the score {_parts.sum():.3g}, not 0"
        assert (_given == _w).all(), "the caller's weights were changed in place"
assert tuple(decision_boundary(np.array([3, -4, 2]))) == (2, -1.5), "wrong for whole numbers"
for _w in (np.array([1.0, 0.0, 0.0]), np.array([-2, 5, 0]), np.array([0.0, 3.0, -0.0])):
    try:
        with np.errstate(all="ignore"):
            _got, _raised = decision_boundary(_w), False
    except ValueError:
        _raised = True
    assert _raised, f"weights {_w.tolist()}: a ValueError is expected, got {_got!r}"

# %% [markdown]
# ### Break it: y − p
#
# A colleague trains on the 200 colors and writes $\mathbf{y} - \mathbf{p}$ instead of $\mathbf{p} - \mathbf{y}$. **Predict** what 50 steps of learning rate 0.5 do to the surprise, which starts at $\log 2 = 0.693$, and run it. Then change `sign = -1` to `sign = 1`.

# %%
sign = -1
w = np.zeros(4)
for _ in range(50):
    w = w - 0.5 * sign * X_learn.T @ (sigmoid(X_learn @ w) - y_learn) / 200
print("mean surprise:", loss(w).round(3))

# %% author=true
assert loss(w).round(1) == 14.8
# edit: "sign = -1" -> "sign = 1"
# then: loss(w).round(3) == 0.405

# %% [markdown]
# <details><summary>Answer</summary>
#
# It climbs, to 14.8: first faster and faster, as examples slide to the wrong side, then evenly, since far out there each of them has a miss near 1. With `sign = 1` it falls to 0.405. A loss that rises from the first step on, however small the learning rate, is nearly always a sign that was turned.
#
# </details>

# %% [markdown]
# ### Think about it
#
# Least squares has a closed form (day 15): solve $\mathbf{X}^{\mathsf T}\mathbf{X}\mathbf{w} = \mathbf{X}^{\mathsf T}\mathbf{y}$. When is it worse than walking downhill, step by step? Name two cases of your own before you unfold ours, and think of the size of the tables.
#
# <details><summary>Answer</summary>
#
# With many features: solving takes about $D^3$ multiplications and the table $D^2$ numbers, a step takes $2ND$. With data that do not fit into memory or never end: a step needs only some rows at a time. And for logistic regression there is no closed form at all: the sigmoid stands in the way.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. Least squares: the gradient is twice the mean product of features and residuals.
# 2. Logistic loss: the slope in the score is p − y, and the gradient has the same form.
# 3. Both landscapes are convex: their curvature is a mean of squares.
# 4. A formula finds all slopes with about two runs; measuring takes two for each weight.
# 5. The model changes its mind where the score is 0; a price on all weights but the first calms this boundary.

# %% [markdown]
# ### To read
#
# David Cox's paper of 1958, *The regression analysis of binary sequences*, gave logistic regression its modern form. Khan Academy has [the gradient](https://www.khanacademy.org/math/multivariable-calculus/multivariable-derivatives) once more. There is no new notation today. Tomorrow a program finds such gradients by itself, for any formula.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Newton's step for logistic regression: the Hessian is $\mathbf{X}^{\mathsf T}\mathbf{X}/N$ with each row of the second $\mathbf{X}$ times its $p(1 - p)$, and each step solves one small system (day 14). Statistics programs fit this way, since John Nelder and Robert Wedderburn described it for a whole family of models in 1972. **Guess** how many steps it takes to a gradient below $10^{-8}$, with the price 0.001.

# %%
w, steps, free = np.zeros(4), 0, np.array([0.0, 1.0, 1.0, 1.0])
size = 1.0
while size > 1e-8:
    p = sigmoid(X_learn @ w)
    slope = X_learn.T @ (p - y_learn) / 200 + 2 * 0.001 * free * w
    H = (X_learn.T * (p * (1 - p))) @ X_learn / 200 + 2 * 0.001 * np.diag(free)
    w, steps, size = w - np.linalg.solve(H, slope), steps + 1, np.linalg.norm(slope)
print(steps, "steps, weights", w.round(2))

# %% author=true
assert steps == 7, steps
_w, _steps = np.zeros(4), 0
while np.linalg.norm(_slope := X_learn.T @ (sigmoid(X_learn @ _w) - y_learn) / 200 + 2 * 0.001 * free * _w) >= 1e-8:
    _w, _steps = _w - 2.0 * _slope, _steps + 1
assert _steps == 1730, _steps

# %% [markdown]
# Seven, where gradient descent with learning rate 2 needs 1730 for as small a gradient: a convex valley and an exact Hessian are what Newton is made for. With 768 features the table has 590,000 entries, and it still pays; with a billion weights it does not exist.
