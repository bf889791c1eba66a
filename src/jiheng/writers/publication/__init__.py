"""The static package of a publication: pages, tables, data, and a manifest of all of it.

It opens from a folder without a network; the same publication gives the same bytes.
"""

from hashlib import sha256

import msgspec

from jiheng import __version__
from jiheng.model.publication import (
    PackageManifest,
    Publication,
    PublishedFile,
    PublishedForm,
)
from jiheng.rulebook.messages import LANGUAGES, SOURCE
from jiheng.writers.archive import pack
from jiheng.writers.publication.data import data_files
from jiheng.writers.publication.names import MANIFEST, Names
from jiheng.writers.publication.page import assets
from jiheng.writers.publication.site import site

File = tuple[str, bytes]


def write_package(publication: Publication) -> tuple[File, ...]:
    """Return every file of the package by its path in it, the manifest last."""
    names = Names(publication)
    pages = (
        (path, page.encode())
        for language in (SOURCE, *LANGUAGES)
        for path, page in site(publication, names, language)
    )
    files = tuple(sorted((*pages, *data_files(publication, names), *assets(publication))))
    return (*files, (MANIFEST, _formatted(_manifest(publication, files))))


def zipped(files: tuple[File, ...]) -> bytes:
    """Return a package as one file, whose bytes depend on its own files alone."""
    return pack(files)


def _manifest(publication: Publication, files: tuple[File, ...]) -> PackageManifest:
    return PackageManifest(
        program=__version__,
        place=publication.place,
        year=publication.year,
        edition=publication.edition,
        released_on=publication.released_on,
        files=tuple(
            PublishedFile(path=path, sha256=sha256(data).hexdigest(), size=len(data))
            for path, data in files
        ),
        forms=tuple(
            PublishedForm(number=each.number, version=each.version, check_code=each.check_code)
            for each in publication.cards
        ),
    )


def _formatted(manifest: PackageManifest) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
