"""Exceptions, their types, names of functions and messages of asserts hold scripts."""

KIND, GROUP = "hostile", "file"
DESERVED = 0
FEEDBACK = True


def apply(s):
    s.wrong()
    evil = "<script>window.STOLEN=1</script>"
    s.before(f"Evil = type('{evil}', (Exception,), {{}})")
    s.before(f"raise Evil('{evil}</pre>{evil}')")
    s.body("softmax", f"raise Evil('{evil}')")
    s.body("to_base", f"return '{evil}'")
    s.body("pick", f"import warnings\nwarnings.warn('{evil}')\nraise ValueError('</code></pre>{evil}')")
