"""The workloads: what is clustered, how, and by whom else.

A workload has a name, a number of rows, a seed, and a recipe (see recipes.py) with its
parameters. The table below is all that there is to change for a new one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

Parameters = dict[str, Any]


@dataclass(frozen=True)
class Workload:
    """What is clustered, by which kind of method, and what is asked of the result.

    `aims` has the peers in the order of the table; the figure is the least ratio
    peer / ours that is aimed at, None where there is no aim.
    """

    name: str
    kind: str
    n: int
    seed: int
    recipe: str
    parameters: Parameters
    aims: dict[str, float | None] = field(default_factory=dict)

    def smaller(self, share: float) -> Workload:
        """The same recipe with a share of the rows, under a name of its own."""
        if share == 1:
            return self
        return replace(self, n=max(64, int(self.n * share)), name=f"{self.name}@{share}")

    def file(self, array: str, folder: Path) -> Path:
        return folder / f"{self.name}.{array}.npy"

TWENTY_ROUNDS = {"iterations": 20, "tolerance": 0.0, "std": 1.0}
TO_REST = {"iterations": 300, "tolerance": 1e-4, "std": 1.0}
TOWNS = {"d": 2, "blobs": 20, "box": 100.0, "narrowest": 0.5, "widest": 2.0, "noise": 0.1}
TOWNS_3D = {"d": 3, "blobs": 15, "box": 50.0, "narrowest": 0.5, "widest": 2.0, "noise": 0.1}
TOWNS_10D = {"d": 10, "blobs": 20, "box": 20.0, "narrowest": 0.5, "widest": 1.5, "noise": 0.05}
FEW_TOWNS = {"d": 2, "blobs": 8, "box": 100.0, "narrowest": 0.5, "widest": 2.0, "noise": 0.0}
TEN_GROUPS = {"d": 10, "k": 10, "spread": 1.5, "std": 1.0}
TEN_GROUPS_2D = {"d": 2, "k": 10, "spread": 5.0, "std": 1.0}
LABELS = {"labels_a": 20, "labels_b": 25, "agree": 0.7}
SKLEARN, FAISS = "scikit-learn", "faiss (32-bit)"
FASTCLUSTER, TREE = "fastcluster", "quitefastmst"
HUNDRED_K, MILLION = 100_000, 1_000_000


def _workload(name, kind, n, seed, recipe, aims, **parameters) -> Workload:
    return Workload(name, kind, n, seed, recipe, parameters, aims)


WORKLOADS = [
    _workload("kmeans_1m_d2_k8", "k-means", MILLION, 101, "blobs_and_start",
              {SKLEARN: 4}, d=2, k=8, spread=3.0, **TWENTY_ROUNDS),
    _workload("kmeans_1m_d16_k64", "k-means", MILLION, 102, "blobs_and_start",
              {SKLEARN: 2, FAISS: 2}, d=16, k=64, spread=1.0, **TWENTY_ROUNDS),
    _workload("kmeans_1m_d16_k64_uniform", "k-means", MILLION, 103, "uniform_and_start",
              {SKLEARN: 1.2, FAISS: 1.2}, d=16, k=64, **TWENTY_ROUNDS),
    _workload("kmeans_100k_d64_k256", "k-means", HUNDRED_K, 104, "blobs_and_start",
              {SKLEARN: 1, FAISS: 1}, d=64, k=256, spread=0.5, **TWENTY_ROUNDS),
    _workload("kmeanspp_100k_d8_k10", "k-means++", HUNDRED_K, 105, "blobs_and_start",
              {SKLEARN: 3, "mlpack": 3}, d=8, k=10, spread=1.2, restarts=10, **TO_REST),
    _workload("kmeans_ui_300_d2_k8", "k-means", 300, 110, "blobs_and_start",
              {"scipy": 10, SKLEARN: 10}, d=2, k=8, spread=3.0, **TO_REST),
    _workload("kmeans_ui_10k_d2_k8", "k-means", 10_000, 111, "blobs_and_start",
              {SKLEARN: 4, "scipy": None}, d=2, k=8, spread=3.0, **TO_REST),
    _workload("minibatch_1m_d16_k64", "mini-batch", MILLION, 112, "blobs_and_start",
              {SKLEARN: 3}, d=16, k=64, spread=1.0, std=1.0, batch=1024, epochs=1),
    _workload("bisecting_100k_d8_k10", "bisecting", HUNDRED_K, 113, "blobs",
              {SKLEARN: 2}, d=8, k=10, spread=2.0, std=1.0),
    _workload("dbscan_100k_d2", "dbscan", HUNDRED_K, 120, "scene",
              {"dbscan": 1, SKLEARN: 8}, eps=0.3, min_samples=10, **TOWNS),
    _workload("dbscan_1m_d2", "dbscan", MILLION, 121, "scene",
              {"dbscan": 1, SKLEARN: 8}, eps=0.1, min_samples=10, **TOWNS),
    _workload("dbscan_100k_d3", "dbscan", HUNDRED_K, 122, "scene",
              {"dbscan": 1, SKLEARN: 8}, eps=0.5, min_samples=10, **TOWNS_3D),
    _workload("optics_10k_d2", "optics", 10_000, 123, "scene",
              {SKLEARN: 100}, min_samples=10, **TOWNS),
    _workload("hdbscan_100k_d2", "hdbscan", HUNDRED_K, 124, "scene",
              {"hdbscan": 5, "fast_hdbscan": 5},
              min_cluster_size=100, min_samples=10, **TOWNS),
    _workload("hdbscan_20k_d10", "hdbscan", 20_000, 125, "scene",
              {"hdbscan": 2, "fast_hdbscan": 2},
              min_cluster_size=50, min_samples=10, **TOWNS_10D),
    _workload("mst_100k_d2", "spanning tree", HUNDRED_K, 124, "scene",
              {TREE: 1}, min_samples=10, **TOWNS),
    _workload("mst_20k_d10", "spanning tree", 20_000, 125, "scene",
              {TREE: 1}, min_samples=10, **TOWNS_10D),
    _workload("ward_10k_d10", "linkage", 10_000, 130, "blobs",
              {FASTCLUSTER: 2}, linkage="ward", **TEN_GROUPS),
    _workload("ward_20k_d2", "linkage", 20_000, 131, "blobs",
              {FASTCLUSTER: 2}, linkage="ward", **TEN_GROUPS_2D),
    _workload("average_10k_d10", "linkage", 10_000, 130, "blobs",
              {FASTCLUSTER: 2}, linkage="average", **TEN_GROUPS),
    _workload("complete_10k_d10", "linkage", 10_000, 130, "blobs",
              {FASTCLUSTER: 2}, linkage="complete", **TEN_GROUPS),
    _workload("single_20k_d2", "single linkage", 20_000, 131, "blobs",
              {TREE: 1, "genieclust": 1}, linkage="single", **TEN_GROUPS_2D),
    _workload("single_20k_d10", "single linkage", 20_000, 132, "blobs",
              {TREE: 1, "genieclust": 1}, linkage="single", **TEN_GROUPS),
    _workload("gmm_100k_d8_k10", "mixture", HUNDRED_K, 140, "ellipsoids",
              {SKLEARN: 5}, d=8, k=10, spread=2.0, iterations=50),
    _workload("silhouette_20k_d8_k10", "silhouette", 20_000, 141, "blobs",
              {SKLEARN: 4}, d=8, k=10, spread=1.5, std=1.0),
    _workload("dbch_1m_d16_k64", "davies-bouldin", MILLION, 142, "blobs",
              {SKLEARN: 3}, d=16, k=64, spread=1.0, std=1.0),
    _workload("scale_1m_d16", "scaling", MILLION, 143, "unequal_columns",
              {"numpy": 1.5, SKLEARN: None}, d=16),
    _workload("scale_1m_d16_in_place", "scaling in place", MILLION, 143, "unequal_columns",
              {"numpy": 1.5}, d=16),
    _workload("pca_1m_d16", "pca", MILLION, 143, "unequal_columns", {SKLEARN: 1}, d=16),
    _workload("pam_5k_d8_k10", "k-medoids", 5_000, 144, "blobs_and_medoids",
              {"kmedoids": 1.2}, d=8, k=10, spread=1.2, std=1.0),
    _workload("pam_5k_d8_k100", "k-medoids", 5_000, 145, "blobs_and_medoids",
              {"kmedoids": 1.2}, d=8, k=100, spread=2.0, std=1.0),
    _workload("ari_1m", "ari", MILLION, 146, "two_labelings",
              {"genieclust": 1, SKLEARN: None}, **LABELS),
    _workload("nmi_1m", "nmi", MILLION, 146, "two_labelings",
              {SKLEARN: 10, "genieclust": None}, **LABELS),
    _workload("ami_1m", "ami", MILLION, 146, "two_labelings", {SKLEARN: 10}, **LABELS),
    _workload("meanshift_5k_d2", "mean-shift", 5_000, 147, "scene",
              {SKLEARN: 50, "mlpack": None}, bandwidth=3.0, binned=False, **FEW_TOWNS),
    _workload("meanshift_100k_d2_binned", "mean-shift", HUNDRED_K, 148, "scene",
              {SKLEARN: None}, bandwidth=3.0, binned=True, **FEW_TOWNS),
    _workload("spectral_2k_d2", "spectral", 2_000, 149, "moons",
              {SKLEARN: 2}, d=2, k=2, std=0.06, gamma=20.0),
]

GROWTH_SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000, "4m": 4_000_000}


def _growing() -> list[Workload]:
    """The same work on ever more rows, for DBSCAN and HDBSCAN at the same density."""
    found = []
    for step, (label, n) in enumerate(GROWTH_SIZES.items()):
        found.append(
            _workload(f"kmeans_grow_{label}", "k-means", n, 106 + step, "blobs_and_start",
                      {SKLEARN: None}, d=8, k=16, spread=1.2, **TWENTY_ROUNDS))
        if n <= MILLION:
            eps = 0.3 * (HUNDRED_K / n) ** 0.5
            found.append(
                _workload(f"dbscan_grow_{label}", "dbscan", n, 150 + step, "scene",
                          {"dbscan": None}, eps=eps, min_samples=10, **TOWNS))
            found.append(
                _workload(f"hdbscan_grow_{label}", "hdbscan", n, 160 + step, "scene",
                          {"fast_hdbscan": None},
                          min_cluster_size=100, min_samples=10, **TOWNS))
    return found


GROWTH = _growing()

def find(name: str) -> Workload:
    """By name; `kmeans_1m_d2_k8@0.01` has a hundredth of the rows."""
    name, _, share = name.partition("@")
    return _BY_NAME[name].smaller(float(share or 1))


_BY_NAME = {workload.name: workload for workload in WORKLOADS + GROWTH}
