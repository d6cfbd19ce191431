"""Cells lack their outputs, execution counts, ids and metadata, as tools that write notebooks by hand leave them."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    data = s.data()
    for k, cell in enumerate(data["cells"]):
        if cell["cell_type"] == "code":
            cell.pop("outputs")
            cell.pop("execution_count")
        cell.pop("id")
        if k % 2 and "nbgrader" not in cell["metadata"]:
            cell.pop("metadata")
        cell["source"] = (
            cell["source"].splitlines(keepends=True) if isinstance(cell["source"], str) else cell["source"]
        )
        cell["extra"] = {"x": 1}
    s.dump(data)
