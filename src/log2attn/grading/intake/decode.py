"""The bytes of a submitted file become a plain notebook, or are refused in one sentence. Nothing in them is believed but text, order, grade ids and pasted pictures."""

from __future__ import annotations

import codecs
import json
import re
from typing import Any

from log2attn.doors.notebook import NotebookNode, bare_notebook
from log2attn.grading.model import Refused

MOST_CELLS = 20_000
DEEPEST = 60  # levels of JSON; an honest notebook has about ten
MOST_ATTACHMENTS = 50  # of one cell
PRUNED = 2_000_000  # characters of a deeper file that are worth pruning

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
AGAIN = "Ask for the notebook again: in Jupyter, File ▸ Save, then hand in the .ipynb file itself."
WEB_PAGE = "It is a web page, not a notebook: perhaps the page around the file was saved. Download the .ipynb file itself."
LOOKS_LIKE = (  # what stands at the beginning of files that are no notebooks
    (b"pk\x03\x04", "It is a zip archive, not a notebook: unpack it and hand in the .ipynb file."),
    (b"\x1f\x8b", "It is a gzip archive, not a notebook: unpack it and hand in the .ipynb file."),
    (b"%pdf", "It is a PDF, not a notebook: hand in the .ipynb file itself."),
    (b"<!doctype", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (
        b"version https://git-lfs",
        "It is a pointer to a file in Git LFS, not the notebook: run `git lfs pull` before handing in.",
    ),
)


def decode(content: bytes) -> tuple[NotebookNode, list[str]]:
    """The notebook in a file's content, and what was put right in it."""
    repairs: list[str] = []
    raw = _parse(_text_of(content, repairs), repairs)
    return _notebook(raw, repairs), repairs


def _text_of(content: bytes, repairs: list[str]) -> str:
    if not content:
        raise Refused("The file is empty.")
    if not content.strip(b"\0 \t\r\n"):
        raise Refused(
            f"The file holds nothing but {len(content)} blank or zero bytes: it was never written to the disk."
        )
    start = content[:200].lstrip().lower()
    for mark, sentence in LOOKS_LIKE:
        if start.startswith(mark):
            raise Refused(sentence)
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)), "")
    encoding = encoding or _without_mark(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        encoding, text = "latin-1", content.decode("cp1252", errors="replace")
    if not encoding.startswith("utf-8"):
        repairs.append(
            f"The file was saved as {encoding[:6].upper() if 'utf' in encoding else 'Latin-1'}, not UTF-8; its text was converted."
        )
    return text


def _without_mark(content: bytes) -> str:
    """The encoding of JSON without a byte order mark: it begins with two ASCII characters, so a zero byte among them tells UTF-16."""
    if content[:1] == b"\0":
        return "utf-16-be"
    return "utf-16-le" if content[1:2] == b"\0" else "utf-8"


def _parse(text: str, repairs: list[str]) -> dict[str, Any]:
    text = text.lstrip("\ufeff \t\r\n")
    # Numbers never matter here, and Python refuses to convert one of thousands of digits.
    decoder = json.JSONDecoder(parse_int=lambda digits: int(digits[:18]), strict=False)
    try:
        raw, rest = _raw_decode(decoder, text, repairs)
    except json.JSONDecodeError as error:
        raise Refused(_broken(text, error)) from error
    if rest := rest.strip("\0 \t\r\n"):
        repairs.append(
            f"After the notebook the file went on with {len(rest)} more characters; they were left out."
        )
    if not isinstance(raw, dict):
        raise Refused(f"The file is JSON, but not a notebook. {AGAIN}")
    return raw


def _raw_decode(decoder: json.JSONDecoder, text: str, repairs: list[str]) -> tuple[Any, str]:
    """The first value in the text, and what stands after it."""
    try:
        value, end = decoder.raw_decode(text)
    except RecursionError:
        if len(text) > PRUNED:
            raise Refused(f"The file is nested without end. {AGAIN}") from None
        text = _shallow(text)
        value, end = decoder.raw_decode(text)
        repairs.append(f"Values nested more than {DEEPEST} levels deep were left out.")
    return value, text[end:]


def _shallow(text: str) -> str:
    """The JSON text with null in place of whatever lies too deep. A million brackets cost a second, not the stack."""
    kept, depth, start = [], 0, 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', text, re.DOTALL):
        sign = found[0]
        if sign[0] == '"':
            continue
        if sign in "[{":
            depth += 1
            if depth == DEEPEST:
                kept += [text[start : found.start()], "null"]
                start = len(text)
        else:
            if depth == DEEPEST:
                start = found.end()
            depth -= 1
    kept.append(text[start:])
    return "".join(kept)


def _broken(text: str, error: json.JSONDecodeError) -> str:
    if re.search(r"^(?:<{7} |={7}$|>{7} )", text, re.MULTILINE):
        return "The file holds the marks of a merge conflict of git (<<<<<<<). Resolve it (`git checkout --theirs` or `--ours`) and hand in again."
    if not text.startswith(("{", "[")):
        return f"The file is not a notebook: it begins with {text[:30]!r}. {AGAIN}"
    if not text.rstrip("\0 \t\r\n").endswith(("}", "]")) or not text[error.pos :].strip():
        return f"The file breaks off in the middle (after {len(text):,} characters): it was not saved or copied completely. {AGAIN}"
    line, column = error.lineno, error.colno
    return f"The file is damaged at line {line}, column {column}: {error.msg.lower()}. {AGAIN}"


def _notebook(raw: dict[str, Any], repairs: list[str]) -> NotebookNode:
    """Formats 1 to 4 become 4.5. By hand: nbformat's own way fails on half of what people hand in, and only text, kind and grade id are wanted."""
    listed = raw.get("cells")
    sheets = raw.get("worksheets")
    if not isinstance(listed, list) and isinstance(sheets, list):
        listed = [
            cell
            for sheet in sheets
            if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
            for cell in sheet["cells"]
        ]
    if not isinstance(listed, list):
        raise Refused(f"The file is JSON, but it has no list of cells. {AGAIN}")
    if len(listed) > MOST_CELLS:
        raise Refused(f"The notebook has {len(listed):,} cells; {MOST_CELLS:,} are allowed.")
    version = raw.get("nbformat")
    if version != 4:
        repairs.append(
            f"The notebook was saved in format {version!r:.20}; it was read as format 4."
            if version is not None
            else "The notebook does not say its format; it was read as format 4."
        )
    spec = _dict(_dict(raw.get("metadata")).get("kernelspec"))
    if spec.get("name", "python3") not in ("python3", "python"):
        repairs.append(
            f"The notebook asks for the kernel {spec['name']!r:.60}; it ran in the grader's Python."
        )
    cells: list[tuple[str, str, str, str, dict[str, str]]] = []
    names: set[str] = set()
    odd = dropped = 0
    for n, cell in enumerate(listed):
        if not isinstance(cell, dict):
            dropped += 1
            continue
        kind, source, known = _content(cell)
        odd += not known
        id = cell.get("id")
        if not (isinstance(id, str) and re.fullmatch(r"[A-Za-z0-9_-]{1,64}", id) and id not in names):
            id = f"cell-{n}"
            while id in names:
                id += "x"
        names.add(id)
        grade = _dict(_dict(cell.get("metadata")).get("nbgrader")).get("grade_id")
        grade = _text(grade) if isinstance(grade, str) else ""
        cells.append((kind, id, source, grade, {} if kind == "code" else _attachments(cell)))
    if dropped:
        repairs.append(
            f"{_count(dropped, 'entry', 'entries')} in the list of cells {'was' if dropped == 1 else 'were'} no cell and {'was' if dropped == 1 else 'were'} left out."
        )
    if odd:
        repairs.append(
            f"{_count(odd, 'cell')} of an unknown kind or without text {'was' if odd == 1 else 'were'} read as far as possible."
        )
    return bare_notebook(cells, "Python 3")


def _content(cell: dict[str, Any]) -> tuple[str, str, bool]:
    """The kind and text of a cell of any format; False if one of them had to be guessed."""
    kind = cell.get("cell_type")
    source = cell.get("source", cell.get("input"))
    known = isinstance(source, str) or (
        isinstance(source, list) and all(isinstance(line, str) for line in source)
    )
    if isinstance(source, list):
        lines = [line for line in source if isinstance(line, str)]
        bare = len(lines) > 1 and not any(
            line.endswith("\n") for line in lines
        )  # some programs leave the line ends out
        source = ("\n" if bare else "").join(lines)
    text = _text(source) if isinstance(source, str) else ""
    if kind == "heading":  # formats 1 to 3
        level = cell.get("level")
        return (
            "markdown",
            f"{'#' * (level if isinstance(level, int) and 1 <= level <= 6 else 1)} {text}",
            known,
        )
    if kind in ("code", "markdown", "raw"):
        return kind, text, known
    return "markdown", text, False


def _attachments(cell: dict[str, Any]) -> dict[str, str]:
    """The pictures pasted into a cell: name → base64, unchecked."""
    found = {}
    for name, forms in list(_dict(cell.get("attachments")).items())[:MOST_ATTACHMENTS]:
        for kind, data in _dict(forms).items():
            if isinstance(data, list):
                data = "".join(part for part in data if isinstance(part, str))  # noqa: PLW2901  (some programs keep lines)
            if kind.startswith("image/") and isinstance(data, str) and data:
                found[_text(name)[:200]] = _text(data)
                break
    return found


def _text(text: str) -> str:
    """Text that can be written to a file again: half of a surrogate pair cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(n: int, one: str, many: str = "") -> str:
    return f"{n:,} {one if n == 1 else many or one + 's'}"
