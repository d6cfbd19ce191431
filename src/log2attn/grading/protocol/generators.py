"""numpy's generators of random numbers: the state of their bits as plain data and back."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from log2attn.grading.protocol.scalars import expect, read_whole_number
from log2attn.grading.protocol.values import BIT_GENERATORS, Tree, WireError


def write_state(state: Any) -> Tree:
    """A bit generator's state as a tree: dicts as pairs, big whole numbers as text, arrays as lists."""
    kind = type(state)
    if kind is int:
        return hex(state)
    if kind is dict:
        flat: list[Tree] = ["d"]
        for key, value in state.items():
            flat += (key, write_state(value))
        return flat
    if kind is np.ndarray:
        return ["l", *state.tolist()]
    return hex(state) if isinstance(state, np.integer) else state


def read_generator(state: Tree) -> np.random.Generator:
    name, now = read_state(state)
    bits = getattr(np.random, name)(_NO_SEED)
    bits.state = now
    return np.random.Generator(bits)


def read_state(said: Tree) -> tuple[str, dict]:
    """The name and the state of the bit generator that ``write_state`` told of."""
    name = dict(zip(said[1::2], said[2::2], strict=True))["bit_generator"]
    if name not in BIT_GENERATORS:
        raise WireError("not a generator")
    return name, _like(said, _first_state(name))


class _NoSeed(np.random.bit_generator.ISeedSequence):
    """The seed of a generator whose state is set at once: a real one takes longer to make than all the rest."""

    def generate_state(self, words: int, dtype: Any = np.uint32) -> np.ndarray:
        return np.zeros(words, dtype)


_NO_SEED = _NoSeed()


@lru_cache
def _first_state(name: str) -> dict:
    return getattr(np.random, name)(0).state


def _like(part: Tree, like: Any) -> Any:
    """What a part of a state says, of the kind that stands there in every state."""
    if isinstance(like, dict):
        pairs = dict(zip(part[1::2], part[2::2], strict=True))
        return {key: _like(pairs[key], value) for key, value in like.items()}
    if isinstance(like, np.ndarray):
        return np.array(part[1:], dtype=like.dtype)
    return read_whole_number(part) if isinstance(like, int) else expect(str, part)
