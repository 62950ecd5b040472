// How far a fit has come, on one line of standard error that is wiped when the fit ends.
//
// Only a person at a terminal wants to see it, and only when there is something to wait for.

import Clustering
import Foundation

struct ProgressLine {
  private static let patience = Duration.milliseconds(200)

  private let name: String
  private let isShown: Bool
  private let begin = ContinuousClock.now
  private var next: ContinuousClock.Instant
  private var isDirty = false

  init(_ name: String) {
    self.name = name
    isShown = isatty(STDERR_FILENO) == 1
    next = begin + Self.patience
  }

  /// Runs work that reports how far it has come. Without a terminal the reports cost nothing.
  static func during<Result>(
    _ name: String,
    _ work: ((FitProgress) -> Bool) throws(ClusteringError) -> Result
  ) throws(ClusteringError) -> Result {
    var line = ProgressLine(name)
    guard line.isShown else { return try work { _ in true } }
    defer { line.wipe() }
    return try work { progress in
      line.show(progress)
      return true
    }
  }

  private mutating func show(_ progress: FitProgress) {
    let now = ContinuousClock.now
    guard now >= next else { return }
    next = now + Self.patience
    isDirty = true
    let percent = Int((100 * min(1, max(0, progress.fraction))).rounded(.down))
    write("\r\(name): \(percent) %")
  }

  private func wipe() {
    if isDirty { write("\r\(String(repeating: " ", count: name.count + 7))\r") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
