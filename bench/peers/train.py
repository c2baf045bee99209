"""HF Trainer (+ PEFT) in eager mode on a prepared token folder of ours: the same samples, batch size and threads.
Usage: train.py MODEL TOKENS lora|full float32|bfloat16 THREADS BATCH RATE STEPS"""
import json
import os
import pathlib
import sys
import tempfile
import time

os.environ["TOKENIZERS_PARALLELISM"] = "false"
import numpy as np
import peft
import torch
import transformers

model_folder, tokens, method, dtype, threads, batch, rate, steps = sys.argv[1:9]
torch.set_num_threads(int(threads))
tokens = pathlib.Path(tokens)
ids = np.fromfile(tokens / "tokens.bin", dtype=np.int32)
trained = np.fromfile(tokens / "trained.bin", dtype=np.uint8)
index = np.fromfile(tokens / "index.bin", dtype=np.uint64).astype(int)
samples = []
for begin, end in zip(index[:-1], index[1:]):
    row = ids[begin:end].tolist()
    samples.append({"input_ids": row, "labels": [i if t else -100 for i, t in zip(row, trained[begin:end])]})


seen = []  # tokens of each batch, without padding


def collate(rows):
    """Right padding to the longest row, as DataCollatorForSeq2Seq does."""
    length = max(len(row["input_ids"]) for row in rows)
    seen.append(sum(len(row["input_ids"]) for row in rows))
    pad = lambda values, fill: values + [fill] * (length - len(values))
    return {"input_ids": torch.tensor([pad(r["input_ids"], 0) for r in rows]), "labels": torch.tensor([pad(r["labels"], -100) for r in rows]),
            "attention_mask": torch.tensor([pad([1] * len(r["input_ids"]), 0) for r in rows])}


model = transformers.AutoModelForCausalLM.from_pretrained(model_folder, dtype=torch.float32)
if method == "lora":
    model = peft.get_peft_model(model, peft.LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM"))
arguments = transformers.TrainingArguments(
    tempfile.mkdtemp(), report_to=[], save_strategy="no", logging_strategy="no", use_cpu=True, bf16=dtype == "bfloat16", max_steps=int(steps),
    per_device_train_batch_size=int(batch), learning_rate=float(rate), disable_tqdm=True, dataloader_num_workers=0)
trainer = transformers.Trainer(model, arguments, train_dataset=samples, data_collator=collate)
started = time.time()
loss = trainer.train().training_loss
seconds = time.time() - started
print(json.dumps({"tokens_per_second": sum(seen[:int(steps)]) / seconds, "seconds": seconds, "loss": loss, "torch": torch.__version__,
                  "transformers": transformers.__version__, "peft": peft.__version__}))
