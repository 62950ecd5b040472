// What `--score` names: known scores, separated by commas, or all of them.

import ArgumentParser
import Wording

/// `silhouette,dbcv`, as it was typed. Whether these are scores is told by `check`.
struct ScoreNames: ExpressibleByArgument {
  private let list: [String]

  init?(argument: String) {
    list = argument.split(separator: ",").map { $0.filter { $0 != " " } }
    guard !list.isEmpty else { return nil }
  }

  /// Whether nothing narrower is asked for.
  var isAll: Bool { list.contains("all") }

  /// The scores of a kind that are named, each once, in the order named.
  func chosen<Score: RawRepresentable<String> & CaseIterable>(_ kind: Score.Type) -> [Score] {
    if isAll { return Array(Score.allCases) }
    return list.indices.filter { list.firstIndex(of: list[$0]) == $0 }
      .compactMap { Score(rawValue: list[$0]) }
  }

  /// Refuses a name that is no score, and a score of a kind that is not to be had here.
  func check(among known: [String], elsewhere: [String] = []) throws {
    for name in list where name != "all" && !known.contains(name) {
      guard !elsewhere.contains(name) else {
        throw ValidationError(
          "--score: \(name) compares two labelings; centroid score --against has it.")
      }
      let hint = nearestName(to: name, among: known + elsewhere).map { "did you mean \($0)?" }
      throw ValidationError(
        "--score: there is no score \(name); \(hint ?? "there are \(listed(known, "and")).")")
    }
  }
}
