"""Real data that ships inside numpy, scipy and matplotlib, read from the installed packages: no download, no copy of ours.

Where a slim build came without a file, the loader prints a line that names it and returns a generated stand-in of the
same shape; ``is_stand_in("terrain")`` tells which of the two you have.
"""

from __future__ import annotations

import csv
import gzip
import re
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.colors import XKCD_COLORS, to_rgb

from log2attn.learn.english import paragraphs, sources
from log2attn.learn.standins import hills, made_up_days, made_up_stocks, made_up_text

ALPHABET = "\n '/abcdefghijklmnopqrstuvwxyz"
"""The thirty symbols in which color names, poems and letters are written: newline, space, apostrophe, slash, a to z."""


class Colors(NamedTuple):
    names: list[str]
    rgb: np.ndarray


class Families(NamedTuple):
    rgb: np.ndarray
    labels: np.ndarray
    names: tuple[str, ...]


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


def color_text() -> tuple[str, str]:
    """The color names as text, one a line, in a shuffled order: (850 names to learn from, 99 held out), in ALPHABET."""
    names = colors().names
    order = np.random.default_rng(0).permutation(len(names))
    return tuple("\n" + "\n".join(names[i] for i in part) + "\n" for part in (order[:850], order[850:]))


def color_families() -> Families:
    """The colors whose name ends in a common color word: light and dark, bright and pale greens, blues, …

    returns (rgb, labels, names)
      rgb     (554, 3) floats: red, green, blue, each from 0 to 1
      labels  (554,) ints: the place of the name's last word in ``names``
      names   the nine words: green, blue, purple, pink, brown, red, yellow, orange, grey
    """
    families = ("green", "blue", "purple", "pink", "brown", "red", "yellow", "orange", "grey")
    names, rgb = colors()
    last = [name.split()[-1] for name in names]
    chosen = [i for i, word in enumerate(last) if word in families]
    return Families(rgb[chosen], np.array([families.index(last[i]) for i in chosen]), families)


def encode(text: str) -> np.ndarray:
    """The places of a text's symbols in ALPHABET: (n,) ints. Raises ValueError for a symbol that is not in it."""
    if strange := sorted(set(text) - set(ALPHABET)):
        raise ValueError(
            f"encode knows newline, space, apostrophe, slash and a to z; the text has {strange[0]!r}."
        )
    return np.array([ALPHABET.index(symbol) for symbol in text], dtype=int)


def decode(ids: np.ndarray) -> str:
    """The text whose symbols stand at these places of ALPHABET. Raises ValueError for a place below 0 or above 29."""
    ids = np.asarray(ids, dtype=int)
    if ids.size and (ids.min() < 0 or ids.max() >= len(ALPHABET)):
        raise ValueError(
            f"decode takes places from 0 to {len(ALPHABET) - 1}, got {ids.min()} to {ids.max()}."
        )
    return "".join(ALPHABET[i] for i in ids)


def stocks() -> Stocks:
    """Monthly prices of eight firms and two indices, January 1990 to June 2022.

    returns (months, prices)
      months   (390,) datetime64[M]
      prices   dict: name → (390,) floats, US dollars adjusted for splits and dividends (the indices ^GSPC, the S&P 500,
               and ^IXIC, the NASDAQ, in points); nan in the months in which AMZN, DELL and GOOGL were not traded
    Source: Yahoo Finance, as matplotlib's ``Stocks.csv``.
    """
    if not (path := _find("stocks")):
        return Stocks(*made_up_stocks())
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
        return Daily(*made_up_days())
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
        return hills((344, 403), 236, 1076)
    with np.load(path, allow_pickle=False) as file:
        return file["elevation"].astype(float)


def coast() -> np.ndarray:
    """Mountains and sea floor around Vancouver Island: (91, 120) floats, meters above the sea, negative below it.

    Row 0 is the SOUTHERN edge (draw with ``origin="lower"``), column 0 the western one; a cell measures about 2.4 km by
    2.5 km. Source: matplotlib's ``topobathy.npz``.
    """
    if not (path := _find("coast")):
        return hills((91, 120), -1437, 2205)
    with np.load(path, allow_pickle=False) as file:
        return file["topo"].astype(float)


def photo(gray: bool = True) -> np.ndarray:
    """A portrait of Grace Hopper, computing pioneer: whole numbers from 0 (black) to 255.

    gray     True: (600, 512) gray levels, 0.299 red + 0.587 green + 0.114 blue; False: (600, 512, 3) red, green, blue
    returns  an array of int, so that arithmetic on it cannot overflow as it does on bytes
    Source: matplotlib's ``grace_hopper.jpg`` (an official portrait of the US Navy, public domain).
    """
    if not (path := _find("photo")):
        levels = hills((600, 512), 0, 255).astype(int)
        return levels if gray else np.stack([levels, levels, levels], axis=-1)
    from PIL import Image  # late, so that log2attn itself loads faster

    with Image.open(path) as image:
        return np.asarray(image.convert("L" if gray else "RGB")).astype(int)


def scan() -> np.ndarray:
    """One slice of a magnetic resonance scan of a head: (256, 256) floats, signal strength from 0 to 215 (no unit).
    Source: matplotlib's ``s1045.ima.gz``.
    """
    if not (path := _find("scan")):
        return hills((256, 256), 0, 215)
    with gzip.open(path) as file:
        # Two bytes a pixel, the high one first. (Matplotlib's own example swaps them, and gets 256 times as much.)
        return np.frombuffer(file.read(), ">u2").reshape(256, 256).astype(float)


def eeg() -> np.ndarray:
    """A brain's electric trace at four electrodes: (4, 800) floats, each row scaled to standard deviation 1.

    Shown as 10 seconds: sample k belongs at t = k/80 s. Source: matplotlib's ``eeg.dat``.
    """
    if not (path := _find("eeg")):
        return hills((4, 800), -3, 3)
    return np.fromfile(path, "<f8").reshape(800, 4).T.copy()


def docs(n: int | None = None) -> list[str]:
    """Paragraphs of English prose: the docstrings of numpy, then of scipy, without signatures, formulas and examples.

    n        how many, from the start; all if None (about 8 000 paragraphs, 1.2 million characters, a few seconds)
    returns  list of strings, each a paragraph of ten words or more on one line; none comes twice

    The order is fixed. The wording shifts between versions of the packages, so compare numbers on the same text only.
    """
    packages = ("numpy", "scipy")
    if missing := [package for package in packages if not sources(package)]:
        what = "a generated stand-in, not real text" if is_stand_in("docs") else "the other's text alone"
        print(f"data.docs(): {' and '.join(missing)} came without .py files; what follows is {what}.")
    if is_stand_in("docs"):
        return made_up_text(8000 if n is None else n)
    seen: set[str] = set()
    every = (paragraph for package in packages for file in sources(package) for paragraph in paragraphs(file))
    return list(islice((p for p in every if not (p in seen or seen.add(p))), n))


def letters(n: int | None = None) -> str:
    """``docs(n)`` in the 27 symbols a to z and space: lower case, everything else a single space."""
    return re.sub("[^a-z]+", " ", " ".join(docs(n)).lower()).strip()


def is_stand_in(loader: str) -> bool:
    """Whether a loader, named by a string such as "terrain", has to make its data up because a file is missing."""
    if loader == "docs":
        return not (sources("numpy") or sources("scipy"))
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
