"""The command reference, made from the commands themselves: `python -m docs.reference` writes docs/cli.md."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.cli.main import verbs

PAGE = Path(__file__).with_name("cli.md")
HEAD = """# Commands

Written by `make docs` from the commands' own help; a test compares. `sayso VERB --help` shows the same. Options mean the same
in every verb, `--json` prints one object a line, and the exit codes are in [exit-codes.md](exit-codes.md).
"""


def commands() -> Iterator[tuple[str, Any]]:
    """(words to type, command) of every verb and of every question below a verb."""
    for name, verb in verbs().items():
        yield name, verb
        yield from ((f"{name} {inner}", command) for inner, command in getattr(verb, "commands", {}).items())


def option(parameter: Any) -> str:
    """One line of the list for an option or argument."""
    kind = getattr(parameter.type, "name", "")
    value = "" if parameter.param_type_name == "argument" or getattr(parameter, "is_flag", False) else f" {kind.upper()}"
    shown = parameter.make_metavar(None) if parameter.param_type_name == "argument" else ", ".join(parameter.opts) + value
    default = parameter.default
    given = f" (default {default})" if isinstance(default, str | int | float) and default not in (True, False, "") else ""
    return f"- `{shown}` {getattr(parameter, 'help', None) or ''}{given}".rstrip()


def section(words: str, command: Any) -> str:
    """The part of the page that describes one command."""
    parameters = [p for p in command.params if not getattr(p, "hidden", False) and p.name != "help"]
    options = "\n".join(option(parameter) for parameter in parameters)
    help_text = inspect.cleandoc(command.help or "").replace("\f", "")
    return f"## sayso {words}\n\n{help_text}\n" + (f"\n{options}\n" if options else "")


def page() -> str:
    """The whole of docs/cli.md."""
    return "\n".join([HEAD, *(section(words, command) for words, command in commands())])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
