"""What templates say of a form's years: ``{% beside_last_year record %}``, ``|signed_percent``."""

from collections.abc import Mapping
from fractions import Fraction
from typing import cast

from django.template import Library

from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person
from jiheng.web.years.beside import beside
from jiheng.web.years.cells import percent
from jiheng.web.years.keeping import WHOLE

register = Library()
_UNKNOWN = "—"


@register.filter
def signed_percent(change: int | None) -> str:
    """Return a change in 1/10,000 as a signed percentage; a dash where nobody knows.

    Example:
        >>> signed_percent(1250), signed_percent(-333), signed_percent(0), signed_percent(None)
        ('+12.5%', '-3.3%', '0%', '—')
    """
    return _UNKNOWN if change is None else percent(Fraction(change, WHOLE))


@register.inclusion_tag("years/of_form.html", takes_context=True)
def beside_last_year(context: Mapping[str, object], record: FormRecord) -> dict[str, object]:
    """Return what a form's page says of it beside the form before it."""
    return _beside(context, record)


@register.inclusion_tag("years/in_line.html", takes_context=True)
def last_year_in_line(context: Mapping[str, object], record: FormRecord) -> dict[str, object]:
    """Return the same for a page on which the form is judged."""
    return _beside(context, record)


def _beside(context: Mapping[str, object], record: FormRecord) -> dict[str, object]:
    language = cast("str", context.get("language", "zh"))
    found = beside(record, cast("Person", context["user"]), language)
    return {"language": language, "record": record, "beside": found}
