"""Rendering: the one place where templates meet what they show."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.show.escape import as_markup, doubt, name_markup


@cache
def environment() -> Environment:
    """The templates, every value escaped, unknown names an error."""
    made = Environment(
        loader=PackageLoader("sayso.show"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(later_words=later_words, earlier_words=earlier_words)
    made.filters.update(text=as_markup, name=name_markup, doubt=doubt)
    return made


def later_words(text: str) -> str:
    """What stands before a quotation, without the word that its beginning cuts.

    >>> later_words("lice met at the "), later_words("nospace")
    ('met at the ', 'nospace')
    """
    return text.partition(" ")[2] or text


def earlier_words(text: str) -> str:
    """What stands after a quotation, without the word that its end cuts.

    >>> earlier_words(" reopened by Mar"), earlier_words("nospace")
    (' reopened by', 'nospace')
    """
    return text.rpartition(" ")[0] or text


def render(template: str, **values: object) -> str:
    """The HTML of a template."""
    return environment().get_template(template).render(values)


@cache
def asset(name: str) -> str:
    """A style sheet or script of this package."""
    return files("sayso.show").joinpath("static", name).read_text(encoding="utf-8")
