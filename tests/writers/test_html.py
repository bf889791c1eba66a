from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from jiheng.rulebook.layouts import load_layout
from jiheng.writers.html import write_html
from jiheng.writers.layout import lay_out
from tests.writers.forms import WATER

LIUPANSHUI = load_layout("liupanshui-2023")


def test_a_merged_heading_spans_its_rows():
    page = LexborHTMLParser(write_html(lay_out(WATER, LIUPANSHUI)))

    heading = next(cell for cell in page.css("th") if cell.text() == "产出指标 (50分)")
    assert heading.attributes["rowspan"] == "2"


def test_hostile_text_makes_no_element():
    form = replace(WATER, conclusion="<script>alert(1)</script>", title='"><img src=x>')

    page = LexborHTMLParser(write_html(lay_out(form, LIUPANSHUI)))

    assert page.css("script, img") == []


def test_the_page_asks_nothing_of_the_network():
    page = write_html(lay_out(WATER, LIUPANSHUI)).decode()

    assert "http" not in page
