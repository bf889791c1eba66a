from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook

from jiheng.model.audit import Refusal, Run, RunCell, RunFinding
from jiheng.writers.findings import write_findings
from tests.audit.forms import build
from tests.writers.report.samples import at_row, entry, entry_of, finding, waived


def book(*entries, run=None, **more):
    return load_workbook(BytesIO(write_findings(entries, run or Run(forms=len(entries)), **more)))


def row(sheet, number=2):
    heads = [cell.value for cell in sheet[1]]
    return dict(zip(heads, (cell.value for cell in sheet[number]), strict=True))


def test_each_finding_is_a_row_with_its_form_and_words():
    form = at_row(build({}), "total.score", 23, 6)
    told = finding(printed="100", expected="97.5", difference="2.5", advice="重新加总", group=1)

    first = row(book(entry_of(form, told))["问题清单"])
    assert first == {
        "单位": "云溪县职业技能中心",
        "项目": "职业技能培训补助",
        "年度": 2023,
        "文件": "自评表.txt",
        "文件内第几张表": 1,
        "序号": 1,
        "程度": "错误",
        "编号": "AR01",
        "问题": "总分与各项得分之和不符",
        "说明": "总分栏为 100，各项得分之和为 97.5，相差 2.5",
        "所在单元格": "总分·得分 第 2 张表第 24 行第 7 列",
        "谁来改": "由单位修改",
        "表中所填": "100",
        "核对所得": "97.5",
        "相差": "2.5",
        "怎么办": "重新加总",
        "依据": "财预〔2020〕10号 总分由各项指标得分汇总形成",
        "依据是否核对原文": "未核",
        "同因组": 1,
        "是否计入": "计入",
        "已说明的理由": None,
    }


def test_rows_stand_in_the_order_of_the_report():
    sheet = book(entry({}, finding("TX01", "warning"), finding("AR01")))["问题清单"]

    assert [sheet.cell(line, 8).value for line in (2, 3)] == ["AR01", "TX01"]


def test_text_that_looks_like_a_formula_stays_text():
    sheet = book(entry({}, finding(message="=1+1", printed="+5", expected="-5", difference="@x")))[
        "问题清单"
    ]

    kinds = {cell.value: cell.data_type for cell in sheet[2]}
    assert [kinds[text] for text in ("=1+1", "+5", "-5", "@x")] == ["s", "s", "s", "s"]


def test_a_web_address_in_a_form_becomes_no_link():
    sheet = book(entry({}, finding(message="http://example.invalid/a")))["问题清单"]

    assert [cell.hyperlink for cell in sheet[2] if cell.hyperlink] == []


def test_a_text_longer_than_a_cell_holds_is_cut_and_not_lost():
    sheet = book(entry({}, finding(message="长" * 40_000)))["问题清单"]

    assert row(sheet)["说明"].startswith("长长长")


def test_the_heading_is_frozen_and_filtered():
    sheet = book(entry({}, finding()))["问题清单"]

    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:U2"


def test_the_severity_is_coloured():
    sheet = book(entry({}, finding(), finding("TX01", "warning")))["问题清单"]

    fills = [sheet.cell(line, 7).fill.fgColor.rgb for line in (2, 3)]
    assert fills == ["FFFCE4E4", "FFFDF0D8"]


def test_a_waived_finding_carries_its_reason_and_does_not_count():
    first = row(book(entry({}, finding(waived=waived("统一提前填报", "周明"))))["问题清单"])

    assert first["是否计入"] == "已说明"
    assert first["已说明的理由"] == "已说明：统一提前填报（周明）"


def test_each_form_is_a_row_with_its_verdict_and_scores_as_numbers():
    first = row(book(entry({}, finding(), points_at_stake="100", priority="300"))["各表结论"])

    assert first["结论"] == "有错误"
    assert (first["自评得分"], first["规则复算下限"], first["规则复算上限"]) == (100, 100, 100)
    assert (first["错误"], first["疑点"], first["提示"]) == (1, 0, 0)
    assert (first["涉及分值"], first["优先程度"]) == (100, 300)


def test_a_score_with_decimals_is_the_number_that_was_printed():
    first = row(book(entry({"total": "100 | 92.01"}))["各表结论"])

    assert first["自评得分"] == 92.01


def test_a_score_that_is_no_number_stays_as_printed():
    given = entry({})
    odd = replace(given.audit, score=replace(given.audit.score, printed="九十二"))

    assert row(book(replace(given, audit=odd))["各表结论"])["自评得分"] == "九十二"


def test_findings_between_forms_name_form_and_cell():
    both = RunFinding(
        code="CF04",
        name="same-count",
        severity="error",
        mend="unit",
        message="甲",
        at=(
            RunCell(form="000000000000-1", cell="indicators[0].actual"),
            RunCell(form="000000000000-2", cell="indicators[1].actual"),
        ),
    )
    first = row(book(entry(), entry(index=2), run=Run(forms=2, findings=(both,)))["表与表之间"])

    assert first["所在单元格"] == "表 1 培训人数·实际完成值；表 2 完成时间·实际完成值"


def test_files_that_could_not_be_read_have_their_own_sheet():
    refused = (Refusal(path="旧表.doc", reason="请另存为 docx"),)
    sheet = book(run=Run(forms=0, refused=refused))["未能读取的文件"]

    assert row(sheet) == {"文件": "旧表.doc", "原因": "请另存为 docx"}


def test_without_such_files_there_is_no_such_sheet():
    assert book(entry()).sheetnames == ["问题清单", "各表结论", "表与表之间"]


def test_the_same_run_gives_the_same_bytes():
    assert write_findings((entry({}, finding()),), Run(forms=1)) == write_findings(
        (entry({}, finding()),), Run(forms=1)
    )


def test_an_english_reader_gets_english_headings():
    assert book(entry(), language="en").sheetnames == ["Findings", "Forms", "Between forms"]


@given(st.text(alphabet="=+-@<>&\"' \n\t\x00\x08\x1b\u202e\ufffe\ud800_x0041_中", max_size=40))
@settings(max_examples=40, deadline=None)
def test_no_text_whatever_spoils_the_file(text):
    sheet = book(entry({"project": {"name": text}}, finding(message=text, advice=text)))["问题清单"]

    assert sheet.max_row == 2
