import pytest

from sayso.errors import ModelError
from sayso.text import spacy_engine


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_engine, "PACKAGES", ("no_such_weights",))
    with pytest.raises(ModelError, match="no_such_weights"):
        spacy_engine.SpacyEngine()
