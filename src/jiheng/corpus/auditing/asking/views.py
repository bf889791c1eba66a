"""The tables that may be queried: what a corpus holds, and what its audit found."""

from pathlib import Path

from jiheng.corpus.auditing.asking.job import View
from jiheng.corpus.auditing.tables import TABLES
from jiheng.corpus.store.layout import NUMBERS, TEXTS
from jiheng.corpus.store.opening import Corpus
from jiheng.model.corpus import FileKind

_CODED = {
    **{name: name for name in ("key", *TEXTS, *NUMBERS)},
    # From the names of the folders.
    "year": "CAST(year AS BIGINT)",
    "region": "region",
}
_NESTED = {
    "id": "id",
    **{name: name for name in ("year", "region", "sector", "layout", "pack", "title")},
    **{name: f"project.{name}" for name in ("department", "implementing_unit")},
    "reporting_unit": "reporting_unit",
    "project": "project.name",
    "project_code": "project.code",
    "filled_on": "filled_on",
    "goal_expected": "goal.expected",
    "goal_actual": "goal.actual",
    "conclusion": "conclusion",
    "grade": "total.grade",
    **{name: name for name in ("total_printed", "low", "high", "amount", "verdict")},
}
_LINE = ("label", "initial_budget", "adjusted_budget", "executed", "rate", "weight", "score")
_MONEY = {
    "id": "id",
    "unit": "funds.unit",
    **{name: f"unnest(funds.lines).{name}" for name in _LINE},
}
"""Name of each column → its expression over the files."""


def views_of(corpus: Corpus, found: Path | None) -> tuple[View, ...]:
    """Return the tables of a corpus, and those of a folder that an audit of it has filled."""
    views = (
        _view("coded", _CODED, _paths(corpus, "forms"), placed=True),
        _view("nested", _NESTED, _paths(corpus, "nested")),
        _view("money", _MONEY, _paths(corpus, "nested")),
    )
    return tuple(each for each in (*views, *_found(found)) if each.paths)


def _found(folder: Path | None) -> tuple[View, ...]:
    if folder is None:
        return ()
    return tuple(
        _view(table.name, {name: f'"{name}"' for name, _ in table.columns}, (path,))
        for table in TABLES
        if (path := folder / f"{table.name}.parquet").is_file()
    )


def _paths(corpus: Corpus, kind: FileKind) -> tuple[Path, ...]:
    paths = (corpus.path(part, kind) for part in corpus.manifest.parts)
    return tuple(path for path in paths if path is not None)


def _view(
    name: str, columns: dict[str, str], paths: tuple[Path, ...], *, placed: bool = False
) -> View:
    return View(
        name=name,
        columns=tuple(columns),
        select=", ".join(f'{expression} AS "{column}"' for column, expression in columns.items()),
        paths=tuple(str(path.resolve()) for path in paths),
        placed=placed,
    )
