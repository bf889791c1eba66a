"""The measures of a form, and the page of one row's measure."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from jiheng.evidence.errors import EvidenceError
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say
from jiheng.rulebook.telling import Telling
from jiheng.web.access.fetching import record_for
from jiheng.web.chain.order import Refused
from jiheng.web.chain.views import CONFLICT, FORBIDDEN, why
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.language import language_of
from jiheng.web.measures.choosing import NotThere, choice_of
from jiheng.web.measures.doing import DOINGS, Asked
from jiheng.web.measures.finding import offered
from jiheng.web.measures.models import RowMeasure
from jiheng.web.measures.permission import may_measure
from jiheng.web.measures.results import BadResult
from jiheng.web.measures.running import NotComputed
from jiheng.web.measures.shown import (
    MeasuredRow,
    can_take,
    has_own_ledger,
    ledger_file,
    measure_file,
    measure_shown,
    results_shown,
    row_shown,
    rows_shown,
    run_shown,
    served_for,
)
from jiheng.web.measures.sources import BadSources
from jiheng.web.measures.taking import NotTaken
from jiheng.web.pages.visitor import visitor, wants_part

_SOUGHT = 100
_TOLD = (EvidenceError, RulebookError, BadResult, BadSources, NotComputed, NotTaken)


@require_safe
def measures_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show which rows of a form are measured, and what came of it."""
    person = visitor(request)
    record = record_for(person, number)
    context = {
        "record": record,
        "rows": rows_shown(record, language_of(request)),
        "may": may_measure(person, record),
    }
    return render(request, "measures/form.html", context)


@require_safe
def measure_page(request: HttpRequest, number: str, at: int) -> HttpResponse:
    """Show a row's measure with its results; whoever may write in the form chooses one."""
    record = record_for(visitor(request), number)
    row = row_shown(record, at, language_of(request))
    if wants_part(request) and row.chosen is not None:
        ran = run_shown(row.chosen, language_of(request))
        response = render(request, "measures/run.html", {"record": record, "row": row, "ran": ran})
        if ran is None or ran.run.ended_at is not None:
            # The whole page has more to say now than the line that was looked after.
            response["HX-Refresh"] = "true"
        return response
    return _page(request, record, row)


@require_safe
def measure_download(request: HttpRequest, number: str, at: int, what: str) -> HttpResponse:
    """Send the file of a row's measure, or of the ledger that it asks, to whoever may use it."""
    person = visitor(request)
    record = record_for(person, number)
    chosen = row_shown(record, at, language_of(request)).chosen
    if not may_measure(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    if chosen is None:
        raise Http404
    choice = choice_of(chosen)
    if what == "measure":
        return _sent(measure_file(choice), choice.measure.id)
    if what == "ledger" and has_own_ledger(choice):
        return _sent(ledger_file(choice), choice.ledger.system)
    raise Http404


@require_POST
def move_measure(request: HttpRequest, number: str, at: int, what: str) -> HttpResponse:
    """Choose a row's measure, drop it, take a result in, compute it, or take its value over."""
    person = visitor(request)
    record = record_for(person, number)
    row = row_shown(record, at, language_of(request))
    if not may_measure(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    doing = DOINGS.get(what)
    if doing is None:
        raise Http404
    asked = Asked(request=request, person=person, record=record, at=at, chosen=row.chosen)
    try:
        done = doing(asked)
    except NotThere:
        messages.error(request, say("measures.row-moved", language_of(request)))
        return redirect("measures", number=number)
    except (*_TOLD, Refused, OutOfDate) as refusal:
        return _page(request, record, row, _why(refusal, request))
    if done:
        messages.success(request, say(f"measures.{done}", language_of(request)))
    return redirect("measure", number=number, at=at)


def _page(
    request: HttpRequest, record: FormRecord, row: MeasuredRow, refused: str = ""
) -> HttpResponse:
    person, language = visitor(request), language_of(request)
    may = may_measure(person, record)
    context: dict[str, object] = {"record": record, "row": row, "may": may, "refused": refused}
    if row.chosen is not None:
        context |= _of_measure(record, row.chosen, row.at, language)
    if may and (row.chosen is None or "q" in request.GET or refused):
        sought = request.GET.get("q", "")[:_SOUGHT]
        found = offered(row.row.name, sought, language)
        context |= {"offered": found, "sought": sought, "typed": request.POST}
        context |= {"fitting": sum(each.fits for each in found)}
    status = CONFLICT if refused else 200
    return render(request, "measures/row.html", context, status=status)


def _of_measure(
    record: FormRecord, chosen: RowMeasure, at: int, language: str
) -> dict[str, object]:
    return {
        "shown": measure_shown(chosen, language),
        "results": results_shown(chosen, language),
        "ran": run_shown(chosen, language),
        "served": served_for(record, chosen),
        "can_take": can_take(record, at),
    }


def _sent(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/yaml")
    response["Content-Disposition"] = f'attachment; filename="{name}.yaml"'
    return response


def _why(refusal: Telling | Refused | OutOfDate, request: HttpRequest) -> str:
    if isinstance(refusal, Telling):
        return refusal.said(language_of(request))
    return why(refusal, request)
