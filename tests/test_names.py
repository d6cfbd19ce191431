"""Which cell needs which, read from their text."""

from __future__ import annotations

import pytest

from log2attn.grading.model import Plan, PlanCell, Work, WorkCell
from log2attn.grading.tester.names import names_of
from log2attn.grading.tester.roles import definitions_of, idle_cells, roles_of


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ("y = x + 1", "x"),
        ("x = 1\ny = x", ""),
        (
            "def f(a: np.ndarray, b=B, *, c: C = D) -> E:\n    return g(a) + a + x\n    a = 2",
            "np B C D E g x int",
        ),
        ("def f():\n    x = 1\n    return x", ""),
        ("class A(Base):\n    n = m\n    def f(self): return z", "Base m z"),
        ("[i for i in rows if i > low]", "rows low"),
        ("f = lambda a, *, b: a + b + c", "c"),
        ("for i in range(n):\n    s = i\nprint(s)", "n range print"),
        ("if flag:\n    x = 1\nprint(x)", "flag x print"),
        ("with open(name) as file:\n    file.read()", "open name file"),
        ("n += 1", "n"),
        ("x[0] = 1", "x"),
        ("import numpy as np\nnp.zeros(3)", ""),
        ("x: T = v", "T v"),
        ("try:\n    f()\nexcept Empty as e:\n    print(e)", "f Empty print"),
    ],
)
def test_what_a_cell_needs(text: str, loads: str) -> None:
    """A cell needs the names it looks up before it binds them, annotations and defaults included; what its own functions bind is not among them."""
    builtin = {"range", "print", "open", "int"}
    assert names_of(text).loads - builtin == set(loads.split()) - builtin - (
        {"file"} if "with" in text else set()
    )


def test_what_cannot_be_read_always_runs() -> None:
    """A cell with magics, with a star import, or that reaches into a whole library is opaque."""
    for text in ("%timeit f()", "from m import *", "np.random.seed(0)", "plt.style.use('x')", "def f(:"):
        assert names_of(text).opaque, text
    assert not names_of("fig, ax = plt.subplots()\nax.plot(x)").opaque


def cell(index: int, kind: str, source: str) -> PlanCell:
    return PlanCell(index, kind, "code", f"c{index}" if kind != "given" else "", source, source, 1.0)


def plan_of(*cells: tuple[str, str]) -> Plan:
    return Plan("a", "n", tuple(cell(n, kind, source) for n, (kind, source) in enumerate(cells)), "d")


def handed_in(plan: Plan) -> Work:
    return Work(
        tuple(
            WorkCell(c.index, c.kind, c.cell_type, c.source, c.index, changed=c.kind == "answer")
            for c in plan.cells
        )
    )


def test_whose_names_are_whose() -> None:
    """What an answer binds or imports is the learner's, and what a given cell makes of it too; given imports, and given data the tests use, are the tester's."""
    plan = plan_of(
        ("given", "import numpy as np\nX = np.eye(2)"),
        ("answer", "import math\ndef f(x):\n    return math.exp(x)"),
        ("given", "Y = f(X)"),
        ("given", "print(X)"),
        ("test", "assert f(np.sum(X)) == Y"),
    )
    roles = roles_of(plan)
    assert roles.theirs == {"f", "Y", "math"}
    assert roles.given == (0,)
    assert [text for _, text in roles.imports] == ["import numpy as np", "import math"]


def test_a_class_that_tests_hand_over_lives_with_the_learner() -> None:
    """A given class named as lent is the learner's, and so is what a given cell makes with it."""
    plan = plan_of(
        ("given", "class Node: pass\ndef leaf(): return Node()"),
        ("answer", "def f(n): return n"),
        ("test", "f(leaf())"),
    )
    assert roles_of(plan).theirs == {"f"}
    assert roles_of(plan, frozenset({"Node"})).theirs == {"f", "Node", "leaf"}


def test_demonstrations_do_not_run() -> None:
    """A given cell left alone runs only if something graded depends on what it binds or changes, further up or further down."""
    plan = plan_of(
        ("given", "import numpy as np\nimport matplotlib.pyplot as plt"),
        ("given", "scale = 1"),
        ("answer", "def f(x: np.ndarray):\n    return x * scale"),
        ("given", "fig, ax = plt.subplots()\nax.plot(f(np.arange(3)))"),
        ("given", "scale = 3"),
        ("given", "print(scale, f(2))"),
        ("given", "params = [1]"),
        ("given", "params.append(2)"),
        ("answer", "def g():\n    return params"),
        ("given", "np.random.seed(0)"),
        ("test", "ax = 1\nassert f(2) == 6 and g()"),
    )
    assert idle_cells(roles_of(plan), handed_in(plan)) == {3, 5}


def test_a_changed_given_cell_runs() -> None:
    """A given cell that the learner edited runs, whatever it binds."""
    plan = plan_of(("given", "z = 1"), ("answer", "def f(): return 1"), ("test", "f()"))
    work = handed_in(plan)
    assert idle_cells(roles_of(plan), work) == {0}
    edited = Work((WorkCell(0, "given", "code", "z = 2", 0, changed=True), *work.cells[1:]))
    assert idle_cells(roles_of(plan), edited) == frozenset()


def test_of_a_deadly_cell_the_definitions_are_kept() -> None:
    """Of a cell that ends its process, imports, functions, classes and constants are run again, and nothing else."""
    text = "import os\nN = 3\ndef f(): return N\nclass A: pass\nos._exit(1)\nx = f()"
    assert [line for line in definitions_of(text).splitlines() if line] == [
        "import os",
        "N = 3",
        "def f():",
        "    return N",
        "class A:",
        "    pass",
    ]
