"""Queries over a corpus: the gate before, the limits around, rows after."""

from pathlib import Path
from tempfile import TemporaryDirectory

from jiheng.corpus.auditing.asking.job import Answered, Asked
from jiheng.corpus.auditing.asking.views import views_of
from jiheng.corpus.store.opening import Corpus
from jiheng.evidence.apart import done_apart
from jiheng.evidence.caps import Caps
from jiheng.evidence.errors import NoAnswer
from jiheng.evidence.gate import checked
from jiheng.formats.apart.child import Program
from jiheng.formats.apart.told import told_of

_MODULE = "jiheng.corpus.auditing.asking.program"


def ask_corpus(
    corpus: Corpus, found: Path | None, query: str, *, most: int, caps: Caps | None = None
) -> Answered:
    """Return what a query over a corpus gives.

    Args:
        corpus: its tables ``coded``, ``nested`` and ``money`` may be asked.
        found: a folder that an audit of it has filled, whose tables may be asked, too.
        query: one SELECT, of nothing but what the gate allows.
        most: rows that are wanted.
        caps: memory and seconds; None takes those of measures.

    Raises:
        RefusedQuery: the query asks for what it may not.
        NoAnswer: it failed, or used more than it may.
    """
    caps = caps or Caps()
    with TemporaryDirectory() as spill_folder:
        asked = asked_of(corpus, found, query, most=most, caps=caps, spill_folder=spill_folder)
        answered = done_apart(Program(module=_MODULE, answer=Answered, limits=caps.asking), asked)
    if answered.refused:
        raise NoAnswer(told_of(answered.refused))
    return answered


def asked_of(
    corpus: Corpus, found: Path | None, query: str, *, most: int, caps: Caps, spill_folder: str
) -> Asked:
    """Return a query as it is put, once it has passed the gate.

    Raises:
        RefusedQuery: the query asks for what it may not.
    """
    views = views_of(corpus, found)
    return Asked(
        views=views,
        query=checked(query, frozenset(view.name for view in views)),
        memory=caps.memory,
        spill=caps.bytes,
        spill_folder=spill_folder,
        most=most,
    )
