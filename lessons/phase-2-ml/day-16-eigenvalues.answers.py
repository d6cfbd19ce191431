"""Right and wrong answers to day 16: eigenvalues and eigenvectors."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import quadratic_roots

# ---------------------------------------------------------------- d16-review


@also_right("d16-review")
def review_16(r, std_x, std_y):
    covariance = r * std_x * std_y
    return covariance / std_x**2


@mistake(
    "d16-review",
    "You put the standard deviation of x above the one of y. The slope is a climb in y for one step of x.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return r * std_x / std_y


@mistake(
    "d16-review",
    "You multiplied all three: that is the covariance. The slope divides it by the variance of x.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return r * std_x * std_y


@mistake(
    "d16-review",
    "You divided the covariance by the standard deviation of x once. Its variance has it twice.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return r * std_y


@mistake(
    "d16-review",
    "You divided by the standard deviation of x once too often: covariance over variance leaves it below once.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return r * std_y / std_x**2


@mistake(
    "d16-review",
    "You left the correlation out. A cloud without correlation has a level best line.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return std_y / std_x


@mistake(
    "d16-review",
    "You took both standard deviations squared: that is a quotient of variances. The covariance holds each of them once.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return r * std_y**2 / std_x**2


@mistake(
    "d16-review",
    "You dropped the sign of the correlation. With a negative one the line falls.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return abs(r) * std_y / std_x


@mistake(
    "d16-review",
    "The correlation came in squared. That is the share explained; the slope holds r once.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return r**2 * std_y / std_x


@mistake(
    "d16-review",
    "You divided the covariance by both variances. The variance of x alone stands below.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return r * std_x * std_y / (std_x**2 * std_y**2)


@mistake(
    "d16-review",
    "You divided by the correlation. The slope is r times the quotient of the two standard deviations.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return std_y / (std_x * r)


@mistake(
    "d16-review",
    "// cuts off what stands behind the point. A slope is divided with /.",
    caught_by="visible",
)
def review_16(r, std_x, std_y):
    return r * std_y // std_x


hints(
    "d16-review",
    "The slope is the covariance over the variance of x. Which of the two do you have, and what is the other made of?",
    "The covariance is the correlation times both standard deviations. The variance of x is std_x squared.",
    "One std_x cancels: r times std_y over std_x.",
)
why(
    "d16-review",
    "The correlation is the slope of the best line when both columns are counted in their own standard deviations. Going back to the units of the page multiplies by std_y and divides by std_x.",
)


# ---------------------------------------------------------------- d16-eig2


@also_right("d16-eig2")
def eig2(A):
    A = np.array(A, dtype=float)
    roots = quadratic_roots(1.0, -(A[0, 0] + A[1, 1]), A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0])
    if len(roots) == 0:
        raise ValueError("no real eigenvalue")
    return roots[-1], roots[0]


@also_right("d16-eig2")
def eig2(A):
    lams = np.linalg.eigvals(A)
    if np.abs(np.imag(lams)).max() > 1e-9 * np.abs(lams).max():
        raise ValueError("no real eigenvalue")
    return max(np.real(lams)), min(np.real(lams))


@also_right("d16-eig2")
def eig2(A):
    trace = A[0, 0] + A[1, 1]
    det = A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    under = trace**2 - 4 * det
    if under < 0:
        raise ValueError("no real eigenvalue")
    return [(trace + under**0.5) / 2, (trace - under**0.5) / 2]


def parts(A):
    trace, det = A[0, 0] + A[1, 1], A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    return trace, det, trace**2 - 4 * det


def real(under):
    if under < 0:
        raise ValueError("no real eigenvalue")
    return np.sqrt(under)


@mistake(
    "d16-eig2",
    "Your eigenvalues have the wrong sign: they add up to minus the trace. The quadratic has −(a + d) in the middle, so its roots have +(a + d) in front.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    return (-trace + real(under)) / 2, (-trace - real(under)) / 2


@mistake(
    "d16-eig2",
    "Under your root four determinants are added. Trace squared less four determinants stands there.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    return (trace + real(trace**2 + 4 * det)) / 2, (trace - real(trace**2 + 4 * det)) / 2


@mistake("d16-eig2", "You did not halve: your two numbers add up to twice the trace.", caught_by="visible")
def eig2(A):
    trace, det, under = parts(A)
    return trace + real(under), trace - real(under)


@mistake(
    "d16-eig2",
    "You halved the root but not the trace. The whole numerator stands over two.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    return trace + real(under) / 2, trace - real(under) / 2


@mistake(
    "d16-eig2",
    "You halved the trace but not the root. The whole numerator stands over two.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    return trace / 2 + real(under), trace / 2 - real(under)


@mistake(
    "d16-eig2",
    "You returned the numbers on the diagonal. They are the eigenvalues only if one of the other two numbers is 0.",
    caught_by="visible",
)
def eig2(A):
    return max(A[0, 0], A[1, 1]), min(A[0, 0], A[1, 1])


@mistake(
    "d16-eig2",
    "You returned trace and determinant, the coefficients. The eigenvalues are the roots of the quadratic that they make.",
    caught_by="visible",
)
def eig2(A):
    return parts(A)[:2]


@mistake(
    "d16-eig2",
    "Your determinant is ad + bc. The product of the other diagonal is taken away.",
    caught_by="visible",
)
def eig2(A):
    trace = A[0, 0] + A[1, 1]
    under = trace**2 - 4 * (A[0, 0] * A[1, 1] + A[0, 1] * A[1, 0])
    return (trace + real(under)) / 2, (trace - real(under)) / 2


@mistake(
    "d16-eig2",
    "You left the 4 out: under the root stands trace squared less four determinants.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    return (trace + real(trace**2 - det)) / 2, (trace - real(trace**2 - det)) / 2


@mistake("d16-eig2", "You forgot to square the trace under the root.", caught_by="visible")
def eig2(A):
    trace, det, under = parts(A)
    return (trace + real(trace - 4 * det)) / 2, (trace - real(trace - 4 * det)) / 2


@mistake(
    "d16-eig2",
    "You divided by twice the determinant. In front of λ² stands 1, so the roots are halved and no more.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    return (trace + real(under)) / (2 * det), (trace - real(under)) / (2 * det)


@mistake(
    "d16-eig2",
    "For a machine that turns every arrow you returned something. No real number solves its equation; asked for is a ValueError.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    if under < 0:
        return np.nan, np.nan
    return (trace + real(under)) / 2, (trace - real(under)) / 2


@mistake(
    "d16-eig2",
    "You raise a ValueError also when both eigenvalues agree. Then 0 stands under the root, and 0 has one.",
    caught_by="hidden",
)
def eig2(A):
    trace, det, under = parts(A)
    if under <= 0:
        raise ValueError("no real eigenvalue")
    return (trace + real(under)) / 2, (trace - real(under)) / 2


@mistake(
    "d16-eig2",
    "You put the eigenvalue that is larger without its sign first. Asked for is the larger number: −1 before −8.",
    caught_by="hidden",
)
def eig2(A):
    trace, det, under = parts(A)
    return tuple(
        sorted(((trace + real(under)) / 2, (trace - real(under)) / 2), key=lambda lam: (-abs(lam), -lam))
    )


@mistake(
    "d16-eig2",
    "You returned one eigenvalue where there are two equal ones. A pair is asked for every time.",
    caught_by="hidden",
)
def eig2(A):
    trace, det, under = parts(A)
    return (
        ((trace + real(under)) / 2,) if under == 0 else ((trace + real(under)) / 2, (trace - real(under)) / 2)
    )


@mistake(
    "d16-eig2",
    "The 4 reaches only a·d: brackets are missing. Four times the whole determinant, a·d − b·c, is taken away.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    under = trace**2 - 4 * A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    return (trace + real(under)) / 2, (trace - real(under)) / 2


@mistake(
    "d16-eig2",
    "You returned ValueError as a value. An error is raised: raise ValueError(…).",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    if under < 0:
        return ValueError
    return (trace + real(under)) / 2, (trace - real(under)) / 2


@mistake(
    "d16-eig2",
    "A ValueError comes where the eigenvalues are real. They are not real when the number under the root is below 0.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    if under > 0:
        raise ValueError("no real eigenvalue")
    return (trace + under**0.5) / 2, (trace - under**0.5) / 2


@mistake(
    "d16-eig2",
    "No root was taken: trace squared less four determinants stands under one.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    real(under)
    return (trace + under) / 2, (trace - under) / 2


@mistake(
    "d16-eig2",
    "The half went under the root. Root and trace are halved, each as it is.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    return trace / 2 + real(under / 2), trace / 2 - real(under / 2)


@mistake(
    "d16-eig2",
    "You judge by the determinant. It may be below 0, and then both eigenvalues are real, of unlike signs: judge by the number under the root.",
    caught_by="visible",
)
def eig2(A):
    trace, det, under = parts(A)
    if det < 0:
        raise ValueError("no real eigenvalue")
    return (trace + under**0.5) / 2, (trace - under**0.5) / 2


hints(
    "d16-eig2",
    "Name the four numbers, then the trace and the determinant. Which quadratic do they make?",
    "(a, b), (c, d) = A names the four. Compute what stands under the root first, and look at its sign.",
    "With t the trace and s the number under the root: raise ValueError if s < 0; otherwise return (t + s**0.5) / 2 and (t - s**0.5) / 2, both halved as a whole.",
)
why(
    "d16-eig2",
    "Divide the 2 into the formula, and trace squared less four determinants becomes ((a − d)/2)² + bc. It is the same number with less cancellation, and for a table with b = c it shows that it cannot be negative: such tables always have real eigenvalues.",
)


# ---------------------------------------------------------------- d16-pagerank


def clicks(links, dangling=None):
    n = len(links)
    table = np.zeros((n, n))
    for i, out in enumerate(links):
        for j in out if len(out) else range(n) if dangling is None else dangling(i, n):
            table[j, i] = 1 / len(out if len(out) else range(n) if dangling is None else dangling(i, n))
    return table


def settle(step, n, tol, most=10_000):
    x, change = np.full(n, 1 / n), np.inf
    while change > tol and most > 0:
        x, old, most = step(x), x, most - 1
        change = np.abs(x - old).sum()
    return x


@also_right("d16-pagerank")
def pagerank(links, damping, tol):
    n = len(links)
    return np.linalg.solve(np.eye(n) - damping * clicks(links), np.full(n, (1 - damping) / n))


@also_right("d16-pagerank")
def pagerank(links, damping, tol):
    n = len(links)
    x = [1 / n] * n
    while True:
        new = [(1 - damping) / n] * n
        for i in range(n):
            targets = links[i] or list(range(n))
            for j in targets:
                new[j] = new[j] + damping * x[i] / len(targets)
        change = sum(abs(a - b) for a, b in zip(new, x))
        x = new
        if change <= tol:
            return np.array(x)


@also_right("d16-pagerank")
def pagerank(links, damping, tol):
    n = len(links)
    lams, Q = np.linalg.eig(damping * clicks(links) + (1 - damping) / n)
    x = np.real(Q[:, np.argmax(np.real(lams))])
    return x / x.sum()


@mistake(
    "d16-pagerank",
    "The readers of a page without links vanish: your shares sum to less than 1. From such a page they go to any page, all alike.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links, lambda i, n: [])
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol)


@mistake(
    "d16-pagerank",
    "The readers of a page without links stay where they are. They should go to any page, all alike.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links, lambda i, n: [i])
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol)


@mistake(
    "d16-pagerank",
    "From a page without links your readers go to every page but that one. Any page, all alike, includes it.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links, lambda i, n: [j for j in range(n) if j != i])
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol)


@mistake(
    "d16-pagerank",
    "You exchanged the two shares: damping went to the jump, and the rest to the links.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return settle(lambda x: (1 - damping) * table @ x + damping / n, n, tol)


@mistake(
    "d16-pagerank",
    "You read the links backward: links[i] lists where the readers of page i go, and you let them come from there.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n = len(links)
    back = [[i for i in range(n) if j in links[i]] for j in range(n)]
    table = clicks(back)
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol)


@mistake(
    "d16-pagerank",
    "Your shares stay at 1/n each, as they began. Does your loop take a step at all, and does column i of the table hold the clicks of page i, at the places of its links?",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links).T
    x = settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol)
    return x


@mistake(
    "d16-pagerank",
    "Every link got all readers of its page, and only the end result was scaled to sum to 1. Readers are shared among the links: divide by how many there are.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), (clicks(links) > 0).astype(float)

    def step(x):
        x = damping * table @ x + (1 - damping) / n
        return x / x.sum()

    return settle(step, n, tol)


@mistake(
    "d16-pagerank",
    "Each page got the whole 1 − d from the jumps. It is shared among n pages; your numbers sum to n, not to 1.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return settle(lambda x: damping * table @ x + (1 - damping), n, tol)


@mistake(
    "d16-pagerank",
    "Nobody jumps in your web, so everybody follows links and the damping plays no part.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return settle(lambda x: table @ x, n, tol, 3000)


@mistake(
    "d16-pagerank",
    "You damped the clicks and left out the jump, so each step loses the share 1 − d of all readers.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return settle(lambda x: damping * table @ x, n, tol)


@mistake(
    "d16-pagerank",
    "Your answer is the shares after one step from equal shares. Asked for are the shares that no longer change.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return damping * table @ np.full(n, 1 / n) + (1 - damping) / n


@mistake(
    "d16-pagerank",
    "You sorted the shares. Share i belongs to page i, so the order must stay.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return np.sort(settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol))[::-1]


@mistake(
    "d16-pagerank",
    "You returned the order of the pages. Asked for is the share of readers on each.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return np.argsort(-settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol))


@mistake(
    "d16-pagerank",
    "You counted the links to each page. The share depends on who points there, and on how many others they point to.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n = len(links)
    count = (clicks(links) > 0).sum(axis=1)
    return count / count.sum()


@mistake(
    "d16-pagerank",
    "A damping of your own stands in the step. It is the caller's: 0 means that everybody jumps.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return settle(lambda x: 0.85 * table @ x + 0.15 / n, n, tol)


@mistake(
    "d16-pagerank",
    "You stop after a fixed number of steps. With a damping near 1 shares settle slowly; go on until the change is at most tol.",
    caught_by="hidden",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol, 30)


@mistake(
    "d16-pagerank",
    "You filled the empty lists of the caller. The shares are right, but those pages now have links.",
    caught_by="hidden",
)
def pagerank(links, damping, tol):
    n = len(links)
    for out in links:
        if not out:
            out.extend(range(n))
    table = clicks(links)
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol)


@mistake(
    "d16-pagerank",
    "A page without links has nothing to divide by. Its readers go to any page, all alike: give its column 1 / n.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n = len(links)
    table = np.zeros((n, n))
    for i, out in enumerate(links):
        table[out, i] = 1 / len(out)
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol)


@mistake(
    "d16-pagerank",
    "From a page without links your readers go to every page but that one. Any page, all alike, includes it.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n = len(links)
    table = np.zeros((n, n))
    for i, out in enumerate(links):
        if out:
            table[out, i] = 1 / len(out)
        else:
            table[:, i] = 1 / (n - 1)
            table[i, i] = 0
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol)


@mistake(
    "d16-pagerank",
    "Every link got all readers of its page, so readers multiply. They are shared among the links: divide by how many there are.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    for i, out in enumerate(links):
        if out:
            table[out, i] = 1.0
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, tol, 200)


@mistake(
    "d16-pagerank",
    "The jump is damped as well, for lack of brackets: damping multiplies the clicks alone.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return settle(lambda x: damping * (table @ x + (1 - damping) / n), n, tol)


@mistake(
    "d16-pagerank",
    "You stop after a fixed number of steps. With a damping near 1 shares settle slowly; go on until the change is at most tol.",
    caught_by="hidden",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    return settle(lambda x: damping * table @ x + (1 - damping) / n, n, -1.0, 20)


@mistake(
    "d16-pagerank",
    "What you compare with tol is smaller than the sum of all changes, so you stop too early.",
    caught_by="hidden",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links)
    x, change = np.full(n, 1 / n), np.inf
    while change > tol:
        x, old = damping * table @ x + (1 - damping) / n, x
        change = np.abs(x - old).max()
    return x


@mistake(
    "d16-pagerank",
    "You counted the links to each page. The share depends on who points there, and on how many others they point to.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n = len(links)
    x = np.zeros(n)
    for out in links:
        for j in out:
            x[j] += 1
    return x / x.sum() if x.sum() else np.full(n, 1 / n)


@mistake(
    "d16-pagerank",
    "The readers of a page without links vanish, and scaling the shares to sum to 1 gives them back in the wrong places. They go to any page, all alike.",
    caught_by="visible",
)
def pagerank(links, damping, tol):
    n, table = len(links), clicks(links, lambda i, n: [])

    def step(x):
        x = damping * table @ x + (1 - damping) / n
        return x / x.sum()

    return settle(step, n, tol)


hints(
    "d16-pagerank",
    "First the table of clicks, column by column; then the step, again and again, as the bikes did. Which of the two is wrong?",
    "Column i holds 1 / len(links[i]) at the places links[i]; with no links, 1 / n everywhere. A step is damping * table @ x + (1 - damping) / n.",
    "Loop over enumerate(links) to fill the table. Then, in a while loop, keep the old x, compute the new one, and stop when np.abs(x - old).sum() is at most tol.",
)
why(
    "d16-pagerank",
    "Because the shares sum to 1, the jump can be put into the table itself: add (1 − d)/n to every entry, and one product is one step. All entries are then above 0, and such a table has exactly one mixture that stays (Perron, 1907); everything else fades at least by the factor d in each step.",
)


# ---------------------------------------------------------------- d16-power_iteration


def iterate(
    A,
    v0,
    n,
    tol,
    quotient=lambda A, v: v @ A @ v,
    gap=lambda A, v, lam: np.linalg.norm(A @ v - lam * v),
    step=lambda A, v: A @ v,
):
    A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v, history = v / np.linalg.norm(v), []
    for _ in range(n):
        v = step(A, v)
        v = v / np.linalg.norm(v)
        history.append(quotient(A, v))
        if gap(A, v, history[-1]) <= tol:
            break
    return history[-1], v, history


@also_right("d16-power_iteration")
def power_iteration(A, v0, n, tol):
    v = v0 / np.sqrt(v0 @ v0)
    history = []
    for _ in range(n):
        image = A @ v
        v = image / np.sqrt(image @ image)
        image = A @ v
        lam = sum(v * image)
        history.append(lam)
        if np.sqrt(((image - lam * v) ** 2).sum()) <= tol:
            return lam, v, history
    return lam, v, history


@also_right("d16-power_iteration")
def power_iteration(A, v0, n, tol):
    # The table is scaled instead of the vector; lengths come in at the end only.
    size = np.abs(A).max()
    B, v, history = A / size, np.array(v0, dtype=float), []
    while len(history) < n:
        v = B @ v
        v = v / np.abs(v).max()
        unit = v / np.linalg.norm(v)
        history.append(size * (v @ B @ v) / (v @ v))
        if np.linalg.norm(A @ unit - history[-1] * unit) <= tol:
            break
    return history[-1], unit, np.array(history)


@mistake(
    "d16-power_iteration",
    "Your eigenvalue is the length of A v, which is never negative. A machine that flips its direction has a negative one.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    lam, v, history = iterate(A, v0, n, tol, lambda A, v: np.linalg.norm(A @ v))
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "You never scale back to length 1. Your vector is not 1 long, and after enough steps it is infinite or zero.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    A, v, history = np.asarray(A, dtype=float), np.asarray(v0, dtype=float), []
    with np.errstate(all="ignore"):
        for _ in range(n):
            v = A @ v
            lam = (v @ A @ v) / (v @ v)
            history.append(lam)
            if np.linalg.norm(A @ v - lam * v) <= tol:
                break
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "You scale to length 1 once, after the last step. By then the numbers may have overflowed.",
    caught_by="hidden",
)
def power_iteration(A, v0, n, tol):
    A, v, history = np.asarray(A, dtype=float), np.asarray(v0, dtype=float), []
    with np.errstate(all="ignore"):
        for _ in range(n):
            v = A @ v
            lam = (v @ A @ v) / (v @ v)
            history.append(lam)
            if np.linalg.norm(A @ v - lam * v) <= tol * np.linalg.norm(v):
                break
        return lam, v / np.linalg.norm(v), history


@mistake(
    "d16-power_iteration",
    "You stop when v no longer changes. With a negative eigenvalue it flips in each step, and you never stop.",
    caught_by="hidden",
)
def power_iteration(A, v0, n, tol):
    A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v, history, change = v / np.linalg.norm(v), [], np.inf
    scale = np.abs(A).max()
    while len(history) < n and change > tol:
        new = A @ v
        new = new / np.linalg.norm(new)
        change, v = scale * np.linalg.norm(new - v), new
        history.append(v @ A @ v)
    return history[-1], v, history


@mistake(
    "d16-power_iteration",
    "You never stop early: all n steps are taken, though A v came within tol of lam v before.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    return iterate(A, v0, n, -1.0)


@mistake(
    "d16-power_iteration",
    "You used the matrix with rows and columns exchanged. Its eigenvalues are the same, its directions are not.",
    caught_by="hidden",
)
def power_iteration(A, v0, n, tol):
    return iterate(np.asarray(A).T, v0, n, tol)


@mistake(
    "d16-power_iteration",
    "You scale to entries that sum to 1, as shares do. Asked for is length 1.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    lam, v, history = iterate(A, v0, n, tol)
    return lam, v / v.sum(), history


@mistake(
    "d16-power_iteration", "You scale the largest entry to 1. Asked for is length 1.", caught_by="visible"
)
def power_iteration(A, v0, n, tol):
    lam, v, history = iterate(A, v0, n, tol)
    return lam, v / np.abs(v).max(), history


@mistake(
    "d16-power_iteration",
    "Your quotient is taken of v before the step. After one step the list should hold the quotient of the new v.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v, history, gap = v / np.linalg.norm(v), [], np.inf
    while len(history) < n and gap > tol:
        history.append(v @ A @ v)
        gap = np.linalg.norm(A @ v - history[-1] * v)
        v = A @ v / np.linalg.norm(A @ v)
    return history[-1], v, history


@mistake(
    "d16-power_iteration",
    "Your list begins with the quotient of the start. It should hold one number for each step.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    A = np.asarray(A, dtype=float)
    unit = np.asarray(v0, dtype=float) / np.linalg.norm(v0)
    lam, v, history = iterate(A, v0, n, tol)
    return lam, v, [unit @ A @ unit, *history]


@mistake(
    "d16-power_iteration",
    "You returned the vectors of all steps. The list should hold the Rayleigh quotients, one number for each.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    vectors, v = [], np.asarray(v0, dtype=float)
    lam, final, history = iterate(A, v0, n, tol)
    for _ in history:
        v = A @ v
        v = v / np.linalg.norm(v)
        vectors.append(v)
    return lam, final, vectors


@mistake(
    "d16-power_iteration",
    "You stop when two quotients in a row agree, which happens at another step than the one asked for: stop when A v is within tol of lam v.",
    caught_by="hidden",
)
def power_iteration(A, v0, n, tol):
    A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v, history = v / np.linalg.norm(v), []
    while len(history) < n and (len(history) < 2 or abs(history[-1] - history[-2]) > tol):
        v = A @ v / np.linalg.norm(A @ v)
        history.append(v @ A @ v)
    return history[-1], v, history


@mistake(
    "d16-power_iteration",
    "You undo the machine instead of repeating it, which finds the smallest eigenvalue.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    return iterate(A, v0, n, tol, step=np.linalg.solve)


@mistake(
    "d16-power_iteration",
    "You returned the largest quotient of the list. Asked for is the last one.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    lam, v, history = iterate(A, v0, n, tol)
    return max(history), v, history


@mistake("d16-power_iteration", "You scaled v0 in the caller's own array.", caught_by="hidden")
def power_iteration(A, v0, n, tol):
    lam, v, history = iterate(A, v0, n, tol)
    if np.asarray(v0).dtype.kind == "f":
        v0 /= np.linalg.norm(v0)
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "You compare A v with v, without lam. The two agree only for the eigenvalue 1.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    return iterate(A, v0, n, tol, gap=lambda A, v, lam: np.linalg.norm(A @ v - v))


@mistake(
    "d16-power_iteration",
    "Your quotient is v · A A v, with the machine applied twice: where v has settled, that is the square of the eigenvalue.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    return iterate(A, v0, n, tol, lambda A, v: v @ A @ A @ v)


@mistake(
    "d16-power_iteration",
    "Your eigenvalue is the length of A v, which is never negative. A machine that flips its direction has a negative one.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / np.linalg.norm(v0), []
    for _ in range(n):
        v = A @ v
        lam = np.linalg.norm(v)
        v = v / lam
        history.append(lam)
        if np.linalg.norm(A @ v - lam * v) <= tol:
            break
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "Your quotient is taken of v before the step. After one step the list should hold the quotient of the new v.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / np.linalg.norm(v0), []
    for _ in range(n):
        lam = v @ A @ v
        history.append(lam)
        if np.linalg.norm(A @ v - lam * v) <= tol:
            break
        v = A @ v
        v = v / np.linalg.norm(v)
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "You never scale back to length 1. Your vector is not 1 long, and after enough steps it is infinite or zero.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / np.linalg.norm(v0), []
    with np.errstate(all="ignore"):
        for _ in range(n):
            v = A @ v
            lam = v @ A @ v
            history.append(lam)
            if np.linalg.norm(A @ v - lam * v) <= tol:
                break
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "You stop when v no longer changes. With a negative eigenvalue it flips in each step, and you never stop.",
    caught_by="hidden",
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / np.linalg.norm(v0), []
    for _ in range(n):
        old, v = v, A @ v
        v = v / np.linalg.norm(v)
        history.append(v @ A @ v)
        if np.linalg.norm(v - old) <= tol:
            break
    return history[-1], v, history


@mistake(
    "d16-power_iteration",
    "Your loop ends in its first pass. The return belongs behind the loop, not into it.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / np.linalg.norm(v0), []
    for _ in range(n):
        v = A @ v
        v = v / np.linalg.norm(v)
        lam = v @ A @ v
        history.append(lam)
        if np.linalg.norm(A @ v - lam * v) <= tol:
            break
        return lam, v, history


@mistake(
    "d16-power_iteration",
    "You step with v @ A, which is A with rows and columns exchanged. The machine acts from the left: A @ v.",
    caught_by="hidden",
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / np.linalg.norm(v0), []
    for _ in range(n):
        v = v @ A
        v = v / np.linalg.norm(v)
        lam = v @ A @ v
        history.append(lam)
        if np.linalg.norm(A @ v - lam * v) <= tol:
            break
    return lam, v, history


@mistake(
    "d16-power_iteration", "You scale the largest entry to 1. Asked for is length 1.", caught_by="visible"
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / np.linalg.norm(v0), []
    for _ in range(n):
        v = A @ v
        v = v / np.abs(v).max()
        lam = (v @ A @ v) / (v @ v)
        history.append(lam)
        if np.linalg.norm(A @ v - lam * v) <= tol:
            break
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "You scale to entries that sum to 1, as shares do. Asked for is length 1.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / v0.sum(), []
    for _ in range(n):
        v = A @ v
        v = v / v.sum()
        lam = v @ A @ v / (v @ v)
        history.append(lam)
        if np.linalg.norm(A @ v - lam * v) <= tol:
            break
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "You scaled v0 in the caller's own array; /= writes into it. Write v = v0 / … instead.",
    caught_by="hidden",
)
def power_iteration(A, v0, n, tol):
    v0 /= np.linalg.norm(v0)
    return iterate(A, v0, n, tol)


@mistake(
    "d16-power_iteration",
    "You take one step less than n.",
    caught_by="hidden",
)
def power_iteration(A, v0, n, tol):
    v, history, lam = v0 / np.linalg.norm(v0), [], 0.0
    for _ in range(1, n):
        v = A @ v
        v = v / np.linalg.norm(v)
        lam = v @ A @ v
        history.append(lam)
        if np.linalg.norm(A @ v - lam * v) <= tol:
            break
    return lam, v, history


@mistake(
    "d16-power_iteration",
    "You returned two things. The third is the list of the quotients after each step.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    return iterate(A, v0, n, tol)[:2]


@mistake(
    "d16-power_iteration",
    "The sign * multiplies entry by entry. A machine is applied with @: A @ v.",
    caught_by="visible",
)
def power_iteration(A, v0, n, tol):
    v, history = v0 / np.linalg.norm(v0), []
    for _ in range(n):
        v = A * v
        v = v / np.linalg.norm(v)
        lam = (v * A * v).sum()
        history.append(lam)
    return lam, v, history


hints(
    "d16-power_iteration",
    "One round has four parts: apply, scale, measure, compare. In which order do you do them, and which v does each use?",
    "The quotient is v @ A @ v with the new v of length 1. The gap is the length of A @ v minus quotient times v.",
    "while len(history) < n and gap > tol: apply A, divide by np.linalg.norm, append the quotient, compute the gap. Begin with gap = np.inf and an empty list.",
)
why(
    "d16-power_iteration",
    "Scaling changes nothing about the direction, so the race between the parts is the same as without it, and no number overflows. The gap asks for the definition of an eigenvector itself: a quotient or a vector that stands still could fool you, as the swap of two entries does.",
)


# ---------------------------------------------------------------- d16-matpow


@also_right("d16-matpow")
def matpow(A, k):
    result, base = np.eye(len(A)), np.array(A, dtype=float)
    while k > 0:
        if k % 2 == 1:
            result = result @ base
        base, k = base @ base, k // 2
    return result


@also_right("d16-matpow")
def matpow(A, k):
    return np.linalg.matrix_power(A, k)


@mistake(
    "d16-matpow",
    "You raised every entry to the power k. The machine is applied k times: a product of matrices.",
    caught_by="visible",
)
def matpow(A, k):
    return np.asarray(A, dtype=float) ** k


@mistake(
    "d16-matpow",
    "You put together with C and take apart with C once more. What takes apart is the inverse of C.",
    caught_by="visible",
)
def matpow(A, k):
    lams, Q = np.linalg.eig(np.asarray(A, dtype=float))
    return Q * lams**k @ Q


@mistake(
    "d16-matpow",
    "Rows and columns of C exchanged are its inverse only for matrices that are their own mirror image. The bikes' is not.",
    caught_by="visible",
)
def matpow(A, k):
    lams, Q = np.linalg.eig(np.asarray(A, dtype=float))
    return Q * lams**k @ Q.T


@mistake(
    "d16-matpow",
    "You made one product too few: two days of bikes came out as one, and no day as none at all.",
    caught_by="visible",
)
def matpow(A, k):
    result = np.array(A, dtype=float)
    for _ in range(k - 2):
        result = result @ A
    return np.eye(len(A)) if k == 0 else result


@mistake(
    "d16-matpow",
    "You made one product too many: the start is the identity, or one round must be left out.",
    caught_by="visible",
)
def matpow(A, k):
    result = np.array(A, dtype=float)
    for _ in range(k):
        result = result @ A
    return result


@mistake(
    "d16-matpow",
    "You multiplied the eigenvalues by k. k steps stretch k times, so each eigenvalue is raised to the power k.",
    caught_by="visible",
)
def matpow(A, k):
    lams, Q = np.linalg.eig(np.asarray(A, dtype=float))
    return Q * (k * lams) @ np.linalg.inv(Q)


@mistake(
    "d16-matpow",
    "You returned the stretched parts, without putting them together: the powers of the eigenvalues on a diagonal.",
    caught_by="visible",
)
def matpow(A, k):
    return np.diag(np.linalg.eigvals(np.asarray(A, dtype=float)) ** k)


@mistake(
    "d16-matpow",
    "You took apart with C and put together with its inverse. It is the other way round.",
    caught_by="visible",
)
def matpow(A, k):
    lams, Q = np.linalg.eig(np.asarray(A, dtype=float))
    return np.linalg.inv(Q) * lams**k @ Q


@mistake("d16-matpow", "You stretched the rows of C. Eigenvalue i belongs to column i.", caught_by="visible")
def matpow(A, k):
    lams, Q = np.linalg.eig(np.asarray(A, dtype=float))
    return (lams**k)[:, None] * Q @ np.linalg.inv(Q)


@mistake(
    "d16-matpow",
    "For k = 0 you returned zeros. No step leaves every vector as it is: that is the identity.",
    caught_by="visible",
)
def matpow(A, k):
    return np.linalg.matrix_power(A, k) if k else np.zeros(np.shape(A))


@mistake(
    "d16-matpow",
    "What takes apart is missing: the inverse of C, on the right.",
    caught_by="visible",
)
def matpow(A, k):
    lams, C = np.linalg.eig(np.asarray(A, dtype=float))
    return C * lams**k


@mistake(
    "d16-matpow",
    "You made one product too few: the loop begins with A and runs k − 2 times.",
    caught_by="visible",
)
def matpow(A, k):
    result = np.array(A, dtype=float)
    for _ in range(k - 2):
        result = result @ A
    return result


@mistake(
    "d16-matpow",
    "For k = 0 you returned A, one step. No step leaves every vector as it is: that is the identity. Begin with it.",
    caught_by="visible",
)
def matpow(A, k):
    result = np.array(A, dtype=float)
    for _ in range(k - 1):
        result = result @ A
    return result


@mistake(
    "d16-matpow",
    "Your function takes A for its own mirror image, and reads one half of it. The function for any matrix is np.linalg.eig.",
    caught_by="visible",
)
def matpow(A, k):
    lams, C = np.linalg.eigh(np.asarray(A, dtype=float))
    return C * lams**k @ C.T


@mistake(
    "d16-matpow",
    "You take one step at most, whatever k is. Does a return stand inside your loop?",
    caught_by="visible",
)
def matpow(A, k):
    return np.array(A, dtype=float) if k else np.eye(len(A))


@mistake(
    "d16-matpow",
    "You raised the whole diagonal matrix to the power k, its zeros too, and 0 to the power 0 is 1. Raise the eigenvalues, then put them on a diagonal.",
    caught_by="visible",
)
def matpow(A, k):
    lams, C = np.linalg.eig(np.asarray(A, dtype=float))
    return C @ np.diag(lams) ** k @ np.linalg.inv(C)


@mistake(
    "d16-matpow",
    "C @ a row of powers is one vector: the columns of C, stretched and added. The stretched columns are C * the row, or C @ the powers on a diagonal.",
    caught_by="visible",
)
def matpow(A, k):
    lams, C = np.linalg.eig(np.asarray(A, dtype=float))
    return C @ lams**k @ np.linalg.inv(C)


hints(
    "d16-matpow",
    "Take apart, stretch, put together. Which of the three does C do, and which its inverse?",
    "Only the stretches are repeated: each eigenvalue to the power k. C * row multiplies column i by entry i of the row.",
    "lams, C = np.linalg.eig(A), then C * lams**k, then @ np.linalg.inv(C).",
)
why(
    "d16-matpow",
    "A product of forty tables costs forty products; here one eigen-decomposition and one product serve for every k. A table that turns the plane has eigenvalues that are not real; numpy then computes with complex numbers, and .real gives back the table of real numbers.",
)


# ---------------------------------------------------------------- changes that change nothing

equivalent(
    "d16-eig2",
    "(a, b), (c, d) = np.asarray(A, dtype=float) → (a, b), (c, d) = (A)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d16-eig2",
    "(a, b), (c, d) = np.asarray(A, dtype=float) → (a, b), (c, d) = np.asarray(A)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d16-eig2",
    "middle, under = (a + d) / 2, ((a - d) / 2) ** 2 + b * c → middle, under = (a + d) / 2, (((d) - (a)) / 2) ** 2 + b * c",
    "the difference is squared",
)
equivalent(
    "d16-pagerank",
    "change = np.abs(x - old).sum() → change = np.abs(x % old).sum()",
    "a stranger measure that stops later, never earlier",
)
equivalent(
    "d16-pagerank",
    "while change > tol: → while change >= tol:",
    "the change is never exactly tol",
)
equivalent(
    "d16-pagerank",
    "change = np.abs(x - old).sum() → change = np.abs((old) - (x)).sum()",
    "signs are taken away",
)
equivalent(
    "d16-pagerank",
    "targets = targets if len(targets) else range(n) → targets = targets if (targets) else range(n)",
    "an empty list is False",
)
equivalent(
    "d16-pagerank",
    "old, x = x, step @ x → old, x = x, (step) @ (x).T",
    "transposing a vector changes nothing",
)
equivalent(
    "d16-pagerank",
    "step[list(targets), i] += damping / len(targets) → step[(targets), i] += damping / len(targets)",
    "numpy takes a range as a list of places",
)
equivalent(
    "d16-power_iteration",
    "v, history, gap = v / np.linalg.norm(v), [], np.inf → v, history, gap = v * np.linalg.norm(v), [], np.inf",
    "the first step scales to length 1 anyway",
)
equivalent(
    "d16-power_iteration",
    "v, history, gap = v / np.linalg.norm(v), [], np.inf → v, history, gap = (v), [], np.inf",
    "the first step scales to length 1 anyway",
)
equivalent(
    "d16-power_iteration",
    "while len(history) < n and gap > tol: → while len(history) != n and gap > tol:",
    "the length grows by one, and meets n",
)
equivalent(
    "d16-power_iteration",
    "while len(history) < n and gap > tol: → while len(history) is not n and gap > tol:",
    "the length grows by one, and meets n",
)
equivalent(
    "d16-power_iteration",
    "while len(history) < n and gap > tol: → while len(history) < n and gap >= tol:",
    "the gap is never exactly tol",
)
equivalent(
    "d16-power_iteration",
    "A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float) → A, v = (A), np.asarray(v0, dtype=float)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d16-power_iteration",
    "A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float) → A, v = np.asarray(A), np.asarray(v0, dtype=float)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d16-power_iteration",
    "A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float) → A, v = np.asarray(A, dtype=float), (v0)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d16-power_iteration",
    "A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float) → A, v = np.asarray(A, dtype=float), np.asarray(v0)",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d16-power_iteration",
    "v = A @ v → v = (A) @ (v).T",
    "transposing a vector changes nothing",
)
equivalent(
    "d16-power_iteration",
    "history.append(v @ A @ v) → history.append((v) @ (v @ A))",
    "the same sum of products",
)
equivalent(
    "d16-power_iteration",
    "history.append(v @ A @ v) → history.append((v @ A) @ (v).T)",
    "the same sum of products",
)
equivalent(
    "d16-power_iteration",
    "history.append(v @ A @ v) → history.append((A) @ (v) @ v)",
    "the same sum of products",
)
equivalent(
    "d16-power_iteration",
    "history.append(v @ A @ v) → history.append((v) @ (A).T @ v)",
    "the same sum of products",
)
equivalent(
    "d16-power_iteration",
    "gap = np.linalg.norm(A @ v - history[-1] * v) → gap = np.linalg.norm((history[-1] * v) - (A @ v))",
    "a length has no sign",
)
equivalent(
    "d16-power_iteration",
    "gap = np.linalg.norm(A @ v - history[-1] * v) → gap = np.linalg.norm((A) @ (v).T - history[-1] * v)",
    "transposing a vector changes nothing",
)
equivalent(
    "d16-matpow",
    "lams, C = np.linalg.eig(np.asarray(A, dtype=float)) → lams, C = np.linalg.eig((A))",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
equivalent(
    "d16-matpow",
    "lams, C = np.linalg.eig(np.asarray(A, dtype=float)) → lams, C = np.linalg.eig(np.asarray(A))",
    "only lists in place of arrays, or whole numbers near the limits of their type, would differ",
)
