"""The wire documents: strict, and what they say of themselves."""

import msgspec
import pytest

from jiheng.model.document import Document, Grid, GridCell, Paragraph
from jiheng.model.form import Form, Funds, MoneyLine, Source
from jiheng.model.quantity import Quantity

SOURCE = Source(path="表.txt", format="text", part="table 1", index=1, sha256="a" * 64)


def test_a_form_names_its_schema_and_reads_back():
    form = Form(id="aaaaaaaaaaaa-1", source=SOURCE)

    line = msgspec.json.encode(form)

    assert msgspec.json.decode(line)["schema"] == "jiheng.form/1"
    assert msgspec.json.decode(line, type=Form) == form


def test_a_field_that_nobody_knows_is_refused():
    line = msgspec.json.encode(Form(id="aaaaaaaaaaaa-1", source=SOURCE))

    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.json.decode(line.replace(b'"id":', b'"colour":"red","id":'), type=Form)


def test_the_line_of_the_total_is_the_first_one():
    total = MoneyLine(label="年度资金总额")
    funds = Funds(lines=(total, MoneyLine(label="其他资金")))

    assert Form(id="a", source=SOURCE, funds=funds).total_line is total
    assert Form(id="a", source=SOURCE).total_line is None


def test_grids_are_the_tables_alone():
    table = Grid(cells=(GridCell(row=0, column=0, text="总分"),))
    document = Document(
        path="表.txt", format="text", sha256="a" * 64, blocks=(Paragraph(text="自评表"), table)
    )

    assert document.grids == (table,)


def test_a_quantity_tells_numbers_from_words():
    number = Quantity(raw="5", normalised="5", kind="number", amount=50_000)
    words = Quantity(raw="提升", normalised="提升", kind="qualitative")

    assert (number.is_number, number.is_words) == (True, False)
    assert (words.is_number, words.is_words) == (False, True)
    assert not Quantity(raw="多", normalised="多", kind="number").is_number
