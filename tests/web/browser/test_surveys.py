"""A survey is answered on a phone and on paper, closed, and its share taken over, in a browser."""

from playwright.sync_api import expect

from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.surveys.models import Answered
from tests.web.browser.looking import axe, shot
from tests.web.surveys.asking import begun, codes_of

PHONE = 390


def test_somebody_answers_on_a_phone_without_a_log_in(city, page_of):
    code = codes_of(city, begun(city))[0]
    phone = page_of(width=PHONE)

    phone.goto(f"/q/#{code}")
    expect(phone.get_by_label("答题码")).to_have_value(code)
    shot(phone, "survey-door")
    assert axe(phone) == []
    phone.get_by_role("button", name="开始答题").click()
    phone.locator("fieldset").nth(0).get_by_label("基本满意").check()
    phone.locator("fieldset").nth(1).get_by_label("非常满意", exact=True).check()
    phone.get_by_label("您有什么建议？").fill("多办几期")
    shot(phone, "survey-questions")
    assert axe(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE
    phone.get_by_role("button", name="提交").click()
    expect(phone.get_by_role("heading", name="谢谢，您的答卷已收到")).to_be_visible()

    assert '"q1":"fairly-satisfied"' in Answered.objects.get().said


def test_paper_is_keyed_in_and_the_share_taken_over(city, page_of):
    survey = begun(city)
    clerk = page_of(city.clerk)

    clerk.goto(f"/forms/{survey.record.number}/")
    clerk.get_by_role("link", name="满意度调查").click()
    assert axe(clerk) == []
    clerk.get_by_role("link", name="学员满意度调查").click()
    assert axe(clerk) == []
    clerk.get_by_role("link", name="录入纸质问卷").click()
    clerk.get_by_label("编号").fill("3")
    clerk.locator("fieldset").nth(0).get_by_label("满意", exact=True).check()
    clerk.locator("fieldset").nth(1).get_by_label("不满意", exact=True).check()
    assert axe(clerk) == []
    clerk.get_by_role("button", name="保存，录下一份").click()
    expect(clerk.locator(".told")).to_have_text("已录入 3 号。")
    clerk.get_by_role("link", name="回到调查").click()
    clerk.get_by_label("确定结束").check()
    clerk.get_by_role("button", name="结束调查").click()
    expect(clerk.locator(".facts.tall dd").first).to_have_text("1/1，即 100%")
    assert axe(clerk) == []
    clerk.get_by_role("button", name="填入 100%").click()
    expect(clerk.locator(".told")).to_have_text("已填入表中，请核对得分。")

    assert form_of(FormRecord.objects.get()).indicators[2].actual == "100%"
