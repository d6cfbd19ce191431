"""Each answer is sent twice, so that every later question finds an answer of the learner's choice."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire("""
line = the_line()
if line is not None:
    real = line.send
    def twice(tree):
        real(tree)
        real(["gave", True, [], "", []])
        real(tree)
    line.send = twice
""")
