"""Every test says that it is worth a thousand points; one exercise is right."""

from course import worth

KIND, GROUP = "hostile", "file"
DESERVED = worth("to_base")


def apply(s):
    s.wrong()
    s.right("to_base")
    for cell in s.graded():
        if cell.metadata.nbgrader.get("grade"):
            cell.metadata.nbgrader["points"] = 1000
