"""Results go into the gradebook as they come, some at a time; what is in there is remembered, so an interrupted run loses nothing."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from log2attn.grading.model import BROKEN, Plan, trouble_of
from log2attn.grading.schedule.archive import Archive, Entered
from log2attn.grading.schedule.assignment import Waiting
from log2attn.grading.schedule.pool import Lost
from log2attn.grading.schedule.submission import Marked, marked_from
from log2attn.grading.schedule.summary import Graded

if TYPE_CHECKING:
    from log2attn.grading.ledger.ledger import Ledger

BATCH, PATIENCE = 64, 3.0  # notebooks, and seconds, until results go into the gradebook
Plans = Mapping[tuple[str, str], Plan]


def entered(
    results: Iterable[tuple[int, Any] | None],
    waiting: list[Waiting],
    plans: Plans,
    ledger: Ledger,
    archive: Archive,
) -> Iterator[Graded]:
    """Each notebook as its marks are in the gradebook; also when the run is interrupted, for those that came before."""
    batch: list[tuple[Waiting, Marked]] = []
    since = time.monotonic()
    try:
        for result in results:
            if batch and (len(batch) >= BATCH or time.monotonic() - since > PATIENCE):
                ready, batch, since = batch, [], time.monotonic()
                yield from _enter(ready, plans, ledger, archive)
            if result is None:
                continue
            n, said = result
            one = waiting[n]
            if isinstance(said, Lost):
                yield _lost(one, f"the grader could not finish: {said.why}")
            else:
                batch.append((one, marked_from(said)))
    finally:
        done = list(_enter(batch, plans, ledger, archive))
    yield from done


def _enter(
    batch: list[tuple[Waiting, Marked]], plans: Plans, ledger: Ledger, archive: Archive
) -> Iterator[Graded]:
    with _uninterrupted():
        refused = _into_both(batch, plans, ledger, archive)
    for one, marked in batch:
        if why := refused.get((one.learner, one.notebook)):
            yield _lost(one, f"the gradebook did not take the marks: {why}")
        else:
            yield Graded(
                one.learner, one.assignment, one.notebook, marked.verdict, trouble_of(marked.verdict)
            )


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits until what is in the gradebook is also remembered; else it would be marked again."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _into_both(
    batch: list[tuple[Waiting, Marked]], plans: Plans, ledger: Ledger, archive: Archive
) -> dict[tuple[str, str], str]:
    """Enter a batch and note it. Returns what the gradebook did not take, and why."""
    from log2attn.grading.ledger.ledger import Entry

    refused = {
        (no.learner, no.notebook): no.why
        for no in ledger.enter_many(
            Entry(
                one.learner,
                plans[one.assignment, one.notebook],
                marked.work,
                marked.verdict,
                one.handed_in.at,
            )
            for one, marked in batch
        )
    }
    for one, marked in batch:
        archive.keep(marked.key, marked.verdict)
        if (one.learner, one.notebook) not in refused:
            broken = any(item.outcome == BROKEN for item in marked.verdict.items)
            said = Entered(marked.key, one.file, trouble_of(marked.verdict), broken)
            archive.enters(one.learner, one.assignment, one.notebook, said)
    archive.saved()
    return refused


def _lost(one: Waiting, why: str) -> Graded:
    return Graded(one.learner, one.assignment, one.notebook, None, why)
