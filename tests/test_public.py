"""What `import sayso` offers."""

import types

import sayso
import sayso.model


def visible(module: types.ModuleType) -> set[str]:
    return {name for name, value in vars(module).items() if not name.startswith("_") and not isinstance(value, types.ModuleType)}


def test_all_lists_what_sayso_shows() -> None:
    assert set(getattr(sayso, "__all__", ())) - {"__version__"} == visible(sayso)


def test_all_lists_what_model_shows() -> None:
    assert set(sayso.model.__all__) == visible(sayso.model)


def test_about_a_dozen_names_are_public() -> None:
    assert len(visible(sayso)) <= 15
