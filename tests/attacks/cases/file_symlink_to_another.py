"""The notebook is a symbolic link to another learner's notebook."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.filename = None
    (s.folder / "ps1.ipynb").symlink_to("../../alice/ps1/ps1.ipynb")
