"""What a learner reads when they press check and hint."""

import re
from dataclasses import replace

import matplotlib.pyplot as plt
import numpy as np
import pytest

import log2attn
from log2attn.learn import check as check_module
from log2attn.learn.card import Card
from log2attn.learn.check import result_card
from log2attn.learn.progress import note_passed, progress_file, read_progress
from log2attn.learn.shipped import ShippedExercise, exercise

WANTED = exercise("d03-log_product")


def card_for(function: object, wanted: ShippedExercise = WANTED, **names: object) -> Card:
    return result_card(wanted, {"np": np, "math": __import__("math"), "log_product": function} | names)


def test_a_right_answer() -> None:
    """A right answer gets a card that says so, and why it works; and it is remembered."""
    card = card_for(lambda xs: np.log(xs).sum())
    assert card.tone == "passed"
    assert "all checks passed" in card.heading
    assert dict(card.rows)["Why it works"] == WANTED.why
    assert "d03-log_product" in read_progress()


def test_a_known_mistake_is_named() -> None:
    """A wrong answer that behaves like a known mistake reads that mistake's sentence, however it was written."""

    def mine(xs: np.ndarray) -> float:
        product = 1.0
        for x in xs:
            product = product * x
        with np.errstate(divide="ignore"):
            return np.log(product)

    card = card_for(mine)
    assert card.tone == "open"
    assert dict(card.rows)["It behaves like"] in [known.says for known in WANTED.mistakes]
    assert "multipl" in dict(card.rows)["It behaves like"]


def test_a_mistake_known_in_two_ways_is_told_once() -> None:
    """Where several known mistakes with one sentence behave as the answer does, the learner still reads it."""
    twice = replace(WANTED, mistakes=WANTED.mistakes * 2)
    once, doubled = (card_for(lambda xs: np.log(np.sum(xs)), wanted) for wanted in (WANTED, twice))
    assert dict(once.rows)["It behaves like"] in [mistake.says for mistake in WANTED.mistakes]
    assert doubled.rows == once.rows


def test_an_unknown_mistake_gets_the_failed_check() -> None:
    """A wrong answer that no known mistake explains reads what was expected and what came, and is not guessed at."""
    card = card_for(lambda xs: 17.25)
    rows = dict(card.rows)
    assert "17.25" in rows["Failed"]
    assert "It behaves like" not in rows
    assert "hint(" in rows["Next"]


def test_an_untouched_stub() -> None:
    """An exercise not begun is called not started, not wrong."""

    def stub(xs: object) -> None:
        raise NotImplementedError

    card = card_for(stub)
    assert card.tone == "start"
    assert "not started" in card.heading


def test_a_name_not_defined() -> None:
    """If the cell with the answer was not run, the card says to run it."""
    card = result_card(WANTED, {"np": np})
    assert "Run the cell that defines log_product" in card.as_text()


def test_imports_not_run() -> None:
    """If the notebook's imports were not run, the card says to run the cells above, and blames no answer."""
    card = result_card(WANTED, {"log_product": lambda xs: 0.0})
    assert card.tone == "start"
    assert "Run the cells above this exercise first" in dict(card.rows)["Next"]


def test_an_exception_names_its_line() -> None:
    """An exception in the learner's function is told in words, with the line of their cell."""

    def mine(xs: np.ndarray) -> float:
        return xs.no_such_thing

    text = card_for(mine).as_text()
    assert "AttributeError" in text
    assert re.search(r"line \d+ of test_check.py", text)


def test_a_function_that_quits() -> None:
    """Even sys.exit inside an answer is a failed check and does not end the kernel."""

    def mine(xs: np.ndarray) -> float:
        raise SystemExit

    assert card_for(mine).tone == "open"


def test_an_interrupted_answer() -> None:
    """When the learner stops an endless loop, the card asks about loops."""

    calls = []

    def mine(xs: np.ndarray) -> float:
        calls.append(1)
        raise KeyboardInterrupt

    assert "Does a loop in it end?" in dict(card_for(mine).rows)["Failed"]
    assert len(calls) == 1, "one press of stop is enough"


def test_an_endless_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner who does not know how to stop a loop gets a card all the same, after a while."""
    monkeypatch.setattr(check_module, "PATIENCE", 0.2)

    def mine(xs: np.ndarray) -> float:
        while True:
            pass

    assert "Does a loop in it end?" in dict(card_for(mine).rows)["Failed"]


def test_a_right_answer_that_warns() -> None:
    """The grader takes the marks of a check that prints a warning away, so the card does not call such an answer passed."""

    def mine(xs: np.ndarray) -> float:
        np.log(np.zeros(1))
        return np.log(xs).sum()

    card = card_for(mine)
    assert card.tone == "open"
    assert "divide by zero" in dict(card.rows)["Warning"]


def test_a_stray_figure() -> None:
    """A figure that an answer opens while it is checked is closed again."""

    def mine(xs: np.ndarray) -> float:
        plt.plot(xs)
        return 0.0

    before = plt.get_fignums()
    card_for(mine)
    assert plt.get_fignums() == before


def test_checks_leave_the_notebook_alone() -> None:
    """A check's own names do not leak into the learner's notebook, and their function is put back as it was."""

    def mine(xs: np.ndarray) -> float:
        print("noise")
        return float(np.log(xs).sum())

    names = {"np": np, "math": __import__("math"), "log_product": mine}
    result_card(WANTED, names)
    assert names.keys() == {"np", "math", "log_product"}
    assert names["log_product"] is mine


def test_what_a_learner_prints_is_not_in_the_way(capsys: pytest.CaptureFixture) -> None:
    """What an answer prints while it is checked is swallowed: the card stands alone."""
    card_for(lambda xs: print("noise"))
    assert capsys.readouterr().out == ""


def test_an_unknown_exercise(capsys: pytest.CaptureFixture) -> None:
    """A name that is no exercise gets the nearest one."""
    log2attn.check("d03-log_prodct")
    assert "Did you mean 'd03-log_product'?" in capsys.readouterr().out
    log2attn.hint("nonsense")
    assert "There is no exercise 'nonsense'" in capsys.readouterr().out


def test_hints_rise(capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """hint gives the first hint, then the second, then the third, and says which was the last."""
    monkeypatch.setattr(check_module, "_hints_given", {})
    shown = []
    for _ in range(4):
        log2attn.hint("d03-log_product")
        shown.append(capsys.readouterr().out)
    assert ["hint 1 of 3" in shown[0], "hint 2 of 3" in shown[1], "hint 3 of 3" in shown[2]] == [
        True,
        True,
        True,
    ]
    assert "Hint 2" not in shown[0]
    assert "That was the last one" in shown[2]
    assert shown[3] == shown[2]


def test_silent_while_grading(capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a course is being graded, check does nothing: the graded cells speak."""
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    log2attn.check("d03-log_product")
    assert capsys.readouterr().out == ""


def test_a_card_in_a_plain_program_uses_the_callers_names(capsys: pytest.CaptureFixture) -> None:
    """Outside IPython, check finds the answer among the names of whoever calls it."""
    names = {
        "np": np,
        "math": __import__("math"),
        "log_product": lambda xs: np.log(xs).sum(),
        "log2attn": log2attn,
    }
    exec('log2attn.check("d03-log_product")', names)
    assert "all checks passed" in capsys.readouterr().out


def test_the_html_is_plain() -> None:
    """The card's HTML has inline style only: no script, no dollar sign that would start a formula, nothing of the learner's that could run."""
    card = Card("open", "Costs $5 <b>", (("Failed", "<script>alert('$x$')</script>"),))
    page = card.as_html()
    assert "$" not in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert 'role="status"' in page
    assert set(re.findall(r"<(\w+)", page)) <= {"div", "table", "tr", "th", "td"}


def test_the_text_says_what_the_html_says() -> None:
    """Every word of the HTML card is in the plain text card."""
    card = Card("open", "A heading", (("Failed", "one thing " * 30), ("Next", "another thing")))
    words = re.sub(r"<[^>]*>", " ", card.as_html()).split()
    assert set(words) <= set(card.as_text().replace(":", " ").split())
    assert max(len(line) for line in card.as_text().splitlines()) <= 92


def test_progress_never_gets_in_the_way(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """A damaged progress file reads as empty, and one that cannot be written stops nobody."""
    progress_file().parent.mkdir(parents=True)
    progress_file().write_text("{not json")
    assert read_progress() == {}
    note_passed("d03-log_base")
    assert list(read_progress()) == ["d03-log_base"]
    monkeypatch.setenv("LOG2ATTN_HOME", "/dev/null/nowhere")
    note_passed("d03-half_life")
    assert read_progress() == {}
