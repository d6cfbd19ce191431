"""Right and wrong answers to day 15: least squares by projection."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d15-review


@also_right("d15-review")
def review_15(n1, mean1, var1, n2, mean2, var2):
    """By the mean of the squares, less the square of the mean."""
    share = n2 / (n1 + n2)
    mean = mean1 + share * (mean2 - mean1)
    return mean, (1 - share) * var1 + share * var2 + share * (1 - share) * (mean2 - mean1) ** 2


@also_right("d15-review")
def review_15(n1, mean1, var1, n2, mean2, var2):
    n = n1 + n2
    mean = (n1 * mean1 + n2 * mean2) / n
    squares = n1 * (var1 + mean1**2) + n2 * (var2 + mean2**2)
    return mean, squares / n - mean**2


def _joined(n1, mean1, var1, n2, mean2, var2):
    n = n1 + n2
    mean = (n1 * mean1 + n2 * mean2) / n
    return mean, (n1 * (var1 + (mean1 - mean) ** 2) + n2 * (var2 + (mean2 - mean) ** 2)) / n


@mistake("d15-review", "Your mean lies halfway between the two means. A large group counts more than a small one.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean = (mean1 + mean2) / 2
    return mean, (n1 * (var1 + (mean1 - mean) ** 2) + n2 * (var2 + (mean2 - mean) ** 2)) / (n1 + n2)


@mistake("d15-review", "Your variance is the mean of the two variances. The distance of the two means adds to the spread.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    return _joined(n1, mean1, var1, n2, mean2, var2)[0], (n1 * var1 + n2 * var2) / (n1 + n2)


@mistake("d15-review", "You divided the sum of squares by n − 1. The variance asked for has the divisor n.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean, var = _joined(n1, mean1, var1, n2, mean2, var2)
    return mean, var * (n1 + n2) / max(n1 + n2 - 1, 1)


@mistake("d15-review", "You returned the standard deviation, the root. Asked for is the variance.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean, var = _joined(n1, mean1, var1, n2, mean2, var2)
    return mean, var**0.5


@mistake("d15-review", "You added the variances and divided by nothing. Each is weighted by its group's share of all numbers.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    return _joined(n1, mean1, var1, n2, mean2, var2)[0], var1 + var2


@mistake("d15-review", "The distances of the two means from the common one came in without being squared.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean, _ = _joined(n1, mean1, var1, n2, mean2, var2)
    return mean, (n1 * (var1 + abs(mean1 - mean)) + n2 * (var2 + abs(mean2 - mean))) / (n1 + n2)


@mistake("d15-review", "Your mean and your variance count the two groups alike. A large group has more say, in both.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean = (mean1 + mean2) / 2
    return mean, (var1 + (mean1 - mean) ** 2 + var2 + (mean2 - mean) ** 2) / 2


@mistake("d15-review", "Your variance counts the two groups alike. What each group adds to the spread is weighted by its size.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean, _ = _joined(n1, mean1, var1, n2, mean2, var2)
    return mean, (var1 + (mean1 - mean) ** 2 + var2 + (mean2 - mean) ** 2) / 2


@mistake("d15-review", "Each variance is multiplied by its group's size, the squared distance beside it is not. The size weights the sum of both.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean, _ = _joined(n1, mean1, var1, n2, mean2, var2)
    return mean, (n1 * var1 + (mean1 - mean) ** 2 + n2 * var2 + (mean2 - mean) ** 2) / (n1 + n2)


@mistake("d15-review", "You added what the two groups give and divided by nothing. Each is weighted by its group's share of all numbers.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean, _ = _joined(n1, mean1, var1, n2, mean2, var2)
    return mean, var1 + (mean1 - mean) ** 2 + var2 + (mean2 - mean) ** 2


@mistake("d15-review", "You added the squared distance between the two means. What counts is the distance of each from the common mean.", caught_by="visible")
def review_15(n1, mean1, var1, n2, mean2, var2):
    mean, _ = _joined(n1, mean1, var1, n2, mean2, var2)
    return mean, (n1 * var1 + n2 * var2) / (n1 + n2) + (mean1 - mean2) ** 2


hints(
    "d15-review",
    "First the common mean, in which every number counts once. Then ask how far a member of each group is from it, squared, on average.",
    "In group 1 that is var1 + (mean1 − mean)**2; likewise in group 2.",
    "Weight these two by n1 and n2, add, divide by n1 + n2.",
)
why(
    "d15-review",
    "Within a group, squared distances from any point average to the variance plus the squared distance of the group's mean from that point (day 8). Averaging over both groups, each by its size, gives the whole.",
)

# ---------------------------------------------------------------- d15-lstsq_normal


@also_right("d15-lstsq_normal")
def lstsq_normal(X, y):
    return np.linalg.lstsq(np.asarray(X, dtype=float), np.asarray(y, dtype=float), rcond=None)[0]


@also_right("d15-lstsq_normal")
def lstsq_normal(X, y):
    Q, R = np.linalg.qr(np.asarray(X, dtype=float))
    return np.linalg.solve(R, Q.T @ y)


@mistake("d15-lstsq_normal", "You returned predictions. Asked for are the weights, one for each column of X.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return X @ np.linalg.solve(X.T @ X, X.T @ y)


@mistake("d15-lstsq_normal", "You added a column of ones. X has all its columns already, and gets one weight for each.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.column_stack([np.full(len(X), 1.0), X])
    return np.linalg.lstsq(X, np.asarray(y, dtype=float), rcond=None)[0]


@mistake("d15-lstsq_normal", "You returned Xᵀy without solving for the weights: XᵀX still stands before them.", caught_by="visible")
def lstsq_normal(X, y):
    return np.asarray(X, dtype=float).T @ y


@mistake("d15-lstsq_normal", "You divided entry by entry where a system of equations has to be solved.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    with np.errstate(all="ignore"):
        return X.T @ y / (X.T @ X).diagonal().reshape((-1,) + (1,) * (np.ndim(y) - 1))


@mistake("d15-lstsq_normal", "You took the mean away from the targets first. That changes the first weight of a fit with a column of ones.", caught_by="visible")
def lstsq_normal(X, y):
    y = np.asarray(y, dtype=float)
    return np.linalg.lstsq(np.asarray(X, dtype=float), y - y.mean(axis=0), rcond=None)[0]


@mistake("d15-lstsq_normal", "You multiplied by XᵀX. The normal equations have it on the left, before the weights; the way to them is a solution, not a product.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ X @ (X.T @ y)


@mistake("d15-lstsq_normal", "You fitted the first D measurements only. All of them have a say.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    D = X.shape[1]
    return np.linalg.solve(X[:D], np.asarray(y, dtype=float)[:D])


@mistake("d15-lstsq_normal", "You serve one target only. A table of targets has one in each column, and a column of weights for each.", caught_by="visible")
def lstsq_normal(X, y):
    y = np.asarray(y, dtype=float)
    return np.linalg.lstsq(np.asarray(X, dtype=float), y if y.ndim == 1 else y[:, 0], rcond=None)[0]


@mistake("d15-lstsq_normal", "Whole numbers of few bits were multiplied as they are: their products outgrow the type and start over. Turn X into floats first.", caught_by="hidden")
def lstsq_normal(X, y):
    X = np.asarray(X)
    return np.linalg.solve((X.T @ X).astype(float), (X.T @ y).astype(float))


@mistake("d15-lstsq_normal", "The rows of X meet each other and y here. The normal equations are products of columns: X.T @ X on the left, X.T @ y on the right.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X @ X.T, X @ y)


@mistake("d15-lstsq_normal", "A transpose is missing. The normal equations are products of columns: X.T @ X on the left, X.T @ y on the right.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X @ X, X @ y)


@mistake("d15-lstsq_normal", "The right side is y itself, one number for each measurement. It should be X.T @ y, one for each column.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X.T @ X, y)


@mistake("d15-lstsq_normal", "You solved X w = y itself. That works for square tables only, and with more rows than columns numpy stops. Solve the normal equations: X.T @ X is square.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X, y)


@mistake("d15-lstsq_normal", "You returned the residual. Asked for are the weights, one for each column of X.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return y - X @ np.linalg.solve(X.T @ X, X.T @ y)


@mistake("d15-lstsq_normal", "The sign * multiplies entry by entry. Products of tables are written @: X.T @ X and X.T @ y.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X.T * X, X.T * y)


@mistake("d15-lstsq_normal", "You added a column of ones. X has all its columns already, and gets one weight for each.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.column_stack([np.full(len(X), 1.0), np.asarray(X, dtype=float)])
    return np.linalg.solve(X.T @ X, X.T @ y)


@mistake("d15-lstsq_normal", "np.linalg.lstsq hands back four things, of which the weights are the first: take [0].", caught_by="visible")
def lstsq_normal(X, y):
    return np.linalg.lstsq(np.asarray(X, dtype=float), y)


@mistake("d15-lstsq_normal", "Your product with y is turned: it is right for one target only. For several, it is X.T @ y, with X first.", caught_by="visible")
def lstsq_normal(X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    return np.linalg.solve(X.T @ X, y.T @ X)


@mistake("d15-lstsq_normal", "The inverse stands on the wrong side: that is right for one target only. It comes first, left of X.T @ y.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ y @ np.linalg.inv(X.T @ X)


@mistake("d15-lstsq_normal", "You divided entry by entry where a system of equations has to be solved.", caught_by="visible")
def lstsq_normal(X, y):
    X = np.asarray(X, dtype=float)
    return (X.T @ y) / (X.T @ X)


hints(
    "d15-lstsq_normal",
    "Two products are needed, both with the transpose of X; then a system of D equations is solved.",
    "The matrix of the system is X.T @ X, its right side X.T @ y.",
    "np.linalg.solve(X.T @ X, X.T @ y).",
)
why(
    "d15-lstsq_normal",
    "Orthogonal to every column means Xᵀ times the residual is zero, and that is one linear equation for each weight. Millions of measurements end in a system as small as the number of columns.",
)

# ---------------------------------------------------------------- d15-design


@also_right("d15-design")
def design(x, degree):
    return np.vander(np.asarray(x, dtype=float), degree + 1, increasing=True)


@also_right("d15-design")
def design(x, degree):
    return np.array([[float(value) ** power for power in range(degree + 1)] for value in x])


@mistake("d15-design", "The column of ones is missing: power 0 belongs to it.", caught_by="visible")
def design(x, degree):
    return np.asarray(x, dtype=float)[:, None] ** np.arange(1, degree + 1)


@mistake("d15-design", "Your highest power comes first. The columns rise from 1 to the power of the degree.", caught_by="visible")
def design(x, degree):
    return np.vander(np.asarray(x, dtype=float), degree + 1)


@mistake("d15-design", "Your last power is one too low: from 0 to the degree there are degree + 1 powers.", caught_by="visible")
def design(x, degree):
    return np.asarray(x, dtype=float)[:, None] ** np.arange(degree)


@mistake("d15-design", "Your table lies on its side. Each place has a row, each power a column.", caught_by="visible")
def design(x, degree):
    return (np.asarray(x, dtype=float)[:, None] ** np.arange(degree + 1)).T


@mistake("d15-design", "Your columns are multiples 0, x, 2x, … of x. Powers are asked for.", caught_by="visible")
def design(x, degree):
    return np.asarray(x, dtype=float)[:, None] * np.arange(degree + 1)


@mistake("d15-design", "You raised the powers to x: the number k stands below and x above. The other way around is asked for.", caught_by="visible")
def design(x, degree):
    with np.errstate(all="ignore"):
        return np.arange(degree + 1.0) ** np.asarray(x, dtype=float)[:, None]


@mistake("d15-design", "You returned the last column alone.", caught_by="visible")
def design(x, degree):
    return np.asarray(x, dtype=float) ** degree


@mistake("d15-design", "High powers of whole numbers outgrow their 64 bits and start over without a warning. Turn x into floats first.", caught_by="hidden")
def design(x, degree):
    return np.asarray(x)[:, None] ** np.arange(degree + 1)


@mistake("d15-design", "Your highest power comes first. The columns rise from 1 to the power of the degree.", caught_by="visible")
def design(x, degree):
    return np.vander(x, degree + 1)


@mistake("d15-design", "Your last power is one too low: from 0 to the degree there are degree + 1 powers.", caught_by="visible")
def design(x, degree):
    return np.asarray(x)[:, None] ** np.arange(degree)


@mistake("d15-design", "The powers between 1 and the degree are missing. Each power has a column, from 0 to the degree.", caught_by="visible")
def design(x, degree):
    x = np.asarray(x, dtype=float)
    return np.column_stack([np.full(len(x), 1.0), x, x**degree])


@mistake("d15-design", "Your table has the column of ones alone, whatever the degree. Does the loop end in its first pass?", caught_by="visible")
def design(x, degree):
    return np.full((len(x), 1), 1.0)


@mistake("d15-design", "The places and the powers are rows both, and two rows meet entry by entry. Make the places a column: x[:, None].", caught_by="visible")
def design(x, degree):
    return np.asarray(x, dtype=float) ** np.arange(degree + 1)


hints(
    "d15-design",
    "Every place meets every power. Which of the two should be a column, which a row?",
    "x[:, None] has shape (N, 1), np.arange(degree + 1) has shape (degree + 1,). What does ** make of them?",
    "np.asarray(x, dtype=float)[:, None] ** np.arange(degree + 1).",
)
why("d15-design", "A column of places against a row of powers fills a table (day 11), and in Python 0.0 ** 0 is 1, as it should be for a column of ones.")

# ---------------------------------------------------------------- d15-ridge


def _ridge(X, y, P):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X.T @ X + P, X.T @ y)


@also_right("d15-ridge")
def ridge(X, y, lam):
    """The extra rows, written out."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    rows = np.sqrt(lam) * np.eye(X.shape[1])[1:]
    zeros = np.zeros((len(rows), *y.shape[1:]))
    return np.linalg.lstsq(np.concatenate([X, rows]), np.concatenate([y, zeros]), rcond=None)[0]


@also_right("d15-ridge")
def ridge(X, y, lam):
    """Centered columns need no ones; the first weight follows from the means."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    F = X[:, 1:] - X[:, 1:].mean(axis=0)
    w = np.linalg.solve(F.T @ F + lam * np.eye(F.shape[1]), F.T @ (y - y.mean(axis=0)))
    return np.concatenate([[y.mean(axis=0) - X[:, 1:].mean(axis=0) @ w], w])


@mistake("d15-ridge", "The ones column pays in your fit as well. Its weight, the height of it all, should be free.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, lam * np.eye(np.shape(X)[1]))


@mistake("d15-ridge", "No price is paid: your weights are those of the plain fit for every lam.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, 0.0)


@mistake("d15-ridge", "Your price was squared: lam times lam stands on the diagonal.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, lam**2 * np.diag([0.0] + [1.0] * (np.shape(X)[1] - 1)))


@mistake("d15-ridge", "The root of lam stands on the diagonal. The root belongs to the extra rows; multiplied with themselves they give lam.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, np.sqrt(lam) * np.diag([0.0] + [1.0] * (np.shape(X)[1] - 1)))


@mistake("d15-ridge", "Your price grows with the number of measurements. It is lam, whatever N is.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, len(X) * lam * np.diag([0.0] + [1.0] * (np.shape(X)[1] - 1)))


@mistake("d15-ridge", "lam was added to every entry of XᵀX, but for the first. It belongs on the diagonal.", caught_by="hidden")
def ridge(X, y, lam):
    P = np.full((np.shape(X)[1],) * 2, float(lam))
    P[0, :] = P[:, 0] = 0.0
    return _ridge(X, y, P)


@mistake("d15-ridge", "lam was added to all of XᵀX. It belongs on the diagonal, but for the first place.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, lam)


@mistake("d15-ridge", "Your price has the wrong sign: large weights are rewarded.", caught_by="visible")
def ridge(X, y, lam):
    D = np.shape(X)[1]
    P = -lam * np.diag([0.0] + [1.0] * (D - 1))
    X = np.asarray(X, dtype=float)
    return np.linalg.lstsq(X.T @ X + P, X.T @ np.asarray(y, dtype=float), rcond=None)[0]


@mistake("d15-ridge", "The last weight is free in your fit, and the first one pays. The ones column is the first.", caught_by="visible")
def ridge(X, y, lam):
    P = lam * np.eye(np.shape(X)[1])
    P[-1, -1] = 0.0
    return _ridge(X, y, P)


@mistake("d15-ridge", "You added a column of ones. X has one already, as its first.", caught_by="visible")
def ridge(X, y, lam):
    X = np.column_stack([np.full(len(X), 1.0), X])
    P = lam * np.eye(X.shape[1])
    P[0, 0] = 0.0
    return np.linalg.lstsq(X.T @ X + P, X.T @ np.asarray(y, dtype=float), rcond=None)[0]


@mistake("d15-ridge", "You returned predictions. Asked for are the weights.", caught_by="visible")
def ridge(X, y, lam):
    return np.asarray(X, dtype=float) @ _ridge(X, y, lam * np.diag([0.0] + [1.0] * (np.shape(X)[1] - 1)))


@mistake("d15-ridge", "Whole numbers of few bits were multiplied as they are: their products outgrow the type and start over. Turn X into floats first.", caught_by="hidden")
def ridge(X, y, lam):
    penalty = lam * np.eye(X.shape[1])
    penalty[0, 0] = 0.0
    return np.linalg.solve(X.T @ X + penalty, X.T @ y)


@mistake("d15-ridge", "Your price has the wrong sign: large weights are rewarded. Where the price is as large as the diagonal, the matrix is singular and numpy stops.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, -lam * np.diag([0.0] + [1.0] * (np.shape(X)[1] - 1)))


@mistake("d15-ridge", "The price does not depend on lam: it is 1 for every weight but the first.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, np.diag([0.0] + [1.0] * (np.shape(X)[1] - 1)))


@mistake("d15-ridge", "The ones column pays 1 in your fit, whatever lam is. It pays nothing: the first place of the penalty is 0.", caught_by="visible")
def ridge(X, y, lam):
    return _ridge(X, y, np.diag([1.0] + [float(lam)] * (np.shape(X)[1] - 1)))


@mistake("d15-ridge", "Your penalty has a row for each measurement. It belongs to XᵀX, so it has one for each column of X.", caught_by="hidden")
def ridge(X, y, lam):
    X = np.asarray(X, dtype=float)
    P = lam * np.eye(len(X))
    P[0, 0] = 0.0
    return np.linalg.solve(X.T @ X + P, X.T @ y)


@mistake("d15-ridge", "You shrank the weights of the plain fit, all but the first by the same factor. The price belongs into the equations, on the diagonal of XᵀX.", caught_by="visible")
def ridge(X, y, lam):
    w = _ridge(X, y, 0.0)
    w[1:] = w[1:] / (1 + lam)
    return w


@mistake("d15-ridge", "The first place of XᵀX became 0. The 0 belongs into the penalty; N, the sum of the ones, stays where it is.", caught_by="visible")
def ridge(X, y, lam):
    X = np.asarray(X, dtype=float)
    A = X.T @ X + lam * np.eye(X.shape[1])
    A[0, 0] = 0.0
    return np.linalg.solve(A, X.T @ y)


@mistake("d15-ridge", "You added a column of ones. X has one already, as its first.", caught_by="visible")
def ridge(X, y, lam):
    X = np.column_stack([np.full(len(X), 1.0), np.asarray(X, dtype=float)])
    P = lam * np.eye(X.shape[1])
    P[0, 0] = 0.0
    return np.linalg.solve(X.T @ X + P, X.T @ y)


@mistake("d15-ridge", "lam was added to the right side as well. There Xᵀy stays as it is.", caught_by="visible")
def ridge(X, y, lam):
    X = np.asarray(X, dtype=float)
    P = lam * np.eye(X.shape[1])
    P[0, 0] = 0.0
    return np.linalg.solve(X.T @ X + P, X.T @ y + lam)


@mistake("d15-ridge", "The last weight pays nothing in your fit, nor does the first. All but the first pay.", caught_by="visible")
def ridge(X, y, lam):
    P = lam * np.eye(np.shape(X)[1])
    P[0, 0] = P[-1, -1] = 0.0
    return _ridge(X, y, P)


hints(
    "d15-ridge",
    "It is the plain fit with one thing added to XᵀX. What, and where not?",
    "lam * np.eye(D) puts lam on the diagonal of a table of zeros; its first entry has to be 0.",
    "penalty[0, 0] = 0.0, then np.linalg.solve(X.T @ X + penalty, X.T @ y).",
)
why(
    "d15-ridge",
    "The extra rows √λ with targets 0 are measurements like all others; multiplied with themselves they add λ to the diagonal, and to Xᵀy they add nothing. The ones column gets no such row, so that adding 1000 to all targets moves the first weight by 1000 and nothing else.",
)

# ---------------------------------------------------------------- d15-gram_schmidt


def _schmidt(V, tol=1e-9, classical=False, unit=True, drop=True, shadow="unit", limit=None):
    U = []
    for v in np.array(V, dtype=float):
        r = v.copy()
        for u in U:
            against = v if classical else r
            scale = 1.0 if shadow == "unit" else (u @ u)
            r = r - (u @ against) / (scale if scale else 1.0) * u
        small = tol * np.linalg.norm(v) if limit is None else limit
        length = np.linalg.norm(r)
        if length > small or not drop:
            with np.errstate(all="ignore"):
                U.append(r / length if unit else r)
    return np.array(U).reshape(-1, np.shape(V)[1])


@also_right("d15-gram_schmidt")
def gram_schmidt(V, tol=1e-9):
    """Each direction found is taken out of all later rows at once."""
    rows, V = np.array(V, dtype=float), np.array(V, dtype=float)
    U = np.zeros((0, V.shape[1]))
    for i in range(len(V)):
        length = np.sqrt((rows[i] ** 2).sum())
        if length > tol * np.sqrt((V[i] ** 2).sum()):
            u = rows[i] / length
            rows[i + 1 :] -= (rows[i + 1 :] @ u)[:, None] * u
            U = np.concatenate([U, u[None, :]])
    return U


@also_right("d15-gram_schmidt")
def gram_schmidt(V, tol=1e-9):
    """All shadows at once, twice: what rounding left of them goes in the second pass."""
    V = np.asarray(V, dtype=float)
    U = np.zeros((0, V.shape[1]))
    for v in V:
        r = v - U.T @ (U @ v)
        r = r - U.T @ (U @ r)
        if np.linalg.norm(r) > tol * np.linalg.norm(v):
            U = np.concatenate([U, [r / np.linalg.norm(r)]])
    return U


@mistake("d15-gram_schmidt", "Your directions do not have length 1. Divide what is left by its length.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    return _schmidt(V, tol, unit=False, shadow="any")


@mistake("d15-gram_schmidt", "Each shadow was computed from the first v. For rows that are nearly equal the rounding then leaves directions that are not at right angles.", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    return _schmidt(V, tol, classical=True)


@mistake("d15-gram_schmidt", "A row that says nothing new was kept: what rounding leaves of it was blown up to length 1, or 0 was divided by 0.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    return _schmidt(V, drop=False)


@mistake("d15-gram_schmidt", "You straightened the columns. The directions are the rows of V.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    return _schmidt(np.asarray(V, dtype=float).T, tol).T


@mistake("d15-gram_schmidt", "The rows became 1 long, and nothing was taken away: they are not at right angles.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    V = np.array([v for v in np.array(V, dtype=float) if np.linalg.norm(v) > 0]).reshape(-1, np.shape(V)[1])
    return V / np.sqrt((V**2).sum(axis=1, keepdims=True))


@mistake("d15-gram_schmidt", "Only the shadow on the direction found last was taken away. All directions found so far have one.", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    U = []
    for v in np.array(V, dtype=float):
        r = v if not U else v - (U[-1] @ v) * U[-1]
        if np.linalg.norm(r) > tol * np.linalg.norm(v):
            U.append(r / np.linalg.norm(r))
    return np.array(U).reshape(-1, np.shape(V)[1])


@mistake("d15-gram_schmidt", "Your limit does not grow and shrink with the row: short rows were dropped, or what rounding leaves of long ones was kept. It is tol times the row's own length.", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    return _schmidt(V, limit=tol)


@mistake("d15-gram_schmidt", "Your result does not depend on the tol that is given.", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    return _schmidt(V, 1e-9)


@mistake("d15-gram_schmidt", "Rows of zeros stand where rows said nothing new. Such rows are dropped.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    out = []
    for i in range(len(V)):
        before, now = _schmidt(V[:i], tol) if i else np.zeros((0, np.shape(V)[1])), _schmidt(V[: i + 1], tol)
        out.append(now[-1] if len(now) > len(before) else np.zeros(np.shape(V)[1]))
    return np.array(out)


@mistake("d15-gram_schmidt", "You added the shadows where they should be taken away.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    U = []
    for v in np.array(V, dtype=float):
        r = v
        for u in U:
            r = r + (u @ r) * u
        if np.linalg.norm(r) > tol * np.linalg.norm(v):
            U.append(r / np.linalg.norm(r))
    return np.array(U).reshape(-1, np.shape(V)[1])


@mistake("d15-gram_schmidt", "Your directions do not have length 1. Divide what is left by its length.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    return _schmidt(V, tol, unit=False)


@mistake("d15-gram_schmidt", "What is left was divided by the length of v. Divide it by its own length, and it becomes 1 long.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    U = []
    for v in np.array(V, dtype=float):
        r = v
        for u in U:
            r = r - (u @ r) * u
        if np.linalg.norm(r) > tol * np.linalg.norm(v):
            U.append(r / np.linalg.norm(v))
    return np.array(U).reshape(-1, np.shape(V)[1])


@mistake("d15-gram_schmidt", "You straightened the columns. The directions are the rows of V.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    V = np.asarray(V, dtype=float).T
    return _schmidt(V, tol)


@mistake("d15-gram_schmidt", "Where no row is left, your result has no second number in its shape. Make it a table with D columns: .reshape(-1, D).", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    U = _schmidt(V, tol)
    return U if len(U) else np.array([])


@mistake("d15-gram_schmidt", "You returned a list of rows. Asked for is an array: np.array(…).reshape(-1, D) makes one, also of no rows.", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    return list(_schmidt(V, tol))


@mistake("d15-gram_schmidt", "Rows that say something new are missing from your answer. Keep a row if more than tol times its length is left.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    U = []
    for v in np.array(V, dtype=float):
        r = v
        for u in U:
            r = r - (u @ r) * u
        if np.linalg.norm(r) < tol * np.linalg.norm(v):
            U.append(r / np.linalg.norm(r))
    return np.array(U).reshape(-1, np.shape(V)[1])


@mistake("d15-gram_schmidt", "A row was dropped only if nothing at all was left of it. Rounding leaves a little of a row that says nothing new: compare with tol times its length.", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    return _schmidt(V, limit=0.0)


@mistake("d15-gram_schmidt", "The rows became 1 long, and nothing was taken away: they are not at right angles.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    V = np.asarray(V, dtype=float)
    with np.errstate(all="ignore"):
        return V / np.linalg.norm(V, axis=1)[:, None]


@mistake("d15-gram_schmidt", "You took the number u · r from every entry. The shadow is that number times u: a vector.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    U = []
    for v in np.array(V, dtype=float):
        r = v
        for u in U:
            r = r - (u @ r)
        if np.linalg.norm(r) > tol * np.linalg.norm(v):
            U.append(r / np.linalg.norm(r))
    return np.array(U).reshape(-1, np.shape(V)[1])


@mistake("d15-gram_schmidt", "tol is compared with a ratio of squared lengths. Compare lengths: take the roots.", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    U = []
    for v in np.array(V, dtype=float):
        r = v
        for u in U:
            r = r - (u @ r) * u
        if r @ r > tol * (v @ v):
            U.append(r / np.linalg.norm(r))
    return np.array(U).reshape(-1, np.shape(V)[1])


@mistake("d15-gram_schmidt", "Your caller's rows were changed, or whole numbers stopped you: -= writes into the row itself. Write r = r - … instead.", caught_by="hidden")
def gram_schmidt(V, tol=1e-9):
    U = []
    for v in V:
        r = v
        length = np.linalg.norm(v)
        for u in U:
            r -= (u @ r) * u
        if np.linalg.norm(r) > tol * length:
            U.append(r / np.linalg.norm(r))
    return np.array(U).reshape(-1, V.shape[1])


@mistake("d15-gram_schmidt", "You straightened the columns. The directions are the rows of V.", caught_by="visible")
def gram_schmidt(V, tol=1e-9):
    return np.array(list(_schmidt(np.asarray(V, dtype=float).T, tol)))


hints(
    "d15-gram_schmidt",
    "Keep a list of the directions found. Each new row loses its shadow on every one of them, in turn.",
    "The directions have length 1, so the shadow of r on u is (u @ r) * u. After the inner loop compare the length of r with tol times the length of v.",
    "for u in U: r = r - (u @ r) * u; then, if np.linalg.norm(r) > tol * np.linalg.norm(v), append r / np.linalg.norm(r).",
)
why(
    "d15-gram_schmidt",
    "What is left of a row is orthogonal to all directions before it, and the directions found span what the rows span. Taking each shadow from what is left, not from the row as it came, lets a later step mend what rounding did in an earlier one.",
)
# ---------------------------------------------------------------- d15-check_orthogonal


@also_right("d15-check_orthogonal")
def check_orthogonal(X, y, w):
    """Column by column, each with its own dot product."""
    predicted = [sum(a * b for a, b in zip(row, w)) for row in X]
    return max(abs(sum(c * (t - p) for c, t, p in zip(column, y, predicted))) for column in X.T)


@also_right("d15-check_orthogonal")
def check_orthogonal(X, y, w):
    """The normal equations, one side less the other."""
    return float(np.linalg.norm(X.T @ X @ w - X.T @ y, ord=np.inf))


@mistake("d15-check_orthogonal", "The largest was taken with signs: a dot product far below 0 counts as well. Leave the signs out first, then take the largest.", caught_by="visible")
def check_orthogonal(X, y, w):
    return (X.T @ (y - X @ w)).max()


@mistake("d15-check_orthogonal", "The largest dot product was looked for with signs, and the sign taken away afterwards. First the sizes, then the largest.", caught_by="visible")
def check_orthogonal(X, y, w):
    return abs((X.T @ (y - X @ w)).max())


@mistake("d15-check_orthogonal", "You multiplied the columns with y itself. What counts is what is left over: y − X @ w.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ y).max()


@mistake("d15-check_orthogonal", "You multiplied the columns with the predictions. What counts is what is left over: y − X @ w.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ (X @ w)).max()


@mistake("d15-check_orthogonal", "You returned the length of the residual. That is not 0 for a best fit; its dot products with the columns are.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.linalg.norm(y - X @ w)


@mistake("d15-check_orthogonal", "You returned the largest miss. It is not 0 for a best fit; the dot products with the columns are.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(y - X @ w).max()


@mistake("d15-check_orthogonal", "The rows of X meet the residual here, and they fit only if the table is square. The columns are asked for: X.T @ residual.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X @ (y - X @ w)).max()


@mistake("d15-check_orthogonal", "You added up the sizes of all dot products. The largest alone is asked for.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ (y - X @ w)).sum()


@mistake("d15-check_orthogonal", "You took the mean of the sizes. The largest is asked for.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ (y - X @ w)).mean()


@mistake("d15-check_orthogonal", "You took the length of all dot products together. The largest alone is asked for.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.linalg.norm(X.T @ (y - X @ w))


@mistake("d15-check_orthogonal", "You returned one number for each column. The largest of them is asked for.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ (y - X @ w))


@mistake("d15-check_orthogonal", "You returned one number for each column, signs and all. The largest size is asked for.", caught_by="visible")
def check_orthogonal(X, y, w):
    return X.T @ (y - X @ w)


@mistake("d15-check_orthogonal", "You took the smallest dot product. One column at a right angle is not enough: the largest is asked for.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ (y - X @ w)).min()


@mistake("d15-check_orthogonal", "You answered yes or no. Asked for is the number by which one judges: the largest dot product.", caught_by="visible")
def check_orthogonal(X, y, w):
    return bool(np.allclose(X.T @ (y - X @ w), 0, atol=1e-9))


@mistake("d15-check_orthogonal", "The signs of the residual went before the dot products were taken, and so nothing cancels. They go afterwards.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ np.abs(y - X @ w)).max()


@mistake("d15-check_orthogonal", "You looked at the first column only. All columns have a say.", caught_by="hidden")
def check_orthogonal(X, y, w):
    return abs(X[:, 0] @ (y - X @ w))


@mistake("d15-check_orthogonal", "X @ w was taken from Xᵀy, for lack of brackets: first the residual y − X @ w, then its product with X.T. (In a square table nothing stops you there.)", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ y - X @ w).max()


@mistake("d15-check_orthogonal", "The sign * multiplies entry by entry. Predictions are a product of table and weights, written @: X @ w.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X.T @ (y - X * w)).max()


@mistake("d15-check_orthogonal", "Your number is about 0 for every w: the weights handed in are not the ones that you judge. Fit nothing; use w.", caught_by="visible")
def check_orthogonal(X, y, w):
    best = np.linalg.solve(X.T @ X, X.T @ y)
    return np.abs(X.T @ (y - X @ best)).max()


@mistake("d15-check_orthogonal", "You took the largest single product of entry and miss. For a dot product the products of a column are added first.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(X * (y - X @ w)[:, None]).max()


@mistake("d15-check_orthogonal", "You divided by the length of each column. The dot product itself is asked for.", caught_by="visible")
def check_orthogonal(X, y, w):
    return (np.abs(X.T @ (y - X @ w)) / np.linalg.norm(X, axis=0)).max()


@mistake("d15-check_orthogonal", "You measured how far the weights are from the best ones. Asked for is what the columns find in the residual of w.", caught_by="visible")
def check_orthogonal(X, y, w):
    return np.abs(np.linalg.lstsq(X, y, rcond=None)[0] - w).max()


hints(
    "d15-check_orthogonal",
    "Two steps: what do these weights leave over, and what does each column find in it?",
    "The residual is y - X @ w. All its dot products with columns at once are one product with X.T.",
    "np.abs(…).max() of X.T @ residual.",
)
why(
    "d15-check_orthogonal",
    "The normal equations say that XᵀX w and Xᵀy agree; their difference is Xᵀ times the residual, one number for each column. If all are 0, Pythagoras says that every other point of the plane is farther off. So a claim of being best is tested without fitting.",
)



equivalent("d15-review", "spread1, spread2 = var1 + (mean1 - mean) ** 2, var2 + (mean2 - mean) ** 2 → spread1, spread2 = var1 + ((mean) - (mean1)) ** 2, var2 + (mean2 - mean) ** 2", "a square does not know the sign")
equivalent("d15-review", "spread1, spread2 = var1 + (mean1 - mean) ** 2, var2 + (mean2 - mean) ** 2 → spread1, spread2 = var1 + (mean1 - mean) ** 2, var2 + ((mean) - (mean2)) ** 2", "a square does not know the sign")
equivalent("d15-gram_schmidt", "return np.array(U).reshape(-1, np.shape(V)[1]) → return np.array(U).reshape(- 2, np.shape(V)[1])", "numpy takes any negative size for the one to be found")
equivalent("d15-gram_schmidt", "for v in np.array(V, dtype=float): → for v in (V):", "the first division makes floats of a row's numbers")
equivalent("d15-gram_schmidt", "for v in np.array(V, dtype=float): → for v in np.array(V):", "the first division makes floats of a row's numbers")
equivalent("d15-gram_schmidt", "r = r - (u @ r) * u → r = r - ((r) @ (u)) * u", "the dot product is symmetric")
equivalent("d15-gram_schmidt", "r = r - (u @ r) * u → r = r - ((u) @ (r).T) * u", "transposing a vector changes nothing")


equivalent("d15-check_orthogonal", "residual = y - X @ w → residual = (X @ w) - (y)", "The residual's sign turns that of every dot product, and only sizes count.")
equivalent("d15-check_orthogonal", "residual = y - X @ w → residual = y - (X) @ (w).T", "w has one axis, and turning it changes nothing.")
equivalent("d15-check_orthogonal", "return np.abs(X.T @ residual).max() → return np.abs((X.T) @ (residual).T).max()", "The residual has one axis, and turning it changes nothing.")
