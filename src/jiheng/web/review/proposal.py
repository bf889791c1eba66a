"""What a return could say: a reason made of the findings, and the cells where they are mended."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.chain.asking import NamedCell, cells_in_question, cells_to_return
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sheet import Drawn


class Proposal(Struct, frozen=True, kw_only=True):
    """A return to look over and to change before it is sent.

    Attributes:
        found: cells of errors and doubts, which are ticked.
        others: all the other cells that could open again, those of hints first.
    """

    reason: str
    found: tuple[NamedCell, ...]
    others: tuple[NamedCell, ...]


def proposal(
    record: FormRecord, page: Drawn, language: str, left_open: Mapping[str, str]
) -> Proposal:
    """Return what findings and open rows ask for; nothing where there are none.

    Args:
        record: the form.
        page: the form as it is drawn, with its findings.
        language: of the reason.
        left_open: cell of a row that is 待定 → what its reviewer said of it.
    """
    cells = cells_to_return(record, page, tuple(left_open))
    asked = cells_in_question(page) | left_open.keys()
    lines = (*_lines(page), *_open_lines(page, left_open))
    reason = "\n".join((say("review.please", language), *lines)) if lines else ""
    found = tuple(each for each in cells.found if each.path in asked)
    others = tuple(each for each in (*cells.found, *cells.others) if each.path not in asked)
    return Proposal(reason=reason, found=found, others=others)


def _lines(page: Drawn) -> Iterator[str]:
    """What counts against the form, each once, under the number that its badge shows."""
    for each in page.view.findings:
        if each.standing == "counted" and each.finding.severity != "info":
            yield f"{each.number}. {each.finding.message}"


def _open_lines(page: Drawn, left_open: Mapping[str, str]) -> Iterator[str]:
    for path, said in left_open.items():
        if said:
            yield f"{page.name(path)}：{said}"
