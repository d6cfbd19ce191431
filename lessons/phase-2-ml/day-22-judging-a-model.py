# %% author=true
from log2attn import course_rng

# %% [markdown]
# # A score is worth as much as the test behind it: judging a model
#
# **Question of the day.** A model is right every time it was tried. How often will it be right tomorrow, and about what will it be wrong?
#
# *After today you can* test a model on examples that it has never seen, and find the leaks that make a test worthless;
# say which mistakes it makes, with precision and recall; draw and measure how well a score sorts.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close the older notebooks and write an answer to each question, with a number where one is asked for, before you unfold ours. A wrong answer on paper teaches more than a right one that you only recognize. Then comes a graded warm-up.

# %% [markdown]
# **Yesterday (day 21).** A model answers 100 questions and is right on 80. What is the standard error of its accuracy, the share of right answers? How many questions does it take to halve it?
#
# <details><summary>Answer</summary>
#
# $\sqrt{0.8 \cdot 0.2 / 100} = 0.04$, four percentage points. The error falls with $\sqrt{n}$, so half of it takes 400 questions.
#
# </details>

# %% [markdown]
# **A week ago (day 15).** A least-squares fit leaves a residual. At which angle does it stand to the columns that were used, and what does that say about their dot products?
#
# <details><summary>Answer</summary>
#
# At a right angle to each of them: every dot product with a column is 0. Otherwise a little more of that column would bring the fit closer.
#
# </details>
#
# **Before that (day 1).** You compare 1,000 vectors with 1,000 others, each of 3 numbers. How many distances is that, as a power of ten, and how many bytes, at 8 bytes a distance?
#
# <details><summary>Answer</summary>
#
# $10^3 \cdot 10^3 = 10^6$ distances; $8 \cdot 10^6$ bytes, or 8 megabytes.
#
# </details>

# %% author=true
assert abs((0.8 * 0.2 / 100) ** 0.5 - 0.04) < 1e-12 and abs((0.8 * 0.2 / 400) ** 0.5 - 0.02) < 1e-12

# %% [markdown]
# The tools of the day: distances between colors (day 11), polynomial fits (day 15) and the standard error (day 21) come from your toolbox; pandas and seaborn you know from day 9, and a drawing of your own is checked as it was then.

# %%
from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from log2attn import data, figure, fresh_axes, read_axes, slider
from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION
from log2attn.toolbox import design, lstsq_normal, pairwise_dist, stderr_mean

# %% [markdown]
# ### Exercise · What one column leaves over
#
# *1 point · about 3 minutes · needs the residual of a fit (day 15)*
#
# Fit $\mathbf{y}$ by a multiple of one column, $w\,\mathbf{x}$, as well as possible. What is left is the residual, and its squared length is the price of the fit.
#
# **Before you code.** Fit $\mathbf{y} = (3, 1)$ on the column $\mathbf{x} = (2, 0)$. What is left, and how long is it, squared?
#
# <details><summary>Answer</summary>
#
# The shadow on $(2, 0)$ is $(3, 0)$. It leaves $(0, 1)$, with the squared length 1.
#
# </details>
#
# **Your task.** Write `review_22(x, y)`, the squared length of the residual. Two lines are enough.

# %% exercise="d22-review"
def review_22(x: np.ndarray, y: np.ndarray) -> float:
    """The squared length of what the best multiple of x leaves of y.

    x        (N,)  the column, not all zeros
    y        (N,)  what is fitted
    returns  a number, 0 if y is a multiple of x

    >>> round(float(review_22(np.array([2.0, 0.0]), np.array([3.0, 1.0]))), 6)
    1.0
    """
    ### BEGIN SOLUTION
    r = y - (x @ y) / (x @ x) * x
    return r @ r
    ### END SOLUTION


# %% visible="d22-review" points=0
# On the column (3, 4) the vector (1, 2) has the shadow (1.32, 1.76): (−0.32, 0.24) is
# left.
got = review_22(np.array([3.0, 4.0]), np.array([1.0, 2.0]))

assert got is not None, "review_22 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}. What turns a "
    f"vector into its squared length?"
)
assert np.isclose(got, 0.16, rtol=1e-9, atol=0), (
    f"0.32² + 0.24² = 0.16 is left, got {float(got):.4f}. Which multiple of (3, 4) "
    f"comes nearest to (1, 2)?"
)

# %% hidden="d22-review" points=1
# Hidden checks: columns of every length, 1 to 40 entries, y on the column and at a
# right angle to it; your arrays left as they were.
_rng = course_rng("d22-review")
for _n in (1, 2, 3, 5, 8, 13, 40):
    for _size in (1e-2, 1.0, 1e4):
        _x, _y = _size * _rng.normal(size=_n), _rng.normal(size=_n) * _rng.uniform(1, 9)
        _want = np.float64(np.sum((_y - _x * np.linalg.lstsq(_x[:, None], _y, rcond=None)[0]) ** 2))
        _gx, _gy = _x.copy(), _y.copy()
        _got = review_22(_gx, _gy)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-9), f"{_n} entries, a column of size {_size:g}: expected {_want:.6f}, got {_got}"
        assert (_gx == _x).all() and (_gy == _y).all(), "one of the caller's arrays was changed in place"
assert np.isclose(review_22(np.array([2, -1, 0]), np.array([1, 2, 3])), 14.0, rtol=1e-9, atol=0), "(1, 2, 3) stands at a right angle to (2, −1, 0): all of it is left"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### A puzzle: right 554 times out of 554
#
# Somebody who is color-blind would like a telephone to say the color of a shirt. An app does it: it knows the 554 colors of the xkcd survey whose names end in one of nine words, takes the one that is nearest to the shirt, and says that word.
#
# Here are 20 of the colors for each word. Which row will be hardest to tell from the others?

# %%
rgb, labels, names = data.color_families()
fig, ax = plt.subplots(figsize=(7.6, 3.6))
ax.imshow([rgb[labels == k][:20] for k in range(9)], aspect="auto")
ax.set(yticks=range(9), yticklabels=names, xticks=[], xlabel="20 colors of each name")
ax.grid(False)
figure(fig, alt=(
    "Nine rows of 20 color patches, one for each name. The grey row holds bluish, "
    "greenish and brownish patches that resemble patches of other rows."
))

# %% [markdown]
# Its makers tried the app on the whole list. `pairwise_dist` gives the distance of each of the 554 colors from each, `argmin` the nearest one, and `labels` holds the right word, as a number from 0 to 8.

# %%
gaps = pairwise_dist(rgb, rgb)
said = labels[gaps.argmin(axis=1)]
print("right:", (said == labels).sum(), "of", len(labels))

# %% author=true
assert (said == labels).sum() == len(labels) == 554 and len(names) == 9

# %% [markdown]
# 554 of 554. **Write down your guess**: how often will it be right about a shirt that is on no list? You have the answer at the end of this part.
#
# ### Idea 1 · A test that the model has not seen
#
# The nearest of the 554 colors to a color on the list is that color itself, at distance 0. The test asked the app to recite. What we want to know is what it says about colors it has *not* seen.
#
# So hide the answer: leave each color out while it is being tested. That is day 10's leave-one-out. Here it takes one line: nothing is at distance 0 from itself any more.

# %%
hidden = gaps.copy()
np.fill_diagonal(hidden, np.inf)  # row i, column i: a color and itself
said = labels[hidden.argmin(axis=1)]
right = said == labels
print(f"right: {right.sum()} of 554 = {right.mean():.3f}")
print(f"standard error: {stderr_mean(right):.3f}")
print(f"always saying green: {(labels == 0).mean():.3f}")

# %% author=true
assert right.sum() == 494 and f"{right.mean():.3f}" == "0.892" and f"{stderr_mean(right):.3f}" == "0.013"
assert f"{(labels == 0).mean():.3f}" == "0.309"

# %% [markdown]
# 89.2 %, give or take a standard error of 1.3 points. The examples from which a model learns are its **training data**, the others are **test data**, and the share of right answers is the **accuracy**. An accuracy needs a **baseline** beside it, the result of having learned nothing: saying *green* to everything is right in 30.9 %.
#
# Now let the $k$ nearest colors vote, and compare both tests for several $k$. (`np.bincount` counts how often each of 0, 1, 2, … occurs.) Before you run it: which of the two curves can you see without testing honestly?

# %%
ks = [1, 3, 5, 9, 15, 25, 51, 101]


def vote(gaps, k):
    near = labels[np.argsort(gaps, axis=1, kind="stable")[:, :k]]
    return np.array([np.bincount(row).argmax() for row in near])


fig, ax = plt.subplots(figsize=(6.2, 3.4))
for table, name in ((gaps, "on its own training data"), (hidden, "left out")):
    ax.plot(ks, [(vote(table, k) == labels).mean() for k in ks], marker="o", label=name)
ax.set(xscale="log", xticks=ks, xticklabels=ks, xlabel="k, neighbors that vote")
ax.set(ylabel="accuracy")
ax.minorticks_off()
ax.legend()
figure(fig, alt=(
    "Accuracy against k. On the training data it falls from 1.00 at k = 1; left out, "
    "it starts at 0.89 and falls slowly. From k = 15 on the curves run close together."
))

# %% author=true
_own, _out = ([(vote(_g, _k) == labels).mean() for _k in ks] for _g in (gaps, hidden))
assert _own[0] == 1 and np.isclose(_own[4] - _out[4], 0.029, atol=5e-4) and np.isclose(_out[0], max(_out))
assert np.isclose(_own[1], 0.951, atol=5e-4) and np.isclose(_out[1], 0.875, atol=5e-4)

# %% [markdown]
# Only the upper one, and it would choose well here by accident: it says $k = 1$ is perfect. The more freely a model can follow its training data, the less the score on them says: the gap is 11 points at $k = 1$, 3 at $k = 15$.
#
# ### Idea 2 · Folds, and how they leak
#
# Leaving out one at a time trains a model 554 times. For a model that takes an hour we cut the data into $k$ parts, the **folds** (a new $k$; neighbors are no longer meant): each part is the test once, while the others train. This is **k-fold cross-validation**. Why must the examples be shuffled first?

# %%
order = np.random.default_rng(22).permutation(12)  # 0 … 11, shuffled
fig, ax = plt.subplots(figsize=(7.2, 2.6))
for fold, test in enumerate(np.array_split(order, 4)):  # four parts of 3
    ax.scatter(np.arange(12), np.full(12, fold), s=40, color=GRAY, marker="_")
    ax.scatter(test, np.full(3, fold), s=110, color=VERMILLION, marker="s")
ax.set(xticks=range(12), xlabel="example", yticks=range(4), ylabel="fold")
ax.set(title="squares: test; dashes: training")
ax.invert_yaxis()
figure(fig, alt=(
    "Four rows of twelve examples. In each row three are squares, the test, and nine "
    "are dashes. Every example is a square in exactly one row."
))

# %% [markdown]
# Every column has one square: each example is tested once, by a model that has not seen it. If a list is sorted, by name or by date, an unshuffled fold can hold all of a class, and the training data none. You will measure that in part 3.
#
# Shuffling does not help when an example has a twin. Suppose that every shirt was photographed twice, with a little noise between, and one photo of each landed in the test:

# %%
rng = np.random.default_rng(22)
second_photo = rgb + rng.normal(scale=0.01, size=rgb.shape)
nearest = pairwise_dist(second_photo, rgb).argmin(axis=1)
print(f"accuracy: {(labels[nearest] == labels).mean():.3f}")

# %% author=true
assert 0.98 < (labels[nearest] == labels).mean() < 1

# %% [markdown]
# Almost perfect again, with no color on both sides. What has reached the training data that should not be known there is a **leak**: copies, near-copies, other pages of the same patient, tomorrow's price. Ask of every test: would I have had this on the day on which the model was made?
#
# ### Idea 3 · Which mistakes?
#
# One number hides who pays. Count every pair of a true word and a said word: this table is the **confusion matrix**. `pd.crosstab` counts, `sns.heatmap` paints the counts (here 20 and more look alike). Which word is lost most often, and to which others?

# %%
words = np.array(names)
table = pd.crosstab(words[labels], words[said])  # rows: true, columns: said
fig, ax = plt.subplots(figsize=(6.4, 4.2))
sns.heatmap(table, ax=ax, cmap="viridis", vmax=20, annot=True, fmt="d", cbar=False)
ax.set(xlabel="said", ylabel="true")
figure(fig, alt=(
    "Confusion matrix of nine color words. Most counts lie on the diagonal, green 164 "
    "of 171. Of 26 greys 13 are said right; 5 become blue, 3 purple."
))

# %% author=true
assert table.loc["grey", "grey"] == 13 and table.loc["grey"].sum() == 26 and table["grey"].sum() == 20
assert table.loc["grey", "blue"] == 5 and table.loc["grey", "purple"] == 3 and table.loc["green", "green"] == 164

# %% [markdown]
# Grey. Of 26 greys the app finds 13, the **true positives**, TP; it misses the 13 others, the **false negatives**, FN. And of the 20 colors that it calls grey, 7 are not: **false positives**, FP. Two shares come out of this:
#
# $$ \text{precision} = \frac{\text{TP}}{\text{TP} + \text{FP}} = \frac{13}{20}, \qquad \text{recall} = \frac{\text{TP}}{\text{TP} + \text{FN}} = \frac{13}{26}. $$
#
# In words: precision is how often it is right when it says *grey*, a share of a column; recall is how many of the greys it finds, a share of a row. Which of them suffers if the app says grey more often?

# %% [markdown]
# <details><summary>Answer</summary>
#
# As a rule precision: more greys are found, and more false alarms come with them. Saying grey always has the recall 1 and the precision 26/554.
#
# </details>
#
# One number for both, when one must have it, is **F1**, for precision $P$ and recall $R$:
#
# $$ F_1 = \frac{2PR}{P + R} = \frac{2\,\text{TP}}{2\,\text{TP} + \text{FP} + \text{FN}}. $$
#
# In words: twice the product over the sum, or twice the hits over the colors called grey plus the greys there are. It stays near the smaller one: with $P = 1$ and $R = 0.02$ the mean is 0.51, F1 is 0.04.

# %%
P, R = 13 / 20, 13 / 26
print("F1:", round(2 * P * R / (P + R), 3), round(2 * 13 / (2 * 13 + 7 + 13), 3))

# %% author=true
assert np.isclose(2 * P * R / (P + R), 26 / 46) and round(2 * 1 * 0.02 / 1.02, 2) == 0.04 and (1 + 0.02) / 2 == 0.51

# %% [markdown]
# ### Idea 4 · Move the bar
#
# Grey means that the three lamps are nearly equal. So here is another detector: score a color by minus the distance of its highest from its lowest lamp, 0 for a perfect grey, and say *grey* above a bar $t$. But which bar? A low one finds every grey and raises false alarms.
#
# Take seven shirts. The greys score 0.9, 0.7 and 0.4, the others 0.8, 0.4, 0.3 and 0.1. Put the greys up the side and the others along the bottom, best first, and look at each pair. In how many of the 12 does the grey score higher?

# %%
greys, others = np.array([0.9, 0.7, 0.4]), np.array([0.8, 0.4, 0.3, 0.1])
won = (greys[:, None] > others) + 0.5 * (greys[:, None] == others)
path = np.array([[0, 0], [0, 1], [1, 1], [1, 2], [2, 3], [3, 3], [4, 3]])
fig, ax = plt.subplots(figsize=(5.4, 3.6))
ax.imshow(won, origin="lower", extent=(0, 4, 0, 3), cmap="cividis", alpha=0.4)
for k in range(12):
    ax.text(k % 4 + 0.7, k // 4 + 0.3, f"{won[k // 4, k % 4]:g}")
ax.plot(path[:, 0], path[:, 1], "-o", color=VERMILLION)
ax.set(xticks=np.arange(4) + 0.5, xticklabels=others, xlabel="score of the other")
ax.set(yticks=np.arange(3) + 0.5, yticklabels=greys, ylabel="score of the grey")
ax.grid(False)
figure(fig, alt=(
    "A board of 3 by 4 pairs, 9 won, one tied, 2 lost. A path from corner to corner "
    "separates won from lost pairs; it crosses the tied one along its diagonal."
))

# %% author=true
assert won.sum() == 9.5 and (won == 1).sum() == 9 and (won == 0.5).sum() == 1

# %% [markdown]
# In 9, and one pair is tied. Now the path: lower the bar from above all scores. Each grey that it passes is a step up, each other shirt a step to the right, a tie both at once. The path parts the pairs that are won from those that are lost.
#
# Divide the height by the number of greys and the width by the number of others: the height is the recall, also called hit rate, the width the **false-alarm rate**. This is the **ROC curve** (a name from radar engineering: receiver operating characteristic), and the area under it, the **AUC**, needs no bar at all:

# %% [markdown]
# $$ \text{AUC} = \frac{\text{pairs won} + \frac12\,\text{pairs tied}}{\text{all pairs}} = \frac{9.5}{12} \approx 0.79. $$
#
# In words: of all pairs of a positive and a negative example, the share in which the positive one scores higher, a tie counting half. A perfect score has 1, a coin ½.
#
# Now the 554 colors: `score` is the second detector, and a list of bars from −1 to 0 makes the curve, one pair of rates for each. The highest bar lies above all scores, so the curve begins at the lower left.

# %%
print("AUC of the seven shirts:", won.mean().round(3), "=", round(9.5 / 12, 3))
grey = labels == names.index("grey")
score = -(rgb.max(axis=1) - rgb.min(axis=1))
bars = np.linspace(-1.0, 0.01, 400)
recall = [(score[grey] >= t).mean() for t in bars]
alarms = [(score[~grey] >= t).mean() for t in bars]

# %% author=true
assert won.mean() == 9.5 / 12

# %% [markdown]
# The next function draws both views of one bar, for the figure below and for the slider: on the left the scores of the greys and of the rest, on the right the point on the curve that belongs to the bar.

# %%
def bar_at(left, right, t):
    groups = [score[grey], score[~grey]]
    left.hist(groups, bins=20, density=True, label=["grey", "rest"])
    left.axvline(t, color=INK, linestyle="--")
    right.plot(alarms, recall, color=BLUE)
    hit, alarm = [(group >= t).mean() for group in groups]
    right.plot(alarm, hit, "o", color=VERMILLION)
    right.set_title(f"bar at {t:.2f}")


# %% [markdown]
# Three bars, with their scores above and their point of the curve below. Greys are few, 26 against 528, so the histograms show shares. Which of the three bars would you choose for the shirt app?

# %%
fig, axes = plt.subplots(2, 3, figsize=(9.6, 5.2))
for (left, right), t in zip(axes.T, (-0.05, -0.15, -0.4), strict=True):
    bar_at(left, right, t)
    left.set(xlabel="score", ylabel="share (per unit)")
    right.set(xlabel="false-alarm rate", ylabel="recall")
axes[0, 0].legend()
figure(fig, alt=(
    "Above: greys score near 0, the rest spreads down to −1. Below: the same ROC "
    "curve, close to the upper left corner, with a point that moves up and right as "
    "the bar falls."
))

# %% [markdown]
# The middle one. At −0.05 most greys are missed; at −0.4 a third of the others raise an alarm. Drag the bar: where is the first one that finds all greys?

# %%
def draw(t):
    fig, (left, right) = plt.subplots(1, 2, figsize=(9.0, 3.4))
    bar_at(left, right, t)
    left.set(xlabel="score", ylabel="share (per unit)")
    right.set(xlabel="false-alarm rate", ylabel="recall")
    return fig


slider(draw, alt=(
    "Scores of greys and of other colors with a movable bar, and the point on the ROC "
    "curve that belongs to the bar."
), t=(-0.6, 0.0, 0.01, -0.15))

# %% [markdown]
# ### Exercise · The share of pairs in the right order
#
# *3 points · about 9 minutes · needs a new axis (day 11)*
#
# (The first bar that finds all greys stands at −0.19.) You have the picture; now count the board for any scores. No bar, no curve: compare every positive example with every negative one.
#
# **Before you code.** What is the AUC if all scores are equal? And if every score gets the opposite sign?
#
# <details><summary>Answer</summary>
#
# All pairs are tied, so ½. With opposite signs every pair turns around: AUC becomes 1 − AUC.
#
# </details>
#
# **Your task.** Write `auc_by_pairs(scores, y)`, with `y` 1 for positive and 0 for negative examples. Three lines are enough.

# %% exercise="d22-auc_by_pairs"
def auc_by_pairs(scores: np.ndarray, y: np.ndarray) -> float:
    """The share of pairs, one positive and one negative, that the scores put in order.

    scores   (N,)  a higher score means more likely positive
    y        (N,)  1 for positive, 0 for negative; at least one of each
    returns  a number from 0 to 1; a tied pair counts one half

    >>> float(auc_by_pairs(np.array([0.9, 0.2, 0.5]), np.array([1, 0, 0])))
    1.0
    """
    ### BEGIN SOLUTION
    up, down = scores[y == 1], scores[y == 0]
    won = (up[:, None] > down) + 0.5 * (up[:, None] == down)
    return won.mean()
    ### END SOLUTION


# %% visible="d22-auc_by_pairs" points=1
# The seven shirts, in another order: 9 of 12 pairs won, one tied. Then one tie alone.
got = auc_by_pairs(
    np.array([0.4, 0.9, 0.3, 0.8, 0.7, 0.1, 0.4]), np.array([1, 1, 0, 0, 1, 0, 0])
)
got_tie = auc_by_pairs(np.array([2.0, 2.0]), np.array([0, 1]))

assert got is not None, "auc_by_pairs returned None. Is a return statement missing?"
assert np.ndim(got) == 0, (
    f"One number judges all the scores, got something of shape {np.shape(got)}. What "
    f"becomes of the board at the end?"
)
assert np.isclose(got, 9.5 / 12, rtol=1e-9, atol=0), (
    f"9 pairs won and 1 tied of 3 · 4: expected 9.5/12 = {9.5 / 12:.4f}, got "
    f"{float(got):.4f}. How many pairs do you compare, and what is a tie worth?"
)
assert np.isclose(got_tie, 0.5, rtol=1e-9, atol=0), (
    f"One pair, and it is tied: expected 0.5, got {float(got_tie):.4f}."
)

# %% hidden="d22-auc_by_pairs" points=2
# Hidden checks: many sizes, many ties, few positives, negative and very large scores,
# whole numbers, labels in any order; your arrays left as they were.
from scipy.stats import rankdata as _ranks

_rng = course_rng("d22-auc_by_pairs")


def _by_ranks(s, y):
    p = int((y == 1).sum())
    return np.float64((_ranks(s)[y == 1].sum() - p * (p + 1) / 2) / (p * (len(y) - p)))


for _n in (2, 3, 5, 9, 20, 60, 150):
    for _kind in ("floats", "ties", "large", "whole", "float32"):
        _y = _rng.permutation(np.append(np.array([0, 1]), (_rng.uniform(size=_n - 2) < _rng.uniform(0.1, 0.9)).astype(int)))
        _s = _rng.normal(size=_n) + _y
        if _kind == "ties":
            _s = np.round(_s)
        elif _kind == "large":
            _s = 1e4 * _s - 3e4
        elif _kind == "whole":
            _s = _rng.integers(0, 6, size=_n)
        elif _kind == "float32":
            _s = _s.astype(np.float32)
        _want, _gs, _gy = _by_ranks(_s, _y), _s.copy(), _y.copy()
        _got = auc_by_pairs(_gs, _gy)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-9), f"{_n} scores ({_kind}), {_y.sum()} of them positive: expected {_want:.6f}, got {_got}"
        assert (_gs == _s).all() and (_gy == _y).all(), "one of the caller's arrays was changed in place"

_s, _y = np.array([200, 10, 200, 255], dtype=np.uint8), np.array([1, 1, 0, 0])
assert np.isclose(auc_by_pairs(_s, _y), 0.125, rtol=1e-9, atol=0), "scores of type uint8, which have no sign: 200 and 10 against 200 and 255 tie 1 pair of 4 and win none"
_close = np.array([0.5, 0.5 + 1e-12, 0.5 - 1e-12])
assert np.isclose(auc_by_pairs(_close, np.array([0, 1, 0])), 1.0, rtol=1e-9, atol=0), "scores that differ by 1e-12 differ: this is no tie"

# %% [markdown]
# ### The answer to the puzzle
#
# The app recited: 100 % was the share of colors that are nearest to themselves. On colors it has not seen it is right in 89.2 %, give or take 1.3 points, against 30.9 % for a machine that always says green. And it finds only half of the greys.
#
# The bar at −0.15 does better there, by looking at one thing only: it finds 20 of the 26 greys and takes 4 of the 528 others for grey; its score has an AUC of 0.992. One caution: we chose this rule after we had seen these colors. An honest number for it would need new ones.

# %% author=true
_won = (score[grey][:, None] > score[~grey]) + 0.5 * (score[grey][:, None] == score[~grey])
assert f"{_won.mean():.3f}" == "0.992" and grey.sum() == 26
assert [int(((score >= t) & grey).sum()) for t in (-0.05, -0.15, -0.2, -0.4)] == [6, 20, 26, 26]
assert [int(((score >= t) & ~grey).sum()) for t in (-0.05, -0.15, -0.2, -0.4)] == [0, 4, 34, 174]
assert -0.19 < score[grey].min() < -0.18

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · Every example is tested once
#
# *3 points · about 9 minutes · needs folds (idea 2) and an `rng` (day 21)*
#
# Cut `n` examples into `k` folds whose sizes differ by one at most. For each fold give back two arrays of places (0 to n − 1): the training part and the test part. `rng.permutation(n)` shuffles 0 … n − 1, `np.array_split(a, k)` cuts an array into k parts, `np.concatenate` joins a list of arrays.
#
# **Before you code.** With n = 7 and k = 3, how large are the folds? In how many training parts does each example stand?
#
# <details><summary>Answer</summary>
#
# 3, 2 and 2. In two: each example is tested once and trains the other two times.
#
# </details>
#
# **Your task.** Write `kfold(n, k, rng)`, a list of `k` pairs `(train, test)`. Shuffle once. Three or four lines are enough.

# %% exercise="d22-kfold"
def kfold(
    n: int, k: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Cut n examples at random into k folds, each of which is the test once.

    n        number of examples
    k        number of folds, 2 ≤ k ≤ n
    rng      shuffles the examples
    returns  k pairs (train, test) of whole-number arrays, places from 0 to n − 1

    >>> folds = kfold(7, 3, np.random.default_rng(0))
    >>> sorted((len(train), len(test)) for train, test in folds)
    [(4, 3), (5, 2), (5, 2)]
    """
    ### BEGIN SOLUTION
    folds = np.array_split(rng.permutation(n), k)
    pairs = []
    for i in range(k):
        pairs.append((np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]))
    return pairs
    ### END SOLUTION


# %% visible="d22-kfold" points=1
# Seven examples in three folds: each is tested once, and never trains its own test.
got = kfold(7, 3, np.random.default_rng(3))

assert got is not None, "kfold returned None. Did you forget the return statement?"
assert len(got) == 3 and all(len(pair) == 2 for pair in got), (
    "Three folds make a list of three pairs (train, test)."
)
tests = [np.asarray(test).tolist() for _, test in got]
sizes = sorted(len(test) for test in tests)
assert sizes == [2, 2, 3], (
    f"7 examples in 3 folds: two folds of 2 and one of 3, got {sizes}. Where does the "
    f"remainder go, and which of the two arrays is the test?"
)
assert sorted(i for test in tests for i in test) == list(range(7)), (
    f"Each of the places 0 to 6 should be tested once; your folds test {tests}."
)
for (train, _), test in zip(got, tests, strict=True):
    train = np.asarray(train).tolist()
    assert not set(train) & set(test), (
        f"The places {sorted(set(train) & set(test))} train and are tested in the same "
        f"fold. What do we want to know of a test?"
    )
    assert sorted(train + test) == list(range(7)), (
        f"What is not tested trains: with the test {test} you train on {sorted(train)}."
    )

# %% hidden="d22-kfold" points=2
# Hidden checks: many n and k (also k = n), whole-number arrays, the same rng seed gives
# the same folds, another one others; every two examples meet equally often.
_rng = course_rng("d22-kfold")
for _n, _k in ((2, 2), (5, 5), (6, 4), (9, 2), (10, 3), (23, 7), (40, 6)):
    _seed = int(_rng.integers(1, 10**6))
    _got = kfold(_n, _k, np.random.default_rng(_seed))
    assert len(_got) == _k, f"{_k} folds make {_k} pairs, got {len(_got)}"
    _parts = [(np.asarray(_a), np.asarray(_b)) for _a, _b in _got]
    for _train, _test in _parts:
        assert _train.dtype.kind in "iu" and _test.dtype.kind in "iu", f"places are whole numbers, got {_train.dtype} and {_test.dtype}"
        assert sorted(_train.tolist() + _test.tolist()) == list(range(_n)), f"n = {_n}, k = {_k}: a test and its training part hold every place once; got {_train} and {_test}"
    _tested = [_i for _, _test in _parts for _i in _test.tolist()]
    assert sorted(_tested) == list(range(_n)), f"n = {_n}, k = {_k}: every place is tested once, yours are {_tested}"
    _sizes = [len(_test) for _, _test in _parts]
    assert max(_sizes) - min(_sizes) <= 1, f"n = {_n}, k = {_k}: sizes differ by one at most, got {_sizes}"
    _again = [np.asarray(_b).tolist() for _, _b in kfold(_n, _k, np.random.default_rng(_seed))]
    assert _again == [_b.tolist() for _, _b in _parts], "the same seed should give the same folds: is rng the only source of chance?"

_n, _k, _reps = 8, 3, 1000
_shared = np.random.default_rng(int(_rng.integers(1, 10**6)))
_meet, _first = np.full((_n, _n), 0.0), np.full(_n, 0.0)
for _ in range(_reps):
    for _, _test in kfold(_n, _k, _shared):
        for _i in np.asarray(_test).tolist():
            _meet[_i, np.asarray(_test)] += 1 / _reps
            _first[_i] += (len(_test) == 2) / _reps
_want = (3 * 2 + 3 * 2 + 2 * 1) / (8 * 7)
_off = _meet[~np.eye(_n, dtype=bool)]
assert np.allclose(_off, _want, rtol=0, atol=0.09), f"over {_reps} shufflings two places should meet in a fold with the chance {_want:.2f}; some meet with {_off.min():.2f}, some with {_off.max():.2f}"
assert np.allclose(_first, 0.25, rtol=0, atol=0.08), "some places end up in the smallest fold more often than others"

# %% [markdown]
# Now your folds judge the app, on the colors in random order. Before you run it: will the share be above or below the 89.2 % of leaving one out, and why?

# %%
def fold_accuracy(folds):
    hits = 0
    for train, test in folds:
        nearest = pairwise_dist(rgb[test], rgb[train]).argmin(axis=1)
        hits += (labels[train][nearest] == labels[test]).sum()
    return (hits / 554).round(3)


try:
    print("your folds:", fold_accuracy(kfold(554, 5, np.random.default_rng(22))))
except NotImplementedError:
    print("Write kfold first, then run this cell again.")

# %% [markdown]
# Five folds say about 88 %, a little less than leaving one out, since each model has seen only four fifths of the colors. And a list that is sorted by name, cut without shuffling? When the test is nothing but green, what does the training data hold?

# %%
by_name = np.argsort(labels, kind="stable")  # all greens first, then all blues …
runs = np.array_split(np.arange(554), 5)
unshuffled = [(np.delete(by_name, run), by_name[run]) for run in runs]
print("sorted, not shuffled:", fold_accuracy(unshuffled))

# %% author=true
assert fold_accuracy(unshuffled) == 0.569 and (labels[by_name[runs[0]]] == 0).all()
_runs = [fold_accuracy(kfold(554, 5, np.random.default_rng(_seed))) for _seed in range(10)]
assert 0.86 < min(_runs) and max(_runs) < 0.9

# %% [markdown]
# 56.9 %: the same model, the same colors. The first fold is nothing but greens, so few greens are left to learn from. The list was never wrong; the cut was.

# %% author=true
# lint: square-only — a confusion matrix is square

# %% [markdown]
# ### Exercise · Precision and recall from a table of counts
#
# *3 points · about 11 minutes · needs the confusion matrix*
#
# For class `k` of a confusion matrix (a class this time, not a number of folds), whose rows are the truth, compute precision, recall and F1. A class that is never said, or that never occurs, makes 0/0. By convention that counts as 0.
#
# **Before you code.** A rare disease: 1 of 1,000 people has it, and a lazy test says *healthy* to all. Its accuracy? Its precision, recall and F1 for the class *ill*?
#
# <details><summary>Answer</summary>
#
# Accuracy 99.9 %. Precision is 0/0, counted as 0; recall 0/1 = 0; F1 is 0.
#
# </details>
#
# **Your task.** Write `prf(cm, k)`, which returns `(precision, recall, f1)`. Six lines are enough.

# %% exercise="d22-prf"
def prf(cm: np.ndarray, k: int) -> tuple[float, float, float]:
    """Precision, recall and F1 of one class.

    cm       (K, K)  counts: row the true class, column the class that was said
    k        the class, 0 to K − 1
    returns  (precision, recall, f1), each from 0 to 1; 0/0 counts as 0

    >>> p, r, f1 = prf(np.array([[3, 1], [2, 4]]), 0)
    >>> round(float(p), 4), round(float(r), 4), round(float(f1), 4)
    (0.6, 0.75, 0.6667)
    """
    ### BEGIN SOLUTION
    hits, said, there = cm[k, k], cm[:, k].sum(), cm[k].sum()
    if hits == 0:
        return 0.0, 0.0, 0.0
    return hits / said, hits / there, 2 * hits / (said + there)
    ### END SOLUTION


# %% visible="d22-prf" points=1
# Class 1: said 3 + 6 + 1 = 10 times, 6 of them rightly; there are 2 + 6 + 0 = 8.
counts = np.array([[5, 3, 0], [2, 6, 0], [1, 1, 0]])
got, got_never = prf(counts, 1), prf(counts, 2)

assert got is not None, "prf returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    f"Three numbers (precision, recall, f1) are expected, got {got}."
)
assert np.isclose(got[0], 0.6, rtol=1e-9, atol=0), (
    f"Of 10 that were called class 1, 6 are: precision 0.6, got {float(got[0]):.4f}. "
    f"Is what was said a row or a column?"
)
assert np.isclose(got[1], 0.75, rtol=1e-9, atol=0), (
    f"Of 8 in class 1, 6 were found: recall 0.75, got {float(got[1]):.4f}."
)
assert np.isclose(got[2], 2 / 3, rtol=1e-9, atol=0), (
    f"F1 = 2 · 0.6 · 0.75 / 1.35 = 0.6667, got {float(got[2]):.4f}. Is it a mean, or "
    f"twice the product over the sum?"
)
assert np.allclose(got_never, 0, rtol=0, atol=1e-12), (
    f"Class 2 is never said: precision, recall and F1 count as 0, got "
    f"{np.round(got_never, 4)}."
)

# %% hidden="d22-prf" points=2
# Hidden checks: 2 to 7 classes, every class, classes never said or never there, large
# counts, counts with a point; your table left as it was.
from fractions import Fraction as _Fraction

_rng = course_rng("d22-prf")
for _K in (2, 3, 4, 7):
    for _kind in ("small", "sparse", "large", "floats"):
        _cm = _rng.integers(0, 9, size=(_K, _K)) * (_rng.uniform(size=(_K, _K)) < 0.4 if _kind == "sparse" else 1)
        if _kind == "large":
            _cm = _cm * 10**14
        if _kind == "sparse":
            _cm[:, _K - 1] = 0
            _cm[0] = 0
        if _kind == "floats":
            _cm = _cm.astype(float)
        for _k in range(_K):
            _rows = [[int(_v) for _v in _row] for _row in _cm.tolist()]
            _tp = _rows[_k][_k]
            _fp, _fn = sum(_rows[_i][_k] for _i in range(_K)) - _tp, sum(_rows[_k]) - _tp
            _want = [float(_Fraction(_a, _b)) if _b else 0.0 for _a, _b in ((_tp, _tp + _fp), (_tp, _tp + _fn), (2 * _tp, 2 * _tp + _fp + _fn))]
            _given = _cm.copy()
            _got = prf(_given, _k)
            assert np.shape(_got) == (3,), f"three numbers are expected, got {_got}"
            assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"class {_k} of\n{_cm}\nexpected precision, recall, f1 = {np.round(_want, 4)}, got {_got}"
            assert (_given == _cm).all(), "the caller's table was changed in place"

# %% [markdown]
# ### Two ways to be wrong
#
# Why does a freer model do better in training and worse in the test? Fit polynomials (day 15) to 15 noisy readings of a curve, for each degree 300 times with fresh noise, and measure the error twice: on the readings that were fitted, and on new ones at the same places.

# %%
xs = np.linspace(-1, 1, 15)
truth = np.sin(3 * xs)


def noisy(rng):
    return truth + rng.normal(scale=0.4, size=15)


def errors_of(degree, rng):
    y, fresh, X = noisy(rng), noisy(rng), design(xs, degree)
    yhat = X @ lstsq_normal(X, y)
    return ((y - yhat) ** 2).mean(), ((fresh - yhat) ** 2).mean()


# %% [markdown]
# Every degree has its two mean errors now. Before you run the cell, sketch the two curves from degree 0 to 10. Which degree would you choose by the first of them, and which by the second?

# %%
rng = np.random.default_rng(22)
errors = [np.mean([errors_of(d, rng) for _ in range(300)], axis=0) for d in range(11)]
fig, ax = plt.subplots(figsize=(6.0, 3.2))
ax.plot(range(11), errors, marker="o", label=["fitted readings", "new readings"])
ax.set(xlabel="degree", ylabel="mean squared error", ylim=(0, 0.7))
ax.legend()
figure(fig, alt=(
    "Mean squared error against degree. On fitted readings it falls all the way; on "
    "new readings it is lowest at degree 3 and rises slowly after it."
))

# %% author=true
_train, _fresh = np.array(errors).T
assert (np.diff(_train) < 0.005).all() and _fresh.argmin() == 3 and _fresh[10] > 1.15 * _fresh[3]

# %% [markdown]
# The first curve says *the freer the better*, the second chooses degree 3. A model misses in two ways. Its **bias** is how far its mean prediction, over many data sets, is from the truth: a line cannot follow a wave. Its **variance** is how much it wobbles from one data set to the next: a free model follows the noise. Training data hides the second.

# %% [markdown]
# ### In a real model: the exam was in the textbook
#
# A language model is trained on much of the web, and tests stand on the web, with their answers: **contamination**, a leak at scale. For GPT-3, Brown and others (2020) looked for stretches of 13 words that a test shares with the training text. They had meant to remove them beforehand; a bug left some in, and training again was too expensive.
#
# Zhang and others (2024) had people write new school problems in the style of GSM8k, a well-known test. Some models lost several points on them, the best ones hardly any. A near-copy is the twin photo of today: the score goes up and nothing was learned.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain it
#
# In three or four sentences, without looking: why does a model that scores 100 % on its training data tell you nothing, and what would you ask a hospital that reports 97 % for its new model? Then compare.
#
# <details><summary>Answer</summary>
#
# It may have stored its examples; reciting needs no skill that carries over. I would ask how the test patients were chosen (can pages of one patient be on both sides, were they from a later year?), how often the commonest answer alone is right, how many of the ill are found and how many alarms are false, and how large the test was.
#
# </details>

# %% [markdown]
# ### Exercise · Draw the ROC curve
#
# *3 points · about 12 minutes · needs the board of pairs*
#
# Put the bar at each score in turn, highest first; every example *at* the bar or above is called positive. Each bar gives a point: the false-alarm rate across, the recall upward. Begin at $(0, 0)$, where the bar is above all scores. Draw the curve, the diagonal of a coin from $(0, 0)$ to $(1, 1)$, and name both axes.
#
# **Before you code.** Scores 3, 2, 2, 1 belong to a positive, a positive, a negative and a negative. Which points does the curve have? `np.unique` gives each score once, in rising order.
#
# <details><summary>Answer</summary>
#
# $(0, 0)$, $(0, 0.5)$, then $(0.5, 1)$, since the bar passes both 2s at once, and $(1, 1)$.
#
# </details>
#
# **Your task.** Write `draw_roc(ax, scores, y)`, with the methods of `ax`. Seven lines are enough.

# %% exercise="d22-draw_roc"
def draw_roc(ax: Axes, scores: np.ndarray, y: np.ndarray) -> None:
    """Draw the ROC curve of scores, the diagonal of a coin, and name both axes.

    ax       the Axes to draw on; nothing is returned
    scores   (N,)  a higher score means more likely positive
    y        (N,)  1 for positive, 0 for negative; at least one of each

    >>> ax = fresh_axes()
    >>> draw_roc(ax, np.array([3, 2, 2, 1]), np.array([1, 1, 0, 0]))
    >>> len(read_axes(ax)["lines"])
    2
    """
    ### BEGIN SOLUTION
    recall, alarms = [0.0], [0.0]
    for bar in np.unique(scores)[::-1]:
        recall.append((scores[y == 1] >= bar).mean())
        alarms.append((scores[y == 0] >= bar).mean())
    ax.plot(alarms, recall)
    ax.plot([0, 1], [0, 1], "--")
    ax.set(xlabel="false-alarm rate", ylabel="recall")
    ### END SOLUTION


# %% visible="d22-draw_roc" points=1
# The seven shirts: the path on the board, with its two sides made 1 long.
seven = np.array([0.4, 0.9, 0.3, 0.8, 0.7, 0.1, 0.4])
ax = fresh_axes()
draw_roc(ax, seven, np.array([1, 1, 0, 0, 1, 0, 0]))
seen = read_axes(ax)
assert seen["lines"], (
    "The given Axes has no line. Did you draw with the methods of ax, and not with plt?"
)
long = max(seen["lines"], key=lambda line: len(line["x"]))  # most points
at = [
    (round(float(a), 4), round(float(r), 4))
    for a, r in zip(long["x"], long["y"], strict=True)
]
assert max(max(pair) for pair in at) <= 1, f"Rates are at most 1; you draw {at}."
for point, what in (
    ((0, 0), "Above all scores nobody is called positive"),
    ((0, 0.3333), "At the bar 0.9 one of three positives is found, no false alarm"),
    ((0.25, 0.6667), "At the bar 0.7 the 0.8 has raised a false alarm, one of four"),
    ((0.5, 1), "At the bar 0.4 a positive and a negative come in together"),
    ((1, 1), "Below all scores everybody is called positive"),
):
    assert point in at, f"{what}: the point {point} is missing. Your curve: {at}"
assert (0.25, 1) not in at and (0.5, 0.6667) not in at, (
    "The two scores of 0.4 are passed one after the other. A bar passes both at once."
)
ends = [
    sorted(zip(k["x"], k["y"], strict=True)) for k in seen["lines"] if k is not long
]
assert [(0, 0), (1, 1)] in [[pair[0], pair[-1]] for pair in ends], (
    "Where is the diagonal of the coin, from (0, 0) to (1, 1)?"
)
assert seen["xlabel"] and seen["ylabel"], "Both axes need a name."

# %% hidden="d22-draw_roc" points=2
# Hidden checks: other scores, with and without ties, all tied, few positives; the same
# demands; your arrays left as they were.
_rng = course_rng("d22-draw_roc")


def _corners(s, y):
    _tops = sorted(set(s.tolist()), reverse=True)
    _at = [(0.0, 0.0)]
    for _t in _tops:
        _up = sum(1 for _a, _b in zip(s.tolist(), y.tolist(), strict=True) if _a >= _t and _b == 1)
        _right = sum(1 for _a, _b in zip(s.tolist(), y.tolist(), strict=True) if _a >= _t and _b == 0)
        _at.append((_right / int((y == 0).sum()), _up / int((y == 1).sum())))
    return np.array(_at)


def _on(line, want):
    _xy = np.column_stack([line["x"], line["y"]])
    _along, _far = _xy.sum(axis=1), want.sum(axis=1)
    if _along[0] > _along[-1]:
        _xy, _along = _xy[::-1], _along[::-1]
    _ordered = (np.diff(_along) >= -1e-9).all() and abs(_along[0]) < 1e-9 and abs(_along[-1] - 2) < 1e-9
    return bool(_ordered and np.allclose(_xy[:, 0], np.interp(_along, _far, want[:, 0]), rtol=0, atol=1e-9) and np.allclose(np.interp(_far, _along, _xy[:, 0]), want[:, 0], rtol=0, atol=1e-9))


for _n in (2, 3, 6, 15, 60):
    for _kind in ("floats", "ties", "equal", "whole"):
        _y = _rng.permutation(np.append(np.array([0, 1]), (_rng.uniform(size=_n - 2) < _rng.uniform(0.1, 0.9)).astype(int)))
        _s = {"floats": _rng.normal(size=_n) - 3, "ties": np.round(_rng.normal(size=_n) + _y), "equal": np.full(_n, 7.5), "whole": 100 * _rng.integers(-3, 4, size=_n)}[_kind]
        _want, _gs, _gy, _ax = _corners(_s, _y), _s.copy(), _y.copy(), fresh_axes()
        draw_roc(_ax, _gs, _gy)
        assert (_gs == _s).all() and (_gy == _y).all(), "one of the caller's arrays was changed in place"
        _seen = read_axes(_ax)
        _fits = [_i for _i, _line in enumerate(_seen["lines"]) if _on(_line, _want)]
        assert _fits, f"{_n} scores ({_kind}): no line runs through {_want.round(3).tolist()}"
        _coins = [_i for _i, _line in enumerate(_seen["lines"]) if np.allclose(_line["x"], _line["y"], rtol=0, atol=1e-9) and abs(_line["x"].min()) < 1e-9 and abs(_line["x"].max() - 1) < 1e-9]
        assert len(set(_fits + _coins)) >= 2 and _coins, "the diagonal of the coin is missing"
        assert _seen["xlabel"] and _seen["ylabel"], "an axis has no name"

# %% [markdown]
# Look at your curve for the grey detector: how far from the corner is it, and from the coin? Before you unfold the answer below the figure: how would the curve of a useless score look, and that of one that is always wrong?

# %%
try:
    ax = fresh_axes()
    draw_roc(ax, score, grey.astype(int))
    figure(ax.figure, alt=(
        "Your drawing: a curve that climbs steeply at the left edge, reaches recall 1 "
        "at a false-alarm rate of 0.06, far above the diagonal."
    ))
except NotImplementedError:
    print("Write draw_roc first, then run this cell again.")

# %% [markdown]
# <details><summary>Answer</summary>
#
# A useless score stays near the diagonal. One that is always wrong runs along the bottom and then up the right side: turn its sign around, and it is perfect.
#
# </details>
#
# ### Break it: a lower bar
#
# At −0.15 the detector has the precision 0.83 and the recall 0.77. **Predict** both for a bar at −0.20: which rises, which falls, and which falls more than the other rises? Then change `bar` and run again.

# %%
bar = -0.15
called = score >= bar
precision = (called & grey).sum() / called.sum()
recall = (called & grey).sum() / grey.sum()
print(f"precision {precision:.2f}, recall {recall:.2f}")

# %% author=true
assert f"{precision:.2f} {recall:.2f}" == "0.83 0.77"
# edit: "bar = -0.15" -> "bar = -0.20"
# then: recall == 1 and abs(precision - 26 / 60) < 1e-9

# %% [markdown]
# <details><summary>Answer</summary>
#
# Recall rises to 1, precision falls to 26/60 = 0.43. The last six greys cost 30 false alarms: there are twenty times as many others as greys, and a small share of many is many. Day 19's rare disease was the same.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. A score on training data measures memory; only unseen data measures the model.
# 2. k folds test every example once. Shuffle first, and keep twins on one side.
# 3. A number needs a baseline and a standard error beside it.
# 4. Precision is a share of a column of the confusion matrix, recall of a row; the bar trades one for the other.
# 5. AUC judges a score without a bar: the share of pairs in the right order, which is the area under the ROC curve.

# %% [markdown]
# ### New notation today
#
# | symbol | read | code |
# |---|---|---|
# | $K$, $k$ | number of classes, and one of them, as on day 20. In “$k$ neighbors” and “$k$ folds” the same letter counts neighbors and folds, as everywhere in the field | `K`, `k` |
# | TP, FP, FN | true positives, false positives, false negatives | `cm[k, k]`, … |
# | $P$, $R$, $F_1$ | precision, recall, F1 of one class | `prf(cm, k)` |
# | AUC | area under the ROC curve | `auc_by_pairs(scores, y)` |

# %% [markdown]
# ### To read
#
# Tom Fawcett, "An introduction to ROC analysis" (Pattern Recognition Letters, 2006), pages 861 to 866. Kapoor and Narayanan (2023) found leaks in 17 fields of science, in 294 papers: [the list](https://reproducible.cs.princeton.edu/) is worth ten minutes. **Think about it**: which leak would fool you most easily?
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# `pd.crosstab` makes rows and columns only for the words that occur. A test in which nobody says *grey* gives a table that is one column short, and two such tables cannot be added or compared. A table of fixed size is safer.

# %% [markdown]
# ### Exercise · A table that never shrinks
#
# *optional · about 8 minutes · needs the confusion matrix*
#
# Count pairs of classes, as whole numbers from 0 to K − 1. `np.full((K, K), 0)` makes a table of zeros.
#
# **Before you code.** What do the rows sum to, and what does the diagonal sum to?
#
# <details><summary>Answer</summary>
#
# Each row sums to the number of examples of its class; the diagonal to the number of right answers.
#
# </details>
#
# **Your task.** Write `confusion(y, yhat, K)`: row the truth, column what was said. Four lines are enough.

# %% exercise="d22-confusion"
def confusion(y: np.ndarray, yhat: np.ndarray, K: int) -> np.ndarray:
    """Counts of all pairs of a true class and a said class.

    y        (N,)    true classes, whole numbers from 0 to K − 1
    yhat     (N,)    classes that were said
    K        number of classes
    returns  (K, K)  whole numbers: row the truth, column what was said

    >>> confusion(np.array([0, 0, 1]), np.array([0, 1, 1]), 2).tolist()
    [[1, 1], [0, 1]]
    """
    ### BEGIN SOLUTION
    table = np.full((K, K), 0)
    for truth, said in zip(y, yhat, strict=True):
        table[truth, said] += 1
    return table
    ### END SOLUTION


# %% visible="d22-confusion" points=0
# Five examples, four classes: class 3 never occurs and class 0 is never said.
got = confusion(np.array([0, 1, 1, 2, 1]), np.array([1, 1, 2, 2, 1]), 4)

assert got is not None, "confusion returned None. Did you forget the return statement?"
assert np.shape(got) == (4, 4), (
    f"K = 4 classes make a table of shape (4, 4), got {np.shape(got)}. What happens to "
    f"a class that does not occur?"
)
want = [[0, 1, 0, 0], [0, 2, 1, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
assert np.array_equal(got, want), (
    f"Expected {want}, got {np.asarray(got).tolist()}. Row the truth, column what was "
    f"said, and counts, not shares."
)

# %% hidden="d22-confusion" points=0
# Hidden checks: many sizes, one class, no examples, small number types; your arrays
# left as they were.
from collections import Counter as _Counter

_rng = course_rng("d22-confusion")
for _K, _n in ((1, 5), (2, 1), (3, 0), (4, 40), (9, 25), (6, 400)):
    for _type in (np.int64, np.uint8):
        _y, _yhat = (_rng.integers(0, _K, size=_n).astype(_type) for _ in range(2))
        _count = _Counter(zip(_y.tolist(), _yhat.tolist(), strict=True))
        _want, _gy, _gh = [[_count[_i, _j] for _j in range(_K)] for _i in range(_K)], _y.copy(), _yhat.copy()
        _got = confusion(_gy, _gh, _K)
        assert np.shape(_got) == (_K, _K), f"{_K} classes make a table of shape ({_K}, {_K}), got {np.shape(_got)}"
        assert np.asarray(_got).dtype.kind in "iu", f"counts are whole numbers, got {np.asarray(_got).dtype}"
        assert np.array_equal(_got, _want), f"{_n} examples of {_K} classes: expected {_want}, got {np.asarray(_got).tolist()}"
        assert (_gy == _y).all() and (_gh == _yhat).all(), "one of the caller's arrays was changed in place"
_y, _yhat = np.full(300, 20, dtype=np.uint8), np.full(300, 19, dtype=np.uint8)
_got = confusion(_y, _yhat, 21)
assert np.shape(_got) == (21, 21) and int(_got[20, 19]) == 300 == int(np.sum(_got)), "300 examples of class 20 called 19, in numbers of type uint8, which end at 255: the count is 300, in row 20 and column 19"

# %% [markdown]
# ### Bias and variance add up
#
# At one place, take the predictions of many data sets. Their squared distances from the truth split as squares did on day 8:
#
# $$ \text{mean squared distance} = \text{bias}^2 + \text{variance}. $$
#
# In words: what is wrong on average, squared, plus what wobbles. Nothing else is left, and a model that has less of one as a rule has more of the other.

# %% author=true
_P = np.array([design(xs, 3) @ lstsq_normal(design(xs, 3), noisy(_r)) for _r in [np.random.default_rng(22)] for _ in range(50)])
assert np.isclose(((_P - truth) ** 2).mean(), ((_P.mean(axis=0) - truth) ** 2).mean() + _P.var(axis=0).mean(), rtol=1e-9)

# %% [markdown]
# ### Exercise · What is wrong on average, and what wobbles
#
# *optional · about 10 minutes · needs mean and variance along an axis (day 8)*
#
# A function `fit(rng)` draws fresh data, fits a model and returns its predictions at the places `xs`, an array as long as the truth. Call it `reps` times. At each place the predictions have a mean and a variance (ddof=0); both parts are then averaged over the places.
#
# **Before you code.** A model that always says 0 is asked about a truth of 2 at each place. What are its bias² and its variance?
#
# <details><summary>Answer</summary>
#
# 4 and 0: always wrong in the same way.
#
# </details>
#
# **Your task.** Write `bias_variance(fit, xs, truth, reps, rng)`, which returns `(bias2, variance)`. Three lines are enough.

# %% exercise="d22-bias_variance"
def bias_variance(
    fit: Callable,
    xs: np.ndarray,
    truth: np.ndarray,
    reps: int,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """Squared bias and variance of a model's predictions, averaged over the places xs.

    fit      function of rng: draws fresh data, returns the predictions at xs, (n,)
    xs       (n,)  the places
    truth    (n,)  the true values there, without noise
    reps     how many times fit is called
    rng      handed to fit
    returns  (bias2, variance); their sum is the mean squared distance from the truth

    >>> always_0 = lambda rng: np.full(2, 0.0)
    >>> b, v = bias_variance(always_0, np.arange(2), np.full(2, 2.0), 5, None)
    >>> float(b), float(v)
    (4.0, 0.0)
    """
    ### BEGIN SOLUTION
    said = np.array([fit(rng) for _ in range(reps)])
    bias = said.mean(axis=0) - truth
    return (bias**2).mean(), said.var(axis=0, ddof=0).mean()
    ### END SOLUTION


# %% visible="d22-bias_variance" points=0
# Two calls, (1, 4) and (3, 4), truth (0, 4): mean (2, 4), so bias² is (4, 0) and the
# variance (1, 0).
calls = []


def one_or_three(rng):
    calls.append(1)
    return np.array([1.0 if len(calls) % 2 else 3.0, 4.0])


got = bias_variance(one_or_three, np.array([0, 1]), np.array([0.0, 4.0]), 2, None)

assert got is not None, "bias_variance returned None. Is a return statement missing?"
assert np.shape(got) == (2,), f"A pair (bias2, variance) is expected, got {got}."
assert np.isclose(got[0], 2.0, rtol=1e-9, atol=0), (
    f"The squared biases 4 and 0 have the mean 2, got {float(got[0]):.4f}. From what "
    f"does the mean prediction differ, and when do you square?"
)
assert np.isclose(got[1], 0.5, rtol=1e-9, atol=0), (
    f"The variances 1 and 0 (ddof=0) have the mean 0.5, got {float(got[1]):.4f}. "
    f"Along which axis do the predictions wobble?"
)

# %% hidden="d22-bias_variance" points=0
# Hidden checks: 1 to 20 places, 1 to 50 calls, several models; bias² and variance sum
# to the mean squared distance; the truth left as it was.
_rng = course_rng("d22-bias_variance")
for _n, _reps in ((1, 1), (1, 7), (4, 2), (5, 30), (20, 11), (9, 50)):
    _truth, _scale, _shift = _rng.normal(scale=3, size=_n), _rng.uniform(0.1, 2, size=_n), _rng.normal(size=_n)
    _seed = int(_rng.integers(1, 10**6))

    def _fit(rng, truth=_truth.copy(), scale=_scale, shift=_shift):
        return truth + shift + scale * rng.normal(size=len(truth))

    _r = np.random.default_rng(_seed)
    _rows = [_fit(_r).tolist() for _ in range(_reps)]
    _means = [sum(_row[_j] for _row in _rows) / _reps for _j in range(_n)]
    _bias = sum((_means[_j] - float(_truth[_j])) ** 2 for _j in range(_n)) / _n
    _var = sum((_row[_j] - _means[_j]) ** 2 for _row in _rows for _j in range(_n)) / (_n * _reps)
    _given = _truth.copy()
    _got = bias_variance(_fit, np.linspace(0, 1, _n), _given, _reps, np.random.default_rng(_seed))
    assert np.shape(_got) == (2,), f"a pair is expected, got {_got}"
    assert np.allclose(_got, [_bias, _var], rtol=1e-7, atol=1e-9), f"{_n} places, {_reps} calls: expected bias² {_bias:.5f} and variance {_var:.5f}, got {_got}"
    assert (_given == _truth).all(), "the caller's truth was changed in place"

# %% [markdown]
# Your function splits the error on new readings in the figure of part 3 (what is left of it is the noise of the new readings themselves). As the degree grows, which of the two parts falls, and which rises?

# %%
def fit_of(degree):
    X = design(xs, degree)
    return lambda rng: X @ lstsq_normal(X, noisy(rng))


try:
    for degree in (0, 1, 3, 6, 10):
        parts = bias_variance(fit_of(degree), xs, truth, 300, np.random.default_rng(22))
        print(f"degree {degree:2d}: bias² {parts[0]:.3f}, variance {parts[1]:.3f}")
except NotImplementedError:
    print("Write bias_variance first, then run this cell again.")

# %% author=true
_parts = {d: bias_variance(fit_of(d), xs, truth, 300, np.random.default_rng(22)) for d in (0, 1, 3, 10)}
assert _parts[0][0] > 0.3 and _parts[10][0] < 0.01 and _parts[10][1] > 2 * _parts[3][1] > 2 * _parts[0][1]

# %% [markdown]
# Bias falls, variance rises. With $d + 1$ free coefficients and 15 points the variance is about $0.16 \cdot (d + 1)/15$: every coefficient buys its share of the noise. Networks with more weights than data break this picture, and do well; why is still debated (Belkin and others, 2019, call it *double descent*).
