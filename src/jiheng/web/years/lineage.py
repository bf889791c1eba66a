"""The forms of one project over the years: those of its name in its unit, and their drafts."""

from collections import defaultdict
from collections.abc import Mapping

import msgspec
from django.db.models import QuerySet
from msgspec.structs import replace

from jiheng.audit.facts.linked import project_key
from jiheng.audit.facts.names import bare_name
from jiheng.model.form import Form
from jiheng.web.chain.steps import EVALUATED
from jiheng.web.forms.models import FormRecord
from jiheng.web.rollover.models import Succession
from jiheng.web.years.models import RowLink


def line_of(record: FormRecord, among: QuerySet[FormRecord]) -> tuple[FormRecord, ...]:
    """Return the forms of a form's project, one a year, the earliest first.

    Args:
        record: for its own year it stands itself; for any other the latest one that was made.
        among: of which forms; it is one that a person may see.
    """
    of_unit = FormRecord.objects.filter(organisation=record.organisation).order_by("pk")
    rows = tuple(of_unit.values_list("pk", "year", "project"))
    family = _family(record.pk, rows)
    by_year = {year: pk for pk, year, _ in rows if pk in family}
    by_year[record.year] = record.pk
    found = among.filter(pk__in=by_year.values()).select_related("organisation", "figures")
    return tuple(found.order_by("year"))


def document_of(record: FormRecord) -> Form:
    """Return a form as it is compared: without results as long as it is not evaluated."""
    form = msgspec.json.decode(record.document, type=Form)
    if record.step in EVALUATED:
        return form
    lines = (replace(each, executed=None, score=None) for each in form.funds.lines)
    rows = (replace(each, actual=None, score=None, reason=None) for each in form.indicators)
    funds = replace(form.funds, lines=tuple(lines))
    return replace(form, funds=funds, indicators=tuple(rows))


def renamed_in(records: tuple[FormRecord, ...]) -> Mapping[int, Mapping[str, str]]:
    """Return by a form's key: bare name of a row → bare name in the form before."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    links = RowLink.objects.filter(record__in=[each.pk for each in records])
    for record, name, before in links.values_list("record", "name", "before"):
        found[record][bare_name(name)] = bare_name(before)
    return found


def _family(pk: int, rows: tuple[tuple[int, int, str], ...]) -> frozenset[int]:
    """Return the keys of all forms that names and successions join to one."""
    joined: defaultdict[int | str, list[int | str]] = defaultdict(list)
    for each, _, project in rows:
        joined[each].append(project_key(project))
        joined[project_key(project)].append(each)
    made = Succession.objects.filter(draft__in=[each for each, _, _ in rows])
    for origin, draft in made.values_list("origin", "draft"):
        joined[origin].append(draft)
        joined[draft].append(origin)
    found: set[int | str] = set()
    waiting: list[int | str] = [pk]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(joined[each])
    return frozenset(each for each in found if isinstance(each, int))
