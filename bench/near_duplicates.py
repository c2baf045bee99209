"""A million short texts without their near duplicates, beside datasketch (MinHash LSH, unverified) on the first of them; and, on a sample,
what exact Jaccard similarity of every pair would drop.

Texts: windows of real rows, a third of them an earlier text with one word changed; drawn with a fixed seed.
"""
import json
import random
import time

import data_import

TEXTS = 1_000_000
PEER_TEXTS = 20_000  # the peer needs the better part of an hour for all
SAMPLE = 3_000
THRESHOLD = 0.8


def texts(source):
    words = [word for row in data_import.source_rows(source) for word in (row["instruction"] + " " + row["output"]).split()]
    draw = random.Random(0)
    made = []
    for _ in range(TEXTS):
        if made and draw.random() < 1 / 3:
            text = draw.choice(made).split(" ")
            text[draw.randrange(len(text))] = draw.choice(words)
        else:
            start = draw.randrange(len(words) - 40)
            text = words[start:start + draw.randrange(15, 35)] + [str(draw.randrange(10**6))]
        made.append(" ".join(text))
    return made


def shingles(text):
    text = text.lower()
    return {text[at:at + 5] for at in range(max(1, len(text) - 4))}


def exactly_dropped(made):
    """Rows at least as similar as the threshold to an earlier row that stays."""
    kept, dropped = [], set()
    for index, text in enumerate(made):
        own = shingles(text)
        if any(len(own & other) >= THRESHOLD * len(own | other) for other in kept):
            dropped.add(index)
        else:
            kept.append(own)
    return dropped


def cleaned(bench, work, name, made):
    file = bench.write(work / f"{name}.jsonl", "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(made)))
    recipe = bench.write(work / "recipe.yaml", f"steps: [drop_near_duplicates: {{columns: [text], threshold: {THRESHOLD}}}]\n")
    bench.anneal("data", "import", file, "--out", work / name)
    start = time.monotonic()
    bench.anneal("data", "clean", work / name, "--recipe", recipe, "--out", work / f"{name}-clean")
    seconds = time.monotonic() - start
    bench.anneal("data", "export", work / f"{name}-clean", "--to", "jsonl", "--out", work / "kept.jsonl")
    kept = {json.loads(line)["id"] for line in (work / "kept.jsonl").open(encoding="utf8")}
    return seconds, set(range(len(made))) - kept


def run(bench):
    work = bench.folder("near_duplicates")
    made = texts(bench.source)
    seconds, _ = cleaned(bench, work, "all", made)
    theirs = bench.python("peers/near_duplicates.py", work / "all.jsonl", PEER_TEXTS, THRESHOLD)
    bench.figure("near duplicates: texts", "/s", TEXTS / seconds, "datasketch", theirs["texts_per_second"], 5)
    made = [made[i] for i in sorted(random.Random(1).sample(range(TEXTS // 100), SAMPLE))]
    exact = exactly_dropped(made)
    _, dropped = cleaned(bench, work, "sample", made)
    bench.figure("near duplicates: found of all there are", "%", 100 * len(dropped & exact) / len(exact), "exact pairs", 100.0, 0.99)
    bench.figure("near duplicates: right of those found", "%", 100 * len(dropped & exact) / len(dropped), "exact pairs", 100.0, 0.99)
