"""What the program derives, derived again: pinyin, the other script and keys, against what is compiled and corrected."""

from __future__ import annotations

from glossary.i18n import _
from glossary.language.renderings import render_name
from glossary.model.names import Name
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.curation.content import Content, Placed

    Found = Iterator[tuple[Placed, str]]

__all__ = ["find_needless_corrections", "find_stale_lines", "iter_corrections"]


def iter_corrections(content: Content) -> Iterator[tuple[Placed, Name, str, str, str]]:
    """Yield every rendering a person wrote: entry, name, language, what is written, what the program would write."""
    for placed, name in content.names():
        written = [each for each in name.renderings if not each.generated]
        if not written:
            continue
        bare = render_name(replace(name, renderings=()))
        for each in written:
            made = bare.rendering(each.lang)
            yield placed, name, each.lang, each.text, made.text if made else ""


def find_needless_corrections(content: Content) -> Found:
    """Yield renderings written by hand that say what the program says: they would hide its later betterment."""
    for placed, name, lang, written, made in iter_corrections(content):
        if written == made:
            yield (
                placed,
                _("{lang} of {name!r} is corrected to what the program makes").format(
                    lang=lang, name=name.text
                ),
            )


def find_stale_lines(content: Content) -> Found:
    """Yield entries whose compiled form, renderings and keys, is not what they give now; none where they are not compiled."""
    from glossary.seeds import are_compiled, compiled_path
    from glossary.store.prepared import from_line, prepare, to_line

    # To compile them only to compare them takes twice as long as all other checks.
    path = compiled_path() if are_compiled() else None
    if path is None:
        return
    with open(path, encoding="utf-8") as stream:
        compiled = {from_line(line).id: line.rstrip("\n") for line in stream}
    for placed in content.placed:
        if compiled.get(placed.entry.id) != to_line(prepare(placed.entry, placed.review)):
            yield (
                placed,
                _("the compiled form of {id} is another: pinyin, script or keys").format(
                    id=placed.entry.id
                ),
            )
