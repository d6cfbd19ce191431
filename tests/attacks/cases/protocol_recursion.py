"""A function calls back into the tester, which calls it, which calls back, deeper and deeper."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("scaler")


def apply(s):
    s.right()
    s.body(
        "scaler",
        "def again(x):\n    return again\nagain.again = again\nclass Deep:\n    def __getattr__(self, name):\n        return Deep()\n    def __call__(self, *a):\n        return Deep()\n    def __float__(self):\n        return float(self)\nreturn Deep()",
    )
