"""XML parts of which a few bytes change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiheng.formats.xml import Element, local_name
from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.revision import Revision


def begin(xml: str) -> Revision:
    return Revision(xml.encode(), "word/document.xml")


def first(revision: Revision, name: str) -> Element:
    """Return the first element of that name."""
    return next(each for each in revision.root.iter() if local_name(each.tag) == name)


def test_pieces_stand_before_and_behind_an_element():
    revision = begin("<a><b>x</b></a>")
    revision.before(first(revision, "b"), "<c/>")
    revision.after(first(revision, "b"), "<d/>")

    assert revision.render() == b"<a><c/><b>x</b><d/></a>"


def test_pieces_stand_at_both_ends_of_a_content():
    revision = begin("<a><b><x/></b></a>")
    revision.prepend(first(revision, "b"), "<c/>")
    revision.append(first(revision, "b"), "<d/>")

    assert revision.render() == b"<a><b><c/><x/><d/></b></a>"


@pytest.mark.parametrize("xml", ["<w:b/>", "<w:b />", '<w:b c="/>"/>', "<w:b\n/>"])
def test_an_element_without_content_is_opened_for_it(xml):
    revision = begin(f'<a xmlns:w="w">{xml}</a>')
    revision.prepend(first(revision, "b"), "<c/>")
    revision.append(first(revision, "b"), "<d/>")

    opening = xml.removesuffix("/>")
    assert revision.render().decode() == f'<a xmlns:w="w">{opening}><c/><d/></w:b></a>'


def test_an_element_with_nothing_between_its_tags_takes_a_piece():
    revision = begin("<a><b></b></a>")
    revision.append(first(revision, "b"), "<c/>")

    assert revision.render() == b"<a><b><c/></b></a>"


def test_an_element_gives_way_to_a_piece():
    revision = begin("<a>1<b>x</b>2</a>")
    revision.replace(first(revision, "b"), "<c/>")

    assert revision.render() == b"<a>1<c/>2</a>"


def test_an_element_is_told_as_it_was_written():
    revision = begin("<a><b  c = '1'>x &amp; y</b></a>")

    assert revision.old(first(revision, "b")) == "<b  c = '1'>x &amp; y</b>"


def test_comments_instructions_and_strange_writing_stay():
    xml = (
        "<?xml version='1.0' standalone='yes'?>\r\n<!-- <b> --><?x <b> ?>"
        '<a c=">" d="&#10;"><![CDATA[<b>]]><!-- </a> --><b\n>x</b\n></a>\n<!-- end -->'
    )
    revision = begin(xml)
    revision.after(first(revision, "b"), "<d/>")

    assert revision.render().decode() == xml.replace("</b\n>", "</b\n><d/>")


def test_a_byte_order_mark_stays():
    revision = Revision(b"\xef\xbb\xbf<a><b/>\xe5\x88\x86</a>", "x")
    revision.after(first(revision, "b"), "得")

    assert revision.render() == b"\xef\xbb\xbf<a><b/>\xe5\xbe\x97\xe5\x88\x86</a>"


def test_a_part_in_ascii_gets_references():
    revision = Revision(b'<?xml version="1.0" encoding="US-ASCII"?><a><b/></a>', "x")
    revision.after(first(revision, "b"), "得")

    assert revision.render().endswith(b"<a><b/>&#24471;</a>")


@pytest.mark.parametrize("codec", ["gb2312", "utf-16"])
def test_a_part_in_another_encoding_is_refused(codec):
    data = f'<?xml version="1.0" encoding="{codec}"?><a>得</a>'.encode(codec)

    with pytest.raises(Unwritable, match="部件 x 的编码是"):
        Revision(data, "x")


XML = st.recursive(
    st.sampled_from(
        ["<b/>", "<b>得&amp;</b>", "t", "<!-- <b/> -->", '<b c=">"/>', "<![CDATA[</b>]]>"]
    ),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<b>{''.join(parts)}</b>"),
    max_leaves=12,
)


@given(xml=XML, number=st.integers(0, 30))
def test_wherever_a_piece_is_put_the_rest_stays(xml, number):
    revision = begin(f"<a>{xml}</a>")
    elements = list(revision.root.iter())
    revision.prepend(elements[number % len(elements)], "<NEW/>")

    rendered = revision.render().decode()

    assert begin(rendered).root.xpath("count(//NEW)") == 1
    assert len(list(begin(rendered).root.iter())) == len(elements) + 1
