"""How strong the proof of each point is, and what was seen of the papers."""

from jiheng.audit.facts.proofs import look_words
from jiheng.model.proof import FormProofs, Look, RowProof
from jiheng.rulebook.messages import say, worded
from jiheng.writers.report.composition import ScoredRow, scored_rows
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.proof_tag import proof_tag
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice

_COLUMNS = ("name", "actual", "printed")


def supported_line(entry: ReportEntry, voice: Voice) -> Html:
    """Return how many of the claimed points are supported, or nothing where nobody looked."""
    proofs = entry.audit.proofs
    if proofs is None:
        return Html()
    values = {"supported": proofs.supported, "claimed": proofs.claimed}
    label = el("b", say("evidence.supported", voice.language))
    words = say("evidence.supported-of", voice.language, **values)
    return el("p", label, " ", words, class_="supported")


def proof_table(view: FormView, voice: Voice) -> Html:
    """Return the table of proofs, or nothing where nobody looked for any."""
    proofs = view.entry.audit.proofs
    if proofs is None:
        return Html()
    heads = (*(voice(f"item.{name}") for name in _COLUMNS), say("evidence.column", voice.language))
    head = el("tr", *(el("th", words, scope="col") for words in heads))
    rows = (_row(view, row, proofs, voice) for row in scored_rows(view.entry, voice))
    table = el("table", el("thead", head), el("tbody", *rows), class_="stack")
    return el(
        "details",
        el("summary", say("evidence.heading", voice.language)),
        el("div", table, class_="scroll"),
        class_="items proofs",
        open="open",
    )


def _row(view: FormView, row: ScoredRow, proofs: FormProofs, voice: Voice) -> Html:
    at = row.item.at.rpartition(".")[0]
    proof = proofs.of(at)
    if proof is None:
        return Html()
    return el(
        "tr",
        el("th", el("a", row.name, href=f"#{view.address_of(row.item.at)}"), scope="row"),
        el("td", row.actual or "—", data_label=voice("item.actual")),
        el("td", row.item.printed or "—", class_="num", data_label=voice("item.printed")),
        el("td", *_seen(proof, voice), class_="wide"),
    )


def _seen(proof: RowProof, voice: Voice) -> tuple[Html, ...]:
    return (
        proof_tag(proof.strength, voice.language),
        *(_look(look, voice) for look in proof.looks),
    )


def _look(look: Look, voice: Voice) -> Html:
    return el("div", worded(look_words(look), voice.language), class_="look")
