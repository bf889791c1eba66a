"""Brings the translations up to date with the Chinese sentences, and compiles them.

Run as ``python -m tools.messages``. A sentence that is new stands in the ``.po`` file without a
translation; one whose Chinese was changed keeps its translation marked fuzzy, until somebody has
looked at it. Both count as gaps, and a test refuses gaps. With ``--compile`` nothing is edited.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from hatch_build import LOCALE, compile_translations
from jiheng.rulebook.loading import all_packs
from jiheng.rulebook.messages import LANGUAGES

KINDS = ("pack.title", "pack.silent")
"""The contexts of texts that are found by themselves and not by a key."""
ROOT = Path(__file__).parent.parent
SENTENCES = ROOT / "src/jiheng/rulebook/messages"
# A date that moves with every run would make every branch conflict with every other.
DATED = datetime(2026, 1, 1, tzinfo=UTC)


def sentences() -> Iterator[tuple[str, str]]:
    """Yield context and Chinese text of all that is translated."""
    yield from keyed_sentences()
    yield from pack_texts()


def pack_texts() -> Iterator[tuple[str, str]]:
    """Yield the titles of the packs that come with Jiheng, and what their rules leave open."""
    texts = [each for pack in all_packs() for each in (pack.named, *pack.open_points)]
    yield from dict.fromkeys((each.kind, each.text) for each in texts)


def keyed_sentences() -> Iterator[tuple[str, str]]:
    """Yield key and Chinese text of every sentence of the catalogue, group by group."""
    for path in sorted(SENTENCES.glob("*.yaml")):
        for key, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            named = {key: entry} if isinstance(entry, str) else entry
            for name, text in named.items():
                full = key if isinstance(entry, str) else f"{key}.{name}"
                yield f"{path.stem}.{full}", text


def translations(language: str) -> Catalog:
    """Return what stands in a language's ``.po`` file; an empty catalogue where there is none."""
    path = _path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as source:
        return read_po(source, locale=language)


def updated(language: str, old: Catalog) -> Catalog:
    """Return the catalogue of a language in the order of the Chinese sentences."""
    same = {(message.context, message.id): message for message in old if message.id}
    # the texts of packs have no keys of their own: a changed one is a new one
    known = {each.context: each for each in old if each.id and each.context not in KINDS}
    new = Catalog(
        locale=language,
        project="jiheng",
        version="1",
        header_comment="# The sentences of Jiheng. The context is the key of the sentence.",
        creation_date=DATED,
        revision_date=DATED,
        fuzzy=False,
    )
    for key, text in sentences():
        before = same.get((key, text)) or known.get(key)
        if before is None:
            new.add(text, context=key)
            continue
        stale = before.fuzzy or before.id != text
        new.add(text, before.string, context=key, flags={"fuzzy"} if stale else set())
    return new


def update() -> None:
    """Write every language's catalogue anew."""
    for language in LANGUAGES:
        new = updated(language, translations(language))
        with _path(language).open("wb") as target:
            write_po(target, new, width=100)


def _path(language: str) -> Path:
    return ROOT / LOCALE / language / "LC_MESSAGES" / "jiheng.po"


if __name__ == "__main__":
    if "--compile" not in sys.argv[1:]:
        update()
    compile_translations(ROOT)
