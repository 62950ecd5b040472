"""Whether two answers are equally good, in the terms of the kind of work.

A figure is a ratio of times only where both sides did the same work. Where the method says
what comes out, the answers must agree: the same labels, or the same figure to nine digits.
Where chance or a looser rule of stopping has a say, ours must be no worse.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from peers import Answer

DIGITS = 1e-9


@dataclass(frozen=True)
class Verdict:
    is_equal: bool
    words: str


def compare(kind: str, ours: Answer, peer: Answer) -> Verdict:
    return _COMPARISONS[kind](ours, peer)


# -------------------------------------------------------------- comparisons


def _same_labels(ours: Answer, peer: Answer) -> Verdict:
    """The same numbers for the clusters too, since both began at the same centers."""
    share = float((ours.labels == peer.labels).mean())
    off = _relative(ours, peer, "inertia")
    words = "labels equal" if share == 1 else f"{100 * share:.2f} % of labels"
    return Verdict(share == 1 or off <= DIGITS, f"{words}, inertia {off:+.0e}")


def _same_partition(ours: Answer, peer: Answer) -> Verdict:
    if np.array_equal(renumbered(ours.labels), renumbered(peer.labels)):
        return Verdict(True, "same partition")
    agreement = _adjusted_rand(ours.labels, peer.labels)
    return Verdict(agreement > 0.999, f"ARI {agreement:.4f}")


def _same_core(ours: Answer, peer: Answer) -> Verdict:
    """A border point may go to any of the clusters that reach it; all else is determined."""
    core = peer.core
    same = np.array_equal(renumbered(ours.labels[core]), renumbered(peer.labels[core]))
    noise = np.array_equal(ours.labels < 0, peer.labels < 0)
    words = f"core points {'equal' if same else 'DIFFER'}, noise {'equal' if noise else 'DIFFERS'}"
    return Verdict(same and noise, words)


def _no_worse(figure: str, slack: float, lower_is_better: bool = True):
    """Ours may be better, or worse by no more than a share of `slack`."""

    def comparison(ours: Answer, peer: Answer) -> Verdict:
        ratio = ours.figures[figure] / peer.figures[figure]
        worse = ratio - 1 if lower_is_better else 1 - ratio
        return Verdict(worse <= slack, f"{figure} × {ratio:.6g}")

    return comparison


def _same_figures(ours: Answer, peer: Answer) -> Verdict:
    """All figures of the peer, to nine digits."""
    off = {name: _relative(ours, peer, name) for name in peer.figures}
    words = ", ".join(f"{name.replace('_', ' ')} {d:+.0e}" for name, d in off.items())
    return Verdict(all(abs(d) <= DIGITS for d in off.values()), words)


def _same_tree(ours: Answer, peer: Answer) -> Verdict:
    """The same heights, and, where the peer cuts its tree, the same clusters."""
    heights = _same_figures(ours, peer) if peer.figures else Verdict(True, "")
    cut = Verdict(True, "") if peer.labels is None else _same_partition(ours, peer)
    words = ", ".join(v.words for v in (heights, cut) if v.words)
    return Verdict(heights.is_equal and cut.is_equal, words)


_COMPARISONS = {
    "k-means": _same_labels,
    "k-means++": _no_worse("inertia", 1e-3),
    "mini-batch": _no_worse("inertia", 0.01),
    # One cut in ten is a matter of luck: from seed to seed either side moves by 3 %.
    "bisecting": _no_worse("inertia", 0.05),
    "dbscan": _same_core,
    "optics": _same_partition,
    "hdbscan": _same_partition,
    "spanning tree": _same_figures,
    "linkage": _same_tree,
    "single linkage": _same_tree,
    "mixture": _same_figures,
    "k-medoids": _no_worse("loss", 0.01),
    "mean-shift": _same_partition,
    "spectral": _same_partition,
    "silhouette": _same_figures,
    "davies-bouldin": _same_figures,
    "ari": _same_figures,
    "nmi": _same_figures,
    "ami": _same_figures,
    "scaling": _same_figures,
    "scaling in place": _same_figures,
    "pca": _same_figures,
}


# ------------------------------------------------------------------ helpers


def _relative(ours: Answer, peer: Answer, figure: str) -> float:
    expected = peer.figures[figure]
    return (ours.figures[figure] - expected) / (abs(expected) or 1)


def renumbered(labels: np.ndarray) -> np.ndarray:
    """Clusters by their first row; noise stays -1."""
    names, first, numbers = np.unique(labels, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    new = np.empty(len(names), np.int64)
    clusters = [o for o in order if names[o] >= 0]
    new[clusters] = np.arange(len(clusters))
    new[[o for o in order if names[o] < 0]] = -1
    return new[numbers]


def _adjusted_rand(a: np.ndarray, b: np.ndarray) -> float:
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(a, b))
