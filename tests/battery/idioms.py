"""The battery: idioms that tests of real courses use, each with a right, a wrong and an untouched answer. Its texts are in the .txt files here.

=== what it is          one idiom
--- given               a cell that learners are given; may be left out
--- right, --- wrong    answers
--- test                the test, worth one point
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
UNTOUCHED = "# YOUR CODE HERE\nraise NotImplementedError()"


@dataclass(frozen=True)
class Idiom:
    group: str
    name: str
    right: str
    wrong: str
    test: str
    given: str = ""

    @property
    def answers(self) -> dict[str, str]:
        return {"right": self.right, "wrong": self.wrong, "untouched": UNTOUCHED}

    @property
    def content(self) -> str:
        """Stands for the texts."""
        parts = (self.given, self.right, self.wrong, self.test)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def idioms() -> list[Idiom]:
    found = []
    for path in sorted(HERE.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, rest = block.partition("\n")
            parts = dict(part.split("\n", 1) for part in rest.split("--- ")[1:])
            texts = {key: text.rstrip("\n") for key, text in parts.items()}
            found.append(Idiom(path.stem, name, **texts))
    return found
