"""What may be handed in: every kind of file that is read, alone, packed and mixed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from benchmarks.hostile_folder.good import as_ofd, as_pdf, as_xls
from jiheng.rulebook.layouts import load_layout
from jiheng.web.imports.job import run_batch
from jiheng.web.imports.models import Batch
from jiheng.writers.layout import lay_out
from tests.web.city import FORM
from tests.web.imports.handing import form, only_form, states, word, zipped
from tests.web.pages.browsing import at_browser, texts

LAID = lay_out(FORM, load_layout("national-2020"))


def hand_in(person, *files: tuple[str, bytes]) -> Batch:
    """Return what became of files that somebody chose on the page."""
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    said = {"title": "", "year": "2024", "step": "self-evaluation", "files": sent}
    at_browser(person).post("/imports/", said)
    batch = Batch.objects.get()
    run_batch.func(batch.pk)
    return batch


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("自评表.pdf", as_pdf(LAID), "PDF"),
        ("自评表.ofd", as_ofd(LAID), "OFD"),
        ("自评表.xls", as_xls(LAID), "旧版 Excel"),
        ("自评表.docx", word(), "Word"),
    ],
)
def test_a_form_of_any_kind_is_imported_and_its_kind_is_told(city, name, data, kind):
    batch = hand_in(city.clerk, (name, data))
    page = texts(at_browser(city.clerk), f"/imports/{batch.pk}/", "#files-list tbody th small")

    assert states(batch) == {name: "imported"}
    assert only_form(batch).project == FORM.project.name
    assert page == [kind]


def test_a_mixed_archive_with_bad_files_is_imported_as_far_as_it_can_be(city):
    other = lay_out(form(name="另一个项目"), load_layout("national-2020"))
    packed = zipped(
        人社局__pdf=as_pdf(LAID),
        二__xls=as_xls(other),
        半截__pdf=as_pdf(LAID)[:900],
        包__rar=b"Rar!\x1a\x07",
    )

    batch = hand_in(city.clerk, ("市直.zip", packed))

    assert states(batch) == {
        "市直.zip": "opened",
        "市直.zip/人社局.pdf": "imported",
        "市直.zip/二.xls": "imported",
        "市直.zip/半截.pdf": "unreadable",
        "市直.zip/包.rar": "unreadable",
    }


def test_an_archive_of_another_kind_says_what_to_do(city):
    batch = hand_in(city.clerk, ("市直.rar", b"Rar!\x1a\x07"))
    page = at_browser(city.clerk).get(f"/imports/{batch.pk}/").content.decode()

    assert "请解压后读其中的文件，或改用 zip 打包" in page


def test_the_page_names_the_kinds_that_it_takes(city):
    (hint,) = texts(at_browser(city.clerk), "/imports/", "[data-chosen]")

    assert "PDF、OFD、扫描件和照片" in hint
