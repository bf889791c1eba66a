"""The section's page: the rows that it was sent, as they stand and as they were typed."""

from collections.abc import Mapping

from django.http import HttpRequest, QueryDict
from msgspec import Struct

from jiheng.model.form import Form, Indicator, MoneyLine
from jiheng.model.paths import value_at
from jiheng.web.files.proofs import stored_proofs
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of
from jiheng.web.forms.sent import clean
from jiheng.web.pages.visitor import visitor
from jiheng.web.sections.answering import Answer, answered_row
from jiheng.web.sections.models import Proof, SentRow
from jiheng.web.sections.rows import FormRow, value_of


class AskedCell(Struct, frozen=True, kw_only=True):
    """A cell to write in.

    Attributes:
        typed: what the person typed, or what stands there.
        was: what the page showed.
        now: what somebody else wrote meanwhile; None where nobody did.
    """

    path: str
    typed: str
    was: str
    now: str | None = None


class AskedRow(Struct, frozen=True, kw_only=True):
    """A row that somebody is asked for.

    Attributes:
        last: what was done the year before; "" where nobody knows.
        shown: what was done by now, for a row whose cells are locked.
    """

    sent: SentRow
    row: FormRow
    last: str
    shown: str
    words: str
    value: AskedCell | None
    reason: AskedCell | None
    proofs: tuple[Proof, ...]


def asked_rows(
    record: FormRecord, asked: tuple[SentRow, ...], sent: Mapping[str, str] | None = None
) -> tuple[AskedRow, ...]:
    """Return the rows as their page shows them, with what was typed where it was not saved."""
    form, before = form_of(record), _last_year(record)
    proofs = Proof.objects.filter(sent__in=[each.pk for each in asked]).select_related("file")
    by_row: dict[int, list[Proof]] = {}
    for each in proofs.select_related("sent"):
        by_row.setdefault(each.sent.pk, []).append(each)
    found: list[AskedRow] = []
    for each in asked:
        row = answered_row(form, record, each.row)
        if row is not None:
            found.append(
                AskedRow(
                    sent=each,
                    row=row,
                    last=_done(before, form, each.row),
                    shown=value_of(form, each.row),
                    words=(sent or {}).get(f"words:{each.pk}", each.answer),
                    value=_cell(form, row.value, sent),
                    reason=_cell(form, row.reason, sent),
                    proofs=tuple(by_row.get(each.pk, ())),
                )
            )
    return tuple(found)


def is_final(sent: QueryDict) -> bool:
    """Whether the rows go back to the clerk, and are not merely saved."""
    return sent.get("do") == "hand-back"


def sent_answers(
    request: HttpRequest, record: FormRecord, asked: tuple[SentRow, ...]
) -> tuple[Answer, ...]:
    """Return what was typed for each row; the proofs are stored.

    Raises:
        BadProof: a file is too large, of another kind, or there are too many.
    """
    form, sent = form_of(record), request.POST
    found: list[Answer] = []
    for each in asked:
        row = answered_row(form, record, each.row)
        paths = (path for path in (row.fields if row else ()) if path in sent)
        typed = (
            CellChange(path=path, old=clean(sent.get(f"was:{path}")), new=clean(sent.get(path)))
            for path in paths
        )
        found.append(
            Answer(
                sent=each.pk,
                typed=tuple(typed),
                words=clean(sent.get(f"words:{each.pk}")) or "",
                files=stored_proofs(request.FILES.getlist(f"proof:{each.pk}"), visitor(request)),
            )
        )
    return tuple(found)


def _cell(form: Form, path: str | None, sent: Mapping[str, str] | None) -> AskedCell | None:
    if path is None:
        return None
    value = value_at(form, path)
    now = value if isinstance(value, str) else ""
    typed = (sent or {}).get(path, now).replace("\r\n", "\n")
    was = (sent or {}).get(f"was:{path}", now).replace("\r\n", "\n")
    return AskedCell(path=path, typed=typed, was=now, now=None if now in {was, typed} else now)


def _last_year(record: FormRecord) -> Form | None:
    before = FormRecord.objects.filter(
        organisation=record.organisation, project=record.project, year=record.year - 1
    )
    found = before.order_by("-pk").first()
    return form_of(found) if found else None


def _done(before: Form | None, form: Form, path: str) -> str:
    """What the row of the same name says in last year's form."""
    row = value_at(form, path)
    if before is None:
        return ""
    match row:
        case Indicator(name=name):
            return next((each.actual or "" for each in before.indicators if each.name == name), "")
        case MoneyLine(label=label):
            lines = (each for each in before.funds.lines if each.label == label)
            return next((each.executed or "" for each in lines), "")
        case _:
            return ""
