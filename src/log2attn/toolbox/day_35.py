"""Day 35, Autograd II — tensors (planned): reference functions that written days already need."""

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
