"""A change of the rules tried from the command line."""

import csv

import msgspec
import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.model.simulation import Simulation
from jiheng.rulebook.loading import load_pack
from tests.corpus.simulation.corpora import ALMOST, HALF_MORE, gathered, saved

HALF = ("--pack", "cn-2020-10", "--set", "over_completion.action={deduct: 50%}")


def run(*words):
    return CliRunner().invoke(app, ["corpus", *words])


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Return a folder with a corpus of two forms, one of which is far above its target."""
    monkeypatch.chdir(tmp_path)
    # The exact way, form by form: compiling would cost more.
    monkeypatch.setattr("jiheng.corpus.engines.scoring.compiled_bounds", lambda *_: (0, 0))
    saved(tmp_path / "corpus", gathered(HALF_MORE, ALMOST))
    return tmp_path


@pytest.fixture
def tried(office):
    run("simulate", "corpus", *HALF, "-o", "out")
    return office / "out"


def test_it_tells_what_changes(office):
    told = run("simulate", "corpus", *HALF, "-o", "out").output

    assert "100.00 → 92.50" in told
    assert "计分程序是编译好存着的" in told


def test_the_document_says_the_same(tried):
    found = msgspec.json.decode((tried / "simulation.json").read_bytes(), type=Simulation)

    assert found.steps[0].sums.down == 1


def test_every_number_stands_in_the_table(tried):
    with (tried / "summary.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))

    assert ["", "moves", "优 → 良", "forms", "1"] in lines
    assert ["", "department", "云溪县人力资源局", "mean_after_low", "92.5"] in lines


def test_the_rules_that_were_tried_can_be_used_as_a_pack(tried):
    pack = load_pack(tried / "rules/cn-2020-10-what-if.yaml")

    assert pack.over_completion.value.action == "deduct-share"


def test_the_report_names_the_command_and_that_nothing_is_decided(tried):
    page = (tried / "report.html").read_text(encoding="utf-8")

    assert "这是试算，没有任何依据" in page
    assert "<code>over_completion.action={deduct: 50%}</code>" in page


def test_the_forms_behind_a_number_are_listed(tried):
    told = run("forms", "out", "--where", "before=优", "--where", "after=良").output

    assert "培训补助1" in told
    assert "培训补助2" not in told
    assert "共 1 份。" in told


def test_they_go_to_a_file(tried):
    run("forms", "out", "--where", "move=down", "--csv", "down.csv")

    with (tried.parent / "down.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [(row["id"], row["after"], row["changed"]) for row in rows] == [("form-1", "良", "true")]


def test_they_go_to_the_screen(tried):
    told = run("forms", "out", "--csv", "-")

    assert '"form-1","2024","990100"' in told.stdout
    assert "共 2 份" in told.stderr


def test_a_sweep_shows_each_value(office):
    sweep = ("--sweep", "over_completion.threshold=105%..155%:50%")

    told = run("simulate", "corpus", *HALF, *sweep, "-o", "out").output

    assert "105%" in told
    assert "155%" in told
    assert "没有试算的自评表" in run("forms", "out").output


def test_it_is_done_again_in_the_same_folder(tried):
    assert run("simulate", "corpus", *HALF, "-o", "out").exit_code == 0


def test_a_folder_where_a_run_was_cut_off_is_used_again(office):
    (office / "out").mkdir()
    (office / "out/forms.parquet.part").touch()

    assert run("simulate", "corpus", *HALF, "-o", "out").exit_code == 0
    assert not (office / "out/forms.parquet.part").exists()


def test_a_project_that_a_sheet_would_compute_stays_text(office):
    batch = gathered(HALF_MORE)
    evil = batch.facts.project._replace(words=("=cmd|calc",))
    saved(office / "corpus", batch._replace(facts=batch.facts._replace(project=evil)))
    run("simulate", "corpus", *HALF, "-o", "out")

    assert '"\'=cmd|calc"' in run("forms", "out", "--csv", "-").output


def test_a_folder_of_something_else_is_left_alone(office):
    (office / "out").mkdir()
    (office / "out/letter.txt").touch()

    result = run("simulate", "corpus", *HALF, "-o", "out")

    assert (result.exit_code, "有别的东西" in result.output) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ("simulate", "nowhere", *HALF, "-o", "out"),
        ("simulate", "corpus", "--pack", "cn-2020-10", "-o", "out"),
        ("simulate", "corpus", "--pack", "atlantis", "--set", "negative=zero", "-o", "out"),
        ("simulate", "corpus", "--set", "negative", "-o", "out"),
        ("simulate", "corpus", *HALF, "--sweep", "negative=zero", "-o", "out"),
        ("simulate", "corpus", *HALF, "-o", "corpus/manifest.json"),
        ("forms", "nowhere"),
        ("forms", "nowhere", "--where", "x"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(office, words):
    result = run(*words)

    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_file_that_cannot_be_written_is_told(tried):
    assert "写不了" in run("forms", "out", "--csv", "nowhere/down.csv").output
