"""Readings: go through the pairs of changes and sentences that nobody has judged yet, with few keystrokes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.proving.days import WrittenDay, read_course, read_days
from log2attn.proving.readings import FALSE, TRUE, Pair, Readings, readings_of

KEYS = "Enter: true of all · numbers: false of these · s: later · q: stop"
THEN = "Say less in the sentence, or add a call to the checks that tells this change from the mistake."


def readings(layout: Layout, only: Iterable[str] = ()) -> Iterator[tuple[WrittenDay, Readings]]:
    """The readings of the days named; of all that are written if none is."""
    for day in read_days(layout, read_course(layout), only):
        yield day, readings_of(layout, day)


def marked(numbers: str, unread: list[Pair]) -> list[Pair]:
    """The pairs with these numbers, as listed. Raises CourseError for a number that is none."""
    found = []
    for word in numbers.replace(",", " ").split():
        if not word.isdigit() or not 1 <= int(word) <= len(unread):
            raise CourseError(
                f"{word!r} is not the number of an unread pair.",
                then=f"They run from 1 to {len(unread)}; log2attn readings lists them." if unread else "",
            )
        found.append(unread[int(word) - 1])
    return found


def judge(found: Readings, *, accept: bool, false: list[Pair]) -> None:
    """Write down the false ones, and the others as true if they are accepted."""
    others = [pair for pair in found.unread if pair not in false] if accept else []
    if false:
        found.judge(false, FALSE)
    if others:
        found.judge(others, TRUE)


def listed(found: Readings) -> Iterator[str]:
    """The unread pairs, numbered, below the sentence they share; then the false ones and what to do."""
    number = 0
    for (exercise, says), group in groupby(found.unread, lambda pair: (pair.exercise, pair.says)):
        yield f"{exercise}: {says}"
        for pair in group:
            number += 1
            yield f"  {number:>3}  {pair.change}"
    for pair in found.false:
        yield f"false  {pair.exercise}: {pair.says}"
        yield f"       {pair.change}"
        yield f"       {THEN}"


def ask_for(found: Readings, say: Callable[[str], None], ask: Callable[[str], str]) -> None:
    """Show the unread pairs sentence by sentence and take the answers; each is written down at once."""
    groups = [list(group) for _, group in groupby(found.unread, lambda pair: (pair.exercise, pair.says))]
    for n, pairs in enumerate(groups, 1):
        say(f"\n{n} of {len(groups)} · {pairs[0].exercise}\n{pairs[0].says}")
        for number, pair in enumerate(pairs, 1):
            say(f"  {number:>3}  {pair.change}")
        while True:
            answer = ask(f"{KEYS}  ").strip().lower()
            if answer == "q":
                return
            if answer == "s":
                break
            try:
                false = marked(answer, pairs)
            except CourseError as error:
                say(error.what)
                continue
            found.judge(false, FALSE)
            found.judge([pair for pair in pairs if pair not in false], TRUE)
            break
    for line in listed(found):
        say(line)
