"""Documents that are read well, to be damaged."""

from pathlib import Path

from tests.readers.documents.build import CASES, load

_EXAMPLES = Path(__file__).parents[2] / "examples"
_ZIP = b"PK\x03\x04"


def _examples(*suffixes: str) -> dict[str, bytes]:
    paths = (path for path in sorted(_EXAMPLES.iterdir()) if path.suffix in suffixes)
    return {path.name: path.read_bytes() for path in paths}


TEXTS = _examples(".txt")
PAGES = _examples(".html")
PACKAGES = _examples(".docx", ".xlsx")
FORMS = TEXTS | PAGES | PACKAGES
CORNERS = {case.name: load(case) for case in CASES}
"""The readers' own documents: rare shapes, few of them forms."""
CORNER_PACKAGES = {name: data for name, data in CORNERS.items() if data.startswith(_ZIP)}
CORNER_PAGES = {name: data for name, data in CORNERS.items() if not data.startswith(_ZIP)}
