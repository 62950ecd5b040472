// k-medoids: the two searches, their agreement with the plain one, and what they promise.

import Clustering
import Testing

@Suite struct KMedoidsTests {
  @Test func `two groups on a line are each shown by their middle point`() throws {
    let points = try Points([0, 1, 2, 10, 11, 12], dimensions: 1)
    for algorithm in KMedoids.Algorithm.allCases {
      for start in [KMedoids.Start.build, .given([0, 1]), .random] {
        let model = try KMedoids(k: 2, algorithm: algorithm, start: start).fit(points)
        #expect(model.medoids == [1, 4])
        #expect(model.labels == [0, 0, 0, 1, 1, 1])
        #expect(model.loss == 4)
        #expect(model.converged && model.advice.isEmpty)
      }
    }
  }

  @Test func `the fast look at a candidate finds the swap that the plain one finds`() throws {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let d = 1 + generator.nextIndex(below: 5)
      let points = try blobs(seed: seed, perGroup: 5 + Int(seed % 13), dimensions: d, spread: 3)
      for distance in Distance.common {
        let distances = MedoidDistances(points, distance: distance)
        let medoids = generator.nextIndices(1 + Int(seed % 6), below: points.count)
        let search = SwapSearch(MedoidAssignment(distances, medoids: medoids), distances)
        let candidate = generator.nextIndex(below: points.count)
        guard !medoids.contains(candidate) else { continue }
        let fast = search.bestSwap(for: candidate)
        let best = search.plainBestSwap(for: candidate).change
        // Medoids that lie alike, as all do by direction on a line, are equally good to swap.
        let chosen = search.plainSwap(of: fast.slot, for: candidate).change
        for change in [chosen, best] {
          #expect(
            (fast.change - change).magnitude <= 1e-9 * (1 + change.magnitude),
            "seed \(seed), \(distance.name)")
        }
      }
    }
  }

  @Test func `many duplicates hide no medoid that lowers the loss, by any distance`() throws {
    // Whole blocks of eight lie on their medoid, and no candidate can save them anything.
    let rows = Array(repeating: [1.0, 2], count: 10) + Array(repeating: [6.0, 1], count: 3)
    let points = try Points(rows: rows)
    for distance in Distance.common {
      let distances = MedoidDistances(points, distance: distance)
      let best = MedoidAssignment(distances, medoids: [0, 10]).loss
      let method = KMedoids(k: 2, distance: distance)
      #expect(try method.fit(points).loss <= best + 1e-9, "\(distance.name)")
      let matrix = try DistanceMatrix(points, distance: distance)
      #expect(try method.fit(matrix: matrix).loss <= best + 1e-9, "\(distance.name), matrix")
    }
  }

  @Test func `the fast look finds the swap that the plain one finds among duplicates`() throws {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let values = (0..<90).map { _ in Double(generator.nextIndex(below: 3)) }
      let points = try Points(values, dimensions: 2)
      for distance in Distance.common {
        let matrix = try DistanceMatrix(points, distance: distance)
        for distances in [MedoidDistances(points, distance: distance), MedoidDistances(matrix)] {
          let medoids = generator.nextIndices(1 + Int(seed % 6), below: points.count)
          let search = SwapSearch(MedoidAssignment(distances, medoids: medoids), distances)
          for candidate in 0..<points.count where !medoids.contains(candidate) {
            let (fast, plain) = (
              search.bestSwap(for: candidate).change, search.plainBestSwap(for: candidate).change
            )
            #expect(
              (fast - plain).magnitude <= 1e-9 * (1 + plain.magnitude),
              "seed \(seed), \(distance.name)")
          }
        }
      }
    }
  }

  @Test func `a swap changes the loss by what was foreseen`() throws {
    for seed in 0..<40 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 7, dimensions: 3, spread: 4)
      let distances = MedoidDistances(points, distance: .euclidean)
      var assignment = MedoidAssignment(distances, medoids: [3, 0, 7, 12])
      for candidate in [1, 15, 9] {
        let swap = SwapSearch(assignment, distances).bestSwap(for: candidate)
        let before = assignment.loss
        assignment.make(swap, distances)
        #expect((assignment.loss - before - swap.change).magnitude < 1e-9, "seed \(seed)")
        #expect(
          isClose(assignment.loss, MedoidAssignment(distances, medoids: assignment.medoids).loss))
      }
    }
  }

  @Test(arguments: KMedoids.Algorithm.allCases)
  func `the loss falls with every swap, to a state in which no swap helps`(
    _ algorithm: KMedoids.Algorithm
  ) throws {
    for seed in 0..<12 as Range<UInt64> {
      let points = try blobs(seed: seed, groups: 4, perGroup: 12, spread: 3)
      let method = KMedoids(k: 4, algorithm: algorithm, start: .random, seed: seed)
      let states = Array(try method.states(of: points))
      for (before, after) in zip(states, states.dropFirst()) {
        #expect(after.model.loss <= before.model.loss, "seed \(seed)")
      }
      let model = try method.fit(points)
      #expect(states.last?.step == .finished && states.last?.model == model, "seed \(seed)")
      #expect(states.count == model.swaps + 2, "seed \(seed)")
      let distances = MedoidDistances(points, distance: .euclidean)
      let search = SwapSearch(MedoidAssignment(distances, medoids: model.medoids), distances)
      for candidate in 0..<points.count where !model.medoids.contains(candidate) {
        #expect(search.plainBestSwap(for: candidate).change >= -1e-9, "seed \(seed)")
      }
    }
  }

  @Test func `any number of threads, points or their distances: the same medoids`() throws {
    for seed in 0..<6 as Range<UInt64> {
      let points = try blobs(seed: seed, groups: 5, perGroup: 60, dimensions: 3, spread: 4)
      for algorithm in KMedoids.Algorithm.allCases {
        let one = try KMedoids(k: 5, algorithm: algorithm, start: .random, seed: seed).fit(points)
        let method = KMedoids(
          k: 5, algorithm: algorithm, start: .random, seed: seed, threads: 3)
        #expect(try method.fit(points) == one, "seed \(seed)")
        let known = try method.fit(matrix: DistanceMatrix(points))
        #expect(known.medoids == one.medoids && known.labels == one.labels, "seed \(seed)")
        #expect(try one.predict(points) == one.labels, "seed \(seed)")
      }
    }
  }

  @Test func `unkind inputs are answered`() throws {
    let equal = try Points(Array(repeating: 1e8, count: 6), dimensions: 1)
    let same = try KMedoids(k: 3).fit(equal)
    #expect(same.loss == 0 && same.advice == [.fewerDistinctPoints(clusters: 3, distinct: 1)])
    let one = try KMedoids(k: 1).fit(try Points([4, 2], dimensions: 2))
    #expect(one.medoids == [0] && one.labels == [0])
    let all = try KMedoids(k: 6, start: .random).fit(try Points([1, 2, 3, 4, 5, 6], dimensions: 1))
    #expect(all.labels == [0, 1, 2, 3, 4, 5] && all.loss == 0)
    let huge = try Points([1e140, -1e140, 0, 1, 2, 3], dimensions: 1)
    #expect(try KMedoids(k: 3).fit(huge).loss < 10)
  }

  @Test func `a model of distances alone cannot place new points, and says so`() throws {
    let points = try blobs(seed: 1)
    let model = try KMedoids(k: 3).fit(matrix: DistanceMatrix(points))
    #expect(model.centers == nil)
    #expect(throws: ClusteringError.noPointsToCompare) { try model.predict(points) }
  }

  @Test func `parameters out of range are named`() throws {
    let points = try blobs(seed: 1)
    let wrong = [
      KMedoids(k: 0), KMedoids(k: 61), KMedoids(k: 2, start: .given([1])),
      KMedoids(k: 2, start: .given([1, 1])), KMedoids(k: 2, start: .given([1, 60])),
      KMedoids(k: 2, maxPasses: 0), KMedoids(k: 2, threads: 0),
    ]
    for method in wrong {
      #expect(throws: ClusteringError.self) { try method.fit(points) }
    }
    #expect(throws: ClusteringError.cancelled) { try KMedoids(k: 2).fit(points) { _ in false } }
    #expect(throws: ClusteringError.noPoints) {
      try KMedoids(k: 1).fit(try Points([], dimensions: 2))
    }
  }
}
