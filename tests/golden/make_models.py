"""Writes tests/golden/models: small random models saved by transformers, adapters saved by PEFT, and the logits both give.
Each folder holds golden.safetensors: ids [n], starts [sequences + 1], logits [n, vocab] of each sequence on its own, FP32.
Run with the versions that models/VERSIONS.json records."""
import json, pathlib, shutil
import peft, torch, transformers as T
from safetensors.torch import save_file

out = pathlib.Path(__file__).resolve().parent / 'models'
shutil.rmtree(out, ignore_errors=True)
VOCAB, LENGTHS = 96, [21, 1, 13]
common = dict(vocab_size=VOCAB, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4,
              max_position_embeddings=64, initializer_range=0.2, bos_token_id=1, eos_token_id=2)
llama3 = dict(rope_type='llama3', rope_theta=500000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=32)
models = {
    'llama': T.LlamaConfig(**common, num_key_value_heads=4, tie_word_embeddings=False),
    'llama_gqa_tied_llama3': T.LlamaConfig(**common, num_key_value_heads=2, tie_word_embeddings=True, rope_parameters=llama3),
    'llama_biases_linear': T.LlamaConfig(**common, num_key_value_heads=1, head_dim=16, attention_bias=True, mlp_bias=True, rms_norm_eps=1e-5,
                                         rope_parameters=dict(rope_type='linear', rope_theta=10000.0, factor=4.0)),
    'qwen2_tied': T.Qwen2Config(**common, num_key_value_heads=2, tie_word_embeddings=True),
    'qwen2_window': T.Qwen2Config(**common, num_key_value_heads=4, tie_word_embeddings=False, use_sliding_window=True, sliding_window=5, max_window_layers=1),
    'qwen3': T.Qwen3Config(**common, num_key_value_heads=2, head_dim=16, tie_word_embeddings=False, rope_parameters=dict(rope_type='default', rope_theta=1000000.0)),
    'qwen3_bf16_sharded': T.Qwen3Config(**common, num_key_value_heads=2, head_dim=16, tie_word_embeddings=True),
}
adapters = {
    'adapter_qwen2': ('qwen2_tied', dict(r=4, lora_alpha=8, target_modules='all-linear')),
    'adapter_llama_rslora': ('llama', dict(r=3, lora_alpha=5, use_rslora=True, target_modules=['q_proj', 'v_proj', 'down_proj'])),
}


def golden(model, folder):
    generator = torch.Generator().manual_seed(7)
    sequences = [torch.randint(VOCAB, (n,), generator=generator) for n in LENGTHS]
    with torch.no_grad():
        logits = torch.cat([model(s[None]).logits[0].float() for s in sequences])
    starts = torch.tensor([0] + LENGTHS).cumsum(0)
    save_file({'ids': torch.cat(sequences), 'starts': starts, 'logits': logits.contiguous()}, folder / 'golden.safetensors')


def randomise(model, seed):
    torch.manual_seed(seed)
    with torch.no_grad():
        for name, p in model.named_parameters():
            if name.endswith('bias'): p.normal_(0, 0.3)
            elif 'norm' in name: p.uniform_(0.5, 1.5)
            elif 'lora_B' in name: p.normal_(0, 0.2)


def make(name):
    torch.manual_seed(len(name))
    config = models[name]
    config._attn_implementation = 'eager'
    model = T.AutoModelForCausalLM.from_config(config).float().eval()
    randomise(model, len(name))
    return model


for name in models:
    model = make(name)
    folder = out / name
    if 'bf16' in name:
        model = model.to(torch.bfloat16)
    model.save_pretrained(folder, **(dict(max_shard_size='20kB') if 'sharded' in name else {}))
    golden(T.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation='eager').eval(), folder)
for name, (base, config) in adapters.items():
    model = peft.get_peft_model(make(base), peft.LoraConfig(task_type='CAUSAL_LM', **config)).eval()
    for i, (n, p) in enumerate(model.named_parameters()):
        if 'lora_B' in n:
            with torch.no_grad(): p.normal_(0, 0.2)
    model.save_pretrained(out / name)
    (out / name / 'README.md').unlink(missing_ok=True)
    golden(model, out / name)
for file in out.rglob('generation_config.json'):
    file.unlink()
(out / 'VERSIONS.json').write_text(json.dumps(dict(torch=torch.__version__, transformers=T.__version__, peft=peft.__version__)) + '\n')
