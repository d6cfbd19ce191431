"""The files of a learner's room: what the tester puts there, and what the learner's code has written since."""

from __future__ import annotations

from pathlib import Path

from log2attn.grading.protocol.filenames import MOST_BYTES, files_in, stamp


class Room:
    """A folder, and its files as the tester knows them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: dict[str, tuple] = {}

    def put(self, name: str, data: bytes | None) -> None:
        """Write a file of the tester's, or remove it."""
        path = self.folder / name
        if data is None:
            path.unlink(missing_ok=True)
            self.told.pop(name, None)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.told[name] = stamp(path)

    def news(self) -> list[list]:
        """[name, bytes] of each file written since the last time, [name, None] of each removed. What is too large is left out."""
        now = {name: (stamp(path), path) for name, path in files_in(self.folder)}
        news: list[list] = [[name, None] for name in self.told.keys() - now.keys()]
        left = MOST_BYTES
        for name, (written, path) in now.items():
            if self.told.get(name) != written and written[0] <= left:
                left -= written[0]
                news.append([name, path.read_bytes()])
        self.told = {name: written for name, (written, _path) in now.items()}
        return news
