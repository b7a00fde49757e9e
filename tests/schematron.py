"""The published schemas of TBX, run: RelaxNG by lxml, and the Schematron's rules by an XPath 2 of its own.

lxml's own Schematron knows XPath 1 alone, and the rules ask for ``matches``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import elementpath
from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Schematron", "relaxng"]

SCH = "{http://purl.oclc.org/dsdl/schematron}"


def relaxng(path: Path) -> Any:
    """Return a validator by RelaxNG."""
    return etree.RelaxNG(etree.parse(str(path)))


class Schematron:
    """The rules of one file: in each pattern, the first rule whose context a node is of asks its assertions."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(str(path)).getroot()
        self._spaces = {ns.get("prefix"): ns.get("uri") for ns in root.iter(f"{SCH}ns")}
        self._patterns = [
            [
                (
                    rule.get("context"),
                    [
                        (each.get("test"), "".join(each.itertext()))
                        for each in rule.iter(f"{SCH}assert")
                    ],
                )
                for rule in pattern.iter(f"{SCH}rule")
            ]
            for pattern in root.iter(f"{SCH}pattern")
        ]

    def failures(self, tree: Any) -> list[str]:
        """Return the texts of all assertions that fail."""
        found = []
        for pattern in self._patterns:
            done: set[Any] = set()
            for context, assertions in pattern:
                for node in self._select(tree, f"//{context}"):
                    key = (id(getattr(node, "parent", node)), getattr(node, "name", ""))
                    if key in done:
                        continue
                    done.add(key)
                    found += [
                        text for test, text in assertions if not self._holds(tree, node, test)
                    ]
        return found

    def _select(self, tree: Any, path: str) -> list[Any]:
        parser = elementpath.XPath2Parser(namespaces=self._spaces)
        context = elementpath.XPathContext(tree)
        return list(parser.parse(path).select(context))

    def _holds(self, tree: Any, node: Any, test: str) -> bool:
        parser = elementpath.XPath2Parser(namespaces=self._spaces)
        context = elementpath.XPathContext(tree, item=node)
        token = parser.parse(
            test.replace(".. is root()", "not(parent::*)")
        )  # the same, of an element
        return bool(token.boolean_value(list(token.select(context))))
