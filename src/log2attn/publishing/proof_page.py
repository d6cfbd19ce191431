"""docs/proof.md: the course's numbers in public."""

from __future__ import annotations

from log2attn.core.layout import Layout
from log2attn.proving.days import WrittenDay
from log2attn.proving.proofs import Mutation, Proofs

HEAD = """# What the checks are worth, in numbers

Made by `log2attn mutate` and `log2attn calibrate`; a test holds this page to the lessons. Do not edit.

**Mutants** are small machine-made changes of the worked solution: another operator, sign, constant, axis, a mean for a sum, a dropped line.
A check that is worth something notices each of them, unless the change is no mistake: those are listed below, each with its reason.
**Named** mutants behave like a mistake of the answers file, so that the learner reads its sentence.
**Right answers** (the worked solution and the independent second ones) are tried with many course seeds and with both version sets; none may fail.

"""


def keep(layout: Layout, days: list[WrittenDay], proofs: Proofs) -> None:
    """Write the results, and the page that shows them."""
    proofs.save([exercise.id for day in days for exercise in day.lesson.exercises])
    layout.proof_page.write_text(proof_page(days, proofs), encoding="utf-8")


def proof_page(days: list[WrittenDay], proofs: Proofs) -> str:
    """The page, from the results."""
    rows = [_row(exercise.id, proofs) for day in days for exercise in day.lesson.exercises]
    done = [proofs.mutation[e.id] for day in days for e in day.lesson.exercises if e.id in proofs.mutation]
    table = [
        "| exercise | mutants | caught by the visible check | caught only by the hidden check | equivalent | survived | named | right answers × seeds, failures |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
        *rows,
        _total(done),
    ]
    return HEAD + "\n".join(table) + "\n\n" + _share(done) + _equivalents(days, proofs)


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


def _equivalents(days: list[WrittenDay], proofs: Proofs) -> str:
    lines = ["## Changes that are no mistakes", ""]
    for day in days:
        for exercise in day.lesson.exercises:
            result = proofs.mutation.get(exercise.id)
            for change, reason in result.equivalent if result else []:
                lines.append(f"- `{exercise.id}`: `{change}` — {reason}")
    survivors = [
        (e.id, change)
        for day in days
        for e in day.lesson.exercises
        if e.id in proofs.mutation
        for change in proofs.mutation[e.id].survived
    ]
    if survivors:
        lines += [
            "",
            "## Survivors",
            "",
            "No check notices these yet.",
            "",
            *(f"- `{id}`: `{change}`" for id, change in survivors),
        ]
    return "\n".join(lines) + "\n"
