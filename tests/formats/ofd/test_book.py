"""Documents of a package, their pages, templates, drawings and annotations."""

import pytest

from jiheng.formats.pages.page import Page
from tests.formats.ofd.packages import (
    AREA,
    ONE_PAGE,
    RESOURCES,
    annotated,
    annotation,
    composite,
    drawn,
    element,
    millimetres,
    ofd,
    pages_of,
    resources,
    template,
    text,
    use,
    words,
)

LINE = '<ofd:PathObject Boundary="0 0 100 60"><ofd:AbbreviatedData>M 0 5 L 50 5</ofd:AbbreviatedData></ofd:PathObject>'


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
