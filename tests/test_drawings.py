"""The drawings that lessons share show what they say they show."""

from __future__ import annotations

import numpy as np

from log2attn.learn.drawings import contours
from log2attn.learn.figure import fresh_axes


def test_contours_run_through_places_of_the_heights_asked_for():
    """Every line of the drawing runs through places whose height is its level, inside the ranges asked for."""

    def bowl(w):
        return w[0] ** 2 + 2 * w[1] ** 2

    ax = fresh_axes()
    contours(ax, bowl, (-4, 5), (-3, 3), [1, 11])
    (lines,) = ax.collections
    for level, path in zip([1, 11], lines.get_paths(), strict=True):
        assert np.allclose(bowl(path.vertices.T), level, rtol=0, atol=0.01)
    assert (ax.get_xlim(), ax.get_ylim()) == ((-4, 5), (-3, 3))
