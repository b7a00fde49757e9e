"""XML from anyone: what is refused, and that whatever is wrong is told with its place."""

from __future__ import annotations

import io
import tracemalloc

import pytest

from glossary.errors import InputError
from glossary.formats.xml_input import XmlFile


def items(data: bytes) -> list[tuple[int, int, str]]:
    """Line, column and text of each item."""
    file = XmlFile(io.BytesIO(data), "x.xml", ("tu",))
    return [(item.line, item.column, item.element.text or "") for item in file.items()]


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        items(data)
    return str(caught.value)


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE r [
 <!ENTITY a "aaaaaaaaaa">
 <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<r><body><tu>&b;</tu></body></r>"""


def test_entities_are_refused_at_their_declaration() -> None:
    assert refusal(BOMB).startswith("x.xml:3:13: the file declares entities: ")


@pytest.mark.parametrize("where", ["/etc/passwd", "http://127.0.0.1:9/x"])
def test_an_external_entity_is_not_opened(where: str) -> None:
    data = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{where}">]>\n<r><body><tu>&x;</tu></body></r>'
    assert "declares entities" in refusal(data.encode())


def test_a_parameter_entity_is_refused_too() -> None:
    data = b'<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>\n<r/>'
    assert "declares entities" in refusal(data)


def test_a_dtd_is_named_but_never_fetched() -> None:
    data = b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">\n<r><body><tu>a</tu></body></r>'
    assert items(data) == [(2, 10, "a")]


def test_an_entity_that_nobody_declared_is_told_with_its_place() -> None:
    data = b'<!DOCTYPE r SYSTEM "x.dtd">\n<r><body><tu>&nbsp;</tu></body></r>'
    assert refusal(data).startswith("x.xml:2:14: ")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (
            b"<r><body>\n<tu>a</b></body></r>",
            "x.xml:2:8: the file is not well-formed XML: mismatched",
        ),
        (b"<r><body>\n<tu>\0</tu></body></r>", "x.xml:2:5: the file is not well-formed XML"),
        (b"<r><body>\n<tu>\x08</tu></body></r>", "x.xml:2:5: the file is not well-formed XML"),
        (b"<r><body><tu>a", "x.xml:1:15: the file is not well-formed XML: no element found"),
        (b"just text", "x.xml:1:1: the file is not well-formed XML"),
    ],
)
def test_what_is_not_well_formed_is_told_with_its_place(data: bytes, place: str) -> None:
    assert refusal(data).startswith(place)


def test_deep_nesting_is_refused() -> None:
    assert "nest deeper than 64" in refusal(b"<r><body><tu>" + b"<a>" * 100_000)


def test_one_item_without_end_is_refused_before_it_fills_the_memory() -> None:
    class Endless(io.RawIOBase):
        """Sixty-four megabytes of one line."""

        sent = 0

        def read(self, size: int = -1) -> bytes:
            self.sent += size
            return (
                b"<r><body><tu>" if self.sent == size else b"x" * size if self.sent < 2**26 else b""
            )

    stream = Endless()
    tracemalloc.start()
    with pytest.raises(InputError, match="longer than 16 MB"):
        list(XmlFile(stream, "x.xml", ("tu",)).items())  # type: ignore[arg-type]
    assert tracemalloc.get_traced_memory()[1] < 80 * 2**20
    tracemalloc.stop()
    assert stream.sent < 2**25


def test_a_hundred_thousand_items_on_one_line_are_read_with_their_columns() -> None:
    data = b"<r><body>" + b"<tu>ab</tu>" * 100_000 + b"</body></r>"
    found = items(data)
    assert len(found) == 100_000
    assert found[0] == (1, 10, "ab")
    assert found[-1] == (1, 10 + 11 * 99_999, "ab")


def test_places_step_over_comments_sections_and_instructions() -> None:
    data = (
        "<r><!-- <tu>\n --><body><?a <tu> ?>\n<!-- " + "<tu> " * 9_000 + "-->\n"
        "<tu>国家</tu><![CDATA[<tu>]]><tu\n>b</tu></body></r>"
    ).encode()
    assert items(data) == [(4, 1, "国家"), (4, 28, "b")]


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_marks_and_shapes_tell_the_encoding(codec: str) -> None:
    data = '<?xml version="1.0"?>\n<r><body><tu>國家</tu></body></r>'.encode(codec)
    assert items(data) == [(2, 10, "國家")]


@pytest.mark.parametrize("codec", ["gb18030", "gb2312", "big5", "euc-kr", "latin-1", "UTF-8"])
def test_a_declared_encoding_is_read(codec: str) -> None:
    text = "é" if codec == "latin-1" else "中"
    data = f'<?xml version="1.0" encoding="{codec}"?>\n<r><body><tu>{text}</tu></body></r>'
    assert items(data.encode(codec)) == [(2, 10, text)]


def test_an_encoding_that_lies_is_told() -> None:
    data = '<?xml version="1.0" encoding="UTF-8"?>\n<r><body><tu>河北省科学技术厅</tu></body></r>'
    assert "not UTF-8, it looks like GB 18030" in refusal(data.encode("gb18030"))
    wrong = data.replace("UTF-8", "big5").encode()[:-30] + b"\xff\xff</tu></body></r>"
    assert "the file is not big5, as it says" in refusal(wrong)


@pytest.mark.parametrize(
    "name", ["no-such", "hex", "rot13", "zlib", "idna", "unicode_escape", "utf-7"]
)
def test_an_encoding_that_is_none_is_told(name: str) -> None:
    data = f'<?xml version="1.0" encoding="{name}"?>\n<r/>'.encode()
    assert refusal(data).startswith(f"x.xml:1:1: the encoding '{name}' is not known")


def test_a_name_no_encoding_has_is_no_ground_to_end() -> None:
    data = f'<?xml version="1.0" encoding="UTF-{"8" * 50}"?>\n<r><body><tu>中</tu></body></r>'
    assert items(data.encode()) == [(2, 10, "中")]


def test_the_place_of_a_part_is_found_in_its_item() -> None:
    data = b"<r><body>\n<tu>\n <a/><b>\n  <c/></b></tu><tu>x</tu></body></r>"
    file = XmlFile(io.BytesIO(data), "x.xml", ("tu",))
    item = next(file.items())
    part = item.element.find("b/c")
    assert part is not None
    assert item.place_of(part) == (4, 3)
    assert item.place_of(item.element) == (2, 1)


def test_the_items_done_are_gone() -> None:
    data = b"<r><body>" + b"<tu>ab</tu>" * 50_000 + b"</body></r>"
    file = XmlFile(io.BytesIO(data), "x.xml", ("tu",))
    held = max(len(file.head()[0]) for _item in file.items())
    assert held < 5_000


def test_a_long_tag_is_not_gone_over_with_every_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    from glossary.formats import xml_input

    sizes: list[int] = []
    batches = xml_input._batches

    def counted(*given: object) -> object:
        for each in batches(*given):  # type: ignore[arg-type]
            sizes.append(len(each))
            yield each

    monkeypatch.setattr(xml_input, "_batches", counted)
    for data in (
        b'<r><body><tu id="' + b"x" * 8_000_000 + b'">a</tu></body></r>',
        b'<r id="' + b"x" * 8_000_000 + b'"><body><tu>a</tu></body></r>',
    ):
        sizes.clear()
        assert [text for _line, _column, text in items(data)] == ["a"]
        assert len(sizes) < 40
