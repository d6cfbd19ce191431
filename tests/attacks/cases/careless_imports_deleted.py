"""The cell with the imports was deleted, and the same imports written at the top of an answer."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cells.remove(s.cell("imports"))
    s.cell("softmax").source = (
        "import math\nimport numpy as np\nimport matplotlib.pyplot as plt\n\n" + RIGHT["softmax"]
    )
