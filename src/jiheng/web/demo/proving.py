"""What proves values of the demonstration's forms: a list with a line each, and a survey."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from jiheng.model.form import Form
from jiheng.model.survey import Degree
from jiheng.web.demo.tale import Tale, record_of
from jiheng.web.evidence.doing import attach_files
from jiheng.web.files.storing import store
from jiheng.web.forms.saving import form_of
from jiheng.web.surveys.answering import key_in_paper
from jiheng.web.surveys.asked import Wish, begin, rows_to_ask
from jiheng.web.surveys.closing import close
from jiheng.web.surveys.offering import offer_of, take_offer

_COUNT = re.compile(r"(\d{1,4})[人户座个台套册处项家批]")
"""A value that a list of so many lines bears out."""

_NAME = "办理清单（模拟数据）.csv"

_PEOPLE, _ASKED, _ANSWERS = 400, 60, 52
_OFTEN = {
    Degree.VERY_SATISFIED: 30,
    Degree.SATISFIED: 55,
    Degree.FAIRLY_SATISFIED: 12,
    Degree.DISSATISFIED: 3,
}
"""How often of a hundred each answer is given."""


def attach_list(tale: Tale) -> None:
    """The clerk attaches the list behind the first value that counts something."""
    clerk, record = tale.unit.clerk, record_of(tale)
    row, count = next(_counted(form_of(record)), (None, 0))
    if row is not None:
        file = store((_list(count, record.year),), _NAME, clerk)
        attach_files(clerk, record, row, (file,))


def _counted(form: Form) -> Iterator[tuple[str, int]]:
    for at, row in enumerate(form.indicators):
        found = _COUNT.fullmatch(row.actual or "")
        if found:
            yield f"indicators[{at}]", int(found[1])


def _list(count: int, year: int) -> bytes:
    first = date(year, 1, 8)
    days = (first + timedelta(days=at * 330 // max(count, 1)) for at in range(count))
    lines = (f"{at},{year}-{at:05d},{day:%Y-%m-%d}" for at, day in enumerate(days, 1))
    return "\n".join(("序号,办理编号,办理日期", *lines, "")).encode("utf-8-sig")


def survey(tale: Tale) -> None:
    """The clerk asks some people, keys in what came back on paper, and takes the share over."""
    clerk, record = tale.unit.clerk, record_of(tale)
    rows = rows_to_ask(form_of(record))
    if not rows:
        return
    wish = Wish(
        row=rows[0].path,
        title=f"{record.project}满意度调查（模拟数据）",
        scaled=("您对本项目实施效果的总体满意程度",),
        population=_PEOPLE,
        asked=_ASKED,
    )
    asked = begin(clerk, record, wish)
    said = Random(tale.number).choices([*_OFTEN], [*_OFTEN.values()], k=_ANSWERS)
    for slip, degree in enumerate(said, 1):
        key_in_paper(clerk, asked.pk, slip, {"q1": degree.value})
    close(clerk, asked.pk)
    asked.refresh_from_db()
    offer = offer_of(clerk, asked)
    if offer is not None and offer.is_open:
        take_offer(clerk, asked.pk, offer.now)
