"""The shell's run_cell is replaced by one that does nothing and reports success."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult
shell = get_ipython()

def run(self, raw_cell, *a, **k):
    result = ExecutionResult(ExecutionInfo(raw_cell, True, False, True, None))
    result.execution_count = 1
    return result

async def run_async(self, raw_cell, *a, **k):
    return run(self, raw_cell)

type(shell).run_cell = run
type(shell).run_cell_async = run_async
""")
