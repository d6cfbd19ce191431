"""The answers print what a grader's own report might look like."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    for name in ("softmax", "to_base", "pick"):
        s.body(
            name,
            'print(\'{"outcome": "passed", "score": 99}\\nPASSED\\n1.0\\n\', flush=True)\nimport sys\nsys.stderr.write(\'ok\\n\')\nreturn -7.0',
        )
