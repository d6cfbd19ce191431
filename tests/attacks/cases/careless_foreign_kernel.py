"""The notebook names a kernel that is not here."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.notebook.metadata["kernelspec"] = {"name": "my-env", "display_name": "my env", "language": "python"}
