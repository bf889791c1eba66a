"""What an entry tells, in words."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from jiheng.web.journal.telling import lines_of, told
from jiheng.web.journal.writing import note
from tests.web.pages.browsing import at_browser, texts


def pairs(entry, language="zh"):
    """Return names and texts of what an entry tells."""
    return [(line.name, line.text) for line in lines_of(entry, language)]


def test_a_step_is_told_by_its_name_and_the_reason_first(db):
    detail = {"to": "self-evaluation", "version": "3", "reason": "请核对就业率"}
    entry = note("send-back", "YL-1", None, {**detail, "cells": "indicators[0].actual, conclusion"})

    assert pairs(entry) == [
        ("理由", "请核对就业率"),
        ("转到", "单位自评"),
        ("版本", "3"),
        ("所指的格", "第 1 行指标·实际完成值；自评结论"),
    ]


def test_cells_are_told_in_the_forms_order_with_what_was_empty(db):
    entry = note(
        "filled",
        "YL-1",
        None,
        {"indicators[10].score": " → 5", "indicators[2].actual": "72% → ", "version": "2"},
    )

    assert pairs(entry) == [
        ("版本", "2"),
        ("第 3 行指标·实际完成值", "72% → （空）"),
        ("第 11 行指标·得分", "（空） → 5"),
    ]


def test_it_is_told_in_english_too(db):
    entry = note("review-target", "YL-1", None, {"to": "target-approval", "aspects": "complete"})

    assert pairs(entry, "en") == [
        ("To", "Target approval"),
        ("Review", "Complete: goal, indicators and amounts are all there"),
    ]


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("role", "clerk", ("岗位", "填报人")),
        ("verdict", "partly", ("审查结果", "部分公开")),
        ("route", "department-approves", ("流程", "主管部门批复（部门审核后办结）")),
        ("withheld", "money indicators[0]", ("不予公开", "资金；第 1 行指标")),
        ("scope", "read", ("可以做什么", "只查询")),
        ("to", "薛长青", ("转到", "薛长青")),
        ("row", "indicators[5]", ("行", "第 6 行指标")),
        ("row", "2", ("行", "2")),
        ("row.target", "≥70%", ("年度指标值", "≥70%")),
        ("funds.lines[0].executed", "76 → 80", ("资金行 1·全年执行数", "76 → 80")),
        ("proof 2", "ab12", ("佐证文件 2", "ab12")),
        ("columns", '[{"heading":"项目名称","field":"project"},{"heading":""}]',
         ("各列", "项目名称；（空）")),
        ("demand 2", "SC15 补台账", ("整改要求 2", "SC15 补台账")),
        ("proof of 7", "ab12", ("佐证，要求 7", "ab12")),
        ("amount", "650000000", ("建议金额", "6.5 万元")),
        ("unheard-of", "x", ("unheard-of", "x")),
    ],
)  # fmt: skip
def test_every_kind_of_detail_has_its_words(db, key, text, expected):
    assert pairs(note("filled", "YL-1", None, {key: text})) == [expected]


def test_what_is_empty_is_not_told(db):
    assert pairs(note("resubmit", "YL-1", None, {"changed": "", "version": "3"})) == [("版本", "3")]


def test_the_page_shows_sentences_and_no_code(city):
    note("hand-in", "YL-1", city.clerk, {"to": "department-review", "version": "3"})

    client = at_browser(city.audit_admin)
    assert texts(client, "/journal/?what=hand-in", "td.details dl > div") == [
        "转到部门审核",
        "版本3",
    ]


def test_of_many_cells_the_page_folds_those_after_the_sixth(city):
    cells = {f"indicators[{row}].score": "1 → 2" for row in range(8)}
    note("filled", "YL-1", city.clerk, cells)

    client = at_browser(city.audit_admin)
    assert texts(client, "/journal/?what=filled", "td.details summary") == ["其余 2 项"]


def test_the_files_hold_the_same_sentences(city):
    entry = note("hand-in", "YL-1", city.clerk, {"to": "department-review", "version": "3"})
    client = at_browser(city.audit_admin)

    plain = client.get("/journal/csv/?what=hand-in").content.decode("utf-8-sig")
    sheet = load_workbook(BytesIO(client.get("/journal/xlsx/?what=hand-in").content)).active

    (_, row) = csv.reader(StringIO(plain, newline=""))
    assert row[5] == sheet.cell(row=2, column=6).value == told(entry, "zh")
    assert told(entry, "zh") == "转到：部门审核\n版本：3"
