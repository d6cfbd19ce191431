"""Reference functions that a written day needs from a day not yet written. Build puts them into the toolbox, marked planned.

When the day is written, its function moves there and goes from here; build refuses a name that stands in both places.
This is the spine of the course: what later days lean on, so that days can be written side by side.
"""

# %% day=35
import numpy as np

from log2attn.toolbox import topo_order, unbroadcast, zero_grad


class Tensor:
    """An array in a computation: its value, the Tensors it came from, and how to hand a gradient back to them.

    data     ndarray; float32 is kept, everything else becomes float64
    parents  the Tensors it was computed from
    push(g)  the gradient of each parent, in its shape, from the gradient g of this one
    grad     0.0 until a sweep
    """

    __array_ufunc__ = None  # ndarray * Tensor asks the Tensor

    def __init__(self, data, parents=(), push=lambda g: (), name=""):
        a = np.asarray(data)
        self.data = a if a.dtype.kind == "f" else a.astype(float)
        self.parents, self.push, self.name, self.grad = parents, push, name, 0.0

    def lift(self, other):
        """Another operand as a Tensor. A plain number takes this one's precision: a float64 scalar would turn float32 into float64."""
        if hasattr(other, "push"):
            return other
        return Tensor(np.asarray(other, dtype=self.data.dtype) if np.ndim(other) == 0 else other)

    @property
    def shape(self):
        return self.data.shape

    @property
    def T(self):
        return self.swapaxes(-1, -2)

    def __add__(self, other):
        other = self.lift(other)
        back = lambda g: (unbroadcast(g, self.shape), unbroadcast(g, other.shape))
        return Tensor(self.data + other.data, (self, other), back)

    def __mul__(self, other):
        other = self.lift(other)
        back = lambda g: (unbroadcast(g * other.data, self.shape), unbroadcast(g * self.data, other.shape))
        return Tensor(self.data * other.data, (self, other), back)

    def __pow__(self, n):
        return Tensor(self.data**n, (self,), lambda g: (g * n * self.data ** (n - 1),))

    def __neg__(self):
        return -1.0 * self

    def __sub__(self, other):
        return self + -self.lift(other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return self.lift(other) + -self

    def __truediv__(self, other):
        return self * self.lift(other) ** -1.0

    def __rtruediv__(self, other):
        return self.lift(other) * self**-1.0

    def __matmul__(self, other):
        return tensor_matmul(self, self.lift(other))

    def __rmatmul__(self, other):
        return tensor_matmul(self.lift(other), self)

    def exp(self):
        value = np.exp(self.data)
        return Tensor(value, (self,), lambda g: (g * value,))

    def log(self):
        return Tensor(np.log(self.data), (self,), lambda g: (g / self.data,))

    def tanh(self):
        value = np.tanh(self.data)
        return Tensor(value, (self,), lambda g: (g * (1 - value**2),))

    def relu(self):
        on = self.data > 0
        return Tensor(self.data * on, (self,), lambda g: (g * on,))

    def reshape(self, *shape):
        return Tensor(self.data.reshape(*shape), (self,), lambda g: (g.reshape(self.shape),))

    def swapaxes(self, i, j):
        return Tensor(self.data.swapaxes(i, j), (self,), lambda g: (g.swapaxes(i, j),))

    def sum(self, axis=None, keepdims=False):
        return tensor_sum(self, axis, keepdims)

    def mean(self, axis=None, keepdims=False):
        return tensor_mean(self, axis, keepdims)

    def __getitem__(self, idx):
        return tensor_gather(self, idx)


def tensor_matmul(a, b):
    """The product of the last two axes of two Tensors; batch axes in front are broadcast."""

    def push(g):
        return (
            unbroadcast(g @ b.data.swapaxes(-1, -2), a.shape),
            unbroadcast(a.data.swapaxes(-1, -2) @ g, b.shape),
        )

    return Tensor(a.data @ b.data, (a, b), push)


def tensor_sum(a, axis=None, keepdims=False):
    """The sum of a Tensor along one axis, several, or all."""

    def push(g):
        g = np.asarray(g)
        return (np.broadcast_to(g if axis is None or keepdims else np.expand_dims(g, axis), a.shape),)

    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)


def tensor_mean(a, axis=None, keepdims=False):
    """The mean of a Tensor along one axis, several, or all."""
    total = tensor_sum(a, axis, keepdims)
    return total * (total.data.size / a.data.size)


def tensor_gather(a, idx):
    """The rows a[idx] of a Tensor, for an array of whole numbers of any shape; the gradients of a row taken twice add up."""

    def push(g):
        out = np.zeros_like(a.data)
        np.add.at(out, idx, g)
        return (out,)

    return Tensor(a.data[idx], (a,), push)


def sweep(loss, params):
    """Set the gradients of params to zero, then hand the gradient of the loss back to the leaves, and keep it only there."""
    zero_grad(params)
    order = topo_order(loss)
    arrived = {id(loss): np.ones_like(loss.data)}
    for node in reversed(order):
        g = arrived.pop(id(node))
        if not node.parents:
            node.grad = node.grad + g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] = arrived[id(parent)] + part if id(parent) in arrived else part


# %% day=37
import numpy as np


def gauss_logpdf(x: np.ndarray, mu: float, sigma: float) -> np.ndarray:
    """The log-density of the normal distribution with mean mu and standard deviation sigma, entry by entry."""
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


# %% day=38
import numpy as np


def mvn_logpdf(X: np.ndarray, mu: np.ndarray, S: np.ndarray) -> np.ndarray:
    """The log-density of the normal distribution with mean mu (D,) and covariance S (D, D), for each row of X (N, D): (N,)."""
    L = np.linalg.cholesky(S)
    r = np.linalg.solve(L, (X - mu).T)
    return -0.5 * (r**2).sum(axis=0) - np.log(np.diag(L)).sum() - 0.5 * len(S) * np.log(2 * np.pi)


# %% day=39
import numpy as np


def softmax(z: np.ndarray, axis: int = -1, T: float = 1.0) -> np.ndarray:
    """Turn scores into a distribution along one axis, without overflow.

    z        (…)  scores (logits)
    T        temperature, > 0
    returns  (…)  nonnegative, sums to 1 along axis

    >>> softmax(np.array([0.0, np.log(3.0)])).round(2)
    array([0.25, 0.75])
    """
    z = np.asarray(z, dtype=float) / T
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    """The logarithm of softmax along one axis, without overflow and without log 0."""
    z = z - np.max(z, axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def softmax_vjp(p: np.ndarray, g: np.ndarray) -> np.ndarray:
    """The gradient of the logits from the gradient g of p = softmax(z), along the last axis."""
    return p * (g - (p * g).sum(axis=-1, keepdims=True))


# %% day=40
import numpy as np

from log2attn.toolbox import log_softmax


def cross_entropy(z: np.ndarray, y: np.ndarray) -> float:
    """The mean surprise, in nats, of the right classes y (…) under the logits z (…, K)."""
    return -np.take_along_axis(log_softmax(z), y[..., None], axis=-1).mean()


def ce_grad(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The gradient of cross_entropy for the logits z (…, K): (probabilities − one-hot) / number of positions."""
    p = np.exp(log_softmax(z))
    np.put_along_axis(p, y[..., None], np.take_along_axis(p, y[..., None], -1) - 1, axis=-1)
    return p / y.size


# %% day=41
import numpy as np


def init_weights(d_in: int, d_out: int, kind: str, rng: np.random.Generator) -> np.ndarray:
    """Normal weights (d_in, d_out) of variance 2/d_in for kind "he", 2/(d_in + d_out) for "xavier"."""
    return rng.standard_normal((d_in, d_out)) * np.sqrt(2 / (d_in if kind == "he" else d_in + d_out))


def init_mlp(sizes: list[int], kind: str, rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    """Weights by init_weights and zero biases for each layer of a net with these widths."""
    return [(init_weights(a, b, kind, rng), np.zeros(b)) for a, b in zip(sizes, sizes[1:])]


def relu(x):
    """The larger of 0 and x, entry by entry, for arrays and for Tensors."""
    return x.relu() if hasattr(x, "relu") else np.maximum(x, 0.0)


def mlp_forward(X, params):
    """A net's output for the rows of X: layers (W, b) with a relu between them and none at the end; arrays or Tensors."""
    for at, (W, b) in enumerate(params):
        X = (relu(X) if at else X) @ W + b
    return X


# %% day=42
import numpy as np

from log2attn.toolbox import Tensor, ce_grad, cross_entropy, init_mlp, mlp_forward, sweep


class MLP:
    """A net of layers with a relu between them; ``layers`` is a list of (W, b) Tensors."""

    def __init__(self, sizes, rng, kind="he"):
        self.layers = [(Tensor(W), Tensor(b)) for W, b in init_mlp(sizes, kind, rng)]

    def parameters(self):
        """W1, b1, W2, …"""
        return [p for layer in self.layers for p in layer]

    def __call__(self, X):
        return mlp_forward(X if hasattr(X, "push") else Tensor(X), self.layers)


def tensor_cross_entropy(z, y):
    """cross_entropy of a Tensor of logits (…, K) and right classes y (…): a Tensor that holds one number."""
    return Tensor(cross_entropy(z.data, y), (z,), lambda g: (g * ce_grad(z.data, y),))


def sgd(lr):
    """An optimizer: opt(params) moves their data once against their gradients."""

    def opt(params):
        for p in params:
            p.data = p.data - lr * p.grad

    return opt


def batches(n: int, B: int, rng: np.random.Generator) -> list[np.ndarray]:
    """The numbers 0 … n − 1, shuffled once and cut into pieces of B; the last may be shorter."""
    order = rng.permutation(n)
    return [order[i : i + B] for i in range(0, n, B)]


def train(model, X, y, opt, epochs, B, rng):
    """Train a classifier on rows X and classes y in batches of B; the mean loss of each epoch, (epochs,)."""
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


# %% day=43
import math

import numpy as np


def adam_step(theta, g, m, v, t, lr, b1, b2, eps):
    """One step of Adam, t = 1, 2, …: the new parameters and the new averages of gradients and of squared gradients."""
    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
    return theta - lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps), m, v


def adamw_step(theta, g, m, v, t, lr, b1, b2, eps, wd):
    """One step of Adam with decoupled weight decay wd."""
    return adam_step(theta * (1 - lr * wd), g, m, v, t, lr, b1, b2, eps)


def cosine_lr(t: int, total: int, warmup: int, lo: float, hi: float) -> float:
    """The learning rate of step t = 0, 1, …: up in a straight line to hi, then down along a cosine to lo."""
    if t < warmup:
        return hi * (t + 1) / warmup
    return lo + 0.5 * (hi - lo) * (1 + math.cos(math.pi * (t - warmup) / (total - warmup)))


def clip_global(grads, c):
    """A list of gradients scaled down so that all of them together are at most c long, and how long they were before."""
    # As a Python number: numpy's float64 would turn float32 gradients into float64.
    size = float(np.sqrt(sum((np.asarray(g) ** 2).sum() for g in grads)))
    return [g * (c / size) if size > c else g for g in grads], size


def clip_grads(params, c):
    """clip_global on the gradients of parameters; how long they were before."""
    grads, size = clip_global([p.grad for p in params], c)
    for p, g in zip(params, grads):
        p.grad = g
    return size


def adam(lr, b1=0.9, b2=0.999, eps=1e-8, wd=0.0):
    """An optimizer: opt(params) moves their data once. lr is a number or a function of the step t = 1, 2, …"""
    state = {}

    def opt(params):
        state["t"] = t = state.get("t", 0) + 1
        now = lr(t) if callable(lr) else lr
        for i, p in enumerate(params):
            m, v = state.get(i, (0.0, 0.0))
            p.data, m, v = adamw_step(p.data, np.asarray(p.grad), m, v, t, now, b1, b2, eps, wd)
            state[i] = m, v

    return opt


# %% day=44
import numpy as np

from log2attn.toolbox import Tensor


def layernorm(x, g, b, eps=1e-5):
    """Each vector along the last axis, moved to mean 0 and variance 1, times the gain g plus the bias b."""
    c = x - x.mean(axis=-1, keepdims=True)
    return c / np.sqrt((c**2).mean(axis=-1, keepdims=True) + eps) * g + b


def layernorm_vjp(x, g, eps, up):
    """Gradients of layernorm from the gradient up of its output: for x, for the gain, for the bias."""
    c = x - x.mean(axis=-1, keepdims=True)
    s = 1 / np.sqrt((c**2).mean(axis=-1, keepdims=True) + eps)
    n, gn = c * s, up * g
    gx = s * (gn - gn.mean(axis=-1, keepdims=True) - n * (gn * n).mean(axis=-1, keepdims=True))
    rows = tuple(range(x.ndim - 1))
    return gx, (up * n).sum(axis=rows), up.sum(axis=rows)


def tensor_layernorm(x, g, b, eps=1e-5):
    """layernorm of Tensors."""
    back = lambda up: layernorm_vjp(x.data, g.data, eps, up)
    return Tensor(layernorm(x.data, g.data, b.data, eps), (x, g, b), back)


# %% day=46
import numpy as np


def entropy(p: np.ndarray, base: float = np.e) -> float:
    """The entropy of probabilities p, in nats; with base=2 in bits."""
    p = np.asarray(p, dtype=float)
    return -(p[p > 0] * np.log(p[p > 0])).sum() / np.log(base)


# %% day=47
import numpy as np


def kl(p: np.ndarray, q: np.ndarray) -> float:
    """KL(p‖q) in nats; infinite where q rules out what p allows."""
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    on = p > 0
    with np.errstate(divide="ignore"):
        return (p[on] * (np.log(p[on]) - np.log(q[on]))).sum()


# %% day=48
import numpy as np


def pmi(joint: np.ndarray) -> np.ndarray:
    """The pointwise mutual information, in nats, of each row and column of a table of counts or shares; −inf at zeros."""
    p = joint / joint.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, np.log(p / (p.sum(axis=1, keepdims=True) * p.sum(axis=0))), -np.inf)


# %% day=50
import numpy as np


def svd_via_eigh(A: np.ndarray, tol: float = 1e-9) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The singular value decomposition of A (m, n) without its zeros: U (m, r), s (r,) descending, Vt (r, n)."""
    w, V = np.linalg.eigh(A.T @ A)
    s, V = np.sqrt(np.maximum(w[::-1], 0.0)), V[:, ::-1]
    r = int((s > tol * max(1.0, s[0])).sum())
    return A @ V[:, :r] / s[:r], s[:r], V[:, :r].T


def energy_rank(s: np.ndarray, frac: float) -> int:
    """The smallest number of singular values whose squares hold a share frac of all squares."""
    share = np.cumsum(s**2) / (s**2).sum()
    return int(np.searchsorted(share, frac - 1e-12) + 1)


# %% day=53
import numpy as np


def sample_categorical(p: np.ndarray, n: int, rng: np.random.Generator) -> np.ndarray:
    """n draws from the probabilities p (K,): (n,) ints. Draws: one rng.random(n)."""
    edges = np.cumsum(p)
    return np.minimum(np.searchsorted(edges / edges[-1], rng.random(n), side="right"), len(p) - 1)


# %% day=54
import numpy as np


def stationary(P: np.ndarray) -> np.ndarray:
    """The shares (n,) that a step of the chain P (n, n), rows summing to 1, leaves as they are."""
    n = len(P)
    A = np.vstack([P.T - np.eye(n), np.ones(n)])
    return np.linalg.lstsq(A, np.append(np.zeros(n), 1.0), rcond=None)[0]


class NGram:
    """A language model that counts: after the longest known context, mixed with shorter ones, down to 1/V for each symbol.

    p_k(c) = (count(context, c) + alpha p_{k−1}(c)) / (count(context) + alpha), contexts of 0 to n − 1 symbols.
    """

    def __init__(self, V):
        self.V = V

    def fit(self, seq, n):
        """Count what follows each context of up to n − 1 symbols in seq."""
        self.n, self.counts = n, {}
        for i, c in enumerate(seq):
            for k in range(min(n - 1, i) + 1):
                followers = self.counts.setdefault(tuple(seq[i - k : i]), {})
                followers[c] = followers.get(c, 0) + 1
        return self

    def logprob(self, seq, alpha):
        """The log-probability of each symbol of seq after those before it, (len(seq),), in nats."""
        out = []
        for i, c in enumerate(seq):
            p = 1 / self.V
            for k in range(min(self.n - 1, i) + 1):
                followers = self.counts.get(tuple(seq[i - k : i]), {})
                p = (followers.get(c, 0) + alpha * p) / (sum(followers.values()) + alpha)
            out.append(np.log(p))
        return np.array(out)


# %% day=56
import numpy as np

from log2attn.toolbox import sample_categorical, softmax


def top_k(logits: np.ndarray, k: int) -> np.ndarray:
    """The k largest logits where they are, −inf elsewhere; of equal ones the first stay."""
    out = np.full(len(logits), -np.inf)
    keep = np.argsort(-logits, kind="stable")[:k]
    out[keep] = logits[keep]
    return out


def top_p(probs: np.ndarray, p: float) -> np.ndarray:
    """The fewest largest probabilities that hold a share p together, scaled to sum 1, and 0 elsewhere."""
    order = np.argsort(-probs, kind="stable")
    keep = order[: int(np.searchsorted(np.cumsum(probs[order]), p - 1e-12) + 1)]
    out = np.zeros_like(probs)
    out[keep] = probs[keep]
    return out / out.sum()


def sample_next(logits, T, k, p, rng):
    """The next symbol at temperature T, among the k largest (None: all) and the share p; at T = 0 the largest, without a draw."""
    if T == 0:
        return int(np.argmax(logits))
    heated = logits / T if k is None else top_k(logits / T, k)
    return int(sample_categorical(top_p(softmax(heated), p), 1, rng)[0])


# %% day=57
import numpy as np

from log2attn.toolbox import Tensor


def make_windows(ids: np.ndarray, T: int) -> tuple[np.ndarray, np.ndarray]:
    """Every stretch of T symbols and the symbol after it: X (n − T, T), y (n − T,)."""
    return np.lib.stride_tricks.sliding_window_view(ids[:-1], T).copy(), np.asarray(ids[T:])


class BengioLM:
    """Embed T symbols in D numbers each, one tanh layer, logits of the next symbol."""

    def __init__(self, V, T, D, hidden, rng):
        self.T = T
        self.E = Tensor(0.3 * rng.standard_normal((V, D)))
        self.W1 = Tensor(rng.standard_normal((T * D, hidden)) / np.sqrt(T * D))
        self.b1 = Tensor(np.zeros(hidden))
        self.W2 = Tensor(0.1 * rng.standard_normal((hidden, V)))
        self.b2 = Tensor(np.zeros(V))

    def parameters(self):
        """E, W1, b1, W2, b2."""
        return [self.E, self.W1, self.b1, self.W2, self.b2]

    def __call__(self, X):
        return (self.E[X].reshape(len(X), -1) @ self.W1 + self.b1).tanh() @ self.W2 + self.b2


# %% day=59
import numpy as np

from log2attn.toolbox import softmax


def causal_mask(T: int) -> np.ndarray:
    """Which position may look at which: (T, T), True on and below the diagonal."""
    return np.tril(np.ones((T, T), dtype=bool))


def causal_attention(Q, K, V):
    """Attention in which no position looks ahead: outputs and weights; batch axes in front."""
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(np.where(causal_mask(Q.shape[-2]), scores, -np.inf))
    return A @ V, A


def split_heads(x, heads):
    """(…, T, D) → (…, heads, T, D / heads)."""
    *lead, T, D = x.shape
    return x.reshape(*lead, T, heads, D // heads).swapaxes(-3, -2)


def merge_heads(x):
    """(…, heads, T, d) → (…, T, heads · d)."""
    *lead, heads, T, d = x.shape
    return x.swapaxes(-3, -2).reshape(*lead, T, heads * d)


def mha(x, p, heads):
    """Causal attention with several heads on x (…, T, D); p has Wq bq Wk bk Wv bv Wo bo."""
    Q, K, V = (split_heads(x @ p[f"W{c}"] + p[f"b{c}"], heads) for c in "qkv")
    return merge_heads(causal_attention(Q, K, V)[0]) @ p["Wo"] + p["bo"]


# %% day=60
import numpy as np


def rope(x: np.ndarray, pos: np.ndarray, base: float = 10000.0) -> np.ndarray:
    """Rotary positions: the pairs of entries of x (…, T, d) turned by pos (T,) times base^(−2i/d)."""
    angle = np.asarray(pos)[:, None] * base ** (-np.arange(0, x.shape[-1], 2) / x.shape[-1])
    a, b, c, s = x[..., 0::2], x[..., 1::2], np.cos(angle), np.sin(angle)
    return np.stack([c * a - s * b, s * a + c * b], axis=-1).reshape(x.shape)


# %% day=61
import numpy as np

from log2attn.toolbox import Tensor, causal_mask, relu, softmax, softmax_vjp, tensor_layernorm


def tensor_softmax(z, mask=None):
    """softmax of a Tensor along its last axis; where a mask is False the share is 0."""
    p = softmax(z.data if mask is None else np.where(mask, z.data, -np.inf)).astype(z.data.dtype)
    return Tensor(p, (z,), lambda g: (softmax_vjp(p, g),))


def tensor_mha(x, p, heads):
    """mha on Tensors, x (B, T, D)."""
    B, T, D = x.shape
    cut = lambda c: (x @ p[f"W{c}"] + p[f"b{c}"]).reshape(B, T, heads, D // heads).swapaxes(1, 2)
    Q, K, V = cut("q"), cut("k"), cut("v")
    A = tensor_softmax(Q @ K.T * (D // heads) ** -0.5, causal_mask(T))
    return (A @ V).swapaxes(1, 2).reshape(B, T, D) @ p["Wo"] + p["bo"]


def block(x, p, heads):
    """A transformer block on a Tensor x (B, T, D): attention, then a two-layer net, each on a normed copy and added to x."""
    x = x + tensor_mha(tensor_layernorm(x, p["g1"], p["b1"]), p, heads)
    return x + relu(tensor_layernorm(x, p["g2"], p["b2"]) @ p["W1"] + p["c1"]) @ p["W2"] + p["c2"]


# %% day=62
import numpy as np

from log2attn.toolbox import (
    Tensor,
    adam,
    block,
    clip_grads,
    cosine_lr,
    sweep,
    tensor_cross_entropy,
    tensor_layernorm,
)


class TinyGPT:
    """A language model of transformer blocks: ids (B, t ≤ T) → logits (B, t, V). cfg: V, T, D, L, heads, and dtype if not float64."""

    def __init__(self, cfg, rng):
        self.cfg = {k: cfg[k] for k in ("V", "T", "D", "L", "heads")}
        V, T, D, L = (cfg[k] for k in ("V", "T", "D", "L"))
        kind = cfg.get("dtype", float)
        normal = lambda *shape, std: Tensor((std * rng.standard_normal(shape)).astype(kind))
        flat = lambda n, value: Tensor(np.full(n, value, dtype=kind))
        self.params = {"E": normal(V, D, std=0.02), "P": normal(T, D, std=0.02)}
        self.params |= {"gf": flat(D, 1.0), "bf": flat(D, 0.0), "blocks": []}
        for _ in range(L):
            p = {name: flat(D, float(name[0] == "g")) for name in "g1 b1 g2 b2 bq bk bv bo c2".split()}
            p |= {f"W{c}": normal(D, D, std=D**-0.5) for c in "qkv"}
            p |= {"Wo": normal(D, D, std=(2 * L * D) ** -0.5)}
            p |= {"W1": normal(D, 4 * D, std=(2 / D) ** 0.5), "c1": flat(4 * D, 0.0)}
            p |= {"W2": normal(4 * D, D, std=(2 * L * 4 * D) ** -0.5)}
            self.params["blocks"].append(p)

    def named(self):
        """(name, Tensor) of every parameter: E, P, gf, bf, then 0.g1, …"""
        yield from ((name, p) for name, p in self.params.items() if name != "blocks")
        for at, one in enumerate(self.params["blocks"]):
            yield from ((f"{at}.{name}", p) for name, p in one.items())

    def parameters(self):
        """Every parameter, in the order of ``named``."""
        return [p for _, p in self.named()]

    def state(self):
        """The parameters' arrays by name."""
        return {name: p.data for name, p in self.named()}

    def load(self, arrays):
        """Take the parameters' arrays from a dict like that of ``state``."""
        for name, p in self.named():
            p.data = np.asarray(arrays[name])
        return self

    def __call__(self, ids):
        p = self.params
        x = p["E"][ids] + p["P"][np.arange(ids.shape[1])]
        for one in p["blocks"]:
            x = block(x, one, self.cfg["heads"])
        return tensor_layernorm(x, p["gf"], p["bf"]) @ p["E"].T


def get_batch(ids, B, T, rng):
    """B windows of T symbols, cut at random, and the same windows one symbol later. Draws: one rng.integers."""
    rows = rng.integers(0, len(ids) - T, B)[:, None] + np.arange(T + 1)
    return ids[rows[:, :-1]], ids[rows[:, 1:]]


def train_gpt(cfg, ids, rng):
    """Train a TinyGPT; cfg adds steps, B, lr, warmup, clip. Returns the model and the losses, (steps,)."""
    model, losses = TinyGPT(cfg, rng), []
    opt = adam(lambda t: cosine_lr(t - 1, cfg["steps"], cfg["warmup"], cfg["lr"] / 10, cfg["lr"]))
    for _ in range(cfg["steps"]):
        x, y = get_batch(ids, cfg["B"], cfg["T"], rng)
        loss = tensor_cross_entropy(model(x), y)
        sweep(loss, model.parameters())
        clip_grads(model.parameters(), cfg["clip"])
        opt(model.parameters())
        losses.append(float(loss.data))
    return model, np.array(losses)


# %% day=67
import numpy as np


def w1_sorted(x: np.ndarray, y: np.ndarray) -> float:
    """The mean distance between two samples of the same size, both sorted."""
    return np.abs(np.sort(x) - np.sort(y)).mean()


# %% day=68
import numpy as np


def alpha_bar(betas: np.ndarray) -> np.ndarray:
    """The share of the signal's variance that is left after each step: the running product of 1 − β."""
    return np.cumprod(1 - betas)


def q_sample(x0: np.ndarray, t: np.ndarray, eps: np.ndarray, ab: np.ndarray) -> np.ndarray:
    """x0 (N, D) after t (N,) steps of noising at once: √ᾱ x0 + √(1 − ᾱ) eps."""
    return np.sqrt(ab[t])[:, None] * x0 + np.sqrt(1 - ab[t])[:, None] * eps


def gmm_score(x: np.ndarray, mu: np.ndarray, s: float, w: np.ndarray) -> np.ndarray:
    """The gradient of the log-density, at x (N, D), of clouds with centers mu (K, D), one std s and shares w (K,): (N, D)."""
    gap = mu[None] - x[:, None]
    z = np.log(w) - (gap**2).sum(axis=-1) / (2 * s**2)
    r = np.exp(z - z.max(axis=1, keepdims=True))
    r /= r.sum(axis=1, keepdims=True)
    return (r[:, :, None] * gap).sum(axis=1) / s**2
