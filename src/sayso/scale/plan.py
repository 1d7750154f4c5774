"""Plan: which inputs make which bundle. Made by the first run into a folder; later runs go on with the same."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from sayso import intake
from sayso.crew import SECONDS
from sayso.errors import UsageError
from sayso.intake import Given
from sayso.ledger.ledger import storable
from sayso.scale.folder import sync
from sayso.scale.stamp import Stamp

PLAN = "plan.json"
BUNDLE_BYTES, BUNDLE_FILES = 32 << 20, 512
GROUPS = 16
ARTICLES = 200
"""Articles of a shard: what a killed worker costs at most."""


class Source(msgspec.Struct, frozen=True):
    """An input: its path and size in bytes (-1: not there)."""

    path: str
    bytes: int


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Bundles of inputs in the order given, the options given for them, articles of a shard, seconds that one may take, what reads,
    into how many groups keys are sorted for linking, and whether there is any.
    """

    stamp: Stamp
    given: Given
    articles: int
    bundles: tuple[tuple[Source, ...], ...]
    seconds: float = SECONDS
    groups: int = GROUPS
    link: bool = True

    def names(self) -> list[str]:
        """The names of the bundles."""
        return [f"{number:06}" for number in range(len(self.bundles))]


def planned(
    paths: Iterable[str | Path],
    given: Given,
    mark: Stamp,
    *,
    articles: int = ARTICLES,
    seconds: float = SECONDS,
    groups: int = GROUPS,
    link: bool = True,
) -> Plan:
    """The plan of a run. Raises: UsageError for standard input, which can't be read twice."""
    bundles = tuple(bundled(sources(paths)))
    return Plan(stamp=mark, given=given, articles=articles, bundles=bundles, seconds=seconds, groups=groups, link=link)


def sources(paths: Iterable[str | Path]) -> Iterator[Source]:
    """The inputs with their sizes."""
    for path in intake.paths(paths):
        if str(path) == "-":
            raise UsageError("-: a run that can be taken up again needs files, not standard input")
        yield Source(storable(str(path)), path.stat().st_size if path.is_file() else -1)


def bundled(found: Iterable[Source]) -> Iterator[tuple[Source, ...]]:
    """Inputs in bundles that are cut by one worker: small ones together, large ones alone."""
    held: list[Source] = []
    for source in found:
        if held and (len(held) == BUNDLE_FILES or sum(max(0, one.bytes) for one in held) + source.bytes > BUNDLE_BYTES):
            yield tuple(held)
            held = []
        held.append(source)
    if held:
        yield tuple(held)


def agreed(folder: Path, plan: Plan) -> Plan:
    """The plan, kept in the folder from now on; only the seconds may change, and whether it is linked. Raises: UsageError where another one is kept there."""
    kept = load(folder) if (folder / PLAN).exists() else None
    if kept and msgspec.structs.replace(kept, seconds=plan.seconds, link=plan.link) != plan:
        raise UsageError(f"{folder}: holds a run with {differing(kept, plan)}: go on with the same, or take another folder")
    if kept != plan:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{PLAN}.new"
        draft.write_bytes(msgspec.json.format(msgspec.json.encode(plan, order="deterministic")) + b"\n")
        sync(draft)
        draft.rename(folder / PLAN)
    return plan


def differing(kept: Plan, plan: Plan) -> str:
    """In what two plans differ, in words."""
    if kept.stamp != plan.stamp:
        names = [name for name in Stamp.__struct_fields__ if getattr(kept.stamp, name) != getattr(plan.stamp, name)]
        return f"another version ({', '.join(names)})"
    if (kept.given, kept.articles, kept.groups) != (plan.given, plan.articles, plan.groups):
        return "other options"
    return "other inputs, or inputs that have changed since"


def load(folder: Path) -> Plan:
    """The plan kept in a folder. Raises: UsageError where there is none."""
    try:
        return msgspec.json.decode((folder / PLAN).read_bytes(), type=Plan)
    except (OSError, msgspec.DecodeError) as fault:
        raise UsageError(f"{folder}: no run of sayso scale in it") from fault
