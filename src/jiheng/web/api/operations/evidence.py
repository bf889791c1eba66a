"""Evidence: papers of rows, what they say, how strong the proof is; the sealed dossier."""

from datetime import datetime
from typing import Literal

from django.http import FileResponse, HttpRequest
from ninja import Body, File, Form, UploadedFile

from jiheng.web.api.operations.around import (
    FILE,
    KeyIn,
    Number,
    Place,
    Somebody,
    forbidden,
    place,
    seen,
    somebody,
)
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Key, Wire
from jiheng.web.chain.steps import EVALUATED
from jiheng.web.evidence.asking import Line, ask_for_evidence, lines_of, places_of
from jiheng.web.evidence.doing import attach_uploads
from jiheng.web.evidence.models import Seal
from jiheng.web.evidence.rows import ShownPaper, ShownRow, proofs_of, shown_rows
from jiheng.web.evidence.views import MOVES, dossier_file, kept_paper, paper_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged, read_papers
from jiheng.web.forms.saving import form_of
from jiheng.web.language import language_of
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.visitor import visitor

ZIP = "application/zip"
Move = Literal["remove", "attest", "take-back"]
Strength = Literal["recomputed", "sufficient", "weak", "words", "none"]


class PaperOut(Wire, frozen=True, kw_only=True):
    """A paper of a row.

    Attributes:
        says: what was seen of it, a sentence each.
        can_be_attested: only people can judge it.
        attested_by: who found it true of the value that the form has now.
    """

    key: int
    file: str
    size: int
    sha256: str
    by: Somebody
    at: datetime
    says: tuple[str, ...]
    can_be_attested: bool
    attested_by: Somebody | None


class RowEvidence(Wire, frozen=True, kw_only=True):
    """A scored row, how strong its proof is, and its papers."""

    row: str
    name: str
    actual: str
    score: str
    strength: Strength
    papers: tuple[PaperOut, ...]


class SealOut(Wire, frozen=True, kw_only=True):
    """A dossier that was given out: of which version, with how many parts."""

    version: int
    sha256: str
    sm3: str
    parts: int
    by: Somebody
    at: datetime


class Evidence(Wire, frozen=True, kw_only=True):
    """The evidence of a form.

    Attributes:
        claimed: sum of the unit's own scores, in points; ``supported`` the part with evidence.
        is_asked: what lacks evidence is a finding.
    """

    number: str
    claimed: str
    supported: str
    is_asked: bool
    rows: tuple[RowEvidence, ...]
    seals: tuple[SealOut, ...]


class EvidenceAsked(Wire, frozen=True, kw_only=True):
    """A place and year, and since when evidence is asked there; None where it is not."""

    place: Place
    year: int
    by: Somebody | None
    since: datetime | None


class EvidenceYears(Wire, frozen=True, kw_only=True):
    """Where and when evidence is asked, of the places of which the caller says so."""

    items: tuple[EvidenceAsked, ...]


class AskEvidence(Wire, frozen=True, kw_only=True):
    """A place and year of which evidence is asked, or asked no more."""

    place: Key
    year: Key
    ask: bool


def form_evidence(request: HttpRequest, number: Number) -> Evidence:
    """Return the scored rows of a form with their papers and how strong the proof is."""
    return _evidence(request, _evaluated(request, number))


def attach_papers(
    request: HttpRequest, number: Number, row: Form[str], files: File[list[UploadedFile]]
) -> Evidence:
    """Attach files, or results of ``jiheng measure``, to a scored row."""
    record, person = _evaluated(request, number), visitor(request)
    attach_uploads(person, record, row, files)
    return _evidence(request, record)


def move_paper(request: HttpRequest, number: Number, key: KeyIn, what: Move) -> Evidence:
    """Take a paper away, say that it is true, or take that back."""
    record = _evaluated(request, number)
    MOVES[what](visitor(request), paper_of(record, key))
    return _evidence(request, record)


def evidence_file(request: HttpRequest, key: KeyIn) -> FileResponse:
    """Return a paper to whoever sees its form."""
    return kept_paper(visitor(request), key)


def seal_form(request: HttpRequest, number: Number) -> FileResponse:
    """Return the sealed dossier of a form; its seal is ``X-Seal`` and stands with the form."""
    return dossier_file(visitor(request), seen(request, number))


def evidence_years(request: HttpRequest) -> EvidenceYears:
    """Return of which years the caller asks for evidence."""
    places = places_of(visitor(request))
    if not places:
        raise forbidden()
    years = tuple(each.year for each in desk_of(request).years)
    return EvidenceYears(items=tuple(_asked(each) for each in lines_of(places, years)))


def ask_evidence(request: HttpRequest, wish: Body[AskEvidence]) -> EvidenceYears:
    """Ask the forms of a place and year for evidence, or ask no more."""
    places = places_of(visitor(request))
    if not places:
        raise forbidden()
    at = next((each for each in places if each.pk == wish.place), None)
    if at is None or wish.year not in {each.year for each in desk_of(request).years}:
        raise Trouble(404, "api.refused.nothing-there")
    ask_for_evidence(visitor(request), at, wish.year, ask=wish.ask)
    return evidence_years(request)


def _evaluated(request: HttpRequest, number: str) -> FormRecord:
    record = seen(request, number)
    if record.step not in EVALUATED:
        raise Trouble(404, "api.refused.nothing-there")
    return record


def _evidence(request: HttpRequest, record: FormRecord) -> Evidence:
    record.refresh_from_db(fields=["papers"])
    language = language_of(request)
    found = judged(form_of(record), language, record.papers)
    papers, proofs = read_papers(record.papers), proofs_of(found)
    seals = Seal.objects.filter(record=record).select_related("sealed_by")
    return Evidence(
        number=record.number,
        claimed=proofs.claimed,
        supported=proofs.supported,
        is_asked=papers is not None and papers.are_asked,
        rows=tuple(_row(each) for each in shown_rows(record, found, language)),
        seals=tuple(_seal(each) for each in seals),
    )


def _row(row: ShownRow) -> RowEvidence:
    return RowEvidence(
        row=row.path,
        name=row.name,
        actual=row.actual,
        score=row.score,
        strength=row.strength.value,
        papers=tuple(_paper(each) for each in row.papers),
    )


def _paper(shown: ShownPaper) -> PaperOut:
    paper = shown.paper
    by = paper.attested_by if shown.is_attested else None
    return PaperOut(
        key=paper.pk,
        file=paper.file.name,
        size=paper.file.size,
        sha256=paper.file.sha256,
        by=somebody(paper.attached_by),
        at=paper.attached_at,
        says=shown.told,
        can_be_attested=shown.can_be_attested,
        attested_by=somebody(by) if by else None,
    )


def _seal(seal: Seal) -> SealOut:
    return SealOut(
        version=seal.version,
        sha256=seal.sha256,
        sm3=seal.sm3,
        parts=seal.parts,
        by=somebody(seal.sealed_by),
        at=seal.sealed_at,
    )


def _asked(line: Line) -> EvidenceAsked:
    return EvidenceAsked(
        place=place(line.place),
        year=line.year,
        by=somebody(line.asked.asked_by) if line.asked else None,
        since=line.asked.asked_at if line.asked else None,
    )


_OF_FORM = "/forms/{number}/evidence"

OPERATIONS = (
    Operation(
        name="form-evidence", method="GET", path=_OF_FORM, view=form_evidence, answer=Evidence
    ),
    Operation(
        name="attach-papers",
        method="POST",
        path=_OF_FORM,
        view=attach_papers,
        answer=Evidence,
        status=201,
    ),
    Operation(
        name="move-paper",
        method="POST",
        path=f"{_OF_FORM}/{{key}}/{{what}}",
        view=move_paper,
        answer=Evidence,
    ),
    Operation(
        name="evidence-file",
        method="GET",
        path="/evidence/{key}",
        view=evidence_file,
        media=(FILE,),
    ),
    Operation(
        name="seal-form",
        method="POST",
        path="/forms/{number}/dossier",
        view=seal_form,
        media=(ZIP,),
    ),
    Operation(
        name="evidence-years",
        method="GET",
        path="/evidence-years",
        view=evidence_years,
        answer=EvidenceYears,
    ),
    Operation(
        name="ask-evidence",
        method="POST",
        path="/evidence-years",
        view=ask_evidence,
        answer=EvidenceYears,
    ),
)
