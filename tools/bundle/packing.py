"""Makes one archive of a folder; the same contents give the same bytes."""

import gzip
import tarfile
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_DATE = (1980, 1, 1, 0, 0, 0)
SUMS = "SHA256SUMS"


def add_sums(folder: Path) -> None:
    """Write the digests of all that is in a folder, as ``sha256sum -c`` reads them."""
    lines = [
        f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in _files(folder)
    ]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def tar(folder: Path, target: Path) -> None:
    """Write a ``.tar.gz``; scripts can be run from it."""
    with (
        target.open("wb") as raw,
        # Wheels are packed already: a stronger squeeze would only take time.
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=1) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for path in _files(folder):
            name = path.relative_to(folder.parent).as_posix()
            info = tarfile.TarInfo(name)
            info.size = path.stat().st_size
            info.mode = 0o755 if path.suffix == ".sh" else 0o644
            with path.open("rb") as file:
                archive.addfile(info, file)


def zip_up(folder: Path, target: Path) -> None:
    """Write a ``.zip``."""
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for path in _files(folder):
            name = path.relative_to(folder.parent).as_posix()
            archive.writestr(ZipInfo(name, _DATE), path.read_bytes())


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())
