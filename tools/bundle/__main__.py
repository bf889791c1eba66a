"""Run as ``python -m tools.bundle [--platform NAME] [--python 3.11] [--out dist]``."""

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from jiheng import __version__
from tools.bundle.licences import licensed, listed
from tools.bundle.packing import add_sums, tar, zip_up
from tools.bundle.platforms import PLATFORMS, PYTHONS, Platform
from tools.bundle.wheels import ROOT, NoWheels, build_own, download, pins, requirements

FILES = Path(__file__).parent / "files"


def main() -> int:
    """Make the archives that were asked for, and return the exit code."""
    given = _arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    platforms = [each for each in PLATFORMS if given.platform in {None, each.name}]
    pythons = tuple(given.python or PYTHONS)
    with TemporaryDirectory(prefix="jiheng-bundle-") as work:
        try:
            own = build_own(Path(work))
            for platform in platforms:
                path = bundle(platform, pythons, own, Path(work), given.out)
                print(f"{path}  {path.stat().st_size / 2**20:.0f} MB")
        except NoWheels as error:
            print(f"the wheels cannot be had: {error}", file=sys.stderr)
            return 2
    return 0


def bundle(platform: Platform, pythons: tuple[str, ...], own: Path, work: Path, out: Path) -> Path:
    """Return the archive of one kind of machine."""
    folder = work / f"jiheng-{__version__}-{platform.name}"
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    shutil.copy(own, wheels)
    for python in pythons:
        lock = pins(platform, python, work)
        download(lock, platform, python, wheels)
        text = requirements(lock, own, wheels)
        (folder / f"requirements-{python}.txt").write_text(text, encoding="ascii", newline="\n")
    _add_words(folder, platform, pythons)
    add_sums(folder)
    target = out / f"{folder.name}{'.zip' if platform.is_windows else '.tar.gz'}"
    (zip_up if platform.is_windows else tar)(folder, target)
    return target


def _add_words(folder: Path, platform: Platform, pythons: tuple[str, ...]) -> None:
    packages = {(each.name, each.version): each for each in map(licensed, _wheels(folder))}
    refused = [each.name for each in packages.values() if each.is_refused]
    if refused:
        raise NoWheels(f"licences that an office cannot be given: {refused}")
    rows = [packages[key] for key in sorted(packages, key=lambda key: key[0].lower())]
    (folder / "LICENCES.md").write_text(listed(rows), encoding="utf-8", newline="\n")
    told = f"{platform.machine}\n{__version__}\n{' '.join(pythons)}\n"
    (folder / "PLATFORM").write_text(told, encoding="ascii", newline="\n")
    shutil.copy(ROOT / "LICENSE", folder)
    for path in sorted((FILES / ("windows" if platform.is_windows else "linux")).iterdir()):
        _copy(path, folder)
    _copy(FILES / "README.md", folder)


def _copy(path: Path, folder: Path) -> None:
    """Copy a text with the line ends of its machine; Windows' shell takes it for its own then."""
    text = path.read_text(encoding="utf-8")
    if path.suffix in {".ps1", ".cmd"}:
        code = "utf-8-sig" if path.suffix == ".ps1" else "utf-8"
        (folder / path.name).write_text(text, encoding=code, newline="\r\n")
    else:
        (folder / path.name).write_text(text, encoding="utf-8", newline="\n")


def _wheels(folder: Path) -> list[Path]:
    return sorted((folder / "wheels").glob("*.whl"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    parser.add_argument("--platform", choices=[each.name for each in PLATFORMS])
    parser.add_argument("--python", action="append", choices=PYTHONS)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
