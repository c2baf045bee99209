"""pyarrow or pandas reads JSON-lines or CSV and writes zstd Parquet. Usage: data_import.py PEER ROWS.jsonl|ROWS.csv OUT.parquet"""
import json
import sys
import time

peer, source, out = sys.argv[1:]
if peer == "pandas":
    import pandas
else:
    import pyarrow.csv
    import pyarrow.json
    import pyarrow.parquet

start = time.monotonic()
if peer == "pandas":
    table = pandas.read_json(source, lines=True)
    table.to_parquet(out, compression="zstd")
else:
    if source.endswith(".csv"):
        table = pyarrow.csv.read_csv(source, parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True))
    else:
        table = pyarrow.json.read_json(source)
    pyarrow.parquet.write_table(table, out, compression="zstd")
print(json.dumps({"rows": len(table), "seconds": time.monotonic() - start}))
