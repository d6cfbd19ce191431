"""Right and wrong answers to day 22: judging a model."""

import matplotlib.pyplot as plt
import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d22-review


@also_right("d22-review")
def review_22(x, y):
    return y @ y - (x @ y) ** 2 / (x @ x)


@also_right("d22-review")
def review_22(x, y):
    unit = x / np.linalg.norm(x)
    return np.linalg.norm(y - (unit @ y) * unit) ** 2


@mistake("d22-review", "You returned the length of the residual. The question is its square: the root came too early.", caught_by="visible")
def review_22(x, y):
    return np.linalg.norm(y - (x @ y) / (x @ x) * x)


@mistake("d22-review", "You returned the squared length of the shadow, of what the column explains. The question is what it leaves.", caught_by="visible")
def review_22(x, y):
    return (x @ y) ** 2 / (x @ x)


@mistake("d22-review", "Your multiple of the column is right only where the column has length 1: the dot product has to be divided by x · x.", caught_by="visible")
def review_22(x, y):
    r = y - (x @ y) * x
    return r @ r


@mistake("d22-review", "You divided the dot product by the length of the column. A shadow divides by the squared length, x · x.", caught_by="visible")
def review_22(x, y):
    r = y - (x @ y) / np.linalg.norm(x) * x
    return r @ r


@mistake("d22-review", "You fitted the column by y. The column is what one may stretch, y is what should be met.", caught_by="visible")
def review_22(x, y):
    r = x - (x @ y) / (y @ y) * y
    return r @ r


@mistake("d22-review", "You took the column away as it is, unstretched. The best multiple of it is rarely 1.", caught_by="visible")
def review_22(x, y):
    r = y - x
    return r @ r


@mistake("d22-review", "You took the mean of the squared entries. The squared length is their sum.", caught_by="visible")
def review_22(x, y):
    r = y - (x @ y) / (x @ x) * x
    return (r**2).mean()


@mistake(
    "d22-review",
    "You divided by y · y. The multiple of the column is the dot product over x · x.",
    caught_by="visible",
)
def review_22(x, y):
    r = y - (x @ y) / (y @ y) * x
    return r @ r


@mistake(
    "d22-review",
    "You added the entries before you squared: entries of opposite sign cancel. Square each, then add.",
    caught_by="visible",
)
def review_22(x, y):
    r = y - (x @ y) / (x @ x) * x
    return r.sum() ** 2


@mistake(
    "d22-review",
    "You fitted a line with an intercept (day 9). Here nothing but a multiple of the column is allowed.",
    caught_by="visible",
)
def review_22(x, y):
    with np.errstate(all="ignore"):
        dx, dy = x - x.mean(), y - y.mean()
        r = dy - (dx @ dy) / (dx @ dx) * dx
    return r @ r


@mistake(
    "d22-review",
    "You took the multiple that brings x to y, and applied it to y. It belongs to x: the residual is y − w x.",
    caught_by="visible",
)
def review_22(x, y):
    r = x - (x @ y) / (x @ x) * y
    return r @ r


@mistake("d22-review", "You added the shadow instead of taking it away.", caught_by="visible")
def review_22(x, y):
    r = y + (x @ y) / (x @ x) * x
    return r @ r


@mistake(
    "d22-review",
    "You took w itself from the squared length of y. What Pythagoras takes away is the squared length of the shadow, (x · y)² over x · x.",
    caught_by="visible",
)
def review_22(x, y):
    return y @ y - (x @ y) / (x @ x)


hints(
    "d22-review",
    "The best multiple of a column is a shadow (day 11). What is left when you take it away?",
    "The multiple is w = (x · y) / (x · x); the residual is y − w x.",
    "With r = y - (x @ y) / (x @ x) * x, return the dot product of r with itself.",
)
why(
    "d22-review",
    "The shadow is the best fit because it leaves a right angle, and a vector dotted with itself is its squared length. The shorter y · y − (x · y)² / (x · x) is equal on paper, and loses digits when almost nothing is left.",
)


# ---------------------------------------------------------------- d22-auc_by_pairs


@also_right("d22-auc_by_pairs")
def auc_by_pairs(scores, y):
    total = 0
    for a in scores[y == 1]:
        for b in scores[y == 0]:
            if a > b:
                total += 1
            elif a == b:
                total += 0.5
    return total / (sum(y == 1) * sum(y == 0))


@also_right("d22-auc_by_pairs")
def auc_by_pairs(scores, y):
    down = np.sort(scores[y == 0])
    up = scores[y == 1]
    below = np.searchsorted(down, up, "left") + np.searchsorted(down, up, "right")
    return below.mean() / (2 * len(down))


@also_right("d22-auc_by_pairs")
def auc_by_pairs(scores, y):
    bars = np.unique(scores)[::-1]
    up = np.append(0.0, [(scores[y == 1] >= t).mean() for t in bars])
    right = np.append(0.0, [(scores[y == 0] >= t).mean() for t in bars])
    return ((up[1:] + up[:-1]) / 2 * np.diff(right)).sum()


@mistake("d22-auc_by_pairs", "A tied pair counts as lost. It counts one half.", caught_by="visible")
def auc_by_pairs(scores, y):
    return (scores[y == 1][:, None] > scores[y == 0]).mean()


@mistake("d22-auc_by_pairs", "A tied pair counts as won. It counts one half.", caught_by="visible")
def auc_by_pairs(scores, y):
    return (scores[y == 1][:, None] >= scores[y == 0]).mean()


@mistake("d22-auc_by_pairs", "You counted the pairs in which the negative example scores higher: what came out is 1 − AUC.", caught_by="visible")
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    return ((up[:, None] < down) + 0.5 * (up[:, None] == down)).mean()


@mistake("d22-auc_by_pairs", "You returned how many pairs are in order. Divide by how many pairs there are.", caught_by="visible")
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    return ((up[:, None] > down) + 0.5 * (up[:, None] == down)).sum()


@mistake("d22-auc_by_pairs", "You set a bar at 0.5 and returned the accuracy. AUC has no bar: it compares scores with each other.", caught_by="visible")
def auc_by_pairs(scores, y):
    return ((scores >= 0.5) == y).mean()


@mistake("d22-auc_by_pairs", "You divided by all pairs of examples. Only those of a positive with a negative one count, up times down of them.", caught_by="visible")
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    return ((up[:, None] > down) + 0.5 * (up[:, None] == down)).sum() / (len(y) * (len(y) - 1) / 2)


@mistake("d22-auc_by_pairs", "You divided by the number of examples squared. There are only as many pairs as positives times negatives.", caught_by="visible")
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    return ((up[:, None] > down) + 0.5 * (up[:, None] == down)).sum() / len(y) ** 2


@mistake("d22-auc_by_pairs", "You compared each positive only with the mean of the negatives. Every single pair has a vote.", caught_by="visible")
def auc_by_pairs(scores, y):
    down = scores[y == 0].mean()
    return ((scores[y == 1] > down) + 0.5 * (scores[y == 1] == down)).mean()


@mistake("d22-auc_by_pairs", "You passed equal scores one at a time, in the order in which they stand. A tie is one slanted step, worth one half.", caught_by="visible")
def auc_by_pairs(scores, y):
    order = np.argsort(-scores.astype(float), kind="stable")
    y = np.asarray(y)[order]
    return (np.cumsum(y)[y == 0]).sum() / (y.sum() * (len(y) - y.sum()))


@mistake("d22-auc_by_pairs", "Scores that are merely close count as a tie. Only equal ones do.", caught_by="hidden")
def auc_by_pairs(scores, y):
    gap = scores[y == 1].astype(float)[:, None] - scores[y == 0]
    tie = np.abs(gap) < 1e-9
    return ((gap > 0) * ~tie + 0.5 * tie).mean()


@mistake("d22-auc_by_pairs", "You subtract the scores before you compare them. For whole numbers without a sign, like uint8, 10 − 200 is 66: the difference wraps around. Compare the scores themselves.", caught_by="hidden")
def auc_by_pairs(scores, y):
    gap = scores[y == 1][:, None] - scores[y == 0]
    return ((gap > 0) + 0.5 * (gap == 0)).mean()


@mistake("d22-auc_by_pairs", "A lost pair counts one half, as a tied one does. It counts nothing.", caught_by="visible")
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    return (0.5 + 0.5 * (up[:, None] > down)).mean()


@mistake("d22-auc_by_pairs", "You left the tied pairs out, above and below the line. They stay: each is one pair, and worth one half.", caught_by="visible")
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    untied = (up[:, None] != down).sum()
    return (up[:, None] > down).sum() / untied if untied else 0.0


@mistake(
    "d22-auc_by_pairs",
    "You compared the positives with the negatives place by place. Every positive meets every negative: a column against a row.",
    caught_by="visible",
)
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    return ((up > down) + 0.5 * (up == down)).mean()


@mistake(
    "d22-auc_by_pairs",
    "Both sides of your pairs hold the same examples, so half of everything is won and the answer is always ½. Only pairs of a positive with a negative one count.",
    caught_by="visible",
)
def auc_by_pairs(scores, y):
    return ((scores[:, None] > scores) + 0.5 * (scores[:, None] == scores)).mean()


@mistake(
    "d22-auc_by_pairs",
    "You set a bar at 0.5 and returned the accuracy. AUC has no bar: it compares scores with each other.",
    caught_by="visible",
)
def auc_by_pairs(scores, y):
    return ((scores > 0.5) == y).mean()


@mistake(
    "d22-auc_by_pairs",
    "You returned how far the mean scores of the two groups lie apart. AUC does not ask how far: it counts pairs.",
    caught_by="visible",
)
def auc_by_pairs(scores, y):
    return scores[y == 1].mean() - scores[y == 0].mean()


@mistake(
    "d22-auc_by_pairs",
    "y was used as places: scores[y] takes entries 0 and 1 over and over. y == 1 is the mask that picks the positives.",
    caught_by="visible",
)
def auc_by_pairs(scores, y):
    up, down = scores[y], scores[1 - y]
    return ((up[:, None] > down) + 0.5 * (up[:, None] == down)).mean()


@mistake(
    "d22-auc_by_pairs",
    "Only the first positive was compared with the negatives. All of them are, before you divide.",
    caught_by="visible",
)
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    return ((up[0] > down) + 0.5 * (up[0] == down)).sum() / (len(up) * len(down))


@mistake(
    "d22-auc_by_pairs",
    "You left the tied pairs out, above and below the line. They stay: each is one pair, and worth one half.",
    caught_by="visible",
)
def auc_by_pairs(scores, y):
    up, down = scores[y == 1], scores[y == 0]
    won, lost = (up[:, None] > down).sum(), (up[:, None] < down).sum()
    with np.errstate(invalid="ignore"):
        return won / (won + lost)


hints(
    "d22-auc_by_pairs",
    "Draw the board for three positives and four negatives. What stands in a cell, and how many cells are there?",
    "scores[y == 1] picks the positives. With [:, None] they become a column, and comparing it with the row of negatives fills the board.",
    "Add (up[:, None] > down) and half of (up[:, None] == down), then take the mean of the whole board.",
)
why(
    "d22-auc_by_pairs",
    "The board has one cell for each pair, and its mean is the share of its area that is won. A bar that moves down walks along the edge of that area, which is why the same number is the area under the ROC curve.",
)


# ---------------------------------------------------------------- d22-kfold


@also_right("d22-kfold")
def kfold(n, k, rng):
    order = rng.permutation(n)
    return [(np.array([i for i in order if i not in order[f::k]]), order[f::k]) for f in range(k)]


@also_right("d22-kfold")
def kfold(n, k, rng):
    fold_of = rng.permutation(np.arange(n) % k)
    return [(np.argwhere(fold_of != f)[:, 0], np.argwhere(fold_of == f)[:, 0]) for f in range(k)]


@also_right("d22-kfold")
def kfold(n, k, rng):
    order = list(range(n))
    rng.shuffle(order)
    pairs, start = [], 0
    for f in range(k):
        size = n // k + (f < n % k)
        test = order[start : start + size]
        pairs.append((order[:start] + order[start + size :], test))
        start += size
    return pairs


def _pairs(folds):
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(len(folds))]


@mistake("d22-kfold", "Every fold has n // k examples, and the remainder is never tested.", caught_by="visible")
def kfold(n, k, rng):
    size, order = n // k, rng.permutation(n)
    return [(np.setdiff1d(order, order[i * size : (i + 1) * size]), order[i * size : (i + 1) * size]) for i in range(k)]


@mistake("d22-kfold", "The whole remainder went into one fold. Sizes may differ by one at most.", caught_by="hidden")
def kfold(n, k, rng):
    size, order = n // k, rng.permutation(n)
    folds = [order[i * size : (i + 1) * size] for i in range(k - 1)] + [order[(k - 1) * size :]]
    return _pairs(folds)


@mistake("d22-kfold", "Neighbors in the list always land in the same fold: the examples were not shuffled. A list that is sorted by name then tests on a name that was never learned.", caught_by="hidden")
def kfold(n, k, rng):
    return _pairs(np.array_split(np.arange(n), k))


@mistake("d22-kfold", "Each fold holds every k-th example of the list: nothing was shuffled, and a list with a rhythm, such as days of the week, keeps it.", caught_by="hidden")
def kfold(n, k, rng):
    return _pairs([np.arange(n)[i::k] for i in range(k)])


@mistake("d22-kfold", "You shuffled inside the folds, after cutting. Which examples are tested together did not change by that.", caught_by="hidden")
def kfold(n, k, rng):
    return _pairs([rng.permutation(run) for run in np.array_split(np.arange(n), k)])


@mistake("d22-kfold", "The test stands inside its own training part. That is the leak of the puzzle.", caught_by="visible")
def kfold(n, k, rng):
    order = rng.permutation(n)
    return [(order, fold) for fold in np.array_split(order, k)]


@mistake("d22-kfold", "You shuffled anew for every fold, so some examples are tested twice and others never.", caught_by="visible")
def kfold(n, k, rng):
    pairs = []
    for i in range(k):
        pairs.append(_pairs(np.array_split(rng.permutation(n), k))[i])
    return pairs


@mistake("d22-kfold", "The pairs are the wrong way around: the small part is the test and stands second.", caught_by="visible")
def kfold(n, k, rng):
    return [(test, train) for train, test in _pairs(np.array_split(rng.permutation(n), k))]


@mistake("d22-kfold", "You returned one pair. All k folds are wanted, each of which is the test once.", caught_by="visible")
def kfold(n, k, rng):
    return _pairs(np.array_split(rng.permutation(n), k))[0]


@mistake("d22-kfold", "You returned the folds alone. Each needs its training part beside it.", caught_by="visible")
def kfold(n, k, rng):
    return np.array_split(rng.permutation(n), k)


@mistake("d22-kfold", "The shuffling is the same whatever rng was handed in. Chance should come from rng alone.", caught_by="hidden")
def kfold(n, k, rng):
    return _pairs(np.array_split(np.random.default_rng(0).permutation(n), k))


@mistake("d22-kfold", "The shuffling does not come from rng: two calls with the same seed give other folds.", caught_by="hidden")
def kfold(n, k, rng):
    return _pairs(np.array_split(np.random.default_rng().permutation(n), k))


@mistake("d22-kfold", "You count places from 1 to n. Python's places run from 0 to n − 1.", caught_by="visible")
def kfold(n, k, rng):
    return _pairs(np.array_split(rng.permutation(n) + 1, k))


@mistake("d22-kfold", "The folds hold masks of True and False. The task asks for the places themselves.", caught_by="visible")
def kfold(n, k, rng):
    fold_of = rng.permutation(np.arange(n) % k)
    return [(fold_of != f, fold_of == f) for f in range(k)]


@mistake("d22-kfold", "Your training part is the next fold only. Everything that is not tested should train.", caught_by="visible")
def kfold(n, k, rng):
    folds = np.array_split(rng.permutation(n), k)
    return [(folds[(i + 1) % k], folds[i]) for i in range(k)]


@mistake("d22-kfold", "Your training parts get shorter and shorter: a fold that has been tested never trains again.", caught_by="visible")
def kfold(n, k, rng):
    folds, pairs = np.array_split(rng.permutation(n), k), []
    while folds:
        test = folds.pop(0)
        pairs.append((np.concatenate([*folds, test[:0]]), test))
    return pairs


@mistake(
    "d22-kfold",
    "One fold is never the test: you return one pair less than there are folds.",
    caught_by="visible",
)
def kfold(n, k, rng):
    return _pairs(np.array_split(rng.permutation(n), k))[:-1]


@mistake(
    "d22-kfold",
    "One fold is never the test: you return one pair less than there are folds.",
    caught_by="visible",
)
def kfold(n, k, rng):
    folds = np.array_split(rng.permutation(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 2 :]), folds[i]) for i in range(k - 1)]


@mistake(
    "d22-kfold",
    "Every fold has n // k examples, and the remainder is never tested.",
    caught_by="visible",
)
def kfold(n, k, rng):
    size, order = n // k, rng.permutation(n)
    ends = [(i * size, (i + 1) * size) for i in range(k)]
    return [(np.concatenate([order[:a], order[b:]]), order[a:b]) for a, b in ends]


@mistake(
    "d22-kfold",
    "You cut the list into n // k parts. k is how many folds there are, not how long one is.",
    caught_by="visible",
)
def kfold(n, k, rng):
    return _pairs(np.array_split(rng.permutation(n), n // k))


@mistake(
    "d22-kfold",
    "Your training part is a list of arrays, one for each fold. np.concatenate joins them into one array of places.",
    caught_by="visible",
)
def kfold(n, k, rng):
    folds = np.array_split(rng.permutation(n), k)
    return [(folds[:i] + folds[i + 1 :], folds[i]) for i in range(k)]


@mistake(
    "d22-kfold",
    "np.delete(order, test) takes out the entries that stand at the places test, not those whose values are in test. Join the other folds instead.",
    caught_by="visible",
)
def kfold(n, k, rng):
    order = rng.permutation(n)
    return [(np.delete(order, test), test) for test in np.array_split(order, k)]


@mistake(
    "d22-kfold",
    "You drew the places with replacement, so some come twice and others never. rng.permutation shuffles each of them in once.",
    caught_by="visible",
)
def kfold(n, k, rng):
    return _pairs(np.array_split(rng.integers(0, n, n), k))


@mistake(
    "d22-kfold",
    "You returned two lists, the training parts and the tests. Asked for is one list of pairs, each with its training part and its test.",
    caught_by="visible",
)
def kfold(n, k, rng):
    pairs = _pairs(np.array_split(rng.permutation(n), k))
    return [train for train, _ in pairs], [test for _, test in pairs]


@mistake(
    "d22-kfold",
    "Only the last fold is left in your list: it starts anew in each pass.",
    caught_by="visible",
)
def kfold(n, k, rng):
    return _pairs(np.array_split(rng.permutation(n), k))[-1:]


@mistake(
    "d22-kfold",
    "pop raises: it takes a fold out of the list, which is one shorter in the next pass and soon has no place i any more. Leave the list as it is and join all folds but one.",
    caught_by="visible",
)
def kfold(n, k, rng):
    folds, pairs = np.array_split(rng.permutation(n), k), []
    for i in range(k):
        test = folds.pop(i)
        pairs.append((np.concatenate(folds), test))
    return pairs


hints(
    "d22-kfold",
    "Shuffle first, cut once. Then every fold takes its turn as the test: what is its training part made of?",
    "np.array_split(rng.permutation(n), k) gives k folds of the right sizes, as a list. The training part is all the other folds, joined.",
    "For fold i the others are folds[:i] + folds[i + 1:], a list of arrays; np.concatenate makes one array of it.",
)
why(
    "d22-kfold",
    "One shuffle and one cut: the folds cannot overlap and miss nobody, because they are pieces of one permutation. array_split spreads the remainder, one example a fold.",
)


# ---------------------------------------------------------------- d22-prf


@also_right("d22-prf")
def prf(cm, k):
    tp = cm[k][k]
    fp = sum(cm[i][k] for i in range(len(cm)) if i != k)
    fn = sum(cm[k][j] for j in range(len(cm)) if j != k)
    precision = tp / (tp + fp) if tp + fp > 0 else 0.0
    recall = tp / (tp + fn) if tp + fn > 0 else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall > 0 else 0.0
    return precision, recall, f1


@also_right("d22-prf")
def prf(cm, k):
    hits = cm[k, k]
    said, there = max(cm.sum(axis=0)[k], 1), max(cm.sum(axis=1)[k], 1)
    p, r = hits / said, hits / there
    return p, r, 0.0 if p == r == 0 else 2 / (1 / p + 1 / r)


def _shares(cm, k):
    hits, said, there = cm[k, k], cm[:, k].sum(), cm[k].sum()
    return (hits / said if said else 0.0), (hits / there if there else 0.0)


def _f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


@mistake("d22-prf", "Precision and recall are exchanged: precision is a share of the column, of what was said; recall a share of the row, of what is there.", caught_by="visible")
def prf(cm, k):
    p, r = _shares(cm, k)
    return r, p, _f1(p, r)


@mistake("d22-prf", "Your F1 is the ordinary mean of precision and recall. With precision 1 and recall 0.02 it would praise a model that finds almost nothing.", caught_by="visible")
def prf(cm, k):
    p, r = _shares(cm, k)
    return p, r, (p + r) / 2


@mistake("d22-prf", "Your F1 is the square root of precision times recall. It is twice their product over their sum.", caught_by="visible")
def prf(cm, k):
    p, r = _shares(cm, k)
    return p, r, (p * r) ** 0.5


@mistake("d22-prf", "Your F1 lacks the factor 2: for a perfect class it would come out as one half.", caught_by="visible")
def prf(cm, k):
    p, r = _shares(cm, k)
    return p, r, _f1(p, r) / 2


@mistake("d22-prf", "Your F1 ends with p + r where it should be divided by it: the sum under the line needs brackets.", caught_by="visible")
def prf(cm, k):
    p, r = _shares(cm, k)
    return p, r, (2 * p * r / p + r if p else 0.0)


@mistake("d22-prf", "A class that is never said, or never there, gives nan. The convention is 0.", caught_by="visible")
def prf(cm, k):
    hits, said, there = cm[k, k], cm[:, k].sum(), cm[k].sum()
    with np.errstate(invalid="ignore"):
        p, r = np.float64(hits) / said, np.float64(hits) / there
        return p, r, 2 * p * r / (p + r)


@mistake("d22-prf", "0/0 came out as 1. A class that is never said earns no precision: by convention it counts as 0.", caught_by="visible")
def prf(cm, k):
    hits, said, there = cm[k, k], cm[:, k].sum(), cm[k].sum()
    p, r = (hits / said if said else 1.0), (hits / there if there else 1.0)
    return p, r, _f1(p, r)


@mistake("d22-prf", "In the place of recall stands the accuracy: hits of all classes over all examples. Recall looks at one row.", caught_by="visible")
def prf(cm, k):
    p, r = _shares(cm, k)
    return p, cm.diagonal().sum() / max(cm.sum(), 1), _f1(p, r)


@mistake("d22-prf", "You divided the hits by all examples of the table. Precision divides by a column, recall by a row.", caught_by="visible")
def prf(cm, k):
    p = r = cm[k, k] / max(cm.sum(), 1)
    return p, r, _f1(p, r)


@mistake("d22-prf", "You divided the hits by the mistakes alone. A share has the hits in its divisor as well: TP + FP, TP + FN.", caught_by="visible")
def prf(cm, k):
    hits = cm[k, k]
    fp, fn = cm[:, k].sum() - hits, cm[k].sum() - hits
    p, r = (hits / fp if fp else 0.0), (hits / fn if fn else 0.0)
    return p, r, _f1(p, r)


@mistake("d22-prf", "You always judge class 0, whatever k is.", caught_by="visible")
def prf(cm, k):
    p, r = _shares(cm, 0)
    return p, r, _f1(p, r)


@mistake("d22-prf", "You judge all the other classes together: hits are those on the diagonal outside class k.", caught_by="visible")
def prf(cm, k):
    rest = [i for i in range(len(cm)) if i != k]
    hits = cm[rest, rest].sum()
    said, there = cm[:, rest].sum(), cm[rest].sum()
    p, r = (hits / said if said else 0.0), (hits / there if there else 0.0)
    return p, r, _f1(p, r)


@mistake("d22-prf", "In the place of recall stands a share of the others, those that were rightly not called class k. Recall is a share of class k itself, of its row.", caught_by="visible")
def prf(cm, k):
    hits, said, there, everything = cm[k, k], cm[:, k].sum(), cm[k].sum(), cm.sum()
    p = hits / said if said else 0.0
    r = (everything - said - there + hits) / (everything - there) if everything > there else 0.0
    return p, r, _f1(p, r)


@mistake(
    "d22-prf",
    "F1 is 0/0 where precision and recall are both 0, which is nan or an error. It counts as 0.",
    caught_by="visible",
)
def prf(cm, k):
    p, r = _shares(cm, k)
    with np.errstate(invalid="ignore"):
        return p, r, np.float64(2 * p * r) / (p + r)


@mistake(
    "d22-prf",
    "In the place of recall stands the accuracy: hits of all classes over all examples. Recall looks at one row.",
    caught_by="visible",
)
def prf(cm, k):
    p, _ = _shares(cm, k)
    r = cm.diagonal().sum() / cm.sum()
    return p, r, _f1(p, r)


@mistake(
    "d22-prf",
    "In the place of precision stand the hits over all examples of the table. Precision divides by what was called class k, by a column.",
    caught_by="visible",
)
def prf(cm, k):
    p, r = cm[k, k] / cm.sum(), _shares(cm, k)[1]
    return p, r, _f1(p, r)


@mistake(
    "d22-prf",
    "For a class that is never said or never there you return a single number. Three are expected there, too.",
    caught_by="hidden",
)
def prf(cm, k):
    hits, said, there = cm[k, k], cm[:, k].sum(), cm[k].sum()
    if said == 0 or there == 0:
        return 0.0
    return hits / said, hits / there, _f1(hits / said, hits / there)


@mistake(
    "d22-prf",
    "You returned numbers for all classes. Asked for are those of class k alone.",
    caught_by="visible",
)
def prf(cm, k):
    shares = [_shares(cm, i) for i in range(len(cm))]
    return (
        np.array([p for p, _ in shares]),
        np.array([r for _, r in shares]),
        np.array([_f1(p, r) for p, r in shares]),
    )


@mistake(
    "d22-prf",
    "Your F1 is the smaller of precision and recall. F1 stays near it and lies above it, unless both are equal.",
    caught_by="visible",
)
def prf(cm, k):
    p, r = _shares(cm, k)
    return p, r, min(p, r)


@mistake(
    "d22-prf",
    "You divide by 1 where precision + recall is below 1. A guard of 1 fits counts; the sum of two shares is often smaller without being 0.",
    caught_by="hidden",
)
def prf(cm, k):
    p, r = _shares(cm, k)
    return p, r, 2 * p * r / max(p + r, 1)


@mistake(
    "d22-prf",
    "F1 is 0/0 where precision and recall are both 0, which is nan or an error. It counts as 0.",
    caught_by="visible",
)
def prf(cm, k):
    p, r = _shares(cm, k)
    with np.errstate(invalid="ignore"):
        return p, r, 2 * p * r / (p + r)


hints(
    "d22-prf",
    "Three counts are enough: the hits, how often class k was said, how often it is there. Where in the table are they?",
    "The hits stand at cm[k, k]; what was said is the sum of column k, what is there the sum of row k.",
    "If there are no hits, all three are 0. Otherwise: hits over the column, hits over the row, and twice the hits over both sums together.",
)
why(
    "d22-prf",
    "If a class has no hits, each of the three is 0 or 0/0, so one test covers every 0/0. Written with counts, F1 = 2 TP / (2 TP + FP + FN) needs neither of the other two: column plus row count the hits twice.",
)


# ---------------------------------------------------------------- d22-draw_roc


def _rates(scores, y, bars=None):
    bars = np.unique(scores)[::-1] if bars is None else bars
    up, right = scores[y == 1], scores[y == 0]
    return [0.0] + [(right >= t).mean() for t in bars], [0.0] + [(up >= t).mean() for t in bars]


def _roc(ax, across, upward, *, coin=True, names=("false-alarm rate", "recall")):
    """The reference drawing with one thing changed; the mistakes below share it."""
    ax.plot(across, upward)
    if coin:
        ax.plot([0, 1], [0, 1], "--")
    ax.set(xlabel=names[0], ylabel=names[1])


@also_right("d22-draw_roc")
def draw_roc(ax, scores, y):
    points = [(0.0, 0.0)]
    for bar in sorted(set(scores.tolist()), reverse=True):
        hits = sum(1 for s, t in zip(scores, y, strict=True) if s >= bar and t == 1)
        false = sum(1 for s, t in zip(scores, y, strict=True) if s >= bar and t == 0)
        points.append((false / (y == 0).sum(), hits / (y == 1).sum()))
    across, upward = zip(*points, strict=True)
    ax.plot([0, 0.5, 1], [0, 0.5, 1], ":", color="gray", label="coin")
    ax.plot(across, upward, "o-", label="score")
    ax.set_xlabel("FPR")
    ax.set_ylabel("TPR")
    ax.legend()


@also_right("d22-draw_roc")
def draw_roc(ax, scores, y):
    order = np.argsort(-scores.astype(float))
    last = np.append(np.diff(scores[order]) != 0, True)
    hits, false = np.cumsum(y[order] == 1)[last], np.cumsum(y[order] == 0)[last]
    ax.plot(np.append(0, false / false[-1])[::-1], np.append(0, hits / hits[-1])[::-1])
    ax.plot([1, 0], [1, 0])
    ax.set(xlabel="false alarms", ylabel="hits", aspect="equal", title="ROC")


@mistake("d22-draw_roc", "The axes are exchanged: false alarms go across, recall upward.", caught_by="visible")
def draw_roc(ax, scores, y):
    across, upward = _rates(scores, y)
    _roc(ax, upward, across)


@mistake("d22-draw_roc", "Your curve does not begin at (0, 0). There the bar is above all scores, and nobody is called positive.", caught_by="visible")
def draw_roc(ax, scores, y):
    across, upward = _rates(scores, y)
    _roc(ax, across[1:], upward[1:])


@mistake("d22-draw_roc", "An example exactly at the bar is called negative, so your curve stops before (1, 1). At the bar or above is positive.", caught_by="visible")
def draw_roc(ax, scores, y):
    bars = np.unique(scores)[::-1]
    _roc(ax, [0.0] + [(scores[y == 0] > t).mean() for t in bars], [0.0] + [(scores[y == 1] > t).mean() for t in bars])


@mistake("d22-draw_roc", "You drew counts. Divide hits by the number of positives and false alarms by the number of negatives.", caught_by="visible")
def draw_roc(ax, scores, y):
    across, upward = _rates(scores, y)
    _roc(ax, np.array(across) * (y == 0).sum(), np.array(upward) * (y == 1).sum())


@mistake("d22-draw_roc", "You divided by the number of all examples. Recall is a share of the positives, the false-alarm rate one of the negatives.", caught_by="visible")
def draw_roc(ax, scores, y):
    across, upward = _rates(scores, y)
    _roc(ax, np.array(across) * (y == 0).mean(), np.array(upward) * (y == 1).mean())


@mistake("d22-draw_roc", "You divided the false alarms by everything that is called positive. The false-alarm rate is a share of the negatives.", caught_by="visible")
def draw_roc(ax, scores, y):
    _, upward = _rates(scores, y)
    bars = np.unique(scores)[::-1]
    _roc(ax, [0.0] + [(y[scores >= t] == 0).mean() for t in bars], upward)


@mistake("d22-draw_roc", "Across you drew the share of negatives that are left alone, 1 minus the false-alarm rate: the curve is the mirror image.", caught_by="visible")
def draw_roc(ax, scores, y):
    across, upward = _rates(scores, y)
    _roc(ax, 1 - np.array(across), upward)


@mistake("d22-draw_roc", "Equal scores are passed one after the other, in the order of the list. A bar passes them together, in one slanted step.", caught_by="visible")
def draw_roc(ax, scores, y):
    order = np.argsort(-scores.astype(float), kind="stable")
    t = y[order]
    _roc(ax, np.append(0.0, np.cumsum(t == 0) / (t == 0).sum()), np.append(0.0, np.cumsum(t == 1) / (t == 1).sum()))


@mistake("d22-draw_roc", "Equal scores are passed one after the other, the positives first. That flatters the score: a bar passes them together, in one slanted step.", caught_by="visible")
def draw_roc(ax, scores, y):
    pairs = sorted(zip(scores.tolist(), y.tolist(), strict=True), reverse=True)
    t = np.array([label for _, label in pairs])
    _roc(ax, np.append(0.0, np.cumsum(t == 0) / (t == 0).sum()), np.append(0.0, np.cumsum(t == 1) / (t == 1).sum()))


@mistake("d22-draw_roc", "The diagonal of the coin is missing, so nobody sees how much better than chance the score is.", caught_by="visible")
def draw_roc(ax, scores, y):
    _roc(ax, *_rates(scores, y), coin=False)


@mistake("d22-draw_roc", "The axes have no names. Nobody can tell what is drawn over what.", caught_by="visible")
def draw_roc(ax, scores, y):
    _roc(ax, *_rates(scores, y), names=("", ""))


@mistake("d22-draw_roc", "You named one axis and left the other without a name.", caught_by="visible")
def draw_roc(ax, scores, y):
    _roc(ax, *_rates(scores, y), names=("false-alarm rate", ""))


@mistake("d22-draw_roc", "The given Axes stays empty: you drew on a figure of your own, or on matplotlib's current one.", caught_by="visible")
def draw_roc(ax, scores, y):
    fig, other = plt.subplots()
    _roc(other, *_rates(scores, y))
    plt.close(fig)


@mistake("d22-draw_roc", "Your bars stand at fixed places from 0 to 1. Scores may lie anywhere: put the bar at the scores themselves.", caught_by="hidden")
def draw_roc(ax, scores, y):
    _roc(ax, *_rates(scores, y, np.linspace(1, 0, 1001)))


@mistake("d22-draw_roc", "The bar moved upward and your curve begins at (0, 0), jumps to (1, 1) and comes back. Start with the highest score.", caught_by="hidden")
def draw_roc(ax, scores, y):
    _roc(ax, *_rates(scores, y, np.unique(scores)))


@mistake("d22-draw_roc", "The bars stand in the order of the examples, so the curve runs back and forth. Take the scores from the highest down.", caught_by="hidden")
def draw_roc(ax, scores, y):
    _roc(ax, *_rates(scores, y, scores))


@mistake("d22-draw_roc", "Your straight line falls, from (0, 1) to (1, 0). A coin finds as large a share of the positives as it raises false alarms: it stays on the rising diagonal.", caught_by="visible")
def draw_roc(ax, scores, y):
    _roc(ax, *_rates(scores, y), coin=False)
    ax.plot([0, 1], [1, 0], "--")


@mistake(
    "d22-draw_roc",
    "Upward you drew the precision, a share of what is called positive. The ROC curve has recall there, a share of the positives.",
    caught_by="visible",
)
def draw_roc(ax, scores, y):
    across, _ = _rates(scores, y)
    bars = np.unique(scores)[::-1]
    _roc(ax, across, [0.0] + [y[scores >= t].mean() for t in bars])


@mistake(
    "d22-draw_roc",
    "You counted the examples at the bar and below. Positive is what lies at the bar or above.",
    caught_by="visible",
)
def draw_roc(ax, scores, y):
    bars = np.unique(scores)
    _roc(ax, [0.0] + [(scores[y == 0] <= t).mean() for t in bars], [0.0] + [(scores[y == 1] <= t).mean() for t in bars])


@mistake(
    "d22-draw_roc",
    "You counted the examples at the bar and below. Positive is what lies at the bar or above.",
    caught_by="visible",
)
def draw_roc(ax, scores, y):
    bars = np.unique(scores)[::-1]
    _roc(ax, [0.0] + [(scores[y == 0] <= t).mean() for t in bars], [0.0] + [(scores[y == 1] <= t).mean() for t in bars])


@mistake(
    "d22-draw_roc",
    "Your bars stand at fixed places from 0 to 1. Scores may lie anywhere: put the bar at the scores themselves.",
    caught_by="hidden",
)
def draw_roc(ax, scores, y):
    across, upward = _rates(scores, y, np.linspace(0, 1, 11))
    _roc(ax, across[1:], upward[1:])


@mistake(
    "d22-draw_roc",
    "You drew the points of the curve without a line through them. ax.plot joins them.",
    caught_by="visible",
)
def draw_roc(ax, scores, y):
    across, upward = _rates(scores, y)
    ax.scatter(across, upward)
    ax.plot([0, 1], [0, 1], "--")
    ax.set(xlabel="false-alarm rate", ylabel="recall")


@mistake(
    "d22-draw_roc",
    "Every point was plotted by itself, so nothing joins them. Collect them in two lists and plot once.",
    caught_by="visible",
)
def draw_roc(ax, scores, y):
    across, upward = _rates(scores, y)
    for a, b in zip(across[1:], upward[1:], strict=True):
        ax.plot(a, b, "o")
    ax.plot([0, 1], [0, 1], "--")
    ax.set(xlabel="false-alarm rate", ylabel="recall")


hints(
    "d22-draw_roc",
    "Two lists grow together, one point for each bar. What are the two shares when the bar stands at one score?",
    "The share of positives at the bar or above is (scores[y == 1] >= bar).mean(); the false alarms are the same for y == 0. np.unique(scores)[::-1] gives the bars, highest first.",
    "Start both lists with 0.0, append the two shares for each bar, then ax.plot(alarms, recall), ax.plot([0, 1], [0, 1], '--') and ax.set(xlabel=…, ylabel=…).",
)
why(
    "d22-draw_roc",
    "Going through each score once, np.unique lets equal scores pass the bar together, so a tie becomes one slanted step. The first point is set by hand, because no score lies above itself.",
)


# ---------------------------------------------------------------- d22-confusion


@also_right("d22-confusion")
def confusion(y, yhat, K):
    return np.bincount(y.astype(int) * K + yhat.astype(int), minlength=K * K).reshape(K, K)


@also_right("d22-confusion")
def confusion(y, yhat, K):
    return np.array([[((y == i) & (yhat == j)).sum() for j in range(K)] for i in range(K)])


def _table(y, yhat, K):
    table = np.zeros((K, K), dtype=int)
    for i, j in zip(y, yhat, strict=True):
        table[i, j] += 1
    return table


@mistake("d22-confusion", "Rows and columns are exchanged: the row is the truth, the column what was said.", caught_by="visible")
def confusion(y, yhat, K):
    return _table(y, yhat, K).T


@mistake("d22-confusion", "A class that never occurs has no row or column in your table. It has K of each, whatever occurs.", caught_by="visible")
def confusion(y, yhat, K):
    return _table(y, yhat, int(max(y.max(), yhat.max())) + 1 if len(y) else 0)


@mistake("d22-confusion", "Your table holds shares of the rows. Counts are asked for: they say how much there was to see.", caught_by="visible")
def confusion(y, yhat, K):
    table = _table(y, yhat, K)
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)


@mistake("d22-confusion", "A pair that occurs several times counts once. Every occurrence adds 1 to its place; table[y, yhat] += 1 adds only once where one step names a place twice.", caught_by="visible")
def confusion(y, yhat, K):
    table = np.zeros((K, K), dtype=int)
    table[y, yhat] += 1
    return table


@mistake("d22-confusion", "Only the right answers were counted. The confusions are the rest of the table.", caught_by="visible")
def confusion(y, yhat, K):
    return np.diag(np.bincount(y[y == yhat], minlength=K))


@mistake("d22-confusion", "The place of a pair is computed in the small number type of the classes, where 20 times 21 does not fit and starts over.", caught_by="hidden")
def confusion(y, yhat, K):
    return np.bincount(y * y.dtype.type(K) + yhat, minlength=K * K)[: K * K].reshape(K, K)


@mistake(
    "d22-confusion",
    "Your table holds shares of all examples. Counts are asked for: they say how much there was to see.",
    caught_by="visible",
)
def confusion(y, yhat, K):
    return _table(y, yhat, K) / max(len(y), 1)


@mistake(
    "d22-confusion",
    "A class that never occurs has no row or column in your table. It has K of each, whatever occurs.",
    caught_by="visible",
)
def confusion(y, yhat, K):
    K = max(y.max(), yhat.max()) + 1
    return _table(y, yhat, K)


@mistake(
    "d22-confusion",
    "A class that never occurs has no row or column in your table. It has K of each, whatever occurs.",
    caught_by="visible",
)
def confusion(y, yhat, K):
    return _table(y, yhat, K)[np.unique(y)][:, np.unique(yhat)] if len(y) else np.zeros((0, 0))


@mistake(
    "d22-confusion",
    "Only the last example is in your table: it is made anew in each pass.",
    caught_by="visible",
)
def confusion(y, yhat, K):
    for i, j in zip(y, yhat, strict=True):
        table = np.zeros((K, K), dtype=int)
        table[i, j] += 1
    return table


@mistake(
    "d22-confusion",
    "You looked at the first K examples only. K is the number of classes; the examples are len(y).",
    caught_by="visible",
)
def confusion(y, yhat, K):
    table = np.zeros((K, K), dtype=int)
    for i in range(K):
        table[y[i], yhat[i]] += 1
    return table


@mistake(
    "d22-confusion",
    "Your counts stand one row and one column too early. Classes are numbered from 0, as places are.",
    caught_by="visible",
)
def confusion(y, yhat, K):
    table = np.zeros((K, K), dtype=int)
    for i, j in zip(y, yhat, strict=True):
        table[int(i) - 1, int(j) - 1] += 1
    return table


@mistake(
    "d22-confusion",
    "Each pair was counted in both directions. Class 1 called 2 and class 2 called 1 are different mistakes.",
    caught_by="visible",
)
def confusion(y, yhat, K):
    table = _table(y, yhat, K)
    return table + table.T


@mistake(
    "d22-confusion",
    "You paired every true class with every answer. An example has one of each: walk through both together.",
    caught_by="visible",
)
def confusion(y, yhat, K):
    table = np.zeros((K, K), dtype=int)
    for i in y:
        for j in yhat:
            table[i, j] += 1
    return table


@mistake("d22-confusion", "The last example is not counted.", caught_by="visible")
def confusion(y, yhat, K):
    return _table(y[:-1], yhat[:-1], K)


@mistake(
    "d22-confusion",
    "Your counts stand one row and one column too early. Classes are numbered from 0, as places are.",
    caught_by="visible",
)
def confusion(y, yhat, K):
    table = np.zeros((K, K), dtype=int)
    for i, j in zip(y, yhat, strict=True):
        table[i - 1, j - 1] += 1
    return table


hints(
    "d22-confusion",
    "Start with a table of zeros. What happens to it at each example?",
    "Walk through y and yhat together with zip; each pair names one row and one column.",
    "With table = np.full((K, K), 0), add 1 to table[truth, said] for every pair.",
)
why(
    "d22-confusion",
    "The shape is fixed before anything is counted, so a class that does not occur keeps its row of zeros, and tables of different tests can be added.",
)


# ---------------------------------------------------------------- d22-bias_variance


@also_right("d22-bias_variance")
def bias_variance(fit, xs, truth, reps, rng):
    said = np.vstack([fit(rng) for _ in range(reps)])
    bias2 = ((said.mean(axis=0) - truth) ** 2).mean()
    return bias2, ((said - truth) ** 2).mean() - bias2


@also_right("d22-bias_variance")
def bias_variance(fit, xs, truth, reps, rng):
    total, squares = 0.0, 0.0
    for _ in range(reps):
        off = fit(rng) - truth
        total, squares = total + off, squares + off**2
    mean = total / reps
    return float((mean**2).mean()), float((squares / reps - mean**2).mean())


def _said(fit, reps, rng):
    return np.array([fit(rng) for _ in range(reps)])


@mistake("d22-bias_variance", "Your bias is not squared, so places where the model is too high cancel those where it is too low.", caught_by="visible")
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return (said.mean(axis=0) - truth).mean(), said.var(axis=0, ddof=0).mean()


@mistake("d22-bias_variance", "You averaged the squared distance of single predictions from the truth. That is bias² and variance together; the bias looks at the mean prediction.", caught_by="visible")
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return ((said - truth) ** 2).mean(), said.var(axis=0, ddof=0).mean()


@mistake("d22-bias_variance", "You took the variance over the places, within one prediction. The wobble is over the calls, at one place.", caught_by="visible")
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return ((said.mean(axis=0) - truth) ** 2).mean(), said.var(axis=1, ddof=0).mean()


@mistake("d22-bias_variance", "The pair is the wrong way around: first bias², then variance.", caught_by="visible")
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return said.var(axis=0, ddof=0).mean(), ((said.mean(axis=0) - truth) ** 2).mean()


@mistake("d22-bias_variance", "You fitted once and used that one prediction for all repetitions: nothing can wobble.", caught_by="visible")
def bias_variance(fit, xs, truth, reps, rng):
    said = np.array([fit(rng)] * reps)
    return ((said.mean(axis=0) - truth) ** 2).mean(), said.var(axis=0, ddof=0).mean()


@mistake("d22-bias_variance", "Your variance divides by reps − 1. With ddof=0 the two parts sum to the mean squared distance from the truth.", caught_by="visible")
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    with np.errstate(invalid="ignore", divide="ignore"):
        return ((said.mean(axis=0) - truth) ** 2).mean(), (((said - said.mean(axis=0)) ** 2).sum(axis=0) / np.float64(reps - 1)).mean()


@mistake("d22-bias_variance", "You returned the standard deviation, the root of the variance, as the second part.", caught_by="hidden")
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return ((said.mean(axis=0) - truth) ** 2).mean(), said.std(axis=0, ddof=0).mean()


@mistake("d22-bias_variance", "You averaged over the places before you squared: a bias up here and a bias down there cancel.", caught_by="visible")
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return (said.mean(axis=0) - truth).mean() ** 2, said.var(axis=0, ddof=0).mean()


@mistake("d22-bias_variance", "You returned one number for each place. Both parts are averaged over the places.", caught_by="visible")
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return (said.mean(axis=0) - truth) ** 2, said.var(axis=0, ddof=0)


@mistake(
    "d22-bias_variance",
    "Your variance is that of all predictions at all places together. The places differ anyway; take the variance at each place first.",
    caught_by="visible",
)
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return ((said.mean(axis=0) - truth) ** 2).mean(), said.var(ddof=0)


@mistake(
    "d22-bias_variance",
    "You added over the places. Both parts are averaged over them.",
    caught_by="visible",
)
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return ((said.mean(axis=0) - truth) ** 2).sum(), said.var(axis=0, ddof=0).sum()


@mistake(
    "d22-bias_variance",
    "You measured the bias from xs, the places. It is the distance of the mean prediction from the truth.",
    caught_by="visible",
)
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return ((said.mean(axis=0) - xs) ** 2).mean(), said.var(axis=0, ddof=0).mean()


@mistake(
    "d22-bias_variance",
    "As the second part you returned the mean squared distance from the truth, which is both parts together. The variance is measured from the mean prediction.",
    caught_by="visible",
)
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return ((said.mean(axis=0) - truth) ** 2).mean(), ((said - truth) ** 2).mean()


@mistake(
    "d22-bias_variance",
    "Your bias uses one mean of all predictions at all places. Each place has a mean prediction of its own.",
    caught_by="visible",
)
def bias_variance(fit, xs, truth, reps, rng):
    said = _said(fit, reps, rng)
    return ((said.mean() - truth) ** 2).mean(), said.var(axis=0, ddof=0).mean()


@mistake(
    "d22-bias_variance",
    "You called fit 2 · reps times, reps times for each part. Both parts describe the same predictions: call it reps times and keep them.",
    caught_by="hidden",
)
def bias_variance(fit, xs, truth, reps, rng):
    first, second = _said(fit, reps, rng), _said(fit, reps, rng)
    return ((first.mean(axis=0) - truth) ** 2).mean(), second.var(axis=0, ddof=0).mean()


@mistake(
    "d22-bias_variance",
    "fit raises: it was handed an array, which has no .normal. It takes the generator rng.",
    caught_by="hidden",
)
def bias_variance(fit, xs, truth, reps, rng):
    said = np.array([fit(xs) for _ in range(reps)])
    return ((said.mean(axis=0) - truth) ** 2).mean(), said.var(axis=0, ddof=0).mean()


hints(
    "d22-bias_variance",
    "Put the predictions of all calls under each other, one row a call. Which way do you go for the mean at one place?",
    "said.mean(axis=0) is the mean prediction at each place; its distance from the truth, squared, is bias² there.",
    "Return the mean over the places of (mean prediction − truth)², and the mean of said.var(axis=0, ddof=0).",
)
why(
    "d22-bias_variance",
    "At each place, the mean squared distance of numbers from any point is the squared distance of their mean plus their variance (ddof=0). Averaging over the places keeps the sum.",
)


equivalent("d22-review", "r = y - (x @ y) / (x @ x) * x → r = ((x @ y) / (x @ x) * x) - (y)", "the square of the length forgets the sign")
equivalent("d22-review", "return r @ r → return (r) @ (r).T", "transposing a vector changes nothing")
equivalent("d22-review", "r = y - (x @ y) / (x @ x) * x → r = y - ((x) @ (y).T) / (x @ x) * x", "transposing a vector changes nothing")
equivalent("d22-review", "r = y - (x @ y) / (x @ x) * x → r = y - (x @ y) / ((x) @ (x).T) * x", "transposing a vector changes nothing")
equivalent("d22-review", "r = y - (x @ y) / (x @ x) * x → r = y - ((y) @ (x)) / (x @ x) * x", "the dot product is symmetric")
equivalent("d22-auc_by_pairs", "up, down = scores[y == 1], scores[y == 0] → up, down = scores[y == 1], scores[y <= 0]", "y holds nothing but 0 and 1")
equivalent("d22-auc_by_pairs", "up, down = scores[y == 1], scores[y == 0] → up, down = scores[y >= 1], scores[y == 0]", "y holds nothing but 0 and 1")
equivalent("d22-draw_roc", "alarms.append((scores[y == 0] >= bar).mean()) → alarms.append((scores[y <= 0] >= bar).mean())", "y holds nothing but 0 and 1")
equivalent("d22-draw_roc", "recall.append((scores[y == 1] >= bar).mean()) → recall.append((scores[y >= 1] >= bar).mean())", "y holds nothing but 0 and 1")
equivalent("d22-prf", "if hits == 0: → if hits <= 0:", "a count is never negative")
equivalent("d22-draw_roc", 'ax.plot([0, 1], [0, 1], "--") → ax.plot([0, 1], "--", [0, 1])', "matplotlib counts 0, 1 across by itself: the same diagonal")
equivalent("d22-confusion", "for truth, said in zip(y, yhat, strict=True): → for truth, said in zip(y, yhat, strict=False):", "the two arrays are equally long")
equivalent("d22-bias_variance", "bias = said.mean(axis=0) - truth → bias = (truth) - (said.mean(axis=0))", "the square forgets the sign")
