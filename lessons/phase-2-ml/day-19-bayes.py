# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Read the table backward: Bayes' rule
#
# **The question of the day.** You know what each cause makes you see. You have seen it: which cause was it?
#
# *After today you can* turn what you believed and what you saw into what to believe now;
# say what a positive test means, in counts of people;
# add up evidence as numbers, one by one or five thousand at a time.

# %% [markdown]
# ## 1 · Revise · 15 minutes
#
# Answer on paper before you unfold. The first question is the door to today.
#
# **Yesterday (day 18).** A joint table has the rows $(2, 6)$ and $(8, 4)$. What is the probability of the first row given the first column, and of the first column given the first row? Are rows and columns independent?
#
# <details><summary>Answer</summary>
#
# $2/10 = 0.2$ and $2/8 = 0.25$: one cell, two divisors. Not independent: the first row has $8/20 = 0.4$ of everything and 0.2 of the first column.
#
# </details>

# %% [markdown]
# **A week ago (day 12).** A machine sends $\mathbf{e}_1$ to $(2, 1)$ and $\mathbf{e}_2$ to $(0, 3)$. Where does it send $(1, 2)$?
#
# <details><summary>Answer</summary>
#
# To $1 \cdot (2, 1) + 2 \cdot (0, 3) = (2, 7)$: the images of the unit vectors are the columns, and the output combines them.
#
# </details>
#
# **Before that (day 5).** Where do the lines $y = 2x + 1$ and $y = -x + 7$ meet?
#
# <details><summary>Answer</summary>
#
# $2x + 1 = -x + 7$ gives $3x = 6$, so at $x = 2$, at the height 5.
#
# </details>

# %% author=true
import numpy as np

_joint = np.array([[2, 6], [8, 4]])
assert _joint[0, 0] / _joint[:, 0].sum() == 0.2 and _joint[0, 0] / _joint[0].sum() == 0.25 and _joint[0].sum() / _joint.sum() == 0.4
assert (np.array([[2, 0], [1, 3]]) @ np.array([1, 2])).tolist() == [2, 7] and 2 * 2 + 1 == -2 + 7 == 5

# %% [markdown]
# A graded warm-up follows the tools. `logit` and `sigmoid` are your own of day 7: the first leads from a probability to the logarithm of its odds, the second back.

# %%
import matplotlib.pyplot as plt
import numpy as np

from log2attn import data, figure, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, INK, VERMILLION
from log2attn.toolbox import logit, sigmoid

# %% [markdown]
# ### Exercise · Move every point at once
#
# *1 point · about 5 minutes · needs a matrix and its columns (day 12)*
#
# A machine is known by the images of the unit vectors. It acts on many points, stored as rows, and then all are shifted by one vector.
#
# **Before you code.** The images are $(2, 1)$ and $(0, 3)$, the shift is $(1, -1)$. Where does $(1, 2)$ end?
#
# <details><summary>Answer</summary>
#
# At $1 \cdot (2, 1) + 2 \cdot (0, 3) + (1, -1) = (3, 6)$.
#
# </details>
#
# **Your task.** Write `review_19(X, images, shift)`: row $i$ of the answer is where row $i$ of `X` ends. One or two lines are enough. Watch which of rows and columns your matrix has the images in.

# %% exercise="d19-review"
def review_19(X: np.ndarray, images: list, shift: np.ndarray) -> np.ndarray:
    """The rows of X moved by a machine with known images, then shifted.

    X        (N, D)  N points as rows
    images   a list of D vectors (M,): where the unit vectors go
    shift    (M,)    added to every moved point
    returns  (N, M)  the moved points as rows

    >>> images = [np.array([2.0, 1.0]), np.array([0.0, 3.0])]
    >>> review_19(np.array([[1.0, 2.0]]), images, np.array([1.0, -1.0]))
    array([[3., 6.]])
    """
    ### BEGIN SOLUTION
    return X @ np.array(images) + shift
    ### END SOLUTION


# %% visible="d19-review" points=0
# Two points in the plane go to points with three entries: (1, 0) to (1, 2, 3) + shift,
# (2, 1) to 2 (1, 2, 3) + (0, 1, 0) + shift.
corners = [np.array([1.0, 2.0, 3.0]), np.array([0.0, 1.0, 0.0])]
points = np.array([[1.0, 0.0], [2.0, 1.0]])
got = review_19(points, corners, np.array([10.0, 0.0, 0.0]))

assert got is not None, "review_19 returned None. Did you forget the return statement?"
assert np.shape(got) == (2, 3), (
    f"Two points with three entries each: expected shape (2, 3), got {np.shape(got)}. "
    f"How many entries has an image?"
)
assert np.allclose(got[0], [11, 2, 3], rtol=1e-9, atol=1e-12), (
    f"(1, 0) is the first unit vector, so it goes to (1, 2, 3) plus the shift, got "
    f"{np.round(got[0], 4).tolist()}."
)
assert np.allclose(got[1], [12, 5, 6], rtol=1e-9, atol=1e-12), (
    f"(2, 1) goes to twice the first image plus the second plus the shift, (12, 5, 6), "
    f"got {np.round(got[1], 4).tolist()}."
)

# %% hidden="d19-review" points=1
# Hidden checks: machines of many shapes, one point and many, whole numbers; your inputs
# left as they were.
_rng = course_rng("d19-review")
for _N, _D, _M in ((1, 2, 2), (3, 2, 2), (4, 3, 3), (5, 2, 4), (2, 4, 1), (6, 1, 3)) * 3:
    _X, _A, _shift = _rng.normal(size=(_N, _D)), _rng.normal(size=(_D, _M)), _rng.normal(size=_M)
    _want = [[sum(float(_X[i, j] * _A[j, m]) for j in range(_D)) + float(_shift[m]) for m in range(_M)] for i in range(_N)]
    _given_X, _given_images, _given_shift = _X.copy(), [row.copy() for row in _A], _shift.copy()
    _got = review_19(_given_X, _given_images, _given_shift)
    assert np.shape(_got) == (_N, _M), f"{_N} points and images with {_M} entries should give shape {(_N, _M)}, gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-9), f"wrong for {_N} points, {_D} images with {_M} entries"
    assert (_given_X == _X).all() and all((_a == _b).all() for _a, _b in zip(_given_images, _A)) and (_given_shift == _shift).all(), "one of the caller's inputs was changed in place"

assert np.allclose(review_19(np.array([[1, 2], [0, -1]]), [np.array([0, 1]), np.array([3, 1])], np.array([1, 1])), [[7, 4], [-2, 0]], rtol=1e-9, atol=0), "wrong for whole numbers"

# %% [markdown]
# ## 2 · Learn · 45 minutes
#
# ### Idea 1 · A positive test, in people
#
# One person in a hundred has a disease. A test finds 90 of 100 who are sick; of 100 who are healthy it frightens 9. **Your result is positive.** How likely are you sick? And if a second test is positive, too? Write down two numbers.
#
# Gerd Gigerenzer asked 160 gynecologists the first question, about breast cancer (2007), with four answers to choose from. 60 in 100 said 81 or 90 percent; 21 in 100 were right. So count people. Among 1,000, who are the positives? `draw_people` puts them next to each other.

# %%
def draw_people(ax, prevalence):
    """A thousand people: crosses are sick, dots healthy; in color if positive."""
    sick = round(1000 * prevalence)
    hits, alarms = round(0.9 * sick), round(0.09 * (1000 - sick))
    groups = [(hits, VERMILLION, "x"), (sick - hits, INK, "x"), (alarms, BLUE, "o")]
    start = 0
    for size, color, marker in [*groups, (1000 - sick - alarms, GRAY, ".")]:
        place = np.arange(start, start + size)
        ax.plot(place // 25, place % 25, marker, color=color, markersize=3)
        start += size
    ax.set(xlim=(-1, 40), ylim=(-1, 25), xticks=[], yticks=[])
    ax.set_title(f"{hits} of {hits + alarms} positives are sick")


# %% [markdown]
# Three towns, with 10, 100 and 300 sick in 1,000, and one and the same test. Orange crosses are sick people with a positive result, blue dots healthy ones; black crosses were missed. In which town would you believe a positive result?

# %%
fig, panels = plt.subplots(1, 3, figsize=(9.6, 3.0))
for ax, prevalence in zip(panels, (0.01, 0.1, 0.3)):
    draw_people(ax, prevalence)
figure(fig, alt=(
    "A thousand people in three towns. With 10 sick, 9 of 98 positive results are sick "
    "people; with 100 sick, 90 of 171; with 300 sick, 270 of 333."
))

# %% author=true
for _prevalence, _pair in ((0.01, (9, 98)), (0.1, (90, 171)), (0.3, (270, 333))):
    _sick = round(1000 * _prevalence)
    assert (round(0.9 * _sick), round(0.9 * _sick) + round(0.09 * (1000 - _sick))) == _pair
assert round(9 / 98, 2) == 0.09 and round(90 / 171, 2) == 0.53 and round(270 / 333, 2) == 0.81

# %% [markdown]
# In your town, 10 are sick and 9 of them are found. But 990 are healthy, and 89 of these are frightened. So 98 people hold a positive letter and 9 of them are sick: $9/98 = 0.09$. The test is the same in all towns; the **base rate**, the share of sick people before any test, makes 0.09, 0.53 or 0.81 of it. With the true shares in place of rounded people,
#
# $$ P(\text{sick} \mid +) = \frac{P(+ \mid \text{sick})\, P(\text{sick})}{P(+ \mid \text{sick})\, P(\text{sick}) + P(+ \mid \text{healthy})\, P(\text{healthy})} . $$
#
# In words: the sick with a positive result, over all with a positive result.

# %%
sick_and_positive, healthy_and_positive = 0.9 * 0.01, 0.09 * 0.99
print(sick_and_positive / (sick_and_positive + healthy_and_positive))

# %% author=true
assert round(sick_and_positive / (sick_and_positive + healthy_and_positive), 4) == 0.0917

# %% [markdown]
# Drag the prevalence, which is what doctors call the base rate of a disease. From which prevalence on is a positive result more likely right than wrong? The title counts for you.

# %%
def draw_town(prevalence):
    fig, ax = plt.subplots(figsize=(5.2, 3.4))
    draw_people(ax, prevalence)
    return fig


slider(draw_town, alt=(
    "A thousand people; as the prevalence grows, crosses outnumber false alarms."
), prevalence=(0.01, 0.5, 0.01, 0.05))

# %% [markdown]
# ### Idea 2 · The rule
#
# From 1 in 11 on, where 0.9 of the sick are as many as 0.09 of the healthy. Now the general rule. Yesterday one table of 949 color names gave two answers: 176 names both say green and have the green lamp highest. Over the column that is $176/314 = 0.561$, over the row $176/179 = 0.983$. The *same cell*, written both ways, is
#
# $$ P(A \mid B)\, P(B) = P(A \cap B) = P(B \mid A)\, P(A) . $$
#
# In words: reach the cell through its column or through its row. Divide by $P(B)$, and one direction becomes the other. That is **Bayes' rule** (Thomas Bayes, published 1763):
#
# $$ P(A \mid B) = \frac{P(B \mid A)\, P(A)}{P(B)} . $$
#
# In words: to turn a conditional probability around, multiply by where you come from and divide by where you go.

# %% author=true
assert np.isclose(0.561 * 314 / 949, 0.983 * 179 / 949, atol=1e-3) and np.isclose((176 / 314) * (314 / 949) / (179 / 949), 176 / 179)

# %% [markdown]
# With several possible causes, call them **hypotheses**, three words are used. Before you see anything, each has a **prior** probability. How likely it makes what you saw is its **likelihood**. What you believe afterward is the **posterior**. A name is drawn, you hear that it says *green*: which lamp is highest? Where in the picture do you see that the most probable lamp before is not the one after?

# %%
prior = np.array([414, 314, 221]) / 949  # red, green, blue lamp highest
like = np.array([3 / 414, 176 / 314, 0 / 221])  # P(says green | lamp)
after = prior * like / (prior * like).sum()
fig, panels = plt.subplots(1, 3, figsize=(9.0, 2.8), sharey=True)
titles = ("prior", "likelihood of “green”", "posterior")
for ax, heights, title in zip(panels, (prior, like, after), titles):
    ax.bar(["red", "green", "blue"], heights, color=BLUE)
    for place, height in enumerate(heights):
        ax.text(place, height + 0.02, f"{height:.3f}", ha="center")
    ax.set(title=title, ylim=(0, 1.1), xlabel="highest lamp")
panels[0].set_ylabel("probability")
figure(fig, alt=(
    "Prior 0.436, 0.331, 0.233 for red, green, blue; likelihood 0.007, 0.561, 0.000; "
    "posterior 0.017, 0.983, 0.000."
))

# %% author=true
assert after.round(3).tolist() == [0.017, 0.983, 0.0] and prior.round(3).tolist() == [0.436, 0.331, 0.233] and like.round(3).tolist() == [0.007, 0.561, 0.0]
assert np.isclose((prior * like).sum(), 179 / 949)

# %% [markdown]
# Red leads before, green after. The posterior is prior times likelihood, divided by a number that makes the bars add up to 1. That number is the probability of what was seen, $P(\text{data}) = \sum_k P(\text{data} \mid k)\,P(k)$, yesterday's law of total probability; here it is called the **evidence**. For hypothesis $k$,
#
# $$ P(k \mid \text{data}) = \frac{P(\text{data} \mid k)\, P(k)}{P(\text{data})} \;\propto\; P(\text{data} \mid k)\, P(k) . $$
#
# In words: the posterior is proportional ($\propto$) to likelihood times prior. Likelihoods need not add up to 1: they come from different worlds.

# %% [markdown]
# ### Exercise · From prior to posterior
#
# *2 points · about 6 minutes · needs conditional probability (day 18)*
#
# A doctor with five possible diseases, a phone with three possible next words, a game with two kinds of dice: each has priors, sees something, and updates.
#
# $$ P(k \mid \text{data}) = \frac{P(k)\, P(\text{data} \mid k)}{\sum_j P(j)\, P(\text{data} \mid j)} , $$
#
# prior times likelihood, over the sum of all such products.
#
# **Before you code.** Two hypotheses with priors 0.5 and 0.5 and likelihoods 0.02 and 0.06: what are the posteriors? And if both likelihoods were ten times larger?
#
# <details><summary>Answer</summary>
#
# 0.25 and 0.75, both times: only the ratio counts.
#
# </details>
#
# **Your task.** Write `posterior(prior, like)`. At least one product is above 0. Two lines are enough.

# %% exercise="d19-posterior"
def posterior(prior: np.ndarray, like: np.ndarray) -> np.ndarray:
    """The probabilities of K hypotheses after something was seen.

    prior    (K,)  probabilities before, adding up to 1
    like     (K,)  how likely each hypothesis makes what was seen
    returns  (K,)  probabilities after, adding up to 1

    >>> posterior(np.array([0.5, 0.5]), np.array([0.02, 0.06])).round(4)
    array([0.25, 0.75])
    """
    ### BEGIN SOLUTION
    both = prior * like
    return both / both.sum()
    ### END SOLUTION


# %% visible="d19-posterior" points=1
# Products 0.10, 0.06 and 0.04: half, 0.3 and 0.2 of their sum.
got = posterior(np.array([0.2, 0.6, 0.2]), np.array([0.5, 0.1, 0.2]))

assert got is not None, (
    "posterior returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"One probability for each hypothesis: expected shape (3,), got {np.shape(got)}."
)
assert np.allclose(got, [0.5, 0.3, 0.2], rtol=1e-9, atol=1e-12), (
    f"The products are 0.10, 0.06, 0.04, so the posterior is [0.5, 0.3, 0.2], got "
    f"{np.round(got, 4).tolist()}. Does it add up to 1, and do both lists enter once?"
)

# %% hidden="d19-posterior" points=1
# Hidden checks: 1 to 9 hypotheses, priors and likelihoods of 0, likelihoods above and
# below 1 in sum, large and small ones; your arrays left as they were.
_rng = course_rng("d19-posterior")
for _k in range(40):
    _K = int(_rng.integers(1, 10))
    _prior, _like = _rng.uniform(0.1, 1.0, size=_K), _rng.uniform(0.01, 1.0, size=_K) * 10.0 ** _rng.uniform(-9, 0)
    if _K > 2 and _k % 2:
        _prior[0], _like[1] = 0.0, 0.0
    _prior = _prior / _prior.sum()
    _evidence = sum(float(_p) * float(_l) for _p, _l in zip(_prior, _like))
    _want = [float(_p) * float(_l) / _evidence for _p, _l in zip(_prior, _like)]
    _given_prior, _given_like = _prior.copy(), _like.copy()
    _got = posterior(_given_prior, _given_like)
    assert np.shape(_got) == (_K,), f"{_K} hypotheses should give shape ({_K},), gave {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"prior {_prior.round(4).tolist()} and likelihoods {_like.tolist()} give {np.round(_want, 5).tolist()}, got {np.round(_got, 5).tolist()}"
    assert (_given_prior == _prior).all() and (_given_like == _like).all(), "one of the caller's arrays was changed in place"

# %% [markdown]
# ### Idea 3 · In odds it is one multiplication
#
# With two hypotheses, ask for the **odds**, as on day 7: sick against healthy, 1 to 99. Write Bayes' rule for both and divide one by the other. The evidence cancels, and
#
# $$ \frac{P(\text{sick} \mid +)}{P(\text{healthy} \mid +)} = \frac{P(\text{sick})}{P(\text{healthy})} \cdot \frac{P(+ \mid \text{sick})}{P(+ \mid \text{healthy})} . $$
#
# In words: odds after are odds before, times the **likelihood ratio**, which says how many times likelier the sick make the result than the healthy. This test has $0.9/0.09 = 10$. From 1 : 99 to 10 : 99, that is a probability of $10/109 = 0.092$.

# %% [markdown]
# Logarithms turn the product into a sum (day 3). Log-odds are what `logit` gives and `sigmoid` undoes:
#
# $$ \operatorname{logit} P(\text{sick} \mid +) = \operatorname{logit} P(\text{sick}) + \log \frac{P(+ \mid \text{sick})}{P(+ \mid \text{healthy})} . $$
#
# In words: log-odds after are log-odds before plus the logarithm of the likelihood ratio. A positive result adds a fixed amount, here $\log 10 = 2.3$, wherever you start. Below, the same step of 2.3 is taken from seven priors. Where does it move the probability most?

# %%
step = np.log(0.9 / 0.09)
starts = np.array([0.001, 0.01, 0.1, 0.24, 0.5, 0.9, 0.99])
ends = sigmoid(logit(starts) + step)
fig, (left, right) = plt.subplots(1, 2, figsize=(8.8, 3.2), sharey=True)
for k, (start, end) in enumerate(zip(starts, ends)):
    left.plot([logit(start), logit(end)], [k, k], "o-", color=BLUE)
    right.plot([start, end], [k, k], "o-", color=VERMILLION)
    right.text(end + 0.03, k + 0.12, f"{start} → {end:.3f}", fontsize=8)
left.set(xlabel="log-odds", ylabel="prior, from small to large", yticks=[])
right.set(xlabel="probability", xlim=(-0.05, 1.45))
figure(fig, alt=(
    "Seven steps: on the log-odds axis all are 2.3 long. On the probability axis they "
    "are short at both ends and longest in the middle, from 0.24 to 0.759."
))

# %% author=true
assert np.allclose(logit(ends) - logit(starts), step) and round(step, 1) == 2.3 and ends.round(3).tolist()[1:4] == [0.092, 0.526, 0.759]
assert np.isclose(sigmoid(logit(0.01) + step), 0.9 * 0.01 / (0.9 * 0.01 + 0.09 * 0.99)) and np.argmax(ends - starts) == 3

# %% [markdown]
# On the left all steps are equally long, on the right the longest starts at 0.24. Near 0 and 1 the same evidence hardly moves a probability: whoever is nearly sure needs much to change their mind.
#
# ### Idea 4 · Today's posterior is tomorrow's prior
#
# A bag holds three coins that show heads with probability 0.2, 0.5 and 0.8. You draw one, cannot tell which, and flip it: each flip multiplies in its likelihood, and the posterior becomes the next prior. Watch the ladder: after how many flips would you bet on a coin?

# %%
heads = np.array([0.2, 0.5, 0.8])
flips = [1, 0, 1, 1, 1, 1, 0, 1, 1, 1]  # 1 heads, 0 tails
belief, ladder = np.full(3, 1 / 3), []
for flip in flips:
    ladder.append(belief)
    belief = belief * (heads if flip == 1 else 1 - heads)
    belief = belief / belief.sum()
ladder.append(belief)
print(np.round(ladder, 3)[[0, 1, 2, 10]])

# %% author=true
_product = np.full(3, 1 / 3) * heads**8 * (1 - heads) ** 2
assert np.allclose(belief, _product / _product.sum()) and belief.round(3).tolist() == [0.0, 0.127, 0.873]
assert ladder[1].round(3).tolist() == [0.133, 0.333, 0.533] and ladder[2].round(3).tolist() == [0.281, 0.439, 0.281]

# %% [markdown]
# Here are the four rows of the print as bars: before any flip, after one, after two, and after ten. What does the tails of the second flip do to the three?

# %%
fig, panels = plt.subplots(1, 4, figsize=(9.6, 2.7), sharey=True)
for ax, n in zip(panels, (0, 1, 2, 10)):
    ax.bar(["0.2", "0.5", "0.8"], ladder[n], color=GREEN)
    ax.set(title=f"after {n}", ylim=(0, 1), xlabel="coin")
panels[0].set_ylabel("probability")
figure(fig, alt=(
    "Belief in the three coins: equal at first; 0.13, 0.33, 0.53 after heads; 0.28, "
    "0.44, 0.28 after heads and tails; 0.00, 0.13, 0.87 after ten flips."
))

# %% [markdown]
# It brings the outer coins level and puts the fair one ahead. After ten flips you bet on 0.8, at 0.873. A product does not mind its order, so all flips at once give the same as one after the other:
#
# $$ P(k \mid x_1, \dots, x_n) \;\propto\; P(k)\, P(x_1 \mid k) \cdots P(x_n \mid k) . $$
#
# In words: prior times all likelihoods. This holds if the observations are independent *once the hypothesis is fixed*, as flips of one coin are.

# %% [markdown]
# ### Idea 5 · As many hypotheses as you like
#
# Three coins are few. A real coin could have any bias from 0 to 1, so let each of 201 values be a hypothesis, all equally probable at first. Likelihoods are powers: 8 heads in 10 flips, in their order, have $g^8 (1 - g)^2$ under the bias $g$. How does the belief change from 10 flips to 100, if 8 in 10 remain heads?

# %%
grid = np.linspace(0, 1, 201)
fig, ax = plt.subplots(figsize=(7.0, 3.4))
for h, n in ((0, 0), (1, 2), (8, 10), (80, 100)):
    curve = grid**h * (1 - grid) ** (n - h)
    ax.plot(grid, curve / curve.sum(), label=f"{h} heads in {n}")
ax.set(xlabel="bias of the coin", ylabel="posterior of each of 201 values")
ax.legend(loc="upper left")
figure(fig, alt=(
    "Posterior of a coin's bias: flat before any flip, broad around 0.5 after 1 heads "
    "in 2, around 0.8 after 8 in 10, and a narrow peak at 0.8 after 80 in 100."
))

# %% author=true
_shares = [np.cumsum(grid**h * (1 - grid) ** (n - h)) / (grid**h * (1 - grid) ** (n - h)).sum() for h, n in ((8, 10), (80, 100))]
_ends = [(grid[np.searchsorted(c, 0.025)], grid[np.searchsorted(c, 0.975)]) for c in _shares]
assert np.allclose(_ends, [(0.48, 0.94), (0.71, 0.865)], atol=0.006) and 2.8 < (_ends[0][1] - _ends[0][0]) / (_ends[1][1] - _ends[1][0]) < 3.2

# %% [markdown]
# The peak stays at 0.8 and grows narrow. 95 percent of the belief lies between 0.48 and 0.94 after ten flips, between 0.71 and 0.865 after a hundred: ten times the flips, a third of the width, as in yesterday's funnel. A posterior says how sure you are, too.
#
# **The second test.** Odds of 10 : 99, times 10 again, are 100 : 99: a probability of 0.503. Two positive tests leave it open. And if both tests fail for the same reason in the same people, even that is too much.

# %% author=true
assert round(100 / 199, 3) == 0.503 and np.isclose(sigmoid(logit(0.01) + 2 * step), 100 / 199)

# %% [markdown]
# ## 3 · Apply · 30 minutes
#
# ### Exercise · What a test is worth
#
# *3 points · about 8 minutes · needs the rule in people (idea 1)*
#
# A test has two qualities. Its *sensitivity* is $P(+ \mid \text{sick})$, its *specificity* is $P(- \mid \text{healthy})$. A patient asks the reverse: given my letter, how likely is it right?
#
# $$ \text{ppv} = P(\text{sick} \mid +), \qquad \text{npv} = P(\text{healthy} \mid -) , $$
#
# the positive and the negative predictive value: the share of right letters among the positive and among the negative ones.
#
# **Before you code.** Of 1,000 people 100 are sick; sensitivity 0.9, specificity 0.8. Fill the four cells. What are ppv and npv?
#
# <details><summary>Answer</summary>
#
# Sick: 90 positive, 10 negative. Healthy: 180 positive, 720 negative. So $90/270 = 0.333$ and $720/730 = 0.986$.
#
# </details>
#
# **Your task.** Write `screening(prev, sens, spec)`, which returns the pair (ppv, npv). Three to six lines are enough.

# %% exercise="d19-screening"
def screening(prev: float, sens: float, spec: float) -> tuple[float, float]:
    """What a positive and a negative result are worth.

    prev     share of sick people, between 0 and 1, neither of them
    sens     P(positive | sick), above 0, at most 1
    spec     P(negative | healthy), above 0, at most 1
    returns  (P(sick | positive), P(healthy | negative))

    >>> ppv, npv = screening(0.1, 0.9, 0.8)
    >>> round(ppv, 4), round(npv, 4)
    (0.3333, 0.9863)
    """
    ### BEGIN SOLUTION
    ppv = prev * sens / (prev * sens + (1 - prev) * (1 - spec))
    npv = (1 - prev) * spec / ((1 - prev) * spec + prev * (1 - sens))
    return ppv, npv
    ### END SOLUTION


# %% visible="d19-screening" points=1
# Of 1,000 people 200 are sick; sensitivity 0.75, specificity 0.6: the cells are 150 and
# 50 of the sick, 320 and 480 of the healthy.
got = screening(0.2, 0.75, 0.6)

assert got is not None, (
    "screening returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"Two numbers are expected, (ppv, npv), got something of shape {np.shape(got)}."
)
assert np.isclose(got[0], 150 / 470, rtol=1e-9, atol=0), (
    f"150 of 470 positive letters are right: ppv = 0.3191, got {float(got[0]):.4f}. "
    f"Who else gets a positive letter, and how many are they?"
)
assert np.isclose(got[1], 480 / 530, rtol=1e-9, atol=0), (
    f"480 of 530 negative letters are right: npv = 0.9057, got {float(got[1]):.4f}. "
    f"Who are the 50 whose negative letter is wrong?"
)

# %% hidden="d19-screening" points=2
# Hidden checks: rare and common diseases, good and bad tests, perfect ones, against
# counts in a large population of exact fractions.
from fractions import Fraction as _Fraction

_rng = course_rng("d19-screening")
_cases = [tuple(int(_c) for _c in _rng.integers(1, 1000, size=3)) for _ in range(30)] + [(1, 900, 910), (1, 999, 999), (500, 1000, 700), (300, 400, 1000), (500, 1000, 1000), (999, 1, 1)]
for _p, _s, _c in _cases:
    _sick, _found, _cleared = _Fraction(_p, 1000), _Fraction(_s, 1000), _Fraction(_c, 1000)
    _people = {("sick", "+"): _sick * _found, ("sick", "-"): _sick * (1 - _found), ("well", "+"): (1 - _sick) * (1 - _cleared), ("well", "-"): (1 - _sick) * _cleared}
    _want = (
        float(_people["sick", "+"] / (_people["sick", "+"] + _people["well", "+"])),
        float(_people["well", "-"] / (_people["well", "-"] + _people["sick", "-"])),
    )
    _got = screening(_p / 1000, _s / 1000, _c / 1000)
    assert np.shape(_got) == (2,), f"a pair is expected, got shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"prevalence {_p / 1000}, sensitivity {_s / 1000}, specificity {_c / 1000}: expected ({_want[0]:.5f}, {_want[1]:.5f}), got ({float(_got[0]):.5f}, {float(_got[1]):.5f})"

# %% [markdown]
# ### Where this sits in a real model
#
# A classifier with two answers, spam or not, ends in one number, its *logit*, and a sigmoid. Day 7 drew that curve; today says what the number is. It is log-odds: a bias, where one starts before reading, plus one term for each piece of evidence. The spam filters of the 2000s (Paul Graham's essay of 2002 made them popular) counted words in both kinds of mail; in log-odds, each word is a term, its log likelihood ratio. A network learns its terms, and sums them the same way.

# %%
score = logit(0.3) + np.log(8) + np.log(2) - np.log(4)  # 30 % of all mail is spam
print("log-odds", score.round(3), "  probability of spam", sigmoid(score).round(3))

# %% author=true
assert np.isclose(sigmoid(score), 0.3 * 8 * 2 / 4 / (0.3 * 8 * 2 / 4 + 0.7)) and sigmoid(score).round(3) == 0.632

# %% [markdown]
# Two words that are 8 and 2 times likelier in spam, one that is 4 times likelier in honest mail: from 0.3 to 0.632. Adding up words as if they were independent given the kind of mail is naive, and works well; tomorrow builds a whole classifier on it. Train such a model where half of the mail is spam and use it where 1 in 100 is: its bias is then a wrong prior, and it cries wolf like the test of idea 1.

# %% [markdown]
# ### Exercise · Add a piece of evidence
#
# *2 points · about 6 minutes · needs logit and sigmoid (day 7)*
#
# Alan Turing and his colleagues broke the codes of the German navy with this, from about 1941 on: one running sum of log likelihood ratios for each guess, and a probability whenever somebody asks.
#
# $$ \text{new log-odds} = \text{log-odds} + \log \frac{P(\text{data} \mid A)}{P(\text{data} \mid \text{not } A)} , $$
#
# what you had, plus the log of the likelihood ratio (`llr`).
#
# **Before you code.** You start at even odds, log-odds 0, and see evidence with likelihood ratio 3. Which probability do you end at? And if the next piece has ratio $1/3$?
#
# <details><summary>Answer</summary>
#
# Odds 3 : 1, so 0.75; then back to 0.5.
#
# </details>
#
# **Your task.** Write `log_odds_update(lo, llr)`, which returns the new log-odds and the probability that belongs to them. Two lines are enough; `sigmoid` from the toolbox may help.

# %% exercise="d19-log_odds_update"
def log_odds_update(lo: float, llr: float) -> tuple[float, float]:
    """Log-odds and probability after one piece of evidence.

    lo       log-odds before (natural logarithm)
    llr      log of the likelihood ratio of what was seen
    returns  (log-odds after, probability after)

    >>> lo, p = log_odds_update(0.0, np.log(3))
    >>> float(round(p, 4))
    0.75
    """
    ### BEGIN SOLUTION
    new = lo + llr
    return new, sigmoid(new)
    ### END SOLUTION


# %% visible="d19-log_odds_update" points=1
# Odds 1 : 99 times 10 is 10 : 99, a probability of 10/109; then odds 4 : 1 times ½.
got = log_odds_update(np.log(1 / 99), np.log(10))
got_down = log_odds_update(np.log(4), np.log(0.5))

assert got is not None, (
    "log_odds_update returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"Two numbers are expected, log-odds and probability, got shape {np.shape(got)}."
)
assert np.isclose(got[0], np.log(10 / 99), rtol=1e-9, atol=0), (
    f"log(1/99) + log 10 = −2.2925, got {float(got[0]):.4f}. Which operation on odds "
    f"does evidence do, and which on their logarithms?"
)
assert np.isclose(got[1], 10 / 109, rtol=1e-9, atol=0), (
    f"Odds of 10 : 99 are a probability of 10/109 = 0.0917, got {float(got[1]):.4f}. "
    f"What takes log-odds back to a probability?"
)
assert np.allclose(got_down, [np.log(2), 2 / 3], rtol=1e-9, atol=0), (
    f"From odds 4 : 1 evidence of ratio ½ leads to 2 : 1, (0.6931, 0.6667), got "
    f"{np.round(got_down, 4).tolist()}. What does a negative llr do?"
)

# %% hidden="d19-log_odds_update" points=1
# Hidden checks: evidence for and against, none at all, log-odds from −10,000 to 10,000,
# many pieces one after the other.
from scipy.special import expit as _expit

_rng = course_rng("d19-log_odds_update")
_cases = [(float(_a), float(_b)) for _a, _b in _rng.normal(scale=3.0, size=(40, 2))] + [(0.0, 0.0), (2, -5), (1e4, 1.0), (-1e4, -1.0), (700.0, 100.0), (-700.0, -100.0), (-30.0, 60.0)]
for _lo, _llr in _cases:
    _want = (_lo + _llr, float(_expit(_lo + _llr)))
    _got = log_odds_update(_lo, _llr)
    assert np.shape(_got) == (2,), f"a pair is expected, got shape {np.shape(_got)}"
    assert np.allclose(_got, _want, rtol=1e-9, atol=1e-12), f"log-odds {_lo:.4g} and evidence {_llr:.4g}: expected ({_want[0]:.5g}, {_want[1]:.5g}), got ({float(_got[0]):.5g}, {float(_got[1]):.5g})"

_ratios, _running = _rng.uniform(0.2, 5.0, size=30), 0.0
_odds = float(np.prod(_ratios))
for _ratio in _ratios:
    _running, _p = log_odds_update(_running, float(np.log(_ratio)))
assert np.isclose(_p, _odds / (1 + _odds), rtol=1e-6, atol=0), "thirty pieces of evidence, one after the other, should multiply the odds thirty times"

# %% [markdown]
# ## 4 · Reflect · 30 minutes
#
# ### Explain · A letter to a patient
#
# *2 points · about 6 minutes · read and graded by a person*
#
# A man of thirty without complaints has had a screening test for a disease that 2 in 1,000 people of his age have. The test finds 95 of 100 sick people and wrongly frightens 5 of 100 healthy ones. His result is positive and he has not slept. **Explain to him what the result means, in counts of people and without a formula**, and what a next step would tell him. Five to seven sentences.

# %% [markdown] exercise="d19-why" points=2
# Imagine 1,000 men of your age who all take this test. Two of them have the disease, and the test finds both, or nearly so. But 998 do not have it, and the test wrongly frightens 5 of 100 of these, about 50 men. So some 52 men get the letter that you got, and 2 of them are sick: about 4 in 100. You are more likely to be sick than before the test, when it was 2 in 1,000, and you are still most
# probably healthy. A second test of another kind, which errs in other people, would tell: most of the 50 would be cleared. The figures are for men without complaints; with symptoms one would start from a higher number.
#
# **For full points**: one point for counting both groups of positive results among a stated number of people (about 2 sick and 50 healthy, so about 4 in 100; 3 to 5 is right) and not only the test's 95 of 100. One point for what follows: likelier than before yet most probably healthy, and a next step, with the reason that a second, different test makes other errors. Formulas instead of people lose a point.

# %% author=true
assert round(0.95 * 2 / (0.95 * 2 + 0.05 * 998), 3) == 0.037 and round(0.05 * 998) == 50

# %% [markdown]
# ### Exercise · Five thousand observations
#
# *3 points · about 10 minutes · needs idea 4 and the logarithm of a product (day 3)*
#
# Which of $K$ writers, coins or machines made this long list? Row $k$ of a table holds $P(x \mid k)$ for each possible observation $x$, numbered from 0. For the observations $x_1, \dots, x_n$,
#
# $$ \log P(k \mid \text{all}) = \log P(k) + \sum_{i=1}^{n} \log P(x_i \mid k) + c , $$
#
# the logs of the prior and all likelihoods, plus one number $c$ for all $k$.
#
# **Before you code.** What is $0.5^{5000}$ in `float64`? The sums are near $-3500$: what changes if you take away the largest of the $K$ sums before `np.exp`?
#
# <details><summary>Answer</summary>
#
# 0, and $0/0$ is `nan`. Taking one number away scales all products alike; the largest becomes $e^0 = 1$.
#
# </details>
#
# **Your task.** Write `update_many(prior, like_matrix, obs)`. `like_matrix[:, obs]` has one column for each observation. Probabilities may be 0: compute logs inside `with np.errstate(divide="ignore"):` (day 4). About five lines.

# %% exercise="d19-update_many"
def update_many(
    prior: np.ndarray, like_matrix: np.ndarray, obs: np.ndarray
) -> np.ndarray:
    """The posterior of K hypotheses after many observations, without underflow.

    prior        (K,)    probabilities before; one that is above 0 allows all of obs
    like_matrix  (K, M)  row k holds P(x | k) for the M possible observations
    obs          (n,)    the observations, whole numbers from 0 to M - 1; n may be 0
    returns      (K,)    probabilities after, adding up to 1

    >>> table = np.array([[0.5, 0.5], [0.2, 0.8]])
    >>> update_many(np.array([0.5, 0.5]), table, np.array([1, 1])).round(4)
    array([0.2809, 0.7191])
    """
    ### BEGIN SOLUTION
    with np.errstate(divide="ignore"):
        sums = np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()
    ### END SOLUTION


# %% visible="d19-update_many" points=1
# Two coins, P(heads) = 0.5 and 0.8, heads is 1. After heads, heads, tails the products
# are 0.5 · 0.125 and 0.5 · 0.128; then 5,000 flips with 4,000 heads.
coins = np.array([[0.5, 0.5], [0.2, 0.8]])
got = update_many(np.array([0.5, 0.5]), coins, np.array([1, 1, 0]))
got_prior = update_many(np.array([0.9, 0.1]), coins, np.array([1, 1]))
got_many = update_many(np.array([0.5, 0.5]), coins, np.array([1, 1, 1, 1, 0] * 1000))

assert got is not None, (
    "update_many returned None. Did you forget the return statement?"
)
assert np.shape(got) == (2,), (
    f"One probability for each hypothesis: expected shape (2,), got {np.shape(got)}. "
    f"Over which axis are the observations added up?"
)
assert np.allclose(got, [0.125 / 0.253, 0.128 / 0.253], rtol=1e-9, atol=1e-12), (
    f"Heads, heads, tails: expected [0.4941, 0.5059], got {np.round(got, 4).tolist()}. "
    f"Does every observation enter once, with its own column?"
)
assert np.allclose(got_prior, [225 / 289, 64 / 289], rtol=1e-9, atol=1e-12), (
    f"Prior (0.9, 0.1) and two heads: expected [0.7785, 0.2215], got "
    f"{np.round(got_prior, 4).tolist()}. Does the prior enter, and once?"
)
assert np.allclose(got_many, [0, 1], rtol=0, atol=1e-9), (
    f"5,000 flips with 4,000 heads: expected [0, 1], got {got_many}. Which number "
    f"underflows, and what do you subtract first?"
)

# %% hidden="d19-update_many" points=2
# Hidden checks: exact fractions for up to 40 observations, thousands of them with close
# hypotheses, no observation, one hypothesis, probabilities of 0, any order; your arrays
# left as they were.
from fractions import Fraction as _Fraction

_rng = course_rng("d19-update_many")


def _exactly(prior, table, obs):
    parts = []
    for p, row in zip(prior, table):
        part = _Fraction(float(p))
        for x in obs:
            part *= _Fraction(float(row[x]))
        parts.append(part)
    return [float(part / sum(parts)) for part in parts]


_cases = []
for _K, _M, _n in ((1, 2, 5), (2, 2, 0), (2, 5, 1), (3, 3, 2), (3, 2, 9), (4, 6, 40), (5, 3, 17), (2, 4, 30)) * 2:
    _table = _rng.uniform(0.2, 1.0, size=(_K, _M))
    _prior = _rng.uniform(0.2, 1.0, size=_K)
    _cases.append((_prior / _prior.sum(), _table / _table.sum(axis=1, keepdims=True), _rng.integers(0, _M, size=_n)))
_cases.append((np.array([0.25, 0.5, 0.25]), np.array([[0.5, 0.5, 0.0], [0.25, 0.5, 0.25], [0.0, 0.5, 0.5]]), np.array([1, 2, 1])))
_cases.append((np.array([0.0, 0.5, 0.5]), np.array([[0.9, 0.1], [0.5, 0.5], [0.25, 0.75]]), np.array([0, 0, 1])))
_base = np.array([0.5, 0.25, 0.25])
_near = np.array([[0.505, 0.25, 0.245], [0.5, 0.25, 0.25], [0.495, 0.255, 0.25]])
_cases.append((_base, _near, _rng.permutation(np.array([0, 0, 1, 2] * 600))))
_cases.append((np.array([1e-300, 1 - 1e-300]), np.array([[0.5, 0.5], [0.25, 0.75]]), np.array([0] * 990)))
for _prior, _table, _obs in _cases:
    _want = _exactly(_prior, _table, _obs)
    _given_prior, _given_table, _given_obs = _prior.copy(), _table.copy(), _obs.copy()
    _got = update_many(_given_prior, _given_table, _given_obs)
    assert np.shape(_got) == (len(_prior),), f"{len(_prior)} hypotheses should give shape ({len(_prior)},), gave {np.shape(_got)}"
    assert not np.isnan(_got).any(), f"nan for {len(_obs)} observations and a table with smallest entry {_table.min():.3g}"
    assert np.allclose(_got, _want, rtol=1e-6, atol=1e-9), f"prior {_prior.round(4).tolist()}, {len(_obs)} observations: expected {np.round(_want, 5).tolist()}, got {np.round(_got, 5).tolist()}"
    assert (_given_prior == _prior).all() and (_given_table == _table).all() and (_given_obs == _obs).all(), "one of the caller's arrays was changed in place"

# %% [markdown]
# ### In your own words
#
# Write three or four sentences: **when did you last hear $P(A \mid B)$ taken for $P(B \mid A)$?** Here is a case to warm up. In 1999 an English court heard that two crib deaths in one family happen by nature once in 73 million, and convicted the mother, Sally Clark. What did the number say, which number was needed, and what is missing?
#
# <details><summary>Answer</summary>
#
# It was meant as $P(\text{two deaths} \mid \text{innocent})$, and heard as $P(\text{innocent} \mid \text{two deaths})$. For that one needs the other explanation, too: double murder of one's children is rarer still, and the two likelihoods with their priors have to be compared. The number itself was a square, as if the two deaths were independent. The Royal Statistical Society protested in 2001; she was freed in 2003, after medical findings came to light that the court had not been shown.
#
# </details>

# %% [markdown]
# ### Break it: a mind that cannot change
#
# Back to the bag of three coins. Somebody is certain that no coin of 0.8 exists and gives it the prior 0. **Predict** what 2,000 flips of exactly that coin make of this belief. Run, then give the coin the tiniest chance: change `doubt` to `1e-9` and run again.

# %%
doubt = 0.0
flips = np.random.default_rng(19).random(2000) < 0.8
stubborn = np.array([0.5, 0.5, doubt])
for flip in flips:
    stubborn = stubborn * (heads if flip else 1 - heads)
    stubborn = stubborn / stubborn.sum()
print(stubborn.round(6))

# %% author=true
# edit: "doubt = 0.0" -> "doubt = 1e-9"
# then: stubborn[2] > 0.999999

# %% author=true
assert stubborn[2] == 0 and stubborn[1] > 0.999999

# %% [markdown]
# With prior 0 the posterior stays 0 whatever is seen, since 0 times anything is 0; all belief moves to the next best coin, which is wrong. One in a billion is enough to be convinced. Dennis Lindley named it Cromwell's rule, after a letter of 1650: "think it possible you may be mistaken". Language models that count give no word probability 0, for this reason (day 20).

# %% [markdown]
# ### The day in five lines
#
# 1. $P(A \mid B)$ and $P(B \mid A)$ share a cell and differ in what they divide by.
# 2. Posterior is prior times likelihood, divided by the evidence, which makes it add up to 1.
# 3. A rare cause stays improbable after a good test: count people, and the base rate shows.
# 4. In odds, evidence multiplies by the likelihood ratio; in log-odds it adds, and the sigmoid leads back.
# 5. Many observations multiply; keep them as sums of logs, and take away the largest before the exponential.

# %% [markdown]
# ### New notation today
#
# Three signs are new, and a few words of daily life get a sharp sense.
#
# | symbol | read | code |
# |---|---|---|
# | $P(k \mid \text{data})$ | posterior of hypothesis k | `posterior(prior, like)[k]` |
# | $\propto$ | is proportional to | – |
# | $K$ | number of hypotheses | `len(prior)` |
#
# The words: prior, likelihood, evidence, posterior; base rate, sensitivity, specificity; odds, likelihood ratio.

# %% [markdown]
# ### To watch
#
# 3Blue1Brown, [Bayes theorem, the geometry of changing beliefs](https://www.3blue1brown.com/lessons/bayes-theorem) (15 minutes): the mosaic of day 18, read backward. Tomorrow numbers get probabilities, and all pixels of an image vote at once.
#
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time
#
# Idea 5 as a function of your own, for any counts and any prior. Bayes's essay (1763) asks this of a ball thrown on a table; Laplace answered it around 1780 for 26 years of births in Paris: 251,527 boys and 241,945 girls, and hardly a doubt left that boys are likelier.

# %% [markdown]
# ### Exercise · Which bias has this coin?
#
# *optional · about 12 minutes · needs ideas 4 and 5*
#
# For a bias $g$, the likelihood of some heads and tails in a given order is
#
# $$ P(\text{data} \mid g) = g^{\text{heads}} (1 - g)^{\text{tails}} , $$
#
# one factor for each flip.
#
# **Before you code.** In logs this is heads · log g + tails · log(1 − g). What is `0 * np.log(0)`, and what should a coin with $g = 0$ get for no heads and 5 tails?
#
# <details><summary>Answer</summary>
#
# `nan`, though no heads means no factor: the likelihood is $1^5 = 1$. Leave a term out if its count is 0.
#
# </details>
#
# **Your task.** Write `grid_coin(heads, tails, grid, prior)`, the posterior on the grid, adding up to 1, for thousands of flips as well. About seven lines.

# %% exercise="d19-grid_coin"
def grid_coin(
    heads: int, tails: int, grid: np.ndarray, prior: np.ndarray
) -> np.ndarray:
    """The posterior of a coin's bias on a grid.

    heads, tails  how often each came, whole numbers >= 0
    grid          (G,)  possible values of P(heads), from 0 to 1
    prior         (G,)  their probabilities before; one that is above 0 allows the flips
    returns       (G,)  their probabilities after, adding up to 1

    >>> grid = np.array([0.0, 0.5, 1.0])
    >>> grid_coin(1, 0, grid, np.full(3, 1 / 3)).round(4)
    array([0.    , 0.3333, 0.6667])
    """
    ### BEGIN SOLUTION
    with np.errstate(divide="ignore"):
        sums = np.log(prior)
        if heads > 0:
            sums = sums + heads * np.log(grid)
        if tails > 0:
            sums = sums + tails * np.log(1 - grid)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()
    ### END SOLUTION


# %% visible="d19-grid_coin" points=0
# Two heads and one tails on the grid 0, ½, ¾: likelihoods 0, 1/8 and 9/64. Then no
# heads, one tails.
thirds = np.full(3, 1 / 3)
got = grid_coin(2, 1, np.array([0.0, 0.5, 0.75]), thirds)
got_tails = grid_coin(0, 1, np.array([0.0, 0.5, 1.0]), thirds)

assert got is not None, (
    "grid_coin returned None. Did you forget the return statement?"
)
assert np.shape(got) == (3,), (
    f"One probability for each point of the grid: expected shape (3,), got "
    f"{np.shape(got)}."
)
assert np.allclose(got, [0, 8 / 17, 9 / 17], rtol=1e-9, atol=1e-12), (
    f"Likelihoods 0, 8/64, 9/64 become [0, 0.4706, 0.5294], got "
    f"{np.round(got, 4).tolist()}. Which power belongs to which count?"
)
assert np.allclose(got_tails, [2 / 3, 1 / 3, 0], rtol=1e-9, atol=1e-12), (
    f"One tails, no heads: expected [0.6667, 0.3333, 0], got "
    f"{np.round(got_tails, 4).tolist()}. What do you do with a count of 0?"
)

# %% hidden="d19-grid_coin" points=0
# Hidden checks: exact fractions on grids with and without 0 and 1, no flips at all,
# priors that are not even, thousands of flips; your arrays left as they were.
from fractions import Fraction as _Fraction

_rng = course_rng("d19-grid_coin")
for _heads, _tails, _G in ((0, 0, 5), (1, 0, 5), (0, 4, 9), (3, 7, 9), (12, 5, 17), (30, 30, 33), (900, 600, 17), (2600, 2500, 9), (0, 3000, 5)):
    for _grid in (np.linspace(0, 1, _G), np.linspace(0.125, 0.875, _G)):
        _prior = _rng.uniform(0.1, 1.0, size=_G)
        _prior = _prior / _prior.sum()
        _parts = [_Fraction(float(_p)) * _Fraction(float(_g)) ** _heads * (1 - _Fraction(float(_g))) ** _tails for _p, _g in zip(_prior, _grid)]
        _want = [float(_part / sum(_parts)) for _part in _parts]
        _given_grid, _given_prior = _grid.copy(), _prior.copy()
        _got = grid_coin(_heads, _tails, _given_grid, _given_prior)
        assert np.shape(_got) == (_G,), f"a grid of {_G} points should give shape ({_G},), gave {np.shape(_got)}"
        assert not np.isnan(_got).any(), f"{_heads} heads and {_tails} tails gave nan"
        assert np.allclose(_got, _want, rtol=1e-6, atol=1e-9), f"{_heads} heads and {_tails} tails on {_grid.round(3).tolist()}: expected {np.round(_want, 4).tolist()}, got {np.round(_got, 4).tolist()}"
        assert (_given_grid == _grid).all() and (_given_prior == _prior).all(), "one of the caller's arrays was changed in place"

# %% [markdown]
# ### Laplace and the boys of Paris
#
# His data on today's grid, with an even prior between 0.45 and 0.55. A product of half a million factors is out of reach; the sum of logs is not. How much probability is left for "girls are likelier", a bias below one half?

# %%
grid = np.linspace(0.45, 0.55, 100_001)
sums = 251_527 * np.log(grid) + 241_945 * np.log(1 - grid)
belief = np.exp(sums - sums.max())
belief = belief / belief.sum()
print("most probable bias:", grid[belief.argmax()].round(4))
print("left for girls:", belief[grid < 0.5].sum())

# %% author=true
assert grid[belief.argmax()].round(4) == 0.5097 and 1.1e-42 < belief[grid < 0.5].sum() < 1.2e-42

# %% [markdown]
# About one part in $10^{42}$, as Laplace found by hand; he wrote that it may be taken for certain. The number is only as good as its assumptions, that every birth is an independent flip of one coin and every birth is in the books.
