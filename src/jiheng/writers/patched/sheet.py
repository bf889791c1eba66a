"""Corrections in one worksheet."""

from collections.abc import Callable
from copy import deepcopy
from typing import NamedTuple

from jiheng.formats.xlsx.names import Names, child, names_of
from jiheng.formats.xlsx.sheet import Place, Shared, cells_of, shown
from jiheng.formats.xml import Element
from jiheng.model.edit import FieldEdit
from jiheng.writers.inplace.names import inside, main_uri
from jiheng.writers.inplace.revision import Revision
from jiheng.writers.inplace.spreadsheet import cell_name
from jiheng.writers.patched.edits import Refused
from jiheng.writers.patched.finding_words import span_of
from jiheng.writers.patched.letters import Letters
from jiheng.writers.patched.locks import Locks
from jiheng.writers.patched.new_cells import has_addresses, put_new_cells
from jiheng.writers.patched.numbers import stored_number
from jiheng.writers.patched.rich_words import raw_text, text_xml, with_letters

_KEPT = ("s", "cm", "vm", "ph")
_NUMBER, _SHARED, _INLINE, _WORDS = "n", "s", "inlineStr", "str"


class Book(NamedTuple):
    """What the sheets of a workbook share, and how to look up the text of a shared string."""

    shared: Shared
    locks: Locks
    string: Callable[[int], tuple[Element, Names]]


class SheetPatch:
    """Takes corrections one by one, then writes the sheet."""

    def __init__(self, revision: Revision, part: str, book: Book) -> None:
        self._revision = revision
        self._names = names_of(revision.root, part)
        self._prefix = inside(revision.root, main_uri(revision.root))[0]
        self._book = book
        self._cells: dict[Place, Element] = {
            place: element
            for data in revision.root.iterchildren(self._names("sheetData"))
            for place, element in cells_of(data, self._names, with_empty=True)
        }
        self._letters: dict[Place, Letters] = {}

    def take(self, edit: FieldEdit, place: Place) -> None:
        """Take one correction; raises Refused when it cannot be made."""
        element = self._cells.get(place)
        style = None if element is None else element.get("s")
        if self._book.locks.holds(self._revision.root, style or "0"):
            raise Refused("locked")
        text = self._shown(element)
        if text != edit.cell.text.strip():
            raise Refused("moved", found=text, expected=edit.cell.text)
        # Tried on a copy: what is refused leaves no trace.
        known = self._letters.get(place) or Letters(self._stored_text(element, text))
        letters = deepcopy(known)
        letters.replace(_span(letters.text, text, edit), edit.new)
        if element is None and not self._takes_new_cells():
            raise Refused("odd")
        if self._is_number(element) and self._number(letters, style) is None:
            raise Refused("unshowable", new=letters.whole())
        self._letters[place] = letters

    @property
    def is_changed(self) -> bool:
        """Whether any correction was taken."""
        return bool(self._letters)

    def render(self) -> bytes:
        """Return the sheet with its corrections."""
        new: dict[Place, str] = {}
        for place, letters in sorted(self._letters.items()):
            element = self._cells.get(place)
            if element is None:
                new[place] = self._cell(place, None, letters)
            else:
                self._revision.replace(element, self._cell(place, element, letters))
        put_new_cells(self._revision, self._names, new)
        return self._revision.render()

    def _takes_new_cells(self) -> bool:
        data = child(self._revision.root, self._names("sheetData"))
        return data is not None and has_addresses(data)

    def _shown(self, element: Element | None) -> str:
        if element is None:
            return ""
        if child(element, self._names.formula) is not None:
            raise Refused("computed")
        return (shown(element, self._names, self._book.shared) or "").strip()

    def _is_number(self, element: Element | None) -> bool:
        if element is None or child(element, self._names.value) is None:
            return False
        kind = element.get("t", _NUMBER)
        if kind not in {_NUMBER, _SHARED, _WORDS}:
            raise Refused("odd")
        return kind == _NUMBER

    def _number(self, letters: Letters, style: str | None) -> str | None:
        styles = self._book.shared.styles
        return stored_number(letters.whole(), lambda stored: styles.number(stored, style))

    def _stored_text(self, element: Element | None, text: str) -> str:
        """Return the text that is stored; of a number, the text that it shows."""
        item = self._item(element)
        if item is not None:
            return raw_text(*item)
        return text

    def _item(self, element: Element | None) -> tuple[Element, Names] | None:
        """Return the string item of a cell and the names of its part."""
        if element is None:
            return None
        inline = child(element, self._names.inline)
        if inline is not None:
            return inline, self._names
        value = child(element, self._names.value)
        if element.get("t") == _SHARED and value is not None:
            return self._book.string(int(value.text or "0"))
        return None

    def _cell(self, place: Place, element: Element | None, letters: Letters) -> str:
        """Return a cell as XML, with its style and its kind kept."""
        prefix = self._prefix
        kept = "" if element is None else _attributes(element)
        address = "" if element is not None and not element.get("r") else f' r="{cell_name(place)}"'
        start = f"<{prefix}c{address}{kept}"
        item = self._item(element)
        if item is not None:
            words = with_letters(*item, letters, prefix)
            return f'{start} t="{_INLINE}"><{prefix}is>{words}</{prefix}is></{prefix}c>'
        style = None if element is None else element.get("s")
        number = None if self._is_text(element, style) else self._number(letters, style)
        if number is not None:
            return f"{start}><{prefix}v>{number}</{prefix}v></{prefix}c>"
        words = text_xml(letters.whole(), prefix)
        return f'{start} t="{_INLINE}"><{prefix}is>{words}</{prefix}is></{prefix}c>'

    def _is_text(self, element: Element | None, style: str | None) -> bool:
        """Whether a cell holds text, or would hold text whatever is typed into it."""
        is_words = element is not None and element.get("t") == _WORDS
        return is_words or self._book.shared.styles.is_text(style)


def _span(stored: str, text: str, edit: FieldEdit) -> tuple[int, int]:
    if not edit.old:
        if text:
            raise Refused("moved", found=text, expected="")
        return 0, len(stored)
    if edit.old == text:
        return 0, len(stored)
    return span_of(stored, edit.old.replace("\v", "\n"))


def _attributes(cell: Element) -> str:
    return "".join(f' {name}="{value}"' for name in _KEPT if (value := cell.get(name)) is not None)
