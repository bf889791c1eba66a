"""What the code is that made a file or read it, so that nothing old is taken for new."""

import hashlib
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SOURCE = _ROOT / "src" / "jiheng"

FORMS = (
    *sorted((_SOURCE / "corpus").glob("*.py")),
    *(_SOURCE / "corpus" / name for name in ("scanning", "sectors")),
    _SOURCE / "writers" / "layout",
    _ROOT / "benchmarks" / "paged_reading" / "lengthened.py",
    _ROOT / "benchmarks" / "paged_reading" / "printing.py",
)
"""What made-up forms and their pictures depend on."""

READERS = tuple(
    _SOURCE / name for name in ("formats", "model", "quantities", "readers", "rulebook")
)
"""What reading depends on."""


def writer(name: str) -> Path:
    """Return where the writer of a format lies."""
    folder = _SOURCE / "writers" / name
    return folder if folder.is_dir() else folder.with_suffix(".py")


@cache
def digest_of(*places: Path) -> str:
    """Return twelve signs that change with any source in these files and folders."""
    whole = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else (place,):
            if path.suffix in {".py", ".yaml", ".typ"}:
                whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
