"""The notebook is a folder, with notebooks in it."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.filename = "ps1.ipynb/ps1.ipynb"
    s.right()
