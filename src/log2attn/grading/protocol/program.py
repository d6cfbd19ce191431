"""The program in a file that ``%run`` names, for both sides."""

import json
from pathlib import Path


def program_in(line: str) -> str:
    """The text of the file that the argument of ``%run`` names; of a notebook, its code cells."""
    path = Path(line.strip().strip("'\""))
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return text
    cells = [cell["source"] for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    return "\n".join("".join(source) for source in cells)
