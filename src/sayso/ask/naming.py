"""Naming: answers with the codes and groups of the user's own lists, and only those of one code or group."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import msgspec

from sayso.ask import did
from sayso.ask.did import Doing
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.did import Sought
from sayso.lexicon.own import Own

Answered = TypeVar("Answered")


def coded(view: View, sought: Sought, own: Own, *, code: str | None = None, limit: int | None = None) -> Iterator[Doing]:
    """Events with the user's code of each; of one code alone where it is given.

    Raises: UsageError for a code without a list, InputError for one that the list has not.
    """
    if code is None or own.types is None:
        if code is not None:
            raise UsageError("--code: give the list that has it with --types")
        yield from (named(one, own) for one in did.ask(view, sought, limit=limit))
        return
    types = own.types.types(code)
    if sought.type is None and len(types) == 1:
        sought = msgspec.structs.replace(sought, type=types[0])
    found = (named(one, own) for one in did.ask(view, sought))
    yield from islice((one for one in found if one.code == code), limit)


def named(one: Doing, own: Own) -> Doing:
    """The event with its code, as it was where the user has none for it."""
    code = own.code(one.type, one.modes)
    return msgspec.structs.replace(one, code=code.code, code_label=code.label or None) if code else one


def of_group(answers: Iterable[Answered], own: Own, group: str | None) -> Iterator[Answered]:
    """The answers from outlets of a group, all of them where none is given.

    Raises: UsageError for a group without a list, InputError for one that the list has not.
    """
    if group is not None and own.outlets is None:
        raise UsageError("--group: give the list that has it with --outlets")
    wanted = own.outlets.known(group) if group is not None and own.outlets else None
    for answer in answers:
        outlet: Any = getattr(answer, "outlet", None)
        found = own.group(outlet)
        if wanted is None or (found is not None and found.group == wanted):
            yield answer
