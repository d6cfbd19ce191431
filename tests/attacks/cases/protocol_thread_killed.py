"""The thread that serves the tester is made to raise, from within and again and again."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base")


def apply(s):
    s.right()
    s.before("""
import ctypes, threading, time

def shoot():
    main = threading.main_thread().ident
    for _ in range(30):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(main), ctypes.py_object(SystemExit))
        time.sleep(0.02)
""")
    s.body("to_base", "threading.Thread(target=shoot, daemon=True).start()\ntime.sleep(0.3)\nreturn '1'")
