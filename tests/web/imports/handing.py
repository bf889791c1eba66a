"""Files as people hand them in, and the worker's hands."""

import zipfile
from io import BytesIO

from msgspec.structs import replace

from jiheng.formats.apart.told import said
from jiheng.model.form import Form
from jiheng.rulebook.layouts import load_layout
from jiheng.web.chain.steps import Step
from jiheng.web.imports.intake import Wish, begin_batch, taken
from jiheng.web.imports.job import run_batch
from jiheng.web.imports.models import Batch, BatchFile, BatchForm
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import lay_out
from tests.web.city import FORM


def form(**changes: str) -> Form:
    """Return 李芳's form with another project, unit, budget or department."""
    project = {
        name: changes.pop(name)
        for name in ("name", "implementing_unit", "department")
        if name in changes
    }
    return replace(FORM, project=replace(FORM.project, **project), **changes)


def word(form: Form = FORM) -> bytes:
    """Return a form as a Word file."""
    return write_docx(lay_out(form, load_layout("national-2020")))


def zipped(**files: bytes) -> bytes:
    """Return an archive of files, whose dots are written as two underscores."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "."), data)
    return target.getvalue()


def imported(person, *files: tuple[str, bytes], year=2024, step=Step.SELF_EVALUATION) -> Batch:
    """Return an import of these files that the worker has done."""
    batch = waiting(person, *files, year=year, step=step)
    run_batch.func(batch.pk)
    return batch


def waiting(person, *files: tuple[str, bytes], year=2024, step=Step.SELF_EVALUATION) -> Batch:
    """Return an import of these files that waits for the worker."""
    wish = Wish(person=person, title="自评表", step=step, year=year)
    return begin_batch(wish, [taken((data,), name) for name, data in files])


def states(batch: Batch) -> dict[str, str]:
    """Return what became of each file."""
    return dict(BatchFile.objects.filter(batch=batch).values_list("path", "state"))


def why(batch: Batch, path: str) -> str:
    """Return why a file stands where it stands."""
    return said(BatchFile.objects.get(batch=batch, path=path).told, "zh")


def only_form(batch: Batch) -> BatchForm:
    """Return the one form of an import."""
    return BatchForm.objects.select_related("record", "organisation").get(file__batch=batch)
