"""A checkpoint as the network that the reader takes, in full precision."""

import numpy as np
import torch

from sayso.text.encoder import EncoderReader
from sayso.text.encoder_decode import Floats, Roles, Seen, Settings
from sayso.text.encoder_inputs import Inputs, Ints, Pieces
from train.kinds import ACTS, GUIDELINES
from train.net import Net, kept
from train.weights import minilm


class TorchNetwork:
    """The trained net behind the reader's interface, one window a call."""

    def __init__(self, net: Net, guideline: str = "sayso") -> None:
        torch.set_num_threads(1)
        self.net = net.eval()
        self.guideline = torch.tensor([GUIDELINES.index(guideline)])

    @torch.inference_mode()
    def words(self, inputs: Inputs) -> Seen:
        """Vectors and cue scores of the window's words."""
        one = [torch.from_numpy(a).unsqueeze(0) for a in (inputs.pieces, inputs.features, inputs.firsts)]
        vectors, cues = self.net.words(*one, self.guideline, torch.ones(one[0].shape))
        return Seen(vectors[0].numpy(), cues[0].numpy())

    @torch.inference_mode()
    def roles(self, vectors: Floats, anchors: Ints, distance: Ints, relation: Ints) -> Roles:
        """Roles of the words for each anchor."""
        at, far, how = (torch.from_numpy(a) for a in (anchors, distance, relation))
        found = self.net.pairs(
            torch.from_numpy(np.asarray(vectors)).unsqueeze(0), torch.zeros_like(at), at, far, how, torch.ones(far.shape)
        )
        return Roles(*(part.numpy() for part in found))

    @torch.inference_mode()
    def marks(self, vectors: Floats) -> None:
        """None: only statements are judged here."""
        del vectors


def settings_of(net: Net, **thresholds: float) -> Settings:
    """The settings that go with a net."""
    return Settings(steps=tuple(tuple(map(float, row)) for row in net.chain.step.detach()), acts=ACTS, **thresholds)


def reader_of(checkpoint: str, guideline: str = "sayso", **thresholds: float) -> EncoderReader:
    """A reader over a checkpoint file."""
    net = kept(checkpoint)
    return EncoderReader(TorchNetwork(net, guideline), settings_of(net, **thresholds), Pieces(minilm()[1]), name="encoder/trial")
