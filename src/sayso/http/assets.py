"""Style sheet, scripts and icon: the few files of this package that a page asks for."""

import hashlib

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.show.render import asset

FILES = {
    "sayso.css": "text/css; charset=utf-8",
    "keys.js": "text/javascript; charset=utf-8",
    "reader.js": "text/javascript; charset=utf-8",
    "judging.css": "text/css; charset=utf-8",
    "judging.js": "text/javascript; charset=utf-8",
    "queue.js": "text/javascript; charset=utf-8",
    "pictures.css": "text/css; charset=utf-8",
    "pictures.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


def router() -> APIRouter:
    """The address of each file; names that are not in the list are nowhere."""
    made = APIRouter()

    @made.get("/static/{name}", include_in_schema=False)
    def file(name: str, request: Request) -> Response:
        if name not in FILES:
            raise HTTPException(404)
        body = asset(name).encode()
        tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(None, 304, headers)
        return Response(body, headers=headers, media_type=FILES[name])

    return made
