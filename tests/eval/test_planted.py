import pytest

from eval import planted, shared

pytestmark = pytest.mark.skipif(shared.folder() is None, reason="no shared data beside the project")


def test_a_plant_is_its_original_but_for_its_edits() -> None:
    originals = planted.originals()
    assert len(planted.plants()) == 20
    for plant in planted.plants():
        original = originals[plant.doc]
        made = planted.planted(plant, original)
        first, last = min(start for start, _, _ in plant.edits), max(end for _, end, _ in plant.edits)
        assert made.text != original.text
        assert made.text[:first] == original.text[:first]
        assert made.text.endswith(original.text[last:])
