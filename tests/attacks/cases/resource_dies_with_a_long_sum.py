"""A cell that ends its process holds a sum of a thousand terms, which whoever rewrites the cell must walk down."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX
LEAST = DESERVED


def apply(s):
    s.right()
    s.before("import os\n\ndef long():\n    return 1" + " + 1" * 1000 + "\n\nos._exit(0)")
