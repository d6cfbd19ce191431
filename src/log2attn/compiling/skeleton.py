"""The two files of a day that nobody has written yet: they run and prove from the first minute, and every TODO is for its author."""

from __future__ import annotations

from collections.abc import Iterator

from log2attn.compiling.lesson import IF_TIME, STOP, from_text, to_text
from log2attn.core.course import Course, Day

TODO = "TODO"
QUESTION = """**{place} (day {day}: {title}).** TODO: a question on it, with fresh numbers.

<details><summary>Answer</summary>

TODO: the answer.

</details>"""
CARD = """### Exercise · TODO {name}

*{price} · about 8 minutes · needs {needs}*

TODO: why anyone wants this, and its formula.

**Before you code.** TODO: what comes out for the smallest case?

<details><summary>Answer</summary>

TODO: the answer.

</details>

**Your task.** TODO: write `{name}(x)`. One line is enough."""
ANSWER = '''def {name}(x: float) -> float:
    """TODO: one sentence.

    x        TODO: shape and unit
    returns  TODO: shape and unit

    >>> {name}(1.5)
    3.0
    """
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION'''
VISIBLE = """# TODO: a case that one can do by hand.
got = {name}(3.0)

assert got is not None, (
    "{name} returned None. Did you forget the return statement?"
)
assert np.isclose(got, 6.0, rtol=1e-9, atol=0), (
    f"TODO: expected 6.0, got {{got}}. What to think of next?"
)"""
HIDDEN = """# Hidden checks: TODO, what is asked here; nothing that the text did not make deducible.
_rng = course_rng("{id}")
for _x in _rng.uniform(-100, 100, size=20):
    _want = _x + _x
    assert np.isclose({name}(_x), _want, rtol=1e-9, atol=0), (
        f"TODO: wrong for x = {{_x}}"
    )"""
MISTAKES = """

@also_right("{id}")
def {name}(x):
    return x + x


@mistake("{id}", "TODO: you returned the argument itself.", caught_by="visible")
def {name}(x):
    return x


@mistake("{id}", "TODO: you added two instead of doubling.", caught_by="visible")
def {name}(x):
    return x + 2


@mistake("{id}", "TODO: you squared.", caught_by="visible")
def {name}(x):
    return x * x


hints("{id}", "TODO: a nudge.", "TODO: the next step.", "TODO: this one nearly gives it away.")
why("{id}", "TODO: what the reader learns from the worked solution.")
"""


def names_of(day: Day) -> list[str]:
    """The functions that the skeleton asks for: a warm-up from day 8 on, one in Learn, one in Apply, one in Reflect, one after the hours."""
    n = f"{day.number:02d}"
    warm_up = [f"review_{n}"] if day.number > 7 else []
    return [*warm_up, *(f"{part}_{n}" for part in ("learn", "apply", "reflect", "optional"))]


def lesson_skeleton(course: Course, day: Day) -> str:
    """The session's text, ready to fill."""
    return to_text(from_text("\n\n".join(_cells(course, day)) + "\n"))


def answers_skeleton(day: Day) -> str:
    """The answers file's text, ready to fill."""
    head = f'"""Right and wrong answers to the exercises of day {day.number}."""\n\nfrom log2attn.authoring import also_right, hints, mistake, why\n'
    return head + "".join(MISTAKES.format(id=_id(day, name), name=name) for name in names_of(day))


def _cells(course: Course, day: Day) -> Iterator[str]:
    parts = [
        f"## {n} · {name.capitalize()} · {minutes} minutes"
        for n, (name, minutes) in enumerate(course.minutes.items(), 1)
    ]
    *warm_up, learn, apply, reflect, optional = names_of(day)
    back = [course.day(n) for n in course.looks_back(day)]
    needs = ", ".join(f"TODO (day {n})" for n in day.needs) or "nothing but school arithmetic"
    yield "# %% author=true\nfrom log2attn import course_rng"
    yield _prose(
        f"# {day.title}\n\n**Question of the day.** TODO: one sentence.\n\n*After today you can* TODO: three lines at most."
    )
    yield _prose(f"{parts[0]}\n\nTODO: how to go about the questions, in a sentence or two.")
    for earlier in back:
        place = {day.number - 1: "Yesterday", day.number - 7: "A week ago"}.get(earlier.number, "Before that")
        yield _prose(QUESTION.format(place=place, day=earlier.number, title=earlier.title))
    yield _prose("TODO: first the tools of the day.")
    yield "# %%\nimport numpy as np"
    for name in warm_up:
        week = f"TODO (day {day.number - 7})"
        yield from _exercise(day, name, price="1 point", points=(0, 1), needs=week)
    yield _prose(
        f"{parts[1]}\n\n### Idea 1 · TODO\n\nTODO: a question, the smallest case with numbers, the picture, the definition, the code, what we saw."
    )
    yield from _exercise(day, learn, price="3 points", points=(1, 2), needs=needs)
    yield _prose(f"{parts[2]}\n\nTODO: use it, rebuild it, combine it with an earlier day.")
    yield from _exercise(day, apply, price="3 points", points=(1, 2), needs=needs)
    yield _prose(f"{parts[3]}\n\n### In your own words\n\nTODO: a question to answer on paper.")
    yield from _exercise(day, reflect, price="3 points", points=(1, 2), needs=needs)
    yield _prose(
        f"### The day in five lines\n\nTODO.\n\n### New notation today\n\nTODO, as in lessons/notation.md.\n\n### To watch\n\nTODO.\n\n{STOP}"
    )
    yield _prose(
        f"{IF_TIME}\n\nTODO: more examples, the history, the second derivation, the harder exercise."
    )
    yield from _exercise(day, optional, price="optional", points=(0, 0), needs=needs)


def _exercise(day: Day, name: str, *, price: str, points: tuple[int, int], needs: str) -> Iterator[str]:
    id = _id(day, name)
    yield _prose(CARD.format(name=name, price=price, needs=needs))
    yield f'# %% exercise="{id}"\n{ANSWER.format(name=name)}'
    yield f'# %% visible="{id}" points={points[0]}\n{VISIBLE.format(name=name)}'
    yield f'# %% hidden="{id}" points={points[1]}\n{HIDDEN.format(name=name, id=id)}'


def _id(day: Day, name: str) -> str:
    return f"d{day.number:02d}-" + ("review" if name.startswith("review_") else name)


def _prose(text: str) -> str:
    return "# %% [markdown]\n" + "\n".join(f"# {line}".rstrip() for line in text.splitlines())
