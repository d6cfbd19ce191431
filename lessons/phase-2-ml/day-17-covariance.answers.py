"""Right and wrong answers to day 17: covariance matrices and principal directions."""

import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import covariance, power_iteration, predict_loss

# ---------------------------------------------------------------- d17-review


@also_right("d17-review")
def review_17(L, a, b, c):
    return math.exp((math.log(a) - math.log(L - c)) / b)


@also_right("d17-review")
def review_17(L, a, b, c):
    lo, hi = 1e-3, 1e12
    for _ in range(200):
        middle = math.sqrt(lo * hi)
        lo, hi = (middle, hi) if predict_loss(middle, a, b, c) > L else (lo, middle)
    return math.sqrt(lo * hi)


@mistake("d17-review", "You left the floor in. Only the part of the loss above c follows the power law.", caught_by="visible")
def review_17(L, a, b, c):
    return (a / L) ** (1 / b)


@mistake("d17-review", "You added the floor to the loss. The law adds it to the power, so on the way back it is taken away.", caught_by="visible")
def review_17(L, a, b, c):
    return (a / (L + c)) ** (1 / b)


@mistake("d17-review", "You raised to the power b. That is the law's own power; what undoes it is the power 1/b.", caught_by="visible")
def review_17(L, a, b, c):
    return (a / (L - c)) ** b


@mistake("d17-review", "Your answer is 1 over the size. The exponent of the law is −b, so N to the power b is a over what lies above the floor, not the other way round.", caught_by="visible")
def review_17(L, a, b, c):
    return ((L - c) / a) ** (1 / b)


@mistake("d17-review", "You divided by b where a root is needed: N is under a power, not under a factor.", caught_by="visible")
def review_17(L, a, b, c):
    return (a / (L - c)) / b


@mistake("d17-review", "You computed the loss at size L. Asked for is the size whose loss is L.", caught_by="visible")
def review_17(L, a, b, c):
    return a * L**-b + c


@mistake("d17-review", "You took the scale away where the law multiplies by it.", caught_by="visible")
def review_17(L, a, b, c):
    return abs(a - (L - c)) ** (1 / b)


@mistake("d17-review", "You stopped at the logarithm of the size. Raise e to it.", caught_by="visible")
def review_17(L, a, b, c):
    return (math.log(a) - math.log(L - c)) / b


@mistake("d17-review", "The scale a is missing. Divide the loss above the floor by it before you undo the power.", caught_by="visible")
def review_17(L, a, b, c):
    return (1 / (L - c)) ** (1 / b)


@mistake("d17-review", "You multiplied by the scale. The law multiplies by it, so on the way back one divides.", caught_by="visible")
def review_17(L, a, b, c):
    return (a * (L - c)) ** (1 / b)


@mistake("d17-review", "You divided by the scale after undoing the power. The law takes the power first and then the scale, so the scale goes first on the way back.", caught_by="visible")
def review_17(L, a, b, c):
    return (L - c) ** (-1 / b) / a


@mistake("d17-review", "You raised to the power −b. That is the law's own power; what undoes it is 1 over it.", caught_by="visible")
def review_17(L, a, b, c):
    return (a / (L - c)) ** (-b)


@mistake("d17-review", "1 // b cuts off what stands behind the point. The power is 1 / b.", caught_by="hidden")
def review_17(L, a, b, c):
    return (a / (L - c)) ** (1 // b)


hints(
    "d17-review",
    "Undo what the law does to N, from the outside in: which step was the last one?",
    "Take the floor away, then divide by the scale: what is left is N to the power −b.",
    "N to the power b is a / (L − c); the power 1 / b undoes the power b.",
)
why(
    "d17-review",
    "Each step is undone by its opposite, in reverse order: minus c, over a, and the root. The minus in the exponent turns the fraction over.",
)


# ---------------------------------------------------------------- d17-cov_matrix


def centered(X):
    X = np.asarray(X, dtype=float)
    return X - X.mean(axis=0)


@also_right("d17-cov_matrix")
def cov_matrix(X, ddof):
    return np.cov(X.T, ddof=ddof).reshape(X.shape[1], X.shape[1])


@also_right("d17-cov_matrix")
def cov_matrix(X, ddof):
    D = X.shape[1]
    return np.array([[covariance(X[:, j].astype(float), X[:, k].astype(float), ddof) for k in range(D)] for j in range(D)])


@also_right("d17-cov_matrix")
def cov_matrix(X, ddof):
    return sum(np.outer(c, c) for c in centered(X)) / (len(X) - ddof)


@mistake("d17-cov_matrix", "You did not take the means away. Your numbers say how large the entries are, not how they vary.", caught_by="visible")
def cov_matrix(X, ddof):
    X = np.asarray(X, dtype=float)
    return X.T @ X / (len(X) - ddof)


@mistake("d17-cov_matrix", "You paired rows with rows. Each pair of columns has a covariance: the table has as many rows as there are columns.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    return C @ C.T / (len(X) - ddof)


@mistake("d17-cov_matrix", "You handed the table to np.cov as it is, and np.cov takes each row for a feature. Here the features are columns.", caught_by="visible")
def cov_matrix(X, ddof):
    return np.cov(X, ddof=ddof)


@mistake("d17-cov_matrix", "You always divide by N. With ddof=1 the divisor is N − 1.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    return C.T @ C / len(X)


@mistake("d17-cov_matrix", "You always divide by N − 1. With ddof=0 the divisor is N.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    return C.T @ C / max(len(X) - 1, 1)


@mistake("d17-cov_matrix", "You took each row's own mean away. The means belong to the columns.", caught_by="visible")
def cov_matrix(X, ddof):
    X = np.asarray(X, dtype=float)
    C = X - X.mean(axis=1, keepdims=True)
    return C.T @ C / (len(X) - ddof)


@mistake("d17-cov_matrix", "You took one mean of the whole table away. Each column has its own.", caught_by="visible")
def cov_matrix(X, ddof):
    X = np.asarray(X, dtype=float)
    C = X - X.mean()
    return C.T @ C / (len(X) - ddof)


@mistake("d17-cov_matrix", "You left the division out: these are sums of products, which grow with the number of rows.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    return C.T @ C


@mistake("d17-cov_matrix", "Your divisor is N + ddof. It is N less ddof.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    return C.T @ C / (len(X) + ddof)


@mistake("d17-cov_matrix", "You divided by the number of columns. A covariance averages over the rows.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    return C.T @ C / (C.shape[1] - ddof if C.shape[1] > ddof else 0.5)


@mistake("d17-cov_matrix", "You returned the correlations. Covariances keep the units: nothing is divided by standard deviations.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    with np.errstate(all="ignore"):
        C = C / C.std(axis=0, ddof=ddof)
    return C.T @ C / (len(X) - ddof)


@mistake("d17-cov_matrix", "You returned the variances of the columns, the diagonal alone. The covariances beside it are missing.", caught_by="visible")
def cov_matrix(X, ddof):
    return np.asarray(X, dtype=float).var(axis=0, ddof=ddof)


@mistake("d17-cov_matrix", "You took the mean of the products less the product of the means. Near 10⁸ both are near 10¹⁶, and the difference is lost in rounding.", caught_by="hidden")
def cov_matrix(X, ddof):
    X = np.asarray(X, dtype=float)
    m = X.mean(axis=0)
    return (X.T @ X - len(X) * np.outer(m, m)) / (len(X) - ddof)


@mistake("d17-cov_matrix", "Of the two columns you center one only. In exact arithmetic that is enough; near 10⁸ the rounding of the means is multiplied by 10⁸ (day 9).", caught_by="hidden")
def cov_matrix(X, ddof):
    return centered(X).T @ np.asarray(X, dtype=float) / (len(X) - ddof)


@mistake("d17-cov_matrix", "You took the means away inside the caller's own table.", caught_by="hidden")
def cov_matrix(X, ddof):
    C = centered(X)
    if X.dtype == float:
        X -= X.mean(axis=0)
    return C.T @ C / (len(X) - ddof)


@mistake("d17-cov_matrix", "You always divide by N − 1. With ddof=0 the divisor is N.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    with np.errstate(all="ignore"):
        return C.T @ C / np.float64(len(X) - 1)


@mistake("d17-cov_matrix", "You divided by the number of columns. A covariance averages over the rows.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    with np.errstate(all="ignore"):
        return C.T @ C / np.float64(C.shape[1] - ddof)


@mistake("d17-cov_matrix", "You divided by the number of all entries, less ddof. A covariance averages over the rows.", caught_by="visible")
def cov_matrix(X, ddof):
    C = centered(X)
    with np.errstate(all="ignore"):
        return C.T @ C / np.float64(C.size - ddof)


@mistake("d17-cov_matrix", "You returned the correlations. Covariances keep the units: nothing is divided by standard deviations.", caught_by="visible")
def cov_matrix(X, ddof):
    with np.errstate(all="ignore"):
        return np.corrcoef(X.T)


@mistake("d17-cov_matrix", "Beside the diagonal you left zeros. Each pair of columns has its covariance there.", caught_by="visible")
def cov_matrix(X, ddof):
    return np.diag(np.asarray(X, dtype=float).var(axis=0, ddof=ddof))


@mistake("d17-cov_matrix", "You took the means away inside the caller's own array: -= writes into it. Write C = X - … instead.", caught_by="hidden")
def cov_matrix(X, ddof):
    X -= X.mean(axis=0)
    return X.T @ X / (len(X) - ddof)


@mistake("d17-cov_matrix", "Only the left factor of the product is centered, and brackets are missing. Make C first, then C.T @ C.", caught_by="visible")
def cov_matrix(X, ddof):
    return (X - X.mean(axis=0)).T @ X - X.mean(axis=0) / (len(X) - ddof)


hints(
    "d17-cov_matrix",
    "Three steps: center, multiply, divide. Which axis does each of them go along?",
    "X.mean(axis=0) holds one mean per column, and X minus it is centered. Columns are paired with columns by C.T @ C.",
    "C = X - X.mean(axis=0); the answer is C.T @ C over len(X) - ddof.",
)
why(
    "d17-cov_matrix",
    "Row j of C transposed is column j of the table, so entry (j, k) of the product is the dot product of two centered columns: the sum in the definition. Centering first keeps the numbers small, which is what saves the digits near 10⁸.",
)


# ---------------------------------------------------------------- d17-var_along


@also_right("d17-var_along")
def var_along(S, u):
    unit = u / np.linalg.norm(u)
    return unit @ (S @ unit)


@also_right("d17-var_along")
def var_along(S, u):
    total = length = 0.0
    for j in range(len(u)):
        length += float(u[j]) ** 2
        for k in range(len(u)):
            total += float(u[j]) * float(S[j, k]) * float(u[k])
    return total / length


@also_right("d17-var_along")
def var_along(S, u):
    # A weighted mean of the eigenvalues.
    lams, columns = np.linalg.eigh(S)
    parts = (u / np.linalg.norm(u)) @ columns
    return (parts**2 * lams).sum()


@mistake("d17-var_along", "You took u as it is. A direction twice as long gives you four times the variance, though the line is the same.", caught_by="visible")
def var_along(S, u):
    return u @ S @ u


@mistake("d17-var_along", "You divided by the length of u. It stands in u · Su twice, so its square is what must go.", caught_by="visible")
def var_along(S, u):
    return u @ S @ u / np.linalg.norm(u)


@mistake("d17-var_along", "You measured how long Su is. Only its part along u counts, so dot it with u.", caught_by="visible")
def var_along(S, u):
    return np.linalg.norm(S @ u) / np.linalg.norm(u)


@mistake("d17-var_along", "You took the square root, which makes a standard deviation of the variance.", caught_by="visible")
def var_along(S, u):
    return np.sqrt(u @ S @ u / (u @ u))


@mistake("d17-var_along", "You returned a vector that lies along Su. Asked for is one number: what is left to do with it and u?", caught_by="visible")
def var_along(S, u):
    return S @ u / (u @ u)


@mistake("d17-var_along", "You used the variances on the diagonal and left the covariances out.", caught_by="visible")
def var_along(S, u):
    return (np.diag(S) * u**2).sum() / (u @ u)


@mistake("d17-var_along", "You multiplied the covariances in once. Each stands in the matrix twice, above and below the diagonal.", caught_by="visible")
def var_along(S, u):
    return u @ np.triu(S) @ u / (u @ u)


@mistake("d17-var_along", "You did not square u: the diagonal is weighted with u itself.", caught_by="visible")
def var_along(S, u):
    return (S @ u).sum() / u.sum()


@mistake("d17-var_along", "You took the variance of the entries of Su. The matrix already holds the variances; dot Su with u.", caught_by="visible")
def var_along(S, u):
    return (S @ u).var(ddof=0)


@mistake("d17-var_along", "You divided by (u · u) twice.", caught_by="visible")
def var_along(S, u):
    return u @ S @ u / (u @ u) ** 2


@mistake("d17-var_along", "You scaled the caller's own u to length 1.", caught_by="hidden")
def var_along(S, u):
    unit = u / np.linalg.norm(u)
    if u.dtype == float:
        u /= np.linalg.norm(u)
    return unit @ S @ unit


@mistake("d17-var_along", "You left the brackets out. Python works from left to right, so a number was divided by the vector u, entry by entry, and not by u · u.", caught_by="visible")
def var_along(S, u):
    with np.errstate(all="ignore"):
        return u @ S @ u / u @ u


@mistake("d17-var_along", "The sign * multiplies entry by entry. Apply S with @, and dot with @ as well: u @ S @ u.", caught_by="visible")
def var_along(S, u):
    return (u * S * u).sum() / (u @ u)


@mistake("d17-var_along", "You added up the entries of Su. Dot it with u.", caught_by="visible")
def var_along(S, u):
    u = u / np.linalg.norm(u)
    return (S @ u).sum()


@mistake("d17-var_along", "You divided by the squared sum of the entries of u. Its squared length, u · u, is what must go.", caught_by="visible")
def var_along(S, u):
    return u @ S @ u / u.sum() ** 2


@mistake("d17-var_along", "You divided by the number of entries. The squared length of u, u · u, is what must go.", caught_by="visible")
def var_along(S, u):
    return u @ S @ u / len(u)


@mistake("d17-var_along", "You scaled the caller's own u to length 1: /= writes into it. Write u = u / … instead.", caught_by="hidden")
def var_along(S, u):
    u /= np.linalg.norm(u)
    return u @ S @ u


hints(
    "d17-var_along",
    "For u of length 1 the answer is u · Su. What does a longer u do to that number?",
    "S @ u is the image. Dot it with u, and divide by the squared length of u.",
    "u @ S @ u over (u @ u), with the brackets.",
)
why(
    "d17-var_along",
    "Making u ten times as long multiplies u · Su by a hundred, and u · u too. The quotient depends on the line alone. It is yesterday's Rayleigh quotient, so at an eigenvector it is the eigenvalue.",
)


# ---------------------------------------------------------------- d17-top_directions


def deflate(S, k, less=lambda S, lam, u: S - lam * np.outer(u, u)):
    S, values, rows = np.array(S, dtype=float), [], []
    start = np.random.default_rng(17)
    for _ in range(k):
        with np.errstate(all="ignore"):
            lam, u = strongest(S, start.normal(size=len(S)))
        values.append(lam)
        rows.append(u)
        S = less(S, lam, u)
    return np.array(values), np.array(rows)


def strongest(S, v):
    for _ in range(300):
        w = S @ v
        if not np.linalg.norm(w) > 1e-300:
            break
        v = w / np.linalg.norm(w)
    return v @ S @ v, v


@also_right("d17-top_directions")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return values[::-1][:k], columns.T[::-1][:k]


@also_right("d17-top_directions")
def top_directions(S, k):
    # No deflation: what was found is taken out of the vector in each step.
    S, rows, values = np.array(S, dtype=float), [], []
    rng = np.random.default_rng(3)
    for _ in range(k):
        v = rng.normal(size=len(S))
        for _ in range(1000):
            v = S @ v
            for u in rows:
                v = v - (u @ v) * u
            v = v / np.linalg.norm(v)
        rows.append(v)
        values.append(v @ S @ v)
    return values, rows


@also_right("d17-top_directions")
def top_directions(S, k):
    return deflate(S, k)


@mistake("d17-top_directions", "You took the matrix of products away without its eigenvalue. The first direction is then still in it, only with another strength.", caught_by="visible")
def top_directions(S, k):
    return deflate(S, k, lambda S, lam, u: S - np.outer(u, u))


@mistake("d17-top_directions", "You found the same direction k times. After each one it must be taken out of the matrix.", caught_by="visible")
def top_directions(S, k):
    return deflate(S, k, lambda S, lam, u: S)


@mistake("d17-top_directions", "You added the first direction where it should be taken away: it is twice as strong now, and found again.", caught_by="visible")
def top_directions(S, k):
    return deflate(S, k, lambda S, lam, u: S + lam * np.outer(u, u))


@mistake("d17-top_directions", "You took away a number, u · u, from every entry. The matrix of all products is np.outer(u, u).", caught_by="visible")
def top_directions(S, k):
    return deflate(S, k, lambda S, lam, u: S - lam * (u @ u))


@mistake("d17-top_directions", "You squared the eigenvalue in the deflation. Once is what puts a 0 in its place.", caught_by="visible")
def top_directions(S, k):
    return deflate(S, k, lambda S, lam, u: S - lam**2 * np.outer(u, u))


@mistake("d17-top_directions", "You returned the directions as columns. Each direction is a row.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return values[::-1][:k], columns[:, ::-1][:, :k]


@mistake("d17-top_directions", "Rows and columns are exchanged: your rows hold the first entries, the second entries and so on of all directions.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return values[::-1][:k], columns[::-1][:k]


@mistake("d17-top_directions", "You returned the smallest ones. Asked for are the k directions of largest variance.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return values[:k], columns.T[:k]


@mistake("d17-top_directions", "You returned the right ones with the smallest first. The largest comes first.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return values[-k:], columns.T[-k:]


@mistake("d17-top_directions", "You sorted the values but not the directions with them: they no longer belong together.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return values[::-1][:k], columns.T[:k]


@mistake("d17-top_directions", "You returned all directions. Asked for are k of them.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return values[::-1], columns.T[::-1]


@mistake("d17-top_directions", "Your directions are as long as their variance. Each row should be 1 long.", caught_by="visible")
def top_directions(S, k):
    values, rows = deflate(S, k)
    return values, rows * values[:, None]


@mistake("d17-top_directions", "You returned the directions first. The values come first, then the rows.", caught_by="visible")
def top_directions(S, k):
    return deflate(S, k)[::-1]


@mistake("d17-top_directions", "You returned the shares of the total variance. Asked for are the variances themselves.", caught_by="visible")
def top_directions(S, k):
    values, rows = deflate(S, k)
    return values / np.diag(S).sum(), rows


@mistake("d17-top_directions", "You returned the standard deviations. Asked for are the variances.", caught_by="visible")
def top_directions(S, k):
    values, rows = deflate(S, k)
    return np.sqrt(np.maximum(values, 0)), rows


@mistake("d17-top_directions", "You took the numbers on the diagonal, sorted. They are variances along the axes, not along the longest directions.", caught_by="visible")
def top_directions(S, k):
    order = np.argsort(-np.diag(S))[:k]
    return np.diag(S)[order], np.eye(len(S))[order]


@mistake("d17-top_directions", "You deflated the caller's own matrix.", caught_by="hidden")
def top_directions(S, k):
    values, rows = deflate(S, k)
    if S.dtype == float:
        S -= (rows.T * values) @ rows
    return values, rows


@mistake("d17-top_directions", "You take too few steps to settle: your directions are close to the right ones, and not there.", caught_by="visible")
def top_directions(S, k):
    S, values, rows = np.array(S, dtype=float), [], []
    for j in range(k):
        u = np.arange(1.0, len(S) + 1) + j
        for _ in range(5):
            u = S @ u / np.linalg.norm(S @ u)
        values.append(u @ S @ u)
        rows.append(u)
        S = S - values[-1] * np.outer(u, u)
    return np.array(values), np.array(rows)


@mistake("d17-top_directions", "You multiplied u with itself entry by entry, and took one row of numbers from every row of S. The matrix of all products is np.outer(u, u).", caught_by="hidden")
def top_directions(S, k):
    return deflate(S, k, lambda S, lam, u: S - lam * u * u)


@mistake("d17-top_directions", "Your values come in no order. Sort them, the largest first, and the directions with them; np.linalg.eigh sorts from small to large.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eig(S)
    return values[:k], columns.T[:k]


def searched(S, k, start):
    S, values, rows, tol = np.array(S, dtype=float), [], [], 1e-12 * np.trace(S)
    for _ in range(k):
        lam, u, _history = power_iteration(S, start(len(S)), 5000, tol)
        values.append(lam)
        rows.append(u)
        S = S - lam * np.outer(u, u)
    return np.array(values), np.array(rows)


@mistake("d17-top_directions", "You start on the first axis, which may hold nothing of the winner. Start with random numbers.", caught_by="visible")
def top_directions(S, k):
    return searched(S, k, lambda D: np.eye(D)[0])


@mistake("d17-top_directions", "You start each time with the same vector of ones, and after a deflation it may hold nothing of the winner. Start with random numbers.", caught_by="hidden")
def top_directions(S, k):
    return searched(S, k, np.ones)


@mistake("d17-top_directions", "You deflated the caller's own array: -= writes into it. Write S = S - … instead.", caught_by="hidden")
def top_directions(S, k):
    rng, values, rows, tol = np.random.default_rng(17), [], [], 1e-12 * np.trace(S)
    for _ in range(k):
        lam, u, _history = power_iteration(S, rng.normal(size=len(S)), 5000, tol)
        values.append(lam)
        rows.append(u)
        S -= lam * np.outer(u, u)
    return np.array(values), np.array(rows)


@mistake("d17-top_directions", "You found one direction, whatever k is. Does a return stand inside your loop?", caught_by="visible")
def top_directions(S, k):
    return deflate(S, 1)


@mistake("d17-top_directions", "You returned the directions first. The values come first, then the rows.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return columns.T[::-1][:k], values[::-1][:k]


@mistake("d17-top_directions", "You returned the shares of the total variance. Asked for are the variances themselves.", caught_by="visible")
def top_directions(S, k):
    values, columns = np.linalg.eigh(S)
    return values[::-1][:k] / values.sum(), columns.T[::-1][:k]


@mistake("d17-top_directions", "You returned the values alone. The directions belong beside them: return both.", caught_by="visible")
def top_directions(S, k):
    return np.linalg.eigh(S)[0][::-1][:k]


hints(
    "d17-top_directions",
    "One round: find the strongest direction, write it down, take it out. What must the next round start from?",
    "power_iteration gives the value and the direction. The matrix for the next round is S minus value times np.outer(u, u), as a new matrix.",
    "Loop k times with random starts; append lam and u to two lists, then S = S - lam * np.outer(u, u). Return both lists as arrays.",
)
why(
    "d17-top_directions",
    "Deflation puts 0 in place of one eigenvalue and leaves all others, because the directions stand at right angles. Small errors of the first directions get into the later ones, so libraries use other methods for many directions; np.linalg.eigh finds all at once.",
)


# ---------------------------------------------------------------- d17-project_k


@also_right("d17-project_k")
def project_k(X, mean, V):
    return np.array([[(x - mean) @ v for v in V] for x in X])


@also_right("d17-project_k")
def project_k(X, mean, V):
    return X @ V.T - mean @ V.T


@mistake("d17-project_k", "You did not take the mean away: a point at the mean should get zeros.", caught_by="visible")
def project_k(X, mean, V):
    return X @ V.T


@mistake("d17-project_k", "You took the points' own mean away. The mean is handed in, and may come from other rows.", caught_by="visible")
def project_k(X, mean, V):
    return (X - X.mean(axis=0)) @ V.T


@mistake("d17-project_k", "You multiplied by V as it stands. The directions are its rows; their dot products with the points need it transposed.", caught_by="visible")
def project_k(X, mean, V):
    return (X - mean) @ V


@mistake("d17-project_k", "You returned directions times points: the table is transposed. Each point has a row.", caught_by="visible")
def project_k(X, mean, V):
    return V @ (X - mean).T


@mistake("d17-project_k", "You went on and rebuilt the points. Asked for are their k numbers.", caught_by="visible")
def project_k(X, mean, V):
    return (X - mean) @ V.T @ V + mean


@mistake("d17-project_k", "You added the mean. Seen from the mean, it is taken away.", caught_by="visible")
def project_k(X, mean, V):
    return (X + mean) @ V.T


@mistake("d17-project_k", "You measured from the point to the mean, so all signs are turned.", caught_by="visible")
def project_k(X, mean, V):
    return (mean - X) @ V.T


@mistake("d17-project_k", "You used the directions in reverse order.", caught_by="visible")
def project_k(X, mean, V):
    return (X - mean) @ V[::-1].T


@mistake("d17-project_k", "You took the mean away from the directions, not from the points.", caught_by="visible")
def project_k(X, mean, V):
    return X @ (V - mean).T


@mistake("d17-project_k", "You used the first direction alone. Each point gets one number per direction.", caught_by="visible")
def project_k(X, mean, V):
    return (X - mean) @ V[0]


@mistake("d17-project_k", "You dropped the signs. Points on the two sides of the mean get opposite signs.", caught_by="visible")
def project_k(X, mean, V):
    return np.abs((X - mean) @ V.T)


@mistake("d17-project_k", "You took the mean away inside the caller's own table.", caught_by="hidden")
def project_k(X, mean, V):
    Z = (X - mean) @ V.T
    if X.dtype == float:
        X -= mean
    return Z


@mistake("d17-project_k", "You took the mean away from the coordinates. It is a point: take it away from the points, before the product.", caught_by="visible")
def project_k(X, mean, V):
    return X @ V.T - mean


@mistake("d17-project_k", "The sign * multiplies entry by entry. All dot products of points with directions are a product with @ and V.T.", caught_by="visible")
def project_k(X, mean, V):
    return (X - mean) * V


@mistake("d17-project_k", "You went on to the shadows of the points, D numbers each. Asked for are their k numbers along the directions.", caught_by="visible")
def project_k(X, mean, V):
    return (X - mean) @ V.T @ V


@mistake("d17-project_k", "You took one number away from all entries, the mean of the mean. Each column has its own entry of it.", caught_by="visible")
def project_k(X, mean, V):
    return (X - np.mean(mean)) @ V.T


hints(
    "d17-project_k",
    "Center first, with the mean that you are given. Which table of dot products comes next?",
    "Rows of the centered table meet rows of V: as on day 11, that is a product with a transpose.",
    "(X - mean) @ V.T",
)
why(
    "d17-project_k",
    "Each entry of the product is the dot product of a centered point with a direction of length 1, which is the signed length of its shadow on that line. The mean is an argument because new points must be seen from where the old ones were.",
)


# ---------------------------------------------------------------- d17-reconstruct


@also_right("d17-reconstruct")
def reconstruct(Z, mean, V):
    out = np.zeros((len(Z), len(mean))) + mean
    for j, v in enumerate(V):
        out = out + np.outer(Z[:, j], v)
    return out


@also_right("d17-reconstruct")
def reconstruct(Z, mean, V):
    return np.array([[mean[j] + sum(z * v[j] for z, v in zip(row, V, strict=True)) for j in range(len(mean))] for row in Z])


@mistake("d17-reconstruct", "You did not add the mean: the cloud is rebuilt around the origin.", caught_by="visible")
def reconstruct(Z, mean, V):
    return Z @ V


@mistake("d17-reconstruct", "Your product does what V transposed does. Each number stretches a row of V, so V stands as it is.", caught_by="visible")
def reconstruct(Z, mean, V):
    return Z @ V.T + mean


@mistake("d17-reconstruct", "You took the mean away. Projecting took it away; rebuilding puts it back.", caught_by="visible")
def reconstruct(Z, mean, V):
    return Z @ V - mean


@mistake("d17-reconstruct", "You added the mean to the coordinates, before they stretch the directions.", caught_by="visible")
def reconstruct(Z, mean, V):
    return (Z + (mean @ V.T)) @ V


@mistake("d17-reconstruct", "You used the directions in reverse order.", caught_by="visible")
def reconstruct(Z, mean, V):
    return Z @ V[::-1] + mean


@mistake("d17-reconstruct", "You used the first direction alone. All k of them are added.", caught_by="visible")
def reconstruct(Z, mean, V):
    return np.outer(Z[:, 0], V[0]) + mean


@mistake("d17-reconstruct", "You averaged the stretched directions. They are added.", caught_by="visible")
def reconstruct(Z, mean, V):
    return Z @ V / len(V) + mean


@mistake("d17-reconstruct", "You returned the mean for every point and left the coordinates out.", caught_by="visible")
def reconstruct(Z, mean, V):
    return np.zeros((len(Z), 1)) + mean


@mistake("d17-reconstruct", "Your table is transposed: each point should have a row.", caught_by="visible")
def reconstruct(Z, mean, V):
    return (Z @ V + mean).T


@mistake("d17-reconstruct", "You added the mean once for each direction. It is added once.", caught_by="visible")
def reconstruct(Z, mean, V):
    return Z @ V + len(V) * mean


@mistake("d17-reconstruct", "The product is turned: V meets Z. Points stand left, so it is Z @ V.", caught_by="visible")
def reconstruct(Z, mean, V):
    return mean + V @ Z


@mistake("d17-reconstruct", "You added the mean to the coordinates, before they stretch the directions. It is a point: add it to the points.", caught_by="visible")
def reconstruct(Z, mean, V):
    return (mean + Z) @ V


@mistake("d17-reconstruct", "The sign * multiplies entry by entry. To stretch each direction by its number and add is a product with @: Z @ V.", caught_by="visible")
def reconstruct(Z, mean, V):
    return mean + Z * V


@mistake("d17-reconstruct", "You rebuilt the first point alone. Each row of Z is a point.", caught_by="visible")
def reconstruct(Z, mean, V):
    return mean + Z[0] @ V


@mistake("d17-reconstruct", "You added all points into one. Each row of Z gives a point of its own.", caught_by="visible")
def reconstruct(Z, mean, V):
    return mean + (np.asarray(Z, dtype=float) @ V).sum(axis=0)


@mistake("d17-reconstruct", "You took the inverse of V, which exists only where V is square, with as many directions as entries. None is needed: the directions stand at right angles, so V itself puts the points together.", caught_by="visible")
def reconstruct(Z, mean, V):
    return mean + Z @ np.linalg.inv(V)


@mistake("d17-reconstruct", "You multiplied by the mean. It is added.", caught_by="visible")
def reconstruct(Z, mean, V):
    return mean * (Z @ V)


hints(
    "d17-reconstruct",
    "Each point is a linear combination of the rows of V, with its own numbers. Where does it start?",
    "One product makes all linear combinations of rows at once: numbers on the left, rows on the right.",
    "Z @ V + mean",
)
why(
    "d17-reconstruct",
    "Because the directions have length 1 and stand at right angles, the same table that took a point apart puts it together again, transposed; no inverse is needed. What is lost is the part at right angles to all k directions.",
)


# ---------------------------------------------------------------- d17-is_psd


@also_right("d17-is_psd")
def is_psd(S, tol=1e-9):
    return all(lam >= -tol for lam in np.linalg.eigvalsh(S))


@also_right("d17-is_psd")
def is_psd(S, tol=1e-9):
    try:
        np.linalg.cholesky(S + 1.000001 * tol * np.eye(len(S)) + 1e-14 * np.eye(len(S)))
    except np.linalg.LinAlgError:
        return False
    return True


@mistake("d17-is_psd", "You looked whether all entries are at least 0. Entries may be negative in a covariance matrix, and positive ones prove nothing.", caught_by="visible")
def is_psd(S, tol=1e-9):
    return bool((np.asarray(S) >= -tol).all())


@mistake("d17-is_psd", "You looked at the determinant, the product of the eigenvalues. Two negative ones make it positive.", caught_by="visible")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.det(S) >= -tol)


@mistake("d17-is_psd", "You looked at the diagonal. Variances of at least 0 are needed, and not enough: the covariances may be too large for them.", caught_by="visible")
def is_psd(S, tol=1e-9):
    return bool((np.diag(S) >= -tol).all())


@mistake("d17-is_psd", "You ask for eigenvalues above 0. Semidefinite allows 0: a flat cloud has such a matrix.", caught_by="visible")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.eigvalsh(S).min() > tol)


@mistake("d17-is_psd", "You looked at the largest eigenvalue. The smallest one decides.", caught_by="visible")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.eigvalsh(S).max() >= -tol)


@mistake("d17-is_psd", "You looked at the sum of the eigenvalues, the trace. A large one can hide a negative one.", caught_by="visible")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.eigvalsh(S).sum() >= -tol)


@mistake("d17-is_psd", "Your answer is turned around.", caught_by="visible")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.eigvalsh(S).min() < -tol)


@mistake("d17-is_psd", "A tol of your own decides. It is the caller's, and 1e-9 where none is named.", caught_by="hidden")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.eigvalsh(S).min() >= -1e-9)


@mistake("d17-is_psd", "You give rounding no room: a zero that came out as −10⁻¹⁶ counts as negative.", caught_by="hidden")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.eigvalsh(S).min() >= (0 if tol < 1e-6 else -tol))


@mistake("d17-is_psd", "You ask for eigenvalues above 0. Semidefinite allows 0: a flat cloud has such a matrix.", caught_by="visible")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.eigh(S)[0].min() > 0)


@mistake("d17-is_psd", "You ask for eigenvalues of at least 0 and leave tol out: a zero that came out as −10⁻¹⁶ counts as negative.", caught_by="hidden")
def is_psd(S, tol=1e-9):
    return bool(np.linalg.eigh(S)[0].min() >= 0)


@mistake("d17-is_psd", "You answered for each eigenvalue. One answer is asked for: are all of them at least −tol?", caught_by="visible")
def is_psd(S, tol=1e-9):
    return np.linalg.eigh(S)[0] >= -tol


hints(
    "d17-is_psd",
    "One number decides: which of the eigenvalues, and what is it compared with?",
    "np.linalg.eigh(S)[0] holds the eigenvalues, from small to large.",
    "Return whether the smallest of them is at least -tol.",
)
why(
    "d17-is_psd",
    "The variance along any direction is a weighted mean of the eigenvalues. If the smallest is not negative, no mean is; if it is, its own direction shows it.",
)


# ---------------------------------------------------------------- changes that change nothing

equivalent(
    "d17-cov_matrix",
    "X = np.asarray(X, dtype=float) → pass",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-cov_matrix",
    "X = np.asarray(X, dtype=float) → X = (X)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-cov_matrix",
    "X = np.asarray(X, dtype=float) → X = np.asarray(X)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-cov_matrix",
    "C = X - X.mean(axis=0) → C = (X.mean(axis=0)) - (X)",
    "the sign of the centered table cancels in the product",
)
equivalent(
    "d17-var_along",
    "u = np.asarray(u, dtype=float) → pass",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-var_along",
    "u = np.asarray(u, dtype=float) → u = (u)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-var_along",
    "u = np.asarray(u, dtype=float) → u = np.asarray(u)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-var_along",
    "return u @ S @ u / (u @ u) → return (u) @ (u @ S) / (u @ u)",
    "the same sum of products, S being symmetric",
)
equivalent(
    "d17-var_along",
    "return u @ S @ u / (u @ u) → return (u @ S) @ (u).T / (u @ u)",
    "the same sum of products, S being symmetric",
)
equivalent(
    "d17-var_along",
    "return u @ S @ u / (u @ u) → return u @ S @ u / ((u) @ (u).T)",
    "the same sum of products, S being symmetric",
)
equivalent(
    "d17-var_along",
    "return u @ S @ u / (u @ u) → return (S) @ (u) @ u / (u @ u)",
    "the same sum of products, S being symmetric",
)
equivalent(
    "d17-var_along",
    "return u @ S @ u / (u @ u) → return (u) @ (S).T @ u / (u @ u)",
    "the same sum of products, S being symmetric",
)
equivalent(
    "d17-top_directions",
    "tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17) → tol, start = 1e-12 % sum(S[j, j] for j in range(len(S))), np.random.default_rng(17)",
    "the stop is as strict, for the size of these tables",
)
equivalent(
    "d17-top_directions",
    "tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17) → tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng( 18)",
    "any random start serves",
)
equivalent(
    "d17-top_directions",
    "tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17) → tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng( 16)",
    "any random start serves",
)
equivalent(
    "d17-top_directions",
    "lam, u, _ = power_iteration(S, start.normal(size=len(S)), 5000, tol) → lam, u, _ = power_iteration(S, start.normal(size=len(S)), 5001, tol)",
    "5000 steps are plenty",
)
equivalent(
    "d17-top_directions",
    "lam, u, _ = power_iteration(S, start.normal(size=len(S)), 5000, tol) → lam, u, _ = power_iteration(S, start.normal(size=len(S)), 4999, tol)",
    "5000 steps are plenty",
)
equivalent(
    "d17-top_directions",
    "S, values, rows = np.array(S, dtype=float), [], [] → S, values, rows = (S), [], []",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-top_directions",
    "S, values, rows = np.array(S, dtype=float), [], [] → S, values, rows = np.array(S), [], []",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-top_directions",
    "tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17) → tol, start = (1e-12), np.random.default_rng(17)",
    "the stop is as strict, for the size of these tables",
)
equivalent(
    "d17-top_directions",
    "return np.array(values), np.array(rows) → return (values), np.array(rows)",
    "a list of the same numbers",
)
equivalent(
    "d17-top_directions",
    "return np.array(values), np.array(rows) → return np.array(values), (rows)",
    "a list of the same numbers",
)
equivalent(
    "d17-top_directions",
    "tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17) → tol, start = (2e-12) * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17)",
    "the stop is as strict, for the size of these tables",
)
equivalent(
    "d17-top_directions",
    "tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17) → tol, start = 1e-12 * max((S[j, j] for j in range(len(S)))), np.random.default_rng(17)",
    "the stop is as strict, for the size of these tables",
)
equivalent(
    "d17-top_directions",
    "tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17) → tol, start = 1e-12 * sum(S[j, j] for j in list(range(len(S)))[1:]), np.random.default_rng(17)",
    "the stop is as strict, for the size of these tables",
)
equivalent(
    "d17-project_k",
    "return (np.asarray(X, dtype=float) - mean) @ np.asarray(V, dtype=float).T → return ((X) - mean) @ np.asarray(V, dtype=float).T",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-project_k",
    "return (np.asarray(X, dtype=float) - mean) @ np.asarray(V, dtype=float).T → return (np.asarray(X) - mean) @ np.asarray(V, dtype=float).T",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-project_k",
    "return (np.asarray(X, dtype=float) - mean) @ np.asarray(V, dtype=float).T → return (np.asarray(X, dtype=float) - mean) @ (V).T",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-project_k",
    "return (np.asarray(X, dtype=float) - mean) @ np.asarray(V, dtype=float).T → return (np.asarray(X, dtype=float) - mean) @ np.asarray(V).T",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-reconstruct",
    "return np.asarray(Z, dtype=float) @ np.asarray(V, dtype=float) + mean → return (Z) @ np.asarray(V, dtype=float) + mean",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-reconstruct",
    "return np.asarray(Z, dtype=float) @ np.asarray(V, dtype=float) + mean → return np.asarray(Z) @ np.asarray(V, dtype=float) + mean",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-reconstruct",
    "return np.asarray(Z, dtype=float) @ np.asarray(V, dtype=float) + mean → return np.asarray(Z, dtype=float) @ (V) + mean",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-reconstruct",
    "return np.asarray(Z, dtype=float) @ np.asarray(V, dtype=float) + mean → return np.asarray(Z, dtype=float) @ np.asarray(V) + mean",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-is_psd",
    "return bool(np.linalg.eigh(np.asarray(S, dtype=float))[0].min() >= -tol) → return bool(np.linalg.eigh(np.asarray(S, dtype=float))[0].min() > -tol)",
    "an eigenvalue is never exactly -tol",
)
equivalent(
    "d17-is_psd",
    "def is_psd(S: np.ndarray, tol: float = 1e-9) -> bool: → def is_psd(S: np.ndarray, tol: float = (2e-09)) -> bool:",
    "as small as the first; the signature is given",
)
equivalent(
    "d17-is_psd",
    "return bool(np.linalg.eigh(np.asarray(S, dtype=float))[0].min() >= -tol) → return (np.linalg.eigh(np.asarray(S, dtype=float))[0].min() >= -tol)",
    "numpy's own True and False",
)
equivalent(
    "d17-is_psd",
    "return bool(np.linalg.eigh(np.asarray(S, dtype=float))[0].min() >= -tol) → return bool(np.linalg.eigh((S))[0].min() >= -tol)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d17-is_psd",
    "return bool(np.linalg.eigh(np.asarray(S, dtype=float))[0].min() >= -tol) → return bool(np.linalg.eigh(np.asarray(S))[0].min() >= -tol)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
