"""The battery of idioms (tests/battery): our marks are stock nbgrader's, for a right, a wrong and an untouched answer, protected or not."""

from __future__ import annotations

import builtins
import gc
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from log2attn.grading.schedule.pool import Pool

sys.path.insert(0, str(Path(__file__).parent / "battery"))

from idioms import Idiom, idioms
from ours import marked
from publish import GUIDE, KEPT, section
from stock import KEPT as STOCK
from stock import score_in_stock

ALL = idioms()
PARTS = 4  # so that the parts can run side by side


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1) as made:
        yield made


@pytest.fixture(scope="module")
def stock() -> dict[str, list[float]]:
    return json.loads(STOCK.read_text(encoding="utf-8"))


def in_stock(idiom: Idiom, stock: dict[str, list[float]]) -> list[float]:
    """What stock gives, kept or found out now."""
    return stock.get(idiom.content) or [score_in_stock(idiom, answer) for answer in idiom.answers.values()]


def each() -> list:
    return [
        pytest.param(idiom, id=idiom.name, marks=pytest.mark.xdist_group(f"battery-{n % PARTS}"))
        for n, idiom in enumerate(ALL)
    ]


@pytest.mark.parametrize("idiom", each())
def test_marks_equal_stocks(idiom: Idiom, pool: Pool, stock: dict[str, list[float]]) -> None:
    """All three answers get what stock gives them, and the guide says truly whether the mark is protected."""
    items = marked(idiom, pool).items
    given = in_stock(idiom, stock)
    assert [item.score for item in items] == given, [item.detail for item in items]
    kept = json.loads(KEPT.read_text(encoding="utf-8"))[idiom.content]
    assert any(item.unprotected for item in items) is kept["unprotected"], (
        "run: python tests/battery/publish.py"
    )


def test_what_a_test_leaves_behind_it_leaves_in_its_child(pool: Pool) -> None:
    """An idiom's test runs in a process of its own: no open event loop and no changed built-in is left for whatever test comes next."""
    leaves = "import asyncio, builtins\nbuiltins.left_behind = asyncio.new_event_loop()\nassert f() == 1"
    items = marked(
        Idiom("", "leaves", "def f():\n    return 1", "def f():\n    return 2", leaves), pool
    ).items
    assert [item.score for item in items] == [1.0, 0.0, 0.0]
    assert not hasattr(builtins, "left_behind")
    gc.collect()  # an open loop of ours would be an error here


def test_the_battery_is_large_and_each_idiom_tells_answers_apart(stock: dict[str, list[float]]) -> None:
    """At least 150 idioms, no two alike; in stock the right answer gets all, the wrong one less, the untouched nothing."""
    assert len({idiom.content for idiom in ALL}) == len(ALL) >= 150
    for right, wrong, untouched in stock.values():
        assert right == 1.0 > wrong
        assert untouched == 0.0


def test_the_guide_says_which_are_which() -> None:
    """docs/grading.md holds the table that the kept results give."""
    assert section() in (ROOT / GUIDE).read_text(encoding="utf-8")
