"""The peers: how each library does the work of a workload.

A peer is a function of the task that returns what is timed. Imports, casts to 32 bits and the
like happen before, so that the clock runs around the fit only. What the timed call returned is
then turned into an `Answer`, in the same terms as ours.
"""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from recipes import Arrays
from workloads import FAISS, FASTCLUSTER, SKLEARN, TREE, Parameters


@dataclass(frozen=True)
class Task:
    arrays: Arrays
    parameters: Parameters
    threads: int

    @property
    def points(self) -> np.ndarray:
        return self.arrays["X"]


@dataclass
class Answer:
    """What came out, on either side: labels (-1 is noise), figures, which points are core."""

    labels: np.ndarray | None = None
    figures: dict[str, float] = field(default_factory=dict)
    core: np.ndarray | None = None


@dataclass(frozen=True)
class Peer:
    run: Callable[[], Any]
    answer: Callable[[Any], Answer]
    before: Callable[[], Any] = lambda: None
    """What each run needs anew, outside the clock."""


PEERS: dict[tuple[str, str], Callable[[Task], Peer]] = {}

PACKAGES = {
    SKLEARN: "scikit-learn", FAISS: "faiss-cpu", "numpy": "numpy", "scipy": "scipy",
    "mlpack": "mlpack", "dbscan": "dbscan", "hdbscan": "hdbscan",
    "fast_hdbscan": "fast_hdbscan", FASTCLUSTER: "fastcluster", TREE: "quitefastmst",
    "genieclust": "genieclust", "kmedoids": "kmedoids",
}  # fmt: skip


def peer(kind: str, name: str):
    """Names the function that does a kind of work with a library."""

    def register(prepare: Callable[[Task], Peer]):
        PEERS[kind, name] = prepare
        return prepare

    return register


def version(name: str) -> str:
    return importlib.metadata.version(PACKAGES[name])


def inertia(points: np.ndarray, centers: np.ndarray) -> tuple[np.ndarray, float]:
    """The nearest of the centers for each point, and the sum of the squared distances."""
    centers = np.asarray(centers, np.float64)
    squares = (centers * centers).sum(1)
    labels = np.empty(len(points), np.int64)
    total = 0.0
    for start in range(0, len(points), 100_000):
        block = points[start : start + 100_000]
        nearest = np.argmin(squares - 2.0 * (block @ centers.T), axis=1)
        labels[start : start + len(block)] = nearest
        total += float(((block - centers[nearest]) ** 2).sum())
    return labels, total


def by_centers(task: Task, centers: np.ndarray, rounds: int | None = None) -> Answer:
    labels, total = inertia(task.points, centers)
    figures = {"inertia": total} | ({"iterations": rounds} if rounds is not None else {})
    return Answer(labels, figures)


# ------------------------------------------------------------------ k-means


@peer("k-means", SKLEARN)
def _(task):
    from sklearn.cluster import KMeans

    p = task.parameters
    method = dict(n_init=1, max_iter=p["iterations"], tol=p["tolerance"], algorithm="lloyd")
    return Peer(
        lambda: KMeans(p["k"], init=task.arrays["init"], **method).fit(task.points),
        lambda m: Answer(m.labels_, {"inertia": m.inertia_, "iterations": m.n_iter_}),
    )


@peer("k-means", FAISS)
def _(task):
    import faiss

    faiss.omp_set_num_threads(task.threads)
    p = task.parameters
    points, start = task.points.astype("f4"), task.arrays["init"].astype("f4")

    def run():
        method = faiss.Kmeans(
            points.shape[1], p["k"], niter=p["iterations"], nredo=1, seed=1,
            max_points_per_centroid=len(points), min_points_per_centroid=1,
        )  # fmt: skip
        method.train(points, init_centroids=start)
        method.assign(points)
        return method

    return Peer(run, lambda m: by_centers(task, m.centroids, len(m.obj)))


@peer("k-means", "scipy")
def _(task):
    from scipy.cluster.vq import kmeans2

    rounds = min(task.parameters["iterations"], 20)
    start = task.arrays["init"]
    return Peer(
        lambda: kmeans2(task.points, start, iter=rounds, minit="matrix", check_finite=False),
        lambda found: by_centers(task, found[0], rounds),
    )


@peer("k-means++", SKLEARN)
def _(task):
    from sklearn.cluster import KMeans

    p = task.parameters
    method = dict(n_init=p["restarts"], max_iter=p["iterations"], tol=p["tolerance"])
    return Peer(
        lambda: KMeans(p["k"], init="k-means++", random_state=1, **method).fit(task.points),
        lambda m: Answer(m.labels_, {"inertia": m.inertia_}),
    )


@peer("k-means++", "mlpack")
def _(task):
    import mlpack

    p = task.parameters

    def run():
        best = None
        for seed in range(p["restarts"]):
            best = mlpack.kmeans(
                input_=task.points, clusters=p["k"], kmeans_plus_plus=True, seed=seed + 1,
                max_iterations=p["iterations"], algorithm="hamerly", labels_only=True,
                allow_empty_clusters=True,
            )  # fmt: skip
        return best

    return Peer(run, lambda found: by_centers(task, found["centroid"]))


@peer("mini-batch", SKLEARN)
def _(task):
    from sklearn.cluster import MiniBatchKMeans

    p = task.parameters
    method = dict(n_init=1, batch_size=p["batch"], max_iter=p["epochs"], tol=0.0)

    def run():
        start = task.arrays["init"]
        return MiniBatchKMeans(
            p["k"], init=start, max_no_improvement=None, random_state=1, **method
        ).fit(task.points)

    return Peer(run, lambda m: by_centers(task, m.cluster_centers_))


@peer("bisecting", SKLEARN)
def _(task):
    from sklearn.cluster import BisectingKMeans

    k = task.parameters["k"]
    return Peer(
        lambda: BisectingKMeans(k, random_state=1, n_init=1).fit(task.points),
        lambda m: Answer(m.labels_, {"inertia": m.inertia_}),
    )


# ------------------------------------------------------------------ density


@peer("dbscan", SKLEARN)
def _(task):
    from sklearn.cluster import DBSCAN

    p = task.parameters
    method = dict(eps=p["eps"], min_samples=p["min_samples"], n_jobs=task.threads)

    def answer(model):
        core = np.zeros(len(task.points), bool)
        core[model.core_sample_indices_] = True
        return Answer(model.labels_, core=core)

    return Peer(lambda: DBSCAN(**method).fit(task.points), answer)


@peer("dbscan", "dbscan")
def _(task):
    import dbscan

    p = task.parameters
    return Peer(
        lambda: dbscan.DBSCAN(task.points, eps=p["eps"], min_samples=p["min_samples"]),
        lambda found: Answer(np.asarray(found[0]), core=np.asarray(found[1], bool)),
    )


@peer("optics", SKLEARN)
def _(task):
    from sklearn.cluster import OPTICS

    count = task.parameters["min_samples"]

    def answer(model):
        reached = model.reachability_[np.isfinite(model.reachability_)]
        return Answer(model.labels_, {"reachability_sum": float(reached.sum())})

    return Peer(lambda: OPTICS(min_samples=count, n_jobs=task.threads).fit(task.points), answer)


def _hdbscan(task):
    p = task.parameters
    return {"min_cluster_size": p["min_cluster_size"], "min_samples": p["min_samples"]}


@peer("hdbscan", "hdbscan")
def _(task):
    import hdbscan

    method = _hdbscan(task) | {"core_dist_n_jobs": task.threads}
    return Peer(
        lambda: hdbscan.HDBSCAN(**method).fit(task.points), lambda m: Answer(m.labels_)
    )


@peer("hdbscan", "fast_hdbscan")
def _(task):
    import fast_hdbscan

    method = _hdbscan(task)
    return Peer(
        lambda: fast_hdbscan.HDBSCAN(**method).fit(task.points), lambda m: Answer(m.labels_)
    )


@peer("spanning tree", TREE)
def _(task):
    import quitefastmst

    quitefastmst.omp_set_num_threads(task.threads)
    count = task.parameters["min_samples"]
    return Peer(
        lambda: quitefastmst.mst_euclid(task.points, count),
        lambda tree: Answer(figures={"weight_sum": float(tree[0].sum())}),
    )


# ---------------------------------------------------------------- hierarchy


def cut(task: Task, merges: np.ndarray) -> Answer:
    """The labels at k clusters of a tree in scipy's form."""
    from scipy.cluster.hierarchy import fcluster

    labels = fcluster(np.asarray(merges), task.parameters["k"], "maxclust") - 1
    return Answer(labels, {"height_sum": float(np.asarray(merges)[:, 2].sum())})


@peer("linkage", FASTCLUSTER)
def _(task):
    import fastcluster
    from scipy.spatial.distance import pdist

    linkage = task.parameters["linkage"]
    if linkage == "ward":  # The form that keeps no distance matrix is the fastest.
        run = lambda: fastcluster.linkage_vector(task.points, linkage)
    else:
        run = lambda: fastcluster.linkage(pdist(task.points), linkage, preserve_input=False)
    return Peer(run, lambda merges: cut(task, merges))


@peer("single linkage", TREE)
def _(task):
    """Only the edges of the tree: a linkage still has to join them up."""
    import quitefastmst

    quitefastmst.omp_set_num_threads(task.threads)
    return Peer(
        lambda: quitefastmst.mst_euclid(task.points, 0),
        lambda tree: Answer(figures={"height_sum": float(tree[0].sum())}),
    )


@peer("single linkage", "genieclust")
def _(task):
    """Genie without its rule against small clusters is single linkage."""
    import genieclust
    import quitefastmst

    quitefastmst.omp_set_num_threads(task.threads)
    k = task.parameters["k"]
    return Peer(
        lambda: genieclust.Genie(n_clusters=k, gini_threshold=1.0, M=1).fit(task.points),
        lambda m: Answer(m.labels_),
    )


# ---------------------------------------------------- mixtures, medoids, modes


@peer("mixture", SKLEARN)
def _(task):
    from sklearn.mixture import GaussianMixture

    k, d = task.parameters["k"], task.parameters["d"]
    precisions = np.repeat((np.eye(d) / task.points.var())[None], k, 0)
    start = dict(weights_init=np.full(k, 1 / k), means_init=task.arrays["init"])

    def run():
        return GaussianMixture(
            k, tol=0.0, max_iter=task.parameters["iterations"], reg_covar=1e-6,
            precisions_init=precisions, **start,
        ).fit(task.points)  # fmt: skip

    def answer(model):
        mean = float(model.score(task.points))
        return Answer(model.predict(task.points), {"mean_log_likelihood": mean})

    return Peer(run, answer)


@peer("k-medoids", "kmedoids")
def _(task):
    import kmedoids
    from scipy.spatial.distance import cdist

    medoids = task.arrays["medoids"].astype(np.uintp)
    more = {"n_cpu": task.threads} | ({"random_state": 1} if task.threads > 1 else {})

    def run():
        distances = cdist(task.points, task.points)
        return kmedoids.fasterpam(distances, medoids.copy(), max_iter=100, **more)

    return Peer(run, lambda found: Answer(np.asarray(found.labels), {"loss": found.loss}))


@peer("mean-shift", SKLEARN)
def _(task):
    from sklearn.cluster import MeanShift

    p = task.parameters
    method = dict(bandwidth=p["bandwidth"], bin_seeding=p["binned"], n_jobs=task.threads)
    return Peer(lambda: MeanShift(**method).fit(task.points), lambda m: Answer(m.labels_))


@peer("mean-shift", "mlpack")
def _(task):
    """Stops by a rule of its own."""
    import mlpack

    radius = task.parameters["bandwidth"]
    return Peer(
        lambda: mlpack.mean_shift(input_=task.points, radius=radius, labels_only=True),
        lambda found: Answer(np.asarray(found["output"]).ravel().astype(np.int64)),
    )


@peer("spectral", SKLEARN)
def _(task):
    from sklearn.cluster import SpectralClustering

    k, gamma = task.parameters["k"], task.parameters["gamma"]
    method = dict(affinity="rbf", gamma=gamma, random_state=1, n_init=10)
    return Peer(
        lambda: SpectralClustering(k, **method).fit(task.points), lambda m: Answer(m.labels_)
    )


# ------------------------------------------------------- scores and scaling


def value(score: Callable[[], float]) -> Peer:
    return Peer(score, lambda found: Answer(figures={"value": float(found)}))


@peer("silhouette", SKLEARN)
def _(task):
    from sklearn.metrics import silhouette_score

    return value(lambda: silhouette_score(task.points, task.arrays["y"]))


@peer("davies-bouldin", SKLEARN)
def _(task):
    from sklearn.metrics import davies_bouldin_score

    return value(lambda: davies_bouldin_score(task.points, task.arrays["y"]))


def _two_labelings(kind: str, name: str, module: str, function: str) -> None:
    @peer(kind, name)
    def _(task):
        score = getattr(importlib.import_module(module), function)
        a, b = (task.arrays[key].astype("int64") for key in "ab")
        return value(lambda: score(a, b))


_two_labelings("ari", SKLEARN, "sklearn.metrics", "adjusted_rand_score")
_two_labelings("nmi", SKLEARN, "sklearn.metrics", "normalized_mutual_info_score")
_two_labelings("ami", SKLEARN, "sklearn.metrics", "adjusted_mutual_info_score")
_two_labelings("ari", "genieclust", "genieclust.compare_partitions", "adjusted_rand_score")
_two_labelings("nmi", "genieclust", "genieclust.compare_partitions", "normalized_mi_score")


def _check_sum(scaled: np.ndarray) -> Answer:
    return Answer(figures={"check_sum": float(np.abs(scaled[::997]).sum())})


@peer("scaling", "numpy")
def _(task):
    def run():
        scaled = task.points - task.points.mean(0)
        scaled /= np.sqrt(np.einsum("ij,ij->j", scaled, scaled) / len(scaled))
        return scaled

    return Peer(run, _check_sum)


@peer("scaling in place", "numpy")
def _(task):
    """The old values are lost on both sides, so each run has a copy of its own."""
    copies = []

    def run():
        points = copies.pop()
        points -= points.mean(0)
        points /= np.sqrt(np.einsum("ij,ij->j", points, points) / len(points))
        return points

    return Peer(run, _check_sum, before=lambda: copies.append(task.points.copy()))


@peer("scaling", SKLEARN)
def _(task):
    from sklearn.preprocessing import StandardScaler

    return Peer(lambda: StandardScaler().fit_transform(task.points), _check_sum)


@peer("pca", SKLEARN)
def _(task):
    from sklearn.decomposition import PCA

    def answer(model):
        first, second = model.explained_variance_
        return Answer(figures={"first": float(first), "second": float(second)})

    return Peer(lambda: PCA(2).fit(task.points), answer)
