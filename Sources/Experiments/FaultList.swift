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
    var first = Array(withoutRepeated(kept.sorted(by: comesFirst)).prefix(CSV.mostFaults))
    if count > first.count {
      first.append(FileFault(path: path, place: .file, problem: .more(count - first.count)))
    }
    return .file(first)
  }

  /// Lines of a wrong length mostly are so for one reason, and gaps too: a few of them tell it.
  private func withoutRepeated(_ faults: [FileFault]) -> [FileFault] {
    var met: [FileFault.Problem: Int] = [:]
    return faults.filter { fault in
      let kind: FileFault.Problem
      switch fault.problem {
      case .raggedRow: kind = fault.problem
      case .missingValue: kind = .missingValue(column: "")
      default: return true
      }
      met[kind, default: 0] += 1
      return met[kind, default: 0] <= Self.mostAlike
    }
  }

  private static let mostAlike = 3

  /// Whether lines above the header would explain them.
  var mayBeOfTitle: Bool {
    kept.contains { fault in
      switch fault.problem {
      case .raggedRow, .onlyText, .textColumn: true
      default: false
      }
    }
  }

  private func comesFirst(_ a: FileFault, _ b: FileFault) -> Bool {
    guard case .line(let lineA, let columnA) = a.place, case .line(let lineB, let columnB) = b.place
    else { return false }
    return (lineA, columnA) < (lineB, columnB)
  }
}
