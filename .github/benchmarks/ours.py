"""Ours: the command that does the work of a workload, and where its answer is.

`centroid cluster` and `centroid score` time the fit alone and tell the seconds of each
repetition. What has no command of its own, such as the spanning tree, is done by `parts`, a
small program over the same library in this folder.

Nothing here imports numpy: a process starts out with the peak memory of the one that
started it, so the one that starts ours stays small.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True)
class Programs:
    centroid: Path
    parts: Path


def build() -> Programs:
    """Builds both programs, optimized."""
    for folder, product in ((ROOT, "centroid"), (HERE, "parts")):
        command = ["swift", "build", "-c", "release", "--product", product]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return Programs(
        ROOT / ".build" / "release" / "centroid", HERE / ".build" / "release" / "parts"
    )


# ----------------------------------------------------------------- commands

File = Callable[[str], str]
"""The path of an array of the workload."""

Command = list[str]


def _cluster(file: File, algorithm: str, *options: Any) -> Command:
    return ["cluster", "--data", file("X"), "--algorithm", algorithm, *map(str, options)]


def _k_means(file: File, p: dict) -> Command:
    return _cluster(
        file, "k-means", "-k", p["k"], "--init", file("init"),
        "--max-iterations", p["iterations"], "--tolerance", p["tolerance"],
    )  # fmt: skip


def _k_means_plus_plus(file: File, p: dict) -> Command:
    return _cluster(
        file, "k-means", "-k", p["k"], "--restarts", p["restarts"],
        "--max-iterations", p["iterations"], "--tolerance", p["tolerance"],
    )  # fmt: skip


def _mini_batch(file: File, p: dict) -> Command:
    return _cluster(
        file, "mini-batch", "-k", p["k"], "--init", file("init"),
        "--batch-size", p["batch"], "--epochs", p["epochs"], "--patience", 0,
    )  # fmt: skip


def _bisecting(file: File, p: dict) -> Command:
    return _cluster(file, "bisecting", "-k", p["k"])


def _dbscan(file: File, p: dict) -> Command:
    return _cluster(file, "dbscan", "--eps", p["eps"], "--min-samples", p["min_samples"])


def _optics(file: File, p: dict) -> Command:
    return _cluster(file, "optics", "--min-samples", p["min_samples"])


def _hdbscan(file: File, p: dict) -> Command:
    return _cluster(
        file, "hdbscan", "--min-cluster-size", p["min_cluster_size"],
        "--min-samples", p["min_samples"],
    )  # fmt: skip


def _linkage(file: File, p: dict) -> Command:
    return _cluster(file, "agglomerative", "-k", p["k"], "--linkage", p["linkage"])


def _mixture(file: File, p: dict) -> Command:
    return _cluster(
        file, "gaussian-mixture", "-k", p["k"], "--init", file("init"),
        "--max-iterations", p["iterations"], "--tolerance", 0,
    )  # fmt: skip


def _k_medoids(file: File, p: dict) -> Command:
    return _cluster(file, "k-medoids", "-k", p["k"], "--init", file("medoids"))


def _mean_shift(file: File, p: dict) -> Command:
    return _cluster(
        file, "mean-shift", "--bandwidth", p["bandwidth"], *["--binned"] * p["binned"]
    )


def _spectral(file: File, p: dict) -> Command:
    return _cluster(file, "spectral", "-k", p["k"], "--gamma", p["gamma"])


def _score_by_table(score: str) -> Callable[[File, dict], Command]:
    return lambda file, _: [
        "score", "--data", file("X"), "--labels", file("y"), "--score", score,
    ]  # fmt: skip


def _score_against(score: str) -> Callable[[File, dict], Command]:
    return lambda file, _: [
        "score", "--labels", file("a"), "--against", file("b"), "--score", score,
    ]  # fmt: skip


def _part(name: str, *names: str) -> Callable[[File, dict], Command]:
    """A command of `parts`; `names` are the parameters that it takes."""
    return lambda file, p: [
        name, "--data", file("X"), *(w for n in names for w in (option(n), str(p[n]))),
    ]  # fmt: skip


def option(name: str) -> str:
    return "--" + name.replace("_", "-")


COMMANDS: dict[str, Callable[[File, dict], Command]] = {
    "k-means": _k_means,
    "k-means++": _k_means_plus_plus,
    "mini-batch": _mini_batch,
    "bisecting": _bisecting,
    "dbscan": _dbscan,
    "optics": _optics,
    "hdbscan": _hdbscan,
    "linkage": _linkage,
    "single linkage": _linkage,
    "mixture": _mixture,
    "k-medoids": _k_medoids,
    "mean-shift": _mean_shift,
    "spectral": _spectral,
    "silhouette": _score_by_table("silhouette"),
    "davies-bouldin": _score_by_table("davies-bouldin"),
    "ari": _score_against("ari"),
    "nmi": _score_against("nmi"),
    "ami": _score_against("ami"),
    "spanning tree": _part("spanning-tree", "min_samples"),
    "scaling": _part("scaling"),
    "scaling in place": _part("scaling-in-place"),
    "pca": _part("pca"),
}


# -------------------------------------------------------------------- a run


@dataclass(frozen=True)
class Run:
    """One process of ours: the seconds of each repetition, and what it found."""

    seconds: list[float]
    figures: dict[str, float]
    labels: Path | None
    peak_bytes: int


class Failed(Exception):
    """What a program said when it could not do its work."""


def run(
    programs: Programs, kind: str, parameters: dict, file: File, threads: int,
    repetitions: int, labels: Path | None = None,
) -> Run:  # fmt: skip
    command = COMMANDS[kind](file, parameters)
    command += ["--threads", str(threads), "--repeat", str(repetitions), "--json"]
    writes_labels = command[0] == "cluster" and labels is not None
    if writes_labels:
        command += ["--labels", str(labels)]
    program = programs.centroid if command[0] in ("cluster", "score") else programs.parts
    output, peak = _measured([str(program), *command])
    found = json.loads(output)
    return Run(
        _seconds(found), _figures(found), labels if writes_labels else None, peak
    )


def _seconds(found: dict) -> list[float]:
    if "fit_seconds" in found:
        return found["fit_seconds"]
    seconds = found["seconds"]
    return next(iter(seconds.values())) if isinstance(seconds, dict) else seconds


def _figures(found: dict) -> dict[str, float]:
    scores = found.get("scores") or {}
    named = {"value": value for value in scores.values()}
    whole = {key: found[key] for key in ("inertia", "iterations") if found.get(key)}
    return whole | named | found.get("figures", {})


def _measured(command: Command) -> tuple[str, int]:
    """Runs a program to its end: what it printed, and its peak memory in bytes."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode != 0:
            said = err.read().decode().strip().splitlines() or ["said nothing"]
            raise Failed(f"{' '.join(command[1:4])} …: {said[0]}")
        return out.read().decode(), in_bytes(usage.ru_maxrss)


def in_bytes(peak: int) -> int:
    """`ru_maxrss` counts bytes on macOS and kilobytes elsewhere."""
    return peak if os.uname().sysname == "Darwin" else peak * 1024
