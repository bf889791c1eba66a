"""The page on which a clerk chooses which projects go on in the new year."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.steps import Step
from jiheng.web.chain.views import FORBIDDEN
from jiheng.web.forms.beginning import units_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.language import language_of
from jiheng.web.pages.desk import show_year
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Organisation
from jiheng.web.rollover.carrying import Carried, carry, forms_of, successors


class Candidate(Struct, frozen=True, kw_only=True):
    """A form that can go on in the new year.

    Attributes:
        draft: the form that its project has there already.
    """

    record: FormRecord
    draft: FormRecord | None

    @property
    def is_closed(self) -> bool:
        """Whether the year is done with."""
        return self.record.step == Step.CLOSED


def roll_over(request: HttpRequest) -> HttpResponse:
    """Show the forms of the year before, or carry the chosen ones over."""
    person = visitor(request)
    units = units_of(posts_of(person))
    if not units:
        return render(request, "403.html", status=FORBIDDEN)
    year = _year(request)
    if request.method != "POST":
        return render(request, "rollover/choose.html", _choice(units, year))
    chosen = forms_of(units, year - 1).filter(number__in=request.POST.getlist("number"))
    became = [carry(record, year, person) for record in chosen]
    told = say(
        "rollover.done",
        language_of(request),
        made=str(became.count(Carried.MADE)),
        year=str(year),
    )
    messages.success(request, told)
    show_year(request, year)
    return redirect("tasks")


def _choice(units: tuple[Organisation, ...], year: int) -> dict[str, object]:
    records = tuple(forms_of(units, year - 1))
    there = successors(records, year)
    rows = tuple(Candidate(record=each, draft=there.get(each.pk)) for each in records)
    now = timezone.localdate().year
    return {
        "rows": rows,
        "year": year,
        "before": year - 1,
        "years": sorted({year, now - 1, now, now + 1}),
        "left": sum(each.draft is None for each in rows),
    }


def _year(request: HttpRequest) -> int:
    sent = key_in(request.POST.get("year") or request.GET.get("year") or "")
    now = timezone.localdate().year
    return sent if abs(sent - now) <= _FAR else now


_FAR = 10
"""Years that are further away are a slip of the keyboard."""
