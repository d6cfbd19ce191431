"""English prose out of source files: the docstrings of installed packages, without signatures, formulas and examples."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from inspect import cleandoc
from pathlib import Path

# Left out: what speaks to the packages' own builders and testers, or was copied in from elsewhere.
_PLUMBING = {"tests", "testing", "distutils", "f2py", "array_api_compat", "array_api_extra", "__config__.py"}

_APPARATUS = re.compile(
    r"""^([ ]*)\.\.[ ].*(?:\n(?:\1[ ]+.*|[ ]*)$)*  # a directive or a reference, with all that is indented below it
      | ^[ ]*>>>.*(?:\n(?![ ]*$).*)*               # an example and its output
      | ^.*\n[ ]*[-=~^]{3,}[ ]*$                   # a heading and its underline
      | ^([ ]*)[^\s\d*+•-].*(?=\n\2[ ]+\S)         # a parameter's name and type, above its description
    """,
    re.MULTILINE | re.VERBOSE,
)
_BREAK = re.compile(
    r"\n[ ]*\n|^[ ]*(?:[-*+•]|\(?\d{1,2}[.)])[ ]+", re.MULTILINE
)  # an empty line, or an item of a list
_INLINE = re.compile(
    r":[\w:]+:(?=`)|`|\*(?=\w)|(?<=\w)\*|(?<=\])_"
)  # the marks of roles, code, emphasis and citations
_SYMBOLS = re.compile(r"[\\$={}|<>%_@#*/^~]|(?<!\s)\[|\[(?!\w+\])|::|\.\.")  # never English, but as "[1]"


@cache
def sources(package: str) -> tuple[Path, ...]:
    if not (spec := find_spec(package)):  # finds the folder without importing the package
        return ()
    root = Path(spec.origin).parent
    # Compiled functions are described in .py files or, in some versions, in .pyi files.
    inside = {path.relative_to(root): path for suffix in ("*.py", "*.pyi") for path in root.rglob(suffix)}
    return tuple(inside[p] for p in sorted(inside, key=Path.as_posix) if not _PLUMBING.intersection(p.parts))


@cache
def paragraphs(path: Path) -> tuple[str, ...]:
    source = path.read_bytes()
    if b'"""' not in source:
        return ()  # most .pyi files: parsing them would be in vain
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a "\d" in somebody else's string is no concern of the reader's
        try:
            tree = ast.parse(source)
        except SyntaxError:  # a .pyi file may be written for a newer Python than the one that runs
            return ()
    return tuple(paragraph for text in _docstrings(tree) for paragraph in prose(text))


def _docstrings(node: ast.AST) -> Iterator[str]:
    """All docstrings below a node, in the order of the file; also those that a call such as add_newdoc(…) hands over."""
    for child in node.body:
        match child:
            case ast.Expr(ast.Constant(str(text))):
                yield text
            case ast.Expr(ast.Call() as call):
                yield from (
                    c.value
                    for c in ast.walk(call)
                    if isinstance(c, ast.Constant) and isinstance(c.value, str)
                )
            case ast.FunctionDef():
                yield ast.get_docstring(child, clean=False) or ""
            case ast.ClassDef() | ast.If() | ast.Try() | ast.With():
                yield from _docstrings(child)


def prose(text: str) -> Iterator[str]:
    """The paragraphs of a docstring that read as English."""
    for block in _BREAK.split(_APPARATUS.sub("\n\n", cleandoc(text).expandtabs())):
        words = _INLINE.sub("", block).split()
        paragraph = " ".join(words)
        sentence = (
            len(words) >= 10 and paragraph[0].isupper() and paragraph.rstrip(")\"'").endswith((".", "!", "?"))
        )
        if sentence and ":math:" not in block and not _SYMBOLS.search(paragraph):
            yield paragraph
