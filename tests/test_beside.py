"""What a test and a learner's code share beside values: seeds, replaced functions, files. Each reaches the other side, and none can be used to forge."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_worker import marks, scores, setting

from log2attn.grading.protocol.filenames import may_pass
from log2attn.grading.protocol.streams import checked, follows, set_state, state_now
from log2attn.grading.protocol.values import WireError
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.beside import REPLACEABLE
from log2attn.grading.tester.files import Files
from log2attn.grading.tester.names import patches
from log2attn.grading.worker.room import Room

pytestmark = pytest.mark.xdist_group("worker")


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with closing(Zygote()) as made:
        yield made


@pytest.fixture
def streams() -> Iterator[None]:
    """The global generators are afterward as they were."""
    before = state_now()
    yield
    set_state(before)


# -- seeds


@pytest.mark.usefixtures("streams")
def test_a_state_follows_by_drawing_and_not_otherwise() -> None:
    """From a state its own draws lead on, few or many; a seed, an earlier place and another stream do not."""
    random.seed(3)
    np.random.seed(3)  # noqa: NPY002
    start = state_now()
    [random.random() for _ in range(7)]
    np.random.normal(size=100_001)  # noqa: NPY002
    later = state_now()
    assert all(map(follows, later, start)) and all(map(follows, start, start))
    assert not any(map(follows, start, later))
    np.random.seed(4)  # noqa: NPY002
    assert not follows(state_now()[1], start[1])
    set_state(later)
    assert state_now() == later


ZEROS = [bytes(2496), 624, None]


@pytest.mark.parametrize(
    "states", [None, [], [ZEROS, ZEROS], [[b"\1" * 2496, 625, None]] * 2, [[b"\1" * 2496, -1, None]] * 2, [[b"\1" * 2495, 1, None]] * 2, [[b"\1" * 2496, 1, "0"]] * 2, [["x", 1, None]] * 2, [[b"\1" * 2496, True, None]] * 2]
)  # fmt: skip
def test_a_state_that_is_none_is_refused(states: Any) -> None:
    """Words that are too few, a place outside them, and the state of nothing but zeros, which would give zeros for ever."""
    with pytest.raises(WireError):
        checked(states)


SEEDED = "import numpy as np\nnp.random.seed(5)\nfirst = f()\nsecond = np.random.rand()\nwant = np.random.RandomState(5).rand(2)\n"


def test_one_stream_for_both_sides(zygote: Zygote) -> None:
    """After a seed in a test, the learner's draw is the first of the stream and the test's next draw the second, as in one process."""
    asked = setting(
        zygote,
        ("answer", "import numpy as np\ndef f():\n    return np.random.rand()"),
        ("test", SEEDED + "assert first == want[0] and second == want[1]"),
    )
    assert asked.contract.wrong == {}
    right = "import numpy as np\ndef f():\n    return float(np.random.random_sample())"
    wrong = "import numpy as np\ndef f():\n    return np.random.default_rng(5).random()"
    assert [scores(marks(asked, zygote, {0: text})) for text in (right, wrong)] == [[1.0], [0.0]]


def test_nobody_chooses_what_a_test_draws(zygote: Zygote) -> None:
    """An answer that seeds, or makes the stream give zeros, changes only its own; one that draws where the reference does not, too."""
    drawing = setting(
        zygote,
        ("answer", "import numpy as np\ndef f():\n    return np.random.rand()"),
        ("test", SEEDED + "assert second != np.random.RandomState(0).rand() and second > 0"),
    )
    still = setting(
        zygote,
        ("answer", "def f():\n    return 1"),
        ("test", SEEDED + "assert first == 1 and second == want[0]"),
    )
    assert drawing.contract.wrong == still.contract.wrong == {}
    for act in (
        "np.random.seed(0)",
        "np.random.set_state(('MT19937', np.r_[np.uint32(2**31), np.zeros(623, dtype=np.uint32)], 624))",
        "np.random.rand(5)",
    ):
        text = f"import numpy as np\ndef f():\n    {act}\n    return 1"
        assert scores(marks(drawing, zygote, {0: text})) == [1.0], act
        assert scores(marks(still, zygote, {0: text})) == [1.0], act


# -- replaced functions


@pytest.mark.parametrize(
    ("test", "answer", "wrong"),
    [
        ("import builtins\nkept, builtins.input = builtins.input, lambda *_: '4'\ntry:\n    assert f() == 8\nfinally:\n    builtins.input = kept", "return 2 * int(input('n? '))", "return 9"),
        ("import io, sys\nkept, sys.stdin = sys.stdin, io.StringIO('3\\n5\\n')\ntry:\n    assert f() == 8\nfinally:\n    sys.stdin = kept", "return int(input()) + int(input())", "return 9"),
        ("from unittest.mock import patch\nwith patch('builtins.input', side_effect=['a', 'b']) as asked:\n    assert f() == 'ab'\nassert asked.call_count == 2", "return input() + input()", "return 'ab'"),
        ("from unittest.mock import call, patch\nwith patch('builtins.print') as said:\n    f()\nassert said.mock_calls == [call('x', 1, sep='-')]", "print('x', 1, sep='-')", "print('x-1')"),
        ("from unittest.mock import patch\nwith patch('time.sleep') as slept:\n    f()\nslept.assert_called_once_with(30)", "import time\n    time.sleep(30)", "pass"),
        ("import random\nfrom unittest import mock\nwith mock.patch.object(random, 'randint', return_value=6):\n    assert f() == 12", "import random\n    return 2 * random.randint(1, 6)", "return 11"),
    ],
    ids=["assigned", "stdin", "input", "print", "sleep", "object"],
)  # fmt: skip
def test_what_a_test_replaces_the_learner_finds(zygote: Zygote, test: str, answer: str, wrong: str) -> None:
    """The learner's call reaches the test's function, and the usual one is back when the test is over."""
    asked = setting(
        zygote,
        ("answer", f"def f():\n    {answer}"),
        ("test", test),
        (
            "answer",
            "def g():\n    try:\n        return input()\n    except EOFError:\n        return 'nobody'",
        ),
        ("test", "assert g() == 'nobody'"),
    )
    assert asked.contract.wrong == {}
    assert scores(marks(asked, zygote, {})) == [1.0, 1.0]
    assert scores(marks(asked, zygote, {0: f"def f():\n    {wrong}"})) == [0.0, 1.0]


@pytest.mark.parametrize(
    ("source", "vouched"),
    [
        ('with patch("random.random", return_value=0.9):\n    coin()', True),
        ('with mock.patch.object(random, "random"):\n    coin()', True),
        ('@patch("builtins.input")\ndef test(said):\n    ask()', True),
        ('with mock.patch.object(np.random, "rand"):\n    coin()', True),
        ('with patch("requests.get"):\n    load()', False),
        ('with patch("builtins.input"), patch("os.getcwd"):\n    load()', False),
        ("with patch(name):\n    load()", False),
        ("with patch.dict(os.environ, A='1'):\n    load()", False),
    ],
)
def test_what_is_not_carried_over_is_not_vouched_for(source: str, vouched: bool) -> None:
    """A test that replaces anything beyond the functions that are carried over still needs the second witness."""
    assert patches(source, REPLACEABLE) is not vouched


# -- logging, errors, and functions that are handed over

LOGGED = "import logging\ndef f():\n    logging.getLogger('w').warning('slow %d', 3)"


def test_what_a_learner_logs_reaches_the_tests_handlers(
    zygote: Zygote, capfd: pytest.CaptureFixture[str]
) -> None:
    """A test that listens hears it; where none listens, nothing is written to the grader's own log or screen."""
    asked = setting(
        zygote,
        ("answer", LOGGED),
        (
            "test",
            "import unittest\nwith unittest.TestCase().assertLogs('w') as got:\n    f()\nassert got.output == ['WARNING:w:slow 3']",
        ),
        ("test", "f()"),
    )
    assert asked.contract.wrong == {}
    for wrong in (
        "pass",
        "logging.getLogger('v').warning('slow 3')",
        "logging.getLogger('w').info('slow 3')",
        "print('WARNING:w:slow 3')",
    ):
        text = f"import logging\ndef f():\n    {wrong}"
        assert scores(marks(asked, zygote, {0: text})) == [0.0, 1.0], wrong
    assert capfd.readouterr() == ("", "")


def test_what_was_written_before_an_error_is_there(zygote: Zygote) -> None:
    """A file that a function wrote before it raised is read by the test that expects the error."""
    asked = setting(
        zygote,
        ("answer", "def f():\n    open('log.txt', 'w').write('begun')\n    raise ValueError('no')"),
        ("test", "try:\n    f()\nexcept ValueError:\n    pass\nassert open('log.txt').read() == 'begun'"),
    )
    assert asked.contract.wrong == {}
    assert scores(marks(asked, zygote, {0: "def f():\n    raise ValueError('no')"})) == [0.0]


def test_a_function_that_is_handed_over_has_its_name(zygote: Zygote) -> None:
    """A decorator of the learner's reads the name and the docstring of the test's function; a lambda is called what it is called."""
    solution = "import functools\ndef loud(f):\n    @functools.wraps(f)\n    def inner(*a):\n        return f'{f.__name__}: {f(*a)}'\n    return inner"
    test = "@loud\ndef hi():\n    'Says hi.'\n    return 1\nassert (hi(), hi.__name__, hi.__doc__) == ('hi: 1', 'hi', 'Says hi.')\nassert loud(lambda: 2)() == '<lambda>: 2'"
    asked = setting(zygote, ("answer", solution), ("test", test))
    assert asked.contract.wrong == {}
    assert scores(marks(asked, zygote, {0: solution.replace("    @functools.wraps(f)\n", "")})) == [0.0]


# -- files


@pytest.mark.parametrize(
    ("name", "passes"),
    [
        ("out.txt", True), ("data/rows.csv", True), ("Ergebnis 1.json", True), ("a/b/c/d.txt", True),
        ("a/b/c/d/e.txt", False), ("../out.txt", False), ("/etc/out.txt", False), ("a/../../out.txt", False), ("./out.txt", False), (".hidden.txt", False),
        ("csv.py", False), ("numpy.so", False), ("x.pth", False), ("model.pkl", False), ("matplotlibrc", False), ("a\\b.txt", False), ("a\0.txt", False), ("a.txt\n", False),
        ("x" * 200 + ".txt", False), ("out.txt/", False), ("", False), (None, False), (["out.txt"], False),
    ],
)  # fmt: skip
def test_which_files_may_pass(name: Any, passes: bool) -> None:
    """Names below the folder, of kinds that nothing runs."""
    assert may_pass(name) is passes


class Teller:
    """A worker that says it has written these files."""

    def __init__(self, *files: Any, as_reference: bool = False) -> None:
        self.files, self.as_ = list(files), as_reference

    def ask_plainly(self, verb: str, _what: Any, _args: tuple = ()) -> Any:
        return self.files if verb == "files" else None

    def as_reference(self, _use: str) -> bool:
        return self.as_


READS = "assert open('out.txt').read()"


@pytest.mark.parametrize(
    "said",
    [
        ["../out.txt", b"x"], ["/tmp/out.txt", b"x"], ["csv.py", b"x"], ["out.txt", "x"], ["out.txt"], [["out.txt"], b"x"], "out.txt",
        ["out.txt", bytes((8 << 20) + 1)],
    ],
    ids=lambda said: repr(said)[:30],
)  # fmt: skip
def test_a_forged_file_is_refused(said: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leaves the folder, a kind that runs, no bytes, or too many: the answer is none, and nothing is written."""
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.chdir(room)
    with pytest.raises(WireError):
        Files(Teller(said)).begin(READS)
    assert [*tmp_path.rglob("*")] == [room]


def test_files_do_not_fill_the_graders_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one notebook's files may take is counted however often they change; then the answer is none."""
    monkeypatch.chdir(tmp_path)
    teller = Teller()
    files = Files(teller)
    files.begin(READS)
    files.left = 30_000
    for n in range(5):
        teller.files = [[f"{n}.txt", bytes(1000)]]
        files.after()
    teller.files = [["0.txt", bytes(1001)]]
    with pytest.raises(WireError):
        files.after()
    assert {path.stat().st_size for path in tmp_path.iterdir()} == {1000}


def test_what_stands_there_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The course's files never, a test's own only where the reference did so; nothing is written through a link."""
    monkeypatch.chdir(tmp_path)
    Path("want.csv").write_text("course")
    teller = Teller()
    files = Files(teller)
    files.begin(READS)
    Path("mine.txt").write_text("test")
    outside = tmp_path.parent / "outside.txt"
    Path("link.txt").symlink_to(outside)
    Path("folder").symlink_to(tmp_path.parent)
    teller.files = [
        [name, b"forged"] for name in ("want.csv", "mine.txt", "link.txt", "folder/outside.txt", "new.txt")
    ]
    files.after()
    assert (Path("want.csv").read_text(), Path("mine.txt").read_text()) == ("course", "test")
    assert not outside.exists() and Path("new.txt").read_text() == "forged"
    teller.files, teller.as_ = [["want.csv", None], ["mine.txt", b"longer"], ["new.txt", None]], True
    files.after()
    assert (Path("want.csv").read_text(), Path("mine.txt").read_text()) == ("course", "longer")
    assert not Path("new.txt").exists()


def test_a_room_tells_what_is_new(tmp_path: Path) -> None:
    """What was written, changed or removed since the last time, once; no links, and nothing of the tester's own."""
    room = Room(tmp_path)
    room.put("given.txt", b"1")
    (tmp_path / "out.txt").write_bytes(b"2")
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    assert room.news() == [["out.txt", b"2"]]
    assert room.news() == []
    (tmp_path / "given.txt").write_bytes(b"11")
    (tmp_path / "out.txt").unlink()
    assert room.news() == [["out.txt", None], ["given.txt", b"11"]]


@pytest.mark.parametrize(
    ("solution", "test", "attack"),
    [
        ("import csv\nopen('t.csv', 'w').write('a,b')", "import csv\ntry:\n    import planted\nexcept ImportError:\n    planted = None\nassert planted is None and next(csv.reader(open('t.csv'))) == ['a', 'b']", "open('planted.py', 'w').write('x = 1')\nopen('t.csv', 'w').write('a,b')"),
        ("def f(name):\n    return len(open(name).read())", "with open('in.txt', 'w') as file:\n    file.write('abc')\nassert f('in.txt') == 3 and open('in.txt').read() == 'abc'", "def f(name):\n    open(name, 'w').write('forged')\n    return 3"),
    ],
    ids=["a module", "the test's file"],
)  # fmt: skip
def test_files_forge_nothing(zygote: Zygote, solution: str, test: str, attack: str) -> None:
    """A module written into the room is not what a test imports; a file that a test wrote is read as it wrote it."""
    asked = setting(zygote, ("answer", solution), ("test", test))
    assert asked.contract.wrong == {}
    assert scores(marks(asked, zygote, {0: attack})) == [1.0]


def test_nothing_is_unpickled_or_run(zygote: Zygote, tmp_path: Path) -> None:
    """Where a test runs or unpickles what it reads, no file passes: the first witness cannot speak, and nothing of the learner's runs beside the tests."""
    for test in (
        "import pickle\nassert pickle.load(open('m.txt', 'rb')) == 1",
        "assert eval(open('m.txt').read()) == 1",
        "import numpy as np\nassert np.load('m.npy', allow_pickle=True) == 1",
    ):
        write = f"import pickle, numpy as np\nopen('m.txt', 'wb').write({pickle.dumps(1, 0)!r})\nnp.save('m.npy', 1)"
        asked = setting(zygote, ("answer", write), ("test", test))
        assert "test-1" in asked.contract.wrong, test
