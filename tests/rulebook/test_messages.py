"""The catalogue of sentences."""

import string
from fractions import Fraction

import pytest

from jiheng.rulebook.messages import LANGUAGES, UnknownMessage, say, template, worded
from jiheng.rulebook.phrases import Original, Sum, phrase, series
from tests.chinese import chinese_in
from tools.messages import keyed_sentences, sentences, translations

TRANSLATED = {
    language: [message for message in translations(language) if message.id]
    for language in LANGUAGES
}


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_sentence_is_filled_with_its_values():
    assert say("read.missing", path="甲.docx") == "甲.docx：没有这个文件或文件夹。"
    assert say("read.missing", "en", path="甲.docx") == "甲.docx: no such file or folder."


def test_a_value_is_not_read_as_a_template():
    assert say("read.missing", path="{x}.docx").startswith("{x}.docx：")


def test_a_group_or_a_language_without_the_sentence_falls_back_to_chinese():
    assert template("read.missing", "fr") == template("read.missing")


def test_a_sentence_that_is_not_there_is_no_template_and_cannot_be_said():
    assert template("read.nothing-of-this-name") is None
    with pytest.raises(UnknownMessage, match="nothing-of-this-name"):
        say("read.nothing-of-this-name")


def test_a_missing_value_is_named():
    with pytest.raises(UnknownMessage, match="'path'"):
        say("read.missing")


def test_a_group_that_is_not_there_is_named():
    with pytest.raises(UnknownMessage, match="nowhere"):
        say("nowhere.missing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_as_it_stands_today(language: str):
    translated = {(message.context, message.id) for message in TRANSLATED[language]}

    assert translated == set(sentences())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_missing_or_waits_for_somebody_to_look(language: str):
    gaps = [each.context for each in TRANSLATED[language] if each.fuzzy or not each.string]

    assert gaps == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_the_same_values(language: str):
    said = {each.context: parameters(each.string) for each in TRANSLATED[language]}

    assert said == {each.context: parameters(each.id) for each in TRANSLATED[language]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_holds_chinese(language: str):
    assert [each for each in TRANSLATED[language] if chinese_in(each.string)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_what_the_translation_file_says(language: str):
    keys = {key for key, _ in keyed_sentences()}
    written = {each.context: each.string for each in TRANSLATED[language] if each.context in keys}

    assert {key: template(key, language) for key in keys} == written


def test_a_title_of_ours_is_translated_and_one_of_the_users_own_stands_as_written():
    ours = Original(kind="pack.title", text="河南省级项目支出绩效自评（2024年度）")
    own = Original(kind="pack.title", text="云溪县项目支出绩效自评")

    assert worded(ours, "en") == "Project self-evaluation of Henan (2024)"
    assert worded(own, "en") == "云溪县项目支出绩效自评"


def test_a_value_may_be_a_sentence_or_a_list_of_its_own():
    told = phrase("words.quoted-some", names=series(("甲", "乙")))

    assert worded(told) == "甲、乙等"
    assert worded(told, "en") == "甲, 乙 and others"


@pytest.mark.parametrize(
    ("yuan", "chinese", "english"),
    [
        (Fraction(17461600), "1746.16万元", "17,461,600 yuan"),
        (Fraction(-25000), "-2.5万元", "-25,000 yuan"),
        (Fraction(1, 2), "0.00005万元", "0.5 yuan"),
    ],
)
def test_money_is_told_in_the_unit_of_each_language(yuan: Fraction, chinese: str, english: str):
    told = phrase("words.ten-thousand-yuan", amount=Sum(yuan=yuan))

    assert (worded(told), worded(told, "en")) == (chinese, english)
