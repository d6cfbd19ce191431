"""The house style as rules: a page that keeps them all, and for each rule the same page with one thing wrong."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from support import log2attn

from log2attn.compiling.answers import Answers, AnswerSet
from log2attn.compiling.lesson import read_lesson
from log2attn.core.course import Course, Day, Phase
from log2attn.core.layout import Layout
from log2attn.house_style import RULES, Finding, Page, findings, read_notation
from log2attn.house_style.budget import budget, optional_minutes
from log2attn.jobs.lint import lint
from log2attn.proving.days import read_course

TODAY = 16  # looks back at days 15, 9 and 2
NOTATION = """
| symbol | read | code | shape | day |
|---|---|---|---|---|
| $\\mathbf{W}$ | weights | `W` | $(D, K)$ | 16 |
| $\\mathbf{Q}, \\mathbf{x}_i$ | queries; row i | `Q` | $(M, d)$ | 40 |
| $\\bar v$ | gradient at v | `v.grad` | – | 34 |
| $\\lVert\\mathbf{v}\\rVert$ | length of v | `norm(v)` | – | 30 |
"""

PAGE = r'''# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A layer is a product and a shift
#
# **How does a network turn four numbers into three?** *After today you can* write the layer that every network is made of.

# %%
import numpy as np

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# **Yesterday (day 15).** What does a sum over rows leave? **A week ago (day 9).** What is the sum of the first ten whole numbers?
# **Two weeks ago (day 2).** How much of a quantity is left after three half-lives, if one half is left after one?
#
# <details><summary>Answers</summary>
#
# One number per column, 55, and one eighth.
#
# </details>

# %% [markdown]
# ### Exercise · Add the rows
#
# *1 point · about 3 minutes · needs sums (day 9)*
#
# **Before you code.** How many numbers does a table of two rows and three columns leave when its rows are added?
#
# <details><summary>Answer</summary>
#
# One row, and more of them where more is asked.
#
# </details>
#
# **Your task.** Write `review_16(X)`, the sum of all rows of a table of numbers. One line is enough, and no loop.

# %% exercise="d16-review"
def review_16(X: np.ndarray) -> np.ndarray:
    """The sum of the rows.

    X        (N, D)  a table
    returns  (D,)    one sum per column

    >>> review_16(np.array([[1.0, 2.0], [3.0, 4.0]]))
    array([4., 6.])
    """
    ### BEGIN SOLUTION
    return X.sum(axis=0)
    ### END SOLUTION


# %% visible="d16-review" points=0
# By hand: 1 + 3 and 2 + 4.
got = review_16(np.array([[1.0, 2.0], [3.0, 4.0]]))
assert np.allclose(got, [4, 6], rtol=1e-9, atol=0), "Did you add the rows?"

# %% hidden="d16-review" points=1
# Hidden checks: tables of several sizes.
_rng = course_rng("d16-review")
for _n, _d in ((2, 3), (5, 4), (1, 7)):
    _X = _rng.normal(size=(_n, _d))
    _want = np.ones(_n) @ _X
    assert np.allclose(review_16(_X), _want, rtol=1e-9, atol=1e-12), "wrong for another table"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# A layer multiplies its input by a table of weights and adds a shift. With a row $\mathbf{x}$ of entries and a table $\mathbf{W}$ of weights it gives
#
# $$ \mathbf{y} = \mathbf{x} \mathbf{W} + \mathbf{b}. $$
#
# In words: mix the entries, once for each output, and shift every output by its own number.

# %%
x, W = np.array([1.0, 2.0]), np.array([[1.0, 0.0, 3.0], [0.0, 1.0, 1.0]])
b = np.array([1.0, 1.0, 1.0])
assert np.allclose(x @ W + b, [2, 3, 6], rtol=1e-12)

# %% [markdown]
# Draw the three outputs as bars. Before you look, decide which of them is the tallest, and how much of its height comes from the shift alone, without any input.

# %%
import matplotlib.pyplot as plt

from log2attn import figure
from log2attn.learn.style import BLUE

fig, ax = plt.subplots()
ax.bar(range(3), x @ W + b, color=BLUE, edgecolor="white")
ax.set(xlabel="output", ylabel="value")
figure(fig, alt="Three bars, 2, 3 and 6 high; one unit of each is the shift.")

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# The third bar is the tallest, since its weights are. Now write the layer for a whole table of inputs at once, one input to a row, as every library does.

# %% [markdown]
# ### Exercise · One layer
#
# *3 points · about 12 minutes · needs the product of tables*
#
# **Before you code.** A table of five rows goes through a layer of three outputs. What is the shape of the answer, and where does the shift enter?
#
# <details><summary>Answer</summary>
#
# One row, and more of them where more is asked.
#
# </details>
#
# **Your task.** Write `layer(X, W, b)`, the outputs of a layer for every row of a table. One line is enough.

# %% exercise="d16-layer"
def layer(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The outputs of a layer.

    X        (N, D)  inputs, one a row
    W        (D, K)  weights
    b        (K,)    shifts
    returns  (N, K)  outputs

    >>> layer(np.array([[1.0, 2.0]]), np.array([[1.0], [1.0]]), np.array([0.5]))
    array([[3.5]])
    """
    ### BEGIN SOLUTION
    return X @ W + b
    ### END SOLUTION


# %% visible="d16-layer" points=1
# By hand: 1 + 2 + 0.5.
got = layer(np.array([[1.0, 2.0]]), np.array([[1.0], [1.0]]), np.array([0.5]))
assert np.allclose(got, [[3.5]], rtol=1e-9, atol=0), (
    f"Expected 3.5, got {got}. Where does the shift enter?"
)

# %% hidden="d16-layer" points=2
# Hidden checks: random layers of several sizes, your input left as it was.
_rng = course_rng("d16-layer")
for _n, _d, _k in _rng.permuted(np.array([[2, 3, 4], [5, 2, 7], [1, 6, 2]]), axis=1).tolist():
    _X, _W = _rng.normal(size=(_n, _d)), _rng.normal(size=(_d, _k))
    _b = _rng.normal(size=_k)
    _want, _given = np.einsum("nd,dk->nk", _X, _W) + _b, _X.copy()
    _got = layer(_given, _W, _b)
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), "wrong for another layer"
    assert (_given == _X).all(), "the caller's table was changed in place"

# %% [markdown]
# ### Exercise · A box that grows
#
# *3 points · about 10 minutes · needs a class*
#
# **Before you code.** Two boxes of sizes 2 and 3 are joined to one. What is the size of the new box, and do the old boxes change?
#
# <details><summary>Answer</summary>
#
# One row, and more of them where more is asked.
#
# </details>
#
# **Your task.** Write `Box`, whose method `join` gives a new box and leaves both old ones alone.

# %% exercise="d16-Box"
class Box:
    """A size.

    >>> Box(2).join(Box(3)).size
    5
    """

    def __init__(self, size):
        self.size = size

    def join(self, other):
        ### BEGIN SOLUTION
        return Box(self.size + other.size)
        ### END SOLUTION


# %% visible="d16-Box" points=1
# By hand: 2 and 3.
assert Box(2).join(Box(3)).size == 5, "Two boxes joined have both sizes together."

# %% hidden="d16-Box" points=2
# Hidden checks: other sizes.
_one, _two = Box(7), Box(11)
_joined = _one.join(_two)
assert _joined.size == 18 and (_one.size, _two.size) == (7, 11), (
    "joining leaves both boxes alone"
)

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### In your own words
#
# *2 points · about 5 minutes · read by a person*
#
# Why does a layer need its shift? Give an example of a line that no layer without a shift can draw, and say what the shift does to it.

# %% [markdown] exercise="d16-why" points=2
# Without a shift zero goes to zero.

# %% [markdown]
# The day in one line: a layer mixes the entries of its input, once for each output, and shifts every output by a number of its own. Tomorrow two layers follow each other.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# A shift is a weight, too: give every input one more entry, which is always 1, and give the table one more row. The exercise below asks for no more than that.

# %% [markdown]
# ### Exercise · One more column
#
# *optional · about 6 minutes · needs tables*
#
# **Before you code.** Where does the column of ones stand, if the row of shifts is the last one?
#
# <details><summary>Answer</summary>
#
# One row, and more of them where more is asked.
#
# </details>
#
# **Your task.** Write `with_ones(X)`, the table with a column of ones at its end. One line is enough.

# %% exercise="d16-with_ones"
def with_ones(X: np.ndarray) -> np.ndarray:
    """The table with one more column, of ones.

    X        (N, D)      a table
    returns  (N, D + 1)  the table, and ones at the end of every row

    >>> with_ones(np.array([[2.0]]))
    array([[2., 1.]])
    """
    ### BEGIN SOLUTION
    return np.concatenate([X, np.ones((len(X), 1))], axis=1)
    ### END SOLUTION


# %% visible="d16-with_ones" points=0
# By hand: one number, and a one beside it.
assert np.allclose(with_ones(np.array([[2.0]])), [[2, 1]], rtol=1e-9, atol=0), (
    "Where do the ones stand?"
)

# %% hidden="d16-with_ones" points=0
# Hidden checks: tables of several sizes.
_rng = course_rng("d16-with_ones")
for _n, _d in ((2, 3), (5, 4), (1, 7)):
    _X = _rng.normal(size=(_n, _d))
    _want = np.hstack([_X, np.ones((_n, 1))])
    assert np.allclose(with_ones(_X), _want, rtol=1e-9, atol=1e-12), "wrong for another table"
'''

MORE_AFTER = (
    PAGE[PAGE.index("# Hidden checks: other sizes.") : PAGE.index("# %% [markdown]\n# ## 4")].rstrip("\n")
    + "\n"
)


def more(n: int) -> str:
    """One more exercise like the last one of the page, under another name."""
    of = PAGE[PAGE.index("# %% [markdown]\n# ### Exercise · A box") : PAGE.index("# %% [markdown]\n# ## 4")]
    return "\n" + re.sub(r"\bBox\b", f"Box{n}", of).rstrip("\n") + "\n"


# What is wrong, the rule that finds it, and the edits that make it so.
WRONG = {
    "a part with other minutes": ("parts", [("## 2 · Learn · 45 minutes", "## 2 · Learn · 40 minutes")]),
    "a part with another name": ("parts", [("## 4 · Reflect · 30 minutes", "## 4 · Think · 30 minutes")]),
    "a missing part": ("parts", [("# ## 3 · Apply · 30 minutes\n#\n", "")]),
    "a heading too deep": ("parts", [("# ### In your own words", "# ### In your own words\n#\n# #### And deeper")]),
    "no look at yesterday": ("review-days", [("**Yesterday (day 15).**", "**First.**")]),
    "no look further back": ("review-days", [("**Two weeks ago (day 2).**", "**Day 22.**")]),
    "a warm-up with other points": ("review-exercise", [('visible="d16-review" points=0', 'visible="d16-review" points=1'), ("*1 point ·", "*2 points ·")]),
    "a warm-up on another day": ("review-exercise", [("needs sums (day 9)", "needs sums (day 8)")]),
    "no warm-up": ("review-exercise", [("d16-review", "d16-sums"), ("review_16", "sums"), ("about 3 minutes", "about 5 minutes"), ("needs sums (day 9)", "needs sums")]),
    "a short cell": ("prose-length", [("Before you look, decide which of them is the tallest, and how much of its height comes from the shift alone, without any input.", "")]),
    "a long cell": ("prose-length", [("Draw the three outputs as bars.", "Draw the three outputs as bars. " + "Look at them for a while. " * 20)]),
    "a long card": ("prose-length", [("and where does the shift enter?", "and where does the shift enter? " + "Look at it for a while. " * 20)]),
    "long code": ("code-length", [("fig, ax = plt.subplots()", "fig, ax = plt.subplots()\n" + "ax.axhline(0)\n" * 8)]),
    "a long visible check": ("code-length", [("# By hand: 1 + 2 + 0.5.\n", "# By hand: 1 + 2 + 0.5.\n" + "assert True\n" * 34)]),
    "a long hidden check": ("code-length", [("# Hidden checks: other sizes.\n", "# Hidden checks: other sizes.\n" + "assert True\n" * 60)]),
    "a long answer": ("code-length", [("    return X @ W + b", "    # a shift\n" * 25 + "    return X @ W + b")]),
    "two code cells that touch": ("code-touches-code", [("\nfig, ax = plt.subplots()", "\n# %%\nfig, ax = plt.subplots()")]),
    "code after a check": ("code-touches-code", [("# %% [markdown]\n# ### Exercise · A box", "# %%\nprint(1)\n\n# %% [markdown]\n# ### Exercise · A box")]),
    "a card without a line of points": ("card", [("*3 points · about 12 minutes · needs the product of tables*", "3 points"), ("about 10 minutes", "about 22 minutes")]),
    "a card that needs nothing": ("card", [(" · needs the product of tables*", "*")]),
    "a card without a question": ("card", [("What is the shape of the answer, and where does the shift enter?", "Find the shape of the answer, and where the shift enters.")]),
    "a card without a task": ("card", [("**Your task.** Write `layer(X, W, b)`", "Write `layer(X, W, b)`")]),
    "a card without a title": ("card", [("# ### Exercise · One layer", "# ### One layer")]),
    "points of another sum": ("card-points", [("*3 points · about 12 minutes", "*4 points · about 12 minutes")]),
    "points of a written answer": ("card-points", [("*2 points · about 5 minutes", "*3 points · about 5 minutes")]),
    "too little graded work": ("graded-minutes", [("about 10 minutes", "about 9 minutes")]),
    "too much graded work": ("graded-minutes", [("about 12 minutes", "about 20 minutes"), ("about 5 minutes · read", "about 13 minutes · read")]),
    "too few exercises": ("graded-count", [("and say what the shift does to it.", "and say in words what the shift does to it."), ("# ### In your own words\n#\n# *2 points · about 5 minutes · read by a person*\n#\n", ""), ('# %% [markdown] exercise="d16-why" points=2\n', "# %% [markdown]\n# The answer. A layer without a shift: think of a line through zero, of a line beside it, and of what no choice of weights can ever do to move it away from there.\n#\n# "), ("about 10 minutes", "about 15 minutes")]),
    "too many exercises": ("graded-count", [(MORE_AFTER, MORE_AFTER + "".join(more(n) for n in range(4))), ("about 12 minutes", "about 5 minutes"), ("about 10 minutes", "about 5 minutes")]),
    "a card for somebody who knows": ("card-minutes", [("about 12 minutes", "about 4 minutes"), ("about 10 minutes", "about 18 minutes")]),
    "points offered in the optional end": ("card-points", [("*optional · about 6 minutes", "*2 points · about 6 minutes")]),
    "an optional card in the core": ("card-points", [("*3 points · about 12 minutes", "*optional · about 12 minutes")]),
    "more words than the minutes": ("budget", [("# %% [markdown]\n# ## 3 · Apply", "# %% [markdown]\n# And look at it once more, and again. Then at the other one, and at both together, for as long as it takes to see it, and to say what is seen.\n\n" * 210 + "# %% [markdown]\n# ## 3 · Apply")]),
    "more on the cards than the part has": ("budget", [("about 12 minutes", "about 24 minutes")]),
    "a wide line": ("width", [('ax.set(xlabel="output", ylabel="value")', 'ax.set(xlabel="output", ylabel="value")' + " " * 40 + "# the three of them together")]),
    "a wide comment above a hidden check": ("width", [("# Hidden checks: other sizes.", "# Hidden checks: other sizes" + ", and others" * 6)]),
    "a question without its answer": ("answered", [("and do the old boxes change?\n#\n# <details><summary>Answer</summary>\n#\n# One row, and more of them where more is asked.\n#\n# </details>", "and do the old boxes change?")]),
    "an answer that is a list item": ("accidental-list", [("# One number per column, 55, and one eighth.", "# 55. And one eighth. And one number per column.")]),
    "an answer that is a number": ("accidental-list", [("# One number per column, 55, and one eighth.", "# 55.\n#\n# And one eighth. And one number per column.")]),
    "an edit that nobody performs": ("edit-performed", [("# Draw the three outputs as bars.", "# Change `W` to zeros and run the cell above again. Draw the three outputs as bars.")]),
    "no stop line": ("stop-line", [("\n#\n# *Stop here if the two hours are over: you have what tomorrow needs.*", "")]),
    "a stop line in a paragraph": ("stop-line", [("\n#\n# *Stop here", "\n# *Stop here")]),
    "a stop line in other words": ("stop-line", [("# *Stop here if the two hours are over:", "# *Stop here when the two hours are over:")]),
    "two stop lines": ("stop-line", [("as every library does.", "as every library does.\n#\n# *Stop here if the two hours are over: you have what tomorrow needs.*")]),
    "a stop line and more of the core": ("stop-line", [("# %% [markdown]\n# ### If you have time\n", "# %% [markdown]\n# One more thing, which is not in the optional end and which therefore is part of the two hours: two layers in a row are one layer, if nothing stands between them.\n\n# %% [markdown]\n# ### If you have time\n")]),
    "an optional end in the middle of a cell": ("optional-end", [("as every library does.", "as every library does.\n#\n# ### If you have time")]),
    "an optional end too early": ("optional-end", [("# ## 4 · Reflect · 30 minutes\n#\n", ""), ("# A shift is a weight, too:", "# ## 4 · Reflect · 30 minutes\n#\n# A shift is a weight, too:")]),
    "the core leans on the optional end": ("optional-end", [("    return X @ W + b", "    return X @ W + b if len(X) else with_ones(X)")]),
    "an argument without a type": ("signature", [("def layer(X: np.ndarray, W: np.ndarray, b: np.ndarray)", "def layer(X: np.ndarray, W: np.ndarray, b)")]),
    "a result without a type": ("signature", [("b: np.ndarray) -> np.ndarray:", "b: np.ndarray):")]),
    "no returns line": ("docstring", [("    returns  (N, K)  outputs\n", "")]),
    "an argument without a shape": ("docstring", [("    W        (D, K)  weights\n", "")]),
    "no doctest": ("docstring", [("    >>> layer(np.array([[1.0, 2.0]]), np.array([[1.0], [1.0]]), np.array([0.5]))\n    array([[3.5]])\n", "")]),
    "a class without a doctest": ("docstring", [("    >>> Box(2).join(Box(3)).size\n    5\n", "")]),
    "a short alt text": ("alt-text", [("Three bars, 2, 3 and 6 high; one unit of each is the shift.", "Three bars, 2, 3 and 6 high.")]),
    "an alt text that only names": ("alt-text", [("Three bars, 2", "A plot of three bars, 2")]),
    "a named color": ("palette", [('edgecolor="white"', 'edgecolor="red"')]),
    "a color by number": ("palette", [("color=BLUE", 'color="#123456"')]),
    "a color among others": ("palette", [("color=BLUE", 'color=["tab:orange", BLUE, BLUE]')]),
    "a color in a format": ("palette", [('ax.set(xlabel="output"', 'ax.plot([0, 1], "r--")\nax.set(xlabel="output"')]),
    "a color in a loop": ("palette", [('ax.set(xlabel="output"', 'for color, x_at in (("teal", 1), (BLUE, 2)):\n    ax.axvline(x_at, color=color)\nax.set(xlabel="output"')]),
    "a color for a helper": ("palette", [('ax.set(xlabel="output"', 'def mark(ax, color):\n    ax.axvline(1, color=color)\n\n\nmark(ax, "crimson")\nax.set(xlabel="output"')]),
    "a rainbow": ("palette", [('ax.set(xlabel="output"', 'ax.imshow([[0, 1]], cmap="jet")\nax.set(xlabel="output"')]),
    "a rainbow by attribute": ("palette", [('ax.set(xlabel="output"', 'ax.imshow([[0, 1]], cmap=plt.cm.hsv)\nax.set(xlabel="output"')]),
    "a forbidden word": ("forbidden-word", [("# Draw the three outputs", "# Simply draw the three outputs")]),
    "a forbidden phrase over a line": ("forbidden-word", [("as every library does.", "as of\n# course every library does.")]),
    "a forbidden word in a comment": ("forbidden-word", [("# By hand: 1 + 2 + 0.5.", "# By hand it is obviously 1 + 2 + 0.5.")]),
    "a forbidden word in a message": ("forbidden-word", [('Where does the shift enter?"', 'Where does the shift clearly enter?"')]),
    "an exclamation mark": ("exclamation-mark", [("as every library does.", "as every library does!")]),
    "a list by accident": ("accidental-list", [("as every library does.", "as\n# 2. of every library does.")]),
    "an emoji": ("emoji", [("as every library does.", "as every library does. \U0001f680")]),
    "a symbol before its day": ("notation-day", [("With a row $\\mathbf{x}$", "With a row $\\mathbf Q$")]),
    "an indexed symbol before its day": ("notation-day", [("With a row $\\mathbf{x}$", "With a row $\\mathbf{x}_i$")]),
    "a norm in another spelling": ("notation-day", [("With a row $\\mathbf{x}$", "With a row of length $\\|\\mathbf{v}\\|$")]),
    "a slope along all paths with the sign for one": ("total-derivative", [("With a row $\\mathbf{x}$", "With $\\bar y = \\frac{\\partial z}{\\partial y}$ and a row $\\mathbf{x}$")]),
    "a formula without words": ("formula-in-words", [("# In words: mix", "# **Watch out.** Mix")]),
    "two formulas and one sentence": ("formula-in-words", [("# In words: mix", "# $$ \\mathbf{y} = \\mathbf{b}. $$\n#\n# In words: mix")]),
    "a formula never checked": ("formula-checked", [("assert np.allclose(x @ W + b, [2, 3, 6], rtol=1e-12)", "print(x @ W + b)")]),
    "a tolerance without a name": ("positional-tolerance", [("_got, _want, rtol=1e-9, atol=1e-12", "_got, _want, 1e-9, 1e-12")]),
    "no tolerance": ("unstated-tolerance", [("_got, _want, rtol=1e-9, atol=1e-12", "_got, _want")]),
    "a name left behind": ("hidden-names", [("_one, _two = Box(7), Box(11)", "_one, _two = Box(7), Box(11)\nextra = 3")]),
    "an import left behind": ("hidden-names", [("_one, _two = Box(7), Box(11)", "from math import exp\n_one, _two = Box(7), Box(11)")]),
    "a function left behind": ("hidden-names", [("_one, _two = Box(7), Box(11)", "def helper(x):\n    return x\n\n\n_one, _two = Box(7), Box(11)")]),
    "a look at the class": ("looks-inside", [("assert _joined.size == 18", "assert isinstance(_joined, Box) and _joined.size == 18")]),
    "a subclass": ("looks-inside", [("_one, _two = Box(7)", "class _Big(Box):\n    pass\n\n\n_one, _two = Box(7)")]),
    "a look at the source": ("looks-inside", [("_one, _two = Box(7)", "import inspect as _inspect\n\n_one, _two = Box(7)")]),
    "a look at the code": ("looks-inside", [("_one, _two = Box(7)", "assert layer.__code__.co_argcount == 3\n_one, _two = Box(7)")]),
    "the current axes": ("looks-inside", [("_one, _two = Box(7)", "assert plt.gca() is not None\n_one, _two = Box(7)")]),
    "objects compared": ("object-equality", [("assert _joined.size == 18", "assert Box(18) == _joined and _joined.size == 18")]),
    "inputs of ones": ("all-ones", [("_rng.normal(size=(_n, _d)), _rng.normal(size=(_d, _k))", "np.ones((_n, _d)), _rng.normal(size=(_d, _k))")]),
    "a bias of zeros": ("zero-bias", [("_b = _rng.normal(size=_k)", "_b = np.zeros(_k)")]),
    "square tables": ("square-only", [("_rng.normal(size=(_n, _d)), _rng.normal(size=(_d, _k))", "_rng.normal(size=(_d, _d)), _rng.normal(size=(_d, _d))")]),
    "one size": ("one-size", [("size=(_n, _d)), _rng.normal(size=(_d, _k))", "size=(2, 3)), _rng.normal(size=(3, 4))"), ("size=_k)", "size=4)")]),
    "a value from the learner": ("own-output", [('_want, _given = np.einsum("nd,dk->nk", _X, _W) + _b, _X.copy()', "_want, _given = _W.sum(), _X.copy()\n    _want = layer(_X.copy(), _W, _b)"),
                                             ('"wrong for another layer"', '"wrong for another layer"\n    assert np.allclose(_got, _X @ _W + _b, rtol=1e-9), "wrong"'), ("layer(_given, _W, _b)", "layer(_given, _W.copy(), _b.copy())"), ("layer(_X.copy(), _W, _b)", "layer(_X.copy(), _W.copy(), _b.copy())")]),
    "a value computed late": ("late-oracle", [("    _want = np.ones(_n) @ _X\n", ""), ("review_16(_X), _want", "review_16(_X), np.sum(_X, axis=0)")]),
    "a value computed in a later line": ("late-oracle", [('_want, _given = np.einsum("nd,dk->nk", _X, _W) + _b, _X.copy()', "_given = _X.copy()"), ("    _got = layer(_given, _W, _b)", '    _got = layer(_given, _W, _b)\n    _want = np.einsum("nd,dk->nk", _X, _W) + _b.copy()')]),
    "a second name for the array": ("late-oracle", [('_want, _given = np.einsum("nd,dk->nk", _X, _W) + _b, _X.copy()', "_given = _X"), ("    _got = layer(_given, _W, _b)", '    _got = layer(_given, _W.copy(), _b.copy())\n    _want = np.einsum("nd,dk->nk", _X, _W) + _b')]),
    "properties only": ("no-oracle", [('    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), "wrong for another layer"', '    assert _got.shape == _want.shape, "wrong"\n    assert np.isfinite(_got).all() and _got.min() > -99')]),
}  # fmt: skip

# What looks wrong and is not.
RIGHT = {
    "adjust is not just": [("Draw the three outputs", "Adjust and draw the three outputs")],
    "a forbidden word in code": [("# Draw the three outputs", "# Use `just` to draw the three outputs")],
    "a factorial": [("With a row $\\mathbf{x}$", "With $n!$ and a row $\\mathbf{x}$")],
    "unequal in code": [("# Draw the three outputs", "# Use `a != b` to draw the three outputs")],
    "a symbol of today in a longer one": [("a table $\\mathbf{W}$", "a table $\\mathbf{W}\\mathbf{W}$")],
    "a later symbol in code": [("# Draw the three outputs", "# Draw `$\\mathbf{Q}$` and the three outputs")],
    "another index": [("With a row $\\mathbf{x}$", "With a row $\\mathbf{x}_{ij}$ or $\\mathbf{x}_{index}$")],
    "words in the next cell": [("#\n# In words: mix the entries, once for each output, and shift every output by its own number.", "\n# %% [markdown]\n# In words: mix the entries, once for each output, and shift every output by its own number. That is all a layer does, and a network is a row of layers, one after the other.")],
    "a formula checked out of sight": [("assert np.allclose(x @ W + b, [2, 3, 6], rtol=1e-12)", "print(x @ W + b)\n\n# %% author=true\nassert np.allclose(x @ W + b, [2, 3, 6], rtol=1e-12)")],
    "both sides printed": [("assert np.allclose(x @ W + b, [2, 3, 6], rtol=1e-12)", 'print(f"{x @ W + b} = {W.T @ x + b}")')],
    "an author cell between two code cells and a sentence": [("# %% [markdown]\n# Draw the three", "# %% author=true\nassert True\n\n# %% [markdown]\n# Draw the three")],
    "a list that is meant": [("# One number per column, 55, and one eighth.", "# 1. One number per column\n# 2. 55\n#\n# 3. One eighth")],
    "an edit that is performed": [("# Draw the three outputs as bars.", "# Change `W` to zeros and run the cell above again. Draw the three outputs as bars."), ("# %% [markdown]\n# Change", '# %% author=true\n# edit: "[[1.0, 0.0, 3.0]" -> "[[0.0, 0.0, 3.0]"\n# then: len(x @ W + b) == 3\n\n# %% [markdown]\n# Change')],
    "nothing to edit": [("# Draw the three outputs as bars.", "# What a layer learns is to change `W`. We may not change `x`. Draw the three outputs as bars.")],
    "a wide line that only a grader reads": [("_one, _two = Box(7), Box(11)", "_one, _two = Box(7), Box(11)" + " " * 60 + "# two of them")],
    "a step of the graph": [("With a row $\\mathbf{x}$", "With $\\bar y = \\bar z \\frac{\\partial z}{\\partial y}$, $\\bar y = \\frac{dz}{dy}$ and a row $\\mathbf{x}$")],
    "a house map": [('ax.set(xlabel="output"', 'ax.imshow([[0, 1]], cmap="cividis")\nax.set(xlabel="output"')],
    "a color word that is data": [("x, W = np.array([1.0, 2.0])", 'name = "red"\nx, W, b = np.array([1.0, 2.0])')],
    "loop names and names inside functions": [("_one, _two = Box(7), Box(11)", "def _helper(x):\n    y = x\n    return y\n\n\nfor n in (1, 2):\n    _helper(n)\n_one, _two = Box(7), Box(11)")],
    "one table of ones among others": [("_b = _rng.normal(size=_k)", "_b = _rng.normal(size=_k)\n    _flat = layer(np.ones((2, _d)), _W.copy(), _b.copy())")],
    "a size drawn at random": [("size=(_n, _d)), _rng.normal(size=(_d, _k))", "size=_rng.integers(1, 5, size=2)), _rng.normal(size=(3, 4))"), ("size=_k)", "size=4)")],
    "a copy handed over": [("    _want = np.ones(_n) @ _X\n", ""), ("review_16(_X), _want", "review_16(_X.copy()), np.ones(_n) @ _X")],
    "a property beside an oracle": [('"wrong for another layer"', '"wrong for another layer"\n    assert np.allclose(layer(_X.copy(), 2 * _W, 2 * _b), 2 * _got, rtol=1e-9), "twice the weights"')],
}  # fmt: skip


def page(folder: Path, edits: list[tuple[str, str]] = (), words: dict[str, str] | None = None) -> Page:
    """The page above with some edits, and with some words in its answers file."""
    text = PAGE
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    days = tuple(Day(n, f"day-{n:02d}-x", f"Day {n}", "phase-1", "planned") for n in range(1, 60))
    minutes = {"revise": 15, "learn": 45, "apply": 30, "reflect": 30}
    course = Course("t", "s", 0, "", "main", minutes, (Phase("phase-1", "One", days),))
    path = folder / "day-16-x.py"
    path.write_text(text)
    lesson = read_lesson(path, course.day(TODAY))
    told = {
        e.id: AnswerSet(hints=("One.", "Two.", "Three."), why=(words or {}).get("why", "It is."))
        for e in lesson.exercises
    }
    return Page(course, lesson, Answers(path, "", told), read_notation(NOTATION))


def names(found: list[Finding]) -> set[str]:
    return {f.rule for f in found}


def test_the_page_keeps_every_rule(tmp_path: Path) -> None:
    """Nothing is found on a page in the house style."""
    assert findings(page(tmp_path)) == []


@pytest.mark.parametrize("what", WRONG)
def test_a_breach_is_found(tmp_path: Path, what: str) -> None:
    """The page with one thing wrong: its rule finds it, no other rule does, and the finding says what to do."""
    rule, edits = WRONG[what]
    found = findings(page(tmp_path, edits))
    assert names(found) == {rule}, found
    assert all(f.what and f.then and f.path.name == "day-16-x.py" and f.line >= 1 for f in found)


@pytest.mark.parametrize("what", RIGHT)
def test_what_is_right_is_left_alone(tmp_path: Path, what: str) -> None:
    """What looks like a breach and is none is not found."""
    assert findings(page(tmp_path, RIGHT[what])) == []


def test_every_rule_is_tried() -> None:
    """There is a wrong page for each rule; exceptions, the vocabulary and needs have tests of their own."""
    assert {rule for rule, _ in WRONG.values()} == set(RULES) - {"exception", "vocabulary", "needs"}


def test_a_finding_names_its_line(tmp_path: Path) -> None:
    """The line is that of the word in the lesson's file."""
    found = findings(page(tmp_path, [("as every library does.", "as\n# just every library does.")]))
    lines = found[0].path.read_text().splitlines()
    assert [lines[f.line - 1] for f in found] == ["# just every library does."]


def test_the_answers_file_is_read_too(tmp_path: Path) -> None:
    """A forbidden word in a hint, a why or a mistake's sentence is found."""
    assert names(findings(page(tmp_path, words={"why": "It is trivially so."}))) == {"forbidden-word"}


def test_minutes_of_the_course(tmp_path: Path) -> None:
    """Parts that do not sum to two hours are found, whatever the headings say."""
    one = page(tmp_path)
    one.course.minutes["apply"] = 40
    assert names(findings(one)) == {"parts"}


def excused(said: str) -> list[tuple[str, str]]:
    """A page with a forbidden word in the cell before which something is said."""
    return [
        (
            "# %% [markdown]\n# Draw the three",
            f"# %% author=true\n{said}\n\n# %% [markdown]\n# Simply draw the three",
        )
    ]


def test_an_exception_with_a_reason(tmp_path: Path) -> None:
    """A named exception with a reason silences its rule in the next cell, and only there."""
    edits = excused("# lint: forbidden-word — the word is quoted from a letter")
    assert findings(page(tmp_path, edits)) == []
    assert names(
        findings(page(tmp_path, [*edits, ("as every library does.", "as every library clearly does.")]))
    ) == {"forbidden-word"}


def test_an_exception_before_a_card(tmp_path: Path) -> None:
    """Before a card it speaks for the whole exercise, whose cells nothing may separate."""
    _, edits = WRONG["a bias of zeros"]
    said = (
        "# %% [markdown]\n# ### Exercise · One layer",
        "# %% author=true\n# lint: zero-bias — the shift comes later today\n\n# %% [markdown]\n# ### Exercise · One layer",
    )
    assert findings(page(tmp_path, [*edits, said])) == []


@pytest.mark.parametrize(
    ("said", "also"),
    [
        ("# lint: forbidden-word", "forbidden-word"),
        ("# lint: forbidden-word —", "forbidden-word"),
        ("# lint: forbidden-word — because", "forbidden-word"),
        ("# lint: no-such-rule — the word is quoted", "forbidden-word"),
        ("# lint: forbidden-word — the word is quoted\n# lint: emoji — there is none here", ""),
    ],
)
def test_a_bad_exception_is_found(tmp_path: Path, said: str, also: str) -> None:
    """An exception without a reason, of an unknown rule, or not needed is a finding itself."""
    assert names(findings(page(tmp_path, excused(said)))) == {"exception", also} - {""}


def test_an_exception_stays_out_of_notebooks(tmp_path: Path) -> None:
    """An exception in a cell that learners read is a finding."""
    edits = [
        ("x, W = np.array([1.0, 2.0])", "# lint: code-length — it is long\nx, W, b = np.array([1.0, 2.0])")
    ]
    assert names(findings(page(tmp_path, edits))) == {"exception"}


def test_the_lessons_keep_the_rules(layout: Layout) -> None:
    """Nothing is found in the written days; where a rule bends, the lesson says why."""
    found = [f for _, told in lint(layout) for f in told]
    assert [f"{f.path}:{f.line} {f.rule}: {f.what}" for f in found] == []


def test_the_budget_is_a_table(mini: Layout) -> None:
    """log2attn lint --budget prints what each part asks of a learner, the cards, and the sum; it fails if a part is over."""
    text = mini.lesson(read_course(mini).day(1)).read_text()
    long = "\n\n".join(
        ["# %% [markdown]\n# ## 2 · Learn · 45 minutes", *["# %% [markdown]\n# " + "word " * 110] * 48]
    )
    said = log2attn(mini.root, "lint", "--budget", "1", ok=False).stdout
    assert "card d01-double: 5 minutes" in said and "17 minutes together" in said
    mini.lesson(read_course(mini).day(1)).write_text(f"{text}\n{long}\n")
    said = log2attn(mini.root, "lint", "--budget", "1", ok=False).stdout
    rows = {line.split()[0]: line.split()[1:] for line in said.splitlines() if line.split()}
    assert rows["learn"] == ["48", "45", "3", "5284", "0", "0", "0", "0", "0"]


def test_the_count(tmp_path: Path) -> None:
    """110 words are a minute, a code cell half of one and a line of it a tenth, a figure and a question one; a card covers its exercise."""
    said = {part.name: part for part in budget(page(tmp_path))}
    assert (said["revise"].words, said["revise"].questions, said["revise"].cards) == (
        60,
        1,
        {"d16-review": 3},
    )
    learn = said["learn"]
    assert (learn.cells, learn.lines, learn.figures, learn.questions, learn.cards) == (2, 10, 1, 0, {})
    assert learn.minutes == pytest.approx(learn.words / 110 + 2 * 0.5 + 10 * 0.1 + 1)
    assert said["apply"].cards == {"d16-layer": 12, "d16-Box": 10}
    assert said["reflect"].cards == {"d16-why": 5} and said["reflect"].cells == 0
    assert optional_minutes(page(tmp_path)) == pytest.approx(6 + 36 / 110)


def test_the_verb(mini: Layout) -> None:
    """log2attn lint prints file, line, rule, what and what to do, and exits with 1; --rules lists every rule on one line."""
    program = Path(sys.executable).with_name("log2attn")
    said = subprocess.run(
        [program, "lint", "1"], cwd=mini.root, capture_output=True, text=True, timeout=120, check=False
    )
    assert said.returncode == 1, said.stderr
    assert (
        "lessons/phase-1-small/day-01-double.py:4 graded-minutes: Graded work takes 15 minutes by its cards. Bring it to"
        in said.stdout
    )
    listed = subprocess.run(
        [program, "lint", "--rules"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    ).stdout.splitlines()
    assert [line.split()[0] for line in listed] == list(RULES)
