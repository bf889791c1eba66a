"""What the commands print, in a pipe, on a terminal, in either language."""

import io
import json
import re
import sys

import pytest

from jiheng.audit.catalogue import FORM_CHECKS, RUN_CHECKS
from jiheng.cli import language as spoken
from jiheng.cli import main
from jiheng.cli.drawing import draw_table, progress_bar
from jiheng.rulebook.loading import all_packs
from tests.cli.test_commands import WAIVER, folder, form, run

__all__ = ["folder"]
CHINESE = re.compile("[\u4e00-\u9fff：、（）]")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setenv("JIHENG_LANG", "en")
    monkeypatch.setattr(sys, "argv", ["jiheng"])
    spoken.language.cache_clear()
    yield
    spoken.language.cache_clear()


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (["--lang", "en", "checks"], "en"),
        (["--lang=en", "checks"], "en"),
        (["--lang", "zh"], "zh"),
        (["--lang"], "zh"),
        (["--lang=fr"], "zh"),
        (["audit", "."], "zh"),
    ],
)
def test_the_language_is_known_before_the_command(monkeypatch, words, known):
    monkeypatch.delenv("JIHENG_LANG", raising=False)
    monkeypatch.setattr(sys, "argv", ["jiheng", *words])
    spoken.language.cache_clear()

    assert spoken.language() == known


def test_an_unknown_language_is_told():
    result = run("--lang", "fr", "checks")

    assert result.exit_code == 2
    assert "fr" in result.output


def test_the_version_is_told():
    assert re.fullmatch(r"jiheng \d+\.\d+\.\d+\n", run("--version").output)


def test_the_sums_and_the_refusals_hold_no_chinese_in_english(folder, english):
    (folder / "a.txt").write_text("x", encoding="utf-8")

    result = run("audit", "a.txt", "b.txt", "/dev/null")

    assert CHINESE.findall(result.output) == []
    assert "0 forms" in result.output


def test_headings_and_verdicts_hold_no_chinese_in_english(folder, english):
    (folder / "a.txt").write_text(form(project="A", total="98"), encoding="utf-8")

    table = run("audit", "a.txt").output.split("\n 1 ")

    assert CHINESE.findall(table[0]) == []
    assert "errors" in table[1]


def test_the_list_of_checks_holds_no_chinese_in_english(english):
    assert CHINESE.findall(run("checks").output) == []


def test_a_check_is_explained_in_english(english):
    lines = run("explain", "AR01").output.split("Source: ")[0]

    assert "What to do" in lines
    assert CHINESE.findall(lines) == []


def test_a_finding_across_forms_says_who_mends_it(folder):
    for name, target in (("甲", "≥100人"), ("乙", "≤100人")):
        text = form(project=name).replace("≥100人", target)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    output = run("audit", ".").output

    assert "表与表之间、表样和系统：" in output
    assert "  CF05 疑点（单位）“培训人数”" in output


def test_a_waived_finding_is_counted_and_does_not_fail_the_run(folder):
    (folder / "培训.txt").write_text(form(total="98"), encoding="utf-8")
    (folder / "jiheng.toml").write_text(WAIVER, encoding="utf-8")

    lines = run("audit", "培训.txt", "--format", "jsonl").stdout.splitlines()

    (waived,) = [found for found in json.loads(lines[0])["findings"] if found["waived"]]
    assert waived["waived"] == {"reason": "系统尾差，已报财政局", "by": "业务科"}


def test_the_times_of_the_stages_go_to_the_other_stream(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    result = run("audit", "培训.txt", "--timing", "--format", "jsonl")

    assert [json.loads(line)["schema"] for line in result.stdout.splitlines()] == [
        "jiheng.audit/1",
        "jiheng.run/1",
    ]
    assert "recognise" in result.stderr


def test_read_draws_a_table_and_names_what_it_could_not_read(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    result = run("read", "培训.txt", "没有.txt", "--format", "table")

    assert result.exit_code == 2
    assert "职业技能培训补助" in result.stdout
    assert "没有.txt：没有这个文件或文件夹。" in result.stderr


def test_read_with_an_unknown_pack_is_told(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    result = run("read", "培训.txt", "--pack", "nowhere-1999")

    assert result.exit_code == 2
    assert "nowhere-1999" in result.output


def test_grid_prints_text_with_places_and_spans(folder):
    (folder / "表.html").write_text(
        "<html><meta charset=utf-8><table><tr><td colspan=2>总分<td>100</table></html>",
        encoding="utf-8",
    )

    assert run("grid", "表.html").output == "[0]\n  (0,0 1×2) '总分'\n  (0,2) '100'\n"


def test_grid_draws_html_in_which_a_cell_is_only_text(folder):
    (folder / "表.txt").write_text("若<甲>\t100\n", encoding="utf-8")

    output = run("grid", "表.txt", "--format", "html").output

    assert '<td rowspan="1" colspan="1">若&lt;甲&gt;</td>' in output


def test_grid_of_a_file_that_cannot_be_read_is_told(folder):
    (folder / "空.docx").write_bytes(b"")

    result = run("grid", "空.docx")

    assert result.exit_code == 2
    assert "空.docx：文件是空的。" in result.output


def test_an_unknown_pack_cannot_be_shown():
    assert run("packs", "show", "nowhere-1999").exit_code == 2


def test_a_table_on_a_terminal_is_as_wide_as_the_terminal(monkeypatch):
    terminal = Terminal()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stdout", terminal)

    draw_table(["项目"], [["很长的名称" * 20]])

    shown = re.sub(r"\x1b\[[\d;]*m", "", terminal.getvalue())
    assert "很长的名称" in shown
    assert max(len(line) for line in shown.splitlines()) <= 40


def test_a_bar_moves_on_a_terminal(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with progress_bar() as progress:
        progress(1, 2)

    assert "正在核对" in terminal.getvalue()


def test_there_is_no_bar_in_a_pipe(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())

    with progress_bar() as progress:
        assert progress is None


def test_a_terminal_that_knows_no_chinese_stops_nothing(monkeypatch, folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    monkeypatch.setattr(sys, "argv", ["jiheng", "audit", "培训.txt"])

    with pytest.raises(SystemExit) as left:
        main()

    assert left.value.code == 0
    narrow.seek(0)
    assert "?" in narrow.read()


CODES = [check.code for check in (*FORM_CHECKS, *RUN_CHECKS)]


@pytest.mark.parametrize("code", CODES)
def test_every_check_is_explained_with_its_first_case(code):
    output = run("explain", code.lower()).output

    assert output.startswith(f"{code} ")
    assert "- case: " in output
    assert "依据：" in output


@pytest.mark.parametrize("code", CODES)
def test_a_check_is_explained_in_the_chosen_language_without_open_parameters(code):
    above = run("explain", code).output.split("看哪些格子：")[0]

    assert "为什么要查：" in above
    assert "怎么办：" in above
    assert "Why it matters" not in above
    assert not re.search(r"[{}]", above)


def test_what_a_finding_says_is_told_with_the_values_of_a_case():
    output = run("explain", "AR03").output

    assert "发现时的说法：各行分值（含预算执行率）合计 110 分，应为 100 分，相差 10 分" in output


def test_a_case_of_another_sentence_lends_it_no_values():
    # The first case of VA12 is a cost with "at least".
    assert "目标值却写成“≤1000人”（不超过）" in run("explain", "VA12").output


def test_a_value_that_no_case_tells_stays_open():
    assert "发现时的说法：“「…」”已达到目标值" in run("explain", "SC01").output


@pytest.mark.parametrize("code", CODES)
def test_no_chinese_explains_a_check_in_english(english, code):
    lines = run("explain", code).output.split("What it looks at: ")[0].splitlines()
    (why,) = [line for line in lines if line.startswith("Why it matters: ")]

    assert CHINESE.findall(why) == []


@pytest.mark.parametrize("pack", [pack.id for pack in all_packs()])
def test_every_value_of_a_pack_is_shown_in_words_with_its_source(pack):
    result = run("packs", "show", pack)

    assert result.exit_code == 0
    assert result.output.startswith(f"{pack}  ")
    assert not re.search(r"Struct|\bNone\b|<\w|[(]\w+=", result.output)


def test_a_check_of_no_name_is_asked_for():
    result = run("explain", "")

    assert result.exit_code == 2
    assert "请写检查编号，如 AR01" in result.output


def test_the_checks_are_listed_by_group_and_number():
    codes = re.findall(r"^ ?([A-Z]{2}\d\d) ", run("checks").output, re.MULTILINE)

    assert codes.index("BU17") == codes.index("BU16") + 1
    assert codes.index("SC01") == codes.index("BU18") + 1
