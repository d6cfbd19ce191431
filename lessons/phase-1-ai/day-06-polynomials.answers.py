import cmath
import math
from fractions import Fraction

import matplotlib.pyplot as plt
import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d06-horner


@also_right("d06-horner")
def horner(coeffs, x):
    return sum(c * np.asarray(x, dtype=float) ** k for k, c in enumerate(coeffs))


@also_right("d06-horner")
def horner(coeffs, x):
    return np.polynomial.polynomial.polyval(x, coeffs)


@mistake("d06-horner", "You read the coefficients highest power first. Here coeffs[0] stands alone and coeffs[1] belongs to x.", caught_by="visible")
def horner(coeffs, x):
    value = 0.0
    for c in coeffs:
        value = value * x + c
    return value


@mistake("d06-horner", "You left out the constant coeffs[0]. At x = 0 every power vanishes, and the constant is what remains.", caught_by="visible")
def horner(coeffs, x):
    return sum(c * np.asarray(x, dtype=float) ** k for k, c in enumerate(coeffs) if k > 0) + 0.0 * x


@mistake(
    "d06-horner",
    "Your value is x times too large: the powers start at x instead of at 1. After the last addition nothing is multiplied any more.",
    caught_by="visible",
)
def horner(coeffs, x):
    value = 0.0
    for c in coeffs[::-1]:
        value = (value + c) * x
    return value


@mistake("d06-horner", "You added up the coefficients, which is the value at x = 1 whatever x is.", caught_by="visible")
def horner(coeffs, x):
    return np.sum(coeffs) + 0.0 * x


@mistake("d06-horner", "You multiplied each coefficient by x itself. Its position says how often x is a factor.", caught_by="visible")
def horner(coeffs, x):
    return coeffs[0] + sum(c * x for c in coeffs[1:])


@mistake("d06-horner", "Your value lacks the highest power: one coefficient takes no part in it.", caught_by="visible")
def horner(coeffs, x):
    return sum(coeffs[k] * np.asarray(x, dtype=float) ** k for k in range(len(coeffs) - 1))


@mistake("d06-horner", "You returned one number, the sum over all x. Every x has a value of its own.", caught_by="visible")
def horner(coeffs, x):
    return np.sum(np.polynomial.polynomial.polyval(x, coeffs))


@mistake("d06-horner", "Your terms hold the position k as a factor, not as an exponent: k times x instead of x to the power k.", caught_by="visible")
def horner(coeffs, x):
    return coeffs[0] + sum(c * k * x for k, c in enumerate(coeffs))


@mistake(
    "d06-horner",
    "For a constant polynomial one number comes back for a whole array of x. Begin so that x takes part in every case.",
    caught_by="hidden",
)
def horner(coeffs, x):
    value = coeffs[-1]
    for c in coeffs[-2::-1] if len(coeffs) > 1 else []:
        value = value * x + c
    return value


@mistake(
    "d06-horner",
    "If x holds whole numbers, your values are whole too: the coefficients have lost what stands behind the point.",
    caught_by="hidden",
)
def horner(coeffs, x):
    value = np.zeros_like(x)
    for c in coeffs[::-1]:
        value = (value * x + c).astype(value.dtype)
    return value


@mistake("d06-horner", "Your values are right, but the caller's array of coefficients now reads backward.", caught_by="hidden")
def horner(coeffs, x):
    coeffs[:] = coeffs[::-1].copy()
    value = 0.0
    for c in coeffs:
        value = value * x + c
    return value


@mistake("d06-horner", "Your value stops at the power x². A polynomial has as many coefficients as the caller gives.", caught_by="visible")
def horner(coeffs, x):
    padded = [*coeffs, 0.0, 0.0]
    return padded[0] + padded[1] * x + padded[2] * x**2


@mistake("d06-horner", "Your value is the highest coefficient: the loop was left after its first round. Return when it is over.", caught_by="visible")
def horner(coeffs, x):
    return 0.0 * x + coeffs[-1]


@mistake("d06-horner", "Your value is always 0: it starts at 0 and is only ever multiplied. After the product with x the coefficient has to be added.", caught_by="visible")
def horner(coeffs, x):
    value = 0.0
    for c in coeffs[::-1]:
        value = value * (x + c)
    return value


@mistake("d06-horner", "You started with 1, so a power that nobody asked for is added. The running value starts at 0.", caught_by="visible")
def horner(coeffs, x):
    value = 1.0
    for c in coeffs[::-1]:
        value = value * x + c
    return value


@mistake("d06-horner", "Your value holds the lowest coefficient only, twice: the running value is not carried from one round to the next.", caught_by="visible")
def horner(coeffs, x):
    value = 0.0
    for c in coeffs[::-1]:
        value = c * x + c
    return value


@mistake("d06-horner", "Your loop stops before the lowest coefficient: c0 is never added, and every other power is one too low.", caught_by="visible")
def horner(coeffs, x):
    value = 0.0
    for c in coeffs[:0:-1]:
        value = value * x + c
    return value + 0.0 * x


@mistake("d06-horner", "You raised the coefficients to the powers as well. Only x has an exponent; the coefficient is a factor before it.", caught_by="visible")
def horner(coeffs, x):
    value = 0.0
    for k in range(len(coeffs)):
        value = value + (coeffs[k] * (x + 0.0)) ** k
    return value


@mistake("d06-horner", "You returned all intermediate values. The last of them is the answer.", caught_by="visible")
def horner(coeffs, x):
    value, steps = 0.0, []
    for c in coeffs[::-1]:
        value = value * x + c
        steps.append(value)
    return steps


@also_right("d06-horner")
def horner(coeffs, x):
    if len(coeffs) == 0:
        return 0.0
    return coeffs[0] + x * horner(coeffs[1:], x * 1.0)


@mistake("d06-horner", "Your value is the lowest coefficient times x: each round of the loop begins anew. Multiply the running value by x, and add the coefficient.", caught_by="visible")
def horner(coeffs, x):
    value = 0.0
    for c in coeffs[::-1]:
        value = c * x
    return value


@mistake("d06-horner", "Your value is x times the sum of the coefficients: in each round the coefficient is multiplied, and it is the running value that should be.", caught_by="visible")
def horner(coeffs, x):
    value = 0.0
    for c in coeffs[::-1]:
        value = c * x + value
    return value


@mistake("d06-horner", "The highest coefficient counts twice: the running value starts with it, and the loop adds it again.", caught_by="visible")
def horner(coeffs, x):
    value = coeffs[-1]
    for c in coeffs[::-1]:
        value = value * x + c
    return value


@mistake("d06-horner", "Your terms hold the position k as a factor, not as an exponent: k times x instead of x to the power k.", caught_by="visible")
def horner(coeffs, x):
    return sum(coeffs[k] * x * k for k in range(len(coeffs)))


@mistake("d06-horner", "Your loop stops before the lowest coefficient: c0 is never added, and every other power is one too low.", caught_by="visible")
def horner(coeffs, x):
    value = 0.0
    for k in range(len(coeffs) - 1, 0, -1):
        value = value * x + coeffs[k]
    return value


@mistake("d06-horner", "Your terms are all multiplied by x once, whatever their place. Multiply the running value by x in every round.", caught_by="visible")
def horner(coeffs, x):
    value = coeffs[-1]
    for c in coeffs[-2::-1]:
        value = value + x * c
    return value


hints(
    "d06-horner",
    "Which coefficient do you meet first when you read a number from the left, and where does it stand in coeffs?",
    "Keep one running value. For each coefficient, from the last to the first, it is multiplied once and something is added once.",
    "Start from value = 0.0 and loop over coeffs[::-1]. In the loop stands a single line: the new value is the old one times x, plus the coefficient.",
)
why(
    "d06-horner",
    "Every coefficient passes through as many multiplications by x as there are coefficients below it, which is its power. Starting from 0.0 lets the first step give the highest coefficient, one for every x and with a decimal point.",
)

# ---------------------------------------------------------------- d06-vertex


@also_right("d06-vertex")
def vertex(a, b, c):
    # The parabola has the height c at 0 and at -b/a; by symmetry the vertex lies halfway between.
    if a == 0:
        raise ValueError("no vertex")
    x = (0 + -b / a) / 2
    return x, (a * x + b) * x + c


@also_right("d06-vertex")
def vertex(a, b, c):
    if a == 0:
        raise ValueError("a line")
    a, b, c = Fraction(a), Fraction(b), Fraction(c)
    return np.array([float(-b / (2 * a)), float(c - b * b / (4 * a))])


def _vertex(x, y):
    """A wrong vertex that treats a = 0 rightly; the mistakes below share it."""

    def wrong(a, b, c):
        if a == 0:
            raise ValueError("no vertex")
        return x(a, b, c), y(a, b, c)

    return wrong


def _x(a, b, c):
    return -b / (2 * a)


def _y(a, b, c):
    return c - b**2 / (4 * a)


@mistake("d06-vertex", "Your x has the wrong sign. The square is 0 where x + b/(2a) = 0, and that is on the other side.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(lambda a, b, c: b / (2 * a), _y)(a, b, c)


@mistake("d06-vertex", "Your x is -b/a. There the parabola is as high as at 0; the vertex lies halfway.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(lambda a, b, c: -b / a, _y)(a, b, c)


@mistake("d06-vertex", "Your x is half of -b, times a. The whole of 2a belongs below the line, in brackets.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(lambda a, b, c: -b / 2 * a, _y)(a, b, c)


@mistake("d06-vertex", "Your x is minus half of b. That is right for a = 1 only.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(lambda a, b, c: -b / 2, _y)(a, b, c)


@mistake("d06-vertex", "You returned c as the height. That is the height at x = 0; the corner that you added must be subtracted again.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: c)(a, b, c)


@mistake("d06-vertex", "You subtracted b²/(2a). That is what the term with b alone takes away; the term with a gives half of it back.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: c - b**2 / (2 * a))(a, b, c)


@mistake("d06-vertex", "Your height is c plus b²/(4a). The corner was added inside the bracket; outside it has to go again.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: c + b**2 / (4 * a))(a, b, c)


@mistake("d06-vertex", "Your height is c minus the corner (b/(2a))². The bracket is multiplied by a, so a times the corner has to go.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: c - (b / (2 * a)) ** 2)(a, b, c)


@mistake("d06-vertex", "Your height takes away a quarter of b², times a. The whole of 4a belongs below the line, in brackets.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: c - b**2 / 4 * a)(a, b, c)


@mistake("d06-vertex", "You gave the height first. A point is (x, y): the place, then the height.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_y, _x)(a, b, c)


@mistake("d06-vertex", "You returned the place alone. A vertex has a height, too.", caught_by="visible")
def vertex(a, b, c):
    if a == 0:
        raise ValueError("no vertex")
    return _x(a, b, c)


@mistake("d06-vertex", "For a = 0 Python stops in your division, and no ValueError was raised before. Say in words of your own what is wrong.", caught_by="visible")
def vertex(a, b, c):
    return _x(a, b, c), _y(a, b, c)


@mistake("d06-vertex", "For a = 0 you returned the point at x = 0. A line has no vertex; an invented one would be used by somebody.", caught_by="visible")
def vertex(a, b, c):
    return (_x(a, b, c), _y(a, b, c)) if a != 0 else (0.0, c)


@mistake("d06-vertex", "Your place and height are rounded down to whole numbers.", caught_by="hidden")
def vertex(a, b, c):
    return _vertex(lambda a, b, c: -b // (2 * a), lambda a, b, c: c - b**2 // (4 * a))(a, b, c)


@mistake("d06-vertex", "You treated small numbers a as 0. A flat parabola has a vertex as good as any.", caught_by="hidden")
def vertex(a, b, c):
    if abs(a) < 1e-9:
        raise ValueError("no vertex")
    return _x(a, b, c), _y(a, b, c)


@mistake("d06-vertex", "You accepted positive a only. A parabola that opens downward has a vertex: its highest point.", caught_by="hidden")
def vertex(a, b, c):
    if a <= 0:
        raise ValueError("no vertex")
    return _x(a, b, c), _y(a, b, c)


@mistake("d06-vertex", "Your answer is that for a positive a. If the parabola opens downward, place and height both change.", caught_by="hidden")
def vertex(a, b, c):
    return _vertex(lambda a, b, c: -b / (2 * abs(a)), lambda a, b, c: c - b**2 / (4 * abs(a)))(a, b, c)


@mistake("d06-vertex", "In your place and in your height you divide by a number and then multiply by a. The whole of 2a, and of 4a, belongs below the line, in brackets.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(lambda a, b, c: -b / 2 * a, lambda a, b, c: c - b**2 / 4 * a)(a, b, c)


@mistake("d06-vertex", "Your height has the wrong sign. c stays as it is, and b²/(4a) is taken away from it.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: b**2 / (4 * a) - c)(a, b, c)


@mistake("d06-vertex", "Your height lacks c: it is only what the corner takes away.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: -(b**2) / (4 * a))(a, b, c)


@mistake("d06-vertex", "Your height is b² - 4ac. The height of the vertex is that number divided by -4a.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: b**2 - 4 * a * c)(a, b, c)


@mistake("d06-vertex", "For a = 0 you returned a text. A text travels on like a number; raise stops the program.", caught_by="visible")
def vertex(a, b, c):
    return (_x(a, b, c), _y(a, b, c)) if a != 0 else "no vertex"


@mistake("d06-vertex", "Your x has the wrong sign. The square is 0 where x + b/(2a) = 0, and that is on the other side.", caught_by="visible")
def vertex(a, b, c):
    if a == 0:
        raise ValueError("no vertex")
    x = b / (2 * a)
    return x, a * x**2 + b * x + c


@mistake("d06-vertex", "For a = 0 you returned None. A line has no vertex: stop with a ValueError, so that nobody goes on with nothing.", caught_by="visible")
def vertex(a, b, c):
    return (_x(a, b, c), _y(a, b, c)) if a != 0 else None


@mistake("d06-vertex", "Your height takes away b/(4a). In the corner b stands squared.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: c - b / (4 * a))(a, b, c)


@mistake("d06-vertex", "Your height squares a as well: in a x² only the x is squared.", caught_by="visible")
def vertex(a, b, c):
    return _vertex(_x, lambda a, b, c: (a * _x(a, b, c)) ** 2 + b * _x(a, b, c) + c)(a, b, c)


@mistake("d06-vertex", "Your x is -b/a. There the parabola is as high as at 0; the vertex lies halfway.", caught_by="visible")
def vertex(a, b, c):
    if a == 0:
        raise ValueError("no vertex")
    x = -b / a
    return x, a * x**2 + b * x + c


@mistake("d06-vertex", "Your x is half of -b, times a. The whole of 2a belongs below the line, in brackets.", caught_by="visible")
def vertex(a, b, c):
    if a == 0:
        raise ValueError("no vertex")
    x = -b / 2 * a
    return x, a * x**2 + b * x + c


hints(
    "d06-vertex",
    "Where is the square in the completed form equal to 0? And what is left of the whole there?",
    "The place is minus b over twice a; the height is c minus b squared over four times a. Mind the brackets below the line.",
    "First test whether a == 0 and raise a ValueError. Then return two numbers, separated by a comma.",
)
why(
    "d06-vertex",
    "The completed square a (x + b/(2a))² + c - b²/(4a) depends on x only through the square. The square is never negative and is 0 at x = -b/(2a), so that is the lowest point for a > 0, the highest for a < 0, and the constant is its height.",
)

# ---------------------------------------------------------------- d06-quadratic_roots


@also_right("d06-quadratic_roots")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    if d == 0:
        return [q / a]
    return sorted([q / a, c / q])


@also_right("d06-quadratic_roots")
def quadratic_roots(a, b, c):
    h, k = -b / (2 * a), b * b / (4 * a * a) - c / a
    if b * b < 4 * a * c:
        return []
    if b * b == 4 * a * c:
        return np.array([h])
    far = h + (math.sqrt(k) if h > 0 else -math.sqrt(k))
    return np.sort(np.array([far, c / a / far]))


def _plain(a, b, c):
    """The two values of the formula as it stands; the mistakes below share it."""
    root = math.sqrt(b * b - 4 * a * c)
    return sorted([(-b - root) / (2 * a), (-b + root) / (2 * a)])


@mistake(
    "d06-quadratic_roots",
    "Your roots are right until b is large. Then one sign of the formula subtracts two nearly equal numbers, and that root loses its digits.",
    caught_by="visible",
)
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    return [] if d < 0 else [-b / (2 * a)] if d == 0 else _plain(a, b, c)


@mistake(
    "d06-quadratic_roots",
    "You always trust the root with the minus sign. That is safe for positive b; for a large negative b it is the one that cancels.",
    caught_by="hidden",
)
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    safe = -b - math.sqrt(d)
    if safe == 0:  # b is negative and c is 0
        return sorted([0.0, -b / a])
    return sorted([safe / (2 * a), 2 * c / safe])


@mistake(
    "d06-quadratic_roots",
    "For b = 0 you find no roots of 2x² - 8: the sign of 0 is 0, nothing is added to b, and you divide by 0.",
    caught_by="visible",
)
def quadratic_roots(a, b, c):
    inside = b * b - 4 * a * c
    if inside < 0:
        return []
    if inside == 0:
        return [-b / (2 * a)]
    q = -(b + np.sign(b) * math.sqrt(inside)) / 2
    with np.errstate(all="ignore"):
        return sorted([q / a, np.float64(c) / q])


@mistake("d06-quadratic_roots", "You added 4ac under the root. Completing the square leaves b² minus 4ac there.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b + 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    root = math.sqrt(d)
    return sorted([(-b - root) / (2 * a), (-b + root) / (2 * a)])


@mistake("d06-quadratic_roots", "You divided by a instead of 2a. Both roots come out twice as large.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    return [] if d < 0 else [-b / a] if d == 0 else [2 * r for r in _plain(a, b, c)]


@mistake("d06-quadratic_roots", "Your roots are a² times too large: you divide by 2 and then multiply by a. The whole of 2a belongs below the line, in brackets.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    return [] if d < 0 else [-b / 2 * a] if d == 0 else sorted(r * a * a for r in _plain(a, b, c))


@mistake("d06-quadratic_roots", "You divided only the square root by 2a. The whole of -b ± √… stands above the line, so it needs brackets.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    root = math.sqrt(d) / (2 * a)
    return sorted({-b - root, -b + root})


@mistake("d06-quadratic_roots", "You used b in place of -b, so every root has the wrong sign.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    return [] if d < 0 else [b / (2 * a)] if d == 0 else sorted(-r for r in _plain(a, b, c))


@mistake("d06-quadratic_roots", "You forgot the square root: the discriminant itself stands in your formula.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    return [] if d < 0 else [-b / (2 * a)] if d == 0 else sorted([(-b - d) / (2 * a), (-b + d) / (2 * a)])


@mistake("d06-quadratic_roots", "You listed a double root twice. If the discriminant is 0, both signs lead to the same place.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q]) if q != 0 else [0.0, 0.0]


@mistake("d06-quadratic_roots", "You list no root where the discriminant is 0. There is still one, at the vertex.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d <= 0:
        return []
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q])


@mistake("d06-quadratic_roots", "You returned one root. If the discriminant is positive, the parabola crosses the axis on both sides of its vertex.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    return [] if d < 0 else [(-b + math.sqrt(d)) / (2 * a)]


@mistake("d06-quadratic_roots", "For a negative discriminant your program stops with an error: no real number has a negative square. Ask before you take the root.", caught_by="visible")
def quadratic_roots(a, b, c):
    root = math.sqrt(b * b - 4 * a * c)
    if root == 0:
        return [-b / (2 * a)]
    q = -(b + math.copysign(root, b)) / 2
    return sorted([q / a, c / q])


@mistake("d06-quadratic_roots", "You took the size of a negative discriminant and went on. The parabola never meets the axis, but you list two roots.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = abs(b * b - 4 * a * c)
    if d == 0:
        return [-b / (2 * a)]
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q])


@mistake("d06-quadratic_roots", "You list numbers that are not real where the parabola never meets the axis. Asked for are the real roots, and there are none.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d == 0:
        return [-b / (2 * a)]
    if d < 0:
        return [(-b - cmath.sqrt(d)) / (2 * a), (-b + cmath.sqrt(d)) / (2 * a)]
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q])


@mistake("d06-quadratic_roots", "Your list is in order for positive a only. If a is negative, dividing by 2a turns the order round.", caught_by="hidden")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return [q / a, c / q] if b >= 0 else [c / q, q / a]


@mistake("d06-quadratic_roots", "You forgot a in the product of the roots: c over the safe root is right for a = 1 only.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    safe = -(b + math.copysign(math.sqrt(d), b)) / (2 * a)
    return sorted([safe, c / safe])


@mistake("d06-quadratic_roots", "You took a small discriminant for 0. If all coefficients are small, so is the discriminant, and two different roots become one.", caught_by="hidden")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if abs(d) < 1e-12:
        return [-b / (2 * a)]
    if d < 0:
        return []
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q])


@mistake("d06-quadratic_roots", "For b = c = 0 your program divides by 0. There the only root is 0.", caught_by="hidden")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted({q / a, c / q})


@mistake("d06-quadratic_roots", "Your roots are right, and the larger one comes first. The smaller one should.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q], reverse=True)


@mistake("d06-quadratic_roots", "Your two roots are right, and their order changes from case to case. The smaller one comes first.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return [q / a, c / q]


@mistake("d06-quadratic_roots", "For a double root you returned a number. A list is asked for, also when it holds one root.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return -b / (2 * a)
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q])


@mistake("d06-quadratic_roots", "You find no roots where there are two: your discriminant begins with minus b². In Python -b**2 is minus the square.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = -(b**2) - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    root = math.sqrt(d)
    return sorted([(-b - root) / (2 * a), (-b + root) / (2 * a)])


@mistake("d06-quadratic_roots", "Where there is no real root you returned None. The list of no roots is [].", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return None
    if d == 0:
        return [-b / (2 * a)]
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q])


@mistake("d06-quadratic_roots", "You took two roots that lie close together for one. A double root needs a discriminant of exactly 0.", caught_by="hidden")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if abs(d) < 1e-8 * b * b:
        return [-b / (2 * a)]
    if d < 0:
        return []
    q = -(b + math.copysign(math.sqrt(d), b)) / 2
    return sorted([q / a, c / q])


@mistake("d06-quadratic_roots", "You forgot a in the product of the roots: c over the safe root is right for a = 1 only.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    safe = (-b - math.sqrt(d)) / (2 * a) if b > 0 else (-b + math.sqrt(d)) / (2 * a)
    return sorted([safe, c / safe])


@mistake("d06-quadratic_roots", "You added 4ac under the root. Completing the square leaves b² minus 4ac there.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b + 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    safe = (-b - math.sqrt(d)) / (2 * a) if b > 0 else (-b + math.sqrt(d)) / (2 * a)
    return sorted([safe, c / (a * safe)])


@mistake("d06-quadratic_roots", "You divided only the square root by 2a. The whole of -b ± √… stands above the line, so it needs brackets.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    root = math.sqrt(d) / (2 * a)
    return sorted([-b - root, -b + root])


@mistake("d06-quadratic_roots", "You took the two signs the other way around: the root that subtracts comes from the formula, and the other one from it, so both lose digits.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    bad = (-b + math.sqrt(d)) / (2 * a) if b > 0 else (-b - math.sqrt(d)) / (2 * a)
    return sorted([bad, c / (a * bad)])


@mistake("d06-quadratic_roots", "Your discriminant is b² - ac: its 4 is missing.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    return sorted([(-b + math.sqrt(d)) / (2 * a), (-b - math.sqrt(d)) / (2 * a)])


@mistake("d06-quadratic_roots", "The root with the plus sign comes first: for a positive a it is the larger one. And for a large b one of the two has lost its digits.", caught_by="visible")
def quadratic_roots(a, b, c):
    d = b * b - 4 * a * c
    if d < 0:
        return []
    if d == 0:
        return [-b / (2 * a)]
    return [(-b + math.sqrt(d)) / (2 * a), (-b - math.sqrt(d)) / (2 * a)]


hints(
    "d06-quadratic_roots",
    "Three cases by the discriminant: negative, 0, positive. Treat them in this order, and the last one can divide without fear.",
    "If b > 0, then -b minus the square root adds two numbers of the same sign; otherwise -b plus the square root does. That root is safe.",
    "The other root is c / (a * safe). Put both into a list and return it sorted.",
)
why(
    "d06-quadratic_roots",
    "The formula subtracts two nearly equal numbers for one of its signs. Taking the other sign avoids that, and the product of the roots, c/a, gives the second root by a division. If the discriminant is positive, the safe root is never 0, because both of its parts have the same sign.",
)

# ---------------------------------------------------------------- d06-draw_poly


@also_right("d06-draw_poly")
def draw_poly(ax, coeffs, lo, hi):
    xs = np.arange(1001) * ((hi - lo) / 1000) + lo
    ax.axhline(0, color="gray", linewidth=1)
    if len(coeffs) == 3:
        roots = quadratic_roots(coeffs[2], coeffs[1], coeffs[0])
        ax.scatter(roots, np.zeros(len(roots)), color="black", zorder=3)
    ax.plot(xs, np.polynomial.polynomial.polyval(xs, coeffs), label="polynomial")
    ax.set_xlabel("number x")
    ax.set_ylabel("height")
    ax.legend()


@also_right("d06-draw_poly")
def draw_poly(ax, coeffs, lo, hi):
    p = np.polynomial.Polynomial(coeffs)
    ax.plot(*p.linspace(300, domain=[lo, hi]))
    if len(coeffs) == 3:
        c, b, a = coeffs
        x, y = vertex(a, b, c)
        ax.plot(x, y, "^")
        if -y / a >= 0:
            away = math.sqrt(-y / a)
            ax.plot([x - away, x + away], [0.0, 0.0], linestyle="none", marker="s")
    ax.set(xlabel="x", ylabel="p(x)", title="A polynomial")


def _drawing(ax, coeffs, lo, hi, *, n=200, xs=None, ys=None, dot="o", at=None, axes=("x", "p(x)"), roots=None):
    """The reference drawing with one thing changed; the mistakes below share it."""
    xs = np.linspace(lo, hi, n) if xs is None else xs
    ax.plot(xs, horner(coeffs, xs) if ys is None else ys)
    if len(coeffs) == 3 and dot:
        for root in quadratic_roots(coeffs[2], coeffs[1], coeffs[0]) if roots is None else roots:
            ax.plot(*((root, 0) if at is None else at(root)), dot)
    ax.set(xlabel=axes[0], ylabel=axes[1])


@mistake("d06-draw_poly", "Your curve has five points. Between them the picture shows straight segments, which are not there.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, n=5)


@mistake("d06-draw_poly", "Your curve has a point at each whole number x. Between them the picture shows straight segments.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, xs=np.arange(math.ceil(lo), math.floor(hi) + 1))


@mistake("d06-draw_poly", "Your curve stops one step before hi. Both ends belong to it.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, xs=np.arange(400) * (hi - lo) / 400 + lo)


@mistake("d06-draw_poly", "You drew on a range of your own instead of from lo to hi.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, -10, 10)


@mistake("d06-draw_poly", "You drew from 0 to hi and left out everything below 0. The range starts at lo.", caught_by="hidden")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, 0, hi)


@mistake("d06-draw_poly", "You read the coefficients highest power first, so another polynomial was drawn.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    xs = np.linspace(lo, hi, 200)
    _drawing(ax, coeffs, lo, hi, ys=horner(coeffs[::-1], xs))


@mistake("d06-draw_poly", "You put the roots on the y-axis, at (0, r). A root is a place x at which the height is 0.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, at=lambda root: (0, root))


@mistake("d06-draw_poly", "Your dots are the roots of the quadratic with the coefficients in reverse. They come lowest power first, so c is the first of them.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, roots=quadratic_roots(*coeffs) if len(coeffs) == 3 else [])


@mistake("d06-draw_poly", "You did not mark the roots. The curve crosses the axis there, but a reader should not have to search.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, dot=None)


@mistake("d06-draw_poly", "Your curve stands there, and each root is a line of one point. Such a line has no length, so nothing appears; a point needs a marker.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, dot="-")


@mistake("d06-draw_poly", "You marked the vertex and not the roots. It lies on the axis only if the root is a double one.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, roots=[-coeffs[1] / (2 * coeffs[2])] if len(coeffs) == 3 else [], at=lambda x: (x, float(horner(coeffs, x))))


@mistake("d06-draw_poly", "You marked one of the two roots.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, roots=quadratic_roots(coeffs[2], coeffs[1], coeffs[0])[:1] if len(coeffs) == 3 else [])


@mistake("d06-draw_poly", "The axes have no names. A curve without named axes could be anything.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, axes=("", ""))


@mistake("d06-draw_poly", "You named one axis and forgot the other.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, axes=("x", ""))


@mistake("d06-draw_poly", "You drew on matplotlib's current figure instead of the Axes you were given, which stays empty.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    xs = np.linspace(lo, hi, 200)
    plt.plot(xs, horner(coeffs, xs))
    plt.xlabel("x")
    plt.ylabel("p(x)")
    plt.close()


@mistake("d06-draw_poly", "You exchanged the axes: the height runs across and x upward.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    xs = np.linspace(lo, hi, 200)
    _drawing(ax, coeffs, lo, hi, xs=horner(coeffs, xs), ys=xs)


@mistake("d06-draw_poly", "You drew the points alone, without a line between them. A scatter of 200 dots is not a curve.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    xs = np.linspace(lo, hi, 200)
    ax.scatter(xs, horner(coeffs, xs))
    ax.set(xlabel="x", ylabel="p(x)")


@mistake("d06-draw_poly", "Quadratics are drawn, and any other number of coefficients stops your program. A line has two coefficients, a cubic four.", caught_by="hidden")
def draw_poly(ax, coeffs, lo, hi):
    c, b, a = coeffs
    _drawing(ax, coeffs, lo, hi)


@mistake("d06-draw_poly", "You marked the vertex as a root where there is none: the formula went on with a negative discriminant.", caught_by="hidden")
def draw_poly(ax, coeffs, lo, hi):
    if len(coeffs) == 3:
        c, b, a = coeffs
        _drawing(ax, coeffs, lo, hi, roots=quadratic_roots(a, b, c) or [-b / (2 * a)])
    else:
        _drawing(ax, coeffs, lo, hi)


@mistake("d06-draw_poly", "You used the first three coefficients of a longer polynomial for its roots. A cubic has other roots than the quadratic at its beginning.", caught_by="hidden")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi)
    if len(coeffs) > 3:
        for root in quadratic_roots(-1.0, 0.0, float(coeffs[0] ** 2)):
            ax.plot(root, 0, "o")


@mistake("d06-draw_poly", "You drew the part up to x² and left out the higher powers.", caught_by="hidden")
def draw_poly(ax, coeffs, lo, hi):
    xs = np.linspace(lo, hi, 200)
    _drawing(ax, coeffs, lo, hi, ys=horner(coeffs[:3], xs))


@mistake("d06-draw_poly", "You drew the curve as a row of fat points. They bury the dots of the roots: draw a line without markers.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    if len(coeffs) == 3:
        for root in quadratic_roots(coeffs[2], coeffs[1], coeffs[0]):
            ax.plot(root, 0, "s")
    xs = np.linspace(lo, hi, 200)
    ax.plot(xs, horner(coeffs, xs), "o", markersize=12)
    ax.set(xlabel="x", ylabel="p(x)")


@mistake("d06-draw_poly", "Your dots have the height of the constant coefficient. At a root the height is 0.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, at=lambda root: (root, coeffs[0]))


@mistake("d06-draw_poly", "Your curve has fewer points than asked for: 100, where 200 are cheap.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    _drawing(ax, coeffs, lo, hi, n=100)


@also_right("d06-draw_poly")
def draw_poly(ax, coeffs, lo, hi):
    if len(coeffs) == 3:
        roots = quadratic_roots(*coeffs[::-1])
        ax.plot(roots, np.zeros(len(roots)), "k*")
    xs = np.linspace(hi, lo, 300)  # from right to left is as good
    ax.plot(xs, sum(c * xs**k for k, c in enumerate(coeffs)) + 0 * xs, "-", lw=3)
    ax.set_xlabel("number")
    ax.set_ylabel("value")


@mistake("d06-draw_poly", "You marked one of the two roots.", caught_by="visible")
def draw_poly(ax, coeffs, lo, hi):
    xs = np.linspace(lo, hi, 300)
    ax.plot(xs, horner(coeffs, xs))
    if len(coeffs) == 3:
        ax.plot(quadratic_roots(coeffs[2], coeffs[1], coeffs[0])[0], 0, "o")
    ax.set(xlabel="x", ylabel="p(x)")


hints(
    "d06-draw_poly",
    "Which calls are needed for every polynomial, and which only for three coefficients?",
    "np.linspace(lo, hi, 200) gives the points, horner their heights. For the dots loop over quadratic_roots; an empty list needs no special care.",
    'With c, b, a = coeffs you can call quadratic_roots(a, b, c). Each dot is ax.plot(root, 0, "o"), and ax.set(xlabel=…, ylabel=…) names the axes.',
)
why(
    "d06-draw_poly",
    "The curve joins 200 computed points, dense enough for the eye. A root is a place on the x-axis, so its dot has the height 0. A loop over an empty list draws nothing, which is right for a parabola that never meets the axis.",
)

# ---------------------------------------------------------------- d06-cost_curve


@also_right("d06-cost_curve")
def cost_curve(x, y, ms):
    x, y, ms = (np.asarray(v, dtype=float) for v in (x, y, ms))
    return np.mean(x**2) * ms**2 - 2 * np.mean(x * y) * ms + np.mean(y**2)


@also_right("d06-cost_curve")
def cost_curve(x, y, ms):
    return ((y[None, :] - np.outer(ms, x)) ** 2).mean(axis=1)


@mistake("d06-cost_curve", "You added the squares and did not divide by the number of points. A cost of this kind grows with every point, however good the model is.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.sum((y - m * x) ** 2) for m in ms])


@mistake("d06-cost_curve", "You took the size of each error, not its square. That curve has corners; the mean squared error is a parabola.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean(np.abs(y - m * x)) for m in ms])


@mistake("d06-cost_curve", "You took the mean of the errors first and squared it. Errors of opposite sign hide each other that way; square each one first.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean(y - m * x) ** 2 for m in ms])


@mistake("d06-cost_curve", "You did not square the errors, so a model far above the data seems to cost less than nothing.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean(y - m * x) for m in ms])


@mistake("d06-cost_curve", "Your program multiplies slopes and points entry by entry, and here there are four of one and three of the other. Every slope has to meet every point.", caught_by="visible")
def cost_curve(x, y, ms):
    return (y - ms * x) ** 2


@mistake("d06-cost_curve", "Your program multiplies slopes and points place by place, four of one and three of the other. Take one slope at a time, and every point with it.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.mean((y - ms * x) ** 2)


@mistake("d06-cost_curve", "You took one mean over slopes and points together. Each slope has a cost of its own.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.mean((y[:, None] - np.outer(x, ms)) ** 2)


@mistake("d06-cost_curve", "You averaged over the slopes instead of over the points, so there is one number per point.", caught_by="visible")
def cost_curve(x, y, ms):
    return ((y[:, None] - np.outer(x, ms)) ** 2).mean(axis=1)


@mistake("d06-cost_curve", "You took the square root at the end. It brings the unit of y back, but it is no longer the mean squared error, nor a parabola.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.sqrt(np.mean((y - m * x) ** 2)) for m in ms])


@mistake("d06-cost_curve", "You halved the mean. Some books do, to save a 2 later; here the cost is the mean itself.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y - m * x) ** 2) / 2 for m in ms])


@mistake("d06-cost_curve", "You divided by the number of slopes. The mean is over the points.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.sum((y - m * x) ** 2) / len(ms) for m in ms])


@mistake("d06-cost_curve", "You added m x to y instead of subtracting it. The error is what the model misses.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y + m * x) ** 2) for m in ms])


@mistake("d06-cost_curve", "You added m to x instead of multiplying.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y - (m + x)) ** 2) for m in ms])


@mistake("d06-cost_curve", "You exchanged x and y: the model predicts y from x.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((x - m * y) ** 2) for m in ms])


@mistake("d06-cost_curve", "You subtracted the squares of y and of m x. The square of a difference is not the difference of the squares.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean(y**2 - (m * x) ** 2) for m in ms])


@mistake("d06-cost_curve", "Your middle term is half of what it should be: the square of a difference holds twice the product.", caught_by="visible")
def cost_curve(x, y, ms):
    x, y, ms = (np.asarray(v, dtype=float) for v in (x, y, ms))
    return np.mean(x**2) * ms**2 - np.mean(x * y) * ms + np.mean(y**2)


@mistake("d06-cost_curve", "You returned the lowest cost alone. Asked for is the whole curve, one cost for every slope.", caught_by="visible")
def cost_curve(x, y, ms):
    return min(np.mean((y - m * x) ** 2) for m in ms)


@mistake("d06-cost_curve", "You returned from inside the loop, after the first slope.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y - m * x) ** 2) for m in ms[:1]])


@mistake("d06-cost_curve", "You subtracted from y itself, again and again: the second slope met the errors of the first.", caught_by="visible")
def cost_curve(x, y, ms):
    y, costs = y.astype(float), []
    for m in ms:
        y -= m * x
        costs.append(np.mean(y**2))
    return np.array(costs)


@mistake("d06-cost_curve", "The numbers are right, but you wrote them over the caller's slopes. The slopes are gone, and nothing can be drawn against them.", caught_by="hidden")
def cost_curve(x, y, ms):
    for k, m in enumerate(ms.copy()):
        ms[k] = np.mean((y - m * x) ** 2)
    return ms


@mistake("d06-cost_curve", "You sorted the slopes first, so the costs no longer stand in the order of the slopes you were given.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y - m * x) ** 2) for m in np.sort(ms)])


@mistake("d06-cost_curve", "You divided by one less than the number of points. The mean divides by their number.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.sum((y - m * x) ** 2) / max(len(x) - 1, 1) for m in ms])


@mistake("d06-cost_curve", "You squared x, not the error. The whole difference y - m x belongs into the square, in brackets.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean(y - m * x**2) for m in ms])


@mistake("d06-cost_curve", "Your costs belong to the slopes 0, 1, 2 and so on: the places in ms, not the slopes that stand there.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y - m * x) ** 2) for m in range(len(ms))])


@mistake("d06-cost_curve", "You returned the best of the slopes. Asked for is the whole curve, one cost for every slope.", caught_by="visible")
def cost_curve(x, y, ms):
    return ms[np.argmin([np.mean((y - m * x) ** 2) for m in ms])]


@mistake("d06-cost_curve", "Your costs are those of the two answers of the chatbot. Use the x and y that you are given.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([5.0 * m**2 - 30 * m + 50 for m in ms])


@mistake("d06-cost_curve", "You returned the cost of the last slope only: each round of the loop replaces the one before.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y - m * x) ** 2) for m in ms[-1:]])


@mistake("d06-cost_curve", "You divided the sum of the squares by 2. That is the mean for two points only; divide by how many there are.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([((y - m * x) ** 2).sum() / 2 for m in ms])


@mistake("d06-cost_curve", "Your costs do not depend on the slope: the model predicts m x, and your error is y - x.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y - x) ** 2) for _ in ms])


@mistake("d06-cost_curve", "You divided by the number of points twice: the mean has done it already.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.array([np.mean((y - m * x) ** 2) / len(x) for m in ms])


@mistake("d06-cost_curve", "Each of your costs contains those of the slopes before it. Begin a new sum for every slope.", caught_by="visible")
def cost_curve(x, y, ms):
    return np.cumsum([np.mean((y - m * x) ** 2) for m in ms])


hints(
    "d06-cost_curve",
    "Compute the cost of a single slope m first. Which array holds the errors of all points?",
    "For one m the errors are y - m * x. Square them, then take the mean. What has to be repeated for each slope?",
    "np.array([… for m in ms]) builds the array of costs; inside stands np.mean of the squared errors.",
)
why(
    "d06-cost_curve",
    "For one slope, y - m * x holds the error of every point, and the mean of its squares is the cost. The list repeats this for every slope, so the result has the shape of ms and can be drawn against it.",
)


equivalent("d06-quadratic_roots", "if inside == 0: → if inside <= 0:", "a negative discriminant has returned the line before")
equivalent("d06-draw_poly", "xs = np.linspace(lo, hi, 200) → xs = np.linspace(lo, hi, 201)", "at least 200 points are asked for")
equivalent(
    "d06-cost_curve",
    "return np.array([np.mean((y - float(m) * x) ** 2) for m in ms]) → return ([np.mean((y - float(m) * x) ** 2) for m in ms])",
    "a list holds the same costs, and numpy reads it as an array",
)
equivalent(
    "d06-cost_curve",
    "return np.array([np.mean((y - float(m) * x) ** 2) for m in ms]) → return np.array([np.mean(((float(m) * x) - (y)) ** 2) for m in ms])",
    "the square does not see the sign of the error",
)

# ---------------------------------------------------------------- changes that are no mistakes

equivalent("d06-vertex", "a, b = float(a), float(b)  # whole numbers of numpy overflow → pass  # whole numbers of numpy overflow", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d06-vertex", "a, b = float(a), float(b)  # whole numbers of numpy overflow → a, b = (a), float(b)  # whole numbers of numpy overflow", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d06-vertex", "a, b = float(a), float(b)  # whole numbers of numpy overflow → a, b = float(a), (b)  # whole numbers of numpy overflow", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d06-cost_curve", "return np.array([np.mean((y - float(m) * x) ** 2) for m in ms]) → return np.array([np.mean((y - (m) * x) ** 2) for m in ms])", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d06-quadratic_roots", "inside = float(b) * b - 4.0 * a * c → inside = (b) * b - 4.0 * a * c", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d06-quadratic_roots", "if b > 0: → if b >= 0:", "for b = 0 nothing is subtracted, so both signs are safe")
equivalent("d06-draw_poly", "xs = np.linspace(lo, hi, 200) → xs = np.linspace(hi, lo, 200)", "from right to left is the same curve")
