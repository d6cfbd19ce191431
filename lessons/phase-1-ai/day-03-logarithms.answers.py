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
    "Your answer is lost where the product of many small numbers is stored as 0: the logarithm of 0 is minus infinity. Take the logarithm before anything is multiplied.",
    caught_by="visible",
)
def log_product(xs):
    with np.errstate(divide="ignore", over="ignore"):
        return np.log(np.prod(xs))


@mistake(
    "d03-log_product",
    "Your answer is lost where the running product is stored as 0: the logarithm of 0 is minus infinity. Take the logarithm before anything is multiplied.",
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
    "Your answer is the logarithm of the sum. The product asks for the logarithm of each number first.",
    caught_by="visible",
)
def log_product(xs):
    return np.log(np.sum(xs))


@mistake(
    "d03-log_product",
    "Your answer is the product of the logarithms. Exponents add when numbers are multiplied, so their logarithms add.",
    caught_by="visible",
)
def log_product(xs):
    return np.prod(np.log(xs))


@mistake(
    "d03-log_product",
    "Your answer is the logarithm to base 10. In this course a logarithm without a base is the natural one; yours is too small by the factor 2.3.",
    caught_by="visible",
)
def log_product(xs):
    return np.log10(xs).sum()


@mistake(
    "d03-log_product",
    "Your answer is the mean of the logarithms. The product needs their sum.",
    caught_by="visible",
)
def log_product(xs):
    return np.log(xs).mean()


@mistake(
    "d03-log_product",
    "Your answer is right while the product is healthy and where it is 0, but not between: there the product has lost most of its digits without being 0. And a product of large numbers becomes infinite.",
    caught_by="hidden",
)
def log_product(xs):
    with np.errstate(over="ignore"):
        product = np.prod(np.asarray(xs, dtype=float))
    return np.log(product) if product > 0 else np.log(xs).sum()


@mistake(
    "d03-log_product",
    "For very small inputs your answer is too large, as if a tiny number had been added to each. All inputs are positive, so nothing has to be added.",
    caught_by="hidden",
)
def log_product(xs):
    return np.log(xs + 1e-12).sum()


@mistake(
    "d03-log_product",
    "The sum is right, but the numbers that you were given are changed.",
    caught_by="hidden",
)
def log_product(xs):
    xs[:] = np.log(xs)
    return xs.sum()


@mistake(
    "d03-log_product",
    "Your answer is the logarithm to base 2. In this course a logarithm without a base is the natural one; yours is too large by the factor 1.44.",
    caught_by="visible",
)
def log_product(xs):
    return np.log2(xs).sum()


@mistake(
    "d03-log_product",
    "Your answer is the row of logarithms. Asked for is one number, the logarithm of the whole product.",
    caught_by="visible",
)
def log_product(xs):
    return np.log(xs)


@mistake(
    "d03-log_product",
    "Your answer keeps every sum on the way. Asked for is the last of them, one number.",
    caught_by="visible",
)
def log_product(xs):
    return np.cumsum(np.log(xs))


@mistake(
    "d03-log_product",
    "Your answer is the logarithm of the first number alone. Does the function return in the first round of its loop?",
    caught_by="visible",
)
def log_product(xs):
    return np.log(xs[0])


@mistake(
    "d03-log_product",
    "Your answer is the logarithm of the last number alone. Does each round overwrite the total?",
    caught_by="visible",
)
def log_product(xs):
    return np.log(xs[-1])


@mistake(
    "d03-log_product",
    "Your answer leaves out the first number. Python counts places from 0.",
    caught_by="visible",
)
def log_product(xs):
    return np.log(xs[1:]).sum()


@mistake(
    "d03-log_product",
    "A number that occurs twice is counted once. Each is a factor of its own.",
    caught_by="visible",
)
def log_product(xs):
    return sum(math.log(x) for x in set(xs.tolist()))


@mistake(
    "d03-log_product",
    "Your answer is the product itself, not its logarithm: the way back is one step too many.",
    caught_by="visible",
)
def log_product(xs):
    with np.errstate(over="ignore"):
        return np.exp(np.log(xs).sum())


@mistake(
    "d03-log_product",
    "Your answer is 1 too large. Does your total start at 1? A sum starts at 0; it is a product that starts at 1.",
    caught_by="visible",
)
def log_product(xs):
    return 1 + np.log(xs).sum()


@mistake(
    "d03-log_product",
    "Your answer leaves out the last number. The places of n numbers go from 0 to n - 1, and range(n) walks through all of them.",
    caught_by="visible",
)
def log_product(xs):
    return np.log(xs[:-1]).sum()


@mistake(
    "d03-log_product",
    "Your answer is minus infinity, whatever comes in: the logarithm of 0. Does a product start at 0? Then it stays 0; start a sum of logarithms there instead.",
    caught_by="visible",
)
def log_product(xs):
    return -np.inf


@mistake(
    "d03-log_product",
    "Your answer is rounded to four digits after the point. The example rounds for showing it; return the number as it is.",
    caught_by="visible",
)
def log_product(xs):
    return round(float(np.log(xs).sum()), 4)


@mistake(
    "d03-log_product",
    "The product of a thousand small numbers is stored as 0 on the way, and math.log stops with an error at 0. Take the logarithm before anything is multiplied.",
    caught_by="visible",
)
def log_product(xs):
    product = 1.0
    for x in xs:
        product = product * float(x)
    return math.log(product)


@mistake(
    "d03-log_product",
    "Your function stops with an error: math.log takes one number and was given the whole array. np.log takes them all, one by one.",
    caught_by="visible",
)
def log_product(xs):
    return math.log(xs)


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


@mistake(
    "d03-log_base",
    "Your answer multiplies the two logarithms. From y log b = log x follows y by a division.",
    caught_by="visible",
)
def log_base(x, b):
    return np.log(x) * np.log(b)


@mistake(
    "d03-log_base",
    "Your answer is the logarithm of x - b. Nothing in b**y = x subtracts b from x.",
    caught_by="visible",
)
def log_base(x, b):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.log(x - b)


@mistake(
    "d03-log_base",
    "Your answer is log x - log b, the logarithm of the ratio x / b. The logarithm to base b is the ratio of the logarithms.",
    caught_by="visible",
)
def log_base(x, b):
    return np.log(x) - np.log(b)


@mistake(
    "d03-log_base",
    "Base and argument are exchanged: your answer says which exponent turns x into b, and for 2 and 8 that is one third.",
    caught_by="visible",
)
def log_base(x, b):
    with np.errstate(divide="ignore"):
        return np.log(b) / np.log(x)


@mistake("d03-log_base", "Your answer is the natural logarithm, whatever the base.", caught_by="visible")
def log_base(x, b):
    return np.log(x)


@mistake(
    "d03-log_base",
    "Your answer divides by the base itself. The unit of the ruler is the logarithm of the base.",
    caught_by="visible",
)
def log_base(x, b):
    return np.log(x) / b


@mistake(
    "d03-log_base",
    "Your function answers one number and stops with an error at a whole array, as math.log and int do. numpy's logarithms handle both.",
    caught_by="visible",
)
def log_base(x, b):
    return math.log(x, b)


@mistake(
    "d03-log_base",
    "Your answer is rounded to a whole exponent. Most numbers lie between two powers of the base, and so do their logarithms.",
    caught_by="hidden",
)
def log_base(x, b):
    return np.round(np.log(x) / np.log(b))


@mistake(
    "d03-log_base",
    "Your answer is never negative. Numbers below 1 have negative logarithms when the base is above 1, and the other way around.",
    caught_by="hidden",
)
def log_base(x, b):
    return np.abs(np.log(x) / np.log(b))


@mistake(
    "d03-log_base",
    "For a base below 1 your answer has the wrong sign: there the curve falls, because log b is negative.",
    caught_by="hidden",
)
def log_base(x, b):
    return np.log(x) / abs(np.log(b))


@mistake("d03-log_base", "Your answer is the logarithm to base 2, whatever the base.", caught_by="visible")
def log_base(x, b):
    return np.log2(x)


@mistake("d03-log_base", "Your answer is the logarithm to base 10, whatever the base.", caught_by="visible")
def log_base(x, b):
    return np.log10(x)


@mistake(
    "d03-log_base",
    "Your answer divides inside the logarithm: it is the logarithm of x / log b. Divide the two logarithms.",
    caught_by="visible",
)
def log_base(x, b):
    return np.log(x / np.log(b))


@mistake(
    "d03-log_base",
    "Your answer is x divided by log b. The logarithm of x is what has to be divided.",
    caught_by="visible",
)
def log_base(x, b):
    return x / np.log(b)


@mistake(
    "d03-log_base",
    "Your function stops with an error: np.log takes no base beside x, as math.log does. Divide two natural logarithms instead.",
    caught_by="visible",
)
def log_base(x, b):
    return np.log(x, b)


@mistake(
    "d03-log_base",
    "Your function walks through x, and stops with an error where x is a single number. Leave the loop out: np.log takes a number or a whole array.",
    caught_by="visible",
)
def log_base(x, b):
    return [np.log(one) / np.log(b) for one in x]


@mistake(
    "d03-log_base",
    "Your answer is rounded down to a whole exponent. A single / divides and keeps what is behind the point; // drops it.",
    caught_by="visible",
)
def log_base(x, b):
    return np.log(x) // np.log(b)


@mistake(
    "d03-log_base",
    "Your answer is b to the power x. Asked for is the way back: the exponent that turns b into x.",
    caught_by="visible",
)
def log_base(x, b):
    with np.errstate(over="ignore"):
        return b**x


@mistake(
    "d03-log_base",
    "Your answer is x divided by b. A logarithm counts how often b is a factor of x, and that is a ratio of two logarithms.",
    caught_by="visible",
)
def log_base(x, b):
    return x / b


@mistake(
    "d03-log_base",
    "Your answer is a root, x with the exponent 1 / b. A root finds an unknown base; the unknown exponent needs a logarithm.",
    caught_by="visible",
)
def log_base(x, b):
    with np.errstate(over="ignore"):
        return x ** (1 / b)


@mistake(
    "d03-log_base",
    "Your answer is 1.44 times what is asked for: log2 above the line and the natural logarithm below. Take both to the same base.",
    caught_by="visible",
)
def log_base(x, b):
    return np.log2(x) / np.log(b)


@mistake(
    "d03-log_base",
    "Your answer is 0.30 times what is asked for: log10 above the line and log2 below. Take both to the same base.",
    caught_by="visible",
)
def log_base(x, b):
    return np.log10(x) / np.log2(b)


hints(
    "d03-log_base",
    "Write the definition down: b**y = x. What happens to it if you take the natural logarithm of both sides?",
    "You get y log b = log x. Solve for y.",
    "One logarithm divided by another: which of the two belongs below the line, log b or log x?",
)
why(
    "d03-log_base",
    "All logarithms differ by a constant factor only. Dividing by log b changes the unit of the ruler so that b itself gets the value 1.",
)

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


def _drawing(
    ax, bases, xs, *, height=None, label="b = {:g}", dot=("o", 1, 0), axes=("x", "log_b x"), legend=True
):
    """The reference drawing with one thing changed; the mistakes below share it."""
    for b in bases:
        ax.plot(
            xs,
            np.log(xs) / np.log(b) if height is None else height(xs, b),
            label=label.format(b) if label else None,
        )
    if dot:
        ax.plot(dot[1], dot[2], dot[0])
    if axes:
        ax.set(xlabel=axes[0], ylabel=axes[1])
    if legend:
        ax.legend()


@also_right("d03-draw_logs")
def draw_logs(ax, bases, xs):
    # As the page's panels do: a dot at (1, 0) and one at (b, 1) on every curve.
    for b in bases:
        ax.plot(xs, np.log(xs) / np.log(b), label=f"b = {b:g}")
        ax.plot([1, b], [0, 1], "o")
    ax.set(xlabel="x", ylabel="log_b x")
    ax.legend()


@mistake(
    "d03-draw_logs",
    "Your curves are the natural logarithm, once per base, so all lie on top of each other. The base has to enter the height.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, height=lambda x, b: np.log(x))


@mistake(
    "d03-draw_logs",
    "Base and argument are exchanged: your curves show which exponent turns x into b. They tear apart at x = 1, where all curves should meet.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    def height(x, b):
        with np.errstate(divide="ignore"):
            return np.log(b) / np.log(x)

    _drawing(ax, bases, xs, height=height)


@mistake(
    "d03-draw_logs",
    "The axes are exchanged: with the logarithm across and x upward these are the curves of the powers, which meet in (0, 1).",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    for b in bases:
        ax.plot(np.log(xs) / np.log(b), xs, label=f"b = {b:g}")
    ax.plot(1, 0, "o")
    ax.set(xlabel="x", ylabel="log_b x")
    ax.legend()


@mistake(
    "d03-draw_logs",
    "You marked (0, 1). That is where the powers b**x meet; the logarithms meet at x = 1, at height 0.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, dot=("o", 0, 1))


@mistake(
    "d03-draw_logs",
    "The point (1, 0) is a line of one point. Such a line has no length, so nothing appears; a point needs a marker.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, dot=("-", 1, 0))


@mistake(
    "d03-draw_logs",
    "The common point is not marked. The curves cross there, but a reader should not have to search.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, dot=None)


@mistake(
    "d03-draw_logs",
    "Your curves have labels, but no legend was asked for, so the labels stay invisible.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, legend=False)


@mistake(
    "d03-draw_logs",
    "The label of a curve does not say its own base. A reader needs the base itself, as a number; a letter or its position in the list says nothing.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    for k, b in enumerate(bases):
        ax.plot(xs, np.log(xs) / np.log(b), label=f"curve {k}")
    _drawing(ax, [], xs)


@mistake(
    "d03-draw_logs",
    "The axes have no names. A curve without named axes could be anything.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, axes=None)


@mistake("d03-draw_logs", "You named one axis and forgot the other.", caught_by="visible")
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, axes=("x", ""))


@mistake(
    "d03-draw_logs",
    "The Axes that you were given stays empty: the drawing is somewhere else. Call ax.plot, not plt.plot.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    for b in bases:
        plt.plot(xs, np.log(xs) / np.log(b), label=f"b = {b:g}")
    plt.plot(1, 0, "o")
    plt.xlabel("x")
    plt.ylabel("log_b x")
    plt.legend()
    plt.close()


@mistake(
    "d03-draw_logs",
    "Only the last base has a curve. Does the drawing stand below the loop?",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases[-1:], xs)


@mistake(
    "d03-draw_logs",
    "Your curves have a range of their own. They should reach over all points you were given, wherever these lie.",
    caught_by="hidden",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, np.linspace(0.1, 10, 200))


@mistake(
    "d03-draw_logs",
    "Your labels round the base to a whole number, so 1.5 is announced as 2.",
    caught_by="hidden",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, label="b = {:.0f}")


@mistake(
    "d03-draw_logs",
    "Your bases are 2 and 10 whatever was asked. The list of bases comes from the caller.",
    caught_by="hidden",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, [2, 10], xs)


@mistake(
    "d03-draw_logs",
    "The curve of a base below 1 rises, and it should fall: log b is negative there.",
    caught_by="hidden",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, height=lambda x, b: np.log(x) / abs(np.log(b)))


@mistake(
    "d03-draw_logs",
    "Only the first base has a curve. Does the function return in the first round of its loop?",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases[:1], xs)


@mistake(
    "d03-draw_logs",
    "Your heights are log x times log b. The logarithm to base b is a quotient.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, height=lambda x, b: np.log(x) * np.log(b))


@mistake(
    "d03-draw_logs",
    "The labels of your curves hold no number. A reader needs the base itself; with an f before the quotes, Python puts the value of b where {b} stands.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, label="b = b")


@mistake(
    "d03-draw_logs",
    "Your heights are the powers b**x. A logarithm asks for the exponent that gives x.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, height=lambda x, b: float(b) ** x)


@mistake(
    "d03-draw_logs",
    "Your curves have no labels, so the legend stays empty. A label belongs into the call of ax.plot, one for each curve.",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    for b in bases:
        ax.plot(xs, np.log(xs) / np.log(b))
    ax.plot(1, 0, "o")
    ax.set(xlabel="x", ylabel="log_b x")


@mistake(
    "d03-draw_logs",
    "Your dots stand at (0, 1) and (1, 0): given one pair, ax.plot takes it for two heights. Give the place and the height apart, ax.plot(1, 0, \"o\").",
    caught_by="visible",
)
def draw_logs(ax, bases, xs):
    _drawing(ax, bases, xs, dot=None)
    ax.plot((1, 0), "o")


hints(
    "d03-draw_logs",
    "What has to happen once per base, and what once for the whole drawing? Sort your lines into inside and outside of a loop.",
    "Inside the loop: ax.plot with the heights log x / log b and a label that contains b. Outside: a dot, two axis names, the legend.",
    'ax.plot(1, 0, "o") draws a dot; ax.set(xlabel=…, ylabel=…) names the axes; ax.legend() shows the labels of the curves.',
)
why(
    "d03-draw_logs",
    "Every curve is the natural logarithm divided by a number of its own, log b. Zero divided by anything stays zero, so all curves pass through (1, 0).",
)

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


@mistake(
    "d03-bits_for",
    "Your answer is the natural logarithm, rounded up. An answer of yes or no halves the choices, so the base is 2.",
    caught_by="visible",
)
def bits_for(n_choices):
    return math.ceil(math.log(n_choices))


@mistake(
    "d03-bits_for",
    "Your answer is rounded down. Five doors need three questions: two tell at most four doors apart.",
    caught_by="visible",
)
def bits_for(n_choices):
    return math.floor(math.log2(n_choices))


@mistake(
    "d03-bits_for",
    "Your answer is rounded to the nearest whole number. For five doors that is 2, one question short; always round up.",
    caught_by="visible",
)
def bits_for(n_choices):
    return round(math.log2(n_choices))


@mistake("d03-bits_for", "Your answer is not rounded. Nobody can ask 2.32 questions.", caught_by="visible")
def bits_for(n_choices):
    return math.log2(n_choices)


@mistake(
    "d03-bits_for",
    "At a power of 2 your answer is one too many: it counts the binary digits of n. The choices can be numbered from 0 to n - 1.",
    caught_by="visible",
)
def bits_for(n_choices):
    return n_choices.bit_length()


@mistake(
    "d03-bits_for",
    "Your answer asks about one door after the other. A good question halves what is left, so far fewer are needed.",
    caught_by="visible",
)
def bits_for(n_choices):
    return n_choices - 1


@mistake(
    "d03-bits_for",
    "Your answer asks a question even when there is only one choice. Then everything is known already, and 0 answers are enough.",
    caught_by="visible",
)
def bits_for(n_choices):
    return max(1, math.ceil(math.log2(n_choices)))


@mistake(
    "d03-bits_for",
    "At some powers of 2 your answer is one too many: a quotient of two rounded logarithms lands a hair above the whole number, and rounding up turns the hair into a whole bit.",
    caught_by="hidden",
)
def bits_for(n_choices):
    return math.ceil(math.log(n_choices) / math.log(2))


@mistake(
    "d03-bits_for",
    "Your answer is the logarithm to base 10, rounded up. An answer of yes or no halves the choices, so the base is 2.",
    caught_by="visible",
)
def bits_for(n_choices):
    return math.ceil(math.log10(n_choices))


@mistake(
    "d03-bits_for",
    "Your answer is half the number of choices. One question leaves half of them, the next half of that, and so on.",
    caught_by="visible",
)
def bits_for(n_choices):
    return n_choices // 2


@mistake(
    "d03-bits_for",
    "Your answer is the first power of 2 that reaches n. Asked for is its exponent.",
    caught_by="visible",
)
def bits_for(n_choices):
    power = 1
    while power < n_choices:
        power *= 2
    return power


@mistake(
    "d03-bits_for",
    "Your answer is the number of choices itself. A good question halves what is left, so far fewer are needed.",
    caught_by="visible",
)
def bits_for(n_choices):
    return n_choices


@mistake(
    "d03-bits_for",
    "Your answer takes the logarithm of n - 1. For 2 choices that says 0 questions, and for 1 choice the logarithm of 0 does not exist. Take it of n.",
    caught_by="visible",
)
def bits_for(n_choices):
    return math.ceil(math.log2(n_choices - 1))


@mistake(
    "d03-bits_for",
    "Your answer is never above 1. Does the function return in the first round of its loop?",
    caught_by="visible",
)
def bits_for(n_choices):
    return min(1, n_choices - 1)


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
    "At 0 your function stops with an error, since log 0 does not exist, and at 1000 it is one digit short: log 1000 / log 10 is stored as 2.9999999999999996. Let whole numbers decide.",
    caught_by="visible",
)
def digits_needed(n, base):
    return int(math.log(n) / math.log(base)) + 1


@mistake(
    "d03-digits_needed",
    "Your answer rounds the logarithm up. That is right between two powers, but one short at a power of the base: 100 has three digits and its logarithm is 2.",
    caught_by="visible",
)
def digits_needed(n, base):
    return math.ceil(math.log(n) / math.log(base))


@mistake("d03-digits_needed", "Your answer ignores the base: it counts decimal digits.", caught_by="visible")
def digits_needed(n, base):
    return len(str(n))


@mistake(
    "d03-digits_needed",
    "At a number equal to the base your answer is one short: there two digits begin, so the comparison has to let it through.",
    caught_by="visible",
)
def digits_needed(n, base):
    digits = 1
    while n > base:
        n //= base
        digits += 1
    return digits


@mistake(
    "d03-digits_needed",
    "Your answer is one short everywhere: it is the highest exponent. The digits start with the exponent 0, so there is one digit more.",
    caught_by="visible",
)
def digits_needed(n, base):
    exponent = 0
    while base ** (exponent + 1) <= n:
        exponent += 1
    return exponent


@mistake(
    "d03-digits_needed",
    "Your count says that 0 has no digits: the loop never starts. Zero is written with one digit.",
    caught_by="visible",
)
def digits_needed(n, base):
    digits = 0
    while n > 0:
        n //= base
        digits += 1
    return digits


@mistake(
    "d03-digits_needed",
    "For n = 0 your function stops with an error: the logarithm of 0 does not exist. Treat 0 before any logarithm.",
    caught_by="visible",
)
def digits_needed(n, base):
    guess = int(math.log(n) / math.log(base)) + 1
    while base**guess <= n:
        guess += 1
    while base ** (guess - 1) > n:
        guess -= 1
    return guess


@mistake(
    "d03-digits_needed",
    "Your answer is one too many right below some large powers of the base. A tiny push before rounding down repairs 1000 and breaks them: their logarithm is closer to the whole number than your push.",
    caught_by="hidden",
)
def digits_needed(n, base):
    return 1 if n == 0 else int(math.log(n) / math.log(base) + 1e-9) + 1


@mistake(
    "d03-digits_needed",
    "For large numbers your answer is sometimes one off, as when / stands in place of //: its quotients have about 16 digits and are rounded, sometimes up to the next power of the base.",
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
    "Your answer is one off next to some powers of the base. Rounding the logarithm of n + 1 up is right as mathematics; in float64 a quotient can land a hair above the whole number, and the hair becomes a digit.",
    caught_by="hidden",
)
def digits_needed(n, base):
    return max(1, math.ceil(math.log(n + 1) / math.log(base)))


@mistake(
    "d03-digits_needed",
    "At 1000 your answer is one digit short, or elsewhere one too many: a rounded logarithm decides. Let whole numbers decide.",
    caught_by="visible",
)
def digits_needed(n, base):
    return 1 if n == 0 else int(math.log(n) / math.log(base)) + 1


@mistake(
    "d03-digits_needed",
    "At a power of the base your answer is one short: 100 has three digits. The first number that needs one more is the power itself.",
    caught_by="visible",
)
def digits_needed(n, base):
    digits = 1
    while base**digits < n:
        digits += 1
    return digits


@mistake(
    "d03-digits_needed",
    "Your answer is one too many, but for 0: the count starts at 1 and is raised for the last digit, too.",
    caught_by="visible",
)
def digits_needed(n, base):
    digits = 1
    while n > 0:
        n //= base
        digits += 1
    return digits


@mistake(
    "d03-digits_needed",
    "Your answer is never above 2. Does the loop end, or the function return, after one round?",
    caught_by="visible",
)
def digits_needed(n, base):
    return 1 if n < base else 2


@mistake(
    "d03-digits_needed",
    "Your answer counts multiples of the base: base times digits. It is powers of the base that one more digit reaches.",
    caught_by="visible",
)
def digits_needed(n, base):
    return max(1, n // base + 1)


@mistake(
    "d03-digits_needed",
    "Your count gives up at 60 digits. Numbers of any size are asked for: while asks as long as it takes.",
    caught_by="hidden",
)
def digits_needed(n, base):
    for digits in range(1, 60):
        if base**digits > n:
            return digits


@mistake(
    "d03-digits_needed",
    "At 1000 your answer is one digit short: a rounded logarithm decides. And np.log stops with an error at numbers above 2**64. Let whole numbers decide.",
    caught_by="visible",
)
def digits_needed(n, base):
    return 1 if n == 0 else int(np.log(n) / np.log(base)) + 1


@mistake(
    "d03-digits_needed",
    "Your answer counts decimal digits, with a logarithm to base 10: the base does not enter.",
    caught_by="visible",
)
def digits_needed(n, base):
    return 1 if n == 0 else math.floor(np.log10(n)) + 1


@mistake(
    "d03-digits_needed",
    "Your answer rounds the logarithm up. That is right between two powers, but one short at a power of the base: 100 has three digits and its logarithm is 2.",
    caught_by="visible",
)
def digits_needed(n, base):
    return 1 if n == 0 else math.ceil(math.log(n) / math.log(base))


@mistake("d03-digits_needed", "Your answer counts binary digits, whatever the base.", caught_by="visible")
def digits_needed(n, base):
    return max(1, n.bit_length())


@mistake(
    "d03-digits_needed",
    "Your answer is what the divisions leave of n, its first digit. Asked for is the count of the digits.",
    caught_by="visible",
)
def digits_needed(n, base):
    while n >= base:
        n //= base
    return n


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


@mistake(
    "d03-geometric_mean",
    "Your answer is the ordinary mean. Here the numbers are multiplied, so it is their logarithms whose mean you need.",
    caught_by="visible",
)
def geometric_mean(xs):
    return np.mean(xs)


@mistake(
    "d03-geometric_mean",
    "Your answer is the product itself: the division by n is missing on the way.",
    caught_by="visible",
)
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.exp(np.log(xs).sum())


@mistake(
    "d03-geometric_mean",
    "Your answer is the product divided by n. The sum of the logarithms is what has to be divided, before the way back.",
    caught_by="visible",
)
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.exp(np.log(xs).sum()) / len(xs)


@mistake(
    "d03-geometric_mean",
    "Your answer is the mean of the logarithms. That is log g; the way back to g is missing.",
    caught_by="visible",
)
def geometric_mean(xs):
    return np.mean(np.log(xs))


@mistake(
    "d03-geometric_mean",
    "Your answer goes to logarithms of base 10 and comes back with base e. The way back must use the same base.",
    caught_by="visible",
)
def geometric_mean(xs):
    return np.exp(np.mean(np.log10(xs)))


@mistake(
    "d03-geometric_mean",
    "Your answer is the square root of the product. That is right for two numbers; n numbers need the n-th root.",
    caught_by="visible",
)
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.prod(np.asarray(xs, dtype=float)) ** 0.5


@mistake(
    "d03-geometric_mean",
    "Your answer is lost where the product is: that of thousands of probabilities is stored as 0, and every root of 0 is 0.",
    caught_by="hidden",
)
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.prod(np.asarray(xs, dtype=float)) ** (1 / len(xs))


@mistake(
    "d03-geometric_mean",
    "For very small inputs your answer is far too large, as if a tiny number had been added to each. All inputs are positive, so nothing has to be added.",
    caught_by="hidden",
)
def geometric_mean(xs):
    return np.exp(np.mean(np.log(xs + 1e-12)))


@mistake(
    "d03-geometric_mean",
    "Your answer is right, but the numbers that you were given are changed.",
    caught_by="hidden",
)
def geometric_mean(xs):
    xs[:] = np.log(xs)
    return np.exp(xs.mean())


@mistake(
    "d03-geometric_mean",
    "Your answer goes to natural logarithms and comes back with base 10. The way back must use the same base.",
    caught_by="visible",
)
def geometric_mean(xs):
    return 10 ** np.mean(np.log(xs))


@mistake(
    "d03-geometric_mean",
    "Your answer is one divided by the geometric mean, the perplexity. Asked for is the mean itself.",
    caught_by="visible",
)
def geometric_mean(xs):
    return 1 / np.exp(np.mean(np.log(xs)))


@mistake(
    "d03-geometric_mean",
    "The two steps are exchanged: your answer averages the exponentials and takes the logarithm. Logarithms come first, the way back last.",
    caught_by="visible",
)
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.log(np.mean(np.exp(xs)))


@mistake(
    "d03-geometric_mean",
    "Your answer divides by 3, however many numbers there are. len(xs) counts them.",
    caught_by="visible",
)
def geometric_mean(xs):
    return np.exp(np.log(xs).sum() / 3)


@mistake(
    "d03-geometric_mean",
    "Your answer goes to logarithms of base 2 and comes back with base e. The way back must use the same base.",
    caught_by="visible",
)
def geometric_mean(xs):
    with np.errstate(over="ignore"):
        return np.exp(np.mean(np.log2(xs)))


@mistake(
    "d03-geometric_mean",
    "Your answer divides the sum of the logarithms by n - 1. The mean of n numbers divides by n.",
    caught_by="visible",
)
def geometric_mean(xs):
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return np.exp(np.log(xs).sum() / (len(xs) - np.int64(1)))


@mistake(
    "d03-geometric_mean",
    "Your answer leaves out the first number. Python counts places from 0.",
    caught_by="visible",
)
def geometric_mean(xs):
    return np.exp(np.log(xs[1:]).sum() / len(xs))


@mistake(
    "d03-geometric_mean",
    "Your answer leaves out the last number. The places of n numbers go from 0 to n - 1, and range(n) walks through all of them.",
    caught_by="visible",
)
def geometric_mean(xs):
    return np.exp(np.log(xs[:-1]).sum() / len(xs))


@mistake(
    "d03-geometric_mean",
    "Your answer is the first number with the exponent 1 / n. Does the function return in the first round of its loop?",
    caught_by="visible",
)
def geometric_mean(xs):
    return np.exp(np.log(xs[0]) / len(xs))


@mistake(
    "d03-geometric_mean",
    "Your answer is the n-th root of the sum. Asked for is that of the product.",
    caught_by="visible",
)
def geometric_mean(xs):
    return np.sum(xs) ** (1 / len(xs))


@mistake(
    "d03-geometric_mean",
    "Your answer is rounded to four digits after the point. The example rounds for showing it; return the number as it is.",
    caught_by="hidden",
)
def geometric_mean(xs):
    return round(float(np.exp(np.mean(np.log(xs)))), 4)


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


@mistake(
    "d03-solve_exp",
    "Your answer is log c / log(ab). Only b carries the exponent, so a * b**x is not (a b)**x.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    with np.errstate(divide="ignore"):
        return np.log(c) / np.log(a * b)


@mistake(
    "d03-solve_exp",
    "Your answer divides by a after the logarithm was taken. Dividing c by a becomes a subtraction once logarithms are taken.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log(c) / np.log(b) / a


@mistake(
    "d03-solve_exp",
    "Your answer solves a * b * x = c, where x is a factor. Here x is an exponent, and only a logarithm brings it down.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return c / (a * b)


@mistake("d03-solve_exp", "Your answer solves b**x = c: a is left out.", caught_by="visible")
def solve_exp(a, b, c):
    return np.log(c) / np.log(b)


@mistake(
    "d03-solve_exp",
    "Your answer subtracts a from c. It multiplies the power, so it goes away by a division, not by a subtraction.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.log(c - a) / np.log(b)


@mistake(
    "d03-solve_exp",
    "The sign of your answer is turned: the ratio is a / c instead of c / a, or one minus too many.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return (np.log(a) - np.log(c)) / np.log(b)


@mistake(
    "d03-solve_exp",
    "Your answer divides log a alone by log b. It is the whole difference that has to be divided, so it needs brackets.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log(c) - np.log(a) / np.log(b)


@mistake(
    "d03-solve_exp",
    "Your answer is a logarithm to base 2, whatever b is. That fits a power of 2; for another b one division is still missing.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log2(c / a)


@mistake(
    "d03-solve_exp",
    "Your answer is log c - log a. That is x log b; one division is still missing.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log(c) - np.log(a)


@mistake(
    "d03-solve_exp",
    "Your answer is rounded up to a whole number. The equation asks for x itself, and x need not be whole.",
    caught_by="hidden",
)
def solve_exp(a, b, c):
    return math.ceil((np.log(c) - np.log(a)) / np.log(b) - 1e-9)


@mistake(
    "d03-solve_exp",
    "Your answer is never negative. When c is smaller than a and b is above 1, the solution is: one has to go back in time.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return abs((np.log(c) - np.log(a)) / np.log(b))


@mistake(
    "d03-solve_exp",
    "Your answer subtracts log b. In log a + x log b it is a factor, so it goes away by a division.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log(c / a / b)


@mistake(
    "d03-solve_exp",
    "Your answer divides log c by log a, too. In log a + x log b it is added, so it goes away by a subtraction.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(c) / np.log(a) / np.log(b)


@mistake(
    "d03-solve_exp",
    "Your answer adds log a where it has to be subtracted: on the left side it is added.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return (np.log(c) + np.log(a)) / np.log(b)


@mistake(
    "d03-solve_exp",
    "Your quotient is turned over: log b stands above the line. x is measured in units of log b.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log(b) / (np.log(c) - np.log(a))


@mistake(
    "d03-solve_exp",
    "Your answer is a root, c / a with the exponent 1 / b. A root finds an unknown base; the unknown exponent needs a logarithm.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return (c / a) ** (1 / b)


@mistake(
    "d03-solve_exp",
    "Your answer counts whole steps from 0 upward. The solution need not be whole, and may be negative.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    x = 0
    while x < 60 and a * b**x < c * (1 - 1e-12):
        x += 1
    return x


@mistake(
    "d03-solve_exp",
    "Your answer divides by b itself. In x log b the factor is log b, so divide by the logarithm of b.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log(c / a) / b


@mistake(
    "d03-solve_exp",
    "Your answer divides log c by log b, and log a by nothing. It is the whole difference that has to be divided, so it needs brackets.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    return np.log(c) / np.log(b) - np.log(a)


@mistake(
    "d03-solve_exp",
    "The letters a and b are exchanged: your answer solves b * a**x = c.",
    caught_by="visible",
)
def solve_exp(a, b, c):
    with np.errstate(divide="ignore"):
        return np.log(c / b) / np.log(a)


@mistake(
    "d03-solve_exp",
    "Your answer is rounded to four digits after the point. The example rounds for showing it; return the number as it is.",
    caught_by="hidden",
)
def solve_exp(a, b, c):
    return round(float(np.log(c / a) / np.log(b)), 4)


hints(
    "d03-solve_exp",
    "Which operation should go first if you want b**x alone on one side?",
    "Take the logarithm of both sides: log a + x log b = log c. Two steps are left.",
    "Bring log a to the other side, then divide by log b. Mind the brackets.",
)
why(
    "d03-solve_exp",
    "The logarithm turns a * b**x = c into the straight equation log a + x log b = log c. The unknown has come down from the exponent and is an ordinary factor.",
)

# ---------------------------------------------------------------- d03-half_life


@also_right("d03-half_life")
def half_life(rate):
    return solve_exp(1.0, math.e, 0.5) / -rate


@also_right("d03-half_life")
def half_life(rate):
    return -math.log(0.5) / rate


@mistake(
    "d03-half_life",
    "Your answer is 1 / rate. At that time the share left is 1/e, about 37 percent, and not one half.",
    caught_by="visible",
)
def half_life(rate):
    return 1 / rate


@mistake(
    "d03-half_life",
    "Your answer uses the logarithm to base 10. The decay is a power of e, so its unknown comes down with the natural logarithm.",
    caught_by="visible",
)
def half_life(rate):
    return np.log10(2) / rate


@mistake(
    "d03-half_life",
    "Your answer is one half divided by the rate, as if the same amount were lost in every unit of time. The loss shrinks together with what is left, so the half takes longer.",
    caught_by="visible",
)
def half_life(rate):
    return 0.5 / rate


@mistake(
    "d03-half_life",
    "Your time is negative. The logarithm of one half is negative, and so is the exponent -rate * t; the two signs cancel.",
    caught_by="visible",
)
def half_life(rate):
    return np.log(0.5) / rate


@mistake(
    "d03-half_life",
    "Your answer is log 2 times the rate. A faster decay would then take longer.",
    caught_by="visible",
)
def half_life(rate):
    return np.log(2) * rate


@mistake(
    "d03-half_life",
    "Your answer reads the rate as the share lost in each step, 1 - rate left over. In exp(-rate * t) the decay is continuous: after one unit of time exp(-rate) is left.",
    caught_by="visible",
)
def half_life(rate):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.log(0.5) / np.log(np.float64(1 - rate))


@mistake(
    "d03-half_life",
    "Your answer counts whole steps until less than half is left. The half-life is a time and need not be a whole number.",
    caught_by="hidden",
)
def half_life(rate):
    return np.ceil(np.log(2) / rate - 1e-9)


@mistake(
    "d03-half_life",
    "Your quotient is turned over: it is the rate divided by log 2. A faster decay takes less time.",
    caught_by="visible",
)
def half_life(rate):
    return rate / np.log(2)


@mistake(
    "d03-half_life",
    "Your answer takes a logarithm of the rate. In -rate * t = -log 2 the rate is a factor; divide by it as it is.",
    caught_by="visible",
)
def half_life(rate):
    return np.log(2) / np.log(rate)


@mistake(
    "d03-half_life",
    "Your answer is what is left after half a unit of time. Asked for is the time after which one half is left.",
    caught_by="visible",
)
def half_life(rate):
    return np.exp(-rate * 0.5)


@mistake(
    "d03-half_life",
    "Your answer is near and not exact: log 2 is rounded to two digits. Let numpy compute it.",
    caught_by="visible",
)
def half_life(rate):
    return 0.69 / rate


@mistake(
    "d03-half_life",
    "Your answer divides inside the logarithm: it is the logarithm of 2 / rate. The rate is a factor of t, so divide log 2 by it.",
    caught_by="visible",
)
def half_life(rate):
    return np.log(2 / rate)


@mistake(
    "d03-half_life",
    "Your answer takes a logarithm of the rate. In -rate * t = -log 2 the rate is a factor; divide by it as it is.",
    caught_by="visible",
)
def half_life(rate):
    with np.errstate(divide="ignore"):
        return -np.log(2) / np.log(rate)


@mistake(
    "d03-half_life",
    "Your answer subtracts the rate from log 2. The rate is a factor of t, so it goes away by a division.",
    caught_by="visible",
)
def half_life(rate):
    return np.log(2) - rate


@mistake(
    "d03-half_life",
    "Your answer is 0, whatever the rate: log 1 is 0. One half belongs inside the logarithm as a whole, with brackets around 1 / 2.",
    caught_by="visible",
)
def half_life(rate):
    return -np.log(1) / 2 / rate


@mistake(
    "d03-half_life",
    "Your answer is rounded to four digits after the point. The example rounds for showing it; return the number as it is.",
    caught_by="hidden",
)
def half_life(rate):
    return round(float(np.log(2) / rate), 4)


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
