"""What ``jiheng audit -o`` tells of the annotated copies."""

import zipfile

from jiheng.writers.docx import write_docx
from tests.cli.test_commands import folder, run
from tests.pipeline.test_annotating import WRONG

__all__ = ["folder"]

SIGNATURE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/><Relationship Id="s" Target="s" '
    'Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"/>'
    "</Relationships>"
)


def test_the_copies_are_named(folder):
    (folder / "水务局.docx").write_bytes(write_docx(WRONG))

    result = run("audit", "水务局.docx", "-o", "报告")

    told = result.output.replace("\n", "")
    assert "放进 1 份原件的副本：报告/水务局（绩衡批注）.docx" in told
    assert (folder / "报告" / "水务局（绩衡批注）.docx").is_file()


def test_of_many_copies_a_few_are_named(folder):
    for number in range(5):
        (folder / f"{number}.docx").write_bytes(write_docx(*[WRONG] * (number + 1)))

    result = run("audit", ".", "-o", "报告")

    told = result.output.replace("\n", "")
    assert "放进 5 份原件的副本" in told
    assert "2（绩衡批注）.docx…" in told


def test_a_signed_file_is_told_with_its_reason(folder):
    path = folder / "水务局.docx"
    path.write_bytes(write_docx(WRONG))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (parts | {"_rels/.rels": SIGNATURE.encode()}).items():
            archive.writestr(name, content)

    result = run("audit", "水务局.docx", "-o", "报告")

    assert "水务局.docx：文件有数字签名" in result.output.replace("\n", "")
    assert sorted(each.name for each in (folder / "报告").iterdir()) == [
        "findings.xlsx",
        "report.html",
    ]
