# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Count, then divide: probability by counting and by simulation
#
# **The question of the day.** What does a number between 0 and 1 promise, and how do you find it when nobody tells you?
#
# *After today you can* count the probability of an event, and of an event once you know of another;
# tell from a table whether two things have to do with each other;
# check a count by letting a computer play it ten thousand times.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Pencil first, then unfold. Two of the three answers come back today.
#
# **Yesterday (day 17).** A cloud of points has the covariance matrix $\mathbf{S}$ with the rows $(3, 1)$ and $(1, 3)$. What is its variance along $(1, 1)$, and along $(1, -1)$? In which direction is the cloud longer?
#
# <details><summary>Answer</summary>
#
# $\mathbf{u} \cdot \mathbf{S}\mathbf{u}$ is $3 + 1 + 1 + 3 = 8$ and $3 - 1 - 1 + 3 = 4$; divided by $\mathbf{u} \cdot \mathbf{u} = 2$ that is 4 and 2. It is longer along $(1, 1)$: the two entries tend to be large together.
#
# </details>

# %% [markdown]
# **A week ago (day 11).** How long is the shadow of $(5, 0)$ on the line along $(3, 4)$, and how long is what is left over?
#
# <details><summary>Answer</summary>
#
# The dot product is 15, over the length 5: the shadow is 3 long. By Pythagoras $\sqrt{25 - 9} = 4$ is left over.
#
# </details>
#
# **Before that (day 4).** What does `float64` make of `1 - (1 - 1e-20)`? And what does `np.log1p(-1e-20)` return?
#
# <details><summary>Answer</summary>
#
# 0, because $1 - 10^{-20}$ is rounded to 1; and $-10^{-20}$, all digits kept: `np.log1p(x)` never forms $1 + x$. Keep this pair for part 4.
#
# </details>

# %% author=true
import numpy as np

_S, _u, _w = np.array([[3, 1], [1, 3]]), np.array([1, 1]), np.array([1, -1])
assert (_u @ _S @ _u / (_u @ _u), _w @ _S @ _w / (_w @ _w)) == (4, 2)
assert np.array([5, 0]) @ np.array([3, 4]) / 5 == 3 and (25 - 9) ** 0.5 == 4
assert 1 - (1 - 1e-20) == 0 and np.log1p(-1e-20) == -1e-20

# %% [markdown]
# A graded warm-up follows the tools of the day: `Counter`, which counts how often each thing occurs (day 3), `Callable`, the type of a function (day 7), and the rest as on day 11.

# %%
from collections import Counter
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GREEN, INK, SKY, VERMILLION

# %% [markdown]
# ### Exercise · How far from the road
#
# *1 point · about 5 minutes · needs projection and residual (day 11)*
#
# A straight road leads from the origin along $\mathbf{u}$, and a house stands at $\mathbf{v}$. How long is the shortest way from the house to the road?
#
# **Before you code.** With $\mathbf{u} = (3, 4)$ and $\mathbf{v} = (5, 0)$, the shadow is $(1.8, 2.4)$. From where to where does the shortest way lead?
#
# <details><summary>Answer</summary>
#
# From $(1.8, 2.4)$ to $(5, 0)$: it is the residual $(3.2, -2.4)$, of length 4.
#
# </details>
#
# **Your task.** Write `review_18(v, u)`, the distance of $\mathbf{v}$ from the line along $\mathbf{u}$. A house beside the road by a hair must come out with its digits, not as 0 or `nan`. Two lines are enough.

# %% exercise="d18-review"
def review_18(v: np.ndarray, u: np.ndarray) -> float:
    """The distance of a point from the line through the origin along u.

    v        (D,)  the point
    u        (D,)  the direction of the line, of any length but 0
    returns  a number >= 0

    >>> float(round(review_18(np.array([2.0, 3.0]), np.array([5.0, 0.0])), 6))
    3.0
    """
    ### BEGIN SOLUTION
    residual = v - (u @ v) / (u @ u) * u
    return np.linalg.norm(residual)
    ### END SOLUTION


# %% visible="d18-review" points=0
# A road to the east passes (2, 3) at distance 3; the road along (3, 4) passes (5, 0) at
# distance 4.
got = review_18(np.array([2.0, 3.0]), np.array([5.0, 0.0]))
got_slanted = review_18(np.array([5.0, 0.0]), np.array([3.0, 4.0]))

assert got is not None, "review_18 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"A distance is one number, got something of shape {np.shape(got)}. How long is it?"
)
assert np.isclose(got, 3, rtol=1e-9, atol=0), (
    f"From (2, 3) to the road along (5, 0) it is 3 up, got {float(got):.4f}. Which of "
    f"shadow and residual leads from the road to the house?"
)
assert np.isclose(got_slanted, 4, rtol=1e-9, atol=0), (
    f"From (5, 0) to the road along (3, 4) it is 4, got {float(got_slanted):.4f}. By "
    f"which length is the dot product divided?"
)

# %% hidden="d18-review" points=1
# Hidden checks: 2 to 8 entries, roads of every length, houses close to the road and on
# it, whole numbers; your vectors left as they were.
_rng = course_rng("d18-review")
for _k in range(40):
    _D = int(_rng.integers(2, 9))
    _v, _u = _rng.normal(size=_D), _rng.normal(size=_D) * 10.0 ** _rng.uniform(-2, 2)
    if _k % 4 == 0:
        _v = 3.0 * _u + 1e-9 * _v
    _Q, _R = np.linalg.qr(np.column_stack([_u, _v]))
    _want, _given_v, _given_u = abs(_R[1, 1]), _v.copy(), _u.copy()
    _got = review_18(_given_v, _given_u)
    assert not np.isnan(_got), f"nan for v = {_v}, u = {_u}: rounding can make a tiny square negative"
    assert np.isclose(_got, _want, rtol=1e-6, atol=1e-12 * np.linalg.norm(_v) + 1e-13), f"the distance of {_v.round(3)} from the line along {_u.round(3)} is {_want:.6g}, got {_got}"
    assert (_given_v == _v).all() and (_given_u == _u).all(), "one of the caller's vectors was changed in place"

assert np.isclose(review_18(np.array([-3, 1, 0]), np.array([2, 2, 0])), 8**0.5, rtol=1e-9, atol=0), "wrong for whole numbers"
assert np.isclose(review_18(np.array([3.0, -6.0]), np.array([-1.0, 2.0])), 0, rtol=0, atol=1e-12), "a house on the road is 0 away"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### Idea 1 · Count the ways the world can be
#
# Thirty people are at a party. A stranger offers you a bet at even stakes: "Two of you here share a birthday." There are 365 days and only 30 people. Do you bet with him or against him? Write down your choice, and how sure you are, as a number.
#
# We need a way to count, and begin with something smaller. You roll a red die and a blue one. The picture shows every way this can end, with the sum in the middle. In how many of the 36 ways is the sum at least 10? In how many is red a 6? In how many both?

# %%
omega = [(red, blue) for red in range(1, 7) for blue in range(1, 7)]
A = np.array([o for o in omega if sum(o) >= 10])
B = np.array([o for o in omega if o[0] == 6])
fig, ax = plt.subplots(figsize=(4.8, 4.6))
for red, blue in omega:
    ax.text(red, blue, red + blue, ha="center", va="center")
ax.scatter(A[:, 0], A[:, 1], 1100, marker="s", facecolor="none", edgecolor=BLUE)
ax.scatter(B[:, 0], B[:, 1], 600, marker="o", facecolor="none", edgecolor=VERMILLION)
ax.set(xlim=(0.4, 6.6), ylim=(0.4, 6.6), xlabel="red die", ylabel="blue die")
figure(fig, alt=(
    "The 36 ways two dice can fall, each with its sum. Six lie in squares: the sum is "
    "at least 10. Six lie in circles: red is 6. Three lie in both."
))

# %% author=true
assert (len(A), len(B), len({tuple(a) for a in A} & {tuple(b) for b in B})) == (6, 6, 3)

# %% [markdown]
# Six squares, six circles, three with both. Each way the world can turn out is an **outcome**; all of them together are $\Omega$, read "omega". An **event** is a set of outcomes: those for which a question has the answer yes. If no outcome is likelier than another, the **probability** of the event $A$ is
#
# $$ P(A) = \frac{\text{number of outcomes in } A}{\text{number of outcomes in } \Omega} . $$
#
# In words: count the ways in which it happens, divide by all ways. Here $P(A) = 6/36 = 1/6$.

# %% [markdown]
# A loaded die does not treat its faces alike. Then each outcome gets a **weight**, and we add weights where we counted: the weight of the event, over the weight of everything. If a 6 comes twice as often as every other face, the weights are $1, 1, 1, 1, 1, 2$, and
#
# $$ P(\text{6}) = \frac{2}{1 + 1 + 1 + 1 + 1 + 2} = \frac{2}{7} . $$
#
# In words: only the shares of the weights count, so they need not add up to 1 beforehand. An even number then comes with probability $(1 + 1 + 2)/7 = 4/7$.

# %%
faces = np.array([1, 2, 3, 4, 5, 6])
weights = np.array([1, 1, 1, 1, 1, 2])
print("six: ", weights[faces == 6].sum() / weights.sum())
print("even:", weights[faces % 2 == 0].sum() / weights.sum())

# %% author=true
assert np.isclose(weights[faces == 6].sum() / weights.sum(), 2 / 7) and np.isclose(weights[faces % 2 == 0].sum() / weights.sum(), 4 / 7)
assert 6 + 6 - 3 == len({o for o in omega if sum(o) >= 10 or o[0] == 6})

# %% [markdown]
# Three rules follow, because weights are never negative and add up:
#
# - Every probability lies between 0 and 1, and $P(\Omega) = 1$.
# - What does not happen has the rest: $P(\text{not } A) = 1 - P(A)$.
# - If $A$ and $B$ cannot both happen, $P(A \text{ or } B) = P(A) + P(B)$. If they can, adding counts what they share twice, so it is taken away once: with $A \cap B$, read "A and B",
#
# $$ P(A \text{ or } B) = P(A) + P(B) - P(A \cap B) . $$
#
# In words: add, then take away what was counted twice. In the picture, $6 + 6 - 3 = 9$ cells are marked.

# %% [markdown]
# ### Exercise · A probability is a share of the weight
#
# *2 points · about 7 minutes · needs weights (idea 1)*
#
# Dice, lottery tickets, the next words of a language model: whatever the outcomes are, the counting is the same. One function does for all,
#
# $$ P(A) = \frac{\text{weight of the outcomes in } A}{\text{weight of all outcomes}} , $$
#
# the weight where the event happens, over all weight.
#
# **Before you code.** Outcomes 1, 2, 3 have the weights 5, 3, 2. What is $P(\text{odd})$? And if all weights are multiplied by 10?
#
# <details><summary>Answer</summary>
#
# $(5 + 2)/10 = 0.7$, and 0.7 again.
#
# </details>
#
# **Your task.** Write `prob(event, omega, weights)`. The event is a function: `event(outcome)` is `True` or `False`. Two to five lines are enough.

# %% exercise="d18-prob"
def prob(event: Callable, omega: list, weights: np.ndarray) -> float:
    """The probability of an event.

    event    a function: event(outcome) is True if the event happens in this outcome
    omega    a list of n outcomes, of any kind
    weights  (n,)  one weight >= 0 for each outcome; they need not add up to 1
    returns  the share of the weight that lies in the event, from 0 to 1

    >>> float(prob(lambda face: face == 6, [1, 2, 6], np.array([1, 1, 2])))
    0.5
    """
    ### BEGIN SOLUTION
    inside = [event(outcome) for outcome in omega]
    return weights[inside].sum() / weights.sum()
    ### END SOLUTION


# %% visible="d18-prob" points=1
# The loaded die, P(even) = 4/7; then two fair dice, P(sum at least 10) = 6/36.
got = prob(lambda face: face % 2 == 0, [1, 2, 3, 4, 5, 6], np.array([1, 1, 1, 1, 1, 2]))
pairs = [(red, blue) for red in range(1, 7) for blue in range(1, 7)]
got_pairs = prob(lambda pair: sum(pair) >= 10, pairs, np.full(36, 0.5))

assert got is not None, "prob returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"A probability is one number, got something of shape {np.shape(got)}. What is "
    f"done with the weights of the event?"
)
assert np.isclose(got, 4 / 7, rtol=1e-9, atol=0), (
    f"An even number comes with (1 + 1 + 2)/7 = 0.5714, got {float(got):.4f}. Do the "
    f"weights enter above and below, and is it the event that you add up?"
)
assert np.isclose(got_pairs, 1 / 6, rtol=1e-9, atol=0), (
    f"36 ways of weight ½ each, 6 of them in the event: 1/6 = 0.1667, got "
    f"{float(got_pairs):.4f}. What is all the weight together?"
)

# %% hidden="d18-prob" points=1
# Hidden checks: outcomes that are numbers, pairs and words, whole and broken weights,
# zeros, one outcome alone, events that never or always happen; your inputs left as they
# were.
from fractions import Fraction as _Fraction

_rng = course_rng("d18-prob")
_events = {
    "greater than 4": lambda o: o > 4,
    "divisible by 3": lambda o: o % 3 == 0,
    "never": lambda o: False,
    "always": lambda o: True,
}
for _ in range(12):
    _n = int(_rng.integers(1, 40))
    _omega = [int(_o) for _o in _rng.permutation(60)[:_n]]
    for _type, _scale in ((int, 1), (float, 0.125), (np.float32, 1)):
        _weights = (_rng.integers(0, 200, size=_n) * _scale).astype(_type)
        _weights[int(_rng.integers(_n))] = 150 * _scale
        for _name, _event in _events.items():
            _parts = [_Fraction(float(_w)) for _w in _weights]
            _want = float(sum(_p for _o, _p in zip(_omega, _parts) if _event(_o)) / sum(_parts))
            _given, _list = _weights.copy(), list(_omega)
            _got = prob(_event, _list, _given)
            assert np.isclose(_got, _want, rtol=1e-5 if _type is np.float32 else 1e-9, atol=1e-12), f"event '{_name}', outcomes {_omega}, weights {_weights.tolist()}: expected {_want:.6g}, got {_got}"
            assert (_given == _weights).all() and _list == _omega, "the caller's outcomes or weights were changed in place"

_words, _shares = ["the", "cat", "sat", "on", "a", "mat"], np.array([4.0, 1.0, 0.0, 2.0, 0.5, 2.5])
assert np.isclose(prob(lambda w: "a" in w, _words, _shares), 0.4, rtol=1e-9, atol=0), "wrong for outcomes that are words: the event is asked about the outcome itself"
assert np.isclose(prob(lambda p: p[0] > p[1], [(0, 1), (2, 1), (5, 0)], np.array([7, 2, 1])), 0.3, rtol=1e-9, atol=0), "wrong for outcomes that are pairs"

# %% [markdown]
# ### Idea 2 · What knowing does
#
# In 2010 thousands of people named colors for xkcd; 949 of the names are in our table (day 11). One name is drawn. Does it contain the word *green*? 179 of the 949 do, so $P(\text{green}) = 179/949 = 0.189$.
#
# Now you are told a second thing: of the three lamps of this color, the green one is turned up highest. How much do you now expect the word? First we count all six combinations; `name.split()` lists a name's words (day 16).

# %%
names, rgb = data.colors()
word = np.array(["green" in name.split() for name in names])
lamp = rgb.argmax(axis=1)  # 0 red, 1 green, 2 blue; ties go to the first
joint = np.array([
    [(said & (lamp == c)).sum() for c in range(3)] for said in (word, ~word)
])
print(joint)
print("columns:", joint.sum(axis=0), " rows:", joint.sum(axis=1), " all:", joint.sum())

# %% author=true
assert joint.tolist() == [[3, 176, 0], [411, 138, 221]] and joint.sum() == 949
assert joint.sum(axis=0).tolist() == [414, 314, 221] and joint.sum(axis=1).tolist() == [179, 770]
assert round(179 / 949, 3) == 0.189 and round(176 / 314, 3) == 0.561 and round(176 / 179, 3) == 0.983 and round(314 / 949, 3) == 0.331
assert round(176 / 949, 3) == 0.185

# %% [markdown]
# This is a **joint table**: one row for each answer to the first question, one column for each answer to the second, and in each cell how often both came together. Its row and column sums are the **margins**.
#
# The picture makes an area of it. A column is as wide as its share of all 949 names, and its lower part is the share *of this column* that says green. What does being told "column green" do to the picture?

# %%
def mosaic(ax, joint, columns):
    """A column's width is its share of all, its lower part the share of row 0 in it."""
    left = 0.0
    for name, (above, below) in zip(columns, joint.T / joint.sum()):
        width, share = above + below, above / (above + below)
        ax.bar(left, [1, share], width, align="edge", color=[SKY, GREEN], edgecolor=INK)
        ax.text(left + width / 2, 1.02, f"{name}\n{share:.3f}", ha="center")
        left += width
    ax.set(xlim=(0, 1), ylim=(0, 1.2), xlabel="share of all", ylabel="share of column")


fig, ax = plt.subplots(figsize=(6.4, 3.8))
mosaic(ax, joint, ["red highest", "green highest", "blue highest"])
figure(fig, alt=(
    "Three columns as wide as 414, 314 and 221 of 949 names. The part that says green "
    "is 0.007 of the red column, 0.561 of the green one, nothing of the blue one."
))

# %% [markdown]
# It cuts the world down to one column: 314 names are left, and 176 of them say green. The answer jumps from 0.189 to $176/314 = 0.561$. This is the **conditional probability** of $A$ given $B$,
#
# $$ P(A \mid B) = \frac{P(A \cap B)}{P(B)} , $$
#
# read "the probability of A given B". In words: of the part of the world in which $B$ holds, the share in which $A$ holds too. Numbers: $0.1855/0.3309 = 0.561$.
#
# > **Watch out.** The other way around it is another question: of the 179 names that say green, 176 have green highest, and $P(\text{green highest} \mid \text{green}) = 0.983$. Tomorrow is about these two.

# %% author=true
assert np.isclose((176 / 949) / (314 / 949), 176 / 314) and round(0.185 / 0.331, 2) == 0.56

# %% [markdown]
# ### Exercise · Only one column is left
#
# *2 points · about 6 minutes · needs the joint table (idea 2)*
#
# A joint table holds the answer to every question "given this, how likely is that?" Told the column, you forget all others:
#
# $$ P(\text{row } i \mid \text{column } j) = \frac{\text{cell } (i, j)}{\text{sum of column } j} , $$
#
# the cell over what its column holds in all.
#
# **Before you code.** A table has the rows $(1, 4)$ and $(3, 4)$. What is known of the rows, given the first column, and given the second? What do these shares add up to?
#
# <details><summary>Answer</summary>
#
# $(0.25, 0.75)$, and $(0.5, 0.5)$. Each adds up to 1: one of the rows must be the case.
#
# </details>
#
# **Your task.** Write `conditional(joint, given_col)`: the shares of all rows, given that column. The cells may be counts or shares, and the column is not empty. One or two lines are enough.

# %% exercise="d18-conditional"
def conditional(joint: np.ndarray, given_col: int) -> np.ndarray:
    """The probability of every row, given one column of a joint table.

    joint      (rows, columns)  counts or shares, >= 0
    given_col  the number of the column, from 0; its sum is above 0
    returns    (rows,)  P(row | column); adds up to 1

    >>> conditional(np.array([[1, 4], [3, 4]]), 0)
    array([0.25, 0.75])
    """
    ### BEGIN SOLUTION
    column = joint[:, given_col]
    return column / column.sum()
    ### END SOLUTION


# %% visible="d18-conditional" points=1
# Three rows, two columns: given the second, the shares are 1/10, 4/10 and 5/10.
got = conditional(np.array([[6, 1], [0, 4], [3, 5]]), 1)

assert got is not None, (
    "conditional returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"One share for each of the three rows: expected shape (3,), got {np.shape(got)}. "
    f"Which cells are left when you know the column?"
)
assert np.allclose(got, [0.1, 0.4, 0.5], rtol=1e-9, atol=1e-12), (
    f"Column (1, 4, 5) holds 10 in all: expected [0.1, 0.4, 0.5], got "
    f"{np.round(got, 4).tolist()}. What does each cell have to be a share of?"
)

# %% hidden="d18-conditional" points=1
# Hidden checks: random tables of counts and of shares, every column, one row, one
# column, cells of 0, float32; your table left as it was.
from fractions import Fraction as _Fraction

_rng = course_rng("d18-conditional")
_shapes = [(1, 3), (4, 1), (3, 3), (2, 2), (5, 4), (3, 7)]
for _shape in _shapes * 3:
    for _type, _scale in ((int, 1), (float, 1 / 1024), (np.float32, 0.25)):
        _counts = _rng.integers(0, 200, size=_shape)
        _counts[int(_rng.integers(_shape[0]))] += 50
        _joint = (_counts * _scale).astype(_type)
        for _j in range(_shape[1]):
            _parts = [_Fraction(int(_c)) for _c in _counts[:, _j]]
            _want, _given = np.array([float(_p / sum(_parts)) for _p in _parts]), _joint.copy()
            _got = conditional(_given, _j)
            assert np.shape(_got) == (_shape[0],), f"a table of shape {_shape} has {_shape[0]} rows, got shape {np.shape(_got)}"
            assert np.allclose(_got, _want, rtol=1e-5, atol=1e-9), f"given column {_j} of\n{_joint}\nexpected {_want.round(4).tolist()}, got {np.round(_got, 4).tolist()}"
            assert (_given == _joint).all(), "the caller's table was changed in place"

# %% [markdown]
# ### Idea 3 · Put the columns together, and ask whether they differ
#
# You know $P(\text{green} \mid \text{column})$ for each column, 0.007, 0.561 and 0, and how wide the columns are, 0.436, 0.331 and 0.233. The lower parts together have as area the sum of width times height:
#
# $$ P(A) = \sum_{j} P(A \mid B_j)\, P(B_j) . $$
#
# In words: weigh what each case says by the probability of the case. This is the **law of total probability**; the cases $B_j$ must cover everything and not overlap. With all rows at once it is a matrix times a vector (day 12): the table of conditionals acts on the widths.

# %%
widths = joint.sum(axis=0) / joint.sum()
given = joint / joint.sum(axis=0)  # each column divided by its own sum
print(given.round(3))
print("widths:", widths.round(3), "  given @ widths:", (given @ widths).round(3))

# %% author=true
assert np.allclose(given @ widths, joint.sum(axis=1) / 949) and widths.round(3).tolist() == [0.436, 0.331, 0.233]
assert given[0].round(3).tolist() == [0.007, 0.561, 0.0]

# %% [markdown]
# The sum is 0.189, as counted. Now the same picture for another word. 65 of the 949 names contain *dark*. Before you look: must a word like *dark* care which lamp is highest? And how would the picture look if it did not care at all?

# %%
dark = np.array(["dark" in name.split() for name in names])
joint_dark = np.array([
    [(said & (lamp == c)).sum() for c in range(3)] for said in (dark, ~dark)
])
fig, panels = plt.subplots(1, 2, figsize=(8.8, 3.6), sharey=True)
for ax, table, title in zip(panels, (joint, joint_dark), ("green", "dark")):
    mosaic(ax, table, ["red", "green", "blue"])
    ax.set_title(f"says {title}", pad=14)
figure(fig, alt=(
    "Left: the share that says green is 0.007, 0.561 and 0.000 in the columns red, "
    "green, blue. Right: the share that says dark is 0.058, 0.067 and 0.090, nearly "
    "one level."
))

# %% author=true
assert joint_dark.sum(axis=1)[0] == 65 and (joint_dark[0] / joint_dark.sum(axis=0)).round(3).tolist() == [0.058, 0.067, 0.09]
_shares = joint_dark / 949
assert np.abs(_shares - _shares.sum(axis=1)[:, None] * _shares.sum(axis=0)).max().round(3) == 0.005
_shares = joint / 949
assert np.abs(_shares - _shares.sum(axis=1)[:, None] * _shares.sum(axis=0)).max().round(3) == 0.123

# %% [markdown]
# *Dark* runs through all columns at nearly one level, 0.058 to 0.090. At exactly one level, knowing the column would tell you nothing: $P(A \mid B) = P(A)$ for every column. Then $A$ and $B$ are **independent**. Multiply by $P(B)$, and the rule looks the same from both sides:
#
# $$ P(A \cap B) = P(A)\, P(B) . $$
#
# In words: if two events are independent, both happen with the product of their probabilities. Two dice do so: $P(\text{red 6 and blue 6}) = \tfrac16 \cdot \tfrac16 = \tfrac1{36}$. A real table never does to the last digit; one states how large a gap to forgive.

# %% [markdown]
# ### Idea 4 · The party, counted
#
# Counting pairs of people is a trap, since pairs overlap. Count the opposite: *nobody* shares. Let people come in one by one, with 365 equally likely days. The second finds a free day with probability $364/365$. *Given that*, the third finds 363 of 365 days free, the fourth 362. $P(A \cap B) = P(A \mid B)\,P(B)$, used again and again, multiplies these:
#
# $$ P(\text{nobody shares}) = \frac{365}{365} \cdot \frac{364}{365} \cdots \frac{365 - n + 1}{365} . $$
#
# In words: multiply the chances of a free day, one for each person, each given that all before were lucky.

# %%
free = 1 - np.arange(60) / 365  # the chance of a free day for person 1, 2, 3, …
none = np.cumprod(free)
for n in (10, 22, 23, 30, 40):
    print(n, "people: some two share with probability", (1 - none[n - 1]).round(3))

# %% author=true
assert [(1 - none[n - 1]).round(3) for n in (10, 22, 23, 30, 40)] == [0.117, 0.476, 0.507, 0.706, 0.891]
assert np.isclose(none[29], np.prod([(365 - i) / 365 for i in range(30)]), rtol=1e-12) and 23 * 22 // 2 == 253

# %% [markdown]
# At 23 people the odds turn. Below is one party as it fills up, on a calendar with 31 days to a row. Look how many days are free, and how many *pairs* of people there are to collide: 23 people make $23 \cdot 22/2 = 253$ pairs. `rng.integers(0, 365, size=60)` draws 60 whole numbers from 0 to 364, all equally likely.

# %%
def draw_party(ax, n):
    """The first n birthdays of one party; days that two people share are crosses."""
    days = np.random.default_rng(19).integers(0, 365, size=60)[:n]
    shared = np.array([(days == day).sum() > 1 for day in days])
    for marker, color, some in (("o", BLUE, ~shared), ("x", VERMILLION, shared)):
        ax.plot(days[some] % 31, days[some] // 31, marker, color=color, mew=2)
    ax.set(xlim=(-1, 31), ylim=(12, -1), xlabel="day of the row", yticks=[])
    ax.set_title(f"{n} people: {1 - none[n - 1]:.3f}")


fig, panels = plt.subplots(1, 3, figsize=(9.0, 3.0))
for ax, n in zip(panels, (10, 23, 40)):
    draw_party(ax, n)
figure(fig, alt=(
    "A calendar with 10, 23 and 40 birthdays. No day is shared among 10, one among 23, "
    "two among 40; the probabilities of a pair are 0.117, 0.507 and 0.891."
))

# %% author=true
_days = np.random.default_rng(19).integers(0, 365, size=60)
assert [sum(c > 1 for c in Counter(_days[:n].tolist()).values()) for n in (10, 23, 40)] == [0, 1, 2]
assert [len(set(_days[:n].tolist())) for n in (17, 18)] == [17, 17] and f"{1 - none[17]:.3f}" == "0.347"

# %% [markdown]
# Drag the number of guests. In this party, with which guest does the first shared day appear? How full is the calendar by then, and what probability stands above it?

# %%
def draw_guests(n):
    fig, ax = plt.subplots(figsize=(5.6, 3.2))
    draw_party(ax, n)
    return fig


slider(draw_guests, alt=(
    "Birthdays on a calendar; crosses appear where two guests share a day."
), n=(1, 60, 1, 15))

# %% [markdown]
# ### Idea 5 · Play it ten thousand times
#
# (With guest 18: 17 of the 365 days are taken by then, and 0.347 stands above.) Did we count right? Let the computer give the party 10,000 times and count how many have a pair. A set holds each day once. The share of successes should settle near the probability. How fast?

# %%
rng = np.random.default_rng(18)
parties = rng.integers(0, 365, size=(10_000, 30))
pair = np.array([len(set(party.tolist())) < 30 for party in parties])
tries = np.arange(1, 10_001)
share = np.cumsum(pair) / tries  # after 1, 2, 3, … parties
print("after 10, 100, 1000, 10000:", share[[9, 99, 999, 9999]].round(3))

# %% author=true
assert share[[9, 99, 999, 9999]].round(3).tolist() == [0.8, 0.62, 0.684, 0.699]
assert (np.abs(share - (1 - none[29])) * np.sqrt(tries)).max() < 2 and (np.abs(share - (1 - none[29])) * np.sqrt(tries) < 1).mean() > 0.6

# %% [markdown]
# The more parties, the closer. The shaded funnel has the half-width $1/\sqrt{n}$ after $n$ parties. Where does the share stay inside, and what does one more correct digit cost in parties?

# %%
fig, ax = plt.subplots(figsize=(7.0, 3.6))
truth, funnel = 1 - none[29], 1 / np.sqrt(tries)
ax.fill_between(tries, truth - funnel, truth + funnel, alpha=0.2)
ax.plot(tries, share, color=BLUE, label="share of parties with a pair")
ax.axhline(truth, color=VERMILLION, linestyle="--", label="counted: 0.706")
ax.set(xscale="log", ylim=(0, 1.3), xlabel="parties played", ylabel="share")
ax.legend(loc="upper right")
figure(fig, alt=(
    "The share of simulated parties with a pair wanders at first and settles at 0.706, "
    "inside a funnel of half-width one over the root of the number of parties."
))

# %% [markdown]
# It leaves the funnel seldom and then by little. A hundred times the parties make it a tenth as wide: one digit costs a factor of 100. Day 21 says why the square root.
#
# **The bet.** Count and play agree: with 30 guests, two share a birthday with probability 0.706. Bet *with* the stranger. Were you surprised? Most people think of 29 chances to share *their own* birthday, which is $1 - (364/365)^{29} = 0.076$. But the stranger said any two, and 30 guests make 435 pairs.

# %% author=true
assert round(1 - (364 / 365) ** 29, 3) == 0.076 and 30 * 29 // 2 == 435 and round(truth, 3) == 0.706

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · A machine that plays
#
# *2 points · about 7 minutes · needs the share of successes (idea 5)*
#
# Most questions of chance cannot be counted by hand: a card game, a queue, a text that a model writes. They can be played. The probability of a success is near
#
# $$ \frac{\text{number of plays that succeed}}{n} , $$
#
# the share of $n$ plays that came out well.
#
# **Before you code.** A play is `trial(rng)`: it draws what it needs from `rng` and returns `True` or `False`. What goes wrong if you call it once and use the answer $n$ times? And if every play gets a fresh generator with the same seed?
#
# <details><summary>Answer</summary>
#
# Both times all plays come out alike, and the share is 0 or 1.
#
# </details>
#
# **Your task.** Write `simulate(trial, n, rng)`: play $n$ times with the generator you are given and return the share of `True`. Two to four lines are enough.

# %% exercise="d18-simulate"
def simulate(trial: Callable, n: int, rng: np.random.Generator) -> float:
    """The share of n plays that succeed.

    trial    a function: trial(rng) plays once and returns True or False
    n        how often to play, at least 1
    rng      the random generator that every play draws from, one after the other
    returns  successes over plays, from 0 to 1

    >>> simulate(lambda rng: rng.random() < 1.0, 5, np.random.default_rng(0))
    1.0
    """
    ### BEGIN SOLUTION
    wins = sum(trial(rng) for _ in range(n))
    return wins / n
    ### END SOLUTION


# %% visible="d18-simulate" points=1
# Ten rolls of one die, drawn here first with the same seed: count the sixes yourself.
first_rng = np.random.default_rng(3)
rolls = [int(first_rng.integers(1, 7)) for _ in range(10)]
got = simulate(lambda rng: rng.integers(1, 7) == 6, 10, np.random.default_rng(3))

assert got is not None, "simulate returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One share is expected, got something of shape {np.shape(got)}. How many of the "
    f"plays succeeded?"
)
assert 0 <= got <= 1, (
    f"A share lies between 0 and 1, got {got}. What is the number of successes a share "
    f"of?"
)
assert np.isclose(got, rolls.count(6) / 10, rtol=1e-9, atol=0), (
    f"The rolls are {rolls}, of which {rolls.count(6)} are sixes: a share of "
    f"{rolls.count(6) / 10}, got {got}. Is every play a new one?"
)

# %% hidden="d18-simulate" points=1
# Hidden checks: one play and many, games that draw once or many times, a game that
# always and one that never succeeds, the same generator used again.
_rng = course_rng("d18-simulate")


def _three_dice(rng):
    return int(rng.integers(1, 7)) + int(rng.integers(1, 7)) + int(rng.integers(1, 7)) >= 13


def _until_six(rng):
    rolls = 1
    while rng.integers(1, 7) != 6:
        rolls = rolls + 1
    return rolls <= 3


_games = [lambda rng: bool(rng.random() < 0.3), lambda rng: rng.random() < 0.8, _three_dice, _until_six, lambda rng: True, lambda rng: False]
for _trial in _games:
    for _n in (1, 2, 3, 10, 101):
        _seed = int(_rng.integers(10**6))
        _copy = np.random.default_rng(_seed)
        _outcomes = [_trial(_copy) for _ in range(2 * _n)]
        _generator = np.random.default_rng(_seed)
        _got = simulate(_trial, _n, _generator)
        assert np.isclose(_got, sum(map(bool, _outcomes[:_n])) / _n, rtol=1e-9, atol=1e-12), f"{_n} plays came out {[bool(_o) for _o in _outcomes[:12]]} …: expected a share of {sum(map(bool, _outcomes[:_n])) / _n:.4f}, got {_got}"
        _got = simulate(_trial, _n, _generator)
        assert np.isclose(_got, sum(map(bool, _outcomes[_n:])) / _n, rtol=1e-9, atol=1e-12), f"{_n} more plays with the same generator should be the next {_n} outcomes"

# %% [markdown]
# ### Where this sits in a real model
#
# A language model answers one question again and again: given what stands here, how likely is each next token, a word or a piece of one? An early model of this kind is a joint table (Markov, 1913, with the letters of a novel in verse). Here it is for the 949 color names: count how often each letter follows each other one, and read the table given the letter that stands there.

# %%
text = " ".join(names)
follows = Counter(zip(text, text[1:]))  # (this letter, next letter): how often
for this in "qg":
    column = {pair[1]: count for pair, count in follows.items() if pair[0] == this}
    best = sorted(column, key=column.get, reverse=True)[:3]
    total = sum(column.values())
    shares = [(letter, round(column[letter] / total, 3)) for letter in best]
    print(f"after {this}:", shares)

# %% author=true
assert best == ["r", "h", "e"] and [round(column[c] / total, 3) for c in best] == [0.523, 0.236, 0.11]
assert {pair[1] for pair in follows if pair[0] == "q"} == {"u"} and sum(c for pair, c in follows.items() if pair[0] == "q") == 22

# %% [markdown]
# After *q* comes *u*, always, 22 times of 22. After *g* it is *r* half of the time, for *green* and *gray*, and *h* in a quarter, for *light* and *bright*. GPT's table would have a column for every possible text that stands so far: too many to count, so a network computes the column that is asked for. Day 54 goes as far as counting can.

# %% [markdown]
# ### Exercise · Has the one to do with the other?
#
# *3 points · about 9 minutes · needs independence (idea 3) and broadcasting (day 12)*
#
# Does a drug help, does a word go with a subject? Ask whether the joint table of *shares* $p_{ij}$ is the product of its margins, in every cell:
#
# $$ \big| \, p_{ij} - (\text{row sum } i)\,(\text{column sum } j) \, \big| \le \text{tol} , $$
#
# each cell within a tolerance of row share times column share.
#
# **Before you code.** The rows are $(10, 20)$ and $(30, 60)$. What are the shares, their margins, and the largest gap?
#
# <details><summary>Answer</summary>
#
# Over 120: $(1/12, 1/6)$ and $(1/4, 1/2)$. The row shares are $1/4$ and $3/4$, the column shares $1/3$ and $2/3$; every product fits, the gap is 0.
#
# </details>
#
# **Your task.** Write `is_independent(joint, tol)`. The cells may be counts: make them shares first. Three or four lines are enough.

# %% exercise="d18-is_independent"
def is_independent(joint: np.ndarray, tol: float) -> bool:
    """Whether rows and columns of a joint table are independent, up to a tolerance.

    joint    (rows, columns)  counts or shares, >= 0, not all 0
    tol      the largest gap that is forgiven, as a share of everything
    returns  True if every cell's share is within tol of row share times column share

    >>> is_independent(np.array([[10, 20], [30, 60]]), 1e-9)
    True
    """
    ### BEGIN SOLUTION
    shares = joint / joint.sum()
    rows = shares.sum(axis=1, keepdims=True)
    columns = shares.sum(axis=0)
    return bool(np.abs(shares - rows * columns).max() <= tol)
    ### END SOLUTION


# %% visible="d18-is_independent" points=1
# A product table, a table where the second column goes with the second row, and the
# tables of "dark" (largest gap 0.005) and "green" (0.123) against the highest lamp.
product = is_independent(np.array([[10, 20], [30, 60]]), 1e-9)
linked = is_independent(np.array([[40, 10], [10, 40]]), 0.01)
of_dark = is_independent(np.array([[24, 21, 20], [390, 293, 201]]), 0.01)
of_green = is_independent(np.array([[3, 176, 0], [411, 138, 221]]), 0.01)

assert product is not None, (
    "is_independent returned None. Did you forget the return statement?"
)
assert np.ndim(product) == 0, (
    f"One yes or no is expected, got something of shape {np.shape(product)}. When is "
    f"the whole table independent?"
)
assert product in (True, False), f"True or False is expected, got {product}."
assert product, (
    "The rows (10, 20) and (30, 60) have shares that are products of the margins: "
    "expected True. Work with shares: do all your cells add up to 1?"
)
assert not linked, (
    "The rows (40, 10) and (10, 40): both margins are one half, and no cell is a "
    "quarter. Expected False. Compare each cell with the product of its margins."
)
assert of_dark, (
    "For the word dark no gap exceeds 0.005, which tol = 0.01 forgives: expected True. "
    "Is the gap taken between shares of everything?"
)
assert not of_green, (
    "For the word green a gap of 0.123 is far above tol = 0.01: expected False. Which "
    "cells did you compare?"
)

# %% hidden="d18-is_independent" points=2
# Hidden checks: random tables of many sizes, counts and shares, gaps a little smaller
# and a little larger than tol, and as large as tol; one row or column, cells of 0; your
# table left as it was.
from fractions import Fraction as _Fraction

_rng = course_rng("d18-is_independent")


def _largest_gap(joint):
    parts = [[_Fraction(float(c)) for c in row] for row in joint]
    everything = sum(map(sum, parts))
    columns = [sum(column) / everything for column in zip(*parts)]
    return float(max(abs(c / everything - sum(row) / everything * columns[j]) for row in parts for j, c in enumerate(row)))


_tables = [np.array([[4, 0, 4, 0, 4, 0, 2], [0, 4, 0, 4, 0, 4, 2]]), np.array([[1, 0, 1], [0, 2, 0], [1, 0, 1]]), np.array([[0, 5, 5, 5], [5, 5, 5, 5]]), np.array([[9, 9, 9], [0, 9, 9], [9, 9, 9]])]
_tables += [np.array([[3, 8, 1]]), np.array([[4], [0], [7]]), np.array([[7]]), np.array([[0, 0], [3, 9]])]
for _shape in ((2, 2), (2, 3), (3, 2), (4, 5), (3, 3), (6, 2)):
    for _ in range(2):
        _tables.append(_rng.integers(0, 9, size=_shape) + (_rng.integers(0, 3, size=_shape) == 0))
        _product = np.outer(_rng.integers(0, 9, size=_shape[0]) + 1, _rng.integers(1, 9, size=_shape[1]))
        _tables.append(_product)
        _moved = _product.copy()
        _moved[-1, -1] += 1 + _product.sum() // 20
        _tables.append(_moved)

for _counts in _tables:
    if not _counts.any():
        continue
    for _joint in (_counts, _counts / _counts.sum(), _counts.astype(np.float32) * 8, _counts * 10**6):
        _gap = _largest_gap(_counts)
        for _tol in (_gap * 0.8 - 1e-6, _gap * 1.2 + 1e-6, 0.3):
            if _tol > 0:
                _want, _given = _gap <= _tol, _joint.copy()
                _got = is_independent(_given, _tol)
                assert np.ndim(_got) == 0 and _got in (True, False), f"True or False is expected, got {_got}"
                assert bool(_got) == _want, f"the table\n{_joint}\nhas a largest gap of {_gap:.4g}; with tol = {_tol:.4g} expected {_want}, got {_got}"
                assert (_given == _joint).all(), "the caller's table was changed in place"

assert is_independent(np.array([[4, 0], [0, 4]]), 0.25), "the rows (4, 0) and (0, 4) have gaps of exactly 0.25; tol = 0.25 still forgives them (≤)"
assert not is_independent(np.array([[4, 0], [0, 4]]), 0.249999), "the rows (4, 0) and (0, 4) have gaps of 0.25, a little more than tol = 0.249999: expected False"
assert not is_independent(np.array([[4, 0], [0, 4]]), 0.24), "the rows (4, 0) and (0, 4) have gaps of 0.25, more than tol = 0.24"

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### In your own words
#
# Write four or five sentences: **which two things in your day look as if they had to do with each other and are independent, or the reverse?** For each pair, say which table you would count, and what its columns would look like.
#
# <details><summary>Answer</summary>
#
# Examples. The lottery numbers of this week and of last week look linked to those who wait for a number that is "due"; the columns of that table are all alike. Umbrellas and late trains look unrelated; rain fills the same cell of both. To judge, count both things on the same days, and compare the columns: at one level means independent. A level that differs does not say which of the two is the cause.
#
# </details>

# %% [markdown]
# ### Exercise · Two files with one fingerprint
#
# *3 points · about 10 minutes · needs idea 4, the logarithm of a product (day 3) and log1p (day 4)*
#
# Programs name files by a *hash*, a number that acts like a random birthday in a year of a huge number of days. Two files with one name would be a disaster; what is its probability?
#
# $$ P(\text{pair}) = 1 - \prod_{i=0}^{n-1} \Big(1 - \frac{i}{\text{days}}\Big) , $$
#
# one, less the product of the chances of a free day.
#
# **Before you code.** With $10^{18}$ days and two files the answer is $10^{-18}$. What does `1 - (1 - 1e-18)` give?
#
# <details><summary>Answer</summary>
#
# It gives 0. Stay in logs: the sum $s$ of `np.log1p(-i / days)` is $-10^{-18}$, and `np.expm1(s)` is $e^s - 1$ with all digits.
#
# </details>
#
# **Your task.** Write `birthday(n, days=365)`, correct to six digits for up to $10^{18}$ days and without factorials. With more people than days the answer is 1. Three or four lines are enough.

# %% exercise="d18-birthday"
def birthday(n: int, days: int = 365) -> float:
    """The probability that at least two of n people share a birthday.

    n        how many people, at least 1
    days     how many days a year has, all equally likely, from 1 to 10**18
    returns  a number from 0 to 1, correct to six digits also where it is tiny

    >>> round(birthday(23), 4)
    0.5073
    """
    ### BEGIN SOLUTION
    if n > days:
        return 1.0
    log_none = np.log1p(-np.arange(n) / days).sum()
    return float(-np.expm1(log_none))
    ### END SOLUTION


# %% visible="d18-birthday" points=1
# The turning point, a year of three days, one guest, too many guests, two files.
got = [birthday(23), birthday(2, 3), birthday(3, 3), birthday(1), birthday(6, 4)]

assert all(g is not None for g in got), (
    "birthday returned None. Did you forget a return statement?"
)
assert all(np.ndim(g) == 0 for g in got), (
    f"A probability is one number, got shapes {[np.shape(g) for g in got]}."
)
assert np.isclose(got[1], 1 / 3, rtol=1e-6, atol=0), (
    f"Two people, three days: the second meets the first in 1 case of 3, got "
    f"{got[1]:.6f}. How many factors are there, and is it the pair or its opposite "
    f"that you want?"
)
assert np.isclose(got[2], 7 / 9, rtol=1e-6, atol=0), (
    f"Three people, three days: 1 − (2/3)(1/3) = 0.7778, got {got[2]:.6f}. How many "
    f"days are free for the third?"
)
assert np.isclose(got[0], 0.5072972343, rtol=1e-6, atol=0), (
    f"23 people: expected 0.507297, got {got[0]:.6f}. Any two may share, in a year of "
    f"365 days."
)
assert np.isclose(got[3], 0, rtol=0, atol=1e-12), (
    f"One guest alone shares with nobody: expected 0, got {got[3]}."
)
assert np.isclose(got[4], 1, rtol=1e-9, atol=0), (
    f"Six people on four days: two must share, expected 1, got {got[4]}. Which factor "
    f"of the product is 0, and what does its logarithm do?"
)
assert np.isclose(birthday(2, 10**18), 1e-18, rtol=1e-6, atol=0), (
    f"Two files, 10¹⁸ names: expected 1e-18, got {birthday(2, 10**18)}. Where are the "
    f"digits lost?"
)

# %% hidden="d18-birthday" points=2
# Hidden checks: exact fractions for 1 to 400 people and 1 to 10¹⁸ days, thousands of
# files, more people than days, the default year.
from fractions import Fraction as _Fraction

_rng = course_rng("d18-birthday")


def _exactly(n, days):
    free = 1
    for i in range(n):
        free = free * max(days - i, 0)
    return float(1 - _Fraction(free, days**n))


_cases = [(int(_rng.integers(1, 80)), 365) for _ in range(8)] + [(366, 365), (365, 365), (1, 1), (2, 1), (7, 7), (8, 7), (40, 12), (120, 365)]
_cases += [(int(_rng.integers(2, 400)), int(10.0 ** _rng.uniform(2, 18))) for _ in range(20)] + [(2, 10**18), (3, 10**17), (3000, 10**12), (5000, 10**6)]
for _n, _days in _cases:
    _want = _exactly(_n, _days)
    _got = birthday(_n, _days)
    assert np.ndim(_got) == 0, f"one number is expected, got shape {np.shape(_got)}"
    assert not np.isnan(_got), f"{_n} people and {_days} days gave nan"
    assert np.isclose(_got, _want, rtol=1e-6, atol=0 if _n > 1 else 1e-12), f"{_n} people and {_days} days: expected {_want:.8g}, got {_got:.8g}"
for _n in (2, 15, 57):
    assert np.isclose(birthday(_n), _exactly(_n, 365), rtol=1e-6, atol=0), f"wrong for {_n} people in the default year of 365 days"

# %% [markdown]
# ### Three doors
#
# A car stands behind one of three doors. You point at one. The host, who knows, opens another door that hides no car, and offers you the last one in exchange. In 1990 Marilyn vos Savant wrote in a magazine that you should switch, and thousands of readers, many with degrees, wrote back that she was wrong. **Predict**, then play it.

# %%
rng = np.random.default_rng(18)
car, choice = rng.integers(0, 3, size=(2, 10_000))
print("staying wins:  ", (car == choice).mean().round(3))
print("switching wins:", (car != choice).mean().round(3))

# %% author=true
assert 0.65 < (car != choice).mean() < 0.68

# %% [markdown]
# Why can the program leave the host out? Because he never shows the car: if your first choice is wrong, the last door must hide it. Staying wins in 1 case of 3, switching in 2. The host's door tells you something, since he had to avoid the car; had he opened a door at random and met no car by luck, switching would not help.

# %% [markdown]
# ### Break it: a year that prefers January
#
# We took every day for equally likely. Real births are not: some months have more. The exponent below bends the year: with 2 in place of 1, early days become far likelier than late ones, since squaring a number between 0 and 1 makes it smaller. **Predict** whether 23 people then share a birthday more often or less often than in one of two parties. Then change `bend` to 2 and run again.

# %%
bend = 1
rng = np.random.default_rng(18)
drawn = (365 * rng.random((10_000, 23)) ** bend).astype(int)
bent = np.mean([len(set(party.tolist())) < 23 for party in drawn])
print("share of parties with a pair:", bent)

# %% author=true
# edit: "bend = 1" -> "bend = 2"
# then: round(float(bent), 2) == 0.78

# %% author=true
assert round(float(bent), 3) == 0.516

# %% [markdown]
# From 0.52 to 0.78: more often. Days that many like collide more. The even year is the *worst* case for a pair, so the counted 0.507 is a lower bound for real parties. Passwords fail the same way: people's choices are far from even.

# %% [markdown]
# ### The day in five lines
#
# 1. A probability is a share: the weight of the outcomes in the event, over all weight.
# 2. Knowing $B$ cuts the world down to $B$: $P(A \mid B) = P(A \cap B)/P(B)$, a column of the joint table over its sum.
# 3. Weigh the cases by their probabilities and add: the law of total probability, a matrix times a vector.
# 4. Independent means that all columns are alike, and every cell is the product of its margins.
# 5. What cannot be counted can be played; the share settles inside a funnel of half-width $1/\sqrt{n}$.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\Omega$ | omega: the set of all outcomes | `omega` |
# | $P(A)$ | probability of the event A | `prob(event, omega, weights)` |
# | $A \cap B$ | A and B both happen | – |
# | $P(A \mid B)$ | probability of A given B | `conditional(joint, given_col)` |
#
# The sign $\prod$ multiplies where $\sum$ adds; day 3 had it first.

# %% [markdown]
# ### To read
#
# Khan Academy, [Probability](https://www.khanacademy.org/math/statistics-probability/probability-library), the lessons on conditional probability and independence, with a pencil. Tomorrow the table is read the other way around: from what was seen back to what caused it.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# In idea 3 the *columns* of a table were the cases, and the table acted from the left. Programs often store the cases as *rows*: row $a$ holds $P(b \mid a)$ for every $b$, and adds up to 1. Weather tables look so: today's weather is the row, tomorrow's the column. The law of total probability is the same; which side does the vector stand on?

# %% [markdown]
# ### Exercise · Tomorrow's weather from today's
#
# *optional · about 6 minutes · needs the law of total probability (idea 3)*
#
# If it is dry today, it is dry tomorrow with probability 0.9; if it is wet, with 0.5. Today is dry with probability 0.2. What about tomorrow?
#
# $$ P(b) = \sum_{a} P(b \mid a)\, P(a) , $$
#
# what each case says of $b$, weighed by the probability of the case.
#
# **Before you code.** How likely is it that tomorrow is dry?
#
# <details><summary>Answer</summary>
#
# $0.2 \cdot 0.9 + 0.8 \cdot 0.5 = 0.58$.
#
# </details>
#
# **Your task.** Write `total_probability(p_b_given_a, p_a)` for all $b$ at once. One line is enough.

# %% exercise="d18-total_probability"
def total_probability(p_b_given_a: np.ndarray, p_a: np.ndarray) -> np.ndarray:
    """The probability of every b, from what each case a says of it.

    p_b_given_a  (A, B)  row a holds P(b | a) for every b and adds up to 1
    p_a          (A,)    the probabilities of the cases
    returns      (B,)    P(b), adds up to 1

    >>> table = np.array([[0.9, 0.1], [0.5, 0.5]])
    >>> total_probability(table, np.array([0.2, 0.8])).round(4)
    array([0.58, 0.42])
    """
    ### BEGIN SOLUTION
    return p_a @ p_b_given_a
    ### END SOLUTION


# %% visible="d18-total_probability" points=0
# Two cases, three answers: 0.25 of (0.2, 0.8, 0) and 0.75 of (0.4, 0, 0.6).
table = np.array([[0.2, 0.8, 0.0], [0.4, 0.0, 0.6]])
got = total_probability(table, np.array([0.25, 0.75]))

assert got is not None, (
    "total_probability returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"One probability for each of the three answers: expected shape (3,), got "
    f"{np.shape(got)}. Over which axis are the cases added up?"
)
assert np.allclose(got, [0.35, 0.2, 0.45], rtol=1e-9, atol=1e-12), (
    f"Expected [0.35, 0.2, 0.45], got {np.round(got, 4).tolist()}. Does every case "
    f"enter with its own probability?"
)

# %% hidden="d18-total_probability" points=0
# Hidden checks: random tables of many sizes, one case, one answer, cases of probability
# 0; your arrays left as they were.
_rng = course_rng("d18-total_probability")
for _shape in ((1, 4), (3, 1), (2, 2), (3, 3), (4, 2), (5, 7), (1, 1)) * 4:
    _table = _rng.integers(0, 9, size=_shape) + 0.5
    _table = _table / _table.sum(axis=1, keepdims=True)
    _p_a = _rng.integers(0, 5, size=_shape[0]) + np.eye(_shape[0])[0]
    _p_a = _p_a / _p_a.sum()
    _want = [sum(float(_p_a[a]) * float(_table[a, b]) for a in range(_shape[0])) for b in range(_shape[1])]
    _given_table, _given_p = _table.copy(), _p_a.copy()
    _got = total_probability(_given_table, _given_p)
    assert np.shape(_got) == (_shape[1],), f"a table of shape {_shape} should give shape ({_shape[1]},), gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"the table\n{_table.round(3)}\nwith cases {_p_a.round(3).tolist()}: expected {np.round(_want, 4).tolist()}, got {np.round(_got, 4).tolist()}"
    assert (_given_table == _table).all() and (_given_p == _p_a).all(), "one of the caller's arrays was changed in place"

# %% [markdown]
# ### Where the rules come from
#
# In 1654 Blaise Pascal and Pierre de Fermat wrote each other letters about a gambler's question, how to split the stakes of a game that is broken off; they count futures as we counted dice. For long, to find a probability was above all to count equal cases. Andrey Kolmogorov (1933) built it on a handful of axioms, today mostly told as three: much the rules of idea 1, for infinitely many outcomes too. They say nothing of what a probability *means*: a share in the long run, or how strongly one should believe. On that, people still disagree, and tomorrow needs the second reading.
