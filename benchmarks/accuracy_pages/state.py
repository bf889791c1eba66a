"""What the code is that made a file or read it, so that nothing old is taken for new."""

import hashlib
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SOURCE = _ROOT / "src" / "jiheng"

MAKERS = (
    _SOURCE / "corpus",
    _SOURCE / "writers",
    _ROOT / "benchmarks" / "paged_reading",
    Path(__file__).with_name("kinds.py"),
)
"""What made-up files depend on."""

READERS = tuple(
    _SOURCE / name for name in ("formats", "model", "quantities", "readers", "rulebook")
)
"""What reading depends on."""


def digest_of(*places: Path) -> str:
    """Return twelve signs that change with any source in these files and folders."""
    whole = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else (place,):
            if path.suffix in {".py", ".yaml", ".typ"}:
                whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
