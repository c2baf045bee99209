"""A 500 MB JSON-lines file into a data set (Parquet with zstd, hashes), beside pyarrow's read and zstd Parquet write.

Rows: LLaMA-Factory's Alpaca demonstration beside the checkout, else rows that this script makes up; drawn with a fixed seed.
"""
import json
import random
import time

MEGABYTES = 500


def source_rows(source):
    file = source.parent / "shared/data/instruct/alpaca_en_demo.json"
    if file.exists():
        return json.loads(file.read_text(encoding="utf8"))
    draw = random.Random(1)
    words = ["loss", "model", "clause", "party", "term", "notice", "data", "payment", "agreement", "date", "breach", "law"]
    text = lambda count: " ".join(draw.choice(words) for _ in range(count))
    return [{"instruction": text(12), "input": text(draw.randrange(30)), "output": text(40 + draw.randrange(160))} for _ in range(1000)]


def write_rows(file, rows):
    draw = random.Random(0)
    count = 0
    with file.open("w", encoding="utf8") as out:
        while out.tell() < MEGABYTES * 1_000_000:
            row = draw.choice(rows)
            out.write(json.dumps({"id": count, **{key: row[key] for key in ("instruction", "input", "output")}}, ensure_ascii=False) + "\n")
            count += 1
    return count


def run(bench):
    work = bench.folder("data_import")
    file = work / "rows.jsonl"
    count = write_rows(file, source_rows(bench.source))
    size = file.stat().st_size / 1e6
    theirs = bench.python("peers/data_import.py", file, work / "pyarrow.parquet")
    start = time.monotonic()
    ours = bench.anneal("data", "import", file, "--out", work / "dataset")
    seconds = time.monotonic() - start
    if ours["rows"] != count or theirs["rows"] != count:
        raise SystemExit(f"error: {count} rows written, {ours['rows']} imported, pyarrow read {theirs['rows']}")
    bench.figure("import JSON-lines into a data set", "MB/s", size / seconds, "pyarrow", size / theirs["seconds"], 1)
    file.unlink()
