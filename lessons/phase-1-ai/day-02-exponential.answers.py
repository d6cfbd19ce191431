import math

import numpy as np
from scipy.signal import lfilter

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d02-compound


@also_right("d02-compound")
def compound(p, r, n, k):
    balance = p
    for _ in range(n * k):
        balance = balance + balance * r / k
    return balance


@also_right("d02-compound")
def compound(p, r, n, k):
    return p * math.exp(n * k * math.log1p(r / k))


@mistake("d02-compound", "You paid the whole yearly rate in every portion. A year with k payments has portions of r / k.", caught_by="visible")
def compound(p, r, n, k):
    return p * (1 + r) ** (n * k)


@mistake("d02-compound", "You used one payment per year in the exponent. Each year has k payments, so n years have n times k.", caught_by="visible")
def compound(p, r, n, k):
    return p * (1 + r / k) ** n


@mistake("d02-compound", "You computed simple interest: the same amount every year, always from the start. Here the portions earn interest too.", caught_by="visible")
def compound(p, r, n, k):
    return p * (1 + r * n)


@mistake("d02-compound", "You counted the payments of a single year. Your balance stops after the first year.", caught_by="visible")
def compound(p, r, n, k):
    return p * (1 + r / k) ** k


@mistake("d02-compound", "You returned the interest alone. The balance includes the start.", caught_by="visible")
def compound(p, r, n, k):
    return p * (1 + r / k) ** (n * k) - p


@mistake("d02-compound", "You let the bank pay at every moment. That is the limit for very many portions; here there are k a year, and they give less.", caught_by="visible")
def compound(p, r, n, k):
    return p * np.exp(r * n)


@mistake("d02-compound", "You read the rate as a percentage and divided it by 100. It is given as a share: 1.0 means 100 percent.", caught_by="visible")
def compound(p, r, n, k):
    return p * (1 + r / 100 / k) ** (n * k)


@mistake("d02-compound", "You raised the start to the power too. Only the factor of a payment is repeated; the start is there once. With 1 euro the two look alike.", caught_by="visible")
def compound(p, r, n, k):
    return (p * (1 + r / k)) ** (n * k)


@mistake("d02-compound", "You divided the rate by the number of years. It is the payments of one year that share the yearly rate.", caught_by="visible")
def compound(p, r, n, k):
    return p * (1 + r / max(n, 1)) ** (n * k)


@mistake("d02-compound", "You rounded to whole cents. The docstring asks for the balance as it is; rounding is for the moment of printing.", caught_by="hidden")
def compound(p, r, n, k):
    return round(p * (1 + r / k) ** (n * k), 2)


hints(
    "d02-compound",
    "What does one payment do to the balance? Say it as a factor, not as an amount.",
    "One payment multiplies by 1 + r / k. How many payments do n years have?",
    "The start times the factor to the power n * k. Mind that the exponent needs brackets: a ** n * k is (a ** n) * k.",
)
why("d02-compound", "Every payment multiplies whatever is there by the same factor 1 + r / k, and there are n * k payments. Repeated multiplication is a power.")

# ---------------------------------------------------------------- d02-e_limit


@also_right("d02-e_limit")
def e_limit(n):
    return np.array([(1 + 1 / k) ** k for k in range(1, n + 1)])


@also_right("d02-e_limit")
def e_limit(n):
    k = np.arange(1, n + 1)
    return np.exp(k * np.log1p(1 / k))


@mistake("d02-e_limit", "You started at k = 0, and 1/0 does not exist. A year has at least one payment, so k starts at 1.", caught_by="visible")
def e_limit(n):
    k = np.arange(n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (1 + 1 / k) ** k


@mistake("d02-e_limit", "You fixed the exponent at n. Each number has its own k, in the portion and in the exponent.", caught_by="visible")
def e_limit(n):
    k = np.arange(1, n + 1)
    with np.errstate(over="ignore"):
        return (1 + 1 / k) ** n


@mistake("d02-e_limit", "You fixed the portion at 1/n. Each number has its own k, in the portion and in the exponent.", caught_by="visible")
def e_limit(n):
    return (1 + 1 / n) ** np.arange(1, n + 1)


@mistake("d02-e_limit", "You returned the last number alone. The whole sequence is asked for, from k = 1 to n.", caught_by="visible")
def e_limit(n):
    return (1 + 1 / n) ** n


@mistake("d02-e_limit", "You stopped one number early. The end of np.arange is not part of the array.", caught_by="visible")
def e_limit(n):
    k = np.arange(1, n)
    return (1 + 1 / k) ** k


@mistake("d02-e_limit", "You went one number too far, to k = n + 1.", caught_by="visible")
def e_limit(n):
    k = np.arange(1, n + 2)
    return (1 + 1 / k) ** k


@mistake("d02-e_limit", "You raised only 1/k to the power, without the 1. A power binds tighter than a sum, so the factor 1 + 1/k needs brackets.", caught_by="visible")
def e_limit(n):
    k = np.arange(1.0, n + 1)
    with np.errstate(under="ignore"):
        return 1 + (1 / k) ** k


@mistake("d02-e_limit", "You divided with //, which cuts off everything after the point: 1 // 2 is 0, and the portions vanish.", caught_by="visible")
def e_limit(n):
    k = np.arange(1, n + 1)
    return (1.0 + 1 // k) ** k


@mistake("d02-e_limit", "You multiplied the different factors together, one from each k. For each k it is the same factor, used k times.", caught_by="visible")
def e_limit(n):
    return np.cumprod(1 + 1 / np.arange(1, n + 1))


@mistake("d02-e_limit", "You multiplied by k instead of taking the power k. That is k + 1, which grows without limit.", caught_by="visible")
def e_limit(n):
    k = np.arange(1, n + 1)
    return 1 + 1 / k * k


@mistake("d02-e_limit", "You returned e for every k. The sequence creeps toward e, but no member of it is equal to e.", caught_by="visible")
def e_limit(n):
    return np.full(n, np.e)


@mistake("d02-e_limit", "You rounded the numbers. From some k on they then stand still, and the climb is lost.", caught_by="visible")
def e_limit(n):
    k = np.arange(1, n + 1)
    return np.round((1 + 1 / k) ** k, 4)


hints(
    "d02-e_limit",
    "Write down the three numbers of your calculation by hand, with k in both places. What has to change from one to the next?",
    "Make the array of all k first. numpy then divides, adds and takes powers for all of them at once.",
    "np.arange(1, n + 1) is the array 1, 2, …, n. The factor 1 + 1 / k needs brackets before the power.",
)
why("d02-e_limit", "With k as an array, 1 / k is the array of portions, and the power pairs each factor with its own k. No loop is needed.")

# ---------------------------------------------------------------- d02-decay


@also_right("d02-decay")
def decay(x0, half_life, t):
    return x0 / 2 ** (t / half_life)


@also_right("d02-decay")
def decay(x0, half_life, t):
    return x0 * np.exp(-np.log(2) * t / half_life)


@mistake("d02-decay", "You used powers of e. After one half-life that leaves 1/e, about 37 percent, and not one half.", caught_by="visible")
def decay(x0, half_life, t):
    return x0 * np.exp(-t / half_life)


@mistake("d02-decay", "You divided the half-life by the time. The exponent counts how many half-lives fit into the time.", caught_by="visible")
def decay(x0, half_life, t):
    with np.errstate(divide="ignore"):
        return x0 * 0.5 ** (half_life / np.asarray(t, dtype=float))


@mistake("d02-decay", "You took away the same amount in equal times. At two half-lives nothing is left on your straight line, and then less than nothing.", caught_by="visible")
def decay(x0, half_life, t):
    return x0 * (1 - 0.5 * t / half_life)


@mistake("d02-decay", "Your amount doubles in every half-life. The sign of the exponent, or the base, is turned over.", caught_by="visible")
def decay(x0, half_life, t):
    return x0 * 2 ** (t / half_life)


@mistake("d02-decay", "You returned what has disappeared. What is left is asked for; after one half-life the two look alike.", caught_by="visible")
def decay(x0, half_life, t):
    return x0 - x0 * 0.5 ** (t / half_life)


@mistake("d02-decay", "You counted whole half-lives only. The amount also falls between them, and does not wait for the next whole one.", caught_by="visible")
def decay(x0, half_life, t):
    return x0 * 0.5 ** np.floor(t / half_life)


@mistake("d02-decay", "You drew straight lines from one half-life to the next. Half of the time takes more than half of the loss.", caught_by="visible")
def decay(x0, half_life, t):
    whole = np.floor(t / half_life)
    return x0 * 0.5**whole * (1 - 0.5 * (t / half_life - whole))


@mistake("d02-decay", "You left out the start: your answer is the share that is left, not the amount.", caught_by="visible")
def decay(x0, half_life, t):
    return 0.5 ** (t / half_life)


@mistake("d02-decay", "You multiplied by the number of half-lives instead of using it as an exponent. Halving twice is one quarter, not one half times two.", caught_by="visible")
def decay(x0, half_life, t):
    return x0 * 0.5 * (t / half_life)


@mistake("d02-decay", "You raised the start to the power too. Only the one half is repeated; the start is there once.", caught_by="visible")
def decay(x0, half_life, t):
    with np.errstate(over="ignore"):
        return (x0 * 0.5) ** (t / half_life)


@mistake("d02-decay", "You used the time itself as the exponent, so your amount halves in every hour. The half-life has to enter.", caught_by="visible")
def decay(x0, half_life, t):
    return x0 * 0.5**t


@mistake("d02-decay", "You used a function that takes one number at a time. t may be a whole array; the sign ** handles both.", caught_by="visible")
def decay(x0, half_life, t):
    return x0 * math.pow(0.5, t / half_life)


@mistake("d02-decay", "You divided the caller's times in place. The answer is right, but the array of times you were given is changed.", caught_by="hidden")
def decay(x0, half_life, t):
    if isinstance(t, np.ndarray) and t.dtype.kind == "f":
        t /= half_life
        return x0 * 0.5**t
    return x0 * 0.5 ** (t / half_life)


hints(
    "d02-decay",
    "How many half-lives fit into the time t? It need not be a whole number.",
    "One half, used as a factor t / half_life times. Which arithmetic sign repeats a factor?",
    "The start times 0.5 to the power t / half_life. The exponent needs brackets.",
)
why("d02-decay", "Every half-life multiplies by one half, and t / half_life of them have passed. The power rules make this right for parts of a half-life too.")

# ---------------------------------------------------------------- d02-exp_series


@also_right("d02-exp_series")
def exp_series(x, terms):
    total = 1.0
    for k in range(terms - 1, 0, -1):
        total = 1 + x / k * total
    return total


@also_right("d02-exp_series")
def exp_series(x, terms):
    return np.cumprod(np.concatenate([[1.0], x / np.arange(1, terms)])).sum()


@mistake(
    "d02-exp_series",
    "You formed x**k and k! and then divided. Both get too large for a float64 number long before their quotient does. Each layer follows from the one before.",
    caught_by="hidden",
)
def exp_series(x, terms):
    return sum(float(x) ** k / math.factorial(k) for k in range(terms))


@mistake("d02-exp_series", "You added one layer too many. The first layer is 1, so the last of them is layer number terms - 1.", caught_by="visible")
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms + 1):
        term = term * x / k
        total += term
    return total


@mistake("d02-exp_series", "You added one layer too few. The 1 at the beginning is only the first of them.", caught_by="visible")
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms - 1):
        term = term * x / k
        total += term
    return total


@mistake("d02-exp_series", "You started with x instead of 1. The first layer is the euro itself.", caught_by="visible")
def exp_series(x, terms):
    term, total = 1.0, 0.0
    for k in range(1, terms + 1):
        term = term * x / k
        total += term
    return total


@mistake("d02-exp_series", "You did not divide by the factorials. The powers of x alone do not settle.", caught_by="visible")
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for _ in range(1, terms):
        term = term * x
        total += term
    return total


@mistake("d02-exp_series", "You divided each power by its exponent k, not by k!. The two agree up to k = 2, and then part.", caught_by="visible")
def exp_series(x, terms):
    power, total = 1.0, 1.0
    for k in range(1, terms):
        power = power * x
        total += power / k
    return total


@mistake("d02-exp_series", "You made every layer from the first one: each is x / k. A layer follows from the layer before it.", caught_by="visible")
def exp_series(x, terms):
    return 1.0 + sum(x / k for k in range(1, terms))


@mistake("d02-exp_series", "You returned the last layer. Their sum is asked for.", caught_by="visible")
def exp_series(x, terms):
    term = 1.0
    for k in range(1, terms):
        term = term * x / k
    return term


@mistake("d02-exp_series", "You returned e to the x itself. The sum of a few layers is still below or beside it.", caught_by="visible")
def exp_series(x, terms):
    return np.exp(x)


@mistake("d02-exp_series", "You divided by k + 1 instead of k, so your second layer is x / 2 and not x.", caught_by="visible")
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term * x / (k + 1)
        total += term
    return total


@mistake("d02-exp_series", "You left x out of the layers: this is the sum for x = 1, which leads to e.", caught_by="visible")
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term / k
        total += term
    return total


@mistake("d02-exp_series", "You stopped at the first layer that is small, or not positive. For a negative x every second layer is negative, and the sum is not finished there.", caught_by="hidden")
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term * x / k
        if term < 1e-12:
            break
        total += term
    return total


@mistake("d02-exp_series", "You dropped the sign of x. The layers of a negative x take turns: plus, minus, plus.", caught_by="hidden")
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term * abs(x) / k
        total += term
    return total


hints(
    "d02-exp_series",
    "Write the layers for x = 2 in a row. By what is each multiplied to give the next?",
    "From layer k - 1 to layer k you multiply by x and divide by k. Keep two numbers: the current layer, and the sum so far.",
    "Start both at 1. In a loop over k from 1 to terms - 1, first make the new layer, then add it to the sum.",
)
why(
    "d02-exp_series",
    "Layer k is x / k times layer k - 1. So every layer costs one multiplication and one division, and no large power or factorial is ever formed.",
)

# ---------------------------------------------------------------- d02-ema


@also_right("d02-ema")
def ema(x, beta):
    n = len(x)
    return np.array([sum((1 - beta) * beta ** (t - s) * x[s] for s in range(t + 1)) for t in range(n)])


@also_right("d02-ema")
def ema(x, beta):
    return lfilter([1 - beta], [1, -beta], np.asarray(x, dtype=float))


@mistake("d02-ema", "You started at the first reading. It is a sensible choice, but here the average starts from 0, as in Adam.", caught_by="visible")
def ema(x, beta):
    m, kept = x[0], []
    for reading in x:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake("d02-ema", "You exchanged the two shares. Beta belongs to the old average, the rest to the new reading.", caught_by="visible")
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = (1 - beta) * m + beta * reading
        kept.append(m)
    return np.array(kept)


@mistake("d02-ema", "You corrected for the start at 0 by dividing by 1 - beta**t. Day 43 does that; here the plain average is asked for.", caught_by="visible")
def ema(x, beta):
    m, kept = 0.0, []
    for t, reading in enumerate(x, start=1):
        m = beta * m + (1 - beta) * reading
        kept.append(m / (1 - beta**t))
    return np.array(kept)


@mistake("d02-ema", "You computed the mean of all readings so far. It gives each of them the same weight and forgets nothing.", caught_by="visible")
def ema(x, beta):
    return np.cumsum(x) / np.arange(1, len(x) + 1)


@mistake("d02-ema", "You returned the last average alone. The average after each reading is asked for.", caught_by="visible")
def ema(x, beta):
    m = 0.0
    for reading in x:
        m = beta * m + (1 - beta) * reading
    return m


@mistake("d02-ema", "You kept m_0 in the answer. The start is 0 and no average of anything; n readings give n averages.", caught_by="visible")
def ema(x, beta):
    kept = [0.0]
    for reading in x:
        kept.append(beta * kept[-1] + (1 - beta) * reading)
    return np.array(kept)


@mistake("d02-ema", "You added the whole new reading. Its share is 1 - beta; without it the result is a fading sum, ten times too large for beta = 0.9.", caught_by="visible")
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + reading
        kept.append(m)
    return np.array(kept)


@mistake("d02-ema", "You stored each average before the new reading came in, so all of them are one step late.", caught_by="visible")
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        kept.append(m)
        m = beta * m + (1 - beta) * reading
    return np.array(kept)


@mistake("d02-ema", "You set the average back to 0 at every step, so each answer knows one reading only.", caught_by="visible")
def ema(x, beta):
    return (1 - beta) * np.asarray(x)


@mistake("d02-ema", "You mixed each reading with the reading before it. What has to be kept is the old average, which remembers all of them.", caught_by="visible")
def ema(x, beta):
    before = np.concatenate([[0.0], x[:-1]])
    return beta * before + (1 - beta) * x


@mistake(
    "d02-ema",
    "You collected the averages in an array of the readings' number type. With whole-number readings it cuts off everything after the point.",
    caught_by="hidden",
)
def ema(x, beta):
    kept = np.zeros_like(x)
    m = 0.0
    for t, reading in enumerate(x):
        m = beta * m + (1 - beta) * reading
        kept[t] = m
    return kept


@mistake("d02-ema", "You wrote the averages over the caller's readings. The answer is right, but the readings you were given are gone.", caught_by="hidden")
def ema(x, beta):
    if x.dtype.kind == "i":
        x = x.astype(float)
    m = 0.0
    for t in range(len(x)):
        m = beta * m + (1 - beta) * x[t]
        x[t] = m
    return x


@mistake("d02-ema", "You rounded each average. The next one is built from it, so the errors are carried along.", caught_by="hidden")
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = round(float(beta * m + (1 - beta) * reading), 4)
        kept.append(m)
    return np.array(kept)


hints(
    "d02-ema",
    "You did m_1, m_2 and m_3 by hand. Which single number did you have to remember from one step to the next?",
    "Let m start at 0. For every reading, replace m by its new value, and only then write it down.",
    "Inside the loop: m = beta * m + (1 - beta) * reading, then append m to the list. After the loop, make the list an array.",
)
why(
    "d02-ema",
    "The old average already holds everything that came before, so one number is memory enough. Each step multiplies all earlier shares by beta, and so an old reading fades exponentially.",
)

equivalent("d02-ema", "return np.array(kept) → return (kept)", "a list of the same numbers: the checks and the figure take any row of n numbers, and the idea of the exercise is the same")
