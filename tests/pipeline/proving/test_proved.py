"""A form's papers in a folder, as a clerk lays them down, and what they prove."""

import msgspec
import pytest

from jiheng.evidence.canonical import sha256_of
from jiheng.model.measure import Count, Measure, Measured
from jiheng.model.proof import Strength
from jiheng.pipeline.proving.proved import proved
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build
from tests.evidence.surveys.answers import result as surveyed

NAMES = "序号,姓名\n" + "\n".join(f"{number},学员{number}" for number in range(1, 121))


def lay(folder, **papers):
    for name, text in papers.items():
        path = folder / name.replace("__", "/").replace("_csv", ".csv").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("gb18030"))


def proofs_of(folder, given=None, *, is_alone=True):
    form = score_form(build(given or {}), load_pack("cn-2020-10"))
    proofs = proved(form, folder, is_alone=is_alone).proofs
    assert proofs is not None
    return proofs


def strengths(proofs):
    return {row.at: row.strength for row in proofs.rows if row.strength is not Strength.NONE}


def measured(value, feeds):
    measure = Measure(
        schema="jiheng.measure/1", id="trained", title="培训人数", ledger="operations",
        question=Count(table="trainings"), feeds=feeds, unit="人",
    )  # fmt: skip
    return msgspec.json.encode(
        Measured(
            value=value, unit="人", exact=(value,), measure=measure, measure_sha256=sha256_of(measure),
            ledger_sha256="0", since="2023-01-01", until="2023-12-31", queries=(), engine="x",
            version="1", tables=(), at="2024-01-05T00:00:00Z", by="培训科",
        )
    )  # fmt: skip


def test_a_folder_named_like_an_indicator_holds_its_papers(tmp_path):
    lay(tmp_path, 培训人数__名单_csv=NAMES)

    proofs = proofs_of(tmp_path)

    assert strengths(proofs) == {"indicators[0]": Strength.SUFFICIENT}
    assert (proofs.claimed, proofs.supported) == ("100", "30")


def test_a_number_before_the_name_does_not_matter(tmp_path):
    lay(tmp_path, **{"01 培训人数__名单_csv": NAMES})

    assert strengths(proofs_of(tmp_path)) == {"indicators[0]": Strength.SUFFICIENT}


def test_words_are_words(tmp_path):
    lay(tmp_path, 培训人数__说明_txt="全年办班12期")

    assert strengths(proofs_of(tmp_path)) == {"indicators[0]": Strength.WORDS}


def test_a_list_that_says_something_else_is_weak_proof(tmp_path):
    lay(tmp_path, 培训人数__名单_csv=NAMES.rpartition("\n")[0])

    proofs = proofs_of(tmp_path)

    assert strengths(proofs) == {"indicators[0]": Strength.WEAK}
    assert proofs.supported == "0"


def test_a_file_that_cannot_be_read_is_weak_proof(tmp_path):
    (tmp_path / "培训人数").mkdir()
    (tmp_path / "培训人数" / "名单.xlsx").write_bytes(b"PK\x03\x04broken")

    assert strengths(proofs_of(tmp_path)) == {"indicators[0]": Strength.WEAK}


def test_a_measured_value_finds_its_indicator_by_itself(tmp_path):
    (tmp_path / "培训人数测算.json").write_bytes(measured("120", ("培训 人数",)))

    assert strengths(proofs_of(tmp_path)) == {"indicators[0]": Strength.RECOMPUTED}


@pytest.mark.parametrize(
    ("said", "typed"),
    [(b'"value":"120"', b'"value":"121"'), (b'"id":"trained"', b'"id":"invited"')],
)
def test_a_result_that_was_typed_over_proves_nothing(tmp_path, said, typed):
    (tmp_path / "培训人数").mkdir()
    result = measured("120", ("培训人数",)).replace(said, typed)
    (tmp_path / "培训人数" / "测算.json").write_bytes(result)

    assert strengths(proofs_of(tmp_path)) == {"indicators[0]": Strength.WEAK}


def test_a_measured_value_that_differs_outweighs_a_list(tmp_path):
    lay(tmp_path, 培训人数__名单_csv=NAMES)
    (tmp_path / "培训人数测算.json").write_bytes(measured("118", ("培训人数",)))

    assert strengths(proofs_of(tmp_path)) == {"indicators[0]": Strength.WEAK}


def test_what_belongs_to_no_indicator_is_told(tmp_path):
    lay(tmp_path, 别的指标__名单_csv=NAMES)
    (tmp_path / "别的.json").write_bytes(measured("1", ("别的指标",)))

    assert proofs_of(tmp_path).unclaimed == ("别的指标", "别的.json")


def test_a_name_that_two_rows_have_takes_no_papers(tmp_path):
    lay(tmp_path, 培训人数__名单_csv=NAMES)
    rows = """
        产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30
        | 数量指标 | 培训人数 | ≥10人 | 12人 | 20 | 20
    """

    assert strengths(proofs_of(tmp_path, {"indicators": rows})) == {}


def test_of_several_forms_each_has_a_folder_of_its_project(tmp_path):
    lay(tmp_path, 职业技能培训补助__培训人数__名单_csv=NAMES, 群众知晓率__别的项目_txt="x")

    assert strengths(proofs_of(tmp_path, is_alone=False)) == {"indicators[0]": Strength.SUFFICIENT}


def test_papers_of_another_project_prove_nothing(tmp_path):
    lay(tmp_path, 别的项目__培训人数__名单_csv=NAMES)

    assert strengths(proofs_of(tmp_path, is_alone=False)) == {}


@pytest.mark.parametrize("name", ["~$名单.xlsx", ".DS_Store", "Thumbs.db"])
def test_what_a_system_left_behind_is_no_paper(tmp_path, name):
    (tmp_path / "培训人数").mkdir()
    (tmp_path / "培训人数" / name).write_bytes(b"x")

    assert strengths(proofs_of(tmp_path)) == {}


def test_a_number_that_only_a_formula_needs_is_kept_and_not_called_strange(tmp_path):
    heads = msgspec.json.decode(measured("81167", ()), type=Measured)
    measure = msgspec.structs.replace(heads.measure, id="special-insured")
    heads = msgspec.structs.replace(heads, measure=measure, measure_sha256=sha256_of(measure))
    (tmp_path / "人数.json").write_bytes(msgspec.json.encode(heads))
    project = {
        "name": "特殊群体城乡居民养老保险费",
        "department": "云溪县人力资源局",
        "implementing_unit": "云溪县养老站",
    }
    form = score_form(build({"project": project}), load_pack("liupanshui-2023"))
    proofs = proved(form, tmp_path, is_alone=True).proofs

    assert proofs.unclaimed == ()
    assert [(each.measure, each.value) for each in proofs.measured] == [
        ("special-insured", "81167")
    ]


def test_the_result_of_a_survey_names_its_indicator_itself(tmp_path):
    form = {
        "indicators": "满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 94% | 10 | 10"
    }
    (tmp_path / "result.json").write_bytes(msgspec.json.encode(surveyed(47, 3)))

    assert strengths(proofs_of(tmp_path, form)) == {"indicators[0]": Strength.SUFFICIENT}
