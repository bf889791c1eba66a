import pytest

from jiheng.formats.charset import decode_page

PAGE = '<meta charset="{}"><p>项目支出绩效</p>'


@pytest.mark.parametrize("named", ["gb2312", "GBK", "gb18030", "utf-8", "no-such-set", ""])
def test_a_page_in_gb18030_is_read_whatever_it_says(named: str):
    page = PAGE.format(named)

    assert decode_page(page.encode("gb18030")) == page


@pytest.mark.parametrize("named", ["utf-8", "iso-8859-1", ""])
def test_a_page_in_utf_8_is_read(named: str):
    page = PAGE.format(named)

    assert decode_page(page.encode()) == page


def test_a_page_in_big5_is_read():
    page = '<meta charset="big5"><p>績效</p>'

    assert decode_page(page.encode("big5")) == page


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_goes_before_what_is_declared(codec: str):
    page = PAGE.format("gb2312")

    assert decode_page(page.encode(codec)) == page


def test_what_the_mail_header_declares_goes_before_the_page():
    assert decode_page("绩".encode("gb18030"), "gb2312") == "绩"


def test_bytes_that_fit_nothing_are_kept_readable():
    assert decode_page(b"ok \xff\xff\xff") == "ok \ufffd\ufffd\ufffd"
