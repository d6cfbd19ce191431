"""Right and wrong answers to day 24: gradients and cost minimization."""

import warnings

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why


def slopes_at(f, w, h):
    return np.array([(f(w + e) - f(w - e)) / (2 * h) for e in h * np.eye(len(w))])


def margins(w, X, y):
    z = X @ np.asarray(w, dtype=float)
    return np.where(np.asarray(y) == 1, z, -z)


# ---------------------------------------------------------------- d24-review


@also_right("d24-review")
def review_24(S, u):
    return float(u @ S @ u) / float(u @ u) / sum(S[i, i] for i in range(len(S)))


@also_right("d24-review")
def review_24(S, u):
    return (np.outer(u, u) * S).sum() / (np.dot(u, u) * np.linalg.eigvalsh(S).sum())


@mistake(
    "d24-review",
    "Your share grows with the length of u: twice the arrow, four times the share. A direction has no length; divide by u · u.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / np.trace(S)


@mistake(
    "d24-review",
    "You divided by the length of u where its square belongs: u stands twice in the product with S.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / np.linalg.norm(u) / np.trace(S)


@mistake(
    "d24-review",
    "You returned the variance along u, a number with a unit. Its share of the total is asked for.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / (u @ u)


@mistake(
    "d24-review",
    "You divided by the sum of all entries of S. Covariances are in it as well; the total variance is the sum of the diagonal alone.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / (u @ u) / S.sum()


@mistake(
    "d24-review",
    "You compared with the largest variance among the columns. The whole is what all columns have together.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / (u @ u) / np.diag(S).max()


@mistake(
    "d24-review",
    "You compared with the determinant. That measures the area of the cloud, squared; the total variance is a sum, along the diagonal.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / (u @ u) / np.linalg.det(S)


@mistake(
    "d24-review",
    "You measured the length of S u. What varies along u is what u says of S u, their dot product.",
    caught_by="hidden",
)
def review_24(S, u):
    return np.linalg.norm(S @ u) / np.linalg.norm(u) / np.trace(S)


@mistake(
    "d24-review",
    "Your share does not know how the columns vary together: the covariances off the diagonal of S have no part in it.",
    caught_by="visible",
)
def review_24(S, u):
    return (np.diag(S) * u**2).sum() / (u @ u) / np.trace(S)


@mistake(
    "d24-review",
    "You made the caller's own arrow one long. The share is right, but u is no longer what it was; divide into a new array.",
    caught_by="hidden",
)
def review_24(S, u):
    u /= np.linalg.norm(u)
    return u @ S @ u / np.trace(S)


@mistake(
    "d24-review",
    "You compared with the length of S, the root of its summed squares. The whole is the sum of the diagonal.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / (u @ u) / np.linalg.norm(S)


@mistake(
    "d24-review",
    "Your share comes out as if nothing had been divided by u · u: without brackets, a / u @ u divides by u and then multiplies by u again.",
    caught_by="visible",
)
def review_24(S, u):
    with np.errstate(all="ignore"):
        return u @ S @ u / u @ u / np.trace(S)


@mistake(
    "d24-review",
    "You multiplied by the whole. A share is the part divided by the whole.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / (u @ u) * np.trace(S)


@mistake(
    "d24-review",
    "For your share the sign of an entry of u plays no part: with * each column of S meets u[j] twice, and no row meets u[i]. u @ S @ u has each pair of entries once.",
    caught_by="visible",
)
def review_24(S, u):
    return (u * S * u).sum() / (u @ u) / np.trace(S)


@mistake(
    "d24-review",
    "Your share shrinks as the arrow grows, and a direction has no length. Divide by u · u once.",
    caught_by="visible",
)
def review_24(S, u):
    return u @ S @ u / (u @ u) ** 2 / np.trace(S)


@mistake(
    "d24-review",
    "Your share is the same along every direction, the largest there is. u has no part in it.",
    caught_by="visible",
)
def review_24(S, u):
    return np.linalg.eigvalsh(S).max() / np.trace(S)


hints(
    "d24-review",
    "Day 17: how large is the variance along u, if u may have any length? And which variances make up the whole?",
    "The variance along u is u @ S @ u over u @ u. The whole is the sum of the diagonal, np.trace(S).",
    "Divide the first by the second. Or make u one long first, u / np.linalg.norm(u).",
)
why(
    "d24-review",
    "The squared length of u cancels what its length put into uᵀSu. The trace is the total, because turning the axes moves variance from one direction to another and neither makes nor loses any.",
)

# ---------------------------------------------------------------- d24-numerical_gradient


@also_right("d24-numerical_gradient")
def numerical_gradient(f, w, h=1e-5):
    slopes = np.zeros(len(w))
    for j in range(len(w)):
        up, down = np.array(w, dtype=float), np.array(w, dtype=float)
        up[j] += h
        down[j] -= h
        slopes[j] = (f(up) - f(down)) / (2 * h)
    return slopes


@also_right("d24-numerical_gradient")
def numerical_gradient(f, w, h=1e-5):
    place, slopes = np.array(w, dtype=float), []
    for j, here in enumerate(place.copy()):
        place[j] = here + h
        ahead = f(place)
        place[j] = here - h
        slopes.append((ahead - f(place)) / (2 * h))
        place[j] = here
    return np.array(slopes)


@mistake(
    "d24-numerical_gradient",
    "You moved all entries of w together, so every slope is the sum of all of them. Move one entry at a time, and hold the others still.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    slope = (f(w + h) - f(w - h)) / (2 * h)
    return np.full(len(w), slope)


@mistake(
    "d24-numerical_gradient",
    "You looked ahead only. With a large h that slope belongs to a place half way ahead; look back by h as well.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([(f(w + e) - f(w)) / h for e in h * np.eye(len(w))])


@mistake(
    "d24-numerical_gradient",
    "You looked back only. With a large h that slope belongs to a place half way back; look ahead by h as well.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([(f(w) - f(w - e)) / h for e in h * np.eye(len(w))])


@mistake(
    "d24-numerical_gradient",
    "You divided the difference by h. The places ahead and back are 2h apart, so your slopes are twice too large.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([(f(w + e) - f(w - e)) / h for e in h * np.eye(len(w))])


@mistake(
    "d24-numerical_gradient",
    "You returned the differences of height. A slope is a difference over the way, and the way is 2h.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([f(w + e) - f(w - e) for e in h * np.eye(len(w))])


@mistake(
    "d24-numerical_gradient",
    "You returned one number, the length of the gradient. The slopes themselves are asked for, one for each direction.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.linalg.norm(slopes_at(f, w, h))


@mistake(
    "d24-numerical_gradient",
    "Every slope came out as 0 on the bowl: the two heights that you compare were measured at one and the same place.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    slopes = []
    for j in range(len(w)):
        up = w
        up[j] = up[j] + h
        down = w
        down[j] = down[j] - h
        slopes.append((f(up) - f(down)) / (2 * h))
    return np.array(slopes)


@mistake(
    "d24-numerical_gradient",
    "The entries that you moved did not come back: the slopes after the first were measured at another place. After each direction, w has to be where it was.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    place, slopes = np.array(w, dtype=float), []
    for j in range(len(w)):
        place[j] += h
        ahead = f(place)
        place[j] -= 2 * h
        slopes.append((ahead - f(place)) / (2 * h))
    return np.array(slopes)


@mistake(
    "d24-numerical_gradient",
    "You measure with a step of your own. The caller names h, and with a large one the answer is another.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, w, 1e-6)


@mistake(
    "d24-numerical_gradient",
    "For a place in whole numbers your steps of h were cut off: an array of whole numbers cannot hold 2.00001. Work on a copy of type float.",
    caught_by="hidden",
)
def numerical_gradient(f, w, h=1e-5):
    slopes = []
    for j in range(len(w)):
        up, down = w.copy(), w.copy()
        up[j] = up[j] + h
        down[j] = down[j] - h
        slopes.append((f(up) - f(down)) / (2 * h))
    return np.array(slopes)


@mistake(
    "d24-numerical_gradient",
    "Your slopes stand in a list. A gradient is subtracted from a place, so make it an array.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, w, h).tolist()


@mistake(
    "d24-numerical_gradient",
    "Your step h is added to half of h back: the places you compare are not equally far ahead and back of w.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([(f(w + e) - f(w - e / 2)) / (1.5 * h) for e in h * np.eye(len(w))])


@mistake(
    "d24-numerical_gradient",
    "You scaled the gradient to length 1. Its length is the slope in the steepest direction and belongs to the answer.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    slopes = slopes_at(f, w, h)
    return slopes / max(np.linalg.norm(slopes), 1e-12)


@mistake(
    "d24-numerical_gradient",
    "Only the first slope is measured, and the others are 0. Every direction needs its turn before the answer is returned.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    slopes = np.zeros(len(w))
    slopes[0] = slopes_at(f, w, h)[0]
    return slopes


@mistake(
    "d24-numerical_gradient",
    "You moved by 1 and divided by 2h. The way between the two places and the number you divide by have to be the same.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([(f(w + e) - f(w - e)) / (2 * h) for e in np.eye(len(w))])


@mistake(
    "d24-numerical_gradient",
    "You added the two heights. A slope is their difference over the way.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([(f(w + e) + f(w - e)) / (2 * h) for e in h * np.eye(len(w))])


@mistake(
    "d24-numerical_gradient",
    "You gave f single numbers (invalid index). f wants a whole place, with one entry moved and the others as they are.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([(f(x + h) - f(x - h)) / (2 * h) for x in w])


@mistake(
    "d24-numerical_gradient",
    "You moved the caller's own w, ahead and back. It does not come back exactly, since h is rounded away in part; and whole numbers lose h altogether. Move copies.",
    caught_by="hidden",
)
def numerical_gradient(f, w, h=1e-5):
    slopes = []
    for j in range(len(w)):
        w[j] = w[j] + h
        ahead = f(w)
        w[j] = w[j] - 2 * h
        slopes.append((ahead - f(w)) / (2 * h))
        w[j] = w[j] + h
    return np.array(slopes)


@mistake(
    "d24-numerical_gradient",
    "You measure with a step of your own. The caller names h, and with a large one the answer is another.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, w, 1e-5)


@mistake(
    "d24-numerical_gradient",
    "You measure with a step of 1, whatever h the caller names. Move by h ahead and back, and divide by 2h.",
    caught_by="hidden",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, w, 1.0)


@mistake(
    "d24-numerical_gradient",
    "You divided the difference of heights by 2. The two places are 2h apart: divide by 2h.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, w, h) * h


@mistake(
    "d24-numerical_gradient",
    "You handed f all the moved places at once, as one table. f takes one place and returns one height: call it for each place.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    steps = h * np.eye(len(w))
    return (f(w + steps) - f(w - steps)) / (2 * h)


@mistake(
    "d24-numerical_gradient",
    "The entries moved for one slope stay moved for the next, so the second slope has the first one in it. Begin each direction from w again.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    up, down = np.array(w, dtype=float), np.array(w, dtype=float)
    slopes = []
    for j in range(len(w)):
        up[j] += h
        down[j] -= h
        slopes.append((f(up) - f(down)) / (2 * h))
    return np.array(slopes)


@mistake(
    "d24-numerical_gradient",
    "You measured around the origin: w has no part in your places. Add the little step to w.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, np.zeros(len(w)), h)


@mistake(
    "d24-numerical_gradient",
    "You divided by h once too often. The way between the two places is 2h.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, w, h) / h


@mistake(
    "d24-numerical_gradient",
    "You looked ahead only, and divided by 2h: your slopes are half of what they should be. Look back by h as well.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return np.array([(f(w + e) - f(w)) / (2 * h) for e in h * np.eye(len(w))])


@mistake(
    "d24-numerical_gradient",
    "Your slopes stand in a column. One number for each direction is asked for, of shape (D,).",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, w, h)[:, None]


@mistake(
    "d24-numerical_gradient",
    "The last slope stays 0: one direction has no turn. range(D) has all D of them, from 0 to D − 1.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    slopes = slopes_at(f, w, h)
    slopes[-1] = 0
    return slopes


@mistake(
    "d24-numerical_gradient",
    "For a place in whole numbers your slopes lose what stands after the point: an array like w holds whole numbers, too. Collect them as floats.",
    caught_by="hidden",
)
def numerical_gradient(f, w, h=1e-5):
    slopes = np.zeros_like(w)
    slopes[:] = slopes_at(f, w, h)
    return slopes


@mistake(
    "d24-numerical_gradient",
    "Only the last slope is in your answer: each overwrites the one before. Collect them all.",
    caught_by="visible",
)
def numerical_gradient(f, w, h=1e-5):
    return slopes_at(f, w, h)[-1:]


hints(
    "d24-numerical_gradient",
    "One direction is yesterday's central slope. What has to stay still while you measure it?",
    "Make two places for each j, one with h more and one with h less in entry j alone, both as new arrays.",
    "For each row e of h * np.eye(len(w)) compute (f(w + e) - f(w - e)) / (2 * h), and make an array of the results.",
)
why(
    "d24-numerical_gradient",
    "Row j of h times the identity is a step in direction j and nowhere else. w + step is a new array, so the caller's w never moves, and whole numbers become floats on the way.",
)

# ---------------------------------------------------------------- d24-descend_numeric


@also_right("d24-descend_numeric")
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = np.zeros((steps + 1, len(w0)))
    path[0] = w0
    t = 0
    while t < steps:
        path[t + 1] = path[t] - lr * slopes_at(f, path[t], h)
        t += 1
    return path


@also_right("d24-descend_numeric")
def descend_numeric(f, w0, lr, steps, h=1e-5):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    for _ in range(steps):
        w -= lr * numerical_gradient(f, w, h)
        path.append(w.copy())
    return np.stack(path)


@mistake(
    "d24-descend_numeric",
    "You walked uphill: the gradient points the steepest way up, so the step goes against it.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] + lr * slopes_at(f, path[-1], h))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You left the start out of the path. It is the first row; then comes one row for each step.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    w, path = np.array(w0, dtype=float), np.zeros((steps, len(w0)))
    for t in range(steps):
        w = w - lr * slopes_at(f, w, h)
        path[t] = w
    return path


@mistake(
    "d24-descend_numeric",
    "You returned the last place only. The path is asked for, one place a row.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    w = np.array(w0, dtype=float)
    for _ in range(steps):
        w = w - lr * slopes_at(f, w, h)
    return w


@mistake(
    "d24-descend_numeric",
    "You divided by the learning rate, so a smaller one makes longer steps. It multiplies.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - slopes_at(f, path[-1], h) / lr)
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "All your steps are as long as the learning rate, whatever the slope. Such a walk never settles; the gradient's length has to stay in.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        g = slopes_at(f, path[-1], h)
        path.append(path[-1] - lr * g / max(np.linalg.norm(g), 1e-12))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You measured the gradient once, at the start, and took every step with it. After each step the ground is another: measure again.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    g = slopes_at(f, np.array(w0, dtype=float), h)
    return np.array([w0 - t * lr * g for t in range(steps + 1)])


@mistake(
    "d24-descend_numeric",
    "All rows of your path are the last place. One array moved, and the list holds it many times; each step needs an array of its own.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w -= lr * slopes_at(f, w, h)
        path.append(w)
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You moved the entries one after the other, and measured the later slopes at a place that had already moved. One step uses one gradient, measured at one place.",
    caught_by="hidden",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        w = path[-1].copy()
        for j in range(len(w)):
            w[j] -= lr * slopes_at(f, w, h)[j]
        path.append(w)
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You measured the slopes with a step of your own. Hand h on: with a large one the path is another.",
    caught_by="hidden",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * slopes_at(f, path[-1], 1e-5))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "Your steps do not depend on the learning rate that the caller names.",
    caught_by="hidden",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - 0.1 * slopes_at(f, path[-1], h))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "Where the ground is flat your path ends before all steps are taken. The number of rows is steps + 1 in any case.",
    caught_by="hidden",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        g = slopes_at(f, path[-1], h)
        if np.linalg.norm(g) < 1e-6:
            break
        path.append(path[-1] - lr * g)
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You undid every step that led uphill. With a learning rate that is too large the walk does climb, and the path has to show it.",
    caught_by="hidden",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        new = path[-1] - lr * slopes_at(f, path[-1], h)
        path.append(new if f(new) <= f(path[-1]) else path[-1])
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You took every step from the start: each place is w0 less a gradient. A step starts where the last one ended.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[0] - lr * slopes_at(f, path[-1], h))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You exchanged lr and h: the steps are as long as h says, and the slopes are measured with lr.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - h * slopes_at(f, path[-1], lr))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "Your rows are the steps, not the places. The next place is the last one less the step.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(lr * slopes_at(f, path[-1], h))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You returned the heights along the path. The places are asked for, one a row.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * slopes_at(f, path[-1], h))
    return np.array([f(w) for w in path])


@mistake(
    "d24-descend_numeric",
    "Your learning rate shrinks from step to step. It is the same number for all of them.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for t in range(steps):
        path.append(path[-1] - lr / (t + 1) * slopes_at(f, path[-1], h))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "Your walk moves the caller's own w0. Make each place a new array.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [w0.astype(float)]
    for _ in range(steps):
        path.append(path[-1] - lr * slopes_at(f, path[-1], h))
    w0[:] = path[-1]
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You step by the whole gradient: the learning rate has no part in your steps. Multiply by lr.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - slopes_at(f, path[-1], h))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You left the start out of the path. It is the first row; then comes one row for each step.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    w, path = np.array(w0, dtype=float), []
    for _ in range(steps):
        w = w - lr * slopes_at(f, w, h)
        path.append(w)
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "Your walk moves the caller's own w0. Make each place a new array.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [w0.copy()]
    for _ in range(steps):
        w0 -= lr * slopes_at(f, w0, h)
        path.append(w0.copy())
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "The last row of your path stays 0: one step is missing. In a table of steps + 1 rows the loop fills the rows 1 to steps, and range stops before its second number.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = np.zeros((steps + 1, len(w0)))
    path[0] = w0
    for t in range(1, steps):
        path[t] = path[t - 1] - lr * slopes_at(f, path[t - 1], h)
    return path


@mistake(
    "d24-descend_numeric",
    "Your places stand in columns. The path has one place a row: its shape is (steps + 1, D).",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * slopes_at(f, path[-1], h))
    return np.array(path).T


@mistake(
    "d24-descend_numeric",
    "All your steps are as long as the learning rate, whatever the slope. Such a walk never settles; the gradient's length has to stay in.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        g = slopes_at(f, path[-1], h)
        with np.errstate(all="ignore"):
            path.append(path[-1] - lr * g / np.linalg.norm(g))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "Your path has the start twice, and the last place is missing: you keep the place before each step. Keep it after the step.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        path.append(w)
        w = w - lr * slopes_at(f, w, h)
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "All your places after the start are alike: every step leaves from w0 again. The next step starts where the last one ended.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    first = w0 - lr * slopes_at(f, w0, h)
    return np.array([np.array(w0, dtype=float)] + [first] * steps)


@mistake(
    "d24-descend_numeric",
    "For a start in whole numbers your places lose what stands after the point: an array of whole numbers holds no 2.4. Make the table of type float.",
    caught_by="hidden",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = np.zeros((steps + 1, len(w0)), dtype=w0.dtype)
    path[0] = w0
    for t in range(steps):
        path[t + 1] = path[t] - lr * slopes_at(f, path[t], h)
    return path


@mistake(
    "d24-descend_numeric",
    "The learning rate stands twice in your step. Once is enough.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for t in range(steps):
        path.append(path[-1] - lr * lr * slopes_at(f, path[-1], h))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "Of each slope only the sign counts in your steps: all are equally long in every direction. The slope itself belongs into the step.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for t in range(steps):
        path.append(path[-1] - lr * np.sign(slopes_at(f, path[-1], h)))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "You returned two things. The path alone is asked for.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for t in range(steps):
        path.append(path[-1] - lr * slopes_at(f, path[-1], h))
    return np.array(path), f(path[-1])


@mistake(
    "d24-descend_numeric",
    "Your path is one long row of numbers. Each place has a row of its own: the shape is (steps + 1, D).",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for t in range(steps):
        path.append(path[-1] - lr * slopes_at(f, path[-1], h))
    return np.array(path).ravel()


@mistake(
    "d24-descend_numeric",
    "From the second step on you use the gradient of the place before. Measure it where you stand.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for t in range(steps):
        path.append(path[-1] - lr * slopes_at(f, path[max(t - 1, 0)], h))
    return np.array(path)


@mistake(
    "d24-descend_numeric",
    "Your path runs backward: the start is the last row. It belongs first.",
    caught_by="visible",
)
def descend_numeric(f, w0, lr, steps, h=1e-5):
    path = [np.array(w0, dtype=float)]
    for t in range(steps):
        path.append(path[-1] - lr * slopes_at(f, path[-1], h))
    return np.array(path)[::-1]


hints(
    "d24-descend_numeric",
    "Begin with a list that holds the start. What do you need in order to add the next place?",
    "Each new place is the last one, path[-1], less lr times the gradient measured there.",
    "path.append(path[-1] - lr * numerical_gradient(f, path[-1], h)), steps times; np.array(path) makes the table.",
)
why(
    "d24-descend_numeric",
    "path[-1] - … makes a new array each time, so the places in the list stay different. The start is copied as floats; otherwise whole numbers could not move by 0.6, or the caller's own array would walk along.",
)

# ---------------------------------------------------------------- d24-logistic_loss


@also_right("d24-logistic_loss")
def logistic_loss(w, X, y):
    m = margins(w, X, y)
    return (np.maximum(-m, 0) + np.log1p(np.exp(-np.abs(m)))).mean()


@also_right("d24-logistic_loss")
def logistic_loss(w, X, y):
    z = X @ w
    return (np.logaddexp(0.0, z) - y * z).mean()


@also_right("d24-logistic_loss")
def logistic_loss(w, X, y):
    total = 0.0
    for row, label in zip(X, y):
        z = row @ w
        total += log_add(0.0, -z) if label == 1 else log_add(0.0, z)
    return total / len(y)


@mistake(
    "d24-logistic_loss",
    "For a score of −800 the sigmoid is 0, and the logarithm of 0 comes out infinite. Take the logarithm by formula first, log(1 + e^(−m)), and use log_add.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    with np.errstate(all="ignore"):
        p = sigmoid(X @ np.asarray(w, dtype=float))
        return -np.log(np.where(np.asarray(y) == 1, p, 1 - p)).mean()


@mistake(
    "d24-logistic_loss",
    "A score far out made one of your two terms 0 times infinity, which is nan. A formula that never takes the logarithm of 0 avoids it: log(1 + e^(−m)).",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    with np.errstate(all="ignore"):
        p = sigmoid(X @ np.asarray(w, dtype=float))
        return -(y * np.log(p) + (1 - np.asarray(y, dtype=float)) * np.log(1 - p)).mean()


@mistake(
    "d24-logistic_loss",
    "You kept the probabilities away from 0, and with them the surprise from growing: a score of −800 for a blue is a surprise of 800, not of a few dozen.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    p = np.clip(sigmoid(X @ np.asarray(w, dtype=float)), 1e-12, 1 - 1e-12)
    return -np.log(np.where(np.asarray(y) == 1, p, 1 - p)).mean()


@mistake(
    "d24-logistic_loss",
    "You added the surprises. The loss is their mean, so that it does not grow with the number of examples.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -margins(w, X, y)).sum()


@mistake(
    "d24-logistic_loss",
    "You returned the surprise of every example. One number is asked for, their mean.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -margins(w, X, y))


@mistake(
    "d24-logistic_loss",
    "Your loss is small where the labels are missed: a large score for a blue should be no surprise. Look at the sign of the score in the exponent.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, margins(w, X, y)).mean()


@mistake(
    "d24-logistic_loss",
    "A green has the loss log 2 whatever its score: a label of 0, multiplied with the score, wipes it out. Labels are 0 and 1 here; the sign of the score has to turn for 0.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -np.asarray(y) * (X @ np.asarray(w, dtype=float))).mean()


@mistake(
    "d24-logistic_loss",
    "Only the examples with the label 1 are surprising in your loss. A green with a high score is a surprise, too.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return (np.asarray(y) * np.logaddexp(0, -(X @ np.asarray(w, dtype=float)))).mean()


@mistake(
    "d24-logistic_loss",
    "You treat every example as if its label were 1. The labels y have no part in your loss.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -(X @ np.asarray(w, dtype=float))).mean()


@mistake(
    "d24-logistic_loss",
    "You measured the squared miss of the probability. It cannot exceed 1, so an example far on the wrong side pulls hardly at all; the loss asked for is the surprise.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return ((sigmoid(X @ np.asarray(w, dtype=float)) - y) ** 2).mean()


@mistake(
    "d24-logistic_loss",
    "You measured the surprise in bits. Without an index, log is the natural logarithm.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -margins(w, X, y)).mean() / np.log(2)


@mistake(
    "d24-logistic_loss",
    "You returned the share of examples on the wrong side. It moves in jumps and has no slope to follow; the loss is the mean surprise.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return (margins(w, X, y) <= 0).mean()


@mistake(
    "d24-logistic_loss",
    "e^(−m) overflows at a score of −800, and your logarithm of it comes out infinite. log_add(0, −m) takes the large part out first.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    with np.errstate(all="ignore"):
        return np.log(1 + np.exp(-margins(w, X, y))).mean()


@mistake(
    "d24-logistic_loss",
    "The product (matmul) is refused, since your table does not have as many columns as there are weights. Take X as it comes: its column of ones is there already.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    X = np.column_stack([np.ones(len(X)), X])
    return np.logaddexp(0, -margins(w, X, y)).mean()


@mistake(
    "d24-logistic_loss",
    "Your loss has the wrong constant beside the exponential: log(e^a + e^b) is log(1 + e^(−m)) only for a = 0.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(1.0, -margins(w, X, y)).mean()


@mistake(
    "d24-logistic_loss",
    "You averaged the probabilities of the labels. The surprise is minus the logarithm of each of them.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return sigmoid(margins(w, X, y)).mean()


@mistake(
    "d24-logistic_loss",
    "You took the mean first and its logarithm last. Each example has a surprise of its own; the mean comes last.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    with np.errstate(all="ignore"):
        return -np.log(sigmoid(margins(w, X, y)).mean())


@mistake(
    "d24-logistic_loss",
    "Only the first example adds to your loss. All of them count before the answer is returned.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -margins(w, X, y))[0] / len(y)


@mistake(
    "d24-logistic_loss",
    "You divided the sum by the number of weights. The mean goes over the examples.",
    caught_by="hidden",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -margins(w, X, y)).sum() / X.shape[1]


@mistake(
    "d24-logistic_loss",
    "An exponential overflows at a score of −800 and is infinite; times a label of 0 it is not even a number. Take the large part out first, with log_add.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    z, y = X @ np.asarray(w, dtype=float), np.asarray(y, dtype=float)
    with np.errstate(all="ignore"):
        return (y * np.log(1 + np.exp(-z)) + (1 - y) * np.log(1 + np.exp(z))).mean()


@mistake(
    "d24-logistic_loss",
    "You multiplied the weights with the rows of X from the wrong side: entry j of w belongs to column j.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    z = np.asarray(w, dtype=float) @ X
    return np.logaddexp(0.0, np.where(y == 1, -z, z)).mean()


@mistake(
    "d24-logistic_loss",
    "A green has the loss log 2 whatever its score: a label of 0, multiplied with the score, wipes it out. Labels are 0 and 1 here; the sign of the score has to turn for 0.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return log_add(0, -(y * (X @ w))).mean()


@mistake(
    "d24-logistic_loss",
    "A blue has the loss log 2 whatever its score: you multiply that score by 0. The factor has to be 1 for the label 1 and −1 for the label 0.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -2 * (np.asarray(y, dtype=float) - 1) * (X @ w)).mean()


@mistake(
    "d24-logistic_loss",
    "You took the mean of the scores first, and one surprise of it. Each example has a surprise of its own; the mean comes last.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return log_add(0, -margins(w, X, y).mean())


@mistake(
    "d24-logistic_loss",
    "You averaged over the blues and over the greens apart, and added the two. The loss is one mean, over all examples.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    z = X @ w
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return log_add(0, -z[y == 1]).mean() + log_add(0, z[y == 0]).mean()


@mistake(
    "d24-logistic_loss",
    "You took the mean first and its logarithm last. Each example has a surprise of its own; the mean comes last.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    p = sigmoid(X @ w)
    with np.errstate(all="ignore"):
        return -np.log(np.mean(np.where(y == 1, p, 1 - p)))


@mistake(
    "d24-logistic_loss",
    "You wrote −1 into the caller's own labels. Let np.where choose the sign, in a new array.",
    caught_by="hidden",
)
def logistic_loss(w, X, y):
    y[y == 0] = -1
    return np.logaddexp(0, -y * (X @ w)).mean()


@mistake(
    "d24-logistic_loss",
    "Your powers and logarithms have the base 2. The loss has e and the natural logarithm.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp2(0, -margins(w, X, y)).mean()


@mistake(
    "d24-logistic_loss",
    "You took the median of the surprises. The loss is their mean.",
    caught_by="hidden",
)
def logistic_loss(w, X, y):
    return np.median(np.logaddexp(0, -margins(w, X, y)))


@mistake(
    "d24-logistic_loss",
    "An example on its right side costs nothing in your loss. Its surprise is small and not 0: log(1 + e^(−m)).",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.maximum(0, -margins(w, X, y)).mean()


@mistake(
    "d24-logistic_loss",
    "You treat every example as if its label were 0. The labels y have no part in your loss.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, X @ np.asarray(w, dtype=float)).mean()


@mistake(
    "d24-logistic_loss",
    "You divided by one less than the number of examples. The mean divides by N.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    with np.errstate(all="ignore"):
        return np.logaddexp(0, -margins(w, X, y)).sum() / (np.float64(len(y)) - 1)


@mistake(
    "d24-logistic_loss",
    "You treat each entry of an example as a score of its own. An example has one score, X @ w.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    z = X * w
    return np.logaddexp(0, np.where(np.asarray(y)[:, None] == 1, -z, z)).mean()


@mistake(
    "d24-logistic_loss",
    "The first weight has no part in your scores. It belongs to the column of ones, which is in X.",
    caught_by="visible",
)
def logistic_loss(w, X, y):
    return np.logaddexp(0, -margins(w[1:], X[:, 1:], y)).mean()


hints(
    "d24-logistic_loss",
    "One score for each example: which product gives them all at once? Then each surprise depends on the score and on the label.",
    "For the label 1 the surprise is log(1 + e^(−z)), for the label 0 it is log(1 + e^z). np.where chooses between -z and z.",
    "With z = X @ w: log_add(0.0, np.where(y == 1, -z, z)), and then the mean.",
)
why(
    "d24-logistic_loss",
    "−log σ(m) is log(1 + e^(−m)), and in this form the logarithm is never taken of a number that has become 0: log_add takes out the larger exponent first. Turning the sign of the score for label 0 makes one formula of two.",
)

# ---------------------------------------------------------------- d24-fit_logistic_fd


def loss_of(w, X, y):
    return np.logaddexp(0, -margins(w, X, y)).mean()


def walk(cost, D, lr, steps, h, start=0.0):
    path = [np.full(D, float(start))]
    for _ in range(steps):
        path.append(path[-1] - lr * slopes_at(cost, path[-1], h))
    return np.array(path)


@also_right("d24-fit_logistic_fd")
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    D, evaluations = X.shape[1], 0
    w = np.zeros(D)
    losses = [loss_of(w, X, y)]
    for _ in range(steps):
        g = np.zeros(D)
        for j in range(D):
            e = np.zeros(D)
            e[j] = h
            g[j] = (loss_of(w + e, X, y) - loss_of(w - e, X, y)) / (2 * h)
            evaluations += 2
        w = w - lr * g
        losses.append(loss_of(w, X, y))
    return w, np.array(losses), evaluations


@also_right("d24-fit_logistic_fd")
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    asked = []

    def cost(w):
        asked.append(1)
        return logistic_loss(w, X, y)

    path = descend_numeric(cost, [0.0] * X.shape[1], lr, steps, h)
    count = len(asked)
    return path[-1], np.array([cost(w) for w in path]), count


@mistake(
    "d24-fit_logistic_fd",
    "You count two evaluations for a step. A step measures one slope for each weight, and each slope takes two.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * steps


@mistake(
    "d24-fit_logistic_fd",
    "You count one evaluation for a slope. A slope compares two costs, one ahead and one back.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You counted the steps. The price of a step is what it has to measure.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), steps


@mistake(
    "d24-fit_logistic_fd",
    "You also counted the losses that are kept for the record. Only costs computed to measure slopes count here.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps + steps + 1


@mistake(
    "d24-fit_logistic_fd",
    "You put another column of ones before X, and the answer has one weight too many. X has its ones already.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    X = np.column_stack([np.ones(len(X)), X])
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You went down another cost: the squared miss of the probability. The walk has to go down the logistic loss, whose values you report.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: ((sigmoid(X @ w) - y) ** 2).mean(), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "Your weights stay 0, because the cost you walk on looks at hard decisions, right or wrong. It is flat nearly everywhere, so its measured slopes are 0.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: ((X @ w > 0.5) != y).mean(), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "Your losses come one step late: the first one should belong to zero weights, before any step.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps + 1, h)
    return path[-2], np.array([loss_of(w, X, y) for w in path[1:]]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "The loss at the start is missing: there is one loss before the first step and one after each.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path[1:]]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You returned the whole path. Of the weights only the last ones are asked for.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path, np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You did not start from zero weights: the first loss is not log 2.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h, start=1.0)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You climbed: the losses rise from step to step. The step goes against the gradient.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], -lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "Your walk goes down the sum of the surprises, so its steps are as many times too long as there are examples. The cost is the mean.",
    caught_by="hidden",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: len(y) * loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You measured the slopes with a step of your own. Hand h on: with a large one the weights are others.",
    caught_by="hidden",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, 1e-5)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You returned the weights with the lowest loss on the way. After a step that was too long these are not the last ones, and the last ones are asked for.",
    caught_by="hidden",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    losses = np.array([loss_of(w, X, y) for w in path])
    return path[losses.argmin()], losses, 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You returned the weights of the start. The last ones are asked for.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[0], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You counted two evaluations for each example. They are two for each weight, however many examples there are.",
    caught_by="hidden",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * len(X) * steps


@mistake(
    "d24-fit_logistic_fd",
    "You returned one loss only. There is one for each place of the path, the start included.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], loss_of(path[-1], X, y), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You counted one step too many. The last place needs no gradient, since nobody goes on from there.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * (steps + 1)


@mistake(
    "d24-fit_logistic_fd",
    "You exchanged lr and h: the steps are as long as h says, and the slopes are measured with lr.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], h, steps, lr)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You multiplied the count by the number of examples. One evaluation of the cost goes through all of them.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps * len(X)


@mistake(
    "d24-fit_logistic_fd",
    "You counted the price of one step, 2 D evaluations. Every step has that price.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1]


@mistake(
    "d24-fit_logistic_fd",
    "You returned a list. Three things with commas between them, without square brackets, make the tuple that is asked for.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return [path[-1], np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps]


@mistake(
    "d24-fit_logistic_fd",
    "You returned two things. The third is missing: the number of evaluations.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path])


@mistake(
    "d24-fit_logistic_fd",
    "Your losses stand in a list. Make it an array.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], [loss_of(w, X, y) for w in path], 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "Your weights have taken one step more than the caller asks for.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps + 1, h)
    losses = np.array([loss_of(w, X, y) for w in path[:-1]])
    return path[-1], losses, 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You averaged the places of the path. The last one is asked for.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path.mean(axis=0), np.array([loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You returned one loss only. There is one for each place of the path, the start included.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([loss_of(w, X, y) for w in path])[-1:], 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You sorted the losses. They belong in the order of the steps, also where they rise.",
    caught_by="hidden",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.sort(np.array([loss_of(w, X, y) for w in path]))[::-1], 2 * X.shape[1] * steps


@mistake(
    "d24-fit_logistic_fd",
    "You returned a dict. Three things with commas between them make the tuple that is asked for.",
    caught_by="visible",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: loss_of(w, X, y), X.shape[1], lr, steps, h)
    return {
        "weights": path[-1],
        "losses": np.array([loss_of(w, X, y) for w in path]),
        "count": 2 * X.shape[1] * steps,
    }


@mistake(
    "d24-fit_logistic_fd",
    "Your cost and your losses are the surprises added up, as many times too large as there are examples. Take the mean.",
    caught_by="hidden",
)
def fit_logistic_fd(X, y, lr, steps, h=1e-5):
    path = walk(lambda w: len(y) * loss_of(w, X, y), X.shape[1], lr, steps, h)
    return path[-1], np.array([len(y) * loss_of(w, X, y) for w in path]), 2 * X.shape[1] * steps


hints(
    "d24-fit_logistic_fd",
    "descend_numeric needs a function of w alone. Which of the three arguments of logistic_loss stay the same all along?",
    "cost = lambda w: logistic_loss(w, X, y). The walk starts at np.zeros(X.shape[1]).",
    "The last row of the path is w; the losses are cost(w) for every row; and the count is 2 * X.shape[1] * steps.",
)
why(
    "d24-fit_logistic_fd",
    "Training is a descent on a cost that happens to be made from data: the lambda fixes the data, and what remains is a function of the weights. The bill, 2·D for each step, is what a formula for the slopes saves you later.",
)

# ---------------------------------------------------------------- d24-basins


def near_cells(Z, r, c):
    R, C = Z.shape
    return [
        (i, j)
        for i in range(max(r - 1, 0), min(r + 2, R))
        for j in range(max(c - 1, 0), min(c + 2, C))
        if (i, j) != (r, c)
    ]


@also_right("d24-basins")
def basins(Z, starts):
    nxt = {}
    for r, c in np.ndindex(Z.shape):
        near = near_cells(Z, r, c)
        low = min(near, key=lambda cell: Z[cell]) if near else (r, c)
        nxt[r, c] = low if Z[low] < Z[r, c] else (r, c)
    ends = []
    for cell in map(tuple, np.asarray(starts).tolist()):
        while nxt[cell] != cell:
            cell = nxt[cell]
        ends.append(cell)
    return np.array(ends, dtype=int).reshape(-1, 2)


@also_right("d24-basins")
def basins(Z, starts):
    def end(r, c):
        best = (r, c)
        for i, j in near_cells(Z, r, c):
            if Z[i, j] < Z[best]:
                best = (i, j)
        return best if best == (r, c) else end(*best)

    return np.array([end(int(r), int(c)) for r, c in starts], dtype=int).reshape(len(starts), 2)


def roam(Z, starts, near, better=lambda new, old: new < old, steps=10_000, choose=min):
    ends = []
    for r, c in np.asarray(starts).tolist():
        for _ in range(steps):
            cells = near(Z, r, c)
            if not cells:
                break
            low = choose(cells, key=lambda cell: Z[cell])
            if not better(Z[low], Z[r, c]):
                break
            r, c = low
        ends.append((r, c))
    return np.array(ends, dtype=int).reshape(-1, 2)


@mistake(
    "d24-basins",
    "Your hikers never step diagonally. There are eight neighbors, and the lowest of all eight counts.",
    caught_by="visible",
)
def basins(Z, starts):
    return roam(Z, starts, lambda Z, r, c: [(i, j) for i, j in near_cells(Z, r, c) if i == r or j == c])


@mistake("d24-basins", "Your hikers climb to the highest neighbor.", caught_by="visible")
def basins(Z, starts):
    return roam(Z, starts, near_cells, better=lambda new, old: new > old, choose=max)


@mistake(
    "d24-basins",
    "Your hikers stop after one step. They walk on until no neighbor is lower.",
    caught_by="visible",
)
def basins(Z, starts):
    return roam(Z, starts, near_cells, steps=1)


@mistake(
    "d24-basins",
    "You returned columns before rows. An end is written as its start is: row, then column.",
    caught_by="visible",
)
def basins(Z, starts):
    return roam(Z, starts, near_cells)[:, ::-1]


@mistake(
    "d24-basins",
    "Your map has no edges: whoever leaves it at the top comes back at the bottom. Neighbors outside of the map do not exist.",
    caught_by="visible",
)
def basins(Z, starts):
    R, C = Z.shape
    return roam(
        Z, starts, lambda Z, r, c: [((r + i) % R, (c + j) % C) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    )


@mistake(
    "d24-basins",
    "Your hikers go on over level ground. One moves only if the lowest neighbor is lower than where one stands, not if it is equally low.",
    caught_by="visible",
)
def basins(Z, starts):
    return roam(Z, starts, near_cells, better=lambda new, old: new <= old, steps=60)


@mistake(
    "d24-basins",
    "Your hikers take the first lower neighbor they find. The lowest of the eight is asked for.",
    caught_by="visible",
)
def basins(Z, starts):
    ends = []
    for r, c in np.asarray(starts).tolist():
        while lower := [cell for cell in near_cells(Z, r, c) if Z[cell] < Z[r, c]]:
            r, c = lower[0]
        ends.append((r, c))
    return np.array(ends, dtype=int).reshape(-1, 2)


@mistake(
    "d24-basins",
    "Of equally low neighbors your hikers take another one than the first in reading order, row by row.",
    caught_by="hidden",
)
def basins(Z, starts):
    return roam(Z, starts, lambda Z, r, c: near_cells(Z, r, c)[::-1])


@mistake(
    "d24-basins",
    "Each of your hikers starts where the one before has stopped, or ends there. Every walk begins at its own start.",
    caught_by="visible",
)
def basins(Z, starts):
    where, ends = None, []
    for start in np.asarray(starts).tolist():
        where = roam(Z, [where if where is not None else start], near_cells)[0]
        ends.append(where)
    return np.array(ends, dtype=int).reshape(-1, 2)


@mistake(
    "d24-basins",
    "You returned one end only. Every hiker has one: a row of the answer for each start.",
    caught_by="visible",
)
def basins(Z, starts):
    return roam(Z, starts, near_cells)[-1]


@mistake(
    "d24-basins",
    "Your hikers stop after one step. They walk on until no neighbor is lower.",
    caught_by="visible",
)
def basins(Z, starts):
    ends = []
    for r, c in np.asarray(starts).tolist():
        ends.append(min([*near_cells(Z, r, c), (r, c)], key=lambda cell: (Z[cell], cell)))
    return np.array(ends)


@mistake(
    "d24-basins",
    "You returned one end only. Every hiker has one: a row of the answer for each start.",
    caught_by="visible",
)
def basins(Z, starts):
    return roam(Z, starts, near_cells)[:1]


@mistake(
    "d24-basins",
    "Your hikers never look at the row below nor at the column to the right: range stops before its second number, so it has to be r + 2.",
    caught_by="visible",
)
def basins(Z, starts):
    return roam(Z, starts, lambda Z, r, c: [(i, j) for i, j in near_cells(Z, r, c) if i <= r and j <= c])


@mistake(
    "d24-basins",
    "Of equally low neighbors your hikers take another one than the first in reading order, row by row.",
    caught_by="hidden",
)
def basins(Z, starts):
    return roam(Z, starts, lambda Z, r, c: sorted(near_cells(Z, r, c), key=lambda cell: cell[::-1]))


@mistake(
    "d24-basins",
    "You returned the heights of the ends. Their rows and columns are asked for.",
    caught_by="visible",
)
def basins(Z, starts):
    return np.array([Z[r, c] for r, c in roam(Z, starts, near_cells)])


@mistake(
    "d24-basins",
    "Your ends stand in a list. Make it an array.",
    caught_by="visible",
)
def basins(Z, starts):
    return roam(Z, starts, near_cells).tolist()


@mistake(
    "d24-basins",
    "Two hikers who end at the same place have one row together in your answer. There is one row for each hiker.",
    caught_by="visible",
)
def basins(Z, starts):
    return np.array(list(dict.fromkeys(map(tuple, roam(Z, starts, near_cells).tolist()))))


hints(
    "d24-basins",
    "Write the walk of one hiker first: a loop that looks at the neighbors, and stops when none is lower.",
    "range(max(r - 1, 0), min(r + 2, R)) holds the rows of the neighbors that are on the map; the columns go the same way.",
    "min(cells, key=lambda cell: Z[cell]) is the first of the lowest cells. If its height is not below Z[r, c], stop; else go there.",
)
why(
    "d24-basins",
    "Cutting the ranges at the edges leaves no case to treat apart, and min keeps the first of equals, which is reading order here. A step is taken only to strictly lower ground, so no walk can go in circles.",
)

# ---------------------------------------------------------------- changes that change nothing

equivalent(
    "d24-review",
    "return u @ S @ u / np.trace(S) → return (u) @ (u @ S) / np.trace(S)",
    "the dot product is symmetric",
)
equivalent(
    "d24-review",
    "return u @ S @ u / np.trace(S) → return (u @ S) @ (u).T / np.trace(S)",
    "transposing a vector changes nothing",
)
equivalent(
    "d24-review",
    "return u @ S @ u / np.trace(S) → return (S) @ (u) @ u / np.trace(S)",
    "a covariance matrix is symmetric",
)
equivalent(
    "d24-review",
    "return u @ S @ u / np.trace(S) → return (u) @ (S).T @ u / np.trace(S)",
    "a covariance matrix is symmetric",
)
equivalent(
    "d24-descend_numeric",
    "path = [np.array(w0, dtype=float)] → path = [(w0)]",
    "subtracting the step and np.array copy the start and make floats of it",
)
equivalent(
    "d24-descend_numeric",
    "path = [np.array(w0, dtype=float)] → path = [np.array(w0)]",
    "subtracting the step makes floats of whole numbers",
)
equivalent(
    "d24-logistic_loss",
    "return log_add(0.0, np.where(y == 1, -z, z)).mean() → return log_add(0.0, np.where(y >= 1, -z, z)).mean()",
    "labels are 0 or 1",
)
equivalent("d24-logistic_loss", "z = X @ w → z = (X) @ (w).T", "transposing a vector changes nothing")
equivalent(
    "d24-logistic_loss",
    "return log_add(0.0, np.where(y == 1, -z, z)).mean() → return log_add(np.where(y == 1, -z, z), 0.0).mean()",
    "log_add is symmetric",
)
equivalent(
    "d24-basins",
    "if Z[lowest] >= Z[r, c]: → if Z[lowest] == Z[r, c]:",
    "the cell itself is among the candidates, so the lowest is never above it",
)
