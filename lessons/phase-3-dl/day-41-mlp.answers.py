"""Right and wrong answers to day 41: nets by hand, nets forward, and their first weights. relu is that of the lesson's cells."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why

# ---------------------------------------------------------------- d41-review


@also_right("d41-review")
def review_41(edges):
    # Forward: how fast every node moves when x does.
    moves = {"x": 1.0}
    for parent, child, slope in edges:
        moves[child] = moves.get(child, 0.0) + slope * moves.get(parent, 0.0)
    return moves[edges[-1][1]]


@also_right("d41-review")
def review_41(edges):
    # All paths, one by one.
    end = edges[-1][1]

    def paths(node):
        return 1.0 if node == end else sum(s * paths(c) for p, c, s in edges if p == node)

    return paths("x")


@mistake("d41-review", "You followed one path only: a later gradient overwrites the one before. Where paths meet, they add.", caught_by="visible")
def review_41(edges):
    g = {edges[-1][1]: 1.0}
    for parent, child, slope in reversed(edges):
        g[parent] = slope * g.get(child, 0.0)
    return g.get("x", 0.0)


@mistake("d41-review", "Your answer holds only what goes straight from x to the output. Longer paths are missing: the gradient travels back from the end of the list, node by node.", caught_by="visible")
def review_41(edges):
    g = {edges[-1][1]: 1.0}
    for parent, child, slope in edges:
        g[parent] = g.get(parent, 0.0) + slope * g.get(child, 0.0)
    return g.get("x", 0.0)


@mistake("d41-review", "You added all slopes. Along a path they multiply.", caught_by="visible")
def review_41(edges):
    return sum(slope for parent, child, slope in edges)


@mistake("d41-review", "You multiplied all slopes. Along a path they multiply; paths add.", caught_by="visible")
def review_41(edges):
    out = 1.0
    for parent, child, slope in edges:
        out *= slope
    return out


@mistake("d41-review", "Slopes are added along a path in your answer, to the gradient of the child. They multiply it.", caught_by="visible")
def review_41(edges):
    g = {edges[-1][1]: 1.0}
    for parent, child, slope in reversed(edges):
        g[parent] = g.get(parent, 0.0) + slope + g.get(child, 0.0)
    return g.get("x", 0.0)


@mistake("d41-review", "You returned the slopes of the edges that leave x, added up. What comes behind them is missing.", caught_by="visible")
def review_41(edges):
    return sum(slope for parent, child, slope in edges if parent == "x")


@mistake("d41-review", "You returned the gradient at the output, which is always 1.", caught_by="visible")
def review_41(edges):
    g = {edges[-1][1]: 1.0}
    for parent, child, slope in reversed(edges):
        g[parent] = g.get(parent, 0.0) + slope * g.get(child, 0.0)
    return g[edges[-1][1]]


@mistake("d41-review", "You returned all gradients. The one at x is asked for.", caught_by="visible")
def review_41(edges):
    g = {edges[-1][1]: 1.0}
    for parent, child, slope in reversed(edges):
        g[parent] = g.get(parent, 0.0) + slope * g.get(child, 0.0)
    return list(g.values())


@mistake("d41-review", "The list of the caller was turned around in place. reversed(edges) leaves it as it is.", caught_by="hidden")
def review_41(edges):
    g = {edges[-1][1]: 1.0}
    edges.reverse()
    for parent, child, slope in edges:
        g[parent] = g.get(parent, 0.0) + slope * g.get(child, 0.0)
    return g.get("x", 0.0)


@mistake("d41-review", "This error says that a node has no gradient: some nodes do not lead to the output. g.get(node, 0.0) gives 0 for these.", caught_by="hidden")
def review_41(edges):
    g = {edges[-1][1]: 1.0}
    for parent, child, slope in reversed(edges):
        g[parent] = g.get(parent, 0.0) + slope * g[child]
    return g["x"]


hints(
    "d41-review",
    "The sweep of day 34, with a dict for the gradients: the output starts with 1.",
    "Go through reversed(edges): the parent gets slope times what its child has, added to what it has already.",
    "g[parent] = g.get(parent, 0.0) + slope * g.get(child, 0.0), and g.get(\"x\", 0.0) in the end.",
)
why(
    "d41-review",
    "In the order of computing, every edge out of a node stands behind every edge into it. Read backward, a node has heard from all of its children before its own edges come: a topological order for free.",
)


# ---------------------------------------------------------------- d41-mlp_forward


@also_right("d41-mlp_forward")
def mlp_forward(X, params):
    *hidden, (W, b) = params
    for V, c in hidden:
        X = relu(X @ V + c)
    return X @ W + b


@also_right("d41-mlp_forward")
def mlp_forward(X, params):
    W, b = params[0]
    out = X @ W + b
    return out if len(params) == 1 else mlp_forward(relu(out), params[1:])


@mistake("d41-mlp_forward", "Your output is bent, too. After the last layer there is no bend: outputs may be negative.", caught_by="visible")
def mlp_forward(X, params):
    for W, b in params:
        X = relu(X @ W + b)
    return X


@mistake("d41-mlp_forward", "There is no bend in your net, so all of its layers are one.", caught_by="visible")
def mlp_forward(X, params):
    for W, b in params:
        X = X @ W + b
    return X


@mistake("d41-mlp_forward", "The biases are left out.", caught_by="visible")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = (relu(X) if at else X) @ W
    return X


@mistake("d41-mlp_forward", "You bend before the first layer as well. The rows come in as they are.", caught_by="visible")
def mlp_forward(X, params):
    for W, b in params:
        X = relu(X) @ W + b
    return X


@mistake("d41-mlp_forward", "Your last layer is skipped: what comes out is the last hidden layer.", caught_by="visible")
def mlp_forward(X, params):
    for W, b in params[:-1]:
        X = relu(X @ W + b)
    return X


@mistake("d41-mlp_forward", "You bend before the bias is added. The line is complete first, then it is cut off.", caught_by="visible")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = X @ W + b if at == len(params) - 1 else relu(X @ W) + b
    return X


@mistake("d41-mlp_forward", "Only the first layer is used.", caught_by="visible")
def mlp_forward(X, params):
    W, b = params[0]
    return X @ W + b


@mistake("d41-mlp_forward", "The bend comes after the first layer and after no other. It stands between any two.", caught_by="hidden")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = (relu(X) if at == 1 else X) @ W + b
    return X


@mistake("d41-mlp_forward", "Your net has two layers, whatever the list holds. The list says how many there are.", caught_by="visible")
def mlp_forward(X, params):
    (W, b), (V, c) = params[0], params[-1]
    return relu(X @ W + b) @ V + c


@mistake("d41-mlp_forward", "You took another bend, tanh. A relu is asked for.", caught_by="visible")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = (np.tanh(X) if at else X) @ W + b
    return X


@mistake("d41-mlp_forward", "Your relu keeps what is below 0 in place of what is above.", caught_by="visible")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = (np.minimum(X, 0) if at else X) @ W + b
    return X


@mistake("d41-mlp_forward", "You return inside of the loop, after the first layer and with a bend.", caught_by="visible")
def mlp_forward(X, params):
    for W, b in params:
        X = relu(X @ W + b)
        return X


@mistake("d41-mlp_forward", "You bend with np.maximum, which does not know Tensors. relu knows both kinds.", caught_by="hidden")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = (np.maximum(X, 0) if at else X) @ W + b
    return X


@mistake("d41-mlp_forward", "The last bend is missing: between the last hidden layer and the output stands one, too.", caught_by="visible")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = X @ W + b
        if at < len(params) - 2:
            X = relu(X)
    return X


@mistake("d41-mlp_forward", "Your bend turns negative numbers around. A relu makes them 0.", caught_by="visible")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = (abs(X) if at else X) @ W + b
    return X


@mistake("d41-mlp_forward", "Your weights are bent, too, from the second layer on. What goes through a relu is what a layer puts out.", caught_by="visible")
def mlp_forward(X, params):
    for at, (W, b) in enumerate(params):
        X = relu(X) @ relu(W) + b if at else X @ W + b
    return X


hints(
    "d41-mlp_forward",
    "A loop over the pairs, in which X is replaced by what comes out. Where does a bend stand?",
    "Bend what comes in, except for the first layer; then nothing has to be done after the last.",
    "for at, (W, b) in enumerate(params): X = (relu(X) if at else X) @ W + b.",
)
why(
    "d41-mlp_forward",
    "A bend stands between two layers. Whether it is written after every layer but the last or before every layer but the first is the same net; counted from the front, one rule serves a list of any length.",
)


# ---------------------------------------------------------------- d41-init_weights


@also_right("d41-init_weights")
def init_weights(d_in, d_out, kind, rng):
    v = {"he": 2 / d_in, "xavier": 2 / (d_in + d_out)}[kind]
    return rng.normal(0, v**0.5, size=(d_in, d_out))


@also_right("d41-init_weights")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    edge = np.sqrt(3 * v)
    return rng.uniform(-edge, edge, size=(d_in, d_out))


@mistake("d41-init_weights", "You used the variance as a standard deviation. Its root is the factor of a standard normal number.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    return v * rng.standard_normal((d_in, d_out))


@mistake("d41-init_weights", "Your He has the outputs below the 2. Forward, a unit adds up its inputs: their number counts.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_out if kind == "he" else 2 / (d_in + d_out)
    return np.sqrt(v) * rng.standard_normal((d_in, d_out))


@mistake("d41-init_weights", "Your table is transposed: (d_in, d_out) is the shape.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    return np.sqrt(v) * rng.standard_normal((d_out, d_in))


@mistake("d41-init_weights", "Your weights are all 0. Then all units are the same and nothing moves.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    return np.zeros((d_in, d_out))


@mistake("d41-init_weights", "Your uniform numbers reach to one standard deviation. Their own is smaller by √3 than where they end.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    s = np.sqrt(2 / d_in if kind == "he" else 2 / (d_in + d_out))
    return rng.uniform(-s, s, size=(d_in, d_out))


@mistake("d41-init_weights", "Your weights are all positive. Their mean has to be 0.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    s = np.sqrt(2 / d_in if kind == "he" else 2 / (d_in + d_out))
    return s * rng.random((d_in, d_out)) * np.sqrt(12)


@mistake("d41-init_weights", "You give both kinds the variance of He.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    return np.sqrt(2 / d_in) * rng.standard_normal((d_in, d_out))


@mistake("d41-init_weights", "You give both kinds the variance of Xavier.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    return np.sqrt(2 / (d_in + d_out)) * rng.standard_normal((d_in, d_out))


@mistake("d41-init_weights", "Your He has no 2. It pays for the half that the bend erases.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 1 / d_in if kind == "he" else 2 / (d_in + d_out)
    return np.sqrt(v) * rng.standard_normal((d_in, d_out))


@mistake("d41-init_weights", "Your Xavier has 1 over the sum. The mean of inputs and outputs is half the sum, so the variance is 2 over it.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 1 / (d_in + d_out)
    return np.sqrt(v) * rng.standard_normal((d_in, d_out))


@mistake("d41-init_weights", "Your weights have variance 1: the scale is missing.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    return rng.standard_normal((d_in, d_out))


@mistake("d41-init_weights", "You divided by the standard deviation. Multiply.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    return rng.standard_normal((d_in, d_out)) / np.sqrt(v)


@mistake("d41-init_weights", "You made a generator of your own, so every layer of a net gets the same weights. Draw from rng.", caught_by="hidden")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    return np.sqrt(v) * np.random.default_rng(0).standard_normal((d_in, d_out))


@mistake("d41-init_weights", "You drew one column and used it for all outputs. Units that start the same stay the same.", caught_by="hidden")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    table = rng.standard_normal((d_in, 1))
    table = (table - table.mean()) / table.std()
    return np.sqrt(v) * table * np.ones((1, d_out))


@mistake("d41-init_weights", "Your weights are made and not handed back: the function returns None.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    print(np.sqrt(v) * rng.standard_normal((d_in, d_out)))


@mistake("d41-init_weights", "The two kinds have changed places.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "xavier" else 2 / (d_in + d_out)
    return np.sqrt(v) * rng.standard_normal((d_in, d_out))


@mistake("d41-init_weights", "Your weights stand in one long row. A table (d_in, d_out) is asked for.", caught_by="visible")
def init_weights(d_in, d_out, kind, rng):
    v = 2 / d_in if kind == "he" else 2 / (d_in + d_out)
    return np.sqrt(v) * rng.standard_normal(d_in * d_out)


hints(
    "d41-init_weights",
    "First the variance, which depends on the kind. Then random numbers with it: what turns variance 1 into variance v?",
    "rng.standard_normal((d_in, d_out)) has variance 1; times √v it has variance v.",
    "v = 2 / d_in if kind == \"he\" else 2 / (d_in + d_out), and np.sqrt(v) * rng.standard_normal((d_in, d_out)).",
)
why(
    "d41-init_weights",
    "A unit adds d_in products, whose variances add; the bend halves the mean square. So the variance of a weight has to be 2/d_in for the size to stay. Whether the numbers are normal does not matter: only the variance entered.",
)


# ---------------------------------------------------------------- d41-xor_by_hand


@also_right("d41-xor_by_hand")
def xor_by_hand(low, high):
    # |x1 - x2| from two hinges that look in opposite directions.
    W = np.array([[1.0, -1.0], [-1.0, 1.0]]) / (high - low)
    return [(W, np.zeros(2)), (np.ones((2, 1)), np.zeros(1))]


@also_right("d41-xor_by_hand")
def xor_by_hand(low, high):
    # One minus what is left at both ends: off below, off above.
    middle, half = low + high, high - low
    W = np.array([[1.0, -1.0], [1.0, -1.0]])
    return ((W, np.array([-middle, middle])), (np.full((2, 1), -1 / half), np.ones(1)))


@also_right("d41-xor_by_hand")
def xor_by_hand(low, high):
    gap = high - low
    W1 = [[1 / gap, 1 / gap], [1 / gap, 1 / gap]]
    return [(W1, [-2 * low / gap, -(low + high) / gap]), ([[1], [-2]], [0])]


@mistake("d41-xor_by_hand", "Your lamp is on if at least one switch is up. With both up it has to be off.", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [(s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s - 1])), (np.array([[1.0], [-1.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "Your lamp is the wrong way round: on when both switches agree.", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [(s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s - 1])), (np.array([[-1.0], [2.0]]), np.ones(1))]


@mistake("d41-xor_by_hand", "Your lamp is on only if both switches are up.", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [(s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s - 1])), (np.array([[0.0], [1.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "Your net is right for switches of 0 and 1 and does not ask what low and high are. Turn each switch into 0 or 1 first, in the first layer.", caught_by="visible")
def xor_by_hand(low, high):
    return [(np.ones((2, 2)), np.array([0.0, -1.0])), (np.array([[1.0], [-2.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "Your net divides by high and does not take low away, so a switch that is down is not 0.", caught_by="visible")
def xor_by_hand(low, high):
    return [(np.ones((2, 2)) / high, np.array([0.0, -1.0])), (np.array([[1.0], [-2.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "low is taken away once, and there are two switches: the sum begins at 2·low.", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [(s * np.ones((2, 2)), np.array([-low * s, -low * s - 1])), (np.array([[1.0], [-2.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "low is taken away, but the difference of high and low is not brought to 1.", caught_by="visible")
def xor_by_hand(low, high):
    return [(np.ones((2, 2)), np.array([-2.0 * low, -2.0 * low - 1])), (np.array([[1.0], [-2.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "Your two hidden units are the same, so the net has one hinge only.", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [(s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s])), (np.array([[1.0], [-2.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "Only one of the two switches that differ lights your lamp. Both ways to differ count.", caught_by="visible")
def xor_by_hand(low, high):
    W = np.array([[1.0, -1.0], [-1.0, 1.0]]) / (high - low)
    return [(W, np.zeros(2)), (np.array([[1.0], [0.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "With both switches up your lamp is −1: the second hinge turns down too steeply.", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [(s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s - 1])), (np.array([[1.0], [-3.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "Your lamp counts the switches that are up. That is a straight line: no hinge takes part.", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [(s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s - 1])), (np.array([[1.0], [0.0]]), np.zeros(1))]


@mistake("d41-xor_by_hand", "You returned four arrays in a row. The net is a list of two pairs (W, b).", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s - 1]), np.array([[1.0], [-2.0]]), np.zeros(1)]


@mistake("d41-xor_by_hand", "Your last weights have the shape (2,). They are a table with a row for each hidden unit: (2, 1).", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    return [(s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s - 1])), (np.array([1.0, -2.0]), np.zeros(1))]


@mistake("d41-xor_by_hand", "Your net is made and not handed back: the function returns None.", caught_by="visible")
def xor_by_hand(low, high):
    s = 1 / (high - low)
    print([(s * np.ones((2, 2)), np.array([-2 * low * s, -2 * low * s - 1])), (np.array([[1.0], [-2.0]]), np.zeros(1))])


@mistake("d41-xor_by_hand", "You returned the last layer alone. Both pairs belong to the net.", caught_by="visible")
def xor_by_hand(low, high):
    return np.array([[1.0], [-2.0]]), np.array([0.0])


hints(
    "d41-xor_by_hand",
    "Count the switches that are up, s = 0, 1 or 2. Which curve of two hinges is 0, 1, 0 there?",
    "s = (x₁ + x₂ − 2·low)/(high − low). The first layer computes s and s − 1: the same weights, two biases.",
    "With scale = 1/(high − low): W1 all scale, b1 = (−2·low·scale, −2·low·scale − 1), W2 = (1, −2) as a column, b2 = 0.",
)
why(
    "d41-xor_by_hand",
    "Turning a switch into 0 or 1 is a line, so the first layer can do it on the side. The first hinge climbs with the count, the second begins at 1 and turns twice as steeply down: at 2 both are even.",
)


# ---------------------------------------------------------------- d41-activation_stats


@also_right("d41-activation_stats")
def activation_stats(params, X):
    rows, out = np.array(X, dtype=float), []
    for k in range(len(params) - 1):
        W, b = params[k]
        rows = np.maximum(rows @ W + b, 0.0)
        silent = sum(1 for unit in rows.T if not unit.any())
        out.append([rows.mean(), rows.std(), silent / rows.shape[1]])
    return out


@also_right("d41-activation_stats")
def activation_stats(params, X):
    kept = []
    for W, b in params[: len(params) - 1]:
        X = relu(X @ W + b)
        kept.append(X)
    return [(np.mean(H), np.sqrt(np.mean((H - np.mean(H)) ** 2)), np.mean(H.max(axis=0) <= 0)) for H in kept]


@mistake("d41-activation_stats", "You took the numbers before the bend: dead units are not 0 there, and the mean is another.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        Z = X @ W + b
        X = relu(Z)
        stats.append((Z.mean(), Z.std(), (Z == 0).all(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "You counted entries that are 0. A unit is dead only if it is 0 for every row.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X == 0).mean()))
    return stats


@mistake("d41-activation_stats", "The output layer is in your list. It is not hidden, and it has no bend.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X == 0).all(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "Your dead share counts rows that no unit answers to. Dead are units, columns, to which no row matters.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X == 0).all(axis=1).mean()))
    return stats


@mistake("d41-activation_stats", "You count a unit as dead if it is 0 for one row. It has to be 0 for every row.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X == 0).any(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "You returned how many units are dead. Their share is asked for.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X == 0).all(axis=0).sum()))
    return stats


@mistake("d41-activation_stats", "You returned the share of units that live. That of the dead ones is asked for.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X > 0).any(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "You returned the variance. Its root is the standard deviation.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.var(), (X == 0).all(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "Your standard deviation has the divisor n − 1. Here it is n.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        with np.errstate(all="ignore"):
            stats.append((X.mean(), X.ravel().std(ddof=1) if X.size > 1 else np.nan, (X == 0).all(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "Your mean and standard deviation are taken for each unit. One number for the whole layer is asked for.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(axis=0).tolist(), X.std(axis=0).tolist(), float((X == 0).all(axis=0).mean())))
    return stats


@mistake("d41-activation_stats", "There is one entry in your list, for the first hidden layer: you return inside of the loop.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X == 0).all(axis=0).mean()))
        return stats
    return stats


@mistake("d41-activation_stats", "You returned the numbers of the last hidden layer only. Each hidden layer has an entry.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats = [(X.mean(), X.std(), (X == 0).all(axis=0).mean())]
    return stats


@mistake("d41-activation_stats", "The biases are left out.", caught_by="hidden")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W)
        stats.append((X.mean(), X.std(), (X == 0).all(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "Your entries are in another order. It is mean, standard deviation, dead share.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.std(), X.mean(), (X == 0).all(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "The bend is missing between your layers: what goes on to the next is not what relu has left.", caught_by="visible")
def activation_stats(params, X):
    stats = []
    for W, b in params[:-1]:
        X = X @ W + b
        H = relu(X)
        stats.append((H.mean(), H.std(), (H == 0).all(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "Your list begins with the rows that come in. Only hidden layers have an entry.", caught_by="visible")
def activation_stats(params, X):
    stats = [(X.mean(), X.std(), (X == 0).all(axis=0).mean())]
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        stats.append((X.mean(), X.std(), (X == 0).all(axis=0).mean()))
    return stats


@mistake("d41-activation_stats", "You returned three lists, one for each kind of number. One entry for each layer, with its three numbers, is asked for.", caught_by="visible")
def activation_stats(params, X):
    means, stds, dead = [], [], []
    for W, b in params[:-1]:
        X = relu(X @ W + b)
        means.append(X.mean())
        stds.append(X.std())
        dead.append((X == 0).all(axis=0).mean())
    return means, stds, dead


hints(
    "d41-activation_stats",
    "Go through all layers but the last as in mlp_forward, and look at what leaves each relu.",
    "X == 0 is a table of True and False. .all(axis=0) asks each column whether all of its rows are True; the mean of that is a share.",
    "X = relu(X @ W + b), then stats.append((X.mean(), X.std(), (X == 0).all(axis=0).mean())).",
)
why(
    "d41-activation_stats",
    "The mean and the spread show whether the layer's size is right; the dead share shows units that no row moves. A zero for one row is no alarm: relu is 0 for half of the numbers by design.",
)


# ---------------------------------------------------------------- d41-count_regions_1d


@also_right("d41-count_regions_1d")
def count_regions_1d(params, lo, hi):
    # Slopes between the kinks, measured; a piece ends where the slope changes.
    (W, b), (V, c) = params
    w, b, v = np.ravel(W), np.ravel(b), np.ravel(V)
    on = w != 0
    kinks = -b[on] / w[on]
    inside = np.unique(kinks[(kinks > lo) & (kinks < hi)].round(9))
    ends = np.concatenate([[lo], inside, [hi]])
    middles = (ends[1:] + ends[:-1]) / 2
    slopes = [(v * w * (x * w + b > 0)).sum() for x in middles]
    return 1 + int(sum(abs(p - q) > 1e-9 for p, q in zip(slopes, slopes[1:])))


@mistake("d41-count_regions_1d", "You counted the kinks. There is one piece more.", caught_by="visible")
def count_regions_1d(params, lo, hi):
    (W, b), (V, _) = params
    change = {}
    for w, c, v in zip(W[0], b, V[:, 0]):
        if w != 0:
            kink = round(float(-c / w), 9)
            change[kink] = change.get(kink, 0.0) + abs(w) * v
    return sum(lo < kink < hi and abs(s) > 1e-9 for kink, s in change.items())


@mistake("d41-count_regions_1d", "Kinks outside of the interval, or at its ends, are counted.", caught_by="visible")
def count_regions_1d(params, lo, hi):
    (W, b), (V, _) = params
    change = {}
    for w, c, v in zip(W[0], b, V[:, 0]):
        if w != 0:
            kink = round(float(-c / w), 9)
            change[kink] = change.get(kink, 0.0) + abs(w) * v
    return 1 + sum(abs(s) > 1e-9 for kink, s in change.items())


@mistake("d41-count_regions_1d", "A kink at an end of the interval is counted. Only those strictly between make pieces.", caught_by="visible")
def count_regions_1d(params, lo, hi):
    (W, b), (V, _) = params
    change = {}
    for w, c, v in zip(W[0], b, V[:, 0]):
        if w != 0:
            kink = round(float(-c / w), 9)
            change[kink] = change.get(kink, 0.0) + abs(w) * v
    return 1 + sum(lo <= kink <= hi and abs(s) > 1e-9 for kink, s in change.items())


@mistake("d41-count_regions_1d", "Units with the last weight 0 are counted. Nobody sees their kink.", caught_by="visible")
def count_regions_1d(params, lo, hi):
    (W, b), _ = params
    return 1 + len({round(float(-c / w), 9) for w, c in zip(W[0], b) if w != 0 and lo < -c / w < hi})


@mistake("d41-count_regions_1d", "Two kinks at the same place count twice in your answer.", caught_by="hidden")
def count_regions_1d(params, lo, hi):
    (W, b), (V, _) = params
    return 1 + sum(1 for w, c, v in zip(W[0], b, V[:, 0]) if w != 0 and v != 0 and lo < -c / w < hi)


@mistake("d41-count_regions_1d", "Kinks at the same place that cancel are counted. Their changes of slope add, and may add to 0.", caught_by="hidden")
def count_regions_1d(params, lo, hi):
    (W, b), (V, _) = params
    return 1 + len({round(float(-c / w), 9) for w, c, v in zip(W[0], b, V[:, 0]) if w != 0 and v != 0 and lo < -c / w < hi})


@mistake("d41-count_regions_1d", "You added w·v in place of |w|·v. A unit that looks to the left changes the slope at its kink by |w|·v as well.", caught_by="hidden")
def count_regions_1d(params, lo, hi):
    (W, b), (V, _) = params
    change = {}
    for w, c, v in zip(W[0], b, V[:, 0]):
        if w != 0:
            kink = round(float(-c / w), 9)
            change[kink] = change.get(kink, 0.0) + w * v
    return 1 + sum(lo < kink < hi and abs(s) > 1e-9 for kink, s in change.items())


@mistake("d41-count_regions_1d", "Your kinks stand at b/w. The line w·x + b is 0 at −b/w.", caught_by="visible")
def count_regions_1d(params, lo, hi):
    (W, b), (V, _) = params
    change = {}
    for w, c, v in zip(W[0], b, V[:, 0]):
        if w != 0:
            kink = round(float(c / w), 9)
            change[kink] = change.get(kink, 0.0) + abs(w) * v
    return 1 + sum(lo < kink < hi and abs(s) > 1e-9 for kink, s in change.items())


@mistake("d41-count_regions_1d", "You counted the units. Not every unit has a kink that shows between the ends.", caught_by="visible")
def count_regions_1d(params, lo, hi):
    return 1 + params[0][0].shape[1]


hints(
    "d41-count_regions_1d",
    "For each unit with w ≠ 0: where is its kink, and by how much does the net's slope change there?",
    "A dict from the kink, rounded to 9 digits, to the sum of |w|·v over the units with this kink.",
    "1 + the number of kinks with lo < kink < hi and a change of slope that is not 0.",
)
why(
    "d41-count_regions_1d",
    "At its kink a unit's slope goes from 0 to w or, if w is negative, from w to 0: both times it grows by |w|. Several units at one place add their changes, and the net shows a corner only if the sum is not 0.",
)


equivalent("d41-init_weights", 'v = 2 / d_in if kind == "he" else 2 / (d_in + d_out) → v = 2 / d_in if kind <= "he" else 2 / (d_in + d_out)', "there are two kinds, and xavier comes later in the alphabet")
equivalent("d41-init_weights", 'v = 2 / d_in if kind == "he" else 2 / (d_in + d_out) → v = 2 / d_in if kind is "he" else 2 / (d_in + d_out)', "Python keeps one copy of a short text")
equivalent("d41-xor_by_hand", "first = (np.full((2, 2), scale), np.array([start, start - 1])) → first = (np.full((2, 2), scale), ([start, start - 1]))", "a list of numbers is added like an array")
equivalent("d41-xor_by_hand", "return [first, (np.array([[1.0], [-2.0]]), np.array([0.0]))] → return [first, (([[1.0], [-2.0]]), np.array([0.0]))]", "a list of rows is multiplied like an array")
equivalent("d41-xor_by_hand", "return [first, (np.array([[1.0], [-2.0]]), np.array([0.0]))] → return [first, (np.array([[1.0], [-2.0]]), ([0.0]))]", "a list of numbers is added like an array")
equivalent("d41-activation_stats", "stats.append((X.mean(), X.std(), (X == 0).all(axis=0).mean())) → stats.append((X.mean(), X.std(), (X <= 0).all(axis=0).mean()))", "nothing is negative after a relu")
equivalent("d41-count_regions_1d", "change[kink] = change.get(kink, 0.0) + abs(w) * v → change[kink] = change.get(kink, 0.0) - abs(w) * v", "only whether the sum is 0 counts")
equivalent("d41-count_regions_1d", "return 1 + sum(lo < kink < hi and abs(s) > 1e-9 for kink, s in change.items()) → return 1 + sum(lo < kink < hi and abs(s) >= 1e-9 for kink, s in change.items())", "no change of slope is exactly that small")
equivalent("d41-count_regions_1d", "return 1 + sum(lo < kink < hi and abs(s) > 1e-9 for kink, s in change.items()) → return 1 + sum(lo < kink < hi and abs(s) > (2e-09) for kink, s in change.items())", "no change of slope is that small")
equivalent("d41-count_regions_1d", "for w, c, v in zip(W[0], b, V[:, 0]): → for w, c, v in zip(W[ -1], b, V[:, 0]):", "W has one row")
equivalent("d41-count_regions_1d", "for w, c, v in zip(W[0], b, V[:, 0]): → for w, c, v in zip(W[0], b, V[:, -1]):", "V has one column")
equivalent("d41-count_regions_1d", "kink = round(float(-c / w), 9) → kink = round(float(-c / w), 10)", "kinks are equal up to rounding, or far apart")
equivalent("d41-count_regions_1d", "kink = round(float(-c / w), 9) → kink = round(float(-c / w), 8)", "kinks are equal up to rounding, or far apart")
equivalent("d41-count_regions_1d", "kink = round(float(-c / w), 9) → kink = round((-c / w), 9)", "numpy's number is rounded in the same way")
