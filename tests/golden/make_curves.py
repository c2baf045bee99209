"""Twenty-step loss curves of tiny Llama, Qwen2 and Qwen3 models, full and LoRA, by transformers + PEFT + torch.optim.AdamW,
and the rates of Hugging Face's schedulers. Usage: make_curves.py [OUT]; writes curves/ beside this file."""
import json, os, pathlib, random, sys

import peft, torch, transformers
from transformers import optimization

OUT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent / "curves")
VOCAB, STEPS, BATCH, ACCUMULATION = 96, 20, 2, 2
SHAPE = dict(vocab_size=VOCAB, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
             max_position_embeddings=128, attn_implementation="eager", bos_token_id=1, eos_token_id=2)
MODELS = {
    "llama": lambda: transformers.LlamaForCausalLM(transformers.LlamaConfig(**SHAPE)),
    "qwen2": lambda: transformers.Qwen2ForCausalLM(transformers.Qwen2Config(**SHAPE, tie_word_embeddings=True)),
    "qwen3": lambda: transformers.Qwen3ForCausalLM(transformers.Qwen3Config(**SHAPE, head_dim=16, tie_word_embeddings=True)),
}
VERSIONS = {"torch": torch.__version__, "transformers": transformers.__version__, "peft": peft.__version__}


def samples():
    """A noisy cycle, so that there is something to learn; the first part of each row is not trained."""
    draw = random.Random(7)
    rows = []
    for _ in range(STEPS * BATCH * ACCUMULATION):
        token, ids = draw.randrange(3, VOCAB), [1]
        for _ in range(draw.randrange(4, 24)):
            token = 3 + (token * 5 + 11) % (VOCAB - 3) if draw.random() < 0.8 else draw.randrange(3, VOCAB)
            ids.append(token)
        prompt = draw.randrange(1, len(ids))
        rows.append({"ids": ids, "trained": [0] * prompt + [1] * (len(ids) - prompt)})
    return rows


def loss_sum(model, rows):
    width = max(len(r["ids"]) for r in rows)
    pad = lambda values, fill: values + [fill] * (width - len(values))
    ids = torch.tensor([pad(r["ids"], 0) for r in rows])
    mask = torch.tensor([pad([1] * len(r["ids"]), 0) for r in rows])
    labels = torch.tensor([pad([i if t else -100 for i, t in zip(r["ids"], r["trained"])], -100) for r in rows])
    logits = model(input_ids=ids, attention_mask=mask).logits
    return torch.nn.functional.cross_entropy(logits[:, :-1].reshape(-1, VOCAB), labels[:, 1:].reshape(-1), ignore_index=-100, reduction="sum")


def curve(model, rows, rate):
    trained = [p for p in model.parameters() if p.requires_grad]
    groups = [{"params": [p for p in trained if p.dim() > 1], "weight_decay": 0.01}, {"params": [p for p in trained if p.dim() == 1], "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.999), eps=1e-8)
    schedule = transformers.get_cosine_schedule_with_warmup(optimizer, 2, STEPS)
    points = []
    for step in range(STEPS):
        chosen = rows[step * BATCH * ACCUMULATION:(step + 1) * BATCH * ACCUMULATION]
        count = sum(sum(r["trained"][1:]) for r in chosen)
        total = 0.0
        for at in range(0, len(chosen), BATCH):
            loss = loss_sum(model, chosen[at:at + BATCH]) / count
            loss.backward()
            total += loss.item()
        norm = torch.nn.utils.clip_grad_norm_(trained, 1.0).item()
        points.append({"loss": total, "grad_norm": norm, "lr": schedule.get_last_lr()[0]})
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
    return points


def schedules():
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    made = {
        "linear": optimization.get_linear_schedule_with_warmup(optimizer, 3, 20),
        "cosine": optimization.get_cosine_schedule_with_warmup(optimizer, 3, 20),
        "constant": optimization.get_constant_schedule(optimizer),
        "constant_with_warmup": optimization.get_constant_schedule_with_warmup(optimizer, 3),
        "warmup_stable_decay": optimization.get_wsd_schedule(optimizer, num_warmup_steps=3, num_decay_steps=12, num_stable_steps=5),
    }
    return {name: [schedule.lr_lambdas[0](step) for step in range(20)] for name, schedule in made.items()}


def optimiser_steps():
    """torch.optim.AdamW on one matrix and one bias over five given gradients."""
    torch.manual_seed(3)
    parameters = [torch.nn.Parameter(torch.randn(3, 4)), torch.nn.Parameter(torch.randn(4))]
    start = [p.detach().flatten().tolist() for p in parameters]
    optimizer = torch.optim.AdamW([{"params": parameters[:1], "weight_decay": 0.1}, {"params": parameters[1:], "weight_decay": 0.0}], lr=0.01)
    gradients = []
    for _ in range(5):
        for p in parameters:
            p.grad = torch.randn_like(p)
        gradients.append([p.grad.flatten().tolist() for p in parameters])
        optimizer.step()
    return {"start": start, "gradients": gradients, "end": [p.detach().flatten().tolist() for p in parameters]}


def main():
    torch.set_num_threads(2)
    rows = samples()
    OUT.mkdir(parents=True, exist_ok=True)
    os.chdir(OUT)  # PEFT records the base model's path: keep it relative
    (OUT / "rows.json").write_text(json.dumps(rows))
    (OUT / "schedules.json").write_text(json.dumps({"versions": VERSIONS, "factors": schedules()}))
    (OUT / "adamw.json").write_text(json.dumps({"versions": VERSIONS, **optimiser_steps()}))
    for name, make in MODELS.items():
        torch.manual_seed(11)
        make().save_pretrained(name)
        load = lambda: transformers.AutoModelForCausalLM.from_pretrained(name, attn_implementation="eager", dtype=torch.float32).train()
        curves = {"full_1e-3": curve(load(), rows, 1e-3)}
        tuned = peft.get_peft_model(load(), peft.LoraConfig(r=8, lora_alpha=16, lora_dropout=0.0, target_modules="all-linear", task_type="CAUSAL_LM"))
        tuned.save_pretrained(name + "/adapter")
        for rate in ("1e-3", "5e-3"):
            fresh = peft.PeftModel.from_pretrained(load(), name + "/adapter", is_trainable=True)
            curves["lora_" + rate] = curve(fresh, rows, float(rate))
        (OUT / name / "curves.json").write_text(json.dumps({"versions": VERSIONS, "batch": BATCH, "accumulation": ACCUMULATION, "curves": curves}, indent=1))
        (OUT / name / "adapter" / "README.md").unlink(missing_ok=True)
        (OUT / name / "generation_config.json").unlink(missing_ok=True)


main()
