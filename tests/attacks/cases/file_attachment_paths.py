"""Attachments and images name paths out of the folder and addresses on the network."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    s.note(
        "![a](attachment:../../../../home/.course_secret) ![b](../../../source/ps1/ps1.ipynb) ![c](file:///etc/hostname) ![d](http://127.0.0.1:39999/LOOT)"
    )
    s.cells[-1]["attachments"] = {"../../../../home/planted": {"text/plain": "RVNDQVBFRA=="}}
