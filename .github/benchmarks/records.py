"""What was measured so far: a line of JSON for each record, written as soon as it is known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path


class Records:
    """Records by part and name; the last one of a name counts."""

    def __init__(self, folder: Path, again: bool = False):
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / "records.jsonl"
        self.again = again
        self.known: dict[str, dict[str, dict]] = {}
        if self.file.exists():
            for line in self.file.read_text().splitlines():
                self._learn(**json.loads(line))

    def has(self, part: str, name: str) -> bool:
        return not self.again and name in self.known.get(part, {})

    def missing(self, part: str, names: Iterable[str]) -> list[str]:
        return [name for name in names if not self.has(part, name)]

    def all(self, part: str) -> dict[str, dict]:
        return self.known.get(part, {})

    def add(self, part: str, name: str, record: dict) -> None:
        line = {"part": part, "name": name, "record": record}
        with self.file.open("a") as out:
            out.write(json.dumps(line) + "\n")
        self._learn(**line)

    def machine(self, record: dict) -> None:
        """Figures of two machines do not belong in one table."""
        known = self.all("machine").get("this")
        if known is None:
            self.add("machine", "this", record)
        elif known["processor"] != record["processor"]:
            raise SystemExit(f"{self.file} is of another machine; give another --results")

    def _learn(self, part: str, name: str, record: dict) -> None:
        self.known.setdefault(part, {})[name] = record
