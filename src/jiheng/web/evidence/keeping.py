"""The papers of a form: attached, looked into, attested, taken away.

What was seen of them is also kept with the form's record, so that no page has to ask for it.
"""

import msgspec
from django.db import transaction
from msgspec.structs import replace

from jiheng.model.papers import Attested, FormPapers, PaperSeen, RowPaper
from jiheng.web import clock
from jiheng.web.chain.steps import Step
from jiheng.web.evidence.models import Paper
from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import read_papers
from jiheng.web.forms.saving import form_of, locked_record
from jiheng.web.forms.summary import summary_of
from jiheng.web.journal.writing import note
from jiheng.web.lists.figures import keep_figures
from jiheng.web.people.models import Person

WAITING = PaperSeen(kind="waiting")


@transaction.atomic
def attach(
    person: Person, record: FormRecord, row: str, file: StoredFile, seen: PaperSeen | None = None
) -> Paper:
    """Return a file as a paper of a row; the same bytes are a row's paper once.

    Whether the person may do so is for the caller to ask.

    Args:
        person: who attaches it.
        record: the form.
        row: ``indicators[3]``, ``funds.lines[0]``, or "" for a factor of a formula.
        file: kept already.
        seen: what was seen of it; None lets the worker look.
    """
    held = locked_record(record.pk)
    known = Paper.objects.filter(record=held, row=row, file__sha256=file.sha256).first()
    if known is not None:
        return known
    paper = Paper.objects.create(
        record=held,
        row=row,
        file=file,
        seen=_json(seen) if seen else "",
        attached_by=person,
        attached_at=clock.now(),
    )
    told = {"row": row, "file": file.name, "sha256": file.sha256}
    note("attach-paper", held.number, person, told)
    keep_papers(held)
    return paper


@transaction.atomic
def take_away(person: Person, paper: Paper) -> None:
    """Let a paper be none of its row any more; the journal keeps that it was."""
    held = locked_record(paper.record.pk)
    told = {"row": paper.row, "file": paper.file.name, "sha256": paper.file.sha256}
    paper.delete()
    note("remove-paper", held.number, person, told)
    keep_papers(held)


@transaction.atomic
def keep_seen(paper: Paper, seen: PaperSeen) -> None:
    """Keep what was seen of a paper."""
    held = locked_record(paper.record.pk)
    Paper.objects.filter(pk=paper.pk).update(seen=_json(seen))
    keep_papers(held)


def seen_of(paper: Paper) -> PaperSeen:
    """Return what was seen of a paper."""
    return msgspec.json.decode(paper.seen, type=PaperSeen) if paper.seen else WAITING


def keep_papers(record: FormRecord, *, are_asked: bool | None = None) -> None:
    """Keep with a form what was seen of its papers, and what follows from it for lists.

    Args:
        record: held by the caller.
        are_asked: whether evidence is asked of it from now on; None leaves that as it is.
    """
    before = read_papers(record.papers) or FormPapers()
    found = Paper.objects.filter(record=record).select_related("file", "attested_by")
    after = replace(
        before,
        papers=tuple(row_paper(each) for each in found),
        are_asked=before.are_asked if are_asked is None else are_asked,
    )
    record.papers = "" if after == FormPapers() else msgspec.json.encode(after).decode()
    record.summary = summary_of(form_of(record), Step(record.step), record.papers)
    record.save(update_fields=["papers", "summary"])
    keep_figures(record)


def row_paper(paper: Paper) -> RowPaper:
    """Return a paper as it is weighed."""
    by = paper.attested_by
    attested = Attested(by=by.name, value=paper.attested_value) if by else None
    return RowPaper(row=paper.row, name=paper.file.name, seen=seen_of(paper), attested=attested)


def _json(seen: PaperSeen) -> str:
    return msgspec.json.encode(seen).decode()
