# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A dictionary that answers with a blend
#
# Python's dictionary knows a word, or it raises an error. **How can a lookup answer every question, even one that
# matches no entry, and answer smoothly enough for gradient descent to improve it?**
#
# *After today you can* compute attention by hand and in one line of code, say where its $\sqrt{d}$ comes from,
# and let the words of a sentence ask each other, with queries, keys and values computed from the words themselves.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, VERMILLION
from log2attn.toolbox import softmax

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Keep the earlier notebooks closed. Answer on paper first, then unfold.
#
# **Yesterday (day 57).** A text of 12 ids is cut into windows of $T = 4$ ids, each with the id that follows as its target.
# How many windows are there? In one batch, id 7 stands at three places. What does row 7 of the embedding table receive as its gradient?
#
# <details><summary>Answer</summary>
#
# There are 12 − 4 = 8 windows. Row 7 was used three times, so it receives the **sum** of the three upstream gradients.
# Assigning instead of adding keeps only the last one.
#
# </details>

# %% [markdown]
# **A week ago (day 51).** You fitted PCA on a hundred photos and kept the mean and the directions. A new photo arrives.
# Which mean do you subtract from it? What happens to a single photo if you subtract its own mean over samples instead?
#
# <details><summary>Answer</summary>
#
# The mean of the hundred photos you fitted on. The mean over a sample of one photo is that photo, so subtracting it leaves zeros:
# every new photo would land on the origin.
#
# </details>
#
# **Three weeks ago (day 37).** How high is a Gaussian curve one standard deviation from its center, compared with its peak? And three?
#
# <details><summary>Answer</summary>
#
# $e^{-1/2} \approx 0.61$ and $e^{-9/2} \approx 0.011$ of the peak. We need this curve again at the end of today.
#
# </details>

# %%
for sigmas in (0, 1, 2, 3):
    print(
        f"{sigmas} standard deviations away: {np.exp(-(sigmas**2) / 2):.3f} of the peak"
    )

# %% [markdown]
# ### Exercise · How much does one direction hold?
#
# *1 point · about 6 minutes · needs PCA (day 51)*
#
# PCA turns a cloud of points until the first axis holds as much of the variance as any one direction can.
#
# **Before you code.** What does a cloud look like whose first direction holds all of the variance? And a cloud in the plane where it holds half?
#
# <details><summary>Answer</summary>
#
# A line: all points lie along one direction. A round cloud: both directions of the plane hold half.
#
# </details>
#
# **Your task.** Write `review_58(X)`: the share of the total variance held by the first principal component. Two lines are enough.

# %% exercise="d58-review"
def review_58(X: np.ndarray) -> float:
    """Share of the total variance that lies along the first principal component.

    X        (N, D)  N points with D features, one point per row
    returns  float   between 1/D and 1

    >>> round(review_58(np.array([[1.0, 1.0], [2.0, 2.0], [4.0, 4.0]])), 6)
    1.0
    """
    ### BEGIN SOLUTION
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / (s**2).sum())
    ### END SOLUTION


# %% visible="d58-review" points=0
# Around their center (3, 5) the points lie at ±(2, 2) and ±(1, −1): squared lengths 16
# along one diagonal, 4 along the other.
got = review_58(np.array([[5, 7], [1, 3], [4, 4], [2, 6]]))

assert got is not None, "review_58 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"Expected one number, got something of shape {np.shape(got)}. Which of the "
    f"directions is the first?"
)
assert np.isclose(got, 0.8, rtol=1e-9, atol=0), (
    f"Expected 16 / (16 + 4) = 0.8, got {got:.4f}. What must be removed before the "
    f"SVD, and is a singular value a length or a squared length?"
)

# %% hidden="d58-review" points=1
# Hidden checks: clouds of many sizes, far from the origin, against the eigenvalues of
# the covariance matrix.
_rng = course_rng("d58-review")
for _ in range(20):
    _n, _d = int(_rng.integers(4, 30)), int(_rng.integers(2, 7))
    _X = _rng.normal(size=(_n, _d)) @ _rng.normal(size=(_d, _d)) + _rng.normal(scale=5.0, size=_d)
    _lam = np.linalg.eigvalsh(np.cov(_X, rowvar=False, ddof=1))
    _want, _given = _lam[-1] / _lam.sum(), _X.copy()
    assert np.isclose(review_58(_given), _want, rtol=1e-7, atol=1e-9), f"wrong for {_n} points with {_d} features"
    assert (_given == _X).all(), "the caller's points were changed in place"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A lookup that cannot miss
#
# A Python dictionary stores pairs. Ask with a stored key and you get its value; ask with anything else and you get nothing.
# Here is a library of three books, with the number of evenings each takes to read.

# %%
evenings = {"a garden diary": 9, "soups": 18, "dinner in orbit": 27}
print(evenings.get("soups"))
print(evenings.get("soup"))

# %% [markdown]
# One letter less, and the answer is `None` (with square brackets, `evenings["soup"]`, it is an error). Two things are missing here.
#
# A near miss counts as a complete miss, although *soup* is nearly *soups*. And between hit and miss there is no slope:
# gradient descent (day 29) asks how the answer changes when the question moves a little, and here it either stays or jumps.
#
# So we replace *equal or not* by *how similar*. For that, questions and keys must be things whose similarity can be computed: vectors.

# %% [markdown]
# Describe each book by two features: how much cooking, how much space. *A garden diary* has neither, *Soups* is about cooking,
# *Dinner in orbit* about both. A reader asks in the same two features. The odd question $(\log 2, \log 3)$ is chosen
# so that every number below comes out whole.
#
# How similar is a book to the question? Day 11 has a measure, the dot product. How do similarities become shares? Day 39 has softmax.

# %%
keys = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]])
values = np.array([9.0, 18.0, 27.0])
query = np.array([np.log(2), np.log(3)])

scores = keys @ query
weights = softmax(scores)
print("e^score:", np.exp(scores).round(3), "  weights:", weights.round(3))
print("answer:", (weights @ values).round(3))

# %% [markdown]
# The three scores are $0$, $\log 2$ and $\log 2 + \log 3 = \log 6$. Their exponentials are 1, 2 and 6, nine together, so the shares are
# 1/9, 2/9 and 6/9. The answer mixes the three values in these shares:
#
# $$ \tfrac19 \cdot 9 + \tfrac29 \cdot 18 + \tfrac69 \cdot 27 = 23. $$
#
# In words: the best match counts most, and everyone counts a little. Nowhere in the library stands a 23.

# %% author=true
assert np.isclose(weights @ values, 1 / 9 * 9 + 2 / 9 * 18 + 6 / 9 * 27) and np.isclose(weights @ values, 23)

# %% [markdown]
# Now the names. The **query** $\mathbf{q}$ is what is asked. Each of the $N$ entries has a **key** $\mathbf{k}_j$, which is compared with the query,
# and a **value** $\mathbf{v}_j$, which is what the entry gives. From these come the **score** $s_j$, the **weight** $a_j$ and the **output** $\mathbf{o}$:
#
# $$ s_j = \mathbf{q} \cdot \mathbf{k}_j, \qquad a_j = \frac{e^{s_j}}{\sum_{l=1}^{N} e^{s_l}}, \qquad \mathbf{o} = \sum_{j=1}^{N} a_j \mathbf{v}_j. $$
#
# In words: score every key against the query, turn the scores into shares that sum to one, and mix the values in these shares.
# In our library a value is one number; in general it is a vector.

# %% author=true
total = sum(np.exp(query @ k) for k in keys)
assert np.isclose(sum(np.exp(query @ k) / total * v for k, v in zip(keys, values)), weights @ values)

# %% [markdown]
# And the slope? We move the second entry of the query, the wish for space, a tiny step up and down. Once with the blend,
# once with a hard lookup that returns the value of the best key. Which of the two answers moves?

# %%
def blend(q):
    return softmax(keys @ q) @ values


def hard(q):
    return values[np.argmax(keys @ q)]


step = np.array([0.0, 1e-6])
for lookup in (blend, hard):
    print(
        f"{lookup.__name__}: slope "
        f"{(lookup(query + step) - lookup(query - step)) / 2e-6:.2f} evenings per unit "
        f"of wish"
    )

# %% [markdown]
# The blend answers with a slope of 2.67: wish a little more for space, and the answer rises a little. The hard lookup has slope 0 almost everywhere
# and a jump where the winner changes, so it gives gradient descent nothing to go by.
#
# That is the reason for the blend: **queries, keys and values can all be learned**. Nobody has to write the library's catalog.

# %% [markdown]
# ### How loud is a score?
#
# Our query has two entries. In a real model it has 64 or 128. What does that do to the scores?
#
# Take the smallest random vectors there are: a coin decides each entry, +1 or −1, each with probability ½, independent of all the others. An entry
# then has mean 0 and variance 1. With $d = 1$ the product of two such entries is +1 or −1 again: variance 1. For larger $d$ we let the computer go
# through *all* queries and *all* keys (`product` lists every row of $d$ coins). Guess the variance for $d = 2$ before you run the cell.

# %%
from itertools import product

for d in (1, 2, 3, 4):
    signs = np.array(list(product([-1, 1], repeat=d)))
    every_score = signs @ signs.T
    print(
        f"d = {d}: mean {every_score.mean():.0f}, variance "
        f"{every_score.var(ddof=0):.0f}"
    )
    assert every_score.var(ddof=0) == d

# %% [markdown]
# No sampling, no rounding: the variance *is* $d$. Here is why. A score is a sum of $d$ terms $q_i k_i$. Let all entries be independent, with mean 0 and variance 1.
# For independent numbers the mean of a product is the product of the means. So each term has mean $0 \cdot 0 = 0$ and variance $E[q_i^2 k_i^2] = E[q_i^2]\,E[k_i^2] = 1 \cdot 1$. Variances of independent terms add (day 20):
#
# $$ \operatorname{Var}(\mathbf{q} \cdot \mathbf{k}) = \sum_{i=1}^{d} \operatorname{Var}(q_i k_i) = d. $$
#
# In words: the variance of a score is the number of entries, and so its typical size, the standard deviation, is $\sqrt{d}$.
# The coins showed it for $d \le 4$; at the end of the day you can measure it for bell-shaped entries.

# %% [markdown]
# With $d = 64$, scores of size 8 are ordinary. Softmax turns a lead of 8 into a factor of $e^8 \approx 2981$: the winner takes nearly all,
# and the shares hardly move when the scores do. We are back at the hard lookup, slope 0 included.
#
# The cure follows from the measurement. Divided by $c$, scores have their variance divided by $c^2$ (day 20). To bring the variance from $d$ back to 1, we need $c^2 = d$:
#
# $$ \operatorname{Var}\!\left(\frac{\mathbf{q} \cdot \mathbf{k}}{\sqrt{d}}\right) = \frac{d}{d} = 1. $$
#
# In words: divided by the root of the number of entries, vectors with any number of entries give scores of the same typical size.

# %% author=true
assert f"{np.exp(8):.0f}" == "2981"
assert np.isclose((every_score / np.sqrt(4)).var(ddof=0), 1)  # every_score: the coins with d = 4

# %% [markdown]
# Let us see it. Eight random keys, one random query, and vectors of 4, 64 and 1024 entries; we draw the shares without the division (upper row) and with it (lower row).
# **Before you look:** in which of the six panels will one bar swallow the rest?

# %%
rng = np.random.default_rng(61)
big_query, big_keys = rng.standard_normal(1024), rng.standard_normal((8, 1024))

fig, axes = plt.subplots(2, 3, figsize=(8, 4.2), sharex=True, sharey=True)
for column, d in enumerate((4, 64, 1024)):
    s = big_keys[:, :d] @ big_query[:d]
    axes[0, column].bar(range(1, 9), softmax(s), color=VERMILLION)
    axes[1, column].bar(range(1, 9), softmax(s / np.sqrt(d)), color=BLUE)
    axes[0, column].set_title(f"d = {d}")
    axes[1, column].set(xlabel="key", xticks=range(1, 9))
for row, word in enumerate(("without", "with")):
    axes[row, 0].set_ylabel(f"weight\n{word} 1/√d")
figure(fig, alt=(
    "Six bar charts of eight weights. Without the division one key takes more and more "
    "as d grows, and everything at d = 1024; with it the weights stay spread at every "
    "d."
))

# %% [markdown]
# Upper row: the more entries, the more one key takes, until at $d = 1024$ nothing is left for the other seven. Lower row: some keys match better by chance, and none silences the others, at any $d$.
#
# What does that do to learning? Gradient descent lives on slopes. So we measure the slope that softmax lets through: move the best key's score a tiny step up and down, and see how much its weight moves. We average over 300 random queries with eight keys each. Where will the two curves go?

# %%
def slope_through(d, divisor):
    """Mean slope of the best key's weight in its own score, 300 random queries."""
    q, k = rng.standard_normal((300, d)), rng.standard_normal((300, 8, d))
    s = (k * q[:, None]).sum(axis=2) / divisor
    best = s.argmax(axis=1)
    step = 1e-5 * (np.arange(8) == best[:, None])
    moved = softmax(s + step, axis=1) - softmax(s - step, axis=1)
    return moved.max(axis=1).mean() / 2e-5


sizes = [1, 4, 16, 64, 256, 1024]
slopes = {"no division": [slope_through(d, 1) for d in sizes]}
slopes["÷ √d"] = [slope_through(d, np.sqrt(d)) for d in sizes]

# %% [markdown]
# Twelve averages are measured: six sizes, two divisors. We draw them against $d$, each step four times as long as the one before. A slope of $\tfrac14$ is the most that softmax ever lets through: it is $a(1 - a)$ for a weight of one half (day 39).

# %%
fig, ax = plt.subplots()
looks = [("s-", VERMILLION), ("o--", BLUE)]  # the colors of the bars above
for (label, curve), (look, color) in zip(slopes.items(), looks):
    ax.plot(sizes, curve, look, color=color)
    ax.text(sizes[-1] * 1.15, curve[-1], label, color=color, va="center")
ax.set(xscale="log", xticks=sizes, xticklabels=sizes, ylim=(0, 0.25), xlim=(0.85, 6000))
ax.set(xlabel="d, number of entries", ylabel="slope that softmax lets through")
ax.minorticks_off()
figure(fig, alt=(
    "Mean slope of the best key's weight against d. Without a division it sinks from "
    "0.2 to below 0.02 at d = 1024; divided by the square root of d it stays near 0.2."
))

# %% author=true
print({label: np.round(curve, 3).tolist() for label, curve in slopes.items()})
assert slopes["no division"][-1] < 0.03 and min(slopes["÷ √d"]) > 0.15

# %% [markdown]
# Without a division the slope dies out: at $d = 1024$ only a tenth of it is left, and a model would learn ten times more slowly, or not at all. Divided by $\sqrt{d}$, it stays level at every size. **That is the reason for the root**: it keeps softmax where it can learn.
#
# > **Watch out.** Independent entries with variance 1 are an assumption about a model *before* training. Training may well make scores large, where it has something to point at.

# %% [markdown]
# ### All questions at once
#
# So far one query asked. In a sentence, every word asks something of every other. Take *the cat chased the mouse because it was hungry* and give each word
# a key and a query by hand, in $d = 4$ features: thing, hunter, action, state. *Cat* offers thing and hunter. *It* looks for a thing, preferably a hunter.
#
# (`.split()` cuts a sentence into its words; `|=` adds more entries to a dictionary.) These numbers are our invention, to have something to look at. A model learns its own, and they rarely
# have names.

# %%
words = "the cat chased the mouse because it was hungry".split()
offers = {"cat": [1, 1, 0, 0], "mouse": [1, 0, 0, 0]}
offers |= {"chased": [0, 0, 1, 0], "hungry": [0, 0, 0, 1]}
seeks = {"the": [6, 0, 0, 0], "cat": [0, 0, 6, 0], "chased": [3, 5, 0, 0]}
seeks |= {"mouse": [0, 0, 5, 0], "because": [0, 0, 2, 6], "it": [6, 2, 0, 0]}
seeks |= {"was": [0, 0, 0, 6], "hungry": [4, 4, 0, 0]}
K = np.array([offers.get(word, [0, 0, 0, 0]) for word in words])
Q = np.array([seeks[word] for word in words])
A = softmax(Q @ K.T / np.sqrt(4), axis=1)

# %% [markdown]
# `Q @ K.T` holds all $9 \times 9$ dot products: row $i$ is the query of word $i$, column $j$ the key of word $j$. Softmax runs along each row, because each *question* hands out a total share of one.
#
# In the picture below, rows ask and columns answer. **Before you look:** where does the row of *it* have its two brightest cells? Which two rows are
# exactly alike? (`np.argwhere` lists the places where a question is answered with yes.)

# %%
def heat(ax, A, rows, columns):
    shown = ax.imshow(A, vmin=0, vmax=1)
    ax.set_xticks(range(len(columns)), columns, rotation=45)
    ax.set_yticks(range(len(rows)), rows)
    ax.set(xlabel="key (answers)", ylabel="query (asks)")
    for i, j in np.argwhere(A > 0.1):
        shade = "black" if A[i, j] > 0.5 else "white"
        ax.text(j, i, f"{A[i, j]:.2f}", ha="center", va="center", color=shade)
    return shown


fig, ax = plt.subplots(figsize=(6.4, 5.2))
fig.colorbar(heat(ax, A, words, words), label="weight")
figure(fig, alt=(
    "Heat map of 9 by 9 weights. The row of 'it' gives 0.67 to cat and 0.25 to mouse; "
    "the two rows of 'the' are the same."
))

# %% [markdown]
# *It* gives two thirds of its attention to *cat*, a quarter to *mouse*, crumbs to the rest. Both rows of *the* are equal: the same word asks the same question and gets the same answer,
# wherever it stands. Keep that in mind for part 3.
#
# > **Watch out.** A heat map shows from where values were taken. Whether that *explains* what a model does is disputed: Jain and Wallace (2019) wrote "Attention is not Explanation",
# > Wiegreffe and Pinter (2019) answered "Attention is not not Explanation".

# %% [markdown]
# Now the whole of it in two matrix products. Stack $M$ queries as the rows of $\mathbf{Q}$, shape $(M, d)$; the keys of $N$ entries as $\mathbf{K}$, $(N, d)$; their values as $\mathbf{V}$, $(N, d_v)$:
#
# $$ \mathbf{A} = \operatorname{softmax}\!\left(\frac{\mathbf{Q}\mathbf{K}^\top}{\sqrt{d}}\right) \ \text{along each row}, \qquad \mathbf{O} = \mathbf{A}\mathbf{V}. $$
#
# In words: score every query against every key, divide by the typical size of a score, make each row a distribution over the keys, and mix the values accordingly.
# The shapes go $(M, d)(d, N) \to (M, N)$, then $(M, N)(N, d_v) \to (M, d_v)$: one output row per query.

# %% author=true
it = words.index("it")
by_hand = np.exp(K @ Q[it] / 2)
assert np.allclose(A[it], by_hand / by_hand.sum())
assert np.allclose(A[it, [1, 4]], [0.67, 0.25], rtol=0, atol=0.005)
assert (A @ K)[it].round(2).tolist()[:2] == [0.91, 0.67]

# %% [markdown]
# With the keys themselves as values, *it* comes out as 0.91 thing and 0.67 hunter: the word has taken on the meaning of what it points to. This is what attention is for.
# Each row of $\mathbf{O}$ is a new description of a word, gathered from its sentence.

# %% [markdown]
# ### Exercise · Attention
#
# *4 points · about 10 minutes · needs softmax (day 39) and broadcasting (day 12)*
#
# This is the operation in the title of "Attention Is All You Need". Models compute it for many sentences at once, so further axes may stand in front:
# `Q` of shape (8, 5, 64) holds 8 sentences with 5 queries each, and every sentence is treated by itself.
#
# **Before you code.** Which of $M$, $N$, $d$, $d_v$ stands under the root? Along which axis must the weights sum to one?
# `K.T` turns *all* axes around, `np.swapaxes(K, …)` swaps two: which two?
#
# <details><summary>Answer</summary>
#
# $d$, the width of queries and keys. Along the keys, the last axis. And the last two axes, −1 and −2.
#
# </details>
#
# **Your task.** Write `attention(Q, K, V)`, which returns the pair `(O, A)`. Use `softmax`. Three lines are enough.

# %% exercise="d58-attention"
def attention(
    Q: np.ndarray, K: np.ndarray, V: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Scaled dot-product attention: outputs and weights.

    Any batch axes stand in front, the same for Q, K and V.

    Q        (…, M, d)    M queries
    K        (…, N, d)    N keys
    V        (…, N, d_v)  N values
    returns  O (…, M, d_v), a blend of values for each query; A (…, M, N), weights

    >>> attention(np.zeros((1, 4)), np.ones((2, 4)), np.array([[2.0], [4.0]]))[0]
    array([[3.]])
    """
    ### BEGIN SOLUTION
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(scores, axis=-1)
    return A @ V, A
    ### END SOLUTION


# %% visible="d58-attention" points=1
# By hand: q1·k1 = 2 log 3 and d = 4, so its score is log 3, against 0 and 0. The second
# query is zero and likes all keys alike.
got = attention(
    np.array([[0.5, 0.5, 0.5, 0.5], [0.0, 0.0, 0.0, 0.0]]) * np.log(3),
    np.array([[1.0, 1.0, 1.0, 1.0], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]),
    np.array([[5.0, 0.0], [0.0, 5.0], [5.0, 5.0]]),
)

assert got is not None, "attention returned None. Did you forget the return statement?"
assert isinstance(got, (tuple, list)) and len(got) == 2, (
    f"Expected a pair (O, A), got a {type(got).__name__}. What are the two things a "
    f"caller wants to see?"
)
O_got, A_got = got
assert np.shape(O_got) == (2, 2) and np.shape(A_got) == (2, 3), (
    f"2 queries, 3 keys and values of width 2 make O (2, 2) and A (2, 3), got "
    f"{np.shape(O_got)} and {np.shape(A_got)}. Is O first? Is a row of A one query's "
    f"shares?"
)
assert np.allclose(np.sum(A_got, axis=1), 1, rtol=1e-9, atol=0), (
    f"Each query hands out shares that sum to 1; your rows of A sum to "
    f"{np.sum(A_got, axis=1).round(3)}. Along which axis did softmax run, and what "
    f"came after it?"
)
shares = [[3 / 5, 1 / 5, 1 / 5], [1 / 3, 1 / 3, 1 / 3]]
assert np.allclose(A_got, shares, rtol=1e-9, atol=0), (
    f"The first query should share its attention 3 : 1 : 1, got "
    f"{np.round(A_got[0], 4)}. Which size makes a score large, and what power of it "
    f"did you divide by?"
)
assert np.allclose(O_got, [[4, 2], [10 / 3, 10 / 3]], rtol=1e-9, atol=0), (
    f"The weights are right; mixed with V they give [[4, 2], [3.33, 3.33]], got "
    f"{np.round(O_got, 4)}."
)

# %% hidden="d58-attention" points=3
# Hidden checks: random sizes with none, one or two batch axes, whole and float32
# numbers, very large scores, your inputs left as they were.
from scipy.special import softmax as _oracle

_rng = course_rng("d58-attention")


def _by_query(_Q, _K, _V):
    if _Q.ndim > 2:
        _pairs = [_by_query(*_one) for _one in zip(_Q, _K, _V)]
        return np.array([_p[0] for _p in _pairs]), np.array([_p[1] for _p in _pairs])
    _A = np.array([_oracle([float(np.dot(_q, _k)) / _Q.shape[1] ** 0.5 for _k in _K]) for _q in _Q])
    return np.einsum("mn,nv->mv", _A, _V), _A


for _batch in [(), (), (3,), (), (2, 3), (1,)]:
    _m, _n, _d, _dv = _rng.permutation([2, 3, 5, 7])
    _Q, _K, _V = (_rng.normal(scale=1.5, size=(*_batch, *_s)) for _s in [(_m, _d), (_n, _d), (_n, _dv)])
    _O, _A = _by_query(_Q, _K, _V)
    _given = [_Q.copy(), _K.copy(), _V.copy()]
    _gotO, _gotA = attention(*_given)
    _where = f"batch axes {_batch}, M = {_m}, N = {_n}, d = {_d}, d_v = {_dv}"
    assert np.shape(_gotO) == _O.shape and np.shape(_gotA) == _A.shape, f"wrong shapes for {_where}: O {np.shape(_gotO)}, A {np.shape(_gotA)}"
    assert np.allclose(_gotA, _A, rtol=1e-9, atol=1e-12), f"wrong weights for {_where}"
    assert np.allclose(_gotO, _O, rtol=1e-9, atol=1e-12), f"wrong outputs for {_where}"
    assert all((_g == _x).all() for _g, _x in zip(_given, [_Q, _K, _V])), "the caller's Q, K or V was changed in place"

for _kind, _tol in [(int, 1e-9), (np.float32, 1e-5)]:
    _Q, _K, _V = (_rng.integers(-3, 4, size=_s).astype(_kind) for _s in [(4, 6), (5, 6), (5, 2)])
    _O, _A = _by_query(_Q, _K, _V)
    assert np.allclose(attention(_Q, _K, _V)[0], _O, rtol=_tol, atol=_tol), f"wrong outputs for numbers of type {_kind.__name__}"

_Q, _K, _V = _rng.normal(size=(3, 4)) * 200, _rng.normal(size=(6, 4)) * 200, _rng.normal(size=(6, 2))
_O, _A = _by_query(_Q, _K, _V)
assert np.allclose(attention(_Q, _K, _V)[0], _O, rtol=1e-7, atol=1e-9), "scores in the ten thousands must not overflow"

_one = attention(np.ones((2, 3)), np.ones((1, 3)), np.array([[7.0, -7.0]]))[0]
assert np.allclose(_one, [[7, -7], [7, -7]], rtol=1e-9, atol=0), "with a single entry every query gets that entry's value"

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### From average to lookup
#
# The factor before the scores, $1/\sqrt{d}$, was a choice. What if we turn it like a knob? Back to the library, with a factor `scale` on its scores: it is one over the temperature of day 39.
# The next cell draws its shares for one setting of the knob.

# %%
def draw_library(ax, scale):
    shares = softmax(scale * scores)
    ax.bar(["diary", "soups", "orbit"], shares, color=BLUE)
    for at, (share, value) in enumerate(zip(shares, values)):
        ax.text(at, share + 0.02, f"{value:.0f}", ha="center", color=GREEN)
    ax.set(ylim=(0, 1.12), title=f"scale {scale:g}: answer {shares @ values:.1f}")

# %% [markdown]
# Four settings side by side. **Before you look:** at which `scale` is the answer 18, the plain average? Toward which number does it go for a very large one? Which of the three bars never shrinks?

# %%
fig, axes = plt.subplots(1, 4, figsize=(9, 2.9), sharey=True)
for ax, scale in zip(axes, (0, 0.5, 1, 3)):
    draw_library(ax, scale)
axes[0].set_ylabel("weight")
fig.supxlabel("book (above each bar: its value in evenings)", fontsize="medium")
figure(fig, alt=(
    "Weights of three books at scale 0, 0.5, 1 and 3: equal shares and answer 18 at "
    "first, then the best book takes over, and the answer approaches its value 27."
))
assert np.isclose(softmax(3 * scores)[2], 216 / 225) and 216 / 225 == 0.96

# %% [markdown]
# At 0 every book has the same share: nothing was asked, so the answer is the average. At 1 it is our 23. At 3 the best book holds 96 %, and the answer, 26.6, is close to the hard lookup's 27. Only the best book's bar never shrinks: every share it gains, another one loses.
# **One knob leads from a mean to a dictionary.** Both ends are useless for learning; the slope lives in between.
#
# Drag it yourself, and watch how early the least fitting book disappears.

# %%
def draw_scale(scale):
    fig, ax = plt.subplots(figsize=(5.2, 3.2))
    draw_library(ax, scale)
    ax.set(xlabel="book (above each bar: its value in evenings)", ylabel="weight")
    return fig


slider(draw_scale, alt=(
    "Weights of the three books while scale moves from 0 (average) to 10 (lookup)."
), scale=(0.0, 10.0, 0.25, 1.0))

# %% [markdown]
# ### Queries, keys and values come from the words
#
# We gave every word a query and a key by hand. A model has one row of numbers for each word, $\mathbf{X}$ with shape $(T, D)$ for a sentence of $T$ words, and *computes* the three from it with three learned matrices:
#
# $$ \mathbf{Q} = \mathbf{X}\mathbf{W}_Q, \qquad \mathbf{K} = \mathbf{X}\mathbf{W}_K, \qquad \mathbf{V} = \mathbf{X}\mathbf{W}_V. $$
#
# In words: what a word asks, what it offers and what it gives are three views of the same row, each a layer without a bias (day 12). Because the words of one sentence ask each other, this is called **self-attention**.

# %% [markdown]
# ### Exercise · A sentence that asks itself
#
# *3 points · about 8 minutes · needs `attention` above and layers (day 12)*
#
# This is the operation as it stands in every block of a transformer. Nothing in it is new but where $\mathbf{Q}$, $\mathbf{K}$ and $\mathbf{V}$ come from; the three matrices are all that training has to find.
#
# **Before you code.** $\mathbf{X}$ has shape $(5, 16)$, and $\mathbf{W}_Q$ has shape $(16, 4)$. Which shapes have $\mathbf{Q}$ and $\mathbf{A}$, and which number stands under the root?
#
# <details><summary>Answer</summary>
#
# $\mathbf{Q}$ is $(5, 4)$, $\mathbf{A}$ is $(5, 5)$: five words ask five words. Under the root stands 4, the width of a query, not the 16 of a row.
#
# </details>
#
# **Your task.** Write `self_attention(X, Wq, Wk, Wv)`, which returns the pair `(O, A)`. Two lines are enough with `attention`; batch axes in front of `X` then take care of themselves.

# %% exercise="d58-self_attention"
def self_attention(
    X: np.ndarray, Wq: np.ndarray, Wk: np.ndarray, Wv: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Attention of the rows of X to each other. Any batch axes stand in front of X.

    X        (…, T, D)  T words with D numbers each
    Wq, Wk   (D, d)     make queries and keys
    Wv       (D, d_v)   makes values
    returns  O (…, T, d_v), a blend of values for each word; A (…, T, T), weights

    >>> self_attention(np.eye(2), np.zeros((2, 3)), np.zeros((2, 3)), 2 * np.eye(2))[0]
    array([[1., 1.],
           [1., 1.]])
    """
    ### BEGIN SOLUTION
    Q, K, V = X @ Wq, X @ Wk, X @ Wv
    return attention(Q, K, V)
    ### END SOLUTION


# %% visible="d58-self_attention" points=1
# By hand: word 1 scores log 3 against word 2, 0 against itself; word 2 asks nothing.
half = np.log(3) / 2
got = self_attention(
    np.array([[1.0, 0.0], [0.0, 1.0]]),
    np.array([[half, half, half, half], [0.0, 0.0, 0.0, 0.0]]),
    np.array([[0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 1.0, 1.0]]),
    np.array([[4.0, 0.0, 1.0], [0.0, 8.0, 1.0]]),
)

assert got is not None, (
    "self_attention returned None. Did you forget the return statement?"
)
assert isinstance(got, (tuple, list)) and len(got) == 2, (
    f"Expected a pair (O, A), got a {type(got).__name__}. What are the two things a "
    f"caller wants to see?"
)
O_got, A_got = got
assert np.shape(O_got) == (2, 3) and np.shape(A_got) == (2, 2), (
    f"Two words with values of width 3 make O (2, 3) and A (2, 2), got "
    f"{np.shape(O_got)} and {np.shape(A_got)}. Which comes first, and where do values "
    f"get their width?"
)
assert np.allclose(A_got, [[0.25, 0.75], [0.5, 0.5]], rtol=1e-9, atol=0), (
    f"Word 1 shares its attention 1 : 3, word 2 evenly; got "
    f"{np.round(A_got, 4).tolist()}. Which matrix makes what asks, which what is "
    f"asked, and whose width is under the root?"
)
assert np.allclose(O_got, [[1, 6, 1], [2, 4, 1]], rtol=1e-9, atol=0), (
    f"Mixed from the values (4, 0, 1) and (0, 8, 1) that is [[1, 6, 1], [2, 4, 1]], "
    f"got {np.round(O_got, 4).tolist()}. What do you mix?"
)

# %% hidden="d58-self_attention" points=2
# Hidden checks: sentences of many lengths with widths of all kinds, none, one or two
# batch axes, whole and float32 numbers; your inputs left as they were.
from scipy.special import softmax as _oracle

_rng = course_rng("d58-self_attention")


def _by_word(_X, _Wq, _Wk, _Wv):
    if _X.ndim > 2:
        _pairs = [_by_word(_one, _Wq, _Wk, _Wv) for _one in _X]
        return np.array([_p[0] for _p in _pairs]), np.array([_p[1] for _p in _pairs])
    _A = np.zeros((len(_X), len(_X)))
    for _i, _asks in enumerate(_X):
        _A[_i] = _oracle([np.dot(np.dot(_asks, _Wq), np.dot(_x, _Wk)) / _Wq.shape[1] ** 0.5 for _x in _X])
    return np.array([sum(_a * np.dot(_x, _Wv) for _a, _x in zip(_row, _X)) for _row in _A]), _A


for _batch in [(), (), (3,), (), (2, 2), (1,)]:
    _T, _D, _d, _dv = (int(_s) for _s in _rng.permutation([3, 4, 5, 7]))
    _X, _Wq, _Wk, _Wv = (_rng.normal(size=_s) for _s in [(*_batch, _T, _D), (_D, _d), (_D, _d), (_D, _dv)])
    _O, _A = _by_word(_X, _Wq, _Wk, _Wv)
    _given = [_v.copy() for _v in (_X, _Wq, _Wk, _Wv)]
    _gotO, _gotA = self_attention(*_given)
    _where = f"batch axes {_batch}, T = {_T}, D = {_D}, d = {_d}, d_v = {_dv}"
    assert np.shape(_gotO) == _O.shape and np.shape(_gotA) == _A.shape, f"wrong shapes for {_where}: O {np.shape(_gotO)}, A {np.shape(_gotA)}"
    assert np.allclose(_gotA, _A, rtol=1e-9, atol=1e-12), f"wrong weights for {_where}"
    assert np.allclose(_gotO, _O, rtol=1e-9, atol=1e-12), f"wrong outputs for {_where}"
    assert all((_g == _v).all() for _g, _v in zip(_given, (_X, _Wq, _Wk, _Wv))), "one of the caller's arrays was changed in place"

for _kind, _tol in [(int, 1e-9), (np.float32, 1e-5)]:
    _X, _Wq, _Wk, _Wv = (_rng.integers(-2, 3, size=_s).astype(_kind) for _s in [(4, 5), (5, 3), (5, 3), (5, 2)])
    _O, _A = _by_word(_X, _Wq, _Wk, _Wv)
    assert np.allclose(self_attention(_X, _Wq, _Wk, _Wv)[0], _O, rtol=_tol, atol=_tol), f"wrong outputs for numbers of type {_kind.__name__}"

_gotO, _gotA = self_attention(np.array([[2.0, -1.0]]), np.ones((2, 3)), np.ones((2, 3)), np.eye(2))
assert np.allclose(_gotO, [[2.0, -1.0]], rtol=1e-9, atol=0) and np.allclose(_gotA, [[1.0]], rtol=1e-9, atol=0), "a sentence of one word attends to itself alone"

# %% [markdown]
# ### Does the order of the words matter?
#
# What happens if we shuffle the words? A shuffle is a **permutation matrix** $\mathbf{P}$: the rows of the identity in another order, so that $\mathbf{P}\mathbf{X}$ has the rows of $\mathbf{X}$ in that order. Shuffling and sorting back changes nothing: $\mathbf{P}^\top\mathbf{P}$ is the identity.
#
# Guess first: does *it* still find *cat* in a shuffled sentence? Does any word get another output than before?

# %% [markdown]
# Shuffle the rows, and the scores $\mathbf{Q}\mathbf{K}^\top$ become $\mathbf{P}\mathbf{Q}\mathbf{K}^\top\mathbf{P}^\top$: their rows and columns are shuffled alike. Softmax along a row meets the same numbers in another order, which it does not mind. So $\mathbf{A}$ turns into $\mathbf{P}\mathbf{A}\mathbf{P}^\top$, and the output is
#
# $$ (\mathbf{P}\mathbf{A}\mathbf{P}^\top)(\mathbf{P}\mathbf{V}) = \mathbf{P}\mathbf{A}\mathbf{V} = \mathbf{P}\mathbf{O}. $$
#
# In words: shuffle the words, and every word gets the output it had before, at its new place. A function $f$ with $f(\mathbf{P}\mathbf{X}) = \mathbf{P}f(\mathbf{X})$ for every shuffle is called **permutation equivariant**.

# %%
order = rng.permutation(len(words))
P = np.eye(len(words))[order]
shuffled = softmax((P @ Q) @ (P @ K).T / 2, axis=1)
assert np.allclose(shuffled, P @ A @ P.T)
assert np.allclose(shuffled @ (P @ K), P @ (A @ K))
print(" ".join(words[i] for i in order))

# %% [markdown]
# ### Exercise · Shuffle it and see
#
# *2 points · about 7 minutes · needs indexing by an array (day 12) and permutations (above)*
#
# Which functions on sentences know about order? One test needs no look inside: shuffle the input, compare with the shuffled output, and measure
#
# $$ \max \left| f(\mathbf{P}\mathbf{X}) - \mathbf{P} f(\mathbf{X}) \right| $$
#
# over all entries. In words: how far, at most, the two ways around disagree. Zero: $f$ passed for this shuffle.
#
# **Before you code.** Suppose $f$ doubles every number. What are $f(\mathbf{P}\mathbf{X})$ and $\mathbf{P}f(\mathbf{X})$? And if $f$ adds 1 to the first row, whichever row that is?
#
# <details><summary>Answer</summary>
#
# Doubling: both are the doubled rows in the new order, so the gap is 0. Adding 1 to the first row: the row that gets the 1 differs, so there is a gap.
#
# </details>
#
# **Your task.** Write `equivariance_gap(f, X, rng)` with one random shuffle of the rows. Two lines are enough.

# %% exercise="d58-equivariance_gap"
def equivariance_gap(f: Callable, X: np.ndarray, rng: np.random.Generator) -> float:
    """Largest difference |f(PX) − P f(X)| for one random shuffle P of the rows.

    f        takes (T, D), returns (T, anything): one row for each row it was given
    X        (T, D)  T rows; it is not changed
    rng      where the shuffle comes from: one call of rng.permutation
    returns  float   0 (up to rounding) if f passes

    >>> X = np.arange(6.0).reshape(3, 2)
    >>> equivariance_gap(lambda X: 2 * X, X, np.random.default_rng(58))
    0.0
    """
    ### BEGIN SOLUTION
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]) - f(X)[p]).max())
    ### END SOLUTION


# %% visible="d58-equivariance_gap" points=1
# ladder answers 0 everywhere if its rows rise, and −1, −2, …, −12 if they do not. So a
# shuffle of rising rows shows a gap of 12.
def ladder(X):
    rises = (np.diff(X[:, 0]) > 0).all()
    return np.zeros((len(X), 1)) if rises else -np.arange(1.0, len(X) + 1)[:, None]


rising = np.arange(36.0).reshape(12, 3)
got = equivariance_gap(ladder, rising, np.random.default_rng(58))
assert got is not None, (
    "equivariance_gap returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, (
    f"Expected one number, got something of shape {np.shape(got)}. The largest "
    f"difference over all entries is asked for."
)
assert np.isclose(got, 12, rtol=1e-9, atol=0), (
    f"ladder should show a gap of 12, got {got:.4g}. Did f see shuffled rows? Did you "
    f"take the largest difference, regardless of sign?"
)

got = equivariance_gap(lambda X: 3 * X, rising, np.random.default_rng(59))
assert np.isclose(got, 0, rtol=0, atol=1e-9), (
    f"Tripling every number does not care about order, so the gap is 0; got {got:.4g}. "
    f"Is the same shuffle, in the same direction, on both sides?"
)

# %% hidden="d58-equivariance_gap" points=1
# Hidden checks: self-attention with random matrices, functions that know the order,
# gaps of known size, your X left as it was.
_rng = course_rng("d58-equivariance_gap")
for _ in range(6):
    _T, _D, _dv = (int(_rng.integers(*_r)) for _r in [(14, 40), (2, 6), (1, 5)])
    _X, _Wq, _Wk, _Wv = _rng.normal(size=(_T, _D)), *(_rng.normal(size=(_D, _s)) for _s in (4, 4, _dv))
    _given = _X.copy()
    _gap = equivariance_gap(lambda _Z: softmax(_Z @ _Wq @ (_Z @ _Wk).T / 2, axis=-1) @ (_Z @ _Wv), _given, _rng)
    assert abs(_gap) < 1e-9, f"self-attention on {_T} rows is permutation equivariant; you found a gap of {_gap:.3g}"
    assert (_given == _X).all(), "the caller's X was changed"

    _up, _c = np.sort(_rng.normal(size=(_T, _D)), axis=0), float(_rng.uniform(1, 9))
    for _sign in (1.0, -1.0):
        _gap = equivariance_gap(lambda _Z: _sign * _c * np.arange(1.0, _T + 1)[:, None] * (np.diff(_Z[:, 0]) < 0).any(), _up.copy(), _rng)
        assert np.isclose(_gap, _c * _T, rtol=1e-9, atol=0), f"a function that answers ±{_c:.2f}·(row number) to unsorted rows shows a gap of {_c * _T:.2f}, got {_gap:.3g}"

_gaps = [float(equivariance_gap(lambda _Z: _Z + np.arange(60.0)[:, None], _rng.normal(size=(60, 2)), _rng)) for _ in range(20)]
assert np.allclose(_gaps, np.round(_gaps), rtol=0, atol=1e-9) and 25 < min(_gaps) <= max(_gaps) < 60, (
    f"adding the row number to 60 rows: the gap is the farthest any row traveled, got values from {min(_gaps):.4g} to {max(_gaps):.4g}"
)
_gap = equivariance_gap(lambda _Z: _Z - np.roll(_Z, 1, axis=0), _rng.normal(size=(40, 2)), _rng)
assert _gap > 0.1, f"a function that looks at the row before, in a circle, knows the order; you found a gap of {_gap:.3g}. Does your shuffle separate neighbors?"
assert np.ptp(_gaps) > 0.5, "twenty random shuffles of 60 rows all gave the same gap. Is every call a new shuffle, drawn from rng?"

_gap = equivariance_gap(lambda _Z: np.where((np.diff(_Z[:, 0]) < 0).any(), -3.0, 3.0) + 0 * _Z, np.arange(60.0).reshape(20, 3), _rng)
assert np.isclose(_gap, 6, rtol=1e-9, atol=0), f"a function that answers 3 to sorted rows and -3 to others shows a gap of 6, got {_gap:.3g}"
_seed = int(_rng.integers(2**31))
_same = [np.random.default_rng(_seed) for _ in range(2)]
_one, _two = ([float(equivariance_gap(lambda _Z: np.cumsum(_Z, axis=0), np.arange(60.0).reshape(20, 3) ** 2, _each)) for _ in range(8)] for _each in _same)
assert np.allclose(_one, _two, rtol=1e-9, atol=0), "two generators with the same seed gave different gaps: the shuffle did not come from rng"

# %% [markdown]
# Self-attention passes: to it, *cat chased mouse* and *mouse chased cat* are the same bag of words, and each word gets the same output in both. The two equal rows of *the* were the first sign of it.
# For a language model that is a serious gap, and it is closed from outside: day 59 hides the future, day 60 writes the position into $\mathbf{X}$.
#
# What you have measured is a fact about the operation alone, for any weights, trained or not.

# %% [markdown]
# ### Where this sits in a real model
#
# The transformer of Vaswani and seven colleagues ("Attention Is All You Need", 2017) computes your function with $d = 64$ in its base model, so it divides by 8. Section 3.2.1 says that the authors *suspect* large dot products
# push softmax to where its gradients are extremely small; footnote 4 gives the reason you derived: with independent entries of mean 0 and variance 1, the dot product has mean 0 and variance $d$.
#
# > **Watch out.** A numeric check on one easy case can accept $/d$ in place of $/\sqrt{d}$: at $d = 1$ they agree. Test at several $d$.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### In your own words · The library, and where it fails
#
# *2 points · about 8 minutes · a person reads this*
#
# Explain *query*, *key* and *value* with a library, to a friend who has never programmed. Say what a reader does with each of the three, and what they carry home.
# Then say what the library picture gets **wrong** about attention: name at least two points, each with its reason. Between 120 and 250 words.

# %% [markdown] exercise="d58-why" points=2
# A reader comes with a wish: "something about cooking in space". That is the **query**. Each book has a catalog card that says what it is about. That is its **key**, and the wish is compared with the cards, not with the books.
# What stands inside the book is its **value**; the card is for finding it and the pages are for taking home. In attention the reader takes home a blend: mostly of the book whose card fits best, a little of all others.
#
# The picture is wrong in at least these points.
#
# 1. In a library you leave with one book or with none. Attention always leaves with a mixture, and its weights sum to one, so it answers even when nothing fits.
# 2. Catalog cards are written by people, in words with a meaning. Queries, keys and values are computed by learned matrices, and their entries rarely have names.
# 3. In self-attention there is no separate reader. Every word is reader, card and book at the same time.
# 4. Fit is a dot product, so a key with a larger norm gets more weight from every query that points its way, whatever it is about; a larger card would not make a book fit better.
#
# *Grading: one point for query, key and value kept apart, with the comparison on the keys and the blend made of values; one point for two true limits of the picture, each with a reason.*

# %% [markdown]
# ### Break it
#
# The reader with the query $(\log 2, \log 3)$ is back. Someone prints the catalog card of *Soups* in double size: its key becomes $(2, 0)$. Someone else leaves the card alone and puts a *second copy* of *Soups* on the shelf.
#
# **Predict before you run.** In which case does *Soups* gain more? Does the answer of 23 evenings go up or down? And what does the double-size card do for a reader with the opposite query? (`np.vstack` puts a row below a table, `np.append` a number at the end of a row.)

# %%
loud = keys.copy()
loud[1] *= 2
twice_keys, twice_values = np.vstack([keys, keys[1]]), np.append(values, values[1])

for case, k, v in (("double", loud, values), ("copy", twice_keys, twice_values)):
    shares = softmax(k @ query)
    print(f"{case:7}", shares.round(3), "answer", (shares @ v).round(2))
opposite = [softmax(-k @ query)[1].round(3) for k in (keys, loud)]
print("opposite query, Soups before and after:", *opposite)

# %% [markdown]
# For this reader the two are equal: 22.09 evenings both times, because doubling the key turned its factor $e^{\log 2} = 2$ into 4, as much as two copies have together. But the second copy counts double for *every* reader. The longer key is louder for those who point its way, and quieter for those who point away: 0.3 becomes 0.176.
# A key's length, its norm (day 11), is volume, not meaning.
#
# **To think about.** What makes this *attention*, and not a weighted mean like any other? Look at where the weights come from.
#
# <details><summary>Answer</summary>
#
# The weights are not fixed beforehand, as in a moving average: each question computes its own, from what it asks and what the entries offer.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. Attention is a lookup that blends: score each key against the query, softmax, mix the values.
# 2. It answers every question, and it has a slope, so queries, keys and values can be learned.
# 3. The dot product of two random vectors has variance $d$; dividing by $\sqrt{d}$ keeps the slope that softmax lets through.
# 4. In self-attention, three learned matrices make queries, keys and values from the same rows.
# 5. Shuffle the rows and the outputs are shuffled the same way: attention alone does not know order.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $\mathbf{q}, \mathbf{k}_j, \mathbf{v}_j$ | query, key and value of entry $j$ | `query, keys[j], values[j]` |
# | $\mathbf{Q}, \mathbf{K}, \mathbf{V}$ | $M$ queries, $N$ keys, $N$ values, as rows | `Q, K, V` |
# | $d$, $d_v$ | entries of a query or key, entries of a value | `Q.shape[-1], V.shape[-1]` |
# | $s_j$, $a_j$, $\mathbf{o}$ | score and weight of entry $j$; the output | `scores, weights` |
# | $\mathbf{A}$, $\mathbf{O}$ | weights, a row for each query; outputs | `A, O` |
# | $\mathbf{W}_Q, \mathbf{W}_K, \mathbf{W}_V$ | learned matrices that make Q, K, V from X | `Wq, Wk, Wv` |
# | $h$ | bandwidth of a kernel | `h` |
# | $\mathbf{P}$ | permutation matrix | `X[p]` |
#
# Italic $K$ and $V$ still count classes and words.

# %% [markdown]
# ### One thing to read or watch
#
# Read section 3.2 of "Attention Is All You Need" (Vaswani and others, 2017, arXiv 1706.03762), with footnote 4. It is short, and you can now check its formulas by running them.
# Or watch the chapter on attention in 3Blue1Brown's series on deep learning (2024), and note where it draws values that are *added* to a word, which is the residual stream of day 61.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The rest of the day goes three ways further: you measure how loud a score is, turn the knob of part 3 to both of its ends, and find the whole formula in two statistics papers of 1964, where it smooths a real price. Each part stands alone, so take the one that draws you.

# %% [markdown]
# ### Exercise · Measure how loud a score is
#
# *optional · about 8 minutes · needs variance (day 20) and a generator `rng` (day 21)*
#
# The derivation assumed nothing about the entries' distribution beyond mean 0 and variance 1. Standard normal numbers should give what coins gave.
# Such a claim deserves a measurement.
#
# **Before you code.** You draw `n` pairs of vectors. How many scores do you have then, and along which axis did you sum to get them?
#
# <details><summary>Answer</summary>
#
# `n` scores, one for each pair, shape `(n,)`. The sum runs over the `d` entries, the last axis.
#
# </details>
#
# **Your task.** Write `dot_variance(d, n, rng)`: draw `n` queries and `n` keys with `d` standard normal entries each, pair first with first and so on, and return the variance of the `n` scores,
# with `ddof=0`. Three lines are enough.

# %% exercise="d58-dot_variance"
def dot_variance(d: int, n: int, rng: np.random.Generator) -> float:
    """Measured variance (ddof=0) of the dot product of two vectors, each with d
    independent standard normal entries.

    d        number of entries of a query and of a key
    n        number of pairs: query 1 with key 1, query 2 with key 2, …
    rng      all numbers come from here, in any order
    returns  float

    >>> dot_variance(3, 1, np.random.default_rng(58))
    0.0
    """
    ### BEGIN SOLUTION
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).sum(axis=1).var(ddof=0))
    ### END SOLUTION


# %% visible="d58-dot_variance" points=0
# Vectors of 16 entries: the variance should be near 16. With 2000 pairs it strays by
# about 3 %; we allow 25 %.
got = dot_variance(16, 2000, np.random.default_rng(58))

assert got is not None, (
    "dot_variance returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, (
    f"Expected one number, got something of shape {np.shape(got)}. Each pair has one "
    f"score; the variance is taken over all pairs."
)
assert abs(got - 16) < 4, (
    f"Expected about 16, got {got:.3f}. If it is near 4, that is the typical size; "
    f"near 1, look at what one entry contributes; near 32, ask whether query and key "
    f"are independent."
)
assert dot_variance(16, 2000, np.random.default_rng(59)) != got, (
    "Two generators draw different vectors, so the two measurements differ a little; "
    "yours are the same number. Do you measure?"
)

# %% hidden="d58-dot_variance" points=0
# Hidden checks: other sizes, several generators, and a measurement that strays when
# there are few pairs, as measurements do.
_rng = course_rng("d58-dot_variance")
for _ in range(8):
    _d = int(_rng.integers(3, 50))
    _got = dot_variance(_d, 2000, _rng)
    assert abs(_got - _d) < 0.3 * _d, f"for d = {_d} and 2000 pairs expected about {_d}, got {_got:.3f}"

assert abs(dot_variance(5, 1, _rng)) < 1e-9, "one pair has one score, and one number alone does not scatter: with ddof=0 its variance is 0"

_few = [float(dot_variance(8, 2, _rng)) for _ in range(1000)]
assert np.std(_few) > 4.4, f"1000 measurements with 2 pairs each should differ widely; yours differ by {np.std(_few):.3g}. Is each measurement the variance of two scores, from new numbers?"
assert 3.2 < np.mean(_few) < 4.8, f"the mean of 1000 measurements at d = 8 with 2 pairs should be near 8/2 = 4, got {np.mean(_few):.3f}. Do two pairs make two scores, and is ddof 0?"

_short = [float(dot_variance(1, 20, _rng)) for _ in range(1000)]
assert np.std(_short) > 0.45, f"1000 measurements at d = 1 should differ by about 0.6, yours by {np.std(_short):.3g}. Are the entries standard normal?"

_seed = int(_rng.integers(2**31))
_one, _two = (dot_variance(7, 30, np.random.default_rng(_seed)) for _ in range(2))
assert np.isclose(_one, _two, rtol=1e-9, atol=0), "two generators with the same seed gave two answers: some number did not come from rng"

# %% [markdown]
# ### Exercise · Turn the knob to the end
#
# *optional · about 10 minutes · needs `attention` above and limits of softmax (day 39)*
#
# Sometimes an average is wanted, sometimes a copy of one entry. One function can do both, and its ends are where code breaks. With scores multiplied by `scale` and *not* divided by $\sqrt{d}$,
#
# $$ \mathbf{O} = \operatorname{softmax}(\mathtt{scale} \cdot \mathbf{Q}\mathbf{K}^\top)\,\mathbf{V}. $$
#
# In words: attention with a knob in place of the root. `np.inf` means the limit.
#
# **Before you code.** Two keys tie for the best score. What are their weights at scale 1000, and so in the limit? What is $\infty \cdot 0$ in numpy?
#
# <details><summary>Answer</summary>
#
# One half each, at scale 1000 and in the limit. And $\infty \cdot 0$ is `nan`, so the limit needs a line of its own.
#
# </details>
#
# **Your task.** Write `hard_lookup_limit(Q, K, V, scale)`. Five lines are enough.

# %% exercise="d58-hard_lookup_limit"
def hard_lookup_limit(
    Q: np.ndarray, K: np.ndarray, V: np.ndarray, scale: float
) -> np.ndarray:
    """Dot-product attention with its scores multiplied by scale, up to the limit.

    Q        (M, d)    queries
    K        (N, d)    keys
    V        (N, d_v)  values
    scale    ≥ 0; np.inf means the limit: the value of the best key (tied keys share,
             as they do on the way there)
    returns  (M, d_v)

    >>> K, V = np.array([[2.0], [3.0]]), np.array([[5.0], [7.0]])
    >>> hard_lookup_limit(np.array([[1.0]]), K, V, np.inf)
    array([[7.]])
    """
    ### BEGIN SOLUTION
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale * s, axis=1) @ V
    ### END SOLUTION


# %% visible="d58-hard_lookup_limit" points=0
# The library: one reader asks (log 2, log 3), a second one the opposite. At scale 1 the
# shares are 1 : 2 : 6 and 6 : 3 : 1.
Q_lib = np.array([[np.log(2), np.log(3)], [-np.log(2), -np.log(3)]])
K_lib = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]])
V_lib = np.array([[9.0], [18.0], [27.0]])

for scale, want, thought in [
    (0.0, [[18], [18]], (
        "At scale 0 nothing is preferred: the plain average. Is the scale applied "
        "before softmax?"
    )),
    (1.0, [[23], [13.5]], (
        "At scale 1 the shares are those of the text. Did another factor slip in?"
    )),
    (1000.0, [[27], [9]], (
        "At scale 1000 the best key has everything. If you see nan, what is the "
        "exponential of 1791?"
    )),
    (np.inf, [[27], [9]], (
        "In the limit each query gets the value of its own best key. If you see nan, "
        "infinity met a zero."
    )),
]:
    got = hard_lookup_limit(Q_lib, K_lib, V_lib, scale)
    assert got is not None, (
        "hard_lookup_limit returned None. Did you forget the return statement?"
    )
    assert np.shape(got) == (2, 1), (
        f"Two queries and values of width 1 make an output of shape (2, 1), got "
        f"{np.shape(got)}."
    )
    assert np.allclose(got, want, rtol=1e-9, atol=0), (
        f"scale {scale:g}: expected {want}, got {np.round(got, 4).tolist()}. {thought}"
    )

# %% hidden="d58-hard_lookup_limit" points=0
# Hidden checks: random sizes and scales against a loop, the limit with ties and with
# near ties, your inputs left as they were.
import math as _math

_rng = course_rng("d58-hard_lookup_limit")


def _loop(_Q, _K, _V, _scale):
    _rows = []
    for _q in _Q.tolist():
        _s = [_math.fsum(_a * _b for _a, _b in zip(_q, _k)) for _k in _K.tolist()]
        _w = [float(_x == max(_s)) if _scale == np.inf else _math.exp(_scale * (_x - max(_s))) for _x in _s]
        _rows.append([_math.fsum(_a * _b for _a, _b in zip(_w, _col)) / _math.fsum(_w) for _col in _V.T.tolist()])
    return np.array(_rows)


for _scale in [0.3, 2.0, 1.0, 7, 0.0, 500.0]:
    _m, _n, _d, _dv = (int(_x) for _x in _rng.permutation([2, 3, 5, 7]))
    _Q, _K, _V = _rng.normal(size=(_m, _d)), _rng.normal(size=(_n, _d)), _rng.normal(size=(_n, _dv))
    _want, _given = _loop(_Q, _K, _V, _scale), [_Q.copy(), _K.copy(), _V.copy()]
    _got = hard_lookup_limit(*_given, _scale)
    assert np.shape(_got) == _want.shape and np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"wrong at scale {_scale:g} for {_m} queries, {_n} keys, d = {_d}, d_v = {_dv}"
    assert all((_g == _x).all() for _g, _x in zip(_given, [_Q, _K, _V])), "the caller's Q, K or V was changed in place"

for _ in range(10):
    _Q, _K = _rng.integers(-2, 3, size=(5, 2)).astype(float), _rng.integers(-2, 3, size=(7, 2)).astype(float)
    _V = _rng.normal(size=(7, 3))
    _want = _loop(_Q, _K, _V, np.inf)
    assert np.allclose(hard_lookup_limit(_Q, _K, _V, np.inf), _want, rtol=1e-7, atol=1e-9), "wrong in the limit when keys tie: compare with a very large finite scale"

_ask, _give = np.array([[1.0, 0.0]]), np.array([[0.0], [1.0]])
_close = hard_lookup_limit(_ask, np.array([[1.0, 0.0], [1.001, 0.0]]), _give, 500.0)
assert np.allclose(_close, 1 / (1 + np.exp(-0.5)), rtol=1e-9, atol=0), "at scale 500 a key that is behind by 0.001 still has a share; only np.inf means the limit"
for _lead in (1e-3, 1e-7, 1e-11):
    _close = hard_lookup_limit(_ask, np.array([[1.0, 0.0], [1.0 + _lead, 0.0]]), _give, np.inf)
    assert np.allclose(_close, [[1.0]], rtol=1e-9, atol=0), f"in the limit even a lead of {_lead:g} takes everything"

# %% [markdown]
# ### A smoother from 1964
#
# Nothing so far needed the score to be a dot product. Suppose we measured $y = 10$ at $x = 0$ and $y = 0$ at $x = 1$. What should we guess at $x = 0.25$?
# The nearer measurement should count more. So the place we ask about is the query, the measured places are the keys, the measured $y$ the values,
# and nearness is the score.
#
# In 1964 Elizbar Nadaraya and Geoffrey Watson, independently, proposed to average the values with weights that fall with distance.

# %% [markdown]
# With a Gaussian curve of width $h$ (the **bandwidth**) as the weight,
#
# $$ \hat y(x) = \frac{\sum_{j=1}^{N} e^{-(x - x_j)^2 / (2h^2)}\; y_j}{\sum_{j=1}^{N} e^{-(x - x_j)^2 / (2h^2)}}. $$
#
# In words: an average of the measured values, each weighted by how high a bell around the question stands at its place. Exponentials divided by their sum: that is softmax,
# with the score $s_j = -(x - x_j)^2/(2h^2)$. Bandwidth is measured in the units of $x$; what lies three bandwidths away counts 0.011 of what lies right here.

# %%
x_two, y_two, h = np.array([0.0, 1.0]), np.array([10.0, 0.0]), 0.5
bells = np.exp(-((0.25 - x_two) ** 2) / (2 * h**2))
ratio = (bells * y_two).sum() / bells.sum()
as_attention = softmax(-((0.25 - x_two) ** 2) / (2 * h**2)) @ y_two
assert np.isclose(ratio, as_attention)
print(f"guess at 0.25: {as_attention:.2f}")

# %% [markdown]
# ### Exercise · Kernel regression is attention
#
# *optional · about 8 minutes · needs the Gaussian curve (day 37), softmax (day 39) and broadcasting (day 12)*
#
# Statisticians smooth data this way every day; the weight curve is called a *kernel*. Seen as attention, each question is a query, and the distance to every data point gives its scores.
#
# **Before you code.** A question lies 50 bandwidths from the nearest data point. What is $e^{-1250}$ in `float64`, and what is a sum of such numbers divided by itself?
# Which property of softmax (day 39) saves you?
#
# <details><summary>Answer</summary>
#
# $e^{-1250}$ is 0 in `float64`, and 0/0 is `nan`. Softmax does not mind a number taken from all scores, so the largest is taken off first.
#
# </details>
#
# **Your task.** Write `kernel_regression(x, y, xq, h)`, which answers all questions at once, including those far from all data. Two lines are enough.

# %% exercise="d58-kernel_regression"
def kernel_regression(
    x: np.ndarray, y: np.ndarray, xq: np.ndarray, h: float
) -> np.ndarray:
    """Gaussian kernel regression (Nadaraya and Watson, 1964).

    It is attention with scores −(xq − x)² / (2h²).

    x        (N,)  places of the data, in any order
    y        (N,)  values of the data
    xq       (M,)  places asked about, perhaps far from all data
    h        bandwidth > 0, in the units of x
    returns  (M,)  one estimate per question

    >>> x, y = np.array([0.0, 1.0]), np.array([10.0, 0.0])
    >>> kernel_regression(x, y, np.array([0.5]), 0.2)
    array([5.])
    """
    ### BEGIN SOLUTION
    scores = -((xq[:, None] - x[None, :]) ** 2) / (2 * h**2)
    return softmax(scores, axis=1) @ y
    ### END SOLUTION


# %% visible="d58-kernel_regression" points=0
# This h makes e^(−1/(2h²)) = 1/4. At 1.5 the squared distances, 2.25 and 0.25, differ
# by 2: the shares are 1 : 4².
h_quarter = 1 / np.sqrt(2 * np.log(4))
ask = np.array([0.0, 0.5, 1.5])
got = kernel_regression(np.array([0.0, 1.0]), np.array([10.0, 0.0]), ask, h_quarter)

assert got is not None, (
    "kernel_regression returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"One estimate per question: expected shape (3,), got {np.shape(got)}. Which axis "
    f"belongs to the questions?"
)
assert np.allclose(got, [8, 5, 10 / 17], rtol=1e-9, atol=0), (
    f"Shares 4 : 1, 1 : 1 and 1 : 16 of 10 and 0 give [8, 5, 0.588], got "
    f"{np.round(got, 3)}. "
    "Is a nearer point's score higher? Do the shares of each question sum to 1? Is the "
    "exponent that of the formula, square for square?"
)

# %% hidden="d58-kernel_regression" points=0
# Hidden checks: random data in any order against a loop, whole and float32 numbers,
# narrow bandwidths, questions far from all data.
from math import exp as _exp
from math import fsum as _fsum

_rng = course_rng("d58-kernel_regression")


def _loop(_x, _y, _xq, _h):
    _out = []
    for _at in _xq.tolist():
        _s = [-(((_at - _v) / float(_h)) ** 2) / 2 for _v in _x.tolist()]
        _w = [_exp(_v - max(_s)) for _v in _s]
        _out.append(_fsum(_a * float(_b) for _a, _b in zip(_w, _y)) / _fsum(_w))
    return np.array(_out)


for _ in range(20):
    _n, _m = (int(_v) for _v in _rng.integers(1, 25, size=2))
    _x, _y, _h = _rng.normal(scale=4, size=_n), _rng.normal(size=_n), float(np.exp(_rng.uniform(0, 2)))
    _xq = _rng.choice(_x, size=_m) + _rng.normal(scale=0.5 * _h, size=_m)
    _want, _given = _loop(_x, _y, _xq, _h), [_x.copy(), _y.copy(), _xq.copy()]
    _got = kernel_regression(*_given, _h)
    assert np.shape(_got) == (_m,), f"{_m} questions and {_n} data points should give shape ({_m},), gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"wrong for {_n} data points, {_m} questions and h = {_h:.3f}"
    assert all((_g == _v).all() for _g, _v in zip(_given, [_x, _y, _xq])), "the caller's x, y or xq was changed in place"

_ix, _iy, _iq = np.array([5, 1, 2, 9]), np.array([3, -1, 4, 0]), np.array([1, 4, 10])
_want, _f = _loop(_ix, _iy, _iq, 2), [_v.astype(np.float32) for _v in (_ix, _iy, _iq)]
assert np.allclose(kernel_regression(_ix, _iy, _iq, 2), _want, rtol=1e-7, atol=1e-9), "wrong for whole numbers"
assert np.allclose(kernel_regression(*_f, 2.0), _want, rtol=1e-4, atol=1e-4), "wrong for float32 numbers"

_px, _py, _pq = _rng.uniform(size=6), _rng.normal(size=6), np.array([-40.0, 0.5, 60.0, 1e4])
_want = _loop(_px, _py, _pq, 0.02)
assert np.allclose(kernel_regression(_px, _py, _pq, 0.02), _want, rtol=1e-6, atol=1e-9), "a question far from all data, or a narrow bandwidth, still deserves an answer: the nearest data point wins"

# %% [markdown]
# ### A real price, and a cliff
#
# Monthly prices of Apple's share, 1998 to 2002, adjusted for splits. On the log scale (day 3) equal steps are equal percentages. A smoother should keep the trend and drop the jitter.
# But in September 2000, after a profit warning, the share lost more than half of its price within a month. What will a smooth average do there?

# %%
months, prices = data.stocks()
window = (months >= np.datetime64("1998-01")) & (months < np.datetime64("2003-01"))
when, logp = months[window], np.log(prices["AAPL"][window])
t = np.arange(len(logp))
print(
    f"{len(t)} months; largest fall within one month: "
    f"{100 * (np.exp(np.diff(logp).min()) - 1):.0f} %, in "
    f"{when[1:][np.diff(logp).argmin()]}"
)

# %% [markdown]
# We smooth twice. First with a kernel in time alone, $h = 4$ months: every month asks for the months near it. Then the keys get a second feature, the price:
# a month asks for months near in time **and** close in price, with 0.3 in log price as bandwidth. Both are the same attention; what differs is what a key says.

# %%
in_time = -((t[:, None] - t) ** 2) / (2 * 4**2)
in_price = -((logp[:, None] - logp) ** 2) / (2 * 0.3**2)
A_time = softmax(in_time, axis=1)
A_both = softmax(in_time + in_price, axis=1)
before = np.diff(logp).argmin()

# %% [markdown]
# The comparison takes two panels. Their code stands in a cell of its own, so that the picture can follow its question. Nothing in it is new: curves, weights, labels.

# %%
def draw_cliff(left, right):
    left.plot(when, np.exp(logp), "o", color=GRAY, markersize=3)
    for A, label in ((A_time, "keys: time"), (A_both, "keys: time and price")):
        left.plot(when, np.exp(A @ logp), label=label)
        right.plot(t - before, A[before], label=label)
    left.set(yscale="log", ylabel="price in dollars, log scale", xlabel="month")
    left.set_yticks([0.2, 0.4, 0.8], ["0.20", "0.40", "0.80"])
    left.minorticks_off()
    left.legend(loc="lower center", fontsize=9)
    right.axvline(0.5, color=GRAY, linewidth=1, linestyle=":")
    right.set(xlim=(-14, 14), ylim=(0, None))
    right.set(xlabel="months from the query", ylabel="weight")


# %% [markdown]
# The left panel shows the two smoothed curves, the right one the weights of a single query, the last month before the fall. **Before you look:** with which of the two kinds of keys are the weights lopsided, and toward which side?

# %%
fig, panels = plt.subplots(1, 2, figsize=(9, 3.8))
draw_cliff(*panels)
panels[0].xaxis.set_major_locator(plt.matplotlib.dates.YearLocator())
figure(fig, alt=(
    "Left: Apple's price 1998 to 2002 with two smoothed curves; the one in time alone "
    "turns the fall of September 2000 into a slope, the one that also compares prices "
    "keeps the step. Right: weights of the month before the fall, a symmetric bell in "
    "time alone, and nearly nothing after the fall once price counts."
))

# %% [markdown]
# In time alone the weights are a symmetric bell, the same for every month but those near the ends, and the cliff becomes a long slope that never happened. Once the keys hold the price,
# the month before the fall listens almost only to the months before it, and the step stays. **The weights adapt to the content.** In image processing the same idea is the bilateral filter (Tomasi and Manduchi, 1998).
#
# > **Watch out.** Both curves use months from the future. They describe the past; they predict nothing.

# %% [markdown]
# How far is a kernel from a dot product? Not far. Expand the square of the distance between a query and a key (day 11):
#
# $$ -\frac{\lVert \mathbf{q} - \mathbf{k}_j \rVert^2}{2h^2} = \frac{\mathbf{q} \cdot \mathbf{k}_j}{h^2} - \frac{\lVert \mathbf{k}_j \rVert^2}{2h^2} - \frac{\lVert \mathbf{q} \rVert^2}{2h^2}. $$
#
# In words: nearness is a dot product, minus something about the key's length, minus something about the query's. The last term is the same for all keys, and softmax ignores it (day 39). If all keys are equally long, the middle
# one is the same too. What is left is attention, with $h^2 = \sqrt{d}$.

# %%
d = 64
q, k = rng.standard_normal(d), rng.standard_normal((5, d))
k = 8 * k / np.linalg.norm(k, axis=1, keepdims=True)
kernel = softmax(-((q - k) ** 2).sum(axis=1) / (2 * np.sqrt(d)))
assert np.allclose(kernel, softmax(k @ q / np.sqrt(d)))
print(f"five equally long keys, d = 64: the same weights, bandwidth h = {d**0.25:.2f}")

# %% [markdown]
# Attention itself is three years older. Networks that translated used to squeeze each sentence into one vector of fixed length. Bahdanau, Cho and Bengio (2014) let theirs look back at every word of the source instead:
# softmax over scores, then a weighted sum. Their score was a small network, $\mathbf{w}\cdot\tanh(\mathbf{W}\mathbf{q} + \mathbf{U}\mathbf{k})$ in our letters, not a dot product, and key and value were the same vector.
#
# What sets both apart from 1964: Nadaraya and Watson fix the similarity in advance and choose one width. In a model, what counts as similar is **learned**.

# %%
W, U = rng.standard_normal((2, 3, 2))
w = rng.standard_normal(3)
additive = np.array([w @ np.tanh(W @ query + U @ key) for key in keys])
assert np.allclose(additive, np.tanh(query @ W.T + keys @ U.T) @ w)
mixed = (softmax(additive) @ values).round(2)
print("the library with an additive score, untrained:", mixed, "evenings")
