"""Old files of the invented unit."""

from django.core.files.uploadedfile import SimpleUploadedFile
from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.pipeline.reading import with_pack
from jiheng.pipeline.writing import OUTPUTS, official_form
from tests.web.city import FORM

WRITE = {output.name: output.write for output in OUTPUTS}


def of_project(name: str, year: int = 2024, form: Form = FORM) -> Form:
    """Return the form of another project or year."""
    return replace(form, year=year, project=replace(form.project, name=name))


def file_of(*forms: Form, kind: str = "docx") -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    laid = tuple(official_form(with_pack(form), None).laid for form in forms)
    return SimpleUploadedFile(f"{forms[0].project.name}.{kind}", WRITE[kind](laid))
