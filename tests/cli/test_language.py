"""``pinyin`` and ``convert``: a line for a line."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli


def test_pinyin_of_the_arguments(cli: Cli) -> None:
    assert cli("pinyin", "河北省科学技术厅", "西安").lines == [
        "Héběi Shěng Kēxué Jìshùtīng",
        "Xī'ān",
    ]


def test_pinyin_of_stdin_a_line_for_a_line(cli: Cli) -> None:
    ran = cli("pinyin", stdin="国家安全部\n\r\n  \nabc\n西安")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.lines) == 5
    assert (ran.lines[0], ran.lines[1], ran.lines[3], ran.lines[4]) == (
        "Guójiā Ānquánbù",
        "",
        "abc",
        "Xī'ān",
    )


def test_syllables_are_separated_by_spaces(cli: Cli) -> None:
    assert cli("pinyin", "--syllables", "西安市").lines == ["xī ān shì"]


@pytest.mark.parametrize(
    ("to", "text", "written"),
    [("zh-Hant", "国家", "國家"), ("zh-Hans", "國家", "国家"), ("zh-Hant", "", "")],
)
def test_convert_writes_the_other_script(to: str, text: str, written: str, cli: Cli) -> None:
    assert cli("convert", "--to", to, stdin=f"{text}\n").lines == [written]


@pytest.mark.parametrize("command", [["pinyin"], ["convert", "--to", "zh-Hant"]])
def test_a_line_that_is_no_utf8_leaves_as_it_came(command: list[str], cli: Cli) -> None:
    ran = cli(*command, stdin=b"a\n\xb9\xfa\nb\n")
    assert ran.out.encode("utf-8", "surrogateescape") == b"a\n\xb9\xfa\nb\n"
    assert ran.code == 2
    assert "<stdin>:2: the line is not UTF-8" in ran.err


def test_only_the_first_bad_lines_are_named(cli: Cli) -> None:
    ran = cli("pinyin", stdin=b"\xff\n" * 9)
    assert ran.err.count("is not UTF-8. Convert") == 3
    assert "6 more lines are not UTF-8" in ran.err


def test_a_mark_of_byte_order_is_no_text(cli: Cli) -> None:
    assert cli("pinyin", stdin=b"\xef\xbb\xbf" + "西安\n".encode()).lines == ["Xī'ān"]


def test_utf16_is_refused_with_what_to_do(cli: Cli) -> None:
    ran = cli("pinyin", stdin="西安\n".encode("utf-16"))
    assert (ran.code, ran.out) == (2, "")
    assert "iconv -f UTF-16" in ran.err


def test_odd_characters_pass_through(cli: Cli) -> None:
    ran = cli("pinyin", stdin="a\u2028b\x0bc\x1b\n")
    assert ran.lines == ["a\u2028b\x0bc\x1b"]


def test_a_long_line_is_one_line(cli: Cli) -> None:
    ran = cli("convert", "--to", "zh-Hant", stdin="国" * 50_000 + "\n国\n")
    assert [len(line) for line in ran.lines] == [50_000, 1]


def test_convert_needs_a_target(cli: Cli) -> None:
    ran = cli("convert", "国家")
    assert (ran.code, ran.out) == (2, "")
    assert "--to" in ran.err
