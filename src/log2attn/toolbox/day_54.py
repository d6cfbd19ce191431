"""Day 54, Markov chains and n-gram models (planned): reference functions that written days already need."""

import numpy as np


def stationary(P: np.ndarray) -> np.ndarray:
    """The shares (n,) that a step of the chain P (n, n), rows summing to 1, leaves as they are."""
    n = len(P)
    A = np.vstack([P.T - np.eye(n), np.ones(n)])
    return np.linalg.lstsq(A, np.append(np.zeros(n), 1.0), rcond=None)[0]


class NGram:
    """A language model that counts: after the longest known context, mixed with shorter ones, down to 1/V for each symbol.

    p_k(c) = (count(context, c) + alpha p_{k−1}(c)) / (count(context) + alpha), contexts of 0 to n − 1 symbols.
    """

    def __init__(self, V):
        self.V = V

    def fit(self, seq, n):
        """Count what follows each context of up to n − 1 symbols in seq."""
        self.n, self.counts = n, {}
        for i, c in enumerate(seq):
            for k in range(min(n - 1, i) + 1):
                followers = self.counts.setdefault(tuple(seq[i - k : i]), {})
                followers[c] = followers.get(c, 0) + 1
        return self

    def logprob(self, seq, alpha):
        """The log-probability of each symbol of seq after those before it, (len(seq),), in nats."""
        out = []
        for i, c in enumerate(seq):
            p = 1 / self.V
            for k in range(min(self.n - 1, i) + 1):
                followers = self.counts.get(tuple(seq[i - k : i]), {})
                p = (followers.get(c, 0) + alpha * p) / (sum(followers.values()) + alpha)
            out.append(np.log(p))
        return np.array(out)
