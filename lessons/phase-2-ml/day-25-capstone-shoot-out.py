# %% author=true
from log2attn import course_rng

# %% [markdown]
# # The shoot-out: five classifiers against the best possible one
#
# **The question of the day.** Five machines read the same noisy digits. Which reads best, how sure can you be of that, and how much better could any machine be?
#
# *After today you can* compute the best accuracy that is possible at all, in a world that you know;
# put an interval on every accuracy, and one on the difference of two;
# report a comparison so that nobody is misled by it.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Close your older notebooks and take a pencil. Retrieving an answer, even a wrong one, fixes it better than reading it again. Unfold an answer only after you have written yours.
#
# **Yesterday (day 24).** Take $f(\mathbf{w}) = w_1^2 + 3 w_2^2$ at $(2, 1)$. What is the gradient? Where does one step of gradient descent with learning rate 0.1 lead? What is the logistic loss when all weights are 0?
#
# <details><summary>Answer</summary>
#
# The gradient is $(4, 6)$, and the step leads to $(2 - 0.4, 1 - 0.6) = (1.6, 0.4)$. With zero weights every probability is ½, so the loss is $\log 2 \approx 0.693$.
#
# </details>

# %% [markdown]
# **A week ago (day 18).** Of 100 messages 40 are spam; 30 of the spam and 6 of the others contain the word *offer*. How probable is spam among the messages with the word?
#
# <details><summary>Answer</summary>
#
# 36 messages contain it, 30 of them are spam: $30/36 = 5/6$.
#
# </details>
#
# **Before that (day 4).** Accuracies of 99.0 % and 99.9 % look alike on a plain axis. What would you plot on a log axis to set them apart, and how many decades lie between the two?
#
# <details><summary>Answer</summary>
#
# The errors, 1 % and 0.1 %: one decade.
#
# </details>

# %% author=true
assert (2 - 0.1 * 4, round(1 - 0.1 * 6, 9)) == (1.6, 0.4) and 30 / (30 + 6) == 5 / 6

# %% [markdown]
# Now a warm-up that is graded. First the tools of the day: from the course's own package a made-up world of digits, and from your toolbox the parts of five classifiers, built between day 11 and yesterday.

# %%
import itertools
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION
from log2attn.learn.worlds import glyph_bayes, make_glyphs, pixel_pair
from log2attn.toolbox import BernoulliNB, bootstrap_ci, cov_matrix, fit_logistic_fd
from log2attn.toolbox import pairwise_dist, project_k, ridge, top_directions

# %% [markdown]
# ### Exercise · At least once
#
# *1 point · about 5 minutes · needs independent events (day 18)*
#
# Try enough models on one small test, and one of them will look good by luck. If each of $n$ independent tries hits with probability $p$, how probable is at least one hit?
#
# **Before you code.** Roll a die twice, $p = 1/6$. How probable is no six at all? So how probable is at least one?
#
# <details><summary>Answer</summary>
#
# $(5/6)^2 = 25/36$, so $11/36$. Adding, $1/6 + 1/6$, counts the double six twice.
#
# </details>
#
# **Your task.** Write `review_25(p, n)`, the probability of at least one hit in $n$ independent tries. One line is enough.


# %% exercise="d25-review"
def review_25(p: float, n: int) -> float:
    """The probability of at least one hit in n independent tries.

    p        probability of a hit in one try, from 0 to 1
    n        number of tries, 0 or more
    returns  a number from 0 to 1

    >>> review_25(0.5, 2)
    0.75
    """
    ### BEGIN SOLUTION
    return 1 - (1 - p) ** n
    ### END SOLUTION

# %% visible="d25-review" points=0
# Two rolls of a die: no six with probability 25/36. Twenty models, each lucky with
# probability 0.05.
got = [review_25(1 / 6, 2), review_25(0.05, 20), review_25(0.3, 1)]

assert all(g is not None for g in got), (
    "review_25 returned None. Did you forget the return statement?"
)
assert np.isclose(got[2], 0.3, rtol=1e-9, atol=0), (
    f"With one try the answer is p itself, 0.3; got {got[2]}."
)
assert np.isclose(got[0], 11 / 36, rtol=1e-9, atol=0), (
    f"Two rolls of a die: expected 11/36 = 0.3056, got {got[0]:.4f}. What is the "
    f"opposite of at least one, and how probable is it?"
)
assert np.isclose(got[1], 0.6415140775914581, rtol=1e-9, atol=0), (
    f"Twenty tries with 0.05: expected 0.6415, got {got[1]:.4f}. Do chances add up?"
)

# %% hidden="d25-review" points=1
# Hidden checks: many p and n, no tries at all, p = 0 and p = 1.
_rng = course_rng("d25-review")
for _n in (1, 2, 3, 7, 12):
    for _p in _rng.uniform(0, 1, size=6).tolist():
        _want, _none = 0.0, 1.0
        for _ in range(_n):
            _want, _none = _want + _none * _p, _none * (1 - _p)
        _got = review_25(_p, _n)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-9), (
            f"p = {_p:.4f} and {_n} tries: expected {_want:.6f}, got {_got}"
        )
for _p, _n, _want in ((0.0, 5, 0.0), (1.0, 3, 1.0), (0.4, 0, 0.0), (1, 1, 1.0)):
    assert np.isclose(review_25(_p, _n), _want, rtol=0, atol=1e-12), (
        f"p = {_p} and {_n} tries: expected {_want}"
    )

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### The first contestant is you
#
# A shaky scanner has read twelve digits. Each is a little picture of 5 by 7 dots that lies at one of four places, inked more or less strongly, under noise; yellow is ink. Read them from left to right, the upper row first, and write your twelve digits down. How many do you think you have right? And could anybody do better?

# %%
twelve, truth = make_glyphs(12, np.random.default_rng(7))
fig, panels = plt.subplots(2, 6, figsize=(8.4, 4.2))
for ax, picture in zip(panels.flat, twelve):
    ax.imshow(picture.reshape(8, 6), cmap="cividis")
    ax.set_axis_off()
figure(fig, alt=(
    "Twelve noisy little pictures of digits in two rows of six; a few can be read at a "
    "glance, others could be two or three digits."
))

# %% [markdown]
# Keep your list; its score comes at the end of this part. The digits come from a world of our own, so we know its rules, and we can make as many as we like: 4,000 to learn from and 2,000 to judge with. Each row of `X` is a picture of $8 \cdot 6 = 48$ numbers, and `y` is the digit.

# %%
rng = np.random.default_rng(25)
X_learn, y_learn = make_glyphs(4000, rng)
X_judge, y_judge = make_glyphs(2000, rng)
print(X_learn.shape, X_judge.shape)
floor = max((y_judge == k).mean() for k in range(10))
print("the commonest digit in y_judge comes with a share of", floor)

# %% author=true
assert X_learn.shape == (4000, 48) and floor == 0.1125

# %% [markdown]
# ### Idea 1 · A contest has a floor and a ceiling
#
# "83 % right" says nothing by itself. Two numbers give it meaning. The baseline (day 22) is what one gets without looking at the picture: always saying the commonest digit is right in about 11 % here. The **ceiling** is what the best possible reader gets, one who knows the world's rules completely. In most real data nobody knows the ceiling. In a world that one has made, one can compute it; that is what made-up worlds are for.
#
# Between floor and ceiling stand today's five. We begin with the simplest, then compute a ceiling, then let them all run.

# %% [markdown]
# ### Idea 2 · The mean picture
#
# Average all 400 or so pictures of each digit: ten mean pictures. A new picture gets the digit whose mean picture is nearest. Before you run the cell: will the mean pictures be sharp, with each digit at one of four places?

# %%
fig, panels = plt.subplots(2, 5, figsize=(8.0, 4.4))
for k, ax in enumerate(panels.flat):
    ax.imshow(X_learn[y_learn == k].mean(axis=0).reshape(8, 6), cmap="cividis")
    ax.set_title(k)
    ax.set_axis_off()
figure(fig, alt=(
    "Ten mean pictures, one for each digit from 0 to 9: the noise is gone, but all "
    "strokes are doubled, because the digit stands at four places."
))

# %% [markdown]
# The noise is averaged away, but every stroke is a smear of four places. Such a mean is called a **centroid**, the center of a cloud of points, and the classifier is the *nearest centroid*:
#
# $$ \mathbf{c}_k = \text{mean of the } \mathbf{x}_i \text{ with } y_i = k, \qquad \hat y = \text{the } k \text{ with the smallest } \|\mathbf{x} - \mathbf{c}_k\|. $$
#
# In words: one mean picture for each class, and the class of the nearest one.

# %% author=true
_c = np.array([X_learn[y_learn == k].mean(axis=0) for k in range(10)])
assert np.isclose((((X_judge[:, None] - _c) ** 2).sum(axis=2).argmin(axis=1) == y_judge).mean(), 0.7705)
assert np.allclose(
    pairwise_dist(X_judge[:5], _c), np.sqrt(((X_judge[:5, None] - _c) ** 2).sum(axis=2)), rtol=1e-7
)

# %% [markdown]
# ### Exercise · The nearest mean
#
# *2 points · about 9 minutes · needs classes (day 20) and `pairwise_dist` (day 11)*
#
# A classifier comes as a class with two methods, as `BernoulliNB` did: `fit` learns and returns `self`, `predict` answers. What `fit` finds is kept in `self.centers`,
#
# $$ \mathbf{c}_k = \text{mean of the } \mathbf{x}_i \text{ with } y_i = k, $$
#
# row $k$ for class $k$, and `predict` needs nothing else.
#
# **Before you code.** `pairwise_dist(X, self.centers)` has which shape, for $N$ pictures and $K$ classes? Along which axis do you look for the smallest number?
#
# <details><summary>Answer</summary>
#
# $(N, K)$; `argmin(axis=1)`, one answer for each row. That place is the class.
#
# </details>
#
# **Your task.** Write both methods. Classes are 0, 1, … up to the largest label, and each occurs. The checks contain no ties. Two lines and one are enough.


# %% exercise="d25-CentroidClassifier"
class CentroidClassifier:
    """Nearest centroid: a class is its mean; a row gets the class of the nearest one.

    >>> X, y = np.array([[0.0], [2.0], [9.0]]), np.array([0, 0, 1])
    >>> CentroidClassifier().fit(X, y).predict(np.array([[4.0], [6.0]]))
    array([0, 1])
    """

    def fit(self, X: np.ndarray, y: np.ndarray) -> "CentroidClassifier":
        """Keep the mean of every class in self.centers (K, D), row k for class k.

        X        (N, D)  examples as rows
        y        (N,)    their classes 0 … K − 1, each at least once
        returns  self
        """
        ### BEGIN SOLUTION
        self.centers = np.array([X[y == k].mean(axis=0) for k in range(y.max() + 1)])
        return self
        ### END SOLUTION

    def predict(self, X: np.ndarray) -> np.ndarray:
        """The class of the nearest center for each row.

        X        (N, D)  rows to classify
        returns  (N,)    classes, whole numbers
        """
        ### BEGIN SOLUTION
        return pairwise_dist(X, self.centers).argmin(axis=1)
        ### END SOLUTION

# %% visible="d25-CentroidClassifier" points=1
# Class 0 has its mean at (1, 0), class 1 at (10, 10). Then predict alone, with three
# centers written in by hand.
model = CentroidClassifier()
got = model.fit(np.array([[0.0, 0.0], [10.0, 10.0], [2.0, 0.0]]), np.array([0, 1, 0]))
by_hand = CentroidClassifier()
by_hand.centers = np.array([[5.0, 5.0], [0.0, 0.0], [9.0, 0.0]])
named = by_hand.predict(np.array([[1.0, 1.0], [8.0, 1.0], [4.0, 6.0], [30.0, -9.0]]))

assert got is not None, "fit returned None. It should end with return self."
assert hasattr(got, "centers"), (
    "After fit there is no self.centers. Where are the means?"
)
assert not isinstance(got.centers, list), "The centers are in a list; make it an array."
assert np.shape(got.centers) == (2, 2), (
    f"Two classes with two entries: centers of shape (2, 2), got "
    f"{np.shape(got.centers)}. One row for each class?"
)
assert np.allclose(got.centers, [[1, 0], [10, 10]], rtol=1e-9, atol=1e-12), (
    f"The means are (1, 0) and (10, 10), got {np.round(got.centers, 3).tolist()}. "
    f"Which rows of X belong to class 0?"
)
assert named is not None, "predict returned None. Did you forget the return statement?"
assert np.shape(named) == (4,), (
    f"Four rows, four classes: expected shape (4,), got {np.shape(named)}."
)
assert np.array(named).tolist() == [1, 2, 0, 2], (
    f"(1, 1), (8, 1), (4, 6) and (30, −9) are nearest to the centers 1, 2, 0 and 2, "
    f"got {np.array(named).tolist()}. Nearest by which measure, and for each row?"
)

# %% hidden="d25-CentroidClassifier" points=1
# Hidden checks: 2 to 6 classes of unequal sizes in any order, 1 to 7 entries, clouds
# far from the origin, whole numbers, float32, one example a class, fitting twice.
_rng = course_rng("d25-CentroidClassifier")


def _far(X, centers):
    return np.array([[sum((float(a) - float(b)) ** 2 for a, b in zip(x, c)) for c in centers] for x in X])


for _K, _D, _N, _off in (
    (2, 1, 9, 0.0),
    (3, 2, 30, 50.0),
    (6, 7, 40, -20.0),
    (4, 3, 4, 0.0),
    (5, 2, 25, 300.0),
):
    _y = _rng.permutation(np.concatenate([np.arange(_K), _rng.integers(0, _K, size=_N - _K) // 2]))
    _X = (
        _off
        + _rng.normal(scale=3.0, size=(_N, _D)) * _rng.uniform(0.3, 3.0, size=_D)
        + 2.0 * _rng.normal(size=(_K, _D))[_y]
    )
    _C = np.array(
        [[np.mean([x[d] for x, label in zip(_X, _y) if label == k]) for d in range(_D)] for k in range(_K)]
    )
    _Q = _off + _rng.normal(scale=4.0, size=(30, _D))
    _table = np.sort(_far(_Q, _C), axis=1)
    _Q = _Q[_table[:, 1] - _table[:, 0] > 1e-3]
    _want = _far(_Q, _C).argmin(axis=1)
    _model = CentroidClassifier()
    _given_X, _given_y, _given_Q = _X.copy(), _y.copy(), _Q.copy()
    _model.fit(_rng.normal(size=(_K, _D)), np.arange(_K))
    _fitted = _model.fit(_given_X, _given_y)
    assert np.shape(_fitted.centers) == _C.shape and np.allclose(_fitted.centers, _C, rtol=1e-7, atol=1e-7), (
        f"{_K} classes with {_D} entries: a mean is wrong, or an earlier fit shows through"
    )
    _got = _fitted.predict(_given_Q)
    assert np.shape(_got) == (len(_Q),) and (np.asarray(_got) == _want).all(), (
        f"{_K} classes with {_D} entries: some rows did not get the class of the nearest mean"
    )
    assert (_given_X == _X).all() and (_given_y == _y).all() and (_given_Q == _Q).all(), (
        "an array of the caller was changed in place"
    )

for _type in (int, np.float32):
    _model = CentroidClassifier().fit(np.array([[0, 1], [3, 0], [9, 9]]).astype(_type), np.array([0, 0, 1]))
    assert np.allclose(_model.centers, [[1.5, 0.5], [9, 9]], rtol=1e-6, atol=0), (
        f"wrong means of entries of type {_type.__name__}"
    )
    assert np.asarray(_model.predict(np.array([[6, 6], [2, 2]]).astype(_type))).tolist() == [1, 0], (
        f"wrong for entries of type {_type.__name__}"
    )

# %% [markdown]
# ### Idea 3 · The best possible classifier
#
# Take a world so small that all of it fits on a page: pictures of three pixels, each black or white. Kind 1 comes with probability 0.4. In kind 0 the pixels are black with probabilities 0.7, 0.3, 0.6, in kind 1 with 0.3, 0.6, 0.7, independently. There are $2^3 = 8$ pictures.
#
# For each picture, the bars show how often it comes as kind 0 and as kind 1. If you must name one kind for each picture, which one do you name? And which part of the bars do you lose?


# %%
def all_images(D):  # (2**D, D): every picture of D black and white pixels
    return np.array(list(itertools.product([0, 1], repeat=D)))


eight, q0, q1 = all_images(3), np.array([0.7, 0.3, 0.6]), np.array([0.3, 0.6, 0.7])
often0 = 0.6 * np.where(eight == 1, q0, 1 - q0).prod(axis=1)
often1 = 0.4 * np.where(eight == 1, q1, 1 - q1).prod(axis=1)

# %% [markdown]
# `np.where` picks $p$ for a black pixel and $1 - p$ for a white one, and `.prod` multiplies them along each row. Before you look: in how many of the eight pictures will kind 1, the rarer one, win?

# %%
fig, ax = plt.subplots(figsize=(7.6, 3.6))
ax.bar(np.arange(8) - 0.2, often0, width=0.4, color=BLUE, label="kind 0")
ax.bar(
    np.arange(8) + 0.2, often1, width=0.4, color=VERMILLION, hatch="//", label="kind 1"
)
ax.set_xticks(range(8), ["".join("■" if v else "□" for v in row) for row in eight])
ax.set(xlabel="picture", ylabel="how often (share of all)")
ax.legend()
figure(fig, alt=(
    "Eight pictures with two bars each, one for either kind. The bar of kind 1 is the "
    "taller one in three of the four pictures with a white first pixel, that of kind 0 "
    "in all others."
))
print("taller bars:", np.maximum(often0, often1).sum().round(4))

# %% author=true
assert (often1 > often0).tolist() == [False, True, True, True, False, False, False, False]

# %% [markdown]
# In three. Name the taller bar; the shorter one is lost, and no classifier can save it, however clever: the picture is the same in both cases. So the best possible accuracy is the sum of the taller bars. With $P(k)$ for the share of a kind and $p(\mathbf{x} \mid k)$ for the probability of a picture in it,
#
# $$ \text{Bayes accuracy} = \sum_{\mathbf{x}} \max\big( P(0)\, p(\mathbf{x} \mid 0), \; P(1)\, p(\mathbf{x} \mid 1) \big). $$
#
# In words: for each picture keep the larger of the two joint probabilities, and add them up. It is named after Bayes, since the taller bar is the larger posterior (day 19).

# %% author=true
_post = often1 / (often0 + often1)
assert ((_post > 0.5) == (often1 > often0)).all() and np.isclose((often0 + often1).sum(), 1)
assert np.isclose(
    np.maximum(often0, often1).sum(), ((often0 + often1) * np.maximum(_post, 1 - _post)).sum(), rtol=1e-12
)

# %% [markdown]
# ### Exercise · The ceiling, exactly
#
# *2 points · about 8 minutes · needs Bayes' rule (day 19) and independent events (day 18)*
#
# With twelve pixels there are 4,096 pictures: too many for a page, nothing for a computer.
#
# $$ \text{Bayes accuracy} = \sum_{\mathbf{x}} \max\big( P(0)\, p(\mathbf{x} \mid 0), \; P(1)\, p(\mathbf{x} \mid 1) \big), $$
#
# the sum of the taller bars over all pictures. The pixels are independent, so $p(\mathbf{x} \mid k)$ is a product.
#
# **Before you code.** One pixel, black with probability 0.7 in kind 0 and 0.2 in kind 1, both kinds equally likely. What is the Bayes accuracy?
#
# <details><summary>Answer</summary>
#
# Black: 0.35 against 0.1. White: 0.15 against 0.4. The taller ones add up to 0.75.
#
# </details>
#
# **Your task.** Write `bayes_accuracy(p0, p1, prior)`, where `prior` is $P(1)$. `all_images(D)` from above gives all pictures. Four lines are enough.


# %% exercise="d25-bayes_accuracy"
def bayes_accuracy(p0: np.ndarray, p1: np.ndarray, prior: float) -> float:
    """The best possible accuracy on two kinds of pictures with independent pixels.

    p0       (D,)  probability that a pixel is black in kind 0
    p1       (D,)  the same in kind 1
    prior    probability of kind 1
    returns  a number from 0.5 to 1

    >>> round(float(bayes_accuracy(np.array([0.7]), np.array([0.2]), 0.5)), 6)
    0.75
    """
    ### BEGIN SOLUTION
    images = all_images(len(p0))
    joint0 = (1 - prior) * np.where(images == 1, p0, 1 - p0).prod(axis=1)
    joint1 = prior * np.where(images == 1, p1, 1 - p1).prod(axis=1)
    return np.maximum(joint0, joint1).sum()
    ### END SOLUTION

# %% visible="d25-bayes_accuracy" points=1
# One pixel by hand: 0.35 + 0.4 = 0.75. The same with P(1) = 0.7: black 0.21 against
# 0.14, white 0.09 against 0.56. And two pixels that tell nothing.
got = bayes_accuracy(np.array([0.7]), np.array([0.2]), 0.5)
got_prior = bayes_accuracy(np.array([0.7]), np.array([0.2]), 0.7)
got_blind = bayes_accuracy(np.array([0.6, 0.1]), np.array([0.6, 0.1]), 0.3)

assert got is not None, (
    "bayes_accuracy returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, f"One number is expected, got shape {np.shape(got)}."
assert np.isclose(got, 0.75, rtol=1e-9, atol=0), (
    f"One pixel, 0.7 against 0.2: expected 0.35 + 0.4 = 0.75, got {float(got):.4f}. "
    f"Which bars do you keep, and with which shares are they weighted?"
)
assert np.isclose(got_prior, 0.77, rtol=1e-9, atol=0), (
    f"With P(1) = 0.7 the taller bars are 0.21 for black and 0.56 for white, together "
    f"0.77; got {float(got_prior):.4f}. Where does the prior come in, for which kind?"
)
assert np.isclose(got_blind, 0.7, rtol=1e-9, atol=0), (
    f"Where the pixels tell nothing, the best guess is the commoner kind, right in "
    f"0.7; got {float(got_blind):.4f}."
)

# %% hidden="d25-bayes_accuracy" points=1
# Hidden checks: 1 to 8 pixels, any prior, pixels that are never or always black, twelve
# pixels once, lists of float32; your arrays left as they were.
import math as _math

_rng = course_rng("d25-bayes_accuracy")


def _ceiling(p0, p1, prior):
    total = []
    for code in range(2 ** len(p0)):
        black = [code >> d & 1 for d in range(len(p0))]
        joint = [
            share * _math.prod(float(p) if b else 1 - float(p) for p, b in zip(ps, black))
            for ps, share in ((p0, 1 - prior), (p1, prior))
        ]
        total.append(max(joint))
    return np.float64(_math.fsum(total))


for _D in (1, 2, 3, 5, 8):
    for _prior in (0.5, 0.05, 0.7, 1.0, 0.0, float(_rng.uniform())):
        _p0, _p1 = _rng.uniform(size=_D), _rng.uniform(size=_D)
        _p0[0] = _rng.choice([_p0[0], 0.0, 1.0])
        _want, _given0, _given1 = _ceiling(_p0, _p1, _prior), _p0.copy(), _p1.copy()
        _got = bayes_accuracy(_given0, _given1, _prior)
        assert np.isclose(_got, _want, rtol=1e-7, atol=1e-9), (
            f"{_D} pixels, P(1) = {_prior:.3f}, p0 = {_p0.round(3)}, p1 = {_p1.round(3)}: expected {_want:.6f}, got {_got}"
        )
        assert (_given0 == _p0).all() and (_given1 == _p1).all(), (
            "the caller's probabilities were changed in place"
        )

_p0, _p1 = _rng.uniform(size=(2, 12))
_want = _ceiling(_p0, _p1, 0.35)
assert np.isclose(bayes_accuracy(_p0, _p1, 0.35), _want, rtol=1e-7, atol=1e-9), "wrong for twelve pixels"
_p0, _p1 = np.array([0.25, 0.5, 0.75], dtype=np.float32), np.array([0.5, 0.75, 0.125], dtype=np.float32)
_want = _ceiling(_p0, _p1, 0.25)
assert np.isclose(bayes_accuracy(_p0, _p1, 0.25), _want, rtol=1e-5, atol=0), "wrong for float32 numbers"

# %% [markdown]
# ### How near does a learner come?
#
# `pixel_pair()` is day 20's worn printer: 3 × 4 dots, an L or a 7, and 40 % are a 7. Naive Bayes assumes independent pixels, which is true in this world, and it learns from 4,000 pictures. `all12` holds every picture there is, and `says` what the learner calls each of them.

# %%
p0, p1, prior = pixel_pair()
rng, all12 = np.random.default_rng(25), all_images(12)
is_seven = (rng.random(4000) < prior).astype(int)
black = np.where(is_seven[:, None] == 1, p1, p0)  # (4000, 12): how probable
drawn = (rng.random((4000, 12)) < black).astype(int)
learner = BernoulliNB().fit(drawn, is_seven, 1.0)
says = learner.predict_log_proba(all12).argmax(axis=1)

# %% [markdown]
# Its exact accuracy is a sum over all 4,096 pictures, each weighted with how often it comes as the kind it is called. How far below the ceiling does it end: 10 points, 1 point, a tenth?

# %%
comes0 = (1 - prior) * np.where(all12 == 1, p0, 1 - p0).prod(axis=1)
comes1 = prior * np.where(all12 == 1, p1, 1 - p1).prod(axis=1)
learned = np.where(says == 1, comes1, comes0).sum()
try:
    print("ceiling:", bayes_accuracy(p0, p1, prior).round(4))
except NotImplementedError:
    print("Write bayes_accuracy, then run this cell again.")
print("naive Bayes:", learned.round(4), "  always kind 0:", 1 - prior)

# %% author=true
assert (
    round(float(bayes_accuracy(p0, p1, prior)), 3) == 0.860
    and 0 <= bayes_accuracy(p0, p1, prior) - learned < 0.0015
)
assert round(100 * float(bayes_accuracy(p0, p1, prior) - learned), 2) == 0.02

# %% [markdown]
# Two hundredths of a point: where its assumption holds, naive Bayes is as good as one can be. The remaining 14 % are not its fault; they are in the pictures.
#
# ### How much noise can the best reader bear?
#
# For the digits the same idea works with sums over the four places and the strengths of the ink: `glyph_bayes` is that best reader. Below are five digits under three strengths of noise; the middle one is today's. The titles give the best possible accuracy. In which row do your eyes fail, and does the best reader fail there, too?


# %%
def draw_noise(panels, noise):
    X, y = make_glyphs(1000, np.random.default_rng(3), noise=noise)
    best = (glyph_bayes(X, noise=noise) == y).mean()
    for ax, picture in zip(panels, X):
        ax.imshow(picture.reshape(8, 6), cmap="cividis")
        ax.set_axis_off()
    panels[0].set_title(f"noise {noise:g}: best possible {best:.0%}")


fig, panels = plt.subplots(3, 5, figsize=(6.4, 6.6))
for row, noise in zip(panels, (0.1, 0.35, 1.0)):
    draw_noise(row, noise)
figure(fig, alt=(
    "Three rows of five digits under noise 0.1, 0.35 and 1. In the last row the eye "
    "sees hardly any digit, and the best possible reader is still right in about three "
    "of four."
))

# %% [markdown]
# In the last row most eyes give up; the best reader is still right in 73 %. Drag the noise. At which strength does the ceiling fall below 95 %, and at which below a half? A score of 80 % can be poor or excellent: it depends on where in this range the world lies.


# %%
def draw_one(noise):
    fig, panels = plt.subplots(1, 5, figsize=(6.4, 2.4))
    draw_noise(panels, noise)
    return fig


slider(
    draw_one,
    alt=(
        "Five noisy digits; the best possible accuracy in the title falls as the noise "
        "grows."
    ),
    noise=(0.1, 2.0, 0.1, 0.4),
)

# %% author=true
ceilings = {}
for noise in (0.1, 0.35, 0.5, 0.6, 0.7, 1.0, 1.3, 1.4, 1.5, 1.6, 1.7):
    _X, _y = make_glyphs(1000, np.random.default_rng(3), noise=noise)
    ceilings[noise] = float((glyph_bayes(_X, noise=noise) == _y).mean())
assert (
    ceilings[0.6] > 0.95 > ceilings[0.7]
    and ceilings[1.4] > 0.5 > ceilings[1.5]
    and round(ceilings[1.0], 2) == 0.73
)

# %% [markdown]
# ### Your twelve digits
#
# The ceiling falls below 95 % at noise 0.7, and below a half at 1.5. Back to the beginning. Here is what they are, and what the best reader makes of them. Compare with your list. The last line is its score on the 2,000 pictures of the contest, the ceiling for all five.

# %%
print("truth:      ", *truth)
print("best reader:", *glyph_bayes(twelve))
best = (glyph_bayes(X_judge) == y_judge).mean()
print("best reader on the 2,000:", best)

# %% author=true
assert (
    (glyph_bayes(twelve) == truth).all()
    and truth.tolist() == [9, 6, 6, 8, 5, 7, 8, 2, 0, 3, 2, 8]
    and best == 1.0
)

# %% [markdown]
# All twelve, and all 2,000; over many more it is right in 99.9 %. So nothing in these pictures excuses a machine that reads 80 %: the room above belongs to better machines. How many of the twelve did you have? If fewer, you know now that it was not the scanner's fault.

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# Two tools come first, the referee's: an interval for each accuracy, and one for the difference of two. Then the five contestants run, and the two tools say what may be claimed.

# %% [markdown]
# ### Exercise · One table, one set of resamples
#
# *3 points · about 10 minutes · needs the bootstrap (day 21)*
#
# The 2,000 pictures are a sample; another 2,000 would give other accuracies. The bootstrap says by how much. Draw the resamples **once**, and use the same for every model: then all of them are judged on the same pictures, lucky or unlucky.
#
# **Before you code.** `right` holds True and False for $N$ pictures, `rows` has shape $(1000, N)$. What are the shapes of `right[rows]` and of `right[rows].mean(axis=1)`, and what does the latter hold?
#
# <details><summary>Answer</summary>
#
# $(1000, N)$ and $(1000,)$: the accuracy on each of the thousand resamples.
#
# </details>
#
# **Your task.** Write `evaluate_all(models, X, y, rng)`. The interval is bounded by the quantiles 0.025 and 0.975 (`np.quantile`). Draw once, before the loop: `rng.integers(0, N, (1000, N))`. Five lines are enough.


# %% exercise="d25-evaluate_all"
def evaluate_all(
    models: dict, X: np.ndarray, y: np.ndarray, rng: np.random.Generator
) -> dict:
    """The accuracy of every model with a 95 % bootstrap interval.

    models   name → predict, a function that takes X and returns (N,) classes
    X        (N, D)  pictures to judge with
    y        (N,)    their classes
    rng      draws once: rng.integers(0, N, (1000, N)), a thousand resamples as rows
    returns  name → (accuracy, lo, hi), in the order of models

    >>> table = evaluate_all({"ones": lambda X: np.array([1, 1])}, np.array([[5], [7]]),
    ...                      np.array([1, 1]), np.random.default_rng(0))
    >>> [round(float(v), 2) for v in table["ones"]]
    [1.0, 1.0, 1.0]
    """
    ### BEGIN SOLUTION
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        hit = predict(X) == y
        table[name] = (hit.mean(), *np.quantile(hit[rows].mean(axis=1), [0.025, 0.975]))
    return table
    ### END SOLUTION

# %% visible="d25-evaluate_all" points=1
# Forty examples, whose class stands in the first column of X: one model reads it, two
# say 1 whatever comes. Thirty of the forty are 1.
column = np.array([1, 0, 1, 1] * 10)
models = {
    "reads": lambda X: X[:, 0],
    "says 1": lambda X: 1 + 0 * X[:, 0],
    "also says 1": lambda X: 1 + 0 * X[:, 0],
}
order = list(models)
got = evaluate_all(models, column[:, None], column, np.random.default_rng(1))

assert got is not None, (
    "evaluate_all returned None. Did you forget the return statement?"
)
assert hasattr(got, "keys") and list(got) == order, (
    f"A dict with the names of the models, in their order, is expected; got {got}."
)
assert all(np.shape(v) == (3,) for v in got.values()), (
    "For each model three numbers are expected: accuracy, lower and upper end."
)
assert np.allclose(got["reads"], [1, 1, 1], rtol=1e-9, atol=0), (
    f"A model that is always right has 1 and the interval 1 to 1, got {got['reads']}."
)
assert np.isclose(got["says 1"][0], 0.75, rtol=1e-9, atol=0), (
    f"Who always says 1 is right in 30 of 40, got {got['says 1'][0]}. Is it the share "
    f"of right answers, on all examples?"
)
assert 0.55 < got["says 1"][1] < 0.68 and 0.82 < got["says 1"][2] < 0.95, (
    f"The interval should reach about 0.13 to either side of 0.75, got "
    f"{np.round(got['says 1'][1:], 3)}. Which quantiles, of which thousand numbers?"
)
assert np.allclose(got["says 1"], got["also says 1"], rtol=1e-9, atol=0), (
    "Two models with the same answers got different intervals. How often did you draw?"
)

# %% hidden="d25-evaluate_all" points=2
# Hidden checks: 1 to 4 models on 5 to 200 examples, the thousand resamples that the
# docstring names, words as classes, one example; your arrays left as they were.
_rng = course_rng("d25-evaluate_all")


def _by_column(column):
    return lambda X: X[:, column].astype(int)


for _N, _M in ((5, 1), (30, 2), (61, 3), (200, 4)):
    _y = _rng.integers(0, 3, size=_N)
    _X = np.where(
        _rng.random((_N, _M)) < _rng.uniform(0.2, 0.95, size=_M),
        _y[:, None],
        _rng.integers(0, 3, size=(_N, _M)),
    ).astype(float)
    _models = {f"model {_rng.integers(100)}-{_m}": _by_column(_m) for _m in range(_M)}
    _seed, _want = int(_rng.integers(1000)), {}
    _rows = np.random.default_rng(_seed).integers(0, _N, (1000, _N))
    for _m, _name in enumerate(_models):
        _hit = np.array([1.0 if a == b else 0.0 for a, b in zip(_X[:, _m], _y)])
        _accs = np.sort([_hit[_row].sum() / _N for _row in _rows])
        _want[_name] = (
            _hit.sum() / _N,
            *[
                _accs[int(_q)] + (_q - int(_q)) * (_accs[int(_q) + 1] - _accs[int(_q)])
                for _q in (0.025 * 999, 0.975 * 999)
            ],
        )
    _given_X, _given_y, _names = _X.copy(), _y.copy(), list(_models)
    _got = evaluate_all(_models, _given_X, _given_y, np.random.default_rng(_seed))
    assert list(_got) == _names, f"the names should be {_names}, got {list(_got)}"
    for _name in _names:
        assert np.shape(_got[_name]) == (3,) and np.allclose(
            _got[_name], _want[_name], rtol=1e-7, atol=1e-9
        ), (
            f"{_M} models on {_N} examples, {_name}: expected {np.round(_want[_name], 4)}, got {np.round(_got[_name], 4)}"
        )
    assert (_given_X == _X).all() and (_given_y == _y).all(), (
        "the caller's pictures or classes were changed in place"
    )

# %% [markdown]
# ### Exercise · Is A better than B?
#
# *2 points · about 7 minutes · needs `bootstrap_ci` (day 21)*
#
# Two models are judged on the same pictures, and most pictures are easy for both or hard for both. Only those on which they differ tell them apart. So take the difference picture by picture, 1 if only A is right, −1 if only B is, 0 otherwise, and bootstrap *its mean*. That is the **paired** interval; it does not count the luck that both share.
#
# **Before you code.** A is right on pictures 1, 2, 3 of four, B on 1 and 4. What are the four differences, and their mean? What does numpy say to `True - False` for arrays?
#
# <details><summary>Answer</summary>
#
# 0, 1, 1, −1, with mean 0.25. It refuses: make numbers first, with `.astype(float)`.
#
# </details>
#
# **Your task.** Write `paired_difference(correct_a, correct_b, reps, level, rng)`, the interval for the accuracy of A less that of B. `bootstrap_ci(x, stat, reps, level, rng)` does the resampling. Two lines are enough.


# %% exercise="d25-paired_difference"
def paired_difference(
    correct_a: np.ndarray,
    correct_b: np.ndarray,
    reps: int,
    level: float,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """A bootstrap interval for how much more often A is right than B.

    correct_a  (N,)  where A is right: True and False, or 1 and 0
    correct_b  (N,)  the same for B, on the same examples
    reps       number of resamples
    level      share of the resamples that the interval holds, for example 0.95
    rng        draws once: rng.integers(0, N, (reps, N)), as bootstrap_ci does
    returns    (lo, hi) for accuracy of A − accuracy of B

    >>> a, b = np.array([True, True]), np.array([False, False])
    >>> lo, hi = paired_difference(a, b, 100, 0.95, np.random.default_rng(0))
    >>> float(lo), float(hi)
    (1.0, 1.0)
    """
    ### BEGIN SOLUTION
    gaps = correct_a.astype(float) - correct_b
    return bootstrap_ci(gaps, np.mean, reps, level, rng)
    ### END SOLUTION

# %% visible="d25-paired_difference" points=1
# A right everywhere and B nowhere: 1 to 1. Two models with the same answers: 0 to 0,
# however unsure each accuracy is. Then A ahead in ten pictures of forty.
all_right, none_right = np.array([True] * 40), np.array([False] * 40)
half = np.array([True, False] * 20)
ahead = np.array([True] * 25 + [False] * 15)
behind = np.array([True] * 15 + [False] * 25)
rng = np.random.default_rng(1)
got = paired_difference(all_right, none_right, 200, 0.95, rng)
got_same = paired_difference(half, half.copy(), 200, 0.95, rng)
got_ahead = paired_difference(ahead, behind, 1000, 0.95, rng)

assert got is not None, (
    "paired_difference returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"Two numbers, lo and hi, are expected; got something of shape {np.shape(got)}."
)
assert np.allclose(got, [1, 1], rtol=1e-9, atol=0), (
    f"A right everywhere, B nowhere: the difference is 1 in every resample, got "
    f"{np.round(got, 4)}. Which one is subtracted from which?"
)
assert np.allclose(got_same, [0, 0], rtol=0, atol=1e-12), (
    f"The same answers differ nowhere, so the interval is 0 to 0, got "
    f"{np.round(got_same, 4)}. Are both models judged on the same resampled pictures?"
)
assert 0.08 < got_ahead[0] < 0.18 and 0.32 < got_ahead[1] < 0.42, (
    f"A is ahead by 0.25, with an interval of about 0.12 to 0.38; got "
    f"{np.round(got_ahead, 3)}. Of what do you take the mean, and which quantiles?"
)

# %% hidden="d25-paired_difference" points=1
# Hidden checks: 1 to 150 examples, several levels and numbers of resamples, answers as
# True and False and as 1 and 0; your arrays left as they were.
_rng = course_rng("d25-paired_difference")
for _N, _reps, _level in ((1, 20, 0.9), (8, 101, 0.5), (40, 300, 0.8), (150, 501, 0.95)):
    for _kind in (bool, int, float):
        _a, _b = (_rng.random(_N) < _share for _share in _rng.uniform(0.3, 0.95, size=2))
        _seed = int(_rng.integers(1000))
        _rows = np.random.default_rng(_seed).integers(0, _N, (_reps, _N))
        _gaps = np.array([int(_p) - int(_q) for _p, _q in zip(_a, _b)])
        _means = np.sort([_gaps[_row].sum() / _N for _row in _rows])
        _want = []
        for _q in ((1 - _level) / 2 * (_reps - 1), (1 + _level) / 2 * (_reps - 1)):
            _k = min(int(_q), _reps - 2)
            _want.append(_means[_k] + (_q - _k) * (_means[_k + 1] - _means[_k]))
        _given_a, _given_b = _a.astype(_kind), _b.astype(_kind)
        _got = paired_difference(_given_a, _given_b, _reps, _level, np.random.default_rng(_seed))
        assert np.allclose(_got, np.array(_want), rtol=1e-7, atol=1e-9), (
            f"{_N} examples of type {_kind.__name__}, {_reps} resamples, level {_level}: expected {np.round(_want, 4)}, got {np.round(_got, 4)}"
        )
        assert (_given_a == _a).all() and (_given_b == _b).all(), "the caller's arrays were changed in place"

# %% [markdown]
# ### Five contestants
#
# Each is a function from pictures to digits. The second first projects on the 12 directions of largest variance (day 17). Naive Bayes sees only whether a pixel has more than 0.5 of ink. Ridge (day 15) fits ten columns of 0 and 1, column $k$ for "is it digit $k$?", and the largest answer wins. The fifth does the same with ten logistic regressions, by yesterday's measured slopes, on 1,000 pictures only: 29,400 evaluations. It takes a few seconds.

# %%
ones = lambda X: np.column_stack([np.ones(len(X)), X])
mean, (_, V) = X_learn.mean(axis=0), top_directions(cov_matrix(X_learn, ddof=1), 12)
few = lambda X: project_k(X, mean, V)
is_digit = (y_learn[:, None] == np.arange(10)).astype(float)  # (4000, 10)
W_ridge = ridge(ones(X_learn), is_digit, 10.0)
W_logistic = np.column_stack(
    [
        fit_logistic_fd(ones(X_learn[:1000]), is_digit[:1000, k], 2.0, 30)[0]
        for k in range(10)
    ]
)
inked = lambda X: (X > 0.5).astype(int)
bayes = BernoulliNB().fit(inked(X_learn), y_learn, 1.0)

# %% [markdown]
# Who will lead, and by how much? And will the 12 directions, which hold 59 % of the variance, do better or worse than all 48 pixels? Write down two guesses before you go on.

# %%
models = {
    "centroid": lambda X: CentroidClassifier().fit(X_learn, y_learn).predict(X),
    "centroid, 12 directions": lambda X: (
        CentroidClassifier().fit(few(X_learn), y_learn).predict(few(X))
    ),
    "naive Bayes": lambda X: bayes.predict_log_proba(inked(X)).argmax(axis=1),
    "ridge": lambda X: (ones(X) @ W_ridge).argmax(axis=1),
    "logistic": lambda X: (ones(X) @ W_logistic).argmax(axis=1),
}

# %% [markdown]
# Each name leads to a function from pictures to digits, as your `evaluate_all` wants it. Now the table of the day; until your functions are written it holds one made-up row.

# %%
try:
    table = evaluate_all(models, X_judge, y_judge, np.random.default_rng(25))
except NotImplementedError:
    print("Write the functions above, then run this cell again.")
    table = {"not yet": (0.5, 0.4, 0.6)}
for name, (accuracy, lo, hi) in table.items():
    print(f"{name:24s} {accuracy:.1%}   {lo:.1%} to {hi:.1%}")

# %% author=true
assert [round(1000 * float(v[0])) for v in table.values()] == [770, 546, 805, 817, 832]
assert [round(100 * float(x), 1) for x in table["logistic"][1:]] == [81.7, 84.9]
_S = cov_matrix(X_learn, ddof=1)
assert round(top_directions(_S, 12)[0].sum() / np.trace(_S), 2) == 0.59
_rng = np.random.default_rng(25)
_X, _y = make_glyphs(4000, _rng, shift=0)
_Q, _q = make_glyphs(2000, _rng, shift=0)
_U = top_directions(cov_matrix(_X, ddof=1), 12)[1]
for _turn in (np.eye(35), _U.T):
    _guess = CentroidClassifier().fit(_X @ _turn, _y).predict(_Q @ _turn)
    assert round((_guess == _q).mean(), 3) == 0.999

# %% [markdown]
# The order is clear at the ends. The 12 directions lose 22 points: directions of large *variance* need not be the ones that tell digits apart. Here much of the variance is where the digit stands; in a world with one place for all, 12 directions reach the same 99.9 % as all 48 pixels. But logistic and ridge? Their intervals overlap. Here is the picture: where do the five stand between floor and ceiling?

# %%
fig, ax = plt.subplots(figsize=(7.6, 3.4))
for row, (name, (accuracy, lo, hi)) in enumerate(table.items()):
    ax.plot([lo, hi], [row, row], "-", color=BLUE, linewidth=3)
    ax.plot(accuracy, row, "o", color=INK)
ax.axvline(floor, color=GRAY, linestyle=":")
ax.axvline(best, color=VERMILLION, linestyle="--")
ax.text(floor + 0.01, -0.7, "baseline", color=GRAY)
ax.text(best - 0.01, -0.7, "best possible", color=VERMILLION, ha="right")
ax.set_yticks(range(len(table)), list(table))
ax.set(xlim=(0, 1.05), ylim=(-1, len(table) - 0.5))
ax.set(xlabel="accuracy on 2,000 pictures", ylabel="contestant")
figure(fig, alt=(
    "Accuracies with intervals: 12 directions 55 %, centroid 77 %, naive Bayes 80.5 %, "
    "ridge 82 %, logistic 83 %. The last three overlap, and all stand far left of the "
    "best possible reader at 100 %."
))

# %% [markdown]
# All five stand far from the dashed line; most of the room is unused. Now the paired intervals: for the two leaders, and for ridge and naive Bayes. Which of the two intervals, if any, will stay clear of 0?

# %%
try:
    hit = {name: predict(X_judge) == y_judge for name, predict in models.items()}
    for a, b in (("logistic", "ridge"), ("ridge", "naive Bayes")):
        rng = np.random.default_rng(25)
        lo, hi = paired_difference(hit[a], hit[b], 1000, 0.95, rng)
        print(f"{a} less {b}: {lo:+.2%} to {hi:+.2%}")
except NotImplementedError:
    print("Write the functions above, then run this cell again.")

# %% author=true
pairs = [
    [
        round(100 * float(v), 2)
        for v in paired_difference(hit[a], hit[b], 1000, 0.95, np.random.default_rng(25))
    ]
    for a, b in (("logistic", "ridge"), ("ridge", "naive Bayes"))
]
assert pairs == [[0.35, 2.8], [-0.7, 3.1]]

# %% [markdown]
# Logistic beats ridge by 0.35 to 2.8 points, though their intervals overlap: on the same pictures the shared luck cancels. Ridge against naive Bayes stays open, −0.7 to +3.1. Overlapping intervals do not prove that two models are equal; the paired interval answers the question that was asked.
#
# **In a real model.** Papers about models hold such tables: baselines, scores, and too often no intervals. A language model that leads a test of 200 questions by two points leads by four questions.

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain · The conclusion of the report
#
# *2 points · about 6 minutes · read and graded by a person*
#
# Write the conclusion of your report in about 120 words, for someone who will ship one of the five. Give the result with its uncertainty, say how far it is from the best possible, name what you would ship and why, and end with one claim that you decline to make.

# %% [markdown] exercise="d25-why" points=2
# Five classifiers read 2,000 unseen digits. Logistic regression was right in 83.2 % (81.7 to 84.9), ridge in 81.7 %, naive Bayes in 80.5 %, the nearest centroid in 77.0 %. On the same pictures logistic leads ridge by 0.4 to 2.8 points; ridge and naive Bayes cannot be told apart. The best possible reader is right in 99.9 %, so all five leave most of the room unused. I would ship logistic regression: it leads, and it learned from a quarter of the pictures. Ridge would be my choice if training time counted. I decline to claim that logistic regression reads digits better in general: these digits are made up, at four places, with one strength of noise.
#
# **For full points**: one point for results with intervals, the paired comparison read rightly, and the distance to the best possible; one for a choice with its reason and a claim declined that these data cannot support.

# %% [markdown]
# ### Break it: take the shifts away
#
# Every digit stands at one of four places. What if all stood at the same one? The cell makes two fresh sets of 2,000 and scores the nearest centroid: 75 %. Change `shift=1` to `shift=0`, in both lines. **Predict** first: how high does the score rise?

# %%
shift_rng = np.random.default_rng(4)
A, a = make_glyphs(2000, shift_rng, shift=1)
B, b = make_glyphs(2000, shift_rng, shift=1)
try:
    print((CentroidClassifier().fit(A, a).predict(B) == b).mean())
except NotImplementedError:
    print("Write CentroidClassifier, then run this cell again.")

# %% author=true
# edit: "A, a = make_glyphs(2000, shift_rng, shift=1)" -> "A, a = make_glyphs(2000, shift_rng, shift=0)"
# edit: "B, b = make_glyphs(2000, shift_rng, shift=1)" -> "B, b = make_glyphs(2000, shift_rng, shift=0)"
# then: (CentroidClassifier().fit(A, a).predict(B) == b).mean() > 0.99

# %% [markdown]
# <details><summary>Answer</summary>
#
# To 99.9 %: the simplest contestant becomes as good as the best reader. Noise was never the difficulty; a step of one pixel was. All five compare pixel with pixel, and none knows that a digit one pixel further right is the same digit. Networks that look for a stroke wherever it stands are the answer, and day 45 comes part of the way.
#
# </details>

# %% [markdown]
# ### Save your report
#
# A result that nobody can find again is lost. This cell writes the table into a file beside your notebook, `shoot-out.md`, and the picture into `shoot-out.png`: `open(…, "w")` makes a file to write into, and `with` closes it. Put your conclusion under the table. Which of the numbers would you print in bold, and why not all of them?

# %%
rows = [
    f"| {name} | {acc:.1%} | {lo:.1%} to {hi:.1%} |"
    for name, (acc, lo, hi) in table.items()
]
report = "\n".join(["| model | accuracy | 95 % interval |", "|---|---|---|", *rows])
print(report)
try:
    with open("shoot-out.md", "w", encoding="utf-8") as file:
        print(report, file=file)
    fig.savefig("shoot-out.png")
except OSError:
    print("This folder cannot be written to. Copy the table from here.")

# %% [markdown]
# <details><summary>Answer</summary>
#
# The logistic row, together with its paired difference to the next: that is the finding. Bold for every best value of a column would sell luck as a result.
#
# </details>

# %% [markdown]
# ### Think about it
#
# Which contestant would you ship, and what number would change your mind? Think of a price: seconds of training, bytes of memory, the harm of one misread digit.
#
# <details><summary>Answer</summary>
#
# One answer: ridge, since its weights come from one system of equations in a hundredth of a second, and 1.5 points hardly matter for sorting photos. For amounts on checks they do: there a harm of a few cents a misread digit already pays for the logistic one, and none of the five is good enough.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. An accuracy means something between a floor, the baseline, and a ceiling, the best possible.
# 2. The best possible classifier names the larger joint probability; what it loses, nobody can save.
# 3. All models are judged on the same pictures and the same resamples.
# 4. Two models are compared by the interval of their paired difference, not by overlapping intervals.
# 5. In this world the noise is harmless and one pixel of shift is not.

# %% [markdown]
# ### New notation today
#
# One new symbol, the centroid $\mathbf{c}_k$, a mean with a name; the rest is from days 18 to 22. With this day phase 2 ends: you can turn data into vectors, fit and judge five classifiers, and minimize a cost whose formula you cannot take apart.
#
# | symbol | read | in code |
# |---|---|---|
# | $\mathbf{c}_k$ | c k: the centroid of class k | `model.centers[k]` |

# %% [markdown]
# ### To watch or read
#
# Leo Breiman (2001), "Statistical Modeling: The Two Cultures", the first five pages: what to trust, a model of the world or a score on unseen data? 3Blue1Brown, [But what is a neural network?](https://www.3blue1brown.com/lessons/neural-networks), shows the reader that beats all five. Tomorrow phase 3 begins, with what a slope really is.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Which digits are taken for which? The cell counts the pairs that the logistic reader confuses, in either order. Write down the three pairs that you expect, before you run it.

# %%
says = models["logistic"](X_judge)
wrong = [f"{min(a, b)} and {max(a, b)}" for a, b in zip(y_judge, says) if a != b]
for pair, times in Counter(wrong).most_common(10):
    print(pair, times)

# %% author=true
assert [wrong.count(p) for p in ("0 and 8", "3 and 5", "6 and 8")] == [64, 37, 27]

# %% [markdown]
# 0 and 8 lead with 64, then 3 and 5 with 37, 6 and 8 with 27: they share most of their dots. A different error would be a different repair: here more pictures of 0 and 8 would not help much, a reader that finds the bar in the middle wherever it stands would.

# %% [markdown]
# ### On real data nobody tells you the ceiling
#
# The 554 named colors of nine families (day 22): no world of ours made them, so no sum over pictures gives the best possible. Two contestants learn from 354 of them and are judged on 200. How do you know whether there is room above?

# %%
rgb, family, names = data.color_families()
order = np.random.default_rng(25).permutation(len(family))
learn, judge = order[:354], order[354:]
is_family = (family[learn, None] == np.arange(9)).astype(float)
W = ridge(ones(rgb[learn]), is_family, 0.1)
real = {
    "centroid": lambda X: (
        CentroidClassifier().fit(rgb[learn], family[learn]).predict(X)
    ),
    "ridge": lambda X: (ones(X) @ W).argmax(axis=1),
}

# %% [markdown]
# Which of the two will lead, the centroids or the ridge? Always saying green is right in about 31 % (day 22). And will 200 colors be enough to tell the two apart?

# %%
try:
    rng = np.random.default_rng(25)
    scores = evaluate_all(real, rgb[judge], family[judge], rng)
    print({name: np.round(row, 3) for name, row in scores.items()})
except NotImplementedError:
    print("Write the functions of today, then run this cell again.")

# %% author=true
if not data.is_stand_in("colors"):
    assert [round(float(v[0]), 3) for v in scores.values()] == [0.655, 0.625]

# %% [markdown]
# Their intervals overlap widely. You do not know whether there is room above, but you can look for evidence: another method that does better proves room (day 22's nearest neighbor had 89 %); people who disagree about the name of one color prove a ceiling below 100 %. Between the two lies what is left to win.
