"""Rows that the demonstration's clerks send to their sections, and the answers that come back."""

from datetime import timedelta

from jiheng.model.paths import value_at
from jiheng.web import clock
from jiheng.web.demo.tale import Tale, record_of
from jiheng.web.forms.saving import CellChange, form_of, text_at
from jiheng.web.sections.answering import Answer, answer
from jiheng.web.sections.models import SentRow
from jiheng.web.sections.rows import rows_of, value_of
from jiheng.web.sections.sending import Sending, send

_MOST = 3
_DAYS = timedelta(days=10)


def send_rows(tale: Tale) -> None:
    """The clerk sends the first rows that are still empty."""
    record = record_of(tale)
    form = form_of(record)
    rows = (row.path for row in rows_of(form, record) if row.path.startswith("indicators"))
    empty = [path for path in rows if not value_of(form, path)]
    send(
        Sending(
            person=tale.unit.clerk,
            record=record.pk,
            rows=tuple(empty[:_MOST]),
            to=tale.unit.section.pk,
            due=clock.today() + _DAYS,
            note="请按台账填写全年完成数，并附佐证材料。",
        )
    )


def answer_row(tale: Tale) -> None:
    """The section fills in the first of its rows; the others are still owed."""
    record = record_of(tale)
    sent = SentRow.objects.filter(record=record).order_by("id").first()
    if sent is None:
        return
    path = f"{sent.row}.actual"
    value = value_at(tale.form.filed, path)
    typed = CellChange(path=path, old=text_at(form_of(record), path), new=str(value or "已完成"))
    words = "已与台账核对，材料在科室存档。"
    answer(
        tale.unit.section,
        record,
        (Answer(sent=sent.pk, typed=(typed,), words=words),),
        is_final=True,
    )
