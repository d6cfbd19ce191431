"""The sandbox: each layer, in three situations (root, an ordinary user, a container without name spaces), attacked for real."""

import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from support import needs

if sys.platform != "linux":
    pytest.skip("only Linux has what the sandbox is made of", allow_module_level=True)

from log2attn.grading.doctor.examine import Canary, Examination
from log2attn.grading.sandbox import Level, calls, seccomp
from log2attn.grading.sandbox.syscalls import ARCHITECTURES

pytestmark = pytest.mark.xdist_group("sandbox")  # one after the other: they count processes

# Python without its course: importing log2attn itself would load numpy and matplotlib.
BARE = f"""
import sys, types
package = types.ModuleType("log2attn")
package.__path__ = [{str(ROOT / "src" / "log2attn")!r}]
sys.modules["log2attn"] = package
"""

# From root: open the way to Python and to the course for everybody, in a mount name space of one's own; then be nobody, or stay.
OPENED = (
    BARE
    + f"""
import os
from pathlib import Path
from log2attn.grading.sandbox.mounts import EMPTY_PATH, HERE, RECURSIVE, move
from log2attn.grading.sandbox.syscalls import call
call("unshare", 0x20000)
call("mount", None, b"/", None, 0x44000, None)
for path in sorted({{sys.prefix, sys.base_prefix, {str(ROOT)!r}}}):
    closed = next((folder for folder in reversed(Path(path).parents) if not folder.stat().st_mode & 1), None)
    if closed:
        tree = call("open_tree", HERE, path.encode(), 1 | RECURSIVE)
        call("mount", b"none", str(closed).encode(), b"tmpfs", 0, b"mode=755")
        Path(path).mkdir(parents=True)
        move(tree, HERE, path.encode())
if sys.argv[1] == "nobody":
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
os.execv(sys.argv[2], sys.argv[2:])
"""
)

RUN = (
    BARE
    + """
import json, os, signal, tempfile, time
from pathlib import Path
from log2attn.grading import sandbox
from log2attn.grading.limits import Limits
from log2attn.grading.sandbox import landlock, mounts, namespaces, oldmounts, seccomp
from log2attn.grading.doctor.patient import descendants
from log2attn.grading.sandbox.syscalls import call
call("prctl", 36, 1)
base = Path(tempfile.mkdtemp())
base.chmod(0o755)

def confined(code, fork=sandbox.fork, limits=Limits(), skeleton=None, readable=()):
    "Run code in a confined process; what it calls `say` with, its level, its wait status."
    room = Path(tempfile.mkdtemp(dir=base))
    reader, writer = os.pipe()
    skeleton = skeleton or sandbox.prepare()
    child = fork()
    if child == 0:
        try:
            level = sandbox.confine(limits, room, keep=[writer], readable=readable, skeleton=skeleton)
            say = lambda word: os.write(writer, json.dumps(word).encode() + b"\\n")
            say(level.as_data() | {"grade": level.grade, "unprotected": level.unprotected})
            exec(code, {"say": say})
        except Exception as error:
            os.write(writer, json.dumps(repr(error)).encode() + b"\\n")
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        lines = [json.loads(line) for line in pipe.read().splitlines()]
    return {"level": lines[0], "said": lines[1:], "status": os.waitpid(child, 0)[1], "left": len(descendants())}
"""
)


@pytest.fixture(scope="module")
def ground() -> Iterator[Path]:
    """A home folder that anybody may use, with matplotlib's list of fonts in it. Not pytest's: that is closed to others."""
    import matplotlib as mpl

    home = Path(tempfile.mkdtemp(prefix="log2attn-ground-"))
    for path in Path(mpl.get_cachedir()).glob("fontlist-*.json"):
        shutil.copy(path, home)
    for path in (home, *home.iterdir()):
        path.chmod(0o777)
    yield home
    shutil.rmtree(home, ignore_errors=True)


def prefix(situation: str) -> list[str]:
    """What to put before a command to run it as root, as an ordinary user, or in a container without name spaces."""
    root = os.geteuid() == 0
    words = []
    if situation.startswith("root"):
        if not root:
            pytest.skip("only root can be root")
        words = [sys.executable, "-c", OPENED, "root"] if situation == "root opened" else []
    if situation.startswith("user") and root:
        words = [sys.executable, "-c", OPENED, "nobody"]
    if situation.endswith("container"):
        box = [
            needs("bwrap"),
            "--bind",
            "/",
            "/",
            "--dev-bind",
            "/dev",
            "/dev",
            "--unshare-user",
            "--disable-userns",
            "--cap-drop",
            "ALL",
        ]
        if subprocess.run([*words, *box, needs("true")], capture_output=True, check=False).returncode:
            pytest.skip("bubblewrap may not make a user name space here")
        words += box
    return words


def run(situation: str, ground: Path, program: str) -> object:
    environment = {
        "HOME": str(ground),
        "TMPDIR": str(ground),
        "MPLCONFIGDIR": str(ground),
        "PATH": os.environ["PATH"],
        "OPENBLAS_NUM_THREADS": "1",
        "SECRET": "planted",
    }
    done = subprocess.run(
        [*prefix(situation), sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=100,
        env=environment,
        cwd="/",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


EXAMINE = """
import json
from log2attn.grading.doctor.examine import examine
seen = examine()
print(json.dumps([seen.level.as_data(), seen.observed, len(seen.canaries), [[c.name, c.detail] for c in seen.canaries if not c.held]]))
"""


@pytest.mark.parametrize(
    ("situation", "grade", "out"),
    [
        ("root", "strong", []),
        ("user", "strong", []),
        ("container", "medium", ["names"]),
        ("user container", "medium", ["names"]),
    ],
)
def test_no_canary_gets_out(situation: str, grade: str, out: list[str], ground: Path) -> None:
    """Forty attacks in each situation: the level that is claimed is the level that is observed."""
    level, observed, canaries, escaped = run(situation, ground, EXAMINE)
    assert [name for name, _ in escaped] == out, escaped
    assert (Level.of_data(level).grade, observed) == (grade, grade)
    assert canaries >= 40


NAKED = """
import json, os, tempfile
from pathlib import Path
from log2attn.grading.doctor import examine as doctor
from log2attn.grading.doctor.outside import World
zygote = '''
from log2attn.grading.doctor import patient
from log2attn.grading.sandbox import Level
import os
def naked(limits, room, keep, skeleton):
    os.chdir(room)
    return Level()
patient.confine, patient.fork = naked, os.fork
patient.serve()
'''
with tempfile.TemporaryDirectory() as folder, World(Path(folder), zygote) as world:
    seen = doctor.Examination(world.level(), tuple(doctor.judged(world, probe) for probe in doctor.PROBES))
    print(json.dumps([seen.observed, [canary.name for canary in seen.canaries if canary.held]]))
"""


def test_the_canaries_live(ground: Path) -> None:
    """Where nothing protects, the attacks succeed: the doctor would notice. What still holds is what the kernel denies every ordinary user."""
    observed, held = run("user", ground, NAKED)
    assert observed == "none"
    assert set(held) <= {
        "passwords",
        "kernel",
        "terminal",
        "other tables",
        "priority",
        "other user",
        "raw sockets",
        "trace",
        "others' memory",
    }


def test_a_missing_layer_leaves_the_others(ground: Path) -> None:
    """Without name spaces, private root, Landlock or seccomp, whatever else there is holds, and the level says what does not."""
    program = (
        RUN
        + """
def refuse(*_, **__):
    raise OSError(1, "refused")
# Opens a file of the course, makes a socket, starts a process.
code = '''
import os, socket
for action in (lambda: open("%s"), lambda: socket.socket(), lambda: os.fork() or os._exit(0)):
    try:
        action()
        say(True)
    except OSError:
        say(False)
''' % (base / "course")
(base / "course").write_text("secret")
out = {"all": confined(code)}
for name, module, function in (("spaces", namespaces, "separate"), ("mounts", mounts, "enter"), ("landlock", landlock, "confine"), ("seccomp", seccomp, "confine")):
    kept = getattr(module, function)
    setattr(module, function, refuse)
    out[name] = confined(code, os.fork)
    setattr(module, function, kept)
mounts.enter = oldmounts.enter = refuse
out["root"] = confined(code, os.fork)
print(json.dumps(out))
"""
    )
    out = run("user", ground, program)
    grades = {name: one["level"]["grade"] for name, one in out.items()}
    assert grades == {
        "all": "strong",
        "spaces": "medium",
        "mounts": "strong",
        "root": "medium",
        "landlock": "strong",
        "seccomp": "limits",
    }
    assert {name: one["said"] for name, one in out.items()} == {
        name: [False] * 3 if name != "seccomp" else [False, True, True] for name in out
    }
    assert all(one["left"] == 0 for one in out.values())
    assert "Landlock: refused" in out["landlock"]["level"]["notes"]
    assert any("system calls" in sentence for sentence in out["seccomp"]["level"]["unprotected"])


def test_root_in_a_container(ground: Path) -> None:
    """Docker's default: root without name spaces. Learners' code is a user of its own there, whose threads are counted; or, if Python is closed to others, root without capabilities."""
    program = (
        RUN
        + """
import struct
from log2attn.grading.sandbox.syscalls import MACHINE, NUMBERS
unshare, clone = (NUMBERS[name][MACHINE == "aarch64"] for name in ("unshare", "clone"))
steps = [seccomp.load(0), (seccomp.EQUAL, 0, 1, unshare), seccomp.ret(seccomp.REFUSE), (seccomp.EQUAL, 0, 3, clone)]
steps += [seccomp.argument(0), (seccomp.ANY_BIT, 0, 1, seccomp.NAMESPACES), seccomp.ret(seccomp.REFUSE), seccomp.ret(seccomp.ALLOW)]
filter_ = b"".join(struct.pack("<HBBI", *step) for step in steps)
call("prctl", 38, 1)
call("seccomp", 1, 0, seccomp.Program(len(steps), filter_))
(base / "closed").mkdir(mode=0o700)
code = '''
import os, threading, time
say(os.getresuid() + os.getresgid() + tuple(os.getgroups()))
open("mine", "w").write("x")
made = 0
try:
    for _ in range(40):
        threading.Thread(target=time.sleep, args=(0.5,), daemon=True).start()
        made += 1
except RuntimeError:
    pass
say(made)
'''
print(json.dumps([confined(code), confined(code, skeleton=sandbox.prepare([base / "closed"]))]))
"""
    )
    apart, closed = run("root opened", ground, program)
    assert apart["level"]["grade"] == closed["level"]["grade"] == "medium"
    assert apart["said"] == [[apart["level"]["uid"]] * 6, 31] and apart["level"]["apart"]
    assert apart["level"]["uid"] >= 1 << 30
    assert "name spaces: unshare: Operation not permitted" in apart["level"]["notes"]
    assert closed["level"]["uid"] == 0 and closed["level"]["capabilities"]


def test_nothing_survives(ground: Path) -> None:
    """A worker that is killed takes all it started with it, after either way of forking; its status comes through; no process is left."""
    program = (
        RUN
        + """
import threading
def kill(fork):
    room = Path(tempfile.mkdtemp(dir=base))
    reader, writer = os.pipe()
    skeleton = sandbox.prepare()
    child = fork()
    if child == 0:
        sandbox.confine(Limits(), room, keep=[writer], skeleton=skeleton)
        for _ in range(3):
            threading.Thread(target=time.sleep, args=(60,)).start()
        os.write(writer, b"x")
        time.sleep(60)
    os.close(writer)
    os.read(reader, 1)
    before = len(descendants())
    os.kill(child, signal.SIGKILL)
    began = time.monotonic()
    closed = os.read(reader, 1) == b""
    os.waitpid(child, 0)
    time.sleep(0.02)
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass
    return [before, closed, time.monotonic() - began, len(descendants())]
ways = [sandbox.fork, os.fork]
print(json.dumps([[kill(way) for way in ways], [confined("import os; os._exit(7)", way)["status"] >> 8 for way in ways], [confined("import os; os.kill(os.getpid(), 9); os.abort()", way)["status"] & 127 for way in ways]]))
"""
    )
    killed, codes, signals = run("user", ground, program)
    assert [before for before, *_ in killed] == [1, 2]
    assert all(closed and seconds < 2 and left == 0 for _, closed, seconds, left in killed)
    assert codes == [7, 7]
    assert all(signals)


def test_science_works_inside(ground: Path) -> None:
    """What lessons do is not in the way: numpy, scipy, sympy, figures with mathematics, threads, temporary files, /tmp, a module not yet imported."""
    program = (
        RUN.replace(BARE, "")
        + """
import scipy.stats, sympy, matplotlib.pyplot
code = '''
import os, tempfile, threading, random, sqlite3, zoneinfo, getpass
import numpy as np, scipy.optimize, scipy.integrate, sympy, matplotlib.pyplot as plt
say(float(np.linalg.svd(np.random.default_rng(0).normal(size=(50, 50)))[1].sum()) > 0)
say(bool(scipy.optimize.minimize(lambda x: (x - 1) ** 2, 0.0).success))
say(str(sympy.integrate(sympy.Symbol("x"))))
figure, axes = plt.subplots(); axes.set_title("$x^2$"); axes.plot([1, 2]); figure.savefig("figure.png")
say(os.path.getsize("figure.png") > 1000)
threads = [threading.Thread(target=np.dot, args=(np.eye(9), np.eye(9))) for _ in range(5)]
[thread.start() for thread in threads]; [thread.join() for thread in threads]
with tempfile.NamedTemporaryFile() as file: np.save(file, np.eye(3))
if os.path.islink("/tmp"):  # not where Python itself lies below /tmp
    open("/tmp/x", "w").write("x")
os.chmod("figure.png", 0o600); os.rename("figure.png", "other.png")
sqlite3.connect("data.db").execute("create table t (x)")
say(str(zoneinfo.ZoneInfo("Europe/Paris")))
say([os.getcwd(), os.path.expanduser("~"), tempfile.gettempdir(), sorted(os.environ)])
'''
print(json.dumps(confined(code)))
"""
    )
    said = run("user", ground, program)["said"]
    assert said[:5] == [True, True, "x**2/2", True, "Europe/Paris"], said
    assert said[5][:3] == ["/room", "/room", "/room/tmp"]
    assert "SECRET" not in said[5][3]


def test_what_may_be_read(ground: Path) -> None:
    """Trees that are named, by links too; not what is hidden inside one, but for what is shown inside that. The same where they lie and in a private root."""
    program = (
        RUN
        + """
for name in ("tree/a", "tree/hidden/b", "tree/hidden/shown/c", "other/d"):
    (base / name).parent.mkdir(parents=True, exist_ok=True)
    (base / name).write_text(name)
(base / "link").symlink_to("tree")
code = "\\n".join(f'''
try:
    say(open("{base}/{name}").read()[-1] == "{name[-1]}")
except OSError:
    say(False)
try:
    open("{base}/{name}", "a")
    say("written")
except OSError:
    say(False)
''' for name in ("tree/a", "link/a", "tree/hidden/b", "tree/hidden/shown/c", "other/d"))
skeleton = sandbox.prepare([base / "link", base / "tree/hidden/shown"], [base / "tree/hidden"])
out = [confined(code, skeleton=skeleton), confined(code, skeleton=skeleton, readable=[base / "other"])]
def refuse(*_):
    raise OSError(38, "no such call")
mounts.enter = refuse
out.append(confined(code, skeleton=skeleton, readable=[base / "other"]))
namespaces.separate = refuse
out.append(confined(code, os.fork, skeleton=skeleton))
print(json.dumps([[one["level"]["grade"], one["said"], one["level"]["notes"]] for one in out]))
"""
    )
    private, more, old, lying = run("user", ground, program)
    assert [grade for grade, *_ in (private, more, old, lying)] == ["strong", "strong", "strong", "medium"], (
        private[2],
        old[2],
    )
    assert private[1][::2] == lying[1][::2] == [True, True, False, True, False]
    assert more[1][::2] == old[1][::2] == [True, True, False, True, True]
    assert not any(private[1][1::2] + more[1][1::2] + old[1][1::2] + lying[1][1::2])  # nothing can be written


def verdict(program: bytes, data: bytes) -> int:
    """What the kernel would do: run a filter, which is five kinds of instruction, on one system call."""
    steps, at, word = list(struct.iter_unpack("<HBBI", program)), 0, 0
    while True:
        code, yes, no, value = steps[at]
        at += 1
        if code == seccomp.LOAD:
            word = int.from_bytes(data[value : value + 4], "little")
        elif code == seccomp.AND:
            word &= value
        elif code == seccomp.RETURN:
            return value
        else:
            true = {
                seccomp.EQUAL: word == value,
                seccomp.AT_LEAST: word >= value,
                seccomp.ABOVE: word > value,
                seccomp.ANY_BIT: bool(word & value),
            }[code]
            at += yes if true else no


@pytest.mark.parametrize("machine", list(ARCHITECTURES))
def test_the_filter(machine: str) -> None:
    """Each allowed call is allowed, every other number refused, those with conditions by their arguments; on both kinds of processor."""
    column, pid = list(ARCHITECTURES).index(machine), 4711

    def ask(
        number: int, *arguments: int, own: bool = False, architecture: int = ARCHITECTURES[machine]
    ) -> int:
        return verdict(
            seccomp.program(pid, own, machine),
            struct.pack("<iIQ6Q", number, architecture, 0, *arguments, *[0] * (6 - len(arguments))),
        )

    def some(name: str, *arguments: int) -> bool:
        return ask(calls.SOME[name][column], *arguments) == seccomp.ALLOW

    free = {row[column] for row in calls.FREE.values()} - {None}
    own = {row[column] for row in calls.OWN.values()} - {None}
    conditional = {row[column] for row in calls.SOME.values()}
    absent = {row[column] for row in calls.ABSENT.values()}
    for number in range(600):
        expected = (
            seccomp.ALLOW
            if number in free
            else seccomp.NO_SUCH_CALL
            if number in absent or number > calls.NEWEST
            else seccomp.REFUSE
        )
        if number not in conditional:
            assert ask(number) == expected
            assert ask(number, own=True) == (seccomp.ALLOW if number in own else expected)
    assert ask(0, architecture=0x40000003) == seccomp.KILL
    if machine == "x86_64":
        assert ask(0x40000000) == seccomp.NO_SUCH_CALL
    thread, fork, space = 0x3D0F00, 0x1200011, 0x10000000
    assert [some("clone", flags) for flags in (thread, fork, thread | space, 0, 0x4111)] == [
        True,
        False,
        False,
        False,
        False,
    ]
    assert [some("kill", who, 9) for who in (pid, 0, 1, 2**64 - 1, 2**32 - 1, pid + 2**32)] == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]  # the kernel reads 32 bits
    assert [some("tgkill", who) for who in (pid, 1)] == [True, False]
    assert [some("fcntl", 3, command) for command in (1, 4, 8, 10, 15, 1024, 1031)] == [
        True,
        True,
        False,
        False,
        False,
        False,
        False,
    ]
    assert [some("ioctl", 0, command) for command in (0x5401, 0x5412, 0x5421, 0x8901, 0x541C)] == [
        True,
        False,
        True,
        False,
        False,
    ]
    assert [some("prctl", option) for option in (15, 1, 4, 22, 38)] == [True, False, False, False, False]
    assert [some("prlimit64", who) for who in (0, pid, 1)] == [True, True, False]
    assert [some("sendto", 3, 1, 1, 0, address) for address in (0, 1, 1 << 32)] == [True, False, False]
    assert [
        some("socketpair", family, kind)
        for family, kind in ((1, 1), (1, 0o4001), (1, 2), (1, 5), (2, 1), (16, 1))
    ] == [True, True, False, False, False, False]


def test_a_level_in_words() -> None:
    """A level travels as plain data and says in sentences what it does not protect from."""
    strong = Level(
        ("mount", "uts", "ipc", "pid", "net"),
        True,
        7,
        True,
        ("memory", "file size", "files", "core", "cpu", "processes"),
        1 << 30,
        True,
        True,
        True,
    )
    assert Level.of_data(json.loads(json.dumps(strong.as_data()))) == strong
    assert (strong.grade, len(strong.unprotected)) == ("strong", 1)
    nothing = Level()
    assert (nothing.grade, Level(limits=("cpu",)).grade) == ("none", "limits")
    assert any("read and write whatever" in sentence for sentence in nothing.unprotected)


def test_an_escape_lowers_what_is_observed() -> None:
    """The doctor believes what it sees: one file read, and the level is no better than limits."""
    strong = Level(
        ("mount", "pid", "net"),
        True,
        7,
        True,
        ("memory", "file size", "files", "core", "cpu"),
        1,
        True,
        True,
        True,
    )

    def seen(*canaries: tuple[bool, str]) -> tuple[str, int]:
        examination = Examination(
            strong, tuple(Canary("x", "Try.", held, "", promised) for held, promised in canaries)
        )
        return examination.observed, len(examination.escaped)

    assert seen((True, "medium")) == ("strong", 0)
    assert seen((False, "strong")) == ("medium", 1)
    assert seen((True, "limits"), (False, "medium")) == ("limits", 1)
    assert seen((False, "limits"), (False, "strong")) == ("none", 2)


def test_elsewhere(ground: Path) -> None:
    """On a Mac there are limits and a plain statement; on Windows it can be imported, and says that there is nothing."""
    program = """
import sys
sys.platform = "PLATFORM"
for name in MISSING:
    sys.modules[name] = None
""" + (
        BARE
        + """
import json, os, tempfile
from pathlib import Path
from log2attn.grading import sandbox
from log2attn.grading.doctor import examine as doctor
from log2attn.grading.limits import Limits
os.environ["KEY"] = "secret"
kept = os.dup(1)
level = sandbox.confine(Limits(), Path(tempfile.mkdtemp()), keep=[kept])
os.write(kept, json.dumps([level.grade, level.notes, "KEY" in os.environ, level.unprotected]).encode())
"""
    )
    mac = run("user", ground, program.replace("PLATFORM", "darwin").replace("MISSING", "[]"))
    assert mac[:3] == ["limits", ["darwin: limits only"], False]
    windows = run(
        "user",
        ground,
        program.replace("PLATFORM", "win32").replace("MISSING", "['resource', 'fcntl', 'pty', 'termios']"),
    )
    assert windows[0] == "none"
    assert any("all memory" in sentence for sentence in windows[3])
