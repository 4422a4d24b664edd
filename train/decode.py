"""From a window's scores to relations, as src/attribute does it: what the C program is held against. What it does
by rules of the text alone (signed and unfinished quotations) is left out."""
import numpy as np

from network import CUE_LABELS, ROLE_LABELS

FORBIDDEN = -1e9
DOUBTFUL = 0.7      # src/attribute/drafts.c
CLAIM = 0.7


def transitions(labels):
    """[from, to]: 0, or FORBIDDEN where an inside label does not follow its own kind. Also the first label's."""
    t = np.zeros((len(labels), len(labels)))
    for j, to in enumerate(labels):
        if to.startswith("I"):
            t[:, j] = [0 if before[1:] == to[1:] and before != "O" else FORBIDDEN for before in labels]
    return t, np.array([FORBIDDEN if x.startswith("I") else 0.0 for x in labels])


CUE_STEPS, ROLE_STEPS = transitions(CUE_LABELS), transitions(ROLE_LABELS)


def viterbi(scores, steps):
    """The best allowed sequence of labels for scores [L, K]."""
    between, first = steps
    best, back = scores[0] + first, []
    for row in scores[1:]:
        total = best[:, None] + between
        back.append(total.argmax(0))
        best = total.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans(path, begin, inside, further=None):
    """(first, last) of each half-open run that begins with `begin` and goes on with `inside`; whole words, given
    which pieces go on with the word before."""
    out = []
    for i, label in enumerate(path):
        if label == begin:
            out.append([i, i + 1])
        elif label == inside:
            out[-1][1] = i + 1
    return whole_words(out, further) if further else out


def whole_words(runs, further):
    out = []
    for first, last in runs:
        while first > 0 and further[first]:
            first -= 1
        while last < len(further) and further[last]:
            last += 1
        if out and first < out[-1][1]:
            out[-1][1] = last
        else:
            out.append([first, last])
    return out


def softmax(scores):
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def certainty(probabilities, runs, begin):
    """The mean probability of `begin` or `begin` + 1 over all pieces of the runs."""
    return float(np.concatenate([probabilities[a:b, begin:begin + 2].sum(1) for a, b in runs]).mean())


def find_cues(scores, further):
    return spans(viterbi(scores, CUE_STEPS), 1, 2, further)


def draft(cue, cue_scores, role_scores, further):
    """One relation with the certainty of its parts, or None without content."""
    path, p = viterbi(role_scores, ROLE_STEPS), softmax(role_scores)
    sources, content = spans(path, 1, 2, further), spans(path, 3, 4, further)
    if not content:
        return None
    source = [max(sources, key=lambda s: certainty(p, [s], 1))] if sources else []
    sure = [certainty(p, [s], 3) for s in content]
    content = [s for s, c in zip(content, sure) if c >= DOUBTFUL or c == max(sure)]
    return {"cue": [cue], "source": source, "content": content, "roles": p,
            "sure": {"cue": certainty(softmax(cue_scores), [cue], 1), "source": certainty(p, source, 1) if source else None}}


def distance(a, b):
    return max(b[0] - a[1], a[0] - b[1], 0)


def reports(outer, inner):
    (a, b), = inner["cue"]
    return any(c <= a and b <= d for c, d in outer["content"])


def belongs_elsewhere(part, of, drafts):
    a, b = part
    for other in drafts:
        if (other is not of and distance(other["cue"][0], part) < distance(of["cue"][0], part)
                and any(min(b, d) - max(a, c) > CLAIM * (b - a) for c, d in other["content"])
                and not reports(of, other) and not reports(other, of)):
            return True
    return False


def share_out(drafts):
    """A part that two relations claim stays with the nearer cue; no relation loses its only part."""
    kept = [[part for part in d["content"] if not belongs_elsewhere(part, d, drafts)] for d in drafts]
    for d, content in zip(drafts, kept):
        if content and len(d["content"]) > 1:
            d["content"] = content


def relations(cue_scores, cues, role_scores, further):
    """The relations of a window, with runs of its pieces."""
    out = [d for d in map(lambda cue, scores: draft(cue, cue_scores, scores, further), cues, role_scores) if d]
    share_out(out)
    for d in out:
        d["sure"]["content"] = certainty(d.pop("roles"), d["content"], 3)
    return out
