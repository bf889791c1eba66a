"""Those who read a file: Jiheng, and the libraries in a Python of their own."""

import subprocess
from pathlib import Path
from time import process_time

import msgspec
from msgspec import Struct

from benchmarks.accuracy_pages.cells import Boxed, Cells, cells_in, cells_of
from benchmarks.accuracy_pages.state import READERS, digest_of
from jiheng.model.form import Form
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise

_PROGRAM = Path(__file__).with_name("peer_program.py")


class Reading(Struct, frozen=True, kw_only=True):
    """What a reader says of a file.

    Attributes:
        forms: None of one that knows of no forms.
        texts: what one saw that knows of no cells.
        refused: with a sentence, or an error.
        seconds: of the processor.
    """

    cells: Cells
    forms: tuple[Form, ...] | None = None
    texts: tuple[Boxed, ...] = ()
    refused: bool = False
    seconds: float


class _Answer(Struct, frozen=True, kw_only=True):
    cells: list[Boxed]
    texts: tuple[Boxed, ...]
    seconds: float
    error: str


class Ours:
    """Jiheng, as it stands: what it read before a change counts no longer."""

    name = "jiheng"

    def __init__(self) -> None:
        self.version = digest_of(*READERS)

    def read(self, path: Path) -> Reading:
        """Return what is read of a file, from its bytes to its forms."""
        started = process_time()
        try:
            document = open_document(path)
            forms = recognise(document)
        except UnreadableInput:
            document, forms = None, ()
        seconds = process_time() - started
        cells = frozenset() if document is None else cells_of(document.grids)
        return Reading(cells=cells, forms=forms, refused=document is None, seconds=seconds)

    def close(self) -> None:
        """Do nothing: nothing was started."""


class Peer:
    """A library; ``python`` is one that has it."""

    def __init__(self, name: str, python: str) -> None:
        self._program = subprocess.Popen(
            [python, str(_PROGRAM), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        told = msgspec.json.decode(self._line(), type=dict[str, str])
        self.name, self.version = name, told["version"]

    def read(self, path: Path) -> Reading:
        """Return what the library sees in a file."""
        self._program.stdin.write(f"{path.resolve()}\n".encode())  # type: ignore[union-attr]
        self._program.stdin.flush()  # type: ignore[union-attr]
        answer = msgspec.json.decode(self._line(), type=_Answer)
        return Reading(
            cells=cells_in(answer.cells),
            texts=answer.texts,
            refused=bool(answer.error),
            seconds=answer.seconds,
        )

    def close(self) -> None:
        """Let the library's Python end."""
        self._program.communicate(timeout=10)

    def _line(self) -> bytes:
        line = self._program.stdout.readline()  # type: ignore[union-attr]
        if not line:
            raise RuntimeError("the peer's Python ended; are the packages of peers.txt in it?")
        return line


Reader = Ours | Peer
