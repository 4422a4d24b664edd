#!/usr/bin/env python3
"""Write a checkpoint as the file that the program reads (layout: docs/model.md).

usage: export.py CHECKPOINT.pt MINILM_FOLDER ABBREVIATIONS.txt OUT.model [--confidence WEIGHTS.json] [--name NAME] [--window N]
"""
import argparse
import hashlib
import json
import os
import struct

import numpy as np
import xxhash

from network import CASE, CLS, QUOTE, REACH, SEP, START, load

WEIGHT_MAX = 64                      # src/model/gemm.h: GEMM_WEIGHT_MAX
CONFIDENCE = 5                       # src/model/model.h: CONFIDENCE_WEIGHTS
KINDS = np.dtype(np.uint8), np.dtype(np.int8), np.dtype(np.float32)    # as the file numbers them
HEADER, ENTRY = 136, 64              # bytes
SHAPE = ("vocabulary", "width", "layers", "heads", "inner", "positions",
         "relation_width", "relation_heads", "relation_inner")


def quantize(matrix, most, axis):
    """float [..] -> (int8 of the same shape, scales along the other axis)"""
    scale = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), 1e-8) / most
    return np.rint(matrix / scale).astype(np.int8), scale.astype(np.float32).reshape(1, -1)


def linear(name, module):
    weight = module.weight.detach().numpy().T          # [depth][columns]
    values, scale = quantize(weight, WEIGHT_MAX, 0)
    return {f"{name}.weight": values, f"{name}.scale": scale, f"{name}.bias": floats(module.bias)}


def floats(tensor):
    a = tensor.detach().numpy().astype(np.float32)
    return a.reshape(1, -1) if a.ndim == 1 else a


def norm(name, module):
    return {f"{name}.gain": floats(module.weight), f"{name}.bias": floats(module.bias)}


def layer(name, module):
    out = {}
    for part in ("qkv", "out", "up", "down"):
        out |= linear(f"{name}.{part}", getattr(module, part))
    return out | norm(f"{name}.norm1", module.norm1) | norm(f"{name}.norm2", module.norm2)


def classifier(name, module):
    return {f"{name}.weight": floats(module.weight), f"{name}.bias": floats(module.bias)}


def tensors(network):
    pieces, scale = quantize(network.pieces.weight.detach().numpy(), 127, 1)
    out = {"pieces.weight": pieces, "pieces.scale": scale}
    for name in ("positions", "quotes", "cases", "starts"):
        out[name] = floats(getattr(network, name).weight)
    out |= norm("norm", network.norm)
    for i, one in enumerate(network.layers):
        out |= layer(f"layer{i}", one)
    out |= classifier("cue", network.cue) | linear("enter", network.enter) | linear("enter_cue", network.enter_cue)
    out["distances"] = floats(network.distance.weight)
    return out | layer("relation", network.relation) | classifier("role", network.role)


def lines(path):
    with open(path, "rb") as f:
        data = f.read()
    return np.frombuffer(data if data.endswith(b"\n") else data + b"\n", dtype=np.uint8).reshape(1, -1)


def pack(path, shape, name, parts):
    """Writes the file; shape: 16 numbers; parts: name -> array [rows][columns]."""
    offset, table, blobs = HEADER + ENTRY * len(parts), [], []
    for key, value in parts.items():
        gap = -offset % 64
        data = np.ascontiguousarray(value).tobytes()
        table.append(struct.pack("<32sIIIIQQ", key.encode(), KINDS.index(value.dtype), *value.shape, 0, offset + gap, len(data)))
        blobs.append(b"\0" * gap + data)
        offset += gap + len(data)
    body = struct.pack("<16I40s", *shape, name.encode()) + b"".join(table) + b"".join(blobs)
    with open(path, "wb") as f:
        f.write(struct.pack("<8sIIQQ", b"\x89HEARSAY", 1, len(parts), 32 + len(body), xxhash.xxh3_64_intdigest(body)) + body)


def unpack(path):
    """What pack() was given: (shape, name, parts)."""
    with open(path, "rb") as f:
        data = f.read()
    *shape, name = struct.unpack_from("<16I40s", data, 32)
    parts = {}
    for i in range(struct.unpack_from("<I", data, 12)[0]):
        key, kind, rows, columns, _, offset, _ = struct.unpack_from("<32sIIIIQQ", data, HEADER + ENTRY * i)
        values = np.frombuffer(data, KINDS[kind], rows * columns, offset)
        parts[key.rstrip(b"\0").decode()] = values.reshape(rows, columns)
    return shape, name.rstrip(b"\0").decode(), parts


def add(path, tensors, **told):
    """Gives a model more tensors, or others; what is told of them goes into its manifest, if it has one."""
    shape, name, parts = unpack(path)
    pack(path, shape, name, parts | tensors)
    manifest = os.path.join(os.path.dirname(path), "manifest.json")
    if not os.path.exists(manifest):
        return
    with open(manifest, encoding="utf-8") as f:
        what = json.load(f)
    with open(path, "rb") as f:
        what["sha256"] = hashlib.sha256(f.read()).hexdigest()
    what |= {"bytes": os.path.getsize(path)} | told
    with open(manifest, "w", encoding="utf-8") as f:
        json.dump(what, f, indent=2)
        f.write("\n")


def write(path, network, confidence, vocabulary, abbreviations, name, window):
    parts = tensors(network) | {"confidence": np.array([confidence], dtype=np.float32)}
    parts |= {"vocabulary": lines(vocabulary), "abbreviations": lines(abbreviations)}
    shape = [network.shape[k] for k in SHAPE] + [REACH, window, QUOTE, CASE, START, CLS, SEP]
    pack(path, shape, name, parts)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "minilm", "abbreviations", "out"):
        p.add_argument(name)
    p.add_argument("--confidence", help="what calibrate.py wrote")
    p.add_argument("--name", default="minilm-polnear 1")
    p.add_argument("--window", type=int, default=256)
    a = p.parse_args()
    network = load(a.checkpoint)
    if network.near is not None:
        raise SystemExit(f"{a.checkpoint}: the program knows no such network, only the student")
    confidence = [0.0] * CONFIDENCE
    if a.confidence:
        with open(a.confidence, encoding="utf-8") as f:
            confidence = json.load(f)
    write(a.out, network, confidence, f"{a.minilm}/vocab.txt", a.abbreviations, a.name, a.window)


if __name__ == "__main__":
    main()
