"""`anneal demo` does what it says: the base model cannot do the task, the tuned one can, both exports passed their gate."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

program, seed = sys.argv[1:3]
with tempfile.TemporaryDirectory() as folder:
    out = pathlib.Path(folder) / "demo"
    environment = {**os.environ, "XDG_DATA_HOME": folder + "/data-home"}
    done = subprocess.run([program, "demo", "--out", out, "--seed", seed, "--json"], stdout=subprocess.PIPE, env=environment)
    assert done.returncode == 0, done.stdout.decode()
    summary = json.loads(done.stdout)
    print(json.dumps(summary, indent=2))
    assert summary == json.loads((out / "summary.json").read_text(encoding="utf8"))
    assert 2000 == summary["rows"]["imported"] > summary["rows"]["clean"] > 1500
    assert summary["rows"]["held_out"] >= 150
    assert summary["exact_match"]["base"] <= 0.05
    assert summary["exact_match"]["tuned"] >= 0.80
    assert summary["eval_loss"]["tuned"] < summary["eval_loss"]["base"] / 4
    assert len(summary["exports"]) == 2
    assert summary["chat"]["exported"] and summary["chat"]["exported"] != summary["chat"]["base"]
    for export in summary["exports"]:
        assert export["gate"]["passed"] and export["gate"]["compared"] > 0, export
        file = pathlib.Path(export["path"])
        assert file.stat().st_size == export["bytes"] and file.read_bytes()[:4] == b"GGUF"
    assert (out / "loss.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    again = subprocess.run([program, "demo", "--out", out / "data", "--json"], stdout=subprocess.PIPE, env=environment)
    assert again.returncode == 1 and (out / "data/raw").exists(), "a folder within the demo is no demo"
