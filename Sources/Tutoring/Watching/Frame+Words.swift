// A step in one or two sentences, with the figures of that very step.

import Charts
import Experiments
import Wording

extension Frame {
  /// What the step did, and what it comes to.
  func words(in film: Film) -> String {
    step.words(in: film, self) + (inertia.map { " Inertia \(brief($0))." } ?? "")
      + (tree.map { " " + $0.cutWords } ?? "")
  }
}

extension FilmStep {
  fileprivate func words(in film: Film, _ frame: Frame) -> String {
    switch self {
    case .started: film.opening(frame)
    case .assigned(let round, let changed):
      "Round \(round), assign: every point takes its nearest center. "
        + changeWords(changed, isFirst: round == 1, of: frame.labels.count)
    case .moved(let round, let farthest):
      "Round \(round), update: every center moves to the mean of its points, at most "
        + "\(brief(farthest)) far."
    case .atRest(let rounds, true):
      "At rest after \(counted(rounds, "round")): nothing changes any more."
    case .atRest(let rounds, false):
      "Stopped after \(counted(rounds, "round")), before it came to rest."
    case .visited(let visit): visit.words(frame, minSamples: film.minSamples)
    case .merged(let rows, let others, let height):
      "The \(frame.isWholeTree ? "last two" : "two nearest") clusters become one, at a height of "
        + "\(brief(height)): \(counted(rows.count, "point")) and \(others.count)."
    case .settled(let groups, let noise): settledWords(frame, groups, noise)
    }
  }

  private func changeWords(_ changed: Int, isFirst: Bool, of count: Int) -> String {
    if isFirst, changed == count { return "It is the first group for each." }
    if changed == 0 { return "None changes its group." }
    return "\(counted(changed, "point")) \(changed == 1 ? "changes" : "change") group."
  }

  private func settledWords(_ frame: Frame, _ groups: Int, _ noise: Int) -> String {
    let noiseWords =
      noise == 0
      ? "no point is noise" : "\(counted(noise, "point")) \(noise == 1 ? "is" : "are") noise"
    let border = frame.labels.count - noise - frame.cores.count
    return "Every point was looked at: \(counted(groups, "group")), \(noiseWords). The groups have "
      + "\(counted(frame.cores.count, "core point")) and \(counted(border, "border point"))."
  }
}

extension Frame {
  fileprivate var isWholeTree: Bool { tree.map { $0.merges.count == $0.leaves.count - 1 } ?? false }
}

extension MergeTree {
  private static let mostSizes = 6

  /// Where the cut is, and the groups that it leaves; before the merges come to it, will leave.
  fileprivate var cutWords: String {
    let groups = "\(counted(cut.sizes.count, "group")) of \(sizeWords)"
    if merges.count < cut.merges {
      return "Higher up, the cut at \(brief(cut.height)) leaves \(groups)."
    }
    let answer = merges.count == leaves.count - 1 ? ": the answer for k = \(cut.sizes.count)" : ""
    return "Cut at \(brief(cut.height)): \(groups)\(answer)."
  }

  /// The largest first.
  private var sizeWords: String {
    let sizes = cut.sizes
    if Set(sizes).count == 1, sizes.count > 1 { return "\(sizes[0]) each" }
    let rest = sizes.count - Self.mostSizes
    return listed(
      sizes.prefix(Self.mostSizes).map(String.init) + (rest > 0 ? ["\(rest) no larger"] : []))
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
      return "Each point is a cluster. The two nearest merge, by \(linkage) linkage, and so on."
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
