"""Day 28, The chain rule: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
from log2attn.toolbox import log_add
from log2attn.toolbox import sigmoid
import numpy as np


def chain(fs: list[Callable], dfs: list[Callable], x: float) -> float:
    """The slope of a chain of functions.

    fs       functions of one number, in the order in which they are applied, n ≥ 1
    dfs      their derivatives, in the same order
    x        what the first one receives
    returns  the slope of the last output with respect to x

    >>> chain([lambda x: 3 * x, lambda u: u**2], [lambda x: 3, lambda u: 2 * u], 1.0)
    18.0
    """
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope


def trace(x: float, w: float, b: float) -> dict[str, float]:
    """Every number on the way to y = log(1 + exp(w x + b)).

    x, w, b  input, weight and bias; w x + b may be as large as 800 or as small as −800
    returns  a dict with x, w, b and u = w x, z = u + b, y

    >>> t = trace(2.0, 3.0, -6.0)
    >>> t["u"], t["z"], round(float(t["y"]), 4)
    (6.0, 0.0, 0.6931)
    """
    u = w * x
    z = u + b
    y = log_add(0.0, z)
    return {"x": x, "w": w, "b": b, "u": u, "z": z, "y": y}


def backward_trace(t: dict[str, float]) -> dict[str, float]:
    """The slope of y with respect to every number of a forward walk.

    t        the numbers x, w, b, u = w x, z = u + b and y = log(1 + exp(z))
    returns  a dict with the same names: dy/dx, dy/dw, …, dy/dy

    >>> t = {"x": 2.0, "w": 3.0, "b": -6.0, "u": 6.0, "z": 0.0, "y": 0.6931}
    >>> {name: float(slope) for name, slope in backward_trace(t).items()}["x"]
    1.5
    """
    dz = sigmoid(t["z"])
    dw, dx = dz * t["x"], dz * t["w"]
    return {"x": dx, "w": dw, "b": dz, "u": dz, "z": dz, "y": 1.0}


def drill_week_4(q: dict) -> dict:
    """Six answers about days 21 to 27.

    q        the numbers under the names x, tp, fp, fn, ahead, behind, h, margins, errs,
             hs, f, df, g, dg
    returns  the answers under error, f1, slope, loss, order, quotient

    >>> sorted(drill_week_4(package))
    ['error', 'f1', 'loss', 'order', 'quotient', 'slope']
    """
    x, errs, hs = np.array(q["x"]), q["errs"], q["hs"]
    return {
        "error": x.std(ddof=1) / np.sqrt(len(x)),
        "f1": 2 * q["tp"] / (2 * q["tp"] + q["fp"] + q["fn"]),
        "slope": (q["ahead"] - q["behind"]) / (2 * q["h"]),
        "loss": np.mean([log_add(0.0, -m) for m in q["margins"]]),
        "order": np.log(errs[0] / errs[1]) / np.log(hs[0] / hs[1]),
        "quotient": (q["df"] * q["g"] - q["f"] * q["dg"]) / q["g"] ** 2,
    }
