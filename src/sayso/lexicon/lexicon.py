"""Lexicon: names, roles, states, places and given names, loaded once and passed in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from sayso.lexicon import cues, foretelling, likelihood, own, tables, triggers
from sayso.lexicon.entries import Entry, Role
from sayso.lexicon.words import folded, is_acronym, key, lengths

Entries = tuple[Entry, ...]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """What readers are given to know.

    `names` maps keys (see `words.key`) to entries, `acronyms` those that count only in capitals; `surnames` are known by themselves,
    `leaders` only beside a title; `adjectives` map "iraqi" to IRQ; `capitals` key a capital to its state, `nations` a code to
    its state's name; `given` a first name to m, f or "" . `terms` are sets of words by use. `longest` and `longest_role` bound how many pieces a phrase with that first piece has.
    `cues` are the words that attribute, `triggers` those that name acts, `foretelling` weighs those that look
    ahead, `likelihood` says how likely readers take words to mean. `own` is the beginning of the hash of an analyst's list that is part of it.
    """

    names: Mapping[str, Entries]
    acronyms: Mapping[str, Entries]
    longest: Mapping[str, int]
    surnames: Mapping[str, Entries]
    leaders: Mapping[str, Entries]
    adjectives: Mapping[str, str]
    capitals: Mapping[str, str]
    states: Mapping[str, str]
    nations: Mapping[str, str]
    given: Mapping[str, str]
    weak_given: frozenset[str]
    roles: Mapping[str, Role]
    longest_role: Mapping[str, int]
    terms: Mapping[str, frozenset[str]]
    cues: cues.Cues
    triggers: triggers.Triggers
    foretelling: foretelling.Foretelling
    likelihood: likelihood.Wordings
    own: str | None = None

    @classmethod
    def load(cls) -> "Lexicon":
        """The lexicon that ships; nothing is cached here, callers keep it."""
        names, acronyms = _by_key(_named())
        surnames, leaders = _people()
        adjectives, capitals, states = _states()
        roles = {key(role.phrase): role for role in tables.roles()}
        given = list(tables.given())
        return cls(
            names=names,
            acronyms=acronyms,
            longest=_longest(names, acronyms),
            surnames=surnames,
            leaders=leaders,
            adjectives=adjectives,
            capitals=capitals,
            states=states,
            nations={row["code"]: row["name"] for row, _ in tables.states()},
            given={folded(name): gender for name, gender, _ in given},
            weak_given=frozenset(folded(name) for name, _, weak in given if weak),
            roles=roles,
            longest_role=lengths(roles),
            terms=tables.terms(),
            cues=cues.load(),
            triggers=triggers.load(),
            foretelling=foretelling.load(),
            likelihood=likelihood.load(),
        )

    def with_actors(self, path: Path) -> "Lexicon":
        """This lexicon with an analyst's CSV (name, aliases, kind, country, sector, from, to), whose names win over ours.

        Raises: InputError with a line for each fault of the list.
        """
        sheet = own.actor_list(path)
        own_names, own_acronyms = _by_key(own.entries(sheet))
        names, acronyms = {**self.names, **own_names}, {**self.acronyms, **own_acronyms}
        surnames = {k: v for k, v in self.surnames.items() if k not in own_names}
        return msgspec.structs.replace(
            self, names=names, acronyms=acronyms, surnames=surnames, longest=_longest(names, acronyms), own=sheet.sha256[:12]
        )  # fmt: skip

    def lookup(self, name: str) -> Entries:
        """The entries of `name` as written, none if it is not known.

        >>> Lexicon.load().lookup("Daesh")[0].name
        'Islamic State'
        """
        found = self.acronyms.get(key(name), ()) if name.upper() == name else ()
        return found or self.names.get(key(name), ())


def _longest(*tables_: Mapping[str, Entries]) -> dict[str, int]:
    out: dict[str, int] = {}
    for table in tables_:
        for first, size in lengths(table).items():
            out[first] = max(size, out.get(first, 0))
    return out


def _by_key(named: Iterable[tuple[str, Entry]]) -> tuple[dict[str, Entries], dict[str, Entries]]:
    names: dict[str, list[Entry]] = defaultdict(list)
    acronyms: dict[str, list[Entry]] = defaultdict(list)
    for alias, entry in named:
        table = acronyms if is_acronym(alias) else names
        if word := key(alias):
            table[word].append(entry)
    return {k: _most_telling(v) for k, v in names.items()}, {k: _most_telling(v) for k, v in acronyms.items()}


def _most_telling(entries: list[Entry]) -> Entries:
    """Of one name's entries those of the first one's name: later files give way to earlier ones."""
    return tuple(entry for entry in entries if entry.name == entries[0].name and entry.kind == entries[0].kind)


def _named() -> Iterable[tuple[str, Entry]]:
    for row, entry in tables.states():
        yield from ((alias, entry) for alias in tables.aliases(row))
    yield from ((alias, entry) for alias, _, entry in tables.officials())
    yield from tables.actors()
    yield from tables.outlets()
    yield from ((name, entry) for name, entry in tables.leaders() if _is_full(name))
    yield from tables.places()


def _is_full(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(len(word) > 2 and "." not in word for word in words)


def _people() -> tuple[dict[str, Entries], dict[str, Entries]]:
    """(surnames known by themselves, surnames known beside a title) by key."""
    alone: dict[str, list[Entry]] = defaultdict(list)
    titled: dict[str, list[Entry]] = defaultdict(list)
    for _, surname, entry in tables.officials():
        last = entry.name.rsplit(" ", 1)[-1]
        if surname and entry not in alone[key(surname)]:
            alone[key(surname)].append(entry)
        elif not surname and entry not in titled[key(last)]:
            titled[key(last)].append(entry)
    for name, entry in tables.leaders():
        if not _is_full(name):
            titled[key(name.rsplit(" ", 1)[-1])].append(entry)
    return {k: tuple(v) for k, v in alone.items() if v}, {k: tuple(v) for k, v in titled.items() if v}


def _states() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """(adjectives, capitals, names) to ISO-3."""
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    names: dict[str, str] = {}
    for row, _ in tables.states():
        for word in filter(None, row["adjectives"].split("|")):
            adjectives.setdefault(key(word), row["code"])
            adjectives.setdefault(key(word) + "s", row["code"])
        for city in filter(None, row["capitals"].split("|")):
            capitals.setdefault(key(city), row["code"])
        for name in tables.aliases(row):
            names.setdefault(key(name), row["code"])
    return adjectives, capitals, names
