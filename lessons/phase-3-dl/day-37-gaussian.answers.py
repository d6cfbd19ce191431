"""Right and wrong answers to day 37: the Gaussian."""

import math

import numpy as np
from scipy.special import erf, ndtr

from log2attn.authoring import also_right, equivalent, hints, mistake, why


# ---------------------------------------------------------------- d37-review


@also_right("d37-review")
def review_37(a, b):
    return math.hypot(a, b), math.atan2(b, a)


@also_right("d37-review")
def review_37(a, b):
    z = complex(a, b)
    return [abs(z), np.angle(z)]


@mistake("d37-review", "Your angle has the two entries exchanged: it is counted from the north.", caught_by="visible")
def review_37(a, b):
    return np.sqrt(a**2 + b**2), np.arctan2(a, b)


@mistake("d37-review", "Your angle is that of b over a, which cannot tell east from west.", caught_by="visible")
def review_37(a, b):
    with np.errstate(all='ignore'):
        return np.sqrt(a**2 + b**2), np.arctan(np.float64(b) / a)


@mistake("d37-review", "Your slope is the squared length. Take its root.", caught_by="visible")
def review_37(a, b):
    return a**2 + b**2, np.arctan2(b, a)


@mistake("d37-review", "Your slope is the sum of the two slopes. The steepest is the length of the gradient.", caught_by="visible")
def review_37(a, b):
    return a + b, np.arctan2(b, a)


@mistake("d37-review", "Your slope is the sum of both slopes without their signs. The steepest is the length of the gradient.", caught_by="visible")
def review_37(a, b):
    return abs(a) + abs(b), np.arctan2(b, a)


@mistake("d37-review", "Your angle is in degrees. Asked are radians.", caught_by="visible")
def review_37(a, b):
    return np.sqrt(a**2 + b**2), np.rad2deg(np.arctan2(b, a))


@mistake("d37-review", "Your angle leads straight down. The gradient points up.", caught_by="visible")
def review_37(a, b):
    return np.sqrt(a**2 + b**2), np.arctan2(-b, -a)


@mistake("d37-review", "Angle and slope have changed places.", caught_by="visible")
def review_37(a, b):
    return np.arctan2(b, a), np.sqrt(a**2 + b**2)


@mistake("d37-review", "Your slope is the larger of the two. Between east and north it is steeper still.", caught_by="visible")
def review_37(a, b):
    return max(abs(a), abs(b)), np.arctan2(b, a)


@mistake("d37-review", "You returned the slope alone. The angle belongs to it.", caught_by="visible")
def review_37(a, b):
    return np.sqrt(a**2 + b**2)


@mistake("d37-review", "You returned the angle alone. The slope belongs to it.", caught_by="visible")
def review_37(a, b):
    return np.arctan2(b, a)


@mistake("d37-review", "Your angle is mirrored: it is counted with the clock.", caught_by="visible")
def review_37(a, b):
    return np.sqrt(a**2 + b**2), np.arctan2(-b, a)


@mistake("d37-review", "A square is taken away in your length. Both are added.", caught_by="visible")
def review_37(a, b):
    with np.errstate(all='ignore'):
        return np.sqrt(np.float64(a**2 - b**2)), np.arctan2(b, a)


@mistake("d37-review", "You returned the gradient itself, two slopes. Asked are its length and its angle.", caught_by="visible")
def review_37(a, b):
    return a, b


@mistake("d37-review", "Your length adds b² outside of the root, or takes the root of one square only.", caught_by="visible")
def review_37(a, b):
    return np.sqrt(a**2) + b**2, np.arctan2(b, a)


@mistake("d37-review", "Your angle has lost its sign: south of east looks like north of it.", caught_by="hidden")
def review_37(a, b):
    return np.sqrt(a**2 + b**2), abs(np.arctan2(b, a))


@mistake("d37-review", "Your angle runs from 0 to 2π. It should be at most π; more than half a turn is a turn to the other side.", caught_by="hidden")
def review_37(a, b):
    return np.sqrt(a**2 + b**2), np.arctan2(b, a) % (2 * np.pi)


hints(
    "d37-review",
    'The gradient of the plane is (a, b). How long is it, and where does it point?',
    'Pythagoras for the length, math.atan2 for the angle.',
    'np.sqrt(a**2 + b**2) and math.atan2(b, a).',
)
why("d37-review", "The slope along a unit direction is its dot product with the gradient, largest along the gradient itself, where it is the gradient's length.")


# ---------------------------------------------------------------- d37-gauss_logpdf


@also_right("d37-gauss_logpdf")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * (np.log(2 * np.pi * sigma**2) + ((x - mu) / sigma) ** 2)


@also_right("d37-gauss_logpdf")
def gauss_logpdf(x, mu, sigma):
    half = (x - mu) * (x - mu) / (2.0 * sigma * sigma)
    return -half - np.log(sigma * np.sqrt(2 * np.pi))


@mistake("d37-gauss_logpdf", "You read sigma as a variance: the squared distance is divided by sigma once.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * (x - mu) ** 2 / sigma - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "You read sigma as a variance, in the distance and in the constant.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * (x - mu) ** 2 / sigma - 0.5 * np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "The log of sigma is missing: a wide bell has to be lower.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "The one half before the squared z-score is missing.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -(((x - mu) / sigma) ** 2) - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "The one half before the log of 2π is missing.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "The log of 2π is missing.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma)


@mistake("d37-gauss_logpdf", "Both constants are missing: what is left is the exponent.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2


@mistake("d37-gauss_logpdf", "2π stands in your sum without its logarithm.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * 2 * np.pi


@mistake("d37-gauss_logpdf", "Far out your answer is −∞: the density is formed first, and it is 0 in float64.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    with np.errstate(all='ignore'):
        return np.log(np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi)))


@mistake("d37-gauss_logpdf", "You returned the density. Its logarithm is asked for.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))


@mistake("d37-gauss_logpdf", "Your sign is turned at the squared z-score: it has to fall away from the mean.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return 0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "The log of sigma is added. A wide bell has to be lower.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 + np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "The log of 2π is added. The area would be too large.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) + 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "The z-score is not squared.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "The mean has no say in your answer.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * (x / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "Only mu is divided by sigma in your z-score. The whole distance is.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * (x - mu / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "Your log of sigma stands twice, as if σ² stood below the fraction without a root.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - 2 * np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "Your distance is multiplied by sigma before the square, or its square by σ². A z-score divides.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) * sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "All places were added up. Each has its own value.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return np.sum(-0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi))


@mistake("d37-gauss_logpdf", "Your logarithms are to the base 10. log is the natural one.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log10(sigma) - 0.5 * np.log10(2 * np.pi)


@mistake("d37-gauss_logpdf", "Half of the distance is squared, so it counts a quarter.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -((0.5 * (x - mu) / sigma) ** 2) - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "You used a bell of width 1: sigma has a say in the constant alone.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * (x - mu) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "You returned the surprise, with the opposite sign.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return 0.5 * ((x - mu) / sigma) ** 2 + np.log(sigma) + 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "In your constant the log of sigma counts half, as if sigma were a variance.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - 0.5 * np.log(2 * np.pi * sigma)


@mistake("d37-gauss_logpdf", "The distance counts without a square: that is a bell with a peak, not the Gaussian.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * abs(x - mu) / sigma - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@mistake("d37-gauss_logpdf", "Your constant multiplies the exponent. Logarithms of factors are added.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 * np.log(1 / (sigma * np.sqrt(2 * np.pi)))


@mistake("d37-gauss_logpdf", "Your last constant is half the log of 2, times π. The logarithm is of 2π.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2) * np.pi


@mistake("d37-gauss_logpdf", "The 2 of 2π is missing in your constant.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(np.pi)


@mistake("d37-gauss_logpdf", "Your constant has a quarter of the log of 2π: the root halves it once, and you halved again.", caught_by="visible")
def gauss_logpdf(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.25 * np.log(2 * np.pi)


hints(
    "d37-gauss_logpdf",
    'First the z-score of each place. Which three terms does log p have?',
    '-0.5 * z**2, and two constants: log of sigma and half the log of 2π, both taken away.',
    'z = (x − mu) / sigma, then −0.5 * z**2 − np.log(sigma) − 0.5 * np.log(2 * np.pi).',
)
why("d37-gauss_logpdf", 'The logarithm of a product is a sum: the exponential gives back its exponent, and the factor 1/(σ√2π) gives two constants. No exponential is left that could be too small.')


# ---------------------------------------------------------------- d37-gauss_cdf


@also_right("d37-gauss_cdf")
def gauss_cdf(x, mu, sigma):
    return ndtr((x - mu) / sigma)


@also_right("d37-gauss_cdf")
def gauss_cdf(x, mu, sigma):
    z = np.asarray((x - mu) / (sigma * 2**0.5), dtype=float)
    return np.array([0.5 + 0.5 * math.erf(v) for v in z.ravel()]).reshape(z.shape)


@mistake("d37-gauss_cdf", "The root of 2 is missing: erf belongs to a bell that is narrower than the standard one.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf((x - mu) / sigma))


@mistake("d37-gauss_cdf", "You returned erf itself, which rises from −1 to 1.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return erf((x - mu) / (sigma * np.sqrt(2)))


@mistake("d37-gauss_cdf", "The one half is missing: your values go up to 2.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 1 + erf((x - mu) / (sigma * np.sqrt(2)))


@mistake("d37-gauss_cdf", "The 1 is missing: your values go from −½ to ½.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * erf((x - mu) / (sigma * np.sqrt(2)))


@mistake("d37-gauss_cdf", "You read sigma as a variance.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf((x - mu) / np.sqrt(2 * sigma)))


@mistake("d37-gauss_cdf", "You returned the chance of more than x.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 - erf((x - mu) / (sigma * np.sqrt(2))))


@mistake("d37-gauss_cdf", "The root of 2 multiplies the z-score. It divides.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf((x - mu) / sigma * np.sqrt(2)))


@mistake("d37-gauss_cdf", "You divided by 2 where its root belongs.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf((x - mu) / (2 * sigma)))


@mistake("d37-gauss_cdf", "You returned the density, which is highest in the middle. A cdf rises all the way.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))


@mistake("d37-gauss_cdf", "The mean has no say in your answer.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf(x / (sigma * np.sqrt(2))))


@mistake("d37-gauss_cdf", "You took the sigmoid of the z-score. It is a cdf as well, but of another density.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 1 / (1 + np.exp(-(x - mu) / sigma))


@mistake("d37-gauss_cdf", "You add 1 where a half belongs: your values go from ½ to 1½.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 1 + 0.5 * erf((x - mu) / (sigma * np.sqrt(2)))


@mistake("d37-gauss_cdf", "The sign of the distance is lost: you returned how much lies on one side of it, or within.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf(abs(x - mu) / (sigma * np.sqrt(2))))


@mistake("d37-gauss_cdf", "You returned how much lies within that distance of the mean, on both sides.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return erf(abs(x - mu) / (sigma * np.sqrt(2)))


@mistake("d37-gauss_cdf", "The width has no say in your answer.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf((x - mu) / np.sqrt(2)))


@mistake("d37-gauss_cdf", "Only mu is divided. The whole distance x − mu is.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf(x - mu / (sigma * np.sqrt(2))))


@mistake("d37-gauss_cdf", "Your half belongs to the 1 alone. All of 1 + erf is halved.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 + erf((x - mu) / (sigma * np.sqrt(2)))


@mistake("d37-gauss_cdf", "You asked erf of x itself, without mean and width.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf(1.0 * x))


@mistake("d37-gauss_cdf", "You asked erf of half the squared z-score. It wants the z-score itself over √2.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + erf(((x - mu) / sigma) ** 2 / 2))


@mistake("d37-gauss_cdf", "tanh is another curve from −1 to 1. The area of the bell is erf.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    return 0.5 * (1 + np.tanh((x - mu) / (sigma * np.sqrt(2))))


@mistake("d37-gauss_cdf", "You used e to the power of the z-score where erf belongs.", caught_by="visible")
def gauss_cdf(x, mu, sigma):
    with np.errstate(all='ignore'):
        return 0.5 * (1 + np.exp((x - mu) / (sigma * np.sqrt(2))))


hints(
    "d37-gauss_cdf",
    'First the z-score, then erf, then from −1 … 1 into 0 … 1.',
    'erf wants the z-score over the root of 2. What does ½(1 + …) do to −1 and to 1?',
    '0.5 * (1 + erf((x − mu) / (sigma * np.sqrt(2)))).',
)
why("d37-gauss_cdf", 'erf is the area of the bell exp(−t²) around 0. The exponent of ours is z²/2, so t is z over the root of 2; half of 1 + erf makes a chance of it.')


# ---------------------------------------------------------------- d37-fit_gauss


@also_right("d37-fit_gauss")
def fit_gauss(x):
    mu = sum(float(v) for v in x) / len(x)
    return mu, math.sqrt(sum((float(v) - mu) ** 2 for v in x) / len(x))


@also_right("d37-fit_gauss")
def fit_gauss(x):
    mu = np.mean(x)
    r = np.asarray(x, dtype=float) - mu
    return [mu, np.sqrt(r @ r / len(r))]


@mistake("d37-fit_gauss", "You divided the squares by N − 1. The likeliest width divides by N.", caught_by="visible")
def fit_gauss(x):
    with np.errstate(all='ignore'):
        return np.mean(x), np.sqrt(((x - np.mean(x)) ** 2).sum() / np.float64(len(x) - 1))


@mistake("d37-fit_gauss", "You returned the variance. Its root is asked for.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), np.var(x, ddof=0)


@mistake("d37-fit_gauss", "Your middle is the median. The likeliest one is the mean.", caught_by="visible")
def fit_gauss(x):
    return np.median(x), np.std(x, ddof=0)


@mistake("d37-fit_gauss", "Your width is too narrow by the root of N, as a standard error is: the mean of the squares comes first, then one root.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), np.std(x, ddof=0) / np.sqrt(len(x))


@mistake("d37-fit_gauss", "Width and mean have changed places.", caught_by="visible")
def fit_gauss(x):
    return np.std(x, ddof=0), np.mean(x)


@mistake("d37-fit_gauss", "Your width is the mean distance without sign. The likeliest one is the root of the mean square.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), np.mean(np.abs(x - np.mean(x)))


@mistake("d37-fit_gauss", "Your squares are added and not divided by N.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), np.sqrt(((x - np.mean(x)) ** 2).sum())


@mistake("d37-fit_gauss", "Your squares are those of the numbers, not of their distances from the mean.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), np.sqrt(np.mean((1.0 * x) ** 2))


@mistake("d37-fit_gauss", "You returned the mean alone. The width belongs to it.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x)


@mistake("d37-fit_gauss", "Your width is half of the distance from the smallest number to the largest.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), (1.0 * np.max(x) - np.min(x)) / 2


@mistake("d37-fit_gauss", "Distances are added with their signs and cancel: your width is 0.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), np.mean(x - np.mean(x))


@mistake("d37-fit_gauss", "Your mean is the sum of all numbers. Divide by how many there are.", caught_by="visible")
def fit_gauss(x):
    return np.sum(x), np.std(x, ddof=0)


@mistake("d37-fit_gauss", "Your width is measured from the median, not from the mean.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), np.sqrt(np.mean((x - np.median(x)) ** 2))


@mistake("d37-fit_gauss", "You halved the width as if it reached to both sides.", caught_by="visible")
def fit_gauss(x):
    return np.mean(x), np.std(x, ddof=0) / 2


@mistake("d37-fit_gauss", "Your mean is halfway between the smallest and the largest number.", caught_by="visible")
def fit_gauss(x):
    return (1.0 * np.max(x) + np.min(x)) / 2, np.std(x, ddof=0)


@mistake("d37-fit_gauss", "Your bell stands at the largest number.", caught_by="visible")
def fit_gauss(x):
    return np.max(x), np.std(x, ddof=0)


@mistake("d37-fit_gauss", "You returned the z-scores. Asked are the mean and the width.", caught_by="visible")
def fit_gauss(x):
    with np.errstate(all='ignore'):
        return (x - np.mean(x)) / np.std(x, ddof=0)


@mistake("d37-fit_gauss", "Your squares are taken far from the mean, and the square of the mean is taken from them: near a million most digits cancel (day 4). Take the distances first.", caught_by="hidden")
def fit_gauss(x):
    x = np.asarray(x, dtype=float)
    return x.mean(), np.sqrt(max((x**2).mean() - x.mean() ** 2, 0))


hints(
    "d37-fit_gauss",
    'Both formulas stand above. Which divisor has the width?',
    'np.mean twice: of the numbers, and of the squared distances from it.',
    'mu = np.mean(x), and np.sqrt(np.mean((x − mu) ** 2)).',
)
why("d37-fit_gauss", 'The mean surprise is a parabola in μ with its vertex at the mean of x. In σ its slope is −mse/σ³ + 1/σ, which is 0 at σ² = mse, the mean square, divided by N.')


# ---------------------------------------------------------------- d37-nll_equals_mse


@also_right("d37-nll_equals_mse")
def nll_equals_mse(y, yhat, sigma):
    errors = [float(p) - float(q) for p, q in zip(y, yhat)]
    mse = sum(e * e for e in errors) / len(errors)
    a, b = 0.5 / sigma**2, 0.5 * math.log(2 * math.pi * sigma**2)
    return (mse * a + b, mse, a, b)


@also_right("d37-nll_equals_mse")
def nll_equals_mse(y, yhat, sigma):
    r = np.asarray(y, dtype=float) - yhat
    logp = -0.5 * (r / sigma) ** 2 - np.log(sigma * np.sqrt(2 * np.pi))
    b = np.log(sigma * np.sqrt(2 * np.pi))
    return [-logp.mean(), (r**2).mean(), 1 / sigma**2 / 2, b]


@mistake("d37-nll_equals_mse", "Your factor is 1/σ². The one half before the square is missing.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / sigma**2
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "The log of sigma is missing in your constant.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "The log of 2π is missing in your constant.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your constant has the full log of 2π. Half of it belongs there.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your errors are added. Both the mse and the nll are means.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.sum((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your four numbers are right, but b stands before a.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, b, a


@mistake("d37-nll_equals_mse", "The mse stands first in your answer. The nll is the first of the four.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return mse, a * mse + b, a, b


@mistake("d37-nll_equals_mse", "You read sigma as a variance: the factor is 1/(2σ).", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your factor is σ²/2: upside down.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = sigma**2 / 2
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your constant has the wrong sign: −log of a density has + log σ.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = -np.log(sigma) - 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "You returned the mean log density, not its negative, as nll.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return -(a * mse + b), mse, a, b


@mistake("d37-nll_equals_mse", "Your errors are not squared: they cancel.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean(1.0 * y - yhat)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "You took the root of the mse.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.sqrt(np.mean((1.0 * y - yhat) ** 2))
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your factor is ½ σ²-less: the width has no say in it.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 0.5
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your mean error is squared. The squares come first, then the mean.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean(1.0 * y - yhat) ** 2
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "The constant is missing in your nll.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse, mse, a, b


@mistake("d37-nll_equals_mse", "Your errors are without sign and not squared.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean(np.abs(1.0 * y - yhat))
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your constant is 2π's logarithm of σ squared twice: log σ counts once.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = 2 * np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your constant has 2π without its logarithm.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * 2 * np.pi
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "You divided by N − 1. Both are plain means.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    with np.errstate(all='ignore'):
        mse = np.sum((1.0 * y - yhat) ** 2) / np.float64(len(y) - 1)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "You returned the nll of all examples together. It is a mean.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return (a * mse + b) * len(y), mse, a, b


@mistake("d37-nll_equals_mse", "The constant of 2π stands inside your logarithm of σ. Two logarithms are added.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    b = np.log(sigma + 0.5 * np.log(2 * np.pi))
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your nll multiplies b with a. Only the mse has the factor.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * (mse + b), mse, a, b


@mistake("d37-nll_equals_mse", "Your nll takes b away. It is added.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse - b, mse, a, b


@mistake("d37-nll_equals_mse", "You squared sums of truth and guess. An error is their difference.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y + yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "Your factor is 1/(4σ²): the 2 is squared as well.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    a = 1 / (2 * sigma) ** 2
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "You took the variance of the errors, without their mean. An error that all examples share counts, too.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.var(1.0 * y - yhat, ddof=0)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse, a, b


@mistake("d37-nll_equals_mse", "You halved the mse and doubled a. The nll is right, but the mse is the plain mean.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return a * mse + b, mse / 2, 2 * a, b


@mistake("d37-nll_equals_mse", "Three numbers came back, without the nll.", caught_by="visible")
def nll_equals_mse(y, yhat, sigma):
    mse = np.mean((1.0 * y - yhat) ** 2)
    a = 1 / (2 * sigma**2)
    b = np.log(sigma) + 0.5 * np.log(2 * np.pi)
    return mse, a, b


hints(
    "d37-nll_equals_mse",
    'Four lines: mse, a, b, and the nll made of these three.',
    'a = 1 / (2 * sigma**2). b is what is left without errors: two logarithms.',
    'b = np.log(sigma) + 0.5 * np.log(2 * np.pi); return a * mse + b, mse, a, b.',
)
why("d37-nll_equals_mse", 'The mean of a sum is the sum of the means: the squared errors become the mse, with the factor they all share, and the constants stay as they are.')


# ---------------------------------------------------------------- d37-product_of_gauss


@also_right("d37-product_of_gauss")
def product_of_gauss(m1, v1, m2, v2):
    m = (m1 * v2 + m2 * v1) / (v1 + v2)
    return m, v1 * v2 / (v1 + v2)


@also_right("d37-product_of_gauss")
def product_of_gauss(m1, v1, m2, v2):
    gain = v1 / (v1 + v2)
    return [m1 + gain * (m2 - m1), gain * v2]


@mistake("d37-product_of_gauss", "You averaged the variances. The joint bell is narrower than both: precisions add.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = (v1 + v2) / 2
    return (m1 / v1 + m2 / v2) / (1 / v1 + 1 / v2), v


@mistake("d37-product_of_gauss", "You averaged the means. Each counts by its precision.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    return (m1 + m2) / 2, 1 / (1 / v1 + 1 / v2)


@mistake("d37-product_of_gauss", "Your means count by their variances, so the worse instrument pulls harder.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    return (m1 * v1 + m2 * v2) / (v1 + v2), 1 / (1 / v1 + 1 / v2)


@mistake("d37-product_of_gauss", "You returned the precision. One over it is the variance.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    p = 1 / v1 + 1 / v2
    return (m1 / v1 + m2 / v2) / p, p


@mistake("d37-product_of_gauss", "You added the variances. That is right for a sum of two variables; here the densities are multiplied.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = v1 + v2
    return (m1 / v1 + m2 / v2) / (1 / v1 + 1 / v2), v


@mistake("d37-product_of_gauss", "You returned mean and variance of the sum. Here the densities are multiplied.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    return m1 + m2, v1 + v2


@mistake("d37-product_of_gauss", "You multiplied the means and the variances.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    return m1 * m2, v1 * v2


@mistake("d37-product_of_gauss", "Your mean is not multiplied by the joint variance: the weights have to add up to 1.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    return m1 / v1 + m2 / v2, 1 / (1 / v1 + 1 / v2)


@mistake("d37-product_of_gauss", "You read the variances as standard deviations, and squared them.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (1 / v1**2 + 1 / v2**2)
    return v * (m1 / v1**2 + m2 / v2**2), v


@mistake("d37-product_of_gauss", "Your variance is a standard deviation: there is a root too many.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (1 / v1 + 1 / v2)
    return v * (m1 / v1 + m2 / v2), np.sqrt(v)


@mistake("d37-product_of_gauss", "Variance and mean have changed places.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (1 / v1 + 1 / v2)
    return v, v * (m1 / v1 + m2 / v2)


@mistake("d37-product_of_gauss", "Your variance is the product of the two. It is that over their sum.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    return (m1 / v1 + m2 / v2) / (1 / v1 + 1 / v2), v1 * v2


@mistake("d37-product_of_gauss", "You divided by the sum of the variances only: one over v₁ + v₂ is not one over v₁ plus one over v₂.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (v1 + v2)
    return v * (m1 / v1 + m2 / v2), v


@mistake("d37-product_of_gauss", "You kept the better measurement and threw the other away.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    return (m1, v1) if v1 < v2 else (m2, v2)


@mistake("d37-product_of_gauss", "Your variance is half of what it should be: precisions are added, not averaged, and nothing more.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 0.5 / (1 / v1 + 1 / v2)
    return 2 * v * (m1 / v1 + m2 / v2), v


@mistake("d37-product_of_gauss", "You averaged the precisions. They add up.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 2 / (1 / v1 + 1 / v2)
    return v / 2 * (m1 / v1 + m2 / v2), v


@mistake("d37-product_of_gauss", "The mean's weights are the roots' inverses, 1/σ. They are 1/σ².", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    w1, w2 = v1**-0.5, v2**-0.5
    return (m1 * w1 + m2 * w2) / (w1 + w2), 1 / (1 / v1 + 1 / v2)


@mistake("d37-product_of_gauss", "Your mean holds the means alone, times the joint variance: each has to be divided by its own variance.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (1 / v1 + 1 / v2)
    return v * (m1 + m2), v


@mistake("d37-product_of_gauss", "You inverted the first variance only.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (1 / v1 + v2)
    return v * (m1 / v1 + m2 / v2), v


@mistake("d37-product_of_gauss", "The joint variance multiplies your first mean only. A bracket around both is missing.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (1 / v1 + 1 / v2)
    return v * m1 / v1 + m2 / v2, v


@mistake("d37-product_of_gauss", "You divided by the joint variance. Multiply with it.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (1 / v1 + 1 / v2)
    return (m1 / v1 + m2 / v2) / v, v


@mistake("d37-product_of_gauss", "Your variance is the smaller of the two. Together they know more than the better one alone.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    return (m1 * v2 + m2 * v1) / (v1 + v2), min(v1, v2)


@mistake("d37-product_of_gauss", "You multiplied the means with each other. Each counts by its precision, and the parts are added.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    v = 1 / (1 / v1 + 1 / v2)
    return v * m1 * m2, v


@mistake("d37-product_of_gauss", "You added inverse standard deviations. It is inverse variances that add.", caught_by="visible")
def product_of_gauss(m1, v1, m2, v2):
    s = 1 / (1 / v1**0.5 + 1 / v2**0.5)
    return s * (m1 / v1**0.5 + m2 / v2**0.5), s**2


hints(
    "d37-product_of_gauss",
    'Which of the two numbers adds up, the variance or one over it?',
    'v = 1 / (1/v1 + 1/v2). Each mean counts by its own precision, and the weights have to add up to 1.',
    'v * (m1 / v1 + m2 / v2), v.',
)
why("d37-product_of_gauss", 'Logarithms add: two parabolas, with the bends 1/v₁ and 1/v₂, make one with the sum as its bend. Its vertex is where the two slopes cancel, which is the mean weighted by precision.')


# ---------------------------------------------------------------- d37-gauss_affine_sum


@also_right("d37-gauss_affine_sum")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    w, S = np.array([a, b]), np.array([[v1, 0.0], [0.0, v2]])
    return w @ np.array([m1, m2]), w @ S @ w


@also_right("d37-gauss_affine_sum")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return (b * m2 + a * m1, (a * v1) * a + (b * v2) * b)


@mistake("d37-gauss_affine_sum", "The factors come out of a variance squared.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, a * v1 + b * v2


@mistake("d37-gauss_affine_sum", "You added standard deviations. The variances add.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, (abs(a) * np.sqrt(v1) + abs(b) * np.sqrt(v2)) ** 2


@mistake("d37-gauss_affine_sum", "You take a variance away where the factor is negative. Noise does not cancel independent noise.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, a * abs(a) * v1 + b * abs(b) * v2


@mistake("d37-gauss_affine_sum", "The means are added without their factors.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return m1 + m2, a**2 * v1 + b**2 * v2


@mistake("d37-gauss_affine_sum", "The factors have no say in your variance.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, v1 + v2


@mistake("d37-gauss_affine_sum", "You read the variances as standard deviations, and squared them.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, a**2 * v1**2 + b**2 * v2**2


@mistake("d37-gauss_affine_sum", "You returned the standard deviation of the sum.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, np.sqrt(a**2 * v1 + b**2 * v2)


@mistake("d37-gauss_affine_sum", "The factors are squared in your mean as well. A mean takes them as they are.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a**2 * m1 + b**2 * m2, a**2 * v1 + b**2 * v2


@mistake("d37-gauss_affine_sum", "The factors have changed places: a belongs to the first variable.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return b * m1 + a * m2, b**2 * v1 + a**2 * v2


@mistake("d37-gauss_affine_sum", "The factors of the variances have changed places.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, b**2 * v1 + a**2 * v2


@mistake("d37-gauss_affine_sum", "The sum of both factors is squared. Each variance has its own factor.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, (a + b) ** 2 * (v1 + v2)


@mistake("d37-gauss_affine_sum", "You used signs without numbers: the factors' sizes count in the variance without a square.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, abs(a) * v1 + abs(b) * v2


@mistake("d37-gauss_affine_sum", "Your variance of the second is taken away. Independent noise never cancels.", caught_by="visible")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, a**2 * v1 - b**2 * v2


@mistake("d37-gauss_affine_sum", "You squared the sum of the variances with their factors. Each factor is squared, not the sum.", caught_by="hidden")
def gauss_affine_sum(m1, v1, m2, v2, a, b):
    return a * m1 + b * m2, (a * v1 + b * v2) ** 2


hints(
    "d37-gauss_affine_sum",
    'The mean takes the factors as they are. And the variance?',
    'Var(aX) = a² Var(X), and variances of independent variables add.',
    'a * m1 + b * m2, a**2 * v1 + b**2 * v2.',
)
why("d37-gauss_affine_sum", 'A factor stretches every distance from the mean, and squares of distances by its square. Independent variables have no covariance, so nothing else is added, and a negative factor makes no difference.')


equivalent("d37-gauss_logpdf", "z = (x - mu) / sigma → z = ((mu) - (x)) / sigma", "z is squared: its sign does not matter")
equivalent("d37-fit_gauss", "return mu, np.sqrt(np.mean((x - mu) ** 2)) → return mu, np.sqrt(np.mean(((mu) - (x)) ** 2))", "a distance is squared: its sign does not matter")
equivalent("d37-nll_equals_mse", "mse = np.mean((1.0 * y - yhat) ** 2) → mse = np.mean(((yhat) - (1.0 * y)) ** 2)", "an error is squared: its sign does not matter")
equivalent("d37-nll_equals_mse", "mse = np.mean((1.0 * y - yhat) ** 2) → mse = np.mean(((y) - yhat) ** 2)", "1.0 guards numbers of few bits, which the page does not speak of and no check hands in")
