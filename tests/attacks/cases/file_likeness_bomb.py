"""Grade ids are gone, and a hundred cells hold the text of each test and answer, twenty thousand times over."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    texts = [cell.source for cell in s.graded()]
    for cell in s.cells:
        cell.metadata.pop("nbgrader", None)
    for k in range(40):
        s.note((texts[k % len(texts)] + "\n") * 400)
        s.after("'''" + (texts[(k + 1) % len(texts)] + "\n") * 400)
