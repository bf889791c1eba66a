"""One document made, read back and compared."""

import tempfile
from pathlib import Path
from random import Random

from msgspec import Struct

from benchmarks.accuracy.fields import matched
from benchmarks.accuracy.peers import PEERS, Peer
from benchmarks.accuracy.tally import Misreading, Tally, compare
from jiheng.corpus.damage import ALL_DAMAGE
from jiheng.corpus.documents import SUFFIXES, Manner, Specimen, manners, specimen
from jiheng.corpus.generator import sample
from jiheng.model.form import Form
from jiheng.pipeline.reading import read_file
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.layouts import all_layouts

_SOUND = manners(tuple(SUFFIXES), ())
_SPOILT = manners(tuple(SUFFIXES), ALL_DAMAGE)
_OF_TEXT = tuple(manner for manner in _SPOILT if manner.damage and manner.damage.edits == "text")
MANNERS = (*_SOUND, *_SPOILT, *_SOUND, *_OF_TEXT, *_OF_TEXT)
"""Every format, sound, and with every damage that it can take; what comes seldom, repeatedly."""


class Trial(Struct, frozen=True, kw_only=True):
    """What came of one document.

    Attributes:
        forms: how many forms were to be read.
        ours: our counts of those fields that the peer reads too.
        peer: the peer's counts of the same fields.
    """

    layout: str
    kind: str
    damage: str
    name: str
    forms: int
    tally: Tally
    silent: list[Misreading]
    ours: Tally | None = None
    peer: Tally | None = None


def try_one(number: int, seed: int) -> Trial:
    """Return what came of the document of this number.

    Layouts and manners go on together, so that any number of documents has its share of each.
    """
    layouts = all_layouts()
    turn, at = divmod(number, len(layouts))
    layout = layouts[at]
    manner = MANNERS[(turn + at) % len(MANNERS)]
    wanted = manner.damage.forms if manner.damage else 1
    own = seed * 1_000_003 + number
    forms = tuple(sample(wanted, own, layout.id))
    made = specimen(forms, manner, number + 1, Random(own))
    return _compared(made, layout.id, manner)


def _compared(made: Specimen, layout: str, manner: Manner) -> Trial:
    reads = _read(made)
    tally, silent = Tally(), list[Misreading]()
    pairs = matched(made.forms, reads)
    for truth, read in pairs:
        counts, wrong = compare(truth, read, refused=not reads)
        tally.add(counts)
        silent += wrong
    # One template holds one set of rows, not one for every goal.
    peer = None if made.forms[0].goals else PEERS.get(manner.kind)
    ours, theirs = (None, None) if peer is None else _beside(peer, made, pairs)
    return Trial(
        layout=layout,
        kind=manner.kind,
        damage=manner.damage.name if manner.damage else "",
        name=made.name,
        forms=len(made.forms),
        tally=tally,
        silent=silent,
        ours=ours,
        peer=theirs,
    )


def _read(made: Specimen) -> tuple[Form, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / made.name
        path.write_bytes(made.data)
        try:
            return tuple(read.form for read in read_file(path))
        except UnreadableInput:
            return ()


def _beside(
    peer: Peer, made: Specimen, pairs: list[tuple[Form, Form | None]]
) -> tuple[Tally, Tally]:
    """Return our counts and the peer's, of the fields that its template knows."""
    truth, read = pairs[0]
    ours, _ = compare(peer.known(truth), read and peer.known(read), refused=read is None)
    theirs, _ = compare(peer.known(truth), peer.read(made.data, truth), refused=False)
    return ours, theirs
