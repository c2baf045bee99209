"""Holds the rules of the layout: layers, where Qt and LibTorch may appear, what may meet in one translation unit, no cycles."""
import pathlib
import re
import sys

# Lowest first; a folder includes from itself and from folders before it.
LAYERS = ["base", "store", "jobs", "system", "text", "data", "vision", "audio", "catalogue", "track", "runs",
          "kernels", "nn", "generate", "train", "evaluate", "compress", "export", "serve"]
WINDOW_LAYERS = ["theme", "controls", "charts", "models", "bridge", "wizard", "pages", "shell"]
DRAWN_ALONE = {"theme", "controls", "charts"}  # of the backend these know base and nothing else
TORCH_FROM = LAYERS.index("kernels")
TORCH_FREE = {"serve"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
TORCH = re.compile(r"^(torch|ATen|c10|caffe2)/")
QT = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*|qcustomplot\.h)$")
COLOUR = re.compile(r'QColor\(\s*(0x|"#|u"#|\d)|\bQt::(white|black|red|green|blue|cyan|magenta|yellow|gray|dark\w+|light\w+)\b|qRgba?\(|setStyleSheet\(')
PLOT_LIBRARY = "qcustomplot.h"
PLOT_WRAPPER = pathlib.Path("widgets/charts/plot/library.h")  # the one file that includes it
PLOT_FOLDERS = (("widgets", "charts"), ("tests", "widgets", "charts"))  # the ones that may see it
CLASHING = re.compile(r"^(spdlog|fmt|google/protobuf)/")


def sources(root):
    for top in ("backend", "app", "widgets", "tests", "bench"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp", ".cu", ".cuh"):
                yield path.relative_to(root)


def includes(root, path):
    return INCLUDE.findall((root / path).read_text(encoding="utf8"))


def reachable(root, path, seen):
    """Every header that `path` sees, ours followed."""
    for kind, name in includes(root, path):
        yield name
        for base in ("backend", "widgets", "app", "tests", "."):
            ours = pathlib.Path(base) / name
            if kind == '"' and (root / ours).is_file() and ours not in seen:
                seen.add(ours)
                yield from reachable(root, ours, seen)


def window_offences(root, path):
    """Of a file below widgets/FOLDER."""
    folder = path.parts[1]
    if folder not in WINDOW_LAYERS:
        yield f"{path}: widgets/{folder} is not a folder of the architecture"
        return
    for kind, name in includes(root, path):
        target = name.split("/")[0]
        if kind == '"' and target in WINDOW_LAYERS and WINDOW_LAYERS.index(target) > WINDOW_LAYERS.index(folder):
            yield f"{path}: includes {name} from a folder of the window above it"
        page = path.parts[2] if folder == "pages" and len(path.parts) > 3 else None
        if kind == '"' and page and target == "pages" and name.count("/") > 1 and name.split("/")[1] != page:
            yield f"{path}: includes {name} of another page"
        if kind == '"' and folder in DRAWN_ALONE and target in LAYERS and target != "base":
            yield f"{path}: {name} is data, and {folder} only draws"
        if kind == '"' and target in ("cli", "engine", "studio", "app"):
            yield f"{path}: the window includes {name}"
    if folder != "theme" and COLOUR.search((root / path).read_text(encoding="utf8")):
        yield f"{path}: holds a colour of its own; take a role from the theme"


def offences(root):
    folders = [p.name for p in (root / "backend").iterdir() if p.is_dir()] if (root / "backend").is_dir() else []
    for name in folders:
        if name not in LAYERS:
            yield f"backend/{name}: not a folder of the architecture"
    for path in sources(root):
        parts = path.parts
        torch_allowed = parts[0] in ("tests", "bench") or parts[:2] == ("app", "engine")
        if parts[0] == "backend" and len(parts) > 2:
            level = LAYERS.index(parts[1]) if parts[1] in LAYERS else -1
            torch_allowed = level >= TORCH_FROM and parts[1] not in TORCH_FREE
            for kind, name in includes(root, path):
                target = name.split("/")[0]
                if kind == '"' and target in LAYERS and LAYERS.index(target) > level:
                    yield f"{path}: includes {name} from a folder above it"
                if kind == '"' and target in ("widgets", "cli", "engine", "studio", "app"):
                    yield f"{path}: the backend includes {name}"
        if parts[0] == "widgets" and len(parts) > 2:
            yield from window_offences(root, path)
        qt_allowed = parts[0] in ("widgets", "tests", "bench") or parts[:2] == ("app", "studio")
        direct = [name for _, name in includes(root, path)]
        if not qt_allowed and any(QT.match(name) for name in direct):
            yield f"{path}: Qt outside widgets and app/studio"
        if not torch_allowed and any(TORCH.match(name) for name in direct):
            yield f"{path}: LibTorch below the line"
        if PLOT_LIBRARY in direct and path != PLOT_WRAPPER:
            yield f"{path}: includes QCustomPlot; include charts/plot/library.h, below widgets/charts alone"
        elif not any(parts[:len(folder)] == folder for folder in PLOT_FOLDERS) and PLOT_LIBRARY in reachable(root, path, set()):
            yield f"{path}: sees QCustomPlot, which is widgets/charts' own"
        if path.suffix in (".cpp", ".cu"):
            seen = list(reachable(root, path, set()))
            has_torch = any(TORCH.match(name) for name in seen)
            if has_torch and any(CLASHING.match(name) for name in seen):
                yield f"{path}: sees both LibTorch and spdlog, fmt or protobuf"
            if has_torch and any(QT.match(name) for name in seen):
                yield f"{path}: sees both LibTorch and Qt"
            if has_torch and parts[0] == "app" and parts[1] != "engine":
                yield f"{path}: LibTorch in a program other than anneal-engine"


def main():
    found = list(offences(pathlib.Path(sys.argv[1]).resolve()))
    print("\n".join(found) or "the layout holds")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
