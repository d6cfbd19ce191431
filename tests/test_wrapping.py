"""Long sentences in code are broken over lines, and mean the same."""

import ast

import pytest

from log2attn.house_style.text import code_lines
from log2attn.house_style.wrapping import wrapped

LONG = {
    "a message after its condition": (
        'assert got is not None, f"three {1 + 2} words and more words than any one line of eighty-eight columns can hold here"'
    ),
    "a message in brackets": (
        'assert got, (\n    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"\n)'
    ),
    "an argument": (
        'figure(fig, alt="A rising line that crosses the axis at two, and a falling one that never comes near it at all")'
    ),
    "a string beside others": (
        'say("short", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen", end=" ")'
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_string_is_broken(name: str) -> None:
    """Every line fits, and the syntax tree is the one it was."""
    broken = wrapped(LONG[name])
    assert max(map(len, broken.split("\n"))) <= 88
    assert ast.dump(ast.parse(broken)) == ast.dump(ast.parse(LONG[name]))


def test_braces_of_a_formatted_string_stay_whole() -> None:
    """A break never falls inside {…}, nor loses a space."""
    line = 'print(f"{a + b + c} and then a good many words before the next one {d + e + f + g} and after it some more")'
    broken = wrapped(line)
    assert ast.dump(ast.parse(broken)) == ast.dump(ast.parse(line))
    assert all(part.count("{") == part.count("}") for part in broken.split("\n"))


def test_an_alt_text_counts_as_one_line() -> None:
    """A cell is not longer for describing its figure well."""
    assert code_lines(wrapped(LONG["an argument"])) == code_lines(LONG["an argument"]) == 1
    assert code_lines(wrapped(LONG["a message after its condition"])) == 2, "the code, and its sentence"


def test_a_long_comment_is_broken() -> None:
    """A comment goes on in the next line, and takes the line that follows with it."""
    two = "# " + "word " * 17 + "\n# next\nx = 1"
    assert wrapped(two).split("\n")[1:] == ["# next", "x = 1"]
    assert wrapped("# " + "word " * 18 + "\n# next\nx = 1").split("\n")[1:] == ["# word next", "x = 1"]
    line = "# " + "word " * 30
    assert all(part.startswith("# word") and len(part) <= 88 for part in wrapped(line).split("\n"))


def test_what_cannot_be_broken_stays() -> None:
    """Short code, long names, docstrings and sums are left as they are."""
    for source in (
        "x = 1",
        "y = " + "a" * 100,
        "z = " + " + ".join(["abcdefgh"] * 12),
        'def f():\n    """' + "w " * 60 + '"""',
    ):
        assert wrapped(source) == source
