"""An answer was pasted with the prompts >>> of a Python session."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    lines = RIGHT["scaler"].splitlines()
    s.cell("scaler").source = "\n".join(("... " if k else ">>> ") + line for k, line in enumerate(lines))
