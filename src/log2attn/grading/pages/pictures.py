"""Pictures that a learner hands in: pasted into a cell, or lying beside the notebook. Whoever marks the answer must see them, and nothing else of theirs."""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from log2attn.grading.pages import inert

LARGEST = 12 << 20  # bytes of one picture; photos of a phone have a few million
MOST_PIXELS = 120_000_000
MOST = 60  # pictures of one submission
ENDINGS = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif"}
NAMES = (".png", ".jpg", ".jpeg", ".gif")

# Nothing here goes back over what it has read: a learner's text may be long and odd.
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,500}+)\]"
    r"(?:\(\s{0,9}+(?:<(?P<angled>[^<>\n]{1,2000}+)>|(?P<data>data:image/[\w.+-]{1,40}+;base64,[A-Za-z0-9+/=\s]*+)|(?P<bare>(?:[^()\s<>]|\([^()\s<>]{0,300}+\)){1,2000}+))"
    r"(?:\s{1,9}+(?:\"[^\"\n]{0,500}+\"|'[^'\n]{0,500}+'))?+\s{0,9}+\)"
    r"|\[(?P<label>[^\[\]\n]{0,200}+)\])"
    r"|<img\b(?P<tag>[^<>]*+)>",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"^[ ]{0,3}\[(?P<label>[^\]\n]{1,200})\]:[ \t]*<?(?P<target>[^\s<>]+)>?[^\n]*$", re.MULTILINE
)
_ATTRIBUTE = r"\b{}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"


def kind_of(data: bytes) -> str:
    """image/png, image/jpeg or image/gif, if that is what the bytes are and a browser can show them; else ""."""
    if not 0 < len(data) <= LARGEST:
        return ""
    if data.startswith(inert.SIGNATURE):
        kind, size = (
            "image/png",
            struct.unpack(">II", data[16:24]) if data[12:16] == b"IHDR" and len(data) > 24 else (0, 0),
        )
    elif data.startswith((b"GIF87a", b"GIF89a")) and len(data) > 10:
        kind, size = "image/gif", struct.unpack("<HH", data[6:10])
    elif data.startswith(b"\xff\xd8\xff"):
        kind, size = "image/jpeg", _jpeg_size(data)
    else:
        return ""
    return kind if 0 < size[0] * size[1] <= MOST_PIXELS else ""


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Height and width, from the first frame's header; (0, 0) if there is none."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            return struct.unpack(">HH", data[at + 5 : at + 9])
        at += 1 if mark == 0xFF else 2 + max(length, 2)  # bytes 0xFF may fill the space before a mark
    return 0, 0


def pictures_beside(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of a learner's files that are pictures, by name and by content."""
    found = [(name, data) for name, data in files.items() if name.lower().endswith(NAMES) and kind_of(data)]
    return dict(found[:MOST])


def attached(attachments: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """A cell's attachments that are pictures: name → kind and base64."""
    found = ((name, _decoded(text)) for name, text in list(attachments.items())[:MOST])
    return {
        name: (kind, base64.b64encode(data).decode())
        for name, data in found
        if data and (kind := kind_of(data))
    }


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(re.sub(r"\s", "", text), validate=True) if len(text) <= 2 * LARGEST else b""
    except (binascii.Error, ValueError):
        return b""


def shown(
    text: str, attachments: Mapping[str, str], beside: Collection[str]
) -> tuple[str, dict[str, dict[str, str]]]:
    """Markdown as ``inert.markdown`` leaves it, with its pictures; and the attachments that these are, as a notebook holds them.

    A picture in the text itself (``data:``) becomes an attachment; one that the text does not show stands at its end. Where a picture cannot be shown, that is said.
    """
    return _Shown(text, attachments, beside).result()


class _Shown:
    def __init__(self, text: str, attachments: Mapping[str, str], beside: Collection[str]) -> None:
        self.pasted, self.names, self.beside = attached(attachments), list(attachments), beside
        self.kept: dict[str, dict[str, str]] = {}
        self.as_name: dict[str, str] = {}
        self.targets = {found["label"].lower(): found["target"] for found in _DEFINED.finditer(text)}
        self.text = text

    def result(self) -> tuple[str, dict[str, dict[str, str]]]:
        parts, at = [], 0
        for found in _PICTURE.finditer(self.text):
            if (made := self._picture(found)) is not None:
                parts += [inert.markdown(self.text[at : found.start()]), made]
                at = found.end()
        parts.append(inert.markdown(self.text[at:]))
        parts += [f"\n\n{self._attachment(name, name)}" for name in self.names if name not in self.as_name]
        return "".join(parts), self.kept

    def _picture(self, found: re.Match) -> str | None:
        """The picture's Markdown; None for what is no picture of the learner's own, such as one on the web."""
        if found["tag"] is not None:
            target, alt = _attribute(found["tag"], "src"), _attribute(found["tag"], "alt")
        elif found["label"] is not None:
            target, alt = self.targets.get((found["label"] or found["alt"]).lower(), ""), found["alt"]
        else:
            target, alt = found["angled"] or found["data"] or found["bare"], found["alt"]
        if target.lower().startswith("data:image/"):
            name = f"in the text {len(self.kept) + 1}"
            data = _decoded(target.partition(",")[2])
            if kind := kind_of(data):
                self.pasted[name] = (kind, base64.b64encode(data).decode())
            return self._attachment(name, alt)
        if target.lower().startswith("attachment:"):
            return self._attachment(unquote(target[len("attachment:") :]), alt)
        path = PurePosixPath(unquote(target))
        name = path.as_posix()
        if ":" in target or path.is_absolute() or ".." in path.parts or not name.lower().endswith(NAMES):
            return None
        return f"![{_plain(alt or name)}](<{name}>)" if name in self.beside else _missing(name)

    def _attachment(self, name: str, alt: str) -> str:
        if name not in self.pasted:
            self.as_name[name] = ""
            return _missing(name)
        kind, data = self.pasted[name]
        short = self.as_name.setdefault(name, f"picture-{len(self.as_name) + 1}{ENDINGS[kind]}")
        self.kept[short] = {kind: data}
        return f"![{_plain(alt or name)}](attachment:{short})"


def _attribute(tag: str, name: str) -> str:
    found = re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return next((part for part in found.groups() if part is not None), "") if found else ""


def _plain(words: str) -> str:
    return re.sub(r"[^\w .,:;-]", " ", words)[:200].strip() or "picture"


def _missing(name: str) -> str:
    return f"**\\[a picture was left out: {_plain(name)} is not there, is no PNG, JPEG or GIF, or is too large\\]**"
