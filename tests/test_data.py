"""The real data sets: the numbers the course quotes about them, and what a learner gets where a file is missing."""

import subprocess
import sys

import numpy as np
import pytest

from log2attn.learn import data, english

SHAPES = {
    "powers_table": (11, 3),
    "terrain": (344, 403),
    "coast": (91, 120),
    "photo": (600, 512),
    "scan": (256, 256),
    "eeg": (4, 800),
}


@pytest.fixture
def slim(monkeypatch, tmp_path):
    """An installation without matplotlib's sample files and without the sources of numpy and scipy."""
    monkeypatch.setattr(data.mpl, "get_data_path", lambda: str(tmp_path))
    monkeypatch.setattr(data, "sources", lambda package: ())


def test_colors():
    """949 names over 29 characters, 407 distinct words, and the shares that days 17 and 18 count."""
    names, rgb = data.colors()
    assert len(names) == 949 and rgb.shape == (949, 3) and 0 <= rgb.min() < rgb.max() <= 1
    assert len(set("".join(names))) == 29 and len({word for name in names for word in name.split()}) == 407
    assert not any(name.startswith("xkcd:") for name in names)
    green, most_green = np.array(["green" in name.split() for name in names]), rgb.argmax(axis=1) == 1
    assert round(green.mean(), 3) == 0.189 and round(green[most_green].mean(), 3) == 0.561


def test_stocks():
    """390 months without a hole, ten names, gaps where the syllabus says, and the S&P figures of days 8 and 37."""
    months, prices = data.stocks()
    assert months.dtype == "datetime64[M]" and len(months) == 390 and np.all(np.diff(months).astype(int) == 1)
    assert len(prices) == 10 and all(p.shape == (390,) for p in prices.values())
    assert {name for name, p in prices.items() if np.isnan(p).any()} == {"AMZN", "DELL", "GOOGL"}
    returns = np.diff(np.log(prices["^GSPC"]))
    assert round(returns.mean(), 4) == 0.0063 and round(returns.std(), 4) == 0.0426


def test_daily():
    """65 trading days in order of time, each with low ≤ open, close ≤ high."""
    days, start, high, low, close, volume = data.daily()
    assert len(days) == 65 and np.all(np.diff(days).astype(int) > 0)
    assert (days[0], days[-1]) == (np.datetime64("2003-06-19"), np.datetime64("2003-09-19"))
    assert np.all((low <= start) & (start <= high) & (low <= close) & (close <= high)) and volume.min() > 0
    assert close[-1] == 29.96


def test_a_foreign_language_does_not_hide_the_months():
    """The English month names in the file are read whatever language the system speaks."""
    assert data._iso("19-Sep-03") == "2003-09-19" and data._iso("2-Jan-03") == "2003-01-02"


def test_powers_table():
    """The columns are x, x² and x³."""
    x, squares, cubes = data.powers_table().T
    assert np.array_equal(x, np.arange(11)) and np.array_equal(squares, x**2) and np.array_equal(cubes, x**3)


def test_maps():
    """Heights from 236 to 1076 m on land; from −1437 to 2205 m at the coast, 44 % of it below the sea."""
    land, coast = data.terrain(), data.coast()
    assert (land.min(), land.max(), coast.min(), coast.max()) == (236, 1076, -1437, 2205)
    assert round((coast < 0).mean(), 2) == 0.44


def test_pictures():
    """Gray levels with the mean, spread and median of day 8; three colors on request; the scan's levels end at 215."""
    gray, color, scan = data.photo(), data.photo(gray=False), data.scan()
    assert color.shape == (600, 512, 3) and gray.dtype == color.dtype == int
    assert abs(gray.mean() - 77.0) < 0.3 and abs(gray.std() - 68.9) < 0.3 and abs(np.median(gray) - 36) <= 1
    assert (scan.min(), scan.max()) == (0, 215)


def test_eeg():
    """Each channel is a real signal scaled to standard deviation 1."""
    assert np.allclose(data.eeg().std(axis=1), 1, atol=0.01)


@pytest.mark.parametrize("loader", SHAPES)
def test_shapes(loader, capsys):
    """Each array has the shape of the syllabus's table, is free to be changed, and comes without a word."""
    array = getattr(data, loader)()
    assert array.shape == SHAPES[loader] and array.dtype in (float, int)
    assert array.flags.writeable and array.flags.c_contiguous
    assert not data.is_stand_in(loader) and capsys.readouterr().out == ""


@pytest.mark.filterwarnings("error")
def test_docs_is_english():
    """About a million characters of sentences on one line each, none twice, nearly all letters and spaces; no warnings."""
    data.paragraphs.cache_clear()  # read the files anew, so that a warning could come
    text = data.docs()
    assert len(set(text)) == len(text) and 9e5 < sum(map(len, text)) < 1.6e6
    assert all(len(p.split()) >= 10 and p == " ".join(p.split()) and p[0].isupper() for p in text)
    whole = "".join(text)
    assert sum(ch.isalpha() or ch == " " for ch in whole) > 0.96 * len(whole)
    assert not any(mark in whole for mark in (">>>", "\\", "$", "::", ":math:", "`"))


def test_docs_counts_from_the_start():
    """docs(n) is the beginning of docs(), also for n = 0."""
    text = data.docs()
    assert data.docs(0) == [] and data.docs(7) == text[:7] and data.docs(3000) == text[:3000]


def test_docs_is_lazy():
    """A fresh Python reads a few paragraphs without importing scipy, and with few files opened."""
    code = "import sys; from log2attn.learn import data, english; assert len(data.docs(50)) == 50; assert 'scipy' not in sys.modules;assert data.paragraphs.cache_info().currsize < 50"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


DOCSTRING = """Find the `peak` of a *long* signal that somebody gave to this function [1]_.

    Parameters
    ----------
    x : array_like
        The signal in which to look for the highest of all its values.
    y : {int, None}, optional
        Short.

    Notes
    -----
    The peak is where :func:`argmax` points, and it costs one pass over the data:

    .. math:: x = 1

        A formula's explanation that is long enough but belongs to the formula itself.

    - The first of two remarks in a list is
      wrapped over two lines of the source.

    Before the example there is one more sentence of more than ten words.

    >>> peak([1, 2])
    The output of an example may look like a sentence of ten words.

    .. [1] A. Author. The Title of a Book That is Long Enough.
           The Name of the Publishing House in the City of London.
    """


def test_prose_leaves_the_apparatus_out():
    """Sentences stay; headings, types, formulas, examples and references go."""
    assert list(english.prose(DOCSTRING)) == [
        "Find the peak of a long signal that somebody gave to this function [1].",
        "The signal in which to look for the highest of all its values.",
        "The first of two remarks in a list is wrapped over two lines of the source.",
        "Before the example there is one more sentence of more than ten words.",
    ]


@pytest.mark.parametrize("loader", SHAPES)
def test_a_missing_file_gives_a_marked_stand_in(loader, slim, capsys):
    """Same shape, same kind of numbers, the same each time, and a line that names the missing file."""
    array = getattr(data, loader)()
    assert data.is_stand_in(loader) and array.shape == SHAPES[loader] and np.isfinite(array).all()
    assert array.dtype == (int if loader == "photo" else float) and np.array_equal(
        array, getattr(data, loader)()
    )
    said = capsys.readouterr().out.splitlines()[0]
    assert data._FILES[loader] in said and "stand-in" in said and f"data.{loader}()" in said


def test_stand_in_photo_in_color(slim):
    """Also a made-up photo has three colors on request."""
    assert data.photo(gray=False).shape == (600, 512, 3)


def test_stand_in_tables_have_the_same_columns(slim, capsys):
    """Made-up prices carry the real names, dates, gaps and signs."""
    months, prices = data.stocks()
    assert (
        months[0] == np.datetime64("1990-01") and months[-1] == np.datetime64("2022-06") and len(prices) == 10
    )
    assert {name for name, p in prices.items() if np.isnan(p).any()} == {"AMZN", "DELL", "GOOGL"}
    assert all(p.shape == (390,) and np.nanmin(p) > 0 for p in prices.values())
    days, start, high, low, close, volume = data.daily()
    assert all(column.shape == (65,) for column in (days, start, high, low, close, volume)) and np.all(
        low < high
    )
    assert data.is_stand_in("stocks") and data.is_stand_in("daily")
    said = capsys.readouterr().out
    assert "Stocks.csv" in said and "msft.csv" in said


def test_stand_in_text(slim, capsys):
    """Without sources, docs(n) still gives n paragraphs, says so, and colors() is real as ever."""
    assert len(data.docs(12)) == 12 and data.is_stand_in("docs") and not data.is_stand_in("colors")
    assert "numpy and scipy" in capsys.readouterr().out


def test_half_the_text(monkeypatch, capsys):
    """Where scipy alone is missing, docs() is numpy's text, and says so; that is no stand-in."""
    real = data.sources
    monkeypatch.setattr(data, "sources", lambda package: real(package) if package == "numpy" else ())
    assert data.docs(3) and not data.is_stand_in("docs")
    assert "scipy came without" in capsys.readouterr().out
