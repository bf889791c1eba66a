"""``python -m benchmarks.scan_reading``: what is read of scans and photos, and what it costs.

Each page is a made-up form of one page, printed as PDF, worn and pictured by a seed. The truth is
what is read from the PDF's own text. A number is silently wrong where it is not as printed, or
is lost, and no doubt names it. ``--peer`` lets rapidocr read the same pictures from end to end;
of it can be asked only which of the printed numbers stand among its texts.
"""

import re
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from itertools import islice
from time import process_time

import cv2
from msgspec import Struct
from numpy import frombuffer, uint8
from rapidocr import RapidOCR

from benchmarks.accuracy.fields import Alignment, fields_of, matched
from benchmarks.scan_grids import DEGREES, KINDS, grid_of
from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import Sheet, Shot, sheets
from jiheng.formats.errors import FormatError
from jiheng.model.document import Block, Document
from jiheng.model.form import Form
from jiheng.readers.pdf import read_pdf
from jiheng.readers.recognise import recognise
from jiheng.readers.scan import read_scan
from jiheng.readers.scan.leaf import leaves_of
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf

_NUMBER = re.compile(
    r"^(funds\.lines\[\d+\]\.(initial_budget|adjusted_budget|executed|weight|rate|score)"
    r"|indicators\[\d+\]\.(target|actual|weight|score)|total\.(weight|score))$"
)
_ONE_CORE = {"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": 1}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


class Trial(Struct, kw_only=True):
    """One page, or many added up; times in CPU seconds.

    Attributes:
        grids: pages whose grid is exact.
        fields: right, in doubt and not right, silently wrong.
        numbers: the same of those fields that hold numbers.
        doubted: numbers that are right, though named in a doubt.
        refused: pages on which no form was found.
        asked: pages the peer was asked of, numbers printed on them, and found by it.
    """

    pages: int = 1
    grids: int = 0
    fields: tuple[int, int, int] = (0, 0, 0)
    numbers: tuple[int, int, int] = (0, 0, 0)
    doubted: int = 0
    refused: int = 0
    seconds: float = 0.0
    asked: tuple[int, int, int] = (0, 0, 0)
    peer_seconds: float = 0.0

    def plus(self, other: "Trial") -> "Trial":
        """Return both added up."""
        return Trial(
            pages=self.pages + other.pages,
            grids=self.grids + other.grids,
            fields=_sums(self.fields, other.fields),
            numbers=_sums(self.numbers, other.numbers),
            doubted=self.doubted + other.doubted,
            refused=self.refused + other.refused,
            seconds=self.seconds + other.seconds,
            asked=_sums(self.asked, other.asked),
            peer_seconds=self.peer_seconds + other.peer_seconds,
        )


def _sums(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def pages(seed: int) -> Iterator[tuple[Sheet, Form]]:
    """Yield printed pages with the form that stands on each, without end."""
    for form in sample(1_000_000, seed, rules=scored_by_rules):
        pdf = write_pdf((official(form, load_layout(form.layout or "")),))
        printed = sheets(pdf)
        if len(printed) == 1:
            yield printed[0], _forms(read_pdf(pdf))[0]


def _forms(blocks: tuple[Block, ...]) -> tuple[Form, ...]:
    document = Document(path="page", format="image", sha256="0" * 64, blocks=blocks)
    return recognise(document)


def tried(shot: Shot, truth: Form, peer: Callable[[bytes], list[str]] | None) -> Trial:
    """Return what came of one picture."""
    started = process_time()
    forms = _read(shot.data)
    seconds = process_time() - started
    trial = _compared(truth, matched((truth,), forms)[0][1])
    trial.seconds = seconds
    leaf = next(leaves_of(shot.data))
    true = frozenset((c.row, c.column, c.row_span, c.column_span) for c in shot.cells)
    trial.grids = int(true in {grid_of(leaf), grid_of(leaf.upside_down())})
    if peer is not None:
        started = process_time()
        found = Counter(_digits(peer(shot.data)))
        wanted = Counter(_digits(cell.text for cell in shot.cells))
        trial.asked = (1, wanted.total(), (wanted & found).total())
        trial.peer_seconds = process_time() - started
    return trial


def _read(data: bytes) -> tuple[Form, ...]:
    """Return the forms on a picture; none where it is refused, which counts as told."""
    try:
        return _forms(read_scan(data))
    except FormatError:
        return ()


def _digits(texts: Iterable[str]) -> list[str]:
    return [number for text in texts for number in _DIGITS.findall(text)]


def _compared(truth: Form, read: Form | None) -> Trial:
    true = fields_of(truth)
    if read is None:
        lost = [path for path in true if _NUMBER.match(path)]
        return Trial(fields=(0, len(true), 0), numbers=(0, len(lost), 0), refused=1)
    alignment = Alignment(truth, read)
    got = {alignment.path(path): value for path, value in fields_of(read).items()}
    doubts = {alignment.path(doubt.at) for doubt in read.doubts}
    known = {doubt.at for doubt in truth.doubts}
    paths = (set(true) | set(got)) - known
    numbers = {path for path in paths if _NUMBER.match(path.replace("[+", "["))}
    return Trial(
        fields=_counts(true, got, doubts, paths),
        numbers=_counts(true, got, doubts, numbers),
        doubted=sum(true.get(path) == got.get(path) for path in numbers & doubts),
    )


def _counts(
    true: dict[str, str], got: dict[str, str], doubts: set[str], paths: set[str]
) -> tuple[int, int, int]:
    wrong = {path for path in paths if true.get(path) != got.get(path)}
    return len(paths - wrong), len(wrong & doubts), len(wrong - doubts)


def rapidocr() -> Callable[[bytes], list[str]]:
    """Return the peer: a picture → the texts on it."""
    engine = RapidOCR(params=_ONE_CORE)

    def read(data: bytes) -> list[str]:
        picture = cv2.imdecode(frombuffer(data, uint8), cv2.IMREAD_COLOR)
        found = engine(picture)  # pyright: ignore[reportArgumentType]
        return list(getattr(found, "txts", None) or ())

    return read


def line(kind: str, degree: int, all_of: Trial) -> str:
    """Return a row of the table."""
    right, doubt, silent = all_of.numbers
    numbers = max(right + doubt + silent, 1)
    fields = max(sum(all_of.fields), 1)
    count, wanted, found = all_of.asked
    peer = f"{found / wanted:.1%}, {all_of.peer_seconds / count:.1f} s" if count else "–"
    return (
        f"| {kind} {degree} | {all_of.grids} of {all_of.pages} | {all_of.fields[0] / fields:.2%} "
        f"| {right / numbers:.2%} | {doubt} | {all_of.doubted / numbers:.1%} | {silent} of {numbers} "
        f"| {all_of.refused} | {all_of.seconds / all_of.pages:.2f} s | {peer} |"
    )


def main() -> None:
    """Print a row for each kind and degree as soon as it is known."""
    parser = ArgumentParser()
    parser.add_argument("--pages", type=int, default=34)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="scan,photo")
    parser.add_argument("--degrees", default="1,2,3")
    parser.add_argument("--peer", action="store_true")
    given = parser.parse_args()
    peer = rapidocr() if given.peer else None
    print(f"rapidocr {version('rapidocr')}, seed {given.seed}")
    print("| picture | grid exact | fields right | numbers right | wrong, in doubt "
          "| right, in doubt | silently wrong | no form | CPU a page | rapidocr: numbers, CPU |")  # fmt: skip
    print("|---" * 10 + "|")
    printed = list(islice(pages(given.seed), given.pages))
    for kind in given.kinds.split(","):
        for degree in (each for each in DEGREES if str(each) in given.degrees.split(",")):
            all_of = Trial(pages=0)
            for number, (sheet, truth) in enumerate(printed):
                shot = KINDS[kind](sheet, degree, given.seed * 10_000 + number)
                all_of = all_of.plus(tried(shot, truth, peer))
            print(line(kind, degree, all_of), flush=True)


if __name__ == "__main__":
    main()
