"""What was measured, a line a trial, so that a run can go on where another ended."""

from pathlib import Path

import msgspec

from benchmarks.accuracy_pages.collection import Item
from benchmarks.accuracy_pages.readers import Ours, Reader
from benchmarks.accuracy_pages.trial import Trial, digest

_Key = tuple[str, str, str, str, str]


class Results:
    """The trials in a file, one of each file, reader and version: the newest."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_bytes().splitlines() if path.exists() else []
        self._trials = {_key(t): t for t in (msgspec.json.decode(x, type=Trial) for x in lines)}

    def add(self, trial: Trial) -> None:
        """Keep a trial."""
        self._trials[_key(trial)] = trial
        with self._path.open("ab") as target:
            target.write(msgspec.json.encode(trial) + b"\n")

    def has(self, item: Item, reader: Reader) -> bool:
        """Whether a file as it is now was read by a reader as it is now."""
        return (*_file(item), reader.name, reader.version) in self._trials

    def of(self, items: list[Item], ours: Ours) -> list[Trial]:
        """Return what came of files as they are now, by us as we are now and by any library."""
        files = {_file(item) for item in items}
        return [
            trial
            for key, trial in self._trials.items()
            if key[:3] in files and (trial.reader != ours.name or trial.version == ours.version)
        ]


def _file(item: Item) -> tuple[str, str, str]:
    return item.kind.name, item.path.name, digest(item)


def _key(trial: Trial) -> _Key:
    return trial.kind, trial.file, trial.sha256, trial.reader, trial.version
