"""The licences of what is in an archive, as the packages themselves say."""

import re
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

_REFUSED = re.compile(r"\bA?GPL|Affero|(?<!Lesser )(?<!Library )General Public", re.IGNORECASE)
_TEXT = re.compile(r"\.dist-info/(licenses/)?[^/]*(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_CLASSIFIER = "License :: "
_LONGEST = 60


class Licensed(NamedTuple):
    """A package with its licence, and the texts of licences that its wheel carries."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]

    @property
    def is_refused(self) -> bool:
        """Whether it would oblige the office that runs it: GPL or AGPL."""
        return bool(_REFUSED.search(self.licence))


def licence_of(metadata: Message) -> str:
    """Return what a package says of its licence: the expression, the classifiers, or its words."""
    expression = metadata.get("License-Expression")
    if expression:
        return str(expression)
    classified = [
        each.rpartition(" :: ")[2]
        for each in metadata.get_all("Classifier", [])
        if each.startswith(_CLASSIFIER)
    ]
    said = str(metadata.get("License") or "").strip()
    short = said if len(said) <= _LONGEST and "\n" not in said else ""
    return " / ".join(dict.fromkeys([*classified, *([short] if short else [])])) or "?"


def licensed(wheel: Path) -> Licensed:
    """Return the licence of a wheel."""
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        (told,) = (each for each in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", each))
        metadata = message_from_bytes(archive.read(told))
    texts = tuple(each for each in names if _TEXT.search(each))
    return Licensed(str(metadata["Name"]), str(metadata["Version"]), licence_of(metadata), texts)


def listed(packages: list[Licensed]) -> str:
    """Return the list that lies in the archive."""
    lines = [
        "# 许可 Licences",
        "",
        "各软件包自述的许可；原文在各 wheel 内（wheel 是 zip）。",
        "As the packages say themselves; the texts are inside the wheels (a wheel is a zip).",
        "",
        "| package | version | licence | text |",
        "| --- | --- | --- | --- |",
    ]
    for each in packages:
        text = next(iter(each.texts), "")
        lines.append(f"| {each.name} | {each.version} | {each.licence} | {text} |")
    return "\n".join(lines) + "\n"
