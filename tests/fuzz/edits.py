"""Edits that spoil a document: each is plain data, so that a failure can be shrunk and told."""

import io
import random
import re
import zipfile
from typing import NamedTuple

from hypothesis import strategies as st
from lxml import etree

NASTY = (
    *("", " ", "-", "0", "-5", "100%%", "%", "≥", "≥≤1人", "1e308", "NaN", "Infinity", "1,,2", "."),
    *("项目名称", "总分", "总 分", "一级指标", "分值", "产出指标(0分)", "绩效指标", "数量指标"),
    *("指标1:", "……", "得分计算方法", "项目资金(亿元)", "年度资金总额:", "其中:上级补助:"),
    *(
        "年度总体目标",
        "预期目标",
        "实际完成情况",
        "自评结论",
        "注: 1. 2. (3)",
        "项目支出绩效自评表",
    ),
    *("2024年13月45日", "0000-00-00", "2月30日前", "二〇二四年", "12月底", "第5季度", "9999年"),
    *("1:0:0", "0元", "1~", "~1", "5-3人", "1/0", "0/0", "≥0%", "<0", "百分之", "零", "一万万万"),
    *("½", "²", "٣", "𝟏", "①", "１２３", "⁵⁄₉", "㎡", "㈠", "万亿兆元/人/月/㎡", "次/0天"),
    *(
        "=1+1",
        "<script>alert(1)</script>",
        "&#0;&#xD800;&nbsp;",
        "\\|",
        "<br>",
        "</td>",
        "((((",
        "}}",
    ),
    *("\u202e", "\x1b[31m", "\x85", "\u2028", "\v", "\x0c", "\ufeff", "\u200b", "{0}", "%s", "'\""),
    *("9" * 40, "0." + "3" * 40, "-" * 300, "甲" * 3000, "1人、" * 200, "95%；" * 50, "a b " * 400),
    *(
        "达成年度指标",
        "优",
        "良好",
        "全部完成",
        "不适用",
        "无",
        "满分",
        "每少1%扣0.5分",
        "按A/B×分值",
    ),
)
_PLACES = 1_000


class Edit(NamedTuple):
    """One edit.

    Attributes:
        kind: which of the edits of the document's kind, taken modulo their number.
        place: where, in thousandths of the document.
        other: where else, or how often, or how long.
        nasty: which text to put there, in thousandths of NASTY.
    """

    kind: int
    place: int
    other: int
    nasty: int

    @property
    def text(self) -> str:
        """The text to put there."""
        return NASTY[self.nasty * len(NASTY) // _PLACES]

    def at(self, length: int) -> int:
        """The place in a sequence of this length, which is not empty."""
        return self.place * length // _PLACES

    def beside(self, length: int) -> int:
        """The other place in a sequence of this length."""
        return self.other * length // _PLACES


_part = st.integers(0, _PLACES - 1)
edit_lists = st.lists(st.builds(Edit, _part, _part, _part, _part), min_size=1, max_size=8)


def seeded(seed: int) -> list[Edit]:
    """Return the edits of a seed."""
    dice = random.Random(seed)
    return [Edit(*(dice.randrange(_PLACES) for _ in range(4))) for _ in range(dice.randint(1, 8))]


def in_rows(data: bytes, edits: list[Edit]) -> bytes:
    """Return a text file with cells dropped, doubled, swapped, filled, rows repeated, tabs lost."""
    rows = [line.split("\t") for line in data.decode().split("\n")]
    for edit in edits:
        row = rows[edit.at(len(rows))]
        _ROW_EDITS[edit.kind % len(_ROW_EDITS)](rows, row, edit)
        rows = rows or [[""]]
    return "\n".join("\t".join(row) for row in rows).encode()


Row = list[str]


def _fill(_: list[Row], row: Row, edit: Edit) -> None:
    row[edit.beside(len(row))] = edit.text


def _append(_: list[Row], row: Row, edit: Edit) -> None:
    row[edit.beside(len(row))] += edit.text


def _drop_cell(_: list[Row], row: Row, edit: Edit) -> None:
    del row[edit.beside(len(row))]
    row.extend([] if row else [""])


def _swap(_: list[Row], row: Row, edit: Edit) -> None:
    at = edit.beside(len(row))
    row[at], row[0] = row[0], row[at]


def _widen(_: list[Row], row: Row, edit: Edit) -> None:
    row[edit.beside(len(row)) : 0] = [edit.text] * (edit.nasty % 40)


def _repeat(rows: list[Row], row: Row, edit: Edit) -> None:
    at = edit.at(len(rows))
    rows[at:at] = [list(row) for _ in range(edit.other % 60)]


def _drop_row(rows: list[Row], _: Row, edit: Edit) -> None:
    del rows[edit.at(len(rows))]


def _move_row(rows: list[Row], _: Row, edit: Edit) -> None:
    row = rows.pop(edit.at(len(rows)))
    rows.insert(edit.beside(len(rows) + 1), row)


def _lose_tabs(_: list[Row], row: Row, __: Edit) -> None:
    row[:] = [" ".join(row)]


def _column_to_nasty(rows: list[Row], _: Row, edit: Edit) -> None:
    for row in rows:
        if edit.other % 9 < len(row):
            row[edit.other % 9] = edit.text


def _pipes(_: list[Row], row: Row, __: Edit) -> None:
    row[:] = ["|" + "|".join(row) + "|"]


_ROW_EDITS = (
    *(_fill, _fill, _fill, _append, _drop_cell, _swap, _widen, _repeat, _drop_row, _move_row),
    *(_lose_tabs, _column_to_nasty, _pipes),
)


def in_bytes(data: bytes, edits: list[Edit]) -> bytes:
    """Return the bytes with stretches removed, overwritten, doubled, or all of it recoded."""
    for edit in edits:
        at, length = edit.at(len(data) + 1), edit.other % 50
        put = edit.text.encode("utf-8", "replace")
        data = (
            data[:at] + data[at + length :],
            data[:at] + put + data[at + length :],
            data[:at] + bytes([edit.nasty % 256]) + data[at + 1 :],
            data[:at] + data[at : at + 40 * length] * 2 + data[at + length :],
            data[:at] + put.decode().encode("gb18030", "replace") + data[at:],
            data[:at],
            data.decode("utf-8", "replace").encode("utf-16" if edit.nasty % 2 else "gb18030"),
        )[edit.kind % 7]
    return data


_TOKENS = re.compile(r"<[^>]*>|[^<]+")


def in_page(data: bytes, edits: list[Edit]) -> bytes:
    """Return a web page with tags and texts dropped, doubled, moved, and odd spans put in."""
    tokens = _TOKENS.findall(data.decode("utf-8", "replace")) or [""]
    for edit in edits:
        at, other = edit.at(len(tokens)), edit.beside(len(tokens))
        span = ("-1", "0", "2", "99999", "1e9", "x", "", "65535")[edit.nasty % 8]
        put = (
            [],
            [tokens[at]] * 2,
            [tokens[other]],
            [edit.text],
            [f'<td colspan="{span}" rowspan="{span}">{edit.text}'],
            tokens[at : at + edit.other % 90] * 2,
            ["<table><tr><td>"] * (edit.other % 20),
        )[edit.kind % 7]
        tokens[at : at + 1] = put
        tokens = tokens or [""]
    return "".join(tokens).encode("utf-8", "replace")


def in_package(data: bytes, edits: list[Edit]) -> bytes:
    """Return a zip package with elements, attributes and texts of its parts spoilt."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    large = max(names, key=lambda name: len(parts[name]))
    for edit in edits:
        # The part that holds the form is the one worth spoiling; the others get their turn.
        name = names[edit.nasty % len(names)] if edit.kind % 5 == 0 else large
        parts[name] = _in_xml(parts[name], edit)
    if edits[0].kind % 40 == 0:
        del parts[names[edits[0].nasty % len(names)]]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


_NUMBERS = (
    "0",
    "-1",
    "1",
    "2",
    "1048577",
    "99999999999",
    "x",
    "",
    "1.5",
    "A1:XFD9",
    "ZZZ0",
    "B2:A1",
)


def _in_xml(content: bytes, edit: Edit) -> bytes:
    root = etree.fromstring(content)
    elements = list(root.iter("*"))
    element, other = elements[edit.at(len(elements))], elements[edit.beside(len(elements))]
    _XML_EDITS[edit.kind % len(_XML_EDITS)](element, other, edit)
    return etree.tostring(root)


def _remove(element: etree._Element, _: etree._Element, __: Edit) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(element: etree._Element, _: etree._Element, edit: Edit) -> None:
    for _number in range(edit.other % 30 if len(element) < 100 else 1):
        if element.getparent() is not None:
            element.addnext(_copy(element))


def _into(element: etree._Element, other: etree._Element, _: Edit) -> None:
    other.append(_copy(element))


def _attribute(element: etree._Element, _: etree._Element, edit: Edit) -> None:
    names = list(element.attrib) or ["r"]
    element.set(names[edit.other % len(names)], _NUMBERS[edit.nasty % len(_NUMBERS)])


def _no_attributes(element: etree._Element, _: etree._Element, __: Edit) -> None:
    element.attrib.clear()


def _text(element: etree._Element, _: etree._Element, edit: Edit) -> None:
    allowed = (sign for sign in edit.text if sign >= " " or sign in "\t\n")
    element.text = "".join(allowed)


def _rename(element: etree._Element, other: etree._Element, _: Edit) -> None:
    element.tag = other.tag


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


_XML_EDITS = (
    _remove,
    _double,
    _into,
    _attribute,
    _attribute,
    _no_attributes,
    _text,
    _text,
    _rename,
)
