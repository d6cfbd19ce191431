"""nbgrader data in the file claim scores, comments and that a person has graded it."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    for cell in s.graded():
        cell.metadata.nbgrader.update(
            {
                "score": 22,
                "auto_score": 22,
                "manual_score": 22,
                "extra_credit": 22,
                "needs_manual_grade": False,
                "comment": "perfect",
            }
        )
        cell.metadata["nbgrader"]["cell_type"] = "code"
