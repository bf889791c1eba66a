"""Archives as paths: their files are read where they lie, under the archive's name."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from jiheng.model.audit import Refusal
from jiheng.pipeline.files import Files
from jiheng.pipeline.run import audit_paths
from tests.cli.test_commands import form

FORM = form().encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """Return an archive of files."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return target.getvalue()


def put(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    """Lay an archive into a folder."""
    path = folder / name
    path.write_bytes(zipped(files))
    return path


def told(path: Path, within: Path) -> dict[str, str]:
    """Return what an archive's files say, or why they are refused, by name."""
    above = f"{within}/"
    with Files((path,)) as files:
        return {
            (each.path if isinstance(each, Refusal) else each.name).removeprefix(above): (
                each.reason.removeprefix(above)
                if isinstance(each, Refusal)
                else each.path.read_text(encoding="utf-8")
            )
            for each in files
        }


def test_the_files_of_an_archive_are_called_by_archive_folder_and_name(tmp_path):
    path = put(tmp_path, "市直.zip", {"水务局/自评表.txt": b"1", "教育局/自评表.txt": b"2"})

    assert told(path, tmp_path) == {
        "市直.zip/水务局/自评表.txt": "1",
        "市直.zip/教育局/自评表.txt": "2",
    }


def test_an_archive_in_a_folder_is_opened_in_its_turn(tmp_path):
    (tmp_path / "甲.txt").write_bytes(b"1")
    put(tmp_path, "乙.zip", {"二.txt": b"2"})

    assert list(told(tmp_path, tmp_path)) == ["乙.zip/二.txt", "甲.txt"]


def test_an_archive_in_an_archive_is_opened_and_the_next_one_is_not(tmp_path):
    innermost = zipped({"三.txt": b"3"})
    path = put(tmp_path, "一.zip", {"二.zip": zipped({"二.txt": b"2", "三.zip": innermost})})

    assert told(path, tmp_path) == {
        "一.zip/二.zip/二.txt": "2",
        "一.zip/二.zip/三.zip": (
            "一.zip/二.zip/三.zip：压缩包套了压缩包，超过 2 层，请先解开里层的压缩包。"
        ),
    }


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"../自评表.txt": b"1"}, "文件名含有“..”，指向文件夹之外"),
        ({"/自评表.txt": b"1"}, "绝对路径"),
        ({"炸弹.txt": bytes(8 << 20)}, "可能是压缩炸弹"),
    ],
)
def test_what_must_not_come_out_of_an_archive_is_refused_by_name(tmp_path, files, why):
    ((name, reason),) = told(put(tmp_path, "市直.zip", files), tmp_path).items()

    assert reason.startswith(name)
    assert why in reason


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (zipped({"一.txt": b"1"})[:60], "压缩包已损坏"),
        (zipped({f"{number}.txt": b"" for number in range(5001)}), "超过 5000 个"),
        (zipped({"说明.psd": b"1"}), "压缩包里没有可读的文件"),
    ],
    # Archives hold the time at which they were made; names of tests must not.
    ids=["cut off", "too many", "nothing to read"],
)
def test_an_archive_that_cannot_be_read_is_told(tmp_path, data, why):
    (tmp_path / "市直.zip").write_bytes(data)

    assert why in told(tmp_path / "市直.zip", tmp_path)["市直.zip"]


def test_a_document_is_no_archive_even_when_it_holds_one(tmp_path):
    path = put(tmp_path, "套.docx", {"内.txt": b"1"})

    with Files((path,)) as files:
        assert [each.path for each in files] == [path]


def test_what_was_unpacked_is_gone_when_the_files_were_read(tmp_path):
    path = put(tmp_path, "市直.zip", {"一.txt": b"1"})
    with Files((path,)) as files:
        (found,) = files
        was_there = found.path.exists()

    assert (was_there, found.path.parent.exists()) == (True, False)


def test_files_are_counted_as_archives_are_opened(tmp_path):
    path = put(tmp_path, "市直.zip", {"一.txt": b"1", "二.txt": b"2", "说明.psd": b"3"})
    with Files((path,)) as files:
        before = files.total
        count = len(list(files))

        assert (before, count, files.total) == (1, 2, 2)
        assert [name.removeprefix(f"{path}/") for name in files.skipped] == ["说明.psd"]


def test_the_forms_of_an_archive_are_audited_together(tmp_path):
    other = form(project="其他项目", total="98").encode()
    path = put(
        tmp_path, "市直.zip", {"人社局/一.txt": FORM, "人社局/二.txt": other, "三.txt": FORM}
    )

    result = audit_paths((path,))

    assert [each.audit.verdict for each in result.entries] == ["clean", "error"]
    assert [each.path.removeprefix(f"{path}/") for each in result.run.repeated] == ["三.txt"]
