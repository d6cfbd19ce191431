"""What a card asks a learner to do, in the words of the place where they work: a notebook, or a terminal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """The sentences that differ; ``{name}`` is the function, ``{id}`` the exercise.

    missing   nothing of the function's name was found
    unready   a check lacks what the cells above it define
    again     how to check a changed answer
    hint      how to ask for a hint
    """

    missing: str
    unready: str
    again: str
    hint: str


IN_A_NOTEBOOK = Way(
    missing="Run the cell that defines {name}, then check again.",
    unready="Run the cells above this exercise first: the check needs what they define.",
    again="run its cell, then check again",
    hint='hint("{id}")',
)


def in_a_terminal(file: str, command: str) -> Way:
    """The words for a notebook's file that is checked by a command."""
    return Way(
        missing=f"{{name}} is not there after the cells of {file} have run: its cell is missing, or ends in an error. Open the file in Jupyter and run it from the top to see which.",
        unready=f"The check needs what the cells before the exercise define: one of them is missing, or ends in an error. Open {file} in Jupyter and run it from the top to see which.",
        again=f"save the file, then type: {command}",
        hint="log2attn hint {id}",
    )
