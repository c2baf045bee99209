"""Real rows through the whole loop: import, train, export through the gate, and an answer from llama.cpp.

Usage: real_rows.py ANNEAL SHARED_DATA [CASE…]. Held-out loss must fall, every gate must pass, and the file must answer.
"""
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

STORIES = {"stage": "pt", "finetuning_type": "full", "learning_rate": 3e-4, "num_train_epochs": 2, "cutoff_len": 256,
           "per_device_train_batch_size": 16}
STORIES_SFT = {"stage": "sft", "template": "alpaca", "finetuning_type": "lora", "lora_rank": 8, "learning_rate": 2e-3, "num_train_epochs": 1,
               "cutoff_len": 512, "per_device_train_batch_size": 8}
DEEPSEEK = {"stage": "sft", "template": "deepseek3", "finetuning_type": "full", "train_from_scratch": True, "learning_rate": 1e-3,
            "num_train_epochs": 1, "max_samples": 300, "cutoff_len": 384, "per_device_train_batch_size": 4}
QUESTION = {"alpaca_zh": "如何保持健康？"}
# name: (model, data, settings, GGUF types)
CASES = {
    "tinystories": ("stories260K", "corpus/tinystories_sample.txt", STORIES, "F16,Q8_0"),
    "stories_alpaca": ("stories260K", "instruct/alpaca_en_demo.json", STORIES_SFT, "F16,Q8_0"),
    "alpaca_en": ("deepseek", "instruct/alpaca_en_demo.json", DEEPSEEK, "Q8_0,Q4_K_M"),
    "alpaca_zh": ("deepseek", "instruct/alpaca_zh_demo.json", DEEPSEEK, "Q8_0,Q4_K_M"),
    "sharegpt": ("deepseek", "instruct/glaive_toolcall_en_demo.json", DEEPSEEK, "Q8_0,Q4_K_M"),
    "messages": ("deepseek", "instruct/v1_sft_demo.jsonl", DEEPSEEK, "Q8_0,Q4_K_M"),
}
QWEN2_SHAPE = {"architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "hidden_size": 256, "intermediate_size": 768, "num_hidden_layers": 4,
               "num_attention_heads": 4, "num_key_value_heads": 2, "max_position_embeddings": 1024, "rms_norm_eps": 1e-6, "rope_theta": 10000.0,
               "tie_word_embeddings": True, "hidden_act": "silu", "torch_dtype": "float32"}


def make_models(shared, work):
    stories = work / "stories260K"
    shutil.copytree(shared / "weights/stories260K-hf", stories)
    shutil.copy(shared / "weights/tok512.bin", stories / "tokenizer.bin")
    deepseek = work / "deepseek"
    deepseek.mkdir()
    tokenizer = json.loads(gzip.decompress((shared / "tokenizers/deepseek_tokenizer.json.gz").read_bytes()))
    (deepseek / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf8")
    shutil.copy(shared / "tokenizers/deepseek_tokenizer_config.json", deepseek / "tokenizer_config.json")
    added = {token["content"]: token["id"] for token in tokenizer["added_tokens"]}
    rows = 1 + max([*tokenizer["model"]["vocab"].values(), *added.values()])
    config = {**QWEN2_SHAPE, "vocab_size": -(-rows // 64) * 64, "bos_token_id": added["<｜begin▁of▁sentence｜>"],
              "eos_token_id": added["<｜end▁of▁sentence｜>"]}
    (deepseek / "config.json").write_text(json.dumps(config), encoding="utf8")


class Loop:
    def __init__(self, program, work):
        self.program, self.work = program, work
        self.environment = {**os.environ, "XDG_DATA_HOME": str(work / "home"), "XDG_CACHE_HOME": str(work / "cache")}

    def anneal(self, *arguments):
        done = subprocess.run([self.program, *map(str, arguments), "--json"], stdout=subprocess.PIPE, env=self.environment)
        document = json.loads(done.stdout)
        if done.returncode != 0:
            raise SystemExit(f"{arguments[0]}: {document}")
        return document

    def run(self, name, model, data, settings, types):
        work = self.work / name
        work.mkdir()
        dataset = self.anneal("data", "import", data, "--out", work / "data")
        evaluations = {"val_size": 0.1, "eval_strategy": "steps", "eval_steps": 10, "logging_steps": 10, "save_strategy": "no"}
        spec = {"model_name_or_path": str(self.work / model), "dataset": str(work / "data"), "output_dir": str(work / "run"), **settings, **evaluations}
        (work / "run.yaml").write_text(json.dumps(spec), encoding="utf8")
        trained = self.anneal("train", work / "run.yaml")
        losses = [row["eval_loss"] for row in self.anneal("runs", "show", work / "run")["metrics"] if row.get("eval_loss") is not None]
        row = {"case": name, "rows": dataset["rows"], "shape": dataset["shape"], "steps": trained["step"], "first_eval_loss": losses[0],
               "last_eval_loss": losses[-1], "tokens_per_second": round(trained["tokens_per_second"]), "gates": {}}
        assert losses[-1] < losses[0], row
        for kind in types.split(","):
            file = work / f"model-{kind}.gguf"
            gate = self.anneal("export", work / "run", "--to", "gguf", "--quant", kind, "--out", file)["gate"]
            assert gate["passed"], gate
            prompt = ["--raw", "--prompt", "Once upon a time"] if settings["stage"] == "pt" else ["--prompt", QUESTION.get(name, "How do I stay healthy?")]
            answer = self.anneal("chat", "--model", file, *prompt, "--max-tokens", 40, "--greedy")
            assert len(answer["ids"]) > 0
            row["gates"][kind] = {"compared": gate["compared"], "top1": round(gate["top1_agreement"], 4), "kl": gate["kl_mean"], "answer": answer["text"][:80]}
        return row


def main():
    program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    if not shared.exists():
        print(f"{shared} is not there: skipped")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        make_models(shared, work)
        loop = Loop(program, work)
        for name in sys.argv[3:] or CASES:
            model, data, settings, types = CASES[name]
            print(json.dumps(loop.run(name, model, shared / data, settings, types), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
