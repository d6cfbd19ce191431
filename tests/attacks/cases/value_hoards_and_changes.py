"""The arguments are kept, and a thread zeroes them a moment later, while the test goes on."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import threading, time
HOARD = []

def zero():
    while True:
        for thing in list(HOARD):
            try:
                thing[:] = [0.0] * len(thing)
            except Exception:
                pass
        time.sleep(0)

threading.Thread(target=zero, daemon=True).start()
""")
    s.body("softmax", "HOARD.append(z)\ntime.sleep(0.01)\nreturn np.full(len(z), 0.0)")
    s.body("parabola", "HOARD.append(xs)\nax.plot(xs, [0.0 for _ in xs])\ntime.sleep(0.02)")
