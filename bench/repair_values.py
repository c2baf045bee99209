"""The hospital benchmark's misspelt cells repaired by a recipe, beside majorities with pandas: precision and recall of repaired cells.

The table lies beside the checkout; without it there is nothing to measure.
"""
import csv


def cells(file):
    with file.open(encoding="utf8", newline="") as rows:
        return list(csv.DictReader(rows))


def run(bench):
    tables = bench.source.parent / "shared/data/tabular"
    if not (tables / "hospital_dirty.csv").exists():
        return
    work = bench.folder("repair_values")
    theirs = bench.python("peers/repair_values.py", tables / "hospital_dirty.csv", tables / "hospital_clean.csv")
    bench.anneal("data", "import", tables / "hospital_dirty.csv", "--out", work / "dirty")
    bench.anneal("data", "clean", work / "dirty", "--recipe", bench.source / "tests/data/fixtures/hospital.yaml", "--out", work / "clean")
    bench.anneal("data", "export", work / "clean", "--to", "csv", "--out", work / "clean.csv")
    dirty, fixed = cells(tables / "hospital_dirty.csv"), cells(work / "clean.csv")
    wrong = changed = right = 0
    for cell in cells(tables / "hospital_clean.csv"):
        row, column = int(cell["tid"]), cell["attribute"]
        wrong += dirty[row][column] != cell["correct_val"]
        changed += dirty[row][column] != fixed[row][column]
        right += dirty[row][column] != fixed[row][column] == cell["correct_val"]
    bench.figure("repaired cells: precision", "%", 100 * right / changed, "pandas", 100 * theirs["precision"], 1)
    bench.figure("repaired cells: recall", "%", 100 * right / wrong, "pandas", 100 * theirs["recall"], 1.05)
