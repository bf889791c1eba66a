"""Our forms saved by LibreOffice in the old formats say the same as before."""

from pathlib import Path

import pytest

from jiheng.corpus.generator import sample
from jiheng.model.form import Form
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.office import converted_all
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.xlsx import write_xlsx
from tests.formats.compound_files import compound
from tests.seeds.seed_files import FILES, FOLDER, seed
from tests.seeds.test_formats import fields
from tests.writers.office import converted, needs_office

pytestmark = [pytest.mark.no_cover, needs_office, pytest.mark.slow]


def published() -> list[Form]:
    """Return the published forms, [] where they are not."""
    names = FILES if FOLDER.is_dir() else {}
    return [form for name in names for form in recognise(open_document(seed(name)))]


@pytest.fixture(scope="module")
def laid() -> dict[str, LaidOut]:
    made_up = {name: next(sample(1, 5, name)) for name in LAYOUT_IDS}
    real = {f"published-{at:02}": form for at, form in enumerate(published())}
    return {
        name: lay_out(form, load_layout(form.layout or ""))
        for name, form in (made_up | real).items()
    }


def said(data: bytes) -> list[Form]:
    return [fields(form) for form in recognise(open_document(Path("自评表"), data))]


def test_every_layout_and_published_form_reads_the_same_from_xls(laid: dict[str, LaidOut]):
    new = {name: write_xlsx(each) for name, each in laid.items()}

    old = converted({f"{name}.xlsx": data for name, data in new.items()}, "xls")

    assert [name for name in new if said(old[name]) != said(new[name])] == []


def test_every_layout_and_published_form_reads_the_same_from_doc(laid: dict[str, LaidOut]):
    new = {name: write_docx(each) for name, each in laid.items()}
    old = converted({f"{name}.docx": data for name, data in new.items()}, "doc")

    again = dict(zip(old, converted_all(tuple(old.values()), "doc"), strict=True))

    assert [name for name in new if said(again[name] or b"") != said(new[name])] == []


def test_forms_read_the_same_from_rtf(laid: dict[str, LaidOut]):
    new = {name: write_docx(laid[name]) for name in LAYOUT_IDS[:4]}
    old = converted({f"{name}.docx": data for name, data in new.items()}, "rtf")

    again = dict(zip(old, converted_all(tuple(old.values()), "rtf"), strict=True))

    assert [name for name in new if said(again[name] or b"") != said(new[name])] == []


def test_excel_2003_xml_is_read_with_its_number_formats_and_merged_cells():
    sheet = b"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="p"><NumberFormat ss:Format="0.00%"/></Style></Styles>
    <Worksheet ss:Name="a"><Table>
    <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">b</Data></Cell></Row>
    <Row><Cell ss:StyleID="p"><Data ss:Type="Number">0.201</Data></Cell>
    <Cell><Data ss:Type="Number">5</Data></Cell></Row></Table></Worksheet></Workbook>"""

    document = open_document(Path("旧表.xml"), sheet)

    cells = [(cell.column_span, cell.text) for cell in document.grids[0].cells]
    assert (document.format, cells) == ("xls", [(2, "b"), (1, "20.10%"), (1, "5")])


def test_word_2003_xml_is_read_with_its_tables():
    cell = "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    text = (
        "<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument"
        " xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'><w:body><w:tbl><w:tblPr/>"
        "<w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>"
        f"<w:tr>{cell.format('总分')}{cell.format('95')}</w:tr></w:tbl></w:body></w:wordDocument>"
    )

    document = open_document(Path("旧表.xml"), text.encode())

    assert [each.text for each in document.grids[0].cells] == ["总分", "95"]


def test_what_an_old_file_links_to_is_not_fetched(tmp_path: Path):
    (tmp_path / "secret.txt").write_text("GEHEIM", encoding="utf-8")
    field = f'{{\\field{{\\*\\fldinst INCLUDETEXT "{tmp_path}/secret.txt"}}{{\\fldrslt alt}}}}'

    document = open_document(Path("旧表.rtf"), f"{{\\rtf1\\ansi {field}\\par}}".encode())

    assert [block.text for block in document.blocks] == ["alt"]


def test_a_document_of_which_nothing_can_be_made_is_refused():
    with pytest.raises(UnreadableInput, match="LibreOffice 读不了这个文件"):
        open_document(Path("旧表.doc"), compound({"WordDocument": bytes(2000)}))
