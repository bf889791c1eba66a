"""One form made ready for the page: numbered findings, its official table, and what is where."""

from urllib.parse import quote

from msgspec import Struct

from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.rulebook.layouts import LAYOUT_IDS, Layout, load_layout
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.ink import Pen, printed
from jiheng.writers.report.marks import Spots, line_keys
from jiheng.writers.report.order import Numbered, number_findings

FALLBACK_LAYOUT = "national-2020"


class Remedy(Struct, frozen=True, kw_only=True):
    """What can be done about a cell on this page, and the address where it is done."""

    words: str
    address: str


class Links(Struct, frozen=True, kw_only=True):
    """Where a page leads to from the cells of a form; a report leads to its own places only.

    Attributes:
        home: address of the page that shows the form; empty where it is this page.
        cards: address of a score's card, which ends before the score's path; None where the
            calculations stand on the page itself.
        remedies: path of a cell → what can be done about it.
    """

    home: str = ""
    cards: str | None = None
    remedies: dict[str, Remedy] = {}


NOWHERE = Links()


class FormView(Struct, frozen=True, kw_only=True):
    """One form on the page.

    Attributes:
        number: position of the form in the report, from 1.
        marks: spot → findings whose number stands there.
        unplaced: findings that concern no spot of the drawn form.
        law_numbers: cited place → its number in the report's table of sources.
        is_borrowed: the form's own layout is unknown, the national one is shown.
        links: where its cells lead to.
        pen: draws the cells of its fields.
    """

    number: int
    entry: ReportEntry
    laid: LaidOut
    spots: Spots
    findings: tuple[Numbered, ...]
    marks: dict[str, tuple[Numbered, ...]]
    unplaced: tuple[Numbered, ...]
    law_numbers: dict[Citation, int]
    is_borrowed: bool
    links: Links = NOWHERE
    pen: Pen = printed

    @property
    def form(self) -> Form:
        """The form as it was read."""
        return self.entry.form

    @property
    def name(self) -> str:
        """What to call it: its project, else its title, else its file."""
        form = self.entry.form
        return form.project.name or form.title or form.source.path

    @property
    def id(self) -> str:
        """Its address on the page."""
        return f"f{self.number}"

    def finding_id(self, each: Numbered) -> str:
        """Return the address of one of its findings."""
        return f"{self.id}-{each.number}"

    def spot_id(self, spot: str) -> str:
        """Return the address of a spot of the drawn form."""
        return f"{self.id}-{spot}"

    def address_of(self, path: str) -> str:
        """Return the address of a field, or of the whole form where it is not drawn."""
        spot = self.spots.of(path)
        return self.id if spot is None else self.spot_id(spot)

    def item_id(self, path: str) -> str:
        """Return the address of a score's line in the table of calculations."""
        return f"{self.id}-of-{self.spots.of(path) or path}"

    def origin_of(self, path: str) -> str:
        """Return where it is shown how a score came about."""
        if self.links.cards is None:
            return f"#{self.item_id(path)}"
        return f"{self.links.cards}{quote(path)}"


def view_form(
    number: int,
    entry: ReportEntry,
    law_numbers: dict[Citation, int],
    links: Links = NOWHERE,
    pen: Pen = printed,
) -> FormView:
    """Return one form made ready for the page."""
    form = entry.form
    layout = _layout(form)
    laid = lay_out(form, layout)
    spots = Spots(laid=laid, lines=line_keys(form, layout))
    findings = number_findings(form, entry.audit)
    marks: dict[str, tuple[Numbered, ...]] = {}
    for each in findings:
        for spot in spots.marked(each.finding):
            marks[spot] = (*marks.get(spot, ()), each)
    placed = {each.number for carried in marks.values() for each in carried}
    return FormView(
        number=number,
        entry=entry,
        laid=laid,
        spots=spots,
        findings=findings,
        marks=marks,
        unplaced=tuple(each for each in findings if each.number not in placed),
        law_numbers=law_numbers,
        is_borrowed=layout.id != form.layout,
        links=links,
        pen=pen,
    )


def _layout(form: Form) -> Layout:
    known = form.layout if form.layout in LAYOUT_IDS else None
    return load_layout(known or FALLBACK_LAYOUT)
