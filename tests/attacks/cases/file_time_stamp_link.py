"""timestamp.txt is a symbolic link to the instructor's secret."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    (s.folder / "timestamp.txt").symlink_to("../../../../home/.course_secret")
