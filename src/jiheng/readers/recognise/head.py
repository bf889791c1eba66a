"""Title, year, reporting unit and dates; the labelled cells of the first rows."""

import re
import unicodedata

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Project
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.texts import free_text
from jiheng.rulebook.headings import bare, headings, label_of, without_blanks

_YEAR = re.compile(r"((?:19|20)\d\d)年度?")
_DATE = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_CODE = re.compile(r"^\s*[\[【(（]([0-9A-Za-z]{2,20})[\]】)）]\s*")
_LABELLED = re.compile(
    r"([^:：\s][^:：]{0,15})[:：]\s*([^:：]*?)(?=\s{2,}|\t|$|\s+[^\s:：]{2,8}[:：])"
)
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
LONGEST_TITLE = 60
MOST_MONTHS, MOST_DAYS = 12, 31


def is_title(line: Line) -> bool:
    """Whether a line is the title of a form."""
    if len(line.cells) > 1 or len(line.text) > LONGEST_TITLE:
        return False
    word = bare(line.text).removesuffix("样表").removesuffix("样张")
    return word.endswith(headings().titles)


def iso_date(text: str) -> str | None:
    """Return the first full date in a text as ISO, or None.

    Example:
        >>> iso_date("填报日期:2023/12/25"), iso_date("2024年")
        ('2023-12-25', None)
    """
    found = _DATE.search(unicodedata.normalize("NFKC", text))
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    if not (1 <= month <= MOST_MONTHS and 1 <= day <= MOST_DAYS):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def year_in(text: str) -> int | None:
    """Return the year that a text such as (2024年度) names, or None."""
    found = _YEAR.search(without_blanks(text).translate(_CHINESE_DIGITS))
    return int(found.group(1)) if found else None


def labelled_parts(text: str) -> list[tuple[str, str]]:
    """Return the labels and values of a line such as 单位(盖章): 某局  填报日期: 2024-01-05.

    Example:
        >>> labelled_parts("单位(盖章):某局  填报日期:2024/1/5")
        [('reporting_unit', '某局'), ('filled_on', '2024/1/5')]
        >>> labelled_parts("单位(盖章):          填报日期:")
        [('reporting_unit', ''), ('filled_on', '')]
        >>> labelled_parts("公开14表  编制单位：某局")
        [('reporting_unit', '某局')]
    """
    plain = unicodedata.normalize("NFKC", text)
    pairs: list[tuple[str, str]] = []
    for found in _LABELLED.finditer(plain):
        # A table's number may stand before the first label.
        words = found.group(1)
        label = label_of(words) or label_of(words.split()[-1])
        if label is not None:
            pairs.append((label, found.group(2).strip()))
    return pairs


def read_project(lines: list[Line]) -> Found[Project]:
    """Return name, code, department and unit from the rows that label them."""
    fields: dict[str, str | None] = {}
    cells: dict[str, Cell] = {}
    for line in lines:
        for at, cell in enumerate(line.cells):
            label = label_of(cell.text)
            if label not in _PROJECT_PATHS or label in fields:
                continue
            value = line.cells[at + 1] if at + 1 < len(line.cells) else None
            if value is not None and label_of(value.text) is not None:
                value = None
            fields[label] = None if value is None else free_text(value.text)
            cells[_PROJECT_PATHS[label]] = _place(line, cell, value)
    department, code = _split_code(fields.get("department") or fields.get("whole"))
    return Found(
        value=Project(
            name=fields.get("project"),
            code=fields.get("code"),
            department=department,
            department_code=code,
            implementing_unit=fields.get("implementing_unit"),
        ),
        cells=cells,
    )


_PROJECT_PATHS = {
    "project": "project.name",
    "code": "project.code",
    "department": "project.department",
    "whole": "project.department",
    "implementing_unit": "project.implementing_unit",
}


def _place(line: Line, label: GridCell, value: GridCell | None) -> Cell:
    if value is None and line.table is not None:
        return line.table.blank(line.row, label.column + label.column_span)
    return line.where(value)


def _split_code(department: str | None) -> tuple[str | None, str | None]:
    """Return the department's name and its code.

    Example:
        >>> _split_code("[502]某市某局")
        ('某市某局', '502')
    """
    found = _CODE.match(department or "")
    if found is None or department is None:
        return department, None
    return department[found.end() :].strip() or None, found.group(1)
