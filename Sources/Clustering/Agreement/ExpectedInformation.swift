// What two labelings tell about each other by chance.
//
// If the points are dealt out at random, the number k of points in a cluster of size a and a
// cluster of size b at once follows the hypergeometric distribution:
//
//     P(k) = C(a, k) C(n - a, b - k) / C(n, b)
//
// and the expected information is the sum of P(k) · k/n · log (n k / (a b)) over all k and all
// pairs of sizes. Factorials of large n are not needed: the ratio of P(k + 1) to P(k) is a
// simple fraction, so the weights are built up from the most likely k to both sides, and divided
// by their sum in the end. They fall ever faster away from it, so the walk stops where nothing
// is left to add: after some √n steps, not n. Clusters of equal sizes share the result.

extension ContingencyTable {
  /// The mutual information that labelings with these cluster sizes have on average, in nats.
  package var expectedMutualInformation: Double {
    let (rows, columns) = (multiplicities(of: rowCounts), multiplicities(of: columnCounts))
    var sum = 0.0
    for row in rows {
      for column in columns {
        let pair = Overlap(a: row.size, b: column.size, n: count)
        sum += Double(row.times) * Double(column.times) * pair.expectedInformation
      }
    }
    return sum
  }
}

/// The distinct sizes, ascending, and how many clusters have each.
private func multiplicities(of sizes: [Int]) -> [(size: Int, times: Int)] {
  var result: [(size: Int, times: Int)] = []
  for size in sizes.sorted() {
    if result.last?.size == size {
      result[result.count - 1].times += 1
    } else {
      result.append((size, 1))
    }
  }
  return result
}

/// The overlap of two clusters of the sizes a and b, drawn at random from n points.
private struct Overlap {
  let a: Int
  let b: Int
  let n: Int

  /// Smaller shares of the largest weight add nothing to a sum of doubles.
  private static let negligible = 1e-25

  var expectedInformation: Double {
    // In floating point: the product of two sizes may be too large for an integer.
    let likely = (Double(a) + 1) * (Double(b) + 1) / (Double(n) + 2)
    let mode = min(max(Int(likely), least), greatest)
    var weights = 1.0
    var sum = information(mode)
    var (k, weight) = (mode, 1.0)
    while k < greatest, weight > Self.negligible {
      weight *= ratio(above: k)
      k += 1
      weights += weight
      sum += weight * information(k)
    }
    (k, weight) = (mode, 1.0)
    while k > least, weight > Self.negligible {
      k -= 1
      weight /= ratio(above: k)
      weights += weight
      sum += weight * information(k)
    }
    return sum / weights
  }

  private var least: Int { max(0, a + b - n) }
  private var greatest: Int { min(a, b) }

  /// P(k + 1) / P(k).
  private func ratio(above k: Int) -> Double {
    Double(a - k) * Double(b - k) / (Double(k + 1) * Double(n - a - b + k + 1))
  }

  /// What an overlap of k points adds to the mutual information.
  private func information(_ k: Int) -> Double {
    guard k > 0 else { return 0 }
    let (k, n) = (Double(k), Double(n))
    return k / n * naturalLog(k / Double(a) * (n / Double(b)))
  }
}
