// Passes over all the values, eight at a time.
//
// The values lie row after row. Eight rows of d features are then d vectors of eight numbers,
// and in every such group of rows vector v holds the same features: lane l of it is feature
// (8v + l) mod d. So what belongs to a feature, such as its mean, is written out once for the d
// vectors of a group, and from there on no loop has to know which feature it is at.

/// Numbers for each feature, written out for the d vectors of eight rows.
struct FeatureLanes: Sendable {
  let dimensions: Int
  var vectors: [Lanes]

  /// How many rows make a group.
  static let rows = Lanes.scalarCount

  /// A number for each of the d features.
  init(_ features: [Double]) {
    let d = features.count
    dimensions = d
    vectors = (0..<d).map { v in
      var vector = Lanes()
      for lane in 0..<Self.rows { vector[lane] = features[(v * Self.rows + lane) % d] }
      return vector
    }
  }

  /// 0 for each feature.
  init(zeros d: Int) { self.init(repeating: 0, d) }

  /// The same number for each feature.
  init(repeating value: Double, _ d: Int) {
    dimensions = d
    vectors = Array(repeating: Lanes(repeating: value), count: d)
  }

  /// For each feature the sum of its lanes.
  var sums: [Double] { joined(0, +) }

  /// For each feature its lanes, joined one after the other to `start`.
  func joined(_ start: Double, _ join: (Double, Double) -> Double) -> [Double] {
    var joined = [Double](repeating: start, count: dimensions)
    for (v, vector) in vectors.enumerated() {
      for lane in 0..<Self.rows {
        let feature = (v * Self.rows + lane) % dimensions
        joined[feature] = join(joined[feature], vector[lane])
      }
    }
    return joined
  }
}

// MARK: - Reading

// The bounds are checked; what is unsafe is only to take the bytes for numbers, which they were.

/// Eight values that lie one after the other.
@inline(__always)
func eightValues(_ bytes: RawSpan, at first: Int) -> SIMD8<Double> {
  bytes.unsafeLoadUnaligned(
    fromByteOffset: first * MemoryLayout<Double>.stride, as: SIMD8<Double>.self)
}

/// One of them.
@inline(__always)
func oneValue(_ bytes: RawSpan, at place: Int) -> Double {
  bytes.unsafeLoadUnaligned(
    fromByteOffset: place * MemoryLayout<Double>.stride, as: Double.self)
}
