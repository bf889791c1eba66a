"""The side panel of a form: its score, its findings, who can mend them, what is under way."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.safestring import SafeString
from msgspec.structs import replace

from jiheng.audit.facts.proofs import look_words
from jiheng.model.proof import RowProof
from jiheng.rulebook.messages import say, worded
from jiheng.web.chain.changed import changed_since
from jiheng.web.chain.models import ReturnedCell
from jiheng.web.chain.openness import request_waiting
from jiheng.web.chain.past import past_of
from jiheng.web.chain.steps import Action
from jiheng.web.evidence.rows import anchor_of, name_of_row
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remedies import links_of, remedies
from jiheng.web.forms.sheet import Drawn
from jiheng.web.people.models import Person
from jiheng.writers.report.aside import aside
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.proof_tag import proof_tag

_MOST = 8

Section = Callable[[FormRecord, Drawn], Html]


def side_panel(record: FormRecord, page: Drawn, person: Person, _language: str) -> SafeString:
    """Return the panel beside a form as this person sees it; nothing where there is nothing."""
    told = join(*(section(record, page) for section in SECTIONS))
    if page.judged is not None:
        told = join(_score(record, page, person), told)
    # Every text went through ``markup.el``, which escapes it.
    return SafeString(el("div", told, class_="side-panel") if told else "")


def _score(record: FormRecord, page: Drawn, person: Person) -> Html:
    named = tuple(
        path for each in page.view.findings for path in (*each.finding.mend_at, *each.finding.at)
    )
    links = replace(links_of(record), remedies=remedies(record, page, person, named))
    return aside(replace(page.view, links=links), page.voice)


def _changed(record: FormRecord, page: Drawn) -> Html:
    """What the unit changed since the form was last sent back."""
    returned = past_of(record).last(Action.SEND_BACK)
    changed = changed_since(record, returned.version) if returned else ()
    if not changed:
        return Html()
    language = page.voice.language
    cells = (
        el(
            "li",
            each.name or el("a", page.name(each.path), href=page.anchor(each.path)),
            "：",
            el("del", each.old or "—"),
            " → ",
            el("ins", each.new or "—"),
        )
        for each in changed[:_MOST]
    )
    whole = el(
        "a", say("panel.all-changes", language), href=reverse("versions", args=[record.number])
    )
    heading = say("panel.since-return", language, count=str(len(changed)))
    return el(
        "section",
        el("h4", heading, el("small", whole)),
        el("ul", *cells, class_="changed"),
        class_="since-return",
    )


def _asked(record: FormRecord, page: Drawn) -> Html:
    """Which locked cells the unit has asked for, while nobody has answered."""
    request = request_waiting(record)
    if request is None:
        return Html()
    language = page.voice.language
    paths = ReturnedCell.objects.filter(event=request.event).values_list("path", flat=True)
    cells = (el("li", el("a", page.name(path), href=page.anchor(path))) for path in paths)
    heading = say("panel.asked", language, count=str(len(paths)))
    judges = say(f"web.step.{request.judged_at}", language)
    return el(
        "section",
        el("h4", heading, el("small", say("panel.asked-of", language, step=judges))),
        el("ul", *cells, class_="changed"),
    )


def _proofs(record: FormRecord, page: Drawn) -> Html:
    """How strong the proof of each point is, where papers are there or asked for."""
    proofs = page.view.entry.audit.proofs
    if proofs is None:
        return Html()
    language, home = page.voice.language, reverse("evidence", args=[record.number])
    rows = (_proof(each, page, f"{home}#{anchor_of(each.at)}") for each in proofs.rows)
    whole = el("a", say("proofs.title", language), href=home)
    return el(
        "section",
        el("h4", say("proofs.heading", language), el("small", whole)),
        el("ul", *rows, class_="strengths"),
    )


def _proof(proof: RowProof, page: Drawn, address: str) -> Html:
    """A scored row with the strength of its proof, and what its papers say."""
    language = page.voice.language
    name = name_of_row(page.view.form, proof.at, language)
    return el(
        "li",
        el("a", name, href=page.anchor(f"{proof.at}.score")),
        " ",
        el("a", proof_tag(proof.strength, language), href=address),
        *(el("small", worded(look_words(each), language)) for each in proof.looks),
    )


SECTIONS: tuple[Section, ...] = (_changed, _asked, _proofs)
"""What stands below score and findings, in this order."""
