"""Saved by VS Code: its languages in the cells, its interpreter in the notebook."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.notebook.metadata = {
        "kernelspec": {"display_name": ".venv (3.12.1)", "language": "python", "name": "python3"},
        "language_info": {"name": "python", "version": "3.12.1"},
        "vscode": {"interpreter": {"hash": "abc"}},
    }
    for cell in s.cells:
        cell.metadata["vscode"] = {"languageId": "python"}
