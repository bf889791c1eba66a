"""What a corpus keeps of one audited form: a row of each of its tables."""

from typing import NamedTuple

import msgspec

from jiheng.audit.engine import audit_form
from jiheng.corpus.coded.coding import CodedForm, code_form
from jiheng.corpus.coded.gathering import FormFacts
from jiheng.corpus.coded.keys import key_of
from jiheng.model.audit import Audit, Finding
from jiheng.model.corpus import NestedFinding, NestedForm
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.pipeline.reading import ReadForm
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.sectors import sector_of
from jiheng.scoring.kernels.forms import BLANK
from jiheng.scoring.money import amounts_of, scored_line
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm

NO_YEAR = 0
NO_REGION = "000000"
_YEARS = range(1949, 2100)
_MOST_PLACES = 1_000_000
_LARGEST = 2**63 - 1


class Filed(NamedTuple):
    """One form in all of its shapes."""

    key: int
    pack: Pack
    coded: CodedForm
    facts: FormFacts
    nested: NestedForm


def filed(read: ReadForm, year: int | None = None, region: str | None = None) -> Filed:
    """Return a form scored, audited and coded.

    Args:
        read: the form and its rules.
        year: where the form says none.
        region: code of the region; None where nobody says one.

    Raises:
        OverflowError: a number of the form fits no table.
        UnicodeEncodeError: so does a text.
    """
    form = read.form
    scored = score_form(form, read.pack, read.why)
    audit = audit_form(scored)
    nested = _nested(scored, audit, _year(form.year) or year or NO_YEAR, region or NO_REGION)
    _check_places(form)
    facts = FormFacts(
        ids=form.id,
        department=form.project.department,
        unit=form.project.implementing_unit or form.reporting_unit,
        project=form.project.name,
        sector=nested.sector,
        pack=read.pack.id,
        grade=audit.score.grade_printed,
        total=_or_blank(nested.total_printed),
        amount=_or_blank(nested.amount),
    )
    return Filed(
        key=key_of(form.id, form.source.sha256),
        pack=read.pack,
        coded=code_form(form),
        facts=facts,
        nested=nested,
    )


def _year(year: int | None) -> int | None:
    """Return a year that is one; a document of somebody's own may say anything."""
    return year if year is not None and year in _YEARS else None


def _check_places(form: Form) -> None:
    places = (form.source.index, *(row.goal or 0 for row in form.indicators))
    if not all(abs(place) <= _MOST_PLACES for place in places):
        raise OverflowError(max(places, key=abs))


def _or_blank(number: int | None) -> int:
    return BLANK if number is None else number


def _nested(scored: ScoredForm, audit: Audit, year: int, region: str) -> NestedForm:
    form = scored.form
    return NestedForm(
        id=form.id,
        year=year,
        region=region,
        sector=sector_of(form.project.department, form.project.implementing_unit),
        layout=form.layout,
        pack=scored.pack.id,
        title=form.title,
        reporting_unit=form.reporting_unit,
        filled_on=form.filled_on,
        project=form.project,
        funds=form.funds,
        goal=form.goal,
        goals=form.goals,
        indicators=form.indicators,
        total=form.total,
        conclusion=form.conclusion,
        notes=form.notes,
        texts=form.texts,
        source=form.source,
        total_printed=parse_points(form.total.score),
        low=scored.low,
        high=scored.high,
        amount=_amount(form),
        verdict=audit.verdict,
        points_at_stake=audit.points_at_stake,
        findings=tuple(map(_finding, audit.findings)),
        json=msgspec.json.encode(form).decode(),
    )


def _finding(found: Finding) -> NestedFinding:
    return NestedFinding(
        code=found.code,
        name=found.name,
        severity=found.severity,
        mend=found.mend,
        message=found.message,
        at=found.at,
        printed=found.printed,
        expected=found.expected,
        difference=found.difference,
        counts=found.counts,
    )


def _amount(form: Form) -> int | None:
    """Return the year's budget after adjustments, in 1/100 yuan; None where it is no money."""
    index = scored_line(form.funds)
    if index is None:
        return None
    budget = amounts_of(form.funds, form.funds.lines[index], "adjusted").budget
    if budget.amount is None or budget.dimension != "money":
        return None
    unit = 100 * budget.over
    amount = (2 * budget.amount + unit) // (2 * unit)
    return amount if 0 <= amount <= _LARGEST else None
