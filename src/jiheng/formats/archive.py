"""A zip of many files that somebody hands over: each entry judged before it is inflated."""

import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.package import BROKEN, check_part
from jiheng.rulebook.phrases import Phrase, phrase

MAX_FILES = 5_000
MAX_BYTES = 2 << 30
MAX_FOLDERS = 12
"""How deep folders may stand in one another."""
MAX_NAME = 300

_STEP = 256 << 10
_HEAD = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_MOST_MARKS = 200_000
_UTF8 = 0x800
_TOLD_APART = frozenset({"[content_types].xml", "meta-inf/manifest.xml", "ofd.xml", "mimetype"})
"""A zip that holds one of these is a document."""
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_LITTER = re.compile(
    r"(^|/)(__MACOSX(/|$)|\.(?!\.?(/|$))|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE
)


class ArchivedFile(Struct, frozen=True, kw_only=True):
    """One file of an archive.

    Attributes:
        name: folders and name, parted by ``/``, fit to be shown; never a path to write to.
        refused: why it is not taken; None where it is.
    """

    name: str
    refused: Phrase | None


class Archive:
    """The files of a zip; what the system left in it besides is passed over.

    Raises:
        FormatError: it is broken, or holds more than it may.
    """

    def __init__(self, path: Path) -> None:
        _count_entries(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except BROKEN as error:
            raise FormatError(phrase("archive.broken")) from error
        self._entries = [each for each in self._zip.infolist() if not each.is_dir()]
        if len(self._entries) > MAX_FILES:
            self._zip.close()
            raise FormatError(phrase("archive.too-many", most=str(MAX_FILES)))
        total = sum(each.file_size for each in self._entries)
        if total > MAX_BYTES:
            self._zip.close()
            raise FormatError(
                phrase("archive.too-large", size=_megabytes(total), most=_megabytes(MAX_BYTES))
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def files(self) -> Iterator[tuple[ArchivedFile, Iterator[bytes]]]:
        """Yield each file with its bytes, which are inflated as they are asked for."""
        for entry in self._entries:
            name = _name(entry)
            if not is_litter(name):
                refused = _refusal(entry, name)
                yield ArchivedFile(name=shown(name), refused=refused), self._inflated(entry)

    def _inflated(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            # No more than the stated size is returned, and that was looked at.
            with self._zip.open(entry) as stream:
                yield from iter(lambda: stream.read(_STEP), b"")
        except BROKEN as error:
            raise FormatError(phrase("archive.entry-broken")) from error


def is_archive(path: Path, name: str) -> bool:
    """Whether a file is a zip of files and no document; a broken one goes by its name."""
    with path.open("rb") as file:
        if file.read(len(_HEAD)) != _HEAD:
            return False
    try:
        _count_entries(path)
        with zipfile.ZipFile(path) as opened:
            parts = {part.replace("\\", "/").lower() for part in opened.namelist()}
    except BROKEN:
        return name.lower().endswith(".zip")
    except FormatError:
        return True
    return not parts & _TOLD_APART


def is_litter(name: str) -> bool:
    """Whether a system or an open program left this file behind.

    Example:
        >>> is_litter("水务局/~$自评表.docx"), is_litter("__MACOSX/a.docx"), is_litter("a.docx")
        (True, True, False)
    """
    return _LITTER.search(name.replace("\\", "/")) is not None


def name_refusal(name: str) -> Phrase | None:
    r"""Return why a name is not taken: it leads elsewhere, or no system could hold it.

    Example:
        >>> name_refusal("水务局/自评表.docx") is None
        True
        >>> name_refusal("../自评表.docx").key, name_refusal("C:\\自评表.docx").key
        ('archive.name-up', 'archive.name-absolute')
    """
    parts = name.replace("\\", "/").split("/")
    faults: tuple[tuple[str, bool], ...] = (
        ("control", _CONTROL.search(name) is not None),
        ("absolute", not parts[0] or _DRIVE.match(name) is not None),
        ("up", ".." in parts),
        ("device", any(_DEVICES.fullmatch(part.strip()) for part in parts)),
        ("deep", len(parts) - 1 > MAX_FOLDERS),
        ("long", len(name) > MAX_NAME),
    )
    fault = next((key for key, is_so in faults if is_so), None)
    most = str(MAX_FOLDERS if fault == "deep" else MAX_NAME)
    return phrase(f"archive.name-{fault}", most=most) if fault else None


def shown(name: str) -> str:
    """Return a name in one line and of a length that can be kept."""
    plain = _CONTROL.sub("�", name.replace("\\", "/"))
    return plain if len(plain) <= MAX_NAME else f"…{plain[1 - MAX_NAME :]}"


def _count_entries(path: Path) -> None:
    # Asked before the list is read: each entry of it costs far more memory than bytes. Documents
    # that were packed without being compressed have their own lists, so this is only a first look.
    count, rest = 0, b""
    with path.open("rb") as file:
        while block := file.read(_STEP):
            count += (rest + block).count(_ENTRY)
            rest = block[1 - len(_ENTRY) :]
    if count > _MOST_MARKS:
        raise FormatError(phrase("archive.too-many", most=str(MAX_FILES)))


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the name as whoever packed it wrote it: Windows says neither UTF-8 nor GBK."""
    if entry.flag_bits & _UTF8:
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437", errors="replace")
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return entry.orig_filename


def _refusal(entry: zipfile.ZipInfo, name: str) -> Phrase | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        return phrase("archive.link")
    if entry.file_size > limits.MAX_FILE_BYTES:
        return phrase("archive.entry-large", most=_megabytes(limits.MAX_FILE_BYTES))
    try:
        check_part(entry, limits.MAX_FILE_BYTES)
    except FormatError as error:
        told = error.told
        return told if isinstance(told, Phrase) else phrase("archive.entry-broken")
    return name_refusal(name)


def _megabytes(size: int) -> str:
    return str(-(-size // limits.MEGABYTE))
