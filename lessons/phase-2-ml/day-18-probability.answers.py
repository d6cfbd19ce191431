"""Right and wrong answers to day 18: probability by counting and by simulation."""

import math
from fractions import Fraction

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d18-review


@also_right("d18-review")
def review_18(v, u):
    unit = u / np.linalg.norm(u)
    residual = v - np.outer(unit, unit) @ v
    return math.sqrt(sum(float(r) ** 2 for r in residual))


@also_right("d18-review")
def review_18(v, u):
    best = np.linalg.lstsq(np.asarray(u, dtype=float)[:, None], np.asarray(v, dtype=float), rcond=None)[0]
    return np.linalg.norm(v - best[0] * u)


@mistake("d18-review", "You returned the length of the shadow. It says how far along the road the nearest point lies, not how far the house is from it.", caught_by="visible")
def review_18(v, u):
    return np.linalg.norm((u @ v) / (u @ u) * u)


@mistake("d18-review", "You returned the residual itself, an arrow. Asked for is how long it is.", caught_by="visible")
def review_18(v, u):
    return v - (u @ v) / (u @ u) * u


@mistake("d18-review", "You divided the dot product by the length of u where the shadow needs its square. On the road along (3, 4) your foot of the shortest way lies five times too far out.", caught_by="visible")
def review_18(v, u):
    return np.linalg.norm(v - (u @ v) / np.linalg.norm(u) * u)


@mistake("d18-review", "You measured from the house to the tip of u. The road goes on beyond the tip, and the nearest point is somewhere else.", caught_by="visible")
def review_18(v, u):
    return np.linalg.norm(v - u)


@mistake("d18-review", "You let u throw its shadow on v. The house throws the shadow, the road catches it.", caught_by="visible")
def review_18(v, u):
    return np.linalg.norm(u - (u @ v) / (v @ v) * v)


@mistake("d18-review", "You returned the square of the distance: 9 for the house that stands 3 off. A root is missing.", caught_by="visible")
def review_18(v, u):
    residual = v - (u @ v) / (u @ u) * u
    return residual @ residual


@mistake("d18-review", "You took the difference of two squares and its root. For a house on the road rounding makes that difference a tiny negative number, and the root nan; and close to the road the digits cancel.", caught_by="hidden")
def review_18(v, u):
    with np.errstate(invalid="ignore"):
        return np.sqrt(v @ v - (u @ v) ** 2 / (u @ u))


@mistake("d18-review", "You held the difference of two squares at 0 or above. No nan is left, but close to the road all digits of the distance have canceled before the root.", caught_by="hidden")
def review_18(v, u):
    return math.sqrt(max(float(v @ v - (u @ v) ** 2 / (u @ u)), 0.0))


@mistake("d18-review", "You added the sizes of the residual's entries, as a taxi drives. Length without an index is the bird's.", caught_by="visible")
def review_18(v, u):
    return np.abs(v - (u @ v) / (u @ u) * u).sum()


@mistake("d18-review", "You took the length of the shadow from the length of v. In a right-angled triangle the squares add up, not the lengths.", caught_by="visible")
def review_18(v, u):
    return np.linalg.norm(v) - abs(u @ v) / np.linalg.norm(u)


@mistake("d18-review", "You returned how far along the road the shadow falls, with its sign. The house stands off the road by something else.", caught_by="visible")
def review_18(v, u):
    return float(v @ u / np.linalg.norm(u))


@mistake("d18-review", "You took the difference of two squares and its root. For a house on the road rounding makes that difference a tiny negative number, and the root nan; and close to the road the digits cancel.", caught_by="hidden")
def review_18(v, u):
    s = v @ u / np.linalg.norm(u)
    return np.sqrt(v @ v - s ** 2)


@mistake("d18-review", "You held the difference of two squares at 0 or above. No nan is left, but close to the road all digits of the distance have canceled before the root.", caught_by="hidden")
def review_18(v, u):
    s = v @ u / np.linalg.norm(u)
    return np.sqrt(max(v @ v - s ** 2, 0))


@mistake("d18-review", "You took the root of 1 less the squared cosine. Close to the road the cosine is nearly 1, and the digits of the difference cancel; the residual keeps them.", caught_by="hidden")
def review_18(v, u):
    c = v @ u / (np.linalg.norm(v) * np.linalg.norm(u))
    return np.linalg.norm(v) * np.sqrt(1 - c ** 2)


@mistake("d18-review", "You multiplied u by the whole dot product. The shadow divides it by u @ u first.", caught_by="visible")
def review_18(v, u):
    return np.linalg.norm(v - (v @ u) * u)


@mistake("d18-review", "You added up the residual's entries before dropping the sign. A length squares the entries, adds, and takes the root.", caught_by="visible")
def review_18(v, u):
    r = v - (v @ u) / (u @ u) * u
    return abs(r.sum())


@mistake("d18-review", "You returned the residual's largest entry. Its length takes all entries: square, add, take the root.", caught_by="visible")
def review_18(v, u):
    r = v - (v @ u) / (u @ u) * u
    return max(abs(r))


@mistake("d18-review", "You used the first two entries only. The vectors of the hidden checks have up to eight.", caught_by="hidden")
def review_18(v, u):
    return abs(v[0] * u[1] - v[1] * u[0]) / np.linalg.norm(u)


@mistake("d18-review", "You took the shadow away inside the caller's own v: it is gone for everybody else, and an array of whole numbers stops with an error. Make a new array.", caught_by="hidden")
def review_18(v, u):
    v -= (v @ u) / (u @ u) * u
    return np.linalg.norm(v)


@mistake("d18-review", "You added the shadow to v. The way from the road to the house is v less its shadow.", caught_by="visible")
def review_18(v, u):
    r = v + (v @ u) / (u @ u) * u
    return np.linalg.norm(r)


@mistake("d18-review", "You divided the dot product by v @ v. The shadow falls on u, so u @ u stands below.", caught_by="visible")
def review_18(v, u):
    return np.linalg.norm(v - (v @ u) / (v @ v) * u)


hints(
    "d18-review",
    "The shortest way to the road meets it at a right angle. Which arrow of day 11 does that?",
    "The residual: v less its shadow on u. Then how long is it?",
    "The shadow is (u @ v) / (u @ u) * u; take it from v and return np.linalg.norm of what is left.",
)
why(
    "d18-review",
    "The residual is orthogonal to the road, so it is the shortest way. Its length comes from its own entries, squares that are never negative; Pythagoras would subtract two nearly equal squares for a house close to the road, and lose the digits.",
)


# ---------------------------------------------------------------- d18-prob


@also_right("d18-prob")
def prob(event, omega, weights):
    hits = np.array([bool(event(outcome)) for outcome in omega])
    return np.average(hits, weights=np.asarray(weights, dtype=float))


@also_right("d18-prob")
def prob(event, omega, weights):
    parts = [Fraction(float(w)) for w in weights]
    return float(1 - sum(w for o, w in zip(omega, parts) if not event(o)) / sum(parts))


@mistake("d18-prob", "You counted outcomes and never looked at the weights. That is right only where all weights are equal.", caught_by="visible")
def prob(event, omega, weights):
    return sum(bool(event(o)) for o in omega) / len(omega)


@mistake("d18-prob", "You returned the weight of the event itself. Only its share of all weight is a probability; here the weights add up to more than 1.", caught_by="visible")
def prob(event, omega, weights):
    return sum(float(w) for o, w in zip(omega, weights) if event(o))


@mistake("d18-prob", "You returned the probability that the event does not happen.", caught_by="visible")
def prob(event, omega, weights):
    return sum(float(w) for o, w in zip(omega, weights) if not event(o)) / float(np.sum(weights))


@mistake("d18-prob", "You divided by the number of outcomes. All weight together is what the weights add up to, not how many there are.", caught_by="visible")
def prob(event, omega, weights):
    return sum(float(w) for o, w in zip(omega, weights) if event(o)) / len(omega)


@mistake("d18-prob", "You counted the outcomes of the event and divided by the weight of everything. Above and below must be measured alike, in weight.", caught_by="visible")
def prob(event, omega, weights):
    return sum(bool(event(o)) for o in omega) / float(np.sum(weights))


@mistake("d18-prob", "You asked the event about the weights. It is a question to the outcomes.", caught_by="visible")
def prob(event, omega, weights):
    return sum(float(w) for w in weights if event(w)) / float(np.sum(weights))


@mistake("d18-prob", "You divided the weight of the event by the weight outside of it. Those are the odds; a probability divides by all weight.", caught_by="visible")
def prob(event, omega, weights):
    inside = sum(float(w) for o, w in zip(omega, weights) if event(o))
    outside = sum(float(w) for o, w in zip(omega, weights) if not event(o))
    return inside / outside if outside > 0 else math.inf


@mistake("d18-prob", "You asked the event about the place in the list, 0, 1, 2, …. It is a question to the outcome that stands there.", caught_by="visible")
def prob(event, omega, weights):
    try:
        return sum(float(w) for i, w in enumerate(weights) if event(i)) / float(np.sum(weights))
    except TypeError:
        return 0.0


@mistake("d18-prob", "You averaged the weights of the event's outcomes. More outcomes in the event make it likelier, and a mean forgets how many there are.", caught_by="visible")
def prob(event, omega, weights):
    inside = [float(w) for o, w in zip(omega, weights) if event(o)]
    return sum(inside) / max(len(inside), 1) / float(np.sum(weights))


@mistake("d18-prob", "You assumed that the weights add up to 1 for the answer, and made them so in the caller's own array. The answer is right; the caller's weights are gone.", caught_by="hidden")
def prob(event, omega, weights):
    if weights.dtype.kind == "f":
        weights /= weights.sum()
    return sum(float(w) for o, w in zip(omega, weights) if event(o)) / float(np.sum(weights))


@mistake("d18-prob", "Your answer comes after the first outcome, and the others are never asked. Is the return inside the loop?", caught_by="visible")
def prob(event, omega, weights):
    return float(weights[0]) / float(np.sum(weights)) if event(omega[0]) else 0.0


@mistake("d18-prob", "Your answer is the share of the first outcome in which the event happens. The weights of all such outcomes add up.", caught_by="visible")
def prob(event, omega, weights):
    for o, w in zip(omega, weights):
        if event(o):
            return float(w) / float(np.sum(weights))
    return 0.0


@mistake("d18-prob", "Above and below stands the same sum, so your answer is 1 wherever the event can happen. Below belongs the weight of every outcome.", caught_by="visible")
def prob(event, omega, weights):
    return 1.0 if any(event(o) and w > 0 for o, w in zip(omega, weights)) else 0.0


@mistake("d18-prob", "You took the outcome itself as a place in weights. Outcomes may be pairs or words; zip brings each one together with its weight.", caught_by="visible")
def prob(event, omega, weights):
    return sum(weights[o - 1] for o in omega if event(o)) / weights.sum()


@mistake("d18-prob", "Your answer is 0 for every event. An event is a function: ask it with event(outcome).", caught_by="visible")
def prob(event, omega, weights):
    return sum(w for o, w in zip(omega, weights) if o == event) / sum(weights)


@mistake("d18-prob", "Only the last outcome of the event counts in your answer. The weights of all of them add up.", caught_by="visible")
def prob(event, omega, weights):
    total = 0
    for outcome, w in zip(omega, weights):
        if event(outcome):
            total = w
    return total / sum(weights)


@mistake("d18-prob", "You used 0 and 1 as places, so that only the first two weights were taken, again and again. A mask must hold True and False.", caught_by="visible")
def prob(event, omega, weights):
    mask = np.array([int(event(o)) for o in omega])
    return weights[mask].sum() / weights.sum()


@mistake("d18-prob", "You averaged the weights of the event's outcomes. More outcomes in the event make it likelier, and a mean forgets how many there are.", caught_by="visible")
def prob(event, omega, weights):
    mask = np.array([event(o) for o in omega])
    return weights[mask].mean() / weights.sum()


@mistake("d18-prob", "You added the outcomes themselves. What is added is their weights.", caught_by="visible")
def prob(event, omega, weights):
    return sum(o for o in omega if event(o)) / sum(omega)


@mistake("d18-prob", "You asked the event about the whole list at once. It is a question to one outcome at a time.", caught_by="visible")
def prob(event, omega, weights):
    return weights[event(omega)].sum() / weights.sum()


@mistake("d18-prob", "You asked the event about all outcomes at once, as an array. It is a question to one outcome at a time.", caught_by="visible")
def prob(event, omega, weights):
    return weights[event(np.array(omega))].sum() / weights.sum()


@mistake("d18-prob", "Your answer is the share of the first outcome in which the event happens, and nothing where it never happens. The return belongs below the loop.", caught_by="visible")
def prob(event, omega, weights):
    total = 0
    for outcome, w in zip(omega, weights):
        if event(outcome):
            total += w
            return total / sum(weights)


hints(
    "d18-prob",
    "Two sums of weights are needed. Which outcomes enter the first, and which the second?",
    "Go through omega and weights side by side (zip). If event(outcome) is True, its weight belongs into the first sum; every weight belongs into the second.",
    "Add weight to inside whenever event(outcome) holds, and return inside divided by the sum of all weights.",
)
why(
    "d18-prob",
    "A probability is a share of weight. Dividing by all the weight makes it the same for weights 1, 1, 2 and 50, 50, 100, so whoever calls may count, measure or guess; equal weights give the number of outcomes back.",
)


# ---------------------------------------------------------------- d18-conditional


@also_right("d18-conditional")
def conditional(joint, given_col):
    return joint[:, given_col] / joint.sum(axis=0)[given_col]


@also_right("d18-conditional")
def conditional(joint, given_col):
    column = [float(row[given_col]) for row in joint]
    return np.array([cell / sum(column) for cell in column])


@mistake("d18-conditional", "You divided every cell by the sum of its row. That answers the reverse question: given the row, how likely is this column?", caught_by="visible")
def conditional(joint, given_col):
    return joint[:, given_col] / np.maximum(joint.sum(axis=1), 1e-300)


@mistake("d18-conditional", "You divided by the sum of the whole table. That is how likely row and column come together; given the column, only its own sum is left in the world.", caught_by="visible")
def conditional(joint, given_col):
    return joint[:, given_col] / joint.sum()


@mistake("d18-conditional", "You read a row where a column is given.", caught_by="visible")
def conditional(joint, given_col):
    with np.errstate(invalid="ignore"):
        return joint[given_col] / joint[given_col].sum()


@mistake("d18-conditional", "You read a row where a column is given.", caught_by="visible")
def conditional(joint, given_col):
    return joint[given_col]


@mistake("d18-conditional", "You divided by the sum of the row with that number. What is left of the world is the column, so its own sum belongs below.", caught_by="visible")
def conditional(joint, given_col):
    with np.errstate(divide="ignore", invalid="ignore"):
        return joint[:, given_col] / joint.sum(axis=1)[given_col]


@mistake("d18-conditional", "You returned the cells of the column as they stand. They are counts, or shares of everything; as shares of the column they add up to 1.", caught_by="visible")
def conditional(joint, given_col):
    return joint[:, given_col]


@mistake("d18-conditional", "You returned the shares for every column, a whole table. The question names one column.", caught_by="visible")
def conditional(joint, given_col):
    return joint / np.maximum(joint.sum(axis=0), 1e-300)


@mistake("d18-conditional", "You returned the row margin as shares of everything. That is how likely each row is when you know nothing; the column never entered.", caught_by="visible")
def conditional(joint, given_col):
    return joint.sum(axis=1) / joint.sum()


@mistake("d18-conditional", "You divided by the largest cell of the column, so that the largest share is 1. The shares have to add up to 1.", caught_by="visible")
def conditional(joint, given_col):
    return joint[:, given_col] / joint[:, given_col].max()


@mistake("d18-conditional", "You divided by how many rows there are. What the column holds in all is the sum of its cells.", caught_by="visible")
def conditional(joint, given_col):
    return joint[:, given_col] / len(joint)


@mistake("d18-conditional", "You counted columns from 1. In Python the first column is number 0.", caught_by="visible")
def conditional(joint, given_col):
    column = joint[:, given_col - 1]
    return column / max(column.sum(), 1e-300)


@mistake("d18-conditional", "You made shares inside the caller's own table. The answer is right; the table that was handed in is no longer the same.", caught_by="hidden")
def conditional(joint, given_col):
    if joint.dtype.kind == "f":
        joint[:, given_col] /= joint[:, given_col].sum()
        return joint[:, given_col].copy()
    return joint[:, given_col] / joint[:, given_col].sum()


@mistake("d18-conditional", "You divided by the mean of the column. What it holds in all is its sum.", caught_by="visible")
def conditional(joint, given_col):
    return joint[:, given_col] / joint[:, given_col].mean()


@mistake("d18-conditional", "You divided by the column's length as a vector. Shares divide by the sum of the cells.", caught_by="visible")
def conditional(joint, given_col):
    return joint[:, given_col] / np.linalg.norm(joint[:, given_col].astype(float))


@mistake("d18-conditional", "You divided by the column's share of everything. Cell and column must be measured alike: a count over a count, or a share over a share.", caught_by="visible")
def conditional(joint, given_col):
    return joint[:, given_col] / (joint[:, given_col].sum() / joint.sum())


@mistake("d18-conditional", "You returned a table of one column. Asked for are the shares as one row of numbers, without a second axis.", caught_by="visible")
def conditional(joint, given_col):
    column = joint[:, [given_col]]
    return column / column.sum()


@mistake("d18-conditional", "You rounded the shares to two places. What is asked for has all its digits.", caught_by="hidden")
def conditional(joint, given_col):
    column = joint[:, given_col]
    return (column / column.sum()).round(2)


@mistake("d18-conditional", "You took the other columns. What is given is the column named: only its cells are left.", caught_by="visible")
def conditional(joint, given_col):
    rest = joint.sum(axis=1) - joint[:, given_col]
    return rest / rest.sum()


hints(
    "d18-conditional",
    "Told the column, you forget all other columns. What is left of the table, and what does it add up to?",
    "joint[:, given_col] is the column: one cell for each row.",
    "Divide the column by its own sum.",
)
why(
    "d18-conditional",
    "Knowing the column makes it the whole world, so its sum takes the place of the sum of everything. Whether the cells are counts or shares does not matter: the grand total cancels.",
)


# ---------------------------------------------------------------- d18-simulate


@also_right("d18-simulate")
def simulate(trial, n, rng):
    return np.mean([bool(trial(rng)) for _ in range(n)])


@also_right("d18-simulate")
def simulate(trial, n, rng):
    share = 0.0
    for k in range(1, n + 1):
        share = share + (bool(trial(rng)) - share) / k
    return share


@mistake("d18-simulate", "You returned how many plays succeeded. The share is that number over all plays.", caught_by="visible")
def simulate(trial, n, rng):
    return sum(bool(trial(rng)) for _ in range(n))


@mistake("d18-simulate", "You played once and counted that one play n times: the share can only be 0 or 1.", caught_by="visible")
def simulate(trial, n, rng):
    once = bool(trial(rng))
    return sum(once for _ in range(n)) / n


@mistake("d18-simulate", "You returned the share of plays that failed.", caught_by="visible")
def simulate(trial, n, rng):
    return sum(not trial(rng) for _ in range(n)) / n


@mistake("d18-simulate", "You divided by n − 1. That belongs to a variance; a share of n plays divides by n.", caught_by="visible")
def simulate(trial, n, rng):
    wins = sum(bool(trial(rng)) for _ in range(n))
    return wins / (n - 1) if n > 1 else math.nan


@mistake("d18-simulate", "You gave every play a fresh generator with one seed, so all plays come out alike and the share can only be 0 or 1.", caught_by="visible")
def simulate(trial, n, rng):
    return sum(bool(trial(np.random.default_rng(18))) for _ in range(n)) / n


@mistake("d18-simulate", "You made a generator of your own. The plays are meant to draw from the one that is handed in, so that whoever calls can repeat them.", caught_by="visible")
def simulate(trial, n, rng):
    own = np.random.default_rng(18)
    return sum(bool(trial(own)) for _ in range(n)) / n


@mistake("d18-simulate", "You stopped at the first success and returned one over the number of plays so far. All n plays are to be played.", caught_by="visible")
def simulate(trial, n, rng):
    for k in range(1, n + 1):
        if trial(rng):
            return 1 / k
    return 0.0


@mistake("d18-simulate", "You called trial twice in each round, once to ask and once to count. Each call is a new play, with a new answer.", caught_by="visible")
def simulate(trial, n, rng):
    return sum(bool(trial(rng)) for _ in range(n) if trial(rng)) / n


@mistake("d18-simulate", "You returned the successes divided by the failures. Those are odds; a share divides by all plays.", caught_by="visible")
def simulate(trial, n, rng):
    wins = sum(bool(trial(rng)) for _ in range(n))
    return wins / (n - wins) if wins < n else math.inf


@mistake("d18-simulate", "Your answer comes after the first play, divided by n. Is the return inside the loop, or the loop missing?", caught_by="visible")
def simulate(trial, n, rng):
    return bool(trial(rng)) / n


@mistake("d18-simulate", "Only the last play counts in your answer. The counter starts at 0 once, before the loop, and not again for each play.", caught_by="visible")
def simulate(trial, n, rng):
    return [bool(trial(rng)) for _ in range(n)][-1] / n


@mistake("d18-simulate", "Your share is 1 whatever comes out. A play happens only when the function is called, with rng in brackets.", caught_by="visible")
def simulate(trial, n, rng):
    return 1.0


@mistake("d18-simulate", "You returned what one play came to. The share needs n plays, and a division.", caught_by="visible")
def simulate(trial, n, rng):
    return trial(rng)


@mistake("d18-simulate", "You gave every play a fresh generator with one seed, so all plays come out alike and the share can only be 0 or 1.", caught_by="visible")
def simulate(trial, n, rng):
    return sum(trial(np.random.default_rng(0)) for _ in range(n)) / n


@mistake("d18-simulate", "Python stops with an error at trial(): a play draws from a generator, and the brackets are empty. Hand it rng.", caught_by="visible")
def simulate(trial, n, rng):
    return sum(trial() for _ in range(n)) / n


@mistake("d18-simulate", "You count a play if it is the object True. A comparison in numpy gives a True of its own, which `is` does not take for the same; ask with if alone.", caught_by="visible")
def simulate(trial, n, rng):
    wins = 0
    for _ in range(n):
        if trial(rng) is True:
            wins += 1
    return wins / n


@mistake("d18-simulate", "You stopped at the first play that failed. All n plays are to be played.", caught_by="visible")
def simulate(trial, n, rng):
    wins = 0
    for _ in range(n):
        if not trial(rng):
            break
        wins += 1
    return wins / n


hints(
    "d18-simulate",
    "Each play is one call of trial(rng). How many calls are needed, and what do you keep of each?",
    "Start a counter at 0 and go round a loop n times; inside, call trial(rng) once and add 1 if it is True.",
    "After the loop, not inside it, return the counter divided by n.",
)
why(
    "d18-simulate",
    "Handing the generator on makes the plays independent and repeatable at once: every call draws the next numbers of one stream, and the same seed gives the same stream. The share is the simulation's answer, and idea 5 says how far to trust it.",
)


# ---------------------------------------------------------------- d18-is_independent


@also_right("d18-is_independent")
def is_independent(joint, tol):
    total = float(joint.sum())
    for i in range(joint.shape[0]):
        for j in range(joint.shape[1]):
            expected = float(joint[i].sum()) / total * (float(joint[:, j].sum()) / total)
            if abs(float(joint[i, j]) / total - expected) > tol:
                return False
    return True


@also_right("d18-is_independent")
def is_independent(joint, tol):
    shares = np.array(joint, dtype=float) / joint.sum()
    columns = shares.sum(axis=0)
    given = shares / np.where(columns == 0, 1.0, columns)  # how far is each column from the margin of the rows?
    gap = (given - shares.sum(axis=1)[:, None]) * columns
    return not (np.abs(gap) > tol).any()


@mistake("d18-is_independent", "You compared one cell only. In a table with more rows or columns, others can still be off.", caught_by="hidden")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(abs(p[0, 0] - p[0].sum() * p[:, 0].sum()) <= tol)


@mistake("d18-is_independent", "You asked for rows, or columns, that are equal. Independent rows are alike in their shares, but one row may be three times as heavy as another.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(np.abs(p - p[0]).max() <= tol)


@mistake("d18-is_independent", "You asked for rows, or columns, that are equal. Independent rows are alike in their shares, but one row may be three times as heavy as another.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(np.abs(p - p[:, :1]).max() <= tol)


@mistake("d18-is_independent", "You multiplied margins that are no shares of everything. Divide the cells by their total before you multiply.", caught_by="visible")
def is_independent(joint, tol):
    return bool(np.abs(joint - joint.sum(axis=1)[:, None] * joint.sum(axis=0)).max() <= tol)


@mistake("d18-is_independent", "You asked whether the correlation of the row and column numbers is near 0. Two things can have no correlation and still depend on each other, as on day 9.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    r, c = np.arange(joint.shape[0]), np.arange(joint.shape[1])
    cov = r @ p @ c - (r @ p.sum(axis=1)) * (p.sum(axis=0) @ c)
    both = math.sqrt(max((r**2 @ p.sum(axis=1) - (r @ p.sum(axis=1)) ** 2) * (p.sum(axis=0) @ c**2 - (p.sum(axis=0) @ c) ** 2), 0.0))
    return bool(abs(cov) <= tol * both) if both > 1e-9 else True


@mistake("d18-is_independent", "You kept the signs of the gaps and looked at the largest. A cell that is far too empty has a large negative gap and passes.", caught_by="hidden")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool((p - p.sum(axis=1)[:, None] * p.sum(axis=0)).max() <= tol)


@mistake("d18-is_independent", "Your answer is True for every table of the checks. If you added gaps with their signs, that is why: they always cancel, since both tables add up to 1.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(abs((p - p.sum(axis=1)[:, None] * p.sum(axis=0)).sum()) <= tol + 1e-12)


@mistake("d18-is_independent", "You averaged the gaps. One cell far off hides behind many that fit; every cell has to be within tol.", caught_by="hidden")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(np.abs(p - p.sum(axis=1)[:, None] * p.sum(axis=0)).mean() <= tol)


@mistake("d18-is_independent", "You did not use tol, or forgive hardly any gap at all. Real tables are never products to the last digit.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(np.abs(p - p.sum(axis=1)[:, None] * p.sum(axis=0)).max() <= 1e-9)


@mistake("d18-is_independent", "You did not use tol, or forgive hardly any gap at all. Real tables are never products to the last digit.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return np.allclose(p, p.sum(axis=1)[:, None] * p.sum(axis=0))


@mistake("d18-is_independent", "You compared counts with the counts that independence predicts. tol is a share of everything: divide by the total first.", caught_by="visible")
def is_independent(joint, tol):
    return bool(np.abs(joint - joint.sum(axis=1)[:, None] * joint.sum(axis=0) / joint.sum()).max() <= tol)


@mistake("d18-is_independent", "You added up the sizes of all gaps. Each of them alone has to be within tol.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(np.abs(p - p.sum(axis=1)[:, None] * p.sum(axis=0)).sum() <= tol)


@mistake("d18-is_independent", "You answered the reverse question: True where rows and columns depend on each other.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(np.abs(p - p.sum(axis=1)[:, None] * p.sum(axis=0)).max() > tol)


@mistake("d18-is_independent", "You returned one yes or no for each cell. The table is independent if all of them say yes.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return np.abs(p - p.sum(axis=1)[:, None] * p.sum(axis=0)) <= tol


@mistake("d18-is_independent", "You call the table independent as soon as one cell fits. All of them must.", caught_by="hidden")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool((np.abs(p - p.sum(axis=1)[:, None] * p.sum(axis=0)) <= tol).any())


@mistake("d18-is_independent", "You compared shares within a column, or within a row, with a margin. tol is meant for gaps between shares of everything, and these are smaller.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    columns = p.sum(axis=0)
    given = p / np.where(columns == 0, 1.0, columns)
    return bool(np.abs(given - p.sum(axis=1)[:, None])[:, columns > 0].max() <= tol)


@mistake("d18-is_independent", "You compared shares within a column, or within a row, with a margin. tol is meant for gaps between shares of everything, and these are smaller.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    rows = p.sum(axis=1)
    given = p / np.where(rows == 0, 1.0, rows)[:, None]
    return bool(np.abs(given - p.sum(axis=0))[rows > 0].max() <= tol)


@mistake("d18-is_independent", "You measured each gap as a share of the product in its cell. The formula takes the gap itself: tol is a share of everything.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(np.allclose(p, p.sum(axis=1)[:, None] * p.sum(axis=0), rtol=tol, atol=1e-12))


@mistake("d18-is_independent", "You forgive only gaps smaller than tol. A gap as large as tol is forgiven too.", caught_by="hidden")
def is_independent(joint, tol):
    p = joint / joint.sum()
    product = p.sum(axis=1)[:, None] * p.sum(axis=0)
    return bool((abs(p - product) < tol).all())


@mistake("d18-is_independent", "You ask whether every gap is above tol. The table is independent if no gap is.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    product = p.sum(axis=1)[:, None] * p.sum(axis=0)
    return bool((abs(p - product) > tol).all())


@mistake("d18-is_independent", "You compared the columns' shares with those of the first column. tol is meant for the gap between a cell's share of everything and the product of its margins.", caught_by="visible")
def is_independent(joint, tol):
    given = joint / joint.sum(axis=0)
    return bool((abs(given - given[:, :1]) <= tol).all())


@mistake("d18-is_independent", "You took the determinant, which a table has only if it is square. Compare every cell with the product of its margins.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    return bool(abs(np.linalg.det(p)) <= tol)


@mistake("d18-is_independent", "np.allclose adds a tolerance of its own to yours: a part in 100,000 of the product (rtol). A gap a little above tol is then forgiven.", caught_by="hidden")
def is_independent(joint, tol):
    p = joint / joint.sum()
    product = p.sum(axis=1)[:, None] * p.sum(axis=0)
    return bool(np.allclose(p, product, atol=tol))


@mistake("d18-is_independent", "You rounded the shares before you compared them, and with rounded numbers no gap is right. Keep all digits.", caught_by="visible")
def is_independent(joint, tol):
    p = (joint / joint.sum()).round(2)
    product = p.sum(axis=1)[:, None] * p.sum(axis=0)
    return bool((abs(p - product) <= tol).all())


@mistake("d18-is_independent", "You took means of rows and columns. The margins are sums.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum()
    product = p.mean(axis=1)[:, None] * p.mean(axis=0)
    return bool((abs(p - product) <= tol).all())


@mistake("d18-is_independent", "You compared the squares of the gaps with tol. A square of a small number is much smaller; compare the gap without its sign.", caught_by="hidden")
def is_independent(joint, tol):
    p = joint / joint.sum()
    product = p.sum(axis=1)[:, None] * p.sum(axis=0)
    return bool((((p - product) ** 2) <= tol).all())


@mistake("d18-is_independent", "You divided each column by its own sum. The shares of the formula are shares of everything: divide by the total.", caught_by="visible")
def is_independent(joint, tol):
    p = joint / joint.sum(axis=0)
    product = p.sum(axis=1)[:, None] * p.sum(axis=0)
    return bool((abs(p - product) <= tol).all())


hints(
    "d18-is_independent",
    "First turn the cells into shares of everything. Which table would they form if knowing the column told you nothing?",
    "Row margin: sum with axis=1 and keepdims=True, a column of numbers. Column margin: sum with axis=0. Their product is a whole table (day 12).",
    "Take the difference of the two tables, drop the signs with np.abs, and compare the largest gap with tol.",
)
why(
    "d18-is_independent",
    "A column of row shares times a row of column shares broadcasts to the table that independence predicts, all cells at once. The largest gap without its sign decides, since every cell has to fit.",
)


# ---------------------------------------------------------------- d18-birthday


@also_right("d18-birthday")
def birthday(n, days=365):
    lonely, pair = 1.0, 0.0  # the pair first appears with person i + 1: these cases do not overlap, so add them
    for i in range(min(n, days + 1)):
        pair = pair + lonely * i / days
        lonely = lonely * (1 - i / days)
    return pair


@also_right("d18-birthday")
def birthday(n, days=365):
    if n > days:
        return 1.0
    return -math.expm1(math.fsum(math.log1p(-i / days) for i in range(n)))


@mistake("d18-birthday", "You returned the probability that nobody shares. The pair is the opposite.", caught_by="visible")
def birthday(n, days=365):
    return float(np.exp(np.log1p(-np.arange(n) / days).sum())) if n <= days else 0.0


@mistake("d18-birthday", "You divided the number of pairs by the days. Pairs overlap: for three people on three days that gives 1, for more people more than 1.", caught_by="visible")
def birthday(n, days=365):
    return n * (n - 1) / 2 / days


@mistake("d18-birthday", "You divided the number of pairs by the days and stopped at 1. Pairs overlap, and what they share is counted more than once.", caught_by="visible")
def birthday(n, days=365):
    return min(n * (n - 1) / 2 / days, 1.0)


@mistake("d18-birthday", "You treated the pairs as if they were independent. If A shares with B and B with C, then A shares with C.", caught_by="visible")
def birthday(n, days=365):
    return -math.expm1(n * (n - 1) / 2 * math.log1p(-1 / days)) if days > 1 else float(n > 1)


@mistake("d18-birthday", "You counted those who share one certain birthday, such as yours. Any two of the n may share.", caught_by="visible")
def birthday(n, days=365):
    return -math.expm1((n - 1) * math.log1p(-1 / days)) if days > 1 else float(n > 1)


@mistake("d18-birthday", "With more people than days one factor is 0 and later ones are negative, and their logarithms are minus infinity and nan. More people than days need a line of their own.", caught_by="visible")
def birthday(n, days=365):
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(-np.expm1(np.log1p(-np.arange(n) / days).sum()))


@mistake("d18-birthday", "With more people than days you return 0. There are not enough days for everybody: two must share.", caught_by="visible")
def birthday(n, days=365):
    return float(-np.expm1(np.log1p(-np.arange(n) / days).sum())) if n <= days else 0.0


@mistake("d18-birthday", "You have one factor too many: the first person finds every day free, the second all but one, so the last loses n − 1 days.", caught_by="visible")
def birthday(n, days=365):
    return float(-np.expm1(np.log1p(-np.arange(1, n + 1) / days).sum())) if n < days else 1.0


@mistake("d18-birthday", "You have one factor too few: the last person has to avoid the n − 1 days before.", caught_by="visible")
def birthday(n, days=365):
    return float(-np.expm1(np.log1p(-np.arange(n - 1) / days).sum())) if n <= days else 1.0


@mistake("d18-birthday", "Somewhere your answer subtracts a tiny number from 1, and for two files and 10¹⁸ names that is rounded to 1: nothing is left of it. log1p and expm1 take and give the tiny number itself.", caught_by="visible")
def birthday(n, days=365):
    return float(1 - np.prod(np.maximum(1 - np.arange(n) / days, 0)))


@mistake("d18-birthday", "Somewhere your answer subtracts a tiny number from 1, and for two files and 10¹⁸ names that is rounded to 1: nothing is left of it. log1p and expm1 take and give the tiny number itself.", caught_by="visible")
def birthday(n, days=365):
    return float(1 - np.exp(np.log1p(-np.arange(n) / days).sum())) if n <= days else 1.0


@mistake("d18-birthday", "Somewhere your answer subtracts a tiny number from 1, and for two files and 10¹⁸ names that is rounded to 1: nothing is left of it. log1p and expm1 take and give the tiny number itself.", caught_by="visible")
def birthday(n, days=365):
    return float(-np.expm1(np.log(1 - np.arange(n) / days).sum())) if n <= days else 1.0


@mistake("d18-birthday", "You always use a year of 365 days. The number of days is an argument.", caught_by="visible")
def birthday(n, days=365):
    return float(-np.expm1(np.log1p(-np.arange(n) / 365).sum())) if n <= 365 else 1.0


@mistake("d18-birthday", "expm1 gives e to the sum less one, which is negative here. The answer is one less that power: the opposite sign.", caught_by="visible")
def birthday(n, days=365):
    return float(np.expm1(np.log1p(-np.arange(n) / days).sum())) if n <= days else 1.0


@mistake("d18-birthday", "You returned the sum of the logarithms. It still has to go back through the exponential.", caught_by="visible")
def birthday(n, days=365):
    return float(np.log1p(-np.arange(n) / days).sum()) if n <= days else 1.0


@mistake("d18-birthday", "Somewhere your answer subtracts a tiny number from 1, and for two files and 10¹⁸ names that is rounded to 1: nothing is left of it. log1p and expm1 take and give the tiny number itself.", caught_by="visible")
def birthday(n, days=365):
    none = 1.0
    for i in range(n):
        none *= (days - i) / days
    return 1 - none


@mistake("d18-birthday", "Somewhere your answer subtracts a tiny number from 1, and for two files and 10¹⁸ names that is rounded to 1: nothing is left of it. log1p and expm1 take and give the tiny number itself.", caught_by="visible")
def birthday(n, days=365):
    return 1 - math.perm(days, n) / days**n


@mistake("d18-birthday", "You divided people by days. One guest more is not one chance in 365 more: each can meet all who came before.", caught_by="visible")
def birthday(n, days=365):
    return n / days


@mistake("d18-birthday", "You counted those who share one certain birthday, such as yours. Any two of the n may share.", caught_by="visible")
def birthday(n, days=365):
    return -math.expm1(n * math.log1p(-1 / days)) if days > 1 else 1.0


@mistake("d18-birthday", "You took e to minus the pairs over the days. That is close where n is small against the days, and not right: each factor is 1 less i/days, not e to its negative.", caught_by="visible")
def birthday(n, days=365):
    return -math.expm1(-n * (n - 1) / (2 * days)) if n <= days else 1.0


@mistake("d18-birthday", "With exactly as many people as days you return 1. They can still all have different days; only one more person cannot.", caught_by="visible")
def birthday(n, days=365):
    return float(-np.expm1(np.log1p(-np.arange(n) / days).sum())) if n < days else float(n > 1)


@mistake("d18-birthday", "Your answer is 0 for every number of people. The first person always finds a free day; has the loop ended there?", caught_by="visible")
def birthday(n, days=365):
    return 0.0


@mistake("d18-birthday", "You always use a year of 365 days. The number of days is an argument.", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    return float(-np.expm1(np.log1p(-np.arange(n) / 365).sum()))


@mistake("d18-birthday", "You counted those who share one certain birthday, such as yours. Any two of the n may share.", caught_by="visible")
def birthday(n, days=365):
    return 1 - ((days - 1) / days) ** (n - 1)


@mistake("d18-birthday", "You took the logarithms of 1 plus i/days. A free day has the probability 1 less i/days: a minus is missing inside.", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    return float(-np.expm1(np.log1p(np.arange(n) / days).sum()))


@mistake("d18-birthday", "With exactly as many people as days you return 1. They can still all have different days; only one more person cannot.", caught_by="visible")
def birthday(n, days=365):
    if n >= days:
        return 1.0
    return float(-np.expm1(np.log1p(-np.arange(n) / days).sum()))


@mistake("d18-birthday", "You returned the sum of the logarithms with its sign changed. It still has to go back through the exponential.", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    return float(-np.log1p(-np.arange(n) / days).sum())


@mistake("d18-birthday", "You added the chances of a free day. They are multiplied, each given the ones before.", caught_by="visible")
def birthday(n, days=365):
    return 1 - sum(1 - i / days for i in range(n))


@mistake("d18-birthday", "Your answer is 0 for every number of people. The first person always finds a free day; has the loop ended there?", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    s = 0.0
    for i in range(n):
        s += np.log1p(-i / days)
        return -np.expm1(s)


@mistake("d18-birthday", "You rounded to six places after the point. For two files and 10¹⁸ names nothing is left then; six digits are counted from the first that is not 0.", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    s = np.log1p(-np.arange(n) / days).sum()
    return round(float(-np.expm1(s)), 6)


@mistake("d18-birthday", "You divided the logarithm by the days. The division belongs inside: log1p of -i / days.", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    return float(-np.expm1((np.log1p(-np.arange(n)) / days).sum()))


@mistake("d18-birthday", "You went back with powers of 2. log1p is a natural logarithm, so e belongs there.", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    return float(1 - 2 ** np.log1p(-np.arange(n) / days).sum())


@mistake("d18-birthday", "You averaged the logarithms. A product becomes their sum.", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    return float(-np.expm1(np.log1p(-np.arange(n) / days).mean()))


@mistake("d18-birthday", "You gave everybody the chance of the last guest. The first finds all days free, and each later one day fewer.", caught_by="visible")
def birthday(n, days=365):
    if n > days:
        return 1.0
    return float(-np.expm1(n * np.log1p(-(n - 1) / days)))


hints(
    "d18-birthday",
    "One factor for each person: which shares of the days are taken when the first, the second, the last person comes?",
    "np.arange(n) / days holds those shares. Add np.log1p of their negatives. When are there too many people for a logarithm?",
    "If n > days return 1.0; otherwise return the negative of np.expm1 of that sum.",
)
why(
    "d18-birthday",
    "Neither 1 − i/days nor 1 − product is ever formed, so nothing is rounded to 1. The sum of the logarithms is about −n²/(2·days): a pair becomes likely when n is near the square root of days. With 10¹⁸ names that is a billion files.",
)


# ---------------------------------------------------------------- d18-total_probability


@also_right("d18-total_probability")
def total_probability(p_b_given_a, p_a):
    return (p_b_given_a * p_a[:, None]).sum(axis=0)


@also_right("d18-total_probability")
def total_probability(p_b_given_a, p_a):
    total = np.zeros(p_b_given_a.shape[1])
    for row, p in zip(p_b_given_a, p_a):
        total = total + p * row
    return total


@mistake("d18-total_probability", "You took the plain mean of the rows. Each case enters with its own probability.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return p_b_given_a.mean(axis=0)


@mistake("d18-total_probability", "You added the rows without their probabilities. The result adds up to the number of cases where it should add up to 1.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return p_b_given_a.sum(axis=0)


@mistake("d18-total_probability", "You took the largest contribution where they have to be added: every case can lead to b.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return (p_b_given_a * p_a[:, None]).max(axis=0)


@mistake("d18-total_probability", "You returned the joint table, one number for each case and each b. Add the cases up.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return p_b_given_a * p_a[:, None]


@mistake("d18-total_probability", "Your answer is p_a again. Adding along the rows gives that, since each row adds up to 1; the sum runs over the cases.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return (p_b_given_a * p_a[:, None]).sum(axis=1)


@mistake("d18-total_probability", "You returned what the likeliest case says. The other cases happen too, with their probabilities.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return p_b_given_a[p_a.argmax()]


@mistake("d18-total_probability", "You returned what the first case contributes. The sum runs over all cases.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return p_a[0] * p_b_given_a[0]


@mistake("d18-total_probability", "You set the vector on the right of the table, which adds along a row. The cases are the rows, so the vector stands on the left.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return p_b_given_a @ p_a


@mistake("d18-total_probability", "You averaged the contributions. Their weights are the probabilities already: add them.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return (p_b_given_a * p_a[:, None]).mean(axis=0)


@mistake("d18-total_probability", "You returned a table of one row. One row of numbers, without a second axis, is asked for.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return p_a[None, :] @ p_b_given_a


@mistake("d18-total_probability", "You multiplied the columns by the probabilities of the cases. The cases are the rows.", caught_by="visible")
def total_probability(p_b_given_a, p_a):
    return (p_b_given_a * p_a).sum(axis=0)


hints(
    "d18-total_probability",
    "Fix one b. Which number does each case contribute to it?",
    "Each contribution is P(b | a) times P(a), and the sum runs over a: down a column of the table.",
    "A vector of A numbers times a table with A rows gives all those sums at once: which one stands on the left of @?",
)
why(
    "d18-total_probability",
    "p_a @ table combines the rows of the table with the weights p_a, which is the law of total probability for all b at once. In day 54's chains it moves the shares one step on, again and again.",
)


equivalent("d18-review", "residual = v - (u @ v) / (u @ u) * u → residual = ((u @ v) / (u @ u) * u) - (v)", "the residual the other way round is as long")
equivalent("d18-review", "residual = v - (u @ v) / (u @ u) * u → residual = v - ((v) @ (u)) / (u @ u) * u", "the dot product is symmetric")
equivalent("d18-review", "residual = v - (u @ v) / (u @ u) * u → residual = v - ((u) @ (v).T) / (u @ u) * u", "transposing a vector changes nothing")
equivalent("d18-review", "residual = v - (u @ v) / (u @ u) * u → residual = v - (u @ v) / ((u) @ (u).T) * u", "transposing a vector changes nothing")
equivalent("d18-is_independent", "return bool(np.abs(shares - rows * columns).max() <= tol) → return (np.abs(shares - rows * columns).max() <= tol)", "numpy's True and False are as good")
equivalent("d18-is_independent", "return bool(np.abs(shares - rows * columns).max() <= tol) → return bool(np.abs((rows * columns) - (shares)).max() <= tol)", "the gap the other way round is as large")
equivalent("d18-birthday", "return float(-np.expm1(log_none)) → return (-np.expm1(log_none))", "numpy's float is as good")
