"""The command `sayso`: its verbs are the modules of this folder, found by their place.

A module has a function `command` (options in its signature) or, for a verb with several questions, a `typer.Typer` called
`commands`. Heavy imports stand inside functions, so that `sayso --help` stays quick. A module whose name begins with "_" or
that has neither is no verb.
"""

import importlib
import pkgutil
import sys
from functools import cache
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sayso import __version__, errors
from sayso import cli as room

CODES: dict[type[errors.SaysoError], int] = {
    errors.UsageError: 2,
    errors.InputError: 3,
    errors.LedgerError: 4,
    errors.LedgerBusy: 5,
    errors.ModelError: 6,
    errors.BrokenRecord: 7,
}
"""Exit codes by error; docs/exit-codes.md says what each asks of the caller."""


@cache
def verbs() -> dict[str, Any]:
    """What to run for each verb, in the order of the alphabet."""
    names = sorted(module.name for module in pkgutil.iter_modules(room.__path__) if not module.name.startswith("_"))
    modules = {name: importlib.import_module(f"sayso.cli.{name}") for name in names if name != "main"}
    return {
        name: made(name, module) for name, module in modules.items() if hasattr(module, "command") or hasattr(module, "commands")
    }


def made(name: str, module: Any) -> Any:
    """The command of a verb's module."""
    app: typer.Typer = getattr(module, "commands", None) or typer.Typer(add_completion=False, rich_markup_mode=None)
    if hasattr(module, "command"):
        app.command(name)(module.command)
    found = typer.main.get_command(app)
    found.name = name
    return found


class Verbs(TyperGroup):
    """The group whose members are `verbs()`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (the signature is typer's)
        """The verbs' names."""
        return list(verbs())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The verb of that name, or None."""
        return verbs().get(cmd_name)


app = typer.Typer(cls=Verbs, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)


def shown(wanted: bool) -> None:
    """Nothing; prints the version and ends where it was asked for."""
    if wanted:
        print(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", callback=shown, is_eager=True, help="Print the version and end.")] = False,
) -> None:
    """On whose say-so? Reads news and keeps the account: who says what, on whose word."""


def code(fault: errors.SaysoError) -> int:
    """The exit code of an error: its own class's, else the nearest above it.

    >>> code(errors.LedgerBusy("")), code(errors.SaysoError(""))
    (5, 1)
    """
    return next((CODES[kind] for kind in type(fault).__mro__ if kind in CODES), 1)


def main() -> None:
    """Nothing; runs the verb and ends the process with its exit code, one line on stderr for what is wrong."""
    from sayso.show.plain import plain

    try:
        app()
    except errors.SaysoError as fault:
        then = f" ({fault.next})" if isinstance(fault, errors.InputError) and fault.next else ""
        print(f"sayso: {plain(str(fault))}{plain(then)}", file=sys.stderr)
        for line in fault.more if isinstance(fault, errors.InputError) else ():
            print(f"sayso: {plain(line)}", file=sys.stderr)
        sys.exit(code(fault))
    except KeyboardInterrupt:
        print("sayso: stopped", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
