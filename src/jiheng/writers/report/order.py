"""A form's findings in the order and under the numbers in which people meet them."""

from typing import Literal

from msgspec import Struct

from jiheng.audit.cells import row_of
from jiheng.model.audit import Audit, Finding, Severity
from jiheng.model.form import Form
from jiheng.model.points import parse_points

Standing = Literal["counted", "told-once", "waived"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_STANDINGS: tuple[Standing, ...] = ("counted", "told-once", "waived")


class Numbered(Struct, frozen=True, kw_only=True):
    """One finding under the number that its badge shows.

    Attributes:
        standing: whether it counts against the form, is the template's or system's, or is waived.
        same_cause: numbers of the other findings of its group.
    """

    number: int
    finding: Finding
    standing: Standing
    same_cause: tuple[int, ...] = ()


def number_findings(form: Form, audit: Audit) -> tuple[Numbered, ...]:
    """Return the findings numbered from 1: the ones that count first, worst first."""
    ordered = sorted(audit.findings, key=lambda finding: _rank(form, finding))
    return tuple(
        Numbered(
            number=number,
            finding=finding,
            standing=standing_of(finding),
            same_cause=tuple(
                other
                for other, sibling in enumerate(ordered, 1)
                if other != number and finding.group and sibling.group == finding.group
            ),
        )
        for number, finding in enumerate(ordered, 1)
    )


def standing_of(finding: Finding) -> Standing:
    """Return whether a finding counts against its form, or why it does not."""
    if finding.waived is not None:
        return "waived"
    return "counted" if finding.counts else "told-once"


def tally(numbered: tuple[Numbered, ...]) -> tuple[int, ...]:
    """Return how many errors, doubts and hints count against the form."""
    counted = [each.finding.severity for each in numbered if each.standing == "counted"]
    return tuple(counted.count(severity) for severity in SEVERITIES)


def most_pressing(numbered: tuple[Numbered, ...]) -> Numbered | None:
    """Return the error or doubt to look at first, or None when there is none."""
    first = next((each for each in numbered if each.standing == "counted"), None)
    return None if first is None or first.finding.severity == "info" else first


def _rank(form: Form, finding: Finding) -> tuple[int, int, int]:
    standing = _STANDINGS.index(standing_of(finding))
    return standing, SEVERITIES.index(finding.severity), -_stake(form, finding)


def _stake(form: Form, finding: Finding) -> int:
    """Points of the rows that a finding touches, in 1/100 point."""
    if "total.score" in finding.at:
        return parse_points(form.total.weight) or 100_00
    rows = {row for path in finding.at if (row := row_of(path))}
    weights = {
        **{f"indicators[{i}]": row.weight for i, row in enumerate(form.indicators)},
        **{f"funds.lines[{i}]": line.weight for i, line in enumerate(form.funds.lines)},
    }
    return sum(parse_points(weights.get(row)) or 0 for row in rows)
