"""tokenizer.py TEXT TOKENIZER tokenizers|tiktoken: encodes the text on one thread and prints one JSON line."""
import base64
import json
import os
import sys
import time

os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ["RAYON_NUM_THREADS"] = "1"
QWEN = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")


def encoder(file, library):
    if library == "tokenizers":
        from tokenizers import Tokenizer
        tokenizer = Tokenizer.from_file(file)
        return lambda text: tokenizer.encode(text, add_special_tokens=False).ids
    import tiktoken
    with open(file, "rb") as lines:
        ranks = {base64.b64decode(line.split()[0]): int(line.split()[1]) for line in lines if line.strip()}
    return tiktoken.Encoding("ranks", pat_str=QWEN, mergeable_ranks=ranks, special_tokens={}).encode_ordinary


def main():
    path, file, library = sys.argv[1:4]
    with open(path, encoding="utf8", newline="") as handle:
        text = handle.read()
    texts = [text[i:i + 4000] for i in range(0, len(text), 4000)]
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    encode = encoder(file, library)
    encode(texts[0])
    started = time.perf_counter()
    tokens = sum(len(encode(t)) for t in texts)
    print(json.dumps({"tokenizer": library, "mb_per_s": round(megabytes / (time.perf_counter() - started), 2), "tokens": tokens}))


if __name__ == "__main__":
    main()
