"""The weighted mean of checkpoints of one lineage, as a checkpoint.

    python -m train.average OUT.pt A.pt=0.5 B.pt=0.25 C.pt=0.25

Checkpoints that were trained one from another lie in one basin: their mean reads better than any of them. A weight that only some
hold is the mean of those.
"""

import argparse

import torch


def average(shares: dict[str, float]) -> dict[str, torch.Tensor]:
    """The mean of the checkpoints at `shares`' paths; names and shapes are those of the first."""
    loaded = [(torch.load(path, map_location="cpu"), share) for path, share in shares.items()]
    out: dict[str, torch.Tensor] = {}
    for name, value in loaded[0][0].items():
        held = [(w[name], share) for w, share in loaded if name in w and w[name].shape == value.shape]
        whole = sum(share for _, share in held)
        out[name] = sum(w * (share / whole) for w, share in held) if value.is_floating_point() else value  # type: ignore[assignment]
    return out


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("shares", nargs="+", metavar="CHECKPOINT=SHARE")
    asked = parser.parse_args()
    torch.save(average({path: float(share) for path, _, share in (s.rpartition("=") for s in asked.shares)}), asked.out)


if __name__ == "__main__":
    main()
