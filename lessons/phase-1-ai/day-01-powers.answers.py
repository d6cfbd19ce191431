import math
from decimal import Decimal

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d01-single_exponent


@also_right("d01-single_exponent")
def single_exponent(a, b, c):
    return a * c + b * c


@mistake(
    "d01-single_exponent",
    "You multiplied all three exponents. Inside the bracket two powers are multiplied, and then their exponents add.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return a * b * c


@mistake(
    "d01-single_exponent",
    "You added all three exponents. The outer exponent repeats the whole bracket, so it multiplies the count inside.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return a + b + c


@mistake(
    "d01-single_exponent",
    "Your answer repeats only the second factor c times: a, plus b times c. The outer exponent repeats the whole bracket, both factors of it.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return a + b * c


@mistake(
    "d01-single_exponent",
    "Your answer repeats only the first factor c times: a times c, plus b. The outer exponent repeats the whole bracket, both factors of it.",
    caught_by="visible",
)
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


@mistake(
    "d01-single_exponent",
    "You dropped the signs of the exponents. A negative exponent takes factors away, so it lowers the count.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return (abs(a) + abs(b)) * c


@mistake(
    "d01-single_exponent",
    "You form the power itself and ask for its exponent afterward. Powers with very large exponents do not fit into the computer's numbers; the exponents alone do.",
    caught_by="hidden",
)
def single_exponent(a, b, c):
    return math.log2((2.0**a * 2.0**b) ** c)


@mistake(
    "d01-single_exponent",
    "You return a power, 10 to the exponent that is asked for. Asked for is the exponent alone.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    if max(abs(a), abs(b), abs(c)) > 1000:
        raise OverflowError("the power is too large to be formed")
    return (10**a * 10**b) ** c


@mistake(
    "d01-single_exponent",
    "Your answer drops what stands after the point of a and of b. An exponent may be a half, and two halves are a whole.",
    caught_by="hidden",
)
def single_exponent(a, b, c):
    return (int(a) + int(b)) * c


@mistake(
    "d01-single_exponent",
    "Your answer is a whole number even where the exponent is none: what stands after the point is lost. Half factors and quarter factors need it.",
    caught_by="hidden",
)
def single_exponent(a, b, c):
    return int((a + b) * c)


@mistake(
    "d01-single_exponent",
    "You subtract the second exponent. That belongs to dividing; here the two powers are multiplied.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return (a - b) * c


@mistake(
    "d01-single_exponent",
    "You divide by the outer exponent. It repeats the bracket, so it multiplies the count inside.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return (a + b) / c


@mistake(
    "d01-single_exponent",
    "You left out the outer exponent: your answer is the count of one bracket.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return a + b


@mistake(
    "d01-single_exponent",
    "You multiplied inside the bracket and raised that to the power c. Side by side the exponents add, and the repeated bracket multiplies.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return (a * b) ** c


@mistake(
    "d01-single_exponent",
    "Your answer is 20, whatever the exponents are. They come in under the names in the brackets of the first line; compute with these.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return 20


@mistake(
    "d01-single_exponent",
    "You join a + b and c by the sign ^, which in Python is neither a power nor a product. The bracket is repeated c times: multiply.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return (a + b) ^ c


@mistake(
    "d01-single_exponent",
    "You subtract the first exponent from the second. Two powers that are multiplied add their exponents.",
    caught_by="visible",
)
def single_exponent(a, b, c):
    return (b - a) * c


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
    product, square, left = 1, base, abs(n)
    while left > 0:
        if left % 2 == 1:
            product = product * square
        square, left = square * square, left // 2
    return 1 / product if n < 0 else product


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


@mistake(
    "d01-int_power",
    "For a negative n your answer is minus the power of |n|. The sign of the exponent makes the number small, not negative.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, n) if n >= 0 else -_positive(base, -n)


@mistake(
    "d01-int_power",
    "Your product has one factor too many: for n = 0 it is the base already. A product of no factors at all is 1.",
    caught_by="visible",
)
def int_power(base, n):
    product = base * _positive(base, abs(n))
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "For n = 0 you returned the base. No factor at all leaves 1: the row of powers steps from b down to b / b.",
    caught_by="visible",
)
def int_power(base, n):
    if n == 0:
        return base
    return _positive(base, n) if n >= 0 else 1 / _positive(base, -n)


@mistake(
    "d01-int_power",
    "For n = 0 your answer is 0. Zero factors leave the product where it starts, at 1.",
    caught_by="visible",
)
def int_power(base, n):
    if n == 0:
        return 0
    return _positive(base, n) if n >= 0 else 1 / _positive(base, -n)


@mistake(
    "d01-int_power",
    "Your product is 0 whatever is multiplied into it, and one divided by it stops with an error. With which number must it start?",
    caught_by="visible",
)
def int_power(base, n):
    product = 0 * _positive(base, abs(n))
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "Your answer has only as many factors as the largest of 1, 2, 4, 8 and so on that fits into n: the factor left over at an odd n got lost.",
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
    "Your answer has one factor for each odd row of the table. The factor left over in a later row stands for a whole group of factors: the square of that moment.",
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
    "Your answer has twice as many factors as it should: each square was squared once more before it was used.",
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
    "Your answer holds the squares of the even rows and misses those of the odd ones. A factor without a partner shows up where the remainder is 1.",
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
    "The largest square is missing from your product: the last row of the table, where what is left is 1, was left out.",
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
    "For a negative n your answer is a root: the base with the exponent 1/|n|. The minus sign divides one by the power; it does not turn the exponent over.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, n) if n >= 0 else base ** (1 / -n)


@mistake(
    "d01-int_power",
    "You multiplied base by n. A power repeats multiplication, as multiplication repeats addition.",
    caught_by="visible",
)
def int_power(base, n):
    return base * n


@mistake(
    "d01-int_power",
    "For a negative n your answer is the power of |n|, a large number. One divided by it is still missing.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, abs(n))


@mistake(
    "d01-int_power",
    "For a negative n your answer is 1, as if nothing were multiplied. A loop over range(n) has no rounds when n is below 0; the count of factors is n without its sign.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, max(n, 0))


@mistake(
    "d01-int_power",
    "For a negative n your answer has lost what stands after the point, as // does. One divided by a large number is small, not 0.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, n) if n >= 0 else 1 // _positive(base, -n)


@mistake(
    "d01-int_power",
    "A large power of a whole number has lost its last digits. A number with a point keeps about 16 of them: is there a 1.0, a float or a division on the way?",
    caught_by="hidden",
)
def int_power(base, n):
    return float(base) ** n


@mistake(
    "d01-int_power",
    "Large powers of whole numbers come out wrong, without a warning: numpy's whole numbers have room for 64 bits and start over when a product needs more. Python's own do not.",
    caught_by="hidden",
)
def int_power(base, n):
    product = np.prod(np.full(abs(n), base))
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "Your answer is never negative. Minus times minus is plus, but an odd number of minus signs leaves a minus.",
    caught_by="hidden",
)
def int_power(base, n):
    product = _positive(abs(base), abs(n))
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "For a negative base your answer is always negative. An even number of minus signs makes plus.",
    caught_by="hidden",
)
def int_power(base, n):
    product = _positive(abs(base), abs(n))
    product = product if n >= 0 else 1 / product
    return -product if base < 0 else product


@mistake(
    "d01-int_power",
    "Your product is one factor short. A range from 1 up to n has n - 1 rounds, because the end is left out.",
    caught_by="visible",
)
def int_power(base, n):
    product = _positive(base, max(abs(n) - 1, 0))
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "Your answer holds a single factor, for a positive and for a negative n. Does the function return in the first round of the loop?",
    caught_by="visible",
)
def int_power(base, n):
    for _ in range(abs(n)):
        return base
    return 1


@mistake(
    "d01-int_power",
    "Your answer holds a single factor, and nothing comes back for n = 0: the function returns in the first round of its loop. Move return left, below the loop.",
    caught_by="visible",
)
def int_power(base, n):
    for _ in range(abs(n)):
        return base


@mistake(
    "d01-int_power",
    "You multiply n factors n. It is the base that is repeated, and n that counts.",
    caught_by="visible",
)
def int_power(base, n):
    product = 1
    for _ in range(abs(n)):
        product = product * n
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "You add the base n times, and start at 1. A power repeats multiplication.",
    caught_by="visible",
)
def int_power(base, n):
    total = 1 + abs(n) * base
    return total if n >= 0 else 1 / total


@mistake(
    "d01-int_power",
    "Your answer is base times base for every n other than 0. Each round has to multiply the product that is there already.",
    caught_by="visible",
)
def int_power(base, n):
    product = base * base if n else 1
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "Your answer is 0 for every n: a product that starts at 0 stays there. Start where zero factors stand.",
    caught_by="visible",
)
def int_power(base, n):
    return 0


@mistake(
    "d01-int_power",
    "Each round multiplies the number by itself, so the count of factors doubles every time. A round should add one factor.",
    caught_by="visible",
)
def int_power(base, n):
    if abs(n) > 200:
        raise OverflowError("too many doublings")
    for _ in range(min(abs(n), 6)):
        base = base * base
    return base if n >= 0 else 1 / base


@mistake(
    "d01-int_power",
    "For a negative n you turn the product over in every round, so large and small take turns. Once is enough, below the loop.",
    caught_by="visible",
)
def int_power(base, n):
    product = 1
    for _ in range(abs(n)):
        product = product * base
        if n < 0:
            product = 1 / product
    return product


@mistake(
    "d01-int_power",
    "Only a negative n gets an answer. Does the last line, return, stand inside the if?",
    caught_by="visible",
)
def int_power(base, n):
    product = _positive(base, abs(n))
    if n < 0:
        return 1 / product


@mistake(
    "d01-int_power",
    "For a negative n your answer is one divided by the base, whatever n is. One is to be divided by the product of all factors: once, below the loop, and not with a return inside it.",
    caught_by="visible",
)
def int_power(base, n):
    product = 1
    for _ in range(abs(n)):
        product = product * base
        if n < 0:
            return 1 / product
    return product


@mistake(
    "d01-int_power",
    "For a positive n your answer is one divided by the power, and for a negative n the power. Is the question about the sign turned round, or does the loop divide?",
    caught_by="visible",
)
def int_power(base, n):
    product = _positive(base, abs(n))
    return 1 / product if n > 0 else product


@mistake(
    "d01-int_power",
    "Your answer is one divided by the power, also where n is positive. Ask first whether n is below 0.",
    caught_by="visible",
)
def int_power(base, n):
    return 1 / _positive(base, abs(n))


@mistake(
    "d01-int_power",
    "You add the base n times, and start at 0: that is base times n without its sign. A power repeats multiplication.",
    caught_by="visible",
)
def int_power(base, n):
    return base * abs(n)


@mistake(
    "d01-int_power",
    "Your answer is 0 for every n other than 0: each round multiplies by the number of the round, and the first is 0. Multiply by base.",
    caught_by="visible",
)
def int_power(base, n):
    return 0 if n else 1


@mistake(
    "d01-int_power",
    "Your answer multiplies 1, 2, 3 and so on, the numbers of the rounds. Each factor of a power is the base.",
    caught_by="visible",
)
def int_power(base, n):
    product = math.prod(range(1, abs(n) + 1))
    return product


@mistake(
    "d01-int_power",
    "Your answer multiplies 1, 2, 3 and so on, the numbers of the rounds. Each factor of a power is the base.",
    caught_by="visible",
)
def int_power(base, n):
    product = math.prod(range(1, abs(n) + 1))
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "You multiply |base| factors n: the two have changed places. It is the base that is repeated, and n that counts.",
    caught_by="visible",
)
def int_power(base, n):
    product = 1
    for _ in range(abs(base)):
        product = product * n
    return product


@mistake(
    "d01-int_power",
    "You return a list of all products on the way. Asked for is one number, the last of them.",
    caught_by="visible",
)
def int_power(base, n):
    product, kept = 1, []
    for _ in range(abs(n)):
        product = product * base
        kept.append(product)
    return kept


@mistake(
    "d01-int_power",
    "Your answer is 1 for every base and every n. A round computes something new only if it gives the result a name: product = product * base.",
    caught_by="visible",
)
def int_power(base, n):
    return 1


@mistake(
    "d01-int_power",
    "For a negative n you multiply factors of minus the base. The minus sign in an exponent divides; it leaves the base alone.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, n) if n >= 0 else _positive(-base, -n)


@mistake(
    "d01-int_power",
    "Your answer multiplies twos, whatever the base is.",
    caught_by="visible",
)
def int_power(base, n):
    product = 2 ** abs(n)
    return product if n >= 0 else 1 / product


@mistake(
    "d01-int_power",
    "A large power of a whole number has lost its last digits. A number with a point keeps about 16 of them: is there a 1.0, a float or a division on the way?",
    caught_by="hidden",
)
def int_power(base, n):
    return np.float64(base) ** n


@mistake(
    "d01-int_power",
    "For a positive n your answer is 1, and for a negative n the power of |n|. Which of the two needs its sign taken off?",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, max(-n, 0))


@mistake(
    "d01-int_power",
    "For a negative n your answer is 0. One divided by a large number is small, and above 0.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, n) if n >= 0 else 0


@mistake(
    "d01-int_power",
    "For a negative n you subtract the power of |n| from 1. One is divided by it.",
    caught_by="visible",
)
def int_power(base, n):
    return _positive(base, n) if n >= 0 else 1 - _positive(base, -n)


hints(
    "d01-int_power",
    "A power is a product of n factors. What is the product before the first factor has come in?",
    "Start a product at 1 and let a loop run abs(n) times. What does one round do to the product?",
    "Each round: product = product * base. Below the loop: if n is negative, the product becomes one divided by it. Then return it.",
)
why(
    "d01-int_power",
    "A product that starts at 1 and takes in one factor a round holds n factors in the end, and none for n = 0. A negative exponent divides one by that product. As long as only whole numbers are multiplied, nothing is rounded.",
)

equivalent("d01-int_power", "if n < 0: → if n <= 0:", "for n = 0 the product is 1, and one divided by 1 is 1")
equivalent("d01-int_power", "if n < 0: → if n < 1:", "for n = 0 the product is 1, and one divided by 1 is 1")

# ---------------------------------------------------------------- d01-param_count


@also_right("d01-param_count")
def param_count(layers, bias=True):
    return sum((d_in + int(bias)) * d_out for d_in, d_out in layers)


@also_right("d01-param_count")
def param_count(layers, bias=True):
    return sum(layer[0] * layer[1] for layer in layers) + (sum(layer[1] for layer in layers) if bias else 0)


@mistake(
    "d01-param_count",
    "Your answer holds the weights alone, whatever bias says. With bias=True each output has one number more.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_in * d_out for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "You gave a bias to each input. The bias is added at the output, after the weighted inputs have come together.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_in * d_out + (d_in if bias else 0) for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "You gave one bias to each layer. Each output of a layer has a bias of its own.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_in * d_out + (1 if bias else 0) for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "Your answer holds the biases whatever bias says. With bias=False only the weights count.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_in * d_out + d_out for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "Your answer counts the first layer only. Does your function return inside the loop? Move return left, below the loop.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    for d_in, d_out in layers:
        return d_in * d_out + (d_out if bias else 0)


@mistake(
    "d01-param_count",
    "Your answer counts the last layer only. A total grows: new total = old total + this layer. Does it start anew in every round?",
    caught_by="visible",
)
def param_count(layers, bias=True):
    for d_in, d_out in layers:
        total = d_in * d_out + (d_out if bias else 0)
    return total


@mistake(
    "d01-param_count",
    "Your answer holds the biases of the last layer only. Every layer has biases, so they are added inside the loop.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    total = 0
    for d_in, d_out in layers:
        total = total + d_in * d_out
    return total + (d_out if bias else 0)


@mistake(
    "d01-param_count",
    "You added inputs and outputs. Every input is joined to every output, so the numbers are multiplied.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_in + d_out + (d_out if bias else 0) for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "Your answer misses the biases of the last layer. Its outputs have a bias each, like all others.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    weights = sum(d_in * d_out for d_in, d_out in layers)
    return weights + (sum(d_out for _, d_out in layers[:-1]) if bias else 0)


@mistake(
    "d01-param_count",
    "You multiplied the layers with each other. Their parameters stand side by side, so the counts add.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return math.prod(d_in * d_out + (d_out if bias else 0) for d_in, d_out in layers)


@mistake(
    "d01-param_count", "You counted biases at both ends of a layer. Inputs have none.", caught_by="visible"
)
def param_count(layers, bias=True):
    return sum(d_in * d_out + (d_in + d_out if bias else 0) for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "The count is right, but the list of layers that you were given is changed afterward. The caller still needs it.",
    caught_by="hidden",
)
def param_count(layers, bias=True):
    total = 0
    while layers:
        d_in, d_out = layers.pop()
        total = total + d_in * d_out + (d_out if bias else 0)
    return total


@mistake(
    "d01-param_count",
    "A list without layers has no first one, and your function stops with an error there. Start the total at 0.",
    caught_by="hidden",
)
def param_count(layers, bias=True):
    total = (layers[0][0] + bias) * layers[0][1]
    for d_in, d_out in layers[1:]:
        total = total + (d_in + bias) * d_out
    return total


@mistake(
    "d01-param_count",
    "With bias=True your answer is the biases alone, with bias=False the weights alone. The weights are always there; only the biases depend on bias.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_out if bias else d_in * d_out for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "You read bias the other way around: your answer has biases where there are none, and none where there are.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_in * d_out + (0 if bias else d_out) for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "Layers of the same size are counted once. Two equal layers are two layers.",
    caught_by="hidden",
)
def param_count(layers, bias=True):
    return sum(d_in * d_out + (d_out if bias else 0) for d_in, d_out in set(layers))


@mistake(
    "d01-param_count",
    "Your answer is a number with a point. Such a number keeps about 16 digits, so the count of a very large network is not exact. Start the total at 0, not at 0.0.",
    caught_by="hidden",
)
def param_count(layers, bias=True):
    return float(sum(d_in * d_out + (d_out if bias else 0) for d_in, d_out in layers))


@mistake(
    "d01-param_count",
    "You return a list with one count for each layer. Asked for is one number, their sum.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return [d_in * d_out + (d_out if bias else 0) for d_in, d_out in layers]


@mistake(
    "d01-param_count",
    "With bias=True your answer counts the first layer only; with bias=False nothing comes back. Does the return stand inside the if?",
    caught_by="visible",
)
def param_count(layers, bias=True):
    total = 0
    for d_in, d_out in layers:
        total = total + d_in * d_out
        if bias:
            return total + d_out


@mistake(
    "d01-param_count",
    "Your answer counts the last layer only. A total grows: new total = old total + this layer. Does a line give it a new value without the old one?",
    caught_by="visible",
)
def param_count(layers, bias=True):
    total = 0
    for d_in, d_out in layers:
        total = d_in * d_out
        if bias:
            total = total + d_out
    return total


@mistake(
    "d01-param_count",
    "With bias=False your answer is 0. The weights are always there; only the biases depend on bias.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    total = 0
    for d_in, d_out in layers:
        if bias:
            total = total + d_in * d_out + d_out
    return total


@mistake(
    "d01-param_count",
    "Your answer is one too large: even a network without layers gets 1. With which number does your total start?",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return 1 + sum(d_in * d_out + (d_out if bias else 0) for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "You multiplied the layers with each other, and left out the biases. Their parameters stand side by side, so the counts add.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return math.prod(d_in * d_out for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "Your answer counts the first layer only, and stops with an error where there is none. A loop takes one layer after the other.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    d_in, d_out = layers[0]
    return d_in * d_out + (d_out if bias else 0)


@mistake(
    "d01-param_count",
    "With bias=False your answer counts the first layer only. Does a return stand inside the loop?",
    caught_by="visible",
)
def param_count(layers, bias=True):
    total = 0
    for d_in, d_out in layers:
        total = total + d_in * d_out
        if not bias:
            return total
        total = total + d_out
    return total


@mistake(
    "d01-param_count",
    "Your answer is twice the weights, whatever bias says. A bias belongs to an output and not to each of its lines.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(2 * d_in * d_out for d_in, d_out in layers)


@mistake(
    "d01-param_count",
    "Your answer holds the biases of the last layer only. Every layer has biases, so each round has to add its own to a total.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    total, biases = 0, 0
    for d_in, d_out in layers:
        total = total + d_in * d_out
        biases = d_out
    return total + (biases if bias else 0)


@mistake(
    "d01-param_count",
    "The last layer is missing from your count. The end of a range is left out by itself; nothing is to be taken off.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_in * d_out + (d_out if bias else 0) for d_in, d_out in layers[:-1])


@mistake(
    "d01-param_count",
    "The first layer is missing from your count. Python counts places from 0.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_in * d_out + (d_out if bias else 0) for d_in, d_out in layers[1:])


@mistake(
    "d01-param_count",
    "Your answer counts the outputs alone. Each layer has a weight for every pair of input and output too.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    return sum(d_out for _, d_out in layers)


@mistake(
    "d01-param_count",
    "Your answer is a number with a point. Such a number keeps about 16 digits, so the count of a very large network is not exact. Start the total at 0, not at 0.0.",
    caught_by="hidden",
)
def param_count(layers, bias=True):
    return np.float64(sum(d_in * d_out + (d_out if bias else 0) for d_in, d_out in layers))


@mistake(
    "d01-param_count",
    "Your answer joins the first inputs to the last outputs, as if there were one layer. Every layer has its own weights.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    d_in, d_out = layers[0][0], layers[-1][1]
    return d_in * d_out + (d_out if bias else 0)


@mistake(
    "d01-param_count",
    "You multiply the sum of all inputs by the sum of all outputs. Inputs are joined to the outputs of their own layer only.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    outputs = sum(d_out for _, d_out in layers)
    return sum(d_in for d_in, _ in layers) * outputs + (outputs if bias else 0)


@mistake(
    "d01-param_count",
    "With bias=False your answer counts the last layer only. The weights are added to the total in either case.",
    caught_by="visible",
)
def param_count(layers, bias=True):
    total = 0
    for d_in, d_out in layers:
        total = total + d_in * d_out + d_out if bias else d_in * d_out
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


@mistake(
    "d01-memory_gb",
    "Your answer is eight times too large: it counts bits as if they were bytes. Eight bits make one byte.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * bits / 1e9


@mistake(
    "d01-memory_gb",
    "Your answer counts units of 2**30 bytes, gibibytes. A gigabyte is 10**9 bytes.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * bits / 8 / 2**30


@mistake(
    "d01-memory_gb",
    "Your answer counts megabytes, millions of bytes. A gigabyte is a thousand of them.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * bits / 8 / 1e6


@mistake("d01-memory_gb", "Your answer counts bytes. A gigabyte is 10**9 of them.", caught_by="visible")
def memory_gb(n_params, bits):
    return n_params * bits / 8


@mistake(
    "d01-memory_gb",
    "Your answer is 64 times too large: the bits are multiplied by 8. Eight bits go into one byte, so there are fewer bytes than bits.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * bits * 8 / 1e9


@mistake(
    "d01-memory_gb",
    "Your answer does not depend on the bits: it takes one byte for each parameter, whatever was asked.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params / 1e9


@mistake(
    "d01-memory_gb",
    "More bits make your answer smaller. More bits for each parameter need more memory.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * 8 / bits / 1e9


@mistake(
    "d01-memory_gb",
    "Your answer drops what is left when the bits are divided by 8: 4 bits became 0 bytes, and 12 bits one byte.",
    caught_by="hidden",
)
def memory_gb(n_params, bits):
    return n_params * (bits // 8) / 1e9


@mistake(
    "d01-memory_gb",
    "Your answer drops what stands after its point. A small model then weighs nothing.",
    caught_by="hidden",
)
def memory_gb(n_params, bits):
    return n_params * bits // (8 * 10**9)


@mistake(
    "d01-memory_gb",
    "Your answer takes a whole number of bytes for each parameter. Two numbers of 4 bits share a byte.",
    caught_by="hidden",
)
def memory_gb(n_params, bits):
    return n_params * math.ceil(bits / 8) / 1e9


@mistake(
    "d01-memory_gb",
    "Your answer is too large by the factor 10**18, as if bytes were multiplied by 10**9. They become gigabytes when they are divided by it.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * bits / 8 * 10**9


@mistake(
    "d01-memory_gb",
    "Your answer divides by 10 and multiplies by 9. Ten to the power 9 takes two stars, 10**9.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * bits / 8 / 10 * 9


@mistake(
    "d01-memory_gb",
    "Your answer is rounded to whole gigabytes. A small model then weighs nothing.",
    caught_by="hidden",
)
def memory_gb(n_params, bits):
    return round(n_params * bits / 8 / 10**9)


@mistake(
    "d01-memory_gb",
    "Your answer is rounded to two digits after the point. Asked for are the gigabytes as they are; rounding is for the moment of printing.",
    caught_by="hidden",
)
def memory_gb(n_params, bits):
    return round(n_params * bits / 8 / 10**9, 2)


@mistake(
    "d01-memory_gb",
    "Your answer does not depend on the bits: it takes two bytes for each parameter, whatever was asked.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * 2 / 1e9


@mistake(
    "d01-memory_gb",
    "Your answer drops part of the last byte, as // does. One parameter of one bit then fills nothing.",
    caught_by="hidden",
)
def memory_gb(n_params, bits):
    return n_params * bits // 8 / 1e9


@mistake(
    "d01-memory_gb",
    "Your answer does not depend on the bits: it takes eight bytes for each parameter, whatever was asked.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * 8 / 10**9


@mistake(
    "d01-memory_gb",
    "More bits make your answer smaller. More bits for each parameter need more memory.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params / bits / 10**9


@mistake(
    "d01-memory_gb",
    "Your answer grows with 2 to the power of the bits. That counts the values which so many bits can tell apart; the memory is the bits themselves.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * 2**bits / 8 / 10**9


@mistake(
    "d01-memory_gb",
    "Your answer is that of 70 billion parameters, whatever n_params is. The number comes in under the name n_params.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return 70_000_000_000 * bits / 8 / 10**9


@mistake(
    "d01-memory_gb",
    "You add the bits to the number of parameters. Each parameter takes so many bits, so the two are multiplied.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return (n_params + bits) / 8 / 10**9


@mistake(
    "d01-memory_gb",
    "Your answer is rounded up to whole gigabytes. Asked for are the gigabytes as they are.",
    caught_by="hidden",
)
def memory_gb(n_params, bits):
    return math.ceil(n_params * bits / 8 / 10**9)


@mistake(
    "d01-memory_gb",
    "Your answer does not depend on the bits: it takes four bytes for each parameter, whatever was asked.",
    caught_by="visible",
)
def memory_gb(n_params, bits):
    return n_params * 4 / 10**9


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
    "Your exponent is one off at some powers of ten, such as 1e-11: many small roundings pushed the number to the wrong side of 1. Compare with powers of ten, and divide once.",
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
    "For numbers below 1 your exponent is one too high, and the mantissa starts with 0. The exponent is rounded toward 0, and for a negative one that is up.",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = int(math.log10(abs(x)))
    return x / 10.0**k, k


@mistake(
    "d01-sci",
    "At a power of ten your mantissa is 10. At 1000 the next power of ten is reached, so it counts: the comparison is >= and not >.",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 0
    while abs(x) > 10.0 ** (k + 1):
        k = k + 1
    while abs(x) < 10.0**k:
        k = k - 1
    return x / 10.0**k, k


@mistake("d01-sci", "Your mantissa is never negative. Compare abs(x), but divide x.", caught_by="visible")
def sci(x):
    return (0.0, 0) if x == 0 else (abs(x) / 10.0 ** _count(x), _count(x))


@mistake(
    "d01-sci",
    "Your mantissa lies between 0.1 and 1, one power of ten too low. It should have one digit other than 0 before the point.",
    caught_by="visible",
)
def sci(x):
    return (0.0, 0) if x == 0 else (x / 10.0 ** (_count(x) + 1), _count(x) + 1)


@mistake("d01-sci", "You returned the exponent first. The pair is (mantissa, exponent).", caught_by="visible")
def sci(x):
    return (0, 0.0) if x == 0 else (_count(x), x / 10.0 ** _count(x))


@mistake(
    "d01-sci",
    "At x = 0 your function stops with an error: no power of ten is small enough for 0. Answer 0 before you count.",
    caught_by="visible",
)
def sci(x):
    k = _count(x)
    return x / 10.0**k, k


@mistake(
    "d01-sci",
    "A number below 1 keeps the exponent 0. It needs a negative exponent, so the count must go down too.",
    caught_by="visible",
)
def sci(x):
    k = 0
    while abs(x) >= 10.0 ** (k + 1):
        k = k + 1
    return x / 10.0**k, k


@mistake(
    "d01-sci",
    "For small numbers your exponent has lost its minus sign: the steps go down, so they count below 0.",
    caught_by="visible",
)
def sci(x):
    return (0.0, 0) if x == 0 else (x / 10.0 ** _count(x), abs(_count(x)))


@mistake(
    "d01-sci",
    "Your count does not find a negative number: with its sign it lies below every power of ten. Compare abs(x).",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 0
    while x >= 10.0 ** (k + 1):
        k = k + 1
    while x < 10.0**k and k > -400:
        k = k - 1
    return x / 10.0**k, k


@mistake("d01-sci", "Your mantissa has lost what stands after its point, as // does.", caught_by="visible")
def sci(x):
    return (0.0, 0) if x == 0 else (x // 10.0 ** _count(x), _count(x))


@mistake(
    "d01-sci",
    "Your exponents are multiples of 3, as engineers write them. Here the mantissa must lie below 10.",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = _count(x) // 3 * 3
    return x / 10.0**k, k


@mistake(
    "d01-sci",
    "Your mantissa has few digits. The rest of them are gone, as in a printed form.",
    caught_by="hidden",
)
def sci(x):
    m, k = f"{float(x):e}".split("e")
    return float(m), int(k)


@mistake(
    "d01-sci",
    "Your mantissa is rounded to one digit after the point. It then names a number near x and not x itself.",
    caught_by="hidden",
)
def sci(x):
    return (0.0, 0) if x == 0 else (round(float(x / 10.0 ** _count(x)), 1), _count(x))


@mistake(
    "d01-sci",
    "Your mantissa is x times the power of ten. To take the power out of x, divide by it.",
    caught_by="visible",
)
def sci(x):
    return (0.0, 0) if x == 0 else (x * 10.0 ** _count(x), _count(x))


@mistake(
    "d01-sci",
    "Your exponent moves by one step at most. if asks once; while asks again after every step.",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 1 if abs(x) >= 10 else -1 if abs(x) < 1 else 0
    return x / 10.0**k, k


@mistake(
    "d01-sci",
    "You return the exponent alone. Asked for is the pair of mantissa and exponent.",
    caught_by="visible",
)
def sci(x):
    return 0 if x == 0 else _count(x)


@mistake(
    "d01-sci",
    "At a power of ten your mantissa is 10. The second loop goes one step too far there: lower k while abs(x) lies below the power, with < and not <=.",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 0
    while abs(x) >= 10.0 ** (k + 1):
        k = k + 1
    while abs(x) <= 10.0**k:
        k = k - 1
    return x / 10.0**k, k


@mistake(
    "d01-sci",
    "Your mantissa lies below 1. For 250 the count goes up to 3: it should go on only while x reaches the next power, 10.0 ** (k + 1).",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 0
    while abs(x) >= 10.0**k:
        k = k + 1
    return x / 10.0**k, k


@mistake(
    "d01-sci",
    "Your first number is x itself. Divided by the power of ten it becomes the mantissa.",
    caught_by="visible",
)
def sci(x):
    return (0.0, 0) if x == 0 else (x, _count(x))


@mistake(
    "d01-sci",
    "Your exponent has the opposite sign: large numbers have positive exponents, and small ones negative.",
    caught_by="visible",
)
def sci(x):
    return (0.0, 0) if x == 0 else (x / 10.0 ** _count(x), -_count(x))


@mistake(
    "d01-sci",
    "Your exponent is never below 1, so the mantissa of 7 is 0.7. The count starts at k = 0, and goes down for numbers below 1.",
    caught_by="visible",
)
def sci(x):
    if x == 0:
        return 0.0, 0
    k = 1
    while abs(x) >= 10.0 ** (k + 1):
        k = k + 1
    return x / 10.0**k, k


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
equivalent(
    "d01-sci",
    "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k - 1):",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent(
    "d01-sci",
    "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k * 1):",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent(
    "d01-sci",
    "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k / 1):",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent(
    "d01-sci",
    "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k // 1):",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent(
    "d01-sci",
    "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k ** 1):",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent(
    "d01-sci",
    "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 9.0 ** (k + 1):",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent(
    "d01-sci",
    "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** (k + 0):",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent(
    "d01-sci",
    "while abs(x) >= 10.0 ** (k + 1): → while abs(x) >= 10.0 ** ((k)):",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent(
    "d01-sci",
    "k = k + 1 → k = k + 2",
    "the first loop overshoots, and the second one lowers k to where it belongs",
)
equivalent("d01-sci", "k = 0 → k = 1", "the two loops find k from any start")
equivalent("d01-sci", "k = 0 → k = -1", "the two loops find k from any start")
