"""An installation of its own: a data folder with a database file, as one that serves has it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from msgspec.structs import replace

from jiheng.web.config import DATABASE
from jiheng.web.upkeep.places import pointed_at


@contextmanager
def installed(folder: Path) -> Iterator[Path]:
    """Let the data folder be this one, and the database the file in it."""
    usual = settings.CONFIG
    folder.mkdir(exist_ok=True)
    settings.CONFIG = replace(usual, data=folder)
    try:
        with pointed_at(folder / DATABASE):
            yield folder
    finally:
        settings.CONFIG = usual


def command(*words: str | Path, database: str = "") -> subprocess.Popen[str]:
    """Return a process of the platform that was just started, on SQLite unless told otherwise."""
    kept = ("PATH", "PYTHONPATH", "HOME", "COVERAGE_PROCESS_START", "SYSTEMROOT")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "jiheng.web", *map(str, words)],
        env={**environment, "DATABASE_URL": database},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def run(*words: str | Path, database: str = "", expect: int = 0) -> str:
    """Return what a command of the platform said when it was done."""
    process = command(*words, database=database)
    said, _ = process.communicate(timeout=120)
    if process.returncode != expect:
        raise RuntimeError(f"{words}: {process.returncode}: {said}")
    return said
