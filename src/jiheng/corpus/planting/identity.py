"""ID: who filed the form, when, and under which headings."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import at_row, defect, with_row
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.model.form import Form


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


PLANTERS = (
    in_one("ID01", _too_early),
    in_one("ID02", _other_year),
    in_one("ID03", _unit_misspelt),
    in_one("ID06", _wrong_heading),
)
