"""The folder, laid on the disk."""

from pathlib import Path
from random import Random

from benchmarks.hostile_folder.evil_files import archives, pictures, places
from benchmarks.hostile_folder.evil_office import office_files
from benchmarks.hostile_folder.evil_pages import page_files
from benchmarks.hostile_folder.good import good_files
from benchmarks.hostile_folder.scans import scan_files
from benchmarks.hostile_folder.subject import Subject

_SCANS = 20


def hostile_files(seed: int = 1) -> tuple[Subject, ...]:
    """Return the hostile files, with a few that only look so and are read."""
    dice = Random(seed)
    return (
        *office_files(dice),
        *archives(),
        *pictures(),
        *places(),
        *page_files(dice),
    )


def subjects(count: int, seed: int = 1) -> tuple[Subject, ...]:
    """Return that many files in all, some of them scans."""
    others = (*hostile_files(seed), *scan_files(_SCANS, seed))
    return (*others, *good_files(count - len(others), seed))


def laid(files: tuple[Subject, ...], folder: Path) -> Path:
    """Lay files into a folder, and return it."""
    for each in files:
        path = folder / each.name
        path.parent.mkdir(parents=True, exist_ok=True)
        each.lay(path)
    return folder
