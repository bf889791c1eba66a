"""All pages of a package in one language."""

from collections.abc import Iterator

from jiheng.model.publication import Publication
from jiheng.rulebook.messages import LANGUAGES, SOURCE
from jiheng.writers.publication.card import card_page
from jiheng.writers.publication.index import index_page
from jiheng.writers.publication.names import Names, start
from jiheng.writers.publication.page import Frame
from jiheng.writers.publication.wording import Wording


def site(publication: Publication, names: Names, language: str) -> Iterator[tuple[str, str]]:
    """Yield the pages by their paths: the list, then a card a project."""
    other = next(each for each in (SOURCE, *LANGUAGES) if each != language)
    words = Wording(language=language)

    def frame(path: str, twin: str) -> Frame:
        return Frame(publication=publication, words=words, path=path, twin=twin)

    yield start(language), index_page(frame(start(language), start(other)), names)
    for card in publication.cards:
        path = names.page(card, language)
        yield path, card_page(frame(path, names.page(card, other)), card, names)
