"""An input transformer turns every later cell that holds an assert into nothing."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before(
        "get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'] if any('assert' in line for line in lines) else lines)"
    )
