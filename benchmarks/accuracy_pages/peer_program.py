"""What other libraries see in a file: run by a Python of their own, without anything of ours.

``python peer_program.py NAME`` takes the path of a file a line and answers each with a line of JSON:
``cells`` and ``texts``, each a page, left, top, right, bottom and the text; ``seconds`` of the
processor; ``error`` where the library gave up. The first line says its ``name`` and ``version``.
"""

import json
import sys
from collections.abc import Callable
from importlib.metadata import version
from time import process_time

Seen = list[tuple[int, float, float, float, float, str]]
"""Page, left, top, right, bottom, text; the places in units of the library's own."""

Library = Callable[[str], tuple[Seen, Seen]]
"""Path → the cells of all tables, and the texts outside any cell."""

_ONE_CORE = {"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": 1}


def with_pdfplumber() -> Library:
    """Return cells of the tables that pdfplumber finds by ruling lines, as it does unasked."""
    import pdfplumber  # noqa: PLC0415

    def read(path: str) -> tuple[Seen, Seen]:
        cells: Seen = []
        with pdfplumber.open(path) as document:
            for number, page in enumerate(document.pages):
                for table in page.find_tables():
                    pairs = zip(table.rows, table.extract(), strict=True)
                    cells += [
                        (number, *box, text or "")
                        for row, texts in pairs
                        for box, text in zip(row.cells, texts, strict=True)
                        if box is not None
                    ]
        return cells, []

    return read


def with_img2table() -> Library:
    """Return cells that img2table finds; their texts in a PDF, in a picture where it has rapidocr."""
    from img2table.document import PDF, Image  # noqa: PLC0415

    ocr = _ocr_of_img2table()

    def read(path: str) -> tuple[Seen, Seen]:
        if path.endswith(".pdf"):
            pages = PDF(path).extract_tables()
        else:
            pages = {0: Image(path, detect_rotation=True).extract_tables(ocr=ocr)}
        cells: Seen = []
        for number, tables in pages.items():
            for table in tables:
                # A merged cell stands at each of its places.
                seen = {
                    (number, cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2): cell.value
                    for row in table.content.values()
                    for cell in row
                }
                cells += [(*map(int, place), text or "") for place, text in seen.items()]
        return cells, []

    return read


def _ocr_of_img2table() -> object:
    try:
        from img2table.ocr import RapidOCR  # noqa: PLC0415
        from rapidocr import LangRec  # noqa: PLC0415
    except ImportError:  # Before 2.0.
        return None
    return RapidOCR(params={**_ONE_CORE, "Rec.lang_type": LangRec.CH})


def with_rapidocr() -> Library:
    """Return the texts that rapidocr finds on a picture from end to end; it knows of no cells."""
    from rapidocr import RapidOCR  # noqa: PLC0415

    engine = RapidOCR(params=_ONE_CORE)

    def read(path: str) -> tuple[Seen, Seen]:
        found = engine(path)
        texts: Seen = []
        for corners, text in zip(_or_none(found.boxes), _or_none(found.txts), strict=True):
            across, down = [float(x) for x, _ in corners], [float(y) for _, y in corners]
            texts.append((0, min(across), min(down), max(across), max(down), text))
        return [], texts

    return read


def _or_none(found: object) -> list:
    return [] if found is None else list(found)  # type: ignore[call-overload]


LIBRARIES = {
    "pdfplumber": with_pdfplumber,
    "img2table": with_img2table,
    "rapidocr": with_rapidocr,
}


def main() -> None:
    """Answer each path that comes in."""
    name = sys.argv[1]
    read = LIBRARIES[name]()
    print(json.dumps({"name": name, "version": version(name)}), flush=True)
    for line in sys.stdin:
        started = process_time()
        cells, texts, error = [], [], ""
        try:
            cells, texts = read(line.rstrip("\n"))
        except Exception as raised:
            # Whatever it is, it is the library's answer.
            error = f"{type(raised).__name__}: {raised}"
        spent = process_time() - started
        answer = {"cells": cells, "texts": texts, "seconds": spent, "error": error}
        print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
