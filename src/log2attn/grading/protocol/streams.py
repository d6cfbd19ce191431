"""The state of the global random generators, Python's and numpy's, as plain data; and whether one state follows from another.

Both are Mersenne Twisters: 624 words, made anew from themselves as a whole, and a place among them. So that one state is reached from
another by drawing, and by nothing else, can be tried: seeds and made-up states are not among what follows.
"""

from __future__ import annotations

import random
from typing import Any

import numpy as np

from log2attn.grading.protocol.values import WireError

WORDS = 624
SIZE = 4 * WORDS
MOST_ROUNDS, AT_ONCE = 20_000, 500  # 624 draws each

State = list[
    Any
]  # of Python's and of numpy's: the words' bytes, the place, the normal draw that waits or None


def state_now() -> list[State]:
    """The states of ``random`` and of ``numpy.random`` in this process."""
    _version, (*words, place), waits = random.getstate()
    theirs: Any = np.random.get_state(legacy=False)  # noqa: NPY002
    key, at = theirs["state"]["key"], theirs["state"]["pos"]
    return [
        [np.array(words, dtype="<u4").tobytes(), place, waits],
        [key.astype("<u4").tobytes(), int(at), float(theirs["gauss"]) if theirs["has_gauss"] else None],
    ]


def set_state(states: list[State]) -> None:
    """Give this process's global generators these states. Raises WireError for what is none."""
    (words, place, waits), (key, at, gauss) = checked(states)
    random.setstate((3, (*np.frombuffer(words, dtype="<u4").tolist(), place), waits))
    np.random.set_state(  # noqa: NPY002  (the global one is what is carried over)
        ("MT19937", np.frombuffer(key, dtype="<u4"), at, int(gauss is not None), gauss or 0.0)
    )


def checked(states: Any) -> list[State]:
    """The states, if they are two."""
    if not isinstance(states, list | tuple) or len(states) != 2 or not all(map(_is_state, states)):
        raise WireError("not a state of a random generator")
    return [list(state) for state in states]


def _is_state(state: Any) -> bool:
    if not isinstance(state, list | tuple) or len(state) != 3:
        return False
    words, place, waits = state
    right = type(place) is int and 0 <= place <= WORDS and (waits is None or type(waits) is float)
    return right and isinstance(words, bytes) and len(words) == SIZE and any(words)


def follows(later: State, earlier: State) -> bool:
    """Whether drawing alone leads from one state to the other. The normal draw that waits is not looked at."""
    if later[0] == earlier[0]:
        return later[1] >= earlier[1]
    draws, wanted = _twister(earlier[0], WORDS), _twister(later[0], 0).random_raw(WORDS)
    for _ in range(MOST_ROUNDS // AT_ONCE):
        rounds = draws.random_raw(AT_ONCE * WORDS).reshape(AT_ONCE, WORDS)
        if (rounds[rounds[:, 0] == wanted[0]] == wanted).all(axis=1).any():
            return True
    return False


def _twister(words: bytes, place: int) -> np.random.MT19937:
    bits = np.random.MT19937(0)
    state: Any = bits.state
    state["state"] = {"key": np.frombuffer(words, dtype="<u4").astype(np.uint32), "pos": place}
    bits.state = state
    return bits
