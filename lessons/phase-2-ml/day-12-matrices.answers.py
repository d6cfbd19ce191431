"""Right and wrong answers to day 12: matrices as machines."""

import matplotlib.pyplot as plt
import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d12-review


@also_right("d12-review")
def review_12(p, q, y):
    m = (q[1] - p[1]) / (q[0] - p[0])
    b = p[1] - m * p[0]
    return (y - b) / m


@also_right("d12-review")
def review_12(p, q, y):
    share = (y - p[1]) / (q[1] - p[1])
    return (1 - share) * p[0] + share * q[0]


@mistake("d12-review", "You found the height of the line at x = y. The question runs the other way: the height is known and x is not.", caught_by="visible")
def review_12(p, q, y):
    (x0, y0), (x1, y1) = p, q
    return y0 + (y - x0) * (y1 - y0) / (x1 - x0)


@mistake("d12-review", "Your number of steps is the missing height times the slope. The slope says how much height one step brings, so the number of steps is height divided by slope.", caught_by="visible")
def review_12(p, q, y):
    (x0, y0), (x1, y1) = p, q
    return x0 + (y - y0) * (y1 - y0) / (x1 - x0)


@mistake("d12-review", "You found how far it is from the first point. The x itself is that much from the x of the first point on.", caught_by="visible")
def review_12(p, q, y):
    (x0, y0), (x1, y1) = p, q
    return (y - y0) * (x1 - x0) / (y1 - y0)


@mistake("d12-review", "You counted the height from the second point and the x from the first.", caught_by="visible")
def review_12(p, q, y):
    (x0, y0), (x1, y1) = p, q
    return x0 + (y - y1) * (x1 - x0) / (y1 - y0)


@mistake("d12-review", "You divided the height itself by the slope, as if the line went through the origin.", caught_by="visible")
def review_12(p, q, y):
    (x0, y0), (x1, y1) = p, q
    return y * (x1 - x0) / (y1 - y0)


@mistake("d12-review", "You returned the slope of the line.", caught_by="visible")
def review_12(p, q, y):
    return (q[1] - p[1]) / (q[0] - p[0])


@mistake("d12-review", "You returned where the line meets height 0, whatever height was asked for.", caught_by="visible")
def review_12(p, q, y):
    (x0, y0), (x1, y1) = p, q
    return x0 - y0 * (x1 - x0) / (y1 - y0)


@mistake("d12-review", "Your x lies on the wrong side of the first point: where the line should rise to the height asked for, you walk to where it falls by as much.", caught_by="visible")
def review_12(p, q, y):
    (x0, y0), (x1, y1) = p, q
    return x0 - (y - y0) * (x1 - x0) / (y1 - y0)


@mistake("d12-review", "You divided only the height of the first point by the slope, not the difference of the two heights. A bracket belongs around the difference.", caught_by="visible")
def review_12(p, q, y):
    m = (q[1] - p[1]) / (q[0] - p[0])
    return p[0] + y - p[1] / m


@mistake("d12-review", "You took the intercept away and stopped. What is left is a height; divided by the slope it becomes an x.", caught_by="visible")
def review_12(p, q, y):
    m = (q[1] - p[1]) / (q[0] - p[0])
    return y - (p[1] - m * p[0])


@mistake("d12-review", "You divided the height by the slope and then took the intercept away. From y = m x + b the intercept goes first.", caught_by="visible")
def review_12(p, q, y):
    m = (q[1] - p[1]) / (q[0] - p[0])
    return y / m - (p[1] - m * p[0])


@mistake("d12-review", "You returned the intercept of the line, its height at x = 0.", caught_by="visible")
def review_12(p, q, y):
    m = (q[1] - p[1]) / (q[0] - p[0])
    return p[1] - m * p[0]


@mistake("d12-review", "You divided before you subtracted: your slope lacks its brackets. It is one whole difference over the other.", caught_by="visible")
def review_12(p, q, y):
    m = q[1] - p[1] / q[0] - p[0]
    return p[0] + (y - p[1]) / m


@mistake("d12-review", "You counted the steps from the height of the first point, and set out from the x of the second.", caught_by="visible")
def review_12(p, q, y):
    m = (q[1] - p[1]) / (q[0] - p[0])
    return q[0] + (y - p[1]) / m


@mistake("d12-review", "Your slope has lost its sign: a falling line is treated as a rising one.", caught_by="visible")
def review_12(p, q, y):
    m = abs(q[1] - p[1]) / abs(q[0] - p[0])
    return p[0] + (y - p[1]) / m


@mistake("d12-review", "You added the intercept, where it should be taken away: from y = m x + b, m x is y − b.", caught_by="visible")
def review_12(p, q, y):
    m = (q[1] - p[1]) / (q[0] - p[0])
    b = p[1] - m * p[0]
    return (y + b) / m


@mistake("d12-review", "Your number of steps is rounded down to a whole number. A line reaches most heights between two steps.", caught_by="hidden")
def review_12(p, q, y):
    m = (q[1] - p[1]) / (q[0] - p[0])
    return p[0] + (y - p[1]) // m


hints(
    "d12-review",
    "How far is it from the height of the first point to the height asked for? How much height does one step in x bring?",
    "Missing height over slope is the number of steps. From which x do you count them?",
    "With the slope m: start at the x of p and add (y − height of p) / m.",
)
why(
    "d12-review",
    "The slope is height per step, so height over slope is steps. Counting both from the same point matters more than which point it is.",
)


# ---------------------------------------------------------------- d12-matvec_cols


@also_right("d12-matvec_cols")
def matvec_cols(A, x):
    return A @ x


@also_right("d12-matvec_cols")
def matvec_cols(A, x):
    return (A * x).sum(axis=1)


@also_right("d12-matvec_cols")
def matvec_cols(A, x):
    out = []
    for i in range(A.shape[0]):
        entry = 0.0
        for j in range(A.shape[1]):
            entry += A[i, j] * x[j]
        out.append(entry)
    return np.array(out)


@also_right("d12-matvec_cols")
def matvec_cols(A, x):
    return sum(t * column for t, column in zip(x, A.T, strict=True))


@mistake("d12-matvec_cols", "Your answer mixes the rows of A. An entry of x belongs to a column: A with 3 rows and 2 columns takes two numbers and returns three.", caught_by="visible")
def matvec_cols(A, x):
    return x @ A


@mistake("d12-matvec_cols", "Your answer mixes the rows of A. An entry of x belongs to a column: A with 3 rows and 2 columns takes two numbers and returns three.", caught_by="visible")
def matvec_cols(A, x):
    return A.T @ x


@mistake("d12-matvec_cols", "Your answer mixes the rows of A. An entry of x belongs to a column: A with 3 rows and 2 columns takes two numbers and returns three.", caught_by="visible")
def matvec_cols(A, x):
    total = np.zeros(len(A))
    for j in range(len(x)):
        total = total + x[j] * A[j]
    return total


@mistake("d12-matvec_cols", "Your sum begins with one zero for each entry of x. A column has one entry for each row of A, and so has their sum.", caught_by="visible")
def matvec_cols(A, x):
    total = np.zeros(len(x))
    for j in range(len(x)):
        total = total + x[j] * A[:, j]
    return total


@mistake("d12-matvec_cols", "You walk as many steps as A has rows. There is one step for each column.", caught_by="visible")
def matvec_cols(A, x):
    total = np.zeros(len(A))
    for j in range(len(A)):
        total = total + x[j] * A[:, j]
    return total


@mistake("d12-matvec_cols", "You stretched the columns and stopped: what came back is a whole table. The stretched columns are still to be added.", caught_by="visible")
def matvec_cols(A, x):
    return A * x


@mistake("d12-matvec_cols", "You added the columns as they are. x says how much of each goes in.", caught_by="visible")
def matvec_cols(A, x):
    return A.sum(axis=1)


@mistake("d12-matvec_cols", "You stretched each column and then added the entries of each column, one above the other. The columns themselves are added, entry by entry.", caught_by="visible")
def matvec_cols(A, x):
    return (A * x).sum(axis=0)


@mistake("d12-matvec_cols", "Only the last column is in your answer. Does each turn of the loop begin anew?", caught_by="visible")
def matvec_cols(A, x):
    for j in range(len(x)):
        total = x[j] * A[:, j]
    return total


@mistake("d12-matvec_cols", "Only the first column is in your answer.", caught_by="visible")
def matvec_cols(A, x):
    return x[0] * A[:, 0]


@mistake("d12-matvec_cols", "You added the columns first and stretched the sum by all of x together. Each column has its own number.", caught_by="visible")
def matvec_cols(A, x):
    return x.sum() * A.sum(axis=1)


@mistake("d12-matvec_cols", "You added an entry of x to its column, where it should stretch it.", caught_by="visible")
def matvec_cols(A, x):
    return (A + x).sum(axis=1)


@mistake("d12-matvec_cols", "Every column is stretched by the same number, the first of x.", caught_by="visible")
def matvec_cols(A, x):
    return x[0] * A.sum(axis=1)


@mistake("d12-matvec_cols", "You added everything to one number. The sum runs over the columns; the entries of a column stay apart.", caught_by="visible")
def matvec_cols(A, x):
    return (A * x).sum()


@mistake("d12-matvec_cols", "The answer is right, and the caller's matrix is no longer what it was: your sum was collected in its first column.", caught_by="hidden")
def matvec_cols(A, x):
    total = A[:, 0]
    if A.dtype.kind != "f":
        return A @ x
    total *= x[0]
    for j in range(1, len(x)):
        total += x[j] * A[:, j]
    return total


@mistake("d12-matvec_cols", "For a matrix of whole numbers your answer is cut to whole numbers: half of a column got lost.", caught_by="hidden")
def matvec_cols(A, x):
    return np.array(A @ x, dtype=A.dtype)


@mistake("d12-matvec_cols", "The first column is missing from your sum: columns are counted from 0.", caught_by="visible")
def matvec_cols(A, x):
    total = np.zeros(len(A))
    for j in range(1, len(x)):
        total = total + x[j] * A[:, j]
    return total


@mistake("d12-matvec_cols", "You added the entries of x; no column of A is in your sum.", caught_by="visible")
def matvec_cols(A, x):
    return np.zeros(len(A)) + x.sum()


@mistake("d12-matvec_cols", "You stretched the columns and stopped: what came back is a whole table. The stretched columns are still to be added.", caught_by="visible")
def matvec_cols(A, x):
    return [x[j] * A[:, j] for j in range(len(x))]


@mistake("d12-matvec_cols", "Your answer mixes the rows of A. An entry of x belongs to a column: A with 3 rows and 2 columns takes two numbers and returns three.", caught_by="visible")
def matvec_cols(A, x):
    total = np.zeros(A.shape[1])
    for j in range(A.shape[1]):
        total = total + x[j] * A[j]
    return total


@mistake("d12-matvec_cols", "Your answer mixes the rows of A. An entry of x belongs to a column: A with 3 rows and 2 columns takes two numbers and returns three.", caught_by="visible")
def matvec_cols(A, x):
    total = np.zeros(A.shape[0])
    for j, row in enumerate(A):
        total = total + x[j] * row
    return total


@mistake("d12-matvec_cols", "You took the mean of the stretched columns. They are added.", caught_by="visible")
def matvec_cols(A, x):
    return (A * x).mean(axis=1)


@mistake("d12-matvec_cols", "The answer is right, and the caller's matrix is no longer what it was: you stretched its own columns.", caught_by="hidden")
def matvec_cols(A, x):
    for j in range(A.shape[1]):
        A[:, j] *= x[j]
    return A.sum(axis=1)


@mistake("d12-matvec_cols", "The answer is right, and the caller's matrix is no longer what it was: your sum was collected in its first column.", caught_by="hidden")
def matvec_cols(A, x):
    total = A[:, 0]
    total *= x[0]
    for j in range(1, A.shape[1]):
        total += x[j] * A[:, j]
    return total


hints(
    "d12-matvec_cols",
    "What is A @ x for x = (1, 0), for (0, 1), for (2, 1)? Each entry of x belongs to one column.",
    "A[:, j] is column j, and x[j] is how much of it goes in. Begin with zeros, one for each row, and add.",
    "Inside a loop over j: total = total + x[j] * A[:, j]. Return total after the loop.",
)
why(
    "d12-matvec_cols",
    "A column is where a basis vector goes, and every x is a mixture of basis vectors, so the answer is the same mixture of columns. The new array total keeps the caller's matrix out of it: A[:, 0] would be a window into A, and adding in place would change A.",
)


# ---------------------------------------------------------------- d12-center_rows


@also_right("d12-center_rows")
def center_rows(X):
    return (X.T - X.mean(axis=1)).T


@also_right("d12-center_rows")
def center_rows(X):
    return np.array([row - sum(row) / len(row) for row in X.astype(float)])


@also_right("d12-center_rows")
def center_rows(X):
    return X - X.mean(axis=1)[:, None]


@also_right("d12-center_rows")
def center_rows(X):
    D = X.shape[1]
    return X @ (np.eye(D) - np.full((D, D), 1 / D))


@mistake("d12-center_rows", "You took away the mean of each column. The mean of a row is taken along the row: the numbers of one row, from left to right.", caught_by="visible")
def center_rows(X):
    return X - X.mean(axis=0)


@mistake("d12-center_rows", "You took one mean away everywhere, that of the whole table. Every row has its own.", caught_by="visible")
def center_rows(X):
    return X - X.mean()


@mistake("d12-center_rows", "Your means lie in a row, so the first mean meets the first column. They need to stand in a column, each beside its row.", caught_by="visible")
def center_rows(X):
    return X - X.mean(axis=1)


@mistake("d12-center_rows", "You returned the means. They are what to take away.", caught_by="visible")
def center_rows(X):
    return X.mean(axis=1)


@mistake("d12-center_rows", "You returned a table of the means, each repeated along its row. They are what to take away.", caught_by="visible")
def center_rows(X):
    return np.zeros(X.shape) + X.mean(axis=1, keepdims=True)


@mistake("d12-center_rows", "You divided by the mean of the row. To bring a row around zero, take the mean away.", caught_by="visible")
def center_rows(X):
    with np.errstate(all="ignore"):
        return X / X.mean(axis=1, keepdims=True)


@mistake("d12-center_rows", "You divided by the standard deviation as well. Those are z-scores (day 8); here only the mean goes.", caught_by="visible")
def center_rows(X):
    centered = X - X.mean(axis=1, keepdims=True)
    spread = centered.std(axis=1, ddof=0, keepdims=True)
    return centered / np.where(spread == 0, 1.0, spread)


@mistake("d12-center_rows", "You took the sum of the row away, not its mean.", caught_by="visible")
def center_rows(X):
    return X - X.sum(axis=1, keepdims=True)


@mistake("d12-center_rows", "You took the median of the row away. The outliers of day 8 keep it apart from the mean.", caught_by="visible")
def center_rows(X):
    return X - np.median(X, axis=1, keepdims=True)


@mistake("d12-center_rows", "The result is right, and the caller's own table has changed with it. The answer should be a new table.", caught_by="hidden")
def center_rows(X):
    if X.dtype.kind != "f":
        return X - X.mean(axis=1, keepdims=True)
    X -= X.mean(axis=1, keepdims=True)
    return X


@mistake("d12-center_rows", "For whole numbers your means are cut to whole numbers, so a half gets lost.", caught_by="hidden")
def center_rows(X):
    return X - X.mean(axis=1, keepdims=True).astype(X.dtype)


@mistake("d12-center_rows", "You returned the means, as a column. They are what to take away.", caught_by="visible")
def center_rows(X):
    return X.mean(axis=1, keepdims=True)


@mistake("d12-center_rows", "You divided the sum of a row by the number of rows. A mean divides by how many numbers were added.", caught_by="visible")
def center_rows(X):
    return X - X.sum(axis=1, keepdims=True) / len(X)


@mistake("d12-center_rows", "The result is right, and the caller's own table has changed with it. The answer should be a new table.", caught_by="hidden")
def center_rows(X):
    X -= X.mean(axis=1, keepdims=True)
    return X


@mistake("d12-center_rows", "You added the mean of the row, where it should be taken away.", caught_by="visible")
def center_rows(X):
    return X + X.mean(axis=1, keepdims=True)


@mistake("d12-center_rows", "The numbers are right, and the table lies on its side: your columns are its rows. Turn it back.", caught_by="visible")
def center_rows(X):
    return X.T - X.mean(axis=1)


@mistake("d12-center_rows", "You divided by the standard deviation as well. Those are z-scores (day 8); here only the mean goes.", caught_by="visible")
def center_rows(X):
    with np.errstate(all="ignore"):
        return (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, ddof=0, keepdims=True)


@mistake("d12-center_rows", "Only the first row came back. The answer has all of them.", caught_by="visible")
def center_rows(X):
    return X[0] - X[0].mean()


hints(
    "d12-center_rows",
    "One mean for each row. Which axis do you average along, and what shape do the means come out in?",
    "X.mean(axis=1) has shape (N,). To stand beside the rows it has to be a column, (N, 1).",
    "keepdims=True keeps the means as a column; take that column away from X.",
)
why(
    "d12-center_rows",
    "Averaging along axis 1 leaves one number for each row. keepdims=True keeps it in shape (N, 1), which broadcasting repeats across the row; shape (N,) would meet the columns, with an error if you are lucky and wrong numbers in a square table.",
)


# ---------------------------------------------------------------- d12-linear_layer


@also_right("d12-linear_layer")
def linear_layer(X, W, b):
    ones = np.full((len(X), 1), 1)
    return np.column_stack([X, ones]) @ np.concatenate([W, b[None, :]])


@also_right("d12-linear_layer")
def linear_layer(X, W, b):
    return np.array([[sum(x * w for x, w in zip(row, column, strict=True)) + c for column, c in zip(W.T, b, strict=True)] for row in X])


@also_right("d12-linear_layer")
def linear_layer(X, W, b):
    return (W.T @ X.T).T + b


@mistake("d12-linear_layer", "Your layer has no bias: an example of zeros scores 0 everywhere.", caught_by="visible")
def linear_layer(X, W, b):
    return X @ W


@mistake("d12-linear_layer", "You took the bias away, where it should be added.", caught_by="visible")
def linear_layer(X, W, b):
    return X @ W - b


@mistake("d12-linear_layer", "Your biases stand in a column, beside the examples: the first example would get the first bias in all of its scores. Each score has its own bias, the same for all examples.", caught_by="visible")
def linear_layer(X, W, b):
    return X @ W + b[:, None]


@mistake("d12-linear_layer", "Your product has the examples as columns, so the biases meet examples where they should meet scores.", caught_by="visible")
def linear_layer(X, W, b):
    return W.T @ X.T + b


@mistake("d12-linear_layer", "You multiplied X and W entry by entry. A score is a whole dot product: an example with a column of W.", caught_by="visible")
def linear_layer(X, W, b):
    return X * W + b


@mistake("d12-linear_layer", "You added up the scores of each example. They are separate answers: one column for each.", caught_by="visible")
def linear_layer(X, W, b):
    return (X @ W + b).sum(axis=1)


@mistake("d12-linear_layer", "You multiplied by the bias, where it should be added.", caught_by="visible")
def linear_layer(X, W, b):
    return (X @ W) * b


@mistake("d12-linear_layer", "You added b to every row of W. So each bias is multiplied by the sum of the example's numbers; it should be added once, after the product.", caught_by="visible")
def linear_layer(X, W, b):
    return X @ (W + b)


@mistake("d12-linear_layer", "The table came out with examples as columns. One example is one row.", caught_by="visible")
def linear_layer(X, W, b):
    return (X @ W + b).T


@mistake("d12-linear_layer", "Your examples meet the rows of W. The weights of one score stand in a column of W, and an example has one number for each row.", caught_by="visible")
def linear_layer(X, W, b):
    return X @ W.T + b


@mistake("d12-linear_layer", "Your W stands before the batch, as the machine does in A @ x. Examples are rows here, so they come first.", caught_by="visible")
def linear_layer(X, W, b):
    return W @ X + b


@mistake("d12-linear_layer", "You computed the first example only. The batch has one row of scores for each example.", caught_by="visible")
def linear_layer(X, W, b):
    return X[0] @ W + b


@mistake("d12-linear_layer", "You added all biases together and gave every score the sum. Each score has its own.", caught_by="visible")
def linear_layer(X, W, b):
    return X @ W + b.sum()


@mistake("d12-linear_layer", "You cut off what is negative. That is ReLU, the bend after a layer; the layer itself lets negative scores through.", caught_by="hidden")
def linear_layer(X, W, b):
    return np.maximum(X @ W + b, 0)


@mistake("d12-linear_layer", "Your W stands before the batch, as the machine does in A @ x. Examples are rows here, so they come first.", caught_by="visible")
def linear_layer(X, W, b):
    return W.T @ X + b


@mistake("d12-linear_layer", "You computed the first example only. The batch has one row of scores for each example.", caught_by="visible")
def linear_layer(X, W, b):
    return X[:1] @ W + b


@mistake("d12-linear_layer", "You returned True and False: which scores are positive. The layer gives the scores themselves.", caught_by="visible")
def linear_layer(X, W, b):
    return X @ W + b > 0


@mistake("d12-linear_layer", "The error says that b has no room for a whole table: b += … writes into b itself. Write X @ W + b, which is a new array.", caught_by="visible")
def linear_layer(X, W, b):
    b += X @ W
    return b


@mistake("d12-linear_layer", "Every score got the same bias, the first. Each score has its own.", caught_by="visible")
def linear_layer(X, W, b):
    return X @ W + b[0]


@mistake("d12-linear_layer", "Your biases stand in a column, beside the examples: the first example would get the first bias in all of its scores. Each score has its own bias, the same for all examples.", caught_by="visible")
def linear_layer(X, W, b):
    out = X @ W
    for i in range(len(b)):
        out[i] += b[i]
    return out


@mistake("d12-linear_layer", "The last score of every example stayed 0: the last column of W was never met.", caught_by="visible")
def linear_layer(X, W, b):
    out = np.zeros((X.shape[0], W.shape[1]))
    for i in range(X.shape[0]):
        for j in range(W.shape[1] - 1):
            out[i, j] = X[i] @ W[:, j] + b[j]
    return out


hints(
    "d12-linear_layer",
    "One example is one row. What does it meet in W, a row or a column? Write the three shapes side by side.",
    "X @ W dots every row of X with every column of W and has shape (N, d_out). What has b to line up with?",
    "b of shape (d_out,) lines up with the last axis by itself: X @ W + b.",
)
why(
    "d12-linear_layer",
    "X @ W has one row for each example and one column for each score. Broadcasting lines b up with the columns and repeats it down the rows, so no loop and no reshaping is needed.",
)


# ---------------------------------------------------------------- d12-map_of


@also_right("d12-map_of")
def map_of(f, n):
    if np.any(np.abs(np.asarray(f(np.zeros(n)))) > 1e-9):
        raise ValueError("not linear")
    images = [np.asarray(f(np.eye(n)[j])) for j in range(n)]
    return np.stack(images, axis=1)


@also_right("d12-map_of")
def map_of(f, n):
    at_zero = f(np.zeros(n))
    for entry in at_zero:
        if not -1e-9 <= entry <= 1e-9:
            raise ValueError("the origin moves")
    A = np.zeros((len(at_zero), n))
    for j in range(n):
        e = np.zeros(n)
        e[j] = 1
        A[:, j] = f(e)
    return A


@also_right("d12-map_of")
def map_of(f, n):
    at_zero = f(np.zeros(n))
    if max(at_zero.max(), -at_zero.min()) > 1e-9:
        raise ValueError("affine")
    return np.array([f(e) - at_zero for e in np.eye(n)]).T


@mistake("d12-map_of", "Your answers to the basis vectors stand as rows. They are the columns of the matrix.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return np.array([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "A machine that moves the origin got a matrix. It has none: a linear machine answers zero with zero, and this has to be asked.", caught_by="visible")
def map_of(f, n):
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "You took f(0) away and went on, so that a machine with an addition gets the matrix of another machine. It should be refused with a ValueError.", caught_by="visible")
def map_of(f, n):
    return np.column_stack([f(e) - f(np.zeros(n)) for e in np.eye(n)])


@mistake("d12-map_of", "One column is missing, the last one: n numbers need n questions.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)[: max(n - 1, 1)]])


@mistake("d12-map_of", "You asked one question only and got one vector back. A matrix needs the answer to every basis vector.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return f(np.eye(n)[0])


@mistake("d12-map_of", "You asked for (1, 1, …, 1), whose answer is the sum of all columns. Basis vectors have a single 1, so that each answer is a single column.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(np.full(n, 1.0)) for _ in range(n)])


@mistake("d12-map_of", "You handed the whole identity matrix to f at once. It takes one vector; what it makes of a table is its own affair, and often wrong.", caught_by="hidden")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return f(np.eye(n))


@mistake("d12-map_of", "You refuse a machine for a rounding error of 1e-12 at the origin. Up to 1e-9 is still zero.", caught_by="hidden")
def map_of(f, n):
    if np.any(f(np.zeros(n)) != 0):
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "A machine that moves the origin to negative numbers got a matrix. How far from 0 is −3?", caught_by="visible")
def map_of(f, n):
    if np.max(f(np.zeros(n))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "You refuse a machine only if it moves the origin in every entry. One entry is enough.", caught_by="hidden")
def map_of(f, n):
    if np.all(np.abs(f(np.zeros(n))) > 1e-9):
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "Entries that cancel hide from your sum: the answer to zero is zero only if each of its entries is.", caught_by="hidden")
def map_of(f, n):
    if abs(np.sum(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "You let a machine through that moves the origin by a millionth. The limit is 1e-9.", caught_by="hidden")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-4:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "Your table has a single column, the answer to one question. A matrix needs the answer to every basis vector.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(np.eye(n)[0])])


@mistake("d12-map_of", "You put the questions side by side, not the answers: f has not been asked.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return np.eye(n)


@mistake("d12-map_of", "You return something for a machine that moves the origin. It has no matrix: raise a ValueError.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        return "ValueError"
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "A machine that moves the origin to negative numbers got a matrix. How far from 0 is −3?", caught_by="visible")
def map_of(f, n):
    if np.sum(f(np.zeros(n))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "You return something for a machine that moves the origin. It has no matrix: raise a ValueError.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        return ValueError
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "The error says that an if needs one True or False; your comparison gives one for each entry. Ask whether any of them is True.", caught_by="visible")
def map_of(f, n):
    if abs(f(np.zeros(n))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "You refuse the machines that leave the origin where it is, and let others through. The condition is turned round.", caught_by="visible")
def map_of(f, n):
    if np.all(np.abs(f(np.zeros(n))) < 1e-9):
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "You asked f for the numbers 0, 1, 2, …. It takes vectors: ask for the rows of np.eye(n).", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(j) for j in range(n)])


@mistake("d12-map_of", "Your questions have three entries, whatever n is.", caught_by="hidden")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(3)))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(3)])


@mistake("d12-map_of", "You asked f for the number 0, and the error came from inside f: it takes a vector. Ask for n zeros.", caught_by="visible")
def map_of(f, n):
    if (abs(f(0)) > 1e-9).any():
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "You asked f for the number 0, and the error came from inside f: it takes a vector. Ask for n zeros.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(0))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "Machines that leave the origin where it is were refused. Which vector did you ask for, and is it zero?", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.full(n, 1.0)))) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "Your answers stand one behind the other in one long row. Each of them is a column of its own: put them side by side.", caught_by="visible")
def map_of(f, n):
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("not linear")
    return np.concatenate([f(e) for e in np.eye(n)])


@mistake("d12-map_of", "You looked at the first entry of the answer to zero only. Every entry has to stay.", caught_by="hidden")
def map_of(f, n):
    if abs(f(np.zeros(n))[0]) > 1e-9:
        raise ValueError("not linear")
    return np.column_stack([f(e) for e in np.eye(n)])


hints(
    "d12-map_of",
    "Which n + 1 questions do you ask, and which of them comes first?",
    "Ask f(np.zeros(n)): is an entry too far from 0, on either side? Then ask for every row e of np.eye(n).",
    "np.max(np.abs(f(np.zeros(n)))) > 1e-9 means refuse. Otherwise np.column_stack of the list of all f(e).",
)
why(
    "d12-map_of",
    "Column j of a matrix is the image of basis vector j, so n questions give the whole table. The question to zero comes first because an affine machine would answer all others without complaint, and its table would be wrong for every other vector.",
)


# ---------------------------------------------------------------- d12-draw_grid


@also_right("d12-draw_grid")
def draw_grid(ax, A):
    ts = np.linspace(-2, 2, 41)
    for k in [-2, -1, 0, 1, 2]:
        ax.plot(A[0, 0] * k + A[0, 1] * ts, A[1, 0] * k + A[1, 1] * ts, "b")
        ax.plot(A[0, 0] * ts + A[0, 1] * k, A[1, 0] * ts + A[1, 1] * k, "r--")
    ax.set_aspect("equal")


@also_right("d12-draw_grid")
def draw_grid(ax, A):
    for k in range(-2, 3):
        for start, end in (((k, 2), (k, -2)), ((2, k), (-2, k))):
            p, q = A @ np.array(start), A @ np.array(end)
            ax.plot([start[0], end[0]], [start[1], end[1]], ":", color="gray")
            ax.plot([p[0], q[0]], [p[1], q[1]])
    ax.set(aspect="equal", xlabel="x", ylabel="y", title="The grid, moved")


def _grid(ax, A, *, ks=range(-2, 3), lo=-2, hi=2, upright=True, level=True, swap=False, equal=True):
    """The reference drawing with one thing changed; the mistakes below share it."""
    for k in ks:
        lines = [[[k, lo], [k, hi]]] * upright + [[[lo, k], [hi, k]]] * level
        for ends in lines:
            moved = np.array(ends) @ A.T
            ax.plot(moved[:, 1], moved[:, 0]) if swap else ax.plot(moved[:, 0], moved[:, 1])
    if equal:
        ax.set(aspect="equal")


@mistake("d12-draw_grid", "In your drawing the point (1, 0) goes to the first row of A. It belongs at the first column: the columns are the places where the basis vectors go.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A.T)


@mistake("d12-draw_grid", "You drew the grid as it was before the machine.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, np.eye(2))


@mistake("d12-draw_grid", "Only the upright lines are drawn; the level lines, for y = −2, …, 2, are missing.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, level=False)


@mistake("d12-draw_grid", "Only the level lines are drawn; the upright lines, for x = −2, …, 2, are missing.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, upright=False)


@mistake("d12-draw_grid", "The lines for k = 2 are missing: you stopped at 1.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, ks=range(-2, 2))


@mistake("d12-draw_grid", "Your lines begin at 0. The grid reaches from −2 to 2, on both sides of the origin.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, lo=0)


@mistake("d12-draw_grid", "The two entries of a point have changed places: what should lie across stands upright.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, swap=True)


@mistake("d12-draw_grid", "The lines are right, and the axes have unequal units, so right angles and lengths look wrong.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, equal=False)


@mistake("d12-draw_grid", "The Axes that you were given stays empty. Is every line drawn with ax.plot, not plt.plot, and do your loops run?", caught_by="visible")
def draw_grid(ax, A):
    fig, other = plt.subplots()
    _grid(other, A)
    plt.close(fig)


@mistake("d12-draw_grid", "Your lines join the images of the whole points x = k on one level, not the two ends of a line of the grid.", caught_by="visible")
def draw_grid(ax, A):
    for k in range(-2, 3):
        ends = np.array([[k, -2], [k + 1, 2]]) @ A.T
        ax.plot(ends[:, 0], ends[:, 1])
        ends = np.array([[-2, k], [2, k + 1]]) @ A.T
        ax.plot(ends[:, 0], ends[:, 1])
    ax.set(aspect="equal")


@mistake("d12-draw_grid", "You gave plot the two ends of a line as if one were all x and the other all y. The first list holds the x of both ends, the second the y of both.", caught_by="visible")
def draw_grid(ax, A):
    for k in range(-2, 3):
        ax.plot(A @ np.array([k, -2]), A @ np.array([k, 2]))
        ax.plot(A @ np.array([-2, k]), A @ np.array([2, k]))
    ax.set(aspect="equal")


@mistake("d12-draw_grid", "A met your table of ends from the wrong side, and mixed the two points with each other. One point is one row, and its two entries belong together.", caught_by="visible")
def draw_grid(ax, A):
    for k in range(-2, 3):
        for ends in ([[k, -2], [k, 2]], [[-2, k], [2, k]]):
            moved = A @ np.array(ends)
            ax.plot(moved[:, 0], moved[:, 1])
    ax.set(aspect="equal")


@mistake("d12-draw_grid", "You drew the ends as points. A grid needs the lines between them.", caught_by="visible")
def draw_grid(ax, A):
    for k in range(-2, 3):
        for ends in ([[k, -2], [k, 2]], [[-2, k], [2, k]]):
            moved = np.array(ends) @ A.T
            ax.scatter(moved[:, 0], moved[:, 1])
    ax.set(aspect="equal")


@mistake("d12-draw_grid", "The lines for negative k are missing: half of the grid lies on the other side of the origin.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, ks=range(0, 3))


@mistake("d12-draw_grid", "Only the two lines through the origin are drawn. The grid has five in each direction.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, ks=[0])


@mistake("d12-draw_grid", "The Axes that you were given stays empty. Is every line drawn with ax.plot, not plt.plot, and do your loops run?", caught_by="visible")
def draw_grid(ax, A):
    fig, other = plt.subplots()
    _grid(other, A)
    plt.close(fig)
    ax.set(aspect="equal")


@mistake("d12-draw_grid", "Your lines stand at k = 0 to 4. They belong at −2 to 2.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, ks=range(5))


@mistake("d12-draw_grid", "Your lines are half as long as they should be: they reach from −1 to 1, not from −2 to 2.", caught_by="visible")
def draw_grid(ax, A):
    _grid(ax, A, lo=-1, hi=1)


@mistake("d12-draw_grid", "You drew one single line through all the ends. Each line of the grid needs a plot of its own.", caught_by="visible")
def draw_grid(ax, A):
    points = [p for k in range(-2, 3) for p in ([k, -2], [k, 2], [-2, k], [2, k])]
    moved = np.array(points) @ A.T
    ax.plot(moved[:, 0], moved[:, 1])
    ax.set(aspect="equal")


@mistake("d12-draw_grid", "You multiplied the ends of a line with A entry by entry. Each end goes through the machine: a product with @.", caught_by="visible")
def draw_grid(ax, A):
    for k in range(-2, 3):
        for ends in ([[k, -2], [k, 2]], [[-2, k], [2, k]]):
            moved = np.array(ends) * A
            ax.plot(moved[:, 0], moved[:, 1])
    ax.set(aspect="equal")


@mistake("d12-draw_grid", "You drew the points of the grid. It needs the lines between them.", caught_by="visible")
def draw_grid(ax, A):
    for x in range(-2, 3):
        for y in range(-2, 3):
            p = A @ np.array([x, y])
            ax.plot(p[0], p[1], "o")
    ax.set(aspect="equal")


hints(
    "d12-draw_grid",
    "Take one line, x = 1. What are its two ends before the machine, and where are they after it?",
    "For every k from −2 to 2 there is an upright line with the ends (k, −2), (k, 2) and a level line with the ends (−2, k), (2, k).",
    "With the two ends as rows of an array, ends @ A.T holds the moved ends; plot its first column against its second.",
)
why(
    "d12-draw_grid",
    "A linear machine sends the points between two ends to the points between the two images, in the same shares, so a line of the grid is known by two points. Putting the ends into rows lets `@ A.T` move both at once.",
)


# ---------------------------------------------------------------- d12-is_linear


@also_right("d12-is_linear")
def is_linear(f, n, rng):
    A = np.column_stack([f(e) for e in np.eye(n)])
    points = [np.zeros(n)] + [rng.normal(size=n) for _ in range(20)]
    return all(np.allclose(f(x), A @ x, rtol=1e-8, atol=1e-8) for x in points)


@also_right("d12-is_linear")
def is_linear(f, n, rng):
    for _ in range(25):
        x, y = rng.uniform(-3, 3, size=(2, n))
        a, b = rng.uniform(-2, 2, size=2)
        if not np.allclose(f(a * x + b * y), a * f(x) + b * f(y), rtol=1e-9, atol=1e-9):
            return False
    return True


@also_right("d12-is_linear")
def is_linear(f, n, rng):
    pairs = [(rng.normal(size=n), rng.normal(size=n)) for _ in range(30)]
    return bool(all(np.allclose(f(x - y), f(x) - f(y), rtol=1e-9, atol=1e-9) for x, y in pairs) and np.allclose(f(np.zeros(n)), 0, rtol=0, atol=1e-9))


@mistake("d12-is_linear", "The median was taken for linear: its multiples fit, and that was enough. Sums have to go to sums as well.", caught_by="hidden")
def is_linear(f, n, rng):
    for _ in range(10):
        x, a = rng.normal(size=n), rng.normal()
        if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9):
            return False
    return True


@mistake("d12-is_linear", "You asked only whether the origin stays. That catches an addition; squares and medians leave the origin in place, too.", caught_by="visible")
def is_linear(f, n, rng):
    return bool(np.allclose(f(np.zeros(n)), 0, rtol=0, atol=1e-9))


@mistake("d12-is_linear", "A machine that adds a fixed vector was taken for linear.", caught_by="visible")
def is_linear(f, n, rng):
    c = f(np.zeros(n))
    for _ in range(10):
        x, y = rng.normal(size=n), rng.normal(size=n)
        if not np.allclose(f(x + y) - c, f(x) - c + f(y) - c, rtol=1e-9, atol=1e-9):
            return False
    return True


@mistake("d12-is_linear", "Even a matrix was refused. The two sides round differently, so they have to be compared with a tolerance.", caught_by="hidden")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        if not (np.all(f(x + y) == f(x) + f(y)) and np.all(f(2 * x) == 2 * f(x))):
            return False
    return True


@mistake("d12-is_linear", "Your vectors and factors are all positive. A machine that drops signs behaves well there; negative ones give it away.", caught_by="visible")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.uniform(size=n), rng.uniform(size=n), rng.uniform()
        if not (np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9) and np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9)):
            return False
    return True


@mistake("d12-is_linear", "The median was taken for linear: its multiples fit, and that was enough. Sums have to go to sums as well.", caught_by="hidden")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        if not (np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9) or np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9)):
            return False
    return True


@mistake("d12-is_linear", "Your tolerance is too wide: an addition of a millionth went through.", caught_by="hidden")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        if not (np.allclose(f(x + y), f(x) + f(y), rtol=1e-3, atol=1e-3) and np.allclose(f(a * x), a * f(x), rtol=1e-3, atol=1e-3)):
            return False
    return True


@mistake("d12-is_linear", "Dropping the signs was taken for linear: it agrees with every stretching by a positive number. Try sums of two different vectors, and negative factors.", caught_by="visible")
def is_linear(f, n, rng):
    x = rng.normal(size=n)
    return bool(np.allclose(f(3 * x), 3 * f(x), rtol=1e-9, atol=1e-9))


@mistake("d12-is_linear", "True and False have changed places.", caught_by="visible")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y = rng.normal(size=n), rng.normal(size=n)
        if np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9):
            return False
    return True


@mistake("d12-is_linear", "Your tolerance is too wide: an addition of a millionth went through.", caught_by="hidden")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        if not (np.allclose(f(x + y), f(x) + f(y)) and np.allclose(f(a * x), a * f(x))):
            return False
    return True


@mistake("d12-is_linear", "Your answer is that of the last comparison alone. One failure, anywhere, is enough for False.", caught_by="visible")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        fair = np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9)
        fair = np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9)
    return fair


@mistake("d12-is_linear", "A machine that obeys the rule gets False, and one that breaks both halves gets True. False belongs to the half that fails.", caught_by="visible")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        if np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9):
            return False
        if np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9):
            return False
    return True


@mistake("d12-is_linear", "Every machine gets False, even doubling. There f(x + y) is f(x) + f(y), and f(a x) is a times f(x): which of your lines says False all the same?", caught_by="visible")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        if not np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9):
            return False
        if not np.allclose(f(a * x), f(x), rtol=1e-9, atol=1e-9):
            return False
    return True


@mistake("d12-is_linear", "You tried f on single numbers. It takes vectors with n entries: rng.normal needs its size.", caught_by="hidden")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y, a = rng.normal(), rng.normal(), rng.normal()
        if not np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9):
            return False
        if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9):
            return False
    return True


@also_right("d12-is_linear")
def is_linear(f, n, rng):
    for _ in range(10):
        x, y = rng.normal(size=n), rng.normal(size=n)
        if not np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9):
            return False
    return True


hints(
    "d12-is_linear",
    "Write the two halves of the rule as two comparisons. Which random things does each of them need?",
    "Draw x and y with rng.normal(size=n) and a with rng.normal(); compare f(x + y) with f(x) + f(y), and f(a * x) with a * f(x).",
    "In a loop of ten: if not np.allclose(left, right, rtol=1e-9, atol=1e-9): return False. After the loop: return True.",
)
why(
    "d12-is_linear",
    "A single failure proves that a machine is not linear; ten successes at random points only make it very likely that it is. The early return belongs to the failures, the True stands after the loop.",
)


equivalent("d12-matvec_cols", "total = total + float(x[j]) * A[:, j] → total = total + (x[j]) * A[:, j]", "only whole numbers too large for their type would differ")
equivalent("d12-map_of", "if np.max(np.abs(f(np.zeros(n)))) > 1e-9: → if np.max(np.abs(f(np.zeros(n)))) >= 1e-9:", "no machine meets the limit exactly but by accident")
equivalent("d12-map_of", "if np.max(np.abs(f(np.zeros(n)))) > 1e-9: → if np.max(np.abs(f(np.zeros(n)))) > (2e-09):", "the limit parts rounding errors from offsets; a factor of two changes neither")
equivalent("d12-draw_grid", "for k in range(-2, 3): → for k in range(- 3, 3):", "more lines may be drawn")
equivalent("d12-draw_grid", "for k in range(-2, 3): → for k in range(-2, 4):", "more lines may be drawn")
equivalent("d12-draw_grid", "moved = np.array(ends) @ A.T → moved = (ends) @ A.T", "numpy turns the list into an array by itself")
equivalent("d12-is_linear", "for _ in range(10): → for _ in range( 11):", "ten pairs or a few more or less")
equivalent("d12-is_linear", "for _ in range(10): → for _ in range( 9):", "ten pairs or a few more or less")
equivalent("d12-is_linear", "for _ in range(10): → for _ in list(range(10))[1:]:", "ten pairs or a few more or less")
equivalent("d12-is_linear", "for _ in range(10): → for _ in list(range(10))[:-1]:", "ten pairs or a few more or less")
equivalent("d12-is_linear", "if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9): / return False → pass", "a machine that keeps sums and is not wildly torn keeps multiples, too")
equivalent("d12-is_linear", "if not np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9): → if not np.allclose(f(x + y), f(x) + f(y), rtol=(2e-09), atol=1e-9):", "as small as the first")
equivalent("d12-is_linear", "if not np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9): → if not np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=(2e-09)):", "as small as the first")
equivalent("d12-is_linear", "if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9): → if not np.allclose(f(a * x), a * f(x), rtol=(2e-09), atol=1e-9):", "as small as the first")
equivalent("d12-is_linear", "if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9): → if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=(2e-09)):", "as small as the first")
equivalent("d12-is_linear", "if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9): → if not np.allclose(f(a * x), a * f(x), rtol= 1.000000001, atol=1e-9):", "the sums say it already")
equivalent("d12-is_linear", "if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9): → if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol= 1.000000001):", "the sums say it already")
