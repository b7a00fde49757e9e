"""What the glossary gave out and nobody touched changes nothing when it comes back, in any format that comes back."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from glossary.errors import InputError
from glossary.model.values import replace
from tests.glossaries import empty_glossary
from tests.strategies import entries

if TYPE_CHECKING:
    from glossary.model.entries import Entry

FORMATS = [
    ("po", {"to": ["zh_CN"]}),
    ("po", {"to": ["zh_TW"], "context": "always"}),
    ("po", {"from": "zh-Hans", "to": ["en"]}),
    ("po", {"to": ["zh_Latn@pinyin"]}),
    ("csv", {}),
    ("tsv", {}),
    ("xlsx", {}),
]


@pytest.mark.parametrize(("name", "options"), FORMATS)
@settings(
    max_examples=15,  # a glossary is dear to make
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn=st.lists(entries(generated=False), min_size=1, max_size=3))
def test_what_comes_back_untouched_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    options: dict[str, object],
    drawn: list[Entry],
) -> None:
    wanted = {entry.id: replace(entry, relations=()) for entry in drawn}
    with empty_glossary(tmp_path_factory.mktemp("a")) as glossary:
        for entry in wanted.values():
            glossary.add(entry, by="mei", force=True)
        stream = io.BytesIO()
        glossary.export(name, stream, options=options)
        before = len(list(glossary.history()))
        report = None
        with suppress(InputError):  # no name in any of the languages that the file has
            report = glossary.import_file(io.BytesIO(stream.getvalue()), by="kai", format=name)
        if report is None:
            return
        assert report.problems == []
        assert report.conflicts == []
        assert (report.added, report.edited, report.proposed) == ([], [], [])
        assert len(list(glossary.history())) == before
