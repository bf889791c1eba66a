"""Archives that people hand over, with everything that somebody could have put into one."""

import stat
import zipfile

import pytest

from jiheng.formats import archive as module
from jiheng.formats.archive import Archive, is_archive
from jiheng.formats.errors import FormatError


def packed(path, *entries, compression=zipfile.ZIP_DEFLATED):
    """Return a zip of names (or whole entries) with their bytes."""
    with zipfile.ZipFile(path, "w", compression) as zipped:
        for entry, data in entries:
            zipped.writestr(entry, data)
    return path


def found(path) -> dict[str, str | bytes]:
    """Return the files of an archive: their bytes, or the key of why they are refused."""
    with Archive(path) as archive:
        return {
            file.name: file.refused.key if file.refused else b"".join(chunks)
            for file, chunks in archive.files()
        }


def test_an_archive_gives_its_files_with_their_folders(tmp_path):
    path = packed(tmp_path / "a.zip", ("水务局/自评表.docx", b"1"), ("说明.txt", b"2"))

    assert found(path) == {"水务局/自评表.docx": b"1", "说明.txt": b"2"}


def test_a_name_written_on_chinese_windows_is_read(tmp_path):
    entry = zipfile.ZipInfo("??.txt")
    path = packed(tmp_path / "a.zip", (entry, b"1"))
    raw = path.read_bytes().replace(b"??.txt", "绩.txt".encode("gbk"))
    path.write_bytes(raw)

    assert found(path) == {"绩.txt": b"1"}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../自评表.docx", "archive.name-up"),
        ("水务局/../../自评表.docx", "archive.name-up"),
        ("/etc/自评表.docx", "archive.name-absolute"),
        ("C:/自评表.docx", "archive.name-absolute"),
        ("水务局/CON.docx", "archive.name-device"),
        ("a" * 301, "archive.name-long"),
        ("a/" * 13 + "b.docx", "archive.name-deep"),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused_with_a_reason(tmp_path, name, why):
    path = packed(tmp_path / "a.zip", (name, b"1"))

    assert list(found(path).values()) == [why]


def test_a_zero_byte_in_a_name_is_refused_and_not_cut_off(tmp_path):
    path = packed(tmp_path / "a.zip", ("a.docx#.exe", b"1"))
    path.write_bytes(path.read_bytes().replace(b"a.docx#.exe", b"a.docx\0.exe"))

    assert found(path) == {"a.docx�.exe": "archive.name-control"}


def test_a_link_is_refused(tmp_path):
    link = zipfile.ZipInfo("自评表.docx")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = packed(tmp_path / "a.zip", (link, b"/etc/passwd"))

    assert found(path) == {"自评表.docx": "archive.link"}


def test_a_file_that_inflates_beyond_measure_is_refused_unread(tmp_path):
    path = packed(tmp_path / "a.zip", ("bomb.txt", bytes(4 << 20)), ("good.txt", b"1"))

    assert found(path) == {"bomb.txt": "format.part-ratio", "good.txt": b"1"}


def test_an_encrypted_file_is_refused(tmp_path):
    path = packed(tmp_path / "a.zip", ("a.txt", b"1"), compression=zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    assert found(path) == {"a.txt": "format.zip-password"}


def test_a_damaged_file_in_an_archive_is_told_when_it_is_read(tmp_path):
    path = packed(tmp_path / "a.zip", ("a.txt", b"content"), compression=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"content", b"comtent"))

    with pytest.raises(FormatError):
        found(path)


def test_what_a_system_left_behind_is_passed_over(tmp_path):
    names = ("__MACOSX/._a.docx", ".DS_Store", "水务局/~$自评表.docx", "Thumbs.db", "a.docx")
    path = packed(tmp_path / "a.zip", *((name, b"1") for name in names))

    assert found(path) == {"a.docx": b"1"}


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_FILES", 2)
    path = packed(tmp_path / "a.zip", *((f"{number}.txt", b"1") for number in range(3)))

    with pytest.raises(FormatError) as refused:
        Archive(path)

    assert refused.value.told.key == "archive.too-many"


def test_too_many_bytes_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 3)
    path = packed(tmp_path / "a.zip", ("a.txt", b"12"), ("b.txt", b"34"))

    with pytest.raises(FormatError) as refused:
        Archive(path)

    assert refused.value.told.key == "archive.too-large"


@pytest.mark.parametrize(
    ("name", "is_one"), [("自评表.txt", True), ("[Content_Types].xml", False), ("OFD.xml", False)]
)
def test_a_zip_that_is_a_document_is_no_archive(tmp_path, name, is_one):
    path = packed(tmp_path / "a.zip", (name, b"1"))

    assert is_archive(path, "a.zip") is is_one


def test_a_broken_zip_goes_by_its_name(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"PK\x03\x04 and nothing else")

    assert is_archive(path, "自评表.zip")
    assert not is_archive(path, "自评表.docx")
