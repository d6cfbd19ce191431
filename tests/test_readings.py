"""Near misses are read by a person, once; and newcomer's slips are made by machine and told."""

import json

import pytest

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.jobs.mutate import mutate
from log2attn.jobs.prove import prove
from log2attn.jobs.readings import ask_for, judge, listed, marked
from log2attn.proving.days import WrittenDay, read_course, read_days
from log2attn.proving.known import recognizer
from log2attn.proving.newcomer import TOLD, fates, slips
from log2attn.proving.proofs import Mutation, read_proofs
from log2attn.proving.readings import Readings, readings_of


def day_of(layout: Layout) -> WrittenDay:
    return read_days(layout, read_course(layout))[0]


@pytest.fixture
def mutated(mini: Layout) -> Layout:
    """The small course, with its mutants tried."""
    for _ in mutate(mini, [], jobs=2):
        pass
    return mini


def found(layout: Layout) -> Readings:
    return readings_of(layout, day_of(layout))


def test_a_mutant_that_would_be_shown_a_sentence_is_listed(mutated: Layout) -> None:
    """Each change that behaves like a mistake is listed below the mistake's sentence, numbered, until it has been judged."""
    readings = found(mutated)
    pairs = {(pair.change, pair.says) for pair in readings.unread}
    assert ("return 2 * x → return 2 + x", "You added two instead of multiplying by two.") in pairs
    lines = list(listed(readings))
    assert "d01-double: You added two instead of multiplying by two." in lines
    assert any(line.startswith("    1  return 2 * x → ") for line in lines)


def test_a_judgment_is_kept_by_content(mutated: Layout) -> None:
    """What was judged once is not asked again; with another sentence it is."""
    readings = found(mutated)
    judge(readings, accept=True, false=[])
    assert found(mutated).unread == []
    answers = mutated.answers(day_of(mutated).day)
    answers.write_text(
        answers.read_text().replace("instead of multiplying by two", "where you should double")
    )
    assert {pair.says for pair in found(mutated).unread} == {"You added two where you should double."}


def test_a_false_pair_stays_until_it_is_mended(mutated: Layout) -> None:
    """A pair judged false is told with what to do, and is gone when the sentence is another."""
    readings = found(mutated)
    judge(readings, accept=True, false=marked("1", readings.unread))
    (false,) = found(mutated).false
    assert any("Say less in the sentence" in line for line in listed(found(mutated)))
    answers = mutated.answers(day_of(mutated).day)
    answers.write_text(answers.read_text().replace(false.says, "It is not twice the number."))
    assert found(mutated).false == []
    assert [pair.change for pair in found(mutated).unread] == [false.change]


def test_a_number_that_is_none(mutated: Layout) -> None:
    """A number that no unread pair has is refused, and nothing is written."""
    readings = found(mutated)
    with pytest.raises(CourseError, match="'99' is not the number"):
        marked("1,99", readings.unread)
    assert not readings.path.exists()


def test_asked_with_few_keystrokes(mutated: Layout) -> None:
    """Enter accepts all changes below a sentence, numbers mark false ones, s leaves it for later, q stops; each is written at once."""
    said: list[str] = []
    groups = len({(pair.exercise, pair.says) for pair in found(mutated).unread})
    answers = iter(["7x", "1", *["s"] * (groups - 1)])
    ask_for(found(mutated), said.append, lambda _prompt: next(answers))
    assert len(found(mutated).false) == 1
    answers = iter(["", "q"])
    before = len(found(mutated).unread)
    ask_for(found(mutated), said.append, lambda _prompt: next(answers))
    assert len(found(mutated).unread) < before
    assert any("is not the number of an unread pair" in line for line in said)


def test_stale_results_are_not_read(mutated: Layout) -> None:
    """Where an exercise has changed since its mutants were tried, its pairs are unknown; judgments of them are kept meanwhile."""
    judge(found(mutated), accept=True, false=[])
    kept = json.loads(found(mutated).path.read_text())
    lesson = mutated.lesson(day_of(mutated).day)
    lesson.write_text(lesson.read_text().replace("return 2 * x", "return x * 2"))
    readings = found(mutated)
    assert "d01-double" in readings.stale
    readings.judge([], "true")
    assert {k for k, v in json.loads(readings.path.read_text()).items() if v[1] == "d01-double"} == {
        k for k, v in kept.items() if v[1] == "d01-double"
    }


def test_damaged_readings_are_not_overwritten(mini: Layout) -> None:
    """A file that cannot be read is named, with what to do, and left as it is."""
    path = mini.lesson(day_of(mini).day).with_suffix(".readings.json")
    path.write_text("{not json")
    with pytest.raises(CourseError, match="cannot be read"):
        readings_of(mini, day_of(mini))
    assert path.read_text() == "{not json"


SOLUTION = '''def average(x, lo, hi):
    """One of each."""
    ### BEGIN SOLUTION
    total = 0.0
    x = x - 1.0
    for k in range(1, len(x)):
        total += x[k] / (2 * (hi - lo))
    inside = (lo <= x) & (x < hi)
    if total > 1e9:
        return [v for v in x]
    for k in range(3):
        total += k
    return total, inside
    ### END SOLUTION
'''
MADE = [
    ("a missing bracket", "total += x[k] / (2 * (hi - lo)) → total += x[k] / 2 * (hi - lo)"),
    ("a missing bracket", "total += x[k] / (2 * (hi - lo)) → total += x[k] / (2 * hi - lo)"),
    ("comparisons without brackets", "inside = (lo <= x) & (x < hi) → inside = lo <= x & x < hi"),
    ("a chained comparison of arrays", "inside = (lo <= x) & (x < hi) → inside = lo <= x < hi"),
    ("results in the wrong order", "return (total, inside) → return (inside, total)"),
    ("one number for a row", "return [v for v in x] → return [v for v in x][-1]"),
    ("off by one in range", "for k in range(1, len(x)): → for k in range(1, len(x) - 1):"),
    ("off by one in range", "for k in range(1, len(x)): → for k in range(1 + 1, len(x)):"),
    ("the argument changed", "x = x - 1.0 → x -= 1.0"),
]


@pytest.mark.parametrize(("what", "change"), MADE)
def test_newcomers_slips_are_made(what: str, change: str) -> None:
    """Missing brackets, comparisons without them, wrong order, one number for a row, off by one, an argument changed."""
    assert (what, change) in [(slip.what, slip.change) for slip in slips(SOLUTION)]


def test_slips_are_programs_and_each_is_made_once() -> None:
    """Every slip is a program, and no two are the same; a return is moved into the loop before it, and print stands for return."""
    made = list(slips(SOLUTION))
    assert len({slip.source for slip in made}) == len(made)
    assert all(compile(slip.source, "slip", "exec") for slip in made)
    assert {"return inside the loop", "print for return"} <= {slip.what for slip in made}
    assert list(slips("class A:\n    def f(self):\n        return (1 + 2) * 3")) == []


def test_the_fate_of_a_slip(mini: Layout) -> None:
    """A slip is told by a sentence, or passes, or is listed as refused with nothing said."""
    day = day_of(mini)
    exercise = day.lesson.exercise("d01-double")
    (fate,) = fates(day.bench, exercise, recognizer(day.bench, exercise).exercise)
    assert (fate.slip.what, fate.what, fate.is_told) == ("print for return", TOLD, True)
    assert "prints and returns nothing" in fate.says


def test_slips_are_counted(mutated: Layout) -> None:
    """mutate keeps how many slips were made and told, for the page of proofs."""
    kept: dict[str, Mutation] = read_proofs(mutated.proofs(day_of(mutated).day)).mutation
    assert kept["d01-double"].slips == {TOLD: 1}
    page = mutated.proof_page.read_text()
    assert (
        "| day | core minutes by the count | slips made | told | pass | near misses | read | judged false |"
        in page
    )


def faults_with(layout: Layout, more: str) -> str:
    """What prove finds when the answers file holds some answers more."""
    answers = layout.answers(day_of(layout).day)
    answers.write_text(answers.read_text() + more)
    return "\n".join(fault for proof in prove(day_of(layout)) for fault in proof.faults)


def test_a_mistake_that_only_raises_speaks_of_it(mini: Layout) -> None:
    """A mistake that raises on every call is refused by prove unless its sentence is about that error."""
    wrong = '\n\n@mistake("d01-double", "{}", caught_by="visible")\ndef double(x):\n    return x.twice\n'
    assert "only raises" in faults_with(mini, wrong.format("You forgot to multiply."))
    answers = mini.answers(day_of(mini).day)
    answers.write_text(
        answers.read_text().replace("You forgot to multiply.", "A number has no .twice: an error.")
    )
    assert faults_with(mini, "") == ""


def test_a_wrong_method_is_tried_in_every_right_design(mini: Layout) -> None:
    """A mistake in a class that is not recognized in a second right design is named, with that design."""
    design = '\n\n@also_right("d01-Counter")\nclass Counter(Counter):\n    def twice(self):\n        return self.up(self.count)\n'
    assert faults_with(mini, design) == ""
    deaf = '\n\n@also_right("d01-Counter")\nclass Counter(Counter):\n    def __init_subclass__(cls):\n        if "up" in vars(cls):\n            del cls.up\n\n\n'
    deaf += '@mistake("d01-Counter", "You counted twice up.", caught_by="visible")\nclass Counter(Counter):\n    def up(self, by):\n        return Counter(self.count + 2 * by)\n'
    assert "made in right answer 2 is recognized as []" in faults_with(mini, deaf)


def test_two_ways_to_one_mistake(mini: Layout) -> None:
    """Two programs that behave differently and are the same mistake share a sentence; prove takes them for one."""
    wrong = '\n\n@mistake("d01-double", "You added two instead of multiplying by two.", caught_by="visible")\ndef double(x):\n    return 2 + x + (x > 100)\n'
    assert faults_with(mini, wrong) == ""
