"""Encoding 10 MB of mixed text on one thread, in documents of 4,000 characters, beside Hugging Face tokenizers and tiktoken.

With the reference data beside the checkout: DeepSeek's and Qwen's vocabularies over real text in several languages;
without it, the small tokenizers of tests/golden over our own sources.
"""
import gzip
import json
import subprocess

CHARACTERS = 10_000_000
SUFFIXES = (".txt", ".json", ".jsonl")


def text_of(files):
    text = "".join(file.read_text(encoding="utf8", errors="ignore") for file in files)
    return (text * (1 + CHARACTERS // max(1, len(text.encode()))))[:CHARACTERS]


def subjects(source, work):
    """(name, file, peer, wanted ratio) of each, and the text's files."""
    shared = source.parent / "shared/data"
    if (shared / "tokenizers").exists():
        deepseek = work / "deepseek.json"
        deepseek.write_bytes(gzip.decompress((shared / "tokenizers/deepseek_tokenizer.json.gz").read_bytes()))
        qwen = shared / "tokenizers/qwen.tiktoken"
        corpus = [file for file in sorted((shared / "corpus").rglob("*")) if file.suffix in SUFFIXES]
        return [("deepseek", deepseek, "tokenizers", 10), ("qwen", qwen, "tiktoken", 1)], corpus
    golden = source / "tests/golden/tokenizers"
    sources = sorted([*source.glob("backend/**/*.cpp"), *golden.glob("*/vectors.json"), *source.glob("*.md")])
    return [(name, golden / name / "tokenizer.json", "tokenizers", 10) for name in ("deepseek", "qwen2")], sources


def run(bench):
    work = bench.folder("tokenizer")
    tokenizers, files = subjects(bench.source, work)
    text = work / "text.txt"
    with text.open("w", encoding="utf8", newline="") as out:
        out.write(text_of(files))
    for name, file, peer, wanted in tokenizers:
        done = subprocess.run([bench.build / "bin/anneal_bench_tokenizer", text, f"{name}={file}"], stdout=subprocess.PIPE, check=True)
        ours = json.loads(done.stdout)
        theirs = bench.python("peers/tokenizer.py", text, file, peer)
        if ours["tokens"] != theirs["tokens"]:
            raise SystemExit(f"error: {name} gives {ours['tokens']} tokens, {peer} {theirs['tokens']}")
        bench.figure(f"encode with {name}'s vocabulary, one thread", "MB/s", ours["mb_per_s"], peer, theirs["mb_per_s"], wanted)
