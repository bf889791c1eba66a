"""PDF files written by hand, object by object."""

import zlib

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


def packed_file_of(*objects: str, trailer: str = "") -> bytes:
    """Return a file whose objects are packed in a stream, and its table in another.

    The table is written as programs write it: each row as its difference from the one above.
    """
    count = len(objects)
    starts = [sum(len(each) + 1 for each in objects[:at]) for at in range(count)]
    heads = " ".join(f"{at + 1} {start}" for at, start in enumerate(starts)) + " "
    data = b"%PDF-1.7\n"
    container = len(data)
    about = f"/Type /ObjStm /N {count} /First {len(heads)}"
    data += packed(count + 1, about, (heads + " ".join(objects)).encode())
    start = len(data)
    rows = [bytes((2, 0, count + 1, at)) for at in range(count)]
    rows = [
        bytes(4),
        *rows,
        b"\1" + container.to_bytes(2) + b"\0",
        b"\1" + start.to_bytes(2) + b"\0",
    ]
    table = b"".join(
        b"\2" + bytes((new - old) % 256 for new, old in zip(row, above, strict=True))
        for row, above in zip(rows, [bytes(4), *rows], strict=False)
    )
    about = (
        f"/Type /XRef /Size {count + 3} /W [1 2 1] /Root 1 0 R {trailer}"
        " /DecodeParms << /Predictor 12 /Columns 4 >>"
    )
    return data + packed(count + 2, about, table) + f"startxref\n{start}\n%%EOF\n".encode()


def packed(number: int, about: str, content: bytes) -> bytes:
    """Return a stream with its content packed."""
    content = zlib.compress(content)
    head = f"{number} 0 obj\n<< {about} /Filter /FlateDecode /Length {len(content)} >>\nstream\n"
    return head.encode() + content + b"\nendstream\nendobj\n"


def with_hidden_objects(data: bytes, **hidden: str) -> bytes:
    """Return a file with objects that old programs do not see, as Word adds them.

    Args:
        data: a file with a plain table of all of its other objects.
        hidden: ``n7="<< >>"``: number and object.
    """
    before = data[data.rindex(b"startxref") :].split()[1].decode()
    root = b"/Root 1 0 R"
    rows = b""
    numbers: list[str] = []
    for name, each in hidden.items():
        numbers.append(name[1:])
        rows += b"\1" + len(data).to_bytes(2) + b"\0"
        data += f"{name[1:]} 0 obj\n{each}\nendobj\n".encode()
    beside = len(data)
    index = " ".join(f"{number} 1" for number in numbers)
    data += packed(90, f"/Type /XRef /Size 91 /W [1 2 1] /Index [{index}]", rows)
    start = len(data)
    words = f"xref\n0 0\ntrailer\n<< /Size 91 {root.decode()} /Prev {before} /XRefStm {beside} >>\n"
    return data + f"{words}startxref\n{start}\n%%EOF\n".encode()
