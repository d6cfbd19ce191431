"""An answer is indented with tabs, and one with spaces before its first line."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell("to_base").source = RIGHT["to_base"].replace("    ", "\t")
    s.cell("scaler").source = "\n".join("  " + line for line in RIGHT["scaler"].splitlines())
