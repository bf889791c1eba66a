"""Whether all rows of a form were seen: without those cut off its sums cannot hold."""

from fractions import Fraction

from jiheng.model.document import Document
from jiheng.model.form import Doubt, Form
from jiheng.model.paths import WHOLE_FORM
from jiheng.readers.recognise.sums import number_at, number_of, weights_of

_FULL = Fraction(100)


def missing_rows(form: Form, document: Document) -> tuple[Doubt, ...]:
    """Return a doubt where rows of a recognised form may not have been seen.

    Its weights stay below the whole that it prints, or below 100; or its rows have scores, and no
    row has their total. What is typed is whole: there the audit says that sums do not hold.
    """
    if not _is_recognised(document):
        return ()
    if _falls_short(form) or _ends_early(form):
        return (Doubt(at=WHOLE_FORM, text="", reason="missing-rows"),)
    return ()


def _is_recognised(document: Document) -> bool:
    """Whether its text was recognised in pictures, which pages of other files may be as well."""
    return document.format == "image" or any(
        cell.candidates for grid in document.grids for cell in grid.cells
    )


def _falls_short(form: Form) -> bool:
    weights = [number_at(form, path) for path in weights_of(form)]
    whole = number_of(form.total.weight) or _FULL
    return bool(weights) and sum(weight or 0 for weight in weights) < whole


def _ends_early(form: Form) -> bool:
    has_scores = any(row.score is not None for row in form.indicators)
    return (form.total.score is None) == has_scores
