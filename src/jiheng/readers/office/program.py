"""Where LibreOffice is, and the command that starts it for a stranger's file.

It gets a profile of its own, in which macros, Java and links to other files are off; no network,
where the system lets us take it away; and limits of memory, processor and file size.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")

_MEMORY_KILOBYTES = 3 << 20
_OUTPUT_BLOCKS = 200_000
"""Of 512 bytes or, in some shells, of 1024: 100 or 200 MB."""
_LIMITED = f"""
ulimit -v {_MEMORY_KILOBYTES}; ulimit -f {_OUTPUT_BLOCKS}; ulimit -c 0; ulimit -t "$1"; shift
exec "$@"
"""

_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    # Never: each part of the office counts its choices in another order.
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "1"),
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
)
_ITEM = (
    '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)


def office_program() -> Path | None:
    """Return LibreOffice's program, None where it is not installed or cannot be held in limits."""
    if os.name != "posix":
        return None
    found = next((path for path in map(shutil.which, _NAMES) if path), None)
    if found is None:
        return _MAC if _MAC.is_file() else None
    # The script beside it would start a program that starts the program.
    itself = Path(found).resolve().with_name("soffice.bin")
    return itself if itself.is_file() else Path(found)


def command(program: Path, folder: Path, cpu_seconds: int) -> list[str]:
    """Return the command that starts LibreOffice with a new profile in a folder."""
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    items = (_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    settings.write_text(_HEAD + "".join(items) + "</oor:items>", encoding="utf-8")
    return [
        "/bin/sh",
        "-c",
        _LIMITED,
        "sh",
        str(cpu_seconds),
        *_without_network(),
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
    ]


def environment(folder: Path) -> dict[str, str]:
    """Return all that LibreOffice is told of the environment: no proxy, no home, no secret."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    place = str(folder)
    return kept | {
        "HOME": place,
        "TMPDIR": place,
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }


@cache
def _without_network() -> tuple[str, ...]:
    """Return what starts a program without network; () where the system does not allow it."""
    if sys.platform != "linux":
        return ()
    for words in (("unshare", "-rn"), ("unshare", "-n")):
        try:
            tried = subprocess.run((*words, "true"), capture_output=True, timeout=10, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if tried.returncode == 0:
            return words
    return ()
