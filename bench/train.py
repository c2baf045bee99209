"""Training on this CPU against HF Trainer and PEFT in eager mode: the same model, samples, batch size, dtype and threads.

We and the peer take turns, so that a machine whose speed drifts does not decide: the middle ratio of the rounds counts.
"""
import json
import pathlib
import random

ROWS, BATCH, STEPS, ROUNDS = 256, 4, 24, 3
RATE = {"lora": 2e-4, "full": 2e-5}


def rows_of(source):
    shared = source.parent / "shared/data/instruct/alpaca_en_demo.json"
    if shared.exists():
        rows = json.loads(shared.read_text(encoding="utf8"))[:ROWS]
        return [("User: " + r["instruction"] + "\n" + r["input"] + "\n\nAssistant:", " " + r["output"]) for r in rows]
    words = [word.strip() for word in (source / "README.md").read_text(encoding="utf8").split()]
    rng = random.Random(0)
    return [(" ".join(rng.choices(words, k=40)), " " + " ".join(rng.choices(words, k=80))) for _ in range(ROWS)]


def run(bench):
    work = bench.folder("train")
    rows = work / "rows.jsonl"
    rows.write_text("".join(json.dumps({"prompt": p, "completion": c}, ensure_ascii=False) + "\n" for p, c in rows_of(bench.source)), encoding="utf8")
    model = work / "model"
    bench.python("peers/make_model.py", rows, model)
    for method in ("lora", "full"):
        for dtype in ("float32", "bfloat16"):
            spec = {"model_name_or_path": str(model), "stage": "sft", "template": "empty", "finetuning_type": method, "dataset": str(rows), "cutoff_len": 512,
                    "per_device_train_batch_size": BATCH, "learning_rate": RATE[method], "max_steps": STEPS, "lora_rank": 16,
                    "compute_dtype": dtype, "threads": bench.threads, "save_strategy": "no"}
            rounds = []
            for turn in range(ROUNDS):
                out = work / f"{method}-{dtype}-{turn}"
                document = bench.anneal("train", bench.write(out.with_suffix(".yaml"), json.dumps({**spec, "output_dir": str(out)})))
                tokens = pathlib.Path(document["dir"]) / "tokens/train"
                peer = bench.python("peers/train.py", model, tokens, method, dtype, bench.threads, BATCH, RATE[method], STEPS)
                rounds.append((document["tokens_per_second"], peer["tokens_per_second"]))
            ours, theirs = sorted(rounds, key=lambda pair: pair[0] / pair[1])[ROUNDS // 2]
            bench.figure(f"{method} {dtype}, 30M Qwen2 shape", "tokens/s", ours, "HF Trainer eager", theirs, 2.0)
