// How the tests write experiments: "data=moons k=2 seed=7", as on the command line.

import Experiments

func settings(_ line: String) -> [Setting] {
  line.split(separator: " ").map { part in
    let halves = part.split(separator: "=", maxSplits: 1)
    return Setting(String(halves[0]), halves.count > 1 ? String(halves[1]) : "")
  }
}

func experiment(_ line: String) throws -> Experiment {
  try Experiment(settings: settings(line))
}

func trace(_ line: String, files: [String: String] = [:]) throws -> Trace {
  let files = files.mapValues { Array($0.utf8) }
  return try Runner(read: { files[$0] }).run(experiment(line))
}

/// What the faults of a list of settings say.
func complaints(_ line: String) -> [String] {
  do {
    _ = try experiment(line)
    return []
  } catch let error as ExperimentError {
    return error.sentences
  } catch {
    return ["\(error)"]
  }
}

/// Measures as plain numbers, NaN where undefined, for comparisons that then fail.
extension Trace {
  subscript(_ measure: Measure) -> Double { value(of: measure) ?? .nan }
}

/// The first so many seeds; in a debug build, where the core is forty times slower, a few.
func seeds(_ count: Int) -> ClosedRange<Int> {
  #if DEBUG
    1...max(1, count / 10)
  #else
    1...count
  #endif
}

/// Why a figure means nothing for a run; nil where it has a value.
func reason(_ trace: Trace, _ measure: Measure) -> String? {
  guard case .undefined(let reason) = trace.outcome(of: measure) else { return nil }
  return reason
}
