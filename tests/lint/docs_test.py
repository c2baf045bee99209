"""The check of docs/ finds each kind of offence, and nothing where all is well."""
import pathlib
import tempfile
import unittest

import docs

PROGRAM = {"app/cli/verbs/chat.cpp": 'return {"chat", "Ask",', "app/cli/verbs/data.cpp": 'return {"data", "Rows",',
           "app/cli/verbs/data_import.cpp": 'return {\n"import", "Read",', "app/cli/verbs/models.cpp": 'return {"models", "M", app.add_subcommand("list", ""'}
GOOD = {"docs/guide/en/a.md": "# A\n[b](b.md#c) `anneal data import F` `anneal chat hello`\n", "docs/guide/en/b.md": "# B\n",
        "docs/guide/zh/a.md": "# 甲\n```\nanneal models list\n# note\n```\n", "docs/guide/zh/b.md": "# 乙\n"}


def check(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in (PROGRAM | GOOD | files).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf8")
        return list(docs.offences(root))


class Docs(unittest.TestCase):
    def test_pages_that_fit_pass(self):
        self.assertEqual(check({}), [])

    def test_each_offence_is_found(self):
        for files, words in [
            ({"docs/guide/en/b.md": "# B\n[c](c.md)\n"}, "c.md is not there"),
            ({"docs/guide/en/b.md": "# B\n![c](../images/en/c.png)\n"}, "c.png is not there"),
            ({"docs/guide/en/b.md": "# B\n![ ](a.md)\n"}, "picture without words"),
            ({"docs/guide/en/c.md": "# C\n"}, "one language alone"),
            ({"docs/guide/zh/b.md": "# 乙\n## 丙\n"}, "other headings"),
            ({"docs/guide/en/b.md": "# B\n`anneal fly`\n"}, "no anneal fly"),
            ({"docs/guide/zh/b.md": "# 乙\n```\n$ anneal data fly\n```\n"}, "no anneal data fly"),
            ({"docs/guide/zh/b.md": "# 乙\n```\nanneal models fly\n```\n"}, "no anneal models fly"),
        ]:
            with self.subTest(words):
                found = check(files)
                self.assertEqual(len(found), 1, found)
                self.assertIn(words, found[0])


if __name__ == "__main__":
    unittest.main()
