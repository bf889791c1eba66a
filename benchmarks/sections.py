"""The sections of a page in docs: each is written by one command, which leaves the others."""

import re
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PAGE = DOCS / "benchmarks.md"


def with_section(title: str, text: str, page: Path = PAGE) -> None:
    """Put a section into a page, in place of an older one of its title."""
    page.write_text(replaced(page.read_text(encoding="utf-8"), title, text), encoding="utf-8")


def with_first(text: str, page: Path = PAGE) -> None:
    """Write a page anew and keep the sections of it that the text does not have."""
    page.write_text(renewed(page.read_text(encoding="utf-8"), text), encoding="utf-8")


def replaced(page: str, title: str, text: str) -> str:
    r"""Return a page with a section of this title; others stay where they are.

    Example:
        >>> replaced("# Page\n\nOurs.\n\n## Load\n\nOld.\n", "Load", "New.")
        '# Page\n\nOurs.\n\n## Load\n\nNew.\n'
    """
    first, *others = _parts(page)
    section = f"## {title}\n\n{text.strip()}"
    kept = [each for each in others if _title(each) != title]
    return _whole([first, *kept, section])


def renewed(page: str, text: str) -> str:
    r"""Return the text with those sections of a page behind it that it does not have itself.

    Example:
        >>> renewed("# Page\n\nOld.\n\n## Load\n\nKept.\n", "# Page\n\nNew.\n")
        '# Page\n\nNew.\n\n## Load\n\nKept.\n'
    """
    parts = _parts(text)
    own = {_title(part) for part in parts}
    return _whole([*parts, *(part for part in _parts(page)[1:] if _title(part) not in own)])


def _parts(page: str) -> list[str]:
    return [part.strip() for part in re.split(r"^(?=## )", page, flags=re.MULTILINE)]


def _title(part: str) -> str:
    return part.partition("\n")[0].removeprefix("## ")


def _whole(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"
