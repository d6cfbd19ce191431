"""The notebook's title, ids of cells, tags, names of kernels and languages hold scripts."""

KIND, GROUP = "hostile", "file"
DESERVED = 0
FEEDBACK = True


def apply(s):
    s.wrong()
    evil = "</title><script>window.STOLEN=1</script>"
    s.notebook.metadata["title"] = evil
    s.notebook.metadata["authors"] = [{"name": evil}]
    s.notebook.metadata["kernelspec"]["display_name"] = evil
    s.notebook.metadata["language_info"]["pygments_lexer"] = evil
    for k, cell in enumerate(s.cells):
        cell.metadata["tags"] = [evil]
        if "nbgrader" not in cell.metadata:
            cell["id"] = f"x{k}"
