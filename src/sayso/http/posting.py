"""Forms that are sent: taken only with a token that this server put into them, so that no other page can send one in your name."""

import hmac
import secrets
from urllib.parse import parse_qs

import msgspec
from starlette.requests import Request

from sayso.errors import UsageError
from sayso.http.guard import ASKER

LARGEST = 100_000
FIELDS = 100


class Sent(msgspec.Struct, frozen=True):
    """The fields of a form, each with all its values."""

    fields: dict[str, list[str]]

    def one(self, name: str) -> str:
        """The first value of a field, empty where there is none."""
        return self.fields.get(name, [""])[0]

    def all(self, name: str) -> list[str]:
        """All values of a field that are not empty."""
        return [value for value in self.fields.get(name, []) if value.strip()]


def new_token() -> str:
    """A secret for the forms of one server, until it stops."""
    return secrets.token_urlsafe(18)


async def sent(request: Request, token: str) -> Sent:
    """The form in a request. Raises: UsageError for anything but a form of this server that is not too large."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise UsageError("only forms are taken here")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise UsageError(f"a form of more than {LARGEST} bytes is not taken")
    try:
        fields = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS)
    except (UnicodeDecodeError, ValueError) as fault:
        raise UsageError(f"the form can't be read: {fault}") from fault
    if not hmac.compare_digest(fields.get("token", [""])[0].encode("utf-8", "replace"), token.encode()):
        raise UsageError(
            "this form is of an earlier start of the server, or of another page: go back, load it again, and send it again"
        )
    if who := request.scope.get(ASKER):  # who comes in by name decides in that name
        fields["who"] = [str(who)]
    return Sent({name: [value.replace("\r\n", "\n") for value in values] for name, values in fields.items()})
