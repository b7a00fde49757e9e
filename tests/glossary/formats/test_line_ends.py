"""Lines may end in LF, CR LF, CR, or in each of them in one file."""

from __future__ import annotations

import io
import itertools

import pytest

from glossary.formats.detection import detect_format
from glossary.formats.interface import Input
from glossary.formats.items import Correction, Item
from glossary.formats.options import Options
from glossary.formats.registry import get_format
from tests.formats import DAY, entry, write

NAMES = [("Ministry of Works", "工程部"), ("Office of Maps", "地图办公室"), ("Bureau of Roads", "道路局")]  # fmt: skip
ENTRIES = [
    (
        entry(
            id=english.lower().replace(" ", "-"),
            names=[
                {"text": english, "lang": "en", "usage": "preferred", "evidence": "unsourced"},
                {"text": chinese, "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced"},
            ],
        ),
        "approved",
    )
    for english, chinese in NAMES
]
CEDICT = """\
# CC-CEDICT
河北 河北 [He2 bei3] /Hebei Province/
河南 河南 [He2 nan2] /Henan Province/
湖北 湖北 [Hu2 bei3] /Hubei Province/
湖南 湖南 [Hu2 nan2] /Hunan Province/
""".encode()


@pytest.mark.parametrize(
    "name", ["po", "utx", "csv", "tsv", "skos", "yaml", "tbx", "tmx", "cedict"]
)
@pytest.mark.parametrize("ends", [b"\r", b"\r\n", None])
def test_any_ends(name: str, ends: bytes | None) -> None:
    options = {"to": "zh_CN"} if name in ("po", "utx") else {}
    data = CEDICT if name == "cedict" else write(name, ENTRIES, **options)[0]
    sorts = itertools.cycle((b"\r", b"\n", b"\r\n", b"\r") if ends is None else (ends,))
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    turned = b"".join(line + end for line, end in zip(lines[:-1], sorts, strict=False)) + lines[-1]
    assert said(name, turned) == said(name, data)
    assert detect_format(turned, f"x.{name}") == name


def said(name: str, data: bytes) -> list[object]:
    """What a file says, without the places where it says it."""
    chosen = get_format(name, to="read")
    file = Input(io.BytesIO(data), "x", Options(chosen.reading, {}, name), day=DAY)
    told: list[object] = []
    for each in chosen.read(file):
        if isinstance(each, Item):
            told.append([name.text for name in each.entry.names])
        else:
            assert isinstance(each, Correction), each
            told.append((each.source, each.target))
    assert len(told) in (3, 4)
    return told
