"""How a feedback page looks, on a screen and on paper."""

# Nothing may be loaded or run; only the page's own style, and pictures that stand in the page itself.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

STYLE = """\
:root { color-scheme: light; --ink: #1d2126; --soft: #59616b; --line: #d9dee4; --ground: #ffffff; --pale: #f5f7f9;
  --right: #00593f; --wrong: #973400; --partly: #6b4e00; --read: #00507f; --waits: #474f59; --focus: #0072b2; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ink: #e4e8ed; --soft: #a7b0bb; --line: #363d46; --ground: #14171b; --pale: #1d2228;
    --right: #5fcfa6; --wrong: #ff9f70; --partly: #e3bd55; --read: #7fc4f5; --waits: #b4bdc8; --focus: #7fc4f5; }
}
* { box-sizing: border-box; }
html { background: var(--ground); }
body { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; color: var(--ink); font: 1.0625rem/1.6 Charter, "Bitstream Charter", Georgia, "DejaVu Serif", serif; }
h1, h2, h3, table, nav, .kicker, .total, .result, .state, .note, footer { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif; }
h1 { margin: .1rem 0 .4rem; font-size: 1.9rem; line-height: 1.2; font-weight: 650; overflow-wrap: anywhere; }
h2 { margin: 0 0 .3rem; font-size: 1.2rem; line-height: 1.35; overflow-wrap: anywhere; }
h3 { margin: 1.1rem 0 .3rem; font-size: .9rem; font-weight: 600; color: var(--soft); }
a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 2px; }
a:focus-visible, pre:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.kicker { margin: 0; color: var(--soft); font-size: .9rem; }
.total { margin: 0; font-size: 1.1rem; }
.total strong { font-size: 1.6rem; font-weight: 650; }
.note { margin: .8rem 0 0; padding: .55rem .9rem; border-left: 4px solid var(--waits); background: var(--pale); font-size: .95rem; }
section { margin: 2rem 0 2.6rem; }
section > h2 { font-size: 1.05rem; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: baseline; font-weight: 400; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: .85rem; }
tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid var(--ink); font-weight: 650; }
th.points, td.points { padding-right: 0; text-align: right; white-space: nowrap; }
.points { font-variant-numeric: tabular-nums; }
.state { white-space: nowrap; font-weight: 600; font-size: .95rem; }
.state.right { color: var(--right); } .state.wrong { color: var(--wrong); } .state.partly { color: var(--partly); }
.state.read { color: var(--read); } .state.waits { color: var(--waits); }
article { margin: 0 0 2.2rem; padding-top: 1.6rem; border-top: 1px solid var(--line); }
.result { margin: 0; font-size: .95rem; }
.result .points, h3 .points { margin-left: .6rem; color: var(--soft); font-weight: 400; }
pre { margin: 0; padding: .8rem 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--pale);
  font: .875rem/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; tab-size: 4; }
pre code { font: inherit; }
pre.prose { white-space: pre-wrap; overflow-wrap: anywhere; font: 1rem/1.6 Charter, "Bitstream Charter", Georgia, "DejaVu Serif", serif; }
.words { margin: .2rem 0 0; white-space: pre-line; overflow-wrap: anywhere; }
.asks { margin: .2rem 0 0; padding-left: .9rem; border-left: 2px solid var(--line); color: var(--soft); overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: .9rem 0 0; padding: 0; list-style: none; font-size: .95rem; overflow-wrap: anywhere; }
nav [aria-current] { font-weight: 650; }
.missing { margin: 0; color: var(--soft); font-style: italic; }
.comment { margin-top: 1rem; padding: .1rem 1rem .7rem; border-left: 4px solid var(--read); background: var(--pale); }
.comment h3 { margin: .6rem 0 .1rem; color: var(--read); }
.comment p { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
footer p { margin: .2rem 0; }
@media (max-width: 30rem) { body { padding-top: 1.25rem; } h1 { font-size: 1.5rem; } .state { white-space: normal; } th, td { padding-right: .5rem; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  pre { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
  h2, h3, .result { break-after: avoid; } tr, .comment, img { break-inside: avoid; }
  a { text-decoration: none; } nav { display: none; }
}
"""
