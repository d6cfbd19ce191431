"""Right and wrong answers to day 31: Jacobians, JVP and VJP."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import log_add, numgrad, sigmoid

# ---------------------------------------------------------------- d31-review


@also_right("d31-review")
def review_31(z, y):
    m = z if y else -z
    return max(-m, 0) + np.log1p(np.exp(-abs(m)))


@also_right("d31-review")
def review_31(z, y):
    return np.logaddexp(0, (1 - 2 * y) * z)


@mistake("d31-review", "The two labels have changed places: with the label 1 a large score is no surprise.", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, z if y == 1 else -z)


@mistake("d31-review", "Far on the wrong side your answer is infinite: there the exponential overflows, or the sigmoid becomes 0, before the logarithm is taken.", caught_by="visible")
def review_31(z, y):
    return -np.log(sigmoid(z) if y == 1 else sigmoid(-z))


@mistake("d31-review", "Far on the wrong side your answer is infinite: there the exponential overflows, or the sigmoid becomes 0, before the logarithm is taken.", caught_by="visible")
def review_31(z, y):
    return np.log(1 + np.exp(-np.float64(z) if y == 1 else np.float64(z)))


@mistake("d31-review", "Your answer is that for the label 1, whatever the label is.", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, -z)


@mistake("d31-review", "Your answer is that for the label 0, whatever the label is.", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, z)


@mistake("d31-review", "You returned the probability of the label. Its surprise is minus the logarithm of that.", caught_by="visible")
def review_31(z, y):
    return sigmoid(z if y == 1 else -z)


@mistake("d31-review", "You took the score for a probability. The probability of the label 1 is the sigmoid of the score.", caught_by="visible")
def review_31(z, y):
    with np.errstate(all="ignore"):
        return -np.log(z) if y == 1 else -np.log(1 - z)


@mistake("d31-review", "For the label 0 you return 0, or nothing but a product with the label. Both labels have a surprise.", caught_by="visible")
def review_31(z, y):
    return y * log_add(0.0, -z)


@mistake("d31-review", "You added the exponentials of 1 and the score. The 1 in the formula is e to the 0.", caught_by="visible")
def review_31(z, y):
    return log_add(1.0, -z if y == 1 else z)


@mistake("d31-review", "Your surprise is a straight line, or 0: near 0 the curve of the surprise bends, and is log 2 there.", caught_by="visible")
def review_31(z, y):
    return max(0.0, -z if y == 1 else z)


@mistake("d31-review", "For the label 0 your answer is log 2, whatever the score is: the label was multiplied in. With labels 0 and 1 the sign has to be turned, not set to 0.", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, -y * z)


@mistake("d31-review", "You returned the probability less the label, which is the slope of the surprise in z. The surprise itself is wanted.", caught_by="visible")
def review_31(z, y):
    return sigmoid(z) - y


@mistake("d31-review", "You returned a squared miss. The surprise is minus the logarithm of the probability that the label was given.", caught_by="visible")
def review_31(z, y):
    return (sigmoid(z) - y) ** 2


@mistake("d31-review", "The sign of the score is lost, so a wrong answer surprises as little as a right one.", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, -abs(z))


@mistake("d31-review", "Far out the probability is exactly 0 or 1: one of the two logarithms is infinite, and 0 times that is no number. Work with the score, by log_add.", caught_by="visible")
def review_31(z, y):
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-np.float64(z)))
        return -y * np.log(p) - (1 - y) * np.log(1 - p)


@mistake("d31-review", "Far on the wrong side your surprise stops growing: something was cut off. The surprise of a score of 2000 for the label 0 is 2000.", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, np.clip(-z if y == 1 else z, -500, 500))


@mistake("d31-review", "Far on the wrong side your surprise stops growing: something was cut off. The surprise of a score of 2000 for the label 0 is 2000.", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, np.clip(-z if y == 1 else z, -700, 700))


@mistake("d31-review", "Far on the wrong side your surprise stops growing: something was cut off. The surprise of a score of 2000 for the label 0 is 2000.", caught_by="visible")
def review_31(z, y):
    return -np.log(np.clip(sigmoid(z if y == 1 else -z), 1e-12, 1 - 1e-12))


@mistake("d31-review", "Far on the wrong side your surprise stops growing: something was cut off. The surprise of a score of 2000 for the label 0 is 2000.", caught_by="visible")
def review_31(z, y):
    return -np.log(np.maximum(sigmoid(z if y == 1 else -z), 1e-12))


@mistake("d31-review", "Far on the wrong side your surprise stops growing: something was cut off. The surprise of a score of 2000 for the label 0 is 2000.", caught_by="visible")
def review_31(z, y):
    return -np.log(sigmoid(z if y == 1 else -z) + 1e-12)


@mistake("d31-review", "For the label 0 the surprise of the label 1 has its sign turned. It is the score's sign that has to be turned, inside.", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, -z) if y == 1 else -log_add(0.0, -z)


@mistake("d31-review", "You added the exponentials of z and −z. In the formula there is one of them, and 1, which is e to the 0.", caught_by="visible")
def review_31(z, y):
    return log_add(z, -z)


@mistake("d31-review", "You took the logarithm twice: log_add is one already.", caught_by="visible")
def review_31(z, y):
    with np.errstate(all="ignore"):
        return np.log(log_add(0.0, -z if y == 1 else z))


@mistake("d31-review", "For the label 1 you added the score to the surprise of the label 0. It is taken away: log(1 + e^z) less z is log(1 + e^−z).", caught_by="visible")
def review_31(z, y):
    return log_add(0.0, z) + y * z


@mistake("d31-review", "Far on the right side your answer is infinite: an exponential overflows there before its logarithm is taken.", caught_by="hidden")
def review_31(z, y):
    with np.errstate(all="ignore"):
        rest = np.log(1 + np.exp(-np.float64(z)))
        return rest if y == 1 else z + rest


@mistake("d31-review", "You returned an exponential alone. The surprise is the logarithm of 1 plus it.", caught_by="visible")
def review_31(z, y):
    with np.errstate(all="ignore"):
        return np.exp(-np.float64(z) if y == 1 else np.float64(z))


hints(
    "d31-review",
    "log_add(a, b) is log(eᵃ + eᵇ). With which a is the first part 1?",
    "log_add(0.0, b), where b is −z for the label 1 and z for the label 0.",
    "log_add(0.0, -z if y == 1 else z).",
)
why(
    "d31-review",
    "1 is e to the 0, so the surprise is a sum of two exponentials under a logarithm, and log_add keeps it a number where the exponential overflows or the sigmoid becomes 0.",
)


# ---------------------------------------------------------------- d31-numjac


@also_right("d31-numjac")
def numjac(f, x, h=1e-5):
    outputs = len(f(x))
    return np.array([numgrad(lambda v: f(v)[i], x, h) for i in range(outputs)])


@also_right("d31-numjac")
def numjac(f, x, h=1e-5):
    first = f(x)
    table = np.zeros((len(first), len(x)))
    for j in range(len(x)):
        up, down = np.array(x, dtype=float), np.array(x, dtype=float)
        up[j] += h
        down[j] -= h
        table[:, j] = (f(up) - f(down)) / (2 * h)
    return table


@mistake("d31-numjac", "Your table is transposed: the answers to one input are a column.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.array([(f(x + s) - f(x - s)) / (2 * h) for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your slopes stand in one long row. Set the columns side by side.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.concatenate([(f(x + s) - f(x - s)) / (2 * h) for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your slopes look ahead only. Central ones look to both sides.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x)) / h for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your slopes look back only. Central ones look to both sides.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x) - f(x - s)) / h for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your slopes are twice too steep: from one side to the other the way is 2h.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x - s)) / h for s in h * np.eye(len(x))])


@mistake("d31-numjac", "You moved all inputs together, so there is one column only. Each input needs its own.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


@mistake("d31-numjac", "You moved all inputs together in every column. One input moves at a time.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + h) - f(x - h)) / (2 * h) for j in range(len(x))])


@mistake("d31-numjac", "You added the outputs up: your answer is the gradient of their sum. Each output needs its own row.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return numgrad(lambda v: f(v).sum(), x, h)


@mistake("d31-numjac", "Your answer has the row of the first output only. Each output needs its own.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.array([numgrad(lambda v: f(v)[0], x, h)])


@mistake("d31-numjac", "You measured as many outputs as there are inputs. The two numbers may differ.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * np.eye(len(x))])[: len(x)]


@mistake("d31-numjac", "For whole numbers your slopes are far off: an array of whole numbers drops what stands behind the point, so a small move is none, or a whole 1.", caught_by="hidden")
def numjac(f, x, h=1e-5):
    columns = []
    for j in range(len(x)):
        up, down = x.copy(), x.copy()
        up[j] += h
        down[j] -= h
        columns.append((f(up) - f(down)) / (2 * h))
    return np.column_stack(columns)


@mistake("d31-numjac", "An input that was moved is not moved back, so the later columns are measured elsewhere.", caught_by="visible")
def numjac(f, x, h=1e-5):
    v, columns = np.array(x, dtype=float), []
    for j in range(len(x)):
        v[j] += h
        up = f(v)
        v[j] -= 2 * h
        columns.append((up - f(v)) / (2 * h))
    return np.column_stack(columns)


@mistake("d31-numjac", "Your inputs move by 1, and the rise is divided by 2h. They should move by h.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x - s)) / (2 * h) for s in np.eye(len(x))])


@mistake("d31-numjac", "Your answer does not depend on h: you took a step of your own.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x - s)) / 2e-5 for s in 1e-5 * np.eye(len(x))])


@mistake("d31-numjac", "Your slopes have the opposite sign: the outputs ahead come first, and those behind are taken away.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x - s) - f(x + s)) / (2 * h) for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Only one column is there: you return before the other inputs have been moved.", caught_by="visible")
def numjac(f, x, h=1e-5):
    columns = []
    for s in h * np.eye(len(x)):
        columns.append((f(x + s) - f(x - s)) / (2 * h))
        return np.column_stack(columns)


@mistake("d31-numjac", "You measured around 0. The slopes are wanted at x.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(s) - f(-s)) / (2 * h) for s in h * np.eye(len(x))])


@mistake("d31-numjac", "All inputs move together, by more and more from column to column. One input moves at a time, by h.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + h * j) - f(x - h * j)) / (2 * h) for j in range(len(x))])


@mistake("d31-numjac", "The step array keeps its old entries, so from column to column more inputs move together.", caught_by="visible")
def numjac(f, x, h=1e-5):
    step, columns = np.zeros(len(x)), []
    for j in range(len(x)):
        step[j] = h
        columns.append((f(x + step) - f(x - step)) / (2 * h))
    return np.column_stack(columns)


@mistake("d31-numjac", "You moved all inputs together and put what the outputs did on a diagonal. An output may answer to every input.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.diag((f(x + h) - f(x - h)) / (2 * h))


@mistake("d31-numjac", "There are as many steps as outputs. Each input needs one, and of the inputs' length.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * np.eye(len(f(x)))])


@mistake("d31-numjac", "The last input is never moved: its column is missing.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * np.eye(len(x))[:-1]])


@mistake("d31-numjac", "The first input is never moved: its column is missing.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x - s)) / (2 * h) for s in h * np.eye(len(x))[1:]])


@mistake("d31-numjac", "Your table has as many rows as columns. It needs a row for each output, however many inputs there are.", caught_by="visible")
def numjac(f, x, h=1e-5):
    table = np.zeros((len(x), len(x)))
    for j, s in enumerate(h * np.eye(len(x))):
        table[:, j] = (f(x + s) - f(x - s)) / (2 * h)
    return table


@mistake("d31-numjac", "What the outputs answer to one input is set into a row of the table. It is a column.", caught_by="visible")
def numjac(f, x, h=1e-5):
    table = np.zeros((len(f(x)), len(x)))
    for j, s in enumerate(h * np.eye(len(x))):
        table[j] = (f(x + s) - f(x - s)) / (2 * h)
    return table


@mistake("d31-numjac", "Your slopes are half of those that look ahead only: the way from here to h ahead is h, and you divide by 2h.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x)) / (2 * h) for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your rise is divided by h². The way from one side to the other is 2h.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) - f(x - s)) / h**2 for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your inputs move by half of h to each side. The formula looks h ahead and h back.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s / 2) - f(x - s / 2)) / h for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your inputs move by half of h to each side, which is a way of h, and you divide by 2h.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s / 2) - f(x - s / 2)) / (2 * h) for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Each input moves by h times its own size. It should move by h, whatever its size.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s * x) - f(x - s * x)) / (2 * h) for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your inputs move by 2h to each side. The formula looks h ahead and h back.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + 2 * s) - f(x - 2 * s)) / (2 * h) for s in h * np.eye(len(x))])


@mistake("d31-numjac", "Your numbers are right and stand at the wrong places: a reshape fills row after row, and what you measured are columns.", caught_by="visible")
def numjac(f, x, h=1e-5):
    columns = [(f(x + s) - f(x - s)) / (2 * h) for s in h * np.eye(len(x))]
    return np.array(columns).reshape(len(f(x)), len(x))


@mistake("d31-numjac", "For whole numbers your table is 0: the array of the step holds whole numbers, and cuts h off.", caught_by="hidden")
def numjac(f, x, h=1e-5):
    columns = []
    for j in range(len(x)):
        step = np.zeros_like(x)
        step[j] = h
        columns.append((f(x + step) - f(x - step)) / (2 * h))
    return np.column_stack(columns)


@mistake("d31-numjac", "Only the column of the last input is there: collect the columns as they come.", caught_by="visible")
def numjac(f, x, h=1e-5):
    for s in h * np.eye(len(x)):
        column = (f(x + s) - f(x - s)) / (2 * h)
    return np.column_stack([column])


@mistake("d31-numjac", "You added what the outputs are ahead and behind. The rise between the two is a difference.", caught_by="visible")
def numjac(f, x, h=1e-5):
    return np.column_stack([(f(x + s) + f(x - s)) / (2 * h) for s in h * np.eye(len(x))])


hints(
    "d31-numjac",
    "One column first: move one input a little ahead and back, and look at all outputs at once.",
    "The rows of h * np.eye(len(x)) are the steps; (f(x + step) − f(x − step)) / (2 * h) is a column.",
    "np.column_stack of such columns, one for each step.",
)
why(
    "d31-numjac",
    "Moving one input shows what all outputs do about it: a column. Two calls of f for each input, however many outputs there are; the rows would need them all again, once for each output.",
)


# ---------------------------------------------------------------- d31-jvp_vs_vjp_cost


@also_right("d31-jvp_vs_vjp_cost")
def jvp_vs_vjp_cost(dims):
    first, last, one = int(dims[0]), int(dims[-1]), 0
    for i in range(1, len(dims)):
        one += int(dims[i - 1]) * int(dims[i])
    return [first * one, one * last]


@also_right("d31-jvp_vs_vjp_cost")
def jvp_vs_vjp_cost(dims):
    def run(widths):
        return 0 if len(widths) < 2 else widths[0] * widths[1] + run(widths[1:])

    return tuple(end * run(dims) for end in (dims[0], dims[-1]))


@mistake("d31-jvp_vs_vjp_cost", "Your two costs have changed places: JVPs start at the inputs, one for each.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[-1] * S, dims[0] * S


@mistake("d31-jvp_vs_vjp_cost", "You returned the cost of one run. The whole Jacobian needs one for each input, or one for each output.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return S, S


@mistake("d31-jvp_vs_vjp_cost", "The last link is left out of your sum.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims[:-1], dims[1:-1]))
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "The first link is left out of your sum.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims[1:], dims[2:]))
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "In each of your costs one link is free: the first table from the input's end, the last from the output's end, as if tables were multiplied with each other. Every JVP and every VJP goes through all links.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[0] * (S - dims[0] * dims[1]), dims[-1] * (S - dims[-1] * dims[-2])


@mistake("d31-jvp_vs_vjp_cost", "You added the widths. A table of n × m numbers costs n · m multiplications.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    return dims[0] * sum(dims), dims[-1] * sum(dims)


@mistake("d31-jvp_vs_vjp_cost", "You multiplied all widths. The tables are gone through one after the other: their sizes add.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    total = 1
    for n in dims:
        total *= n
    return dims[0] * total, dims[-1] * total


@mistake("d31-jvp_vs_vjp_cost", "You multiplied the sizes of the tables. They are gone through one after the other: their sizes add.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    total = 1
    for n, m in zip(dims, dims[1:]):
        total *= n * m
    return dims[0] * total, dims[-1] * total


@mistake("d31-jvp_vs_vjp_cost", "Your sum has a table too many: one from the last width back to the first.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(dims[i] * dims[i - 1] for i in range(len(dims)))
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "You counted the two end widths only. Every link on the way costs.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = dims[0] * dims[-1]
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "You added the number of runs to the cost of one. Each of them costs S.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[0] + S, dims[-1] + S


@mistake("d31-jvp_vs_vjp_cost", "You returned widths or run counts, not multiplications.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    return dims[0], dims[-1]


@mistake("d31-jvp_vs_vjp_cost", "You squared the widths. A link joins two widths that may differ.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * n for n in dims[:-1])
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "One of your costs is divided by the width it should be multiplied with.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return S // dims[0], S // dims[-1]


@mistake("d31-jvp_vs_vjp_cost", "Only the first link is counted: your sum ends after it.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    for i in range(len(dims) - 1):
        S = dims[i] * dims[i + 1]
        return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "Only the last link is counted. Add all of them up.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    for i in range(len(dims) - 1):
        S = dims[i] * dims[i + 1]
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "Your second cost is multiplied with the second width. VJPs are counted by the outputs, the last width.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[0] * S, dims[1] * S


@mistake("d31-jvp_vs_vjp_cost", "For a large model your numbers overflow: numpy's whole numbers end near 9 · 10¹⁸, Python's do not.", caught_by="hidden")
def jvp_vs_vjp_cost(dims):
    d = np.array(dims)
    with np.errstate(all="ignore"):
        S = (d[1:] * d[:-1]).sum()
        return int(d[0] * S), int(d[-1] * S)


@mistake("d31-jvp_vs_vjp_cost", "Both of your costs have both ends in them. JVPs are counted by the inputs, VJPs by the outputs.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[0] * dims[-1] * S, dims[-1] * dims[0] * S


@mistake("d31-jvp_vs_vjp_cost", "You multiplied all widths. The tables are gone through one after the other: their sizes add.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    with np.errstate(all="ignore"):
        total = np.prod(dims)
        return dims[0] * total, dims[-1] * total


@mistake("d31-jvp_vs_vjp_cost", "Your costs are multiplied with the widths beside the ends. JVPs are counted by the first width, VJPs by the last.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[1] * S, dims[-2] * S


@mistake("d31-jvp_vs_vjp_cost", "Your first cost is multiplied with the second width. JVPs are counted by the inputs, the first width.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[1] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "Your S is 1 too large. A sum begins at 0.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = 1 + sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "You added the two widths of each link. A table of n × m numbers costs n · m multiplications.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n + m for n, m in zip(dims, dims[1:]))
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "You squared the widths. A link joins two widths that may differ.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * n for n in dims)
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "Every second link is left out: a width in the middle belongs to two links.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(dims[i] * dims[i + 1] for i in range(0, len(dims) - 1, 2))
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "Your S is a sum times a sum. Multiply the two widths of each link first, then add.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(dims[:-1]) * sum(dims[1:])
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "Your second cost is that of one VJP. There is one for each output, and there may be several.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[0] * S, S


@mistake("d31-jvp_vs_vjp_cost", "You multiplied with the number of widths, which is how long the list is. The inputs are the first width, the outputs the last.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return len(dims) * S, len(dims) * S


@mistake("d31-jvp_vs_vjp_cost", "You counted the first link over and over. Each link has its own two widths.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(dims[0] * dims[1] for i in range(len(dims) - 1))
    return dims[0] * S, dims[-1] * S


@mistake("d31-jvp_vs_vjp_cost", "In every link you multiplied with the first width. A link joins two neighbors.", caught_by="visible")
def jvp_vs_vjp_cost(dims):
    S = sum(dims[0] * n for n in dims[1:])
    return dims[0] * S, dims[-1] * S


hints(
    "d31-jvp_vs_vjp_cost",
    "First one run: how many numbers stand in all tables of the chain together?",
    "zip(dims, dims[1:]) gives the pairs of neighbors; the sum of their products is S.",
    "S = sum(n * m for n, m in zip(dims, dims[1:])); return dims[0] * S and dims[-1] * S.",
)
why(
    "d31-jvp_vs_vjp_cost",
    "One run visits every table once, from either end. What differs is the number of runs: one for each input or one for each output. With one loss that is the whole argument for going backward.",
)


# ---------------------------------------------------------------- d31-vjp_linear


@also_right("d31-vjp_linear")
def vjp_linear(X, W, b, g):
    return np.einsum("nj,ij->ni", g, W), np.einsum("ni,nj->ij", X, g), np.einsum("nj->j", g)


@also_right("d31-vjp_linear")
def vjp_linear(X, W, b, g):
    gX, gW, gb = np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)
    for n in range(len(X)):
        gX[n] = W @ g[n]
        gW += np.outer(X[n], g[n])
        gb += g[n]
    return gX, gW, gb


@also_right("d31-vjp_linear")
def vjp_linear(X, W, b, g):
    ones = np.ones(len(X))
    return [(W @ g.T).T, (g.T @ X).T, ones @ g]


@mistake("d31-vjp_linear", "Your gradient of W is transposed: it has to have the shape of W.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, g.T @ X, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of b is that of every row by itself. The biases are used in all rows: sum over them.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g


@mistake("d31-vjp_linear", "Your gradients of W and b are means over the rows. What was used in every row is summed.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g / len(X), g.mean(axis=0)


@mistake("d31-vjp_linear", "Your gradient of b is a mean over the rows. What was used in every row is summed.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g.mean(axis=0)


@mistake("d31-vjp_linear", "Your gradient of b was summed along each row. Each bias belongs to a column.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g.sum(axis=1)


@mistake("d31-vjp_linear", "Your gradient of b is one number. Each bias has its own.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g.sum()


@mistake("d31-vjp_linear", "Your gradient of b is a table of one row. It has to have the shape of b.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g.sum(axis=0, keepdims=True)


@mistake("d31-vjp_linear", "Your gradient of b is that of one row only: the last. Sum over all of them.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g[-1]


@mistake("d31-vjp_linear", "Your gradient of b is that of one row only: the first. Sum over all of them.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g[0]


@mistake("d31-vjp_linear", "The gradient of b is multiplied by b. A bias acts on its output with the slope 1.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g.sum(axis=0) * b


@mistake("d31-vjp_linear", "Your first two gradients have changed places. The order is that of X, W, b.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return X.T @ g, g @ W.T, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of W comes from the last row only. Every row uses the weights: sum over them.", caught_by="visible")
def vjp_linear(X, W, b, g):
    for n in range(len(X)):
        gW = np.outer(X[n], g[n])
    return g @ W.T, gW, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of W comes from the first row only. Every row uses the weights: sum over them.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, np.outer(X[0], g[0]), g.sum(axis=0)


@mistake("d31-vjp_linear", "The gradient from behind has no say in your answer: you returned the bare slopes.", caught_by="visible")
def vjp_linear(X, W, b, g):
    ones = np.zeros(g.shape) + 1
    return ones @ W.T, X.T @ ones, ones.sum(axis=0)


@mistake("d31-vjp_linear", "This error comes from the shapes: g @ W does not fit unless W is square. Which axis of W belongs to the outputs?", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W, X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "Where W is square your gradient of X is g @ W: the inputs and the outputs of the weights have changed places.", caught_by="hidden")
def vjp_linear(X, W, b, g):
    return g @ (W if W.shape[0] == W.shape[1] else W.T), X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of W takes X as it is. Rows of X have to meet rows of g: transpose it.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X @ g if X.shape[0] == X.shape[1] else X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "All three of your gradients are means over the rows. What was used in every row is summed, and each row of X is used once.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T / len(X), X.T @ g / len(X), g.sum(axis=0) / len(X)


@mistake("d31-vjp_linear", "Your gradient of b is all ones. Its slope is 1 in every row, times the gradient that comes from behind.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, np.ones(len(b))


@mistake("d31-vjp_linear", "You put the layer's own output into the gradient. What comes from behind is g, whatever the output was.", caught_by="visible")
def vjp_linear(X, W, b, g):
    d = X @ W + b - g
    return d @ W.T, X.T @ d, d.sum(axis=0)


@mistake("d31-vjp_linear", "You returned two gradients. X, W and b each need their own.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "The biases were added to the gradient of W. Each of the three gradients stands alone.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g + b, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of W takes X as it is. Rows of X have to meet rows of g: transpose it.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of b counts the rows. Each row counts with what comes from behind: sum the rows of g.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, np.zeros(len(b)) + len(X)


@mistake("d31-vjp_linear", "Your gradient of W is a mean over the rows. What was used in every row is summed.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g / len(X), g.sum(axis=0)


@mistake("d31-vjp_linear", "The biases were added to the gradient of X. Each of the three gradients stands alone.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T + b, X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of X is transposed: it has to have the shape of X.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return W @ g.T, X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "You returned two gradients. X, W and b each need their own.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g


@mistake("d31-vjp_linear", "Your gradient of W has the right shape and its numbers at the wrong places: a reshape does not transpose.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, (g.T @ X).reshape(W.shape), g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of X is summed over the rows. Each row of X is used once, and keeps its own.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return (g @ W.T).sum(axis=0), X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "In your gradient of X the factors stand the other way round. Rows of g come first: they meet the outputs' axis of W.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return W.T @ g, X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradients of X and W are bare slopes: what comes from behind has a say in that of b only.", caught_by="visible")
def vjp_linear(X, W, b, g):
    ones = np.zeros(g.shape) + 1
    return ones @ W.T, X.T @ ones, g.sum(axis=0)


@mistake("d31-vjp_linear", "You took the layer's output for the gradient that comes from behind. That one is g.", caught_by="visible")
def vjp_linear(X, W, b, g):
    y = X @ W + b
    return y @ W.T, X.T @ y, y.sum(axis=0)


@mistake("d31-vjp_linear", "The gradient of X is there twice, and that of W is missing.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, g @ W.T, g.sum(axis=0)


@mistake("d31-vjp_linear", "You summed the rows of X and of g before they met. Each row of X meets its own row of g; then sum.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, np.outer(X.sum(axis=0), g.sum(axis=0)), g.sum(axis=0)


@mistake("d31-vjp_linear", "For the gradient of W you multiplied entry by entry. Rows and columns have to meet: that is a matrix product, @.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T * g, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradients are measured, and right to about nine digits. The formulas of the layer are exact, and take one run.", caught_by="visible")
def vjp_linear(X, W, b, g):
    def loss(A, B, c):
        return ((A @ B + c) * g).sum()

    X, W, b = X.astype(float), W.astype(float), b.astype(float)
    gX, gW = numgrad(lambda A: loss(A, W, b), X), numgrad(lambda B: loss(X, B, b), W)
    return gX, gW, numgrad(lambda c: loss(X, W, c), b)


@mistake("d31-vjp_linear", "The biases were added to their own gradient. It has no b in it.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, b + g.sum(axis=0)


@mistake("d31-vjp_linear", "You returned the weights less their gradient, a step of descent. The gradient alone is wanted.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, W - X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "For the gradient of X you tried to undo the weights. Going backward multiplies by the slopes once more: by W, transposed.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ np.linalg.pinv(W), X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradients of X and W are both transposed: each has to have the shape of what it belongs to.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return W @ g.T, g.T @ X, g.sum(axis=0)


@mistake("d31-vjp_linear", "Your gradient of b is a table of one column. It has to have the shape of b.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return g @ W.T, X.T @ g, g.sum(axis=0)[:, None]


@mistake("d31-vjp_linear", "The biases were taken away before g went back through W. A gradient has no b in it.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return (g - b) @ W.T, X.T @ g, g.sum(axis=0)


@mistake("d31-vjp_linear", "All three of your gradients have the opposite sign. A gradient points uphill; the minus belongs to the step of descent.", caught_by="visible")
def vjp_linear(X, W, b, g):
    return -g @ W.T, -X.T @ g, -g.sum(axis=0)


hints(
    "d31-vjp_linear",
    "Let the shapes lead: which product of g with W has the shape of X, and which of g with X that of W?",
    "g @ W.T is (N, d_in), X.T @ g is (d_in, d_out). What is left for b?",
    "g @ W.T, X.T @ g and g.sum(axis=0).",
)
why(
    "d31-vjp_linear",
    "Each entry of X goes into all outputs of its row, each with its weight: a product with the transposed W. Each weight and each bias is used in all rows: X transposed times g sums over the rows by itself, and for b the sum stands alone.",
)


# ---------------------------------------------------------------- d31-unbroadcast


@also_right("d31-unbroadcast")
def unbroadcast(g, shape):
    extra = np.ndim(g) - len(shape)
    axes = tuple(range(extra)) + tuple(i + extra for i, n in enumerate(shape) if n == 1)
    return np.asarray(g).sum(axis=axes).reshape(shape)


@also_right("d31-unbroadcast")
def unbroadcast(g, shape):
    out = np.zeros(shape)
    lead = np.ndim(g) - len(shape)
    for place in np.ndindex(np.shape(g)):
        home = tuple(0 if n == 1 else p for p, n in zip(place[lead:], shape))
        out[home] += g[place]
    return out


@mistake("d31-unbroadcast", "You kept the first copy and dropped the others. All copies add.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g[0]
    for axis, n in enumerate(shape):
        if n == 1:
            g = np.take(g, [0], axis=axis)
    return g


@mistake("d31-unbroadcast", "You took means. What was copied is summed.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.mean(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.mean(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "The stretched axes are gone. They belong to the shape of the value: keep them, with length 1.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    axes = tuple(i for i, n in enumerate(shape) if n == 1)
    return g.sum(axis=axes)


@mistake("d31-unbroadcast", "The new axes in front are still there. Sum over them first.", caught_by="visible")
def unbroadcast(g, shape):
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "Only the new axes in front are summed. Axes that were stretched from length 1 are, too.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    return g


@mistake("d31-unbroadcast", "One new axis is summed, and there may be several.", caught_by="visible")
def unbroadcast(g, shape):
    if np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "You summed from the last axis on. Broadcasting puts new axes in front.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=-1)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "You gave back the sum of all entries, in the shape of the value or as one number. Each entry gets the sum of its own copies.", caught_by="visible")
def unbroadcast(g, shape):
    return np.zeros(shape) + np.sum(g)


@mistake("d31-unbroadcast", "You gave back the sum of all entries, in the shape of the value or as one number. Each entry gets the sum of its own copies.", caught_by="visible")
def unbroadcast(g, shape):
    return np.sum(g)


@mistake("d31-unbroadcast", "The gradient came back as it was: no copy has been summed.", caught_by="visible")
def unbroadcast(g, shape):
    return g


@mistake("d31-unbroadcast", "This error comes from reshape: a reshaped array has as many numbers as before, and here copies are to be added up.", caught_by="visible")
def unbroadcast(g, shape):
    return g.reshape(shape)


@mistake("d31-unbroadcast", "Sums over axes of length 1 in the value were taken at a place that no longer exists: one axis at a time is dropped, and the others move. Keep them.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis)
    return g


@mistake("d31-unbroadcast", "An axis that equals the value's in length is summed as well. Only new axes and those of length 1 hold copies.", caught_by="visible")
def unbroadcast(g, shape):
    g = np.asarray(g).sum(axis=0) if np.ndim(g) else g
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    return np.zeros(shape) + g


@mistake("d31-unbroadcast", "You kept the largest of the copies. All copies add.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.max(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.max(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "You always sum over axis 0, once, whatever the shape of the value.", caught_by="visible")
def unbroadcast(g, shape):
    return np.asarray(g).sum(axis=0) if np.ndim(g) else g


@mistake("d31-unbroadcast", "Where the number of axes is right you change nothing. Axes stretched from length 1 are still to be summed.", caught_by="visible")
def unbroadcast(g, shape):
    if np.ndim(g) == len(shape):
        return g
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "You compared the two shapes from the left. Broadcasting lines them up at the right end: the axes in front are the new ones.", caught_by="visible")
def unbroadcast(g, shape):
    for axis, (n, m) in enumerate(zip(np.shape(g), shape)):
        if n != m:
            g = g.sum(axis=axis, keepdims=True)
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    return g


@mistake("d31-unbroadcast", "The new axes are summed and kept with length 1. They have to go.", caught_by="visible")
def unbroadcast(g, shape):
    for axis in range(np.ndim(g) - len(shape)):
        g = g.sum(axis=axis, keepdims=True)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis - len(shape), keepdims=True)
    return g


@mistake("d31-unbroadcast", "Only the first axis of length 1 is summed. There may be several.", caught_by="hidden")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    if 1 in shape:
        g = g.sum(axis=shape.index(1), keepdims=True)
    return g


@mistake("d31-unbroadcast", "You counted the stretched axes before the new ones in front were gone, so they stood at other places.", caught_by="visible")
def unbroadcast(g, shape):
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    return g


@mistake("d31-unbroadcast", "Along the stretched axes you took means. What was copied is summed, there too.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.mean(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "Along the new axes you took means. What was copied is summed, there too.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.mean(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "Along the new axes you kept the first copy and dropped the others. All copies add.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g[0]
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "Along the stretched axes you kept the first copy and dropped the others. All copies add.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = np.take(g, [0], axis=axis)
    return g


@mistake("d31-unbroadcast", "You sum over axis 0 once and reshape the rest. Axes that were stretched stand elsewhere, and there may be several new ones.", caught_by="visible")
def unbroadcast(g, shape):
    return g.sum(axis=0).reshape(shape)


@mistake("d31-unbroadcast", "A summed axis is dropped, and those behind it move up. After a sum over axis 0 the next new axis is axis 0 again.", caught_by="visible")
def unbroadcast(g, shape):
    extra = np.ndim(g) - len(shape)
    for axis in range(np.ndim(g)):
        if axis < extra:
            g = g.sum(axis=axis)
        elif shape[axis - extra] == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "A summed axis is dropped, and those behind it move up. After a sum over axis 0 the next new axis is axis 0 again.", caught_by="visible")
def unbroadcast(g, shape):
    for axis in range(np.ndim(g) - len(shape)):
        g = g.sum(axis=axis)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "Where there is a new axis, you return after summing one. The others, and the stretched ones, are still to be summed.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        return g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "broadcast_to goes the other way: it makes copies. Here the copies are to be added up.", caught_by="visible")
def unbroadcast(g, shape):
    return np.broadcast_to(g, shape)


@mistake("d31-unbroadcast", "You kept as many numbers as the shape needs, from the front, and dropped the others. All copies add.", caught_by="visible")
def unbroadcast(g, shape):
    return np.resize(g, shape)


@mistake("d31-unbroadcast", "Every stretched axis is taken to be axis 0. Sum over the axis at which the 1 stands.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for n in shape:
        if n == 1:
            g = g.sum(axis=0, keepdims=True)
    return g


@mistake("d31-unbroadcast", "len(g) counts the entries along axis 0, not the axes. Those are counted by g.ndim.", caught_by="visible")
def unbroadcast(g, shape):
    while len(g) > len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "The new axes are summed and kept with length 1. They have to go.", caught_by="visible")
def unbroadcast(g, shape):
    for axis in range(np.ndim(g) - len(shape)):
        g = g.sum(axis=axis, keepdims=True)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "The new axes in front are still there. Sum over them, too, and drop them.", caught_by="visible")
def unbroadcast(g, shape):
    for axis in range(1, len(shape) + 1):
        if shape[-axis] != g.shape[-axis]:
            g = g.sum(axis=-axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "You sum over an axis too many: where as many axes are left as the value has, none is new.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) and np.ndim(g) >= len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "You sum over an axis too many: where as many axes are left as the value has, none is new.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) >= len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "You sum over the axes that are longer than 1 in the value. The copies lie along those of length 1.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n > 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "Of the axes of length 1 only the last axis is looked at. They may stand anywhere.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    if len(shape) > 0 and shape[-1] == 1:
        g = g.sum(axis=-1, keepdims=True)
    return g


@mistake("d31-unbroadcast", "You multiplied the sums by the number of copies. The sum over the copies has them all already.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0) * g.shape[0]
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=axis, keepdims=True) * g.shape[axis]
    return g


@mistake("d31-unbroadcast", "You multiplied the copies with each other. What was copied is summed.", caught_by="visible")
def unbroadcast(g, shape):
    while np.ndim(g) > len(shape):
        g = g.prod(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            g = g.prod(axis=axis, keepdims=True)
    return g


@mistake("d31-unbroadcast", "Your answer is all ones, whatever g is: the gradient from behind has no say in it.", caught_by="visible")
def unbroadcast(g, shape):
    return np.ones(shape)


hints(
    "d31-unbroadcast",
    "Two kinds of copies: along new axes in front, and along axes that had length 1.",
    "While there are more axes than len(shape), sum over axis 0. Then look at the lengths in shape, one after the other.",
    "for axis, length in enumerate(shape): where length is 1, g = g.sum(axis=axis, keepdims=True).",
)
why(
    "d31-unbroadcast",
    "Numpy compares shapes from the right, so new axes come in front, and an axis of length 1 is stretched. Both are copies, and the gradient of a copied value is the sum of what reaches its copies. keepdims leaves the axis at its place, so the next one is counted rightly.",
)


# ---------------------------------------------------------------- d31-jac_elementwise


@also_right("d31-jac_elementwise")
def jac_elementwise(df, x):
    return np.diag(df(x))


@also_right("d31-jac_elementwise")
def jac_elementwise(df, x):
    table = np.zeros((len(x), len(x)))
    for i, slope in enumerate(df(x)):
        table[i, i] = slope
    return table


@mistake("d31-jac_elementwise", "You returned the slopes in a row. In the table they stand on the diagonal; a matrix product with the identity would leave them a row.", caught_by="visible")
def jac_elementwise(df, x):
    return df(x)


@mistake("d31-jac_elementwise", "Every row of your table has all slopes. Output i answers to input i alone.", caught_by="visible")
def jac_elementwise(df, x):
    return np.zeros((len(x), len(x))) + df(x)


@mistake("d31-jac_elementwise", "Your table has products of slopes and numbers everywhere. Off the diagonal it is 0.", caught_by="visible")
def jac_elementwise(df, x):
    return np.outer(df(x), x)


@mistake("d31-jac_elementwise", "You returned the slopes in a row. In the table they stand on the diagonal; a matrix product with the identity would leave them a row.", caught_by="visible")
def jac_elementwise(df, x):
    return np.eye(len(x)) @ df(x) + 0.0


@mistake("d31-jac_elementwise", "Your diagonal holds the numbers themselves. Their slopes df(x) belong there.", caught_by="visible")
def jac_elementwise(df, x):
    return np.eye(len(x)) * x


@mistake("d31-jac_elementwise", "Your diagonal holds ones: the slopes are missing.", caught_by="visible")
def jac_elementwise(df, x):
    return np.eye(len(x))


@mistake("d31-jac_elementwise", "You asked df on the whole table, so the slope at 0 stands off the diagonal.", caught_by="hidden")
def jac_elementwise(df, x):
    return df(np.eye(len(x)) * x)


@mistake("d31-jac_elementwise", "Your slopes stand on the other diagonal. Output 1 belongs to input 1.", caught_by="visible")
def jac_elementwise(df, x):
    return np.eye(len(x))[::-1] * df(x)


@mistake("d31-jac_elementwise", "One slope stands all along your diagonal, the first. Each entry has its own.", caught_by="visible")
def jac_elementwise(df, x):
    return np.eye(len(x)) * df(x)[0]


@mistake("d31-jac_elementwise", "You added the slopes to the identity. Multiply, so that the zeros stay zeros.", caught_by="visible")
def jac_elementwise(df, x):
    return np.eye(len(x)) + df(x)


@mistake("d31-jac_elementwise", "Your table has products of two slopes everywhere. Off the diagonal it is 0.", caught_by="visible")
def jac_elementwise(df, x):
    return np.outer(df(x), df(x))


@mistake("d31-jac_elementwise", "The slopes on your diagonal are multiplied by the entries of x once more.", caught_by="visible")
def jac_elementwise(df, x):
    return np.eye(len(x)) * x * df(x)


@mistake("d31-jac_elementwise", "Every column of your table has all slopes. Output i answers to input i alone.", caught_by="visible")
def jac_elementwise(df, x):
    return df(x)[:, None] * np.ones((len(x), len(x)))


@mistake("d31-jac_elementwise", "Your table has a row and a column too many: the slopes stand beside the diagonal.", caught_by="visible")
def jac_elementwise(df, x):
    return np.diag(df(x), 1)


@mistake("d31-jac_elementwise", "Only the first slope is in your table: you return before the others are set.", caught_by="visible")
def jac_elementwise(df, x):
    table = np.zeros((len(x), len(x)))
    for i, slope in enumerate(df(x)):
        table[i, i] = slope
        return table


@mistake("d31-jac_elementwise", "The last slope is missing from your diagonal.", caught_by="visible")
def jac_elementwise(df, x):
    table = np.zeros((len(x), len(x)))
    for i in range(len(x) - 1):
        table[i, i] = df(x)[i]
    return table


@mistake("d31-jac_elementwise", "Your slopes lost what stands behind the point: the table was made for whole numbers.", caught_by="hidden")
def jac_elementwise(df, x):
    table = np.zeros((len(x), len(x)), dtype=int)
    for i, slope in enumerate(df(x)):
        table[i, i] = slope
    return table


@mistake("d31-jac_elementwise", "The first slope is missing from your diagonal: counting begins at 0.", caught_by="visible")
def jac_elementwise(df, x):
    table = np.zeros((len(x), len(x)))
    for i in range(1, len(x)):
        table[i, i] = df(x)[i]
    return table


@mistake("d31-jac_elementwise", "The mean of all slopes stands along your diagonal. Each entry has its own.", caught_by="visible")
def jac_elementwise(df, x):
    return np.eye(len(x)) * df(x).mean()


@mistake("d31-jac_elementwise", "You multiplied the table by x. The table itself is wanted.", caught_by="visible")
def jac_elementwise(df, x):
    return np.diag(df(x)) @ x


@mistake("d31-jac_elementwise", "Your slopes stand on the other diagonal. Output 1 belongs to input 1.", caught_by="visible")
def jac_elementwise(df, x):
    return np.fliplr(np.diag(df(x)))


hints(
    "d31-jac_elementwise",
    "Which entries of the table are not 0?",
    "np.eye(n) has ones on the diagonal. By what should they be multiplied?",
    "np.eye(len(x)) * df(x): column j is multiplied by slope j.",
)
why(
    "d31-jac_elementwise",
    "Broadcasting multiplies column j of the identity by slope j, which leaves the diagonal. In a program nobody makes this table: g times it is g * df(x), n multiplications in place of n².",
)


equivalent("d31-review", "return log_add(0.0, -z if y == 1 else z) → return log_add(0.0, -z if y >= 1 else z)", "labels are 0 and 1")
equivalent("d31-review", "return log_add(0.0, -z if y == 1 else z) → return log_add(-z if y == 1 else z, 0.0)", "a sum does not depend on the order")
equivalent("d31-jvp_vs_vjp_cost", "S = sum(n * m for n, m in zip(dims, dims[1:])) → S = sum(n * m for n, m in zip(dims[1:], dims))", "a product does not depend on the order")
equivalent("d31-unbroadcast", "if length == 1: → if length <= 1:", "an axis of length 0 has nothing to sum")
equivalent("d31-unbroadcast", "while np.ndim(g) > len(shape): → while np.ndim(g) != len(shape):", "a gradient never has fewer axes than its value")
equivalent("d31-unbroadcast", "while np.ndim(g) > len(shape): → while np.ndim(g) is not len(shape):", "a gradient never has fewer axes than its value, and small whole numbers are the same object")
