"""The rows that say whose project it is."""

from jiheng.model.form import Project
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout.sheet import Sheet

LABEL_COLUMNS = 2
"""The labels of these rows reach over the upright label and the column beside it."""


def put_project(sheet: Sheet, project: Project, layout: Layout) -> None:
    """Put the rows 项目名称 and 主管部门 / 实施单位."""
    sheet.put(0, "项目名称", span=LABEL_COLUMNS)
    sheet.put_rest(LABEL_COLUMNS, project.name, path="project.name")
    sheet.next_row()
    at, span = layout.project.unit_label_at, layout.project.unit_label_span
    sheet.put(0, "主管部门及代码", span=LABEL_COLUMNS)
    sheet.put(
        LABEL_COLUMNS, _department(project), span=at - LABEL_COLUMNS, path="project.department"
    )
    sheet.put(at, "实施单位", span=span)
    sheet.put_rest(at + span, project.implementing_unit, path="project.implementing_unit")
    sheet.next_row()


def _department(project: Project) -> str:
    code = f"[{project.department_code}]" if project.department_code else ""
    return code + (project.department or "")
