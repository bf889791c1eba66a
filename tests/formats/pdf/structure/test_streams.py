"""Streams that hold structure, unpacked."""

import zlib

import pytest

from jiheng.formats.errors import FormatError
from jiheng.formats.pdf.structure.streams import stream_at

CONTENT = b"1 2 3"
PACKED = zlib.compress(CONTENT)


def made(about: str, content: bytes = PACKED) -> bytes:
    head = f"7 0 obj\n<< /Length {len(content)} {about} >>\nstream\n"
    return head.encode() + content + b"\nendstream\nendobj"


@pytest.mark.parametrize(
    ("about", "content"),
    [
        ("", CONTENT),
        ("/Filter []", CONTENT),
        ("/Filter /FlateDecode", PACKED),
        ("/Filter [/FlateDecode] /DecodeParms [null]", PACKED),
        ("/Filter /FlateDecode /DecodeParms << /Predictor 1 >>", PACKED),
        (
            "/Filter [/FlateDecode] /DecodeParms [<< /Predictor 12 /Columns 5 >>]",
            zlib.compress(b"\0" + CONTENT),
        ),
    ],
)
def test_a_stream_is_unpacked_as_it_was_packed(about, content):
    assert stream_at(made(about, content), 0).content == CONTENT


@pytest.mark.parametrize(
    "about",
    [
        "/Filter [/FlateDecode /ASCIIHexDecode]",
        "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 999 >>",
        "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2 >>",
    ],
)
def test_a_stream_packed_as_structure_is_not_is_told(about):
    with pytest.raises(FormatError):
        stream_at(made(about), 0)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(made("").replace(b"7 0 obj", b"8 0 obj"), id="another object"),
        pytest.param(made("").replace(b"\nstream\n", b"\n(text)\n"), id="no stream"),
        pytest.param(made("").replace(b"/Length", b"/Longth"), id="no length"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_is_not_the_stream_asked_for_is_told(data):
    with pytest.raises(FormatError):
        stream_at(data, 0, 7)
