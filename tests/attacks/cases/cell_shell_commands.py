"""Shell lines and a %%bash cell copy the instructor's source and print it."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
lines = get_ipython().getoutput("cat $(find / ../../.. -maxdepth 7 -path '*source*' -name '*.ipynb' -not -path '/proc/*' -not -path '/usr/*' 2>/dev/null | head -n 3)")
_out("\\n".join(lines))
""")
    s.before(
        "%%bash\nfor f in ../../../source/*/*.ipynb ../../source/*/*.ipynb; do test -f $f && cp $f . && cat $f; done\nexit 0"
    )
    s.before("!cat ../../../gradebook.db | head -c 100000 | strings | head")
