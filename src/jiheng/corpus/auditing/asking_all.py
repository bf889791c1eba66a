"""All questions about a corpus, in the order in which they are told."""

from collections.abc import Iterator
from pathlib import Path

from jiheng.corpus.auditing.questions.costs import unit_cost_apart
from jiheng.corpus.auditing.questions.figures import same_figures
from jiheng.corpus.auditing.questions.question import Question
from jiheng.corpus.auditing.questions.register import Register
from jiheng.corpus.auditing.questions.texts import CopiedTexts
from jiheng.corpus.auditing.questions.totals import (
    average_above_peers,
    bunched_at_line,
    totals_all_alike,
)
from jiheng.corpus.auditing.questions.years import target_softened
from jiheng.corpus.auditing.tables import COPIES, Writer
from jiheng.corpus.store.opening import Corpus
from jiheng.rulebook.corpus_limits import CorpusLimits


def all_questions(
    corpus: Corpus, folder: Path, register: Register, limits: CorpusLimits
) -> Iterator[Question]:
    """Yield all that is asked about the forms whose flat tables lie in a folder."""
    yield from _about_texts(folder, register, limits)
    yield from same_figures(folder, register, limits)
    yield from bunched_at_line(register, limits)
    yield from average_above_peers(register, limits)
    yield from totals_all_alike(register, limits)
    yield from unit_cost_apart(folder, register, limits)
    yield from target_softened(register, corpus.forms)


def _about_texts(folder: Path, register: Register, limits: CorpusLimits) -> Iterator[Question]:
    texts = CopiedTexts(folder, register)
    with Writer(folder, COPIES) as copies:
        for row in texts.rows(limits):
            copies.add(row)
    yield from texts.questions(limits)
