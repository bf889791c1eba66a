"""结果应用: what results advise for the next budget, and what there is to choose from."""

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files

import msgspec
from django.db.models import Count, Q, QuerySet
from msgspec import Struct

from jiheng.model.citation import Citation
from jiheng.web.access.decide import Post
from jiheng.web.access.situations import within_reach
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.rectification.models import ResultUse
from jiheng.web.rectification.states import Use
from jiheng.web.rollover.models import Succession

NONE = "none"
_WAN = 10_000 * 10_000
"""So many 1/10,000 yuan are one 万元."""
_AMOUNT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,8})?")


class Uses(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The kinds of advice, and where they are taken from."""

    uses: tuple[Use, ...]
    source: Citation


@cache
def kinds() -> Uses:
    """Return the kinds of advice that can be given, the best first."""
    text = (files("jiheng.web.rectification") / "uses.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=Uses)


def use_of(record: FormRecord) -> ResultUse | None:
    """Return what was recorded for a form."""
    return _told(Q(record=record))


def use_of_last_year(record: FormRecord) -> ResultUse | None:
    """Return what was recorded for the form of the same project a year before."""
    same = Q(
        record__organisation=record.organisation,
        record__project=record.project,
        record__year=record.year - 1,
    )
    origin = Succession.objects.filter(draft=record).values("origin")
    return _told(same | Q(record__in=origin))


def finished(posts: tuple[Post, ...], year: int | None) -> QuerySet[FormRecord]:
    """Return the closed forms of a year that somebody may see."""
    return finished_of(within_reach(posts).filter(year=year))


def finished_of(records: QuerySet[FormRecord]) -> QuerySet[FormRecord]:
    """Return those of some forms that are closed."""
    return records.filter(step=Step.CLOSED)


def with_use(records: QuerySet[FormRecord], use: str) -> QuerySet[FormRecord]:
    """Return the forms with one kind of advice, with none, or all."""
    if use == NONE:
        return records.filter(result_use=None)
    return records.filter(result_use__use=use) if use in set(Use) else records


def use_counts(records: QuerySet[FormRecord]) -> tuple[tuple[str, int], ...]:
    """Return how many forms have each kind of advice, and none; one query."""
    told = dict(records.order_by().values_list("result_use__use").annotate(Count("pk")))
    named = ((use.value, told.get(use.value, 0)) for use in kinds().uses)
    return (*named, (NONE, told.get(None, 0)))


def uses_by_form(records: tuple[FormRecord, ...]) -> dict[int, ResultUse]:
    """Return the advice by the form's key; one query."""
    found = ResultUse.objects.filter(record__in=[each.pk for each in records])
    return {each.record.pk: each for each in found.select_related("record", "event")}


def amount_in(text: str) -> int | None:
    """Return an amount in 万元 as typed, in 1/10,000 yuan; None where nothing was typed.

    Raises:
        Refused: it is no amount.
    """
    typed = text.strip().replace(",", "")
    if not typed:
        return None
    if not _AMOUNT.fullmatch(typed):
        raise Refused("refused.amount")
    return int(Decimal(typed) * _WAN)


def plain_amount(amount: int | None) -> str:
    """Return an amount as it would be typed.

    Example:
        >>> plain_amount(12_5000_0000), plain_amount(1200_0000_0000), plain_amount(None)
        ('12.5', '1200', '')
    """
    if amount is None:
        return ""
    return f"{Decimal(amount) / _WAN:f}"


def _told(wanted: Q) -> ResultUse | None:
    found = ResultUse.objects.filter(wanted).select_related("event__person", "record")
    return found.order_by("-record__year", "-pk").first()
