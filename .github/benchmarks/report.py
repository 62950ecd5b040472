"""RESULTS.md: the records as tables, with the machine that they come from."""

from __future__ import annotations

from pathlib import Path

import growth
import instructions
import workloads
from records import Records


def write(records: Records, folder: Path) -> None:
    parts = [
        "# Results\n\nWritten by `bench.py`; [README.md](README.md) tells how, and what counts.",
        _machine(records),
        _ratios(records),
        _growth(records, folder),
        _instructions(records),
        _versions(records),
    ]
    file = folder / "RESULTS.md"
    file.write_text("\n\n".join(part for part in parts if part) + "\n")
    print(f"wrote {file.name}")


def in_brief(record: dict) -> str:
    """One line while the rounds go on."""
    ours = record["ours"]["median"]
    beside = ", ".join(
        f"{name} {seconds(peer['median'])} (× {peer['median'] / ours:.2f}, {peer['words']})"
        for name, peer in record["peers"].items()
    )
    return f"{seconds(ours)}; {beside}"


# ------------------------------------------------------------------- tables


def _machine(records: Records) -> str:
    m = records.all("machine")["this"]
    return (
        f"{m['processor']}, {m['cores']} cores, {m['system']}. {m['swift']}. "
        f"Python {m['python']}. Commit {m['commit']}, {m['date']}."
    )


def _ratios(records: Records) -> str:
    rows = [
        row
        for workload in workloads.WORKLOADS
        for peer, aim in workload.aims.items()
        for row in _rows(records, workload, peer, aim)
    ]
    if not rows:
        return ""
    head = "| workload | threads | peer | its median | ours | ratio | aim | quality | memory |"
    below = "|---|--:|---|--:|--:|--:|--:|---|--:|"
    met = sum("✓" in row for row in rows)
    aims = sum("✓" in row or "✗" in row for row in rows)
    note = (
        "Ratio: median of the peer ÷ median of ours; ✓ where the aim is met, ✗ where not. "
        "Memory: peak of the whole process, ours / the peer's, in MB. "
        "Where the results are not equal nothing is marked. "
        f"{met} of {aims} aims are met."
    )
    return "\n".join(["## Ratios\n", note, "", head, below, *rows])


def _rows(records: Records, workload: workloads.Workload, peer: str, aim: float | None):
    """The rows of one peer, for each number of threads, whatever the share of the points."""
    for record in records.all("ratios").values():
        if record["workload"].split("@")[0] != workload.name or peer not in record["peers"]:
            continue
        ours, theirs = record["ours"], record["peers"][peer]
        ratio = theirs["median"] / ours["median"]
        counts = aim is not None and theirs["is_equal"]
        mark = "" if not counts else " ✓" if ratio >= aim else " ✗"
        goal = "" if aim is None else f"≥ {aim:g}"
        words = theirs["words"] + ("" if theirs["is_equal"] else " **(not equal)**")
        cells = [
            f"`{record['workload']}`", record["threads"], peer, seconds(theirs["median"]),
            seconds(ours["median"]), f"{ratio:.2f}{mark}", goal, words,
            f"{megabytes(ours)} / {megabytes(theirs)}",
        ]  # fmt: skip
        yield "| " + " | ".join(map(str, cells)) + " |"


def _growth(records: Records, folder: Path) -> str:
    curves = growth.curves(records.all("growth"), workloads.GROWTH_SIZES)
    if not curves:
        return ""
    (folder / "growth.svg").write_text(growth.picture(curves))
    lines = [
        "## Growth\n",
        "One thread; the median seconds by the number of rows, and the exponent e of n^e that",
        "fits them best. k-means runs 20 rounds of 16 centers on 8 features, DBSCAN and HDBSCAN",
        "a scene of the same density on 2.\n",
        "![time over rows, both logarithmic](growth.svg)\n",
        "| method | by | " + " | ".join(workloads.GROWTH_SIZES) + " | exponent |",
        "|---|---|" + "--:|" * (len(workloads.GROWTH_SIZES) + 1),
    ]
    for curve in curves:
        by_size = dict(curve.points)
        cells = [seconds(by_size[n]) if n in by_size else "" for n in workloads.GROWTH_SIZES.values()]
        row = [curve.method, curve.side, *cells, f"{curve.exponent:.2f}"]
        lines.append("| " + " | ".join(row) + " |")
    return "\n".join(lines)


def _instructions(records: Records) -> str:
    counts = records.all("instructions")
    if not counts:
        return ""
    lines = [
        "## Instructions\n",
        "Counted by callgrind: the plain version of a loop, which stands beside the fast one in",
        "the source, and the fast one, which a test proves to give the same.\n",
        "| kernel | plain | fast | plain ÷ fast |",
        "|---|--:|--:|--:|",
    ]
    for name, words in instructions.KERNELS.items():
        if name in counts:
            plain, fast = (counts[name][form] for form in instructions.FORMS)
            lines.append(f"| {words} | {plain:,} | {fast:,} | {plain / fast:.1f} |")
    return "\n".join(lines)


def _versions(records: Records) -> str:
    versions = {
        name: peer["version"]
        for part in ("ratios", "growth")
        for record in records.all(part).values()
        for name, peer in record["peers"].items()
    }
    if not versions:
        return ""
    return "Peers: " + ", ".join(f"{name} {v}" for name, v in sorted(versions.items())) + "."


# ------------------------------------------------------------------ figures


def seconds(value: float) -> str:
    if value < 1e-3:
        return f"{value * 1e6:.1f} µs"
    return f"{value * 1e3:.3g} ms" if value < 1 else f"{value:.2f} s"


def megabytes(side: dict) -> str:
    return f"{side['peak_bytes'] / 1e6:.0f}"
