"""``jiheng corpus audit`` and ``ask``: what many forms say together, and SQL over it."""

from pathlib import Path

import typer
from msgspec import Struct
from msgspec.structs import replace

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, listed
from jiheng.cli.saving import save
from jiheng.corpus.auditing.asking.job import Answered
from jiheng.corpus.auditing.running import REPORT, audit_corpus
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.opening import Corpus, open_corpus
from jiheng.evidence.caps import Caps
from jiheng.evidence.errors import EvidenceError
from jiheng.evidence.extra import require_proof
from jiheng.pipeline.naming import called
from jiheng.rulebook.messages import say, template
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.questions import QUESTIONS, question_sql, question_title
from jiheng.rulebook.telling import cause_of
from jiheng.writers.delimited import write_csv

_MOST_SAVED = 1_000_000


class AskWish(Struct, frozen=True, kw_only=True):
    """What is asked, and what is wanted of the answer.

    Attributes:
        found: what ``audit`` left; None asks the corpus alone.
        most: rows that are drawn.
        out: a sheet for the rows, in place of drawing them.
    """

    found: Path | None = None
    sql: str | None = None
    question: str | None = None
    most: int = 50
    seconds: int = 120
    out: Path | None = None
    force: bool = False


def audit(folder: Path, out: Path, jobs: int) -> None:
    """Audit a corpus as a whole."""
    corpus = _opened(folder)
    try:
        audited = audit_corpus(corpus, out, language(), jobs)
    except CorpusError as error:
        usage_error(error)
    except OSError as error:
        usage_error(_say("unwritable", path=called(out), cause=cause_of(error)))
    counts = {name: f"{getattr(audited, name):,}" for name in audited.__struct_fields__}
    typer.echo(_say("done", **counts, path=called(out / REPORT)))


def ask(folder: Path, wish: AskWish) -> None:
    """Put a query to a corpus, and draw or save its rows."""
    query = _query(wish)
    corpus = _opened(folder)
    try:
        require_proof()
        answered = _answered(corpus, query, wish)
    except EvidenceError as error:
        usage_error(error)
    heads = [_head(name, wish) for name in answered.columns]
    rows = [tuple(cell or "" for cell in row) for row in answered.rows]
    if wish.out is not None:
        save(wish.out, write_csv((tuple(heads), *rows)), force=wish.force)
        typer.echo(_say("saved", count=f"{len(rows):,}", path=called(wish.out)))
    else:
        title = "" if wish.question is None else question_title(wish.question, language())
        draw_table(heads, rows, title)
    if answered.is_cut:
        typer.echo(_say("more", most=f"{len(rows):,}"), err=True)


def list_questions(folder: Path, found: Path | None) -> None:
    """Print the questions that are ready, and the tables that may be asked."""
    # DuckDB and sqlglot take half a second to load, and not everyone has them.
    from jiheng.corpus.auditing.asking.views import views_of  # noqa: PLC0415

    draw_table(
        [_say("col-name"), _say("col-title")],
        [(name, question_title(name, language())) for name in QUESTIONS],
    )
    views = views_of(_opened(folder), found)
    tables = [(view.name, " ".join(view.columns)) for view in views]
    draw_table([_say("col-table"), _say("col-columns")], tables)


def _query(wish: AskWish) -> str:
    if (wish.sql is None) == (wish.question is None):
        usage_error(_say("one-of-two"))
    if wish.question is None:
        return wish.sql or ""
    if wish.question not in QUESTIONS:
        usage_error(_say("no-question", name=wish.question, known=listed(QUESTIONS)))
    if wish.found is None:
        usage_error(_say("no-folder"))
    return question_sql(wish.question)


def _answered(corpus: Corpus, query: str, wish: AskWish) -> Answered:
    from jiheng.corpus.auditing.asking.asking import ask_corpus  # noqa: PLC0415

    most = wish.most if wish.out is None else _MOST_SAVED
    caps = replace(Caps(), seconds=wish.seconds)
    return ask_corpus(corpus, wish.found, query, most=most, caps=caps)


def _head(name: str, wish: AskWish) -> str:
    """Return the heading of a column: in words where the question is one of ours."""
    words = template(f"questions.column.{name}", language()) if wish.question else None
    return words or name


def _opened(folder: Path) -> Corpus:
    try:
        return open_corpus(folder)
    except CorpusError as error:
        usage_error(error)


def _say(key: str, **values: Told) -> str:
    return say(f"corpus_audit.{key}", language(), **values)
