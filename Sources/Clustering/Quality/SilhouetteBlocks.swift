// The silhouettes of many points: each pair once, eight distances at a time.
//
// What a silhouette needs is, for each point, the sum of its distances to each cluster. The
// plain way measures every pair twice, and adds each distance where its cluster is. Here the
// points are sorted by cluster and laid out in blocks of eight of one cluster. Against a point
// of another block, the eight distances of a block add up in eight lanes, and all go to the sums
// of one cluster; nothing is looked up within the loop. And each distance is added for both of
// its points, so that half of them need not be measured.
//
// Threads share the work without sharing sums. The blocks make m groups, and in round r group p
// meets the group q for which p + q ≡ r (mod m): each group is in one meeting of a round, so no
// two threads add to the same sum, and the order of the additions is that of the rounds.

extension Quality {
  /// Whether the fast way is worth its layout, and its sums are few: n · k numbers, so k is at
  /// most √n. With many small clusters the blocks would also have mostly empty lanes.
  static func hasManyPairs(_ clusters: Grouping) -> Bool {
    let (n, k) = (clusters.memberCount, clusters.counts.count)
    return n >= 256 && k * k <= n
  }

  /// The silhouette of each point by its Euclidean distances, as the plain way to rounding; the
  /// same for any number of threads. O(n² · d).
  static func silhouettesInBlocks(
    _ points: Points, _ clusters: Grouping, threads: Int,
    while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> [Double?] {
    let blocks = ClusterBlocks(points, clusters)
    let sums = try distanceSums(
      of: blocks, clusters: clusters.counts.count, threads: threads, while: shouldContinue)
    var silhouettes = [Double?](repeating: nil, count: points.count)
    for (place, row) in blocks.rows.enumerated() {
      guard let row else { continue }
      let block = place / 8
      let k = clusters.counts.count
      silhouettes[row] = silhouette(
        own: blocks.clusters[block],
        distanceSums: sums[block * k..<(block + 1) * k].map { $0[place % 8] },
        counts: clusters.counts)
    }
    return silhouettes
  }
}

/// For each block and each of k clusters, the sums of the distances from the eight points of
/// the block to the points of the cluster.
private func distanceSums(
  of blocks: ClusterBlocks, clusters k: Int, threads: Int,
  while shouldContinue: (FitProgress) -> Bool
) throws(ClusteringError) -> [Lanes] {
  var sums = [Lanes](repeating: SIMD8(), count: blocks.count * k)
  let groups = (blocks.count + Meeting.groupSize - 1) / Meeting.groupSize
  try sums.withUnsafeMutableBufferPointer { buffer throws(ClusteringError) in
    // Written by several threads, but in a round no two of them are at the same block.
    nonisolated(unsafe) let sums = buffer
    for round in 0..<groups {
      guard shouldContinue(FitProgress(completed: round, total: groups)) else { throw .cancelled }
      _ = inChunks(groups, size: 1, threads: threads) { chunk in
        let p = chunk.lowerBound
        let q = (round + groups - p) % groups
        guard p <= q else { return }
        Meeting(blocks: blocks, clusters: k, sums: sums).meet(p, q)
      }
    }
  }
  return sums
}

// MARK: - Layout

/// Points sorted by cluster, in blocks of eight of the same cluster.
private struct ClusterBlocks: Sendable {
  let dimensions: Int

  /// The row of the point at each place, eight places to a block; nil where a block is not full.
  var rows: [Int?] = []

  /// The cluster of each block.
  var clusters: [Int] = []

  /// How many places of each block are filled, from the first.
  var filled: [Int] = []

  /// d vectors for each block.
  var vectors: [Lanes] = []

  var count: Int { clusters.count }

  init(_ points: Points, _ grouping: Grouping) {
    dimensions = points.dimensions
    var members = [[Int]](repeating: [], count: grouping.counts.count)
    for (row, group) in grouping.groups.enumerated() {
      if let group { members[group].append(row) }
    }
    for (cluster, members) in members.enumerated() {
      for first in stride(from: 0, to: members.count, by: 8) {
        append(Array(members[first..<min(first + 8, members.count)]), of: cluster, in: points)
      }
    }
  }

  private mutating func append(_ members: [Int], of cluster: Int, in points: Points) {
    clusters.append(cluster)
    filled.append(members.count)
    rows += members.map { $0 } + Array(repeating: nil, count: 8 - members.count)
    for j in 0..<dimensions {
      var vector = Lanes()
      for (lane, row) in members.enumerated() { vector[lane] = points[row, j] }
      vectors.append(vector)
    }
  }
}

// MARK: - Measuring

/// Where groups of blocks meet, and every pair of their points is measured.
private struct Meeting {
  /// How many blocks make a group: so few that two groups stay in the cache.
  static let groupSize = 64

  let blocks: ClusterBlocks
  let clusters: Int
  let sums: UnsafeMutableBufferPointer<Lanes>

  func meet(_ p: Int, _ q: Int) {
    let others = group(q)
    var first = others.lowerBound
    while first < others.upperBound {
      let run = run(from: first, in: others)
      for block in group(p) {
        // Within a group each pair comes up twice, once from each side.
        measure(block, run, bothSides: p < q)
      }
      first = run.upperBound
    }
  }

  private func group(_ p: Int) -> Range<Int> {
    p * Self.groupSize..<min((p + 1) * Self.groupSize, blocks.count)
  }

  /// The blocks from `first` on that are of the same cluster.
  private func run(from first: Int, in group: Range<Int>) -> Range<Int> {
    let end = group.first { $0 > first && blocks.clusters[$0] != blocks.clusters[first] }
    return first..<(end ?? group.upperBound)
  }

  /// Adds the distances between the points of a block and those of a run of one cluster.
  private func measure(_ block: Int, _ run: Range<Int>, bothSides: Bool) {
    let d = blocks.dimensions
    let vectors = blocks.vectors.span
    let own = blocks.clusters[block]
    var point = [Double](repeating: 0, count: d)
    for lane in 0..<blocks.filled[block] {
      for j in 0..<d { point[j] = vectors[block * d + j][lane] }
      var total = Lanes()
      for other in run {
        let distances = distances(
          to: vectors.extracting(other * d..<(other + 1) * d), from: point.span)
        sums[other * clusters + own] += distances
        total += distances.keeping(first: blocks.filled[other])
      }
      if bothSides {
        sums[block * clusters + blocks.clusters[run.lowerBound]][lane] += laneSum(total)
      }
    }
  }

  @inline(__always)
  private func distances(
    to block: Span<Lanes>, from point: Span<Double>
  ) -> Lanes {
    var squares = Lanes()
    for j in 0..<point.count {
      let differences = block[j] - point[j]
      squares += differences * differences
    }
    return squares.squareRoot()
  }
}

extension Lanes {
  /// The first lanes as they are, and 0 in the others.
  @inline(__always)
  fileprivate func keeping(first count: Int) -> Lanes {
    guard count < 8 else { return self }
    var kept = self
    for lane in count..<8 { kept[lane] = 0 }
    return kept
  }
}
