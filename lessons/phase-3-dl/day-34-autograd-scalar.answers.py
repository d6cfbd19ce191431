"""Day 34: right and wrong answers. The graphs of the checks are named in the lesson: diamond, shortcut, ladder."""

import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why


@also_right("d34-review")
def review_34(x):
    return x**2 * (1 + 3 * np.log(x))


@mistake("d34-review", "You multiplied the two slopes. The slope of a product is not the product of the slopes; it has two terms, and in each of them one factor stays as it is.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * (1 / x)


@mistake("d34-review", "You differentiated the power and left it there. The logarithm changes too, and that gives the second term; at x = 1 it is the whole slope.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * np.log(x)


@mistake("d34-review", "You kept log as its own slope in the second term. The exponential is its own slope; the logarithm's is another function.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * np.log(x) + x**3 * np.log(x)


@mistake("d34-review", "You subtracted the second term. The minus sign belongs to the quotient rule; the two terms of a product add.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * np.log(x) - x**2


@mistake("d34-review", "You took 1 as the slope of log. That is right at x = 1 and nowhere else: the logarithm flattens as x grows.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * np.log(x) + x**3


hints(
    "d34-review",
    "Two factors, so two terms. In each term one factor is differentiated and the other stays.",
    "The slope of x³ is 3x², the slope of log x is 1/x. Which factor belongs to which?",
    "3x² · log x + x³ · (1/x), and the second term simplifies.",
)
why("d34-review", "In a product each factor moves while the other waits, and both movements add. The engine you build today does the same for every product it meets: one gradient for each factor.")


@also_right("d34-topo_order")
def topo_order(v):
    # Kahn's way: count how many children each node has, and list a node once all of them are listed; then turn the list around.
    nodes, stack = {}, [v]
    while stack:
        node = stack.pop()
        if id(node) not in nodes:
            nodes[id(node)] = node
            stack.extend(node.parents)
    owed = dict.fromkeys(nodes, 0)
    for node in nodes.values():
        for parent in node.parents:
            owed[id(parent)] += 1
    ready, order = [v], []
    while ready:
        node = ready.pop()
        order.append(node)
        for parent in node.parents:
            owed[id(parent)] -= 1
            if owed[id(parent)] == 0:
                ready.append(parent)
    return order[::-1]


@also_right("d34-topo_order")
def topo_order(v):
    # Slow and right: keep adding any node whose parents are all listed.
    waiting = [v]
    for node in waiting:
        for parent in node.parents:
            if all(parent is not other for other in waiting):
                waiting.append(parent)
    order = []
    while waiting:
        ready = [node for node in waiting if all(any(parent is done for done in order) for parent in node.parents)]
        order += ready
        waiting = [node for node in waiting if all(node is not other for other in ready)]
    return order


@also_right("d34-topo_order")
def topo_order(v):
    # Right, and slow: it looks back only before it lists a node, so it walks every path. Accepted; the why speaks of it.
    order = []

    def visit(node):
        for parent in node.parents:
            visit(parent)
        if node not in order:
            order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "You listed a node again each time a way led to it. On the diamond 3 appears twice, and on a ladder the list doubles with every rung; remember which nodes you have met.", caught_by="visible")
def topo_order(v):
    order = []
    for parent in v.parents:
        order += topo_order(parent)
    return [*order, v]


@mistake("d34-topo_order", "Your list runs from the output to the leaves: every node stands before what it was computed from. The sweep turns the list around once more and would start at the leaves.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) not in seen:
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            order.append(node)

    visit(v)
    return order[::-1]


@mistake("d34-topo_order", "You listed only nodes that have parents. The leaves are missing, and they are the ones whose gradients training needs.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) not in seen and node.parents:
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "You went out from the output in rings, nearest nodes first, and reversed that. A shortcut brings a node into an early ring although a later one still depends on it.", caught_by="hidden")
def topo_order(v):
    order, seen = [v], {id(v)}
    for node in order:
        for parent in node.parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                order.append(parent)
    return order[::-1]


@mistake("d34-topo_order", "You listed each node on the way in, before visiting its parents, and reversed the list at the end. A node with two children then lands between them: after one, before the other.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) not in seen:
            seen.add(id(node))
            order.append(node)
            for parent in node.parents:
                visit(parent)

    visit(v)
    return order[::-1]


@mistake("d34-topo_order", "You listed what the output was computed from and left out the output itself. The sweep has nowhere to start.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        for parent in node.parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                visit(parent)
                order.append(parent)

    visit(v)
    return order


@mistake("d34-topo_order", "You recognized a node by its value. Two different nodes can hold the same number, and your list keeps only one of them.", caught_by="hidden")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if node.data not in seen:
            seen.add(node.data)
            for parent in node.parents:
                visit(parent)
            order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "Your list is a default argument. Python makes it once, so the second graph begins with the nodes of the first; make a new list in every call.", caught_by="hidden")
def topo_order(v, order=[]):
    if all(v is not node for node in order):
        for parent in v.parents:
            topo_order(parent)
        order.append(v)
    return order


hints(
    "d34-topo_order",
    "Before a node may be listed, all its parents must be. And before those, theirs. What kind of function calls itself?",
    "Write a function visit(node) inside topo_order: leave at once if the node has been visited; visit each parent; then append the node. A set of id(node) remembers the visits.",
    "order, seen = [], set(); visit: if id(node) in seen, return; seen.add(id(node)); for parent in node.parents: visit(parent); order.append(node). Then visit(v) and return order.",
)
why("d34-topo_order", "A node is appended on the way back from its parents, so they are all in the list before it; and the set makes every further way to the node end at once. Each arrow is looked at one time, however many paths there are. (If you look back only before you append, the list is right too, but every path is walked: on a ladder of fifty rungs you would wait for years.)")


@also_right("d34-backward")
def backward(order):
    # Counts what each node is still owed, as PyTorch does: of the list only the last node is needed.
    nodes, stack = {}, [order[-1]]
    while stack:
        node = stack.pop()
        if id(node) not in nodes:
            nodes[id(node)] = node
            stack.extend(node.parents)
    owed, sums = dict.fromkeys(nodes, 0), dict.fromkeys(nodes, 0.0)
    for node in nodes.values():
        for parent in node.parents:
            owed[id(parent)] += 1
    sums[id(order[-1])] = 1.0
    ready = [order[-1]]
    while ready:
        node = ready.pop()
        for parent, part in zip(node.parents, node.push(sums[id(node)]), strict=True):
            sums[id(parent)] += part
            owed[id(parent)] -= 1
            if owed[id(parent)] == 0:
                ready.append(parent)
    for key, node in nodes.items():
        node.grad = node.grad + sums[key]


@also_right("d34-backward")
def backward(order):
    # Puts the old gradients aside, sweeps in .grad itself, and adds the old ones again at the end.
    before = [node.grad for node in order]
    for node in order:
        node.grad = 0.0
    order[-1].grad = 1.0
    for node in order[::-1]:
        for parent, part in zip(node.parents, node.push(node.grad), strict=True):
            parent.grad += part
    for node, old in zip(order, before, strict=True):
        node.grad += old


@mistake("d34-backward", "You wrote = where a gradient arrives. At x the 9 and the 30 should meet and add; yours keeps the one that came last.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        node.grad += arrived[id(node)]
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] = part


@mistake("d34-backward", "You let nodes push in the order in which the sweep meets them. On a shortcut a node is met before its last child has pushed, and what comes later never travels on.", caught_by="hidden")
def backward(order):
    queue, arrived = [order[-1]], {id(order[-1]): 1.0}
    for node in queue:
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            if id(parent) not in arrived:
                arrived[id(parent)] = 0.0
                queue.append(parent)
            arrived[id(parent)] += part
    for node in queue:
        node.grad += arrived[id(node)]


@mistake("d34-backward", "You went through the order from the leaves to the output. When a and b push, nothing has arrived at them yet, so x receives 0.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in order:
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part
    for node in order:
        node.grad += arrived[id(node)]


@mistake("d34-backward", "You replaced .grad by this call's gradient. A second call should add to what the first one left, so that two halves of a batch give the gradient of the whole.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        node.grad = arrived[id(node)]
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "You swept in .grad itself. In the second call a and b still hold the first call's gradients and push them once more, so x gets 117 and not 78. (micrograd does this too, and relies on zeroing in between.)", caught_by="visible")
def backward(order):
    order[-1].grad = 1.0
    for node in reversed(order):
        for parent, part in zip(node.parents, node.push(node.grad), strict=True):
            parent.grad += part


@mistake("d34-backward", "You added 1 to the output's .grad and pushed whatever .grad held. In the second call old gradients travel again, the output's too, so x gets 156: four times 39, and not twice.", caught_by="visible")
def backward(order):
    order[-1].grad += 1.0
    for node in reversed(order):
        for parent, part in zip(node.parents, node.push(node.grad), strict=True):
            parent.grad += part


@mistake("d34-backward", "After your call every .grad is what it was. A sweep that starts with gradient 0 at the output does that, for zero times any slope is zero: it has to start with 1, and credit every node it comes to.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    for node in reversed(order):
        node.grad += arrived[id(node)]
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "You walked every path on its own. The gradients are right, and a ladder of ten rungs costs you 1023 pushes where ten are enough.", caught_by="hidden")
def backward(order):
    def go(node, g):
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            go(parent, part)

    go(order[-1], 1.0)


@mistake("d34-backward", "You credited only the nodes that something was pushed to. The output has a gradient too: its own slope, 1.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part
            parent.grad += part


@mistake("d34-backward", "You stored gradients at the leaves only. PyTorch does so by default; here every node keeps its own, so that you can look at them.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        if not node.parents or node is order[-1]:
            node.grad += arrived[id(node)]
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "You gave the 1 to the first node of the list. That is a leaf; the output stands last, and its slope with respect to itself is 1.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[0])] = 1.0
    for node in reversed(order):
        node.grad += arrived[id(node)]
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "You turned the caller's list around in place. The gradients are right this time; whoever sweeps with the same list again starts at a leaf. reversed(order) leaves the list alone.", caught_by="hidden")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    order.reverse()
    for node in order:
        node.grad += arrived[id(node)]
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "You took the nodes out of the caller's list one by one, and it is empty afterward. The gradients are right this time; there is nothing left for a second sweep.", caught_by="hidden")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    while order:
        node = order.pop()
        node.grad += arrived[id(node)]
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "Your table is keyed by the nodes' values. Two different nodes of the same value then share one entry, and each is credited with both gradients.", caught_by="hidden")
def backward(order):
    arrived = {node.data: 0.0 for node in order}
    arrived[order[-1].data] = 1.0
    for node in reversed(order):
        node.grad += arrived[node.data]
        for parent, part in zip(node.parents, node.push(arrived[node.data]), strict=True):
            arrived[parent.data] += part


hints(
    "d34-backward",
    "Keep two things apart: what has arrived at each node during this call, and what .grad held before the call.",
    "Make a table arrived = {id(node): 0.0 for node in order} with 1.0 for order[-1]. Go through the order backward; when a node's turn comes, everything has arrived at it.",
    "For each node of reversed(order): g = arrived[id(node)]; node.grad += g; then for each parent and its part of node.push(g): arrived[id(parent)] += part.",
)
why("d34-backward", "In reversed topological order every child has pushed before a node's turn comes, so its sum is complete and one push is enough. The table keeps this call's gradients apart from older ones, so two calls add up and nothing old travels twice.")


@mistake("d34-zero_grad", "You stored None. The next sweep adds to .grad, and None plus a number is an error. (PyTorch may store None, because its += knows about it.)", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        node.grad = None


@mistake("d34-zero_grad", "You zeroed one node, the last of the list. Every node has a gradient of its own.", caught_by="visible")
def zero_grad(nodes):
    if nodes:
        nodes[-1].grad = 0.0


@mistake("d34-zero_grad", "You zeroed the values. The gradients are still there, and the model has lost its weights.", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        node.data = 0.0


@mistake("d34-zero_grad", "After your call every .grad is what it was. A new value for a name, as in g = 0.0, reaches no node: assign to node.grad, for every node of the list.", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        g = node.grad
        g = 0.0  # noqa: F841


@mistake("d34-zero_grad", "You multiplied each gradient by 0. A gradient that has overflowed is infinite, and infinity times 0 is not a number.", caught_by="hidden")
def zero_grad(nodes):
    for node in nodes:
        node.grad *= 0.0


@mistake("d34-zero_grad", "You followed the arrows and zeroed the parents too. Only the listed nodes were asked for: the others may still be waiting for their turn.", caught_by="hidden")
def zero_grad(nodes):
    for node in nodes:
        node.grad = 0.0
        zero_grad(node.parents)


hints(
    "d34-zero_grad",
    "One loop over the list. What changes is an attribute of the node, not a copy of its number.",
    "Assign the number 0.0; do not compute it from the old gradient, which may be infinite.",
    "for node in nodes: node.grad = 0.0",
)
why("d34-zero_grad", "Assigning forgets whatever was there, infinite or not. That it is a function of its own, and no part of backward, leaves the choice to the one who trains: add up two batches, or start afresh.")


@also_right("d34-Value")
class Value:
    """From a table of local slopes: one helper makes every node."""

    def __init__(self, data, parents=(), push=lambda g: (), name=""):
        self.data, self.parents, self.push, self.name = float(data), parents, push, name
        self.grad = 0.0

    @staticmethod
    def make(data, *pairs):
        return Value(data, tuple(node for node, _ in pairs), lambda g: [g * slope for _, slope in pairs])

    @staticmethod
    def lift(other):
        return other if hasattr(other, "push") else Value(other)

    def __add__(self, other):
        other = self.lift(other)
        return self.make(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        other = self.lift(other)
        return self.make(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, n):
        return self.make(self.data**n, (self, n * self.data ** (n - 1)))

    def exp(self):
        return self.make(math.exp(self.data), (self, math.exp(self.data)))

    def log(self):
        return self.make(math.log(self.data), (self, 1.0 / self.data))

    def tanh(self):
        return self.make(math.tanh(self.data), (self, 1.0 / math.cosh(self.data) ** 2))

    def relu(self):
        return self.make(max(self.data, 0.0), (self, float(self.data > 0)))

    def __sub__(self, other):
        other = self.lift(other)
        return self.make(self.data - other.data, (self, 1.0), (other, -1.0))

    def __radd__(self, other):
        return self.lift(other) + self

    def __rmul__(self, other):
        return self.lift(other) * self

    def __rsub__(self, other):
        return self.make(other - self.data, (self, -1.0))

    def __neg__(self):
        return self.make(-self.data, (self, -1.0))

    def __truediv__(self, other):
        other = self.lift(other)
        return self.make(self.data / other.data, (self, 1.0 / other.data), (other, -self.data / other.data**2))

    def __rtruediv__(self, other):
        return self.make(other / self.data, (self, -other / self.data**2))


@also_right("d34-Value")
class Value(Value):
    """Differences built from sums and products; lists for pairs; numpy for math."""

    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, [self, other], lambda g: [g, g])

    def __sub__(self, other):
        return self + -1 * self.lift(other)

    def __rsub__(self, other):
        return -1 * self + other

    def exp(self):
        return Value(np.exp(self.data), [self], lambda g: [g * np.exp(self.data)])

    def tanh(self):
        return Value(np.tanh(self.data), [self], lambda g: [g - g * np.tanh(self.data) ** 2])


@mistake("d34-Value", "You gave each factor its own value as slope. If a grows by one, a·b grows by b: the other factor multiplies the gradient.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, (self, other), lambda g: (g * self.data, g * other.data))


@mistake("d34-Value", "In the product your push returns the local slopes and forgets the gradient that came in. With an upstream gradient of 1 nobody would notice.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, (self, other), lambda g: (other.data, self.data))


@mistake("d34-Value", "In relu, exp, log and tanh your push returns the local slope alone. What arrives from above has to be multiplied in, or the chain rule stops at this node.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (float(self.data > 0),))

    def exp(self):
        return Value(math.exp(self.data), (self,), lambda g: (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), lambda g: (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), lambda g: (1 - math.tanh(self.data) ** 2,))


@mistake("d34-Value", "The sum has two parents and your push returns one gradient. Each parent receives the whole gradient; nothing is shared out.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, (self, other), lambda g: (g,))


@mistake("d34-Value", "You copied the other number into a new Value before adding. The value is right, the gradient goes to the copy, and the graph behind the other is cut off.", caught_by="hidden")
class Value(Value):
    def __add__(self, other):
        other = Value(self.lift(other).data)
        return Value(self.data + other.data, (self, other), lambda g: (g, g))


@mistake("d34-Value", "You split the gradient of a sum in half. If a grows by one, a + b grows by a whole one, and the same holds for b.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, (self, other), lambda g: (g / 2, g / 2))


@mistake("d34-Value", "Your 2 - x computes x - 2. In __rsub__ the other number stands on the left of the minus sign.", caught_by="visible")
class Value(Value):
    def __rsub__(self, other):
        return self - other


@mistake("d34-Value", "Your 2 - x has the right value and the wrong slope: when x grows, 2 - x shrinks, so the gradient changes its sign on the way to x.", caught_by="hidden")
class Value(Value):
    def __rsub__(self, other):
        return Value(other - self.data, (self,), lambda g: (g,))


@mistake("d34-Value", "In a - b you hand both sides the gradient as it is. When b grows, the difference shrinks.", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        other = self.lift(other)
        return Value(self.data - other.data, (self, other), lambda g: (g, g))


@mistake("d34-Value", "Your a - b is a leaf: its value is right, its parents are lost, and no gradient will ever get past it.", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        return Value(self.data - self.lift(other).data)


@mistake("d34-Value", "Your relu passes the gradient on below zero as well. There the output is flat, and a flat line has slope 0.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (g,))


@mistake("d34-Value", "At exactly 0 your relu passes the gradient on. Both 0 and 1 would be defensible at the kink; we agreed on 0, as PyTorch does.", caught_by="hidden")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (g if self.data >= 0 else 0.0,))


@mistake("d34-Value", "In the slope of the power the exponent stayed at n. It drops by one when n comes down as a factor.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (g * n * self.data**n,))


@mistake("d34-Value", "The exponent came down by one and the factor n is missing. For x³ at 2 that gives 4, and the slope is 12.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (g * self.data ** (n - 1),))


@mistake("d34-Value", "You wrote the slope of the power as n·xⁿ/x. At 0 that divides by zero, and the slope of x² there is a plain 0; lower the exponent instead.", caught_by="hidden")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (g * n * self.data**n / self.data,))


@mistake("d34-Value", "You took the power through the logarithm. That works for positive numbers; (-1.5)³ is a fine number, and its logarithm does not exist.", caught_by="hidden")
class Value(Value):
    def __pow__(self, n):
        return Value(math.exp(n * math.log(self.data)), (self,), lambda g: (g * n * math.exp((n - 1) * math.log(self.data)),))


@mistake("d34-Value", "For tanh you squared the input. The slope is 1 minus the square of the output.", caught_by="visible")
class Value(Value):
    def tanh(self):
        return Value(math.tanh(self.data), (self,), lambda g: (g * (1 - self.data**2),))


@mistake("d34-Value", "Your push adds to the parents' .grad by itself and returns nothing, as in micrograd. Here a push hands gradients back, and the sweep alone decides when they are stored.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)

        def push(g):
            self.grad += g
            other.grad += g

        return Value(self.data + other.data, (self, other), push)


@mistake("d34-Value", "You changed a itself: a + b stored the sum in a and returned a. Every later line that uses a now sees another number.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        self.data += self.lift(other).data
        return self


hints(
    "d34-Value",
    "Start with a + b and copy the shape of sin: Value(the data, (the parents), lambda g: (one gradient for each)). Each gradient is g times a local slope.",
    "Local slopes: a sum has 1 and 1; a difference 1 and -1; a product the other factor; a power n·x^(n-1); exp its value; log 1/x; tanh 1 minus its value squared; relu 1 above zero, else 0.",
    "a * b: Value(self.data * other.data, (self, other), lambda g: (g * other.data, g * self.data)). The r-methods reuse it: __rmul__ is self * other; __rsub__ is self.lift(other) - self.",
)
why("d34-Value", "No method knows where in a computation it stands. It knows its own slope and multiplies whatever gradient arrives; the chain rule comes about because nodes are linked. That is why a few short methods can differentiate any program built from them.")


equivalent(
    "d34-backward",
    "for parent, part in zip(node.parents, node.push(g), strict=True): → for parent, part in zip(node.parents, node.push(g), strict=False):",
    "a push returns one number per parent, so the two are equally long",
)
