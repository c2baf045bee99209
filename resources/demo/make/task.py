"""The demo's task: four fields out of a contract clause, as a CSV that is as dirty as real exports are. Usage: task.py OUT.csv"""
import csv
import random
import sys

import contracts

ROWS = 2000
INSTRUCTION = "List supplier, fee, notice and law."


def answer(r):
    return f"supplier: {r['supplier']} | fee: {r['fee']} | notice: {r['notice']} | law: {r['law']}"


def mojibake(text):
    """What an export read as Latin-1 and written as UTF-8 looks like."""
    return text.replace(" ", "\u00a0", 1).replace("e", "é", 2).encode("utf8").decode("latin-1")


def main(path):
    rng = random.Random(20)
    rows = []
    for _ in range(ROWS - 230):
        r = contracts.record(rng)
        rows.append([INSTRUCTION, contracts.clause(rng, r), answer(r)])
    rows += [list(rng.choice(rows)) for _ in range(90)]  # exported twice
    for _ in range(60):  # nobody filled in the answer
        r = contracts.record(rng)
        rows.append([INSTRUCTION, contracts.clause(rng, r), rng.choice(["", "  "])])
    for _ in range(50):  # broken encodings
        r = contracts.record(rng)
        rows.append([INSTRUCTION, mojibake(contracts.clause(rng, r)), answer(r)])
    for _ in range(30):  # a whole contract pasted into the cell
        r = contracts.record(rng)
        pasted = " ".join(contracts.clause(rng, contracts.record(rng)) for _ in range(rng.randrange(25, 40)))
        rows.append([INSTRUCTION, contracts.clause(rng, r) + " " + pasted, answer(r)])
    for row in rng.sample(rows, 120):  # stray blanks
        row[1] = rng.choice(["  ", "\t", " "]) + row[1] + rng.choice(["   ", "\n", ""])
    rng.shuffle(rows)
    with open(path, "w", newline="", encoding="utf8") as file:
        writer = csv.writer(file)
        writer.writerow(["instruction", "input", "output"])
        writer.writerows(rows)


if __name__ == "__main__":
    main(sys.argv[1])
