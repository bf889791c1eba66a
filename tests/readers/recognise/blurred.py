"""Forms as a scan shows them: some numbers may be read in several ways."""

from msgspec.structs import replace

from jiheng.model.document import Candidate, Document, Grid, GridCell
from jiheng.model.form import Form
from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import cells, on_paper

ROWS = [
    cells("项目名称", ("乡村道路养护", 1, 7)),
    cells(("项目资金(万元)", 2, 1), "资金来源", "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率", "得分"),
    cells("年度资金总额", "80", "80", "76", "10", "95%", "9.5"),
    cells("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"),
    cells("产出指标(50分)", "数量指标", "养护里程", "≥100公里", "120公里", "30", "30", ""),
    cells("", "质量指标", "验收合格率", "≥98%", "99%", "20", "20", ""),
    cells("效益指标(40分)", "社会效益指标", "通行时间", "≤40分钟", "38分钟", "40", "36", "雨季停工，已列入计划"),
    cells(("总分", 1, 5), "100", "95.5", ""),
]  # fmt: skip
"""The scores make 95.5, the weights 100."""

TOTAL = (7, 6)


def read(
    *doubts: tuple[tuple[int, int], str],
    printed: dict[tuple[int, int], str] | None = None,
    scanned: tuple[int, ...] | None = None,
) -> Form:
    """Return the form as read.

    Args:
        doubts: row and column of a cell, and what it may be: ``"96 0.6, 95 0.4"``.
        printed: what is printed in other cells than usual, surely read.
        scanned: the file is a PDF, the form on its first page, and these pages of it were scanned.
    """
    document = on_paper(ROWS)
    (grid,) = document.grids
    possible = dict(doubts)
    seen = tuple(
        _seen(
            cell,
            possible.get((cell.row, cell.column)),
            (printed or {}).get((cell.row, cell.column)),
        )
        for cell in grid.cells
    )
    grid = Grid(cells=seen, page=1, recognised=scanned or ())
    kind = "image" if scanned is None else "pdf"
    (form,) = recognise(Document(path="表", format=kind, sha256="c" * 64, blocks=(grid,)))
    return form


def _seen(cell: GridCell, possible: str | None, printed: str | None) -> GridCell:
    if possible is None:
        return replace(cell, text=printed or cell.text, confidence=0.999)
    candidates = tuple(
        Candidate(text=text, chance=float(chance))
        for text, chance in (each.split() for each in possible.split(", "))
    )
    return replace(
        cell, text=candidates[0].text, confidence=candidates[0].chance, candidates=candidates
    )
