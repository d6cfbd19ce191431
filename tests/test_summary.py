"""What log2attn grade says at the end of a run, and that the guide quotes it as it is."""

from __future__ import annotations

from conftest import ROOT

from log2attn.grading.schedule.summary import Graded, Summary

TORN, TEST = "The file breaks off.", "its result cannot be read."


def graded(learner: str, trouble: str = "") -> Graded:
    return Graded(learner, "ps1", "one", None, trouble)


def test_each_trouble_is_told_once() -> None:
    """One reason is one line, with everybody whom it concerns, from this run and from earlier ones; what is wrong with a test stands in the test's line and is not said again for each learner."""
    done = [graded("ada", TORN), graded("bo"), graded("cy", TEST), graded("di", TORN)]
    found = Summary(waiting={"ed · ps1 · one": TORN}, tests={"ps1 · one · t": TEST, "ps1 · one · u": TEST})
    found.notes += ["a note", "a note"]
    found.missing += ["no marks at all"]
    assert list(found.troubles(done)) == [
        f"ada · ps1 · one, di · ps1 · one, ed · ps1 · one: a person must look at them: {TORN}",
        "cy · ps1 · one: a person must look at it: ps1 · one · t, ps1 · one · u, see below",
        f"ps1 · one · t, ps1 · one · u: {TEST}",
        "a note",
        "no marks at all",
    ]
    assert list(Summary().troubles([graded("bo")])) == []


def test_the_guide_quotes_what_is_printed() -> None:
    """The line that docs/instructors.md quotes of a run's end is the one that such a run prints."""
    done = [graded("ada", TORN), *(graded(f"learner-{n:02}") for n in range(11))]
    line = Summary(same=141, waiting={"ed · ps1 · one": TORN}).in_words(done)
    quoted = (ROOT / "docs" / "instructors.md").read_text().splitlines()
    assert f"> {line}" in quoted
