"""Everything in the folder is read-only, the folder too."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    s.file("data.csv", "1,2")
    s.save()
    s.filename = None
    for path in (s.folder / "ps1.ipynb", s.folder / "data.csv"):
        path.chmod(0o444)
    s.folder.chmod(0o555)
