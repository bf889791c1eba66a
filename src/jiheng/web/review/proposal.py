"""What a return could say: a reason made of the findings, and the cells where they are mended."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.chain.asking import NamedCell, cells_to_return
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sheet import Drawn


class Proposal(Struct, frozen=True, kw_only=True):
    """A return to look over and to change before it is sent.

    Attributes:
        found: cells of the findings, which are ticked.
    """

    reason: str
    found: tuple[NamedCell, ...]
    others: tuple[NamedCell, ...]


def proposal(record: FormRecord, page: Drawn, language: str) -> Proposal:
    """Return what the findings ask for; nothing where there are none."""
    cells = cells_to_return(record, page)
    lines = tuple(_lines(page))
    reason = "\n".join((say("review.please", language), *lines)) if lines else ""
    return Proposal(reason=reason, found=cells.found, others=cells.others)


def _lines(page: Drawn) -> Iterator[str]:
    """What counts against the form, each once, under the number that its badge shows."""
    for each in page.view.findings:
        if each.standing == "counted" and each.finding.severity != "info":
            yield f"{each.number}. {each.finding.message}"
