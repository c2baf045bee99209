"""500 MB of JSON-lines and of CSV into data sets (Parquet with zstd, hashes, columns' summaries), beside pyarrow's and
pandas' read and zstd Parquet write.

Rows: LLaMA-Factory's Alpaca demonstration beside the checkout, else rows that this script makes up; drawn with a fixed seed.
"""
import csv
import json
import random
import time

MEGABYTES = 500
COLUMNS = ("id", "instruction", "input", "output")


def source_rows(source):
    file = source.parent / "shared/data/instruct/alpaca_en_demo.json"
    if file.exists():
        return json.loads(file.read_text(encoding="utf8"))
    draw = random.Random(1)
    words = ["loss", "model", "clause", "party", "term", "notice", "data", "payment", "agreement", "date", "breach", "law"]
    text = lambda count: " ".join(draw.choice(words) for _ in range(count))
    return [{"instruction": text(12), "input": text(draw.randrange(30)), "output": text(40 + draw.randrange(160))} for _ in range(1000)]


def drawn(rows, out):
    """Rows until the file is full."""
    draw = random.Random(0)
    count = 0
    while out.tell() < MEGABYTES * 1_000_000:
        yield {**draw.choice(rows), "id": count}
        count += 1


def write_jsonl(rows, out):
    for row in drawn(rows, out):
        out.write(json.dumps({key: row[key] for key in COLUMNS}, ensure_ascii=False) + "\n")


def write_csv(rows, out):
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in drawn(rows, out):
        writer.writerow([row[key] for key in COLUMNS])


def measure(bench, name, write, peers):
    work = bench.folder(f"data_import_{name}")
    file = work / f"rows.{name}"
    with file.open("w", encoding="utf8", newline="") as out:
        write(source_rows(bench.source), out)
    size = file.stat().st_size / 1e6
    theirs = {peer: bench.python("peers/data_import.py", peer, file, work / f"{peer}.parquet") for peer in peers}
    start = time.monotonic()
    ours = bench.anneal("data", "import", file, "--out", work / "dataset")
    seconds = time.monotonic() - start
    for peer, wanted in peers.items():
        if ours["rows"] != theirs[peer]["rows"]:
            raise SystemExit(f"error: {ours['rows']} rows imported, {peer} read {theirs[peer]['rows']}")
        bench.figure(f"import {name} into a data set", "MB/s", size / seconds, peer, size / theirs[peer]["seconds"], wanted)
    file.unlink()


def run(bench):
    measure(bench, "jsonl", write_jsonl, {"pyarrow": 1, "pandas": 3})
    measure(bench, "csv", write_csv, {"pyarrow": 1})
