import math
from decimal import Decimal
from itertools import tee

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d08-review


@also_right("d08-review")
def review_08(m1, e1, m2, e2):
    product = Decimal(m1) * Decimal(m2)
    shift = product.adjusted()
    return float(product.scaleb(-shift)), e1 + e2 + shift


@also_right("d08-review")
def review_08(m1, e1, m2, e2):
    shift = math.floor(math.log10(m1 * m2))
    return m1 * m2 / 10**shift, e1 + e2 + shift


@mistake("d08-review", "You multiplied the exponents. When powers of ten are multiplied, their exponents add.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m, e = m1 * m2, e1 * e2
    return (m / 10, e + 1) if m >= 10 else (m, e)


@mistake("d08-review", "You stopped at the product of the mantissas. When it reaches 10, it is not between 1 and 10 any more, and one factor of 10 belongs into the exponent.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    return m1 * m2, e1 + e2


@mistake("d08-review", "You divided the mantissa by 10 and lowered the exponent too. That makes the number a hundred times too small: what the mantissa loses, the exponent has to gain.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m, e = m1 * m2, e1 + e2
    return (m / 10, e - 1) if m >= 10 else (m, e)


@mistake("d08-review", "You divided the mantissa by 10 and left the exponent as it was, so the number became ten times smaller.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m, e = m1 * m2, e1 + e2
    return (m / 10, e) if m >= 10 else (m, e)


@mistake("d08-review", "You added the mantissas. Only the exponents add; the mantissas are ordinary factors and multiply.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m, e = m1 + m2, e1 + e2
    return (m / 10, e + 1) if m >= 10 else (m, e)


@mistake("d08-review", "You let a mantissa of exactly 10 stand. The mantissa may reach 1, but not 10: 2.5 times 4 is 1 times 10.", caught_by="hidden")
def review_08(m1, e1, m2, e2):
    m, e = m1 * m2, e1 + e2
    return (m / 10, e + 1) if m > 10 else (m, e)


@mistake("d08-review", "You always divided by 10 and raised the exponent. When the mantissas multiply to less than 10, nothing has to move.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    return m1 * m2 / 10, e1 + e2 + 1


@mistake("d08-review", "You wrote the whole number out before looking at its digits. Beyond about 1e308 float64 has no room for it; keep mantissas and exponents apart.", caught_by="hidden")
def review_08(m1, e1, m2, e2):
    number = (m1 * 10.0**e1) * (m2 * 10.0**e2)
    e = math.floor(math.log10(number) + 1e-12)
    return number / 10.0**e, e


@mistake("d08-review", "You returned the exponent first. The mantissa comes first, then the exponent.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m, e = m1 * m2, e1 + e2
    return (e + 1, m / 10) if m >= 10 else (e, m)


@mistake("d08-review", "You returned one number, the mantissa times its power of ten. Two are asked for, mantissa and exponent, since the number itself may be too large for float64.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m = m1 * m2
    e = e1 + e2
    if m >= 10:
        m = m / 10
        e = e + 1
    return m * 10.0 ** e


@mistake("d08-review", "Your condition is turned around: you divide by 10 where the mantissas multiply to less than 10, and let 10 and more stand.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m = m1 * m2
    e = e1 + e2
    if m < 10:
        m = m / 10
        e = e + 1
    return m, e


@mistake("d08-review", "You counted the digits with the natural logarithm. The power of 10 in a number follows from log10.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    p = m1 * m2
    k = math.floor(math.log(p))
    return p / 10**k, e1 + e2 + k


@mistake("d08-review", "You took the remainder of a division by 10, so the first digit is lost. The mantissa is divided by 10 and keeps all its digits.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m = m1 * m2
    e = e1 + e2
    if m >= 10:
        m = m % 10
        e = e + 1
    return m, e


@mistake("d08-review", "You multiplied the mantissa by 10 and lowered the exponent. The number is still the right one, but its mantissa lies even farther above 10: divide, and raise the exponent.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m = m1 * m2
    e = e1 + e2
    if m >= 10:
        m = m * 10
        e = e - 1
    return m, e


@mistake("d08-review", "You rounded the mantissa. Return all its digits.", caught_by="hidden")
def review_08(m1, e1, m2, e2):
    m = m1 * m2
    e = e1 + e2
    if m >= 10:
        m = round(m / 10, 2)
        e = e + 1
    return m, e


@mistake("d08-review", "You cut the product of the mantissas off after the point. The mantissa keeps all its digits.", caught_by="hidden")
def review_08(m1, e1, m2, e2):
    m = int(m1 * m2)
    e = e1 + e2
    if m >= 10:
        m = m / 10
        e = e + 1
    return m, e


@mistake("d08-review", "You subtracted the exponents. That belongs to division; when powers are multiplied, their exponents add.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m = m1 * m2
    e = e1 - e2
    if m >= 10:
        m = m / 10
        e = e + 1
    return m, e


@mistake("d08-review", "You added the exponents without their signs. A negative exponent makes the sum smaller: 3 and -7 give -4.", caught_by="hidden")
def review_08(m1, e1, m2, e2):
    m = m1 * m2
    e = abs(e1) + abs(e2)
    if m >= 10:
        m = m / 10
        e = e + 1
    return m, e


@mistake("d08-review", "You moved two factors of 10 over. The mantissas multiply to less than 100, so one is enough: 20 becomes 2.", caught_by="visible")
def review_08(m1, e1, m2, e2):
    m = m1 * m2
    e = e1 + e2
    if m >= 10:
        m = m / 100
        e = e + 2
    return m, e


@mistake("d08-review", "You wrote the whole number out before looking at its digits. Beyond about 1e308 float64 has no room for it; keep mantissas and exponents apart.", caught_by="hidden")
def review_08(m1, e1, m2, e2):
    p = m1 * 10.0 ** e1 * m2 * 10.0 ** e2
    e = math.floor(np.log10(p))
    return p / 10.0 ** e, e


@mistake("d08-review", "You wrote the whole number out before looking at its digits. Beyond about 1e308 float64 has no room for it; keep mantissas and exponents apart.", caught_by="hidden")
def review_08(m1, e1, m2, e2):
    p = m1 * 10 ** e1 * m2 * 10 ** e2
    e = math.floor(math.log10(p))
    return p / 10 ** e, e


hints(
    "d08-review",
    "Sort the product: all mantissas on one side, all powers of ten on the other. What happens to each side?",
    "Mantissas multiply, exponents add. The product of two mantissas lies between 1 and 100; when does it need repair?",
    "If the mantissa has reached 10, divide it by 10 and raise the exponent by 1.",
)
why("d08-review", "The order of factors does not matter, so mantissas and powers of ten can be multiplied apart. The mantissa stays below 100, so at most one factor of 10 moves over, and no large number is ever formed.")

# ---------------------------------------------------------------- d08-mean_var


@also_right("d08-mean_var")
def mean_var(x, ddof):
    return np.mean(x), np.var(x, ddof=ddof)


@also_right("d08-mean_var")
def mean_var(x, ddof):
    values = [float(v) for v in x]
    mean = math.fsum(values) / len(values)
    return mean, math.fsum((v - mean) ** 2 for v in values) / (len(values) - ddof)


@mistake("d08-mean_var", "You divided by n whatever ddof says. That is right for describing these numbers, and too small for estimating the world they came from.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), x.var(ddof=0)


@mistake("d08-mean_var", "You divided by n - 1 whatever ddof says. With ddof=0 the numbers are only described, and the divisor is their count.", caught_by="visible")
def mean_var(x, ddof):
    with np.errstate(invalid="ignore", divide="ignore"):
        return x.mean(), ((x - x.mean()) ** 2).sum() / np.float64(len(x) - 1)


@mistake(
    "d08-mean_var",
    "You subtracted the square of the mean from the mean of the squares. For numbers around a billion both are near 1e18, and their difference has lost all its digits: the variance can even come out negative.",
    caught_by="hidden",
)
def mean_var(x, ddof):
    n = len(x)
    return x.mean(), (np.mean(x.astype(float) ** 2) - np.mean(x) ** 2) * n / (n - ddof)


@mistake("d08-mean_var", "You returned the standard deviation. The variance is its square; the root comes last, and only when it is asked for.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), x.std(ddof=ddof)


@mistake("d08-mean_var", "You divided by n + ddof. A sample's squares are too small, so the divisor has to shrink, not grow.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), ((x - x.mean()) ** 2).sum() / (len(x) + ddof)


@mistake("d08-mean_var", "You added the squared deviations and did not divide. The sum grows with every number; the variance is a mean.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), ((x - x.mean()) ** 2).sum()


@mistake("d08-mean_var", "Your deviations cancel, and the result is 0 for all numbers in the world. Square each deviation before you add.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), (x - x.mean()).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You dropped the signs of the deviations instead of squaring them. That is a measure of spread too, but another one, and the unit is not squared.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), np.abs(x - x.mean()).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You divided the mean by n - ddof as well. ddof belongs to the variance; the mean always has the divisor n.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.sum() / (len(x) - ddof)
    return mean, ((x - mean) ** 2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You measured the deviations from the median. No center gives a smaller sum of squares than the mean, so your variance is too large wherever the two differ.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), ((x - np.median(x)) ** 2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You returned the two numbers in the other order: the mean comes first.", caught_by="visible")
def mean_var(x, ddof):
    return x.var(ddof=ddof), x.mean()


@mistake("d08-mean_var", "You subtracted the mean from the caller's own array. Your two numbers are right, but the numbers you were given are gone.", caught_by="hidden")
def mean_var(x, ddof):
    mean = x.mean()
    x -= mean
    return mean, (x**2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You rounded the mean to a whole number before you measured the deviations. Every deviation is then off by the same amount, and the sum of squares is too large.", caught_by="hidden")
def mean_var(x, ddof):
    return x.mean(), ((x - np.round(x.mean())) ** 2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You divided by n and then subtracted ddof from the result. It is taken from the count first, so the divisor needs brackets.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), ((x - x.mean()) ** 2).sum() / len(x) - ddof


@mistake("d08-mean_var", "You returned the variance alone. The mean is asked for too, and comes first.", caught_by="visible")
def mean_var(x, ddof):
    return x.var(ddof=ddof)


@mistake("d08-mean_var", "You took the squared mean away from the numbers. Subtract the mean first, in brackets, and square what comes out.", caught_by="visible")
def mean_var(x, ddof):
    return x.mean(), (x - x.mean() ** 2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "Your deviations cancel, and the result is 0 for all numbers in the world. Square each deviation before you add.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    return mean, (x - mean).sum() ** 2 / (len(x) - ddof)


@mistake("d08-mean_var", "Your deviations cancel, and the result is 0 for all numbers in the world. Square each deviation before you add.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    return mean, ((x - mean) * 2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You used the median as the center and returned it in place of the mean. The mean is the sum divided by the count.", caught_by="visible")
def mean_var(x, ddof):
    c = np.median(x)
    return c, ((x - c) ** 2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "Your sum of squares holds the first deviation alone: the answer is handed back before the others have been added.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    total = 0
    for v in x:
        total += (v - mean) ** 2
        return mean, total / (len(x) - ddof)


@mistake("d08-mean_var", "Your sum of squares holds the last deviation alone. Each square has to be added to what is there already.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    for v in x:
        total = (v - mean) ** 2
    return mean, total / (len(x) - ddof)


@mistake("d08-mean_var", "Your variance is a row of numbers, one for each deviation. They have to be added up: the variance is one number.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    return mean, (x - mean) ** 2 / (len(x) - ddof)


@mistake("d08-mean_var", "You squared the numbers themselves. The variance squares their deviations: subtract the mean first.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    return mean, (x**2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "Your sum of squares leaves the first number out. Its place is 0.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    total = 0
    for i in range(1, len(x)):
        total += (x[i] - mean) ** 2
    return mean, total / (len(x) - ddof)


@mistake("d08-mean_var", "Your sum of squares leaves the last number out. The places go from 0 to n - 1, and range(n) gives all of them.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    total = 0
    for i in range(len(x) - 1):
        total += (x[i] - mean) ** 2
    return mean, total / (len(x) - ddof)


@mistake("d08-mean_var", "You measured each deviation from the mean of the numbers so far. The mean of all has to be known first; that is why there are two passes.", caught_by="visible")
def mean_var(x, ddof):
    s = 0
    t = 0
    for i in range(len(x)):
        s += x[i]
        t += (x[i] - s / (i + 1)) ** 2
    return s / len(x), t / (len(x) - ddof)


@mistake("d08-mean_var", "Your mean lacks its part after the point, and the deviations are measured from there. Divide with /.", caught_by="hidden")
def mean_var(x, ddof):
    mean = x.sum() // len(x)
    return mean, ((x - mean) ** 2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You rounded what you return. Return all digits.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    return round(mean, 4), round(((x - mean) ** 2).sum() / (len(x) - ddof), 4)


@mistake("d08-mean_var", "You divided twice: a mean of the squares has been divided by n already.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    return mean, ((x - mean) ** 2).mean() / (len(x) - ddof)


@mistake("d08-mean_var", "Your mean is the sum of the numbers: the division by their count is missing.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.sum()
    return mean, ((x - mean) ** 2).sum() / (len(x) - ddof)


@mistake("d08-mean_var", "You divided each square by n and subtracted ddof from each. ddof is taken from the count, once, and before the division.", caught_by="visible")
def mean_var(x, ddof):
    mean = x.mean()
    return mean, ((x - mean) ** 2 / len(x) - ddof).sum()


@mistake("d08-mean_var", "With ddof=2 you divide by n. Subtract ddof itself from the count, whatever it is.", caught_by="hidden")
def mean_var(x, ddof):
    mean = x.mean()
    if ddof == 1:
        return mean, ((x - mean) ** 2).sum() / (len(x) - 1)
    return mean, ((x - mean) ** 2).sum() / len(x)


hints(
    "d08-mean_var",
    "The variance is built from the deviations. What do you have to know before you can compute a single deviation?",
    "First pass: the mean. Second pass: subtract it from every number, square, add up. What is the divisor?",
    "(x - mean) ** 2 squares all deviations at once; .sum() adds them; divide by len(x) - ddof.",
)
why(
    "d08-mean_var",
    "Subtracting the mean first makes the numbers small before they are squared, so nothing large has to cancel. The divisor n describes the numbers at hand; n - 1 makes up for measuring from a mean that was fitted to these same numbers.",
)

# ---------------------------------------------------------------- d08-quantile


@also_right("d08-quantile")
def quantile(x, q):
    return np.quantile(x, q)


@also_right("d08-quantile")
def quantile(x, q):
    return np.interp(q * (len(x) - 1), np.arange(len(x)), np.sort(x))


@also_right("d08-quantile")
def quantile(x, q):
    ordered = sorted(x.tolist())
    place = q * (len(ordered) - 1)
    below, above = ordered[math.floor(place)], ordered[math.ceil(place)]
    return below + (place - math.floor(place)) * (above - below)


def _between(ordered, place):
    """The value at a place between two sorted numbers; the mistakes below share it."""
    k = min(max(math.floor(place), 0), len(ordered) - 1)
    f = min(max(place - k, 0.0), 1.0)
    return (1 - f) * ordered[k] + f * ordered[min(k + 1, len(ordered) - 1)]


@mistake("d08-quantile", "You took the numbers in the order in which they came. A quantile is a place in the sorted list.", caught_by="visible")
def quantile(x, q):
    return _between(x, q * (len(x) - 1))


@mistake("d08-quantile", "You went to the nearest place. When the place falls between two numbers, the quantile lies between them too.", caught_by="visible")
def quantile(x, q):
    return np.sort(x)[round(q * (len(x) - 1))]


@mistake("d08-quantile", "You rounded the place down and stayed there. The rest of the place says how far to walk to the next number.", caught_by="visible")
def quantile(x, q):
    return np.sort(x)[math.floor(q * (len(x) - 1))]


@mistake("d08-quantile", "You rounded the place up. The rest of the place says how far to walk to the next number; you always walk all the way.", caught_by="visible")
def quantile(x, q):
    return np.sort(x)[math.ceil(q * (len(x) - 1))]


@mistake("d08-quantile", "You used the place q times n. Counted from 0, the last place is n - 1, so your q = 0.5 lies half a place too far up.", caught_by="visible")
def quantile(x, q):
    return _between(np.sort(x), q * len(x))


@mistake("d08-quantile", "You exchanged the two weights. The nearer neighbor has to count more: a place of 1.2 is nearer to place 1 than to place 2.", caught_by="visible")
def quantile(x, q):
    ordered, place = np.sort(x), q * (len(x) - 1)
    k = math.floor(place)
    f = place - k
    return ordered[k] if f == 0 else f * ordered[k] + (1 - f) * ordered[k + 1]


@mistake("d08-quantile", "You took the point halfway between the two neighbors. That is right for the median of an even count; elsewhere the rest of the place decides.", caught_by="visible")
def quantile(x, q):
    ordered, place = np.sort(x), q * (len(x) - 1)
    return (ordered[math.floor(place)] + ordered[math.ceil(place)]) / 2


@mistake("d08-quantile", "You walked from the smallest to the largest number along a straight line. Only the two neighbors of the place matter; most of the list has no say in your answer.", caught_by="visible")
def quantile(x, q):
    return x.min() + q * (x.max() - x.min())


@mistake("d08-quantile", "At q = 1 you asked for the place after the last one. There is no next number to walk to, and nothing left to walk.", caught_by="visible")
def quantile(x, q):
    ordered, place = np.sort(x), q * (len(x) - 1)
    k = math.floor(place)
    return (1 - (place - k)) * ordered[k] + (place - k) * ordered[k + 1]


@mistake("d08-quantile", "You sorted from the largest down. Your answer belongs to 1 - q; only the median is the same from both ends.", caught_by="visible")
def quantile(x, q):
    return _between(np.sort(x)[::-1], q * (len(x) - 1))


@mistake("d08-quantile", "You read q as a percentage. Here it is a share from 0 to 1, so your place stays close to the smallest number.", caught_by="visible")
def quantile(x, q):
    return _between(np.sort(x), q / 100 * (len(x) - 1))


@mistake("d08-quantile", "You sorted the caller's own array. The quantile is right, but the numbers you were given have lost their order; np.sort makes a copy.", caught_by="hidden")
def quantile(x, q):
    x.sort()
    return _between(x, q * (len(x) - 1))


@mistake("d08-quantile", "You removed repeated numbers before sorting. A wait that happened three times counts three times.", caught_by="hidden")
def quantile(x, q):
    ordered = np.unique(x)
    return _between(ordered, q * (len(ordered) - 1))


@mistake("d08-quantile", "You used the place q(n + 1) - 1, which belongs to another of the nine definitions. It agrees with ours for the median only.", caught_by="visible")
def quantile(x, q):
    return _between(np.sort(x), q * (len(x) + 1) - 1)


@mistake("d08-quantile", "You exchanged the two weights: at a whole place, all of the weight goes to the number after it. The nearer neighbor has to count more.", caught_by="visible")
def quantile(x, q):
    ordered, place = np.sort(x), q * (len(x) - 1)
    k = math.floor(place)
    return (place - k) * ordered[k] + (1 - (place - k)) * ordered[min(k + 1, len(x) - 1)]


@mistake("d08-quantile", "Your two weights do not sum to 1. The first is 1 minus the rest, and the rest is all of u - k: it needs brackets of its own.", caught_by="visible")
def quantile(x, q):
    ordered, place = np.sort(x), q * (len(x) - 1)
    k = math.floor(place)
    return (1 - place - k) * ordered[k] + (place - k) * ordered[min(k + 1, len(x) - 1)]


@mistake("d08-quantile", "You used the place q n - 1. The 1 belongs to the count: the place is q times (n - 1), with brackets.", caught_by="visible")
def quantile(x, q):
    ordered, place = np.sort(x), q * len(x) - 1
    k = math.floor(place)
    return (1 - (place - k)) * ordered[k] + (place - k) * ordered[min(k + 1, len(x) - 1)]


@mistake("d08-quantile", "You took 1 minus a product. The first weight is 1 - f as a whole, so it needs brackets.", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    if k == len(x) - 1:
        return x[k]
    f = u - k
    return 1 - f * x[k] + f * x[k + 1]


@mistake("d08-quantile", "You used q itself as the weight. The weight is the rest of the place, what u has beyond its whole part k.", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    if k == len(x) - 1:
        return x[k]
    return (1 - q) * x[k] + q * x[k + 1]


@mistake("d08-quantile", "You used the whole place as the weight. Only its rest counts: take the whole part k away first.", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    if k == len(x) - 1:
        return x[k]
    return (1 - u) * x[k] + u * x[k + 1]


@mistake("d08-quantile", "You stand one place too low. Places are counted from 0, so place k of the sorted list is x[k].", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    f = u - k
    return (1 - f) * x[k - 1] + f * x[k]


@mistake("d08-quantile", "In a list of one number every q leads to the last place, also one below 1. Ask whether the place is the last one, not whether q is 1.", caught_by="hidden")
def quantile(x, q):
    x = np.sort(x)
    if q == 1:
        return x[-1]
    u = q * (len(x) - 1)
    k = math.floor(u)
    f = u - k
    return (1 - f) * x[k] + f * x[k + 1]


@mistake("d08-quantile", "At q = 1 you return 0. The quantile there is the largest number.", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    if k == len(x) - 1:
        return 0
    f = u - k
    return (1 - f) * x[k] + f * x[k + 1]


@mistake("d08-quantile", "At q = 1 you went back by one place and walked no step from there, so you return the number before the largest.", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    f = u - k
    if k == len(x) - 1:
        k = k - 1
    return (1 - f) * x[k] + f * x[k + 1]


@mistake("d08-quantile", "Your answer is the median whatever q says.", caught_by="visible")
def quantile(x, q):
    return np.median(x)


@mistake("d08-quantile", "You rounded the place q times n down and stayed there. The last place is n - 1, and between two places the quantile lies between two numbers.", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    return x[min(math.floor(q * len(x)), len(x) - 1)]


@mistake("d08-quantile", "You took all of the number at place k and added the share f of the next one. The first number gets the rest of the weight, 1 - f.", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    if k == len(x) - 1:
        return x[k]
    f = u - k
    return x[k] + f * x[k + 1]


@mistake("d08-quantile", "You multiplied powers of the two neighbors. The walk from one number to the next is a straight line: weigh them and add.", caught_by="visible")
def quantile(x, q):
    x = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    if k == len(x) - 1:
        return x[k]
    f = u - k
    return x[k] ** (1 - f) * x[k + 1] ** f


hints(
    "d08-quantile",
    "Sort a copy first. If the places are counted from 0, which place is the last, and which one belongs to q?",
    "The place q * (n - 1) has a whole part k and a rest f. The number at place k gets the weight 1 - f; which gets the weight f?",
    "At q = 1 there is no place k + 1. Use min(k + 1, len(x) - 1) for the following place: its weight is 0 there anyway.",
)
why(
    "d08-quantile",
    "The n sorted numbers are n - 1 steps apart, so q goes q * (n - 1) steps from the smallest. Between two places the line of day 5 fills in. At the last place the rest is 0, and any neighbor would do as long as it exists.",
)

# ---------------------------------------------------------------- d08-zscore


@also_right("d08-zscore")
def zscore(X, axis):
    table = np.array(X if axis == 0 else X.T, dtype=float)
    for k in range(table.shape[1]):
        column = table[:, k].copy()
        if column.min() == column.max():
            table[:, k] = 0
        else:
            table[:, k] = (column - column.mean()) / column.std(ddof=0)
    return table if axis == 0 else table.T


@also_right("d08-zscore")
def zscore(X, axis):
    first = np.take(X, [0], axis=axis)
    away = X - first  # exact zeros where nothing changes
    away = away - away.mean(axis=axis, keepdims=True)
    spread = np.sqrt((away**2).mean(axis=axis, keepdims=True))
    return np.divide(away, spread, out=np.zeros(X.shape), where=spread > 0)


def _z(X, axis, ddof=0, power=1, extra=0.0, flat=None):
    """The reference with one thing changed; the mistakes below share it."""
    spread = X.std(axis=axis, ddof=ddof, keepdims=True) ** power + extra
    if flat is None:
        flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(flat, 0.0, (X - X.mean(axis=axis, keepdims=True)) / spread)


@mistake("d08-zscore", "You divided by the standard deviation of every column, also where it is 0. There 0 / 0 gives nan, which spreads through everything that is computed afterward.", caught_by="visible")
def zscore(X, axis):
    return _z(X, axis, flat=False)


@mistake("d08-zscore", "You exchanged the directions. axis=0 runs down each column, so that there is one mean per column.", caught_by="visible")
def zscore(X, axis):
    return _z(X, 1 - axis)


@mistake("d08-zscore", "You used the divisor n - 1. Z-scores describe the numbers at hand, with ddof=0; yours are a little too small.", caught_by="visible")
def zscore(X, axis):
    return _z(X, axis, ddof=1)


@mistake("d08-zscore", "You divided by the variance. Its unit is squared, so the units do not cancel; the standard deviation is its root.", caught_by="visible")
def zscore(X, axis):
    return _z(X, axis, power=2)


@mistake("d08-zscore", "You used one mean and one standard deviation for the whole table. Each column (or row) is a kind of its own and needs its own two numbers.", caught_by="visible")
def zscore(X, axis):
    return (X - X.mean()) / X.std(ddof=0)


@mistake("d08-zscore", "You subtracted the mean and did not divide. The numbers are centered, but they still have their unit.", caught_by="visible")
def zscore(X, axis):
    return X - X.mean(axis=axis, keepdims=True)


@mistake("d08-zscore", "You divided and did not subtract the mean first. Then 0 means nothing in particular; a z-score measures from the mean.", caught_by="visible")
def zscore(X, axis):
    spread = X.std(axis=axis, ddof=0, keepdims=True)
    return X / np.where(spread == 0, 1.0, spread)


@mistake("d08-zscore", "You worked down the columns whatever axis says.", caught_by="visible")
def zscore(X, axis):
    return _z(X, 0)


@mistake("d08-zscore", "You gave a column that never changes the z-score 1. Each of its numbers lies exactly at the mean, so its distance from the mean is 0.", caught_by="visible")
def zscore(X, axis):
    z = _z(X, axis, flat=False)
    return np.where(np.isnan(z), 1.0, z)


@mistake(
    "d08-zscore",
    "For seven times 0.1 the standard deviation comes out as 1.4e-17 in float64 and not as 0, so you divide one rounding error by another and get 1 or -1. Ask the numbers themselves whether they are equal.",
    caught_by="hidden",
)
def zscore(X, axis):
    spread = X.std(axis=axis, ddof=0, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(spread == 0, 0.0, (X - X.mean(axis=axis, keepdims=True)) / spread)


@mistake(
    "d08-zscore",
    "You added a small number to the standard deviation, so that nothing is ever divided by 0. LayerNorm does something like it. But for numbers measured in a tiny unit your small number is not small, and the z-scores shrink.",
    caught_by="hidden",
)
def zscore(X, axis):
    return _z(X, axis, extra=1e-8, flat=False)


@mistake(
    "d08-zscore",
    "You treat every small standard deviation as 0. A column in a tiny unit has small deviations and perfectly good z-scores; what counts is whether the numbers are equal.",
    caught_by="hidden",
)
def zscore(X, axis):
    return _z(X, axis, flat=np.isclose(X.std(axis=axis, ddof=0, keepdims=True), 0))


@mistake("d08-zscore", "You wrote the z-scores over the caller's table. The answer is right, but the numbers you were given are gone.", caught_by="hidden")
def zscore(X, axis):
    X[...] = _z(X, axis)
    return X


@mistake("d08-zscore", "You dropped the sign of the deviations. A z-score says on which side of the mean a number lies, too.", caught_by="visible")
def zscore(X, axis):
    return np.abs(_z(X, axis))


@mistake("d08-zscore", "Down the columns your shapes happen to fit; along the rows the means lie in the wrong direction, and numpy stops. keepdims=True keeps one mean beside each row.", caught_by="visible")
def zscore(X, axis):
    spread = X.std(axis=axis, ddof=0)
    flat = X.max(axis=axis) == X.min(axis=axis)
    return np.where(flat, 0.0, (X - X.mean(axis=axis)) / np.where(flat, 1.0, spread))


@mistake("d08-zscore", "You divided the mean by the standard deviation and took that away. The whole deviation is divided, so it needs brackets.", caught_by="visible")
def zscore(X, axis):
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return X - X.mean(axis=axis, keepdims=True) / np.where(flat, 1.0, X.std(axis=axis, ddof=0, keepdims=True))


@mistake("d08-zscore", "For seven times 0.1 the standard deviation comes out as 1.4e-17 in float64 and not as 0, so you divide one rounding error by another and get 1 or -1. Ask the numbers themselves whether they are equal.", caught_by="hidden")
def zscore(X, axis):
    rows = X.T if axis == 0 else X
    out = np.array([(row - row.mean()) / (row.std(ddof=0) or 1.0) for row in rows])
    return out.T if axis == 0 else out


@mistake("d08-zscore", "With axis=0 your rows and columns come back exchanged: one row for each column. Turn the table back at the end.", caught_by="visible")
def zscore(X, axis):
    return np.array([(row - row.mean()) / (row.std(ddof=0) or 1.0) for row in (X.T if axis == 0 else X)])


@mistake("d08-zscore", "You treat every small standard deviation as 0. A column in a tiny unit has small deviations and perfectly good z-scores; what counts is whether the numbers are equal.", caught_by="hidden")
def zscore(X, axis):
    s = X.std(axis=axis, keepdims=True, ddof=0)
    return (X - X.mean(axis=axis, keepdims=True)) / np.where(s < 1e-5, 1.0, s)


@mistake("d08-zscore", "You treat every small standard deviation as 0. A column in a tiny unit has small deviations and perfectly good z-scores; what counts is whether the numbers are equal.", caught_by="hidden")
def zscore(X, axis):
    s = X.std(axis=axis, keepdims=True, ddof=0)
    return np.where(s < 1e-9, 0.0, (X - X.mean(axis=axis, keepdims=True)) / np.where(s < 1e-9, 1.0, s))


@mistake("d08-zscore", "You ask whether the largest and the smallest number are nearly equal. In a tiny unit all numbers are nearly equal, and far from 0 as well; ask whether they are equal.", caught_by="hidden")
def zscore(X, axis):
    s = X.std(axis=axis, keepdims=True, ddof=0)
    flat = np.isclose(X.max(axis=axis, keepdims=True), X.min(axis=axis, keepdims=True))
    return (X - X.mean(axis=axis, keepdims=True)) / np.where(flat, 1.0, s)


@mistake("d08-zscore", "You added a small number to the variance, as GPT-2 does. That makes every z-score a little too small; a column that never changes needs another way out.", caught_by="visible")
def zscore(X, axis):
    return (X - X.mean(axis=axis, keepdims=True)) / np.sqrt(X.var(axis=axis, keepdims=True, ddof=0) + 1e-5)


@mistake("d08-zscore", "You added a small number to the standard deviation, so that nothing is ever divided by 0. LayerNorm does something like it. But for numbers measured in a tiny unit your small number is not small, and the z-scores shrink.", caught_by="hidden")
def zscore(X, axis):
    return (X - X.mean(axis=axis, keepdims=True)) / (X.std(axis=axis, keepdims=True, ddof=0) + 1e-9)


@mistake("d08-zscore", "You worked along the rows whatever axis says.", caught_by="visible")
def zscore(X, axis):
    s = X.std(axis=1, keepdims=True, ddof=0)
    flat = X.max(axis=1, keepdims=True) == X.min(axis=1, keepdims=True)
    return (X - X.mean(axis=1, keepdims=True)) / np.where(flat, 1.0, s)


@mistake("d08-zscore", "You subtracted the mean of the whole table. Each column (or row) has a mean of its own.", caught_by="visible")
def zscore(X, axis):
    s = X.std(axis=axis, keepdims=True, ddof=0)
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return (X - X.mean()) / np.where(flat, 1.0, s)


@mistake("d08-zscore", "You divided by the standard deviation of the whole table. Each column (or row) has one of its own.", caught_by="visible")
def zscore(X, axis):
    m = X.mean(axis=axis, keepdims=True)
    return (X - m) / X.std(ddof=0)


@mistake("d08-zscore", "You measured from the median. A z-score measures from the mean; the two differ wherever the numbers are not balanced.", caught_by="hidden")
def zscore(X, axis):
    m = np.median(X, axis=axis, keepdims=True)
    s = X.std(axis=axis, keepdims=True, ddof=0)
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return (X - m) / np.where(flat, 1.0, s)


@mistake("d08-zscore", "You changed the caller's own table: the numbers you were given are gone. Build a new array.", caught_by="hidden")
def zscore(X, axis):
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    X -= X.mean(axis=axis, keepdims=True)
    X /= np.where(flat, 1.0, X.std(axis=axis, keepdims=True, ddof=0))
    return X


@mistake("d08-zscore", "You gave 0 to the columns that change and divided in those that do not. np.where takes its first value where the condition holds.", caught_by="visible")
def zscore(X, axis):
    s = X.std(axis=axis, keepdims=True, ddof=0)
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return np.where(flat, (X - X.mean(axis=axis, keepdims=True)) / s, 0.0)


@mistake("d08-zscore", "You gave a column that never changes the z-score 1. Each of its numbers lies exactly at the mean, so its distance from the mean is 0.", caught_by="visible")
def zscore(X, axis):
    s = X.std(axis=axis, keepdims=True, ddof=0)
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return np.where(flat, 1.0, (X - X.mean(axis=axis, keepdims=True)) / np.where(flat, 1.0, s))


@mistake("d08-zscore", "You measured from the smallest number in units of the range, so every column runs from 0 to 1. A z-score measures from the mean, in standard deviations.", caught_by="visible")
def zscore(X, axis):
    lo, hi = X.min(axis=axis, keepdims=True), X.max(axis=axis, keepdims=True)
    return np.where(hi == lo, 0.0, (X - lo) / np.where(hi == lo, 1.0, hi - lo))


@mistake("d08-zscore", "You divided by the mean of the distances without their signs. The standard deviation is another measure of spread: the root of the mean squared deviation.", caught_by="hidden")
def zscore(X, axis):
    d = X - X.mean(axis=axis, keepdims=True)
    s = abs(d).mean(axis=axis, keepdims=True)
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return d / np.where(flat, 1.0, s)


@mistake("d08-zscore", "You rounded the z-scores. Return all digits.", caught_by="hidden")
def zscore(X, axis):
    s = X.std(axis=axis, keepdims=True, ddof=0)
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return np.round((X - X.mean(axis=axis, keepdims=True)) / np.where(flat, 1.0, s), 4)


@mistake("d08-zscore", "You divided by the root of the summed squares. Before the root is taken, the sum has to be divided by the count.", caught_by="visible")
def zscore(X, axis):
    d = X - X.mean(axis=axis, keepdims=True)
    s = ((d**2).sum(axis=axis, keepdims=True)) ** 0.5
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return d / np.where(flat, 1.0, s)


@mistake("d08-zscore", "Your standard deviation comes from the mean of the squares minus the square of the mean. For numbers far from 0 both are huge, and their difference has lost its digits. Subtract the mean first, then square.", caught_by="hidden")
def zscore(X, axis):
    m = X.mean(axis=axis, keepdims=True)
    s = np.sqrt(np.maximum((X**2).mean(axis=axis, keepdims=True) - m**2, 0))
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    return (X - m) / np.where(flat, 1.0, s)


hints(
    "d08-zscore",
    "Mean and standard deviation per column: which argument of X.mean and X.std gives one per column, and which makes them fit the table again?",
    "Without the special case it is one line: deviations divided by X.std(axis=axis, ddof=0, keepdims=True). A column that never changes has its largest number equal to its smallest.",
    "flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True). Where flat holds, divide by 1: the deviations there are 0 anyway.",
)
why(
    "d08-zscore",
    "keepdims=True leaves one number per column (or row) in a shape that fits the table. Comparing largest and smallest asks the stored numbers themselves, which no rounding has touched, so the answer depends neither on the unit nor on a hair.",
)

# ---------------------------------------------------------------- d08-welford


@also_right("d08-welford")
def welford(stream):
    n, shift, total, squares = 0, 0.0, 0.0, 0.0
    for x in stream:
        if n == 0:
            shift = float(x)
        n += 1
        total += x - shift
        squares += (x - shift) ** 2
    return shift + total / n, (squares - total**2 / n) / (n - 1) if n > 1 else math.nan


@also_right("d08-welford")
def welford(stream):
    n, mean, variance = 0, 0.0, math.nan
    for x in stream:
        n += 1
        away = x - mean
        mean += away / n
        if n == 2:
            variance = away**2 / 2
        elif n > 2:
            variance += away**2 / n - variance / (n - 1)
    return mean, variance


def _stream(stream, mean_step=lambda mean, x, n: mean + (x - mean) / n, product=lambda x, old, new: (x - old) * (x - new), ddof=1, single=math.nan):
    """The reference with one thing changed; the mistakes below share it."""
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old, mean = mean, mean_step(mean, x, n)
        total += product(x, old, mean)
    return mean, total / (n - ddof) if n > 1 else single


@mistake("d08-welford", "You used the deviation from the old mean twice. The square is then too large, since half of the product belongs to the new mean.", caught_by="visible")
def welford(stream):
    return _stream(stream, product=lambda x, old, new: (x - old) ** 2)


@mistake("d08-welford", "You moved the mean first and then used the new one twice. The old mean has to be saved before it moves, or its deviation is lost.", caught_by="visible")
def welford(stream):
    return _stream(stream, product=lambda x, old, new: (x - new) ** 2)


@mistake("d08-welford", "You divided by n in the end. The variance with ddof=1 has the divisor n - 1.", caught_by="visible")
def welford(stream):
    return _stream(stream, ddof=0)


@mistake("d08-welford", "You moved the mean halfway to every newcomer. The third number is one of three and moves the mean by a third of its deviation.", caught_by="visible")
def welford(stream):
    return _stream(stream, mean_step=lambda mean, x, n: x if n == 1 else (mean + x) / 2)


@mistake("d08-welford", "You kept the running sum and forgot to divide it by the count, so your deviations are measured from a sum instead of a mean.", caught_by="visible")
def welford(stream):
    return _stream(stream, mean_step=lambda mean, x, n: mean + x)


@mistake("d08-welford", "You gave a single number the variance 0. Zero would be a statement, that there is no spread; one number alone allows no statement, and that is what nan says.", caught_by="visible")
def welford(stream):
    return _stream(stream, single=0.0)


@mistake("d08-welford", "For a single number you divided by n - 1 = 0, and Python stopped. This case needs an answer of its own.", caught_by="visible")
def welford(stream):
    mean, total = _stream(stream, ddof=1, single=None)
    return mean, total if total is not None else 0.0 / int(0)


@mistake("d08-welford", "You returned the standard deviation. The variance is its square.", caught_by="visible")
def welford(stream):
    mean, variance = _stream(stream)
    return mean, math.sqrt(variance)


@mistake("d08-welford", "You returned the sum of squared deviations itself. The last step, a division, is missing.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean += (x - mean) / n
        total += (x - old) * (x - mean)
    return mean, total if n > 1 else math.nan


@mistake("d08-welford", "You replaced the sum by its newest part instead of adding to it, so only the last number is remembered.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean += (x - mean) / n
        total = (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan


@mistake(
    "d08-welford",
    "You kept the sum of the numbers and the sum of their squares. It is one pass, but for numbers around a billion the two large terms cancel and take all digits with them.",
    caught_by="hidden",
)
def welford(stream):
    n, total, squares = 0, 0.0, 0.0
    for x in stream:
        n += 1
        total += x
        squares += float(x) ** 2
    return total / n, (squares - total**2 / n) / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "A stream need not have a length, nor places to point at. Take the numbers as they come, in one loop, and count them.", caught_by="visible")
def welford(stream):
    n = len(stream)
    return _stream(stream) if n > 0 else (math.nan, math.nan)


@mistake("d08-welford", "You looped over the stream twice, once for the mean and once for the deviations. A stream flows by once: in the second loop nothing is left, and the sum of squares stays 0.", caught_by="visible")
def welford(stream):
    n, total = 0, 0.0
    for x in stream:
        n, total = n + 1, total + x
    mean = total / n
    squares = sum((x - mean) ** 2 for x in stream)
    return mean, squares / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "You returned the variance with ddof=1 only from the third number on. Two numbers are enough: their variance is half of their squared distance.", caught_by="hidden")
def welford(stream):
    first, again = tee(stream)
    mean, variance = _stream(first)
    return mean, variance if sum(1 for _ in again) > 2 else math.nan


@mistake("d08-welford", "You counted from 1, as if one number had been seen before the stream began. Every step of the mean is too short.", caught_by="visible")
def welford(stream):
    return _stream(stream, mean_step=lambda mean, x, n: mean + (x - mean) / (n + 1))


@mistake("d08-welford", "Your answer is that of the first number alone: it is handed back before the others have come.", caught_by="visible")
def welford(stream):
    for x in stream:
        return float(x), math.nan


@mistake("d08-welford", "You counted from 1, as if one number had been seen before the stream began: every step of the mean is too short, and the divisor too large.", caught_by="visible")
def welford(stream):
    n, mean, total = 1, 0.0, 0.0
    for x in stream:
        n += 1
        before = mean
        mean = before + (x - before) / n
        total = total + (x - before) * (x - mean)
    return mean, total / (n - 1)


@mistake("d08-welford", "You divided the old mean by n, not the deviation. The mean moves by an n-th of x minus the old mean, which needs brackets.", caught_by="visible")
def welford(stream):
    return _stream(stream, mean_step=lambda mean, x, n: mean + x - mean / n)


@mistake("d08-welford", "For a single number you returned None as the variance. math.nan is asked for, a float.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else None


@mistake("d08-welford", "For a single number you returned text. math.nan is a float and stands without quotation marks.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else 'nan'


@mistake("d08-welford", "You gave a single number no mean. Its mean is the number itself; only the variance is nan.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
    if n == 1:
        return math.nan, math.nan
    return mean, total / (n - 1)


@mistake("d08-welford", "A stream need not have a length, nor places to point at. Take the numbers as they come, in one loop, and count them.", caught_by="visible")
def welford(stream):
    mean, total = 0.0, 0.0
    for x in stream:
        old = mean
        mean = old + (x - old) / len(stream)
        total += (x - old) * (x - mean)
    return mean, total / (len(stream) - 1)


@mistake("d08-welford", "You divided by n in the end, and so a single number gets the variance 0. The divisor is n - 1, and one number gets nan.", caught_by="visible")
def welford(stream):
    n, mean, total = 1, 0.0, 0.0
    for x in stream:
        old = mean
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
        n += 1
    return mean, total / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "You returned the sum of squared deviations itself. The last step, a division, is missing.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
    return mean, total


@mistake("d08-welford", "You moved the mean by an n-th of the newcomer itself. It moves by an n-th of the newcomer's deviation from the old mean.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean = old + x / n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "Your mean moves away from each newcomer. Add the n-th part of the deviation x minus old mean.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean = old - (x - old) / n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "Your answer is that of the last number alone: with every number the counting starts anew. The three values start once, before the loop, and n grows by one with each number.", caught_by="visible")
def welford(stream):
    for x in stream:
        n, mean, total = 0, 0.0, 0.0
        n += 1
        old = mean
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "Your old mean is 0 for every number. Before the next number comes, the new mean has to become the old one.", caught_by="visible")
def welford(stream):
    n, old, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "You moved the mean halfway to every newcomer. The third number is one of three and moves the mean by a third of its deviation.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean = (old + x) / 2
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "You gave equal numbers the variance nan. Their variance is 0; only a single number has none, so ask the count and not the sum.", caught_by="hidden")
def welford(stream):
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        old = mean
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if total > 0 else math.nan


@mistake("d08-welford", "Your mean moves by whole steps only: what comes after the point is cut off. Divide with /.", caught_by="visible")
def welford(stream):
    n, mean, total = 0, 0, 0
    for x in stream:
        n += 1
        old = mean
        mean = old + (x - old) // n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan


@mistake("d08-welford", "Your first number leaves no trace: the second one moves the mean all the way. When the second comes, one number has been counted already.", caught_by="visible")
def welford(stream):
    it = iter(stream)
    mean = next(it)
    n, total = 0, 0.0
    for x in it:
        n += 1
        old = mean
        mean = old + (x - old) / n
        total += (x - old) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan


hints(
    "d08-welford",
    "Three values travel along: how many numbers came by, their mean, and the sum of squared deviations. All three start at 0.",
    "For each x: count it, save the old mean, move the mean by (x - mean) / n, then add (x - old mean) * (x - new mean) to the sum.",
    "After the loop divide the sum by n - 1, but only if n > 1; otherwise the variance is math.nan.",
)
why(
    "d08-welford",
    "Every product is made of deviations, which are small however far the numbers lie from 0, so nothing large cancels. For the first number old mean 0 does no harm: the new mean is the number itself, and the second factor is 0.",
)

# ---------------------------------------------------------------- changes that are no mistakes

equivalent(
    "d08-mean_var",
    "return mean, ((x - mean) ** 2).sum() / (len(x) - ddof) → return mean, (((mean) - (x)) ** 2).sum() / (len(x) - ddof)",
    "A deviation is squared, so its sign does not matter.",
)
equivalent(
    "d08-zscore",
    "flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True) → flat = X.max(axis=axis, keepdims=True) <= X.min(axis=axis, keepdims=True)",
    "The largest number is never below the smallest.",
)
equivalent(
    "d08-welford",
    "return mean, total / (n - 1) if n > 1 else math.nan → return mean, total / (n - 1) if n != 1 else math.nan",
    "A stream holds at least one number, so n is never 0.",
)
equivalent(
    "d08-zscore",
    "spread = np.where(flat, 1.0, X.std(axis=axis, ddof=0, keepdims=True)) → spread = np.where(flat, 2.0, X.std(axis=axis, ddof=0, keepdims=True))",
    "The deviations of a column that never changes are 0 up to rounding; any ordinary divisor leaves them so.",
)
