"""The official bordered table with the findings' numbers at its cells."""

from itertools import groupby

from jiheng.model.audit import Item
from jiheng.model.document import GridCell, Paragraph
from jiheng.writers.layout import LaidOut
from jiheng.writers.report.agreement import agreement_line
from jiheng.writers.report.badge import badges, tint
from jiheng.writers.report.ink import Ink
from jiheng.writers.report.marks import cell_key
from jiheng.writers.report.markup import Html, el, join, lines
from jiheng.writers.report.order import Numbered
from jiheng.writers.report.proof_tag import proof_tag
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice

_MONEY = frozenset({"initial_budget", "adjusted_budget", "executed"})
_POINTS = frozenset({"weight", "score", "rate", "coefficient", "deduction", "review_score"})
"""Short numbers in narrow columns, which are not to break."""
_GIVEN = frozenset({"initial_budget", "adjusted_budget", "target", "adjusted_target"})
"""Fields that were fixed before the year stand in a lighter ink than what was achieved."""

_BLOCK_LABEL_ROWS = 2
_SCORE_SHARE = 95
"""The least share of the table, in 1/1000, of a column of scores: it holds 84.01–92.01."""
_TALL = 6


def sheet(view: FormView, voice: Voice) -> Html:
    """Return the form as it is printed on paper, with title and notes."""
    title, *rest = (
        _line(view, f"b{number}", line, voice) for number, line in enumerate(view.laid.before, 1)
    )
    centred = view.laid.centred - 1
    below = enumerate(view.laid.after, 1)
    after = (_line(view, f"a{number}", line, voice) for number, line in below)
    return el(
        "div",
        el("div", title, class_="title"),
        el("div", *rest[:centred], class_="year"),
        el("div", *rest[centred:], class_="before"),
        _table(view, voice),
        el("div", *after, class_="after"),
        class_="paper",
    )


def _line(view: FormView, spot: str, line: Paragraph, voice: Voice) -> Html:
    ink = _ink(view, view.spots.field_at(spot), line.text)
    return el(
        "p",
        ink.contents,
        badges(view, spot, voice),
        id=view.spot_id(spot),
        class_=_together(tint(view.marks.get(spot, ())), ink.kind),
        data_path=ink.path,
    )


def _ink(view: FormView, path: str | None, text: str) -> Ink:
    return Ink(contents=lines(text)) if path is None else view.pen(path, text)


def _table(view: FormView, voice: Voice) -> Html:
    items = {item.at: item for item in view.entry.audit.items}
    columns = (el("col", width=f"{share // 10}.{share % 10}%") for share in _shares(view.laid))
    rows = groupby(view.laid.grid.cells, key=lambda cell: cell.row)
    body = (_row(view, tuple(cells), items, voice) for _, cells in rows)
    return el(
        "table",
        el("caption", voice("sheet.caption", number=str(view.number), name=view.name)),
        el("colgroup", *columns),
        el("tbody", *body),
        class_="form",
    )


def _shares(laid: LaidOut) -> tuple[int, ...]:
    """Return the widths of the columns in 1/1000 of the table; those of scores take from others."""
    scored = {
        cell.column
        for cell in laid.grid.cells
        if cell.column_span == 1
        and _field(laid.paths.get((cell.row, cell.column))) in {"score", "review_score"}
    }
    whole = sum(laid.widths)
    shares = [width * 1000 // whole for width in laid.widths]
    widened = [
        max(share, _SCORE_SHARE) if column in scored else share
        for column, share in enumerate(shares)
    ]
    more = sum(widened) - sum(shares)
    rest = sum(share for column, share in enumerate(shares) if column not in scored)
    return tuple(
        share if column in scored else share - share * more // rest
        for column, share in enumerate(widened)
    )


def _row(view: FormView, cells: tuple[GridCell, ...], items: dict[str, Item], voice: Voice) -> Html:
    beside = [cell for cell in cells if cell.row_span == 1 and cell.text]
    fields = sum((cell.row, cell.column) in view.laid.paths for cell in beside)
    # A heading such as 分值 (10分) is a field too, so one field among labels is allowed.
    is_heading = fields == 0 < len(beside) - 1 or fields == 1 < len(beside) - 2
    return el("tr", *(_cell(view, cell, items, voice, is_heading=is_heading) for cell in cells))


def _cell(
    view: FormView, cell: GridCell, items: dict[str, Item], voice: Voice, *, is_heading: bool
) -> Html:
    place = (cell.row, cell.column)
    path = view.laid.paths.get(place)
    ink = _ink(view, path, cell.text)
    spot = cell_key(place)
    tag, scope = _role(cell, path, is_heading=is_heading)
    return el(
        tag,
        badges(view, spot, voice),
        el("span", ink.contents) if _is_upright(cell, path) else ink.contents,
        _under(view, path, items, voice) if path else None,
        id=view.spot_id(spot),
        class_=_together(*_classes(view, cell, path, scope), ink.kind),
        data_path=ink.path,
        scope=scope,
        rowspan=str(cell.row_span) if cell.row_span > 1 else None,
        colspan=str(cell.column_span) if cell.column_span > 1 else None,
    )


def _role(cell: GridCell, path: str | None, *, is_heading: bool) -> tuple[str, str | None]:
    """Which element a cell is, and what it heads."""
    field = _field(path)
    if field in {"level1", "level2"} or (path is None and cell.row_span >= _BLOCK_LABEL_ROWS):
        return "th", "rowgroup"
    if is_heading and cell.text:
        return "th", "col"
    is_label = path is None and cell.text.strip(" -—")
    if is_label or field == "label" or (path or "").endswith("].name"):
        return "th", "row"
    return "td", None


def _is_upright(cell: GridCell, path: str | None) -> bool:
    """Whether it is the tall narrow label at the left, read from top to bottom."""
    return path is None and cell.column == 0 and cell.row_span >= _TALL > cell.column_span


def _together(*classes: str | None) -> str | None:
    return " ".join(filter(None, classes)) or None


def _classes(
    view: FormView, cell: GridCell, path: str | None, scope: str | None
) -> tuple[str | None, ...]:
    field = _field(path)
    block = (path or "").partition(".")[0].partition("[")[0]
    is_prose = block in {"goal", "goals", "conclusion", "texts"}
    return (
        "head" if scope == "col" else None,
        "upright" if _is_upright(cell, path) else None,
        "num" if field in _MONEY else None,
        "points" if field in _POINTS else None,
        "given" if field in _GIVEN else None,
        "fine" if field in {"reason", "method"} else None,
        "left"
        if is_prose or field in {"label", "reason", "method"} or (scope and field == "name")
        else None,
        *_marked(view.marks.get(cell_key((cell.row, cell.column)), ())),
    )


def _marked(marks: tuple[Numbered, ...]) -> tuple[str | None, ...]:
    """The tint of a cell with numbers, and the room that they need."""
    if not marks:
        return ()
    return ("marked", tint(marks))


def _field(path: str | None) -> str:
    return (path or "").rpartition(".")[2]


def _under(view: FormView, path: str, items: dict[str, Item], voice: Voice) -> Html:
    """The recomputed score under a printed one, and how strong its proof is."""
    pack = view.entry.pack
    if path == "total.score":
        score = view.entry.audit.score
        if score.printed is None and score.recomputed is None:
            return Html()
        # A report has no line of calculation for the total; a page has its card.
        origin = view.links.cards and view.origin_of(path)
        return agreement_line(score.printed, score.recomputed, pack, voice, origin=origin)
    item = items.get(path)
    if item is None:
        return Html()
    line = agreement_line(
        item.printed,
        item.recomputed,
        pack,
        voice,
        why=item.arithmetic,
        origin=view.origin_of(path),
    )
    proofs = view.entry.audit.proofs
    proof = proofs.of(path.rpartition(".")[0]) if proofs else None
    return join(line, proof_tag(proof.strength, voice.language)) if proof else line
