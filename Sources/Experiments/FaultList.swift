// The mistakes of one file: all are counted, the first are kept.

struct FaultList {
  let path: String
  private(set) var kept: [FileFault] = []
  private(set) var count = 0

  init(path: String) {
    self.path = path
  }

  var isEmpty: Bool { count == 0 }
  /// Whether another one is only counted, so that its words need not be found.
  var isFull: Bool { kept.count >= CSV.mostFaults }

  mutating func add(_ problem: FileFault.Problem, at place: FileFault.Place = .file) {
    if !isFull { kept.append(FileFault(path: path, place: place, problem: problem)) }
    count += 1
  }

  /// Adds the mistakes that `find` is asked for only if there is room.
  mutating func add(_ find: () -> (FileFault.Problem, FileFault.Place)) {
    guard !isFull else { return count += 1 }
    let (problem, place) = find()
    add(problem, at: place)
  }

  mutating func add(_ others: FaultList) {
    kept += others.kept
    count += others.count
  }

  /// The first of them by their place, and how many more there are.
  var error: ExperimentError {
    var first = Array(kept.sorted(by: comesFirst).prefix(CSV.mostFaults))
    if count > first.count {
      first.append(FileFault(path: path, place: .file, problem: .more(count - first.count)))
    }
    return .file(first)
  }

  private func comesFirst(_ a: FileFault, _ b: FileFault) -> Bool {
    guard case .line(let lineA, let columnA) = a.place, case .line(let lineB, let columnB) = b.place
    else { return false }
    return (lineA, columnA) < (lineB, columnB)
  }
}
