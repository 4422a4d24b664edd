"""The network: an encoder read once, a cue head, and a relation layer read once per cue.

The encoder is BERT's (Devlin et al. 2019), with three embeddings added for what the uncased
vocabulary and the pieces cannot show: quotation marks, letter case, and where sentences and
paragraphs start. The student, which the program runs, begins as the six-layer MiniLM (Wang et al.
2020); the teachers begin as MPNet (Song et al. 2020), which has the same vocabulary, and whose
attention knows how far apart two pieces are (Raffel et al. 2020).

Shapes: B windows, L pieces a window, R relations, D encoder width, E relation width.
"""
import math

import torch
from torch import nn
import torch.nn.functional as F

CUE_LABELS = ("O", "B", "I")
ROLE_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
QUOTE, CASE, START = 8, 8, 4        # sizes of the three added embeddings
REACH = 33                          # distances to the cue are clipped here
CLS, SEP, MASK, PAD = 101, 102, 103, 0

STUDENT = dict(width=384, layers=6, heads=12, inner=1536, relation_width=192, relation_heads=6, relation_inner=384)
TEACHER = dict(width=768, layers=12, heads=12, inner=3072, relation_width=256, relation_heads=8, relation_inner=512,
               buckets=32, eps=1e-5)
SHAPES = {"student": STUDENT, "teacher": TEACHER}


SMALL = 1 << 24


class CheapDropout(nn.Module):
    """Dropout whose masks are slices of one random pool: torch's own costs more than the products on a CPU."""
    pool = {}

    def __init__(self, p):
        super().__init__()
        self.p = p

    def mask(self, n):
        key = self.p
        if key not in self.pool:
            self.pool[key] = (torch.rand(2 * SMALL) >= self.p).to(torch.float32) / (1 - self.p)
        start = torch.randint(0, (2 * SMALL) - n, (1,)).item()
        return self.pool[key][start:start + n]

    def forward(self, x):
        if not self.training or not self.p:
            return x
        if x.is_cuda or x.numel() > SMALL:
            return F.dropout(x, self.p)
        return x * self.mask(x.numel()).view(x.shape)


class Layer(nn.Module):
    """One post-norm transformer layer of BERT."""

    def __init__(self, width, heads, inner, dropout, eps=1e-12):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.drop = CheapDropout(dropout)

    def forward(self, x, mask):
        n, length, width = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(n, length, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    def __init__(self, vocabulary=30522, width=384, layers=6, heads=12, inner=1536, positions=512,
                 relation_width=192, relation_heads=6, relation_inner=384, buckets=0, eps=1e-12, dropout=0.1):
        super().__init__()
        self.shape = dict(vocabulary=vocabulary, width=width, layers=layers, heads=heads, inner=inner,
                          positions=positions, relation_width=relation_width, relation_heads=relation_heads,
                          relation_inner=relation_inner, buckets=buckets, eps=eps)
        self.pieces = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.quotes = nn.Embedding(QUOTE, width)
        self.cases = nn.Embedding(CASE, width)
        self.starts = nn.Embedding(START, width)
        for added in (self.quotes, self.cases, self.starts):
            nn.init.zeros_(added.weight)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.near = nn.Embedding(buckets, heads) if buckets else None
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout, eps) for _ in range(layers))
        self.cue = nn.Linear(width, len(CUE_LABELS))
        self.enter = nn.Linear(width, relation_width)
        self.enter_cue = nn.Linear(width, relation_width)
        self.distance = nn.Embedding(2 * REACH + 1, relation_width)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.relation = Layer(relation_width, relation_heads, relation_inner, dropout)
        self.role = nn.Linear(relation_width, len(ROLE_LABELS))
        self.drop = CheapDropout(dropout)

    def encode(self, batch):
        """-> [B, L, D]"""
        length = batch["ids"].shape[1]
        x = (self.pieces(batch["ids"]) + self.positions.weight[:length] + self.quotes(batch["quote"])
             + self.cases(batch["case"]) + self.starts(batch["start"]))
        x = self.drop(self.norm(x))
        mask = batch["mask"][:, None, None, :]
        if self.near is not None:
            mask = mask + self.near(buckets(length, self.near.num_embeddings, x.device)).permute(2, 0, 1)
        for layer in self.layers:
            x = layer(x, mask)
        return self.drop(x)

    def cues(self, hidden):
        """-> [B, L, 3]"""
        return self.cue(hidden)

    def roles(self, hidden, mask, window, members):
        """window [R]: the relation's window; members [R, L]: 1 where a piece belongs to its cue. -> [R, L, 5]"""
        weight = members / members.sum(1, keepdim=True)
        mean = torch.einsum("rl,rld->rd", weight, hidden[window])
        x = (self.enter(hidden)[window] + self.enter_cue(mean)[:, None]
             + self.distance(distances(members) + REACH))
        return self.role(self.drop(self.relation(x, mask[window][:, None, None, :])))


def distances(members):
    """Signed distance of each piece to the nearest end of the cue, 0 inside, clipped. [R, L] -> [R, L]"""
    at = torch.arange(members.shape[1], device=members.device)
    first = members.argmax(1, keepdim=True)
    last = members.shape[1] - 1 - members.flip(1).argmax(1, keepdim=True)
    return (torch.clamp(at - first, max=0) + torch.clamp(at - last, min=0)).clamp(-REACH, REACH)


def buckets(length, count, device, farthest=128):
    """How far a key stands from a query, in T5's classes: half of them for keys that come later; the nearer
    distances one by one, the others ever more coarsely. -> [L, L]"""
    at = torch.arange(length, device=device)
    away = at[None, :] - at[:, None]
    half, near = count // 2, count // 4
    far = near + (torch.log(away.abs().clamp(min=1) / near) / math.log(farthest / near) * (half - near)).long()
    return (away > 0) * half + torch.where(away.abs() < near, away.abs(), far.clamp(max=half - 1))


BERT = dict(body="bert.", query="attention.self.query", key="attention.self.key", value="attention.self.value",
            out="attention.output.dense", norm1="attention.output.LayerNorm")
MPNET = dict(body="mpnet.", query="attention.attn.q", key="attention.attn.k", value="attention.attn.v",
             out="attention.attn.o", norm1="attention.LayerNorm")


def read_weights(folder, body):
    from safetensors.torch import load_file
    return {k.removeprefix(body): v for k, v in load_file(f"{folder}/model.safetensors").items()}


def load_layers(network, w, names):
    copy_pair(network.norm, w, "embeddings.LayerNorm")
    for i, layer in enumerate(network.layers):
        p = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            getattr(layer.qkv, kind).copy_(torch.cat([w[f"{p}{names[x]}.{kind}"] for x in ("query", "key", "value")]))
        copy_pair(layer.out, w, p + names["out"])
        copy_pair(layer.norm1, w, p + names["norm1"])
        copy_pair(layer.up, w, p + "intermediate.dense")
        copy_pair(layer.down, w, p + "output.dense")
        copy_pair(layer.norm2, w, p + "output.LayerNorm")


@torch.no_grad()
def load_minilm(network, folder):
    """Fill the encoder from MiniLM's safetensors. Token type 0 is added into the positions."""
    w = read_weights(folder, BERT["body"])
    network.pieces.weight.copy_(w["embeddings.word_embeddings.weight"])
    network.positions.weight.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
    load_layers(network, w, BERT)


@torch.no_grad()
def load_mpnet(network, folder, vocabulary):
    """Fill the encoder from MPNet's safetensors, its pieces in the order of BERT's `vocabulary` (a path)."""
    w = read_weights(folder, MPNET["body"])
    with open(f"{folder}/vocab.txt", encoding="utf-8") as f:
        theirs = {piece: i for i, piece in enumerate(f.read().split("\n"))}
    with open(vocabulary, encoding="utf-8") as f:
        ours = f.read().split("\n")[:network.pieces.num_embeddings]
    renamed = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
    rows = torch.tensor([theirs[renamed.get(piece, piece)] for piece in ours])
    network.pieces.weight.copy_(w["embeddings.word_embeddings.weight"][rows])
    padding = 1                         # MPNet counts its positions from the one after this
    network.positions.weight.copy_(w["embeddings.position_embeddings.weight"][padding + 1:])
    network.near.weight.copy_(w["encoder.relative_attention_bias.weight"])
    load_layers(network, w, MPNET)


def copy_pair(module, weights, name):
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


def load(path, device="cpu"):
    """The network of a checkpoint, for reading."""
    state = torch.load(path, weights_only=True, map_location=device)
    network = Network(**state.get("shape", {}))
    network.load_state_dict({k: v.float() for k, v in state["network"].items()})
    return network.to(device).eval()
