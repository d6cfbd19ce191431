"""The autograded notebook: what formgrader shows a person, with the learner's cells, the plan's tests and the verdict's outputs."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from log2attn.grading.ledger.kept import kept
from log2attn.grading.model import (
    BROKEN,
    FAILED,
    MANUAL,
    PASSED,
    Item,
    Plan,
    PlanCell,
    Verdict,
    Work,
    WorkCell,
)
from log2attn.grading.pages import inert, pictures

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
GIVEN_UP = {
    FAILED: "Failed",
    BROKEN: "Broken: this is the grader's fault, the mark before stays",
    MANUAL: "A person marks this",
}


def autograded_notebook(
    plan: Plan,
    work: Work | None,
    verdict: Verdict,
    notebook_metadata: Mapping[str, Any] | None = None,
    beside: Collection[str] = (),
) -> bytes:
    """The notebook as bytes; the same verdict makes the same bytes.

    work               None for a file that could not be read: every cell is then as it was given out
    notebook_metadata  of the source notebook; only its kernel is used. Never the learner's
    beside             names of the pictures that lie beside it
    """
    room = [inert.PICTURES_LIMIT]
    items = {item.id: item for item in verdict.items}
    cells = [_note(words)] if (words := _reasons(work, verdict)) else []
    done = set()
    for place, cell in enumerate(work.cells if work else ()):
        asked = (
            plan.cells[cell.plan] if cell.plan is not None and cell.role not in ("extra", "ignored") else None
        )
        if asked is not None and asked.index in done:
            asked = None
        if asked is not None:
            done.add(asked.index)
        cells.append(_cell(cell, asked, items, list(_outputs(verdict.outputs.get(place, []), room)), beside))
    for asked in plan.cells:
        if asked.index not in done and (work is None or (asked.kind != "given" and asked.id)):
            put_back = WorkCell(-1, asked.kind, asked.cell_type, asked.released, asked.index, changed=False)
            cells.append(_cell(put_back, asked, items, []))
    _name(cells)
    return _to_bytes(cells, notebook_metadata or {})


def _cell(
    cell: WorkCell,
    asked: PlanCell | None,
    items: dict[str, Item],
    outputs: list[dict[str, Any]],
    beside: Collection[str] = (),
) -> dict[str, Any]:
    known = kept(asked) if asked else None
    metadata: dict[str, Any] = {}
    text, kind = cell.source, cell.cell_type
    if asked is not None:
        kind = asked.cell_type
        if (known and known.locked) or (asked.kind == "task" and not cell.changed):
            text = (
                asked.source
            )  # the tests, the hidden ones too, and mark schemes: formgrader's reader is an instructor
        elif not cell.changed:
            text = asked.released
    if known is not None:
        metadata = {"nbgrader": known.metadata, "deletable": False} | (
            {"editable": False} if known.locked else {}
        )
        if item := items.get(known.name):
            outputs = outputs + _said(item, outputs)
    own = asked is None or (cell.changed and not (known and known.locked))  # the learner's text, not ours
    if kind == "code":
        return {
            "cell_type": "code",
            "execution_count": None,
            "id": _id(cell, asked),
            "metadata": metadata,
            "outputs": outputs,
            "source": inert.source(text),
        }
    attachments: dict[str, Any] = {}
    if kind != "markdown":
        text = inert.quoted(text)
    elif own:
        text, attachments = pictures.shown(text, cell.attachments, beside)
    return {
        "cell_type": "markdown",
        "id": _id(cell, asked),
        "metadata": metadata,
        "source": text,
        **({"attachments": attachments} if attachments else {}),
    }


def _id(cell: WorkCell, asked: PlanCell | None) -> str:
    if asked is None:
        return f"extra-{cell.at}" if cell.at >= 0 else "extra"
    return asked.id if re.fullmatch(r"[A-Za-z0-9_-]{1,60}", asked.id) else f"cell-{asked.index}"


def _name(cells: list[dict[str, Any]]) -> None:
    """Every id once."""
    taken = set()
    for cell in cells:
        id, n = cell["id"], 2
        while cell["id"] in taken:
            cell["id"], n = f"{id[:55]}-{n}", n + 1
        taken.add(cell["id"])


def _reasons(work: Work | None, verdict: Verdict) -> str:
    """What a person should know before they read on, as Markdown; "" if nothing."""
    words = []
    if verdict.queue:
        words.append(f"**A person must look at this notebook.** {inert.markdown(verdict.queue)}")
    doubts = [why for id, why in (work.doubts if work else {}).items() if id == "" and why != verdict.queue]
    words += [inert.markdown(why) for why in doubts]
    if unprotected := [item.id for item in verdict.items if item.unprotected]:
        words.append(
            "Marked without protection, in the learner's own process, as stock nbgrader marks: "
            + inert.markdown(", ".join(unprotected))
        )
    if repairs := list(dict.fromkeys([*(work.repairs if work else ()), *verdict.repairs])):
        words.append(
            "Put right before grading:\n\n"
            + "\n".join(f"- {inert.markdown(' '.join(repair.split()))}" for repair in repairs)
        )
    return "\n\n".join(words)


def _note(words: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "for-the-instructor", "metadata": {}, "source": words}


def _said(item: Item, outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The verdict under a marked cell, if its outputs do not tell."""
    if item.outcome == PASSED or (
        item.outcome == FAILED and any(output["output_type"] == "error" for output in outputs)
    ):
        return []
    words = [inert.text(part) for part in dict.fromkeys((item.message, item.detail)) if part]
    if item.outcome == MANUAL and not words:
        return []
    title = GIVEN_UP.get(item.outcome, item.outcome)
    return [
        {
            "output_type": "error",
            "ename": title,
            "evalue": words[0] if words else "",
            "traceback": [f"{title}.", *words],
        }
    ]


def _outputs(outputs: list[dict[str, Any]], room: list[int]) -> Iterator[dict[str, Any]]:
    """Text and verified PNG, and nothing else, whatever the worker sent."""
    for output in outputs:
        kind = output.get("output_type")
        if kind == "stream":
            yield {
                "output_type": "stream",
                "name": "stderr" if output.get("name") == "stderr" else "stdout",
                "text": inert.text(output.get("text")),
            }
        elif kind == "error":
            lines = output.get("traceback")
            trace = (
                inert.text("\n".join(line for line in lines if isinstance(line, str)))
                if isinstance(lines, list)
                else ""
            )
            yield {
                "output_type": "error",
                "ename": inert.text(output.get("ename"), 200),
                "evalue": inert.text(output.get("evalue"), 2000),
                "traceback": trace.split("\n"),
            }
        elif kind in ("display_data", "execute_result") and isinstance(data := output.get("data"), Mapping):
            shown = _shown(data, room)
            if shown:
                yield {"output_type": "display_data", "data": shown, "metadata": {}}


def _shown(data: Mapping[str, Any], room: list[int]) -> dict[str, str]:
    shown = {}
    if "image/png" in data:
        picture = inert.png(data["image/png"])
        if picture is not None and len(picture) <= room[0]:
            room[0] -= len(picture)
            shown["image/png"] = picture
        else:
            shown["text/plain"] = "[a picture was left out: it is no PNG, or too large]"
    if "text/plain" in data and "text/plain" not in shown:
        shown["text/plain"] = inert.text(data["text/plain"])
    return shown


def _to_bytes(cells: list[dict[str, Any]], metadata: Mapping[str, Any]) -> bytes:
    """As Jupyter writes it, keys in order and texts in lines; only no ``<`` stands in the file itself."""
    spec = metadata.get("kernelspec")
    spec = {key: str(spec[key]) for key in KERNELSPEC if key in spec} if isinstance(spec, Mapping) else {}
    for cell in cells:
        cell["source"] = cell["source"].splitlines(keepends=True)
        for output in cell.get("outputs", []):
            if "text" in output:
                output["text"] = output["text"].splitlines(keepends=True)
            if "text/plain" in output.get("data", {}):
                output["data"] = output["data"] | {
                    "text/plain": output["data"]["text/plain"].splitlines(keepends=True)
                }
    spec = KERNELSPEC | spec
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": spec, "language_info": {"name": spec["language"]}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    text = json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False)
    # The same notebook to whoever reads JSON, and no tag to a browser that is shown the bare file.
    return (text.replace("<", "\\u003c") + "\n").encode()


def write(path: Path, content: bytes) -> None:
    """The file, all or nothing: whoever reads it sees the old content or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
