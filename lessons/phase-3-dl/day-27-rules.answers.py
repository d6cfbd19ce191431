"""Right and wrong answers to day 27: rules of differentiation."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import central_slope, sigmoid

# ---------------------------------------------------------------- d27-review


@also_right("d27-review")
def review_27(a, b, means, variances, c):
    w = np.array([a, b])
    S = np.array([[variances[0], c], [c, variances[1]]])
    return w @ np.array(means), w @ S @ w


@also_right("d27-review")
def review_27(a, b, means, variances, c):
    (mx, my), (vx, vy) = means, variances
    return [a * mx + b * my, a * (a * vx + b * c) + b * (b * vy + a * c)]


@mistake("d27-review", "The covariance has no part in your variance. Funds that vary together make the purse vary more.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1]


@mistake("d27-review", "Your variances are multiplied by a and b, not by their squares.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a * variances[0] + b * variances[1] + 2 * a * b * c


@mistake("d27-review", "The middle term is there once in your variance. In the square of a sum it is there twice.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + a * b * c


@mistake("d27-review", "In your middle term the factors a and b are missing: it is 2ab times the covariance.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * c


@mistake("d27-review", "You took the middle term away. A positive covariance makes the sum vary more.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] - 2 * a * b * c


@mistake("d27-review", "Your variance comes first. The expected value is the first of the pair.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c, a * means[0] + b * means[1]


@mistake("d27-review", "You exchanged the two means: a goes with the first, b with the second.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[1] + b * means[0], a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "You returned the standard deviation. Asked is the variance.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], max(0.0, a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c) ** 0.5


@mistake("d27-review", "The factors a and b are squared in your expected value. Only in the variance are they.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a**2 * means[0] + b**2 * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "Your variance adds the two variances as they are: the factors a and b are missing.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], variances[0] + variances[1] + 2 * c


@mistake("d27-review", "You squared the covariance. It enters as it is, times 2ab.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c**2


@mistake("d27-review", "You squared the variances. They are squares already; only their factors are squared.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], (a * variances[0]) ** 2 + (b * variances[1]) ** 2 + 2 * a * b * c


@mistake("d27-review", "Your middle term has a and not b. It is 2ab times the covariance.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * a * c


@mistake("d27-review", "Your middle term has b and not a. It is 2ab times the covariance.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * b * c


@mistake("d27-review", "In your variance a and b stand as they are, and the variances are squared. It is the other way around.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a * variances[0] ** 2 + b * variances[1] ** 2 + 2 * a * b * c


@mistake("d27-review", "You exchanged the two variances: a² goes with the first, b² with the second.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[1] + b**2 * variances[0] + 2 * a * b * c


@mistake("d27-review", "Your variances are multiplied by 2a and 2b. It is a² and b² that they are multiplied by.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], 2 * a * variances[0] + 2 * b * variances[1] + 2 * a * b * c


@mistake("d27-review", "You took the second variance away. Both add, each with a factor that is a square.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] - b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "Your middle term has the variances as factors, too. It is 2ab times the covariance alone.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c * variances[0] * variances[1]


@mistake("d27-review", "Your middle term is multiplied by the two standard deviations. That would be right for a correlation; c is the covariance.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c * (variances[0] * variances[1]) ** 0.5


@mistake("d27-review", "Your expected value adds the two means as they are: the factors a and b are missing.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return means[0] + means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "You multiplied the sum of the means by the sum of the factors. Each mean has a factor of its own.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return (a + b) * (means[0] + means[1]), a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "Your expected value is half of what it should be: the two parts are added, not averaged.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return (a * means[0] + b * means[1]) / 2, a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "You divided the expected value by a + b. The purse holds aX + bY as it is, whatever a and b add up to.", caught_by="visible")
def review_27(a, b, means, variances, c):
    with np.errstate(all="ignore"):
        return (a * means[0] + b * means[1]) / np.float64(a + b), a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "You divided the expected value by a + b. The purse holds aX + bY as it is, whatever a and b add up to.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return (a * means[0] + b * means[1]) / (a + b), a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "Your second factor is 1 − a. It is b, which need not be that.", caught_by="visible")
def review_27(a, b, means, variances, c):
    b = 1 - a
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c


@mistake("d27-review", "You took the square of the expected value away. A variance is measured from the mean already.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c - (a * means[0] + b * means[1]) ** 2


@mistake("d27-review", "Where a and b have opposite signs, your middle term has the wrong sign: 2ab is negative then.", caught_by="hidden")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * abs(a * b) * c


@mistake("d27-review", "Where a and b have opposite signs, your middle term is missing. It is 2ab times the covariance for all signs.", caught_by="hidden")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * variances[1] + 2 * max(a * b, 0) * c


@mistake("d27-review", "You added first and squared then: the variances are not in the square.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], (a * variances[0] + b * variances[1]) ** 2 + 2 * a * b * c


@mistake("d27-review", "In your variance the middle term stands inside the bracket that b² multiplies. It is added once, as 2ab times the covariance.", caught_by="visible")
def review_27(a, b, means, variances, c):
    return a * means[0] + b * means[1], a**2 * variances[0] + b**2 * (variances[1] + 2 * a * b * c)


hints(
    "d27-review",
    "Expected values: a times the one plus b times the other. And the variance is a square.",
    "Think of (aX + bY)², term by term: a², b² and a middle term with 2ab.",
    "a**2 * variances[0] + b**2 * variances[1] + 2 * a * b * c is the variance.",
)
why(
    "d27-review",
    "Expected values add with their factors, whatever the two have to do with each other. In the variance a square is taken, so the factors are squared and a middle term comes in: with the covariance, positive or negative.",
)


# ---------------------------------------------------------------- d27-product_rule


@also_right("d27-product_rule")
def product_rule(f, df, g, dg):
    def slope(x):
        total = f(x) * dg(x)
        total = total + g(x) * df(x)
        return total

    return slope


@also_right("d27-product_rule")
def product_rule(f, df, g, dg):
    # f g is a difference of two squares, ((f + g)² − (f − g)²) / 4, and (u²)' = 2 u u'.
    return lambda x: ((f(x) + g(x)) * (df(x) + dg(x)) - (f(x) - g(x)) * (df(x) - dg(x))) / 2


@mistake("d27-product_rule", "You multiplied the two slopes. That counts only the corner of the picture; the two strips are missing.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * dg(x)


@mistake("d27-product_rule", "Only the first function grows in your answer: the strip of the second, f times its slope, is missing.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x)


@mistake("d27-product_rule", "Only the second function grows in your answer: the strip of the first, its slope times g, is missing.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: f(x) * dg(x)


@mistake("d27-product_rule", "You took one strip away from the other. Both are growth: they add.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x)


@mistake("d27-product_rule", "You took one strip away from the other. Both are growth: they add.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: f(x) * dg(x) - df(x) * g(x)


@mistake("d27-product_rule", "You added the slopes. A strip is a slope times the other function: that is how long it is.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) + dg(x)


@mistake("d27-product_rule", "Each of your terms multiplies a function by its own slope. A strip is one function's slope times the other function.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: f(x) * df(x) + g(x) * dg(x)


@mistake("d27-product_rule", "You multiplied the two strips. They lie side by side: they add.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) * f(x) * dg(x)


@mistake("d27-product_rule", "You returned the product itself. Asked is its slope.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: f(x) * g(x)


@mistake("d27-product_rule", "You multiplied the slopes with each other and with the sum of the functions. Each slope goes with the other function, and the two products add.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * (g(x) + f(x)) * dg(x)


@mistake("d27-product_rule", "The corner is in your sum as well: the product of the two slopes. It vanishes in the limit.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * dg(x) + df(x) * dg(x)


@mistake("d27-product_rule", "This error comes from multiplying functions with each other: a function has a value only at a place. Return a function of x that asks them there.", caught_by="visible")
def product_rule(f, df, g, dg):
    return df * g + f * dg


@mistake("d27-product_rule", "This is the quotient rule: it has a minus and divides.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2


@mistake("d27-product_rule", "You divided each slope by its function and added. That is the relative slope of the product; the slope itself multiplies, and divides by nothing.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) / f(x) + dg(x) / g(x)


@mistake("d27-product_rule", "You put one function into the other, f of g of x. In a product both are asked at x.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(g(x)) * dg(x)


@mistake("d27-product_rule", "You divide by f and by g on the way, and where one of them is 0 your slope is nan. Add the two strips without dividing.", caught_by="hidden")
def product_rule(f, df, g, dg):
    def slope(x):
        with np.errstate(all="ignore"):
            return f(x) * g(x) * (df(x) / np.float64(f(x)) + dg(x) / np.float64(g(x)))

    return slope


@mistake("d27-product_rule", "Your slope is measured with a step, and it is off in the sixth digit or so. The rule gives it exactly.", caught_by="visible")
def product_rule(f, df, g, dg):
    h = 1e-3
    return lambda x: (f(x + h) * g(x + h) - f(x) * g(x)) / h


@mistake("d27-product_rule", "Your new function returns None: it works out the slope and does not return it.", caught_by="visible")
def product_rule(f, df, g, dg):
    def slope(x):
        df(x) * g(x) + f(x) * dg(x)

    return slope


@mistake("d27-product_rule", "Your two strips are the same one, f times the slope of g, twice. The other is the slope of f times g.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: f(x) * dg(x) + f(x) * dg(x)


@mistake("d27-product_rule", "Your two strips are the same one, the slope of f times g, twice. The other is f times the slope of g.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + df(x) * g(x)


@mistake("d27-product_rule", "In your second term f stands alone: the slope of g is missing.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x)


@mistake("d27-product_rule", "In your first term g stands alone: the slope of f is missing.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: g(x) + f(x) * dg(x)


@mistake("d27-product_rule", "You returned one slope, at a place of your own. What is wanted is a function that gives the slope at any place.", caught_by="visible")
def product_rule(f, df, g, dg):
    return df(1) * g(1) + f(1) * dg(1)


@mistake("d27-product_rule", "Both of your terms have the slope of f. In the second it is f times the slope of g.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * df(x)


@mistake("d27-product_rule", "Both of your terms have the slope of g. In the first it is the slope of f times g.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: dg(x) * g(x) + f(x) * dg(x)


@mistake("d27-product_rule", "Plus and times are exchanged. Each slope is multiplied by the other function, and the two products are added.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: (df(x) + g(x)) * (f(x) + dg(x))


@mistake("d27-product_rule", "You added all four. Each slope is multiplied by the other function, and the two products are added.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) + g(x) + f(x) + dg(x)


@mistake("d27-product_rule", "You added each function to its slope and multiplied the sums. A strip is one slope times the other function.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: (df(x) + f(x)) * (dg(x) + g(x))


@mistake("d27-product_rule", "You divide by f and by g on the way, and where one of them is 0 that fails. Add the two strips without dividing.", caught_by="hidden")
def product_rule(f, df, g, dg):
    return lambda x: (df(x) / f(x) + dg(x) / g(x)) * f(x) * g(x)


@mistake("d27-product_rule", "Your new function adds up the slopes of all places. Each place has its own.", caught_by="hidden")
def product_rule(f, df, g, dg):
    return lambda x: np.sum(df(x) * g(x) + f(x) * dg(x))


@mistake("d27-product_rule", "Your slope is half of the right one. The two strips are added, not averaged.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / 2


@mistake("d27-product_rule", "Your slope is twice the right one. Each strip counts once.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: 2 * (df(x) * g(x) + f(x) * dg(x))


@mistake("d27-product_rule", "Your slopes lose what stands after the point.", caught_by="hidden")
def product_rule(f, df, g, dg):
    return lambda x: np.array(df(x) * g(x) + f(x) * dg(x)).astype(int)


@mistake("d27-product_rule", "Your slopes lose their sign. A product may fall as well.", caught_by="hidden")
def product_rule(f, df, g, dg):
    return lambda x: abs(df(x) * g(x) + f(x) * dg(x))


@mistake("d27-product_rule", "You returned the slope at 2. What is wanted is a function that gives the slope at any place.", caught_by="visible")
def product_rule(f, df, g, dg):
    return df(2) * g(2) + f(2) * dg(2)


@mistake("d27-product_rule", "You returned two functions, one for each strip. One function adds the strips.", caught_by="visible")
def product_rule(f, df, g, dg):
    return (lambda x: df(x) * g(x)), (lambda x: f(x) * dg(x))


@mistake("d27-product_rule", "Your new function hands out the two strips side by side. Add them.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x), f(x) * dg(x))


@mistake("d27-product_rule", "Your new function always gives the slope at 2. It has to ask at its own x.", caught_by="visible")
def product_rule(f, df, g, dg):
    slope = df(2) * g(2) + f(2) * dg(2)
    return lambda x: slope


@mistake("d27-product_rule", "All your machines do what the last one does: each new one changes what the earlier ones read. Let the inner function read f, df, g and dg.", caught_by="hidden")
def product_rule(f, df, g, dg):
    global _f, _df, _g, _dg
    _f, _df, _g, _dg = f, df, g, dg
    return lambda x: _df(x) * _g(x) + _f(x) * _dg(x)


@mistake("d27-product_rule", "You put one function into the other, and added the slope of g. In a product both are asked at x.", caught_by="visible")
def product_rule(f, df, g, dg):
    return lambda x: df(x) * f(g(x)) + dg(x)


@mistake("d27-product_rule", "Your slope is measured with a step, and the two functions you were given with df and dg go unused. The rule is exact, however far out.", caught_by="hidden")
def product_rule(f, df, g, dg):
    return lambda x: central_slope(lambda u: f(u) * g(u), x, 1e-5)


hints(
    "d27-product_rule",
    "Two strips: one as long as g, one as long as f. How thick is each?",
    "The first is df(x) * g(x).",
    "return lambda x: df(x) * g(x) + f(x) * dg(x)",
)
why(
    "d27-product_rule",
    "In the small, both functions are lines, and the product of two lines that start at f and g grows by f' g + f g' and a corner that no longer counts. Nothing is divided, so the rule also holds where f or g is 0.",
)


# ---------------------------------------------------------------- d27-poly_derivative


@also_right("d27-poly_derivative")
def poly_derivative(coeffs):
    return np.polynomial.Polynomial(coeffs).deriv().coef


@also_right("d27-poly_derivative")
def poly_derivative(coeffs):
    out = []
    k = 0
    for c in coeffs:
        if k > 0:
            out.append(c * k)
        k += 1
    return out if len(out) > 0 else [0.0]


@mistake("d27-poly_derivative", "Your powers are off by one: the coefficient of x to the power k is multiplied by k, not by k + 1.", caught_by="visible")
def poly_derivative(coeffs):
    return [(k + 1) * float(coeffs[k]) for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "Your powers are off by one: the coefficient of x to the power k is multiplied by k, not by k − 1.", caught_by="visible")
def poly_derivative(coeffs):
    return [(k - 1) * float(coeffs[k]) for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "The coefficients have not moved: your list is as long as before, with a 0 in front. Each power falls by one.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(c) for k, c in enumerate(coeffs)]


@mistake("d27-poly_derivative", "You read the list with the highest power first. Here the constant comes first.", caught_by="visible")
def poly_derivative(coeffs):
    n = len(coeffs) - 1
    return [(n - k) * float(coeffs[k]) for k in range(n)] or [0.0]


@mistake("d27-poly_derivative", "For a constant you return an empty list. Its derivative is the polynomial 0, with one coefficient: [0.0].", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(coeffs[k]) for k in range(1, len(coeffs))]


@mistake("d27-poly_derivative", "You only dropped the constant. Each coefficient is multiplied by its power.", caught_by="visible")
def poly_derivative(coeffs):
    return [float(c) for c in coeffs[1:]] or [0.0]


@mistake("d27-poly_derivative", "The last coefficient is missing, the one of the highest power.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(coeffs[k]) for k in range(1, len(coeffs) - 1)] or [0.0]


@mistake("d27-poly_derivative", "Your list comes back with the highest power first. Lowest power first is the order here.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(coeffs[k]) for k in range(len(coeffs) - 1, 0, -1)] or [0.0]


@mistake("d27-poly_derivative", "You divided by the powers. That is the way back, from a slope to a function.", caught_by="visible")
def poly_derivative(coeffs):
    return [float(coeffs[k]) / k for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "The derivative of a constant is 0; your answer keeps the constant.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(coeffs[k]) for k in range(1, len(coeffs))] or [float(coeffs[0])]


@mistake("d27-poly_derivative", "You took the constant out of the caller's list. Build a new list and leave the old one as it is.", caught_by="hidden")
def poly_derivative(coeffs):
    if isinstance(coeffs, list):
        coeffs.pop(0)
        return [(k + 1) * float(c) for k, c in enumerate(coeffs)] or [0.0]
    return [k * float(coeffs[k]) for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "You return after the first coefficient. All others have a slope, too.", caught_by="visible")
def poly_derivative(coeffs):
    for k in range(1, len(coeffs)):
        return [k * float(coeffs[k])]
    return [0.0]


@mistake("d27-poly_derivative", "For a constant your answer is the number 0, not a list with one coefficient.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(coeffs[k]) for k in range(1, len(coeffs))] or 0.0


@mistake("d27-poly_derivative", "For a constant your answer is None. It should be [0.0].", caught_by="visible")
def poly_derivative(coeffs):
    if len(coeffs) > 1:
        return [k * float(coeffs[k]) for k in range(1, len(coeffs))]


@mistake("d27-poly_derivative", "Your coefficients are raised to their power. They are multiplied by it.", caught_by="visible")
def poly_derivative(coeffs):
    return [float(coeffs[k]) ** k for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "Terms whose coefficient is 0 are missing from your list, so the others stand at the wrong powers.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(coeffs[k]) for k in range(1, len(coeffs)) if coeffs[k] != 0] or [0.0]


@mistake("d27-poly_derivative", "You took the differences of neighboring coefficients. Each coefficient is multiplied by its own power.", caught_by="visible")
def poly_derivative(coeffs):
    return [float(coeffs[k]) - float(coeffs[k - 1]) for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "Zeros at the end of the list are cut off. The derivative of n coefficients has n − 1, zeros or not.", caught_by="hidden")
def poly_derivative(coeffs):
    return np.trim_zeros([k * float(coeffs[k]) for k in range(1, len(coeffs))], "b") or [0.0]


@mistake("d27-poly_derivative", "Each power was multiplied with the coefficient one place before its own.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(coeffs[k - 1]) for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "Your coefficients lost what stands after the point.", caught_by="hidden")
def poly_derivative(coeffs):
    return [k * int(coeffs[k]) for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "Your list is as long as before, and each coefficient is multiplied by its place counted from 1. The constant has the power 0 and goes.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(c) for k, c in enumerate(coeffs, 1)]


@also_right("d27-poly_derivative")
def poly_derivative(coeffs):
    if coeffs[1:] == []:
        return [0.0]
    rest = coeffs.copy()
    rest.pop(0)
    return [(k + 1) * c for k, c in enumerate(rest)]


@mistake("d27-poly_derivative", "You multiplied each coefficient by its power and then cut off the last one. It is the first, the constant, that goes.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * float(c) for k, c in enumerate(coeffs)][:-1] or [0.0]


@mistake("d27-poly_derivative", "You wrote the new coefficients into the caller's list. Build a new list and leave the old one as it is.", caught_by="hidden")
def poly_derivative(coeffs):
    for k in range(len(coeffs)):
        coeffs[k] = k * coeffs[k]
    return coeffs[1:] or [0.0]


@mistake("d27-poly_derivative", "You took the constant out of the caller's list. Build a new list and leave the old one as it is.", caught_by="hidden")
def poly_derivative(coeffs):
    if len(coeffs) == 1:
        return [0.0]
    coeffs.pop(0)
    return [(k + 1) * float(c) for k, c in enumerate(coeffs)]


@mistake("d27-poly_derivative", "You added the power to each coefficient. It is multiplied by its power.", caught_by="visible")
def poly_derivative(coeffs):
    return [float(coeffs[k]) + k for k in range(1, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "You went the other way, from a slope to a function: your list is one longer, and divided by the powers.", caught_by="visible")
def poly_derivative(coeffs):
    return [0.0] + [c / (k + 1) for k, c in enumerate(coeffs)]


@mistake("d27-poly_derivative", "Where the new coefficients add up to 0, you take the polynomial for a constant. Only a list of one coefficient is a constant.", caught_by="hidden")
def poly_derivative(coeffs):
    out = [k * coeffs[k] for k in range(1, len(coeffs))]
    return [0.0] if sum(out) == 0 else out


@mistake("d27-poly_derivative", "Your condition is turned around: a constant gives an empty list, and everything else gives [0.0].", caught_by="visible")
def poly_derivative(coeffs):
    return [0.0] if len(coeffs) > 1 else [k * coeffs[k] for k in range(1, len(coeffs))]


@mistake("d27-poly_derivative", "The constant still stands at the front of your list. Its slope is 0, and the others move one place down.", caught_by="visible")
def poly_derivative(coeffs):
    return [coeffs[0]] + [k * coeffs[k] for k in range(1, len(coeffs))]


@mistake("d27-poly_derivative", "You take two coefficients for a constant. Of a + bx the slope is b: the list [b].", caught_by="hidden")
def poly_derivative(coeffs):
    return [0.0] if len(coeffs) <= 2 else [k * coeffs[k] for k in range(1, len(coeffs))]


@mistake("d27-poly_derivative", "You multiplied every coefficient by the highest power. Each has its own.", caught_by="visible")
def poly_derivative(coeffs):
    n = len(coeffs) - 1
    return [n * c for c in coeffs[1:]] or [0.0]


@mistake("d27-poly_derivative", "You took the derivative twice. Each coefficient is multiplied by its power once, and moves one place.", caught_by="visible")
def poly_derivative(coeffs):
    return [k * (k - 1) * coeffs[k] for k in range(2, len(coeffs))] or [0.0]


@mistake("d27-poly_derivative", "You repeated the list instead of multiplying its entries: a list times a number is a longer list.", caught_by="visible")
def poly_derivative(coeffs):
    return coeffs[1:] * len(coeffs)


@mistake("d27-poly_derivative", "You multiplied each coefficient by the place where its number stands first in the list. Of equal numbers each has its own place.", caught_by="hidden")
def poly_derivative(coeffs):
    return [coeffs.index(c) * c for c in coeffs][1:] or [0.0]


@mistake("d27-poly_derivative", "What you return is not a list yet: round brackets around a comprehension give no list. Use square ones.", caught_by="visible")
def poly_derivative(coeffs):
    return (k * c for k, c in enumerate(coeffs) if k) if len(coeffs) > 1 else [0.0]


hints(
    "d27-poly_derivative",
    "The coefficient at place k belongs to x to the power k. What becomes of that term?",
    "k * coeffs[k], at the place before it; the constant at place 0 is gone.",
    "[k * coeffs[k] for k in range(1, len(coeffs))], and [0.0] if that list is empty.",
)
why(
    "d27-poly_derivative",
    "Sums and constant factors pass through a derivative, so each term is treated alone: k comes down, and the coefficient moves to place k − 1. Only a constant needs care, because nothing of it is left and a polynomial is never an empty list.",
)


# ---------------------------------------------------------------- d27-dsigmoid


@also_right("d27-dsigmoid")
def dsigmoid(x):
    return sigmoid(x) * sigmoid(-1.0 * x)


@also_right("d27-dsigmoid")
def dsigmoid(x):
    small = np.exp(-np.abs(1.0 * x))
    return small / (1 + small) ** 2


@also_right("d27-dsigmoid")
def dsigmoid(x):
    return (1 - np.tanh(1.0 * x / 2) ** 2) / 4


@mistake("d27-dsigmoid", "You returned the sigmoid itself, its height. Asked is its slope.", caught_by="visible")
def dsigmoid(x):
    return sigmoid(x)


@mistake("d27-dsigmoid", "You took x (1 − x). The formula is for the height: σ(x) times what σ(x) lacks to 1.", caught_by="visible")
def dsigmoid(x):
    return x * (1 - x)


@mistake("d27-dsigmoid", "You squared the sigmoid. One of the two factors is 1 − σ(x).", caught_by="visible")
def dsigmoid(x):
    return sigmoid(x) ** 2


@mistake("d27-dsigmoid", "You returned 1 − σ(x). That is one of the two factors; multiply it by the height.", caught_by="visible")
def dsigmoid(x):
    return 1 - sigmoid(x)


@mistake("d27-dsigmoid", "Your slope is σ(1 + σ). What is missing to 1 is 1 − σ.", caught_by="visible")
def dsigmoid(x):
    p = sigmoid(x)
    return p * (1 + p)


@mistake("d27-dsigmoid", "Your answer is 0 everywhere, as σ times 1 less σ is: the 1 − σ needs brackets.", caught_by="visible")
def dsigmoid(x):
    p = sigmoid(x)
    return p * 1 - p


@mistake("d27-dsigmoid", "Your slope is negative. The sigmoid rises everywhere.", caught_by="visible")
def dsigmoid(x):
    p = sigmoid(x)
    return p * (p - 1)


@mistake("d27-dsigmoid", "Far to the left your exponential overflows. Use the toolbox's sigmoid, which does not.", caught_by="hidden")
def dsigmoid(x):
    return np.exp(-1.0 * x) / (1 + np.exp(-1.0 * x)) ** 2


@mistake("d27-dsigmoid", "Far to the right your exponential overflows. Use the toolbox's sigmoid, which does not.", caught_by="hidden")
def dsigmoid(x):
    return np.exp(1.0 * x) / (1 + np.exp(1.0 * x)) ** 2


@mistake("d27-dsigmoid", "The square below the bar is missing. Without it the fraction is 1 − σ(x), one of the two factors.", caught_by="visible")
def dsigmoid(x):
    return np.exp(-1.0 * x) / (1 + np.exp(-1.0 * x))


@mistake("d27-dsigmoid", "You applied the sigmoid twice: the slope's formula takes the height once.", caught_by="visible")
def dsigmoid(x):
    p = sigmoid(sigmoid(x))
    return p * (1 - p)


@mistake("d27-dsigmoid", "You added the two factors. They sum to 1 everywhere; the slope is their product.", caught_by="visible")
def dsigmoid(x):
    p = sigmoid(x)
    return p + (1 - p)


@mistake("d27-dsigmoid", "You multiplied the height by 1 − x. What is missing is 1 less the height.", caught_by="visible")
def dsigmoid(x):
    return sigmoid(x) * (1 - x)


@mistake("d27-dsigmoid", "Your slope is that of tanh, 1 at 0. The hump of the sigmoid is a quarter as high and twice as wide.", caught_by="visible")
def dsigmoid(x):
    return 1 - np.tanh(1.0 * x) ** 2


@mistake("d27-dsigmoid", "You measured the slope with a step that is too large: it is off in the fourth digit. The formula gives it exactly.", caught_by="visible")
def dsigmoid(x):
    return (sigmoid(x + 0.1) - sigmoid(x - 0.1)) / 0.2


@mistake("d27-dsigmoid", "You measured the slope with a step, and it is off in the last digits. The formula gives it exactly.", caught_by="hidden")
def dsigmoid(x):
    return (sigmoid(x + 1e-5) - sigmoid(x - 1e-5)) / 2e-5


@mistake("d27-dsigmoid", "You subtracted the square of the height from 1. That is the rule for tanh; here it is the height less its square.", caught_by="visible")
def dsigmoid(x):
    return 1 - sigmoid(x) ** 2


@mistake("d27-dsigmoid", "You cut inputs off at a bound that is too near: far out the slope goes on falling.", caught_by="hidden")
def dsigmoid(x):
    p = sigmoid(np.clip(x, -10, 10))
    return p * (1 - p)


@mistake("d27-dsigmoid", "Your values are right, but far to the left e to the −x overflows on the way. Use the toolbox's sigmoid, which does not.", caught_by="hidden")
def dsigmoid(x):
    p = 1 / (1 + np.exp(-1.0 * x))
    return p * (1 - p)


@mistake("d27-dsigmoid", "You returned the largest slope, whatever x is. Far out it is nearly 0.", caught_by="visible")
def dsigmoid(x):
    return 0.25


@mistake("d27-dsigmoid", "The square stands inside the bracket: it is 1 + e to the −x as a whole that is squared.", caught_by="visible")
def dsigmoid(x):
    with np.errstate(all="ignore"):
        return np.exp(-1.0 * x) / (1 + np.exp(-1.0 * x) ** 2)


@also_right("d27-dsigmoid")
def dsigmoid(x):
    with np.errstate(over="ignore"):
        p = 1 / (1 + np.exp(-1.0 * x))
    return p - p**2


@mistake("d27-dsigmoid", "You multiplied what is missing to 1 by x. It is multiplied by the height, σ(x).", caught_by="visible")
def dsigmoid(x):
    return x * (1 - sigmoid(x))


@mistake("d27-dsigmoid", "Your slope has x as a factor. It is made of the height alone.", caught_by="visible")
def dsigmoid(x):
    return sigmoid(x) * (1 - sigmoid(x)) * x


@mistake("d27-dsigmoid", "Your inputs are cut off at a bound that is too wide: the square of e to the 500 overflows.", caught_by="hidden")
def dsigmoid(x):
    x = np.clip(x, -500, 500)
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


@mistake("d27-dsigmoid", "np.where works out both formulas at all places, and the one that it does not take overflows.", caught_by="hidden")
def dsigmoid(x):
    x = 1.0 * x
    return np.where(x < 0, np.exp(x) / (1 + np.exp(x)) ** 2, np.exp(-x) / (1 + np.exp(-x)) ** 2)


@mistake("d27-dsigmoid", "You silenced the warnings, but not what they warn of: far to the left infinity divided by infinity is nan.", caught_by="hidden")
def dsigmoid(x):
    with np.errstate(all="ignore"):
        return np.exp(-1.0 * x) / (1 + np.exp(-1.0 * x)) ** 2


@mistake("d27-dsigmoid", "Your slopes come back in one row. They should have the shape of x.", caught_by="hidden")
def dsigmoid(x):
    p = np.ravel(sigmoid(x))
    return p * (1 - p)


@mistake("d27-dsigmoid", "You wrote the result into the caller's x.", caught_by="hidden")
def dsigmoid(x):
    p = sigmoid(x)
    x[...] = p * (1 - p)
    return x


@mistake("d27-dsigmoid", "Beyond some x your slope is 0. It is small there, and not 0.", caught_by="hidden")
def dsigmoid(x):
    p = sigmoid(x)
    return np.where(np.abs(x) > 6, 0.0, p * (1 - p))


@mistake("d27-dsigmoid", "Beyond some x your slope is 0. It is small there, and not 0.", caught_by="hidden")
def dsigmoid(x):
    p = sigmoid(x)
    return np.where(np.abs(x) > 20, 0.0, p * (1 - p))


@mistake("d27-dsigmoid", "Below the bar brackets are missing: the whole sum 1 + e to the −x is squared, and divides.", caught_by="visible")
def dsigmoid(x):
    return np.exp(-1.0 * x) / 1 + np.exp(-1.0 * x) ** 2


@mistake("d27-dsigmoid", "Above your bar stands 1. It is e to the −x.", caught_by="visible")
def dsigmoid(x):
    return 1 / (1 + np.exp(-1.0 * x)) ** 2


@mistake("d27-dsigmoid", "Your slope is negative. The sigmoid rises everywhere.", caught_by="visible")
def dsigmoid(x):
    return -np.exp(-1.0 * x) / (1 + np.exp(-1.0 * x)) ** 2


@mistake("d27-dsigmoid", "The square below the bar is missing. Without it the fraction is the smaller of the two shares.", caught_by="visible")
def dsigmoid(x):
    e = np.exp(-np.abs(x))
    return e / (1 + e)


@mistake("d27-dsigmoid", "You took the smaller of the two shares, halved. The slope is their product.", caught_by="visible")
def dsigmoid(x):
    p = sigmoid(x)
    return np.minimum(p, 1 - p) / 2


@mistake("d27-dsigmoid", "You took one over the slope.", caught_by="visible")
def dsigmoid(x):
    p = sigmoid(x)
    return 1 / (p * (1 - p))


@mistake("d27-dsigmoid", "Your slope is twice the right one: 1/2 at 0. It is 1/4 there.", caught_by="visible")
def dsigmoid(x):
    return (1 - np.tanh(1.0 * x / 2) ** 2) / 2


hints(
    "d27-dsigmoid",
    "The slope is made of the height alone. Which height?",
    "With p = sigmoid(x): what is p missing to 1?",
    "p = sigmoid(x), then p * (1 − p).",
)
why(
    "d27-dsigmoid",
    "The height is computed once, without overflow, and a product of two shares cannot overflow. Far to the right 1 − p is rounded to 0 from about 37 on; sigmoid(x) * sigmoid(−x) keeps all digits there, too.",
)


# ---------------------------------------------------------------- d27-quotient_rule


@also_right("d27-quotient_rule")
def quotient_rule(f, df, g, dg):
    def slope(x):
        bottom = g(x)
        ratio = f(x) / bottom
        return (df(x) - ratio * dg(x)) / bottom

    return slope


@also_right("d27-quotient_rule")
def quotient_rule(f, df, g, dg):
    # The product rule with 1/g.
    return lambda x: df(x) * (1 / g(x)) + f(x) * (-dg(x) / g(x) ** 2)


@mistake("d27-quotient_rule", "Your two terms are the wrong way around: the slope has the opposite sign. f' g comes first.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (f(x) * dg(x) - df(x) * g(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "You divided by g once. Below the bar stands its square.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x)


@mistake("d27-quotient_rule", "You added the two terms. A growing denominator makes the quotient smaller: the second is taken away.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "You divided one slope by the other. Both functions count as well.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) / dg(x)


@mistake("d27-quotient_rule", "Your answer is the top of the fraction alone. It is divided by the square of g.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x)


@mistake("d27-quotient_rule", "Below your bar stands the square of f. It is the square of g, which one divides by.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    with np.errstate(all="ignore"):
        return lambda x: (df(x) * g(x) - f(x) * dg(x)) / f(x) ** 2


@mistake("d27-quotient_rule", "Below your bar stands the slope of g, squared. It is g itself that is squared.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / dg(x) ** 2


@mistake("d27-quotient_rule", "A bracket is missing: only the second term is divided. The whole difference is.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x) / g(x) ** 2


@mistake("d27-quotient_rule", "Your answer is the relative slope of the quotient, that of f less that of g. Multiply it by f/g.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    with np.errstate(all="ignore"):
        return lambda x: df(x) / f(x) - dg(x) / g(x)


@mistake("d27-quotient_rule", "Only the slope of f is in your answer, over g. The denominator moves, too.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) / g(x)


@mistake("d27-quotient_rule", "The top of your fraction multiplies each function by its own slope. It is f' g − f g'.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * f(x) - g(x) * dg(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "You returned the quotient itself. Asked is its slope.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: f(x) / g(x)


@mistake("d27-quotient_rule", "Below your bar stands 2g. It is g times g.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / (2 * g(x))


@mistake("d27-quotient_rule", "This is the product rule. A quotient has a minus between the terms, and g squared below.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * dg(x)


@mistake("d27-quotient_rule", "This error comes from multiplying functions with each other: a function has a value only at a place. Return a function of x that asks them there.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return (df * g - f * dg) / g**2


@mistake("d27-quotient_rule", "You subtracted the slopes and divided by g squared. Each slope is multiplied by the other function first.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) - dg(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "You squared g of x squared: g is asked at x, and its value is squared.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x**2)


@mistake("d27-quotient_rule", "Your new function returns None: it works out the slope and does not return it.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    def slope(x):
        (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2

    return slope


@mistake("d27-quotient_rule", "You took the slope of g over f, the other way around: below the bar of your quotient stands g.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    with np.errstate(all="ignore"):
        return lambda x: (dg(x) * f(x) - g(x) * df(x)) / f(x) ** 2


@mistake("d27-quotient_rule", "Your slope is never negative: the sign of the top is lost.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    return lambda x: abs(df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "In your second term f is missing: it is f times the slope of g, over g squared.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) / g(x) - dg(x) / g(x) ** 2


@mistake("d27-quotient_rule", "You divided by the slope of g in the second term. There it is a factor, and g squared is below the bar.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    with np.errstate(all="ignore"):
        return lambda x: df(x) / g(x) - f(x) / dg(x)


@mistake("d27-quotient_rule", "Below your bar stands the third power of g. Its square is enough.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 3


@mistake("d27-quotient_rule", "You divided by g once and doubled the result. Below the bar stands g squared, g(x) ** 2.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) * 2


@mistake("d27-quotient_rule", "The top of your fraction multiplies the slopes with each other, and the functions with each other. It is f' g − f g'.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * dg(x) - f(x) * g(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "Only the slope of g is in your answer. The slope of f, over g, is missing.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: -f(x) * dg(x) / g(x) ** 2


@mistake("d27-quotient_rule", "This is the slope of 1/g. Above the bar of your quotient stands f.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: -dg(x) / g(x) ** 2


@mistake("d27-quotient_rule", "You multiplied the slope of f by the slope of 1/g. A product's slope is not the product of the slopes.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) * (-dg(x) / g(x) ** 2)


@mistake("d27-quotient_rule", "You divided with //, which gives whole numbers. A slope is divided with /.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) // g(x) ** 2


@mistake("d27-quotient_rule", "In the top of your fraction the slope of g multiplies both terms. It belongs to f alone: f' g − f g'.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x)) * dg(x) / g(x) ** 2


@mistake("d27-quotient_rule", "In the top of your fraction the difference stands inside: slope times a difference times slope. It is f' g − f g'.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) * (g(x) - f(x)) * dg(x) / g(x) ** 2


@mistake("d27-quotient_rule", "You divide by f on the way, and where f is 0 that fails. f' g − f g' over g squared divides by g alone.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) / f(x) - dg(x) / g(x)) * f(x) / g(x)


@mistake("d27-quotient_rule", "Your new function adds up the slopes of all places. Each place has its own.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    return lambda x: np.sum((df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2)


@mistake("d27-quotient_rule", "You squared the whole fraction. Only g is squared.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: ((df(x) * g(x) - f(x) * dg(x)) / g(x)) ** 2


@mistake("d27-quotient_rule", "Your second term is the product of the two slopes. It is f times the slope of g.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - df(x) * dg(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "Your second term is f times g. It is f times the slope of g.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * g(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "The minus stands before both of your terms. It belongs to the second alone.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: -(df(x) * g(x) + f(x) * dg(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "You returned the slope at 1. What is wanted is a function that gives the slope at any place.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return (df(1) * g(1) - f(1) * dg(1)) / g(1) ** 2


@mistake("d27-quotient_rule", "Your new function always gives the slope at 1. It has to ask at its own x.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    slope = (df(1) * g(1) - f(1) * dg(1)) / g(1) ** 2
    return lambda x: slope


@mistake("d27-quotient_rule", "Your new function hands out the top and the bottom side by side. Divide the one by the other.", caught_by="visible")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x), g(x) ** 2)


@mistake("d27-quotient_rule", "Where g is negative you do not work the slope out. g squared is positive there as well, and the rule holds.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    return lambda x: np.where(g(x) > 0, (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2, 0)


@mistake("d27-quotient_rule", "Where g is negative you do not work the slope out. g squared is positive there as well, and the rule holds.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    return lambda x: 0 * x if np.any(g(x) <= 0) else (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2


@mistake("d27-quotient_rule", "Where g is negative your slope has the wrong sign: the square of g is positive, whatever the sign of g.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / (abs(g(x)) * g(x))


@mistake("d27-quotient_rule", "All your machines do what the last one does: each new one changes what the earlier ones read. Let the inner function read f, df, g and dg.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    global _f, _df, _g, _dg
    _f, _df, _g, _dg = f, df, g, dg
    return lambda x: (_df(x) * _g(x) - _f(x) * _dg(x)) / _g(x) ** 2


@mistake("d27-quotient_rule", "Your slope is measured with a step, and the two functions you were given with df and dg go unused. The rule is exact, however far out.", caught_by="hidden")
def quotient_rule(f, df, g, dg):
    return lambda x: central_slope(lambda u: f(u) / g(u), x, 1e-5)


hints(
    "d27-quotient_rule",
    "If only f grows, the quotient grows; if only g grows, it falls. Which term has the minus?",
    "The top is df(x) * g(x) less f(x) * dg(x).",
    "return lambda x: (df(x) * g(x) − f(x) * dg(x)) / g(x) ** 2, with the brackets.",
)
why(
    "d27-quotient_rule",
    "It is the product rule for f and 1/g, whose slope is −g'/g². Brought over one denominator, the first term gets a g. That order of terms is worth remembering: the other one has the opposite sign.",
)


# ---------------------------------------------------------------- d27-derivative_table


def table(x, **other):
    x = 1.0 * x
    right = {"x**3": 3 * x**2, "1/x": -1 / x**2, "sqrt": 0.5 / np.sqrt(x), "exp": np.exp(x)}
    right |= {"2**x": 2**x * np.log(2), "log": 1 / x, "sin": np.cos(x), "tanh": 1 - np.tanh(x) ** 2}
    return right | other


@also_right("d27-derivative_table")
def derivative_table(x):
    x = np.asarray(x, dtype=float)
    root, e = np.sqrt(x), np.exp(-2 * x)
    return {
        "tanh": 4 * e / (1 + e) ** 2,
        "sin": np.sin(x + np.pi / 2),
        "log": x**-1,
        "2**x": np.log(2) * np.exp(x * np.log(2)),
        "exp": np.exp(x),
        "sqrt": 1 / (2 * root),
        "1/x": -(x**-2),
        "x**3": x * x * 3,
    }


@also_right("d27-derivative_table")
def derivative_table(x):
    import sympy as sp

    s = sp.symbols("x")
    names = {"1/x": 1 / s, "sqrt": sp.sqrt(s), "exp": sp.exp(s), "2**x": 2**s}
    names |= {"x**3": s**3, "log": sp.log(s), "sin": sp.sin(s), "tanh": sp.tanh(s)}
    return {name: sp.lambdify(s, sp.diff(f, s))(np.asarray(x, dtype=float)) for name, f in names.items()}


@mistake("d27-derivative_table", "In 2**x the exponent moves. You treated it as a power of x: x · 2 to the power x − 1.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": x * 2.0 ** (x - 1)})


@mistake("d27-derivative_table", "Your slope of 2**x is 2**x itself. Only for the base e is the factor 1; here it is log 2.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": 2.0**x})


@mistake("d27-derivative_table", "Your slope of 1/x is positive. The quotient falls as x grows.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"1/x": 1.0 / x**2})


@mistake("d27-derivative_table", "Your slope of 1/x is −1/x. The power falls from −1 to −2.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"1/x": -1.0 / x})


@mistake("d27-derivative_table", "Your slope of 1/x is log x. That is the way back: the slope of log x is 1/x.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"1/x": np.log(x)})


@mistake("d27-derivative_table", "Your slope of 1/x is −1 everywhere. The power falls by one, from −1 to −2.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"1/x": -1.0 + 0 * x})


@mistake("d27-derivative_table", "Your slope of the logarithm is the logarithm itself. That is true of e to the x; here it is 1/x.", caught_by="visible")
def derivative_table(x):
    return table(x, log=np.log(x))


@mistake("d27-derivative_table", "Your slope of the logarithm is e to the x. That is its mirror image; the slope is 1/x.", caught_by="visible")
def derivative_table(x):
    return table(x, log=np.exp(x))


@mistake("d27-derivative_table", "Your slope of the sine is minus the cosine. At 0 the sine climbs.", caught_by="visible")
def derivative_table(x):
    return table(x, sin=-np.cos(x))


@mistake("d27-derivative_table", "You forgot that tanh is squared: the slope is 1 less the square of tanh.", caught_by="visible")
def derivative_table(x):
    return table(x, tanh=1 - np.tanh(x))


@mistake("d27-derivative_table", "For tanh you used the rule of the sigmoid, height times what is missing to 1.", caught_by="visible")
def derivative_table(x):
    return table(x, tanh=np.tanh(x) * (1 - np.tanh(x)))


@mistake("d27-derivative_table", "Your slope of the square root is twice too large: the power 1/2 comes down as a factor.", caught_by="visible")
def derivative_table(x):
    return table(x, sqrt=1 / np.sqrt(x))


@mistake("d27-derivative_table", "Your slope of the square root grows with x. The power falls from 1/2 to −1/2.", caught_by="visible")
def derivative_table(x):
    return table(x, sqrt=0.5 * np.sqrt(x))


@mistake("d27-derivative_table", "Your slope of the cube is x²: the 3 that comes down is missing.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"x**3": x**2})


@mistake("d27-derivative_table", "The power of your cube has not fallen: 3 comes down, and x² is left.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"x**3": 3 * x**3})


@mistake("d27-derivative_table", "For e to the x you used the power rule: x times e to the x − 1. The exponent moves, so e to the x is its own slope.", caught_by="visible")
def derivative_table(x):
    return table(x, exp=x * np.exp(x - 1.0))


@mistake("d27-derivative_table", "You returned the eight functions themselves, not their slopes.", caught_by="visible")
def derivative_table(x):
    x = 1.0 * x
    return {"x**3": x**3, "1/x": 1 / x, "sqrt": np.sqrt(x), "exp": np.exp(x), "2**x": 2**x, "log": np.log(x), "sin": np.sin(x), "tanh": np.tanh(x)}


@mistake("d27-derivative_table", "You returned the eight arrays without their names. A dict is wanted.", caught_by="visible")
def derivative_table(x):
    return list(table(x).values())


@mistake("d27-derivative_table", "All your slopes are those at the first place. Each place has its own.", caught_by="visible")
def derivative_table(x):
    return {name: slopes[0] + 0 * slopes for name, slopes in table(x).items()}


@mistake("d27-derivative_table", "Your slopes of 2**x have log base 10 of 2 as a factor. The natural logarithm is the one that (2^h − 1)/h goes to.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": 2.0**x * np.log10(2)})


@mistake("d27-derivative_table", "Your slope of 2**x is divided by log 2. It is multiplied by it.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": 2.0**x / np.log(2)})


@mistake("d27-derivative_table", "Your slope of the sine is the sine. It is the cosine, which is 0 under the sine's top.", caught_by="visible")
def derivative_table(x):
    return table(x, sin=np.sin(x))


@mistake("d27-derivative_table", "Your slopes of tanh overflow at large places. 1 less the square of tanh does not.", caught_by="hidden")
def derivative_table(x):
    with np.errstate(all="ignore"):
        up, down = np.exp(4.0 * x), np.exp(-4.0 * x)
        square = (up + 2 * np.exp(2.0 * x) * 2 + 6 + 4 * np.exp(-2.0 * x) + down) / up * 0 + (np.exp(1.0 * x) + np.exp(-1.0 * x)) ** 4
        return table(x, tanh=4 * (np.exp(1.0 * x) + np.exp(-1.0 * x)) ** 2 / square)


@mistake("d27-derivative_table", "Your function returns None: the dict goes behind a return.", caught_by="visible")
def derivative_table(x):
    print(table(x))


@mistake("d27-derivative_table", "Your slope of the square root is x to the −1 with a factor. The exponent −1/2 needs brackets.", caught_by="visible")
def derivative_table(x):
    x = 1.0 * x
    return table(x, sqrt=1 / 2 * x**-1 / 2)


@mistake("d27-derivative_table", "Your slope of the square root is half of 1/x. It is half of one over the root.", caught_by="visible")
def derivative_table(x):
    return table(x, sqrt=0.5 / x)


@mistake("d27-derivative_table", "In your slope of tanh x is squared. It is tanh of x that is squared.", caught_by="visible")
def derivative_table(x):
    return table(x, tanh=1 - np.tanh(1.0 * x**2))


@mistake("d27-derivative_table", "In your slope of tanh the square is added. It is taken away: far out the slope goes to 0.", caught_by="visible")
def derivative_table(x):
    return table(x, tanh=1 + np.tanh(1.0 * x) ** 2)


@mistake("d27-derivative_table", "Your slope of e to the x is e everywhere. It is e to the x again.", caught_by="visible")
def derivative_table(x):
    return table(x, exp=np.e + 0.0 * x)


@mistake("d27-derivative_table", "Your slope of 2**x has the factor log x. It is the logarithm of the base, 2.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": 2.0**x * np.log(x)})


@mistake("d27-derivative_table", "Your slopes are measured with a step, and off in the last digits. The rules give them exactly.", caught_by="hidden")
def derivative_table(x):
    fs = {"x**3": lambda x: x**3, "1/x": lambda x: 1 / x, "sqrt": np.sqrt, "exp": np.exp, "2**x": lambda x: 2.0**x, "log": np.log, "sin": np.sin, "tanh": np.tanh}
    return {k: (f(x + 1e-5) - f(x - 1e-5)) / 2e-5 for k, f in fs.items()}


@mistake("d27-derivative_table", "Your slope of the cube is 3x. 3 comes down, and the power that is left is 2.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"x**3": 3.0 * x})


@mistake("d27-derivative_table", "Your slope of the cube is (3x)². Only x is squared.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"x**3": (3.0 * x) ** 2})


@mistake("d27-derivative_table", "Your slope of the cube is 2x³. 3 comes down, and 2 is the power that is left.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"x**3": 2.0 * x**3})


@mistake("d27-derivative_table", "Your slope of the cube is x to the 4 over 4. That is the way back, from a slope to a function.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"x**3": x**4 / 4})


@mistake("d27-derivative_table", "In the cube it is x that moves, so no logarithm comes in: 3 comes down.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"x**3": x**3 * np.log(3)})


@mistake("d27-derivative_table", "Your slope of 1/x is −x/2: read from the left, 1 / 2 * x divides by 2 and multiplies by x.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"1/x": -x / 2})


@mistake("d27-derivative_table", "Your slope of 1/x is −2/x. The factor is −1, and the power that is left is −2.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"1/x": -2 / x})


@mistake("d27-derivative_table", "Your slope of 1/x is −2/x². The factor that comes down is −1.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"1/x": -2 / x**2})


@mistake("d27-derivative_table", "Your slope of 1/x is −1/x³. The power falls by one, from −1 to −2.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"1/x": -1 / x**3})


@mistake("d27-derivative_table", "Your slope of the square root is 2 over the root. The 2 stands below the bar.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"sqrt": 2 / np.sqrt(x)})


@mistake("d27-derivative_table", "Your slope of the square root is one over the root of 2x. The 2 stands outside the root.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"sqrt": 1 / np.sqrt(2 * x)})


@mistake("d27-derivative_table", "Your slope of the square root is negative. The root climbs everywhere.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"sqrt": -0.5 / np.sqrt(x)})


@mistake("d27-derivative_table", "Your slope of the square root has the power −3/2. From 1/2 the power falls by one, to −1/2.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"sqrt": 0.5 * (1.0 * x) ** -1.5})


@mistake("d27-derivative_table", "Your slope of e to the x has x as a factor. It is e to the x alone.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"exp": x * np.exp(x)})


@mistake("d27-derivative_table", "Your slope of e to the x is 1 everywhere. It is e to the x again.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"exp": 1.0 + 0.0 * x})


@mistake("d27-derivative_table", "Your slope of e to the x is e to the −x. It is e to the x again.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"exp": np.exp(-1.0 * x)})


@mistake("d27-derivative_table", "Your slope of 2**x is 2x times log 2. The x stays in the exponent.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": 2 * x * np.log(2)})


@mistake("d27-derivative_table", "Your slope of 2**x is x squared times log 2. The x stays in the exponent.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": x**2 * np.log(2)})


@mistake("d27-derivative_table", "You added log 2 to 2**x. It is a factor.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": 2.0**x + np.log(2)})


@mistake("d27-derivative_table", "Your slope of 2**x is 2x, as if it were x squared. Here the exponent moves.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": 2.0 * x})


@mistake("d27-derivative_table", "In your slope of 2**x the factor log 2 has slipped into the exponent.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"2**x": 2.0 ** (x * np.log(2))})


@mistake("d27-derivative_table", "Your slope of the logarithm is negative. It climbs everywhere, ever more slowly.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"log": -1 / x})


@mistake("d27-derivative_table", "Your slope of the logarithm is 1/x². It is 1/x.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"log": 1.0 / x**2})


@mistake("d27-derivative_table", "Your slope of the logarithm is the logarithm of 1/x. It is 1/x itself.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"log": np.log(1 / x)})


@mistake("d27-derivative_table", "Your slope is that of log2. The natural logarithm has the slope 1/x.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"log": 1 / (x * np.log(2))})


@mistake("d27-derivative_table", "Your slope of the logarithm is one over the logarithm. It is one over x.", caught_by="visible")
def derivative_table(x):
    with np.errstate(all="ignore"):
        return table(x, **{"log": 1 / np.log(x)})


@mistake("d27-derivative_table", "Your slope of the logarithm is divided with //, which gives whole numbers.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"log": 1 // x})


@mistake("d27-derivative_table", "Your slope of the sine takes x for degrees. The rule holds for radians, as they are.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"sin": np.cos(np.radians(x))})


@mistake("d27-derivative_table", "Your slope of the sine is minus the sine. It is the cosine.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"sin": -np.sin(x)})


@mistake("d27-derivative_table", "Your slope of tanh is the square of 1 less tanh. Only tanh is squared.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"tanh": (1 - np.tanh(x)) ** 2})


@mistake("d27-derivative_table", "Your slope of tanh is that of tan, 1 plus the square of tan. It is 1 less the square of tanh.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"tanh": 1 + np.tan(x) ** 2})


@mistake("d27-derivative_table", "Your slope of tanh is one over cosh. It is the square of that.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"tanh": 1 / np.cosh(x)})


@mistake("d27-derivative_table", "Your slope of tanh is negative. tanh climbs everywhere.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"tanh": np.tanh(x) ** 2 - 1})


@mistake("d27-derivative_table", "For tanh you gave the slope of the sigmoid. At 0 it is 1/4, that of tanh 1.", caught_by="visible")
def derivative_table(x):
    return table(x, **{"tanh": sigmoid(x) * (1 - sigmoid(x))})


@mistake("d27-derivative_table", "The square root and the logarithm have each other's slopes.", caught_by="visible")
def derivative_table(x):
    right = table(x)
    return right | {"sqrt": right["log"], "log": right["sqrt"]}


@mistake("d27-derivative_table", "Whole numbers to a negative power are more than numpy does. Write -1 / x**2, or begin with 1.0 * x.", caught_by="hidden")
def derivative_table(x):
    return table(x, **{"1/x": -(x**-2)})


@mistake("d27-derivative_table", "Your slopes are those at the first place alone, one number for each name.", caught_by="visible")
def derivative_table(x):
    return {name: float(slopes[0]) for name, slopes in table(x).items()}


@mistake("d27-derivative_table", "Behind each of your names stands a function. The slopes at the places of x are asked for.", caught_by="visible")
def derivative_table(x):
    return {name: (lambda u, name=name: table(u)[name]) for name in table(x)}


@mistake("d27-derivative_table", "Behind each of your names stands a text. The slopes themselves are asked for.", caught_by="visible")
def derivative_table(x):
    return {"x**3": "3 * x**2", "1/x": "-1 / x**2", "sqrt": "1 / (2 * np.sqrt(x))", "exp": "np.exp(x)", "2**x": "2**x * np.log(2)", "log": "1 / x", "sin": "np.cos(x)", "tanh": "1 - np.tanh(x) ** 2"}


@mistake("d27-derivative_table", "You cut the places to whole numbers before you began.", caught_by="hidden")
def derivative_table(x):
    return table(x.astype(int))


@mistake("d27-derivative_table", "You returned pairs of a name and its slopes in a list. A dict is wanted.", caught_by="visible")
def derivative_table(x):
    return list(table(x).items())


@mistake("d27-derivative_table", "You put the places in order of size. The slopes should come in the order of x.", caught_by="hidden")
def derivative_table(x):
    return table(np.sort(x))


@mistake("d27-derivative_table", "You sorted the caller's places. Leave them as they are.", caught_by="hidden")
def derivative_table(x):
    x.sort()
    return table(x)


@mistake("d27-derivative_table", "Your slope of e to the x is e times x. It is e to the x again.", caught_by="visible")
def derivative_table(x):
    return table(x, exp=np.e * x)


@mistake("d27-derivative_table", "Your slope of the square root is x to the −1 with a factor. The exponent −1/2 needs brackets.", caught_by="visible")
def derivative_table(x):
    return table(x, sqrt=0.5 * x**-1 / 2)


hints(
    "d27-derivative_table",
    "Three are powers of x: with the exponents 3, −1 and 1/2. What comes down, and what is left?",
    "exp is its own slope, and so is 2**x up to a factor: the natural logarithm of 2.",
    "sin gives np.cos(x), log gives 1 / x, tanh gives 1 − np.tanh(x) ** 2.",
)
why(
    "d27-derivative_table",
    "Three powers, two exponentials, the logarithm, the sine and a quotient: every rule of the day once. 1.0 * x first, so that whole numbers do not stay whole.",
)
