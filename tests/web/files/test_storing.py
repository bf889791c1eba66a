"""Files that people hand in are kept by what they hold, never by what they are called."""

import pytest

from jiheng.web.files import storing
from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import TooLarge, path_of, store


def test_a_stored_file_holds_the_bytes_that_were_handed_in(city):
    stored = store((b"\xe7\xbb\xa9", b"\xe6\x95\x88"), "自评表.txt", city.clerk)

    assert path_of(stored).read_text(encoding="utf-8") == "绩效"


def test_equal_bytes_of_two_people_lie_on_the_disk_once(city):
    mine = store((b"same",), "a.docx", city.clerk)
    theirs = store((b"same",), "b.docx", city.colleague)

    assert path_of(mine) == path_of(theirs)
    assert [each.name for each in StoredFile.objects.all()] == ["a.docx", "b.docx"]


@pytest.mark.parametrize("name", ["../../etc/x.docx", "C:\\forms\\x.docx", "/x.docx"])
def test_folders_in_a_name_are_dropped(city, name):
    assert store((b"1",), name, city.clerk).name == "x.docx"


def test_a_file_over_the_limit_leaves_nothing_behind(city, monkeypatch):
    monkeypatch.setattr(storing, "MOST_BYTES", 3)

    with pytest.raises(TooLarge):
        store((b"12", b"34"), "a.docx", city.clerk)

    assert not StoredFile.objects.exists()
    assert not list(storing._folder().glob("in-*"))
