"""EDA, four copies of each row, beside the paper's way with nltk's WordNet: rows made a second, reading and writing the data set included."""
import json
import time

ROWS = 40000


def texts(bench):
    file = bench.source.parent / "shared/data/instruct/alpaca_en_demo.json"
    if file.exists():
        return [row["instruction"] + " " + row["output"][:200] for row in json.loads(file.read_text(encoding="utf8"))]
    subjects = ["The supplier", "A happy customer", "The large company", "Our new partner"]
    acts = ["delivers the goods within thirty days", "pays the price of the order", "sends a quick notice to the office"]
    return [f"{subject} {act} and {other}." for subject in subjects for act in acts for other in acts]


def run(bench):
    work = bench.folder("augment")
    some = texts(bench)
    rows = bench.write(work / "rows.jsonl", "".join(json.dumps({"text": some[i % len(some)], "label": str(i)}) + "\n" for i in range(ROWS)))
    few = bench.write(work / "few.jsonl", "".join(rows.read_text(encoding="utf8").splitlines(keepends=True)[:2000]))
    bench.anneal("data", "import", rows, "--out", work / "rows")
    start = time.monotonic()
    ours = bench.anneal("data", "augment", work / "rows", "--method", "eda", "--out", work / "more")
    seconds = time.monotonic() - start
    theirs = bench.python("peers/augment.py", few, bench.folder("augment/wordnet"))
    bench.figure("EDA: rows made", "rows/s", (ours["rows_out"] - ours["rows_in"]) / seconds, "nltk", theirs["rows"] / theirs["seconds"], 10)
