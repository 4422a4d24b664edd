#!/usr/bin/env python3
"""Average the weights of networks that were fitted from the same one (Wortsman et al. 2022: model soups).

usage: average.py CHECKPOINT.pt... OUT.pt
"""
import os
import sys

import torch


def main():
    *paths, out = sys.argv[1:]
    fitted = [torch.load(path, weights_only=True, map_location="cpu") for path in paths]
    mean = {name: sum(f["network"][name].double() for f in fitted).div(len(fitted)).to(weights.dtype)
            for name, weights in fitted[0]["network"].items()}
    os.makedirs(os.path.dirname(out), exist_ok=True)
    torch.save({"network": mean, "shape": fitted[0]["shape"], "settings": {"averaged": " ".join(paths)}}, out)


if __name__ == "__main__":
    main()
