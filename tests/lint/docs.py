"""Holds docs/ to what is there: links and pictures, the same pages and headings in both languages, verbs that the program has."""
import pathlib
import re
import sys

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(")
HEADING = re.compile(r"^(#+) ", re.M)
FENCE = re.compile(r"^```.*?^```", re.M | re.S)
CALL = re.compile(r"(?:^(?:\$ )?|`|\| |\$\()anneal ([a-z]+)(?: ([a-z]+))?", re.M)
VERB = re.compile(r'(?:return (?:Verb)?\s*\{|Verb\{|onRun\(|steering\()\s*"([a-z]+)"')
INNER = re.compile(r'add_subcommand\("([a-z]+)"')


def verbs(root):
    """{verb: what may follow it}, empty where it has no verbs of its own. A group's verbs are in GROUP_*.cpp or in GROUP.cpp."""
    folder = root / "app" / "cli" / "verbs"
    texts = {path.stem: path.read_text(encoding="utf8") for path in sorted(folder.glob("*.cpp"))}
    found, inner = {}, {}
    for stem, text in texts.items():
        group = stem.split("_")[0]
        if "_" in stem and group in texts:
            inner.setdefault(group, set()).update(VERB.findall(text))
        else:
            found.update({name: set(INNER.findall(text)) for name in VERB.findall(text)})
    return {name: own | inner.get(name, set()) for name, own in found.items()}


def links(root):
    for page in sorted((root / "docs").rglob("*.md")):
        name, text = page.relative_to(root), FENCE.sub("", page.read_text(encoding="utf8"))
        for target in LINK.findall(text):
            path = target.split("#")[0]
            if path and "://" not in path and not (page.parent / path).exists():
                yield f"{name}: {target} is not there"
        if "" in (words.strip() for words in PICTURE.findall(text)):
            yield f"{name}: a picture without words"


def languages(root):
    pages = {language: {path.name: FENCE.sub("", path.read_text(encoding="utf8")) for path in (root / "docs/guide" / language).glob("*.md")}
             for language in ("en", "zh")}
    for name in sorted(pages["en"].keys() ^ pages["zh"].keys()):
        yield f"docs/guide: {name} is there in one language alone"
    for name in sorted(pages["en"].keys() & pages["zh"].keys()):
        if HEADING.findall(pages["en"][name]) != HEADING.findall(pages["zh"][name]):
            yield f"docs/guide: {name} has other headings in the other language"


def calls(root):
    known = verbs(root)
    for page in sorted((root / "docs").rglob("*.md")):
        for verb, second in CALL.findall(page.read_text(encoding="utf8")):
            if verb not in known:
                yield f"{page.relative_to(root)}: there is no anneal {verb}"
            elif second and known[verb] and second not in known[verb]:
                yield f"{page.relative_to(root)}: there is no anneal {verb} {second}"


def offences(root):
    yield from links(root)
    yield from languages(root)
    yield from calls(root)


if __name__ == "__main__":
    found = list(offences(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "the documentation fits the program")
    sys.exit(1 if found else 0)
