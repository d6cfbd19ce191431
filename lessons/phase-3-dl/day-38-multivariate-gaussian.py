# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A bell with a shape: the multivariate Gaussian
#
# **Question of the day.** Day 22's nearest neighbor names 89 percent of 554 colors rightly, and has to remember them all. How far do nine ellipses get, one for each name?
#
# *After today you can* measure distances in the units of a cloud; draw from any cloud, and say how likely a point is in it, in two dimensions or a hundred;
# and update what you know of one number when another is revealed.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and take a pencil. Write an answer with a number to each question before you unfold ours. Then comes the graded warm-up, on an idea of day 31.

# %% [markdown]
# **Yesterday (day 37).** $X \sim \mathcal{N}(10, 4)$. Which share lies above 12? What is the mean and variance of $3 - 2X$? And if a second instrument says 16 with the variance 4: what do both say together?
#
# <details><summary>Answer</summary>
#
# One σ is 2, so half of 32 percent: 16 percent. Mean $-17$, variance $4 \cdot 4 = 16$. Equal precisions: 13, with the variance 2.
#
# </details>

# %% [markdown]
# **A week ago (day 31).** A layer takes rows of 3 numbers to rows of 2. From behind comes a gradient of shape (5, 2). Which shapes have the gradients of $\mathbf{X}$, $\mathbf{W}$ and $\mathbf{b}$, and which of them is a sum over the rows?
#
# <details><summary>Answer</summary>
#
# (5, 3), (3, 2) and (2,). Both $\mathbf{W}$ and $\mathbf{b}$ are used in every row, so their gradients are sums over the rows.
#
# </details>
#
# **Before that (day 17).** $\mathbf{S}$ has the rows $(4, 2)$ and $(2, 5)$. What is the variance along $(1, 0)$, and that of the sum of both coordinates?
#
# <details><summary>Answer</summary>
#
# 4, and $4 + 5 + 2 \cdot 2 = 13$.
#
# </details>

# %% author=true
import numpy as np

assert np.ones(2) @ np.array([[4, 2], [2, 5]]) @ np.ones(2) == 13

# %% [markdown]
# The tools of the day: the color families of day 22, and from your toolbox day 17's covariance matrix. Its second argument is the `ddof`, 0 today throughout: the likeliest spread, as yesterday.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION
from log2attn.toolbox import cov_matrix

# %% [markdown]
# ### Exercise · Back through a centering
#
# *1 point · about 3 minutes · needs VJPs (day 31)*
#
# A layer takes away from each row its mean. Moving one entry by 1 moves the mean of its row of $D$ numbers by $1/D$, and so every output of the row by $-1/D$, itself by one more. Back through it, an entry receives its own gradient less the mean of its row's gradients.
#
# **Before you code.** From behind comes the row $(1, 2, 6)$. What is handed on? And for a row of equal numbers?
#
# <details><summary>Answer</summary>
#
# $(-2, -1, 3)$. Zeros: what moves all entries alike is taken away again.
#
# </details>
#
# **Your task.** Write `review_38(g)`. One line; `keepdims=True` keeps the axis.

# %% exercise="d38-review"
def review_38(g: np.ndarray) -> np.ndarray:
    """Hand a gradient back through "each row less its mean".

    g        (N, D)  gradient from behind
    returns  (N, D)  gradient of the input

    >>> review_38(np.array([[1.0, 2.0, 6.0]])).tolist()
    [[-2.0, -1.0, 3.0]]
    """
    ### BEGIN SOLUTION
    return g - g.mean(axis=1, keepdims=True)
    ### END SOLUTION


# %% visible="d38-review" points=0
# Two rows with the means 3 and −1.
got = review_38(np.array([[1.0, 5.0, 3.0], [-4.0, 2.0, -1.0]]))

assert got is not None, "review_38 returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 3), (
    f"The gradient has the shape of the input, (2, 3), got {np.shape(got)}."
)
assert np.allclose(got, [[-2, 2, 0], [-3, 3, 0]], rtol=1e-9, atol=1e-12), (
    f"Rows (1, 5, 3) and (−4, 2, −1) less their means 3 and −1 are (−2, 2, 0) and "
    f"(−3, 3, 0); got "
    f"{np.round(got, 4).tolist()}. Over which axis is the mean of a row?"
)

# %% hidden="d38-review" points=1
# Hidden checks: tables of many sizes, one column, judged by the whole Jacobian of one
# row; whole numbers; your array left as it was.
_rng = course_rng("d38-review")
for _N, _D in ((1, 1), (1, 4), (3, 2), (5, 6)):
    _g = _rng.normal(size=(_N, _D))
    _J = np.eye(_D) - np.full((_D, _D), 1 / _D)
    _want, _given = np.array([_row @ _J for _row in _g]), _g.copy()
    _got = review_38(_given)
    assert np.shape(_got) == (_N, _D), f"the shape {(_N, _D)} is expected, got {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"g = {_g.round(3).tolist()}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
    assert (_given == _g).all(), "the caller's gradient was changed in place"
assert np.allclose(review_38(np.array([[3, 0, 0]])), [[2, -1, -1]], rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: nine ellipses
#
# The 554 colors of day 22, in nine families by the last word of their names. The nearest neighbor was right for 89.2 percent of colors it had not seen. A machine that remembers one *mean* for each name is right for 67 percent. **Write down** a guess: what if it also remembers, for each name, how its colors spread? That is nine numbers for each name, three means and six of a covariance matrix, instead of all 554 colors.

# %%
rgb, labels, families = data.color_families()
pink = rgb[labels == families.index("pink")]
print(rgb.shape, families, pink.shape)

# %% author=true
assert rgb.shape == (554, 3) and pink.shape == (53, 3)
_right = []
for _i in range(554):
    _rest = np.arange(554) != _i
    _centers = np.array([rgb[_rest & (labels == _k)].mean(axis=0) for _k in range(9)])
    _right.append(((rgb[_i] - _centers) ** 2).sum(axis=1).argmin() == labels[_i])
assert 0.66 < np.mean(_right) < 0.675, np.mean(_right)

# %% [markdown]
# ### Idea 1 · A distance in the cloud's own units
#
# Take two of the three lamps, green and blue. Two colors, a square and a triangle, lie equally far from the mean of all pinks, 0.42 away: the square in the direction in which pinks spread most, the triangle across it. The next cell prepares the picture; `L` is a matrix whose meaning comes in idea 2, and `circle` has 181 points of the unit circle as rows.

# %%
P = pink[:, 1:]  # the green and the blue lamp
mu, S = P.mean(axis=0), cov_matrix(P, 0)
L = np.linalg.cholesky(S)
turn = np.linspace(0, 2 * np.pi, 181)
circle = np.column_stack([np.cos(turn), np.sin(turn)])
along = np.array([0.79, 0.61])  # nearly the direction in which the cloud is longest
across = np.array([0.61, -0.79])

# %% [markdown]
# On the left the cloud alone, on the right with the circle of radius 1, 2 and 3 after `L`. **Before you look** at the right one, decide on the left: which of the two would people rather call pink?

# %%
fig, panels = plt.subplots(1, 2, figsize=(8.8, 4.2), sharey=True)
for ax in panels:
    ax.plot(*P.T, ".", color=BLUE)
    ax.plot(*(mu + 0.42 * along), "s", color=VERMILLION)
    ax.plot(*(mu + 0.42 * across), "^", color=VERMILLION)
    ax.set(xlabel="green lamp", aspect="equal", xlim=(-0.3, 1.2), ylim=(-0.1, 1.3))
for k in (1, 2, 3):
    panels[1].plot(*(mu + k * circle @ L.T).T, color=INK, linewidth=1)
panels[0].set_ylabel("blue lamp")
figure(fig, alt=(
    "A cloud of pinks, longer from lower left to upper right. A square and a triangle "
    "are equally far from its middle; of three ellipses around it the second holds "
    "the square, and the triangle lies outside of the second."
))

# %% author=true
_d = [np.linalg.norm(np.linalg.solve(L, 0.42 * v)) for v in (along, across)]
assert _d[0] < 2 < _d[1], _d
_m = np.linalg.norm(np.linalg.solve(L, (P - mu).T), axis=0)
_shares = [round(float((_m < k).mean()), 3) for k in (1, 2, 3)]
assert _shares == [0.396, 0.925, 1.0], _shares

# %% [markdown]
# The square: it lies in the direction in which pinks do spread. The ellipses are circles of radius 1, 2 and 3, stretched and slanted as the cloud is, by a matrix $\mathbf{L}$. So run the stretch backward: $\mathbf{z} = \mathbf{L}^{-1}(\mathbf{x} - \boldsymbol\mu)$ lies on a circle again, and its length is the distance in the cloud's own units, the **Mahalanobis distance** (1936):
#
# $$ d^2 = \lVert \mathbf{L}^{-1}(\mathbf{x} - \boldsymbol\mu) \rVert^2 = (\mathbf{x} - \boldsymbol\mu)^{\mathsf T}\,\mathbf{S}^{-1}(\mathbf{x} - \boldsymbol\mu). $$
#
# In words: a z-score with a direction. In one dimension it is $(x - \mu)/\sigma$, without its sign.

# %% [markdown]
# ### Idea 2 · A root of a matrix
#
# Which $\mathbf{L}$? If $\mathbf{z}$ has independent coordinates with variance 1, its covariance matrix is the identity, and that of $\mathbf{L}\mathbf{z}$ is $\mathbf{L}\mathbf{L}^{\mathsf T}$. So we need
#
# $$ \mathbf{L}\,\mathbf{L}^{\mathsf T} = \mathbf{S}, \qquad \text{for example} \quad \begin{pmatrix} 2 & 0 \\ 1 & 2 \end{pmatrix} \begin{pmatrix} 2 & 1 \\ 0 & 2 \end{pmatrix} = \begin{pmatrix} 4 & 2 \\ 2 & 5 \end{pmatrix}. $$
#
# In words: a square root of $\mathbf{S}$. There are many; the one with zeros above the diagonal is the **Cholesky factor**, found entry by entry: $2 = \sqrt4$, $1 = 2/2$, $2 = \sqrt{5 - 1^2}$. (André-Louis Cholesky, a surveyor, used it before 1918.)

# %%
S2 = np.array([[4.0, 2.0], [2.0, 5.0]])
L2 = np.linalg.cholesky(S2)
print(L2)
z = np.random.default_rng(38).normal(size=(100_000, 2))
print(cov_matrix(z @ L2.T, 0).round(2))

# %% author=true
assert np.allclose(L2, [[2, 0], [1, 2]], rtol=1e-12, atol=1e-12) and np.abs(cov_matrix(z @ L2.T, 0) - S2).max() < 0.08

# %% author=true
# lint: square-only — a covariance matrix is square; the draws are n by D

# %% [markdown]
# (Samples are rows, so the rows $\mathbf{z}$ are multiplied with $\mathbf{L}^{\mathsf T}$ from the right.)
#
# ### Exercise · Draw from any cloud
#
# *2 points · about 7 minutes · needs ideas 1 and 2*
#
# $$ \mathbf{x} = \boldsymbol\mu + \mathbf{L}\,\mathbf{z}, \qquad \mathbf{z} \sim \mathcal{N}(\mathbf{0}, \mathbf{I}). $$
#
# In words: independent standard numbers, stretched and slanted, then moved. Every image a diffusion model makes begins as such a $\mathbf{z}$.
#
# **Before you code.** With the $\mathbf{L}$ of idea 2 and $\boldsymbol\mu = (10, 0)$: where does $\mathbf{z} = (1, -1)$ land?
#
# <details><summary>Answer</summary>
#
# $\mathbf{L}\mathbf{z} = (2, 1 - 2) = (2, -1)$, so at $(12, -1)$.
#
# </details>
#
# **Your task.** Write `mvn_sample(mu, S, n, rng)`. Take your randomness from one call, `rng.normal(size=(n, D))`, a draw in each row. Any $\mathbf{L}$ with $\mathbf{L}\mathbf{L}^{\mathsf T} = \mathbf{S}$ passes. Two or three lines.

# %% exercise="d38-mvn_sample"
def mvn_sample(
    mu: np.ndarray, S: np.ndarray, n: int, rng: np.random.Generator
) -> np.ndarray:
    """Draws from the Gaussian with mean mu and covariance matrix S.

    mu       (D,)    mean
    S        (D, D)  covariance matrix, every direction with some variance
    n        how many draws
    rng      generator; one call rng.normal(size=(n, D)) is all it is asked for
    returns  (n, D)  a draw in each row

    >>> rng = np.random.default_rng(0)
    >>> mvn_sample(np.array([5.0]), np.array([[1e-12]]), 2, rng).round(3).tolist()
    [[5.0], [5.0]]
    """
    ### BEGIN SOLUTION
    z = rng.normal(size=(n, len(mu)))
    return mu + z @ np.linalg.cholesky(S).T
    ### END SOLUTION


# %% visible="d38-mvn_sample" points=1
# 4000 draws from idea 2's matrix around (10, 0): means within 0.2, covariances within
# 0.5, more than four standard errors.
got = mvn_sample(
    np.array([10.0, 0.0]),
    np.array([[4.0, 2.0], [2.0, 5.0]]),
    4000,
    np.random.default_rng(5),
)

assert got is not None, "mvn_sample returned None. Did you forget the return statement?"
assert np.shape(got) == (4000, 2), (
    f"A draw in each row: shape (4000, 2) is expected, got {np.shape(got)}."
)
middle, spread = np.mean(got, axis=0), np.cov(np.asarray(got).T, ddof=0)
assert np.allclose(middle, [10, 0], rtol=0, atol=0.2), (
    f"The draws should lie around (10, 0), yours around {middle.round(2).tolist()}."
)
assert np.allclose(spread, [[4, 2], [2, 5]], rtol=0, atol=0.5), (
    f"Their covariances should be near 4, 2, 5; yours are {spread[0, 0]:.2f}, "
    f"{spread[0, 1]:.2f}, {spread[1, 1]:.2f}. Which matrix times its transpose is S, "
    f"and from which side do rows meet it?"
)

# %% hidden="d38-mvn_sample" points=1
# Hidden checks: 1 to 6 dimensions, variances of many sizes; your draws must be one
# stretch of rng.normal(size=(n, D)), and the stretch a root of S; arrays left alone.
_rng = course_rng("d38-mvn_sample")
for _D in (1, 2, 3, 6):
    for _size in (0.1, 1.0, 20.0):
        _A = _size * _rng.normal(size=(_D, _D)) + _size * np.eye(_D)
        _S, _mu = _A @ _A.T + 0.05 * _size**2 * np.eye(_D), _rng.normal(scale=5, size=_D)
        _seed, _n = int(_rng.integers(0, 10**6)), _D + 8
        _z = np.random.default_rng(_seed).normal(size=(_n, _D))
        _given_mu, _given_S = _mu.copy(), _S.copy()
        _got = np.asarray(mvn_sample(_given_mu, _given_S, _n, np.random.default_rng(_seed)), dtype=float)
        assert _got.shape == (_n, _D), f"{_n} draws in {_D} dimensions should have the shape {(_n, _D)}, got {_got.shape}"
        _root = np.linalg.lstsq(_z, _got - _mu, rcond=None)[0]
        _gap = np.abs(_z @ _root + _mu - _got).max()
        assert _gap < 1e-6 * _size, f"{_D} dimensions: your draws are not mu plus a matrix times the rows of one rng.normal(size=(n, D)); the largest gap is {_gap:.4g}"
        assert np.allclose(_root.T @ _root, _S, rtol=1e-6, atol=1e-6 * _size**2), f"S = {_S.round(3).tolist()}: your draws have the covariance matrix {(_root.T @ _root).round(3).tolist()}"
        assert (_given_mu == _mu).all() and (_given_S == _S).all(), "one of the caller's arrays was changed in place"

# %% [markdown]
# ### Idea 3 · How likely is a point?
#
# Independent coordinates: log densities add, so the standard bell in $D$ dimensions has $\log p(\mathbf{z}) = -\tfrac12\lVert\mathbf{z}\rVert^2 - \tfrac{D}{2}\log 2\pi$. Now it goes through the machine $\mathbf{x} = \boldsymbol\mu + \mathbf{L}\mathbf{z}$. On day 36 the density was divided by how much wider a block became; here by how much its *area* or volume grew. That is the determinant (day 14), and for a matrix with zeros above the diagonal it is the product of the diagonal. So

# %% [markdown]
# $$ \log p(\mathbf{x}) = -\frac12\, d^2 - \sum_{i} \log L_{ii} - \frac{D}{2}\log 2\pi. $$
#
# In words: minus half the squared Mahalanobis distance, minus the logarithm of the stretch, minus a constant. In one dimension it is yesterday's formula, with $L_{11} = \sigma$. No inverse of $\mathbf{S}$ is needed: `np.linalg.solve(L, v)` finds the $\mathbf{z}$ with $\mathbf{L}\mathbf{z} = \mathbf{v}$ (day 15). And no determinant: in a hundred dimensions it would underflow, the sum of logarithms does not (day 3).

# %%
x = np.array([4.0, 3.0])
z = np.linalg.solve(L2, x)
print("z:", z, "  d²:", z @ z, "  through S:", x @ np.linalg.solve(S2, x))
print("det S:", np.linalg.det(S2).round(6), "  product of squares:", (2 * 2) ** 2)

# %% author=true
assert np.allclose(z, [2, 0.5], rtol=1e-12, atol=0) and np.isclose(x @ np.linalg.solve(S2, x), 4.25, rtol=1e-12, atol=0)

# %% [markdown]
# ### Exercise · The log density of a cloud
#
# *3 points · about 10 minutes · needs idea 3*
#
# **Before you code.** With idea 2's $\mathbf{L}$: which stretch term has every point, and what does $\mathbf{x} = \boldsymbol\mu$ get?
#
# <details><summary>Answer</summary>
#
# $\log 2 + \log 2 = 1.3863$; at the mean $-1.3863 - 1.8379 = -3.2242$.
#
# </details>
#
# **Your task.** Write `mvn_logpdf(X, mu, S)`, one number for each row. Three or four lines. `np.linalg.solve(L, M)` solves for each column of $M$, so transpose the rows first; `np.diag(L)` is the diagonal.

# %% exercise="d38-mvn_logpdf"
def mvn_logpdf(X: np.ndarray, mu: np.ndarray, S: np.ndarray) -> np.ndarray:
    """The log density of the Gaussian with mean mu and covariance matrix S.

    X        (N, D)  points as rows
    mu       (D,)    mean
    S        (D, D)  covariance matrix, every direction with some variance
    returns  (N,)    log p of each row

    >>> X, S = np.array([[0.0, 0.0], [4.0, 3.0]]), np.array([[4.0, 2.0], [2.0, 5.0]])
    >>> mvn_logpdf(X, np.zeros(2), S).round(4).tolist()
    [-3.2242, -5.3492]
    """
    ### BEGIN SOLUTION
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    stretch = np.log(np.diag(L)).sum()
    return -0.5 * (z**2).sum(axis=0) - stretch - 0.5 * len(mu) * np.log(2 * np.pi)
    ### END SOLUTION


# %% visible="d38-mvn_logpdf" points=1
# L has the rows (3, 0) and (−1, 2) here. From the mean (1, 1), the point (4, 2) is
# L·(1, 1) and (4, 4) is L·(1, 2): d² = 2 and 5. Stretch log 3 + log 2 = 1.7918,
# constant 1.8379. Then 100 dimensions.
S_two, mean_two = np.array([[9.0, -3.0], [-3.0, 5.0]]), np.array([1.0, 1.0])
got = mvn_logpdf(np.array([[1.0, 1.0], [4.0, 2.0], [4.0, 4.0]]), mean_two, S_two)
top = -np.log(6) - np.log(2 * np.pi)
with np.errstate(all="ignore"):
    got_many = mvn_logpdf(np.zeros((1, 100)), np.zeros(100), 1e-8 * np.eye(100))

assert got is not None, "mvn_logpdf returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    f"Three rows, three numbers: shape (3,) is expected, got {np.shape(got)}."
)
assert np.isclose(got[0], top, rtol=1e-9, atol=0), (
    f"At the mean −1.7918 − 1.8379 = {top:.4f} is expected, got {float(got[0]):.4f}. "
    f"Which logarithms are taken away there?"
)
assert np.allclose(got[0] - got[1:], [1, 2.5], rtol=1e-9, atol=0), (
    f"(4, 2) and (4, 4) have d² = 2 and 5, so they lie 1 and 2.5 below the top; "
    f"yours {np.round(got[0] - got[1:], 4).tolist()}. Through which matrix goes the "
    f"way "
    f"back, and what is halved?"
)
assert np.isclose(got_many[0], 50 * np.log(1e8 / (2 * np.pi)), rtol=1e-9, atol=0), (
    f"A narrow bell in 100 dimensions has log p = 829.14 at its top, got "
    f"{got_many[0]}. "
    f"Is there a moment when your program holds a product of 100 small numbers?"
)

# %% hidden="d38-mvn_logpdf" points=2
# Hidden checks: 1 to 60 dimensions, one point and many, near and far, judged by a
# library; whole numbers; your arrays left as they were.
from scipy.stats import multivariate_normal as _mvn

_rng = course_rng("d38-mvn_logpdf")
for _D in (1, 2, 3, 10, 60):
    for _N in (1, 7):
        for _size in (0.02, 1.0, 30.0):
            _A = _size * (_rng.normal(size=(_D, _D)) + 2 * np.eye(_D))
            _S, _mu = _A @ _A.T + 0.1 * _size**2 * np.eye(_D), _rng.normal(scale=3, size=_D)
            _X = _mu + 3 * _size * _rng.normal(size=(_N, _D))
            _want = np.reshape(_mvn.logpdf(_X, _mu, _S), _N)
            _given = [_X.copy(), _mu.copy(), _S.copy()]
            _got = mvn_logpdf(*_given)
            assert np.shape(_got) == (_N,), f"{_N} points in {_D} dimensions need {_N} numbers, got the shape {np.shape(_got)}"
            assert np.allclose(_got, _want, rtol=1e-6, atol=1e-6), f"{_N} points in {_D} dimensions, variances near {_size**2:.3g}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
            assert all((_a == _o).all() for _a, _o in zip(_given, (_X, _mu, _S))), "one of the caller's arrays was changed in place"
_got = mvn_logpdf(np.array([[2, 1], [0, 3]]), np.array([1, 1]), np.array([[2, 1], [1, 3]]))
assert np.allclose(_got, _mvn.logpdf([[2.0, 1.0], [0.0, 3.0]], [1.0, 1.0], [[2.0, 1.0], [1.0, 3.0]]), rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ### The answer to the puzzle
#
# One cloud for each name, and Bayes' rule: the log share of the name plus the log density, the largest wins. Each color is named by clouds that were fitted without it. (A thousandth on the diagonal keeps thin clouds from having no width at all.)

# %%
right = 0
for i in range(len(rgb)):
    rest, scores = np.arange(len(rgb)) != i, []
    for k in range(9):
        members = rgb[rest & (labels == k)]
        S = cov_matrix(members, 0) + 1e-3 * np.eye(3)
        share = np.log(len(members) / len(rgb))
        scores.append(share + mvn_logpdf(rgb[i : i + 1], members.mean(axis=0), S)[0])
    right += np.argmax(scores) == labels[i]
print("nine clouds:", round(right / len(rgb), 3))

# %% author=true
assert abs(right / 554 - 0.915) < 0.0006, right / 554

# %% [markdown]
# 91.5 percent: more than the neighbor that remembers everything, with 81 numbers and nine shares. The means alone had 67: what names mean is in the *shapes*. Here are four of the nine, the ellipses of radius 2 in the plane of the red and the green lamp. **Before you look**: which name has the thinnest one?

# %%
fig, ax = plt.subplots(figsize=(5.6, 4.6))
looks = {"grey": INK, "green": GREEN, "pink": VERMILLION, "blue": BLUE}
for (name, color), style in zip(looks.items(), ("-", "--", ":", "-."), strict=True):
    members = rgb[labels == families.index(name)][:, :2]
    root = np.linalg.cholesky(cov_matrix(members, 0))
    ring = members.mean(axis=0) + 2 * circle @ root.T
    ax.plot(*ring.T, style, color=color, label=name)
ax.set(xlabel="red lamp", ylabel="green lamp", aspect="equal")
ax.legend()
figure(fig, alt=(
    "Four ellipses: grey is a thin cigar along the diagonal; pink stands upright at "
    "the right edge; green and blue are wide and overlap at the left."
))

# %% author=true
_thin = {n: np.linalg.eigvalsh(cov_matrix(rgb[labels == families.index(n)][:, :2], 0))[0] for n in looks}
assert min(_thin, key=_thin.get) == "grey", _thin

# %% [markdown]
# Grey, a cigar along the diagonal: all lamps alike, from dark to light. Pink stands at the right edge, with the red lamp always on. Such shapes are why the mean alone says so little: the middle of all greys is a fine grey, but so is every other place along the cigar.

# %% author=true
# lint: code-length — the three methods of one class are one idea, with one contract each

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Naive Bayes with bells
#
# *4 points · about 17 minutes · needs naive Bayes (day 20) and the log density (day 37)*
#
# A covariance matrix for 48 pixels has 1176 numbers, and few examples cannot fix them. Day 20's way out: pretend that features are independent, given the class. Each has its own bell,
#
# $$ z_k = \log P(k) + \sum_i \Big( -\frac{(x_i - \mu_{ki})^2}{2 v_{ki}} - \frac12 \log (2\pi v_{ki}) \Big), \qquad \log P(k \mid \mathbf{x}) = z_k - \log \sum_j e^{z_j}. $$
#
# In words: the log share plus the log densities of all features; then all are made to sum to 1. The variances $v_{ki}$ have the divisor $n_k$, and those below `floor` are raised to it: a pixel that is always white would divide by 0.
#
# **Before you code.** Class 0 has the values 1 and 3, class 1 the value 8 alone, `floor` is 0.5. Which means and variances has each class?
#
# <details><summary>Answer</summary>
#
# 2 and 1; 8 and 0.5, the floor.
#
# </details>
#
# **Your task.** Fill in the three methods. `__init__` is given; it keeps the floor. Subtract the largest $z$ of a row before you take exponentials (day 20).

# %% exercise="d38-GaussianNB"
class GaussianNB:
    """Naive Bayes for numbers: a bell for each feature in each class.

    >>> X, y = np.array([[1.0], [3.0], [8.0]]), np.array([0, 0, 1])
    >>> GaussianNB(0.5).fit(X, y).predict(np.array([[4.0], [7.0]])).tolist()
    [0, 1]
    """

    def __init__(self, floor: float = 1e-3):
        self.floor = floor

    def fit(self, X: np.ndarray, y: np.ndarray) -> "GaussianNB":
        """Keep the share of every class, and mean and variance of its features.

        X        (N, D)  examples as rows
        y        (N,)    their classes 0 … K − 1, each at least once
        returns  self
        """
        ### BEGIN SOLUTION
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.count = [len(group) for group in groups]  # N times the shares
        self.mean = [group.mean(axis=0) for group in groups]
        spread = [group.var(axis=0, ddof=0) for group in groups]
        self.var = np.maximum(spread, self.floor)
        return self
        ### END SOLUTION

    def predict_log_proba(self, X: np.ndarray) -> np.ndarray:
        """Logarithms of the probabilities of all classes for each row of X.

        X        (N, D)  rows to classify
        returns  (N, K)  log P(k | row)
        """
        ### BEGIN SOLUTION
        far = (X[:, None] - self.mean) ** 2 / self.var
        logp = -0.5 * (far + np.log(self.var)).sum(axis=2)  # 2π is alike for all
        z = np.log(self.count) + logp
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        ### END SOLUTION

    def predict(self, X: np.ndarray) -> np.ndarray:
        """The most probable class of each row, (N,) whole numbers."""
        ### BEGIN SOLUTION
        return self.predict_log_proba(X).argmax(axis=1)
        ### END SOLUTION


# %% visible="d38-GaussianNB" points=2
# Class 0: values 1 and 3, so mean 2 and variance 1. Class 1: the value 8, variance 0.5
# by the floor. At 5 both are three away: −9/2 against −9/1, and the rest by formula.
model = GaussianNB(0.5)
got = model.fit(np.array([[1.0], [3.0], [8.0]]), np.array([0, 0, 1]))
z0 = np.log(2 / 3) - 4.5 - 0.5 * np.log(2 * np.pi)
z1 = np.log(1 / 3) - 9 - 0.5 * np.log(2 * np.pi * 0.5)
want = 1 / (1 + np.exp(z1 - z0))

assert got is not None, "fit returned None. It should end with return self."
assert hasattr(got, "predict_log_proba"), (
    f"fit should return the model itself, self; it returned {got}."
)
got_log = got.predict_log_proba(np.array([[5.0], [6.0]]))
got_class = got.predict(np.array([[5.0], [7.0], [-50.0]]))
assert got_log is not None, (
    "predict_log_proba returned None. Did you forget the return statement?"
)
assert np.shape(got_log) == (2, 2), (
    f"Two rows, two classes: shape (2, 2) is expected, got {np.shape(got_log)}."
)
shares = np.exp(got_log)
assert np.allclose(shares.sum(axis=1), 1, rtol=1e-9, atol=0), (
    f"The probabilities of a row sum to 1, yours to {shares.sum(axis=1).round(4)}."
)
assert np.isclose(shares[0, 0], want, rtol=1e-9, atol=0), (
    f"At 5 class 0 has the probability {want:.5f}, got {shares[0, 0]:.5f}. Which of "
    f"the "
    f"share, the squared distance, the variance and its logarithm is missing?"
)
assert got_class is not None, "predict returned None. It needs a return of its own."
assert np.array_equal(got_class, [0, 1, 0]), (
    f"5, 7 and −50 belong to the classes 0, 1, 0; got {got_class}."
)

# %% hidden="d38-GaussianNB" points=2
# Hidden checks: 2 to 5 classes of different size, features that never vary, one feature
# and 500, far points, the default floor, two models at once; your arrays left alone.
from scipy.special import logsumexp as _logsumexp
from scipy.stats import norm as _norm

_rng = course_rng("d38-GaussianNB")


def _slowly(X, y, floor, new):
    table = np.empty((len(new), max(y) + 1))
    for k in range(max(y) + 1):
        rows = np.array([row for row, label in zip(X, y) if label == k], dtype=float)
        mean = [sum(column) / len(rows) for column in rows.T]
        std = [max(sum((column - m) ** 2) / len(rows), floor) ** 0.5 for column, m in zip(rows.T, mean)]
        for j, one in enumerate(new):
            table[j, k] = np.log(len(rows) / len(X)) + _norm.logpdf(one, mean, std).sum()
    return table - _logsumexp(table, axis=1)[:, None]


for _K, _D, _floor in ((2, 1, 1e-3), (2, 3, 0.2), (3, 4, 1e-3), (5, 2, 1.0), (2, 500, 1e-2)):
    _y = _rng.permutation(np.concatenate([np.arange(_K), _rng.integers(0, _K, size=8), np.zeros(3, dtype=int)]))
    _X = _rng.normal(size=(_K, _D))[_y] + _rng.uniform(0.2, 1.5, size=(_K, _D))[_y] * _rng.normal(size=(len(_y), _D))
    _X[:, 0] = np.where(_y == 0, 0.7, _X[:, 0])
    _new = 2 * _rng.normal(size=(4, _D))
    _want = _slowly(_X, _y.tolist(), _floor, _new)
    _given = _X.copy(), _y.copy(), _new.copy()
    _model = GaussianNB(_floor).fit(_given[0], _given[1])
    _got = _model.predict_log_proba(_given[2])
    assert np.shape(_got) == _want.shape, f"4 rows and {_K} classes should give the shape {_want.shape}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-7), f"{_K} classes, {_D} features, floor {_floor}: expected log probabilities {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
    assert (np.asarray(_model.predict(_new)) == _want.argmax(axis=1)).all(), f"{_K} classes, {_D} features: predict should give {_want.argmax(axis=1)}, gave {_model.predict(_new)}"
    assert all((_a == _b).all() for _a, _b in zip(_given, (_X, _y, _new))), "one of the caller's arrays was changed in place"
    assert np.allclose(_model.predict_log_proba(_new), _want, rtol=1e-6, atol=1e-7), "asked twice, the model answers differently"
_X, _y, _z = np.array([[1, 5], [3, 5], [8, 0], [9, 1]]), np.array([0, 0, 1, 1]), np.array([1, 0, 0, 0])
_want, _want_z = _slowly(_X, _y.tolist(), 1e-3, _X), _slowly(_X, _z.tolist(), 2.0, _X)
_one, _two = GaussianNB().fit(_X, _y), GaussianNB(2.0).fit(_X, _z)
assert np.allclose(_one.predict_log_proba(_X), _want, rtol=1e-6, atol=1e-9) and np.allclose(_two.predict_log_proba(_X), _want_z, rtol=1e-6, atol=1e-9), "wrong for whole numbers with the default floor, or two models at once disturb each other: each keeps its own numbers"

# %% [markdown]
# What does the pretense cost for colors, where the lamps do hang together? Again each color is named by a model that was fitted without it. **Guess** a number between the 67 percent of the means and the 91.5 of the leaning ellipses.

# %%
hits = []
for i in range(len(rgb)):
    rest = np.arange(len(rgb)) != i
    model = GaussianNB().fit(rgb[rest], labels[rest])
    hits.append(model.predict(rgb[i : i + 1])[0] == labels[i])
print("naive bells:", np.mean(hits).round(3))

# %% author=true
assert abs(np.mean(hits) - 0.807) < 0.0006, np.mean(hits)

# %% [markdown]
# 80.7 percent: eleven points lost, since an ellipse that may not lean cannot follow the greys. With many features and few examples the bargain is better; day 45 tries it on digits.
#
# ### In a real model: where the mass is
#
# Image models begin each picture with a draw from a standard Gaussian in hundreds or thousands of dimensions. The density is highest at the middle. **Guess** how far from the middle such draws lie, in 2, 100 and 10,000 dimensions, and how much that distance varies.

# %%
for D in (2, 100, 10_000):
    draws = np.random.default_rng(D).normal(size=(500, D))
    far = np.sqrt((draws**2).sum(axis=1))
    print(f"D = {D:6d}: distance {far.mean():6.2f} ± {far.std(ddof=0):.2f}")

# %% author=true
assert abs(far.mean() - 100) < 0.2 and 0.6 < far.std(ddof=0) < 0.8

# %% [markdown]
# About $\sqrt D$, give or take 0.7: the squared distance is a sum of $D$ squares with mean 1 each (day 20). In many dimensions all draws lie on a thin shell, and none near the middle, where the density is highest: there is so little room there. Halfway between two draws of such a model lies a point that it has hardly ever seen, which is why pictures between two pictures are made along an arc.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# Without looking back, in three sentences: what does $\mathbf{L}$ do to a circle, what is a Mahalanobis distance, and why is no determinant computed? Then compare.
#
# <details><summary>Answer</summary>
#
# It stretches and slants the circle into the ellipse of the cloud. The distance runs that backward and measures on the circle: how many standard deviations, in that direction. The determinant of $\mathbf{L}$ is the product of its diagonal, which underflows in many dimensions; its logarithm is a sum.
#
# </details>

# %% [markdown]
# ### A slice through the cloud
#
# The green lamp of a pink is known. What does that say of its blue lamp? In the picture a vertical line cuts the ellipses; along it the density is again a bell. **Before you look**: with a correlation of 0.8, is that bell narrower than the whole cloud is high, and does its middle move as far as the line does?

# %%
def draw_slice(axes, rho, x1):
    shape, low = axes
    root = np.array([[1.0, 0.0], [rho, np.sqrt(1 - rho**2)]])
    for k in (1, 2, 3):
        shape.plot(*(k * circle @ root.T).T, "-", color=BLUE, linewidth=1)
    shape.plot([x1, x1], [-3, 3], "--", x1, rho * x1, "o", color=VERMILLION)
    shape.set(xlabel="x₁", ylabel="x₂", title=f"correlation {rho:g}", aspect="equal")
    t, var = np.linspace(-3, 3, 201), 1 - rho**2
    low.plot(t, np.exp(-(t**2) / 2) / np.sqrt(2 * np.pi), ":", color=BLUE)
    height = np.exp(-((t - rho * x1) ** 2) / (2 * var)) / np.sqrt(2 * np.pi * var)
    low.plot(t, height, "--", color=VERMILLION)
    low.set(xlabel="x₂", ylim=(0, 1))

# %% [markdown]
# Above, the ellipses and the line at 1.5, with a dot where the middle of the slice is; below, the bell of $x_2$ before the first number is known (dotted) and after (dashed). Three correlations side by side:

# %%
fig, axes = plt.subplots(2, 3, figsize=(8.6, 5.2))
for column, rho in zip(axes.T, (0, 0.5, 0.8), strict=True):
    draw_slice(column, rho, 1.5)
axes[1, 0].set_ylabel("density")
figure(fig, alt=(
    "Ellipses with correlations 0, 0.5 and 0.8 and a line at 1.5. Below each the bell "
    "of the second number: unchanged, moved to 0.75, and moved to 1.2 and much "
    "narrower."
))

# %% [markdown]
# Its standard deviation is 0.6 in place of 1, and its middle moves to 1.2 only, not to 1.5. Drag both numbers: for which correlation does knowing $x_1$ say nothing, for which everything? And does the width depend on where the line is?

# %%
def draw(rho, x1):
    fig, axes = plt.subplots(2, 1, figsize=(4.4, 5.0))
    draw_slice(axes, rho, x1)
    axes[1].set_ylabel("density")
    return fig


slider(draw, alt=(
    "As the correlation grows the slice's bell moves with the line and gets narrower."
), rho=(-0.9, 0.9, 0.1, 0.5), x1=(-2, 2, 0.25, 1.5))

# %% author=true
# lint: square-only — the covariance matrix of two numbers is 2 by 2
# lint: one-size — two numbers are what the function is about

# %% [markdown]
# Nothing at 0, and nearly everything toward 1 and −1; the width stays wherever the line goes. Francis Galton found the shortened way in 1886, in the heights of parents and their grown children, and called it *regression*; the line of best fit still has its name from there.
#
# ### Exercise · One number revealed
#
# *2 points · about 7 minutes · needs the slice above and covariances (day 17)*
#
# $$ \mathbb{E}[x_2 \mid x_1] = \mu_2 + \frac{s_{12}}{s_{11}}\,(x_1 - \mu_1), \qquad \operatorname{Var}(x_2 \mid x_1) = s_{22} - \frac{s_{12}^2}{s_{11}}. $$
#
# In words: from the mean along the line of best fit; and the variance that the line does not explain is left, whatever $x_1$ is.
#
# **Before you code.** $\boldsymbol\mu = (0, 10)$, $\mathbf{S}$ as in idea 2, and $x_1 = 2$: what is known of $x_2$?
#
# <details><summary>Answer</summary>
#
# Mean $10 + \frac24 \cdot 2 = 11$, variance $5 - \frac44 = 4$.
#
# </details>
#
# **Your task.** Write `condition_2d(mu, S, x1)`, the pair of mean and variance. Two lines.

# %% exercise="d38-condition_2d"
def condition_2d(mu: np.ndarray, S: np.ndarray, x1: float) -> tuple[float, float]:
    """What a 2-D Gaussian says of its second number when the first is known.

    mu       (2,)    means
    S        (2, 2)  covariance matrix, S[0, 0] above 0
    x1       the first number
    returns  (mean, variance) of the second

    >>> S = np.array([[4.0, 2.0], [2.0, 5.0]])
    >>> m, v = condition_2d(np.array([0.0, 10.0]), S, 2.0)
    >>> float(m), float(v)
    (11.0, 4.0)
    """
    ### BEGIN SOLUTION
    slope = S[0, 1] / S[0, 0]
    return mu[1] + slope * (x1 - mu[0]), S[1, 1] - slope * S[0, 1]
    ### END SOLUTION


# %% visible="d38-condition_2d" points=1
# Means 1 and 2, variances 4 and 9, covariance −4, x₁ = 3: slope −1, so 2 − 2 = 0, and
# 9 − 16/4 = 5.
got = condition_2d(np.array([1.0, 2.0]), np.array([[4.0, -4.0], [-4.0, 9.0]]), 3.0)

assert got is not None, (
    "condition_2d returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), f"A pair is expected, got the shape {np.shape(got)}."
assert np.isclose(got[0], 0, rtol=0, atol=1e-9), (
    f"2 + (−4/4)·(3 − 1) = 0 is the mean, got {float(got[0]):.4f}. By which variance "
    f"is "
    f"the covariance divided, and where does the line start?"
)
assert np.isclose(got[1], 5, rtol=1e-9, atol=0), (
    f"9 − 16/4 = 5 is the variance that is left, got {float(got[1]):.4f}. Can knowing "
    f"more make it larger?"
)

# %% hidden="d38-condition_2d" points=1
# Hidden checks: clouds of many shapes, judged by slicing the density of a library on a
# fine grid; no correlation, whole numbers; your arrays left as they were.
from scipy.stats import multivariate_normal as _mvn

_rng = course_rng("d38-condition_2d")
for _ in range(16):
    _A = _rng.normal(size=(2, 2)) + 0.5 * np.eye(2)
    _S, _mu = _A @ _A.T + 0.2 * np.eye(2), _rng.normal(scale=3, size=2)
    _x1 = float(_mu[0] + 2 * _rng.normal() * np.sqrt(_S[0, 0]))
    _middle = _mu[1] + 0 * _x1
    _grid = np.linspace(_middle - 14 * np.sqrt(_S[1, 1]), _middle + 14 * np.sqrt(_S[1, 1]), 8001)
    _log = _mvn.logpdf(np.column_stack([np.full(8001, _x1), _grid]), _mu, _S)
    _p = np.exp(_log - _log.max())
    _mean = float((_p * _grid).sum() / _p.sum())
    _want = (_mean, float((_p * (_grid - _mean) ** 2).sum() / _p.sum()))
    _given_mu, _given_S = _mu.copy(), _S.copy()
    _got = condition_2d(_given_mu, _given_S, _x1)
    assert np.allclose(_got, _want, rtol=1e-5, atol=1e-6), f"mu = {_mu.round(3).tolist()}, S = {_S.round(3).tolist()}, x1 = {_x1:.4f}: expected mean {_want[0]:.5f} and variance {_want[1]:.5f}, got {_got}"
    assert (_given_mu == _mu).all() and (_given_S == _S).all(), "one of the caller's arrays was changed in place"
assert np.allclose(condition_2d(np.array([1, 2]), np.array([[2, 0], [0, 7]]), 50), (2, 7), rtol=1e-9, atol=0), "without covariance x₁ says nothing: mean 2 and variance 7 stay"

# %% [markdown]
# ### Break it: a factor from the wrong side
#
# A colleague writes `z @ L` in place of `z @ L.T` and finds that all is well: two variances, a covariance, a nice ellipse. **Predict** the covariance matrix of the rows for idea 2's $\mathbf{L}$. Then change `root = L2` to `root = L2.T`.

# %%
root = L2
z = np.random.default_rng(38).normal(size=(200_000, 2))
spread = cov_matrix(z @ root, 0)
print(spread.round(2))

# %% author=true
assert np.allclose(spread, [[5, 2], [2, 4]], rtol=0, atol=0.1)
# edit: "root = L2" -> "root = L2.T"
# then: np.allclose(spread, [[4, 2], [2, 5]], rtol=0, atol=0.1)

# %% [markdown]
# <details><summary>Answer</summary>
#
# $\mathbf{L}^{\mathsf T}\mathbf{L}$, which has 5 and 4 on its diagonal: the variances have changed places, here by accident so neatly. With more dimensions it is another cloud. Only a comparison with $\mathbf{S}$ shows it.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. A covariance matrix is a shape; its Cholesky factor turns circles into that shape.
# 2. Mahalanobis distance is a z-score with a direction.
# 3. Log density: minus half the squared distance, minus the log of the stretch, minus a constant.
# 4. Naive Bayes with bells lets no ellipse lean; that is cheap, and costs where features hang together.
# 5. A number revealed moves the other along the line of best fit, and narrows it by what the line explains.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\boldsymbol\mu$ | the mean of a cloud, mu | `mu` |
# | $\mathbf{L}$ | Cholesky factor: $\mathbf{L}\mathbf{L}^{\mathsf T} = \mathbf{S}$, zeros above the diagonal | `np.linalg.cholesky(S)` |
# | $\mathcal{N}(\boldsymbol\mu, \mathbf{S})$ | Gaussian with mean mu and covariance matrix S | `mvn_logpdf(X, mu, S)` |

# %% [markdown]
# ### To read
#
# Galton's short paper of 1886, *Regression towards mediocrity in hereditary stature*, has the ellipses in its plates, drawn by hand around counted families. Tomorrow scores become probabilities, without any bell: the softmax.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# In one dimension 68 and 95 percent lie within one and two σ. In a plane the squared distance has two terms; cut into rings as day 36 cut the board, the share within $k$ is $1 - e^{-k^2/2}$: only 39 percent within 1, 86 within 2, 99 within 3. Of the 53 pinks 40, 92 and 100 percent lie within these ellipses. In a hundred dimensions nothing at all lies within 1, as the shell of part 3 says.
#
# ### Exercise · Distances in the cloud's units
#
# *optional · about 7 minutes · needs idea 1*
#
# Outliers are found so: a color may be usual in each lamp and odd as a mixture.
#
# **Before you code.** $\mathbf{S}$ has the diagonal 4, 9 and zeros beside it. How far is $(2, 3)$ from the mean $(0, 0)$?
#
# <details><summary>Answer</summary>
#
# One σ in each direction: $\sqrt 2$.
#
# </details>
#
# **Your task.** Write `mahalanobis(X, mu, S)`, a distance for each row, not its square. Two lines.

# %% exercise="d38-mahalanobis"
def mahalanobis(X: np.ndarray, mu: np.ndarray, S: np.ndarray) -> np.ndarray:
    """How many standard deviations each row lies from mu, in its own direction.

    X        (N, D)  points as rows
    mu       (D,)    mean
    S        (D, D)  covariance matrix, every direction with some variance
    returns  (N,)    distances

    >>> S = np.array([[4.0, 0.0], [0.0, 9.0]])
    >>> mahalanobis(np.array([[2.0, 3.0]]), np.zeros(2), S).round(4).tolist()
    [1.4142]
    """
    ### BEGIN SOLUTION
    z = np.linalg.solve(np.linalg.cholesky(S), (X - mu).T)
    return np.sqrt((z**2).sum(axis=0))
    ### END SOLUTION


# %% visible="d38-mahalanobis" points=0
# L has the rows (3, 0) and (−1, 2). From (1, 1), the point (4, 2) is L·(1, 1) away.
got = mahalanobis(
    np.array([[4.0, 2.0], [1.0, 5.0]]),
    np.array([1.0, 1.0]),
    np.array([[9.0, -3.0], [-3.0, 5.0]]),
)

assert got is not None, (
    "mahalanobis returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"Two rows, two distances: shape (2,) is expected, got {np.shape(got)}."
)
assert np.allclose(got, [np.sqrt(2), 2], rtol=1e-9, atol=0), (
    f"z = (1, 1) and (0, 2) have the lengths 1.4142 and 2; got "
    f"{np.round(got, 4).tolist()}. Does the way back go through L, and is a root "
    f"missing?"
)

# %% hidden="d38-mahalanobis" points=0
# Hidden checks: 1 to 8 dimensions, judged by a library; the mean itself, whole numbers;
# your arrays left as they were.
from scipy.spatial.distance import mahalanobis as _oracle

_rng = course_rng("d38-mahalanobis")
for _D in (1, 2, 3, 8):
    for _N in (1, 6):
        _A = _rng.normal(size=(_D, _D)) + np.eye(_D)
        _S, _mu = _A @ _A.T + 0.2 * np.eye(_D), _rng.normal(scale=3, size=_D)
        _X = np.vstack([_mu, _mu + 2 * _rng.normal(size=(_N, _D))])
        _want = np.array([_oracle(_row, _mu, np.linalg.inv(_S)) for _row in _X])
        _given = [_X.copy(), _mu.copy(), _S.copy()]
        _got = mahalanobis(*_given)
        assert np.shape(_got) == (_N + 1,), f"{_N + 1} rows need as many distances, got the shape {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-7), f"S = {_S.round(3).tolist()}: expected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert all((_a == _o).all() for _a, _o in zip(_given, (_X, _mu, _S))), "one of the caller's arrays was changed in place"
assert np.allclose(mahalanobis(np.array([[3, 4]]), np.array([0, 0]), np.array([[1, 0], [0, 4]])), np.sqrt(13), rtol=1e-9, atol=0), "wrong for whole numbers"
