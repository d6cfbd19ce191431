"""Right and wrong answers to day 42: batches, the noise of their gradients, and the loop that trains. MLP, tensor_cross_entropy and sgd are those of the lesson's cells."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import backward, topo_order

# ---------------------------------------------------------------- d42-review


@also_right("d42-review")
def review_42(X, b):
    Z = X + b
    return np.array([2 * sum(Z[:, k]) / (Z.shape[0] * Z.shape[1]) for k in range(len(b))])


@also_right("d42-review")
def review_42(X, b):
    return 2 * (X + b).mean(axis=0) / len(b)


@mistake("d42-review", "Your mean is taken over the rows only. It is over all entries, rows times columns.", caught_by="visible")
def review_42(X, b):
    return 2 * (X + b).mean(axis=0)


@mistake("d42-review", "You returned the gradient of the table. The bias was copied to every row: sum over them.", caught_by="visible")
def review_42(X, b):
    return 2 * (X + b) / X.size


@mistake("d42-review", "The bias is left out: the slope of the square is taken at X and not at X + b.", caught_by="visible")
def review_42(X, b):
    return 2 * X.sum(axis=0) / X.size


@mistake("d42-review", "The 2 of the square is missing.", caught_by="visible")
def review_42(X, b):
    return (X + b).sum(axis=0) / X.size


@mistake("d42-review", "You added everything up into one number. Each entry of the bias has its own column.", caught_by="visible")
def review_42(X, b):
    return 2 * (X + b).sum() / X.size


@mistake("d42-review", "You summed along the rows. The bias has an entry for each column.", caught_by="visible")
def review_42(X, b):
    return 2 * (X + b).sum(axis=1) / X.size


@mistake("d42-review", "You did not divide: the loss is a mean, yours is the gradient of a sum.", caught_by="visible")
def review_42(X, b):
    return 2 * (X + b).sum(axis=0)


@mistake("d42-review", "You returned the mean of the squares in each column. Their slope is asked for.", caught_by="visible")
def review_42(X, b):
    return ((X + b) ** 2).mean(axis=0)


@mistake("d42-review", "You divided by the number of columns. The mean is over all entries.", caught_by="visible")
def review_42(X, b):
    return 2 * (X + b).sum(axis=0) / X.shape[1]


@mistake("d42-review", "The bias counts once in your sum. It was added to every row.", caught_by="visible")
def review_42(X, b):
    return 2 * (X.sum(axis=0) + b) / X.size


@mistake("d42-review", "Your squares are still there: the slope of a square is twice its root, not the square.", caught_by="visible")
def review_42(X, b):
    return 2 * ((X + b) ** 2).sum(axis=0) / X.size


@mistake("d42-review", "You divided by the square of the number of rows. The mean is over all entries, rows times columns.", caught_by="visible")
def review_42(X, b):
    return 2 * (X + b).sum(axis=0) / len(X) ** 2


hints(
    "d42-review",
    "First the gradient at one entry of Z: a square, in a mean over all entries.",
    "2 · Z / (number of entries) at each entry; then the bias collects from all rows.",
    "2 * (X + b).sum(axis=0) / X.size.",
)
why(
    "d42-review",
    "A mean sends each entry one over their number, a square twice itself, and what was copied to all rows is summed over them. Three pushes in a row, written as one line.",
)


# ---------------------------------------------------------------- d42-grad_noise


@also_right("d42-grad_noise")
def grad_noise(grads):
    # The root of the summed variances of all entries.
    return np.sqrt(np.var(np.asarray(grads, dtype=float), axis=0).sum())


@also_right("d42-grad_noise")
def grad_noise(grads):
    mean = np.mean(grads, axis=0)
    total = 0.0
    for g in grads:
        total += np.linalg.norm(g - mean) ** 2
    return (total / len(grads)) ** 0.5


@mistake("d42-grad_noise", "You returned a standard deviation for each entry. The noise is one number: their squares add up.", caught_by="visible")
def grad_noise(grads):
    return grads.std(axis=0)


@mistake("d42-grad_noise", "Your distances are from 0. They are from the mean of the polls.", caught_by="visible")
def grad_noise(grads):
    return np.sqrt((grads**2).sum(axis=1).mean())


@mistake("d42-grad_noise", "The root is missing: you returned the mean squared distance.", caught_by="visible")
def grad_noise(grads):
    return ((grads - grads.mean(axis=0)) ** 2).sum(axis=1).mean()


@mistake("d42-grad_noise", "You took the standard deviation of the lengths. Arrows of the same length can point anywhere.", caught_by="visible")
def grad_noise(grads):
    return np.linalg.norm(grads, axis=1).std()


@mistake("d42-grad_noise", "You took the mean of the distances. The squares are averaged, and the root comes last.", caught_by="visible")
def grad_noise(grads):
    return np.linalg.norm(grads - grads.mean(axis=0), axis=1).mean()


@mistake("d42-grad_noise", "Your divisor is the number of polls less one. Here it is their number.", caught_by="visible")
def grad_noise(grads):
    away = grads - grads.mean(axis=0)
    return np.sqrt((away**2).sum() / max(len(grads) - 1, 1))


@mistake("d42-grad_noise", "You averaged over the entries as well. In a distance their squares are added.", caught_by="visible")
def grad_noise(grads):
    return np.sqrt(((grads - grads.mean(axis=0)) ** 2).mean())


@mistake("d42-grad_noise", "You did not average over the polls: yours grows with their number.", caught_by="visible")
def grad_noise(grads):
    return np.sqrt(((grads - grads.mean(axis=0)) ** 2).sum())


@mistake("d42-grad_noise", "Your mean is one number for all entries. Each entry has its own.", caught_by="visible")
def grad_noise(grads):
    return np.sqrt(((grads - grads.mean()) ** 2).sum(axis=1).mean())


@mistake("d42-grad_noise", "You took each poll's own mean away. The mean of the polls is meant, entry by entry.", caught_by="visible")
def grad_noise(grads):
    return np.sqrt(((grads - grads.mean(axis=1, keepdims=True)) ** 2).sum(axis=1).mean())


@mistake("d42-grad_noise", "You added the standard deviations of the entries. Their squares add, and the root comes last.", caught_by="visible")
def grad_noise(grads):
    return grads.std(axis=0).sum() + 0.0


@mistake("d42-grad_noise", "Your distances are from the first poll. They are from the mean of all.", caught_by="visible")
def grad_noise(grads):
    return np.sqrt(((grads - grads[0]) ** 2).sum(axis=1).mean())


@mistake("d42-grad_noise", "You added the entries before squaring, so ups and downs cancel. Square first.", caught_by="visible")
def grad_noise(grads):
    return np.sqrt(((grads - grads.mean(axis=0)).sum(axis=1) ** 2).mean())


@mistake("d42-grad_noise", "You returned the length of the mean gradient. How far the polls are from it is asked for.", caught_by="visible")
def grad_noise(grads):
    return np.linalg.norm(grads.mean(axis=0))


hints(
    "d42-grad_noise",
    "First the mean of all rows, an arrow. Then each row less the mean, its squared length, their mean, the root.",
    "away = grads - grads.mean(axis=0); the squared lengths are (away**2).sum(axis=1).",
    "np.sqrt((away**2).sum(axis=1).mean()).",
)
why(
    "d42-grad_noise",
    "It is the standard deviation for arrows: distance in place of difference. Squares of the entries add within a distance, so the noise is the root of the sum of all entries' variances.",
)


# ---------------------------------------------------------------- d42-batches


@also_right("d42-batches")
def batches(n, B, rng):
    order, out = rng.permutation(n), []
    while len(order):
        out.append(order[:B])
        order = order[B:]
    return out


@also_right("d42-batches")
def batches(n, B, rng):
    return np.split(rng.permutation(n), range(B, n, B))


@mistake("d42-batches", "The rest is dropped: if B does not divide n, the last rows are never seen.", caught_by="visible")
def batches(n, B, rng):
    order = rng.permutation(n)
    return [order[i : i + B] for i in range(0, n - B + 1, B)]


@mistake("d42-batches", "You drew rows with replacement: some come twice, others never.", caught_by="visible")
def batches(n, B, rng):
    order = rng.integers(0, n, size=n)
    return [order[i : i + B] for i in range(0, n, B)]


@mistake("d42-batches", "Your rows stand in their old order, unshuffled.", caught_by="visible")
def batches(n, B, rng):
    order = np.arange(n)
    return [order[i : i + B] for i in range(0, n, B)]


@mistake("d42-batches", "Neighboring batches share a row: each begins where the one before has ended.", caught_by="visible")
def batches(n, B, rng):
    order = rng.permutation(n)
    return [order[i : i + B + 1] for i in range(0, n, B)]


@mistake("d42-batches", "You made B batches. B is how many rows a batch has.", caught_by="visible")
def batches(n, B, rng):
    return np.array_split(rng.permutation(n), B)


@mistake("d42-batches", "Your batches have equal lengths, nearly. Each has B rows, and the last one the rest.", caught_by="visible")
def batches(n, B, rng):
    return np.array_split(rng.permutation(n), -(-n // B))


@mistake("d42-batches", "You drew a new permutation for each batch, so batches share rows.", caught_by="visible")
def batches(n, B, rng):
    return [rng.permutation(n)[i : i + B] for i in range(0, n, B)]


@mistake("d42-batches", "You shuffled the batches, not the rows: inside of a batch stand neighbors, always the same.", caught_by="visible")
def batches(n, B, rng):
    starts = rng.permutation(np.arange(0, n, B))
    return [np.arange(i, min(i + B, n)) for i in sorted(starts, key=lambda i: (n - i < B, i != starts[0]))]


@mistake("d42-batches", "Your steps in range are 1, so batches overlap.", caught_by="visible")
def batches(n, B, rng):
    order = rng.permutation(n)
    return [order[i : i + B] for i in range(n)]


@mistake("d42-batches", "You returned one batch. All of them are asked for.", caught_by="visible")
def batches(n, B, rng):
    return [rng.permutation(n)[:B]]


@mistake("d42-batches", "You made a generator of your own, so every epoch has the same batches. Draw from rng.", caught_by="visible")
def batches(n, B, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[i : i + B] for i in range(0, n, B)]


@mistake("d42-batches", "A last batch of one row is dropped. However short the rest, it counts.", caught_by="hidden")
def batches(n, B, rng):
    order = rng.permutation(n)
    return [order[i : i + B] for i in range(0, max(n - 1, 1) if B > 1 else n, B)]


@mistake("d42-batches", "Each of your batches is drawn for itself, so a row may come in several of them and the last is full, too.", caught_by="visible")
def batches(n, B, rng):
    return [rng.choice(n, min(B, n), replace=False) for _ in range(-(-n // B))]


@mistake("d42-batches", "An empty batch stands at the end when B divides n.", caught_by="hidden")
def batches(n, B, rng):
    order = rng.permutation(n)
    return [order[i * B : (i + 1) * B] for i in range(n // B + 1)]


@mistake("d42-batches", "Your row numbers begin with 1. Python counts rows from 0.", caught_by="visible")
def batches(n, B, rng):
    order = rng.permutation(n) + 1
    return [order[i : i + B] for i in range(0, n, B)]


hints(
    "d42-batches",
    "Shuffle once, then cut. Where does the first batch end, where the second begin?",
    "range(0, n, B) are the starts 0, B, 2B, …; a slice that goes beyond the end stops there.",
    "order = rng.permutation(n), and [order[i : i + B] for i in range(0, n, B)].",
)
why(
    "d42-batches",
    "One permutation, cut without overlap, visits every row once; the slice beyond the end gives the rest by itself. A fresh permutation in each call changes the company of every row from epoch to epoch.",
)


# ---------------------------------------------------------------- d42-sgd_step


@also_right("d42-sgd_step")
def sgd_step(params, grads, lr):
    out = []
    for k in range(len(params)):
        out.append(np.array(params[k], dtype=float) + (-lr) * np.asarray(grads[k]))
    return out


@also_right("d42-sgd_step")
def sgd_step(params, grads, lr):
    return list(map(lambda p, g: np.subtract(p, np.multiply(lr, g)), params, grads))


@mistake("d42-sgd_step", "Your step goes up: the gradient points uphill, so it is taken away.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [p + lr * g for p, g in zip(params, grads)]


@mistake("d42-sgd_step", "The rate stands at the parameters. It scales the gradient.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [lr * p - g for p, g in zip(params, grads)]


@mistake("d42-sgd_step", "The rate scales parameter and gradient alike. It belongs to the gradient alone.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [lr * (p - g) for p, g in zip(params, grads)]


@mistake("d42-sgd_step", "The arrays handed in have changed: p -= … works in place.", caught_by="visible")
def sgd_step(params, grads, lr):
    for p, g in zip(params, grads):
        p -= lr * g
    return [p.copy() for p in params]


@mistake("d42-sgd_step", "Only the first array has moved, and it comes back alone.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [params[0] - lr * grads[0]]


@mistake("d42-sgd_step", "The first array has moved, the others have not.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [params[0] - lr * grads[0], *[p.copy() for p in params[1:]]]


@mistake("d42-sgd_step", "The rate is left out of your step.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [p - g for p, g in zip(params, grads)]


@mistake("d42-sgd_step", "You divided by the rate. The step is the rate times the gradient.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [p - g / lr for p, g in zip(params, grads)]


@mistake("d42-sgd_step", "You returned the steps. The places after the step are asked for.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [-lr * g for g in grads]


@mistake("d42-sgd_step", "You used the sign of the gradient. Its size counts, too.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [p - lr * np.sign(g) for p, g in zip(params, grads)]


@mistake("d42-sgd_step", "You made two steps in one call.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [p - 2 * lr * g for p, g in zip(params, grads)]


@mistake("d42-sgd_step", "You returned one array of the list alone. All of them are asked for.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [p - lr * g for p, g in zip(params, grads)][-1]


@mistake("d42-sgd_step", "Every entry of an array moves by the same, the mean of its gradient. Each entry has its own slope.", caught_by="visible")
def sgd_step(params, grads, lr):
    return [p - lr * g.mean() for p, g in zip(params, grads)]


hints(
    "d42-sgd_step",
    "The same line for every array: where is it, and how far does it move down?",
    "zip(params, grads) hands you an array and its gradient at a time.",
    "[p - lr * g for p, g in zip(params, grads)].",
)
why(
    "d42-sgd_step",
    "p - lr * g makes a new array and leaves p alone. In the loop the optimizer does the same with .data and .grad: it replaces the array and does not write into it.",
)


# ---------------------------------------------------------------- d42-train


@also_right("d42-train")
def train(model, X, y, opt, epochs, B, rng):
    # One loop over all steps; the epochs are sorted out afterward.
    plan = [(e, ix) for e in range(epochs) for ix in batches(len(X), B, rng)]
    sums = [0.0] * epochs
    for e, ix in plan:
        loss = tensor_cross_entropy(model(X[ix]), y[ix])
        sweep(loss, model.parameters())
        opt(model.parameters())
        sums[e] += float(loss.data) * len(ix)
    return [s / len(y) for s in sums]


@also_right("d42-train")
def train(model, X, y, opt, epochs, B, rng):
    # With day 34's sweep, and the zero by hand.
    params, history = model.parameters(), []
    for _ in range(epochs):
        rows = []
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            for p in params:
                p.grad = 0.0
            backward(topo_order(loss))
            opt(params)
            rows += [float(loss.data)] * len(ix)
        history.append(np.mean(rows))
    return np.array(history)


@mistake("d42-train", "Your gradients are not set to zero before a batch, so each step follows the sum of all gradients so far.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            backward(topo_order(loss))
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "Your batches are made once and used in every epoch. Each epoch is cut anew.", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history, cut = [], batches(len(X), B, rng)
    for _ in range(epochs):
        total = 0.0
        for ix in cut:
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "You wrote down the loss of the last batch. The epoch's is a mean over all of its rows.", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
        history.append(float(loss.data))
    return np.array(history)


@mistake("d42-train", "You took the mean over the batches, so a short last batch counts as much as a full one. The mean is over rows.", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        losses = []
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            losses.append(float(loss.data))
        history.append(np.mean(losses))
    return np.array(history)


@mistake("d42-train", "You measured the loss of a batch after its step. It is written down before.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            sweep(tensor_cross_entropy(model(X[ix]), y[ix]), model.parameters())
            opt(model.parameters())
            total += len(ix) * float(tensor_cross_entropy(model(X[ix]), y[ix]).data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "At the end of an epoch you measured the loss of all rows anew. Each row's loss is written down when its batch has its turn.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        for ix in batches(len(X), B, rng):
            sweep(tensor_cross_entropy(model(X[ix]), y[ix]), model.parameters())
            opt(model.parameters())
        history.append(float(tensor_cross_entropy(model(X), y).data))
    return np.array(history)


@mistake("d42-train", "Your losses are sums over the rows. Divide by their number.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total)
    return np.array(history)


@mistake("d42-train", "Nothing moves: the loss stays as it was. Each batch needs a sweep, which fills the gradients, and a call of the optimizer.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "Each of your steps is made before the sweep, with the gradients of the batch before.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            opt(model.parameters())
            sweep(loss, model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "Each step asks all rows. A batch is X[ix] with y[ix].", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X), y)
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "Rows and classes do not belong together: the rows are those of the batch, the classes the first ones of the list.", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[: len(ix)])
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "You make one step at the end of an epoch, with the last batch's gradient. Every batch has its step.", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            total += len(ix) * float(loss.data)
        opt(model.parameters())
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "One epoch was trained: you return inside of the loop over the epochs.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
        return np.array(history)


@mistake("d42-train", "You returned the trained model. The mean loss of each epoch is asked for.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    for _ in range(epochs):
        for ix in batches(len(X), B, rng):
            sweep(tensor_cross_entropy(model(X[ix]), y[ix]), model.parameters())
            opt(model.parameters())
    return model


@mistake("d42-train", "Your sum over the rows is not set to 0 when an epoch begins, so the losses of earlier epochs stay in it.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history, total = [], 0.0
    for _ in range(epochs):
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "The rows keep their old order: nothing was shuffled.", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for i in range(0, len(X), B):
            loss = tensor_cross_entropy(model(X[i : i + B]), y[i : i + B])
            sweep(loss, model.parameters())
            opt(model.parameters())
            total += len(X[i : i + B]) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "You wrote down the loss of every batch. One number for each epoch is asked for.", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            history.append(float(loss.data))
    return np.array(history)


@mistake("d42-train", "You make two steps for one sweep.", caught_by="visible")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        total = 0.0
        for ix in batches(len(X), B, rng):
            loss = tensor_cross_entropy(model(X[ix]), y[ix])
            sweep(loss, model.parameters())
            opt(model.parameters())
            opt(model.parameters())
            total += len(ix) * float(loss.data)
        history.append(total / len(X))
    return np.array(history)


@mistake("d42-train", "Only the first batch of an epoch has its turn.", caught_by="hidden")
def train(model, X, y, opt, epochs, B, rng):
    history = []
    for _ in range(epochs):
        ix = batches(len(X), B, rng)[0]
        loss = tensor_cross_entropy(model(X[ix]), y[ix])
        sweep(loss, model.parameters())
        opt(model.parameters())
        history.append(float(loss.data))
    return np.array(history)


hints(
    "d42-train",
    "Two loops: epochs outside, batches inside. In the inner one: loss, sweep, step, and the loss is added up, times the rows of the batch.",
    "loss = tensor_cross_entropy(model(X[ix]), y[ix]); sweep(loss, model.parameters()); opt(model.parameters()).",
    "total = 0.0 at the start of an epoch, total += len(ix) * float(loss.data) for a batch, total / len(X) at its end.",
)
why(
    "d42-train",
    "The sweep sets the gradients to zero and fills them, the optimizer reads them: the loop knows neither the net nor the step. Weighting by len(ix) makes the epoch's loss a mean over rows, whatever the length of the last batch.",
)


# ---------------------------------------------------------------- d42-drill_week_6


def drilled(q, **other):
    rows, h = np.zeros(q["n"]), np.array(q["heights"])
    np.add.at(rows, q["idx"], q["g"])
    away = (q["x"] - q["mu"]) / q["sigma"]
    return {
        "rows": rows,
        "area": q["width"] * (h[1:] + h[:-1]).sum() / 2,
        "logpdf": -(away**2) / 2 - np.log(q["sigma"] * np.sqrt(2 * np.pi)),
        "ratio": np.exp((q["z1"] - q["z2"]) / q["T"]),
        "slope": np.array(q["p"]) - np.eye(len(q["p"]))[q["y"]],
        "std": np.sqrt(2 / q["d_in"]),
    } | other


@also_right("d42-drill_week_6")
def drill_week_6(q):
    rows, slope = [0.0] * q["n"], list(q["p"])
    for i, g in zip(q["idx"], q["g"]):
        rows[i] += g
    slope[q["y"]] -= 1
    h, v = q["heights"], q["sigma"] ** 2
    return {
        "std": (2 / q["d_in"]) ** 0.5,
        "slope": slope,
        "ratio": np.exp(q["z1"] / q["T"]) / np.exp(q["z2"] / q["T"]),
        "logpdf": -((q["x"] - q["mu"]) ** 2) / (2 * v) - 0.5 * np.log(2 * np.pi * v),
        "area": q["width"] * (sum(h) - (h[0] + h[-1]) / 2),
        "rows": rows,
    }


@mistake("d42-drill_week_6", "rows: a row that was taken twice keeps one gradient. They add.", caught_by="visible")
def drill_week_6(q):
    rows = np.zeros(q["n"])
    rows[q["idx"]] += q["g"]
    return drilled(q, rows=rows)


@mistake("d42-drill_week_6", "rows: you returned the gradients as they came. They belong to the rows that were taken.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, rows=[g + 0.0 for g in q["g"]])


@mistake("d42-drill_week_6", "area: the ends count whole. Each of them borders on one panel only, so half.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, area=q["width"] * sum(q["heights"]))


@mistake("d42-drill_week_6", "area: the last height is left out, as if each panel were as high as its left side.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, area=q["width"] * sum(q["heights"][:-1]))


@mistake("d42-drill_week_6", "logpdf: you used sigma where its square belongs.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, logpdf=-((q["x"] - q["mu"]) ** 2) / (2 * q["sigma"]) - 0.5 * np.log(2 * np.pi * q["sigma"]))


@mistake("d42-drill_week_6", "logpdf: the factor in front, one over sigma times the root of 2π, is left out.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, logpdf=-(((q["x"] - q["mu"]) / q["sigma"]) ** 2) / 2)


@mistake("d42-drill_week_6", "logpdf: you returned the density. Its logarithm is asked for.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, logpdf=np.exp(drilled(q)["logpdf"]))


@mistake("d42-drill_week_6", "ratio: you multiplied by the temperature. It divides the logits.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, ratio=np.exp((q["z1"] - q["z2"]) * q["T"]))


@mistake("d42-drill_week_6", "ratio: the temperature is left out.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, ratio=np.exp(q["z1"] - q["z2"]))


@mistake("d42-drill_week_6", "ratio: you divided the logits by each other. Their exponentials are divided.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, ratio=q["z1"] / q["z2"])


@mistake("d42-drill_week_6", "ratio: your ratio is the other way round.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, ratio=np.exp((q["z2"] - q["z1"]) / q["T"]))


@mistake("d42-drill_week_6", "slope: the sign is turned around. It is the probability less the target.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, slope=np.eye(len(q["p"]))[q["y"]] - np.array(q["p"]))


@mistake("d42-drill_week_6", "slope: the 1 is taken away from every class. Only the right one has it.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, slope=np.array(q["p"]) - 1)


@mistake("d42-drill_week_6", "slope: you took the class number away. The target is 1 at its place and 0 elsewhere.", caught_by="hidden")
def drill_week_6(q):
    p = np.array(q["p"])
    p[q["y"]] -= q["y"]
    return drilled(q, slope=p)


@mistake("d42-drill_week_6", "std: you used the outputs. He counts the inputs.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, std=np.sqrt(2 / q["d_out"]))


@mistake("d42-drill_week_6", "std: you returned the variance.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, std=2 / q["d_in"])


@mistake("d42-drill_week_6", "std: that is Xavier's. He's has the inputs alone.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, std=np.sqrt(2 / (q["d_in"] + q["d_out"])))


@mistake("d42-drill_week_6", "std: the 2 is missing, which pays for the bend.", caught_by="visible")
def drill_week_6(q):
    return drilled(q, std=np.sqrt(1 / q["d_in"]))


@mistake("d42-drill_week_6", "Your function makes the six answers and does not hand them back: it returns None.", caught_by="visible")
def drill_week_6(q):
    print(drilled(q))


hints(
    "d42-drill_week_6",
    "Six answers in one dict. Do the ones you know first, and look the others up in the day's five lines.",
    "rows: np.add.at on zeros. area: width times the mean of neighbors. ratio: the exponential of (z1 − z2)/T.",
    "logpdf: −((x − mu)/sigma)²/2 − log(sigma·√(2π)). slope: p with 1 taken away at y. std: √(2/d_in).",
)
why(
    "d42-drill_week_6",
    "What was copied is summed; a panel is a mean height times a width; a logarithm turns the bell into a parabola; temperature divides logits; a loss pushes by probability less target; and a variance of 2 over the inputs keeps the size through a bend.",
)


equivalent("d42-grad_noise", "away = grads - grads.mean(axis=0) → away = (grads.mean(axis=0)) - (grads)", "it is squared")
equivalent("d42-train", "return np.array(history) → return (history)", "a list of losses is right, too")
equivalent("d42-train", "total += len(ix) * float(loss.data) → total += len(ix) * (loss.data)", "an array without axes adds up like a number")
equivalent("d42-drill_week_6", 'away = (q["x"] - q["mu"]) / q["sigma"] → away = ((q["mu"]) - (q["x"])) / q["sigma"]', "it is squared")
