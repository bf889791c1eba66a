"""Pages that are pictures, and pictures on pages."""

import pytest

from jiheng.formats.pages.page import Page
from jiheng.formats.pages.pictured import PicturedPage
from tests.formats.ofd.packages import (
    NAMESPACE,
    PICTURE,
    RESOURCES,
    drawn,
    element,
    ofd,
    pages_of,
    text,
    words,
)

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


MEDIA = '<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>{}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>'


def scanned(objects: str, media: str) -> object:
    """Return a page of pictures; ``media`` is where the resources say that the picture is."""
    listed = f'<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="Files">{media}</ofd:Res>'
    parts = {"Doc_0/Res.xml": listed, "Doc_0/Files/scan.jpg": "JPEG"}
    (found,) = pages_of(ofd(objects, common=RESOURCES, parts=parts))
    return found.picture if isinstance(found, PicturedPage) else found


@pytest.mark.parametrize("place", ["scan.jpg", "/Doc_0/Files/scan.jpg", "Files/scan.jpg"])
def test_a_scanned_page_holds_its_picture(place: str):
    assert scanned(PICTURE, MEDIA.format(place)) == b"JPEG"


@pytest.mark.parametrize(
    ("objects", "media"),
    [(PICTURE, ""), (PICTURE, MEDIA.format("none.jpg")), (PICTURE * 2, MEDIA.format("scan.jpg"))],
    ids=["no resource", "no file", "two pictures"],
)
def test_a_picture_that_is_not_the_page_or_not_there_is_not_held(objects: str, media: str):
    assert scanned(objects, media) is None


COVERED = text("识别出的文字", "10 10 80 5")


@pytest.mark.parametrize(
    ("objects", "seen"),
    [
        (COVERED + PICTURE, ""),
        (PICTURE + COVERED, "识别出的文字"),
        (COVERED + PICTURE.replace("50", "8"), "识别出的文字"),
        (COVERED + PICTURE.replace("/>", ' CTM="90 0 0 20 0 30"/>'), "识别出的文字"),
        (COVERED + PICTURE.replace("/>", ' Alpha="90"/>'), "识别出的文字"),
        (COVERED + PICTURE.replace("/>", ' BlendMode="Multiply"/>'), "识别出的文字"),
    ],
    ids=[
        "under it",
        "on it",
        "beside it",
        "beside where it is put",
        "shining through",
        "mixed with it",
    ],
)
def test_text_under_a_picture_that_hides_it_is_not_seen(objects: str, seen: str):
    line_below = text("项目支出绩效自评表由云溪县文化馆填报于二〇二四年", "0 52 100 5")
    parts = {"Doc_0/Res.xml": element("Res", MEDIA.format("scan.jpg"))}

    assert words(drawn(objects + line_below, RESOURCES, parts)).startswith(seen + "项目")


def test_text_under_a_picture_that_may_be_transparent_is_seen():
    parts = {"Doc_0/Res.xml": element("Res", MEDIA.format("watermark.png"))}
    text_above = text("项目支出绩效自评表由云溪县文化馆填报于二〇二四年")

    assert words(drawn(text_above + PICTURE, RESOURCES, parts)).startswith("项目")


def test_a_page_with_text_beside_its_picture_is_a_page_of_text():
    (found,) = pages_of(ofd(PICTURE + text("项目支出绩效自评表由云溪县文化馆填报于二〇二四年")))

    assert isinstance(found, Page)
