"""Modules that are warm and yet not there: importing them is quick, and using them without importing still fails.

``import matplotlib`` alone does not give ``matplotlib.pyplot``; a process that has imported pyplot for everybody would hide that mistake.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class Stash(MetaPathFinder, Loader):
    """Holds submodules until somebody imports them."""

    def __init__(self) -> None:
        self.held: dict[str, ModuleType] = {}
        self.on_import: dict[str, Callable[[], None]] = {}

    def put_away(self, names: Iterable[str]) -> None:
        """Take loaded submodules from sys.modules and from their packages."""
        if self not in sys.meta_path:
            sys.meta_path.insert(0, self)
        for name in names:
            package, _, child = name.rpartition(".")
            if package and name in sys.modules:
                self.held[name] = sys.modules.pop(name)
                vars(sys.modules[package]).pop(child, None)

    def bring_back(self, names: Iterable[str]) -> None:
        """Put them where they were: something is imported that needs them as they are."""
        for name in names:
            if name in self.held:
                package, _, child = name.rpartition(".")
                sys.modules[name] = self.held.pop(name)
                setattr(sys.modules[package], child, sys.modules[name])

    def put_away_package(self, name: str, part: str, on_import: Callable[[], None]) -> None:
        """Take a package and one part of it, with all that lies in the part, from sys.modules; what importing it does is done then."""
        self.on_import[name] = on_import
        for module in [m for m in sys.modules if m in (name, part) or m.startswith(f"{part}.")]:
            self.held[module] = sys.modules.pop(module)

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return (
            ModuleSpec(name, self, is_package=hasattr(self.held[name], "__path__"))
            if name in self.held
            else None
        )

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return self.held[spec.name]

    def exec_module(self, module: ModuleType) -> None:
        """It ran when it was loaded first; what that did to the process, and was undone, is done now."""
        self.on_import.get(module.__name__, lambda: None)()
