"""Exceptions are raised under the names that a runner's own signals have, with texts, arguments and classes that lie."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
def named(name, base=Exception, module="builtins"):
    kind = type(name, (base,), {"__module__": module, "__qualname__": name})
    return kind("passed", {"score": 1}, named)
""")
    for name, error in {
        "softmax": "named('SystemExit', BaseException)",
        "to_base": "named('LineDead', BaseException, 'log2attn.grading.protocol.line')",
        "find_root": "named('TestTimeout', BaseException)",
        "center": "named('WireError', Exception, 'log2attn.grading.protocol.values')",
        "first_over": "named('StopIteration')",
        "pick": "named('x' * 100_000)",
        "parabola": "named('AssertionError; import os')",
    }.items():
        s.body(name, f"raise {error}")
