"""A Qwen2 shape of 30 million random weights with a byte-level BPE of the rows' own text. Usage: make_model.py ROWS.jsonl FOLDER"""
import json
import sys

import torch
import transformers
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

rows, folder = sys.argv[1:3]
PATTERN = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
tokenizer = Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
    [pre_tokenizers.Split(Regex(PATTERN), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
tokenizer.decoder = decoders.ByteLevel()
texts = [row["prompt"] + row["completion"] for row in map(json.loads, open(rows, encoding="utf8"))]
tokenizer.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=32767, special_tokens=["<|end|>"], show_progress=False,
                                                         initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
torch.manual_seed(0)
config = transformers.Qwen2Config(vocab_size=32768, hidden_size=512, intermediate_size=1408, num_hidden_layers=8, num_attention_heads=8,
                                  num_key_value_heads=4, tie_word_embeddings=True, bos_token_id=None, eos_token_id=tokenizer.token_to_id("<|end|>"))
transformers.Qwen2ForCausalLM(config).save_pretrained(folder)
transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<|end|>", pad_token="<|end|>").save_pretrained(folder)
