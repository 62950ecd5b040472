package import Markup

/// Something that a proof found wrong with an exercise or a text.
package struct Finding: Sendable, Equatable {
  /// The exercise's id, or the reading's.
  package let exercise: String
  /// The stage's id, or the check's; nil where it concerns the whole.
  package let stage: String?
  /// The file of a rubric, where it is to be mended there; nil for the exercise's own.
  package var file: String?
  /// Where in the file an author can mend it.
  package let position: Position
  /// The first seed on which it shows.
  package let seed: UInt64
  package let what: String
  package let remedy: String
  /// On how many seeds it shows.
  package var seeds = 1
}

extension Finding: CustomStringConvertible {
  package var description: String {
    let place = stage.map { "\(exercise), \($0)" } ?? exercise
    let times = seeds == 1 ? "seed \(seed)" : "\(seeds) seeds, the first is \(seed)"
    return "\(place) (\(times)): \(what); \(remedy)"
  }
}

/// What was proved, and what was not.
package struct Proof: Sendable, Equatable {
  /// How many seeds were dealt.
  package var seeds = 0
  /// How many draws were refused because they broke a premise or left a near tie.
  package var redraws = 0
  /// In the order of the seeds; faults of one place with one remedy are one finding, which
  /// shows the first.
  package private(set) var findings: [Finding] = []

  package var holds: Bool { findings.isEmpty }

  package init() {}

  mutating func add(_ finding: Finding) {
    let same = findings.firstIndex { known in
      known.stage == finding.stage && known.file == finding.file
        && known.position == finding.position
        && known.remedy == finding.remedy
    }
    if let same {
      findings[same].seeds += 1
    } else {
      findings.append(finding)
    }
  }
}

/// What is wrong with a task, before it is known of which seed and which file.
struct Fault {
  let what: String
  let remedy: String
  /// Of what is wrong: "near-misses/1"; see ``Places``.
  let path: String
  /// In another file than the exercise's.
  var elsewhere: (file: String, position: Position)?

  init(_ what: String, _ remedy: String, at path: String) {
    self.what = what
    self.remedy = remedy
    self.path = path
  }
}
