"""pyarrow reads JSON-lines and writes zstd Parquet. Usage: data_import.py ROWS.jsonl OUT.parquet"""
import json
import sys
import time

import pyarrow.json
import pyarrow.parquet

start = time.monotonic()
table = pyarrow.json.read_json(sys.argv[1])
pyarrow.parquet.write_table(table, sys.argv[2], compression="zstd")
print(json.dumps({"rows": table.num_rows, "seconds": time.monotonic() - start}))
