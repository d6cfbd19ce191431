"""How our pages look, on a screen and on paper: what they have in common, and what is each one's own."""

# Nothing may be loaded or run; only the page's own style, and pictures that stand in the page itself.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

PAGE = """\
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
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
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
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: .9rem 0 0; padding: 0; list-style: none; font-size: .95rem; overflow-wrap: anywhere; }
nav [aria-current] { font-weight: 650; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
footer p { margin: .2rem 0; }
@media (max-width: 30rem) { body { padding-top: 1.25rem; } h1 { font-size: 1.5rem; } th, td { padding-right: .5rem; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; } tr { break-inside: avoid; }
  a { text-decoration: none; } nav { display: none; }
}
"""

FEEDBACK = """\
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
.missing { margin: 0; color: var(--soft); font-style: italic; }
.comment { margin-top: 1rem; padding: .1rem 1rem .7rem; border-left: 4px solid var(--read); background: var(--pale); }
.comment h3 { margin: .6rem 0 .1rem; color: var(--read); }
.comment p { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
@media (max-width: 30rem) { .state { white-space: normal; } }
@media print {
  pre { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
  .result { break-after: avoid; } .comment, img { break-inside: avoid; }
}
"""

REPORT = """\
:root { --bar: #0072b2; --few: #fbe8dc; --fewest: #f5cfb6; }
@media screen and (prefers-color-scheme: dark) { :root { --bar: #7fc4f5; --few: #3a2a20; --fewest: #58361f; } }
body { max-width: none; }
header, .read, section > ul, footer { max-width: 60rem; }
h1 { font-size: 1.6rem; }
h2 { margin-top: 1rem; }
section > h2 { font-size: 1.25rem; }
h3 { color: inherit; font-size: 1rem; scroll-margin-top: 1rem; }
.read { margin: .2rem 0 .8rem; color: var(--soft); font-size: .95rem; }
.read b { color: var(--ink); }
.scroll { position: relative; overflow: auto; max-height: 88vh; max-width: max-content; border: 1px solid var(--line); border-radius: 6px; }
table { width: auto; border-collapse: separate; border-spacing: 0; font-size: .9rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; overflow-wrap: normal; }
td, thead th { text-align: right; white-space: nowrap; }
tbody tr:last-child > * { border-bottom: 0; }
thead { position: sticky; top: 0; z-index: 2; }
thead th { vertical-align: bottom; background: var(--pale); }
thead th[scope=colgroup], .text { text-align: left; }
.name { position: sticky; left: 0; z-index: 1; border-right: 1px solid var(--line); background: var(--ground); text-align: left; }
.name span { display: block; width: max-content; min-width: 5rem; max-width: min(16rem, 38vw); white-space: normal; overflow-wrap: anywhere; }
thead td, thead .name { background: var(--pale); }
.label { position: sticky; left: min(17rem, 42vw); }
.class td, .class thead th:not(.name) { padding: .2rem .4rem; }
.class thead th[scope=col] { white-space: normal; }
.class .first { border-left: 2px solid var(--soft); }
.class td.first { font-weight: 650; }
.class tbody tr:hover > * { background: var(--pale); }
.class tbody td.few { background: var(--few); } .class tbody td.fewest { background: var(--fewest); }
.none { color: var(--soft); }
a.tall { writing-mode: vertical-rl; max-height: 11rem; white-space: normal; text-align: left; vertical-align: bottom; }
svg { display: block; width: 5.5rem; height: 1.75rem; fill: var(--bar); }
svg .axis { fill: var(--soft); }
section ul { margin: .5rem 0 1.5rem; padding-left: 1.2rem; font-size: .95rem; overflow-wrap: anywhere; }
@page class { size: A3 landscape; margin: 8mm; }
@media print {
  .scroll { overflow: visible; max-height: none; max-width: none; border: 0; }
  thead, .name, .label { position: static; }
  .whole { page: class; }
  .class { font-size: min(9pt, calc(404mm / var(--ems))); }
  .class td, .class th, .class thead th:not(.name) { padding: .15em .3em; }
  .class thead th { font-size: inherit; }
  .class .name span { min-width: 0; max-width: 16em; }
}
"""
