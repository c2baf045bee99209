#!/usr/bin/env python3
"""Compares random texts and random ids with Hugging Face tokenizers, tokenizer by tokenizer.

    python3 fuzz_tokenizers.py BUILD/bin/anneal_tokenizer_lines [--rounds N] [--seed S] [TOKENIZER.json…]
"""
import argparse
import json
import pathlib
import random
import subprocess
import unicodedata

from tokenizers import Tokenizer

RANGES = [(0x20, 0x7E), (0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x590, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F),
          (0x2000, 0x206F), (0x2100, 0x2BFF), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFB00, 0xFFFD), (0x1F300, 0x1F6FF), (0, 0x1F), (1, 0x10FFFF)]
WORDS = ["the", "The", "'s", "'LL", "don't", "  ", "\n\n", " \n ", "\r\n", "\t", "123", "4567", "tok", "fox", "Yesterday", "<s>", "<mask>", "<|im_start|>", "▁", "Ġ", "##",
         "-", "--", "...", "的", "中文字", "カタカナ", "e\u0301", "ſ", "İ", "ß", "👩‍👩‍👧", "\u200b", "\u00a0", "<0x41>", "</s>", "[MASK]", "aeiou", "://"]


def character(rng):
    while True:
        low, high = rng.choice(RANGES)
        c = chr(rng.randint(low, high))
        if unicodedata.category(c) not in ("Cs", "Cn"):
            return c


def text(rng):
    return "".join(rng.choice(WORDS) if rng.random() < 0.4 else (" " if rng.random() < 0.2 else character(rng)) for _ in range(rng.randint(0, 60)))


def compare(program, file, rounds, seed):
    rng = random.Random(seed)
    reference = Tokenizer.from_file(str(file))
    rows = [{"text": text(rng), "special": rng.random() < 0.3} for _ in range(rounds)]
    rows += [{"ids": [rng.randrange(reference.get_vocab_size()) for _ in range(rng.randint(1, 30))]} for _ in range(rounds // 4)]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    answers = subprocess.run([program, str(file)], input=lines, capture_output=True, text=True, encoding="utf8", check=True).stdout.split("\n")[:-1]
    failures = 0
    for row, line in zip(rows, answers, strict=True):
        ours = json.loads(line)
        ids = row["ids"] if "ids" in row else reference.encode(row["text"], add_special_tokens=row["special"]).ids
        decoded = reference.decode(ids, skip_special_tokens=False) if ids else ""
        skipped = reference.decode(ids, skip_special_tokens=True) if ids and any(not is_special(reference, i) for i in ids) else ""
        for what, expected, found in (("ids", ids, ours["ids"]), ("decoded", decoded, ours["decoded"]), ("skipped", skipped, ours["skipped"])):
            if expected != found:
                failures += 1
                if failures <= 3:
                    print(f"  {what} of {row}:\n    expected {expected!r}\n    found    {found!r}")
    print(f"{file}: {len(rows)} rows, {failures} differences")
    return failures


def is_special(reference, token_id):
    token = reference.get_added_tokens_decoder().get(token_id)
    return token is not None and token.special


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    golden = sorted((pathlib.Path(__file__).parent / "tokenizers").glob("*/tokenizer.json"))
    failures = sum(compare(options.program, file, options.rounds, options.seed) for file in options.files or golden)
    raise SystemExit(failures > 0)


if __name__ == "__main__":
    main()
