"""A dossier shows every later change, down to one byte, and names the part."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from jiheng.evidence.dossier.digests import digests_of
from jiheng.evidence.dossier.sealing import Piece, sealed
from jiheng.evidence.dossier.verifying import NoDossier, verified
from jiheng.formats.errors import FormatError
from jiheng.model.dossier import CHAIN, DossierHead

PIECES = (
    Piece(kind="form", path="form/form.json", content='{"project": "水库除险加固"}'.encode()),
    Piece(
        kind="evidence", path="evidence/验收单.csv", content="编号,日期\n1,2024-11-02\n".encode()
    ),
    Piece(kind="history", path="history/经过.txt", content="2025-01-20 提交".encode()),
)


def head(entries=3):
    return DossierHead(
        program="1.0", form="9f3a01bc77de-1", project="水库除险加固", year=2024, pack="cn-2020-10",
        sealed_at="2025-02-01T09:00:00+08:00", sealed_by="云溪市水务局", entries=entries,
    )  # fmt: skip


def dossier(pieces=PIECES):
    target = BytesIO()
    sealed(target, head(len(pieces)), pieces)
    return target.getvalue()


@pytest.fixture
def verdict_of(tmp_path):
    """Return what is said of bytes."""

    def judge(data, seal=None):
        (tmp_path / "表.dossier.zip").write_bytes(data)
        return verified(tmp_path / "表.dossier.zip", seal)

    return judge


def repacked(data, change, compression=0):
    """Return the dossier with each part as ``change`` gives it back; None leaves it out."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", compression) as new:
        for info in old.infolist():
            content = change(info.filename, old.read(info))
            if content is not None:
                new.writestr(info.filename, content)
    return target.getvalue()


def test_sm3_is_that_of_the_standard():
    """GB/T 32905-2016, first example: the three letters abc."""
    assert digests_of(b"abc").sm3 == (
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    )


def test_a_dossier_as_it_was_sealed_is_whole(verdict_of):
    verdict = verdict_of(dossier())

    assert verdict.misfit is None
    assert [entry.path for entry in verdict.entries] == [piece.path for piece in PIECES]


def test_the_same_parts_at_the_same_time_make_the_same_bytes():
    assert dossier() == dossier()


def test_the_seal_is_the_digest_of_the_last_line(verdict_of):
    with ZipFile(BytesIO(dossier())) as archive:
        last = archive.read(CHAIN).splitlines()[-1]

    assert verdict_of(dossier()).seal == digests_of(last)


@pytest.mark.parametrize(
    ("before", "after", "number", "path"),
    [
        ("水库除险加固\"}", "水库除险加图\"}", 1, "form/form.json"),
        ("2024-11-02", "2024-12-02", 2, "evidence/验收单.csv"),
        ("2025-01-20 提交", "2025-01-21 提交", 3, "history/经过.txt"),
    ],
)  # fmt: skip
def test_a_part_with_another_byte_is_named(verdict_of, before, after, number, path):
    data = dossier()
    changed = data.replace(before.encode(), after.encode())
    misfit = verdict_of(changed).misfit

    assert changed != data
    assert misfit is not None
    assert (misfit.number, misfit.path) == (number, path)


def test_a_line_of_the_chain_that_was_changed_is_named(verdict_of):
    changed = dossier().replace(b'"number":2,"kind":"evidence"', b'"number":2,"kind":"measured"')
    misfit = verdict_of(changed).misfit

    assert misfit is not None
    assert (misfit.number, misfit.told.key) == (2, "dossier.line-changed")


def test_a_changed_head_is_told(verdict_of):
    changed = dossier().replace("云溪市水务局".encode(), "云溪市教育局".encode())
    misfit = verdict_of(changed).misfit

    assert misfit is not None
    assert misfit.number == 0


def test_no_byte_can_be_changed_unseen(tmp_path):
    data = dossier()
    path = tmp_path / "表.dossier.zip"
    unseen: list[int] = []
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        try:
            unseen += [place] if verified(path).misfit is None else []
        except NoDossier:
            continue

    assert unseen == []


def test_a_part_that_was_taken_out_is_named(verdict_of):
    data = repacked(dossier(), lambda name, content: content if "验收单" not in name else None)
    misfit = verdict_of(data).misfit

    assert misfit is not None
    assert (misfit.number, misfit.told.key) == (2, "dossier.missing")


def test_a_part_that_was_put_in_is_named(verdict_of):
    target = BytesIO(dossier())
    with ZipFile(target, "a") as archive:
        archive.writestr("evidence/补充说明.txt", "后来放进去的")
    misfit = verdict_of(target.getvalue()).misfit

    assert misfit is not None
    assert (misfit.path, misfit.told.key) == ("evidence/补充说明.txt", "dossier.strange")


def test_words_before_or_behind_the_zip_are_told(verdict_of):
    assert verdict_of(dossier() + b"x").misfit is not None
    assert verdict_of(b"x" + dossier()).misfit is not None


def test_a_dossier_packed_again_by_another_program_is_told(verdict_of):
    data = repacked(dossier(), lambda _name, content: content, ZIP_DEFLATED)

    assert verdict_of(data).misfit is not None


def test_only_the_noted_seal_tells_a_dossier_that_was_made_anew(verdict_of):
    noted = verdict_of(dossier()).seal
    anew = dossier((Piece(kind="form", path="form/form.json", content=b"{}"),))

    assert noted is not None
    assert verdict_of(anew).misfit is None
    assert verdict_of(anew, noted.sm3).misfit is not None
    assert verdict_of(dossier(), noted.sha256.upper()).misfit is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all"])
def test_what_is_no_zip_is_no_dossier(verdict_of, data):
    with pytest.raises(NoDossier):
        verdict_of(data)


def test_a_zip_without_a_chain_is_no_dossier(verdict_of):
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "a")

    with pytest.raises(NoDossier, match="chain"):
        verdict_of(target.getvalue())


@pytest.mark.parametrize("path", ["../a.txt", "/a.txt", "chain.jsonl", "form/form.json"])
def test_names_that_lead_elsewhere_or_are_taken_are_not_sealed(path):
    piece = Piece(kind="evidence", path=path, content=b"a")

    with pytest.raises(FormatError):
        dossier((*PIECES, piece))


def test_a_file_that_is_not_there_is_not_sealed(tmp_path):
    piece = Piece(kind="evidence", path="evidence/a.pdf", content=tmp_path / "a.pdf")

    with pytest.raises(FormatError, match="没有这个文件"):
        dossier((piece,))
