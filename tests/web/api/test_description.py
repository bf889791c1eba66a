"""The description names every operation, in both languages, and what it says holds together."""

import json
import re

import pytest
from pydantic import TypeAdapter

from jiheng.rulebook.messages import template
from jiheng.web.api.description import PREFIX, REFUSALS, description, operations
from jiheng.web.api.wire import Wire
from tests.chinese import chinese_in
from tests.web.pages.browsing import at_browser, scripts_in, texts

BOTH = ("zh", "en")


def described(language: str) -> list[dict]:
    """Return every operation of the description."""
    return [each for path in description(language)["paths"].values() for each in path.values()]


def test_every_operation_is_described_once():
    names = [each["operationId"] for each in described("zh")]

    assert sorted(names) == sorted(each.name for each in operations())


@pytest.mark.parametrize("language", BOTH)
def test_every_operation_has_its_words(language):
    told = {each["operationId"]: each["summary"] for each in described(language)}

    assert told == {each.name: template(f"api.do.{each.name}", language) for each in operations()}
    assert all(told.values())


def test_the_english_words_hold_no_chinese():
    told = description("en")
    words = [
        told["info"],
        told["tags"],
        [(each["summary"], each.get("description")) for each in described("en")],
    ]

    assert not chinese_in(json.dumps(words, ensure_ascii=False))


@pytest.mark.parametrize("language", BOTH)
def test_every_reference_leads_to_a_shape(language):
    told = description(language)
    wanted = set(re.findall(r'"\$ref": "#/components/schemas/([^"]+)"', json.dumps(told)))

    assert wanted - set(told["components"]["schemas"]) == set()
    assert {"Form", "Audit", "Problem"} <= wanted


def test_no_two_shapes_have_one_name():
    assert [each for each in description("zh")["components"]["schemas"] if "." in each] == []


def test_two_structs_of_one_name_are_refused_when_the_server_starts():
    class Somebody(Wire, frozen=True, kw_only=True):
        """Another one than the one of the answers."""

    with pytest.raises(TypeError, match="Somebody"):
        TypeAdapter(Somebody)


def test_every_operation_says_how_it_refuses():
    wanted = {str(status.value) for status in REFUSALS}

    assert [
        each["operationId"] for each in described("zh") if not wanted <= set(each["responses"])
    ] == []


def test_who_writes_needs_a_token_that_may():
    scopes = {each["operationId"]: each["security"][0]["Bearer"] for each in described("zh")}

    assert scopes["save-cells"] == ["write"]
    assert scopes["form"] == ["read"]


@pytest.mark.parametrize("english", ["", "en"])
def test_programs_fetch_the_description_in_their_language(client, db, english):
    told = client.get(f"{PREFIX}/openapi.json", headers={"Accept-Language": english}).json()

    assert told["info"]["title"] == ("Jiheng API" if english else "绩衡接口")


def test_the_page_shows_every_operation(city):
    shown = texts(at_browser(city.auditor), f"{PREFIX}/docs", ".api-one[id^=do-] summary code")

    assert shown == [f"{PREFIX}{each.path}" for each in operations()]


def test_the_page_loads_nothing_of_others(city):
    page = at_browser(city.auditor).get(f"{PREFIX}/docs").content.decode()

    assert scripts_in(page) == 0
    assert "cdn" not in page.lower()
    assert " style=" not in page
