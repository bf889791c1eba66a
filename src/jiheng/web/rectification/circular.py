"""通报: a draft written from the numbers of the lists, as a letter."""

from collections.abc import Iterable, Iterator

from django.db.models import Count, QuerySet, Sum
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web import clock
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.tally import KINDS
from jiheng.web.pages.templatetags.words import percent, ten_thousands
from jiheng.web.rectification.figures import (
    Found,
    Reported,
    Unit,
    found_in,
    totals_of,
    units_of,
)
from jiheng.web.rectification.ledger import Counts, by_department, is_late
from jiheng.web.rectification.models import Notice, ResultUse
from jiheng.web.rectification.uses import NONE, finished_of, kinds, use_counts
from jiheng.writers.letter import Block, Heading, Letter, Table, Words
from jiheng.writers.report.voice import Voice

_MOST_PROBLEMS = 5


class About(Struct, frozen=True, kw_only=True):
    """What a circular is about.

    Attributes:
        place: name of the office's area or of the department.
        names_units: the office wants units to be named.
    """

    place: str
    year: int
    language: str
    names_units: bool = False

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the circular."""
        told = {name.replace("_", "-"): str(value) for name, value in values.items()}
        return say(f"circular.{key}", self.language, **told)

    def names(self, units: Iterable[str]) -> str:
        """Return the names of units, each once."""
        return say("lists.remind.comma", self.language).join(dict.fromkeys(units))


def circular(records: QuerySet[FormRecord], notices: QuerySet[Notice], about: About) -> Letter:
    """Return the draft about some forms of a year and the notices on them."""
    day = clock.today().isoformat()
    return Letter(
        above=about.say("draft"),
        title=about.say("heading", place=about.place, year=about.year),
        blocks=(
            *_handed_in(records, about),
            *_money(records, about),
            *_findings(records, about),
            *_rectification(notices, about),
            *_uses(records, about),
            Words(text=about.say("by-rules")),
        ),
        foot=(about.say("as-of", day=day),),
    )


def _handed_in(records: QuerySet[FormRecord], about: About) -> Iterator[Block]:
    units = units_of(records)
    total = sum((each.reported for each in units), Reported())
    yield Heading(text=about.say("part.handed-in"))
    yield Words(
        text=about.say(
            "text.handed-in",
            place=about.place,
            year=about.year,
            all=total.all,
            units=len(units),
            sent=total.sent,
            share=percent(total.share),
            closed=total.closed,
            unsent=total.unsent,
        )
    )
    late = tuple(each.name for each in units if each.reported.unsent)
    if about.names_units and late:
        yield Words(text=about.say("text.unsent", names=about.names(late)))
    yield _by_department(units, total, about)


def _by_department(units: tuple[Unit, ...], total: Reported, about: About) -> Table:
    sums: dict[str, Reported] = {}
    for each in units:
        sums[each.department.name] = sums.get(each.department.name, Reported()) + each.reported
    rows = (*sums.items(), (about.say("col.total"), total))
    return Table(
        caption=about.say("table.handed-in"),
        head=_head(("department", "all", "sent", "unsent", "closed"), about),
        rows=tuple(
            (name, str(e.all), str(e.sent), str(e.unsent), str(e.closed)) for name, e in rows
        ),
        widths=(6, 2, 2, 2, 2),
        last_is_sum=True,
    )


def _money(records: QuerySet[FormRecord], about: About) -> Iterator[Block]:
    totals = totals_of(records)
    yield Heading(text=about.say("part.money"))
    if not totals.rated:
        yield Words(text=about.say("text.no-money"))
        return
    yield Words(
        text=about.say(
            "text.money",
            rated=totals.rated,
            budget=ten_thousands(totals.budget),
            executed=ten_thousands(totals.executed),
            by_money=percent(totals.by_money),
            by_mean=percent(totals.by_mean),
        )
    )


def _findings(records: QuerySet[FormRecord], about: About) -> Iterator[Block]:
    totals, found = totals_of(records), found_in(records)
    yield Heading(text=about.say("part.findings"))
    if not found:
        yield Words(text=about.say("text.no-findings"))
        return
    yield Words(
        text=about.say(
            "text.findings", faulty=totals.faulty, errors=totals.errors, warnings=totals.warnings
        )
    )
    yield _by_kind(found, about)
    yield _by_code(found, about)
    yield Heading(text=about.say("part.problems"))
    yield from (Words(text=text) for text in _problems(found, about))


def _by_kind(found: tuple[Found, ...], about: About) -> Table:
    sums: dict[str, tuple[int, int]] = {}
    for each in sorted(found, key=lambda one: KINDS.index(one.code[:2])):
        errors, warnings = sums.get(each.code[:2], (0, 0))
        sums[each.code[:2]] = (errors + each.errors, warnings + each.warnings)
    rows = tuple(
        (say(f"lists.kinds.{kind}", about.language), str(e), str(w))
        for kind, (e, w) in sums.items()
    )
    total = (
        about.say("col.total"),
        str(sum(each.errors for each in found)),
        str(sum(each.warnings for each in found)),
    )
    return Table(
        caption=about.say("table.kinds"),
        head=_head(("kind", "errors", "warnings"), about),
        rows=(*rows, total),
        widths=(6, 2, 2),
        last_is_sum=True,
    )


def _by_code(found: tuple[Found, ...], about: About) -> Table:
    return Table(
        caption=about.say("table.codes"),
        head=_head(("code", "name", "errors", "warnings", "forms"), about),
        rows=tuple(
            (e.code, _title(e.code, about), str(e.errors), str(e.warnings), str(e.forms))
            for e in found
        ),
        widths=(2, 7, 2, 2, 2),
        words=(0, 1),
    )


def _problems(found: tuple[Found, ...], about: About) -> Iterator[str]:
    for number, each in enumerate(found[:_MOST_PROBLEMS], 1):
        yield about.say(
            "text.problem",
            number=number,
            name=_title(each.code, about),
            code=each.code,
            forms=each.forms,
            count=each.count,
        )
        if about.names_units:
            yield about.say("text.problem-units", names=about.names(each.units))


def _rectification(notices: QuerySet[Notice], about: About) -> Iterator[Block]:
    departments = by_department(notices)
    total = sum((each.counts for each in departments), Counts())
    yield Heading(text=about.say("part.rectification"))
    if not total.all:
        yield Words(text=about.say("text.no-rectification"))
        return
    yield Words(
        text=about.say(
            "text.rectification",
            all=total.all,
            issued=total.issued,
            late=total.late,
            fed_back=total.fed_back,
            closed=total.closed,
            revoked=total.revoked,
        )
    )
    if about.names_units and total.late:
        late = notices.filter(is_late()).order_by("record__organisation__branch")
        names = about.names(late.values_list("record__organisation__name", flat=True))
        yield Words(text=about.say("text.late", names=names))


def _uses(records: QuerySet[FormRecord], about: About) -> Iterator[Block]:
    closed = finished_of(records)
    counts = use_counts(closed)
    total = sum(count for _, count in counts)
    yield Heading(text=about.say("part.uses"))
    if not total:
        yield Words(text=about.say("text.no-uses"))
        return
    advised = ResultUse.objects.filter(record__in=closed.order_by().values("pk"))
    amounts = advised.aggregate(count=Count("amount"), sum=Sum("amount"))
    advised_on = sum(count for use, count in counts if use != NONE)
    yield Words(
        text=about.say(
            "text.uses",
            closed=total,
            told=advised_on,
            amounts=amounts["count"],
            amount=ten_thousands(int(amounts["sum"] or 0)),
        )
    )
    if advised_on:
        yield _by_use(counts, about)
    if not kinds().source.verified:
        yield Words(text=about.say("text.uses-unverified"))


def _by_use(counts: tuple[tuple[str, int], ...], about: About) -> Table:
    return Table(
        caption=about.say("table.uses"),
        head=_head(("use", "count"), about),
        rows=tuple((say(f"uses.use.{use}", about.language), str(n)) for use, n in counts),
        widths=(6, 2),
    )


def _head(names: tuple[str, ...], about: About) -> tuple[str, ...]:
    return tuple(about.say(f"col.{name}") for name in names)


def _title(code: str, about: About) -> str:
    return Voice(language=about.language).defect(code, code)
