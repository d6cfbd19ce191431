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


@mistake("d34-review", "You have the second term alone. The power changes too: its slope 3x² stands beside an unchanged log x.", caught_by="visible")
def review_34(x):
    return x**2


@mistake("d34-review", "You returned the function itself, x³ · log x. Its slope is asked for.", caught_by="visible")
def review_34(x):
    return x**3 * np.log(x)


@mistake("d34-review", "Your logarithm has another base. log is the natural one here, np.log; only its slope is 1/x.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * np.log10(x) + x**2


@mistake("d34-review", "Your logarithm has another base. log is the natural one here, np.log; only its slope is 1/x.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * np.log2(x) + x**2


@mistake("d34-review", "In the first term the factor 3 is missing: the slope of x³ is 3x².", caught_by="visible")
def review_34(x):
    return x**2 * np.log(x) + x**2


@mistake("d34-review", "In the first term the exponent came down too far: the slope of x³ is 3x², not 3x.", caught_by="visible")
def review_34(x):
    return 3 * x * np.log(x) + x**2


@mistake("d34-review", "In the first term the exponent stayed at 3. It drops by one when the 3 comes down as a factor.", caught_by="visible")
def review_34(x):
    return 3 * x**3 * np.log(x) + x**2


@mistake("d34-review", "Your second term is three times too large. Only the first term has the 3: it comes from the slope of x³, and in the second term x³ stays as it is.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * (np.log(x) + 1)


@mistake("d34-review", "You used the quotient rule. x³ · log x is a product: two terms that add, and nothing to divide by.", caught_by="visible")
def review_34(x):
    return (3 * x**2 * np.log(x) - x**3 / x) / np.log(x) ** 2


@mistake("d34-review", "Your second term is the slope of log alone. The other factor, x³, stays and multiplies it.", caught_by="visible")
def review_34(x):
    return 3 * x**2 * np.log(x) + 1 / x


@mistake("d34-review", "You took the slope of log(x³), which is 3/x. Here the logarithm is multiplied by x³ and does not contain it.", caught_by="visible")
def review_34(x):
    return 3 * x**2 / x**3


@mistake("d34-review", "You added the two slopes. In a product each slope is multiplied by the other factor first.", caught_by="visible")
def review_34(x):
    return 3 * x**2 + 1 / x


@mistake("d34-review", "You returned the two terms one beside the other. The product rule adds them.", caught_by="visible")
def review_34(x):
    return [3 * x**2 * np.log(x), x**2]


@mistake("d34-review", "You return after the first number. The return belongs behind the loop, not into it.", caught_by="visible")
def review_34(x):
    out = []
    for v in x:
        out.append(3 * v**2 * np.log(v) + v**2)
        return np.array(out)


@mistake("d34-review", "You measured the slope with a step. That comes near it and strays in the last digits; the product rule gives a formula without a step.", caught_by="visible")
def review_34(x):
    h = 0.1
    f = lambda t: t**3 * np.log(t)
    return (f(x + h) - f(x - h)) / (2 * h)


@mistake("d34-review", "You measured the slope with a step. That comes near it and strays in the last digits; the product rule gives a formula without a step.", caught_by="visible")
def review_34(x):
    h = 1e-5
    f = lambda t: t**3 * np.log(t)
    return (f(x + h) - f(x)) / h


@mistake("d34-review", "You measured the slope with a step. That comes near it and strays in the last digits; the product rule gives a formula without a step.", caught_by="hidden")
def review_34(x):
    h = 1e-5
    f = lambda t: t**3 * np.log(t)
    return (f(x + h) - f(x - h)) / (2 * h)


@mistake("d34-review", "You took slopes from one number of x to the next, and these are far apart. The slope is asked for at each number by itself.", caught_by="visible")
def review_34(x):
    return np.gradient(x**3 * np.log(x), x)


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


@mistake("d34-topo_order", "You listed each node as soon as you met it, beginning with the output. A node is listed after its parents: on the way back from them.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        order.append(node)
        for parent in node.parents:
            visit(parent)

    visit(v)
    return order


@mistake("d34-topo_order", "You listed each node as soon as you met it, beginning with the output. A node is listed after its parents: on the way back from them.", caught_by="visible")
def topo_order(v):
    order, seen = [v], {id(v)}
    for node in order:
        for parent in node.parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                order.append(parent)
    return order


@mistake("d34-topo_order", "Your list holds the first node alone. Do you recognize a node by its name, which is empty for all of them here, or does nothing visit the parents?", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if node.name in seen:
            return
        seen.add(node.name)
        for parent in node.parents:
            visit(parent)
        order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "Your list holds the nodes' values. List the nodes themselves: the sweep needs their parents and their push.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            visit(parent)
        order.append(node.data)

    visit(v)
    return order


@mistake("d34-topo_order", "Your list holds the nodes' names. List the nodes themselves: the sweep needs their parents and their push.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            visit(parent)
        order.append(node.name)

    visit(v)
    return order


@mistake("d34-topo_order", "You list a node once for each of its parents, so a leaf never and the output twice. The append belongs behind the loop over the parents.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            visit(parent)
            order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "You list each node when it has been visited, and once more as the parent of every child. One of the two appends is enough.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            visit(parent)
            order.append(parent)
        order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "Only one leaf is listed. A visit that returns inside its loop leaves with the first parent and never comes back to list the node itself.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            return visit(parent)
        order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "You follow only the first parent of each node. What was reached through the others is missing.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        if node.parents:
            visit(node.parents[0])
        order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "Your list stays empty. Does anything call visit(v), does visit let in the nodes that it has *not* met yet, and does it append them?", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            visit(parent)
        order.append(node)

    return order


@mistake("d34-topo_order", "You sorted the nodes by value. On the diamond the values happen to rise from parents to children; nothing says they do.", caught_by="hidden")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            visit(parent)
        order.append(node)

    visit(v)
    return sorted(order, key=lambda node: node.data)


@mistake("d34-topo_order", "You listed the parents of v and v, one step back. The parents of those parents are missing, however far the graph goes.", caught_by="visible")
def topo_order(v):
    return [*v.parents, v]


@mistake("d34-topo_order", "Your list holds lists within lists. One list with all nodes is asked for: += joins two lists, append puts one inside the other.", caught_by="visible")
def topo_order(v):
    seen = set()

    def visit(node):
        if id(node) in seen:
            return []
        seen.add(id(node))
        return [visit(parent) for parent in node.parents] + [node]

    return visit(v)


@mistake("d34-topo_order", "You went out from the output in rings, nearest nodes first, and reversed that. A shortcut brings a node into an early ring although a later one still depends on it.", caught_by="hidden")
def topo_order(v):
    steps, queue = {id(v): 0}, [v]
    for node in queue:
        for parent in node.parents:
            if id(parent) not in steps:
                steps[id(parent)] = steps[id(node)] + 1
                queue.append(parent)
    return sorted(queue, key=lambda node: -steps[id(node)])


@mistake("d34-topo_order", "A second call for the same graph finds its nodes already met and leaves them out. Begin every call with an empty set, made inside the function, and mark nothing in the nodes.", caught_by="visible")
def topo_order(v, seen=set()):
    if id(v) in seen:
        return []
    seen.add(id(v))
    order = []
    for parent in v.parents:
        order += topo_order(parent)
    return [*order, v]


@mistake("d34-topo_order", "A second call for the same graph finds its nodes already met and leaves them out. Begin every call with an empty set, made inside the function, and mark nothing in the nodes.", caught_by="visible")
def topo_order(v):
    order = []

    def visit(node):
        if hasattr(node, "met"):
            return
        node.met = True
        for parent in node.parents:
            visit(parent)
        order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "You listed copies of the nodes. They look alike, but a gradient stored in a copy never reaches the graph it was made for.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            visit(parent)
        order.append(Node(node.data, node.parents, node.push))

    visit(v)
    return order


@mistake("d34-topo_order", "You took the parents away from the nodes you visited. The graph is gone: a second call finds the output alone.", caught_by="visible")
def topo_order(v):
    order, seen = [], set()

    def visit(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        for parent in node.parents:
            visit(parent)
        node.parents = ()
        order.append(node)

    visit(v)
    return order


@mistake("d34-topo_order", "On the diamond 3 stands before 9 and after 5, and both were computed from it. A node has to stand before all of its children: list it when its parents are listed, on the way back from them.", caught_by="visible")
def topo_order(v):
    ways, order = [], []

    def visit(node):
        for parent in node.parents:
            visit(parent)
        ways.append(node)

    visit(v)
    for node in reversed(ways):
        if all(node is not other for other in order):
            order.insert(0, node)
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


@mistake("d34-backward", "After your call every .grad is what it was. A sweep does that if it starts with gradient 0, for zero times any slope is zero, if it leaves out the output, or if it credits nobody: start with 1 at the output, push from there, and add to .grad at every node.", caught_by="visible")
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


@mistake("d34-backward", "Only the output holds a gradient afterward. Does your loop begin at the output, does it come to its end, and does each round pass something on to the parents?", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in order:
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "You gave every node the gradient 1 to begin with. Only the output's slope with respect to itself is 1; the others start with 0.", caught_by="visible")
def backward(order):
    arrived = {id(node): 1.0 for node in order}
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "You gave every node the gradient 1 to begin with. Only the output's slope with respect to itself is 1; the others start with 0.", caught_by="visible")
def backward(order):
    for node in reversed(order):
        walk(node, 1.0)


@mistake("d34-backward", "Your sweep starts with the output's value. Its gradient is its slope with respect to itself, and that is 1, whatever the value.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = order[-1].data
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "You stored gradients at the leaves only. PyTorch does so by default; here every node keeps its own, so that you can look at them.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        if not node.parents:
            node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "Every node pushes 1, whatever has arrived at it. The push of a takes the gradient at a, which is 9.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        node.grad += arrived[id(node)]
        for parent, part in zip(node.parents, node.push(1.0), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "Every node pushes its value. What it pushes is the gradient that has arrived at it.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        node.grad += arrived[id(node)]
        for parent, part in zip(node.parents, node.push(node.data), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "The gradients are right, and each push is called once for every parent. One call hands back the gradients of all parents; keep what it returns.", caught_by="hidden")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for i, parent in enumerate(node.parents):
            arrived[id(parent)] += node.push(g)[i]


@mistake("d34-backward", "The first node of the list has no turn: your loop ends before it comes to place 0.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for i in range(len(order) - 1, 0, -1):
        node = order[i]
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "Your table is keyed by the nodes' names. Here all names are empty, so all nodes share one entry; id(node) tells them apart.", caught_by="visible")
def backward(order):
    arrived = {node.name: 0.0 for node in order}
    arrived[order[-1].name] = 1.0
    for node in reversed(order):
        g = arrived[node.name]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[parent.name] += part


@mistake("d34-backward", "You credit a gradient twice: when it arrives at a parent, and again when that parent has its turn. One of the two is enough.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part
            parent.grad += part


@mistake("d34-backward", "You multiply by g once more. What push(g) hands back has g in it already.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part * g


@mistake("d34-backward", "Only the first parent of each node receives something. The loop over the parents ends too early.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part
            break


@mistake("d34-backward", "Only the output holds a gradient afterward. Does your loop begin at the output, does it come to its end, and does each round pass something on to the parents?", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part
        return


@mistake("d34-backward", "You returned the gradients and left every .grad as it was. Nobody reads the list: add each one to its node's .grad.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        for parent, part in zip(node.parents, node.push(arrived[id(node)]), strict=True):
            arrived[id(parent)] += part
    return [arrived[id(node)] for node in order]


@mistake("d34-backward", "You hand the gradients to the parents in the wrong order. The first that push returns belongs to the first parent.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents[::-1], node.push(g), strict=True):
            arrived[id(parent)] += part


@mistake("d34-backward", "Your table outlives the call: the second sweep starts with what arrived in the first. Make a new table in every call.", caught_by="visible")
def backward(order, arrived={}):
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived.get(id(node), 0.0)
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] = arrived.get(id(parent), 0.0) + part


@mistake("d34-backward", "You let only positive gradients pass. A negative gradient is one like any other; it has to be stored and pushed as well.", caught_by="hidden")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        if g > 0:
            node.grad += g
            for parent, part in zip(node.parents, node.push(g), strict=True):
                arrived[id(parent)] += part


@mistake("d34-backward", "Your table keeps the first gradient that arrives at a node and drops the others. At x the 30 and the 9 should meet and add.", caught_by="visible")
def backward(order):
    arrived = {id(order[-1]): 1.0}
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived.setdefault(id(parent), part)


@mistake("d34-backward", "You divide what a push hands back by the number of parents. Each parent receives the whole of its gradient.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part / len(node.parents)


@mistake("d34-backward", "A node that stands twice among the parents, as in v + v, receives one of its two gradients. Each of the two arrows brings one, and they add.", caught_by="hidden")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in dict(zip(node.parents, node.push(g), strict=True)).items():
            arrived[id(parent)] += part


@mistake("d34-backward", "A node that stands twice among the parents, as in v + v, receives one of its two gradients. Each of the two arrows brings one, and they add.", caught_by="hidden")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        parts = node.push(g)
        for parent in set(node.parents):
            arrived[id(parent)] += parts[node.parents.index(parent)]


@mistake("d34-backward", "You cut gradients off to whole numbers. On the diamond they are whole; in general they are not.", caught_by="hidden")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += int(g)
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += int(part)


@mistake("d34-backward", "You set the gradients of the nodes in the middle back to zero before the sweep. They should add up over calls as x.grad does.", caught_by="visible")
def backward(order):
    for node in order:
        if node.parents:
            node.grad = 0.0
    order[-1].grad = 1.0
    for node in reversed(order):
        for parent, part in zip(node.parents, node.push(node.grad), strict=True):
            parent.grad += part


@mistake("d34-backward", "After your sweep the nodes have no parents any more, so a second sweep has nowhere to go. Read a node's parents, and leave them.", caught_by="visible")
def backward(order):
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part
        node.parents = ()


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


@mistake("d34-zero_grad", "You computed the zero from the old gradient. One that has overflowed is infinite, and infinity times 0, or minus itself, is not a number; assign 0.0.", caught_by="hidden")
def zero_grad(nodes):
    for node in nodes:
        node.grad *= 0.0


@mistake("d34-zero_grad", "You followed the arrows and zeroed the parents too. Only the listed nodes were asked for: the others may still be waiting for their turn.", caught_by="hidden")
def zero_grad(nodes):
    for node in nodes:
        node.grad = 0.0
        zero_grad(node.parents)


@mistake("d34-zero_grad", "Only the first node of the list is zeroed. A return inside the loop ends it after one round.", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        node.grad = 0.0
        return


@mistake("d34-zero_grad", "You zeroed the values as well. They are the model's numbers, and only .grad was to be forgotten.", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        node.grad = node.data = 0.0


@mistake("d34-zero_grad", "You zeroed one node, the last of the list. Every node has a gradient of its own.", caught_by="visible")
def zero_grad(nodes):
    nodes[-1].grad = 0.0


@mistake("d34-zero_grad", "The last node of the list keeps its gradient. Does your loop end one too early?", caught_by="visible")
def zero_grad(nodes):
    for i in range(len(nodes) - 1):
        nodes[i].grad = 0.0


@mistake("d34-zero_grad", "Your list's first node keeps its gradient: it has no parents, or it stands at place 0, and your loop passes over it.", caught_by="visible")
def zero_grad(nodes):
    for i in range(1, len(nodes)):
        nodes[i].grad = 0.0


@mistake("d34-zero_grad", "Your list's first node keeps its gradient: it has no parents, or it stands at place 0, and your loop passes over it.", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        if node.parents:
            node.grad = 0.0


@mistake("d34-zero_grad", "You zeroed leaves only. The nodes in the middle hold gradients too, and they are in the list.", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        if not node.parents:
            node.grad = 0.0


@mistake("d34-zero_grad", "Negative gradients stay. Set every gradient to 0.0, whatever it was.", caught_by="hidden")
def zero_grad(nodes):
    for node in nodes:
        if node.grad > 0:
            node.grad = 0.0


@mistake("d34-zero_grad", "You put new nodes into the list. The nodes of the graph still hold their gradients; change those.", caught_by="visible")
def zero_grad(nodes):
    for i, node in enumerate(nodes):
        nodes[i] = Node(node.data, node.parents, node.push, node.name)


@mistake("d34-zero_grad", "You made a list of zeros. The numbers in it are copies: assign to the .grad of each node.", caught_by="visible")
def zero_grad(nodes):
    grads = [node.grad for node in nodes]
    for i in range(len(grads)):
        grads[i] = 0.0
    return grads


@mistake("d34-zero_grad", "The last node holds 1 afterward. Starting a sweep with 1 is the sweep's own work; here every gradient becomes 0.", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        node.grad = 0.0
    if nodes:
        nodes[-1].grad = 1.0


@mistake("d34-zero_grad", "You remove nodes from the list while you go through it, so every second one is passed over. Leave the list as it is.", caught_by="visible")
def zero_grad(nodes):
    for node in nodes:
        node.grad = 0.0
        nodes.remove(node)


@mistake("d34-zero_grad", "You took the nodes out of the caller's list. They are zeroed, and the list is empty afterward; go through it with for.", caught_by="hidden")
def zero_grad(nodes):
    while nodes:
        nodes.pop().grad = 0.0


@mistake("d34-zero_grad", "You computed the zero from the old gradient. One that has overflowed is infinite, and infinity times 0, or minus itself, is not a number; assign 0.0.", caught_by="hidden")
def zero_grad(nodes):
    for node in nodes:
        node.grad -= node.grad


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


@mistake("d34-Value", "The sum has two parents and your push returns one gradient. Each parent receives the whole gradient; nothing is shared out.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, (self, other), lambda g: (g,))


@mistake("d34-Value", "You copied the other number into a new Value before adding. The value is right, the gradient goes to the copy, and the graph behind the other is cut off.", caught_by="visible")
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


@mistake("d34-Value", "The push of your sum returns one number. A sum has two parents, so push returns two gradients: (g, g).", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, (self, other), lambda g: g)


@mistake("d34-Value", "The push of your sum returns 1 and 1, the local slopes, and forgets the gradient that came in.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, (self, other), lambda g: (1.0, 1.0))


@mistake("d34-Value", "Your a + b is a leaf: its value is right, its parents are lost, and no gradient will ever get past it.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data)


@mistake("d34-Value", "Your a + b is a plain number. Wrap it into a Value with its parents and its push.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return self.data + other.data


@mistake("d34-Value", "Your a + b has its parents and no push of its own, so it hands nothing back to them.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, (self, other))


@mistake("d34-Value", "In the sum you multiplied the gradient by the values, as a product would. If a grows by one, a + b grows by one: the slopes are 1 and 1.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, (self, other), lambda g: (g * self.data, g * other.data))


@mistake("d34-Value", "Your product hands the gradient on as a sum does. If a grows by one, a·b grows by b: the other factor multiplies the gradient.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, (self, other), lambda g: (g, g))


@mistake("d34-Value", "Both parents of your product receive g times the product. Each should receive g times the *other* factor.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, (self, other), lambda g: (g * self.data * other.data, g * self.data * other.data))


@mistake("d34-Value", "In the product you added the gradient to the other factor. A gradient is multiplied by the local slope.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, (self, other), lambda g: (g + other.data, g + self.data))


@mistake("d34-Value", "In the product your push uses self.grad, which is 0 until a sweep has stored something. What arrives is g, and it is handed to the push.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, (self, other), lambda g: (self.grad * other.data, self.grad * self.data))


@mistake("d34-Value", "Your push adds to the parents' .grad by itself and returns nothing, as in micrograd. Here a push hands gradients back, and the sweep alone decides when they are stored.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)

        def push(g):
            self.grad += g * other.data
            other.grad += g * self.data

        return Value(self.data * other.data, (self, other), push)


@mistake("d34-Value", "Your push adds to the parents' .grad and hands the gradients back as well, so the sweep books them a second time. A push stores nothing.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)

        def push(g):
            self.grad += g * other.data
            other.grad += g * self.data
            return g * other.data, g * self.data

        return Value(self.data * other.data, (self, other), push)


@mistake("d34-Value", "Your product names its parents in the other order, b before a. The parents stand as written, and the gradients in the same order.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, (other, self), lambda g: (g * self.data, g * other.data))


@mistake("d34-Value", "In the slope of the power a bracket is missing: n - 1 is the exponent, and you subtract 1 from the power.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (g * n * self.data**n - 1,))


@mistake("d34-Value", "In the power your push returns the local slope alone. What arrives from above has to be multiplied in, or the chain rule stops at this node.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (n * self.data ** (n - 1),))


@mistake("d34-Value", "In the power you took the slope at g. The slope belongs to the place self.data, and g multiplies it.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (n * g ** (n - 1),))


@mistake("d34-Value", "You cut the exponent to a whole number. The n of a ** n is any plain number: 0.5 gives the root.", caught_by="hidden")
class Value(Value):
    def __pow__(self, n):
        n = int(n)
        return Value(self.data**n, (self,), lambda g: (g * n * self.data ** (n - 1),))


@mistake("d34-Value", "Your a ** n multiplies by n. A power has n in the exponent.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data * n, (self,), lambda g: (g * n,))


@mistake("d34-Value", "You took the slope for a moving exponent, aⁿ · log a. Here a moves and n stays: the slope is n·aⁿ⁻¹.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (g * self.data**n * math.log(self.data),))


@mistake("d34-Value", "The push of your power returns a bare number. It has one parent, so push returns a sequence of one, (g * …,) with a comma.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: g * n * self.data ** (n - 1))


@mistake("d34-Value", "The push of your tanh returns a bare number. It has one parent, so push returns a sequence of one, (g * …,) with a comma.", caught_by="visible")
class Value(Value):
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), lambda g: g * (1 - t**2))


@mistake("d34-Value", "The push of your relu returns a bare number. It has one parent, so push returns a sequence of one, with a comma before the bracket closes.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: g if self.data > 0 else 0.0)


@mistake("d34-Value", "In the slope of tanh a bracket is missing: g multiplies only the 1, and the square is subtracted whole. Write g * (1 - t**2).", caught_by="visible")
class Value(Value):
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), lambda g: (g * 1 - t**2,))


@mistake("d34-Value", "For tanh you forgot the square. The slope is 1 minus the output's *square*.", caught_by="visible")
class Value(Value):
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), lambda g: (g * (1 - t),))


@mistake("d34-Value", "t·(1 - t) is the slope of the sigmoid. For tanh it is 1 minus the square of the output.", caught_by="visible")
class Value(Value):
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), lambda g: (g * t * (1 - t),))


@mistake("d34-Value", "For tanh you added the square. 1 + t² is the slope of tan; tanh flattens, so its square is subtracted.", caught_by="visible")
class Value(Value):
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), lambda g: (g * (1 + t**2),))


@mistake("d34-Value", "In tanh your push returns the local slope alone. What arrives from above has to be multiplied in, or the chain rule stops at this node.", caught_by="visible")
class Value(Value):
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), lambda g: (1 - t**2,))


@mistake("d34-Value", "Your relu looks at the sign of the gradient. What decides is the sign of the input: above zero the gradient passes as it is, below it becomes 0.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (max(0.0, g),))


@mistake("d34-Value", "Your relu looks at the sign of the gradient. What decides is the sign of the input: above zero the gradient passes as it is, below it becomes 0.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (g if g > 0 else 0.0,))


@mistake("d34-Value", "Below zero your relu gives a new leaf. The value is right and the parent is lost; a relu has self as its parent on both sides.", caught_by="visible")
class Value(Value):
    def relu(self):
        if self.data > 0:
            return Value(self.data, (self,), lambda g: (g,))
        return Value(0.0)


@mistake("d34-Value", "Below zero your relu pushes nothing. It has one parent, so push returns one gradient, a 0.", caught_by="visible")
class Value(Value):
    def relu(self):
        if self.data > 0:
            return Value(self.data, (self,), lambda g: (g,))
        return Value(0.0, (self,))


@mistake("d34-Value", "Below zero your relu returns nothing. It has a value there too, 0, and a push that hands back 0.", caught_by="visible")
class Value(Value):
    def relu(self):
        if self.data > 0:
            return Value(self.data, (self,), lambda g: (g,))


@mistake("d34-Value", "Above zero your relu returns self. The value is the same, but a relu is a Value of its own, with self as its parent.", caught_by="visible")
class Value(Value):
    def relu(self):
        if self.data > 0:
            return self
        return Value(0.0, (self,), lambda g: (0.0,))


@mistake("d34-Value", "The push of your relu multiplies by the value. Above zero relu rises as fast as its input: the slope is 1.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (g * max(0.0, self.data),))


@mistake("d34-Value", "In relu your push returns the local slope alone. What arrives from above has to be multiplied in, or the chain rule stops at this node.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (1.0 if self.data > 0 else 0.0,))


@mistake("d34-Value", "Your relu takes the smaller of 0 and the input. It keeps what is above zero: the larger of the two.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(min(0.0, self.data), (self,), lambda g: (g if self.data > 0 else 0.0,))


@mistake("d34-Value", "Your relu turns negative numbers around. Below zero it is 0, and flat.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(abs(self.data), (self,), lambda g: (g if self.data > 0 else -g,))


@mistake("d34-Value", "Your relu leaks: below zero it still lets a hundredth through. Plain relu is 0 there.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(self.data if self.data > 0 else 0.01 * self.data, (self,), lambda g: (g if self.data > 0 else 0.01 * g,))


@mistake("d34-Value", "At exactly 0 your relu passes half of the gradient on. Any slope from 0 to 1 would be defensible at the kink; we agreed on 0, as PyTorch does.", caught_by="hidden")
class Value(Value):
    def relu(self):
        slope = 1.0 if self.data > 0 else 0.5 if self.data == 0 else 0.0
        return Value(max(0.0, self.data), (self,), lambda g: (g * slope,))


@mistake("d34-Value", "Your a - b has the signs of its gradients the wrong way round. When a grows the difference grows, and when b grows it shrinks.", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        other = self.lift(other)
        return Value(self.data - other.data, (self, other), lambda g: (-g, g))


@mistake("d34-Value", "Your a - b computes b - a. In __sub__ self stands on the left of the minus sign.", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        other = self.lift(other)
        return other + -1.0 * self


@mistake("d34-Value", "In your a - b nothing comes home to b. Is b itself, the node and not its number, a parent of the result, and does push give it -g?", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        other = self.lift(other)
        return self + -other.data


@mistake("d34-Value", "In your a - b nothing comes home to b. Is b itself, the node and not its number, a parent of the result, and does push give it -g?", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        other = self.lift(other)
        return Value(self.data - other.data, (self,), lambda g: (g,))


@mistake("d34-Value", "Your a - b loses its sign: -3 has become 3. A difference may be negative.", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        other = self.lift(other)
        return Value(abs(self.data - other.data), (self, other), lambda g: (g, -g))


@mistake("d34-Value", "Your a + b returns nothing. Return the new Value.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        Value(self.data + other.data, (self, other), lambda g: (g, g))


@mistake("d34-Value", "Your a * b returns nothing. Return the new Value.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        Value(self.data * other.data, (self, other), lambda g: (g * other.data, g * self.data))


@mistake("d34-Value", "Your a - b returns nothing. Return the difference, a Value.", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        other = self.lift(other)
        self + -1.0 * other


@mistake("d34-Value", "Your 2 - x returns nothing. Return the difference, a Value.", caught_by="visible")
class Value(Value):
    def __rsub__(self, other):
        self.lift(other) - self


@mistake("d34-Value", "Your 2 - x is a plain number. Turn the 2 into a Value first, with lift, or build a Value yourself.", caught_by="visible")
class Value(Value):
    def __rsub__(self, other):
        return other - self.data


@mistake("d34-Value", "Your 2 - x is a leaf: its value is right, x is not among its parents, and no gradient gets home to x.", caught_by="hidden")
class Value(Value):
    def __rsub__(self, other):
        return Value(other - self.data)


@mistake("d34-Value", "Your 2 - x computes -x - 2. The other number is added: 2 - x is -x + 2.", caught_by="visible")
class Value(Value):
    def __rsub__(self, other):
        return -self - other


@mistake("d34-Value", "Your __sub__ calls itself: self - other asks for __sub__ again, and so on. Build the difference from +, * and numbers.", caught_by="visible")
class Value(Value):
    def __sub__(self, other):
        other = self.lift(other)
        return self - other


@mistake("d34-Value", "Your __rsub__ calls itself: other - self asks for __rsub__ again, because a plain number cannot subtract a Value. Turn the number into a Value first, with lift.", caught_by="visible")
class Value(Value):
    def __rsub__(self, other):
        return other - self


@mistake("d34-Value", "Your __add__ calls itself: self + other asks for __add__ again. Add the numbers, self.data + other.data.", caught_by="visible")
class Value(Value):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self + other, (self, other), lambda g: (g, g))


@mistake("d34-Value", "Your a * b is a leaf: its value is right, its parents are lost, and no gradient will ever get past it.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data)


@mistake("d34-Value", "Your a * b is a plain number. Wrap it into a Value with its parents and its push.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return self.data * other.data


@mistake("d34-Value", "The product has two parents and your push returns one gradient. It returns two: one for each factor, in order.", caught_by="visible")
class Value(Value):
    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, (self, other), lambda g: (g * other.data,))


@mistake("d34-Value", "Your a ** n is a leaf: its value is right, its parents are lost, and no gradient will ever get past it.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n)


@mistake("d34-Value", "Your a ** n is a plain number. Wrap it into a Value with its parents and its push.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return self.data**n


@mistake("d34-Value", "In the slope of the power the exponent went up by one. It drops by one: n·aⁿ⁻¹.", caught_by="visible")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (g * n * self.data ** (n + 1),))


@mistake("d34-Value", "In the slope of the power you multiply by n - 1 where it should be the exponent.", caught_by="hidden")
class Value(Value):
    def __pow__(self, n):
        return Value(self.data**n, (self,), lambda g: (g * n * self.data * (n - 1),))


@mistake("d34-Value", "Your tanh is a leaf: its value is right, its parents are lost, and no gradient will ever get past it.", caught_by="visible")
class Value(Value):
    def tanh(self):
        return Value(math.tanh(self.data))


@mistake("d34-Value", "Your tanh is a plain number. Wrap it into a Value with its parents and its push.", caught_by="visible")
class Value(Value):
    def tanh(self):
        return math.tanh(self.data)


@mistake("d34-Value", "The slope of your tanh has the wrong sign. tanh rises everywhere: 1 - t², and t² is below 1.", caught_by="visible")
class Value(Value):
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), lambda g: (g * (t**2 - 1),))


@mistake("d34-Value", "Your relu is a leaf: its value is right, its parents are lost, and no gradient will ever get past it.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data))


@mistake("d34-Value", "Your relu is a plain number. Wrap it into a Value with its parents and its push.", caught_by="visible")
class Value(Value):
    def relu(self):
        return max(0.0, self.data)


@mistake("d34-Value", "The push of your relu is turned around: it lets the gradient through where the input is below zero and stops it above.", caught_by="visible")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (0.0 if self.data > 0 else g,))


@mistake("d34-Value", "Your relu opens at 1. It opens at 0: every input above zero passes the gradient on.", caught_by="hidden")
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda g: (g if self.data > 1 else 0.0,))


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
