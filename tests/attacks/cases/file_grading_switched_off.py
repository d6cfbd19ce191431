"""The tests are marked as not graded, as answers, as written answers and as tasks."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    for k, cell in enumerate(s.tests()):
        cell.metadata.nbgrader.update(
            [
                {"grade": False},
                {"solution": True},
                {"grade": False, "solution": True, "locked": False},
                {"task": True, "grade": False},
            ][k % 4]
        )
