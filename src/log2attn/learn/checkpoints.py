"""Trained weights that the course ships, so that a day can use a model without training it first."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import numpy as np


def load(name: str) -> dict[str, np.ndarray]:
    """The weights of a trained model, by its name: dict of name → float32 array.

    Raises LookupError, with the names there are, for a model the course does not ship.
    """
    there = available()
    if name not in there:
        have = ", ".join(there) if there else "none yet"
        raise LookupError(f"The course ships no model called {name!r}. It has: {have}.")
    with as_file(_folder().joinpath(f"{name}.npz")) as path, np.load(path, allow_pickle=False) as arrays:
        return {key: arrays[key] for key in arrays.files}


def save(name: str, arrays: dict[str, np.ndarray], folder: Path) -> Path:
    """Write a model's weights as float32 where ``load`` finds them; the same weights always become the same bytes.

    folder   the package's ``learn/weights``
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.npz"
    with path.open("wb") as file:
        # savez_compressed stamps no time into the archive, so unchanged weights leave the file as it was.
        np.savez_compressed(
            file, **{key: np.asarray(value, dtype=np.float32) for key, value in arrays.items()}
        )
    return path


def available() -> list[str]:
    """The names of the models that are shipped, sorted."""
    folder = _folder()
    if not folder.is_dir():
        return []
    return sorted(
        entry.name.removesuffix(".npz") for entry in folder.iterdir() if entry.name.endswith(".npz")
    )


def _folder():  # noqa: ANN202  (a Traversable; its type moved between Python versions)
    return files(__package__).joinpath("weights")
