"""The sections of docs/benchmarks.md: each is written by one command, which leaves the others."""

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def with_section(title: str, text: str) -> None:
    """Put a section into the page, in place of an older one of its title."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(replaced(page, title, text), encoding="utf-8")


def replaced(page: str, title: str, text: str) -> str:
    r"""Return a page with a section of this title; others stay where they are.

    Example:
        >>> replaced("# Page\n\nOurs.\n\n## Load\n\nOld.\n", "Load", "New.")
        '# Page\n\nOurs.\n\n## Load\n\nNew.\n'
    """
    first, *others = re.split(r"^(?=## )", page, flags=re.MULTILINE)
    section = f"## {title}\n\n{text.strip()}\n"
    kept = [each.strip() for each in others if not each.startswith(f"## {title}\n")]
    return "\n\n".join([first.strip(), *kept, section])


def with_first(text: str) -> None:
    """Write the page anew and keep the sections that stood below."""
    others = re.split(r"^(?=## )", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    kept = [each.strip() for each in others]
    PAGE.write_text("\n\n".join([text.strip(), *kept]) + "\n", encoding="utf-8")
