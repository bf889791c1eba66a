"""复核底稿: every row with what was printed, recomputed and given, and why; in Chinese."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.model.check_code import check_code
from jiheng.model.form import Form
from jiheng.model.points import format_points
from jiheng.rulebook.messages import SOURCE, say, worded
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sheet import Drawn
from jiheng.web.verdicts.page import Line, ReviewPage
from jiheng.web.verdicts.papers.ruled import Heading, Ruled
from jiheng.web.verdicts.scores import Score
from jiheng.web.verdicts.summing import most_of
from jiheng.web.verdicts.table import Row
from jiheng.writers.layout import LaidOut
from jiheng.writers.report.agreement import span

_ROWS = (5, 8, 13, 9, 9, 5, 6, 9, 9, 12, 17)
"""Relative widths: three headings, two values, points, three scores, clause, reason."""
_COLUMNS = (
    ("levels", 2), ("name", 1), ("target", 1), ("actual", 1), ("weight", 1), ("self", 1),
    ("by-rule", 1), ("score", 1), ("clause", 1), ("reason", 1),
)  # fmt: skip
_WIDE = len(_ROWS)


class Opinion(Struct, frozen=True, kw_only=True):
    """What was said of the whole form at a step, by whom and when, in words."""

    what: str
    text: str
    by: str


def working_paper(
    record: FormRecord, page: Drawn, case: ReviewPage, opinions: tuple[Opinion, ...]
) -> LaidOut:
    """Return the working paper of a form's review."""
    ruled = Ruled(_ROWS)
    ruled.heads(((_say(name), width) for name, width in _COLUMNS), repeats=True)
    for line in case.lines:
        _row(ruled, line)
    _total(ruled, case)
    ruled.end_body()
    _findings(ruled, case)
    _opinions(ruled, opinions)
    _clauses(ruled, case)
    return ruled.laid(_heading(record, page.view.form, page, case), is_wide=True)


def _say(key: str, **values: str) -> str:
    return say(f"verdicts.{key}", SOURCE, **values)


def _heading(record: FormRecord, form: Form, page: Drawn, case: ReviewPage) -> Heading:
    step = _say(f"at.{case.step}")
    pack = page.judged.pack if page.judged else None
    rules = (
        "" if pack is None else _say("paper.rules", title=worded(pack.named), version=pack.version)
    )
    code = _say("paper.code", number=str(case.edition), code=check_code(form))
    return Heading(
        centred=(_say("paper.working"), _say("paper.year", year=str(record.year), step=step)),
        lines=(
            _say("paper.unit", unit=record.organisation.name),
            _say("paper.project", project=record.project),
            _say("paper.number", number=record.number, code=code),
        ),
        after=tuple(filter(None, (rules, _signed(case)))),
    )


def _signed(case: ReviewPage) -> str:
    given = [line.row.last for line in case.lines if line.row.last]
    names = "、".join(dict.fromkeys(each.by for each in given))
    if not given:
        return _say("paper.unscored")
    day = max(each.at for each in given)
    return _say("paper.signed", names=names, day=f"{day:%Y-%m-%d}")


def _row(ruled: Ruled, line: Line) -> None:
    row = line.row
    if row.level1_rows and row.level2:
        ruled.label(0, row.level1, row.level1_rows)
    elif row.level1_rows:
        ruled.label(0, row.level1, row.level1_rows, span=2)
    if row.level2 and row.level2_rows:
        ruled.label(1, row.level2, row.level2_rows)
    actual = f"{row.actual.text}{row.unit}"
    actual += f"（{_say('rate', rate=row.note)}）" if row.note else ""
    last = row.last
    cells = (
        (row.name, True),
        (f"{row.target.text}{row.unit}", False),
        (actual, False),
        (format_points(most_of(row.item)), False),
        (row.printed.text, False),
        (span(row.recomputed), False),
        (_score(last), False),
        (_clause(last), True),
        (_why(row), True),
    )
    ruled.values(2, ((text, 1, is_prose) for text, is_prose in cells))


def _score(score: Score | None) -> str:
    if score is None:
        return "—"
    return _say("pending") if score.is_pending else score.text


def _clause(score: Score | None) -> str:
    if score is None or not score.clause:
        return ""
    unread = _say("unread") if score.law and not score.law.verified else ""
    return f"{score.clause_name}{unread}"


def _why(row: Row) -> str:
    """The reason of the score that counts, and what an earlier step gave instead."""
    last = row.last
    if last is None:
        return ""
    before = (
        say(f"verdicts.short.{each.step}", SOURCE, score=_score(each)) + f" {each.reason}".rstrip()
        for each in row.earlier
        if each.step != last.step and not each.is_stale and each.score != last.score
    )
    return "\n".join(filter(None, (last.reason, *before)))


def _total(ruled: Ruled, case: ReviewPage) -> None:
    sums = (case.weight, case.printed.points, case.recomputed.points, case.reviewed.points)
    grades = (case.printed.grades, case.recomputed.grades, case.reviewed.grades)
    ruled.label(0, _say("sum"), 1, span=5)
    words = _say(
        "paper.grades", printed=grades[0] or "—", rules=grades[1] or "—", reviewed=grades[2] or "—"
    )
    note = f"{words}{case.ceiling}"
    ruled.values(5, (*((text, 1, False) for text in sums), (note, 2, True)))


def _findings(ruled: Ruled, case: ReviewPage) -> None:
    told = (*case.doubts, *case.hints)
    ruled.part(_say("paper.findings", count=str(len(told))))
    for each in told:
        finding = each.numbered.finding
        severity = say(f"report.severity.{finding.severity}", SOURCE)
        where = "、".join(place.name for place in each.places)
        cells = (
            (str(each.numbered.number), 1, False),
            (f"{severity} {finding.code}", 1, False),
            (f"{each.title}：{finding.message}", 7, True),
            (where, 2, True),
        )
        ruled.values(0, cells)


def _opinions(ruled: Ruled, opinions: tuple[Opinion, ...]) -> None:
    if opinions:
        ruled.part(_say("paper.opinions"))
    for each in opinions:
        ruled.values(0, ((each.what, 2, False), (each.text, 7, True), (each.by, 2, False)))


def _clauses(ruled: Ruled, case: ReviewPage) -> None:
    cited = tuple(_cited(case))
    if cited:
        ruled.part(_say("paper.cited"))
    for name, place, state in cited:
        ruled.values(0, ((name, 3, True), (place, 7, True), (state, 1, False)))


def _cited(case: ReviewPage) -> Iterator[tuple[str, str, str]]:
    """Each clause that a score rests on: name, place, whether somebody read it."""
    used = {
        each.clause: each
        for line in case.lines
        for each in (*line.row.earlier, *((line.row.given,) if line.row.given else ()))
        if each.clause
    }
    for each in used.values():
        if each.law is not None:
            state = "verified" if each.law.verified else "unverified"
            yield (
                each.clause_name,
                f"{each.law.title}　{each.law.pinpoint}",
                say(f"report.law.{state}", SOURCE),
            )
