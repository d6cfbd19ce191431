"""Everything that can be removed is removed: sources, submissions, the gradebook, the home folder."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import glob, os, shutil
for path in ("../../../source", "../../../submitted/alice", "../../../submitted/zoe", "../../../autograded", "../../../gradebook.db", "../../../nbgrader_config.py", os.path.expanduser("~/.bashrc"), *glob.glob(os.path.expanduser("~/../course/*"))):
    try:
        os.remove(path) if os.path.isfile(path) else shutil.rmtree(path, ignore_errors=True)
    except OSError:
        pass
""")
