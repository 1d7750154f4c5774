"""Facts from a record of named fields: JSON objects, rows of CSV, items of feeds."""

from collections.abc import Iterator, Mapping

from sayso.errors import InputError
from sayso.intake.dates import iso
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.names import names
from sayso.model import Document, Problem

KNOWN = {
    "text": ("text", "body", "body_text", "content_text", "maintext", "articleBody", "content", "article"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication"),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedAt",
        "date_published",
        "datePublished",
        "versioncreated",
        "firstcreated",
    ),
    "url": ("url", "link", "uri"),
    "byline": ("authors", "author", "byline"),
    "section": ("section", "topic", "category"),
    "language": ("language", "lang"),
}


def article(record: object, origin: str, raw: bytes, given: Given, charset: str | None = None) -> Document | Problem:
    """The document in a record, its fields known by name or by `given.fields`, or the problem with it."""
    try:
        return document(facts(record, origin, given, charset), origin, raw, given)
    except InputError as error:
        return problem(error, origin)


def facts(record: object, origin: str, given: Given, charset: str | None = None) -> Facts:
    """What the fields of a record say. Raises InputError where there is no text in it."""
    if not isinstance(record, Mapping):
        raise InputError(
            f"{origin}: {_kind(record)}, not an object with fields", "give one object with a field `text` for each article"
        )
    body = _get(record, "text", given)
    if not isinstance(body, str):
        raise InputError(f"{origin}: {_lack(record, body)}", "say which field holds the text: --map text=FIELD")
    return Facts(
        body=body,
        title=_string(_get(record, "title", given)),
        outlet=_string(_get(record, "outlet", given)),
        byline=names(*_people(_get(record, "byline", given))),
        section=_string(_get(record, "section", given)),
        published=iso(_get(record, "published", given)),
        url=_string(_get(record, "url", given)),
        language=_string(_get(record, "language", given)),
        charset=charset,
    )


def _get(record: Mapping[str, object], target: str, given: Given) -> object:
    """The value of the mapped field, else of the first known field that the record has."""
    if target in given.fields:
        return record.get(given.fields[target])
    return next((record[name] for name in KNOWN[target] if record.get(name) is not None), None)


def _string(value: object) -> str | None:
    """A string, or the name of a named thing (`{"name": …}`), or the first of a list of them."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name")
    return value or None if isinstance(value, str) else None


def _people(value: object) -> Iterator[str]:
    """The strings in a byline: one, a list, objects with names."""
    for each in value if isinstance(value, list) else [value]:
        name = _string(each)
        if name:
            yield name


def _kind(value: object) -> str:
    kinds = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


def _lack(record: Mapping[str, object], body: object) -> str:
    """Why a record has no text."""
    if body is not None:
        return f"the text is {_kind(body)}" if not isinstance(body, Mapping) else "the text is an object"
    shown = ", ".join(str(name)[:40] for name in list(record)[:12]) or "none"
    return f"no field `text` (fields: {shown})"
