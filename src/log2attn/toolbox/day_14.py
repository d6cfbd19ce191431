"""Day 14, Linear systems, rank, determinant, inverse: the reference functions. Made by `log2attn build`; do not edit."""

import numpy as np


def clear_column(R, row, column):
    """Make the pivot at (row, column) 1 and the rest of its column 0, inside R."""
    R[row] = R[row] / R[row, column]
    for i in range(len(R)):
        if i != row:
            R[i] = R[i] - R[i, column] * R[row]


def det_by_pivots(A):
    """Determinant of A (n, n): its pivots multiplied, the sign turned by each swap."""
    R, det = np.array(A, dtype=float), 1.0
    for j in range(len(R)):
        best = j + np.abs(R[j:, j]).argmax()
        if best != j:
            R[[j, best]], det = R[[best, j]], -det
        det = det * R[j, j]
        if det == 0:
            return 0.0
        clear_column(R, j, j)
    return det


def row_reduce(A: np.ndarray, tol: float = 1e-9) -> np.ndarray:
    """The reduced echelon form of a matrix.

    A        (M, N)  any matrix
    tol      an entry counts as 0 if it is at most tol times the largest size in A
    returns  (M, N)  pivots 1, alone in their columns, each right of the one above;
                     rows of zeros last

    >>> row_reduce(np.array([[0.0, 0.0, 2.0], [1.0, 3.0, 5.0]]))
    array([[1., 3., 0.],
           [0., 0., 1.]])
    """
    R = np.array(A, dtype=float)
    row, small = 0, tol * np.abs(R).max()
    for column in range(R.shape[1]):
        sizes = np.abs(R[row:, column])
        if row == len(R) or sizes.max() <= small:
            R[row:, column] = 0.0
        else:
            best = row + sizes.argmax()
            R[[row, best]] = R[[best, row]]
            clear_column(R, row, column)
            row += 1
    return R


def rank(A: np.ndarray, tol: float = 1e-9) -> int:
    """The rank of a matrix: how many pivots elimination finds.

    A        (M, N)  any matrix
    tol      an entry counts as 0 if it is at most tol times the largest size in A
    returns  a whole number from 0 to the smaller of M and N

    >>> rank(np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0]]))
    1
    """
    return int(row_reduce(A, tol).any(axis=1).sum())


def drill_week_2(q: dict) -> dict:
    """Six answers, one for each of days 8 to 13.

    q        the numbers new, N, a, b, c, theta; the lists x, y (n,), v, u (D,) and
             point (2,); the tables X (N, d_in), W (d_in, d_out) with bias (d_out,)
    returns  the answers under the names z, slope, loss, shadow, layer, turned

    >>> sorted(drill_week_2(week))
    ['layer', 'loss', 'shadow', 'slope', 'turned', 'z']
    """
    x, u, c, s = q["x"], q["u"], np.cos(q["theta"]), np.sin(q["theta"])
    return {
        "z": (q["new"] - x.mean()) / x.std(ddof=0),
        "slope": ((x - x.mean()) * q["y"]).sum() / ((x - x.mean()) ** 2).sum(),
        "loss": q["a"] * q["N"] ** -q["b"] + q["c"],
        "shadow": (u @ q["v"]) / (u @ u) * u,
        "layer": q["X"] @ q["W"] + q["bias"],
        "turned": np.array([[c, -s], [s, c]]) @ q["point"],
    }


def gauss_solve(A: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Solve A x = b by elimination, with the largest entry as pivot.

    A        (n, n)            a square matrix; singular raises a ValueError
    b        (n,) or (n, m)    one right side, or one in each column
    returns  (n,) or (n, m)    the solution, or one in each column

    >>> gauss_solve(np.array([[0.0, 1.0], [3.0, 4.0]]), np.array([2.0, 11.0])).round(6)
    array([1., 2.])
    """
    A, n = np.asarray(A, dtype=float), len(A)
    table, small = np.column_stack([A, b]), 1e-12 * np.abs(A).max()
    for j in range(n):
        best = j + np.abs(table[j:, j]).argmax()
        if np.abs(table[best, j]) <= small:
            raise ValueError(f"the matrix is singular: no pivot in column {j}")
        table[[j, best]] = table[[best, j]]
        clear_column(table, j, j)
    return table[:, n] if np.ndim(b) == 1 else table[:, n:]
