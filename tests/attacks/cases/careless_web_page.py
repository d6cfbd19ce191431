"""A web page was saved under the notebook's name."""

KIND, GROUP = "careless", "careless"
DESERVED = 0
QUEUE = True


def apply(s):
    s.raw = b"<!DOCTYPE html><html><body>JupyterLab</body></html>"
