"""The command line as an English reader sees it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from jiheng.audit.catalogue import ALL_CHECKS
from jiheng.cli import language as spoken
from jiheng.pipeline.packs.writing import values_of
from jiheng.rulebook.loading import PACK_IDS, all_packs
from tests.chinese import chinese_in, own_chinese
from tests.cli.test_commands import form, run
from tests.rulebook.files import LOCAL, write

HELP = ("", "audit", "read", "grid", "checks", "explain", "sample", "conformance", "packs")
WRITING_HELP = ("repair", "write", "template", "diff")
PACKS_HELP = ("packs show", "packs check", "packs new", "packs diff")
CITED = " ".join(
    f"{value.source.title} {value.source.pinpoint}"
    for pack in all_packs()
    for value in values_of(pack).values()
) + " ".join(
    f"{source.title} {source.pinpoint}" for check in ALL_CHECKS for source in check.sources
)
"""Official texts are cited in their own language."""
WRITTEN = " ".join(
    word
    for pack in all_packs()
    for word in (*pack.places, *(grade.name for grade in pack.grades.value))
)
"""What a pack looks for in Chinese forms, and the names of its grades."""
WITNESS = (
    "2023年12月20日 2023年11月底前 有所提高 显著提高 产出指标 效益指标 满意度指标 成本指标 总分"
)


@pytest.fixture(autouse=True)
def english(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("JIHENG_LANG", "en")
    monkeypatch.setattr(sys, "argv", ["jiheng"])
    monkeypatch.chdir(tmp_path)
    spoken.language.cache_clear()
    yield tmp_path
    spoken.language.cache_clear()


def without_folds(output: str) -> str:
    """Return a table's text as if its cells were not folded: words of one cell stand together."""
    return "".join(output.split())


@pytest.mark.parametrize("command", [*HELP, *PACKS_HELP, *WRITING_HELP])
def test_help_is_in_english(command: str):
    call = [sys.executable, "-c", "from jiheng.cli import main; main()", *command.split(), "--help"]
    printed = subprocess.run(call, capture_output=True, text=True, check=True).stdout

    assert printed.startswith("Usage:")
    assert chinese_in(printed) == []


def test_the_checks_are_listed_in_english():
    assert chinese_in(run("checks").output) == []


@pytest.mark.parametrize("code", [check.code for check in ALL_CHECKS])
def test_a_check_is_explained_in_english_with_a_form_and_its_sources(code: str):
    said, _, case = run("explain", code).output.partition("\nExample")

    assert own_chinese(said, CITED) == []
    assert "form" in case
    assert "case:" not in case


def test_the_packs_are_listed_in_english():
    assert own_chinese(run("packs").output, WRITTEN) == []


@pytest.mark.parametrize("pack", PACK_IDS)
def test_a_pack_is_found_fault_with_in_english(pack: str):
    (checked,) = json.loads(run("packs", "check", pack, "--json").output)
    told = [text for each in checked["complaints"] for text in (each["message"], *each["shown"])]

    assert [text for text in told if own_chinese(text, WITNESS + WRITTEN)] == []


def test_the_table_of_faults_has_no_chinese_marks():
    output = run("packs", "check", "platform-manual-2022").output

    assert own_chinese(output, WITNESS + WRITTEN) == []


def test_two_packs_are_compared_in_english():
    output = without_folds(run("packs", "diff", "cn-2020-10", "liupanshui-2023").output)

    assert own_chinese(output, without_folds(CITED + WRITTEN)) == []


def test_what_a_pack_leaves_open_is_told_in_english():
    told = run("packs", "show", "guyuan-2024").output.partition("The rule does not say")[2]

    assert told
    assert chinese_in(told) == []


MISTAKES = [
    "equal: {value: exact}",
    "equal: {value: nearly, source: {title: A, pinpoint: B, verified: true}}",
    "tiers: {value: [1, 2, 3], source: {title: A, pinpoint: B, verified: true}}",
    "grades: {value: [], source: {title: A, pinpoint: B, verified: perhaps}}",
    "weights: {value: {total: many}, source: {title: A, pinpoint: B, verified: true}}",
    "total_ceilings: {value: [{below: x, most: y}], source: {title: A, pinpoint: B}}",
    "checks: {XX: {value: error}}",
    "silent: {nothing: {value: x}}",
    "unheard_of: 1",
    "extends: nobody",
    "negative: [",
]


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_in_a_pack_is_told_in_english(line: str, english: Path):
    write(english, f"{LOCAL}\n{line}\n")
    result = run("packs", "check", "yunxi-2023.yaml", "--json")
    told = [each["message"] for each in json.loads(result.output)[0]["complaints"]]

    assert result.exit_code == 1
    assert [text for text in told if own_chinese(text, LOCAL + WITNESS + WRITTEN)] == []


SETTINGS = [
    ('[[waive]]\ncode = "XX99"\nproject = ""\nreason = "r"\nby = "b"\n[waive.texts]', "XX99"),
    ('[[waive]]\ncode = "AR01"\nproject = ""\nreason = ""\nby = "b"\n[waive.texts]', "reason"),
    ('[[waive]]\ncode = "AR01"', "lacks project"),
    ("[[waive]]\ncode = 1", "waive[0].code should be a text"),
    ("[rules]", "has no rules"),
    ('[[waive]]\ncode = "AR01', "not written to the end"),
    ("[[waive]\n", "not written"),
]


@pytest.mark.parametrize(("text", "told"), SETTINGS)
def test_a_fault_of_the_settings_is_told_in_english(text: str, told: str, english: Path):
    (english / "jiheng.toml").write_text(text, encoding="utf-8")
    output = run("audit", ".").output

    assert told in output
    assert chinese_in(output) == []


def test_settings_in_another_encoding_are_told_by_their_line(english: Path):
    (english / "jiheng.toml").write_bytes('[[waive]]\nby = "业务科"'.encode("gbk"))

    assert "line 2 is not UTF-8" in run("audit", ".").output


CALLS = [
    ("audit", "nowhere"),
    ("audit", "--format", "picture", "."),
    ("audit", "--pack", "hello.txt", "."),
    ("audit", "--pack", "nowhere.yaml", "."),
    ("read", "nowhere"),
    ("grid", "nowhere"),
    ("explain", ""),
    ("explain", "XX99"),
    ("packs", "show", "nowhere"),
    ("packs", "check", "nowhere.yaml"),
    ("packs", "new", "cn-2017"),
    ("packs", "new", "a pack"),
    ("packs", "new", "mine", "-o", "no/folder"),
    ("packs", "new", "mine", "--extends", "nowhere"),
    ("sample", "-o", "jiheng.toml/x"),
    ("sample", "-o", "x", "--layout", "nowhere"),
    ("sample", "-o", "x", "--damage", "nothing"),
    ("conformance", "nowhere"),
    ("repair", "nowhere"),
    ("repair", "."),
    ("write", "nowhere", "--to", "docx"),
    ("write", "nowhere", "--to", "stone"),
    ("template", "nowhere"),
    ("diff", "nowhere", "nowhere"),
    ("conformance", "--pack", "nowhere"),
]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_wrong_call_is_told_in_english(call: tuple[str, ...], english: Path):
    (english / "jiheng.toml").write_text("", encoding="utf-8")
    result = run(*call)

    assert result.exit_code == 2
    assert result.output.strip()
    assert chinese_in(result.output) == []


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", bytes(99), b"\x01\x02\x00\x03", b"PK\x03\x04"]
)
def test_a_file_that_cannot_be_read_is_told_in_english(data: bytes, english: Path):
    (english / "broken.docx").write_bytes(data)

    assert chinese_in(run("audit", "broken.docx").output) == []


def test_one_form_is_one_form(english: Path):
    (english / "one.txt").write_text(form(), encoding="utf-8")

    assert "1 form:" in run("audit", "one.txt").output


def test_what_is_repaired_asked_and_written_is_told_in_english(english: Path):
    (english / "one.txt").write_text(form(total="90"), encoding="utf-8")
    (english / "two.txt").write_text(form(), encoding="utf-8")
    told = [
        run("repair", "one.txt").output,
        run("diff", "one.txt", "two.txt").output,
        run("write", "one.txt", "--to", "docx,xlsx", "-o", "out").output,
        run("audit", "out/one.docx", "-o", "out").output,
        run("repair", "out/one.docx", "--apply").output,
    ]

    assert [text for text in told if own_chinese(text, form() + CITED + WRITTEN)] == []
    assert (english / "out" / "one (Jiheng comments).docx").is_file()
