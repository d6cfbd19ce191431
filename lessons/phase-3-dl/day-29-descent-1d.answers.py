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


@mistake("d29-review", "Your answer is the recall squared plus the flagged negatives. So it comes out where the sum below the bar has no brackets.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / prev * recall + (1 - prev) * alarm


@mistake("d29-review", "You returned the accuracy, the share of pictures that are judged rightly. Precision looks at the flagged ones alone.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall + (1 - prev) * (1 - alarm)


@mistake("d29-review", "You divided hits by false alarms: those are the odds. The flagged ones together stand below the bar.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / ((1 - prev) * alarm)


@mistake("d29-review", "The whole fraction is multiplied by alarm: it belongs below the bar, inside the brackets.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / (prev * recall + (1 - prev)) * alarm


@mistake("d29-review", "Below the bar you weight the false alarms with 1 − recall. They are a share of the negatives, 1 − prev.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / (prev * recall + (1 - recall) * alarm)


@mistake("d29-review", "The recall is missing above the bar: the true positives are prev times recall.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev / (prev * recall + (1 - prev) * alarm)


@mistake("d29-review", "Below the bar you take the false alarms away. They are flagged, too: add them.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / (prev * recall - (1 - prev) * alarm)


@mistake("d29-review", "Below your bar stand all negatives, flagged or not. Only the share alarm of them is flagged.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * recall / (prev * recall + (1 - prev))


@mistake("d29-review", "Recall and alarm are exchanged: recall goes with the positives, alarm with the negatives.", caught_by="visible")
def review_29(prev, recall, alarm):
    return prev * alarm / (prev * alarm + (1 - prev) * recall)


@mistake("d29-review", "Without false alarms your answer is 0. Then all that is flagged is positive, and the precision is 1.", caught_by="hidden")
def review_29(prev, recall, alarm):
    if alarm == 0:
        return 0.0
    hit = prev * recall
    return hit / (hit + (1 - prev) * alarm)


@mistake("d29-review", "Without false alarms your answer divides by 0. The precision is 1 there; the formula of the card needs no odds.", caught_by="hidden")
def review_29(prev, recall, alarm):
    odds = prev / (1 - prev) * recall / alarm
    return odds / (1 + odds)


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


@mistake("d29-gd", "Your places lose what stands after the point: the array was made of whole numbers.", caught_by="hidden")
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


@mistake("d29-gd", "The start stands twice in your path, and the last place is missing: each place is collected before its step.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    x = x0
    for k in range(steps):
        path.append(x)
        x = x - lr * df(x)
    return np.array(path)


@mistake("d29-gd", "You divided the slope by the learning rate. It is multiplied by it.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - df(path[-1]) / lr)
    return np.array(path)


@mistake("d29-gd", "Each of your steps takes away lr itself. It is lr times the slope.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    x = x0
    for k in range(steps):
        x = x - lr
        path.append(x)
    return np.array(path)


@mistake("d29-gd", "Your places lose what stands after the point: the array was made of whole numbers.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = np.zeros(steps + 1, dtype=int)
    path[0] = x0
    for k in range(steps):
        path[k + 1] = path[k] - lr * df(path[k])
    return path


@mistake("d29-gd", "Your path starts at 0 and not at x0: place 0 of the array was never filled.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = np.zeros(steps + 1)
    for k in range(steps):
        path[k + 1] = path[k] - lr * df(path[k])
    return path


@mistake("d29-gd", "gd stops with an IndexError: your array has as many places as there are steps. The path has one more, for the start.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = np.zeros(steps)
    path[0] = x0
    for k in range(steps):
        path[k + 1] = path[k] - lr * df(path[k])
    return path


@mistake("d29-gd", "Your path is one step short.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = np.zeros(steps)
    path[0] = x0
    for k in range(steps - 1):
        path[k + 1] = path[k] - lr * df(path[k])
    return path


@mistake("d29-gd", "Your start is overwritten, and the last place stays 0: the first place to fill is number 1.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = np.zeros(steps + 1)
    path[0] = x0
    for k in range(steps):
        path[k] = path[k - 1] - lr * df(path[k - 1])
    return path


@mistake("d29-gd", "You collected the slopes. The places are wanted.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    x = x0
    for k in range(steps):
        x = x - lr * df(x)
        path.append(df(x))
    return np.array(path)


@mistake("d29-gd", "Your walk goes on until the slope is tiny, however many steps were asked for.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    x = x0
    while abs(df(x)) > 1e-6:
        x = x - lr * df(x)
        path.append(x)
    return np.array(path)


@mistake("d29-gd", "After the first step your walk stands still: each step starts at x0 again.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    x = x0
    for k in range(steps):
        new = x - lr * df(x)
        path.append(new)
    return np.array(path)


@mistake("d29-gd", "You take the place away from the step. The step is taken away from the place.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    x = x0
    for k in range(steps):
        x = lr * df(x) - x
        path.append(x)
    return np.array(path)


@mistake("d29-gd", "df is the slope already. You measured the slope of the slope.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        x = path[-1]
        path.append(x - lr * (df(x + 1e-5) - df(x - 1e-5)) / 2e-5)
    return np.array(path)


@mistake("d29-gd", "Your path has one factor, found at the start, and a floor at 0. Ask df at every place.", caught_by="visible")
def gd(df, x0, lr, steps):
    a = df(x0) / x0
    return x0 * (1 - lr * a) ** np.arange(steps + 1)


@mistake("d29-gd", "Your path is that of a parabola. On other curves each step has to ask df again.", caught_by="hidden")
def gd(df, x0, lr, steps):
    a = df(x0 + 1) - df(x0)
    floor = x0 - df(x0) / a
    return floor + (x0 - floor) * (1 - lr * a) ** np.arange(steps + 1.0)


@mistake("d29-gd", "Your rate grows from step to step. Here it stays as it is.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for k in range(steps):
        path.append(path[-1] - lr * (k + 1) * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "The learning rate comes in twice. Each step is lr times the slope, once.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0]
    for k in range(steps):
        path.append(path[-1] - lr ** 2 * df(path[-1]))
    return np.array(path)


@mistake("d29-gd", "Your slope is one place behind: each step needs the slope of the place where it begins.", caught_by="visible")
def gd(df, x0, lr, steps):
    path = [x0, x0 - lr * df(x0)]
    for k in range(steps - 1):
        path.append(path[-1] - lr * df(path[-2]))
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


@mistake("d29-classify_lr", "A product that is 1 or 2 up to rounding, like 49 times 1/49, can miss the limit in your answer. Ask np.isclose for the limits, before anything else.", caught_by="hidden")
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


@mistake("d29-classify_lr", "Nothing is ever monotone in your answer: what is below 1 is below 2 as well. The first question that is true has to decide, and the smaller limit comes first.", caught_by="visible")
def classify_lr(a, lr):
    p = lr * a
    return "oscillate" if p < 2 else "cycle" if p == 2 else "monotone" if p < 1 else "diverge"


@mistake("d29-classify_lr", "The words one-step and cycle are exchanged.", caught_by="visible")
def classify_lr(a, lr):
    return words(lr * a, one="cycle", two="one-step")


@mistake("d29-classify_lr", "You divided the bend by the rate. They are multiplied.", caught_by="visible")
def classify_lr(a, lr):
    if np.isclose(a / lr, 1):
        return "one-step"
    if np.isclose(a / lr, 2):
        return "cycle"
    if a / lr < 1:
        return "monotone"
    if a / lr < 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "A product that is 1 or 2 up to rounding, like 49 times 1/49, can miss the limit in your answer. Ask np.isclose for the limits, before anything else.", caught_by="hidden")
def classify_lr(a, lr):
    if lr == 1 / a:
        return "one-step"
    if lr == 2 / a:
        return "cycle"
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "A product that is 1 or 2 up to rounding, like 49 times 1/49, can miss the limit in your answer. Ask np.isclose for the limits, before anything else.", caught_by="hidden")
def classify_lr(a, lr):
    p = a * lr
    word = "monotone"
    if np.isclose(p, 1):
        word = "one-step"
    if 1 < p < 2:
        word = "oscillate"
    if np.isclose(p, 2):
        word = "cycle"
    if p > 2:
        word = "diverge"
    return word


@mistake("d29-classify_lr", "Nothing is ever monotone in your answer: what is below 1 is below 2 as well. The first question that is true has to decide, and the smaller limit comes first.", caught_by="visible")
def classify_lr(a, lr):
    if np.isclose(a * lr, 1):
        return "one-step"
    if np.isclose(a * lr, 2):
        return "cycle"
    if a * lr < 2:
        return "oscillate"
    if a * lr < 1:
        return "monotone"
    return "diverge"


@mistake("d29-classify_lr", "Nothing is ever monotone in your answer: what is below 1 is below 2 as well. The first question that is true has to decide, and the smaller limit comes first.", caught_by="visible")
def classify_lr(a, lr):
    p = a * lr
    if p < 1:
        word = "monotone"
    if np.isclose(p, 1):
        word = "one-step"
    if p < 2:
        word = "oscillate"
    if np.isclose(p, 2):
        word = "cycle"
    if p > 2:
        word = "diverge"
    return word


@mistake("d29-classify_lr", "Your answer is monotone for every rate. Limits of 0 and −1 belong to the factor 1 − lr · a, limits of 1 and 2 to lr · a.", caught_by="visible")
def classify_lr(a, lr):
    f = a * lr
    if np.isclose(f, 0):
        return "one-step"
    if np.isclose(f, -1):
        return "cycle"
    if f > 0:
        return "monotone"
    if f > -1:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "Your comparisons are turned round: below lr · a = 1 you say diverge, and above it monotone.", caught_by="visible")
def classify_lr(a, lr):
    if np.isclose(a * lr, 1):
        return "one-step"
    if np.isclose(a * lr, 2):
        return "cycle"
    if a * lr > 1:
        return "monotone"
    if a * lr > 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "At lr · a = 1 the first step lands on the floor: one-step.", caught_by="visible")
def classify_lr(a, lr):
    if np.isclose(a * lr, 2):
        return "cycle"
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "At lr · a = 2 the walk goes back and forth between two places and comes no nearer: that is a cycle.", caught_by="visible")
def classify_lr(a, lr):
    if np.isclose(a * lr, 1):
        return "one-step"
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "No limit is ever met in your answer: at lr · a = 1 it is one-step, at 2 cycle. Ask np.isclose for the product.", caught_by="visible")
def classify_lr(a, lr):
    if np.isclose(lr, 1):
        return "one-step"
    if np.isclose(lr, 2):
        return "cycle"
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "Your room around the limits is too wide: rates a hundredth off are no longer on them.", caught_by="hidden")
def classify_lr(a, lr):
    if abs(a * lr - 1) < 0.1:
        return "one-step"
    if abs(a * lr - 2) < 0.1:
        return "cycle"
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "Your room around the limits is too wide: rates a hundredth off are no longer on them.", caught_by="hidden")
def classify_lr(a, lr):
    p = round(a * lr, 1)
    if p == 1:
        return "one-step"
    if p == 2:
        return "cycle"
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "Beyond lr · a = 1 everything is monotone in your answer. The factor is negative there: its sign counts as well as its size.", caught_by="visible")
def classify_lr(a, lr):
    f = abs(1 - a * lr)
    if np.isclose(f, 0):
        return "one-step"
    if np.isclose(f, -1):
        return "cycle"
    if f > 0:
        return "monotone"
    if f > -1:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "You ask for the limits last: by then a product of 1 has its answer. Ask np.isclose first.", caught_by="visible")
def classify_lr(a, lr):
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    if np.isclose(a * lr, 1):
        return "one-step"
    if np.isclose(a * lr, 2):
        return "cycle"
    return "diverge"


@mistake("d29-classify_lr", "The whole way from lr · a = 1 to 2 is one-step in your answer, and from 2 to 3 a cycle: what stands after the point is cut off.", caught_by="visible")
def classify_lr(a, lr):
    p = int(a * lr)
    if p == 1:
        return "one-step"
    if p == 2:
        return "cycle"
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "The words cycle and diverge are exchanged.", caught_by="visible")
def classify_lr(a, lr):
    if np.isclose(a * lr, 1):
        return "one-step"
    if np.isclose(a * lr, 2):
        return "diverge"
    if a * lr < 1:
        return "monotone"
    if a * lr < 2:
        return "oscillate"
    return "cycle"


@mistake("d29-classify_lr", "Your factor is 1 − a, times lr. It is 1 less the product of both.", caught_by="visible")
def classify_lr(a, lr):
    f = (1 - a) * lr
    if np.isclose(f, 0):
        return "one-step"
    if np.isclose(f, -1):
        return "cycle"
    if f > 0:
        return "monotone"
    if f > -1:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "Your comparison with 0 is turned round: a factor below 0 changes the side, one above 0 stays on it.", caught_by="visible")
def classify_lr(a, lr):
    f = 1 - a * lr
    if np.isclose(f, 0):
        return "one-step"
    if np.isclose(f, -1):
        return "cycle"
    if f < 0:
        return "monotone"
    if f > -1:
        return "oscillate"
    return "diverge"


@mistake("d29-classify_lr", "A little beyond lr · a = 2 your answer is oscillate. The walk grows slowly there, but it grows: below −1 the factor makes it diverge.", caught_by="hidden")
def classify_lr(a, lr):
    x, path = 1.0, [1.0]
    for _ in range(50):
        x = x - lr * a * x
        path.append(x)
    if np.isclose(path[1], 0):
        return "one-step"
    if np.isclose(path[1], -1):
        return "cycle"
    if abs(path[-1]) > 1e3:
        return "diverge"
    if path[1] > 0:
        return "monotone"
    return "oscillate"


@mistake("d29-classify_lr", "Up to lr · a = 2 all is monotone in your answer, and beyond it oscillates. From 1 on the factor is negative, and from 2 on larger than 1 in size.", caught_by="visible")
def classify_lr(a, lr):
    p = a * lr
    if np.isclose(p, 1):
        return 'one-step'
    if np.isclose(p, 2):
        return 'cycle'
    if p < 2:
        return 'monotone'
    return 'oscillate' if p < 3 else 'diverge'


@mistake("d29-classify_lr", "You added rate and bend. They are multiplied.", caught_by="visible")
def classify_lr(a, lr):
    p = a + lr
    if np.isclose(p, 1):
        return 'one-step'
    if np.isclose(p, 2):
        return 'cycle'
    return 'monotone' if p < 1 else 'oscillate' if p < 2 else 'diverge'


@mistake("d29-classify_lr", "A product that is 1 or 2 up to rounding, like 49 times 1/49, can miss the limit in your answer. Ask np.isclose for the limits, before anything else.", caught_by="hidden")
def classify_lr(a, lr):
    f = 1 - a * lr
    if math.isclose(f, 0):
        return 'one-step'
    if math.isclose(f, -1):
        return 'cycle'
    return 'monotone' if f > 0 else 'oscillate' if f > -1 else 'diverge'


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


@mistake("d29-newton_root", "Where the slope is 0 a ZeroDivisionError comes out. Ask with == before dividing, and raise a ValueError.", caught_by="visible")
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


@mistake("d29-newton_root", "You stop at the first step to the right, however long it is: the size of the step counts, without its sign.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, right, done=lambda f, x, step, tol: step <= tol)


@mistake("d29-newton_root", "You stop when the height is small. The length of the last step decides.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    return newton(f, df, x0, tol, maxit, right, done=lambda f, x, step, tol: abs(f(x)) <= tol)


@mistake("d29-newton_root", "You allow one step more than maxit.", caught_by="hidden")
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


@mistake("d29-newton_root", "You raise a ValueError where the walk should go on: only a slope of exactly 0, or more than maxit steps, ends it so.", caught_by="hidden")
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


@mistake("d29-newton_root", "You raise a ValueError even where a step was short enough: no place is returned on the way. Is there a print in place of the return?", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            print(x)
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "A step of exactly tol is short enough: at most tol, not less.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) < tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You divided by the slope at the start in every step. Each tangent has the slope of its own place.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x0)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "The height is asked at the start only. Each step needs the height of its own place.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x0) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You ask whether the height is 0. The slope is what one cannot divide by.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if f(x) == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You return a ValueError, or its name. An error is raised: raise ValueError(…).", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            return ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You return a ValueError, or its name. An error is raised: raise ValueError(…).", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    return ValueError("not enough steps")


@mistake("d29-newton_root", "You judge the step relative to the place. tol is a length: compare the step itself.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step / x) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "maxit has no part in your answer: more steps are taken than it allows.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(50):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You returned the last step. The place is wanted.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return step
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You go only half of each step. The tangent is followed down to the axis.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - 0.5 * step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You raise a ValueError where the walk should go on: only a slope of exactly 0, or more than maxit steps, ends it so.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if abs(slope) < 1e-6:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You raise a ValueError where the slope is negative. Only a slope of 0 stops the method.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope <= 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You also stop where the height is small. The length of the last step alone decides.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        if abs(f(x)) <= tol:
            return x
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You compare the square of the step with tol. It is the length of the step that counts.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if step ** 2 <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You return after the first step that is longer than tol. It is the first of at most tol that ends the walk.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) > tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "Your steps are cut to whole numbers: divide with one slash.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) // slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "Where the slope is 0 your answer is None. Raise a ValueError.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        try:
            step = f(x) / slope
        except ZeroDivisionError:
            return None
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "Where the slope is 0 you give something back. Raise a ValueError.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            return float("nan")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You compare how far two places are from 0. It is the step between them that counts, and its size.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        new = x - step
        done = abs(new) - abs(x) <= tol
        x = new
        if done:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You multiplied height and slope. The step is the height over the slope.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) * slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You measure the whole way from the start. It is the last step that is compared with tol.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(x - x0) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "Your start is cut to a whole number.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    x = int(x0)
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You look for a flat place, with the slope over its own slope. For a root it is the height over the slope.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = df(x) / ((df(x + 1e-5) - df(x - 1e-5)) / 2e-5)
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You divide x less the height by the slope. The height alone is divided.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = (x - f(x)) / slope
        x = step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "You compare the next step with tol, not the one that was taken, and stop one step early.", caught_by="visible")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        if df(x) == 0:
            raise ValueError
        x = x - f(x) / df(x)
        if abs(f(x) / df(x)) <= tol:
            return x
    raise ValueError


@mistake("d29-newton_root", "You go on until the height is small as well. The length of the last step alone decides.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = df(x)
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol and abs(f(x)) <= tol:
            return x
    raise ValueError("not enough steps")


@mistake("d29-newton_root", "The slope has lost its sign, so where the curve falls you step away from the root.", caught_by="hidden")
def newton_root(f, df, x0, tol, maxit=50):
    x = x0
    for _ in range(maxit):
        slope = abs(df(x))
        if slope == 0:
            raise ValueError("the slope is 0")
        step = f(x) / slope
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("not enough steps")


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


@mistake("d29-steps_to", "The sign of the factor is in your way: the distance is its size. A factor of −0.5 halves the distance, too.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = (1 - lr * a)
    if factor >= 1:
        return None
    left, k = 1.0, 0
    while left > eps:
        left, k = left * factor, k + 1
    return k


@mistake("d29-steps_to", "For a factor of 0 your answer is 0 steps. It takes one to arrive.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr * a)
    if factor >= 1:
        return None
    if factor == 0:
        return 0
    return math.ceil(math.log(eps) / math.log(factor))


@mistake("d29-steps_to", "Your two logarithms have different bases. Use one for both.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr * a)
    if factor >= 1:
        return None
    if factor == 0:
        return 1
    return math.ceil(math.log(eps) / math.log10(factor))


@mistake("d29-steps_to", "You took the logarithm of a quotient, or a difference of logarithms. Asked is the quotient of two logarithms.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr * a)
    if factor >= 1:
        return None
    if factor == 0:
        return 1
    return math.ceil(math.log(eps) - math.log(factor))


@mistake("d29-steps_to", "A negative factor has no logarithm. The distance is its size: take abs first.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = 1 - lr * a
    if abs(factor) >= 1:
        return None
    if factor == 0:
        return 1
    return math.ceil(math.log(eps) / math.log(factor))


@mistake("d29-steps_to", "Where the walk never arrives your answer is −1. None is wanted.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr * a)
    if factor >= 1:
        return -1
    left, k = 1.0, 0
    while left > eps:
        left, k = left * factor, k + 1
    return k


@mistake("d29-steps_to", "Your answer is 0 wherever the walk arrives: no step is counted. At the start the whole distance is left, 1, and the loop goes on while more than eps is left.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr * a)
    if factor >= 1:
        return None
    left, k = 1.0, 0
    while left <= eps:
        left, k = left * factor, k + 1
    return k


@mistake("d29-steps_to", "You count with half of lr · a: the slope of a x²/2 is a x, so each step takes the share lr · a.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr * a / 2)
    if factor >= 1:
        return None
    left, k = 1.0, 0
    while left > eps:
        left, k = left * factor, k + 1
    return k


@mistake("d29-steps_to", "You divided the rate by the bend. They are multiplied.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr / a)
    if factor >= 1:
        return None
    left, k = 1.0, 0
    while left > eps:
        left, k = left * factor, k + 1
    return k


@mistake("d29-steps_to", "The bend stands outside: you count with a times |1 − lr|. The product lr · a comes first.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr) * a
    if factor >= 1:
        return None
    left, k = 1.0, 0
    while left > eps:
        left, k = left * factor, k + 1
    return k


@mistake("d29-steps_to", "You count until the share eps is gone. Asked is when no more than eps is left.", caught_by="visible")
def steps_to(lr, a, eps):
    factor = abs(1 - lr * a)
    if factor >= 1:
        return None
    left, k = 1.0, 0
    while left > 1 - eps:
        left, k = left * factor, k + 1
    return k


@mistake("d29-steps_to", "Your two logarithms have different bases. Use one for both.", caught_by="visible")
def steps_to(lr, a, eps):
    f = abs(1 - lr * a)
    if f >= 1:
        return None
    if f == 0:
        return 1
    return math.ceil(math.log(eps) / math.log2(f))


hints(
    "d29-steps_to",
    "What is the factor of one step, without its sign? When does it never get smaller?",
    "Start with left = 1.0 and k = 0. While left is above eps: multiply and count.",
    "factor = abs(1 − lr * a); None if factor >= 1; else while left > eps: left, k = left * factor, k + 1.",
)
why(
    "d29-steps_to",
    "Each step multiplies the distance by the same factor, so counting works, and so does the logarithm of eps over that of the factor, rounded up. The loop needs no special case for a factor of 0.",
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


@mistake("d29-newton_min", "You take 50 steps even where an earlier one was short enough: the first step of at most tol ends the walk.", caught_by="visible")
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


@mistake("d29-newton_min", "You call a place flat because the slope or the step is small there. Both are small at every place that the method finds; f'' decides.", caught_by="visible")
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


@mistake("d29-newton_min", "Your fraction is upside down: the step is f' over f''.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = d2f(x) / df(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You call a place flat because the slope or the step is small there. Both are small at every place that the method finds; f'' decides.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = df(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You stop at the first step to the right, however long it is: the size of the step counts, without its sign.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if step <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "A step of exactly tol is short enough: at most tol, not less.", caught_by="hidden")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) < tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "Where no step is short enough you raise a ValueError. The place after 50 steps is wanted.", caught_by="hidden")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    else:
        raise ValueError('not enough')
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You stop where the slope is small. The length of the last step decides.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(df(x)) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "The words are minimum and maximum, written out.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "min" if bend > 0 else "max"


@mistake("d29-newton_min", "Where no step is short enough, your walk does not end after 50 steps.", caught_by="hidden")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(49):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "Your walk ends before 50 steps although none was short enough.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(20):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "Where no step is short enough, your walk does not end after 50 steps.", caught_by="hidden")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(100):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "An f'' of 0.0015 is flat in your answer. Up to 0.001 counts as flat, and no more.", caught_by="hidden")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.01:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You compare f'' with tol. For the kind the limit is 0.001; tol is for the steps.", caught_by="hidden")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= tol:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You divided by f'' at the start in every step. It is asked at each place.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x0)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You walk down with a fixed rate, so you never arrive at a maximum. Newton's step is f' over f''.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = 0.1 * df(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You divided by the size of f''. Where f'' is negative the step then leads away: keep its sign.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / abs(d2f(x))
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You take one step and stop. Go on until a step is at most tol long.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
        bend = d2f(x)
        if abs(bend) <= 0.001:
            return x, "flat"
        return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You judge by f'' before the last step. It is the place found that has a kind.", caught_by="hidden")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        bend = d2f(x)
        step = df(x) / bend
        x = x - step
        if abs(step) <= tol:
            break
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You call a place flat because the slope or the step is small there. Both are small at every place that the method finds; f'' decides.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(step) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "You go only half of each step. The whole of f' over f'' is taken away.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = 0.5 * df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, "minimum" if bend > 0 else "maximum"


@mistake("d29-newton_min", "Your kind is True or False. It is a word: minimum, maximum or flat.", caught_by="visible")
def newton_min(df, d2f, x0, tol):
    x = x0
    for _ in range(50):
        step = df(x) / d2f(x)
        x = x - step
        if abs(step) <= tol:
            break
    bend = d2f(x)
    if abs(bend) <= 0.001:
        return x, "flat"
    return x, bend > 0


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
