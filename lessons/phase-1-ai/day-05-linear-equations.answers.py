import math
from fractions import Fraction

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d05-line_through


@also_right("d05-line_through")
def line_through(p, q):
    run = q[0] - p[0]
    if not run:
        raise ValueError("vertical")
    return (q[1] - p[1]) / run, (p[1] * q[0] - q[1] * p[0]) / run


@also_right("d05-line_through")
def line_through(p, q):
    (x1, y1), (x2, y2) = ([Fraction(float(u)) for u in point] for point in (p, q))
    if x1 == x2:
        raise ValueError("vertical")
    slope = (y1 - y2) / (x1 - x2)
    return float(slope), float(y2 - slope * x2)


@mistake("d05-line_through", "Your slope is the run divided by the rise. It should say how much the height changes per step to the right, so the run belongs below.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (x2 - x1) / np.float64(y2 - y1) if y2 != y1 else math.inf
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is right, but you added the rate to the height. To come back to x = 0 you take away m for every step, so it is subtracted.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, y1 + m * x1


@mistake(
    "d05-line_through",
    "Your slope is right, but the intercept has the wrong sign: you took the height away from the rate times x, so your line passes through the mirror image of it.",
    caught_by="visible",
)
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, m * x1 - y1


@mistake("d05-line_through", "You read the two pairs as (x1, x2) and (y1, y2). Each pair is one point: first its x, then its y.", caught_by="visible")
def line_through(p, q):
    (x1, x2), (y1, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope has the wrong sign: one of the two differences starts from the other point.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) / (x1 - x2)
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is right, and your intercept takes the height of one point and the x of the other.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x2


@mistake("d05-line_through", "You returned the height of the first point as the intercept. That is the height at x1; the intercept is the height at x = 0.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    return (y2 - y1) / (x2 - x1), y1


@mistake("d05-line_through", "You returned the slope alone. A line needs its start as well.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    return (y2 - y1) / (x2 - x1)


@mistake(
    "d05-line_through",
    "You gave a vertical line the slope infinity. That number travels on without anyone noticing, and infinity times 0 is not a number; stop with a ValueError.",
    caught_by="visible",
)
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        return math.inf, -math.inf
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "For two points above each other Python stops in the middle of your division: the run is 0 there, and no ValueError was raised before.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "You answered a vertical line with None. The task asks to stop with a ValueError.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        return None
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "You refused every line whose second point lies to the left of the first. The order of the points does not change the line.", caught_by="hidden")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x2 <= x1:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is rounded down to a whole number. Most slopes are not whole.", caught_by="hidden")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) // (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is never negative. A line that falls from left to right has a negative one.", caught_by="hidden")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = abs((y2 - y1) / (x2 - x1))
    return m, y1 - m * x1


@mistake("d05-line_through", "You raised an error for a level line too. Equal heights are no problem: the rise is 0, and so is the slope.", caught_by="hidden")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2 or abs(y1 - y2) < 1e-9:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "You let the vertical line through (3, 1) and (3, 5) pass. A line is vertical when the two x are equal, whatever they are.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == 0 or x2 == 0:
        raise ValueError
    m = (y2 - y1) / np.float64(x2 - x1) if x2 != x1 else math.nan
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is not a quotient of two differences: division comes before subtraction, so rise and run need brackets.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = y2 - y1 / x2 - x1 if x2 else math.nan
    return m, y1 - m * x1


@mistake("d05-line_through", "You gave the pair in the order intercept, slope. The slope comes first.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return y1 - m * x1, m


@mistake("d05-line_through", "You raised the error for equal heights, and for equal x Python stops in the division. A line of equal heights is level; one of equal x is vertical.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if abs(y1 - y2) < 1e-9:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "You added where rise and run are differences: how far from one point to the other.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 + y1) / np.float64(x2 + x1) if x2 + x1 else math.nan
    return m, y1 - m * x1


@mistake("d05-line_through", "You took a nearly vertical line for a vertical one. Two x that differ, however little, give a slope.", caught_by="hidden")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if np.isclose(x1, x2):
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "You answered a vertical line with a text. A text travels on like a number; raise stops the program.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        return "the line is vertical"
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is the run divided by the rise. It should say how much the height changes per step to the right, so the run belongs below.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (x2 - x1) / (y2 - y1)
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is right, and your intercept takes the height of one point and the x of the other.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) / (x2 - x1)
    return m, y2 - m * x1


@mistake("d05-line_through", "For a vertical line your function returns an error like any other result. Nothing stops; raise is the word that stops with it.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        return ValueError("the line is vertical")
    m = (y2 - y1) / (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is the rise times the run. It is the rise for a run of 1, so the run divides.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    m = (y2 - y1) * (x2 - x1)
    return m, y1 - m * x1


@mistake("d05-line_through", "Your slope is right, and your intercept takes x away from the height, without the slope. To come back to x = 0 the line falls by m for every step.", caught_by="visible")
def line_through(p, q):
    (x1, y1), (x2, y2) = p, q
    if x1 == x2:
        raise ValueError
    return (y2 - y1) / (x2 - x1), y1 - x1


hints(
    "d05-line_through",
    "Take the points apart first: x1, y1 = p. Which of the four numbers make the rise, and which the run?",
    "Look at the run before you divide by it. And the intercept is the height of one point, minus the rate times its x.",
    "If x1 == x2, raise the ValueError. Otherwise m is (y2 - y1) over (x2 - x1), and b follows from y1 = m * x1 + b.",
)
why(
    "d05-line_through",
    "The difference of two heights contains the start twice, with opposite signs, so only the rate is left. Once m is known, either point tells b. A vertical line has a run of 0 and no m at all, so an error is more honest than a number.",
)

# ---------------------------------------------------------------- d05-intersect


@also_right("d05-intersect")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x, y = np.linalg.solve(np.array([[-m1, 1.0], [-m2, 1.0]]), np.array([b1, b2], dtype=float))
    return x, y


@also_right("d05-intersect")
def intersect(m1, b1, m2, b2):
    gap = m2 - m1
    return ((b1 - b2) / gap, (m2 * b1 - m1 * b2) / gap) if gap else None


@mistake("d05-intersect", "Your x has the wrong sign: one of the two differences, of intercepts or of slopes, is the other way around.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b1 - b2) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You returned x alone. A point needs its height too: put x into one of the lines.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    return (b2 - b1) / (m1 - m2)


@mistake("d05-intersect", "Your x is right, and your height takes the slope of the first line and the intercept of the second, which is the height of neither.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b2


@mistake("d05-intersect", "You forgot the intercept in the height: m times x is how far the line has risen, and it started at b.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x


@mistake("d05-intersect", "You added the slopes. Bringing one rate to the other side of the equation turns its sign.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b2 - b1) / np.float64(m1 + m2) if m1 + m2 else math.inf
    return x, m1 * x + b1


@mistake("d05-intersect", "You divided the difference of the rates by the head start. The time to catch up is the head start divided by the difference of the rates.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (m1 - m2) / (b2 - b1) if b1 != b2 else math.inf
    return x, m1 * x + b1


@mistake("d05-intersect", "You gave the pair in the order (y, x). A point is written with its x first.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return m1 * x + b1, x


@mistake("d05-intersect", "For parallel lines Python stops in the middle of your division: the difference of the slopes is 0 there.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You answered parallel lines with infinity. They do not meet far away; they do not meet.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return math.inf, math.inf
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You answered parallel lines with (0, 0). That is a point like any other, and nobody can tell that it means nothing.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return 0.0, 0.0
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You compared the intercepts instead of the slopes. Lines with the same start do meet: at the start.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if b1 == b2:
        return None
    x = (b2 - b1) / np.float64(m1 - m2) if m1 != m2 else math.inf
    return x, m1 * x + b1


@mistake("d05-intersect", "You returned None for lines with the same intercept as well. They meet at x = 0, at the height where both start.", caught_by="hidden")
def intersect(m1, b1, m2, b2):
    if m1 == m2 or b1 == b2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "When both lines were the same you gave one of their points. It shares all of them, so no single point is the answer.", caught_by="hidden")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return (0.0, b1) if b1 == b2 else None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You looked for a crossing to the right of the start only. Lines go on to the left, and half of all crossings lie there.", caught_by="hidden")
def intersect(m1, b1, m2, b2):
    if m1 == m2 or (b2 - b1) / (m1 - m2) < 0:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "Your x is not a quotient of two differences: division comes before subtraction, so both differences need brackets.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = b2 - b1 / m1 - m2 if m1 else math.nan
    return x, m1 * x + b1


@mistake("d05-intersect", "Your x is right, and your height takes the slope of the second line and the intercept of the first, which is the height of neither.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m2 * x + b1


@mistake("d05-intersect", "You took nearly equal slopes for equal ones. Lines whose slopes differ by a millionth do meet, far away.", caught_by="hidden")
def intersect(m1, b1, m2, b2):
    if np.isclose(m1, m2):
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You rounded the crossing. Lines may meet anywhere.", caught_by="hidden")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = round(float((b2 - b1) / (m1 - m2)), 2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You answered parallel lines with a text. The word None stands for nothing, without quotation marks.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return "None"
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You compared the intercepts instead of the slopes. Lines with the same start do meet, and for parallel lines Python stops in your division.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if b1 == b2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "You added the intercepts, and you added the slopes. Both are differences: the head start, and how much faster one line rises.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b2 + b1) / (m1 + m2)
    return x, m1 * x + b1


@mistake("d05-intersect", "Your x is right, and the intercept is taken away from the height. The line starts there, so it is added.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x - b1


@mistake("d05-intersect", "Your x has the wrong sign: one of the two differences, of intercepts or of slopes, is the other way around.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b1 - b2) / (m1 - m2)
    return x, m2 * x + b2


@mistake("d05-intersect", "Your x is the head start times the difference of the rates. The faster one line catches up, the sooner they meet: divide.", caught_by="visible")
def intersect(m1, b1, m2, b2):
    if m1 == m2:
        return None
    x = (b2 - b1) * (m1 - m2)
    return x, m1 * x + b1


hints(
    "d05-intersect",
    "At the common point both heights are equal. Write that down as one equation for x.",
    "Bring the x to one side and the intercepts to the other: (m1 - m2) x = b2 - b1. When can you not divide?",
    "Return None if m1 == m2. Otherwise divide, then put x into the first line to get y.",
)
why(
    "d05-intersect",
    "Setting the heights equal leaves one equation with one unknown, and its solution divides by the difference of the slopes. If that difference is 0 the equation says 0 times x = b2 - b1, which no x or every x solves.",
)

# ---------------------------------------------------------------- d05-solve2


@also_right("d05-solve2")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    if abs(a) < abs(c):
        a, b, e, c, d, f = c, d, f, a, b, e
    y = (f - c / a * e) / (d - c / a * b)
    return (e - b * y) / a, y


@also_right("d05-solve2")
def solve2(a, b, c, d, e, f):
    if abs(a * d - b * c) <= 1e-9 * max(abs(a * d), abs(b * c)):
        return None
    return tuple(np.linalg.solve(np.array([[a, b], [c, d]], dtype=float), np.array([e, f], dtype=float)))


@mistake("d05-solve2", "You took c and f for the right sides, as if the six numbers came equation by equation. Here the four coefficients come first, and e and f stand on the right.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    determinant = a * e - b * d
    if math.isclose(a * e, b * d):
        return None
    return (c * e - b * f) / determinant, (a * f - c * d) / determinant


@mistake("d05-solve2", "Your divisor is ad + bc. One equation is subtracted from the other to make an unknown vanish, so it is ad - bc.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = np.float64(a * d + b * c)
    with np.errstate(all="ignore"):
        return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake("d05-solve2", "You returned the pair in the order (y, x). The first number should be x, the unknown that a and c belong to.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return (a * f - c * e) / determinant, (d * e - b * f) / determinant


@mistake("d05-solve2", "Your y has the wrong sign: you subtracted the equations the other way around for y, but divided by the same determinant.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return (d * e - b * f) / determinant, (c * e - a * f) / determinant


@mistake("d05-solve2", "You divided by bc - ad. Both unknowns come out with the wrong sign.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = b * c - a * d
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake("d05-solve2", "You exchanged b and c: in your equations the coefficients stand column by column. The first equation is a x + b y = e.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return (d * e - c * f) / determinant, (a * f - b * e) / determinant


@mistake("d05-solve2", "You made an unknown vanish and then forgot to divide by the number that stands before the other one.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    return d * e - b * f, a * f - c * e


@mistake("d05-solve2", "You answered parallel lines with (0, 0). That looks like a solution, and it satisfies neither equation.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return 0.0, 0.0
    determinant = a * d - b * c
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake("d05-solve2", "For parallel lines you go on and divide by the determinant, which is 0 there.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    determinant = a * d - b * c
    with np.errstate(all="ignore"):
        return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake("d05-solve2", "Your program stops with a division when a is 0. Then the first equation has no x, and yet the system has a solution.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    if a == 0:
        raise ZeroDivisionError
    y = (f - c / a * e) / (d - c / a * b)
    return (e - b * y) / a, y


@mistake("d05-solve2", "You returned None as soon as a is 0, to avoid a division. The system y = 2, 3x + 4y = 11 has a solution.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if a == 0 or math.isclose(a * d, b * c):
        return None
    y = (f - c / a * e) / (d - c / a * b)
    return (e - b * y) / a, y


@mistake(
    "d05-solve2",
    "You return None when an equation has no y. It is a vertical line, which has no form y = mx + b, and it crosses the other line all the same.",
    caught_by="hidden",
)
def solve2(a, b, c, d, e, f):
    if b == 0 or d == 0 or math.isclose(a * d, b * c):
        return None
    x = (f / d - e / b) / (c / d - a / b)
    return x, (e - a * x) / b


@mistake(
    "d05-solve2",
    "You find a solution for parallel lines whose coefficients are rounded: ad - bc misses 0 by a hair there, and you divide by that hair.",
    caught_by="hidden",
)
def solve2(a, b, c, d, e, f):
    determinant = a * d - b * c
    if determinant == 0:
        return None
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake(
    "d05-solve2",
    "You refuse a system whose coefficients are all tiny. Its determinant is tinier still, yet ad and bc do not agree.",
    caught_by="hidden",
)
def solve2(a, b, c, d, e, f):
    determinant = a * d - b * c
    if abs(determinant) < 1e-9:
        return None
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake("d05-solve2", "You let nearly parallel lines pass for parallel: your comparison is too coarse. Lines that differ in the third digit do meet, far away.", caught_by="hidden")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c, rel_tol=0.01):
        return None
    determinant = a * d - b * c
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake("d05-solve2", "You rounded the solution. Prices and other unknowns need not be round numbers.", caught_by="hidden")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return round((d * e - b * f) / determinant, 2), round((a * f - c * e) / determinant, 2)


@mistake("d05-solve2", "You divided by a alone and went on from there: d and bc stand outside of your division. The whole of ad - bc belongs below the line.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    with np.errstate(all="ignore"):
        return (d * e - b * f) / a * d - b * c, (a * f - c * e) / a * d - b * c


@mistake("d05-solve2", "You returned x alone. A solution is a pair; y belongs to it.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    return (d * e - b * f) / (a * d - b * c)


@mistake("d05-solve2", "Your x is right, and you found y by dividing by b. When b is 0 the first equation has no y; the second one has.", caught_by="hidden")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    x = (d * e - b * f) / (a * d - b * c)
    with np.errstate(all="ignore"):
        return x, (e - a * x) / np.float64(b)


@mistake("d05-solve2", "Your divisor is not ad - bc: a meets c and b meets d in it. To make y vanish, a is multiplied by d, and c by b.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = a * c - b * d
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake("d05-solve2", "Your solution belongs to the bills with their right sides exchanged: e belongs to a and b, f to c and d.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return (d * f - b * e) / determinant, (a * e - c * f) / determinant


@mistake("d05-solve2", "Only the second term of each difference is divided: division comes before subtraction, so the whole of de - bf, and of af - ce, needs brackets.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return d * e - b * f / determinant, a * f - c * e / determinant


@mistake("d05-solve2", "Where both equations are the same line you gave one of its points. It has infinitely many, and None is asked for.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return (0.0, e / b) if math.isclose(a * f, c * e) else None
    determinant = a * d - b * c
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


@mistake("d05-solve2", "Your x is right, and your y is e - ax, which is by: the division by b is missing.", caught_by="hidden")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    x = (d * e - b * f) / (a * d - b * c)
    return x, e - a * x


@mistake("d05-solve2", "You added where one equation is subtracted from the other: then no unknown vanishes above the line.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return (d * e + b * f) / determinant, (a * f + c * e) / determinant


@mistake("d05-solve2", "Your question is turned around: you return None where ad and bc differ, and divide where they agree.", caught_by="visible")
def solve2(a, b, c, d, e, f):
    if not math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


hints(
    "d05-solve2",
    "Which multiple of each equation do you need so that y vanishes when you subtract? And so that x vanishes?",
    "Both unknowns end up with the same number before them, ad - bc. On the right stand de - bf for x and af - ce for y.",
    "First compare a * d and b * c with math.isclose and return None if they agree. Then divide twice by their difference.",
)
why(
    "d05-solve2",
    "Cross-multiplying never divides by a single coefficient, so zeros among them do no harm. Comparing ad with bc, relative to their size, treats tiny and huge coefficients alike and forgives rounding; comparing ad - bc with a fixed number does neither.",
)

# ---------------------------------------------------------------- d05-side_of_line


@also_right("d05-side_of_line")
def side_of_line(P, w, b):
    s = np.asarray(P) @ np.asarray(w) + b
    return (s > 0).astype(int) - (s < 0).astype(int)


@also_right("d05-side_of_line")
def side_of_line(P, w, b):
    answers = []
    for x, y in P:
        s = w[0] * x + w[1] * y + b
        answers.append(1 if s > 0 else -1 if s < 0 else 0)
    return answers


@mistake("d05-side_of_line", "Your bias has the wrong sign: you look at another line, parallel to the one asked for. The score adds it.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 0] + w[1] * P[:, 1] - b)


@mistake("d05-side_of_line", "You left out the bias, so your line always passes through (0, 0).", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 0] + w[1] * P[:, 1])


@mistake("d05-side_of_line", "You counted the points on the line to the positive side. They lie on neither side, and their answer is 0.", caught_by="visible")
def side_of_line(P, w, b):
    return np.where(w[0] * P[:, 0] + w[1] * P[:, 1] + b >= 0, 1, -1)


@mistake("d05-side_of_line", "You counted the points on the line to the negative side. They lie on neither side, and their answer is 0.", caught_by="visible")
def side_of_line(P, w, b):
    return np.where(w[0] * P[:, 0] + w[1] * P[:, 1] + b > 0, 1, -1)


@mistake("d05-side_of_line", "You returned True and False. These are two answers, and a point can be in three places: on one side, on the other, or on the line.", caught_by="visible")
def side_of_line(P, w, b):
    return w[0] * P[:, 0] + w[1] * P[:, 1] + b > 0


@mistake("d05-side_of_line", "Your signs are exchanged: you answer 1 where the score is negative.", caught_by="visible")
def side_of_line(P, w, b):
    return -np.sign(w[0] * P[:, 0] + w[1] * P[:, 1] + b)


@mistake("d05-side_of_line", "You returned the scores. Their size is dropped here; only plus, minus or zero is asked for.", caught_by="visible")
def side_of_line(P, w, b):
    return w[0] * P[:, 0] + w[1] * P[:, 1] + b


@mistake("d05-side_of_line", "You exchanged the weights: the first belongs to x, which is column 0 of the table.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[1] * P[:, 0] + w[0] * P[:, 1] + b)


@mistake("d05-side_of_line", "You read the table by rows. P[0] is the first point; the x of all points stand in the first column.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[0] + w[1] * P[1] + b)


@mistake("d05-side_of_line", "You put 0 where the score is negative. That is the neuron with a bend; here a negative score has the answer -1.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(np.maximum(0, w[0] * P[:, 0] + w[1] * P[:, 1] + b))


@mistake("d05-side_of_line", "You took the sign of each part and added these. A large minus can outweigh a small plus: add first, then take the sign.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(np.sign(w[0] * P[:, 0]) + np.sign(w[1] * P[:, 1]) + np.sign(b))


@mistake("d05-side_of_line", "You gave one answer for the whole table. Every point has a score of its own.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign((w[0] * P[:, 0] + w[1] * P[:, 1] + b).sum())


@mistake("d05-side_of_line", "You rounded the score to a whole number before you took its sign, so points near the line seem to lie on it.", caught_by="hidden")
def side_of_line(P, w, b):
    return np.sign(np.round(w[0] * P[:, 0] + w[1] * P[:, 1] + b))


@mistake("d05-side_of_line", "You called everything close to the line a point on the line. Close is not on it: however small the score, it has a sign.", caught_by="hidden")
def side_of_line(P, w, b):
    s = w[0] * P[:, 0] + w[1] * P[:, 1] + b
    return np.where(np.isclose(s, 0.0, rtol=0, atol=1e-6), 0, np.sign(s))


@mistake(
    "d05-side_of_line",
    "You compare heights with the line written as y = …, which divides by the second weight. If it is negative the sides are exchanged, and if it is 0 the line is vertical and has no such form.",
    caught_by="hidden",
)
def side_of_line(P, w, b):
    with np.errstate(all="ignore"):
        return np.sign(P[:, 1] - (-w[0] * P[:, 0] - b) / w[1])


@mistake("d05-side_of_line", "You multiplied the weights into the caller's table. Your answer is right, but the points you were given are gone.", caught_by="hidden")
def side_of_line(P, w, b):
    P *= w
    return np.sign(P[:, 0] + P[:, 1] + b)


@mistake("d05-side_of_line", "Your scores form a table: each coordinate was weighted, and the two of a point were not added up.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(P * w + b)


@mistake("d05-side_of_line", "Your function stops at an if: it asks one yes-or-no question about many scores at once. np.sign answers for each of them.", caught_by="visible")
def side_of_line(P, w, b):
    s = w[0] * P[:, 0] + w[1] * P[:, 1] + b
    return 1 if s > 0 else -1 if s < 0 else 0


@mistake("d05-side_of_line", "You answered for the first point only.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:1, 0] + w[1] * P[:1, 1] + b)


@mistake("d05-side_of_line", "Your function stops with an IndexError: it asks for a column that is not there. The two columns of P have the numbers 0 and 1.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 1] + w[1] * P[:, 2] + b)


@mistake("d05-side_of_line", "For a point on the line you divide 0 by 0. Its answer is 0.", caught_by="visible")
def side_of_line(P, w, b):
    with np.errstate(all="ignore"):
        s = w[0] * P[:, 0] + w[1] * P[:, 1] + b
        return s / abs(s)


@mistake("d05-side_of_line", "You multiplied the bias by the second weight. The bias is added to the weighted sum as it is.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 0] + w[1] * (P[:, 1] + b))


@mistake("d05-side_of_line", "You compared with 6, the limit of the mail filter. Every line has a bias of its own, b.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 0] + w[1] * P[:, 1] - 6)


@mistake("d05-side_of_line", "You added the signs of the parts. A large minus can outweigh a small plus: add the parts first, then take the sign.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 0]) + np.sign(w[1] * P[:, 1]) + np.sign(b)


@mistake("d05-side_of_line", "The first weight stands before both coordinates. The second one, w[1], belongs to y.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 0] + w[0] * P[:, 1] + b)


@mistake("d05-side_of_line", "Both of your terms read the column of x. The y of all points stand in column 1.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 0] + w[1] * P[:, 0] + b)


@mistake("d05-side_of_line", "You took the sign before the bias was added, so the answers are no signs any more. Add everything first.", caught_by="visible")
def side_of_line(P, w, b):
    return np.sign(w[0] * P[:, 0] + w[1] * P[:, 1]) + b


hints(
    "d05-side_of_line",
    "Compute the score of one point by hand. What changes from point to point, and what stays the same?",
    "P[:, 0] holds the x of all points. Multiplying it by one number multiplies every entry.",
    "s = w[0] * P[:, 0] plus the same for y, plus b; then np.sign.",
)
why(
    "d05-side_of_line",
    "The score is 0 on the line only, and it changes by the same amount for every step in one direction. So it keeps one sign on each side, and the sign is all that a decision needs.",
)

# ---------------------------------------------------------------- d05-break_even


@also_right("d05-break_even")
def break_even(fixed, price, unit_cost):
    point = intersect(price, 0.0, unit_cost, fixed)
    return point[0] if point is not None and point[0] > 0 else math.inf


@also_right("d05-break_even")
def break_even(fixed, price, unit_cost):
    margin = price - unit_cost
    return fixed * (1 / margin) if margin > 0 else math.inf


@mistake("d05-break_even", "You divided the fixed cost by the whole price. Each unit also costs something, so it earns less than its price.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return fixed / price


@mistake("d05-break_even", "You added the unit cost to the price. What a unit costs lowers what it leaves.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return fixed / (price + unit_cost)


@mistake("d05-break_even", "Your answer has lost the part behind the point. The crossing need not be a whole number.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return fixed // (price - unit_cost)


@mistake("d05-break_even", "Your answer is rounded up to whole units. Sold one by one that is sensible, but the crossing itself was asked for.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return math.ceil(fixed / (price - unit_cost))


@mistake("d05-break_even", "You returned a negative number of units. The two lines do cross there, but nobody can sell less than nothing: income never reaches costs.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price == unit_cost:
        return math.inf
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "Nothing compares price and unit cost before you divide: Python stops where they are equal, and below cost the number is negative.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "You removed the sign of the loss per unit. Selling below cost now looks as if it paid, after the same number of units.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price == unit_cost:
        return math.inf
    return fixed / abs(price - unit_cost)


@mistake("d05-break_even", "Below cost you answer rightly; when price and unit cost are equal Python stops in your division by 0. The lines are parallel then, and it never pays.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price < unit_cost:
        return math.inf
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "You returned 0 when it never pays. That says it pays at once.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return 0.0
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "You returned None when it never pays. Infinity is a number that can be compared: every budget is smaller.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return None
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "You turned the fraction over. The number of units is the fixed cost divided by what one unit leaves.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return (price - unit_cost) / fixed


@mistake("d05-break_even", "You returned the income at the crossing, its height. The number of units is its x.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return price * fixed / (price - unit_cost)


@mistake("d05-break_even", "You added a tiny number to avoid a division by 0. Where prices are tiny themselves, it changes the answer.", caught_by="hidden")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return fixed / (price - unit_cost + 1e-12)


@mistake("d05-break_even", "You treated a small gain per unit as none. A gain of a billionth pays as well, after many units.", caught_by="hidden")
def break_even(fixed, price, unit_cost):
    if price - unit_cost < 1e-6:
        return math.inf
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "You took a unit cost of 0 for a missing one and answered infinity. What costs nothing per unit pays sooner.", caught_by="hidden")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost or not unit_cost:
        return math.inf
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "Your answer is the fixed cost divided by the price, minus the unit cost: division comes first, so the difference needs brackets.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return fixed / price - unit_cost


@mistake("d05-break_even", "You return infinity with a minus sign where it never pays. Minus infinity is smaller than every number: it says long ago.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return -math.inf
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "Your number of units has the wrong sign: what a unit leaves is its price minus its cost.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return fixed / (unit_cost - price)


@mistake("d05-break_even", "You answer infinity where it does pay: you compared the price with something else than the unit cost.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= fixed:
        return math.inf
    return fixed / (price - unit_cost) if price > unit_cost else math.inf


@mistake("d05-break_even", "You took a price that is nearly the unit cost for equal to it. A gain of a billionth per unit pays as well, after many units.", caught_by="hidden")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost or math.isclose(price, unit_cost):
        return math.inf
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "You answered with the text \"inf\". Infinity is a number, math.inf, and can be compared.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return "inf"
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "You answer infinity where it does pay: you compared the price with something else than the unit cost.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= fixed:
        return math.inf
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "Your question is turned around: where it pays you answer infinity, and where it never pays you divide.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price >= unit_cost:
        return math.inf
    return fixed / (price - unit_cost)


@mistake("d05-break_even", "You multiplied the fixed cost by what a unit leaves. The more it leaves, the fewer units it takes: divide.", caught_by="visible")
def break_even(fixed, price, unit_cost):
    if price <= unit_cost:
        return math.inf
    return fixed * (price - unit_cost)


hints(
    "d05-break_even",
    "Write down costs and income for n units. Which two lines are these?",
    "At the crossing price * n = fixed + unit_cost * n. Bring the n to one side. When is there no such n, or a negative one?",
    "If the price is at most the unit cost, return math.inf. Otherwise divide the fixed cost by what one unit leaves.",
)
why(
    "d05-break_even",
    "Income starts at 0 and grows by the price; costs start at the fixed cost and grow by the unit cost. The head start is caught up by price minus unit cost per unit, and never if that is 0 or less.",
)

# ---------------------------------------------------------------- changes that are no mistakes

equivalent("d05-line_through", "run = float(x2) - float(x1) → run = (x2) - float(x1)", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-line_through", "run = float(x2) - float(x1) → run = float(x2) - (x1)", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-line_through", "m = (float(y2) - float(y1)) / run → m = ((y2) - float(y1)) / run", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-line_through", "m = (float(y2) - float(y1)) / run → m = (float(y2) - (y1)) / run", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-line_through", "return m, float(y1) - m * x1 → return m, (y1) - m * x1", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-solve2", "a, d, e = float(a), float(d), float(e)  # numpy's whole numbers overflow → pass  # numpy's whole numbers overflow", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-solve2", "a, d, e = float(a), float(d), float(e)  # numpy's whole numbers overflow → a, d, e = (a), float(d), float(e)  # numpy's whole numbers overflow", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-solve2", "a, d, e = float(a), float(d), float(e)  # numpy's whole numbers overflow → a, d, e = float(a), (d), float(e)  # numpy's whole numbers overflow", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-solve2", "a, d, e = float(a), float(d), float(e)  # numpy's whole numbers overflow → a, d, e = float(a), float(d), (e)  # numpy's whole numbers overflow", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-side_of_line", "x, y = 1.0 * P[:, 0], 1.0 * P[:, 1] → x, y = (P[:, 0]), 1.0 * P[:, 1]", "a guard for whole numbers of few bits, with which no check is made")
equivalent("d05-side_of_line", "x, y = 1.0 * P[:, 0], 1.0 * P[:, 1] → x, y = 1.0 * P[:, 0], (P[:, 1])", "a guard for whole numbers of few bits, with which no check is made")
