"""``python -m jiheng.web``: what ``jiheng serve`` runs, and what an administrator may call."""

import argparse
import sys
from pathlib import Path

from jiheng.web.imports.errand import ImportErrand, import_folder, work_for
from jiheng.web.rollover.command import roll_over
from jiheng.web.serving import Serving, serve


def main() -> None:
    """Read the arguments, which the command line has explained, and do what they say."""
    sys.exit(_done(_arguments()))


def _done(given: argparse.Namespace) -> int:
    match given.what:
        case "roll-over":
            return roll_over(given.year, given.organisation, given.data, given.language)
        case "worker":
            return work_for(given.data, given.language, once=given.once)
        case "import":
            return import_folder(_errand(given))
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
    rolling = commands.add_parser("roll-over", parents=[common])
    rolling.add_argument("--year", type=int, required=True)
    rolling.add_argument("--organisation", default="")
    worker = commands.add_parser("worker", parents=[common])
    worker.add_argument("--once", action="store_true")
    importing = commands.add_parser("import", parents=[common])
    importing.add_argument("folder", type=Path)
    importing.add_argument("--by", required=True)
    importing.add_argument("--year", type=int)
    importing.add_argument("--step", default="self-evaluation")
    importing.add_argument("--title", default="")
    # What began the server before there was anything else to begin goes on beginning it.
    words = sys.argv[1:]
    known = words if words[:1] and words[0] in commands.choices else ["serve", *words]
    return parser.parse_args(known)


def _serving(given: argparse.Namespace) -> Serving:
    return Serving(
        host=given.host,
        port=given.port,
        data=given.data,
        is_demo=given.demo,
        people=given.people,
        language=given.language,
    )


def _errand(given: argparse.Namespace) -> ImportErrand:
    return ImportErrand(
        folder=given.folder,
        data=given.data,
        by=given.by,
        year=given.year,
        step=given.step,
        title=given.title,
        language=given.language,
    )


if __name__ == "__main__":
    main()
