"""What of a form its layout prints: a truth holds nothing that no reader could see."""

from msgspec.structs import asdict, replace

from jiheng.model.form import Form, Indicator, MoneyLine
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout import Place, lay_out

_LEVEL1 = {"level1", "level1_printed", "level1_points"}
_LEVELS = {*_LEVEL1, "level2"}
_KEPT = {"name", "goal", "label", "of"}
_OUTSIDE = ("reporting_unit", "filled_on", "contact")


def as_printed(form: Form, layout: Layout) -> Form:
    """Return the form with only those fields for which the layout has a place."""
    places = lay_out(form, layout).places
    outside = {line.field for line in (*layout.head_lines, *layout.tail_lines)}
    funds = replace(
        form.funds,
        unit=form.funds.unit if "funds.unit" in places else None,
        heading_weight=form.funds.heading_weight if "funds.heading_weight" in places else None,
        lines=tuple(_line(line, n, places) for n, line in enumerate(form.funds.lines)),
    )
    indicators = tuple(_indicator(item, n, places) for n, item in enumerate(form.indicators))
    gone = {name: None for name in _OUTSIDE if name not in outside and name not in places}
    return replace(
        form,
        **gone,
        project=replace(form.project, **_missing_project(form, places)),
        funds=funds,
        indicators=indicators,
        total=replace(form.total, **_missing(form.total, "total", places)),
        conclusion=form.conclusion if "conclusion" in places else None,
        texts=tuple(t for n, t in enumerate(form.texts) if f"texts[{n}].text" in places),
    )


def _missing(part: object, path: str, places: dict[str, Place]) -> dict[str, None]:
    """Return the fields of a part that have no place, as None."""
    names = asdict(part)  # pyright: ignore[reportArgumentType]
    return {name: None for name in names if f"{path}.{name}" not in places}


def _missing_project(form: Form, places: dict[str, Place]) -> dict[str, None]:
    gone = _missing(form.project, "project", places)
    # The code stands in the cell of its department.
    if "project.department" in places:
        gone.pop("department_code", None)
    return gone


def _line(line: MoneyLine, number: int, places: dict[str, Place]) -> MoneyLine:
    gone = _missing(line, f"funds.lines[{number}]", places)
    return replace(line, **{name: None for name in gone if name not in _KEPT})


def _indicator(item: Indicator, number: int, places: dict[str, Place]) -> Indicator:
    path = f"indicators[{number}]"
    gone = {name for name in _missing(item, path, places) if name not in _KEPT}
    if f"{path}.level1" in places:
        gone -= _LEVEL1
    return replace(item, **dict.fromkeys(gone))


def as_text(form: Form, places: dict[str, Place]) -> Form:
    """Return the form as text prints it: a cell merged over rows stands in its first row only.

    Levels hold for the rows below them, whatever the format; other cells do not.
    """

    def own(item: Indicator, number: int) -> Indicator:
        path = f"indicators[{number}]"
        row = places[f"{path}.name"][0]
        above = {
            name
            for name in asdict(item)
            if name not in _LEVELS and places.get(f"{path}.{name}", (row, 0))[0] != row
        }
        return replace(item, **dict.fromkeys(above))

    indicators = tuple(own(item, number) for number, item in enumerate(form.indicators))
    return replace(form, indicators=indicators)
