# %% author=true
from log2attn import course_rng

# gives: Node

# %% [markdown]
# # A number that remembers where it came from
#
# A program turns numbers into numbers, line after line. **How can it hand back the slope of its last number with respect to every earlier one, when nobody has worked out a formula?**
#
# *After today you can:* give a number a memory of its own computation; sweep gradients backward through any graph, once per node;
# write the class at the heart of a deep-learning library.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Three questions from memory, on paper, before you open the answers.
#
# **Yesterday (day 33).** One sample $\mathbf{x} = (1, 2)$ with label $1$, weights $\mathbf{w} = (0, 0)$. What is the gradient of the logistic loss?
#
# **A week ago (day 27).** You know nothing about $z$ except that $\tanh z = 0.6$. What is the slope of $\tanh$ at $z$?
#
# **Three weeks ago (day 13).** $\mathbf{A}$ and $\mathbf{B}$ are $100 \times 100$, and $\mathbf{v}$ has 100 entries. How many multiplications cost $(\mathbf{A}\mathbf{B})\mathbf{v}$ and $\mathbf{A}(\mathbf{B}\mathbf{v})$?

# %% [markdown]
# <details><summary>Answers</summary>
#
# **Day 33.** The prediction is $p = \sigma(0) = 0.5$, and the gradient is $(p - y)\,\mathbf{x} = -0.5 \cdot (1, 2) = (-0.5, -1)$.
#
# **Day 27.** $\tanh' = 1 - \tanh^2$, so the slope is $1 - 0.36 = 0.64$. The value alone was enough; we use that again today.
#
# **Day 13.** $(\mathbf{A}\mathbf{B})\mathbf{v}$ takes $100^3 + 100^2 = 1\,010\,000$ multiplications, $\mathbf{A}(\mathbf{B}\mathbf{v})$ takes $2 \cdot 100^2 = 20\,000$. Same result, and the order of work decides the price. Today it does so once more.
#
# </details>
#
# The next cell checks the three answers.

# %%
import matplotlib.pyplot as plt
import numpy as np

p = 1 / (1 + np.exp(-np.dot([0, 0], [1, 2])))
assert np.allclose((p - 1) * np.array([1, 2]), [-0.5, -1.0], rtol=1e-12)
assert np.isclose(1 - 0.6**2, 0.64, rtol=1e-12)
assert (100**3 + 100**2, 2 * 100**2) == (1_010_000, 20_000)

# %% [markdown]
# ### Exercise · A product, and a logarithm inside it
#
# *1 point · about 5 minutes · needs the product rule and the slope of log (day 27)*
#
# Day 27 gave you the slopes of single functions and a rule for products. Today's engine needs both at every step, so warm up with one of each.
#
# **Before you code.** At $x = 1$ the logarithm is zero. Does that make the slope of $x^3 \log x$ zero there?
#
# <details><summary>Answer</summary>
#
# No. The product rule has a second term, $x^3$ times the slope $1/x$ of the logarithm, which is 1 there.
#
# </details>
#
# **Your task.** Write `review_34(x)`: the slope of $x^3 \log x$ at every positive number in `x`. One line.

# %% exercise="d34-review"
def review_34(x: np.ndarray) -> np.ndarray:
    """Slope of x³ · log x, where log is the natural logarithm.

    x        (n,)  positive numbers, whole or not
    returns  (n,)  the derivative at each of them

    >>> review_34(np.array([1.0]))
    array([1.])
    """
    ### BEGIN SOLUTION
    return 3 * x**2 * np.log(x) + x**2
    ### END SOLUTION


# %% visible="d34-review" points=0
# At x = 1 the log is 0, at x = e it is 1: both slopes can be done by hand.
got = review_34(np.array([1.0, np.e]))

assert got is not None, "review_34 returned None. Did you forget the return statement?"
assert np.shape(got) == (2,), (
    f"One slope per number: expected shape (2,), got {np.shape(got)}."
)
assert np.isclose(got[0], 1.0, rtol=1e-9), (
    f"At x = 1 the slope is 1, got {got[0]:.10g}. Which of the two terms of the "
    f"product rule survives when log x = 0?"
)
assert np.isclose(got[1], 4 * np.e**2, rtol=1e-9), (
    f"At x = e the slope is 3e² + e² = {4 * np.e**2:.10g}, got {got[1]:.10g}. What is "
    f"the slope of log at e?"
)

# %% hidden="d34-review" points=1
# Hidden checks: many positive numbers, large and small; your input left as it was.
_rng = course_rng("d34-review")
for _x in (_rng.uniform(0.01, 3.0, size=7), _rng.uniform(10.0, 1e4, size=4), np.array([1, 2, 5]), np.array([0.5, 4.0], dtype=np.float32)):
    _z = _x + 1e-30j  # a tiny imaginary step gives the slope to the last digits
    _want, _given = (_z**3 * np.log(_z)).imag / 1e-30, _x.copy()
    assert np.allclose(review_34(_given), _want, rtol=1e-4 if _x.dtype == np.float32 else 1e-9, atol=0), f"wrong slope somewhere in x = {_x}"
    assert (_given == _x).all(), "the caller's numbers were changed in place"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# On day 28 you wrote the slope of every node of a small graph by hand. You could, because each step was a single operation with a slope you knew.
# The model behind a chat assistant takes billions of such steps for one word, and nobody writes its slopes down. A program does, and you build that program today.
# Its parts are small: a number with a memory, an order of work, one sum, one reset.

# %% [markdown]
# ### A value, its parents, and a push
#
# Take a small computation in which one number is used twice: $y = (x + 2)\,x^2$ at $x = 3$. Step by step, as a program does it, with a name for every number on the way:

# %%
x = 3.0
a = x + 2
b = x**2
y = a * b
print(x, a, b, y)

# %% [markdown]
# Python has computed 45 and forgotten how: nothing in `45.0` says that it came from 5 and 9.
#
# What would $y$ have to remember, so that slopes could be found later? Two things. Its **parents**: the numbers it was computed from. And its **push**: how a slope that arrives at $y$ is
# passed on to those parents. Say the final result grows by $g$ when $y$ grows by one. Then it grows by $9g$ when $a$ grows by one, because $y = a \cdot 9$.
#
# The next cell puts that memory into a *class*: a kind of object with named parts. `__init__` runs when such an object is made, and `self` is that object.

# %%
class Node:
    """A number in a computation: its value, its parents, and how to push back."""

    def __init__(self, data, parents=(), push=lambda g: (), name=""):
        self.data, self.parents, self.push, self.name = data, parents, push, name
        self.grad = 0.0

# %% [markdown]
# `lambda g: (9.0 * g, 5.0 * g)` takes `g` and gives two numbers (day 7). A push returns **one gradient for each parent**, in the parents' order, and
# `(6.0 * g,)` with its comma is a sequence of one. The default, `lambda g: ()`, hands back nothing: it is for numbers without parents. Here is the computation again, with a memory. The local slopes are day 27's: 1 for $x + 2$, $2x = 6$ for $x^2$, and for a product the other factor.

# %%
x = Node(3.0, name="x")
a = Node(5.0, (x,), lambda g: (1.0 * g,), "a = x + 2")
b = Node(9.0, (x,), lambda g: (6.0 * g,), "b = x²")
y = Node(45.0, (a, b), lambda g: (9.0 * g, 5.0 * g), "y = a·b")
print(y.push(1.0), b.push(5.0))

# %% [markdown]
# Read the two results aloud. *If the gradient at $y$ is 1, then $a$ is handed 9 and $b$ is handed 5. If the gradient at $b$ is 5, then $x$ is handed 30.*
#
# You have met push before: it is the VJP of day 31, for a step whose output is one number. The words from here on: a node's **parents** went into it, its **children** use it, a **leaf** has no
# parents, and the **output** is the node whose slopes we want. We say *gradient at a node* for the slope of the output with respect to that node.

# %% [markdown]
# ### Slopes multiply along a path and add where paths meet
#
# How fast does $y$ grow with $x$? There are two paths from $y$ back to $x$: one through $a$, one through $b$. Day 28's rule says: multiply along each path, then add the paths.
#
# The most literal program for this sentence walks every path. It carries the product of slopes, and wherever it arrives it adds what it carries. The word `strict` makes `zip` complain if a push hands back too many or too few gradients.

# %%
def walk(node, g):
    """Carry g to this node and, path by path, to everything it was computed from."""
    node.grad += g
    for parent, part in zip(node.parents, node.push(g), strict=True):
        walk(parent, part)


walk(y, 1.0)
print("x:", x.grad, " a:", a.grad, " b:", b.grad, " y:", y.grad)

# %% [markdown]
# The walk starts at $y$ with gradient 1, because $y$ grows by one when $y$ grows by one. At $x$ it arrives twice, with $9 \cdot 1 = 9$ and with $5 \cdot 6 = 30$, and $9 + 30 = 39$.
#
# A machine that knows nothing of graphs agrees: the central difference of day 23.

# %%
def f(x):
    return (x + 2) * x**2


h = 1e-5
print((f(3 + h) - f(3 - h)) / (2 * h))
assert np.isclose((f(3 + h) - f(3 - h)) / (2 * h), x.grad, rtol=1e-8)

# %% [markdown]
# For pictures we want this graph at any $x$, not only at 3. The next cell makes it, with local slopes that follow the numbers. `draw_graph` draws whatever has `.data`, `.grad` and `.parents`; the names are for us.

# %%
from log2attn import figure, slider
from log2attn.learn.graph import draw_graph


def diamond(x0):
    """The graph of (x + 2) · x² at x0, as (x, a, b, y)."""
    plus, square = x0 + 2, x0**2
    x = Node(x0, name="x")
    a = Node(plus, (x,), lambda g: (g,), "a = x + 2")
    b = Node(square, (x,), lambda g: (2 * x0 * g,), "b = x²")
    y = Node(plus * square, (a, b), lambda g: (square * g, plus * g), "y = a·b")
    return x, a, b, y

# %% [markdown]
# Below is the graph at 3, twice: on the left after the values were computed, on the right after the walk. Numbers on the arrows are local slopes. **Look for the place where two gradients meet.**

# %%
fig, axes = plt.subplots(1, 2, figsize=(10, 2.9))
y_before, y_after = diamond(3.0)[-1], diamond(3.0)[-1]
walk(y_after, 1.0)
draw_graph(y_before, axes[0])
draw_graph(y_after, axes[1], slopes=True)
axes[0].set_title("forward: values, left to right")
axes[1].set_title("backward: gradients, right to left")
figure(fig, alt=(
    "The diamond graph twice. Left: values 3, 5, 9, 45 and all gradients 0. Right: "
    "gradient 1 at y, 9 at a, 5 at b, and 39 at x, where 9 times 1 and 5 times 6 meet."
))

# %% [markdown]
# Values flow along the arrows, gradients against them. Each gradient on the right comes from its right-hand neighbors only: $9 = 1 \cdot 9$ and $5 = 1 \cdot 5$. Two arrows leave $x$, so two gradients come home to it, and they add: $39 = 9 \cdot 1 + 5 \cdot 6$.
#
# So every node can work out its gradient from its children alone. Let us write that down. We put a bar over a node's letter for the gradient at that node, and $v \to c$ for an arrow: $c$ is computed from $v$.

# %% [markdown]
# $$ \bar v = \frac{dy}{dv}, \qquad \bar y = 1, \qquad \bar v = \sum_{v \to c} \bar c \, \frac{\partial c}{\partial v}. $$
#
# In words: *v bar* is the slope of the output with respect to $v$, along all paths; ∂ is kept for the slope of one arrow. At the output it is 1. Everywhere else it is the sum, over the arrows that leave $v$, of the gradient at the arrow's head times the arrow's local slope.
# Where $c$ uses $v$ twice, as in $v + v$, two arrows run from $v$ to $c$, each with a slope of its own.
#
# In code, $\bar v$ is `v.grad`, and the sum is the `+=` in `walk`.

# %% author=true
arrow_to_a, arrow_to_b = 1.0, 6.0
assert y.grad == 1.0
assert x.grad == a.grad * arrow_to_a + b.grad * arrow_to_b == 39.0

# %% [markdown]
# The two paths into $x$ carry $x^2$ and $2x\,(x + 2)$. **For which $x$ do they pull in opposite directions?** The figure shows two places, and the slider below it shows all of them.

# %%
def draw(x0, ax=None):
    y = diamond(x0)[-1]
    walk(y, 1.0)
    return draw_graph(y, ax, slopes=True)


fig, axes = plt.subplots(1, 2, figsize=(10, 2.9))
titles = {-1.0: "at x = −1: 1 − 2 = −1", 1.0: "at x = 1: 1 + 6 = 7"}
for ax, (x0, title) in zip(axes, titles.items(), strict=True):
    draw(x0, ax)
    ax.set_title(title)
figure(fig, alt=(
    "The diamond at two inputs. At x = -1 the paths bring 1 and -2 and x gets -1. At x "
    "= 1 they bring 1 and 6 and x gets 7."
))
slider(draw, alt=(
    "As x moves, the two paths into x pull the same way, except between −2 and 0, "
    "where their gradients have opposite signs."
), x0=(-3, 3, 0.25, -1))

# %% [markdown]
# At $x = -1$ the path through $a$ brings $+1$ and the path through $b$ brings $-2$: together $-1$. At $x = 1$ they bring $1$ and $6$, together $7$. Between $-2$ and $0$ the two paths pull against each other, and neither of them alone tells you the slope.
#
# That is why the sign `+=` matters. Suppose a programmer writes `=` instead: each gradient that arrives wipes out the one before. Predict `x.grad` for the diamond at 3, and for $x + x$.

# %%
def overwrite(node, g):
    """The walk with = where += belongs."""
    node.grad = g
    for parent, part in zip(node.parents, node.push(g), strict=True):
        overwrite(parent, part)


x, a, b, y = diamond(3.0)
overwrite(y, 1.0)
twin = Node(3.0)
overwrite(Node(6.0, (twin, twin), lambda g: (g, g)), 1.0)
print("diamond:", x.grad, "not 39    x + x:", twin.grad, "not 2")

# %% [markdown]
# The diamond reports 30: the path through $b$ came last, and the 9 from $a$ is gone. And $x + x$ reports slope 1, as if $x$ had been used once.
#
# No error, no warning, a plausible number of the right sign. A model trained with such gradients still learns something, which makes the mistake hard to find. It shows only where a number is used more than once. In a language model that is every weight, at every position of the text.

# %% [markdown]
# ### One push per node, or 2ⁿ of them
#
# `walk` is right. Is it fast? Try it on a ladder in which every rung doubles the one below, $x + x$, then that plus itself, and so on. Each rung has two arrows, so each rung doubles the number of paths.

# %%
def pushes_of_walk(rungs):
    """How often walk calls a rung's push on a ladder of doublings."""
    calls = []
    def push(g):
        calls.append(g)
        return g, g

    node = Node(1.0)  # a leaf: its own push is not counted
    for _ in range(rungs):
        node = Node(2 * node.data, (node, node), push)
    walk(node, 1.0)
    return len(calls)

# %% [markdown]
# A ladder of two rungs has three nodes. The top pushes once, and then the middle pushes twice, once for each gradient that reaches it; the leaf at the bottom has nobody to push to. **Predict the counts** for three rungs and for four before you run the next cell.

# %%
counts = [pushes_of_walk(n) for n in range(1, 13)]
print(counts)
assert counts == [2**n - 1 for n in range(1, 13)]

# %% [markdown]
# Twelve rungs are thirteen nodes and already 4095 pushes; twice as many rungs would be seventeen million. Deep networks add a block's output back to its input, which is one more diamond: an image network of 110 layers has 54 such blocks, and $2^{54} \approx 1.8 \cdot 10^{16}$ paths (counted by Veit, Wilber and Belongie, 2016). The figure puts the counts on a log axis. **What shape must $2^n$ have there?** (Day 4 knows.)

# %%
from log2attn.learn.style import BLUE, VERMILLION

rungs = np.arange(1, 13)
fig, ax = plt.subplots()
ax.semilogy(rungs, counts, "o-", color=BLUE)
ax.semilogy(rungs, rungs, "s--", color=VERMILLION)
ax.text(8.3, 900, "walking every path: 2ⁿ − 1", color=BLUE, ha="right")
ax.text(8.3, 11.5, "one push per node: n", color=VERMILLION, ha="right")
ax.set(xlabel="rungs n of the ladder", ylabel="pushes (log axis)")
figure(fig, alt=(
    "On a log axis the pushes of the walk rise as a straight line to 4095 at twelve "
    "rungs, while one push per node stays at twelve."
))

# %% [markdown]
# From three rungs on it is a straight line: exponential growth. The way out is a property of push. It multiplies by fixed slopes, so it is linear:
#
# $$ \operatorname{push}(g_1) + \operatorname{push}(g_2) = \operatorname{push}(g_1 + g_2). $$
#
# In words: pushing two gradients one after the other gives the same as pushing their sum once.

# %% author=true
first, second, both = np.array(y.push(2.0)), np.array(y.push(0.5)), np.array(y.push(2.5))
assert np.allclose(first + second, both, rtol=1e-12)
assert f"{2.0**54:.1e}" == "1.8e+16" and round((2**24 - 1) / 1e6) == 17

# %% [markdown]
# So a node need not push each time a gradient arrives. It can **wait until all have arrived, and push their sum once.** Then twelve rungs cost twelve pushes.
#
# Waiting needs an answer to one question: how does a node know that nothing more will come?

# %% [markdown]
# ### Whose turn is it?
#
# Here is the smallest graph where the question bites. $s = 2x$, $t = s + 1$, $y = s \cdot t$, at $x = 3$. The node $s$ is used twice: by $y$ directly, and by $t$, which $y$ also uses.

# %%
def shortcut():
    """The graph of s·t with s = 2x and t = s + 1 at x = 3, as (x, s, t, y)."""
    x = Node(3.0, name="x")
    s = Node(6.0, (x,), lambda g: (2 * g,), "s = 2x")
    t = Node(7.0, (s,), lambda g: (g,), "t = s + 1")
    return x, s, t, Node(42.0, (s, t), lambda g: (7 * g, 6 * g), "y = s·t")

# %% [markdown]
# Now the gradients, moved by hand. First $y$ pushes: 7 to $s$ and 6 to $t$. Suppose $s$ does not wait and pushes as soon as it has heard from $y$. **Before you run:** what will $x$ hold in the end, and what should it hold?

# %%
x, s, t, y_early = shortcut()
y_early.grad = 1.0
s.grad, t.grad = y_early.push(1.0)
x.grad += s.push(s.grad)[0]  # s pushes 7: too early
s.grad += t.push(t.grad)[0]  # 6 more arrive at s, after its turn
print("s:", s.grad, " x:", x.grad)

# %% [markdown]
# In the end $s$ knows its gradient, $7 + 6 = 13$. But it passed on only the 7, so $x$ holds $2 \cdot 7 = 14$. The 6 that came through $t$ never reached it. Now let $t$ go first.

# %%
x, s, t, y_right = shortcut()
y_right.grad = 1.0
s.grad, t.grad = y_right.push(1.0)
s.grad += t.push(t.grad)[0]
x.grad += s.push(s.grad)[0]  # s pushes 13: its last child has pushed
print("s:", s.grad, " x:", x.grad)
assert x.grad == 8 * 3 + 2  # y = 2x(2x + 1) = 4x² + 2x has slope 8x + 2

# %% [markdown]
# With $t$ first, $s$ pushes the whole 13, and $x$ receives 26, the slope of $4x^2 + 2x$ at 3. Below are both results side by side. **Which node shows the damage, and which node caused it?**

# %%
fig, axes = plt.subplots(1, 2, figsize=(10, 2.4))
titles = {"s before t: x gets 14": y_early, "t before s: x gets 26": y_right}
for ax, (title, root) in zip(axes, titles.items(), strict=True):
    draw_graph(root, ax, slopes=True)
    ax.set_title(title)
figure(fig, alt=(
    "The graph x, s, t, y with a shortcut from s to y, twice. Both show gradient 13 at "
    "s; x has 14 on the left, where s pushed before t, and 26 on the right."
))

# %% [markdown]
# The pictures differ in one number, at $x$; the cause is the turn of $s$. The rule that repairs it: **a node pushes after all of its children have pushed.**
#
# A list of the nodes that went into $y$, and $y$, in which every node stands *after its parents* is called a **topological order**. Read backward, every node comes after its *children*. For the shortcut it is $x, s, t, y$; the diamond has two, $x, a, b, y$ and $x, b, a, y$. Arrows never run in a circle: a number must exist before it is used. So there is always such an order.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# An engine has two halves: an order of work, and one loop over it. You write both. One tool first: `id(node)` is a number that names an object, and two nodes of equal value differ in it. A `set` of such numbers (day 8) remembers where you have been, and a function that calls itself (day 7) follows parents of parents.

# %% [markdown]
# ### Exercise · Everything after what it needs
#
# *3 points · about 14 minutes · needs `Node` and its `.parents`*
#
# You are handed the output of a computation. The only way in is `.parents`, one step at a time, and several ways may lead to the same node.
#
# **Before you code.** Which node of the shortcut graph must stand first? Take any node: what has to be in the list before you may add it, and how do you notice that you have met it already?
#
# <details><summary>Answer</summary>
#
# $x$, which has no parents. All of its parents; and its `id` is in the set of those met already.
#
# </details>
#
# **Your task.** Write `topo_order(v)`: a list of all nodes that `v` was computed from, and `v` itself; each node once, parents before children. Any such order is right. About eight lines.

# %% exercise="d34-topo_order"
def topo_order(v: Node) -> list:
    """All nodes that v was computed from, and v: each once, parents before children.

    v        a node; .parents leads to the nodes it was computed from
    returns  list of nodes; leaves come early, v comes last

    >>> one = Node(1.0)
    >>> [node.data for node in topo_order(Node(2.0, (one, one)))]
    [1.0, 2.0]
    """
    ### BEGIN SOLUTION
    order, seen = [], set()

    def visit(node):
        if id(node) not in seen:
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            order.append(node)

    visit(v)
    return order
    ### END SOLUTION


# %% visible="d34-topo_order" points=1
# The diamond: x = 3 goes into 5 and into 9, and both go into 45.
x = Node(3.0)
a, b = Node(5.0, (x,), lambda g: (g,)), Node(9.0, (x,), lambda g: (6 * g,))
y = Node(45.0, (a, b), lambda g: (9 * g, 5 * g))
order = topo_order(y)

assert order is not None, (
    "topo_order returned None. Did you forget the return statement?"
)
assert isinstance(order, (list, tuple)), (
    f"A list of nodes is asked for, got a {type(order).__name__}."
)
assert all(hasattr(node, "parents") for node in order), (
    "A list of the nodes themselves is asked for; yours holds something else. What did "
    "you append: the node, its data, its id?"
)
got = [node.data for node in order]
assert sorted(got) == [3.0, 5.0, 9.0, 45.0], (
    f"The nodes 3, 5, 9 and 45, each once, leaves included: you listed {got}. Is one "
    f"missing, or did two ways lead to the same node?"
)
assert got[-1] == 45.0, (
    f"Parents come before children, so the output 45 stands last: you gave {got}. "
    f"Which way does your list run?"
)
assert got[0] == 3.0, (
    f"5 and 9 are computed from 3, so 3 stands before both: you gave {got}. What must "
    f"be in the list before you add a node?"
)
assert order[-1] is y, (
    "The last of your list has y's value and is not y itself: a gradient stored in it "
    "would never reach the graph. List the nodes, not copies of them."
)
again = [node.data for node in topo_order(y)]
assert sorted(again) == [3.0, 5.0, 9.0, 45.0], (
    f"A second call for the same graph should list the same four nodes, got {again}. "
    f"Does every call begin with nothing met, and leave the nodes as they are?"
)

# %% hidden="d34-topo_order" points=2
# Hidden checks: a shortcut, a leaf alone, a long chain, a ladder, and random graphs
# with nodes that do not belong; nothing is changed.
_rng = course_rng("d34-topo_order")


def _random_graph(n):
    links, nodes, labels = np.zeros((n, n), dtype=int), [], (_rng.permutation(n) + 1.0).tolist()
    for i in range(n):
        picks = _rng.integers(0, i, size=_rng.integers(1, 3)).tolist() if i > 1 else []
        links[i, picks] = 1
        nodes.append(Node(labels[i], tuple(nodes[p] for p in picks), lambda g, k=len(picks): (g,) * k))
    return labels, links, nodes


_links = np.array([[0, 0, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 1, 1, 0]])
_x = Node(1.0)
_s = Node(2.0, (_x,), lambda g: (g,))
_t = Node(3.0, (_s,), lambda g: (g,))
_y = Node(4.0, (_s, _t), lambda g: (g, g))
_chain = [Node(1.0)]
for _k in range(2, 41):
    _chain.append(Node(float(_k), (_chain[-1],), lambda g: (g,)))
_ladder = [Node(1.0)]
for _k in range(2, 12):
    _ladder.append(Node(float(_k), (_ladder[-1], _ladder[-1]), lambda g: (g, g)))
_cases = [
    ("the shortcut", [1.0, 2.0, 3.0, 4.0], _links, [_x, _s, _t, _y]),
    ("a leaf alone", [7.0], np.zeros((1, 1), dtype=int), [Node(7.0)]),
    ("a chain of 40", [float(_k) for _k in range(1, 41)], np.eye(40, k=-1, dtype=int), _chain),
    ("a ladder of doublings", [float(_k) for _k in range(1, 12)], np.eye(11, k=-1, dtype=int), _ladder),
]
_cases += [("a random graph", *_random_graph(_n)) for _n in (5, 9, 14, 20, 30)]
_one, _other = Node(1.0), Node(1.0)
_got = [_node.data for _node in topo_order(Node(2.0, (_one, _other), lambda g: (g, g)))]
assert 3.0 not in _got and len(_got) <= 3, f"1 + 1 has three nodes, you listed {_got}, nodes of an earlier call among them. Does every call begin a list of its own?"
assert _got == [1.0, 1.0, 2.0], f"1 + 1 from two different nodes has three nodes, you listed {_got}. Do you tell nodes apart by their value?"
for _what, _labels, _links, _nodes in _cases:
    _n = len(_labels)
    _reach = np.eye(_n, dtype=bool)[_n - 1]
    for _i in range(_n - 1, -1, -1):
        _reach = _reach | (_links[_i].astype(bool) & _reach[_i])
    _want = sorted(_labels[_i] for _i in range(_n) if _reach[_i])
    _got = [_node.data for _node in topo_order(_nodes[-1])]
    assert sorted(_got) == _want, f"{_what}: every node the output was computed from, each once, and no other: expected {_want[:12]}, got {sorted(_got)[:12]}"
    _at = {_label: _k for _k, _label in enumerate(_got)}
    _wrong = [(_labels[_p], _labels[_c]) for _c in range(_n) for _p in range(_n) if _links[_c, _p] and _reach[_c] and _at[_labels[_p]] > _at[_labels[_c]]]
    assert not _wrong, f"{_what}: node {_wrong[0][0]:g} is a parent of {_wrong[0][1]:g} and stands after it. Has every parent been listed before you add a node?"
    assert [_node.data for _node in _nodes] == _labels and all(_node.grad == 0.0 for _node in _nodes), f"{_what}: listing nodes must not change them"

# %% [markdown]
# ### The sweep
#
# With an order at hand, the engine is one loop. Start with gradient 1 at the output, go through the order backward, and at each node pass on the sum that has arrived. The order is made elsewhere and handed to the loop: to sweep from $y$ you will write `backward(topo_order(y))`.
#
# One decision is left: where does a *second* sweep put its gradients? Suppose a batch is too large for the machine: we sweep over one half, then over the other, and want the sum. So a sweep **adds its own gradients** to `.grad`, as the walk does.

# %% [markdown]
# ### Exercise · Each node once
#
# *4 points · about 11 minutes · needs a topological order, and $\bar v = \sum_{v \to c} \bar c\, \partial c / \partial v$*
#
# **Before you code.** After one sweep over the diamond, `a.grad` is 9. In a second sweep another 9 arrives at $a$. If $a$ now pushes everything it holds, 18, what will `x.grad` become? What should it become?
#
# <details><summary>Answer</summary>
#
# If it pushes 18, $x$ gets $18 + 10 \cdot 6 = 78$ more and holds 117. It should hold 78: the second sweep passes on only what arrived in it, 9 and 5.
#
# </details>
#
# **Your task.** Write `backward(order)` for a topological order, whose last node is the output. Find the output's gradient with respect to every node of the list, itself included, and **add** it to that node's `.grad`; a second call doubles it. Call each push **at most once**, and leave the list as it is. Seven lines; a table from `id(node)` to this call's gradient helps.

# %% exercise="d34-backward"
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
    ### BEGIN SOLUTION
    arrived = {id(node): 0.0 for node in order}
    arrived[id(order[-1])] = 1.0
    for node in reversed(order):
        g = arrived[id(node)]
        node.grad += g
        for parent, part in zip(node.parents, node.push(g), strict=True):
            arrived[id(parent)] += part
    ### END SOLUTION


# %% visible="d34-backward" points=1
# The diamond at 3, in an order made by hand: gradients 39 at x, 9 at a, 5 at b, 1 at y.
# A second call finds the same again.
x = Node(3.0)
a, b = Node(5.0, (x,), lambda g: (g,)), Node(9.0, (x,), lambda g: (6 * g,))
y = Node(45.0, (a, b), lambda g: (9 * g, 5 * g))

backward([x, a, b, y])
assert y.grad == 1.0, (
    f"The slope of y with respect to itself is 1, y.grad is {y.grad}. Where does your "
    f"sweep start, and is the output's own gradient stored?"
)
assert (a.grad, b.grad) == (9.0, 5.0), (
    f"y hands 9 to a and 5 to b; they hold {a.grad} and {b.grad}. Do nodes in the "
    f"middle keep their gradient too, and does the sweep begin at the output?"
)
assert x.grad == 39.0, (
    f"9·1 arrives at x through a, and 5·6 through b: together 39, x.grad is {x.grad}. "
    f"What happens to the first when the second arrives?"
)
backward([x, b, a, y])
assert x.grad == 78.0, (
    f"A second call, in the diamond's other order, adds 39 once more: expected 78, got "
    f"{x.grad}. Which gradient does a push in the second call: the old one, the new "
    f"one, or both?"
)
assert (a.grad, b.grad, y.grad) == (18.0, 10.0, 2.0), (
    f"After two calls a, b, y hold 18, 10, 2; yours hold {a.grad}, {b.grad}, {y.grad}."
)

# %% hidden="d34-backward" points=3
# Hidden checks, with orders of their own: the shortcut, random graphs with random
# slopes against a matrix inverse, a ladder, two outputs that share inputs, one push per
# node, your list left as it was.
_rng = course_rng("d34-backward")


def _random_graph(n, calls):
    slopes, nodes = np.zeros((n, n)), []
    for i in range(n):
        picks = _rng.integers(0, i, size=_rng.integers(1, 4)).tolist() if i > 1 else []
        parts = _rng.normal(size=len(picks)).tolist()
        for p, part in zip(picks, parts, strict=True):
            slopes[i, p] += part
        nodes.append(Node(float(_rng.normal()), tuple(nodes[p] for p in picks), lambda g, i=i, parts=parts: (calls.append(i), tuple(g * q for q in parts))[1]))
    return slopes, nodes


def _order_to(k, slopes, nodes):
    """The nodes that node k was computed from, and node k, as they were made: parents first."""
    needed = {k}
    for i in range(k, -1, -1):
        needed |= set(np.flatnonzero(slopes[i]).tolist()) if i in needed else set()
    return [nodes[i] for i in sorted(needed)]


_x = Node(3.0)
_s = Node(6.0, (_x,), lambda g: (2 * g,))
_t = Node(7.0, (_s,), lambda g: (g,))
_y = Node(42.0, (_s, _t), lambda g: (7 * g, 6 * g))
backward([_x, _s, _t, _y])
assert (_s.grad, _x.grad) == (13.0, 26.0), f"the shortcut graph: s and x should hold 13 and 26, hold {_s.grad} and {_x.grad}. Had everything arrived at s when it pushed?"

for _n in (4, 7, 12, 20):
    _calls = []
    _slopes, _nodes = _random_graph(_n, _calls)
    _data = [_node.data for _node in _nodes]
    # Total slopes from all paths at once: the row of (I - slopes)⁻¹ that belongs to an output.
    _total = np.linalg.inv(np.eye(_n) - _slopes)
    _given = _order_to(_n - 1, _slopes, _nodes)
    _listed = [_node.data for _node in _given]
    backward(_given)
    _got = np.array([_node.grad for _node in _nodes], dtype=float)
    assert np.allclose(_got, _total[-1], rtol=1e-9, atol=1e-9), f"a random graph of {_n} nodes: wrong gradient at {int((~np.isclose(_got, _total[-1], rtol=1e-9, atol=1e-9)).sum())} of them"
    assert [_node.data for _node in _given] == _listed, "the caller's list was changed: it should hold the same nodes in the same order afterward"
    backward(_order_to(_n // 2, _slopes, _nodes))
    _got = np.array([_node.grad for _node in _nodes], dtype=float)
    assert np.allclose(_got, _total[-1] + _total[_n // 2], rtol=1e-9, atol=1e-9), "a second output that shares nodes with the first: their gradients should add up in .grad"
    assert max(_calls.count(_i) for _i in range(_n)) <= 2, "in two calls of backward, some node's push was called more than twice: once a call is enough"
    assert [_node.data for _node in _nodes] == _data, "backward must not change .data"

_calls = []
_ladder = [Node(1.0)]
for _k in range(10):
    _ladder.append(Node(2.0 ** (_k + 1), (_ladder[-1], _ladder[-1]), lambda g: (_calls.append(g), (g, g))[1]))
backward(list(_ladder))
assert _ladder[0].grad == 1024.0, f"a ladder of ten doublings has slope 2¹⁰ = 1024, got {_ladder[0].grad}"
assert len(_calls) <= 10, f"ten rungs need ten pushes, yours made {len(_calls)}: did you walk every path?"

_one, _other = Node(1.0), Node(1.0)
backward([_one, _other, Node(8.0, (_one, _other), lambda g: (3 * g, 5 * g))])
assert (_one.grad, _other.grad) == (3.0, 5.0), f"two different nodes of value 1 should hold 3 and 5, hold {_one.grad} and {_other.grad}. Does your table tell nodes apart by their value?"

_leaf = Node(5.0)
backward([_leaf])
assert _leaf.grad == 1.0, f"a leaf alone is its own output, with gradient 1; got {_leaf.grad}"

# %% [markdown]
# ### Where this sits in a real model
#
# PyTorch is this engine with arrays for numbers. Each operation records a node with a backward function and its edges. `loss.backward()` first counts, for every node, how many children still owe it a gradient; a node joins the queue when its count reaches zero. That is your order, found another way. At the leaves, a node named `AccumulateGrad` does the `+=`. (The PyTorch blog tells it in *How Computational Graphs are Executed in PyTorch*, 2022.)

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Let Python build the graph
#
# So far you typed every value and every local slope by hand. The last step makes ordinary arithmetic do it: you write `a * b`, and Python builds the node.
#
# When Python reads `a - b`, it calls the method `a.__sub__(b)`. When the left side is a plain number that does not know how to subtract your object, it asks the right side instead: `2 - a` calls `a.__rsub__(2)`, with an `r` for *right*. A small class shows who is asked what.

# %%
class Echo:
    def __sub__(self, other):
        return f"echo.__sub__({other})"

    def __rsub__(self, other):
        return f"echo.__rsub__({other})"


echo = Echo()
print("echo - 2 calls", echo - 2)
print("2 - echo calls", 2 - echo)

# %% [markdown]
# In both calls `self` is the echo and `other` is 2, although the order on the page is different. Subtraction minds, addition does not.
#
# One more thing to watch: `a * 2` must work as well as `a * b`. The class below comes with `lift`, which wraps a plain number into a leaf and leaves anything that already has a push alone. `@staticmethod` marks a method that needs no `self`. `sin`, `exp` and `log` are written out as the pattern for the rest: the value, the parents, and a push that multiplies $g$ by the local slope.
#
# A push stores nothing: storing is the sweep's work.

# %% author=true
# lint: code-length — the methods of one class are one idea, and its check tries each of them once

# %% [markdown]
# ### Exercise · The class `Value`
#
# *6 points · about 15 minutes · needs the local slopes of day 27 and a push from the first idea*
#
# `Value` is `Node` with arithmetic. A sum, product, power, exp, log, tanh or relu is **one new** Value: data, parents as written, push. Differences may reuse the others; `sin`, `exp`, `log`, `__radd__` and `__rmul__` are given.
#
# **Before you code.** For $a \cdot b$, which number multiplies the gradient on its way to $a$? Can the push of $\tanh$ reuse the value? For `2 - a`, which sign goes home to $a$?
#
# <details><summary>Answer</summary>
#
# $b$. Yes: its slope is $1 - \tanh^2$. A minus: when $a$ grows, $2 - a$ shrinks.
#
# </details>
#
# **Your task.** Fill in seven methods, most of one line. The $n$ of `a ** n` is a plain number. At 0, relu has slope 0, as in PyTorch.

# %% exercise="d34-Value"
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
        ### BEGIN SOLUTION
        return Value(self.data + other.data, (self, other), lambda g: (g, g))
        ### END SOLUTION

    def __mul__(self, other):  # self * other
        other = self.lift(other)
        ### BEGIN SOLUTION
        back = lambda g: (g * other.data, g * self.data)
        return Value(self.data * other.data, (self, other), back)
        ### END SOLUTION

    def __pow__(self, n):  # self ** n, n a plain number
        ### BEGIN SOLUTION
        return Value(self.data**n, (self,), lambda g: (g * n * self.data ** (n - 1),))
        ### END SOLUTION

    def exp(self):
        value = math.exp(self.data)
        return Value(value, (self,), lambda g: (g * value,))


    def log(self):
        return Value(math.log(self.data), (self,), lambda g: (g / self.data,))

    def tanh(self):
        ### BEGIN SOLUTION
        value = math.tanh(self.data)
        return Value(value, (self,), lambda g: (g * (1 - value**2),))
        ### END SOLUTION

    def relu(self):
        ### BEGIN SOLUTION
        back = lambda g: (g if self.data > 0 else 0.0,)
        return Value(max(0.0, self.data), (self,), back)
        ### END SOLUTION

    def __sub__(self, other):  # self - other
        other = self.lift(other)
        ### BEGIN SOLUTION
        return Value(self.data - other.data, (self, other), lambda g: (g, -g))
        ### END SOLUTION

    def __radd__(self, other):  # other + self, where other is a plain number
        return self + other


    def __rmul__(self, other):  # other * self
        return self * other


    def __rsub__(self, other):  # other - self
        ### BEGIN SOLUTION
        return self.lift(other) - self
        ### END SOLUTION

    def __neg__(self):  # given: -self
        return -1.0 * self

    def __truediv__(self, other):  # given: self / other
        return self * self.lift(other) ** -1.0

    def __rtruediv__(self, other):  # given: other / self
        return self.lift(other) / self


# %% visible="d34-Value" points=2
# The numbers 2 and 5, and an upstream gradient of 3: every result can be done in the
# head.
a, b = Value(2.0), Value(5.0)
below, zero, half = Value(-1.0), Value(0.0), Value(0.5 * np.log(3.0))
for does, operands, run, value, gradients, think in [
    ("a + b", (a, b), lambda: a + b, 7.0, [3.0, 3.0], (
        "A sum passes the gradient on to both."
    )),
    ("a * b", (a, b), lambda: a * b, 10.0, [15.0, 6.0], (
        "How much does a·b grow when a grows by one? And where does the 3 come in?"
    )),
    ("a ** 3", (a,), lambda: a**3, 8.0, [36.0], "The slope of x³ is 3x²."),
    ("relu(a)", (a,), lambda: a.relu(), 2.0, [3.0], "Above 0, relu changes nothing."),
    ("relu(-1)", (below,), lambda: below.relu(), 0.0, [0.0], (
        "Below 0, relu is flat. What slope does a flat line have?"
    )),
    ("exp(0)", (zero,), lambda: zero.exp(), 1.0, [3.0], (
        "The slope of exp is exp itself."
    )),
    ("log(2)", (a,), lambda: a.log(), np.log(2.0), [1.5], "The slope of log x is 1/x."),
    ("tanh(0.5 log 3)", (half,), lambda: half.tanh(), 0.5, [2.25], (
        "1 - tanh²: is what you square the input or the value?"
    )),
]:
    node = run()
    assert node is not None, (
        f"{does} returned None. Did you forget the return statement?"
    )
    assert hasattr(node, "push"), (
        f"{does} gave the plain number {node}. It has no parents and no push; return a "
        f"Value."
    )
    assert np.isclose(node.data, value, rtol=1e-9), (
        f"{does} with a = 2, b = 5 should have data {value:.10g}, has {node.data:.10g}."
    )
    assert isinstance(node.parents, (tuple, list)), (
        f"{does}: parents are a sequence, also if there is only one. (self) is self; "
        f"(self,) with its comma is a sequence."
    )
    assert all(hasattr(parent, "push") for parent in node.parents), (
        f"{does}: the parents are Values, yours hold plain numbers. Hand over self, "
        f"not self.data."
    )
    assert len(node.parents) == len(operands) and all(
        parent is operand for parent, operand in zip(node.parents, operands)
    ), (
        f"{does}: one new Value is asked for, with what went in as its parents: "
        f"{len(operands)} in all, in the order as written. Yours has other parents: a "
        f"chain of several Values, a copy, another order, or none?"
    )
    got = node.push(3.0)
    assert got is not None and np.shape(got) == np.shape(gradients), (
        f"{does}: push returns one gradient per parent, {len(gradients)} in all, not "
        f"{got}. A sequence of one is written (g,)."
    )
    assert not any(hasattr(part, "push") for part in got), (
        f"{does}: push returns plain numbers, yours returns Values. Multiply g by the "
        f".data of a Value, not by the Value."
    )
    assert np.allclose(got, gradients, rtol=1e-9, atol=1e-12), (
        f"{does}: push(3) should give {gradients}, gave {list(got)}. {think}"
    )
assert a.grad == b.grad == 0.0, (
    f"A push returns gradients and stores nothing: a.grad is {a.grad}, b.grad is "
    f"{b.grad}."
)

for does, run, value in [
    ("a - b", lambda: a - b, -3.0),
    ("2 + b", lambda: 2 + b, 7.0),
    ("2 * b", lambda: 2 * b, 10.0),
    ("2 - b", lambda: 2 - b, -3.0),
    ("b - 2", lambda: b - 2, 3.0),
]:
    node = run()
    assert hasattr(node, "push"), (
        f"{does} gave {node}, which has no push. Return a Value, also when one side is "
        f"a plain number."
    )
    assert np.isclose(node.data, value, rtol=1e-9), (
        f"{does} with a = 2, b = 5 should have data {value:g}, has {node.data:g}. What "
        f"is on the left, and what is on the right?"
    )
left, right = Value(2.0), Value(5.0)
walk(left - right, 3.0)
assert (left.grad, right.grad) == (3.0, -3.0), (
    f"a - b with gradient 3: a should receive 3 and b should receive -3; they receive "
    f"{left.grad} and {right.grad}. What happens to a - b when b grows?"
)

# %% hidden="d34-Value" points=4
# Hidden checks: every operation at random numbers with random upstream gradients, plain
# numbers on both sides, edges at zero, and whole expressions, judged by a backward pass
# of our own that walks every path.
_rng = course_rng("d34-Value")


def _leaves(node, g, into):
    """Gradient of each leaf, by its value: all paths from node, one by one."""
    if not node.parents:
        into[node.data] = into.get(node.data, 0.0) + g
    parts = node.push(g)
    assert len(parts) == len(node.parents), f"push gave {len(parts)} gradients for {len(node.parents)} parents"
    for parent, part in zip(node.parents, parts, strict=True):
        _leaves(parent, part, into)
    return into


def _slopes(plain, a, b):
    """Slopes by a tiny imaginary step, exact to the last digits."""
    return plain(a + 1e-30j, b).imag / 1e-30, plain(a, b + 1e-30j).imag / 1e-30


_on_values = {"exp": lambda v: v.exp(), "log": lambda v: v.log(), "tanh": lambda v: v.tanh(), "relu": lambda v: v.relu()}
_on_numbers = {"exp": np.exp, "log": np.log, "tanh": np.tanh, "relu": lambda z: z * (np.real(z) > 0)}
_c = round(float(_rng.uniform(2.1, 4.0)), 3)
_ops = [
    ("a + b", lambda a, b, m: a + b),
    ("a - b", lambda a, b, m: a - b),
    ("a * b", lambda a, b, m: a * b),
    (f"{_c} - a", lambda a, b, m: _c - a),
    (f"a - {_c}", lambda a, b, m: a - _c),
    (f"{_c} * a", lambda a, b, m: _c * a),
    (f"a * {_c}", lambda a, b, m: a * _c),
    (f"{_c} + a", lambda a, b, m: _c + a),
    (f"a + {_c}", lambda a, b, m: a + _c),
    ("a ** 3", lambda a, b, m: a**3),
    ("b ** -2", lambda a, b, m: b**-2),
    ("b ** 0.5", lambda a, b, m: b**0.5),
    ("exp(a)", lambda a, b, m: m["exp"](a)),
    ("log(b)", lambda a, b, m: m["log"](b)),
    ("tanh(a)", lambda a, b, m: m["tanh"](a)),
    ("relu(a)", lambda a, b, m: m["relu"](a)),
    ("relu(-b)", lambda a, b, m: m["relu"](-1.0 * b)),
    ("a / b", lambda a, b, m: a / b),
    (f"{_c} / b", lambda a, b, m: _c / b),
    ("tanh(ab + 2)·a + (3 - a)²", lambda a, b, m: m["tanh"](a * b + 2) * a + (3 - a) ** 2),
    ("log(1 + exp(ab - b))", lambda a, b, m: m["log"](1 + m["exp"](a * b - b))),
    ("relu(2 - a)·exp(-b) + a·a·a / b", lambda a, b, m: m["relu"](2 - a) * m["exp"](-b) + a * a * a / b),
]
for _name, _f in _ops:
    for _sign in (1.0, -1.0):
        _a, _b, _g = _sign * float(_rng.uniform(0.2, 1.6)), float(_rng.uniform(0.3, 1.9)), float(_rng.normal())
        _want = np.real(_f(complex(_a), complex(_b), _on_numbers))
        _da, _db = _slopes(lambda a, b, f=_f: f(a, b, _on_numbers), complex(_a), complex(_b))
        _va, _vb = Value(_a), Value(_b)
        _out = _f(_va, _vb, _on_values)
        assert np.isclose(_out.data, _want, rtol=1e-9, atol=1e-12), f"{_name} at a = {_a:.4g}, b = {_b:.4g}: data {_out.data:.6g}, expected {_want:.6g}"
        _got = _leaves(_out, _g, {})
        for _letter, _at, _slope in (("a", _a, _da), ("b", _b, _db)):
            assert np.isclose(_got.get(_at, 0.0), _g * _slope, rtol=1e-9, atol=1e-12), f"{_name} at a = {_a:.4g}, b = {_b:.4g}: with gradient {_g:.4g} at the result, {_letter} should receive {_g * _slope:.6g}, receives {_got.get(_at, 0.0):.6g}"
        assert (_va.data, _va.grad, _vb.data, _vb.grad) == (_a, 0.0, _b, 0.0), f"{_name} changed its operands; a method makes a new Value, and a push stores nothing"

assert list((Value(0.0) ** 2).push(_g)) == [0.0], "the slope of x² at 0 is 0"
assert list((Value(0.0) ** 1).push(_g)) == [_g], "the slope of x¹ at 0 is 1"
assert list(Value(0.0).relu().push(_g)) == [0.0], "at 0 the slope of relu is 0"
assert list(Value(2.0).relu().push(-3.0)) == [-3.0], "above 0 relu passes a negative gradient on, too"
assert list(Value(-2.0).relu().push(-3.0)) == [0.0], "below 0 relu passes nothing on, whatever the sign of the gradient"
_three = Value(3) * Value(np.float32(0.5))
assert _three.data == 1.5 and np.allclose(_three.push(2), [1.0, 6.0], rtol=1e-9), "whole numbers and float32 should work like floats"

# %% [markdown]
# ### Your engine, running
#
# Four pieces make an engine: `Value` builds the graph, `topo_order` orders it, `backward` sweeps it, `zero_grad` resets it. They fit together because a Value has everything a Node has. Here is one neuron, $\tanh(wx + b)$, with a squared loss against the target 1. Nobody derived a formula for its slopes.

# %%
w, x, b = Value(0.5, name="w"), Value(2.0, name="x"), Value(-0.3, name="b")
z = w * x + b
z.name = "z = wx + b"
t = z.tanh()
t.name = "t = tanh z"
loss = (t - 1) ** 2
loss.name = "(t − 1)²"
backward(topo_order(loss))


print("w:", round(w.grad, 4), "  b:", round(b.grad, 4))

# %% author=true
plain_loss = lambda w, b: (math.tanh(w * 2.0 + b) - 1) ** 2
h = 1e-6
assert np.isclose(w.grad, (plain_loss(0.5 + h, -0.3) - plain_loss(0.5 - h, -0.3)) / (2 * h), rtol=1e-6)
assert np.isclose(b.grad, (plain_loss(0.5, -0.3 + h) - plain_loss(0.5, -0.3 - h)) / (2 * h), rtol=1e-6)

# %% [markdown]
# Measured slopes (day 24) need two runs of the program *per weight*. The sweep needed one run forward and one backward for all. **In the picture, why is the gradient at $w$ twice that at $b$?**

# %%
figure(
    draw_graph(loss, slopes=True),
    alt=(
        "The neuron's graph from w, x and b to the loss 0.1565. Gradients run back "
        "through the boxes: about -0.502 at b and -1.004 at w, twice as much."
    ),
)

# %% [markdown]
# Both went into the sum 0.7, which receives about $-0.502$. On the way to $b$ that meets the local slope 1, on the way to $w$ the local slope $x = 2$. The input $x$ and the target 1 receive gradients as well; nobody asked for them, and here nobody uses them.
#
# Now the rhythm of every training loop: **zero, forward, backward, step.** Without the zero, each step would follow the sum of all steps so far:
# sweeps add up. (`step % 10` is what a division by 10 leaves over: 0 in every tenth round.)

# %%
for step in range(31):
    w.grad = b.grad = 0.0
    loss = ((w * x + b).tanh() - 1) ** 2
    backward(topo_order(loss))
    if step % 10 == 0:
        print(
            f"step {step:2d}   loss {loss.data:.4f}   w {w.data:.3f}   b {b.data:.3f}"
        )
    w.data -= 0.2 * w.grad
    b.data -= 0.2 * b.grad

# %% [markdown]
# **Say it in your own words.** Explain to a friend who knows the chain rule what a node has to remember, and why a node must wait. Three sentences, no code.
#
# <details><summary>Answer</summary>
#
# A node remembers its value, its parents, and how to turn a gradient that arrives into one gradient for each parent. Gradients from different paths add, and passing on is linear, so one push of the sum does for all. A node that pushes before its last child has pushed passes on too little, and nobody later notices.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. A node remembers its value, its parents, and a push: a gradient in, one gradient per parent out.
# 2. The gradient at a node is a sum over the arrows that leave it: hence `+=`, never `=`.
# 3. Paths can number $2^n$; push is linear, so a node may wait and push once.
# 4. Reversed topological order lets every node wait exactly long enough.
# 5. Sweeps add up; zeroing is a step of its own.

# %% [markdown]
# ### New notation
#
# | symbol | read | in code |
# |---|---|---|
# | $\bar v = dy/dv$ | v bar, the gradient at node $v$: slope of the output along all paths | `v.grad` |
# | $v \to c$ | an arrow: $c$ is computed from $v$ | `v` is in `c.parents` |
# | $\sum_{v \to c}$ | sum over the arrows that leave $v$ | the `+=` of a sweep |
#
# **One thing to watch or read.** Andrej Karpathy, *The spelled-out intro to neural networks and backpropagation: building micrograd* (2022). Watch how its `backward` treats a second call, and compare with yours. Or, in the survey of Baydin and others (2018), what automatic differentiation is *not*, and its two main modes.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Zeroing is a step of its own. When the *next* batch begins, the old gradients must go, and the engine cannot know when that is. You do, so you say it. That is why a training loop in PyTorch has a line `optimizer.zero_grad()`. It is easily forgotten, and, like `=` for `+=`, forgetting it raises no error.

# %% [markdown]
# ### Exercise · A clean slate
#
# *optional · about 6 minutes · needs a loop*
#
# **Before you code.** A gradient has overflowed to `inf`. Does your line still leave a zero there?
#
# <details><summary>Answer</summary>
#
# Only if it sets the number anew. A product with 0 or a difference leaves `nan`.
#
# </details>
#
# **Your task.** Write `zero_grad(nodes)`: set the `.grad` of every node in the list to `0.0`, whatever it was, and touch nothing else: no values, and no nodes that are not in the list. Two lines.

# %% exercise="d34-zero_grad"
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
    ### BEGIN SOLUTION
    for node in nodes:
        node.grad = 0.0
    ### END SOLUTION


# %% visible="d34-zero_grad" points=0
# After a walk over the diamond the gradients are 39, 9, 5 and 1. Zero them, and look at
# the values too.
x, a, b, y = diamond(3.0)
walk(y, 1.0)
zero_grad([x, a, b, y])
got = [node.grad for node in (x, a, b, y)]

assert None not in got, (
    f"A gradient of None cannot be added to: expected 0.0 everywhere, got {got}."
)
assert got == [0.0, 0.0, 0.0, 0.0], (
    f"All four gradients should be 0.0, got {got}. Does your loop reach every node, "
    f"and does it change the node or a copy of its number?"
)
assert [node.data for node in (x, a, b, y)] == [3.0, 5.0, 9.0, 45.0], (
    "Values stay: zeroing is about .grad, and .data is still needed."
)

# %% hidden="d34-zero_grad" points=0
# Hidden checks: gradients of any size, infinite ones too; nodes outside the list keep
# theirs; a new sweep starts from zero.
_rng = course_rng("d34-zero_grad")
for _g in (*_rng.normal(scale=100.0, size=4).tolist(), 1e300, float("inf"), float("-inf")):
    _x, _a, _b, _y = diamond(3.0)
    walk(_y, _g)
    _kept = (_x.grad, _a.grad)
    _listed = [_b, _y]
    zero_grad(_listed)
    assert (_b.grad, _y.grad) == (0.0, 0.0), f"after gradients of {_g:g}, zero_grad should leave 0.0, left {_b.grad} and {_y.grad}"
    assert (_x.grad, _a.grad) == _kept, "only the nodes in the list are zeroed: the others keep their gradient"
    assert (_x.data, _a.data, _b.data, _y.data) == (3.0, 5.0, 9.0, 45.0), "values must stay as they are"
    assert [_node.data for _node in _listed] == [9.0, 45.0], "the caller's list was changed: it should hold the same nodes afterward"
    walk(_y, 1.0)
    assert (_b.grad, _y.grad) == (5.0, 1.0), "after zeroing, a new sweep should find 5 and 1"
zero_grad([])

# %% [markdown]
# ### Break it
#
# Below is $q = x \cdot x \cdot x$ at $x = 2$, as $p = x \cdot x$ and $q = p \cdot x$. The right slope is $3x^2 = 12$, from three arrows. **Predict** what `x.grad` is if gradients overwrite each other; then run. Then swap the parents of `q` to `(x, p)`, with the push to match, `lambda g: (4 * g, 2 * g)`, and predict again before you run.

# %%
x = Node(2.0, name="x")
p = Node(4.0, (x, x), lambda g: (2 * g, 2 * g), "p = x·x")
q = Node(8.0, (p, x), lambda g: (2 * g, 4 * g), "q = p·x")
overwrite(q, 1.0)
print("with = :", x.grad)
x.grad = 0.0
walk(q, 1.0)
print("with +=:", x.grad)

# %% [markdown]
# <details><summary>What you saw</summary>
#
# Each of the three arrows into $x$ carries 4: twice $2 \cdot 2$ through $p$, and once 4 directly. With `=` the last one stands alone, so `x.grad` is 4 in either order. A wrong answer that does not depend on the order is the hardest kind to suspect; a sum that should have three terms had one.
#
# </details>

# %% [markdown]
# ### A bank, and a history
#
# A bank keeps one number per account. Each payment that arrives is booked with `=` where this engine has `+=`. What goes wrong, on which accounts, and on which does nobody notice? Then: the bank books correctly, but passes on a customer's payments before the day's last one has come in. Which of today's mistakes is that?
#
# <details><summary>Answer</summary>
#
# With `=`, each payment wipes out the balance before it. Only an account that was empty and receives one payment looks right, and there nobody notices. Passing on too early is the shortcut graph: that customer's own balance is right in the end, like the 13 at $s$, and the next one's is not, like the 14 at $x$.
#
# </details>

# %% [markdown]
# The idea is older than the libraries. Seppo Linnainmaa described it in his master's thesis (Helsinki, 1970; in English in *BIT*, 1976), to follow rounding errors through a program. Rumelhart, Hinton and Williams made it known for neural networks in 1986. The survey by Baydin, Pearlmutter, Radul and Siskind (2018) calls it **reverse-mode automatic differentiation**; the shape of today's exercise follows Andrej Karpathy's *micrograd* (2020).
#
# What it buys: Kaplan and others (2020) count two operations per parameter and word for a transformer's forward pass, and about six with the backward pass. So the slopes of all parameters together cost about twice what the loss alone costs, however many there are.
