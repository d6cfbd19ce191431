import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import softmax

# ---------------------------------------------------------------- d58-review


@also_right("d58-review")
def review_58(X):
    lam = np.linalg.eigvalsh(np.cov(X, rowvar=False, ddof=1))
    return lam[-1] / lam.sum()


@mistake("d58-review", "You did not center the cloud. Its distance from the origin then counts as variance.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X, compute_uv=False)
    return float(s[0] ** 2 / (s**2).sum())


@mistake("d58-review", "You compared singular values. Those are lengths; variance goes with their squares.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] / s.sum())


@mistake("d58-review", "You took the last direction, which holds the least variance. The first holds the most.", caught_by="visible")
def review_58(X):
    lam = np.linalg.eigvalsh(np.cov(X, rowvar=False, ddof=1))
    return float(lam[0] / lam.sum())


@mistake("d58-review", "You removed each point's own mean over its features. The center of a cloud is a mean over its points.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=1, keepdims=True), compute_uv=False)
    return float(s[0] ** 2 / (s**2).sum())


@mistake("d58-review", "You took the share of the widest feature. The first principal component may lie between the features.", caught_by="visible")
def review_58(X):
    v = X.var(axis=0, ddof=1)
    return float(v.max() / v.sum())


@mistake("d58-review", "You squared the eigenvalues of the covariance. They are variances already; only singular values need squaring.", caught_by="visible")
def review_58(X):
    lam = np.linalg.eigvalsh(np.cov(X, rowvar=False, ddof=1))
    return float(lam[-1] ** 2 / (lam**2).sum())


@mistake("d58-review", "You subtracted one mean of all numbers. Each feature has a mean of its own: X.mean(axis=0).", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(), compute_uv=False)
    return float(s[0] ** 2 / (s**2).sum())


@mistake("d58-review", "You returned the shares of all directions. The first one alone is asked for.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return s**2 / (s**2).sum()


@mistake("d58-review", "You squared the sum of the singular values. The total variance is the sum of their squares.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / s.sum() ** 2)


@mistake("d58-review", "You took the share of the first feature. The first principal component is a direction of its own, wherever the cloud is longest.", caught_by="visible")
def review_58(X):
    v = X.var(axis=0, ddof=1)
    return float(v[0] / v.sum())


@mistake("d58-review", "You returned a variance. Its share is asked for: divide by the variance in all directions together.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / len(X))


@mistake("d58-review", "You returned a variance. Its share is asked for: divide by the variance in all directions together.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / (len(X) - 1))


@mistake("d58-review", "You returned the first direction. How much of the variance lies along it is asked for, a number.", caught_by="visible")
def review_58(X):
    _, _, Vt = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    return Vt[0]


@mistake("d58-review", "You compared the first direction with the second. Its share is the part of the sum over all directions.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / s[1] ** 2)


@mistake("d58-review", "You returned what the other directions hold. Asked for is the share of the first.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(1 - s[0] ** 2 / (s**2).sum())


@mistake("d58-review", "You scaled every feature to variance 1 first. That is another cloud; here the features keep their units.", caught_by="hidden")
def review_58(X):
    Z = (X - X.mean(axis=0)) / X.std(axis=0)
    s = np.linalg.svd(Z, compute_uv=False)
    return float(s[0] ** 2 / (s**2).sum())


@mistake("d58-review", "Your share is in percent. Between 1/D and 1 is asked for.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(100 * s[0] ** 2 / (s**2).sum())


@mistake("d58-review", "You compared with the first two directions only. A cloud with more features has more of them: sum over all.", caught_by="hidden")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / (s[0] ** 2 + s[1] ** 2))


@mistake("d58-review", "You centered with medians. Variance is measured around the mean.", caught_by="hidden")
def review_58(X):
    s = np.linalg.svd(X - np.median(X, axis=0), compute_uv=False)
    return float(s[0] ** 2 / (s**2).sum())


@mistake("d58-review", "You divided by the mean of the squares. A share is a part of their sum.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / (s**2).mean())


@mistake("d58-review", "You compared with the squares of all entries as they came, around the origin. The total variance is taken around the center, too.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / (X**2).sum())


@mistake("d58-review", "You divided the share by the number of features. It is a share of the total already.", caught_by="visible")
def review_58(X):
    s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return float(s[0] ** 2 / (s**2).sum() / X.shape[1])


hints(
    "d58-review",
    "Variance is measured around the center of the cloud. Where is that center?",
    "The SVD of the centered points gives singular values, largest first. How do they relate to variances?",
    "Subtract X.mean(axis=0), take s from np.linalg.svd(…, compute_uv=False), and compare s[0]**2 with the sum of all s**2.",
)
why(
    "d58-review",
    "The squared singular values of the centered cloud are its variances along the principal directions, up to the same factor n − 1. A share does not see that factor.",
)

# ---------------------------------------------------------------- d58-dot_variance


@also_right("d58-dot_variance")
def dot_variance(d, n, rng):
    Q, K = rng.standard_normal((2, n, d))
    return np.var(np.einsum("nd,nd->n", Q, K), ddof=0)


@also_right("d58-dot_variance")
def dot_variance(d, n, rng):
    scores = [float(rng.standard_normal(d) @ rng.standard_normal(d)) for _ in range(n)]
    mean = math.fsum(scores) / n
    return math.fsum((s - mean) ** 2 for s in scores) / n


@mistake("d58-dot_variance", "You returned the standard deviation, √d. The variance is its square.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).sum(axis=1).std(ddof=0))


@mistake("d58-dot_variance", "You divided the scores by √d before measuring. That is the cure; measure the illness first.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float(((Q * K).sum(axis=1) / np.sqrt(d)).var(ddof=0))


@mistake("d58-dot_variance", "You measured the variance of single products q_i·k_i, which is 1. A score is the sum of d of them.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float(((Q * K) ** 2).mean())


@mistake("d58-dot_variance", "You multiplied each query with itself. Query and key are then not independent, and the variance doubles to 2d.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    return float((Q * Q).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You summed over the pairs, so n scores became d sums. Each pair has a score of its own: sum over its d entries.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).sum(axis=0).var(ddof=0))


@mistake("d58-dot_variance", "You let every query meet every key, which makes n² scores. The task pairs query 1 with key 1, query 2 with key 2: n scores.", caught_by="hidden")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q @ K.T).var(ddof=0))


@mistake("d58-dot_variance", "You added up the variances of the d columns. That they add is what the derivation says; the measurement is the variance of the sums themselves.", caught_by="hidden")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).var(axis=0, ddof=0).sum())


@mistake("d58-dot_variance", "You divided by n − 1. The task asks for ddof=0, which divides by n.", caught_by="hidden")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    with np.errstate(all="ignore"):
        scores = (Q * K).sum(axis=1)
        return float(((scores - scores.mean()) ** 2).sum() / np.float64(n - 1))


@mistake("d58-dot_variance", "You averaged the squared scores. That is their distance from 0; the variance measures it from their own mean.", caught_by="hidden")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float(((Q * K).sum(axis=1) ** 2).mean())


@mistake("d58-dot_variance", "You drew coins again. Their variance is right, and the question was whether bell-shaped entries give the same.", caught_by="hidden")
def dot_variance(d, n, rng):
    Q = rng.choice([-1.0, 1.0], size=(n, d))
    K = rng.choice([-1.0, 1.0], size=(n, d))
    return float((Q * K).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You drew one query and let it meet all keys. The scores then share the length of that one query; every pair needs a query of its own.", caught_by="visible")
def dot_variance(d, n, rng):
    q = rng.standard_normal(d)
    K = rng.standard_normal((n, d))
    return float((K @ q).var(ddof=0))


@mistake("d58-dot_variance", "You drew numbers between 0 and 1. They have mean ½ and variance 1/12, not mean 0 and variance 1.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.random((n, d))
    K = rng.random((n, d))
    return float((Q * K).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You returned the mean of the scores. It is near 0, because the signs cancel; the variance asks how far they scatter.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).sum(axis=1).mean())


@mistake("d58-dot_variance", "You returned d, which is the theory. The task is to measure, and a measurement strays a little.", caught_by="visible")
def dot_variance(d, n, rng):
    return float(d)


@mistake("d58-dot_variance", "You made a generator of your own with a fixed seed, so every call draws the same numbers. Draw from the rng you are given.", caught_by="visible")
def dot_variance(d, n, rng):
    rng = np.random.default_rng(0)
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You measured the variance of single products q_i·k_i, which is 1. A score is the sum of d of them.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).var(ddof=0))


@mistake("d58-dot_variance", "You averaged the d products of a pair. A dot product is their sum.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).mean(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You added the entries of queries and keys. A score multiplies them pair by pair and adds the products.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q + K).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You took the variance of one number alone, which is 0. Collect all n scores, then take their variance.", caught_by="visible")
def dot_variance(d, n, rng):
    scores = []
    for _ in range(n):
        scores = [rng.standard_normal(d) @ rng.standard_normal(d)]
    return float(np.var(scores, ddof=0))


@mistake("d58-dot_variance", "You drew the whole numbers −1, 0 and 1. Their variance is 2/3; the entries are to be standard normal.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.integers(-1, 2, size=(n, d))
    K = rng.integers(-1, 2, size=(n, d))
    return float((Q * K).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You draw a fixed number of pairs, whatever n is.", caught_by="hidden")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((2000, d))
    K = rng.standard_normal((2000, d))
    return float((Q * K).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "Your vectors have 16 entries, whatever d is.", caught_by="hidden")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, 16))
    K = rng.standard_normal((n, 16))
    return float((Q * K).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You summed over the pairs, so n scores became d sums. Each pair has a score of its own: sum over its d entries.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((d, n))
    K = rng.standard_normal((d, n))
    return float((Q * K).sum(axis=1).var(ddof=0))


@mistake("d58-dot_variance", "You took the absolute values of the scores first. Much of their scatter is between plus and minus; leave the signs.", caught_by="visible")
def dot_variance(d, n, rng):
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float(np.abs((Q * K).sum(axis=1)).var(ddof=0))


hints(
    "d58-dot_variance",
    "Make two tables of random numbers, one for the queries and one for the keys. What shape has each?",
    "Multiply the tables entry by entry. Summing each row of the product gives the n scores.",
    "With Q and K of shape (n, d) from rng.standard_normal, the scores are (Q * K).sum(axis=1); then .var(ddof=0).",
)
why(
    "d58-dot_variance",
    "Each of the d products has variance 1, and independent variances add. Nothing in that argument asked for coins, so bells give d as well.",
)

# ---------------------------------------------------------------- d58-attention


@also_right("d58-attention")
def attention(Q, K, V):
    scores = np.einsum("...md,...nd->...mn", Q, K) / math.sqrt(K.shape[-1])
    scores = scores - scores.max(axis=-1, keepdims=True)
    A = np.exp(scores)
    A = A / A.sum(axis=-1, keepdims=True)
    return np.einsum("...mn,...nv->...mv", A, V), A


@also_right("d58-attention")
def attention(Q, K, V):
    if Q.ndim > 2:
        pairs = [attention(q, k, v) for q, k, v in zip(Q, K, V)]
        return np.stack([o for o, _ in pairs]), np.stack([a for _, a in pairs])
    A = np.stack([softmax(K @ q / np.sqrt(len(q))) for q in Q])
    return np.stack([sum(a * v for a, v in zip(row, V)) for row in A]), A


@mistake("d58-attention", "You divided by d. The typical size of a score is √d, so for large d all scores shrink toward 0 and the answer toward a plain average.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / Q.shape[-1], axis=-1)
    return A @ V, A


@mistake("d58-attention", "You left the scores unscaled. They grow like √d, and one key takes everything.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2), axis=-1)
    return A @ V, A


@mistake("d58-attention", "Your softmax ran over the queries. Each query hands out shares to the keys, so each row sums to one.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]), axis=-2)
    return A @ V, A


@mistake("d58-attention", "You divided by √d after softmax. The shares no longer sum to one, and the scores were never tamed.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2), axis=-1) / np.sqrt(Q.shape[-1])
    return A @ V, A


@mistake("d58-attention", "You took the root of the values' width. A score sums over the entries of query and key; the values take no part in it.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(V.shape[-1]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You took the root of the number of keys. A score grows with the entries of its vectors, not with the number of keys.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(K.shape[-2]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "A product raises an error, because the sizes that meet in it differ. The scores are Q times K turned around, one for each query and key; the weights made of them meet the rows of V.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ K / np.sqrt(Q.shape[-1]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You returned the outputs alone. The weights are asked for as well, as a pair (O, A).", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]), axis=-1)
    return A @ V


@mistake("d58-attention", "You returned the pair as (A, O). The outputs come first.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]), axis=-1)
    return A, A @ V


@mistake("d58-attention", "You mixed the keys instead of the values. Keys are for finding an entry; the values are what it gives.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]), axis=-1)
    return A @ K, A


@mistake("d58-attention", "With a batch in front, your product of Q and K stops with an error. K.T turns all axes around, the batch axes included; swap only the last two, counted from the end.", caught_by="hidden")
def attention(Q, K, V):
    A = softmax(Q @ K.T / np.sqrt(Q.shape[-1]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You read d off the second axis. With a batch in front, that axis counts queries; d is the last one.", caught_by="hidden")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[1]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "Your softmax ran along axis 1. With a batch in front, that axis counts queries; the keys are the last one.", caught_by="hidden")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]), axis=1)
    return A @ V, A


@mistake("d58-attention", "You exponentiated the scores as they are. Large ones overflow to infinity, and the shares become nan; shift each row first, or use softmax.", caught_by="hidden")
def attention(Q, K, V):
    E = np.exp(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]))
    A = E / E.sum(axis=-1, keepdims=True)
    return A @ V, A


@mistake("d58-attention", "You scaled Q in place, so the caller's queries are smaller after every call. Make a new array.", caught_by="hidden")
def attention(Q, K, V):
    Q /= np.sqrt(Q.shape[-1])
    A = softmax(Q @ np.swapaxes(K, -1, -2), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You multiplied the scores by √d. They are to become smaller: divide.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) * np.sqrt(Q.shape[-1]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You took the root of the number of queries. A score grows with the entries of its vectors, not with how many ask.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-2]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You divided by 2 whatever d is. The root of d is 2 in this one case; read d off Q.", caught_by="hidden")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / 2, axis=-1)
    return A @ V, A


@mistake("d58-attention", "All your weights together sum to one. Each query hands out a total share of one: normalize along each row.", caught_by="visible")
def attention(Q, K, V):
    E = np.exp(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]))
    A = E / E.sum()
    return A @ V, A


@mistake("d58-attention", "With a batch in front, your product of Q and K stops with an error or compares other things. The axes to swap are the last two, −1 and −2, counted from the end.", caught_by="hidden")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, 0, 1) / np.sqrt(Q.shape[-1]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You returned the weights alone. The outputs are asked for first, as a pair (O, A).", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    return softmax(S, axis=-1)


@mistake("d58-attention", "You mixed the values with the raw scores. The weights are the scores after softmax.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    return S @ V, softmax(S, axis=-1)


@mistake("d58-attention", "You returned the scores in place of the weights. The weights are what softmax makes of them.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    return softmax(S, axis=-1) @ V, S


@mistake("d58-attention", "You divided the scores by their sum. Scores can be negative or sum to 0; softmax takes exponentials first.", caught_by="visible")
def attention(Q, K, V):
    with np.errstate(all="ignore"):
        S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
        A = S / S.sum(axis=-1, keepdims=True)
        return A @ V, A


@mistake("d58-attention", "You shifted all rows by one score, the largest of the table. A row far below it turns into zeros, and 0/0 is nan; shift each row by its own.", caught_by="hidden")
def attention(Q, K, V):
    with np.errstate(all="ignore"):
        S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
        E = np.exp(S - S.max())
        A = E / E.sum(axis=-1, keepdims=True)
        return A @ V, A


@mistake("d58-attention", "You divided queries and keys by their lengths first, so the scores are cosines. Here lengths count, and the root of d tames them.", caught_by="visible")
def attention(Q, K, V):
    with np.errstate(all="ignore"):
        q = Q / np.linalg.norm(Q, axis=-1, keepdims=True)
        k = K / np.linalg.norm(K, axis=-1, keepdims=True)
        A = softmax(q @ np.swapaxes(k, -1, -2), axis=-1)
        return A @ V, A


@mistake("d58-attention", "You gave everything to the best key. That is the hard lookup; softmax lets every key have a share.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    best = S == S.max(axis=-1, keepdims=True)
    A = best / best.sum(axis=-1, keepdims=True)
    return A @ V, A


@mistake("d58-attention", "You took the root of how many numbers Q holds. Under the root stands the number of entries of one query.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.size), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You took the sigmoid of each score. It turns scores into numbers between 0 and 1 that know nothing of each other; the shares of a query have to sum to one.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = 1 / (1 + np.exp(-S))
    return A @ V, A


@mistake("d58-attention", "Your scores have the wrong sign: the worst match gets the largest share.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(-S, axis=-1)
    return A @ V, A


@mistake("d58-attention", "You divided the mixed values by the number of keys. The weights sum to one, so nothing is left to divide by.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(S, axis=-1)
    return A @ V / V.shape[-2], A


@mistake("d58-attention", "You took the square root of the scores. The root belongs to d alone, below the line.", caught_by="visible")
def attention(Q, K, V):
    with np.errstate(all="ignore"):
        A = softmax(np.sqrt(Q @ np.swapaxes(K, -1, -2) / Q.shape[-1]), axis=-1)
        return A @ V, A


@mistake("d58-attention", "You worked in float32, and half of the digits are gone. Leave the numbers as precise as they come.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(S.astype(np.float32), axis=-1)
    return A @ V, A


@mistake("d58-attention", "Your softmax ran over the queries. Each query hands out shares to the keys, so each row sums to one.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]), axis=0)
    return A @ V, A


@mistake("d58-attention", "You took the root of the number of queries. A score grows with the entries of its vectors, not with how many ask.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / np.sqrt(len(Q)), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You gave everything to the best key. That is the hard lookup; softmax lets every key have a share.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = 1.0 * (S == S.max(axis=-1, keepdims=True))
    return A @ V, A


@mistake("d58-attention", "You divided each row by its largest weight. Shares are parts of the row's sum.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    E = np.exp(S - S.max(axis=-1, keepdims=True))
    A = E / E.max(axis=-1, keepdims=True)
    return A @ V, A


@mistake("d58-attention", "You took softmax twice. Once makes shares of the scores; twice makes the shares nearly alike.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(softmax(S, axis=-1), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You divided by d². The typical size of a score is √d.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) / Q.shape[-1] ** 2, axis=-1)
    return A @ V, A


@mistake("d58-attention", "You cut the scores to whole numbers: // drops what stands behind the point.", caught_by="visible")
def attention(Q, K, V):
    A = softmax(Q @ np.swapaxes(K, -1, -2) // np.sqrt(Q.shape[-1]), axis=-1)
    return A @ V, A


@mistake("d58-attention", "You answered the first query only. Every query has its row in O and in A.", caught_by="visible")
def attention(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(S, axis=-1)
    return (A @ V)[0], A[0]


hints(
    "d58-attention",
    "First the table of scores, (M, N): every row of Q against every row of K. What has to happen to K for one matrix product to do that?",
    "np.swapaxes(K, -1, -2) swaps the last two axes and leaves the batch alone. The number under the root is how many entries a query has.",
    "scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]); softmax them along the last axis; multiply by V; return both.",
)
why(
    "d58-attention",
    "Two matrix products and a softmax. The root is the standard deviation of a score, so softmax sees numbers of the same size whatever d is; counting axes from the end makes the batch axes take care of themselves.",
)

# ---------------------------------------------------------------- d58-hard_lookup_limit


@also_right("d58-hard_lookup_limit")
def hard_lookup_limit(Q, K, V, scale):
    out = []
    for q in Q:
        s = K @ q
        if scale == math.inf:
            out.append(V[s == s[np.argmax(s)]].mean(axis=0))
        else:
            e = np.exp(scale * (s - s.max()))
            out.append((e[:, None] * V).sum(axis=0) / e.sum())
    return np.array(out)


@also_right("d58-hard_lookup_limit")
def hard_lookup_limit(Q, K, V, scale):
    s = np.einsum("md,nd->mn", Q, K)
    behind = s - s.max(axis=1, keepdims=True)
    return softmax(min(scale, 1e300) * behind, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You multiplied by the scale after softmax. That makes the answer larger, not more decided.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    return scale * softmax(Q @ K.T, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You divided by the scale, which turns the knob backward: the scale is one over the temperature.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    with np.errstate(all="ignore"):
        return softmax(Q @ K.T / np.float64(scale), axis=1) @ V


@mistake("d58-hard_lookup_limit", "You divided by √d as well. Here the scale stands in place of that factor.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T / np.sqrt(Q.shape[1])
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You exponentiated large scores as they are. They overflow to infinity, and infinity over infinity is nan; shift each row by its largest score.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    with np.errstate(all="ignore"):
        e = np.exp(scale * (Q @ K.T))
        return e / e.sum(axis=1, keepdims=True) @ V


@mistake("d58-hard_lookup_limit", "In the limit your answer is nan. Infinity times 0 is nan, and so are infinity minus infinity and 0 divided by 0; the limit needs a line of its own, without any of them.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    with np.errstate(all="ignore"):
        return softmax(scale * (Q @ K.T), axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you returned the value of the worst key. The lookup goes to the largest score.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return V[s.argmin(axis=1)]
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you searched the whole table for one best score. Each query has a best key of its own.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max()
        return best @ V
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you took the first of several tied keys. On the way there, at every finite scale, tied keys share equally.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return V[s.argmax(axis=1)]
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you added the values of tied keys. Their weights must sum to one, so they share.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return (s == s.max(axis=1, keepdims=True)) @ V
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You put a large number in place of infinity. A key that is very little behind then still gets a share; in the limit it gets none.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    return softmax(min(scale, 2000.0) * (Q @ K.T), axis=1) @ V


@mistake("d58-hard_lookup_limit", "Your softmax ran over the queries. Each query hands out shares to the keys, so each row sums to one.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale * s, axis=0) @ V


@mistake("d58-hard_lookup_limit", "You divided by √d as well. Here the scale stands in place of that factor.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    with np.errstate(all="ignore"):
        return attention(scale * Q, K, V)[0]


@mistake("d58-hard_lookup_limit", "You multiplied the output by the scale. That makes the answer larger, not more decided.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    with np.errstate(all="ignore"):
        return scale * attention(Q, K, V)[0]


@mistake("d58-hard_lookup_limit", "In the limit you counted keys as tied that are not quite. Any lag, however small, loses everything there.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = np.isclose(s, s.max(axis=1, keepdims=True))
        return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You multiplied by the scale after softmax. That makes the answer larger, not more decided.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    return scale * softmax(s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you returned the largest value. The best *key* decides whose value it is.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return V.max(axis=0) * np.ones((len(Q), 1))
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You returned the weights. Mix the values with them.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True)
    return softmax(scale * s, axis=1)


@mistake("d58-hard_lookup_limit", "You returned a pair. The outputs alone are asked for.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        A = best / best.sum(axis=1, keepdims=True)
        return A @ V, A
    A = softmax(scale * s, axis=1)
    return A @ V, A


@mistake("d58-hard_lookup_limit", "You treat a large scale as the limit. At 500, say, a key that is close behind still has a share; only np.inf means the limit.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if scale >= 100:
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you returned the best key itself. The key finds the entry; its value is the answer.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return K[s.argmax(axis=1)]
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you returned the place of the best key. Take the value that stands there: V at this place.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return s.argmax(axis=1)
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You divided by the scale, which turns the knob backward: the scale is one over the temperature.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    with np.errstate(all="ignore"):
        return softmax(s / np.float64(scale), axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you took the mean over all numbers of the tied values. A value is a row: average the rows, axis=0.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return np.array([np.full(V.shape[1], V[one == one.max()].mean()) for one in s])
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you took the last of several tied keys. On the way there, at every finite scale, tied keys share equally.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return V[[np.flatnonzero(one == one.max())[-1] for one in s]]
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You replaced nan by 0. In the limit the weights are then all 0 where nan stood, and the answer is none of the values.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    with np.errstate(all="ignore"):
        return np.nan_to_num(softmax(scale * (Q @ K.T), axis=1)) @ V


@mistake("d58-hard_lookup_limit", "You put a large number in place of infinity. A key that is very little behind then still gets a share; in the limit it gets none.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    return softmax(min(scale, 1e6) * (Q @ K.T), axis=1) @ V


@mistake("d58-hard_lookup_limit", "You put a large number in place of infinity. A key that is very little behind then still gets a share; in the limit it gets none.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    return softmax(min(scale, 1e12) * (Q @ K.T), axis=1) @ V


@mistake("d58-hard_lookup_limit", "You put a large number in place of infinity. A key that is very little behind then still gets a share; in the limit it gets none.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    return softmax(min(scale, 1e9) * (Q @ K.T), axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you searched the whole table for one best score. Each query has a best key of its own.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        with np.errstate(all="ignore"):
            best = s == s.max()
            return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "Your softmax ran over the queries. Each query hands out shares to the keys, so each row sums to one.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=0)
        return best / best.sum(axis=0) @ V
    return softmax(scale * s, axis=0) @ V


@mistake("d58-hard_lookup_limit", "You multiplied by infinity before you looked for the best key. All positive scores are infinite then and tie, and infinity times 0 is nan; look for it among the scores themselves.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    with np.errstate(all="ignore"):
        s = scale * (Q @ K.T)
        if np.isinf(scale):
            best = s == s.max(axis=1, keepdims=True)
            return best / best.sum(axis=1, keepdims=True) @ V
        return softmax(s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You treat a large scale as the limit. At 500, say, a key that is close behind still has a share; only np.inf means the limit.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if scale > 100:
        return V[s.argmax(axis=1)]
    return softmax(scale * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "You squared the scale, or applied it twice. The scores are multiplied by it once.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale**2 * s, axis=1) @ V


@mistake("d58-hard_lookup_limit", "In the limit you returned the plain average. That is the other end of the knob, scale 0.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        return np.ones((len(Q), 1)) * V.mean(axis=0)
    return softmax(scale * s, axis=1) @ V


hints(
    "d58-hard_lookup_limit",
    "For a finite scale this is attention with another factor in front of the scores. Where did the factor stand, before or after softmax?",
    "For an infinite scale, say in words which keys keep a weight, and how large it is when two of them tie.",
    "Where s equals its row's maximum the weight is 1, elsewhere 0; divide each row by its sum and multiply by V. np.isinf(scale) tells you when.",
)
why(
    "d58-hard_lookup_limit",
    "Softmax keeps only what a key is behind the best one. Scaled without end, any lag sends a weight to 0, and no lag leaves it equal to the best: that is the limit, ties included.",
)

# ---------------------------------------------------------------- d58-kernel_regression


@also_right("d58-kernel_regression")
def kernel_regression(x, y, xq, h):
    gap = np.subtract.outer(np.asarray(xq, float), np.asarray(x, float)) ** 2 / (2.0 * h * h)
    bell = np.exp(gap.min(axis=1, keepdims=True) - gap)
    return (bell * y).sum(axis=1) / bell.sum(axis=1)


@also_right("d58-kernel_regression")
def kernel_regression(x, y, xq, h):
    answers = []
    for at in xq:
        nearest = x[np.argmin(np.abs(x - at))]
        w = [math.exp(((float(nearest) - float(at)) ** 2 - (float(v) - float(at)) ** 2) / (2 * h**2)) for v in x]
        answers.append(sum(a * b for a, b in zip(w, y)) / sum(w))
    return np.array(answers)


@mistake("d58-kernel_regression", "You divided by 2h instead of 2h². The distance is squared, so the bandwidth it is compared with must be squared too.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) / (2 * h), axis=1) @ y


@mistake("d58-kernel_regression", "Your scores grow with distance, so the farthest point counts most. Nearness needs a minus sign.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax((xq[:, None] - x) ** 2 / (2 * h**2), axis=1) @ y


@mistake("d58-kernel_regression", "You normalized over the questions. Each question shares its attention among the data points, so its own shares sum to one.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) / (2 * h**2), axis=0) @ y


@mistake("d58-kernel_regression", "You summed the weighted values and never divided by the sum of the weights. The guess then grows with the number of points nearby.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2)) @ y


@mistake("d58-kernel_regression", "You left out the 2 in 2h². Your bell is narrower than a Gaussian with standard deviation h.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) / h**2, axis=1) @ y


@mistake("d58-kernel_regression", "You multiplied by h² instead of dividing, so a wide bandwidth looks only at its nearest point.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) * h**2 / 2, axis=1) @ y


@mistake("d58-kernel_regression", "Your exponent holds the distance, not its square. That is a pointed kernel, not a Gaussian bell.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-np.abs(xq[:, None] - x) / (2 * h**2), axis=1) @ y


@mistake("d58-kernel_regression", "You returned the value of the nearest point. That is the limit of a very small h; a bandwidth lets the others speak too.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return y[np.abs(xq[:, None] - x).argmin(axis=1)]


@mistake("d58-kernel_regression", "Far from all data every bell underflows to 0, and 0/0 is nan. Compare the distances with the nearest one first, as softmax does.", caught_by="hidden")
def kernel_regression(x, y, xq, h):
    with np.errstate(all="ignore"):
        w = np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2))
        return (w @ y) / w.sum(axis=1)


@mistake("d58-kernel_regression", "Far from all data your guess falls to 0, which no data point said. That comes of a small number added to the sum of the weights, or of a 0 put in place of nan; compare the distances with the nearest one first, as softmax does.", caught_by="hidden")
def kernel_regression(x, y, xq, h):
    w = np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2))
    return (w @ y) / (w.sum(axis=1) + 1e-12)


@mistake("d58-kernel_regression", "You squared the 2 as well: (2h)² is 4h². Only h is squared.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) / (2 * h) ** 2, axis=1) @ y


@mistake("d58-kernel_regression", "Your exponent holds the difference, not its square, so a point on one side counts more the farther away it is.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-(xq[:, None] - x) / (2 * h**2), axis=1) @ y


@mistake("d58-kernel_regression", "You divided by the number of data points. The weights are divided by their own sum, so that they become shares.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2)) @ y / len(x)


@mistake("d58-kernel_regression", "You used the density of the Gaussian as it is. Its weights sum to one over the whole line, not over the data: divide by their sum.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2)) @ y / np.sqrt(2 * np.pi * h**2)


@mistake("d58-kernel_regression", "You returned the weights. Mix the values y with them.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    s = -((xq[:, None] - x) ** 2) / (2 * h**2)
    return softmax(s, axis=1)


@mistake("d58-kernel_regression", "You mixed the places x. What the data points give is y.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    s = -((xq[:, None] - x) ** 2) / (2 * h**2)
    return softmax(s, axis=1) @ x


@mistake("d58-kernel_regression", "You answered the first question only. Give one estimate for each of them.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[0] - x) ** 2) / (2 * h**2)) @ y


@mistake("d58-kernel_regression", "You return after the first question. The return belongs behind the loop.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    out = []
    for at in xq:
        out.append(softmax(-((at - x) ** 2) / (2 * h**2)) @ y)
        return np.array(out)


@mistake("d58-kernel_regression", "Your answers stand in a column, one row each. A plain row of estimates is asked for, shape (M,).", caught_by="visible")
def kernel_regression(x, y, xq, h):
    s = -((xq[:, None] - x) ** 2) / (2 * h**2)
    return softmax(s, axis=1) @ y[:, None]


@mistake("d58-kernel_regression", "Far from all data your guess falls to 0, which no data point said. That comes of a small number added to the sum of the weights, or of a 0 put in place of nan; compare the distances with the nearest one first, as softmax does.", caught_by="hidden")
def kernel_regression(x, y, xq, h):
    with np.errstate(all="ignore"):
        w = np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2))
        return np.nan_to_num((w @ y) / w.sum(axis=1))


@mistake("d58-kernel_regression", "Far from all data you put the mean of y in place of 0/0. The nearest data point should win there: take its score off first, as softmax does.", caught_by="hidden")
def kernel_regression(x, y, xq, h):
    w = np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2))
    sums = w.sum(axis=1)
    return np.where(sums > 0, w @ y / np.where(sums > 0, sums, 1), y.mean())


@mistake("d58-kernel_regression", "You drew straight lines from point to point. A smoother lets every data point speak, with weights that fall with distance.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    order = np.argsort(x)
    return np.interp(xq, x[order], y[order])


@mistake("d58-kernel_regression", "Your score is a dot product. It lacks the term with the key's own length, −x²/(2h²), so large places win whatever the question.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(xq[:, None] * x / h**2, axis=1) @ y


@mistake("d58-kernel_regression", "You used attention as it is, with a dot product for a score. Here nearness is the score.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return attention(xq[:, None], x[:, None], y[:, None])[0][:, 0]


@mistake("d58-kernel_regression", "You took exponentials twice: first the bells, then softmax of the bells. Softmax takes the scores, not their exponentials.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2)), axis=1) @ y


@mistake("d58-kernel_regression", "Your bell has a width of its own. Use the h you are given.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) / (2 * 0.5**2), axis=1) @ y


@mistake("d58-kernel_regression", "All weights of all questions together sum to one. Each question shares out one of its own: sum along each row.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    w = np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2))
    return w @ y / w.sum()


@mistake("d58-kernel_regression", "You divided by 2h instead of 2h². The distance is squared, so the bandwidth it is compared with must be squared too.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) / 2, axis=1, T=h) @ y


@mistake("d58-kernel_regression", "You averaged the points within one bandwidth and left out the rest. The bell falls off gently: a point at distance h still counts 0.61.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    with np.errstate(all="ignore"):
        near = (np.abs(xq[:, None] - x) <= h) * 1.0
        return near @ y / near.sum(axis=1)


@mistake("d58-kernel_regression", "You took the root of h. The distance is squared, so the bandwidth it is compared with must be squared too.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) / (2 * np.sqrt(h)), axis=1) @ y


@mistake("d58-kernel_regression", "You took the third power of h. The distance is squared, and so is the bandwidth.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-((xq[:, None] - x) ** 2) / (2 * h**3), axis=1) @ y


@mistake("d58-kernel_regression", "Your exponent holds the distance, not its square. That is a pointed kernel, not a Gaussian bell.", caught_by="visible")
def kernel_regression(x, y, xq, h):
    return softmax(-np.abs(xq[:, None] - x) / h, axis=1) @ y


hints(
    "d58-kernel_regression",
    "Make a table with a row for each question and a column for each data point. What number belongs in a cell?",
    "xq[:, None] - x[None, :] holds all differences, shape (M, N). From there it is attention: which axis do the shares sum over?",
    "scores = -(differences ** 2) / (2 * h**2), then softmax(scores, axis=1) @ y.",
)
why(
    "d58-kernel_regression",
    "A normalized exponential is a softmax, so the smoother of 1964 is attention with distance for a score. Softmax subtracts the best score first, so even a far question finds its nearest point.",
)

# ---------------------------------------------------------------- d58-equivariance_gap


@also_right("d58-equivariance_gap")
def equivariance_gap(f, X, rng):
    P = np.eye(len(X))[rng.permutation(len(X))]
    return np.max(np.abs(f(P @ X) - P @ f(X)))


@also_right("d58-equivariance_gap")
def equivariance_gap(f, X, rng):
    order = np.argsort(rng.random(len(X)))
    plain, shuffled = f(X.copy()), f(X[order])
    return max(float(np.abs(shuffled[new] - plain[old]).max()) for new, old in enumerate(order))


@mistake("d58-equivariance_gap", "You shuffled the output only; f never saw shuffled rows. Both ways around are needed.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X) - f(X)[p]).max())


@mistake("d58-equivariance_gap", "You compared f(PX) with f(X). That tests invariance, that nothing changes; equivariance says the output is shuffled too.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]) - f(X)).max())


@mistake("d58-equivariance_gap", "You shuffled the output the opposite way, with the inverse permutation. Use the same one on both sides.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]) - f(X)[np.argsort(p)]).max())


@mistake("d58-equivariance_gap", "You drew two shuffles, one for each side. Draw one and use it twice.", caught_by="visible")
def equivariance_gap(f, X, rng):
    return float(np.abs(f(X[rng.permutation(len(X))]) - f(X)[rng.permutation(len(X))]).max())


@mistake("d58-equivariance_gap", "You shuffled the columns, which are features. The rows are the words.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(X.shape[1])
    return float(np.abs(f(X[:, p]) - f(X)[:, p]).max())


@mistake("d58-equivariance_gap", "You took the largest difference with its sign, so a gap far below zero went unseen.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float((f(X[p]) - f(X)[p]).max())


@mistake("d58-equivariance_gap", "You averaged the differences. One row that is far off then hides among many that are not; take the largest.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]) - f(X)[p]).mean())


@mistake("d58-equivariance_gap", "You shuffled the caller's X in place. Indexing with X[p] makes a new array and leaves X alone.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    before = f(X)[p]
    X[:] = X[p]
    return float(np.abs(f(X) - before).max())


@mistake("d58-equivariance_gap", "You turned the rows around instead of shuffling them. That is one shuffle of many, and some functions pass it by chance; draw one from rng.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    return float(np.abs(f(X[::-1]) - f(X)[::-1]).max())


@mistake("d58-equivariance_gap", "You moved all rows along by the same number of places. Neighbors stay neighbors then, and a function that looks at neighbors may pass; a shuffle puts the rows in any order.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    k = int(rng.integers(1, len(X)))
    return float(np.abs(f(np.roll(X, k, axis=0)) - np.roll(f(X), k, axis=0)).max())


@mistake("d58-equivariance_gap", "You compared the sums over all rows. Two outputs can have the same sum and differ in every row.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]).sum(axis=0) - f(X).sum(axis=0)).max())


@mistake("d58-equivariance_gap", "You took the absolute value last, of the largest difference. A difference far below zero was passed over by then: first the absolute values, then the largest.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(abs((f(X[p]) - f(X)[p]).max()))


@mistake("d58-equivariance_gap", "You added the differences up. The largest one is asked for.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]) - f(X)[p]).sum())


@mistake("d58-equivariance_gap", "You took the length of all differences together. The largest single one is asked for.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.linalg.norm(f(X[p]) - f(X)[p]))


@mistake("d58-equivariance_gap", "You took the smallest difference. One entry that agrees says nothing of the others; the largest is asked for.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]) - f(X)[p]).min())


@mistake("d58-equivariance_gap", "You find a gap of 0 for every function. Both of your sides are the same thing: one is f of the shuffled rows, the other the shuffled rows of f.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]) - f(X[p])).max())


@mistake("d58-equivariance_gap", "You compared the output of f with its input. The other side is f(X), shuffled.", caught_by="visible")
def equivariance_gap(f, X, rng):
    Y = rng.permutation(X)
    return float(np.abs(f(Y) - Y).max())


@mistake("d58-equivariance_gap", "You made a generator of your own with a fixed seed, so every call makes the same shuffle. Draw from the rng you are given.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    p = np.random.default_rng(0).permutation(len(X))
    return float(np.abs(f(X[p]) - f(X)[p]).max())


@mistake("d58-equivariance_gap", "You returned whether the two sides agree. How far they disagree is asked for, a number.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return bool(np.allclose(f(X[p]), f(X)[p]))


@mistake("d58-equivariance_gap", "You squared the differences. The largest absolute difference is asked for, in the units of f.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(((f(X[p]) - f(X)[p]) ** 2).max())


@mistake("d58-equivariance_gap", "You compared the largest entries of the two sides. They may lie in different rows: take the difference entry by entry, then the largest.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(abs(f(X[p]).max() - f(X)[p].max()))


@mistake("d58-equivariance_gap", "You took the absolute values before the difference. The difference comes first, entry by entry.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float((np.abs(f(X[p])) - np.abs(f(X)[p])).max())


@mistake("d58-equivariance_gap", "You drew rows with repetition, so some stand twice and others are gone. A shuffle has every row once.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    p = rng.integers(0, len(X), size=len(X))
    return float(np.abs(f(X[p]) - f(X)[p]).max())


@mistake("d58-equivariance_gap", "You divided the gap by the largest entry. The difference itself is asked for.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    with np.errstate(all="ignore"):
        return float(np.abs(f(X[p]) - f(X)[p]).max() / np.abs(f(X)).max())


@mistake("d58-equivariance_gap", "You looked at the first row, or at its first entry, and nowhere else. The largest difference over all entries is asked for.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(abs(f(X[p]) - f(X)[p])[0, 0])


@mistake("d58-equivariance_gap", "You looked at the first row, or at its first entry, and nowhere else. The largest difference over all entries is asked for.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p])[0] - f(X)[p][0]).max())


@mistake("d58-equivariance_gap", "You rounded the gap. A small gap is one, too.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return round(float(np.abs(f(X[p]) - f(X)[p]).max()), 2)


@mistake("d58-equivariance_gap", "You sorted both outputs before you compared them. Which row an output belongs to is what the test is about.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.abs(np.sort(f(X[p]), axis=0) - np.sort(f(X)[p], axis=0)).max())


@mistake("d58-equivariance_gap", "You returned the gap of every row or column. The largest over all entries is asked for, one number.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return np.abs(f(X[p]) - f(X)[p]).max(axis=0)


@mistake("d58-equivariance_gap", "You returned the gap of every row or column. The largest over all entries is asked for, one number.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return np.abs(f(X[p]) - f(X)[p]).max(axis=1)


@mistake("d58-equivariance_gap", "You moved all rows along by the same number of places. Neighbors stay neighbors then, and a function that looks at neighbors may pass; a shuffle puts the rows in any order.", caught_by="hidden")
def equivariance_gap(f, X, rng):
    return float(np.abs(f(np.roll(X, 1, axis=0)) - np.roll(f(X), 1, axis=0)).max())


@mistake("d58-equivariance_gap", "You took the middle difference. The largest is asked for.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.median(np.abs(f(X[p]) - f(X)[p])))


@mistake("d58-equivariance_gap", "You took the span from the smallest difference to the largest. The largest absolute difference is asked for, the distance from 0.", caught_by="visible")
def equivariance_gap(f, X, rng):
    p = rng.permutation(len(X))
    return float(np.ptp(f(X[p]) - f(X)[p]))


hints(
    "d58-equivariance_gap",
    "There are two ways around: shuffle and then apply f, or apply f and then shuffle. Compute both.",
    "rng.permutation(len(X)) gives an array p of row numbers; X[p] is PX. What is P f(X), with the same p?",
    "The largest entry of np.abs(f(X[p]) - f(X)[p]).",
)
why(
    "d58-equivariance_gap",
    "One shuffle, used on both sides. Self-attention passes for any weights, because shuffled rows shuffle rows and columns of the scores alike, and the mixing undoes the columns.",
)


equivalent(
    "d58-review",
    "return float(s[0] ** 2 / (s**2).sum()) → return (s[0] ** 2 / (s**2).sum())",
    "numpy's number is a number too",
)
equivalent(
    "d58-review",
    "s = np.linalg.svd(X - X.mean(axis=0), compute_uv=False) → s = np.linalg.svd((X.mean(axis=0)) - (X), compute_uv=False)",
    "the sign of a matrix does not change its singular values",
)
equivalent(
    "d58-dot_variance",
    "return float((Q * K).sum(axis=1).var(ddof=0)) → return ((Q * K).sum(axis=1).var(ddof=0))",
    "numpy's number is a number too",
)
equivalent(
    "d58-attention",
    "A = softmax(scores, axis=-1) → A = softmax(scores)",
    "the last axis is softmax's default",
)
equivalent(
    "d58-attention",
    "scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]) → scores = Q @ np.swapaxes(K, -2, -1) / np.sqrt(Q.shape[-1])",
    "swapping two axes is the same in either order",
)
equivalent(
    "d58-hard_lookup_limit",
    "best = s == s.max(axis=1, keepdims=True) → best = s >= s.max(axis=1, keepdims=True)",
    "nothing is greater than the maximum",
)
equivalent(
    "d58-hard_lookup_limit",
    "return softmax(scale * s, axis=1) @ V → return softmax(scale * s) @ V",
    "for a matrix, axis 1 is the last one, softmax's default",
)
equivalent(
    "d58-kernel_regression",
    "return softmax(scores, axis=1) @ y → return (softmax(scores, axis=1)) @ (y).T",
    "transposing a vector changes nothing",
)
equivalent(
    "d58-kernel_regression",
    "return softmax(scores, axis=1) @ y → return softmax(scores) @ y",
    "for a matrix, axis 1 is the last one, softmax's default",
)
equivalent(
    "d58-kernel_regression",
    "scores = -((xq[:, None] - x[None, :]) ** 2) / (2 * h**2) → scores = -(((x[None, :]) - (xq[:, None])) ** 2) / (2 * h**2)",
    "a square does not know the sign",
)
equivalent(
    "d58-equivariance_gap",
    "return float(np.abs(f(X[p]) - f(X)[p]).max()) → return (np.abs(f(X[p]) - f(X)[p]).max())",
    "numpy's number is a number too",
)
equivalent(
    "d58-equivariance_gap",
    "return float(np.abs(f(X[p]) - f(X)[p]).max()) → return float(np.abs((f(X)[p]) - (f(X[p]))).max())",
    "an absolute value does not know the sign",
)


# ---------------------------------------------------------------- d58-self_attention


def shares(s):
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@also_right("d58-self_attention")
def self_attention(X, Wq, Wk, Wv):
    # Scores by one matrix between the words, the outputs mixed before the values are made.
    A = shares(X @ (Wq @ Wk.T) @ np.swapaxes(X, -1, -2) / Wq.shape[1] ** 0.5)
    return (A @ X) @ Wv, A


@also_right("d58-self_attention")
def self_attention(X, Wq, Wk, Wv):
    if np.ndim(X) > 2:
        pairs = [self_attention(one, Wq, Wk, Wv) for one in X]
        return np.array([O for O, _ in pairs]), np.array([A for _, A in pairs])
    rows = []
    for asks in X @ Wq:
        s = np.array([asks @ offers for offers in X @ Wk]) / np.sqrt(len(asks))
        rows.append(shares(s))
    return np.array(rows) @ (X @ Wv), np.array(rows)


@mistake(
    "d58-self_attention",
    "Your keys are the queries once more: both are made by the same matrix. What a word offers comes from X by Wk.",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    Q, V = X @ Wq, X @ Wv
    return attention(Q, Q, V)


@mistake(
    "d58-self_attention",
    "Queries and keys have changed places: your row of a word holds what the others ask of it, not what it asks.",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    return attention(X @ Wk, X @ Wq, X @ Wv)


@mistake(
    "d58-self_attention",
    "The weights are right, but you mix the rows of X themselves. What a word gives is its value, made by Wv.",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    return attention(X @ Wq, X @ Wk, X)


@mistake(
    "d58-self_attention",
    "You divided by the root of D, the width of X. A score is a sum over the d entries of a query and a key, so its typical size is √d.",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    A = shares((X @ Wq) @ np.swapaxes(X @ Wk, -1, -2) / np.sqrt(X.shape[-1]))
    return A @ (X @ Wv), A


@mistake(
    "d58-self_attention",
    "Your scores are not divided by √d, so the weights are sharper than they should be.",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    A = shares((X @ Wq) @ np.swapaxes(X @ Wk, -1, -2))
    return A @ (X @ Wv), A


@mistake(
    "d58-self_attention",
    "Your shares sum to 1 over the words that ask. Each word that asks hands out a share of one: softmax runs along the keys.",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    s = (X @ Wq) @ np.swapaxes(X @ Wk, -1, -2) / np.sqrt(Wq.shape[1])
    A = np.swapaxes(shares(np.swapaxes(s, -1, -2)), -1, -2)
    return A @ (X @ Wv), A


@mistake(
    "d58-self_attention",
    "Your scores compare the words as they are, without Wq and Wk. What a word asks and what it offers are two different views of it.",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    return attention(X, X, X @ Wv)


@mistake(
    "d58-self_attention",
    "You returned the weights first. Asked for is the pair (O, A): outputs, then weights.",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    O, A = attention(X @ Wq, X @ Wk, X @ Wv)
    return A, O


@mistake(
    "d58-self_attention",
    "You returned the outputs alone. The caller wants the weights too, as a pair (O, A).",
    caught_by="visible",
)
def self_attention(X, Wq, Wk, Wv):
    return attention(X @ Wq, X @ Wk, X @ Wv)[0]


@mistake(
    "d58-self_attention",
    "One sentence comes out right, several at once do not: .T turns all axes around, batch axes too. Exchange the last two alone.",
    caught_by="hidden",
)
def self_attention(X, Wq, Wk, Wv):
    A = shares((X @ Wq) @ (X @ Wk).T / np.sqrt(Wq.shape[1]))
    return A @ (X @ Wv), A


@mistake("d58-self_attention", "You returned the weights alone. The outputs are asked for first, as a pair (O, A).", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    return attention(X @ Wq, X @ Wk, X @ Wv)[1]


@mistake("d58-self_attention", "You used X itself for all three. What a word asks, offers and gives are three views of it, made by three matrices.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    return attention(X, X, X)


@mistake("d58-self_attention", "You attended to the matrices and left X out. Queries, keys and values are X times a matrix.", caught_by="hidden")
def self_attention(X, Wq, Wk, Wv):
    return attention(Wq, Wk, Wv)


@mistake("d58-self_attention", "You divided by the root of T, the number of words. A score is a sum over the d entries of a query and a key, so its typical size is √d.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    q, k, v = X @ Wq, X @ Wk, X @ Wv
    A = softmax(q @ np.swapaxes(k, -1, -2) / np.sqrt(X.shape[-2]), axis=-1)
    return A @ v, A


@mistake("d58-self_attention", "You divided by the root of the values' width. A score is a sum over the d entries of a query and a key; the values take no part in it.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    q, k, v = X @ Wq, X @ Wk, X @ Wv
    A = softmax(q @ np.swapaxes(k, -1, -2) / np.sqrt(Wv.shape[1]), axis=-1)
    return A @ v, A


@mistake("d58-self_attention", "Your scores are divided by d and not by √d, or by √d twice. attention does it once, and once is enough.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    return attention(X @ Wq / np.sqrt(Wq.shape[1]), X @ Wk, X @ Wv)


@mistake("d58-self_attention", "Your softmax ran along axis 1. With a batch in front, that axis counts the words that ask; the keys are the last one.", caught_by="hidden")
def self_attention(X, Wq, Wk, Wv):
    q, k, v = X @ Wq, X @ Wk, X @ Wv
    A = softmax(q @ np.swapaxes(k, -1, -2) / np.sqrt(Wq.shape[1]), axis=1)
    return A @ v, A


@mistake("d58-self_attention", "Your queries are the keys once more: both are made by the same matrix. What a word asks comes from X by Wq.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    return attention(X @ Wk, X @ Wk, X @ Wv)


@mistake("d58-self_attention", "Each word listens only to itself and to the words before it. That is day 59's mask; here every word may ask every other.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    q, k, v = X @ Wq, X @ Wk, X @ Wv
    s = q @ np.swapaxes(k, -1, -2) / np.sqrt(Wq.shape[1])
    A = softmax(np.where(np.tri(s.shape[-1], dtype=bool), s, -np.inf), axis=-1)
    return A @ v, A


@mistake("d58-self_attention", "You returned the raw scores as weights and mixed with them. Softmax comes in between.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    q, k, v = X @ Wq, X @ Wk, X @ Wv
    s = q @ np.swapaxes(k, -1, -2) / np.sqrt(Wq.shape[1])
    return s @ v, s


@mistake("d58-self_attention", "You cut off what is below zero in queries, keys or values. The three layers have no relu: they are plain products.", caught_by="hidden")
def self_attention(X, Wq, Wk, Wv):
    return attention(np.maximum(X @ Wq, 0), np.maximum(X @ Wk, 0), np.maximum(X @ Wv, 0))


@mistake("d58-self_attention", "You centered the rows of X first. The three products take the rows as they are.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    X = X - X.mean(axis=-1, keepdims=True)
    return attention(X @ Wq, X @ Wk, X @ Wv)


@mistake("d58-self_attention", "Your values are the keys once more: both are made by Wk. What a word gives comes from X by Wv.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    return attention(X @ Wq, X @ Wk, X @ Wk)


@mistake("d58-self_attention", "You mixed twice. One step of attention is asked for: the values, mixed once.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    O, A = attention(X @ Wq, X @ Wk, X @ Wv)
    return A @ O, A


@mistake("d58-self_attention", "You averaged the outputs over the words. Each word has an output of its own.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    O, A = attention(X @ Wq, X @ Wk, X @ Wv)
    return O.mean(axis=-2), A


@mistake("d58-self_attention", "You returned queries, keys and values. Attention has still to be taken of them.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    return X @ Wq, X @ Wk, X @ Wv


@mistake("d58-self_attention", "You forbade the words to listen to themselves. Here every word may ask every word, itself included.", caught_by="visible")
def self_attention(X, Wq, Wk, Wv):
    s = (X @ Wq) @ np.swapaxes(X @ Wk, -1, -2) / np.sqrt(Wq.shape[1])
    A = shares(np.where(np.eye(s.shape[-1], dtype=bool), -1e9, s))
    return A @ (X @ Wv), A


hints(
    "d58-self_attention",
    "Three products come first. Which matrix turns the rows of X into what the words ask?",
    "X @ Wq are the queries, X @ Wk the keys, X @ Wv the values. What do you have that takes these three?",
    "Return attention(X @ Wq, X @ Wk, X @ Wv): it scales by the width of the queries and returns the pair.",
)
why(
    "d58-self_attention",
    "Asking, offering and giving are three layers on the same row, so a word can ask for something it does not offer. All that is learned sits in the three matrices; the operation itself has no numbers of its own.",
)
