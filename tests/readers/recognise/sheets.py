"""Forms typed as text, for the tests of the recogniser."""

from jiheng.model.document import Document, Grid, GridCell
from jiheng.model.form import Form
from jiheng.readers.recognise import recognise
from jiheng.readers.text import read_text

HEAD = """\
项目支出绩效自评表
(2023年度)
| 项目名称 | | 乡村道路养护 | | | | | |
| 主管部门 | | [301]云溪县交通运输局 | | 实施单位 | 云溪县公路站 | | |
| 项目资金(万元) | | 年初预算数 | 全年预算数(A) | 全年执行数(B) | 分值 | 执行率 | 得分 |
| | 年度资金总额: | 80 | 80 | 76 | 10 | 95% | 9.5 |
"""
COLUMNS = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |\n"


def forms(text: str) -> tuple[Form, ...]:
    """Return the forms of a text."""
    blocks = read_text(text.encode())
    return recognise(Document(path="表.txt", format="text", sha256="a" * 64, blocks=blocks))


def form(rows: str, tail: str = "", head: str = HEAD, columns: str = COLUMNS) -> Form:
    """Return the one form with these indicator rows."""
    (found,) = forms(f"{head}{columns}{rows.strip()}\n{tail}")
    return found


def cells(*texts: str | tuple[str, int, int]) -> list[tuple[str, int, int]]:
    """Return a row of cells; a text alone takes one row and one column."""
    return [text if isinstance(text, tuple) else (text, 1, 1) for text in texts]


def on_paper(rows: list[list[tuple[str, int, int]]]) -> Document:
    """Return a document with one table; a cell is its text, its rows and its columns."""
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for number, row in enumerate(rows):
        column = 0
        for text, height, width in row:
            while (number, column) in taken:
                column += 1
            cells.append(
                GridCell(row=number, column=column, row_span=height, column_span=width, text=text)
            )
            taken |= {
                (number + down, column + right) for down in range(height) for right in range(width)
            }
            column += width
    return Document(
        path="表.docx", format="docx", sha256="b" * 64, blocks=(Grid(cells=tuple(cells)),)
    )
