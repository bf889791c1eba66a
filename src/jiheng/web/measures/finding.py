"""Which measures fit an indicator by its name, and which of all are sought."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.audit.facts.names import bare_name
from jiheng.model.measure import Measure
from jiheng.rulebook.ledgers import load_ledger
from jiheng.rulebook.proofs import all_measures
from jiheng.rulebook.titles import title_in

_TELLING = 4
"""Signs that a name has which says what is meant; 成本 does not."""


class Offered(Struct, frozen=True, kw_only=True):
    """A measure that may be chosen.

    Attributes:
        title: in the reader's language.
        system: whose ledger it asks, in the reader's language.
        fits: it feeds an indicator of this name, or is called so.
    """

    id: str
    title: str
    system: str
    feeds: tuple[str, ...]
    note: str
    fits: bool


def offered(name: str, sought: str, language: str) -> tuple[Offered, ...]:
    """Return the measures for an indicator, those that fit it first.

    Args:
        name: of the indicator.
        sought: words that must all be found; "" for those that fit, and all where none does.
        language: of the reader.
    """
    words = sought.lower().split()
    found = tuple(_all(name, language))
    fitting = tuple(each for each in found if each.fits)
    if not words:
        return fitting or found
    rest = (each for each in found if not each.fits)
    return tuple(each for each in (*fitting, *rest) if _has(each, words))


def fits(measure: Measure, name: str) -> bool:
    """Whether a measure feeds an indicator of this name, or is called so itself.

    Blanks and punctuation do not count.

    Example:
        >>> from jiheng.rulebook.proofs import load_measure
        >>> fits(load_measure("certification-rate"), "待遇资格 认证率")
        True
    """
    bare = bare_name(name)
    fed = map(bare_name, measure.feeds)
    return bare in fed or (len(bare) >= _TELLING and bare in bare_name(measure.title))


def _all(name: str, language: str) -> Iterator[Offered]:
    for each in all_measures():
        yield Offered(
            id=each.id,
            title=title_in(each, language),
            system=title_in(load_ledger(each.ledger), language),
            feeds=each.feeds,
            note=each.note,
            fits=fits(each, name),
        )


def _has(each: Offered, words: list[str]) -> bool:
    text = " ".join((each.id, each.title, each.system, *each.feeds, each.note)).lower()
    return all(word in text for word in words)
