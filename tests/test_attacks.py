"""Nobody gains a mark, a secret or a neighbor's harm from our grader; whoever is only careless gets what they deserve.

The catalogue is in tests/attacks/cases. Its cases are graded as learners of a few courses, with honest learners between them.
"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "attacks"))

from course import MAX, NAMES, RIGHT, WRONG
from harness import EPSILON, Batch, Case, cases, isolated, run_batch, template_in

CASES = cases()
TOGETHER = [case for case in CASES if not case.alone]
BATCHES = {"one": TOGETHER[::2], "two": TOGETHER[1::2], **{case.name: [case] for case in CASES if case.alone}}
_ran: dict[str, Batch] = {}

pytestmark = pytest.mark.skipif(
    not isolated(), reason="hostile notebooks are run only inside bubblewrap, and it does not work here"
)


@pytest.fixture
def batch(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Batch:
    """The run that a case is in; done once, by the first who asks."""
    name = request.param
    if name not in _ran:
        shared = tmp_path_factory.getbasetemp()
        shared = (
            shared.parent if shared.name.startswith("popen-") else shared
        )  # xdist's workers build the course once
        _ran[name] = run_batch(
            BATCHES[name],
            template_in(shared),
            tmp_path_factory.mktemp(f"attacks-{name[:20]}") / "run",
            jobs=4,  # many cases wait for their limit, and need no core meanwhile
            wall=900
            if name in ("one", "two")
            else 300,  # seconds after which a run counts as stuck, on a busy computer too
        )
    return _ran[name]


def each_case() -> list:
    return [
        pytest.param(name, case, id=case.name, marks=pytest.mark.xdist_group(f"attacks-{name}"))
        for name, chosen in BATCHES.items()
        for case in chosen
    ]


def each_batch() -> list:
    return [pytest.param(name, id=name, marks=pytest.mark.xdist_group(f"attacks-{name}")) for name in BATCHES]


@pytest.mark.parametrize("batch", each_batch(), indirect=True)
def test_the_run_goes_on_to_its_end(batch: Batch) -> None:
    assert batch.stopped == "", batch.log[-3000:]


@pytest.mark.parametrize("batch", each_batch(), indirect=True)
def test_nobody_else_is_touched(batch: Batch) -> None:
    """Honest learners, graded between the attacks, have full marks; sources and submissions are as they were."""
    assert batch.honest == dict.fromkeys(batch.honest, MAX)
    assert batch.touched == []


@pytest.mark.parametrize("batch", each_batch(), indirect=True)
def test_everybody_gets_their_page(batch: Batch) -> None:
    """One odd notebook keeps nobody's feedback back."""
    assert batch.feedback == 0
    assert batch.pageless == []


@pytest.mark.parametrize("batch", each_batch(), indirect=True)
def test_nothing_is_left_behind(batch: Batch) -> None:
    assert batch.left == []
    assert batch.strays == []


@pytest.mark.parametrize(("batch", "case"), each_case(), indirect=["batch"])
def test_case(batch: Batch, case: Case) -> None:
    if why := batch.unfit.get(case.name):
        pytest.skip(why)
    result = batch.results[case.name]
    assert result.outcome not in ("full", "partial"), (
        f"{result.score} points for {case.deserved:g}: {case.story}"
    )
    assert result.secrets == []
    assert result.escaped == []
    assert result.outcome != "none", f"neither a score nor a reason in words: {case.story}"
    if result.outcome == "queue":
        assert case.queue or case.deserved == 0, f"left to a person: {case.story}"
    else:
        assert result.score >= case.least - EPSILON, (
            f"{result.score} points for {case.deserved:g}: {case.story}"
        )


def test_the_catalogue_is_large_and_tells_its_stories() -> None:
    hostile = [case for case in CASES if case.kind == "hostile"]
    assert len(hostile) >= 65
    assert len(CASES) - len(hostile) >= 20
    assert all(case.story.endswith(".") and len(case.story) < 200 for case in CASES)
    assert len({case.story for case in CASES}) == len(CASES)


def test_wrong_answers_of_the_toy_course_are_wrong_and_right_ones_right() -> None:
    """Every kind of exercise has both, and they differ."""
    assert {
        "softmax",
        "find_root",
        "center",
        "Dual",
        "first_over",
        "scaler",
        "pick",
        "parabola",
        "answer",
    } <= set(NAMES)
    assert all(RIGHT[name] != WRONG[name] for name in NAMES)
