"""Look at a day's figures: write them out for a person, and say what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from log2attn.core.course import Day
from log2attn.core.layout import Layout
from log2attn.house_style.figure_rules import Flaw, look_at_all
from log2attn.house_style.gallery import contact_sheet, pictures
from log2attn.proving.days import WrittenDay
from log2attn.proving.forked import side_by_side


@dataclass(frozen=True)
class Exhibition:
    """The figures of one day: where they lie, how many pictures, what was found."""

    folder: Path
    pictures: int
    findings: list[Flaw]


def figures(layout: Layout, days: Sequence[WrittenDay]) -> Iterator[tuple[Day, Exhibition]]:
    """The figures of each day, on all processors."""
    shown = side_by_side(days, lambda day: exhibition(layout, day))
    yield from zip((day.day for day in days), shown, strict=True)


def exhibition(layout: Layout, day: WrittenDay) -> Exhibition:
    """Write every figure of a day as PNG, and one sheet with all of them, in place of those written before."""
    hung = pictures(day)
    folder = layout.figures(day.day)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for picture in hung:
        (folder / picture.file).write_bytes(picture.png)
    if hung:
        contact_sheet(hung, folder / "sheet.png")
    return Exhibition(folder, len(hung), look_at_all(hung, str(day.lesson.path.relative_to(layout.root))))
