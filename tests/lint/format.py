"""Every C++ file is as clang-format 14 writes it (make format mends it)."""
import pathlib
import shutil
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
program = shutil.which("clang-format-14") or shutil.which("clang-format")
if program is None:
    sys.exit("clang-format-14 is not installed: run installer/bootstrap")
files = [path for top in ("backend", "app", "widgets", "tests", "bench") for path in sorted((root / top).rglob("*")) if path.suffix in (".h", ".cpp")]
result = subprocess.run([program, "--dry-run", "-Werror", *map(str, files)], capture_output=True, text=True)
if result.returncode != 0:
    offenders = sorted({line.split(":")[0] for line in result.stderr.splitlines() if "error:" in line})
    sys.exit("not formatted (make format mends it):\n" + "\n".join(offenders))
print(f"{len(files)} files are formatted")
