# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Two exercises that days to come will hold
#
# Negation's backward step and an affine layer, with checks as this course writes them.

# %%
import numpy as np

# %% [markdown]
# ### Exercise · Back through a minus
#
# *2 points · about 3 minutes*

# %% exercise="d12-negative_back"
def negative_back(g: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Gradient with respect to x of a loss that sees −x.

    g        (…)  gradient with respect to −x
    x        (…)  the input
    returns  (…)

    >>> negative_back(np.array([2.0]), np.array([5.0]))
    array([-2.])
    """
    ### BEGIN SOLUTION
    return -g
    ### END SOLUTION


# %% visible="d12-negative_back" points=1
# An upstream gradient that is neither 1 nor symmetric.
got = negative_back(np.array([3.0, -2.0]), np.array([1.0, 4.0]))
assert np.allclose(got, [-3.0, 2.0], rtol=1e-12, atol=0), f"If −x rises by 1, x has fallen by 1: expected [-3, 2], got {got}."

# %% hidden="d12-negative_back" points=1
# Hidden checks: the difference quotient of a random weighted sum.
_rng = course_rng("d12-negative_back")
for _shape in ((4,), (2, 3)):
    _x, _g, _h = _rng.normal(size=_shape), _rng.normal(size=_shape), 1e-6
    _want = np.zeros(_shape)
    for _at in np.ndindex(_shape):
        _step = np.zeros(_shape)
        _step[_at] = _h
        _want[_at] = ((_g * -(_x + _step)).sum() - (_g * -(_x - _step)).sum()) / (2 * _h)
    assert np.allclose(negative_back(_g, _x), _want, rtol=1e-6, atol=1e-8), f"wrong for shape {_shape}"

# %% [markdown]
# ### Exercise · An affine layer
#
# *2 points · about 4 minutes*

# %% exercise="d12-affine"
def affine(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """A layer: X @ W + b.

    X        (N, d_in)      N samples
    W        (d_in, d_out)  weights
    b        (d_out,)       one bias for each output
    returns  (N, d_out)

    >>> affine(np.array([[1.0, 2.0]]), np.array([[1.0], [1.0]]), np.array([10.0]))
    array([[13.]])
    """
    ### BEGIN SOLUTION
    return X @ W + b
    ### END SOLUTION


# %% visible="d12-affine" points=1
# By hand, with a bias that is not 0.
got = affine(np.array([[1.0, 2.0, 0.0]]), np.array([[1.0, 0.0], [1.0, 2.0], [5.0, 5.0]]), np.array([10.0, -1.0]))
assert np.allclose(got, [[13.0, 3.0]], rtol=1e-12, atol=0), f"Expected [[13, 3]], got {got}. Which sign has the bias?"

# %% hidden="d12-affine" points=1
# Hidden checks: random layers of other sizes, entry by entry.
_rng = course_rng("d12-affine")
for _n, _i, _o in ((1, 1, 1), (4, 3, 2), (2, 5, 7)):
    _X, _W, _b = _rng.normal(size=(_n, _i)), _rng.normal(size=(_i, _o)), _rng.normal(size=_o)
    _want = np.array([[sum(_X[r, k] * _W[k, c] for k in range(_i)) + _b[c] for c in range(_o)] for r in range(_n)])
    assert np.allclose(affine(_X, _W, _b), _want, rtol=1e-9, atol=1e-12), f"wrong for {_n} samples, {_i} inputs, {_o} outputs"
