"""Nothing that the platform needs obliges the office that runs it."""

from email.message import Message
from importlib.metadata import distribution, metadata

import pytest
from packaging.requirements import Requirement

from tools.bundle.licences import Licensed, licence_of


def needed(name: str, extras: tuple[str, ...], found: dict[str, Message]) -> dict[str, Message]:
    """Return a package and all that it needs here, with what each says of itself."""
    found[name.lower()] = metadata(name)
    for line in distribution(name).requires or ():
        wanted = Requirement(line)
        applies = [
            wanted.marker is None or wanted.marker.evaluate({"extra": extra})
            for extra in ("", *extras)
        ]
        if any(applies) and wanted.name.lower() not in found:
            needed(wanted.name, tuple(wanted.extras), found)
    return found


def licensed(licence: str) -> Licensed:
    """Return a package under a licence."""
    return Licensed("x", "1", licence, ())


def test_no_package_of_the_platform_is_under_gpl_or_agpl():
    packages = needed("jiheng", ("web",), {})
    licences = {name: licence_of(told) for name, told in packages.items()}

    assert {"django", "granian", "psycopg", "psycopg-binary"} <= set(packages)
    assert [name for name, each in licences.items() if licensed(each).is_refused] == []
    assert [name for name, each in licences.items() if each == "?"] == []


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-or-later",
        "AGPL-3.0-only",
        "GNU General Public License v3 (GPLv3)",
        "GNU Affero General Public License v3",
        "MIT AND GPL-2.0-only",
    ],
)
def test_gpl_is_refused_in_all_its_spellings(licence):
    assert licensed(licence).is_refused


@pytest.mark.parametrize(
    "licence",
    [
        "LGPL-3.0-only",
        "GNU Lesser General Public License v3 (LGPLv3)",
        "GNU Library General Public License",
        "BSD-3-Clause",
    ],
)
def test_the_lesser_licence_of_a_library_is_not(licence):
    assert not licensed(licence).is_refused
