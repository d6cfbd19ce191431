"""Right and wrong answers to day 11: vectors, dot products and projection."""

import heapq
import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why


def lengths_of(X, axis=-1):
    return np.sqrt((X**2).sum(axis=axis, keepdims=True))


def safe(lengths):
    return np.where(lengths == 0, 1.0, lengths)


def units(X):
    return X / safe(lengths_of(X))


# ---------------------------------------------------------------- d11-review


@also_right("d11-review")
def review_11(x0, a0, x1, a1):
    slope = (a1 - a0) / (x1 - x0)
    return math.exp(slope * math.log(10))


@mistake("d11-review", "You raised e to the slope. The exponents a count powers of ten, so the slope is in decades: one decade is a factor of 10.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return math.exp((a1 - a0) / (x1 - x0))


@mistake("d11-review", "You returned the slope itself. It says how many decades the line climbs per step; the factor is 10 raised to it.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return (a1 - a0) / (x1 - x0)


@mistake("d11-review", "You divided the step in x by the step in height. That is how far you walk for one decade, not how far you climb in one step.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10.0 ** ((x1 - x0) / (a1 - a0))


@mistake("d11-review", "You found the growth from the first point to the second. The question is the growth in one step of x.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10.0 ** (a1 - a0)


@mistake("d11-review", "You took the logarithm of x as well. That belongs to log-log axes; on a semilog axis only the height is logarithmic.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10.0 ** ((a1 - a0) / (math.log10(x1) - math.log10(x0)))


@mistake("d11-review", "You computed the heights themselves. Below about 10^−324 a height is 0 in float64 and above 10^308 it overflows; their quotient is lost, while the difference of the exponents is not.", caught_by="hidden")
def review_11(x0, a0, x1, a1):
    return (10.0**a1 / 10.0**a0) ** (1 / (x1 - x0))


@mistake("d11-review", "You dropped the sign of the slope. A line that falls has a factor below 1.", caught_by="hidden")
def review_11(x0, a0, x1, a1):
    return 10.0 ** abs((a1 - a0) / (x1 - x0))


@mistake("d11-review", "You took the differences in opposite orders, first minus second above and second minus first below. That turns a line that rises into one that falls.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10.0 ** ((a0 - a1) / (x1 - x0))


@mistake("d11-review", "You divided one exponent by one x. Both differences need brackets of their own before the division.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10 ** (a1 - a0 / x1 - x0)


@mistake("d11-review", "Your slope is rounded down to a whole number. Half a decade a step is 0.5, and it has to stay 0.5: / keeps it, // does not.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10 ** ((a1 - a0) // (x1 - x0))


@mistake("d11-review", "You found how much the height gains per step. On a semilog axis it is multiplied in each step: find a factor, not a gain.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return (10**a1 - 10**a0) / (x1 - x0)


@mistake("d11-review", "You divided the whole growth by the number of steps. Steps multiply, so the growth in one of six steps is a sixth root, not a sixth.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10**a1 / 10**a0 / (x1 - x0)


@mistake("d11-review", "You counted one step too many. From x = 1 to x = 7 there are six steps.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10 ** ((a1 - a0) / (x1 - x0 + 1))


@mistake("d11-review", "You took the logarithm of the slope. The slope is an exponent already: raise 10 to it.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    with np.errstate(all="ignore"):
        return np.log10((a1 - a0) / (x1 - x0))


@mistake("d11-review", "You divided the exponents as if they were heights. Dividing heights means subtracting their exponents.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return (a1 / a0) ** (1 / (x1 - x0))


@mistake("d11-review", "You took the middle of the two exponents. The question is the climb from one to the other, for one step of x.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10 ** ((a0 + a1) / 2)


@mistake("d11-review", "You multiplied the slope by 10. Raise 10 to it.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10 * (a1 - a0) / (x1 - x0)


@mistake("d11-review", "You raised 2 to the slope. The exponents a count powers of ten.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 2 ** ((a1 - a0) / (x1 - x0))


@mistake("d11-review", "You divided by x1. The number of steps is x1 − x0.", caught_by="visible")
def review_11(x0, a0, x1, a1):
    return 10 ** ((a1 - a0) / x1)


hints(
    "d11-review",
    "On a semilog axis equal steps in x climb equal numbers of decades. How many decades is one step?",
    "The slope (a1 − a0) / (x1 − x0) counts decades per step. One decade is a factor of 10.",
    "Raise 10 to that slope. The heights themselves never need to be computed.",
)
why(
    "d11-review",
    "Dividing two heights means subtracting their exponents, and the n-th root means dividing the exponent by n. Both happen among ordinary small numbers, so it does not matter that the heights lie far outside float64.",
)


# ---------------------------------------------------------------- d11-norm


@also_right("d11-norm")
def norm(v, p):
    return np.linalg.norm(v, ord=p)


@also_right("d11-norm")
def norm(v, p):
    biggest = max(abs(float(x)) for x in v)
    if p == np.inf or biggest == 0:
        return biggest
    return biggest * math.fsum((abs(float(x)) / biggest) ** p for x in v) ** (1 / p)


@mistake("d11-norm", "You left out the root. The bird's way to (3, −4) came out as 25, which is its square.", caught_by="visible")
def norm(v, p):
    return np.abs(v).max() if p == np.inf else (np.abs(v) ** p).sum()


@mistake("d11-norm", "You kept the signs of the entries. Even powers hide it, odd ones do not: for p = 1 the 3 blocks east and 4 blocks south canceled to −1.", caught_by="visible")
def norm(v, p):
    return np.abs(v).max() if p == np.inf else (v**p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you chose the largest entry while the signs were still there. Of 3 and −4 that chooses 3, but the crane is busy longest with the −4: signs go before the choice.", caught_by="visible")
def norm(v, p):
    return v.max() if p == np.inf else (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "You always took the square root. The root belongs to the power: for p = 1 there is none to take.", caught_by="visible")
def norm(v, p):
    return np.abs(v).max() if p == np.inf else np.sqrt((np.abs(v) ** p).sum())


@mistake("d11-norm", "You returned the bird's length whatever p is. Taxi and crane measure the same arrow differently.", caught_by="visible")
def norm(v, p):
    return np.sqrt((v**2).sum())


@mistake("d11-norm", "You put p = ∞ into the formula with the sum. Infinite power, then power 1/∞ = 0: whatever the vector, that ends at 1. Infinity needs a line of its own.", caught_by="visible")
def norm(v, p):
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "You averaged the powers where the formula adds them. A length grows when an entry is added; a mean can shrink.", caught_by="visible")
def norm(v, p):
    return np.abs(v).max() if p == np.inf else (np.abs(v) ** p).mean() ** (1 / p)


@mistake("d11-norm", "Your result is the taxi's length for every p: the root undoes the power at once. Raise each entry, add, and then take one root of the sum.", caught_by="visible")
def norm(v, p):
    return np.abs(v).max() if p == np.inf else ((np.abs(v) ** p) ** (1 / p)).sum()


@mistake("d11-norm", "You dropped the sign of the sum instead of the signs of the entries. By then east and west have already canceled.", caught_by="visible")
def norm(v, p):
    return np.abs(v).max() if p == np.inf else np.abs((v**p).sum()) ** (1 / p)


@mistake("d11-norm", "You stopped before adding: what came back is one number per entry, not one length.", caught_by="visible")
def norm(v, p):
    return np.abs(v)


@mistake("d11-norm", "You covered p = 1, 2 and ∞ and let every other p fall back to one of them. The formula holds for each p ≥ 1, such as 3 or 1.5.", caught_by="hidden")
def norm(v, p):
    sizes = np.abs(v)
    return sizes.max() if p == np.inf else sizes.sum() if p == 1 else np.sqrt((sizes**2).sum())


@mistake("d11-norm", "You took the signs away inside the caller's own vector. The length is right, but the vector that was measured is no longer the same.", caught_by="hidden")
def norm(v, p):
    np.abs(v, out=v)
    return v.max() if p == np.inf else (v**p).sum() ** (1 / p)


@mistake("d11-norm", "Your answer is the sum of the powers divided by p, so no root was taken. The root is the power 1/p, with brackets around that exponent.", caught_by="visible")
def norm(v, p):
    return np.abs(v).max() if p == np.inf else (np.abs(v) ** p).sum() ** 1 / p


@mistake("d11-norm", "Your powers of whole numbers outgrow the 64 bits of their type and start over, without a warning: 400 to the 8th is beyond nine quintillions. Turn the entries into numbers with a point first.", caught_by="hidden")
def norm(v, p):
    sizes = np.abs(v)
    return sizes.max() if p == np.inf else (sizes**p).sum() ** (1 / p)


@mistake("d11-norm", "You kept the signs of the entries. Even powers hide it, odd ones do not: for p = 1 the 3 blocks east and 4 blocks south canceled to −1.", caught_by="visible")
def norm(v, p):
    if p == np.inf:
        return np.max(v)
    return (v**p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you chose the largest entry while the signs were still there. Of 3 and −4 that chooses 3, but the crane is busy longest with the −4: signs go before the choice.", caught_by="visible")
def norm(v, p):
    if p == np.inf:
        return abs(max(v))
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "You covered p = 1, 2 and ∞ and let every other p fall back to one of them. The formula holds for each p ≥ 1, such as 3 or 1.5.", caught_by="hidden")
def norm(v, p):
    if p == 1:
        return np.abs(v).sum()
    if p == 2:
        return np.sqrt((v**2).sum())
    return np.abs(v).max()


@mistake("d11-norm", "You returned the bird's length for every p but ∞. The power and the root are p and 1/p.", caught_by="visible")
def norm(v, p):
    if p == np.inf:
        return np.abs(v).max()
    return np.sqrt((np.abs(v) ** 2).sum())


@mistake("d11-norm", "You return after the first entry, so only its size comes back. Add all the powers first.", caught_by="visible")
def norm(v, p):
    if p == np.inf:
        return np.abs(v).max()
    total = 0
    for x in v:
        total += abs(x) ** p
        return total ** (1 / p)


@mistake("d11-norm", "You rounded p down to a whole number. The formula takes p = 1.5 as it is.", caught_by="hidden")
def norm(v, p):
    if p == np.inf:
        return np.abs(v).max()
    return (np.abs(v) ** int(p)).sum() ** (1 / int(p))


@mistake("d11-norm", "For p = ∞ you returned the place of the largest entry. Its size is asked for.", caught_by="visible")
def norm(v, p):
    if p == np.inf:
        return np.argmax(np.abs(v))
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you returned the smallest entry. The crane waits for the longest leg.", caught_by="visible")
def norm(v, p):
    if p == np.inf:
        return np.abs(v).min()
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you returned the last entry. The crane waits for the largest, wherever it stands.", caught_by="visible")
def norm(v, p):
    if p == np.inf:
        return abs(v[-1])
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ your function returns None. Both cases need a return of their own.", caught_by="visible")
def norm(v, p):
    if p == np.inf:
        np.abs(v).max()
    else:
        return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you took a large p instead. That comes close to the largest entry and does not reach it.", caught_by="hidden")
def norm(v, p):
    if p == np.inf:
        p = 100
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "You left out the power: the sizes were added as they are, and then a root was taken.", caught_by="visible")
def norm(v, p):
    v = np.abs(np.asarray(v, dtype=float))
    if p == np.inf:
        return v.max()
    return v.sum() ** (1 / p)


@mistake("d11-norm", "You raised the sum to the power p again. The root is the power 1/p.", caught_by="visible")
def norm(v, p):
    v = np.abs(np.asarray(v, dtype=float))
    if p == np.inf:
        return v.max()
    return (v**p).sum() ** p


@mistake("d11-norm", "For p = ∞ you returned the sum of the sizes. That is the taxi's length; the crane waits for the largest.", caught_by="visible")
def norm(v, p):
    v = np.abs(np.asarray(v, dtype=float))
    if p == np.inf:
        return v.sum()
    return (v**p).sum() ** (1 / p)


@mistake("d11-norm", "You left out the first entry. Every entry goes into the sum, and the first has the number 0.", caught_by="visible")
def norm(v, p):
    v = np.abs(np.asarray(v, dtype=float))
    if p == np.inf:
        return v.max()
    return (v[1:] ** p).sum() ** (1 / p)


@mistake("d11-norm", "Your two cases are exchanged: the largest entry belongs to p = ∞, the formula to every other p.", caught_by="visible")
def norm(v, p):
    v = np.abs(np.asarray(v, dtype=float))
    if p != np.inf:
        return v.max()
    with np.errstate(all="ignore"):
        return (v**p).sum() ** (1 / p)


@mistake("d11-norm", "You put p = ∞ into the formula with the sum. Infinite power, then power 1/∞ = 0: whatever the vector, that ends at 1. Infinity needs a line of its own.", caught_by="visible")
def norm(v, p):
    v = np.abs(np.asarray(v, dtype=float))
    with np.errstate(all="ignore"):
        return (v**p).sum() ** (1 / p)


@mistake("d11-norm", "You measured the first two entries only. A vector may have any number of them.", caught_by="visible")
def norm(v, p):
    v = np.abs(np.asarray(v, dtype=float))
    if p == np.inf:
        return max(v[:2])
    return (v[:2] ** p).sum() ** (1 / p)


@mistake("d11-norm", "You left out the root. The bird's way to (3, −4) came out as 25, which is its square.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return np.abs(v).max() if p == np.inf else (np.abs(v) ** p).sum()


@mistake("d11-norm", "You kept the signs of the entries. Even powers hide it, odd ones do not: for p = 1 the 3 blocks east and 4 blocks south canceled to −1.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return np.abs(v).max() if p == np.inf else (v**p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you chose the largest entry while the signs were still there. Of 3 and −4 that chooses 3, but the crane is busy longest with the −4: signs go before the choice.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return v.max() if p == np.inf else (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "You always took the square root. The root belongs to the power: for p = 1 there is none to take.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return np.abs(v).max() if p == np.inf else np.sqrt((np.abs(v) ** p).sum())


@mistake("d11-norm", "You put p = ∞ into the formula with the sum. Infinite power, then power 1/∞ = 0: whatever the vector, that ends at 1. Infinity needs a line of its own.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "You averaged the powers where the formula adds them. A length grows when an entry is added; a mean can shrink.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return np.abs(v).max() if p == np.inf else (np.abs(v) ** p).mean() ** (1 / p)


@mistake("d11-norm", "Your result is the taxi's length for every p: the root undoes the power at once. Raise each entry, add, and then take one root of the sum.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return np.abs(v).max() if p == np.inf else ((np.abs(v) ** p) ** (1 / p)).sum()


@mistake("d11-norm", "You dropped the sign of the sum instead of the signs of the entries. By then east and west have already canceled.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return np.abs(v).max() if p == np.inf else np.abs((v**p).sum()) ** (1 / p)


@mistake("d11-norm", "Your answer is the sum of the powers divided by p, so no root was taken. The root is the power 1/p, with brackets around that exponent.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    return np.abs(v).max() if p == np.inf else (np.abs(v) ** p).sum() ** 1 / p


@mistake("d11-norm", "You kept the signs of the entries. Even powers hide it, odd ones do not: for p = 1 the 3 blocks east and 4 blocks south canceled to −1.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        return np.max(v)
    return (v**p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you chose the largest entry while the signs were still there. Of 3 and −4 that chooses 3, but the crane is busy longest with the −4: signs go before the choice.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        return abs(max(v))
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "You return after the first entry, so only its size comes back. Add all the powers first.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        return np.abs(v).max()
    total = 0
    for x in v:
        total += abs(x) ** p
        return total ** (1 / p)


@mistake("d11-norm", "You rounded p down to a whole number. The formula takes p = 1.5 as it is.", caught_by="hidden")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        return np.abs(v).max()
    return (np.abs(v) ** int(p)).sum() ** (1 / int(p))


@mistake("d11-norm", "For p = ∞ you returned the place of the largest entry. Its size is asked for.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        return np.argmax(np.abs(v))
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you returned the smallest entry. The crane waits for the longest leg.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        return np.abs(v).min()
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you returned the last entry. The crane waits for the largest, wherever it stands.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        return abs(v[-1])
    return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ your function returns None. Both cases need a return of their own.", caught_by="visible")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        np.abs(v).max()
    else:
        return (np.abs(v) ** p).sum() ** (1 / p)


@mistake("d11-norm", "For p = ∞ you took a large p instead. That comes close to the largest entry and does not reach it.", caught_by="hidden")
def norm(v, p):
    v = np.asarray(v, dtype=float)
    if p == np.inf:
        p = 100
    return (np.abs(v) ** p).sum() ** (1 / p)


hints(
    "d11-norm",
    "Read the formula from the inside out: size of each entry, power, sum, root. Which of the four does your answer lack, or do in another order?",
    "Signs go first, with np.abs. Then there are two cases, and p == np.inf is one of them.",
    "With sizes = np.abs(v): for infinity return sizes.max(), otherwise add sizes**p and raise the sum to the power 1 / p.",
)
why(
    "d11-norm",
    "The absolute value comes first, so that east and west cannot cancel for odd p. Infinity is a case of its own because the formula holds there only as a limit: a computer would meet ∞ to the power 0 and answer 1.",
)


# ---------------------------------------------------------------- d11-normalize


@also_right("d11-normalize")
def normalize(X, axis=-1, eps=1e-12):
    lengths = np.linalg.norm(X, axis=axis, keepdims=True)
    return X / np.where(lengths < eps, eps, lengths)


@also_right("d11-normalize")
def normalize(X, axis=-1, eps=1e-12):
    rows = np.moveaxis(np.array(X, dtype=float), axis, -1)
    flat = rows.reshape(-1, rows.shape[-1])
    flat = np.array([row / max(math.sqrt(sum(x * x for x in row)), eps) for row in flat])
    return np.moveaxis(flat.reshape(rows.shape), -1, axis)


@mistake("d11-normalize", "You gave every column length 1, whatever axis says. By default each row is one vector, and its entries lie along the last axis.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum(lengths_of(X, 0), eps)


@mistake("d11-normalize", "You divided everything by one length, that of the whole table. Every row has a length of its own.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / max(np.sqrt((X**2).sum()), eps)


@mistake("d11-normalize", "You divided by the squared length. A row of length 5 came out 1/5 long; dividing by 5 once is enough.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum((X**2).sum(axis=axis, keepdims=True), eps)


@mistake("d11-normalize", "You divided a row of zeros by its length 0, and 0/0 is nan. This is what eps is for.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    with np.errstate(invalid="ignore"):
        return X / lengths_of(X, axis)


@mistake("d11-normalize", "You measured the rows as a taxi would, by the sum of sizes. Length without an index is the bird's, p = 2.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum(np.abs(X).sum(axis=axis, keepdims=True), eps)


@mistake("d11-normalize", "You scaled the largest entry to 1. That is length 1 for the crane; a unit vector has length 1 for the bird.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum(np.abs(X).max(axis=axis, keepdims=True), eps)


@mistake("d11-normalize", "You always normalize along the last axis. With axis=0 the columns are the vectors.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum(lengths_of(X), eps)


@mistake("d11-normalize", "You returned the lengths. They are what to divide by.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return np.maximum(np.sqrt((X**2).sum(axis=axis)), eps)


@mistake("d11-normalize", "You lost the column shape of the lengths, so numpy matches them with the columns of the table instead of its rows.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum(np.sqrt((X**2).sum(axis=axis)), eps)


@mistake("d11-normalize", "You added eps to every length. Then no vector comes out quite 1 long; eps should only step in where a length is smaller than eps.", caught_by="hidden")
def normalize(X, axis=-1, eps=1e-12):
    return X / (lengths_of(X, axis) + eps)


@mistake("d11-normalize", "Your answer is the same whatever eps is. A vector shorter than eps is divided by eps, and the caller may name another one.", caught_by="hidden")
def normalize(X, axis=-1, eps=1e-12):
    return X / safe(lengths_of(X, axis))


@mistake("d11-normalize", "You divide by no less than some number of your own. The smallest divisor is eps, and it is 1e-12 where the caller names none.", caught_by="hidden")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum(lengths_of(X, axis), 1e-8)


@mistake("d11-normalize", "You set vectors shorter than eps to zero. The formula divides them by eps: small, but not gone.", caught_by="hidden")
def normalize(X, axis=-1, eps=1e-12):
    lengths = lengths_of(X, axis)
    return np.where(lengths < eps, 0.0, X / safe(lengths))


@mistake("d11-normalize", "You divided inside the caller's own array. The answer should be a new array, and the old one stay as it was.", caught_by="hidden")
def normalize(X, axis=-1, eps=1e-12):
    X /= np.maximum(lengths_of(X, axis), eps)
    return X


@mistake("d11-normalize", "Your answer has the number type of the input. For whole numbers that cuts every 0.6 down to 0.", caught_by="hidden")
def normalize(X, axis=-1, eps=1e-12):
    out = np.zeros_like(X)
    out[...] = X / np.maximum(lengths_of(X, axis), eps)
    return out


@mistake("d11-normalize", "Your axis is 1 whatever the caller names. By default it is the last one, and a single vector has no axis 1.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), eps)


@mistake("d11-normalize", "You compared eps with the squared length. It is the length that is at least eps.", caught_by="hidden")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.sqrt(np.maximum((X**2).sum(axis=axis, keepdims=True), eps))


@mistake("d11-normalize", "You divided by the sum of the entries. The length is the root of the sum of their squares.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.maximum(X.sum(axis=axis, keepdims=True), eps)


@mistake("d11-normalize", "You divided by the smaller of length and eps. It is the larger one that divides.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    with np.errstate(all="ignore"):
        return X / np.minimum(np.linalg.norm(X, axis=axis, keepdims=True), eps)


@mistake("d11-normalize", "You divided everything by the largest of the lengths. Every vector is divided by its own.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    with np.errstate(all="ignore"):
        return X / np.max(np.linalg.norm(X, axis=axis, keepdims=True))


@mistake("d11-normalize", "You subtracted the mean and divided by the standard deviation. That standardizes; here each vector is divided by its length and nothing else.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return (X - X.mean(axis=axis, keepdims=True)) / np.maximum(X.std(axis=axis, keepdims=True, ddof=0), eps)


@mistake("d11-normalize", "You multiplied by the lengths. Dividing makes the vectors 1 long.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X * np.maximum(lengths_of(X, axis), eps)


@mistake("d11-normalize", "You returned the lengths. They are what to divide by.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return np.maximum(lengths_of(X, axis), eps)


@mistake("d11-normalize", "Your transposes fit the rows of a table and nothing else. keepdims=True fits any axis.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return (X.T / np.maximum(np.linalg.norm(X, axis=axis), eps)).T


@mistake("d11-normalize", "Your axis is 0 where the caller names none. By default it is −1, the last one.", caught_by="visible")
def normalize(X, axis=0, eps=1e-12):
    return X / np.maximum(np.linalg.norm(X, axis=axis, keepdims=True), eps)


@mistake("d11-normalize", "One short vector makes you divide all of them by eps. Each vector has its own larger one of length and eps.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    lengths = np.linalg.norm(X, axis=axis, keepdims=True)
    return X / eps if lengths.min() < eps else X / lengths


@mistake("d11-normalize", "You divided by the root of the lengths. np.linalg.norm has taken its root already.", caught_by="visible")
def normalize(X, axis=-1, eps=1e-12):
    return X / np.sqrt(np.maximum(np.linalg.norm(X, axis=axis, keepdims=True), eps))


hints(
    "d11-normalize",
    "Two things are needed: one length per vector, and a division that lets every entry meet the length of its own vector.",
    "Square, add along axis with keepdims=True, take the root. For the zero rows: which of the length and eps is larger?",
    "np.maximum(lengths, eps) takes the larger one entry by entry; divide X by it.",
)
why(
    "d11-normalize",
    "keepdims leaves the lengths in a shape that lines up with the vectors they belong to, on any axis. Dividing by the larger of length and eps needs no special case: a zero vector becomes 0/eps = 0, every other one gets length 1.",
)


# ---------------------------------------------------------------- d11-project


@also_right("d11-project")
def project(v, u):
    unit = u / np.linalg.norm(u)
    return (v @ unit) * unit


@also_right("d11-project")
def project(v, u):
    return np.outer(u, u) @ v / (u * u).sum()


@mistake("d11-project", "You divided by ‖u‖; a projection divides by ‖u‖². Make u twice as long and your shadow grows, though the street is the same.", caught_by="visible")
def project(v, u):
    return (u @ v) / np.linalg.norm(u) * u


@mistake("d11-project", "You returned how long the shadow is. The shadow itself is a vector: give the length its direction.", caught_by="visible")
def project(v, u):
    return (u @ v) / np.linalg.norm(u)


@mistake("d11-project", "You returned the stretching factor t. The shadow is t times the arrow u.", caught_by="visible")
def project(v, u):
    return (u @ v) / (u @ u)


@mistake("d11-project", "You let u throw its shadow on v. The first argument throws, the second is the street.", caught_by="visible")
def project(v, u):
    return (u @ v) / (v @ v) * v


@mistake("d11-project", "You stretched v instead of u. The factor is right, but the shadow lies on the line along u.", caught_by="visible")
def project(v, u):
    return (u @ v) / (u @ u) * v


@mistake("d11-project", "You assumed that u has length 1. For any other length the shadow comes out ‖u‖² times too long.", caught_by="visible")
def project(v, u):
    return (u @ v) * u


@mistake("d11-project", "You returned the residual, the part of v that is not shadow.", caught_by="visible")
def project(v, u):
    return v - (u @ v) / (u @ u) * u


@mistake("d11-project", "You multiplied entry by entry and forgot to add. The dot product is one number, the same for every entry of u.", caught_by="visible")
def project(v, u):
    return v * u / (u @ u) * u


@mistake("d11-project", "You divided by the lengths of both arrows. That gives the cosine times u; the length of v must stay in, since a longer arrow throws a longer shadow.", caught_by="visible")
def project(v, u):
    return (u @ v) / (np.linalg.norm(u) * np.linalg.norm(v)) * u


@mistake("d11-project", "You let no shadow fall behind the origin. Beyond 90 degrees it does: the dot product is negative and the shadow points against u.", caught_by="hidden")
def project(v, u):
    return max((u @ v) / (u @ u), 0.0) * u


@mistake("d11-project", "You dropped the sign of the dot product. Beyond 90 degrees the shadow points against u.", caught_by="hidden")
def project(v, u):
    return abs(u @ v) / (u @ u) * u


@mistake("d11-project", "You stopped the shadow at the tip of u. The street goes on beyond the arrow that gives its direction.", caught_by="hidden")
def project(v, u):
    return min((u @ v) / (u @ u), 1.0) * u


@mistake("d11-project", "You scaled the caller's own u to length 1. The shadow is right, but the street's arrow has changed behind the caller's back.", caught_by="hidden")
def project(v, u):
    u /= np.linalg.norm(u)
    return (u @ v) * u


@mistake("d11-project", "You left out brackets. Python works through @, / and * from left to right, so a number was divided by the arrow u, entry by entry, and not by u @ u.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return u @ v / u @ u * u


@mistake("d11-project", "You divided by the squared length of v. The shadow lies on u, and u's own length is the one to divide away.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return (u @ v) / (v @ v) * u


@mistake("d11-project", "You divided entry by entry, so every entry of u got a factor of its own. The dot product and the squared length are one number each.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return u * v / (u * u) * u


@mistake("d11-project", "You divided entry by entry, so every entry of u got a factor of its own. The dot product and the squared length are one number each.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return (u @ v) / u**2 * u


@mistake("d11-project", "Your u ended up below the fraction line. Divide the dot product by the squared length first, then multiply by u.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return (u @ v) / ((u @ u) * u)


@mistake("d11-project", "You squared after adding. ‖u‖² adds the squares of the entries.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return (u @ v) / u.sum() ** 2 * u


@mistake("d11-project", "You squared after adding. ‖u‖² adds the squares of the entries.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return (u @ v) / np.abs(u).sum() ** 2 * u


@mistake("d11-project", "You laid v along the street at its full length. A shadow is as long as the dot product says, and that depends on the angle.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return np.linalg.norm(v) * u / np.linalg.norm(u)


@mistake("d11-project", "Your stretching factor is rounded down to a whole number. A factor of 0.44 has to stay 0.44: / keeps it, // does not.", caught_by="visible")
def project(v, u):
    with np.errstate(all="ignore"):
        return (u @ v) // (u @ u) * u


@mistake("d11-project", "You kept the shadow between the origin and the tip of u. The street goes on at both ends.", caught_by="hidden")
def project(v, u):
    return min(max((u @ v) / (u @ u), 0), 1) * u


@mistake("d11-project", "You stretch the caller's own u: the arrow is gone, and an arrow of whole numbers has no room for a shadow.", caught_by="hidden")
def project(v, u):
    u *= (u @ v) / (u @ u)
    return u


@mistake("d11-project", "You returned u itself, as if every shadow ended at the tip of u. The stretching factor divides u · v by ‖u‖².", caught_by="visible")
def project(v, u):
    return (u @ v) / (u @ v) * u


@mistake("d11-project", "You divided by the length of v. A projection divides by the squared length of u.", caught_by="visible")
def project(v, u):
    return (u @ v) / np.linalg.norm(v) * u


@mistake("d11-project", "You put the stretching factor into every entry. The shadow is that factor times u.", caught_by="visible")
def project(v, u):
    return np.full(len(u), (u @ v) / (u @ u))


@mistake("d11-project", "Your stretching factor is upside down. The dot product stands above the line, the squared length below.", caught_by="visible")
def project(v, u):
    return (u @ u) / (u @ v) * u


hints(
    "d11-project",
    "The answer is a stretched copy of u. By which number is it stretched?",
    "The number is the dot product over the squared length of u, and a squared length is itself a dot product.",
    "u @ v is the dot product, u @ u the squared length. Divide the first by the second, then multiply u by the result.",
)
why(
    "d11-project",
    "The u in the numerator and the u behind the fraction make two factors of ‖u‖; dividing by ‖u‖² takes both away. So the answer depends on the direction of u alone, as a street does not care how long an arrow you paint on it.",
)


# ---------------------------------------------------------------- d11-reject


@also_right("d11-reject")
def reject(v, u):
    return v - project(v, u)


@also_right("d11-reject")
def reject(v, u):
    unit = u / np.linalg.norm(u)
    return (np.eye(len(u)) - np.outer(unit, unit)) @ v


@mistake("d11-reject", "You returned the shadow. Asked for is what remains of v when the shadow is taken away.", caught_by="visible")
def reject(v, u):
    return (u @ v) / (u @ u) * u


@mistake("d11-reject", "You added the shadow instead of taking it away, and now v points along u more than before.", caught_by="visible")
def reject(v, u):
    return v + (u @ v) / (u @ u) * u


@mistake("d11-reject", "You took the shadow away from u. It is a part of v, so v is what it must be taken from.", caught_by="visible")
def reject(v, u):
    return u - (u @ v) / (u @ u) * u


@mistake("d11-reject", "Your arrow leads from v to the shadow. The residual leads from the shadow to v: shadow plus residual must give v.", caught_by="visible")
def reject(v, u):
    return (u @ v) / (u @ u) * u - v


@mistake("d11-reject", "You projected u on v and took that away from v. The street is u.", caught_by="visible")
def reject(v, u):
    return v - (u @ v) / (v @ v) * v


@mistake("d11-reject", "You returned how long the residual is. Asked for is the vector.", caught_by="visible")
def reject(v, u):
    return np.linalg.norm(v - (u @ v) / (u @ u) * u)


@mistake("d11-reject", "You assumed that u has length 1, so you took away a shadow ‖u‖² times too long.", caught_by="visible")
def reject(v, u):
    return v - (u @ v) * u


@mistake("d11-reject", "You divided by ‖u‖ where the projection divides by ‖u‖². What you took away was not the shadow, and what is left is not orthogonal to u.", caught_by="visible")
def reject(v, u):
    return v - (u @ v) / np.linalg.norm(u) * u


@mistake("d11-reject", "You turned u by a right angle and projected on that. It works in the plane; with three entries there are many directions at a right angle to u.", caught_by="hidden")
def reject(v, u):
    across = np.array([-u[1], u[0]])
    return (across @ v) / (across @ across) * across


@mistake("d11-reject", "You let no shadow fall behind the origin. Beyond 90 degrees v still holds a part along u, pointing backwards, and it must go too.", caught_by="hidden")
def reject(v, u):
    return v - max((u @ v) / (u @ u), 0.0) * u


@mistake("d11-reject", "You subtracted inside the caller's own v. The answer should be a new array, and v stay as it was.", caught_by="hidden")
def reject(v, u):
    v -= (u @ v) / (u @ u) * u
    return v


@mistake("d11-reject", "You took the whole of u away. It is the shadow of v on u that must go.", caught_by="visible")
def reject(v, u):
    return v - u


@mistake("d11-reject", "You took the part of u that is orthogonal to v. Asked for is the part of v that is orthogonal to u.", caught_by="visible")
def reject(v, u):
    return u - (u @ v) / (v @ v) * v


@mistake("d11-reject", "You took one number away from every entry of v. The shadow is that number times u.", caught_by="visible")
def reject(v, u):
    return v - (u @ v) / (u @ u)


@mistake("d11-reject", "You multiplied by u after subtracting. The shadow, stretching factor times u, has to be complete before it is taken away.", caught_by="visible")
def reject(v, u):
    return (v - (u @ v) / (u @ u)) * u


@mistake("d11-reject", "You divided by the squared length of v. What you took away was not the shadow.", caught_by="visible")
def reject(v, u):
    return v - (u @ v) / (v @ v) * u


@mistake("d11-reject", "You multiplied entry by entry and forgot to add. The dot product is one number, the same for every entry of u.", caught_by="visible")
def reject(v, u):
    return v - u * v / (u @ u) * u


@mistake("d11-reject", "You turned u by a right angle and projected on that. It works in the plane; with three entries there are many directions at a right angle to u.", caught_by="hidden")
def reject(v, u):
    return np.array([-u[1], u[0]]) * (u[0] * v[1] - u[1] * v[0]) / (u @ u)


@mistake("d11-reject", "You took the shadow away twice, and what is left points to the other side of the street.", caught_by="visible")
def reject(v, u):
    return v - 2 * (u @ v) / (u @ u) * u


@mistake("d11-reject", "You scaled the residual to length 1. Asked for is the residual as long as it is.", caught_by="visible")
def reject(v, u):
    r = v - (u @ v) / (u @ u) * u
    return r / max(np.linalg.norm(r), 1e-12)


@mistake("d11-reject", "You took a vector of length 1 away. The shadow has a length of its own, and it depends on v.", caught_by="visible")
def reject(v, u):
    return v - u / np.linalg.norm(u)


hints(
    "d11-reject",
    "v is the long side of the triangle, the shadow one of the short ones. Which sum or difference of arrows leads along the other short side?",
    "Shadow plus residual is v. Solve for the residual.",
    "Compute the projection of v on u as in the exercise before, and return v minus it.",
)
why(
    "d11-reject",
    "Of all the vectors one could take away, only the shadow leaves something orthogonal to u: the stretching factor was chosen so that u · r is 0. Taking it away a second time changes nothing, since a residual has no shadow.",
)


# ---------------------------------------------------------------- d11-pairwise_dist


@also_right("d11-pairwise_dist")
def pairwise_dist(X, Y):
    return np.sqrt(((X[:, None, :] - Y[None, :, :]) ** 2).sum(axis=2))


@also_right("d11-pairwise_dist")
def pairwise_dist(X, Y):
    return np.array([[math.dist(x, y) for y in Y] for x in X])


@mistake("d11-pairwise_dist", "You let a rounded squared distance of about −10⁻¹⁶ into the square root, and out came nan. A squared distance is never below 0: hold it there first.", caught_by="hidden")
def pairwise_dist(X, Y):
    with np.errstate(invalid="ignore"):
        return np.sqrt((X**2).sum(axis=1, keepdims=True) - 2 * X @ Y.T + (Y**2).sum(axis=1))


@mistake("d11-pairwise_dist", "You added the dot products. They are taken away: vectors that point the same way are close together.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.sqrt(np.maximum((X**2).sum(axis=1, keepdims=True) + 2 * X @ Y.T + (Y**2).sum(axis=1), 0))


@mistake("d11-pairwise_dist", "You returned squared distances. A distance is their root.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.maximum((X**2).sum(axis=1, keepdims=True) - 2 * X @ Y.T + (Y**2).sum(axis=1), 0)


@mistake("d11-pairwise_dist", "You measured Y against X. The rows of the table belong to X, its columns to Y.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.sqrt(((Y[:, None, :] - X[None, :, :]) ** 2).sum(axis=2))


@mistake("d11-pairwise_dist", "You measured as a taxi drives, adding the sizes of the differences. Distance without further words is the bird's.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.abs(X[:, None, :] - Y[None, :, :]).sum(axis=2)


@mistake("d11-pairwise_dist", "You kept only the largest difference of each pair. That is the crane's distance; the bird's adds all the squares.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.abs(X[:, None, :] - Y[None, :, :]).max(axis=2)


@mistake("d11-pairwise_dist", "You averaged the squared differences. A distance adds them; otherwise it shrinks whenever entries are added.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.sqrt(((X[:, None, :] - Y[None, :, :]) ** 2).mean(axis=2))


@mistake("d11-pairwise_dist", "You took the dot product away once. It comes twice, as the 2ab in (a − b)² does.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.sqrt(np.maximum((X**2).sum(axis=1, keepdims=True) - X @ Y.T + (Y**2).sum(axis=1), 0))


@mistake("d11-pairwise_dist", "You left out the dot products. Squared lengths alone give the distance only for vectors at a right angle.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.sqrt((X**2).sum(axis=1, keepdims=True) + (Y**2).sum(axis=1))


@mistake("d11-pairwise_dist", "You compared how long the vectors are. Two vectors of equal length can lie far apart.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.abs(np.linalg.norm(X, axis=1)[:, None] - np.linalg.norm(Y, axis=1))


@mistake("d11-pairwise_dist", "You subtracted row from row, which pairs the first with the first only, and fails when the two tables have different numbers of rows. Every row of X must meet every row of Y.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.sqrt(((X - Y) ** 2).sum(axis=1))


@mistake("d11-pairwise_dist", "You wrote out the first two entries of each point. Points may have any number of entries.", caught_by="hidden")
def pairwise_dist(X, Y):
    return np.hypot(X[:, :1] - Y[:, 0], X[:, -1:] - Y[:, -1]) if X.shape[1] < 2 else np.hypot(X[:, :1] - Y[:, 0], X[:, 1:2] - Y[:, 1])


@mistake("d11-pairwise_dist", "You added a small number under the root to keep it away from nan. Now every point is some way off from itself; only what lies below 0 needs a cure.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.sqrt((X**2).sum(axis=1, keepdims=True) - 2 * X @ Y.T + (Y**2).sum(axis=1) + 1e-9)


@mistake("d11-pairwise_dist", "You put lengths where the formula has squared lengths.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = np.linalg.norm(X, axis=1, keepdims=True), np.linalg.norm(Y, axis=1)
    return np.sqrt(np.maximum(x2 - 2 * X @ Y.T + y2, 0))


@mistake("d11-pairwise_dist", "Your squared lengths of X are a row, and they meet the columns of the table. They belong to its rows: keep them as a column.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1), (Y**2).sum(axis=1)
    return np.sqrt(np.maximum(x2 - 2 * X @ Y.T + y2, 0))


@mistake("d11-pairwise_dist", "Your squared lengths of Y are a column, and they meet the rows of the table. They belong to its columns: keep them as a row.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1, keepdims=True)
    return np.sqrt(np.maximum(x2 - 2 * X @ Y.T + y2, 0))


@mistake("d11-pairwise_dist", "You added down the columns. The points are the rows, and the entries of a point lie along axis 1.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=0, keepdims=True), (Y**2).sum(axis=0)
    return np.sqrt(np.maximum(x2 - 2 * X @ Y.T + y2, 0))


@mistake("d11-pairwise_dist", "You added the squares of each whole table. Every point has a squared length of its own.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(), (Y**2).sum()
    return np.sqrt(np.maximum(x2 - 2 * X @ Y.T + y2, 0))


@mistake("d11-pairwise_dist", "You multiplied X by Y as it stands, which pairs rows with columns. The table of dot products of rows needs the transpose of Y.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1)
    return np.sqrt(np.maximum(x2 - 2 * X @ Y + y2, 0))


@mistake("d11-pairwise_dist", "You took one maximum from each column. np.max looks for the largest along an axis; np.maximum compares entry by entry.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1)
    return np.sqrt(np.max(x2 - 2 * X @ Y.T + y2, 0))


@mistake("d11-pairwise_dist", "You kept what lies below 0 and put 0 for all the rest. It is the other way around.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1)
    with np.errstate(all="ignore"):
        return np.sqrt(np.minimum(x2 - 2 * X @ Y.T + y2, 0))


@mistake("d11-pairwise_dist", "You left out the squared lengths of Y. The formula has three terms.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1)
    return np.sqrt(np.maximum(x2 - 2 * X @ Y.T, 0))


@mistake("d11-pairwise_dist", "You left out the squared lengths of X. The formula has three terms.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1)
    return np.sqrt(np.maximum(y2 - 2 * X @ Y.T, 0))


@mistake("d11-pairwise_dist", "You took twice the squared lengths of Y away. They are added; the 2 and the minus belong to the dot product only.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1)
    return np.sqrt(np.maximum(x2 - 2 * (X @ Y.T + y2), 0))


@mistake("d11-pairwise_dist", "You returned the distances of the first point only. Each row of X has a row in the table.", caught_by="visible")
def pairwise_dist(X, Y):
    for x in X:
        return np.linalg.norm(Y - x, axis=1)


@mistake("d11-pairwise_dist", "You took the root of the dot products. A distance needs the two squared lengths as well.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1)
    return np.sqrt(np.maximum(X @ Y.T, 0))


@mistake("d11-pairwise_dist", "You took the squared lengths of Y away. Only the dot product is taken away.", caught_by="visible")
def pairwise_dist(X, Y):
    x2, y2 = (X**2).sum(axis=1, keepdims=True), (Y**2).sum(axis=1)
    return np.sqrt(np.maximum(x2 - 2 * X @ Y.T - y2, 0))


@mistake("d11-pairwise_dist", "You added over the points of Y instead of over the entries of a point.", caught_by="visible")
def pairwise_dist(X, Y):
    return np.sqrt(((X[:, None] - Y) ** 2).sum(axis=1))


hints(
    "d11-pairwise_dist",
    "The formula has three terms. Two are lists of squared lengths, one is the table of all dot products. What shape does each have?",
    "A column of squared lengths for X, the table X @ Y.T taken twice, a row of squared lengths for Y: they add up to shape (N, M).",
    "Use keepdims=True for the squares of X and not for those of Y; before the root, np.maximum(squared, 0) removes the negative dust.",
)
why(
    "d11-pairwise_dist",
    "The table of dot products is the only part that costs N·M·D multiplications, and it is what computers do fastest. The price is cancellation: for close points two large numbers are subtracted, so rounding can fall a little below 0 and must be cut off before the root.",
)


# ---------------------------------------------------------------- d11-cosine_matrix


@also_right("d11-cosine_matrix")
def cosine_matrix(X, Y):
    return units(X) @ units(Y).T


@also_right("d11-cosine_matrix")
def cosine_matrix(X, Y):
    table = np.zeros((len(X), len(Y)))
    for i, x in enumerate(X):
        for j, y in enumerate(Y):
            if x.any() and y.any():
                table[i, j] = math.fsum(x * y) / (math.hypot(*x) * math.hypot(*y))
    return table


@mistake("d11-cosine_matrix", "You returned the dot products. They grow with the lengths of the vectors; a cosine has both lengths divided away.", caught_by="visible")
def cosine_matrix(X, Y):
    return X @ Y.T


@mistake("d11-cosine_matrix", "You divided by the lengths of X only. The lengths of Y are still in your numbers, so a longer vector looks more similar.", caught_by="visible")
def cosine_matrix(X, Y):
    return (X / safe(lengths_of(X))) @ Y.T


@mistake("d11-cosine_matrix", "You divided by the lengths of Y only. The lengths of X are still in your numbers.", caught_by="visible")
def cosine_matrix(X, Y):
    return X @ (Y / safe(lengths_of(Y))).T


@mistake("d11-cosine_matrix", "You returned the angles. Asked for are their cosines, one step earlier.", caught_by="visible")
def cosine_matrix(X, Y):
    return np.arccos(np.clip((X / safe(lengths_of(X))) @ (Y / safe(lengths_of(Y))).T, -1, 1))


@mistake("d11-cosine_matrix", "You divided by the length of a row of zeros, and 0/0 is nan. By agreement its cosine is 0.", caught_by="visible")
def cosine_matrix(X, Y):
    with np.errstate(invalid="ignore"):
        return (X @ Y.T) / (lengths_of(X) * lengths_of(Y).T)


@mistake("d11-cosine_matrix", "You subtracted each row's mean first. That makes the correlation of day 9; a cosine measures the angle at the origin and shifts nothing.", caught_by="visible")
def cosine_matrix(X, Y):
    A, B = X - X.mean(axis=1, keepdims=True), Y - Y.mean(axis=1, keepdims=True)
    return (A / safe(lengths_of(A))) @ (B / safe(lengths_of(B))).T


@mistake("d11-cosine_matrix", "You returned 1 minus the cosine, which some libraries call cosine distance. Asked for is the similarity: 1 for the same direction.", caught_by="visible")
def cosine_matrix(X, Y):
    return 1 - (X / safe(lengths_of(X))) @ (Y / safe(lengths_of(Y))).T


@mistake("d11-cosine_matrix", "You divided by squared lengths. Then a vector is not even 1 similar to itself.", caught_by="visible")
def cosine_matrix(X, Y):
    return (X @ Y.T) / safe(lengths_of(X) ** 2 * lengths_of(Y).T ** 2)


@mistake("d11-cosine_matrix", "You measured Y against X. The rows of the table belong to X, its columns to Y.", caught_by="visible")
def cosine_matrix(X, Y):
    return (Y / safe(lengths_of(Y))) @ (X / safe(lengths_of(X))).T


@mistake("d11-cosine_matrix", "You gave the columns of the tables length 1. The vectors are the rows.", caught_by="visible")
def cosine_matrix(X, Y):
    return (X / safe(lengths_of(X, 0))) @ (Y / safe(lengths_of(Y, 0))).T


@mistake("d11-cosine_matrix", "You gave a row of zeros the cosine 1. It has no direction, so it cannot point the same way as anything; the agreement is 0.", caught_by="visible")
def cosine_matrix(X, Y):
    both = lengths_of(X) * lengths_of(Y).T
    return np.where(both == 0, 1.0, (X @ Y.T) / safe(both))


@mistake("d11-cosine_matrix", "You added a small number to the product of the lengths. For short vectors it is larger than the product itself, and their cosines fade to 0.", caught_by="hidden")
def cosine_matrix(X, Y):
    return (X @ Y.T) / (lengths_of(X) * lengths_of(Y).T + 1e-8)


@mistake("d11-cosine_matrix", "You dropped the sign. Opposite directions have cosine −1, not 1.", caught_by="hidden")
def cosine_matrix(X, Y):
    return np.abs((X / safe(lengths_of(X))) @ (Y / safe(lengths_of(Y))).T)


@mistake("d11-cosine_matrix", "You cut negative cosines off at 0. Beyond 90 degrees a cosine is negative, down to −1.", caught_by="hidden")
def cosine_matrix(X, Y):
    return np.clip((X / safe(lengths_of(X))) @ (Y / safe(lengths_of(Y))).T, 0, 1)


@mistake("d11-cosine_matrix", "You guarded the zero rows of X and forgot those of Y. A row of zeros may stand on either side.", caught_by="hidden")
def cosine_matrix(X, Y):
    with np.errstate(invalid="ignore"):
        return (X / safe(lengths_of(X))) @ (Y / lengths_of(Y)).T


@mistake("d11-cosine_matrix", "You divided by the lengths of X and multiplied by those of Y. What stands below the fraction line needs brackets.", caught_by="visible")
def cosine_matrix(X, Y):
    lx, ly = np.linalg.norm(X, axis=1, keepdims=True), np.linalg.norm(Y, axis=1)
    return X @ Y.T / safe(lx) * safe(ly)


@mistake("d11-cosine_matrix", "Both lists of lengths are rows, so numpy pairs the first with the first, and fails where there are not as many. The lengths of X have to stand as a column.", caught_by="visible")
def cosine_matrix(X, Y):
    lx, ly = np.linalg.norm(X, axis=1), np.linalg.norm(Y, axis=1)
    return X @ Y.T / safe(lx * ly)


@mistake("d11-cosine_matrix", "You measured the columns of the tables. The vectors are the rows, and the entries of a row lie along axis 1.", caught_by="visible")
def cosine_matrix(X, Y):
    lx, ly = np.linalg.norm(X, axis=0, keepdims=True), np.linalg.norm(Y, axis=0)
    return X @ Y.T / safe(lx * ly)


@mistake("d11-cosine_matrix", "You multiplied X by Y as it stands, which pairs rows with columns. The table of dot products of rows needs the transpose of Y.", caught_by="visible")
def cosine_matrix(X, Y):
    lx, ly = np.linalg.norm(X, axis=1, keepdims=True), np.linalg.norm(Y, axis=1)
    return X @ Y / safe(lx * ly)


@mistake("d11-cosine_matrix", "You divided by one length for each whole table. Every row has a length of its own.", caught_by="visible")
def cosine_matrix(X, Y):
    return X @ Y.T / safe(np.linalg.norm(X) * np.linalg.norm(Y))


@mistake("d11-cosine_matrix", "You divided by the sum of the two lengths. It is their product that divides.", caught_by="visible")
def cosine_matrix(X, Y):
    lx, ly = np.linalg.norm(X, axis=1, keepdims=True), np.linalg.norm(Y, axis=1)
    return X @ Y.T / safe(lx + ly)


@mistake("d11-cosine_matrix", "You never divide by less than some small number. For short vectors the product of the lengths is smaller still, and their cosines fade.", caught_by="hidden")
def cosine_matrix(X, Y):
    lx, ly = np.linalg.norm(X, axis=1, keepdims=True), np.linalg.norm(Y, axis=1)
    return X @ Y.T / np.maximum(lx * ly, 1e-8)


@mistake("d11-cosine_matrix", "Your np.where is turned around: it keeps the zeros and puts 1 for every other length.", caught_by="visible")
def cosine_matrix(X, Y):
    lx, ly = np.linalg.norm(X, axis=1, keepdims=True), np.linalg.norm(Y, axis=1)
    with np.errstate(all="ignore"):
        return X @ Y.T / np.where(lx * ly == 0, lx * ly, 1.0)


@mistake("d11-cosine_matrix", "You divide inside the caller's own tables: their lengths are gone, and a table of whole numbers stops the division.", caught_by="hidden")
def cosine_matrix(X, Y):
    X /= safe(lengths_of(X))
    Y /= safe(lengths_of(Y))
    return X @ Y.T


@mistake("d11-cosine_matrix", "You returned distances. Asked for are the cosines: dot product over both lengths.", caught_by="visible")
def cosine_matrix(X, Y):
    return np.array([[np.linalg.norm(x - y) for y in Y] for x in X])


@mistake("d11-cosine_matrix", "You measured the rows as a taxi would. Length without an index is the bird's: squares, sum, root.", caught_by="visible")
def cosine_matrix(X, Y):
    lx, ly = np.abs(X).sum(axis=1, keepdims=True), np.abs(Y).sum(axis=1)
    return X @ Y.T / safe(lx * ly)


@mistake("d11-cosine_matrix", "Only the first row of your table is filled. If you use a loop, return after its last pass.", caught_by="hidden")
def cosine_matrix(X, Y):
    table = np.zeros((len(X), len(Y)))
    table[0] = (units(X) @ units(Y).T)[0]
    return table


@mistake("d11-cosine_matrix", "You divided by the root of the product of the lengths. np.linalg.norm has taken its root already; divide by the product.", caught_by="visible")
def cosine_matrix(X, Y):
    return X @ Y.T / np.sqrt(safe(np.linalg.norm(X, axis=1, keepdims=True) * np.linalg.norm(Y, axis=1)))


@mistake("d11-cosine_matrix", "Your cosines are rounded. Return all the digits there are.", caught_by="hidden")
def cosine_matrix(X, Y):
    return (units(X) @ units(Y).T).round(4)


@mistake("d11-cosine_matrix", "You compared the rows of X with one another. The columns of the table belong to Y.", caught_by="visible")
def cosine_matrix(X, Y):
    return units(X) @ units(X).T


@mistake("d11-cosine_matrix", "Your cosines came back as one long row. Entry (i, j) stands in row i, column j of a table.", caught_by="visible")
def cosine_matrix(X, Y):
    return (units(X) @ units(Y).T).ravel()


hints(
    "d11-cosine_matrix",
    "Two ways lead there: divide the table of dot products by a table of lengths, or make all rows 1 long first. Which one do you have ready?",
    "A column of lengths times a row of lengths is a table, as column plus row was. Where it is 0, divide by something harmless.",
    "Scale the rows of X and of Y to length 1 (zero rows stay zero) and take the table of dot products of the two.",
)
why(
    "d11-cosine_matrix",
    "A cosine is a dot product of unit vectors. Dividing before or after the table of dot products gives the same numbers, but dividing before costs N·D + M·D divisions instead of N·M, and the zero rows take care of themselves.",
)


# ---------------------------------------------------------------- d11-top_k_search


def cosines_of(query, docs):
    return (docs @ query) / (safe(lengths_of(docs)[:, 0]) * np.linalg.norm(query))


@also_right("d11-top_k_search")
def top_k_search(query, docs, k):
    return np.argsort(cosine_matrix(query[None, :], docs)[0])[::-1][:k]


@also_right("d11-top_k_search")
def top_k_search(query, docs, k):
    scores = [math.fsum(doc * query) / (math.hypot(*doc) or 1.0) for doc in docs]  # the query's length does not change the order
    return np.array(heapq.nlargest(k, range(len(docs)), key=scores.__getitem__))


@also_right("d11-top_k_search")
def top_k_search(query, docs, k):
    scores = units(docs) @ query
    best = np.argpartition(-scores, k - 1)[:k]
    return best[np.argsort(-scores[best])]


@mistake("d11-top_k_search", "You took the largest dot products. They favor long documents; only after dividing by the length does direction decide.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(-(docs @ query))[:k]


@mistake("d11-top_k_search", "You found the right documents and listed the worst of them first. argsort climbs from small to large.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(cosines_of(query, docs))[-k:]


@mistake("d11-top_k_search", "You returned the documents that point furthest away. argsort starts with the smallest cosine.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(cosines_of(query, docs))[:k]


@mistake("d11-top_k_search", "You searched by distance. A long document that points exactly the right way is far off, and the cosine does not mind.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(np.linalg.norm(docs - query, axis=1))[:k]


@mistake("d11-top_k_search", "You returned the cosines. Asked for are the row numbers of the documents that have them.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.sort(cosines_of(query, docs))[::-1][:k]


@mistake("d11-top_k_search", "You returned the rank of the first k documents. Asked for is the reverse: which documents hold the first k ranks.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(np.argsort(-cosines_of(query, docs)))[:k]


@mistake("d11-top_k_search", "You dropped the sign of the cosine, so a document that points the opposite way counts as a perfect match.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(-np.abs(cosines_of(query, docs)))[:k]


@mistake("d11-top_k_search", "You listed all documents. Only the first k are asked for.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(-cosines_of(query, docs))


@mistake("d11-top_k_search", "You returned the single best document. Asked for are k of them.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argmax(cosines_of(query, docs))


@mistake("d11-top_k_search", "You found the right documents and listed them by row number. The best should come first.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.sort(np.argsort(-cosines_of(query, docs))[:k])


@mistake("d11-top_k_search", "You divided by squared lengths. Now short documents win where long ones did before.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(-(docs @ query) / safe((docs**2).sum(axis=1)))[:k]


@mistake("d11-top_k_search", "You gathered the k best and left them unsorted: argpartition promises which ones come first, not in which order.", caught_by="hidden")
def top_k_search(query, docs, k):
    return np.argpartition(-cosines_of(query, docs), k - 1)[:k]


@mistake("d11-top_k_search", "A document of zeros got the cosine nan, and sorting puts nan last, so read backwards it came first. It should have the cosine 0.", caught_by="hidden")
def top_k_search(query, docs, k):
    with np.errstate(invalid="ignore"):
        return np.argsort((docs @ query) / np.linalg.norm(docs, axis=1))[::-1][:k]


@mistake("d11-top_k_search", "A document of zeros got the cosine nan, and sorting puts nan last, behind documents that point away from the query. It should have the cosine 0.", caught_by="hidden")
def top_k_search(query, docs, k):
    with np.errstate(invalid="ignore"):
        return np.argsort(-(docs @ query) / np.linalg.norm(docs, axis=1))[:k]


@mistake("d11-top_k_search", "You scaled everything to length 1 and searched by distance. That ranks arrows as the cosine does, but a document of zeros stays at the origin, at distance 1, and passes for one at 60 degrees.", caught_by="hidden")
def top_k_search(query, docs, k):
    return np.argsort(np.linalg.norm(docs / safe(lengths_of(docs)) - query / np.linalg.norm(query), axis=1))[:k]


@mistake("d11-top_k_search", "You scaled the caller's own documents to length 1. The search is right, but their lengths are gone for everybody else.", caught_by="hidden")
def top_k_search(query, docs, k):
    if docs.dtype.kind == "f":
        docs /= safe(lengths_of(docs))
    return np.argsort(-cosines_of(query, docs))[:k]


@mistake("d11-top_k_search", "You returned the cosines. Asked for are the row numbers of the documents that have them.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.sort((docs @ query / safe(lengths_of(docs)[:, 0])))[::-1][:k]


@mistake("d11-top_k_search", "You returned the documents themselves. Asked for are their row numbers.", caught_by="visible")
def top_k_search(query, docs, k):
    return docs[np.argsort(-cosines_of(query, docs))[:k]]


@mistake("d11-top_k_search", "You measured the columns. A document is a row, and its entries lie along axis 1.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(-(docs @ query / safe(np.linalg.norm(docs, axis=0))))[:k]


@mistake("d11-top_k_search", "You kept the k worst and turned them around. Turn the whole order around first, then keep k.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(cosines_of(query, docs))[:k][::-1]


@mistake("d11-top_k_search", "Your cosines are a table with one row, and k was counted in rows. Take that row out before you sort.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(-cosine_matrix(query[None, :], docs))[:k]


@mistake("d11-top_k_search", "You returned one row number, the one that comes after the k best, where there is one. [:k] keeps the first k.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(-cosines_of(query, docs))[k]


@mistake("d11-top_k_search", "You named the best document k times. Each document may be named once.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.full(k, cosines_of(query, docs).argmax())


@mistake("d11-top_k_search", "You divide inside the caller's own documents: their lengths are gone, and documents of whole numbers stop the division.", caught_by="hidden")
def top_k_search(query, docs, k):
    docs /= safe(lengths_of(docs))
    return np.argsort(-(docs @ query))[:k]


@mistake("d11-top_k_search", "You took documents of zeros out, so the rows behind them count one less, and all k may not be there. Give them the cosine 0.", caught_by="hidden")
def top_k_search(query, docs, k):
    docs = docs[docs.any(axis=1)]
    return np.argsort(-cosines_of(query, docs))[:k]


@mistake("d11-top_k_search", "You left out the best document and began with the second.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(-cosines_of(query, docs))[1 : k + 1]


@mistake("d11-top_k_search", "You returned three documents whatever k is.", caught_by="hidden")
def top_k_search(query, docs, k):
    return np.argsort(-cosines_of(query, docs))[:3]


@mistake("d11-top_k_search", "You returned each row number together with its cosine. The row numbers alone are asked for.", caught_by="visible")
def top_k_search(query, docs, k):
    return [(i, cosines_of(query, docs)[i]) for i in np.argsort(-cosines_of(query, docs))[:k]]


@mistake("d11-top_k_search", "You returned 0, 1, 2 and so on. After sorting, the places in the sorted list say nothing about the documents; np.argsort sorts the cosines as they stand.", caught_by="visible")
def top_k_search(query, docs, k):
    return np.argsort(np.sort(-cosines_of(query, docs)))[:k]


@mistake("d11-top_k_search", "You returned each row number together with its cosine. The row numbers alone are asked for.", caught_by="visible")
def top_k_search(query, docs, k):
    cosines = docs @ query / safe(lengths_of(docs)[:, 0])
    return [(i, cosines[i]) for i in np.argsort(-cosines)[:k]]


hints(
    "d11-top_k_search",
    "First one cosine per document, then the order. What does the length of a document do to the dot product?",
    "docs @ query gives all dot products at once; divide by the length of each document, with care for length 0. Then sort: which end of argsort do you need?",
    "Sort the negative cosines with np.argsort, so that the largest cosine comes first, and keep the first k.",
)
why(
    "d11-top_k_search",
    "Sorting the negatives turns 'smallest first' into 'largest first'. Dividing by the query's length as well would change no order, since it is the same for all. For millions of documents one finds the k best without sorting the rest (np.argpartition) and sorts only those.",
)


equivalent("d11-norm", "if p == np.inf: → if p >= np.inf:", "nothing is greater than infinity")
equivalent("d11-norm", "if p == np.inf: → if p is np.inf:", "the checks, like everybody, write np.inf, which is one object")
equivalent(
    "d11-normalize",
    "lengths = np.sqrt((np.asarray(X, dtype=float) ** 2).sum(axis=axis, keepdims=True)) → lengths = np.sqrt(((X) ** 2).sum(axis=axis, keepdims=True))",
    "only squares of integers too large for their type would differ",
)
equivalent(
    "d11-normalize",
    "lengths = np.sqrt((np.asarray(X, dtype=float) ** 2).sum(axis=axis, keepdims=True)) → lengths = np.sqrt((np.asarray(X) ** 2).sum(axis=axis, keepdims=True))",
    "only squares of integers too large for their type would differ",
)
equivalent(
    "d11-normalize",
    "def normalize(X: np.ndarray, axis: int = -1, eps: float = 1e-12) -> np.ndarray: → def normalize(X: np.ndarray, axis: int = -1, eps: float = (2e-12)) -> np.ndarray:",
    "as small as the first; the signature is given",
)
equivalent(
    "d11-project",
    "return (u @ v) / (u @ u) * u → return ((v) @ (u)) / (u @ u) * u",
    "the dot product is symmetric",
)
equivalent(
    "d11-project",
    "return (u @ v) / (u @ u) * u → return ((u) @ (v).T) / (u @ u) * u",
    "transposing a vector changes nothing",
)
equivalent(
    "d11-project",
    "return (u @ v) / (u @ u) * u → return (u @ v) / ((u) @ (u).T) * u",
    "transposing a vector changes nothing",
)
equivalent(
    "d11-reject",
    "return v - (u @ v) / (u @ u) * u → return v - ((v) @ (u)) / (u @ u) * u",
    "the dot product is symmetric",
)
equivalent(
    "d11-reject",
    "return v - (u @ v) / (u @ u) * u → return v - ((u) @ (v).T) / (u @ u) * u",
    "transposing a vector changes nothing",
)
equivalent(
    "d11-reject",
    "return v - (u @ v) / (u @ u) * u → return v - (u @ v) / ((u) @ (u).T) * u",
    "transposing a vector changes nothing",
)
equivalent(
    "d11-cosine_matrix",
    "return (X @ Y.T) / np.where(both == 0, 1.0, both) → return (X @ Y.T) / np.where(both <= 0, 1.0, both)",
    "a product of two lengths is never negative",
)
equivalent(
    "d11-cosine_matrix",
    "return (X @ Y.T) / np.where(both == 0, 1.0, both) → return (X @ Y.T) / np.where(both == 0, 2.0, both)",
    "the dot product above it is 0, whatever it is divided by",
)
equivalent(
    "d11-top_k_search",
    "cosines = (docs @ query) / np.where(lengths == 0, 1.0, lengths) → cosines = (docs @ query) / np.where(lengths <= 0, 1.0, lengths)",
    "a length is never negative",
)
equivalent(
    "d11-top_k_search",
    "cosines = (docs @ query) / np.where(lengths == 0, 1.0, lengths) → cosines = (docs @ query) / np.where(lengths == 0, 2.0, lengths)",
    "the dot product above it is 0, whatever it is divided by",
)
equivalent(
    "d11-top_k_search",
    "cosines = (docs @ query) / np.where(lengths == 0, 1.0, lengths) → cosines = ((docs) @ (query).T) / np.where(lengths == 0, 1.0, lengths)",
    "transposing a vector changes nothing",
)
equivalent(
    "d11-top_k_search",
    "lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query) → lengths = np.sqrt((docs**2).sum(axis=1)) / np.sqrt(query @ query)",
    "one factor, the same for every document, does not change the order",
)
equivalent(
    "d11-top_k_search",
    "lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query) → lengths = (np.sqrt((docs**2).sum(axis=1)))",
    "one factor, the same for every document, does not change the order",
)
equivalent(
    "d11-top_k_search",
    "lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query) → lengths = np.sqrt((docs**2).sum(axis=1)) * np.square(query @ query)",
    "one factor, the same for every document, does not change the order",
)
equivalent(
    "d11-top_k_search",
    "lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query) → lengths = np.sqrt((docs**2).sum(axis=1)) * np.cbrt(query @ query)",
    "one factor, the same for every document, does not change the order",
)
equivalent(
    "d11-top_k_search",
    "lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query) → lengths = np.sqrt((docs**2).sum(axis=1)) * (query @ query)",
    "one factor, the same for every document, does not change the order",
)
equivalent(
    "d11-top_k_search",
    "lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query) → lengths = np.sqrt((docs**2).mean(axis=1)) * np.sqrt(query @ query)",
    "one factor, the same for every document, does not change the order",
)
equivalent(
    "d11-top_k_search",
    "lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query) → lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt((query) @ (query).T)",
    "transposing a vector changes nothing",
)

# Day 11 ends with what eight bits do to a distance: the references turn their numbers into floats first, and no check asks that of a learner.
equivalent("d11-project", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → pass", "only whole numbers too large for their type would differ")
equivalent("d11-project", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → v, u = (v), np.asarray(u, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-project", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → v, u = np.asarray(v), np.asarray(u, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-project", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → v, u = np.asarray(v, dtype=float), (u)", "only whole numbers too large for their type would differ")
equivalent("d11-project", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → v, u = np.asarray(v, dtype=float), np.asarray(u)", "only whole numbers too large for their type would differ")
equivalent("d11-cosine_matrix", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → pass", "only whole numbers too large for their type would differ")
equivalent("d11-cosine_matrix", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → X, Y = (X), np.asarray(Y, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-cosine_matrix", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → X, Y = np.asarray(X), np.asarray(Y, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-cosine_matrix", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → X, Y = np.asarray(X, dtype=float), (Y)", "only whole numbers too large for their type would differ")
equivalent("d11-cosine_matrix", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → X, Y = np.asarray(X, dtype=float), np.asarray(Y)", "only whole numbers too large for their type would differ")
equivalent("d11-top_k_search", "query, docs = np.asarray(query, dtype=float), np.asarray(docs, dtype=float) → pass", "only whole numbers too large for their type would differ")
equivalent("d11-top_k_search", "query, docs = np.asarray(query, dtype=float), np.asarray(docs, dtype=float) → query, docs = (query), np.asarray(docs, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-top_k_search", "query, docs = np.asarray(query, dtype=float), np.asarray(docs, dtype=float) → query, docs = np.asarray(query), np.asarray(docs, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-top_k_search", "query, docs = np.asarray(query, dtype=float), np.asarray(docs, dtype=float) → query, docs = np.asarray(query, dtype=float), (docs)", "only whole numbers too large for their type would differ")
equivalent("d11-top_k_search", "query, docs = np.asarray(query, dtype=float), np.asarray(docs, dtype=float) → query, docs = np.asarray(query, dtype=float), np.asarray(docs)", "only whole numbers too large for their type would differ")
equivalent("d11-pairwise_dist", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → pass", "only whole numbers too large for their type would differ")
equivalent("d11-pairwise_dist", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → X, Y = (X), np.asarray(Y, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-pairwise_dist", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → X, Y = np.asarray(X), np.asarray(Y, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-pairwise_dist", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → X, Y = np.asarray(X, dtype=float), (Y)", "only whole numbers too large for their type would differ")
equivalent("d11-pairwise_dist", "X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float) → X, Y = np.asarray(X, dtype=float), np.asarray(Y)", "only whole numbers too large for their type would differ")
equivalent("d11-reject", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → pass", "only whole numbers too large for their type would differ")
equivalent("d11-reject", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → v, u = (v), np.asarray(u, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-reject", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → v, u = np.asarray(v), np.asarray(u, dtype=float)", "only whole numbers too large for their type would differ")
equivalent("d11-reject", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → v, u = np.asarray(v, dtype=float), (u)", "only whole numbers too large for their type would differ")
equivalent("d11-reject", "v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float) → v, u = np.asarray(v, dtype=float), np.asarray(u)", "only whole numbers too large for their type would differ")
