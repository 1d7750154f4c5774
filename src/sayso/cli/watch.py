"""`sayso watch FEED…`: what is new in feeds, into a ledger, again and again."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli._options import LedgerFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.adding import Input, Step
    from sayso.crew import Crew
    from sayso.ledger import Ledger
    from sayso.watching import State

LEAST, MOST = 1.0, 300.0  # seconds of sleep between two looks at what is due


def command(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED...", help="Addresses of feeds, or OPML files that list them.")],
    ledger: LedgerFile,
    every: Annotated[float, typer.Option(min=1.0, help="Minutes between two looks at a feed.")] = 30.0,
    once: Annotated[bool, typer.Option("--once", help="End after one round over the feeds that are due.")] = False,
    pages: Annotated[bool, typer.Option(help="Read the pages that entries lead to, or only what the feed holds.")] = True,
    atom: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a feed of what came in last.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read.")] = 1,
    link: Annotated[bool, typer.Option("--link/--no-link", help="Compare what is new with the rest after each round.")] = True,
) -> None:
    """Watch feeds and read what is new into a ledger. After a stop, the same command goes on where it was."""
    from sayso.cli.link import STOPPED, linked
    from sayso.crew import Crew, loading
    from sayso.ledger import Ledger
    from sayso.watching import beside, kept

    listed = addresses(feeds)
    file = beside(ledger)
    with Ledger(ledger) as opened, Crew(loading.loader(None), workers=workers) as crew:
        rounds = Rounds(opened, crew, file, every * 60.0, pages, atom)
        state = kept(file)
        try:
            while True:
                state = rounds.run(listed, state)
                if link and rounds.new and linked(opened)[1]:
                    raise typer.Exit(STOPPED)
                if once:
                    break
                time.sleep(rest([state.feeds[url].due for url in listed if not state.feeds[url].gone], time.time()))
        except KeyboardInterrupt:
            raise typer.Exit(STOPPED) from None


def addresses(feeds: list[str]) -> list[str]:
    """The addresses of feeds, those in OPML files among them, each once. Raises UsageError for what is neither."""
    from sayso.errors import UsageError
    from sayso.intake.formats import opml

    found: list[str] = []
    for feed in feeds:
        if feed.startswith(("http://", "https://")):
            found.append(feed)
        elif Path(feed).is_file():
            found.extend(opml.feeds(Path(feed).read_bytes(), feed))
        else:
            raise UsageError(f"{feed}: give the address of a feed, or an OPML file")
    return list(dict.fromkeys(found))


def rest(due: list[float], now: float) -> float:
    """The seconds to sleep until the next feed is due."""
    return min(max(min(due, default=now + MOST) - now, LEAST), MOST)


class Rounds:
    """One round after another over the feeds that are due; the state is kept after each feed."""

    def __init__(self, ledger: "Ledger", crew: "Crew", file: Path, every: float, pages: bool, atom: Path | None) -> None:
        from sayso.intake.net.polite import Guest
        from sayso.watching import Watching

        self.ledger, self.crew, self.file, self.atom = ledger, crew, file, atom
        self.added: list[tuple[str, str]] = []
        self.new = False
        self.watching = Watching(Guest(), self.take, time.time, every=every, pages=pages)

    def run(self, listed: "Sequence[str]", state: "State") -> "State":
        """The state after one round; `new` says whether it brought anything."""
        from sayso.adding import FEED
        from sayso.watching import NEWS, Feed, State, keep

        self.new = False
        for url in listed:
            feed = state.feeds.get(url, Feed())
            if feed.gone or feed.due > time.time():
                state = State(feeds={**state.feeds, url: feed}, news=state.news)
                continue
            self.added.clear()
            feed, problem = self.watching.visit(url, feed)
            if problem:
                self.ledger.problem(problem, given=FEED)
            else:
                self.ledger.settle(url, ())
            self.tell(url, problem.why if problem else f"{len(self.added)} new")
            self.new = self.new or bool(self.added)
            state = State(feeds={**state.feeds, url: feed}, news=(*reversed(self.added), *state.news)[:NEWS])
            keep(self.file, state)
        if self.atom is not None:
            write(self.atom, self.ledger.path, state)
        return state

    def take(self, inputs: "Sequence[Input]") -> None:
        """Nothing; the inputs are in the ledger."""
        from sayso.adding import Adding

        Adding(self.ledger, self.crew, self.heard).run(inputs)

    def heard(self, step: "Step") -> None:
        """Nothing; a document that is new is noted, a problem told."""
        if step.written and step.written.new and step.document:
            self.added.append((step.document.id, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")))
        elif step.problem:
            self.tell(step.problem.origin, step.problem.why)

    def tell(self, url: str, words: str) -> None:
        """Nothing; a line for whoever looks on."""
        from sayso.show.plain import plain

        print(plain(words if words.startswith(url) else f"{url}: {words}"), file=sys.stderr, flush=True)


def write(file: Path, ledger: Path, state: "State") -> None:
    """Nothing; the feed of what came in last is in the file, whole. Raises UsageError where it can't be written."""
    from sayso.errors import UsageError
    from sayso.ledger import View
    from sayso.show.news import atom

    with View(ledger) as view:
        found = [(document, time) for id, time in state.news if (document := view.document(id))]
    try:
        new = Path(f"{file}.new")
        new.write_text(atom(found), encoding="utf-8")
        new.replace(file)
    except OSError as error:
        raise UsageError(f"--atom {file}: {error.strerror or error}") from error
