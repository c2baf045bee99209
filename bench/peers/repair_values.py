"""pandas repairs the hospital table: within each dependency's groups the most frequent value. Usage: repair_values.py DIRTY.csv TRUTH.csv"""
import json
import sys
import time

import pandas

DEPENDENCIES = [("MeasureCode", "MeasureName"), ("MeasureCode", "Stateavg"), ("MeasureCode", "Condition"), ("ProviderNumber", "HospitalName"),
                ("HospitalName", "Address1"), ("HospitalName", "City"), ("HospitalName", "ZipCode"), ("HospitalName", "PhoneNumber"),
                ("HospitalName", "HospitalOwner"), ("HospitalName", "ProviderNumber"), ("HospitalName", "State"), ("City", "CountyName"),
                ("ZipCode", "EmergencyService"), ("MeasureName", "MeasureCode")]

dirty = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
start = time.monotonic()
fixed = dirty.copy()
for key, column in DEPENDENCIES:
    fixed[column] = fixed.groupby(key)[column].transform(lambda values: values.mode()[0])
seconds = time.monotonic() - start
cells = pandas.read_csv(sys.argv[2], dtype=str, keep_default_na=False).astype({"tid": int})
truth = cells.pivot(index="tid", columns="attribute", values="correct_val").sort_index()[dirty.columns]
changed = fixed.values != dirty.values
right = changed & (fixed.values == truth.values)
print(json.dumps({"precision": right.sum() / changed.sum(), "recall": right.sum() / (dirty.values != truth.values).sum(), "seconds": seconds}))
