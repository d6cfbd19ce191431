"""lessons/vocabulary.md and needs in course.toml: nothing before its day, and no day listed that is not used."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from test_lint import TODAY, names, page

from log2attn.compiling.answers import Mistake
from log2attn.core.errors import CourseError
from log2attn.house_style import Finding, Page, findings
from log2attn.house_style.vocabulary import uses
from log2attn.house_style.words import Word, read_vocabulary

HEAD = "| term or construct | kind | how it is recognized | day |\n|---|---|---|---|\n"
LATER = """
| backpropagation | term | `backprop*`, `backward pass` | 34 |
| tensor | term | `tensor`, `tensors` | 9 optional |
| the chain rule | rule | `chain rule` | 28 |
| `0 <= x < 1` | construct | `chained comparison` | 20 |
| `lambda x: …` | construct | `lambda` | 16 |
| of day 40 | call | `np.einsum`, `np.outer`, `.cumsum`, `keepdims=`, `sorted` | 40 |
"""


def with_words(one: Page, rows: str = LATER) -> Page:
    """A page with the rows above, and a row for whatever else the unedited page uses."""
    words = read_vocabulary(HEAD + rows.strip(), "vocabulary.md")
    known = {(word.kind, sign) for word in words for sign in word.signs}
    used = {(use.kind, use.name) for use in uses(one)} - known
    return replace(one, words=words + tuple(Word(name, kind, (name,), 1) for kind, name in sorted(used)))


def found_in(folder: Path, *edits: tuple[str, str]) -> list[Finding]:
    (folder / "as-it-is").mkdir()
    words = with_words(page(folder / "as-it-is")).words
    return findings(replace(page(folder, list(edits)), words=words))


DRAW = "# Draw the three outputs as bars."
CODE = "x = np.array([1.0, 2.0])"
EARLY = {
    "a word": (DRAW, DRAW + " The backward pass comes next.", "backpropagation is taught on day 34."),
    "a word in another form": (DRAW, DRAW + " We backpropagate.", "backpropagation is taught on day 34."),
    "a word over a line": (DRAW, DRAW + " The backward\n# pass comes next.", "backpropagation is taught on day 34."),
    "a rule of algebra": (DRAW, DRAW + " By the chain rule, it is so.", "the chain rule is taught on day 28."),
    "a word in a table": (DRAW, DRAW + "\n#\n# | a | b |\n# |---|---|\n# | backprop | 1 |", "backpropagation is taught on day 34."),
    "a word in a message": ("Where does the shift enter?", "Where does backprop enter?", "backpropagation is taught on day 34."),
    "a word in a hidden message": ("wrong for another layer", "wrong for backprop", "backpropagation is taught on day 34."),
    "a word above a hidden check": ("# Hidden checks: other sizes.", "# Hidden checks: backprop.", "backpropagation is taught on day 34."),
    "a word in a docstring": ("The outputs of a layer.", "The outputs, for backprop.", "backpropagation is taught on day 34."),
    "a word of an optional end": (DRAW, DRAW + " It is a tensor.", "tensor is taught in the optional end of day 9, and the core uses it."),
    "a construct": ("ax.bar(range(3)", "assert 0 <= x[0] < 2\nax.bar(range(3)", "0 <= x < 1 is taught on day 20."),
    "a construct in a sentence": (DRAW, DRAW + " Here `0 <= x < 9` holds.", "0 <= x < 1 is taught on day 20."),
    "a call": ("ax.bar(range(3)", "np.outer(x, x)\nax.bar(range(3)", "np.outer is taught on day 40."),
    "a call by another name": ("import numpy as np\n", "import numpy as np\nfrom numpy import outer\n\nprint(outer)\n", "np.outer is taught on day 40."),
    "a call in a sentence": (DRAW, DRAW + " Use `np.outer(x, x)`.", "np.outer is taught on day 40."),
    "a method": ("ax.bar(range(3)", "x.cumsum()\nax.bar(range(3)", ".cumsum is taught on day 40."),
    "a keyword": ("ax.bar(range(3)", "x.sum(keepdims=True)\nax.bar(range(3)", "keepdims= is taught on day 40."),
    "a call of Python's": ("ax.bar(range(3)", "sorted(x)\nax.bar(range(3)", "sorted is taught on day 40."),
    "an unknown call": ("ax.bar(range(3)", "np.kron(x, x)\nax.bar(range(3)", "np.kron is not in the vocabulary."),
    "an unknown method": ("ax.bar(range(3)", "x.trace()\nax.bar(range(3)", ".trace is not in the vocabulary."),
    "an unknown construct": ("ax.bar(range(3)", "{1, 2}\nax.bar(range(3)", "set is not in the vocabulary."),
}  # fmt: skip


@pytest.mark.parametrize("what", EARLY)
def test_a_use_before_its_day(tmp_path: Path, what: str) -> None:
    """What a learner reads before the day that teaches it is found, wherever it stands, and named."""
    old, new, says = EARLY[what]
    found = [f for f in found_in(tmp_path, (old, new)) if f.rule == "vocabulary"]
    assert says in [f.what for f in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DRAW, DRAW + " Tables are tensorial, and the chain of rules is long."),
        (DRAW, DRAW + " Backpropagation waits until day 34."),
        (DRAW, DRAW + " (`float | np.ndarray` says: a number or an array.)"),
        (DRAW, DRAW + " Here `chain rule` is a name in code."),
        ("# A shift is a weight, too:", "# A tensor is a table, too:"),
        (
            "_one, _two = Box(7), Box(11)",
            "_one, _two = Box(7), Box(11)\nnp.outer(np.arange(2), np.arange(2))",
        ),
        ("ax.bar(range(3)", "f = lambda x: x\nax.bar(range(3)"),
        ("ax.bar(range(3)", "sorted = 3\ny = sorted + 1\nax.bar(range(3)"),
    ],
)
def test_what_may_stand(tmp_path: Path, old: str, new: str) -> None:
    """Other words, a paragraph that points ahead by day, the optional end, hidden code, and what is taught today are left alone."""
    assert [f for f in found_in(tmp_path, (old, new)) if f.rule == "vocabulary"] == []


def test_the_answers_file_is_read(tmp_path: Path) -> None:
    """A hint, a why and a mistake's sentence are read too, code in them without marks."""
    one = with_words(page(tmp_path))
    told = one.answers.of["d16-layer"]
    told.hints = ("Think of backprop.", "np.outer(a, b) has the shape (2, 3).", "Three.")
    told.mistakes.append(Mistake("", "You used the chain rule.", "visible", 1))
    said = [f.what for f in findings(one) if f.rule == "vocabulary"]
    assert len(said) == 3
    assert said[0].startswith("backpropagation is taught on day 34. (a hint: Think of backprop.")
    assert any(s.startswith("np.outer is taught") for s in said)
    assert any("the sentence of a mistake" in s for s in said)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("| a | noun | `a` | 3 |", "Not a row of the vocabulary"),
        ("| a | term | `a` | soon |", "Not a row of the vocabulary"),
        ("| a | term | a | 3 |", "a has no sign"),
        ("| a | construct | `loops` | 3 |", "No construct is called 'loops'"),
        ("| a | term | `a` | 3 |\n| b | term | `a` | 4 |", "a stands here and in line 3"),
    ],
)
def test_a_bad_row(rows: str, says: str) -> None:
    """A row that cannot be read, and a sign with two days, are errors that name the line."""
    with pytest.raises(CourseError, match=r"vocabulary.md:\d") as error:
        read_vocabulary(HEAD + rows, "vocabulary.md")
    assert says in str(error.value)


def test_the_vocabulary_itself() -> None:
    """lessons/vocabulary.md can be read, and says of recursion and sets that they come before day 34."""
    words = read_vocabulary((ROOT / "lessons" / "vocabulary.md").read_text(), "lessons/vocabulary.md")
    day = {sign: word.day for word in words for sign in word.signs if word.kind == "construct"}
    assert day["recursion"] < 34 and day["set"] < 34


def needing(one: Page, *needs: int, toolbox: dict[str, int] | None = None) -> list[str]:
    """What the rule says of a page whose day lists these needs; day 15 needs day 4."""
    days = tuple(
        replace(day, needs=needs if day.number == TODAY else (4,) if day.number == 15 else ())
        for day in one.course.days
    )
    course = replace(one.course, phases=(replace(one.course.phases[0], days=days),))
    lesson = replace(one.lesson, day=course.day(TODAY))
    one = replace(with_words(one), course=course, lesson=lesson, toolbox=toolbox or {})
    return [f.what for f in findings(one) if f.rule == "needs"]


def test_needs_lists_what_is_used(tmp_path: Path) -> None:
    """A day is needed for a function taken from the toolbox and for an idea on a card; what comes with a needed day is not listed again."""
    uses_both = page(
        tmp_path,
        [
            ("import numpy as np\n", "import numpy as np\n\nfrom log2attn.toolbox import softmax\n"),
            ("needs the product of tables*", "needs the product of tables (day 4)*"),
        ],
    )
    said = needing(uses_both, toolbox={"softmax": 5})
    assert said == [
        "Day 4 is used and not listed: the card of d16-layer needs it.",
        "Day 5 is used and not listed: softmax comes from there.",
    ]
    assert needing(uses_both, 4, 5, toolbox={"softmax": 5}) == []
    assert needing(uses_both, 5, 15, toolbox={"softmax": 5}) == ["Day 15 is listed and not used."]


def test_the_warm_up_needs_nothing(tmp_path: Path) -> None:
    """The warm-up and the questions of part 1 look back; the day does not need what they ask."""
    assert needing(page(tmp_path)) == []
    assert needing(page(tmp_path), 9) == ["Day 9 is listed and not used."]


def test_the_page_itself_is_clean(tmp_path: Path) -> None:
    """With its own words in the vocabulary, nothing is found on the page."""
    assert names(findings(with_words(page(tmp_path)))) == set()
