"""Where a score comes from: the values read, the rule, what it leaves open, the calculation."""

import re

from msgspec import Struct

from jiheng.audit.cells import row_of, text_at
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.model.paths import value_at, with_value
from jiheng.model.points import format_points
from jiheng.rulebook.messages import say, worded
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.phrases import Original
from jiheng.scoring.branches import BLANK_ACTUAL, BLANK_MONEY, BRANCH_NAMES, UNDECIDED
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm, ScoredIndicator, ScoredItem
from jiheng.writers.report.order import Numbered
from jiheng.writers.report.readings import Reading, own_readings, readings_beside
from jiheng.writers.report.rule_words import rule_field, rule_words
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice

TOTAL = "total.score"
_UNREAD = frozenset(BRANCH_NAMES[each] for each in (BLANK_ACTUAL, BLANK_MONEY, UNDECIDED))
_SCORE = re.compile(r"((?:indicators|funds\.lines)\[\d+\])\.(?:review_)?score")


class Origin(Struct, frozen=True, kw_only=True):
    """Everything that is said of one score.

    Attributes:
        at: path of the cell that holds it.
        weight: points at stake, as printed.
        rule: the rule in one sentence.
        laws: the places that it rests on.
        left_open: what the rule does not say.
        calculations: how it was worked out; first by the form as it is, then by another reading.
        findings: what was found at its row.
    """

    at: str
    name: str
    heading: str
    weight: str
    printed: str | None
    recomputed: tuple[str, str] | None
    readings: tuple[Reading, ...]
    rule: str
    laws: tuple[Citation, ...]
    left_open: tuple[str, ...]
    calculations: tuple[str, ...]
    findings: tuple[Numbered, ...]


def origin_of(view: FormView, scored: ScoredForm, path: str, voice: Voice) -> Origin | None:
    """Return where a score comes from, or None where that cell holds none by this rule."""
    if path == TOTAL:
        return _of_total(view, scored, voice)
    found = _SCORE.fullmatch(path)
    at = f"{found[1]}.score" if found else path
    item = next((item for item in scored.items if item.at == at), None)
    return None if item is None else _of_item(view, scored, item, voice)


def _of_item(view: FormView, scored: ScoredForm, item: ScoredItem, voice: Voice) -> Origin:
    row, form, language = row_of(item.at) or "", scored.form, voice.language
    indicator = next((each for each in scored.indicators if each.item.at == item.at), None)
    findings = tuple(each for each in view.findings if row in _rows_of(each))
    readings = (
        *own_readings(scored, row, indicator, language),
        *readings_beside(form, row, findings, language),
    )
    return Origin(
        at=item.at,
        name=indicator.row.name if indicator else voice("score.execution"),
        heading=_heading(indicator, form, row),
        weight="—" if item.weight is None else format_points(item.weight),
        printed=text_at(form, item.at),
        recomputed=_ends(item),
        readings=readings,
        rule=rule_words(item, scored.pack, language),
        laws=_laws(item, scored.pack),
        left_open=_left_open(item, scored.pack, language),
        calculations=(item.arithmetic, *_otherwise(scored, item, findings, language)),
        findings=findings,
    )


def _of_total(view: FormView, scored: ScoredForm, voice: Voice) -> Origin:
    score, form, language = view.entry.audit.score, scored.form, voice.language
    grades, capped = scored.pack.grades, scored.capped
    return Origin(
        at=TOTAL,
        name=voice("score.total"),
        heading=form.project.name or "",
        weight=form.total.weight or "—",
        printed=score.printed,
        recomputed=score.recomputed,
        readings=tuple(
            Reading(
                path=item.at,
                printed=text_at(form, item.at) or "",
                understood=_span(item),
                part="sum",
            )
            for item in scored.items
        ),
        rule=say("card.rule.total", language),
        laws=(grades.source, *((capped.law,) if capped and capped.law else ())),
        left_open=tuple(worded(point, language) for point in scored.pack.open_points),
        calculations=(*_sums(scored, language), *((capped.arithmetic,) if capped else ())),
        findings=tuple(each for each in view.findings if TOTAL in _cells_of(each)),
    )


def _sums(scored: ScoredForm, language: str) -> tuple[str, ...]:
    """The printed scores added up, and the lowest and highest that the rules give."""
    parts = " + ".join(format_points(item.printed or 0) for item in scored.items)
    total = format_points(scored.printed_sum or 0)
    printed = say("card.sum", language, parts=parts, total=total)
    if scored.low is None or scored.high is None:
        return (printed,)
    ends = {"low": format_points(scored.low), "high": format_points(scored.high)}
    return printed, say("card.sum-ends", language, **ends)


def _heading(indicator: ScoredIndicator | None, form: Form, row: str) -> str:
    if indicator is None:
        label = value_at(form, f"{row}.label")
        return str(label or "")
    levels = (indicator.row.level1 or indicator.row.level1_printed, indicator.row.level2)
    return " / ".join(filter(None, levels))


def _otherwise(
    scored: ScoredForm, item: ScoredItem, findings: tuple[Numbered, ...], language: str
) -> tuple[str, ...]:
    """The calculation under the values that the findings of this row expect."""
    row = row_of(item.at) or ""
    told: dict[str, str] = {}
    for each in findings:
        cell, expected = next(iter(each.finding.mend_at), ""), each.finding.expected
        if expected is None or row_of(cell) != row or cell == item.at:
            continue
        again = score_form(with_value(scored.form, cell, expected), scored.pack, language=language)
        other = next((one for one in again.items if one.at == item.at), None)
        if other is None or other.branch in _UNREAD:
            continue
        key = "card.otherwise-same" if _ends(other) == _ends(item) else "card.otherwise"
        told[expected] = say(key, language, value=expected, arithmetic=other.arithmetic)
    return tuple(told.values())


def _laws(item: ScoredItem, pack: Pack) -> tuple[Citation, ...]:
    sources = (
        item.law,
        pack.money_base.source if item.kind == "execution" else None,
        pack.no_operator.source if item.inferred else None,
    )
    return tuple(dict.fromkeys(source for source in sources if source is not None))


def _left_open(item: ScoredItem, pack: Pack, language: str) -> tuple[str, ...]:
    about = {rule_field(item), "no_operator" if item.inferred else None, item.kind}
    part, whole = item.ratio or (0, 1)
    if item.kind in {"positive", "satisfaction"} and part > whole:
        about.add("over_completion")
    told = tuple(
        worded(Original(kind="pack.silent", text=each.value), language)
        for name, each in pack.silent.items()
        if name in about
    )
    if item.low == item.high:
        return told
    return (*told, say("card.judged", language, points=_span(item)))


def _ends(item: ScoredItem) -> tuple[str, str] | None:
    if item.low is None or item.high is None:
        return None
    return format_points(item.low), format_points(item.high)


def _span(item: ScoredItem) -> str:
    ends = _ends(item)
    return "—" if ends is None else "–".join(dict.fromkeys(ends))


def _cells_of(each: Numbered) -> tuple[str, ...]:
    return (*each.finding.mend_at, *each.finding.at)


def _rows_of(each: Numbered) -> set[str | None]:
    return {row_of(path) for path in _cells_of(each)}
