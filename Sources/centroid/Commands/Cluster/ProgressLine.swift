// How far a command has come, on one line of standard error that is wiped when it ends.
//
// Only a person at a terminal wants to see it, and only when there is something to wait for.

import Clustering
import Experiments
import Foundation

struct ProgressLine {
  private static let patience = Duration.milliseconds(200)

  private let name: String
  private let isShown: Bool
  private let begin = ContinuousClock.now
  private var next: ContinuousClock.Instant
  /// How many characters stand there.
  private var width = 0

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
      line.show(progress.fraction)
      return true
    }
  }

  /// The same for a run, which reports its stages as well.
  static func during<Result>(
    run name: String,
    _ work: (@escaping Runner.Observer) throws(ExperimentError) -> Result
  ) throws(ExperimentError) -> Result {
    var line = ProgressLine(name)
    guard line.isShown else { return try work { _ in true } }
    defer { line.wipe() }
    return try work { progress in
      line.show(progress.fraction, of: progress.stage.rawValue)
      return true
    }
  }

  /// Shows the share that is done, of a stage where there are several.
  mutating func show(_ fraction: Double, of stage: String? = nil) {
    let now = ContinuousClock.now
    guard isShown, now >= next else { return }
    next = now + Self.patience
    let percent = Int((100 * min(1, max(0, fraction))).rounded(.down))
    let text = "\(name): \(stage.map { "\($0), " } ?? "")\(percent) %"
    write("\r\(text)\(String(repeating: " ", count: max(0, width - text.count)))")
    width = max(width, text.count)
  }

  func wipe() {
    if width > 0 { write("\r\(String(repeating: " ", count: width))\r") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
