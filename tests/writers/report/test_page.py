import re

from hypothesis import given, settings
from hypothesis import strategies as st

from jiheng.model.audit import Refusal, Run, RunCell, RunFinding, ScoreLine
from tests.writers.report.samples import (
    READ,
    UNREAD,
    attributes,
    entry,
    finding,
    page,
    report,
    texts,
    waived,
)

HOSTILE = "<script>alert('1')</script><img src=x onerror=alert(2)>\"'&"


def hostile_entry():
    return entry(
        {
            "title": HOSTILE,
            "reporting_unit": HOSTILE,
            "project": {"name": HOSTILE, "department": HOSTILE, "implementing_unit": HOSTILE},
            "goal": {"expected": HOSTILE, "actual": HOSTILE},
            "conclusion": HOSTILE,
            "notes": (HOSTILE,),
        },
        finding(message=HOSTILE, advice=HOSTILE),
        pack_why=HOSTILE,
        silent=(HOSTILE,),
    )


def test_text_of_a_form_never_becomes_markup():
    tree = page(hostile_entry(), run=Run(forms=1, refused=(Refusal(path=HOSTILE, reason=HOSTILE),)))

    assert len(tree.css("script")) == 1
    assert tree.css("img") == []
    assert tree.css("[onerror]") == []


def test_text_of_a_form_is_shown_as_it_was_typed():
    tree = page(hostile_entry())

    assert texts(tree, ".verdicts tbody th") == [HOSTILE]


def test_signs_that_no_page_can_hold_are_replaced():
    data = report(entry({"conclusion": "得\x00分\ud800"})).encode()

    assert "得\ufffd分\ufffd".encode() in data


def test_the_command_line_is_shown_as_it_was_typed():
    tree = page(entry())

    assert texts(tree, ".facts code") == ["jiheng audit 自评表 -o 报告"]


def test_every_link_inside_the_page_leads_somewhere():
    tree = page(
        entry({}, finding(), finding("AR09", at=("conclusion", "total.score"))), entry(index=2)
    )

    links = {href[1:] for href in attributes(tree, "a", "href") if href.startswith("#")}
    assert links
    assert links <= set(attributes(tree, "[id]", "id"))


def test_no_address_on_the_page_stands_twice():
    tree = page(entry({}, finding()), entry({"layout": "guyuan-2024"}, finding(), index=2))

    ids = attributes(tree, "[id]", "id")
    assert len(ids) == len(set(ids))


def test_the_page_loads_nothing():
    text = report(entry({}, finding()))

    assert "<link" not in text
    assert " src=" not in text
    assert "url(" not in text


def test_the_page_forbids_every_script_but_its_own():
    tree = page(entry())

    policy = attributes(tree, "meta[http-equiv]", "content")[0]
    assert policy.startswith("default-src 'none'")
    assert re.search(r"script-src 'sha256-[\w+/]{43}='", policy)


def test_the_page_says_that_it_is_chinese():
    assert attributes(page(entry()), "html", "lang") == ["zh-CN"]


def test_the_same_run_gives_the_same_page():
    assert report(entry({}, finding())) == report(entry({}, finding()))


def test_an_english_reader_gets_english_headings():
    tree = page(entry(), language="en")

    assert texts(tree, "h1") == ["Audit of project performance self-evaluations"]


def test_a_table_shows_each_form_with_both_scores():
    tree = page(entry())

    cells = texts(tree, ".verdicts tbody tr td")
    assert cells[:5] == ["1", "未发现问题", "100", "100", "优"]
    assert cells[5] == "100.00%"


def test_the_first_line_to_read_is_the_gravest_finding():
    doubt = finding("TX01", "warning", message="“实际完成情况”与“预期目标”逐字相同")
    tree = page(entry({}, doubt, finding("AR09", message="自评结论写 95 分，总分为 100 分")))

    assert texts(tree, ".verdicts td.first") == ["1 自评结论写 95 分，总分为 100 分"]


def test_a_form_without_findings_says_so():
    tree = page(entry())

    assert texts(tree, ".verdicts td.first") == ["未发现须修改的问题"]


def test_a_form_with_hints_alone_says_so():
    tree = page(entry({}, finding("VA04", "info"), verdict="clean"))

    assert texts(tree, ".verdicts td.first") == ["只有提示，可以不改"]


def test_totals_show_execution_by_money_and_by_mean():
    run = Run(forms=2, execution_by_money="37.65", execution_by_mean="86.68", score_by_mean="96.5")
    tree = page(entry({}, finding()), entry(index=2), run=run)

    totals = texts(tree, ".verdicts tfoot tr > *")
    assert totals[1:4] == ["合计 2 张表", "1 张有错误", "96.5"]
    assert totals[6:] == ["37.65%", "1 / 0 / 0", "执行率按金额合计；按项目平均 86.68%。"]


def test_what_the_system_printed_counts_against_no_form():
    system = finding("VA03", "error", ("indicators[0].actual",), mend="system")
    tree = page(entry({}, system, verdict="clean"))

    assert texts(tree, ".verdicts .counts") == ["0 0 0"]


def test_a_fault_of_the_template_is_told_apart_from_contradictions_of_forms():
    at = (RunCell(form="000000000000-1", cell="indicators[0].level1"),)
    fault = RunFinding(
        code="AR04", name="rows-differ", severity="error", mend="template", message="甲", at=at
    )
    across = RunFinding(
        code="CF04", name="same-count", severity="error", mend="unit", message="乙", at=at
    )
    tree = page(entry(), run=Run(forms=1, findings=(fault, across)))

    assert texts(tree, "main > .card > h2")[1:3] == [
        "表与表之间 1 项 另计，不在上表之内",
        "表样与系统的问题 1 项 整套表样只说一次，不计入本单位",
    ]


def test_a_finding_between_forms_links_to_its_cells():
    cells = (
        RunCell(form="000000000000-1", cell="indicators[0].actual"),
        RunCell(form="000000000000-2", cell="indicators[1].actual"),
    )
    both = RunFinding(
        code="CF04", name="same-count", severity="error", mend="unit", message="甲", at=cells
    )
    tree = page(entry(), entry(index=2), run=Run(forms=2, findings=(both,)))

    assert texts(tree, ".run .who a") == ["表 1 培训人数·实际完成值", "表 2 完成时间·实际完成值"]


def test_files_that_could_not_be_read_are_listed_with_the_reason():
    refused = Refusal(path="旧表.doc", reason="旧版 Word 文件，请另存为 docx")
    tree = page(entry(), run=Run(forms=1, refused=(refused,)))

    assert texts(tree, ".refused tbody tr") == ["旧表.doc 旧版 Word 文件，请另存为 docx"]


def test_the_name_of_a_refused_file_is_not_told_twice():
    refused = Refusal(path="旧表.doc", reason="旧表.doc：没有认出表格")
    tree = page(entry(), run=Run(forms=1, refused=(refused,)))

    assert texts(tree, ".refused tbody tr") == ["旧表.doc 没有认出表格"]


def test_a_run_in_which_nothing_could_be_read_still_gives_a_page():
    tree = page(run=Run(forms=0, refused=(Refusal(path="a.doc", reason="旧版"),)))

    assert texts(tree, ".refused tbody tr") == ["a.doc 旧版"]
    assert tree.css(".verdicts") == []


def test_a_pack_nobody_has_read_is_announced():
    tree = page(entry())

    assert "尚未核对原文" in texts(tree, ".banner")[0]
    assert "反向指标计分" in texts(tree, ".banner")[0]


def test_sources_are_listed_once_with_their_use_and_whether_they_were_read():
    tree = page(entry({}, finding("AR01", law=READ), finding("AR09", law=READ), items=()))

    assert texts(tree, ".laws tbody tr") == ["1 云财绩〔2023〕8号 第六条 AR01、AR09 已核"]


def test_a_source_that_nobody_read_says_so_beside_the_finding():
    tree = page(entry({}, finding(law=UNREAD)))

    assert texts(tree, ".finding .law") == ["未核"]


def test_only_web_addresses_become_links():
    law = type(READ)(title="甲", pinpoint="一", verified=True, url="javascript:alert(1)")
    tree = page(entry({}, finding(law=law)))

    assert "javascript:alert(1)" not in attributes(tree, "a", "href")


def test_cells_carry_their_headings_for_screens_too_narrow_for_columns():
    tree = page(entry())
    labels = attributes(tree, ".verdicts tbody td", "data-label")

    assert labels == ["自评得分", "规则复算得分", "复算等次", "执行率", "错误 疑点 提示"]
    assert "算式" in attributes(tree, ".items td", "data-label")


def test_short_numbers_in_narrow_columns_are_kept_whole():
    tree = page(entry())

    assert texts(tree, ".form td.points")[:2] == ["10", "100%"]


def test_a_total_that_cannot_be_recomputed_is_told_in_words():
    tree = page(entry({}, score=ScoreLine(printed="100", recomputed=None)))

    assert "不能复算" in texts(tree, ".verdicts tbody td")


def test_a_form_whose_findings_were_all_let_stand_says_how_many():
    let_stand = finding("ID01", "error", waived=waived("全省统一提前填报", "周明"))
    tree = page(entry({}, let_stand, verdict="clean"))

    assert texts(tree, ".verdicts tbody .verdict") == ["已豁免 1 项"]
    assert texts(tree, ".verdicts .nothing") == ["问题都已说明理由，不再要求修改"]
    assert texts(tree, ".aside .nothing") == []


def test_an_error_and_a_waived_finding_are_told_together():
    tree = page(entry({}, finding(), finding("ID01", waived=waived("统一提前填报", "周明"))))

    assert texts(tree, ".verdicts tbody .verdict") == ["有错误、已豁免 1 项"]


def test_a_waived_finding_is_shown_apart_with_reason_and_name():
    let_stand = finding("ID01", "error", waived=waived("全省统一提前填报", "周明"))
    tree = page(entry({}, let_stand, verdict="clean"))

    assert texts(tree, ".waived .waiver") == ["已说明：全省统一提前填报（周明）"]
    assert texts(tree, ".verdicts .counts") == ["0 0 0"]


def test_the_form_with_the_gravest_verdict_stands_open():
    tree = page(entry(), entry({}, finding(), index=2))

    assert attributes(tree, "details.sheet[open]", "id") == ["f2"]


def test_the_head_names_unit_and_year():
    assert texts(page(entry()), ".whose") == ["云溪县职业技能中心 2023 年度"]


def test_the_head_counts_several_units():
    tree = page(entry(), entry({"reporting_unit": "临江县教育局", "year": 2024}, index=2))

    assert texts(tree, ".whose") == ["2 个单位 2023–2024 年度"]


@given(st.text(alphabet="<>&\"'`=/\\!-scriptimg \n\v\t\x00\x1b\u202e\ufffe\ud800中", max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_whatever_changes_the_structure_of_the_page(text):
    tree = page(
        entry(
            {"project": {"name": text}, "goal": {"expected": text}, "notes": (text,)},
            finding(message=text, advice=text, printed=text),
        )
    )

    assert (len(tree.css("script")), len(tree.css("img")), len(tree.css("table.form"))) == (1, 0, 1)
    assert texts(tree, "h1") == ["项目支出绩效自评核对报告"]
