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


hints(
    "d10-loo_band",
    "How many refits are there, and how many numbers does each of them forecast?",
    "In a loop over i, delete entry i from both columns, fit with the search for the floor, and collect predict_loss at Nq in a list.",
    "The list has one row per refit and one column per query. np.min and np.max with axis=0 compare the refits at each query.",
)
why("d10-loo_band", "Each refit lacks one point and repeats everything else, including the search for the floor. At each query the lowest and the highest of the forecasts are the edges of the band.")
