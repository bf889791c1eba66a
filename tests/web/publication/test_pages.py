"""The pages of publication, and who gets which of them."""

from django.test import Client
from msgspec.structs import replace

from jiheng.model.form import Goal
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.publication.models import Batch, Clearance, Making, MaskRuling, Package, Verdict
from jiheng.web.publication.packing import make
from jiheng.web.publication.releasing import release
from tests.web.access.crawling import visit
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.publication.cleared import batch_of, cleared, proposed, worked
from tests.web.publication.test_releasing import NAMED


def test_ticked_forms_are_proposed_together(city):
    numbers = [record_at(city, Step.CLOSED).number for _ in range(2)]

    at_browser(city.head).post("/tasks/propose-publication/", {"number": numbers})

    assert set(Clearance.objects.values_list("verdict", flat=True)) == {Verdict.WAITING}
    assert Clearance.objects.count() == 2


def test_the_list_tells_how_each_form_stands(city):
    cleared(city)
    proposed(city)

    assert texts(at_browser(city.reviewer), "/publication/", "td .state") == ["可公开", "待审查"]
    assert texts(at_browser(city.reviewer), "/publication/?state=waiting", "td .state") == [
        "待审查"
    ]


def test_ticked_forms_are_reviewed_together(city):
    first, second = proposed(city), proposed(city)

    at_browser(city.reviewer).post(
        "/tasks/review-secrecy/", {"number": [first.number, second.number]}
    )

    assert set(Clearance.objects.values_list("verdict", flat=True)) == {Verdict.PUBLIC}


def test_a_reviewer_withholds_a_part_with_a_reason(city):
    record = proposed(city)
    sent = {"version": "1", "verdict": "partly", "withheld": ["money"], "reason": "涉及合同价格"}

    answer = at_browser(city.reviewer).post(f"/forms/{record.number}/review-secrecy/", sent)

    assert answer.status_code == 302
    assert Clearance.objects.get().withheld == "money"
    assert Clearance.objects.get().reason == "涉及合同价格"


def test_a_review_without_its_reason_is_told_and_keeps_what_was_ticked(city):
    record = proposed(city)
    sent = {"version": "1", "verdict": "partly", "withheld": ["money"]}

    answer = at_browser(city.reviewer).post(f"/forms/{record.number}/review-secrecy/", sent)

    assert answer.status_code == 409
    assert "请写明理由" in answer.content.decode()
    assert 'value="money" checked' in answer.content.decode()


def test_after_the_review_the_page_of_what_is_hidden_follows(city):
    record = proposed(city, NAMED)
    sent = {"version": "1", "verdict": "public"}

    answer = at_browser(city.reviewer).post(f"/forms/{record.number}/review-secrecy/", sent)

    assert answer.headers["Location"] == f"/forms/{record.number}/mask-texts/"


def test_a_ticked_place_is_released_and_a_line_is_added(city):
    record = cleared(city, NAMED)
    sent = {"version": "1", "released": ["1 goal.expected"], "added": "就业率\n"}

    at_browser(city.reviewer).post(f"/forms/{record.number}/mask-texts/", sent)
    kept = MaskRuling.objects.values_list("path", "start", "text", "is_added")

    assert list(kept) == [("goal.expected", 1, "李 芳", False), ("", 0, "就业率", True)]


def test_a_place_that_was_never_proposed_is_not_released(city):
    record = cleared(city, NAMED)
    sent = {"version": "1", "released": ["0 goal.expected", "x", "99 no.such"]}

    at_browser(city.reviewer).post(f"/forms/{record.number}/mask-texts/", sent)

    assert MaskRuling.objects.count() == 0


def test_a_name_that_another_form_hides_can_be_released_here(city):
    record = cleared(city, FORM)
    page = at_browser(city.reviewer).get(f"/forms/{record.number}/mask-texts/?also=就业").content

    assert "<mark>就业</mark>" in page.decode()


def test_a_batch_is_made_once_for_a_place_and_year(city):
    cleared(city)
    client = at_browser(city.reviewer)
    sent = {"place": str(city.bureau.pk), "year": "2024"}

    addresses = [client.post("/publication/batches/", sent).headers["Location"] for _ in range(2)]

    assert addresses[0] == addresses[1]
    assert Batch.objects.count() == 1


def test_nobody_makes_a_batch_of_a_place_that_is_not_theirs(city):
    cleared(city)
    sent = {"place": str(city.other_bureau.pk), "year": "2024"}

    assert at_browser(city.reviewer).post("/publication/batches/", sent).status_code == 404
    assert Batch.objects.count() == 0


def test_a_batch_says_which_forms_stay_behind_and_why(city):
    cleared(city)
    proposed(city)
    address = f"/publication/batches/{batch_of(city).pk}/"

    (reason,) = texts(at_browser(city.reviewer), address, "section:last-child tbody td:last-child")

    assert reason == "待审查 等待保密审查"


def test_a_button_lets_the_worker_release_the_batch(city):
    cleared(city)
    address, client = f"/publication/batches/{batch_of(city).pk}/", at_browser(city.reviewer)

    waiting = client.post(address, follow=True).content.decode()
    worked()
    done = client.get(address).content.decode()

    assert "正在生成公开包：1 份表，赵强" in waiting
    assert "已公开第 1 版" in done
    assert Package.objects.count() == 1


def test_the_page_of_a_batch_is_drawn_anew_when_the_worker_is_done(city):
    cleared(city)
    address, client = f"/publication/batches/{batch_of(city).pk}/", at_browser(city.reviewer)
    client.post(address)

    before = client.get(address, headers={"HX-Request": "true"})
    worked()
    after = client.get(address, headers={"HX-Request": "true"})

    assert "<h1" not in before.content.decode()
    assert "HX-Refresh" not in before
    assert after["HX-Refresh"] == "true"


def test_where_nothing_is_cleared_nothing_is_asked_of_the_worker(city):
    proposed(city)

    answer = at_browser(city.reviewer).post(f"/publication/batches/{batch_of(city).pk}/")

    assert answer.status_code == 409
    assert "没有可以公开的表" in answer.content.decode()
    assert not Making.objects.exists()


def test_what_could_be_read_is_told_on_the_page(city, monkeypatch):
    cleared(city, NAMED)
    monkeypatch.setattr(
        "jiheng.writers.publication.assets", lambda _: [("assets/x.js", "李芳".encode())]
    )

    address, client = f"/publication/batches/{batch_of(city).pk}/", at_browser(city.reviewer)
    client.post(address)
    worked()
    told = client.get(address).content.decode()

    assert "公开包里仍能读到已隐去的内容" in told
    assert "assets/x.js" in told
    assert Package.objects.count() == 0


def test_batches_and_packages_of_others_do_not_exist(city):
    cleared(city)
    batch = batch_of(city)
    package = release(batch, city.reviewer)
    addresses = (
        f"/publication/batches/{batch.pk}/",
        f"/publication/batches/{batch.pk}/names/",
        f"/publication/packages/{package.pk}/",
    )

    got = {
        who: [visit(at_browser(getattr(city, who)), each).status for each in addresses]
        for who in ("reviewer", "performance", "head", "colleague", "stranger", "system_admin")
    }

    assert got == {
        "reviewer": [200, 200, 200],
        "performance": [200, 200, 200],
        "head": [404, 404, 404],
        "colleague": [404, 404, 404],
        "stranger": [404, 404, 404],
        "system_admin": [404, 404, 404],
    }


def test_nobody_else_withdraws_a_package(city):
    cleared(city)
    package = release(batch_of(city), city.reviewer)

    status = at_browser(city.head).post(f"/publication/packages/{package.pk}/withdraw/").status_code

    assert status == 404
    assert Package.objects.get().withdrawn_at is None


def test_a_number_that_changed_meanwhile_is_not_reviewed(city):
    record = proposed(city)
    FormRecord.objects.filter(pk=record.pk).update(version=2)
    sent = {"version": "1", "verdict": "public"}

    answer = at_browser(city.reviewer).post(f"/forms/{record.number}/review-secrecy/", sent)

    assert answer.status_code == 409
    assert Clearance.objects.get().verdict == Verdict.WAITING


def test_the_public_sees_nothing_unless_it_is_switched_on(city):
    cleared(city)
    batch = batch_of(city)
    release(batch, city.reviewer)

    assert Client().get("/public/").status_code == 404
    assert Client().get(f"/public/{batch.pk}/index.html").status_code == 404


def test_what_is_hidden_for_another_form_is_told_and_can_be_released(city):
    cleared(city, replace(FORM, contact="高峰期"))
    record = cleared(city, replace(FORM, goal=Goal(expected="保障高峰期用工。", actual="完成。")))
    batch = batch_of(city)
    client = at_browser(city.reviewer)
    client.post(f"/publication/batches/{batch.pk}/")
    worked()

    (link,) = texts(client, f"/publication/batches/{batch.pk}/", ".changed .button")
    sent = {"version": "1", "also": link, "released": ["2 goal.expected"], "added": ""}
    client.post(f"/forms/{record.number}/mask-texts/", sent)

    assert link == "高峰期"
    assert make(batch).publication.cards[1].aims[0].expected == "保障高峰期用工。"
