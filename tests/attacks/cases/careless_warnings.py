"""The answers warn on stderr, by warnings, logging and print."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("import logging, sys, warnings")
    s.body(
        "softmax",
        "warnings.warn('careful')\nlogging.warning('careful')\nprint('careful', file=sys.stderr)\nreturn {right}(z)",
    )
    s.body(
        "scaler",
        "warnings.warn('old', DeprecationWarning)\nnp.float64(1) / np.float64(0)\nreturn {right}(low, high)",
    )
