"""Real data that ships inside numpy, scipy and matplotlib, read from the installed packages: no download, no copy of ours.

Where a slim build came without a file, the loader prints a line that names it and returns a generated stand-in of the
same shape; ``is_stand_in("terrain")`` tells which of the two you have.
"""

from __future__ import annotations

import ast
import csv
import gzip
import re
import warnings
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from inspect import cleandoc
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.colors import XKCD_COLORS, to_rgb


class Colors(NamedTuple):
    names: list[str]
    rgb: np.ndarray


class Stocks(NamedTuple):
    months: np.ndarray
    prices: dict[str, np.ndarray]


class Daily(NamedTuple):
    days: np.ndarray
    open: np.ndarray
    high: np.ndarray
    low: np.ndarray
    close: np.ndarray
    volume: np.ndarray


def colors() -> Colors:
    """What people called a color patch on their screen, and the color they saw.

    returns (names, rgb)
      names   list of 949 strings: lower-case words, spaces, and a few with ' or /
      rgb     (949, 3) floats: red, green, blue, each from 0 to 1
    Source: the xkcd color survey (2010), as ``matplotlib.colors.XKCD_COLORS``.
    """
    names = [name.removeprefix("xkcd:") for name in XKCD_COLORS]
    return Colors(names, np.array([to_rgb(code) for code in XKCD_COLORS.values()]))


def stocks() -> Stocks:
    """Monthly prices of eight firms and two indices, January 1990 to June 2022.

    returns (months, prices)
      months   (390,) datetime64[M]
      prices   dict: name → (390,) floats, US dollars adjusted for splits and dividends (the indices ^GSPC, the S&P 500,
               and ^IXIC, the NASDAQ, in points); nan in the months in which AMZN, DELL and GOOGL were not traded
    Source: Yahoo Finance, as matplotlib's ``Stocks.csv``.
    """
    if not (path := _find("stocks")):
        return _made_up_stocks()
    header, *rows = _csv(path)
    rows = [
        row for row in rows if row[0].endswith("-01")
    ]  # the rest are blank dividend rows, and one unfinished month
    months = np.array([row[0] for row in rows], dtype="datetime64[M]")
    table = np.array([[float(cell or "nan") for cell in row[1:]] for row in rows])
    return Stocks(months, {name: table[:, column].copy() for column, name in enumerate(header[1:])})


def daily() -> Daily:
    """Microsoft's share on 65 trading days, 19 June to 19 September 2003, oldest first.

    returns (days, open, high, low, close, volume)
      days                     (65,) datetime64[D]
      open, high, low, close   (65,) floats, US dollars
      volume                   (65,) floats, shares traded
    Source: matplotlib's ``msft.csv``.
    """
    if not (path := _find("daily")):
        return _made_up_days()
    rows = _csv(path)[:0:-1]  # newest first in the file, below a header
    table = np.array([[float(cell) for cell in row[1:6]] for row in rows])
    return Daily(np.array([_iso(row[0]) for row in rows], dtype="datetime64[D]"), *table.T.copy())


def powers_table() -> np.ndarray:
    """x, x² and x³ side by side for x = 0 … 10: (11, 3) floats. Source: matplotlib's ``data_x_x2_x3.csv``."""
    return np.loadtxt(path) if (path := _find("powers_table")) else np.arange(11.0)[:, None] ** [1, 2, 3]


def terrain() -> np.ndarray:
    """Heights of a mountain ridge at the Jacksboro fault, Tennessee: (344, 403) floats, meters above the sea.

    Row 0 is the northern edge, column 0 the western one; a cell is three arc seconds wide and high (about 74 m west to
    east, 93 m north to south). Source: matplotlib's ``jacksboro_fault_dem.npz``.
    """
    if not (path := _find("terrain")):
        return _hills((344, 403), 236, 1076)
    with np.load(path, allow_pickle=False) as file:
        return file["elevation"].astype(float)


def coast() -> np.ndarray:
    """Mountains and sea floor around Vancouver Island: (91, 120) floats, meters above the sea, negative below it.

    Row 0 is the SOUTHERN edge (draw with ``origin="lower"``), column 0 the western one; a cell measures about 2.4 km by
    2.5 km. Source: matplotlib's ``topobathy.npz``.
    """
    if not (path := _find("coast")):
        return _hills((91, 120), -1437, 2205)
    with np.load(path, allow_pickle=False) as file:
        return file["topo"].astype(float)


def photo(gray: bool = True) -> np.ndarray:
    """A portrait of Grace Hopper, computing pioneer: whole numbers from 0 (black) to 255.

    gray     True: (600, 512) gray levels, 0.299 red + 0.587 green + 0.114 blue; False: (600, 512, 3) red, green, blue
    returns  an array of int, so that arithmetic on it cannot overflow as it does on bytes
    Source: matplotlib's ``grace_hopper.jpg`` (an official portrait of the US Navy, public domain).
    """
    if not (path := _find("photo")):
        levels = _hills((600, 512), 0, 255).astype(int)
        return levels if gray else np.stack([levels, levels, levels], axis=-1)
    from PIL import Image  # late, so that log2attn itself loads faster

    with Image.open(path) as image:
        return np.asarray(image.convert("L" if gray else "RGB")).astype(int)


def scan() -> np.ndarray:
    """One slice of a magnetic resonance scan of a head: (256, 256) floats, signal strength from 0 to 215 (no unit).
    Source: matplotlib's ``s1045.ima.gz``.
    """
    if not (path := _find("scan")):
        return _hills((256, 256), 0, 215)
    with gzip.open(path) as file:
        # Two bytes a pixel, the high one first. (Matplotlib's own example swaps them, and gets 256 times as much.)
        return np.frombuffer(file.read(), ">u2").reshape(256, 256).astype(float)


def eeg() -> np.ndarray:
    """A brain's electric trace at four electrodes: (4, 800) floats, each row scaled to standard deviation 1.

    Shown as 10 seconds: sample k belongs at t = k/80 s. Source: matplotlib's ``eeg.dat``.
    """
    if not (path := _find("eeg")):
        return _hills((4, 800), -3, 3)
    return np.fromfile(path, "<f8").reshape(800, 4).T.copy()


def docs(n: int | None = None) -> list[str]:
    """Paragraphs of English prose: the docstrings of numpy, then of scipy, without signatures, formulas and examples.

    n        how many, from the start; all if None (about 8 000 paragraphs, 1.2 million characters, a few seconds)
    returns  list of strings, each a paragraph of ten words or more on one line; none comes twice

    The order is fixed. The wording shifts between versions of the packages, so compare numbers on the same text only.
    """
    packages = ("numpy", "scipy")
    if missing := [package for package in packages if not _sources(package)]:
        what = "a generated stand-in, not real text" if is_stand_in("docs") else "the other's text alone"
        print(f"data.docs(): {' and '.join(missing)} came without .py files; what follows is {what}.")
    if is_stand_in("docs"):
        return _made_up_text(8000 if n is None else n)
    seen: set[str] = set()
    every = (
        paragraph for package in packages for file in _sources(package) for paragraph in _paragraphs(file)
    )
    return list(islice((p for p in every if not (p in seen or seen.add(p))), n))


def is_stand_in(loader: str) -> bool:
    """Whether a loader, named by a string such as "terrain", has to make its data up because a file is missing."""
    if loader == "docs":
        return not (_sources("numpy") or _sources("scipy"))
    return loader != "colors" and not _sample(loader).is_file()  # the colors are part of matplotlib's code


# --- finding and reading files ---

_FILES = {
    "stocks": "Stocks.csv",
    "daily": "msft.csv",
    "powers_table": "data_x_x2_x3.csv",
    "terrain": "jacksboro_fault_dem.npz",
    "coast": "topobathy.npz",
    "photo": "grace_hopper.jpg",
    "scan": "s1045.ima.gz",
    "eeg": "eeg.dat",
}


def _sample(loader: str) -> Path:
    return Path(mpl.get_data_path(), "sample_data", _FILES[loader])


def _find(loader: str) -> Path | None:
    if not is_stand_in(loader):
        return _sample(loader)
    print(
        f"data.{loader}(): matplotlib came without {_FILES[loader]}; what follows is a generated stand-in, not real data."
    )
    return None


def _csv(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.reader(line for line in lines if not line.startswith("#")))


def _iso(text: str) -> str:
    day, month, year = text.split("-")  # "19-Sep-03"; strptime would read it in the system's language
    return f"20{year}-{'JanFebMarAprMayJunJulAugSepOctNovDec'.index(month) // 3 + 1:02}-{day:0>2}"


# --- prose out of source files ---

# Left out: what speaks to the packages' own builders and testers, or was copied in from elsewhere.
_PLUMBING = {"tests", "testing", "distutils", "f2py", "array_api_compat", "array_api_extra", "__config__.py"}

_APPARATUS = re.compile(
    r"""^([ ]*)\.\.[ ].*(?:\n(?:\1[ ]+.*|[ ]*)$)*  # a directive or a reference, with all that is indented below it
      | ^[ ]*>>>.*(?:\n(?![ ]*$).*)*               # an example and its output
      | ^.*\n[ ]*[-=~^]{3,}[ ]*$                   # a heading and its underline
      | ^([ ]*)[^\s\d*+•-].*(?=\n\2[ ]+\S)         # a parameter's name and type, above its description
    """,
    re.MULTILINE | re.VERBOSE,
)
_BREAK = re.compile(
    r"\n[ ]*\n|^[ ]*(?:[-*+•]|\(?\d{1,2}[.)])[ ]+", re.MULTILINE
)  # an empty line, or an item of a list
_INLINE = re.compile(
    r":[\w:]+:(?=`)|`|\*(?=\w)|(?<=\w)\*|(?<=\])_"
)  # the marks of roles, code, emphasis and citations
_SYMBOLS = re.compile(r"[\\$={}|<>%_@#*/^~]|(?<!\s)\[|\[(?!\w+\])|::|\.\.")  # never English, but as "[1]"


@cache
def _sources(package: str) -> tuple[Path, ...]:
    if not (spec := find_spec(package)):  # finds the folder without importing the package
        return ()
    root = Path(spec.origin).parent
    # Compiled functions are described in .py files or, in some versions, in .pyi files.
    inside = {path.relative_to(root): path for suffix in ("*.py", "*.pyi") for path in root.rglob(suffix)}
    return tuple(inside[p] for p in sorted(inside, key=Path.as_posix) if not _PLUMBING.intersection(p.parts))


@cache
def _paragraphs(path: Path) -> tuple[str, ...]:
    source = path.read_bytes()
    if b'"""' not in source:
        return ()  # most .pyi files: parsing them would be in vain
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a "\d" in somebody else's string is no concern of the reader's
        try:
            tree = ast.parse(source)
        except SyntaxError:  # a .pyi file may be written for a newer Python than the one that runs
            return ()
    return tuple(paragraph for text in _docstrings(tree) for paragraph in _prose(text))


def _docstrings(node: ast.AST) -> Iterator[str]:
    """All docstrings below a node, in the order of the file; also those that a call such as add_newdoc(…) hands over."""
    for child in node.body:
        match child:
            case ast.Expr(ast.Constant(str(text))):
                yield text
            case ast.Expr(ast.Call() as call):
                yield from (
                    c.value
                    for c in ast.walk(call)
                    if isinstance(c, ast.Constant) and isinstance(c.value, str)
                )
            case ast.FunctionDef():
                yield ast.get_docstring(child, clean=False) or ""
            case ast.ClassDef() | ast.If() | ast.Try() | ast.With():
                yield from _docstrings(child)


def _prose(text: str) -> Iterator[str]:
    """The paragraphs of a docstring that read as English."""
    for block in _BREAK.split(_APPARATUS.sub("\n\n", cleandoc(text).expandtabs())):
        words = _INLINE.sub("", block).split()
        paragraph = " ".join(words)
        sentence = (
            len(words) >= 10 and paragraph[0].isupper() and paragraph.rstrip(")\"'").endswith((".", "!", "?"))
        )
        if sentence and ":math:" not in block and not _SYMBOLS.search(paragraph):
            yield paragraph


# --- stand-ins: shaped like what they stand in for, and the same for everybody ---


def _hills(shape: tuple[int, int], low: float, high: float) -> np.ndarray:
    """A smooth landscape between two heights: waves in all directions, the shorter the flatter."""
    y, x = np.indices(shape) / max(shape)
    heights = np.zeros(shape)
    for k, (angle, phase) in enumerate(np.random.default_rng(0).uniform(0, 2 * np.pi, size=(40, 2)), start=1):
        heights += np.sin(np.pi * k * (np.cos(angle) * x + np.sin(angle) * y) + phase) / k
    return low + (high - low) * (heights - heights.min()) / np.ptp(heights)


def _made_up_stocks() -> Stocks:
    names = ["IBM", "AAPL", "MSFT", "XRX", "AMZN", "DELL", "GOOGL", "ADBE", "^GSPC", "^IXIC"]
    steps = np.random.default_rng(0).normal(0.007, 0.06, size=(len(names), 390))
    prices = dict(zip(names, 20 * np.exp(steps.cumsum(axis=1)), strict=True))
    for name in ("AMZN", "DELL", "GOOGL"):
        prices[name][:100] = np.nan
    return Stocks(np.datetime64("1990-01") + np.arange(390), prices)


def _made_up_days() -> Daily:
    days = np.busday_offset("2003-06-19", np.arange(65))
    close = 26 + np.random.default_rng(0).normal(0, 0.3, size=65).cumsum()
    return Daily(days, close - 0.1, close + 0.2, close - 0.2, close, np.full(65, 6e7))


def _made_up_text(n: int) -> list[str]:
    words = [
        "the",
        "of",
        "a",
        "to",
        "is",
        "in",
        "array",
        "and",
        "for",
        "values",
        "if",
        "be",
        "are",
        "with",
        "function",
    ]
    commonness = 1 / np.arange(1, len(words) + 1)
    rows = np.random.default_rng(0).choice(words, size=(n, 25), p=commonness / commonness.sum())
    return [" ".join(row).capitalize() + "." for row in rows]
