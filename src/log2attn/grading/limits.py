"""How much a submission may use. Defaults; a course sets its own in ``nbgrader_config.py`` as ``c.Log2attn.seconds = …``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Per worker process unless said otherwise.

    seconds      wall time of one cell or one test. The grader raises it to ``slack`` times what the reference took
    slack        see above
    total        wall time of a whole submission, in seconds
    memory       bytes of address space beyond what the warm process has
    processes    how many processes and threads there may be at once
    disk         bytes that may be written
    reply        bytes of one reply of the worker
    output       bytes of output kept of one cell
    calls        how often a learner's code may call back into one test
    """

    seconds: float = 10.0
    slack: float = 10.0
    total: float = 300.0
    memory: int = 2 << 30
    processes: int = 32
    disk: int = 64 << 20
    reply: int = 64 << 20
    output: int = 64 << 10
    calls: int = 200_000
