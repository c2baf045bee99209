"""Features as Featuretools makes them, for tests/data/features_golden_test.cpp.

make_features.py                      makes the tables in features/ anew (drawn with a fixed seed) and features/cases.json
make_features.py ENTITY_SET CASES     the same cases' values for other tables: prints them as JSON

An entity set's file is JSON here, which is YAML too; its `types` name every column, so that both sides mean the same.
Versions: Python 3.11.7, featuretools 1.31.0, woodwork 0.31.0, pandas 2.2.3, numpy 1.26.4.
"""
import csv
import json
import math
import os
import pathlib
import random
import sys
import warnings

# NumPy's AVX-512 sort puts equal counts in an order of its own; without it n_most_common has them in their categories' order.
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL")

import featuretools as ft
import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent / "features"
LOGICAL = {"integer": "Integer", "real": "Double", "boolean": "Boolean", "time": "Datetime", "category": "Categorical", "text": "NaturalLanguage"}


def logical_types(frame, types):
    found = {}
    for name, meaning in types.items():
        nullable = meaning in ("integer", "boolean") and frame[name].isna().any()
        found[name] = LOGICAL[meaning] + ("Nullable" if nullable else "")
    return found


def read_table(folder, table):
    types = table["types"]
    times = [name for name, meaning in types.items() if meaning == "time"]
    texts = {name: str for name, meaning in types.items() if meaning in ("category", "text")}
    frame = pd.read_csv(folder / table["data"], dtype=texts, parse_dates=times)
    for name, meaning in types.items():
        if meaning == "boolean":
            frame[name] = frame[name].astype("boolean")
    return frame


def entity_set(file, until=None):
    """`until`: without what came later. Featuretools' windows keep rows for what happens after the cut-off, ours do not."""
    document = json.loads(pathlib.Path(file).read_text(encoding="utf8"))
    entities = ft.EntitySet("set")
    for name, table in document["tables"].items():
        if "of" in table:
            continue
        frame = read_table(pathlib.Path(file).parent, table)
        if until and "time_index" in table:
            frame = frame[frame[table["time_index"]] <= until].reset_index(drop=True)
        entities.add_dataframe(dataframe_name=name, dataframe=frame, index=table["index"], make_index=table.get("make_index", False),
                               time_index=table.get("time_index"), logical_types=logical_types(frame, table["types"]),
                               secondary_time_index={key: list(value) for key, value in table.get("secondary_time_index", {}).items()} or None)
    for name, table in document["tables"].items():
        if "of" in table:
            base, column = table["of"].split(".")
            entities.normalize_dataframe(base, name, column, additional_columns=table.get("carry", []))
    for text in document.get("relationships", []):
        parent, child = (side.strip().split(".") for side in text.split("<-"))
        entities.add_relationship(*parent, *child)
    for name, table in document["tables"].items():
        if "interesting" in table:
            entities.add_interesting_values(dataframe_name=name, values=table["interesting"])
    entities.add_last_time_indexes()
    return entities


def plain(value):
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        return None if math.isnan(value) else str(float(value)) if math.isinf(value) else float(f"{value:.12g}")
    return str(value)


def features_of(entities, folder, case):
    cutoff = case["cutoff"]
    if cutoff.endswith(".csv"):
        cutoff = pd.read_csv(folder / cutoff, parse_dates=["time"])
        cutoff = cutoff.rename(columns={cutoff.columns[0]: "instance_id"})
    else:
        cutoff = pd.Timestamp(cutoff)
    matrix, features = ft.dfs(entityset=entities, target_dataframe_name=case["target"], max_depth=case["depth"], agg_primitives=case["agg"],
                              trans_primitives=case["trans"], where_primitives=case.get("where"), cutoff_time=cutoff,
                              training_window=case.get("window"))
    names = [name for feature in features for name in feature.get_feature_names()]
    rows = [[plain(value) for value in row] for row in matrix[names].astype(object).itertuples(index=False)]
    return {**case, "names": names, "keys": [plain(key) for key in matrix.index], "rows": rows}


def run(file, cases):
    return [features_of(entity_set(file, case["cutoff"] if "window" in case else None), pathlib.Path(file).parent, case) for case in cases]


# The tables of the golden cases.

def moment(draw, first, days):
    return pd.Timestamp(first) + pd.Timedelta(seconds=draw.randrange(days * 86400))


def maybe(draw, value, share=0.1):
    return "" if draw.random() < share else value


def write(name, header, rows):
    with (HERE / name).open("w", newline="", encoding="utf8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def make_tables():
    draw = random.Random(11)
    words = "the parcel came late, and one lamp was broken; thank you for your quick - and kind - answer".split()
    customers = []
    for i in range(40):
        joined = moment(draw, "2023-01-01", 200)
        left = moment(draw, joined, 300) if draw.random() < 0.3 else ""
        customers.append([f"c{i:02}", joined, maybe(draw, draw.choice(["gold", "basic", "pro"])), maybe(draw, draw.randrange(18, 80)),
                          left, draw.choice(["price", "moved"]) if left != "" else "", moment(draw, "1960-01-01", 15000).date()])
    write("customers.csv", ["id", "joined", "plan", "age", "left", "reason", "born"], customers)
    sessions = []
    for i in range(150):
        customer = draw.choice(customers[:34])  # some never come
        sessions.append([i * 3 + 1, maybe(draw, customer[0], 0.04), moment(draw, customer[1], 330), draw.choice(["phone", "desktop", "tablet"]),
                         maybe(draw, draw.choice(["true", "false"])), draw.choice(["true", "false"])])
    write("sessions.csv", ["session", "customer", "start", "device", "helped", "returning"], sessions)
    products = [[f"p{i}", draw.choice(["book", "lamp", "toy"]), round(draw.uniform(1, 90), 2)] for i in range(9)]
    write("products.csv", ["product", "kind", "price"], products)
    sales = []
    for i in range(700):
        session = draw.choice(sessions[:130])
        amount = round(draw.gauss(20, 30), 2)
        text = " ".join(draw.choice(words) for _ in range(draw.randrange(5, 14)))
        sales.append([session[0], maybe(draw, draw.choice(products)[0], 0.03), maybe(draw, draw.choice(products)[0], 0.5),
                      moment(draw, session[2], 1) if i % 9 else session[2].normalize(), maybe(draw, amount if i % 40 else 0),
                      draw.randrange(1, 6), maybe(draw, text)])
    write("sales.csv", ["session", "product", "gift", "time", "amount", "number", "note"], sales)
    visits = [[i, f"k{draw.randrange(12)}", moment(draw, "2024-02-01", 60), round(draw.uniform(0, 9), 3), ""] for i in range(120)]
    cities = {key: draw.choice(["Delft", "Gent"]) for key in sorted({visit[1] for visit in visits})}
    for visit in visits:
        visit[4] = cities[visit[1]]
    write("visits.csv", ["visit", "shop", "time", "spent", "city"], visits)
    cut = [[customer[0], moment(draw, "2023-05-01", 400).floor("h")] for customer in customers for _ in range(2)]
    write("cutoffs.csv", ["id", "time"], cut)


SHOP = {
    "tables": {
        "customers": {"data": "customers.csv", "index": "id", "time_index": "joined", "secondary_time_index": {"left": ["reason"]},
                      "types": {"id": "category", "joined": "time", "plan": "category", "age": "integer", "left": "time", "reason": "category",
                                "born": "time"}},
        "sessions": {"data": "sessions.csv", "index": "session", "time_index": "start",
                     "types": {"session": "integer", "customer": "category", "start": "time", "device": "category", "helped": "boolean",
                               "returning": "boolean"},
                     "interesting": {"device": ["phone", "desktop"]}},
        "products": {"data": "products.csv", "index": "product", "types": {"product": "category", "kind": "category", "price": "real"}},
        "sales": {"data": "sales.csv", "index": "sale", "make_index": True, "time_index": "time",
                  "types": {"session": "integer", "product": "category", "gift": "category", "time": "time", "amount": "real",
                            "number": "integer", "note": "text"}},
    },
    "relationships": ["customers.id <- sessions.customer", "sessions.session <- sales.session", "products.product <- sales.product"],
}
GIFTS = {"tables": {name: SHOP["tables"][name] for name in ("products", "sales")},
         "relationships": ["products.product <- sales.product", "products.product <- sales.gift"]}
VISITS = {"tables": {"visits": {"data": "visits.csv", "index": "visit", "time_index": "time",
                                "types": {"visit": "integer", "shop": "category", "time": "time", "spent": "real", "city": "category"}},
                     "shops": {"of": "visits.shop", "carry": ["city"]}}}
AGGREGATIONS = ["all", "any", "avg_time_between", "count", "entropy", "first", "kurtosis", "last", "max", "mean", "median", "min", "mode",
                "n_most_common", "num_true", "num_unique", "percent_true", "skew", "std", "sum", "time_since_first", "time_since_last",
                "trend", "variance"]
TRANSFORMS = ["absolute", "cum_count", "cum_max", "cum_mean", "cum_min", "cum_sum", "day", "diff", "hour", "is_null", "is_weekend", "minute",
              "month", "natural_logarithm", "num_characters", "num_words", "percentile", "second", "square_root", "time_since",
              "time_since_previous", "weekday", "year"]
# pandas ranks nullable integers that are missing as if they were there, and Featuretools' time_since_previous of a parent looks at the
# rows asked for alone, ours at all.
ROBUST = [name for name in TRANSFORMS if name not in ("percentile", "time_since_previous")]
USUAL = ["count", "max", "mean", "min", "mode", "num_unique", "percent_true", "skew", "std", "sum"]
CALENDAR = ["day", "month", "num_characters", "num_words", "weekday", "year"]
LATE, MIDDLE = "2025-01-01", "2023-11-15 09:30:00"
CASES = [
    ("shop", "the defaults", "customers", 2, USUAL, CALENDAR, LATE, {}),
    ("shop", "every aggregation", "customers", 2, AGGREGATIONS, [], MIDDLE, {}),
    ("shop", "every aggregation of sessions", "sessions", 1, AGGREGATIONS, [], MIDDLE, {}),
    ("shop", "every transform", "sales", 1, ["count"], TRANSFORMS, MIDDLE, {}),
    ("shop", "transforms of what aggregations make", "sessions", 2, ["count", "mean", "last"], ROBUST, MIDDLE, {}),
    ("shop", "arithmetic", "products", 2, ["sum", "mean"], ["add_numeric", "subtract_numeric", "multiply_numeric", "divide_numeric"], LATE, {}),
    ("shop", "three deep", "customers", 3, ["mean", "n_most_common", "mode"], ["month"], MIDDLE, {}),
    ("shop", "down and up again", "sales", 3, ["mean", "count"], ["is_weekend"], MIDDLE, {}),
    ("shop", "conditions", "customers", 2, ["count", "mean"], ["month"], MIDDLE, {"where": ["count", "mean"]}),
    ("shop", "each at its own time", "customers", 2, ["count", "mean", "last", "mode", "time_since_last"], [], "cutoffs.csv", {}),
    ("shop", "a window", "customers", 2, ["count", "sum", "mode"], [], "2023-10-15", {"window": "45 days"}),
    ("gifts", "two relationships between two tables", "products", 2, ["count", "mean"], ["weekday"], MIDDLE, {}),
    ("gifts", "two parents of one kind", "sales", 2, ["count", "sum"], ["month"], MIDDLE, {}),
    ("visits", "a table of another's values", "shops", 2, USUAL + ["trend"], CALENDAR, "2024-03-15", {}),
]


def make():
    HERE.mkdir(exist_ok=True)
    make_tables()
    sets = {"shop": SHOP, "gifts": GIFTS, "visits": VISITS}
    for name, document in sets.items():
        (HERE / f"{name}.yaml").write_text(json.dumps(document, indent=1) + "\n", encoding="utf8")
    made = []
    for name, title, target, depth, agg, trans, cutoff, more in CASES:
        case = {"set": f"{name}.yaml", "case": title, "target": target, "depth": depth, "agg": agg, "trans": trans, "cutoff": cutoff, **more}
        made += run(HERE / case["set"], [case])
        print(title, len(made[-1]["names"]), "features,", len(made[-1]["rows"]), "rows")
    (HERE / "cases.json").write_text("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in made) + "\n]\n", encoding="utf8")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        make()
    else:
        print(json.dumps(run(sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf8")))))
