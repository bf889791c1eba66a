"""A request that brings too much is refused before anything of it is kept."""

from django.core.files.uploadedfile import SimpleUploadedFile

from jiheng.web.files import capped
from jiheng.web.files.models import StoredFile
from tests.web.pages.browsing import at_browser


def upload(city):
    sent = {"step": "self-evaluation", "files": [SimpleUploadedFile("a.txt", b"1" * 4000)]}
    return at_browser(city.clerk).post("/imports/", sent)


def test_a_request_over_the_limit_is_refused_with_a_sentence(city, monkeypatch):
    monkeypatch.setattr(capped, "MOST_BYTES", 3000)

    answer = upload(city)

    assert answer.status_code == 400
    assert "一次上传超过 300 MB" in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_request_within_the_limit_is_taken(city):
    assert upload(city).status_code == 302
    assert StoredFile.objects.get().size == 4000


def test_too_many_files_are_refused(city, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 0

    assert upload(city).status_code == 400
