"""Right and wrong answers to day 30: partial derivatives and the gradient."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import central_slope, numerical_gradient

# ---------------------------------------------------------------- d30-review


@also_right("d30-review")
def review_30(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    before, after = x[1] - x[0], x[2] - x[1]
    return (y[1] - y[0]) / before * after / (before + after) + (y[2] - y[1]) / after * before / (before + after)


@also_right("d30-review")
def review_30(x, y):
    a, b = float(x[0] - x[1]), float(x[2] - x[1])
    u, v = float(y[0] - y[1]), float(y[2] - y[1])
    return (u * b * b - v * a * a) / (a * b * (b - a))


@mistake("d30-review", "Your answer is the slope from the first reading to the last, and the middle one has no say in it. That is what comes of each chord counting as its own run: the shorter one should count more.", caught_by="visible")
def review_30(x, y):
    r = np.diff(x)
    s = np.diff(y) / r
    return (r[0] * s[0] + r[1] * s[1]) / (r[0] + r[1])


@mistake("d30-review", "Your answer is the slope from the first reading to the last, and the middle one has no say in it. That is what comes of each chord counting as its own run: the shorter one should count more.", caught_by="visible")
def review_30(x, y):
    return (y[2] - y[0]) / (x[2] - x[0]) + 0 * (y[1] - x[1])


@mistake("d30-review", "You returned the plain mean of the two slopes. The shorter chord should count more.", caught_by="visible")
def review_30(x, y):
    s = np.diff(y) / np.diff(x)
    return (s[0] + s[1]) / 2


@mistake("d30-review", "You did not divide by the sum of the weights.", caught_by="visible")
def review_30(x, y):
    r = np.diff(x)
    s = np.diff(y) / r
    return r[1] * s[0] + r[0] * s[1]


@mistake("d30-review", "Only the second part is divided by the sum of the runs. The whole sum is: it needs brackets.", caught_by="visible")
def review_30(x, y):
    r = np.diff(x)
    s = np.diff(y) / r
    return r[1] * s[0] + r[0] * s[1] / (r[0] + r[1])


@mistake("d30-review", "You divided the sum by 2. The weights add up to the sum of the runs.", caught_by="visible")
def review_30(x, y):
    r = np.diff(x)
    s = np.diff(y) / r
    return (r[1] * s[0] + r[0] * s[1]) / 2


@mistake("d30-review", "Your two slopes are upside down: rise over run, not run over rise.", caught_by="visible")
def review_30(x, y):
    r = np.diff(x)
    s = r / np.diff(y)
    return (r[1] * s[0] + r[0] * s[1]) / (r[0] + r[1])


@mistake("d30-review", "You returned both slopes. One is wanted, their weighted mean.", caught_by="visible")
def review_30(x, y):
    return np.diff(y) / np.diff(x)


@mistake("d30-review", "Your answer is the slope of the first chord alone.", caught_by="visible")
def review_30(x, y):
    return (y[1] - y[0]) / (x[1] - x[0])


@mistake("d30-review", "Your answer is the slope of the second chord alone.", caught_by="visible")
def review_30(x, y):
    return (y[2] - y[1]) / (x[2] - x[1])


@mistake("d30-review", "Your answer is the slope from the first reading to the last, and the middle one has no say in it. That is what comes of each chord counting as its own run: the shorter one should count more.", caught_by="visible")
def review_30(x, y):
    return np.diff(y).mean() / np.diff(x).mean()


@mistake("d30-review", "You mixed rises, not slopes: each rise has to be divided by its run first.", caught_by="visible")
def review_30(x, y):
    r, d = np.diff(x), np.diff(y)
    return (r[1] * d[0] + r[0] * d[1]) / (r[0] + r[1])


@mistake("d30-review", "Your second chord begins at the first reading. It should go from the middle one to the last.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[0]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[0]) / r2
    return (r2 * s1 + r1 * s2) / (r1 + r2)


@mistake("d30-review", "You divided by the difference of the runs. The two weights add up to their sum.", caught_by="visible")
def review_30(x, y):
    r, s = np.diff(x), np.diff(y) / np.diff(x)
    return (r[1] * s[0] + r[0] * s[1]) / (r[1] - r[0])


@mistake("d30-review", "The places and the readings have changed places in your answer. A slope is the rise of the readings over the run of the places.", caught_by="visible")
def review_30(x, y):
    r, s = np.diff(y), np.diff(x) / np.diff(y)
    return (r[1] * s[0] + r[0] * s[1]) / (r[0] + r[1])


@mistake("d30-review", "You added the two slopes. A mean of them is wanted, in which the shorter chord counts more.", caught_by="visible")
def review_30(x, y):
    return (np.diff(y) / np.diff(x)).sum()


@mistake("d30-review", "One of the two parts is taken away in your answer. Both are added.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[1]) / r2
    return (r2 * s1 - r1 * s2) / (r1 + r2)


@mistake("d30-review", "You divided by the product of the runs. The weights add up to the sum of the runs.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[1]) / r2
    return (r2 * s1 + r1 * s2) / (r1 * r2)


@mistake("d30-review", "The chord with the shorter run alone decides in your answer. Both chords have a say.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[1]) / r2
    return s1 if r1 < r2 else s2


@mistake("d30-review", "You took the difference of the two slopes: how fast the slope changes. A weighted mean of them is wanted.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[1]) / r2
    return (s2 - s1) / (r1 + r2)


@mistake("d30-review", "You divided each slope by its run. It is multiplied by the other one's run.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[1]) / r2
    return (s1 / r1 + s2 / r2) / (r1 + r2)


@mistake("d30-review", "Your second run begins at the first place. It goes from the middle one to the last.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[0]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[1]) / r2
    return (r2 * s1 + r1 * s2) / (r1 + r2)


@mistake("d30-review", "Your first run has the wrong sign: the later place comes first.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[0] - x[1], x[2] - x[1]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[1]) / r2
    return (r2 * s1 + r1 * s2) / (r1 + r2)


@mistake("d30-review", "Your rises have no brackets: only the earlier reading of each chord is divided by the run.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = y[1] - y[0] / r1, y[2] - y[1] / r2
    return (r2 * s1 + r1 * s2) / (r1 + r2)


@mistake("d30-review", "Your slopes are cut to whole numbers: divide with one slash.", caught_by="hidden")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = (y[1] - y[0]) // r1, (y[2] - y[1]) // r2
    return (r2 * s1 + r1 * s2) / (r1 + r2)


@mistake("d30-review", "You divided readings by runs. A rise is the difference of two readings.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = y[0] / r1, y[2] / r2
    return (r2 * s1 + r1 * s2) / (r1 + r2)


@mistake("d30-review", "The places have no part in your answer: you halved the rise from the first reading to the last, as if all readings were one apart.", caught_by="visible")
def review_30(x, y):
    return np.gradient(y)[1]


@mistake("d30-review", "Your answer is the slope of the line that fits best to all three readings. The slope at the middle one is wanted.", caught_by="visible")
def review_30(x, y):
    return np.polyfit(x, y, 1)[0]


@mistake("d30-review", "Your answer is 2 for all readings: the numbers are those of the card.", caught_by="visible")
def review_30(x, y):
    return (2 * 1 + 1 * 4) / 3


@mistake("d30-review", "Your second chord begins at the first reading. It should go from the middle one to the last.", caught_by="visible")
def review_30(x, y):
    r1, r2 = x[1] - x[0], x[2] - x[1]
    s1, s2 = (y[1] - y[0]) / r1, (y[2] - y[0]) / (r1 + r2)
    return (r2 * s1 + r1 * s2) / (r1 + r2)


hints(
    "d30-review",
    "Two chords: from the first to the middle reading, and from there to the last.",
    "np.diff(x) are the two runs, np.diff(y) / np.diff(x) the two slopes.",
    "With runs r and slopes s: (r[1] * s[0] + r[0] * s[1]) / (r[0] + r[1]).",
)
why(
    "d30-review",
    "On a parabola a chord has the slope of its own middle. The middles of the two chords lie half a run away from the reading, on both sides; the weights bring the mean of these places exactly to the reading.",
)


# ---------------------------------------------------------------- d30-directional


@also_right("d30-directional")
def directional(f, x, u):
    return numerical_gradient(f, x) @ u / np.linalg.norm(u)


@also_right("d30-directional")
def directional(f, x, u):
    size, h = sum(float(v) ** 2 for v in u) ** 0.5, 1e-6
    ahead = np.array([a + h * b / size for a, b in zip(x, u)])
    behind = np.array([a - h * b / size for a, b in zip(x, u)])
    return (f(ahead) - f(behind)) / (2 * h)


@mistake("d30-directional", "Your slope grows with the length of the arrow u. Bring the arrow to length 1 first.", caught_by="visible")
def directional(f, x, u):
    return numerical_gradient(f, x) @ u


@mistake("d30-directional", "You divided by the square of the arrow's length. Once is enough.", caught_by="visible")
def directional(f, x, u):
    return numerical_gradient(f, x) @ u / (u @ u)


@mistake("d30-directional", "You returned the parts of the dot product, one for each entry. Their sum is the slope.", caught_by="visible")
def directional(f, x, u):
    return numerical_gradient(f, x) * u / np.linalg.norm(u)


@mistake("d30-directional", "You returned the gradient. The slope along u is one number, its dot product with the unit direction.", caught_by="visible")
def directional(f, x, u):
    return numerical_gradient(f, x)


@mistake("d30-directional", "You returned the length of the gradient: the slope of the steepest way, whatever u is.", caught_by="visible")
def directional(f, x, u):
    return np.linalg.norm(numerical_gradient(f, x))


@mistake("d30-directional", "You returned the cosine of the angle. Times the length of the gradient it is a slope.", caught_by="visible")
def directional(f, x, u):
    g = numerical_gradient(f, x)
    return g @ u / np.linalg.norm(u) / np.linalg.norm(g)


@mistake("d30-directional", "Your slope looks to one side only: from x ahead. Where the ground bends sharply it is wrong; a central slope looks to both sides.", caught_by="hidden")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return (f(x + 1e-5 * u) - f(x)) / 1e-5


@mistake("d30-directional", "Your slope looks to one side only: from x back. Where the ground bends sharply it is wrong; a central slope looks to both sides.", caught_by="hidden")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return (f(x) - f(x - 1e-5 * u)) / 1e-5


@mistake("d30-directional", "Your slopes have the opposite sign: the height ahead comes first, and the height behind is taken away.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return (f(x - 1e-5 * u) - f(x + 1e-5 * u)) / 2e-5


@mistake("d30-directional", "Your slopes are twice too steep: from one side to the other the way is 2h.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 1e-5


@mistake("d30-directional", "You measured around 0. The rails leave the place x.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return central_slope(lambda t: f(t * u), 0.0, 1e-5)


@mistake("d30-directional", "You measured at x + u, one step along the direction. The slope at x is wanted.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return central_slope(lambda t: f(x + t * u), 1.0, 1e-5)


@mistake("d30-directional", "You divided by the sum of the sizes of the entries of u. The length of an arrow is the root of the sum of their squares.", caught_by="visible")
def directional(f, x, u):
    return numerical_gradient(f, x) @ u / np.abs(u).sum()


@mistake("d30-directional", "You divided by the size of the largest entry of u. The length of an arrow is the root of the sum of their squares.", caught_by="visible")
def directional(f, x, u):
    return numerical_gradient(f, x) @ u / np.abs(u).max()


@mistake("d30-directional", "You brought the caller's arrow to length 1 in place. Make a new one.", caught_by="visible")
def directional(f, x, u):
    u /= np.linalg.norm(u)
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


@mistake("d30-directional", "You returned the rise from x to the end of the arrow over its length. The slope at x is that of a tiny way.", caught_by="visible")
def directional(f, x, u):
    return (f(x + u) - f(x)) / np.linalg.norm(u)


@mistake("d30-directional", "You brought the gradient to length 1 and left the arrow as long as it is. It is the other way round.", caught_by="visible")
def directional(f, x, u):
    g = numerical_gradient(f, x)
    return g / np.linalg.norm(g) @ u


@mistake("d30-directional", "You multiplied by the length of the arrow. Dividing by it makes the arrow one unit long.", caught_by="visible")
def directional(f, x, u):
    return numerical_gradient(f, x) @ u * np.linalg.norm(u)


@mistake("d30-directional", "You returned the way of 1 unit along u, or where it ends. The slope of f there is wanted.", caught_by="visible")
def directional(f, x, u):
    return x + u / np.linalg.norm(u)


@mistake("d30-directional", "You looked a whole unit ahead and a whole unit back. That is right on parabolas only; the slope at x belongs to a tiny way.", caught_by="hidden")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return (f(x + u) - f(x - u)) / 2


@mistake("d30-directional", "You took the mean of the products. A dot product is their sum.", caught_by="visible")
def directional(f, x, u):
    return np.mean(numerical_gradient(f, x) * u / np.linalg.norm(u))


@mistake("d30-directional", "You measured the gradient at the place u. It is wanted at x.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return numerical_gradient(f, u) @ u


@mistake("d30-directional", "Your answer does not depend on u: it is the sum of the partial derivatives, as if all entries moved together.", caught_by="visible")
def directional(f, x, u):
    return central_slope(f, x, 1e-5)


@mistake("d30-directional", "You multiplied the length of the gradient by the entries of u. The cosine of the angle between them is wanted there, and the dot product has both in it.", caught_by="visible")
def directional(f, x, u):
    return np.linalg.norm(numerical_gradient(f, x)) * np.sum(u) / np.linalg.norm(u)


@mistake("d30-directional", "Your slope grows with the length of the arrow u. Bring the arrow to length 1 first.", caught_by="visible")
def directional(f, x, u):
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


@mistake("d30-directional", "You divided by the square of the arrow's length. Once is enough.", caught_by="visible")
def directional(f, x, u):
    u = u / (u @ u)
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


@mistake("d30-directional", "You divided by the sum of the entries of u. The length of an arrow is the root of the sum of their squares.", caught_by="visible")
def directional(f, x, u):
    u = u / u.sum()
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


@mistake("d30-directional", "You divided by the number of entries of u. The length of an arrow is the root of the sum of the squares of its entries.", caught_by="visible")
def directional(f, x, u):
    u = u / len(u)
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


@mistake("d30-directional", "Your rise is divided by 2 and then multiplied by h. Put 2h into brackets.", caught_by="visible")
def directional(f, x, u):
    h = 1e-5
    u = u / np.linalg.norm(u)
    return (f(x + h * u) - f(x - h * u)) / 2 * h


@mistake("d30-directional", "Your steps are half a unit long. The slope at x belongs to a tiny way.", caught_by="hidden")
def directional(f, x, u):
    h = 0.5
    u = u / np.linalg.norm(u)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@mistake("d30-directional", "Only the first entry of x moves in your answer. All of them move along u.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return central_slope(lambda t: f(np.append(x[0] + t * u[0], x[1:])), 0.0, 1e-5)


@mistake("d30-directional", "You multiplied x by u as well: only the way t is multiplied by it.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return central_slope(lambda t: f((x + t) * u), 0.0, 1e-5)


@mistake("d30-directional", "The place and the direction have changed places in your answer.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(u)
    return central_slope(lambda t: f(u + t * x), 0.0, 1e-5)


@mistake("d30-directional", "You divided by the length of x. It is the arrow u that is brought to length 1.", caught_by="visible")
def directional(f, x, u):
    u = u / np.linalg.norm(x)
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


@mistake("d30-directional", "Only the first two entries of u count in its length.", caught_by="visible")
def directional(f, x, u):
    u = u / (u[0] ** 2 + u[1] ** 2) ** 0.5
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


@mistake("d30-directional", "You cut the length of the arrow to a whole number.", caught_by="hidden")
def directional(f, x, u):
    u = u / int(np.linalg.norm(u))
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


@mistake("d30-directional", "You returned the rise from x to the place u over the way between them. u is a direction, and the slope at x belongs to a tiny way.", caught_by="visible")
def directional(f, x, u):
    h = 1e-5
    u = u / np.linalg.norm(u)
    return (f(u) - f(x)) / np.linalg.norm(u - x)


hints(
    "d30-directional",
    "The slope belongs to the direction alone. What length should the arrow have?",
    "u / np.linalg.norm(u) has length 1. Then it is a slope in one letter: the way t.",
    "central_slope(lambda t: f(x + t * u), 0.0, 1e-5), with u of length 1.",
)
why(
    "d30-directional",
    "Along a line through x the landscape is a curve in one letter, so day 23's slope does the work, with two heights whatever the number of entries. The dot product with a measured gradient gives the same and costs two heights for each entry.",
)


# ---------------------------------------------------------------- d30-grad_quadratic


@also_right("d30-grad_quadratic")
def grad_quadratic(A, b, x):
    S = (A + A.T) / 2
    return 2 * S @ x + b


@also_right("d30-grad_quadratic")
def grad_quadratic(A, b, x):
    n = len(x)
    return np.array([sum((A[i, j] + A[j, i]) * x[j] for j in range(n)) + b[i] for i in range(n)])


@mistake("d30-grad_quadratic", "Your gradient is 2Ax + b, which is right for symmetric tables only. The columns of A have a say, too.", caught_by="visible")
def grad_quadratic(A, b, x):
    return 2 * A @ x + b


@mistake("d30-grad_quadratic", "Your gradient is 2Aᵀx + b, which is right for symmetric tables only. The rows of A have a say, too.", caught_by="visible")
def grad_quadratic(A, b, x):
    return 2 * A.T @ x + b


@mistake("d30-grad_quadratic", "Only one of the two x's was varied: that makes Ax. The other one makes a second part.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x + b


@mistake("d30-grad_quadratic", "Only one of the two x's was varied: that makes Aᵀx. The other one makes a second part.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A.T @ x + b


@mistake("d30-grad_quadratic", "The slope of bᵀx is missing: it is b, wherever x is.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x + A.T @ x


@mistake("d30-grad_quadratic", "You returned the value of f. Its slopes are wanted, one for each entry.", caught_by="visible")
def grad_quadratic(A, b, x):
    return x @ A @ x + b @ x


@mistake("d30-grad_quadratic", "You took bᵀx into the gradient as a number. Its slope in entry i is b_i.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x + A.T @ x + b @ x


@mistake("d30-grad_quadratic", "You multiplied b by x. The slope of bᵀx is b alone: the x is gone, as the slope of 5x is 5.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x + A.T @ x + b * x


@mistake("d30-grad_quadratic", "You multiplied entry by entry and got a table. A times x is a matrix product: `@`.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A * x + A.T * x + b


@mistake("d30-grad_quadratic", "Your gradient has b twice. The vector x stands once in bᵀx.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x + A.T @ x + 2 * b


@mistake("d30-grad_quadratic", "You halved the first part. There is no ½ in f that would take the two parts of the square down to one.", caught_by="visible")
def grad_quadratic(A, b, x):
    return (A + A.T) / 2 @ x + b


@mistake("d30-grad_quadratic", "You doubled A + Aᵀ. The 2 of the square is already there: two tables, each once.", caught_by="visible")
def grad_quadratic(A, b, x):
    return 2 * (A + A.T) @ x + b


@mistake("d30-grad_quadratic", "You returned a table: A + Aᵀ has still to be applied to x.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A + A.T + b


@mistake("d30-grad_quadratic", "You took Aᵀx away from Ax. The two parts add.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x - A.T @ x + b


@mistake("d30-grad_quadratic", "b is taken away in your gradient. In f it is added, so its slopes are, too.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x + A.T @ x - b


@mistake("d30-grad_quadratic", "You doubled b as well, and the columns of A have no say. The slope of bᵀx is b, once.", caught_by="visible")
def grad_quadratic(A, b, x):
    return 2 * (A @ x + b)


@mistake("d30-grad_quadratic", "You applied the tables to b as well. The slope of bᵀx is b itself.", caught_by="visible")
def grad_quadratic(A, b, x):
    return (A + A.T) @ (x + b)


@mistake("d30-grad_quadratic", "You applied A and its transpose one after the other. The two parts add: Ax and Aᵀx.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ A.T @ x + b


@mistake("d30-grad_quadratic", "Only the diagonal of A has a say in your answer: the slopes of the squares. Products of two different entries have slopes, too.", caught_by="visible")
def grad_quadratic(A, b, x):
    return 2 * np.diag(A) * x + b


@mistake("d30-grad_quadratic", "The first part of your answer is the number xᵀAx. Its slopes are wanted.", caught_by="visible")
def grad_quadratic(A, b, x):
    return x @ A @ x + b


@mistake("d30-grad_quadratic", "A is not applied to x: A + Aᵀ needs brackets.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A + A.T @ x + b


@mistake("d30-grad_quadratic", "A matrix product and a product entry by entry are mixed: both A and Aᵀ are applied to x with `@`.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x + A.T * x + b


@mistake("d30-grad_quadratic", "You applied the tables to the squares of x. A slope of a square has x itself in it.", caught_by="visible")
def grad_quadratic(A, b, x):
    return (A + A.T) @ x**2 + b


@mistake("d30-grad_quadratic", "You added x where Aᵀx belongs.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A @ x + x + b


@mistake("d30-grad_quadratic", "Your last slope is 0: the loop ends one entry early.", caught_by="visible")
def grad_quadratic(A, b, x):
    g = np.zeros(len(x))
    for i in range(len(x) - 1):
        g[i] = (A[i] + A[:, i]) @ x + b[i]
    return g


@mistake("d30-grad_quadratic", "Only your first slope is filled, and the others are 0: the return stands inside the loop.", caught_by="visible")
def grad_quadratic(A, b, x):
    g = np.zeros(len(x))
    for i in range(len(x)):
        g[i] = (A[i] + A[:, i]) @ x + b[i]
        return g


@mistake("d30-grad_quadratic", "You multiplied the first part by x. A slope of xᵀAx has one x less than xᵀAx.", caught_by="visible")
def grad_quadratic(A, b, x):
    return x @ A * x + b


@mistake("d30-grad_quadratic", "You returned the place where the gradient is 0. Asked is the gradient at x.", caught_by="visible")
def grad_quadratic(A, b, x):
    return np.linalg.solve(A + A.T, -b)


@mistake("d30-grad_quadratic", "For a place of whole numbers your slopes lose what stands after the point: they stand in an array of whole numbers, like x. Make it of floats.", caught_by="hidden")
def grad_quadratic(A, b, x):
    g = np.zeros_like(x)
    for i in range(len(x)):
        g[i] = (A[i] + A[:, i]) @ x + b[i]
    return g


@mistake("d30-grad_quadratic", "You returned a table: A + Aᵀ has still to be applied to x.", caught_by="visible")
def grad_quadratic(A, b, x):
    return A + A.T


hints(
    "d30-grad_quadratic",
    "In xᵀAx there are two x's. Vary one and hold the other still; then exchange them; add.",
    "The first contributes A x, the second Aᵀ x. What does bᵀx contribute?",
    "A @ x + A.T @ x + b.",
)
why(
    "d30-grad_quadratic",
    "A product in which both factors move has two slopes that add, and here both factors are x. For a symmetric table they are equal, which is where the 2 of many books comes from.",
)


# ---------------------------------------------------------------- d30-numgrad


@also_right("d30-numgrad")
def numgrad(f, x, h=1e-5):
    steps = h * np.eye(x.size).reshape(-1, *x.shape)
    slopes = [(f(x + step) - f(x - step)) / (2 * h) for step in steps]
    return np.array(slopes).reshape(x.shape)


@also_right("d30-numgrad")
def numgrad(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    slopes = np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        keep = x[i]
        x[i] = keep + h
        up = f(x)
        x[i] = keep - h
        slopes[i] = (up - f(x)) / (2 * h)
        x[i] = keep
    return slopes


@also_right("d30-numgrad")
def numgrad(f, x, h=1e-5):
    flat = np.array(x, dtype=float).ravel()
    slopes = numerical_gradient(lambda v: f(v.reshape(x.shape)), flat, h)
    return slopes.reshape(x.shape)


@mistake("d30-numgrad", "Your slopes stand in one long row. They should have the shape of x.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    steps = h * np.eye(x.size).reshape(-1, *x.shape)
    return np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])


@mistake("d30-numgrad", "An entry that was moved is not moved back, so the later slopes are measured elsewhere.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        up = f(x)
        x[i] -= 2 * h
        slopes[i] = (up - f(x)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "Your steps grow with the entries: h times x instead of h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h * (abs(x[i]) or 1.0)
        slopes[i] = (f(x + step) - f(x - step)) / (2 * step[i])
    return slopes


@mistake("d30-numgrad", "Whole rows move at once in your answer. One entry is moved at a time.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in range(len(x)) if x.ndim else ():
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "All entries move at once in your answer, so there is one slope only. Each entry needs its own.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


@mistake("d30-numgrad", "Your slopes look ahead only. Central ones look to both sides.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x)) / h
    return slopes


@mistake("d30-numgrad", "Your slopes look back only. Central ones look to both sides.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x) - f(x - step)) / h
    return slopes


@mistake("d30-numgrad", "Your slopes are twice too steep: from one side to the other the way is 2h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / h
    return slopes


@mistake("d30-numgrad", "For whole numbers your slopes are 0: an array of whole numbers cuts off the step h. Make the steps in an array of floats.", caught_by="hidden")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        slopes[i] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "For whole numbers your slopes are rounded: they stand in an array of whole numbers, like x. Make it of floats.", caught_by="hidden")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape, dtype=x.dtype)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "The caller's array was moved: two names, one array.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    if x.dtype.kind == "f":
        x += h
    return slopes


@mistake("d30-numgrad", "The step array is made once and keeps its old entries, so more and more entries move together.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes, step = np.zeros(x.shape), np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "Your table of slopes is transposed: the slope in x[i, j] belongs at [i, j].", caught_by="visible")
def numgrad(f, x, h=1e-5):
    steps = h * np.eye(x.size).reshape(-1, *x.shape)
    slopes = [(f(x + step) - f(x - step)) / (2 * h) for step in steps]
    return np.array(slopes).reshape(x.shape).T


@mistake("d30-numgrad", "Your answer does not depend on h: you took a step of your own.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = 1e-5
        slopes[i] = (f(x + step) - f(x - step)) / 2e-5
    return slopes


@mistake("d30-numgrad", "All slopes are 0 except the first: your function returns before the other entries have been moved.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
        return slopes


@mistake("d30-numgrad", "Your slopes have the opposite sign: the height ahead comes first, and the height behind is taken away.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x - step) - f(x + step)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "One number stands everywhere in your answer: the sum of all slopes, as if all entries moved together. Each entry needs its own slope, at its own place.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.full(x.shape, h)
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "All your slopes are 0: f has to be asked at two different places, h ahead and h behind, and their difference kept.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up = down = x
        up[i] += h
        down[i] -= h
        slopes[i] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "Your entries move by 1, and the rise is divided by 2h. They should move by h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = 1
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes


@mistake("d30-numgrad", "You returned rises. Divide them by the way, which is 2h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step))
    return grad


@mistake("d30-numgrad", "You divided by a way of your own. The entries move by h, so the way is 2h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / 2e-5
    return grad


@mistake("d30-numgrad", "The other entries move by 1 each. They have to stay where they are.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.ones(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "Whole rows move at once in your answer. One entry is moved at a time.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "Whole rows move at once in your answer. One entry is moved at a time.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i[0]] = h
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "Your slopes are half as steep as they are: you looked ahead only, and divided by 2h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


@mistake("d30-numgrad", "Your steps grow with the entries, and the way below the bar does not. Entries move by h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h * max(1, abs(x[i]))
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "You divided by 2. The way from behind to ahead is 2h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / 2
    return grad


@mistake("d30-numgrad", "Your default step is too small: the rise drowns in rounding. The first line of the card has 1e-5.", caught_by="visible")
def numgrad(f, x, h=1e-12):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "You divided by 2h². The way from behind to ahead is 2h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / (2 * h ** 2)
    return grad


@mistake("d30-numgrad", "You added the two heights. A rise is their difference.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) + f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "Your first slope is always 0: the first entry is never moved.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in list(np.ndindex(x.shape))[1:]:
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "Your slopes are right and stand in another order: filled column by column. np.ndindex goes row by row.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    slopes = []
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes.append((f(x + step) - f(x - step)) / (2 * h))
    return np.array(slopes).reshape(x.shape, order='F')


@mistake("d30-numgrad", "For whole numbers your slopes are 0: an array of whole numbers cuts off the step h. Make the steps in an array of floats.", caught_by="hidden")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "All your slopes are 0: f has to be asked at two different places, h ahead and h behind, and their difference kept.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up = down = x.copy()
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


@mistake("d30-numgrad", "Your steps grow with the entries: h times x instead of h.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h * x[i]
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@mistake("d30-numgrad", "One number stands everywhere in your answer: the sum of all slopes, as if all entries moved together. Each entry needs its own slope, at its own place.", caught_by="visible")
def numgrad(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        grad[i] = (f(x + h) - f(x - h)) / (2 * h)
    return grad


hints(
    "d30-numgrad",
    "For one entry: an array of zeros with h at that place, once added to x and once taken away.",
    "np.ndindex(x.shape) gives all places, and slopes[i] and step[i] understand them.",
    "In the loop: step = np.zeros(x.shape); step[i] = h; slopes[i] = (f(x + step) − f(x − step)) / (2 * h).",
)
why(
    "d30-numgrad",
    "A new array of zeros for each entry moves that entry alone, never touches x, and makes floats of whole numbers. The slopes are stored at the places of their entries, so they have the shape of x without anybody thinking of it.",
)


# ---------------------------------------------------------------- d30-gradcheck


def _relative(a, n):
    return abs(a - n) / max(abs(a), abs(n), 1e-8)


@also_right("d30-gradcheck")
def gradcheck(f, g, x, rng):
    U = rng.normal(size=(10, *x.shape))
    claimed, worst = g(x), 0.0
    for u in U:
        u = u / np.linalg.norm(u.ravel())
        a, n = np.sum(claimed * u), central_slope(lambda t: f(x + t * u), 0.0, 1e-5)
        worst = np.maximum(worst, np.abs(a - n) / np.max([np.abs(a), np.abs(n), 1e-8]))
    return worst


@also_right("d30-gradcheck")
def gradcheck(f, g, x, rng):
    def error():
        u = rng.normal(size=x.shape)
        u = u / (u**2).sum() ** 0.5
        a = g(x).ravel() @ u.ravel()
        n = (f(x + 1e-6 * u) - f(x - 1e-6 * u)) / 2e-6
        return abs(a - n) / max(abs(a), abs(n), 1e-8)

    return sorted(error() for _ in range(10))[-1]


def _ten(f, g, x, rng, judge, unit=True):
    errors = []
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum()) if unit else u
        errors.append(judge((g(x) * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))
    return errors


@mistake("d30-gradcheck", "You returned the difference itself. It has to be compared with the size of the two slopes.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, lambda a, n: abs(a - n)))


@mistake("d30-gradcheck", "You divided by the measured slope alone. The larger of the two sizes is wanted, and where both are 0 the 1e-8.", caught_by="visible")
def gradcheck(f, g, x, rng):
    with np.errstate(all="ignore"):
        return max(_ten(f, g, x, rng, lambda a, n: abs(a - n) / abs(np.float64(n))))


@mistake("d30-gradcheck", "You divided by the measured slope, or by 1e-8 where it is 0. The claimed one has a say as well: the larger of the two sizes is wanted.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, lambda a, n: abs(a - n) / max(abs(n), 1e-8)))


@mistake("d30-gradcheck", "You divided by the claimed slope. The measured one has a say as well: the larger of the two sizes is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, lambda a, n: abs(a - n) / max(abs(a), 1e-8)))


@mistake("d30-gradcheck", "Where both slopes are 0 your error is not a number: 0/0. That is what the 1e-8 is for.", caught_by="visible")
def gradcheck(f, g, x, rng):
    with np.errstate(all="ignore"):
        return max(_ten(f, g, x, rng, lambda a, n: np.float64(abs(a - n)) / max(abs(a), abs(n))))


@mistake("d30-gradcheck", "You divided by the sum of the two sizes. The larger of them is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, lambda a, n: abs(a - n) / max(abs(a) + abs(n), 1e-8)))


@mistake("d30-gradcheck", "You added 1e-8 to the sizes of both slopes. The largest of the three is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, lambda a, n: abs(a - n) / (abs(a) + abs(n) + 1e-8)))


@mistake("d30-gradcheck", "You returned the mean of the ten errors. The largest is wanted: a check should not average a fault away.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    return sum(_ten(f, g, x, rng, _relative)) / 10


@mistake("d30-gradcheck", "You returned the error of the last direction. The largest of the ten is wanted.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    return _ten(f, g, x, rng, _relative)[-1]


@mistake("d30-gradcheck", "The first direction alone decides in your answer. Ten are to be tried before you return.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    return _ten(f, g, x, rng, _relative)[0]


@mistake("d30-gradcheck", "You returned the smallest of the ten errors. The largest is wanted.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    return min(_ten(f, g, x, rng, _relative))


@mistake("d30-gradcheck", "You returned all ten errors. The largest of them is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return np.array(_ten(f, g, x, rng, _relative))


@mistake("d30-gradcheck", "Your directions have not been brought to length 1. Next to a gradient of 0 their length decides the error.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, _relative, unit=False))


@mistake("d30-gradcheck", "Your claimed slopes come from arrows of length 1 and the measured ones from longer arrows, or the other way round. Both belong to the same direction.", caught_by="visible")
def gradcheck(f, g, x, rng):
    errors = []
    for _ in range(10):
        u = rng.normal(size=x.shape)
        a = (g(x) * u).sum()
        u = u / np.sqrt((u**2).sum())
        errors.append(_relative(a, (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))
    return max(errors)


@mistake("d30-gradcheck", "Your slopes look ahead only: even the right gradient gets an error above 1e-7.", caught_by="visible")
def gradcheck(f, g, x, rng):
    errors = []
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        errors.append(_relative((g(x) * u).sum(), (f(x + 1e-5 * u) - f(x)) / 1e-5))
    return max(errors)


@mistake("d30-gradcheck", "Your measured slopes are twice too steep: even the right gradient seems off by half.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, lambda a, n: _relative(a, 2 * n)))


@mistake("d30-gradcheck", "The sign of the difference is kept, so errors in one direction are lost. Its size counts.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    return max(0.0, *_ten(f, g, x, rng, lambda a, n: (a - n) / max(abs(a), abs(n), 1e-8)))


@mistake("d30-gradcheck", "The first direction alone decides in your answer. Ten are to be tried before you return.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        return float(_relative((g(x) * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))


@mistake("d30-gradcheck", "You compared the two gradients entry by entry. Asked are the slopes along ten random directions.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    errors = []
    for i in np.ndindex(x.shape):
        u = np.zeros(x.shape)
        u[i] = 1
        errors.append(_relative((g(x) * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))
    return max(errors)


@mistake("d30-gradcheck", "For tables your dot product is a matrix product. Multiply entry by entry, and add all of them.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    errors = []
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        errors.append(_relative(g(x) @ u, (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))
    return max(errors)


@mistake("d30-gradcheck", "Your directions come from another generator. Draw them from rng, so that the caller decides.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, np.random.default_rng(0), _relative))


@mistake("d30-gradcheck", "Your directions are drawn evenly between two ends. The card asks for rng.normal.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    errors = []
    for _ in range(10):
        u = rng.uniform(-1, 1, size=x.shape)
        u = u / np.sqrt((u**2).sum())
        errors.append(_relative((g(x) * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))
    return max(errors)


@mistake("d30-gradcheck", "Your directions have not been brought to length 1. Next to a gradient of 0 their length decides the error.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    errors = []
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / (u**2).sum()
        errors.append(_relative((g(x) * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))
    return max(errors)


@mistake("d30-gradcheck", "You divided by the smallest of the three sizes. The largest is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    with np.errstate(all="ignore"):
        return max([0, *_ten(f, g, x, rng, lambda a, n: abs(a - n) / min(abs(a), abs(n), 1e-8))])


@mistake("d30-gradcheck", "You compared the sizes of the two slopes, so a gradient of the opposite sign seems right. Compare the slopes.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, lambda a, n: abs(abs(a) - abs(n)) / max(abs(a), abs(n), 1e-8)))


@mistake("d30-gradcheck", "Below the line slopes count with their sign, so where both are negative you divide by 1e-8. Their sizes are wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, lambda a, n: abs(a - n) / max(a, n, 1e-8)))


@mistake("d30-gradcheck", "You asked the claimed gradient at the direction u. It is wanted at the place x.", caught_by="visible")
def gradcheck(f, g, x, rng):
    errors = []
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        errors.append(_relative((g(u) * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))
    return max(errors)


@mistake("d30-gradcheck", "You compared the two gradients entry by entry. Asked are the slopes along ten random directions.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    n, a = np.zeros(x.shape), g(x)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = 1e-5
        n[i] = (f(x + step) - f(x - step)) / 2e-5
    return np.abs(a - n).max() / max(np.abs(a).max(), np.abs(n).max(), 1e-8)


@mistake("d30-gradcheck", "You returned whether the gradient is right. The error itself is wanted, a number.", caught_by="visible")
def gradcheck(f, g, x, rng):
    return max(_ten(f, g, x, rng, _relative)) < 1e-7


@mistake("d30-gradcheck", "You asked the claimed gradient at the direction u. It is wanted at the place x.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    errors = []
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        errors.append(_relative((g(u) * x).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5))
    return max(errors)


@mistake("d30-gradcheck", "For tables your length is not the root of the sum of all squares, so the directions are not of length 1.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.linalg.norm(u, 2)
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "Each column of your direction is brought to length 1. The whole array is one arrow, with one length over all places.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum(axis=0))
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "You divide by 1 at least, so where the slopes are small their errors seem smaller. At least 1e-8 is meant.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1))
    return worst


@mistake("d30-gradcheck", "You took the mean of the products. A dot product is their sum.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).mean()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "You added the ten errors. The largest of them is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst += abs(a - n) / max(abs(a), abs(n), 1e-8)
    return worst


@mistake("d30-gradcheck", "You divided by the smaller of the two sizes. The larger is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(min(abs(a), abs(n)), 1e-8))
    return worst


@mistake("d30-gradcheck", "Your claimed slope is the sum of the gradient: the direction has no part in it.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = g(x).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "Your largest error begins at 1, so smaller errors are lost. Begin with 0.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 1.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "You asked the claimed gradient one step ahead. It is wanted at the place x.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x + 1e-5 * u) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "In each of your directions one entry moves alone. All of them have a say in rng.normal(size=x.shape).", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = np.zeros(x.shape)
        u.flat[rng.integers(x.size)] = 1.0
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "You compared the length of the claimed gradient with a slope along u. Its dot product with u is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = np.sqrt((g(x) ** 2).sum())
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "You squared the difference. Its size is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, (a - n) ** 2 / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "Your rise is divided by 2 and multiplied by 1e-5. The way is 2e-5: divide by all of it.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2 * 1e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "Your ten directions are drawn in another way. The card asks for one rng.normal(size=x.shape) for each.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for u in rng.normal(size=x.shape + (10,)).T:
        u = u.T
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "You measured the slopes around 0. They are wanted at the place x.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(1e-5 * u) - f(-1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "Your steps are too long: where f is no parabola even the right gradient gets an error. The card has 1e-5.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-3 * u) - f(x - 1e-3 * u)) / 2e-3
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


@mistake("d30-gradcheck", "Your error is rounded, and small errors are lost.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return round(worst, 6)


@mistake("d30-gradcheck", "You added the 1e-8 to the larger size. The largest of the three is wanted.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / (max(abs(a), abs(n)) + 1e-8))
    return worst


@mistake("d30-gradcheck", "Only the measured slope is divided. The difference of both slopes needs brackets.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n / max(abs(a), abs(n), 1e-8)))
    return worst


@mistake("d30-gradcheck", "Where both slopes are next to nothing your error is too large: there the 1e-8 should stand below the line.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n)))
    return worst


@mistake("d30-gradcheck", "You divided by the claimed slope. The measured one has a say as well: the larger of the two sizes is wanted.", caught_by="visible")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / abs(a))
    return worst


@mistake("d30-gradcheck", "You divided by the measured slope alone. The larger of the two sizes is wanted, and where both are 0 the 1e-8.", caught_by="hidden")
def gradcheck(f, g, x, rng):
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a = (g(x) * u).sum()
        n = (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / abs(n))
    return worst


hints(
    "d30-gradcheck",
    "One direction first: a slope that is claimed, a slope that is measured, and their relative difference.",
    "a = (g(x) * u).sum() and n = (f(x + 1e-5 * u) − f(x − 1e-5 * u)) / 2e-5, with u of length 1.",
    "Ten times: draw u, divide by np.sqrt((u**2).sum()), and collect abs(a − n) / max(abs(a), abs(n), 1e-8). Return the largest.",
)
why(
    "d30-gradcheck",
    "Along a random direction every entry of the gradient has a say, so two heights test them all; ten directions make a lucky one unlikely. The larger of the two slopes as the measure keeps the error below 2 and treats claim and measurement alike.",
)


# ---------------------------------------------------------------- d30-grad_rosenbrock


@also_right("d30-grad_rosenbrock")
def grad_rosenbrock(x):
    a, b = x
    return np.array([400 * a**3 - 400 * a * b + 2 * a - 2, 200 * b - 200 * a**2])


@also_right("d30-grad_rosenbrock")
def grad_rosenbrock(x):
    inner = np.array([[-1.0, 0.0], [-2.0 * x[0], 1.0]])
    return np.array([2 * (1 - x[0]), 200 * (x[1] - x[0] ** 2)]) @ inner


@mistake("d30-grad_rosenbrock", "The inner slope of x₂ − x₁² in x₁ has a minus sign, and yours has none.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) + 400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "The 2 of the square is missing in the slope in x₂: 200, not 100.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 400 * x[0] * off, 100 * off])


@mistake("d30-grad_rosenbrock", "In x₁ your factor is 200. The square gives a 2 and the inner x₁² another one: 400.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 200 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "Your two partial derivatives have changed places.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([200 * off, -2 * (1 - x[0]) - 400 * x[0] * off])


@mistake("d30-grad_rosenbrock", "The gentle square (1 − x₁)² has no slope in your answer.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "The slope of (1 − x₁)² has the wrong sign: the inner slope is −1.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([2 * (1 - x[0]) - 400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "The inner slope −2x₁ is missing in the slope in x₁: the square was differentiated, what stands in it was not.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) + 200 * off, 200 * off])


@mistake("d30-grad_rosenbrock", "You returned the value of f. Its two slopes are wanted.", caught_by="visible")
def grad_rosenbrock(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


@mistake("d30-grad_rosenbrock", "Both inner minus signs are missing in your slope in x₁.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([2 * (1 - x[0]) + 400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "The 2 of the square is missing in the slope of (1 − x₁)².", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-(1 - x[0]) - 400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "The factor 100 is missing.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 4 * x[0] * off, 2 * off])


@mistake("d30-grad_rosenbrock", "In the slope in x₂ the square has stayed. A square has the slope two times what stands in it.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 400 * x[0] * off, 200 * off**2])


@mistake("d30-grad_rosenbrock", "You returned the downhill step: the gradient points uphill.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return -np.array([-2 * (1 - x[0]) - 400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "In your answer x₂ − x₁ stands where x₂ − x₁² belongs.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0]
    return np.array([-2 * (1 - x[0]) - 400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "In the slope in x₁ the square has stayed. A square has the slope two times what stands in it.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 400 * x[0] * off**2, 200 * off])


@mistake("d30-grad_rosenbrock", "The inner slope of −x₁² is −2x₁, and in your slope in x₁ the square of x₁ has stayed.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 400 * x[0] ** 2 * off, 200 * off])


@mistake("d30-grad_rosenbrock", "Your slope in x₂ has the opposite sign: x₂ stands in the second square with a plus.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 400 * x[0] * off, -200 * off])


@mistake("d30-grad_rosenbrock", "The slope of (1 − x₁)² is −2 everywhere in your answer. It depends on x₁: two times what stands in the square, times −1.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 - 400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "In x₁ you used x₂ − 2x₁ as the inner slope. While x₁ moves, x₂ is held still and has the slope 0.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) + 200 * off * (x[1] - 2 * x[0]), 200 * off])


@mistake("d30-grad_rosenbrock", "In x₁ the slopes of the two squares are multiplied. Squares that are added have slopes that are added.", caught_by="visible")
def grad_rosenbrock(x):
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) * -400 * x[0] * off, 200 * off])


@mistake("d30-grad_rosenbrock", "The slope of (1 − x₁)² stands in x₂ as well. It has no x₂ in it, so there its slope is 0.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    wall = b - a**2
    return np.array([-2 * (1 - a) - 400 * a * wall, 200 * wall - 2 * (1 - a)])


@mistake("d30-grad_rosenbrock", "x₁ and x₂ have changed places in your formula.", caught_by="visible")
def grad_rosenbrock(x):
    b, a = x[0], x[1]
    wall = b - a**2
    return np.array([-2 * (1 - a) - 400 * a * wall, 200 * wall])


@mistake("d30-grad_rosenbrock", "In x₁ only x₂ is multiplied by 400 x₁: x₂ − x₁² needs brackets.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    wall = b - a**2
    return np.array([-2 * (1 - a) - 400 * a * b - a**2, 200 * wall])


@mistake("d30-grad_rosenbrock", "Your second slope is made from the first one: x₁ was overwritten before it was used again.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    g = x.copy()
    g[0] = -2 * (1 - g[0]) - 400 * g[0] * (g[1] - g[0] ** 2)
    g[1] = 200 * (g[1] - g[0] ** 2)
    return g


@mistake("d30-grad_rosenbrock", "In x₂ you multiplied by −2x₁, too. While x₂ moves, the inner slope is 1.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    wall = b - a**2
    return np.array([-2 * (1 - a) - 400 * a * wall, -400 * a * wall])


@mistake("d30-grad_rosenbrock", "In x₁ your factor is 40. It is 100 times 2 times 2.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    wall = b - a**2
    return np.array([-2 * (1 - a) - 40 * a * wall, 200 * wall])


@mistake("d30-grad_rosenbrock", "You took x₁² − x₂ for x₂ − x₁² in a slope: the sign of the inner part counts there.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    wall = a**2 - b
    return np.array([-2 * (1 - a) - 400 * a * wall, 200 * wall])


@mistake("d30-grad_rosenbrock", "The inner slope of −x₁² is −2x₁, and in your slope in x₁ the x₁ is missing.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    wall = b - a**2
    return np.array([-2 * (1 - a) - 400 * wall, 200 * wall])


@mistake("d30-grad_rosenbrock", "In the slope of (1 − x₁)² the square has stayed. A square has the slope two times what stands in it.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    wall = b - a**2
    return np.array([-2 * (1 - a) ** 2 - 400 * a * wall, 200 * wall])


@mistake("d30-grad_rosenbrock", "In your answer x₂ − 2x₁ stands where x₂ − x₁² belongs. The 2x₁ is an inner slope, and multiplies.", caught_by="visible")
def grad_rosenbrock(x):
    a, b = x[0], x[1]
    wall = b - 2 * a
    return np.array([-2 * (1 - a) - 400 * a * wall, 200 * wall])


@mistake("d30-grad_rosenbrock", "You measured the slopes, and they are not exact. Asked are the two formulas.", caught_by="visible")
def grad_rosenbrock(x):
    return numerical_gradient(lambda w: (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2, np.asarray(x, dtype=float))


hints(
    "d30-grad_rosenbrock",
    "Give x₂ − x₁² a name: it occurs in both slopes.",
    "A square has the slope two times what stands in it, times the inner slope: −1 for 1 − x₁, −2x₁ and 1 for x₂ − x₁².",
    "off = x[1] − x[0]**2; then −2(1 − x[0]) − 400·x[0]·off and 200·off, as an array.",
)
why(
    "d30-grad_rosenbrock",
    "Each square gives two times its inside, times the inner slope of the letter that moves. In x₁ both squares have a say, in x₂ only the second.",
)


equivalent("d30-directional", "return central_slope(lambda t: f(x + t * u), 0.0, 1e-5) → return central_slope(lambda t: f(x + t * u), 0.0, (2e-05))", "any small step measures the slope")
equivalent("d30-grad_quadratic", "return A @ x + A.T @ x + b → return (A) @ (x).T + A.T @ x + b", "a list of numbers is its own transpose")
equivalent("d30-grad_quadratic", "return A @ x + A.T @ x + b → return A @ x + (A.T) @ (x).T + b", "a list of numbers is its own transpose")
equivalent("d30-numgrad", "slopes = np.zeros(x.shape) → slopes = np.ones(x.shape)", "every entry is overwritten")
equivalent("d30-gradcheck", "worst = 0.0 → worst = -1.0", "errors are at least 0")
equivalent("d30-gradcheck", "worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8)) → worst = max(worst, abs((n) - (a)) / max(abs(a), abs(n), 1e-8))", "the size of a difference does not depend on its sign")
