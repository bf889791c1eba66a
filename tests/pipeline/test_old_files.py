"""Old Word files in a batch start LibreOffice once."""

from pathlib import Path

import pytest

from jiheng.corpus.generator import sample
from jiheng.pipeline.batch import Batch, Manner
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import lay_out
from tests.readers.office.stand_in import stand_in_of


def test_they_are_converted_by_one_start_and_read_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    form = next(sample(1, 5, "national-2020"))
    (tmp_path / "made.docx").write_bytes(write_docx(lay_out(form, load_layout("national-2020"))))
    given = tmp_path / "given"
    given.mkdir()
    for number in range(3):
        (given / f"{number}.rtf").write_bytes(b"{\\rtf1 %d}" % number)
    put = stand_in_of(tmp_path, monkeypatch)
    put(
        f"echo start >> {tmp_path}/starts; "
        f"for at in 0 1 2; do cp {tmp_path}/made.docx made/$at.docx; done"
    )

    with Batch((given,), Manner(jobs=1)) as batch:
        names = [(outcome.name, outcome.reading.forms[0].project.name) for outcome in batch]

    assert names == [(str(given / f"{number}.rtf"), form.project.name) for number in range(3)]
    assert (tmp_path / "starts").read_text() == "start\n"
