"""Right and wrong answers to day 21: sampling variation, the bell and the bootstrap."""

import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why


def middle(results, level):
    lo, hi = np.quantile(results, [(1 - level) / 2, (1 + level) / 2])
    return float(lo), float(hi)


def resampled(x, stat, reps, rng):
    return np.array([stat(x[row]) for row in rng.integers(0, len(x), (reps, len(x)))])


def drilled(q, **changed):
    """The right six answers, but for those that are handed in."""
    x, y, c = np.array(q["x"]), np.array(q["y"]), np.array(q["counts"])
    there, not_there = q["prior"] * q["hit"], (1 - q["prior"]) * q["false_alarm"]
    right = {
        "det": (-1) ** q["swaps"] * math.prod(q["pivots"]),
        "slope": (x @ y) / (x @ x),
        "share": q["lams"][0] / sum(q["lams"]),
        "given": c[0, 0] / c[:, 0].sum(),
        "posterior": there / (there + not_there),
        "spread": (q["var_a"] + q["var_b"] - 2 * q["cov_ab"]) ** 0.5,
    }
    return right | changed


# ---------------------------------------------------------------- d21-review


@also_right("d21-review")
def review_21(R):
    free = len(R[0])
    for row in R:
        if any(entry != 0 for entry in row):
            free -= 1
    return free


@also_right("d21-review")
def review_21(R):
    return R.shape[1] - np.linalg.matrix_rank(R)


@mistake(
    "d21-review",
    "You returned the rank. Asked for is what the rank leaves over of the unknowns.",
    caught_by="visible",
)
def review_21(R):
    return (R != 0).any(axis=1).sum()


@mistake(
    "d21-review",
    "Your number is that of the rows of zeros, of the equations that say nothing. Asked for are unknowns, and these are the columns.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[0] - (R != 0).any(axis=1).sum()


@mistake(
    "d21-review",
    "You subtracted the number of all rows. A row of zeros fixes nothing and does not count for the rank.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - R.shape[0]


@mistake(
    "d21-review",
    "You counted only rows without any zero. A row says something if at least one of its entries is not 0.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - (R != 0).all(axis=1).sum()


@mistake(
    "d21-review",
    "You counted the columns in which something stands. The rank counts the rows that still say something.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - (R != 0).any(axis=0).sum()


@mistake(
    "d21-review",
    "You judged a row by its sum. Entries that cancel, such as 3 and −3, make the sum 0 though the row says something.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - (R.sum(axis=1) != 0).sum()


@mistake(
    "d21-review",
    "You counted the entries of the diagonal that are not 0. In echelon form a row may begin further to the right than its place on the diagonal.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - (np.diag(R) != 0).sum()


@mistake(
    "d21-review",
    "You looked only at the first entry of each row. A row that begins with 0 may say something further on.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - (R[:, 0] != 0).sum()


@mistake(
    "d21-review",
    "You counted a row only if something positive stands in it. Negative entries are not 0 either.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - (R > 0).any(axis=1).sum()


@mistake(
    "d21-review",
    "You subtracted the number of entries that are not 0. The rank counts rows, each of them once.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - (R != 0).sum()


@mistake(
    "d21-review",
    "Your rank is never more than 1. Every row that says something adds 1 to it.",
    caught_by="visible",
)
def review_21(R):
    return R.shape[1] - int((R[0] != 0).any())


hints(
    "d21-review",
    "Two numbers are needed: how many unknowns there are, and how many rows say something.",
    "R.shape[1] is the number of unknowns. (R != 0).any(axis=1) is True for every row that says something.",
    "Subtract the number of True rows, (R != 0).any(axis=1).sum(), from R.shape[1].",
)
why(
    "d21-review",
    "In echelon form every row that is not all zeros fixes one unknown, the one at which it begins; the others may be chosen. Rows of zeros fix nothing.",
)


# ---------------------------------------------------------------- d21-stderr_mean


@also_right("d21-stderr_mean")
def stderr_mean(x):
    n = len(x)
    mean = sum(float(v) for v in x) / n
    return math.sqrt(sum((float(v) - mean) ** 2 for v in x) / (n - 1) / n)


@also_right("d21-stderr_mean")
def stderr_mean(x):
    return np.std(x, ddof=0) / np.sqrt(len(x) - 1)


@mistake(
    "d21-stderr_mean",
    "You returned s, the spread of single numbers. A mean of n of them strays less.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.std(x, ddof=1)


@mistake(
    "d21-stderr_mean",
    "You divided s by n. It is the variance that shrinks like 1/n; the standard deviation shrinks like one over the root.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.std(x, ddof=1) / len(x)


@mistake(
    "d21-stderr_mean",
    "Your s has the divisor n. A sample measures from its own mean and looks too calm (day 8); n − 1 repairs it.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.std(x, ddof=0) / np.sqrt(len(x))


@mistake(
    "d21-stderr_mean",
    "You returned the variance of the mean, s²/n. The standard error is its root.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.var(x, ddof=1) / len(x)


@mistake(
    "d21-stderr_mean",
    "You divided the variance by the root of n. Variance and n belong together under one root, or s and the root of n.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.var(x, ddof=1) / np.sqrt(len(x))


@mistake(
    "d21-stderr_mean",
    "You used n − 1 twice, in s and under the root. The root takes the size of the sample, n.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.std(x, ddof=1) / np.sqrt(len(x) - 1)


@mistake(
    "d21-stderr_mean",
    "You multiplied by the root of n. A larger sample would then be less certain.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.std(x, ddof=1) * np.sqrt(len(x))


@mistake(
    "d21-stderr_mean",
    "You returned the mean over the root of n. What is divided is the spread.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.mean(x) / np.sqrt(len(x))


@mistake(
    "d21-stderr_mean",
    "You took n for 4, the size of the first example. The size is that of the sample you are given.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.std(x, ddof=1) / 2


@mistake(
    "d21-stderr_mean",
    "You took the root of s over n. s is a root already; what stands under one root with n is the variance.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.sqrt(np.std(x, ddof=1) / len(x))


@mistake(
    "d21-stderr_mean",
    "You used the formula for a share, with p(1 − p). It holds for zeros and ones only, and even there n − 1 makes a small difference.",
    caught_by="visible",
)
def stderr_mean(x):
    p = np.mean(x)
    return np.sqrt(np.abs(p * (1 - p)) / len(x))


@mistake(
    "d21-stderr_mean",
    "You added up the squared deviations and divided by n once. They are divided twice: by n − 1 for the variance of one number, and by n for that of the mean.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.sqrt(((x - np.mean(x)) ** 2).sum() / len(x))


@mistake(
    "d21-stderr_mean",
    "You divided by n, and your s has the divisor n as well. s has the divisor n − 1, and what it is divided by is the root of n.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.std(x, ddof=0) / len(x)


@mistake(
    "d21-stderr_mean",
    "You averaged the distances from the mean without squaring them. s is the root of the squared deviations' sum over n − 1.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.abs(x - np.mean(x)).sum() / (len(x) - 1) / np.sqrt(len(x))


@mistake(
    "d21-stderr_mean",
    "You averaged the distances from the mean without squaring them. s is the root of the squared deviations' sum over n − 1.",
    caught_by="visible",
)
def stderr_mean(x):
    return np.abs(x - np.mean(x)).mean() / np.sqrt(len(x))


@mistake(
    "d21-stderr_mean",
    "The sum was divided by n, and then 1 was taken away. Python divides first; n − 1 needs its brackets.",
    caught_by="visible",
)
def stderr_mean(x):
    n = len(x)
    return np.sqrt(((x - np.mean(x)) ** 2).sum() / n - 1) / np.sqrt(n)


@mistake(
    "d21-stderr_mean",
    "You added the deviations themselves, and they cancel to 0. Square each of them first.",
    caught_by="visible",
)
def stderr_mean(x):
    n = len(x)
    return np.sqrt((x - np.mean(x)).sum() / (n - 1)) / np.sqrt(n)


@mistake(
    "d21-stderr_mean",
    "Your variance is the mean of the squares minus the square of the mean. For numbers near a billion these two are almost equal, and the digits that matter are lost (cancellation, day 4). Subtract the mean first.",
    caught_by="hidden",
)
def stderr_mean(x):
    n = len(x)
    s2 = ((x**2).mean() - x.mean() ** 2) * n / (n - 1)
    return np.sqrt(s2 / n)


@mistake(
    "d21-stderr_mean",
    "You used the formula for a share, with p(1 − p). It holds for zeros and ones only, and even there n − 1 makes a small difference.",
    caught_by="visible",
)
def stderr_mean(x):
    p = np.mean(x)
    return np.sqrt(p * (1 - p) / len(x))


@mistake(
    "d21-stderr_mean",
    "You rounded the result. Rounding is for reading; whoever computes with the number needs all its digits.",
    caught_by="visible",
)
def stderr_mean(x):
    return round(float(np.std(x, ddof=1) / np.sqrt(len(x))), 4)


hints(
    "d21-stderr_mean",
    "Two steps: how far do single numbers of the sample lie from their mean, and how much less does a mean of n of them stray?",
    "x.std(ddof=1) is s, with the divisor n − 1. len(x) is n.",
    "Divide s by np.sqrt(len(x)).",
)
why(
    "d21-stderr_mean",
    "The variance of a mean is the variance of one draw over n, and the root of it is the standard error. The variance of one draw is not known; the sample's own, with n − 1, estimates it.",
)


# ---------------------------------------------------------------- d21-clt_means


@also_right("d21-clt_means")
def clt_means(draw, mu, sigma, n, reps, rng):
    out = []
    for _ in range(reps):
        total = sum(float(v) for v in draw(n, rng))
        out.append((total - n * mu) / (sigma * math.sqrt(n)))
    return np.array(out)


@also_right("d21-clt_means")
def clt_means(draw, mu, sigma, n, reps, rng):
    table = np.array([draw(n, rng) for _ in range(reps)])
    return ((table - mu) / sigma).sum(axis=1) / np.sqrt(n)


@also_right("d21-clt_means")
def clt_means(draw, mu, sigma, n, reps, rng):
    table = np.reshape(draw(n * reps, rng), (reps, n))
    return (table.mean(axis=1) - mu) * np.sqrt(n) / sigma


@mistake(
    "d21-clt_means",
    "You divided by σ itself, the spread of single draws. A mean of n draws strays by σ over the root of n.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    return (means - mu) / sigma


@mistake(
    "d21-clt_means",
    "You used the root of the number of samples. How far one mean strays depends on how many numbers are in its own sample.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    return (means - mu) / (sigma / np.sqrt(reps))


@mistake("d21-clt_means", "You divided σ by n instead of its root.", caught_by="visible")
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    return (means - mu) / (sigma / n)


@mistake(
    "d21-clt_means",
    "You returned the means as they are. Asked for is their distance from mu, in standard errors.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    return np.array([np.mean(draw(n, rng)) for _ in range(reps)])


@mistake(
    "d21-clt_means",
    "You subtracted mu and stopped there. The distance is still to be measured in standard errors.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    return np.array([np.mean(draw(n, rng)) - mu for _ in range(reps)])


@mistake(
    "d21-clt_means",
    "You drew one sample and used it every time, so all means are equal. Each repetition needs a fresh one.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    sample = draw(n, rng)
    return np.array([(np.mean(sample) - mu) / (sigma / np.sqrt(n)) for _ in range(reps)])


@mistake("d21-clt_means", "You took the sums of the samples for their means.", caught_by="visible")
def clt_means(draw, mu, sigma, n, reps, rng):
    sums = np.array([np.sum(draw(n, rng)) for _ in range(reps)])
    return (sums - mu) / (sigma / np.sqrt(n))


@mistake(
    "d21-clt_means",
    "You averaged over the samples and kept the places within a sample apart. One mean belongs to each sample.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    table = np.array([draw(n, rng) for _ in range(reps)])
    return (table.mean(axis=0) - mu) / (sigma / np.sqrt(n))


@mistake(
    "d21-clt_means",
    "Each sample was divided by its own standard deviation. The formula has the σ of the population, which you are given.",
    caught_by="hidden",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    table = np.array([draw(n, rng) for _ in range(reps)], dtype=float)
    own = table.std(axis=1, ddof=0)
    return (table.mean(axis=1) - mu) / (
        np.where(own == 0, sigma, own if len({*own.tolist()}) > 1 else sigma) / np.sqrt(n)
    )


@mistake(
    "d21-clt_means", "You multiplied by the standard error instead of dividing by it.", caught_by="visible"
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    return (means - mu) * (sigma / np.sqrt(n))


@mistake(
    "d21-clt_means",
    "You divided by σ and by the root of n. The standard error is σ over the root, so dividing by it brings the root above: a larger sample puts the same miss more standard errors away.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    return (means - mu) / sigma / np.sqrt(n)


@mistake(
    "d21-clt_means",
    "You measured the means from their own mean, in their own spread. The formula measures from the truth, in standard errors of the population.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    with np.errstate(invalid="ignore"):
        return (means - means.mean()) / means.std(ddof=0)


@mistake(
    "d21-clt_means",
    "You measured from the mean of your own means. The formula measures from the truth, mu.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    return (means - means.mean()) / (sigma / np.sqrt(n))


@mistake(
    "d21-clt_means", "You dropped the signs. A mean below the truth has a negative z.", caught_by="visible"
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    return np.abs(means - mu) / (sigma / np.sqrt(n))


@mistake(
    "d21-clt_means",
    "You drew one number for each mean. The bell comes from averaging n of them.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    return np.array([(np.mean(draw(1, rng)) - mu) / (sigma / np.sqrt(n)) for _ in range(reps)])


@mistake("d21-clt_means", "You returned one number. Every sample has a z of its own.", caught_by="visible")
def clt_means(draw, mu, sigma, n, reps, rng):
    return (np.mean([draw(n, rng) for _ in range(reps)]) - mu) / (sigma / np.sqrt(n))


@mistake(
    "d21-clt_means",
    "Each sample was divided by its own standard deviation. The formula has the σ of the population, which you are given.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    out = []
    for _ in range(reps):
        x = draw(n, rng)
        with np.errstate(all="ignore"):
            out.append((np.mean(x) - mu) / (np.std(x, ddof=1) / np.sqrt(n)))
    return np.array(out)


@mistake(
    "d21-clt_means",
    "Each sample was divided by its own standard deviation. The formula has the σ of the population, which you are given.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    out = []
    for _ in range(reps):
        x = draw(n, rng)
        with np.errstate(all="ignore"):
            out.append((np.mean(x) - mu) / (np.std(x, ddof=0) / np.sqrt(n)))
    return np.array(out)


@mistake(
    "d21-clt_means",
    "You drew n samples of reps numbers. It is the other way around: reps samples, each of n numbers.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(reps, rng)) for _ in range(n)])
    return (means - mu) / (sigma / np.sqrt(n))


@mistake(
    "d21-clt_means",
    "Every single number got a z of its own. Take the mean of each sample first; one z belongs to each sample.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    return np.array([(draw(n, rng) - mu) / (sigma / np.sqrt(n)) for _ in range(reps)])


@mistake(
    "d21-clt_means",
    "Only the first sample is in your answer. Every one of the reps samples needs its z before you return.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    return np.array([(np.mean(draw(n, rng)) - mu) / (sigma / np.sqrt(n))])


@mistake(
    "d21-clt_means",
    "You took the root of n − 1. That divisor belongs to a variance measured from a sample's own mean; here σ is known, and n draws were averaged.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n, rng)) for _ in range(reps)])
    with np.errstate(all="ignore"):
        return (means - mu) / (sigma / np.sqrt(n - 1))


@mistake(
    "d21-clt_means",
    "You called draw once more than reps times, and your first sample is in no mean. Each repetition draws once.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    draw(n, rng)
    out = []
    for _ in range(reps):
        out.append((np.mean(draw(n, rng)) - mu) / (sigma / np.sqrt(n)))
    return np.array(out)


@mistake(
    "d21-clt_means",
    "Python raises: a function was called without the generator. draw takes two arguments, n and rng.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(n)) for _ in range(reps)])
    return (means - mu) / (sigma / np.sqrt(n))


@mistake(
    "d21-clt_means",
    "Every call of draw raises, because it is not given a number and then a generator. n comes first, rng second.",
    caught_by="visible",
)
def clt_means(draw, mu, sigma, n, reps, rng):
    means = np.array([np.mean(draw(rng, n)) for _ in range(reps)])
    return (means - mu) / (sigma / np.sqrt(n))


hints(
    "d21-clt_means",
    "Collect one mean for each repetition first. What turns a mean into a number of standard errors?",
    "np.array([draw(n, rng).mean() for _ in range(reps)]) collects the means. The standard error is sigma / np.sqrt(n), in brackets.",
    "Return (means - mu) / (sigma / np.sqrt(n)).",
)
why(
    "d21-clt_means",
    "Every call of draw is a new sample, so the means differ as the means of different researchers would. Measured in standard errors they all have expected value 0 and variance 1, and for large n the bell's shape.",
)


# ---------------------------------------------------------------- d21-bootstrap_ci


@also_right("d21-bootstrap_ci")
def bootstrap_ci(x, stat, reps, level, rng):
    results = sorted(float(stat(rng.choice(x, len(x)))) for _ in range(reps))
    ends = []
    for q in ((1 - level) / 2, (1 + level) / 2):
        at = q * (reps - 1)
        k = min(int(at), reps - 2)
        ends.append(results[k] + (at - k) * (results[k + 1] - results[k]))
    return tuple(ends)


@also_right("d21-bootstrap_ci")
def bootstrap_ci(x, stat, reps, level, rng):
    tables = np.asarray(x)[rng.integers(0, len(x), (reps, len(x)))]
    results = [stat(row) for row in tables]
    tail = 100 * (1 - level) / 2
    return np.percentile(results, tail), np.percentile(results, 100 - tail)


@mistake(
    "d21-bootstrap_ci",
    "Your resamples hold every number exactly once, as a shuffled sample does. With replacement some come twice and some not at all; without it the mean of every resample is the same.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle([stat(rng.permutation(x)) for _ in range(reps)], level)


@mistake(
    "d21-bootstrap_ci",
    "You cut off the whole remainder at each end. A level of 0.95 leaves 0.05 in all, half of it below and half above.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    lo, hi = np.quantile(resampled(x, stat, reps, rng), [1 - level, level])
    return float(lo), float(hi)


@mistake(
    "d21-bootstrap_ci",
    "You cut off the upper end only: your interval begins at the smallest result.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    results = resampled(x, stat, reps, rng)
    return float(results.min()), float(np.quantile(results, level))


@mistake(
    "d21-bootstrap_ci",
    "Your interval runs from the smallest to the largest result. It grows with every further resample; keep the middle share.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    results = resampled(x, stat, reps, rng)
    return float(results.min()), float(results.max())


@mistake("d21-bootstrap_ci", "Your level is 0.95 whatever was asked for.", caught_by="visible")
def bootstrap_ci(x, stat, reps, level, rng):
    return middle(resampled(x, stat, reps, rng), 0.95)


@mistake(
    "d21-bootstrap_ci",
    "Your resamples are half as large as the sample. A smaller sample strays more, so the interval is too wide.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    n = max(len(x) // 2, 1)
    return middle([stat(x[row]) for row in rng.integers(0, len(x), (reps, n))], level)


@mistake(
    "d21-bootstrap_ci",
    "You took the quantiles of the sample itself. They say how single numbers spread; asked for is how the statistic spreads over the resamples.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle(x if stat is not len else [len(x)], level)


@mistake(
    "d21-bootstrap_ci",
    "You gave the statistic the whole sample each time. The results are all equal: it is the resample that should be measured.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle([stat(x) for _ in rng.integers(0, len(x), (reps, len(x)))], level)


@mistake(
    "d21-bootstrap_ci",
    "You gave the statistic the places instead of the numbers that stand there.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle([stat(row) for row in rng.integers(0, len(x), (reps, len(x)))], level)


@mistake(
    "d21-bootstrap_ci", "You averaged each resample, whatever statistic was asked for.", caught_by="visible"
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle(resampled(x, np.mean, reps, rng), level)


@mistake(
    "d21-bootstrap_ci",
    "You built the interval from two standard deviations of the results to either side. That is the formula for a bell at level 0.95; here the quantiles of the results are asked for, at any level.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    results = resampled(x, stat, reps, rng)
    return results.mean() - 2 * results.std(ddof=0), results.mean() + 2 * results.std(ddof=0)


@mistake(
    "d21-bootstrap_ci",
    "The last place is never drawn: the last number of the sample is in no resample.",
    caught_by="hidden",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle([stat(x[row]) for row in rng.integers(0, max(len(x) - 1, 1), (reps, len(x)))], level)


@mistake(
    "d21-bootstrap_ci",
    "You returned all results. The interval is made of two of their quantiles.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return resampled(x, stat, reps, rng)


@mistake(
    "d21-bootstrap_ci",
    "You gave the statistic the whole table of resamples at once. It makes one number of all of them; it should see one row at a time.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle(stat(x[rng.integers(0, len(x), (reps, len(x)))]), level)


@mistake(
    "d21-bootstrap_ci",
    "Rows and columns of the places have changed roles: you have as many resamples as the sample has numbers, each as long as reps.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle([stat(x[row]) for row in rng.integers(0, len(x), (len(x), reps))], level)


@mistake(
    "d21-bootstrap_ci",
    "Only the last resample is left in your results: the list starts again in every pass.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle([stat(x[row]) for row in rng.integers(0, len(x), (reps, len(x)))][-1:], level)


@mistake(
    "d21-bootstrap_ci",
    "Your resamples hold every number exactly once, as a shuffled sample does. With replacement some come twice and some not at all; without it the mean of every resample is the same.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle([stat(rng.choice(x, len(x), replace=False)) for _ in range(reps)], level)


@mistake(
    "d21-bootstrap_ci",
    "You took the quantiles of the sample itself. They say how single numbers spread; asked for is how the statistic spreads over the resamples.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle(x, level)


@mistake(
    "d21-bootstrap_ci",
    "You built the interval from two standard deviations of the results to either side. That is the formula for a bell at level 0.95; here the quantiles of the results are asked for, at any level.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    results = resampled(x, stat, reps, rng)
    return results.mean() - 2 * results.std(ddof=1), results.mean() + 2 * results.std(ddof=1)


@mistake(
    "d21-bootstrap_ci",
    "The last place is never drawn: the last number of the sample is in no resample.",
    caught_by="hidden",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle([stat(x[row]) for row in rng.integers(0, len(x) - 1, (reps, len(x)))], level)


@mistake(
    "d21-bootstrap_ci",
    "All your results come from one resample, so both ends are equal. Each of the reps rows of places gives a result of its own.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle(resampled(x, stat, reps, rng)[:1], level)


@mistake(
    "d21-bootstrap_ci",
    "Your quantiles are at half the level from each end. It is the share left out, 1 − level, of which half lies at each end.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    lo, hi = np.quantile(resampled(x, stat, reps, rng), [level / 2, 1 - level / 2])
    return float(lo), float(hi)


@mistake(
    "d21-bootstrap_ci",
    "np.quantile raises: you asked for a quantile outside of 0 to 1. If you wrote 1 + level / 2, only the level is halved; it is the sum that should be.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    results = resampled(x, stat, reps, rng)
    return np.quantile(results, 1 - level / 2), np.quantile(results, 1 + level / 2)


@mistake(
    "d21-bootstrap_ci",
    "stat was called with axis=1, which works only for functions that know an axis. Any function of one sample should do: give it one row at a time.",
    caught_by="visible",
)
def bootstrap_ci(x, stat, reps, level, rng):
    return middle(stat(x[rng.integers(0, len(x), (reps, len(x)))], axis=1), level)


@mistake(
    "d21-bootstrap_ci",
    "You picked both ends among the sorted results. A quantile whose place is no whole number lies between two of them (day 8), as np.quantile computes it.",
    caught_by="hidden",
)
def bootstrap_ci(x, stat, reps, level, rng):
    results = sorted(resampled(x, stat, reps, rng).tolist())
    cut = int(reps * (1 - level) / 2)
    return results[cut], results[reps - 1 - cut]


hints(
    "d21-bootstrap_ci",
    "Three steps: draw the places, compute one result for each row of places, cut off both ends of the results.",
    "picks = rng.integers(0, n, (reps, n)); for a row of picks, x[row] is one resample. Collect stat(x[row]) for all rows.",
    "np.quantile(results, [(1 - level) / 2, (1 + level) / 2]) gives both ends.",
)
why(
    "d21-bootstrap_ci",
    "Drawing n places with replacement treats the sample as if it were the population. The quantiles of the results need no formula and no bell, so the same five lines serve a mean, a median and the accuracy of a model.",
)


# ---------------------------------------------------------------- d21-coverage


@also_right("d21-coverage")
def coverage(make, truth, ci, reps, rng):
    return (
        sum(1 for _ in range(reps) if min(max(truth, (pair := ci(make(rng), rng))[0]), pair[1]) == truth)
        / reps
    )


@also_right("d21-coverage")
def coverage(make, truth, ci, reps, rng):
    held = []
    for _ in range(reps):
        x = make(rng)
        lo, hi = ci(x, rng)
        held.append((lo <= truth) and (hi >= truth))
    return np.mean(held)


@mistake(
    "d21-coverage",
    "You made the data once and used them in every repetition. Then the same interval hits or misses every time.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    x, held = make(rng), 0
    for _ in range(reps):
        lo, hi = ci(x, rng)
        held += lo <= truth <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "You counted the intervals that miss the truth. The coverage is the share of those that hold it.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    missed = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        missed += not lo <= truth <= hi
    return missed / reps


@mistake(
    "d21-coverage",
    "You looked at the upper end only. An interval that lies entirely above the truth misses it, too.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += truth <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "You looked at the lower end only. An interval that lies entirely below the truth misses it, too.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo <= truth
    return held / reps


@mistake(
    "d21-coverage",
    "You left the ends out. A truth that lies exactly at an end counts as held.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo < truth < hi
    return held / reps


@mistake(
    "d21-coverage",
    "You left the upper end out. A truth that lies exactly there counts as held.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo <= truth < hi
    return held / reps


@mistake(
    "d21-coverage",
    "You left the lower end out. A truth that lies exactly there counts as held.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo < truth <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "You returned how many intervals hold the truth. Asked for is their share.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo <= truth <= hi
    return held


@mistake(
    "d21-coverage",
    "You asked whether the interval holds the mean of its own data. It nearly always does; the question is whether it holds the truth.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        x = make(rng)
        lo, hi = ci(x, rng)
        held += lo <= np.mean(x) <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "You made the data twice, once for each end. Both ends belong to one interval of one set of data.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps // 2 if rng is None else reps):
        lo, hi = ci(make(rng), rng)[0], ci(make(rng), rng)[1]
        held += lo <= truth <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "Only the last interval counts in your answer: each repetition wipes out what was counted before.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    for _ in range(reps):
        held = 0
        lo, hi = ci(make(rng), rng)
        held += lo <= truth <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "It was enough for you that the truth is above the lower end or below the upper one. That holds for every interval; both have to be true.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo <= truth or truth <= hi
    return held / reps


@mistake("d21-coverage", "You returned percent. A share lies between 0 and 1.", caught_by="visible")
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo <= truth <= hi
    return 100 * held / reps


@mistake(
    "d21-coverage",
    "You counted no interval, whichever ends it had. The truth is inside if it is at least lo and at most hi.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += hi <= truth <= lo
    return held / reps


@mistake(
    "d21-coverage",
    "You made the data twice, once for each end. Both ends belong to one interval of one set of data.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)[0], ci(make(rng), rng)[1]
        held += lo <= truth <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "You called ci twice on the same data. An interval that uses chance comes out different the second time; call it once, and take both ends from that call.",
    caught_by="hidden",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        x = make(rng)
        held += ci(x, rng)[0] <= truth <= ci(x, rng)[1]
    return held / reps


@mistake(
    "d21-coverage",
    "You made all the data first and all the intervals afterwards. Both use the same generator, so the order counts: in each repetition first make, then ci.",
    caught_by="hidden",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for x in [make(rng) for _ in range(reps)]:
        lo, hi = ci(x, rng)
        held += lo <= truth <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "You counted an interval only if the truth is one of its two ends. It holds all numbers between them, too.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        held += truth in ci(make(rng), rng)
    return held / reps


@mistake(
    "d21-coverage",
    "You made one repetition less than reps and divided by that. With reps = 1 nothing is left.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps - 1):
        lo, hi = ci(make(rng), rng)
        held += lo <= truth <= hi
    return held / (reps - 1)


@mistake(
    "d21-coverage",
    "Python raises: a function was called without the generator. make takes rng, and ci takes the data and rng.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(), rng)
        held += lo <= truth <= hi
    return held / reps


@mistake(
    "d21-coverage",
    "Python raises: a function was called without the generator. make takes rng, and ci takes the data and rng.",
    caught_by="visible",
)
def coverage(make, truth, ci, reps, rng):
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng))
        held += lo <= truth <= hi
    return held / reps


hints(
    "d21-coverage",
    "In each repetition: fresh data, their interval, one question. What is counted, and divided by what in the end?",
    "lo, hi = ci(make(rng), rng) gives one interval of fresh data. Start a count at 0 before the loop.",
    "Add lo <= truth <= hi to the count, which counts True as 1, and return the count over reps.",
)
why(
    "d21-coverage",
    "Making the data belongs inside the loop: the promise is about repetitions of the whole experiment. The comparison has two ends, since an interval can lie too low or too high.",
)


# ---------------------------------------------------------------- d21-drill_week_3


@also_right("d21-drill_week_3")
def drill_week_3(q):
    det = 1.0
    for pivot in q["pivots"]:
        det *= pivot
    if q["swaps"] % 2 == 1:
        det = -det
    odds = q["prior"] / (1 - q["prior"]) * q["hit"] / q["false_alarm"]
    (a, _), (c, _) = q["counts"]
    return {
        "spread": math.sqrt(q["var_a"] + q["var_b"] - q["cov_ab"] - q["cov_ab"]),
        "det": det,
        "slope": sum(u * v for u, v in zip(q["x"], q["y"])) / sum(u * u for u in q["x"]),
        "share": max(q["lams"]) / math.fsum(q["lams"]),
        "given": a / (a + c),
        "posterior": odds / (1 + odds),
    }


@mistake(
    "d21-drill_week_3",
    "det: you left out the exchanges of rows. Each of them turns the sign around.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, det=math.prod(q["pivots"]))


@mistake(
    "d21-drill_week_3",
    "det: you added the pivots. The determinant is their product, with a sign for each exchange of rows.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, det=(-1) ** q["swaps"] * sum(q["pivots"]))


@mistake(
    "d21-drill_week_3",
    "slope: you divided by the length of x, not by its square. Make x twice as long, and the slope has to halve.",
    caught_by="visible",
)
def drill_week_3(q):
    x, y = np.array(q["x"]), np.array(q["y"])
    return drilled(q, slope=(x @ y) / np.linalg.norm(x))


@mistake(
    "d21-drill_week_3",
    "slope: you divided by y · y. That is the multiple of y that comes closest to x.",
    caught_by="visible",
)
def drill_week_3(q):
    x, y = np.array(q["x"]), np.array(q["y"])
    return drilled(q, slope=(x @ y) / (y @ y))


@mistake(
    "d21-drill_week_3",
    "share: you took roots of the eigenvalues. They are variances already, and variances are what adds up to the whole.",
    caught_by="visible",
)
def drill_week_3(q):
    roots = np.sqrt(q["lams"])
    return drilled(q, share=roots[0] / roots.sum())


@mistake(
    "d21-drill_week_3",
    "given: you divided by the total of the row. Given column 0, the whole is the column.",
    caught_by="visible",
)
def drill_week_3(q):
    c = np.array(q["counts"])
    return drilled(q, given=c[0, 0] / c[0].sum())


@mistake(
    "d21-drill_week_3",
    "given: you divided by the grand total. That is the probability of both together; given column 0, the other column is out.",
    caught_by="visible",
)
def drill_week_3(q):
    c = np.array(q["counts"])
    return drilled(q, given=c[0, 0] / c.sum())


@mistake(
    "d21-drill_week_3",
    "posterior: you ignored how rare the cause is. Most alarms come from the many cases without it.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, posterior=q["hit"] / (q["hit"] + q["false_alarm"]))


@mistake(
    "d21-drill_week_3",
    "posterior: you returned the probability of cause and alarm together. Given the alarm, divide by the probability of an alarm.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, posterior=q["prior"] * q["hit"])


@mistake(
    "d21-drill_week_3",
    "spread: you added the variances as if A and B were independent. Of a difference, twice the covariance goes off.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, spread=math.sqrt(q["var_a"] + q["var_b"]))


@mistake(
    "d21-drill_week_3",
    "spread: you added twice the covariance. That is right for A + B; in a difference the middle term is negative.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, spread=math.sqrt(q["var_a"] + q["var_b"] + 2 * q["cov_ab"]))


@mistake(
    "d21-drill_week_3",
    "spread: you returned the variance of the difference. Asked for is the standard deviation.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, spread=q["var_a"] + q["var_b"] - 2 * q["cov_ab"])


@mistake(
    "d21-drill_week_3",
    "Nothing came back. A function that reaches its end without return, or prints its answers instead, hands back None.",
    caught_by="visible",
)
def drill_week_3(q):
    print(drilled(q))


@mistake(
    "d21-drill_week_3",
    "det: your sign is a minus, whatever the number of exchanges. Two of them turn it back; and Python reads -1 ** 2 as minus 1, so the −1 needs brackets.",
    caught_by="hidden",
)
def drill_week_3(q):
    return drilled(q, det=-math.prod(q["pivots"]))


@mistake(
    "d21-drill_week_3",
    "det: you multiplied by minus the number of exchanges. Each exchange turns the sign around and leaves the size as it is.",
    caught_by="hidden",
)
def drill_week_3(q):
    return drilled(q, det=-q["swaps"] * math.prod(q["pivots"]))


@mistake(
    "d21-drill_week_3",
    "slope: your number is the slope of a line with an intercept (day 9). A multiple of x has none: no mean is subtracted.",
    caught_by="visible",
)
def drill_week_3(q):
    x, y = np.array(q["x"]), np.array(q["y"])
    return drilled(q, slope=np.cov(x, y, ddof=1)[0, 1] / np.var(x, ddof=1))


@mistake(
    "d21-drill_week_3",
    "slope: your fraction is upside down. Make y twice as long, and the slope has to double.",
    caught_by="visible",
)
def drill_week_3(q):
    x, y = np.array(q["x"]), np.array(q["y"])
    return drilled(q, slope=(x @ x) / (x @ y))


@mistake(
    "d21-drill_week_3",
    "slope: you averaged the quotients of the entries. The closest multiple is x · y over x · x.",
    caught_by="visible",
)
def drill_week_3(q):
    x, y = np.array(q["x"]), np.array(q["y"])
    return drilled(q, slope=(y / x).mean())


@mistake(
    "d21-drill_week_3",
    "share: you squared the eigenvalues. They are variances already, and variances are what adds up to the whole.",
    caught_by="visible",
)
def drill_week_3(q):
    squares = np.array(q["lams"]) ** 2
    return drilled(q, share=squares[0] / squares.sum())


@mistake(
    "d21-drill_week_3",
    "share: you divided by the other eigenvalues. A share is divided by the whole, the first one included.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, share=q["lams"][0] / sum(q["lams"][1:]))


@mistake(
    "d21-drill_week_3",
    "share: you took the last eigenvalue. The largest stands first.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, share=q["lams"][-1] / sum(q["lams"]))


@mistake(
    "d21-drill_week_3",
    "given: that is the probability of row 1, given column 0. Asked for is row 0.",
    caught_by="visible",
)
def drill_week_3(q):
    c = np.array(q["counts"])
    return drilled(q, given=c[1, 0] / c[:, 0].sum())


@mistake(
    "d21-drill_week_3",
    "posterior: you counted a false alarm for every case. Only the cases without the cause, a share of 1 − prior, can give one.",
    caught_by="visible",
)
def drill_week_3(q):
    there = q["prior"] * q["hit"]
    return drilled(q, posterior=there / (there + q["false_alarm"]))


@mistake(
    "d21-drill_week_3",
    "posterior: you took the cases without the cause in which the alarm kept still. It went off: their share is false_alarm itself.",
    caught_by="visible",
)
def drill_week_3(q):
    there = q["prior"] * q["hit"]
    return drilled(q, posterior=there / (there + (1 - q["prior"]) * (1 - q["false_alarm"])))


@mistake(
    "d21-drill_week_3",
    "posterior: you returned the odds. The probability is odds over 1 + odds.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, posterior=q["prior"] * q["hit"] / ((1 - q["prior"]) * q["false_alarm"]))


@mistake(
    "d21-drill_week_3",
    "spread: you took the covariance away once. The middle term of a square comes twice.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, spread=math.sqrt(q["var_a"] + q["var_b"] - q["cov_ab"]))


@mistake(
    "d21-drill_week_3",
    "spread: you took one variance from the other. Both stray, in a difference too: the variances add.",
    caught_by="visible",
)
def drill_week_3(q):
    with np.errstate(invalid="ignore"):
        return drilled(q, spread=np.sqrt(q["var_a"] - q["var_b"] - 2 * q["cov_ab"]))


@mistake(
    "d21-drill_week_3",
    "spread: you took one standard deviation from the other. Variances are what adds; the root comes last.",
    caught_by="visible",
)
def drill_week_3(q):
    return drilled(q, spread=math.sqrt(q["var_a"]) - math.sqrt(q["var_b"]))


hints(
    "d21-drill_week_3",
    "Each question is one line. Which of the six names does the check report? Read the five lines of that day again.",
    "det: the product of the pivots, and a sign. slope: x · y over x · x. share: the first eigenvalue over their sum. given: the first column only. posterior: hit times prior, over all alarms. spread: the root of a variance.",
    "There are two ways to an alarm: prior * hit and (1 - prior) * false_alarm. The variance of A − B is var_a + var_b − 2 cov_ab.",
)
why(
    "d21-drill_week_3",
    "Six ideas, one line each. If a line did not come from memory, its day is worth ten minutes tomorrow.",
)


equivalent("d21-bootstrap_ci", "results = np.array([stat(x[row]) for row in picks]) → results = ([stat(x[row]) for row in picks])", "quantiles of a list are those of the array")
equivalent("d21-bootstrap_ci", "return float(lo), float(hi) → return (lo), float(hi)", "numpy's number and Python's are the same number")
equivalent("d21-bootstrap_ci", "return float(lo), float(hi) → return float(lo), (hi)", "numpy's number and Python's are the same number")
equivalent("d21-drill_week_3", 'x, y = np.array(q["x"]), np.array(q["y"]) → x, y = np.array(q["x"]), (q["y"])', "an array multiplies a list as it does an array")
equivalent("d21-drill_week_3", '"slope": (x @ y) / (x @ x), → "slope": ((y) @ (x)) / (x @ x),', "the dot product is symmetric")
equivalent("d21-drill_week_3", '"slope": (x @ y) / (x @ x), → "slope": ((x) @ (y).T) / (x @ x),', "transposing a vector changes nothing")
equivalent("d21-drill_week_3", '"slope": (x @ y) / (x @ x), → "slope": (x @ y) / ((x) @ (x).T),', "transposing a vector changes nothing")
