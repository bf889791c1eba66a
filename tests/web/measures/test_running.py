"""Measures that the worker computes from ledgers which the server may read."""

import pytest
from django.conf import settings

from jiheng.web.evidence.models import Paper
from jiheng.web.measures.choosing import choose, own
from jiheng.web.measures.models import Run
from jiheng.web.measures.running import run_measure
from jiheng.web.people.models import Appointment
from tests.web.measures.training import LEDGER, MEASURE, NAME, TRAINEES, chosen_for, serve_ledger
from tests.web.pages.browsing import at_browser, texts

SOURCE = {"source": "培训系统"}


@pytest.fixture
def ledger(tmp_path):
    """Return the file of trainees in a folder that the server may read."""
    path = tmp_path / "trainee.csv"
    path.write_text(TRAINEES, encoding="utf-8")
    served = settings.CONFIG.data / "ledgers.toml"
    serve_ledger(settings.CONFIG.data, tmp_path)
    yield path
    served.unlink()


@pytest.fixture
def page(city, record, ledger):
    """Return the page of the row 培训人数, for which a measure was chosen."""
    chosen_for(city, record)
    return f"/forms/{record.number}/measures/0/"


@pytest.fixture
def clerk(city):
    """Return the clerk's browser."""
    return at_browser(city.clerk)


def work():
    """Do what waits."""
    for run in Run.objects.filter(ended_at=None):
        run_measure.func(run.pk)


def test_the_page_names_ledger_and_holder_and_not_where_it_lies(clerk, page, ledger):
    shown = clerk.get(page).content.decode()

    assert "培训系统" in shown
    assert "云岭市就业服务中心" in shown
    assert str(ledger.parent) not in shown


def test_what_waits_is_said_and_looked_after(clerk, page):
    clerk.post(f"{page}run/", SOURCE)

    assert "排队中，下一个就是" in texts(clerk, page, "#run")[0]
    assert (
        'hx-trigger="every 2s"' in clerk.get(page, headers={"HX-Request": "true"}).content.decode()
    )


def test_who_asks_twice_waits_once(clerk, page):
    clerk.post(f"{page}run/", SOURCE)
    clerk.post(f"{page}run/", SOURCE)

    assert Run.objects.count() == 1


def test_the_worker_computes_the_value_and_keeps_it_as_a_paper(clerk, page):
    clerk.post(f"{page}run/", SOURCE)
    work()

    assert texts(clerk, page, ".big") == ["2人"]
    assert "由服务器从“培训系统”算出" in clerk.get(page).content.decode()
    assert Paper.objects.count() == 1


def test_the_page_that_waits_is_asked_to_load_again_when_the_value_is_there(clerk, page):
    clerk.post(f"{page}run/", SOURCE)
    work()

    assert clerk.get(page, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_a_replay_of_the_same_ledger_says_so(clerk, page):
    clerk.post(f"{page}run/", SOURCE)
    work()
    clerk.post(f"{page}replay/", SOURCE)
    work()

    assert "重算的值相同：2人" in texts(clerk, page, "#run")[0]


def test_a_replay_of_a_changed_ledger_says_what_changed(clerk, page, ledger):
    clerk.post(f"{page}run/", SOURCE)
    work()
    ledger.write_text(TRAINEES.replace("T2,530100001", "T2,530100009"), encoding="utf-8")
    clerk.post(f"{page}replay/", SOURCE)
    work()

    shown = texts(clerk, page, "#run")[0]
    assert "重算的值不同：原为 2人，现为 3人" in shown
    assert "表 trainee 的数据变了" in shown
    assert Paper.objects.count() == 1


def test_a_table_that_is_gone_is_told_without_its_place(clerk, page, ledger):
    ledger.unlink()
    clerk.post(f"{page}run/", SOURCE)
    work()

    shown = texts(clerk, page, "#run")[0]
    assert "没有表 trainee（学员）的文件" in shown
    assert str(ledger.parent.parent) not in shown


def test_who_lost_the_post_meanwhile_gets_nothing(city, clerk, page):
    clerk.post(f"{page}run/", SOURCE)
    Appointment.objects.filter(person=city.clerk).delete()
    work()

    assert "measures.not-yours" in Run.objects.get().told
    assert not Paper.objects.exists()


def test_the_ledger_of_another_holder_is_not_offered(city, clerk, page, ledger):
    serve_ledger(settings.CONFIG.data, ledger.parent, holder="云岭市水务局")

    answer = clerk.post(f"{page}run/", SOURCE)

    assert "培训系统" not in " ".join(texts(clerk, page, "table.rows th"))
    assert answer.status_code == 409
    assert not Run.objects.exists()


BARE = LEDGER.replace(
    "{name: person_id, title: 个人编号, personal: true}",
    "{name: person_id, title: 个人编号, type: integer}",
)
NUMBER = MEASURE.replace(
    "question: {ask: distinct, table: trainee, column: person_id, period: finished, where: [{column: status, value: 结业}]}",
    "question: {ask: sql, sql: SELECT max(person_id) FROM trainee, tables: [trainee]}",
)


def test_documentation_of_ones_own_opens_no_column_that_points_to_persons(
    city, record, clerk, ledger
):
    choose(city.clerk, record, 0, NAME, own(NUMBER.encode(), BARE.encode(), record.year))
    page = f"/forms/{record.number}/measures/0/"

    clerk.post(f"{page}run/", SOURCE)
    work()

    assert "530100003" not in clerk.get(page).content.decode()
    assert "没有取到" in texts(clerk, page, "#run")[0]


@pytest.mark.parametrize(
    "text",
    [
        "[[ledger]",
        '[[ledger]]\nname = "a"',
        '[[ledger]]\nname = "a"\nsystem = "training"\nholder = "b"\nsources = ["trainee=data.csv"]',
        '[[ledger]]\nname = "a"\nsystem = "training"\nholder = "b"\nsources = []',
        '[[ledger]]\nname = "a"\nsystem = "none"\nholder = "b"\nsources = ["/srv"]',
    ],
)
def test_a_file_of_ledgers_that_cannot_be_used_is_for_the_administrator(clerk, page, text):
    (settings.CONFIG.data / "ledgers.toml").write_text(text, encoding="utf-8")

    assert "请告诉系统管理员" in clerk.get(page).content.decode()
