"""Right and wrong answers to day 35: the engine with arrays. Tensor and check_op are those of the lesson's cells."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import sigmoid, unbroadcast

# ---------------------------------------------------------------- d35-review


@also_right("d35-review")
def review_35(w, x, b):
    return np.array([2 * sigmoid(w * v + b) ** 2 * sigmoid(-(w * v + b)) * v for v in x])


@also_right("d35-review")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return 2 * s * (s - s**2) * x


@mistake("d35-review", "The slope of the line is missing: the weight is multiplied by x, so x is a factor of the answer.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return 2 * s * s * (1 - s)


@mistake("d35-review", "The slope of the square is missing: what comes out is the slope of σ alone.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return s * (1 - s) * x


@mistake("d35-review", "The slope of the sigmoid is missing: σ(1 − σ) stands between the square and the line.", caught_by="visible")
def review_35(w, x, b):
    return 2 * sigmoid(w * x + b) * x


@mistake("d35-review", "The 2 of the square is missing.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return s * s * (1 - s) * x


@mistake("d35-review", "You took the slope in x: the line's slope in w is x, not w.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return 2 * s * s * (1 - s) * w


@mistake("d35-review", "You used the slope of tanh, 1 − s². The sigmoid's is s(1 − s).", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return 2 * s * (1 - s**2) * x


@mistake("d35-review", "You squared the slope of the sigmoid. The square's slope is 2σ, taken at σ, and σ(1 − σ) stands beside it once.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return (s * (1 - s)) ** 2 * x


@mistake("d35-review", "One σ is lost: the square brings 2σ and the sigmoid σ(1 − σ), so σ stands there twice.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return 2 * s * (1 - s) * x


@mistake("d35-review", "You returned the squared sigmoid itself. Its slope is asked for.", caught_by="visible")
def review_35(w, x, b):
    return sigmoid(w * x + b) ** 2


@mistake("d35-review", "The bias is left out of the score, so the slopes are taken at another place.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x)
    return 2 * s * s * (1 - s) * x


@mistake("d35-review", "Your sigmoid has the wrong sign in its exponent.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(-(w * x + b))
    return 2 * s * s * (1 - s) * x


@mistake("d35-review", "You added the slopes of the links. Along a chain they are multiplied.", caught_by="visible")
def review_35(w, x, b):
    s = sigmoid(w * x + b)
    return 2 * s + s * (1 - s) + x


@mistake("d35-review", "You took the slopes of the square and the sigmoid at the score, not at what each link receives: the square receives σ.", caught_by="visible")
def review_35(w, x, b):
    z = w * x + b
    s = sigmoid(z)
    return 2 * z * s * (1 - s) * x


hints(
    "d35-review",
    "Three links: z = wx + b, then s = σ(z), then s². What is the slope of each, at what it receives?",
    "x for the line, s(1 − s) for the sigmoid, 2s for the square.",
    "s = sigmoid(w * x + b), and 2 * s * s * (1 - s) * x.",
)
why(
    "d35-review",
    "Slopes along a chain multiply, each taken at what its link receives. Today a program does this for tables: the links are operations, and a slope becomes a VJP.",
)


# ---------------------------------------------------------------- d35-tensor_sum


@also_right("d35-tensor_sum")
def tensor_sum(a, axis=None, keepdims=False):
    # Multiply by ones, after the dropped axes are back.
    def push(g):
        full = g if axis is None or keepdims else np.expand_dims(g, axis)
        return (np.ones(a.shape) * full,)

    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)


@also_right("d35-tensor_sum")
def tensor_sum(a, axis=None, keepdims=False):
    # Walk over the entries: each looks up the sum it went into.
    kept = a.data.sum(axis=axis, keepdims=True)

    def push(g):
        full, out = np.reshape(g, kept.shape), np.zeros(a.shape)
        for place in np.ndindex(a.shape):
            out[place] = full[tuple(0 if n == 1 else p for p, n in zip(place, kept.shape))]
        return [out]

    value = kept if keepdims else np.squeeze(kept, axis=axis) if axis is not None else kept.reshape(())
    return Tensor(value, [a], push)


@mistake("d35-tensor_sum", "Your push hands the gradient back as it came, in the shape of the sum. Every entry of a went into a sum, so a's gradient has a's shape.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: (g,))


@mistake("d35-tensor_sum", "You copied the gradient without giving it its dropped axis back. That fits for axis 0 and goes wrong for the others: broadcasting compares from the right.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: (np.broadcast_to(g, a.shape),))


@mistake("d35-tensor_sum", "Your gradient is shared out among the entries, as for a mean. If one entry grows by 1, a sum grows by 1: each receives the whole gradient.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True)
    push = lambda g: (np.broadcast_to(np.reshape(g, kept.shape), a.shape) * kept.size / a.data.size,)
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)


@mistake("d35-tensor_sum", "Your push returns ones and forgets the gradient that arrived. With a gradient of ones nobody would notice.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: (np.ones(a.shape),))


@mistake("d35-tensor_sum", "You gave keepdims no say: the summed axis is gone although it was to stay with length 1.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True).shape
    return Tensor(a.data.sum(axis=axis), (a,), lambda g: (np.broadcast_to(np.reshape(g, kept), a.shape),))


@mistake("d35-tensor_sum", "You always keep the summed axis. It stays only with keepdims=True.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    value = a.data.sum(axis=axis, keepdims=True)
    return Tensor(value, (a,), lambda g: (np.broadcast_to(np.reshape(g, value.shape), a.shape),))


@mistake("d35-tensor_sum", "You summed everything, whatever the axis.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    return Tensor(a.data.sum(), (a,), lambda g: (np.broadcast_to(g, a.shape),))


@mistake("d35-tensor_sum", "Your gradients are added up first, so every entry receives the same. Each entry receives the gradient of the one sum it went into.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: (np.sum(g) * np.ones(a.shape),))


@mistake("d35-tensor_sum", "Your push multiplies by a, as a product's would. A sum has the slope 1 in each of its entries.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True).shape
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: (a.data * np.reshape(g, kept),))


@mistake("d35-tensor_sum", "Your sum is a plain array. Wrap it into a Tensor with its parent and its push.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    return a.data.sum(axis=axis, keepdims=keepdims)


@mistake("d35-tensor_sum", "Your sum is a leaf: its value is right, its parent is lost, and no gradient will ever get past it.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims))


@mistake("d35-tensor_sum", "Your parent is the array. Name the Tensor itself: the gradient is stored in it.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True).shape
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a.data,), lambda g: (np.broadcast_to(np.reshape(g, kept), a.shape),))


@mistake("d35-tensor_sum", "Your parent is a new Tensor with a's numbers. The gradient goes to the copy, and a never hears of it.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True).shape
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (Tensor(a.data),), lambda g: (np.broadcast_to(np.reshape(g, kept), a.shape),))


@mistake("d35-tensor_sum", "Your push returns the bare gradient. It has one parent, so push returns a sequence of one, with a comma before the bracket closes.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True).shape
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: np.broadcast_to(np.reshape(g, kept), a.shape))


@mistake("d35-tensor_sum", "You fill a's shape with the gradient's numbers in reading order. For a sum over the last axis each number belongs to a whole row.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: (np.resize(g, a.shape),))


@mistake("d35-tensor_sum", "You put an axis back although keepdims had kept it, so the gradient has one axis too many.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    push = lambda g: (np.ones(a.shape) * (g if axis is None else np.expand_dims(g, axis)),)
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)


@mistake("d35-tensor_sum", "For a negative axis your gradient gets its axis at the wrong place. Axis −1 is the last one, and the axis that is put back belongs there.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    def push(g):
        if axis is None or keepdims:
            return (np.ones(a.shape) * g,)
        return (np.ones(a.shape) * np.expand_dims(g, axis if isinstance(axis, tuple) else max(axis, 0)),)

    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)


@mistake("d35-tensor_sum", "You put the dropped axis back at the end. It belongs where it was: after a sum over axis 0 in front.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    push = lambda g: (np.ones(a.shape) * (g if axis is None or keepdims else np.asarray(g)[..., None]),)
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)


@mistake("d35-tensor_sum", "Your answer is made for one axis, a whole number. It may also be several in a tuple, and each of them has to come back.", caught_by="hidden")
def tensor_sum(a, axis=None, keepdims=False):
    def push(g):
        if axis is None or keepdims:
            return (np.ones(a.shape) * g,)
        return (np.ones(a.shape) * np.expand_dims(g, axis[0] if isinstance(axis, tuple) else axis),)

    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)


@mistake("d35-tensor_sum", "You took the mean. The sum is asked for.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True).shape
    return Tensor(a.data.mean(axis=axis, keepdims=keepdims), (a,), lambda g: (np.broadcast_to(np.reshape(g, kept), a.shape),))


@mistake("d35-tensor_sum", "Your push adds to a.grad and returns nothing. A push hands gradients back, and the sweep alone decides when they are stored.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True).shape

    def push(g):
        a.grad = a.grad + np.broadcast_to(np.reshape(g, kept), a.shape)

    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), push)


@mistake("d35-tensor_sum", "For axis 0 you summed everything: in Python the number 0 counts as False, so `if axis:` takes it for None.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    axis = axis or None
    kept = a.data.sum(axis=axis, keepdims=True).shape
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: (np.broadcast_to(np.reshape(g, kept), a.shape),))


@mistake("d35-tensor_sum", "Your push hands back a Tensor. Gradients are plain arrays.", caught_by="visible")
def tensor_sum(a, axis=None, keepdims=False):
    kept = a.data.sum(axis=axis, keepdims=True).shape
    return Tensor(a.data.sum(axis=axis, keepdims=keepdims), (a,), lambda g: (Tensor(np.broadcast_to(np.reshape(g, kept), a.shape)),))


hints(
    "d35-tensor_sum",
    "Value, parent, push: the value is numpy's sum. For the push, which shape would the gradient have if the summed axes had stayed?",
    "a.data.sum(axis=axis, keepdims=True).shape is that shape. Reshape g to it; then it broadcasts to a.shape.",
    "kept = a.data.sum(axis=axis, keepdims=True).shape, and push = lambda g: (np.broadcast_to(np.reshape(g, kept), a.shape),).",
)
why(
    "d35-tensor_sum",
    "A dropped axis that is put back with length 1 stands at its old place, whatever the axis was: first, last, several or all. From there broadcasting copies, and the copy is the way back of a sum.",
)


# ---------------------------------------------------------------- d35-tensor_matmul


@also_right("d35-tensor_matmul")
def tensor_matmul(a, b):
    def push(g):
        for_a = np.einsum("...ij,...kj->...ik", g, b.data)
        for_b = np.einsum("...ik,...ij->...kj", a.data, g)
        return [unbroadcast(for_a, a.shape), unbroadcast(for_b, b.shape)]

    return Tensor(np.einsum("...ik,...kj->...ij", a.data, b.data), [a, b], push)


@also_right("d35-tensor_matmul")
def tensor_matmul(a, b):
    # A product of tables is a broadcast product and a sum: so is its way back.
    def push(g):
        wide = np.asarray(g)[..., :, None, :]
        for_a = (wide * b.data[..., None, :, :]).sum(axis=-1)
        for_b = (wide * a.data[..., :, :, None]).sum(axis=-3)
        return unbroadcast(for_a, a.shape), unbroadcast(for_b, b.shape)

    return Tensor((a.data[..., :, :, None] * b.data[..., None, :, :]).sum(axis=-2), (a, b), push)


@also_right("d35-tensor_matmul")
def tensor_matmul(a, b):
    # (Bᵀ gᵀ)ᵀ on paper, with the transposes at other places.
    flip = lambda v: np.swapaxes(v, -1, -2)

    def push(g):
        return unbroadcast(flip(b.data @ flip(g)), a.shape), unbroadcast(flip(flip(g) @ a.data), b.shape)

    return Tensor(a.data @ b.data, (a, b), push)


@mistake("d35-tensor_matmul", "The transposes are missing, and the shapes do not fit: each factor's gradient is a product with the other factor, transposed.", caught_by="visible")
def tensor_matmul(a, b):
    push = lambda g: (unbroadcast(g @ b.data, a.shape), unbroadcast(a.data @ g, b.shape))
    return Tensor(a.data @ b.data, (a, b), push)


@mistake("d35-tensor_matmul", "Your two gradients have changed places: the first belongs to a, the second to b.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    push = lambda g: (unbroadcast(flip(a.data) @ g, b.shape), unbroadcast(g @ flip(b.data), a.shape))
    return Tensor(a.data @ b.data, (a, b), push)


@mistake("d35-tensor_matmul", "Where one table met a whole stack, you hand back one gradient for each of the stack. What was copied is summed.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    return Tensor(a.data @ b.data, (a, b), lambda g: (g @ flip(b.data), flip(a.data) @ g))


@mistake("d35-tensor_matmul", "You transposed with .T. For an array with a stack in front it turns around all axes; only the last two are to change places.", caught_by="visible")
def tensor_matmul(a, b):
    push = lambda g: (unbroadcast(g @ b.data.T, a.shape), unbroadcast(a.data.T @ g, b.shape))
    return Tensor(a.data @ b.data, (a, b), push)


@mistake("d35-tensor_matmul", "You sum over the stack in front wherever there is one, even if the factor brought the stack itself. Sum only what was copied.", caught_by="hidden")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)

    def down(g, shape):
        if np.ndim(g) > 2 and len(shape) > 2 and shape[0] > 1 and a.shape[:-2] == b.shape[:-2]:
            return np.broadcast_to(g.sum(axis=0), shape)
        return unbroadcast(g, shape)

    return Tensor(a.data @ b.data, (a, b), lambda g: (down(g @ flip(b.data), a.shape), down(flip(a.data) @ g, b.shape)))


@mistake("d35-tensor_matmul", "Over the stack you took the mean. What was copied is summed.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)

    def down(g, shape):
        whole = unbroadcast(g, shape)
        return whole * (np.size(whole) / np.size(g))

    return Tensor(a.data @ b.data, (a, b), lambda g: (down(g @ flip(b.data), a.shape), down(flip(a.data) @ g, b.shape)))


@mistake("d35-tensor_matmul", "Of a stack's gradients you kept the first. What was copied is summed.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)

    def down(g, shape):
        while np.ndim(g) > len(shape):
            g = g[0]
        return unbroadcast(g, shape)

    return Tensor(a.data @ b.data, (a, b), lambda g: (down(g @ flip(b.data), a.shape), down(flip(a.data) @ g, b.shape)))


@mistake("d35-tensor_matmul", "New axes in front are summed, those stretched from length 1 are not. Both hold copies.", caught_by="hidden")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)

    def down(g, shape):
        while np.ndim(g) > len(shape):
            g = g.sum(axis=0)
        return g

    return Tensor(a.data @ b.data, (a, b), lambda g: (down(g @ flip(b.data), a.shape), down(flip(a.data) @ g, b.shape)))


@mistake("d35-tensor_matmul", "Only one axis in front is summed, and a stack may have several.", caught_by="hidden")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    down = lambda g, shape: g.sum(axis=0) if np.ndim(g) > len(shape) else unbroadcast(g, shape)
    return Tensor(a.data @ b.data, (a, b), lambda g: (down(g @ flip(b.data), a.shape), down(flip(a.data) @ g, b.shape)))


@mistake("d35-tensor_matmul", "This error comes from an entry-by-entry product: a * b in numpy is not the product of tables.", caught_by="visible")
def tensor_matmul(a, b):
    return Tensor(a.data * b.data, (a, b), lambda g: (g * b.data, g * a.data))


@mistake("d35-tensor_matmul", "Your push returns the other factor and forgets the gradient that arrived.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)

    def push(g):
        ones = np.zeros(np.shape(g)) + 1
        return unbroadcast(ones @ flip(b.data), a.shape), unbroadcast(flip(a.data) @ ones, b.shape)

    return Tensor(a.data @ b.data, (a, b), push)


@mistake("d35-tensor_matmul", "Your push returns one gradient. A product has two parents, and each needs its own.", caught_by="visible")
def tensor_matmul(a, b):
    return Tensor(a.data @ b.data, (a, b), lambda g: (unbroadcast(g @ b.data.swapaxes(-1, -2), a.shape),))


@mistake("d35-tensor_matmul", "Your product is a plain array. Wrap it into a Tensor with its parents and its push.", caught_by="visible")
def tensor_matmul(a, b):
    return a.data @ b.data


@mistake("d35-tensor_matmul", "Your product is a leaf: its value is right, its parents are lost, and no gradient will ever get past it.", caught_by="visible")
def tensor_matmul(a, b):
    return Tensor(a.data @ b.data)


@mistake("d35-tensor_matmul", "Your parents stand as b, a. They stand as written, a first, and the gradients in the same order.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    push = lambda g: (unbroadcast(flip(a.data) @ g, b.shape), unbroadcast(g @ flip(b.data), a.shape))
    return Tensor(a.data @ b.data, (b, a), push)


@mistake("d35-tensor_matmul", "Your parents are the arrays. Name the Tensors themselves: the gradients are stored in them.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    push = lambda g: (unbroadcast(g @ flip(b.data), a.shape), unbroadcast(flip(a.data) @ g, b.shape))
    return Tensor(a.data @ b.data, (a.data, b.data), push)


@mistake("d35-tensor_matmul", "For a stack np.dot does something else than @: it multiplies every table with every table.", caught_by="hidden")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    push = lambda g: (unbroadcast(g @ flip(b.data), a.shape), unbroadcast(flip(a.data) @ g, b.shape))
    return Tensor(np.dot(a.data, b.data), (a, b), push)


@mistake("d35-tensor_matmul", "Your push adds to the parents' .grad and returns nothing. A push hands gradients back, and the sweep alone decides when they are stored.", caught_by="visible")
def tensor_matmul(a, b):
    def push(g):
        a.grad = a.grad + unbroadcast(g @ b.data.swapaxes(-1, -2), a.shape)
        b.grad = b.grad + unbroadcast(a.data.swapaxes(-1, -2) @ g, b.shape)

    return Tensor(a.data @ b.data, (a, b), push)


@mistake("d35-tensor_matmul", "Where b is square its gradient of a is g @ b: the transpose was left out because the shapes fit without it.", caught_by="hidden")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    other = b.data if b.shape[-1] == b.shape[-2] else flip(b.data)
    return Tensor(a.data @ b.data, (a, b), lambda g: (unbroadcast(g @ other, a.shape), unbroadcast(flip(a.data) @ g, b.shape)))


@mistake("d35-tensor_matmul", "The gradient that arrived has no say in b's: it is a product with ones.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    return Tensor(a.data @ b.data, (a, b), lambda g: (unbroadcast(g @ flip(b.data), a.shape), unbroadcast(flip(a.data) @ (0 * g + 1), b.shape)))


@mistake("d35-tensor_matmul", "For a you hand back one gradient for each table of the stack. a may be the one that was copied: sum there, too.", caught_by="hidden")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    return Tensor(a.data @ b.data, (a, b), lambda g: (g @ flip(b.data), unbroadcast(flip(a.data) @ g, b.shape)))


@mistake("d35-tensor_matmul", "b's gradient is transposed: its rows stand as columns.", caught_by="visible")
def tensor_matmul(a, b):
    flip = lambda v: v.swapaxes(-1, -2)
    return Tensor(a.data @ b.data, (a, b), lambda g: (unbroadcast(g @ flip(b.data), a.shape), flip(unbroadcast(flip(a.data) @ g, b.shape))))


hints(
    "d35-tensor_matmul",
    "Take the formulas of idea 3. Which two axes of the other factor have to change places, and what if there is a stack in front?",
    "g @ b.data.swapaxes(-1, -2) for a, a.data.swapaxes(-1, -2) @ g for b. Their shapes may be too large: which function of day 31 sums copies?",
    "unbroadcast(g @ b.data.swapaxes(-1, -2), a.shape) and unbroadcast(a.data.swapaxes(-1, -2) @ g, b.shape), in this order.",
)
why(
    "d35-tensor_matmul",
    "Each entry of a meets the other factor's entries in its row of outputs: that sum is a product with b transposed. Axes in front only count tables; where one table served many, its gradient is the sum over all, which unbroadcast finds from the two shapes.",
)


# ---------------------------------------------------------------- d35-tensor_gather


@also_right("d35-tensor_gather")
def tensor_gather(a, idx):
    # One-hot rows: a look-up is a product of tables, and so is its way back.
    n = a.shape[0]
    hot = (np.reshape(idx, (-1, 1)) == np.arange(n)).astype(float)

    def push(g):
        flat = np.reshape(g, (len(hot), a.data[0].size))
        return ((hot.T @ flat).reshape(a.shape),)

    return Tensor(np.take(a.data, idx, axis=0), (a,), push)


@also_right("d35-tensor_gather")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        for place in np.ndindex(np.shape(idx)):
            out[idx[place]] += g[place]
        return [out]

    return Tensor(a.data[idx], [a], push)


@also_right("d35-tensor_gather")
def tensor_gather(a, idx):
    def push(g):
        return (np.array([np.asarray(g)[idx == k].sum(axis=0) for k in range(len(a.data))]),)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "A row that was taken twice keeps one of its gradients, the last: out[idx] = g and out[idx] += g both write each place once.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        out[idx] += g
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "A row that was taken twice keeps one of its gradients, the last: out[idx] = g and out[idx] += g both write each place once.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        for place in np.ndindex(np.shape(idx)):
            out[idx[place]] = g[place]
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "A row that was taken twice keeps the first of its gradients. All of them add.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out, met = np.zeros(a.shape), set()
        for place in np.ndindex(np.shape(idx)):
            if int(idx[place]) not in met:
                met.add(int(idx[place]))
                out[idx[place]] = g[place]
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your push hands the gradient back as it came, in the shape of what was looked up. It belongs to a, and has a's shape.", caught_by="visible")
def tensor_gather(a, idx):
    return Tensor(a.data[idx], (a,), lambda g: (g,))


@mistake("d35-tensor_gather", "Your push takes rows of the gradient, g[idx]. It should go the other way: add the gradients at the rows they came from.", caught_by="visible")
def tensor_gather(a, idx):
    return Tensor(a.data[idx], (a,), lambda g: (g[idx],))


@mistake("d35-tensor_gather", "For a row that was taken more than once you hand back the mean of its gradients. They add.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out, times = np.zeros(a.shape), np.zeros(len(a.data))
        np.add.at(out, idx, g)
        np.add.at(times, idx, 1.0)
        return ((out.T / np.maximum(times, 1)).T,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your push counts how often a row was taken and forgets the gradient that arrived.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        np.add.at(out, idx, 1.0)
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your zeros are made once, outside of the push, so a second push begins with the sums of the first.", caught_by="visible")
def tensor_gather(a, idx):
    out = np.zeros(a.shape)

    def push(g):
        np.add.at(out, idx, g)
        return (out.copy(),)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your gradient begins with a's own numbers. It begins with zeros: a row that nobody took receives nothing.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = a.data.copy()
        np.add.at(out, idx, g)
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "This error comes from a look-up along the columns. Rows are counted along axis 0: a.data[idx].", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        np.add.at(out, (slice(None), idx), g)
        return (out,)

    return Tensor(a.data[:, idx], (a,), push)


@mistake("d35-tensor_gather", "You took single numbers out of a, counted through all rows. A row is asked for, for every index.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.data.size)
        np.add.at(out, idx, g)
        return (out.reshape(a.shape),)

    return Tensor(np.take(a.data, idx), (a,), push)


@mistake("d35-tensor_gather", "You flattened idx, so a table of indices gives one long list of rows. The rows stand in the shape of idx.", caught_by="visible")
def tensor_gather(a, idx):
    flat = np.reshape(idx, -1)

    def push(g):
        out = np.zeros(a.shape)
        np.add.at(out, flat, g)
        return (out,)

    return Tensor(a.data[flat], (a,), push)


@mistake("d35-tensor_gather", "Your rows are a plain array. Wrap them into a Tensor with its parent and its push.", caught_by="visible")
def tensor_gather(a, idx):
    return a.data[idx]


@mistake("d35-tensor_gather", "Your rows are a leaf: the value is right, the parent is lost, and no gradient will ever get past it.", caught_by="visible")
def tensor_gather(a, idx):
    return Tensor(a.data[idx])


@mistake("d35-tensor_gather", "Your push returns the bare gradient. It has one parent, so push returns a sequence of one, (out,) with a comma.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        np.add.at(out, idx, g)
        return out

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your parents are a and idx. Indices have no slope: a is the only parent.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        np.add.at(out, idx, g)
        return (out, np.zeros(np.shape(idx)))

    return Tensor(a.data[idx], (a, Tensor(idx)), push)


@mistake("d35-tensor_gather", "np.add.at works in place and returns None, and your push hands that None back. Return the array it has filled.", caught_by="visible")
def tensor_gather(a, idx):
    return Tensor(a.data[idx], (a,), lambda g: (np.add.at(np.zeros(a.shape), idx, g),))


@mistake("d35-tensor_gather", "Your push adds into a.data itself: the values change while gradients are computed.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        np.add.at(a.data, idx, g)
        return (a.data.copy(),)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your push adds to a.grad and returns nothing. A push hands gradients back, and the sweep alone decides when they are stored.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        np.add.at(out, idx, g)
        a.grad = a.grad + out

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your gradient has as many rows as the largest index asks for. Rows at the end of a that nobody took are missing; it has a's shape.", caught_by="hidden")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros((int(np.max(idx)) + 1 if np.size(idx) else 0, *a.shape[1:]))
        np.add.at(out, idx, g)
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your zeros are whole numbers, so the gradients added to them lose what stands behind the point.", caught_by="hidden")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape, dtype=int)
        for place in np.ndindex(np.shape(idx)):
            out[idx[place]] = out[idx[place]] + g[place]
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "You add all numbers of a gradient up and give every entry of the row their sum. Entry by entry is meant.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        for k in range(len(out)):
            out[k] = np.asarray(g)[idx == k].sum()
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your push multiplies by a's rows. A look-up has the slope 1.", caught_by="visible")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(a.shape)
        np.add.at(out, idx, g * a.data[idx])
        return (out,)

    return Tensor(a.data[idx], (a,), push)


@mistake("d35-tensor_gather", "Your zeros have the shape of the gradient that arrives. They need that of a.", caught_by="hidden")
def tensor_gather(a, idx):
    def push(g):
        out = np.zeros(np.shape(g))
        np.add.at(out, idx, g)
        return (out,)

    return Tensor(a.data[idx], (a,), push)


hints(
    "d35-tensor_gather",
    "The value is a.data[idx]. For the push: zeros in the shape of a, and then every gradient is added at the row it came from.",
    "np.add.at(out, idx, g) adds all of them, repeated rows too. It changes out and returns nothing.",
    "In push: out = np.zeros_like(a.data), then np.add.at(out, idx, g), then return (out,).",
)
why(
    "d35-tensor_gather",
    "A look-up copies rows, and what was copied is summed. np.add.at works through the indices one after the other, so that a row taken twice receives twice; out[idx] += g reads all places first and writes each once.",
)


# ---------------------------------------------------------------- d35-gradcheck_all


@also_right("d35-gradcheck_all")
def gradcheck_all(ops, rng):
    draw = lambda f, arrays: rng.standard_normal(np.shape(f(*map(Tensor, arrays)).data))
    return {name: check_op(f, arrays, draw(f, arrays)) for name, (f, arrays) in ops.items()}


@also_right("d35-gradcheck_all")
def gradcheck_all(ops, rng):
    # Without check_op: each parent's gradient along the entries, measured here.
    found = {}
    for name in ops:
        f, arrays = ops[name]
        tensors = [Tensor(v) for v in arrays]
        out = f(*tensors)
        g = rng.standard_normal(out.shape)
        sweep(Tensor((g * out.data).sum(), (out,), lambda up, g=g: (up * g,)), tensors)
        found[name] = 0.0
        for k, t in enumerate(tensors):
            slopes = np.zeros(t.data.shape)
            for place in np.ndindex(t.data.shape):
                sides = []
                for h in (1e-5, -1e-5):
                    moved = [np.array(u.data) for u in tensors]
                    moved[k][place] += h
                    sides.append((g * f(*[Tensor(u) for u in moved]).data).sum())
                slopes[place] = (sides[0] - sides[1]) / 2e-5
            pushed = t.grad + np.zeros(t.data.shape)
            found[name] = max(found[name], abs(pushed - slopes).max() / max(abs(pushed).max(), abs(slopes).max(), 1e-8))
    return found


@mistake("d35-gradcheck_all", "You asked with a gradient of equal numbers. It cannot tell 3 / g from 3 · g, or a mean from the thing itself.", caught_by="visible")
def gradcheck_all(ops, rng):
    return {name: check_op(f, arrays, np.ones(f(*[Tensor(a) for a in arrays]).shape)) for name, (f, arrays) in ops.items()}


@mistake("d35-gradcheck_all", "You drew one number and used it for all entries. A push that averages or exchanges the entries of g passes such a test.", caught_by="hidden")
def gradcheck_all(ops, rng):
    found = {}
    for name, (f, arrays) in ops.items():
        shape = f(*[Tensor(a) for a in arrays]).shape
        found[name] = check_op(f, arrays, np.zeros(shape) + rng.standard_normal())
    return found


@mistake("d35-gradcheck_all", "All operations get the error of the last one. The error belongs into the loop, at its own name.", caught_by="visible")
def gradcheck_all(ops, rng):
    for f, arrays in ops.values():
        error = check_op(f, arrays, rng.standard_normal(f(*[Tensor(a) for a in arrays]).shape))
    return {name: error for name in ops}


@mistake("d35-gradcheck_all", "All operations get the largest error of all. Which of them is wrong can then not be seen.", caught_by="visible")
def gradcheck_all(ops, rng):
    found = {name: check_op(f, arrays, rng.standard_normal(f(*[Tensor(a) for a in arrays]).shape)) for name, (f, arrays) in ops.items()}
    return {name: max(found.values()) for name in ops}


@mistake("d35-gradcheck_all", "You returned one number for all operations. A dict with the error of each is asked for.", caught_by="visible")
def gradcheck_all(ops, rng):
    return max(check_op(f, arrays, rng.standard_normal(f(*[Tensor(a) for a in arrays]).shape)) for f, arrays in ops.values())


@mistake("d35-gradcheck_all", "You returned a list of errors. A dict is asked for, so that each error has the name of its operation.", caught_by="visible")
def gradcheck_all(ops, rng):
    return [check_op(f, arrays, rng.standard_normal(f(*[Tensor(a) for a in arrays]).shape)) for f, arrays in ops.values()]


@mistake("d35-gradcheck_all", "You returned whether each operation is right. How large its error is was asked for.", caught_by="visible")
def gradcheck_all(ops, rng):
    return {name: check_op(f, arrays, rng.standard_normal(f(*[Tensor(a) for a in arrays]).shape)) < 1e-6 for name, (f, arrays) in ops.items()}


@mistake("d35-gradcheck_all", "You listed only the operations that failed. Every one has an error, a small one too.", caught_by="visible")
def gradcheck_all(ops, rng):
    found = {name: check_op(f, arrays, rng.standard_normal(f(*[Tensor(a) for a in arrays]).shape)) for name, (f, arrays) in ops.items()}
    return {name: error for name, error in found.items() if error > 1e-6}


@mistake("d35-gradcheck_all", "Only the first operation is there: you return inside of the loop.", caught_by="visible")
def gradcheck_all(ops, rng):
    found = {}
    for name, (f, arrays) in ops.items():
        found[name] = check_op(f, arrays, rng.standard_normal(f(*[Tensor(a) for a in arrays]).shape))
        return found


@mistake("d35-gradcheck_all", "This error comes from the shape of g: you drew it in the shape of an input. It weights the output.", caught_by="visible")
def gradcheck_all(ops, rng):
    return {name: check_op(f, arrays, rng.standard_normal(np.shape(arrays[0]))) for name, (f, arrays) in ops.items()}


@mistake("d35-gradcheck_all", "You made a generator of your own, so every call asks with the same gradients. Draw them from rng.", caught_by="hidden")
def gradcheck_all(ops, rng):
    own = np.random.default_rng(0)
    return {name: check_op(f, arrays, own.standard_normal(f(*[Tensor(a) for a in arrays]).shape)) for name, (f, arrays) in ops.items()}


@mistake("d35-gradcheck_all", "Your gradients have no negative numbers. A push that loses the sign of g passes such a test.", caught_by="hidden")
def gradcheck_all(ops, rng):
    return {name: check_op(f, arrays, rng.random(f(*[Tensor(a) for a in arrays]).shape)) for name, (f, arrays) in ops.items()}


@mistake("d35-gradcheck_all", "This error speaks of a memoryview: that is what .data is for a plain array. The operations want Tensors; wrap each array first.", caught_by="visible")
def gradcheck_all(ops, rng):
    return {name: check_op(f, arrays, rng.standard_normal(f(*arrays).shape)) for name, (f, arrays) in ops.items()}


hints(
    "d35-gradcheck_all",
    "A loop over ops.items(). What does check_op need, and which of it is not there yet?",
    "The output's shape: f(*[Tensor(a) for a in arrays]).shape. Then rng.standard_normal(shape) is g.",
    "for name, (f, arrays) in ops.items(): the shape, then errors[name] = check_op(f, arrays, rng.standard_normal(shape)).",
)
why(
    "d35-gradcheck_all",
    "A push is linear in g, so a g of many different numbers of both signs tests all entries at once: a mistake at any of them moves the sum, and to miss it the numbers would have to cancel by accident.",
)


# ---------------------------------------------------------------- d35-drill_week_5


def drilled(q, **other):
    A, x, row = np.array(q["A"]), np.array(q["x"]), np.array(q["row"])
    return {
        "place": q["x0"] * (1 - q["lr"] * q["a"]) ** q["steps"],
        "gradient": (A + A.T) @ x,
        "bias": np.array(q["G"]).sum(axis=0),
        "taylor": q["f0"] + q["slope"] * q["d"] + q["bend"] * q["d"] ** 2 / 2,
        "logistic": (sigmoid(row @ np.array(q["w"])) - q["y"]) * row,
        "diamond": sum(np.prod(path) for path in q["paths"]),
    } | other


@also_right("d35-drill_week_5")
def drill_week_5(q):
    place = q["x0"]
    for _ in range(q["steps"]):
        place -= q["lr"] * q["a"] * place
    n, A, x = len(q["x"]), q["A"], q["x"]
    z = sum(v * w for v, w in zip(q["row"], q["w"]))
    total = 0.0
    for path in q["paths"]:
        along = 1.0
        for s in path:
            along *= s
        total += along
    return {
        "diamond": total,
        "logistic": [(1 / (1 + np.exp(-z)) - q["y"]) * v for v in q["row"]],
        "taylor": (q["bend"] / 2 * q["d"] + q["slope"]) * q["d"] + q["f0"],
        "bias": [sum(column) for column in zip(*q["G"])],
        "gradient": [sum((A[i][j] + A[j][i]) * x[j] for j in range(n)) for i in range(n)],
        "place": place,
    }


@mistake("d35-drill_week_5", "place: you took one step only.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, place=q["x0"] * (1 - q["lr"] * q["a"]))


@mistake("d35-drill_week_5", "place: your steps go up the slope. The factor of a step is 1 − lr·a.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, place=q["x0"] * (1 + q["lr"] * q["a"]) ** q["steps"])


@mistake("d35-drill_week_5", "place: every step of yours is as long as the first. The slope is taken anew at each place.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, place=q["x0"] * (1 - q["lr"] * q["a"] * q["steps"]))


@mistake("d35-drill_week_5", "place: you took the slope of a·x². That of a/2·x² is a·x.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, place=q["x0"] * (1 - 2 * q["lr"] * q["a"]) ** q["steps"])


@mistake("d35-drill_week_5", "gradient: you wrote 2Ax. That holds for tables that equal their transpose; in general it is (A + Aᵀ)x.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, gradient=2 * np.array(q["A"]) @ np.array(q["x"]))


@mistake("d35-drill_week_5", "gradient: one of the two terms is missing. Both x's move.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, gradient=np.array(q["A"]) @ np.array(q["x"]))


@mistake("d35-drill_week_5", "gradient: you returned the height xᵀAx, one number.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, gradient=np.array(q["x"]) @ np.array(q["A"]) @ np.array(q["x"]))


@mistake("d35-drill_week_5", "bias: you returned the gradient as it came. The bias was copied to all rows, so the rows are summed.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, bias=np.array(q["G"]))


@mistake("d35-drill_week_5", "bias: you took the mean over the rows. Copies add.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, bias=np.array(q["G"]).mean(axis=0))


@mistake("d35-drill_week_5", "bias: you summed along the rows. There is one bias for each column.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, bias=np.array(q["G"]).sum(axis=1))


@mistake("d35-drill_week_5", "bias: you summed everything into one number. There is one bias for each column.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, bias=np.array(q["G"]).sum())


@mistake("d35-drill_week_5", "taylor: the half before the second derivative is missing.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, taylor=q["f0"] + q["slope"] * q["d"] + q["bend"] * q["d"] ** 2)


@mistake("d35-drill_week_5", "taylor: you followed the tangent. The parabola has a third term.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, taylor=q["f0"] + q["slope"] * q["d"])


@mistake("d35-drill_week_5", "taylor: the step is not squared in the third term.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, taylor=q["f0"] + q["slope"] * q["d"] + q["bend"] * q["d"] / 2)


@mistake("d35-drill_week_5", "logistic: your sign is turned around. It is the probability less the label.", caught_by="visible")
def drill_week_5(q):
    row = np.array(q["row"])
    return drilled(q, logistic=(q["y"] - sigmoid(row @ np.array(q["w"]))) * row)


@mistake("d35-drill_week_5", "logistic: you returned the probability less the label. Each weight's slope has its input as a factor.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, logistic=sigmoid(np.array(q["row"]) @ np.array(q["w"])) - q["y"])


@mistake("d35-drill_week_5", "logistic: you used the score where the probability belongs: the sigmoid of the score.", caught_by="visible")
def drill_week_5(q):
    row = np.array(q["row"])
    return drilled(q, logistic=(row @ np.array(q["w"]) - q["y"]) * row)


@mistake("d35-drill_week_5", "logistic: the factor p(1 − p) belongs to a squared miss. In the logistic loss it cancels.", caught_by="visible")
def drill_week_5(q):
    row = np.array(q["row"])
    p = sigmoid(row @ np.array(q["w"]))
    return drilled(q, logistic=(p - q["y"]) * p * (1 - p) * row)


@mistake("d35-drill_week_5", "diamond: you followed one path only, the last. Where paths meet, they add.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, diamond=np.prod(q["paths"][-1]))


@mistake("d35-drill_week_5", "diamond: you followed one path only, the first. Where paths meet, they add.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, diamond=np.prod(q["paths"][0]))


@mistake("d35-drill_week_5", "diamond: you multiplied the paths with each other. Along a path slopes multiply; paths add.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, diamond=np.prod([np.prod(path) for path in q["paths"]]))


@mistake("d35-drill_week_5", "diamond: you added the slopes along a path. Along a path they multiply.", caught_by="visible")
def drill_week_5(q):
    return drilled(q, diamond=sum(sum(path) for path in q["paths"]))


@mistake("d35-drill_week_5", "Your function makes the six answers and does not hand them back: it returns None.", caught_by="visible")
def drill_week_5(q):
    print(drilled(q))


hints(
    "d35-drill_week_5",
    "Six answers in one dict. Do the ones you know first, and look the others up in the day's five lines.",
    "place: (1 − lr·a) to the power steps. gradient: (A + Aᵀ)x. bias: the sum over rows.",
    "taylor: f0 + slope·d + bend·d²/2. logistic: (σ(w·row) − y)·row. diamond: the sum of the paths' products.",
)
why(
    "d35-drill_week_5",
    "Slopes multiply along a path and add where paths meet: the gradient of xᵀAx has two terms because x is used twice, the bias a sum because it is used in every row. The rest is one step of descent, one parabola, one prediction less its label.",
)


equivalent("d35-tensor_sum", "a: Tensor, axis: int | tuple[int, ...] | None = None, keepdims: bool = False → a: Tensor, axis: (int | tuple[int, ...]) = None, keepdims: bool = False", "a type is not run")
equivalent("d35-tensor_sum", "a: Tensor, axis: int | tuple[int, ...] | None = None, keepdims: bool = False → a: Tensor, axis: (None) = None, keepdims: bool = False", "a type is not run")
equivalent("d35-tensor_sum", "a: Tensor, axis: int | tuple[int, ...] | None = None, keepdims: bool = False → a: Tensor, axis: (int) | None = None, keepdims: bool = False", "a type is not run")
equivalent("d35-tensor_sum", "a: Tensor, axis: int | tuple[int, ...] | None = None, keepdims: bool = False → a: Tensor, axis: (tuple[int, ...]) | None = None, keepdims: bool = False", "a type is not run")
equivalent("d35-tensor_sum", "kept = a.data.sum(axis=axis, keepdims=True).shape → kept = a.data.mean(axis=axis, keepdims=True).shape", "only the shape is used")
equivalent("d35-tensor_sum", "kept = a.data.sum(axis=axis, keepdims=True).shape → kept = a.data.prod(axis=axis, keepdims=True).shape", "only the shape is used")
equivalent("d35-tensor_sum", "kept = a.data.sum(axis=axis, keepdims=True).shape → kept = a.data.max(axis=axis, keepdims=True).shape", "only the shape is used")
equivalent("d35-tensor_matmul", "for_a = g @ b.data.swapaxes(-1, -2) → for_a = g @ b.data.swapaxes(-2, -1)", "exchanging two axes has no order")
equivalent("d35-tensor_matmul", "for_b = a.data.swapaxes(-1, -2) @ g → for_b = a.data.swapaxes(-2, -1) @ g", "exchanging two axes has no order")
equivalent("d35-drill_week_5", '"gradient": (A + A.T) @ q["x"], → "gradient": (q["x"]) @ (A + A.T),', "A + A.T equals its transpose")
equivalent("d35-drill_week_5", '"logistic": (sigmoid(row @ q["w"]) - q["y"]) * row, → "logistic": (sigmoid((q["w"]) @ (row)) - q["y"]) * row,', "a dot product does not depend on the order")
