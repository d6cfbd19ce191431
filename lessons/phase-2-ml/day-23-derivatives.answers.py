"""Right and wrong answers to day 23: derivatives and cost curves."""

import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import line_through

# ---------------------------------------------------------------- d23-review


@also_right("d23-review")
def review_23(leave, back, p0, k):
    for _ in range(k):
        p0 = p0 * (1 - leave) + (1 - p0) * back
    return p0


@also_right("d23-review")
def review_23(leave, back, p0, k):
    table = np.array([[1 - leave, back], [leave, 1 - back]])
    return (np.linalg.matrix_power(table, k) @ [p0, 1 - p0])[0]


@mistake("d23-review", "The distance from the share that stays shrinks by the wrong factor: 1 − leave leaves out those who join.", caught_by="visible")
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return still + (1 - leave) ** k * (p0 - still)


@mistake("d23-review", "You returned the share that is reached in the end. After k months some of the distance from it is left.", caught_by="visible")
def review_23(leave, back, p0, k):
    return back / (leave + back)


@mistake("d23-review", "You returned the distance from the share that stays, not the share itself.", caught_by="visible")
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return (1 - leave - back) ** k * (p0 - still)


@mistake("d23-review", "The start itself shrinks in your answer, where it should be its distance from the share that stays.", caught_by="visible")
def review_23(leave, back, p0, k):
    return back / (leave + back) + (1 - leave - back) ** k * p0


@mistake("d23-review", "You counted those who leave in the place of those who join: what stays is back / (leave + back).", caught_by="visible")
def review_23(leave, back, p0, k):
    still = leave / (leave + back)
    return still + (1 - leave - back) ** k * (p0 - still)


@mistake("d23-review", "Your answer is the share after one month, whatever k is.", caught_by="visible")
def review_23(leave, back, p0, k):
    return p0 * (1 - leave) + (1 - p0) * back


@mistake("d23-review", "The factor was multiplied by k. Every month multiplies once more: it is raised to the power k.", caught_by="visible")
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return still + (1 - leave - back) * k * (p0 - still)


@mistake("d23-review", "You let one month too many go by.", caught_by="visible")
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return still + (1 - leave - back) ** (k + 1) * (p0 - still)


@mistake(
    "d23-review",
    "You took the distance the other way around: it is p0 minus the share that stays.",
    caught_by="visible",
)
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return still + (1 - leave - back) ** k * (still - p0)


@mistake(
    "d23-review",
    "Your answer does not depend on p0: it is right only for a start at 0.",
    caught_by="hidden",
)
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return still - still * (1 - leave - back) ** k


@mistake(
    "d23-review",
    "The whole distance p0 − still is multiplied by the power. In your answer p0 is not: the difference needs brackets.",
    caught_by="hidden",
)
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return still + p0 - still * (1 - leave - back) ** k


@mistake(
    "d23-review",
    "The factor 1 − leave − back needs brackets: in your answer only back is raised to the power k.",
    caught_by="visible",
)
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return still + (p0 - still) * 1 - leave - back**k


@mistake(
    "d23-review",
    "Your factor is 1 − leave + back. Those who join shrink the distance, too: back is taken away as leave is.",
    caught_by="visible",
)
def review_23(leave, back, p0, k):
    still = back / (leave + back)
    return still + (1 - leave + back) ** k * (p0 - still)


@mistake("d23-review", "You let one month too few go by.", caught_by="visible")
def review_23(leave, back, p0, k):
    for _ in range(1, k):
        p0 = p0 * (1 - leave) + (1 - p0) * back
    return p0


@mistake(
    "d23-review",
    "Your answer is the share after the first month: you return before the others have gone by.",
    caught_by="visible",
)
def review_23(leave, back, p0, k):
    for _ in range(k):
        return p0 * (1 - leave) + (1 - p0) * back


@mistake(
    "d23-review",
    "The share back was taken of everybody. Only those who are no members can join, a share of 1 − p.",
    caught_by="visible",
)
def review_23(leave, back, p0, k):
    for _ in range(k):
        p0 = p0 * (1 - leave) + back
    return p0


@mistake(
    "d23-review",
    "Nobody joins in your answer. Every month the share back of the others does.",
    caught_by="visible",
)
def review_23(leave, back, p0, k):
    return p0 * (1 - leave) ** k


hints(
    "d23-review",
    "Which share stays as it is, and how far from it is the start?",
    "The distance p0 − still is multiplied by 1 − leave − back every month.",
    "still + (1 − leave − back) to the power k, times (p0 − still).",
)
why(
    "d23-review",
    "Along the first eigenvector nothing changes (eigenvalue 1), along the second everything shrinks by 1 − leave − back. If more than half leave and join, this factor is negative, and the share swings from side to side.",
)


# ---------------------------------------------------------------- d23-central_slope


@also_right("d23-central_slope")
def central_slope(f, x, h):
    forward = (f(x + h) - f(x)) / h
    backward = (f(x) - f(x - h)) / h
    return (forward + backward) / 2


@also_right("d23-central_slope")
def central_slope(f, x, h):
    left, right = x - h, x + h
    return (f(left) - f(right)) / (left - right)


@mistake("d23-central_slope", "You divided by one step. From x − h to x + h the run is two steps long, so your slopes are twice too steep.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + h) - f(x - h)) / h


@mistake("d23-central_slope", "You looked ahead only: that is the forward slope. The central one begins a step before x.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + h) - f(x)) / h


@mistake("d23-central_slope", "You looked back only. The central slope ends a step after x.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x) - f(x - h)) / h


@mistake("d23-central_slope", "Your rise starts at x, your run a step before it: the rise over one step was divided by two.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + h) - f(x)) / (2 * h)


@mistake("d23-central_slope", "The sign is turned: height before minus height after. A curve that climbs has a positive slope.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x - h) - f(x + h)) / (2 * h)


@mistake("d23-central_slope", "You walked half a step to each side, and divided by two steps: the run is shorter than what you divide by.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + h / 2) - f(x - h / 2)) / (2 * h)


@mistake("d23-central_slope", "You walked half a step to each side. The places are a whole step before and a whole step after x.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + h / 2) - f(x - h / 2)) / h


@mistake("d23-central_slope", "Your rise is divided by 2 and then multiplied by h. It is divided by both: 2 * h stands in brackets.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + h) - f(x - h)) / 2 * h


@mistake("d23-central_slope", "You returned the rise. Divide it by the run.", caught_by="visible")
def central_slope(f, x, h):
    return f(x + h) - f(x - h)


@mistake("d23-central_slope", "You used a step of your own, whatever h is. The caller chooses it.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5


@mistake("d23-central_slope", "A negative step turns the sign of your slope: rise and run should both be taken from x − h to x + h.", caught_by="hidden")
def central_slope(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * abs(h))


@mistake("d23-central_slope", "You added the two heights. The rise is their difference.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + h) + f(x - h)) / (2 * h)


@mistake("d23-central_slope", "You divided the run by the rise. A slope is rise over run.", caught_by="visible")
def central_slope(f, x, h):
    return 2 * h / (f(x + h) - f(x - h))


@mistake("d23-central_slope", "Your rise is that over four steps, from two before x to two after, and you divided it by two.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + 2 * h) - f(x - 2 * h)) / (2 * h)


@mistake("d23-central_slope", "You divided by 2x. The run is 2h, whatever x is.", caught_by="visible")
def central_slope(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * x)


@mistake(
    "d23-central_slope",
    "Your chord begins at x and ends two steps ahead. The central one begins a step before x and ends a step after it.",
    caught_by="visible",
)
def central_slope(f, x, h):
    return (f(x + 2 * h) - f(x)) / (2 * h)


@mistake(
    "d23-central_slope",
    "Your slope does not depend on f: it is that of the lesson's cost curve C.",
    caught_by="visible",
)
def central_slope(f, x, h):
    def cost(m):
        return 5 * m**2 - 30 * m + 50

    return (cost(x + h) - cost(x - h)) / (2 * h)


@mistake(
    "d23-central_slope",
    "You took the difference of the places first, and f of that. The rise is the difference of two heights: f twice, then subtract.",
    caught_by="visible",
)
def central_slope(f, x, h):
    return f((x + h) - (x - h)) / (2 * h)


hints(
    "d23-central_slope",
    "Two points and a chord: which two, and how far are they apart?",
    "The rise is f(x + h) − f(x − h). The run is from x − h to x + h.",
    "Divide the rise by (2 * h), with the brackets.",
)
why(
    "d23-central_slope",
    "The two one-sided errors have opposite signs and nearly cancel: what is left shrinks with the square of the step.",
)


# ---------------------------------------------------------------- d23-slope_curve


@also_right("d23-slope_curve")
def slope_curve(f, xs, h):
    out = np.zeros(len(xs))
    for i in range(len(xs)):
        out[i] = (f(xs[i] + h) - f(xs[i] - h)) / (2 * h)
    return out


@mistake("d23-slope_curve", "This error comes from f: it takes one number, and you gave it the whole array. Go through the places.", caught_by="visible")
def slope_curve(f, xs, h):
    return (f(xs + h) - f(xs - h)) / (2 * h)


@also_right("d23-slope_curve")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    ahead, behind = f(xs + h), f(xs - h)
    return ((ahead - f(xs)) / h + (f(xs) - behind) / h) / 2


@mistake("d23-slope_curve", "You took the chords from each place to the next: one slope too few, and between places that may be far apart.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    return np.diff(f(xs)) / np.where(np.diff(xs) == 0, 1, np.diff(xs))


@mistake("d23-slope_curve", "You returned one slope, that of the chord from the first place to the last.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    return (f(xs[-1]) - f(xs[0])) / (xs[-1] - xs[0] if xs[-1] != xs[0] else 1)


@mistake("d23-slope_curve", "You returned the heights. The slopes compare heights a step to each side.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    return f(xs)


@mistake("d23-slope_curve", "You looked ahead only: these are forward slopes.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    return (f(xs + h) - f(xs)) / h


@mistake("d23-slope_curve", "You looked back only. A central slope ends a step after its place.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    return (f(xs) - f(xs - h)) / h


@mistake("d23-slope_curve", "You divided by one step; from a step before to a step after it is two.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    return (f(xs + h) - f(xs - h)) / h


@mistake("d23-slope_curve", "You returned one slope, of the first place only.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    return (f(xs[0] + h) - f(xs[0] - h)) / (2 * h)


@mistake("d23-slope_curve", "At whole-number places your slopes are cut to whole numbers: the array that holds them has the number type of the places.", caught_by="hidden")
def slope_curve(f, xs, h):
    out = np.full(len(xs), xs[0])
    for i, x in enumerate(xs):
        out[i] = (f(x + h) - f(x - h)) / (2 * h)
    return out


@mistake("d23-slope_curve", "You sorted the places first, so the slopes come in another order than the places.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    xs = np.sort(xs)
    return (f(xs + h) - f(xs - h)) / (2 * h)


@mistake("d23-slope_curve", "You moved the caller's places by a step and left them there.", caught_by="hidden")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    xs += h
    ahead = f(xs)
    xs -= 2 * h
    return (ahead - f(xs)) / (2 * h)


@mistake("d23-slope_curve", "You returned the rises. Divide them by the run, two steps.", caught_by="visible")
def slope_curve(f, xs, h):
    f = np.vectorize(f, otypes=[float])
    return f(xs + h) - f(xs - h)


@mistake(
    "d23-slope_curve",
    "You compared each place with the next ones of the list. A slope belongs to one place, measured a step before and a step after it.",
    caught_by="visible",
)
def slope_curve(f, xs, h):
    ys = np.array([f(x) for x in xs])
    return np.gradient(ys, xs)


@mistake(
    "d23-slope_curve",
    "You compared the places before and after each in the list. A slope belongs to one place, measured a step h before and after it.",
    caught_by="visible",
)
def slope_curve(f, xs, h):
    out = []
    for i in range(1, len(xs) - 1):
        out.append((f(xs[i + 1]) - f(xs[i - 1])) / (xs[i + 1] - xs[i - 1]))
    return np.array(out)


@mistake(
    "d23-slope_curve",
    "Only the first place has a slope in your answer. Every place needs one before you return.",
    caught_by="visible",
)
def slope_curve(f, xs, h):
    return np.array([(f(x + h) - f(x - h)) / (2 * h) for x in xs[:1]])


@mistake(
    "d23-slope_curve",
    "Only the last place has a slope in your answer: the list starts anew in each pass.",
    caught_by="visible",
)
def slope_curve(f, xs, h):
    return np.array([(f(x + h) - f(x - h)) / (2 * h) for x in xs[-1:]])


@mistake(
    "d23-slope_curve",
    "You used a step of your own, whatever h is. The caller chooses it.",
    caught_by="hidden",
)
def slope_curve(f, xs, h):
    return np.array([(f(x + 1e-5) - f(x - 1e-5)) / 2e-5 for x in xs])


@mistake(
    "d23-slope_curve",
    "You measured at 0, 1, 2, …, the numbers of the places. The places are the entries of xs.",
    caught_by="visible",
)
def slope_curve(f, xs, h):
    return np.array([(f(i + h) - f(i - h)) / (2 * h) for i in range(len(xs))])


@mistake(
    "d23-slope_curve",
    "np.array got a recipe for slopes and not a list of them. Square brackets inside the round ones make the list.",
    caught_by="visible",
)
def slope_curve(f, xs, h):
    return np.array((f(x + h) - f(x - h)) / (2 * h) for x in xs)


hints(
    "d23-slope_curve",
    "What would you do for one place x? The same again for each x in xs.",
    "A list comprehension over xs gives one slope for each place, in their order; np.array makes an array of it.",
    "Inside it stands the formula of the central slope: the rise from x - h to x + h over the run 2 * h.",
)
why(
    "d23-slope_curve",
    "The formula for one place, used at every place, makes a function out of a function: its slope curve.",
)


# ---------------------------------------------------------------- d23-local_minima


@also_right("d23-local_minima")
def local_minima(ys):
    moves = np.sign(np.diff(np.asarray(ys, dtype=float)))
    at = [i for i in range(len(moves)) if moves[i] != 0]
    return [i + 1 for i, j in zip(at[:-1], at[1:], strict=True) if moves[i] < 0 < moves[j]]


@also_right("d23-local_minima")
def local_minima(ys):
    found = []
    for i in range(1, len(ys) - 1):
        if ys[i] < ys[i - 1]:
            j = i
            while j < len(ys) - 1 and ys[j] == ys[i]:
                j += 1
            if ys[j] > ys[i]:
                found.append(i)
    return np.array(found, dtype=int)


def _floors(ys):
    """The first place of every run of equal heights, with its height."""
    return [(i, ys[i]) for i in range(len(ys)) if i == 0 or ys[i] != ys[i - 1]]


@mistake("d23-local_minima", "You found the tops. A valley is lower than what is around it.", caught_by="visible")
def local_minima(ys):
    runs = _floors(ys)
    return [b[0] for a, b, c in zip(runs, runs[1:], runs[2:], strict=False) if a[1] < b[1] > c[1]]


@mistake("d23-local_minima", "You counted an end. Nobody knows what lies beyond it.", caught_by="visible")
def local_minima(ys):
    runs = [(None, np.inf), *_floors(ys), (None, np.inf)]
    return [b[0] for a, b, c in zip(runs, runs[1:], runs[2:], strict=False) if a[1] > b[1] < c[1]]


@mistake("d23-local_minima", "You returned the lowest place only. Every place that is lower than its surroundings counts.", caught_by="visible")
def local_minima(ys):
    return [int(np.argmin(ys))]


@mistake("d23-local_minima", "A valley with a flat floor is missing: you want both neighbors to be higher, and inside a floor they are equal.", caught_by="visible")
def local_minima(ys):
    return [i for i in range(1, len(ys) - 1) if ys[i - 1] > ys[i] < ys[i + 1]]


@mistake("d23-local_minima", "Steps on the way down, and floors several times over: you take equal neighbors for higher ones.", caught_by="visible")
def local_minima(ys):
    return [i for i in range(1, len(ys) - 1) if ys[i - 1] >= ys[i] <= ys[i + 1]]


@mistake("d23-local_minima", "You take an equal neighbor on the right for a higher one: a step on the way down then looks like a valley.", caught_by="visible")
def local_minima(ys):
    return [i for i in range(1, len(ys) - 1) if ys[i - 1] > ys[i] <= ys[i + 1]]


@mistake("d23-local_minima", "You name the last place of a flat floor. The first one is asked for.", caught_by="visible")
def local_minima(ys):
    runs = _floors(ys)
    return [c[0] - 1 for a, b, c in zip(runs, runs[1:], runs[2:], strict=False) if a[1] > b[1] < c[1]]


@mistake("d23-local_minima", "You returned the heights of the valleys. Their places are asked for.", caught_by="visible")
def local_minima(ys):
    runs = _floors(ys)
    return [b[1] for a, b, c in zip(runs, runs[1:], runs[2:], strict=False) if a[1] > b[1] < c[1]]


@mistake("d23-local_minima", "You stop at the first valley.", caught_by="visible")
def local_minima(ys):
    runs = _floors(ys)
    return [b[0] for a, b, c in zip(runs, runs[1:], runs[2:], strict=False) if a[1] > b[1] < c[1]][:1]


@mistake("d23-local_minima", "Your places are one too low: the place of a change between two heights is that of the first of them, and the floor is the second.", caught_by="visible")
def local_minima(ys):
    runs = _floors(ys)
    return [b[0] - 1 for a, b, c in zip(runs, runs[1:], runs[2:], strict=False) if a[1] > b[1] < c[1]]


@mistake("d23-local_minima", "After a top your walk still remembers the floor before it, so an old valley is named again.", caught_by="hidden")
def local_minima(ys):
    valleys, floor = [], 0
    for i in range(1, len(ys)):
        if ys[i] < ys[i - 1]:
            floor = i
        elif ys[i] > ys[i - 1] and floor > 0:
            valleys.append(floor)
    return valleys


@mistake("d23-local_minima", "Every place on the way down counts in your answer. Only the last before it goes up is a valley.", caught_by="visible")
def local_minima(ys):
    return [i for i in range(1, len(ys) - 1) if ys[i] < ys[i - 1]]


@mistake("d23-local_minima", "A list that begins by rising gets a valley at its start. The ends do not count.", caught_by="hidden")
def local_minima(ys):
    valleys, floor = [], 0
    for i in range(1, len(ys)):
        if ys[i] < ys[i - 1]:
            floor = i
        elif ys[i] > ys[i - 1]:
            if floor is not None:
                valleys.append(floor)
            floor = None
    return valleys


@mistake("d23-local_minima", "You count places in a list from which repeats were struck out. The places in the list as it came are asked for.", caught_by="visible")
def local_minima(ys):
    v = [y for _, y in _floors(ys)]
    return [i for i in range(1, len(v) - 1) if v[i - 1] > v[i] < v[i + 1]]


@mistake(
    "d23-local_minima",
    "You returned the lowest place only. Every place that is lower than its surroundings counts.",
    caught_by="visible",
)
def local_minima(ys):
    return [int(np.argmin(ys[1:-1])) + 1]


@mistake(
    "d23-local_minima",
    "You name every place of a flat floor. It counts once, at its first place.",
    caught_by="visible",
)
def local_minima(ys):
    found, start = [], None
    for i in range(1, len(ys)):
        if ys[i] < ys[i - 1]:
            start = i
        elif ys[i] > ys[i - 1]:
            if start is not None:
                found += list(range(start, i))
            start = None
    return found


@mistake(
    "d23-local_minima",
    "You returned the heights of the valleys. Their places are asked for.",
    caught_by="visible",
)
def local_minima(ys):
    runs = _floors(ys)
    return [int(b[1]) for a, b, c in zip(runs, runs[1:], runs[2:], strict=False) if a[1] > b[1] < c[1]]


hints(
    "d23-local_minima",
    "Walk from left to right with a finger on the list. When do you know that you have left a valley, and what must you have remembered?",
    "Remember the place at which you last went down. Equal heights change nothing. When you go up, that place was a valley, if you came down at all.",
    "Two cases in the loop: ys[i] < ys[i - 1] sets floor = i; ys[i] > ys[i - 1] appends floor, if there is one, and forgets it.",
)
why(
    "d23-local_minima",
    "Down and then up is all that a valley is; equal heights between them decide nothing, so the walk passes over them. Place 0 is never a floor, so 0 can stand for none.",
)


# ---------------------------------------------------------------- d23-golden_section


@also_right("d23-golden_section")
def golden_section(f, a, b, tol):
    known = {}

    def ask(x):
        if x not in known:
            known[x] = f(x)
        return known[x]

    r = (math.sqrt(5) - 1) / 2
    c, d = b - r * (b - a), a + r * (b - a)
    while b - a > tol:
        if ask(c) < ask(d):
            b, d = d, c
            c = b - r * (b - a)
        else:
            a, c = c, d
            d = a + r * (b - a)
    return a + (b - a) / 2


@also_right("d23-golden_section")
def golden_section(f, a, b, tol):
    r = (5**0.5 - 1) / 2

    def go(a, c, d, b, fc, fd):
        if b - a <= tol:
            return (a + b) / 2
        if fc <= fd:
            new = d - r * (d - a)
            return go(a, new, c, d, f(new), fc)
        new = c + r * (b - c)
        return go(c, d, new, b, fd, f(new))

    c, d = b - r * (b - a), a + r * (b - a)
    return go(a, c, d, b, f(c), f(d))


R = (5**0.5 - 1) / 2


def _search(f, a, b, tol, *, better=lambda c, d: c < d, end=lambda a, b: (a + b) / 2, r=R, more=lambda a, b, tol, n: b - a > tol):
    """The reference with one thing changed; the mistakes below share it."""
    c, d = b - r * (b - a), a + r * (b - a)
    fc, fd, n = f(c), f(d), 0
    while more(a, b, tol, n):
        n += 1
        if better(fc, fd):
            b, d, fd = d, c, fc
            c = b - r * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + r * (b - a)
            fd = f(d)
    return end(a, b)


@mistake("d23-golden_section", "Your search goes on with the piece that does not hold the floor, and so climbs to an end or a top.", caught_by="visible")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, better=lambda c, d: c > d)


@mistake("d23-golden_section", "The places are right, but you ask at both of them in every round: twice as many questions as needed. One of the two heights is known from the round before.", caught_by="visible")
def golden_section(f, a, b, tol):
    while b - a > tol:
        c, d = b - R * (b - a), a + R * (b - a)
        if f(c) < f(d):
            b = d
        else:
            a = c
    return (a + b) / 2


@mistake("d23-golden_section", "You cut at the thirds. That finds the floor, but no old place falls on a new one, so every round costs two questions.", caught_by="visible")
def golden_section(f, a, b, tol):
    while b - a > tol:
        c, d = a + (b - a) / 3, b - (b - a) / 3
        if f(c) < f(d):
            b = d
        else:
            a = c
    return (a + b) / 2


@mistake("d23-golden_section", "Your answer is an end of the last piece, and the floor may lie up to tol away from it. The middle is at most half as far.", caught_by="hidden")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, end=lambda a, b: a)


@mistake("d23-golden_section", "Your answer is the right end of the last piece, and the floor may lie up to tol away from it. The middle is at most half as far.", caught_by="hidden")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, end=lambda a, b: b)


@mistake("d23-golden_section", "You returned the height of the floor. Its place is asked for.", caught_by="visible")
def golden_section(f, a, b, tol):
    return f(_search(f, a, b, tol))


@mistake("d23-golden_section", "You returned both ends of the last piece. One place is asked for, its middle.", caught_by="visible")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, end=lambda a, b: (a, b))


@mistake("d23-golden_section", "You stop after one round. Go on as long as the piece is longer than tol.", caught_by="visible")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, more=lambda a, b, tol, n: n < 1)


@mistake("d23-golden_section", "You stop when two heights are close. On a flat floor heights are close while the places are still far apart: the length of the piece decides.", caught_by="hidden")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, more=lambda a, b, tol, n: abs(f(a) - f(b)) > tol and n < 500)


@mistake("d23-golden_section", "The search always runs for the same number of rounds, whatever tol is.", caught_by="visible")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, more=lambda a, b, tol, n: n < 30)


@mistake("d23-golden_section", "You keep the old heights with the wrong places: after the piece was shortened, a height is compared that belongs elsewhere.", caught_by="visible")
def golden_section(f, a, b, tol):
    c, d = b - R * (b - a), a + R * (b - a)
    fc, fd = f(c), f(d)
    while b - a > tol:
        if fc < fd:
            b, d = d, c
            c = b - R * (b - a)
            fc = f(c)
        else:
            a, c = c, d
            d = a + R * (b - a)
            fd = f(d)
    return (a + b) / 2


@mistake("d23-golden_section", "Your answer is an inner place of the last piece. Its middle is at most tol/2 from the floor; an inner place can be farther.", caught_by="hidden")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, end=lambda a, b: b - R * (b - a))


@mistake("d23-golden_section", "You measure tol in lengths of the first piece. It is a length on the axis, the same wherever the search begins.", caught_by="hidden")
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol * (b - a))


@mistake(
    "d23-golden_section",
    "You cut too much away: what is left lies between an end and the nearer of the two places. If f(c) < f(d), everything left of d may hold the floor.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    while b - a > tol:
        c, d = b - R * (b - a), a + R * (b - a)
        if f(c) < f(d):
            b = c
        else:
            a = d
    return (a + b) / 2


@mistake(
    "d23-golden_section",
    "Your r is larger than 1, so both places lie outside the piece, which grows in each round. It is half of √5 − 1, with brackets.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, r=(5**0.5 + 1) / 2)


@mistake(
    "d23-golden_section",
    "Your r is larger than 1, so both places lie outside the piece, which grows in each round. It is half of √5 − 1, with brackets.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, r=5**0.5 - 1 / 2)


@mistake(
    "d23-golden_section",
    "The new place is computed from the old piece. Move the end first, and then place c or d in what is left.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    c, d = b - R * (b - a), a + R * (b - a)
    fc, fd = f(c), f(d)
    while b - a > tol:
        if fc < fd:
            new = b - R * (b - a)
            b, d, fd, c = d, c, fc, new
            fc = f(c)
        else:
            new = a + R * (b - a)
            a, c, fc, d = c, d, fd, new
            fd = f(d)
    return (a + b) / 2


@mistake(
    "d23-golden_section",
    "You stop after one round. Go on as long as the piece is longer than tol.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    c, d = b - R * (b - a), a + R * (b - a)
    fc, fd = f(c), f(d)
    if b - a > tol:
        if fc < fd:
            b = d
        else:
            a = c
    return (a + b) / 2


@mistake(
    "d23-golden_section",
    "The search always runs for the same number of rounds, whatever tol is.",
    caught_by="hidden",
)
def golden_section(f, a, b, tol):
    return _search(f, a, b, tol, more=lambda a, b, tol, n: n < 13)


@mistake(
    "d23-golden_section",
    "You halve the piece by a measured slope, which costs two questions a round. At the golden places one is enough.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    while b - a > tol:
        m = (a + b) / 2
        if f(m + 1e-5) > f(m - 1e-5):
            b = m
        else:
            a = m
    return (a + b) / 2


@mistake(
    "d23-golden_section",
    "You stop when the heights at c and d are close. That says little about the places: the length of the piece, b − a, decides.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    c, d = b - R * (b - a), a + R * (b - a)
    fc, fd = f(c), f(d)
    while abs(fc - fd) > tol:
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - R * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + R * (b - a)
            fd = f(d)
    return (a + b) / 2


@mistake(
    "d23-golden_section",
    "You stop when the two inner places are closer than tol. It is the whole piece, b − a, that has to be short.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    c, d = b - R * (b - a), a + R * (b - a)
    fc, fd = f(c), f(d)
    while d - c > tol:
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - R * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + R * (b - a)
            fd = f(d)
    return (a + b) / 2


@mistake(
    "d23-golden_section",
    "You ask at both ends as well, two questions more than needed. Only the heights at c and d are compared.",
    caught_by="visible",
)
def golden_section(f, a, b, tol):
    f(a), f(b)
    return _search(f, a, b, tol)


hints(
    "d23-golden_section",
    "Keep four things from round to round: the two ends, the two inner places. Which of the four is thrown away when f(c) < f(d), and what becomes of the others?",
    "If f(c) < f(d): the right end becomes d, the new d is the old c with its height, and only a new c has to be asked. Otherwise everything mirrored.",
    "while b - a > tol: in the first case b, d, fd = d, c, fc, then c = b - r * (b - a) and fc = f(c); in the other a, c, fc = c, d, fd, then d = a + r * (b - a) and fd = f(d).",
)
why(
    "d23-golden_section",
    "The golden ratio is the one number for which an inner place is an inner place again after the cut, because r² = 1 − r. Each question then shortens the piece to 0.618 of its length: five questions make it eleven times shorter.",
)


# ---------------------------------------------------------------- d23-forward_slope


@also_right("d23-forward_slope")
def forward_slope(f, x, h):
    m, b = line_through((x, f(x)), (x + h, f(x + h)))
    return m


@mistake("d23-forward_slope", "You returned the rise. Divide it by the run.", caught_by="visible")
def forward_slope(f, x, h):
    return f(x + h) - f(x)


@mistake("d23-forward_slope", "You looked back: your chord ends at x. The forward one begins there.", caught_by="visible")
def forward_slope(f, x, h):
    return (f(x) - f(x - h)) / h


@mistake("d23-forward_slope", "You divided by two steps. From x to x + h it is one.", caught_by="visible")
def forward_slope(f, x, h):
    return (f(x + h) - f(x)) / (2 * h)


@mistake("d23-forward_slope", "You looked both ways: that is the central slope.", caught_by="visible")
def forward_slope(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


@mistake("d23-forward_slope", "You divided the run by the rise. A slope is rise over run.", caught_by="visible")
def forward_slope(f, x, h):
    return h / (f(x + h) - f(x))


@mistake("d23-forward_slope", "The sign is turned: height here minus height ahead. A curve that climbs has a positive slope.", caught_by="visible")
def forward_slope(f, x, h):
    return (f(x) - f(x + h)) / h


@mistake("d23-forward_slope", "Only f(x) was divided by h: the difference needs brackets.", caught_by="visible")
def forward_slope(f, x, h):
    return f(x + h) - f(x) / h


@mistake(
    "d23-forward_slope",
    "You multiplied the rise by the step. A slope is the rise divided by the run.",
    caught_by="visible",
)
def forward_slope(f, x, h):
    return (f(x + h) - f(x)) * h


@mistake(
    "d23-forward_slope",
    "f(x) falls out of your answer: f(h) over h is left. The place ahead is x + h, and f is asked there.",
    caught_by="visible",
)
def forward_slope(f, x, h):
    return (f(x) + f(h) - f(x)) / h


@mistake(
    "d23-forward_slope",
    "You took the place x from a height. A rise is the difference of two heights, f(x + h) and f(x).",
    caught_by="visible",
)
def forward_slope(f, x, h):
    return (f(x + h) - x) / h


@mistake(
    "d23-forward_slope",
    "You divided by the place x + h. The run is the way from x to there, h.",
    caught_by="visible",
)
def forward_slope(f, x, h):
    return (f(x + h) - f(x)) / (x + h)


@mistake(
    "d23-forward_slope",
    "You used a step of your own, whatever h is. The caller chooses it.",
    caught_by="visible",
)
def forward_slope(f, x, h):
    return (f(x + 1e-5) - f(x)) / 1e-5


hints(
    "d23-forward_slope",
    "Between which two points does the chord run?",
    "The rise is f(x + h) − f(x), the run is h.",
    "Put the rise into brackets and divide by h.",
)
why("d23-forward_slope", "One chord, from the point to a place a step ahead. Its error shrinks only as fast as the step, but f(x) can be used again for other directions.")


# ---------------------------------------------------------------- d23-is_convex_on


@also_right("d23-is_convex_on")
def is_convex_on(f, xs, rng):
    xs = np.sort(xs)
    ys = np.array([f(x) for x in xs])
    slopes = np.diff(ys) / np.diff(xs)
    for i in range(len(slopes) - 1):
        if slopes[i + 1] < slopes[i] - 1e-7 * (1 + abs(slopes[i])):
            return False, (xs[i], xs[i + 1], xs[i + 2])
    return True, None


@also_right("d23-is_convex_on")
def is_convex_on(f, xs, rng):
    xs = sorted(xs.tolist())
    for i in range(len(xs)):
        for k in range(i + 2, len(xs), 3):
            for j in range(i + 1, k):
                t = (xs[j] - xs[i]) / (xs[k] - xs[i])
                over = f(xs[j]) - ((1 - t) * f(xs[i]) + t * f(xs[k]))
                if over > 1e-8 * (1 + abs(f(xs[i])) + abs(f(xs[k]))):
                    return False, (xs[i], xs[j], xs[k])
    return True, None


def _chords(f, xs, rng, above, tries=500):
    for _ in range(tries):
        a, m, b = np.sort(rng.permutation(xs)[:3])
        chord = f(a) + (m - a) / (b - a) * (f(b) - f(a))
        if above(f(m), chord, 1e-9 * (1 + abs(f(a)) + abs(f(b)))):
            return False, (a, m, b)
    return True, None


@mistake("d23-is_convex_on", "You look for places below the chord. A convex curve lies there everywhere; one place above it is what disproves.", caught_by="visible")
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y < chord - room)


@mistake("d23-is_convex_on", "Rounding is not allowed for, and a straight line comes out as not convex.", caught_by="visible")
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y >= chord)


@mistake("d23-is_convex_on", "The room for rounding does not grow with the heights, and a line with heights in the billions needs more.", caught_by="hidden")
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y > chord + 1e-12)


@mistake("d23-is_convex_on", "You test the middle between the ends of one chord. A curve can pass there and break the rule elsewhere.", caught_by="hidden")
def is_convex_on(f, xs, rng):
    a, b = min(xs), max(xs)
    m = (a + b) / 2
    return (False, (a, m, b)) if f(m) > (f(a) + f(b)) / 2 + 1e-9 else (True, None)


@mistake("d23-is_convex_on", "You test whether the curve rises. Convex curves may fall: |x| does both.", caught_by="visible")
def is_convex_on(f, xs, rng):
    xs = np.sort(xs)
    for i in range(len(xs) - 2):
        if f(xs[i + 1]) < f(xs[i]):
            return False, (xs[i], xs[i + 1], xs[i + 2])
    return True, None


@mistake("d23-is_convex_on", "You returned True or False alone. The second entry names the chord, or is None.", caught_by="visible")
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y > chord + room)[0]


@mistake("d23-is_convex_on", "The answer is decided by the first chord. Only if no chord speaks against it is the curve called convex.", caught_by="hidden")
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y > chord + room, tries=1)


@mistake("d23-is_convex_on", "Your chord has the height of the mean of its ends everywhere. Between the ends it climbs, in the share (m − a)/(b − a).", caught_by="visible")
def is_convex_on(f, xs, rng):
    for _ in range(500):
        a, m, b = np.sort(rng.permutation(xs)[:3])
        if f(m) > (f(a) + f(b)) / 2 + 1e-9:
            return False, (a, m, b)
    return True, None


@mistake("d23-is_convex_on", "The pair is the wrong way around: first True or False, then the chord.", caught_by="visible")
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y > chord + room)[::-1]


@mistake("d23-is_convex_on", "The pair is the wrong way around: first True or False, then the chord.", caught_by="visible")
def is_convex_on(f, xs, rng):
    verdict, chord = _chords(f, xs, rng, lambda y, chord, room: y > chord + room)
    return (verdict, chord) if verdict else (chord, verdict)


@mistake(
    "d23-is_convex_on",
    "Rounding is not allowed for, and a straight line comes out as not convex.",
    caught_by="visible",
)
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y > chord)


@mistake(
    "d23-is_convex_on",
    "The room for rounding does not grow with the heights, and a line with heights in the billions needs more.",
    caught_by="hidden",
)
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y > chord + 1e-9)


@mistake(
    "d23-is_convex_on",
    "Your room for rounding is larger than the whole curve where its heights are small. About 1e-9 of the heights is enough.",
    caught_by="hidden",
)
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y > chord + 0.1)


@mistake(
    "d23-is_convex_on",
    "Your room for rounding is a share of the chord's height with its sign: none where the chord is at 0, and a negative one below. Take absolute values.",
    caught_by="hidden",
)
def is_convex_on(f, xs, rng):
    return _chords(f, xs, rng, lambda y, chord, room: y > chord * (1 + 1e-9))


@mistake(
    "d23-is_convex_on",
    "Your three places are in any order, so the one you test may lie outside the chord. Sort them first.",
    caught_by="visible",
)
def is_convex_on(f, xs, rng):
    for _ in range(500):
        a, m, b = rng.permutation(xs)[:3]
        chord = f(a) + (m - a) / (b - a) * (f(b) - f(a))
        if f(m) > chord + 1e-9 * (1 + abs(f(a)) + abs(f(b))):
            return False, (a, m, b)
    return True, None


@mistake(
    "d23-is_convex_on",
    "You test the middle between two places, which need not be one of xs. Take a third place between the ends.",
    caught_by="hidden",
)
def is_convex_on(f, xs, rng):
    for _ in range(500):
        a, b = np.sort(rng.permutation(xs)[:2])
        m = (a + b) / 2
        if f(m) > (f(a) + f(b)) / 2 + 1e-9 * (1 + abs(f(a)) + abs(f(b))):
            return False, (a, m, b)
    return True, None


@mistake(
    "d23-is_convex_on",
    "You named three heights. The places a, m, b are asked for.",
    caught_by="visible",
)
def is_convex_on(f, xs, rng):
    verdict, places = _chords(f, xs, rng, lambda y, chord, room: y > chord + room)
    return verdict, None if places is None else tuple(f(x) for x in places)


@mistake(
    "d23-is_convex_on",
    "You test the same three places every time, the lowest of xs. Shuffle before you choose.",
    caught_by="hidden",
)
def is_convex_on(f, xs, rng):
    return _chords(f, np.sort(xs)[:3], rng, lambda y, chord, room: y > chord + room)


@mistake(
    "d23-is_convex_on",
    "The way from a to m needs brackets: (m − a) is divided by (b − a) as a whole.",
    caught_by="visible",
)
def is_convex_on(f, xs, rng):
    for _ in range(500):
        a, m, b = np.sort(rng.permutation(xs)[:3])
        chord = f(a) + m - a / (b - a) * (f(b) - f(a))
        if f(m) > chord + 1e-9 * (1 + abs(f(a)) + abs(f(b))):
            return False, (a, m, b)
    return True, None


@mistake(
    "d23-is_convex_on",
    "You measured the share of the way from b. The chord starts at f(a), so it is the way from a to m.",
    caught_by="visible",
)
def is_convex_on(f, xs, rng):
    for _ in range(500):
        a, m, b = np.sort(rng.permutation(xs)[:3])
        chord = f(a) + (b - m) / (b - a) * (f(b) - f(a))
        if f(m) > chord + 1e-9 * (1 + abs(f(a)) + abs(f(b))):
            return False, (a, m, b)
    return True, None


@mistake(
    "d23-is_convex_on",
    "You counted valleys. A curve with one valley or none may still rise above a chord, as 4 − x² does.",
    caught_by="visible",
)
def is_convex_on(f, xs, rng):
    s = np.sort(xs)
    ys = [f(x) for x in s]
    at = [i for i in range(1, len(s) - 1) if ys[i - 1] > ys[i] < ys[i + 1]]
    return (False, (s[at[0]], s[at[0] + 1], s[at[1]])) if len(at) > 1 else (True, None)


@mistake(
    "d23-is_convex_on",
    "This error comes from f: it takes one number, and you gave it all places at once. Ask it at one place after the other.",
    caught_by="hidden",
)
def is_convex_on(f, xs, rng):
    s = np.sort(xs)
    bends = np.diff(np.diff(f(s)) / np.diff(s)) < -1e-9
    i = int(np.argmax(bends))
    return (False, (s[i], s[i + 1], s[i + 2])) if bends.any() else (True, None)


hints(
    "d23-is_convex_on",
    "One chord, one place between its ends: how high is the chord there?",
    "The share of the way from a to b is (m − a)/(b − a), so the chord has the height f(a) + (m − a)/(b − a) · (f(b) − f(a)).",
    "In a loop, sort three chosen places, compare f(m) with the chord plus a hair, and return (False, (a, m, b)) at the first that is above. After the loop, (True, None).",
)
why(
    "d23-is_convex_on",
    "One chord that is too low is a proof that the curve is not convex; 500 good chords are only evidence that it is. So the answers are not equally certain.",
)


equivalent("d23-local_minima", "elif ys[i] > ys[i - 1] and floor > 0: → elif ys[i] != ys[i - 1] and floor > 0:", "after the first test, different means higher")
equivalent("d23-local_minima", "elif ys[i] > ys[i - 1] and floor > 0: → elif ys[i] > ys[i - 1] and floor != 0:", "a floor is never at place 0, so every number up to 0 stands for none")
equivalent("d23-local_minima", "valleys, floor = [], 0 → valleys, floor = [], -1", "a floor is never at place 0, so every number up to 0 stands for none")
equivalent("d23-local_minima", "for i in range(1, len(ys)): → for i in range( 0, len(ys)):", "at place 0 the walk has no floor and remembers none")
equivalent("d23-local_minima", "floor = 0 → floor = -1", "a floor is never at place 0, so every number up to 0 stands for none")
equivalent("d23-golden_section", "if fc < fd: → if fc <= fd:", "between two equal heights lies the floor, and both pieces hold it")
equivalent("d23-golden_section", "while b - a > tol: → while b - a >= tol:", "a piece of exactly tol may be cut once more")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * (1 * abs(fa) + abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * (1 + abs(fa) * abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * (1 ** abs(fa) + abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * (1 + abs(fa) ** abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm >= chord + 1e-9 * (1 + abs(fa) + abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "for _ in range(500): → for _ in range( 501):", "how many chords is free")
equivalent("d23-is_convex_on", "for _ in range(500): → for _ in range( 499):", "how many chords is free")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * ( 2 + abs(fa) + abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * ( 0 + abs(fa) + abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "for _ in range(500): → for _ in list(range(500))[1:]:", "how many chords is free")
equivalent("d23-is_convex_on", "for _ in range(500): → for _ in list(range(500))[:-1]:", "how many chords is free")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + (2e-09) * (1 + abs(fa) + abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * ((1 + abs(fa))):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * ((abs(fb))):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * ((1) + abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")
equivalent("d23-is_convex_on", "if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)): → if fm > chord + 1e-9 * ((abs(fa)) + abs(fb)):", "the room for rounding may be anything between rounding and the depth of a curve")


equivalent("d23-slope_curve", "return np.array([(f(x + h) - f(x - h)) / (2 * h) for x in xs]) → return ([(f(x + h) - f(x - h)) / (2 * h) for x in xs])", "a list of the slopes is as good as an array of them")
