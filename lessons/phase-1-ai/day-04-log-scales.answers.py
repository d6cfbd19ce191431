import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d04-slope_loglog


@also_right("d04-slope_loglog")
def slope_loglog(x, y):
    return (math.log10(y[-1]) - math.log10(y[0])) / (math.log10(x[-1]) - math.log10(x[0]))


@mistake("d04-slope_loglog", "You took the slope of the numbers themselves. On log-log axes a point stands at its logarithms.", caught_by="visible")
def slope_loglog(x, y):
    return (y[-1] - y[0]) / (x[-1] - x[0])


@mistake("d04-slope_loglog", "You divided the step to the right by the step up. A slope is the rise for one decade to the right.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(divide="ignore"):
        return np.log(x[-1] / x[0]) / np.log(y[-1] / y[0])


@mistake("d04-slope_loglog", "You took the logarithm of y and left x as it is. That is the slope on semilog axes, decades per step.", caught_by="visible")
def slope_loglog(x, y):
    return np.log(y[-1] / y[0]) / (x[-1] - x[0])


@mistake("d04-slope_loglog", "You took the logarithm of x only. Both axes count factors here.", caught_by="visible")
def slope_loglog(x, y):
    return (y[-1] - y[0]) / np.log(x[-1] / x[0])


@mistake("d04-slope_loglog", "You mixed two bases: base 10 upward, base e to the right. Any base will do, but it must be the same one.", caught_by="visible")
def slope_loglog(x, y):
    return np.log10(y[-1] / y[0]) / np.log(x[-1] / x[0])


@mistake("d04-slope_loglog", "You returned one slope for each pair of neighbors. Asked for is the one line from the first point to the last.", caught_by="visible")
def slope_loglog(x, y):
    return np.diff(np.log(y)) / np.diff(np.log(x))


@mistake("d04-slope_loglog", "You used the first two points only. The points between the ends need not lie on the line.", caught_by="visible")
def slope_loglog(x, y):
    return np.log(y[1] / y[0]) / np.log(x[1] / x[0])


@mistake("d04-slope_loglog", "You took the logarithm of the differences. Nothing splits such a logarithm; take the logarithms first, then their differences.", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(all="ignore"):
        return np.log(y[-1] - y[0]) / np.log(x[-1] - x[0])


@mistake("d04-slope_loglog", "You divided logarithms without taking the first point away. That is right only for a line through (1, 1).", caught_by="visible")
def slope_loglog(x, y):
    with np.errstate(divide="ignore"):
        return np.log(y[-1]) / np.log(x[-1])


@mistake("d04-slope_loglog", "You removed the sign. A line that falls has a negative slope.", caught_by="hidden")
def slope_loglog(x, y):
    return abs(np.log(y[-1] / y[0]) / np.log(x[-1] / x[0]))


@mistake("d04-slope_loglog", "You looked for the smallest and the largest number. The ends of the line are the first and the last point, wherever they lie.", caught_by="hidden")
def slope_loglog(x, y):
    return np.log(y.max() / y.min()) / np.log(x.max() / x.min())


hints(
    "d04-slope_loglog",
    "Where on log-log axes does a point (x, y) stand, to the right and upward?",
    "Rise divided by run: the difference of the two log y, divided by the difference of the two log x.",
    "A difference of logarithms is the logarithm of a ratio: y[-1] / y[0] above, x[-1] / x[0] below.",
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


@mistake("d04-machine_eps", "You halved once too often: your last value is already lost when it is added to 1. The gap is the value before it.", caught_by="visible")
def machine_eps(dtype):
    eps = dtype(1)
    while dtype(1) + eps > dtype(1):
        eps = eps / dtype(2)
    return eps


@mistake("d04-machine_eps", "You tested 0 plus your number. Near 0 the gaps are far smaller; you found the smallest positive number of the type.", caught_by="visible")
def machine_eps(dtype):
    return np.finfo(dtype).smallest_subnormal


@mistake("d04-machine_eps", "You returned the smallest number that still has all its digits. That is an end of the range; asked for is the gap right above 1.", caught_by="visible")
def machine_eps(dtype):
    return np.finfo(dtype).tiny


@mistake("d04-machine_eps", "You typed in a number. The gap is a power of 2, and each type has its own.", caught_by="visible")
def machine_eps(dtype):
    return 1e-16


@mistake("d04-machine_eps", "You computed in float64, whatever type was asked for. The sum has to be formed, and rounded, in the given type.", caught_by="visible")
def machine_eps(dtype):
    eps = 1.0
    while 1.0 + eps / 2 > 1.0:
        eps = eps / 2
    return eps


@mistake("d04-machine_eps", "You divided by 10. Floats are made of powers of 2, and steps of 10 jump over the gap.", caught_by="visible")
def machine_eps(dtype):
    eps = dtype(1)
    while dtype(1) + eps / dtype(10) > dtype(1):
        eps = eps / dtype(10)
    return eps


@mistake("d04-machine_eps", "You returned the next number above 1. The gap is how far it is from 1.", caught_by="visible")
def machine_eps(dtype):
    return np.nextafter(dtype(1), dtype(2))


@mistake("d04-machine_eps", "You returned how often you could halve. Asked for is the value itself.", caught_by="visible")
def machine_eps(dtype):
    return np.finfo(dtype).nmant


@mistake("d04-machine_eps", "Your answer knows float16 and treats every other type as float64. Let the type itself do the rounding, then any type works.", caught_by="hidden")
def machine_eps(dtype):
    return 2.0**-10 if dtype is np.float16 else 2.0**-52


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


@mistake("d04-log1p_gain", "Both of your ways form 1 + x, so both lose the digits of a tiny x.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x), np.log(x + 1)


@mistake("d04-log1p_gain", "Both of your ways are stable. The first should be the naive one, so that the loss can be seen.", caught_by="visible")
def log1p_gain(x):
    return np.log1p(x), np.log1p(x) * 1.0


@mistake("d04-log1p_gain", "You exchanged the two: the naive way comes first.", caught_by="visible")
def log1p_gain(x):
    return np.log1p(x), np.log(1 + x)


@mistake("d04-log1p_gain", "Your second entry is x itself. That is close for tiny x only: the logarithm of 1 + 1 is not 1.", caught_by="hidden")
def log1p_gain(x):
    return np.log(1 + x), x


@mistake("d04-log1p_gain", "You gave np.log1p the sum 1 + x. It adds the 1 itself, so your answer belongs to 2 + x.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x), np.log1p(1 + x)


@mistake("d04-log1p_gain", "You took the logarithm of x. It belongs to 1 + x.", caught_by="visible")
def log1p_gain(x):
    with np.errstate(invalid="ignore"):
        return np.log(x), np.log1p(x)


@mistake("d04-log1p_gain", "Your naive logarithm has base 10. Without a base it is the natural one.", caught_by="visible")
def log1p_gain(x):
    return np.log10(1 + x), np.log1p(x)


@mistake("d04-log1p_gain", "You used math.log and math.log1p, which take one number. x may be an array; numpy's functions take both.", caught_by="visible")
def log1p_gain(x):
    return math.log(1 + x), math.log1p(x)


@mistake("d04-log1p_gain", "You returned one number instead of two ways.", caught_by="visible")
def log1p_gain(x):
    return np.log1p(x)


@mistake("d04-log1p_gain", "You cut x off from below before adding. The loss is hidden for tiny x, and the answer is that of another number.", caught_by="visible")
def log1p_gain(x):
    return np.log(1 + x), np.log1p(np.maximum(x, 1e-12))


@mistake("d04-log1p_gain", "You return x below a limit and the naive logarithm above it. Around the limit the naive way has lost half of its digits, and x alone is not much better.", caught_by="visible")
def log1p_gain(x):
    x = np.asarray(x)
    return np.log(1 + x), np.where(np.abs(x) < 1e-8, x, np.log(1 + x))


@mistake("d04-log1p_gain", "You added the 1 to the caller's array. The numbers you were given are gone, and the second way starts from the wrong ones.", caught_by="visible")
def log1p_gain(x):
    x += 1
    return np.log(x), np.log1p(x)


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


@mistake("d04-log_add", "You formed the exponentials as they are. At 1000 they are infinite, at -1000 they are 0, and the logarithm comes too late.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        return np.log(np.exp(a) + np.exp(b))


@mistake("d04-log_add", "You took out the smaller of the two. The other exponent stays positive and can overflow, and with -inf nothing sensible is left.", caught_by="visible")
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


@mistake("d04-log_add", "You did not give c back. The answer is the logarithm of the sum divided by its larger term.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        c = np.maximum(a, b)
        return np.log(np.exp(a - c) + np.exp(b - c))


@mistake("d04-log_add", "You gave log1p both terms, the 1 as well. It adds a 1 by itself, so you have one too many.", caught_by="visible")
def log_add(a, b):
    with np.errstate(all="ignore"):
        c = np.maximum(a, b)
        return c + np.log1p(np.exp(a - c) + np.exp(b - c))


@mistake("d04-log_add", "You chose the larger with max or an if, which compare single numbers. a and b may be arrays, and each pair has its own larger one.", caught_by="visible")
def log_add(a, b):
    c = max(a, b)
    with np.errstate(all="ignore"):
        return c + np.log1p(np.exp(min(a, b) - c))


@mistake("d04-log_add", "You took one c for the whole array. A pair far below it turns into 0 + 0; each pair needs its own.", caught_by="visible")
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
    "You formed 1 plus the small term before the logarithm. When the answer is tiny, as for a = 0 and b = -40, that sum is stored as 1 and the answer is lost.",
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


@mistake("d04-log_add", "You wrote the larger ones over the caller's array. Your answer is right, but the numbers you were given are gone.", caught_by="hidden")
def log_add(a, b):
    total = np.logaddexp(a, b)
    if isinstance(a, np.ndarray) and a.ndim:
        a[...] = np.maximum(a, b)
    return total


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


@mistake("d04-detect_law", "You exchanged the two names. The exponential takes one logarithm, of y; the power law takes two.", caught_by="visible")
def detect_law(x, y):
    return {"linear": "linear", "exponential": "power", "power": "exponential"}[_straightest(x, y, _bend)]


@mistake("d04-detect_law", "You looked at plain axes only. They tell whether a curve bends, not which law bends it.", caught_by="visible")
def detect_law(x, y):
    return "linear" if _bend(x, y) < 0.05 else "exponential"


@mistake("d04-detect_law", "You used the first and the last point only. Two points lie on a line on any axes; straightness needs the points between.", caught_by="visible")
def detect_law(x, y):
    rise, run = y[-1] / y[0], x[-1] / x[0]
    return "linear" if np.isclose(rise, run, rtol=0.5) else "exponential" if rise > run else "power"


@mistake("d04-detect_law", "You never tried the log-log axes, so no power law can be found.", caught_by="visible")
def detect_law(x, y):
    return "linear" if _bend(x, y) < _bend(x, np.log(y)) else "exponential"


@mistake("d04-detect_law", "For the power law you took the logarithm of x and left y as it is. A power is straight when both axes count factors.", caught_by="visible")
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


@mistake("d04-detect_law", "You took logarithms of the caller's arrays in place. The word is right, but the measurements are gone.", caught_by="hidden")
def detect_law(x, y):
    law = _straightest(x, y, _bend)
    if x.dtype == float:
        x[:] = np.log(x)
    return law


hints(
    "d04-detect_law",
    "Three kinds of axes, three bends. Which arrays stand to the right and upward on each of them?",
    "Plain: x and y. Semilog: x and log y. Log-log: log x and log y. The smallest bend decides.",
    "Put the three bends into a dictionary with the laws as keys; min(bends, key=bends.get) returns the key with the smallest value. Two ifs do as well.",
)
why(
    "d04-detect_law",
    "Each law is straight on its own axes and curved on the two others. The bend is a share of the rise, so it has no unit and the three can be compared; the smallest wins, because errors keep every one of them above 0.",
)

# ---------------------------------------------------------------- changes that are no mistakes

equivalent("d04-machine_eps", "while one + eps / two > one: → while one + eps / two != one:", "1 plus something positive is never below 1")
equivalent("d04-machine_eps", "one, two = dtype(1), dtype(2) → one, two = (1), dtype(2)", "a plain 1 takes the type of the number it meets, and the quotient has the type")
equivalent("d04-machine_eps", "one, two = dtype(1), dtype(2) → one, two = dtype(1), (2)", "a plain 2 takes the type of the number it divides")
equivalent("d04-detect_law", '"exponential": bend(x, np.log(y)), → "exponential": bend(x, np.log2(y)),', "the bend is a share of the rise, so every base gives the same")
equivalent("d04-detect_law", '"exponential": bend(x, np.log(y)), → "exponential": bend(x, np.log10(y)),', "the bend is a share of the rise, so every base gives the same")
equivalent(
    "d04-detect_law",
    '"power": bend(np.log(x), np.log(y)), → "power": bend(np.log2(x), np.log(y)),',
    "another base stretches one axis, and the bend does not notice",
)
equivalent(
    "d04-detect_law",
    '"power": bend(np.log(x), np.log(y)), → "power": bend(np.log10(x), np.log(y)),',
    "another base stretches one axis, and the bend does not notice",
)
equivalent(
    "d04-detect_law",
    '"power": bend(np.log(x), np.log(y)), → "power": bend(np.log(x), np.log2(y)),',
    "another base stretches one axis, and the bend does not notice",
)
equivalent(
    "d04-detect_law",
    '"power": bend(np.log(x), np.log(y)), → "power": bend(np.log(x), np.log10(y)),',
    "another base stretches one axis, and the bend does not notice",
)
