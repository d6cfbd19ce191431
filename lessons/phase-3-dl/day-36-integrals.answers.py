"""Right and wrong answers to day 36: integrals and densities."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import inverse_by_bisection

# ---------------------------------------------------------------- d36-review


@also_right("d36-review")
def review_36(bends):
    return min(2 / c for c in bends)


@also_right("d36-review")
def review_36(bends):
    return 2.0 / sorted(bends)[-1]


@mistake("d36-review", "You took the flattest direction, whose bound is the largest. The steepest flies out first.", caught_by="visible")
def review_36(bends):
    return 2 / np.min(bends)


@mistake("d36-review", "You took the mean bend. A direction that is bent more flies out nevertheless.", caught_by="visible")
def review_36(bends):
    return 2 / np.mean(bends)


@mistake("d36-review", "You took the mean of the bounds. All of them have to hold.", caught_by="visible")
def review_36(bends):
    return np.mean(2 / bends)


@mistake("d36-review", "You returned 1 over the largest bend: that is the rate which lands in one step. The bound is larger.", caught_by="visible")
def review_36(bends):
    return 1 / np.max(bends)


@mistake("d36-review", "Your bound is smaller than it has to be: the bends are added. Each direction has a bound of its own.", caught_by="visible")
def review_36(bends):
    return 2 / np.sum(bends)


@mistake("d36-review", "You returned a bound for each direction. One learning rate must serve them all.", caught_by="visible")
def review_36(bends):
    return 2 / bends


@mistake("d36-review", "Your quotient is upside down: a sharper bend allows smaller steps.", caught_by="visible")
def review_36(bends):
    return np.max(bends) / 2


@mistake("d36-review", "You returned the largest bend itself. The bound is 2 divided by it.", caught_by="visible")
def review_36(bends):
    return np.max(bends)


@mistake("d36-review", "You multiplied where the rule divides: a sharper bend allows smaller steps.", caught_by="visible")
def review_36(bends):
    return 2 * np.max(bends)


@mistake("d36-review", "You looked at the first direction only.", caught_by="visible")
def review_36(bends):
    return 2 / bends[0]


@mistake("d36-review", "You looked at the last direction only.", caught_by="visible")
def review_36(bends):
    return 2 / bends[-1]


@mistake("d36-review", "You compared the largest bend with the smallest, as a condition number does. The bound needs the largest alone.", caught_by="visible")
def review_36(bends):
    return np.max(bends) / np.min(bends)


@mistake("d36-review", "You took the rate that shrinks the steepest and the flattest direction alike, 2 over their sum. Asked is how far one may go.", caught_by="visible")
def review_36(bends):
    return 2 / (np.max(bends) + np.min(bends))


@mistake("d36-review", "You multiplied the bends with each other. Each direction has a bound of its own.", caught_by="visible")
def review_36(bends):
    return 2 / np.prod(bends)


@mistake("d36-review", "You took the bend in the middle, the median. The sharpest flies out first.", caught_by="visible")
def review_36(bends):
    return 2 / np.median(bends)


@mistake("d36-review", "You divided by the number of the sharpest direction, not by its bend.", caught_by="visible")
def review_36(bends):
    with np.errstate(all='ignore'):
        return np.float64(2) / np.argmax(bends)


hints(
    "d36-review",
    "Each direction has the bound 2/c. When are all of them kept?",
    "The smallest of the bounds. Which bend does it belong to?",
    "2 / np.max(bends).",
)
why("d36-review", "A learning rate is safe if it is below every bound, so below the smallest, which belongs to the sharpest bend.")


# ---------------------------------------------------------------- d36-trapezoid


@also_right("d36-trapezoid")
def trapezoid(f, a, b, n):
    h, area = (b - a) / n, 0.0
    for k in range(n):
        area += h * (f(a + k * h) + f(a + (k + 1) * h)) / 2
    return area


@also_right("d36-trapezoid")
def trapezoid(f, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return np.trapezoid(f(xs), xs)


@mistake("d36-trapezoid", "The two heights at the ends count fully in your sum. Each stands in one strip only, the others in two.", caught_by="visible")
def trapezoid(f, a, b, n):
    return (b - a) / n * f(np.linspace(a, b, n + 1)).sum()


@mistake("d36-trapezoid", "Your strips have level tops, at the height of their left ends.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * sum(f(a + k * h) for k in range(n))


@mistake("d36-trapezoid", "Your strips have level tops, at the height of their right ends.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * sum(f(a + (k + 1) * h) for k in range(n))


@mistake("d36-trapezoid", "Your strips have level tops, at the height in the middle of each. Asked are slanted tops, between the heights at both ends.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * sum(f(a + (k + 0.5) * h) for k in range(n))


@mistake("d36-trapezoid", "You asked f at n places, which makes one panel too few. n panels have n + 1 ends.", caught_by="visible")
def trapezoid(f, a, b, n):
    xs = np.linspace(a, b, n)
    return np.trapezoid(f(xs), xs)


@mistake("d36-trapezoid", "You asked f at n places, so your last panel's right end, or a height between, is missing, while the width is that of n panels.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n))
    return (b - a) / n * (y.sum() - (y[0] + y[-1]) / 2)


@mistake("d36-trapezoid", "The width of a panel is missing: you added up heights, not areas.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n + 1))
    return y.sum() - (y[0] + y[-1]) / 2


@mistake("d36-trapezoid", "The heights at the two ends are missing in your sum. Each counts half.", caught_by="visible")
def trapezoid(f, a, b, n):
    return (b - a) / n * f(np.linspace(a, b, n + 1))[1:-1].sum()


@mistake("d36-trapezoid", "Every height counts half in your sum. The inner ones stand in two strips.", caught_by="visible")
def trapezoid(f, a, b, n):
    return (b - a) / n * f(np.linspace(a, b, n + 1)).sum() / 2


@mistake("d36-trapezoid", "The areas of the two neighbors of each height are both counted in full: your sum is twice as large.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / n * (y[1:] + y[:-1]).sum()


@mistake("d36-trapezoid", "You used one panel from end to end, whatever n is.", caught_by="visible")
def trapezoid(f, a, b, n):
    return (b - a) * (f(1.0 * a) + f(1.0 * b)) / 2


@mistake("d36-trapezoid", "You returned a mean height. An area is that times the distance from a to b.", caught_by="visible")
def trapezoid(f, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return np.trapezoid(f(xs), xs) / (b - a)


@mistake("d36-trapezoid", "Your panels are those from 0 to b. They begin at a.", caught_by="visible")
def trapezoid(f, a, b, n):
    xs = np.linspace(0, b, n + 1)
    with np.errstate(all="ignore"):
        y = f(xs)
    return (b - a) / n * (y.sum() - (y[0] + y[-1]) / 2)


@mistake("d36-trapezoid", "You returned the areas of the single strips. Add them up.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / n * (y[1:] + y[:-1]) / 2


@mistake("d36-trapezoid", "Your places are whole numbers from a to b. The panels have the width (b − a)/n.", caught_by="visible")
def trapezoid(f, a, b, n):
    xs = np.arange(a, b + 1) * 1.0
    return np.trapezoid(f(xs), xs)


@mistake("d36-trapezoid", "Only one of the two ends counts half in your sum.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / n * (y.sum() - y[0] / 2)


@mistake("d36-trapezoid", "Only one of the two ends counts half in your sum.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / n * (y.sum() - y[-1] / 2)


@mistake("d36-trapezoid", "What lies below the axis counts positive in your area.", caught_by="hidden")
def trapezoid(f, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return np.trapezoid(abs(f(xs)), xs)


@mistake("d36-trapezoid", "Your answer is the area of the first strip alone.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * (f(a) + f(a + h)) / 2


@mistake("d36-trapezoid", "Your answer is the area of the last strip alone.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * (f(b - h) + f(b)) / 2


@mistake("d36-trapezoid", "In each of your strips the left height counts fully and the right one half. A mean halves both.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    y = f(np.linspace(a, b, n + 1))
    return h * (y[:-1] + y[1:] / 2).sum()


@mistake("d36-trapezoid", "You add one strip too many, beyond b.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return sum(h * (f(a + k * h) + f(a + (k + 1) * h)) / 2 for k in range(n + 1))


@mistake("d36-trapezoid", "The heights in the middle of your strips count as well, four times as much as the ends: that is Simpson's rule, with curved tops. Asked are straight ones.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return sum(h * (f(a + k * h) + 4 * f(a + (k + 0.5) * h) + f(a + (k + 1) * h)) / 6 for k in range(n))


@mistake("d36-trapezoid", "The two ends count one and a half times in your sum. Each counts half.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / n * (y.sum() + (y[0] + y[-1]) / 2)


@mistake("d36-trapezoid", "You cut into a thousand panels, whatever n is.", caught_by="visible")
def trapezoid(f, a, b, n):
    xs = np.linspace(a, b, 1001)
    return np.trapezoid(f(xs), xs)


@mistake("d36-trapezoid", "Your width is that of n + 1 panels. There are n.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / (n + 1) * (y.sum() - (y[0] + y[-1]) / 2)


@mistake("d36-trapezoid", "You took the plain mean of all heights. The ends count half in the sum, and it is divided by the number of panels.", caught_by="visible")
def trapezoid(f, a, b, n):
    return (b - a) * f(np.linspace(a, b, n + 1)).mean()


@mistake("d36-trapezoid", "You used the height in the middle of the whole range alone, whatever n is.", caught_by="visible")
def trapezoid(f, a, b, n):
    return (b - a) * f((a + b) / 2)


@mistake("d36-trapezoid", "The first height is lost from your sum, and the last counts one and a half times: minus reaches over one of them only.", caught_by="visible")
def trapezoid(f, a, b, n):
    y = f(np.linspace(a, b, n + 1))
    return (b - a) / n * (y.sum() - y[0] + y[-1] / 2)


@mistake("d36-trapezoid", "Your strips are moved to the right by one panel.", caught_by="visible")
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return sum(h * (f(a + (k + 1) * h) + f(a + (k + 2) * h)) / 2 for k in range(n))


hints(
    "d36-trapezoid",
    "First the n + 1 places, then the heights. How often does each height count?",
    "np.linspace(a, b, n + 1) has the places. All heights count once, the first and the last lose half of themselves.",
    "With y = f(xs): (b − a) / n * (y.sum() − (y[0] + y[−1]) / 2).",
)
why(
    "d36-trapezoid",
    "A strip is its width times the mean of its two heights. Adding all strips, an inner height is met twice, as a right end and as a left one, and each time counts half.",
)


# ---------------------------------------------------------------- d36-cdf_from_pdf


@also_right("d36-cdf_from_pdf")
def cdf_from_pdf(xs, pdf):
    area = [0.0]
    for k in range(len(xs) - 1):
        mean = (float(pdf[k]) + float(pdf[k + 1])) / 2
        area.append(area[-1] + mean * float(xs[k + 1] - xs[k]))
    return np.array([v / area[-1] for v in area])


@also_right("d36-cdf_from_pdf")
def cdf_from_pdf(xs, pdf):
    heights = np.array(pdf, dtype=float)
    whole = np.trapezoid(heights, xs)
    return np.array([np.trapezoid(heights[: k + 1], xs[: k + 1]) / whole for k in range(len(xs))])


@mistake("d36-cdf_from_pdf", "Heights are added as if all places were equally far apart. Each strip has a width of its own.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    sums = np.append(0.0, np.cumsum(pdf[1:] / 2 + pdf[:-1] / 2))
    return sums / sums[-1]


@mistake("d36-cdf_from_pdf", "You added up heights, without widths, and the first place already has something.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.cumsum(pdf) / np.sum(pdf)


@mistake("d36-cdf_from_pdf", "Your running area does not end at 1: it is not divided by its last value.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2)))


@mistake("d36-cdf_from_pdf", "Your list has one value for each strip, so the first place is missing. Up to there the area is 0.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2))
    return area / area[-1]


@mistake("d36-cdf_from_pdf", "Your strips have level tops, at the height of their left ends.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(np.diff(xs) * pdf[:-1]))
    return area / area[-1]


@mistake("d36-cdf_from_pdf", "Your strips have level tops, at the height of their right ends.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(np.diff(xs) * pdf[1:]))
    return area / area[-1]


@mistake("d36-cdf_from_pdf", "You returned the shares of the single strips. A cdf is their running sum.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    strips = np.append(0.0, np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2))
    return strips / strips.sum()


@mistake("d36-cdf_from_pdf", "Your running area begins at the right end: it falls from 1 to 0, the chance of landing beyond.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2)))
    return 1 - area / area[-1]


@mistake("d36-cdf_from_pdf", "You returned the whole area, one number. The area up to each place is wanted.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.trapezoid(pdf, xs)


@mistake("d36-cdf_from_pdf", "All of your strips have the width of the first. Here the distances differ.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.append(0.0, np.cumsum((xs[1] - xs[0]) * (pdf[1:] / 2 + pdf[:-1] / 2))) / np.trapezoid(pdf * 1.0, xs)


@mistake("d36-cdf_from_pdf", "You divided by the sum of the heights. The running area has to be divided by the whole area.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2))) / np.sum(pdf)


@mistake("d36-cdf_from_pdf", "You used the places where their distances belong: width is the step from one place to the next.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(xs[1:] * (pdf[1:] / 2 + pdf[:-1] / 2)))
    return area / area[-1]


@mistake("d36-cdf_from_pdf", "You divided by the largest height. The last value of the running area is what has to become 1.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2))) / np.max(pdf)


@mistake("d36-cdf_from_pdf", "The 0 stands at the end of your list. The area up to the first place is 0.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2))
    return np.append(area / area[-1], 0.0)


@mistake("d36-cdf_from_pdf", "The strips' differences of height stand where their mean belongs.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(np.diff(xs) * np.diff(pdf)))
    return area / area[-1]


@mistake("d36-cdf_from_pdf", "Your values are twice the running area, and not divided by the last. A strip has the mean of its two heights.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.append(0.0, np.cumsum(np.diff(xs) * (1.0 * pdf[1:] + pdf[:-1])))


@mistake("d36-cdf_from_pdf", "In each of your strips the right height counts fully and the left one half. A mean halves both.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] + pdf[:-1] / 2)))
    return area / area[-1]


@mistake("d36-cdf_from_pdf", "In each of your strips the left height counts fully and the right one half. A mean halves both.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1])))
    return area / area[-1]


@mistake("d36-cdf_from_pdf", "You divided by the last place. The last value of the running area is what has to become 1.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2)))
    return area / xs[-1]


@mistake("d36-cdf_from_pdf", "You divided by the number of places. The last value of the running area is what has to become 1.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2)))
    return area / len(xs)


@mistake("d36-cdf_from_pdf", "You divided the heights by the largest and added nothing up. A cdf is a running area.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return pdf / pdf.max()


@mistake("d36-cdf_from_pdf", "Your list ends after the first strip.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.array([0.0, (xs[1] - xs[0]) * (1.0 * pdf[0] + pdf[1]) / 2])


@mistake("d36-cdf_from_pdf", "Your strips' areas are multiplied with each other. A running area adds them.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    area = np.append(0.0, np.cumprod(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2)))
    return area / area[-1]


@mistake("d36-cdf_from_pdf", "You took slopes of the density, differences over widths. The way to the cdf is the other one: areas.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.diff(1.0 * pdf) / np.diff(xs)


@mistake("d36-cdf_from_pdf", "You multiplied each height with the distance from the first place. Areas are added strip by strip, each with its own heights.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return pdf * (xs - xs[0]) / np.sum(pdf * (xs - xs[0]))


@mistake("d36-cdf_from_pdf", "Your list begins with the area of the first strip, and a 1 was put at its end. Up to the first place the area is 0, and the last value becomes 1 by dividing.", caught_by="visible")
def cdf_from_pdf(xs, pdf):
    return np.append(np.cumsum(np.diff(xs) * (pdf[1:] + pdf[:-1]) / 2), 1)


hints(
    "d36-cdf_from_pdf",
    "First the area of each strip: its width times the mean of its two heights.",
    "np.diff(xs) has the widths, pdf[1:] and pdf[:-1] the two heights. np.cumsum adds up; what belongs in front?",
    "area = np.append(0.0, np.cumsum(np.diff(xs) * (pdf[1:] / 2 + pdf[:-1] / 2))), and then area / area[-1].",
)
why(
    "d36-cdf_from_pdf",
    "The cdf at a place is the area to its left, so it begins at 0 and grows by one strip after the other. Dividing by the whole area makes it end at 1, whatever factor the heights had.",
)


# ---------------------------------------------------------------- d36-inverse_cdf_sample


@also_right("d36-inverse_cdf_sample")
def inverse_cdf_sample(xs, cdf, u):
    draws = []
    for height in u:
        k = 0
        while cdf[k + 1] < height or cdf[k + 1] == cdf[k]:
            k += 1
        share = (height - cdf[k]) / (cdf[k + 1] - cdf[k])
        draws.append(xs[k] + share * (xs[k + 1] - xs[k]))
    return np.array(draws)


@also_right("d36-inverse_cdf_sample")
def inverse_cdf_sample(xs, cdf, u):
    climb = lambda x: float(np.interp(x, xs, cdf))
    lo, hi = float(xs[0]), float(xs[-1])
    return np.array([lo if v <= cdf[0] else inverse_by_bisection(climb, float(v), lo, hi, 1e-11) for v in u])


@mistake("d36-inverse_cdf_sample", "You read the cdf at the place u. u is a height: go across first, then down.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return np.interp(u, xs, cdf)


@mistake("d36-inverse_cdf_sample", "You jump to the place whose height is nearest to u. Between two places go straight across.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return xs[np.argmin(abs(cdf[None, :] - u[:, None]), axis=1)]


@mistake("d36-inverse_cdf_sample", "You return the place right of the one wanted: the first whose height reaches u. Between two places go straight across.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return xs[np.searchsorted(cdf, u)]


@mistake("d36-inverse_cdf_sample", "You return the place left of the one wanted. Between two places go straight across, in proportion to the height.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return xs[np.searchsorted(cdf, u) - 1]


@mistake("d36-inverse_cdf_sample", "You go halfway between the two places, wherever between their heights u lies.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    k = np.searchsorted(cdf, u)
    return (xs[k] + xs[k - 1]) / 2


@mistake("d36-inverse_cdf_sample", "You count from the wrong end of each piece: low heights come down near its right place.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    k = np.clip(np.searchsorted(cdf, u), 1, len(xs) - 1)
    share = (u - cdf[k - 1]) / (cdf[k] - cdf[k - 1])
    return xs[k] - share * (xs[k] - xs[k - 1])


@mistake("d36-inverse_cdf_sample", "You spread the numbers evenly between the first place and the last; the cdf has no say.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return xs[0] + u * (xs[-1] - xs[0])


@mistake("d36-inverse_cdf_sample", "You start at 1 − u: you read the heights from the top.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return np.interp(1 - u, cdf, xs)


@mistake("d36-inverse_cdf_sample", "Your draws are sorted. They belong to the numbers u in the order in which these came.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return np.interp(np.sort(u), cdf, xs)


@mistake("d36-inverse_cdf_sample", "Only the first number of u is used.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return np.interp(u[0], cdf, xs)


@mistake("d36-inverse_cdf_sample", "You add the height above the last place passed as it is. It must be stretched by the length of the piece over its climb.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    k = np.searchsorted(cdf, u) - 1
    return xs[k] + (u - cdf[k])


@mistake("d36-inverse_cdf_sample", "You stretch by the length of the piece, but forget to divide by its climb.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    k = np.searchsorted(cdf, u) - 1
    return xs[k] + (u - cdf[k]) * (xs[k + 1] - xs[k])


@mistake("d36-inverse_cdf_sample", "The left place is missing in your draws: you return how far into its piece a draw lies, not where.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    out = []
    for v in u:
        k = max(int(np.searchsorted(cdf, v)) - 1, 0)
        climb, length = cdf[k + 1] - cdf[k], xs[k + 1] - xs[k]
        out.append((v - cdf[k]) / climb * length)
    return np.array(out)


@mistake("d36-inverse_cdf_sample", "Climb and length of the piece have changed places in your stretch.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    out = []
    for v in u:
        k = max(int(np.searchsorted(cdf, v)) - 1, 0)
        climb, length = cdf[k + 1] - cdf[k], xs[k + 1] - xs[k]
        out.append(xs[k] + (v - cdf[k]) * climb / length)
    return np.array(out)


@mistake("d36-inverse_cdf_sample", "You add the share of the piece that is passed, without multiplying it by the length of the piece.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    out = []
    for v in u:
        k = max(int(np.searchsorted(cdf, v)) - 1, 0)
        climb, length = cdf[k + 1] - cdf[k], xs[k + 1] - xs[k]
        out.append(xs[k] + (v - cdf[k]) / climb)
    return np.array(out)


@mistake("d36-inverse_cdf_sample", "Your stretch has the wrong sign: you go from the left place to the left.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    out = []
    for v in u:
        k = max(int(np.searchsorted(cdf, v)) - 1, 0)
        climb, length = cdf[k + 1] - cdf[k], xs[k + 1] - xs[k]
        out.append(xs[k] - (v - cdf[k]) / climb * length)
    return np.array(out)


@mistake("d36-inverse_cdf_sample", "You took the root. That belongs to the darts; here the cdf is given as numbers.", caught_by="visible")
def inverse_cdf_sample(xs, cdf, u):
    return np.sqrt(u)


hints(
    "d36-inverse_cdf_sample",
    "u is a height on the vertical axis. Which two heights of the cdf does it lie between?",
    "np.interp(x, a, b) reads a curve through the points (a, b) at x. Here you know heights and want places.",
    "np.interp(u, cdf, xs): the heights take the part of the horizontal axis.",
)
why(
    "d36-inverse_cdf_sample",
    "A cdf given by points is a line from each to the next. Exchange the axes and it is the inverse: heights in, places out. A level piece becomes a jump, so no height comes down inside it.",
)


# ---------------------------------------------------------------- d36-push_density


@also_right("d36-push_density")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: abs(dg_inv(y)) * pdf(g_inv(y))


@also_right("d36-push_density")
def push_density(pdf, g_inv, dg_inv):
    def density(y):
        height, width = pdf(g_inv(y)), dg_inv(y)
        return np.where(np.asarray(width) < 0, -height * width, height * width)

    return density


@mistake("d36-push_density", "The widths are missing: you return the density where y came from, unchanged.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) + 0 * y


@mistake("d36-push_density", "The sign of the slope is kept: for a machine that falls your density is negative.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) * dg_inv(y)


@mistake("d36-push_density", "You ask the density of X at y. Run the machine backward first: at which x was that draw?", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(y) * abs(dg_inv(y))


@mistake("d36-push_density", "You divide by the slope of the backward machine. Where a block was wider, it has become taller: multiply.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) / abs(dg_inv(y))


@mistake("d36-push_density", "You take the slope of the backward machine at x. It belongs at y.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) * abs(dg_inv(g_inv(y)))


@mistake("d36-push_density", "The density of X has no say in your answer, only the widths.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: abs(dg_inv(y))


@mistake("d36-push_density", "You multiplied with the place g_inv(y) where its slope belongs.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) * abs(g_inv(y))


@mistake("d36-push_density", "You send y into the density first and its height through the backward machine. The other way round: backward first.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    def density(y):
        with np.errstate(all="ignore"):
            return g_inv(pdf(y)) * abs(dg_inv(y))

    return density


@mistake("d36-push_density", "The slope is added. An area is height times width: multiply.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) + abs(dg_inv(y))


@mistake("d36-push_density", "Your function takes away the sign of the whole place, too: you ask the density at |x|.", caught_by="hidden")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(abs(g_inv(y))) * abs(dg_inv(y))


@mistake("d36-push_density", "A density is needed for numbers of any slope: a machine that falls gives 0 in your answer.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) * np.maximum(dg_inv(y), 0)


@mistake("d36-push_density", "The slope is squared in your answer. Its sign goes by the absolute value.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) * dg_inv(y) ** 2


@mistake("d36-push_density", "You turned the sign of the slope, which helps machines that fall only. Take the slope without its sign.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: -pdf(g_inv(y)) * dg_inv(y)


@mistake("d36-push_density", "The width is multiplied with the place, inside the density. It multiplies the height.", caught_by="hidden")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y) * abs(dg_inv(y)))


@mistake("d36-push_density", "Place and slope have changed their parts: the density is asked at the place g_inv(y), and the slope is the factor.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    def density(y):
        with np.errstate(all='ignore'):
            return pdf(dg_inv(y)) * abs(g_inv(y))
    
    return density


@mistake("d36-push_density", "You returned the machine that runs backward. Asked is the density behind the machine.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return g_inv


@mistake("d36-push_density", "You made the heights at the asked places add up to 1. It is the area over all places that is 1.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    def density(y):
        v = pdf(g_inv(y)) * np.abs(dg_inv(y))
        return v / np.sum(v)
    
    return density


@mistake("d36-push_density", "You take the slope of the backward machine at a height of the density. It belongs at y.", caught_by="visible")
def push_density(pdf, g_inv, dg_inv):
    return lambda y: pdf(g_inv(y)) * abs(dg_inv(pdf(y)))


hints(
    "d36-push_density",
    "A draw at y was at g_inv(y) before. How high was the density there, and how much wider was the block?",
    "The factor is the slope of g_inv at y, without its sign. Return a function of y.",
    "lambda y: pdf(g_inv(y)) * abs(dg_inv(y)).",
)
why(
    "d36-push_density",
    "A block keeps its probability, height times width. The width before is the width now times the slope of the way back, so the height now is the height before times that slope, and no width is negative.",
)


# ---------------------------------------------------------------- d36-expect_cont


@also_right("d36-expect_cont")
def expect_cont(f, pdf, a, b, n):
    total = 0.0
    for k in range(n):
        x0, x1 = a + (b - a) * k / n, a + (b - a) * (k + 1) / n
        total += (f(x0) * pdf(x0) + f(x1) * pdf(x1)) / 2 * (x1 - x0)
    return total


@also_right("d36-expect_cont")
def expect_cont(f, pdf, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return np.trapezoid(pdf(xs) * f(xs), xs)


def _area(g, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return np.trapezoid(g(xs), xs)


@mistake("d36-expect_cont", "Your answer is the integral of f alone: at the single places the density has no say.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(f, a, b, n)


@mistake("d36-expect_cont", "You took f of the mean. What happens on average is not what happens to the average.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return f(_area(lambda x: x * pdf(x), a, b, n))


@mistake("d36-expect_cont", "You divided by the distance from a to b. The density holds that already: its area is 1.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: f(x) * pdf(x), a, b, n) / (b - a)


@mistake("d36-expect_cont", "You computed the mean of X: f has no say in your answer.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: x * pdf(x), a, b, n)


@mistake("d36-expect_cont", "You integrated the density alone.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(pdf, a, b, n)


@mistake("d36-expect_cont", "You asked the density at f(x). It is asked at x.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: f(x) * pdf(f(x)), a, b, n)


@mistake("d36-expect_cont", "You took f of x times its density. First f(x), then the weight.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: f(x * pdf(x)), a, b, n)


@mistake("d36-expect_cont", "Your answer is the integral of f alone: at the single places the density has no say.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(f, a, b, n) * _area(pdf, a, b, n)


@mistake("d36-expect_cont", "Your strips have level tops, at the height in the middle of each. Asked are slanted tops.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    xs = a + (np.arange(n) + 0.5) * (b - a) / n
    return (f(xs) * pdf(xs)).sum() * (b - a) / n


@mistake("d36-expect_cont", "The widths are missing: you added weighted heights.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: f(x) * pdf(x), a, b, n) * n / (b - a)


@mistake("d36-expect_cont", "You made the weights add up to 1 by dividing by the sum of the heights. The widths are the measure here, and the panels are n.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return (f(xs) * pdf(xs)).sum() / pdf(xs).sum()


@mistake("d36-expect_cont", "The two heights at the ends count fully in your sum. Each stands in one strip only.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return (f(xs) * pdf(xs)).sum() * (b - a) / n


@mistake("d36-expect_cont", "You asked for n places, which makes one panel too few.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    xs = np.linspace(a, b, n)
    return np.trapezoid(f(xs) * pdf(xs), xs)


@mistake("d36-expect_cont", "You added the density to f. A weight multiplies.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: f(x) + pdf(x), a, b, n)


@mistake("d36-expect_cont", "You added the weighted heights as they are: the widths are missing, and the two ends count fully.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return (f(xs) * pdf(xs)).sum()


@mistake("d36-expect_cont", "You took the mean of the weighted heights. An integral is their sum times the width, with the ends halved.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    xs = np.linspace(a, b, n + 1)
    return (f(xs) * pdf(xs)).mean()


@mistake("d36-expect_cont", "You asked f at the height of the density. It is asked at x, and the density is its weight.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: f(pdf(x)), a, b, n)


@mistake("d36-expect_cont", "There is an x too many in your product: f(x) holds the value already.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: x * f(x) * pdf(x), a, b, n)


@mistake("d36-expect_cont", "Your strips have level tops, at the height of their left ends. Asked are slanted tops.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    h = (b - a) / n
    return sum(f(a + k * h) * pdf(a + k * h) * h for k in range(n))


@mistake("d36-expect_cont", "Your strips have level tops, at the height of their right ends. Asked are slanted tops.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    h = (b - a) / n
    return sum(f(a + k * h) * pdf(a + k * h) * h for k in range(1, n + 1))


@mistake("d36-expect_cont", "You cut into a thousand panels, whatever n is.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: f(x) * pdf(x), a, b, 1000)


@mistake("d36-expect_cont", "The mean of X stands beside the expected value: you took away the mean. Asked is the mean of f(X) as it is.", caught_by="visible")
def expect_cont(f, pdf, a, b, n):
    return _area(lambda x: (f(x) - _area(lambda v: v * pdf(v), a, b, n)) * pdf(x), a, b, n)


hints(
    "d36-expect_cont",
    "Which function has to be integrated? It has the value of f and its weight in it.",
    "A function without a name can be handed to trapezoid: lambda x: …, the product of two things at x.",
    "trapezoid(lambda x: f(x) * pdf(x), a, b, n).",
)
why(
    "d36-expect_cont",
    "A thin strip at x holds the probability p(x) times its width. Value times probability, added over all strips, is the integral of f times p.",
)


equivalent("d36-trapezoid", "xs = np.linspace(a, b, n + 1) → xs = np.linspace(b, a, n + 1)", "the heights are added, and both ends count alike: the order does not matter")
