"""The table of a review: the unit's own row, the rules' score, and what the reviewer gave it."""

from collections.abc import Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from jiheng.audit.cells import row_of
from jiheng.model.form import Form, Indicator, MoneyLine
from jiheng.model.paths import value_at
from jiheng.model.points import format_points
from jiheng.model.proof import RowProof
from jiheng.pipeline.judging import Judged
from jiheng.scoring.scored import ScoredItem
from jiheng.web.chain.changed import Difference
from jiheng.web.forms.sheet import Drawn
from jiheng.web.verdicts.clauses import Clause, clauses_for
from jiheng.web.verdicts.scores import Score, Scored, score_in
from jiheng.web.verdicts.summing import judged_items, most_of
from jiheng.writers.report.agreement import Agreement, agreement
from jiheng.writers.report.order import Numbered

_TAKEN = ("agrees", "range")
"""The rules have nothing against the unit's own score."""


class Cell(Struct, frozen=True, kw_only=True):
    """A text of the form; ``old`` is what stood there when it was last returned, if it changed."""

    path: str
    text: str
    old: str | None = None


class Row(Struct, frozen=True, kw_only=True):
    """One row with points to give.

    Attributes:
        level1_rows, level2_rows: how many rows its headings span; 0 where they stand above.
        said: the unit's own reason.
        unit: of money, which its cells do not print; "" for others.
        note: what stands small under the value: the execution rate.
        recomputed: lowest and highest by the rules, in points; None where they cannot say.
        accord: how the unit's own score stands to that.
        given: at the step that the page is about.
        earlier: at the steps before it.
        proof: how strong it is; None where nobody looks at that.
    """

    path: str
    item: ScoredItem
    name: str
    level1: str
    points: str
    level2: str
    level1_rows: int = 0
    level2_rows: int = 0
    target: Cell
    actual: Cell
    unit: str = ""
    note: str = ""
    said: Cell
    printed: Cell
    recomputed: tuple[str, str] | None
    accord: Agreement
    marks: tuple[Numbered, ...] = ()
    given: Score | None = None
    earlier: tuple[Score, ...] = ()
    clauses: tuple[Clause, ...] = ()
    proof: RowProof | None = None

    @property
    def at(self) -> str:
        """Path of its score's cell."""
        return self.item.at

    @property
    def anchor(self) -> str:
        """Its address on the page."""
        return f"row-{self.path.replace('[', '-').rstrip(']').replace('.', '-')}"

    @property
    def most(self) -> str:
        """The most that it can be given, in points."""
        return format_points(most_of(self.item))

    @property
    def last(self) -> Score | None:
        """What it was given last and still holds: at this step, else at an earlier one."""
        given = () if self.given is None else (self.given,)
        return next((each for each in (*given, *self.earlier[::-1]) if not each.is_stale), None)

    @property
    def taken_over(self) -> str:
        """What Enter puts into an empty field: what an earlier step gave, else the unit's own."""
        before = next((each.text for each in self.earlier[::-1] if not each.is_stale), "")
        return before or ("" if self.item.printed is None else format_points(self.item.printed))

    @property
    def can_be_taken(self) -> bool:
        """Whether the rules have nothing against the unit's own score."""
        return self.accord in _TAKEN

    @property
    def is_disputed(self) -> bool:
        """Whether what counts is something else than the unit's own score."""
        return self.last is not None and self.last.score != self.item.printed

    @property
    def differs(self) -> bool:
        """Whether the reviewer gave something else than the unit."""
        given = self.given
        return given is not None and not given.is_stale and given.score != self.item.printed


def table(
    page: Drawn,
    judged: Judged,
    changed: Mapping[str, Difference],
    here: Scored | None,
    earlier: tuple[Scored, ...],
) -> tuple[Row, ...]:
    """Return the rows with points to give, in the form's order, their headings spanned."""
    rows = tuple(
        _row(item, page, judged, changed, here, earlier) for item in judged_items(judged.scored)
    )
    return _spanned(rows)


def _row(
    item: ScoredItem,
    page: Drawn,
    judged: Judged,
    changed: Mapping[str, Difference],
    here: Scored | None,
    earlier: tuple[Scored, ...],
) -> Row:
    form, path, language = judged.form, row_of(item.at) or item.at, page.voice.language
    name, level1, points, level2 = _called(form, path, page)
    target, actual = _fields(form, path)
    ends = _ends(item)
    return Row(
        path=path,
        item=item,
        name=name,
        level1=level1,
        points=points,
        level2=level2,
        target=cell_of(form, target, changed),
        actual=cell_of(form, actual, changed),
        unit=(form.funds.unit or "") if path.startswith("funds.") else "",
        note=_note(form, path),
        said=cell_of(form, f"{path}.reason", changed),
        printed=cell_of(form, item.at, changed),
        recomputed=ends,
        accord=agreement(_text(form, item.at), ends, judged.pack),
        marks=tuple(each for each in page.view.findings if path in _rows_of(each)),
        given=None if here is None else score_in(path, here, language),
        earlier=tuple(each for one in earlier if (each := score_in(path, one, language))),
        clauses=clauses_for(item, judged, language),
        proof=_proof(judged, path),
    )


def _proof(judged: Judged, path: str) -> RowProof | None:
    return judged.scored.proofs.of(path) if judged.scored.proofs else None


def _called(form: Form, path: str, page: Drawn) -> tuple[str, str, str, str]:
    """Name, first level with its points, second level."""
    row = value_at(form, path)
    if isinstance(row, Indicator):
        first = row.level1 or row.level1_printed or ""
        return row.name, first, row.level1_points or "", row.level2 or ""
    label = row.label if isinstance(row, MoneyLine) else path
    return page.voice("score.execution"), label, "", ""


def _fields(form: Form, path: str) -> tuple[str, str]:
    """Paths of what was promised and what was reached."""
    row = value_at(form, path)
    if isinstance(row, Indicator):
        field = "target" if row.adjusted_target is None else "adjusted_target"
        return f"{path}.{field}", f"{path}.actual"
    line = row if isinstance(row, MoneyLine) else None
    field = "initial_budget" if line is None or line.adjusted_budget is None else "adjusted_budget"
    return f"{path}.{field}", f"{path}.executed"


def cell_of(form: Form, path: str, changed: Mapping[str, Difference]) -> Cell:
    """Return a cell as it stands, with what it was where it changed."""
    difference = changed.get(path)
    old = None if difference is None else difference.old or ""
    return Cell(path=path, text=_text(form, path), old=old)


def _text(form: Form, path: str) -> str:
    value = value_at(form, path)
    return value if isinstance(value, str) else ""


def _note(form: Form, path: str) -> str:
    row = value_at(form, path)
    return (row.rate or "") if isinstance(row, MoneyLine) else ""


def _ends(item: ScoredItem) -> tuple[str, str] | None:
    if item.low is None or item.high is None:
        return None
    return format_points(item.low), format_points(item.high)


def _rows_of(each: Numbered) -> set[str | None]:
    if each.standing != "counted":
        return set()
    return {row_of(path) for path in each.finding.mend_at or each.finding.at}


def _spanned(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with how far their headings reach down."""
    first = _runs([(row.level1, "") for row in rows])
    second = _runs([(row.level1, row.level2) for row in rows])
    return tuple(
        replace(row, level1_rows=one, level2_rows=two)
        for row, one, two in zip(rows, first, second, strict=True)
    )


def _runs(headings: list[tuple[str, str]]) -> list[int]:
    """How often each heading repeats below its first row; 0 at the others.

    Example:
        >>> _runs([("产出", ""), ("产出", ""), ("效益", "")])
        [2, 0, 1]
    """
    lengths = (len(list(each)) for _, each in groupby(headings))
    return [count for length in lengths for count in (length, *[0] * (length - 1))]
