import numpy as np

from log2attn.authoring import hints, mistake, why


@mistake("d12-negative_back", "The minus is missing.", caught_by="visible")
def negative_back(g, x):
    return g


@mistake("d12-negative_back", "The upstream gradient is missing.", caught_by="visible")
def negative_back(g, x):
    return -np.ones_like(x)


@mistake("d12-negative_back", "The input was passed back.", caught_by="visible")
def negative_back(g, x):
    return -x


hints("d12-negative_back", "Which way does x move?", "One sign.", "-g")
why("d12-negative_back", "The slope of −x is −1 everywhere.")


@mistake("d12-affine", "The bias was subtracted.", caught_by="visible")
def affine(X, W, b):
    return X @ W - b


@mistake("d12-affine", "The bias was left out.", caught_by="visible")
def affine(X, W, b):
    return X @ W


@mistake("d12-affine", "The bias was multiplied in.", caught_by="visible")
def affine(X, W, b):
    return X @ W * b


hints("d12-affine", "First the product.", "Then the bias.", "X @ W + b")
why("d12-affine", "Broadcasting adds the bias to each row.")
