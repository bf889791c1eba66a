"""A corpus audited as a whole: its flat tables, the questions, the report and the sheets."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct

from jiheng.corpus.auditing.asking_all import all_questions
from jiheng.corpus.auditing.gathering import gather
from jiheng.corpus.auditing.questions.question import Question
from jiheng.corpus.auditing.questions.register import BLANK, Register
from jiheng.corpus.auditing.report.page import write_page
from jiheng.corpus.auditing.tables import (
    CORPUS_FINDINGS,
    FINDINGS,
    HIDDEN,
    MEMBERS,
    TABLES,
    Row,
    Table,
    Writer,
    batches,
)
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.opening import Corpus
from jiheng.pipeline.naming import called
from jiheng.rulebook.corpus_limits import corpus_limits
from jiheng.rulebook.messages import say, worded
from jiheng.rulebook.phrases import phrase
from jiheng.writers.delimited import save_csv

REPORT = "report.html"
_OURS = {
    REPORT,
    *(f"{table.name}{suffix}" for table in TABLES for suffix in (".parquet", ".part", ".csv")),
}


class Audited(Struct, frozen=True, kw_only=True):
    """How much there was.

    Attributes:
        forms: of the corpus.
        findings: of the forms, each by itself.
        questions: about several of them.
    """

    forms: int
    findings: int
    questions: int


def audit_corpus(corpus: Corpus, folder: Path, language: str = "zh", programs: int = 1) -> Audited:
    """Write all that can be said of a corpus into a folder.

    Args:
        corpus: with its forms kept whole.
        folder: where tables as Parquet, two sheets and a report are put; what an earlier audit
            left there is replaced.
        language: of the questions and the report.
        programs: how many look through the forms side by side.

    Raises:
        CorpusError: the corpus is broken, its forms were never kept whole, or the folder holds
            something else.
    """
    _prepare(folder)
    gather(corpus, folder, programs)
    register = Register(folder)
    asked = all_questions(corpus, folder, register, corpus_limits())
    questions = _write_questions(asked, folder, register, language)
    for table in (CORPUS_FINDINGS, MEMBERS):
        _write_sheet(folder, table)
    page = write_page(folder, language, is_made_up=corpus.manifest.made_up)
    (folder / REPORT).write_text(page, encoding="utf-8")
    findings = sum(batch.num_rows for batch in batches(folder, FINDINGS, "code"))
    return Audited(forms=len(register), findings=findings, questions=questions)


def _prepare(folder: Path) -> None:
    """Make the folder; what somebody else put there is not mixed with ours."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {each.name for each in folder.iterdir() if not each.name.startswith(HIDDEN)}
    strange = sorted(names - _OURS)
    if strange:
        told = phrase("corpus_audit.used", path=called(folder), name=called(strange[0]))
        raise CorpusError(told)


def _write_questions(
    asked: Iterator[Question], folder: Path, register: Register, language: str
) -> int:
    number = 0
    with Writer(folder, CORPUS_FINDINGS) as findings, Writer(folder, MEMBERS) as members:
        for number, question in enumerate(asked, 1):
            findings.add(_row(number, question, register, language))
            for each in question.members:
                value = worded(each.value, language)
                members.add((number, register.id_of(each.form), each.at, value))
    return number


def _row(number: int, question: Question, register: Register, language: str) -> Row:
    forms = {each.form for each in question.members}
    units = {int(register.units.codes[form]) for form in forms} - {BLANK}
    return (
        number,
        question.kind,
        say(f"corpus_audit.{question.kind}.title", language),
        worded(question.told, language),
        say(f"corpus_audit.{question.kind}.advice", language),
        len(forms),
        len(units),
        sum(max(int(register.budgets[form]), 0) for form in forms),
    )


def _write_sheet(folder: Path, table: Table) -> None:
    names = tuple(column.name for column in table.columns)
    rows = (tuple(map(_printed, row)) for row in _rows(folder, table, names))
    save_csv(chain((names,), rows), folder / f"{table.name}.csv")


def _rows(folder: Path, table: Table, names: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    for batch in batches(folder, table, *names):
        yield from zip(*(batch.column(name).to_pylist() for name in names), strict=True)


def _printed(value: object) -> str:
    return "" if value is None else str(value)
