#!/usr/bin/env python3
"""Writes tokenizers/NAME/tokenizer.json and tokenizers/NAME/vectors.json with Hugging Face tokenizers 0.23.3.

Each small tokenizer is trained on the texts below and covers components that real models use; its vectors hold what
`tokenizers` answers: ids without and with special tokens, and the decoded texts.
    python3 make_tokenizers.py
"""
import json
import pathlib

import tokenizers
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

OUT = pathlib.Path(__file__).parent / "tokenizers"
GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
LLAMA3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
QWEN2 = LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")
QWEN35 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
GPT4O = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
         r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
         r"\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")
DEEPSEEK = [r"\p{N}{1,3}", "[一-龥぀-ゟ゠-ヿ]+",
            "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\r\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\r\n]*|\\s*[\r\n]+|\\s+(?!\\S)|\\s+"]
DEEPSEEK_CODER = [r"[\r\n]", r"\s?\p{L}+", r"\s?\p{P}+", "[一-龥ࠀ-一가-퟿]+", r"\p{N}"]

TEXTS = [
    "", " ", "  ", "a", "\n", "\t\t", "Hello, world!", "   leading and trailing   ", "I'm you're WE'LL they'VE don'T it'ſ",
    "The quick brown fox jumps over the lazy dog. The dog sleeps; the fox does not.",
    "line one\nline two\r\nline three\n\n\n  indented\n\t tab \n", "x  y   z    end", "12345 3.14159 1,000,000 ½ ² ٣٤ Ⅷ",
    "def f(x):\n    return {'a': x ** 2, \"b\": [1, 2]}  # comment\n", "if (a && b || !c) { i++; } // ok\n<div class=\"x\">&nbsp;</div>",
    "https://example.org/path?query=1&other=two#part user@example.org", "中文分词测试,今天天气不错。深度学习模型！", "日本語のテキスト、カタカナとひらがな。",
    "한국어 문장입니다. 안녕하세요", "Привет, мир! Ещё один тест.", "مرحبا بالعالم ١٢٣", "नमस्ते दुनिया, यह एक परीक्षण है", "ภาษาไทยไม่มีช่องว่าง",
    "Ελληνικά κείμενα ΣΊΣΥΦΟΣ", "naïve café résumé Å Å e\u0301 ﬁ ﬂ Ａｂｃ ① İstanbul Straße ẞ", "👍🏽 👩‍👩‍👧‍👦 🇩🇪 😀😀 ☃ ❤️", "zero\u200bwidth \u00a0nbsp\u3000wide\u2028sep\u0085nel \ufeffbom",
    "control \x00 \x01 \x7f \ufffd chars", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "internationalization misunderstanding unbelievable-looking co-operate", "▁meta▁space ▁ ▁▁ x▁y", "<s>bos</s> <unk> [CLS] [MASK] [SEP]",
    "<|im_start|>user\nHi there<|im_end|>\n<|endoftext|>", "<mask>  <mask> word<mask>word", "Yesterday yesterdays YESTERDAY  yesterday, ok", "tok a tok,tok b-tok c",
    "      ", "a\n b\n  c\n   d", "'s 't 're ' '' it's", "$100 €5 50% #tag @me *bold* _under_ ~x~ `code`", "e\u0301\u0301 \u0301a o\u0308\u0323", "ab ab ab low lower lowest newest widest",
]


def bpe(tokenizer, size=420, alphabet=(), special=(), **options):
    trainer = trainers.BpeTrainer(vocab_size=size, initial_alphabet=list(alphabet), special_tokens=list(special), show_progress=False, **options)
    tokenizer.train_from_iterator([text for text in TEXTS for _ in range(3)], trainer)
    return tokenizer


def byte_level(pre, normalizer=None, size=480, special=("<|endoftext|>", "<|im_start|>", "<|im_end|>"), **model):
    t = Tokenizer(models.BPE(**model))
    t.pre_tokenizer = pre
    if normalizer:
        t.normalizer = normalizer
    t.decoder = decoders.ByteLevel()
    t.post_processor = processors.ByteLevel(trim_offsets=False)
    return bpe(t, size, pre_tokenizers.ByteLevel.alphabet(), special)


def splits(patterns):
    steps = [pre_tokenizers.Split(Regex(p), "isolated") for p in patterns]
    return pre_tokenizers.Sequence(steps + [pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def edited(tokenizer, edit):
    document = json.loads(tokenizer.to_str())
    edit(document)
    return Tokenizer.from_str(json.dumps(document))


def gpt2():
    return byte_level(pre_tokenizers.ByteLevel(add_prefix_space=False))


def roberta():
    t = byte_level(pre_tokenizers.ByteLevel(add_prefix_space=True), special=("<s>", "<pad>", "</s>", "<unk>"))
    t.add_special_tokens([AddedToken("<mask>", lstrip=True, special=True)])
    t.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    return t


def llama3():
    t = byte_level(splits([LLAMA3]), special=("<|begin_of_text|>", "<|im_start|>", "<|im_end|>"))
    t = edited(t, lambda d: d["model"].update(ignore_merges=True))
    t.post_processor = processors.Sequence([processors.ByteLevel(trim_offsets=True), processors.TemplateProcessing(
        single="<|begin_of_text|> $A", pair="<|begin_of_text|> $A <|begin_of_text|>:1 $B:1", special_tokens=[("<|begin_of_text|>", 0)])])
    return t


def neox():
    t = byte_level(pre_tokenizers.ByteLevel(add_prefix_space=False), normalizers.NFC(), special=("<|endoftext|>",))
    t.add_tokens([AddedToken(" " * n, normalized=n % 2 == 0) for n in range(2, 7)])
    return t


def nearly_bytes():
    """A byte-level vocabulary without all the bytes, and an unknown token."""
    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=False))
    t.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    t.decoder = decoders.ByteLevel()
    return bpe(t, 120, special=["<unk>"], limit_alphabet=60)


def llama2(fuse=True, space="normalizer"):
    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=fuse, byte_fallback=True))
    if space == "normalizer":
        t.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    else:
        t.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme=space, split=space != "first")
    steps = [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    t.decoder = decoders.Sequence(steps)
    special = ["<unk>", "<s>", "</s>"] + [f"<0x{b:02X}>" for b in range(256)]
    bpe(t, 560, special=special, limit_alphabet=90)

    def bytes_are_plain(d):
        d["added_tokens"] = d["added_tokens"][:3]
    t = edited(t, bytes_are_plain)
    t.post_processor = processors.TemplateProcessing(single="<s> $A </s>", pair="<s> $A </s> <s>:1 $B:1 </s>:1",
                                                     special_tokens=[("<s>", 1), ("</s>", 2)])
    return t


def gemma():
    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=False))
    t.normalizer = normalizers.Replace(" ", "▁")
    t.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    t.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    return bpe(t, 330, special=["<unk>", "<s>", "</s>"], limit_alphabet=120)


def metaspace_decoder():
    t = Tokenizer(models.BPE(unk_token="<unk>"))
    t.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    t.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")])
    t.decoder = decoders.Metaspace(prepend_scheme="always")
    return bpe(t, 330, special=["<unk>"], limit_alphabet=120)


def bert(lowercase=True):
    t = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=100))
    t.normalizer = normalizers.BertNormalizer(lowercase=lowercase, strip_accents=None, clean_text=True, handle_chinese_chars=True)
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    t.decoder = decoders.WordPiece(cleanup=lowercase)
    trainer = trainers.WordPieceTrainer(vocab_size=520, special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"], limit_alphabet=220, show_progress=False)
    t.train_from_iterator(TEXTS, trainer)
    if lowercase:
        t.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    else:
        t.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return t


def word_level():
    t = Tokenizer(models.WordLevel(unk_token="[UNK]"))
    t.normalizer = normalizers.Sequence([normalizers.Strip(left=True, right=True), normalizers.NFD(), normalizers.StripAccents(), normalizers.Lowercase()])
    t.pre_tokenizer = pre_tokenizers.Whitespace()
    t.train_from_iterator(TEXTS, trainers.WordLevelTrainer(vocab_size=400, special_tokens=["[UNK]"], show_progress=False))
    return t


def clip():
    t = Tokenizer(models.BPE(unk_token="<unk>", end_of_word_suffix="</w>", fuse_unk=False))
    t.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()])
    t.pre_tokenizer = pre_tokenizers.Split(Regex(r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"), "removed", invert=True)
    t.decoder = decoders.BPEDecoder(suffix="</w>")
    return bpe(t, 420, special=["<unk>"], limit_alphabet=110, end_of_word_suffix="</w>")


def continuing():
    t = Tokenizer(models.BPE(unk_token="<unk>", continuing_subword_prefix="##", fuse_unk=True))
    t.normalizer = normalizers.NFKD()
    t.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation(behavior="contiguous"), pre_tokenizers.Digits(individual_digits=True)])
    t.decoder = decoders.WordPiece(prefix="##", cleanup=False)
    return bpe(t, 420, special=["<unk>"], limit_alphabet=110, continuing_subword_prefix="##")


def behaviours():
    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=False))
    t.normalizer = normalizers.Strip(left=True, right=False)
    t.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.CharDelimiterSplit("-"), pre_tokenizers.Punctuation(behavior="merged_with_previous"), pre_tokenizers.Split(" ", "merged_with_next"),
        pre_tokenizers.Digits(individual_digits=False), pre_tokenizers.Split(Regex(r"[aeiou]+"), "contiguous"), pre_tokenizers.Split(Regex(r"(?=[A-Z])"), "isolated"),
        pre_tokenizers.FixedLength(7)])
    return bpe(t, 330, special=["<unk>"], limit_alphabet=150)


def added():
    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True))
    t.normalizer = normalizers.Lowercase()
    t.pre_tokenizer = pre_tokenizers.Whitespace()
    t = bpe(t, 260, special=["<unk>"], limit_alphabet=100)
    t.add_tokens([AddedToken("Yesterday", normalized=True), AddedToken("tok", single_word=True, normalized=False), AddedToken("fox", lstrip=True, rstrip=True, normalized=True),
                  AddedToken("the d", normalized=True), AddedToken("  ", normalized=False)])
    t.add_special_tokens([AddedToken("<mask>", lstrip=True, special=True), AddedToken("<s>", rstrip=True, special=True), AddedToken("<s>b", special=True)])
    return t


TOKENIZERS = {
    "gpt2": gpt2, "roberta": roberta, "llama3": llama3, "neox": neox, "nearly_bytes": nearly_bytes, "llama2": llama2,
    "qwen2": lambda: byte_level(splits([QWEN2]), normalizers.NFC()), "qwen35": lambda: byte_level(splits([QWEN35]), normalizers.NFC()),
    "gpt4o": lambda: byte_level(splits([GPT4O])), "deepseek": lambda: byte_level(splits(DEEPSEEK), normalizers.Sequence([])),
    "deepseek_coder": lambda: byte_level(splits(DEEPSEEK_CODER)),
    "byte_normalizer": lambda: byte_level(pre_tokenizers.Split(Regex("Ġ"), "merged_with_next"), normalizers.ByteLevel(), special=()),
    "metaspace_first": lambda: llama2(fuse=False, space="first"), "metaspace_always": lambda: llama2(space="always"),
    "metaspace_never": lambda: llama2(space="never"), "metaspace_decoder": metaspace_decoder, "gemma": gemma, "bert": bert, "bert_cased": lambda: bert(False),
    "word_level": word_level, "clip": clip, "continuing": continuing, "behaviours": behaviours, "added": added,
}


def vector(tokenizer, text):
    ids = tokenizer.encode(text, add_special_tokens=False).ids
    special = tokenizer.encode(text).ids
    return {"text": text, "ids": ids, "special": special, "decoded": tokenizer.decode(ids, skip_special_tokens=False) if ids else "",
            "skipped": tokenizer.decode(special, skip_special_tokens=True) if special else ""}


def main():
    for name, make in TOKENIZERS.items():
        folder = OUT / name
        folder.mkdir(parents=True, exist_ok=True)
        tokenizer = make()
        (folder / "tokenizer.json").write_text(json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")
        document = {"made_with": f"tokenizers {tokenizers.__version__}", "vectors": [vector(tokenizer, text) for text in TEXTS]}
        (folder / "vectors.json").write_text(json.dumps(document, ensure_ascii=True, indent=None, separators=(",", ":")) + "\n", encoding="utf8")
        print(name, tokenizer.get_vocab_size())


if __name__ == "__main__":
    main()
