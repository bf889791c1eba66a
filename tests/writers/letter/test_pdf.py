"""A letter as a PDF file."""

from msgspec.structs import replace
from pypdfium2 import PdfDocument

from jiheng.writers.letter import Table, Words, letter_pdf
from tests.writers.letter.letters import LETTER


def said(letter) -> str:
    """Return the text of a letter's pages without its line breaks."""
    pages = PdfDocument(letter_pdf(letter))
    return "".join(page.get_textpage().get_text_range() for page in pages).replace("\r\n", "")


def test_everything_that_the_letter_says_stands_on_its_pages():
    text = said(LETTER)

    for words in ("关于云岭市2024年度", "自评情况的通报", "一、报送情况", "云岭市水务局"):
        assert words in text


def test_text_is_never_read_as_code():
    letter = replace(LETTER, blocks=(Words(text="#panic() *粗* $x$ @a"),))

    assert "#panic() *粗* $x$ @a" in said(letter)


def test_a_long_table_goes_over_pages_under_its_heading():
    rows = tuple((f"单位{at}", str(at)) for at in range(80))
    table = Table(caption="清单", head=("单位名称", "份数"), rows=rows, widths=(3, 1))
    letter = replace(LETTER, blocks=(table,))

    assert said(letter).count("单位名称") == len(PdfDocument(letter_pdf(letter)))
    assert len(PdfDocument(letter_pdf(letter))) > 1


def test_the_same_letter_gives_the_same_bytes():
    assert letter_pdf(LETTER) == letter_pdf(LETTER)
