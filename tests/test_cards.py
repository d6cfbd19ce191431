"""What a card says of an answer that is not right: true sentences, or fewer."""

import math
import types
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from log2attn.core.layout import Layout
from log2attn.learn.cases import cases_of, difference, smallest
from log2attn.learn.check import result_card
from log2attn.learn.shipped import exercise
from log2attn.learn.slips import slip
from log2attn.learn.trial import run_check
from log2attn.learn.words import meaning
from log2attn.proving.bench import stub_of
from log2attn.proving.days import WrittenDay, read_course, read_days

COURSE = Layout.find(Path(__file__).parent)


@pytest.fixture(scope="module")
def days() -> dict[int, WrittenDay]:
    return {d.day.number: d for d in read_days(COURSE, read_course(COURSE), ["9", "34"])}


def names_with(days: dict[int, WrittenDay], id: str, code: str) -> dict:
    """A notebook as it stands when its cells above an exercise have run, and then some code of the learner's."""
    day = days[int(id[1:3])]
    names = day.bench.names_above(day.lesson.exercise(id))
    exec(code, names)
    return names


PEARSON = "def pearson(x, y):\n    return covariance(x, y, ddof=0) / (x.std() * y.std())"


@pytest.mark.parametrize(
    "other",
    [
        "def covariance(x, y, ddof=0):\n    raise NotImplementedError",
        "def covariance(x, y, ddof=0):\n    return 42.0",
        "del covariance",
    ],
    ids=["empty", "wrong", "not run"],
)
def test_no_exercise_hangs_on_anothers_answer(days: dict[int, WrittenDay], other: str) -> None:
    """A right answer that calls an earlier exercise passes, whatever stands there; and the notebook is as it was."""
    names = names_with(days, "d09-pearson", f"{other}\n\n\n{PEARSON}")
    before = dict(names)
    assert result_card(exercise("d09-pearson"), names).tone == "passed"
    assert names == before


@pytest.mark.parametrize(
    "code",
    [
        f"cov = covariance\n{PEARSON.replace('covariance', 'cov')}",
        "def pearson(x, y, cov=covariance):\n    return cov(x, y, ddof=0) / (x.std() * y.std())",
        "def make(cov):\n    def pearson(x, y):\n        return cov(x, y, ddof=0) / (x.std() * y.std())\n    return pearson\npearson = make(covariance)",
    ],
    ids=["alias", "default", "closure"],
)
def test_a_captured_answer_stands_aside_too(days: dict[int, WrittenDay], code: str) -> None:
    """A wrong answer that another one holds under a second name, as a default or in a closure is no obstacle, and stays held."""
    wrong = "def covariance(x, y, ddof=0):\n    return 42.0\n"
    names = names_with(days, "d09-pearson", wrong + code)
    assert result_card(exercise("d09-pearson"), names).tone == "passed"
    x = np.arange(4.0)
    assert names["pearson"](x, x) == pytest.approx(42 / x.var())


def test_an_answer_of_a_module_of_their_own(days: dict[int, WrittenDay]) -> None:
    """An answer imported from a file finds the reference in that file's names, and the file's module is as it was."""
    module = types.ModuleType("mine")
    wrong = "import numpy as np\ndef covariance(x, y, ddof=0):\n    raise NotImplementedError\n"
    exec(wrong + PEARSON, module.__dict__)
    names = names_with(days, "d09-pearson", "") | {"pearson": module.pearson}
    assert result_card(exercise("d09-pearson"), names).tone == "passed"
    with pytest.raises(NotImplementedError):
        module.covariance(1, 2)


def test_a_stub_below_is_not_this_one(days: dict[int, WrittenDay]) -> None:
    """An answer that runs into a function of the learner's own that is not written is not called not started; the card names that function."""
    code = "def middle(x):\n    raise NotImplementedError\n\ndef pearson(x, y):\n    return middle(x)"
    card = result_card(exercise("d09-pearson"), names_with(days, "d09-pearson", code))
    assert "not yet" in card.heading
    assert "in middle, line" in dict(card.rows)["Failed"]


def test_an_untouched_class_is_not_started(days: dict[int, WrittenDay]) -> None:
    """A class none of whose methods is written is not started."""
    stub = stub_of(days[34].lesson.exercise("d34-Value"))
    assert "not started" in result_card(exercise("d34-Value"), names_with(days, "d34-Value", stub)).heading


def test_a_class_reports_per_method(days: dict[int, WrittenDay]) -> None:
    """A class says how many methods work, which are wrong, which are not begun, and which wait for another."""
    day = days[34].lesson.exercise("d34-Value")
    head, _, rest = stub_of(day).partition("raise NotImplementedError")
    one = f"{head}return Value(self.data + other.data, (self, other), lambda g: (g, g)){rest}"
    one = one.replace(
        "def __rsub__(self, other):  # other - self\n        raise NotImplementedError",
        "def __rsub__(self, other):\n        return self.lift(other) - self",
    )
    rows = dict((card := result_card(exercise("d34-Value"), names_with(days, "d34-Value", one))).rows)
    assert "1 of 7 methods work" in card.heading
    assert "__mul__ (a * b)" in rows["Not begun"]
    assert rows["Waiting for these"] == "__rsub__ (2 - a)"


@pytest.mark.parametrize("difference_made_of", ["own node", "sum"])
def test_a_wrong_method_is_known_in_any_design(days: dict[int, WrittenDay], difference_made_of: str) -> None:
    """A Value whose tanh is wrong is told so, however its other methods are built."""
    source = (
        days[34].lesson.exercise("d34-Value").answer.source.replace("(1 - value**2)", "(1 - self.data**2)")
    )
    if difference_made_of == "sum":
        source = source.replace(
            "return Value(self.data - other.data, (self, other), lambda g: (g, -g))", "return self + (-other)"
        )
    card = result_card(exercise("d34-Value"), names_with(days, "d34-Value", source))
    assert "6 of 7" in card.heading
    assert [says for label, says in card.rows if label == "It behaves like"] == [
        "For tanh you squared the input. The slope is 1 minus the square of the output."
    ]


# -- leftovers


LEFT = "def pearson(x, y):\n    return covariance(x, y, ddof=0) / (x.std() * y.std()) * scale"


def test_an_answer_that_leans_on_a_leftover(days: dict[int, WrittenDay]) -> None:
    """An answer that is right only by a variable which the lesson left behind is told so, and not counted as passed."""
    names = names_with(days, "d09-pearson", LEFT)
    names["scale"] = 1.0
    wanted = replace(exercise("d09-pearson"), leftovers=("scale",))
    card = result_card(wanted, names)
    assert card.tone == "open"
    assert "leans on the notebook" in card.heading
    assert "reads scale from the notebook" in dict(card.rows)["But"]
    assert names["scale"] == 1.0
    assert result_card(replace(wanted, leftovers=()), names).tone == "passed", (
        "a variable of the learner's own"
    )


def test_a_name_that_changes_nothing_is_no_matter(days: dict[int, WrittenDay]) -> None:
    """An answer that mentions a leftover on a way its checks never take is right, and told nothing."""
    code = f"{PEARSON.replace('return', 'if len(x) < 0: return scale' + chr(10) + '    return')}"
    names = names_with(days, "d09-pearson", code) | {"scale": 1.0}
    exec(code, names)
    wanted = replace(exercise("d09-pearson"), leftovers=("scale",))
    assert result_card(wanted, names).tone == "passed"


# -- the smallest case


def cases(answer: object, right: object, check: str) -> list:
    trial = run_check(check, {"f": answer, "np": np}, "f", keep=True)
    return cases_of(trial.watch, right, set())


NORMS = "for v, p in [([3.0, -4.0, 12.0], 2), ([3, -4], 1), ([0.1234567890123, 2], 1)]: assert f(np.array(v), p) == 0"


def norm(v: np.ndarray, p: float) -> float:
    return float((np.abs(v) ** p).sum() ** (1 / p))


def test_the_smallest_failing_input() -> None:
    """Of the inputs on which an answer differs the smallest is shown, with what was expected and what came."""
    found = cases(lambda v, p: norm(v, 2), norm, NORMS)
    assert smallest("norm", found) == "norm([3, -4], 1): expected 7, got 5."


def test_the_digits_differ() -> None:
    """Two numbers that differ are never printed alike."""
    found = cases(lambda v, p: norm(v, p) + 1e-7 * (p == 1), norm, "assert f(np.array([3.0, -4.0]), 1) == 7")
    assert smallest("norm", found) == "norm([3, -4], 1): expected 7, got 7.0000001."


def test_of_a_long_array_the_first_entry_that_differs() -> None:
    """Of arrays too long to print, the shape and the first entry that differs; of shapes that differ, both shapes."""
    check = "f(np.arange(40.0))"
    found = cases(lambda x: np.where(x > 7, x, x**2), lambda x: x**2, check)
    assert difference(found[0]) == "of 40 numbers the first that differs is [8]: expected 64, got 8"
    found = cases(lambda x: x[:3], lambda x: x[:2], check)
    assert difference(found[0]) == "expected [0, 1] (shape (2,)), got [0, 1, 2] (shape (3,))"


@pytest.mark.parametrize(
    ("got", "says"),
    [
        ({"y": 3.0, "z": 2.5}, "at 'z' expected 2, got 2.5"),
        ({"y": 3.0}, "'z' is missing"),
        ({"z": 2.0, "y": np.arange(3)}, "at 'y' expected 3, got [0, 1, 2] (shape (3,))"),
        ({"z": 2.0, "y": 3.0, "x": 1.0}, "'x' is not expected"),
    ],
)
def test_of_a_dict_the_first_name_that_differs(got: dict, says: str) -> None:
    """Of a dict the first name that differs is told, or that is missing or too many; the order of its entries is no difference."""
    right = {"y": 3.0, "z": 2.0}
    assert difference(cases(lambda x: got, lambda x: right, "f(1)")[0]) == says
    assert smallest("f", cases(lambda x: dict(reversed(right.items())), lambda x: right, "f(1)")) == ""


def test_an_answer_that_raises_has_a_smallest_case() -> None:
    """Where an answer raises, the case says which exception came in the place of what."""
    found = cases(lambda x: 1 / x, lambda x: 1 / x if x else 0, "f(2)\nf(0)")
    assert smallest("f", found) == "f(0): expected 0, got a ZeroDivisionError."


def test_a_right_answer_has_none() -> None:
    """An answer that differs nowhere has no smallest case, whatever the check thinks of it."""
    assert smallest("f", cases(abs, abs, "assert f(-2) == 3")) == ""


# -- slips that newcomers make everywhere


def mean(x: np.ndarray) -> float:
    return float(np.mean(x))


def both(x: np.ndarray) -> tuple:
    return float(np.mean(x)), float(np.var(x))


def steps(x: np.ndarray) -> np.ndarray:
    return np.cumsum(x)


def nothing(x: np.ndarray) -> None:
    print(np.mean(x))


def in_place(x: np.ndarray) -> float:
    x -= x.mean()
    return 0.0


CHECK = "for n in (2, 3, 5, 8): f(np.arange(1.0, n) ** 2)"


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        (nothing, mean, "f prints and returns nothing."),
        (lambda x: None, mean, "f returns None there"),
        (lambda x: x.mean, mean, "f returns a function, not what the function gives"),
        (lambda x: both(x)[::-1], both, "f returns the right results in another order"),
        (lambda x: steps(x)[-1], steps, "f returns a single number where a row of them is asked for."),
        (lambda x: x, mean, "f returns a row of numbers where a single one is asked for."),
        (lambda x: steps(x)[:-1], steps, "f returns one number too few: the last is missing"),
        (lambda x: np.append(steps(x), 9.0), steps, "f returns one number too many at the end"),
        (lambda x: np.append(0.0, steps(x)), steps, "f returns one number too many at the start"),
        (lambda x: steps(x)[::-1], steps, "f returns the right numbers, the last one first."),
        (lambda x: -mean(x), mean, "f gives the right number with the opposite sign."),
        (lambda x: 100 * mean(x), mean, "f gives 100 times what is asked for."),
        (lambda x: mean(x) + 1, mean, "f gives 1 too much."),
        (lambda x: x.sum(), mean, "f gives as many times too much as there are numbers."),
        (lambda x: mean(x) ** 2, mean, "f gives the square of what is asked for."),
        (lambda x: str(mean(x)), mean, "f returns text where a number is asked for."),
        (in_place, lambda x: 0.0, "f changes what it is given"),
        (lambda x: np.array(v for v in x), mean, ""),  # cannot be copied, and is not nothing
        (lambda x: 7.25, mean, ""),
        (lambda x: -1e-17 * len(x), mean, ""),  # rounding around 0, not a factor
        (lambda x: mean(x) + x[0] * len(x), mean, ""),
    ],
)  # fmt: skip
def test_a_slip_is_told(answer: object, right: object, says: str) -> None:
    """The slips that newcomers make everywhere are told in every exercise, from what came and what should have come; anything else is not."""
    sentence = slip("f", answer, cases(answer, right, CHECK))
    assert says in sentence
    assert bool(sentence) == bool(says)


def early(x: np.ndarray) -> float:
    total = 0.0
    for v in x:
        total += v
        return total
    return total


def found_early(x: np.ndarray) -> float:
    for v in x:
        if v > 0:
            return v
    return 0.0


def test_a_return_inside_the_loop() -> None:
    """A return that ends its loop in the first pass is told; one that waits for a condition is not."""
    assert "stands inside a loop" in slip("f", early, cases(early, sum, CHECK))
    assert slip("f", found_early, cases(found_early, sum, CHECK)) == ""


# -- exceptions in words


def boom(code: str) -> str:
    try:
        exec(code, {"np": np, "math": math, "a": np.ones(3), "b": np.ones(2), "M": np.ones((2, 3))})
    except Exception as error:
        return meaning(error)
    raise AssertionError("this was to raise")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("a + b", "shapes (3,) and (2,) met"),
        ("M @ M", "rows on the left have 3 numbers and the columns on the right have 2"),
        ("np.dot(M, M)", "(2,3) and (2,3)"),
        ("np.linalg.solve(np.eye(2), a)", "2 equations and the right side 3 numbers"),
        ("np.linalg.solve(np.ones((2, 2)), b)", "a row follows from the others"),
        ("np.linalg.solve(M, b)", "as many rows as columns"),
        ("np.linalg.inv(a)", "an array came whose number of axes is 1"),
        ("0 <= a < 1", "Python wanted a single yes or no"),
        ("0 < a & a < 1", "each comparison needs brackets"),
        ("0.5 < 1.5 & 2.5", "each comparison needs brackets"),
        ("None + 1", "+ does not work between None and a whole number"),
        ("math.log(a)", "np has the same functions for arrays"),
        ("a(1)", "but an array"),
        ("n = 2; n(3)", "but a whole number"),
        ("n = 3; n[0]", "a whole number, which has no places"),
        ("x, y = 3", "a whole number is not that"),
        ("range(2.5)", "a number came"),
        ("a[7]", "Place 7 was asked for, and there are 3 places"),
        ("[1][3]", "the last place is one below the length"),
        ("a[0.5]", "A place in an array is a whole number"),
        ("a[0, 0]", "2 places were asked for, in an array whose number of axes is 1"),
        ("a.sum(axis=1)", "There is no axis 1: the array's number of axes is 1"),
        ("None.shape", "Something is None where a value with .shape was expected"),
        ("a.lenght", "An array has no .lenght"),
        ("np.sqr(2)", "numpy has nothing called sqr"),
        ("def f():\n    n = n + 1\nf()", "n is used before this function has given it a value"),
        ("nothere", "Nothing is called nothere here"),
        ("1 / 0", "divided by zero"),
        ("math.log(0)", "where it has no value"),
        ("math.exp(1e4)", "larger than the largest"),
        ("def f(): f()\nf()", "more often than Python allows"),
        ("2.5 ^ 2", "a power takes two stars"),
        ("2 ** np.arange(-1, 2)", "negative powers of whole numbers"),
        ("np.log10(10**22)", "those have at most 64 bits"),
        ("from log2attn.learn.watch import TooSlowError\nraise TooSlowError('no answer after 20 s')", "still at work"),
        ("raise NotImplementedError", "Take it out once your own lines stand there"),
        ("x, y = 1, 2, 3", "2 names stand left of ="),
        ("x, y, z = 1, 2", "3 names stand left of =, and 2 values came"),
        ("def f(x): pass\nf(x=1, y=2)", "f has no argument called y"),
        ("def f(x): pass\nf()", "f was called without 'x'"),
        ("def f(x): pass\nf(1, 2)", "f takes 1 values and was given 2"),
        ("np.ones(3, int).__isub__(0.5)", "cannot take numbers with a point in place"),
        ("a.reshape(2, 2)", "3 numbers do not fill the shape (2,2)"),
        ("'a' + 1", "+ joins text with text only"),
        ("n = (1, 2); n[0] = 3", "A place of a tuple cannot be given a new value"),
        ("max([])", "of nothing was asked for"),
    ],
)  # fmt: skip
def test_common_errors_in_words(code: str, says: str) -> None:
    """The errors that Python and numpy raise most have a sentence that says what met what."""
    assert says in boom(code)


def test_an_error_of_the_checks_own_code_is_not_the_learners() -> None:
    """Where the check itself cannot go on, the card says what came and what the check wanted to do with it."""
    message = run_check(
        "got = f(1)\nassert np.shape(got) == (3,)", {"f": lambda x: [[1], [1, 2]], "np": np}, "f"
    ).message
    assert message.startswith(
        "f gave [[1], [1, 2]], and with that the check cannot go on: assert np.shape(got)"
    )
    assert "raised ValueError" in message
    assert "line" not in message


def test_the_function_that_raised_is_named() -> None:
    """A card names the function in which an error arose, not the one that was asked for."""

    def inner(x: float) -> float:
        return x / 0

    message = run_check("f(1)", {"f": lambda x: inner(x)}, "f").message
    assert "(in inner, line" in message
    assert "Something was divided by zero." in message
