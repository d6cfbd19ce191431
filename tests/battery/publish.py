"""Run the battery through our grader, keep which marks are protected, and write the table into docs/grading.md.

python tests/battery/publish.py [--again]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from idioms import HERE, idioms

KEPT = HERE / "ours.json"
GUIDE = Path("docs", "grading.md")
BEGIN, END = "<!-- battery: written by tests/battery/publish.py -->", "<!-- battery: end -->"
TITLES = {"functions": "functions and values", "containers": "containers", "classes": "classes", "libraries": "libraries, printing, files, introspection"}  # fmt: skip


def section() -> str:
    """The table, from the kept results."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    lines = [BEGIN, "", "| | idioms | protected | unprotected |", "|---|---|---|---|"]
    unprotected: list[str] = []
    for group, title in TITLES.items():
        mine = [idiom for idiom in idioms() if idiom.group == group]
        bare = [idiom.name for idiom in mine if kept[idiom.content]["unprotected"]]
        unprotected += bare
        lines.append(f"| {title} | {len(mine)} | {len(mine) - len(bare)} | {len(bare)} |")
    lines += ["", f"Unprotected: {'; '.join(unprotected)}.", "", END]
    return "\n".join(lines)


def main() -> None:
    from ours import marked

    from log2attn.grading.schedule.pool import Pool

    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() and "--again" not in sys.argv else {}
    with Pool(1) as pool:
        for idiom in idioms():
            if idiom.content in kept:
                continue
            found = marked(idiom, pool)
            scores = [item.score for item in found.items]
            kept[idiom.content] = {"unprotected": any(item.unprotected for item in found.items)}
            if scores != [1.0, 0.0, 0.0] or found.wrong:
                print(idiom.group, "·", idiom.name, scores, found.wrong, found.second, flush=True)
    rows = {idiom.content: kept[idiom.content] for idiom in idioms()}
    KEPT.write_text(
        "{\n" + ",\n".join(f'"{key}": {json.dumps(row)}' for key, row in rows.items()) + "\n}\n",
        encoding="utf-8",
    )
    guide = HERE.parents[1] / GUIDE
    text = guide.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    guide.write_text(before + section() + after, encoding="utf-8")


if __name__ == "__main__":
    main()
