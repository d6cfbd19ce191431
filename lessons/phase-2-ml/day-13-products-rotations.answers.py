"""Right and wrong answers to day 13: products, rotations and waves."""

import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why


# ---------------------------------------------------------------- d13-review


@also_right("d13-review")
def review_13(a, b, c, lo, hi):
    if a > 0:
        x = min(max(-b / (2 * a), lo), hi)
        return a * x**2 + b * x + c
    return min(a * lo**2 + b * lo + c, a * hi**2 + b * hi + c)


@also_right("d13-review")
def review_13(a, b, c, lo, hi):
    def height(x):
        return (a * x + b) * x + c
    places = [lo, hi]
    if a != 0:
        places.append(float(np.clip(-b / (2 * a), lo, hi)))
    return min(map(height, places))


@mistake("d13-review", "You returned the height of the vertex, wherever it lies. Outside of the interval, or on a parabola that opens downward, it does not count.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    if a == 0:
        return min(b * lo + c, b * hi + c)
    return c - b * b / (4 * a)


@mistake("d13-review", "Your answer is always the smaller of the two ends. A parabola that opens upward may dip between them.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    return min(a * lo * lo + b * lo + c, a * hi * hi + b * hi + c)


@mistake("d13-review", "You returned the place of the smallest value. The value itself is asked for.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    places = [lo, hi]
    if a > 0 and lo < -b / (2 * a) < hi:
        places.append(-b / (2 * a))
    return min(places, key=lambda x: a * x * x + b * x + c)


@mistake("d13-review", "You returned the largest of the values at the ends and the vertex.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    places = [lo, hi]
    if a > 0 and lo < -b / (2 * a) < hi:
        places.append(-b / (2 * a))
    return max(a * x * x + b * x + c for x in places)


@mistake("d13-review", "Your vertex lies on the wrong side of zero: it is at −b over 2a.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    places = [lo, hi]
    if a > 0 and lo < b / (2 * a) < hi:
        places.append(b / (2 * a))
    return min(a * x * x + b * x + c for x in places)


@mistake("d13-review", "Where the vertex counts, your value is c. That is the height at 0 and at −b over a, twice as far out as the vertex.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    places = [lo, hi]
    if a > 0 and lo < -b / a < hi:
        places.append(-b / a)
    return min(a * x * x + b * x + c for x in places)


@mistake("d13-review", "Your vertex is right for a = 1 only: b is halved and then multiplied by a, where it should be divided.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    places = [lo, hi]
    if a > 0 and lo < -b / 2 * a < hi:
        places.append(-b / 2 * a)
    return min(a * x * x + b * x + c for x in places)


@mistake("d13-review", "On a parabola that opens downward your vertex is the highest point, not the lowest. There one of the ends is smallest.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    if a != 0:
        x = min(max(-b / (2 * a), lo), hi)
        return a * x * x + b * x + c
    return min(b * lo + c, b * hi + c)


@mistake("d13-review", "With a = 0 you divide by zero. A straight line has no vertex; its smallest value is at an end.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    x = min(max(-b / (2 * a), lo), hi)
    if a < 0:
        return min(a * lo * lo + b * lo + c, a * hi * hi + b * hi + c)
    return a * x * x + b * x + c


@mistake("d13-review", "You returned the height of the vertex, wherever it lies. Outside of the interval, or on a parabola that opens downward, it does not count.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    x = -b / (2 * a)
    return a * x**2 + b * x + c


@mistake("d13-review", "On a parabola that opens downward your vertex is the highest point, not the lowest. There one of the ends is smallest.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    if a != 0 and lo < -b / (2 * a) < hi:
        x = -b / (2 * a)
        return a * x**2 + b * x + c
    return min(a * lo**2 + b * lo + c, a * hi**2 + b * hi + c)


@mistake("d13-review", "On a parabola that opens downward your vertex is the highest point, not the lowest. There one of the ends is smallest.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    x = min(max(-b / (2 * a) if a else lo, lo), hi)
    return a * x**2 + b * x + c


@mistake("d13-review", "You returned the place of the smallest value. The value itself is asked for.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    x = -b / (2 * a)
    return lo if x < lo else hi if x > hi else x


@mistake("d13-review", "Your vertex is right for a = 1 only: b is halved and then multiplied by a, where it should be divided.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    x = -b / 2 * a
    if lo <= x <= hi:
        return a * x**2 + b * x + c
    return min(a * lo**2 + b * lo + c, a * hi**2 + b * hi + c)


@mistake("d13-review", "You tried places on a grid. The lowest point lies between two of them.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    x = np.linspace(lo, hi, 11)
    return min(a * x**2 + b * x + c)


@mistake("d13-review", "Your values are all too low or too high by c: the last coefficient is missing.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    places = [lo, hi]
    if a > 0 and lo < -b / (2 * a) < hi:
        places.append(-b / (2 * a))
    return min(a * x * x + b * x for x in places)


@mistake("d13-review", "Where the vertex does not count, your answer is always the value at hi. The curve may be lower at lo.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    x = hi
    if a > 0 and lo <= -b / (2 * a) <= hi:
        x = -b / (2 * a)
    return a * x**2 + b * x + c


@mistake("d13-review", "You tried places on a grid. The lowest point lies between two of them.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    x = np.linspace(lo, hi, 1000)
    return (a * x**2 + b * x + c).min()


@mistake("d13-review", "You tried places on a grid. The lowest point lies between two of them.", caught_by="visible")
def review_13(a, b, c, lo, hi):
    x = np.linspace(lo, hi, 100)
    return (a * x**2 + b * x + c).min()


@mistake("d13-review", "On a parabola that opens downward, or a straight line, you always take the value at lo. The other end may be lower.", caught_by="hidden")
def review_13(a, b, c, lo, hi):
    x = min(max(-b / (2 * a), lo), hi) if a > 0 else lo
    return a * x**2 + b * x + c


hints(
    "d13-review",
    "Which three places can hold the smallest value? Which of them are always allowed?",
    "The ends always count. The vertex at −b / (2a) counts if it lies between them and the parabola opens upward.",
    "Collect the places in a list, and return the min of a * x * x + b * x + c over it.",
)
why(
    "d13-review",
    "Away from the vertex a parabola only rises or only falls, so the smallest value on an interval is at an end or at the vertex. Asking for a > 0 first also avoids a division by zero.",
)


# ---------------------------------------------------------------- d13-matmul


@also_right("d13-matmul")
def matmul(A, B):
    return A @ B


@also_right("d13-matmul")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(B.shape[1]):
            for k in range(len(B)):
                C[i, j] += A[i, k] * B[k, j]
    return C


@also_right("d13-matmul")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return np.column_stack([A @ B[:, j] for j in range(B.shape[1])])


@also_right("d13-matmul")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return (A[:, :, None] * B).sum(axis=1)


@mistake("d13-matmul", "You multiplied entry by entry. The product of two machines is made of dot products: a whole row with a whole column.", caught_by="visible")
def matmul(A, B):
    return A * B


@mistake("d13-matmul", "You dotted rows with rows of B. The second partner is a column.", caught_by="visible")
def matmul(A, B):
    return A @ B.T


@mistake("d13-matmul", "You let the machines work in the other order. In A B a row of A meets a column of B.", caught_by="visible")
def matmul(A, B):
    return B @ A


@mistake("d13-matmul", "Shapes that do not fit got an answer: a row or column of length 1 was stretched to fit. Compare the two lengths first.", caught_by="hidden")
def matmul(A, B):
    return np.array([[(row * column).sum() for column in B.T] for row in A])


@mistake("d13-matmul", "Your table is the right one with rows and columns exchanged.", caught_by="visible")
def matmul(A, B):
    return (A @ B).T


@mistake("d13-matmul", "Your table is square, with one column for each row of A. It has one column for each column of B.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    n = len(A)
    C = np.zeros((n, n))
    for i in range(n):
        for j in range(min(n, B.shape[1])):
            C[i, j] = (A[i] * B[:, j]).sum()
    return C


@mistake("d13-matmul", "Only the first row of A is in your answer.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return np.array([(A[0] * column).sum() for column in B.T])


@mistake("d13-matmul", "You added everything to one number. Each pair of a row and a column has its own.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return (A @ B).sum()


@mistake("d13-matmul", "Shapes that do not fit got an answer, and be it None or a text. Raise a ValueError.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        return None
    return A @ B


@mistake("d13-matmul", "You refuse shapes that fit: only the length of a row of A and of a column of B have to agree, and the rest may differ.", caught_by="visible")
def matmul(A, B):
    if A.shape != B.shape:
        raise ValueError("shapes differ")
    return A @ B


@mistake("d13-matmul", "Each entry of yours holds a single product, the last one. The products of a row and a column are to be added.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(B.shape[1]):
            for k in range(len(B)):
                C[i, j] = A[i, k] * B[k, j]
    return C


@mistake("d13-matmul", "Each entry of yours holds a single product, the first one. The products of a row and a column are to be added.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return np.array([[row[0] * column[0] for column in B.T] for row in A])


@mistake("d13-matmul", "The last row of the table is missing.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return [[(A[i] * B[:, j]).sum() for j in range(B.shape[1])] for i in range(len(A) - 1)]


@mistake("d13-matmul", "You dotted rows with rows of B. The second partner is a column.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(B.shape[1]):
            C[i, j] = A[i] @ B[j]
    return C


@mistake("d13-matmul", "You walk over as many columns as B has rows.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(len(B)):
            C[i, j] = (A[i] * B[:, j]).sum()
    return C


@mistake("d13-matmul", "Only the first row of your table is filled. Where does your return stand?", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(B.shape[1]):
            C[i, j] = A[i] @ B[:, j]
        return C


@mistake("d13-matmul", "The products of a row and a column are still apart: they are to be added.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return np.array([[row * column for column in B.T] for row in A])


@mistake("d13-matmul", "The numbers are right and stand in one long row. Each row of A has a row of its own.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return np.array([row @ column for row in A for column in B.T])


@mistake("d13-matmul", "You compared the number of rows of A with the number of columns of B. A row of A, as long as A has columns, meets a column of B.", caught_by="visible")
def matmul(A, B):
    if A.shape[0] != B.shape[1]:
        raise ValueError("shapes do not fit")
    return A @ B


@mistake("d13-matmul", "You dotted columns of A with rows of B. It is the other way round: rows of A, columns of B.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return np.array([[column @ row for row in B] for column in A.T])


@mistake("d13-matmul", "You dotted rows with rows of B. The second partner is a column.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return np.array([[row @ other for other in B] for row in A])


@mistake("d13-matmul", "You let the machines work in the other order. In A B a row of A meets a column of B.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return B @ A


@mistake("d13-matmul", "You multiplied entry by entry. The product of two machines is made of dot products: a whole row with a whole column.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return A * B


@mistake("d13-matmul", "The last product is missing from every entry: a row has one more number than your sum takes.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return A[:, :-1] @ B[:-1]


@mistake("d13-matmul", "Shapes that do not fit got an answer, and be it None or a text. Raise a ValueError.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        return "ValueError"
    return A @ B


@mistake("d13-matmul", "Your table is square, with one column for each row of A. It has one column for each column of B.", caught_by="visible")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    n = len(A)
    C = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            C[i, j] = A[i] @ B[:, j]
    return C


@mistake("d13-matmul", "Your table takes whole numbers only: what stands behind the point got lost.", caught_by="hidden")
def matmul(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes do not fit")
    return (A @ B).astype(int)


hints(
    "d13-matmul",
    "Work out one entry by hand: which row and which column meet in it?",
    "For every row of A and every column of B (a row of B.T): multiply entry by entry, then add. Before that, compare the two lengths.",
    "np.array([[(row * column).sum() for column in B.T] for row in A]), after a test that A.shape[1] equals B.shape[0].",
)
why(
    "d13-matmul",
    "Column j of the product is A applied to column j of B, so entry (i, j) is row i dotted with column j. The test of the shapes cannot be left to numpy here: broadcasting stretches a length of 1 without a word.",
)


# ---------------------------------------------------------------- d13-rotation


@also_right("d13-rotation")
def rotation(theta):
    e1 = on_circle(np.array([theta]))[0]
    e2 = on_circle(np.array([theta + np.pi / 2]))[0]
    return np.column_stack([e1, e2])


@also_right("d13-rotation")
def rotation(theta):
    z = complex(math.cos(theta), math.sin(theta))
    return np.array([[z.real, -z.imag], [z.imag, z.real]])


@mistake("d13-rotation", "Your matrix turns with the clock. Look at the first column: (1, 0) has to go up.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, s], [-s, c]])


@mistake("d13-rotation", "You took the angle for degrees. It comes in radians: a quarter turn is π/2.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(np.deg2rad(theta)), np.sin(np.deg2rad(theta))
    return np.array([[c, -s], [s, c]])


@mistake("d13-rotation", "Sine and cosine have changed places. At angle 0 nothing should move, and your matrix makes a quarter turn there.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[s, -c], [c, s]])


@mistake("d13-rotation", "Both sines have a plus. The second column is the first, turned by a quarter: one of its entries changes its sign.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, s], [s, c]])


@mistake("d13-rotation", "Your second column points the wrong way round: (0, 1) has to end a quarter turn ahead of (1, 0), not behind it. This machine is a mirror.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, s], [s, -c]])


@mistake("d13-rotation", "You took the angle for whole turns. It comes in radians already: no 2π is needed.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(2 * np.pi * theta), np.sin(2 * np.pi * theta)
    return np.array([[c, -s], [s, c]])


@mistake("d13-rotation", "You returned where (1, 0) goes, one column. A machine of the plane has two.", caught_by="visible")
def rotation(theta):
    return np.array([np.cos(theta), np.sin(theta)])


@mistake("d13-rotation", "Your first column is (cos, cos). It should be the point of the circle, cosine across and sine upward.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [c, s]])


@mistake("d13-rotation", "Four numbers in one row are no matrix yet: two rows of two are asked for.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([c, -s, s, c])


@mistake("d13-rotation", "At angle 0 nothing should move, and your matrix sends (1, 0) to (−1, 0).", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[-c, -s], [s, -c]])


@mistake("d13-rotation", "At angle 0 nothing should move, and your matrix sends (1, 0) to (−1, 0).", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[-c, s], [s, c]])


@mistake("d13-rotation", "Your entries are rounded. Hand them back as they are.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [s, c]]).round(6)


@mistake("d13-rotation", "Your entries are cut to whole numbers. Cosine and sine lie between −1 and 1.", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [s, c]]).astype(int)


@mistake("d13-rotation", "Your sine is never negative. From half a turn on one stands below the center: take np.sin.", caught_by="hidden")
def rotation(theta):
    c = np.cos(theta)
    s = (1 - c**2) ** 0.5
    return np.array([[c, -s], [s, c]])


@mistake("d13-rotation", "Both sines have a minus. The first column is the point of the circle, (cos, sin).", caught_by="visible")
def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [-s, c]])


hints(
    "d13-rotation",
    "Where does (1, 0) go? That is the first column.",
    "The first column is (cos θ, sin θ); the second is a quarter turn ahead, (−sin θ, cos θ).",
    "With c and s the rows are [c, −s] and [s, c].",
)
why(
    "d13-rotation",
    "A matrix is known by the images of the basis vectors. A quarter turn of (c, s) is (−s, c), which puts the minus into the upper right corner.",
)


# ---------------------------------------------------------------- d13-sinus_features


@also_right("d13-sinus_features")
def sinus_features(t, freqs):
    columns = []
    for f in freqs:
        columns.append(np.sin(2 * np.pi * f * t))
        columns.append(np.cos(2 * np.pi * f * t))
    return np.column_stack(columns)


@also_right("d13-sinus_features")
def sinus_features(t, freqs):
    hands = np.exp(2j * np.pi * np.multiply.outer(t, freqs))
    return np.stack([hands.imag, hands.real], axis=-1).reshape(len(t), -1)


@mistake("d13-sinus_features", "All sines stand first and all cosines after them. Sine and cosine of one frequency stand side by side.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    return np.column_stack([np.sin(angles), np.cos(angles)])


@mistake("d13-sinus_features", "Your cosines stand before the sines.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.cos(angles)
    features[:, 1::2] = np.sin(angles)
    return features


@mistake("d13-sinus_features", "A 2π is missing: a hand of frequency 1 turns once, by 2π radians, in one unit of time.", caught_by="visible")
def sinus_features(t, freqs):
    angles = t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "Your hands make half a turn where a whole one is due: a turn is 2π.", caught_by="visible")
def sinus_features(t, freqs):
    angles = np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "You counted in degrees. np.sin and np.cos take radians.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 360 * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "You divided by the frequency. A higher frequency turns faster.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] / freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "You added time and frequency, where they should be multiplied: turns per second times seconds are turns.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * (t[:, None] + freqs)
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "Your rows hold the sines only. A height alone does not tell rising from falling: each hand needs its cosine, too.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    return np.sin(angles)


@mistake("d13-sinus_features", "Your table has one row for each feature. One row is one time.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features.T


@mistake("d13-sinus_features", "Times and frequencies have changed places: you have one row for each frequency.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * freqs[:, None] * t
    features = np.zeros((len(freqs), 2 * len(t)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "Both numbers of a hand are its sine.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.sin(angles)
    return features


@mistake("d13-sinus_features", "Your cosines are all zero: the second columns of the pairs are not filled.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    return features


@mistake("d13-sinus_features", "Your times and frequencies meet one by one, first with first. Every time has to meet every frequency: make a column of the times.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "Your table has too few columns. Each frequency needs two, for the sine and for the cosine.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "Your features stand in one long row. Each time has a row of its own.", caught_by="visible")
def sinus_features(t, freqs):
    return np.array([g(2 * np.pi * f * s) for s in t for f in freqs for g in (np.sin, np.cos)])


@mistake("d13-sinus_features", "Only the first time has its row. Where does your return stand?", caught_by="visible")
def sinus_features(t, freqs):
    for s in t:
        row = [g(2 * np.pi * f * s) for f in freqs for g in (np.sin, np.cos)]
        return np.array([row])


@mistake("d13-sinus_features", "Your angles are in radians already, and were translated once more from degrees.", caught_by="visible")
def sinus_features(t, freqs):
    angles = np.deg2rad(2 * np.pi * t[:, None] * freqs)
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "Your table of angles has one row for each frequency. It needs one for each time: make a column of the times.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t * freqs[:, None]
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "Your slices take every second row, and the error says that the sines do not fit there. Every second column is features[:, 0::2].", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[0::2] = np.sin(angles)
    features[1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "The sines were sent to columns 0 and 1 only, whatever the number of frequencies. Every second column is 0::2, with two colons.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0:2] = np.sin(angles)
    features[:, 1:2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "For times in whole numbers your features are cut to whole numbers.", caught_by="hidden")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)), dtype=t.dtype)
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


@mistake("d13-sinus_features", "Sine and cosine have got an axis of their own. They stand side by side in one row.", caught_by="visible")
def sinus_features(t, freqs):
    angles = 2 * np.pi * t[:, None] * freqs
    return np.stack([np.sin(angles), np.cos(angles)], axis=2)


hints(
    "d13-sinus_features",
    "Every time meets every frequency: which day's rule makes a table of a column and a row?",
    "t[:, None] * freqs has shape (N, k). Times 2π it holds the angles; sine and cosine follow.",
    "features = np.zeros((len(t), 2 * len(freqs))); sines into features[:, 0::2], cosines into features[:, 1::2].",
)
why(
    "d13-sinus_features",
    "Turns per second times seconds are turns, and a turn is 2π. The slices with a step of 2 put the pairs side by side without a loop; height and width together fix a hand, height alone does not.",
)


# ---------------------------------------------------------------- d13-rotate_pairs


@also_right("d13-rotate_pairs")
def rotate_pairs(X, thetas):
    z = (X[..., 0::2] + 1j * X[..., 1::2]) * np.exp(1j * thetas)
    return np.stack([z.real, z.imag], axis=-1).reshape(X.shape)


@also_right("d13-rotate_pairs")
def rotate_pairs(X, thetas):
    out = np.array(X, dtype=float)
    for i, h in enumerate(thetas):
        R = np.array([[np.cos(h), -np.sin(h)], [np.sin(h), np.cos(h)]])
        out[..., 2 * i : 2 * i + 2] = X[..., 2 * i : 2 * i + 2] @ R.T
    return out


@mistake("d13-rotate_pairs", "You paired the first half of a row with the second half. Neighbors form a pair: entries 0 and 1, 2 and 3, …", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    k = len(thetas)
    a, b = X[..., :k], X[..., k:]
    return np.concatenate([c * a - s * b, s * a + c * b], axis=-1)


@mistake("d13-rotate_pairs", "Your pairs turn with the clock.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] + s * X[..., 1::2]
    out[..., 1::2] = -s * X[..., 0::2] + c * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "The second entry of a pair was computed from the new first entry. Both need the old ones.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.array(X, dtype=float)
    out[..., 0::2] = c * out[..., 0::2] - s * out[..., 1::2]
    out[..., 1::2] = s * out[..., 0::2] + c * out[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "All pairs turn by the first angle. Each has its own.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas[0]), np.sin(thetas[0])
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    out[..., 1::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "The sign of the cosine in your second entries is wrong: a pair with angle 0 does not stay as it is.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    out[..., 1::2] = s * X[..., 0::2] - c * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "Both sines have a plus. In a rotation one of them has a minus.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] + s * X[..., 1::2]
    out[..., 1::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "You took the angles for degrees.", caught_by="visible")
def rotate_pairs(X, thetas):
    h = np.deg2rad(thetas)
    c, s = np.cos(h), np.sin(h)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    out[..., 1::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "Sine and cosine have changed places: a pair with angle 0 makes a quarter turn.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = s * X[..., 0::2] - c * X[..., 1::2]
    out[..., 1::2] = c * X[..., 0::2] + s * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "The second entry of every pair is 0 in your answer: it was never filled.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "The new entries are right and stand in the wrong places: all first ones, then all second ones. They go back to where the old ones stood.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    a, b = X[..., 0::2], X[..., 1::2]
    return np.concatenate([c * a - s * b, s * a + c * b], axis=-1)


@mistake("d13-rotate_pairs", "Your slices take exactly two axes. One row alone has one, a stack of tables three: three points stand for all axes in front.", caught_by="hidden")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[:, 0::2] = c * X[:, 0::2] - s * X[:, 1::2]
    out[:, 1::2] = s * X[:, 0::2] + c * X[:, 1::2]
    return out


@mistake("d13-rotate_pairs", "For whole numbers your answer is cut to whole numbers: the new array took over their type.", caught_by="hidden")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = X.copy()
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    out[..., 1::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "The turns are right, and the caller's own array is turned with them. The answer should be a new array.", caught_by="hidden")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    if X.dtype.kind != 'f':
        X = X.astype(float)
    a, b = X[..., 0::2].copy(), X[..., 1::2].copy()
    X[..., 0::2] = c * a - s * b
    X[..., 1::2] = s * a + c * b
    return X


@mistake("d13-rotate_pairs", "Your slices take exactly two axes. One row alone has one, a stack of tables three: three points stand for all axes in front.", caught_by="hidden")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    for i in range(len(thetas)):
        out[:, 2 * i] = c[i] * X[:, 2 * i] - s[i] * X[:, 2 * i + 1]
        out[:, 2 * i + 1] = s[i] * X[:, 2 * i] + c[i] * X[:, 2 * i + 1]
    return out


@mistake("d13-rotate_pairs", "Your pairs overlap: 0 and 1, then 1 and 2. Pair i begins at entry 2i.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    for i in range(len(thetas)):
        out[..., i] = c[i] * X[..., i] - s[i] * X[..., i + 1]
        out[..., i + 1] = s[i] * X[..., i] + c[i] * X[..., i + 1]
    return out


@mistake("d13-rotate_pairs", "The minus stands at the wrong term: your pairs are mirrored, and with angle 0 the second entry changes its sign.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] + s * X[..., 1::2]
    out[..., 1::2] = s * X[..., 0::2] - c * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "Both results went into the first entries of the pairs; the second entries were never filled.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    out[..., 0::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "Your pairs have got an axis of their own. They go back side by side into one row.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    a, b = X[..., 0::2], X[..., 1::2]
    return np.stack([c * a - s * b, s * a + c * b], axis=-1)


@mistake("d13-rotate_pairs", "The second entry of a pair was computed from the new first entry. Both need the old ones.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    if X.dtype.kind != 'f':
        X = X.astype(float)
    X[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    X[..., 1::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return X


@mistake("d13-rotate_pairs", "The second entry of a pair was computed from the new first entry. Both need the old ones.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    X[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    X[..., 1::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return X


@mistake("d13-rotate_pairs", "The second entry of a pair was computed from the new first entry. Both need the old ones.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = X.copy()
    out[..., 0::2] = c * out[..., 0::2] - s * out[..., 1::2]
    out[..., 1::2] = s * out[..., 0::2] + c * out[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "Your slices take every second row. The pairs stand side by side in a row: X[..., 0::2].", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[0::2] = c * X[0::2] - s * X[1::2]
    out[1::2] = s * X[0::2] + c * X[1::2]
    return out


@mistake("d13-rotate_pairs", "In your second entries sine and cosine have changed places.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    out[..., 1::2] = c * X[..., 0::2] + s * X[..., 1::2]
    return out


@mistake("d13-rotate_pairs", "You turned each pair with its two entries exchanged. Entry 0 is the first of its pair, entry 1 the second.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 1::2] - s * X[..., 0::2]
    out[..., 1::2] = s * X[..., 1::2] + c * X[..., 0::2]
    return out


@mistake("d13-rotate_pairs", "Your loop takes rows for entries, which works for a single row alone. The pairs lie along the last axis: X[..., 2 * i].", caught_by="visible")
def rotate_pairs(X, thetas):
    out = np.zeros(X.shape)
    for i, theta in enumerate(thetas):
        c, s = np.cos(theta), np.sin(theta)
        out[2 * i] = c * X[2 * i] - s * X[2 * i + 1]
        out[2 * i + 1] = s * X[2 * i] + c * X[2 * i + 1]
    return out


@mistake("d13-rotate_pairs", "You returned the first entries and the second entries apart. They go back side by side into one array of the shape of X.", caught_by="visible")
def rotate_pairs(X, thetas):
    c, s = np.cos(thetas), np.sin(thetas)
    first, second = X[..., 0::2], X[..., 1::2]
    return c * first - s * second, s * first + c * second


hints(
    "d13-rotate_pairs",
    "Write the two formulas for one pair. Which slice holds all first entries, and which all second ones?",
    "a is X[..., 0::2] and b is X[..., 1::2]; the new pair is (c a − s b, s a + c b) with c and s of the pair's own angle.",
    "out = np.zeros(X.shape); fill out[..., 0::2] and out[..., 1::2] from the old X.",
)
why(
    "d13-rotate_pairs",
    "The cosines and sines have one entry for each pair and meet the last axis by broadcasting. A new array keeps the old entries at hand: turned in place, the second formula would read a first entry that is new already.",
)


# ---------------------------------------------------------------- d13-chain_cost


@also_right("d13-chain_cost")
def chain_cost(dims):
    a, b, c, d = dims
    def price(m, n, k):
        return m * n * k
    return price(a, b, c) + price(a, c, d), price(b, c, d) + price(a, b, d)


@also_right("d13-chain_cost")
def chain_cost(dims):
    a, b, c, d = dims
    return [a * c * (b + d), b * d * (a + c)]


@mistake("d13-chain_cost", "The two prices have changed places: the one for (AB)C comes first.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return b * c * d + a * b * d, a * b * c + a * c * d


@mistake("d13-chain_cost", "You counted entries. Each entry takes as many multiplications as a row is long.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * c + a * d, b * d + a * d


@mistake("d13-chain_cost", "You added the sizes. Every row meets every column, so the sizes multiply.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a + b + c + a + c + d, b + c + d + a + b + d


@mistake("d13-chain_cost", "Your second product starts from a matrix that is gone by then: AB has the shape (a, c), BC the shape (b, d).", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * b * c + b * c * d, b * c * d + a * b * c


@mistake("d13-chain_cost", "You multiplied the prices of the two products. Done one after the other, they add up.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * b * c * a * c * d, b * c * d * a * b * d


@mistake("d13-chain_cost", "You counted the first product only. The second one costs, too.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * b * c, b * c * d


@mistake("d13-chain_cost", "The second product of (AB)C has the wrong price: AB has c columns when it meets C.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * b * c + a * b * d, b * c * d + a * b * d


@mistake("d13-chain_cost", "The second product of A(BC) has the wrong price: BC has b rows when A meets it.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * b * c + a * c * d, b * c * d + a * c * d


@mistake("d13-chain_cost", "You multiplied all four sizes. Each of the two products involves three of them, and the prices add up.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * b * c * d, a * b * c * d


@mistake("d13-chain_cost", "You counted the second product only. The first one costs, too.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * c * d, a * b * d


@mistake("d13-chain_cost", "You added both ways up to one number. Each way has a price of its own, and both are asked for.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * b * c + a * c * d + b * c * d + a * b * d


@mistake("d13-chain_cost", "You returned one price, that of the cheaper way. Both are asked for.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return min(a * b * c + a * c * d, b * c * d + a * b * d)


@mistake("d13-chain_cost", "Both of your prices are twice what they should be: only multiplications count.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return 2 * (a * b * c + a * c * d), 2 * (b * c * d + a * b * d)


@mistake("d13-chain_cost", "Your prices come in order of size. The price of (AB)C comes first, also where it is the larger one.", caught_by="hidden")
def chain_cost(dims):
    a, b, c, d = dims
    left, right = a * b * c + a * c * d, b * c * d + a * b * d
    return min(left, right), max(left, right)


@mistake("d13-chain_cost", "You returned the price of (AB)C alone. That of A(BC) is asked for as well.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    return a * b * c + a * c * d


@mistake("d13-chain_cost", "You said which way is cheaper. Both prices are asked for, as numbers.", caught_by="visible")
def chain_cost(dims):
    a, b, c, d = dims
    left, right = a * b * c + a * c * d, b * c * d + a * b * d
    return "left" if left < right else "right"


hints(
    "d13-chain_cost",
    "Which shape has AB? What does it cost to multiply it with C?",
    "Shapes (m, n) and (n, k) cost m·n·k. AB is (a, c), BC is (b, d).",
    "Left: abc + acd. Right: bcd + abd.",
)
why(
    "d13-chain_cost",
    "Each of m·k entries takes n multiplications. The first product decides the shape that enters the second, and so the price.",
)


# ---------------------------------------------------------------- d13-angle_between


@also_right("d13-angle_between")
def angle_between(p, q):
    z = complex(q[0], q[1]) / complex(p[0], p[1])
    return math.atan2(z.imag, z.real)


@also_right("d13-angle_between")
def angle_between(p, q):
    turn = math.atan2(q[1], q[0]) - math.atan2(p[1], p[0])
    while turn <= -math.pi:
        turn += 2 * math.pi
    while turn > math.pi:
        turn -= 2 * math.pi
    return turn


@mistake("d13-angle_between", "Your angle has no sign: a turn to the right and a turn to the left come out alike.", caught_by="visible")
def angle_between(p, q):
    return math.acos(min(1.0, max(-1.0, (p @ q) / (np.linalg.norm(p) * np.linalg.norm(q)))))


@mistake("d13-angle_between", "Your angle leads from q to p.", caught_by="visible")
def angle_between(p, q):
    return math.atan2(p[1] * q[0] - p[0] * q[1], p @ q)


@mistake("d13-angle_between", "A quotient cannot tell front from back: your angles beyond a quarter turn come out on the wrong side.", caught_by="visible")
def angle_between(p, q):
    with np.errstate(all='ignore'):
        return np.arctan(np.float64(p[0] * q[1] - p[1] * q[0]) / (p @ q))


@mistake("d13-angle_between", "Your difference of two angles can be more than half a turn. Then the other way round is shorter.", caught_by="hidden")
def angle_between(p, q):
    return math.atan2(q[1], q[0]) - math.atan2(p[1], p[0])


@mistake("d13-angle_between", "You answered in degrees.", caught_by="visible")
def angle_between(p, q):
    return math.degrees(math.atan2(p[0] * q[1] - p[1] * q[0], p @ q))


@mistake("d13-angle_between", "The height and the width have changed places.", caught_by="visible")
def angle_between(p, q):
    return math.atan2(p @ q, p[0] * q[1] - p[1] * q[0])


@mistake("d13-angle_between", "You measured q from the first axis, whatever p is.", caught_by="hidden")
def angle_between(p, q):
    return math.atan2(q[1], q[0])


@mistake("d13-angle_between", "Your turns to the right come out as long turns to the left. The answer lies between −π and π.", caught_by="visible")
def angle_between(p, q):
    return math.atan2(p[0] * q[1] - p[1] * q[0], p @ q) % (2 * math.pi)


@mistake("d13-angle_between", "You took the direction from the tip of p to the tip of q. The angle between the two arrows, at the origin, is asked for.", caught_by="visible")
def angle_between(p, q):
    return np.arctan2(q[1] - p[1], q[0] - p[0])


@mistake("d13-angle_between", "The two products in your height are added; the second is to be taken away. As long as p points east it makes no difference.", caught_by="hidden")
def angle_between(p, q):
    return np.arctan2(p[0] * q[1] + p[1] * q[0], p[0] * q[0] + p[1] * q[1])


@mistake("d13-angle_between", "A height alone cannot tell front from back: three eighths of a turn come out as one eighth.", caught_by="visible")
def angle_between(p, q):
    return np.arcsin(np.clip((p[0] * q[1] - p[1] * q[0]) / np.linalg.norm(p) / np.linalg.norm(q), -1, 1))


@mistake("d13-angle_between", "You returned the cosine. The angle is asked for.", caught_by="visible")
def angle_between(p, q):
    return p @ q / np.linalg.norm(p) / np.linalg.norm(q)


@mistake("d13-angle_between", "The error says that an index is too large: an arrow has entries 0 and 1, and yours are counted from 1.", caught_by="visible")
def angle_between(p, q):
    return np.arctan2(p[1] * q[2] - p[2] * q[1], p @ q)


hints(
    "d13-angle_between",
    "The dot product tells how far along q lies; which number tells how far to the left?",
    "p[0] * q[1] − p[1] * q[0] is positive if q lies to the left of p. The two together are a point around the circle.",
    "np.arctan2 takes the height (to the left) first and the width (along) second.",
)
why(
    "d13-angle_between",
    "Both numbers carry the same factor, the two lengths, and arctan2 does not mind it. Two coordinates fix a point of the circle; a cosine alone leaves left and right open.",
)


equivalent("d13-review", "if a > 0 and lo < -b / (2 * a) < hi: → if a > 0 and lo <= -b / (2 * a) < hi:", "at an end the vertex is one of the places already")
equivalent("d13-review", "if a > 0 and lo < -b / (2 * a) < hi: → if a > 0 and lo < -b / (2 * a) <= hi:", "at an end the vertex is one of the places already")
equivalent("d13-review", "if a > 0 and lo < -b / (2 * a) < hi: → if a != 0 and lo < -b / (2 * a) < hi:", "the vertex of a parabola that opens downward is never smallest")
equivalent("d13-matmul", "if A.shape[1] != B.shape[0]: → if A.shape[1] is not B.shape[0]:", "small whole numbers are one object each")
equivalent("d13-matmul", "return np.array([[(row * column).sum() for column in B.T] for row in A]) → return ([[(row * column).sum() for column in B.T] for row in A])", "a list of rows is taken for a table")
equivalent("d13-rotation", "return np.array([[c, -s], [s, c]]) → return ([[c, -s], [s, c]])", "a list of rows is taken for a table")
equivalent("d13-sinus_features", "features = np.zeros((len(t), 2 * len(freqs))) → features = np.ones((len(t), 2 * len(freqs)))", "every entry is filled")
equivalent("d13-rotate_pairs", "out = np.zeros(X.shape) → out = np.ones(X.shape)", "every entry is filled")
equivalent("d13-angle_between", "return np.arctan2(p[0] * q[1] - p[1] * q[0] + 0.0, p[0] * q[0] + p[1] * q[1]) → return np.arctan2(p[0] * q[1] - p[1] * q[0] - 0.0, p[0] * q[0] + p[1] * q[1])", "only the sign of a zero differs: opposite arrows may answer π or −π")
equivalent("d13-angle_between", "return np.arctan2(p[0] * q[1] - p[1] * q[0] + 0.0, p[0] * q[0] + p[1] * q[1]) → return np.arctan2((p[0] * q[1] - p[1] * q[0]), p[0] * q[0] + p[1] * q[1])", "only the sign of a zero differs: opposite arrows may answer π or −π")
