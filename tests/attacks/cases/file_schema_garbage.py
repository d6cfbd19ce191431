"""nbgrader's data in the cells are of another version, and of other types."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    data = s.data()
    garbage = [
        {"schema_version": 99},
        {"schema_version": "x"},
        [],
        "yes",
        None,
        {"grade_id": None},
        {"grade_id": ["softmax"]},
        {"grade_id": 5},
    ]
    k = 0
    for cell in data["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            old, new = cell["metadata"]["nbgrader"], garbage[k % len(garbage)]
            cell["metadata"]["nbgrader"] = (
                old | new if isinstance(new, dict) and "grade_id" not in new else new
            )
            k += 1
    s.dump(data)
