"""整改台账 as a worksheet, one row a demand."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone

from jiheng.rulebook.messages import say
from jiheng.web.rectification.departments import departments_of
from jiheng.web.rectification.ledger import listed_notices
from jiheng.web.rectification.models import Demand, Notice
from jiheng.web.rectification.worksheet import worksheet
from jiheng.writers.findings.row import Value

_COLUMNS = (
    ("number", 18), ("project", 36), ("unit", 24), ("department", 24), ("year", 8),
    ("issuer", 14), ("issued", 12), ("due", 12), ("state", 10), ("late", 8), ("code", 10),
    ("found", 46), ("wanted", 40), ("answer", 40), ("judgement", 30), ("answered", 12),
    ("ended", 12),
)  # fmt: skip


def ledger_sheet(notices: QuerySet[Notice], language: str) -> bytes:
    """Return an Excel file of these notices in the order of the ledger; three queries."""
    found = tuple(listed_notices(notices))
    demands: dict[int, list[Demand]] = {}
    for each in Demand.objects.filter(notice__in=notices.order_by().values("pk")):
        demands.setdefault(vars(each)["notice_id"], []).append(each)
    return worksheet("rectify", _COLUMNS, _rows(found, demands, language), language)


def _rows(
    notices: tuple[Notice, ...], demands: dict[int, list[Demand]], language: str
) -> Iterator[tuple[Value, ...]]:
    departments = departments_of(each.record.organisation.branch for each in notices)
    for each in notices:
        record = each.record
        about = (
            record.number,
            record.project,
            record.organisation.name,
            departments[record.organisation.branch].name,
            record.year,
            say(f"web.role.{each.role}", language),
            timezone.localdate(each.event.at).isoformat(),
            each.due.isoformat(),
            say(f"rectify.state.{each.state}", language),
            say("web.overdue", language) if each.is_overdue else None,
        )
        ended = (
            timezone.localdate(at).isoformat() if at else None
            for at in (each.answered_at, each.ended_at)
        )
        days = tuple(ended)
        for demand in demands.get(each.pk, ()):
            said = (demand.code, demand.found, demand.wanted, demand.answer, demand.judgement)
            yield (*about, *said, *days)
