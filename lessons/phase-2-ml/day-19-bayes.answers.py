"""Right and wrong answers to day 19: Bayes' rule."""

import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why


def expit(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


# ---------------------------------------------------------------- d19-review


@also_right("d19-review")
def review_19(X, images, shift):
    rows = []
    for x in X:
        point = np.array(shift, dtype=float)
        for weight, image in zip(x, images):
            point = point + weight * image
        rows.append(point)
    return np.array(rows)


@also_right("d19-review")
def review_19(X, images, shift):
    A = np.column_stack(images)
    return (A @ X.T).T + shift


@mistake("d19-review", "You took the dot product of each point with each image. The images combine: the first entry of a point weighs the whole first image.", caught_by="visible")
def review_19(X, images, shift):
    return X @ np.array(images).T + shift


@mistake("d19-review", "You left the shift out. It is added to every point after the machine.", caught_by="visible")
def review_19(X, images, shift):
    return X @ np.array(images)


@mistake("d19-review", "You subtracted the shift. It is added.", caught_by="visible")
def review_19(X, images, shift):
    return X @ np.array(images) - shift


@mistake("d19-review", "You returned the points as columns. Rows came in, and rows should come out.", caught_by="visible")
def review_19(X, images, shift):
    return (X @ np.array(images) + shift).T


@mistake("d19-review", "You moved only the first point. Every row of X is a point.", caught_by="visible")
def review_19(X, images, shift):
    return X[0] @ np.array(images) + shift


@mistake("d19-review", "You added the images without the entries of the point. Each image is multiplied by its own entry first.", caught_by="visible")
def review_19(X, images, shift):
    return np.array([sum(images) + shift for _ in X])


@mistake("d19-review", "You added the shift once for each image. It is added once, at the end.", caught_by="visible")
def review_19(X, images, shift):
    return X @ np.array(images) + len(images) * np.asarray(shift)


@mistake("d19-review", "You added the shift to every point once for each row of X. It is added once.", caught_by="visible")
def review_19(X, images, shift):
    out = X @ np.array(images)
    for i in range(len(X)):
        out = out + shift
    return out


@mistake("d19-review", "You set the matrix on the left of X, with the images as its rows. The points are the rows of X, so X stands on the left.", caught_by="visible")
def review_19(X, images, shift):
    return np.array(images) @ X + shift


@mistake("d19-review", "You set the matrix on the left of X, which moves the columns of X. The points are its rows, so X stands on the left.", caught_by="visible")
def review_19(X, images, shift):
    return np.column_stack(images) @ X + shift


@mistake("d19-review", "You shifted the points before the machine moved them. The shift comes after.", caught_by="visible")
def review_19(X, images, shift):
    return (X + shift) @ np.array(images)


@mistake("d19-review", "You multiplied entry by entry. The images are combined: the matrix product @ does it.", caught_by="visible")
def review_19(X, images, shift):
    return X * np.array(images) + shift


@mistake("d19-review", "You wrote the moved points into the caller's X. They may have more or fewer entries than the points had, and X is gone for everybody else: make a new array.", caught_by="visible")
def review_19(X, images, shift):
    for i in range(len(X)):
        X[i] = X[i] @ np.array(images) + shift
    return X


@mistake("d19-review", "You multiplied by the shift. It is added.", caught_by="visible")
def review_19(X, images, shift):
    return X @ np.array(images) * shift


@mistake("d19-review", "Your images stand in the opposite order. The first entry of a point weighs the first image.", caught_by="visible")
def review_19(X, images, shift):
    return X @ np.array(images[::-1]) + shift


@mistake("d19-review", "You used the first image only. Each entry of a point brings its own image.", caught_by="visible")
def review_19(X, images, shift):
    return X[:, :1] * images[0] + shift


hints(
    "d19-review",
    "For one point: which number multiplies the first image, which the second, and what do you do with the results?",
    "A row of numbers times a table combines the rows of the table. In which table are the images rows?",
    "np.array(images) has the images as rows; put X on its left with @ and add the shift.",
)
why(
    "d19-review",
    "On column vectors the images are columns and the matrix stands on the left. For points as rows everything is transposed: the images are rows and the matrix stands on the right, as in a layer X W + b.",
)


# ---------------------------------------------------------------- d19-posterior


@also_right("d19-posterior")
def posterior(prior, like):
    return np.array([p * x / (prior @ like) for p, x in zip(prior, like)])


@also_right("d19-posterior")
def posterior(prior, like):
    best = (prior * like).argmax()
    odds = prior * like / (prior[best] * like[best])  # against the best hypothesis
    return odds / odds.sum()


@mistake("d19-posterior", "You returned the products. They are in the right proportions; divide them by their sum, so that they add up to 1.", caught_by="visible")
def posterior(prior, like):
    return prior * like


@mistake("d19-posterior", "You returned the likelihoods, scaled to add up to 1. What was believed before never entered: that is the base rate left out.", caught_by="visible")
def posterior(prior, like):
    return like / like.sum()


@mistake("d19-posterior", "You divided by the sum of the likelihoods. What has to add up to 1 are the products, so their sum belongs below.", caught_by="visible")
def posterior(prior, like):
    return prior * like / like.sum()


@mistake("d19-posterior", "Your priors enter twice. Each hypothesis has one factor from before and one from what was seen.", caught_by="visible")
def posterior(prior, like):
    return prior**2 * like / (prior**2 * like).sum()


@mistake("d19-posterior", "Your likelihoods enter twice. What was seen counts once.", caught_by="visible")
def posterior(prior, like):
    return prior * like**2 / (prior * like**2).sum()


@mistake("d19-posterior", "You added prior and likelihood. Both have to hold, so they multiply.", caught_by="visible")
def posterior(prior, like):
    return (prior + like) / (prior + like).sum()


@mistake("d19-posterior", "You divided by the largest product, so that the best hypothesis gets 1. All of them together should add up to 1.", caught_by="visible")
def posterior(prior, like):
    return prior * like / (prior * like).max()


@mistake("d19-posterior", "You returned the evidence, the sum of the products. It is what to divide by.", caught_by="visible")
def posterior(prior, like):
    return prior @ like


@mistake("d19-posterior", "You divided the prior by the likelihood. A hypothesis gains where it makes likely what was seen.", caught_by="visible")
def posterior(prior, like):
    with np.errstate(divide="ignore", invalid="ignore"):
        return prior / like / (prior / like).sum()


@mistake("d19-posterior", "You named the most probable hypothesis. Asked for are the probabilities of all of them.", caught_by="visible")
def posterior(prior, like):
    return (prior * like).argmax()


@mistake("d19-posterior", "You multiplied inside the caller's own array. The answer is right, but the prior that was handed in is gone.", caught_by="hidden")
def posterior(prior, like):
    prior *= like
    return prior / prior.sum()


@mistake("d19-posterior", "You returned the prior: what was seen has changed nothing. The likelihoods have to enter.", caught_by="visible")
def posterior(prior, like):
    return prior / prior.sum()


@mistake("d19-posterior", "You left out brackets around what stands below: Python divides by the first factor, and then multiplies by the sum.", caught_by="visible")
def posterior(prior, like):
    return prior * like / prior * like.sum()


@mistake("d19-posterior", "You left out brackets around what stands below, so your answer is multiplied by the sum of the likelihoods.", caught_by="visible")
def posterior(prior, like):
    return prior * like / prior.sum() * like.sum()


@mistake("d19-posterior", "You divided the likelihood by the prior. A hypothesis that was probable before gains by it: multiply.", caught_by="visible")
def posterior(prior, like):
    p = like / prior
    return p / p.sum()


@mistake("d19-posterior", "You divided by the mean of the products. They add up to 1 if you divide by their sum.", caught_by="visible")
def posterior(prior, like):
    p = prior * like
    return p / p.mean()


@mistake("d19-posterior", "You rounded to four places. What is asked for has all its digits.", caught_by="hidden")
def posterior(prior, like):
    p = prior * like
    return (p / p.sum()).round(4)


@mistake("d19-posterior", "You took e to the power of the products. The products are shares already: divide them by their sum.", caught_by="visible")
def posterior(prior, like):
    e = np.exp(prior * like)
    return e / e.sum()


@mistake("d19-posterior", "You divided each product by the sum of the others. Those are odds; a probability divides by the sum of all.", caught_by="visible")
def posterior(prior, like):
    p = prior * like
    return p / (p.sum() - p)


hints(
    "d19-posterior",
    "Two numbers belong to each hypothesis. What do you do with them, and with the results together?",
    "Multiply entry by entry, prior * like. What do these products add up to, and what should they?",
    "Divide the products by their own sum.",
)
why(
    "d19-posterior",
    "The products are one row of a joint table: hypothesis and data both happen. Dividing by their sum is the conditional probability of day 18, given the data. The sum, the evidence, is the same for all, so only proportions matter.",
)


# ---------------------------------------------------------------- d19-screening


@also_right("d19-screening")
def screening(prev, sens, spec):
    people = 10_000
    sick, well = people * prev, people * (1 - prev)
    hits, cleared = sick * sens, well * spec
    return hits / (hits + well * (1 - spec)), cleared / (cleared + sick * (1 - sens))


@also_right("d19-screening")
def screening(prev, sens, spec):
    joint = np.array([[sens, 1 - sens], [1 - spec, spec]]) * np.array([[prev], [1 - prev]])
    given = joint / joint.sum(axis=0)
    return given[0, 0], given[1, 1]


@mistake("d19-screening", "You took a hit rate for the answer: sens and spec are probabilities of the letter given the person. The patient asks for the person given the letter.", caught_by="visible")
def screening(prev, sens, spec):
    return sens, spec


@mistake("d19-screening", "Your answer is the same for every base rate, as if half of the people were sick. How many sick and healthy people there are has to enter.", caught_by="visible")
def screening(prev, sens, spec):
    return sens / (sens + 1 - spec), spec / (spec + 1 - sens)


@mistake("d19-screening", "You took the specificity for the share of false alarms. It is the share of healthy people who are cleared; the alarms are the rest.", caught_by="visible")
def screening(prev, sens, spec):
    return prev * sens / (prev * sens + (1 - prev) * spec), (1 - prev) * (1 - spec) / ((1 - prev) * (1 - spec) + prev * (1 - sens)) if spec < 1 else 0.0


@mistake("d19-screening", "You returned the pair in the other order: first the positive, then the negative predictive value.", caught_by="visible")
def screening(prev, sens, spec):
    a, b = prev * sens, (1 - prev) * (1 - spec)
    c, d = prev * (1 - sens), (1 - prev) * spec
    return d / (c + d), a / (a + b)


@mistake("d19-screening", "Your npv is 1 − ppv. The two come from different letters: one from the positive ones, one from the negative ones.", caught_by="visible")
def screening(prev, sens, spec):
    ppv = prev * sens / (prev * sens + (1 - prev) * (1 - spec))
    return ppv, 1 - ppv


@mistake("d19-screening", "You returned the share of negative letters that are wrong. The npv is the share that is right, the rest to 1.", caught_by="visible")
def screening(prev, sens, spec):
    ppv = prev * sens / (prev * sens + (1 - prev) * (1 - spec))
    return ppv, prev * (1 - sens) / (prev * (1 - sens) + (1 - prev) * spec)


@mistake("d19-screening", "You returned the shares of all people who get a right positive and a right negative letter. Divide each by all who get that letter.", caught_by="visible")
def screening(prev, sens, spec):
    return prev * sens, (1 - prev) * spec


@mistake("d19-screening", "You divided the true positives by the false ones. Those are odds; a share divides by all positive letters.", caught_by="visible")
def screening(prev, sens, spec):
    with np.errstate(divide="ignore"):
        odds = np.float64(prev * sens) / ((1 - prev) * (1 - spec))
        return odds, np.float64((1 - prev) * spec) / (prev * (1 - sens))


@mistake("d19-screening", "You returned only the first number of the pair.", caught_by="visible")
def screening(prev, sens, spec):
    return prev * sens / (prev * sens + (1 - prev) * (1 - spec))


@mistake("d19-screening", "You left out the brackets around what stands below, so the sum is not divided by. Python divides first and adds afterward.", caught_by="visible")
def screening(prev, sens, spec):
    return prev * sens / prev * sens + (1 - prev) * (1 - spec), (1 - prev) * spec / (1 - prev) * spec + prev * (1 - sens)


@mistake("d19-screening", "You exchanged sensitivity and specificity: sens belongs to the sick, spec to the healthy.", caught_by="visible")
def screening(prev, sens, spec):
    a, b = prev * spec, (1 - prev) * (1 - sens)
    c, d = prev * (1 - spec), (1 - prev) * sens
    return a / (a + b), d / (c + d)


@mistake("d19-screening", "Your npv divides by all healthy people and is the specificity again. The question is about all negative letters.", caught_by="visible")
def screening(prev, sens, spec):
    return prev * sens / (prev * sens + (1 - prev) * (1 - spec)), spec


@mistake("d19-screening", "You took the specificity for the share of false alarms. It is the share of healthy people who are cleared; the alarms are the rest.", caught_by="visible")
def screening(prev, sens, spec):
    tp = prev * sens
    fn = prev * (1 - sens)
    fp = (1 - prev) * spec
    tn = (1 - prev) * (1 - spec)
    return tp / (tp + fp), tn / (tn + fn)


@mistake("d19-screening", "You left out the brackets around what stands below, so the sum is not divided by. Python divides first and adds afterward.", caught_by="visible")
def screening(prev, sens, spec):
    tp = prev * sens
    fn = prev * (1 - sens)
    tn = (1 - prev) * spec
    fp = (1 - prev) * (1 - spec)
    return tp / tp + fp, tn / tn + fn


@mistake("d19-screening", "You left out the brackets of (1 - prev): Python multiplies first, so the healthy share is not what enters.", caught_by="visible")
def screening(prev, sens, spec):
    tp = prev * sens
    fn = prev * (1 - sens)
    tn = 1 - prev * spec
    fp = 1 - prev * (1 - spec)
    return tp / (tp + fp), tn / (tn + fn)


@mistake("d19-screening", "You rounded to whole people among 1,000. Shares of people need no whole numbers, and rounding loses digits.", caught_by="hidden")
def screening(prev, sens, spec):
    sick = round(1000 * prev)
    tp = round(sick * sens)
    fp = round((1000 - sick) * (1 - spec))
    fn = sick - tp
    tn = 1000 - sick - fp
    return tp / (tp + fp), tn / (tn + fn)


@mistake("d19-screening", "You divided the right letters by the wrong ones. Those are odds; a share divides by all letters of the kind.", caught_by="visible")
def screening(prev, sens, spec):
    tp = prev * sens
    fn = prev * (1 - sens)
    tn = (1 - prev) * spec
    fp = (1 - prev) * (1 - spec)
    return tp / fp, tn / fn


@mistake("d19-screening", "You rounded to four places. What is asked for has all its digits.", caught_by="visible")
def screening(prev, sens, spec):
    tp = prev * sens
    fn = prev * (1 - sens)
    tn = (1 - prev) * spec
    fp = (1 - prev) * (1 - spec)
    return round(tp / (tp + fp), 4), round(tn / (tn + fn), 4)


@mistake("d19-screening", "Your npv adds the sick with a positive letter below. Who else gets a negative letter are the sick whom the test misses.", caught_by="visible")
def screening(prev, sens, spec):
    tp = prev * sens
    tn = (1 - prev) * spec
    fp = (1 - prev) * (1 - spec)
    return tp / (tp + fp), tn / (tn + prev * sens)


@mistake("d19-screening", "You returned how many letters are positive and how many negative, as shares of all people. Asked for is which share of each kind is right.", caught_by="visible")
def screening(prev, sens, spec):
    pos = prev * sens + (1 - prev) * (1 - spec)
    return pos, 1 - pos


@mistake("d19-screening", "You exchanged the two error shares: of the healthy 1 - spec are frightened, of the sick 1 - sens are missed.", caught_by="visible")
def screening(prev, sens, spec):
    tp = prev * sens
    fp = (1 - prev) * (1 - sens)
    tn = (1 - prev) * spec
    fn = prev * (1 - spec)
    return tp / (tp + fp), tn / (tn + fn)


@mistake("d19-screening", "Your healthy cells are not weighed by the share of healthy people, 1 - prev.", caught_by="visible")
def screening(prev, sens, spec):
    tp = prev * sens
    fp = 1 - spec
    tn = spec
    fn = prev * (1 - sens)
    return tp / (tp + fp), tn / (tn + fn)


hints(
    "d19-screening",
    "Take 1,000 people and write four cells: sick or healthy, positive or negative. Which cells belong to a positive letter?",
    "As shares: prev * sens, prev * (1 - sens), (1 - prev) * (1 - spec), (1 - prev) * spec. Which two are right letters?",
    "ppv divides the sick with a positive letter by both kinds of positive letters; npv divides the healthy with a negative letter by both kinds of negative letters.",
)
why(
    "d19-screening",
    "The test fills a joint table by its rows, sick and healthy; the patient reads it by its columns, positive and negative. The row totals are the base rate, and that is why it cannot be left out.",
)


# ---------------------------------------------------------------- d19-log_odds_update


@also_right("d19-log_odds_update")
def log_odds_update(lo, llr):
    new = lo + llr
    return new, 0.5 * (1 + np.tanh(new / 2))


@also_right("d19-log_odds_update")
def log_odds_update(lo, llr):
    return lo + llr, expit(lo + llr)


@mistake("d19-log_odds_update", "You multiplied the log-odds by the evidence. Odds multiply; their logarithms add.", caught_by="visible")
def log_odds_update(lo, llr):
    return lo * llr, expit(min(max(lo * llr, -700), 700))


@mistake("d19-log_odds_update", "Your second number is the odds. The probability is odds over one more than the odds; the sigmoid does it.", caught_by="visible")
def log_odds_update(lo, llr):
    return lo + llr, math.exp(min(lo + llr, 700))


@mistake("d19-log_odds_update", "You subtracted the evidence. What is likelier under A speaks for A and raises its log-odds.", caught_by="visible")
def log_odds_update(lo, llr):
    return lo - llr, expit(lo - llr)


@mistake("d19-log_odds_update", "Your probability belongs to the log-odds before the evidence. Both numbers should be those after.", caught_by="visible")
def log_odds_update(lo, llr):
    return lo + llr, expit(lo)


@mistake("d19-log_odds_update", "You went back with powers of 2. The log-odds are natural logarithms, so e belongs there.", caught_by="visible")
def log_odds_update(lo, llr):
    return lo + llr, 1 / (1 + 2.0 ** -min(max(lo + llr, -1000), 1000))


@mistake("d19-log_odds_update", "You returned the pair in the other order: first the log-odds, then the probability.", caught_by="visible")
def log_odds_update(lo, llr):
    return expit(lo + llr), lo + llr


@mistake("d19-log_odds_update", "You took the logarithm of the evidence. It is handed in as a logarithm already.", caught_by="visible")
def log_odds_update(lo, llr):
    with np.errstate(divide="ignore", invalid="ignore"):
        new = lo + float(np.log(llr))
    return new, expit(min(max(new, -700), 700))


@mistake("d19-log_odds_update", "Your probability is that of the opposite: the sign in the exponent is turned.", caught_by="visible")
def log_odds_update(lo, llr):
    return lo + llr, expit(-(lo + llr))


@mistake("d19-log_odds_update", "You returned the probability alone. The log-odds after are needed too, to add the next piece of evidence.", caught_by="visible")
def log_odds_update(lo, llr):
    return expit(lo + llr)


@mistake("d19-log_odds_update", "For log-odds far from 0 your exponential overflows. The sigmoid of day 7 keeps its exponent at or below 0.", caught_by="hidden")
def log_odds_update(lo, llr):
    new = np.float64(lo + llr)
    with np.errstate(over="ignore", invalid="ignore"):
        return new, np.exp(new) / (1 + np.exp(new))


@mistake("d19-log_odds_update", "Your probability comes from the evidence alone, as if you had started at even odds. Where you started belongs in.", caught_by="visible")
def log_odds_update(lo, llr):
    return lo + llr, expit(llr)


@mistake("d19-log_odds_update", "You took logit, which leads from a probability to log-odds. The way back is sigmoid.", caught_by="visible")
def log_odds_update(lo, llr):
    new = lo + llr
    return new, logit(new)


@mistake("d19-log_odds_update", "For log-odds far below 0 your exponential overflows, and Python raises an error. The sigmoid of day 7 keeps its exponent at or below 0.", caught_by="hidden")
def log_odds_update(lo, llr):
    import math
    new = lo + llr
    return new, 1 / (1 + math.exp(-new))


@mistake("d19-log_odds_update", "You left out the brackets below the 1: Python divides 1 by 1 and adds the exponential.", caught_by="visible")
def log_odds_update(lo, llr):
    new = lo + llr
    return new, 1 / 1 + np.exp(-new)


@mistake("d19-log_odds_update", "You added two probabilities. Evidence adds in log-odds; the sigmoid comes after, once.", caught_by="visible")
def log_odds_update(lo, llr):
    return lo + llr, sigmoid(lo) + sigmoid(llr)


@mistake("d19-log_odds_update", "You dropped the sign of the evidence. A negative one speaks against, and lowers the log-odds.", caught_by="visible")
def log_odds_update(lo, llr):
    new = lo + abs(llr)
    return new, sigmoid(new)


@mistake("d19-log_odds_update", "You added the odds and took the logarithm. Odds multiply, so their logarithms add.", caught_by="visible")
def log_odds_update(lo, llr):
    new = np.log(np.exp(lo) + np.exp(llr))
    return new, sigmoid(new)


@mistake("d19-log_odds_update", "You went through the odds themselves, and for log-odds of thousands they overflow. Stay with log-odds: they add.", caught_by="hidden")
def log_odds_update(lo, llr):
    odds = np.exp(lo) * np.exp(llr)
    return np.log(odds), odds / (1 + odds)


@mistake("d19-log_odds_update", "You went back with powers of 10. The log-odds are natural logarithms, so e belongs there.", caught_by="visible")
def log_odds_update(lo, llr):
    new = lo + llr
    return new, 1 / (1 + 10 ** (-new))


@mistake("d19-log_odds_update", "You added the likelihood ratio itself. To log-odds its logarithm is added, and that is handed in.", caught_by="visible")
def log_odds_update(lo, llr):
    new = lo + np.exp(llr)
    return new, sigmoid(new)


@mistake("d19-log_odds_update", "You kept the log-odds within bounds. They may be as large as they like; the sigmoid copes.", caught_by="hidden")
def log_odds_update(lo, llr):
    new = min(max(lo + llr, -20), 20)
    return new, sigmoid(new)


hints(
    "d19-log_odds_update",
    "Evidence multiplies the odds. What happens to their logarithm?",
    "Add the two numbers. Which function of day 7 leads from log-odds to a probability?",
    "Return the sum, and sigmoid of the sum, in this order.",
)
why(
    "d19-log_odds_update",
    "The logarithm of a product is the sum of the logarithms, so evidence adds. The sigmoid undoes the logit, and the one of day 7 does it without overflow at either end.",
)


# ---------------------------------------------------------------- d19-update_many


@also_right("d19-update_many")
def update_many(prior, like_matrix, obs):
    belief = np.array(prior, dtype=float)
    for x in obs:
        belief = belief * like_matrix[:, x]
        belief = belief / belief.sum()
    return belief / belief.sum()


@also_right("d19-update_many")
def update_many(prior, like_matrix, obs):
    counts = np.bincount(obs, minlength=like_matrix.shape[1])
    with np.errstate(divide="ignore"):
        logs = np.log(like_matrix)
        sums = np.log(prior) + np.array([sum(c * v for c, v in zip(counts, row) if c > 0) for row in logs])
    return np.exp(sums - np.logaddexp.reduce(sums))


@mistake("d19-update_many", "Thousands of likelihoods underflow in your answer: their product, or e to the power of its logarithm, is 0 for every hypothesis, and 0/0 is nan. Take the largest sum of logs away before np.exp.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    products = prior * like_matrix[:, obs].prod(axis=1)
    with np.errstate(invalid="ignore"):
        return products / products.sum()


@mistake("d19-update_many", "Thousands of likelihoods underflow in your answer: their product, or e to the power of its logarithm, is 0 for every hypothesis, and 0/0 is nan. Take the largest sum of logs away before np.exp.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore", invalid="ignore"):
        products = np.exp(np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1))
        return products / products.sum()


@mistake("d19-update_many", "Your prior enters once for every observation. It is what was believed before the first one, and enters once.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        sums = np.log(prior) * max(len(obs), 1) + np.log(like_matrix[:, obs]).sum(axis=1)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()


@mistake("d19-update_many", "You left the prior out. The same observations mean less to someone who held a hypothesis improbable.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        sums = np.log(like_matrix[:, obs]).sum(axis=1)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()


@mistake("d19-update_many", "Only the last observation counts in your answer. Each posterior has to be the next prior.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    both = prior * like_matrix[:, obs[-1]] if len(obs) else prior
    return both / both.sum()


@mistake("d19-update_many", "You returned the log sums. Subtract the largest, take the exponential, and divide by the sum.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        return np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1)


@mistake("d19-update_many", "You did not divide by the sum at the end, so the largest probability is always 1.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        sums = np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1)
    return np.exp(sums - sums.max())


@mistake("d19-update_many", "You averaged the logs where they add up. Thousands of observations then weigh no more than one.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        logs = np.log(like_matrix[:, obs])
    sums = np.log(np.maximum(prior, 1e-320)) + (logs.mean(axis=1) if len(obs) else 0.0)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()


@mistake("d19-update_many", "You took the observations for the rows. Row k belongs to hypothesis k; the observation chooses the column.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    table = like_matrix.T
    with np.errstate(divide="ignore"):
        sums = np.log(prior) + np.log(table[:, obs]).sum(axis=1)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()


@mistake("d19-update_many", "You divided the log sums by their sum. Logs turn products into sums, and shares belong to the products: go back with the exponential first.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore", invalid="ignore"):
        sums = np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1)
        return sums / sums.sum()


@mistake("d19-update_many", "You replaced probabilities of 0 by a small number. A hypothesis that forbids what was seen is out, however many observations speak for it elsewhere.", caught_by="hidden")
def update_many(prior, like_matrix, obs):
    sums = np.log(np.maximum(prior, 1e-3)) + np.log(np.maximum(like_matrix[:, obs], 1e-3)).sum(axis=1)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()


@mistake("d19-update_many", "You added a small number to every probability before the logarithm. Over thousands of observations it adds up, and a probability of 0 is no longer 0.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    sums = np.log(prior + 1e-6) + np.log(like_matrix[:, obs] + 1e-6).sum(axis=1)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()


@mistake("d19-update_many", "You named the most probable hypothesis. Asked for are the probabilities of all of them.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        return (np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1)).argmax()


@mistake("d19-update_many", "Only the first observation counts in your answer. Is the return inside the loop?", caught_by="visible")
def update_many(prior, like_matrix, obs):
    both = prior * like_matrix[:, obs[0]] if len(obs) else prior
    return both / both.sum()


@mistake("d19-update_many", "You added the prior itself to the sums of logs. Its logarithm belongs there.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = prior + np.log(like_matrix[:, obs]).sum(axis=1)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "You added up the logs of the whole table into one number, the same for every hypothesis. Each row has its own sum.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log(prior) + np.log(like_matrix[:, obs]).sum()
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "You added down the columns, over the hypotheses. Each row is a hypothesis, and its observations stand side by side.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=0)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "You took the observations for the rows. Row k belongs to hypothesis k; the observation chooses the column.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log(prior) + np.log(like_matrix[obs]).sum(axis=1)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "Your prior enters once for every observation. It is what was believed before the first one, and enters once.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = (np.log(prior)[:, None] + np.log(like_matrix[:, obs])).sum(axis=1)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "You averaged the logs where they add up. Thousands of observations then weigh no more than one.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log(prior) + np.log(like_matrix[:, obs]).mean(axis=1)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "You returned the log sums with the largest taken away. Take the exponential, and divide by the sum.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1)
    return s - s.max()


@mistake("d19-update_many", "You counted each kind of observation once. Two heads are two factors.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log(prior) + np.log(like_matrix[:, list(set(obs.tolist()))]).sum(axis=1)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "Only the last observation counts in your answer. Each posterior has to be the next prior.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    for x in obs:
        p = prior * like_matrix[:, x]
    return p / p.sum()


@mistake("d19-update_many", "Only the first observation counts in your answer. Is the return inside the loop?", caught_by="visible")
def update_many(prior, like_matrix, obs):
    p = prior
    for x in obs:
        p = p * like_matrix[:, x]
        return p / p.sum()


@mistake("d19-update_many", "You took the smallest sum away. The largest exponent is then far above 0 and overflows, or is nan beside minus infinity; take the largest away.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1)
    w = np.exp(s - s.min())
    return w / w.sum()


@mistake("d19-update_many", "You added a small number to every probability before the logarithm. Over thousands of observations it adds up, and a probability of 0 is no longer 0.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    s = np.log(prior + 1e-9) + np.log(like_matrix[:, obs] + 1e-9).sum(axis=1)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "You took logarithms to base 2 and went back with e. Take the same base both ways.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log2(prior) + np.log2(like_matrix[:, obs]).sum(axis=1)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "You left out the first observation.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    with np.errstate(divide="ignore"):
        s = np.log(prior) + np.log(like_matrix[:, obs[1:]]).sum(axis=1)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-update_many", "You added the likelihoods of the observations. All of them happened, so they multiply: add their logarithms.", caught_by="visible")
def update_many(prior, like_matrix, obs):
    w = prior * like_matrix[:, obs].sum(axis=1)
    return w / w.sum()


hints(
    "d19-update_many",
    "One sum for each hypothesis: which logs go into it, and how often does the prior?",
    "np.log(like_matrix[:, obs]) has K rows and n columns; along which axis do the observations lie? Do not take the exponential of such a sum yet.",
    "sums = log prior + summed logs; take sums.max() away, np.exp, divide by the sum. The logarithms stand inside np.errstate.",
)
why(
    "d19-update_many",
    "Only differences of the sums matter, so taking the largest away changes no share, and the best hypothesis keeps e to the 0 = 1: nothing that counts underflows. A probability of 0 has the log −∞ and comes back as 0. Dividing after each single observation works, too, one update at a time.",
)


# ---------------------------------------------------------------- d19-grid_coin


@also_right("d19-grid_coin")
def grid_coin(heads, tails, grid, prior):
    sums = []
    for g, p in zip(grid, prior):
        factors = [(p, 1)] + [(g, heads)] * (heads > 0) + [(1 - g, tails)] * (tails > 0)
        impossible = any(base == 0 for base, _ in factors)
        sums.append(-math.inf if impossible else math.fsum(count * math.log(base) for base, count in factors))
    weights = [math.exp(total - max(sums)) for total in sums]
    return np.array(weights) / sum(weights)


@also_right("d19-grid_coin")
def grid_coin(heads, tails, grid, prior):
    from scipy.special import logsumexp, xlog1py, xlogy

    with np.errstate(divide="ignore"):
        sums = np.log(prior) + xlogy(heads, grid) + xlog1py(tails, -grid)
    return np.exp(sums - logsumexp(sums))


def on_grid(sums):
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()


def logs_of(heads, tails, grid):
    with np.errstate(divide="ignore"):
        return (heads * np.log(grid) if heads else 0.0) + (tails * np.log(1 - grid) if tails else 0.0)


@mistake("d19-grid_coin", "You exchanged heads and tails: the bias g is the probability of heads.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    return on_grid(np.log(prior) + logs_of(tails, heads, grid))


@mistake("d19-grid_coin", "You left the prior out: your answer is right only where all of it is even.", caught_by="hidden")
def grid_coin(heads, tails, grid, prior):
    return on_grid(logs_of(heads, tails, grid) + np.full(len(grid), 0.0))


@mistake("d19-grid_coin", "With a count of 0 and a bias of 0 or 1 you multiply 0 by minus infinity, which is nan. Leave the term out.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    with np.errstate(divide="ignore", invalid="ignore"):
        sums = np.log(prior) + heads * np.log(grid) + tails * np.log(1 - grid)
        return on_grid(sums)


@mistake("d19-grid_coin", "Your numbers do not add up to 1: divide by their sum.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    sums = np.log(prior) + logs_of(heads, tails, grid)
    return np.exp(sums - sums.max())


@mistake("d19-grid_coin", "After thousands of flips the product of the powers underflows in your answer, to 0 for every bias, and 0/0 is nan. Take the largest sum of logs away before np.exp.", caught_by="hidden")
def grid_coin(heads, tails, grid, prior):
    products = prior * grid**heads * (1 - grid) ** tails
    with np.errstate(invalid="ignore"):
        return products / products.sum()


@mistake("d19-grid_coin", "Only the heads count in your answer. Each tails brings a factor, too: one minus the bias.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    return on_grid(np.log(prior) + logs_of(heads, 0, grid))


@mistake("d19-grid_coin", "You divided by the width of the grid's steps as well. The probabilities on the grid add up to 1 by themselves.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    return on_grid(np.log(prior) + logs_of(heads, tails, grid)) / (grid[1] - grid[0])


@mistake("d19-grid_coin", "You turned the sums that are nan or minus infinity into numbers. Where a count is 0, leave its term out instead.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    with np.errstate(all="ignore"):
        s = np.nan_to_num(np.log(prior) + heads * np.log(grid) + tails * np.log(1 - grid))
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-grid_coin", "You took the heads away from the tails. They are counted apart: all tails enter.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    with np.errstate(divide="ignore"):
        s = np.log(prior)
        if heads > 0:
            s = s + heads * np.log(grid)
        if tails - heads > 0:
            s = s + (tails - heads) * np.log(1 - grid)
    w = np.exp(s - s.max())
    return w / w.sum()


@mistake("d19-grid_coin", "You added prior and likelihood. Both have to hold, so they multiply.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    w = prior + grid ** heads * (1 - grid) ** tails
    return w / w.sum()


@mistake("d19-grid_coin", "You multiplied by the counts. Each flip brings a factor, so the counts are exponents.", caught_by="visible")
def grid_coin(heads, tails, grid, prior):
    w = prior * grid * heads * (1 - grid) * tails
    return w / w.sum()


hints(
    "d19-grid_coin",
    "Each bias of the grid is a hypothesis. What does one heads multiply it by, and one tails?",
    "In logs: log prior, plus heads times log grid, plus tails times log(1 − grid). When must a term be left out?",
    "Add each term only if its count is above 0; then take the largest sum away, np.exp, and divide by the sum.",
)
why(
    "d19-grid_coin",
    "Flips of one coin multiply, so their logs add, and only the counts matter, not the order. A count of 0 brings no factor at all; leaving it out avoids 0 · (−∞), which has no value.",
)


equivalent("d19-review", "return X @ np.array(images) + shift → return X @ (images) + shift", "numpy makes an array of the list by itself")
equivalent("d19-grid_coin", "if heads > 0: → if heads != 0:", "a count is never negative")
equivalent("d19-grid_coin", "if tails > 0: → if tails != 0:", "a count is never negative")
