"""Facts from a record of named fields: JSON objects, rows of CSV and Parquet, items of JSON feeds."""

import re
from collections.abc import Iterator, Mapping

from sayso.errors import InputError
from sayso.intake.dates import iso
from sayso.intake.given import Given
from sayso.intake.making import Facts, document, problem
from sayso.intake.names import names
from sayso.intake.web.worker import parsed
from sayso.model import Document, Problem

MARKED = ("body_xhtml", "body_html", "content_html", "html", "bodies")
KNOWN = {
    "text": ("text", "body", "body_text", "content_text", "maintext", "articleBody", "content", "article", *MARKED),
    "title": ("title", "headline", "headlines"),
    "outlet": ("outlet", "source", "publisher", "publication", "infosources"),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedAt",
        "date_published",
        "datePublished",
        "versioncreated",
        "firstcreated",
        "versionCreated",
        "contentCreated",
    ),
    "url": ("url", "link", "uri"),
    "byline": ("authors", "author", "byline", "by"),
    "section": ("section", "topic", "category"),
    "language": ("language", "lang"),
}
MARKUP = re.compile(r"\s*<(?:!doctype|html|body|article|section|div|p|h[1-6]|ul|blockquote)\b[^<>]*>", re.I)


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
    body = _version(_get(record, "text", given))
    if not isinstance(body, str):
        raise InputError(f"{origin}: {_lack(record, body)}", "say which field holds the text: --map text=FIELD")
    markup = MARKUP.match(body) is not None
    return Facts(
        body=str(parsed(f"<html><body>{body}</body></html>", None, origin)["body"]) if markup else body,
        title=_string(_get(record, "title", given)),
        outlet=_string(_get(record, "outlet", given)),
        byline=names(*_people(_get(record, "byline", given))),
        section=_string(_get(record, "section", given)),
        published=iso(_get(record, "published", given)),
        url=_string(_get(record, "url", given)),
        language=_string(_get(record, "language", given)),
        charset=charset,
        tidy=markup,
    )


def _get(record: Mapping[str, object], target: str, given: Given) -> object:
    """The value of the mapped field, else of the first known field that the record has."""
    if target in given.fields:
        return _at(record, given.fields[target])
    return next((record[name] for name in KNOWN[target] if record.get(name) is not None), None)


def _at(record: Mapping[str, object], field: str) -> object:
    """The value of a field, or of a field within fields: `story.words`, `bodies.0.value`."""
    if field in record:
        return record[field]
    value: object = record
    for name in field.split("."):
        if isinstance(value, Mapping):
            value = value.get(name)
        elif isinstance(value, list) and name.isdigit():
            value = value[int(name)] if int(name) < len(value) else None
        else:
            return None
    return value


def _version(body: object) -> object:
    """The text where a record has it in several versions (`bodies` of ninjs): the plain one before those with markup."""
    if not isinstance(body, list):
        return body
    versions = [each for each in body if isinstance(each, Mapping) and isinstance(each.get("value"), str)]
    plain = (each for each in versions if "html" not in str(each.get("contentType") or each.get("contenttype") or ""))
    best = next(plain, None) or next(iter(versions), None)
    return body if best is None else best["value"]


def _string(value: object) -> str | None:
    """A string, or the name of a named thing (`{"name": …}`, `{"value": …}`), or the first of a list of them."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("value")
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
