"""Packages that are damaged, or made to hurt, are refused with their cause."""

import pytest

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from tests.formats.ofd.packages import (
    AREA,
    ONE_PAGE,
    RESOURCES,
    composite,
    element,
    ofd,
    pages_of,
    resources,
    template,
    text,
    use,
)

LINE = '<ofd:PathObject Boundary="0 0 100 60"><ofd:AbbreviatedData>M 0 5 L 50 5</ofd:AbbreviatedData></ofd:PathObject>'


def refusal(data: bytes) -> str:
    with pytest.raises(FormatError) as refused:
        pages_of(data)
    return refused.value.said("zh")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (ofd(parts={"Encryptions.xml": "<x/>"}), "加密"),
        (ofd(parts={"OFD.xml": "<x/>"}), "没有文档"),
        (ofd(parts={"OFD.xml": "<x><DocBody/></x>"}), "缺少部件"),
        (ofd(pages='<ofd:Page BaseLoc="None.xml"/>'), "缺少部件 Doc_0/None.xml"),
        (ofd(pages='<ofd:Page BaseLoc="../../../etc/passwd"/>'), "缺少部件 etc/passwd"),
        (ofd(parts={"Doc_0/Page.xml": "<!DOCTYPE x><x/>"}), "DOCTYPE"),
        (ofd(pages=ONE_PAGE * (limits.MAX_PAGES + 1)), "页数超过 5000 页"),
        (ofd(page='<ofd:Template TemplateID="7"/>'), "没有编号为 7 的模板页"),
        (ofd(text("字", attributes='CTM="一 0 0 1 0 0"')), "“一”不是数"),
        (ofd(text("字", place="0 0 nan 9")), "“nan”不是数"),
        (ofd("<ofd:PageBlock>" * 110 + "</ofd:PageBlock>" * 110), "嵌套超过 100 层"),
    ],
)
def test_a_damaged_or_hostile_file_is_refused_with_its_cause(data: bytes, cause: str):
    assert cause in refusal(data)


def test_a_template_within_itself_is_refused():
    common = f'{AREA}<ofd:TemplatePage ID="7" BaseLoc="A.xml"/><ofd:TemplatePage ID="8" BaseLoc="B.xml"/>'
    parts = {
        "Doc_0/A.xml": template("甲", '<ofd:Template TemplateID="8"/>'),
        "Doc_0/B.xml": template("乙", '<ofd:Template TemplateID="7"/>'),
    }
    data = ofd(page='<ofd:Template TemplateID="7"/>', common=common, parts=parts)

    assert refusal(data) == "文件已损坏，OFD 里编号为 7 的内容引用了它自己"


def test_a_drawing_within_itself_is_refused():
    parts = resources(composite(7, use(8)), composite(8, use(7)))

    assert refusal(ofd(use(7), common=RESOURCES, parts=parts)) == (
        "文件已损坏，OFD 里编号为 7 的内容引用了它自己"
    )


def test_pens_made_from_one_another_are_refused():
    pens = '<ofd:DrawParams><ofd:DrawParam ID="7" Relative="8"/><ofd:DrawParam ID="8" Relative="7"/></ofd:DrawParams>'
    line = LINE.replace("PathObject ", 'PathObject DrawParam="7" ')
    data = ofd(line, common=RESOURCES, parts={"Doc_0/Res.xml": element("Res", pens)})

    assert "引用了它自己" in refusal(data)


def test_drawings_that_multiply_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "MAX_MARKS", 20_000)
    units = (composite(id_, use(id_ + 1) * 10) for id_ in range(7, 16))

    assert "超过 20000 个的上限" in refusal(ofd(use(7), common=RESOURCES, parts=resources(*units)))


def test_a_part_that_is_opened_again_and_again_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "MAX_MARKS", 20_000)
    body = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"

    assert "超过 20000 个的上限" in refusal(ofd(parts={"OFD.xml": element("OFD", body * 400)}))
