import pytest

from jiheng.rulebook.plain_yaml import NotPlain, read_plain


def test_quoted_numbers_and_words_stay_text():
    assert read_plain(b'a: "10"\nb: \'null\'\nc: ""') == {"a": "10", "b": "null", "c": ""}


def test_an_empty_value_is_null():
    assert read_plain(b"label:\nrows: []\nwords: {}") == {"label": None, "rows": [], "words": {}}


def test_lists_and_keys_nest():
    assert read_plain("行: [{列: 1}, {列: 2}]".encode()) == {"行": [{"列": 1}, {"列": 2}]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\na: 2", "key a stands twice"),
        ("a: 1.5", "1.5 is no text"),
        ("a: 2024-01-05", "2024-01-05 is no text"),
        ("a: yes", "yes is no text"),
        ("a: [1", "while parsing"),
        ("", "empty"),
    ],
)
def test_anything_else_is_refused(text: str, told: str):
    with pytest.raises(NotPlain, match=told):
        read_plain(text.encode())
