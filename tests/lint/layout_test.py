"""The layout check finds each kind of offence, and nothing in a tree that keeps the rules."""
import pathlib
import tempfile
import unittest

import layout


def check(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf8")
        return list(layout.offences(root))


class Layout(unittest.TestCase):
    def test_a_clean_tree_passes(self):
        self.assertEqual(check({"backend/nn/a.cpp": '#include <ATen/ATen.h>\n#include "base/log.h"\n', "backend/base/log.h": "#pragma once\n",
                                "widgets/shell/a.cpp": '#include <QWidget>\n#include "theme/b.h"\n#include "runs/c.h"\n', "widgets/theme/b.h": "QColor(0x112233)\n",
                                "widgets/charts/plot/library.h": "#include <qcustomplot.h>\n", "bench/charts.cpp": "#include <QWidget>\n",
                                "widgets/charts/plot/a.cpp": '#include "charts/plot/library.h"\n'}), [])

    def test_each_offence_is_found(self):
        for files, words in [
            ({"backend/base/a.cpp": '#include "text/x.h"\n'}, "folder above"),
            ({"backend/data/a.cpp": "#include <torch/torch.h>\n"}, "below the line"),
            ({"backend/runs/a.h": "#include <QString>\n"}, "Qt outside"),
            ({"backend/nn/a.cpp": '#include <ATen/ATen.h>\n#include "nn/b.h"\n', "backend/nn/b.h": "#include <fmt/format.h>\n"}, "both LibTorch and spdlog"),
            ({"backend/oddity/a.cpp": ""}, "not a folder"),
            ({"widgets/controls/a.cpp": '#include "pages/x.h"\n'}, "of the window above"),
            ({"widgets/charts/a.cpp": '#include "runs/x.h"\n'}, "only draws"),
            ({"widgets/pages/a.cpp": '#include "studio/x.h"\n'}, "the window includes"),
            ({"widgets/pages/a.cpp": 'label->setStyleSheet(text);\n'}, "colour of its own"),
            ({"widgets/pages/a.cpp": 'QColor(0x112233)\n'}, "colour of its own"),
            ({"widgets/oddity/a.cpp": ""}, "not a folder"),
            ({"widgets/charts/chart.cpp": "#include <qcustomplot.h>\n"}, "includes QCustomPlot"),
            ({"widgets/pages/a.cpp": '#include "charts/chart.h"\n', "widgets/charts/chart.h": '#include "charts/plot/library.h"\n',
              "widgets/charts/plot/library.h": "#include <qcustomplot.h>\n"}, "widgets/charts' own"),
            ({"widgets/pages/a.cpp": '#include <QWidget>\n#include "nn/b.h"\n', "backend/nn/b.h": "#include <torch/torch.h>\n"}, "both LibTorch and Qt"),
            ({"app/cli/a.cpp": '#include "nn/b.h"\n', "backend/nn/b.h": "#include <ATen/ATen.h>\n"}, "other than anneal-engine"),
        ]:
            found = check(files)
            self.assertTrue(any(words in offence for offence in found), (words, found))


if __name__ == "__main__":
    unittest.main()
