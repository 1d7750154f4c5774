"""Where the weights lie in this repository, and the mark of tests that need them."""

from pathlib import Path

import pytest

WEIGHTS = Path(__file__).resolve().parents[2] / "packages" / "sayso-weights-en" / "src" / "sayso_weights_en"
needs_weights = pytest.mark.skipif(not (WEIGHTS / "manifest.json").exists(), reason="the weights are not in this checkout")
