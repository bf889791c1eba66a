"""What is taken for somebody's name or number in a free text."""

import pytest

from jiheng.pipeline.publication.needles import Needles
from jiheng.pipeline.publication.personal import marks_in

NOBODY = Needles(())
KNOWN = Needles(("王建国", "李芳"))


def found(text: str, names: Needles = NOBODY) -> list[tuple[str, str]]:
    """Return what is found in a text, with its kind."""
    return [(mark.text, mark.kind) for mark in marks_in(text, names, NOBODY)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("联系人：欧阳锋，电话：13800000000", [("欧阳锋", "name"), ("13800000000", "phone")]),
        ("请找１３８-0000 0000", [("１３８-0000 0000", "phone")]),
        ("拨打+86 138 0000 0000", [("86 138 0000 0000", "phone")]),
        ("值班0855-1234567转3", [("0855-1234567", "phone")]),
        ("电话（0855）2234567", [("0855）2234567", "phone")]),
        ("座机:2234567", [("2234567", "phone")]),
        ("身份证520102199001011234", [("520102199001011234", "identity")]),
        ("52010219900101123X已核", [("52010219900101123X", "identity")]),
        ("汇入6222 0200 0000 0000 018", [("6222 0200 0000 0000 018", "account")]),
        ("发至zhang.san@example.com。", [("zhang.san@example.com", "address")]),
        ("微信号 zs123456", [("zs123456", "phone")]),
        ("户主刘德，已搬迁", [("刘德", "name")]),
        ("由张明老师授课", [("张明", "name")]),
        ("村民司马光同志反映", [("司马光", "name")]),
    ],
)
def test_a_name_or_number_is_found(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "培训失业人员1200人，就业率72%。",
        "负责人：办公室",
        "项目负责人签字后报送",
        "2024-01-01至2024-12-31完成",
        "预算86870000元，执行17461600元",
        "统一社会信用代码91520100MA6DKXXX0X",
        "投诉热线12345",
        "服务水平提高，明显改善",
        "",
        "李",
    ],
)
def test_what_is_nobody_is_left(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["王建国", "王 建 国", "王\u3000建国", "王\u200b建国", "王·建国", "王\n建国", "【王建国】"],
)
def test_a_known_name_is_found_however_it_is_written(text):
    (mark,) = marks_in(f"由{text}负责", KNOWN, NOBODY)

    assert mark.text.startswith("王")
    assert mark.text.endswith("国")


def test_two_words_beside_one_another_are_no_name():
    assert found("王建，国家项目", KNOWN) == []


def test_a_number_within_a_longer_one_is_another():
    assert found("金额20851234567元", Needles(("1234567",))) == []


def test_what_was_named_by_hand_is_found_as_that():
    (mark,) = marks_in("拔尖项目", NOBODY, Needles(("拔尖",)))

    assert (mark.start, mark.end, mark.kind) == (0, 2, "added")


def test_what_overlaps_is_masked_as_one():
    assert found("联系人：王建国", Needles(("国强", "建国强"))) == [("王建国", "name")]
    assert [text for text, _ in found("王建国强", Needles(("王建国", "国强")))] == ["王建国"]
