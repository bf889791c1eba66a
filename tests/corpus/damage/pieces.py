"""One small form as a piece of a document, and dice that always fall the same way."""

from random import Random

from msgspec import yaml
from msgspec.structs import replace

from jiheng.corpus.damage import ALL_DAMAGE
from jiheng.corpus.piece import Piece, laid_out, written
from jiheng.model.form import Form
from jiheng.rulebook.layouts import load_layout

FERRY = yaml.decode(
    """
id: ferry-1
source: {path: 自评表, format: text, part: text, index: 1, sha256: '0'}
layout: national-2020
title: 项目支出绩效自评表
year: 2024
project: {name: 渡船更新, department: 雁栖市交通运输局, implementing_unit: 雁栖市渡口管理所}
funds:
  unit: 万元
  lines:
    - {label: 年度资金总额, initial_budget: "80", adjusted_budget: "80", executed: "76",
       weight: "10", rate: 95%, score: "9.5"}
    - {label: 当年财政拨款, initial_budget: "80", adjusted_budget: "80", executed: "76"}
goal: {expected: 更新渡船4艘, actual: 更新渡船4艘}
indicators:
  - {level1: 产出指标, level1_printed: 产出指标, level2: 数量指标, name: 更新渡船数量,
     target: ≥4艘, actual: 4艘, weight: "20", score: "20"}
  - {level1: 产出指标, level1_printed: 产出指标, level2: 数量指标, name: 培训船员人数,
     target: =12人, actual: 12人, weight: "20", score: "20"}
  - {level1: 产出指标, level1_printed: 产出指标, level2: 质量指标, name: 船舶检验合格率,
     target: ≥98%, actual: 96.04%, weight: "20", score: "19.6", reason: 一艘复检}
  - {level1: 满意度指标, level1_printed: 满意度指标, level2: 服务对象满意度指标, name: 过渡群众满意度,
     target: ≤30%, actual: 20%, weight: "30", score: "30"}
total: {weight: "100", score: "99.1", grade: 优}
conclusion: 自评99.1分。
""",
    type=Form,
)


_MOVED = replace(FERRY.indicators[1], level2="质量指标")
TWO_ROWS_OF_QUALITY = replace(
    FERRY, indicators=(FERRY.indicators[0], _MOVED, *FERRY.indicators[2:])
)


class Always(Random):
    """Dice that fall on the lowest number and choose the first of all."""

    def randrange(self, start, stop=None, step=1):
        return 0 if stop is None else start

    def randint(self, a, b):
        return a

    def choice(self, seq):
        return seq[0]


class Last(Always):
    """Dice that fall on the lowest number and choose the last of all."""

    def choice(self, seq):
        return seq[-1]


def spoilt(
    name: str,
    *,
    text: bool = False,
    count: int = 1,
    dice: Random | None = None,
    form: Form = FERRY,
):
    """Return the pieces of a document that holds ``count`` times the form, after damage."""
    damage = next(each for each in ALL_DAMAGE if each.name == name)
    piece = laid_out(form, load_layout("national-2020"))
    if text:
        piece = replace(piece, text=written(piece.laid, "text"))
    return damage.edit((piece,) * count, dice or Always(1))


def cells(piece: Piece, number: int) -> list[str]:
    """Return the row of an indicator from its name to the right."""
    row, column = piece.laid.places[f"indicators[{number}].name"]
    return [
        cell.text for cell in piece.laid.grid.cells if cell.row == row and cell.column >= column
    ]


def lines(name: str, dice: Random | None = None) -> list[str]:
    """Return the text of the form after damage, line by line."""
    return spoilt(name, text=True, dice=dice)[0].text.split("\n")
