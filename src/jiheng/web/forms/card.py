"""每一分都有出处: the card of one score, as a page or beside the form."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from jiheng.audit.cells import row_of
from jiheng.rulebook.messages import worded
from jiheng.web.access.fetching import record_for
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remedies import links_of, remedies
from jiheng.web.forms.sheet import Drawn, drawn_now
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor, wants_part
from jiheng.web.people.models import Person
from jiheng.writers.report.score_card import card_text, score_card
from jiheng.writers.report.view import Remedy


@require_safe
def card(request: HttpRequest, number: str) -> HttpResponse:
    """Show where one score comes from."""
    person = visitor(request)
    record = record_for(person, number)
    is_page = not wants_part(request)
    links = links_of(record, is_apart=is_page)
    page = drawn_now(record, language_of(request), links=links)
    path = request.GET.get("at", "")
    if page.judged is None:
        raise Http404
    shown = score_card(page.view, page.judged.scored, path, page.voice)
    if shown is None:
        raise Http404
    context = {
        "record": record,
        # Every text went through ``markup.el``, which escapes it.
        "card": SafeString(shown),
        "text": card_text(page.view, page.judged.scored, path, page.voice),
        "remedy": _remedy(record, page, person, path),
        "pack": page.judged.pack,
        "pack_name": worded(page.judged.pack.named, page.voice.language),
    }
    name = "forms/card.html" if is_page else "forms/card_box.html"
    return render(request, name, context)


def _remedy(record: FormRecord, page: Drawn, person: Person, path: str) -> Remedy | None:
    """What can be done about the value that was reached, on which the score rests."""
    row = row_of(path)
    found = remedies(record, page, person, (f"{row}.actual", f"{row}.executed"))
    return next(iter(found.values()), None)
