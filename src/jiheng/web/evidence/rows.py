"""The scored rows of a form with their papers, as somebody meets them."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.audit.facts.proofs import look_words
from jiheng.model.form import Form, Indicator, MoneyLine
from jiheng.model.papers import RowPaper
from jiheng.model.paths import value_at
from jiheng.model.proof import FormProofs, Look, RowProof, Strength
from jiheng.pipeline.judging import Judged
from jiheng.pipeline.proving.seen import is_open, looks_of
from jiheng.pipeline.proving.weighing import actual_of, row_at, weighed
from jiheng.rulebook.messages import say, worded
from jiheng.scoring.scored import ScoredItem
from jiheng.web.evidence.keeping import row_paper
from jiheng.web.evidence.models import Paper
from jiheng.web.forms.models import FormRecord


class ShownPaper(Struct, frozen=True, kw_only=True):
    """A paper with what it says of its row.

    Attributes:
        told: a sentence a look.
        can_be_attested: only people can judge it, and nobody has said yet that it is true.
        is_attested: somebody has said so, of the value that the form has now.
    """

    paper: Paper
    told: tuple[str, ...]
    can_be_attested: bool
    is_attested: bool


class ShownRow(Struct, frozen=True, kw_only=True):
    """A scored row with its papers.

    Attributes:
        path: ``indicators[3]``.
        score: as printed.
        strength: of its proof.
    """

    path: str
    name: str
    actual: str
    score: str
    strength: Strength
    papers: tuple[ShownPaper, ...] = ()

    @property
    def anchor(self) -> str:
        """Its address on the page."""
        return anchor_of(self.path)

    @property
    def words(self) -> str:
        """The key of its strength."""
        return f"evidence.strength.{self.strength}"


def anchor_of(row: str) -> str:
    """Return the address of a row on the page of evidence.

    Example:
        >>> anchor_of("indicators[3]"), anchor_of("funds.lines[0]")
        ('row-indicators-3', 'row-funds-lines-0')
    """
    return f"row-{row.replace('[', '-').rstrip(']').replace('.', '-')}"


def proofs_of(judged: Judged) -> FormProofs:
    """Return the proofs of a form, also of one that has no papers and is asked for none."""
    proofs = judged.scored.proofs or weighed(judged.scored, ()).proofs
    return proofs or FormProofs(rows=(), claimed="0", supported="0")


def name_of_row(form: Form, row: str, language: str) -> str:
    """Return what people call a scored row."""
    found = value_at(form, row)
    match found:
        case Indicator():
            return found.name
        case MoneyLine():
            return say("report.score.execution", language)
        case _:
            return row


def shown_rows(record: FormRecord, judged: Judged, language: str) -> tuple[ShownRow, ...]:
    """Return the scored rows of a form, in its order."""
    found = Paper.objects.filter(record=record)
    papers = tuple(found.select_related("file", "attached_by", "attested_by"))
    return tuple(
        _shown(proof, judged, [each for each in papers if each.row == proof.at], language)
        for proof in proofs_of(judged).rows
    )


def open_value(judged: Judged, paper: RowPaper) -> str | None:
    """Return what the form says in a paper's row, where only people can judge the paper."""
    item = next((each for each in judged.scored.items if row_at(each) == paper.row), None)
    if item is None:
        return None
    actual = actual_of(judged.scored, item)
    return actual.raw if is_open(looks_of(paper, actual, judged.form.year)) else None


def _shown(proof: RowProof, judged: Judged, papers: Iterable[Paper], language: str) -> ShownRow:
    item = next(each for each in judged.scored.items if row_at(each) == proof.at)
    return ShownRow(
        path=proof.at,
        name=name_of_row(judged.form, proof.at, language),
        actual=_actual(proof.at, judged, item),
        score=proof.score or "—",
        strength=proof.strength,
        papers=tuple(_shown_paper(each, judged, language) for each in papers),
    )


def _actual(row: str, judged: Judged, item: ScoredItem) -> str:
    """What the form says; money with its unit, which its cells do not print."""
    raw = actual_of(judged.scored, item).raw
    unit = judged.form.funds.unit if row.startswith("funds.") else None
    return f"{raw}{unit or ''}" if raw else "—"


def _shown_paper(paper: Paper, judged: Judged, language: str) -> ShownPaper:
    kept = row_paper(paper)
    item = next(each for each in judged.scored.items if row_at(each) == paper.row)
    looks = looks_of(kept, actual_of(judged.scored, item), judged.form.year)
    return ShownPaper(
        paper=paper,
        told=tuple(_said(look, language) for look in looks),
        can_be_attested=is_open(looks) and kept.seen.kind not in {"words", "waiting"},
        is_attested=any(look.kind == "attested" for look in looks),
    )


def _said(look: Look, language: str) -> str:
    return worded(look_words(look), language)
