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


@mistake("d58-hard_lookup_limit", "You put a large number in place of infinity. A key that is behind by 0.001 then still gets a share; in the limit it gets none.", caught_by="hidden")
def hard_lookup_limit(Q, K, V, scale):
    return softmax(min(scale, 2000.0) * (Q @ K.T), axis=1) @ V


@mistake("d58-hard_lookup_limit", "Your softmax ran over the queries. Each query hands out shares to the keys, so each row sums to one.", caught_by="visible")
def hard_lookup_limit(Q, K, V, scale):
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale * s, axis=0) @ V


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


@mistake("d58-kernel_regression", "You added a small number to the sum of the weights to avoid 0/0. Far from all data the guess then falls to 0, which no data point said.", caught_by="hidden")
def kernel_regression(x, y, xq, h):
    w = np.exp(-((xq[:, None] - x) ** 2) / (2 * h**2))
    return (w @ y) / (w.sum(axis=1) + 1e-12)


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
