"""``jiheng packs`` as the author of a rule pack types it."""

import json
import os
from pathlib import Path

import pytest

from jiheng.rulebook.loading import load_pack
from tests.cli.test_commands import form, run
from tests.rulebook.files import LOCAL, with_value, write

GAP = (
    "[{tier: met, from: 80%, to: 100%}, {tier: partly, from: 60%, to: 75%},"
    " {tier: unmet, from: 0%, to: 60%}]"
)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_pack_with_a_gap_leaves_with_1_and_names_the_line(folder):
    write(folder, with_value("tiers", GAP))
    result = run("packs", "check", "yunxi-2023.yaml")

    assert result.exit_code == 1
    assert "没有一档得 75% 到 80%" in result.output.replace("\n", "")


def test_a_sound_pack_leaves_with_0():
    assert run("packs", "check", "guyuan-2024").exit_code == 0


def test_a_pack_that_is_not_there_leaves_with_2():
    assert run("packs", "check", "nowhere.yaml").exit_code == 2


def test_the_witnesses_are_left_where_an_audit_reads_them(folder):
    (folder / "forms").mkdir()
    result = run("packs", "check", "liupanshui-2023", "-o", "forms")
    audited = run("audit", "forms", "--pack", "liupanshui-2023", "--format", "jsonl")
    *audits, _ = (json.loads(line) for line in audited.output.splitlines())
    (praise,) = (each for each in audits if "punished-for-praise" in each["form"]["path"])

    assert result.exit_code == 0
    assert ["5", "5"] in [item["recomputed"] for item in praise["items"]]


def test_the_faults_come_as_json_with_their_forms(folder):
    write(folder, with_value("tiers", GAP))
    (found,) = json.loads(run("packs", "check", "yunxi-2023.yaml", "--json").output)
    first = found["complaints"][0]

    assert (first["name"], first["line"]) == ("tier-gap", 15)
    assert first["witness"]["schema"] == "jiheng.form/1"


def test_a_new_pack_loads(folder):
    result = run("packs", "new", "yunxi-2024", "--extends", "cn-2017")

    assert result.exit_code == 0
    assert load_pack(folder / "yunxi-2024.yaml").lineage == ("cn-2017",)


def test_a_new_pack_may_extend_one_of_the_same_folder(folder):
    write(folder, LOCAL)
    run("packs", "new", "yunxi-2024", "--extends", "yunxi-2023")

    assert load_pack(folder / "yunxi-2024.yaml").lineage == ("yunxi-2023", "cn-2020-10")


def test_a_pack_that_is_there_already_stays_as_it_is(folder):
    write(folder, LOCAL)
    result = run("packs", "new", "yunxi-2023")

    assert result.exit_code == 2
    assert (folder / "yunxi-2023.yaml").read_text(encoding="utf-8") == LOCAL


@pytest.mark.parametrize("name", ["../yunxi", "a/b", "", "-x y"])
def test_an_id_that_would_leave_the_folder_is_refused(name):
    assert run("packs", "new", "--extends", "cn-2017", "--", name).exit_code == 2


def test_an_unknown_parent_is_refused(folder):
    assert run("packs", "new", "yunxi-2024", "--extends", "cn-1999").exit_code == 2
    assert os.listdir(folder) == []


def test_a_parent_that_stands_elsewhere_is_refused(folder):
    (folder / "elsewhere").mkdir()
    path = write(folder / "elsewhere", LOCAL)

    assert run("packs", "new", "yunxi-2024", "--extends", str(path)).exit_code == 2


def test_two_packs_are_compared_by_value(folder):
    write(folder, LOCAL)
    result = run("packs", "diff", "cn-2020-10", "yunxi-2023.yaml")

    assert (result.exit_code, "inverse" in result.output, "zero" in result.output) == (
        0,
        True,
        True,
    )


def test_a_pack_beside_itself_has_the_same_values():
    assert "值都相同" in run("packs", "diff", "cn-2017", "cn-2017").output


def test_forms_between_two_packs_are_told_with_score_and_row(folder):
    (folder / "a.txt").write_text(form().replace("120人", "80人"), encoding="utf-8")
    text = run("packs", "diff", "cn-2020-10", "cn-2021-101", "a.txt").output

    # 80 of 100: 24 of 30, or (80 % − 60 %) ÷ 40 % = half
    assert "94 → 85" in text
    assert "1 张有变化" in text


def test_forms_between_two_packs_come_as_json(folder):
    (folder / "a.txt").write_text(form().replace("120人", "80人"), encoding="utf-8")
    found = json.loads(run("packs", "diff", "cn-2020-10", "cn-2021-101", "a.txt", "--json").output)
    (change,) = found["changed"]

    assert change["items"][0]["after"]["points"] == "15"


def test_an_unreadable_form_leaves_with_2(folder):
    (folder / "a.docx").write_bytes(b"")

    assert run("packs", "diff", "cn-2020-10", "cn-2021-101", "a.docx").exit_code == 2


def test_a_pack_that_would_extend_itself_is_refused(folder):
    assert run("packs", "new", "cn-2017", "--extends", "cn-2017").exit_code == 2
    assert os.listdir(folder) == []


OWN_WEIGHTS = LOCAL + (
    "checks:\n  BU09: {value: error, source: {title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}\n"
)


def test_the_weight_of_a_check_is_shown_in_the_usual_word_with_its_title(folder):
    write(folder, OWN_WEIGHTS)
    shown = "".join(run("packs", "show", "yunxi-2023.yaml").output.split())

    assert "checks.BU09执行率偏低而没有说明error（错误）" in shown


def test_a_weight_that_differs_is_compared_in_the_usual_word(folder):
    write(folder, OWN_WEIGHTS)
    compared = "".join(run("packs", "diff", "cn-2020-10", "yunxi-2023.yaml").output.split())

    assert "—error（错误）" in compared


def test_the_id_of_a_built_in_pack_is_refused_for_a_new_one():
    result = run("packs", "new", "cn-2017", "--extends", "cn-2020-10")

    assert result.exit_code == 2
    assert "“cn-2017”是内置规则包的编号" in result.output
    assert not Path("cn-2017.yaml").exists()


def test_a_folder_that_is_not_there_is_not_called_a_report():
    result = run("packs", "new", "yunxi-2024", "-o", "没有/这里")

    assert result.exit_code == 2
    assert "没有/这里/yunxi-2024.yaml：写不进去（没有这个文件或文件夹）。" in result.output


def test_a_text_file_is_no_rule_pack(folder):
    (folder / "hello.txt").write_text(form(), encoding="utf-8")
    result = run("audit", "hello.txt", "--pack", "hello.txt")

    assert result.exit_code == 2
    assert "“hello.txt”不是规则包：请写 .yaml 文件，或内置规则包的编号" in result.output
