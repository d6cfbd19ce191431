"""A learner's cells in a worker: what runs, what is shown, what a missing import does, and what one dead process costs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from log2attn.grading.limits import Limits
from log2attn.grading.model import Plan, PlanCell, Verdict, Work, WorkCell
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.schedule.judge import judge
from log2attn.grading.schedule.learn import learned
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.contract import Contract
from log2attn.grading.tester.conversation import Conversation

pytestmark = pytest.mark.xdist_group("worker")  # one warm process serves all tests here


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with closing(Zygote()) as made:
        yield made


def setting(zygote: Zygote, *cells: tuple[str, str], witness: bool = False, **limits: Any) -> Setting:
    """A notebook's setting with its contract. A cell is (kind, source)."""
    made = [
        PlanCell(
            n,
            kind,
            "code",
            f"{kind}-{n}" if kind != "given" else "",
            source,
            source if kind != "answer" else "",
            1.0,
        )
        for n, (kind, source) in enumerate(cells)
    ]
    return learned(Setting(Plan("a", "n", tuple(made), "d"), Limits(**limits), witness=witness), zygote)


def marks(setting: Setting, zygote: Zygote, answers: dict[int, str], extra: str = "") -> Verdict:
    """The verdict on the notebook with other answers, and a cell of the learner's own above everything."""
    cells = [
        WorkCell(c.index, c.kind, "code", answers.get(c.index, c.source), c.index, changed=c.index in answers)
        for c in setting.plan.cells
    ]
    own = [WorkCell(99, "extra", "code", extra)] if extra else []
    return judge(setting, Work((*own, *cells)), zygote)


def scores(verdict: Verdict) -> list[float | None]:
    return [item.score for item in verdict.items]


def test_a_missing_import_is_missing(zygote: Zygote) -> None:
    """Warm modules are not there until imported: neither a name nor a submodule that only somebody else's import would bring."""
    asked = setting(
        zygote,
        ("answer", "import matplotlib.pyplot as plt\ndef f():\n    return plt.rcParams['font.size']"),
        ("test", "assert f() > 0"),
    )
    assert asked.contract.wrong == {}
    for text, right in {
        "def f():\n    return np.pi": False,
        "import matplotlib\ndef f():\n    return matplotlib.pyplot.rcParams['font.size']": False,
        "import matplotlib.pyplot\ndef f():\n    return matplotlib.pyplot.rcParams['font.size']": True,
        "from matplotlib import pyplot\ndef f():\n    return pyplot.rcParams['font.size']": True,
        "import scipy\ndef f():\n    return scipy.stats.norm.cdf(0)": True,  # scipy loads its own parts when they are asked for
        "import seaborn as sns, pandas as pd, sympy as sp\ndef f():\n    return float(sp.pi) + len(pd.Series([1]))": True,
    }.items():
        assert scores(marks(asked, zygote, {0: text})) == [float(right)], text


def test_what_learners_leave_in_their_cells(zygote: Zygote) -> None:
    """Magics, shell lines, input(), exit(), displays, stray indents and warnings around a right answer cost nothing."""
    asked = setting(zygote, ("answer", "def f(x):\n    return 2 * x"), ("test", "assert f(2) == 4"))
    right = "def f(x):\n    return 2 * x"
    for text in (
        f"%matplotlib inline\n!pip install numpy\n{right}",
        f"%%time\n{right}",
        f"{right}\n%timeit f(1)\nf?",
        f"{right}\ninput('your name')",
        f"{right}\nexit()",
        f"{right}\nraise SystemExit",
        f"{right}\n1 / 0",
        f"from IPython.display import display, HTML\ndisplay(HTML('<b>'))\n{right}",
        f"get_ipython().run_line_magic('matplotlib', 'inline')\n{right}",
        f"import warnings\nwarnings.warn('mind')\n{right}",
        "    def f(x):\n        return 2 * x",
        f"import asyncio\nawait asyncio.sleep(0)\n{right}",
        f"import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\n{right}",
    ):
        assert scores(marks(asked, zygote, {0: text})) == [1.0], text


def test_a_loop_that_never_ends_costs_its_own_item(zygote: Zygote) -> None:
    """A cell that loops is stopped and what it defined before stays; a function that loops costs its test; the others go on."""
    asked = setting(
        zygote,
        ("answer", "def f():\n    return 1"),
        ("test", "assert f() == 1"),
        ("answer", "def g():\n    return 2"),
        ("test", "assert g() == 2"),
        seconds=1.0,
    )
    assert scores(marks(asked, zygote, {0: "def f():\n    return 1\nwhile True:\n    pass"})) == [1.0, 1.0]
    verdict = marks(asked, zygote, {0: "def f():\n    while True:\n        pass"})
    assert scores(verdict) == [0.0, 1.0]
    assert "longer than 1 s" in verdict.items[0].message


def test_a_death_costs_its_own_item(zygote: Zygote) -> None:
    """A process that ends, crashes or runs out of memory is begun again without what brought it down."""
    asked = setting(
        zygote,
        ("answer", "def f():\n    return 1"),
        ("test", "assert f() == 1"),
        ("answer", "def g():\n    return 2"),
        ("test", "assert g() == 2"),
        memory=300 << 20,
    )
    for deadly in (
        "import os\n    os._exit(0)",
        "import ctypes\n    ctypes.string_at(0)",
        "return [bytearray(10**8) for _ in range(50)]",
    ):
        assert scores(marks(asked, zygote, {0: f"def f():\n    {deadly}"})) == [0.0, 1.0], deadly
    assert scores(marks(asked, zygote, {0: "def f():\n    return 1\nimport os\nos._exit(0)"})) == [1.0, 1.0]


def test_objects_stay_with_the_learner(zygote: Zygote) -> None:
    """A class of the learner's works through handles; an object that is equal to everything, or subtracts to nothing, earns nothing."""
    asked = setting(
        zygote,
        (
            "answer",
            "class P:\n    def __init__(self, x): self.x = x\n    def __add__(self, o): return P(self.x + o.x)\ndef f():\n    return 3",
        ),
        ("test", "p = P(1) + P(2)\nassert p.x == 3 and isinstance(p, P)\np.x = 5\nassert p.x == 5"),
        ("test", "assert abs(f() - 3) < 1e-9"),
        ("test", "assert f() == 3"),
    )
    assert asked.contract.wrong == {}
    sly = "class E:\n    __eq__ = __lt__ = __le__ = lambda s, o: True\n    __sub__ = __rsub__ = lambda s, o: 0.0\n    __abs__ = lambda s: 0.0\n    __hash__ = None\n"
    assert scores(
        marks(
            asked,
            zygote,
            {
                0: f"{sly}class P:\n    def __init__(self, x): self.x = E()\n    def __add__(self, o): return E()\ndef f(): return E()"
            },
        )
    ) == [
        0.0,
        0.0,
        0.0,
    ]


def test_a_test_cannot_be_bent_through_its_arguments(zygote: Zygote) -> None:
    """A function that zeroes what the test later computes the expected value from fails; one that works in place as asked passes."""
    asked = setting(
        zygote,
        ("given", "import numpy as np"),
        ("answer", "def total(x):\n    return float(x.sum())\ndef double(x):\n    x *= 2"),
        ("test", "x = np.array([1.0, 2.0])\ngot = total(x)\nassert got == x.sum()"),
        ("test", "y = np.array([1.0, 2.0])\ndouble(y)\nassert (y == [2.0, 4.0]).all()"),
    )
    assert asked.contract.changes == {"test-3"}
    assert scores(
        marks(asked, zygote, {1: "def total(x):\n    x[:] = 0\n    return 0.0\ndef double(x):\n    x *= 2"})
    ) == [0.0, 1.0]


def test_callbacks_iterators_and_generators_cross(zygote: Zygote) -> None:
    """Functions, iterators and seeded generators that a test hands over are the test's own, called back and advanced there."""
    asked = setting(
        zygote,
        ("given", "import numpy as np"),
        ("answer", "def f(g, it, rng):\n    return [g(v) for v in it] + [rng.normal()]\ndef compose(a, b):\n    return lambda x: a(b(x))"),
        ("test", "calls = []\ndef g(v):\n    calls.append(v)\n    return v * 10\nrng = np.random.default_rng(3)\nwant = np.random.default_rng(3).normal(size=2)\nassert f(g, iter([1, 2]), rng) == [10, 20, want[0]]\nassert calls == [1, 2] and rng.normal() == want[1]"),
        ("test", "h = compose(abs, lambda x: x - 5)\nassert h(2) == 3 and compose(h, h)(1) == abs(abs(1 - 5) - 5)"),
        ("test", "try:\n    f(None, iter([1]), None)\nexcept TypeError:\n    pass\nelse:\n    raise AssertionError('no TypeError')"),
    )  # fmt: skip
    assert asked.contract.wrong == {}


def test_tests_may_rebind_a_learners_name(zygote: Zygote) -> None:
    """A test that takes a helper away finds out whether another function leans on it."""
    asked = setting(
        zygote,
        ("answer", "def helper(x):\n    return x + 1\ndef f(x):\n    return helper(helper(x))"),
        (
            "test",
            "old = helper\ndel helper\ntry:\n    f(1)\nexcept NameError:\n    pass\nelse:\n    raise AssertionError('f does not use helper')\nhelper = old\nassert f(1) == 3",
        ),
    )
    assert asked.contract.wrong == {}
    assert scores(
        marks(asked, zygote, {0: "def helper(x):\n    return x + 1\ndef f(x):\n    return x + 2"})
    ) == [0.0]


def test_partial_credit_is_the_tests_own(zygote: Zygote) -> None:
    """A number on the last line of a test is partial credit, if the reference gave one there too; a learner's shown number is not."""
    asked = setting(
        zygote,
        ("answer", "def f(x):\n    return x"),
        ("test", "sum(f(n) == n for n in (1, 2)) / 2"),
        ("test", "assert f(1) == 1"),
    )
    assert scores(marks(asked, zygote, {0: "def f(x):\n    return 1"})) == [0.5, 1.0]
    assert scores(marks(asked, zygote, {0: "def f(x):\n    print(1.0)\n    return 0"})) == [0.0, 0.0]


def test_what_cannot_cross_is_left_to_a_person(zygote: Zygote) -> None:
    """A test that the reference itself cannot pass through the grader is broken, with the reason, and gives nobody a zero."""
    asked = setting(
        zygote,
        ("answer", "class A:\n    def __eq__(self, o): return True\n    __hash__ = None"),
        ("test", "assert A() == A()"),
    )
    assert (
        list(asked.contract.wrong) == ["test-1"]
        and "compare its attributes" in asked.contract.wrong["test-1"]
    )
    item = marks(asked, zygote, {}).items[0]
    assert (item.outcome, item.score) == ("broken", None)


def test_a_cell_above_what_it_needs_runs_again(zygote: Zygote) -> None:
    """An answer that was moved above the import it needs is run once more before the tests, and the repair is noted."""
    asked = setting(
        zygote,
        ("given", "import numpy as np"),
        ("answer", "def f(x: np.ndarray):\n    return x"),
        ("test", "assert f(1) == 1"),
    )
    cells = [asked.plan.cells[n] for n in (1, 0, 2)]
    verdict = judge(
        asked,
        Work(
            tuple(
                WorkCell(n, c.kind, "code", c.source, c.index, changed=c.kind == "answer")
                for n, c in enumerate(cells)
            )
        ),
        zygote,
    )
    assert scores(verdict) == [1.0] and any("run again" in line for line in verdict.repairs)


def test_tests_hear_every_warning(zygote: Zygote) -> None:
    """A test that listens for warnings hears those of the learner's code each time it warns, unless the learner's notebook silences them."""
    asked = setting(
        zygote,
        ("given", "import warnings\nimport numpy as np"),
        ("answer", "def f(x):\n    return np.exp(np.minimum(x, 700.0))"),
        ("test", "f(np.array([1e4]))"),
        (
            "test",
            "with warnings.catch_warnings(record=True) as heard:\n    warnings.simplefilter('always')\n    f(np.array([1e4]))\nassert not heard",
        ),
    )
    assert scores(marks(asked, zygote, {1: "def f(x):\n    return np.exp(x)"})) == [1.0, 0.0]
    assert scores(marks(asked, zygote, {1: "np.seterr(all='ignore')\ndef f(x):\n    return np.exp(x)"})) == [
        1.0,
        1.0,
    ]


def test_a_strangers_course_meets_untouched_libraries(zygote: Zygote) -> None:
    """Importing this package sets the house style of figures: for cells and tests of a notebook that imports it, and for no other."""
    ask = "import matplotlib.pyplot as plt\n{}def title():\n    ax = plt.subplots()[1]\n    ax.set_title('t')\n    return ax.get_title()"
    test = (
        "ax = plt.subplots()[1]\nax.set_title('t')\nassert (ax.get_title() == 't') is (title() == 't') is {}"
    )
    plain = setting(zygote, ("answer", ask.format("")), ("test", test.format(True)))
    assert plain.contract.wrong == {}
    house = setting(zygote, ("answer", ask.format("import log2attn\n")), ("test", test.format(False)))
    assert house.contract.wrong == {}


def test_a_test_can_tell_that_it_is_being_graded(zygote: Zygote) -> None:
    """NBGRADER_EXECUTION is "autograde" for tests as for cells, so checks that run only while grading do run."""
    asked = setting(
        zygote,
        ("given", "import os"),
        ("answer", "def f(x):\n    return 2 * x if os.environ['NBGRADER_EXECUTION'] == 'autograde' else 0"),
        (
            "test",
            "assert f(1)\nif os.environ.get('NBGRADER_EXECUTION') == 'autograde':\n    assert f(2) == 4",
        ),
    )
    assert asked.contract.wrong == {}
    assert scores(marks(asked, zygote, {1: "def f(x):\n    return 2"})) == [0.0]


@pytest.mark.parametrize(
    ("last", "half", "none"),
    [
        ("np.float64(n / 2)", 0.5, 0.0),
        ("np.float32(n / 2)", 0.5, 0.0),
        ("np.array(n / 2)", 0.5, 0.0),
        ("np.int64(n // 2)", 0.0, 0.0),
        ("Fraction(n, 2)", 0.5, 0.0),
        ("Decimal(n) / 2", 0.5, 0.0),
        ("1 if n == 2 else float('nan')", 0.0, 0.0),
        ("1 if n == 2 else -2", 0.0, 0.0),
        ("1 if n == 2 else 99", 1.0, 1.0),
        ("1 if n == 2 else None", 0.0, 0.0),
        ("n == 2", 1.0, 1.0),  # a truth value is no number of points, as in stock nbgrader
        ("n / 2;", 1.0, 1.0),  # not shown, so no credit
    ],
)
def test_partial_credit_of_any_type_of_number(zygote: Zygote, last: str, half: float, none: float) -> None:
    """Partial credit is read from any real number, between nothing and the points; where the reference gives a number, no number is no points."""
    asked = setting(
        zygote,
        ("given", "import numpy as np\nfrom fractions import Fraction\nfrom decimal import Decimal"),
        ("answer", "def f(x):\n    return x"),
        ("test", f"n = (f(1) == 1) + (f(2) == 2)\n{last}"),
    )
    got = [
        scores(marks(asked, zygote, {1: text}))[0]
        for text in ("def f(x):\n    return x", "def f(x):\n    return 1", "def f(x):\n    return 0")
    ]
    assert got == [1.0, half, none]


def earned(zygote: Zygote, answer: str, test: str, *others: str, given: str = "pass") -> list[float | None]:
    """The scores of the reference and of other answers; the reference must pass through the grader."""
    asked = setting(zygote, ("given", given), ("answer", answer), ("test", test))
    assert asked.contract.wrong == {}, asked.contract.wrong
    return [scores(marks(asked, zygote, {1: text}))[0] for text in (answer, *others)]


@pytest.mark.parametrize(
    ("has", "lacks", "asks"),
    [
        ("def __len__(self): return 1", "pass", "assert hasattr(b, '__len__')"),
        ("def __len__(self): return 1", "pass", "assert isinstance(b, Sized)"),
        ("def __iter__(self): return iter([1])", "pass", "assert isinstance(b, Iterable)"),
        ("def __iter__(self): return self\n    def __next__(self): return 1", "def __iter__(self): return iter([1])", "assert isinstance(b, Iterator)"),
        ("def __enter__(self): return self\n    def __exit__(self, *e): pass", "pass", "assert hasattr(b, '__enter__') and hasattr(type(b), '__exit__')"),
        ("def __contains__(self, x): return True", "pass", "assert isinstance(b, Container)"),
        ("def __call__(self): return 1", "pass", "assert callable(b) and isinstance(b, Callable)"),
        ("def __call__(self): return 1", "pass", "assert hasattr(b, '__call__')"),
        ("def __getitem__(self, i): return i", "pass", "assert hasattr(b, '__getitem__')"),
        ("def __add__(self, x): return x", "pass", "assert hasattr(b, '__add__')"),
        ("def __bool__(self): return False", "pass", "assert not b"),
        ("def __float__(self): return 1.0", "pass", "assert hasattr(b, '__float__')"),
        ("def __repr__(self): return 'Box(1)'", "pass", "assert repr(b) == 'Box(1)' and str(b) == 'Box(1)'"),
        ("__hash__ = None", "pass", "assert not isinstance(b, Hashable)"),
        ("'''A box.'''", "pass", "assert Box.__doc__"),
        ("'''A box.'''", "pass", "assert b.__doc__ == 'A box.'"),
        ("def m(self): 'says'", "def m(self): pass", "assert b.m.__doc__ == 'says'"),
        ("x = 1", "pass", "assert 'x' in dir(b)"),
        ("def m(self, a, *, k=2): pass", "def m(self): pass", "assert list(signature(b.m).parameters) == ['a', 'k']"),
        ("def m(self, a: int) -> int: pass", "def m(self, a): pass", "assert Box.m.__annotations__ == {'a': int, 'return': int}"),
    ],
)  # fmt: skip
def test_a_stand_in_has_what_the_learners_object_has(zygote: Zygote, has: str, lacks: str, asks: str) -> None:
    """A test that asks whether an object can do something gets the learner's answer, not the stand-in's."""
    given = "from inspect import signature\nfrom collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sized"
    right, wrong = (f"class Box:\n    {body}\n" for body in (has, lacks))
    assert earned(zygote, right, f"b = Box()\n{asks}", wrong, given=given) == [1.0, 0.0]


def test_an_answer_that_is_an_import(zygote: Zygote) -> None:
    """What an answer imports is never the tester's own: an untouched stub earns nothing, the same import and a function of one's own earn all."""
    others = (
        "pass",
        "from math import hypot as distance",
        "def distance(x, y):\n    return (x * x + y * y) ** 0.5",
        "def distance(x, y):\n    return x + y",
        "from math import gcd as distance",
    )
    got = earned(zygote, "from math import hypot as distance", "assert distance(3, 4) == 5", *others)
    assert got == [1.0, 0.0, 1.0, 1.0, 0.0, 0.0]
    got = earned(
        zygote,
        "import numpy as np\ndef f():\n    return np.ones(2)",
        "assert np.all(f() == 1)",
        "def f():\n    return [1, 1]",
    )
    assert got == [1.0, 0.0]  # in one kernel the test does not know np either
    got = earned(
        zygote,
        "from fractions import Fraction\ndef half():\n    return Fraction(1, 2)",
        "assert half() == Fraction(1, 2) and isinstance(half(), Fraction)",
        "pass",
    )
    assert got == [1.0, 0.0]
    got = earned(zygote, "from math import *", "assert sqrt(4) == 2 and pi > 3", "pass")
    assert got == [1.0, 0.0]


def test_exceptions_of_the_learners_own(zygote: Zygote) -> None:
    """An exception class that an answer defines can be caught, asked for its bases and its attributes, and raised by a test."""
    right = (
        "class Empty(Exception):\n    pass\nclass Worse(Empty, KeyError):\n    def __init__(self, n):\n        super().__init__(f'{n} left')\n        self.n = n\n"
        "def pop(n):\n    raise Worse(n) if n else Empty('nothing')\ndef quiet(f):\n    try:\n        f()\n    except Empty:\n        return 'caught'\n"
    )
    test = (
        "import pytest\nwith pytest.raises(Empty, match='nothing'):\n    pop(0)\n"
        "try:\n    pop(3)\nexcept Empty as error:\n    assert error.n == 3 and isinstance(error, KeyError) and type(error) is Worse and type(error).__name__ == 'Worse'\n"
        "else:\n    raise AssertionError\n"
        "assert issubclass(Worse, Empty) and issubclass(Empty, Exception) and not issubclass(Empty, KeyError)\n"
        "def fail():\n    raise Empty('mine')\nassert quiet(fail) == 'caught'\n"
    )
    plain = right.replace("class Empty(Exception)", "class Empty(ValueError)").replace(
        "(Empty, KeyError)", "(Exception)"
    )
    assert earned(zygote, right, test, plain, "class Empty:\n    pass\ndef pop(n):\n    return None") == [
        1.0,
        0.0,
        0.0,
    ]


def test_an_old_attempt_is_no_answer(zygote: Zygote) -> None:
    """A cell that failed runs again only for want of what came later, and replaces nothing that a later cell defined."""
    asked = setting(
        zygote, ("given", "pass"), ("answer", "def f(x):\n    return 2 * x"), ("test", "assert f(2) == 4")
    )
    right = {1: "helper = 1\nresult = 3\ndef f(x):\n    return 2 * x"}
    for old in (
        "def f(x):\n    return x\nf(tow)",
        "def f(x):\n    return x\nprint(result)",
        "def f(x):\n    return 0\nother = helper",
    ):
        assert scores(marks(asked, zygote, right, extra=old)) == [1.0], old
    moved = marks(asked, zygote, {1: "two = 2"}, extra="scale = two\ndef f(x):\n    return scale * x")
    assert scores(moved) == [1.0]
    assert moved.repairs


def test_as_in_one_kernel(zygote: Zygote) -> None:
    """Given objects that an answer changes in place, given parameters that a test rebinds, and what later cells make of a test's names."""
    got = earned(
        zygote, "data.append(4)", "assert data == [1, 4]", "pass", "data = [1, 4]", given="data = [1]"
    )
    assert got == [1.0, 0.0, 1.0]
    got = earned(
        zygote,
        "table['b'] = 2",
        "assert table == {'a': 1, 'b': 2}",
        "table['b'] = 3",
        given="table = {'a': 1}",
    )
    assert got == [1.0, 0.0]
    got = earned(
        zygote,
        "def step(x):\n    return x - rate",
        "rate = 0.5\nassert step(1) == 0.5",
        "def step(x):\n    return x - 0.1",
        given="rate = 0.1",
    )
    assert got == [1.0, 0.0]
    chain = (
        ("answer", "def f(x):\n    return 2 * x"),
        ("test", "first = f(1)\nassert first == 2"),
        ("answer", "second = first + 1"),
        ("test", "assert second == 3"),
    )
    asked = setting(zygote, *chain)
    assert asked.contract.wrong == {}
    assert scores(marks(asked, zygote, {2: "second = first"})) == [1.0, 0.0]
    order = (
        ("given", "x = 1"),
        ("answer", "def f():\n    return x"),
        ("test", "assert f() == x == 1"),
        ("given", "x = 2"),
        ("test", "assert f() == x == 2"),
    )
    asked = setting(zygote, *order)
    assert asked.contract.wrong == {}


def test_magics_and_neighboring_files(zygote: Zygote) -> None:
    """%run of a file or a notebook beside this one works in cells and tests; a test with magics is still a test of the learner's names."""
    book = '{"cells": [{"cell_type": "code", "source": ["def thrice(x):\\n", "    return 3 * x"]}, {"cell_type": "markdown", "source": "x"}]}'
    files = {"parts.py": b"def twice(x):\n    return 2 * x\n", "more.ipynb": book.encode()}
    cells = (
        ("given", "%run parts.py\n%run more.ipynb"),
        ("answer", "def f(x):\n    return twice(x) + thrice(x)"),
        ("test", "%matplotlib inline\nassert f(2) == twice(2) + thrice(2) == 10"),
    )
    made = [
        PlanCell(n, kind, "code", f"c{n}" * (kind != "given"), text, text * (kind != "answer"), 1.0)
        for n, (kind, text) in enumerate(cells)
    ]
    asked = learned(Setting(Plan("a", "n", tuple(made), "d"), Limits(), files=files), zygote)
    assert asked.contract.wrong == {}
    forged = "def twice(x):\n    return 5\ndef thrice(x):\n    return 5\ndef f(x):\n    return 10"
    for text, score in ((cells[1][1], 1.0), ("def f(x):\n    return 9", 0.0), (forged, 1.0)):
        assert scores(marks(asked, zygote, {1: text})) == [score]
    assert scores(marks(asked, zygote, {1: forged.replace("return 10", "return 5 + 5 - 1")})) == [0.0]


WARM = "import sys\nprint(sorted(n for n in ('scipy', 'sympy', 'pandas', 'seaborn') if n in sys.modules))\n"


def printed(zygote: Zygote, text: str, *libraries: str) -> str:
    """What a cell prints in a worker that is asked for with these libraries."""
    worker = zygote.worker([], Limits(), libraries)
    try:
        talk = Conversation(Contract())
        talk.talk_to(Peer(worker.line, talk))
        how, shown = talk.ask("cell", [text, 20.0, False, []])
        assert how == "ok", shown
        return "".join(part[-1] for part in shown)
    finally:
        zygote.end(worker)


def test_what_no_text_names_is_not_imported() -> None:
    """A warm process has imported the libraries that it was asked for, and takes in another when a worker wants it; seaborn then still does not give pyplot away."""
    with closing(Zygote()) as fresh:
        assert printed(fresh, WARM) == "[]\n"
        assert printed(fresh, WARM, "sympy") == "['sympy']\n"
        there = "import sys, matplotlib\nprint('seaborn' in sys.modules, hasattr(matplotlib, 'pyplot'), 'scipy.stats' in sys.modules)"
        assert printed(fresh, there, "seaborn") == "True False False\n"
        use = "import seaborn, scipy.stats, matplotlib.pyplot as plt\nprint(seaborn.utils.plt is plt, scipy.stats.norm.cdf(0))"
        assert printed(fresh, use) == "True 0.5\n"


def test_several_warm_processes_are_one_and_its_twins() -> None:
    """A twin has what the first has imported, serves workers of its own, and is gone with them when it is closed; the first makes others."""
    with closing(Zygote(["sympy"])) as first:
        one, two = first.twin(), first.twin()
        assert printed(one, WARM) == printed(two, WARM) == "['sympy']\n"
        assert printed(two, WARM, "pandas") == "['pandas', 'sympy']\n"
        living = one.worker([], Limits())
        one.close()
        living.line.close()
        for pid in (one.pid, living.pid):
            assert ended(pid)
        assert printed(two, "print(1)") == "1\n"
        three = first.twin()
        assert printed(three, WARM) == "['sympy']\n"
        two.close()
        three.close()
    assert ended(three.pid)


def ended(pid: int) -> bool:
    """Whether a process is gone, or has only to be buried, within a moment."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False
