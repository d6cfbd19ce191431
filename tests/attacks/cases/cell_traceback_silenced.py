"""The shell shows no traceback any more, so that a failing test looks like a passing one."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before(
        "shell = get_ipython()\nfor name in ('showtraceback', '_showtraceback', 'showsyntaxerror'):\n    setattr(type(shell), name, lambda *a, **k: None)"
    )
