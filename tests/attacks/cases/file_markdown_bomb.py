"""The written answer and notes hold Markdown and formulas that naive readers take hours for."""

from course import MAX, WRITTEN

KIND, GROUP = "hostile", "file"
DESERVED = MAX
FEEDBACK = True


def apply(s):
    s.right()
    bombs = [
        "[" * 20_000,
        "![" * 20_000,
        "**_" * 20_000,
        "> " * 5_000 + "x",
        "`" * 30_000 + "x",
        "- " * 5_000 + "x",
        "<" * 30_000,
        "$" * 30_001,
        "a**" * 20_000,
        "\\" * 30_001,
        "|x" * 20_000 + "\n" + "|-" * 20_000,
        "&" * 30_000,
    ]
    s.cell(WRITTEN).source = "\n\n".join(bombs)
    for bomb in bombs:
        s.note(bomb)
