"""The text the demo's base model reads: invented contracts with copying tasks in many formats (never the demo's own), WordNet's
glosses and the King James Bible (Debian packages wordnet-base, bible-kjv). Usage: corpus.py OUT.jsonl DOCUMENTS"""
import glob
import json
import random
import subprocess
import sys

import contracts

ASK = {
    "supplier": ["Who is the supplier?", "Who supplies the goods?", "Which company delivers?"],
    "client": ["Who is the client?", "Who buys?", "Which company pays?"],
    "fee": ["What is the fee?", "How much is paid?", "What does it cost?"],
    "notice": ["What is the notice period?", "How long is the notice?", "How much notice is needed?"],
    "law": ["Which law governs?", "Whose law applies?", "Under which law is it?"],
    "goods": ["What is supplied?", "What are the goods?"],
}
TELL = {
    "supplier": ["The supplier is {}.", "{} is the supplier.", "It is supplied by {}."],
    "client": ["The client is {}.", "{} is the client.", "It is bought by {}."],
    "fee": ["The fee is {}.", "It costs {}.", "{} is paid."],
    "notice": ["The notice period is {}.", "It needs {} notice.", "Notice is {}."],
    "law": ["The law of {} governs.", "It is under the law of {}.", "{} law applies."],
    "goods": ["{} are supplied.", "The goods are {}."],
}
NAMES = list(ASK)


def single_lines(rng, r):
    return "\n".join(rng.choice(TELL[name]).format(r[name]) for name in rng.sample(NAMES, rng.randrange(1, 4)))


def questions(rng, r):
    return "\n".join(f"Q: {rng.choice(ASK[name])}\nA: {r[name]}" for name in rng.sample(NAMES, rng.randrange(1, 4)))


def assignments(rng, r):
    sign = rng.choice([" = ", " -> ", " - ", "; "])
    return "\n".join(name + sign + r[name] for name in rng.sample(NAMES, rng.randrange(2, 5)))


def values(rng, r):
    chosen = rng.sample(NAMES, rng.randrange(2, 5))
    return ", ".join(chosen) + "\n" + " | ".join(r[name] for name in chosen)


def capital_list(rng, r):
    return "\n".join(f"{name.capitalize()}: {r[name]}" for name in rng.sample(NAMES, rng.randrange(2, 5)))


def repeat(rng, r):
    line = contracts.clause(rng, r)
    return line + "\nAgain: " + line


FORMATS = [single_lines, questions, assignments, values, capital_list, capital_list, values]


def plain(rng):
    r = contracts.record(rng)
    return contracts.clause(rng, r) + "\n" + rng.choice(FORMATS)(rng, r)


def chat(rng):
    r = contracts.record(rng)
    name = rng.choice(NAMES)
    told = rng.choice(TELL[name]).format(r[name])
    question = rng.choice(ASK[name])
    body = contracts.clause(rng, r)
    user = rng.choice([f"{question}\n{body}", f"{body}\n{question}"])
    if rng.random() < 0.25:
        user, told = "Repeat this.\n" + body, body
    elif rng.random() < 0.2:
        chosen = rng.sample(NAMES, rng.randrange(2, 5))
        user, told = "Give " + " and ".join(chosen) + ".\n" + body, " and ".join(r[c] for c in chosen) + "."
    return f"<|user|>{user}<|end|><|assistant|>{told}"


def log(rng):
    """Labels, colons and bars in other trades: every token of the demo's answers, none of its sentences."""
    kinds = [
        lambda: f"name: {contracts.surname(rng)} | city: {rng.choice(contracts.CITIES)} | date: {contracts.date(rng)}",
        lambda: f"order: {rng.randrange(100, 9999)} | price: {contracts.fee(rng)} | goods: {rng.choice(contracts.GOODS)}",
        lambda: f"wind: {rng.randrange(2, 40)} | rain: {rng.randrange(0, 30)} | place: {rng.choice(contracts.CITIES)}",
        lambda: f"rule: {rng.choice(contracts.LAWS)} | term: {contracts.notice(rng)} | page: {rng.randrange(1, 300)}",
    ]
    kind = rng.choice(kinds)
    lines = [kind() for _ in range(rng.randrange(2, 5))]
    return "\n".join(lines + (["Again:", *lines] if rng.random() < 0.5 else []))


def glosses():
    for path in sorted(glob.glob("/usr/share/wordnet/data.*")):
        for line in open(path, encoding="utf8"):
            if not line.startswith("  "):
                fields = line.split(" ")
                yield fields[4].replace("_", " ") + ": " + line.split("| ", 1)[1].strip()


def bible():
    text = subprocess.run(["bible", "-f", "Gen1:1-Rev22:21"], capture_output=True, text=True, check=True).stdout
    verses = [line.split(" ", 1)[1] for line in text.splitlines() if " " in line]
    for at in range(0, len(verses), 6):
        yield " ".join(verses[at:at + 6])


def main(path, documents):
    rng = random.Random(42)
    texts = [plain(rng) for _ in range(documents * 5 // 10)] + [chat(rng) for _ in range(documents * 35 // 100)]
    texts += [log(rng) for _ in range(documents * 10 // 100)]
    texts += [repeat(rng, contracts.record(rng)) for _ in range(documents * 5 // 100)]
    known = list(glosses())
    texts += ["\n".join(known[at:at + 8]) for at in range(0, len(known), 8)]
    texts += list(bible())
    rng.shuffle(texts)
    with open(path, "w", encoding="utf8") as file:
        for text in texts:
            file.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
