import math
from decimal import Decimal

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d01-single_exponent


@also_right("d01-single_exponent")
def single_exponent(a, b, c):
    return a * c + b * c


@mistake("d01-single_exponent", "You multiplied all three exponents. Inside the bracket two powers are multiplied, and then their exponents add.", caught_by="visible")
def single_exponent(a, b, c):
    return a * b * c


@mistake("d01-single_exponent", "You added all three exponents. The outer exponent repeats the whole bracket, so it multiplies the count inside.", caught_by="visible")
def single_exponent(a, b, c):
    return a + b + c


@mistake(
    "d01-single_exponent",
    "You repeated only the second factor c times: times goes before plus. The outer exponent repeats the whole bracket.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return a + b * c


@mistake("d01-single_exponent", "You repeated only the first factor c times. The outer exponent repeats the whole bracket, both factors of it.", caught_by="visible")
def single_exponent(a, b, c):
    return a * c + b


@mistake(
    "d01-single_exponent",
    "You multiplied inside the bracket and added outside. It is the other way around: side by side the exponents add, one upon the other they multiply.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return a * b + c


@mistake(
    "d01-single_exponent",
    "You raised the sum of the exponents to the power c. A power of a power multiplies the exponents: four groups of five factors are twenty factors.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return (a + b) ** c


@mistake("d01-single_exponent", "You printed the exponent and returned nothing. A check sees only what is returned.", caught_by="visible")
def single_exponent(a, b, c):
    print((a + b) * c)


@mistake("d01-single_exponent", "You dropped the signs of the exponents. A negative exponent takes factors away, so it lowers the count.", caught_by="visible")
def single_exponent(a, b, c):
    return (abs(a) + abs(b)) * c


@mistake(
    "d01-single_exponent",
    "You formed the power itself and asked for its exponent afterward. Powers with very large exponents do not fit into the computer's numbers; the exponents alone do.",
    caught_by="hidden",
)
def single_exponent(a, b, c):
    return math.log2((2.0**a * 2.0**b) ** c)


@mistake(
    "d01-single_exponent",
    "You formed the power itself, with 10 or another number in place of x, and returned that. Asked for is its exponent alone.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    if max(abs(a), abs(b), abs(c)) > 1000:
        raise OverflowError("the power is too large to be formed")
    return (10**a * 10**b) ** c


@mistake("d01-single_exponent", "You used a name that Python does not know, such as the x of the formula. Only a, b and c come into the function.", caught_by="visible")
def single_exponent(a, b, c):
    raise NameError("name 'x' is not defined")


@mistake("d01-single_exponent", "You rounded the exponents to whole numbers. An exponent may be a half, and two halves are a whole.", caught_by="hidden")
def single_exponent(a, b, c):
    return (int(a) + int(b)) * c


hints(
    "d01-single_exponent",
    "An exponent counts factors. How many factors x does the bracket hold?",
    "The bracket holds a + b factors. How many brackets are multiplied with each other?",
    "c brackets with a + b factors each. Mind that times goes before plus, unless brackets say otherwise.",
)
why(
    "d01-single_exponent",
    "The bracket is one power with a + b factors; c such brackets hold (a + b) times c factors. The power itself, however large, is never formed.",
)

# ---------------------------------------------------------------- d01-int_power


@also_right("d01-int_power")
def int_power(base, n):
    product = 1
    for _ in range(abs(n)):
        product = product * base
    return product if n >= 0 else 1 / product


@also_right("d01-int_power")
def int_power(base, n):
    if n < 0:
        return 1 / int_power(base, -n)
    if n == 0:
        return 1
    half = int_power(base, n // 2)
    return half * half * base if n % 2 else half * half


def _positive(base, n):
    """The right answer for n ≥ 0, for the mistakes that go wrong elsewhere."""
    product = 1
    for _ in range(n):
        product = product * base
    return product


@mistake("d01-int_power", "For a negative n you put a minus sign before the power. The sign of the exponent makes the number small, not negative.", caught_by="visible")
def int_power(base, n):
    return _positive(base, n) if n >= 0 else -_positive(base, -n)


@mistake(
    "d01-int_power", "Your product starts with the base, so it has one factor too many, and n = 0 gives the base. A product of no factors at all is 1.", caught_by="visible"
)
def int_power(base, n):
    product = base * _positive(base, abs(n))
    return product if n >= 0 else 1 / product


@mistake("d01-int_power", "For n = 0 you returned the base. No factor at all leaves 1: the row of powers steps from b down to b / b.", caught_by="visible")
def int_power(base, n):
    if n == 0:
        return base
    return _positive(base, n) if n >= 0 else 1 / _positive(base, -n)


@mistake("d01-int_power", "For n = 0 you returned 0. Zero factors leave the product where it starts, at 1; a start at 0 would keep every product at 0.", caught_by="visible")
def int_power(base, n):
    if n == 0:
        return 0
    return _positive(base, n) if n >= 0 else 1 / _positive(base, -n)


@mistake("d01-int_power", "Your product starts at 0, and 0 times any number stays 0. Start where zero factors stand.", caught_by="visible")
def int_power(base, n):
    product = 0 * _positive(base, abs(n))
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "You squared and halved, but the factor left over at an odd n got lost. Your answer has only as many factors as the largest power of 2 that fits into n.",
    caught_by="visible",
)
def int_power(base, n):
    square, left = base, abs(n)
    if n == 0:
        return 1
    while left > 1:
        square = square * square
        left = left // 2
    return square if n > 0 else 1 / square


@mistake(
    "d01-int_power",
    "At an odd n you multiplied by the base itself, not by the square of that moment. The factor left over in a later row stands for a whole group of factors.",
    caught_by="visible",
)
def int_power(base, n):
    product, left = 1, abs(n)
    while left > 0:
        if left % 2 == 1:
            product = product * base
        left = left // 2
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "You squared before you used the square, so each row contributes the square of the next row. With n = 1 you return the square of the base.",
    caught_by="visible",
)
def int_power(base, n):
    product, square, left = 1, base, abs(n)
    while left > 0:
        square = square * square
        if left % 2 == 1:
            product = product * square
        left = left // 2
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "You multiplied in the squares of the even rows and left out those of the odd rows. A factor without a partner shows up where the remainder is 1.",
    caught_by="visible",
)
def int_power(base, n):
    product, square, left = 1, base, abs(n)
    while left > 0:
        if left % 2 == 0:
            product = product * square
        square = square * square
        left = left // 2
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "Your loop ends while n is still 1, so the last row, and with it the largest square, is left out.",
    caught_by="visible",
)
def int_power(base, n):
    product, square, left = 1, base, abs(n)
    while left > 1:
        if left % 2 == 1:
            product = product * square
        square = square * square
        left = left // 2
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "For a negative n you used the fraction 1/n as exponent, which is a root. The minus sign divides one by the power; it does not turn the exponent over.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, n) if n >= 0 else base ** (1 / -n)


@mistake("d01-int_power", "You multiplied base by n. A power repeats multiplication, as multiplication repeats addition.", caught_by="visible")
def int_power(base, n):
    return base * n


@mistake("d01-int_power", "You ignored the sign of n, so a negative exponent gives a large number. One divided by it is still missing.", caught_by="visible")
def int_power(base, n):
    return _positive(base, abs(n))


@mistake("d01-int_power", "For a negative n your loop never starts, because n is not above 0, and the product stays at 1. The count of factors is n without its sign.", caught_by="visible")
def int_power(base, n):
    return _positive(base, max(n, 0))


@mistake("d01-int_power", "You divided with //, which drops everything after the point, so one divided by a large number became 0.", caught_by="visible")
def int_power(base, n):
    return _positive(base, n) if n >= 0 else 1 // _positive(base, -n)


@mistake(
    "d01-int_power",
    "You turned whole numbers into numbers with a point. Those keep about 16 digits, so a large power of a whole number loses its last digits.",
    caught_by="hidden",
)
def int_power(base, n):
    return float(base) ** n


@mistake(
    "d01-int_power",
    "You let numpy multiply whole numbers. They have 64 bits there and start over, without a warning, when a product grows beyond nine quintillions.",
    caught_by="hidden",
)
def int_power(base, n):
    product = np.prod(np.full(abs(n), base))
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "You dropped the sign of the base. Minus times minus is plus, but an odd number of minus signs leaves a minus.",
    caught_by="hidden",
)
def int_power(base, n):
    product = _positive(abs(base), abs(n))
    return product if n >= 0 else 1 / product


@mistake("d01-int_power", "You kept the minus sign of the base at every exponent. An even number of minus signs makes plus.", caught_by="hidden")
def int_power(base, n):
    product = _positive(abs(base), abs(n))
    product = product if n >= 0 else 1 / product
    return -product if base < 0 else product


hints(
    "d01-int_power",
    "Write the table for n = 10 on paper: n, remainder, square. Which squares belong into the product?",
    "Keep three numbers: the product so far, which starts at 1, the square, which starts at the base, and what is left of n without its sign.",
    "In each round: if what is left is odd, multiply the product by the square; then square the square; then halve what is left with //. After the loop, a negative n turns the product into one divided by it.",
)
why(
    "d01-int_power",
    "With repeated squaring, halving n writes it as a sum of 1, 2, 4, 8 and so on, and the odd rows say which of these are needed. Exponents add when powers are multiplied, so the product of those squares has n factors, after about as many rounds as n has binary digits.",
)

equivalent("d01-int_power", "if left % 2 == 1: → if left % 2 >= 1:", "a remainder after division by 2 is 0 or 1")
equivalent("d01-int_power", "while left > 0: → while left != 0:", "left starts at 0 or above, and halving never takes it below 0")
equivalent("d01-int_power", "if n < 0: → if n <= 0:", "for n = 0 the product is 1, and one divided by 1 is 1")
equivalent("d01-int_power", "if n < 0: → if n < 1:", "for n = 0 the product is 1, and one divided by 1 is 1")

# ---------------------------------------------------------------- d01-param_count


@also_right("d01-param_count")
def param_count(layers, bias=True):
    return sum((d_in + int(bias)) * d_out for d_in, d_out in layers)


@also_right("d01-param_count")
def param_count(layers, bias=True):
    return sum(layer[0] * layer[1] for layer in layers) + (sum(layer[1] for layer in layers) if bias else 0)


@mistake("d01-param_count", "You counted the weights and forgot the biases: each output has one.", caught_by="visible")
def param_count(layers, bias=True):
    return sum(d_in * d_out for d_in, d_out in layers)


@mistake("d01-param_count", "You gave a bias to each input. The bias is added at the output, after the weighted inputs have come together.", caught_by="visible")
def param_count(layers, bias=True):
    return sum(d_in * d_out + (d_in if bias else 0) for d_in, d_out in layers)


@mistake("d01-param_count", "You gave one bias to each layer. Each output of a layer has a bias of its own.", caught_by="visible")
def param_count(layers, bias=True):
    return sum(d_in * d_out + (1 if bias else 0) for d_in, d_out in layers)


@mistake("d01-param_count", "You added the biases always and never asked what bias says.", caught_by="visible")
def param_count(layers, bias=True):
    return sum(d_in * d_out + d_out for d_in, d_out in layers)


@mistake("d01-param_count", "Your return stands inside the loop, so the function ends after the first layer. Move it left, below the loop.", caught_by="visible")
def param_count(layers, bias=True):
    for d_in, d_out in layers:
        return d_in * d_out + (d_out if bias else 0)
    return 0


@mistake("d01-param_count", "Each round of your loop overwrites the total, so only the last layer is left. A total grows: new total = old total + this layer.", caught_by="visible")
def param_count(layers, bias=True):
    total = 0
    for d_in, d_out in layers:
        total = d_in * d_out + (d_out if bias else 0)
    return total


@mistake("d01-param_count", "You added the biases after the loop, where only the last layer's number of outputs is left. Every layer has biases.", caught_by="visible")
def param_count(layers, bias=True):
    total, d_out = 0, 0
    for d_in, d_out in layers:
        total = total + d_in * d_out
    return total + (d_out if bias else 0)


@mistake("d01-param_count", "You added inputs and outputs. Every input is joined to every output, so the numbers are multiplied.", caught_by="visible")
def param_count(layers, bias=True):
    return sum(d_in + d_out + (d_out if bias else 0) for d_in, d_out in layers)


@mistake("d01-param_count", "You left the last layer without biases. Its outputs have a bias each, like all others.", caught_by="visible")
def param_count(layers, bias=True):
    weights = sum(d_in * d_out for d_in, d_out in layers)
    return weights + (sum(d_out for _, d_out in layers[:-1]) if bias else 0)


@mistake("d01-param_count", "You multiplied the layers with each other. Their parameters stand side by side, so the counts add.", caught_by="visible")
def param_count(layers, bias=True):
    return math.prod(d_in * d_out + (d_out if bias else 0) for d_in, d_out in layers)


@mistake("d01-param_count", "You counted biases at both ends of a layer. Inputs have none.", caught_by="visible")
def param_count(layers, bias=True):
    return sum(d_in * d_out + (d_in + d_out if bias else 0) for d_in, d_out in layers)


@mistake("d01-param_count", "You took the layers out of the caller's list while counting. The count is right, but the list is empty afterward.", caught_by="hidden")
def param_count(layers, bias=True):
    total = 0
    while layers:
        d_in, d_out = layers.pop()
        total = total + d_in * d_out + (d_out if bias else 0)
    return total


@mistake("d01-param_count", "You started with the first layer instead of 0. A list without layers has no first one, and your function stops with an error.", caught_by="hidden")
def param_count(layers, bias=True):
    total = (layers[0][0] + bias) * layers[0][1]
    for d_in, d_out in layers[1:]:
        total = total + (d_in + bias) * d_out
    return total


hints(
    "d01-param_count",
    "Draw the layers (3, 4) and (4, 2) as dots and lines. How many lines, and which dots have a bias?",
    "Start a total at 0 before the loop. Inside the loop add the weights of one layer, and, if bias is True, its biases. Return after the loop.",
    "The weights of one layer are d_in * d_out, its biases d_out. Begin the loop with: for d_in, d_out in layers:",
)
why(
    "d01-param_count",
    "Every pair of input and output has a line, hence a product; every output has one bias, hence d_out more. Layers stand side by side, so their counts add.",
)

# ---------------------------------------------------------------- d01-memory_gb


@also_right("d01-memory_gb")
def memory_gb(n_params, bits):
    return n_params * 1e-9 * bits * 0.125


@also_right("d01-memory_gb")
def memory_gb(n_params, bits):
    bits_of_a_gigabyte = 8 * 10**9
    return bits * (n_params / bits_of_a_gigabyte)


@mistake("d01-memory_gb", "You counted bits as if they were bytes. Eight bits make one byte, so your answer is eight times too large.", caught_by="visible")
def memory_gb(n_params, bits):
    return n_params * bits / 1e9


@mistake("d01-memory_gb", "You divided by 2**30. That counts gibibytes; a gigabyte is 10**9 bytes.", caught_by="visible")
def memory_gb(n_params, bits):
    return n_params * bits / 8 / 2**30


@mistake("d01-memory_gb", "You divided by a million, so your answer counts megabytes. A gigabyte is a thousand of them.", caught_by="visible")
def memory_gb(n_params, bits):
    return n_params * bits / 8 / 1e6


@mistake("d01-memory_gb", "You counted bytes and stopped. A gigabyte is 10**9 of them.", caught_by="visible")
def memory_gb(n_params, bits):
    return n_params * bits / 8


@mistake("d01-memory_gb", "You multiplied by 8. Eight bits go into one byte, so there are fewer bytes than bits.", caught_by="visible")
def memory_gb(n_params, bits):
    return n_params * bits * 8 / 1e9


@mistake("d01-memory_gb", "Your answer does not depend on the bits: it takes one byte for each parameter, whatever was asked.", caught_by="visible")
def memory_gb(n_params, bits):
    return n_params / 1e9


@mistake("d01-memory_gb", "You divided by the bits. More bits for each parameter need more memory.", caught_by="visible")
def memory_gb(n_params, bits):
    return n_params * 8 / bits / 1e9


@mistake("d01-memory_gb", "You divided the bits by 8 with //, which drops what stands after the point: 4 bits became 0 bytes.", caught_by="hidden")
def memory_gb(n_params, bits):
    return n_params * (bits // 8) / 1e9


@mistake("d01-memory_gb", "You dropped what stands after the point at the end. A small model then weighs nothing.", caught_by="hidden")
def memory_gb(n_params, bits):
    return n_params * bits // (8 * 10**9)


@mistake("d01-memory_gb", "You rounded each parameter up to a whole number of bytes. Two numbers of 4 bits share a byte.", caught_by="hidden")
def memory_gb(n_params, bits):
    return n_params * math.ceil(bits / 8) / 1e9


hints(
    "d01-memory_gb",
    "How many bits do all parameters have together? How many bytes is that?",
    "Bits in all: parameters times bits. Eight bits make a byte, and 10**9 bytes make a gigabyte.",
    "Divide the number of all bits twice: by 8, and by 10**9. Divide with /, so that nothing is dropped.",
)
why(
    "d01-memory_gb",
    "Each step changes the unit: parameters times bits gives bits, divided by 8 gives bytes, divided by 10**9 gives gigabytes.",
)

# ---------------------------------------------------------------- d01-sci


@also_right("d01-sci")
def sci(x):
    digits = Decimal(repr(float(x)))
    if digits == 0:
        return 0.0, 0
    return float(digits.scaleb(-digits.adjusted())), digits.adjusted()


@also_right("d01-sci")
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 22
    while abs(x) < (10.0**k if k >= 0 else 1 / 10.0**-k):
        k -= 1
    return (x / 10.0**k if k >= 0 else x * 10.0**-k), k


@also_right("d01-sci")
def sci(x):
    if x == 0:
        return 0.0, 0
    k = math.floor(math.log10(abs(x)))
    return x / 10.0**k, k


def _count(x):
    """The right exponent, for the mistakes that go wrong elsewhere."""
    k = 0
    while abs(x) >= 10.0 ** (k + 1):
        k = k + 1
    while abs(x) < 10.0**k:
        k = k - 1
    return k


@mistake(
    "d01-sci",
    "You multiplied or divided by 10 again and again. Each step rounds a little, and after eleven steps the number lands on the wrong side of 1. Compare with powers of ten, and divide once.",
    caught_by="hidden",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    m, k = float(x), 0
    while abs(m) >= 10:
        m, k = m / 10, k + 1
    while abs(m) < 1:
        m, k = m * 10, k - 1
    return m, k


@mistake(
    "d01-sci",
    "For numbers below 1 your exponent is one too high, and the mantissa starts with 0. Cutting a negative number off after the point rounds it up, toward zero.",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = int(math.log10(abs(x)))
    return x / 10.0**k, k


@mistake("d01-sci", "You let the mantissa be 10. At 1000 the next power of ten is reached, so it counts: compare with >= and not with >.", caught_by="visible")
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 0
    while abs(x) > 10.0 ** (k + 1):
        k = k + 1
    while abs(x) < 10.0**k:
        k = k - 1
    return x / 10.0**k, k


@mistake("d01-sci", "You lost the sign: the mantissa of a negative number is negative. Compare abs(x), but divide x.", caught_by="visible")
def sci(x):
    return (0.0, 0) if x == 0 else (abs(x) / 10.0 ** _count(x), _count(x))


@mistake("d01-sci", "Your mantissa lies between 0.1 and 1, one power of ten too low. It should have one digit other than 0 before the point.", caught_by="visible")
def sci(x):
    return (0.0, 0) if x == 0 else (x / 10.0 ** (_count(x) + 1), _count(x) + 1)


@mistake("d01-sci", "You returned the exponent first. The pair is (mantissa, exponent).", caught_by="visible")
def sci(x):
    return (0, 0.0) if x == 0 else (_count(x), x / 10.0 ** _count(x))


@mistake("d01-sci", "You divided by zero at x = 0: no power of ten is small enough for 0. Answer 0 before you count.", caught_by="visible")
def sci(x):
    k = _count(x)
    return x / 10.0**k, k


@mistake("d01-sci", "You counted up only. A number below 1 needs a negative exponent, so the count must go down too.", caught_by="visible")
def sci(x):
    k = 0
    while abs(x) >= 10.0 ** (k + 1):
        k = k + 1
    return x / 10.0**k, k


@mistake("d01-sci", "Your exponent has the wrong sign for small numbers: you counted the steps and forgot that they go down.", caught_by="visible")
def sci(x):
    return (0.0, 0) if x == 0 else (x / 10.0 ** _count(x), abs(_count(x)))


@mistake("d01-sci", "You compared x itself, with its sign. A negative number lies below every power of ten, so your count never finds it; compare abs(x).", caught_by="visible")
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 0
    while x >= 10.0 ** (k + 1):
        k = k + 1
    while x < 10.0**k and k > -400:
        k = k - 1
    return x / 10.0**k, k


@mistake("d01-sci", "You divided with //, which drops everything after the point of the mantissa.", caught_by="visible")
def sci(x):
    return (0.0, 0) if x == 0 else (x // 10.0 ** _count(x), _count(x))


@mistake("d01-sci", "You used exponents that are multiples of 3, as engineers do. Here the mantissa must lie below 10.", caught_by="visible")
def sci(x):
    if x == 0:
        return 0.0, 0
    k = _count(x) // 3 * 3
    return x / 10.0**k, k


@mistake("d01-sci", "You took the mantissa from a printed form with few digits. The rest of its digits are gone.", caught_by="hidden")
def sci(x):
    m, k = f"{float(x):e}".split("e")
    return float(m), int(k)


@mistake("d01-sci", "You rounded the mantissa to one digit after the point. It then names a number near x and not x itself.", caught_by="hidden")
def sci(x):
    return (0.0, 0) if x == 0 else (round(float(x / 10.0 ** _count(x)), 1), _count(x))


hints(
    "d01-sci",
    "Between which two neighboring powers of ten does abs(x) lie? The exponent of the lower one is k.",
    "Answer 0 first. Then start at k = 0 and use two loops: one that raises k for large numbers, one that lowers it for small ones.",
    "while abs(x) >= 10.0 ** (k + 1): raise k by one. while abs(x) < 10.0**k: lower k by one. Then return x divided by 10.0**k, and k.",
)
why(
    "d01-sci",
    "The exponent is found by comparing only, and comparing does not round. One division at the end rounds once, so no string of small roundings can push the number over a power of ten.",
)
equivalent("d01-sci", "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k - 1):", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k * 1):", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k / 1):", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k // 1):", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k ** 1):", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 9.0 ** (k + 1):", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k + 0):", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** ((k)):", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "k = k + 1 → k = k + 2", "the first loop overshoots, and the second one lowers k to where it belongs")
equivalent("d01-sci", "k = 0 → k = 1", "the two loops find k from any start")
equivalent("d01-sci", "k = 0 → k = -1", "the two loops find k from any start")
