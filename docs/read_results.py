"""Reads a folder that juncture wrote with --out, checks it, and redraws the shares of outcomes.

    juncture compare kazakhstan-2022 baseline no_troops --out data
    python3 docs/read_results.py data

Python's own library is enough for tables in CSV. With pandas (and pyarrow) tables in Parquet are read as well; with
matplotlib the figure is a picture, results.png, and not lines of text.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path


def table(folder, name):
    """The rows of a table, each a dictionary; numbers of CSV are texts still."""
    path = folder / f"{name}.csv"
    if path.exists():
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    import pandas

    return pandas.read_parquet(folder / f"{name}.parquet").to_dict("records")


folder = Path(sys.argv[1] if len(sys.argv) > 1 else "data")
manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
points = table(folder, "points")
runs = table(folder, "runs")

# Is everything there?
assert len(runs) == manifest["runs_done"] * len(points), "runs are missing"

# The shares of outcomes, counted again.
counts = Counter((int(run["point"]), run["outcome"]) for run in runs if run["status"] == "completed")
number = {point["name"]: int(point["point"]) for point in points}
shares = [row for row in table(folder, "estimates") if row["kind"] == "share"]
for row in shares:
    row["point"] = int(row["point"]) if "point" in row else number.get(row.get("side"), 0)
    counted = counts[row["point"], row["id"]]
    assert counted == round(float(row["value"]) * int(row["n"])), f"{row['id']} at point {row['point']}"
print(f"{manifest['runs_done']} runs at each of {len(points)} points; all {len(shares)} shares are as counted here.")

# How long runs stay in a stage: a spell goes from `start` to `stop`.
days = Counter()
for spell in table(folder, "spells"):
    days[spell["stage"]] += float(spell["stop"]) - float(spell["start"])
longest, total = days.most_common(1)[0]
print(f"The longest in all: {longest}, {total / len(runs):.3f} days of a run.")

# The figure: shares with their 95 % intervals, a panel for each point.
try:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
except ImportError:
    for row in shares:
        value, low, high = (float(row[key]) for key in ("value", "low", "high"))
        bar = "".join("#" if i < 40 * value else "-" if i < 40 * high else " " for i in range(40))
        print(f"{points[row['point']]['name'][:20]:20}  {row['id'][:24]:24}  {bar}  {value:.3f} ({low:.3f} to {high:.3f})")
else:
    figure, panels = pyplot.subplots(len(points), 1, figsize=(7, 2 + 2 * len(points)), squeeze=False, sharex=True)
    for point, (panel,) in zip(points, panels):
        own = [row for row in shares if row["point"] == int(point["point"])]
        values = [float(row["value"]) for row in own]
        reach = [
            [value - float(row["low"]) for value, row in zip(values, own)],
            [float(row["high"]) - value for value, row in zip(values, own)],
        ]
        panel.errorbar(values, [row["id"] for row in own], xerr=reach, fmt="o", capsize=3)
        panel.set_title(point["name"])
    panels[-1][0].set_xlabel("share of runs, with 95 % interval")
    figure.tight_layout()
    figure.savefig("results.png", dpi=150)
    print("Drew results.png.")
