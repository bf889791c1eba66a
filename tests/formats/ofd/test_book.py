"""Documents of a package, their pages, templates, drawings and annotations."""

import pytest

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Page
from jiheng.formats.pages.pictured import PicturedPage
from tests.formats.ofd.packages import (
    AREA,
    ENTRY,
    ONE_PAGE,
    drawn,
    element,
    millimetres,
    ofd,
    pages_of,
)

LINE = '<ofd:PathObject Boundary="0 0 100 60"><ofd:AbbreviatedData>M 0 5 L 50 5</ofd:AbbreviatedData></ofd:PathObject>'
PICTURE = '<ofd:ImageObject Boundary="0 0 100 50" ResourceID="7"/>'
RESOURCES = f"{AREA}<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"


def text(words: str, place: str = "10 10 80 5", attributes: str = "") -> str:
    return f'<ofd:TextObject Boundary="{place}" Size="4" {attributes}><ofd:TextCode X="0" Y="4">{words}</ofd:TextCode></ofd:TextObject>'


def template(words: str, more: str = "") -> str:
    layer = f'<ofd:Content><ofd:Layer ID="9">{text(words)}</ofd:Layer></ofd:Content>'
    return element("Page", more + layer)


def composite(id_: int, objects: str) -> str:
    return f'<ofd:CompositeGraphicUnit ID="{id_}"><ofd:Content>{objects}</ofd:Content></ofd:CompositeGraphicUnit>'


def use(id_: int, place: str = "0 0 100 60") -> str:
    return f'<ofd:CompositeObject ResourceID="{id_}" Boundary="{place}"/>'


def resources(*units: str) -> dict[str, str]:
    listed = f"<ofd:CompositeGraphicUnits>{''.join(units)}</ofd:CompositeGraphicUnits>"
    return {"Doc_0/Res.xml": element("Res", listed)}


def words(page: object) -> str:
    return "".join(glyph.text for glyph in page.glyphs) if isinstance(page, Page) else "?"


def refusal(data: bytes) -> str:
    with pytest.raises(FormatError) as refused:
        pages_of(data)
    return refused.value.said("zh")


@pytest.mark.parametrize(
    ("common", "page", "size"),
    [
        (AREA, "", (100, 60)),
        (AREA, "<ofd:Area><ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:Area>", (297, 210)),
        (AREA, "<ofd:Area><ofd:ContentBox>0 0 9 9</ofd:ContentBox></ofd:Area>", (100, 60)),
        ("", "", (210, 297)),
    ],
    ids=["of the document", "of the page", "of its paper alone", "A4 where none is given"],
)
def test_a_page_has_a_size(common: str, page: str, size: tuple[int, int]):
    (found,) = pages_of(ofd(common=common, page=page))

    assert isinstance(found, Page)
    assert millimetres(found.width, found.height) == size


def test_the_corner_of_the_paper_is_where_places_count_from():
    area = "<ofd:PageArea><ofd:PhysicalBox>5 5 100 60</ofd:PhysicalBox></ofd:PageArea>"

    (line,) = drawn(LINE, common=area).rulings
    assert millimetres(line.left, line.top) == (0, 5)


def test_pages_are_numbered_through_all_documents():
    body = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    found = pages_of(ofd(pages=ONE_PAGE * 2, parts={"OFD.xml": element("OFD", body * 2)}))

    assert [page.number for page in found if isinstance(page, Page)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("order_of_use", "order", "seen"),
    [
        ("", "", "底字"),
        ("", 'ZOrder="Foreground"', "字底"),
        ('ZOrder="Background"', 'ZOrder="Foreground"', "底字"),
        ('ZOrder="Foreground"', "", "字底"),
    ],
)
def test_a_template_is_drawn_behind_or_before_the_page(order_of_use: str, order: str, seen: str):
    common = f'{AREA}<ofd:TemplatePage ID="7" BaseLoc="Tpl.xml" {order}/>'
    page = f'<ofd:Template TemplateID="7" {order_of_use}/>'
    (found,) = pages_of(
        ofd(text("字"), page=page, common=common, parts={"Doc_0/Tpl.xml": template("底")})
    )

    assert words(found) == seen


def test_layers_are_drawn_from_the_background_up():
    layers = "".join(
        f'<ofd:Layer Type="{kind}">{text(sign)}</ofd:Layer>'
        for kind, sign in (("Foreground", "前"), ("Body", "文"), ("Background", "底"))
    )
    page = element("Page", f"<ofd:Content>{layers}</ofd:Content>")
    (found,) = pages_of(ofd(parts={"Doc_0/Page.xml": page}))

    assert words(found) == "底文前"


def test_a_drawing_is_drawn_wherever_it_is_used():
    page = drawn(
        use(7, "10 20 9 9") + use(7, "30 20 9 9"),
        RESOURCES,
        resources(composite(7, text("章", "1 1 5 5"))),
    )

    assert [millimetres(glyph.box[0]) for glyph in page.glyphs] == [(11.0,), (31.0,)]


def test_a_drawing_that_is_not_there_draws_nothing():
    assert words(drawn(use(8) + text("字"), RESOURCES, resources())) == "字"


def test_resources_of_a_page_are_its_own_too():
    page = "<ofd:PageRes>Own.xml</ofd:PageRes>"
    own = {"Doc_0/Own.xml": resources(composite(7, text("章")))["Doc_0/Res.xml"]}
    (found,) = pages_of(ofd(use(7), page=page, parts=own))

    assert words(found) == "章"


def annotated(annotation: str) -> bytes:
    listed = '<ofd:Page PageID="1"><ofd:FileLoc>Annot.xml</ofd:FileLoc></ofd:Page>'
    return ofd(
        document="<ofd:Annotations>Annots.xml</ofd:Annotations>",
        parts={
            "Doc_0/Annots.xml": element("Annotations", listed),
            "Doc_0/Annot.xml": element("PageAnnot", annotation),
        },
    )


def annotation(attributes: str, objects: str = text("已审", "1 1 9 5")) -> str:
    appearance = f'<ofd:Appearance Boundary="20 30 40 9">{objects}</ofd:Appearance>'
    return f"<ofd:Annot {attributes}>{appearance}</ofd:Annot>"


@pytest.mark.parametrize("kind", ['Type="Path"', 'Type="Stamp" Subtype="FreeText"'])
def test_what_was_typed_on_the_page_later_stands_where_it_is_seen(kind: str):
    (found,) = pages_of(annotated(annotation(kind)))

    assert isinstance(found, Page)
    assert [millimetres(*glyph.box[:2]) for glyph in found.glyphs] == [(21, 31.48), (25, 31.48)]


@pytest.mark.parametrize(
    "attributes", ['Type="Watermark"', 'Type="Link"', 'Type="Path" Visible="false"']
)
def test_watermarks_links_and_hidden_notes_are_no_text_of_the_page(attributes: str):
    (found,) = pages_of(annotated(annotation(attributes)))

    assert words(found) == ""


def test_a_missing_list_of_annotations_is_no_harm():
    (found,) = pages_of(ofd(text("字"), document="<ofd:Annotations>None.xml</ofd:Annotations>"))

    assert words(found) == "字"


@pytest.mark.parametrize(
    ("matrix", "size", "corner"),
    [
        ("0 1 -1 0 100 0", (60, 100), (10, 10.48)),
        ("-1 0 0 -1 100 60", (100, 60), (10, 10.48)),
        ("0 -1 1 0 0 60", (60, 100), (10, 10.48)),
    ],
    ids=["clockwise", "upside down", "against the clock"],
)
def test_a_page_whose_text_lies_on_its_side_is_turned(
    matrix: str, size: tuple[int, int], corner: tuple[float, float]
):
    code = '<ofd:TextCode X="10" Y="14">绩效</ofd:TextCode>'
    line = "<ofd:AbbreviatedData>M 10 20 L 30 20</ofd:AbbreviatedData>"
    page = drawn(
        f'<ofd:TextObject Boundary="0 0 100 60" CTM="{matrix}" Size="4">{code}</ofd:TextObject>'
        f'<ofd:PathObject Boundary="0 0 100 60" CTM="{matrix}">{line}</ofd:PathObject>'
    )

    assert millimetres(page.width, page.height) == size
    assert millimetres(*page.glyphs[0].box[:2]) == corner
    assert millimetres(page.rulings[0].left, page.rulings[0].right) == (10, 30)


CODELESS = text("&#xE001;&#xE002;得分")
OUTLINES = '<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>{}</ofd:AbbreviatedData></ofd:PathObject>'.format(
    "M 0 0 B 1 1 2 2 3 3 " * 201
)


@pytest.mark.parametrize(
    ("objects", "is_coded"),
    [(PICTURE, False), (PICTURE + text("第1页"), False), (OUTLINES, False), (CODELESS, True)],
    ids=["a picture", "a picture with a line of print", "letters drawn as outlines", "no codes"],
)
def test_a_page_that_can_only_be_looked_at_is_told_as_one(objects: str, is_coded: bool):
    (found,) = pages_of(ofd(objects))

    assert isinstance(found, PicturedPage)
    assert found.is_coded == is_coded


def test_a_page_with_text_beside_its_picture_is_a_page_of_text():
    (found,) = pages_of(ofd(PICTURE + text("项目支出绩效自评表由云溪县文化馆填报于二〇二四年")))

    assert isinstance(found, Page)


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


SIGNED = f"{ENTRY.replace('</ofd:DocBody>', '')}<ofd:Signatures>Doc_0/Signs.xml</ofd:Signatures></ofd:DocBody>"


def sealed(stamp: str, objects: str = "") -> Page:
    """Return the page of a document with one signature."""
    listed = '<ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/>'
    parts = {
        "OFD.xml": element("OFD", SIGNED),
        "Doc_0/Signs.xml": element("Signatures", listed),
        "Doc_0/Sign_0/Signature.xml": element(
            "Signature", f"<ofd:SignedInfo>{stamp}</ofd:SignedInfo>"
        ),
    }
    (found,) = pages_of(ofd(objects, parts=parts))
    assert isinstance(found, Page)
    return found


def test_a_page_tells_where_it_is_sealed():
    page = sealed('<ofd:StampAnnot ID="3" PageRef="1" Boundary="50 20 40 40"/>')

    assert [millimetres(*box) for box in page.stamps] == [(50, 20, 90, 60)]


def test_a_seal_is_turned_with_its_page():
    lying = text("绩效", "0 0 100 60", 'CTM="0 1 -1 0 50 10"')
    page = sealed('<ofd:StampAnnot ID="3" PageRef="1" Boundary="0 0 40 40"/>', lying)

    assert [millimetres(*box) for box in page.stamps] == [(0, 60, 40, 100)]


@pytest.mark.parametrize(
    "stamp",
    ["", '<ofd:StampAnnot PageRef="2" Boundary="5 2 4 4"/>', '<ofd:StampAnnot PageRef="1"/>'],
    ids=["of a name alone", "on another page", "without a place"],
)
def test_a_signature_without_a_place_on_the_page_is_no_seal_of_it(stamp: str):
    assert sealed(stamp).stamps == ()


def test_a_stamp_put_on_the_page_by_a_program_is_a_seal_too():
    (found,) = pages_of(annotated(annotation('Type="Stamp"', PICTURE)))

    assert isinstance(found, Page)
    assert [millimetres(*box) for box in found.stamps] == [(20, 30, 60, 39)]


def test_the_place_kept_for_a_signature_is_no_seal():
    (found,) = pages_of(annotated(annotation('Type="Stamp"', "")))

    assert isinstance(found, Page)
    assert found.stamps == ()
