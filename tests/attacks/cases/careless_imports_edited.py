"""The given imports were edited: numpy under another name as well, one line deleted."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell(
        "imports"
    ).source = "import math\nimport numpy\nimport numpy as np\nfrom numpy import exp\nimport matplotlib.pyplot as plt\n%matplotlib inline"
