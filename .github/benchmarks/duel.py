"""Ours and the peers in turns, in one run.

These machines are shared, so a figure counts only beside another of the same minute: in each
round every side runs once for a fraction of a second or longer, and the order changes from
round to round. The ratio is that of the medians over all rounds. Ours is a fresh process each
time whose first, cold repetition is left out, as the first run of a peer is.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import ours
from workloads import Workload

THREAD_VARIABLES = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS",
    "PARLAY_NUM_THREADS", "CILK_NWORKERS", "RAYON_NUM_THREADS",
)  # fmt: skip

TURN = 0.3
"""Seconds that a side runs in one turn, at least."""

LONG = 2.0
"""A run of so many seconds is no warmer the second time."""


@dataclass(frozen=True)
class Bout:
    """A workload on so many threads, and how many seconds its rounds may take."""

    workload: Workload
    threads: int
    budget: float
    folder: Path

    def file(self, array: str) -> str:
        return str(self.workload.file(array, self.folder))


@dataclass(frozen=True)
class Side:
    """One side's figures over all rounds, in seconds and bytes."""

    median: float
    best: float
    worst: float
    runs: int
    peak_bytes: int

    @staticmethod
    def of(seconds: list[float], peak: int) -> Side:
        return Side(
            statistics.median(seconds), min(seconds), max(seconds), len(seconds), peak
        )


# -------------------------------------------------------------------- peers


class PeerProcess:
    """A worker that holds the data and runs when it is told."""

    def __init__(self, bout: Bout, name: str):
        environment = os.environ | {v: str(bout.threads) for v in THREAD_VARIABLES}
        arguments = [bout.workload.name, name, bout.threads, bout.folder]
        self.name = name
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [sys.executable, str(ours.HERE / "worker.py"), *map(str, arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
            text=True, env=environment,
        )  # fmt: skip
        self.seconds: list[float] = []

    def begin(self) -> None:
        """Waits for the cold run; it counts where a run is long."""
        ready = self._answer()
        self.version = ready["version"]
        if ready["seconds"][0] > LONG:
            self.seconds += ready["seconds"]
            self.per_turn = 1
        else:
            self.per_turn = runs_per_turn(self._ask("run 1")["seconds"][0])

    def turn(self) -> None:
        self.seconds += self._ask(f"run {self.per_turn}")["seconds"]

    def compare(self, run: ours.Run) -> dict:
        labels = None if run.labels is None else str(run.labels)
        return self._ask("compare " + json.dumps({"labels": labels, "figures": run.figures}))

    def _ask(self, order: str) -> dict:
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict:
        for line in self.process.stdout:
            if line.startswith("ANSWER "):
                return json.loads(line.removeprefix("ANSWER "))
        self.errors.seek(0)
        said = self.errors.read().decode().strip().splitlines() or ["said nothing"]
        raise ours.Failed(f"{self.name}: {said[-1]}")

    def end(self) -> None:
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class Ours:
    """A fresh process in every turn."""

    def __init__(self, bout: Bout, programs: ours.Programs):
        self.bout, self.programs = bout, programs
        self.seconds: list[float] = []
        self.peak = 0
        self.per_turn = 1

    def begin(self) -> None:
        cold, *warm = self._run(2).seconds
        self.per_turn = min(5000, runs_per_turn(warm[0]))
        if cold > LONG:
            self.seconds += [cold, *warm]

    def turn(self) -> None:
        is_long = bool(self.seconds) and self.seconds[0] > LONG
        run = self._run(self.per_turn + (not is_long))
        self.seconds += run.seconds if is_long else run.seconds[1:]
        self.peak = max(self.peak, run.peak_bytes)

    def last(self, labels: Path) -> ours.Run:
        run = self._run(1, labels)
        self.peak = max(self.peak, 0 if self.peak else run.peak_bytes)
        return run

    def _run(self, repetitions: int, labels: Path | None = None) -> ours.Run:
        bout, workload = self.bout, self.bout.workload
        return ours.run(
            self.programs, workload.kind, workload.parameters, bout.file, bout.threads,
            repetitions, labels,
        )  # fmt: skip


def runs_per_turn(seconds: float) -> int:
    return max(1, min(2000, int(TURN / max(seconds, 1e-7))))


# --------------------------------------------------------------------- bout


def fight(bout: Bout, programs: ours.Programs) -> dict:
    """All sides of a bout; the record has a part for each peer, and one for ours."""
    load = os.getloadavg()[0]
    peers = [PeerProcess(bout, name) for name in bout.workload.aims]
    us = Ours(bout, programs)
    try:
        for side in [*peers, us]:
            side.begin()
        _rounds([*peers, us], bout.budget)
        with tempfile.TemporaryDirectory() as folder:
            found = us.last(Path(folder) / "labels.npy")
            results = {peer.name: _result(peer, found) for peer in peers}
    finally:
        for peer in peers:
            peer.end()
    return {
        "workload": bout.workload.name,
        "threads": bout.threads,
        "ours": asdict(Side.of(us.seconds, us.peak)),
        "peers": results,
        "load": round(load, 1),
    }


def _rounds(sides: list, budget: float) -> None:
    """Three rounds at least (two where one takes long), then until the time is used up."""
    begin = time.perf_counter()
    for number in range(15):
        passed = time.perf_counter() - begin
        enough = 2 if number and passed / number > budget / 2 else 3
        if number >= enough and passed > budget:
            return
        for i in range(len(sides)):
            sides[(number + i) % len(sides)].turn()


def _result(peer: PeerProcess, found: ours.Run) -> dict:
    compared = peer.compare(found)
    side = Side.of(peer.seconds, compared.pop("peak"))
    return asdict(side) | compared | {"version": peer.version}

