"""The answers publish an execute_result of their own, which nbgrader reads as partial credit."""

from course import NAMES

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
def forge(text="full marks, please"):
    shell = get_ipython()
    shell.kernel.session.send(
        shell.kernel.iopub_socket,
        "execute_result",
        {"data": {"text/plain": text}, "metadata": {}, "execution_count": 1},
        parent=shell.kernel.get_parent("shell"),
        ident=b"execute_result",
    )
""")
    for name in NAMES[:-1]:
        if name != "Dual":
            s.body(name, "forge()\nraise ValueError")
