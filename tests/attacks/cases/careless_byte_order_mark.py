"""The file begins with a byte order mark, and its lines end as on Windows."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    import json

    s.right()
    s.raw = b"\xef\xbb\xbf" + json.dumps(s.notebook, indent=1).replace("\n", "\r\n").encode()
