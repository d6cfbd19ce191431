"""Cards: what check and hint show. HTML with inline style only, and a plain text that says the same.

No script, no web font, no color that carries a meaning alone, and colors that work on light and on dark pages.
"""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from typing import Any

from IPython import get_ipython
from IPython.display import display

EDGE = {"passed": "#009E73", "open": "#D55E00", "start": "#7F7F7F", "hint": "#0072B2"}
WIDTH = 92


@dataclass(frozen=True)
class Card:
    """A heading that states the result, and rows of (label, sentence)."""

    tone: str
    heading: str
    rows: tuple[tuple[str, str], ...] = ()

    def as_text(self) -> str:
        lines = [self.heading, "-" * min(len(self.heading), WIDTH)]
        for label, sentence in self.rows:
            lines += textwrap.wrap(
                f"{label}: {sentence}", WIDTH, subsequent_indent="  ", break_long_words=False
            )
        return "\n".join(lines)

    def as_html(self) -> str:
        rows = "".join(
            f'<tr style="background:transparent"><th scope="row" style="text-align:left;vertical-align:top;padding:2px 14px 2px 0;'
            f'white-space:nowrap;font-weight:600">{_plain(label)}</th>'
            f'<td style="text-align:left;vertical-align:top;padding:2px 0;white-space:pre-line">{_plain(sentence)}</td></tr>'
            for label, sentence in self.rows
        )
        table = (
            f'<table style="border-collapse:collapse;border:0;margin:6px 0 0 0;color:inherit;font-size:inherit">{rows}</table>'
            if rows
            else ""
        )
        return (
            f'<div role="status" style="border-left:5px solid {EDGE[self.tone]};background:rgba(127,127,127,.10);color:inherit;'
            f'padding:8px 14px;margin:4px 0;max-width:56em;line-height:1.45">'
            f'<div style="font-weight:700">{_plain(self.heading)}</div>{table}</div>'
        )

    def show(self) -> None:
        """Display below the cell; in a plain Python program, print."""
        if get_ipython() is None:
            print(self.as_text())
        else:
            display({"text/html": self.as_html(), "text/plain": self.as_text()}, raw=True)


def _plain(text: Any) -> str:
    # A dollar sign would start a formula in a notebook, in HTML output too: its full-width twin does not.
    return html.escape(str(text), quote=True).replace("$", "\uff04")
