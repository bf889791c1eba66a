"""rapidocr from end to end, on one core: it finds lines of text by itself and knows no cells."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from time import process_time

import cv2
from numpy import frombuffer, uint8
from rapidocr import RapidOCR

from jiheng.corpus.scanning import Shot

_ONE_CORE = {"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": 1}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def rapidocr() -> Callable[[bytes], list[str]]:
    """Return the peer: a picture → the texts on it."""
    engine = RapidOCR(params=_ONE_CORE)

    def read(data: bytes) -> list[str]:
        picture = cv2.imdecode(frombuffer(data, uint8), cv2.IMREAD_COLOR)
        found = engine(picture)  # pyright: ignore[reportArgumentType]
        return list(getattr(found, "txts", None) or ())

    return read


def found_by(peer: Callable[[bytes], list[str]], shot: Shot) -> tuple[tuple[int, int], float]:
    """Return how many numbers are printed, how many stand in the peer's texts, and its seconds."""
    started = process_time()
    found = Counter(_digits(peer(shot.data)))
    seconds = process_time() - started
    wanted = Counter(_digits(cell.text for cell in shot.cells))
    return (wanted.total(), (wanted & found).total()), seconds


def _digits(texts: Iterable[str]) -> list[str]:
    return [number for text in texts for number in _DIGITS.findall(text)]
