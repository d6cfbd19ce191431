"""Right and wrong answers to day 26: limits and the derivative."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import central_slope, fit_line

# ---------------------------------------------------------------- d26-review


@also_right("d26-review")
def review_26(prior, sens, alarm, k):
    for _ in range(k):
        prior = prior * sens / (prior * sens + (1 - prior) * alarm)
    return prior


@also_right("d26-review")
def review_26(prior, sens, alarm, k):
    faulty, good = prior * sens**k, (1 - prior) * alarm**k
    return faulty / (faulty + good)


@mistake("d26-review", "Your answer does not depend on the prior: it starts from odds of 1 to 1. The odds before any test are prior / (1 − prior).", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = (sens / alarm) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You returned the odds. The probability that belongs to odds o is o / (1 + o).", caught_by="visible")
def review_26(prior, sens, alarm, k):
    return prior / (1 - prior) * (sens / alarm) ** k


@mistake("d26-review", "You multiplied the prior itself by the likelihood ratios. They multiply odds, prior / (1 − prior).", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior * (sens / alarm) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You multiplied the prior by the likelihood ratios, and the product is no probability: it grows beyond 1. They multiply odds.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    return prior * (sens / alarm) ** k


@mistake("d26-review", "The ratio was multiplied by k. Each stop multiplies the odds once more: it is raised to the power k.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / alarm) * k
    return odds / (1 + odds)


@mistake("d26-review", "Your answer is that after one stop, whatever k is.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / alarm)
    return odds / (1 + odds)


@mistake("d26-review", "Your answer is that after one stop: you return before the others have been counted.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    for _ in range(k):
        return prior * sens / (prior * sens + (1 - prior) * alarm)


@mistake("d26-review", "You turned the likelihood ratio around: a stop that faulty parts get more often has to raise the odds.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (alarm / sens) ** k
    return odds / (1 + odds)


@mistake("d26-review", "Your answer is the probability that the part is good. One minus it is that of a fault.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    return 1 / (1 + prior / (1 - prior) * (sens / alarm) ** k)


@mistake("d26-review", "The odds before were turned around: a prior of 0.1 is odds of 1 to 9, not of 9 to 1.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = (1 - prior) / prior * (sens / alarm) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You divided sens by the share of good parts that pass. What counts is the share of good parts that are stopped, too.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / (1 - alarm)) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You divided sens by the faulty parts that slip through. The likelihood ratio compares the faulty with the good parts that are stopped.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / (1 - sens)) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You count one stop too many.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / alarm) ** (k + 1)
    return odds / (1 + odds)


@mistake("d26-review", "You count one stop too few.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / alarm) ** (k - 1)
    return odds / (1 + odds)


@mistake("d26-review", "Only sens is raised to the power k in your answer: good parts are stopped k times, too.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * sens / alarm**1 * sens ** (k - 1) if k else prior / (1 - prior) / alarm
    return odds / (1 + odds)


@mistake("d26-review", "The odds prior / (1 − prior) are raised to the power k as well. They stand once, before all stops.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = (prior / (1 - prior) * sens / alarm) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You returned the probability that a faulty part is stopped k times. Asked is how likely a part that was stopped k times is faulty.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    return sens**k


@mistake("d26-review", "You returned the share of parts that are faulty and stopped k times. Divide it by the share of all parts that are stopped k times.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    return prior * sens**k


@mistake("d26-review", "You added the odds before and the ratios. Each stop multiplies the odds.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) + (sens / alarm) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You turned odds into a probability by o / (1 − o), which goes the other way, from a probability to odds.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / alarm) ** k
    return odds / (1 - odds)


@mistake("d26-review", "Your odds before are wrong without any stop: 1 − prior needs brackets, or the product is taken away from prior.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / 1 - prior * (sens / alarm) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You compared sens and alarm by their difference. The likelihood ratio is a quotient.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens - alarm) ** k
    return odds / (1 + odds)


@mistake("d26-review", "Your numbers are those of the question, whatever prior, sens and alarm are.", caught_by="hidden")
def review_26(prior, sens, alarm, k):
    odds = 0.1 / (1 - 0.1) * (0.9 / 0.05) ** k
    return odds / (1 + odds)


@mistake("d26-review", "You raised the probability after one stop to the power k. Odds are multiplied by the ratio k times, and then turned into a probability.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    return (prior * sens / (prior * sens + (1 - prior) * alarm)) ** k


@mistake("d26-review", "You count one stop too few.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior)
    for _ in range(1, k):
        odds = odds * sens / alarm
    return odds / (1 + odds)


@mistake("d26-review", "The prior is missing among all the parts that are stopped: each kind is stopped with its own probability, times its share.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    return prior * sens**k / (sens**k + alarm**k)


@mistake("d26-review", "You rounded your answer. Hand on all its digits.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / alarm) ** k
    return round(odds / (1 + odds), 4)


@mistake("d26-review", "Your likelihood ratio is that of a part that is not stopped. The part was stopped: sens stands above, alarm below.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * ((1 - sens) / (1 - alarm)) ** k
    return odds / (1 + odds)


@mistake("d26-review", "The odds before are divided with //, which cuts them to a whole number. Use /.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior // (1 - prior) * (sens / alarm) ** k
    return odds / (1 + odds)


@mistake("d26-review", "After each stop the odds take the place of the probability. Turn them back, o / (1 + o), before the next stop.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    for _ in range(k):
        prior = prior / (1 - prior) * sens / alarm
    return prior


@mistake("d26-review", "Without a stop you count one all the same. For k = 0 the answer is the prior.", caught_by="visible")
def review_26(prior, sens, alarm, k):
    odds = prior / (1 - prior) * (sens / alarm) ** max(k, 1)
    return odds / (1 + odds)


@mistake("d26-review", "You returned log-odds. Asked is the probability: turn them into odds with exp, then o / (1 + o).", caught_by="visible")
def review_26(prior, sens, alarm, k):
    return np.log(prior / (1 - prior)) + k * np.log(sens / alarm)


hints(
    "d26-review",
    "Stops multiply odds. What are the odds before any test?",
    "prior / (1 − prior), times sens / alarm once for each stop.",
    "odds = prior / (1 − prior) times (sens / alarm) to the power k; then odds / (1 + odds).",
)
why(
    "d26-review",
    "In odds the rule of Bayes is one multiplication a test, so k tests are a power. It holds only if the runs are independent: a scratch that fools the machine once will fool it again.",
)


# ---------------------------------------------------------------- d26-one_sided_limits


@also_right("d26-one_sided_limits")
def one_sided_limits(f, a, hs):
    last = sorted(hs)[0]
    return [f(a + side * last) for side in (-1, 1)]


@also_right("d26-one_sided_limits")
def one_sided_limits(f, a, hs):
    if len(hs) == 1:
        return f(a - hs[0]), f(a + hs[0])
    h1, h2 = np.sort(hs)[:2]
    near, far = [np.array([f(a - h), f(a + h)]) for h in (h1, h2)]
    return tuple(near + (near - far) * h1 / (h2 - h1))


@mistake("d26-one_sided_limits", "You asked f at the place itself. A limit does not care what happens there; look a step to each side.", caught_by="visible")
def one_sided_limits(f, a, hs):
    return f(a), f(a)


@mistake("d26-one_sided_limits", "You asked f at the place itself. A limit does not care what happens there; look a step to each side.", caught_by="hidden")
def one_sided_limits(f, a, hs):
    f(a)
    h = min(hs)
    return f(a - h), f(a + h)


@mistake("d26-one_sided_limits", "Your first number comes from the right side, your second from the left.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f(a + h), f(a - h)


@mistake("d26-one_sided_limits", "You took the largest step. The smallest comes nearest to the place.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = max(hs)
    return f(a - h), f(a + h)


@mistake("d26-one_sided_limits", "You took the first step of the list. The steps come in any order, and the smallest is wanted.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = hs[0]
    return f(a - h), f(a + h)


@mistake("d26-one_sided_limits", "You took the last step of the list. The steps come in any order, and the smallest is wanted.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = hs[-1]
    return f(a - h), f(a + h)


@mistake("d26-one_sided_limits", "Both of your numbers come from the right. Left of the place is a step before it.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f(a + h), f(a + h)


@mistake("d26-one_sided_limits", "Both of your numbers come from the left. Right of the place is a step after it.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f(a - h), f(a - h)


@mistake("d26-one_sided_limits", "You returned the mean of both sides. At a jump they differ: each side is a number of its own.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return (f(a - h) + f(a + h)) / 2


@mistake("d26-one_sided_limits", "You returned a list of values for each side, one for each step. One number a side is wanted, that of the smallest step.", caught_by="visible")
def one_sided_limits(f, a, hs):
    return [f(a - h) for h in hs], [f(a + h) for h in hs]


@mistake("d26-one_sided_limits", "You took the mean over all steps. Large steps are far from the limit; the smallest comes nearest.", caught_by="visible")
def one_sided_limits(f, a, hs):
    return sum(f(a - h) for h in hs) / len(hs), sum(f(a + h) for h in hs) / len(hs)


@mistake("d26-one_sided_limits", "You looked a step around 0. The steps go from the place a.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f(-h), f(h)


@mistake("d26-one_sided_limits", "You returned slopes. A limit of f is made of values of f.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h, y = min(hs), f(a + 2 * min(hs))
    return (y - f(a - h)) / (3 * h), (y - f(a + h)) / h


@mistake("d26-one_sided_limits", "You returned places near a. Ask f there.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return a - h, a + h


@mistake("d26-one_sided_limits", "This error comes from f: it takes one number, and you gave it an array of places. Choose the step first.", caught_by="visible")
def one_sided_limits(f, a, hs):
    return f(a - hs), f(a + hs)


@mistake("d26-one_sided_limits", "You sorted the caller's steps. Sort a copy, or ask for the smallest.", caught_by="hidden")
def one_sided_limits(f, a, hs):
    hs.sort()
    return f(a - hs[0]), f(a + hs[0])


@mistake("d26-one_sided_limits", "Your numbers are whole: what stands after the point is lost.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return int(f(a - h)), int(f(a + h))


@mistake("d26-one_sided_limits", "You looked the distance from 0 to a and the step together to both sides of 0. The places are a − h and a + h.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f(-(a + h)), f(a + h)


@mistake("d26-one_sided_limits", "You used the place of the smallest step in the list as the step. Look that place up in hs.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = np.argmin(hs)
    return f(a - h), f(a + h)


@mistake("d26-one_sided_limits", "You took the smallest value of each side. Asked is the value at the smallest step.", caught_by="visible")
def one_sided_limits(f, a, hs):
    return min(f(a - h) for h in hs), min(f(a + h) for h in hs)


@mistake("d26-one_sided_limits", "You asked f at the place itself and moved its value by a step. Move the place: f is asked at a − h and a + h.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f(a) - h, f(a) + h


@mistake("d26-one_sided_limits", "Your own step is so small that a plus the step is a again, as far as floats can tell. Take the smallest of hs.", caught_by="visible")
def one_sided_limits(f, a, hs):
    return f(a - 1e-20), f(a + 1e-20)


@mistake("d26-one_sided_limits", "You returned slopes, with the value at the place itself in them. A limit of f is made of values of f, a step to each side.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return (f(a) - f(a - h)) / h, (f(a + h) - f(a)) / h


@mistake("d26-one_sided_limits", "You took the second smallest step. The smallest comes nearest to the place.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = np.sort(hs)[min(1, len(hs) - 1)]
    return f(a - h), f(a + h)


@mistake("d26-one_sided_limits", "You took a step of your own. The smallest of hs is wanted.", caught_by="hidden")
def one_sided_limits(f, a, hs):
    return f(a - 1e-6), f(a + 1e-6)


@mistake("d26-one_sided_limits", "You took a step of your own. The smallest of hs is wanted.", caught_by="hidden")
def one_sided_limits(f, a, hs):
    return f(a - 1e-12), f(a + 1e-12)


@mistake("d26-one_sided_limits", "You took half the smallest step. The smallest of hs itself is wanted.", caught_by="hidden")
def one_sided_limits(f, a, hs):
    h = min(hs) / 2
    return f(a - h), f(a + h)


@mistake("d26-one_sided_limits", "Your step is a share of a: at 0 it is no step at all. The places are a − h and a + h.", caught_by="hidden")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f(a * (1 - h)), f(a * (1 + h))


@mistake("d26-one_sided_limits", "You took the middle step. The smallest comes nearest to the place.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = sorted(hs)[len(hs) // 2]
    return f(a - h), f(a + h)


@mistake("d26-one_sided_limits", "You took the median over all steps. Large steps are far from the limit; the smallest comes nearest.", caught_by="visible")
def one_sided_limits(f, a, hs):
    return np.median([f(a - h) for h in hs]), np.median([f(a + h) for h in hs])


@mistake("d26-one_sided_limits", "You returned a dict. A pair is wanted, left first: f(a − h), f(a + h).", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return {"left": f(a - h), "right": f(a + h)}


@mistake("d26-one_sided_limits", "You returned the mean of both sides twice. At a jump they differ: each side is a number of its own.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    mean = (f(a - h) + f(a + h)) / 2
    return mean, mean


@mistake("d26-one_sided_limits", "You took the largest value of each side. Asked is the value at the smallest step.", caught_by="hidden")
def one_sided_limits(f, a, hs):
    return max(f(a - h) for h in hs), max(f(a + h) for h in hs)


@mistake("d26-one_sided_limits", "You returned rises, with the value at the place itself in them. A limit of f is made of values of f, a step to each side.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f(a) - f(a - h), f(a + h) - f(a)


@mistake("d26-one_sided_limits", "This error comes from f: it takes one number, and you gave it a list of two places. Ask f twice.", caught_by="visible")
def one_sided_limits(f, a, hs):
    h = min(hs)
    return f([a - h, a + h])


hints(
    "d26-one_sided_limits",
    "Which of the steps brings you nearest to the place?",
    "With h the smallest step: one place lies h before a, the other h after it.",
    "h = np.min(hs), then the pair f(a − h), f(a + h).",
)
why(
    "d26-one_sided_limits",
    "The smallest step comes nearest, and each side is asked by itself, so a jump shows as two numbers. No finite step proves a limit: between the last step and the place the function may still do anything.",
)


# ---------------------------------------------------------------- d26-tangent_line


@also_right("d26-tangent_line")
def tangent_line(f, df, x0):
    m = df(x0)
    b = f(x0) - m * x0
    return lambda x: m * x + b


@also_right("d26-tangent_line")
def tangent_line(f, df, x0):
    return np.polynomial.Polynomial([f(x0) - df(x0) * x0, df(x0)])


@mistake("d26-tangent_line", "Your line is 0 at x0: the height f(x0), from which it climbs, is missing.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: df(x0) * (x - x0)


@mistake("d26-tangent_line", "Your line has the right slope and goes through (0, 0). It should go through the point where it touches.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: df(x0) * x


@mistake("d26-tangent_line", "Your slope is that of f at x, so it changes along the line. A tangent has one slope, that at x0.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x) * (x - x0)


@mistake("d26-tangent_line", "Your height starts from f(x), so it changes along the line. It climbs from one height, f(x0).", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x) + df(x0) * (x - x0)


@mistake("d26-tangent_line", "Your line climbs from f(x0) at 0. It should start from there at x0: the run is x − x0.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * x


@mistake("d26-tangent_line", "Your line climbs the wrong way: the run goes from x0 to x.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x0 - x)


@mistake("d26-tangent_line", "Your function gives f itself everywhere. The tangent is the line that touches it at x0.", caught_by="visible")
def tangent_line(f, df, x0):
    return f


@mistake("d26-tangent_line", "You returned the derivative. The tangent is a line, whose slope is the derivative's value at x0.", caught_by="visible")
def tangent_line(f, df, x0):
    return df


@mistake("d26-tangent_line", "You returned the height at x0, a number. What is wanted is a function.", caught_by="visible")
def tangent_line(f, df, x0):
    return f(x0)


@mistake("d26-tangent_line", "You returned slope and intercept. What is wanted is a function that gives the height at any place.", caught_by="visible")
def tangent_line(f, df, x0):
    return df(x0), f(x0) - df(x0) * x0


@mistake("d26-tangent_line", "Your new function returns None: it works out the height and does not return it.", caught_by="visible")
def tangent_line(f, df, x0):
    def line(x):
        f(x0) + df(x0) * (x - x0)

    return line


@mistake("d26-tangent_line", "Slope and run were added. The climb is slope times run.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) + (x - x0)


@mistake("d26-tangent_line", "The bracket around x − x0 is missing: your line has the height f(x0) − x0 at 0.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * x - x0


@mistake("d26-tangent_line", "The run is multiplied by the sum of height and slope. Only the slope is multiplied; the height is added.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: (f(x0) + df(x0)) * (x - x0)


@mistake("d26-tangent_line", "Height and slope have changed places: the line climbs with df(x0) from f(x0).", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: df(x0) + f(x0) * (x - x0)


@mistake("d26-tangent_line", "Your line is flat: it has the height f(x0) everywhere.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + 0 * x


@mistake("d26-tangent_line", "Your function takes one place only and stops with an error for an array of places. Let the formula work on the array as it is.", caught_by="hidden")
def tangent_line(f, df, x0):
    return lambda x: float(f(x0)) + float(df(x0)) * (float(x if np.ndim(x) == 0 else [x]) - x0)


@mistake("d26-tangent_line", "Your line goes through the origin and the point of touch: f(x0)/x0 is the slope of that chord, not of the tangent.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) / (x0 or 1) * x


@mistake("d26-tangent_line", "Your line bends: a square of the run was added, and a tangent has only height and slope.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x - x0) ** 2


@mistake("d26-tangent_line", "Your slope is that of a chord, to the point one further on. The tangent has the slope df(x0).", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + (f(x0 + 1) - f(x0)) * (x - x0)


@mistake("d26-tangent_line", "You asked df at the run, x − x0. It is asked at x0, and the result is multiplied by the run.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x - x0)


@mistake("d26-tangent_line", "You multiplied the slope by f of the run. It is multiplied by the run itself.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * f(x - x0)


@mistake("d26-tangent_line", "Your run is x + x0. From x0 to x it is x − x0.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x + x0)


@mistake("d26-tangent_line", "Your line turns at x0 and climbs to both sides: the run has lost its sign.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * abs(x - x0)


@mistake("d26-tangent_line", "You divided the slope by the run. The climb is slope times run.", caught_by="visible")
def tangent_line(f, df, x0):
    with np.errstate(all="ignore"):
        return lambda x: f(x0) + (df(x0) / (x - x0) if np.all(x != x0) else 0)


@mistake("d26-tangent_line", "Your height and your slope are those at x, so both change along the line. A line has one slope, and climbs from one point.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x) + df(x) * (x - x0)


@mistake("d26-tangent_line", "You took the height f(x0) away from the slope times x. The line climbs from f(x0) at x0: the height is added, and the run is x − x0.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: df(x0) * x - f(x0)


@mistake("d26-tangent_line", "At x0 your line has the height x0. It should have the height f(x0).", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: x0 + df(x0) * (x - x0)


@mistake("d26-tangent_line", "Your slope is measured with a step, so it is a little off. The derivative is given: ask df at x0.", caught_by="visible")
def tangent_line(f, df, x0):
    m = (f(x0 + 0.1) - f(x0)) / 0.1
    return lambda x: f(x0) + m * (x - x0)


@mistake("d26-tangent_line", "Your slope is measured with a step, so it is a little off. The derivative is given: ask df at x0.", caught_by="visible")
def tangent_line(f, df, x0):
    m = (f(x0 + 0.01) - f(x0)) / 0.01
    return lambda x: f(x0) + m * (x - x0)


@mistake("d26-tangent_line", "Your slope is measured with a step, so it is a little off. The derivative is given: ask df at x0.", caught_by="visible")
def tangent_line(f, df, x0):
    m = (f(x0 + 1e-6) - f(x0)) / 1e-6
    return lambda x: f(x0) + m * (x - x0)


@mistake("d26-tangent_line", "Your function changes the caller's places. Work out x − x0 as a new array.", caught_by="hidden")
def tangent_line(f, df, x0):
    def line(x):
        x -= x0
        return f(x0) + df(x0) * x

    return line


@mistake("d26-tangent_line", "Your function takes one place only and stops with an error for an array of places. Let the formula work on the array as it is.", caught_by="hidden")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * float(x - x0)


@mistake("d26-tangent_line", "You cut x0 to a whole number. The tangent touches at x0 as it is.", caught_by="hidden")
def tangent_line(f, df, x0):
    x0 = int(x0)
    return lambda x: f(x0) + df(x0) * (x - x0)


@mistake("d26-tangent_line", "The slope is raised to the power of the run. The climb is slope times run.", caught_by="visible")
def tangent_line(f, df, x0):
    with np.errstate(all="ignore"):
        return lambda x: f(x0) + df(x0) ** (x - x0)


@mistake("d26-tangent_line", "A new tangent changes the earlier ones: they share one slope and one height. Keep both inside the call that makes the line.", caught_by="hidden")
def tangent_line(f, df, x0):
    tangent_line.kept = df(x0), f(x0) - df(x0) * x0
    return lambda x: tangent_line.kept[0] * x + tangent_line.kept[1]


@mistake("d26-tangent_line", "Your slope is measured with a step, so it is a little off. The derivative is given: ask df at x0.", caught_by="hidden")
def tangent_line(f, df, x0):
    m = central_slope(f, x0, 1e-5)
    return lambda x: f(x0) + m * (x - x0)


@mistake("d26-tangent_line", "Your function takes a list of places only and stops with an error for one. Let the formula work on x as it is.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: [f(x0) + df(x0) * (v - x0) for v in x]


@mistake("d26-tangent_line", "You rounded the heights. Hand on all their digits.", caught_by="hidden")
def tangent_line(f, df, x0):
    return lambda x: np.round(f(x0) + df(x0) * (x - x0))


@mistake("d26-tangent_line", "The height f(x0) is taken away, so your line has −f(x0) at x0. It is added.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: df(x0) * (x - x0) - f(x0)


@mistake("d26-tangent_line", "Your line climbs half as steeply as the curve at x0. The whole slope df(x0) counts.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) / 2 * (x - x0)


@mistake("d26-tangent_line", "Your line stands at a right angle to the tangent: −1/df(x0) is its slope. The tangent has the slope df(x0).", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) - (x - x0) / (df(x0) or 1)


@mistake("d26-tangent_line", "x0 is added to the height, and the climb counts from 0. The run is x − x0.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * x + x0


@mistake("d26-tangent_line", "Round brackets after df(x0) call it, and a slope is a number. Multiply with *.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0)(x - x0)


@mistake("d26-tangent_line", "Your function returns height and climb as a pair. Their sum is the height of the line.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: (f(x0), df(x0) * (x - x0))


@mistake("d26-tangent_line", "Your intercept is f(x0) − df(x0). From x0 back to 0 the line falls by the slope times x0.", caught_by="visible")
def tangent_line(f, df, x0):
    m = df(x0)
    b = f(x0) - m
    return lambda x: m * x + b


@mistake("d26-tangent_line", "Height and climb are multiplied. The climb is added to the height.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) * df(x0) * (x - x0)


@mistake("d26-tangent_line", "df is a function, and you calculate with it as if it were a number. The slope is df(x0).", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df * (x - x0)


@mistake("d26-tangent_line", "You called your line and returned one height of it, a number. Return the function itself, without brackets behind its name.", caught_by="visible")
def tangent_line(f, df, x0):
    line = lambda x: f(x0) + df(x0) * (x - x0)
    return line(x0 + 1)


@mistake("d26-tangent_line", "For one place your function returns an array of one height. A number is wanted there: let the formula work on x as it is.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: np.array([f(x0) + df(x0) * (v - x0) for v in np.atleast_1d(x)])


@mistake("d26-tangent_line", "Your slope is the mean of those at x0 and at x, so it changes along the line. A tangent has one slope, that at x0.", caught_by="visible")
def tangent_line(f, df, x0):
    return lambda x: f(x0) + (df(x0) + df(x)) / 2 * (x - x0)


hints(
    "d26-tangent_line",
    "Through which point does the line go, and with which slope? Both are numbers that belong to x0.",
    "The height at x is f(x0) plus the slope df(x0) times the run x − x0.",
    "def line(x): inside tangent_line, which returns f(x0) + df(x0) * (x − x0); then return line, without brackets.",
)
why(
    "d26-tangent_line",
    "f and df are asked at x0 only; x comes in once, as the run. That is all a line can know of a curve: one height and one slope.",
)


# ---------------------------------------------------------------- d26-error_order


def slope(x, y):
    return fit_line(np.asarray(x, dtype=float), np.asarray(y, dtype=float))[0]


@also_right("d26-error_order")
def error_order(errs, hs):
    best = min(zip(errs, hs))[1]
    x, y = np.transpose([(np.log10(h), np.log10(e)) for e, h in zip(errs, hs) if h >= best])
    return np.polyfit(x, y, 1)[0]


@also_right("d26-error_order")
def error_order(errs, hs):
    order = np.argsort(hs)
    h, e = np.log2(hs)[order], np.log2(errs)[order]
    i = int(e.argmin())
    h, e = h[i:] - h[i:].mean(), e[i:] - e[i:].mean()
    return (h @ e) / (h @ h)


@mistake("d26-error_order", "Your line goes through all points, those that rounding has spoiled, too. Keep the steps from that of the smallest error upward.", caught_by="visible")
def error_order(errs, hs):
    return slope(np.log(hs), np.log(errs))


@mistake("d26-error_order", "You fitted the numbers themselves. A power shows as a slope on log-log axes: take logarithms of both.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return slope(hs[keep], errs[keep])


@mistake("d26-error_order", "Only the errors are on a log axis in your fit. Take logarithms of the steps, too.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return slope(hs[keep], np.log(errs[keep]))


@mistake("d26-error_order", "Only the steps are on a log axis in your fit. Take logarithms of the errors, too.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return slope(np.log(hs[keep]), errs[keep])


@mistake("d26-error_order", "The axes are exchanged: you fitted the steps over the errors. The order says how the error depends on the step.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return slope(np.log(errs[keep]), np.log(hs[keep]))


@mistake("d26-error_order", "You returned the intercept of the line. The order is its slope, which fit_line gives first.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[1]


@mistake("d26-error_order", "You returned slope and intercept. One number is wanted, the order.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))


@mistake("d26-error_order", "Your slope is that between two points only, the ends. The best line listens to all points that stay.", caught_by="visible")
def error_order(errs, hs):
    i, j = np.argmin(errs), np.argmax(hs)
    return np.log(errs[j] / errs[i]) / np.log(hs[j] / hs[i])


@mistake("d26-error_order", "The point with the smallest error itself is missing from your fit. Steps at least as large as its step stay.", caught_by="visible")
def error_order(errs, hs):
    keep = hs > hs[np.argmin(errs)]
    return slope(np.log(hs[keep]), np.log(errs[keep])) if keep.sum() > 1 else 0.0


@mistake("d26-error_order", "You kept the wrong half: steps below that of the smallest error, where rounding rules.", caught_by="visible")
def error_order(errs, hs):
    keep = hs <= hs[np.argmin(errs)]
    return slope(np.log(hs[keep]), np.log(errs[keep])) if keep.sum() > 1 else 0.0


@mistake("d26-error_order", "You kept the points that come before the smallest error in the list. The steps come in any order: compare the steps, not the places.", caught_by="visible")
def error_order(errs, hs):
    i = int(np.argmin(errs)) + 1
    return slope(np.log(hs[:i]), np.log(errs[:i])) if i > 1 else 0.0


@mistake("d26-error_order", "You rounded the order to a whole number. Measured orders are near one; hand on all digits.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return float(round(slope(np.log(hs[keep]), np.log(errs[keep]))))


@mistake("d26-error_order", "The two logarithms have different bases, so your slope is that of the points times a constant. Use one base for both.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return slope(np.log10(hs[keep]), np.log(errs[keep]))


@mistake("d26-error_order", "The two logarithms have different bases, so your slope is that of the points times a constant. Use one base for both.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return slope(np.log(hs[keep]), np.log10(errs[keep]))


@mistake("d26-error_order", "You divided the logarithm of each error by that of its step. An intercept spoils such a quotient; fit a line.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    with np.errstate(all="ignore"):
        return float(np.mean(np.log(errs[keep]) / np.log(hs[keep])))


@mistake("d26-error_order", "Your line is forced through the origin: sums of products over sums of squares, without taking the means away first.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    x, y = np.log(hs[keep]), np.log(errs[keep])
    return (x @ y) / (x @ x)


@mistake("d26-error_order", "You returned the step of the smallest error. Asked is the power with which errors fall.", caught_by="visible")
def error_order(errs, hs):
    return hs[np.argmin(errs)]


@mistake("d26-error_order", "You used the place of the smallest error as if it were a step. Look that place up in hs.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= np.argmin(errs)
    return slope(np.log(hs[keep]), np.log(errs[keep])) if keep.sum() > 1 else 0.0


@mistake("d26-error_order", "You kept the points from the smallest error to the end of the list. The steps come in any order: compare the steps, not the places.", caught_by="visible")
def error_order(errs, hs):
    i = int(np.argmin(errs))
    with np.errstate(all="ignore"):
        return slope(np.log(hs[i:]), np.log(errs[i:]))


@mistake("d26-error_order", "You looked up the step of the largest error. That of the smallest one decides who stays.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmax(errs)]
    with np.errstate(all="ignore"):
        return slope(np.log(hs[keep]), np.log(errs[keep]))


@mistake("d26-error_order", "You sorted errors and steps each by itself, so they no longer belong together.", caught_by="visible")
def error_order(errs, hs):
    return slope(np.log(np.sort(hs)), np.log(np.sort(errs)))


@mistake("d26-error_order", "You compared the steps with the smallest error itself. They are compared with the step at which it stands.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= errs.min()
    return slope(np.log(hs[keep]), np.log(errs[keep])) if keep.sum() > 1 else 0.0


@mistake("d26-error_order", "You took the mean of the slopes from each point to the next. The best line weighs all points together.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return float(np.mean(np.diff(np.log(errs[keep])) / np.diff(np.log(hs[keep]))))


@mistake("d26-error_order", "Your answer is 2, whatever the errors are.", caught_by="visible")
def error_order(errs, hs):
    return 2.0


@mistake("d26-error_order", "You kept all steps above a bound of your own. Which steps stay is said by the smallest error.", caught_by="visible")
def error_order(errs, hs):
    keep = hs > 1e-5
    return slope(np.log(hs[keep]), np.log(errs[keep])) if keep.sum() > 1 else 0.0


@mistake("d26-error_order", "You kept the points of the list until an error first rises. The steps come in any order, and errors jump about: compare each step with that of the smallest error.", caught_by="visible")
def error_order(errs, hs):
    xs, ys = [np.log(hs[0])], [np.log(errs[0])]
    for i in range(1, len(hs)):
        if errs[i] > errs[i - 1]:
            break
        xs.append(np.log(hs[i]))
        ys.append(np.log(errs[i]))
    with np.errstate(all="ignore"):
        return slope(xs, ys)


@mistake("d26-error_order", "You divided the range of the errors by that of the steps, on log axes. Fit a line, through the points that rounding has not spoiled.", caught_by="visible")
def error_order(errs, hs):
    return np.log(errs.max() / errs.min()) / np.log(hs.max() / hs.min())


@mistake("d26-error_order", "The point with the smallest error itself is missing from your fit. Steps at least as large as its step stay.", caught_by="visible")
def error_order(errs, hs):
    keep = hs > hs[np.argmin(errs)]
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[0]


@mistake("d26-error_order", "You kept the wrong half: steps below that of the smallest error, where rounding rules.", caught_by="visible")
def error_order(errs, hs):
    keep = hs <= hs[np.argmin(errs)]
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[0]


@mistake("d26-error_order", "You used the place of the smallest error as if it were a step. Look that place up in hs.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= np.argmin(errs)
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[0]


@mistake("d26-error_order", "You kept the points that come before the smallest error in the list. The steps come in any order: compare the steps, not the places.", caught_by="visible")
def error_order(errs, hs):
    i = np.argmin(errs) + 1
    return fit_line(np.log(hs[:i]), np.log(errs[:i]))[0]


@mistake("d26-error_order", "You kept the points that come before the smallest error in the list, and it is missing itself. The steps come in any order: compare the steps, not the places.", caught_by="visible")
def error_order(errs, hs):
    i = np.argmin(errs)
    return fit_line(np.log(hs[:i]), np.log(errs[:i]))[0]


@mistake("d26-error_order", "Your slope is that from the first point of the list to the last. Fit a line, through the points that rounding has not spoiled.", caught_by="visible")
def error_order(errs, hs):
    return np.log(errs[-1] / errs[0]) / np.log(hs[-1] / hs[0])


@mistake("d26-error_order", "You kept all steps above a bound of your own. Which steps stay is said by the smallest error.", caught_by="visible")
def error_order(errs, hs):
    keep = hs > 1e-8
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[0]


@mistake("d26-error_order", "Of one array you kept all points, of the other only some. Choose the same points in both.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return fit_line(np.log(hs), np.log(errs[keep]))[0]


@mistake("d26-error_order", "Of one array you kept all points, of the other only some. Choose the same points in both.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return fit_line(np.log(hs[keep]), np.log(errs))[0]


@mistake("d26-error_order", "You sorted the steps and left the errors where they were, so they no longer belong together.", caught_by="visible")
def error_order(errs, hs):
    hs = np.sort(hs)
    keep = hs >= hs[np.argmin(errs)]
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[0]


@mistake("d26-error_order", "You left out the smallest step, whatever its error is. The step of the smallest error and all larger ones stay.", caught_by="visible")
def error_order(errs, hs):
    keep = hs > hs.min()
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[0]


@mistake("d26-error_order", "At most the point with the smallest error itself is left in your fit. The steps are compared, and larger ones stay.", caught_by="visible")
def error_order(errs, hs):
    keep = errs <= errs.min()
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[0]


@mistake("d26-error_order", "You returned a correlation. The order is the slope of the line.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    with np.errstate(all="ignore"):
        return np.corrcoef(np.log(hs[keep]), np.log(errs[keep]))[0, 1]


@mistake("d26-error_order", "You compared the errors with a step. Which points stay is decided by their steps alone.", caught_by="visible")
def error_order(errs, hs):
    best = hs[np.argmin(errs)]
    x = [np.log(h) for h in hs if h >= best]
    y = [np.log(e) for e in errs if e >= best]
    return fit_line(np.array(x), np.array(y))[0]


@mistake("d26-error_order", "Only the two largest steps have a say in your line. All points that stay have one.", caught_by="visible")
def error_order(errs, hs):
    keep = np.argsort(hs)[-2:]
    return fit_line(np.log(hs[keep]), np.log(errs[keep]))[0]


@mistake("d26-error_order", "Your slope is that from the smallest error to the first point of the list. Fit a line, through all points that stay.", caught_by="visible")
def error_order(errs, hs):
    i = np.argmin(errs)
    return np.log(errs[0] / errs[i]) / np.log(hs[0] / hs[i])


@mistake("d26-error_order", "You decided by the errors who stays, and exchanged the axes. Steps decide, and the order says how the error depends on the step.", caught_by="visible")
def error_order(errs, hs):
    keep = errs >= errs[np.argmin(hs)]
    with np.errstate(all="ignore"):
        return fit_line(np.log(errs[keep]), np.log(hs[keep]))[0]


@mistake("d26-error_order", "You divided the range of the logarithms by that of the steps. The best line listens to all points that stay.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    x, y = np.log(hs[keep]), np.log(errs[keep])
    return (y.max() - y.min()) / (x.max() - x.min())


@mistake("d26-error_order", "Covariance and variance are divided by different counts, so the slope is a little off. fit_line does it right.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    x, y = np.log(hs[keep]), np.log(errs[keep])
    return ((x - x.mean()) * (y - y.mean())).mean() / x.var(ddof=1)


@mistake("d26-error_order", "You took the median of the slopes from each point to the next. The best line weighs all points together.", caught_by="visible")
def error_order(errs, hs):
    keep = hs >= hs[np.argmin(errs)]
    return np.median(np.diff(np.log(errs[keep])) / np.diff(np.log(hs[keep])))


@mistake("d26-error_order", "You sorted errors and steps together, and then used a place from before the sorting. Look for the smallest error in the sorted ones.", caught_by="visible")
def error_order(errs, hs):
    order = np.argsort(hs)[::-1]
    h, e = hs[order], errs[order]
    i = np.argmin(errs) + 1
    return fit_line(np.log(h[:i]), np.log(e[:i]))[0]


@mistake("d26-error_order", "Your line goes through all points, those that rounding has spoiled, too, and its slope has lost its sign.", caught_by="visible")
def error_order(errs, hs):
    return abs(fit_line(np.log(hs), np.log(errs))[0])


hints(
    "d26-error_order",
    "Which point has the smallest error, and at which step does it stand? That step decides who stays.",
    "keep = hs >= hs[np.argmin(errs)] marks those who stay. On log-log axes the points are log h and log error.",
    "m, b = fit_line(np.log(hs[keep]), np.log(errs[keep])), and the order is m.",
)
why(
    "d26-error_order",
    "An error c times h to the power p is, in logarithms, log c + p log h: a line with slope p. Left of the smallest error another law rules, ε/h with slope −1, so those points would pull the line down.",
)


# ---------------------------------------------------------------- d26-is_differentiable


@also_right("d26-is_differentiable")
def is_differentiable(f, x, hs, tol=1e-3):
    small, large = sorted(hs)[:2]
    right = [(f(x + h) - f(x)) / h for h in (small, large)]
    left = [(f(x) - f(x - h)) / h for h in (small, large)]
    return all(abs(a - b) <= tol for a in right + left for b in right + left)


@also_right("d26-is_differentiable")
def is_differentiable(f, x, hs, tol=1e-3):
    small, large = np.sort(hs)[:2]
    middle = [(f(x + h) - f(x - h)) / (2 * h) for h in (small, large)]
    bend = [(f(x + h) - 2 * f(x) + f(x - h)) / (2 * h) for h in (small, large)]
    highest = max(m + abs(b) for m, b in zip(middle, bend))
    return highest - min(m - abs(b) for m, b in zip(middle, bend)) <= tol


@mistake("d26-is_differentiable", "You compared slopes across the place, from one side to the other. At a corner they are the same at every step; take each side by itself.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = [central_slope(f, x, h) for h in np.sort(hs)[:2]]
    return bool(abs(a - b) <= tol)


@mistake("d26-is_differentiable", "You tested whether the curve has a jump. A corner has none, and yet no derivative: compare slopes, not heights.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    h = min(hs)
    return bool(max(abs(f(x + h) - f(x)), abs(f(x) - f(x - h))) <= tol)


@mistake("d26-is_differentiable", "The height at the place itself has no part in your slopes, so a jump between them goes unnoticed. Every chord starts at x.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = []
    for h in np.sort(hs)[:2]:
        slopes += [(f(x + 2 * h) - f(x + h)) / h, (f(x - h) - f(x - 2 * h)) / h]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You took the largest steps. Even a parabola has different slopes to both sides there; the two smallest are wanted.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[-2:] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "All steps have a say in your answer. At large ones the slopes of a smooth curve differ, too; the two smallest are wanted.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in hs for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You took the first two steps of the list. They come in any order, and the two smallest are wanted.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in hs[:2] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You looked at one step only. An upright tangent has the same slope on both sides, and only a second step shows that it grows.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    h = min(hs)
    return bool(abs((f(x + h) - f(x)) / h - (f(x) - f(x - h)) / h) <= tol)


@mistake("d26-is_differentiable", "You looked at the right side only. At a corner the slopes settle there, to another number than on the left.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = [(f(x + h) - f(x)) / h for h in np.sort(hs)[:2]]
    return bool(abs(a - b) <= tol)


@mistake("d26-is_differentiable", "You looked at the left side only. At a corner the slopes settle there, to another number than on the right.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = [(f(x) - f(x - h)) / h for h in np.sort(hs)[:2]]
    return bool(abs(a - b) <= tol)


@mistake("d26-is_differentiable", "Your slopes have lost their signs, and at a corner like that of |x| they differ in nothing else.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [abs((f(x + h) - f(x)) / h) for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You asked whether right minus left is at most tol. Where the slope to the left is the larger one, that difference is below 0: take its size.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    right = [(f(x + h) - f(x)) / h for h in (a, b)]
    left = [(f(x) - f(x - h)) / h for h in (a, b)]
    return bool(max(right[0] - left[0], right[1] - left[1], abs(right[0] - right[1])) <= tol)


@mistake("d26-is_differentiable", "You use a tolerance of 0.001, whatever tol is. The caller chooses it.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= 1e-3)


@mistake("d26-is_differentiable", "Your answer is the wrong way around: True is for a place with a derivative.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) > tol)


@mistake("d26-is_differentiable", "The slope to the left has the wrong sign: from f(x − h) to f(x) the run is h, not −h. Even a straight line then has two slopes.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = []
    for h in np.sort(hs)[:2]:
        slopes += [(f(x + h) - f(x)) / h, (f(x - h) - f(x)) / h]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You compared rises, and did not divide by the step. At small steps every rise is small, also at a corner.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    rises = [f(x + a) - f(x), f(x) - f(x - a), f(x + b) - f(x), f(x) - f(x - b)]
    return bool(max(rises) - min(rises) <= tol)


@mistake("d26-is_differentiable", "Your answer is the distance of the slopes. Asked is whether it is at most tol: True or False.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return max(slopes) - min(slopes)


@mistake("d26-is_differentiable", "You compared the two sides at each step, but not one step with the next. An upright tangent is the same on both sides and grows from step to step.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    return all(bool(abs((f(x + h) - f(x)) / h - (f(x) - f(x - h)) / h) <= tol) for h in np.sort(hs)[:2])


@mistake("d26-is_differentiable", "You compared each side with itself, one step with the next, but not left with right. At a corner each side settles, to a number of its own.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    right = abs((f(x + a) - f(x)) / a - (f(x + b) - f(x)) / b)
    left = abs((f(x) - f(x - a)) / a - (f(x) - f(x - b)) / b)
    return bool(max(right, left) <= tol)


@mistake("d26-is_differentiable", "You asked for slopes that are exactly equal. Those of a smooth curve differ a little at any step; tol says how much is allowed.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(max(slopes) == min(slopes))


@mistake("d26-is_differentiable", "You sorted the caller's steps. Sort a copy.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    hs.sort()
    slopes = [(f(x + h) - f(x)) / h for k in hs[:2] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You asked whether the slopes themselves are at most tol. A steep line has a derivative, too: compare the slopes with each other.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    return bool(max(abs((f(x + h) - f(x)) / h) for k in np.sort(hs)[:2] for h in (k, -k)) <= tol)


@mistake("d26-is_differentiable", "You took the last two steps of the list. They come in any order, and the two smallest are wanted.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in hs[-2:] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "It is enough for you if left and right agree at one of the two steps. All four slopes have to lie together.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    return any(bool(abs((f(x + h) - f(x)) / h - (f(x) - f(x - h)) / h) <= tol) for h in np.sort(hs)[:2])


@mistake("d26-is_differentiable", "Your answer is always True.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    return True


@mistake("d26-is_differentiable", "Your answer is always False.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    return False


@mistake("d26-is_differentiable", "Your answer does not depend on f: it compares the steps with each other. Compare slopes.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    return bool(max(hs) - min(hs) <= tol)


@mistake("d26-is_differentiable", "Only one height of each rise is divided by the step. The whole rise is: it needs brackets.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = []
    for h in np.sort(hs)[:2]:
        slopes += [f(x + h) - f(x) / h, f(x) - f(x - h) / h]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You compared the heights to both sides. At a corner they are the same; compare slopes.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    h = min(hs)
    return bool(abs(f(x + h) - f(x - h)) <= tol)


@mistake("d26-is_differentiable", "You compared the slope across the place with the one to one side. That sees half of a corner, and an upright tangent not at all.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    h = min(hs)
    return bool(abs(central_slope(f, x, h) - (f(x + h) - f(x)) / h) <= tol)


@mistake("d26-is_differentiable", "The slopes to the left are half of what they are: from x − h to x the run is one step. Even a straight line then has two slopes.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = []
    for h in np.sort(hs)[:2]:
        slopes += [(f(x + h) - f(x)) / h, (f(x) - f(x - h)) / (2 * h)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You compared the slopes by their quotient. tol is for their difference, which also works where a slope is 0.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(abs(max(slopes) / (min(slopes) or 1) - 1) <= tol)


@mistake("d26-is_differentiable", "Where there is no derivative your answer is None. It should be False there.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    if max(slopes) - min(slopes) <= tol:
        return True


@mistake("d26-is_differentiable", "You compared the slopes with a room of your own. tol says how far they may lie apart.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(np.allclose(slopes, slopes[0]))


@mistake("d26-is_differentiable", "You compared each slope with the mean of the four, which lies nearer than they do to each other. tol is for the largest less the smallest.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = np.array([(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)])
    return bool(np.abs(slopes - slopes.mean()).max() <= tol)


@mistake("d26-is_differentiable", "Only the slopes at the larger of the two steps have a say: those at the smaller one are forgotten.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    for h in np.sort(hs)[:2]:
        slopes = [(f(x + h) - f(x)) / h, (f(x) - f(x - h)) / h]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You compared two of the four slopes, one at each step. All four have to lie together.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    return bool(abs((f(x + a) - f(x)) / a - (f(x) - f(x - b)) / b) <= tol)


@mistake("d26-is_differentiable", "You took steps of your own. The two smallest of hs are wanted.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in (1e-5, 1e-6) for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You asked whether right minus left is at most tol. Where the slope to the left is the larger one, that difference is below 0: take its size.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    h = min(hs)
    return bool((f(x + h) - f(x)) / h - (f(x) - f(x - h)) / h <= tol)


@mistake("d26-is_differentiable", "One of the four slopes has no say in your answer. The largest of all four is compared with the smallest.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    slopes = [(f(x) - f(x - a)) / a, (f(x + b) - f(x)) / b, (f(x) - f(x - b)) / b]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "One of the four slopes has no say in your answer. The largest of all four is compared with the smallest.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    slopes = [(f(x + a) - f(x)) / a, (f(x + b) - f(x)) / b, (f(x) - f(x - b)) / b]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "One of the four slopes has no say in your answer. The largest of all four is compared with the smallest.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    slopes = [(f(x + a) - f(x)) / a, (f(x) - f(x - a)) / a, (f(x) - f(x - b)) / b]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "One of the four slopes has no say in your answer. The largest of all four is compared with the smallest.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    slopes = [(f(x + a) - f(x)) / a, (f(x) - f(x - a)) / a, (f(x + b) - f(x)) / b]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "In your answer the slopes may lie 2 tol apart. The run from x to x + h is one step, and tol counts once.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / (2 * h) for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You compared the standard deviation of the slopes with tol. tol is for the largest less the smallest.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(np.std(slopes) <= tol)


@mistake("d26-is_differentiable", "Slopes that lie exactly tol apart give False in your answer. At most tol includes tol itself.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) < tol)


@mistake("d26-is_differentiable", "You compared the sum of the slopes with tol. Their distance counts: the largest less the smallest.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(sum(slopes) <= tol)


@mistake("d26-is_differentiable", "You compared the largest slope alone with tol. Its distance from the smallest counts.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(max(slopes) <= tol)


@mistake("d26-is_differentiable", "You took the mean of each side first, and a mean hides slopes that do not settle. Compare the four slopes themselves.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    right = ((f(x + a) - f(x)) / a + (f(x + b) - f(x)) / b) / 2
    left = ((f(x) - f(x - a)) / a + (f(x) - f(x - b)) / b) / 2
    return bool(abs(right - left) <= tol)


@mistake("d26-is_differentiable", "The smallest step has no say in your answer. The two smallest are the first two of the sorted steps: [:2].", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[1:3] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You took more than two steps. The two smallest are wanted: [:2].", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:3] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "Slopes 0.0015 apart pass where tol is 0.001. Compare their distance unrounded, and leave the default of tol as it was.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(round(max(slopes) - min(slopes), 2) <= tol)


@mistake("d26-is_differentiable", "Your room grows with the slope. tol itself says how far the slopes may lie apart.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol * abs(max(slopes)))


@mistake("d26-is_differentiable", "You used places in the list as steps. Look them up in hs.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.argsort(hs)[:2] + 1 for h in (k, -k)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "Your answer stands in a list. True or False itself is wanted, without square brackets.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return [bool(max(slopes) - min(slopes) <= tol)]


@mistake("d26-is_differentiable", "You compared the sizes of the largest and the smallest slope. Slopes of 1 and −1 have the same size: take their difference.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = [(f(x + h) - f(x)) / h for k in np.sort(hs)[:2] for h in (k, -k)]
    return bool(abs(max(slopes)) - abs(min(slopes)) <= tol)


@mistake("d26-is_differentiable", "You asked f at the step. It is asked at x + h and x − h.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = []
    for h in np.sort(hs)[:2]:
        slopes += [(f(h) - f(x)) / h, (f(x) - f(-h)) / h]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "It is enough for you if one side settles, and left is never compared with right. All four slopes have to lie together.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    a, b = np.sort(hs)[:2]
    right = abs((f(x + a) - f(x)) / a - (f(x + b) - f(x)) / b)
    left = abs((f(x) - f(x - a)) / a - (f(x) - f(x - b)) / b)
    return bool(right <= tol or left <= tol)


@mistake("d26-is_differentiable", "You compared the slopes to the right with those across the place, which lie in the middle of both sides. That sees half of a corner.", caught_by="hidden")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = []
    for h in np.sort(hs)[:2]:
        slopes += [(f(x + h) - f(x)) / h, (f(x + h) - f(x - h)) / (2 * h)]
    return bool(max(slopes) - min(slopes) <= tol)


@mistake("d26-is_differentiable", "You took the last slope less the first. The largest less the smallest is wanted, wherever they stand.", caught_by="visible")
def is_differentiable(f, x, hs, tol=1e-3):
    slopes = []
    for h in np.sort(hs)[:2]:
        slopes += [(f(x + h) - f(x)) / h, (f(x) - f(x - h)) / h]
    return bool(slopes[-1] - slopes[0] <= tol)


hints(
    "d26-is_differentiable",
    "Four slopes: two steps, two sides. If there is a derivative, they are all nearly the same number.",
    "np.sort(hs)[:2] are the two smallest steps. With a negative step, (f(x + h) − f(x))/h is the slope to the left.",
    "Collect (f(x + step) − f(x))/step for the two steps and the same two with a minus sign, and compare max(slopes) − min(slopes) with tol.",
)
why(
    "d26-is_differentiable",
    "The definition asks for one limit from both sides, so the slopes must agree across the sides and settle from step to step. One difference, largest less smallest, tests both. It is evidence and no proof: a corner smaller than tol, or one that lies within the smallest step of x, can pass or fail wrongly.",
)


# ---------------------------------------------------------------- d26-richardson


@also_right("d26-richardson")
def richardson(f, x, h):
    k = h / 2
    return (f(x - 2 * k) - 8 * f(x - k) + 8 * f(x + k) - f(x + 2 * k)) / (12 * k)


@also_right("d26-richardson")
def richardson(f, x, h):
    coarse, fine = [(f(x + s) - f(x - s)) / (2 * s) for s in (h, h / 2)]
    return fine + (fine - coarse) / 3


@mistake("d26-richardson", "You weighted with 2 and 1. That is right for errors of order h; here half the step leaves a quarter of the error.", caught_by="visible")
def richardson(f, x, h):
    return 2 * central_slope(f, x, h / 2) - central_slope(f, x, h)


@mistake("d26-richardson", "You doubled the step where it should be halved.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, 2 * h) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "You divided by 4. Four slopes less one are three.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 2) - central_slope(f, x, h)) / 4


@mistake("d26-richardson", "The weights have changed places: the slope at the smaller step counts four times.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h) - central_slope(f, x, h / 2)) / 3


@mistake("d26-richardson", "You added the two slopes with weights 4 and 1. The coarse one is taken away.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 2) + central_slope(f, x, h)) / 5


@mistake("d26-richardson", "You added the coarse slope and divided by three: five slopes over three. It is taken away.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 2) + central_slope(f, x, h)) / 3


@mistake("d26-richardson", "You returned the slope at the smaller step alone. The coarse one tells how far off it is.", caught_by="visible")
def richardson(f, x, h):
    return central_slope(f, x, h / 2)


@mistake("d26-richardson", "Your answer is the plain central slope: nothing in it was measured with half the step.", caught_by="visible")
def richardson(f, x, h):
    return central_slope(f, x, h)


@mistake("d26-richardson", "You returned the mean of the two slopes. That keeps most of the error; the weights 4 and −1 remove it.", caught_by="visible")
def richardson(f, x, h):
    return (central_slope(f, x, h / 2) + central_slope(f, x, h)) / 2


@mistake("d26-richardson", "Your slopes look ahead only. The weights 4 and −1 belong to central slopes.", caught_by="visible")
def richardson(f, x, h):
    ahead, half = (f(x + h) - f(x)) / h, (f(x + h / 2) - f(x)) / (h / 2)
    return (4 * half - ahead) / 3


@mistake("d26-richardson", "Only the second slope is divided by 3. The whole difference is: it needs brackets.", caught_by="visible")
def richardson(f, x, h):
    return 4 * central_slope(f, x, h / 2) - central_slope(f, x, h) / 3


@mistake("d26-richardson", "You did not divide by 3: what is left after the difference is three slopes.", caught_by="visible")
def richardson(f, x, h):
    return 4 * central_slope(f, x, h / 2) - central_slope(f, x, h)


@mistake("d26-richardson", "You took a quarter of the step for the better slope. The weights belong to half the step.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 4) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "Both slopes are multiplied by 4. Only the one at half the step is, so that three are left.", caught_by="visible")
def richardson(f, x, h):
    return 4 * (central_slope(f, x, h / 2) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "Your answer is a third of the plain central slope: the better slope is measured with half the step.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h) / 2 - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "You halved the place. Both slopes are measured at x, the better one with half the step.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x / 2, h / 2) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "Three coarse slopes are taken away, so that only one is left. Take one away and divide by three.", caught_by="visible")
def richardson(f, x, h):
    return 4 * central_slope(f, x, h / 2) - 3 * central_slope(f, x, h)


@mistake("d26-richardson", "Your two steps are h and 2h. They should be half of that, h/2 and h.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h) - central_slope(f, x, 2 * h)) / 3


@mistake("d26-richardson", "You weighted with 16 and 15. That is right for errors of order h⁴; the central slope has order h².", caught_by="visible")
def richardson(f, x, h):
    return (16 * central_slope(f, x, h / 2) - central_slope(f, x, h)) / 15


@mistake("d26-richardson", "Your half step is cut to a whole number. A step may be halved to any number: use /, not //.", caught_by="hidden")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h // 2) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "You squared the step for the coarse slope. It is measured with h itself.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 2) - central_slope(f, x, h**2)) / 3


@mistake("d26-richardson", "Your slope is cut to a whole number. Keep what stands after the point.", caught_by="hidden")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 2) - central_slope(f, x, h)) // 3


@mistake("d26-richardson", "You halved the place. Both slopes are measured at x, the better one with half the step.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x / 2, h) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "You took a step of your own. Both slopes are measured with the caller's: h and h/2.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, 5e-4) - central_slope(f, x, 1e-3)) / 3


@mistake("d26-richardson", "The better slope has half its weight. It counts four times, and its run, from x − h/2 to x + h/2, is h.", caught_by="visible")
def richardson(f, x, h):
    return (4 * (f(x + h / 2) - f(x - h / 2)) / (2 * h) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "The better slope has twice its weight. It counts four times, and its run, from x − h/2 to x + h/2, is h.", caught_by="visible")
def richardson(f, x, h):
    return (4 * (f(x + h / 2) - f(x - h / 2)) / (h / 2) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "Only the better slope is divided by 3. The whole difference is: it needs brackets.", caught_by="visible")
def richardson(f, x, h):
    return 4 * central_slope(f, x, h / 2) / 3 - central_slope(f, x, h)


@mistake("d26-richardson", "The better slope is raised to the power 4. It is taken four times.", caught_by="visible")
def richardson(f, x, h):
    return (central_slope(f, x, h / 2) ** 4 - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "Your coarse slope is measured with twice the step. It is measured with h itself.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 2) - central_slope(f, x, 2 * h)) / 3


@mistake("d26-richardson", "Your two steps are h/4 and h/2. They should be twice that, h/2 and h.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 4) - central_slope(f, x, h / 2)) / 3


@mistake("d26-richardson", "Your slopes look back only. The weights 4 and −1 belong to central slopes.", caught_by="visible")
def richardson(f, x, h):
    back, half = (f(x) - f(x - h)) / h, (f(x) - f(x - h / 2)) / (h / 2)
    return (4 * half - back) / 3


@mistake("d26-richardson", "You rounded your answer. Hand on all its digits.", caught_by="hidden")
def richardson(f, x, h):
    return round((4 * central_slope(f, x, h / 2) - central_slope(f, x, h)) / 3, 4)


@mistake("d26-richardson", "Your better slope is measured around x + h/2. Both slopes have x in their middle.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x + h / 2, h / 2) - central_slope(f, x, h)) / 3


@mistake("d26-richardson", "This error comes from central_slope: its inputs are exchanged. f comes first, then x, then the step.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(x, f, h / 2) - central_slope(x, f, h)) / 3


@mistake("d26-richardson", "You divided by 4 and took 1 away. The difference is divided by 4 − 1 = 3.", caught_by="visible")
def richardson(f, x, h):
    return (4 * central_slope(f, x, h / 2) - central_slope(f, x, h)) / 4 - 1


hints(
    "d26-richardson",
    "Two central slopes, at h and at h/2. Which has the smaller error, and by what factor?",
    "Four times the slope at h/2, less the slope at h, is three times the answer.",
    "(4 * central_slope(f, x, h / 2) − central_slope(f, x, h)) / 3, with the brackets.",
)
why(
    "d26-richardson",
    "The part of the error that goes with h² is four times as large at h as at h/2, so 4 − 1 cancels it. What is left goes with h⁴. The price is two slopes instead of one, and rounding errors that are a little larger.",
)


# ---------------------------------------------------------------- d26-best_h


@also_right("d26-best_h")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs((f(x + h) - f(x - h)) / (2 * h) - df(x)))


@also_right("d26-best_h")
def best_h(f, df, x, hs):
    hs = np.asarray(hs)
    rises = np.array([f(x + h) - f(x - h) for h in hs])
    return hs[np.argsort((rises / hs / 2 - df(x)) ** 2)[0]]


@mistake("d26-best_h", "You returned the smallest step. It is often not the best; compare the errors.", caught_by="visible")
def best_h(f, df, x, hs):
    return min(hs)


@mistake("d26-best_h", "You returned the largest step. Compare the errors.", caught_by="visible")
def best_h(f, df, x, hs):
    return max(hs)


@mistake("d26-best_h", "You measured with forward slopes. The central slope looks to both sides.", caught_by="hidden")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs((f(x + h) - f(x)) / h - df(x)))


@mistake("d26-best_h", "You looked for the smallest signed error, so a large negative one wins. The size of the error counts.", caught_by="visible")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: central_slope(f, x, h) - df(x))


@mistake("d26-best_h", "You compared errors divided by their step, which excuses the errors of large steps. The errors themselves decide.", caught_by="visible")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs(central_slope(f, x, h) - df(x)) / h)


@mistake("d26-best_h", "You returned the place of the best step in the list. The step itself is wanted.", caught_by="visible")
def best_h(f, df, x, hs):
    return int(np.argmin([abs(central_slope(f, x, h) - df(x)) for h in hs]))


@mistake("d26-best_h", "You returned the smallest error. The step that has it is wanted.", caught_by="visible")
def best_h(f, df, x, hs):
    return min(abs(central_slope(f, x, h) - df(x)) for h in hs)


@mistake("d26-best_h", "You picked the step with the largest error.", caught_by="visible")
def best_h(f, df, x, hs):
    return max(hs, key=lambda h: abs(central_slope(f, x, h) - df(x)))


@mistake("d26-best_h", "You picked the step with the smallest slope. Its distance from df(x) is what counts.", caught_by="hidden")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs(central_slope(f, x, h)))


@mistake("d26-best_h", "You compared each slope with the height f(x). An error of a slope is its distance from df(x).", caught_by="hidden")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs(central_slope(f, x, h) - f(x)))


@mistake("d26-best_h", "You returned all errors. The step with the smallest is wanted.", caught_by="visible")
def best_h(f, df, x, hs):
    return np.array([abs(central_slope(f, x, h) - df(x)) for h in hs])


@mistake("d26-best_h", "You sorted the caller's steps. Sort a copy, or none.", caught_by="hidden")
def best_h(f, df, x, hs):
    hs.sort()
    return min(hs, key=lambda h: abs(central_slope(f, x, h) - df(x)))


@mistake("d26-best_h", "Your answer is the first step of the list, whatever the errors are.", caught_by="visible")
def best_h(f, df, x, hs):
    return hs[0]


@mistake("d26-best_h", "You kept the last step that beats the first one. The error to beat has to become smaller as you go.", caught_by="visible")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x)) for h in hs]
    return [h for h, e in zip(hs, errors) if e < errors[0] or h == hs[0]][-1]


@mistake("d26-best_h", "You asked df at the step. The derivative is wanted at the place x.", caught_by="hidden")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs(central_slope(f, x, h) - df(h)))


@mistake("d26-best_h", "Your slopes are twice too steep: from x − h to x + h the run is 2h.", caught_by="hidden")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs((f(x + h) - f(x - h)) / h - df(x)))


@mistake("d26-best_h", "You measured with slopes that look back only. The central slope looks to both sides.", caught_by="hidden")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs((f(x) - f(x - h)) / h - df(x)))


@mistake("d26-best_h", "You took a step of your own. One of hs is wanted, the one with the smallest error.", caught_by="visible")
def best_h(f, df, x, hs):
    return 1e-5


@mistake("d26-best_h", "You picked the largest signed error. The smallest in size is wanted.", caught_by="visible")
def best_h(f, df, x, hs):
    return max(hs, key=lambda h: central_slope(f, x, h) - df(x))


@mistake("d26-best_h", "Your place belongs to the steps as they were given, and you looked it up among the sorted ones.", caught_by="visible")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x)) for h in hs]
    return np.sort(hs)[np.argmin(errors)]


@mistake("d26-best_h", "You compared errors divided by the square of their step. The errors themselves decide.", caught_by="visible")
def best_h(f, df, x, hs):
    return min(hs, key=lambda h: abs(central_slope(f, x, h) - df(x)) / h**2)


@mistake("d26-best_h", "The last step of the list is never tried.", caught_by="hidden")
def best_h(f, df, x, hs):
    return min(hs[:-1] if len(hs) > 1 else hs, key=lambda h: abs(central_slope(f, x, h) - df(x)))


@mistake("d26-best_h", "Your answer is the last step of the list, whatever the errors are.", caught_by="visible")
def best_h(f, df, x, hs):
    return hs[-1]


@mistake("d26-best_h", "You compared sizes: that of the slope with that of df(x). Take the difference first, then its size: 0.96 is far from −1.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [abs(abs(central_slope(f, x, h)) - abs(df(x))) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "You rounded the errors, and small ones became equal. Compare them with all their digits.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [round(abs(central_slope(f, x, h) - df(x)), 2) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "You asked df at 0. The derivative is wanted at the place x.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(0)) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "Your rise is divided by 2 and then multiplied by h. It is divided by the whole run, 2h: that needs brackets.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [abs((f(x + h) - f(x - h)) / 2 * h - df(x)) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "The first step of the list is never tried.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x)) for h in hs[1:]]
    return hs[1:][np.argmin(errors)]


@mistake("d26-best_h", "Your errors are those of the sorted steps, and you looked the best one up in the list as it was given.", caught_by="visible")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x)) for h in sorted(hs)]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "You added df(x) to the slope. The error is their difference.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) + df(x)) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "You measured around x + h. The chord has x itself in its middle.", caught_by="visible")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x + h, h) - df(x)) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "The last step of the list is never tried.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x)) for h in hs[:-1]]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "You returned the step that stands before the best one in the list.", caught_by="visible")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x)) for h in hs]
    return hs[np.argmin(errors) - 1]


@mistake("d26-best_h", "You took the first step whose error is small enough for you. The smallest error of all is wanted.", caught_by="hidden")
def best_h(f, df, x, hs):
    for h in sorted(hs, reverse=True):
        if abs(central_slope(f, x, h) - df(x)) < 1e-3:
            return h
    return min(hs, key=lambda h: abs(central_slope(f, x, h) - df(x)))


@mistake("d26-best_h", "You took the first step whose error is small enough for you, or else the smallest step. The smallest error of all is wanted.", caught_by="hidden")
def best_h(f, df, x, hs):
    for h in sorted(hs, reverse=True):
        if abs(central_slope(f, x, h) - df(x)) < 1e-3:
            return h
    return min(hs)


@mistake("d26-best_h", "You multiplied the errors by their step. The errors themselves decide.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x)) * h for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "You asked df at x + h. The derivative is wanted at the place x.", caught_by="hidden")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x + h)) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "This error comes from calculating with df, which is a function, as if it were a number. The derivative is df(x).", caught_by="visible")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "You measured the slope of df. The slope of f is measured, and compared with df(x).", caught_by="visible")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(df, x, h) - df(x)) for h in hs]
    return hs[np.argmin(errors)]


@mistake("d26-best_h", "An error stands where a place in the list belongs. np.argmin gives the place of the smallest.", caught_by="visible")
def best_h(f, df, x, hs):
    errors = [abs(central_slope(f, x, h) - df(x)) for h in hs]
    return hs[min(errors)]


@mistake("d26-best_h", "You returned the mean of the steps. One of them is wanted, the one with the smallest error.", caught_by="visible")
def best_h(f, df, x, hs):
    return np.mean(hs)


@mistake("d26-best_h", "You returned the middle step, whatever the errors are.", caught_by="visible")
def best_h(f, df, x, hs):
    return sorted(hs)[len(hs) // 2]


hints(
    "d26-best_h",
    "For one step: what does the central slope say, and how far is it from df(x)?",
    "Collect abs(central_slope(f, x, h) − df(x)) for all steps. np.argmin gives the place of the smallest.",
    "errors = [abs(central_slope(f, x, h) − df(x)) for h in hs], then hs[np.argmin(errors)].",
)
why(
    "d26-best_h",
    "The size of the error decides, not its sign and not the size of the step: a smaller step may err more, by rounding or because two parts of the error happened to cancel at a larger one.",
)


equivalent("d26-best_h", "errors = [abs(central_slope(f, x, h) - df(x)) for h in hs] → errors = [abs((df(x)) - (central_slope(f, x, h))) for h in hs]", "the size of an error does not depend on its sign")
equivalent("d26-is_differentiable", "slopes = [(f(x + step) - f(x)) / step for step in steps] → slopes = [(f(x - step) - f(x)) / step for step in steps]", "the four slopes with their signs turned lie as far apart")
equivalent("d26-is_differentiable", "slopes = [(f(x + step) - f(x)) / step for step in steps] → slopes = [((f(x)) - (f(x + step))) / step for step in steps]", "the four slopes with their signs turned lie as far apart")
equivalent("d26-is_differentiable", "return bool(max(slopes) - min(slopes) <= tol) → return (max(slopes) - min(slopes) <= tol)", "numpy's True is as good as Python's")
