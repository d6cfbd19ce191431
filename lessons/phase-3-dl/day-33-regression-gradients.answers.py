"""Right and wrong answers to day 33: gradients of regression, vectorized."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import intersect, sigmoid, vjp_linear

# ---------------------------------------------------------------- d33-review


@also_right("d33-review")
def review_33(h1, e1, h2, e2):
    return (np.log10(e1) - np.log10(e2)) / (np.log10(h1) - np.log10(h2))


@also_right("d33-review")
def review_33(h1, e1, h2, e2):
    m, b = np.polyfit(np.log([h1, h2]), np.log([e1, e2]), 1)
    return m


@mistake("d33-review", "Your quotient is upside down: the error's powers stand above, the step's below.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(h1 / h2) / np.float64(np.log(e1 / e2))


@mistake("d33-review", "You compared the errors and the steps by their quotients. On log axes their logarithms are compared.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return (e1 / e2) / (h1 / h2)


@mistake("d33-review", "You took the slope on plain axes. An order is a slope on log-log axes.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return (e1 - e2) / (h1 - h2)


@mistake("d33-review", "Only the errors are on a log axis in your answer. The steps are, too.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log(e1 / e2) / (h1 - h2)


@mistake("d33-review", "You divided logarithms of single numbers where quotients belong: log of e₁ over log of e₂ is not log of e₁/e₂.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.float64(np.log(e1)) / np.log(e2) / (np.float64(np.log(h1)) / np.log(h2))


@mistake("d33-review", "You joined each error with its own step. Compare the two errors with each other, and the two steps.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log(e1 / h1) / np.log(e2 / h2)


@mistake("d33-review", "You returned how many powers of e the error falls, without dividing by those of the step.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log(e1 / e2)


@mistake("d33-review", "Your answer has the opposite sign: it goes down where the error falls with the step.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log(e2 / e1) / np.log(h1 / h2)


@mistake("d33-review", "You took one logarithm from the other, or one of both quotients together. An order is the quotient of two logarithms.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log((e1 / e2) / (h1 / h2))


@mistake("d33-review", "The errors are on a log axis to the base 10 and the steps on one to the base e. Take the same for both.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log10(e1 / e2) / np.log(h1 / h2)


@mistake("d33-review", "Only the steps are on a log axis in your answer. The errors are, too.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return (e1 / e2) / np.log(h1 / h2)


@mistake("d33-review", "You rounded the order to a whole number. It need not be one.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return round(float(np.log(e1 / e2) / np.log(h1 / h2)))


@mistake("d33-review", "The sign of the order is lost. An error that grows as the step shrinks has an order below 0.", caught_by="hidden")
def review_33(h1, e1, h2, e2):
    return abs(np.log(e1 / e2) / np.log(h1 / h2))


@mistake("d33-review", "Only the quotient of the errors has a logarithm in your answer. That of the steps needs one, too.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log(e1 / e2) / (h1 / h2)


@mistake("d33-review", "You took logarithms of differences. Wanted are differences of logarithms, which are logarithms of quotients.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e1 - e2) / np.log(h1 - h2)


@mistake("d33-review", "Only h₁ stands under the lower logarithm, and h₂ divides on its own. The logarithm belongs to the quotient h₁/h₂.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e1 / e2) / np.float64(np.log(h1)) / h2


@mistake("d33-review", "Only e₁ stands under the upper logarithm, and e₂ divides on its own. The logarithm belongs to the quotient e₁/e₂.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log(e1) / e2 / np.log(h1 / h2)


@mistake("d33-review", "A division comes before a minus: your answer is log e₁ less log e₂ / log h₁ less log h₂. Each difference needs its brackets.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e1) - np.log(e2) / np.float64(np.log(h1)) - np.log(h2)


@mistake("d33-review", "You returned how many powers of 2 the error falls, without dividing by those of the step.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log2(e1 / e2)


@mistake("d33-review", "You returned how many powers of 10 the error falls, without dividing by those of the step.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log10(e1 / e2)


@mistake("d33-review", "What stands after the point is lost: you divided whole.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e1 // e2) / np.float64(np.log(h1 // h2))


@mistake("d33-review", "Your slope is that of the line from one point to the place where h and the error are 1. It takes both points.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e1) / np.float64(np.log(h1))


@mistake("d33-review", "Your slope is that of the line from one point to the place where h and the error are 1. It takes both points.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e2) / np.float64(np.log(h2))


@mistake("d33-review", "The exponential is the logarithm backward. Equal steps on a log axis are equal quotients: take np.log.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.exp(e1 / e2) / np.exp(h1 / h2)


@mistake("d33-review", "You divided four numbers in a row under one logarithm. An order is the quotient of two logarithms.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.log(e1 / e2 / h1 / h2)


@mistake("d33-review", "Your number is the height of the line where log h is 0, its intercept. The order is its slope.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.polyfit(np.log([h1, h2]), np.log([e1, e2]), 1)[1]


@mistake("d33-review", "Your quotient is upside down: the error's powers stand above, the step's below.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.polyfit(np.log([e1, e2]), np.log([h1, h2]), 1)[0]


@mistake("d33-review", "You took the slope on plain axes. An order is a slope on log-log axes.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    return np.polyfit([h1, h2], [e1, e2], 1)[0]


@mistake("d33-review", "Your lower logarithm has one step alone. The way on the log axis goes from one step to the other.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e1 / e2) / np.float64(np.log(h2))


@mistake("d33-review", "Your lower logarithm has one step alone. The way on the log axis goes from one step to the other.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e1 / e2) / np.float64(np.log(h1))


@mistake("d33-review", "You joined each error with the other's step. Compare the two errors with each other, and the two steps.", caught_by="visible")
def review_33(h1, e1, h2, e2):
    with np.errstate(all="ignore"):
        return np.log(e1 / h2) / np.log(h1 / e2)


hints(
    "d33-review",
    "A slope is a rise over a run. On log axes both are differences of logarithms.",
    "log(e1) − log(e2) is log(e1 / e2).",
    "np.log(e1 / e2) / np.log(h1 / h2).",
)
why(
    "d33-review",
    "If the error is c times h to the power k, the quotient of two errors is the quotient of the steps to the power k; the c drops out, and logarithms bring the k down.",
)


# ---------------------------------------------------------------- d33-grad_lstsq


@also_right("d33-grad_lstsq")
def grad_lstsq(X, y, w, lam):
    out = (X @ w)[:, None]
    behind = 2 * (out - np.asarray(y)[:, None]) / len(y)
    return vjp_linear(X, np.asarray(w)[:, None], np.zeros(1), behind)[1][:, 0] + 2 * lam * w


@also_right("d33-grad_lstsq")
def grad_lstsq(X, y, w, lam):
    total = np.zeros(len(w))
    for row, target in zip(X, y):
        total += 2 * (row @ w - target) * row
    return total / len(X) + lam * (w + w)


@mistake("d33-grad_lstsq", "You added over the rows. The loss is a mean: divide by their number.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) + 2 * lam * w


@mistake("d33-grad_lstsq", "The 2 of the squared residuals is missing.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return X.T @ (X @ w - y) / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "Your residuals have the wrong sign: prediction less target, not the other way round.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (y - X @ w) / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "The 2 of the squared weights is missing in the price.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + lam * w


@mistake("d33-grad_lstsq", "The price is missing in your gradient.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y)


@mistake("d33-grad_lstsq", "Your price is a number, the squared length of w. In the gradient each weight has its own slope.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + lam * w @ w


@mistake("d33-grad_lstsq", "The first weight has no price in your gradient. Here all of w have.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w * (np.arange(len(w)) > 0)


@mistake("d33-grad_lstsq", "The price is divided by the number of rows. Only the squared residuals are a mean.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * (X.T @ (X @ w - y) + lam * w) / len(y)


@mistake("d33-grad_lstsq", "The price is taken away. It is added to the loss, and its slopes are added, too.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) - 2 * lam * w


@mistake("d33-grad_lstsq", "You returned the loss. Its slopes are wanted, one for each weight.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return ((X @ w - y) ** 2).mean() + lam * w @ w


@mistake("d33-grad_lstsq", "You returned something for every row, or a table. The product with the transposed X sums over the rows.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * (X @ w - y)


@mistake("d33-grad_lstsq", "The residuals are missing in your product: it has the targets or the predictions alone.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w) / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "You divided by the number of weights. The mean is over the rows.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(w) + 2 * lam * w


@mistake("d33-grad_lstsq", "The residuals are squared in your gradient. The slope of a square is two times what stands in it.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) ** 2 / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "Only the targets are divided by the number of rows. The whole product is.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y / len(y)) + 2 * lam * w


@mistake("d33-grad_lstsq", "Your price adds the same number to each slope: the weight itself is missing in it.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * lam


@mistake("d33-grad_lstsq", "Your price has the squares of the weights. The slope of a square is two times what stands in it.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + lam * w**2


@mistake("d33-grad_lstsq", "Your residuals' part is one number for all weights. Each weight has its own.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * np.mean(X.T @ (X @ w - y)) + 2 * lam * w


@mistake("d33-grad_lstsq", "You returned something for every row, or a table. The product with the transposed X sums over the rows.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X * (X @ w - y)[:, None] / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "You multiplied the residuals by X itself. The transposed X has a row for each weight.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 / len(y) * X @ (X @ w - y) + 2 * lam * w


@mistake("d33-grad_lstsq", "The features are missing: you gave each weight twice the mean residual. Each residual counts times the weight's feature.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * (X @ w - y).mean() + 2 * lam * w


@mistake("d33-grad_lstsq", "Your residuals' part is one number for all weights. Each weight has its own.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return (2 * X * (X @ w - y)[:, None]).mean() + 2 * lam * w


@mistake("d33-grad_lstsq", "You went back through X with the predictions and took the targets away afterwards. Residuals first: X @ w − y in brackets.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 / len(y) * X.T @ X @ w - y + 2 * lam * w


@mistake("d33-grad_lstsq", "You went back through X with the predictions and took the targets away afterwards. Residuals first: X @ w − y in brackets.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * (X.T @ X @ w - y) / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "The sign of the residuals is lost. Too much and too little pull in opposite directions.", caught_by="hidden")
def grad_lstsq(X, y, w, lam):
    return 2 / len(y) * X.T @ abs(X @ w - y) + 2 * lam * w


@mistake("d33-grad_lstsq", "Only the last row has a say in your answer. Add up over all rows.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * (X[-1] @ w - y[-1]) * X[-1] / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "Only the last row has a say in your answer. Add up over all rows.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * (X[-1] @ w - y[-1]) * X[-1] + 2 * lam * w


@mistake("d33-grad_lstsq", "Only the first row has a say in your answer. Add up over all rows before you return.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * (X[0] @ w - y[0]) * X[0] / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "Only the first row has a say in your answer. Add up over all rows before you return.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * (X[0] @ w - y[0]) * X[0] + 2 * lam * w


@mistake("d33-grad_lstsq", "The price is added once for each row. It stands once, beside the mean.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 / len(y) * X.T @ (X @ w - y) + len(y) * 2 * lam * w


@mistake("d33-grad_lstsq", "You averaged over the features of each row. The mean is over the rows.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return (2 * X * (X @ w - y)[:, None]).mean(axis=1) + 2 * lam * w


@mistake("d33-grad_lstsq", "The product raises a ValueError: a column was added to X, and w has no weight for it. X has all its columns.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    X = np.column_stack([np.ones(len(X)), X])
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "2 over the number of rows is divided whole in your answer, which is 0 for three rows. Divide with one stroke.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 // len(y) * X.T @ (X @ w - y) + 2 * lam * w


@mistake("d33-grad_lstsq", "You solved for the best weights. The slope at the given w is wanted.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(len(w)), X.T @ y)


@mistake("d33-grad_lstsq", "You solved for the best weights. The slope at the given w is wanted.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return np.linalg.solve(X.T @ X / len(y) + lam * np.eye(len(w)), X.T @ y / len(y))


@mistake("d33-grad_lstsq", "You divided by the number of entries of X. The mean is over the rows.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / X.size + 2 * lam * w


@mistake("d33-grad_lstsq", "Where the weights are whole numbers your slopes are cut to whole ones, as in an array that has their type. Use np.zeros(len(w)).", caught_by="hidden")
def grad_lstsq(X, y, w, lam):
    return (2 / len(y) * X.T @ (X @ w - y) + 2 * lam * w).astype(w.dtype)


@mistake("d33-grad_lstsq", "Your mean divides by the number of rows less one.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    with np.errstate(all="ignore"):
        return 2 * X.T @ (X @ w - y) / np.float64(len(y) - 1) + 2 * lam * w


@mistake("d33-grad_lstsq", "A factor 2 too many in the price: λ times w squared has the slope 2λ times w.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 / len(y) * X.T @ (X @ w - y) + 4 * lam * w


@mistake("d33-grad_lstsq", "The part of the residuals is twice as large as it should be: a mean of squares brings one factor 2.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "Your price adds the same number to each slope, the length of w. Each weight pays for itself.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * np.linalg.norm(w)


@mistake("d33-grad_lstsq", "The sign of the weights is lost in your price. A weight below 0 is pulled up, so its slope is below 0.", caught_by="hidden")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * abs(w)


@mistake("d33-grad_lstsq", "Your price looks at the signs of the weights alone. The slope of a square is two times what stands in it.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + lam * np.sign(w)


@mistake("d33-grad_lstsq", "Your price looks at the signs of the weights alone. The slope of a square is two times what stands in it.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * np.sign(w)


@mistake("d33-grad_lstsq", "You multiplied two sums. Asked is the sum of the products: each feature with the residual of its own row.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.sum(axis=0) * (X @ w - y).sum() / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "You multiplied two means. Asked is the mean of the products: each feature with the residual of its own row.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.mean(axis=0) * (X @ w - y).mean() + 2 * lam * w


@mistake("d33-grad_lstsq", "You took a step: your answer is w less the gradient. The gradient alone is wanted.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return w - (2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w)


@mistake("d33-grad_lstsq", "Your predictions are the product w @ X, which raises a ValueError or mixes rows with columns. They are X @ w.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (w @ X - y) / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "All rows have the same prediction in your answer, the sum of all their products. Each row has its own.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ ((X * w).sum() - y) / len(y) + 2 * lam * w


@mistake("d33-grad_lstsq", "The price is divided by the number of weights. Only the squared residuals are a mean, and that over the rows.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w / len(w)


@mistake("d33-grad_lstsq", "λ is squared in your price. It multiplies the squares of the weights, and is no square itself.", caught_by="hidden")
def grad_lstsq(X, y, w, lam):
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * lam**2 * w


@mistake("d33-grad_lstsq", "The slope of the first weight is always 0 in your answer. Every weight has one.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    g = 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w
    return np.where(np.arange(len(w)) == 0, 0.0, g)


@mistake("d33-grad_lstsq", "The slope of the last weight is always 0 in your answer. Every weight has one.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    g = 2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w
    return np.where(np.arange(len(w)) == len(w) - 1, 0.0, g)


@mistake("d33-grad_lstsq", "Your slopes stand in a column, one below the other in a table. A plain row of D numbers is wanted.", caught_by="visible")
def grad_lstsq(X, y, w, lam):
    return (2 * X.T @ (X @ w - y) / len(y) + 2 * lam * w)[:, None]


hints(
    "d33-grad_lstsq",
    "First the residuals, prediction less target. Which product of X with them has one number for each weight?",
    "2 * X.T @ r / len(y), with r = X @ w − y. What is the slope of lam · w_j² in w_j?",
    "2 * X.T @ (X @ w − y) / len(y) + 2 * lam * w.",
)
why(
    "d33-grad_lstsq",
    "The mean of squares hands 2r/N to each prediction; back through X this becomes X transposed times it, since a weight is used in every row and its slope there is the feature. The price is a sum of squares of single weights.",
)


# ---------------------------------------------------------------- d33-grad_logistic


@also_right("d33-grad_logistic")
def grad_logistic(X, y, w):
    total = np.zeros(len(w))
    for row, label in zip(X, y):
        total += (sigmoid(row @ w) - label) * row
    return total / len(X)


@also_right("d33-grad_logistic")
def grad_logistic(X, y, w):
    z = X @ w
    m = np.where(np.asarray(y) == 1, z, -z)
    pull = np.where(np.asarray(y) == 1, -1.0, 1.0) * sigmoid(-m)
    return (pull[:, None] * X).mean(axis=0)


@mistake("d33-grad_logistic", "You took what was said from what was true: y − p. That is the way down; the gradient points up.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (y - sigmoid(X @ w)) / len(y)


@mistake("d33-grad_logistic", "You added over the rows. The loss is a mean: divide by their number.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - y)


@mistake("d33-grad_logistic", "A factor p(1 − p) too many: that belongs to squared misses of probabilities, not to the surprise.", caught_by="visible")
def grad_logistic(X, y, w):
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / len(y)


@mistake("d33-grad_logistic", "A factor 2 too many: it belongs to squares, and the surprise has none.", caught_by="visible")
def grad_logistic(X, y, w):
    return 2 * X.T @ (sigmoid(X @ w) - y) / len(y)


@mistake("d33-grad_logistic", "The sigmoid is missing: you compared the scores themselves with the labels.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (X @ w - y) / len(y)


@mistake("d33-grad_logistic", "You read the labels as −1 and 1. They are 0 and 1.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - (2 * y.astype(float) - 1)) / len(y)


@mistake("d33-grad_logistic", "Only what the model said has a say in your answer: the labels are missing.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ sigmoid(X @ w) / len(y)


@mistake("d33-grad_logistic", "You returned p − y for every row. Back through X each weight receives a mean of products.", caught_by="visible")
def grad_logistic(X, y, w):
    return (sigmoid(X @ w) - y) / len(y)


@mistake("d33-grad_logistic", "You rounded the probabilities to 0 or 1 first. A step has no slope; take them as they are.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ ((X @ w > 0) - 1.0 * y) / len(y)


@mistake("d33-grad_logistic", "You divided by the number of weights. The mean is over the rows.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) / len(w)


@mistake("d33-grad_logistic", "You returned the loss. Its slopes are wanted, one for each weight.", caught_by="visible")
def grad_logistic(X, y, w):
    z = X @ w
    return np.log1p(np.exp(-abs(z))).mean()


@mistake("d33-grad_logistic", "You returned one number: the mean over rows and weights together. Each weight has its own slope.", caught_by="visible")
def grad_logistic(X, y, w):
    return (X.T @ (sigmoid(X @ w) - y)).mean()


@mistake("d33-grad_logistic", "For scores far out your gradient is not a number: the exponential overflows. The sigmoid of your toolbox does not.", caught_by="hidden")
def grad_logistic(X, y, w):
    z = X @ w
    with np.errstate(all="ignore"):
        return X.T @ (np.exp(1.0 * z) / (1 + np.exp(1.0 * z)) - y) / len(y)


@mistake("d33-grad_logistic", "You took the label away before the sigmoid. It is taken from the probability.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ sigmoid(X @ w - y) / len(y)


@mistake("d33-grad_logistic", "You multiplied two means. Asked is the mean of the products: each feature with the miss of its own row.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.mean(axis=0) * (sigmoid(X @ w) - y).mean()


@mistake("d33-grad_logistic", "Only the examples with the label 1 have a say in your answer.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (y * (sigmoid(X @ w) - y)) / len(y)


@mistake("d33-grad_logistic", "Your probabilities are those of the label 0. Take the sigmoid of the score as it is.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(-(X @ w)) - y) / len(y)


@mistake("d33-grad_logistic", "Your slopes are multiplied by the weights. The slope of a score in a weight is the feature alone.", caught_by="visible")
def grad_logistic(X, y, w):
    return w * (X.T @ (sigmoid(X @ w) - y)) / len(y)


@mistake("d33-grad_logistic", "The sign of the misses is lost. Too much and too little pull in opposite directions.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ abs(sigmoid(X @ w) - y) / len(y)


@mistake("d33-grad_logistic", "You squeezed the scores with tanh, which ends at −1 and 1. Probabilities come from the sigmoid.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (np.tanh(X @ w) - y) / len(y)


@mistake("d33-grad_logistic", "You took the sigmoid of the features. It belongs on the scores X @ w.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X) @ w - y) / len(y)


@mistake("d33-grad_logistic", "A product does not fit: the scores are X @ w, one for each row, and the gradient is the transposed X times what was missed, one for each weight.", caught_by="visible")
def grad_logistic(X, y, w):
    return X @ (sigmoid(X @ w) - y) / len(y)


@mistake("d33-grad_logistic", "You divided by the number of entries of X. The mean is over the rows.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) / X.size


@mistake("d33-grad_logistic", "The features are missing: you gave each weight the mean of p − y. Each p − y counts times the weight's feature.", caught_by="visible")
def grad_logistic(X, y, w):
    return (sigmoid(X @ w) - y).mean() * np.ones(len(w))


@mistake("d33-grad_logistic", "You rounded the probabilities to 0 or 1 first. A step has no slope; take them as they are.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ ((sigmoid(X @ w) > 0.5) - y) / len(y)


@mistake("d33-grad_logistic", "You rounded the probabilities to 0 or 1 first. A step has no slope; take them as they are.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ ((sigmoid(X @ w) >= 0.5) * 1 - y) / len(y)


@mistake("d33-grad_logistic", "You rounded the probabilities to 0 or 1 first. A step has no slope; take them as they are.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w).round() - y) / len(y)


@mistake("d33-grad_logistic", "Only the examples with the label 0 have a say in your answer.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ ((1 - 1.0 * y) * sigmoid(X @ w)) / len(y)


@mistake("d33-grad_logistic", "Only the examples with the label 0 have a say in your answer.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ ((1 - y) * sigmoid(X @ w)) / len(y)


@mistake("d33-grad_logistic", "Only the last row has a say in your answer. Add up over all rows.", caught_by="visible")
def grad_logistic(X, y, w):
    return (sigmoid(X[-1] @ w) - y[-1]) * X[-1] / len(y)


@mistake("d33-grad_logistic", "Only the last row has a say in your answer. Add up over all rows.", caught_by="visible")
def grad_logistic(X, y, w):
    return (sigmoid(X[-1] @ w) - y[-1]) * X[-1]


@mistake("d33-grad_logistic", "Only the first row has a say in your answer. Add up over all rows before you return.", caught_by="visible")
def grad_logistic(X, y, w):
    return (sigmoid(X[0] @ w) - y[0]) * X[0] / len(y)


@mistake("d33-grad_logistic", "Only the first row has a say in your answer. Add up over all rows before you return.", caught_by="visible")
def grad_logistic(X, y, w):
    return (sigmoid(X[0] @ w) - y[0]) * X[0]


@mistake("d33-grad_logistic", "The product raises a ValueError: a column was added to X, and w has no weight for it. The ones already stand in X.", caught_by="visible")
def grad_logistic(X, y, w):
    X = np.column_stack([np.ones(len(X)), X])
    return X.T @ (sigmoid(X @ w) - y) / len(y)


@mistake("d33-grad_logistic", "You squared p − y. The slope of the surprise is p − y itself.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) ** 2 / len(y)


@mistake("d33-grad_logistic", "The first slope is always 0 in your answer. The weight of the ones has a slope like the others.", caught_by="visible")
def grad_logistic(X, y, w):
    g = X.T @ (sigmoid(X @ w) - y) / len(y)
    g[0] = 0
    return g


@mistake("d33-grad_logistic", "Only the labels are divided by the number of rows. The whole product is.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - y / len(y))


@mistake("d33-grad_logistic", "You took the logarithm of the probabilities. In the slope the probabilities stand as they are.", caught_by="visible")
def grad_logistic(X, y, w):
    with np.errstate(all="ignore"):
        return X.T @ (np.log(sigmoid(X @ w)) - y) / len(y)


@mistake("d33-grad_logistic", "You averaged over the features of each row. The mean is over the rows.", caught_by="visible")
def grad_logistic(X, y, w):
    return (X * (sigmoid(X @ w) - y)[:, None]).mean(axis=1)


@mistake("d33-grad_logistic", "Your answer writes into the caller's labels. Put what was said less what was true into an array of its own.", caught_by="visible")
def grad_logistic(X, y, w):
    y -= sigmoid(X @ w)
    return -X.T @ y / len(y)


@mistake("d33-grad_logistic", "The labels may be truth values, and numpy has no minus for those alone. Take them from the probabilities: p − y.", caught_by="hidden")
def grad_logistic(X, y, w):
    return X.T @ (-y + sigmoid(X @ w)) / len(y)


@mistake("d33-grad_logistic", "You turned the labels round: 0 for 1 and 1 for 0.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - (1 - y)) / len(y)


@mistake("d33-grad_logistic", "Your probabilities are 1 + e to the minus z: in the sigmoid 1 is divided by all of that, which takes brackets.", caught_by="visible")
def grad_logistic(X, y, w):
    with np.errstate(all="ignore"):
        return X.T @ (1 / 1 + np.exp(-(1.0 * X @ w)) - y) / len(y)


@mistake("d33-grad_logistic", "Your slopes are half as large as they should be. The mean divides by the number of rows, and nothing else.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) / (2 * len(y))


@mistake("d33-grad_logistic", "The label has no say in your answer: p(1 − p) is the slope of p in the score. That of the surprise is p − y.", caught_by="visible")
def grad_logistic(X, y, w):
    p = sigmoid(X @ w)
    return X.T @ (p * (1 - p)) / len(y)


@mistake("d33-grad_logistic", "Your answer is the slope of the squared misses (p − y)². That of the surprise is wanted: without p(1 − p) and the 2.", caught_by="visible")
def grad_logistic(X, y, w):
    p = sigmoid(X @ w)
    return 2 * X.T @ ((p - y) * p * (1 - p)) / len(y)


@mistake("d33-grad_logistic", "All examples have the same probability in your answer, from the sum of all scores. Each has its own.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid((X @ w).sum()) - y) / len(y)


@mistake("d33-grad_logistic", "You took the sigmoid of the weights. It belongs on the scores X @ w.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (X @ sigmoid(w) - y) / len(y)


@mistake("d33-grad_logistic", "You put the logarithms of the loss where its slope belongs. The slope of the surprise in the score is p − y.", caught_by="visible")
def grad_logistic(X, y, w):
    with np.errstate(all="ignore"):
        p = sigmoid(X @ w)
        return X.T @ (y * np.log(p) + (1 - y) * np.log(1 - p)) / len(y)


@mistake("d33-grad_logistic", "You divided by p(1 − p): that is the slope in p. Back through the sigmoid that factor cancels, and p − y is left.", caught_by="visible")
def grad_logistic(X, y, w):
    with np.errstate(all="ignore"):
        p = sigmoid(X @ w)
        return X.T @ ((p - y) / (p * (1 - p))) / len(y)


@mistake("d33-grad_logistic", "You took a step: your answer is w less the gradient. The gradient alone is wanted.", caught_by="visible")
def grad_logistic(X, y, w):
    return w - X.T @ (sigmoid(X @ w) - y) / len(y)


@mistake("d33-grad_logistic", "Your slopes stand in a column, one below the other in a table. A plain row of D numbers is wanted.", caught_by="visible")
def grad_logistic(X, y, w):
    return (X.T @ (sigmoid(X @ w) - y) / len(y))[:, None]


@mistake("d33-grad_logistic", "You took e to the score for the probability. It goes beyond 1; the sigmoid does not.", caught_by="visible")
def grad_logistic(X, y, w):
    with np.errstate(all="ignore"):
        return X.T @ (np.exp(1.0 * X @ w) - y) / len(y)


@mistake("d33-grad_logistic", "Your answer divides once for each row, inside the loop. Divide the sum once, after it.", caught_by="visible")
def grad_logistic(X, y, w):
    g = np.zeros(len(w))
    for row, label in zip(X, y):
        g = (g + (sigmoid(row @ w) - label) * row) / len(y)
    return g


@mistake("d33-grad_logistic", "Your mean divides by the number of rows less one.", caught_by="visible")
def grad_logistic(X, y, w):
    with np.errstate(all="ignore"):
        return X.T @ (sigmoid(X @ w) - y) / np.float64(len(y) - 1)


@mistake("d33-grad_logistic", "The weight of the ones is missing in your scores. They are X @ w, with all columns.", caught_by="hidden")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X[:, 1:] @ w[1:]) - y) / len(y)


@mistake("d33-grad_logistic", "You divided by the number of ones among the labels. The mean is over all rows.", caught_by="visible")
def grad_logistic(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) / max(y.sum(), 1)


hints(
    "d33-grad_logistic",
    "First the probabilities of all examples, then what was said less what was true.",
    "p = sigmoid(X @ w). Which product of X with p − y has one number for each weight?",
    "X.T @ (sigmoid(X @ w) − y) / len(y).",
)
why(
    "d33-grad_logistic",
    "log(1 + eᶻ) − yz has the slope σ(z) − y in the score, whatever the label. A score is a dot product with the weights, so each weight receives its feature times that, averaged over the rows.",
)


# ---------------------------------------------------------------- d33-fit_logistic


def _walk(X, y, lr, steps, gradient):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - lr * gradient(w)
    return w


def _slopes(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) / len(y)


@also_right("d33-fit_logistic")
def fit_logistic(X, y, lr, steps, l2):
    free = np.full(X.shape[1], 2.0 * l2)
    free[0] = 0.0
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + free * w)


@also_right("d33-fit_logistic")
def fit_logistic(X, y, lr, steps, l2):
    D = X.shape[1]

    def after(w, left):
        if left == 0:
            return w
        g = (np.array([sigmoid(row @ w) for row in X]) - y) @ X / len(X)
        shrunk = np.array([w[j] * (1 - 2 * lr * l2) if j else w[j] for j in range(D)])
        return after(shrunk - lr * g, left - 1)

    return after(np.zeros(D), steps)


@mistake("d33-fit_logistic", "The first weight has a price in your answer. It is the weight of the ones, and goes free.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * w)


@mistake("d33-fit_logistic", "Your steps go uphill: against the gradient is downhill.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, -lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "The price has no part in your steps: its slopes, 2 · l2 · w, are missing.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w))


@mistake("d33-fit_logistic", "Your weights are still the zeros of the start after all steps.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w - lr * _slopes(X, y, w)
    return w


@mistake("d33-fit_logistic", "The 2 of the squared weights is missing in the price.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "The learning rate is missing in the price: it belongs to the whole gradient.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - lr * _slopes(X, y, w) - 2 * l2 * w * (np.arange(len(w)) > 0)
    return w


@mistake("d33-fit_logistic", "The gradient is that at the zeros in every step. Take it anew where you are.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    g = _slopes(X, y, w)
    for _ in range(steps):
        w = w - lr * (g + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "You take one step, whatever steps is.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    return w - lr * _slopes(X, y, w)


@mistake("d33-fit_logistic", "You take one step too many.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps + 1, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "You take one step too few.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps - 1, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "The price goes the wrong way: it makes the weights larger.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) - 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "Your start is a list of ones. The walk begins at zero weights.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.ones(X.shape[1])
    for _ in range(steps):
        w = w - lr * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "The sigmoid is missing in your gradient: you compared the scores themselves with the labels.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: X.T @ (X @ w - y) / len(y) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "Only the first weight pays in your answer. It is the one that goes free, and all others pay.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) == 0))


@mistake("d33-fit_logistic", "A second column of ones was added. The ones already stand in X.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    X = np.column_stack([np.ones(len(X)), X])
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "You returned all places of the walk. The weights after the last step are wanted.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    path = [np.zeros(X.shape[1])]
    for _ in range(steps):
        path.append(path[-1] - lr * _slopes(X, y, path[-1]))
    return np.array(path)


@mistake("d33-fit_logistic", "You set the first weight to 0 in every step, not its price.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        price = 2 * l2 * w
        w[0] = 0
        w = w - lr * (_slopes(X, y, w) + price)
    return w


@mistake("d33-fit_logistic", "Your price is one number, taken from all weights alike. Each weight pays for itself.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + l2 * (w[1:] ** 2).sum())


@mistake("d33-fit_logistic", "The last weight goes free in your answer. The first one should.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) < len(w) - 1))


@mistake("d33-fit_logistic", "The price is divided by the number of rows. Only the loss is a mean.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0) / len(y))


@mistake("d33-fit_logistic", "You divided by the learning rate. Multiply with it.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, 1 / lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "You return after the first step, before the others have been taken.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        price = 2 * l2 * w
        price[0] = 0
        w = w - lr * (_slopes(X, y, w) + price)
        return w
    return w


@mistake("d33-fit_logistic", "You returned all places of the walk. The weights after the last step are wanted.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    path = [np.zeros(X.shape[1])]
    for _ in range(steps):
        w = path[-1]
        path.append(w - lr * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0)))
    return np.array(path)


@mistake("d33-fit_logistic", "Your price stands outside the brackets: it is added to the weights, and without the learning rate.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - lr * _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0)
    return w


@mistake("d33-fit_logistic", "You set the first weight to 0 in every step, not its price.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        price = w
        price[0] = 0
        w = w - lr * (_slopes(X, y, w) + 2 * l2 * price)
    return w


@mistake("d33-fit_logistic", "You set the first weight to 0 in every step, not its price.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        g = _slopes(X, y, w)
        w[0] = 0
        w = w - lr * (g + 2 * l2 * w)
    return w


@mistake("d33-fit_logistic", "Your start has a number for each row. There is a weight for each column.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(len(X))
    for _ in range(steps):
        w = w - lr * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "Your gradient is a sum over the rows. The loss is a mean.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: len(y) * _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "Your price has the squares of the weights. The slope of a square is two times what stands in it.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + l2 * w**2 * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "Your price is one number, taken from all weights alike. Each weight pays for itself.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * (w[1:] @ w[1:]) * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "Your price is one number, taken from all weights alike. Each weight pays for itself.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * (w[1:] @ w[1:]))


@mistake("d33-fit_logistic", "Your price adds the same number to each slope: the weight itself is missing in it.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "You take the price where the step has led. Both parts of the gradient belong to the place before it.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - lr * _slopes(X, y, w)
        w = w - lr * 2 * l2 * w * (np.arange(len(w)) > 0)
    return w


@mistake("d33-fit_logistic", "The first weight never moves in your answer. It is free of the price, not of the loss.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: (_slopes(X, y, w) + 2 * l2 * w) * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "Only the first weight moves in your answer. To the slopes of the others those of the price are added.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: np.where(np.arange(len(w)) > 0, 2 * l2 * w, _slopes(X, y, w)))


@mistake("d33-fit_logistic", "Only the first weight moves in your answer. To the slopes of the others those of the price are added.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: np.where(np.arange(len(w)) > 0, 2 * l2 * w * _slopes(X, y, w), _slopes(X, y, w)))


@mistake("d33-fit_logistic", "Where X holds whole numbers, so do your weights, and they cannot hold a step. Use np.zeros(X.shape[1]).", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros_like(X[0])
    for _ in range(steps):
        w -= lr * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "The labels and the weights have changed places in your call of the gradient: X, y, w is the order.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - lr * (_slopes(X, w, y) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "Your learning rate shrinks from step to step. It is the same in all of them.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for t in range(steps):
        w = w - lr / (t + 1) * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "Each step begins at the zeros again. Make them once, before the loop.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    for _ in range(steps):
        w = np.zeros(X.shape[1])
        w = w - lr * _slopes(X, y, w)
    return w


@mistake("d33-fit_logistic", "The price is paid once, after the last step. It belongs in every step.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = _walk(X, y, lr, steps, lambda w: _slopes(X, y, w))
    return w - lr * 2 * l2 * w * (np.arange(len(w)) > 0)


@mistake("d33-fit_logistic", "The learning rate has no say in the part of the loss: it belongs to the whole gradient.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - _slopes(X, y, w) + lr * 2 * l2 * w * (np.arange(len(w)) > 0)
    return w


@mistake("d33-fit_logistic", "The learning rate is missing in your steps.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "The learning rate has no say in the part of the loss: it belongs to the whole gradient.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - _slopes(X, y, w) - lr * 2 * l2 * w * (np.arange(len(w)) > 0)
    return w


@mistake("d33-fit_logistic", "The gradient of the loss is twice as large as it should be. The surprise has no square, and so no factor 2.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: 2 * _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "Your step forgets where it came from: the new weights are the old ones less the step.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = -lr * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "Your step forgets where it came from: the new weights are the old ones less the step.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = lr * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "A factor 2 too many in the price: l2 times w squared has the slope 2 · l2 · w.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 4 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "The second weight goes free as well in your answer. Only the first does.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 1))


@mistake("d33-fit_logistic", "The first weight pays as if it were 1 in your answer. Its price is 0.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * np.append(1.0, w[1:]))


@mistake("d33-fit_logistic", "You set the first weight to 0 at the end. It goes free of the price, not of the loss.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = _walk(X, y, lr, steps, lambda w: (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0)))
    return w * (np.arange(len(w)) > 0)


@mistake("d33-fit_logistic", "You returned the last gradient. The weights after the last step are wanted.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    g = 0 * w
    for _ in range(steps):
        g = (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
        w = w - lr * g
    return g


@mistake("d33-fit_logistic", "The walk does not begin at zero weights in your answer.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w = np.full(X.shape[1], 1.0 * lr)
    for _ in range(steps):
        w = w - lr * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "You returned the losses as well. The weights alone are wanted.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    w, losses = np.zeros(X.shape[1]), []
    for _ in range(steps):
        losses.append(np.logaddexp(0, np.where(y == 1, -1, 1) * (X @ w)).mean())
        w = w - lr * (_slopes(X, y, w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w, losses


@mistake("d33-fit_logistic", "Your price looks at the signs of the weights alone. The slope of a square is two times what stands in it.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + l2 * np.sign(w) * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "You walked down the mean squared error. The gradient of the logistic loss is wanted.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: 2 * X.T @ (X @ w - y) / len(y) + 2 * l2 * w)


@mistake("d33-fit_logistic", "You walked down the mean squared error. The gradient of the logistic loss is wanted.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: 2 * X.T @ (X @ w - y) / len(y) + 2 * l2 * w * (np.arange(len(w)) > 0))


@mistake("d33-fit_logistic", "Each of your steps looks at one example. The gradient is a mean over all of them.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for t in range(steps):
        i = t % len(y)
        w = w - lr * (_slopes(X[i : i + 1], y[i : i + 1], w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "You take a step for each example. One step follows the mean over all of them.", caught_by="hidden")
def fit_logistic(X, y, lr, steps, l2):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        for i in range(len(y)):
            w = w - lr * (_slopes(X[i : i + 1], y[i : i + 1], w) + 2 * l2 * w * (np.arange(len(w)) > 0))
    return w


@mistake("d33-fit_logistic", "Each weight pays for its neighbor in your answer: the second for the first, and so on.", caught_by="visible")
def fit_logistic(X, y, lr, steps, l2):
    return _walk(X, y, lr, steps, lambda w: _slopes(X, y, w) + 2 * l2 * np.append(0.0, w[:-1]))


hints(
    "d33-fit_logistic",
    "Zeros, then the same step again and again: less the learning rate times a gradient of two parts.",
    "The price has the slopes 2 * l2 * w. Which of them has to be set to 0?",
    "In the loop: price = 2 * l2 * w; price[0] = 0; w = w − lr * (grad_logistic(X, y, w) + price).",
)
why(
    "d33-fit_logistic",
    "The gradient of a sum is the sum of the gradients, and the learning rate multiplies both. The first weight only says how frequent the label 1 is; to make that costly would push all predictions toward one half.",
)


# ---------------------------------------------------------------- d33-speedup


@also_right("d33-speedup")
def speedup(d, steps):
    measured = sum(2 * d for _ in range(min(steps, 1000))) if steps <= 1000 else d * (steps + steps)
    return [measured, steps + steps]


@also_right("d33-speedup")
def speedup(d, steps):
    formula = 2 * steps
    return d * formula, formula


@mistake("d33-speedup", "You counted forward differences, one cost for each weight and one more. Central ones take two for each weight.", caught_by="visible")
def speedup(d, steps):
    return (d + 1) * steps, 2 * steps


@mistake("d33-speedup", "You counted one cost for each weight. Central slopes take two.", caught_by="visible")
def speedup(d, steps):
    return d * steps, 2 * steps


@mistake("d33-speedup", "You counted a single step. Each step measures anew.", caught_by="visible")
def speedup(d, steps):
    return 2 * d, 2


@mistake("d33-speedup", "The first bill is that of a single step.", caught_by="visible")
def speedup(d, steps):
    return 2 * d, 2 * steps


@mistake("d33-speedup", "You returned the ratio of the bills. Both are wanted.", caught_by="visible")
def speedup(d, steps):
    return d


@mistake("d33-speedup", "Your two bills have changed places.", caught_by="visible")
def speedup(d, steps):
    return 2 * steps, 2 * d * steps


@mistake("d33-speedup", "By formula a gradient counts as two, one run forward and one back; you counted one.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps, steps


@mistake("d33-speedup", "The second bill is that of a single step.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps, 2


@mistake("d33-speedup", "You added the weights and the steps. Each step measures all weights: multiply.", caught_by="visible")
def speedup(d, steps):
    return 2 * (d + steps), 2 * steps


@mistake("d33-speedup", "You counted the start as well: there is one gradient for each step, not one more.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * (steps + 1), 2 * (steps + 1)


@mistake("d33-speedup", "Your first bill has two costs a step too many: a cost for each side of each weight is all.", caught_by="visible")
def speedup(d, steps):
    return (2 * d + 2) * steps, 2 * steps


@mistake("d33-speedup", "Your second bill grows with the number of weights. A formula prices all of them at once.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps, d * steps


@mistake("d33-speedup", "Your second bill has the weights where the steps belong.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps, 2 * d


@mistake("d33-speedup", "You returned the ratio of the bills. Both are wanted.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps / (2 * steps)


@mistake("d33-speedup", "You added where the bills multiply: each of the steps costs as much as the first.", caught_by="visible")
def speedup(d, steps):
    return 2 * d + steps, 2 + steps


@mistake("d33-speedup", "You squared the number of weights. Each weight costs two, however many there are.", caught_by="visible")
def speedup(d, steps):
    return d**2 * steps, 2 * steps


@mistake("d33-speedup", "You counted one cost more in each step, for the place itself. Central slopes take only one on each side of it.", caught_by="visible")
def speedup(d, steps):
    return (2 * d + 1) * steps, 2 * steps


@mistake("d33-speedup", "Your first bill is that of 4 weights, whatever d is.", caught_by="visible")
def speedup(d, steps):
    return 8 * steps, 2 * steps


@mistake("d33-speedup", "Your second number is what the formula saves. What it costs is wanted.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps, 2 * d * steps - 2 * steps


@mistake("d33-speedup", "Without a step nothing is computed: both bills are 0.", caught_by="hidden")
def speedup(d, steps):
    return 2 * d * max(steps, 1), 2 * max(steps, 1)


@mistake("d33-speedup", "The first bill is right. In the second you added where it multiplies: two for each step.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps, 2 + steps


@mistake("d33-speedup", "You squared the number of steps. Each step costs as much as the first.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps**2, 2 * steps**2


@mistake("d33-speedup", "The number of weights has no say in your first bill. Each weight is measured in each step.", caught_by="visible")
def speedup(d, steps):
    return 2 * steps, 2 * steps


@mistake("d33-speedup", "Your first bill has no steps, and your second one has the weights: the formula prices all of them at once.", caught_by="visible")
def speedup(d, steps):
    return 2 * d, 2 * d * steps


@mistake("d33-speedup", "You added 2 and the number of weights. Each weight takes two costs: multiply.", caught_by="visible")
def speedup(d, steps):
    return (d + 2) * steps, 2 * steps


@mistake("d33-speedup", "You returned what was given: weights and steps. Costs are wanted.", caught_by="visible")
def speedup(d, steps):
    return d, steps


@mistake("d33-speedup", "By formula a gradient counts as two, one run forward and one back; you counted three.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * steps, 3 * steps


@mistake("d33-speedup", "You counted one step too few.", caught_by="visible")
def speedup(d, steps):
    return 2 * d * (steps - 1), 2 * (steps - 1)


hints(
    "d33-speedup",
    "One step first: how many costs for one slope, and how many slopes?",
    "2 · d costs a step by measuring, 2 by formula.",
    "2 * d * steps and 2 * steps.",
)
why(
    "d33-speedup",
    "Measuring pays for each weight, the formula does not: the ratio is d, whatever the number of steps. That is the day in one number.",
)


# ---------------------------------------------------------------- d33-decision_boundary


@also_right("d33-decision_boundary")
def decision_boundary(w):
    c, a, b = (float(v) for v in w)
    if not b:
        raise ValueError("a vertical line has no slope")
    return (-a / b, -c / b)


@also_right("d33-decision_boundary")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("a vertical line has no slope")
    y0, y1 = -w[0] / w[2], -(w[0] + w[1]) / w[2]
    return [-w[1] / w[2] + 0 * (y1 - y0), y0]


@mistake("d33-decision_boundary", "The slope has the wrong sign.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "The intercept has the wrong sign.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], w[0] / w[2]


@mistake("d33-decision_boundary", "Both signs are wrong: what stands on one side of the equation changes its sign on the other.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return w[1] / w[2], w[0] / w[2]


@mistake("d33-decision_boundary", "You solved for x. The line is wanted as y = mx + b.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    with np.errstate(all="ignore"):
        return -w[2] / np.float64(w[1]), -w[0] / np.float64(w[1])


@mistake("d33-decision_boundary", "The slope is upside down.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    with np.errstate(all="ignore"):
        return -w[2] / np.float64(w[1]), -w[0] / w[2]


@mistake("d33-decision_boundary", "The intercept is not divided by the weight of y.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0]


@mistake("d33-decision_boundary", "The slope is not divided by the weight of y.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[1], -w[0] / w[2]


@mistake("d33-decision_boundary", "Intercept and slope have changed places: the slope comes first.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[0] / w[2], -w[1] / w[2]


@mistake("d33-decision_boundary", "A vertical line does not raise a ValueError in your answer; it returns numbers that are none.", caught_by="visible")
def decision_boundary(w):
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You read the weights in the order x, y, ones. The weight of the ones is the first.", caught_by="visible")
def decision_boundary(w):
    if w[1] == 0:
        raise ValueError("vertical")
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[0] / w[1], -w[2] / w[1]


@mistake("d33-decision_boundary", "A vertical line returns a text instead of raising a ValueError: return hands it to the caller as if it were a line.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return "vertical"
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You raise an error where w₁ is 0, too. Such a line is level, and has the slope 0.", caught_by="hidden")
def decision_boundary(w):
    if w[1] * w[2] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You raise an error where w₀ is 0, too. Such a line goes through the origin, and has a slope.", caught_by="hidden")
def decision_boundary(w):
    if w[0] * w[2] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "Small weights of y count as 0 in your answer. A steep line still has a slope.", caught_by="hidden")
def decision_boundary(w):
    if abs(w[2]) < 1e-5:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "What stands after the point is lost: you divided whole.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[1] // w[2], -w[0] // w[2]


@mistake("d33-decision_boundary", "Your line is where the score is ½. The probability is ½ where the score is 0.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], (0.5 - w[0]) / w[2]


@mistake("d33-decision_boundary", "You ask whether w₁ is 0, and raise an error for a level line. A vertical one has w₂ = 0.", caught_by="visible")
def decision_boundary(w):
    if w[1] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line returns something instead of raising a ValueError: a message that is printed, an error that is handed back. Use raise.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return None
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "For a vertical line your answer divides by 0. Ask whether w₂ is 0 before that, and raise a ValueError.", caught_by="visible")
def decision_boundary(w):
    w = [float(v) for v in w]
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line does not raise a ValueError in your answer; it returns numbers that are none.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return np.inf, np.nan
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line does not raise a ValueError in your answer; it returns numbers that are none.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return np.inf, np.inf
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line does not raise a ValueError in your answer; it returns numbers that are none.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return np.nan, np.nan
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line returns something instead of raising a ValueError: a message that is printed, an error that is handed back. Use raise.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line returns something instead of raising a ValueError: a message that is printed, an error that is handed back. Use raise.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return ValueError
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "An assert raises an AssertionError. Ask with if, and raise a ValueError.", caught_by="visible")
def decision_boundary(w):
    assert w[2] != 0
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You raise an error wherever one of the weights is 0. Only w₂ = 0 is a vertical line.", caught_by="hidden")
def decision_boundary(w):
    if w[0] * w[1] * w[2] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "Small weights of y count as 0 in your answer. A steep line still has a slope.", caught_by="hidden")
def decision_boundary(w):
    if abs(w[2]) < 1e-3:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "Small weights of y count as 0 in your answer. A steep line still has a slope.", caught_by="hidden")
def decision_boundary(w):
    if abs(w[2]) < 1e-6:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "Small weights of y count as 0 in your answer. A steep line still has a slope.", caught_by="hidden")
def decision_boundary(w):
    if abs(w[2]) < 1e-8:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You made a whole number of w₂ before you asked whether it is 0. A small one is not 0.", caught_by="hidden")
def decision_boundary(w):
    if int(w[2]) == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You made a whole number of w₂ before you asked whether it is 0. A small one is not 0.", caught_by="hidden")
def decision_boundary(w):
    if round(float(w[2])) == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You raise an error where w₂ is below 0, too. Such a line has a slope.", caught_by="hidden")
def decision_boundary(w):
    if w[2] <= 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You read the weights in the order x, y, ones. The weight of the ones is the first.", caught_by="visible")
def decision_boundary(w):
    if w[1] == 0:
        raise ValueError("vertical")
    return -w[0] / w[1], -w[2] / w[1]


@mistake("d33-decision_boundary", "Your question is turned round: you raise an error for all lines but the vertical ones.", caught_by="visible")
def decision_boundary(w):
    if w[2] != 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "Your answer divides the caller's own weights in place. Make new numbers.", caught_by="hidden")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    w /= -w[2]
    return w[1], w[0]


@mistake("d33-decision_boundary", "Your slope is that of the arrow of the weights, which stands at a right angle on the line.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    with np.errstate(all="ignore"):
        return w[2] / np.float64(w[1]), -w[0] / w[2]


@mistake("d33-decision_boundary", "Your intercept is the slope times the weight of the ones. At x = 0 the score is w₀ + w₂y.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    m = -w[1] / w[2]
    return m, m * w[0]


@mistake("d33-decision_boundary", "Neither number is divided by the weight of y.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[1], -w[0]


@mistake("d33-decision_boundary", "A vertical line returns two numbers in your answer, as if it had a slope. Raise a ValueError.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return 0, 0
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line does not raise a ValueError in your answer; it returns numbers that are none.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return np.inf, 0
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line does not raise a ValueError in your answer; it returns numbers that are none.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        with np.errstate(all="ignore"):
            return np.inf, -w[0] / np.float64(w[1])
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line returns something instead of raising a ValueError: a message that is printed, an error that is handed back. Use raise.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return None, None
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line returns a text instead of raising a ValueError: return hands it to the caller as if it were a line.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return "ValueError"
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "A vertical line returns a text instead of raising a ValueError: return hands it to the caller as if it were a line.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        return "a ValueError"
    return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You raise the error only where both weights of the features are 0. A vertical line has w₂ = 0, whatever w₁ is.", caught_by="visible")
def decision_boundary(w):
    if w[1] == 0 and w[2] == 0:
        raise ValueError("vertical")
    with np.errstate(all="ignore"):
        return -w[1] / w[2], -w[0] / w[2]


@mistake("d33-decision_boundary", "You mixed up two places: the slope of your line is the intercept, and its intercept the slope with its sign turned.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[0] / w[2], w[1] / w[2]


@mistake("d33-decision_boundary", "Your first number is where the line crosses the x axis. Its slope is wanted.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    with np.errstate(all="ignore"):
        return -w[0] / np.float64(w[1]), -w[0] / w[2]


@mistake("d33-decision_boundary", "You divided by the length of the arrow (w₁, w₂). Solving for y divides by w₂.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    n = np.hypot(w[1], w[2])
    return -w[1] / n, -w[0] / n


@mistake("d33-decision_boundary", "Your intercept is the height of the line at x = 1. It is that at x = 0.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return -w[1] / w[2], -(w[0] + w[1]) / w[2]


@mistake("d33-decision_boundary", "The sign of the slope is lost.", caught_by="visible")
def decision_boundary(w):
    if w[2] == 0:
        raise ValueError("vertical")
    return abs(w[1] / w[2]), -w[0] / w[2]


hints(
    "d33-decision_boundary",
    "Solve w₀ + w₁x + w₂y = 0 for y.",
    "w₂y = −w₁x − w₀. What has to be different from 0 before you divide?",
    "If w[2] == 0, raise ValueError; otherwise −w[1] / w[2] and −w[0] / w[2].",
)
why(
    "d33-decision_boundary",
    "The boundary is where the score is 0, so the probability is one half. Solving for y divides by the weight of y; if that is 0, y has no say and the line is vertical.",
)


equivalent("d33-grad_lstsq", "r = X @ w - y → r = (X) @ (w).T - y", "a list of numbers is its own transpose")
equivalent("d33-grad_lstsq", "return 2 * X.T @ r / len(y) + 2 * lam * w → return (2 * X.T) @ (r).T / len(y) + 2 * lam * w", "a list of numbers is its own transpose")
equivalent("d33-grad_logistic", "return X.T @ (sigmoid(X @ w) - y) / len(y) → return (X.T) @ (sigmoid(X @ w) - y).T / len(y)", "a list of numbers is its own transpose")
equivalent("d33-grad_logistic", "return X.T @ (sigmoid(X @ w) - y) / len(y) → return X.T @ (sigmoid((X) @ (w).T) - y) / len(y)", "a list of numbers is its own transpose")
