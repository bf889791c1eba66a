"""How a form stands at its review: what its rows have, and which of it is out of date."""

from collections.abc import Iterable, Mapping

from jiheng.audit.cells import row_of
from jiheng.web.chain.changed import changed_since
from jiheng.web.forms.models import FormRecord
from jiheng.web.verdicts.models import Assessment, RowScore


def assessment_at(record: FormRecord, step: str) -> Assessment | None:
    """Return a form's review at a step, or None where nobody began one."""
    found = Assessment.objects.filter(record=record, step=step)
    return found.select_related("by").first()


def scores_of(assessment: Assessment | None) -> dict[str, RowScore]:
    """Return what its rows were given, by their paths."""
    if assessment is None:
        return {}
    rows = RowScore.objects.filter(assessment=assessment).select_related("by")
    return {each.row: each for each in rows}


def stale_rows(record: FormRecord, scores: Iterable[RowScore]) -> frozenset[str]:
    """Return the rows that changed after they were scored."""
    rows: dict[int, set[str]] = {}
    for each in scores:
        rows.setdefault(each.version, set()).add(each.row)
    return frozenset(
        row
        for version, scored in rows.items()
        if version != record.version
        for change in changed_since(record, version)
        if (row := row_of(change.path)) in scored
    )


def holding(scores: Mapping[str, RowScore], stale: frozenset[str]) -> dict[str, int | None]:
    """Return the scores that still hold, by the paths of their cells."""
    return {f"{row}.score": each.score for row, each in scores.items() if row not in stale}
