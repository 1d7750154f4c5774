"""The description of all addresses: OpenAPI with a sentence for each address and parameter, and the same as a page without scripts."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import Response

from sayso.http.forms import as_html
from sayso.http.words import ADDRESSES, PARAMETERS
from sayso.show.described import Address, Parameter, described_page

ENDINGS = (".{form}", ".json", ".csv")


def router(app: FastAPI) -> APIRouter:
    """The page over the description of an application; the description itself is at /openapi.json."""
    made = APIRouter()
    plain = app.openapi

    @cache
    def described() -> dict[str, Any]:
        return worded(plain())

    app.openapi = described  # type: ignore[method-assign]  # as FastAPI's own documentation has it done

    @made.get("/api")
    def page(request: Request) -> Response:  # noqa: ARG001 (a page like all others)
        return as_html(described_page(addresses(described())))

    return made


def worded(schema: dict[str, Any]) -> dict[str, Any]:
    """The description with our sentences in the place of the names of functions."""
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            operation["summary"] = ADDRESSES.get(base(path), operation.get("summary", ""))
            for parameter in operation.get("parameters", ()):
                parameter["description"] = PARAMETERS.get(parameter["name"], parameter.get("description", ""))
    return schema


def base(path: str) -> str:
    """The address without the ending that stands for a form.

    >>> base("/said.{form}"), base("/d/{id}.csv"), base("/said")
    ('/said', '/d/{id}', '/said')
    """
    return next((path.removesuffix(ending) for ending in ENDINGS if path.endswith(ending)), path)


def addresses(schema: Mapping[str, Any]) -> list[Address]:
    """Every address once, with all forms it has and all that it can be asked."""
    found: dict[str, dict[str, Any]] = {}
    for path, methods in schema["paths"].items():
        entry = found.setdefault(base(path), {"forms": [], "parameters": {}, "sends": False, "summary": ""})
        entry["sends"] = entry["sends"] or "post" in methods
        operation = methods.get("get") or methods["post"]
        entry["summary"] = operation["summary"]
        entry["forms"] += forms(path) if "get" in methods else []
        entry["parameters"] |= {one["name"]: parameter(one) for one in operation.get("parameters", ()) if one["name"] != "form"}
    return [
        Address(path, one["summary"], tuple(one["forms"]), tuple(one["parameters"].values()), one["sends"])
        for path, one in sorted(found.items())
    ]


def forms(path: str) -> list[str]:
    """The forms that an address has: a page, JSON, CSV."""
    if path.endswith(".{form}"):
        return ["json", "csv"]
    return [path.rpartition(".")[2]] if path.endswith((".json", ".csv")) else ["page"]


def parameter(one: Mapping[str, Any]) -> Parameter:
    """A parameter as the page shows it."""
    kinds = one["schema"].get("anyOf", [one["schema"]])
    kind = next((kind.get("type", "text") for kind in kinds if kind.get("type") != "null"), "text")
    return Parameter(one["name"], {"string": "text", "boolean": "true or false"}.get(kind, kind), one["description"])
