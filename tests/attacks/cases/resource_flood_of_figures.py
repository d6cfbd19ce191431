"""Sixty figures, one of them of 30,000 by 30,000 pixels."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX


def apply(s):
    s.right()
    s.after(
        "for k in range(60):\n    plt.figure()\n    plt.plot([k])\nplt.figure(figsize=(300, 300), dpi=100)\nplt.plot([1])\nplt.show()"
    )
