"""check_adapter.py BASE ADAPTER: loads an adapter of ours in PEFT and compares its logits with ADAPTER/golden.safetensors,
which our engine wrote. Exit 0 if they agree to 1e-5 of the largest logit."""
import sys
import peft, torch, transformers as T
from safetensors.torch import load_file

base, adapter = sys.argv[1:]
model = T.AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32, attn_implementation='eager')
model = peft.PeftModel.from_pretrained(model, adapter).eval()
golden = load_file(adapter + '/golden.safetensors')
starts = golden['starts'].tolist()
with torch.no_grad():
    logits = torch.cat([model(golden['ids'][a:b][None]).logits[0] for a, b in zip(starts, starts[1:])])
error = ((logits - golden['logits']).abs().max() / logits.abs().max()).item()
print('relative error', error)
sys.exit(error > 1e-5)
