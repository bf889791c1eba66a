"""How many findings of each kind a form has: columns that the database can add up."""

from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import ClassVar

from django.db import models

from jiheng.model.audit import Finding, Severity

KINDS = ("AR", "BU", "SC", "VA", "XI", "TX", "ID", "CF")
"""The families of checks that look at one form, in reporting order."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
BY_RULE = "by_rule"


def column(kind: str, severity: str) -> str:
    """Return the name of the column that counts findings of a kind and a severity."""
    return f"{kind.lower()}_{severity}"


COLUMNS = (*(column(*pair) for pair in product(KINDS, SEVERITIES)), BY_RULE)


def tally_of(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings of each column count against a form; 0 is left out."""
    counted = [each for each in findings if each.counts]
    found = Counter(column(each.code[:2], each.severity) for each in counted)
    found[BY_RULE] = sum(each.mend == "rule" for each in counted)
    return {name: number for name, number in found.items() if number}


def _count() -> models.PositiveSmallIntegerField[int]:
    return models.PositiveSmallIntegerField(default=0)


class Tally(models.Model):
    """Findings that count against a form, by the check's family and by severity.

    Attributes:
        by_rule: those of them that only whoever sets the rule can mend.
    """

    ar_error = _count()
    ar_warning = _count()
    ar_info = _count()
    bu_error = _count()
    bu_warning = _count()
    bu_info = _count()
    sc_error = _count()
    sc_warning = _count()
    sc_info = _count()
    va_error = _count()
    va_warning = _count()
    va_info = _count()
    xi_error = _count()
    xi_warning = _count()
    xi_info = _count()
    tx_error = _count()
    tx_warning = _count()
    tx_info = _count()
    id_error = _count()
    id_warning = _count()
    id_info = _count()
    cf_error = _count()
    cf_warning = _count()
    cf_info = _count()
    by_rule = _count()

    class Meta:
        abstract: ClassVar[bool] = True
