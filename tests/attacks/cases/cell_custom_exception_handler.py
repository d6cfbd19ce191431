"""A custom exception handler swallows whatever a test raises."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("get_ipython().set_custom_exc((BaseException,), lambda self, *a, **k: None)")
