"""``python -m jiheng.web``: what ``jiheng serve``, ``doctor``, ``backup`` and ``restore`` run."""

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from jiheng.web.serving import Serving, serve
from jiheng.web.upkeep.doctor import examination
from jiheng.web.upkeep.errands import make_backup, restore_backup


def main() -> None:
    """Read the arguments, which the command line has explained, and do what they say."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that has no Chinese shows what it can.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(_done(_arguments()))


def _done(given: argparse.Namespace) -> int:
    match given.what:
        case "doctor":
            return examination(given.data, given.language)
        case "backup":
            return make_backup(given.file, given.data, given.language)
        case "restore":
            return restore_backup(given.file, given.data, given.language, replaces=given.replace)
        case _:
            return serve(_serving(given))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="jiheng")
    commands = parser.add_subparsers(dest="what", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=Path("jiheng-data"))
    common.add_argument("--language", default="zh")
    server = commands.add_parser("serve", parents=[common])
    server.add_argument("--host", default="127.0.0.1")
    server.add_argument("--port", type=int, default=8800)
    server.add_argument("--demo", action="store_true")
    server.add_argument("--people", type=Path)
    commands.add_parser("doctor", parents=[common])
    commands.add_parser("backup", parents=[common]).add_argument("file", type=Path)
    restoring = commands.add_parser("restore", parents=[common])
    restoring.add_argument("file", type=Path)
    restoring.add_argument("--replace", action="store_true")
    # What began the server before there was anything else to begin goes on beginning it.
    words = sys.argv[1:]
    is_named = bool(words) and words[0] in commands.choices
    return parser.parse_args(words if is_named else ["serve", *words])


def _serving(given: argparse.Namespace) -> Serving:
    return Serving(
        host=given.host,
        port=given.port,
        data=given.data,
        is_demo=given.demo,
        people=given.people,
        language=given.language,
    )


if __name__ == "__main__":
    main()
