"""A cell displays HTML, JavaScript and SVG whose script would run in the browser of whoever reads the feedback."""

KIND, GROUP = "hostile", "file"
DESERVED = 0
FEEDBACK = True


def apply(s):
    s.wrong()
    s.before("""
from IPython.display import HTML, SVG, Javascript, Markdown, display
display(HTML("<script>window.STOLEN=1</script><img src=x onerror=window.STOLEN=1>"))
display(Javascript("window.STOLEN=1"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg'><script>window.STOLEN=1</script></svg>"))
display(Markdown("<script>window.STOLEN=1</script>"))
display({"text/html": "<script>window.STOLEN=1</script>", "text/plain": "<script>window.STOLEN=1</script>"}, raw=True)
print("<script>window.STOLEN=1</script>")
class Shown:
    def _repr_html_(self):
        return "<script>window.STOLEN=1</script>"
    def __repr__(self):
        return "<script>window.STOLEN=1</script>"
Shown()
""")
    s.cell("demo").outputs = [
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {"text/html": "<script>window.STOLEN=1</script>"},
        }
    ]
