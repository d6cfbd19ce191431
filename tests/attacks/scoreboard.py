"""Run the catalogue against stock nbgrader and against ours, keep the results, and write them into docs/grading.md.

python tests/attacks/scoreboard.py --stock --ours     what has no result yet; --again runs all anew, --only REGEX some
python tests/attacks/scoreboard.py                    writes the section from the kept results
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from threading import Lock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from harness import Case, Result, cases, isolated, run_alone, run_batch, template_in  # noqa: E402

KEPT = HERE / "results.json"
PAGE = HERE.parents[1] / "docs" / "grading.md"
BEGIN, END = "<!-- attacks: written by tests/attacks/scoreboard.py -->", "<!-- attacks: end -->"
GROUPS = {
    "cell": "Tricks in a cell: the shell, the built-ins, the tests' own tools",
    "value": "Values that lie",
    "protocol": "The line between a learner's process and the tester",
    "file": "Files and notebooks that are not what they seem",
    "resource": "Time, memory, processes, output",
    "sandbox": "Reading, writing and reaching what is not the learner's",
    "careless": "Careless, and meant well",
}
OUTCOMES = {
    "full": "full marks, unearned",
    "partial": "marks, unearned",
    "lost": "marks lost",
    "none": "no score",
    "queue": "a person looks",
    "right": "right",
}


def read() -> dict[str, dict[str, dict]]:
    return json.loads(KEPT.read_text()) if KEPT.exists() else {}


def run(grader: str, chosen: list[Case], *, jobs: int, again: bool) -> None:
    """Fill in the results of one grader, writing after each case."""
    kept = read()
    mine = kept.setdefault(grader, {})
    todo = [case for case in chosen if again or case.name not in mine]
    top = Path(tempfile.mkdtemp(prefix="attacks-"))
    template, keeping = template_in(top), Lock()

    def keep(result: Result, case: Case) -> None:
        mine[case.name] = {
            key: value for key, value in asdict(result).items() if key != "case" and value not in ("", [])
        }
        with keeping:
            text = json.dumps(read() | {grader: dict(sorted(mine.items()))}, indent=1, ensure_ascii=False)
            KEPT.write_text(text + "\n")
        flags = [result.stopped, *result.others, *result.secrets, *result.escaped, *result.left]
        print(
            f"{case.name:40} {result.outcome:8} {result.score!s:>6} / {case.deserved:g} {result.seconds:6.1f} s  {'; '.join(filter(None, flags))}",
            flush=True,
        )

    def one(case: Case) -> None:
        if result := run_alone(case, template, top / f"{grader}-{case.name}", ours=grader == "ours", wall=75):
            keep(result, case)

    if grader == "ours":
        # Many at once; where anybody else was affected, each again alone, to see whose doing it was.
        together = [case for case in todo if not case.alone]
        todo = [case for case in todo if case.alone]
        for start in range(0, len(together), 40):
            some = together[start : start + 40]
            batch = run_batch(some, template, top / f"batch-{start}", jobs=jobs)
            for case in some:
                if batch.clean and case.name in batch.results:
                    keep(batch.results[case.name], case)
            todo += [] if batch.clean else some
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(one, todo))
    shutil.rmtree(top, ignore_errors=True)


def unearned(found: list[dict]) -> str:
    count = Counter(row["outcome"] for row in found)
    total = count["full"] + count["partial"]
    return f"{total} ({count['full']} / {count['partial']})" if total else "0"


def table(kind: str, chosen: list[Case], kept: dict[str, dict[str, dict]]) -> list[str]:
    """One grader a column, one question a row."""
    names = [case.name for case in chosen if case.kind == kind]
    columns = {
        grader: [kept.get(grader, {})[name] for name in names if name in kept.get(grader, {})]
        for grader in ("stock", "ours")
    }
    questions = {
        "cases run": lambda rows: len(rows),
        "unearned marks (full / partial)": unearned,
        "marks lost": lambda rows: sum(row["outcome"] == "lost" for row in rows),
        "no score": lambda rows: sum(row["outcome"] == "none" for row in rows),
        "in the queue for a person, with the reason": lambda rows: sum(
            row["outcome"] == "queue" for row in rows
        ),
        "stopped the run": lambda rows: sum("stopped" in row for row in rows),
        "touched others' marks or files": lambda rows: sum("others" in row for row in rows),
        "got secrets out": lambda rows: sum("secrets" in row for row in rows),
        "reached the network, other folders, a reader's browser": lambda rows: sum(
            "escaped" in row for row in rows
        ),
        "left processes behind": lambda rows: sum("left" in row for row in rows),
    }
    lines = [f"| {kind} | stock `nbgrader autograde` | `log2attn grade` |", "|---|---|---|"]
    for question, answer in questions.items():
        if kind == "hostile" and question == "marks lost":
            question = "lost more than the offending item"
        lines.append(
            f"| {question} | "
            + " | ".join(str(answer(rows)) if rows else "–" for rows in columns.values())
            + " |"
        )
    return lines


def said(row: dict | None, case: Case) -> str:
    """A result in a few words."""
    if row is None:
        return "–"
    words = [OUTCOMES[row["outcome"]]]
    if row["outcome"] in ("full", "partial", "lost"):
        words[0] += f" ({row['score']:g} for {case.deserved:g})"
    words += [f"run stopped: {row['stopped']}"] if "stopped" in row else []
    words += ["others: " + ", ".join(row["others"])] if "others" in row else []
    words += ["secrets: " + ", ".join(row["secrets"])] if "secrets" in row else []
    words += (
        ["reached: " + ", ".join(sorted({where.split("/")[0].split(" (")[0] for where in row["escaped"]}))]
        if "escaped" in row
        else []
    )
    words += ["processes left"] if "left" in row else []
    text = "; ".join(words)
    return (text if text == "right" else f"**{text}**").replace("|", "\\|")


def section(chosen: list[Case], kept: dict[str, dict[str, dict]]) -> str:
    lines = [BEGIN, "", "## The catalogue of attacks", ""]
    lines += [
        f"`tests/attacks/` holds {len(chosen)} small submissions, {sum(c.kind == 'hostile' for c in chosen)} hostile and {sum(c.kind == 'careless' for c in chosen)} careless, on a toy course.",
        "Each is graded between two honest learners in a throw-away container, and the gradebook, the files, the network and the processes are looked at afterwards.",
        "A secret counts as out when it leaves the learner's process by output, file or port. `python tests/attacks/scoreboard.py --stock --ours` repeats it.",
        "",
    ]
    for kind in ("hostile", "careless"):
        lines += [*table(kind, chosen, kept), ""]
    for group, title in GROUPS.items():
        mine = [case for case in chosen if case.group == group]
        lines += [
            f"### {title}",
            "",
            "| case | what it does | deserves | stock | ours |",
            "|---|---|---|---|---|",
        ]
        for case in mine:
            story = case.story.replace("|", "\\|").replace("<", "&lt;")
            name = case.name.removeprefix(group + "_").replace("_", " ")
            lines.append(
                f"| {name} | {story} | {case.deserved:g} | "
                + " | ".join(said(kept.get(grader, {}).get(case.name), case) for grader in ("stock", "ours"))
                + " |"
            )
        lines.append("")
    return "\n".join([*lines, END])


def write(text: str) -> None:
    """Put the section between its markers, and leave the rest of the page alone."""
    page = PAGE.read_text() if PAGE.exists() else f"{BEGIN}\n{END}\n"
    if BEGIN not in page:
        page = page.rstrip("\n") + f"\n\n{BEGIN}\n{END}\n"
    before, rest = page.split(BEGIN, 1)
    PAGE.write_text(before + text + rest.split(END, 1)[1])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for grader in ("stock", "ours"):
        parser.add_argument(
            f"--{grader}", action="store_true", help=f"run the cases that have no result of {grader} yet"
        )
    parser.add_argument("--again", action="store_true", help="run also what has a result")
    parser.add_argument("--only", default=".", help="a pattern of names")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    chosen = cases(options.only)
    if (options.stock or options.ours) and not isolated():
        sys.exit(
            "Hostile notebooks are run only inside bubblewrap (Debian: bubblewrap), and it does not work here."
        )
    for grader in ("stock", "ours"):
        if getattr(options, grader):
            run(grader, chosen, jobs=options.jobs, again=options.again)
    everything = cases()
    write(
        section(
            everything,
            {
                grader: {name: row for name, row in rows.items() if name in {c.name for c in everything}}
                for grader, rows in read().items()
            },
        )
    )


if __name__ == "__main__":
    main()
