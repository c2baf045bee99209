"""Runs the questions of this folder and writes their figures beside the peers' as a table and as bench.json."""
import importlib
import json
import os
import pathlib
import platform
import subprocess
import sys

QUESTIONS = ["startup", "tokenizer", "data_import", "repair_values", "near_duplicates", "features", "train", "charts"]


class Bench:
    def __init__(self, build):
        self.source = pathlib.Path(__file__).resolve().parents[1]
        self.build = pathlib.Path(build).resolve()
        self.program = self.build / "bin/anneal"
        self.threads = len(os.sched_getaffinity(0))
        self.rows = []
        self.home = self.build / "bench"
        self.environment = {**os.environ, "XDG_DATA_HOME": str(self.home / "data-home")}

    def folder(self, name):
        """An empty folder of that name."""
        folder = self.home / name
        subprocess.run(["rm", "-rf", folder], check=True)
        folder.mkdir(parents=True)
        return folder

    def write(self, file, text):
        file.write_text(text, encoding="utf8")
        return file

    def anneal(self, *arguments):
        done = subprocess.run([self.program, *map(str, arguments), "--json"], stdout=subprocess.PIPE, check=True, env=self.environment)
        return json.loads(done.stdout)

    def python(self, script, *arguments, program=sys.executable):
        """The last line a peer script prints, as JSON; None if it prints none."""
        done = subprocess.run([program, self.source / "bench" / script, *map(str, arguments)], stdout=subprocess.PIPE, check=True)
        lines = done.stdout.decode().strip().splitlines()
        return json.loads(lines[-1]) if lines and lines[-1].startswith("{") else None

    def figure(self, question, unit, ours, peer, theirs, wanted):
        """A speed: the ratio ours/theirs is to reach `wanted`."""
        self._add(question, unit, ours, f"{peer} {theirs:,.1f}", ours / theirs, f"≥ {wanted}×", ours / theirs >= wanted)

    def limit(self, question, unit, ours, limit):
        self._add(question, unit, ours, "–", None, f"≤ {limit} {unit}", ours <= limit)

    def _add(self, question, unit, ours, peer, ratio, wanted, met):
        self.rows.append({"question": question, "unit": unit, "ours": ours, "peer": peer, "ratio": ratio, "wanted": wanted, "met": met})
        self._print(self.rows[-1])

    @staticmethod
    def _print(row):
        ratio = f"{row['ratio']:.2f}×" if row["ratio"] else "–"
        print(f"{row['question']:46} {row['ours']:>12,.1f} {row['unit']:9} {row['peer']:>32} {ratio:>8} {row['wanted']:>10} {'met' if row['met'] else 'MISSED'}",
              flush=True)


def main():
    bench = Bench(sys.argv[1])
    for name in sys.argv[2:] or QUESTIONS:
        importlib.import_module(name).run(bench)
    report = {"machine": {"processor": platform.processor() or platform.machine(), "threads": bench.threads}, "figures": bench.rows}
    bench.home.mkdir(parents=True, exist_ok=True)
    (bench.home / "bench.json").write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf8")
    print(f"written to {bench.home / 'bench.json'}")


if __name__ == "__main__":
    main()
