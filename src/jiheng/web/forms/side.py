"""What stands beside the sheet: scores, findings, sources."""

from django.utils.safestring import SafeString

from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sheet import Drawn
from jiheng.web.people.models import Person
from jiheng.writers.report.aside import aside


def side_panel(_record: FormRecord, drawn: Drawn, _person: Person, _language: str) -> SafeString:
    """Return the panel of a form that has results; nothing for one that has none yet."""
    # Every text went through ``markup.el``, which escapes it.
    return SafeString(aside(drawn.view, drawn.voice)) if drawn.is_judged else SafeString()
