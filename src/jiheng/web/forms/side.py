"""The side panel of a form: its score, its findings, who can mend them, what others still owe."""

from collections.abc import Callable

from django.utils.safestring import SafeString
from msgspec.structs import replace

from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remedies import links_of, remedies
from jiheng.web.forms.sheet import Drawn
from jiheng.web.people.models import Person
from jiheng.writers.report.aside import aside
from jiheng.writers.report.markup import Html, el

Section = Callable[[FormRecord, Person, str], Html]

SECTIONS: tuple[Section, ...] = ()
"""What other parts of the platform add at the end, in this order."""


def side_panel(record: FormRecord, page: Drawn, person: Person, language: str) -> SafeString:
    """Return the panel beside a form as this person sees it."""
    named = tuple(
        path for each in page.view.findings for path in (*each.finding.mend_at, *each.finding.at)
    )
    links = replace(links_of(record), remedies=remedies(record, page, person, named))
    view = replace(page.view, links=links)
    score = aside(view, page.voice) if page.judged is not None else None
    added = (section(record, person, language) for section in SECTIONS)
    # Every text went through ``markup.el``, which escapes it.
    return SafeString(el("div", score, *added, class_="side-panel"))
