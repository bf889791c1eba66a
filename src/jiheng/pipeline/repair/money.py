"""What follows in the money block: an execution rate, and a total that its parts prove."""

import re
from fractions import Fraction

from jiheng.audit.cells import row_of
from jiheng.audit.facts.execution_rate import PrintedRate, printed_rate
from jiheng.audit.facts.money_block import MoneyRow, base_field, money_rows, shown
from jiheng.audit.facts.money_sums import Sum
from jiheng.audit.facts.sources import sums_of_total
from jiheng.model.audit import Finding
from jiheng.model.decimals import decimal_words
from jiheng.model.quantity import PER_UNIT
from jiheng.pipeline.repair.correction import Correction, like
from jiheng.pipeline.repair.judged import Judged
from jiheng.rulebook.messages import worded

_HUNDRED = 100
_PLACES = {_HUNDRED: 2, 1: 4}
_QUOTED = r"(执行率[为是达到了约：: ]{{0,4}}){number}(?=\s*[%％])"


def rate(judged: Judged, finding: Finding) -> tuple[Correction, ...]:
    """Divide again; not where an amount or the points for execution are in question too."""
    if finding.severity != "error" or _is_disputed(judged, finding):
        return ()
    rows = {f"funds.lines[{row.index}]": row for row in money_rows(judged.form)}
    made = tuple(_rate_of(judged, rows[row_of(path) or ""]) for path in finding.mend_at)
    quoted = _quoted(judged, made) if "funds.lines[0].rate" in finding.mend_at else ()
    return (*made, *quoted)


def _is_disputed(judged: Judged, finding: Finding) -> bool:
    """Whether another finding would change an amount that the rate is made of, or its score."""
    amounts = set(finding.at) - set(finding.mend_at)
    scores = {path.replace(".rate", ".score") for path in finding.mend_at}
    return any(
        (amounts | scores) & set(each.mend_at) for each in judged.open if each.code != finding.code
    )


def _rate_of(judged: Judged, row: MoneyRow) -> Correction:
    true = _true_rate(judged, row)
    printed = printed_rate(row.line.rate)
    scale = _HUNDRED if printed is None else _scale(printed, true)
    number = decimal_words(true * scale, _PLACES[scale])
    return Correction(path=f"funds.lines[{row.index}].rate", value=like(row.line.rate, number))


def _true_rate(judged: Judged, row: MoneyRow) -> Fraction:
    base = row.amount(base_field(judged.scored, row.line))
    return (row.executed or Fraction(0)) / (base or Fraction(1))


def _scale(printed: PrintedRate, true: Fraction) -> int:
    """Return 100 for a rate in percent, 1 for one that is printed as a share."""
    value, _ = min(printed.readings, key=lambda reading: abs(reading[0] - true))
    return 1 if value == printed.number else _HUNDRED


def _quoted(judged: Judged, made: tuple[Correction, ...]) -> tuple[Correction, ...]:
    """Return the conclusion with the new rate, where it quotes the old one."""
    text, line = judged.form.conclusion, judged.form.funds.lines[0]
    old, new = (line.rate or "").rstrip("%％"), made[0].value.rstrip("%％")
    if not text or not old:
        return ()
    value = re.sub(_QUOTED.format(number=re.escape(old)), rf"\g<1>{new}", text)
    return () if value == text else (Correction(path="conclusion", value=value),)


def executed_total(judged: Judged, finding: Finding) -> tuple[Correction, ...]:
    """Add up what was executed, where the budgets add up and the printed rate agrees with it."""
    sums = sums_of_total(judged.form)
    apart = tuple(each for each in sums if not each.agrees)
    if finding.severity != "error" or len(apart) != 1 or len(sums) == 1:
        return ()
    (found,) = apart
    rows, path = money_rows(judged.form), found.cells[0]
    if not path.endswith(".executed") or found.has_blank or found.is_single or not rows:
        return ()
    if not _proven(judged, rows[0], found):
        return ()
    unit = judged.form.funds.unit
    number = worded(shown(found.parts, unit)).removesuffix(unit or "")
    return (Correction(path=path, value=like(rows[0].line.executed, number)),)


def _proven(judged: Judged, row: MoneyRow, found: Sum) -> bool:
    """Whether the printed rate is that of the parts and not that of the printed total."""
    printed, base = printed_rate(row.line.rate), row.amount(base_field(judged.scored, row.line))
    if printed is None or not base:
        return False
    tolerance = Fraction(judged.scored.pack.tolerance.value.rate, PER_UNIT)
    return printed.agrees(found.parts / base, tolerance) and not printed.agrees(
        found.whole / base, tolerance
    )
