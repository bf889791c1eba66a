"""汇总表 and 一页摘要: the same figures to take away."""

from io import BytesIO

import openpyxl
import pypdfium2
import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.people.roles import OrganisationKind
from jiheng.web.people.tree import add_organisation
from tests.web.dashboards.putting import busy, put
from tests.web.pages.browsing import at_browser

FILES = ["figures.xlsx", "summary.pdf"]


def fetched(person, address: str) -> bytes:
    """Return a file that somebody takes away."""
    return b"".join(at_browser(person).get(f"/dashboards/{address}").streaming_content)


def sheets(data: bytes) -> dict[str, list[tuple]]:
    """Return the rows of every worksheet."""
    book = openpyxl.load_workbook(BytesIO(data))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book.worksheets}


def words(data: bytes) -> tuple[int, str]:
    """Return how many pages there are, and what stands on the first one."""
    paper = pypdfium2.PdfDocument(data)
    try:
        page = paper[0]
        text = page.get_textpage()
        return len(paper), text.get_text_bounded()
    finally:
        paper.close()


def test_the_worksheets_go_down_to_the_last_unit(city):
    busy(city)
    told = sheets(fetched(city.performance, "figures.xlsx?year=2024"))["机构明细"]

    assert [row[:6] for row in told[1:]] == [
        (1, "云岭市人力资源和社会保障局", "云岭市", 7, 5, 5),
        (2, "云岭市就业服务中心", "云岭市人力资源和社会保障局", 6, 4, 4),
        (2, "云岭市人力资源和社会保障局本级", "云岭市人力资源和社会保障局", 1, 1, 1),
        (1, "云岭市水务局", "云岭市", 2, 1, 1),
        (0, "合计", None, 9, 6, 6),
    ]


def test_every_worksheet_ends_with_what_the_page_says(city):
    busy(city)
    told = sheets(fetched(city.performance, "figures.xlsx?year=2024"))
    places, kinds, years, grades = told.values()

    # 440 and 364 万元, of five forms
    assert places[-1][6:9] == (440, 364, 5)
    assert kinds[-1][-1] == years[1][2]
    assert (grades[-1][0], grades[-1][-1]) == ("合计", 6)


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2"])
def test_a_name_that_looks_like_a_formula_stays_a_text(city, name):
    unit = add_organisation(name, OrganisationKind.UNIT, city.bureau)
    put(city, Step.CLOSED, at=unit)

    book = openpyxl.load_workbook(BytesIO(fetched(city.performance, "figures.xlsx")))

    cell = book.worksheets[0]["B3"]
    assert (cell.value, cell.data_type) == (name, "s")


def test_the_summary_is_one_page_with_the_figures(city):
    busy(city)
    pages, text = words(fetched(city.performance, "summary.pdf?year=2024"))

    assert pages == 1
    assert "2024 年度项目支出绩效自评总览" in text
    assert "6 / 9" in text
    assert "440.00" in text


def test_a_city_of_a_hundred_bureaus_stays_on_one_page(city):
    units = [
        add_organisation(f"云岭市第{number}管理局", OrganisationKind.DEPARTMENT, city.city)
        for number in range(100)
    ]
    for unit in units:
        put(city, Step.CLOSED, at=unit)
    pages, text = words(fetched(city.performance, "summary.pdf"))

    # 35 lines, the 65 others together, the sum
    assert pages == 1
    assert "其余 65 个机构" in text
    assert "100 / 100" in text


@pytest.mark.parametrize("address", FILES)
def test_only_who_sees_the_dashboard_takes_its_files(city, address):
    busy(city)
    outside = city.other_bureau.pk

    assert at_browser(city.clerk).get(f"/dashboards/{address}").status_code == 403
    assert at_browser(city.reviewer).get(f"/dashboards/{address}").status_code == 200
    assert at_browser(city.reviewer).get(f"/dashboards/{address}?at={outside}").status_code == 404


@pytest.mark.parametrize("address", FILES)
def test_a_year_without_forms_gives_files_without_figures(city, address):
    assert at_browser(city.performance).get(f"/dashboards/{address}").status_code == 200


def test_the_files_are_called_by_place_and_year(city):
    busy(city)
    answer = at_browser(city.performance).get("/dashboards/figures.xlsx?year=2024")

    name = "%E4%BA%91%E5%B2%AD%E5%B8%822024%E5%B9%B4%E5%BA%A6"
    assert name in answer.headers["Content-Disposition"]
