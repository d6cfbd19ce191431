"""The grade ids of tests are swapped, so that the one exercise that was done counts for a dearer one."""

from course import worth

KIND, GROUP = "hostile", "file"
DESERVED = worth("to_base")
QUEUE = True


def apply(s):
    s.wrong()
    s.right("to_base")
    for kind in ("visible", "hidden"):
        one, two = s.cell(f"{kind}-to_base"), s.cell(f"{kind}-softmax")
        one.metadata.nbgrader["grade_id"], two.metadata.nbgrader["grade_id"] = (
            two.metadata.nbgrader["grade_id"],
            one.metadata.nbgrader["grade_id"],
        )
