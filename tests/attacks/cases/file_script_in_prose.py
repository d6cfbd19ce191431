"""The written answer, Markdown cells, attachments and raw cells hold scripts."""

from course import WRITTEN

KIND, GROUP = "hostile", "file"
DESERVED = 0
FEEDBACK = True


def apply(s):
    s.wrong()
    evil = "<script>window.STOLEN=1</script> <img src=x onerror=window.STOLEN=1> [click](javascript:window.STOLEN=1)"
    s.cell(WRITTEN).source = "Because. " + evil
    s.note("# " + evil + "\n\n</div></body>" + evil)
    s.cell("md-softmax").source += evil
