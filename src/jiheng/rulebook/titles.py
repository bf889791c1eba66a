"""The title of a ledger or a measure in the language of its reader."""

from jiheng.model.ledger import Ledger
from jiheng.model.measure import Measure


def title_in(document: Ledger | Measure, language: str) -> str:
    """Return the title in a language; the Chinese one where nobody gave an English one.

    Example:
        >>> from jiheng.rulebook.ledgers import load_ledger
        >>> title_in(load_ledger("social-card"), "zh")
        '卡务系统'
    """
    english = document.title_en if language == "en" else ""
    return english or document.title
