"""Stand-ins for sample files that a slim build came without: shaped like what they stand in for, and the same for everybody."""

from __future__ import annotations

import numpy as np


def hills(shape: tuple[int, int], low: float, high: float) -> np.ndarray:
    """A smooth landscape between two heights: waves in all directions, the shorter the flatter."""
    y, x = np.indices(shape) / max(shape)
    heights = np.zeros(shape)
    for k, (angle, phase) in enumerate(np.random.default_rng(0).uniform(0, 2 * np.pi, size=(40, 2)), start=1):
        heights += np.sin(np.pi * k * (np.cos(angle) * x + np.sin(angle) * y) + phase) / k
    return low + (high - low) * (heights - heights.min()) / np.ptp(heights)


def made_up_stocks() -> tuple:
    names = ["IBM", "AAPL", "MSFT", "XRX", "AMZN", "DELL", "GOOGL", "ADBE", "^GSPC", "^IXIC"]
    steps = np.random.default_rng(0).normal(0.007, 0.06, size=(len(names), 390))
    prices = dict(zip(names, 20 * np.exp(steps.cumsum(axis=1)), strict=True))
    for name in ("AMZN", "DELL", "GOOGL"):
        prices[name][:100] = np.nan
    return (np.datetime64("1990-01") + np.arange(390), prices)


def made_up_days() -> tuple:
    days = np.busday_offset("2003-06-19", np.arange(65))
    close = 26 + np.random.default_rng(0).normal(0, 0.3, size=65).cumsum()
    return (days, close - 0.1, close + 0.2, close - 0.2, close, np.full(65, 6e7))


def made_up_text(n: int) -> list[str]:
    words = [
        "the",
        "of",
        "a",
        "to",
        "is",
        "in",
        "array",
        "and",
        "for",
        "values",
        "if",
        "be",
        "are",
        "with",
        "function",
    ]
    commonness = 1 / np.arange(1, len(words) + 1)
    rows = np.random.default_rng(0).choice(words, size=(n, 25), p=commonness / commonness.sum())
    return [" ".join(row).capitalize() + "." for row in rows]
