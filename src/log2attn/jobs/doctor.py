"""Doctor: attack the sandbox that learners' code runs in, and say what held."""

from __future__ import annotations

from log2attn.grading.doctor.examine import Canary, Examination, examine

__all__ = ["Canary", "Examination", "examine"]
