import functools
import math

import matplotlib.pyplot as plt
import numpy as np

from log2attn.authoring import also_right, hints, mistake, why

# ---------------------------------------------------------------- d03-log_product


@also_right("d03-log_product")
def log_product(xs):
    return math.fsum(math.log(x) for x in xs)


@mistake(
    "d03-log_product",
    "You multiplied first. The product of many small numbers is stored as 0, and the logarithm of 0 is minus infinity: the loss happened before the logarithm was taken.",
    caught_by="visible",
)
def log_product(xs):
    with np.errstate(divide="ignore"):
        return np.log(np.prod(np.asarray(xs, dtype=float)))


@mistake(
    "d03-log_product",
    "You multiplied first. The product of many small numbers is stored as 0, and the logarithm of 0 is minus infinity: the loss happened before the logarithm was taken.",
    caught_by="visible",
)
def log_product(xs):
    # One factor after the other reaches 0 where np.prod, which multiplies in blocks, does not.
    product = 1.0
    for x in xs:
        product = product * x
    with np.errstate(divide="ignore", over="ignore"):
        return np.log(product)


@mistake(
    "d03-log_product",
    "You added the numbers and took one logarithm at the end. That is the logarithm of a sum; the product asks for the logarithm of each number first.",
    caught_by="visible",
)
def log_product(xs):
    return np.log(np.sum(xs))


@mistake("d03-log_product", "You multiplied the logarithms. Exponents add when numbers are multiplied, so their logarithms add.", caught_by="visible")
def log_product(xs):
    return np.prod(np.log(xs))


@mistake("d03-log_product", "You used base 10. In this course a logarithm without a base is the natural one; your answer is too small by the factor 2.3.", caught_by="visible")
def log_product(xs):
    return np.log10(xs).sum()


@mistake("d03-log_product", "You divided by how many numbers there are. That is the mean of the logarithms; the product needs their sum.", caught_by="visible")
def log_product(xs):
    return np.log(xs).mean()


@mistake(
    "d03-log_product",
    "You multiply first and use logarithms only when the product has become 0. Between the two lies a zone where the product has lost most of its digits without being 0, and a product of large numbers becomes infinite.",
    caught_by="hidden",
)
def log_product(xs):
    with np.errstate(over="ignore"):
        product = np.prod(np.asarray(xs, dtype=float))
    return np.log(product) if product > 0 else np.log(xs).sum()


@mistake(
    "d03-log_product",
    "You added a tiny number before taking the logarithm, to be safe from log 0. All inputs are positive, and for an input smaller than your tiny number the answer is now wrong.",
    caught_by="hidden",
)
def log_product(xs):
    return np.log(xs + 1e-12).sum()


@mistake("d03-log_product", "You wrote the logarithms over the caller's array. The sum is right, but the numbers you were given are gone.", caught_by="hidden")
def log_product(xs):
    xs[:] = np.log(xs)
    return xs.sum()


@mistake("d03-log_product", "You used base 2. In this course a logarithm without a base is the natural one; your answer is too large by the factor 1.44.", caught_by="visible")
def log_product(xs):
    return np.log2(xs).sum()


hints(
    "d03-log_product",
    "What is the logarithm of a product of two numbers? And of three?",
    "Take the logarithm of every number while it is still alive. Nothing has to be multiplied any more.",
    "np.log works on the whole array at once, and arrays have a method that adds everything up.",
)
why(
    "d03-log_product",
    "Each number alone is well inside the range of float64, and so is its logarithm. Adding 10,000 ordinary numbers is harmless, multiplying 10,000 small ones is not.",
)

# ---------------------------------------------------------------- d03-log_base


@also_right("d03-log_base")
def log_base(x, b):
    return np.log2(x) / np.log2(b)


@also_right("d03-log_base")
def log_base(x, b):
    return np.vectorize(lambda one: math.log(one, b), otypes=[float])(x)


@mistake("d03-log_base", "You multiplied the two logarithms. From y log b = log x follows y by a division.", caught_by="visible")
def log_base(x, b):
    return np.log(x) * np.log(b)


@mistake("d03-log_base", "You subtracted the base inside the logarithm. Nothing in b**y = x subtracts b from x.", caught_by="visible")
def log_base(x, b):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.log(x - b)


@mistake("d03-log_base", "You subtracted the logarithms. That is the logarithm of the ratio x / b; the logarithm to base b is the ratio of the logarithms.", caught_by="visible")
def log_base(x, b):
    return np.log(x) - np.log(b)


@mistake("d03-log_base", "You exchanged base and argument: this asks which exponent turns x into b, and for 2 and 8 that is one third.", caught_by="visible")
def log_base(x, b):
    with np.errstate(divide="ignore"):
        return np.log(b) / np.log(x)


@mistake("d03-log_base", "You left out the base and returned the natural logarithm.", caught_by="visible")
def log_base(x, b):
    return np.log(x)


@mistake("d03-log_base", "You divided by the base itself. The unit of the ruler is the logarithm of the base.", caught_by="visible")
def log_base(x, b):
    return np.log(x) / b


@mistake("d03-log_base", "You used a function that takes one number at a time. x may be a whole array; numpy's logarithms handle both.", caught_by="visible")
def log_base(x, b):
    return math.log(x, b)


@mistake("d03-log_base", "You rounded to a whole exponent. Most numbers lie between two powers of the base, and so do their logarithms.", caught_by="hidden")
def log_base(x, b):
    return np.round(np.log(x) / np.log(b))


@mistake("d03-log_base", "You removed the sign. Numbers below 1 have negative logarithms when the base is above 1, and the other way around.", caught_by="hidden")
def log_base(x, b):
    return np.abs(np.log(x) / np.log(b))


@mistake(
    "d03-log_base", "You changed base with the size of log b and dropped its sign. For a base below 1 the curve falls, so the answer has the wrong sign there.", caught_by="hidden"
)
def log_base(x, b):
    return np.log(x) / abs(np.log(b))


hints(
    "d03-log_base",
    "Write the definition down: b**y = x. What happens to it if you take the natural logarithm of both sides?",
    "You get y log b = log x. Solve for y.",
    "One logarithm divided by another: which of the two belongs below the line, log b or log x?",
)
why("d03-log_base", "All logarithms differ by a constant factor only. Dividing by log b changes the unit of the ruler so that b itself gets the value 1.")

# ---------------------------------------------------------------- d03-draw_logs


@also_right("d03-draw_logs")
def draw_logs(ax, bases, xs):
    lines = [ax.plot(xs, np.log2(xs) / np.log2(b))[0] for b in reversed(bases)]
    ax.scatter([1], [0], color="black", zorder=3)
    ax.axhline(0, color="gray")
    ax.axvline(1, color="gray")
    ax.legend(lines, [f"$\\log_{{{b}}} x$" for b in reversed(bases)])
    ax.set_xlabel("number x")
    ax.set_ylabel("exponent")


@also_right("d03-draw_logs")
def draw_logs(ax, bases, xs):
    dense = np.linspace(xs[0], xs[-1], 500)
    for b in bases:
        ax.plot(dense, [math.log(x, b) for x in dense], lw=1)
    ax.plot([1.0], [0.0], marker="*", markersize=12)
    ax.legend([f"base {b}" for b in bases])
    ax.set(xlabel="x", ylabel="logarithm", title="All curves meet in (1, 0)")


def _drawing(ax, bases, xs, *, height=None, label="b = {:g}", dot=("o", 1, 0), axes=("x", "log_b x"), legend=True):
    """The reference drawing with one thing changed; the mistakes below share it."""
    for b in bases:
        ax.plot(xs, np.log(xs) / np.log(b) if height is None else height(xs, b), label=label.format(b) if label else None)
    if dot:
        ax.plot(dot[1], dot[2], dot[0])
    if axes:
        ax.set(xlabel=axes[0], ylabel=axes[1])
    if legend:
        ax.legend()


@mistake("d03-draw_logs", "You drew the natural logarithm once per base, so all curves lie on top of each other. The base has to enter the height.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, height=lambda x, b: np.log(x))


@mistake(
    "d03-draw_logs", "You exchanged base and argument: your curves show which exponent turns x into b. They tear apart at x = 1, where all curves should meet.", caught_by="visible"
)
def draw_logs(ax, bases, xs):
    def height(x, b):
        with np.errstate(divide="ignore"):
            return np.log(b) / np.log(x)

    _drawing(ax, bases, xs, height=height)


@mistake("d03-draw_logs", "You exchanged the axes: with the logarithm across and x upward these are the curves of the powers, which meet in (0, 1).", caught_by="visible")
def draw_logs(ax, bases, xs):
    for b in bases:
        ax.plot(np.log(xs) / np.log(b), xs, label=f"b = {b:g}")
    ax.plot(1, 0, "o")
    ax.set(xlabel="x", ylabel="log_b x")
    ax.legend()


@mistake("d03-draw_logs", "You marked (0, 1). That is where the powers b**x meet; the logarithms meet at x = 1, at height 0.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, dot=("o", 0, 1))


@mistake("d03-draw_logs", "You plotted the point (1, 0) as a line of one point. Such a line has no length, so nothing appears; a point needs a marker.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, dot=("-", 1, 0))


@mistake("d03-draw_logs", "You did not mark the common point. The curves cross there, but a reader should not have to search.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, dot=None)


@mistake("d03-draw_logs", "Your curves have labels, but no legend was asked for, so the labels stay invisible.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, legend=False)


@mistake("d03-draw_logs", "You numbered the curves. A reader needs the base itself; its position in the list says nothing.", caught_by="visible")
def draw_logs(ax, bases, xs):
    for k, b in enumerate(bases):
        ax.plot(xs, np.log(xs) / np.log(b), label=f"curve {k}")
    _drawing(ax, [], xs)


@mistake("d03-draw_logs", "The axes have no names. A curve without named axes could be anything.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, axes=None)


@mistake("d03-draw_logs", "You named one axis and forgot the other.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, axes=("x", ""))


@mistake("d03-draw_logs", "You drew on matplotlib's current figure instead of the Axes you were given, which stays empty.", caught_by="visible")
def draw_logs(ax, bases, xs):
    for b in bases:
        plt.plot(xs, np.log(xs) / np.log(b), label=f"b = {b:g}")
    plt.plot(1, 0, "o")
    plt.xlabel("x")
    plt.ylabel("log_b x")
    plt.legend()
    plt.close()


@mistake("d03-draw_logs", "You drew after the loop instead of inside it, so only the last base has a curve.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases[-1:], xs)


@mistake("d03-draw_logs", "You drew on a range of your own. The curves should reach over all points you were given, wherever these lie.", caught_by="hidden")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, np.linspace(0.1, 10, 200))


@mistake("d03-draw_logs", "Your labels round the base to a whole number, so 1.5 is announced as 2.", caught_by="hidden")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, label="b = {:.0f}")


@mistake("d03-draw_logs", "You drew the bases 2 and 10 whatever was asked. The list of bases comes from the caller.", caught_by="hidden")
def draw_logs(ax, bases, xs):
    _drawing(ax, [2, 10], xs)


@mistake("d03-draw_logs", "You dropped the sign of log b, so the curve of a base below 1 rises. It should fall.", caught_by="hidden")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, height=lambda x, b: np.log(x) / abs(np.log(b)))


hints(
    "d03-draw_logs",
    "What has to happen once per base, and what once for the whole drawing? Sort your lines into inside and outside of a loop.",
    "Inside the loop: ax.plot with the heights log x / log b and a label that contains b. Outside: a dot, two axis names, the legend.",
    'ax.plot(1, 0, "o") draws a dot; ax.set(xlabel=…, ylabel=…) names the axes; ax.legend() shows the labels of the curves.',
)
why("d03-draw_logs", "Every curve is the natural logarithm divided by a number of its own, log b. Zero divided by anything stays zero, so all curves pass through (1, 0).")

# ---------------------------------------------------------------- d03-bits_for


@also_right("d03-bits_for")
def bits_for(n_choices):
    return (n_choices - 1).bit_length()


@also_right("d03-bits_for")
def bits_for(n_choices):
    bits = 0
    while 2**bits < n_choices:
        bits += 1
    return bits


@mistake("d03-bits_for", "You used the natural logarithm. An answer of yes or no halves the choices, so the base is 2.", caught_by="visible")
def bits_for(n_choices):
    return math.ceil(math.log(n_choices))


@mistake("d03-bits_for", "You rounded down. Five doors need three questions: two tell at most four doors apart.", caught_by="visible")
def bits_for(n_choices):
    return math.floor(math.log2(n_choices))


@mistake("d03-bits_for", "You rounded to the nearest whole number. For five doors that is 2, one question short; always round up.", caught_by="visible")
def bits_for(n_choices):
    return round(math.log2(n_choices))


@mistake("d03-bits_for", "You did not round. Nobody can ask 2.32 questions.", caught_by="visible")
def bits_for(n_choices):
    return math.log2(n_choices)


@mistake(
    "d03-bits_for",
    "You counted the binary digits of n itself, or rounded down and added one, which is the same. At a power of 2 that is one too many: the choices can be numbered from 0 to n - 1.",
    caught_by="visible",
)
def bits_for(n_choices):
    return n_choices.bit_length()


@mistake("d03-bits_for", "You asked about one door after the other. A good question halves what is left, so far fewer are needed.", caught_by="visible")
def bits_for(n_choices):
    return n_choices - 1


@mistake("d03-bits_for", "You ask a question even when there is only one choice. Then everything is known already, and 0 answers are enough.", caught_by="visible")
def bits_for(n_choices):
    return max(1, math.ceil(math.log2(n_choices)))


@mistake(
    "d03-bits_for",
    "You divided two rounded natural logarithms and then rounded up. At some powers of 2 the quotient lands a hair above the whole number, and rounding up turns the hair into a whole bit.",
    caught_by="hidden",
)
def bits_for(n_choices):
    return math.ceil(math.log(n_choices) / math.log(2))


hints(
    "d03-bits_for",
    "How many things can k yes/no answers tell apart? For which k is that enough?",
    "Two to the power k has to reach n_choices. So k is at least the logarithm of n_choices to base 2. Which way do you round?",
    "math.log2 finds whole exponents without a hair's error, and math.ceil rounds up.",
)
why(
    "d03-bits_for",
    "Each answer halves the choices at best, so k answers tell 2**k things apart, and the smallest k with 2**k at least n is the ceiling of log2 n. math.log2 is exact at powers of 2; a quotient of natural logarithms is not.",
)

# ---------------------------------------------------------------- d03-digits_needed


@also_right("d03-digits_needed")
def digits_needed(n, base):
    digits = 1
    while n >= base:
        n //= base
        digits += 1
    return digits


@also_right("d03-digits_needed")
def digits_needed(n, base):
    if n == 0:
        return 1
    guess = int(math.log(n) / math.log(base)) + 1
    while base**guess <= n:
        guess += 1
    while base ** (guess - 1) > n:
        guess -= 1
    return guess


@mistake(
    "d03-digits_needed",
    "You rounded a float64 quotient down. log 1000 / log 10 is stored as 2.9999999999999996, so 1000 seems to have 3 digits. Let whole numbers decide.",
    caught_by="visible",
)
def digits_needed(n, base):
    return int(math.log(n) / math.log(base)) + 1


@mistake(
    "d03-digits_needed",
    "You rounded the logarithm up. That is right between two powers, but one short at a power of the base: 100 has three digits and its logarithm is 2.",
    caught_by="visible",
)
def digits_needed(n, base):
    return math.ceil(math.log(n) / math.log(base))


@mistake("d03-digits_needed", "You ignored the base and counted decimal digits.", caught_by="visible")
def digits_needed(n, base):
    return len(str(n))


@mistake("d03-digits_needed", "You stopped one division too early: a number equal to the base already has two digits.", caught_by="visible")
def digits_needed(n, base):
    digits = 1
    while n > base:
        n //= base
        digits += 1
    return digits


@mistake("d03-digits_needed", "You returned the highest exponent. The digits start with the exponent 0, so there is one digit more.", caught_by="visible")
def digits_needed(n, base):
    exponent = 0
    while base ** (exponent + 1) <= n:
        exponent += 1
    return exponent


@mistake("d03-digits_needed", "Your count says that 0 has no digits: the loop never starts. Zero is written with one digit.", caught_by="visible")
def digits_needed(n, base):
    digits = 0
    while n > 0:
        n //= base
        digits += 1
    return digits


@mistake("d03-digits_needed", "For n = 0 you took the logarithm of 0, which does not exist. Treat 0 before any logarithm.", caught_by="visible")
def digits_needed(n, base):
    guess = int(math.log(n) / math.log(base)) + 1
    while base**guess <= n:
        guess += 1
    while base ** (guess - 1) > n:
        guess -= 1
    return guess


@mistake(
    "d03-digits_needed",
    "You pushed the logarithm up by a tiny number before rounding down. That repairs 1000 and breaks numbers right below a large power of the base, whose logarithm is closer to the whole number than your push.",
    caught_by="hidden",
)
def digits_needed(n, base):
    return 1 if n == 0 else int(math.log(n) / math.log(base) + 1e-9) + 1


@mistake(
    "d03-digits_needed",
    "You divided with / instead of //. The quotients are float64 numbers, and a large n is rounded at the first division, sometimes up to the next power of the base.",
    caught_by="hidden",
)
def digits_needed(n, base):
    digits = 1
    while n >= base:
        n = n / base
        digits += 1
    return digits


@mistake(
    "d03-digits_needed",
    "You rounded the logarithm of n + 1 up. As mathematics that is right for every n from 1 on. In float64 the quotient can land a hair above the whole number, and rounding up turns the hair into a digit.",
    caught_by="hidden",
)
def digits_needed(n, base):
    return max(1, math.ceil(math.log(n + 1) / math.log(base)))


hints(
    "d03-digits_needed",
    "With d digits you reach all numbers below base**d. Which d is the first that reaches n?",
    "Start with one digit and ask again and again: is base**digits still too small to lie above n?",
    "A while loop: as long as base**digits <= n, one more digit is needed. Check your loop with n = 0 and with n = base.",
)
why(
    "d03-digits_needed",
    "With d digits one can write the numbers from 0 to base**d - 1. The answer is the first d with base**d > n, and Python's whole numbers compare without rounding, so no hair decides.",
)

# ---------------------------------------------------------------- d03-geometric_mean


@also_right("d03-geometric_mean")
def geometric_mean(xs):
    return functools.reduce(lambda product, x: product * float(x) ** (1 / len(xs)), xs, 1.0)


@also_right("d03-geometric_mean")
def geometric_mean(xs):
    return 2 ** (math.fsum(math.log2(x) for x in xs) / len(xs))


@mistake("d03-geometric_mean", "You took the ordinary mean: add, then divide. Here the numbers are multiplied, so it is their logarithms whose mean you need.", caught_by="visible")
def geometric_mean(xs):
    return np.mean(xs)


@mistake("d03-geometric_mean", "You added the logarithms and came back with the exponential, which gives the product itself. The division by n is missing.", caught_by="visible")
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.exp(np.log(xs).sum())


@mistake(
    "d03-geometric_mean", "You divided after the way back, so it is the product that you divided by n. The sum of the logarithms is what has to be divided.", caught_by="visible"
)
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.exp(np.log(xs).sum()) / len(xs)


@mistake("d03-geometric_mean", "You stopped at the mean of the logarithms. That is log g; the way back to g is missing.", caught_by="visible")
def geometric_mean(xs):
    return np.mean(np.log(xs))


@mistake("d03-geometric_mean", "You took the logarithm to base 10 and came back with base e. The way back must use the same base.", caught_by="visible")
def geometric_mean(xs):
    return np.exp(np.mean(np.log10(xs)))


@mistake("d03-geometric_mean", "You took the square root of the product. That is right for two numbers; n numbers need the n-th root.", caught_by="visible")
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.prod(np.asarray(xs, dtype=float)) ** 0.5


@mistake(
    "d03-geometric_mean",
    "You multiplied first and took the root afterward. The product of thousands of probabilities is stored as 0, and every root of 0 is 0.",
    caught_by="hidden",
)
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.prod(np.asarray(xs, dtype=float)) ** (1 / len(xs))


@mistake(
    "d03-geometric_mean",
    "You added a tiny number before the logarithm, to be safe from log 0. All inputs are positive, and for inputs smaller than your tiny number the mean is now far too large.",
    caught_by="hidden",
)
def geometric_mean(xs):
    return np.exp(np.mean(np.log(xs + 1e-12)))


@mistake("d03-geometric_mean", "You wrote the logarithms over the caller's array. Your answer is right, but the numbers you were given are gone.", caught_by="hidden")
def geometric_mean(xs):
    xs[:] = np.log(xs)
    return np.exp(xs.mean())


hints(
    "d03-geometric_mean",
    "Take the logarithm of both sides of g**n = x1 x2 … xn. What do you read for log g?",
    "log g is the ordinary mean of the logarithms. Which function of day 2 undoes the natural logarithm?",
    "Three functions, one inside the other: np.exp, np.mean, np.log. Which one comes first?",
)
why(
    "d03-geometric_mean",
    "Averaging logarithms and coming back with exp is the same as taking the n-th root of the product, but every intermediate number stays of ordinary size. The same two steps give a language model its perplexity.",
)

# ---------------------------------------------------------------- d03-solve_exp


@also_right("d03-solve_exp")
def solve_exp(a, b, c):
    return math.log(c / a, b)


@also_right("d03-solve_exp")
def solve_exp(a, b, c):
    return log_base(c / a, b)


@mistake("d03-solve_exp", "You multiplied a and b before taking the logarithm. Only b carries the exponent, so a * b**x is not (a b)**x.", caught_by="visible")
def solve_exp(a, b, c):
    with np.errstate(divide="ignore"):
        return np.log(c) / np.log(a * b)


@mistake("d03-solve_exp", "You took the logarithm of c first and divided by a afterward. Dividing c by a becomes a subtraction once logarithms are taken.", caught_by="visible")
def solve_exp(a, b, c):
    return np.log(c) / np.log(b) / a


@mistake("d03-solve_exp", "You solved a * b * x = c, where x is a factor. Here x is an exponent, and only a logarithm brings it down.", caught_by="visible")
def solve_exp(a, b, c):
    return c / (a * b)


@mistake("d03-solve_exp", "You left out a: this solves b**x = c.", caught_by="visible")
def solve_exp(a, b, c):
    return np.log(c) / np.log(b)


@mistake("d03-solve_exp", "You subtracted a from c. It multiplies the power, so it goes away by a division, not by a subtraction.", caught_by="visible")
def solve_exp(a, b, c):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.log(c - a) / np.log(b)


@mistake("d03-solve_exp", "You turned the ratio over: a / c instead of c / a, and the solution comes out with the wrong sign.", caught_by="visible")
def solve_exp(a, b, c):
    return (np.log(a) - np.log(c)) / np.log(b)


@mistake(
    "d03-solve_exp",
    "You divided log a alone by log b: a division goes before a subtraction. It is the whole difference that has to be divided, so it needs brackets.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log(c) - np.log(a) / np.log(b)


@mistake("d03-solve_exp", "You took logarithms to base 2 and stopped there. That fits a power of 2; for another b one division is still missing.", caught_by="hidden")
def solve_exp(a, b, c):
    return np.log2(c / a)


@mistake("d03-solve_exp", "You stopped at log c - log a. That is x log b; one division is still missing.", caught_by="visible")
def solve_exp(a, b, c):
    return np.log(c) - np.log(a)


@mistake("d03-solve_exp", "You rounded up to a whole number of steps. The equation asks for x itself, and x need not be whole.", caught_by="hidden")
def solve_exp(a, b, c):
    return math.ceil((np.log(c) - np.log(a)) / np.log(b) - 1e-9)


@mistake("d03-solve_exp", "You removed the sign. When c is smaller than a and b is above 1, the solution is negative: one has to go back in time.", caught_by="hidden")
def solve_exp(a, b, c):
    return abs((np.log(c) - np.log(a)) / np.log(b))


hints(
    "d03-solve_exp",
    "Which operation should go first if you want b**x alone on one side?",
    "Take the logarithm of both sides: log a + x log b = log c. Two steps are left.",
    "Bring log a to the other side, then divide by log b. Mind the brackets.",
)
why("d03-solve_exp", "The logarithm turns a * b**x = c into the straight equation log a + x log b = log c. The unknown has come down from the exponent and is an ordinary factor.")

# ---------------------------------------------------------------- d03-half_life


@also_right("d03-half_life")
def half_life(rate):
    return solve_exp(1.0, math.e, 0.5) / -rate


@also_right("d03-half_life")
def half_life(rate):
    return -math.log(0.5) / rate


@mistake("d03-half_life", "You returned 1 / rate. At that time the share left is 1/e, about 37 percent, and not one half.", caught_by="visible")
def half_life(rate):
    return 1 / rate


@mistake("d03-half_life", "You used the logarithm to base 10. The decay is a power of e, so its unknown comes down with the natural logarithm.", caught_by="visible")
def half_life(rate):
    return np.log10(2) / rate


@mistake(
    "d03-half_life",
    "You divided one half by the rate, as if the same amount were lost in every unit of time. The loss shrinks together with what is left, so the half takes longer.",
    caught_by="visible",
)
def half_life(rate):
    return 0.5 / rate


@mistake("d03-half_life", "Your time is negative. The logarithm of one half is negative, and so is the exponent -rate * t; the two signs cancel.", caught_by="visible")
def half_life(rate):
    return np.log(0.5) / rate


@mistake("d03-half_life", "You multiplied by the rate. A faster decay would then take longer.", caught_by="visible")
def half_life(rate):
    return np.log(2) * rate


@mistake(
    "d03-half_life",
    "You read the rate as the share lost in each step, 1 - rate left over. In exp(-rate * t) the decay is continuous: after one unit of time exp(-rate) is left.",
    caught_by="visible",
)
def half_life(rate):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.log(0.5) / np.log(np.float64(1 - rate))


@mistake("d03-half_life", "You counted whole steps until less than half was left. The half-life is a time and need not be a whole number.", caught_by="hidden")
def half_life(rate):
    return np.ceil(np.log(2) / rate - 1e-9)


hints(
    "d03-half_life",
    "Write down the equation that the half-life t solves: exp(-rate * t) = 1/2.",
    "Take the natural logarithm of both sides. The left side becomes -rate * t; what is the logarithm of one half?",
    "log(1/2) = -log 2, so the minus signs cancel. Divide by the rate.",
)
why(
    "d03-half_life",
    "exp(-rate * t) = 1/2 becomes -rate * t = -log 2. So the half-life is log 2, about 0.693, divided by the rate; this is where the rule of seventy of bankers comes from.",
)
