"""The rows of a form that are out, as a part of its page: ``{% waiting_rows record %}``."""

from collections.abc import Mapping

from django import template

from jiheng.web.forms.models import FormRecord
from jiheng.web.sections.waiting import waiting

register = template.Library()


@register.inclusion_tag("sections/waiting.html", takes_context=True)
def waiting_rows(
    context: Mapping[str, object], record: FormRecord, may_fill: object
) -> dict[str, object]:
    """Return what the list of rows that are out is drawn from."""
    rows = waiting(record)
    return {
        "language": context.get("language"),
        "may_fill": bool(may_fill),
        "record": record,
        "rows": rows,
        "owed": sum(not each.is_answered for each in rows),
    }
