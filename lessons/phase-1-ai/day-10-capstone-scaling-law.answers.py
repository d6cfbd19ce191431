import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d10-review


@also_right("d10-review")
def review_10(log2_u, log10_v):
    return (log2_u / math.log10(math.e) * math.log10(2)) + log10_v / math.log10(math.e)


@mistake("d10-review", "You added the two logarithms as they are. One counts factors of 2, the other factors of 10; give both the same ruler first.", caught_by="visible")
def review_10(log2_u, log10_v):
    return log2_u + log10_v


@mistake("d10-review", "You multiplied the logarithms. When numbers are multiplied, their logarithms add.", caught_by="visible")
def review_10(log2_u, log10_v):
    return log2_u * np.log(2) * log10_v * np.log(10)


@mistake("d10-review", "You divided by log 2 and log 10. That leads from the natural logarithm to the other bases; you need the way back.", caught_by="visible")
def review_10(log2_u, log10_v):
    return log2_u / np.log(2) + log10_v / np.log(10)


@mistake("d10-review", "You exchanged the two bases. The first logarithm counts factors of 2, the second factors of 10.", caught_by="visible")
def review_10(log2_u, log10_v):
    return log2_u * np.log(10) + log10_v * np.log(2)


@mistake("d10-review", "You returned the logarithm of the sum u + v. The logarithms of a product add; of a sum there is no such formula.", caught_by="visible")
def review_10(log2_u, log10_v):
    with np.errstate(all="ignore"):
        return np.log(np.power(2.0, log2_u) + np.power(10.0, log10_v))


@mistake("d10-review", "You formed the two numbers first. A base-10 logarithm of 9000 belongs to a number far beyond float64; stay with the logarithms.", caught_by="hidden")
def review_10(log2_u, log10_v):
    with np.errstate(all="ignore"):
        return np.log(np.power(2.0, log2_u) * np.power(10.0, log10_v))


@mistake("d10-review", "You formed the two numbers first. A base-10 logarithm of 9000 belongs to a number far beyond float64; stay with the logarithms.", caught_by="hidden")
def review_10(log2_u, log10_v):
    return np.log(2.0**log2_u * 10.0**log10_v)


@mistake("d10-review", "You formed the two numbers first. A base-10 logarithm of 9000 belongs to a number far beyond float64; stay with the logarithms.", caught_by="hidden")
def review_10(log2_u, log10_v):
    return np.log(2.0**log2_u) + np.log(10.0**log10_v)


@mistake("d10-review", "You formed the two numbers first. A base-10 logarithm of 9000 belongs to a number far beyond float64; stay with the logarithms.", caught_by="hidden")
def review_10(log2_u, log10_v):
    return math.log(2**log2_u * 10**log10_v)


@mistake("d10-review", "You returned the logarithm of the sum u + v. The logarithms of a product add; of a sum there is no such formula.", caught_by="visible")
def review_10(log2_u, log10_v):
    return np.logaddexp(log2_u * np.log(2), log10_v * np.log(10))


@mistake("d10-review", "You took a logarithm of what is a logarithm already. 3 is the exponent of 8, not the number 8.", caught_by="visible")
def review_10(log2_u, log10_v):
    with np.errstate(all="ignore"):
        return np.log2(log2_u) + np.log10(log10_v)


@mistake("d10-review", "You took a logarithm of what is a logarithm already. 3 is the exponent of 8, not the number 8.", caught_by="visible")
def review_10(log2_u, log10_v):
    with np.errstate(all="ignore"):
        return np.log(log2_u) + np.log(log10_v)


@mistake("d10-review", "You multiplied a logarithm by its base and took a logarithm again. From log2 u = k follows u = 2**k, not 2k.", caught_by="visible")
def review_10(log2_u, log10_v):
    with np.errstate(all="ignore"):
        return np.log(2 * log2_u) + np.log(10 * log10_v)


@mistake("d10-review", "You brought one of the two logarithms to base e and left the other in its own base. Both need it.", caught_by="visible")
def review_10(log2_u, log10_v):
    return log2_u * np.log(2) + log10_v


@mistake("d10-review", "You brought one of the two logarithms to base e and left the other in its own base. Both need it.", caught_by="visible")
def review_10(log2_u, log10_v):
    return log2_u + log10_v * np.log(10)


@mistake("d10-review", "You used one base for both logarithms. The first counts factors of 2, the second factors of 10.", caught_by="visible")
def review_10(log2_u, log10_v):
    return (log2_u + log10_v) * np.log(2)


@mistake("d10-review", "You used one base for both logarithms. The first counts factors of 2, the second factors of 10.", caught_by="visible")
def review_10(log2_u, log10_v):
    return (log2_u + log10_v) * np.log(10)


@mistake("d10-review", "You subtracted the second logarithm. That belongs to the quotient u/v; a product adds.", caught_by="visible")
def review_10(log2_u, log10_v):
    return log2_u * np.log(2) - log10_v * np.log(10)


@mistake("d10-review", "You returned the product itself. Its natural logarithm is asked for, and the product may not fit into a float.", caught_by="visible")
def review_10(log2_u, log10_v):
    return 2**log2_u * 10**log10_v


@mistake("d10-review", "Your result is rounded to a few decimals. Return all the digits there are.", caught_by="visible")
def review_10(log2_u, log10_v):
    return round(log2_u * np.log(2) + log10_v * np.log(10), 4)


@mistake("d10-review", "Your two factors are near log 2 and log 10, and cut off after a few decimals. np.log gives them in full.", caught_by="visible")
def review_10(log2_u, log10_v):
    return 0.693 * log2_u + 2.303 * log10_v


@mistake("d10-review", "You multiplied one logarithm by the logarithm of its base and divided the other. Both come to base e by multiplying.", caught_by="visible")
def review_10(log2_u, log10_v):
    return log2_u * np.log(2) + log10_v / np.log(10)


@mistake("d10-review", "You raised e to the given logarithms. They are exponents of 2 and of 10.", caught_by="visible")
def review_10(log2_u, log10_v):
    return np.exp(log2_u) + np.exp(log10_v)


@mistake("d10-review", "You took a logarithm of what is a logarithm already. 3 is the exponent of 8, not the number 8.", caught_by="visible")
def review_10(log2_u, log10_v):
    with np.errstate(all="ignore"):
        return np.log(log2_u * log10_v)


hints(
    "d10-review",
    "The logarithm of a product is a sum, as soon as both logarithms have the same base.",
    "From u = 2**k follows log u = k log 2. What is log v?",
    "Each given logarithm times the natural logarithm of its own base; then add.",
)
why("d10-review", "u = 2**k makes log u = k log 2, and v = 10**j makes log v = j log 10. Their sum is log(uv), and no large number is ever formed.")

# ---------------------------------------------------------------- d10-predict_loss


@also_right("d10-predict_loss")
def predict_loss(N, a, b, c):
    return np.exp(np.log(a) - b * np.log(N)) + c


@mistake("d10-predict_loss", "Your exponent is positive, so larger models get larger losses. The formula carries a minus sign in front of b.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * N**b + c


@mistake("d10-predict_loss", "You left the floor out. Your losses sink toward 0, and the law levels off at c.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * N**-b


@mistake("d10-predict_loss", "You multiplied by the floor. It is a part of the loss that is added, whatever the size.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * N**-b * c


@mistake("d10-predict_loss", "You put the floor inside, so it is multiplied by the scale a. It stands alone, after the power.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * (N**-b + c)


@mistake("d10-predict_loss", "You raised a to the power together with N. Only N carries the exponent.", caught_by="visible")
def predict_loss(N, a, b, c):
    return (a * N) ** -b + c


@mistake("d10-predict_loss", "You used exp(-bN), a decay by a constant factor per parameter. A power law has N in the base and b in the exponent.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * np.exp(-b * N) + c


@mistake("d10-predict_loss", "You subtracted the floor. It is what remains at the largest sizes, so it is added.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * N**-b - c


@mistake("d10-predict_loss", "You took the root of N, whatever b is. That fits b = 0.5 only.", caught_by="hidden")
def predict_loss(N, a, b, c):
    return a / np.sqrt(N) + c


@mistake("d10-predict_loss", "You wrote the losses over the caller's sizes. The values are right, but the sizes are gone.", caught_by="hidden")
def predict_loss(N, a, b, c):
    if np.ndim(N) and N.dtype == float:
        N[:] = a * N**-b + c
        return N
    return a * N**-b + c


@mistake("d10-predict_loss", "You put the floor into the exponent. Only -b stands there; c is added after the power.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * N ** (-b + c)


@mistake("d10-predict_loss", "You multiplied by -b. b is an exponent: N is raised to the power -b.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * N * -b + c


@mistake("d10-predict_loss", "You divided by N times b. b is an exponent: N is raised to the power -b.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a / (N * b) + c


@mistake("d10-predict_loss", "You raised b to the power N. That is an exponential; in a power law N is the base and -b the exponent.", caught_by="visible")
def predict_loss(N, a, b, c):
    with np.errstate(all="ignore"):
        return a * b**N + c


@mistake("d10-predict_loss", "You raised -b to the power N. In a power law N is the base and -b the exponent.", caught_by="visible")
def predict_loss(N, a, b, c):
    with np.errstate(all="ignore"):
        return a * (-b) ** N + c


@mistake("d10-predict_loss", "You left out the scale a. It multiplies the power.", caught_by="visible")
def predict_loss(N, a, b, c):
    return N**-b + c


@mistake("d10-predict_loss", "You took the larger of the two parts. The law adds them.", caught_by="visible")
def predict_loss(N, a, b, c):
    return np.maximum(a * N**-b, c)


@mistake("d10-predict_loss", "You wrote in the numbers of the page's own law, 100, 0.3 and 1.5. The function is given a, b and c.", caught_by="visible")
def predict_loss(N, a, b, c):
    return 100 * N**-0.3 + 1.5


@mistake("d10-predict_loss", "You return the loss of the first size only, and a single number has no first entry. The formula takes N as a whole.", caught_by="visible")
def predict_loss(N, a, b, c):
    for n in N:
        return a * n**-b + c


@mistake("d10-predict_loss", "You walk through the sizes one by one, and a single number cannot be walked through. The formula takes N as a whole.", caught_by="hidden")
def predict_loss(N, a, b, c):
    out = []
    for n in N:
        out.append(a * n**-b + c)
    return np.array(out)


@mistake("d10-predict_loss", "You walk through the sizes one by one, and a single number cannot be walked through. The formula takes N as a whole.", caught_by="hidden")
def predict_loss(N, a, b, c):
    out = np.zeros_like(np.asarray(N))
    for i in range(len(N)):
        out[i] = a * N[i] ** -b + c
    return out


@mistake("d10-predict_loss", "For a single size you return a row with one loss in it. A number in, a number out.", caught_by="hidden")
def predict_loss(N, a, b, c):
    return [a * float(n) ** -b + c for n in np.atleast_1d(N)]


@mistake("d10-predict_loss", "Your function takes single sizes only: an array of two sizes makes it stop. numpy's own power works for both.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * float(N) ** -b + c


@mistake("d10-predict_loss", "You compute inside the caller's array: the sizes are gone, and an array of whole numbers has no room for losses.", caught_by="hidden")
def predict_loss(N, a, b, c):
    N **= -b
    N *= a
    N += c
    return N


@mistake("d10-predict_loss", "Your losses are rounded. Return all the digits there are.", caught_by="hidden")
def predict_loss(N, a, b, c):
    return np.round(a * N**-b + c, 4)


@mistake("d10-predict_loss", "Your exponent is 1 - b. It is minus b alone.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * N ** (1 - b) + c


@mistake("d10-predict_loss", "Your exponent is -1/b. It is minus b itself.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * N ** (-1 / b) + c


@mistake("d10-predict_loss", "You exchanged the scale and the floor. a multiplies the power, c is added.", caught_by="visible")
def predict_loss(N, a, b, c):
    return c * N**-b + a


@mistake("d10-predict_loss", "You exchanged a and b. a multiplies the power, b is the exponent.", caught_by="visible")
def predict_loss(N, a, b, c):
    return b * N**-a + c


@mistake("d10-predict_loss", "You took the power of log N. The law takes the power of N itself.", caught_by="visible")
def predict_loss(N, a, b, c):
    return a * np.log(N) ** -b + c


@mistake("d10-predict_loss", "You returned log a - b log N with the floor added. That line gives the logarithm of the power, not the power.", caught_by="visible")
def predict_loss(N, a, b, c):
    return np.log(a) - b * np.log(N) + c


@mistake("d10-predict_loss", "You let the floor shrink together with the scale. Only a multiplies the power.", caught_by="visible")
def predict_loss(N, a, b, c):
    return (a + c) * N**-b


hints(
    "d10-predict_loss",
    "Which part of the loss shrinks with the size, and which part does not know the size?",
    "The power is N to the exponent minus b. What multiplies it, and what is added in the end?",
    "a * N**-b is the part above the floor; numpy does it for all sizes at once. Add c.",
)
why("d10-predict_loss", "The part above the floor is a plain power law, a * N**-b. The floor is added last, outside of the power and of the scale.")

# ---------------------------------------------------------------- d10-fit_power


@also_right("d10-fit_power")
def fit_power(N, L):
    slope, intercept = fit_line(np.log10(N), np.log10(L))
    return 10**intercept, -slope


@also_right("d10-fit_power")
def fit_power(N, L):
    slope, intercept = np.polyfit(np.log(np.asarray(N, dtype=float)), np.log(np.asarray(L, dtype=float)), 1)
    return math.exp(intercept), -slope


@mistake("d10-fit_power", "You returned the slope of the line itself. It is negative, and the formula carries the minus sign already, so b is minus the slope.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return np.exp(intercept), slope


@mistake("d10-fit_power", "You returned the intercept, which is log a. The way back from the logarithm is missing.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return intercept, -slope


@mistake("d10-fit_power", "You fitted the line to the numbers themselves. A power law is a line only after both columns have become logarithms.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(N, L)
    return intercept, -slope


@mistake("d10-fit_power", "You took logarithms to base 10 and came back with base e. The exponent does not care about the base, but the scale does.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log10(N), np.log10(L))
    return np.exp(intercept), -slope


@mistake("d10-fit_power", "You took the logarithm of the loss only. That line belongs to an exponential; a power law needs the logarithm of the size too.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.asarray(N, dtype=float), np.log(L))
    return np.exp(intercept), -slope


@mistake("d10-fit_power", "You fitted the size as a function of the loss. The line predicts log L from log N, so log N is the first column.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(L), np.log(N))
    return np.exp(intercept), -slope


@mistake("d10-fit_power", "You returned b first and a second. The order is scale, then exponent.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return -slope, np.exp(intercept)


@mistake(
    "d10-fit_power",
    "You laid the line through the first and the last point. That is exact for exact data; with noise, all points have a say, and the ends may stand anywhere in the list.",
    caught_by="hidden",
)
def fit_power(N, L):
    b = -(math.log(L[-1]) - math.log(L[0])) / (math.log(N[-1]) - math.log(N[0]))
    return math.exp(math.log(L[0]) + b * math.log(N[0])), b


@mistake("d10-fit_power", "You removed the sign of the exponent. Where the losses rise with the size, b is negative.", caught_by="hidden")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return np.exp(intercept), abs(slope)


@mistake("d10-fit_power", "You returned the line's own two numbers. The intercept is log a, and the slope is -b: both are still to be turned.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return intercept, slope


@mistake("d10-fit_power", "You returned the line's slope and intercept as fit_line gives them. b is minus the slope, a is e to the power of the intercept, and a comes first.", caught_by="visible")
def fit_power(N, L):
    return fit_line(np.log(N), np.log(L))


@mistake("d10-fit_power", "You took the slope for the intercept and the intercept for the slope. fit_line gives the slope first.", caught_by="visible")
def fit_power(N, L):
    intercept, slope = fit_line(np.log(N), np.log(L))
    return np.exp(intercept), -slope


@mistake("d10-fit_power", "You took natural logarithms and came back with base 10. Go back with the base you came with.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return 10**intercept, -slope


@mistake("d10-fit_power", "You took the logarithm of the size only. A power law is a line after both columns have become logarithms.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), L)
    with np.errstate(all="ignore"):
        return np.exp(intercept), -slope


@mistake("d10-fit_power", "You took the exponential of both numbers. Only the intercept is a logarithm; the exponent is minus the slope as it stands.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return np.exp(intercept), np.exp(-slope)


@mistake("d10-fit_power", "Your scale is 1/a: the sign of the intercept was turned, too. Only the slope carries a minus in the formula.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return np.exp(-intercept), -slope


@mistake("d10-fit_power", "You took the logarithm of the intercept, which is a logarithm already. The way back is e to its power.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    with np.errstate(all="ignore"):
        return np.log(intercept), -slope


@mistake("d10-fit_power", "You returned the line of the cell above the exercise, whatever you are given. Fit the N and L of the call.", caught_by="hidden")
def fit_power(N, L):
    return np.exp(in_logs[1]), -in_logs[0]


@mistake("d10-fit_power", "You fitted the lesson's own `losses`, not the L of the call.", caught_by="hidden")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(losses))
    return np.exp(intercept), -slope


@mistake("d10-fit_power", "You returned the first loss as the scale. a is what the law gives at N = 1, and no model need be of size 1.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return L[0], -slope


@mistake("d10-fit_power", "You found the scale as a mean of the numbers themselves. The line's intercept is a mean of logarithms, and that gives another scale.", caught_by="hidden")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return np.mean(L * N**-slope), -slope


@mistake("d10-fit_power", "You took logarithms to base 2 and came back with base e. The exponent does not care about the base, but the scale does.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log2(N), np.log2(L))
    return np.exp(intercept), -slope


@mistake("d10-fit_power", "Your two columns have logarithms of different bases. Then the slope is not -b any more.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log10(N), np.log(L))
    return np.exp(intercept), -slope


@mistake("d10-fit_power", "You turned the slope upside down. b is minus the slope, not minus 1 over it.", caught_by="visible")
def fit_power(N, L):
    slope, intercept = fit_line(np.log(N), np.log(L))
    return np.exp(intercept), -1 / slope


hints(
    "d10-fit_power",
    "Which two columns form a line? Give those to fit_line.",
    "fit_line returns slope and intercept: the slope is minus b, the intercept is log a.",
    "One line of code for the fit on np.log of both columns; then return np.exp of one number and minus the other. Which is which?",
)
why("d10-fit_power", "log L = log a - b log N is a line in log N. Least squares on the logarithms gives its slope, -b, and its intercept, log a; exp undoes the logarithm.")

# ---------------------------------------------------------------- d10-fit_power_floor


def _search(N, L, c_grid, score=lambda L, pred, c: ((L - pred) ** 2).sum(), usable=lambda c, L: c < L.min(), pick=min):
    """The reference search with one thing changed; the mistakes below share it."""
    found = []
    with np.errstate(all="ignore"):
        for c in c_grid:
            if usable(c, L):
                a, b = fit_power(N, L - c)
                found.append((score(L, predict_loss(N, a, b, c), c), (a, b, c)))
    return pick(found, key=lambda entry: entry[0])[1]


@also_right("d10-fit_power_floor")
def fit_power_floor(N, L, c_grid):
    c = c_grid[c_grid < L.min()].astype(float)
    x, y = np.log(N), np.log(L[None, :] - c[:, None])
    slope = (y * (x - x.mean())).sum(axis=1) / ((x - x.mean()) ** 2).sum()
    intercept = y.mean(axis=1) - slope * x.mean()
    k = ((np.exp(intercept[:, None] + slope[:, None] * x) + c[:, None] - L) ** 2).sum(axis=1).argmin()
    return np.exp(intercept[k]), -slope[k], c[k]


@also_right("d10-fit_power_floor")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: np.mean((L - pred) ** 2))


@mistake("d10-fit_power_floor", "You added the candidate to the losses before the logarithm. What forms a line is the loss above the floor, so the floor is taken away.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid[c_grid < L.min()]:
        a, b = fit_power(N, L + c)
        misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
        if misses < smallest:
            best, smallest = (a, b, c), misses
    return best


@mistake(
    "d10-fit_power_floor",
    "You compared the misses in log(L - c). Every candidate stretches these logarithms differently, so they are not comparable; compare the misses in the loss itself.",
    caught_by="hidden",
)
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: ((np.log(L - c) - np.log(pred - c)) ** 2).sum())


@mistake("d10-fit_power_floor", "You compared the misses in log L. That counts misses in percent of the loss; the task asks for squared misses in L.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: ((np.log(L) - np.log(pred)) ** 2).sum())


@mistake("d10-fit_power_floor", "You added the sizes of the misses without squaring them. That is another score, and it can choose another floor.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: np.abs(L - pred).sum())


@mistake("d10-fit_power_floor", "You added the misses before squaring. Misses above and below the curve cancel then, and a bad floor can look good.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: (L - pred).sum() ** 2)


@mistake("d10-fit_power_floor", "You returned the first candidate that works. All of them have to compete.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: 0)


@mistake("d10-fit_power_floor", "Your answer is the highest candidate that lies below the losses. The largest possible floor is rarely the best one; the misses of the fitted law decide.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: -c)


@mistake("d10-fit_power_floor", "You kept the candidate with the largest misses.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, pick=max)


@mistake("d10-fit_power_floor", "You kept candidates above some losses. The logarithm of a negative number is nan, and a nan wins or spoils every comparison.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    with np.errstate(all="ignore"):
        fits = [(*fit_power(N, L - c), c) for c in c_grid]
        k = np.argmin([((L - predict_loss(N, *f)) ** 2).sum() for f in fits])
    return (fits[k][0], fits[k][1], fits[k][2])


@mistake("d10-fit_power_floor", "You return the best floor, but a and b of the last candidate you tried. The three numbers belong together.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    c = _search(N, L, c_grid)[2]
    a, b = fit_power(N, L - c_grid[c_grid < L.min()][-1])
    return a, b, c


@mistake("d10-fit_power_floor", "You fitted a and b to the losses without taking the floor away. They describe the bent curve, and then you add a floor on top.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    a, b = fit_power(N, L)
    c = min(c_grid[c_grid < L.min()], key=lambda c: ((L - predict_loss(N, a, b, c)) ** 2).sum())
    return a, b, c


@mistake("d10-fit_power_floor", "You stopped at the first candidate that was worse than the one before. The candidates may come in any order; try them all.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid[c_grid < L.min()]:
        a, b = fit_power(N, L - c)
        misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
        if misses > smallest:
            break
        best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "In your search every candidate beats the one before, so the last usable one stays. Is the smallest sum replaced when a smaller one is found, and only then?", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid:
        if c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best = (a, b, c)
    return best


@mistake("d10-fit_power_floor", "The c you return is the last entry of the grid, whatever its misses were. Keep a, b and c together when they are the best so far.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    for c in c_grid:
        if c < L.min():
            a, b = fit_power(N, L - c)
    return a, b, c


@mistake("d10-fit_power_floor", "You predicted without the floor and compared that with the losses. The floor is a part of every prediction.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid:
        if c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, 0)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "Your search ends with the first candidate of the grid. A return inside the loop hands back what is known then.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    smallest = np.inf
    for c in c_grid:
        if c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
        return best


@mistake("d10-fit_power_floor", "Your search ends with the first candidate of the grid. A return inside the loop hands back what is known then.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid:
        if c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
        return best


@mistake("d10-fit_power_floor", "You stopped at the first candidate that is not below every loss. The candidates may come in any order: leave that one out and go on.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid:
        if c >= L.min():
            break
        a, b = fit_power(N, L - c)
        misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
        if misses < smallest:
            best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "You stopped at the first candidate that is not below every loss. The candidates may come in any order: leave that one out and go on.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    smallest = np.inf
    for c in c_grid:
        if c >= L.min():
            break
        a, b = fit_power(N, L - c)
        misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
        if misses < smallest:
            best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "Your a and b are those of the best candidate, and your c is another. A place in the list of usable candidates is not the same place in c_grid.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    fits = [(*fit_power(N, L - c), c) for c in c_grid[c_grid < L.min()]]
    k = np.argmin([((L - predict_loss(N, *f)) ** 2).sum() for f in fits])
    return fits[k][0], fits[k][1], c_grid[k]


@mistake("d10-fit_power_floor", "You kept the candidate with the highest R² of the logarithms. Each candidate stretches these logarithms differently; compare the misses in the loss itself.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    c = max(c_grid[c_grid < L.min()], key=lambda c: np.corrcoef(np.log(N), np.log(L - c))[0, 1] ** 2)
    return (*fit_power(N, L - c), c)


@mistake("d10-fit_power_floor", "You summed the misses with their signs and squared nothing. They cancel, and the sum that is most negative wins.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: (L - pred).sum())


@mistake("d10-fit_power_floor", "You divided every miss by its loss. The task asks for squared misses in L, on one ruler for all points.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: (((L - pred) / L) ** 2).sum())


@mistake("d10-fit_power_floor", "For a candidate above some losses you left out these points. It is the candidate that drops out; every law is fitted to all points.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid:
        keep = L > c
        if keep.sum() > 1:
            a, b = fit_power(N[keep], L[keep] - c)
            misses = ((L[keep] - predict_loss(N[keep], a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "You tried the places 0, 1, 2 … as floors. The candidates are the entries of c_grid.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in range(len(c_grid)):
        if c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "You left out the candidate 0. A law without a floor is allowed.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid:
        if 0 < c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "Your smallest sum starts at a number, and where every candidate misses by more, none is kept. Start with np.inf.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = (0, 0, 0), 1
    for c in c_grid:
        if c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "Your smallest sum starts at a number, and where every candidate misses by more, none is kept. Start with np.inf.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    smallest = 1
    for c in c_grid:
        if c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "Your smallest sum starts at a number, and where every candidate misses by more, none is kept. Start with np.inf.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, 1
    for c in c_grid:
        if c < L.min():
            a, b = fit_power(N, L - c)
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "You searched with the lesson's own sizes and loss, not with the N and L of the call.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    return _search(sizes, loss, c_grid)


@mistake("d10-fit_power_floor", "You subtract the candidate inside the caller's L and add it back. Rounding leaves other numbers behind; work with L - c.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid:
        if c < L.min():
            L -= c
            a, b = fit_power(N, L)
            L += c
            misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
            if misses < smallest:
                best, smallest = (a, b, c), misses
    return best


@mistake("d10-fit_power_floor", "You compared the largest miss of each candidate. The task asks for the sum of all squared misses.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: np.abs(L - pred).max())


@mistake("d10-fit_power_floor", "You took the floor away from the losses and left it in the predictions. Compare L itself with the predicted loss.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    return _search(N, L, c_grid, score=lambda L, pred, c: ((L - c - pred) ** 2).sum())


@mistake("d10-fit_power_floor", "You looked up the place of the best sum in c_grid, and fitted the candidate you found there. The sums count usable candidates only, so their places are others.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    usable = c_grid[c_grid < L.min()]
    sums = [((L - predict_loss(N, *fit_power(N, L - c), c)) ** 2).sum() for c in usable]
    c = c_grid[np.argmin(sums)]
    with np.errstate(all="ignore"):
        return (*fit_power(N, L - c), c)


@mistake("d10-fit_power_floor", "You put a tiny number where L - c is not above 0, so that candidate still competes. It is to be left out.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    fits = [(*fit_power(N, np.maximum(L - c, 1e-12)), c) for c in c_grid]
    return min(fits, key=lambda f: ((L - predict_loss(N, *f)) ** 2).sum())


@mistake("d10-fit_power_floor", "You dropped the sign of L - c, so candidates above some losses still compete. They are to be left out.", caught_by="hidden")
def fit_power_floor(N, L, c_grid):
    fits = [(*fit_power(N, np.abs(L - c) + 1e-9), c) for c in c_grid]
    return min(fits, key=lambda f: ((L - predict_loss(N, *f)) ** 2).sum())


@mistake("d10-fit_power_floor", "You took the scale for the exponent and the exponent for the scale. fit_power gives a first, then b.", caught_by="visible")
def fit_power_floor(N, L, c_grid):
    best, smallest = None, np.inf
    for c in c_grid[c_grid < L.min()]:
        b, a = fit_power(N, L - c)
        misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
        if misses < smallest:
            best, smallest = (a, b, c), misses
    return best


equivalent(
    "d10-fit_power_floor",
    "for c in c_grid[c_grid < L.min()]: → for c in c_grid[c_grid != L.min()]:",
    "A candidate above a loss gives nan, and no nan is smaller than the best sum: it is never kept.",
)
equivalent(
    "d10-fit_power_floor",
    "for c in c_grid[c_grid < L.min()]: → for c in c_grid[c_grid <= L.min()]:",
    "A candidate equal to the smallest loss gives nan, and no nan is smaller than the best sum: it is never kept.",
)
equivalent(
    "d10-fit_power_floor",
    "for c in c_grid[c_grid < L.min()]: → for c in c_grid[c_grid < L.max()]:",
    "A candidate above a loss gives nan, and no nan is smaller than the best sum: it is never kept.",
)
equivalent(
    "d10-fit_power_floor",
    "if misses < smallest: → if misses <= smallest:",
    "Two candidates with equal sums are equally good.",
)
equivalent(
    "d10-fit_power_floor",
    "misses = ((L - predict_loss(N, a, b, c)) ** 2).sum() → misses = ((L - predict_loss(N, a, b, c)) ** 2).mean()",
    "All sums are divided by the same number of points; their order stays.",
)
equivalent(
    "d10-fit_power_floor",
    "misses = ((L - predict_loss(N, a, b, c)) ** 2).sum() → misses = (((predict_loss(N, a, b, c)) - (L)) ** 2).sum()",
    "A square does not know the sign of a miss.",
)
hints(
    "d10-fit_power_floor",
    "For one candidate you have all tools: what does fit_power need, and which function turns a, b, c back into losses?",
    "Loop over the candidates below the smallest loss. Fit L - c, predict L, sum the squared misses.",
    "Remember the smallest sum so far (start with np.inf) together with its (a, b, c), and return those after the loop.",
)
why(
    "d10-fit_power_floor",
    "For a fixed floor the problem is a line in the logarithms, which yesterday's formula solves. That leaves one unknown, and one unknown can be searched. The misses are compared in L, a ruler all candidates share.",
)

# ---------------------------------------------------------------- d10-loo_band


def _forecasts(N, L, c_grid, Nq, fit=None):
    fit = fit or fit_power_floor
    keep = [np.arange(len(N)) != i for i in range(len(N))]
    return np.array([predict_loss(Nq, *fit(N[k], L[k], c_grid)) for k in keep])


@also_right("d10-loo_band")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.min(axis=0), table.max(axis=0)


@also_right("d10-loo_band")
def loo_band(N, L, c_grid, Nq):
    lo, hi = np.full(len(Nq), np.inf), np.full(len(Nq), -np.inf)
    for i in range(len(N)):
        one = predict_loss(Nq, *fit_power_floor(np.append(N[:i], N[i + 1 :]), np.append(L[:i], L[i + 1 :]), c_grid))
        lo, hi = np.minimum(lo, one), np.maximum(hi, one)
    return [lo, hi]


@mistake("d10-loo_band", "You fitted all points every time. All refits are equal then, and the band has no width.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    one = predict_loss(Nq, *fit_power_floor(N, L, c_grid))
    return one, one


@mistake("d10-loo_band", "You returned the mean of the forecasts minus and plus their standard deviation. The band asked for reaches from the smallest forecast to the largest.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.mean(axis=0) - table.std(axis=0, ddof=0), table.mean(axis=0) + table.std(axis=0, ddof=0)


@mistake("d10-loo_band", "You searched the floor once, with all points, and kept it. Each refit has to search anew, or it still knows the point it left out.", caught_by="hidden")
def loo_band(N, L, c_grid, Nq):
    c = fit_power_floor(N, L, c_grid)[2]
    table = _forecasts(N, L, c_grid, Nq, lambda N, L, grid: (*fit_power(N, L - min(c, 0.999 * L.min())), c))
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "You put the smallest and the largest residual around the forecast. These are misses at the measured sizes; the band compares forecasts of refits.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    law = fit_power_floor(N, L, c_grid)
    misses = L - predict_loss(N, *law)
    return predict_loss(Nq, *law) + misses.min(), predict_loss(Nq, *law) + misses.max()


@mistake("d10-loo_band", "You left out only the first and the last point. Each point takes its turn.", caught_by="hidden")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)[[0, -1]]
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "Your loop ends one point too early, so the last point is never left out.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)[:-1]
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "Your loop starts at 1, so the first point is never left out.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)[1:]
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "You took one minimum and one maximum over all queries. Each size you forecast has a band of its own.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.min(), table.max()


@mistake("d10-loo_band", "You took the minimum over the queries, so you return one number per refit. It is the refits that compete, at each query.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.min(axis=1), table.max(axis=1)


@mistake("d10-loo_band", "You returned the largest forecasts first. The order is lo, then hi.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.max(axis=0), table.min(axis=0)


@mistake("d10-loo_band", "You trimmed the band to the middle 90 percent of the forecasts. The task asks for the smallest and the largest.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return np.quantile(table, 0.05, axis=0), np.quantile(table, 0.95, axis=0)


@mistake("d10-loo_band", "You returned the mean of the forecasts minus and plus their standard deviation. The band asked for reaches from the smallest forecast to the largest.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.mean(axis=0) - table.std(axis=0, ddof=1), table.mean(axis=0) + table.std(axis=0, ddof=1)


@mistake("d10-loo_band", "numpy refuses to pair sizes with losses, since there is one more of the one than of the other: the point left only one of the two columns. Delete entry i from both.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = []
    for i in range(len(N)):
        a, b, c = fit_power_floor(np.delete(N, i), L, c_grid)
        table.append(predict_loss(Nq, a, b, c))
    return np.min(table, axis=0), np.max(table, axis=0)


@mistake("d10-loo_band", "Your refits run out of points, and an error follows: N and L get shorter with every pass, as no point comes back. Delete from the full columns each time.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = []
    for i in range(len(N)):
        N, L = np.delete(N, i), np.delete(L, i)
        a, b, c = fit_power_floor(N, L, c_grid)
        table.append(predict_loss(Nq, a, b, c))
    return np.min(table, axis=0), np.max(table, axis=0)


@mistake("d10-loo_band", "Your points do not come back: each refit also lacks those left out before. Delete from the full columns in every pass.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = []
    for _ in range(len(N) - 2):
        N, L = np.delete(N, 0), np.delete(L, 0)
        a, b, c = fit_power_floor(N, L, c_grid)
        table.append(predict_loss(Nq, a, b, c))
    return np.min(table, axis=0), np.max(table, axis=0)


@mistake("d10-loo_band", "np.delete raises in the last pass of your loop: there is no point with the number len(N). The numbers end at len(N) - 1.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = []
    for i in range(len(N) + 1):
        a, b, c = fit_power_floor(np.delete(N, i), np.delete(L, i), c_grid)
        table.append(predict_loss(Nq, a, b, c))
    return np.min(table, axis=0), np.max(table, axis=0)


@mistake("d10-loo_band", "You made as many refits as there are queries. There is one refit for each measured point.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = []
    for i in range(len(Nq)):
        a, b, c = fit_power_floor(np.delete(N, i), np.delete(L, i), c_grid)
        table.append(predict_loss(Nq, a, b, c))
    return np.min(table, axis=0), np.max(table, axis=0)


@mistake("d10-loo_band", "Only the last refit is left in your table. If the list is made anew inside the loop, each pass throws away the ones before.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)[-1:]
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "You forecast at the measured sizes. The sizes to forecast are Nq.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, N)
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "Your refits have no floor. Every refit searches it anew, with fit_power_floor.", caught_by="hidden")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq, lambda N, L, grid: (*fit_power(N, L), 0))
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "You put the forecast of the fit to all points among the refits. Each of the refits lacks one point, and only they make the band.", caught_by="hidden")
def loo_band(N, L, c_grid, Nq):
    table = np.vstack([_forecasts(N, L, c_grid, Nq), predict_loss(Nq, *fit_power_floor(N, L, c_grid))])
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "You took the smallest and the largest a, b and c. A law made of three extremes is none of the refits; compare the forecasts.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    fits = [fit_power_floor(np.delete(N, i), np.delete(L, i), c_grid) for i in range(len(N))]
    return predict_loss(Nq, *np.min(fits, axis=0)), predict_loss(Nq, *np.max(fits, axis=0))


@mistake("d10-loo_band", "You returned the forecasts of the first and of the last refit. The smallest and the largest may come from any of them.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table[0], table[-1]


@mistake("d10-loo_band", "You ordered whole refits by their first forecast. At another size another refit may be the lowest; each column has its own minimum.", caught_by="hidden")
def loo_band(N, L, c_grid, Nq):
    table = sorted(_forecasts(N, L, c_grid, Nq), key=lambda row: row[0])
    return table[0], table[-1]


@mistake("d10-loo_band", "You returned all forecasts, one row for each refit. Asked for are two rows, the smallest and the largest of each column.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    return _forecasts(N, L, c_grid, Nq)


@mistake("d10-loo_band", "You returned which refit is the lowest and which the highest. The forecasts themselves are asked for.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.argmin(axis=0), table.argmax(axis=0)


@mistake("d10-loo_band", "You forecast at the lesson's own `far`, whatever sizes are asked for. They stand in Nq.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, far)
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "Your lower edge is 0 everywhere. If the smallest forecast so far starts at 0, no forecast lies below it; start with infinity.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return np.minimum(table.min(axis=0), 0), table.max(axis=0)


@mistake("d10-loo_band", "Only the refit without the first point is in your band. Either your loop ends in its first pass, or every pass leaves out the same point.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table[0], table[0]


@mistake("d10-loo_band", "You returned the lowest forecasts only. Asked for are two rows, the lowest and the highest.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.min(axis=0)


@mistake("d10-loo_band", "Your lo and hi are both the smallest forecasts.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.min(axis=0), table.min(axis=0)


@mistake("d10-loo_band", "You returned the mean of the forecasts and their spread. Asked for are the lowest and the highest.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq)
    return table.mean(axis=0), table.std(axis=0, ddof=0)


@mistake("d10-loo_band", "Your forecasts lack the floor. predict_loss adds it to the power.", caught_by="hidden")
def loo_band(N, L, c_grid, Nq):
    table = _forecasts(N, L, c_grid, Nq, lambda *given: (*fit_power_floor(*given)[:2], 0))
    return table.min(axis=0), table.max(axis=0)


@mistake("d10-loo_band", "Python's own min and max raise for rows of several forecasts: they do not know which row is smaller. np.min and np.max with axis=0 compare column by column.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = list(_forecasts(N, L, c_grid, Nq))
    return min(table), max(table)


@mistake("d10-loo_band", "np.delete refuses what you handed over as the place: it takes the place of an entry, 0, 1, 2 and so on, and not the entry itself.", caught_by="visible")
def loo_band(N, L, c_grid, Nq):
    table = [predict_loss(Nq, *fit_power_floor(np.delete(N, n), np.delete(L, n), c_grid)) for n in N]
    return np.min(table, axis=0), np.max(table, axis=0)


hints(
    "d10-loo_band",
    "How many refits are there, and how many numbers does each of them forecast?",
    "In a loop over i, delete entry i from both columns, fit with the search for the floor, and collect predict_loss at Nq in a list.",
    "The list has one row per refit and one column per query. np.min and np.max with axis=0 compare the refits at each query.",
)
why("d10-loo_band", "Each refit lacks one point and repeats everything else, including the search for the floor. At each query the lowest and the highest of the forecasts are the edges of the band.")
