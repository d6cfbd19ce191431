"""A merge of git left its marks in the JSON."""

KIND, GROUP = "careless", "careless"
DESERVED = 0
QUEUE = True


def apply(s):
    import json

    s.right()
    s.raw = (
        json.dumps(s.notebook, indent=1)
        .replace('"cells": [', '<<<<<<< HEAD\n"cells": [\n=======\n"cells": [\n>>>>>>> main', 1)
        .encode()
    )
