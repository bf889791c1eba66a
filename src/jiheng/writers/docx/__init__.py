"""Official tables → a Word file, written as XML parts without any library."""

from jiheng.writers.archive import pack
from jiheng.writers.docx.body import document_xml
from jiheng.writers.docx.parts import CONTENT_TYPES, DOCUMENT_RELATIONS, RELATIONS, STYLES
from jiheng.writers.layout import LaidOut


def write_docx(*forms: LaidOut) -> bytes:
    """Return a Word file with these forms, each on a new page."""
    return pack(
        (
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
            ("word/styles.xml", STYLES),
            ("word/document.xml", document_xml(forms)),
        )
    )
