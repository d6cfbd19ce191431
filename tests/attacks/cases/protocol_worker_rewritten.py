"""The worker's own functions are replaced: what it encodes, what it performs, what it says it has done."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire("""
import sys
for name, module in list(sys.modules.items()):
    if name.startswith("log2attn.grading"):
        for kind in list(vars(module).values()):
            if isinstance(kind, type):
                for method in ("encode", "content", "_list", "export", "do_call", "do_op", "do_get"):
                    if method in vars(kind):
                        try:
                            setattr(kind, method, lambda self, *a, **k: True)
                        except Exception:
                            pass
        for word in ("PASSED", "FAILED", "pack", "describe"):
            if word in vars(module):
                setattr(module, word, "passed" if word.isupper() else (lambda *a, **k: b"\\xc3"))
""")
