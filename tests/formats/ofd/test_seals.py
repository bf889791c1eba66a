"""Where the pages of a package are sealed."""

import pytest

from jiheng.formats.pages.page import Page
from tests.formats.ofd.packages import (
    ENTRY,
    PICTURE,
    annotated,
    annotation,
    element,
    millimetres,
    ofd,
    pages_of,
    text,
)

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
