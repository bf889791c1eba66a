"""Grades of the scores against grades of the rules, each pair with its number of forms."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from jiheng.web.dashboards.counting import Group
from jiheng.web.lists.sieve import UNKNOWN, Sieve

ORDER = ("优", "良", "中", "合格", "低", "差", "不合格", "")
"""The names of all packs from the best down; "" where a grade cannot be said."""

Span = tuple[str, str]
"""The grades of the highest and of the lowest score that the rules allow."""


class GradeCell(Struct, frozen=True, kw_only=True):
    """So many forms, and which."""

    forms: int
    sieve: Sieve


class GradeRow(Struct, frozen=True, kw_only=True):
    """The forms of one grade: a cell for each column, then their sum."""

    grade: str
    cells: tuple[GradeCell, ...]
    total: GradeCell


class Matrix(Struct, frozen=True, kw_only=True):
    """Rows are the grades of the scores, columns those of the rules.

    Attributes:
        totals: the last row; ``total`` its last cell.
        spans: where the rules leave the grade open.
        below: where the rules allow no grade as good as the score's own.
    """

    columns: tuple[Span, ...]
    rows: tuple[GradeRow, ...]
    totals: tuple[GradeCell, ...]
    total: GradeCell
    spans: GradeCell
    below: GradeCell

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the columns' names, the lower grade first; "" where none can be said."""
        return tuple("–".join(dict.fromkeys((low, high))) for high, low in self.columns)


def matrix_of(groups: Iterable[Group], sieve: Sieve) -> Matrix:
    """Return the matrix of some forms, which the sieve lets through."""
    pairs: Counter[tuple[str, Span]] = Counter()
    spans = below = 0
    for group in groups:
        pairs[group.grade, (group.high_grade, group.low_grade)] += group.forms
        spans += group.forms if group.low_grade != group.high_grade else 0
        below += group.forms if group.is_below else 0
    columns = sorted({span for _, span in pairs}, key=lambda span: tuple(map(_rank, span)))
    grades = sorted({grade for grade, _ in pairs}, key=_rank)
    return Matrix(
        columns=tuple(columns),
        rows=tuple(_row(grade, columns, pairs, sieve) for grade in grades),
        totals=tuple(
            GradeCell(
                forms=sum(pairs[grade, span] for grade in grades), sieve=_of_span(sieve, span)
            )
            for span in columns
        ),
        total=GradeCell(forms=pairs.total(), sieve=sieve),
        spans=GradeCell(forms=spans, sieve=sieve.also(spans="1")),
        below=GradeCell(forms=below, sieve=sieve.also(below="1")),
    )


def _row(
    grade: str, columns: list[Span], pairs: Counter[tuple[str, Span]], sieve: Sieve
) -> GradeRow:
    here = sieve.also(grade=grade or UNKNOWN)
    cells = tuple(
        GradeCell(forms=pairs[grade, span], sieve=_of_span(here, span)) for span in columns
    )
    return GradeRow(
        grade=grade,
        cells=cells,
        total=GradeCell(forms=sum(cell.forms for cell in cells), sieve=here),
    )


def _of_span(sieve: Sieve, span: Span) -> Sieve:
    high, low = (grade or UNKNOWN for grade in span)
    return sieve.also(low=low, high=high)


def _rank(grade: str) -> int:
    return ORDER.index(grade) if grade in ORDER else len(ORDER)
