"""What the published accounts say of a project: one sentence with its money and its score."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from jiheng.model.form import Cell, Form, Funds, MoneyLine, Project, Source, Total
from jiheng.readers.recognise.head import LONGEST_TITLE, year_in
from jiheng.readers.recognise.lines import Line

_AMOUNT = r"(\d[\d,]{0,18}(?:\.\d{1,6})?)\s?(亿元|万元|元)"
_MONEY = re.compile(
    rf"(?:全年)?预算数为?{_AMOUNT}[,;、。]?(?:全年|实际)?执行数为?{_AMOUNT}"
    r"(?:[,;、](?:完成预算的?|预算执行率为?|执行率为?)(\d{1,4}(?:\.\d{1,4})?%))?"
)
_NAME = re.compile(
    r"(?:^|[。;:\s]|[\d一二三四五六七八九十]{1,3}[.、)])[(\d一二三四五六七八九十)]{0,4}"
    r"[\"“《]?([^\"“”《》,。;:、.\s\d][^\"“”《》,。;:、\s]{1,49}?)[\"”》]?(?:项目)?"
    r"(?:支出)?绩效自评(?:综述|情况|结果)"
)
_SCORE = re.compile(r"自评(?:得分|总分|分数)为?(\d{1,3}(?:\.\d{1,2})?)分")
_LONGEST = 5_000


class Told(Struct, frozen=True, kw_only=True):
    """A paragraph that tells of one project's money.

    Attributes:
        year: named in the paragraph, or in a short line above it.
    """

    line: Line
    name: str
    unit: str
    money: MoneyLine
    score: str | None
    year: int | None


def sentences_in(lines: Iterable[Line]) -> Iterator[Told]:
    """Yield the paragraphs that name a project, its budget and what was executed."""
    year: int | None = None
    for line in lines:
        if line.table is not None:
            continue
        if len(line.text) <= LONGEST_TITLE:
            year = year_in(line.text) or year
        if "执行数" in line.text and "绩效自评" in line.text and len(line.text) <= _LONGEST:
            yield from _told(line, year)


def _told(line: Line, year: int | None) -> Iterator[Told]:
    text = unicodedata.normalize("NFKC", line.text)
    names = tuple(_NAME.finditer(text))
    for at, name in enumerate(names):
        end = names[at + 1].start() if at + 1 < len(names) else len(text)
        money = _MONEY.search(text, name.end(), end)
        score = _SCORE.search(text, name.end(), end)
        if money is None or money.group(2) != money.group(4):
            continue
        yield Told(
            line=line,
            name=name.group(1),
            unit=money.group(2),
            money=MoneyLine(
                label="年度资金总额",
                adjusted_budget=money.group(1),
                executed=money.group(3),
                rate=money.group(5),
            ),
            score=None if score is None else score.group(1),
            year=year,
        )


def read_sentence(told: Told, source: Source, form_id: str) -> Form:
    """Return the sentence as a form; every cell of it is the paragraph."""
    place = told.line.where()
    line = told.money
    fields = {
        "project.name": told.name,
        "funds.unit": told.unit,
        "funds.lines[0].adjusted_budget": line.adjusted_budget,
        "funds.lines[0].executed": line.executed,
        "funds.lines[0].rate": line.rate,
        "total.score": told.score,
    }
    cells: dict[str, Cell] = {path: place for path, value in fields.items() if value is not None}
    return Form(
        id=form_id,
        kind="accounts-sentence",
        source=source,
        title="决算公开中的绩效自评结果",
        year=told.year,
        project=Project(name=told.name),
        funds=Funds(unit=told.unit, lines=(line,)),
        total=Total(score=told.score),
        cells=cells,
    )
