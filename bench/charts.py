"""Ten million points in eight series: from the mouse's event to the painted window, and what points cost that come while one looks."""
import json
import subprocess

REPLOT = {"1440x900": 16, "3840x2160": 100}  # milliseconds
LIVE = 5  # per cent of one processor, for a thousand points a second


def run(bench):
    done = subprocess.run([bench.build / "bin/anneal_bench_charts"], stdout=subprocess.PIPE, check=True)
    figures = {row["figure"]: row["value"] for row in map(json.loads, done.stdout.decode().splitlines())}
    for act in ("pan", "zoom"):
        for lines in ("", " smoothed"):
            for size, limit in REPLOT.items():
                bench.limit(f"{act}{lines}, 10 M points at {size}", "ms", figures[f"{act}{lines} {size}"], limit)
    bench.limit("1,000 live points a second into a run", "% of core", figures["live into a run"], LIVE)
    bench.limit("1,000 live points a second into 10 M", "% of core", figures["live into all"], LIVE)
