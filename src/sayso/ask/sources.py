"""On how many words a claim rests: the documents that tell it, in groups that count once each, and why."""

from collections.abc import Iterator, Mapping

from sayso.ask.answer import Answer, Texts
from sayso.ask.copies import FAR, credits_of, joined
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.links import links, of_document
from sayso.lexicon import agencies
from sayso.link.chains import chain
from sayso.link.independence import Telling, sources, told
from sayso.link.sides import Side
from sayso.model import Spans
from sayso.model.span import quote

TELL = ("claim", "quote", "conflicts")
"""Links whose ends tell one thing, or the same words."""

LEAST = 0.6
"""Score from which on another passage is taken to tell it too."""


class Resting(Answer, frozen=True, kw_only=True):
    """A passage that tells a claim. `source` numbers the groups, all of which `count` puts in words; `why` is the group's reason.

    `rests_on` is whose word it is told on, `credits` whom the document names as its source, `link` the link to the passage asked for.
    """

    source: int
    count: str
    why: str
    record: str
    rests_on: str
    credits: tuple[str, ...]
    outlet: str | None
    published: str | None
    title: str | None
    link: str | None


def ask(view: View, id: str) -> Iterator[Resting]:
    """The passages that tell what a record tells, by group. Raises: UsageError where there is no such record or it is linked to none."""
    doc = view.whole_id(id.partition(".")[0])
    records = {getattr(record, "id", ""): record for record in view.records(doc)} if doc else {}
    if doc is None or (id != doc and id not in records):
        raise UsageError(f"no record {id}; sayso ask said --json gives ids")
    places = found(view, doc, id)
    names, families = agencies.load(), kin(view)
    tellings = {place: telling(view, place, record, names, families) for place, (record, _, _) in places.items()}
    groups = sources(list(tellings.values()))
    texts = Texts(view)
    for number, group in enumerate(groups, 1):
        for member in group.members:
            record, spans, link = places[member.doc]
            row = view.row(member.doc)
            yield texts.verified(
                Resting(
                    doc=member.doc, spans=spans, quote=quote(texts.of(member.doc), spans), source=number, count=told(groups),
                    why=group.why, record=record, rests_on=member.rests_on, credits=member.credits,
                    outlet=row.outlet if row else None, published=row.published if row else None, title=row.title if row else None,
                    link=link,
                )
            )  # fmt: skip


def found(view: View, doc: str, id: str) -> dict[str, tuple[str, Spans, str | None]]:
    """By document the record that tells the same, its words and the link to it; the record asked for first, each document once."""
    out: dict[str, tuple[str, Spans, str | None]] = {}
    near = [link for link in of_document(view, doc) if link.kind in TELL and link.score >= LEAST and id in (link.a, link.b)]
    if not near:
        raise UsageError(f"{id}: nothing is linked to it; sayso link compares what is new")
    best = max(near, key=lambda link: link.score)
    out[doc] = (id, best.spans_a if best.doc_a == doc else best.spans_b, None)
    for link in sorted(near, key=lambda link: (-link.score, link.id)):
        other = link.other(doc)
        end = (link.b, link.spans_b) if link.doc_b == other else (link.a, link.spans_a)
        out.setdefault(other, (*end, link.id))
    return out


def kin(view: View) -> dict[str, str]:
    """By document the family of copies it belongs to."""
    families = joined([link for link in links(view, "copy") if link.score >= FAR])
    return {doc: family[0] for family in families for doc in family}


def telling(view: View, doc: str, record: str, names: Mapping[str, str], families: Mapping[str, str]) -> Telling:
    """What is known of where a document has it from."""
    document = view.document(doc)
    side = Side(document, view.records(doc)) if document else None
    statement = side.by_id.get(record) if side else None
    voices = chain(side, statement) if side and statement else ()
    last = next((voice for voice in reversed(voices) if voice.named and voice.sector != "JRN"), voices[-1] if voices else None)
    agency = [voice.name for voice in voices if voice.sector == "JRN" and voice.kind == "organization"]
    credited = [credit.name for credit in credits_of(view, doc, names)] + [names.get(name, name) for name in agency]
    return Telling(
        doc=doc, outlet=side.outlet if side else "", family=families.get(doc, ""), credits=tuple(dict.fromkeys(credited)),
        rests_on=last.name if last else "", named=bool(last and last.named),
    )  # fmt: skip
