"""Makes llama/, qwen2/, qwen3/ and golden.json beside this file: tiny random models, their greedy continuations and losses.

transformers 5.23.0, torch 2.11.0, FP32 on the CPU. Run: python make.py
"""
import json
import pathlib
import random

import torch
import transformers

here = pathlib.Path(__file__).parent
shape = dict(vocab_size=160, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
             max_position_embeddings=128, initializer_range=0.35, bos_token_id=1, eos_token_id=2, pad_token_id=0)
configs = {
    "llama": transformers.LlamaConfig(**shape, tie_word_embeddings=False),
    "qwen2": transformers.Qwen2Config(**shape, tie_word_embeddings=True),
    "qwen3": transformers.Qwen3Config(**shape, head_dim=16, tie_word_embeddings=False),
}


def top_gap(logits):
    best = logits.topk(2).values
    return float(best[0] - best[1])


def greedy(model, prompt, new_tokens):
    ids, gap = list(prompt), float("inf")
    while len(ids) < len(prompt) + new_tokens:
        with torch.no_grad():
            logits = model(torch.tensor([ids])).logits[0, -1]
        gap = min(gap, top_gap(logits))
        ids.append(int(logits.argmax()))
        if ids[-1] == shape["eos_token_id"]:
            break
    generated = model.generate(torch.tensor([prompt]), attention_mask=torch.ones(1, len(prompt), dtype=torch.long), max_new_tokens=new_tokens,
                               do_sample=False)[0].tolist()
    assert generated == ids, "generate() differs from a plain loop"
    assert gap > 1e-3, f"a near tie ({gap}): choose another seed"
    return ids[len(prompt):]


def losses(model, samples):
    out = []
    for ids, trained in samples:
        with torch.no_grad():
            logits = model(torch.tensor([ids])).logits[0].double()
        picked = torch.log_softmax(logits[:-1], -1)[torch.arange(len(ids) - 1), torch.tensor(ids[1:])]
        out.append(float(-(picked * torch.tensor(trained[1:])).sum()))
    return out


random.seed(11)
prompts = [[1] + [random.randrange(3, 160) for _ in range(n)] for n in (4, 9, 1, 23)]
samples = []
for length in (5, 17, 40, 2, 31):
    ids = [1] + [random.randrange(3, 160) for _ in range(length - 1)]
    trained = [0] + [random.randrange(2) for _ in range(length - 1)]
    samples.append((ids, trained))
samples[3] = (samples[3][0], [0, 0])

golden = {"prompts": prompts, "samples": [{"ids": i, "trained": t} for i, t in samples], "models": {}}
for name, config in configs.items():
    torch.manual_seed(5)
    model = transformers.AutoModelForCausalLM.from_config(config, attn_implementation="eager").eval()
    model.save_pretrained(here / name)
    (here / name / "generation_config.json").unlink(missing_ok=True)
    continuations = [greedy(model, prompt, 40) for prompt in prompts]
    golden["models"][name] = {"greedy": continuations, "loss_sums": losses(model, samples)}
(here / "golden.json").write_text(json.dumps(golden) + "\n")
