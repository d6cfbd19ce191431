"""Right and wrong answers to day 14: linear systems, rank, determinant, inverse."""

import math

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d14-review


@also_right("d14-review")
def review_14(a, b, p):
    return (math.log(p / (1 - p)) - b) / a


@also_right("d14-review")
def review_14(a, b, p):
    return (-math.log(1 / p - 1) - b) / a


@mistake("d14-review", "You added the bias again. The neuron added it, so the way back takes it away.", caught_by="visible")
def review_14(a, b, p):
    return (np.log(p) - np.log(1 - p) + b) / a


@mistake("d14-review", "You divided by the weight before taking the bias away. The neuron multiplied first and added last, so the way back begins with the bias.", caught_by="visible")
def review_14(a, b, p):
    return (np.log(p) - np.log(1 - p)) / a - b


@mistake("d14-review", "You put p into the sigmoid. The way back needs its inverse, the logit.", caught_by="visible")
def review_14(a, b, p):
    return (1 / (1 + np.exp(-p)) - b) / a


@mistake("d14-review", "You stopped at the odds p / (1 − p). The logit is their logarithm.", caught_by="visible")
def review_14(a, b, p):
    return (p / (1 - p) - b) / a


@mistake("d14-review", "Your odds stand on their head: (1 − p) / p in place of p / (1 − p). That turns the sign of the logit.", caught_by="visible")
def review_14(a, b, p):
    return (np.log(1 - p) - np.log(p) - b) / a


@mistake("d14-review", "You took the logarithm of p alone. The odds compare p with 1 − p.", caught_by="visible")
def review_14(a, b, p):
    return (np.log(p) - b) / a


@mistake("d14-review", "You multiplied by the weight. The neuron did that already; the way back divides.", caught_by="visible")
def review_14(a, b, p):
    return (np.log(p) - np.log(1 - p) - b) * a


@mistake("d14-review", "You took logarithms to base 10. The sigmoid is made with e, so its inverse needs the natural logarithm.", caught_by="visible")
def review_14(a, b, p):
    return (math.log10(p / (1 - p)) - b) / a


@mistake("d14-review", "You returned a x + b, what the sigmoid was applied to. Two steps of the way back are still missing.", caught_by="visible")
def review_14(a, b, p):
    return np.log(p) - np.log(1 - p)


@mistake("d14-review", "You forgot the bias: what the logit gives back is a x + b, not a x.", caught_by="visible")
def review_14(a, b, p):
    return (np.log(p) - np.log(1 - p)) / a


@mistake("d14-review", "You divided the bias alone by the weight. The weight divides all that is left when the bias is gone: a bracket is missing.", caught_by="visible")
def review_14(a, b, p):
    return np.log(p / (1 - p)) - b / a


@mistake("d14-review", "You ran the neuron forward, with p as its input. The way back begins at p.", caught_by="visible")
def review_14(a, b, p):
    return 1 / (1 + np.exp(-(a * p + b)))


@mistake("d14-review", "You took logarithms to base 2. The sigmoid is made with e, so its inverse needs the natural logarithm.", caught_by="visible")
def review_14(a, b, p):
    return (np.log2(p / (1 - p)) - b) / a


@mistake("d14-review", "Your odds came out as 0 or next to it: p / 1 − p is p less p. The 1 − p below needs a bracket.", caught_by="visible")
def review_14(a, b, p):
    with np.errstate(all="ignore"):
        return (np.log(p / 1 - p) - b) / a


hints(
    "d14-review",
    "Write down what the neuron does to x, step by step. The way back undoes the last step first.",
    "Three steps back: the logit of p, take b away, divide by a.",
    "With z = np.log(p) − np.log(1 − p), solve a x + b = z for x.",
)
why(
    "d14-review",
    "A chain of steps is undone from its end: the logit undoes the sigmoid, subtracting undoes the bias, dividing undoes the weight. Each step has an inverse, and so the whole neuron has one.",
)

# ---------------------------------------------------------------- d14-row_reduce


def _reduce(A, tol=1e-9, swap="largest", zero=True, above=True, below=True, scale=True, limit=None, dtype=float):
    """Elimination with one thing changed at a time."""
    R = np.array(A, dtype=dtype)
    row, small = 0, tol * np.abs(R).max() if limit is None else limit
    for column in range(R.shape[1]):
        if row == len(R):
            break
        sizes = np.abs(R[row:, column])
        if swap == "largest":
            best = row + int(sizes.argmax())
        elif swap == "signed":
            best = row + int(R[row:, column].argmax())
        elif swap == "none":
            best = row
        else:  # the first that is not small
            big = np.flatnonzero(sizes > small)
            best = row + (int(big[0]) if len(big) else 0)
        if not np.abs(R[best, column]) > small:
            if zero:
                R[row:, column] = 0
            continue
        R[[row, best]] = R[[best, row]]
        pivot = R[row] / R[row, column]
        for i in range(len(R)):
            if (i < row and above) or (i > row and below):
                R[i] = R[i] - R[i, column] * pivot
        if scale:
            R[row] = pivot
        row += 1
    return R


@also_right("d14-row_reduce")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol)


@also_right("d14-row_reduce")
def row_reduce(A, tol=1e-9):
    """Downward first, upward at the end."""
    R = np.array(A, dtype=float)
    M, N = R.shape
    limit = tol * np.max(np.abs(R))
    places, row, column = [], 0, 0
    while row < M and column < N:
        best = max(range(row, M), key=lambda i: abs(R[i, column]))
        if abs(R[best, column]) <= limit:
            R[row:, column] = 0
        else:
            R[[best, row]] = R[[row, best]]
            R[row] /= R[row, column]
            R[row + 1 :] -= R[row + 1 :, column][:, None] * R[row]
            places.append((row, column))
            row += 1
        column += 1
    R[row:] = 0
    for row, column in reversed(places):
        R[:row] -= R[:row, column][:, None] * R[row]
    return R


@mistake("d14-row_reduce", "You never exchanged rows for a better pivot: where the entry at the pivot's place is 0, your column stays without a pivot, though there is one further down.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, swap="none")


@mistake("d14-row_reduce", "The entries above the pivots are still there. Each pivot clears its column in all other rows, the finished ones too.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, above=False)


@mistake("d14-row_reduce", "The pivots did not become 1. A pivot's row is divided by the pivot.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, scale=False)


@mistake("d14-row_reduce", "What rounding leaves, such as 1e-17, counted as a pivot in your table and was divided by. It is next to nothing beside the largest entry of A.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, limit=0.0)


@mistake("d14-row_reduce", "Your limit for 0 does not grow and shrink with the table. In a table of tiny numbers everything counts as 0 then.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, limit=tol)


@mistake("d14-row_reduce", "Your result does not depend on the tol that is given. With tol=0.01 larger remainders count as 0.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    return _reduce(A, 1e-9 if tol else 0.0)


@mistake("d14-row_reduce", "You took the first entry that is not 0 as pivot. Where it is tiny, the rounding of the others grows without limit; the largest is safe.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, swap="first")


@mistake("d14-row_reduce", "You compared the entries with their signs. A large negative entry is as good a pivot as a positive one; −4 beside 0 was passed over.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, swap="signed")


@mistake("d14-row_reduce", "What counts as 0 was left standing in your result. Set it to 0 when you pass over a column, or it comes back larger in a later row.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, zero=False)


@mistake("d14-row_reduce", "You looked for a pivot in column 1 of row 1, column 2 of row 2, and so on. After a column without a pivot the next pivot stands in the same row, further right.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    small = tol * np.abs(R).max()
    for j in range(min(R.shape)):
        best = j + int(np.abs(R[j:, j]).argmax())
        if np.abs(R[best, j]) > small:
            R[[j, best]] = R[[best, j]]
            clear_column(R, j, j)
        else:
            R[j:, j] = 0.0
    return R


@mistake("d14-row_reduce", "Your search for the largest entry begins at the top row each time, so a finished row is exchanged away from its place.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        if row == len(R) or np.abs(R[row:, column]).max() <= small:
            R[row:, column] = 0.0
        else:
            best = int(np.abs(R[:, column]).argmax())
            R[[row, best]] = R[[best, row]]
            clear_column(R, row, column)
            row += 1
    return R


@mistake("d14-row_reduce", "Your place of the largest entry is counted from the first unfinished row, and you used it as if it were counted from the top of the table.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        sizes = np.abs(R[row:, column])
        if row == len(R) or sizes.max() <= small:
            R[row:, column] = 0.0
        else:
            best = int(sizes.argmax())
            R[[row, best]] = R[[best, row]]
            if R[row, column] == 0:
                row += 1
                continue
            clear_column(R, row, column)
            row += 1
    return R


@mistake("d14-row_reduce", "Your cleaning ends at the first column without a pivot. Later columns may still have one.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        if row == len(R) or np.abs(R[row:, column]).max() <= small:
            break
        best = row + np.abs(R[row:, column]).argmax()
        R[[row, best]] = R[[best, row]]
        clear_column(R, row, column)
        row += 1
    return R


@mistake("d14-row_reduce", "Your exchange loses a row: it ends with the same row in both places. R[row] and R[best] are windows into the table, so the first is gone when the second is written.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        sizes = np.abs(R[row:, column])
        if row == len(R) or sizes.max() <= small:
            R[row:, column] = 0.0
        else:
            best = row + sizes.argmax()
            R[row], R[best] = R[best], R[row]
            clear_column(R, row, column)
            row += 1
    return R


@mistake("d14-row_reduce", "A column without a pivot wiped out the unfinished rows. Only their entries in that column are set to 0; later columns still hold something.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        sizes = np.abs(R[row:, column])
        if row == len(R) or sizes.max() <= small:
            R[row:] = 0.0
        else:
            best = row + sizes.argmax()
            R[[row, best]] = R[[best, row]]
            clear_column(R, row, column)
            row += 1
    return R


@mistake("d14-row_reduce", "You cleaned inside the caller's own matrix. Work on a copy.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    R = np.asarray(A, dtype=float)
    R[:] = _reduce(A, tol)
    return R


@mistake("d14-row_reduce", "Whole numbers stayed whole numbers in your table: a pivot's row divided by the pivot lost what stands behind the point.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    R = np.array(A)
    return _reduce(A, tol, dtype=R.dtype) if R.dtype.kind in "iu" else _reduce(A, tol)


@mistake("d14-row_reduce", "The last column got no pivot of its own: your walk over the columns ends one too early.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1] - 1):
        if row == len(R):
            break
        best = row + np.abs(R[row:, column]).argmax()
        if np.abs(R[best, column]) <= small:
            R[row:, column] = 0.0
            continue
        R[[row, best]] = R[[best, row]]
        clear_column(R, row, column)
        row += 1
    return R


@mistake("d14-row_reduce", "In a column without a pivot you set all entries to 0. Only those of the unfinished rows are; what the finished rows say about this unknown stays.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        if row == len(R):
            break
        best = row + np.abs(R[row:, column]).argmax()
        if np.abs(R[best, column]) <= small:
            R[:, column] = 0.0
            continue
        R[[row, best]] = R[[best, row]]
        clear_column(R, row, column)
        row += 1
    return R


@mistake("d14-row_reduce", "You took the entries of the diagonal for pivots, whatever they are, and divided by one that is 0.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    with np.errstate(all="ignore"):
        for j in range(min(R.shape)):
            clear_column(R, j, j)
    return R


@mistake("d14-row_reduce", "The error comes when every row has its pivot and columns are left: no unfinished row is there to search. Stop then.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        best = row + np.abs(R[row:, column]).argmax()
        if np.abs(R[best, column]) <= small:
            R[row:, column] = 0.0
            continue
        R[[row, best]] = R[[best, row]]
        clear_column(R, row, column)
        row += 1
    return R


@mistake("d14-row_reduce", "You never exchanged rows for a better pivot: where the entry at the pivot's place is 0, your column stays without a pivot, though there is one further down.", caught_by="visible")
def row_reduce(A, tol=1e-9):
    return _reduce(A, tol, swap="none", zero=False)


@mistake("d14-row_reduce", "Whole numbers stayed whole numbers in your table: a pivot's row divided by the pivot lost what stands behind the point.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    R = A.copy()
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        if row == len(R):
            break
        best = row + np.abs(R[row:, column]).argmax()
        if np.abs(R[best, column]) <= small:
            R[row:, column] = 0
            continue
        R[[row, best]] = R[[best, row]]
        clear_column(R, row, column)
        row += 1
    return R


@mistake("d14-row_reduce", "You cleaned inside the caller's own matrix. Work on a copy.", caught_by="hidden")
def row_reduce(A, tol=1e-9):
    R = A
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        if row == len(R):
            break
        best = row + np.abs(R[row:, column]).argmax()
        if np.abs(R[best, column]) <= small:
            R[row:, column] = 0
            continue
        R[[row, best]] = R[[best, row]]
        clear_column(R, row, column)
        row += 1
    return R


hints(
    "d14-row_reduce",
    "Keep one number, row, that counts the finished pivot rows. Each column either finishes one more or none.",
    "sizes = np.abs(R[row:, column]) are the candidates. If their largest is small, or no row is left, the column has no pivot: set R[row:, column] to 0.",
    "Otherwise best = row + sizes.argmax(); exchange rows row and best with R[[row, best]] = R[[best, row]], call clear_column(R, row, column), and add 1 to row.",
)
why(
    "d14-row_reduce",
    "A row counter that moves only when a pivot was found makes the staircase: columns without a pivot are passed over. The limit grows with the table, so that measuring in millimeters or in kilometers gives the same pivots; and what counts as 0 is set to 0, so that it cannot come back.",
)

# ---------------------------------------------------------------- d14-rank


@also_right("d14-rank")
def rank(A, tol=1e-9):
    count = 0
    for reduced in row_reduce(A, tol):
        if np.abs(reduced).max() > 0:
            count += 1
    return count


@also_right("d14-rank")
def rank(A, tol=1e-9):
    """Singular values, in which a pivot's size may come out a few times smaller."""
    sizes = np.linalg.svd(np.asarray(A, dtype=float), compute_uv=False)
    return int((sizes > tol * np.abs(np.asarray(A, dtype=float)).max()).sum())


@mistake("d14-rank", "You returned the smaller side of the table. That is the largest rank it could have; rows that follow from others count for nothing.", caught_by="visible")
def rank(A, tol=1e-9):
    return min(np.shape(A))


@mistake("d14-rank", "You counted the rows that are not zero before any elimination. Twice the same row says one thing, and counts twice for you.", caught_by="visible")
def rank(A, tol=1e-9):
    return int((np.abs(A).max(axis=1) > 0).sum())


@mistake("d14-rank", "You counted all rows. Rows of zeros in the reduced form hold no pivot.", caught_by="visible")
def rank(A, tol=1e-9):
    return len(A)


@mistake("d14-rank", "A row whose entries cancel when they are added, such as (1, −1), counts for nothing in your answer.", caught_by="hidden")
def rank(A, tol=1e-9):
    return int((_reduce(A, tol).sum(axis=1) != 0).sum())


@mistake("d14-rank", "You counted the columns without a pivot. These are the free unknowns; the rank counts the columns that have one.", caught_by="visible")
def rank(A, tol=1e-9):
    return np.shape(A)[1] - int(_reduce(A, tol).any(axis=1).sum())


@mistake("d14-rank", "You counted the columns that are not zero. A free column is not zero either; the rows that are not zero hold one pivot each.", caught_by="visible")
def rank(A, tol=1e-9):
    return int(_reduce(A, tol).any(axis=0).sum())


@mistake("d14-rank", "You counted single numbers. A pivot's row may hold several that are not 0.", caught_by="visible")
def rank(A, tol=1e-9):
    return int((_reduce(A, tol) != 0).sum())


@mistake("d14-rank", "You counted ones on the diagonal. After a column without a pivot the next pivots stand to the right of it.", caught_by="visible")
def rank(A, tol=1e-9):
    R = _reduce(A, tol)
    return int(sum(R[i, i] != 0 for i in range(min(R.shape))))


@mistake("d14-rank", "You counted entries equal to 1 in the reduced form. A pivot is 1, but other entries can be 1 as well.", caught_by="visible")
def rank(A, tol=1e-9):
    return int((_reduce(A, tol) == 1).sum())


@mistake("d14-rank", "Your answer does not depend on the tol that is given.", caught_by="hidden")
def rank(A, tol=1e-9):
    return int(_reduce(A, 1e-9).any(axis=1).sum())


@mistake("d14-rank", "Your limit is a number of your own, the same for tables of tiny and of huge entries. It should be tol times the largest entry.", caught_by="hidden")
def rank(A, tol=1e-9):
    return int((np.linalg.svd(np.asarray(A, dtype=float), compute_uv=False) > tol).sum())


@mistake("d14-rank", "You said whether the rank is as large as it can be, not how large it is.", caught_by="visible")
def rank(A, tol=1e-9):
    return bool(_reduce(A, tol).any(axis=1).all())


@mistake("d14-rank", "You returned the reduced table. The rank is the number of its rows that are not zero.", caught_by="visible")
def rank(A, tol=1e-9):
    return _reduce(A, tol)


@mistake("d14-rank", "Your answer does not depend on the tol that is given.", caught_by="hidden")
def rank(A, tol=1e-9):
    return int(np.linalg.matrix_rank(A))


@mistake("d14-rank", "You counted only rows without any 0. A row counts as soon as one of its entries is not 0.", caught_by="visible")
def rank(A, tol=1e-9):
    return int(_reduce(A, tol).all(axis=1).sum())


@mistake("d14-rank", "You counted the rows of zeros. The others hold the pivots.", caught_by="visible")
def rank(A, tol=1e-9):
    return int((~_reduce(A, tol).any(axis=1)).sum())


@mistake("d14-rank", "A row whose entries add up to 0 or less, such as (1, −3), counts for nothing in your answer.", caught_by="hidden")
def rank(A, tol=1e-9):
    return int((_reduce(A, tol).sum(axis=1) > 0).sum())


@mistake("d14-rank", "You returned a True or False for each row. The rank is how many of them are True.", caught_by="visible")
def rank(A, tol=1e-9):
    return _reduce(A, tol).any(axis=1)


hints(
    "d14-rank",
    "Elimination leaves one row for every pivot, and rows of zeros for the rest. Which of them do you count?",
    "row_reduce(A, tol) gives that table; .any(axis=1) says of each row whether something in it is not 0.",
    "Adding up True and False counts the True: row_reduce(A, tol).any(axis=1).sum().",
)
why(
    "d14-rank",
    "Row operations never change how many rows say something new; they only make it visible. Each pivot stands in a row and a column of its own, so counting rows and counting columns gives the same number.",
)

# ---------------------------------------------------------------- d14-drill_week_2


@also_right("d14-drill_week_2")
def drill_week_2(q):
    x, y = q["x"], q["y"]
    unit = q["u"] / np.linalg.norm(q["u"])
    return {
        "turned": q["point"] @ np.array([[np.cos(q["theta"]), np.sin(q["theta"])], [-np.sin(q["theta"]), np.cos(q["theta"])]]),
        "layer": np.array([[row @ column for column in q["W"].T] for row in q["X"]]) + q["bias"],
        "shadow": (q["v"] @ unit) * unit,
        "loss": q["c"] + q["a"] / q["N"] ** q["b"],
        "slope": np.cov(x, y, ddof=0)[0, 1] / x.var(ddof=0),
        "z": (q["new"] - np.mean(x)) / math.sqrt(np.mean((x - np.mean(x)) ** 2)),
    }


def _right(q):
    """All six answers; each mistake below spoils one."""
    c, s, (p1, p2) = np.cos(q["theta"]), np.sin(q["theta"]), q["point"]
    return {
        "z": (q["new"] - q["x"].mean()) / q["x"].std(ddof=0),
        "slope": np.polyfit(q["x"], q["y"], 1)[0],
        "loss": q["a"] * q["N"] ** -q["b"] + q["c"],
        "shadow": (q["u"] @ q["v"]) / (q["u"] @ q["u"]) * q["u"],
        "layer": q["X"] @ q["W"] + q["bias"],
        "turned": np.array([c * p1 - s * p2, s * p1 + c * p2]),
    }


@mistake("d14-drill_week_2", "z: you divided by the standard deviation with n − 1. The package asks for the divisor n, ddof=0 (day 8).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"z": (q["new"] - q["x"].mean()) / q["x"].std(ddof=1)}


@mistake("d14-drill_week_2", "z: you divided by the variance. Standard deviations are counted, and that is its root (day 8).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"z": (q["new"] - q["x"].mean()) / q["x"].var(ddof=0)}


@mistake("d14-drill_week_2", "z: you returned the distance from the mean in plain units. It is counted in standard deviations (day 8).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"z": q["new"] - q["x"].mean()}


@mistake("d14-drill_week_2", "z: you gave the z-scores of the numbers in x. The question is about new (day 8).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"z": (q["x"] - q["x"].mean()) / q["x"].std(ddof=0)}


@mistake("d14-drill_week_2", "slope: you fitted x on y. The line predicts y from x, so the spread of x goes below (day 9).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"slope": np.polyfit(q["y"], q["x"], 1)[0]}


@mistake("d14-drill_week_2", "slope: you returned the correlation. The slope has the spread of x twice below, not that of x and of y (day 9).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"slope": np.corrcoef(q["x"], q["y"])[0, 1]}


@mistake("d14-drill_week_2", "slope: you stopped at the covariance. Divide it by the variance of x (day 9).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"slope": np.cov(q["x"], q["y"], ddof=0)[0, 1]}


@mistake("d14-drill_week_2", "slope: you did not take the means away first, so your line is forced through the origin (days 6 and 9).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"slope": (q["x"] * q["y"]).sum() / (q["x"] ** 2).sum()}


@mistake("d14-drill_week_2", "slope: your covariance and your variance have different divisors. Take n in both, or n − 1 in both (day 9).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"slope": np.cov(q["x"], q["y"])[0, 1] / q["x"].var(ddof=0)}


@mistake("d14-drill_week_2", "slope: you returned the intercept of the line (day 9).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"slope": np.polyfit(q["x"], q["y"], 1)[1]}


@mistake("d14-drill_week_2", "slope: your line goes through the first and the last point only. The least-squares line listens to all of them (day 9).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"slope": (q["y"][-1] - q["y"][0]) / (q["x"][-1] - q["x"][0])}


@mistake("d14-drill_week_2", "loss: the power took in a as well. Only N is raised to −b; a multiplies afterward (day 10).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"loss": (q["a"] * q["N"]) ** -q["b"] + q["c"]}


@mistake("d14-drill_week_2", "shadow: the factor is right, and you stretched v with it. The shadow lies along u (day 11).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"shadow": (q["u"] @ q["v"]) / (q["u"] @ q["u"]) * q["v"]}


@mistake("d14-drill_week_2", "loss: the floor c is missing. It stays however large N is (day 10).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"loss": q["a"] * q["N"] ** -q["b"]}


@mistake("d14-drill_week_2", "loss: your power rises with N. The minus in the exponent makes it fall (day 10).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"loss": q["a"] * q["N"] ** q["b"] + q["c"]}


@mistake("d14-drill_week_2", "shadow: you divided by the length of u; a projection divides by its square (day 11).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"shadow": (q["u"] @ q["v"]) / np.linalg.norm(q["u"]) * q["u"]}


@mistake("d14-drill_week_2", "shadow: you let u throw its shadow on v. The shadow lies along u (day 11).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"shadow": (q["u"] @ q["v"]) / (q["v"] @ q["v"]) * q["v"]}


@mistake("d14-drill_week_2", "shadow: you returned the stretching factor. The shadow is that factor times the arrow u (day 11).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"shadow": (q["u"] @ q["v"]) / (q["u"] @ q["u"])}


@mistake("d14-drill_week_2", "shadow: you returned what is left over beside the shadow (day 11).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"shadow": q["v"] - _right(q)["shadow"]}


@mistake("d14-drill_week_2", "layer: you left out the biases. Each output adds its own (day 12).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"layer": q["X"] @ q["W"]}


@mistake("d14-drill_week_2", "layer: you subtracted the biases. A layer adds them (day 12).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"layer": q["X"] @ q["W"] - q["bias"]}


@mistake("d14-drill_week_2", "layer: your table stands on its side. The rows of X stay rows, one example each (day 12).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"layer": (q["X"] @ q["W"] + q["bias"]).T}


@mistake("d14-drill_week_2", "layer: you multiplied by the transpose of W. Its rows belong to inputs, its columns to outputs (day 12).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"layer": q["X"] @ (q["W"].T if q["W"].shape[0] == q["W"].shape[1] else q["W"]) + q["bias"]}


@mistake("d14-drill_week_2", "turned: you turned with the clock. Against it, a quarter turn takes (1, 0) to (0, 1) (day 13).", caught_by="visible")
def drill_week_2(q):
    c, s, (p1, p2) = np.cos(q["theta"]), np.sin(q["theta"]), q["point"]
    return _right(q) | {"turned": np.array([c * p1 + s * p2, c * p2 - s * p1])}


@mistake("d14-drill_week_2", "turned: you took the angle for degrees. It is given in radians, where half a turn is π (day 13).", caught_by="visible")
def drill_week_2(q):
    t, (p1, p2) = np.deg2rad(q["theta"]), q["point"]
    return _right(q) | {"turned": np.array([np.cos(t) * p1 - np.sin(t) * p2, np.sin(t) * p1 + np.cos(t) * p2])}


@mistake("d14-drill_week_2", "turned: sine and cosine have changed places. After a turn by 0 the point is where it was, and cos 0 = 1 (day 13).", caught_by="visible")
def drill_week_2(q):
    c, s, (p1, p2) = np.cos(q["theta"]), np.sin(q["theta"]), q["point"]
    return _right(q) | {"turned": np.array([s * p1 - c * p2, c * p1 + s * p2])}


@mistake("d14-drill_week_2", "turned: your second entry was computed from the first one after it had been turned. Both need the old point (day 13).", caught_by="visible")
def drill_week_2(q):
    c, s, (p1, p2) = np.cos(q["theta"]), np.sin(q["theta"]), q["point"]
    first = c * p1 - s * p2
    return _right(q) | {"turned": np.array([first, s * first + c * p2])}


@mistake("d14-drill_week_2", "Nothing came back from your function. A dict is handed back with return; print only shows it.", caught_by="visible")
def drill_week_2(q):
    _right(q)


@mistake("d14-drill_week_2", "You returned the answers in a row, without their names. A dict carries the name of each.", caught_by="visible")
def drill_week_2(q):
    return tuple(_right(q).values())


@mistake("d14-drill_week_2", "You wrote the answers into the package you were given. Make a new dict; somebody may still need the old one.", caught_by="hidden")
def drill_week_2(q):
    q.update(_right(q))
    return q


@mistake("d14-drill_week_2", "You answered for the example package, whatever package came in. Inside the function the numbers are those of q.", caught_by="hidden")
def drill_week_2(q):
    return _right(week)


@mistake("d14-drill_week_2", "z: only the mean was divided by the standard deviation. A bracket belongs around the distance from the mean (day 8).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"z": q["new"] - q["x"].mean() / q["x"].std(ddof=0)}


@mistake("d14-drill_week_2", "shadow: you returned how long it is, one number. The shadow is an arrow along u (day 11).", caught_by="visible")
def drill_week_2(q):
    return _right(q) | {"shadow": (q["u"] @ q["v"]) / np.linalg.norm(q["u"])}


@mistake("d14-drill_week_2", "z and slope: your x and y are those of the example package. Inside the function the numbers are those of q.", caught_by="hidden")
def drill_week_2(q):
    return _right(dict(q) | {"x": week["x"], "y": week["y"]})


hints(
    "d14-drill_week_2",
    "Solve the example package by hand, one line for each day. The check tells you which answer is wrong, so fill in one at a time.",
    "Day 8: distance over standard deviation. Day 9: covariance over variance of x. Day 10: power, then floor. Day 11: divide by the squared length. Day 12: rows times W. Day 13: images of (1, 0) and (0, 1).",
    "turned is (cos · p1 − sin · p2, sin · p1 + cos · p2); slope is the sum of (x − mean)(y − mean) over the sum of (x − mean)**2; shadow is (u @ v) / (u @ u) * u.",
)
why(
    "d14-drill_week_2",
    "Six ideas, one line each: distances are counted in standard deviations; a fitted slope is covariance over variance; a law has a floor; a shadow divides by the squared length; a layer multiplies rows; a turn is known from where it takes (1, 0) and (0, 1).",
)

# ---------------------------------------------------------------- d14-gauss_solve


def _solve(A, b, swap="largest", check=True, sides=True, limit=1e-12):
    A, b = np.array(A, dtype=float), np.array(b, dtype=float)
    n = len(A)
    right = b.reshape(n, -1).copy()
    small = limit * np.abs(A).max()
    for j in range(n):
        best = j + int(np.abs(A[j:, j]).argmax()) if swap == "largest" else j
        if swap == "zero" and A[j, j] == 0:
            best = j + int(np.flatnonzero(A[j:, j])[0]) if A[j:, j].any() else j
        if check and np.abs(A[best, j]) <= small:
            raise ValueError("the matrix is singular")
        A[[j, best]] = A[[best, j]]
        if sides:
            right[[j, best]] = right[[best, j]]
        with np.errstate(all="ignore"):
            right[j] = right[j] / A[j, j]
            A[j] = A[j] / A[j, j]
            for i in range(n):
                if i != j:
                    right[i] = right[i] - A[i, j] * right[j]
                    A[i] = A[i] - A[i, j] * A[j]
    return right.reshape(b.shape)


@also_right("d14-gauss_solve")
def gauss_solve(A, b):
    """Down to a triangle, then back from the last unknown."""
    A, b = np.array(A, dtype=float), np.array(b, dtype=float)
    n, limit = len(A), 1e-12 * np.abs(A).max()
    x = b.reshape(n, -1)
    for j in range(n):
        best = max(range(j, n), key=lambda i: abs(A[i, j]))
        if abs(A[best, j]) <= limit:
            raise ValueError("singular")
        A[[j, best]], x[[j, best]] = A[[best, j]], x[[best, j]]
        for i in range(j + 1, n):
            factor = A[i, j] / A[j, j]
            A[i], x[i] = A[i] - factor * A[j], x[i] - factor * x[j]
    for j in reversed(range(n)):
        x[j] = (x[j] - A[j, j + 1 :] @ x[j + 1 :]) / A[j, j]
    return x.reshape(b.shape)


@also_right("d14-gauss_solve")
def gauss_solve(A, b):
    return _solve(A, b)


@mistake("d14-gauss_solve", "You never exchanged rows, so a system whose first pivot is 0 was called singular. Bring up the largest entry of the column.", caught_by="visible")
def gauss_solve(A, b):
    return _solve(A, b, swap="none")


@mistake("d14-gauss_solve", "Rows are exchanged only when a pivot is 0. A pivot of 1e-20 is as bad: what the other rows say is rounded away.", caught_by="hidden")
def gauss_solve(A, b):
    return _solve(A, b, swap="zero", limit=0.0)


@mistake("d14-gauss_solve", "The rows of A were exchanged, and their right sides stayed behind. Both belong to one equation.", caught_by="visible")
def gauss_solve(A, b):
    return _solve(A, b, sides=False)


@mistake("d14-gauss_solve", "A singular matrix was divided by its missing pivot, and inf or nan came back. The card asks for a ValueError.", caught_by="visible")
def gauss_solve(A, b):
    return _solve(A, b, check=False)


@mistake("d14-gauss_solve", "Only a pivot of exactly 0 counts as missing in your answer. Rounding leaves about 1e-16 of the largest entry, and that is not a pivot either.", caught_by="hidden")
def gauss_solve(A, b):
    return _solve(A, b, limit=0.0)


@mistake("d14-gauss_solve", "Your limit of 1e-12 does not grow and shrink with the entries of A: the singular systems among the large ones were solved.", caught_by="hidden")
def gauss_solve(A, b):
    A = np.asarray(A, dtype=float)
    return _solve(A, b, limit=1e-12 / max(np.abs(A).max(), 1e-300))


@mistake("d14-gauss_solve", "You refuse systems that can be solved: rows that differ by 1e-9 leave a pivot well above the limit.", caught_by="hidden")
def gauss_solve(A, b):
    return _solve(A, b, limit=1e-8)


@mistake("d14-gauss_solve", "Your place of the largest entry is counted from row j, and you used it as if it were counted from the top of the table.", caught_by="visible")
def gauss_solve(A, b):
    n = len(A)
    table, small = np.column_stack([A, b]).astype(float), 1e-12 * np.abs(A).max()
    for j in range(n):
        best = int(np.abs(table[j:, j]).argmax())
        if np.abs(table[best, j]) <= small:
            raise ValueError("the matrix is singular")
        table[[j, best]] = table[[best, j]]
        clear_column(table, j, j)
    return table[:, n] if np.ndim(b) == 1 else table[:, n:]


@mistake("d14-gauss_solve", "You handle one right side only. A table of right sides has one in each column, and one solution in each column of the answer.", caught_by="visible")
def gauss_solve(A, b):
    b = np.asarray(b, dtype=float)
    return _solve(A, b if b.ndim == 1 else b[:, 0])


@mistake("d14-gauss_solve", "One right side came back as a table with one column. The answer has the shape of b.", caught_by="visible")
def gauss_solve(A, b):
    return _solve(A, np.reshape(np.asarray(b, dtype=float), (len(A), -1)))


@mistake("d14-gauss_solve", "You multiplied b by A. The question is which x the machine turned into b.", caught_by="visible")
def gauss_solve(A, b):
    return np.asarray(A, dtype=float) @ np.asarray(b, dtype=float)


@mistake("d14-gauss_solve", "You solved the system of the transposed matrix: its columns as equations.", caught_by="visible")
def gauss_solve(A, b):
    return _solve(np.asarray(A, dtype=float).T, b)


@mistake("d14-gauss_solve", "Entries of A were changed for the caller. Work on a copy.", caught_by="hidden")
def gauss_solve(A, b):
    x = _solve(A, b)
    if np.asarray(A).dtype.kind == "f":
        A[:] = np.eye(len(A))
    return x


@mistake("d14-gauss_solve", "You stopped with the table, A and right sides together. The solution is what stands on the right after the cleaning.", caught_by="visible")
def gauss_solve(A, b):
    return np.column_stack([np.eye(len(A)), _solve(A, b)])


@mistake("d14-gauss_solve", "You returned the last column only. A table of right sides has one solution in each column of the answer.", caught_by="visible")
def gauss_solve(A, b):
    b = np.asarray(b, dtype=float)
    return _solve(A, b if b.ndim == 1 else b[:, -1])


@mistake("d14-gauss_solve", "You return something for a singular matrix. It has no single solution: raise a ValueError.", caught_by="visible")
def gauss_solve(A, b):
    try:
        return _solve(A, b)
    except ValueError:
        return None


@mistake("d14-gauss_solve", "Whole numbers stayed whole numbers in your table: what stands behind the point got lost.", caught_by="hidden")
def gauss_solve(A, b):
    n = len(A)
    table, small = np.column_stack([A, b]), 1e-12 * np.abs(A).max()
    for j in range(n):
        best = j + int(np.abs(table[j:, j]).argmax())
        if np.abs(table[best, j]) <= small:
            raise ValueError("the matrix is singular")
        table[[j, best]] = table[[best, j]]
        clear_column(table, j, j)
    return table[:, n] if np.ndim(b) == 1 else table[:, n:]


@mistake("d14-gauss_solve", "You compared the entries with their signs. A large negative entry is as good a pivot as a positive one.", caught_by="hidden")
def gauss_solve(A, b):
    n = len(A)
    table, small = np.column_stack([A, b]).astype(float), 1e-12 * np.abs(A).max()
    for j in range(n):
        best = j + int(table[j:, j].argmax())
        if np.abs(table[best, j]) <= small:
            raise ValueError("the matrix is singular")
        table[[j, best]] = table[[best, j]]
        clear_column(table, j, j)
    return table[:, n] if np.ndim(b) == 1 else table[:, n:]


hints(
    "d14-gauss_solve",
    "It is the cleaning of today's tables: column by column, with the right sides carried along in the last columns.",
    "table = np.column_stack([A, b]) carries them. In column j look for the largest size from row j on; the column of the pivot is also its row.",
    "best = j + np.abs(table[j:, j]).argmax(); too small raises a ValueError; exchange, clear_column(table, j, j). At the end table[:, n:] in the shape of b.",
)
why(
    "d14-gauss_solve",
    "Right sides beside A take part in every row operation, so no exchange can separate an equation from its right side, and ten right sides cost hardly more than one. The largest entry as pivot keeps all factors at most 1 below it, so rounding cannot grow by dividing.",
)


equivalent("d14-row_reduce", "if row == len(R) or sizes.max() <= small: → if row >= len(R) or sizes.max() <= small:", "row never exceeds the number of rows")
equivalent("d14-row_reduce", "if row == len(R) or sizes.max() <= small: → if row is len(R) or sizes.max() <= small:", "Python keeps one object for each small whole number")
equivalent(
    "d14-row_reduce",
    "def row_reduce(A: np.ndarray, tol: float = 1e-9) -> np.ndarray: → def row_reduce(A: np.ndarray, tol: float = (2e-09)) -> np.ndarray:",
    "as small as the first; the signature is given",
)
equivalent("d14-rank", "def rank(A: np.ndarray, tol: float = 1e-9) -> int: → def rank(A: np.ndarray, tol: float = (2e-09)) -> int:", "as small as the first; the signature is given")
equivalent("d14-rank", "return int(row_reduce(A, tol).any(axis=1).sum()) → return (row_reduce(A, tol).any(axis=1).sum())", "numpy's whole numbers are whole numbers too")
equivalent(
    "d14-drill_week_2",
    '"turned": np.array([[c, -s], [s, c]]) @ q["point"], → "turned": (np.array([[c, -s], [s, c]])) @ (q["point"]).T,',
    "transposing a vector changes nothing",
)
equivalent("d14-drill_week_2", '"turned": np.array([[c, -s], [s, c]]) @ q["point"], → "turned": ([[c, -s], [s, c]]) @ q["point"],', "numpy takes a list of lists as a table")
equivalent("d14-drill_week_2", '"shadow": (u @ q["v"]) / (u @ u) * u, → "shadow": ((q["v"]) @ (u)) / (u @ u) * u,', "the dot product is symmetric")
equivalent("d14-drill_week_2", '"shadow": (u @ q["v"]) / (u @ u) * u, → "shadow": ((u) @ (q["v"]).T) / (u @ u) * u,', "transposing a vector changes nothing")
equivalent("d14-drill_week_2", '"shadow": (u @ q["v"]) / (u @ u) * u, → "shadow": (u @ q["v"]) / ((u) @ (u).T) * u,', "transposing a vector changes nothing")
equivalent(
    "d14-drill_week_2",
    '"slope": ((x - x.mean()) * q["y"]).sum() / ((x - x.mean()) ** 2).sum(), → "slope": ((x - x.mean()) * q["y"]).sum() / (((x.mean()) - (x)) ** 2).sum(),',
    "a square does not know the sign",
)
equivalent("d14-gauss_solve", "return table[:, n] if np.ndim(b) == 1 else table[:, n:] → return table[:, n] if np.ndim(b) <= 1 else table[:, n:]", "a right side has one or two axes")
equivalent("d14-gauss_solve", "if np.abs(table[best, j]) <= small: → if np.abs(table[best, j]) < small:", "they differ only where a pivot has exactly the size of the limit")
equivalent(
    "d14-gauss_solve",
    "table, small = np.column_stack([A, b]), 1e-12 * np.abs(A).max() → table, small = np.column_stack([A, b]), (2e-12) * np.abs(A).max()",
    "a limit of the same size; the checks stay away from it",
)
