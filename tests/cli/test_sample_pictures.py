"""Made-up forms as scans and photos."""

import msgspec
import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.corpus.scanning.pictures import SeenPage
from jiheng.model.form import Form

RUN = CliRunner()


def sample(*words: str):
    return RUN.invoke(app, ["sample", *words])


def lines(path, kind):
    return [msgspec.json.decode(line, type=kind) for line in path.read_bytes().splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("scans")
    result = sample("-n", "1", "--layout", "national-2018", "--scan", "1", "-o", str(out))
    assert result.exit_code == 0, result.output
    return out


def test_the_truth_names_the_picture(folder):
    (form,) = lines(folder / "truth.jsonl", Form)

    assert (folder / form.source.path).suffix == ".jpg"
    assert form.source.format == "image"


def test_every_cell_has_its_place_in_the_picture(folder):
    (page,) = lines(folder / "seen.jsonl", SeenPage)

    (title,) = (cell for cell in page.cells if cell.text == "项目名称")
    (left, top), *_ = title.quad
    assert 0 < left < 1700
    assert 0 < top < 2400


def test_the_same_seed_gives_the_same_picture(folder, tmp_path):
    sample("-n", "1", "--layout", "national-2018", "--scan", "1", "-o", str(tmp_path))

    (first,), (again,) = folder.glob("*.jpg"), tmp_path.glob("*.jpg")
    assert first.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(
    "words", [("--photo", "1"), ("--format", "docx"), ("--plant", "AR01"), ("--damage", "x")]
)
def test_scans_go_with_no_other_kind(words, tmp_path):
    result = sample("--scan", "1", *words, "-o", str(tmp_path / "new"))

    assert result.exit_code == 2
    assert "--scan" in result.output
    assert not (tmp_path / "new").exists()


def test_there_is_no_fourth_degree(tmp_path):
    assert sample("--scan", "4", "-o", str(tmp_path)).exit_code == 2
