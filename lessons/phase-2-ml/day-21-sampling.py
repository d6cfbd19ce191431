# %% author=true
from log2attn import course_rng

# %% [markdown]
# # How far chance leads you astray: samples, standard errors and the bootstrap
#
# **Question of the day.** One chatbot answers 80 percent of a test correctly, another 82 percent. Is the second one better?
#
# *After today you can* say how far a mean strays from the truth, and how many examples you need;
# put an interval around any number computed from data, without a formula for it;
# measure how often such intervals keep their promise.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Notebooks closed, pencil in hand. If you are unsure of an answer, write down your best one all the same; then unfold ours.
#
# **Yesterday (day 20).** A variable is 1 with probability 0.8 and 0 otherwise. What are its expected value and its variance? What are they for the sum of 400 independent ones?
#
# <details><summary>Answer</summary>
#
# 0.8, and $0.8 \cdot 0.2 = 0.16$. The sum has expected value 320 and, as variances of independent variables add, variance 64: a standard deviation of 8. You need the 8 in five minutes.
#
# </details>

# %% [markdown]
# **A week ago (day 14).** Elimination turns a system of equations into the rows $x + 2y - z = 3$, $\; z = 1$ and $0 = 0$. How many solutions has it, and what is the rank of its table of coefficients?
#
# <details><summary>Answer</summary>
#
# Infinitely many: $y$ may be chosen freely, $z = 1$, and $x = 4 - 2y$. The rank is 2, the number of rows that still say something.
#
# </details>
#
# **Before that (day 7).** The sigmoid $\sigma(x)$ is 0.8. What are the odds, and what is $x$?
#
# <details><summary>Answer</summary>
#
# The odds are $0.8 / 0.2 = 4$, and $x = \operatorname{logit}(0.8) = \log 4 \approx 1.386$.
#
# </details>

# %% author=true
import numpy as np

assert np.isclose(400 * 0.16, 64) and np.linalg.matrix_rank([[1, 2, -1], [0, 0, 1], [0, 0, 0]]) == 2
assert round(float(np.log(0.8 / 0.2)), 3) == 1.386

# %% [markdown]
# Now a warm-up that is graded. First the tools of the day: numpy and matplotlib, and from the course's own package real paragraphs and share prices, figures, sliders and colors.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GREEN, INK, VERMILLION

# %% [markdown]
# ### Exercise · How much may be chosen freely
#
# *1 point · about 5 minutes · needs echelon form and rank (day 14)*
#
# After elimination a table of coefficients is in echelon form: rows of zeros stand at the bottom, and each other row begins further right than the one above. A system that has a solution lets you choose as many unknowns freely as there are unknowns beyond the rank.
#
# **Before you code.** The rows are $(1, 2, -1)$, $(0, 0, 1)$ and $(0, 0, 0)$. How many unknowns are there, and how many are free?
#
# <details><summary>Answer</summary>
#
# Three unknowns, rank 2, so one is free.
#
# </details>
#
# **Your task.** Write `review_21(R)`, the number of free unknowns. One or two lines are enough; `(R != 0).any(axis=1)` says of every row whether anything in it is not 0.

# %% exercise="d21-review"
def review_21(R: np.ndarray) -> int:
    """How many unknowns of a system in echelon form can be chosen freely.

    R        (m, n)  coefficients in echelon form: m equations, n unknowns
    returns  n minus the rank

    >>> int(review_21(np.array([[1, 2, -1], [0, 0, 1], [0, 0, 0]])))
    1
    """
    ### BEGIN SOLUTION
    return R.shape[1] - (R != 0).any(axis=1).sum()
    ### END SOLUTION


# %% visible="d21-review" points=0
# Four unknowns and two rows that say something; then a system without freedom.
got = review_21(np.array([[2, 1, 0, 5], [0, 0, 3, -3], [0, 0, 0, 0]]))
got_full = review_21(np.array([[1.0, 2.0], [0.0, -4.0]]))

assert got is not None, "review_21 returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, (
    f"One number is expected, got something of shape {np.shape(got)}."
)
assert got == 2, (
    f"Four unknowns and rank 2 leave 2 free, got {got}. Which of rows and columns are "
    f"the unknowns, and which rows count for the rank?"
)
assert got_full == 0, (
    f"Two unknowns and rank 2 leave none free, got {got_full}. Does a row that begins "
    f"with 0 still say something?"
)

# %% hidden="d21-review" points=1
# Hidden checks: tables of many shapes and ranks, none but zeros, negative entries,
# whole numbers and floats.
_rng = course_rng("d21-review")
for _ in range(30):
    _m, _n = (int(_v) for _v in _rng.integers(1, 7, size=2))
    _rank = int(_rng.integers(0, min(_m, _n) + 1))
    _starts = np.sort(_rng.permutation(_n)[:_rank])
    _R = np.full((_m, _n), 0.0)
    for _i, _start in enumerate(_starts):
        _R[_i, _start:] = _rng.integers(-3, 4, size=_n - _start)
        _R[_i, _start] = float(_rng.choice([-2, -1, 1, 3]))
    for _type in (float, int):
        _given = _R.astype(_type)
        _got = review_21(_given)
        assert _got == _n - _rank, f"the rows {_R.astype(int).tolist()} leave {_n - _rank} free, got {_got}"
        assert (_given == _R).all(), "the caller's table was changed in place"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### Twenty exams of one chatbot
#
# Chatbot A answers 80 percent of 400 questions, chatbot B 82 percent of 400 others. Before we compare two, let us watch *one* whose truth we know: it answers each question correctly with probability 0.8. It sits twenty exams of 400 questions, and twenty of 6400. **Guess** the lowest and the highest of the twenty scores on either side.

# %%
rng = np.random.default_rng(21)
fig, axes = plt.subplots(1, 2, figsize=(8.6, 2.9), sharey=True)
for ax, n in zip(axes, (400, 6400)):
    scores = (rng.random((20, n)) < 0.8).mean(axis=1)
    ax.plot(np.arange(20), scores, "o", color=BLUE)
    ax.axhline(0.8, color=INK, linestyle="--")
    ax.set(title=f"{n} questions", xlabel="exam", ylim=(0.74, 0.86))
    print(n, "questions: from", scores.min().round(4), "to", scores.max().round(4))
axes[0].set_ylabel("share answered correctly")
figure(fig, alt=(
    "Twenty scores of a chatbot whose true share is 0.8. With 400 questions they lie "
    "between 0.75 and 0.83, with 6400 between about 0.79 and 0.81."
))

# %% [markdown]
# The same chatbot, no better and no worse, gets anything from 75 to 83 percent of 400 questions. With sixteen times as many questions the scores lie about four times closer together. Where does the four come from?
#
# ### Idea 1 · The mean of a sample is a random variable
#
# What we want to know is a property of the whole **population**: all questions that could be asked. What we have is a **sample** of $n$ of them, drawn by chance, each independently of the others. The mean of a sample depends on chance, too. It is a random variable, and day 20 has rules for it.

# %% [markdown]
# Let each draw have expected value $\mu$ and variance $\sigma^2$. The mean is the sum of $n$ independent draws, divided by $n$. Expected values add and variances add; the factor $1/n$ comes out of the variance squared:
#
# $$ \mathbb{E}[\bar x] = \frac{n \mu}{n} = \mu, \qquad \operatorname{Var}(\bar x) = \frac{n \sigma^2}{n^2} = \frac{\sigma^2}{n}, \qquad \operatorname{se} = \frac{\sigma}{\sqrt{n}} . $$
#
# In words: on average a mean hits the truth, and its standard deviation, called the **standard error**, is that of a single draw divided by $\sqrt{n}$. Sixteen times the questions, a quarter of the error. For 400 questions it is $\sqrt{0.16/400} = 8/400 = 0.02$; half the width of the left picture is about two of these.

# %%
for n in (400, 6400):
    scores = (rng.random((2000, n)) < 0.8).mean(axis=1)
    print(n, "measured", scores.std(ddof=0).round(4), "formula", (0.16 / n) ** 0.5)

# %% author=true
assert abs(scores.std(ddof=0) / (0.16 / 6400) ** 0.5 - 1) < 0.08 and np.isclose((0.16 / 400) ** 0.5, 0.02)

# %% [markdown]
# As $n$ grows, the error shrinks below any bound: this is the **law of large numbers** (Jacob Bernoulli, 1713). The picture follows three samples draw by draw; the dotted funnel is two standard errors wide to either side. (For a fair coin that is $2\sqrt{0.25/n} = 1/\sqrt{n}$, the width that day 18 left open.) Do the curves ever leave the funnel, and do they return?

# %%
draws = np.arange(1, 4001)
hits = rng.random((3, 4000)) < 0.8
fig, ax = plt.subplots(figsize=(7.6, 3.0))
for row, color, style in zip(hits, (BLUE, GREEN, VERMILLION), ("-", "--", "-.")):
    ax.plot(draws, np.cumsum(row) / draws, color=color, linestyle=style)
for side in (-2, 2):
    ax.plot(draws, 0.8 + side * np.sqrt(0.16 / draws), color=INK, linestyle=":")
ax.set(xscale="log", ylim=(0.4, 1.05), xlabel="questions so far (log axis)")
ax.set_ylabel("share so far")
figure(fig, alt=(
    "Three running shares start between 0.5 and 1 and close in on 0.8 inside a funnel "
    "of two standard errors that narrows like one over the root of n."
))

# %% [markdown]
# Now and then one touches or crosses the edge and comes back. Nothing *pulls* it back, and earlier misses are not made up for: they are outnumbered.
#
# > **Watch out.** The formula is for independent draws, *with replacement*: each question can come again. A sample without replacement from a small population is a little more precise than that. And a sample that is not drawn by chance, only questions that are easy to grade, stays wrong however large it is.

# %% [markdown]
# ### Exercise · The error bar of a mean
#
# *2 points · about 6 minutes · needs the standard error (idea 1) and the two divisors (day 8)*
#
# Every "82.0 ± 1.9" in a paper about language models is such a number. The $\sigma$ of the population is unknown, so the sample's own $s$ stands in for it, with the divisor $n - 1$:
#
# $$ \operatorname{se} = \frac{s}{\sqrt{n}}, \qquad s^2 = \frac{1}{n-1} \sum_{i=1}^{n} (x_i - \bar x)^2 , $$
#
# the standard deviation of the sample over the root of its size.
#
# **Before you code.** For 2, 4, 6 and 8: what are $\bar x$, $s^2$ and $\operatorname{se}$?
#
# <details><summary>Answer</summary>
#
# $\bar x = 5$; the squared deviations 9, 1, 1, 9 sum to 20, so $s^2 = 20/3$; and $\operatorname{se} = \sqrt{20/3/4} = \sqrt{5/3} \approx 1.291$.
#
# </details>
#
# **Your task.** Write `stderr_mean(x)` for a sample of two or more numbers. One line is enough.

# %% exercise="d21-stderr_mean"
def stderr_mean(x: np.ndarray) -> float:
    """The standard error of the mean of a sample.

    x        (n,)  the sample, n >= 2
    returns  s / sqrt(n), where s has the divisor n - 1

    >>> round(float(stderr_mean(np.array([2.0, 4.0, 6.0, 8.0]))), 4)
    1.291
    """
    ### BEGIN SOLUTION
    return x.std(ddof=1) / np.sqrt(len(x))
    ### END SOLUTION


# %% visible="d21-stderr_mean" points=1
# 2, 4, 6, 8: squared deviations 9, 1, 1, 9. And 0, 6: s² = 18, divided by 2, root 3.
got = stderr_mean(np.array([2.0, 4.0, 6.0, 8.0]))
got_two = stderr_mean(np.array([0.0, 6.0]))

assert got is not None, (
    "stderr_mean returned None. Did you forget the return statement?"
)
assert np.ndim(got) == 0, f"One number is expected, got shape {np.shape(got)}."
assert np.isclose(got, (5 / 3) ** 0.5, rtol=1e-9), (
    f"s² = 20/3, and the root of s²/4 is 1.29099; got {got:.6g}. Which divisor has s², "
    f"and what does the size of the sample do outside of it?"
)
assert np.isclose(got_two, 3, rtol=1e-9), f"For 0 and 6 it is 3, got {got_two:.4f}."

# %% hidden="d21-stderr_mean" points=1
# Hidden checks: samples of 2 to 400 numbers, shares of zeros and ones, numbers near a
# billion, other number types; your array left as it was.
import statistics as _statistics

_rng = course_rng("d21-stderr_mean")
_samples = [_rng.normal(loc=5, scale=_s, size=int(_rng.integers(2, 60))) for _s in (0.01, 1.0, 1.0, 1e4)]
_samples += [1e9 + _rng.uniform(0, 10, size=30), _rng.integers(-40, 40, size=17), np.full(5, 3.0)]
_samples += [(_rng.random(_n) < 0.7).astype(_t) for _n in (30, 400) for _t in (int, float, bool)]
for _x in _samples:
    _want = _statistics.stdev([float(_v) for _v in _x]) / len(_x) ** 0.5
    _given = _x.copy()
    _got = stderr_mean(_given)
    assert np.isclose(_got, _want, rtol=1e-6, atol=1e-12), f"{len(_x)} numbers from {_x.min():.6g} to {_x.max():.6g}: expected {_want:.6g}, got {_got}"
    assert (_given == _x).all(), "the caller's array was changed in place"

# %% [markdown]
# ### Idea 2 · Whatever the population, a mean is bell-shaped
#
# How often is a mean off by more than two standard errors? That depends on its whole distribution, not only on the spread. Here is a population of real numbers: how many words have the paragraphs of numpy's and scipy's documentation, of those with ten or more? Most are short, a few are very long. **Guess** before you run: what will the histogram of the means of 4, 16 and 64 paragraphs look like?

# %%
lengths = np.array([len(text.split()) for text in data.docs(3000)])


def draw_means(ax, n):
    """The histogram of 4000 means of n paragraphs each."""
    means = rng.choice(lengths, (4000, n)).mean(axis=1)
    ax.hist(means, bins=np.arange(0, 80, 1.0), density=True, color=BLUE)
    ax.axvline(lengths.mean(), color=VERMILLION, linestyle="--")
    ax.set(title=f"n = {n}: std {means.std(ddof=0):.1f}", xlabel="words", xlim=(0, 80))


fig, axes = plt.subplots(1, 4, figsize=(9.8, 2.6), sharey=True)
for ax, n in zip(axes, (1, 4, 16, 64)):
    draw_means(ax, n)
axes[0].set_ylabel("share per word")
figure(fig, alt=(
    "Histograms of means of n paragraph lengths. For n = 1 a lopsided heap with a long "
    "tail to the right; for 4, 16 and 64 ever narrower and more symmetric hills around "
    "the same middle, the width halving each time."
))

# %% [markdown]
# (`rng.choice` draws with replacement; `density=True` scales the bars so that their area is 1.) Each fourfold $n$ halves the width, and the lopsided heap turns into a symmetric **bell**. This is the **central limit theorem** (de Moivre, 1733; Laplace, 1810): the mean of many independent draws from *any* population with a variance has nearly this one shape, the *normal distribution*, whose formula is for day 37.
#
# Drag $n$: from which $n$ on can you no longer see that the population is lopsided?

# %%
def draw(n):
    fig, ax = plt.subplots(figsize=(6.0, 2.8))
    draw_means(ax, int(n))
    ax.set_ylabel("share per word")
    return fig


slider(draw, alt=(
    "The histogram of means narrows like one over the root of n and loses its tail."
), n=(1, 100, 1, 4))

# %% [markdown]
# Around 30 it is hard to see; with a longer tail it would take more. To compare bells of different places and widths, measure each mean in its own standard errors from the truth, as day 8's z-score did for single numbers:
#
# $$ z = \frac{\bar x - \mu}{\sigma / \sqrt{n}} . $$
#
# In words: how many standard errors the mean lies from the truth. How many of the $z$ lie between −1 and 1, how many between −2 and 2?

# %%
for n in (1, 4, 64):
    means = rng.choice(lengths, (4000, n)).mean(axis=1)
    z = (means - lengths.mean()) / (lengths.std(ddof=0) / np.sqrt(n))
    inside = [(np.abs(z) < edge).mean().round(3) for edge in (1, 2)]
    print("n =", n, " within 1:", inside[0], " within 2:", inside[1])

# %% author=true
assert abs(inside[0] - 0.683) < 0.03 and abs(inside[1] - 0.954) < 0.015
assert lengths.mean() > np.median(lengths) and len(lengths) == 3000

# %% [markdown]
# For large $n$ it is about 68 and 95 percent, whatever the population: learn these two numbers by heart. So $\bar x \pm 2 \operatorname{se}$ contains the truth in about 95 of 100 samples. That is a **confidence interval**. Sixty researchers now count the words of fifty paragraphs each and draw theirs; the dashed line is the truth, which none of them knows. **Guess:** how many of the sixty strokes miss it?

# %%
fig, ax = plt.subplots(figsize=(8.4, 3.0))
missed = 0
for who in range(60):
    x = rng.choice(lengths, 50)
    middle, half = x.mean(), 2 * x.std(ddof=1) / np.sqrt(50)
    outside = abs(middle - lengths.mean()) > half
    missed += outside
    color, width = (VERMILLION, 4) if outside else (BLUE, 1.5)
    ax.vlines(who, middle - half, middle + half, color=color, linewidth=width)
ax.axhline(lengths.mean(), color=INK, linestyle="--")
ax.set(title=f"{missed} of 60 miss", xlabel="researcher", ylabel="words in a paragraph")
figure(fig, alt=(
    "Sixty vertical strokes, each one researcher's interval, jump up and down around "
    "the dashed truth; all but a few, drawn thick, cross it."
))

# %% author=true
assert missed <= 9

# %% [markdown]
# A few. One in twenty would be three, and the count is a matter of chance, too. The line stands still and the strokes jump: it is the *interval* that chance decides, not the truth. Somebody who holds one stroke in hand cannot see whether it is a thick one.

# %% [markdown]
# ### Exercise · Means, each in its own standard errors
#
# *2 points · about 8 minutes · needs the standard error (idea 1) and its z (idea 2)*
#
# To find out whether 30 examples are "many" for *your* population, try it: draw many samples from a population that you know, and look at
#
# $$ z = \frac{\bar x - \mu}{\sigma / \sqrt{n}} , $$
#
# the distance of each sample's mean from the truth, in standard errors.
#
# **Before you code.** Draws are 0 or 2, each with probability ½, so $\mu = 1$ and $\sigma = 1$. A sample of $n = 4$ is 2, 2, 2, 0. What is $z$?
#
# <details><summary>Answer</summary>
#
# The mean is 1.5 and the standard error $1/\sqrt{4} = 0.5$, so $z = 1$.
#
# </details>
#
# **Your task.** Write `clt_means(draw, mu, sigma, n, reps, rng)`. The function `draw(n, rng)` gives a fresh sample of $n$ numbers each time. Two or three lines are enough.

# %% exercise="d21-clt_means"
from collections.abc import Callable


def clt_means(
    draw: Callable, mu: float, sigma: float, n: int, reps: int, rng: np.random.Generator
) -> np.ndarray:
    """The means of many samples, in standard errors from the truth.

    draw       draw(n, rng) gives a fresh sample of n numbers, (n,)
    mu, sigma  expected value and standard deviation of a single draw
    n, reps    the size of a sample; how many samples, one after the other
    rng        a generator, handed on to draw
    returns    (reps,)  (mean − mu) / (sigma / √n) of each sample

    >>> clt_means(lambda n, rng: np.full(n, 3.0), 1.0, 4.0, 16, 2, None)
    array([2., 2.])
    """
    ### BEGIN SOLUTION
    means = np.array([draw(n, rng).mean() for _ in range(reps)])
    return (means - mu) / (sigma / np.sqrt(n))
    ### END SOLUTION


# %% visible="d21-clt_means" points=1
# Samples that are known: 2, 2, 2, 0 each time; then the means 0, 1, 2 one after
# another.
known = lambda n, rng: np.array([2.0, 2.0, 2.0, 0.0] * n)[:n]
got = clt_means(known, 1.0, 1.0, 4, 3, None)
source = iter([0.0] * 25 + [1.0] * 25 + [2.0] * 25)
got_steps = clt_means(
    lambda n, rng: np.array([next(source) for _ in range(n)]), 1.0, 0.5, 25, 3, None
)

assert got is not None, "clt_means returned None. Did you forget the return statement?"
assert np.shape(got) == (3,), (
    f"Three samples give three numbers: expected shape (3,), got {np.shape(got)}."
)
assert np.allclose(got, [1, 1, 1], rtol=1e-9), (
    f"The mean 1.5 lies one standard error, 1/√4, above 1: expected [1, 1, 1], got "
    f"{np.round(got, 4)}. Which size goes under the root, and what is divided by what?"
)
assert np.allclose(got_steps, [-10, 0, 10], rtol=1e-9, atol=1e-9), (
    f"The means 0, 1, 2 lie −10, 0, 10 standard errors of 0.5/√25 = 0.1 from 1, got "
    f"{np.round(got_steps, 4)}. Is every sample a fresh one?"
)

# %% hidden="d21-clt_means" points=1
# Hidden checks: populations of several shapes, samples of 1 to 50 numbers, other
# expected values, judged sample by sample with the same generator.
_rng = course_rng("d21-clt_means")
_worlds = [
    (lambda n, rng: rng.uniform(-1, 3, size=n), 1.0, 4 / 12**0.5),
    (lambda n, rng: 2.0 * (rng.random(n) < 0.3) - 5, -4.4, 2 * 0.21**0.5),
    (lambda n, rng: 100 * rng.uniform(size=n) ** 2, 100 / 3, 100 * (4 / 45) ** 0.5),
    (lambda n, rng: rng.integers(1, 7, size=n), 3.5, (35 / 12) ** 0.5),
]
for _draw, _mu, _sigma in _worlds:
    for _n in (1, 2, int(_rng.integers(3, 9)), 50):
        _seed, _reps = int(_rng.integers(0, 10**6)), int(_rng.integers(1, 9))
        _g, _want = np.random.default_rng(_seed), []
        for _ in range(_reps):
            _sample = [float(_v) for _v in _draw(_n, _g)]
            _want.append((sum(_sample) - _n * _mu) / (_sigma * _n**0.5))
        _got = clt_means(_draw, _mu, _sigma, _n, _reps, np.random.default_rng(_seed))
        assert np.shape(_got) == (_reps,), f"{_reps} samples should give shape ({_reps},), gave {np.shape(_got)}"
        assert np.allclose(_got, _want, rtol=1e-7, atol=1e-7), f"{_reps} samples of {_n} with mu = {_mu:.4g}, sigma = {_sigma:.4g}: expected {np.round(_want, 4)}, got {np.round(_got, 4)}"

# %% [markdown]
# ### Idea 3 · Eighty against eighty-two
#
# Back to the two chatbots. The standard error of a share of hits is $\sqrt{p(1-p)/n}$, by day 20's variance of a yes-or-no variable. The *difference* of two independent scores has the sum of both variances:
#
# $$ \operatorname{se} = \sqrt{\frac{0.8 \cdot 0.2}{400} + \frac{0.82 \cdot 0.18}{400}} \approx 0.028 . $$
#
# In words: square both errors, add, take the root. The difference 0.02 is 0.7 of its own standard error. Twins who are equally good differ by that much or more about every second time. (Below, `twins` has three axes: pairs, twins, questions; `axis=2` averages over the questions.)

# %%
twins = (rng.random((20_000, 2, 400)) < 0.81).mean(axis=2)
gaps = np.abs(twins[:, 0] - twins[:, 1])
print("equal twins differ by 0.02 or more:", (gaps > 0.0199).mean().round(2))
questions = [400, 1600, 3100, 6400]
print([round((2 * 0.81 * 0.19 / n) ** 0.5, 4) for n in questions])

# %% author=true
assert abs((gaps > 0.0199).mean() - 0.49) < 0.02
assert round((0.16 / 400 + 0.82 * 0.18 / 400) ** 0.5, 3) == 0.028 and round(0.02 / 0.0277, 1) == 0.7
assert (2 * 0.81 * 0.19 / 3100) ** 0.5 < 0.01 < (2 * 0.81 * 0.19 / 3000) ** 0.5

# %% [markdown]
# So nothing has been shown: the second chatbot may be better, worse or the same. For the difference to be two of its standard errors, each must answer about 3100 questions. A test of 400 can tell 80 from 86 percent, not from 82. (If both answer the *same* questions, the comparison gets sharper, because hard questions are hard for both: day 25.)

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### A sample that plays the population
#
# The standard error has a formula because a mean is a sum. For a median, a correlation, the largest of several scores there is none as simple. Bradley Efron's idea (1979): we cannot draw new samples from the population, but the sample resembles it. So draw from the *sample*, with replacement, as many numbers as it has, compute the statistic, and repeat. The spread of the results shows how far chance leads astray. This is the **bootstrap**.

# %%
sample = np.array([1, 2, 2, 3, 12])
picks = rng.integers(0, 5, (4, 5))
for row in picks:
    print(row, sample[row], "median", np.median(sample[row]))

# %% [markdown]
# An array of places, `row`, picks several entries at once: `sample[row]`. `rng.integers(0, 5, (4, 5))` draws whole numbers from 0 to 4. In each resample some numbers occur twice or more and some are missing; about a third of them are.

# %% [markdown]
# ### Exercise · An interval for any number
#
# *3 points · about 12 minutes · needs quantiles (day 8) and the bootstrap*
#
# Day 25 puts this interval around every score. Resample, compute the statistic of each resample, and keep the middle share of the results: for level 0.95 what lies between their quantiles at
#
# $$ \frac{1 - \text{level}}{2} \qquad \text{and} \qquad \frac{1 + \text{level}}{2} ; $$
#
# the share that is left out is split evenly between both ends.
#
# **Before you code.** Which two quantiles belong to level 0.9? And what is the interval for the median of a sample of one number?
#
# <details><summary>Answer</summary>
#
# Those at 0.05 and 0.95. Every resample of one number is that number: the interval has no width, which says nothing about the population.
#
# </details>
#
# **Your task.** Write `bootstrap_ci(x, stat, reps, level, rng)`. Draw all places at once with `rng.integers(0, n, (reps, n))`, a row for each resample; give `stat` one resample at a time. Four or five lines are enough, with day 8's `np.quantile` for both ends.

# %% exercise="d21-bootstrap_ci"
from collections.abc import Callable


def bootstrap_ci(
    x: np.ndarray, stat: Callable, reps: int, level: float, rng: np.random.Generator
) -> tuple[float, float]:
    """A bootstrap interval for a statistic, from the quantiles of its resampled values.

    x        (n,)  the sample
    stat     a function of a sample (n,), which gives one number
    reps     how many resamples; their places are rng.integers(0, n, (reps, n))
    level    the middle share of the results that is kept, between 0 and 1
    rng      a generator
    returns  (lo, hi)

    >>> bootstrap_ci(np.full(6, 4.0), np.median, 10, 0.9, np.random.default_rng(0))
    (4.0, 4.0)
    """
    ### BEGIN SOLUTION
    n = len(x)
    picks = rng.integers(0, n, (reps, n))
    results = np.array([stat(x[row]) for row in picks])
    lo, hi = np.quantile(results, [(1 - level) / 2, (1 + level) / 2])
    return float(lo), float(hi)
    ### END SOLUTION


# %% visible="d21-bootstrap_ci" points=1
# A sample of zeros and ones: resampled shares lie around 0.6 with a standard error of
# about 0.1, so the interval should reach from near 0.4 to near 0.8.
answers = np.array([1] * 15 + [0] * 10)
got = bootstrap_ci(answers, np.mean, 2000, 0.95, np.random.default_rng(1))
half = bootstrap_ci(answers, np.mean, 2000, 0.5, np.random.default_rng(1))
size = bootstrap_ci(answers, len, 10, 0.95, np.random.default_rng(1))

assert got is not None, (
    "bootstrap_ci returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"Two numbers are expected, lo and hi; got something of shape {np.shape(got)}."
)
assert tuple(size) == (25, 25), (
    f"A resample has as many numbers as the sample: for stat=len both ends are 25, got "
    f"{np.round(size, 3)}. Does stat see one whole resample at a time?"
)
assert np.allclose(got, [0.4, 0.8], atol=0.05), (
    f"95 of 100 resampled shares lie between about 0.4 and 0.8, got "
    f"{np.round(got, 3)}. Are your resamples drawn with replacement, and how much is "
    f"cut off at each end?"
)
assert np.allclose(half, [0.53, 0.67], atol=0.04), (
    f"The middle half lies between about 0.53 and 0.67, got {np.round(half, 3)}. Does "
    f"your code look at level?"
)

# %% hidden="d21-bootstrap_ci" points=2
# Hidden checks: other statistics, sizes and levels with the same generator, one number,
# lopsided samples, whole numbers; your array left as it was.
_rng = course_rng("d21-bootstrap_ci")
_stats = {
    "mean": np.mean,
    "median": np.median,
    "largest": np.max,
    "standard deviation": lambda x: x.std(ddof=0),
    "share above 1": lambda x: (x > 1).mean(),
    "first": lambda x: x[0],
}
for _n in (1, 2, 7, 40):
    for _k, (_name, _stat) in enumerate(_stats.items()):
        for _x in (_rng.uniform(0, 3, size=_n) ** 3, _rng.integers(-3, 9, size=_n)):
            _level = [0.5, 0.9, 0.95, 0.8][(_n + _k + len(_x.dtype.name)) % 4]
            _seed, _reps = int(_rng.integers(0, 10**6)), int(_rng.integers(20, 50))
            _results = []
            for _row in np.random.default_rng(_seed).integers(0, _n, (_reps, _n)):
                _results.append(float(_stat(np.array([_x[_i] for _i in _row]))))
            _want = np.percentile(_results, [50 - 50 * _level, 50 + 50 * _level])
            _given = _x.copy()
            _got = bootstrap_ci(_given, _stat, _reps, _level, np.random.default_rng(_seed))
            assert np.allclose(_got, _want, rtol=1e-7, atol=1e-9), f"{_name} of {_n} numbers, {_reps} resamples, level {_level}: expected {_want.round(5)}, got {np.round(_got, 5)}"
            assert (_given == _x).all(), "the caller's sample was changed in place"

# %% [markdown]
# ### What does a share of the whole market earn?
#
# Day 8 met the monthly log returns of the index of the 500 largest American firms, 389 of them. Their mean is small. **Guess:** after 32 years, do we know it well enough to say that it is not 0? Two intervals for the mean, by formula and by bootstrap, and one for the median, for which we have no formula.

# %%
months, prices = data.stocks()
returns = np.diff(np.log(prices["^GSPC"]))
mean, se = returns.mean(), stderr_mean(returns)
print(f"mean {mean:.4f}, se {se:.4f}: {mean - 2 * se:.4f} to {mean + 2 * se:.4f}")
for stat in (np.mean, np.median):
    lo, hi = bootstrap_ci(returns, stat, 2000, 0.95, np.random.default_rng(21))
    print(f"bootstrap, {stat.__name__}: {lo:.4f} to {hi:.4f}")

# %% author=true
if not data.is_stand_in("stocks"):
    assert (round(mean, 4), round(se, 4)) == (0.0063, 0.0022)
    assert [round(v, 4) for v in bootstrap_ci(returns, np.mean, 2000, 0.95, np.random.default_rng(21))] == [0.0019, 0.0105]
    assert 0.006 < bootstrap_ci(returns, np.median, 2000, 0.95, np.random.default_rng(21))[0] < 0.012

# %% [markdown]
# The mean return lies between 0.2 and 1.05 percent a month, so it is hardly 0; but between 2 and 13 percent a year is all that 32 years of data can say. Formula and bootstrap agree, as they should for a mean.
#
# What does such an interval *promise*? Day 10 drew bands around forecasts and counted: 9 of 20 held the truth. The tool for counting is your next exercise.

# %% [markdown]
# ### Exercise · Does the interval keep its promise?
#
# *2 points · about 9 minutes · needs intervals (idea 2) and functions as arguments (day 7)*
#
# Where the truth is known, a promise can be tested: make fresh data, draw the interval, look whether it holds the truth, and repeat. The share of intervals that hold it is the **coverage**; for an honest 95 percent interval it is about 0.95.
#
# **Before you code.** Intervals $[0, 2]$, $[1, 3]$, $[2, 4]$ and a truth of 2. What is the coverage, if an interval holds its ends?
#
# <details><summary>Answer</summary>
#
# 1: all three hold the 2, the first and the last at their ends.
#
# </details>
#
# **Your task.** Write `coverage(make, truth, ci, reps, rng)`. In each repetition `x = make(rng)` gives fresh data and `ci(x, rng)` the pair `(lo, hi)`. Four or five lines are enough.

# %% exercise="d21-coverage"
def coverage(
    make: Callable, truth: float, ci: Callable, reps: int, rng: np.random.Generator
) -> float:
    """The share of intervals that hold the truth.

    make     make(rng) gives fresh data
    truth    the number that the intervals should hold; both ends count as inside
    ci       ci(x, rng) gives the interval (lo, hi) for the data x
    reps     number of repetitions, in each of them first make, then ci
    rng      a generator, handed on to both
    returns  a share from 0 to 1

    >>> coverage(lambda rng: 5.0, 4.5, lambda x, rng: (x - 1, x + 1), 3, None)
    1.0
    """
    ### BEGIN SOLUTION
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo <= truth <= hi
    return held / reps
    ### END SOLUTION


# %% visible="d21-coverage" points=1
# Data 1, 2, 3, 4, 9 one after the other, intervals one wide to either side: the truth 3
# is held for 2, 3 and 4.
values = iter([1.0, 2.0, 3.0, 4.0, 9.0])
got = coverage(lambda rng: next(values), 3, lambda x, rng: (x - 1, x + 1), 5, None)
sides = iter([(-9.0, 0.0), (5.0, 9.0), (-1.0, 7.0), (8.0, 9.0)])
got_sides = coverage(lambda rng: next(sides), 2, lambda x, rng: x, 4, None)

assert got is not None, "coverage returned None. Did you forget the return statement?"
assert np.ndim(got) == 0, f"One number is expected, got shape {np.shape(got)}."
assert np.isclose(got, 0.6, rtol=1e-9), (
    f"The intervals of 2, 3 and 4 hold the 3, the ends included: 3/5 = 0.6, got "
    f"{got:.4f}. Fresh data every time, hits counted, ends inside?"
)
assert np.isclose(got_sides, 0.25, rtol=1e-9), (
    f"Of (−9, 0), (5, 9), (−1, 7), (8, 9) only one holds the 2: 0.25, got "
    f"{got_sides:.4f}. Are both ends looked at?"
)

# %% hidden="d21-coverage" points=1
# Hidden checks: intervals that use the generator themselves, truths at an end, one
# repetition and hundreds, judged with the same generator.
_rng = course_rng("d21-coverage")
_makes = [lambda rng: rng.uniform(0, 4, size=5), lambda rng: rng.integers(0, 9, size=3)]
_cis = [
    lambda x, rng: (x.min(), x.max()),
    lambda x, rng: (x.mean() - 1, x.mean() + 1),
    lambda x, rng: (x[0], x[0] + 2),
    lambda x, rng: (float(np.median(x)) - rng.random(), float(np.median(x)) + 2 * rng.random()),
    lambda x, rng: [x[-1] - 3, x[-1]],
]
for _make in _makes:
    for _ci in _cis:
        for _reps in (1, int(_rng.integers(5, 30)), 200):
            _truth, _seed = int(_rng.integers(1, 4)), int(_rng.integers(0, 10**6))
            _g, _held = np.random.default_rng(_seed), []
            for _ in range(_reps):
                _lo, _hi = _ci(_make(_g), _g)
                _held.append(not (_truth < _lo or _truth > _hi))
            _want = sum(_held) / _reps
            _got = coverage(_make, _truth, _ci, _reps, np.random.default_rng(_seed))
            assert np.isclose(_got, _want, rtol=1e-9, atol=1e-12), f"{_reps} repetitions, truth {_truth}: expected {_want:.4f}, got {_got}"

# %% [markdown]
# ### Ninety-five percent, on paper
#
# Waiting times with a mean of 1, lopsided like many real ones (`rng.exponential` draws them). We draw $n$ of them, ask the bootstrap for a 95 percent interval of the mean, and count. **Guess** the coverage for $n = 5$ and for $n = 100$.

# %%
def boot(x, rng):
    return bootstrap_ci(x, np.mean, 200, 0.95, rng)


for n in (5, 20, 100):
    share = coverage(lambda rng: rng.exponential(1.0, n), 1.0, boot, 200, rng)
    print("n =", n, " coverage", round(share, 2))

# %% author=true
assert 0.88 < share <= 0.99
assert coverage(lambda rng: rng.exponential(1.0, 5), 1.0, boot, 200, rng) < 0.87

# %% [markdown]
# With five numbers the 95 percent interval holds the truth in fewer than 85 of 100 cases; with a hundred it comes near its name. Five numbers cannot resemble their population. "95 %" is a claim about a *method*, and like every claim it can be checked where the truth is known.
#
# In a real model: a table of models whose scores differ by half a point is a lottery as long as nobody prints such intervals beside them. And no interval repairs an extrapolation: it knows about chance, not about a law that stops holding (day 10).

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain · Ninety-five percent of what?
#
# *2 points · about 5 minutes · read and graded by a person*
#
# A colleague writes: "The accuracy is 82 percent, with a 95 percent interval from 78 to 86. So the true accuracy lies between 78 and 86 with probability 95 percent, and 95 percent of the questions are answered that well." Two claims, both wrong. What *does* the 95 percent refer to? Five sentences, with the word "method" or "repeat".

# %% [markdown] exercise="d21-why" points=2
# The 95 percent belongs to the method, not to this one interval. If we repeated everything, drew a new test of the same size and computed the interval anew each time, about 95 of 100 such intervals would hold the true accuracy. The true accuracy is a fixed number: our interval from 78 to 86 holds it or does not, and we cannot see which (only with a prior, as on day 19, may one speak of its probability). Nor does the interval say anything about single questions: each is answered rightly or not, and the interval is about the mean of all of them. It also assumes that the questions were drawn by chance, and that there are enough of them for the method to keep its promise.
#
# **For full points**: one point for the repetition: new data, new interval, 95 of 100 of *them* hold the truth. One point for saying what it is not: a probability for this one interval once it is computed, or a share of the questions (one of the two is enough).

# %% [markdown]
# ### Break it: the largest of all
#
# A number between 0 and 1, drawn evenly, forty times. We know that the largest possible value is 1. What does the bootstrap say of the *largest* value? **Predict** the coverage of its 95 percent interval for the truth 1, and then run. Then change `np.max` to `np.median` and `truth = 1.0` to `truth = 0.5` and run again.

# %%
truth = 1.0


def boot_max(x, rng):
    return bootstrap_ci(x, np.max, 200, 0.95, rng)


share = coverage(lambda rng: rng.random(40), truth, boot_max, 200, rng)
print("coverage:", share)

# %% author=true
# edit: "np.max" -> "np.median"
# edit: "truth = 1.0" -> "truth = 0.5"
# then: share > 0.85
assert share == 0.0

# %% [markdown]
# None at all: no resample can hold a number larger than the sample's largest, and that one is always below 1. For the median the same lines do well. The bootstrap asks how the statistic reacts when the sample is shaken; a maximum hangs on a single number, and shaking never makes it larger. It works for statistics on which every number has a little influence.

# %% [markdown]
# ### Break it again: forty numbers that are ten
#
# Chance is not the only thing that intervals take on trust. Ten students answer four questionnaires each, and each student always gives the same answer, so the forty numbers are ten, copied four times. **Predict:** by which factor is the standard error of the mean too small, if we treat them as forty independent ones? Write your answer down, with a reason.
#
# <details><summary>Answer</summary>
#
# By about 2. Ten independent numbers have the error $\sigma/\sqrt{10}$; the formula is told 40 and says $\sigma/\sqrt{40}$, half of it. Copies bring no information, as yesterday's photocopied dots did not.
#
# </details>

# %%
ten = rng.normal(size=(4000, 10))
forty = np.column_stack([ten] * 4)
claimed = np.mean([stderr_mean(row) for row in forty])
print("true error", ten.mean(axis=1).std(ddof=0).round(3), " claimed", claimed.round(3))

# %% author=true
assert abs(ten.mean(axis=1).std(ddof=0) - 10**-0.5) < 0.015 and 1.9 < 10**-0.5 / claimed < 2.3

# %% [markdown]
# ### The week in six questions
#
# The third week ends here. On paper, without looking back:
#
# | day | question |
# |---|---|
# | 14 | Elimination of two equations ends with the row $0 = 5$. How many solutions are there, and how do the two lines lie? |
# | 15 | A best fit leaves a residual. What is its dot product with each column of the table? |
# | 16 | $\mathbf{A}\mathbf{u} = 0.5\,\mathbf{u}$. What is left of $\mathbf{u}$ after three applications of $\mathbf{A}$? |
# | 17 | A covariance matrix has the rows $(5, 0)$ and $(0, 2)$. What is the variance along the direction $(0.6, 0.8)$? |
# | 18 | Two independent events have the probabilities 0.5 and 0.4. How probable are both together, and how probable is at least one? |
# | 19 | An alarm goes off as often without its cause as with it. The odds of the cause were 1 to 9; what are they after an alarm? |
#
# <details><summary>Answer</summary>
#
# None; they are parallel. 0, for each of them. An eighth of it. $0.36 \cdot 5 + 0.64 \cdot 2 = 3.08$. $0.5 \cdot 0.4 = 0.2$, and $1 - 0.5 \cdot 0.6 = 0.7$. Still 1 to 9: a likelihood ratio of 1 says nothing. Look up the day of each one that you missed, its five lines first.
#
# </details>

# %% [markdown]
# ### In your own words
#
# How many questions must a benchmark have before you believe that a chatbot of 90 percent is better than one of 88? Write down a number, and in three sentences how you found it, as you would tell a colleague who knows no statistics. Then unfold our reckoning.
#
# <details><summary>Answer</summary>
#
# The difference of 0.02 should be two standard errors, so its error may be 0.01 and its variance 0.0001. The variances of both scores together are $(0.9 \cdot 0.1 + 0.88 \cdot 0.12)/n = 0.1956/n$. So $n = 1956$, about two thousand each: fewer than for 80 against 82, because $p(1-p)$ is smaller near 1.
#
# </details>

# %% [markdown]
# ### The day in five lines
#
# 1. A sample's mean is a random variable: its expected value is the truth, its standard error $\sigma/\sqrt{n}$.
# 2. Four times the data halve the error; a hundred times the data give one more digit.
# 3. The mean of many independent draws is bell-shaped, whatever the population: 68 percent within one standard error, 95 within two.
# 4. The bootstrap lets the sample play the population, and gives an interval for almost any statistic.
# 5. "95 percent" is the coverage of a method over repetitions, and it can be measured.

# %% [markdown]
# ### New notation today
#
# Two symbols, and both are the same idea: the first is estimated from a sample, the second needs the population's $\sigma$, which is rarely known.
#
# | symbol | read | code |
# |---|---|---|
# | $\operatorname{se}$ | standard error | `stderr_mean(x)` |
# | $\sigma / \sqrt{n}$ | sigma over root n, the standard error of a mean | `sigma / np.sqrt(n)` |

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [But what is the Central Limit Theorem?](https://www.3blue1brown.com/lessons/clt) (31 minutes; the first 15 are enough): a board of pegs, and why the bell turns up everywhere. Tomorrow: a model is judged on data it has not seen, and its score gets today's error bar.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# The third week is over: systems, projections, eigenvectors, covariances, chance. Here it is once more in six short questions, as at the end of the first two weeks. The numbers of a package come in a dict; your function answers with another dict. Work from memory first.

# %%
package = {"pivots": [2.0, -1.0, 3.0], "swaps": 1}
package.update({"x": [1.0, 2.0, 2.0], "y": [3.0, 0.0, 6.0]})
package.update({"lams": [6.0, 3.0, 1.0], "counts": [[8, 30], [2, 60]]})
package.update({"prior": 0.01, "hit": 0.9, "false_alarm": 0.09})
package.update({"var_a": 4.0, "var_b": 9.0, "cov_ab": 2.0})
print(len(package), "numbers and lists, and not one of them is new")

# %% [markdown]
# ### Exercise · Six questions about the week, for the third time
#
# *optional · about 16 minutes · needs days 14 to 20*
#
# | answer | day | question |
# |---|---|---|
# | `"det"` | 14 | Elimination took `swaps` exchanges of rows and ended with these `pivots`. What is the determinant? |
# | `"slope"` | 15 | Which $w$ makes $w\,\mathbf{x}$ the closest to $\mathbf{y}$? |
# | `"share"` | 17 | The covariance matrix has the eigenvalues `lams`, largest first. What share of the variance lies along the first direction? |
# | `"given"` | 18 | In the table `counts`, what is the probability of row 0, given column 0? |
# | `"posterior"` | 19 | A cause has probability `prior`; an alarm goes off with probability `hit` if it is there and `false_alarm` if not. It went off. How probable is the cause? |
# | `"spread"` | 20 | What is the standard deviation of $A - B$, from both variances and the covariance? |
#
# **Before you code.** What are the six answers for the package above, by hand?
#
# <details><summary>Answer</summary>
#
# $-(2 \cdot (-1) \cdot 3) = 6$; $(3 + 0 + 12)/9 = 5/3$; $6/10$; $8/10$; $0.009 / (0.009 + 0.0891) \approx 0.092$; $\sqrt{4 + 9 - 4} = 3$.
#
# </details>
#
# **Your task.** Write `drill_week_3(q)`, which returns a dict with these six names.

# %% exercise="d21-drill_week_3"
def drill_week_3(q: dict) -> dict:
    """Six answers about days 14 to 20.

    q        the numbers under the names pivots, swaps, x, y, lams, counts, prior, hit,
             false_alarm, var_a, var_b, cov_ab
    returns  the answers under det, slope, share, given, posterior, spread

    >>> sorted(drill_week_3(package))
    ['det', 'given', 'posterior', 'share', 'slope', 'spread']
    """
    ### BEGIN SOLUTION
    x, y = np.array(q["x"]), np.array(q["y"])
    counts = np.array(q["counts"])
    there, not_there = q["prior"] * q["hit"], (1 - q["prior"]) * q["false_alarm"]
    return {
        "det": (-1) ** q["swaps"] * np.prod(q["pivots"]),
        "slope": (x @ y) / (x @ x),
        "share": q["lams"][0] / np.sum(q["lams"]),
        "given": counts[0, 0] / counts[:, 0].sum(),
        "posterior": there / (there + not_there),
        "spread": np.sqrt(q["var_a"] + q["var_b"] - 2 * q["cov_ab"]),
    }
    ### END SOLUTION


# %% visible="d21-drill_week_3" points=0
# The package above, by hand.
got = drill_week_3(dict(package))
want = {"det": 6, "slope": 5 / 3, "share": 0.6, "given": 0.8}
want |= {"posterior": 0.009 / 0.0981, "spread": 3}
advice = {
    "det": "Each exchange of rows turns the sign around once.",
    "slope": "The shadow of y on x is a multiple of x. Which one?",
    "share": "The eigenvalues together are the whole variance.",
    "given": "Given column 0, only two of the four counts are left.",
    "posterior": "Of all alarms, which part has the cause? Count 10 000 cases.",
    "spread": "Square a difference: which sign has the middle term? And then the root.",
}
assert got is not None, (
    "drill_week_3 returned None. Did you forget the return statement?"
)
assert hasattr(got, "keys"), f"The answers travel in a dict; you returned {got}."
missing = [name for name in want if name not in got]
assert not missing, f"Missing: {missing}. Are all names spelled as in the table?"
for name in want:
    assert np.isclose(got[name], want[name], rtol=1e-9), (
        f"{name}: expected {want[name]:.6g}, got {got[name]}. {advice[name]}"
    )

# %% hidden="d21-drill_week_3" points=0
# Hidden checks: thirty packages of fresh numbers; your package left as it was.
_rng = course_rng("d21-drill_week_3")
for _ in range(30):
    _n, _k = int(_rng.integers(2, 6)), int(_rng.integers(2, 6))
    _pivots, _swaps = _rng.uniform(0.5, 3, size=_n) * _rng.choice([-1, 1], size=_n), int(_rng.integers(0, 4))
    _x, _y = _rng.normal(size=(2, _k))
    _lams = np.sort(_rng.uniform(0.1, 9, size=_n))[::-1]
    _counts = _rng.integers(1, 90, size=(2, 2))
    _prior, _hit, _false = (float(_v) for _v in _rng.uniform(0.01, 0.99, size=3))
    _a, _b = _rng.normal(size=(2, 50)) + 0.8 * _rng.normal(size=50)
    _q = {"pivots": _pivots.tolist(), "swaps": _swaps, "x": _x.tolist(), "y": _y.tolist(), "lams": _lams.tolist()}
    _q |= {"counts": _counts.tolist(), "prior": _prior, "hit": _hit, "false_alarm": _false}
    _q |= {"var_a": float(_a.var(ddof=0)), "var_b": float(_b.var(ddof=0)), "cov_ab": float(np.cov(_a, _b, ddof=0)[0, 1])}
    _matrix = np.diag(_pivots)
    for _i in range(_swaps):
        _matrix[[0, 1]] = _matrix[[1, 0]]
    _want = {
        "det": np.linalg.det(_matrix),
        "slope": np.linalg.lstsq(_x[:, None], _y, rcond=None)[0][0],
        "share": 1 - _lams[1:].sum() / _lams.sum(),
        "given": 1 / (1 + _counts[1, 0] / _counts[0, 0]),
        "posterior": 1 / (1 + (1 - _prior) / _prior * _false / _hit),
        "spread": (_a - _b).std(ddof=0),
    }
    _given = {_name: list(_v) if isinstance(_v, list) else _v for _name, _v in _q.items()}
    _got = drill_week_3(_given)
    assert _given == _q, "the caller's package was changed"
    for _name, _value in _want.items():
        assert np.isclose(_got[_name], _value, rtol=1e-7, atol=1e-9), f"{_name}: expected {_value:.8g}, got {_got[_name]} for the package {_q}"

# %% [markdown]
# ### The twenty laboratories of day 10, again
#
# A share from twenty cases has an error, too. Nine of twenty bands held the truth: 45 percent, with standard error $\sqrt{0.45 \cdot 0.55/20} \approx 0.11$. So all we know is that the coverage of that method lies somewhere between 23 and 67 percent; it is certainly not 95.
#
# To read: Bradley Efron and Robert Tibshirani, *An Introduction to the Bootstrap* (1993), chapters 1 and 2. And Evan Miller (2024), [Adding Error Bars to Evals](https://arxiv.org/abs/2411.00640), which asks of language models' scores what we asked today.

# %% author=true
assert round((0.45 * 0.55 / 20) ** 0.5, 2) == 0.11
