"""The drawings of vectors in the plane show what the page says of them."""

import numpy as np

from log2attn import fresh_axes, read_axes
from log2attn.learn.drawings import moved_grid


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
