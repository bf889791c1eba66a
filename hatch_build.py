"""Compiles the translations when a wheel is built or the project is installed to work on."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path("src/jiheng/locale")


class CompiledTranslations(BuildHookInterface):
    """Hatch's hook: every ``jiheng.po`` gets its ``jiheng.mo`` beside it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, list[str]]) -> None:
        """Compile before files are collected; what is not in version control is named."""
        compile_translations(Path(self.root))
        build_data["artifacts"].append(f"/{LOCALE}/**/*.mo")


def compile_translations(root: Path) -> None:
    """Compile the translations under a project's root; what is marked fuzzy is left out."""
    for source in sorted((root / LOCALE).glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as opened, source.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(opened, abort_invalid=True))
