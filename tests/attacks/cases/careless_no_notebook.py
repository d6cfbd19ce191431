"""Only a PDF was handed in."""

KIND, GROUP = "careless", "careless"
DESERVED = 0
QUEUE = True


def apply(s):
    s.filename = None
    s.file("ps1.pdf", "%PDF-1.7")
