"""Looks at the ledgers that the server may read: their file, their holders, where they lie."""

from collections.abc import Iterator
from pathlib import Path

from jiheng.evidence.errors import EvidenceError
from jiheng.evidence.extra import require_proof
from jiheng.web.measures.sources import BadSources, ServedLedger, paths_of, served_ledgers
from jiheng.web.people.models import Organisation
from jiheng.web.upkeep.doctor.sight import Sight, bad, ok, warn


def served(data: Path) -> Iterator[Sight]:
    """Look whether each ledger of ``ledgers.toml`` can be read; nothing where there is none."""
    try:
        found = served_ledgers(data)
    except BadSources as error:
        yield bad("settings", cause=error.told)
        return
    if not found:
        return
    try:
        require_proof()
    except EvidenceError as error:
        yield bad("settings", cause=error.told)
    for each in found:
        yield _look(each)


def _look(ledger: ServedLedger) -> Sight:
    gone = next((path for path in paths_of(ledger) if not path.exists()), None)
    if gone is not None:
        return bad("ledger-gone", name=ledger.name, place=str(gone))
    if not Organisation.objects.filter(name=ledger.holder).exists():
        return warn("ledger-nobodys", name=ledger.name, holder=ledger.holder)
    return ok("ledger", name=ledger.name, holder=ledger.holder)
