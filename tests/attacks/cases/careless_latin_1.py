"""The file is in Latin-1, with an umlaut in the prose."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX
QUEUE = True


def apply(s):
    import json

    s.right()
    s.note("Schöne Grüße, José")
    s.raw = json.dumps(s.notebook, ensure_ascii=False).encode("latin-1", "replace")
