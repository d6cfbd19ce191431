"""Notebook files: made, written and compared. The door to nbformat."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def without(*modules: str) -> Iterator[None]:
    """Whatever is imported in this block for the first time finds no such modules, and does without them."""
    away = [name for name in modules if name not in sys.modules]
    sys.modules.update(dict.fromkeys(away))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in away:
            del sys.modules[name]


# jsonschema takes these if they are there: they serve formats that no notebook's schema has, and a grammar among them costs a second.
FORMATS = ("rfc3987_syntax", "isoduration", "rfc3986_validator", "webcolors", "uri_template", "fqdn")
with without(*FORMATS):
    import nbformat
    from nbformat import NotebookNode, from_dict
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from log2attn.core.errors import CourseError  # noqa: E402

__all__ = [
    "NotebookNode",
    "from_dict",
    "new_code_cell",
    "new_markdown_cell",
    "new_notebook",
]  # nbformat's, for those who come through this door

OURS = "log2attn"  # our one key in a notebook's metadata
NBGRADER_SCHEMA = 3


def make_cell(
    kind: str,
    id: str,
    source: str,
    *,
    tags: tuple[str, ...] = (),
    grade: dict[str, Any] | None = None,
    folded: bool = False,
) -> NotebookNode:
    """A cell with a name for an id. It is validated with its notebook (``to_bytes``): nbformat's own makers validate each, which is half of a build.

    grade    what nbgrader needs to know of it
    folded   whether Jupyter shows its first line only, until a click on it shows the rest
    """
    cell = NotebookNode(cell_type=kind, id=id, source=source, metadata=NotebookNode())
    if kind == "code":
        cell.update(execution_count=None, outputs=[])
    if tags:
        cell.metadata["tags"] = list(tags)
    if folded:
        cell.metadata["jupyter"] = {"source_hidden": True}
    if grade:
        cell.metadata["nbgrader"] = {
            "schema_version": NBGRADER_SCHEMA,
            "cell_type": kind,
            "task": False,
            **grade,
        }
    return cell


def make_notebook(cells: list[NotebookNode], **ours: Any) -> NotebookNode:
    """A Python notebook, its metadata written from scratch; ``ours`` goes under our key, with a digest of the cells."""
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
    notebook.metadata["language_info"] = {"name": "python"}
    notebook.metadata[OURS] = {**ours, "digest": digest(notebook)}
    return notebook


def bare_notebook(cells: list[tuple[str, str, str, str, dict[str, str]]], name: str) -> NotebookNode:
    """A format 4.5 notebook of (cell type, cell id, source, grade id, pictures), with nothing else in it. Pictures: name → base64, of any kind. Made by hand: nbformat validates each cell, which takes seconds for 10,000."""
    made = []
    for kind, id, source, grade, pictures in cells:
        cell = NotebookNode(cell_type=kind, id=id, source=source, metadata=NotebookNode())
        if pictures:
            cell["attachments"] = {file: {"image/png": data} for file, data in pictures.items()}
        if grade:
            cell.metadata["nbgrader"] = NotebookNode(grade_id=grade)
        if kind == "code":
            cell.update(execution_count=None, outputs=[])
        made.append(cell)
    spec = NotebookNode(display_name=name, language="python", name="python3")
    return NotebookNode(
        cells=made,
        metadata=NotebookNode(kernelspec=spec, language_info=NotebookNode(name="python")),
        nbformat=4,
        nbformat_minor=5,
    )


def digest(notebook: NotebookNode) -> str:
    """What a person can edit in a notebook, as one number: cells, their order, text and grading; not outputs.

    The course seed is left out: a digest travels into the release, and a private seed could be guessed from it.
    """

    def text(cell: NotebookNode) -> str:
        return re.sub(r"default_rng\(\[\d+, ", "default_rng([", cell.source)

    parts = [[c.cell_type, c.get("id", ""), text(c), c.metadata.get("nbgrader", {})] for c in notebook.cells]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def edited_by_hand(notebook: NotebookNode) -> bool:
    """True if the cells are not the ones that build wrote."""
    return notebook.metadata.get(OURS, {}).get("digest") != digest(notebook)


def to_bytes(notebook: NotebookNode) -> bytes:
    """The notebook as build writes it: the same notebook, the same bytes."""
    nbformat.validate(notebook)
    return (nbformat.writes(notebook).rstrip("\n") + "\n").encode()


def write_as_found(notebook: NotebookNode) -> bytes:
    """A notebook exactly as it is, whatever program may have saved it so; nothing is validated or mended."""
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def from_bytes(text: bytes) -> NotebookNode:
    """The notebook of a file's content."""
    return nbformat.reads(text.decode("utf-8-sig"), as_version=4)


def read_notebook(path: Path) -> NotebookNode:
    """Read any notebook of format 3 or 4. Raises CourseError for a file that is none."""
    try:
        return from_bytes(path.read_bytes())
    except FileNotFoundError as error:
        raise CourseError(
            "There is no such notebook.",
            where=str(path),
            then="Check the name; `log2attn` alone lists the days.",
        ) from error
    except (ValueError, KeyError, AttributeError, TypeError, nbformat.ValidationError) as error:
        raise CourseError(
            "This file is not a notebook: it cannot be read as JSON with cells.",
            where=str(path),
            then="Save it again in Jupyter (File ▸ Save), or download it as .ipynb. The file was left as it is.",
        ) from error


def grade_id(cell: NotebookNode) -> str:
    """The name by which nbgrader knows a cell; "" if it does not."""
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def grade_ids(notebook: NotebookNode) -> list[str]:
    """The names of all cells that nbgrader knows, in order."""
    return [id for id in map(grade_id, notebook.cells) if id]
