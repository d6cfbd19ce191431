"""The whole folder handed in is a symbolic link to another learner's folder."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.filename = None
    s.folder.rmdir()
    s.folder.symlink_to("../alice/ps1")
