"""Official tables → a Word file, written as XML parts without any library."""

from jiheng.writers.archive import pack
from jiheng.writers.docx.body import document_xml
from jiheng.writers.docx.parts import CONTENT_TYPES, RELATIONS, STYLES, document_relations
from jiheng.writers.docx.picture import PICTURE_SCALE, picture_name
from jiheng.writers.layout import LaidOut
from jiheng.writers.qr import qr_png


def write_docx(*forms: LaidOut) -> bytes:
    """Return a Word file with these forms, each on a new page."""
    codes = {number: laid.code for number, laid in enumerate(forms, 1) if laid.code is not None}
    return pack(
        (
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/_rels/document.xml.rels", document_relations(tuple(codes))),
            ("word/styles.xml", STYLES),
            ("word/document.xml", document_xml(forms)),
            *(
                (f"word/{picture_name(number)}", qr_png(code, PICTURE_SCALE))
                for number, code in codes.items()
            ),
        )
    )
