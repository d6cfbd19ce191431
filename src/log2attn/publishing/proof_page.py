"""docs/proof.md: the course's numbers in public."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

from log2attn.core.course import Course, Day
from log2attn.core.layout import Layout
from log2attn.house_style import Page
from log2attn.house_style import budget as budget_module
from log2attn.proving.days import read_days
from log2attn.proving.newcomer import CRASHES, PASSES, TOLD
from log2attn.proving.proofs import Mutation, Proofs, read_proofs
from log2attn.proving.readings import FALSE, judged

HEAD = """# What the checks are worth, in numbers

Made by `log2attn mutate` and `log2attn calibrate`; a test holds this page to the lessons. Do not edit.

**Mutants** are small machine-made changes of the worked solution: another operator, sign, constant, axis, a mean for a sum, a dropped line.
A check that is worth something notices each of them, unless the change is no mistake: those are listed below, each with its reason.
**Named** mutants behave like a mistake of the answers file, so that the learner reads its sentence.
**Slips** are those that newcomers make everywhere (a missing bracket, a return inside the loop, results in the wrong order, …), made by machine in the worked solutions; one is *told* if its card says in a sentence what happened.
**Near misses** are the named mutants: a person has read each beside the sentence that its author would be shown, and judged whether it is true of it.
**Right answers** (the worked solution and the independent second ones) are tried with many course seeds and with both version sets; none may fail.

"""


def write_proof_page(layout: Layout, course: Course) -> None:
    """Write the page anew."""
    layout.proof_page.parent.mkdir(parents=True, exist_ok=True)
    layout.proof_page.write_text(proof_page(layout, course), encoding="utf-8")


def proof_page(layout: Layout, course: Course) -> str:
    """The page, from the results kept of the written days."""
    days = [read_proofs(layout.proofs(day)) for day in course.written]
    done = [found for proofs in days for found in proofs.mutation.values()]
    table = [
        "| exercise | mutants | caught by the visible check | caught only by the hidden check | equivalent | survived | named | right answers × seeds, failures |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
        *(_row(id, proofs) for proofs in days for id in proofs.mutation | proofs.calibration),
        _total(done),
    ]
    return HEAD + _days(layout, course) + "\n".join(table) + "\n\n" + _share(done) + _equivalents(days)


def _days(layout: Layout, course: Course) -> str:
    """A line for each day: its minutes, its slips, its near misses."""
    lines = [
        "| day | core minutes by the count | slips made | told | pass | near misses | read | judged false |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for day in course.written:
        proofs, slips = read_proofs(layout.proofs(day)), Counter[str]()
        for found in proofs.mutation.values():
            slips.update(found.slips)
        near = sum(len(numbers) for found in proofs.mutation.values() for _, numbers in found.told)
        read = judged(layout, day)
        row = [
            f"{minutes_of(layout, course, day, proofs)[1]:.0f}",
            *(slips.total(), slips[TOLD] + slips[CRASHES], slips[PASSES], near, read.total(), read[FALSE]),
        ]
        lines.append(f"| {day.number} | " + " | ".join(map(str, row)) + " |")
    return "\n".join(lines) + "\n\n"


def minutes_of(layout: Layout, course: Course, day: Day, proofs: Proofs) -> tuple[str, float]:
    """The digest of what was counted, and the minutes of a day's core path; counted anew only where the text has changed."""
    texts = [layout.lesson(day).read_bytes(), Path(budget_module.__file__).read_bytes()]
    content = hashlib.sha256(b"\0".join(texts)).hexdigest()[:16]
    if proofs.minutes and proofs.minutes[0] == content:
        return proofs.minutes
    (written,) = read_days(layout, course, [day.number])
    parts = budget_module.budget(Page(course, written.lesson, written.answers))
    return content, round(sum(part.minutes for part in parts), 1)


def _row(id: str, proofs: Proofs) -> str:
    m, c = proofs.mutation.get(id), proofs.calibration.get(id)
    left = f"| `{id}` | " + (
        f"{m.mutants} | {m.by_visible} | {m.by_hidden} | {len(m.equivalent)} | {len(m.survived)} | {m.named}"
        if m
        else "not tried | | | | | "
    )
    return (
        f"{left} | "
        + (f"{c.answers} × {c.seeds}, {sum(map(len, c.failed.values()))}" if c else "not tried")
        + " |"
    )


def _total(done: list[Mutation]) -> str:
    sums = [
        sum(values)
        for values in zip(
            *(
                (m.mutants, m.by_visible, m.by_hidden, len(m.equivalent), len(m.survived), m.named)
                for m in done
            ),
            strict=True,
        )
    ] or [0] * 6
    return "| **all** | " + " | ".join(f"**{n}**" for n in sums) + " | |"


def _share(done: list[Mutation]) -> str:
    real = sum(m.mutants - len(m.equivalent) for m in done)
    caught = sum(m.by_visible + m.by_hidden for m in done)
    visible = sum(m.by_visible for m in done)
    if not real:
        return ""
    return f"Of {real} mutants that are mistakes, all checks together catch {caught} ({100 * caught / real:.1f} %); the visible checks alone catch {visible} ({100 * visible / real:.1f} %).\n\n"


def _equivalents(days: list[Proofs]) -> str:
    found = [(id, result) for proofs in days for id, result in proofs.mutation.items()]
    lines = ["## Changes that are no mistakes", ""]
    lines += [
        f"- `{id}`: `{change}` — {reason}" for id, result in found for change, reason in result.equivalent
    ]
    survivors = [f"- `{id}`: `{change}`" for id, result in found for change in result.survived]
    if survivors:
        lines += ["", "## Survivors", "", "No check notices these yet.", "", *survivors]
    return "\n".join(lines) + "\n"
