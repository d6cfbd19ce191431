"""The first cell installs packages, by ! and by %."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("!pip install numpy matplotlib\n%pip install -q scipy\n%conda list")
