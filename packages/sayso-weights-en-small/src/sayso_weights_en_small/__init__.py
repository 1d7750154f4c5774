"""Small weights of the English reading encoder, as files beside this one; `manifest.json` names them with their sha256."""

from pathlib import Path

__version__ = "1.2.0"
FOLDER = Path(__file__).resolve().parent
