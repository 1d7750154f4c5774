"""Ratings: how reliable people hold a source to be, and how credible a claim (Admiralty scale). Frozen and only added to; never inferred.

A person's later rating of the same takes the place of their earlier one; ratings of several people stand side by side.
Source: the Admiralty scale as NATO has it (AJP-2.1).
"""

import hashlib

import msgspec

from sayso.errors import UsageError
from sayso.model.questions import filled

SCALES: dict[str, dict[str, str]] = {
    "reliability": {
        "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable", "E": "unreliable",
        "F": "reliability cannot be judged",
    },
    "credibility": {
        "1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
        "6": "truth cannot be judged",
    },
}  # fmt: skip
"""What each rating says: reliability of a source, credibility of a claim. The two are judged apart."""


class Rating(msgspec.Struct, frozen=True, kw_only=True):
    """A person's rating. `about` is a source's name, or the id of the record that claims; `doc` the document of that record.

    `nth` counts the ratings of the same before it; `id` is the beginning of `sha256`, which is taken over all the rest.
    """

    id: str
    about: str
    doc: str | None
    scale: str
    rating: str
    who: str
    when: str
    why: str
    nth: int
    sha256: str


def rated(
    *, about: str, doc: str | None, scale: str, rating: str, who: str, when: str, why: str, nth: int = 0
) -> Rating:  # fmt: skip
    """The rating with its hash. Raises: UsageError for a rating that is not of the scale, or where who or why is missing."""
    if rating not in SCALES[scale]:
        raise UsageError(
            f"{rating!r} is no {scale}; one of {', '.join(f'{code} ({says})' for code, says in SCALES[scale].items())}"
        )
    made = Rating(
        id="", about=filled("about", about), doc=doc, scale=scale, rating=rating, who=filled("who", who), when=when,
        why=filled("why", why), nth=nth, sha256="",
    )  # fmt: skip
    sha256 = digest(made)
    return msgspec.structs.replace(made, id=sha256[:12], sha256=sha256)


def digest(rating: Rating) -> str:
    """The SHA-256 of all that a rating says, in hex."""
    bare = msgspec.structs.replace(rating, id="", sha256="")
    return hashlib.sha256(msgspec.json.encode(bare, order="sorted")).hexdigest()


def unaltered(rating: Rating) -> bool:
    """Whether a rating says what its hash was taken over."""
    sha256 = digest(rating)
    return rating.sha256 == sha256 and rating.id == sha256[:12]


def standing(ratings: tuple[Rating, ...]) -> tuple[Rating, ...]:
    """Of ratings in the order they were made each person's last of the same, in order of person."""
    last = {(one.scale, one.about, one.who): one for one in ratings}
    return tuple(last[key] for key in sorted(last))
