"""The journal, for the administrator of the audit."""

from datetime import date, datetime
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from jiheng.web.api.operations.around import (
    Counted,
    PageAsked,
    WordsAsked,
    branches,
    counted,
    paged,
)
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.journal.models import Entry
from jiheng.web.journal.sifting import ACTIONS, Sieve, sifted
from jiheng.web.journal.views import KINDS
from jiheng.web.journal.writing import first_break
from jiheng.web.language import language_of
from jiheng.web.people.roles import Role

WhatAsked = Annotated[str, Field(pattern=f"^({'|'.join(ACTIONS)})?$")]


class JournalEntry(Wire, frozen=True, kw_only=True):
    """Something that was done; ``detail`` is JSON, ``digest`` chains it to the one before."""

    key: int
    at: datetime
    person: str
    action: str
    subject: str
    detail: str
    digest: str


class Journal(Wire, frozen=True, kw_only=True):
    """A page of the journal, the latest first."""

    items: tuple[JournalEntry, ...]
    page: Counted


class Chain(Wire, frozen=True, kw_only=True):
    """Whether the journal is whole; else the key of the first entry that does not fit."""

    entries: int
    is_whole: bool
    broken_at: int | None


def journal(
    request: HttpRequest,
    since: date | None = None,
    until: date | None = None,
    who: WordsAsked = "",
    what: WhatAsked = "",
    text: WordsAsked = "",
    page: PageAsked = 1,
) -> Journal:
    """Return entries of the journal."""
    branches(request, Role.AUDIT_ADMIN)
    found = paged(sifted(_sieve(since, until, who, what, text)), page)
    return Journal(items=tuple(_entry(each) for each in found.object_list), page=counted(found))


def journal_file(
    request: HttpRequest,
    kind: Literal["csv", "xlsx"],
    since: date | None = None,
    until: date | None = None,
    who: WordsAsked = "",
    what: WhatAsked = "",
    text: WordsAsked = "",
) -> HttpResponse:
    """Return entries of the journal as a file."""
    branches(request, Role.AUDIT_ADMIN)
    write, content_type = KINDS[kind]
    found = sifted(_sieve(since, until, who, what, text))
    answer = HttpResponse(write(found, language_of(request)), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="journal.{kind}"'
    return answer


def journal_chain(request: HttpRequest) -> Chain:
    """Return whether nothing was taken out of the journal or changed in it."""
    branches(request, Role.AUDIT_ADMIN)
    broken = first_break()
    return Chain(entries=Entry.objects.count(), is_whole=broken is None, broken_at=broken)


def _sieve(since: date | None, until: date | None, who: str, what: str, text: str) -> Sieve:
    return Sieve(
        since=since.isoformat() if since else "",
        until=until.isoformat() if until else "",
        who=who.strip(),
        what=what,
        text=text.strip(),
    )


def _entry(entry: Entry) -> JournalEntry:
    return JournalEntry(
        key=entry.pk,
        at=entry.at,
        person=entry.person_name,
        action=entry.action,
        subject=entry.subject,
        detail=entry.detail,
        digest=entry.digest,
    )


OPERATIONS = (
    Operation(name="journal", method="GET", path="/journal", view=journal, answer=Journal),
    Operation(
        name="journal-chain", method="GET", path="/journal/chain", view=journal_chain, answer=Chain
    ),
    Operation(
        name="journal-file",
        method="GET",
        path="/journal/files/{kind}",
        view=journal_file,
        media=tuple(kind for _, kind in KINDS.values()),
    ),
)
