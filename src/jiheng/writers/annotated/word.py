"""Findings as comments of a Word document."""

from collections.abc import Iterable
from datetime import datetime

from jiheng.formats.docx.names import child
from jiheng.formats.xml import Element, attribute
from jiheng.model.form import Cell
from jiheng.writers.annotated.note import AUTHOR, Note, bare, text_of
from jiheng.writers.inplace.document import Document
from jiheng.writers.inplace.names import inside, main_uri, relations_of, words_in, xml_text
from jiheng.writers.inplace.office_file import OfficeFile

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPARE = "w"


def annotate_word(file: OfficeFile, notes: tuple[Note, ...], when: datetime) -> int:
    """Put the notes into a Word document, each as a comment of its own; return how many."""
    document = Document(file)
    part = _comments_part(file, document)
    comments = file.revise(part)
    prefix, declared = inside(comments.root, main_uri(document.revision.root), _SPARE)
    first = _next_id(comments.root)
    number = first
    said = _said(comments.root)
    for note in notes:
        anchors = _anchors(document, note)
        if anchors and bare(text_of((note,))) not in said:
            _anchor(document, anchors, number)
            about = (
                f'{prefix}id="{number}" {prefix}author="{AUTHOR}" {prefix}initials="{AUTHOR}" '
                f'{prefix}date="{when:%Y-%m-%dT%H:%M:%SZ}"'
            )
            body = "".join(_paragraphs(note, prefix))
            tag = f"{prefix}comment"
            comments.append(comments.root, f"<{tag}{declared} {about}>{body}</{tag}>")
            number += 1
    file.put(part, comments.render())
    file.put(file.main.name, document.revision.render())
    return number - first


def _comments_part(file: OfficeFile, document: Document) -> str:
    """Return the part with the comments, which is made where there is none."""
    main = file.main.name
    pointed = file.pointed(main, "comments")
    if pointed is not None:
        return pointed.target
    folder = main.rpartition("/")[0]
    part = f"{folder}/comments.xml"
    if file.package.has(part):
        part = file.free_name(f"{folder}/comments", ".xml")
    uri = main_uri(document.revision.root)
    file.put(part, f'{_HEAD}<w:comments xmlns:w="{uri}"></w:comments>'.encode())
    file.point(main, "comments", part, relations_of(document.revision.root))
    file.declare(part, _TYPE)
    return part


def _said(comments: Element) -> frozenset[str]:
    """Return what we said in this file before; it need not be said again."""
    return frozenset(
        bare(words_in(each)) for each in comments if attribute(each, "author") == AUTHOR
    )


def _next_id(comments: Element) -> int:
    ids = (attribute(each, "id") or "" for each in comments)
    return max((int(each) for each in ids if each.isdecimal()), default=-1) + 1


def _anchors(document: Document, note: Note) -> tuple[Element, ...]:
    """Return the paragraphs that a note is about: those of the first place that is there."""
    for place in note.places:
        found = _paragraphs_at(document, place, note.table)
        if found:
            return tuple(dict.fromkeys(_outside_boxes(each, document) for each in found))
    first = document.first_paragraph()
    return () if first is None else (first,)


def _paragraphs_at(document: Document, place: Cell, table: int | None) -> tuple[Element, ...]:
    if place.table is not None:
        found = document.cell_at(place) or document.cell_before(place)
        return () if found is None else document.paragraphs_in(found[1])
    paragraphs = document.paragraphs_with(place.text)
    start = 0 if table is None else document.block_of_table(table)
    above = [element for block, element in paragraphs if block < start]
    below = [element for block, element in paragraphs if block > start]
    return tuple((above[-1:] or below)[:1])


def _outside_boxes(paragraph: Element, document: Document) -> Element:
    """Return the paragraph, or the one that a text box around it hangs on."""
    # Word allows no comments in text boxes.
    boxes = tuple(paragraph.iterancestors(document.names.box))
    if not boxes:
        return paragraph
    return next(boxes[-1].iterancestors(document.names("p")), paragraph)


def _anchor(document: Document, paragraphs: tuple[Element, ...], number: int) -> None:
    """Mark the paragraphs from first to last as what a comment is about."""
    first, last = paragraphs[0], paragraphs[-1]
    revision, names = document.revision, document.names
    prefix, declared = inside(first, main_uri(revision.root), _SPARE)
    start = f'<{prefix}commentRangeStart{declared} {prefix}id="{number}"/>'
    properties = child(first, names("pPr"))
    if properties is None:
        revision.prepend(first, start)
    else:
        revision.after(properties, start)
    prefix, declared = inside(last, main_uri(revision.root), _SPARE)
    revision.append(
        last,
        f'<{prefix}commentRangeEnd{declared} {prefix}id="{number}"/>'
        f'<{prefix}r{declared}><{prefix}commentReference {prefix}id="{number}"/></{prefix}r>',
    )


def _paragraphs(note: Note, prefix: str) -> Iterable[str]:
    bold = f"<{prefix}rPr><{prefix}b/></{prefix}rPr>"
    mark = f"<{prefix}r><{prefix}annotationRef/></{prefix}r>"
    yield f"<{prefix}p>{mark}{_run(note.head, prefix, bold)}</{prefix}p>"
    for line in note.lines:
        yield f"<{prefix}p>{_run(line, prefix)}</{prefix}p>"


def _run(text: str, prefix: str, properties: str = "") -> str:
    lines = (
        f'<{prefix}t xml:space="preserve">{line}</{prefix}t>' for line in xml_text(text).split("\n")
    )
    return f"<{prefix}r>{properties}{f'<{prefix}br/>'.join(lines)}</{prefix}r>"
