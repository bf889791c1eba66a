"""Forms of other kinds and the self-evaluation of the same project, unit and year."""

from collections.abc import Iterator
from heapq import merge
from itertools import groupby, islice

from msgspec import Struct
from msgspec.structs import replace

from jiheng.audit.facts.across import Forms, cell_of, department_of, judged, of_kind
from jiheng.audit.facts.names import bare_name
from jiheng.audit.facts.same_rows import same_rows
from jiheng.model.audit import RunCell
from jiheng.model.form import FormKind, Indicator
from jiheng.scoring.scored import ScoredForm, ScoredIndicator
from jiheng.scoring.understanding import Understood, understand


class Pair(Struct, frozen=True, kw_only=True):
    """A self-evaluation, and an earlier form of its project: a goal table, or that of last year."""

    beside: ScoredForm
    form: ScoredForm


class RowPair(Struct, frozen=True, kw_only=True):
    """One indicator as it stands in both forms of a pair."""

    pair: Pair
    before: ScoredIndicator
    now: ScoredIndicator

    def cells(self, field: str) -> tuple[RunCell, RunCell]:
        """Return the places of one field in both forms."""
        return (
            cell_of(self.pair.beside, f"indicators[{self.before.index}].{field}"),
            cell_of(self.pair.form, f"indicators[{self.now.index}].{field}"),
        )


def pairs(forms: Forms, kind: FormKind) -> Iterator[Pair]:
    """Yield each form of a kind with every self-evaluation of its project, unit and year."""
    own = Projects(judged(forms))
    for beside in of_kind(forms, kind):
        for scored in own.of(beside):
            if is_same_year(beside, scored):
                yield Pair(beside=beside, form=scored)


class Projects:
    """Forms looked up by project, so that a large run need not compare each with each.

    A name that many forms bear, such as 运转经费, is looked up with the unit as it is spelt.
    """

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._places: dict[str, list[int]] = {}
        for at, scored in enumerate(forms):
            for key in (*_keys(scored), *_fine_keys(scored)):
                self._places.setdefault(key, []).append(at)

    def of(self, scored: ScoredForm) -> Forms:
        """Return the forms of one project with this one, in their order; never the form itself."""
        return tuple(self._each(scored))

    def few(self, scored: ScoredForm) -> Forms:
        """Return the forms of one project with this one; none where they are too many.

        More than a few forms of one name, unit and year are no versions of one form.
        """
        found = tuple(islice(self._each(scored), _FEW + 1))
        return found if len(found) <= _FEW else ()

    def _each(self, scored: ScoredForm) -> Iterator[ScoredForm]:
        keys = zip(_keys(scored), _fine_keys(scored), strict=True)
        for at, _ in groupby(merge(*(self._bearers(key, fine) for key, fine in keys))):
            other = self._forms[at]
            if other is not scored and is_same_project(scored, other):
                yield other

    def _bearers(self, key: str, fine: str) -> list[int]:
        places = self._places.get(key, [])
        return places if len(places) <= _MANY else self._places.get(fine, [])


_MANY = 100
_FEW = 9


def _keys(scored: ScoredForm) -> tuple[str, ...]:
    if scored.form.kind == "department":
        return (f"department:{department_key(scored)}",)
    project = scored.form.project
    named = (bare_name(project.code or ""), project_key(project.name))
    return tuple(f"{kind}:{key}" for kind, key in zip(("code", "name"), named, strict=True) if key)


def _fine_keys(scored: ScoredForm) -> tuple[str, ...]:
    return tuple(f"{key}|{unit_name(scored)}|" for key in _keys(scored))


def is_same_project(one: ScoredForm, other: ScoredForm) -> bool:
    """Whether two forms are of one project: one code, or one name in one unit.

    A form of a whole department is of the department; it is never one with that of a project.
    """
    whole = {department_key(one), department_key(other)}
    if whole != {""}:
        return len(whole) == 1
    left, right = one.form.project, other.form.project
    if left.code and right.code:
        return bare_name(left.code) == bare_name(right.code)
    name = project_key(left.name)
    return bool(name) and name == project_key(right.name) and is_same_unit(one, other)


def department_key(scored: ScoredForm) -> str:
    """Return what the form of a whole department is known by; "" for any other form."""
    return bare_name(department_of(scored.form) or "")


def project_key(name: str | None) -> str:
    """Return what a project is known by: its name without blanks, punctuation and 项目 at the end.

    Example:
        >>> project_key("“技能培训补助”项目"), project_key(None)
        ('技能培训补助', '')
    """
    return bare_name(name or "").removesuffix("项目")


def is_same_unit(one: ScoredForm, other: ScoredForm) -> bool:
    """Whether two forms may be of one unit: one name holds the other.

    Where a form names no unit, their departments decide; one that names neither, such as a
    sentence of the accounts, fits any.
    """
    left, right = unit_name(one), unit_name(other)
    if not left or not right:
        left, right = _department(one), _department(other)
    return not left or not right or left in right or right in left


def _department(scored: ScoredForm) -> str:
    return bare_name(scored.form.project.department or "")


def is_same_year(one: ScoredForm, other: ScoredForm) -> bool:
    """Whether two forms may be of one year; a form that names none fits any."""
    years = {one.form.year, other.form.year} - {None}
    return len(years) <= 1


def unit_name(scored: ScoredForm) -> str:
    """Return the name of the unit that carries a project out, without blanks; "" for none."""
    form = scored.form
    return bare_name(form.project.implementing_unit or form.reporting_unit or "")


def row_pairs(pair: Pair) -> tuple[RowPair, ...]:
    """Return the indicators that stand under one name in both forms, each taken once.

    Of several under one name, that of the same second level comes first.
    """
    earlier, later = pair.beside.indicators, pair.form.indicators
    same = same_rows(_rows(pair.beside), _rows(pair.form))
    return tuple(RowPair(pair=pair, before=earlier[one], now=later[other]) for one, other in same)


def _rows(scored: ScoredForm) -> tuple[Indicator, ...]:
    return tuple(each.row for each in scored.indicators)


def at_approval(row: ScoredIndicator) -> Understood:
    """Return an indicator as it was before its target was adjusted."""
    return understand(replace(row.row, adjusted_target=None))


def years_apart(forms: Forms) -> Iterator[Pair]:
    """Yield each form with that of the same project in the following year."""
    years: dict[int | None, list[ScoredForm]] = {}
    for scored in forms:
        years.setdefault(scored.form.year, []).append(scored)
    projects = {year: Projects(tuple(of_year)) for year, of_year in years.items()}
    for now in forms:
        if now.form.year is not None and now.form.year - 1 in projects:
            for before in projects[now.form.year - 1].few(now):
                yield Pair(beside=before, form=now)
