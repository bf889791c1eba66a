"""What people do with papers: attach, take away, attest; each asked and done in one transaction."""

from collections.abc import Callable, Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from jiheng.web import clock
from jiheng.web.access.decide import Post, Ruling, Situation
from jiheng.web.access.situations import posts_of, situation_of
from jiheng.web.chain.order import Refused
from jiheng.web.evidence.keeping import attach, keep_papers, row_paper, take_away
from jiheng.web.evidence.looking import look, seen_at_once
from jiheng.web.evidence.models import Paper
from jiheng.web.evidence.permission import decide_attaching, decide_attesting
from jiheng.web.evidence.rows import open_value, proofs_of
from jiheng.web.files.models import StoredFile
from jiheng.web.files.proofs import stored_proofs
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import form_of, locked_record
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person

Decide = Callable[[tuple[Post, ...], Situation], Ruling]


def attach_uploads(
    person: Person, record: FormRecord, row: str, sent: Sequence[UploadedFile]
) -> tuple[Paper, ...]:
    """Return uploads as papers of a row; of whoever may not attach any, nothing is kept.

    Raises:
        Refused: they may not, or there is no such row, or no file.
        BadProof: a file is too large or of another kind, or there are too many.
    """
    require(decide_attaching, person, record)
    return attach_files(person, record, row, stored_proofs(sent, person))


def attach_files(
    person: Person, record: FormRecord, row: str, files: tuple[StoredFile, ...]
) -> tuple[Paper, ...]:
    """Return files as papers of a row, small ones looked into, the others soon by the worker.

    Args:
        person: who attaches them.
        record: the form.
        row: a scored one, ``indicators[3]`` or ``funds.lines[0]``.
        files: kept already.

    Raises:
        Refused: they may not, or there is no such row, or no file.
    """
    require(decide_attaching, person, record)
    if not files:
        raise Refused("refused.no-paper")
    seen = tuple(seen_at_once(each) for each in files)
    with transaction.atomic():
        held = locked_record(record.pk)
        require(decide_attaching, person, held)
        if row not in {each.at for each in proofs_of(judged_here(form_of(held))).rows}:
            raise Refused("refused.paper-row")
        pairs = zip(files, seen, strict=True)
        papers = tuple(attach(person, held, row, file, each) for file, each in pairs)
        for each in papers:
            if not each.seen:
                look.enqueue(each.pk)
    return papers


@transaction.atomic
def remove(person: Person, paper: Paper) -> None:
    """Take a paper away while the form is open.

    Raises:
        Refused: they may not, or it is gone.
    """
    held = locked_record(paper.record.pk)
    require(decide_attaching, person, held)
    take_away(person, _there(paper))


@transaction.atomic
def attest(person: Person, paper: Paper) -> None:
    """Say of a paper that only people can judge that it bears the form's value out.

    Raises:
        Refused: they may not, or the paper was compared already.
    """
    held = locked_record(paper.record.pk)
    require(decide_attesting, person, held)
    paper = _there(paper)
    value = open_value(judged_here(form_of(held)), row_paper(paper))
    if value is None:
        raise Refused("refused.paper-judged")
    paper.attested_by, paper.attested_at, paper.attested_value = person, clock.now(), value
    paper.save(update_fields=["attested_by", "attested_at", "attested_value"])
    note("attest-paper", held.number, person, {**_told(paper), "value": value})
    keep_papers(held)


@transaction.atomic
def take_back(person: Person, paper: Paper) -> None:
    """Take back what somebody said of a paper.

    Raises:
        Refused: they may not, or it is gone.
    """
    held = locked_record(paper.record.pk)
    require(decide_attesting, person, held)
    paper = _there(paper)
    paper.attested_by, paper.attested_at, paper.attested_value = None, None, ""
    paper.save(update_fields=["attested_by", "attested_at", "attested_value"])
    note("doubt-paper", held.number, person, _told(paper))
    keep_papers(held)


def may(decide: Decide, person: Person, record: FormRecord) -> bool:
    """Whether a person may do this with the papers of a form now."""
    return decide(posts_of(person), situation_of(record, person)) is Ruling.ALLOWED


def require(decide: Decide, person: Person, record: FormRecord) -> None:
    """Refuse what a person may not do with the papers of a form now.

    Raises:
        Refused: they may not.
    """
    ruling = decide(posts_of(person), situation_of(record, person))
    if ruling is not Ruling.ALLOWED:
        raise Refused(f"ruling.{ruling}")


def _there(paper: Paper) -> Paper:
    """The paper as it is now that its form is held."""
    found = Paper.objects.filter(pk=paper.pk).select_related("file", "record", "attested_by")
    there = found.first()
    if there is None:
        raise Refused("refused.paper-gone")
    return there


def _told(paper: Paper) -> dict[str, str]:
    return {"row": paper.row, "file": paper.file.name, "sha256": paper.file.sha256}
