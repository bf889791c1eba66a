"""The documented ledgers: those that come with Jiheng, and those that a unit describes itself.

RulebookError
└── BadLedger         a ledger's file says something that cannot stand, or there is none
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jiheng.model.ledger import Ledger, LedgerColumn, LedgerTable
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.phrases import Told, phrase, series
from jiheng.rulebook.shelf import Shelf

LEDGER_IDS = (
    "social-insurance-core",
    "resident-pension",
    "institution-pension",
    "fund-account",
    "certification",
    "pension-transfer",
    "social-card",
    "unemployment-online",
    "certificate-subsidy",
    "online-hall",
    "government-service",
    "wechat-account",
    "injury-settlement",
    "operations",
    "electronic-seal",
    "dedicated-line",
    "hired-staff",
    "village-post",
    "annuity-funding",
    "retiree-management",
    "office-move",
)
"""The systems whose ledgers come with Jiheng, in the order in which they are listed."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_SYSTEM = re.compile(r"[a-z][a-z0-9-]{0,62}")
_MOST_PLACES = 10


class BadLedger(RulebookError):
    """There is no such ledger, or its file cannot be used."""


def load_ledger(id_or_path: str | Path) -> Ledger:
    """Return a ledger of ours by id, or a ledger of the user's own by the path of its file.

    Raises:
        BadLedger: there is none, or its file says something that cannot stand.
    """
    return _SHELF.load(id_or_path)


def all_ledgers() -> tuple[Ledger, ...]:
    """Return every ledger that comes with Jiheng."""
    return _SHELF.all()


def parse_ledger(data: bytes, name: str) -> Ledger:
    """Return the ledger that a YAML file describes; ``name`` is used in messages.

    Raises:
        BadLedger: a key is unknown or missing, or names and keys do not fit together.
    """
    return _SHELF.parse(data, name)


def _fault_in(ledger: Ledger) -> Told | None:
    return next(_faults(ledger), None)


def _faults(ledger: Ledger) -> Iterator[Told]:
    if not _SYSTEM.fullmatch(ledger.system):
        yield phrase("ledger.bad-name", name=ledger.system)
    if not ledger.tables:
        yield phrase("ledger.no-tables")
    yield from _name_faults((table.name, table.title) for table in ledger.tables)
    for table in ledger.tables:
        for fault in _table_faults(table):
            yield phrase("words.named", name=table.name, text=fault)


def _table_faults(table: LedgerTable) -> Iterator[Told]:
    yield from _name_faults((column.name, column.title) for column in table.columns)
    known = {column.name for column in table.columns}
    missing = [name for name in table.key if name not in known]
    if missing or not table.key:
        yield phrase("ledger.bad-key", names=series(missing), known=series(sorted(known)))
    for column in table.columns:
        if not _has_fitting_places(column):
            yield phrase("ledger.bad-places", name=column.name, most=str(_MOST_PLACES))


def _name_faults(names: Iterable[tuple[str, str]]) -> Iterator[Told]:
    """Yield what is wrong with names and titles, by either of which a file may be headed."""
    seen: set[str] = set()
    for name, title in names:
        if not _NAME.fullmatch(name):
            yield phrase("ledger.bad-name", name=name)
        for word in {name, title}:
            if not word or word in seen:
                yield phrase("ledger.repeated", name=word)
            seen.add(word)


def _has_fitting_places(column: LedgerColumn) -> bool:
    if column.type == "decimal":
        return 0 < column.places <= _MOST_PLACES
    return column.places == 0


_SHELF = Shelf("ledgers", LEDGER_IDS, Ledger, BadLedger, "ledger", _fault_in)
