"""The first cell imports a package that is not here, and needs it for nothing."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("import tensorflow_of_the_future as tf\nimport torch_of_the_future")
