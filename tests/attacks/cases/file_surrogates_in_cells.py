"""Lone surrogates, null characters and line separators stand in answers, prose, the written answer and metadata."""

from course import MAX, WRITTEN

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    odd = "\ud800 \udfff \x00 \u2028 \ufeff \x1b[2J"
    s.cell("softmax").source += f"\n# {odd}".replace("\x00", "").replace("\u2028", "")
    s.cell(WRITTEN).source = "Because " + odd
    s.note("# " + odd)
    s.before(f"x = '{odd}'")
    s.notebook.metadata["title"] = odd
    s.cells[0].metadata["tags"] = [odd]
