"""Learners' text and pictures made harmless for the person who looks at them: nothing of theirs runs, loads or pretends."""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from typing import Any

TEXT_LIMIT = 64 << 10  # characters of one output
PICTURE_LIMIT, PIXELS = 2 << 20, 16_000_000  # bytes of one picture; width times height
PICTURES_LIMIT = 8 << 20  # bytes of all pictures of a notebook
SIGNATURE = b"\x89PNG\r\n\x1a\n"
DRAWN = {
    b"IHDR",
    b"PLTE",
    b"tRNS",
    b"IDAT",
    b"IEND",
    b"gAMA",
    b"sRGB",
    b"cHRM",
    b"sBIT",
    b"bKGD",
    b"pHYs",
}  # what is needed to draw; no text, no profiles

_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?", re.DOTALL)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)  # also those that show text in another order than it has
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_MERMAID = re.compile(r"^([ \t>]*(?:`{3,}|~{3,}))[ \t]*mermaid", re.MULTILINE | re.IGNORECASE)
_MACRO = re.compile(r"\\(?=(?:href|url|require|style|class|cssId|html\w*|includegraphics)\b)")


def text(value: Any, limit: int = TEXT_LIMIT) -> str:
    """Text that can be stored and shown: line ends made one, terminal colors and control characters gone, cut at the limit."""
    if not isinstance(value, str):
        value = "".join(part for part in value if isinstance(part, str)) if isinstance(value, list) else ""
    cut = value[: 2 * limit]
    cut = cut.replace("\r\n", "\n").replace("\r", "\n")
    cut = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _ANSI.sub("", cut)).encode("utf-8", "replace").decode()
    return (
        cut
        if len(cut) <= limit and len(value) <= 2 * limit
        else cut[:limit] + "\n… cut here: the rest is too long to show."
    )


def source(value: str) -> str:
    """A cell's text. Nothing is cut: what a person marks must be all there."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return (
        re.sub(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", "\N{REPLACEMENT CHARACTER}", value)
        .encode("utf-8", "replace")
        .decode()
    )


def markdown(value: str) -> str:
    """Markdown that renders as text, math and code, and as nothing else: no HTML, no link, no picture, no diagram.

    Formgrader renders markdown with HTML allowed and every link followed. A space in the right place stops both.
    """
    value = _TAG.sub("< ", source(value))
    value = value.replace("](", "] (").replace("]:", "] :")
    return _MACRO.sub(r"\\ ", _MERMAID.sub(r"\1 text", value))


def quoted(value: str) -> str:
    """Text as a Markdown code block, whatever stands in it."""
    value = source(value)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", value)), default=0))
    return f"{fence}\n{value}\n{fence}"


def png(value: Any) -> str | None:
    """A PNG as base64, its chunks checked one by one and those not needed for drawing left out; None for anything else."""
    if isinstance(value, list):
        value = "".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str) or len(value) > 2 * PICTURE_LIMIT:
        return None
    try:
        data = base64.b64decode(re.sub(r"\s", "", value), validate=True)
    except (binascii.Error, ValueError):
        return None
    drawn = _chunks(data)
    return None if drawn is None else base64.b64encode(drawn).decode()


def _chunks(data: bytes) -> bytes | None:
    if not data.startswith(SIGNATURE) or len(data) > PICTURE_LIMIT:
        return None
    kept, at = [SIGNATURE], len(SIGNATURE)
    seen: list[bytes] = []
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data) or struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(
            data[at + 4 : end - 4]
        ):
            return None
        if not seen and (kind != b"IHDR" or not _sensible(data[at + 8 : end - 4])):
            return None
        seen.append(kind)
        if kind in DRAWN:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept) if b"IDAT" in seen and seen.count(b"IHDR") == 1 else None
        at = end
    return None


def _sensible(header: bytes) -> bool:
    if len(header) != 13:
        return False
    width, height, depth, color, compression, filtering, interlaced = struct.unpack(">IIBBBBB", header)
    fits = 0 < width * height <= PIXELS and max(width, height) <= 20_000
    return (
        fits
        and depth in (1, 2, 4, 8, 16)
        and color in (0, 2, 3, 4, 6)
        and (compression, filtering) == (0, 0)
        and interlaced in (0, 1)
    )
