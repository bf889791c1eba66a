"""``jiheng publish check`` as somebody runs it before a package goes to a site."""

from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.writers.publication import write_package, zipped
from tests.writers.publication.publications import card, publication


def check(*words):
    return CliRunner().invoke(app, ["publish", "check", *map(str, words)])


@pytest.fixture
def folder(tmp_path):
    """Return the folder of a package."""
    for path, data in write_package(publication(card(text="由×××负责"))):
        target = tmp_path / "package" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (tmp_path / "names.txt").write_text("李芳\n13800000000\n", encoding="utf-8")
    return tmp_path / "package"


def test_a_package_as_it_was_made_is_fine(folder):
    told = check(folder, "--names", folder.parent / "names.txt")

    assert told.exit_code == 0
    assert "2 个隐去的姓名、号码在任何文件里都读不到" in told.output


def test_a_zip_is_looked_over_in_the_same_way(tmp_path):
    (tmp_path / "package.zip").write_bytes(zipped(write_package(publication())))

    assert check(tmp_path / "package.zip").exit_code == 0


def test_a_name_that_can_be_read_is_told_with_its_place(folder):
    page = folder / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + "\n李 芳", encoding="utf-8")

    told = check(folder, "--names", folder.parent / "names.txt")

    assert told.exit_code == 1
    assert "能读到“李芳”" in told.output


@pytest.mark.parametrize(
    ("path", "words"),
    [("index.html", "内容与清单不符"), ("new.html", "清单里没有这个文件")],
)
def test_a_file_that_is_not_as_it_was_made_is_told(folder, path, words):
    (folder / path).write_text("x", encoding="utf-8")

    told = check(folder)

    assert told.exit_code == 1
    assert words in told.output


def test_a_missing_file_is_told(folder):
    (folder / "data/list.csv").unlink()

    assert "清单里有，包里没有" in check(folder).output


@pytest.mark.parametrize("kind", ["nothing", "text", "folder", "zip"])
def test_what_is_no_package_is_refused(tmp_path, kind):
    path = tmp_path / kind
    if kind == "text":
        path.write_text("x", encoding="utf-8")
    elif kind == "folder":
        path.mkdir()
    elif kind == "zip":
        with ZipFile(path, "w") as archive:
            archive.writestr("a", "b")

    assert check(path).exit_code == 2


def test_names_that_cannot_be_read_are_refused(folder):
    assert check(folder, "--names", folder.parent / "none.txt").exit_code == 2
