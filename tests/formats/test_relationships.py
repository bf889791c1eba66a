import pytest

from jiheng.formats.package import Package
from jiheng.formats.relationships import Relationship, relationships
from tests.readers.documents.build import pack


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("styles.xml", "xl/styles.xml"),
        ("/xl/styles.xml", "xl/styles.xml"),
        ("../xl/./styles.xml", "xl/styles.xml"),
        ("sub\\styles.xml", "xl/sub/styles.xml"),
        ("../../../etc/passwd", "etc/passwd"),
    ],
)
def test_a_target_is_a_part_of_the_package(target: str, part: str):
    pointer = (
        f'<Relationships><Relationship Id="a" Type="t/styles" Target="{target}"/></Relationships>'
    )
    package = Package(pack({"xl/workbook.xml": "<x/>", "xl/_rels/workbook.xml.rels": pointer}))

    assert relationships(package, "xl/workbook.xml") == (Relationship("a", "styles", part),)


def test_part_names_do_not_care_for_case():
    package = Package(pack({"XL/Workbook.xml": "<x/>"}))

    assert package.read("xl/workbook.xml") == b"<x/>"


def test_what_lies_outside_the_package_is_no_target():
    pointed = '<Relationship Id="a" Type="t/image" TargetMode="External" Target="xl/workbook.xml"/>'
    pointer = f"<Relationships>{pointed}</Relationships>"
    package = Package(pack({"xl/workbook.xml": "<x/>", "xl/_rels/workbook.xml.rels": pointer}))

    assert relationships(package, "xl/workbook.xml") == ()
