from jiheng.writers.qr import qr_png, qr_svg
from tests.writers.paper import on_paper, scanned

CODE = "7Q2M-0XKD-91TA"


def test_the_drawing_is_read_by_a_scanner():
    assert scanned(on_paper(qr_svg(CODE))) == [CODE]


def test_the_picture_is_read_by_a_scanner():
    assert scanned(on_paper(qr_png(CODE))) == [CODE]


def test_a_larger_picture_says_the_same():
    assert scanned(on_paper(qr_png(CODE, scale=20))) == [CODE]


def test_the_same_code_gives_the_same_bytes():
    assert (qr_svg(CODE), qr_png(CODE)) == (qr_svg(CODE), qr_png(CODE))


def test_the_drawing_asks_nothing_of_the_network():
    drawing = qr_svg(CODE).replace(b"http://www.w3.org/2000/svg", b"")

    assert b"http" not in drawing
