"""A display claims to be a PNG and is a page with a script."""

KIND, GROUP = "hostile", "file"
DESERVED = 0
FEEDBACK = True


def apply(s):
    s.wrong()
    s.before("""
import base64
from IPython.display import display
page = "<html><script>window.STOLEN=1</script></html>"
display({"image/png": base64.b64encode(page.encode()).decode(), "image/svg+xml": "<svg><script>window.STOLEN=1</script></svg>"}, raw=True)
display({"image/png": '"><script>window.STOLEN=1</script>'}, raw=True)
display({"image/jpeg": "x" * 5_000_000}, raw=True)
""")
