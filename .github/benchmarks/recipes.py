"""The recipes: how the data of a workload is made, and where it lies.

The same seed makes the same bytes everywhere, so that figures of two machines are about the
same work.

    python recipes.py write FOLDER WORKLOAD …     a .npy file for each array
    python recipes.py hashes WORKLOAD …           the SHA-256 of the bytes of each array
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import numpy as np

import workloads
from workloads import Parameters, Workload

Arrays = dict[str, np.ndarray]


# ------------------------------------------------------------------ recipes


def blobs(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """Equally likely round Gaussian groups of one width."""
    groups = p.get("groups", p["k"])
    centers = rng.standard_normal((groups, p["d"])) * p["spread"]
    truth = rng.integers(0, groups, size=n)
    points = rng.standard_normal((n, p["d"]))
    points *= p["std"]
    points += centers[truth]
    return {"X": points, "y": truth}


def blobs_and_start(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """Groups, and k different rows as the first centers."""
    arrays = blobs(rng, n, p)
    rows = rng.choice(n, p["k"], replace=False)
    return arrays | {"init": arrays["X"][rows]}


def uniform_and_start(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """No groups at all: the unit cube, and k different rows as the first centers."""
    points = rng.random((n, p["d"]))
    return {"X": points, "init": points[rng.choice(n, p["k"], replace=False)]}


def blobs_and_medoids(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """Groups, and the numbers of k different rows as the first medoids."""
    arrays = blobs(rng, n, p)
    return arrays | {"medoids": rng.choice(n, p["k"], replace=False)}


def scene(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """Gaussian groups of different width in a box, and uniform noise (-1) all over it."""
    noise_count = round(n * p["noise"])
    member_count = n - noise_count
    centers = rng.uniform(0, p["box"], (p["blobs"], p["d"]))
    widths = rng.uniform(p["narrowest"], p["widest"], p["blobs"])
    group = rng.integers(0, p["blobs"], size=member_count)
    points = np.empty((n, p["d"]))
    points[:member_count] = rng.standard_normal((member_count, p["d"])) * widths[group][:, None]
    points[:member_count] += centers[group]
    margin = 0.05 * p["box"]
    points[member_count:] = rng.uniform(-margin, p["box"] + margin, (noise_count, p["d"]))
    truth = np.concatenate([group, np.full(noise_count, -1)])
    order = rng.permutation(n)
    return {"X": points[order], "y": truth[order]}


def ellipsoids(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """Gaussian groups, each with a covariance of its own, and k rows as the first means."""
    k, d = p["k"], p["d"]
    centers = rng.standard_normal((k, d)) * p["spread"]
    shapes = rng.standard_normal((k, d, d)) / d**0.5 + 0.5 * np.eye(d)
    truth = rng.integers(0, k, size=n)
    round_points = rng.standard_normal((n, d))
    points = np.empty((n, d))
    for group in range(k):
        members = truth == group
        points[members] = round_points[members] @ shapes[group].T + centers[group]
    return {"X": points, "y": truth, "init": points[rng.choice(n, k, replace=False)]}


def unequal_columns(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """Columns of very different scale and offset."""
    points = rng.standard_normal((n, p["d"])) * np.logspace(-3, 3, p["d"])
    return {"X": points + np.linspace(-100, 100, p["d"])}


def two_labelings(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """Two labelings that agree on a share of the rows."""
    a = rng.integers(0, p["labels_a"], size=n)
    agrees = rng.random(n) < p["agree"]
    b = np.where(agrees, a % p["labels_b"], rng.integers(0, p["labels_b"], size=n))
    return {"a": a, "b": b}


def moons(rng: np.random.Generator, n: int, p: Parameters) -> Arrays:
    """Two half circles that reach into one another."""
    angle = rng.random(n) * np.pi
    truth = rng.integers(0, 2, n)
    upper = np.c_[np.cos(angle), np.sin(angle)]
    lower = np.c_[1 - np.cos(angle), 0.5 - np.sin(angle)]
    points = np.where(truth[:, None] == 0, upper, lower)
    return {"X": points + rng.standard_normal((n, 2)) * p["std"], "y": truth}


RECIPES = {
    recipe.__name__: recipe
    for recipe in (
        blobs, blobs_and_start, uniform_and_start, blobs_and_medoids, scene, ellipsoids,
        unequal_columns, two_labelings, moons,
    )
}  # fmt: skip


# -------------------------------------------------------------------- files


def arrays(workload: Workload) -> Arrays:
    """Floats of 64 bits and whole numbers of 32, row after row."""
    rng = np.random.default_rng(workload.seed)
    made = RECIPES[workload.recipe](rng, workload.n, workload.parameters)
    return {
        name: np.ascontiguousarray(array, "<f8" if array.dtype.kind == "f" else "<i4")
        for name, array in made.items()
    }


def write(workload: Workload, folder: Path) -> None:
    """Writes the arrays, unless all are there already."""
    done = folder / f"{workload.name}.done"
    if done.exists():
        return
    for name, array in arrays(workload).items():
        np.save(workload.file(name, folder), array)
    done.touch()


def read(workload: Workload, folder: Path) -> Arrays:
    start = len(workload.name) + 1
    files = folder.glob(f"{workload.name}.*.npy")
    return {file.stem[start:]: np.load(file) for file in files}


def hashes(workload: Workload) -> dict[str, str]:
    return {
        name: hashlib.sha256(array.tobytes()).hexdigest()
        for name, array in arrays(workload).items()
    }


def main(command: str, *names: str) -> None:
    if command == "hashes":
        for name in names:
            print(name, hashes(workloads.find(name)))
    else:
        folder = Path(names[0])
        folder.mkdir(parents=True, exist_ok=True)
        for name in names[1:]:
            write(workloads.find(name), folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
