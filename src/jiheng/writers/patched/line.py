"""Words of one paragraph of a Word document that are replaced."""

from collections.abc import Iterator
from itertools import chain

from jiheng.formats.docx.names import Names, child, shows_prompt
from jiheng.formats.docx.paragraphs import Piece, read_paragraph
from jiheng.formats.docx.symbols import has_private
from jiheng.formats.xml import Element
from jiheng.writers.inplace.names import inside, main_uri, xml_text
from jiheng.writers.inplace.revision import Revision
from jiheng.writers.patched.edits import Refused
from jiheng.writers.patched.finding_words import Span
from jiheng.writers.patched.letters import Letters

_LOCKS = frozenset({"contentLocked", "sdtContentLocked"})
# What a paragraph's end mark may have, but no text of it.
_ONLY_OF_MARKS = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange"})


class Line:
    """One paragraph and what is replaced in it.

    Attributes:
        text: the paragraph as it is.
    """

    def __init__(self, paragraph: Element, names: Names) -> None:
        self._paragraph = paragraph
        self._names = names
        self._pieces = read_paragraph(paragraph, names).pieces
        self.text = "".join(piece.text for piece in self._pieces)
        self._letters = Letters(self.text)

    def replace(self, span: Span, new: str) -> None:
        """Put other words in the place of some; raises Refused where that cannot be done."""
        self.refuse_controls()
        for piece, start, end in self._placed():
            if start < span[1] and span[0] < end:
                self._refuse_odd(piece)
        self._letters.replace(span, new)

    def write(self, revision: Revision) -> None:
        """Ask for the runs that changed."""
        if not self.text:
            self._write_first(revision)
        for piece, start, end in self._placed():
            text = self._letters.between(start, end)
            if piece.element is not None and text != piece.text:
                prefix, _ = inside(piece.element, main_uri(piece.element))
                revision.replace(piece.element, _written(text, prefix))

    def _placed(self) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces and where in the text they stand."""
        at = 0
        for piece in self._pieces:
            start, at = at, at + len(piece.text)
            yield piece, start, at

    def refuse_controls(self) -> None:
        """Raise Refused for a content control that shows what stands elsewhere, or is locked."""
        tag, names = self._names("sdt"), self._names
        for control in chain(self._paragraph.iterancestors(tag), self._paragraph.iter(tag)):
            properties = child(control, names("sdtPr"))
            if properties is None:
                continue
            lock = child(properties, names("lock"))
            is_locked = lock is not None and lock.get(names.value) in _LOCKS
            is_bound = child(properties, names("dataBinding")) is not None
            if is_locked or is_bound or shows_prompt(control, names):
                raise Refused("control")

    def _refuse_odd(self, piece: Piece) -> None:
        if piece.element is None or has_private(piece.element.text or ""):
            raise Refused("odd")
        field = next(piece.element.iterancestors(self._names("fldSimple")), None)
        if piece.is_result or field is not None:
            raise Refused("computed")

    def _write_first(self, revision: Revision) -> None:
        """Ask for words in a paragraph that has none, in the font that is set for it."""
        prefix, declared = inside(self._paragraph, main_uri(self._paragraph))
        words = _written(self._letters.whole(), prefix)
        xml = f"<{prefix}r{declared}>{self._font(revision)}{words}</{prefix}r>"
        revision.append(self._paragraph, xml)

    def _font(self, revision: Revision) -> str:
        """Return the properties of the paragraph's end mark, as those of a run."""
        properties = child(self._paragraph, self._names("pPr"))
        mark = None if properties is None else child(properties, self._names("rPr"))
        is_plain = mark is not None and not any(
            each.tag == self._names(name) for each in mark for name in _ONLY_OF_MARKS
        )
        return revision.old(mark) if is_plain and mark is not None else ""


def _written(text: str, prefix: str) -> str:
    lines = (
        f'<{prefix}t xml:space="preserve">{line}</{prefix}t>' for line in xml_text(text).split("\n")
    )
    return f"<{prefix}br/>".join(lines)
