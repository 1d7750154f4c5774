"""`sayso link`: what is new in a ledger compared with the rest."""

from functools import partial
from typing import TYPE_CHECKING

import typer

from sayso.cli._options import AsJson, LedgerFile

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.linking import Linked

STOPPED = 130


def command(ledger: LedgerFile, as_json: AsJson = False) -> None:
    """Find copies, shared quotations, conflicts, same claims and same actors: only what is new is compared, after a stop it goes on."""
    from sayso.ledger import Ledger

    with Ledger(ledger) as opened:
        made, stopped = linked(opened)
    report(made, as_json)
    if stopped:
        raise typer.Exit(STOPPED)


def linked(ledger: "Ledger") -> "tuple[Linked, bool]":
    """What a run did, and whether it was stopped by Ctrl-C: what was done until then is in the ledger."""
    from sayso.lexicon import Lexicon
    from sayso.linking import Linked, Linking
    from sayso.linking_actors import ActorLinking
    from sayso.linking_claims import ClaimLinking
    from sayso.linking_events import EventLinking
    from sayso.text.vectors import vectors

    lexicon, near, done = Lexicon.load(), vectors(), Linked(documents=0, of=0, links={})
    for linker in (Linking, partial(ClaimLinking, vectors=near), partial(EventLinking, vectors=near), ActorLinking):
        before, latest = done, done

        def tell(so_far: Linked, before: Linked = before) -> None:
            nonlocal latest
            latest = before.also(so_far)

        try:
            done = before.also(linker(ledger, lexicon, tell).run())
        except KeyboardInterrupt:
            return latest, True
    return done, False


def report(made: "Linked", as_json: bool) -> None:
    """Nothing; prints what a run came to."""
    if as_json:
        import msgspec

        print(msgspec.json.encode(made).decode())
        return
    from sayso.text.vectors import PACKAGE, installed

    print(line(made))
    if installed() is None:
        print(f"same claims are found by words in common alone: {PACKAGE.replace('_', '-')} is not installed")


def line(made: "Linked") -> str:
    """One line on what a run did.

    >>> from sayso.linking import Linked
    >>> line(Linked(documents=3, of=3, links={"quote": 2, "conflicts": 1}))
    'linked 3 documents: 2 quote, 1 conflicts'
    """
    found = ", ".join(f"{many} {kind}" for kind, many in made.links.items()) or "no links"
    rest = f", {made.of - made.documents} to go" if made.documents < made.of else ""
    return f"linked {made.documents} documents{rest}: {found}"
