"""Right and wrong answers to day 25: five classifiers against the best possible one."""

import itertools
import math

import warnings

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d25-review


@also_right("d25-review")
def review_25(p, n):
    chance = 0.0
    for k in range(1, n + 1):
        chance += math.comb(n, k) * p**k * (1 - p) ** (n - k)
    return chance


@mistake(
    "d25-review",
    "You added the chances. Cases in which several tries hit are then counted several times; twenty tries with 0.05 would be certain.",
    caught_by="visible",
)
def review_25(p, n):
    return n * p


@mistake(
    "d25-review",
    "You found the probability that every try hits. Asked for is at least one.",
    caught_by="visible",
)
def review_25(p, n):
    return p**n


@mistake(
    "d25-review",
    "You found the probability that no try hits. At least one hit is the opposite.",
    caught_by="visible",
)
def review_25(p, n):
    return (1 - p) ** n


@mistake(
    "d25-review",
    "You took away the probability that all tries hit. The opposite of at least one hit is none at all.",
    caught_by="visible",
)
def review_25(p, n):
    return 1 - p**n


@mistake(
    "d25-review",
    "You found the probability of exactly one hit. At least one includes two, three and more.",
    caught_by="visible",
)
def review_25(p, n):
    return n * p * (1 - p) ** (n - 1) if n else 0.0


@mistake(
    "d25-review",
    "You multiplied the chance of a miss by n. Independent events multiply with one another: it is a power.",
    caught_by="visible",
)
def review_25(p, n):
    return 1 - (1 - p) * n


@mistake(
    "d25-review",
    "You added the chances and stopped at 1. Below 1 the sum is too large as well, since cases with several hits are counted several times.",
    caught_by="visible",
)
def review_25(p, n):
    return min(1.0, n * p)


@mistake(
    "d25-review",
    "Your answer is −p to the power n: in 1 − 1 − p ** n only p is raised. The bracket (1 − p) belongs to the power.",
    caught_by="visible",
)
def review_25(p, n):
    return 1 - 1 - p**n


@mistake(
    "d25-review",
    "You count one try too few: the exponent is the number of tries, n.",
    caught_by="visible",
)
def review_25(p, n):
    with np.errstate(all="ignore"):
        return 1 - (1 - p) ** (n - 1.0)


@mistake(
    "d25-review",
    "You count one try too few: the exponent is the number of tries, n.",
    caught_by="visible",
)
def review_25(p, n):
    return 1 - (1 - p) ** (n - 1)


@mistake(
    "d25-review",
    "You count one try too many: the exponent is the number of tries, n.",
    caught_by="visible",
)
def review_25(p, n):
    return 1 - (1 - p) ** (n + 1)


@mistake(
    "d25-review",
    "You worked with the die of the question. The probability of a hit is p, whatever it is.",
    caught_by="visible",
)
def review_25(p, n):
    return 1 - (5 / 6) ** n


@mistake(
    "d25-review",
    "Your answer is right for two tries and knows no other number of them: n has no part in it.",
    caught_by="visible",
)
def review_25(p, n):
    return p + p - p * p


@mistake(
    "d25-review",
    "Only one try counts in your answer. Every try multiplies the probability of no hit by 1 − p once more.",
    caught_by="visible",
)
def review_25(p, n):
    miss = 1
    for _ in range(n):
        miss *= 1 - p
        return 1 - miss


@mistake(
    "d25-review",
    "Only one try counts in your answer. Every try multiplies the probability of no hit by 1 − p once more.",
    caught_by="visible",
)
def review_25(p, n):
    for _ in range(n):
        miss = 1 - p
    return 1 - miss


@mistake(
    "d25-review",
    "From the sum n p you took the case that all tries hit, once. With more than two tries there are other doubles; count the opposite, no hit at all.",
    caught_by="visible",
)
def review_25(p, n):
    return n * p - p**n


@mistake(
    "d25-review",
    "1 − e^(−n p) is near the answer only for small p. Independent tries all miss with the probability (1 − p) ** n.",
    caught_by="visible",
)
def review_25(p, n):
    return 1 - np.exp(-n * p)


@mistake(
    "d25-review",
    "You rounded the answer. Hand on all digits.",
    caught_by="visible",
)
def review_25(p, n):
    return round(1 - (1 - p) ** n, 4)


@mistake(
    "d25-review",
    "You took n p away from 1, which is below 0 for many tries. No hit at all has the probability (1 − p) to the power n; take that away.",
    caught_by="visible",
)
def review_25(p, n):
    return 1 - p * n


@mistake(
    "d25-review",
    "n p (1 − p) is right for exactly one hit in two tries. For n tries count the opposite, no hit at all.",
    caught_by="visible",
)
def review_25(p, n):
    return n * p * (1 - p)


@mistake(
    "d25-review",
    "Your answer is True or False. A probability is a number from 0 to 1.",
    caught_by="visible",
)
def review_25(p, n):
    return p * n >= 1


hints(
    "d25-review",
    "At least one: count the opposite, which is a single case.",
    "No hit in one try has probability 1 − p. The tries are independent, so the probabilities of no hit multiply.",
    "(1 - p) ** n is the probability of no hit at all. Take it away from 1.",
)
why(
    "d25-review",
    "At least one hit splits into many cases, its opposite is one: all n tries miss. Independent events multiply, so that is (1 − p) to the power n.",
)

# ---------------------------------------------------------------- d25-CentroidClassifier


def squares(X, centers):
    return ((np.asarray(X, dtype=float)[:, None] - centers) ** 2).sum(axis=2)


@also_right("d25-CentroidClassifier")
class CentroidClassifier:
    def fit(self, X, y):
        K = int(max(y)) + 1
        self.centers = np.zeros((K, X.shape[1]))
        for k in range(K):
            self.centers[k] = np.mean(X[y == k], axis=0)
        return self

    def predict(self, X):
        answers = []
        for x in X:
            far = [np.linalg.norm(x - c) for c in self.centers]
            answers.append(int(np.argmin(far)))
        return np.array(answers)


@also_right("d25-CentroidClassifier")
class CentroidClassifier:
    def fit(self, X, y):
        of = (y[:, None] == np.arange(y.max() + 1)).astype(float)
        self.centers = of.T @ X / of.sum(axis=0)[:, None]
        return self

    def predict(self, X):
        middle = self.centers.mean(axis=0)
        C, Z = self.centers - middle, X - middle
        return (Z @ C.T - (C**2).sum(axis=1) / 2).argmax(axis=1)


@mistake(
    "d25-CentroidClassifier",
    "You added the examples of a class. A center is their mean; a class with many examples would lie far out.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k].sum(axis=0) for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "You numbered the classes in the order in which they come first in y. Row k belongs to class k.",
    caught_by="hidden",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k].mean(axis=0) for k in dict.fromkeys(y.tolist())])
        return self


@mistake(
    "d25-CentroidClassifier",
    "Your centers mix all classes: each is the mean of all rows. A center is the mean of the rows of its class.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X.mean(axis=0) for _ in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "You kept one number for each class, the mean of all its entries. A center is a whole row: the mean goes down the columns.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k].mean() for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "The last class has no center: the labels go up to the largest one, and it counts.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k].mean(axis=0) for k in range(y.max())])
        return self


@mistake(
    "d25-CentroidClassifier", "You kept the median of each class. A centroid is the mean.", caught_by="hidden"
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([np.median(X[y == k], axis=0) for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "You kept one example for each class. The center is the mean of all of them.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k][0] for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "Your fit learns, and returns nothing. It ends with return self, so that fit(X, y).predict(…) works.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k].mean(axis=0) for k in range(y.max() + 1)])


@mistake("d25-CentroidClassifier", "You named the class whose center is farthest away.", caught_by="visible")
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return squares(X, self.centers).argmax(axis=1)


@mistake(
    "d25-CentroidClassifier",
    "You returned the smallest distances. The class is the place of the smallest.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return np.sqrt(squares(X, self.centers)).min(axis=1)


@mistake(
    "d25-CentroidClassifier",
    "You returned the distances to all centers. Each row gets one class.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return np.sqrt(squares(X, self.centers))


@mistake(
    "d25-CentroidClassifier",
    "You looked for the smallest number of the whole table. Each row of X has a nearest center of its own.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return squares(X, self.centers).argmin()


@mistake(
    "d25-CentroidClassifier",
    "You looked down the columns: for each center its nearest row. Asked for is the nearest center for each row.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return squares(X, self.centers).argmin(axis=0)


@mistake(
    "d25-CentroidClassifier",
    "You took the largest dot product with a center. Long centers win it; nearest means the smallest distance.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return (X @ np.asarray(self.centers).T).argmax(axis=1)


@mistake(
    "d25-CentroidClassifier",
    "You measured as a taxi drives, by the sum of the sizes. Distance without an index is the straight one.",
    caught_by="hidden",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return np.abs(np.asarray(X, dtype=float)[:, None] - self.centers).sum(axis=2).argmin(axis=1)


@mistake(
    "d25-CentroidClassifier",
    "Your table has rows for numbers that are no class. There is one row for each class, from 0 to the largest label.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        rows = [X[y == k].mean(axis=0) for k in range(y.max() + 1)]
        self.centers = np.array(rows + [np.full(X.shape[1], np.nan)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "After your fit there is no self.centers. What a name inside of fit holds is forgotten when fit ends; what has to last is written to self.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        centers = np.array([X[y == k].mean(axis=0) for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "What your fit returns has no centers: it is not the model. It ends with return self.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k].mean(axis=0) for k in range(y.max() + 1)])
        return self.centers


@mistake(
    "d25-CentroidClassifier",
    "An earlier fit shows through in the centers. fit begins anew each time.",
    caught_by="hidden",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        new = np.array([X[y == k].mean(axis=0) for k in range(y.max() + 1)])
        old = getattr(self, "centers", new)
        self.centers = (old + new) / 2 if np.shape(old) == new.shape else new
        return self


@mistake(
    "d25-CentroidClassifier",
    "You returned the nearest center itself. Its number is the class.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return np.asarray(self.centers)[squares(X, self.centers).argmin(axis=1)]


@mistake(
    "d25-CentroidClassifier",
    "You returned the class of the first row only. Every row gets one.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return squares(X, self.centers).argmin(axis=1)[0]


@mistake(
    "d25-CentroidClassifier",
    "You compared directions. Nearest means the smallest distance, and a center of zeros has no direction at all.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        with np.errstate(all="ignore"):
            return (X @ np.asarray(self.centers).T / np.linalg.norm(self.centers, axis=1)).argmax(axis=1)


@mistake(
    "d25-CentroidClassifier",
    "The mean along axis 1 is one number for each example, so your rows have as many entries as their class has examples. A center has one for each column: axis=0.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k].mean(axis=1) for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "The name centers is not defined in predict: what fit has found is there as self.centers.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return pairwise_dist(X, centers).argmin(axis=1)  # noqa: F821


@mistake(
    "d25-CentroidClassifier",
    "Your centers stand in a list. Make it an array.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = [X[y == k].mean(axis=0) for k in range(y.max() + 1)]
        return self


@mistake(
    "d25-CentroidClassifier",
    "Your table has rows for numbers that are no class. There is one row for each class, from 0 to the largest label.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.centers = np.array([X[y == k].mean(axis=0) for k in range(10)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "Your table has rows for numbers that are no class. There is one row for each class, from 0 to the largest label.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.centers = np.array([X[y == k].mean(axis=0) for k in range(len(y))])
        return self


@mistake(
    "d25-CentroidClassifier",
    "Your predict returns None: its answer is printed or computed, and not returned.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        print(pairwise_dist(X, self.centers).argmin(axis=1))


@mistake(
    "d25-CentroidClassifier",
    "You divided the sum of a class by the number of all examples. Its mean is the sum over the number of its own.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == k].sum(axis=0) / len(X) for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "Where X holds whole numbers your centers lose what stands after the point. Means are no whole numbers: make the table of type float.",
    caught_by="hidden",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.zeros((y.max() + 1, X.shape[1]), dtype=X.dtype)
        for k in range(y.max() + 1):
            self.centers[k] = X[y == k].mean(axis=0)
        return self


@mistake(
    "d25-CentroidClassifier",
    "An earlier fit shows through in the centers. fit begins anew each time.",
    caught_by="hidden",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        if not hasattr(self, "centers"):
            self.centers = np.array([X[y == k].mean(axis=0) for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "Only class 0 has a center. Does fit end in the first pass of its loop?",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[y == 0].mean(axis=0)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "You measured how far the rows of X lie from each other. Each row is compared with the centers.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return pairwise_dist(X, X).argmin(axis=1)


@mistake(
    "d25-CentroidClassifier",
    "Every row gets the class 0: the distances were made one number, and the smallest of one number stands at place 0. Keep one distance for each center.",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def predict(self, X):
        return np.zeros(len(X), dtype=int)


@mistake(
    "d25-CentroidClassifier",
    "X[k] is one example, number k. The examples of class k are X[y == k].",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[k] for k in range(y.max() + 1)])
        return self


@mistake(
    "d25-CentroidClassifier",
    "X[k] is one example, number k. The examples of class k are X[y == k].",
    caught_by="visible",
)
class CentroidClassifier(CentroidClassifier):
    def fit(self, X, y):
        self.centers = np.array([X[k].mean(axis=0) for k in range(y.max() + 1)])
        return self


hints(
    "d25-CentroidClassifier",
    "fit: which rows of X belong to class k? predict: how far is each row from each center?",
    "X[y == k].mean(axis=0) is the mean of class k; collect it for k = 0 … y.max(). In predict, pairwise_dist gives all distances.",
    "self.centers = np.array([… for k in range(y.max() + 1)]), then return self. And return pairwise_dist(X, self.centers).argmin(axis=1).",
)
why(
    "d25-CentroidClassifier",
    "All that is learned fits into K rows, one mean for each class. The place of the smallest distance in a row of the table is the class, because row k of the centers belongs to class k.",
)

# ---------------------------------------------------------------- d25-bayes_accuracy


def joints(p0, p1, prior):
    images = np.array(list(itertools.product([0, 1], repeat=len(p0))))
    return [w * np.where(images == 1, p, 1 - p).prod(axis=1) for w, p in ((1 - prior, p0), (prior, p1))]


@also_right("d25-bayes_accuracy")
def bayes_accuracy(p0, p1, prior):
    a, b = np.array([1.0 - prior]), np.array([float(prior)])
    for p, q in zip(p0, p1):
        a = np.append(a * p, a * (1 - p))
        b = np.append(b * q, b * (1 - q))
    return np.where(a > b, a, b).sum()


@also_right("d25-bayes_accuracy")
def bayes_accuracy(p0, p1, prior):
    total = 0.0
    for image in all_images(len(p0)):
        one, two = 1 - prior, prior
        for black, p, q in zip(image, p0, p1):
            one *= p if black == 1 else 1 - p
            two *= q if black == 1 else 1 - q
        total += max(one, two)
    return total


@also_right("d25-bayes_accuracy")
def bayes_accuracy(p0, p1, prior):
    a, b = joints(p0, p1, prior)
    return (a + b + np.abs(a - b)).sum() / 2


@mistake(
    "d25-bayes_accuracy",
    "Your prior has no part in the answer: both kinds count one half. The bars are shares of all pictures, so each kind is weighted with how often it comes.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return np.maximum(*joints(p0, p1, 0.5)).sum()


@mistake(
    "d25-bayes_accuracy",
    "You gave the prior to the wrong kind: it is the probability of kind 1.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return np.maximum(*joints(p0, p1, 1 - prior)).sum()


@mistake(
    "d25-bayes_accuracy",
    "You returned the share that is lost, the shorter bars. The accuracy is what is kept.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return np.minimum(*joints(p0, p1, prior)).sum()


@mistake(
    "d25-bayes_accuracy",
    "Your sum can exceed 1: the larger of the two p(x | k) is taken without the shares P(0) and P(1).",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    a, b = joints(p0, p1, 0.5)
    return np.maximum(2 * a, 2 * b).sum()


@mistake(
    "d25-bayes_accuracy",
    "You took the mean over the pictures. The joint probabilities are shares already; their sum is the accuracy.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return np.maximum(*joints(p0, p1, prior)).mean()


@mistake(
    "d25-bayes_accuracy",
    "Only black pixels count in your products. A white pixel says something as well, with probability 1 − p.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    images = np.array(list(itertools.product([0, 1], repeat=len(p0))))
    a, b = [w * np.where(images == 1, p, 1.0).prod(axis=1) for w, p in ((1 - prior, p0), (prior, p1))]
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "You kept the larger bar pixel by pixel and multiplied these. One guess is made for the whole picture, so the product comes first and the choice last.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    each = np.maximum((1 - prior) * np.asarray(p0), prior * np.asarray(p1)) + np.maximum(
        (1 - prior) * (1 - np.asarray(p0)), prior * (1 - np.asarray(p1))
    )
    return each.prod()


@mistake(
    "d25-bayes_accuracy",
    "You averaged the larger posterior over the pictures as if all came equally often. Each picture counts as often as it comes.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    a, b = joints(p0, p1, prior)
    with np.errstate(all="ignore"):
        return (np.maximum(a, b) / (a + b)).mean()


@mistake(
    "d25-bayes_accuracy",
    "You added the probabilities of the pixels where independent events multiply.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    images = np.array(list(itertools.product([0, 1], repeat=len(p0))))
    a, b = [w * np.where(images == 1, p, 1 - p).sum(axis=1) for w, p in ((1 - prior, p0), (prior, p1))]
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "You returned one number for every picture. The accuracy is their sum.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return np.maximum(*joints(p0, p1, prior))


@mistake(
    "d25-bayes_accuracy",
    "A picture with a white pixel has probability 0 in your products. White has the probability 1 − p.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    images = np.array(list(itertools.product([0, 1], repeat=len(p0))))
    a, b = [w * (images * p).prod(axis=1) for w, p in ((1 - prior, p0), (prior, p1))]
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "You multiplied down the columns, over all pictures. The probability of a picture is the product along its row.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    images = np.array(list(itertools.product([0, 1], repeat=len(p0))))
    a, b = [w * np.where(images == 1, p, 1 - p).prod(axis=0) for w, p in ((1 - prior, p0), (prior, p1))]
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "You returned the tallest bar of all. Each picture has a taller bar, and the accuracy is their sum.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return np.maximum(*joints(p0, p1, prior)).max()


@mistake(
    "d25-bayes_accuracy",
    "Your answer is 1 in every world: both bars of each picture are in the sum. Only the taller one is kept.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return np.add(*joints(p0, p1, prior)).sum()


@mistake(
    "d25-bayes_accuracy",
    "Your answer is the share of the commoner kind, the baseline, whatever the pixels say. Each kind has its own p(x | k), and the choice is made anew for each picture.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return max(part.sum() for part in joints(p0, p1, prior))


@mistake(
    "d25-bayes_accuracy",
    "In one of the two kinds you took black for white. Black has the probability p, white 1 − p, in both kinds.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    images = np.array(list(itertools.product([0, 1], repeat=len(p0))))
    a = (1 - prior) * np.where(images == 0, p0, 1 - np.asarray(p0)).prod(axis=1)
    b = prior * np.where(images == 1, p1, 1 - np.asarray(p1)).prod(axis=1)
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "Only the pictures in which kind 1 wins are in your sum. Where kind 0 wins, its bar is kept.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    a, b = joints(p0, p1, prior)
    return b[b > a].sum()


@mistake(
    "d25-bayes_accuracy",
    "You multiplied all pictures into one number. Each picture has a product of its own, along its row.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = (1 - prior) * np.where(X == 1, p0, 1 - p0).prod()
    b = prior * np.where(X == 1, p1, 1 - p1).prod()
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "You worked with the shares 0.6 and 0.4 of the small world. The caller names the prior.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = 0.6 * np.where(X == 1, p0, 1 - p0).prod(axis=1)
    b = 0.4 * np.where(X == 1, p1, 1 - p1).prod(axis=1)
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "You return the Bayes accuracy of the small world with three pixels, whatever comes in.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    return 0.7168


@mistake(
    "d25-bayes_accuracy",
    "You chose by p(x | k) alone and weighted afterwards. The share of the kind belongs into the choice, too.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = np.where(X == 1, p0, 1 - p0).prod(axis=1)
    b = np.where(X == 1, p1, 1 - p1).prod(axis=1)
    return np.where(a > b, (1 - prior) * a, prior * b).sum()


@mistake(
    "d25-bayes_accuracy",
    "Only kind 1 is weighted with its share. Kind 0 comes with the share 1 − prior.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = np.where(X == 1, p0, 1 - p0).prod(axis=1)
    b = prior * np.where(X == 1, p1, 1 - p1).prod(axis=1)
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "You multiplied with the share of the kind once for each pixel. It counts once for each picture.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = ((1 - prior) * np.where(X == 1, p0, 1 - p0)).prod(axis=1)
    b = (prior * np.where(X == 1, p1, 1 - p1)).prod(axis=1)
    return np.maximum(a, b).sum()


@mistake(
    "d25-bayes_accuracy",
    "Only the pictures in which kind 0 wins are in your sum. Where kind 1 wins, its bar is kept.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = (1 - prior) * np.where(X == 1, p0, 1 - np.asarray(p0)).prod(axis=1)
    b = prior * np.where(X == 1, p1, 1 - np.asarray(p1)).prod(axis=1)
    return a[a > b].sum()


@mistake(
    "d25-bayes_accuracy",
    "You counted the pictures in which kind 0 wins. Pictures do not come equally often: add their taller bars.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = (1 - prior) * np.where(X == 1, p0, 1 - np.asarray(p0)).prod(axis=1)
    b = prior * np.where(X == 1, p1, 1 - np.asarray(p1)).prod(axis=1)
    return (a > b).mean()


@mistake(
    "d25-bayes_accuracy",
    "The last picture is missing from your sum.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = (1 - prior) * np.where(X == 1, p0, 1 - np.asarray(p0)).prod(axis=1)
    b = prior * np.where(X == 1, p1, 1 - np.asarray(p1)).prod(axis=1)
    return np.maximum(a, b)[:-1].sum()


@mistake(
    "d25-bayes_accuracy",
    "You added only what the taller bar has more than the shorter one. The whole taller bar is kept.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = (1 - prior) * np.where(X == 1, p0, 1 - np.asarray(p0)).prod(axis=1)
    b = prior * np.where(X == 1, p1, 1 - np.asarray(p1)).prod(axis=1)
    return np.abs(a - b).sum()


@mistake(
    "d25-bayes_accuracy",
    "Only the first picture is in your sum. All of them count before the answer is returned.",
    caught_by="visible",
)
def bayes_accuracy(p0, p1, prior):
    X = all_images(len(p0))
    a = (1 - prior) * np.where(X == 1, p0, 1 - np.asarray(p0)).prod(axis=1)
    b = prior * np.where(X == 1, p1, 1 - np.asarray(p1)).prod(axis=1)
    return np.maximum(a, b)[0]


hints(
    "d25-bayes_accuracy",
    "For one picture: how often does it come as kind 0, how often as kind 1? Which of the two do you keep?",
    "np.where(images == 1, p0, 1 - p0) has one probability for each pixel of each picture; multiply along axis=1, then weight with the share of the kind.",
    "joint0 has the factor 1 - prior, joint1 the factor prior. np.maximum(joint0, joint1).sum() is the answer.",
)
why(
    "d25-bayes_accuracy",
    "A classifier names one kind for each picture, whatever it does inside. Naming the kind with the larger joint probability keeps the most, picture by picture, so the sum of the larger ones is the most that anyone can get.",
)

# ---------------------------------------------------------------- d25-evaluate_all


def row_of(right, rows, level=0.95):
    lo, hi = np.quantile(right[rows].mean(axis=1), [(1 - level) / 2, (1 + level) / 2])
    return right.mean(), lo, hi


@also_right("d25-evaluate_all")
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    hits = {name: (predict(X) == y).astype(float) for name, predict in models.items()}
    return {
        name: (hit.mean(), *np.quantile([hit[row].mean() for row in rows], (0.025, 0.975)))
        for name, hit in hits.items()
    }


@also_right("d25-evaluate_all")
def evaluate_all(models, X, y, rng):
    N, names = len(y), list(models)
    hits = np.array([models[name](X) == y for name in names], dtype=float)
    counts = np.array([np.bincount(row, minlength=N) for row in rng.integers(0, N, (1000, N))])
    scores = np.sort(hits @ counts.T / N, axis=1)
    return {
        name: [hits[i].mean(), np.quantile(scores[i], 0.025), np.quantile(scores[i], 0.975)]
        for i, name in enumerate(names)
    }


@mistake(
    "d25-evaluate_all",
    "You drew new resamples for every model, so one may get luckier pictures than another. Draw once, before the loop.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    return {
        name: row_of(predict(X) == y, rng.integers(0, len(y), (1000, len(y))))
        for name, predict in models.items()
    }


@mistake(
    "d25-evaluate_all",
    "Your interval has no width: both its ends are the accuracy itself. Resamples drawn with replacement differ from one another, and so do their means.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = np.array([rng.permutation(len(y)) for _ in range(1000)])
    return {name: row_of(predict(X) == y, rows) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "You returned the share of wrong answers. Accuracy is the share of right ones.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {name: row_of(predict(X) != y, rows) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your interval holds 90 % of the resamples. For 95 % a fortieth stays outside on each side: 0.025 and 0.975.",
    caught_by="hidden",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {name: row_of(predict(X) == y, rows, 0.9) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your interval reaches from the smallest to the largest of the thousand values. It grows with their number; take the quantiles 0.025 and 0.975.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {name: row_of(predict(X) == y, rows, 1.0) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "In place of the accuracy on all pictures you returned the mean over the resamples. It is close, and has noise that the accuracy has not.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {name: row_of(predict(X) == y, rows) for name, predict in models.items()}
    return {name: ((models[name](X) == y)[rows].mean(), *table[name][1:]) for name in models}


@mistake(
    "d25-evaluate_all",
    "Your accuracies stand under the wrong names: each should stand under the name of its own model.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {name: row_of(predict(X) == y, rows) for name, predict in zip(models, list(models.values())[::-1])}


@mistake(
    "d25-evaluate_all",
    "You returned after the first model. The table has a row for each.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    for name, predict in models.items():
        return {name: row_of(predict(X) == y, rows)}


@mistake(
    "d25-evaluate_all",
    "Your interval has no width: both its ends are the accuracy itself. Resamples drawn with replacement differ from one another, and so do their means.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    return {name: ((predict(X) == y).mean(),) * 3 for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your interval comes from the formula accuracy ± 1.96 standard errors. Asked for are quantiles of the thousand resampled accuracies.",
    caught_by="hidden",
)
def evaluate_all(models, X, y, rng):
    table = {}
    for name, predict in models.items():
        a = (predict(X) == y).mean()
        s = 1.96 * np.sqrt(a * (1 - a) / len(y))
        table[name] = a, a - s, a + s
    return table


@mistake(
    "d25-evaluate_all",
    "You returned a list. A dict is asked for, which leads from a name to its three numbers.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return [(name, *row_of(predict(X) == y, rows)) for name, predict in models.items()]


@mistake(
    "d25-evaluate_all",
    "You took the mean for each place in the resamples, over the thousand of them. The accuracy of a resample is the mean along its own row.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {
        name: ((predict(X) == y).mean(), *row_of((predict(X) == y), rows.T)[1:])
        for name, predict in models.items()
    }


@mistake(
    "d25-evaluate_all", "You counted the right answers. The accuracy is their share.", caught_by="visible"
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {
        name: tuple(len(y) * v for v in row_of(predict(X) == y, rows)) for name, predict in models.items()
    }


@mistake(
    "d25-evaluate_all",
    "You resampled the pictures and left the classes where they were, so a picture meets the class of another. Both go together.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        accs = [(predict(X[row]) == y).mean() for row in rows]
        table[name] = ((predict(X) == y).mean(), *np.quantile(accs, [0.025, 0.975]))
    return table


@mistake(
    "d25-evaluate_all",
    "Only the last model is in your table. Each adds its row to the same table.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    name = list(models)[-1]
    return {name: row_of(models[name](X) == y, rows)}


@mistake(
    "d25-evaluate_all",
    "The accuracy stands in the middle of your three numbers. It comes first, then the two ends.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {name: row_of(predict(X) == y, rows) for name, predict in models.items()}
    return {name: (lo, accuracy, hi) for name, (accuracy, lo, hi) in table.items()}


@mistake(
    "d25-evaluate_all",
    "Your interval holds half of the resamples. For 95 % a fortieth stays outside on each side: 0.025 and 0.975.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {name: row_of(predict(X) == y, rows, 0.5) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all", "You drew a hundred resamples. The docstring names a thousand.", caught_by="hidden"
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (100, len(y)))
    return {name: row_of(predict(X) == y, rows) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your interval counts right answers where a share is asked for: the mean of each resample, not its sum.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[name] = (accuracy, len(y) * lo, len(y) * hi)
    return table


@mistake(
    "d25-evaluate_all",
    "Your interval ends where it should begin: the lower end comes before the upper one.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[name] = (accuracy, hi, lo)
    return table


@mistake(
    "d25-evaluate_all",
    "You returned how far the ends lie from the accuracy. The ends themselves are asked for.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[name] = (accuracy, accuracy - lo, hi - accuracy)
    return table


@mistake(
    "d25-evaluate_all",
    "Nothing is ever right in your table. Has a model been asked? predict is a function, and predict(X) its answers.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    return {name: (0.0, 0.0, 0.0) for name in models}


@mistake(
    "d25-evaluate_all",
    "Your table of rows stands on its side. It has a thousand rows of N places: (1000, N).",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (len(y), 1000))
    return {name: row_of(predict(X) == y, rows) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your resamples never draw the last example: integers stops before its second number, so it has to be N.",
    caught_by="hidden",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, max(len(y) - 1, 1), (1000, len(y)))
    return {name: row_of(predict(X) == y, rows) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your resamples never draw the first example: its place is 0.",
    caught_by="hidden",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(min(1, len(y) - 1), len(y), (1000, len(y)))
    return {name: row_of(predict(X) == y, rows) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your resamples come from a generator of your own. Draw them with the rng that the caller hands in.",
    caught_by="hidden",
)
def evaluate_all(models, X, y, rng):
    rows = np.random.default_rng(25).integers(0, len(y), (1000, len(y)))
    return {name: row_of(predict(X) == y, rows) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your accuracies are in percent. A share between 0 and 1 is asked for.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[name] = (100 * accuracy, 100 * lo, 100 * hi)
    return table


@mistake(
    "d25-evaluate_all",
    "Your interval lies among the lowest resamples: 0.025 and 0.975 were taken as percents, less than one of a hundred. np.quantile counts from 0 to 1.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {
        name: ((predict(X) == y).mean(), *np.percentile((predict(X) == y)[rows].mean(axis=1), [0.025, 0.975]))
        for name, predict in models.items()
    }


@mistake(
    "d25-evaluate_all",
    "You put both ends into a tuple of their own. Three numbers stand side by side: accuracy, lo, hi.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[name] = (accuracy, (lo, hi))
    return table


@mistake(
    "d25-evaluate_all",
    "You rounded the numbers. Hand on all digits.",
    caught_by="hidden",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[name] = (round(accuracy, 2), round(lo, 2), round(hi, 2))
    return table


@mistake(
    "d25-evaluate_all",
    "Your interval comes from the formula accuracy ± 1.96 standard errors. Asked for are quantiles of the thousand resampled accuracies.",
    caught_by="hidden",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        half = 1.96 * right[rows].mean(axis=1).std(ddof=1)
        table[name] = (right.mean(), right.mean() - half, right.mean() + half)
    return table


@mistake(
    "d25-evaluate_all",
    "Your interval reaches one standard deviation to either side and holds about two thirds of the resamples. Asked for are the quantiles 0.025 and 0.975.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accs = right[rows].mean(axis=1)
        table[name] = (right.mean(), accs.mean() - accs.std(ddof=1), accs.mean() + accs.std(ddof=1))
    return table


@mistake(
    "d25-evaluate_all",
    "Your resamples hold half as many pictures as the test. Each resample has N of them: (1000, N).",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y) // 2))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {name: row_of(predict(X) == y, rows) for name, predict in models.items()}


@mistake(
    "d25-evaluate_all",
    "Your table leads from numbers to results. What leads to the three numbers is the name of the model.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[len(table)] = (accuracy, lo, hi)
    return table


@mistake(
    "d25-evaluate_all",
    "Two numbers stand for each model, the ends of its interval. The accuracy comes before them.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[name] = (lo, hi)
    return table


@mistake(
    "d25-evaluate_all",
    "np.quantile refuses what lies outside of 0 to 1 (Quantiles must be in the range [0, 1]): 2.5 percent is 0.025, 97.5 is 0.975.",
    caught_by="visible",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    return {
        name: ((predict(X) == y).mean(), *np.quantile((predict(X) == y)[rows].mean(axis=1), [2.5, 97.5]))
        for name, predict in models.items()
    }


@mistake(
    "d25-evaluate_all",
    "Your models stand in another order than they came in.",
    caught_by="hidden",
)
def evaluate_all(models, X, y, rng):
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        right = predict(X) == y
        accuracy, lo, hi = row_of(right, rows)
        table[name] = (accuracy, lo, hi)
    return dict(sorted(table.items(), key=lambda item: -item[1][0]))


hints(
    "d25-evaluate_all",
    "Per model: where is it right? Then the mean of that, and its mean on every resample.",
    "rows = rng.integers(0, len(y), (1000, len(y))) stands before the loop. right = predict(X) == y, and right[rows].mean(axis=1) are a thousand accuracies.",
    "In the loop: table[name] = right.mean(), lo, hi with lo, hi = np.quantile(right[rows].mean(axis=1), [0.025, 0.975]).",
)
why(
    "d25-evaluate_all",
    "A table of rows makes a thousand resamples in one line, and using the same table for all models judges all on the same pictures. Nothing is trained again: the interval speaks of the luck of the test, not of the training.",
)

# ---------------------------------------------------------------- d25-paired_difference


def interval(means, level):
    lo, hi = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return lo, hi


def num(x):
    return np.asarray(x).astype(float)


@also_right("d25-paired_difference")
def paired_difference(correct_a, correct_b, reps, level, rng):
    rows = rng.integers(0, len(correct_a), (reps, len(correct_a)))
    gaps = correct_a[rows].mean(axis=1) - correct_b[rows].mean(axis=1)
    return np.quantile(gaps, (1 - level) / 2), np.quantile(gaps, (1 + level) / 2)


@also_right("d25-paired_difference")
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = np.array([int(a) - int(b) for a, b in zip(correct_a, correct_b)])
    means = [gaps[row].sum() / len(gaps) for row in rng.integers(0, len(gaps), (reps, len(gaps)))]
    return interval(means, level)


@mistake(
    "d25-paired_difference",
    "You resampled the two models apart, each on pictures of its own. The luck they share no longer cancels, and two models with the same answers seem to differ.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    n = len(correct_a)
    a = num(correct_a)[rng.integers(0, n, (reps, n))].mean(axis=1)
    b = num(correct_b)[rng.integers(0, n, (reps, n))].mean(axis=1)
    return interval(a - b, level)


@mistake(
    "d25-paired_difference",
    "You subtracted A from B. The interval is for A less B: above 0 where A is better.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_b) - num(correct_a), np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "You made an interval for each model and subtracted the ends. Ends of intervals do not subtract; take the difference picture by picture first.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    a = bootstrap_ci(num(correct_a), np.mean, reps, level, rng)
    b = bootstrap_ci(num(correct_b), np.mean, reps, level, rng)
    return a[0] - b[1], a[1] - b[0]


@mistake(
    "d25-paired_difference",
    "All your resampled means are the same number, so the interval has no width. Draw N of the N differences with replacement, and only then take the mean.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = num(correct_a) - num(correct_b)
    return interval([rng.permutation(gaps).mean() for _ in range(reps)], level)


@mistake(
    "d25-paired_difference",
    "You counted where the two differ, whoever is right. Where only B is right the difference is −1, so that gains and losses can cancel.",
    caught_by="hidden",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(np.abs(num(correct_a) - num(correct_b)), np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "You dropped every picture on which the two agree. They count as 0: the mean goes over all pictures.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = num(correct_a) - num(correct_b)
    return bootstrap_ci(gaps[gaps != 0] if (gaps != 0).any() else gaps, np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "Your interval always holds 95 % of the resamples. The caller names the level.",
    caught_by="hidden",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a) - num(correct_b), np.mean, reps, 0.95, rng)


@mistake(
    "d25-paired_difference",
    "You draw a number of resamples of your own. The caller names it: reps.",
    caught_by="hidden",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a) - num(correct_b), np.mean, 1000, level, rng)


@mistake(
    "d25-paired_difference",
    "numpy refuses to subtract True and False (boolean subtract). Make numbers of one of them first.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(correct_a - correct_b, np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "You returned the difference of the two accuracies. The interval around it is asked for, two numbers.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return num(correct_a).mean() - num(correct_b).mean()


@mistake(
    "d25-paired_difference",
    "Pictures on which only B is right count as 0 for you. They count as −1.",
    caught_by="hidden",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci((num(correct_a) > num(correct_b)).astype(float), np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "You added the differences. The difference of two accuracies is their mean.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a) - num(correct_b), np.sum, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "You took the median of the differences. Most of them are 0; the difference of two accuracies is their mean.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a) - num(correct_b), np.median, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "Your interval comes from the formula mean ± 1.96 standard errors. Asked for are quantiles of resampled means, at the level of the caller.",
    caught_by="hidden",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = num(correct_a) - num(correct_b)
    half = 1.96 * gaps.std(ddof=0) / np.sqrt(len(gaps))
    return gaps.mean() - half, gaps.mean() + half


@mistake(
    "d25-paired_difference",
    "You subtracted the lower end from the lower end and the upper from the upper. Ends of intervals do not subtract; take the difference picture by picture first.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    a = bootstrap_ci(num(correct_a), np.mean, reps, level, rng)
    b = bootstrap_ci(num(correct_b), np.mean, reps, level, rng)
    return a[0] - b[0], a[1] - b[1]


@mistake(
    "d25-paired_difference",
    "B has no part in your interval: it is that of the accuracy of A alone.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a), np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "bootstrap_ci takes its arguments in the order x, stat, reps, level, rng. In another order it cannot go on: a float, the level, is no integer, as reps has to be.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = num(correct_a) - num(correct_b)
    return bootstrap_ci(gaps, np.mean, level, reps, rng)


@mistake(
    "d25-paired_difference",
    "bootstrap_ci calls what you hand in on each resample, and a number cannot be called (not callable). Hand in the function, np.mean.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = num(correct_a) - num(correct_b)
    return bootstrap_ci(gaps, gaps.mean(), reps, level, rng)


@mistake(
    "d25-paired_difference",
    "Your resamples come from a generator of your own. Draw them with the rng that the caller hands in.",
    caught_by="hidden",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = num(correct_a) - num(correct_b)
    return bootstrap_ci(gaps, np.mean, reps, level, np.random.default_rng(25))


@mistake(
    "d25-paired_difference",
    "You dropped every picture on which the two agree. They count as 0: the mean goes over all pictures.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = num(correct_a) - num(correct_b)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return bootstrap_ci(gaps[gaps != 0], np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "numpy refuses to subtract True and False (boolean subtract). Make numbers of one of them first.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    correct_a -= correct_b
    return bootstrap_ci(correct_a, np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "bootstrap_ci cannot resample a single number, which has no len(). Hand it the differences picture by picture; it takes the mean of each resample.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a).mean() - num(correct_b).mean(), np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "Outside of your interval lies the share 1 − level on each side. On each side only half of it belongs there: the quantiles are (1 − level) / 2 and (1 + level) / 2.",
    caught_by="hidden",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = num(correct_a) - num(correct_b)
    means = gaps[rng.integers(0, len(gaps), (reps, len(gaps)))].mean(axis=1)
    return np.quantile(means, 1 - level), np.quantile(means, level)


@mistake(
    "d25-paired_difference",
    "Your differences of −1 have become 255: the type uint8 holds no negative numbers. Use float.",
    caught_by="hidden",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    gaps = np.asarray(correct_a).astype(np.uint8) - np.asarray(correct_b).astype(np.uint8)
    return bootstrap_ci(gaps, np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "You added the two models. The interval is for their difference, A less B.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a) + num(correct_b), np.mean, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "Your interval is for how much the differences vary. Asked for is one for their mean.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a) - num(correct_b), np.std, reps, level, rng)


@mistake(
    "d25-paired_difference",
    "Your interval holds the share 1 − level of the resamples. Hand on level itself.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci(num(correct_a) - num(correct_b), np.mean, reps, 1 - level, rng)


@mistake(
    "d25-paired_difference",
    "You counted where the two agree. What tells them apart is where they differ: 1 if only A is right, −1 if only B is.",
    caught_by="visible",
)
def paired_difference(correct_a, correct_b, reps, level, rng):
    return bootstrap_ci((correct_a == correct_b).astype(float), np.mean, reps, level, rng)


hints(
    "d25-paired_difference",
    "Make one list out of two: for each picture 1, 0 or −1. Of what is its mean the difference?",
    "correct_a.astype(float) - correct_b is that list. Its mean is the accuracy of A less the accuracy of B.",
    "return bootstrap_ci(gaps, np.mean, reps, level, rng).",
)
why(
    "d25-paired_difference",
    "The mean of the differences is the difference of the means, and resampling whole pictures keeps each pair together. On pictures where both are right or both wrong the difference is 0, and their luck is gone.",
)

# ---------------------------------------------------------------- changes that change nothing

equivalent(
    "d25-bayes_accuracy",
    "joint0 = (1 - prior) * np.where(images == 1, p0, 1 - p0).prod(axis=1) → joint0 = (1 - prior) * np.where(images >= 1, p0, 1 - p0).prod(axis=1)",
    "pixels are 0 or 1",
)
equivalent(
    "d25-bayes_accuracy",
    "joint1 = prior * np.where(images == 1, p1, 1 - p1).prod(axis=1) → joint1 = prior * np.where(images >= 1, p1, 1 - p1).prod(axis=1)",
    "pixels are 0 or 1",
)
