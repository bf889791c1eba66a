"""Where the two published sets of forms lie, when they are there."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "seeds"
FILES = {"guyuan": "000_*.txt", "liupanshui": "004_*.txt"}
EXPECTED = Path(__file__).parent / "expected"

needs_seeds = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published forms are not here")


def seed(name: str) -> Path:
    """Return the text file of one set."""
    (path,) = FOLDER.glob(FILES[name])
    return path
