"""Featuretools' deep feature synthesis over orders and their customers. Usage: features.py ORDERS.csv CUTOFF AGG,… TRANS,…"""
import json
import sys
import time
import warnings

import featuretools
import pandas

warnings.filterwarnings("ignore")
orders, cutoff, aggregations, transforms = sys.argv[1:]
entities = featuretools.EntitySet("retail")
entities.add_dataframe(dataframe_name="orders", dataframe=pandas.read_csv(orders, parse_dates=["day"]), index="order", make_index=True,
                       time_index="day", logical_types={"customer": "Integer", "day": "Datetime", "discs": "Integer", "amount": "Double",
                                                        "kind": "Categorical"})
entities.normalize_dataframe("orders", "customers", "customer")
start = time.monotonic()
matrix, features = featuretools.dfs(entityset=entities, target_dataframe_name="customers", max_depth=2, cutoff_time=pandas.Timestamp(cutoff),
                                    agg_primitives=aggregations.split(","), trans_primitives=transforms.split(","))
seconds = time.monotonic() - start
print(json.dumps({"seconds": seconds, "rows": len(matrix), "features": matrix.shape[1], "total": float(matrix["SUM(orders.amount)"].sum())}))
