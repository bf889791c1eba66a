"""Which papers belong to which row: a folder an indicator, named like it."""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from jiheng.audit.facts.names import bare_name
from jiheng.formats.archive import is_litter
from jiheng.model.form import Form
from jiheng.pipeline.naming import called

MOST_PAPERS = 500
"""Papers of one row that are looked into."""
_EXECUTION = frozenset({"预算执行", "预算执行率", "执行率", "项目资金"})
_NUMBERED = re.compile(r"^(指标)?\d{1,3}(?!\d)")


class Papers(Struct, frozen=True, kw_only=True):
    """The papers of one form.

    Attributes:
        of_rows: ``indicators[3]`` → its files.
        loose: files in no row's folder: results of measures name their indicator themselves.
        unclaimed: names of folders that belong to no row.
    """

    of_rows: dict[str, tuple[Path, ...]]
    loose: tuple[Path, ...]
    unclaimed: tuple[str, ...]


def papers_of(form: Form, folder: Path, *, is_alone: bool) -> Papers:
    """Return the papers that lie in a folder for a form.

    Args:
        form: the form.
        folder: holds a folder named like the project, and in it one an indicator, named like it.
        is_alone: the form is the only one: without a folder of the project all papers are its own.
    """
    home = _home(form, folder, is_alone=is_alone)
    if home is None:
        return Papers(of_rows={}, loose=(), unclaimed=())
    rows = _rows(form)
    found: dict[str, tuple[Path, ...]] = {}
    unclaimed: list[str] = []
    for each in _folders(home):
        row = rows.get(bare_name(each.name)) or rows.get(_unnumbered(each.name))
        if row is None:
            unclaimed.append(called(each.name))
        else:
            found[row] = (*found.get(row, ()), *_files(each.rglob("*")))
    return Papers(of_rows=found, loose=_files(home.iterdir()), unclaimed=tuple(unclaimed))


def _home(form: Form, folder: Path, *, is_alone: bool) -> Path | None:
    name = bare_name(form.project.name or "")
    own = (each for each in _folders(folder) if name and bare_name(each.name) == name)
    return next(own, folder if is_alone else None)


def _folders(folder: Path) -> tuple[Path, ...]:
    found = sorted(each for each in folder.iterdir() if each.is_dir())
    return tuple(each for each in found if not is_litter(each.name))


def _rows(form: Form) -> dict[str, str]:
    """Return name → row; a name that two rows have is neither's."""
    keys = [bare_name(row.name) for row in form.indicators]
    rows = {key: f"indicators[{index}]" for index, key in enumerate(keys) if keys.count(key) == 1}
    line = form.total_line
    if line is not None:
        at = f"funds.lines[{form.funds.lines.index(line)}]"
        rows.update({key: at for key in _EXECUTION if key not in rows})
    return rows


def _unnumbered(name: str) -> str:
    """Return the key of a name without the number before it, as in 03缴费人数."""
    return _NUMBERED.sub("", bare_name(name))


def _files(paths: Iterable[Path]) -> tuple[Path, ...]:
    found = sorted(path for path in paths if path.is_file() and not is_litter(path.name))
    return tuple(found[:MOST_PAPERS])
