"""How long `anneal --version` takes: the floor of every script that calls us."""
import subprocess
import time


def run(bench):
    times = []
    for _ in range(21):
        started = time.perf_counter()
        subprocess.run([bench.program, "--version"], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - started)
    milliseconds = 1000 * sorted(times)[len(times) // 2]
    bench.limit("anneal --version, median of 21", "ms", milliseconds, 50)
