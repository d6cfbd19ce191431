"""A task on the event loop runs between the cells and replaces numpy's comparisons just in time."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import asyncio

def again():
    np.allclose = np.array_equal = math.isclose = lambda *a, **k: True
    try:
        asyncio.get_running_loop().call_later(0.01, again)
    except RuntimeError:
        pass

again()
async def later():
    while True:
        again()
        await asyncio.sleep(0.01)
try:
    asyncio.get_running_loop().create_task(later())
except RuntimeError:
    pass
""")
