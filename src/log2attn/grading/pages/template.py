"""Our pages' templates, with everything escaped that comes into them. The door to Jinja2."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from log2attn.grading.pages import inert
from log2attn.grading.pages.style import PAGE, POLICY


@cache
def template(name: str) -> Template:
    """A page's template, for example ``template("feedback")``. What it shows of other people's goes through its filter ``inert``."""
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["inert"] = inert.text
    pages.globals.update(policy=POLICY, shared=PAGE)
    return pages.get_template(f"{name}.html.j2")
