"""The sections of a form put together."""

import re

from msgspec.structs import replace

from jiheng.model.document import SURE, Document, Stamp
from jiheng.model.form import (
    Cell,
    Doubt,
    DoubtReason,
    Form,
    FormKind,
    Funds,
    Goal,
    Indicator,
    LabelledText,
    Source,
    Total,
)
from jiheng.readers.recognise.accounts_sentence import read_sentence, sentences_in
from jiheng.readers.recognise.completeness import doubts_of_whole
from jiheng.readers.recognise.found import Found, Told
from jiheng.readers.recognise.further import in_order, labelled_texts, read_matters
from jiheng.readers.recognise.goal import read_goal
from jiheng.readers.recognise.head import is_title, iso_date, read_project, year_in
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.recognise.identity import read_identity
from jiheng.readers.recognise.indicators import read_indicators
from jiheng.readers.recognise.labelled_money import read_labelled_money
from jiheng.readers.recognise.lines import Line, lines_of
from jiheng.readers.recognise.lone_points import with_lone_points, with_lone_total
from jiheng.readers.recognise.money import read_money
from jiheng.readers.recognise.roster import read_roster, without_rosters
from jiheng.readers.recognise.sections import Sections, forms_of
from jiheng.readers.recognise.settling import candidates_in, place_of, settled
from jiheng.readers.recognise.source import form_id, source_of
from jiheng.readers.recognise.tail import (
    as_weight,
    read_conclusion,
    read_notes,
    read_top_total,
    read_total,
)
from jiheng.rulebook.headings import as_printed, without_blanks
from jiheng.rulebook.layouts import bare_word, match_layout

_KINDS: tuple[tuple[str, FormKind], ...] = (
    ("监控", "monitoring"),
    ("部门整体", "department"),
    ("整体支出", "department"),
    ("转移支付", "transfer"),
    ("申报表", "goal-table"),
    ("绩效目标表", "goal-table"),
    ("目标批复表", "goal-table"),
    ("目标审核表", "goal-table"),
    ("汇总表", "summary"),
)


def recognise(document: Document) -> tuple[Form, ...]:
    """Return the forms that a document holds, in its order; none is no error."""
    forms = _forms(document)
    sure = settled(document, forms)
    return forms if sure is document else _forms(sure)


def _forms(document: Document) -> tuple[Form, ...]:
    every = tuple(lines_of(document))
    lines, rosters = without_rosters(every)
    forms = (sections for sections in forms_of(lines) if sections.is_form)
    read = [_form(document, sections, index) for index, sections in enumerate(forms, 1)]
    for roster in rosters:
        source = source_of(document, roster.heading.table, len(read) + 1)
        read.append(read_roster(roster, source, form_id(source)))
    for told in sentences_in(lines):
        source = source_of(document, None, len(read) + 1)
        read.append(read_sentence(told, source, form_id(source)))
    return tuple(read)


def _form(document: Document, sections: Sections, index: int) -> Form:
    title = next((line for line in sections.head if is_title(line)), None)
    year = _dated(sections.head, title)
    identity = read_identity([*sections.head, *sections.tail])
    project = read_project(sections.head)
    funds = _funds(sections)
    goal = read_goal(sections.goal) if sections.goal else Found(value=Goal(), cells={})
    rows = _rows(sections)
    total = _total(sections, rows.value, funds.value)
    rows = with_lone_points(rows, funds.value, total.value)
    conclusion = read_conclusion(sections.tail)
    texts = _texts(sections, (*goal.further, *rows.further))
    notes = read_notes(
        [line for line in sections.tail if line.table is None or len(line.cells) == 1]
    )
    kind = _kind(title)
    goals = _goals(goal, sections.next_goals, rows)
    parts = (identity, project, funds, goals, rows, total, conclusion, texts, notes)
    cells = _placed("title", title) | _placed("year", year[1] if year else None) | _cells(parts)
    unit = funds.value.unit or identity.value.money_unit
    form = Form(
        id=f"{document.sha256[:12]}-{index}",
        kind=kind,
        source=_source(document, sections, index),
        layout=_layout(sections, kind),
        title=None if title is None else as_printed(title.text),
        year=year[0] if year else None,
        reporting_unit=identity.value.reporting_unit,
        filled_on=identity.value.filled_on,
        contact=identity.value.contact,
        project=project.value,
        funds=replace(funds.value, unit=unit),
        goal=goal.value,
        goals=goals.value,
        indicators=_with_goals(rows, sections.next_goals),
        total=total.value,
        conclusion=conclusion.value,
        notes=notes.value,
        texts=texts.value,
        cells=cells,
        doubts=(*_doubts(parts), *_uncertain(cells, document)),
        stamps=_stamps(cells, document),
    )
    return replace(form, doubts=(*form.doubts, *doubts_of_whole(form, document)))


def _stamps(cells: dict[str, Cell], document: Document) -> tuple[Stamp, ...]:
    """Return the stamps on the pages where a form stands."""
    pages = {cell.page for cell in cells.values()}
    return tuple(stamp for stamp in document.stamps if stamp.page in pages)


def _dated(head: list[Line], title: Line | None) -> tuple[int, Line] | None:
    """Return the year and its line: a line of its own first, then the title, then any other."""
    alone = [line for line in head if _ONLY_A_YEAR.fullmatch(without_blanks(line.text))]
    lines = [*alone, *head] if title is None else [*alone, title, *head]
    return next(((year, line) for line in lines if (year := _year(line))), None)


def _rows(sections: Sections) -> Found[tuple[Indicator, ...]]:
    if sections.columns is None:
        return Found(value=(), cells={})
    return read_indicators(sections.columns, sections.rows)


def _total(sections: Sections, rows: tuple[Indicator, ...], funds: Funds) -> Found[Total]:
    if sections.total is None:
        total = read_top_total(sections.head)
        return as_weight(total) if all(row.score is None for row in rows) else total
    total = read_total(sections.total, sections.columns)
    is_order = sections.columns is not None and sections.columns.ragged
    return with_lone_total(total, rows, funds, is_order=is_order)


def _goals(
    first: Found[Goal], others: list[Line], rows: Found[tuple[Indicator, ...]]
) -> Found[tuple[Goal, ...]]:
    """Return all goals of a form that has several; () for a form with one."""
    if not others or not rows.value:
        return Found(value=(), cells=first.cells)
    cells = dict(first.cells)
    goals = [first.value]
    for index, line in enumerate(others, 1):
        found = read_goal([line])
        goals.append(found.value)
        cells |= {f"goals[{index}].{path[5:]}": cell for path, cell in found.cells.items()}
    cells |= {f"goals[0].{path[5:]}": cell for path, cell in first.cells.items()}
    return Found(value=tuple(goals), cells=cells)


def _with_goals(rows: Found[tuple[Indicator, ...]], others: list[Line]) -> tuple[Indicator, ...]:
    """Return the indicators, each pointing to the goal above it where there are several."""
    if not others:
        return rows.value
    starts = [line.row for line in others]
    return tuple(
        replace(
            row,
            goal=sum(start <= (rows.cells[f"indicators[{at}].name"].row or 0) for start in starts),
        )
        for at, row in enumerate(rows.value)
    )


def _texts(sections: Sections, further: tuple[Told, ...]) -> Found[tuple[LabelledText, ...]]:
    """Return the further texts from wherever they stand."""
    beside = labelled_texts([*sections.head, *sections.tail])
    return in_order((*beside, *read_matters(sections.matters), *further))


def _cells(parts: tuple[Found[object], ...]) -> dict[str, Cell]:
    return {path: cell for part in parts for path, cell in part.cells.items()}


def _doubts(parts: tuple[Found[object], ...]) -> tuple[Doubt, ...]:
    return tuple(doubt for part in parts for doubt in part.doubts)


def _uncertain(cells: dict[str, Cell], document: Document) -> tuple[Doubt, ...]:
    """Return a doubt for each cell that was not surely seen.

    Text is parted by what it says once its separators are lost; a picture may be read in several
    ways; in a file with cells, one was moved from another page, or holds a formula that was saved
    without its result.
    """
    possible = candidates_in(document)
    return tuple(
        Doubt(
            at=field,
            text=cell.text,
            candidates=possible.get(place_of(cell), ()),
            reason=_reason(cell, document),
        )
        for path, cell in cells.items()
        if cell.confidence < SURE and not cell.settled
        for field in (path, *_read_with(path))
    )


_PAGED = frozenset({"pdf", "ofd"})
"""Of typed text what is unsure there is what belongs together where a page ends."""


def _reason(cell: Cell, document: Document) -> DoubtReason:
    if cell.confidence == 0 or _is_recognised(cell, document):
        return "ocr"
    if document.format in _PAGED:
        return "page-break"
    if not cell.text:
        return "arithmetic"
    return "separators" if document.format == "text" else "drift"


def _is_recognised(cell: Cell, document: Document) -> bool:
    """Whether a cell's text was recognised in a picture."""
    if document.format == "image":
        return True
    return cell.table is not None and cell.page in document.grids[cell.table].recognised


def _read_with(path: str) -> tuple[str, ...]:
    """Return the other fields that are read from the same cell."""
    if path.endswith("].level1"):
        return (f"{path}_printed", f"{path}_points")
    if path == "project.department":
        return ("project.department_code",)
    if path.startswith("texts[") and path.endswith("].text"):
        return (f"{path.removesuffix('text')}label",)
    return ()


def _placed(path: str, line: Line | None) -> dict[str, Cell]:
    return {} if line is None else {path: line.where()}


def _year(line: Line) -> int | None:
    is_day = iso_date(line.text) is not None
    return None if is_day or len(line.text) > _LONGEST_YEAR_LINE else year_in(line.text)


_LONGEST_YEAR_LINE = 60
_ONLY_A_YEAR = re.compile(r"[(（]?[\d〇○零一二三四五六七八九]{4}年度[)）]?")


def _funds(sections: Sections) -> Found[Funds]:
    if sections.money_heading is None or sections.money_columns is None:
        return read_labelled_money(sections.labelled_money)
    return read_money(sections.money_heading, sections.money_columns, sections.money)


def _kind(title: Line | None) -> FormKind:
    word = "" if title is None else without_blanks(title.text)
    for mark, kind in _KINDS:
        if mark in word:
            return kind
    return "self-evaluation"


def _layout(sections: Sections, kind: FormKind) -> str | None:
    money = sections.money_columns.roles if sections.money_columns else ()
    money = tuple(role for role in money if role != "source" and not role.startswith(UNKNOWN))
    columns = sections.columns.roles if sections.columns else ()
    columns = tuple(role for role in columns if not role.startswith(UNKNOWN))
    layout = match_layout(money, columns, _printed_words(sections), kind)
    return None if layout is None else layout.id


def _printed_words(sections: Sections) -> frozenset[str]:
    """Return the short texts of the rows that head or label something."""
    headings = (sections.money_heading, sections.heading, *sections.goal[:1])
    rows = (*headings, *sections.money, *sections.tail)
    texts = (cell.text for line in rows if line is not None for cell in line.cells)
    return frozenset(bare_word(text) for text in texts if len(text) <= _LONGEST_HEADING)


_LONGEST_HEADING = 20


def _source(document: Document, sections: Sections, index: int) -> Source:
    heading = sections.heading or sections.money_heading
    return source_of(document, None if heading is None else heading.table, index)
