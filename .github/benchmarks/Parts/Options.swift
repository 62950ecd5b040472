// `parts COMMAND --name value …`, as a script gives it.

import Clustering
import Experiments
import Foundation

struct Options {
  let command: String
  private var values: [String: String] = [:]

  init(_ arguments: ArraySlice<String>) {
    command = arguments.first ?? ""
    var words = arguments.dropFirst().filter { $0 != "--json" }[...]
    while let name = words.popFirst(), let value = words.popFirst() { values[name] = value }
  }

  var threads: Int { whole("--threads", or: 1) }
  var repetitions: Int { max(1, whole("--repeat", or: 1)) }
  var minSamples: Int { whole("--min-samples", or: 0) }
  var name: String { values["--name"] ?? "" }
  var form: String { values["--form"] ?? "" }

  private func whole(_ name: String, or standard: Int) -> Int {
    values[name].flatMap { Int($0) } ?? standard
  }

  func points() throws -> Points {
    guard let path = values["--data"] else { throw Misuse(sentence: "--data names a .npy file") }
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    return try DataFile(bytes: bytes, path: path).table.points
  }

  /// The result of the last repetition, and the seconds of each.
  func timed<Result>(_ work: () throws -> Result) throws -> (Result, [Double]) {
    try timed(given: {}, { _ in try work() })
  }

  /// The same for work that uses up what it is given, which is made anew outside the clock.
  func timed<Given, Result>(
    given make: () throws -> Given, _ work: (consuming Given) throws -> Result
  ) throws -> (Result, [Double]) {
    var seconds: [Double] = []
    while true {
      let given = try make()
      let begin = ContinuousClock.now
      let result = try work(consume given)
      let passed = (ContinuousClock.now - begin).components
      seconds.append(Double(passed.seconds) + Double(passed.attoseconds) / 1e18)
      if seconds.count >= repetitions { return (result, seconds) }
    }
  }
}

struct Misuse: Error {
  let sentence: String
}
