"""The picture of a cell that an import asks about."""

import pytest

from jiheng.web.imports.models import BatchFile
from tests.pipeline.pictures.doubtful import DOUBT, doubtful_pdf
from tests.web.imports.handing import imported, only_form
from tests.web.pages.browsing import at_browser


@pytest.fixture
def asking(city):
    """Return 李芳's import of a PDF with one cell in doubt."""
    return imported(city.clerk, ("水务局.pdf", doubtful_pdf()))


def cell_of(batch, path: str = DOUBT) -> str:
    return f"/imports/{batch.pk}/forms/{only_form(batch).pk}/cell/?at={path}"


def test_whoever_handed_the_file_in_sees_the_cell_as_it_stands_on_the_page(city, asking):
    answer = at_browser(city.clerk).get(cell_of(asking))

    assert answer["Content-Type"] == "image/png"
    assert answer["Cache-Control"] == "private, max-age=600"
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("who", ["colleague", "reviewer", "performance", "stranger", "auditor"])
def test_nobody_else_sees_it(city, asking, who):
    assert at_browser(getattr(city, who)).get(cell_of(asking)).status_code == 404


@pytest.mark.parametrize("path", ["", "form", "indicators[99].score", "../../etc/passwd"])
def test_what_is_not_asked_about_is_not_shown(city, asking, path):
    assert at_browser(city.clerk).get(cell_of(asking, path)).status_code == 404


def test_a_file_that_is_gone_is_not_shown(city, asking):
    BatchFile.objects.filter(batch=asking).update(stored=None)

    assert at_browser(city.clerk).get(cell_of(asking)).status_code == 404


def test_the_question_shows_it_once_it_is_looked_at(city, asking):
    file = asking.files.get()
    page = at_browser(city.clerk).get(f"/imports/{asking.pk}/files/{file.pk}/").content.decode()

    assert f'src="{cell_of(asking, DOUBT.replace("[", "%5B").replace("]", "%5D"))}"' in page
    assert 'loading="lazy"' in page
