"""Beside the notebook lie symbolic links to the source, the gradebook and the home folder, which the notebook reads."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    for name, target in {
        "data.ipynb": "../../../source/ps1/ps1.ipynb",
        "db": "../../../gradebook.db",
        "home": "../../../../home",
        "other.ipynb": "../../alice/ps1/ps1.ipynb",
    }.items():
        (s.folder / name).symlink_to(target)
    s.spy(
        "for name in ('data.ipynb', 'db', 'home/.course_secret', 'other.ipynb'):\n    try:\n        _out(open(name, 'rb').read().decode('utf8', 'replace'))\n    except OSError:\n        pass"
    )
