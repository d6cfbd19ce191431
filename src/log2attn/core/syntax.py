"""What a piece of Python is, seen from its syntax tree."""

from __future__ import annotations

import ast


def last_name(node: ast.AST) -> str:
    """The last word of a dotted name: allclose for np.allclose, and for allclose; "" for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
