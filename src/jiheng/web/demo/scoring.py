"""What the demonstration's reviewers give: the unit's score, or what the rules make of it."""

from random import Random

from msgspec.structs import replace

from jiheng.audit.cells import row_of
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredItem
from jiheng.web.demo.tale import Tale, record_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import form_of
from jiheng.web.people.models import Person
from jiheng.web.verdicts.clauses import clauses_for
from jiheng.web.verdicts.giving import Giving, give
from jiheng.web.verdicts.summing import judged_items, most_of
from jiheng.web.verdicts.wishes import Wish

_STRICT = 8
"""One in so many qualitative rows is found to be told and not shown."""
_LESS = 90


def score_rows(tale: Tale, judge: Person) -> None:
    """Every row gets its score; what the rules object to, and what has no proof, with a reason."""
    score_form(record_of(tale), judge)


def score_form(record: FormRecord, judge: Person) -> None:
    """Give every row of a form its score."""
    _give(record, judge, _wishes(record))


def score_some(tale: Tale, judge: Person) -> None:
    """The first half of the rows has scores, the row after them is 待定."""
    record = record_of(tale)
    wishes = _wishes(record)
    half = len(wishes) // 2
    left_open = replace(wishes[half], typed="待定", reason="佐证材料未附，已请单位补充。")
    _give(record, judge, (*wishes[:half], left_open))


def _give(record: FormRecord, judge: Person, wishes: tuple[Wish, ...]) -> None:
    give(Giving(person=judge, record=record.pk, version=record.version, wishes=wishes))


def _wishes(record: FormRecord) -> tuple[Wish, ...]:
    judged = judged_here(form_of(record), record.papers)
    # The same form is looked at in the same way every time, by each of its judges a little else.
    dice = Random(f"{record.number} {record.step}")
    return tuple(
        _wish(item, clauses_for(item, judged, "zh")[0].key, dice)
        for item in judged_items(judged.scored)
    )


def _wish(item: ScoredItem, clause: str, dice: Random) -> Wish:
    row, most = row_of(item.at) or item.at, most_of(item)
    printed = min(max(item.printed or 0, 0), most)
    if item.high is not None and printed > item.high:
        reason = "按规则复算的得分核定。"
        return Wish(row=row, typed=format_points(item.high), clause=clause, reason=reason)
    if item.kind == "qualitative" and not dice.randrange(_STRICT):
        less = format_points(printed * _LESS // 100)
        return Wish(row=row, typed=less, clause=clause, reason="只有文字说明，没有佐证材料。")
    return Wish(row=row, typed=format_points(printed))
