"""A package is whole, the same every time, and nothing in it is alive but its own script."""

import csv
import json
import re
from hashlib import sha256
from io import BytesIO, StringIO
from urllib.parse import urljoin
from zipfile import ZipFile

import msgspec
import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from jiheng.model.publication import PackageManifest, Publication
from jiheng.writers.publication import write_package, zipped
from tests.writers.publication.publications import HOSTILE, card, publication

OWN = {"assets/page.js", "assets/search.js", "../assets/page.js", "../assets/search.js"}
OUTSIDE = re.compile(
    rb"""(?:src|href|action|url\()\s*=?\s*["'(]?\s*(?:https?:)?//""", re.IGNORECASE
)


def files(*cards) -> dict[str, bytes]:
    """Return the files of a package by their paths."""
    return dict(write_package(publication(*cards)))


def pages(found: dict[str, bytes]) -> dict[str, LexborHTMLParser]:
    """Return the pages of a package."""
    return {
        path: LexborHTMLParser(data.decode()) for path, data in found.items() if ".html" in path
    }


def test_the_same_publication_gives_the_same_bytes():
    assert zipped(write_package(publication())) == zipped(write_package(publication()))


def test_every_file_is_in_the_manifest_with_its_digest():
    found = files(card("A"), card("B"))
    manifest = msgspec.json.decode(found.pop("manifest.json"), type=PackageManifest)

    assert {each.path: each.sha256 for each in manifest.files} == {
        path: sha256(data).hexdigest() for path, data in found.items()
    }
    assert [(each.number, each.version) for each in manifest.forms] == [("A", 3), ("B", 3)]


def test_the_zip_holds_the_same_files():
    found = write_package(publication())

    with ZipFile(BytesIO(zipped(found))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == dict(found)


def test_every_link_leads_to_a_file_of_the_package():
    found = files(card("A"), card("B"))
    folder = "https://package/"
    linked = {
        (path, node.attributes["href"])
        for path, tree in pages(found).items()
        for node in tree.css("a[href], link[href]")
        if not (node.attributes["href"] or "").startswith("#")
    }

    broken = [
        (path, link)
        for path, link in linked
        if urljoin(folder + path, link).removeprefix(folder).partition("#")[0] not in found
    ]
    assert broken == []
    assert len(linked) > 20


def test_no_file_asks_for_anything_outside():
    assert [path for path, data in files().items() if OUTSIDE.search(data)] == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_hostile_text_stays_text(language):
    found = files(card(text=HOSTILE))

    for path in (f"{language}index.html", f"{language}cards/YX-2023-0101.html"):
        tree = LexborHTMLParser(found[path].decode())
        scripts = [node.attributes.get("src", "") for node in tree.css("script")]
        assert all((each or "").removeprefix("../").removeprefix("../") in OWN for each in scripts)
        assert tree.css("img") == []
        assert [
            node for node in tree.css("*") if any(k.startswith("on") for k in node.attributes)
        ] == []
        assert HOSTILE[:20] in tree.text()


def test_hostile_text_does_not_end_the_script_of_the_search():
    script = files(card(text=HOSTILE))["assets/search.js"].decode()

    assert "<" not in script
    assert json.loads(script.removeprefix("window.jihengSearched = ").rstrip(";\n"))


@pytest.mark.parametrize("text", ["=1+1", "+1+2", "-x", "@x", "\t=1", "＝1+1"])
def test_no_cell_of_a_table_is_a_formula(text):
    found = files(card(text=text))
    cells = [
        cell
        for path, data in found.items()
        if path.endswith(".csv")
        for row in csv.reader(StringIO(data.decode("utf-8-sig")))
        for cell in row
    ]

    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))] == []


def test_the_list_opens_in_excel_as_it_is():
    assert files()["data/list.csv"].startswith(b"\xef\xbb\xbf")


def test_the_json_is_the_publication_and_has_its_schema():
    found = files()

    assert msgspec.json.decode(found["data/publication.json"], type=Publication) == publication()
    assert "Card" in json.loads(found["data/publication-1.schema.json"])["$defs"]


def test_the_card_says_what_its_data_say():
    text = pages(files())["cards/YX-2023-0101.html"].css_first("article").text()

    assert "预算 8,687.00 万元，用了 1,746.16 万元（20.1%）。" in text
    assert "84.01–92.01" in text
    assert "7Q2M-0XKD-91TA" in text
    assert "2 项，已改正 1 项" in text


def test_what_is_withheld_is_said():
    withheld = replace(card(), money=None, withheld=("money",))
    text = pages(files(withheld))["cards/YX-2023-0101.html"].css_first("article").text()

    assert "部分内容不予公开：资金、一项指标" in text
    assert "8,687" not in text


def test_the_sums_of_the_list_are_those_of_its_cards():
    without = replace(card("B"), money=None)
    text = pages(files(card("A"), without))["index.html"].css_first(".tiles").text()

    assert "8,687.00" in text
    assert "1 个项目公开了资金" in text
    assert "20.1%" in text


@pytest.mark.parametrize(
    ("first", "second", "paths"),
    [
        ("a/b", "a:b", {"cards/a-b.html", "cards/a-b-2.html"}),
        ("YL-1", "yl-1", {"cards/YL-1.html", "cards/yl-1-2.html"}),
        ("..", "表", {"cards/form.html", "cards/form-2.html"}),
    ],
)
def test_odd_numbers_get_file_names_of_their_own(first, second, paths):
    found = files(card(first), card(second))

    assert {path for path in found if path.startswith("cards/")} == paths


def test_english_pages_stand_beside_the_chinese_ones():
    tree = pages(files())["en/cards/YX-2023-0101.html"]

    assert tree.css_first("html").attributes["lang"] == "en"
    assert "What was found" in tree.text()
