"""What learners' kernels get of an exercise that can be said without running anything."""

from __future__ import annotations

import ast
from functools import cache
from typing import Any

from log2attn.compiling.compiler import seeded
from log2attn.compiling.lesson import Exercise, Lesson
from log2attn.compiling.regions import solved
from log2attn.compiling.toolbox import globals_of, module_text
from log2attn.learn.watch import stored


def texts(lesson: Lesson, exercise: Exercise) -> dict[str, Any]:
    """What can be said of an exercise without running anything."""
    solution = solved(exercise.answer.source)
    # The toolbox has the others. A review's function is nobody's tool.
    reference = module_text(lesson, [exercise.name]) if exercise.id.endswith("-review") else ""
    return {
        "id": exercise.id,
        "name": exercise.name,
        "title": exercise.title,
        "points": [exercise.visible.points, exercise.hidden.points],
        "visible": exercise.visible.source,
        "hidden": seeded(exercise.hidden.source, 0),
        "leftovers": sorted(_leftovers(lesson) - globals_of(solution)),
        "reference": reference,
    }


@cache
def _leftovers(lesson: Lesson) -> frozenset[str]:
    """The variables that a lesson's cells leave in the notebook; names in capitals are constants, there to be used."""
    cells = [cell for cell in lesson.cells if cell.role in ("code", "visible")]
    found = {name for cell in cells for name in stored(ast.parse(cell.source))}
    return frozenset(name for name in found if not name.isupper() and not name.startswith("_"))
