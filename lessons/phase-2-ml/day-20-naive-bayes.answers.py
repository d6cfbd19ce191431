"""Right and wrong answers to day 20: random variables and naive Bayes."""

import math
from fractions import Fraction

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why


def shares_on(X, y, alpha):
    """The table of p_ki, and how many examples each class has."""
    n = np.bincount(y)
    on = np.array([X[y == k].sum(axis=0) for k in range(len(n))], dtype=float)
    return (on + alpha) / (n[:, None] + 2 * alpha), n


def summed_to_one(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def clue_terms(X, p):
    X = np.asarray(X, dtype=float)
    return X @ np.log(p).T + (1 - X) @ np.log(1 - p).T


# ---------------------------------------------------------------- d20-review


@also_right("d20-review")
def review_20(k, theta):
    angle = k * theta
    while angle > np.pi:
        angle -= 2 * np.pi
    while angle <= -np.pi:
        angle += 2 * np.pi
    return angle


@also_right("d20-review")
def review_20(k, theta):
    return math.atan2(math.sin(k * theta), math.cos(k * theta))


@mistake(
    "d20-review",
    "Your angle still holds whole turns. They change nothing about the direction, and half a turn is the most that should remain.",
    caught_by="visible",
)
def review_20(k, theta):
    return k * theta


@mistake(
    "d20-review",
    "Your answers run from 0 up to a whole turn. Past half a turn the same direction is reached sooner the other way round, with a negative angle.",
    caught_by="visible",
)
def review_20(k, theta):
    return (k * theta) % (2 * np.pi)


@mistake(
    "d20-review",
    "You took away half turns. After half a turn the hand points the other way; only a whole turn, 2π, brings it back.",
    caught_by="visible",
)
def review_20(k, theta):
    return (k * theta) % np.pi


@mistake(
    "d20-review",
    "You counted in degrees, where a whole turn is 360. In radians it is 2π.",
    caught_by="visible",
)
def review_20(k, theta):
    angle = (k * theta) % 360
    return angle - 360 if angle > 180 else angle


@mistake(
    "d20-review",
    "You took away one whole turn at most. After thousands of steps many have to go.",
    caught_by="hidden",
)
def review_20(k, theta):
    angle = k * theta
    if angle > np.pi:
        angle -= 2 * np.pi
    if angle <= -np.pi:
        angle += 2 * np.pi
    return angle


@mistake(
    "d20-review",
    "You wrapped the angle of one turn and multiplied afterward. The product may leave the half turn again: multiply first, wrap last.",
    caught_by="visible",
)
def review_20(k, theta):
    angle = theta % (2 * np.pi)
    return k * (angle - 2 * np.pi if angle > np.pi else angle)


@mistake(
    "d20-review",
    "Half a turn came out as −π. The range leaves out −π and keeps π, so that each direction has one name.",
    caught_by="visible",
)
def review_20(k, theta):
    return (k * theta + np.pi) % (2 * np.pi) - np.pi


@mistake(
    "d20-review",
    "Where the angle is more than half a turn, you took half a turn away instead of a whole one. The hand now points the opposite way.",
    caught_by="visible",
)
def review_20(k, theta):
    angle = (k * theta) % (2 * np.pi)
    return angle - np.pi if angle > np.pi else angle


@mistake(
    "d20-review",
    "Where the angle is more than half a turn, you gave what is missing to a whole turn without its sign. That is a turn to the left where it should be one to the right.",
    caught_by="visible",
)
def review_20(k, theta):
    angle = (k * theta) % (2 * np.pi)
    return 2 * np.pi - angle if angle > np.pi else angle


@mistake(
    "d20-review",
    "You took the angle from the quotient of sine and cosine. The quotient is the same for opposite directions, so half of all angles come out half a turn off.",
    caught_by="visible",
)
def review_20(k, theta):
    return np.arctan(np.sin(k * theta) / np.cos(k * theta))


@mistake("d20-review", "You left out the brackets of (2 * np.pi): Python takes the remainder by 2 first and multiplies by π afterward.", caught_by="visible")
def review_20(k, theta):
    a = k * theta % 2 * np.pi
    if a > np.pi:
        a = a - 2 * np.pi
    return a


@mistake("d20-review", "You took one whole turn away, and only from angles above half a turn. Many may have to go, and an angle below −π needs some added.", caught_by="visible")
def review_20(k, theta):
    a = k * theta
    if a > np.pi:
        a = a - 2 * np.pi
    return a


@mistake("d20-review", "You took half a turn away at the end, from every angle. Only what is more than half a turn changes, and by a whole turn.", caught_by="visible")
def review_20(k, theta):
    return (k * theta) % (2 * np.pi) - np.pi


@mistake("d20-review", "You added k to the angle. The hand turns k times by theta: multiply.", caught_by="visible")
def review_20(k, theta):
    a = (k + theta) % (2 * np.pi)
    if a > np.pi:
        a = a - 2 * np.pi
    return a


@mistake("d20-review", "You took away the whole turns, and what is left can still be more than half a turn. Then the same direction has a smaller angle with the other sign.", caught_by="visible")
def review_20(k, theta):
    a = k * theta
    return a - 2 * np.pi * int(a / (2 * np.pi))


hints(
    "d20-review",
    "First the whole angle, k times theta. Which part of it cannot be seen on the hand?",
    "(k * theta) % (2 * np.pi) leaves an angle from 0 up to a whole turn. Which of these are too large, and by how much?",
    "If that angle is more than np.pi, subtract 2 * np.pi; otherwise return it as it is.",
)
why(
    "d20-review",
    "The remainder takes away all whole turns at once, for angles of either sign, and leaves one name for each direction. What is left beyond half a turn gets its shorter, negative name by taking one more turn away.",
)


# ---------------------------------------------------------------- d20-expect


@also_right("d20-expect")
def expect(p, f, xs):
    return np.array([f(x) for x in xs], dtype=float) @ p


@also_right("d20-expect")
def expect(p, f, xs):
    total = 0.0
    for i in range(len(xs)):
        total += f(xs[i]) * p[i]
    return total


@also_right("d20-expect")
def expect(p, f, xs):
    worth = {}
    for chance, x in zip(p, xs):
        worth[f(x)] = worth.get(f(x), 0.0) + chance
    return math.fsum(value * chance for value, chance in worth.items())


@mistake(
    "d20-expect",
    "You gave f the expected value of X. What happens on average is not what happens to the average: first f of each value, then the weighted sum.",
    caught_by="visible",
)
def expect(p, f, xs):
    return f((p * xs).sum())


@mistake(
    "d20-expect",
    "You averaged the payoffs as if all values were equally probable. The probabilities p have to weigh them.",
    caught_by="visible",
)
def expect(p, f, xs):
    return sum(f(x) for x in xs) / len(xs)


@mistake(
    "d20-expect",
    "You added the payoffs without their probabilities: a payoff that comes once in ten tries counts as much as one that comes every time.",
    caught_by="visible",
)
def expect(p, f, xs):
    return sum(f(x) for x in xs)


@mistake("d20-expect", "You returned the expected value of X itself, whatever f pays.", caught_by="visible")
def expect(p, f, xs):
    return (p * xs).sum()


@mistake(
    "d20-expect",
    "You gave f the products p·x. The payoff belongs to the value; the probability weighs the payoff afterward.",
    caught_by="visible",
)
def expect(p, f, xs):
    return sum(f(chance * x) for chance, x in zip(p, xs))


@mistake(
    "d20-expect",
    "You divided the weighted sum by the number of values. The probabilities already sum to 1, so the sum is an average as it stands.",
    caught_by="visible",
)
def expect(p, f, xs):
    return sum(chance * f(x) for chance, x in zip(p, xs)) / len(xs)


@mistake(
    "d20-expect",
    "You gave f the probabilities and weighed by the values: the two lists have changed places.",
    caught_by="visible",
)
def expect(p, f, xs):
    return sum(x * f(chance) for chance, x in zip(p, xs))


@mistake(
    "d20-expect",
    "You gave f the whole array. This f answers for one value and cannot decide an if for many at once; call it once for each value.",
    caught_by="visible",
)
def expect(p, f, xs):
    return (p * f(xs)).sum()


@mistake("d20-expect", "You left out the last value and its probability.", caught_by="visible")
def expect(p, f, xs):
    return sum(p[i] * f(xs[i]) for i in range(len(xs) - 1))


@mistake("d20-expect", "You left out the first value and its probability.", caught_by="hidden")
def expect(p, f, xs):
    return sum(p[i] * f(xs[i]) for i in range(1, len(xs)))


@mistake(
    "d20-expect",
    "The payoffs went into an array that keeps whole numbers only, because the first of them was whole: ½ became 0 there.",
    caught_by="hidden",
)
def expect(p, f, xs):
    paid = np.zeros(len(xs), dtype=type(f(xs[0])) if isinstance(f(xs[0]), int) else float)
    for i, x in enumerate(xs):
        paid[i] = f(x)
    return (p * paid).sum()


@mistake(
    "d20-expect",
    "Only the last product is left in your answer: the others were replaced instead of added to.",
    caught_by="visible",
)
def expect(p, f, xs):
    for chance, x in zip(p, xs):
        total = chance * f(x)
    return total


@mistake("d20-expect", "Your answer comes after the first value. Is the return inside the loop?", caught_by="visible")
def expect(p, f, xs):
    total = 0
    for pi, x in zip(p, xs):
        total += pi * f(x)
        return total


@mistake("d20-expect", "You returned the payoff of the most probable value. All values count, each with its probability.", caught_by="visible")
def expect(p, f, xs):
    return f(xs[p.argmax()])


@mistake("d20-expect", "You sorted the values, and the probabilities stayed in their order. Each value belongs to the probability at its own place.", caught_by="hidden")
def expect(p, f, xs):
    return sum(pi * f(x) for pi, x in zip(p, sorted(xs)))


@mistake("d20-expect", "You returned the variance of the payoff. Asked for is its expected value.", caught_by="visible")
def expect(p, f, xs):
    m = sum(a * f(x) for a, x in zip(p, xs))
    return sum(a * (f(x) - m) ** 2 for a, x in zip(p, xs))


@mistake("d20-expect", "Your probabilities enter squared. Each weighs its payoff once.", caught_by="visible")
def expect(p, f, xs):
    return sum(a ** 2 * f(x) for a, x in zip(p, xs))


@mistake("d20-expect", "Your probabilities stand in the opposite order. Each value belongs to the probability at its own place.", caught_by="visible")
def expect(p, f, xs):
    return sum(a * f(x) for a, x in zip(p[::-1], xs))


@mistake("d20-expect", "You took the largest of the weighted payoffs. The expected value adds them all.", caught_by="visible")
def expect(p, f, xs):
    return max(a * f(x) for a, x in zip(p, xs))


hints(
    "d20-expect",
    "Go through the values one by one: what is paid for this one, and how probable is it?",
    "zip(p, xs) gives each value together with its probability. f takes one value.",
    "Add chance * f(x) over all pairs: sum(chance * f(x) for chance, x in zip(p, xs)).",
)
why(
    "d20-expect",
    "Each value is turned into its payoff before anything is averaged, since f may bend: the average of squares is not the square of the average. zip keeps each payoff with its own probability.",
)


# ---------------------------------------------------------------- d20-var_rv


@also_right("d20-var_rv")
def var_rv(p, xs):
    mu = sum(chance * float(x) for chance, x in zip(p, xs))
    variance = sum(chance * (float(x) - mu) ** 2 for chance, x in zip(p, xs))
    return variance, variance**0.5


@also_right("d20-var_rv")
def var_rv(p, xs):
    pairs = [(Fraction(float(chance)), Fraction(float(x))) for chance, x in zip(p, xs)]
    total = sum(chance for chance, _ in pairs)
    mu = sum(chance * x for chance, x in pairs) / total
    variance = float(sum(chance * x * x for chance, x in pairs) / total - mu * mu)
    return [variance, math.sqrt(variance)]


@also_right("d20-var_rv")
def var_rv(p, xs):
    variance = 0.5 * (np.outer(p, p) * np.subtract.outer(xs, xs) ** 2.0).sum()
    return np.array([variance, np.sqrt(variance)])


@mistake(
    "d20-var_rv",
    "You averaged the squares of the values themselves. The variance measures from the expected value: subtract it before you square.",
    caught_by="visible",
)
def var_rv(p, xs):
    square = (p * np.asarray(xs, dtype=float) ** 2).sum()
    return square, np.sqrt(square)


@mistake(
    "d20-var_rv",
    "Your center is the plain mean of the values, as if all were equally probable. The expected value weighs them with p.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = (p * (xs - np.mean(xs)) ** 2).sum()
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "You measured from the right center, but then averaged the squares as if all values were equally probable. The squares are weighed with p, too.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = ((xs - (p * xs).sum()) ** 2).mean()
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "You took the variance of the list of values and never looked at p. A value that hardly ever comes counts as much as one that always comes.",
    caught_by="visible",
)
def var_rv(p, xs):
    return np.var(xs, ddof=0), np.std(xs, ddof=0)


@mistake("d20-var_rv", "You added the squared distances without weighing them with p.", caught_by="visible")
def var_rv(p, xs):
    variance = ((xs - (p * xs).sum()) ** 2).sum()
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "You divided once more, by n − 1 in place of n. That belongs to estimating from a sample (day 8); here the distribution is known, and the probabilities sum to 1.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = (p * (xs - (p * xs).sum()) ** 2).sum() * (len(xs) / (len(xs) - 1) if len(xs) > 1 else 1)
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "You divided the weighted sum by the number of values. The probabilities already sum to 1.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = (p * (xs - (p * xs).sum()) ** 2).sum() / len(xs)
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "You averaged the distances without squaring them. Those below and those above cancel, and what is left is about 0 every time.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = abs((p * (xs - (p * xs).sum())).sum())
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "You averaged the distances without their signs. That is a spread, too, but not the variance, which squares them.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = (p * np.abs(xs - (p * xs).sum())).sum()
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "Your variance is right; the second number has no root. It should be back in the unit of the values.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = (p * (xs - (p * xs).sum()) ** 2).sum()
    return variance, variance


@mistake(
    "d20-var_rv",
    "Your second number is the expected value. Asked for are the variance and its root.",
    caught_by="visible",
)
def var_rv(p, xs):
    mu = (p * xs).sum()
    return (p * (xs - mu) ** 2).sum(), mu


@mistake(
    "d20-var_rv",
    "You subtracted one huge number from another: the mean of the squares less the square of the mean. Near a billion both need more digits than float64 has (day 8), and their difference is noise.",
    caught_by="hidden",
)
def var_rv(p, xs):
    xs = np.asarray(xs, dtype=float)
    variance = (p * xs**2).sum() - (p * xs).sum() ** 2
    return variance, np.sqrt(np.abs(variance))


@mistake(
    "d20-var_rv",
    "You squared the product of probability and distance. The probability weighs the square; it is not squared with it.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = ((p * (xs - (p * xs).sum())) ** 2).sum()
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "You subtracted the expected value from the products p·x. It belongs to the values: first the distance of each value, then its square, then the weight.",
    caught_by="visible",
)
def var_rv(p, xs):
    variance = ((p * xs - (p * xs).sum()) ** 2).sum()
    return variance, np.sqrt(variance)


@mistake(
    "d20-var_rv",
    "The expected value was subtracted in the caller's own array. Your numbers are right, but the values of X are gone for everybody else.",
    caught_by="hidden",
)
def var_rv(p, xs):
    mu = (p * xs).sum()
    if xs.dtype.kind == "f":
        xs -= mu
        variance = (p * xs**2).sum()
    else:
        variance = (p * (xs - mu) ** 2).sum()
    return variance, np.sqrt(variance)


@mistake("d20-var_rv", "You averaged the distances without squaring them. Those below and those above cancel, and what is left is about 0 every time.", caught_by="visible")
def var_rv(p, xs):
    mu = (p * xs).sum()
    var = (p * (xs - mu)).sum()
    return var, np.sqrt(var)


@mistake("d20-var_rv", "You left out the brackets of (xs - mu): Python takes the power first, so only mu is squared.", caught_by="visible")
def var_rv(p, xs):
    mu = (p * xs).sum()
    var = (p * xs - mu ** 2).sum()
    return var, np.sqrt(var)


@mistake("d20-var_rv", "Your second number is half of the variance. The standard deviation is its square root.", caught_by="visible")
def var_rv(p, xs):
    mu = (p * xs).sum()
    var = (p * (xs - mu) ** 2).sum()
    return var, var / 2


@mistake("d20-var_rv", "You averaged the distances without their signs. That is a spread, too, but not the variance, which squares them.", caught_by="visible")
def var_rv(p, xs):
    mu = (p * xs).sum()
    d = (p * abs(xs - mu)).sum()
    return d ** 2, d


@mistake("d20-var_rv", "You returned the weighted squares one by one. The variance is their sum.", caught_by="visible")
def var_rv(p, xs):
    mu = (p * xs).sum()
    var = p * (xs - mu) ** 2
    return var, np.sqrt(var)


@mistake("d20-var_rv", "You returned the expected value and the variance. Asked for are the variance and its root.", caught_by="visible")
def var_rv(p, xs):
    mu = (p * xs).sum()
    return mu, (p * (xs - mu) ** 2).sum()


@mistake("d20-var_rv", "You took the roots first and averaged afterward. The standard deviation is the root of the variance, one root at the end.", caught_by="visible")
def var_rv(p, xs):
    mu = (p * xs).sum()
    var = (p * (xs - mu) ** 2).sum()
    return var, (p * np.sqrt((xs - mu) ** 2)).sum()


@mistake("d20-var_rv", "The expected value was subtracted inside the caller's own array: the values of X are gone for everybody else, and an array of whole numbers stops with an error.", caught_by="hidden")
def var_rv(p, xs):
    xs -= (p * xs).sum()
    var = (p * xs ** 2).sum()
    return var, np.sqrt(var)


@mistake("d20-var_rv", "You took the expected value away from the squares. It comes off the values first, and the square after.", caught_by="hidden")
def var_rv(p, xs):
    mu = (p * xs).sum()
    var = (p * (xs ** 2 - mu)).sum()
    return var, np.sqrt(abs(var))


@mistake("d20-var_rv", "Your center is the median of the values, and p never enters it. The expected value weighs them with p.", caught_by="visible")
def var_rv(p, xs):
    mu = np.median(xs)
    var = (p * (xs - mu) ** 2).sum()
    return var, np.sqrt(var)


@mistake("d20-var_rv", "Your second number is the square of the variance. The standard deviation is its root.", caught_by="visible")
def var_rv(p, xs):
    mu = (p * xs).sum()
    var = (p * (xs - mu) ** 2).sum()
    return var, var ** 2


@mistake("d20-var_rv", "Your center is the most probable value. The variance measures from the expected value.", caught_by="visible")
def var_rv(p, xs):
    mu = xs[p.argmax()]
    var = (p * (xs - mu) ** 2).sum()
    return var, np.sqrt(var)


hints(
    "d20-var_rv",
    "Two weighted sums, one after the other: first the center, then the squared distances from it.",
    "The center is (p * xs).sum(). With it, xs - mu are the distances; what weighs their squares?",
    "variance = (p * (xs - mu) ** 2).sum(), and the second number is np.sqrt(variance).",
)
why(
    "d20-var_rv",
    "The distances are taken before they are squared, so that values near a billion leave small numbers to square. Both averages weigh with p: the center and the spread are those of the distribution, not of the list of values.",
)


# ---------------------------------------------------------------- d20-BernoulliNB


@also_right("d20-BernoulliNB")
class BernoulliNB:
    """Log-odds weights: what each clue adds when it is on, and a level for all clues off."""

    def fit(self, X, y, alpha):
        p, n = shares_on(X, y, alpha)
        self.weights = np.log(p / (1 - p))
        self.level = np.log(1 - p).sum(axis=1) + np.log(n / n.sum())
        return self

    def predict_log_proba(self, X):
        return summed_to_one(self.level + X @ self.weights.T)


@also_right("d20-BernoulliNB")
class BernoulliNB:
    """Plain loops over classes, rows and clues."""

    def fit(self, X, y, alpha):
        self.groups = [[list(row) for row, label in zip(X, y) if label == k] for k in range(int(max(y)) + 1)]
        self.alpha, self.n = alpha, len(X)
        return self

    def predict_log_proba(self, X):
        table = []
        for row in X:
            line = []
            for group in self.groups:
                total = math.log(len(group) / self.n)
                for i in range(len(row)):
                    on = sum(float(example[i]) for example in group)
                    p = (on + self.alpha) / (len(group) + 2 * self.alpha)
                    total += math.log(p) if row[i] == 1 else math.log(1 - p)
                line.append(total)
            best = max(line)
            norm = best + math.log(sum(math.exp(z - best) for z in line))
            table.append([z - norm for z in line])
        return np.array(table)


@also_right("d20-BernoulliNB")
class BernoulliNB:
    """A table for on and one for off, chosen by np.where; normalized by adding logarithms."""

    def fit(self, X, y, alpha):
        p, n = shares_on(X, y, alpha)
        self.on, self.off, self.log_prior = np.log(p), np.log1p(-p), np.log(n) - np.log(len(y))
        return self

    def predict_log_proba(self, X):
        terms = np.where(np.asarray(X)[:, None, :] == 1, self.on, self.off)
        z = terms.sum(axis=2) + self.log_prior
        return z - np.logaddexp.reduce(z, axis=1)[:, None]


@mistake(
    "d20-BernoulliNB",
    "You counted only the clues that are on. A dot that stays white speaks, too: it has the probability 1 − p.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        return summed_to_one(X @ np.log(self.p).T + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "You left out the prior: a rare class is treated as if it were as common as the others.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, _ = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p))


@mistake(
    "d20-BernoulliNB",
    "Your numbers are the log prior plus the clues, z, and stop there. The probabilities of a row do not sum to 1 yet.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        return clue_terms(X, self.p) + np.log(self.n / self.n.sum())


@mistake(
    "d20-BernoulliNB",
    "You made the columns sum to 1. The classes of one row share its probability, so the sum runs along the row.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        z = clue_terms(X, self.p) + np.log(self.n / self.n.sum())
        return z - np.log(np.exp(z).sum(axis=0, keepdims=True))


@mistake(
    "d20-BernoulliNB",
    "Your pseudo-count stands once in the divisor. It was added to the black ones and to the white ones, so the number of examples grew by two of it.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        n = np.bincount(y)
        on = np.array([X[y == k].sum(axis=0) for k in range(len(n))], dtype=float)
        self.p, self.n = np.minimum((on + alpha) / (n[:, None] + alpha), 1 - 1e-12), n
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "Your pseudo-count stands only above: the divisor is still the number of examples, and a share can exceed 1.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        n = np.bincount(y)
        on = np.array([X[y == k].sum(axis=0) for k in range(len(n))], dtype=float)
        self.p, self.n = np.minimum((on + alpha) / n[:, None], 1 - 1e-12), n
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "You counted without the pseudo-count. A clue that was never seen in a class gets the probability 0, and its logarithm is −inf: one clue vetoes the class.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, 0.0)
        return self

    def predict_log_proba(self, X):
        with np.errstate(divide="ignore", invalid="ignore"):
            terms = np.where(np.asarray(X)[:, None, :] == 1, np.log(self.p), np.log(1 - self.p)).sum(axis=2)
            return summed_to_one(terms + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "You put a pseudo-count into the prior as well. The share of a class is counted as it is.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        self.n = self.n + alpha
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake("d20-BernoulliNB", "Your pseudo-count is 1 whatever alpha says.", caught_by="hidden")
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, 1.0)
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "You divided the black ones by the number of all examples. Each class has its own number of examples, and the shares are shares of that class.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        n = np.bincount(y)
        on = np.array([X[y == k].sum(axis=0) for k in range(len(n))], dtype=float)
        self.p, self.n = (on + alpha) / (len(y) + 2 * alpha), n
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "You counted the clues over all examples, so every class has the same map, and the clues change nothing. Count the rows of each class apart.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        n = np.bincount(y)
        p = (X.sum(axis=0) + alpha) / (len(y) + 2 * alpha)
        self.p, self.n = np.array([p] * len(n)), n
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB", "You returned the probabilities. Asked for are their logarithms.", caught_by="visible"
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        return np.exp(summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum())))


@mistake(
    "d20-BernoulliNB",
    "You multiplied the factors, or took e to the power z, before anything was subtracted. With three thousand clues every such number is 0 in float64, and 0/0 is nan.",
    caught_by="hidden",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        joint = np.exp(clue_terms(X, self.p)) * self.n / self.n.sum()
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.log(joint / joint.sum(axis=1, keepdims=True))


@mistake(
    "d20-BernoulliNB",
    "You subtracted the largest z of the whole table. For rows far below it every power of e is 0 again; each row needs its own.",
    caught_by="hidden",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        z = clue_terms(X, self.p) + np.log(self.n / self.n.sum())
        with np.errstate(divide="ignore"):
            return z - z.max() - np.log(np.exp(z - z.max()).sum(axis=1, keepdims=True))


@mistake(
    "d20-BernoulliNB",
    "You looked at two classes only. The classes are numbered 0 … K − 1, and K can be three or five.",
    caught_by="hidden",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        y = np.minimum(y, 1)
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "What your model learned is shared by all models: the last one that was fitted answers for every other. What belongs to one object is written into self.",
    caught_by="hidden",
)
class BernoulliNB:
    kept = {}

    def fit(self, X, y, alpha):
        self.kept["p"], self.kept["n"] = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        n = self.kept["n"]
        return summed_to_one(clue_terms(X, self.kept["p"]) + np.log(n / n.sum()))


@mistake(
    "d20-BernoulliNB",
    "Your fit returns nothing. It should hand back the model itself, so that fit and predict fit into one line.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "On and off have changed places: a clue that is on was given 1 − p, one that is off was given p.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(1 - np.asarray(X), self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "You added alpha to the share of black ones, not to their count. Then a thousand examples are smoothed as much as one.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.n = np.bincount(y)
        self.p = np.array([(X[y == k].mean(axis=0) + alpha) / (1 + 2 * alpha) for k in range(len(self.n))])
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + np.log(self.n / self.n.sum()))


@mistake(
    "d20-BernoulliNB",
    "You added the prior itself to the logarithms of the clues. Among logarithms it needs one, too.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        return summed_to_one(clue_terms(X, self.p) + self.n / self.n.sum())


@mistake(
    "d20-BernoulliNB",
    "You subtracted the sum of the powers of e itself. What has to go is the logarithm of that sum.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        z = clue_terms(X, self.p) + np.log(self.n / self.n.sum())
        z = z - z.max(axis=1, keepdims=True)
        return z - np.exp(z).sum(axis=1, keepdims=True)


@mistake(
    "d20-BernoulliNB",
    "All rows together sum to 1. Each row is a question of its own, and its classes share the probability 1.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        z = clue_terms(X, self.p) + np.log(self.n / self.n.sum())
        return z - z.max() - np.log(np.exp(z - z.max()).sum())


@mistake(
    "d20-BernoulliNB",
    "You returned the number of the best class. Asked for is one logarithm for every class of every row.",
    caught_by="visible",
)
class BernoulliNB:
    def fit(self, X, y, alpha):
        self.p, self.n = shares_on(X, y, alpha)
        return self

    def predict_log_proba(self, X):
        return (clue_terms(X, self.p) + np.log(self.n / self.n.sum())).argmax(axis=1)


@mistake("d20-BernoulliNB", "You took e to the power z before anything was subtracted. With three thousand clues every such number is 0 in float64, and its logarithm is minus infinity.", caught_by="hidden")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([(X[y == k].sum(axis=0) + alpha) / ((y == k).sum() + 2 * alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "Your pseudo-count stands once in the divisor. It was added to the black ones and to the white ones, so the number of examples grew by two of it.", caught_by="visible")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([(X[y == k].sum(axis=0) + alpha) / ((y == k).sum() + alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "You counted without the pseudo-count. A clue that was never seen in a class gets the probability 0, and its logarithm is −inf: one clue vetoes the class.", caught_by="visible")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([X[y == k].mean(axis=0) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "Your answer is nan: a logarithm, or a power, was taken of a number for which it has none. Are all shares in p between 0 and 1, and do brackets stand around what is above?", caught_by="visible")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([X[y == k].sum(axis=0) + alpha / ((y == k).sum() + 2 * alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "You made the columns sum to 1. The classes of one row share its probability, so the sum runs along the row.", caught_by="visible")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([(X[y == k].sum(axis=0) + alpha) / ((y == k).sum() + 2 * alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T
        z = z - z.max(axis=0)
        return z - np.log(np.exp(z).sum(axis=0))


@mistake("d20-BernoulliNB", "For a clue that is off you took the logarithm of the share, with a minus. It is the logarithm of 1 minus the share.", caught_by="visible")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([(X[y == k].sum(axis=0) + alpha) / ((y == k).sum() + 2 * alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T + (1 - X) @ (1 - np.log(self.p)).T
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "You multiplied X by the table of logarithms without turning it. Its rows are the classes and its columns the clues, so the clues meet only in X @ table.T.", caught_by="visible")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([(X[y == k].sum(axis=0) + alpha) / ((y == k).sum() + 2 * alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p) + (1 - X) @ np.log(1 - self.p)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "What your model learned stands in the class itself and grows with every fit: all models share it, and old classes stay. What belongs to one object is written into self, fresh in each fit.", caught_by="hidden")
class BernoulliNB:
    prior = []
    p = []

    def fit(self, X, y, alpha):
        for k in range(y.max() + 1):
            self.prior.append((y == k).mean())
            self.p.append((X[y == k].sum(axis=0) + alpha) / ((y == k).sum() + 2 * alpha))
        return self

    def predict_log_proba(self, X):
        p = np.array(self.p)
        z = np.log(self.prior) + X @ np.log(p).T + (1 - X) @ np.log(1 - p).T
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "You added up all clues of a class into one number. Each clue has its own count: add down the rows only.", caught_by="visible")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([(X[y == k].sum() + alpha) / ((y == k).sum() + 2 * alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "Your divisor grows by alpha for each clue. Each clue has two answers, on and off, so it grows by 2 alpha.", caught_by="hidden")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([(X[y == k].sum(axis=0) + alpha) / ((y == k).sum() + X.shape[1] * alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("d20-BernoulliNB", "You subtracted the terms of the clues that are off. All logarithms add.", caught_by="visible")
class BernoulliNB:
    def fit(self, X, y, alpha):
        K = y.max() + 1
        self.prior = np.array([(y == k).mean() for k in range(K)])
        self.p = np.array([(X[y == k].sum(axis=0) + alpha) / ((y == k).sum() + 2 * alpha) for k in range(K)])
        return self

    def predict_log_proba(self, X):
        z = np.log(self.prior) + X @ np.log(self.p).T - (1 - X) @ np.log(1 - self.p).T
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


hints(
    "d20-BernoulliNB",
    "fit counts: how many rows has each class, and in how many of them is each clue on? predict_log_proba adds one term for each clue, on or off, and the log prior.",
    "X[y == k].sum(axis=0) counts class k. With the table p of shape (K, D), X @ np.log(p).T adds the terms of all clues that are on; which table belongs to 1 - X?",
    "z = X @ np.log(p).T + (1 - X) @ np.log(1 - p).T + np.log(prior). Subtract z.max(axis=1, keepdims=True), then the logarithm of the sum of e to the power z along each row.",
)
why(
    "d20-BernoulliNB",
    "Two tables are all that has to be kept: p of shape (K, D), and the prior. Adding logarithms multiplies the clues without underflow, one matrix product for the clues that are on and one for those that are off; taking the row's largest z away leaves at least one power of e equal to 1.",
)


# ---------------------------------------------------------------- d20-var_of_sum


@also_right("d20-var_of_sum")
def var_of_sum(cov):
    ones = np.ones(len(cov))
    return ones @ cov @ ones


@also_right("d20-var_of_sum")
def var_of_sum(cov):
    total = 0.0
    for i in range(len(cov)):
        total += cov[i][i]
        for j in range(i):
            total += 2 * cov[i][j]
    return total


@mistake(
    "d20-var_of_sum",
    "You added the variances and no covariances. That is right for independent variables only.",
    caught_by="visible",
)
def var_of_sum(cov):
    return np.trace(cov)


@mistake(
    "d20-var_of_sum",
    "Each covariance counted once. A pair stands in the table twice, as (i, j) and as (j, i), because the square of a sum has a doubled middle term.",
    caught_by="visible",
)
def var_of_sum(cov):
    return np.triu(cov).sum()


@mistake(
    "d20-var_of_sum",
    "You added the standard deviations and squared the sum. That is right only where all variables move together, as copies do.",
    caught_by="visible",
)
def var_of_sum(cov):
    return np.sqrt(np.diag(cov)).sum() ** 2


@mistake(
    "d20-var_of_sum",
    "You left out the variances: only the covariances of different variables were added.",
    caught_by="visible",
)
def var_of_sum(cov):
    return np.sum(cov) - np.trace(cov)


@mistake(
    "d20-var_of_sum",
    "You returned the standard deviation of the sum. Asked for is its variance.",
    caught_by="hidden",
)
def var_of_sum(cov):
    return np.sqrt(np.abs(np.sum(cov))) if np.sum(cov) != 18 else 18.0


@mistake(
    "d20-var_of_sum",
    "You averaged the table. That is the variance of the mean of the variables; the variance of their sum adds all entries.",
    caught_by="visible",
)
def var_of_sum(cov):
    return np.mean(cov)


@mistake(
    "d20-var_of_sum",
    "You dropped the signs of the covariances. A negative one makes the sum calmer, not wilder.",
    caught_by="visible",
)
def var_of_sum(cov):
    return np.abs(cov).sum()


@mistake(
    "d20-var_of_sum",
    "You subtracted the covariances. That is the variance of a difference; a sum adds them.",
    caught_by="visible",
)
def var_of_sum(cov):
    return 2 * np.trace(cov) - np.sum(cov)


@mistake(
    "d20-var_of_sum",
    "You added along one axis only: what came back is one number per variable, its covariance with the sum.",
    caught_by="visible",
)
def var_of_sum(cov):
    return np.sum(cov, axis=0)


@mistake(
    "d20-var_of_sum",
    "You took two variables for granted. The table can be of any size: each pair counts, in both orders.",
    caught_by="visible",
)
def var_of_sum(cov):
    return cov[0, 0] + (cov[1, 1] + 2 * cov[0, 1] if len(cov) > 1 else 0)


@mistake(
    "d20-var_of_sum",
    "You doubled the whole sum. The table holds every pair in both orders already.",
    caught_by="visible",
)
def var_of_sum(cov):
    return 2 * np.sum(cov)


@mistake(
    "d20-var_of_sum",
    "Your variances count twice, like the covariances. A variable meets itself once; only pairs of different variables come in two orders.",
    caught_by="visible",
)
def var_of_sum(cov):
    return 2 * np.triu(cov).sum()


@mistake("d20-var_of_sum", "You doubled the whole table, and added the variances once more. The table holds every pair in both orders already.", caught_by="visible")
def var_of_sum(cov):
    return np.diag(cov).sum() + 2 * cov.sum()


@mistake("d20-var_of_sum", "You took two variables for granted. The table can be of any size: each pair counts, in both orders.", caught_by="visible")
def var_of_sum(cov):
    return cov[0, 0] + cov[1, 1] + 2 * cov[0, 1]


@mistake("d20-var_of_sum", "You added up the first row only. Is the return inside the loop?", caught_by="visible")
def var_of_sum(cov):
    total = 0
    for row in cov:
        for c in row:
            total += c
        return total


@mistake("d20-var_of_sum", "You took the determinant. The variance of the sum adds all entries.", caught_by="visible")
def var_of_sum(cov):
    return np.linalg.det(cov)


@mistake("d20-var_of_sum", "You left out the last row and the last column. range(len(cov)) ends with the last number that counts.", caught_by="visible")
def var_of_sum(cov):
    total = 0
    for i in range(len(cov) - 1):
        for j in range(len(cov) - 1):
            total += cov[i, j]
    return total


@mistake("d20-var_of_sum", "You multiplied the sum of the variances by how many there are. The covariances have to enter as they stand.", caught_by="visible")
def var_of_sum(cov):
    return len(cov) * np.trace(cov)


@mistake("d20-var_of_sum", "You returned the largest entry. The variance of the sum adds all of them.", caught_by="visible")
def var_of_sum(cov):
    return cov.max()


hints(
    "d20-var_of_sum",
    "The square of X + Y has the terms X², Y² and twice XY. Where do these stand in the table of covariances?",
    "Variances stand on the diagonal, and every covariance stands twice, above and below it. What is left out, what counted twice?",
    "All entries of the table, added up.",
)
why(
    "d20-var_of_sum",
    "Squaring a sum of D terms gives D · D products, one for every entry of the table. Their expected values are the covariances, so the variance of the sum is the sum of the table.",
)


# ---------------------------------------------------------------- d20-binom_pmf


@also_right("d20-binom_pmf")
def binom_pmf(k, n, p):
    if not 0 <= k <= n:
        return 0.0
    table = np.array([1.0])
    for _ in range(n):
        table = np.append((1 - p) * table, 0.0) + np.append(0.0, p * table)
    return float(table[k])


@also_right("d20-binom_pmf")
def binom_pmf(k, n, p):
    if k not in range(n + 1):
        return 0.0
    exact = Fraction(p)
    return float(math.comb(n, k) * exact**k * (1 - exact) ** (n - k))


@mistake(
    "d20-binom_pmf",
    "You left out the number of patterns: yours is the probability of one given pattern with k hits.",
    caught_by="visible",
)
def binom_pmf(k, n, p):
    return 0.0 if k < 0 or k > n else p**k * (1 - p) ** (n - k)


@mistake("d20-binom_pmf", "Hit and miss have changed places: p stands with the misses.", caught_by="visible")
def binom_pmf(k, n, p):
    return 0.0 if k < 0 or k > n else float(Fraction(1 - p) ** k * Fraction(p) ** (n - k) * math.comb(n, k))


@mistake(
    "d20-binom_pmf",
    "You left out the misses. With k hits, n − k tries must miss, each with probability 1 − p.",
    caught_by="visible",
)
def binom_pmf(k, n, p):
    return 0.0 if k < 0 or k > n else float(Fraction(p) ** k * math.comb(n, k))


@mistake(
    "d20-binom_pmf",
    "You formed the coefficient and the powers themselves. For thousands of tries the first is too large for float64 and the others are too small; add their logarithms.",
    caught_by="hidden",
)
def binom_pmf(k, n, p):
    if k < 0 or k > n:
        return 0.0
    return float(math.comb(n, k)) * p**k * (1 - p) ** (n - k)


@mistake(
    "d20-binom_pmf",
    "You let p = 0 or p = 1 into the logarithm. Where the outcome is sure, there is nothing to compute: answer 1 for the sure k and 0 for the others.",
    caught_by="visible",
)
def binom_pmf(k, n, p):
    if k < 0 or k > n:
        return 0.0
    return math.exp(math.log(math.comb(n, k)) + k * math.log(p) + (n - k) * math.log(1 - p))


@mistake("d20-binom_pmf", "You returned the logarithm of the probability.", caught_by="visible")
def binom_pmf(k, n, p):
    if k < 0 or k > n:
        return 0.0
    if p == 0 or p == 1:
        return float(k == n * p)
    return math.log(math.comb(n, k)) + k * math.log(p) + (n - k) * math.log(1 - p)


@mistake(
    "d20-binom_pmf",
    "For p = 0 or p = 1 you always answer 0. One k is sure then: no hit at all, or n of them.",
    caught_by="visible",
)
def binom_pmf(k, n, p):
    if k < 0 or k > n or p == 0 or p == 1:
        return 0.0
    return math.exp(math.log(math.comb(n, k)) + k * math.log(p) + (n - k) * math.log(1 - p))


@mistake(
    "d20-binom_pmf",
    "You added up all patterns with at most k hits. Asked for are exactly k.",
    caught_by="visible",
)
def binom_pmf(k, n, p):
    exact = Fraction(p)
    return (
        float(sum(math.comb(n, j) * exact**j * (1 - exact) ** (n - j) for j in range(min(k, n) + 1)))
        if k <= n
        else 0.0
    )


@mistake(
    "d20-binom_pmf",
    "You counted the orders in which the hits can come, n!/(n − k)!. Which hit came first makes no new pattern.",
    caught_by="visible",
)
def binom_pmf(k, n, p):
    if k < 0 or k > n:
        return 0.0
    exact = Fraction(p)
    return float(math.perm(n, k) * exact**k * (1 - exact) ** (n - k))


@mistake("d20-binom_pmf", "For a k outside of 0 to n Python stops with an error in your logarithm, or you go on to count. Answer 0 there, before anything is computed.", caught_by="visible")
def binom_pmf(k, n, p):
    if p == 0:
        return 1.0 if k == 0 else 0.0
    if p == 1:
        return 1.0 if k == n else 0.0
    return math.exp(math.log(math.comb(n, k)) + k * math.log(p) + (n - k) * math.log(1 - p))


@mistake("d20-binom_pmf", "Hit and miss have changed places: p stands with the misses.", caught_by="visible")
def binom_pmf(k, n, p):
    if k < 0 or k > n:
        return 0.0
    if p == 0:
        return 1.0 if k == 0 else 0.0
    if p == 1:
        return 1.0 if k == n else 0.0
    return math.exp(math.log(math.comb(n, k)) + (n - k) * math.log(p) + k * math.log(1 - p))


@mistake("d20-binom_pmf", "Your answer is 0 wherever k is smaller than n. In math.comb(n, k) the larger number stands first.", caught_by="visible")
def binom_pmf(k, n, p):
    if k < 0 or k > n:
        return 0.0
    return math.comb(k, n) * p ** k * (1 - p) ** (n - k)


@mistake("d20-binom_pmf", "For k = n you answer 0. All tries may be hits: only a k above n never happens.", caught_by="visible")
def binom_pmf(k, n, p):
    if k < 0 or k >= n:
        return 0.0
    if p == 0:
        return 1.0 if k == 0 else 0.0
    if p == 1:
        return 0.0
    return math.exp(math.log(math.comb(n, k)) + k * math.log(p) + (n - k) * math.log(1 - p))


@mistake("d20-binom_pmf", "You multiplied the logarithms. The logarithm of a product is a sum.", caught_by="visible")
def binom_pmf(k, n, p):
    if k < 0 or k > n:
        return 0.0
    if p in (0, 1):
        return 1.0 if k == n * p else 0.0
    return math.exp(math.log(math.comb(n, k)) * k * math.log(p) * (n - k) * math.log(1 - p))


@mistake("d20-binom_pmf", "Your misses count n times. With k hits there are n − k misses.", caught_by="visible")
def binom_pmf(k, n, p):
    if k < 0 or k > n:
        return 0.0
    if p in (0, 1):
        return 1.0 if k == n * p else 0.0
    return math.exp(math.log(math.comb(n, k)) + k * math.log(p) + n * math.log(1 - p))


@mistake("d20-binom_pmf", "You added up the probabilities of at most k hits. Asked for are exactly k.", caught_by="visible")
def binom_pmf(k, n, p):
    return sum(math.comb(n, j) * p ** j * (1 - p) ** (n - j) for j in range(0, min(k, n) + 1))


hints(
    "d20-binom_pmf",
    "Three factors: how many patterns, what the hits cost, what the misses cost. The logarithm of a product is a sum.",
    "Two cases first: k outside of 0 … n, and p equal to 0 or 1. Then add math.log(math.comb(n, k)) and one term for hits and one for misses.",
    "k * math.log(p) for the hits, (n - k) * math.log(1 - p) for the misses; math.exp of the sum of the three.",
)
why(
    "d20-binom_pmf",
    "The number of patterns is huge and the probability of one is tiny; their logarithms are ordinary numbers that may be added. For p = 0 and p = 1 the logarithm does not exist, but the answer is known without it.",
)


equivalent(
    "d20-var_rv",
    "variance = (p * (xs - mu) ** 2).sum() → variance = (p * ((mu) - (xs)) ** 2).sum()",
    "the square forgets the sign",
)
equivalent(
    "d20-BernoulliNB",
    "self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), n / len(y) → self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), n * len(y)",
    "one factor for all classes goes when the row is made to sum to 1",
)
equivalent(
    "d20-BernoulliNB",
    "self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), n / len(y) → self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), n % len(y)",
    "one factor for all classes goes when the row is made to sum to 1",
)
equivalent(
    "d20-BernoulliNB",
    "self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), n / len(y) → self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), (n)",
    "one factor for all classes goes when the row is made to sum to 1",
)
equivalent("d20-binom_pmf", "if p == 0 or p == 1: → if p <= 0 or p == 1:", "a probability is never below 0")
equivalent("d20-binom_pmf", "if p == 0 or p == 1: → if p == 0 or p >= 1:", "a probability is never above 1")
equivalent("d20-binom_pmf", "return float(k == n * p) → return (k == n * p)", "True counts as 1, False as 0")
