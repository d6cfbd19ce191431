"""Day 42, Training (planned): reference functions that written days already need."""

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
