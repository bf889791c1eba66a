"""LibreOffice, as an office would use it: files opened and saved again."""

import re
import shutil
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pypdfium2 as pdfium
import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PATIENCE = 240

needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed (libreoffice-writer, libreoffice-calc)"
)


def converted(files: dict[str, bytes], to: str) -> dict[str, bytes]:
    """Return the files as LibreOffice saves them, by the same names without suffix."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in", Path(folder) / "out"
        source.mkdir()
        for name, data in files.items():
            (source / name).write_bytes(data)
        paths = sorted(map(str, source.iterdir()))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [OFFICE or "", profile, "--headless", "--convert-to", to, "--outdir", str(target)]
        subprocess.run([*command, *paths], check=True, capture_output=True, timeout=PATIENCE)
        return {path.stem: path.read_bytes() for path in sorted(target.iterdir())}


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF file has."""
    with pdfium.PdfDocument(pdf) as document:
        return len(document)


def without_properties(data: bytes) -> bytes:
    """Return a Word or Excel file without its properties and foreign parts."""
    target = BytesIO()
    with (
        ZipFile(BytesIO(data)) as source,
        ZipFile(target, "w", ZIP_DEFLATED) as stripped,
    ):
        for name in source.namelist():
            if not name.startswith(("docProps/", "customXml/")):
                stripped.writestr(name, source.read(name))
    return target.getvalue()


def without_results(data: bytes) -> bytes:
    """Return an Excel file whose formulas were never worked out."""
    target = BytesIO()
    with (
        ZipFile(BytesIO(data)) as source,
        ZipFile(target, "w", ZIP_DEFLATED) as emptied,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb"</f><v>[^<]*</v>", b"</f>", part)
            emptied.writestr(name, part)
    return target.getvalue()
