#!/usr/bin/env python3
"""Fit the network: pieces and gold relations -> checkpoint. Resumes from its own checkpoint.

usage: fit.py --features TRAIN.jsonl --gold TRAIN.jsonl --minilm FOLDER --out FOLDER [--epochs N]
"""
import argparse
import os
import random
import time

import torch
import torch.nn.functional as F

import data
from network import Network, load_minilm


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("features", "gold", "minilm", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--first", help="a checkpoint whose weights to begin with, instead of MiniLM's")
    p.add_argument("--epochs", type=int, default=4)
    p.add_argument("--pieces", type=int, default=4096, help="pieces a batch")
    p.add_argument("--window", type=int, default=256, help="pieces a window, CLS and SEP included")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=8e-4)
    p.add_argument("--masked", type=float, default=0.0, help="share of pieces that are hidden")
    p.add_argument("--retyped", type=float, default=0.0, help="share of windows with typewritten quotation marks")
    p.add_argument("--doubtful", action="store_true", help="train roles for wrong cues, too")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    return p.parse_args()


def optimizer(network, a):
    heads = [p for n, p in network.named_parameters() if not n.startswith(("pieces", "positions", "norm", "layers"))]
    ids = {id(p) for p in heads}
    body = [p for p in network.parameters() if id(p) not in ids]
    return torch.optim.AdamW([{"params": body, "lr": a.rate}, {"params": heads, "lr": a.head_rate}],
                             weight_decay=0.01, fused=True)


def loss_of(network, batch, a, rng, weights=(3.0, 2.0)):
    t = data.collate(batch)
    length = t["ids"].shape[1]
    data.disturb(t["ids"], rng, a.masked, a.retyped)
    hidden = network.encode(t)
    cues = network.cues(hidden)
    loss = weights[0] * F.cross_entropy(cues.flatten(0, 1), data.cue_targets(batch, length).flatten())
    items = data.gold_items(batch)
    if a.doubtful:
        doubtful = data.doubtful_items(batch, torch.softmax(cues.detach(), -1)[..., 0])
        items += rng.sample(doubtful, min(len(doubtful), len(items) // 2))
    if items:
        window, members, roles = data.role_targets(batch, length, items)
        scores = network.roles(hidden, t["mask"], window, members)
        loss = loss + weights[1] * F.cross_entropy(scores.flatten(0, 1), roles.flatten())
    return loss


def save(path, **state):
    torch.save(state, path + ".part")
    os.replace(path + ".part", path)


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    os.makedirs(a.out, exist_ok=True)
    checkpoint = os.path.join(a.out, "checkpoint.pt")
    corpus = data.load(a.features, a.gold)
    network = Network()
    if a.first:
        network.load_state_dict(torch.load(a.first, weights_only=True)["network"])
    else:
        load_minilm(network, a.minilm)
    optim = optimizer(network, a)
    sizes = [len(epoch_batches(corpus, a, e)) for e in range(a.epochs)]
    total, step, first = sum(sizes), 0, 0
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: min((s + 1) / (0.1 * total), max(0.0, (total - s) / (0.9 * total))))
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"]), optim.load_state_dict(state["optim"])
        schedule.load_state_dict(state["schedule"]), torch.set_rng_state(state["rng"])
        step = state["step"]
        print(f"resumed at step {step} of {total}", flush=True)
    for epoch in range(a.epochs):
        items = epoch_batches(corpus, a, epoch)
        for i, batch in enumerate(items):
            if first + i < step:
                continue
            network.train()
            began = time.time()
            loss = loss_of(network, batch, a, random.Random(f"{a.seed} {step}"))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optim.step(), schedule.step(), optim.zero_grad(set_to_none=True)
            step += 1
            if step % 20 == 0:
                print(f"epoch {epoch + 1} step {step}/{total} loss {loss.item():.4f} {time.time() - began:.1f} s a step", flush=True)
            if step % 100 == 0 or step == total:
                save(checkpoint, network=network.state_dict(), optim=optim.state_dict(),
                     schedule=schedule.state_dict(), rng=torch.get_rng_state(), step=step)
        first += len(items)
        save(os.path.join(a.out, f"epoch{epoch + 1}.pt"), network=network.state_dict())
    save(os.path.join(a.out, "model.pt"), network=network.state_dict())


def epoch_batches(corpus, a, epoch):
    rng = random.Random(a.seed * 1000 + epoch)
    return data.batches(data.windows(corpus, a.window, rng), a.pieces, rng)


if __name__ == "__main__":
    main()
