"""Made-up worlds whose best possible score is known: each comes with the optimum that no model can beat.

A model trained here is graded by its distance to that optimum. Every draw comes from the generator that is handed in.
"""

from __future__ import annotations

import numpy as np

from log2attn.learn.data import ALPHABET, encode

# --- ten digits drawn by a noisy pen: days 25, 38, 40, 45, 51, 66, 70 ---

_FONT = """
01110 00100 01110 11111 00010 11111 00110 11111 01110 01110
10001 01100 10001 00010 00110 10000 01000 00001 10001 10001
10011 00100 00001 00100 01010 11110 10000 00010 10001 10001
10101 00100 00010 00010 10010 00001 11110 00100 01110 01111
11001 00100 00100 00001 11111 00001 10001 01000 10001 00001
10001 00100 01000 10001 00010 10001 10001 01000 10001 00010
01110 01110 11111 01110 00010 01110 01110 01000 01110 01100
"""
_ROWS = [line.split() for line in _FONT.split("\n") if line]

GLYPHS = np.array([[list(row[digit]) for row in _ROWS] for digit in range(10)], dtype=float)
"""The ten digits as pictures of ink (1) and paper (0): (10, 7, 5)."""


def make_glyphs(
    n: int,
    rng: np.random.Generator,
    noise: float = 0.35,
    shift: int = 1,
    ink: tuple[float, float] = (0.7, 1.3),
) -> tuple[np.ndarray, np.ndarray]:
    """Digits as a shaky scanner sees them: moved, inked more or less strongly, and noisy.

    noise    standard deviation of the normal noise on each pixel
    shift    a digit stands at one of (shift + 1)² places, all equally likely
    ink      the darkness of a digit is uniform between these two
    returns  X (n, (7 + shift)·(5 + shift)) floats, one image a row; y (n,) ints from 0 to 9

    Draws: the n digits, the 2 × n places, the n inks, then the noise.
    """
    y = rng.integers(0, 10, n)
    down, right = rng.integers(0, shift + 1, (2, n))
    strength = rng.uniform(*ink, n)
    X = np.zeros((n, 7 + shift, 5 + shift))
    for i in range(n):
        X[i, down[i] : down[i] + 7, right[i] : right[i] + 5] = strength[i] * GLYPHS[y[i]]
    X += noise * rng.standard_normal(X.shape)
    return X.reshape(n, -1), y


def glyph_bayes(
    X: np.ndarray, noise: float = 0.35, shift: int = 1, ink: tuple[float, float] = (0.7, 1.3), steps: int = 13
) -> np.ndarray:
    """The best possible guess for each image of ``make_glyphs`` with the same settings: the most probable digit.

    steps    the ink is integrated over so many evenly spaced strengths
    returns  (n,) ints. About 99.9 % of the guesses are right with the default settings.

    Bayes' rule: the likelihoods of all places and inks of a digit, each a product of normal densities, are averaged.
    """
    templates = np.zeros((10, shift + 1, shift + 1, 7 + shift, 5 + shift))
    for down in range(shift + 1):
        for right in range(shift + 1):
            templates[:, down, right, down : down + 7, right : right + 5] = GLYPHS
    flat = templates.reshape(-1, X.shape[1])
    inks = np.linspace(*ink, steps)[:, None, None]
    # log N(x; ink·t, noise²) without what is the same for all templates
    loglik = (inks * (X @ flat.T) - 0.5 * inks**2 * (flat**2).sum(axis=1)) / noise**2
    loglik = loglik.reshape(steps, len(X), 10, -1)
    top = loglik.max(axis=(0, 3))
    return (top + np.log(np.exp(loglik - top[None, :, :, None]).sum(axis=(0, 3)))).argmax(axis=1)


# --- two kinds of little black-and-white pictures: days 20, 25 ---


def pixel_pair() -> tuple[np.ndarray, np.ndarray, float]:
    """Two kinds of 3 × 4 pictures whose pixels are black independently of each other.

    returns  p0 (12,), p1 (12,): the probability that a pixel is black, row by row, in each kind; and the share of kind 1

    With 2¹² = 4096 possible pictures, the accuracy of the best possible guess can be found by adding them all up (day 25).
    """
    p0 = [0.7, 0.3, 0.3, 0.3, 0.7, 0.3, 0.3, 0.3, 0.7, 0.6, 0.6, 0.6]  # an L
    p1 = [0.6, 0.6, 0.6, 0.7, 0.3, 0.3, 0.3, 0.7, 0.3, 0.3, 0.3, 0.7]  # a 7
    return np.array(p0), np.array(p1), 0.4


# --- two moons: days 42, 43 ---


def two_moons(n: int, rng: np.random.Generator, noise: float = 0.15) -> tuple[np.ndarray, np.ndarray]:
    """Two half circles of radius 1 that reach into each other, with normal noise: no straight line parts them.

    returns  X (n, 2) floats, y (n,) ints 0 and 1

    Draws: the n classes, the n angles, then the noise.
    """
    y = rng.integers(0, 2, n)
    angle = rng.uniform(0, np.pi, n)
    upper = np.column_stack([np.cos(angle), np.sin(angle)])
    X = np.where(y[:, None] == 0, upper, [1.0, 0.5] - upper)
    return X + noise * rng.standard_normal((n, 2)), y


# --- words that come in classes: days 52, 57 ---

_CLASSES, _PER_CLASS = 6, 10


def _class_table() -> np.ndarray:
    table = np.random.default_rng(52).dirichlet(np.full(_CLASSES, 0.25), size=(_CLASSES, _CLASSES))
    return 0.96 * table + 0.04 / _CLASSES


CLASS_P = _class_table()
"""CLASS_P[a, b, c]: the probability that class c follows the classes a, b: (6, 6, 6); none below 0.04/6."""
WORD_P = (1 / np.arange(1, _PER_CLASS + 1)) / (1 / np.arange(1, _PER_CLASS + 1)).sum()
"""The probability of each of the ten words of a class, falling like 1/rank: (10,)."""
CLASS_OF = np.repeat(np.arange(_CLASSES), _PER_CLASS)
"""The class of each word: (60,) ints."""
WORDS60 = [
    *["ka", "ke", "ki", "ko", "ku", "kan", "ken", "kin", "kon", "kun"],
    *["ma", "me", "mi", "mo", "mu", "man", "men", "min", "mon", "mun"],
    *["sa", "se", "si", "so", "su", "san", "sen", "sin", "son", "sun"],
    *["ta", "te", "ti", "to", "tu", "tan", "ten", "tin", "ton", "tun"],
    *["ra", "re", "ri", "ro", "ru", "ran", "ren", "rin", "ron", "run"],
    *["la", "le", "li", "lo", "lu", "lan", "len", "lin", "lon", "lun"],
]
"""A spelling for each word, by class."""


def class_words(n: int, rng: np.random.Generator) -> np.ndarray:
    """A text of n words, 0 … 59. The class of a word depends on the two classes before it, the word on its class alone.

    returns  (n,) ints

    Draws: n + 50 uniform numbers for the classes (the first 50 classes are thrown away), then n for the words.
    """
    steps = np.cumsum(CLASS_P, axis=-1)
    classes = [0, 1]
    for u in rng.random(n + 50):
        after = steps[classes[-2], classes[-1]]
        classes.append(min(int(np.searchsorted(after, u, side="right")), _CLASSES - 1))
    inside = np.searchsorted(np.cumsum(WORD_P), rng.random(n), side="right")
    return np.array(classes[52:]) * _PER_CLASS + np.minimum(inside, _PER_CLASS - 1)


def class_words_rate() -> float:
    """The entropy rate of ``class_words``, about 3.008 nats a word: no model can lose less on average.

    The entropy of the next class, averaged over the stationary pairs of classes, plus the entropy of a word in its class.
    """
    pairs = np.zeros((_CLASSES**2, _CLASSES**2))
    for a in range(_CLASSES):
        for b in range(_CLASSES):
            pairs[a * _CLASSES + b, b * _CLASSES : (b + 1) * _CLASSES] = CLASS_P[a, b]
    share = _stationary(pairs).reshape(_CLASSES, _CLASSES, 1)
    return float(-(share * CLASS_P * np.log(CLASS_P)).sum() - (WORD_P * np.log(WORD_P)).sum())


def _stationary(P: np.ndarray) -> np.ndarray:
    """The shares that a step of the chain leaves as they are: πP = π, Σπ = 1."""
    n = len(P)
    equations = np.vstack([P.T - np.eye(n), np.ones(n)])
    return np.linalg.lstsq(equations, np.append(np.zeros(n), 1.0), rcond=None)[0]


# --- a poem that never ends: days 54, 56, 62, 63, 64, 70 ---

POEM_WORDS = [
    "river",
    "silver",
    "winter",
    "letter",
    "garden",
    "golden",
    "wooden",
    "open",
    "morning",
    "evening",
    "singing",
    "falling",
    "stone",
    "alone",
    "north",
    "south",
    "light",
    "night",
    "quiet",
    "secret",
]
"""The twenty words of the poem."""


def _poem_table(followers: int = 5) -> np.ndarray:
    rng, n = np.random.default_rng(54), len(POEM_WORDS)
    table = np.zeros((n, n))
    for i in range(n):
        after = rng.choice([j for j in range(n) if j != i], size=followers, replace=False)
        table[i, after] = rng.dirichlet(np.ones(followers))
    return table


POEM_P = _poem_table()
"""POEM_P[i, j]: the probability that word j follows word i: (20, 20), five followers each."""


def poem(n_chars: int, rng: np.random.Generator) -> str:
    """The first n_chars characters of a poem: words, each chosen by the word before it, joined by single spaces."""
    starts, steps = np.cumsum(_stationary(POEM_P)), np.cumsum(POEM_P, axis=1)
    word = min(int(np.searchsorted(starts, rng.random(), side="right")), len(POEM_WORDS) - 1)
    said, length = [], 0
    while length < n_chars:
        said.append(POEM_WORDS[word])
        length += len(POEM_WORDS[word]) + 1
        # Rounding can leave the last step below 1: then the last word with a probability is meant.
        word = min(
            int(np.searchsorted(steps[word], rng.random(), side="right")), int(POEM_P[word].nonzero()[0][-1])
        )
    return (" ".join(said) + " ")[:n_chars]


def poem_rate() -> float:
    """The entropy rate of ``poem``, about 0.195 nats a character: entropy of the next word over the mean length of a word and its space."""
    share = _stationary(POEM_P)
    on = POEM_P > 0
    per_word = -(share[:, None] * np.where(on, POEM_P * np.log(np.where(on, POEM_P, 1.0)), 0.0)).sum()
    return float(per_word / (share @ [len(word) + 1 for word in POEM_WORDS]))


def poem_best(X: np.ndarray) -> np.ndarray:
    """What the best possible predictor loses, in nats, on each character of windows cut from a poem at random.

    X        (n, T + 1) ids of characters (``encode``), each row a window whose start is anywhere in the text
    returns  (n, T): −log p(X[:, t + 1] | X[:, : t + 1]), the honest floor for a model that sees T characters

    The forward filter: beliefs about the place in the text (word, letter) are moved one step, and those that do not fit are dropped.
    """
    letters, after, start = _poem_states()
    belief = start * (letters == X[:, :1])
    belief /= belief.sum(axis=1, keepdims=True)
    lost = np.empty((len(X), X.shape[1] - 1))
    for t in range(1, X.shape[1]):
        moved = (belief @ after) * (letters == X[:, t : t + 1])
        p = moved.sum(axis=1)
        lost[:, t - 1] = -np.log(p)
        belief = moved / p[:, None]
    return lost


def _poem_states() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The places of the poem (word, letter or final space): their characters, the chain between them, their shares."""
    places = [(i, j) for i, word in enumerate(POEM_WORDS) for j in range(len(word) + 1)]
    number = {place: at for at, place in enumerate(places)}
    letters = encode("".join(word + " " for word in POEM_WORDS))
    after = np.zeros((len(places), len(places)))
    for at, (i, j) in enumerate(places):
        if j < len(POEM_WORDS[i]):
            after[at, number[i, j + 1]] = 1.0
        else:
            after[at, [number[k, 0] for k in range(len(POEM_WORDS))]] = POEM_P[i]
    share = _stationary(POEM_P)
    mean = share @ [len(word) + 1 for word in POEM_WORDS]
    return letters, after, np.array([share[i] for i, _ in places]) / mean


assert {*"".join(POEM_WORDS), " "} <= set(ALPHABET)

# --- a ring of eight clouds: days 68, 69, 70 ---

RING_MU = 2.0 * np.column_stack([np.cos(np.arange(8) * np.pi / 4), np.sin(np.arange(8) * np.pi / 4)])
"""The centers of the eight clouds, on a circle of radius 2: (8, 2)."""
RING_STD = 0.15
"""The standard deviation of each cloud, in both directions."""


def ring(n: int, rng: np.random.Generator) -> np.ndarray:
    """Points of eight equally likely normal clouds on a circle: (n, 2). Draws: the n clouds, then the noise.

    Its density is known, and so are the density and the score of every noised version of it (``gmm_score``, day 68).
    """
    return RING_MU[rng.integers(0, 8, n)] + RING_STD * rng.standard_normal((n, 2))


# --- a flat cloud in five dimensions: days 66, 70 ---

CLOUD_W = 1.2 * np.random.default_rng(66).standard_normal((2, 5))
"""The two directions in which the flat cloud is wide: (2, 5)."""
CLOUD_MU = np.random.default_rng(67).standard_normal(5)
"""Its center: (5,)."""
CLOUD_STD = 0.4
"""The standard deviation of the noise around the plane."""


def flat_cloud(n: int, rng: np.random.Generator) -> np.ndarray:
    """Points of a plane in five dimensions, with noise: (n, 5). Draws: the n × 2 places in the plane, then the noise.

    The points are normal with covariance CLOUD_Wᵀ CLOUD_W + CLOUD_STD² I, so the best possible log-likelihood of a
    linear latent model is known in closed form (``ppca_evidence``, day 66).
    """
    return rng.standard_normal((n, 2)) @ CLOUD_W + CLOUD_MU + CLOUD_STD * rng.standard_normal((n, 5))
