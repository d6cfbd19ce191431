"""The house style (docs/style.md) as rules, each with a name. A rule looks at one page and says what it finds."""

from __future__ import annotations

# Importing a module of rules enters its rules in RULES, in the order in which ``log2attn lint --rules`` lists them.
from log2attn.tools.style_rules import anatomy, exercises, prose, figures, checks, inputs, oracles  # noqa: F401, I001
from log2attn.tools.style_rules.findings import RULES, Finding, Page, Rule, Symbol, findings, read_notation

__all__ = ["RULES", "Finding", "Page", "Rule", "Symbol", "findings", "read_notation"]
