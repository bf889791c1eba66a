import msgspec
import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.corpus.damage import ALL_DAMAGE
from jiheng.corpus.documents import SUFFIXES
from jiheng.model.form import Form
from jiheng.pipeline.reading import read_file
from jiheng.pipeline.run import audit_paths
from jiheng.rulebook.messages import say

RUN = CliRunner()


def sample(*words: str):
    return RUN.invoke(app, ["sample", *words])


def truths(folder):
    lines = (folder / "truth.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Form) for line in lines]


def test_it_writes_as_many_documents_as_were_asked_for(tmp_path):
    result = sample("-n", "6", "-o", str(tmp_path))

    assert result.exit_code == 0, result.output
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.name != "truth.jsonl") == [
        ".docx",
        ".html",
        ".md",
        ".txt",
        ".txt",
        ".xlsx",
    ]


def test_a_folder_that_holds_files_is_refused_and_left_as_it_is(tmp_path):
    sample("-n", "2", "-o", str(tmp_path))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    again = sample("-n", "1", "--seed", "2", "-o", str(tmp_path))

    assert again.exit_code == 2
    assert "请换一个空文件夹" in again.output
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("seed", ["1", "2", "31"])
def test_an_audit_finds_no_error_and_no_doubt_in_what_was_written(tmp_path, seed):
    sample("-n", "60", "--seed", seed, "-o", str(tmp_path))

    entries = audit_paths((tmp_path,)).entries

    assert len(entries) > 40
    assert [entry.form.source.path for entry in entries if entry.audit.verdict != "clean"] == []


def test_every_truth_names_its_file(tmp_path):
    sample("-n", "4", "-o", str(tmp_path))

    assert all((tmp_path / form.source.path).is_file() for form in truths(tmp_path))


def test_what_it_writes_can_be_read_again(tmp_path):
    sample("-n", "1", "--layout", "national-2020", "--format", "docx", "-o", str(tmp_path))
    truth = truths(tmp_path)[0]

    read = read_file(tmp_path / truth.source.path)[0].form

    assert read.indicators == truth.indicators
    assert read.id == truth.id


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        sample("-n", "5", "--seed", "9", "--damage", "half-forms", "-o", str(tmp_path / name))
    first, again = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "ab"
    )

    assert first == again


def test_an_unknown_damage_is_named(tmp_path):
    result = sample("--damage", "coffee-stains", "-o", str(tmp_path))

    assert result.exit_code == 2
    assert "coffee-stains" in result.output
    assert "shifted-rows" in result.output


def test_an_unknown_layout_is_named(tmp_path):
    result = sample("--layout", "atlantis", "-o", str(tmp_path))

    assert result.exit_code == 2
    assert "guyuan-2024" in result.output


def test_damage_that_no_format_can_take_is_told(tmp_path):
    result = sample("--damage", "cell-a-line", "--format", "docx", "-o", str(tmp_path))

    assert result.exit_code == 2
    assert "cell-a-line" in result.output
    assert "docx" in result.output


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = sample("-n", "1", "-o", str(tmp_path / "file"))

    assert result.exit_code == 2
    assert "file" in result.output


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [*(each.name for each in ALL_DAMAGE), *SUFFIXES])
def test_the_help_names_every_damage_and_every_format(name, language):
    told = say("cli.opt-damage", language) + say("cli.opt-format-sample", language)

    assert name in told


def test_a_defect_is_planted_in_every_document(tmp_path):
    result = sample("-n", "2", "--plant", "AR01", "--format", "docx", "-o", str(tmp_path))

    assert result.exit_code == 0, result.output
    assert len(list(tmp_path.glob("*-AR01.docx"))) == 2


def test_planted_defects_are_told_with_file_and_cell(tmp_path):
    sample("-n", "1", "--plant", "AR01", "--format", "docx", "-o", str(tmp_path))

    told = msgspec.json.decode((tmp_path / "planted.jsonl").read_bytes())

    assert told["code"] == "AR01"
    assert told["at"] == [{"document": truths(tmp_path)[0].source.path, "cell": "total.score"}]


def test_all_plants_take_turns(tmp_path):
    sample("-n", "3", "--plant", "all", "--format", "docx", "-o", str(tmp_path))

    lines = (tmp_path / "planted.jsonl").read_bytes().splitlines()

    assert [msgspec.json.decode(line)["code"] for line in lines] == ["AR01", "AR02", "AR03"]


def test_an_unknown_code_cannot_be_planted(tmp_path):
    result = sample("--plant", "AR99", "-o", str(tmp_path))

    assert result.exit_code == 2
    assert "AR99" in result.output


def test_damage_and_plants_do_not_go_together(tmp_path):
    result = sample("--plant", "AR01", "--damage", "half-forms", "-o", str(tmp_path))

    assert (result.exit_code, say("cli.sample-plant-alone", "zh") in result.output) == (2, True)


def test_a_defect_that_no_format_can_show_is_told(tmp_path):
    result = sample("--plant", "VA23", "--format", "lines", "-o", str(tmp_path))

    assert result.exit_code == 2
    assert "VA23" in result.output
