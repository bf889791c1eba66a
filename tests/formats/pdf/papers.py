"""PDF files written by hand, object by object."""

CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
BOX = "[0 0 300 200]"


def file_of(*objects: str | bytes, trailer: str = "") -> bytes:
    """Return a file with these objects, numbered from 1; the first is the catalogue."""
    data = b"%PDF-1.7\n"
    places: list[int] = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        body = each if isinstance(each, bytes) else each.encode()
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    last = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return data + f"{last}startxref\n{start}\n%%EOF\n".encode()


def stream(content: str) -> str:
    """Return a stream of drawing operators."""
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def page(
    content: str,
    *,
    box: str = BOX,
    extra: str = "",
    font: str = FONT,
    others: tuple[str, ...] = (),
) -> bytes:
    """Return a file of one page: these operators, entries of the page, objects from number 6."""
    return file_of(
        CATALOGUE,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R {extra}"
        " /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        stream(content),
        font,
        *others,
    )


def words(text: str, x: float = 20, y: float = 100) -> str:
    """Return the operators that print words at a place."""
    return f"BT /F 12 Tf {x} {y} Td ({text}) Tj ET"
