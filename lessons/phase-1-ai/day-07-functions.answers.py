import functools
import math

import numpy as np
from scipy import optimize

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d07-compose


@also_right("d07-compose")
def compose(*fs):
    return functools.reduce(lambda f, g: lambda x: f(g(x)), fs)


@also_right("d07-compose")
def compose(first, *others):
    if not others:
        return first
    rest = compose(*others)
    return lambda x: first(rest(x))


@mistake("d07-compose", "You chained from left to right. In f(g(x)) the input meets g first, the function written last.", caught_by="visible")
def compose(*fs):
    def chain(x):
        for f in fs:
            x = f(x)
        return x

    return chain


@mistake("d07-compose", "You used the first two functions and left the others out. The star collects as many as there are, and also one alone.", caught_by="visible")
def compose(*fs):
    return lambda x: fs[0](fs[1](x))


@mistake("d07-compose", "You gave every function the same x and multiplied the results. In a chain, each function gets what the one before it gave.", caught_by="visible")
def compose(*fs):
    def chain(x):
        product = 1
        for f in fs:
            product = product * f(x)
        return product

    return chain


@mistake(
    "d07-compose",
    "Only the function that is written first has a say: it gets the original x. The output of one function has to become the input of the next; does x change in your loop?",
    caught_by="visible",
)
def compose(*fs):
    def chain(x):
        for f in reversed(fs):
            y = f(x)
        return y

    return chain


@mistake("d07-compose", "You wrote the chain inside, but compose itself returns nothing. It has to hand the new machine out, without brackets.", caught_by="visible")
def compose(*fs):
    def chain(x):
        for f in reversed(fs):
            x = f(x)
        return x


@mistake("d07-compose", "The function you hand out does all the work and then returns nothing. It needs a return of its own.", caught_by="visible")
def compose(*fs):
    def chain(x):
        for f in reversed(fs):
            x = f(x)

    return chain


@mistake("d07-compose", "Your chain ends after its first function: the answer is handed back before the others had their turn.", caught_by="visible")
def compose(*fs):
    def chain(x):
        for f in reversed(fs):
            return f(x)

    return chain


@mistake(
    "d07-compose",
    "Your chain works once. What it walks through is used up by the first call, and from the second call on it returns its input unchanged. Make the walk anew in each call.",
    caught_by="hidden",
)
def compose(*fs):
    backward = reversed(fs)

    def chain(x):
        for f in backward:
            x = f(x)
        return x

    return chain


@mistake("d07-compose", "Your chain never calls the function that is written first. Counting down, the walk has to reach place 0.", caught_by="visible")
def compose(*fs):
    def chain(x):
        for k in range(len(fs) - 1, 0, -1):
            x = fs[k](x)
        return x

    return chain


@mistake("d07-compose", "Only the first and the last function are at work. The star collects as many as there are, and each has its turn.", caught_by="visible")
def compose(*fs):
    return lambda x: fs[0](fs[-1](x))


@mistake("d07-compose", "Your new function returns a list, with what each function makes of the same x. In a chain, each function gets what the one before it gave.", caught_by="visible")
def compose(*fs):
    return lambda x: [f(x) for f in reversed(fs)]


@mistake("d07-compose", "You gave every function the same x and added the results. In a chain, each function gets what the one before it gave.", caught_by="visible")
def compose(*fs):
    return lambda x: sum(f(x) for f in fs)


@mistake(
    "d07-compose",
    "Your chain is right at its first call and runs the other way at its second: each call turns the list around again. Leave the list as it is; reversed only walks through it.",
    caught_by="hidden",
)
def compose(*fs):
    order = list(fs)

    def chain(x):
        order.reverse()
        for f in order:
            x = f(x)
        return x

    return chain


@mistake("d07-compose", "Your chain asks for a function at a place that does not exist, and stops with an IndexError. The places go from 0 to len(fs) - 1.", caught_by="visible")
def compose(*fs):
    def chain(x):
        for k in range(len(fs), -1, -1):
            x = fs[k](x)
        return x

    return chain


@mistake(
    "d07-compose",
    "Your new function calls itself without end, a RecursionError. Was it made in a loop, as h = lambda x: f(h(x))? Names are looked up when it is called, and by then h is the new function itself.",
    caught_by="visible",
)
def compose(*fs):
    h = lambda x: x  # noqa: E731
    for f in fs:
        h = lambda x: h(f(x))  # noqa: E731, B023
    return h


@mistake("d07-compose", "Your chain asks for a function at a place that does not exist, and stops with an IndexError. The places go from 0 to len(fs) - 1.", caught_by="visible")
def compose(*fs):
    return lambda x: fs[0](fs[1](fs[2](x)))


@mistake("d07-compose", "Inside your new function fs gets a value, so there it is a name of its own that has no value yet: an UnboundLocalError. Use another name inside.", caught_by="visible")
def compose(*fs):
    def chain(x):
        fs = reversed(fs)  # noqa: F823
        for f in fs:
            x = f(x)
        return x

    return chain


hints(
    "d07-compose",
    "Write f(g(h(x))) as three lines of code, with one variable that changes from line to line. Which function stands in the first line?",
    "Build it as adder was built: a function inside a function. The inner one gets x; the outer one hands the inner one out.",
    "Inside: for f in reversed(fs), let x become f(x); after the loop return x. Outside: return the inner function, without brackets.",
)
why(
    "d07-compose",
    "The variable x carries the output of each function to the next one. The walk starts at the right end because that function stands next to the input, and it is made anew at each call, so the chain can be used again and again.",
)

# ---------------------------------------------------------------- d07-sigmoid


@also_right("d07-sigmoid")
def sigmoid(x):
    return 0.5 * (1 + np.tanh(np.asarray(x) / 2))


@also_right("d07-sigmoid")
def sigmoid(x):
    # Beyond 50 the thirteenth decimal is right too.
    return 1 / (1 + np.exp(-np.clip(x, -50, 50)))


@also_right("d07-sigmoid")
def sigmoid(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))


@mistake(
    "d07-sigmoid",
    "You used 1 / (1 + e^-x) everywhere. At -1000 it overflows on the way; the answer is saved by luck, because 1 divided by infinity is 0. Use it where the exponent is not positive.",
    caught_by="visible",
)
def sigmoid(x):
    return 1 / (1 + np.exp(-x))


@mistake("d07-sigmoid", "You used e^x / (1 + e^x) everywhere. At 1000 that is infinity divided by infinity, which gives nan.", caught_by="visible")
def sigmoid(x):
    return np.exp(x) / (1 + np.exp(x))


@mistake(
    "d07-sigmoid",
    "You chose the right form for each sign, but np.where computes both forms for every number before it chooses, so the other one still overflows. Make one exponential that is safe for both.",
    caught_by="visible",
)
def sigmoid(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


@mistake("d07-sigmoid", "You returned the hyperbolic tangent. It runs from -1 to 1; the sigmoid is a moved and stretched copy that runs from 0 to 1.", caught_by="visible")
def sigmoid(x):
    return np.tanh(x)


@mistake("d07-sigmoid", "Your curve falls from 1 to 0: it is the sigmoid of -x. Large x should give nearly 1.", caught_by="visible")
def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, small, 1.0) / (1 + small)


@mistake("d07-sigmoid", "Your curve is the sigmoid of 2x, twice as steep. Written with the hyperbolic tangent, the sigmoid of x belongs to the tanh of x / 2.", caught_by="visible")
def sigmoid(x):
    return 0.5 * (1 + np.tanh(x))


@mistake("d07-sigmoid", "You used 1 / (1 + s) with s = e^-|x| for both signs. Your curve is right for positive x and comes back up to 1 on the negative side.", caught_by="visible")
def sigmoid(x):
    return 1 / (1 + np.exp(-np.abs(x)))


@mistake("d07-sigmoid", "You looked at one number with if, or called a function of the math module. x may be a whole array, and each entry has its own sign.", caught_by="visible")
def sigmoid(x):
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    return math.exp(x) / (1 + math.exp(x))


@mistake("d07-sigmoid", "You looped over the entries of x. A single number has no entries, and a table has rows; numpy's functions take all of them.", caught_by="hidden")
def sigmoid(x):
    return np.array([1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v)) for v in x])


@mistake("d07-sigmoid", "You cut x off at -10 and 10 to keep the exponential small. Beyond that the true curve goes on, and at 10 it is still 0.00005 away from 1.", caught_by="visible")
def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -10, 10)))


@mistake("d07-sigmoid", "You cut x off at -20 and 20. The twelve decimals are not all there yet: the sigmoid of -20 is still 0.000000002.", caught_by="visible")
def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -20, 20)))


@mistake("d07-sigmoid", "You wrote over the caller's array on the way. The answer is right, but the numbers you were given are gone.", caught_by="hidden")
def sigmoid(x):
    x = np.asarray(x)
    upper = x >= 0
    if x.ndim and x.dtype == float:
        np.exp(-np.abs(x), out=x)
        small = x
    else:
        small = np.exp(-np.abs(x))
    return np.where(upper, 1.0, small) / (1 + small)


@mistake("d07-sigmoid", "You return 1 + e^-x, which is 2 at x = 0. The sigmoid is 1 divided by that sum; the bottom of the fraction needs brackets.", caught_by="visible")
def sigmoid(x):
    return 1 / 1 + np.exp(-x)


@mistake("d07-sigmoid", "You return 1 + e^-|x|, which is 2 at x = 0. The sigmoid is a fraction with that sum as its bottom; the bottom needs brackets.", caught_by="visible")
def sigmoid(x):
    return 1 / 1 + np.exp(-np.abs(x))


@mistake("d07-sigmoid", "You used s / (1 + s) with s = e^-|x| for both signs. Your curve is right for negative x and comes back down to 0 on the positive side.", caught_by="visible")
def sigmoid(x):
    s = np.exp(-np.abs(x))
    return s / (1 + s)


@mistake("d07-sigmoid", "Your exponent is |x|, without the minus sign. So the curve falls, and far out it overflows; e^-|x| is at most 1.", caught_by="visible")
def sigmoid(x):
    s = np.exp(np.abs(x))
    return np.where(x >= 0, 1 / (1 + s), s / (1 + s))


@mistake(
    "d07-sigmoid",
    "You chose between two forms, and both of them have the exponent -x. With s = e^-x the form 1 / (1 + s) is the right one on both sides; to be safe on both, write them with e^-|x|.",
    caught_by="visible",
)
def sigmoid(x):
    s = np.exp(-x)
    return np.where(x >= 0, 1 / (1 + s), s / (1 + s))


@mistake("d07-sigmoid", "You used a function of the math module. It takes one number and stops with an error at an array; np.exp takes both.", caught_by="visible")
def sigmoid(x):
    return 1 / (1 + math.exp(-x))


@mistake("d07-sigmoid", "Your curve is the step itself: 0, and 1 from zero on. The smooth step passes through one half at zero.", caught_by="visible")
def sigmoid(x):
    return np.where(x >= 0, 1, 0)


@mistake("d07-sigmoid", "Your answer is rounded to four digits after the point; twelve are asked for. The example rounds for showing it.", caught_by="hidden")
def sigmoid(x):
    s = np.exp(-np.abs(x))
    return np.round(np.where(x >= 0, 1, s) / (1 + s), 4)


@mistake("d07-sigmoid", "For x below 0 your answer is s / 1 + s, twice e^-|x|. The bottom of the fraction, 1 + s, needs brackets.", caught_by="visible")
def sigmoid(x):
    s = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + s), s / 1 + s)


@mistake("d07-sigmoid", "You used e^x / (1 + e^x) everywhere. At 1000 that is infinity divided by infinity, which gives nan.", caught_by="visible")
def sigmoid(x):
    with np.errstate(over="ignore", invalid="ignore"):
        return np.exp(x) / (1 + np.exp(x))


@mistake("d07-sigmoid", "You chose one form for the whole array. Each entry has its own sign; np.where chooses for each.", caught_by="visible")
def sigmoid(x):
    s = np.exp(-np.abs(x))
    return 1 / (1 + s) if np.all(x >= 0) else s / (1 + s)


@mistake("d07-sigmoid", "You looped over the entries of x. A single number has no entries, and a table has rows; numpy's functions take all of them.", caught_by="hidden")
def sigmoid(x):
    return np.array([1 / (1 + np.exp(-abs(v))) if v >= 0 else np.exp(v) / (1 + np.exp(v)) for v in x])


hints(
    "d07-sigmoid",
    "For x >= 0 the form with e^-x is safe, for x < 0 the form with e^x. Write both down with e^-|x| instead: what is the same in them?",
    "The bottom is 1 + e^-|x| in both. Only the top differs: which number stands there for x >= 0, and which for x < 0?",
    "Compute small = e^-|x| once. The top is np.where(x >= 0, 1, small), the bottom 1 + small.",
)
why(
    "d07-sigmoid",
    "The exponent -|x| is never positive, so the exponential lies between 0 and 1 and nothing can overflow. Both forms of the sigmoid share the bottom 1 + e^-|x|; the sign of x only decides what stands on top.",
)

# ---------------------------------------------------------------- d07-logit


@also_right("d07-logit")
def logit(p):
    return np.log(p) - np.log1p(-np.asarray(p))


@also_right("d07-logit")
def logit(p):
    return -np.log(np.expm1(-np.log(p)))


@mistake("d07-logit", "You returned log p. The odds compare p with what is missing to 1, so 1 - p has to enter.", caught_by="visible")
def logit(p):
    return np.log(p)


@mistake("d07-logit", "You turned the ratio over: these are the odds against. Your curve falls, and every sign is wrong.", caught_by="visible")
def logit(p):
    return np.log(1 - np.asarray(p)) - np.log(p)


@mistake("d07-logit", "You used base 2. The sigmoid is built from e^x, so only the natural logarithm undoes it.", caught_by="visible")
def logit(p):
    return np.log2(p) - np.log2(1 - np.asarray(p))


@mistake("d07-logit", "You returned the odds and left out their logarithm.", caught_by="visible")
def logit(p):
    return np.asarray(p) / (1 - np.asarray(p))


@mistake("d07-logit", "You divided the two logarithms. The logarithm of a ratio is the difference of the logarithms (day 3).", caught_by="visible")
def logit(p):
    return np.log(p) / np.log(1 - np.asarray(p))


@mistake("d07-logit", "You added the two logarithms. That is the logarithm of the product p (1 - p), not of the ratio.", caught_by="visible")
def logit(p):
    return np.log(p) + np.log(1 - np.asarray(p))


@mistake(
    "d07-logit", "You kept p away from 0 and 1, so certainty gets a large number in place of infinity, and every p nearer to an end than your limit gets the same one.", caught_by="visible"
)
def logit(p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return np.log(p / (1 - p))


@mistake("d07-logit", "You added a tiny number inside the logarithms. The ends are no longer infinite, and every p smaller than your number comes out wrong.", caught_by="visible")
def logit(p):
    return np.log(np.asarray(p) + 1e-9) - np.log(1 - np.asarray(p) + 1e-9)


@mistake(
    "d07-logit",
    "You divided before taking the logarithm. On arrays that works; for the plain Python number 1.0 it is a division by zero, which stops with an error.",
    caught_by="hidden",
)
def logit(p):
    return np.log(p / (1 - p))


@mistake("d07-logit", "You divided 1 by p before taking the logarithm. On arrays that works; for the plain Python number 0.0 it is a division by zero, which stops with an error.", caught_by="hidden")
def logit(p):
    return -np.log(1 / p - 1)


@mistake("d07-logit", "You used the logarithm of the math module, one number at a time. p may be a whole array.", caught_by="visible")
def logit(p):
    return math.log(p) - math.log(1 - p)


@mistake("d07-logit", "Your odds are 0 for every p, so their logarithm is minus infinity everywhere. What is missing to 1 needs brackets.", caught_by="visible")
def logit(p):
    with np.errstate(divide="ignore"):
        return np.log(p / 1 - p)


@mistake("d07-logit", "You turned the ratio over: these are the odds against. Your curve falls, and every sign is wrong.", caught_by="visible")
def logit(p):
    return np.log((1 - p) / p)


@mistake("d07-logit", "You used base 2. The sigmoid is built from e^x, so only the natural logarithm undoes it.", caught_by="visible")
def logit(p):
    return np.log2(p / (1 - p))


@mistake("d07-logit", "You returned the odds and left out their logarithm.", caught_by="visible")
def logit(p):
    return p / (1 - p)


@mistake("d07-logit", "You used base 10. The sigmoid is built from e^x, so only the natural logarithm undoes it.", caught_by="visible")
def logit(p):
    return np.log10(p) - np.log10(1 - np.asarray(p))


@mistake("d07-logit", "You returned the sigmoid of p. The logit goes the other way, from a probability back to any number.", caught_by="visible")
def logit(p):
    return 1 / (1 + np.exp(-np.asarray(p)))


@mistake("d07-logit", "You returned -log(1 - p): log p is missing. The odds compare p with what is missing to 1.", caught_by="visible")
def logit(p):
    return -np.log(1 - np.asarray(p))


@mistake("d07-logit", "Your answer is never negative. Below p = 0.5 the odds are below 1, and their logarithm is negative.", caught_by="visible")
def logit(p):
    return np.abs(np.log(p) - np.log(1 - np.asarray(p)))


@mistake("d07-logit", "Your answer is rounded to four digits after the point. The example rounds for showing it; return the number as it is.", caught_by="visible")
def logit(p):
    return np.round(np.log(p) - np.log(1 - np.asarray(p)), 4)


hints(
    "d07-logit",
    "For p = 0.75 the odds are three to one. Which ratio is that, written with p?",
    "The logarithm of a ratio is a difference of two logarithms. Which two?",
    "np.log works on numbers and arrays, and gives -inf at 0 by itself. One of the two logarithms is that of p, the other that of 1 - p.",
)
why(
    "d07-logit",
    "Solving p = 1 / (1 + e^-x) for x gives x = log(p / (1 - p)). Written as a difference of two logarithms it needs no division, so 0 and 1 cause no trouble: each end makes one of the two logarithms infinite and leaves the other at 0.",
)

# ---------------------------------------------------------------- d07-hinge_sum


@also_right("d07-hinge_sum")
def hinge_sum(x, knots, slopes, y0):
    x, knots, slopes = (np.asarray(a, dtype=float) for a in (x, knots, slopes))
    left, right = min(x.min(), knots[0]) - 1, max(x.max(), knots[-1]) + 1
    corners = np.concatenate([[left], knots, [right]])
    rises = np.concatenate([[0.0], slopes]) * np.diff(corners)
    return np.interp(x, corners, y0 + np.concatenate([[0.0], np.cumsum(rises)]))


@also_right("d07-hinge_sum")
def hinge_sum(x, knots, slopes, y0):
    changes = np.diff(slopes, prepend=0)
    return y0 + np.maximum(0, np.subtract.outer(x, knots)) @ changes


@also_right("d07-hinge_sum")
def hinge_sum(x, knots, slopes, y0):
    heights = []
    for place in x:
        y = float(y0)
        for k, knot in enumerate(knots):
            end = knots[k + 1] if k + 1 < len(knots) else math.inf
            if place > knot:
                y += slopes[k] * (min(place, end) - knot)
        heights.append(y)
    return np.array(heights)


def _hinges(x, knots, factors, y0, bend=lambda z: np.maximum(0, z)):
    """A level plus bends with given factors; the mistakes below share it."""
    y = y0 + np.zeros(len(x))
    for knot, factor in zip(knots, factors, strict=True):
        y = y + factor * bend(np.asarray(x) - knot)
    return y


@mistake(
    "d07-hinge_sum",
    "You gave each hinge the new slope as its factor. The earlier hinges are still climbing there, so the slopes pile up; each hinge must supply the change of slope.",
    caught_by="visible",
)
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, slopes, y0)


@mistake("d07-hinge_sum", "You left out y0, so your path starts at height 0.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=0), 0.0)


@mistake("d07-hinge_sum", "You bent on the left side: relu(knot - x) is zero to the right of the knot. The slopes should hold to the right of their knots.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=0), y0, lambda z: np.maximum(0, -z))


@mistake("d07-hinge_sum", "You replaced the sum in every round of the loop, so only the last hinge is left. Each hinge has to be added to what is there already.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return y0 + np.diff(slopes, prepend=0)[-1] * np.maximum(0, np.asarray(x) - knots[-1])


@mistake("d07-hinge_sum", "You forgot the bend: x - knot is negative on the left, and without a ReLU it counts there too. The whole sum is then one straight line.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=0), y0, lambda z: z)


@mistake("d07-hinge_sum", "You took the change of slope the wrong way around, old minus new, so every bend turns to the wrong side.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, -np.diff(slopes, prepend=0), y0)


@mistake("d07-hinge_sum", "You started at y0 again on every piece, so your path jumps at the knots. The height at the end of a piece is where the next one begins.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    y = y0 + np.zeros(len(x))
    for knot, slope in zip(knots, slopes, strict=True):
        y = np.where(np.asarray(x) > knot, y0 + slope * (np.asarray(x) - knot), y)
    return y


@mistake("d07-hinge_sum", "You used the absolute value for the bend. It opens to both sides, so the hinges are at work to the left of their knots too.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=0), y0, np.abs)


@mistake("d07-hinge_sum", "You compared each slope with the first one instead of with the one before it. With two knots that is the same, with three it is not.", caught_by="hidden")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, [slopes[0], *(s - slopes[0] for s in slopes[1:])], y0)


@mistake(
    "d07-hinge_sum",
    "You made the answer in the type of x. If x holds whole numbers, the heights are cut down to whole numbers too, and a level of 2.5 becomes 2.",
    caught_by="hidden",
)
def hinge_sum(x, knots, slopes, y0):
    y = np.full_like(x, y0)
    for knot, change in zip(knots, np.diff(slopes, prepend=0), strict=True):
        y = y + change * np.maximum(0, x - knot)
    return y


@mistake(
    "d07-hinge_sum", "You took it for granted that the first place in x lies left of all knots and began there. The places may come in any order.", caught_by="hidden"
)
def hinge_sum(x, knots, slopes, y0):
    y = _hinges(x, knots, np.diff(slopes, prepend=0), 0.0)
    return y0 + y - y[0]


@mistake("d07-hinge_sum", "You added y0 once for every knot. The level is there once, before the first hinge.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=0), y0 * len(knots))


@mistake("d07-hinge_sum", "Your first knot does nothing. The path is flat before it, so the change of slope there is the whole first slope.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=slopes[0]), y0)


@mistake("d07-hinge_sum", "Only your first hinge is at work: the answer is handed back before the others had their turn.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return y0 + slopes[0] * np.maximum(0, np.asarray(x) - knots[0])


@mistake("d07-hinge_sum", "At the first knot you took away the last slope, as slopes[k - 1] does for k = 0. Before the first knot the slope is 0.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=slopes[-1]), y0)


@mistake("d07-hinge_sum", "Your first knot does nothing. The path is flat before it, so the change of slope there is the whole first slope.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    y = y0
    for k in range(1, len(knots)):
        y = y + (slopes[k] - slopes[k - 1]) * np.maximum(0, x - knots[k])
    return y


@mistake("d07-hinge_sum", "Your path stays flat: the change of slope is 0 at every knot. Is the slope before a knot replaced by the new one too early?", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return y0 + np.zeros(len(x))


@mistake("d07-hinge_sum", "Your hinges open at -knot: relu(x + knot) moves the corner to the left. x - knot moves it to the knot.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, [-knot for knot in knots], np.diff(slopes, prepend=0), y0)


@mistake("d07-hinge_sum", "Your last knot does nothing: the path goes on there with the slope it had. Does the loop reach the last place?", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, [*np.diff(slopes, prepend=0)[:-1], 0], y0)


@mistake("d07-hinge_sum", "Each of your knots has the change of slope that belongs to the next one. The first knot changes the slope from 0 to the first slope.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, [*np.diff(slopes), 0], y0)


@mistake(
    "d07-hinge_sum",
    "Your function stops with an error: max asks which of two things is larger, and for a whole array there is no one answer. np.maximum asks for each number.",
    caught_by="visible",
)
def hinge_sum(x, knots, slopes, y0):
    y = y0
    for knot, factor in zip(knots, np.diff(slopes, prepend=0), strict=True):
        y = y + factor * max(0, x - knot)
    return y


@mistake("d07-hinge_sum", "Your bends are steps: right of a knot the path jumps by the change of slope. A ReLU climbs, np.maximum(0, x - knot).", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=0), y0, lambda z: z >= 0)


@mistake("d07-hinge_sum", "Your factor stands inside the ReLU. A negative factor then opens the hinge to the left of its knot and upward; multiply after the ReLU.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    y = y0 + np.zeros(len(x))
    for knot, factor in zip(knots, np.diff(slopes, prepend=0), strict=True):
        y = y + np.maximum(0, factor * (np.asarray(x) - knot))
    return y


@mistake("d07-hinge_sum", "At the first knot you took away y0, a height. Before the first knot the slope is 0.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.diff(slopes, prepend=y0), y0)


@mistake("d07-hinge_sum", "You added the slope before to the new one. The change of slope is new minus old.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.add(slopes, [0, *slopes[:-1]]), y0)


@mistake("d07-hinge_sum", "You compared each slope with the place of the knot before. The change of slope compares two slopes.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.subtract(slopes, [0, *knots[:-1]]), y0)


@mistake(
    "d07-hinge_sum",
    "You compared each slope with the sum of all before it. The slope before a knot is the last one alone; with two knots that is the same, with three it is not.",
    caught_by="hidden",
)
def hinge_sum(x, knots, slopes, y0):
    return _hinges(x, knots, np.subtract(slopes, [0, *np.cumsum(slopes)[:-1]]), y0)


@mistake("d07-hinge_sum", "Your last knot does nothing: the path goes on there with the slope it had. Does the loop reach the last place?", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    y = y0 + slopes[0] * np.maximum(0, x - knots[0])
    for k in range(1, len(knots) - 1):
        y = y + (slopes[k] - slopes[k - 1]) * np.maximum(0, x - knots[k])
    return y


@mistake("d07-hinge_sum", "Each of your knots has the change of slope that belongs to the next one. The first knot changes the slope from 0 to the first slope.", caught_by="visible")
def hinge_sum(x, knots, slopes, y0):
    y = y0
    for knot, change in zip(knots, np.diff(slopes), strict=False):
        y = y + change * np.maximum(0, x - knot)
    return y


hints(
    "d07-hinge_sum",
    "Take the two-knot path from the text. Right of x = 2, which hinges are at work, and which slope do they have together?",
    "Remember the slope before each knot, beginning with 0. The factor of a hinge is its slope minus that one.",
    "Start with y0 at every place. For each knot add (slope - before) * np.maximum(0, x - knot), then let before become slope.",
)
why(
    "d07-hinge_sum",
    "Right of knot k the hinges 1 to k are open, and their factors add up to (s1 - 0) + (s2 - s1) + … + (sk - s(k-1)). Everything cancels except sk, the slope that is wanted there.",
)

# ---------------------------------------------------------------- d07-inverse_by_bisection


@also_right("d07-inverse_by_bisection")
def inverse_by_bisection(f, y, lo, hi, tol):
    return optimize.brentq(lambda x: f(x) - y, lo, hi, xtol=tol / 2)


@also_right("d07-inverse_by_bisection")
def inverse_by_bisection(f, y, lo, hi, tol):
    middle = lo + (hi - lo) / 2
    if hi - lo <= tol:
        return middle
    if f(middle) > y:
        return inverse_by_bisection(f, y, lo, middle, tol)
    return inverse_by_bisection(f, y, middle, hi, tol)


def _halve(f, y, lo, hi, tol, *, low=lambda value, y: value < y, stop=None, rounds=400, answer=lambda lo, hi: (lo + hi) / 2):
    """The reference with one thing changed; the mistakes below share it."""
    for _ in range(rounds):
        middle = (lo + hi) / 2
        if stop(f(middle), y, tol) if stop else hi - lo <= 2 * tol:
            return middle if stop else answer(lo, hi)
        if low(f(middle), y):
            lo = middle
        else:
            hi = middle
    return answer(lo, hi)


@mistake(
    "d07-inverse_by_bisection", "You asked whether f(middle) is below 0. That finds where f is zero; the place you want is where f reaches y.", caught_by="visible"
)
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol, low=lambda value, y: value < 0)


@mistake("d07-inverse_by_bisection", "You kept the wrong half. If f(middle) is too small and f rises, the answer lies to the right of the middle.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol, low=lambda value, y: value > y)


@mistake(
    "d07-inverse_by_bisection",
    "You stopped when f(x) was within tol of y. Where f is almost flat, that happens far away from the answer; tol is a distance in x.",
    caught_by="visible",
)
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol, stop=lambda value, y, tol: abs(value - y) <= tol)


@mistake("d07-inverse_by_bisection", "You halved once and returned. The interval has to be halved again and again until it is narrow.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol, rounds=1)


@mistake("d07-inverse_by_bisection", "You returned the output f(x), which is close to y. The input x was asked for.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return f(_halve(f, y, lo, hi, tol))


@mistake("d07-inverse_by_bisection", "You returned both ends of the interval. One number was asked for; which point between them is nearest to all the others?", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol, answer=lambda lo, hi: (lo, hi))


@mistake(
    "d07-inverse_by_bisection",
    "You cut the interval where the straight line between its ends would reach y, and moved one end only. For curves the other end hardly moves, and the interval never becomes narrow.",
    caught_by="visible",
)
def inverse_by_bisection(f, y, lo, hi, tol):
    x = lo
    for _ in range(100):
        if hi - lo <= 2 * tol or f(hi) == f(lo):
            break
        x = lo + (y - f(lo)) * (hi - lo) / (f(hi) - f(lo))
        if f(x) < y:
            lo = x
        else:
            hi = x
    return (lo + hi) / 2


@mistake("d07-inverse_by_bisection", "You halved twenty times, whatever the interval and tol are. A wide interval with a narrow tol needs more.", caught_by="hidden")
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, 0.0, rounds=20)


@mistake(
    "d07-inverse_by_bisection",
    "You stopped at a width of two tol, which is right for the middle, and then returned an end. The answer may lie at the other end, two tol away.",
    caught_by="visible",
)
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol, answer=lambda lo, hi: lo)


@mistake("d07-inverse_by_bisection", "You took the middle with whole-number division, so it is always a whole number and the interval stops shrinking.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    for _ in range(400):
        if hi - lo <= 2 * tol:
            break
        middle = (lo + hi) // 2
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
    return lo


@mistake("d07-inverse_by_bisection", "You took half the width, (hi - lo) / 2, for the middle. That is the middle only if the interval begins at 0.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    for _ in range(400):
        if hi - lo <= 2 * tol:
            break
        middle = (hi - lo) / 2
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
    return (lo + hi) / 2


@mistake("d07-inverse_by_bisection", "You kept the wrong half, and halved down to a width of tol. If f(middle) is too small and f rises, the answer lies to the right of the middle.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol / 2, low=lambda value, y: value > y)


@mistake("d07-inverse_by_bisection", "You looked for the place where f is 0, down to a width of tol. The place you want is where f reaches y.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol / 2, low=lambda value, y: value < 0)


@mistake("d07-inverse_by_bisection", "You returned both ends of an interval no wider than tol. One number was asked for.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, tol / 2, answer=lambda lo, hi: (lo, hi))


@mistake("d07-inverse_by_bisection", "You stopped at a width of four tol. The middle of such an interval can be two tol away from the answer.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return _halve(f, y, lo, hi, 2 * tol)


@mistake("d07-inverse_by_bisection", "You compared the middle itself with y. It is f(middle) that tells on which side the answer lies.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    while hi - lo > 2 * tol:
        middle = (lo + hi) / 2
        if middle < y:
            lo = middle
        else:
            hi = middle
    return (lo + hi) / 2


@mistake("d07-inverse_by_bisection", "You returned the middle of the whole interval. Does your loop run at all, and does it run to its end?", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    return (lo + hi) / 2


@mistake(
    "d07-inverse_by_bisection",
    "You stopped when f(hi) and f(lo) were no more than tol apart. Where f is almost flat, the interval is still wide then; tol is a distance in x.",
    caught_by="visible",
)
def inverse_by_bisection(f, y, lo, hi, tol):
    while f(hi) - f(lo) > tol:
        middle = (lo + hi) / 2
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
    return (lo + hi) / 2


@mistake("d07-inverse_by_bisection", "You moved the end past the middle, by 1. Between two whole numbers lie many others, so the answer may stand in what you cut off.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    while hi - lo > 2 * tol:
        middle = (lo + hi) / 2
        if f(middle) < y:
            lo = middle + 1
        else:
            hi = middle - 1
    return (lo + hi) / 2


@mistake("d07-inverse_by_bisection", "You went once along the straight line between the ends. That is exact where f is a line, and far off where f bends.", caught_by="hidden")
def inverse_by_bisection(f, y, lo, hi, tol):
    return lo + (y - f(lo)) * (hi - lo) / (f(hi) - f(lo))


@mistake(
    "d07-inverse_by_bisection",
    "You waited until f(middle) is exactly y. Numbers are rounded (day 4), so for many functions no number gives y exactly, and the loop never ends. Stop when the interval is narrow.",
    caught_by="hidden",
)
def inverse_by_bisection(f, y, lo, hi, tol):
    middle = (lo + hi) / 2
    while f(middle) != y:
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
        middle = (lo + hi) / 2
    return middle


@mistake("d07-inverse_by_bisection", "You took the middle with whole-number division, so it is always a whole number and the interval stops shrinking.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    while hi - lo > 2 * tol:
        middle = (lo + hi) // 2
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
    return (lo + hi) / 2


@mistake("d07-inverse_by_bisection", "You took half the width, (hi - lo) / 2, for the middle. That is the middle only if the interval begins at 0.", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    while hi - lo > 2 * tol:
        middle = (hi - lo) / 2
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
    return (lo + hi) / 2


@mistake("d07-inverse_by_bisection", "Your loop never ends: the check stopped it with an error after 1000 questions. Is the middle computed anew in every round?", caught_by="visible")
def inverse_by_bisection(f, y, lo, hi, tol):
    middle = (lo + hi) / 2
    while hi - lo > 2 * tol:
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
    return middle


@mistake("d07-inverse_by_bisection", "You walked from lo in steps of tol. A wide interval with a narrow tol takes far more than 1000 steps; halving takes a few dozen.", caught_by="hidden")
def inverse_by_bisection(f, y, lo, hi, tol):
    while f(lo) < y:
        lo = lo + tol
    return lo


@mistake("d07-inverse_by_bisection", "Your answer is rounded to six digits after the point, and a tol of a millionth is more exact. The example rounds for showing it.", caught_by="hidden")
def inverse_by_bisection(f, y, lo, hi, tol):
    return round(_halve(f, y, lo, hi, tol), 6)


hints(
    "d07-inverse_by_bisection",
    "Play the table once more with pencil and paper: which number moves when the value is too small, and which when it is too large?",
    "A while loop. Its condition looks at the width hi - lo; inside it, one comparison of f(middle) with y moves one end to the middle.",
    "While hi - lo > 2 * tol: middle = (lo + hi) / 2; if f(middle) < y, then lo becomes the middle, otherwise hi does. Return the middle of what is left.",
)
why(
    "d07-inverse_by_bisection",
    "f rises, so f(middle) < y says that the answer lies right of the middle, and otherwise it does not. The answer never leaves the interval, the interval halves each time, and the middle of an interval two tol wide is at most tol from every point in it.",
)

# ---------------------------------------------------------------- d07-drill_week_1


@also_right("d07-drill_week_1")
def drill_week_1(q):
    (x1, y1), (x2, y2) = q["first"], q["second"]
    m = (y1 - y2) / (x1 - x2)
    b = (x1 * y2 - x2 * y1) / (x1 - x2)
    return {
        "best": (-q["b"]) / q["a"] / 2,
        "height": m * q["at"] + b,
        "log_total": np.logaddexp(q["logp_a"], q["logp_b"]),
        "exponent": math.log(q["goal"] / q["start"], q["factor"]),
        "rate": q["rate0"] * math.exp(-math.log(2) / q["half_life"] * q["steps"]),
        "parameters": sum(q["d_in"] for _ in range(q["d_out"])) + q["d_out"],
    }


def _right(q):
    """All six answers; each mistake below spoils one."""
    (x1, y1), (x2, y2) = q["first"], q["second"]
    return {
        "parameters": (q["d_in"] + 1) * q["d_out"],
        "rate": q["rate0"] * 2 ** (-q["steps"] / q["half_life"]),
        "exponent": math.log(q["goal"] / q["start"]) / math.log(q["factor"]),
        "log_total": np.logaddexp(q["logp_a"], q["logp_b"]),
        "height": y1 + (y2 - y1) / (x2 - x1) * (q["at"] - x1),
        "best": -q["b"] / (2 * q["a"]),
    }


@mistake("d07-drill_week_1", "parameters: you counted the weights and left out the biases. Every output has one (day 1).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"parameters": q["d_in"] * q["d_out"]}


@mistake("d07-drill_week_1", "parameters: you gave a bias to every input. The biases belong to the outputs (day 1).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"parameters": q["d_in"] * q["d_out"] + q["d_in"]}


@mistake("d07-drill_week_1", "rate: you used a power of e. After one half-life e^-1 = 0.37 would be left, but one half should be (day 2).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"rate": q["rate0"] * math.exp(-q["steps"] / q["half_life"])}


@mistake("d07-drill_week_1", "rate: you took away half of the start in every half-life. Each one halves what is left by then (day 2).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"rate": q["rate0"] * (1 - 0.5 * q["steps"] / q["half_life"])}


@mistake("d07-drill_week_1", "rate: you turned the ratio over. The exponent counts half-lives, so it is steps divided by half_life (day 2).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"rate": q["rate0"] * 0.5 ** (q["half_life"] / max(q["steps"], 1e-3))}


@mistake("d07-drill_week_1", "rate: you counted whole half-lives only. Between them the rate falls as well (day 2).", caught_by="hidden")
def drill_week_1(q):
    return _right(q) | {"rate": q["rate0"] * 0.5 ** (q["steps"] // q["half_life"])}


@mistake(
    "d07-drill_week_1", "exponent: you split start * factor**x as if start carried the exponent too. Only factor does; divide by start first (day 3).", caught_by="visible"
)
def drill_week_1(q):
    return _right(q) | {"exponent": math.log(q["goal"]) / math.log(q["start"] * q["factor"])}


@mistake("d07-drill_week_1", "exponent: you took the logarithm of goal and divided by start afterward. In logarithms that division is a subtraction (day 3).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"exponent": math.log(q["goal"]) / math.log(q["factor"]) / q["start"]}


@mistake("d07-drill_week_1", "exponent: you stopped at the logarithm of goal / start to base 2. For a factor other than 2 one division is missing (day 3).", caught_by="hidden")
def drill_week_1(q):
    return _right(q) | {"exponent": math.log2(q["goal"] / q["start"])}


@mistake(
    "d07-drill_week_1",
    "log_total: you added the two logarithms. That is the logarithm of the product; the logarithm of a sum cannot be split (days 3 and 4).",
    caught_by="visible",
)
def drill_week_1(q):
    return _right(q) | {"log_total": q["logp_a"] + q["logp_b"]}


@mistake("d07-drill_week_1", "log_total: you went back to the probabilities. e^-1000 is stored as 0, and the logarithm of 0 is minus infinity (day 4).", caught_by="visible")
def drill_week_1(q):
    with np.errstate(divide="ignore"):
        return _right(q) | {"log_total": np.log(np.exp(q["logp_a"]) + np.exp(q["logp_b"]))}


@mistake("d07-drill_week_1", "log_total: your answer is the larger of the two. The smaller probability adds to it, here a third as much again (day 4).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"log_total": max(q["logp_a"], q["logp_b"])}


@mistake(
    "d07-drill_week_1",
    "log_total: you always took logp_a out. If logp_b is larger by a thousand, the exponential that remains overflows; take out the larger one (day 4).",
    caught_by="hidden",
)
def drill_week_1(q):
    with np.errstate(over="ignore"):
        return _right(q) | {"log_total": q["logp_a"] + np.log1p(np.exp(q["logp_b"] - q["logp_a"]))}


@mistake(
    "d07-drill_week_1",
    "log_total: you always took logp_b out. If logp_a is larger by a thousand, the exponential that remains overflows; take out the larger one (day 4).",
    caught_by="hidden",
)
def drill_week_1(q):
    with np.errstate(over="ignore"):
        return _right(q) | {"log_total": q["logp_b"] + np.log1p(np.exp(q["logp_a"] - q["logp_b"]))}


def _height(q, slope, start=None):
    (x1, y1), _ = q["first"], q["second"]
    return _right(q) | {"height": y1 + slope * (q["at"] - x1) if start is None else start + slope * q["at"]}


def _slope(q):
    return (q["second"][1] - q["first"][1]) / (q["second"][0] - q["first"][0])


@mistake("d07-drill_week_1", "height: you inverted the slope. It is the climb divided by the way to the right, not the other way around (day 5).", caught_by="visible")
def drill_week_1(q):
    return _height(q, 1 / _slope(q))


@mistake("d07-drill_week_1", "height: you let the line start at the origin. It passes through the first point, not through (0, 0) (day 5).", caught_by="visible")
def drill_week_1(q):
    return _height(q, _slope(q), 0.0)


@mistake("d07-drill_week_1", "height: you took the height of the first point for the height at x = 0 (day 5).", caught_by="visible")
def drill_week_1(q):
    return _height(q, _slope(q), q["first"][1])


@mistake("d07-drill_week_1", "height: you paired the numbers as x, x and y, y. Each point is a pair x, y (day 5).", caught_by="visible")
def drill_week_1(q):
    (x1, x2), (y1, y2) = q["first"], q["second"]
    return _right(q) | {"height": y1 + (y2 - y1) / (x2 - x1) * (q["at"] - x1)}


@mistake("d07-drill_week_1", "best: you flipped the sign of the vertex. In a (m - v)**2 the middle term is -2 a v m, so v has the opposite sign of b (day 6).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"best": q["b"] / (2 * q["a"])}


@mistake("d07-drill_week_1", "best: you divided by a instead of 2a. The vertex lies halfway between 0 and -b/a, where the parabola is as high as at 0 (day 6).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"best": -q["b"] / q["a"]}


@mistake("d07-drill_week_1", "best: you returned the lowest cost. The question is at which m it is reached (day 6).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"best": q["c"] - q["b"] ** 2 / (4 * q["a"])}


@mistake("d07-drill_week_1", "best: you divided by 2 and then multiplied by a. Both belong below the line, in brackets (day 6).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"best": -q["b"] / 2 * q["a"]}


@mistake("d07-drill_week_1", "You returned the answers in a row, without their names. A dictionary carries the name of each.", caught_by="visible")
def drill_week_1(q):
    return tuple(_right(q).values())


@mistake("d07-drill_week_1", "You wrote the answers into the package you were given. Make a new dictionary; somebody may still need the old one.", caught_by="hidden")
def drill_week_1(q):
    q.update(_right(q))
    return q


@mistake("d07-drill_week_1", "rate: you halved once for every step and divided by half_life afterward. The exponent counts half-lives: the quotient needs brackets (day 2).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"rate": q["rate0"] * 0.5 ** q["steps"] / q["half_life"]}


@mistake("d07-drill_week_1", "You answered for the example package, whatever package came in. Inside the function the numbers are those of q.", caught_by="hidden")
def drill_week_1(q):
    return _right(package)


@mistake("d07-drill_week_1", "parameters: your answer is d_in + d_out. Every output has a weight for each input, so these two are multiplied; the biases are added (day 1).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"parameters": q["d_in"] + q["d_out"]}


@mistake("d07-drill_week_1", "parameters: you added one bias for the whole layer. Every output has its own (day 1).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"parameters": q["d_in"] * q["d_out"] + 1}


@mistake("d07-drill_week_1", "rate: you multiplied by one half once, and by the count of half-lives. Each half-life is a factor of its own: the count is an exponent (day 2).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"rate": q["rate0"] * 0.5 * q["steps"] / q["half_life"]}


@mistake("d07-drill_week_1", "rate: yours doubles in every half-life. One half to that power makes it smaller (day 2).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"rate": q["rate0"] * 2 ** (q["steps"] / q["half_life"])}


@mistake("d07-drill_week_1", "exponent: you left start out. Divide goal by it first (day 3).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"exponent": math.log(q["goal"]) / math.log(q["factor"])}


@mistake("d07-drill_week_1", "exponent: you divided the logarithm of start alone by that of factor. The whole difference has to be divided: it needs brackets (day 3).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"exponent": math.log(q["goal"]) - math.log(q["start"]) / math.log(q["factor"])}


@mistake("d07-drill_week_1", "exponent: your sign is turned. Is the ratio goal / start, and not the other way around (day 3)?", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"exponent": math.log(q["start"] / q["goal"]) / math.log(q["factor"])}


@mistake("d07-drill_week_1", "exponent: you divided by factor itself. Divide by its logarithm (day 3).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"exponent": math.log(q["goal"] / q["start"]) / q["factor"]}


@mistake("d07-drill_week_1", "exponent: you stopped at the natural logarithm of goal / start. The division by the logarithm of factor is missing (day 3).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"exponent": math.log(q["goal"] / q["start"])}


@mistake("d07-drill_week_1", "exponent: your answer is rounded to a whole number. The equation asks for x itself, which need not be whole (day 3).", caught_by="hidden")
def drill_week_1(q):
    return _right(q) | {"exponent": round(math.log(q["goal"] / q["start"]) / math.log(q["factor"]))}


@mistake("d07-drill_week_1", "log_total: you took the larger logarithm out and did not add it back (day 4).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"log_total": np.logaddexp(q["logp_a"], q["logp_b"]) - max(q["logp_a"], q["logp_b"])}


@mistake("d07-drill_week_1", "log_total: you took the larger logarithm out, and then subtracted it once more. It has to be added back (day 4).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"log_total": np.logaddexp(q["logp_a"], q["logp_b"]) - 2 * max(q["logp_a"], q["logp_b"])}


@mistake("d07-drill_week_1", "log_total: yours is the logarithm of the mean of the two probabilities. The sum was asked for (day 4).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"log_total": np.logaddexp(q["logp_a"], q["logp_b"]) - math.log(2)}


@mistake(
    "d07-drill_week_1",
    "log_total: you took the smaller logarithm out. If the other is larger by a thousand, the exponential that remains overflows; take out the larger one (day 4).",
    caught_by="hidden",
)
def drill_week_1(q):
    low = min(q["logp_a"], q["logp_b"])
    with np.errstate(over="ignore"):
        return _right(q) | {"log_total": low + np.log(np.exp(q["logp_a"] - low) + np.exp(q["logp_b"] - low))}


@mistake("d07-drill_week_1", "log_total: you added log 4 to logp_a, as the example package asks. In other packages the second probability is not three times the first (day 4).", caught_by="hidden")
def drill_week_1(q):
    return _right(q) | {"log_total": q["logp_a"] + math.log(4)}


@mistake("d07-drill_week_1", "height: you started from the height of the second point with the place of the first. Both numbers of one point belong together (day 5).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"height": q["second"][1] + _slope(q) * (q["at"] - q["first"][0])}


@mistake("d07-drill_week_1", "height: yours goes down where the line goes up: one difference has the wrong sign. Take all of them in the same order (day 5).", caught_by="visible")
def drill_week_1(q):
    return _height(q, -_slope(q))


@mistake("d07-drill_week_1", "height: your slope divides only one height by one place. Both differences need brackets (day 5).", caught_by="visible")
def drill_week_1(q):
    (x1, y1), (x2, y2) = q["first"], q["second"]
    return _height(q, y2 - y1 / x2 - x1)


@mistake("d07-drill_week_1", "height: your slope is cut down to a whole number, as // does. A single / keeps what is behind the point (day 5).", caught_by="hidden")
def drill_week_1(q):
    (x1, y1), (x2, y2) = q["first"], q["second"]
    return _height(q, (y2 - y1) // (x2 - x1))


@mistake("d07-drill_week_1", "best: you looked for a place where the cost is 0. It is lowest at its vertex, and it may never be 0 (day 6).", caught_by="visible")
def drill_week_1(q):
    return _right(q) | {"best": (-q["b"] + (q["b"] ** 2 - 4 * q["a"] * q["c"]) ** 0.5) / (2 * q["a"])}


hints(
    "d07-drill_week_1",
    "Solve the example package by hand, one line for each day. The check tells you which answer is wrong, so fill in one at a time.",
    "Day 2: count the half-lives. Day 3: divide by start, then compare logarithms. Day 4: take the larger logarithm out. Day 5: slope first. Day 6: halfway between 0 and -b/a.",
    "log_total is the larger logarithm plus log(1 + e^(smaller - larger)); height is y1 + slope * (at - x1); exponent is log(goal / start) divided by log(factor).",
)
why(
    "d07-drill_week_1",
    "Six ideas, one line each: a bias is one more weight for each output; half-lives are counted, and each is a factor; a division brings the exponent within reach of a logarithm; the larger logarithm comes out of the sum; a line is a point and a slope; a parabola is symmetric about its vertex.",
)

# ---------------------------------------------------------------- changes that are no mistakes

equivalent(
    "d07-sigmoid",
    "return np.where(x >= 0, 1.0, small) / (1 + small) → return np.where(x > 0, 1.0, small) / (1 + small)",
    "at x = 0 both tops are 1",
)
equivalent("d07-inverse_by_bisection", "if f(middle) < y: → if f(middle) <= y:", "a middle that hits the answer may become either end")
equivalent("d07-inverse_by_bisection", "while hi - lo > 2 * tol: → while hi - lo >= 2 * tol:", "at a width of exactly two tol one more halving does no harm")
equivalent("d07-inverse_by_bisection", "while hi - lo > 2 * tol: → while hi - lo > 1 * tol:", "one halving more than needed, and nearer to the answer")
equivalent("d07-inverse_by_bisection", "while hi - lo > 2 * tol: → while hi - lo > (tol):", "one halving more than needed, and nearer to the answer")
equivalent(
    "d07-sigmoid",
    "small = np.exp(-np.abs(1.0 * x))  # 1.0: whole numbers of few bits know no minus → small = np.exp(-np.abs((x)))  # 1.0: whole numbers of few bits know no minus",
    "It differs for unsigned whole numbers of few bits only, which the checks do not ask for; an author cell of the lesson does.",
)
equivalent("d07-hinge_sum", "before = float(slope) → before = (slope)", "It differs for whole numbers of few bits only, which the checks do not ask for; an author cell of the lesson does.")
equivalent(
    "d07-hinge_sum",
    "y = y + (slope - before) * np.maximum(0, x - float(knot)) → y = y + (slope - before) * np.maximum(0, x - (knot))",
    "It differs for unsigned whole numbers only, which the checks do not ask for; an author cell of the lesson does.",
)
