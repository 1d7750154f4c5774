"""Whether two names of two documents stand for one actor: yes, no, or can't be told. Over-merging is the worse error.

What it finds: equal names, short forms, initials, aliases and offices of the lexicon, roles that hold on the day.
What it misses: people whom neither the lexicon nor the two documents name in a form that has words in common.
Source: own rules; dated offices from the lexicon.
"""

import re
import unicodedata
from difflib import SequenceMatcher

from sayso.lexicon import Lexicon
from sayso.lexicon.entries import Entry, holds
from sayso.link.chains import Voice

SMALL = frozenset({"the", "of", "a", "an", "and", "for", "in", "on", "to"})
TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gen",
        "gov",
        "president",
        "senator",
        "sir",
        "lord",
        "lady",
        "prof",
        "jr",
        "sr",
        "ii",
        "iii",
    }
)


def same(a: Voice, b: Voice, lexicon: Lexicon, date: str | None) -> bool | None:
    """Whether two links of chains are one actor: True, False, or None where it can't be told."""
    if not a.named or not b.named:
        return None
    if one_name(a.name, b.name) or entries_meet(a.name, b.name, lexicon):
        return True if a.office == b.office else None
    if office_of(a.name, lexicon, date) & office_of(b.name, lexicon, date):
        return True
    if telling(a.name, lexicon) & telling(b.name, lexicon):
        return None
    if a.kind == b.kind == "person":
        return False
    return None if a.country == b.country or not (a.country and b.country) else False


def telling(name: str, lexicon: Lexicon) -> set[str]:
    """The words of a name that are no titles, offices or states: one in common, and two names may be one actor's."""
    known = (lexicon.roles, lexicon.longest_role, lexicon.adjectives)
    return {word for word in parts(name) if not any(word in table for table in known)}


def share_names(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two phrases have a name in common: then whoever was made of them, it is no other."""
    one, two = (" ".join(word for word in re.findall(r"\w\S*", words) if word[:1].isupper()) for words in (a, b))
    return a.casefold() == b.casefold() or bool(telling(one, lexicon) & telling(two, lexicon))


def parts(name: str) -> list[str]:
    """The words of a name that tell: without case, accents, titles and small words.

    >>> parts("Gen. José al-Marrow, Jr.")
    ['jose', 'almarrow']
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"(?<=\w)['’]s\b|[.'’‘-](?=\w)", "", plain)
    return [word for word in re.findall(r"\w+", plain) if word not in SMALL and word not in TITLES]


def one_name(a: str, b: str) -> bool:
    """Whether two names are the same, or one is a short form of the other: its surname, its last words, given name and surname.

    >>> one_name("Adel Abdul Mahdi", "Abdul Mahdi"), one_name("Ann Venn", "Orla Venn"), one_name("J. Venn", "Jane Venn")
    (True, False, True)
    """
    one, two = sorted((parts(a), parts(b)), key=len)
    if not one or not two:
        return False
    if one == two or two[-len(one) :] == one or spelt_alike("".join(one), "".join(two)):
        return True
    if len(one) < 2 or not (one[-1] == two[-1] or spelt_alike(one[-1], two[-1])):
        return False
    return one[0] == two[0] or (min(len(one[0]), len(two[0])) == 1 and one[0][0] == two[0][0]) or spelt_alike(one[0], two[0])


def spelt_alike(one: str, two: str) -> bool:
    """Whether two long words differ in a vowel or two only, as names carried over from another script do.

    >>> spelt_alike("muhandis", "mohandes"), spelt_alike("marrow", "barrow")
    (True, False)
    """
    if min(len(one), len(two)) < 6:
        return False
    bones = [re.sub(r"[aeiouwy]", "", word.replace("q", "k").replace("kh", "k").replace("ss", "s")) for word in (one, two)]
    return bones[0] == bones[1] and len(bones[0]) > 2 and SequenceMatcher(None, one, two, autojunk=False).ratio() >= 0.7


def entries_meet(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has one actor under both names."""
    return bool({entry.name for entry in known(a, lexicon)} & {entry.name for entry in known(b, lexicon)})


def known(name: str, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The lexicon's entries of a name, by its surname alone where only one bears it."""
    found = lexicon.lookup(name)
    if found or len(name.split()) > 1:
        return found
    surnames = lexicon.surnames.get(name.casefold(), ())
    return surnames if len({entry.name for entry in surnames}) == 1 else ()


def office_of(name: str, lexicon: Lexicon, date: str | None) -> set[tuple[str, str]]:
    """State and office that a name stands for on a day: an officer's, or a role's as written ("the Iraqi prime minister")."""
    out = {
        (entry.country or "", entry.office)
        for entry in known(name, lexicon)
        if entry.office and (date is None or holds(entry, date))
    }
    words = parts(name)
    country = next((lexicon.adjectives[word] for word in words if word in lexicon.adjectives), "")
    role = " ".join(word for word in words if word not in lexicon.adjectives)
    if role in lexicon.roles and country:
        out.add((country, role))
    return out
