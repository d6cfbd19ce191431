import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d04-slope_loglog


@also_right("d04-slope_loglog")
def slope_loglog(x, y):
    return (math.log10(y[-1]) - math.log10(y[0])) / (math.log10(x[-1]) - math.log10(x[0]))


@mistake("d04-slope_loglog", "Your number is the slope of the numbers themselves. On log-log axes a point stands at its logarithms.", caught_by="visible")
def slope_loglog(x, y):
    return (y[-1] - y[0]) / (x[-1] - x[0])


@mistake("d04-slope_loglog", "Your number is the run divided by the rise. A slope is the rise for one decade to the right.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(divide="ignore"):
        return np.log(x[-1] / x[0]) / np.log(y[-1] / y[0])


@mistake("d04-slope_loglog", "Your rise is a difference of logarithms and your run is not. That is a slope on semilog axes.", caught_by="visible")
def slope_loglog(x, y):
    return np.log(y[-1] / y[0]) / (x[-1] - x[0])


@mistake("d04-slope_loglog", "Your run is a difference of logarithms and your rise is not. Both axes count factors here.", caught_by="visible")
def slope_loglog(x, y):
    return (y[-1] - y[0]) / np.log(x[-1] / x[0])


@mistake("d04-slope_loglog", "Your logarithms have base 10 upward and base e to the right. Any base will do, but it must be the same one.", caught_by="visible")
def slope_loglog(x, y):
    return np.log10(y[-1] / y[0]) / np.log(x[-1] / x[0])


@mistake("d04-slope_loglog", "You returned one slope for each pair of neighbors. Asked for is the one line from the first point to the last.", caught_by="visible")
def slope_loglog(x, y):
    return np.diff(np.log(y)) / np.diff(np.log(x))


@mistake("d04-slope_loglog", "You used the first two points only. The points between the ends need not lie on the line.", caught_by="visible")
def slope_loglog(x, y):
    return np.log(y[1] / y[0]) / np.log(x[1] / x[0])


@mistake("d04-slope_loglog", "Your number is a quotient of logarithms of differences. Take the logarithms first, then their differences.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(all="ignore"):
        return np.log(y[-1] - y[0]) / np.log(x[-1] - x[0])


@mistake("d04-slope_loglog", "Your number is the last logarithm of y divided by the last logarithm of x. That is right only for a line through (1, 1).", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(divide="ignore"):
        return np.log(y[-1]) / np.log(x[-1])


@mistake("d04-slope_loglog", "Your slope has no sign: it is never negative. A line that falls has a negative slope.", caught_by="hidden")
def slope_loglog(x, y):
    return abs(np.log(y[-1] / y[0]) / np.log(x[-1] / x[0]))


@mistake("d04-slope_loglog", "Your line leads from the smallest numbers to the largest. Its ends are the first and the last point, wherever they lie.", caught_by="hidden")
def slope_loglog(x, y):
    return np.log(y.max() / y.min()) / np.log(x.max() / x.min())


@mistake("d04-slope_loglog", "You subtract a quotient of two logarithms from a third one: division comes before subtraction. Rise and run need brackets, or names of their own.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(divide="ignore"):
        return np.log(y[-1]) - np.log(y[0]) / np.log(x[-1]) - np.log(x[0])


@mistake("d04-slope_loglog", "Your line starts at the second point. Places are counted from 0, so the first point is x[0], y[0].", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(all="ignore"):
        return np.log(y[-1] / y[1]) / np.log(x[-1] / x[1])


@mistake("d04-slope_loglog", "Your slope has the wrong sign: one of your two differences goes from the last point to the first.", caught_by="visible")
def slope_loglog(x, y):
    return np.log(y[0] / y[-1]) / np.log(x[-1] / x[0])


@mistake("d04-slope_loglog", "Your rise and your run are quotients of two logarithms. How far apart two marks lie on an axis is a difference.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(all="ignore"):
        return (np.log(y[-1]) / np.log(y[0])) / (np.log(x[-1]) / np.log(x[0]))


@mistake("d04-slope_loglog", "Your number is the decades up minus the decades to the right. A slope is a quotient: so much up for each one to the right.", caught_by="visible")
def slope_loglog(x, y):
    return np.log10(y[-1] / y[0]) - np.log10(x[-1] / x[0])


@mistake("d04-slope_loglog", "Your slope is rounded. Exponents of real laws, like 0.076, need their digits.", caught_by="visible")
def slope_loglog(x, y):
    return round(float(np.log(y[-1] / y[0]) / np.log(x[-1] / x[0])), 2)


@mistake("d04-slope_loglog", "Your rise is a difference of logarithms and your run is not. That is a slope on semilog axes.", caught_by="visible")
def slope_loglog(x, y):
    return np.log10(y[-1] / y[0]) / (x[-1] - x[0])


@mistake("d04-slope_loglog", "You subtract a quotient of two logarithms from a third one: division comes before subtraction. Rise and run need brackets, or names of their own.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(divide="ignore"):
        return np.log10(y[-1]) - np.log10(y[0]) / np.log10(x[-1]) - np.log10(x[0])


@mistake("d04-slope_loglog", "Your line is fitted to all the points. Asked for is the one from the first point to the last, wherever the others lie.", caught_by="visible")
def slope_loglog(x, y):
    return np.polyfit(np.log(x), np.log(y), 1)[0]


@mistake("d04-slope_loglog", "Your number is the logarithm of a slope of the numbers themselves. Take the logarithms of x and y first, then the slope.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(all="ignore"):
        return np.log10((y[-1] - y[0]) / (x[-1] - x[0]))


@mistake("d04-slope_loglog", "Your number is the logarithm of a slope of the numbers themselves. Take the logarithms of x and y first, then the slope.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(all="ignore"):
        return np.log((y[-1] - y[0]) / (x[-1] - x[0]))


@mistake("d04-slope_loglog", "Your run is a difference of logarithms and your rise is not. Both axes count factors here.", caught_by="visible")
def slope_loglog(x, y):
    return (y[-1] - y[0]) / np.log10(x[-1] / x[0])


@mistake("d04-slope_loglog", "You averaged the slopes between neighbors. Asked for is the one line from the first point to the last.", caught_by="visible")
def slope_loglog(x, y):
    return np.mean(np.diff(np.log(y)) / np.diff(np.log(x)))


@mistake("d04-slope_loglog", "You divide the rise by the last logarithm of x alone and take the first one away afterward. The run is their difference, and needs brackets.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(divide="ignore"):
        return np.log10(y[-1] / y[0]) / np.log10(x[-1]) - np.log10(x[0])


@mistake("d04-slope_loglog", "You divide the rise by the last logarithm of x alone and take the first one away afterward. The run is their difference, and needs brackets.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(divide="ignore"):
        return np.log(y[-1] / y[0]) / np.log(x[-1]) - np.log(x[0])


hints(
    "d04-slope_loglog",
    "Where on log-log axes does a point (x, y) stand, to the right and upward?",
    "Rise divided by run: the difference of the two log y, divided by the difference of the two log x.",
    "The rise is math.log(y[-1]) - math.log(y[0]), the run is the same with x. What do you do with the two?",
)
why(
    "d04-slope_loglog",
    "From y = c x**p follows log y = log c + p log x. Between two points log c drops out, and p is left as the ratio of two differences. The base cancels, so every logarithm gives the same slope.",
)

# ---------------------------------------------------------------- d04-machine_eps


@also_right("d04-machine_eps")
def machine_eps(dtype):
    return np.nextafter(dtype(1), dtype(2)) - dtype(1)


@also_right("d04-machine_eps")
def machine_eps(dtype):
    eps = 1.0
    while dtype(1.0 + eps / 2) > 1.0:
        eps = eps / 2
    return eps


@mistake("d04-machine_eps", "Your answer is half of the gap: it is lost when it is added to 1. The gap is the value before it.", caught_by="visible")
def machine_eps(dtype):
    eps = dtype(1)
    while dtype(1) + eps > dtype(1):
        eps = eps / dtype(2)
    return eps


@mistake("d04-machine_eps", "Your answer is the smallest positive number of the type, the gap above 0. Asked for is the gap above 1, which is far larger.", caught_by="visible")
def machine_eps(dtype):
    return np.finfo(dtype).smallest_subnormal


@mistake("d04-machine_eps", "Your answer is the smallest number that still has all its digits. That is an end of the range; asked for is the gap right above 1.", caught_by="visible")
def machine_eps(dtype):
    return np.finfo(dtype).tiny


@mistake("d04-machine_eps", "You return the same number, or nearly the same, for every type. The gap is a power of 2, and each type has its own.", caught_by="visible")
def machine_eps(dtype):
    return 1e-16


@mistake("d04-machine_eps", "Every type gets the gap of float64 from you, or what its own bits keep of it. The sum has to be formed, and rounded, in the given type.", caught_by="visible")
def machine_eps(dtype):
    eps = 1.0
    while 1.0 + eps / 2 > 1.0:
        eps = eps / 2
    return eps


@mistake("d04-machine_eps", "Your answer is a power of 10. Floats are made of powers of 2, and steps of 10 jump over the gap.", caught_by="visible")
def machine_eps(dtype):
    eps = dtype(1)
    while dtype(1) + eps / dtype(10) > dtype(1):
        eps = eps / dtype(10)
    return eps


@mistake("d04-machine_eps", "Your answer is the next number above 1. The gap is how far it is from 1.", caught_by="visible")
def machine_eps(dtype):
    return np.nextafter(dtype(1), dtype(2))


@mistake("d04-machine_eps", "Your answer is how often you could halve. Asked for is the value itself.", caught_by="visible")
def machine_eps(dtype):
    return np.finfo(dtype).nmant


@mistake("d04-machine_eps", "Your answer knows float16 and treats every other type as float64. Let the type itself do the rounding, then any type works.", caught_by="hidden")
def machine_eps(dtype):
    return 2.0**-10 if dtype is np.float16 else 2.0**-52


@mistake("d04-machine_eps", "Your answer is one half for every type: the loop was left after its first round. Return when it is over.", caught_by="visible")
def machine_eps(dtype):
    eps = dtype(1)
    while dtype(1) + eps / dtype(2) > dtype(1):
        return eps / dtype(2)


@mistake("d04-machine_eps", "Your answer is the gap of float16, whatever type was asked for.", caught_by="visible")
def machine_eps(dtype):
    return 2.0**-10


@mistake("d04-machine_eps", "Your answer is twice the gap: a number half as large still shows when it is added to 1.", caught_by="visible")
def machine_eps(dtype):
    return 2 * float(np.finfo(dtype).eps)


hints(
    "d04-machine_eps",
    "Think of a loop that makes a number smaller until the sum 1 + number shows no difference. In which type must the sum be formed?",
    "Test the *next* half before you take it: while 1 + eps / 2 is above 1, eps may become eps / 2.",
    "Make every constant with the type: one = dtype(1), two = dtype(2). Then nothing leaves it.",
)
why(
    "d04-machine_eps",
    "1 + eps is the next number above 1 exactly when eps is the gap. Half of the gap lies in the middle, and the tie is rounded to the 1, so the loop stops with the gap itself.",
)

# ---------------------------------------------------------------- d04-log1p_gain


@also_right("d04-log1p_gain")
def log1p_gain(x):
    total = 1 + np.asarray(x, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):  # Kahan's way: correct by what the rounding of the sum took away
        stable = np.where(total == 1, x, np.log(total) * x / (total - 1))
    return np.log(total), stable


@also_right("d04-log1p_gain")
def log1p_gain(x):
    x = np.asarray(x, dtype=np.float64)
    series = x - x**2 / 2 + x**3 / 3 - x**4 / 4
    return np.log(1 + x), np.where(np.abs(x) < 1e-4, series, np.log(1 + x))


@mistake("d04-log1p_gain", "Both of your ways give 0 at x = 1e-17, so both have lost the digits of a tiny x. Where is 1 + x rounded?", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x), np.log(x + 1)


@mistake("d04-log1p_gain", "Both of your ways keep the digits of a tiny x. The first should be the naive one, so that the loss can be seen.", caught_by="visible")
def log1p_gain(x):
    return np.log1p(x), np.log1p(x) * 1.0


@mistake("d04-log1p_gain", "You exchanged the two: the naive way comes first.", caught_by="visible")
def log1p_gain(x):
    return np.log1p(x), np.log(1 + x)


@mistake("d04-log1p_gain", "Your second entry is x itself. That is close for tiny x only: the logarithm of 1 + 1 is not 1.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x), x


@mistake("d04-log1p_gain", "Your second entry is the logarithm of 2 + x. np.log1p adds the 1 itself.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x), np.log1p(1 + x)


@mistake("d04-log1p_gain", "Your first entry is the logarithm of x. It belongs to 1 + x.", caught_by="visible")
def log1p_gain(x):
    with np.errstate(invalid="ignore"):
        return np.log(x), np.log1p(x)


@mistake("d04-log1p_gain", "Your naive logarithm has base 10. Without a base it is the natural one.", caught_by="visible")
def log1p_gain(x):
    return np.log10(1 + x), np.log1p(x)


@mistake("d04-log1p_gain", "Your function stops when x is an array. The functions of math take one number; those of numpy take both.", caught_by="visible")
def log1p_gain(x):
    return math.log(1 + x), math.log1p(x)


@mistake("d04-log1p_gain", "You returned one way. Two are asked for: return first, second.", caught_by="visible")
def log1p_gain(x):
    return np.log1p(x)


@mistake("d04-log1p_gain", "For tiny x your second entry is about 1e-12, whatever x is: it belongs to another number.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x), np.log1p(np.maximum(x, 1e-12))


@mistake("d04-log1p_gain", "Your second entry is right for the tiniest x and for large ones. In between it has lost digits: there the naive way is already poor and x alone is not yet good.", caught_by="visible")
def log1p_gain(x):
    x = np.asarray(x)
    return np.log(1 + x), np.where(np.abs(x) < 1e-8, x, np.log(1 + x))


@mistake("d04-log1p_gain", "You changed the caller's array, and your second way starts from the changed numbers.", caught_by="visible")
def log1p_gain(x):
    x += 1
    return np.log(x), np.log1p(x)


@mistake("d04-log1p_gain", "Your first entry is the logarithm of x, plus 1. The 1 is added to x, before the logarithm.", caught_by="visible")
def log1p_gain(x):
    return np.log(x) + 1, np.log1p(x)


@mistake("d04-log1p_gain", "Your second entry is x minus half of its square. Two terms are enough for tiny x and too few for large ones.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x), x - x**2 / 2


@also_right("d04-log1p_gain")
def log1p_gain(x):
    return [np.log(1.0 + x), np.log1p(1.0 * x)]


@mistake("d04-log1p_gain", "You returned one way. Two are asked for: return first, second.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x)


@mistake("d04-log1p_gain", "You returned the difference of the two ways. Asked for are both of them, as a pair.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x) - np.log1p(x)


@mistake("d04-log1p_gain", "Your entries are logarithms of 1 - x. That is the card's story; the task asks for 1 + x.", caught_by="visible")
def log1p_gain(x):
    with np.errstate(all="ignore"):
        return np.log(1 - x), np.log1p(-x)


@mistake("d04-log1p_gain", "Your naive logarithm has base 2. Without a base it is the natural one.", caught_by="visible")
def log1p_gain(x):
    return np.log2(1 + x), np.log1p(x)


hints(
    "d04-log1p_gain",
    "The naive way does what the formula says: add, then take the logarithm. Where does x lose its digits?",
    "The stable way must never form the sum. Which function of today takes x itself?",
    "A pair is written with a comma: return np.log(…), np.log1p(…). What goes into each?",
)
why(
    "d04-log1p_gain",
    "The sum 1 + x keeps x only to within half a gap above 1. np.log1p works on x itself and never rounds that sum. Subtracting 1 afterward would not help: what was rounded away does not come back.",
)

# ---------------------------------------------------------------- d04-log_add


@also_right("d04-log_add")
def log_add(a, b):
    return np.logaddexp(a, b)


@also_right("d04-log_add")
def log_add(a, b):
    with np.errstate(invalid="ignore"):
        gap = np.abs(np.asarray(a, dtype=float) - b)
    return np.where(np.equal(a, b), np.add(a, np.log(2.0)), np.maximum(a, b) + np.log1p(np.exp(-gap)))


@also_right("d04-log_add")
def log_add(a, b):
    def one(s, t):
        s, t = max(s, t), min(s, t)
        return s if s == -math.inf else s + math.log1p(math.exp(t - s))

    return np.vectorize(one, otypes=[float])(a, b)


@mistake("d04-log_add", "Your answers overflow at 1000 and underflow at -1000: there the exponentials are infinite or 0, and the logarithm comes too late.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        return np.log(np.exp(a) + np.exp(b))


@mistake("d04-log_add", "You took out the smaller of the two: the other exponent stays positive and can overflow, and with -inf nothing sensible is left.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        c = np.minimum(a, b)
        return c + np.log(np.exp(a - c) + np.exp(b - c))


@mistake("d04-log_add", "You took out the smaller of the two unless it is -inf. With 0 and -800 the other exponent is 800, and its exponential is infinite.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        c = np.where(np.isneginf(np.minimum(a, b)), np.maximum(a, b), np.minimum(a, b))
        return np.where(np.isneginf(c), c, c + np.log(np.exp(a - c) + np.exp(b - c)))


@mistake("d04-log_add", "You took out the mean of the two. When they lie far apart, one exponent is still large and overflows.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        c = (np.asarray(a) + b) / 2
        return c + np.log(np.exp(a - c) + np.exp(b - c))


@mistake("d04-log_add", "You added a and b. That is the logarithm of the product of the two probabilities; asked for is their sum.", caught_by="visible")
def log_add(a, b):
    return np.add(a, b)


@mistake("d04-log_add", "You returned the larger one alone. The smaller one counts too: two equal terms add log 2.", caught_by="visible")
def log_add(a, b):
    return np.maximum(a, b)


@mistake("d04-log_add", "Your answer is too small by the larger of the two: what was taken out of both exponents has to be given back.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        c = np.maximum(a, b)
        return np.log(np.exp(a - c) + np.exp(b - c))


@mistake("d04-log_add", "Your sum is too large by 1 before the logarithm: log1p adds a 1 by itself, and it is already one of your two terms.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        c = np.maximum(a, b)
        return c + np.log1p(np.exp(a - c) + np.exp(b - c))


@mistake("d04-log_add", "Two numbers work, two arrays make your function stop: max and if compare single numbers. Each pair has its own larger one.", caught_by="visible")
def log_add(a, b):
    c = max(a, b)
    with np.errstate(all="ignore"):
        return c + np.log1p(np.exp(min(a, b) - c))


@mistake("d04-log_add", "In an array, a pair far below the largest entry turns into 0 + 0: you took out one c for all. Each pair needs its own.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        c = max(np.max(a), np.max(b))
        return c + np.log(np.exp(a - c) + np.exp(b - c))


@mistake("d04-log_add", "With -inf on both sides you subtracted -inf from -inf, which is not a number. 0 + 0 is 0, so the answer is -inf.", caught_by="hidden")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return top + np.log1p(np.exp(low - top))


@mistake(
    "d04-log_add",
    "When the answer is tiny, as for a = 0 and b = -40, you return 0: somewhere 1 plus the small term is rounded to 1.",
    caught_by="hidden",
)
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return np.where(np.isneginf(top), top, top + np.log(1 + np.exp(low - top)))


@mistake("d04-log_add", "You replaced -inf by 0. The logarithm 0 belongs to probability 1; adding it changes the sum.", caught_by="visible")
def log_add(a, b):
    a, b = np.where(np.isneginf(a), 0.0, a), np.where(np.isneginf(b), 0.0, b)
    return np.logaddexp(a, b)


@mistake("d04-log_add", "You cut small inputs off at -745, where the exponential becomes 0. Two inputs of -1000 would be fine: only their difference matters.", caught_by="visible")
def log_add(a, b):
    return np.logaddexp(np.maximum(a, -745.0), np.maximum(b, -745.0))


@mistake("d04-log_add", "Adding probability 0 leaves the other as it is, and you did that. But when both are -inf you returned 0, the logarithm of 1.", caught_by="hidden")
def log_add(a, b):
    both = np.logaddexp(a, b)
    return np.where(np.isneginf(both), 0.0, both)


@mistake("d04-log_add", "Your answer is right, but you changed the caller's array: the numbers you were given are gone.", caught_by="hidden")
def log_add(a, b):
    total = np.logaddexp(a, b)
    if isinstance(a, np.ndarray) and a.ndim:
        a[...] = np.maximum(a, b)
    return total


@mistake("d04-log_add", "You always take out a. Where b is larger, the other exponent is positive and can overflow; with a = -inf nothing sensible is left.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        return a + np.log1p(np.exp(b - a))


@mistake("d04-log_add", "Your second term is too large: its exponent is the larger minus the smaller, which is positive. With the larger one taken out it is the other way around.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return top + np.log1p(np.exp(top - low))


@mistake("d04-log_add", "Your answer is the smaller of the two. The term of the larger one, which has become 1, is missing from the sum.", caught_by="visible")
def log_add(a, b):
    return np.minimum(a, b)


@mistake("d04-log_add", "Your answer is the sum itself, e to the a plus e to the b. Its logarithm is asked for.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        return np.exp(a) + np.exp(b)


@mistake("d04-log_add", "You multiplied by the larger of the two. A factor taken out of a sum is added to its logarithm.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return top * np.log1p(np.exp(low - top))


@mistake("d04-log_add", "Two numbers work, arrays make your function stop. The functions of math take one number each; those of numpy take both.", caught_by="visible")
def log_add(a, b):
    return math.log(math.exp(a) + math.exp(b))


@mistake("d04-log_add", "Your answer is too small by the larger of the two: what was taken out of both exponents has to be given back.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return np.log1p(np.exp(low - top))


@mistake("d04-log_add", "You subtracted the larger of the two at the end. It was taken out of both exponents, so it is given back: added.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return np.log1p(np.exp(low - top)) - top


@mistake("d04-log_add", "Your answer is -inf as soon as one of the two is. Adding probability 0 changes nothing: the other one remains.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return np.where(low == -np.inf, low, top + np.log1p(np.exp(low - top)))


@mistake("d04-log_add", "When the answer is tiny, as for a = 0 and b = -40, you return 0, since 1 plus the small term is rounded to 1. And two times -inf gives nan.", caught_by="hidden")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return top + np.log(1 + np.exp(low - top))


@mistake("d04-log_add", "Your answer is too small by the difference of the two: you gave the smaller one back, and taken out was the larger.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return low + np.log1p(np.exp(low - top))


@mistake("d04-log_add", "Your sum is too large by 1: log1p adds a 1 that belongs to neither of the two. It is the larger term, once the larger one is taken out.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        return np.log1p(np.exp(a) + np.exp(b))


@mistake("d04-log_add", "You gave log1p the difference of the two, and it needs the small term itself, e to that difference.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        top, low = np.maximum(a, b), np.minimum(a, b)
        return top + np.log1p(low - top)


hints(
    "d04-log_add",
    "The identity holds for every c. Which c makes both exponents at most 0, so that nothing overflows?",
    "With the larger one as c the sum is 1 + e**(smaller - larger). Which function takes the logarithm of 1 plus something small?",
    "larger + np.log1p(np.exp(smaller - larger)) is right except where both are -inf. There the answer is -inf itself: np.where can choose, or the subtraction can use a finite stand-in.",
)
why(
    "d04-log_add",
    "With the larger exponent taken out, one term is exactly 1 and the other between 0 and 1: nothing overflows, and if the small one underflows, it was too small to matter. log1p keeps it even where 1 plus it would be 1. When both are -inf, the stand-in for the larger one is finite, so the difference stays -inf.",
)

# ---------------------------------------------------------------- d04-detect_law


def _bend(u, v):
    ruler = np.interp(u, [u[0], u[-1]], [v[0], v[-1]])
    return np.max(np.abs(v - ruler)) / np.abs(v[-1] - v[0])


def _straightest(x, y, measure):
    """The reference with another measure of straightness; several answers below share it."""
    scales = {"linear": (x, y), "exponential": (x, np.log(y)), "power": (np.log(x), np.log(y))}
    return min(scales, key=lambda law: measure(*scales[law]))


@also_right("d04-detect_law")
def detect_law(x, y):
    def left_over(u, v):  # what the best line leaves unexplained, as a share
        m, b = np.polyfit(u, v, 1)
        return np.mean((v - m * u - b) ** 2) / np.var(v)

    return _straightest(x, y, left_over)


@also_right("d04-detect_law")
def detect_law(x, y):
    def middle(u, v):  # the height of the curve half-way between the ends, and that of the ruler
        return abs(np.interp((u[0] + u[-1]) / 2, u, v) - (v[0] + v[-1]) / 2) / abs(v[-1] - v[0])

    return _straightest(np.asarray(x, dtype=float), y, middle)


@mistake("d04-detect_law", "You call every exponential a power law, and every power law exponential. The exponential takes one logarithm, of y; the power law takes two.", caught_by="visible")
def detect_law(x, y):
    return {"linear": "linear", "exponential": "power", "power": "exponential"}[_straightest(x, y, _bend)]


@mistake("d04-detect_law", "You never answer 'power'. Plain axes tell whether a curve bends, not which law bends it; all three kinds of axes are needed.", caught_by="visible")
def detect_law(x, y):
    return "linear" if _bend(x, y) < 0.05 else "exponential"


@mistake("d04-detect_law", "You used the first and the last point only. Two points lie on a line on any axes; straightness needs the points between.", caught_by="visible")
def detect_law(x, y):
    rise, run = y[-1] / y[0], x[-1] / x[0]
    return "linear" if np.isclose(rise, run, rtol=0.5) else "exponential" if rise > run else "power"


@mistake("d04-detect_law", "You never tried the log-log axes, so no power law can be found.", caught_by="visible")
def detect_law(x, y):
    return "linear" if _bend(x, y) < _bend(x, np.log(y)) else "exponential"


@mistake("d04-detect_law", "You do not find the power laws. A power is straight when both axes count factors, to the right and upward.", caught_by="visible")
def detect_law(x, y):
    bends = {"linear": _bend(x, y), "exponential": _bend(x, np.log(y)), "power": _bend(np.log(x), y)}
    return min(bends, key=bends.get)


@mistake("d04-detect_law", "You chose the axes with the largest bend. Straight means a small bend.", caught_by="visible")
def detect_law(x, y):
    return _straightest(x, y, lambda u, v: -_bend(u, v))


@mistake("d04-detect_law", "You compared neighboring differences as if the points were evenly spaced. They may lie anywhere on the axis.", caught_by="visible")
def detect_law(x, y):
    return _straightest(x, y, lambda u, v: np.std(np.diff(v)) / abs(v[-1] - v[0]))


@mistake(
    "d04-detect_law",
    "You compared the slope at the beginning with the slope at the end. Between two neighbors a measuring error can be larger than the rise, so such slopes say little about the whole curve.",
    caught_by="hidden",
)
def detect_law(x, y):
    def ends(u, v):
        slopes = np.diff(v) / np.diff(u)
        return abs(slopes[-1] - slopes[0]) / abs(slopes).max()

    return _straightest(x, y, ends)


@mistake("d04-detect_law", "You waited for a bend of exactly 0. Measurements carry errors, so take the smallest bend instead.", caught_by="hidden")
def detect_law(x, y):
    for law, u, v in (("linear", x, y), ("exponential", x, np.log(y))):
        if np.isclose(_bend(u, v), 0, atol=1e-9):
            return law
    return "power"


@mistake(
    "d04-detect_law",
    "You compared distances without dividing by the rise. A distance in dollars and one in logarithms have different units; as shares of the rise they can be compared.",
    caught_by="hidden",
)
def detect_law(x, y):
    return _straightest(x, y, lambda u, v: np.max(np.abs(v - np.interp(u, [u[0], u[-1]], [v[0], v[-1]]))))


@mistake("d04-detect_law", "You divided by the rise with its sign. For a curve that falls the bend becomes negative, and the most bent axes win.", caught_by="visible")
def detect_law(x, y):
    return _straightest(x, y, lambda u, v: np.max(np.abs(v - np.interp(u, [u[0], u[-1]], [v[0], v[-1]]))) / (v[-1] - v[0]))


@mistake("d04-detect_law", "You took the first axes whose bend is below a fixed limit. A weak curve passes the limit on the wrong axes; compare all three.", caught_by="visible")
def detect_law(x, y):
    if _bend(x, y) < 0.2:
        return "linear"
    return "exponential" if _bend(x, np.log(y)) < 0.2 else "power"


@mistake(
    "d04-detect_law",
    "You compared each bend with a small fixed limit. Where the rise is small, the wrong axes hardly bend either; compare the three bends with each other.",
    caught_by="hidden",
)
def detect_law(x, y):
    if _bend(x, y) < 0.03:
        return "linear"
    return "exponential" if _bend(x, np.log(y)) < 0.03 else "power"


@mistake(
    "d04-detect_law",
    "You compared each bend with a fixed limit of a hundredth. Errors can bend the right axes more than that, and a small rise bends the wrong ones less.",
    caught_by="hidden",
)
def detect_law(x, y):
    if _bend(x, y) < 0.01:
        return "linear"
    return "exponential" if _bend(x, np.log(y)) < 0.01 else "power"


@mistake("d04-detect_law", "The word is right, but you changed the caller's arrays: the measurements are gone.", caught_by="hidden")
def detect_law(x, y):
    law = _straightest(x, y, _bend)
    if x.dtype == float:
        x[:] = np.log(x)
    return law


@mistake("d04-detect_law", "For the exponential you measured other axes than its own. It is straight where the height counts factors and the other axis is plain.", caught_by="visible")
def detect_law(x, y):
    bends = {"linear": _bend(x, y), "exponential": _bend(np.log(x), y), "power": _bend(np.log(x), np.log(y))}
    return min(bends, key=bends.get)


@mistake("d04-detect_law", "You measured with the two axes exchanged: heights to the right, x upward. A curve that falls then runs from right to left, and bend goes wrong.", caught_by="visible")
def detect_law(x, y):
    return _straightest(x, y, lambda u, v: _bend(v, u))


@mistake("d04-detect_law", "You compared the plain bend with the semilog one only, and the semilog one with the log-log one. The smallest of all three decides.", caught_by="visible")
def detect_law(x, y):
    p, q, r = _bend(x, y), _bend(x, np.log(y)), _bend(np.log(x), np.log(y))
    return "linear" if p < q else "exponential" if q < r else "power"


@mistake("d04-detect_law", "You asked for equal differences or equal ratios of neighbors. That needs evenly spaced points, and measurements without errors.", caught_by="visible")
def detect_law(x, y):
    if np.allclose(np.diff(y), np.diff(y)[0]):
        return "linear"
    return "exponential" if np.allclose(y[1:] / y[:-1], y[1] / y[0]) else "power"


@mistake("d04-detect_law", "You waited for a bend of exactly 0. Measurements carry errors, so take the smallest bend instead.", caught_by="hidden")
def detect_law(x, y):
    for law, u, v in (("linear", x, y), ("exponential", x, np.log(y))):
        if _bend(u, v) == 0:
            return law
    return "power"


@mistake("d04-detect_law", "Your answer is the smallest bend itself. Asked for is the name of the law that has it.", caught_by="visible")
def detect_law(x, y):
    return min(_bend(x, y), _bend(x, np.log(y)), _bend(np.log(x), np.log(y)))


@mistake("d04-detect_law", "Your words begin with a capital letter. The law is right, but Python takes 'Power' and 'power' for different texts.", caught_by="visible")
def detect_law(x, y):
    return _straightest(x, y, _bend).capitalize()


@mistake("d04-detect_law", "You never answer 'linear': plain axes are the third kind, and their bend has to compete as well.", caught_by="visible")
def detect_law(x, y):
    return "exponential" if _bend(x, np.log(y)) < _bend(np.log(x), np.log(y)) else "power"


@mistake("d04-detect_law", "You asked for equal differences or equal ratios of neighbors. That needs evenly spaced points, and measurements without errors.", caught_by="visible")
def detect_law(x, y):
    if y[1] - y[0] == y[2] - y[1]:
        return "linear"
    return "exponential" if y[1] / y[0] == y[2] / y[1] else "power"


@mistake("d04-detect_law", "The law is right, but it comes in a list. Asked for is the word alone.", caught_by="visible")
def detect_law(x, y):
    return [_straightest(x, y, _bend)]


hints(
    "d04-detect_law",
    "Three kinds of axes, three bends. Which arrays stand to the right and upward on each of them?",
    "Plain: x and y. Semilog: x and log y. Log-log: log x and log y. The smallest bend decides.",
    "Give the three bends names, and their smallest one, min(plain, semilog, loglog). Then two ifs compare it with the first and the second.",
)
why(
    "d04-detect_law",
    "Each law is straight on its own axes and curved on the two others. The bend is a share of the rise, so it has no unit and the three can be compared; the smallest wins, because errors keep every one of them above 0.",
)

# ---------------------------------------------------------------- changes that are no mistakes

equivalent("d04-machine_eps", "while one + eps / two > one: → while one + eps / two != one:", "1 plus something positive is never below 1")
equivalent("d04-machine_eps", "one, two = dtype(1), dtype(2) → one, two = (1), dtype(2)", "a plain 1 takes the type of the number it meets, and the quotient has the type")
equivalent("d04-machine_eps", "one, two = dtype(1), dtype(2) → one, two = dtype(1), (2)", "a plain 2 takes the type of the number it divides")
equivalent("d04-detect_law", "if plain < min(semilog, loglog): → if plain <= min(semilog, loglog):", "no two bends are equal to the last digit")
equivalent("d04-detect_law", "if semilog < loglog: → if semilog <= loglog:", "no two bends are equal to the last digit")
equivalent("d04-detect_law", "loglog = bend(np.log(x), np.log(y)) → loglog = bend(np.log2(x), np.log(y))", "the bend is a share of the rise, so every base gives the same")
equivalent("d04-detect_law", "loglog = bend(np.log(x), np.log(y)) → loglog = bend(np.log10(x), np.log(y))", "the bend is a share of the rise, so every base gives the same")
equivalent("d04-detect_law", "loglog = bend(np.log(x), np.log(y)) → loglog = bend(np.log(x), np.log2(y))", "the bend is a share of the rise, so every base gives the same")
equivalent("d04-detect_law", "loglog = bend(np.log(x), np.log(y)) → loglog = bend(np.log(x), np.log10(y))", "the bend is a share of the rise, so every base gives the same")
equivalent("d04-detect_law", "plain, semilog = bend(x, y), bend(x, np.log(y)) → plain, semilog = bend(x, y), bend(x, np.log2(y))", "the bend is a share of the rise, so every base gives the same")
equivalent("d04-detect_law", "plain, semilog = bend(x, y), bend(x, np.log(y)) → plain, semilog = bend(x, y), bend(x, np.log10(y))", "the bend is a share of the rise, so every base gives the same")
equivalent("d04-log1p_gain", "x = 1.0 * x  # whole numbers become float64 → pass  # whole numbers become float64", "a guard for numbers of 8 bits, with which no check is made")
equivalent("d04-log1p_gain", "x = 1.0 * x  # whole numbers become float64 → x = (x)  # whole numbers become float64", "a guard for numbers of 8 bits, with which no check is made")
