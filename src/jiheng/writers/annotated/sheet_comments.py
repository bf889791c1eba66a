"""The notes of one worksheet: a text for each cell."""

from jiheng.formats.xlsx.names import child, names_of
from jiheng.formats.xml import Element
from jiheng.writers.annotated.note import AUTHOR, Note, Place, bare, text_of
from jiheng.writers.inplace.names import inside, main_uri, relations_of, words_in
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.inplace.revision import Revision
from jiheng.writers.inplace.spreadsheet import cell_name, spreadsheet_text

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONT = '<{0}sz val="9"/><{0}rFont val="宋体"/><{0}charset val="134"/>'
_SIGNED = f"{AUTHOR}：\n"


class SheetComments:
    """The comments of a sheet, those that were there and those to come."""

    def __init__(self, file: OfficeFile, sheet: str, root: Element) -> None:
        """Find the part with a sheet's comments, or make it.

        Args:
            file: the workbook.
            sheet: name of the sheet's part.
            root: what the sheet's part holds.
        """
        self._file = file
        self._part = _part(file, sheet, root)
        self._revision: Revision = file.revise(self._part)
        top = self._revision.root
        names = names_of(top, self._part)
        self._list = child(top, names("commentList"))
        self._authors = child(top, names("authors"))
        self._names = names
        self._prefix = inside(top, main_uri(top))[0]
        self._known: dict[str, Element] = {}
        if self._list is not None:
            self._known = {str(each.get("ref")): each for each in self._list}

    def has(self, place: Place) -> bool:
        """Whether a cell has a note already."""
        return cell_name(place) in self._known

    def says(self, place: Place, note: Note) -> bool:
        """Whether a cell's note says this already, as it does in a copy from before."""
        comment = self._known.get(cell_name(place))
        return comment is not None and bare(text_of((note,))) in bare(words_in(comment))

    def add(self, told: dict[Place, tuple[Note, ...]]) -> None:
        """Write notes at cells; a note that is there goes on with ours."""
        fresh = {place: notes for place, notes in told.items() if not self.has(place)}
        author = self._author() if fresh else 0
        written = "".join(
            f'<{self._prefix}comment ref="{cell_name(place)}" authorId="{author}">'
            f"<{self._prefix}text>{self._runs(notes)}</{self._prefix}text></{self._prefix}comment>"
            for place, notes in fresh.items()
        )
        if self._list is None:
            tag = f"{self._prefix}commentList"
            self._revision.append(self._revision.root, f"<{tag}>{written}</{tag}>")
        else:
            self._revision.append(self._list, written)
        for place, notes in told.items():
            if place not in fresh:
                self._go_on(self._known[cell_name(place)], notes)
        self._file.put(self._part, self._revision.render())

    def _author(self) -> int:
        """Return our number among the authors, where we are written down if need be."""
        tag = f"{self._prefix}author"
        if self._authors is None:
            whole = f"<{tag}s><{tag}>{AUTHOR}</{tag}></{tag}s>"
            self._revision.prepend(self._revision.root, whole)
            return 0
        known = [each.text for each in self._authors]
        if AUTHOR in known:
            return known.index(AUTHOR)
        self._revision.append(self._authors, f"<{tag}>{AUTHOR}</{tag}>")
        return len(known)

    def _go_on(self, comment: Element, notes: tuple[Note, ...]) -> None:
        runs = self._runs(notes, before="\n\n")
        text = child(comment, self._names("text"))
        if text is None:
            self._revision.append(comment, f"<{self._prefix}text>{runs}</{self._prefix}text>")
            return
        plain = child(text, self._names.text)
        if plain is not None:
            # Plain words and runs do not stand side by side: the words become a run.
            self._revision.before(plain, f"<{self._prefix}r>")
            self._revision.after(plain, f"</{self._prefix}r>{runs}")
            return
        last = next(text.iterchildren(self._names("r"), reversed=True), None)
        if last is None:
            self._revision.prepend(text, runs)
        else:
            self._revision.after(last, runs)

    def _runs(self, notes: tuple[Note, ...], before: str = "") -> str:
        pieces = [self._run(before + _SIGNED, is_bold=True)]
        for number, note in enumerate(notes):
            gap = "\n\n" if number else ""
            pieces.append(self._run(f"{gap}{note.head}\n", is_bold=True))
            pieces.append(self._run("\n".join(note.lines), is_bold=False))
        return "".join(pieces)

    def _run(self, text: str, *, is_bold: bool) -> str:
        prefix = self._prefix
        font = (f"<{prefix}b/>" if is_bold else "") + _FONT.format(prefix)
        return (
            f'<{prefix}r><{prefix}rPr>{font}</{prefix}rPr><{prefix}t xml:space="preserve">'
            f"{spreadsheet_text(text)}</{prefix}t></{prefix}r>"
        )


def _part(file: OfficeFile, sheet: str, root: Element) -> str:
    pointed = file.pointed(sheet, "comments")
    if pointed is not None:
        return pointed.target
    part = file.free_name("xl/comments", ".xml")
    empty = "<authors></authors><commentList></commentList>"
    file.put(part, f'{_HEAD}<comments xmlns="{main_uri(root)}">{empty}</comments>'.encode())
    file.point(sheet, "comments", part, relations_of(root))
    file.declare(part, _TYPE)
    return part
