"""Every text of the window is in every language: none new, none unfinished, none left over."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

lupdate, root = sys.argv[1], pathlib.Path(sys.argv[2])


def texts(path):
    """(context, source, comment) to whether all its forms are there and hold the places of its values."""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source"), message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            whole = translation.get("type") is None and all(form.strip() for form in forms)
            places = all((f"%{place}" in source) == (f"%{place}" in form) for form in forms for place in "12345")
            found[context.findtext("name"), source, message.findtext("comment")] = whole and places
    return found


offences = []
for language, options in (("zh_CN", []), ("en", ["-pluralonly"])):
    kept = root / "translations" / f"anneal_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / kept.name
        shutil.copy(kept, fresh)
        command = [lupdate, "-locations", "none", "-no-obsolete", *options, root / "widgets", root / "app/studio", "-ts", fresh]
        subprocess.run(command, check=True, capture_output=True)
        now = texts(fresh)
    before = texts(kept)
    offences += [f"{language}: not in the file: {text}" for text in now.keys() - before.keys()]
    offences += [f"{language}: nobody says it any more: {text}" for text in before.keys() - now.keys()]
    offences += [f"{language}: not translated, or without its values: {text}" for text, whole in before.items() if not whole]
if offences:
    sys.exit("\n".join(sorted(offences)) + "\n`cmake --build build --target translations` brings new texts in")
