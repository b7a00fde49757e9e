"""Language tags: RFC 5646 syntax and case, RFC 4647 fallbacks."""

from __future__ import annotations

import pytest

from glossary.errors import InvalidError
from glossary.model.tags import PINYIN, fallbacks, parse_tag, script_of_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("zh-hans", "zh-Hans"),
        ("ZH-HANT-tw", "zh-Hant-TW"),
        ("zh-latn-PINYIN", "zh-Latn-pinyin"),
        ("en-X-Reuters", "en-x-reuters"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("bo", "bo"),
    ],
)
def test_a_tag_is_put_in_its_usual_case(written: str, tag: str) -> None:
    assert parse_tag(written) == tag
    assert parse_tag(tag) == tag


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("zh-TW-Hant", "a script comes before a territory. Write 'zh-Hant-TW'"),
        ("zh_CN", "Write 'zh-CN'"),
        ("english", "two or three letters"),
        ("", "it is empty"),
        ("e", "two or three letters"),
        ("en-", "is no script"),
        ("en--GB", "is no script"),
        ("en-x", "one to eight letters"),
        ("en-x-waytoolongpart", "one to eight letters"),
        ("x-private", "two or three letters"),
        ("zh-Hans-Hant", "two script subtags"),
        ("en-GB\n", "is no script"),
    ],
)
def test_a_malformed_tag_says_which_part_and_what_to_write(written: str, message: str) -> None:
    with pytest.raises(InvalidError, match="is not well formed") as caught:
        parse_tag(written)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("tag", "chain"),
    [
        ("en-x-reuters", ("en-x-reuters", "en")),
        ("en-GB", ("en-GB", "en")),
        ("zh-HK", ("zh-HK", "zh-Hant", "zh")),
        ("zh-Hant-TW", ("zh-Hant-TW", "zh-Hant", "zh")),
        ("fr", ("fr",)),
    ],
)
def test_an_answer_falls_back_from_narrow_to_wide(tag: str, chain: tuple[str, ...]) -> None:
    assert fallbacks(tag) == chain


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("zh-TW", "Hant"),
        ("zh-MO", "Hant"),
        ("zh-SG", "Hans"),
        ("zh", "Hans"),
        (PINYIN, ""),
        ("ja", ""),
    ],
)
def test_territories_imply_a_script(tag: str, script: str) -> None:
    assert script_of_tag(tag) == script
