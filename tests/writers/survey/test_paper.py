"""Slips and questions on A4, as they come out of the printer."""

import zxingcpp
from pypdfium2 import PdfDocument

from jiheng.writers.survey.sheet import Asked, Sheet, sheet_pdf
from jiheng.writers.survey.slips import Slip, Slips, slips_pdf

ADDRESS = "http://10.0.0.8:8800/q/"


def slips(count):
    codes = [f"7KQM-2W{number:02}" for number in range(count)]
    return slips_pdf(
        Slips(
            title="云溪县技能培训学员满意度调查",
            how="用手机扫码，或打开网址输入答题码。",
            address=ADDRESS,
            slips=tuple(
                Slip(number=f"编号 {at}", code=code, address=f"{ADDRESS}#{code}")
                for at, code in enumerate(codes)
            ),
        )
    )


def sheet(*questions):
    return sheet_pdf(
        Sheet(title="问卷", number="编号：", how="请打√。", questions=questions, foot="不记名。")
    )


def words(pdf):
    return [page.get_textpage().get_text_bounded() for page in PdfDocument(pdf)]


def test_twelve_slips_stand_on_a_page():
    first, second = words(slips(13))

    assert (first.count("7KQM-2W"), second.count("7KQM-2W")) == (12, 1)


def test_a_phone_reads_the_address_with_the_code():
    page = PdfDocument(slips(2))[0].render(scale=150 / 72).to_pil()

    assert sorted(each.text for each in zxingcpp.read_barcodes(page)) == [
        f"{ADDRESS}#7KQM-2W00",
        f"{ADDRESS}#7KQM-2W01",
    ]


def test_questions_are_numbered_with_their_choices():
    (page,) = words(
        sheet(Asked(text="您满意吗？", choices=("满意", "不满意")), Asked(text="建议？"))
    )

    assert "1. 您满意吗？" in page
    assert "2. 建议？" in page
    assert page.count("不满意") == 1


def test_words_are_set_as_they_are_and_never_run():
    (page,) = words(sheet(Asked(text="#panic() *甲* $x$")))

    assert "#panic() *甲* $x$" in page


def test_twenty_long_questions_take_several_pages():
    assert len(words(sheet(*(Asked(text="问" * 200, choices=("是", "否")),) * 20))) > 1
