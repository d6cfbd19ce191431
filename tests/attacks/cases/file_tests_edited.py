"""The test cells' text is replaced by pass, in the learner's copy."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    for cell in s.tests():
        cell.source = "pass"
