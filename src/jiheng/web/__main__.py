"""``python -m jiheng.web``: what ``jiheng serve`` runs, and what an administrator may call."""

import argparse
import sys
from argparse import Namespace
from io import TextIOWrapper
from pathlib import Path

from jiheng.web.imports.errand import ImportErrand, import_folder, work_for
from jiheng.web.rollover.command import roll_over
from jiheng.web.serving import Serving, serve
from jiheng.web.upkeep.doctor import examination
from jiheng.web.upkeep.errands import make_backup, restore_backup


def main() -> None:
    """Read the arguments, which the command line has explained, and do what they say."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that has no Chinese shows what it can.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    given = _arguments()
    sys.exit(given.run(given))


def _arguments() -> Namespace:
    parser = argparse.ArgumentParser(prog="jiheng")
    commands = parser.add_subparsers(dest="what", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=Path("jiheng-data"))
    common.add_argument("--language", default="zh")
    for name, run, take in COMMANDS:
        command = commands.add_parser(name, parents=[common])
        command.set_defaults(run=run)
        take(command)
    # What began the server before there was anything else to begin goes on beginning it.
    words = sys.argv[1:]
    known = words if words[:1] and words[0] in commands.choices else ["serve", *words]
    return parser.parse_args(known)


def _serve_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8800)
    command.add_argument("--demo", action="store_true")
    command.add_argument("--people", type=Path)


def _serve(given: Namespace) -> int:
    return serve(
        Serving(
            host=given.host,
            port=given.port,
            data=given.data,
            is_demo=given.demo,
            people=given.people,
            language=given.language,
        )
    )


def _doctor_takes(_command: argparse.ArgumentParser) -> None:
    """Take the data folder and the language, as all do."""


def _doctor(given: Namespace) -> int:
    return examination(given.data, given.language)


def _backup_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path)


def _backup(given: Namespace) -> int:
    return make_backup(given.file, given.data, given.language)


def _restore_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path)
    command.add_argument("--replace", action="store_true")


def _restore(given: Namespace) -> int:
    return restore_backup(given.file, given.data, given.language, replaces=given.replace)


def _roll_over_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--year", type=int, required=True)
    command.add_argument("--organisation", default="")


def _roll_over(given: Namespace) -> int:
    return roll_over(given.year, given.organisation, given.data, given.language)


def _worker_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--once", action="store_true")


def _worker(given: Namespace) -> int:
    return work_for(given.data, given.language, once=given.once)


def _import_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=Path)
    command.add_argument("--by", required=True)
    command.add_argument("--year", type=int)
    command.add_argument("--step", default="self-evaluation")
    command.add_argument("--title", default="")


def _import(given: Namespace) -> int:
    return import_folder(
        ImportErrand(
            folder=given.folder,
            data=given.data,
            by=given.by,
            year=given.year,
            step=given.step,
            title=given.title,
            language=given.language,
        )
    )


COMMANDS = (
    ("serve", _serve, _serve_takes),
    ("doctor", _doctor, _doctor_takes),
    ("backup", _backup, _backup_takes),
    ("restore", _restore, _restore_takes),
    ("roll-over", _roll_over, _roll_over_takes),
    ("worker", _worker, _worker_takes),
    ("import", _import, _import_takes),
)
"""Each command's name, what it does, and what it takes besides the data folder."""


if __name__ == "__main__":
    main()
