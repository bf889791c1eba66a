from tests.corpus.scanning.pages import laid, sheet


def test_the_cells_of_a_page_are_those_that_were_printed():
    printed = {
        (cell.row, cell.column, cell.row_span, cell.column_span): "".join(cell.text.split())
        for cell in laid().grid.cells
    }

    seen = {
        (cell.face.row, cell.face.column, cell.face.row_span, cell.face.column_span): "".join(
            "".join(line.text for line in cell.lines).split()
        )
        for cell in sheet().cells
    }

    assert seen == printed


def test_the_title_stands_outside_the_table():
    assert laid().before[0].text in [line.text for line in sheet().outside]
