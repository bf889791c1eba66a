"""CF: forms of one unit and year that contradict one another."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    at_row,
    at_target,
    full,
    in_year,
    number_of,
    points,
    rows,
    unit_of,
    with_row,
    with_total,
)
from jiheng.corpus.planting.planter import Planted, Planter
from jiheng.model.form import Form

Forms = tuple[Form, ...]

_MOST = 97
"""The highest target that the planted satisfaction reaches."""
_PEOPLE = "发放补贴人数"
_GROUPS = ("65周岁及以上老人增发补贴", "全体老人养老补贴调整")
_PROJECTS = ("村道修缮", "水渠清淤", "校舍加固", "图书更新")


def _of_one_unit(forms: Forms, projects: tuple[str, ...]) -> Forms | None:
    """Return the forms as filed by the unit of the first one, each for another project."""
    first = forms[0]
    if not first.project.implementing_unit or not first.project.name:
        return None
    return tuple(
        replace(
            in_year(form, first.year or 0),
            reporting_unit=form.reporting_unit and first.project.implementing_unit,
            project=replace(
                form.project, name=name, implementing_unit=first.project.implementing_unit
            ),
        )
        for form, name in zip(forms, projects, strict=False)
    )


def _counted(form: Form, dice: Random) -> int | None:
    """Return a row that may count people."""
    found = rows(form, lambda item: full(item) and "数量" in (item.level2 or ""), dice)
    return next((index for index, _ in found), None)


def _people(
    forms: Forms, dice: Random, told: tuple[tuple[str, str], ...]
) -> tuple[Forms, list[int]] | None:
    """Return both forms with a row of people: each with its target and actual value."""
    together = _of_one_unit(forms, _GROUPS)
    held = [_counted(form, dice) for form in together or ()]
    indexes = [index for index in held if index is not None]
    if together is None or len(indexes) < len(told):
        return None
    changed = tuple(
        with_row(form, index, name=_PEOPLE, target=target, actual=actual, unit=None, nature=None)
        for form, index, (target, actual) in zip(together, indexes, told, strict=True)
    )
    return changed, indexes


def _same_figure(forms: Forms, dice: Random) -> Planted | None:
    made = _people(forms, dice, (("≥30214人", "41357人"), ("≥39106人", "41357人")))
    if made is None:
        return None
    at = tuple((number, at_row(index, "actual")) for number, index in enumerate(made[1]))
    return Planted(forms=made[0], at=at, also=frozenset({"SC06", "XI12", "XI13", "CF05"}))


def _opposite(forms: Forms, dice: Random) -> Planted | None:
    made = _people(forms, dice, (("≥30214人", "31357人"), ("≤49106人", "48106人")))
    if made is None:
        return None
    at = tuple(
        (number, at_target(form, index))
        for number, (form, index) in enumerate(zip(*made, strict=True))
    )
    return Planted(forms=made[0], at=at, also=frozenset({"VA12", "XI12", "XI13", "CF04"}))


def _same_satisfaction(forms: Forms, dice: Random) -> Planted | None:
    together = _of_one_unit(forms, _PROJECTS)
    if together is None:
        return None
    changed: list[Form] = []
    at: list[tuple[int, str]] = []
    for number, form in enumerate(together):
        found = rows(
            form,
            lambda item: (
                full(item)
                and "满意" in (item.level1 or "")
                and unit_of(item) == "%"
                and (number_of(item.target) or 100) <= _MOST
            ),
            dice,
        )
        row = next(found, None)
        if row is None or sum("满意" in (item.level1 or "") for item in form.indicators) > 1:
            return None
        changed.append(with_row(form, row[0], actual="97.3%"))
        at.append((number, at_row(row[0], "actual")))
    return Planted(forms=tuple(changed), at=tuple(at), also=frozenset({"CF07", "CF04", "CF05"}))


def _same_total(forms: Forms, _dice: Random) -> Planted | None:
    together = _of_one_unit(forms, _PROJECTS)
    if together is None or not all(form.total.score for form in together):
        return None
    total = points(together[0].total.score)
    changed = tuple(with_total(form, total) for form in together)
    at = tuple((number, "total.score") for number in range(len(changed)))
    return Planted(forms=changed, at=at, also=frozenset({"AR01", "AR09"}))


PLANTERS = (
    Planter(code="CF04", plant=_same_figure, forms=2),
    Planter(code="CF05", plant=_opposite, forms=2),
    Planter(code="CF06", plant=_same_satisfaction, forms=3),
    Planter(code="CF07", plant=_same_total, forms=3),
)
