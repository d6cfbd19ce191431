"""Right and wrong answers to day 29: descending in one dimension."""

import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d29-review


@also_right("d29-review")
def review_29(prev, recall, alarm):
    return 1 / (1 + (1 - prev) / prev * alarm / recall)


@also_right("d29-review")
def review_29(prev, recall, alarm):
    flagged = np.array([prev * recall, (1 - prev) * alarm])
    return flagged[0] / flagged.sum()


@mistake("d29-review", "You returned the recall. Precision asks about the flagged ones, and depends on how rare positives are.", caught_by="visible")
def review_29(prev, recall, alarm):
    return recall


@mistake("d29-review", "The prevalence has no part in your answer: you compare recall and false alarms as if positives and negatives were equally many.", caught_by="visible")
def review_29(prev, recall, alarm):
    return recall / (recall + alarm)


@mistake("d29-review", "The false alarm rate stands alone below the bar: multiply it by the share of negatives.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / (prev * recall + alarm)


@mistake("d29-review", "You returned the share of pictures that are flagged and positive. Divide it by the share of all flagged ones.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall


@mistake("d29-review", "You returned the share of all pictures that are flagged. Asked is how many of these are positive.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall + (1 - prev) * alarm


@mistake("d29-review", "You took 1 − alarm, the negatives that are left alone. Those that are flagged count.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / (prev * recall + (1 - prev) * (1 - alarm))


@mistake("d29-review", "Your answer is the share of false alarms among the flagged. One minus it is the precision.", caught_by="visible")
def review_29(prev, recall, alarm):
    return (1 - prev) * alarm / (prev * recall + (1 - prev) * alarm)


@mistake("d29-review", "The prevalence is missing above the bar: the true positives are prev times recall.", caught_by="visible")
def review_29(prev, recall, alarm):
    return recall / (prev * recall + (1 - prev) * alarm)


@mistake("d29-review", "Below your bar stand all positives, flagged or not. Only the flagged ones count.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / (prev + (1 - prev) * alarm)


@mistake("d29-review", "You divided hits by false alarms: those are the odds. The flagged ones together stand below the bar.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / max((1 - prev) * alarm, 1e-12)


@mistake("d29-review", "The shares of positives and negatives are exchanged: recall goes with prev, alarm with 1 − prev.", caught_by="visible")
def review_29(prev, recall, alarm):
    return (1 - prev) * recall / ((1 - prev) * recall + prev * alarm)


@mistake("d29-review", "You returned F1, the harmonic mean of precision and recall. Precision alone is wanted.", caught_by="visible")
def review_29(prev, recall, alarm):
    p = prev * recall / (prev * recall + (1 - prev) * alarm)
    return 2 * p * recall / (p + recall)


@mistake("d29-review", "Your answer is 1 less the false-alarm rate. That is a share of the negatives; precision is a share of the flagged.", caught_by="visible")
def review_29(prev, recall, alarm):
    return 1 - alarm


hints(
    "d29-review",
    "Take 1 000 pictures. How many are flagged rightly, how many wrongly?",
    "Rightly: prev times recall, as a share of all. Wrongly: 1 − prev times alarm.",
    "hits = prev * recall, and hits / (hits + (1 − prev) * alarm).",
)
why(
    "d29-review",
    "It is the rule of Bayes with other words: recall is the probability of a flag given a positive, precision that of a positive given a flag. Between the two stands how rare positives are.",
)


# ---------------------------------------------------------------- d29-gd


@also_right("d29-gd")
def gd(df, x0, lr, steps):
    if steps == 0:
        return np.array([x0])
    return np.append(x0, gd(df, x0 - lr * df(x0), lr, steps - 1))


@also_right("d29-gd")
def gd(df, x0, lr, steps):
    path = np.zeros(steps + 1)
    path[0] = x0
    for k in range(steps):
        path[k + 1] = path[k] - lr * df(path[k])
    return path


@mistake("d29-gd", "You walk up: the step goes against the slope, with a minus.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] + lr * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "The start is missing in your path.", caught_by="visible")
def gd(df, x0, lr, steps):
    path, x = [], x0
    for _ in range(steps):
        x = x - lr * df(x)
        path.append(x)
    return np.array(path)


@mistake("d29-gd", "The slope is asked at the start only. After each step it is another one.", caught_by="visible")
def gd(df, x0, lr, steps):
    path, m = [x0], df(x0)
    for _ in range(steps):
        path.append(path[-1] - lr * m)
    return np.array(path)


@mistake("d29-gd", "Your path is one step short.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps - 1):
        path.append(path[-1] - lr * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "Your path is one step too long.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps + 1):
        path.append(path[-1] - lr * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "You returned the last place only. The whole path is wanted.", caught_by="visible")
def gd(df, x0, lr, steps):
    x = x0
    for _ in range(steps):
        x = x - lr * df(x)
    return x


@mistake("d29-gd", "You divided the slope by the learning rate. It is multiplied by it.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - df(path[-1]) / (lr or 1))
    return np.array(path)


@mistake("d29-gd", "Every step starts at x0 again: it should start where the last one ended.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(x0 - lr * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "Only the sign of the slope counts in your steps, so all have the same length. The slope itself belongs in the step.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - lr * np.sign(df(path[-1])))
    return np.array(path)


@mistake("d29-gd", "The learning rate has no part in your steps.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    with np.errstate(all="ignore"):
        for _ in range(steps):
            path.append(path[-1] - df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "You collected the slopes. The places are wanted.", caught_by="visible")
def gd(df, x0, lr, steps):
    path, x = [df(x0)], x0
    for _ in range(steps):
        x = x - lr * df(x)
        path.append(df(x))
    return np.array(path)


@mistake("d29-gd", "A bracket is too early: x less lr is multiplied by the slope. Only lr is.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    with np.errstate(all="ignore"):
        for _ in range(steps):
            path.append((path[-1] - lr) * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "Your rate shrinks from step to step. Here it stays as it is.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for k in range(steps):
        path.append(path[-1] - lr / (k + 1) * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "You collected the steps. The places are wanted.", caught_by="visible")
def gd(df, x0, lr, steps):
    path, x = [x0], x0
    for _ in range(steps):
        path.append(-lr * df(x))
        x = x - lr * df(x)
    return np.array(path)


@mistake("d29-gd", "You return after the first step. The return belongs behind the loop.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - lr * df(path[-1]))
        return np.array(path)
    return np.array(path)


@mistake("d29-gd", "Your places are rounded to whole numbers: the array was made of whole numbers.", caught_by="hidden")
def gd(df, x0, lr, steps):
    path = np.full(steps + 1, x0)
    for k in range(steps):
        path[k + 1] = path[k] - lr * df(path[k])
    return path


@mistake("d29-gd", "Your walk never goes to the right: the slope has lost its sign.", caught_by="hidden")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - lr * abs(df(path[-1])))
    return np.array(path)


@mistake("d29-gd", "You collect each place after its step, so the start is missing, and walk one step more to fill the place.", caught_by="visible")
def gd(df, x0, lr, steps):
    path, x = [], x0
    for _ in range(steps + 1):
        x = x - lr * df(x)
        path.append(x)
    return np.array(path)


@mistake("d29-gd", "The rate stands inside df: the slope is asked at lr times the place. It is asked at the place, and multiplied by lr.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - df(lr * path[-1]))
    return np.array(path)


@mistake("d29-gd", "Your path ends early where the slope is small. All steps are wanted.", caught_by="hidden")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        if abs(df(path[-1])) < 1e-3:
            break
        path.append(path[-1] - lr * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "You used 1 − lr as the factor of each step, without asking df. That is right for the slope x alone.", caught_by="visible")
def gd(df, x0, lr, steps):
    return x0 * (1 - lr) ** np.arange(steps + 1)


@mistake("d29-gd", "Only start and end are in your path. Every place is wanted.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        x0 = x0 - lr * df(x0)
    path.append(x0)
    return np.array(path)


hints(
    "d29-gd",
    "Keep a list of places, with x0 in it from the beginning.",
    "The next place is the last one less lr times the slope there; path[-1] is the last one.",
    "path.append(path[-1] − lr * df(path[-1])), steps times, and np.array(path) at the end.",
)
why(
    "d29-gd",
    "One rule, applied to the last place again and again. The path has one place more than steps, because the start counts.",
)


# ---------------------------------------------------------------- d29-classify_lr


@also_right("d29-classify_lr")
def classify_lr(a, lr):
    factor = 1 - lr * a
    if abs(factor) < 1e-9:
        return "one-step"
    if abs(factor + 1) < 1e-9:
        return "cycle"
    if factor > 0:
        return "monotone"
    return "oscillate" if factor > -1 else "diverge"


@also_right("d29-classify_lr")
def classify_lr(a, lr):
    for limit, below, at in ((1, "monotone", "one-step"), (2, "oscillate", "cycle")):
        if math.isclose(lr * a, limit):
            return at
        if lr < limit / a:
            return below
    return "diverge"


def words(product, one="one-step", two="cycle", low="monotone", mid="oscillate", high="diverge"):
    if np.isclose(product, 1, rtol=1e-9, atol=0):
        return one
    if np.isclose(product, 2, rtol=1e-9, atol=0):
        return two
    return low if product < 1 else mid if product < 2 else high


@mistake("d29-classify_lr", "At lr · a = 2 the walk goes back and forth between two places: it cycles, it does not diverge.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, two="diverge")


@mistake("d29-classify_lr", "At lr · a = 2 the walk goes back and forth between two places and comes no nearer: that is a cycle.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, two="oscillate")


@mistake("d29-classify_lr", "At lr · a = 1 the first step lands on the floor: one-step.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, one="oscillate")


@mistake("d29-classify_lr", "At lr · a = 1 the first step lands on the floor: one-step.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, one="monotone")


@mistake("d29-classify_lr", "Your answer does not depend on a: the limits are those of the bend 1. It is the product of rate and bend that counts.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr)


@mistake("d29-classify_lr", "Your limits are twice too large: the slope of a x²/2 is a x, so the bend is a and not a/2.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a / 2)


@mistake("d29-classify_lr", "Your limits are half of what they are: the slope of a x²/2 is a x, not 2a x.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a * 2)


@mistake("d29-classify_lr", "You divided the rate by the bend. A sharper valley needs smaller rates: they are multiplied.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr / a)


@mistake("d29-classify_lr", "A product that is 1 or 2 up to rounding, like 49 times 1/49, is not on the limit for you. Ask np.isclose for the limits, before anything else.", caught_by="hidden")
def classify_lr(a, lr):
    p = lr * a
    return "one-step" if p == 1 else "cycle" if p == 2 else "monotone" if p < 1 else "oscillate" if p < 2 else "diverge"


@mistake("d29-classify_lr", "The words for the two sides of 1 are exchanged: below 1 the factor is positive, and the walk stays on its side.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, low="oscillate", mid="monotone")


@mistake("d29-classify_lr", "Beyond 1 everything diverges in your answer. Up to 2 the walk goes from side to side and comes nearer.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, mid="diverge")


@mistake("d29-classify_lr", "Nothing ever diverges in your answer. Beyond lr · a = 2 each step leads farther away.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, high="oscillate")


@mistake("d29-classify_lr", "Nothing ever oscillates in your answer: up to lr · a = 2 all is monotone. From 1 on the factor is negative.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, mid="monotone")


@mistake("d29-classify_lr", "You returned the factor. Asked is one of the five words.", caught_by="visible")
def classify_lr(a, lr):
    return 1 - lr * a


@mistake("d29-classify_lr", "Your room around the limits is too wide: rates a hundredth off are no longer on them.", caught_by="hidden")
def classify_lr(a, lr):
    p = lr * a
    return "one-step" if abs(p - 1) < 0.02 else "cycle" if abs(p - 2) < 0.02 else words(p)


@mistake("d29-classify_lr", "Where the walk diverges your answer is None.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, high=None)


@mistake("d29-classify_lr", "You compared with the limits in the wrong order: the first question is true for all rates below 2, so nothing is left for the second.", caught_by="visible")
def classify_lr(a, lr):
    p = lr * a
    return "oscillate" if p < 2 else "cycle" if p == 2 else "monotone" if p < 1 else "diverge"


@mistake("d29-classify_lr", "The words one-step and cycle are exchanged.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, one="cycle", two="one-step")


hints(
    "d29-classify_lr",
    "Everything depends on one number, lr times a. Where do its five cases begin and end?",
    "First the two limits, with np.isclose(product, 1) and np.isclose(product, 2). Then three cases are left.",
    "Below 1 monotone, below 2 oscillate, else diverge.",
)
why(
    "d29-classify_lr",
    "The factor 1 − lr · a decides: its sign says whether the walk changes sides, its size whether it comes nearer. The limits first, because with floats a product that should be 1 may land on either side.",
)


# ---------------------------------------------------------------- d29-newton_root


@also_right("d29-newton_root")
def newton_root(f, df, x0, tol, maxit=50):
    k = 0
    while k < maxit:
        bottom = df(x0)
        if bottom == 0:
            raise ValueError("flat")
        new = x0 - f(x0) / bottom
        if -tol <= new - x0 <= tol:
            return new
        x0 = new
        k += 1
    raise ValueError("too many steps")


@also_right("d29-newton_root")
def newton_root(f, df, x0, tol, maxit=50):
    if maxit < 1:
        raise ValueError("out of steps")
    slope = df(x0)
    if abs(slope) < 1e-300:
        raise ValueError("no slope")
    x1 = (x0 * slope - f(x0)) / slope
    return x1 if abs(x1 - x0) <= tol else newton_root(f, df, x1, tol, maxit - 1)


def newton(f, df, x, tol, maxit, jump, done=lambda f, x, step, tol: abs(step) <= tol, flat=True, late=True):
    for _ in range(maxit):
        if flat and df(x) == 0:
            raise ValueError("flat")
        with np.errstate(all="ignore"):
            step = jump(f, df, x)
        x = x - step
        if done(f, x, step, tol):
            return x
    if late:
        raise ValueError("late")
    return x


def right(f, df, x):
    return np.float64(f(x)) / np.float64(df(x))


@mistake("d29-newton_root", "Your step goes the wrong way: f/f' is taken away from x.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, lambda f, df, x: -f(x) / df(x))


@mistake("d29-newton_root", "Your fraction is upside down: the step is the height over the slope.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, lambda f, df, x: df(x) / np.float64(f(x)))


@mistake("d29-newton_root", "You divided by the slope at the start in every step. Each tangent has the slope of its own place.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, lambda f, df, x, m=df(x0): f(x) / np.float64(m))


@mistake("d29-newton_root", "You stop when a step is short, but return the place before that step.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        if df(x) == 0:
            raise ValueError("flat")
        step = f(x) / df(x)
        if abs(step) <= tol:
            return x
        x = x - step
    raise ValueError("late")


@mistake("d29-newton_root", "This error comes from dividing by a slope of 0. Ask before, and raise a ValueError.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        step = float(f(x)) / float(df(x))
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("late")


@mistake("d29-newton_root", "After the last step you return where you are, although no step was short enough. Raise a ValueError.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, right, late=False)


@mistake("d29-newton_root", "After the last step your answer is None, although no step was short enough. Raise a ValueError.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        if df(x) == 0:
            raise ValueError("flat")
        step = f(x) / df(x)
        x = x - step
        if abs(step) <= tol:
            return x


@mistake("d29-newton_root", "You stop at the first step to the left of the place, however long it is: the size of the step counts, without its sign.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, right, done=lambda f, x, step, tol: step <= tol)


@mistake("d29-newton_root", "You stop when the height is small. The length of the last step decides.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, right, done=lambda f, x, step, tol: abs(f(x)) <= tol)


@mistake("d29-newton_root", "You allow one step more than maxit.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit + 1, right)


@mistake("d29-newton_root", "You allow one step fewer than maxit.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit - 1, right)


@mistake("d29-newton_root", "You take one step and stop. Go on until a step is short.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    if df(x0) == 0 or maxit == 1:
        raise ValueError("flat")
    return x0 - f(x0) / df(x0)


@mistake("d29-newton_root", "You returned the height at the root. The place is wanted.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return f(newton(f, df, x0, tol, maxit, right))


@mistake("d29-newton_root", "You returned all places. The last one is wanted.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x, path = x0, [x0]
    for _ in range(maxit):
        if df(x) == 0:
            raise ValueError("flat")
        step = f(x) / df(x)
        x = x - step
        path.append(x)
        if abs(step) <= tol:
            return path
    raise ValueError("late")


@mistake("d29-newton_root", "You walk down the slope like gradient descent. Newton's step is the height over the slope.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, lambda f, df, x: 0.1 * df(x))


@mistake("d29-newton_root", "tol has no part in your answer: you go on as far as you can. Stop after the first step that is at most tol long.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, 1e-12, maxit, right)


@mistake("d29-newton_root", "You stop one step too late: the short step is found, and another one is taken.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = newton(f, df, x0, tol, maxit, right)
    return x - f(x) / df(x)


@mistake("d29-newton_root", "You raise a ValueError wherever the slope is at most tol in size. Only a slope of 0 stops the method.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    for _ in range(maxit):
        if abs(df(x0)) <= tol:
            raise ValueError("flat")
        step = f(x0) / df(x0)
        x0 = x0 - step
        if abs(step) <= tol:
            return x0
    raise ValueError("late")


@mistake("d29-newton_root", "You raise a ValueError after the first step that is too long. Go on; only after maxit steps it has failed.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    for _ in range(maxit):
        if df(x0) == 0:
            raise ValueError("flat")
        step = f(x0) / df(x0)
        x0 = x0 - step
        if abs(step) <= tol:
            return x0
        raise ValueError("late")


@mistake("d29-newton_root", "You ask for a slope of 0 at the start only. It can be 0 at a later place, too.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    if df(x0) == 0:
        raise ValueError("flat")
    for _ in range(maxit):
        step = f(x0) / df(x0)
        x0 = x0 - step
        if abs(step) <= tol:
            return x0
    raise ValueError("late")


@mistake("d29-newton_root", "Your steps are half as long as they should be. The tangent is followed down to the axis.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, lambda f, df, x: f(x) / np.float64(2 * df(x)))


@mistake("d29-newton_root", "You return a ValueError, or its name. An error is raised: raise ValueError(…).", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    try:
        return newton(f, df, x0, tol, maxit, right)
    except ValueError:
        return "ValueError"


@mistake("d29-newton_root", "You add the new step to the start, not to the last place.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        if df(x) == 0:
            raise ValueError("flat")
        step = f(x) / df(x)
        x = x0 - step
        if abs(step) <= tol:
            return x
    raise ValueError("late")


hints(
    "d29-newton_root",
    "A loop of maxit steps. What has to be asked before dividing, what after the step?",
    "step = f(x) / df(x), then x = x − step, then: is abs(step) at most tol?",
    "Inside the loop: if df(x) == 0: raise ValueError(…); the step; if abs(step) <= tol: return x. After the loop: raise ValueError(…).",
)
why(
    "d29-newton_root",
    "The step is asked for its length after it was taken, so the place that comes back is the best one known. Both ways to fail end in the same kind of error: whoever calls this can catch it, and no wrong number leaves the function.",
)


# ---------------------------------------------------------------- d29-steps_to


@also_right("d29-steps_to")
def steps_to(lr, a, eps):
    factor = abs(1 - lr * a)
    if factor >= 1:
        return None
    if factor == 0:
        return 1
    return math.ceil(math.log(eps) / math.log(factor))


@also_right("d29-steps_to")
def steps_to(lr, a, eps):
    x, k = 1.0, 0
    while abs(x) > eps:
        after = x - lr * a * x
        if abs(after) >= abs(x):
            return None
        x, k = after, k + 1
    return k


@mistake("d29-steps_to", "You rounded down: with that many steps a little more than eps is still left.", caught_by="visible")
def steps_to(lr, a, eps):
    r = abs(1 - lr * a)
    return None if r >= 1 else 1 if r == 0 else math.floor(math.log(eps) / math.log(r) + 1e-12)


@mistake("d29-steps_to", "The sign of the factor is in your way: the distance is its size. A factor of −0.5 halves the distance, too.", caught_by="visible")
def steps_to(lr, a, eps):
    left, k = 1.0, 0
    if abs(1 - lr * a) >= 1:
        return None
    while left > eps:
        left, k = left * (1 - lr * a), k + 1
    return k


@mistake("d29-steps_to", "For a walk that diverges you give a negative number of steps. It never gets there: None.", caught_by="visible")
def steps_to(lr, a, eps):
    r = abs(1 - lr * a)
    return None if r == 1 else 1 if r == 0 else math.ceil(math.log(eps) / math.log(r))


@mistake("d29-steps_to", "A factor of exactly 0 stops your logarithm. One step is enough then.", caught_by="visible")
def steps_to(lr, a, eps):
    r = abs(1 - lr * a)
    return None if r >= 1 else math.ceil(math.log(eps) / math.log(r))


@mistake("d29-steps_to", "For a factor of 0 your answer is None. It arrives, in one step.", caught_by="visible")
def steps_to(lr, a, eps):
    r = abs(1 - lr * a)
    return None if r >= 1 or r == 0 else math.ceil(math.log(eps) / math.log(r))


@mistake("d29-steps_to", "You count one step too many.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left, k = abs(1 - lr * a), 1.0, 1
    if r >= 1:
        return None
    while left > eps:
        left, k = left * r, k + 1
    return k


@mistake("d29-steps_to", "You go on until less than eps is left. At most eps is enough.", caught_by="hidden")
def steps_to(lr, a, eps):
    r, left, k = abs(1 - lr * a), 1.0, 0
    if r >= 1:
        return None
    while left >= eps:
        left, k = left * r, k + 1
    return k


@mistake("d29-steps_to", "You count with lr · a itself, the share that a step takes away. What is left is 1 less that.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left, k = lr * a, 1.0, 0
    if r >= 1:
        return None
    while left > eps:
        left, k = left * r, k + 1
    return k


@mistake("d29-steps_to", "Your number of steps is no whole number. Round up.", caught_by="visible")
def steps_to(lr, a, eps):
    r = abs(1 - lr * a)
    return None if r >= 1 else 1 if r == 0 else math.log(eps) / math.log(r)


@mistake("d29-steps_to", "You call everything beyond lr · a = 1 hopeless. Up to 2 the walk goes from side to side and arrives.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left, k = 1 - lr * a, 1.0, 0
    if r < 0:
        return None
    while left > eps:
        left, k = left * r, k + 1
    return k


@mistake("d29-steps_to", "You returned the share that is left. Asked is the number of steps.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left = abs(1 - lr * a), 1.0
    if r >= 1:
        return None
    while left > eps:
        left = left * r
    return left


@mistake("d29-steps_to", "Your answer is 1 wherever the walk arrives: only the first step is counted.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left, k = abs(1 - lr * a), 1.0, 0
    if r >= 1:
        return None
    while left > eps:
        left, k = left * r, k + 1
        return k


@mistake("d29-steps_to", "Each of your steps counts twice: the share left after k steps is the factor to the power k, not 2k.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left, k = abs(1 - lr * a), 1.0, 0
    if r >= 1:
        return None
    while left > eps:
        left, k = left * r * r, k + 1
    return k


@mistake("d29-steps_to", "The bend has no part in your answer.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left, k = abs(1 - lr), 1.0, 0
    if r >= 1:
        return None
    while left > eps:
        left, k = left * r, k + 1
    return k


@mistake("d29-steps_to", "Where the walk never arrives your answer is infinity. None is wanted.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left, k = abs(1 - lr * a), 1.0, 0
    if r >= 1:
        return math.inf
    while left > eps:
        left, k = left * r, k + 1
    return k


@mistake("d29-steps_to", "Where the walk never arrives your answer is 0 steps. None is wanted.", caught_by="visible")
def steps_to(lr, a, eps):
    r, left, k = abs(1 - lr * a), 1.0, 0
    if r >= 1:
        return 0
    while left > eps:
        left, k = left * r, k + 1
    return k


@mistake("d29-steps_to", "Your two logarithms have different bases. Use one for both.", caught_by="visible")
def steps_to(lr, a, eps):
    r = abs(1 - lr * a)
    return None if r >= 1 else 1 if r == 0 else math.ceil(math.log10(eps) / math.log(r))


@mistake("d29-steps_to", "You take the same amount away in each step. Each step takes a share of what is left.", caught_by="visible")
def steps_to(lr, a, eps):
    left, k = 1.0, 0
    if lr * a >= 2:
        return None
    while left > eps:
        left, k = left - lr * a, k + 1
    return k


@mistake("d29-steps_to", "Your fraction is upside down: it is the logarithm of eps over that of the factor.", caught_by="visible")
def steps_to(lr, a, eps):
    r = abs(1 - lr * a)
    return None if r >= 1 else 1 if r == 0 else math.ceil(math.log(r) / math.log(eps))


hints(
    "d29-steps_to",
    "What is the factor of one step, without its sign? When does it never get smaller?",
    "Start with left = 1.0 and k = 0. While left is above eps: multiply and count.",
    "factor = abs(1 − lr * a); None if factor >= 1; else while left > eps: left, k = left * factor, k + 1.",
)
why(
    "d29-steps_to",
    "The distance is a geometric sequence, so counting works, and so does the logarithm of eps over that of the factor, rounded up. The loop needs no special case for a factor of 0.",
)


# ---------------------------------------------------------------- d29-newton_min


@also_right("d29-newton_min")
def newton_min(df, d2f, x0, tol):
    for _ in range(50):
        x1 = x0 - df(x0) / d2f(x0)
        short, x0 = abs(x1 - x0) <= tol, x1
        if short:
            break
    bend = d2f(x0)
    return (x0, "minimum") if bend > 1e-3 else (x0, "maximum") if bend < -1e-3 else (x0, "flat")


def stationary(df, d2f, x, tol, jump=lambda df, d2f, x: df(x) / d2f(x)):
    for _ in range(50):
        with np.errstate(all="ignore"):
            step = jump(df, d2f, x)
        x = x - step
        if abs(step) <= tol:
            break
    return x


def kind(bend):
    return "flat" if abs(bend) <= 1e-3 else "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "Every place is a minimum in your answer. The sign of f'' tells.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol)
    return x, "flat" if abs(d2f(x)) <= 1e-3 else "minimum"


@mistake("d29-newton_min", "Minimum and maximum are exchanged: where f'' is positive the curve bends up.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol)
    return x, kind(-d2f(x))


@mistake("d29-newton_min", "You judge by the sign of the slope. At the place found it is 0, up to rounding; f'' tells.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol)
    return x, "minimum" if df(x) > 0 else "maximum"


@mistake("d29-newton_min", "You judge by f'' at the start. It is the place found that has a kind.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    return stationary(df, d2f, x0, tol), kind(d2f(x0))


@mistake("d29-newton_min", "Your fraction is upside down: the step is f' over f''.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol, lambda df, d2f, x: np.float64(d2f(x)) / df(x))
    return x, kind(d2f(x))


@mistake("d29-newton_min", "You add the step. It is taken away.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol, lambda df, d2f, x: -df(x) / np.float64(d2f(x)))
    return x, kind(d2f(x))


@mistake("d29-newton_min", "You returned the place without its kind.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    return stationary(df, d2f, x0, tol)


@mistake("d29-newton_min", "The kind comes first in your pair. The place does.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol)
    return kind(d2f(x)), x


@mistake("d29-newton_min", "tol has no part in your answer: you always take all 50 steps.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, -1.0, lambda df, d2f, x: df(x) / d2f(x) if df(x) != 0 else 0.0)
    return x, kind(d2f(x))


@mistake("d29-newton_min", "You walk down with a fixed rate, so you never arrive at a maximum. Newton's step is f' over f''.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        x = max(-1e6, min(1e6, x - 0.1 * df(x)))
    return x, kind(d2f(x))


@mistake("d29-newton_min", "Where f'' is tiny your answer is still a minimum or a maximum. The walk stops near a flat place, not on it: up to 0.001 counts as flat.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol)
    return x, "minimum" if d2f(x) > 0 else "maximum" if d2f(x) < 0 else "flat"


@mistake("d29-newton_min", "You returned the kind without the place.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    return kind(d2f(stationary(df, d2f, x0, tol)))


@mistake("d29-newton_min", "You take one step and stop. Go on until a step is at most tol long.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0 - df(x0) / d2f(x0)
    return x, kind(d2f(x))


@mistake("d29-newton_min", "You return the place before the last step.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        if abs(step) <= tol:
            break
        x = x - step
    return x, kind(d2f(x))


@mistake("d29-newton_min", "You call a place flat where the slope is small. It is small at every place that the method finds; f'' decides.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol)
    return x, "flat" if abs(df(x)) <= 1e-3 else kind(d2f(x))


@mistake("d29-newton_min", "Every place with a negative f'' is flat in your answer. It is the size of f'' that is compared.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = stationary(df, d2f, x0, tol)
    return x, "flat" if d2f(x) <= 1e-3 else "minimum"


@mistake("d29-newton_min", "Where no step is short enough, your walk does not end after 50 steps.", caught_by="hidden")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(51):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    return x, kind(d2f(x))


hints(
    "d29-newton_min",
    "It is Newton's method for the function f', whose slope is f''.",
    "step = df(x) / d2f(x); after the loop look at d2f(x).",
    "\"flat\" if abs(d2f(x)) <= 1e-3, else \"minimum\" if d2f(x) > 0, else \"maximum\".",
)
why(
    "d29-newton_min",
    "The method divides by f'' and so walks toward minima and maxima alike. The kind has to be asked at the end, at the place found, and with a tolerance, because the walk stops beside it.",
)


equivalent("d29-gd", "return np.array(path) → return (path)", "a list of the places is the same path")
equivalent("d29-classify_lr", 'return "monotone" if product < 1 else "oscillate" if product < 2 else "diverge" → return "monotone" if product <= 1 else "oscillate" if product < 2 else "diverge"', "a product of 1 was answered above")
equivalent("d29-classify_lr", 'return "monotone" if product < 1 else "oscillate" if product < 2 else "diverge" → return "monotone" if product < 1 else "oscillate" if product <= 2 else "diverge"', "a product of 2 was answered above")
equivalent("d29-classify_lr", "if np.isclose(product, 1, rtol=1e-9, atol=0): → if np.isclose(product, 1, rtol=(2e-09), atol=0):", "both rooms are far wider than rounding and far narrower than anything the page asks about")
equivalent("d29-classify_lr", "if np.isclose(product, 2, rtol=1e-9, atol=0): → if np.isclose(product, 2, rtol=(2e-09), atol=0):", "both rooms are far wider than rounding and far narrower than anything the page asks about")
equivalent("d29-steps_to", "factor, left, k = abs(1 - lr * a), 1.0, 0 → factor, left, k = abs((lr * a) - (1)), 1.0, 0", "the size of a difference has no order")
equivalent("d29-newton_min", "while abs(step) > tol and k < 50: → while abs(step) > tol and k != 50:", "k counts up by one and meets 50")
equivalent("d29-newton_min", 'return x, "minimum" if d2f(x) > 0 else "maximum" → return x, "minimum" if d2f(x) >= 0 else "maximum"', "an f'' of 0 was called flat above")
