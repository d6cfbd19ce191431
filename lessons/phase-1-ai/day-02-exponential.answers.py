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


@mistake(
    "d02-compound",
    "Your answer pays the whole yearly rate in every portion. A year with k payments has portions of r / k.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer counts n payments, one a year. Each year has k of them, so n years have n times k.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** n


@mistake(
    "d02-compound",
    "Your answer is simple interest: the same amount every year, always from the start. Here the portions earn interest too.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r * n)


@mistake(
    "d02-compound",
    "Your answer counts k payments, those of a single year, whatever n is.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** k


@mistake(
    "d02-compound", "Your answer is the interest alone. The balance includes the start.", caught_by="visible"
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** (n * k) - p


@mistake(
    "d02-compound",
    "Your answer lets the bank pay at every moment. That is the limit for very many portions; here there are k a year, and they give less.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * np.exp(r * n)


@mistake(
    "d02-compound",
    "Your answer takes a hundredth of the rate, as if it were a percentage. It is given as a share: 1.0 means 100 percent.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / 100 / k) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer repeats the start, too. Only the factor of a payment is repeated; the start is there once. With 1 euro the two look alike.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return (p * (1 + r / k)) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer divides the rate by the number of years, and stops with an error for 0 years. It is the payments of one year that share the yearly rate.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / n) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer is rounded to whole cents. Asked for is the balance as it is; rounding is for the moment of printing.",
    caught_by="hidden",
)
def compound(p, r, n, k):
    return round(p * (1 + r / k) ** (n * k), 2)


@mistake(
    "d02-compound",
    "The power stops at n, and k only multiplies the result. All of n times k is the exponent, so it needs brackets.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** n * k


@mistake(
    "d02-compound",
    "The start is multiplied by 1 alone, and what is added is nearly nothing: the factor 1 + r / k needs brackets.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * 1 + r / k ** (n * k)


@mistake(
    "d02-compound",
    "The factor of your payments is (1 + r) / k: the 1 is divided, too. Only the rate is shared out among the payments.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * ((1 + r) / k) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer divides n by k in the exponent. k payments a year for n years are n times k.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** (n / k)


@mistake(
    "d02-compound",
    "Your answer adds n and k in the exponent. k payments in each of n years are n times k.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** (n + k)


@mistake(
    "d02-compound",
    "Your answer holds a single payment. Does the function return in the first round of its loop?",
    caught_by="visible",
)
def compound(p, r, n, k):
    for _ in range(n * k):
        return p * (1 + r / k)


@mistake(
    "d02-compound",
    "Your answer does not depend on the start: it is what one euro becomes.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return (1 + r / k) ** (n * k)


@mistake(
    "d02-compound",
    "Your factor is r / k, without the 1: the bank keeps the euro and pays out the interest only.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (r / k) ** (n * k)


@mistake(
    "d02-compound",
    "You multiply by the number of payments. The factor of one payment is repeated that often: it is a power.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) * (n * k)


@mistake(
    "d02-compound",
    "Your answer pays the whole rate once a year, whatever k is. A year has k payments of r / k each, and they earn interest too.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r) ** n


@mistake(
    "d02-compound",
    "In your answer each payment takes its portion away, so the balance falls. Interest is added.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 - r / k) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer multiplies the rate by the number of payments. They share it: divide.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r * k) ** (n * k)


@mistake(
    "d02-compound",
    "Your portions have lost what stands after the point, as // makes them: 1 // 2 is 0. Divide with /.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r // k) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer is one payment short. A range that starts at 1 and leaves its end out has one round less than its end.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** max(n * k - 1, 0)


@mistake(
    "d02-compound",
    "Your answer has one payment too many: after 0 years there is one already.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** (n * k + 1)


@mistake(
    "d02-compound",
    "Each payment adds the number r / k itself, as if the balance were 1 euro. The interest is r / k times the balance.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p + r / k * (n * k)


@mistake(
    "d02-compound",
    "Your answer takes the rate of 100 percent, whatever r is.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + 1 / k) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer counts the start twice: the power times p holds it already.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p + p * (1 + r / k) ** (n * k)


@mistake(
    "d02-compound",
    "Your answer is one year short. Does the count of the years start at 1 and end before n?",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / k) ** (max(n - 1, 0) * k)


@mistake(
    "d02-compound",
    "Your answer has 12 payments a year, whatever k is.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + r / 12) ** (n * 12)


@mistake(
    "d02-compound",
    "Your answer multiplies the rate by 100. It is given as a share: 1.0 means 100 percent.",
    caught_by="visible",
)
def compound(p, r, n, k):
    return p * (1 + 100 * r / k) ** (n * k)


hints(
    "d02-compound",
    "What does one payment do to the balance? Say it as a factor, not as an amount.",
    "One payment multiplies by 1 + r / k. How many payments do n years have?",
    "The start times the factor to the power n * k. Mind that the exponent needs brackets: a power goes before a product.",
)
why(
    "d02-compound",
    "Every payment multiplies whatever is there by the same factor 1 + r / k, and there are n * k payments. Repeated multiplication is a power.",
)

# ---------------------------------------------------------------- d02-e_limit


@also_right("d02-e_limit")
def e_limit(n):
    return np.array([(1 + 1 / k) ** k for k in range(1, n + 1)])


@also_right("d02-e_limit")
def e_limit(n):
    k = np.arange(1, n + 1)
    return np.exp(k * np.log1p(1 / k))


@mistake(
    "d02-e_limit",
    "Your array starts with k = 0, where 1/0 does not exist. A year has at least one payment, so k starts at 1.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (1 + 1 / k) ** k


@mistake(
    "d02-e_limit",
    "Every number has the exponent n. Each has its own k, in the portion and in the exponent.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    with np.errstate(over="ignore"):
        return (1 + 1 / k) ** n


@mistake(
    "d02-e_limit",
    "Every number has the portion 1/n. Each has its own k, in the portion and in the exponent.",
    caught_by="visible",
)
def e_limit(n):
    return (1 + 1 / n) ** np.arange(1, n + 1)


@mistake(
    "d02-e_limit",
    "Your answer is the last number alone. The whole sequence is asked for, from k = 1 to n.",
    caught_by="visible",
)
def e_limit(n):
    return (1 + 1 / n) ** n


@mistake(
    "d02-e_limit",
    "Your array stops one number early. The end of a range is not part of it.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n)
    return (1 + 1 / k) ** k


@mistake("d02-e_limit", "Your array goes one number too far, to k = n + 1.", caught_by="visible")
def e_limit(n):
    k = np.arange(1, n + 2)
    return (1 + 1 / k) ** k


@mistake(
    "d02-e_limit",
    "Only 1/k is raised to the power, and the 1 is added afterward. A power goes before a sum, so the factor 1 + 1/k needs brackets.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1.0, n + 1)
    with np.errstate(under="ignore"):
        return 1 + (1 / k) ** k


@mistake(
    "d02-e_limit",
    "The 1 above the line is divided by k to the power k, and the other 1 is added afterward. A power goes before everything, so the factor 1 + 1/k needs brackets.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    with np.errstate(divide="ignore"):
        return 1 + 1 / k**k


@mistake(
    "d02-e_limit",
    "Your portions have vanished, as // makes them: 1 // 2 is 0. Divide with /.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    return (1.0 + 1 // k) ** k


@mistake(
    "d02-e_limit",
    "Your numbers are k + 1: the factor was multiplied by k, or the factors of all k with each other. For each k it is the same factor, used k times: a power.",
    caught_by="visible",
)
def e_limit(n):
    return np.cumprod(1 + 1 / np.arange(1, n + 1))


@mistake(
    "d02-e_limit",
    "Your numbers are all 2: one divided by k, times k, is 1 again. A factor is repeated by a power, and the factor 1 + 1/k needs brackets.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    return 1 + 1 / k * k


@mistake(
    "d02-e_limit",
    "Your answer is e for every k. The sequence creeps toward e, but no member of it is equal to e.",
    caught_by="visible",
)
def e_limit(n):
    return np.full(n, np.e)


@mistake(
    "d02-e_limit",
    "Your numbers are rounded. From some k on they then stand still, and the climb is lost.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    return np.round((1 + 1 / k) ** k, 4)


@mistake(
    "d02-e_limit",
    "The factor of your numbers is (1 + 1) / k: both ones are divided. Only the second 1 is shared out among the payments.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    return (2 / k) ** k


@mistake(
    "d02-e_limit",
    "The numbers are right, and come in a list. Asked for is an array; np.array makes one of a list.",
    caught_by="visible",
)
def e_limit(n):
    return [(1 + 1 / k) ** k for k in range(1, n + 1)]


@mistake(
    "d02-e_limit",
    "Your array holds the first number only. Does the function return in the first round of its loop?",
    caught_by="visible",
)
def e_limit(n):
    return np.array([2.0])


@mistake(
    "d02-e_limit", "Your numbers come in the opposite order. They begin with k = 1.", caught_by="visible"
)
def e_limit(n):
    k = np.arange(n, 0, -1)
    return (1 + 1 / k) ** k


@mistake(
    "d02-e_limit",
    "Your numbers are 2 divided by k to the power k. The factor 1 + 1/k is repeated as a whole, so it needs brackets, and only the second 1 is divided.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    with np.errstate(divide="ignore"):
        return (1 + 1) / k**k


@mistake(
    "d02-e_limit",
    "Your factor is 1 - 1/k, so the euro loses its portion each time. A payment adds it.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    return (1 - 1 / k) ** k


@mistake(
    "d02-e_limit",
    "Your k are the powers of ten, 1, 10, 100 and so on. Asked for are 1, 2, 3 and so on.",
    caught_by="visible",
)
def e_limit(n):
    k = 10.0 ** np.arange(n)
    return (1 + 1 / k) ** k


@mistake(
    "d02-e_limit",
    "Your numbers are the sums of layers from part 4. Asked for are the balances with k payments.",
    caught_by="visible",
)
def e_limit(n):
    layers = np.ones(n)
    layers[1:] = 1 / np.arange(1, n)
    return np.cumsum(np.cumprod(layers))


@mistake(
    "d02-e_limit",
    "Your numbers begin with k = 2, and end one too far.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(2, n + 2)
    return (1 + 1 / k) ** k


@mistake(
    "d02-e_limit",
    "In your numbers k and 1/k have changed places: the portion is 1/k, and the exponent k.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    return (1 + k) ** (1 / k)


@mistake(
    "d02-e_limit",
    "Your numbers are what is still missing to e. Asked for are the balances themselves.",
    caught_by="visible",
)
def e_limit(n):
    k = np.arange(1, n + 1)
    return np.e - (1 + 1 / k) ** k


hints(
    "d02-e_limit",
    "Write down the three numbers of your calculation by hand, with k in both places. What has to change from one to the next?",
    "Make the array of all k first. numpy then divides, adds and takes powers for all of them at once.",
    "np.arange(1, n + 1) is the array 1, 2, …, n. The factor 1 + 1 / k needs brackets before the power.",
)
why(
    "d02-e_limit",
    "With k as an array, 1 / k is the array of portions, and the power pairs each factor with its own k. No loop is needed.",
)

# ---------------------------------------------------------------- d02-decay


@also_right("d02-decay")
def decay(x0, half_life, t):
    return x0 / 2 ** (t / half_life)


@also_right("d02-decay")
def decay(x0, half_life, t):
    return x0 * np.exp(-np.log(2) * t / half_life)


@mistake(
    "d02-decay",
    "Your answer falls to 1/e, about 37 percent, in each half-life, and not to one half.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * np.exp(-t / half_life)


@mistake(
    "d02-decay",
    "Your exponent is the half-life divided by the time. It should count how many half-lives fit into the time.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    with np.errstate(divide="ignore"):
        return x0 * 0.5 ** (half_life / np.asarray(t, dtype=float))


@mistake(
    "d02-decay",
    "Your answer takes away the same amount in equal times. After two half-lives nothing is left on your straight line, and then less than nothing.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * (1 - 0.5 * t / half_life)


@mistake(
    "d02-decay",
    "Your amount doubles in every half-life. The sign of the exponent, or the base, is turned over.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 2 ** (t / half_life)


@mistake(
    "d02-decay",
    "Your answer is what has disappeared. What is left is asked for; after one half-life the two look alike.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 - x0 * 0.5 ** (t / half_life)


@mistake(
    "d02-decay",
    "Your answer counts whole half-lives only. The amount also falls between them, and does not wait for the next whole one.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.5 ** np.floor(t / half_life)


@mistake(
    "d02-decay",
    "Your answer goes straight from one half-life to the next. Half of the time takes more than half of the loss.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    whole = np.floor(t / half_life)
    return x0 * 0.5**whole * (1 - 0.5 * (t / half_life - whole))


@mistake(
    "d02-decay",
    "Your answer does not depend on the start: it is the share that is left, not the amount.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return 0.5 ** (t / half_life)


@mistake(
    "d02-decay",
    "Your answer multiplies by the number of half-lives and by one half. Halving twice is one quarter, not one half times two: the number of half-lives is an exponent.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.5 * (t / half_life)


@mistake(
    "d02-decay",
    "Your answer repeats the start, too. Only the one half is repeated; the start is there once.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    with np.errstate(over="ignore"):
        return (x0 * 0.5) ** (t / half_life)


@mistake(
    "d02-decay",
    "Your amount halves in every hour: the exponent is the time itself. The half-life has to enter.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.5**t


@mistake(
    "d02-decay",
    "Your function answers one time and stops with an error at a whole array of times. The sign ** handles both, and so do the functions of numpy.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * math.pow(0.5, t / half_life)


@mistake(
    "d02-decay",
    "The answer is right, but the array of times that you were given is changed.",
    caught_by="hidden",
)
def decay(x0, half_life, t):
    if isinstance(t, np.ndarray) and t.dtype.kind == "f":
        t /= half_life
        return x0 * 0.5**t
    return x0 * 0.5 ** (t / half_life)


@mistake(
    "d02-decay",
    "Your exponent is the time alone, and the result is divided by the half-life. All of t / half_life is the exponent, so it needs brackets.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.5**t / half_life


@mistake(
    "d02-decay",
    "Your answer is right but for its sign. What is left of something positive is positive.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return -x0 * 0.5 ** (t / half_life)


@mistake(
    "d02-decay",
    "Your answer halves every 6, whatever the half-life is. Take it from the brackets of the first line.",
    caught_by="hidden",
)
def decay(x0, half_life, t):
    return x0 * 0.5 ** (t / 6)


@mistake(
    "d02-decay",
    "Your function walks through the times one by one, and stops with an error at a single time. t may be a number or an array; numpy's arithmetic handles both without a loop.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return np.array([x0 * 0.5 ** (time / half_life) for time in t])


@mistake(
    "d02-decay",
    "Your exponent is the time multiplied by the half-life. It should count how many half-lives fit into the time: divide.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.5 ** (t * half_life)


@mistake(
    "d02-decay",
    "Your exponent is the time minus the half-life. It should count how many half-lives fit into the time: divide.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.5 ** (t - half_life)


@mistake(
    "d02-decay",
    "Your answer takes away the same amount in equal times, so that nothing is left after two half-lives. Each half-life takes one half of what is there.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return np.maximum(x0 * (1 - 0.5 * t / half_life), 0)


@mistake(
    "d02-decay",
    "Your answer is the start divided by twice the number of half-lives. Each half-life divides by 2 once more: the number of them is an exponent.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    with np.errstate(divide="ignore"):
        return x0 / (2 * np.asarray(t, dtype=float) / half_life)


@mistake(
    "d02-decay",
    "Your answer is one half of the start, whatever the time is.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 / 2


@mistake(
    "d02-decay",
    "The array of times that you were given is changed: /= writes into it. Give t / half_life a name of its own.",
    caught_by="hidden",
)
def decay(x0, half_life, t):
    t /= half_life
    return x0 * 0.5**t


@mistake(
    "d02-decay",
    "Your answer starts at 80, whatever the start is. Take it from the brackets of the first line.",
    caught_by="hidden",
)
def decay(x0, half_life, t):
    return 80 * 0.5 ** (t / half_life)


@mistake(
    "d02-decay",
    "Your answer keeps 94 percent after each half-life. That factor belongs to two passes of the example; the factor of a half-life is one half.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.94 ** (t / half_life)


@mistake(
    "d02-decay",
    "Your answer multiplies by 0.94 for every two passes, as in the example, whatever the half-life is. The factor of a half-life is one half.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.94 ** (t / 2)


@mistake(
    "d02-decay",
    "The start and the half-life have changed places in your answer.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return half_life * 0.5 ** (t / x0)


@mistake(
    "d02-decay",
    "Your amount takes twice as long as it should to halve. One half-life is the exponent 1.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.5 ** (t / (2 * half_life))


@mistake(
    "d02-decay",
    "The amounts are right, and those of an array of times come in a list. Asked for is an array; without a loop, numpy's arithmetic makes one.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    if np.ndim(t) == 0:
        return x0 * 0.5 ** (t / half_life)
    return [x0 * 0.5 ** (one / half_life) for one in t]


@mistake(
    "d02-decay",
    "Your function walks through the times one by one: it gives a list, and stops with an error at a single time. t may be a number or an array; numpy's arithmetic handles both without a loop.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return [x0 * 0.5 ** (one / half_life) for one in t]


@mistake(
    "d02-decay",
    "Your answer rounds the number of half-lives up. The amount falls between them too, and does not jump ahead.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    return x0 * 0.5 ** np.ceil(t / half_life)


@mistake(
    "d02-decay",
    "Your answer divides the start by the number of half-lives. Each of them halves what is there.",
    caught_by="visible",
)
def decay(x0, half_life, t):
    with np.errstate(divide="ignore"):
        return x0 / (np.asarray(t, dtype=float) / half_life)


hints(
    "d02-decay",
    "How many half-lives fit into the time t? It need not be a whole number.",
    "One half, used as a factor t / half_life times. Which arithmetic sign repeats a factor?",
    "The start times 0.5 to the power t / half_life. The exponent needs brackets.",
)
why(
    "d02-decay",
    "Every half-life multiplies by one half, and t / half_life of them have passed. The power rules make this right for parts of a half-life too.",
)

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
    "Your answer goes wrong where x**k and k! get too large for the computer, long before their quotient does. Each layer follows from the one before, without either.",
    caught_by="hidden",
)
def exp_series(x, terms):
    return sum(float(x) ** k / math.factorial(k) for k in range(terms))


@mistake(
    "d02-exp_series",
    "Your sum has one layer too many. The first layer is 1, so the last of them is layer number terms - 1.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms + 1):
        term = term * x / k
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your sum has one layer too few. The 1 at the beginning is only the first of them.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms - 1):
        term = term * x / k
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your sum starts with x and misses the 1. The first layer is the euro itself.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 0.0
    for k in range(1, terms + 1):
        term = term * x / k
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your layers are the powers of x, not divided by the factorials. For x = 2 they double without end.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for _ in range(1, terms):
        term = term * x
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your layers are x**k divided by k, not by k!. The two agree up to k = 2, and then part.",
    caught_by="visible",
)
def exp_series(x, terms):
    total = 1.0
    for k in range(1, terms):
        total += x**k / k
    return total


@mistake(
    "d02-exp_series",
    "Your layers are x / k, each made from the first one. A layer follows from the layer before it.",
    caught_by="visible",
)
def exp_series(x, terms):
    return 1.0 + sum(x / k for k in range(1, terms))


@mistake(
    "d02-exp_series",
    "Your answer is the last layer. The sum of all of them is asked for.",
    caught_by="visible",
)
def exp_series(x, terms):
    term = 1.0
    for k in range(1, terms):
        term = term * x / k
    return term


@mistake(
    "d02-exp_series",
    "Your answer is e to the x itself. The sum of a few layers is still below or beside it.",
    caught_by="visible",
)
def exp_series(x, terms):
    return np.exp(x)


@mistake(
    "d02-exp_series",
    "Your layers are divided by one number too large: the second is x / 2 and not x.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term * x / (k + 1)
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your answer does not depend on x: it is the sum for x = 1, which leads to e.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term / k
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your sum stops at the first layer that is small, or not positive. For a negative x every second layer is negative, and the sum is not finished there.",
    caught_by="hidden",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term * x / k
        if term < 1e-12:
            break
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your answer is the same for x and -x. The layers of a negative x take turns: plus, minus, plus.",
    caught_by="hidden",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term * abs(x) / k
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your function stops with an error: it divides by 0. A count that starts at 0 meets the layer x / 0; the layer 1 is there before the loop, so count from 1.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(terms):
        term = term * x / k
        total += term
    return total


@mistake("d02-exp_series", "Your sum misses the first layer, 1: it starts at 0.", caught_by="visible")
def exp_series(x, terms):
    term, total = 1.0, 0.0
    for k in range(1, terms):
        term = term * x / k
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your sum ends after two layers, and for one layer nothing comes back. Does the function return in the first round of its loop?",
    caught_by="visible",
)
def exp_series(x, terms):
    for _ in range(1, terms):
        return 1.0 + x


@mistake(
    "d02-exp_series",
    "Your sum counts the first layer twice and misses the last: each layer is added before it is made. First make the new layer, then add it.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        total += term
        term = term * x / k
    return total


@mistake(
    "d02-exp_series",
    "You add x / k to the layer before. To get from layer to layer, multiply by it.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term + x / k
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your answer is a list of the layers. Asked for is one number, their sum.",
    caught_by="visible",
)
def exp_series(x, terms):
    layers = [1.0]
    for k in range(1, terms):
        layers.append(layers[-1] * x / k)
    return layers


@mistake(
    "d02-exp_series",
    "For one layer your answer has two: the layers 1 and x are there before the loop. Only the 1 is.",
    caught_by="visible",
)
def exp_series(x, terms):
    term, total = float(x), 1.0 + x
    for k in range(2, terms):
        term = term * x / k
        total += term
    return total


@mistake(
    "d02-exp_series",
    "Your layers are the powers of x alone. Each is divided by its factorial.",
    caught_by="visible",
)
def exp_series(x, terms):
    total = 0.0
    for k in range(terms):
        total = total + x**k
    return total


@mistake(
    "d02-exp_series",
    "Each of your rounds adds x / k times the whole sum so far. The next layer is x / k times the last layer alone.",
    caught_by="visible",
)
def exp_series(x, terms):
    total = 1.0
    for k in range(1, terms):
        total = total + total * x / k
    return total


@mistake(
    "d02-exp_series",
    "You multiply by k / x to get to the next layer. It is the other way around: times x, divided by k.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer = total = 1.0
    for k in range(1, terms):
        layer = layer * k / x
        total = total + layer
    return total


@mistake(
    "d02-exp_series",
    "You multiply by x and by k to get to the next layer. Multiply by x and divide by k.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer = total = 1.0
    for k in range(1, terms):
        layer = layer * x * k
        total = total + layer
    return total


@mistake(
    "d02-exp_series",
    "Your answer goes wrong where x**k or k! gets too large for the computer, long before their quotient does. Each layer follows from the one before, without either.",
    caught_by="hidden",
)
def exp_series(x, terms):
    k = np.arange(terms)
    with np.errstate(all="ignore"):
        return (x**k / np.cumprod(np.maximum(k, 1))).sum()


@mistake(
    "d02-exp_series",
    "Your answer goes wrong where x**k or k! gets too large for the computer, long before their quotient does. Each layer follows from the one before, without either.",
    caught_by="hidden",
)
def exp_series(x, terms):
    k = np.arange(terms)
    with np.errstate(all="ignore"):
        return (float(x)**k / np.cumprod(np.maximum(k, 1.0))).sum()


@mistake(
    "d02-exp_series",
    "Your layers have lost what stands after the point, as // makes them. Divide with /.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer = total = 1
    for k in range(1, terms):
        layer = layer * x // k
        total = total + layer
    return total


@mistake(
    "d02-exp_series",
    "Your answer has lost what stands after its point.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer = total = 1.0
    for k in range(1, terms):
        layer = layer * x / k
        total = total + layer
    return int(total)


@mistake(
    "d02-exp_series",
    "Your answer is rounded to six digits after the point. Asked for is the sum as it is.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer = total = 1.0
    for k in range(1, terms):
        layer = layer * x / k
        total = total + layer
    return round(total, 6)


@mistake(
    "d02-exp_series",
    "Your answer is a balance paid in portions, 1 + x / terms to the power terms. It leads to the same e to the x; asked for is the sum of the layers.",
    caught_by="visible",
)
def exp_series(x, terms):
    return (1 + x / terms) ** terms


@mistake(
    "d02-exp_series",
    "Your sum misses the first layer, 1, and goes wrong where x**k gets too large for the computer.",
    caught_by="visible",
)
def exp_series(x, terms):
    total = 0.0
    for k in range(1, terms):
        total = total + x**k / math.factorial(k)
    return total


@mistake(
    "d02-exp_series",
    "Your sum has 100 layers, whatever terms is.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer = total = 1.0
    for k in range(1, 100):
        layer = layer * x / k
        total = total + layer
    return total


@mistake(
    "d02-exp_series",
    "Your layers are subtracted from the first one. All of them are added.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer, total = 1.0, 1.0
    for k in range(1, terms):
        layer = layer * x / k
        total = total - layer
    return total


@mistake(
    "d02-exp_series",
    "Your answer is 1 for every x and every number of terms: nothing is ever added to the first layer. Is that layer 0 in your program, or does the adding never happen?",
    caught_by="visible",
)
def exp_series(x, terms):
    layer, total = 0.0, 1.0
    for k in range(1, terms):
        layer = layer * x / k
        total = total + layer
    return total


@mistake(
    "d02-exp_series",
    "You divide by terms in every round. The layer k is the one before, times x, divided by k.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer, total = 1.0, 1.0
    for k in range(1, terms):
        layer = layer * x / terms
        total = total + layer
    return total


@mistake(
    "d02-exp_series",
    "Your answer is the mean of the layers. Asked for is their sum.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer, total = 1.0, 1.0
    for k in range(1, terms):
        layer = layer * x / k
        total = total + layer
    return total / terms


@mistake(
    "d02-exp_series",
    "Your answer is x times too large: its first layer is x. The first layer is 1.",
    caught_by="visible",
)
def exp_series(x, terms):
    layer, total = 1.0, 1.0
    for k in range(1, terms):
        layer = layer * x / k
        total = total + layer
    return x * total


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


@mistake(
    "d02-ema",
    "Your average starts at the first reading. It is a sensible choice, but here the average starts from 0, as in Adam.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = x[0], []
    for reading in x:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "The two shares are exchanged. Beta belongs to the old average, the rest to the new reading.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = (1 - beta) * m + beta * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your averages are divided by 1 - beta**t, which corrects for the start at 0. Day 43 does that; here the plain average is asked for.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for t, reading in enumerate(x, start=1):
        m = beta * m + (1 - beta) * reading
        kept.append(m / (1 - beta**t))
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your answer is the mean of all readings so far. It gives each of them the same weight and forgets nothing.",
    caught_by="visible",
)
def ema(x, beta):
    return np.cumsum(x) / np.arange(1, len(x) + 1)


@mistake(
    "d02-ema",
    "Your answer is the last average alone. The average after each reading is asked for.",
    caught_by="visible",
)
def ema(x, beta):
    m = 0.0
    for reading in x:
        m = beta * m + (1 - beta) * reading
    return m


@mistake(
    "d02-ema",
    "Your answer begins with m_0. The start is 0 and no average of anything; n readings give n averages.",
    caught_by="visible",
)
def ema(x, beta):
    kept = [0.0]
    for reading in x:
        kept.append(beta * kept[-1] + (1 - beta) * reading)
    return np.array(kept)


@mistake(
    "d02-ema",
    "The whole new reading is added. Its share is 1 - beta; without it the result is a fading sum, ten times too large for beta = 0.9.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "All your averages are one step late: each is kept before the new reading has come in.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        kept.append(m)
        m = beta * m + (1 - beta) * reading
    return np.array(kept)


@mistake(
    "d02-ema",
    "Each of your averages knows one reading only, as if it were set back to 0 at every step.",
    caught_by="visible",
)
def ema(x, beta):
    return (1 - beta) * np.asarray(x)


@mistake(
    "d02-ema",
    "Each of your averages knows two readings only, the newest and the one before. What has to be kept is the old average, which remembers all of them.",
    caught_by="visible",
)
def ema(x, beta):
    before = np.concatenate([[0.0], x[:-1]])
    return beta * before + (1 - beta) * x


@mistake(
    "d02-ema",
    "With whole-number readings your averages have lost what stands after the point. An array that was made from the readings has their number type.",
    caught_by="hidden",
)
def ema(x, beta):
    kept = np.zeros_like(x)
    m = 0.0
    for t, reading in enumerate(x):
        m = beta * m + (1 - beta) * reading
        kept[t] = m
    return kept


@mistake(
    "d02-ema",
    "The averages are written over the readings that you were given, and whole-number readings cut them off. Keep the averages in a list of their own.",
    caught_by="hidden",
)
def ema(x, beta):
    m = 0.0
    for t in range(len(x)):
        m = beta * m + (1 - beta) * x[t]
        x[t] = m
    return x


@mistake(
    "d02-ema",
    "Your averages are rounded. Each is built from the one before, so the errors are carried along.",
    caught_by="hidden",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = round(float(beta * m + (1 - beta) * reading), 4)
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your answer holds the first average only. Does the function return in the first round of its loop?",
    caught_by="visible",
)
def ema(x, beta):
    return np.array([(1 - beta) * x[0]])


@mistake(
    "d02-ema",
    "Your answer holds the last average only, in an array of one number. Does the list start anew in every round?",
    caught_by="visible",
)
def ema(x, beta):
    m = 0.0
    for reading in x:
        m = beta * m + (1 - beta) * reading
    return np.array([m])


@mistake(
    "d02-ema",
    "The averages are right, and come in a list. Asked for is an array; np.array makes one of a list.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return kept


@mistake(
    "d02-ema",
    "Your step adds 1 and takes beta readings away. The share of the reading is 1 - beta, in brackets.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + 1 - beta * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your shares are 0.9 and 0.1, whatever beta is. Take beta from the brackets of the first line.",
    caught_by="hidden",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = 0.9 * m + (1 - 0.9) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your answer is the readings themselves. The averages are what has to be kept.",
    caught_by="visible",
)
def ema(x, beta):
    return np.array(list(x))


@mistake(
    "d02-ema",
    "Your average reads from the newest reading to the oldest. The oldest comes first.",
    caught_by="hidden",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x[::-1]:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your average starts at the mean of all readings. It should start from 0, and know no reading before its turn.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = np.mean(x), []
    for reading in x:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your average starts at 1. Here it starts from 0.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 1.0, []
    for reading in x:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "The share of your new reading is 1 + beta. The two shares make 1 together: the rest for the reading is 1 - beta.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + (1 + beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your shares are one half each, whatever beta is. Take beta from the brackets of the first line.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = 0.5 * m + 0.5 * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Both of your shares are beta. What is left of 1 belongs to the new reading.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + beta * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Nothing fades in your answer: each average is the one before plus a share of the new reading. The old average is to be multiplied by beta.",
    caught_by="visible",
)
def ema(x, beta):
    return (1 - beta) * np.cumsum(x)


@mistake(
    "d02-ema",
    "Each of your steps takes in all readings at once, so a whole row is kept every time. A step takes the one reading of its round.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + (1 - beta) * np.asarray(x)
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your first reading is left out, and so is its average. The places of an array are counted from 0.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x[1:]:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your first average is 0, and the first reading never comes in. m_0 is the 0 before all readings; m_1 holds the first one already.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, [0.0]
    for reading in x[1:]:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your average takes in the last reading first. The readings come oldest first, and so do the averages.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x[::-1]:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept[::-1])


@mistake(
    "d02-ema",
    "Your averages are 0 throughout, since they start at 0 and no share of a reading is ever added. An average is beta times the old one plus 1 - beta times the reading.",
    caught_by="visible",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = beta * m * (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


@mistake(
    "d02-ema",
    "In your sums the oldest reading counts most. The newest has the age 0, and each step back adds one.",
    caught_by="visible",
)
def ema(x, beta):
    kept = []
    for t in range(len(x)):
        kept.append((1 - beta) * (float(beta) ** np.arange(t + 1) * x[: t + 1]).sum())
    return np.array(kept)


@mistake(
    "d02-ema",
    "Your averages are rounded to two digits after the point. Asked for are the averages as they are.",
    caught_by="hidden",
)
def ema(x, beta):
    m, kept = 0.0, []
    for reading in x:
        m = round(beta * m + (1 - beta) * reading, 2)
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
