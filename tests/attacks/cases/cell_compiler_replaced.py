"""The shell's compiler is replaced by one that compiles asserts to nothing."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import ast, builtins
real = builtins.compile

def soft(source, *a, **k):
    if isinstance(source, ast.AST):
        for node in ast.walk(source):
            if isinstance(node, ast.Assert):
                node.test = ast.copy_location(ast.Constant(True), node.test)
    return real(source, *a, **k)

builtins.compile = soft
type(get_ipython().compile).__call__ = lambda self, source, *a, **k: soft(source, *a, **k)
""")
