#!/usr/bin/env python3
"""Centroid beside its peers.

    python bench.py                 all of it, about 25 minutes; start it again to go on
    python bench.py --quick         the same on a fiftieth of the rows: does it all work?
    python bench.py ratios --only dbscan_1m_d2,ami_1m --threads 1
    python bench.py growth | instructions | table

Each part writes its records to results/ as soon as it has them, and skips what is there
already (--again does not); `table` makes RESULTS.md and growth.svg from the records.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import duel
import growth
import instructions
import machine
import ours
import report
from records import Records
from workloads import GROWTH, WORKLOADS, Workload

PARTS = ("ratios", "growth", "instructions", "table")


def main() -> None:
    options = arguments()
    programs = ours.build() if options.part != "table" else None
    records = Records(options.results, again=options.again)
    records.machine(machine.describe())
    for part in PARTS if options.part == "all" else [options.part]:
        if part == "ratios":
            ratios(options, programs, records)
        elif part == "growth":
            growths(options, programs, records)
        elif part == "instructions":
            for kernel in records.missing("instructions", instructions.KERNELS):
                records.add("instructions", kernel, instructions.count(programs, kernel))
        else:
            report.write(records, options.results if options.quick else ours.HERE)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", nargs="?", default="all", choices=["all", *PARTS])
    parser.add_argument("--only", type=lambda text: text.split(","), help="these workloads")
    parser.add_argument(
        "--threads", type=lambda text: [int(t) for t in text.split(",")], default=[1, 2]
    )
    parser.add_argument(
        "--seconds", type=float, help="for the rounds of one workload (default: 8; quick: 1)"
    )
    parser.add_argument("--quick", action="store_true", help="a fiftieth of the rows")
    parser.add_argument("--again", action="store_true", help="do not skip what is there")
    parser.add_argument("--data", type=Path, default=ours.HERE / "data")
    parser.add_argument("--results", type=Path)
    options = parser.parse_args()
    options.share = 0.02 if options.quick else 1
    options.seconds = options.seconds or (1 if options.quick else 8)
    results = "quick" if options.quick else "results"
    options.results = options.results or ours.HERE / "results" / results
    return options


def ratios(options, programs: ours.Programs, records: Records) -> None:
    for workload in chosen(WORKLOADS, options):
        for threads in options.threads:
            hold(workload, threads, "ratios", options, programs, records)


def growths(options, programs: ours.Programs, records: Records) -> None:
    for workload in chosen(GROWTH, options):
        hold(workload, 1, "growth", options, programs, records)


def hold(workload: Workload, threads: int, part: str, options, programs, records) -> None:
    """One bout, unless it is on record; what cannot be run is named and left out."""
    name = f"{workload.name} {threads}"
    if records.has(part, name):
        return
    write_data(workload, options.data)
    print(f"{name} …", end=" ", flush=True)
    bout = duel.Bout(workload, threads, options.seconds, options.data)
    try:
        record = duel.fight(bout, programs)
    except ours.Failed as failure:
        print(failure)
        return
    records.add(part, name, record)
    print(report.in_brief(record))


def chosen(workloads: list[Workload], options) -> list[Workload]:
    return [
        workload.smaller(options.share)
        for workload in workloads
        if options.only is None or workload.name in options.only
    ]


def write_data(workload: Workload, folder: Path) -> None:
    """In a process of its own: this one stays small."""
    recipes = [sys.executable, str(ours.HERE / "recipes.py")]
    subprocess.run([*recipes, "write", str(folder), workload.name], check=True)


if __name__ == "__main__":
    main()
