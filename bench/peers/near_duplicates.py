"""datasketch drops near duplicates of the first texts. Usage: near_duplicates.py TEXTS.jsonl COUNT THRESHOLD"""
import itertools
import json
import sys
import time

from datasketch import MinHash, MinHashLSH

with open(sys.argv[1], encoding="utf8") as lines:
    texts = [json.loads(line)["text"].lower() for line in itertools.islice(lines, int(sys.argv[2]))]
start = time.monotonic()
lsh = MinHashLSH(threshold=float(sys.argv[3]), num_perm=128)
kept = 0
for index, text in enumerate(texts):
    minhash = MinHash(num_perm=128)
    minhash.update_batch([text[at:at + 5].encode() for at in range(max(1, len(text) - 4))])
    if not lsh.query(minhash):
        lsh.insert(index, minhash)
        kept += 1
seconds = time.monotonic() - start
print(json.dumps({"texts_per_second": len(texts) / seconds, "kept": kept}))
