"""Points are negative, infinite, not a number, text and a list."""

from course import worth

KIND, GROUP = "hostile", "file"
DESERVED = worth("to_base")


def apply(s):
    s.wrong()
    s.right("to_base")
    data = s.data()
    odd = [float("nan"), float("inf"), -1e308, "22", [22], None, {"a": 1}, True]
    for k, cell in enumerate(c for c in data["cells"] if c["metadata"].get("nbgrader", {}).get("grade")):
        cell["metadata"]["nbgrader"]["points"] = odd[k % len(odd)]
    s.dump(data)
