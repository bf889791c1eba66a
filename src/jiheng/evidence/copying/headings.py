"""Which column of a source is which column of the ledger."""

import re

from jiheng.evidence.errors import BadSource
from jiheng.model.ledger import LedgerTable
from jiheng.rulebook.phrases import phrase

_IN_BRACKETS = re.compile(r"[（(].*[）)]$")


def places(headings: list[str], table: LedgerTable) -> dict[str, int]:
    """Return where each column of a ledger's table stands under some headings, from 0.

    A heading is the column's name or its title, with or without its unit in brackets; what the
    ledger does not know is left alone.

    Raises:
        BadSource: a column stands there twice.
    """
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        bare = "".join(heading.split()).lstrip("\ufeff")
        column = table.column(bare.lower()) or table.column(bare)
        column = column or table.column(_IN_BRACKETS.sub("", bare))
        if column is None:
            continue
        if column.name in found:
            told = phrase("proof.heading-twice", table=table.name, column=column.name)
            raise BadSource(told)
        found[column.name] = at
    return found


def likeness(cells: list[str], table: LedgerTable) -> int:
    """Return how many columns of a table a row of cells names."""
    try:
        return len(places(cells, table))
    except BadSource:
        return 0
