"""What a draw reads and writes: the office's lists as CSV, the published papers as JSON."""

import csv
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import TypeVar

import msgspec

from jiheng.corpus.draw.drawing import Draw, Frozen, MustCheck
from jiheng.corpus.draw.errors import UnfitPopulation
from jiheng.corpus.draw.population import Entry
from jiheng.rulebook.telling import phrase

_HEADINGS = {
    "编号": "id",
    "表号": "id",
    "项目": "project",
    "项目名称": "project",
    "单位": "unit",
    "主管部门": "department",
    "金额（元）": "amount",
    "金额(元)": "amount",
    "分层": "stratum",
    "校验码": "check_code",
    "理由": "reason",
    "自评得分": "self",
    "复核得分": "review",
}
_Paper = TypeVar("_Paper")
_CENTS = 100
_MOST_DIGITS = 18


def entries_of(data: bytes, everyone: str) -> tuple[Entry, ...]:
    """Return the forms of a list; where it has no column for groups, all are in one.

    Args:
        data: id, project, unit, department, amount in yuan, stratum, check code, under headings.
        everyone: what the one group is called.

    Raises:
        UnfitPopulation: a column is missing, or a number is none.
    """
    return tuple(
        Entry(
            id=row["id"],
            project=row.get("project", ""),
            unit=row.get("unit", ""),
            department=row.get("department", ""),
            amount=_cents(row["amount"], line),
            stratum=row.get("stratum") or everyone,
            check_code=row.get("check_code", ""),
        )
        for line, row in _rows(data, ("id", "amount"))
    )


def must_checks_of(data: bytes) -> tuple[MustCheck, ...]:
    """Return the forms that are looked at besides, each with its reason."""
    return tuple(
        MustCheck(id=row["id"], reason=row["reason"]) for _, row in _rows(data, ("id", "reason"))
    )


def differences_of(data: bytes) -> dict[str, float]:
    """Return id → review score minus self-score, in points."""
    return {
        row["id"]: float(_number(row["review"], line) - _number(row["self"], line))
        for line, row in _rows(data, ("id", "self", "review"))
    }


def _rows(data: bytes, wanted: tuple[str, ...]) -> Iterable[tuple[int, dict[str, str]]]:
    """Yield each line that is not empty, with its number, by our names of the columns."""
    reader = csv.reader(_text(data).splitlines())
    first = next(reader, None) or []
    headings = [_HEADINGS.get(each.strip(), each.strip()) for each in first]
    missing = [each for each in wanted if each not in headings]
    if missing:
        raise UnfitPopulation(phrase("draw.no-column", name=missing[0]))
    for row in reader:
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield reader.line_num, dict(zip(headings, cells, strict=False))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What a Chinese spreadsheet program saves as CSV.
        return data.decode("gb18030", errors="replace")


def _number(text: str, line: int) -> Decimal:
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation as error:
        raise UnfitPopulation(phrase("draw.no-number-at", text=text, line=str(line))) from error
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS:
        raise UnfitPopulation(phrase("draw.no-number-at", text=text, line=str(line)))
    return number


def _cents(text: str, line: int) -> int:
    cents = _number(text, line) * _CENTS
    if cents < 0 or cents != cents.to_integral_value():
        raise UnfitPopulation(phrase("draw.no-number-at", text=text, line=str(line)))
    return int(cents)


def written(paper: Frozen | Draw) -> bytes:
    """Return a paper as it is published; the same paper gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(paper), indent=1) + b"\n"


def decoded(data: bytes, kind: type[_Paper]) -> _Paper:
    """Return a published paper.

    Raises:
        UnfitPopulation: it is none of this kind.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnfitPopulation(phrase("draw.unreadable", cause=str(error))) from error
