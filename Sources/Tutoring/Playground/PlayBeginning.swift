// What a place in the playground begins with: built-in data, a table of the learner's own, or a run
// that was saved. The bench reads the run, as it does all that takes a disk or a while, so that the
// session itself only ever sees values.

import Experiments

struct PlayBeginning: Sendable {
  var state = PlayState.builtIn
  /// The data file; nil for built-in data.
  var file: String?
  var isSavedRun = false
  /// By what the data of a saved run were known.
  var digest: DataDigest?
  /// Why a saved run cannot be opened.
  var refusal: [String] = []
  /// Which state of the file this is; nil where none was opened.
  var stamp: String?
}

extension World {
  /// What lies at a path.
  func beginning(at path: String?) -> PlayBeginning {
    guard let path else { return PlayBeginning() }
    let own = bench.runner.own
    var beginning = PlayBeginning(file: path, stamp: own.stamp(path))
    guard path.hasSuffix("." + ExperimentFile.ending) else {
      beginning.state = .own(path)
      return beginning
    }
    beginning.isSavedRun = true
    do throws(ExperimentError) {
      switch try bench.savedRun(at: path) {
      case .success(let saved):
        beginning.state = PlayState(saved.trial.reading(from: folder(of: path), own))
        beginning.state.choosesRestarts = false
        beginning.state.choosesEps = false
        beginning.digest = saved.digest
      case .failure(let error): beginning.refusal = error.faults.map(\.description)
      }
    } catch {
      beginning.refusal = [error.description]
    }
    beginning.file = beginning.state.trial.path
    return beginning
  }
}

extension Bench {
  /// A file of a saved run, as it was when it was last changed.
  private struct Saved: Hashable {
    let path: String
    let stamp: String
  }

  fileprivate func savedRun(
    at path: String
  ) throws(ExperimentError) -> Result<ExperimentFile, ExperimentFile.Unreadable> {
    try result(of: Saved(path: path, stamp: runner.own.stamp(path))) {
      (runner) throws(ExperimentError) in
      let bytes = try runner.own.bytes(of: path)
      return Result { () throws(ExperimentFile.Unreadable) in
        try ExperimentFile(bytes: bytes, path: fileName(of: path))
      }
    }
  }
}
