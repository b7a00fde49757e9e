"""The four screens as pictures: three sizes, three languages, two themes. A changed picture is a changed screen.

``ZM_PICTURES=1`` writes them anew; look at each that ``git diff`` names before it is committed. The clock stands still,
no cursor blinks, and the person is mei.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from glossary.i18n import VARIABLE, set_language
from glossary.model.entries import BodyFacts, Entry, Kind, Level, LocalText
from glossary.model.names import Evidence, Name, NameType, Usage
from glossary.model.relations import Relation, RelationType
from glossary.model.sources import Source
from tests.tui.driving import SIZES, drive, press, settle, type_text
from tests.tui.pictures import picture
from tui.app import ZhengmingApp
from tui.clock import set_clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.glossary import Glossary
    from tests.tui.driving import Driven

FOLDER = Path(__file__).parent / "pictures"
LANGUAGES = ("en", "zh_CN", "fr")
THEMES = ("zhengming-dark", "high-contrast-light")
NOON = 1_795_608_000  # 2026-11-25, 12:00 UTC

_COUNCIL = Source(
    title="国务院组织机构",
    locator="www.gov.cn/guowuyuan/zuzhi.htm",
    publisher="gov.cn",
    seen="2026-11-20",
)


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock that stands still, in English, wherever this machine is."""
    for name in (VARIABLE, "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()
    minutes = count()
    monkeypatch.setattr(
        "glossary.store.events.now",
        lambda: time.strftime(
            "%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime(NOON - 86_400 + 60 * next(minutes))
        ),
    )
    set_clock(lambda: NOON)
    set_language()
    yield
    set_clock()
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()
    set_language()


def name(
    text: str,
    lang: str,
    evidence: Evidence = Evidence.OFFICIAL,
    kind: NameType = NameType.FULL,
    *,
    start: str = "",
    end: str = "",
) -> Name:
    """A name, preferred where it is the full one of today, with the source where it needs one."""
    return Name(
        text=text,
        lang=lang,
        type=kind,
        usage=Usage.PREFERRED if kind is NameType.FULL else Usage.ADMITTED,
        evidence=evidence,
        sources=(_COUNCIL,) if evidence.needs_source else (),
        start=start,
        end=end,
    )


@pytest.fixture
def desk(still: None, bare: Glossary) -> Glossary:
    """What a desk may hold: bodies with all one can say of them, stored text that would break a careless screen, a queue."""
    council = Entry(
        id="state-council",
        kind=Kind.BODY,
        names=(name("State Council", "en"), name("国务院", "zh-Hans")),
        body=BodyFacts(level=Level.CENTRAL),
    )
    ministry = Entry(
        id="ministry-of-science-and-technology",
        kind=Kind.BODY,
        names=(
            name("Ministry of Science and Technology", "en"),
            name("MOST", "en", Evidence.OFFICIAL, NameType.ACRONYM),
            name("科学技术部", "zh-Hans"),
            name("科技部", "zh-Hans", Evidence.ESTABLISHED, NameType.SHORT),
            name(
                "国家科学技术委员会",
                "zh-Hans",
                Evidence.ATTESTED,
                NameType.FORMER,
                start="1958",
                end="1998",
            ),
        ),
        relations=(Relation(type=RelationType.PART_OF, target="state-council"),),
        definitions=(
            LocalText(lang="en", text="Responsible for research policy. [/] [red]x[/red]"),
        ),
        body=BodyFacts(level=Level.CENTRAL, founded="1998"),
    )
    department = Entry(
        id="hebei-provincial-department-of-science-and-technology",
        kind=Kind.BODY,
        names=(
            name("Hebei Provincial Department of Science and Technology", "en", Evidence.ATTESTED),
            name("河北省科学技术厅", "zh-Hans"),
        ),
        relations=(Relation(type=RelationType.CONFUSED_WITH, target=ministry.id),),
        body=BodyFacts(level=Level.PROVINCIAL, place="130000"),
    )
    for entry in (council, ministry, department):
        bare.add(entry, by="kai")
        bare.approve(entry.id, by="lin")
    for number, text in enumerate(("[/] Science مكتب العلوم", "Science é́́́ 👨‍👩‍👧 Office")):
        names = (
            name(text, "en", Evidence.UNSOURCED),
            name(f"科学{number}处", "zh-Hans", Evidence.UNSOURCED),
        )
        bare.add(
            Entry(id=f"science-{number}", kind=Kind.BODY, names=names),
            by="kai",
            why="stood so in a file",
        )
    former = name(
        "State Science and Technology Commission",
        "en",
        Evidence.UNSOURCED,
        NameType.FORMER,
        end="1998",
    )
    revision = bare.get(ministry.id).revision
    bare.edit(
        replace(ministry, names=(*ministry.names, former)),
        base=revision,
        by="kai",
        why="2018 reform notice",
    )
    bare.comment(ministry.id, "The acronym stands on its own English page.", by="lin")
    return bare


async def search(pilot: Driven) -> None:
    """Hits beside the entry."""
    await type_text(pilot, "science")


async def entry(pilot: Driven) -> None:
    """The entry, with the keyboard in it."""
    await type_text(pilot, "科技部")
    await press(pilot, "enter")


async def form(pilot: Driven) -> None:
    """A new entry half filled in, with a problem."""
    await press(pilot, "f2")
    await type_text(pilot, "Ministry of Science and Technology")
    await press(pilot, "down")
    await type_text(pilot, "科学技术部")
    await press(pilot, "f7")
    await type_text(pilot, "Gazette")
    await press(pilot, "up")


async def review(pilot: Driven) -> None:
    """The queue, on an edit."""
    await press(pilot, "f4")
    await press(pilot, "down", "down")


@pytest.mark.parametrize(
    "screen", [search, entry, form, review], ids=lambda screen: screen.__name__
)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screens_look_as_they_did(
    screen: object, size: tuple[int, int], desk: Glossary, tmp_path: Path
) -> None:
    changed = []
    what = screen.__name__  # type: ignore[attr-defined]

    async def scenario(pilot: Driven) -> None:
        app = pilot.app
        assert isinstance(app, ZhengmingApp)
        await screen(pilot)  # type: ignore[operator]
        for field in app.screen.query(Input):
            field.cursor_blink = False
        for language in LANGUAGES:
            app.speak(language)
            for theme in THEMES:
                app.theme = theme
                await settle(pilot)
                file = f"{what}-{size[0]}x{size[1]}-{language}-{theme}.svg"
                shown = picture(app, f"{what}, {language}, {theme}")
                if os.environ.get("ZM_PICTURES"):
                    FOLDER.mkdir(exist_ok=True)
                    (FOLDER / file).write_text(shown, encoding="utf-8")
                known = FOLDER / file
                if not known.exists() or known.read_text(encoding="utf-8") != shown:
                    (tmp_path / file).write_text(shown, encoding="utf-8")
                    changed.append(str(tmp_path / file))

    drive(desk, scenario, size=size)
    assert not changed, (
        "look at these beside tests/tui/pictures, and run with ZM_PICTURES=1 if they are right"
    )


def test_pictures_load_nothing_from_elsewhere() -> None:
    files = sorted(FOLDER.glob("*.svg"))
    assert len(files) == 4 * len(SIZES) * len(LANGUAGES) * len(THEMES)
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "url(" not in text
        assert "href" not in text
        assert text.count("http") == 1  # the name space
