// A step in one or two sentences, with the figures of that very step.

import Charts
import Experiments
import Wording

extension Frame {
  /// What the step did, and what it comes to.
  func words(in film: Film) -> String {
    step.words(in: film, self) + (inertia.map { " Inertia \(brief($0))." } ?? "")
  }
}

extension FilmStep {
  fileprivate func words(in film: Film, _ frame: Frame) -> String {
    switch self {
    case .started: film.opening(frame)
    case .assigned(let round, let changed):
      "Round \(round), assign: every point takes its nearest center. "
        + (changed == 0
          ? "None changes its group."
          : "\(counted(changed, "point")) \(changed == 1 ? "changes" : "change") group.")
    case .moved(let round, let farthest):
      "Round \(round), update: every center moves to the mean of its points, at most "
        + "\(brief(farthest)) far."
    case .atRest(let rounds, true):
      "At rest after \(counted(rounds, "round")): nothing changes any more."
    case .atRest(let rounds, false):
      "Stopped after \(counted(rounds, "round")), before it came to rest."
    case .visited(let visit): visit.words(frame, minSamples: film.minSamples)
    case .merged(let rows, let others, let height):
      "The two nearest clusters become one, at a height of \(brief(height)): "
        + "\(counted(rows.count, "point")) and \(counted(others.count, "point"))."
    }
  }
}

extension Visit {
  fileprivate func words(_ frame: Frame, minSamples: Int) -> String {
    let around =
      "Point \(row + 1) has \(counted(neighbors.count, "point")) within eps, itself included."
    guard isCore else {
      let place =
        frame.labels[row] < 0
        ? "No core point has reached it yet: noise for now."
        : "It lies within eps of a core point: a border point of \(groupName(frame.labels[row]))."
      return "\(around) Fewer than \(minSamples): no core point. \(place)"
    }
    let group = groupName(frame.labels[row])
    let begin = startsGroup ? "it begins group \(group)" : "it belongs to \(group)"
    let grows =
      taken == 0 ? "and finds nobody new" : "and takes in \(counted(taken, "point"))"
    return "\(around) At least \(minSamples): a core point; \(begin) \(grows)."
  }
}

extension Film {
  fileprivate func opening(_ frame: Frame) -> String {
    switch experiment.method {
    case .kMeans(let settings):
      let how =
        settings.start == .random
        ? "drawn from all points alike" : "drawn by k-means++, far ones likelier"
      return "\(counted(settings.k, "center")) \(settings.k == 1 ? "stands" : "stand") on "
        + "points \(how). No point has a group yet."
    case .dbscan(let eps, let minSamples):
      return "No point was looked at. A point with at least \(minSamples) within \(brief(eps)) "
        + "is a core point."
    case .agglomerative:
      return "Every point is a cluster of its own. The two nearest, by \(linkage) "
        + "linkage, are merged, again and again."
    default: return ""
    }
  }

  private var linkage: String {
    experiment.settings.first { $0.name == "linkage" }?.value ?? ""
  }

  fileprivate var minSamples: Int {
    if case .dbscan(_, let minSamples) = experiment.method { minSamples } else { 0 }
  }
}
