// The same loop in two forms: the plain one that explains it, and the fast one that is run.

import Clustering

/// Runs a kernel in one form, on data that is made here, as often as asked.
func kernel(_ options: Options) throws -> Report {
  guard let run = try kernel(options.name, options.form) else {
    throw Misuse(sentence: "--name tree, --form plain or fast")
  }
  let (sum, seconds) = try options.timed(run)
  return Report(seconds: seconds, figures: ["sum": sum])
}

private func kernel(_ name: String, _ form: String) throws -> (() throws -> Double)? {
  switch (name, form) {
  default: nil
  }
}

/// Points in five groups, the same in every run.
private func points(_ n: Int, _ d: Int) throws -> Points {
  var generator = SeededGenerator(seed: 1)
  let values = (0..<n).flatMap { row in
    (0..<d).map { _ in generator.nextGaussian() + 6 * Double(row % 5) }
  }
  return try Points(values, dimensions: d)
}
