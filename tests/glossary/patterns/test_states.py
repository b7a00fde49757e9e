"""The states a name is read through: how many, and that they lose nothing of what each pattern asks."""

from __future__ import annotations

import pytest

from glossary.patterns.gazetteer import Gazetteer
from glossary.patterns.grammar import Grammar
from glossary.patterns.parsing import Parser
from glossary.patterns.places import Place
from glossary.patterns.states import State

CITY = Place(code="130100", zh="石家庄市", stems=("Shijiazhuang",), type="市", level="prefectural")
COUNTY = Place(code="130123", zh="正定县", stems=("Zhengding",), type="县", level="county")
PATTERNS = 40


def pattern(at: int, asks: str) -> dict[str, object]:
    return {
        "id": f"organ-{at}",
        "pattern": {"makes": "body", "slots": [f"place {asks}"]},
        "names": [
            {"text": f"{{place}}第{at}局", "lang": "zh-Hans", "usage": "preferred"},
            {"text": f"{{place}} Bureau {at}", "lang": "en", "usage": "preferred"},
        ],
    }


@pytest.fixture(name="grammar", scope="module")
def _grammar() -> Grammar:
    """Forty patterns, each asking something of its own of a place; the odd ones let counties in, the even ones cities."""
    codes = [",".join(("130123" if at % 2 else "130100", f"{at:06}")) for at in range(PATTERNS)]
    return Grammar(pattern(at, f"code={code}") for at, code in enumerate(codes))


def read(grammar: Grammar, text: str) -> list[str]:
    parser = Parser(grammar, Gazetteer([CITY, COUNTY]), lambda *_: (), "zh", list(text))
    return [node.rule.id for node in parser.whole(("body",)) if node.rule]


def test_each_pattern_lets_in_what_it_asks_for(grammar: Grammar) -> None:
    assert read(grammar, "石家庄市第12局") == ["organ-12"]
    assert read(grammar, "正定县第13局") == ["organ-13"]
    assert read(grammar, "石家庄市第13局") == read(grammar, "正定县第12局") == []


def test_an_atom_is_looked_up_once_whatever_the_patterns_ask(
    grammar: Grammar, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    after = State.after

    def counted(state: State, atom: str) -> State | None:
        asked.append(atom)
        return after(state, atom)

    monkeypatch.setattr(State, "after", counted)
    assert read(grammar, "石家庄市第12局") == ["organ-12"]
    # The beginning once, then what stands behind 石家庄 and behind 石家庄市.
    assert len(asked) <= len("石家庄市第12局") + 2
