"""The scans of a form, as a part of its page: ``{% scans_of record %}``."""

from collections.abc import Mapping
from typing import cast

from django.template import Library

from jiheng.web.forms.models import FormRecord
from jiheng.web.scans.showing import shown_scans

register = Library()


@register.inclusion_tag("scans/of_form.html", takes_context=True)
def scans_of(context: Mapping[str, object], record: FormRecord) -> dict[str, object]:
    """Return what the list of scans is drawn from."""
    language = cast("str", context.get("language", "zh"))
    return {"language": language, "scans": shown_scans(record, language)}
