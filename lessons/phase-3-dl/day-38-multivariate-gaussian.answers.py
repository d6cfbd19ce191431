"""Right and wrong answers to day 38: the multivariate Gaussian."""

import numpy as np
from scipy.stats import multivariate_normal

from log2attn.authoring import also_right, equivalent, hints, mistake, why


def summed_to_one(z):
    return z - np.logaddexp.reduce(z, axis=1)[:, None]


# ---------------------------------------------------------------- d38-review


@also_right("d38-review")
def review_38(g):
    D = g.shape[1]
    return g @ (np.eye(D) - np.ones((D, D)) / D)


@also_right("d38-review")
def review_38(g):
    return np.array([[v - sum(row) / len(row) for v in row] for row in g])


@mistake("d38-review", "You took away the mean of each column. The layer centers rows.", caught_by="visible")
def review_38(g):
    return g - g.mean(axis=0)


@mistake("d38-review", "You took away the mean of the whole table. Each row has its own.", caught_by="visible")
def review_38(g):
    return g - g.mean()


@mistake("d38-review", "You handed the gradient on as it came. The mean that is taken away depends on every entry.", caught_by="visible")
def review_38(g):
    return g + 0.0


@mistake("d38-review", "You took away the sum of the row, not its mean.", caught_by="visible")
def review_38(g):
    return g - g.sum(axis=1, keepdims=True)


@mistake("d38-review", "You added the mean of the row. More of an entry makes the others less.", caught_by="visible")
def review_38(g):
    return g + g.mean(axis=1, keepdims=True)


@mistake("d38-review", "You handed on the means alone.", caught_by="visible")
def review_38(g):
    return g * 0 + g.mean(axis=1, keepdims=True)


@mistake("d38-review", "You handed on minus the means: the entry's own gradient is missing.", caught_by="visible")
def review_38(g):
    return g * 0 - g.mean(axis=1, keepdims=True)


@mistake("d38-review", "You divided by the spread as well, as layer normalization does. This layer only centers.", caught_by="visible")
def review_38(g):
    with np.errstate(all='ignore'):
        return (g - g.mean(axis=1, keepdims=True)) / g.std(axis=1, keepdims=True, ddof=0)


@mistake("d38-review", "You shared each gradient out over its row, and forgot the entry's own: every number is divided by D.", caught_by="visible")
def review_38(g):
    return g / g.shape[1]


@mistake("d38-review", "You centered around the median of each row.", caught_by="hidden")
def review_38(g):
    return g - np.median(g, axis=1, keepdims=True)


@mistake("d38-review", "Your mean divides by D − 1.", caught_by="visible")
def review_38(g):
    with np.errstate(all='ignore'):
        return g - g.sum(axis=1, keepdims=True) / np.float64(g.shape[1] - 1)


@mistake("d38-review", "Your sign is turned: mean less entry.", caught_by="visible")
def review_38(g):
    return g.mean(axis=1, keepdims=True) - g


@mistake("d38-review", "You took away the largest entry of each row. The layer takes away the mean.", caught_by="visible")
def review_38(g):
    return g - g.max(axis=1, keepdims=True)


@mistake("d38-review", "You took away the first entry of each row. The layer takes away the mean.", caught_by="visible")
def review_38(g):
    return g - g[:, :1]


@mistake("d38-review", "Each entry is scaled by its own slope, 1 − 1/D; what the others receive of it is missing.", caught_by="visible")
def review_38(g):
    return g * (1 - 1 / g.shape[1])


@mistake("d38-review", "You handed on one number for each row, its mean. Every entry receives something of its own.", caught_by="visible")
def review_38(g):
    return g.mean(axis=1, keepdims=True)


@mistake("d38-review", "Only the first row came back.", caught_by="visible")
def review_38(g):
    return g[0] - g[0].mean()


hints(
    "d38-review",
    'By how much does each output of a row change if one entry grows by 1?',
    'The Jacobian of a row is the identity less 1/D everywhere. What does it make of a row g?',
    'g − g.mean(axis=1, keepdims=True).',
)
why("d38-review", 'The Jacobian of one row, the identity less a table of 1/D, is its own transpose: backward does the same as forward, it centers the row.')


# ---------------------------------------------------------------- d38-mvn_sample


@also_right("d38-mvn_sample")
def mvn_sample(mu, S, n, rng):
    values, U = np.linalg.eigh(S)
    z = rng.normal(size=(n, len(mu)))
    return mu + (z * np.sqrt(values)) @ U.T


@also_right("d38-mvn_sample")
def mvn_sample(mu, S, n, rng):
    L = np.linalg.cholesky(S)
    return np.array([mu + L @ row for row in rng.normal(size=(n, len(mu)))])


@mistake("d38-mvn_sample", "Your root stands on the wrong side: rows meet L transposed. Your draws have the covariance LᵀL.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return mu + z @ np.linalg.cholesky(S)


@mistake("d38-mvn_sample", "You multiplied by S itself. Its root is needed; your draws have the covariance S times S.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return mu + z @ S


@mistake("d38-mvn_sample", "The mean is missing: your draws lie around 0.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return z @ np.linalg.cholesky(S).T


@mistake("d38-mvn_sample", "Only the variances have a say in your draws: the ellipse does not lean.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return mu + z * np.sqrt(np.diag(S))


@mistake("d38-mvn_sample", "You took the root of each entry of S. L is the matrix with LLᵀ = S.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return mu + z @ np.sqrt(np.abs(S))


@mistake("d38-mvn_sample", "You stretched by the variances where the standard deviations belong.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return mu + z * np.diag(S)


@mistake("d38-mvn_sample", "You have the mean go through the stretch, too. It is added afterward.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return (mu + z) @ np.linalg.cholesky(S).T


@mistake("d38-mvn_sample", "Your numbers are even, from 0 to 1. Standard normal ones are needed.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    return mu + rng.random((n, len(mu))) @ np.linalg.cholesky(S).T


@mistake("d38-mvn_sample", "All coordinates of a draw use the same random number.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    return mu + rng.normal(size=(n, 1)) * np.sqrt(np.diag(S))


@mistake("d38-mvn_sample", "All your draws are one and the same.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    return mu + np.ones((n, 1)) * (np.linalg.cholesky(S) @ rng.normal(size=len(mu)))


@mistake("d38-mvn_sample", "You returned standard numbers, without stretch and mean.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return z


@mistake("d38-mvn_sample", "The stretch is missing: your cloud is round, around the mean.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return mu + z


@mistake("d38-mvn_sample", "Your stretch is run backward: you divided by the root of S.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return mu + np.linalg.solve(np.linalg.cholesky(S), z.T).T


@mistake("d38-mvn_sample", "The mean is taken away. Add it.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return z @ np.linalg.cholesky(S).T - mu


@mistake("d38-mvn_sample", "You returned a single draw.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    return mu + np.linalg.cholesky(S) @ rng.normal(size=len(mu))


@mistake("d38-mvn_sample", "Your draws stand in columns. They are rows.", caught_by="visible")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(n, len(mu)))
    return (mu + z @ np.linalg.cholesky(S).T).T


@mistake("d38-mvn_sample", "Your randomness does not come from the generator that was handed in.", caught_by="hidden")
def mvn_sample(mu, S, n, rng):
    z = np.random.default_rng(1).normal(size=(n, len(mu)))
    return mu + z @ np.linalg.cholesky(S).T


@mistake("d38-mvn_sample", "You drew the table on its side, a draw in each column. Asked is rng.normal(size=(n, D)), a draw in each row.", caught_by="hidden")
def mvn_sample(mu, S, n, rng):
    z = rng.normal(size=(len(mu), n))
    return mu + (np.linalg.cholesky(S) @ z).T


@mistake("d38-mvn_sample", "Your eigenvectors stand on the wrong side: draws are rows, and the directions are columns of what eigh returns.", caught_by="hidden")
def mvn_sample(mu, S, n, rng):
    lam, U = np.linalg.eigh(S)
    return mu + (rng.normal(size=(n, len(mu))) * np.sqrt(lam)) @ U


hints(
    "d38-mvn_sample",
    'First standard numbers, one row for each draw. What turns their round cloud into the right shape?',
    'L = np.linalg.cholesky(S). A single z becomes L @ z; on which side of rows does it stand, and how?',
    'mu + z @ np.linalg.cholesky(S).T.',
)
why("d38-mvn_sample", 'The covariance matrix of Lz is L I Lᵀ = S. Samples are rows, so the product is transposed: row z times Lᵀ.')


# ---------------------------------------------------------------- d38-mvn_logpdf


@also_right("d38-mvn_logpdf")
def mvn_logpdf(X, mu, S):
    r = X - mu
    sign, logdet = np.linalg.slogdet(S)
    d2 = (r * np.linalg.solve(S, r.T).T).sum(axis=1)
    return -0.5 * (d2 + logdet + len(S) * np.log(2 * np.pi))


@also_right("d38-mvn_logpdf")
def mvn_logpdf(X, mu, S):
    return np.reshape(multivariate_normal.logpdf(X, mu, S), len(X))


@also_right("d38-mvn_logpdf")
def mvn_logpdf(X, mu, S):
    values, U = np.linalg.eigh(S)
    z = (X - mu) @ U / np.sqrt(values)
    return -0.5 * ((z**2).sum(axis=1) + np.log(2 * np.pi * values).sum())


@mistake("d38-mvn_logpdf", "A product of 100 small numbers, a determinant or a diagonal's, underflows to 0 before its logarithm is taken.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    with np.errstate(all='ignore'):
        d2 = ((X - mu) * np.linalg.solve(S, (X - mu).T).T).sum(axis=1)
        return -0.5 * d2 - 0.5 * np.log(np.linalg.det(S)) - 0.5 * len(mu) * np.log(2 * np.pi)


@mistake("d38-mvn_logpdf", "Your density is formed before its logarithm, and overflows or underflows.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    with np.errstate(all='ignore'):
        d2 = ((X - mu) * np.linalg.solve(S, (X - mu).T).T).sum(axis=1)
        return np.log(np.exp(-0.5 * d2) / np.sqrt(np.linalg.det(2 * np.pi * S)))


@mistake("d38-mvn_logpdf", "The logarithm of the stretch counts half in your answer. That belongs to the determinant of S; L is its root already.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - 0.5 * stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "The logarithm of the stretch counts twice in your answer: the determinant of S needs its half.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - 2 * stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "The logarithm of the stretch is missing: a wide cloud has to be lower.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - 0.5 * c


@mistake("d38-mvn_logpdf", "The logarithm of 2π counts once in your answer, not D times.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - stretch - 0.5 * np.log(2 * np.pi)


@mistake("d38-mvn_logpdf", "The logarithm of 2π is missing.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - stretch


@mistake("d38-mvn_logpdf", "The one half of the logarithm of 2π is missing.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - stretch - c


@mistake("d38-mvn_logpdf", "The squared distance is not halved.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -d2 - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "Your distance is not squared.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * np.sqrt(d2) - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "The way back goes through S in your answer, where L belongs.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    z = np.linalg.solve(S, (X - mu).T)
    return -0.5 * (z**2).sum(axis=0) - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "The way back goes through Lᵀ in your answer, where L belongs.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    z = np.linalg.solve(L.T, (X - mu).T)
    return -0.5 * (z**2).sum(axis=0) - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "You multiplied with L. The way back solves with it.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    z = L @ (X - mu).T
    return -0.5 * (z**2).sum(axis=0) - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "The mean has no say in your answer.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    z = np.linalg.solve(L, 1.0 * X.T)
    return -0.5 * (z**2).sum(axis=0) - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "Only the diagonal of S has a say: you treated the coordinates as independent.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    v = 1.0 * np.diag(S)
    return -0.5 * ((X - mu) ** 2 / v + np.log(2 * np.pi * v)).sum(axis=1)


@mistake("d38-mvn_logpdf", "You added all rows up. Each has its own number.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * (z**2).sum() - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "You measured in circles: the plain distance from the mean.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * ((X - mu) ** 2).sum(axis=1) - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "The logarithm of the stretch is added. A wide cloud has to be lower.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 + stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "Your stretch adds the logarithms of the variances, the diagonal of S. The diagonal of L is needed.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - np.log(np.diag(S)).sum() - 0.5 * c


@mistake("d38-mvn_logpdf", "Your stretch is the logarithm of a sum of the diagonal. The diagonal is multiplied: add its logarithms.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - np.log(np.diag(L).sum()) - 0.5 * c


@mistake("d38-mvn_logpdf", "The number of points stands where the number of dimensions belongs.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - stretch - 0.5 * len(X) * np.log(2 * np.pi)


@mistake("d38-mvn_logpdf", "You returned the surprise, with the opposite sign.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return 0.5 * d2 + stretch + 0.5 * c


@mistake("d38-mvn_logpdf", "You added the squares over the points, not over the coordinates.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * (z**2).sum(axis=1).mean() - stretch - 0.5 * c + 0 * d2


@mistake("d38-mvn_logpdf", "The coordinates are added before the square. Each is squared, then they are added.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * z.sum(axis=0) ** 2 - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "You took the mean of the squared coordinates. A squared length is their sum.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * (z**2).mean(axis=0) - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "The diagonal of L is added without logarithms.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - np.diag(L).sum() - 0.5 * c


@mistake("d38-mvn_logpdf", "Your stretch takes the logarithm of the sum of all entries of L. It is the sum of the logarithms of its diagonal.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    with np.errstate(all='ignore'):
        return -0.5 * d2 - np.log(L.sum()) - 0.5 * c


@mistake("d38-mvn_logpdf", "Minus one half reaches over all three terms, so the constants are added and the stretch is halved.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * (d2 - stretch - c)


@mistake("d38-mvn_logpdf", "Your last constant has the log of 2, times π. The logarithm is of 2π.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    return -0.5 * d2 - stretch - 0.5 * len(mu) * np.log(2) * np.pi


@mistake("d38-mvn_logpdf", "The mean is taken away after the way back. It is taken away before: L works on the distance.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    z = np.linalg.solve(L, 1.0 * X.T) - mu[:, None]
    return -0.5 * (z**2).sum(axis=0) - stretch - 0.5 * c


@mistake("d38-mvn_logpdf", "You returned the density, not its logarithm.", caught_by="visible")
def mvn_logpdf(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    d2, stretch, c = (z**2).sum(axis=0), np.log(np.diag(L)).sum(), len(mu) * np.log(2 * np.pi)
    with np.errstate(all='ignore'):
        return np.exp(-0.5 * d2 - stretch - 0.5 * c)


hints(
    "d38-mvn_logpdf",
    'Three terms. For the first run every point backward through L.',
    'L = np.linalg.cholesky(S), z = np.linalg.solve(L, (X − mu).T): each column of z belongs to a point.',
    '−0.5 * (z**2).sum(axis=0) − np.log(np.diag(L)).sum() − 0.5 * D * np.log(2 * np.pi).',
)
why("d38-mvn_logpdf", 'A point x came from z = L⁻¹(x − μ), where the standard bell has its log density; the volume grew by det L, the product of the diagonal, so its logarithm is taken away as a sum.')


# ---------------------------------------------------------------- d38-GaussianNB


@also_right("d38-GaussianNB")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        self.parts = []
        for k in range(int(max(y)) + 1):
            rows = np.asarray(X[y == k], dtype=float)
            v = np.maximum(((rows - rows.mean(axis=0)) ** 2).mean(axis=0), self.floor)
            self.parts.append((len(rows) / len(y), rows.mean(axis=0), v))
        return self

    def predict_log_proba(self, X):
        table = np.array([multivariate_normal.logpdf(X, m, np.diag(v)) + np.log(p) for p, m, v in self.parts]).reshape(len(self.parts), len(X)).T
        return table - np.logaddexp.reduce(table, axis=1)[:, None]

    def predict(self, X):
        return np.argmax(self.predict_log_proba(X), axis=1)


@also_right("d38-GaussianNB")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        of = (np.asarray(y)[:, None] == np.arange(max(y) + 1)).astype(float)
        n = of.sum(axis=0)[:, None]
        self.m = of.T @ X / n
        self.v = np.array([(of[:, k] @ (X - self.m[k]) ** 2) / n[k, 0] for k in range(len(n))])
        self.v[self.v < self.floor] = self.floor
        self.logn = np.log(n[:, 0]) - np.log(len(X))
        return self

    def scores(self, X):
        rows = []
        for x in X:
            z = (x - self.m) / np.sqrt(self.v)
            rows.append(self.logn - 0.5 * (z**2).sum(axis=1) - 0.5 * np.log(2 * np.pi * self.v).sum(axis=1))
        return np.array(rows)

    def predict_log_proba(self, X):
        s = self.scores(X)
        top = s.max(axis=1)[:, None]
        return s - top - np.log(np.exp(s - top).sum(axis=1))[:, None]

    def predict(self, X):
        return self.scores(X).argmax(axis=1)


@mistake("d38-GaussianNB", "Your variances have the divisor n − 1. Here it is n.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([(group.var(axis=0, ddof=0) if len(group) == 1 else group.var(axis=0, ddof=1)) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "All classes share one variance for each feature in your model. Each class has its own.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([X.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "The floor is added to every variance. Only those below it are raised to it.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.array([group.var(axis=0, ddof=0) for group in groups]) + self.floor
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "Your floor is 0.001, whatever was asked for.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), 1e-3)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "You keep standard deviations where variances are meant.", caught_by="hidden")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.std(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "The shares of the classes have no say in your answer: all count alike.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([1 / len(groups) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "Your center is the median of a class.", caught_by="hidden")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([np.median(group, axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "One mean and one variance serve all features of a class. Each feature has its own.", caught_by="hidden")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0).mean() + 0 * group[0] for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "fit does not return the model itself.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return None

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "The shares of the classes have no say in your answer: all count alike.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = 0.0 - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "The logarithm of the variance is left out: a narrow bell is higher.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = np.log(self.share) - 0.5 * (far + 0 * self.var).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "The squared distance is not halved.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = np.log(self.share) - 0.5 * (2 * far + np.log(2 * np.pi * self.var)).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "The logarithm of the variance is not halved.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = np.log(self.share) - 0.5 * (far + 2 * np.log(2 * np.pi * self.var)).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "You divided the distance by the variance without squaring it.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = np.abs(X[:, None] - self.mean) / self.var
        z = np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "The variance has no say in the distance.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 + 0 * self.var
        z = np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "You returned the scores before they are made to sum to 1.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)
        return z

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "You returned the probabilities. Their logarithms are asked for.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "Far points or many features give −∞ or no number: the exponential of a score underflows before the largest is taken away.", caught_by="hidden")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)
        with np.errstate(all='ignore'):
            return np.log(np.exp(z) / np.exp(z).sum(axis=1, keepdims=True))

    def predict(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return (np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)).argmax(axis=1)


@mistake("d38-GaussianNB", "predict returns the class that is least probable.", caught_by="visible")
class GaussianNB(GaussianNB):
    def predict(self, X):
        return self.predict_log_proba(X).argmin(axis=1)


@mistake("d38-GaussianNB", "predict returns how probable the class is, not which it is.", caught_by="visible")
class GaussianNB(GaussianNB):
    def predict(self, X):
        return self.predict_log_proba(X).max(axis=1)


@mistake("d38-GaussianNB", "predict compares the points with each other, not the classes: it looks along the wrong axis.", caught_by="visible")
class GaussianNB(GaussianNB):
    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=0)


@mistake("d38-GaussianNB", "predict names the class with the nearest mean. A wide bell reaches farther than a narrow one.", caught_by="hidden")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return ((X[:, None] - self.mean) ** 2).sum(axis=2).argmin(axis=1)


@mistake("d38-GaussianNB", "The share stands in your score without its logarithm.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = self.share - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "You took the largest score of a row away, and did not divide by the sum.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        z = np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2)
        z = z - z.max(axis=1, keepdims=True)
        return z

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "predict returns one number for all rows together. Each row has its class.", caught_by="visible")
class GaussianNB(GaussianNB):
    def predict(self, X):
        return self.predict_log_proba(X).argmax()


@mistake("d38-GaussianNB", "The floor is not used: where all values of a class are equal, its variance is 0, and you divide by it.", caught_by="visible")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean(axis=0) for group in groups])
        self.var = np.array([group.var(axis=0, ddof=0) for group in groups])
        return self

    def predict_log_proba(self, X):
        with np.errstate(all='ignore'):
            return self._answer(X)

    def _answer(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


@mistake("d38-GaussianNB", "One mean serves all features of a class in your model. Each feature has its own.", caught_by="hidden")
class GaussianNB:
    def __init__(self, floor=1e-3):
        self.floor = floor

    def fit(self, X, y):
        groups = [X[y == k] for k in range(y.max() + 1)]
        self.share = np.array([len(group) / len(X) for group in groups])
        self.mean = np.array([group.mean() + 0 * group[0] for group in groups])
        self.var = np.maximum(np.array([group.var(axis=0, ddof=0) for group in groups]), self.floor)
        return self

    def predict_log_proba(self, X):
        far = (X[:, None] - self.mean) ** 2 / self.var
        return summed_to_one(np.log(self.share) - 0.5 * (far + np.log(2 * np.pi * self.var)).sum(axis=2))

    def predict(self, X):
        return self.predict_log_proba(X).argmax(axis=1)


hints(
    "d38-GaussianNB",
    'Three things to keep for each class: its share, its means, its variances, none below the floor.',
    'In predict_log_proba: (X[:, None] − self.mean) ** 2 / self.var has the shape (N, K, D). Add over features, then the log share.',
    'z = np.log(share) − 0.5 * (far + np.log(2πv)).sum(axis=2); take the largest of each row away, then the logarithm of the summed exponentials. predict is argmax(axis=1) of it.',
)
why("d38-GaussianNB", "Independent features: log densities add, one bell for each. Bayes' rule adds the log share and divides by the sum over the classes, which on the log scale is a subtraction.")


# ---------------------------------------------------------------- d38-condition_2d


@also_right("d38-condition_2d")
def condition_2d(mu, S, x1):
    K = np.linalg.inv(S)
    return mu[1] - K[1, 0] / K[1, 1] * (x1 - mu[0]), 1 / K[1, 1]


@also_right("d38-condition_2d")
def condition_2d(mu, S, x1):
    rho = S[0, 1] / np.sqrt(1.0 * S[0, 0] * S[1, 1])
    s1, s2 = np.sqrt(S[0, 0]), np.sqrt(S[1, 1])
    return [mu[1] + rho * s2 * (x1 - mu[0]) / s1, s2**2 * (1 - rho**2)]


@mistake("d38-condition_2d", "Your slope divides by the variance of the second number. The known one is the first.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] + S[0, 1] / S[1, 1] * (x1 - mu[0]), v


@mistake("d38-condition_2d", "Your variance is the one from before: what the line explains is not taken away.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, 1.0 * S[1, 1]


@mistake("d38-condition_2d", "Your variance grows. What the line explains is taken away.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, S[1, 1] + S[0, 1] ** 2 / S[0, 0]


@mistake("d38-condition_2d", "You returned the standard deviation.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return m, np.sqrt(v)


@mistake("d38-condition_2d", "Your mean moves in the wrong direction.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] - S[0, 1] / S[0, 0] * (x1 - mu[0]), v


@mistake("d38-condition_2d", "Your line starts at 0: the first mean is not taken away from x₁.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] + S[0, 1] / S[0, 0] * x1, v


@mistake("d38-condition_2d", "The mean of the second number is missing.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return S[0, 1] / S[0, 0] * (x1 - mu[0]), v


@mistake("d38-condition_2d", "Your slope is the covariance itself. It is divided by the variance of the known number.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] + S[0, 1] * (x1 - mu[0]), v


@mistake("d38-condition_2d", "Your slope is the correlation. That is right only if both have the same spread.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] + S[0, 1] / np.sqrt(1.0 * S[0, 0] * S[1, 1]) * (x1 - mu[0]), v


@mistake("d38-condition_2d", "The covariance is not squared in your variance.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, S[1, 1] - S[0, 1] / S[0, 0]


@mistake("d38-condition_2d", "The square of the covariance is divided by the wrong variance.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, S[1, 1] - S[0, 1] ** 2 / S[1, 1]


@mistake("d38-condition_2d", "The square of the covariance is taken away as it is. It is divided by the variance of the known number.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, S[1, 1] - S[0, 1] ** 2


@mistake("d38-condition_2d", "You described the first number, given the second. It is the first that is known.", caught_by="visible")
def condition_2d(mu, S, x1):
    return mu[0] + S[0, 1] / S[1, 1] * (x1 - mu[1]), S[0, 0] - S[0, 1] ** 2 / S[1, 1]


@mistake("d38-condition_2d", "Your variance starts from that of the first number.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, S[0, 0] - S[0, 1] ** 2 / S[0, 0]


@mistake("d38-condition_2d", "Variance and mean have changed places.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return v, m


@mistake("d38-condition_2d", "Your slope is upside down.", caught_by="hidden")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    with np.errstate(all='ignore'):
        return mu[1] + S[0, 0] / np.float64(S[0, 1]) * (x1 - mu[0]), v


@mistake("d38-condition_2d", "You start from the mean of the first number.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[0] + S[0, 1] / S[0, 0] * (x1 - mu[0]), v


@mistake("d38-condition_2d", "The mean stays where it was: x₁ has no say in it.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] + 0.0, v


@mistake("d38-condition_2d", "You scaled by standard deviations: the slope is the covariance over σ₁, not over its square.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] + S[0, 1] / np.sqrt(S[0, 0]) * (x1 - mu[0]), v


@mistake("d38-condition_2d", "The share that is left is multiplied, not the variance: 1 − correlation² alone.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, 1 - S[0, 1] ** 2 / (1.0 * S[0, 0] * S[1, 1])


@mistake("d38-condition_2d", "The bracket stands around the difference of your variance: only the squared covariance is divided.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, (S[1, 1] - S[0, 1] ** 2) / S[0, 0]


@mistake("d38-condition_2d", "Your bracket around x₁ − μ₁ is missing: the slope multiplies x₁ alone.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] + S[0, 1] / S[0, 0] * x1 - mu[0], v


@mistake("d38-condition_2d", "You took the second mean from x₁. Its own is the first.", caught_by="visible")
def condition_2d(mu, S, x1):
    v = S[1, 1] - S[0, 1] ** 2 / S[0, 0]
    return mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[1]), v


@mistake("d38-condition_2d", "You returned the determinant of S as variance. It has to be divided by the variance of the known number.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, np.linalg.det(S)


@mistake("d38-condition_2d", "The squared covariance is multiplied by the variance of the known number. It is divided.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m, S[1, 1] - S[0, 1] ** 2 * S[0, 0]


@mistake("d38-condition_2d", "You returned the mean alone. The variance belongs to it.", caught_by="visible")
def condition_2d(mu, S, x1):
    m = mu[1] + S[0, 1] / S[0, 0] * (x1 - mu[0])
    return m


hints(
    "d38-condition_2d",
    'The slope of the line of best fit comes first: which covariance over which variance?',
    'slope = S[0, 1] / S[0, 0]. What does the line explain of the second variance?',
    'mu[1] + slope * (x1 − mu[0]), S[1, 1] − slope * S[0, 1].',
)
why("d38-condition_2d", 'Along the slice the log density is a parabola in x₂; its vertex lies on the line of best fit through the means, and its bend does not depend on x₁.')


# ---------------------------------------------------------------- d38-mahalanobis


@also_right("d38-mahalanobis")
def mahalanobis(X, mu, S):
    r = X - mu
    return np.sqrt((r * np.linalg.solve(S, r.T).T).sum(axis=1))


@also_right("d38-mahalanobis")
def mahalanobis(X, mu, S):
    values, U = np.linalg.eigh(S)
    return np.linalg.norm((X - mu) @ U / np.sqrt(values), axis=1)


@mistake("d38-mahalanobis", "You returned the squares. Distances are their roots.", caught_by="visible")
def mahalanobis(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    return (z**2).sum(axis=0)


@mistake("d38-mahalanobis", "You multiplied with S. The way back solves with it.", caught_by="visible")
def mahalanobis(X, mu, S):
    r = X - mu
    return np.sqrt((r @ S * r).sum(axis=1))


@mistake("d38-mahalanobis", "You measured in circles: the plain distance from the mean.", caught_by="visible")
def mahalanobis(X, mu, S):
    return np.linalg.norm(X - mu, axis=1)


@mistake("d38-mahalanobis", "Only the diagonal of S has a say: your ellipse does not lean.", caught_by="visible")
def mahalanobis(X, mu, S):
    return np.sqrt(((X - mu) ** 2 / np.diag(S)).sum(axis=1))


@mistake("d38-mahalanobis", "The mean has no say in your answer.", caught_by="visible")
def mahalanobis(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    return np.linalg.norm(np.linalg.solve(L, 1.0 * X.T), axis=0)


@mistake("d38-mahalanobis", "The way back goes through S in your answer, where its root L belongs.", caught_by="visible")
def mahalanobis(X, mu, S):
    return np.linalg.norm(np.linalg.solve(S, (X - mu).T), axis=0)


@mistake("d38-mahalanobis", "You multiplied with L. The way back solves with it.", caught_by="visible")
def mahalanobis(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    return np.linalg.norm(L @ (X - mu).T, axis=0)


@mistake("d38-mahalanobis", "The way back goes through Lᵀ in your answer, where L belongs.", caught_by="visible")
def mahalanobis(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    return np.linalg.norm(np.linalg.solve(L.T, (X - mu).T), axis=0)


@mistake("d38-mahalanobis", "You added over the points: one number for each coordinate. Each row has its distance.", caught_by="visible")
def mahalanobis(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    return np.sqrt((z**2).sum(axis=1))


@mistake("d38-mahalanobis", "You added coordinates without squares.", caught_by="visible")
def mahalanobis(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    return np.abs(z).sum(axis=0)


@mistake("d38-mahalanobis", "You took the mean of the squares. A length is the root of their sum.", caught_by="visible")
def mahalanobis(X, mu, S):
    L = np.linalg.cholesky(S)
    z = np.linalg.solve(L, (X - mu).T)
    return np.sqrt((z**2).mean(axis=0))


@mistake("d38-mahalanobis", "You took the largest coordinate. A length is the root of the sum of squares.", caught_by="visible")
def mahalanobis(X, mu, S):
    return np.abs(np.linalg.solve(np.linalg.cholesky(S), (X - mu).T)).max(axis=0)


@mistake("d38-mahalanobis", "You divided the plain distance by the root of the determinant: one scale for all directions.", caught_by="visible")
def mahalanobis(X, mu, S):
    return np.linalg.norm(X - mu, axis=1) / np.sqrt(np.linalg.det(S))


hints(
    "d38-mahalanobis",
    'Run each point backward through L, and measure there.',
    'z = np.linalg.solve(L, (X − mu).T): each column belongs to a point.',
    'np.sqrt((z**2).sum(axis=0)).',
)
why("d38-mahalanobis", 'L turns the unit circle into the ellipse of the cloud, so its inverse turns the cloud round again; there the plain length counts standard deviations.')


equivalent("d38-mvn_sample", "return mu + z @ np.linalg.cholesky(S).T → return mu - z @ np.linalg.cholesky(S).T", "the standard bell is symmetric: minus L is a root of S as well")
equivalent("d38-mvn_logpdf", "z = np.linalg.solve(L, (X - mu).T) → z = np.linalg.solve(L, ((mu) - (X)).T)", "z is squared: its sign does not matter")
equivalent("d38-mahalanobis", "z = np.linalg.solve(np.linalg.cholesky(S), (X - mu).T) → z = np.linalg.solve(np.linalg.cholesky(S), ((mu) - (X)).T)", "z is squared: its sign does not matter")
equivalent("d38-GaussianNB", "far = (X[:, None] - self.mean) ** 2 / self.var → far = ((self.mean) - (X[:, None])) ** 2 / self.var", "a distance is squared: its sign does not matter")
