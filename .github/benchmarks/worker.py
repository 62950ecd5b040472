"""A peer in a process of its own, told by lines on standard input what to do.

    python worker.py WORKLOAD PEER THREADS FOLDER
    > run 5                     five runs, answered with the seconds of each
    > compare {"labels": …}     the peak memory, and how the answers compare

The data is loaded and the first, cold run is over before the first line is read.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
import warnings
from pathlib import Path

import numpy as np

import ours
import peers
import quality
import recipes
import workloads


class Worker:
    def __init__(self, workload: workloads.Workload, name: str, threads: int, folder: Path):
        task = peers.Task(recipes.read(workload, folder), workload.parameters, threads)
        self.kind = workload.kind
        self.peer = peers.PEERS[workload.kind, name](task)
        self.last = None

    def run(self, count: int) -> list[float]:
        seconds = []
        for _ in range(count):
            self.last = None
            self.peer.before()
            begin = time.perf_counter()
            self.last = self.peer.run()
            seconds.append(time.perf_counter() - begin)
        return seconds

    def compare(self, found: dict) -> dict:
        """Ours against the last run; the peak is taken before the answers are looked at."""
        peak = ours.in_bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        labels = found["labels"] and np.load(found["labels"])
        verdict = quality.compare(
            self.kind, peers.Answer(labels, found["figures"]), self.peer.answer(self.last)
        )
        return {"peak": peak, "is_equal": bool(verdict.is_equal), "words": verdict.words}


def main() -> None:
    warnings.filterwarnings("ignore")
    name, peer, threads, folder = sys.argv[1:]
    worker = Worker(workloads.find(name), peer, int(threads), Path(folder))
    cold = worker.run(1)
    gc.collect()
    say({"seconds": cold, "version": peers.version(peer)})
    for line in sys.stdin:
        order, _, rest = line.partition(" ")
        if order == "run":
            say({"seconds": worker.run(int(rest))})
        else:
            say(worker.compare(json.loads(rest)))


def say(answer: dict) -> None:
    print("ANSWER " + json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
