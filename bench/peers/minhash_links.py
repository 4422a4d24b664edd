"""Links, reprints and copied passages by datasketch's MinHash LSH.

usage: minhash_links.py FOUND.jsonl LINKS REPRINTS PASSAGES STATEMENT_LIKENESS SENTENCE_LIKENESS

Statements and sentences are sets of words. Two of different documents go together if their Jaccard likeness, as MinHash
(128 permutations) estimates it, is at least so great; two documents are reprints if three sentences do. Prints the seconds
of the processor, reading and writing apart.
"""
import sys
import time

from datasketch import MinHash, MinHashLSH

import link_units

PERMUTATIONS = 128
SENTENCES = 3  # that a reprint has in common with another, as ECB+'s labels have it


def alike(units, least):
    """Every pair of units of different documents that are at least so alike."""
    index, hashes = MinHashLSH(threshold=least, num_perm=PERMUTATIONS), []
    for number, unit in enumerate(units):
        made = MinHash(num_perm=PERMUTATIONS)
        made.update_batch([word.encode() for word in set(unit.words)])
        for other in index.query(made):
            if units[other].document != unit.document and hashes[other].jaccard(made) >= least:
                yield units[other], unit
        index.insert(number, made)
        hashes.append(made)


def main():
    found, *outputs, of_statements, of_sentences = sys.argv[1:]
    documents = link_units.read(found)
    begun = time.process_time()
    statements = [unit for document in documents for unit in link_units.statements(document)]
    links = [link_units.link(a, b) for a, b in alike(statements, float(of_statements))]
    sentences = [unit for document in documents for unit in link_units.sentences(document)]
    copied = list(alike(sentences, float(of_sentences)))
    reprints = link_units.reprints([(a.document, b.document) for a, b in copied], SENTENCES)
    seconds = time.process_time() - begun
    for path, rows in zip(outputs, (links, reprints, [link_units.link(a, b) for a, b in copied])):
        link_units.write(path, rows)
    print(seconds)


main()
