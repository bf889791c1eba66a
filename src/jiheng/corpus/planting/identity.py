"""ID: who filed the form, when, and under which headings."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.damage.kind import WITH_BLANKS
from jiheng.corpus.planting.edits import (
    at_row,
    at_target,
    defect,
    full,
    layout_of,
    rows,
    sign_of,
    with_row,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.model.form import Form, Indicator

_SIGNED = ("reporting_unit", "filled_on", "contact")
_LEVELS = ("level1", "level1_printed", "level1_points", "level2", "goal")
_PRINT, _OLD_PRINT = "national-2020", "national-2018"


def _too_early(form: Form, _dice: Random) -> Defect | None:
    if not form.filled_on or not form.year:
        return None
    return defect(replace(form, filled_on=f"{form.year}-12-20"), "filled_on")


def _other_year(form: Form, _dice: Random) -> Defect | None:
    if not form.title or not form.year:
        return None
    return defect(replace(form, title=f"{form.year - 1}年度{form.title}"), "title")


def _unit_misspelt(form: Form, _dice: Random) -> Defect | None:
    unit = form.project.implementing_unit
    if not unit or not form.reporting_unit or form.reporting_unit != unit:
        return None
    wrong = f"{unit[:-2]}忠{unit[-1]}"
    project = replace(form.project, implementing_unit=wrong)
    return defect(replace(form, project=project), "project.implementing_unit", "reporting_unit")


def _wrong_heading(form: Form, _dice: Random) -> Defect | None:
    own = [n for n, item in enumerate(form.indicators) if item.level1_printed == "效益指标"]
    if not own:
        return None
    for index in own:
        form = with_row(form, index, level1_printed="绩效指标")
    return defect(form, at_row(own[0], "level1_printed"))


def _unsigned(form: Form, dice: Random) -> Defect | None:
    lines = [line.field for line in (*layout_of(form).head_lines, *layout_of(form).tail_lines)]
    asked = [field for field in _SIGNED if field in lines and getattr(form, field)]
    if not asked:
        return None
    field = dice.choice(asked)
    return defect(replace(form, **{field: None}), field)


def _old_print(form: Form, _dice: Random) -> Defect | None:
    """The form is filed on the print that was in use before its own."""
    if form.layout != _PRINT:
        return None
    return defect(replace(form, layout=_OLD_PRINT), "title")


def _row_left(form: Form, dice: Random) -> Defect | None:
    """A row of the template that only got a name, below one of its own levels."""
    if not form.indicators:
        return None
    index = dice.randrange(len(form.indicators))
    above = form.indicators[index]
    held = {name: getattr(above, name) for name in _LEVELS}
    empty = Indicator(name="备用发电机组保养", **held)
    indicators = (*form.indicators[: index + 1], empty, *form.indicators[index + 1 :])
    return defect(replace(form, indicators=indicators), at_row(index + 1, "name"))


def _letters_for_digits(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, lambda item: full(item) and sign_of(item) == "≥", dice):
        changed = with_row(form, index, actual="1OO%", target="≥9O%", unit=None, nature=None)
        return defect(changed, at_row(index, "actual"), at_target(changed, index))
    return None


PLANTERS = (
    in_one("ID01", _too_early),
    in_one("ID02", _other_year),
    in_one("ID03", _unit_misspelt),
    in_one("ID05", _unsigned),
    in_one("ID06", _wrong_heading),
    in_one("ID07", _old_print),
    in_one("ID08", _row_left, formats=WITH_BLANKS),
    in_one("ID09", _letters_for_digits),
)
