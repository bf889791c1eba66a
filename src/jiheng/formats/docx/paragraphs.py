"""One paragraph of a Word document as text."""

from typing import NamedTuple

from jiheng.formats.docx.names import (
    MATH_DENOMINATORS,
    MATH_TEXTS,
    PRESERVE,
    Names,
    boxes_in,
    child,
    is_on,
    number,
    walk,
)
from jiheng.formats.docx.symbols import has_private, symbol, translate
from jiheng.formats.xml import Element
from jiheng.model.document import LINE_BREAK

_SOFT_HYPHEN = "\u00ad"
_MAX_CODE = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": LINE_BREAK,
    "br": LINE_BREAK,
    "noBreakHyphen": "-",
}
_DRAWINGS = frozenset({"drawing", "pict", "object"})
_TICKED, _UNTICKED = "☑", "□"


class Piece(NamedTuple):
    """A stretch of a paragraph's text.

    Attributes:
        element: the ``w:t`` that holds it; None for tabs, breaks and whatever else prints.
        is_result: a field put it there, which will do so again.
    """

    text: str
    element: Element | None = None
    is_result: bool = False


class Inline(NamedTuple):
    """What stands in one paragraph.

    Attributes:
        pieces: what the text is made of, in order.
        boxes: contents of the text boxes anchored in it.
        flows_on: its end was deleted, so the next paragraph goes on in the same line.
        list_id: the list that numbers it, None when it is not numbered.
        list_depth: level in that list, from 0.
    """

    text: str
    pieces: tuple[Piece, ...]
    boxes: tuple[Element, ...]
    flows_on: bool
    list_id: str | None
    list_depth: int


class _Line:
    """The text of a paragraph while it grows."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        # One entry a field that is open: whether we stand in its instruction.
        self.instructions: list[bool] = []


def read_paragraph(paragraph: Element, names: Names) -> Inline:
    """Return the paragraph as it prints: field results, kept insertions, no hidden text."""
    line = _Line()
    flows_on = False
    list_id, depth = None, 0
    for kind, element in walk(paragraph, names):
        if kind == "r":
            _add_run(line, element, names)
        elif kind == "pPr":
            flows_on = _is_end_deleted(element, names)
            list_id, depth = _list_place(element, names)
        elif kind == "math":
            line.pieces.append(Piece(_math_text(element)))
    text = "".join([piece.text for piece in line.pieces])
    return Inline(text, tuple(line.pieces), tuple(line.boxes), flows_on, list_id, depth)


def _add_run(line: _Line, run: Element, names: Names, depth: int = 0) -> None:
    for kind, element in walk(run, names, depth):
        if kind == "fldChar":
            _turn_field(line, element, names)
        elif kind in _DRAWINGS:
            line.boxes += boxes_in(element, names)
        elif kind == "rPr":
            if is_on(element, names, "vanish"):
                return
        elif kind == "r":
            # The base text under a phonetic guide.
            _add_run(line, element, names, depth + 1)
        elif True not in line.instructions:
            line.pieces.append(
                Piece(_plain(element, run, names), element, bool(line.instructions))
                if kind == "t"
                else Piece(_character(kind, element, names))
            )


def _plain(element: Element, run: Element, names: Names) -> str:
    text = element.text or ""
    if element.get(PRESERVE) != "preserve":
        text = text.strip(" \t\r\n")
    if "\n" in text or "\r" in text:
        text = " ".join(text.splitlines())
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    return translate(text, _font(run, names)) if has_private(text) else text


def _font(run: Element, names: Names) -> str:
    fonts = next(run.iter(names("rFonts")), None)
    return "" if fonts is None else str(fonts.get(names("ascii"), ""))


def _character(kind: str, element: Element, names: Names) -> str:
    if kind != "sym":
        return _CHARACTERS.get(kind, "")
    try:
        code = int(element.get(names("char"), ""), 16)
    except ValueError:
        return ""
    if not 0 < code <= _MAX_CODE or code in _SURROGATES:
        return ""
    return symbol(element.get(names("font"), ""), code)


def _turn_field(line: _Line, element: Element, names: Names) -> None:
    turn = element.get(names("fldCharType"), "")
    if turn == "begin":
        line.instructions.append(True)
        line.pieces.append(Piece(_old_control(element, names)))
    elif turn == "separate" and line.instructions:
        line.instructions[-1] = False
    elif turn == "end" and line.instructions:
        line.instructions.pop()


def _old_control(begin: Element, names: Names) -> str:
    """Return what a tick box or drop-down of the old kind shows; "" for any other field."""
    box = next(begin.iter(names("checkBox")), None)
    if box is not None:
        switch = "checked" if child(box, names("checked")) is not None else "default"
        return _TICKED if is_on(box, names, switch) else _UNTICKED
    choices = next(begin.iter(names("ddList")), None)
    if choices is None:
        return ""
    entries = [str(each.get(names.value, "")) for each in choices.iterchildren(names("listEntry"))]
    holder = child(choices, names("result"))
    chosen = holder.get(names.value, "0") if holder is not None else "0"
    index = number(chosen, 0)
    return entries[index] if index < len(entries) else ""


def _math_text(element: Element) -> str:
    pieces: list[str] = []
    for each in element.iter():
        if each.tag in MATH_DENOMINATORS:
            pieces.append("/")
        elif each.tag in MATH_TEXTS:
            pieces.append(each.text or "")
    return "".join(pieces)


def _is_end_deleted(properties: Element, names: Names) -> bool:
    if "del" not in names.rare:
        return False
    mark = child(properties, names("rPr"))
    return mark is not None and child(mark, names("del")) is not None


def _list_place(properties: Element, names: Names) -> tuple[str | None, int]:
    place = child(properties, names("numPr")) if "numPr" in names.rare else None
    if place is None:
        return None, 0
    holder = child(place, names("numId"))
    level = child(place, names("ilvl"))
    list_id = None if holder is None else str(holder.get(names.value, ""))
    depth = "0" if level is None else str(level.get(names.value, "0"))
    # Number 0 takes a paragraph out of the list of its style.
    return (None if list_id == "0" else list_id), int(depth) if depth in set("012345678") else 0
