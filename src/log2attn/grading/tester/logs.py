"""What a learner's code logs, for the handlers that a test has put up, and for no others: the grader's own log is not theirs to write."""

from __future__ import annotations

import logging
from typing import Any


class Logs:
    """The records of one test after the other."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Handlers that are there before a test are not the test's."""
        known = [logging.root, *logging.root.manager.loggerDict.values()]
        self.usual = [handler for logger in known for handler in getattr(logger, "handlers", ())]

    def take(self, entry: Any) -> None:
        """A record, as [logger, level, message]; anything else is left alone."""
        if not isinstance(entry, list) or list(map(type, entry)) != [str, int, str]:
            return
        name, level, message = entry
        logger = logging.root if name == "root" else logging.root.manager.loggerDict.get(name)
        if not isinstance(logger, logging.Logger) or not 0 <= level <= 100 or not logger.isEnabledFor(level):
            return
        record = logging.LogRecord(name, level, "", 0, message, None, None)
        at: logging.Logger | None = logger
        while at is not None:
            for handler in at.handlers:
                if handler not in self.usual and level >= handler.level:
                    handler.handle(record)
            at = at.parent if at.propagate else None
