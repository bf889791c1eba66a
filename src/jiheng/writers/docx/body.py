"""The text part of a Word file."""

from jiheng.model.check_code import code_line
from jiheng.model.document import Paragraph
from jiheng.writers.docx.parts import DRAWING_NAMES, HEAD, MAIN
from jiheng.writers.docx.picture import picture
from jiheng.writers.docx.table import table
from jiheng.writers.docx.text import run
from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.fitting import Fitted, are_beside, fitted

_UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
_WIDE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
_PAGE_MARGINS = (
    '<w:pgMar w:top="720" w:right="850" w:bottom="720" w:left="850" '
    'w:header="567" w:footer="567" w:gutter="0"/>'
)


def document_xml(forms: tuple[LaidOut, ...]) -> str:
    """Return the part word/document.xml with these forms."""
    body = "".join(_on_pages(forms, number) for number in range(len(forms)))
    last = _section(is_wide=bool(forms) and forms[-1].is_wide)
    return (
        f'{HEAD}<w:document xmlns:w="{MAIN}"{DRAWING_NAMES}>'
        f"<w:body>{body}{last}</w:body></w:document>"
    )


def _on_pages(forms: tuple[LaidOut, ...], number: int) -> str:
    """Return a form on a new page, and a new section before one whose pages lie otherwise."""
    laid = forms[number]
    before = forms[number - 1] if number else laid
    turns = before.is_wide != laid.is_wide
    end = f"<w:p><w:pPr>{_section(is_wide=before.is_wide)}</w:pPr></w:p>" if turns else ""
    return end + _form(laid, number + 1, breaks=number > 0 and not turns)


def _section(*, is_wide: bool) -> str:
    return f"<w:sectPr>{_WIDE if is_wide else _UPRIGHT}{_PAGE_MARGINS}</w:sectPr>"


def _form(laid: LaidOut, number: int, *, breaks: bool) -> str:
    fit = fitted(laid)
    beside = are_beside(laid, fit.size)
    above = laid.before[: laid.centred] if beside else laid.before
    before = "".join(
        _line(line, _style_of(at, laid, fit), breaks=at == 0 and breaks)
        for at, line in enumerate(above)
    )
    if beside:
        before += _side_by_side(laid.before[laid.centred :], fit)
    after = "".join(_line(line, f"FormLine{fit.size}") for line in laid.after)
    # Word wants a paragraph between a table and whatever follows.
    return before + table(laid, fit) + (after + _code(laid, number) or "<w:p/>")


def _side_by_side(lines: tuple[Paragraph, ...], fit: Fitted) -> str:
    """Return lines beside each other: the first at the left edge, the last at the right one."""
    width, last = sum(fit.widths), len(lines) - 1
    stops = "".join(
        f'<w:tab w:val="{"right" if at == last else "center"}" w:pos="{width * at // last}"/>'
        for at in range(1, len(lines))
    )
    style = f'<w:pStyle w:val="FormLine{fit.size}"/><w:tabs>{stops}</w:tabs>'
    text = run("\t".join(line.text for line in lines))
    return f"<w:p><w:pPr>{style}</w:pPr>{text}</w:p>"


def _style_of(at: int, laid: LaidOut, fit: Fitted) -> str:
    if at >= laid.centred:
        return f"FormLine{fit.size}"
    return "FormYear" if at else "FormTitle"


def _line(line: Paragraph, style: str, *, breaks: bool = False) -> str:
    new_page = "<w:pageBreakBefore/>" if breaks else ""
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{new_page}</w:pPr>{run(part)}</w:p>'
        for part in line.text.split("\n")
    )


def _code(laid: LaidOut, number: int) -> str:
    """Return the check code with its picture, on the right."""
    if laid.code is None:
        return ""
    words = run(code_line(laid.code))
    return f'<w:p><w:pPr><w:pStyle w:val="FormCode"/></w:pPr>{words}{picture(number)}</w:p>'
