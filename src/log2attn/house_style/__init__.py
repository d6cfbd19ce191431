"""The house style (docs/style.md) as rules, each with a name. A rule looks at one page and says what it finds."""

from __future__ import annotations

# Importing a module of rules enters its rules in RULES.
from log2attn.house_style import (  # noqa: F401
    alt_text,
    anatomy,
    budget,
    checks,
    exercises,
    inputs,
    needs,
    optional,
    oracles,
    palette,
    prose,
    vocabulary,
)
from log2attn.house_style.findings import RULES, Finding, Page, Rule, Symbol, findings, read_notation

__all__ = ["RULES", "Finding", "Page", "Rule", "Symbol", "findings", "read_notation"]
