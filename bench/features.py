"""Features of a retailer's customers from their orders, beside Featuretools' deep feature synthesis.

Orders: the CDNOW sample beside the checkout, every customer ten times, else orders that this script makes up. Our time is the whole
program's, from the imported orders to the written data set; Featuretools' is its dfs() over tables in memory.
"""
import csv
import os
import random
import time

COPIES = 10
CUTOFF = "1998-07-01"
AGGREGATIONS = "count,max,mean,min,mode,num_unique,skew,std,sum,trend"
TRANSFORMS = "day,month,weekday,year"


def orders_of(source):
    """(customer, day, discs, amount) of each."""
    sample = source.parent / "shared/data/tabular/cdnow_sample.txt"
    if sample.exists():
        for line in sample.read_text(encoding="utf8").splitlines():
            customer, _, day, discs, amount = line.split()
            yield int(customer), f"{day[:4]}-{day[4:6]}-{day[6:]}", discs, amount
        return
    draw = random.Random(3)
    for _ in range(7000):
        yield draw.randrange(2400), f"1997-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}", draw.randrange(1, 9), f"{draw.uniform(5, 90):.2f}"


def run(bench):
    work = bench.folder("features")
    orders = list(orders_of(bench.source))
    count = 0
    with (work / "orders.csv").open("w", encoding="utf8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["customer", "day", "discs", "amount", "kind"])
        for copy in range(COPIES):
            for customer, day, discs, amount in orders:
                writer.writerow([customer + copy * 100_000, day, discs, amount, f"k{int(discs) % 7}"])
                count += 1
    bench.anneal("data", "import", work / "orders.csv", "--out", work / "orders")
    entities = bench.write(work / "set.yaml", f"""tables:
  orders: {{data: {work / "orders"}, index: order, make_index: true, time_index: day}}
  customers: {{of: orders.customer}}
""")
    start = time.monotonic()
    ours = bench.anneal("data", "features", entities, "--target", "customers", "--agg", AGGREGATIONS, "--trans", TRANSFORMS, "--where", "none",
                        "--cutoff", CUTOFF, "--out", work / "made")
    seconds = time.monotonic() - start
    theirs = bench.python("peers/features.py", work / "orders.csv", CUTOFF, AGGREGATIONS, TRANSFORMS,
                          program=os.environ["ANNEAL_FEATURETOOLS_PYTHON"])
    if (ours["rows"], ours["features"]) != (theirs["rows"], theirs["features"]):
        raise SystemExit(f"error: {ours['rows']} rows and {ours['features']} features, Featuretools {theirs['rows']} and {theirs['features']}")
    bench.figure(f"features of {ours['rows']:,} customers' orders", "orders/s", count / seconds, "Featuretools", count / theirs["seconds"], 5)
