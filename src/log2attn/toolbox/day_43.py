"""Day 43, Momentum, RMSProp, Adam, schedules (planned): reference functions that written days already need."""

import math

import numpy as np


def adam_step(theta, g, m, v, t, lr, b1, b2, eps):
    """One step of Adam, t = 1, 2, …: the new parameters and the new averages of gradients and of squared gradients."""
    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
    return theta - lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps), m, v


def adamw_step(theta, g, m, v, t, lr, b1, b2, eps, wd):
    """One step of Adam with decoupled weight decay wd."""
    return adam_step(theta * (1 - lr * wd), g, m, v, t, lr, b1, b2, eps)


def cosine_lr(t: int, total: int, warmup: int, lo: float, hi: float) -> float:
    """The learning rate of step t = 0, 1, …: up in a straight line to hi, then down along a cosine to lo."""
    if t < warmup:
        return hi * (t + 1) / warmup
    return lo + 0.5 * (hi - lo) * (1 + math.cos(math.pi * (t - warmup) / (total - warmup)))


def clip_global(grads, c):
    """A list of gradients scaled down so that all of them together are at most c long, and how long they were before."""
    # As a Python number: numpy's float64 would turn float32 gradients into float64.
    size = float(np.sqrt(sum((np.asarray(g) ** 2).sum() for g in grads)))
    return [g * (c / size) if size > c else g for g in grads], size


def clip_grads(params, c):
    """clip_global on the gradients of parameters; how long they were before."""
    grads, size = clip_global([p.grad for p in params], c)
    for p, g in zip(params, grads):
        p.grad = g
    return size


def adam(lr, b1=0.9, b2=0.999, eps=1e-8, wd=0.0):
    """An optimizer: opt(params) moves their data once. lr is a number or a function of the step t = 1, 2, …"""
    state = {}

    def opt(params):
        state["t"] = t = state.get("t", 0) + 1
        now = lr(t) if callable(lr) else lr
        for i, p in enumerate(params):
            m, v = state.get(i, (0.0, 0.0))
            p.data, m, v = adamw_step(p.data, np.asarray(p.grad), m, v, t, now, b1, b2, eps, wd)
            state[i] = m, v

    return opt
