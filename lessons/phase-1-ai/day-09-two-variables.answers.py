import math
import statistics

import matplotlib.pyplot as plt
import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d09-review


@also_right("d09-review")
def review_09(c, beta, n):
    m = 0.0
    for _ in range(n):
        m = beta * m + (1 - beta) * c
    return m


@mistake("d09-review", "You returned the gap, what the average still has to go. The average is the reading minus that gap.", caught_by="visible")
def review_09(c, beta, n):
    return c * beta**n


@mistake("d09-review", "You let the gap shrink by 1 - beta. A step keeps the share beta of the old value, and so it keeps the share beta of the gap.", caught_by="visible")
def review_09(c, beta, n):
    return c * (1 - (1 - beta) ** n)


@mistake("d09-review", "Your answer is the reading itself, as if there were no gap. This average starts from 0, and a gap remains.", caught_by="visible")
def review_09(c, beta, n):
    return float(c)


@mistake("d09-review", "You added the same amount in every step. Only the first step is that large; each later one closes the same share of a smaller gap.", caught_by="visible")
def review_09(c, beta, n):
    return c * n * (1 - beta)


@mistake("d09-review", "You took one step too many: after n readings the gap has shrunk n times.", caught_by="visible")
def review_09(c, beta, n):
    return c * (1 - beta ** (n + 1))


@mistake("d09-review", "You took the first step for all of them. Each reading closes the gap a little more, so the number of readings has to enter.", caught_by="visible")
def review_09(c, beta, n):
    return c * (1 - beta)


@mistake("d09-review", "You took one step too few: after n readings the gap has shrunk n times.", caught_by="visible")
def review_09(c, beta, n):
    return c * (1 - beta ** (n - 1))


@mistake("d09-review", "You stopped after the first reading. Each further one closes the gap a little more.", caught_by="visible")
def review_09(c, beta, n):
    return c * (1 - beta) if n > 0 else 0.0


@mistake("d09-review", "You raised 1 - beta to the power n. It is beta that multiplies the gap in each step; 1 minus its power is the share that is closed.", caught_by="visible")
def review_09(c, beta, n):
    return c * (1 - beta) ** n


@mistake("d09-review", "You took the gap away from 1 and not from the reading. The whole bracket, 1 minus the power, is multiplied by c.", caught_by="visible")
def review_09(c, beta, n):
    return 1 - beta**n * c


@mistake("d09-review", "Your answer is that after the first reading: it is handed back before the others have come.", caught_by="visible")
def review_09(c, beta, n):
    m = 0.0
    for _ in range(n):
        m = beta * m + (1 - beta) * c
        return m


@mistake("d09-review", "You took one step too few: after n readings the gap has shrunk n times.", caught_by="visible")
def review_09(c, beta, n):
    m = 0.0
    for _ in range(1, n):
        m = beta * m + (1 - beta) * c
    return m


@mistake("d09-review", "You start from 0 again with every reading, so every answer is that after one reading. Set the average before the loop.", caught_by="visible")
def review_09(c, beta, n):
    for _ in range(n):
        m = 0.0
        m = beta * m + (1 - beta) * c
    return m


@mistake("d09-review", "You multiplied beta by n. A factor that acts n times is a power.", caught_by="visible")
def review_09(c, beta, n):
    return c * (1 - beta * n)


@mistake("d09-review", "You raised the whole first step to the power n. Only beta is raised, and the reading stays a factor in front.", caught_by="visible")
def review_09(c, beta, n):
    return (c - c * beta) ** n


@mistake("d09-review", "Your gap is halved in every step. It is beta that says which share of it stays.", caught_by="visible")
def review_09(c, beta, n):
    return c * (1 - 0.5**n)


@mistake("d09-review", "You rounded the average. Return all its digits.", caught_by="hidden")
def review_09(c, beta, n):
    return round(c * (1 - beta**n), 4)


@mistake("d09-review", "You added the whole reading in every step. Only the share 1 - beta of it enters.", caught_by="visible")
def review_09(c, beta, n):
    m = 0.0
    for _ in range(n):
        m = beta * m + c
    return m


hints(
    "d09-review",
    "Follow the gap between the reading and the average: 50, then 40, then 32. What happens to it in each step?",
    "The gap is multiplied by beta in each step. It begins as c, because the average begins at 0. What is it after n steps?",
    "After n steps the gap is c times beta to the power n. The average is c minus the gap.",
)
why(
    "d09-review",
    "Subtract the step from the reading: c - m_new = beta * (c - m_old). So the gap is multiplied by the same factor in every step, and that is day 2's constant-factor decay.",
)

# ---------------------------------------------------------------- d09-covariance


@also_right("d09-covariance")
def covariance(x, y, ddof):
    return np.cov(x, y, ddof=ddof)[0, 1]


@also_right("d09-covariance")
def covariance(x, y, ddof):
    mx, my = math.fsum(x) / len(x), math.fsum(y) / len(y)
    return math.fsum((float(a) - mx) * (float(b) - my) for a, b in zip(x, y, strict=True)) / (len(x) - ddof)


@mistake("d09-covariance", "You multiplied the numbers themselves. A vote is a product of deviations, so both means have to go first.", caught_by="visible")
def covariance(x, y, ddof):
    return (x * y).sum() / (len(x) - ddof)


@mistake("d09-covariance", "You always divided by n. The caller's ddof says what to subtract from n.", caught_by="visible")
def covariance(x, y, ddof):
    return ((x - x.mean()) * (y - y.mean())).mean()


@mistake("d09-covariance", "You always divided by n - 1. With ddof=0 the divisor is n.", caught_by="visible")
def covariance(x, y, ddof):
    return ((x - x.mean()) * (y - y.mean())).sum() / (len(x) - 1)


@mistake("d09-covariance", "You multiplied the two variances. They know nothing of the pairing; multiply within each pair, then add.", caught_by="visible")
def covariance(x, y, ddof):
    return x.var(ddof=ddof) * y.var(ddof=ddof)


@mistake("d09-covariance", "You multiplied the two standard deviations. They know nothing of the pairing, and the product can never be negative.", caught_by="visible")
def covariance(x, y, ddof):
    return x.std(ddof=ddof) * y.std(ddof=ddof)


@mistake("d09-covariance", "You added the votes and did not divide. More pairs would then mean a larger covariance.", caught_by="visible")
def covariance(x, y, ddof):
    return ((x - x.mean()) * (y - y.mean())).sum()


@mistake("d09-covariance", "You divided by n + ddof. The divisor gets smaller with ddof, as on day 8.", caught_by="visible")
def covariance(x, y, ddof):
    return ((x - x.mean()) * (y - y.mean())).sum() / (len(x) + ddof)


@mistake("d09-covariance", "You divided by n and then subtracted ddof from the result. It is taken from the number of pairs first, so the divisor needs brackets.", caught_by="visible")
def covariance(x, y, ddof):
    return ((x - x.mean()) * (y - y.mean())).sum() / len(x) - ddof


@mistake("d09-covariance", "You took the size of each vote. A pair with one number above and one below its mean votes against, with a minus sign.", caught_by="visible")
def covariance(x, y, ddof):
    return np.abs((x - x.mean()) * (y - y.mean())).sum() / (len(x) - ddof)


@mistake("d09-covariance", "You returned numpy's whole table of four. The covariance of the two columns is the entry off its diagonal.", caught_by="visible")
def covariance(x, y, ddof):
    return np.cov(x, y, ddof=ddof)


@mistake("d09-covariance", "You returned the correlation. The covariance still has its units: nothing divides by the standard deviations.", caught_by="visible")
def covariance(x, y, ddof):
    return np.corrcoef(x, y)[0, 1]


@mistake(
    "d09-covariance",
    "You subtracted the product of the means from the mean product. As mathematics this is right; near a billion both are about 10**18, and their difference has lost its digits.",
    caught_by="hidden",
)
def covariance(x, y, ddof):
    n = len(x)
    return ((x * y).mean() - x.mean() * y.mean()) * n / (n - ddof)


@mistake(
    "d09-covariance",
    "You centered only one of the two columns. As mathematics this is enough; near a billion the rounding error of that one mean is multiplied by a billion.",
    caught_by="hidden",
)
def covariance(x, y, ddof):
    return ((x - x.mean()) * y).sum() / (len(x) - ddof)


@mistake("d09-covariance", "You centered the caller's arrays in place. The number is right, but the columns you were given are changed.", caught_by="hidden")
def covariance(x, y, ddof):
    x -= x.mean()
    y -= y.mean()
    return (x * y).sum() / (len(x) - ddof)


@mistake("d09-covariance", "Your answer is 0 up to rounding whatever the columns hold, since the deviations of a column add up to 0. Multiply within the pairs, then add.", caught_by="visible")
def covariance(x, y, ddof):
    return (x - x.mean()).sum() * (y - y.mean()).sum() / (len(x) - ddof)


@mistake("d09-covariance", "You used the deviations of the five evenings from the notebook (dx and dy). Inside the function they have to come from its own x and y.", caught_by="visible")
def covariance(x, y, ddof):
    return 20.0 / (len(x) - ddof)


@mistake("d09-covariance", "You subtracted the product of the means from the mean product, and ddof has no say in it. Build the sum of the votes and divide by n - ddof.", caught_by="visible")
def covariance(x, y, ddof):
    return (x * y).mean() - x.mean() * y.mean()


@mistake("d09-covariance", "You centered only one of the two columns. As mathematics this is enough; near a billion the rounding error of that one mean is multiplied by a billion.", caught_by="hidden")
def covariance(x, y, ddof):
    return (x * (y - y.mean())).sum() / (len(x) - ddof)


@mistake("d09-covariance", "You took the mean of x away from both columns. Each column has a mean of its own; where the two lie far apart, large numbers are left and take the digits with them.", caught_by="hidden")
def covariance(x, y, ddof):
    return ((x - x.mean()) * (y - x.mean())).sum() / (len(x) - ddof)


@mistake("d09-covariance", "Your answer is the variance of x. The covariance multiplies deviations of x by deviations of y; in numpy's table it stands off the diagonal.", caught_by="visible")
def covariance(x, y, ddof):
    return np.cov(x, y, ddof=ddof)[0, 0]


@mistake("d09-covariance", "Your answer is the variance of x. The covariance multiplies deviations of x by deviations of y; in numpy's table it stands off the diagonal.", caught_by="visible")
def covariance(x, y, ddof):
    return ((x - x.mean()) * (x - x.mean())).sum() / (len(x) - ddof)


@mistake("d09-covariance", "Your answer is the variance of y. The covariance multiplies deviations of x by deviations of y; in numpy's table it stands off the diagonal.", caught_by="visible")
def covariance(x, y, ddof):
    return np.cov(x, y, ddof=ddof)[1, 1]


@mistake("d09-covariance", "You multiplied the mean of x by y before anything was subtracted. Both deviations need brackets.", caught_by="visible")
def covariance(x, y, ddof):
    return (x - x.mean() * y - y.mean()).sum() / (len(x) - ddof)


@mistake("d09-covariance", "Your sum holds the first vote alone: the answer is handed back before the others have been added.", caught_by="visible")
def covariance(x, y, ddof):
    s = 0
    for a, b in zip(x, y):
        s += (a - x.mean()) * (b - y.mean())
        return s / (len(x) - ddof)


@mistake("d09-covariance", "Your sum holds the last vote alone. Each vote has to be added to what is there already.", caught_by="visible")
def covariance(x, y, ddof):
    for a, b in zip(x, y):
        s = (a - x.mean()) * (b - y.mean())
    return s / (len(x) - ddof)


@mistake("d09-covariance", "You sorted each column for itself. That tears the pairs apart: a y belongs to its own x.", caught_by="visible")
def covariance(x, y, ddof):
    x, y = np.sort(x), np.sort(y)
    return ((x - x.mean()) * (y - y.mean())).sum() / (len(x) - ddof)


@mistake("d09-covariance", "You measured from the medians. A deviation is measured from the mean.", caught_by="visible")
def covariance(x, y, ddof):
    return ((x - np.median(x)) * (y - np.median(y))).sum() / (len(x) - ddof)


@mistake("d09-covariance", "Your sum leaves the first pair out. Its place is 0.", caught_by="visible")
def covariance(x, y, ddof):
    s = 0
    for i in range(1, len(x)):
        s += (x[i] - x.mean()) * (y[i] - y.mean())
    return s / (len(x) - ddof)


@mistake("d09-covariance", "Your sum leaves the last pair out. The places go from 0 to n - 1, and range(n) gives all of them.", caught_by="visible")
def covariance(x, y, ddof):
    s = 0
    for i in range(len(x) - 1):
        s += (x[i] - x.mean()) * (y[i] - y.mean())
    return s / (len(x) - ddof)


@mistake("d09-covariance", "Your answer is 0 up to rounding whatever the columns hold, since the deviations of a column add up to 0. Multiply within the pairs, then add.", caught_by="visible")
def covariance(x, y, ddof):
    return ((x - x.mean()) + (y - y.mean())).sum() / (len(x) - ddof)


@mistake("d09-covariance", "Your answer is 0 up to rounding whatever the columns hold, since the deviations of a column add up to 0. Multiply within the pairs, then add.", caught_by="visible")
def covariance(x, y, ddof):
    dx, dy = x - x.mean(), y - y.mean()
    s = 0
    for a in dx:
        for b in dy:
            s += a * b
    return s / (len(x) - ddof)


@mistake("d09-covariance", "You rounded the covariance. Return all its digits.", caught_by="visible")
def covariance(x, y, ddof):
    return round(((x - x.mean()) * (y - y.mean())).sum() / (len(x) - ddof), 4)


@mistake("d09-covariance", "You measured from means without their part after the point. Divide with /.", caught_by="hidden")
def covariance(x, y, ddof):
    return ((x - x.sum() // len(x)) * (y - y.sum() // len(y))).sum() / (len(x) - ddof)


@mistake("d09-covariance", "You took a square root. That belongs to the standard deviation; a covariance can be negative, and its root is then nan.", caught_by="visible")
def covariance(x, y, ddof):
    return (((x - x.mean()) * (y - y.mean())).sum() / (len(x) - ddof)) ** 0.5


@mistake("d09-covariance", "You divided the sums of the columns by n - ddof as well. A mean has the divisor n; ddof belongs to the covariance alone.", caught_by="visible")
def covariance(x, y, ddof):
    n = len(x) - ddof
    return ((x - x.sum() / n) * (y - y.sum() / n)).sum() / n


@mistake("d09-covariance", "You subtracted the product of the means from the mean product. As mathematics this is right; near a billion both are about 10**18, and their difference has lost its digits.", caught_by="hidden")
def covariance(x, y, ddof):
    return (x * y).sum() / (len(x) - ddof) - x.mean() * y.mean() * len(x) / (len(x) - ddof)


hints(
    "d09-covariance",
    "Write the variance with its ddof as a sum of squared deviations. Which one of the two equal factors becomes a deviation of y?",
    "Two arrays of deviations, one for x and one for y. Their product is an array of votes; what happens to the votes?",
    "Add the votes, then divide by len(x) - ddof.",
)
why(
    "d09-covariance",
    "Centering both columns first keeps all numbers small, so nothing cancels: every vote is right on its own, and the sum of the votes is right too.",
)

# ---------------------------------------------------------------- d09-pearson


@also_right("d09-pearson")
def pearson(x, y):
    zx, zy = (x - x.mean()) / x.std(ddof=0), (y - y.mean()) / y.std(ddof=0)
    return (zx * zy).mean()


@also_right("d09-pearson")
def pearson(x, y):
    dx, dy = np.asarray(x, dtype=float) - np.mean(x), np.asarray(y, dtype=float) - np.mean(y)
    return float(dx @ dy / math.sqrt((dx @ dx) * (dy @ dy)))


@mistake(
    "d09-pearson", "You mixed two values of ddof: the covariance divides by n - 1 and the standard deviations by n, so the answer is too large by n / (n - 1).", caught_by="visible"
)
def pearson(x, y):
    return covariance(x, y, ddof=1) / (x.std(ddof=0) * y.std(ddof=0))


@mistake("d09-pearson", "You mixed two values of ddof the other way: n above and n - 1 below, so the answer is too small by (n - 1) / n.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, ddof=0) / (x.std(ddof=1) * y.std(ddof=1))


@mistake("d09-pearson", "You returned the covariance itself. It still carries the units of both columns.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, ddof=0)


@mistake("d09-pearson", "You divided by the variance of x. That is the slope of the best line; it changes when x is measured in other units.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, ddof=0) / x.var(ddof=0)


@mistake("d09-pearson", "You divided by one standard deviation only, so the unit of the other column is still in the answer.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, ddof=0) / x.std(ddof=0)


@mistake("d09-pearson", "You divided by both variances. The covariance has each unit once; the variances have each unit twice.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, ddof=0) / (x.var(ddof=0) * y.var(ddof=0))


@mistake("d09-pearson", "You divided first by the one and then multiplied by the other standard deviation. Both belong below the line.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, ddof=0) / x.std(ddof=0) * y.std(ddof=0)


@mistake("d09-pearson", "You removed the sign. A falling line has a correlation of -1, not 1.", caught_by="visible")
def pearson(x, y):
    return abs(covariance(x, y, ddof=0)) / (x.std(ddof=0) * y.std(ddof=0))


@mistake("d09-pearson", "You squared the correlation. That is the share that the best line explains, and it has lost the sign.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, ddof=0) ** 2 / (x.var(ddof=0) * y.var(ddof=0))


@mistake("d09-pearson", "You returned numpy's whole table of four. The correlation is the entry off its diagonal.", caught_by="visible")
def pearson(x, y):
    return np.corrcoef(x, y)


@mistake(
    "d09-pearson",
    "You correlated the ranks, not the values. That measures whether the order agrees, and on a curved or noisy cloud it is another number.",
    caught_by="visible",
)
def pearson(x, y):
    return np.corrcoef(np.argsort(np.argsort(x)), np.argsort(np.argsort(y)))[0, 1]


@mistake("d09-pearson", "You rounded the correlation to two decimals. Round when you print, not when you compute.", caught_by="visible")
def pearson(x, y):
    return round(float(covariance(x, y, ddof=0) / (x.std(ddof=0) * y.std(ddof=0))), 2)


@mistake("d09-pearson", "You added the products of the z-scores and did not divide by their count.", caught_by="visible")
def pearson(x, y):
    return (((x - x.mean()) / x.std(ddof=0)) * ((y - y.mean()) / y.std(ddof=0))).sum()


@mistake("d09-pearson", "You give the correlation of the five evenings for all columns. Inside the function the z-scores have to come from its own x and y.", caught_by="visible")
def pearson(x, y):
    return 20 / math.sqrt(600)


@mistake("d09-pearson", "You divided by the variance of y. That is the slope for predicting x from y; it changes when y is measured in other units.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, 0) / y.var(ddof=0)


@mistake("d09-pearson", "You divided by one standard deviation only, so the unit of the other column is still in the answer.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, 0) / y.std(ddof=0)


@mistake("d09-pearson", "You added the two standard deviations. The covariance carries the product of the two units, so it is divided by the product.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, 0) / (x.std(ddof=0) + y.std(ddof=0))


@mistake("d09-pearson", "You took an entry on the diagonal of numpy's table. It compares a column with itself, which is always 1.", caught_by="visible")
def pearson(x, y):
    return np.corrcoef(x, y)[0, 0]


@mistake("d09-pearson", "You multiplied the numbers themselves. A vote is a product of deviations, so both means have to go first, below the line too.", caught_by="visible")
def pearson(x, y):
    return (x * y).sum() / np.sqrt((x**2).sum() * (y**2).sum())


@mistake("d09-pearson", "You divided by the product of both sums of squares. Its root is what has the units of the sum of products.", caught_by="visible")
def pearson(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    return (dx * dy).sum() / ((dx**2).sum() * (dy**2).sum())


@mistake("d09-pearson", "Your answer is the covariance, cut off at -1 and 1. Cutting does not remove its units.", caught_by="visible")
def pearson(x, y):
    return min(1, max(-1, covariance(x, y, 0)))


@mistake("d09-pearson", "You rounded the correlation. Round when you print, not when you compute.", caught_by="visible")
def pearson(x, y):
    return round(covariance(x, y, 0) / (x.std(ddof=0) * y.std(ddof=0)), 4)


@mistake("d09-pearson", "You divided by the larger of the two variances. Each unit has to leave once: divide by both standard deviations.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, 0) / max(x.var(ddof=0), y.var(ddof=0))


@mistake("d09-pearson", "You divided by the standard deviation of the products. The divisor is the product of the two standard deviations.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, 0) / (x * y).std(ddof=0)


@mistake("d09-pearson", "You centered the caller's arrays in place: the columns you were given are changed. Work on new arrays.", caught_by="hidden")
def pearson(x, y):
    x -= x.mean()
    y -= y.mean()
    return (x * y).sum() / np.sqrt((x * x).sum() * (y * y).sum())


@mistake("d09-pearson", "You took the root of the two standard deviations as well. They carry the units as they are.", caught_by="visible")
def pearson(x, y):
    return covariance(x, y, 0) / np.sqrt(x.std(ddof=0) * y.std(ddof=0))


hints(
    "d09-pearson",
    "Which two units does the covariance carry, and which two numbers of yesterday carry the same units?",
    "Divide the covariance by both standard deviations, and give all three the same ddof.",
    "covariance(x, y, ddof=0) above the line; x.std(ddof=0) times y.std(ddof=0) below it, in parentheses.",
)
why("d09-pearson", "Each standard deviation takes one unit away. With the same ddof in all three places, the divisors n - ddof cancel, so it does not matter which you choose.")
equivalent("d09-pearson", "return covariance(x, y, ddof=0) / (x.std(ddof=0) * y.std(ddof=0)) → return covariance(y, x, ddof=0) / (x.std(ddof=0) * y.std(ddof=0))", "The covariance does not care which column comes first.")

# ---------------------------------------------------------------- d09-fit_line


@also_right("d09-fit_line")
def fit_line(x, y):
    # The vertex of the cost parabola var(x) m**2 - 2 cov m + var(y).
    dx, dy = x - np.mean(x), y - np.mean(y)
    m = -(-2 * (dx * dy).mean()) / (2 * (dx * dx).mean())
    return m, np.mean(y) - m * np.mean(x)


@also_right("d09-fit_line")
def fit_line(x, y):
    line = statistics.linear_regression([float(a) for a in x], [float(a) for a in y])
    return np.array([line.slope, line.intercept])


@mistake("d09-fit_line", "You divided by the variance of y. That is the slope for predicting x from y, with the gaps measured sideways.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=0) / y.var(ddof=0)
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "You forced the line through the origin. That is day 6's model without an intercept; this line may start at any height.", caught_by="visible")
def fit_line(x, y):
    return (x * y).sum() / (x * x).sum(), 0.0


@mistake(
    "d09-fit_line",
    "You took day 6's slope, the sum of products over the sum of squares. It belongs to a line through the origin; with an intercept, both columns are centered first.",
    caught_by="visible",
)
def fit_line(x, y):
    m = (x * y).sum() / (x * x).sum()
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "You laid the line through the first and the last point, as on day 5. The best line listens to all points, and usually meets none of them.", caught_by="visible")
def fit_line(x, y):
    m = (y[-1] - y[0]) / (x[-1] - x[0])
    return m, y[0] - m * x[0]


@mistake("d09-fit_line", "Your slope is right, but the line starts at height 0. The best line passes through the point of means.", caught_by="visible")
def fit_line(x, y):
    return covariance(x, y, ddof=0) / x.var(ddof=0), 0.0


@mistake("d09-fit_line", "You added m times the mean of x. The line has climbed that much on the way from 0 to the mean, so it is taken away.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=0) / x.var(ddof=0)
    return m, y.mean() + m * x.mean()


@mistake("d09-fit_line", "You took the slope from the first point to the last. Two points then decide alone, and all others have no say.", caught_by="visible")
def fit_line(x, y):
    m = (y[-1] - y[0]) / (x[-1] - x[0])
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "You returned the intercept first. The slope comes first, then the intercept.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=0) / x.var(ddof=0)
    return y.mean() - m * x.mean(), m


@mistake("d09-fit_line", "You mixed two values of ddof in the slope, so it is too steep by n / (n - 1).", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=1) / x.var(ddof=0)
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "You used the correlation as the slope. It has no unit; the slope is measured in y per x.", caught_by="visible")
def fit_line(x, y):
    m = np.corrcoef(x, y)[0, 1]
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "You divided by the standard deviation of x. The slope needs its square, the variance.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=0) / x.std(ddof=0)
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "You used the ratio of the two standard deviations. That line is too steep unless all points lie on one line, and it never falls.", caught_by="visible")
def fit_line(x, y):
    m = y.std(ddof=0) / x.std(ddof=0)
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "You let the line start at the first point. It has to pass through the point of means, and usually it meets no data point at all.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=0) / x.var(ddof=0)
    return m, y[0] - m * x[0]


@mistake("d09-fit_line", "You let the line pass through the medians. Least squares squares the gaps, and that leads to the means.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=0) / x.var(ddof=0)
    return m, np.median(y) - m * np.median(x)


@mistake("d09-fit_line", "You returned the slope alone. A line needs a second number.", caught_by="visible")
def fit_line(x, y):
    return covariance(x, y, ddof=0) / x.var(ddof=0)


@mistake(
    "d09-fit_line",
    "You went by way of the correlation, r times the ratio of the spreads. Where all y are equal there is no r, but the best line is flat.",
    caught_by="hidden",
)
def fit_line(x, y):
    with np.errstate(all="ignore"):
        m = np.corrcoef(x, y)[0, 1] * y.std(ddof=0) / x.std(ddof=0)
    return m, y.mean() - m * x.mean()


@mistake(
    "d09-fit_line",
    "You summed products without centering them first. As mathematics that is right; far from x = 0 the sums are huge, and their difference loses its digits.",
    caught_by="hidden",
)
def fit_line(x, y):
    n = len(x)
    m = (n * (x * y).sum() - x.sum() * y.sum()) / (n * (x * x).sum() - x.sum() ** 2)
    return m, (y.sum() - m * x.sum()) / n


@mistake("d09-fit_line", "You took the slope away from the mean of y and multiplied afterward. First the slope times the mean of x, then the difference.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=0) / x.var(ddof=0)
    return m, (y.mean() - m) * x.mean()


@mistake("d09-fit_line", "You exchanged the two means in the intercept. The line climbs m times the mean of x on its way to the mean of y.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, ddof=0) / x.var(ddof=0)
    return m, x.mean() - m * y.mean()


@mistake("d09-fit_line", "Your intercept belongs to the slope 2 of the five evenings, which the notebook holds as m. Use the slope that you computed here.", caught_by="visible")
def fit_line(x, y):
    return covariance(x, y, ddof=0) / x.var(ddof=0), y.mean() - 2 * x.mean()


@mistake("d09-fit_line", "You mixed two values of ddof in the slope, so it is too flat by (n - 1) / n.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0) / x.var(ddof=1)
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "Your intercept has the wrong sign: it is the mean of y minus the slope times the mean of x.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0) / x.var(ddof=0)
    return m, m * x.mean() - y.mean()


@mistake("d09-fit_line", "Your intercept is the mean of y. That is the height at the mean of x; the intercept is the height at x = 0.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0) / x.var(ddof=0)
    return m, y.mean()


@mistake("d09-fit_line", "You centered the caller's own x, so it is changed, and your intercept is the height at the old mean of x. The intercept is the height at x = 0.", caught_by="visible")
def fit_line(x, y):
    x -= x.mean()
    m = (x * (y - y.mean())).sum() / (x * x).sum()
    return m, y.mean()


@mistake("d09-fit_line", "You divided the range of y by the range of x. Two numbers of each column decide then, and the line never falls.", caught_by="visible")
def fit_line(x, y):
    m = (y.max() - y.min()) / (x.max() - x.min())
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "Your slope is the covariance itself. It still has to be divided by the variance of x.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0)
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "Your fraction is upside down: the covariance stands above, the variance of x below.", caught_by="visible")
def fit_line(x, y):
    m = x.var(ddof=0) / covariance(x, y, 0)
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "You laid the line from the origin through the point of means. The best line need not pass through the origin.", caught_by="visible")
def fit_line(x, y):
    m = y.mean() / x.mean()
    return m, 0.0


@mistake("d09-fit_line", "You averaged the slopes from each point to the next. They depend on the order of the points; the best line does not.", caught_by="visible")
def fit_line(x, y):
    m = np.mean(np.diff(y) / np.diff(x))
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "Your intercept is a row of numbers, one for each point. One number is asked for, made of the two means.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0) / x.var(ddof=0)
    return m, y - m * x


@mistake("d09-fit_line", "You rounded slope and intercept. Return all their digits.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0) / x.var(ddof=0)
    return round(m, 3), round(y.mean() - m * x.mean(), 3)


@mistake("d09-fit_line", "You predicted x from y: the columns are exchanged in both formulas.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0) / y.var(ddof=0)
    return m, x.mean() - m * y.mean()


@mistake("d09-fit_line", "You returned the heights of the line at all x. Asked for are its slope and its intercept.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0) / x.var(ddof=0)
    return m * x + y.mean() - m * x.mean()


@mistake("d09-fit_line", "You multiplied the mean of x by y before anything was subtracted. In the slope both deviations need brackets.", caught_by="visible")
def fit_line(x, y):
    m = (x - x.mean() * y - y.mean()).sum() / ((x - x.mean()) ** 2).sum()
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "Above the line of your slope stands a sum, below it a mean. The slope is too steep by the factor n.", caught_by="visible")
def fit_line(x, y):
    m = ((x - x.mean()) * (y - y.mean())).sum() / x.var(ddof=0)
    return m, y.mean() - m * x.mean()


@mistake("d09-fit_line", "Your intercept is a sum over all points. Divided by their count it would be right: mean of y minus slope times mean of x.", caught_by="visible")
def fit_line(x, y):
    m = covariance(x, y, 0) / x.var(ddof=0)
    return m, (y - m * x).sum()


hints(
    "d09-fit_line",
    "The cost is a parabola in the slope. Which two numbers of the data stand in front of m squared and m?",
    "The vertex gives the slope: covariance over the variance of x, with the same ddof. And which point does the best line always pass through?",
    "m = covariance(x, y, ddof=0) / x.var(ddof=0). Then choose b so that the height at the mean of x is the mean of y.",
)
why(
    "d09-fit_line",
    "For every slope the best intercept puts the line through the point of means. What is left is the parabola var(x) m**2 - 2 cov(x, y) m + var(y), whose vertex lies at m = cov(x, y) / var(x).",
)
equivalent("d09-fit_line", "m = covariance(x, y, ddof=0) / x.var(ddof=0) → m = covariance(y, x, ddof=0) / x.var(ddof=0)", "The covariance does not care which column comes first.")

# ---------------------------------------------------------------- d09-r2


@also_right("d09-r2")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).mean() / y.var(ddof=0)


@also_right("d09-r2")
def r2(y, yhat):
    y, yhat = [float(a) for a in y], [float(a) for a in yhat]
    middle = math.fsum(y) / len(y)
    base = math.fsum((a - middle) ** 2 for a in y)
    return (base - math.fsum((a - p) ** 2 for a, p in zip(y, yhat, strict=True))) / base


@mistake("d09-r2", "You squared the correlation. It does not notice predictions that are all too high, or that go the wrong way.", caught_by="visible")
def r2(y, yhat):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.corrcoef(y, yhat)[0, 1] ** 2


@mistake("d09-r2", "You raised negative answers to 0. Predictions worse than the mean exist, and their score says so.", caught_by="visible")
def r2(y, yhat):
    return max(0.0, 1 - ((y - yhat) ** 2).sum() / ((y - y.mean()) ** 2).sum())


@mistake("d09-r2", "You subtracted the mean of the residuals. Predictions that are all 100 too high would count as perfect.", caught_by="visible")
def r2(y, yhat):
    return 1 - (y - yhat).var(ddof=0) / y.var(ddof=0)


@mistake("d09-r2", "You took 1 minus the mean squared miss. Without the division by the misses of the mean, the answer depends on the unit of y.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).mean()


@mistake("d09-r2", "You returned the share that is left. The share that is removed is 1 minus that.", caught_by="visible")
def r2(y, yhat):
    return ((y - yhat) ** 2).sum() / ((y - y.mean()) ** 2).sum()


@mistake("d09-r2", "You measured against the spread of the predictions. The yardstick is how far the true values lie from their own mean.", caught_by="visible")
def r2(y, yhat):
    with np.errstate(invalid="ignore", divide="ignore"):
        return 1 - ((y - yhat) ** 2).sum() / ((yhat - yhat.mean()) ** 2).sum()


@mistake("d09-r2", "You divided by the squared values themselves. r2 compares with predicting the mean, not 0.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).sum() / (y**2).sum()


@mistake("d09-r2", "You compared the variance of the predictions with that of the values. Predictions can vary as much as the truth and still miss it.", caught_by="visible")
def r2(y, yhat):
    return yhat.var(ddof=0) / y.var(ddof=0)


@mistake("d09-r2", "You added up absolute misses. R squared compares squared ones.", caught_by="visible")
def r2(y, yhat):
    return 1 - np.abs(y - yhat).sum() / np.abs(y - y.mean()).sum()


@mistake("d09-r2", "You divided a mean (over n) by a variance with ddof=1 (over n - 1). The same divisor must stand above and below.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).mean() / y.var(ddof=1)


@mistake("d09-r2", "You raised answers below -1 to -1. Only a correlation ends there; predictions can be as bad as they like.", caught_by="visible")
def r2(y, yhat):
    return max(-1.0, 1 - ((y - yhat) ** 2).sum() / ((y - y.mean()) ** 2).sum())


@mistake("d09-r2", "Below the line you measured the true values from the mean of the predictions. The yardstick is their distance from their own mean.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).sum() / ((y - yhat.mean()) ** 2).sum()


@mistake("d09-r2", "You measured how far the predictions lie from the mean. What counts is how far they lie from the truth.", caught_by="visible")
def r2(y, yhat):
    return ((yhat - y.mean()) ** 2).sum() / ((y - y.mean()) ** 2).sum()


@mistake("d09-r2", "You subtracted the misses from 1 before you divided. The fraction comes first, then 1 minus it.", caught_by="visible")
def r2(y, yhat):
    return (1 - ((y - yhat) ** 2).sum()) / ((y - y.mean()) ** 2).sum()


@mistake("d09-r2", "You added the misses before squaring, so that a miss upward and a miss downward cancel. Square each one, then add.", caught_by="visible")
def r2(y, yhat):
    return 1 - (y - yhat).sum() ** 2 / ((y - y.mean()) ** 2).sum()


@mistake("d09-r2", "Your fraction is upside down: the misses of the predictions stand above, those of the mean below.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - y.mean()) ** 2).sum() / ((y - yhat) ** 2).sum()


@mistake("d09-r2", "You took the root of the fraction. R squared compares squared misses as they are.", caught_by="visible")
def r2(y, yhat):
    return 1 - np.sqrt(((y - yhat) ** 2).sum() / ((y - y.mean()) ** 2).sum())


@mistake("d09-r2", "You added the misses without squaring them. The deviations from the mean then add up to 0, and there is nothing to divide by.", caught_by="visible")
def r2(y, yhat):
    return 1 - (y - yhat).sum() / (y - y.mean()).sum()


@mistake("d09-r2", "Above the line stands a mean, below it a sum. Take the same on both sides.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).mean() / ((y - y.mean()) ** 2).sum()


@mistake("d09-r2", "Above the line stands a sum, below it a mean. Take the same on both sides.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).sum() / y.var(ddof=0)


@mistake("d09-r2", "You took the mean away from y itself. The predictions are then compared with deviations, and the caller's numbers are changed.", caught_by="visible")
def r2(y, yhat):
    y -= y.mean()
    return 1 - ((y - yhat) ** 2).sum() / (y**2).sum()


@mistake("d09-r2", "You returned the mean squared miss. It depends on the unit of y; divide by that of the mean, and subtract from 1.", caught_by="visible")
def r2(y, yhat):
    return ((y - yhat) ** 2).mean()


@mistake("d09-r2", "You added the fraction to 1. It is the share that is left, and has to be subtracted.", caught_by="visible")
def r2(y, yhat):
    return 1 + ((y - yhat) ** 2).sum() / ((y - y.mean()) ** 2).sum()


@mistake("d09-r2", "Below the line you measured from the median. R squared compares with the mean.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).sum() / ((y - np.median(y)) ** 2).sum()


@mistake("d09-r2", "You divided by the standard deviation. Squared misses are compared with squared ones: the variance.", caught_by="visible")
def r2(y, yhat):
    return 1 - ((y - yhat) ** 2).mean() / y.std(ddof=0)


@mistake("d09-r2", "You squared the predictions and the mean, not the misses. Subtract in brackets first, then square.", caught_by="visible")
def r2(y, yhat):
    return 1 - (y - yhat**2).sum() / (y - y.mean() ** 2).sum()


@mistake("d09-r2", "Only the first miss is counted: the answer is handed back before the others have been added.", caught_by="visible")
def r2(y, yhat):
    for a, b in zip(y, yhat):
        return 1 - (a - b) ** 2 / ((y - y.mean()) ** 2).sum()


@mistake("d09-r2", "Only the last miss is counted. Each square has to be added to what is there already.", caught_by="visible")
def r2(y, yhat):
    for a, b in zip(y, yhat):
        s = (a - b) ** 2
    return 1 - s / ((y - y.mean()) ** 2).sum()


@mistake("d09-r2", "You rounded the answer. Return all its digits.", caught_by="visible")
def r2(y, yhat):
    return round(1 - ((y - yhat) ** 2).sum() / ((y - y.mean()) ** 2).sum(), 3)


hints(
    "d09-r2",
    "Two costs are compared: that of the predictions and that of somebody who always says the mean. Which is which in the fraction?",
    "Above the line: the squared gaps between y and yhat, added. Below it: the squared gaps between y and its own mean, added.",
    "Subtract that fraction from 1, and do nothing when the result is negative.",
)
why("d09-r2", "The mean is the best constant prediction, so its squared misses are the natural yardstick. Nothing in the fraction stops it from growing above 1, so R squared can be negative.")

equivalent(
    "d09-r2",
    "missed = y.astype(float) - yhat  # floats: whole numbers of few bits know no minus → missed = (yhat) - (y.astype(float))  # floats: whole numbers of few bits know no minus",
    "The gaps are squared, so their sign is gone.",
)
equivalent(
    "d09-r2",
    "missed = y.astype(float) - yhat  # floats: whole numbers of few bits know no minus → missed = y - yhat  # floats: whole numbers of few bits know no minus",
    "It differs for whole numbers of few bits only, which the checks do not ask for; an author cell of the lesson does.",
)
equivalent(
    "d09-r2",
    "return 1 - (missed**2).sum() / ((y - y.mean()) ** 2).sum() → return 1 - (missed**2).sum() / (((y.mean()) - (y)) ** 2).sum()",
    "The gaps are squared, so their sign is gone.",
)

# ---------------------------------------------------------------- d09-binned_mean


@also_right("d09-binned_mean")
def binned_mean(x, y, edges):
    where = np.searchsorted(edges, x, side="right") - 1
    where = np.where(x == edges[-1], len(edges) - 2, where)
    inside = (x >= edges[0]) & (x <= edges[-1])
    groups = [y[inside & (where == k)] for k in range(len(edges) - 1)]
    return np.array([group.mean() if len(group) else np.nan for group in groups])


@also_right("d09-binned_mean")
def binned_mean(x, y, edges):
    counts = np.histogram(x, bins=edges)[0]
    sums = np.histogram(x, bins=edges, weights=np.asarray(y, dtype=float))[0]
    with np.errstate(invalid="ignore"):
        return sums / counts


def _bins(x, y, edges, *, inside=None, empty=np.nan, value=None):
    """The reference with one thing changed; the mistakes below share it."""
    means = []
    for k, (a, b) in enumerate(zip(edges[:-1], edges[1:], strict=True)):
        last = k == len(edges) - 2
        hit = inside(x, a, b, last) if inside else (a <= x) & ((x < b) | (last & (x == b)))
        chosen = (y if value is None else value)[hit]
        means.append(chosen.mean() if hit.any() else empty)
    return np.array(means, dtype=float)


@mistake("d09-binned_mean", "You left the last right edge out, so a point at the very end of the axis belongs to no slice.", caught_by="visible")
def binned_mean(x, y, edges):
    return _bins(x, y, edges, inside=lambda x, a, b, last: (a <= x) & (x < b))


@mistake("d09-binned_mean", "You gave a slice without points the mean 0. Nobody measured a 0 there; no numbers have no mean.", caught_by="visible")
def binned_mean(x, y, edges):
    return _bins(x, y, edges, empty=0.0)


@mistake("d09-binned_mean", "Your slices include their right edge and not their left one. A point on an inner edge opens the next slice.", caught_by="visible")
def binned_mean(x, y, edges):
    return _bins(x, y, edges, inside=lambda x, a, b, last: (a < x) & (x <= b))


@mistake("d09-binned_mean", "Every slice of yours includes both edges, so a point on an inner edge counts twice.", caught_by="visible")
def binned_mean(x, y, edges):
    return _bins(x, y, edges, inside=lambda x, a, b, last: (a <= x) & (x <= b))


@mistake("d09-binned_mean", "You averaged x. The slices are made by x, and what is averaged in them is y.", caught_by="visible")
def binned_mean(x, y, edges):
    return _bins(x, y, edges, value=x)


@mistake("d09-binned_mean", "You sliced by y. Which slice a point belongs to is decided by its x.", caught_by="visible")
def binned_mean(x, y, edges):
    return _bins(y, y, edges)


@mistake("d09-binned_mean", "You added the values of a slice and did not divide by how many there are.", caught_by="visible")
def binned_mean(x, y, edges):
    return np.histogram(x, bins=edges, weights=np.asarray(y, dtype=float))[0]


@mistake("d09-binned_mean", "You divided by the number of all points. Each slice has a count of its own.", caught_by="visible")
def binned_mean(x, y, edges):
    return np.histogram(x, bins=edges, weights=np.asarray(y, dtype=float))[0] / len(x)


@mistake("d09-binned_mean", "Your slices are shifted by one: the first place of your answer holds the points below the first edge.", caught_by="visible")
def binned_mean(x, y, edges):
    where = np.searchsorted(edges, x, side="right")
    groups = [y[where == k] for k in range(len(edges) - 1)]
    return np.array([group.mean() if len(group) else np.nan for group in groups])


@mistake("d09-binned_mean", "You left out slices without points, so the answer is too short and nobody can tell which slice is missing.", caught_by="visible")
def binned_mean(x, y, edges):
    means = _bins(x, y, edges)
    return means[~np.isnan(means)]


@mistake(
    "d09-binned_mean",
    "The error comes from asking a whole array for a single yes or no, as and, if and a < x < b do. Compare twice, each comparison in brackets, and join the two with &.",
    caught_by="visible",
)
def binned_mean(x, y, edges):
    return np.array([y[(edges[k] <= x) and (x < edges[k + 1])].mean() for k in range(len(edges) - 1)])


@mistake("d09-binned_mean", "The error comes from an index beyond the end: behind the last edge there is none. Five edges make four slices, each from one edge to the next.", caught_by="visible")
def binned_mean(x, y, edges):
    means = np.full(len(edges), np.nan)
    for k in range(len(edges)):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        if inside.any():
            means[k] = y[inside].mean()
    return means


@mistake("d09-binned_mean", "You let the last slice begin after its left edge, so a point there is lost.", caught_by="hidden")
def binned_mean(x, y, edges):
    return _bins(x, y, edges, inside=lambda x, a, b, last: ((a < x) & (x <= b)) if last else ((a <= x) & (x < b)))


@mistake("d09-binned_mean", "You pushed points outside all slices into the first and the last one. They count nowhere.", caught_by="hidden")
def binned_mean(x, y, edges):
    return _bins(np.clip(x, edges[0], edges[-1]), y, edges)


@mistake("d09-binned_mean", "Your last slice has no right end, so points beyond the last edge are counted in it.", caught_by="hidden")
def binned_mean(x, y, edges):
    return _bins(x, y, edges, inside=lambda x, a, b, last: (a <= x) & ((x < b) | last))


@mistake("d09-binned_mean", "You cut the axis into slices of equal width. The edges say where each slice ends, and they may lie at any distance.", caught_by="hidden")
def binned_mean(x, y, edges):
    return _bins(x, y, np.linspace(edges[0], edges[-1], len(edges)))


@mistake("d09-binned_mean", "Your last slice stays empty: the loop ends one slice too early.", caught_by="visible")
def binned_mean(x, y, edges):
    means = _bins(x, y, edges)
    means[-1] = np.nan
    return means


@mistake("d09-binned_mean", "You returned the first slice alone: the answer is handed back before the others had their turn.", caught_by="visible")
def binned_mean(x, y, edges):
    return _bins(x, y, edges)[:1]


@mistake("d09-binned_mean", "You removed values of y that occur twice. A value that was measured three times counts three times.", caught_by="hidden")
def binned_mean(x, y, edges):
    means = _bins(x, y, edges)
    for k in range(len(means)):
        last = k == len(means) - 1
        inside = (edges[k] <= x) & ((x < edges[k + 1]) | (last & (x == edges[k + 1])))
        if inside.any():
            means[k] = np.unique(y[inside]).mean()
    return means


@mistake("d09-binned_mean", "With you a point on an inner edge closes the slice before it. It opens the next slice.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] < x) & (x <= edges[k + 1])
        if k == 0:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(y[inside].mean() if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "With you a point on an inner edge belongs to no slice. It opens the slice to its right.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] < x) & (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(y[inside].mean() if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "You took the median of each slice. Asked for is the mean.", caught_by="hidden")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(np.median(y[inside]) if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "You added the values of a slice and did not divide by how many there are.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(y[inside].sum() if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "You counted the points of each slice. Asked for is the mean of their y.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(inside.sum() if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "The error comes from &, which Python applies before <= and <. Put each comparison in brackets.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = edges[k] <= x & x < edges[k + 1]
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(y[inside].mean() if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "A point of your slices need only lie above the left edge or below the right one, and nearly every point does. Both have to hold: join them with &.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) | (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(y[inside].mean() if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "Your answer can hold whole numbers only: means are cut off, and a slice without points gets 0 where nan belongs.", caught_by="visible")
def binned_mean(x, y, edges):
    out = np.full(len(edges) - 1, 0)
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        if inside.any():
            out[k] = y[inside].mean()
    return out


@mistake("d09-binned_mean", "You moved the last edge to let it in. Points between the old and the new one are then counted too.", caught_by="hidden")
def binned_mean(x, y, edges):
    edges = edges.astype(float)
    edges[-1] += 1
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        out.append(y[inside].mean() if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "You gave all slices the width of the first one. Each has its own two edges.", caught_by="hidden")
def binned_mean(x, y, edges):
    wd = edges[1] - edges[0]
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[0] + k * wd <= x) & (x < edges[0] + (k + 1) * wd)
        if k == len(edges) - 2:
            inside = (edges[0] + k * wd <= x) & (x <= edges[0] + (k + 1) * wd)
        out.append(y[inside].mean() if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "You divided by the number of all points. Each slice has a count of its own.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(y[inside].sum() / len(y) if inside.any() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "Slices that hold points are nan. Does your question ask for all points with .all() instead of any one with .any(), or does a mean never reach its place?", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(y[inside].mean() if inside.all() else np.nan)
    return np.array(out)


@mistake("d09-binned_mean", "You used the edges as places in the list. They are values of x, and the points come in any order.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        out.append(y[int(edges[k]):int(edges[k + 1])].mean())
    return np.array(out)


@mistake("d09-binned_mean", "You gave None to a slice without points. np.nan is asked for, a float.", caught_by="visible")
def binned_mean(x, y, edges):
    out = []
    for k in range(len(edges) - 1):
        inside = (edges[k] <= x) & (x < edges[k + 1])
        if k == len(edges) - 2:
            inside = (edges[k] <= x) & (x <= edges[k + 1])
        out.append(y[inside].mean() if inside.any() else None)
    return np.array(out)


hints(
    "d09-binned_mean",
    "Go through the slices one after the other. For slice k, which two edges enclose it, and which points lie inside?",
    "Start with an array of nan, one per slice. In a loop, make an array of True and False for the points inside, and overwrite the nan if any is True.",
    "(edges[k] <= x) & (x < edges[k + 1]) for every slice but the last; the last one also takes x == edges[-1]. Then y[inside].mean().",
)
why(
    "d09-binned_mean",
    "Half-open slices put each point into exactly one of them; only the very last edge would be lost, so it is added by hand. Starting from nan leaves a slice without points as what it is: unknown.",
)
equivalent("d09-binned_mean", "inside = (edges[k] <= x) & ((x < edges[k + 1]) | (last & (x == edges[k + 1]))) → inside = (edges[k] <= x) & ((x < edges[k + 1]) | (last & (x <= edges[k + 1])))", "In the last slice everything below the right edge is inside already.")
equivalent("d09-binned_mean", "last = k == len(edges) - 2 → last = k >= len(edges) - 2", "k never exceeds len(edges) - 2.")
equivalent("d09-binned_mean", "last = k == len(edges) - 2 → last = k is len(edges) - 2", "Python keeps one object for each small whole number.")

# ---------------------------------------------------------------- d09-draw_fit


@also_right("d09-draw_fit")
def draw_fit(ax, x, y, m, b):
    order = np.argsort(x)
    (line,) = ax.plot(x[order], m * x[order] + b)
    (dots,) = ax.plot(x, y, linestyle="None", marker="s")
    ax.axhline(y.mean(), color="gray", linewidth=0.5)
    ax.legend([dots, line], ["measured", "fitted"])
    ax.set_xlabel("input")
    ax.set_ylabel("output")


@also_right("d09-draw_fit")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    low, high = ax.get_xlim()
    dense = np.linspace(low, high, 200)
    ax.plot(dense, [m * at + b for at in dense], label="y = mx + b")
    ax.legend()
    ax.set(xlabel="x", ylabel="y", title="A fit")


def _drawing(ax, x, y, m, b, *, dots=True, ends=None, line=True, labels=("data", "line"), axes=("x", "y"), legend=True):
    """The reference drawing with one thing changed; the mistakes below share it."""
    ends = np.array([x.min(), x.max()]) if ends is None else np.asarray(ends)
    if dots:
        ax.scatter(x, y, label=labels[0])
    if line:
        ax.plot(ends, m * ends + b, label=labels[1])
    ax.set(xlabel=axes[0], ylabel=axes[1])
    if legend:
        ax.legend()


@mistake("d09-draw_fit", "You exchanged x and y of the points. The first column goes across, the second upward.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, dots=False, legend=False)
    ax.scatter(y, x, label="data")
    ax.legend()


@mistake("d09-draw_fit", "You drew on matplotlib's current figure instead of the Axes you were given, which stays empty.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ends = np.array([x.min(), x.max()])
    plt.figure()
    plt.scatter(x, y, label="data")
    plt.plot(ends, m * ends + b, label="line")
    plt.xlabel("x")
    plt.ylabel("y")
    plt.legend()
    plt.close()


@mistake("d09-draw_fit", "You joined the data points with a line, in the order they came. A zigzag claims something about the gaps between them.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "-o", label="data")
    _drawing(ax, x, y, m, b, dots=False)


@mistake("d09-draw_fit", "You sorted the points by x and joined them. That is a zigzag too, and it claims something about the gaps between the points.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    order = np.argsort(x)
    ax.plot(x[order], y[order], "-o", label="data")
    _drawing(ax, x, y, m, b, dots=False)


@mistake("d09-draw_fit", "The axes have no names. Nobody can tell what is drawn over what.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, axes=("", ""))


@mistake("d09-draw_fit", "You named one axis and forgot the other.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, axes=("x", ""))


@mistake("d09-draw_fit", "You drew the line from x = 0 to x = 1, wherever the points are. It has to run under the data.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, ends=[0.0, 1.0])


@mistake("d09-draw_fit", "You drew the line from the first point to the last one of the array. The points come in any order; the smallest and the largest x are elsewhere.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, ends=[x[0], x[-1]])


@mistake("d09-draw_fit", "You began the line at x = 0. Between 0 and the smallest x nobody has measured anything, and the drawing claims otherwise.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, ends=[min(0.0, x.min()), max(0.0, x.max())])


@mistake("d09-draw_fit", "You drew a line without ends across the whole panel. This one should end where the points end.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, line=False, legend=False)
    ax.axline((float(x[0]), float(m * x[0] + b)), slope=m, label="line")
    ax.legend()


@mistake("d09-draw_fit", "Your line has the right slope and would pass through (0, 0): the intercept is missing.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, 0.0)


@mistake("d09-draw_fit", "You exchanged the slope and the intercept.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, b, m)


@mistake("d09-draw_fit", "You joined the lowest with the highest point. The line you were given usually passes through no point at all.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, line=False, legend=False)
    at = [int(x.argmin()), int(x.argmax())]
    ax.plot(x[at], y[at], label="line")
    ax.legend()


@mistake("d09-draw_fit", "You drew the line and forgot the points. A line without its data is a claim without evidence.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, dots=False)


@mistake("d09-draw_fit", "You drew the points and forgot the line.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, line=False)


@mistake("d09-draw_fit", "Your labels stay invisible: there is no legend, or it was made before anything had a label.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, legend=False)


@mistake("d09-draw_fit", "Only the line has a label, so the legend does not say what the points are.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, labels=(None, "line"))


@mistake("d09-draw_fit", "You ignored the m and b you were given and fitted a line of your own. The caller may want to show another one.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, *fit_line(x, y))


@mistake("d09-draw_fit", "You sorted the columns separately, so each x stands with another point's y.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, np.sort(x), np.sort(y), m, b)


@mistake("d09-draw_fit", "You rounded the ends of the line to whole numbers. Where the data lie between two of them, it ends too early or too late.", caught_by="hidden")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, ends=[round(float(x.min())), round(float(x.max()))])


@mistake("d09-draw_fit", "You drew the line from 4 to 8, as in the example. Its ends come from the data.", caught_by="hidden")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, ends=[4.0, 8.0])


@mistake("d09-draw_fit", "You sorted the caller's arrays in place. The drawing is lost with them: each x has another point's y.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    order = np.argsort(x)
    x[:], y[:] = x[order], np.sort(y)
    _drawing(ax, x, y, m, b)


@mistake("d09-draw_fit", "You multiplied the intercept by the slope as well. Only x is multiplied, and b is added to that.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, m * b)


@mistake("d09-draw_fit", "Neither the points nor the line has a label, so the legend has nothing to show.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    _drawing(ax, x, y, m, b, labels=(None, None), legend=False)


@mistake("d09-draw_fit", "You joined the data points with a line, in the order they came. A zigzag claims something about the gaps between them.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, label="data")
    _drawing(ax, x, y, m, b, dots=False)


@mistake("d09-draw_fit", "You exchanged x and y of the points. The first column goes across, the second upward.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(y, x, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You drew the line from the first point to the last one of the array. The points come in any order; the smallest and the largest x are elsewhere.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x[0], x[-1]])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You began the line at x = 0. Between 0 and the smallest x nobody has measured anything, and the drawing claims otherwise.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([0, x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "Your labels stay invisible: there is no legend, or it was made before anything had a label.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")


@mistake("d09-draw_fit", "Neither the points nor the line has a label, so the legend has nothing to show.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b)
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "Only the points have a label, so the legend does not say what the line is.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b)
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "Only the line has a label, so the legend does not say what the points are.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "The axes have no names. Nobody can tell what is drawn over what.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.legend()


@mistake("d09-draw_fit", "You named one axis and forgot the other.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x")
    ax.legend()


@mistake("d09-draw_fit", "You exchanged the slope and the intercept.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, b * xs + m, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You ignored the m and b you were given and fitted a line of your own. The caller may want to show another one.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    m, b = np.polyfit(x, y, 1)
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "Your line has the right slope and would pass through (0, 0): the intercept is missing.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You joined the smallest x and y with the largest x and y. The heights of the line are m * x + b.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    ax.plot([x.min(), x.max()], [y.min(), y.max()], label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You drew two dots on the line and not the line between them.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, "o", label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You drew the points and forgot the line.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "Your line runs beyond the smallest and the largest x. Nobody has measured anything there.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min() - 1, x.max() + 1])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You drew a line without ends across the whole panel. This one should end where the points end.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    ax.axline((0, b), slope=m, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "The legend does not tell the two apart: both bear the same words, or it was made before both were drawn.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="data")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="data")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "Your dots lie on the line. The points are the data, y over x.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, m * x + b, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "Your line stops before the largest x.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.arange(x.min(), x.max())
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You sorted x alone, so each x stands with another point's y, and the caller's x is changed.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    x.sort()
    ax.plot(x, y, "o", label="points")
    ax.plot(x, m * x + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "Your line runs over the places in the list, 0 to n - 1. It has to run over the values of x.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.arange(len(x))
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You drew one dot, at the means. Every point has a dot of its own.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x.mean(), y.mean(), "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs + b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


@mistake("d09-draw_fit", "You subtracted the intercept. The height of the line is m * x + b.", caught_by="visible")
def draw_fit(ax, x, y, m, b):
    ax.plot(x, y, "o", label="points")
    xs = np.array([x.min(), x.max()])
    ax.plot(xs, m * xs - b, label="line")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


hints(
    "d09-draw_fit",
    "Three kinds of artists: dots, one straight line, words. Which method of ax draws each?",
    "ax.scatter(x, y, label=…) draws the dots. The line needs two points: the smallest and the largest x, each with its height m * x + b.",
    "ends = np.array([x.min(), x.max()]); ax.plot(ends, m * ends + b, label=…). Then ax.set(xlabel=…, ylabel=…) and ax.legend().",
)
why("d09-draw_fit", "A straight line is fixed by two points, and x.min() and x.max() are the two where the evidence ends. Everything goes through ax, so the caller decides which panel is drawn on.")
