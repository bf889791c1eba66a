"""采用自评得分: rows that nobody scored get what the unit gave them, where the rules allow it."""

from msgspec.structs import replace

from jiheng.audit.cells import row_of
from jiheng.model.points import format_points
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import form_of
from jiheng.web.verdicts.summing import judged_items
from jiheng.web.verdicts.wishes import Wish

_BEARING = (".score", ".actual", ".reason", ".executed", ".rate", ".adjusted_budget")
"""Cells whose findings put a row's score in doubt; what is wrong with a weight does not."""


def taken_over(record: FormRecord, wishes: tuple[Wish, ...]) -> tuple[Wish, ...]:
    """Return the wishes, the blank ones filled; a score against its rule is left to the reviewer.

    A row whose value or score a finding puts in doubt is left too.
    """
    judged = judged_here(form_of(record), record.papers)
    slack = judged.pack.tolerance.value.points
    doubted = {
        row_of(path)
        for each in judged.audit.findings
        if each.counts and each.severity != "info"
        for path in each.mend_at or each.at
        if path.endswith(_BEARING)
    }
    allowed = {
        row: format_points(item.printed)
        for item in judged_items(judged.scored)
        if (row := row_of(item.at)) not in doubted
        and item.printed is not None
        and item.low is not None
        and item.high is not None
        and item.low - slack <= item.printed <= item.high + slack
    }
    return tuple(
        each if each.typed.strip() else replace(each, typed=allowed.get(each.row, ""))
        for each in wishes
    )
