"""Catalogs in: what is read, and every fault with its place."""

from __future__ import annotations

import io
import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import GlossaryError, InputError
from glossary.formats.interface import Input
from glossary.formats.items import Item
from glossary.formats.mo import MoReader, write_mo
from glossary.formats.options import Options
from glossary.formats.po_messages import Message, message_text
from glossary.formats.po_reading import PoReader
from glossary.formats.registry import get_format
from tests.data import peerfile
from tests.glossary.formats.reading import read_with

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)


def problems(data: bytes | str) -> list[str]:
    raw = data.encode() if isinstance(data, str) else data
    try:
        return [
            str(each)
            for each in PoReader(io.BytesIO(raw), "x.po")
            if isinstance(each, GlossaryError)
        ]
    except InputError as error:
        return [str(error)]


def messages(data: bytes) -> list[Message]:
    return [each for each in PoReader(io.BytesIO(data), "x.po") if isinstance(each, Message)]


def read(data: bytes, name: str = "po", path: str = "x.po", **options: str) -> list[object]:
    chosen = get_format(name)
    file = Input(io.BytesIO(data), path, Options(chosen.reading, options, name), day="2026-11-25")
    return list(chosen.read(file))


def names(data: bytes, name: str = "po", **options: str) -> list[list[tuple[str, str, str]]]:
    return [
        [(each.lang, each.text, each.evidence.value) for each in item.entry.names]
        for item in read(data, name, **options)
        if isinstance(item, Item)
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ('msgid "a\n', 'x.po:1:7: the text does not end in a quotation mark'),
        ('msgid "a"\nnonsense\n', "x.po:2:1: neither a keyword nor a text"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "x.po:1:1: the message has no msgstr"),
        ('"a"\n', "x.po:1:1: a text before any keyword"),
        ('msgid "a"\nmsgstr "1"\nmsgid "a"\nmsgstr "2"\n', "x.po:3:1: the msgid 'a' stands twice"),
        ('msgid "a"\nmsgstr[0] "1"\n', "x.po:2:1: msgstr and msgid_plural do not go together"),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "1"\nmsgstr[2] "2"\n',
            "x.po:1:1: plural forms are missing",
        ),
        (
            'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n;\\n"\n\n'
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "1"\n',
            "x.po:4:1: 1 plural forms where the header asks for 2",
        ),
        (
            'msgid ""\nmsgstr "Plural-Forms: nplurals=many\\n"\n',
            "x.po:2:9: Plural-Forms cannot be read",
        ),
        ("msgid \"a\0\"\n", "x.po:1:9: the line holds a NUL"),
        (f'msgid "{"a" * 2_000_000}"\n', "x.po:1:1: the line is longer than 1 MB"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(text: str, start: str) -> None:
    assert problems(text)[0].startswith(start)


@pytest.mark.parametrize("line", [b'msgid "b\0"', b'msgid "\xff"', b'msgid "' + b"b" * 2_000_000 + b'"'])  # fmt: skip
def test_the_messages_beside_a_line_that_cannot_be_read_are_read(line: bytes) -> None:
    data = b'%s\nmsgid "a"\nmsgstr "A"\n\n#: there\n%s\nmsgstr "B"\n\nmsgid "c"\nmsgstr "C"\n'
    found = read(data % (HEADER.encode(), line))
    at = HEADER.count("\n") + 6
    assert [type(each) is Item or str(each).split(":")[1] for each in found] == [True, str(at), True]  # fmt: skip


def test_a_file_that_is_no_catalog_is_not_told_as_empty() -> None:
    told = read(b"<tmx>\n<body/>\n")
    assert [str(each).split(": ")[:2] for each in told] == [
        ["x.po:1:1", "neither a keyword nor a text in quotation marks"]
    ]
    with pytest.raises(InputError, match="the file is empty"):
        read(b"# a remark\n")


@pytest.mark.parametrize(
    ("charset", "encoding", "message"),
    [
        ("UTF-8", "gb18030", "x.po:5:9: the header says UTF-8, but the file looks like GB 18030"),
        (
            "ISO-8859-1",
            "utf-8",
            "x.po:5:1: the header says ISO-8859-1, but the file looks like UTF-8",
        ),
        ("KLINGON", "utf-8", "x.po:2:1: the header names the unknown charset 'KLINGON'"),
        ("UTF-16", "utf-8", "x.po:2:1: the header names the unknown charset 'UTF-16'"),
    ],
)
def test_a_charset_that_lies_is_refused(charset: str, encoding: str, message: str) -> None:
    head = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\n'
    body = 'msgid "a"\nmsgstr "河北省科学技术厅国家安全部"\n'
    assert problems(head.encode() + body.encode(encoding))[0].startswith(message)


def test_utf_16_is_refused() -> None:
    assert "UTF-16" in problems(HEADER.encode("utf-16"))[0]


def test_the_charset_of_the_header_is_read() -> None:
    data = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=GB18030\\n"\n\nmsgid "a"\nmsgstr "科学\\\\"\n'
    assert messages(data.encode("gb18030"))[0].msgstr == ["科学\\"]


PARTS = st.text(alphabet='ab\n\t"\\ 中é\u2028', max_size=90).filter(lambda text: text != "")
WORDS = st.text(alphabet="abc中-", min_size=1, max_size=8)


@st.composite
def some_messages(draw: st.DrawFn) -> Message:
    plural = draw(st.none() | PARTS)
    return Message(
        msgid=draw(PARTS),
        plural=plural,
        msgstr=[draw(PARTS)] if plural is None else [draw(PARTS), draw(PARTS)],
        context=draw(st.none() | PARTS),
        comments=draw(st.lists(WORDS, max_size=2)),
        extracted=draw(st.lists(WORDS, max_size=2)),
        references=draw(st.lists(WORDS, max_size=2)),
        flags=draw(st.sampled_from([[], ["fuzzy"], ["fuzzy", "no-wrap"]])),
        obsolete=False,
    )


@given(some_messages(), st.booleans())
def test_what_is_written_is_read_again(message: Message, obsolete: bool) -> None:
    message.obsolete = obsolete
    if obsolete:
        message.references = []
    (found,) = messages(message_text(message).encode())
    found.line = found.msgid_line = 0
    assert found == message


@given(st.binary(max_size=80))
def test_any_bytes(data: bytes) -> None:
    problems(HEADER.encode() + data)


@given(st.lists(st.sampled_from(['msgid ', 'msgstr ', 'msgstr[0] ', 'msgctxt ', 'msgid_plural ', '"a"', '"', "\n", "#", "#~ ", "#| ", "#, fuzzy", "#.", " ", "\\"]), max_size=30).map("".join))  # fmt: skip
def test_any_pieces(text: str) -> None:
    problems(text)


class TestCompiled:
    """MO files."""

    ROWS = (
        (b"", b"Content-Type: text/plain; charset=UTF-8\nLanguage: zh_CN\n"),
        (b"A", "甲".encode()),
    )

    def compiled(self) -> bytes:
        stream = io.BytesIO()
        write_mo(self.ROWS, stream)
        return stream.getvalue()

    def test_names_come_from_it(self) -> None:
        assert names(self.compiled(), "mo") == [
            [("en", "A", "unsourced"), ("zh-Hans", "甲", "unsourced")]
        ]

    def test_the_other_byte_order_is_read(self) -> None:
        data = self.compiled()
        head = struct.pack(">7I", *struct.unpack("<7I", data[:28]))
        table = data[28 : 28 + 32]
        swapped = struct.pack(">8I", *struct.unpack("<8I", table))
        assert len(list(MoReader(io.BytesIO(head + swapped + data[60:]), "x.mo"))) == 1

    @pytest.mark.parametrize("at", range(8, 60, 4))
    def test_a_number_out_of_range_is_told(self, at: int) -> None:
        data = bytearray(self.compiled())
        data[at : at + 4] = b"\xff\xff\xff\x7f"
        try:
            told = [str(each) for each in MoReader(io.BytesIO(bytes(data)), "x.mo")]
        except InputError as error:
            told = [str(error)]
        # the size and the place of the hash table (bytes 20 to 27) are nothing we read
        assert at in (20, 24) or any("outside the file" in each for each in told)

    @pytest.mark.parametrize("charset", ["klingon", "utf\0-8", "hex", "rot13", "utf-16"])
    def test_a_charset_that_is_none_is_refused(self, charset: str) -> None:
        stream = io.BytesIO()
        header = f"Content-Type: text/plain; charset={charset}\n".encode()
        write_mo([(b"", header), (b"A", b"\xff")], stream)
        with pytest.raises(InputError, match="unknown charset"):
            list(MoReader(stream, "x.mo"))

    @pytest.mark.parametrize(
        ("key", "text", "told"),
        [
            (b"Office B", b"\xff", "x.mo: message 3 is not UTF-8, as the header says: it is 'Office B', at byte 79."),
            (b"Office B", b"a\x07b", "x.mo: text has the character U+0007"),
            (b"Office B", b"a\x07b", "it is 'Office B', at byte 79"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_with_a_message_is_told_with_its_place(
        self, key: bytes, text: bytes, told: str
    ) -> None:
        stream = io.BytesIO()
        write_mo([*self.ROWS, (key, text)], stream)
        assert (
            stream.getvalue()[79:87] == key
        )  # behind 28 bytes, 16 for each of three, and 3 of keys
        problems = [
            str(each)
            for each in read(stream.getvalue(), "mo", "x.mo")
            if not isinstance(each, Item)
        ]
        assert len(problems) == 1
        assert told in problems[0]

    @given(st.binary(max_size=80))
    def test_any_bytes(self, data: bytes) -> None:
        with suppress(InputError):
            list(MoReader(io.BytesIO(b"\xde\x12\x04\x95" + data), "x.mo"))


class TestOtherPeoples:
    """Catalogs that others made become proposals of names."""

    def test_msgid_and_msgstr_are_names_of_one_entry(self) -> None:
        data = (
            HEADER + '# Wang: sure?\n#, fuzzy\nmsgctxt "button"\nmsgid "Office"\nmsgstr "办公室"\n'
        )
        (item,) = (each for each in read(data.encode()) if isinstance(each, Item))
        english, chinese = item.entry.names
        assert (english.text, english.lang, english.note) == (
            "Office",
            "en",
            "context: button\nWang: sure?",
        )
        assert (chinese.text, chinese.lang, chinese.evidence.value) == (
            "办公室",
            "zh-Hans",
            "unsourced",
        )
        assert (item.whole, item.keeps_id, item.line) == (False, False, 9)

    def test_pinyin_is_no_name(self) -> None:
        data = b'msgid ""\nmsgstr "Language: zh_Latn@pinyin\\n"\n\nmsgid "Office"\nmsgstr "Bangongshi"\n'
        assert names(data) == [[("en", "Office", "unsourced")]]

    def test_plural_forms_are_variants(self) -> None:
        data = (
            'msgid ""\nmsgstr "Language: fr\\nPlural-Forms: nplurals=2; plural=n>1;\\n"\n\n'
            'msgid "Office"\nmsgid_plural "Offices"\nmsgstr[0] "bureau"\nmsgstr[1] "bureaux"\n'
        )
        assert [[text for _lang, text, _e in row] for row in names(data.encode())] == [
            ["Office", "Offices", "bureau", "bureaux"]
        ]

    def test_the_language_comes_from_the_option_or_the_path_where_the_header_is_silent(
        self,
    ) -> None:
        data = b'msgid "Office"\nmsgstr "Amt"\n'
        with pytest.raises(InputError, match="does not say what language"):
            read(data)
        assert names(data, to="de")[0][1][0] == "de"
        (item,) = read(data, path="locale/de/LC_MESSAGES/x.po")
        assert isinstance(item, Item)
        assert item.entry.names[1].lang == "de"

    @pytest.mark.parametrize(
        ("file", "count"),
        [
            ("po_polib_bom.po", 1),
            ("po_polib_msgctxt.po", 3),
            ("po_polib_helpers.po", 13),
            ("po_polib_obsolete_previous.po", 1),
            ("po_polib_word_garbage.po", 1),
            ("po_weblate_badplurals.po", 2),
            ("po_weblate_terms_cs.po", 164),
            ("po_gettext_euc-kr.po", 310),
        ],
    )
    def test_files_of_other_programs(self, file: str, count: int) -> None:
        found = messages(peerfile(file))
        assert sum(not each.obsolete for each in found) == count

    def test_mo_files_of_other_programs(self) -> None:
        assert len(list(MoReader(io.BytesIO(peerfile("mo_polib_msgctxt.mo")), "x.mo"))) == 3
        with pytest.raises(InputError, match="lies outside the file"):
            list(MoReader(io.BytesIO(peerfile("mo_gettext_overflow3.mo")), "x.mo"))


@pytest.mark.parametrize("charset", ["idna", "punycode", "unicode_escape", "utf-7", "rot13"])
def test_a_charset_that_is_none_of_text_is_refused_by_name(charset: str) -> None:
    data = f'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset={charset}\\n"\n'
    items, (problem,), _file = read_with("po", data.encode() + 'msgid "a"\nmsgstr "é"\n'.encode())
    assert items == []
    assert problem.startswith(f"x:2:1: the header names the unknown charset '{charset}'")
