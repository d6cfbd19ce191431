"""Beside the notebook lie nbgrader_config.py, jupyter_config.py and conftest.py that run code of the learner's."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    code = "import os\nopen(os.path.expanduser('~/config'), 'a').write('ESC' + 'APED[file_planted_config]')\n"
    for name in (
        "nbgrader_config.py",
        "jupyter_config.py",
        "jupyter_nbconvert_config.py",
        "ipython_config.py",
        "conftest.py",
        "setup.py",
        "sitecustomize.py",
        "usercustomize.py",
        ".env",
        "pyproject.toml",
    ):
        s.file(name, code)
        (s.folder.parent / name).write_text(code)
