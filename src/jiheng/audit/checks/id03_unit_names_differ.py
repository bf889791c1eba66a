"""ID03 unit-names-differ."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

_CODE = re.compile(r"[\[【(（]\s*\d+\s*[\]】)）]|^\d+[-—]?|\s+")
_CODE_CELL = "project.department_code"
_ALIKE = 0.8


@check(
    code="ID03",
    name="unit-names-differ",
    severity="warning",
    since="0.1.0",
    reads=("reporting_unit", "project", "cells"),
    sources=(
        Citation(
            title="六盘水市2023年度项目支出绩效目标自评表",
            places=("六盘水",),
            pinpoint="单位（盖章）、主管部门及代码、实施单位",
            verified=True,
        ),
    ),
)
def unit_names_differ(scored: ScoredForm) -> Iterator[Outcome]:
    """The unit is written in two ways, or the department's code is missing.

    ## Why it matters
    Forms are joined by unit name and code; a slip makes one unit into two.

    ## What to do
    Write the full name as on the seal, and the code where the form asks for it.
    """
    yield from _names(scored.form)
    project = scored.form.project
    if project.department_code is None and project.department and _CODE_CELL in scored.form.cells:
        yield fails(
            "project.department",
            _CODE_CELL,
            mend_at=(_CODE_CELL,),
            message="fails-code",
            severity="info",
            mend="template",
            printed=project.department,
        )


def _names(form: Form) -> Iterator[Outcome]:
    unit = _plain(form.reporting_unit)
    others = {
        cell: name
        for cell, name in (
            ("project.implementing_unit", form.project.implementing_unit),
            ("project.department", form.project.department),
        )
        if name
    }
    if not unit or not others:
        return
    cells = ("reporting_unit", *others)
    names = tuple(_plain(name) for name in others.values())
    if any(unit in name or name in unit for name in names):
        yield passes(*cells)
        return
    alike = max(SequenceMatcher(None, unit, name, autojunk=False).ratio() for name in names)
    yield fails(
        *cells,
        message="fails" if alike >= _ALIKE else "fails-other",
        # another unit may report for the one that carries the project out
        severity=None if alike >= _ALIKE else "info",
        printed=form.reporting_unit,
        others=series(others.values()),
    )


def _plain(name: str | None) -> str:
    return _CODE.sub("", name or "")
