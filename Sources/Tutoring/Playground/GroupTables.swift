// What the groups are like: every column with its mean in each group, those first that tell the
// groups apart most. Few groups stand side by side; more of them follow below.

import Charts
import Experiments
import Screen
import Wording

extension PlaygroundSession {
  /// As many groups as stand side by side on a narrow screen.
  private static let groupsBeside = 6
  /// More are no list that anybody reads.
  private static let mostColumns = 60
  private static let mostGroups = 24

  func profiles(_ playing: Playing) throws(ExperimentError) -> [Element] {
    let trace = try playing.trace()
    let contrasts = try playing.contrasts()
    guard !contrasts.isEmpty, trace.groupCount > 0 else {
      return [.prose([Span("There are no groups.")])]
    }
    let groups = Array(trace.profile.prefix(Self.mostGroups))
    let blocks = stride(from: 0, to: groups.count, by: Self.groupsBeside).map { start in
      Array(groups[start..<min(start + Self.groupsBeside, groups.count)])
    }
    return [.prose([Span(Self.idea), strength(contrasts)])]
      + blocks.flatMap { table($0, contrasts) }
      + rest(columns: contrasts.count, groups: trace.groupCount)
  }

  private static let idea =
    "The mean of each column in each group, in its own units. Apart: the part of a column's "
    + "spread that lies between the groups."

  /// Which columns make the groups what they are.
  private func strength(_ contrasts: [Contrast]) -> Span {
    let strongest = contrasts.prefix(3).map { "\($0.column) \(percentage($0.share))" }
    return Span(" Most apart: \(strongest.joined(separator: ", ")).", .bold)
  }

  private func table(_ groups: [GroupProfile], _ contrasts: [Contrast]) -> [Element] {
    let sizes = groups.map {
      "\(groupName($0.group)) \(counted($0.count, "row")) (\(percentage($0.share, $0.share < 0.01 ? 2 : 0)))"
    }
    let rows = contrasts.prefix(Self.mostColumns).map { contrast in
      [contrast.column, percentage(contrast.share)]
        + groups.map { brief(contrast.means[$0.group]) }
    }
    return [
      .prose([Span("\(sizes.joined(separator: ", ")).")]),
      .table(header: ["column", "apart"] + groups.map { groupName($0.group) }, rows: rows),
    ]
  }

  private func rest(columns: Int, groups: Int) -> [Element] {
    var told: [String] = []
    if columns > Self.mostColumns {
      told.append("\(counted(columns - Self.mostColumns, "more column")), less apart")
    }
    if groups > Self.mostGroups { told.append(counted(groups - Self.mostGroups, "more group")) }
    return told.isEmpty
      ? [] : [.gap, .prose([Span("And \(told.joined(separator: "; and ")).", .muted)])]
  }
}
