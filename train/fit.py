#!/usr/bin/env python3
"""Fit a network: pieces and labels -> checkpoint. Resumes from its own checkpoint.

usage: fit.py --kind student|teacher --weights FOLDER --features TRAIN.jsonl --gold TRAIN.jsonl --out FOLDER

The network kept, OUT/model.pt, is the moving average of its weights (Polyak and Juditsky 1992).
"""
import argparse
import contextlib
import os
import random
import time

import torch

import common
import data
import soft
from network import SHAPES, Network, load_minilm, load_mpnet


SAVED = 100         # steps between checkpoints
CONTENTS_READ = 3   # times an epoch
PIECES_A_CUE = 32   # a batch reads at most a cue for so many of its pieces; PolNeAR has one for 35


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("features", "gold", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--kind", choices=SHAPES, default="student")
    p.add_argument("--weights", help="the folder of the encoder's weights")
    p.add_argument("--first", help="a checkpoint whose weights to begin with, instead")
    p.add_argument("--soft", help="what teachers say of the articles: learn from that, too")
    p.add_argument("--more", nargs="*", default=[], help="features and teachers' labels of further articles, in pairs")
    p.add_argument("--renamed", nargs=3, action="append", default=[], metavar=("FEATURES", "GOLD", "TAUGHT"),
                   help="copies of articles with other names (GOLD: - where nobody labelled them): an epoch reads one of "
                        "the article and its copies")
    p.add_argument("--contents", help="what somebody found in contents (labels/nested.jsonl): read these three times an "
                                      "epoch, too")
    p.add_argument("--trust", type=float, default=0.7, help="share of the teachers where people labelled, too")
    p.add_argument("--fold", help="K/N: leave out each Nth article, from the Kth on")
    p.add_argument("--epochs", type=int, default=4)
    p.add_argument("--pieces", type=int, default=4096, help="pieces a batch")
    p.add_argument("--window", type=int, default=256, help="pieces a window, CLS and SEP included")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=8e-4)
    p.add_argument("--masked", type=float, default=0.0, help="share of pieces that are hidden")
    p.add_argument("--retyped", type=float, default=0.0, help="share of windows with typewritten quotation marks")
    p.add_argument("--doubtful", action="store_true", help="train roles for wrong cues, too")
    p.add_argument("--average", type=float, default=0.998, help="how slowly the average of the weights moves")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    p.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return p.parse_args()


def corpus_of(a):
    out = data.load(a.features, a.gold, soft.read(a.soft) if a.soft else None)
    if a.fold:
        k, n = map(int, a.fold.split("/"))
        out = [d for i, d in enumerate(out) if i % n != k]
    for features, labels in zip(a.more[::2], a.more[1::2]):
        out += data.load(features, None, soft.read(labels))
    for features, gold, labels in a.renamed:
        out += data.load(features, None if gold == "-" else gold, soft.read(labels))
    return [d for d in out if len(d.doc["ids"])]


def contents_of(a):
    return CONTENTS_READ * data.load_contents(a.features, a.gold, a.contents) if a.contents else []


def begin_reported(network):
    """What stands in contents is at first to the network like any other text."""
    with torch.no_grad():
        for reported, like in ((data.QUOTE_REPORTED, 0), (data.QUOTE_REPORTED_INSIDE, 2)):
            network.quotes.weight[reported] = network.quotes.weight[like]


def network_of(a):
    network = Network(**SHAPES[a.kind])
    if a.first:
        network.load_state_dict(torch.load(a.first, weights_only=True, map_location="cpu")["network"])
        if a.contents:
            begin_reported(network)
    elif a.kind == "teacher":
        load_mpnet(network, a.weights, common.vocabulary())
    else:
        load_minilm(network, a.weights)
    return network.to(a.device)


def optimizer(network, a):
    body = ("pieces", "positions", "norm", "near", "layers")
    heads = [p for n, p in network.named_parameters() if not n.startswith(body)]
    ids = {id(p) for p in heads}
    rest = [p for p in network.parameters() if id(p) not in ids]
    return torch.optim.AdamW([{"params": rest, "lr": a.rate}, {"params": heads, "lr": a.head_rate}],
                             weight_decay=0.01, fused=True)


def cross_entropy(scores, targets):
    """Of distributions, over the places that have one."""
    lost = -(targets * torch.log_softmax(scores.float(), -1)).sum()
    return lost / targets.sum().clamp(min=1)


def loss_of(network, batch, a, rng, weights=(3.0, 2.0)):
    t = data.collate(batch)
    length = t["ids"].shape[1]
    data.disturb(t["ids"], rng, a.masked, a.retyped)
    t = {k: v.to(a.device) for k, v in t.items()}
    hidden = network.encode(t)
    cues = network.cues(hidden)
    loss = weights[0] * cross_entropy(cues, data.cue_targets(batch, length, a.trust).to(a.device))
    items = data.items(batch)
    if a.doubtful:
        further = data.doubtful(batch, torch.softmax(cues.detach().float(), -1)[..., 0].cpu())
        items += rng.sample(further, min(len(further), len(items) // 2))
    items = rng.sample(items, min(len(items), a.pieces // PIECES_A_CUE))
    if items:
        window, members = (x.to(a.device) for x in data.members(batch, length, items))
        scores = network.roles(hidden, t["mask"], window, members)
        loss = loss + weights[1] * cross_entropy(scores, data.role_targets(batch, length, items, a.trust).to(a.device))
    return loss


def half_precision(device):
    """bfloat16 where the processor multiplies it fast."""
    fast = device == "cuda" or torch.cpu._is_avx512_bf16_supported()
    return torch.autocast(device, torch.bfloat16) if fast else contextlib.nullcontext()


def move_average(average, network, step, slowness):
    """`average` follows the weights, faster at first."""
    keep = min(slowness, (1 + step) / (10 + step))
    with torch.no_grad():
        names, now = zip(*network.state_dict().items())
        torch._foreach_lerp_([average[n] for n in names], list(now), 1 - keep)


def settings_of(a):
    """What decides the outcome; a checkpoint of other settings is not gone on from."""
    return {k: str(v) for k, v in vars(a).items() if k not in ("out", "threads", "device")}


def resumable(path, a):
    """The state that was saved with these very settings, or None."""
    if not os.path.exists(path):
        return None
    state = torch.load(path, weights_only=True, map_location=a.device)
    if state.get("settings") == settings_of(a):
        return state
    print(f"{path} was made with other settings: begun anew", flush=True)
    return None


def save(path, **state):
    torch.save(state, path + ".part")
    os.replace(path + ".part", path)


def epoch_batches(corpus, contents, a, epoch):
    rng = random.Random(a.seed * 1000 + epoch)
    chosen = (data.one_of_each(corpus, rng) if a.renamed else corpus) + contents
    return data.batches(data.windows(chosen, a.window, rng), a.pieces, rng)


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    os.makedirs(a.out, exist_ok=True)
    if resumable(os.path.join(a.out, "model.pt"), a):
        print(f"{a.out} is fitted already", flush=True)
        return
    checkpoint = os.path.join(a.out, "checkpoint.pt")
    corpus, contents, network = corpus_of(a), contents_of(a), network_of(a)
    optim = optimizer(network, a)
    sizes = [len(epoch_batches(corpus, contents, a, e)) for e in range(a.epochs)]
    total, step, first = sum(sizes), 0, 0
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: min((s + 1) / (0.1 * total), max(0.0, (total - s) / (0.9 * total))))
    average = {n: v.clone() for n, v in network.state_dict().items()}
    state = resumable(checkpoint, a)
    if state:
        network.load_state_dict(state["network"]), optim.load_state_dict(state["optim"])
        schedule.load_state_dict(state["schedule"]), torch.set_rng_state(state["rng"].cpu())
        average, step = state["average"], state["step"]
        print(f"resumed at step {step} of {total}", flush=True)
    began, network = time.time(), network.train()
    for epoch in range(a.epochs):
        for i, batch in enumerate(epoch_batches(corpus, contents, a, epoch)):
            if first + i < step:
                continue
            with half_precision(a.device):
                loss = loss_of(network, batch, a, random.Random(f"{a.seed} {step}"))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optim.step(), schedule.step(), optim.zero_grad(set_to_none=True)
            move_average(average, network, step, a.average)
            step += 1
            if step % 20 == 0:
                print(f"epoch {epoch + 1} step {step}/{total} loss {loss.item():.4f} {(time.time() - began) / 20:.2f} s a step", flush=True)
                began = time.time()
            if step % SAVED == 0:
                save(checkpoint, network=network.state_dict(), optim=optim.state_dict(), schedule=schedule.state_dict(),
                     average=average, rng=torch.get_rng_state(), step=step, settings=settings_of(a))
        first += sizes[epoch]
    save(os.path.join(a.out, "model.pt"), network=average, shape=network.shape, settings=settings_of(a))


if __name__ == "__main__":
    main()
