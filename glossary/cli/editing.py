"""``edit``, ``merge``, ``comment``, ``retire``: the life of an entry that is there.

``edit`` takes flags, YAML from a file or stdin, or, on a terminal with neither, the entry in an editor. An entry that
is approved keeps being served as it is: the change waits as a proposal beside it, and its number goes to stdout.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from glossary.cli.arguments import add_json, add_person, check_text
from glossary.cli.opening import open_glossary
from glossary.cli.outcomes import entry_id, read_text, several_lines, tell
from glossary.cli.streams import ExitCode, UsageError, is_interactive, narrate
from glossary.errors import ConflictError, InvalidError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.arguments import Parser
    from glossary.facade.types import Outcome, Proposal
    from glossary.glossary import Glossary
    from glossary.model.entries import Entry

__all__ = ["fill_comment", "fill_edit", "fill_merge", "fill_retire"]


def fill_edit(parser: Parser) -> None:
    """Fill the parser of ``edit``."""
    from glossary.cli.altering import add_alterations

    parser.add_argument(
        "target", metavar="ID|NUMBER", help=_("an entry, or a proposal that waits, by its number")
    )
    parser.spread = "files"
    parser.add_argument(
        "files",
        nargs="*",
        default=[],  # else argparse asks for it
        metavar="FILE",
        help=_("the entry as YAML or JSON; - for stdin"),
    )
    add_alterations(parser)
    parser.add_argument(
        "--as-is",
        action="store_true",
        help=_("bring a proposal up to date: what it changes, done to the entry as it is now"),
    )
    parser.add_argument(
        "--base",
        metavar="N",
        default="",
        help=_("the revision the change was made from ('show --json' has it); else that of now"),
    )
    add_person(parser)
    add_json(parser, lines=False)
    parser.describe(
        run_edit,
        _(
            "Change an entry that is proposed; propose a change to one that is approved, which keeps being "
            "served until somebody approves it. On a terminal without flags the entry opens in $EDITOR. "
            "stdout is what 'review approve' takes: the proposal's number, or the id."
        ),
        (
            "zhengming edit hebei-international-talent-exchange-association --of "
            "河北省国际人才交流协会 --set evidence=attested --source 'Yearbook | page 3' --by mei",
            "zhengming edit MOST --zh 国家科技部 --evidence unsourced --why 'common in the press'",
            "zhengming show MOST --yaml | sed s/1998/1998-03/ | zhengming edit MOST - --by mei",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """What is edited: an entry at a revision, or the content of a proposal.

    Attributes:
        entry: As it stands.
        base: Revision of the entry.
        review: Where the entry stands in review.
        proposal: Number of the proposal, 0 for the entry itself.
        stale: Whether the entry was changed since the proposal was made.
    """

    entry: Entry
    base: int
    review: str
    proposal: int = 0
    stale: bool = False


def _subject(glossary: Glossary, target: str) -> _Subject:
    from glossary.cli.reviewing import resolve

    wanted = resolve(glossary, check_text(target, "ID|NUMBER"))
    if isinstance(wanted, str):
        shown = glossary.get(wanted)
        if shown.redirected_from:
            raise ConflictError(
                _("{gone} was merged into {kept}").format(gone=wanted, kept=shown.entry.id),
                ids=(wanted, shown.entry.id),
                fix=_("Change {kept} instead.").format(kept=shown.entry.id),
            )
        return _Subject(entry=shown.entry, base=shown.revision, review=shown.review)
    proposal = glossary.proposal(wanted)
    if proposal.action != "edit":
        raise InvalidError(
            _("proposal {number} is to {action}; there is nothing to edit in it").format(
                number=wanted, action=_(proposal.action)
            )
        )
    shown = glossary.get(proposal.entry)
    return _Subject(
        entry=_up_to_date(glossary, proposal),
        base=shown.revision,
        review=shown.review,
        proposal=wanted,
        stale=proposal.base != shown.revision,
    )


def _up_to_date(glossary: Glossary, proposal: Proposal) -> Entry:
    """What a proposal changes, done to the entry as it is now; where the two do not go together, as it was made."""
    from glossary.model.records import from_record

    try:
        return glossary.rebased(proposal.number)
    except InvalidError as error:
        narrate(
            _("what was changed since does not go together with proposal {number}: {error}").format(
                number=proposal.number, error=error
            )
        )
        return from_record(proposal.content)


def run_edit(arguments: argparse.Namespace) -> ExitCode:
    """Change an entry or a proposal."""
    from glossary.cli.altering import altered, has_alterations

    by_flags = has_alterations(arguments)
    files: list[str] = arguments.files
    if len(files) + by_flags + arguments.as_is > 1:
        raise UsageError(
            _("a change comes from flags, from a file or from --as-is, from one of them"),
            command="zhengming edit",
        )
    with open_glossary(arguments) as glossary:
        subject = _subject(glossary, arguments.target)
        if files:
            entry = _from_file(files[0])
        elif by_flags:
            entry = altered(subject.entry, arguments)
        elif arguments.as_is:
            entry = subject.entry
        else:
            return _edit_in_editor(glossary, subject, arguments)
        try:
            outcome = _save(glossary, subject, entry, arguments)
        except ConflictError as error:
            raise several_lines(error) from None
    return _tell(outcome, subject, arguments)


def _from_file(path: str) -> Entry:
    from glossary.cli.drafting import one_item, read_entry

    data, name = read_entry(path)
    item = one_item(data, name, "edit")
    if item.review is not None:
        narrate(_("'review' is left as it is: 'zhengming review' decides about it"))
    return item.entry


def _save(
    glossary: Glossary, subject: _Subject, entry: Entry, arguments: argparse.Namespace
) -> Outcome | None:
    """Save a changed entry; nothing where it says what was there already.

    Raises:
        GlossaryError: As ``Glossary.edit`` and ``Glossary.revise``.
    """
    from glossary.model.differences import compare_records
    from glossary.model.records import to_record

    if entry.id != subject.entry.id:
        raise InvalidError(
            _("the entry has the id {other!r}, and {id!r} is edited").format(
                other=entry.id, id=subject.entry.id
            ),
            field="id",
            fix=_("An id is never changed: write {id}.").format(id=subject.entry.id),
        )
    if not compare_records(to_record(subject.entry), to_record(entry)) and not subject.stale:
        return None
    if subject.proposal:
        return glossary.revise(subject.proposal, entry, by=arguments.by, why=arguments.why)
    base = subject.base
    if arguments.base:
        from glossary.cli.numbers import count_of

        base = count_of("--base")(arguments.base)
    return glossary.edit(entry, base=base, by=arguments.by, why=arguments.why)


def _tell(outcome: Outcome | None, subject: _Subject, arguments: argparse.Namespace) -> ExitCode:
    if outcome is None:
        narrate(_("nothing was changed"))
        return ExitCode.NOT_FOUND
    if outcome.done == "revised":
        done = _("proposal {number} for {id} was revised and is up to date").format(
            number=outcome.proposal, id=outcome.entry
        )
    elif subject.review == "rejected":
        done = _("{id} was changed, and is proposed again").format(id=outcome.entry)
    else:
        done = _("{id} was changed; it is proposed still").format(id=outcome.entry)
    if outcome.done == "proposed":
        narrate(
            _("{id} is {review} and stays as it is until somebody approves the change").format(
                id=outcome.entry, review=_(subject.review)
            )
        )
    tell(outcome, done, as_json=arguments.json)
    return ExitCode.FOUND


def _edit_in_editor(
    glossary: Glossary, subject: _Subject, arguments: argparse.Namespace
) -> ExitCode:
    if not (is_interactive(sys.stdin) and is_interactive(sys.stderr)):
        raise UsageError(
            _("there is nothing to change"),
            fix=_("Give flags, a YAML file, or - for stdin; on a terminal $EDITOR opens."),
        )
    import dataclasses

    from glossary.cli.drafting import one_item
    from glossary.cli.editors import edit_until

    current = subject

    def take(data: bytes, path: str) -> Outcome | None:
        nonlocal current
        entry = one_item(data, path, "edit").entry
        try:
            return _save(glossary, current, entry, arguments)
        except ConflictError:
            # What is below in the editor is theirs to merge by hand; saved again, it was looked at.
            shown = glossary.get(subject.entry.id)
            if shown.entry.id == subject.entry.id:
                current = dataclasses.replace(current, base=shown.revision)
            raise

    edited = edit_until(take, _form(glossary, subject), nothing=_("nothing was changed"))
    if edited is None:
        return ExitCode.NOT_FOUND
    return _tell(edited, subject, arguments)


def _form(glossary: Glossary, subject: _Subject) -> str:
    """The entry as YAML, with what has to be known above it."""
    import io

    from glossary.formats.yaml_writer import write_yaml

    head = [_("Change what you like, save and leave; leave it as it is to change nothing.")]
    if subject.review in ("approved", "retired"):
        head.append(
            _("The entry is {review}: your change will wait as a proposal.").format(
                review=_(subject.review)
            )
        )
    if subject.stale:
        from glossary.model.differences import compare_records
        from glossary.model.records import to_record

        now = to_record(glossary.get(subject.entry.id).entry)
        head.append(
            _("The entry was changed since this was proposed. Done to it as it is now, this would:")
        )
        head += [f"  {each}" for each in compare_records(now, to_record(subject.entry))]
        head.append(_("Delete this line to bring the proposal up to date as it is."))
    stream = io.BytesIO()
    write_yaml([(subject.entry, None)], stream)
    comment = "".join(f"# {line}\n" for text in head for line in text.splitlines())
    return comment + stream.getvalue().decode()


def fill_merge(parser: Parser) -> None:
    """Fill the parser of ``merge``."""
    parser.add_argument("gone", metavar="GONE", help=_("the entry that goes"))
    parser.add_argument("kept", metavar="KEPT", help=_("the entry that stays"))
    add_person(parser)
    add_json(parser, lines=False)
    parser.describe(
        run_merge,
        _(
            "Make two entries one: names, relations and comments come together in KEPT, and the id of GONE "
            "leads there from then on."
        ),
        (
            "zhengming add --kind body --en 'Ministry for Sciences' --evidence unsourced && "
            "zhengming merge ministry-for-sciences ministry-of-science-and-technology --by lin",
        ),
    )


def run_merge(arguments: argparse.Namespace) -> ExitCode:
    """Merge one entry into another."""
    with open_glossary(arguments) as glossary:
        gone, kept = entry_id(glossary, arguments.gone), entry_id(glossary, arguments.kept)
        outcome = glossary.merge(gone, kept, by=arguments.by, why=arguments.why)
    done = _("{gone} was merged into {kept}, and leads there").format(gone=gone, kept=kept)
    tell(outcome, done, as_json=arguments.json)
    return ExitCode.FOUND


def fill_comment(parser: Parser) -> None:
    """Fill the parser of ``comment``."""
    parser.add_argument("entry", metavar="ID|NAME", help=_("the entry"))
    parser.add_argument("text", metavar="TEXT", help=_("what to say; - reads it from stdin"))
    parser.add_argument(
        "--by",
        metavar="NAME",
        default="",
        help=_("who says it; ZHENGMING_USER, else git's or the system's user, by default"),
    )
    add_json(parser, lines=False)
    parser.describe(
        run_comment,
        _(
            "Say something of an entry; 'show' prints it below the entry, 'history' when it was said."
        ),
        ("zhengming comment MOST 'The acronym stands on its own English page.' --by mei",),
    )


def run_comment(arguments: argparse.Namespace) -> ExitCode:
    """Comment on an entry."""
    text = read_text(arguments.text, "TEXT")
    with open_glossary(arguments) as glossary:
        outcome = glossary.comment(entry_id(glossary, arguments.entry), text, by=arguments.by)
    tell(outcome, _("commented on {id}").format(id=outcome.entry), as_json=arguments.json)
    return ExitCode.FOUND


def fill_retire(parser: Parser) -> None:
    """Fill the parser of ``retire``."""
    parser.add_argument("entry", metavar="ID|NAME", help=_("the entry"))
    add_person(parser)
    add_json(parser, lines=False)
    parser.describe(
        run_retire,
        _(
            "Take an approved entry out of what is served: it stays, with its history, and answers only "
            "with --status retired. A reason is needed."
        ),
        ("zhengming retire MOST --why 'stands twice' --by lin",),
    )


def run_retire(arguments: argparse.Namespace) -> ExitCode:
    """Retire an entry."""
    with open_glossary(arguments) as glossary:
        wanted = entry_id(glossary, arguments.entry)
        outcome = glossary.retire(wanted, by=arguments.by, why=arguments.why)
    tell(outcome, _("{id} was retired").format(id=wanted), as_json=arguments.json)
    return ExitCode.FOUND
