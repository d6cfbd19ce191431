"""Another editor stripped all metadata, ids and outputs, of cells and of the notebook."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    data = s.data()
    data["metadata"], data["nbformat_minor"] = {}, 2
    for cell in data["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
    s.dump(data)
