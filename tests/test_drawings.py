"""The drawings that lessons share show what they say they show."""

import numpy as np

from log2attn import fresh_axes, read_axes
from log2attn.learn.drawings import contours, moved_grid


def test_a_moved_grid_shows_every_line_before_and_after():
    """Each line of the grid is drawn twice: where it was, and with both ends where the machine sends them."""
    A = np.array([[2.0, -1.0], [1.0, 1.0]])
    ax = fresh_axes()
    moved_grid(ax, A, reach=1)
    drawn = [np.column_stack([line["x"], line["y"]]) for line in read_axes(ax)["lines"]]
    assert len(drawn) == 12
    for k in (-1, 0, 1):
        for ends in (np.array([[k, -1], [k, 1]]), np.array([[-1, k], [1, k]])):
            assert any(np.allclose(line, ends) for line in drawn)
            assert any(np.allclose(line, [A @ end for end in ends]) for line in drawn)


def test_a_moved_grid_names_the_columns():
    """The arrows to the two columns of the machine carry their names."""
    ax = fresh_axes()
    moved_grid(ax, np.eye(2))
    assert {"column 1", "column 2"} <= set(read_axes(ax)["texts"])


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
