"""EDA as its paper and nltk do it, one row after the other. Usage: augment.py ROWS.jsonl FOLDER: WordNet's files are copied into FOLDER, where nltk wants them"""
import json
import pathlib
import random
import shutil
import sys
import time

import nltk
from nltk.corpus.reader import WordNetCorpusReader

PACKAGED = pathlib.Path("/usr/share/wordnet")
ALPHA = 0.1
LETTERS = set("abcdefghijklmnopqrstuvwxyz ")
STOP = set("a an the this that these those i me my we our you your he him his she her it its they them their what which who whom am is are "
           "was were be been being have has had do does did and but if or because as until while of at by for with about against between "
           "into through during before after above below to from up down in out on off over under again then once here there when where why "
           "how all any both each few more most other some such no nor not only own same so than too very can will just should now".split())


class WordNet(WordNetCorpusReader):
    def map_wn(self, version="wordnet"):
        """The files are that version's own: there is nothing to map, and nothing to look for in nltk's downloads."""


folder = pathlib.Path(sys.argv[2])
nltk.data.path.append(str(folder))  # it reads from no other folder
for file in PACKAGED.iterdir():
    shutil.copy(file, folder)
(folder / "lexnames").write_text("".join(f"{number:02d}\tfile.{number}\t1\n" for number in range(45)))
(folder / "README").write_text("WordNet 3.0\n")
(folder / "index.sense").write_text("")
wordnet = WordNet(str(folder), None)


def synonyms(word):
    found = set()
    for sense in wordnet.synsets(word):
        for name in sense.lemma_names():
            found.add("".join(c for c in name.replace("_", " ").replace("-", " ").lower() if c in LETTERS))
    found.discard(word)
    return list(found)


def replace(words, count):
    words = list(words)
    candidates = [word for word in set(words) if word not in STOP]
    random.shuffle(candidates)
    for candidate in candidates:
        found = synonyms(candidate)
        if found:
            chosen = random.choice(found)
            words = [chosen if word == candidate else word for word in words]
            count -= 1
        if count == 0:
            break
    return words


def insert(words, count):
    words = list(words)
    for _ in range(count):
        for _ in range(10):
            found = synonyms(random.choice(words))
            if found:
                words.insert(random.randint(0, len(words) - 1), random.choice(found))
                break
    return words


def swap(words, count):
    words = list(words)
    for _ in range(count):
        if len(words) > 1:
            first, second = random.sample(range(len(words)), 2)
            words[first], words[second] = words[second], words[first]
    return words


def delete(words):
    kept = [word for word in words if random.random() > ALPHA]
    return kept or [random.choice(words)]


wordnet.synsets("warm")  # reads the lexicon
start = time.monotonic()
made = 0
with open(sys.argv[1], encoding="utf8") as rows:
    for row in rows:
        words = "".join(c if c in LETTERS else " " for c in json.loads(row)["text"].lower()).split()
        if not words:
            continue
        count = max(1, int(ALPHA * len(words)))
        for varied in (replace(words, count), insert(words, count), swap(words, count), delete(words)):
            made += bool(" ".join(varied))
print(json.dumps({"rows": made, "seconds": time.monotonic() - start}))
