"""The manifest of a corpus: read, checked, and put in place at one stroke."""

import os
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

import msgspec

from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.layout import CODED, MANIFEST, NESTED, UNFINISHED, path_of
from jiheng.model.corpus import Manifest, Part
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import Phrase, phrase
from jiheng.rulebook.telling import cause_of


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a corpus.

    Raises:
        CorpusError: there is none, or this version cannot read it.
    """
    path = folder / MANIFEST
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise CorpusError(phrase("corpus.none", path=called(folder))) from error
    except OSError as error:
        told = phrase("corpus.unreadable", path=called(path), cause=cause_of(error))
        raise CorpusError(told) from error
    except msgspec.MsgspecError as error:
        raise CorpusError(phrase("corpus.other", path=called(path))) from error
    # A manifest from elsewhere must not lead out of its folder.
    if not all(map(_has_own_paths, manifest.parts)):
        raise CorpusError(phrase("corpus.other", path=called(path)))
    return manifest


def _has_own_paths(part: Part) -> bool:
    own = (path_of(file.kind, part.year, part.region, part.name) for file in part.files)
    is_plain = part.region.isalnum() and part.name.isalnum()
    return is_plain and all(file.path == path for file, path in zip(part.files, own, strict=True))


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one before, whole or not at all."""
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    unfinished = folder / f"{MANIFEST}.{UNFINISHED}"
    with unfinished.open("wb") as file:
        file.write(text + b"\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(folder / MANIFEST)


def sha256_of(path: Path) -> str:
    """Return the hash of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def faults(folder: Path, manifest: Manifest) -> Iterator[Phrase]:
    """Yield a sentence for each file that is not as the manifest says."""
    for file in (file for part in manifest.parts for file in part.files):
        path = folder / file.path
        if not path.is_file():
            yield phrase("corpus.missing", path=file.path)
        elif path.stat().st_size != file.size or sha256_of(path) != file.sha256:
            yield phrase("corpus.changed", path=file.path)


def sweep(folder: Path, manifest: Manifest) -> None:
    """Remove the Parquet files that no manifest names."""
    kept = {folder / file.path for part in manifest.parts for file in part.files}
    for path in _parquet_files(folder):
        if path not in kept:
            path.unlink()


def _parquet_files(folder: Path) -> Iterator[Path]:
    for name in (CODED, NESTED):
        yield from sorted((folder / name).glob("year=*/region=*/*.parquet"))
