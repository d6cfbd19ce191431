"""Day 34, Autograd I — a scalar engine: the reference functions. Made by `log2attn build`; do not edit."""


class Node:
    """A number in a computation: its value, its parents, and how to push back."""

    def __init__(self, data, parents=(), push=lambda g: (), name=""):
        self.data, self.parents, self.push, self.name = data, parents, push, name
        self.grad = 0.0


def topo_order(v: Node) -> list:
    """All nodes that v was computed from, and v: each once, parents before children.

    v        a node; .parents leads to the nodes it was computed from
    returns  list of nodes; leaves come early, v comes last

    >>> one = Node(1.0)
    >>> [node.data for node in topo_order(Node(2.0, (one, one)))]
    [1.0, 2.0]
    """
    order, seen = [], set()

    def visit(node):
        if id(node) not in seen:
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            order.append(node)

    visit(v)
    return order


def backward(order: list) -> None:
    """Add to every node's .grad the gradient of the output with respect to it.

    order    a topological order: nodes, each after its parents; the last one is the
             output, whose own gradient is 1
    returns  None; only .grad changes

    >>> one = Node(1.0)
    >>> backward([one, Node(2.0, (one, one), lambda g: (g, g))])
    >>> one.grad
    2.0
    """
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part


import math


class Value:
    """One number of a computation: its value, its parents, and how to push back.

    data     the number, a float        grad     0.0 until a sweep adds to it
    parents  the Values it came from    push(g)  a gradient for each parent, in order

    >>> (Value(2.0) * Value(5.0)).push(3.0)
    (15.0, 6.0)
    """

    def __init__(self, data, parents=(), push=lambda g: (), name=""):
        self.data, self.parents, self.push, self.name = float(data), parents, push, name
        self.grad = 0.0

    @staticmethod
    def lift(other):
        return other if hasattr(other, "push") else Value(other)

    def sin(self):  # given: the pattern for the others
        return Value(math.sin(self.data), (self,), lambda g: (g * math.cos(self.data),))

    def __add__(self, other):  # self + other
        other = self.lift(other)
        return Value(self.data + other.data, (self, other), lambda g: (g, g))

    def __mul__(self, other):  # self * other
        other = self.lift(other)
        back = lambda g: (g * other.data, g * self.data)
        return Value(self.data * other.data, (self, other), back)

    def __pow__(self, n):  # self ** n, n a plain number
        return Value(self.data**n, (self,), lambda g: (g * n * self.data ** (n - 1),))

    def exp(self):
        value = math.exp(self.data)
        return Value(value, (self,), lambda g: (g * value,))


    def log(self):
        return Value(math.log(self.data), (self,), lambda g: (g / self.data,))

    def tanh(self):
        value = math.tanh(self.data)
        return Value(value, (self,), lambda g: (g * (1 - value**2),))

    def relu(self):
        back = lambda g: (g if self.data > 0 else 0.0,)
        return Value(max(0.0, self.data), (self,), back)

    def __sub__(self, other):  # self - other
        other = self.lift(other)
        return Value(self.data - other.data, (self, other), lambda g: (g, -g))

    def __radd__(self, other):  # other + self, where other is a plain number
        return self + other


    def __rmul__(self, other):  # other * self
        return self * other


    def __rsub__(self, other):  # other - self
        return self.lift(other) - self

    def __neg__(self):  # given: -self
        return -1.0 * self

    def __truediv__(self, other):  # given: self / other
        return self * self.lift(other) ** -1.0

    def __rtruediv__(self, other):  # given: other / self
        return self.lift(other) / self


def zero_grad(nodes: list) -> None:
    """Set the gradient of each given node to 0.0.

    nodes    nodes, each with a .grad
    returns  None; only .grad changes, and only in these nodes

    >>> one = Node(1.0)
    >>> walk(one, 5.0)
    >>> zero_grad([one])
    >>> one.grad
    0.0
    """
    for node in nodes:
        node.grad = 0.0
