// Minkowski's distance: the p-th root of the sum of p-th powers.
//
// The powers of 1e140 leave the range of a Double at p = 3, those of 1e-140 vanish. So the
// largest difference is taken out first,
//
//     (Σ |Δⱼ|ᵖ)^(1/p) = m (Σ (|Δⱼ| / m)ᵖ)^(1/p)    with m = max |Δⱼ|,
//
// and what is left lies between 1 and d. It also makes the distance, digit by digit, no less
// than any one difference, which a k-d tree relies on.

/// The p of Minkowski's distance: at least 1, for below 1 a detour would be shorter than the
/// direct way; and finite, for at infinity it is Chebyshev's.
public struct MinkowskiOrder: Sendable, Hashable {
  /// The number itself, 1 or more.
  public let p: Double

  /// Accepts a finite p of at least 1.
  ///
  /// - Throws: ``ClusteringError/invalidParameter(name:value:allowed:)``.
  public init(_ p: Double) throws(ClusteringError) {
    guard p >= 1, p.isFinite else {
      throw .invalidParameter(
        name: "p", value: "\(p)", allowed: "1 or more (for infinity there is chebyshev)")
    }
    self.init(checked: p)
  }

  private init(checked p: Double) {
    self.p = p
  }

  static let three = MinkowskiOrder(checked: 3)
}

extension MinkowskiOrder: CustomStringConvertible {
  /// The number, without a decimal point when it is whole.
  public var description: String {
    Int(exactly: p).map(String.init) ?? "\(p)"
  }
}

func minkowskiDistance(
  _ a: Span<Double>, _ b: Span<Double>, _ order: MinkowskiOrder
) -> Double {
  let largest = chebyshevDistance(a, b)
  guard largest > 0 else { return 0 }
  var sum = 0.0
  for j in 0..<a.count {
    sum += order.power((a[j] - b[j]).magnitude / largest)
  }
  return largest * order.root(sum)
}

extension MinkowskiOrder {
  /// Above this a whole p takes the logarithm too: it costs less than the multiplications.
  private static let largestMultiplied = 16.0

  /// xᵖ for x from 0 to 1.
  fileprivate func power(_ x: Double) -> Double {
    guard x > 0, x < 1 else { return x }
    guard p <= Self.largestMultiplied, let whole = Int(exactly: p) else {
      return exponential(p * naturalLog(x))
    }
    return Clustering.power(x, whole)
  }

  /// The p-th root of x, for x of at least 1.
  fileprivate func root(_ x: Double) -> Double {
    switch p {
    case 1: x
    case 2: x.squareRoot()
    default: exponential(naturalLog(x) / p)
    }
  }
}

/// x multiplied by itself, in about log₂ `exponent` steps; 1 for the exponent 0.
func power(_ x: Double, _ exponent: Int) -> Double {
  var (result, square, rest) = (1.0, x, exponent)
  while rest > 0 {
    if !rest.isMultiple(of: 2) { result *= square }
    square *= square
    rest /= 2
  }
  return result
}
