"""The command reference, made from the commands themselves: `python -m docs.reference` writes docs/cli.md."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.cli.main import verbs

PAGE = Path(__file__).with_name("cli.md")
VALUES = {Path: "FILE", int: "NUMBER", float: "NUMBER", str: "TEXT"}
HEAD = """# Commands

Written by `make docs` from the commands' own help; a test compares. `sayso VERB --help` shows the same. Options mean the same
in every verb, `--json` prints one object a line, and the exit codes are in [exit-codes.md](exit-codes.md).
"""


def commands() -> Iterator[tuple[str, Any]]:
    """(words to type, command) of every verb and of every question below a verb."""
    for name, verb in verbs().items():
        yield name, verb
        yield from ((f"{name} {inner}", command) for inner, command in getattr(verb, "commands", {}).items())


def value(parameter: Any) -> str:
    """What to write for a value: the command's own word for it, else one for its type, nothing for a flag."""
    if getattr(parameter, "is_flag", False):
        return ""
    kind = parameter.type_descriptor.annotation
    unnamed = parameter.name.upper() if parameter.param_type_name == "argument" else VALUES.get(kind, "VALUE")
    return str(parameter.metavar or unnamed)


def option(parameter: Any) -> str:
    """One line of the list for an option or argument."""
    words = [] if parameter.param_type_name == "argument" else [", ".join(parameter.opts)]
    shown = " ".join(filter(None, [*words, value(parameter)]))
    help_text = parameter.help or ""
    plain = isinstance(parameter.default, str | int | float) and not isinstance(parameter.default, bool)
    default = f" (default {parameter.default})" if plain and parameter.default != "" and "if not given" not in help_text else ""
    elsewhere = f", here or as {parameter.envvar}" if parameter.envvar else ""
    always = f" Must be given{elsewhere}." if parameter.required and words else ""
    return f"- `{shown}` {help_text}{always}{default}".rstrip()


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
