"""How a network reads one window: its cues first, then the roles around any of them."""
import torch

import data


class Reading:
    """The pieces [first, last) of a document, read."""

    def __init__(self, network, doc, first, last):
        self.network, self.first = network, first
        self.window = data.Window(data.Document(doc, None, None), first, last)
        batch = data.collate([self.window])
        self.mask, self.hidden = batch["mask"], network.encode(batch)

    def cues(self):
        """[L, 3] logits, CLS and SEP left out."""
        return self.network.cues(self.hidden)[0, 1:-1]

    def roles(self, cues):
        """[R, L, 5] logits for cues [a, b), counted from the window's first piece."""
        chosen = [data.Item(0, [[self.first + a, self.first + b - 1]], None, None) for a, b in cues]
        at, members = data.members([self.window], self.hidden.shape[1], chosen)
        return self.network.roles(self.hidden, self.mask, at, members)[:, 1:-1]
