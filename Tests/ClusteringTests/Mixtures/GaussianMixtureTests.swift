import Clustering
import Testing

@Suite struct GaussianMixtureTests {
  @Test func `two pairs by hand`() throws {
    let points = try Points(rows: [[0], [2], [100], [104]])
    let model = try GaussianMixture(k: 2, regularization: 0, seed: 1).fit(points)
    let low = model.labels[0]
    #expect(renumbered(model.labels) == [0, 0, 1, 1])
    #expect(isClose(model.means[low, 0], 1) && isClose(model.means[1 - low, 0], 102))
    #expect(isClose(model.covariances[low], 1) && isClose(model.covariances[1 - low], 4))
    #expect(isClose(model.weights[0], 0.5) && isClose(model.weights[1], 0.5))
    // For each point log ½ - ½ log 2π - log σ - ½, and two points have σ = 2.
    let logTwo = 0.6931471805599453
    let normal = -0.9189385332046727 - 0.5
    #expect(isClose(model.logLikelihood, 4 * (normal - logTwo) - 2 * logTwo))
    #expect(model.parameterCount == 5)
    #expect(model.aic == -2 * model.logLikelihood + 10)
    #expect(isClose(model.bic, -2 * model.logLikelihood + 5 * 2 * logTwo))
    #expect(isClose(try model.score(points), model.logLikelihood / 4))
  }

  @Test(arguments: GaussianMixture.Covariance.allCases)
  func `one component is the mean and the covariance`(
    _ covariance: GaussianMixture.Covariance
  ) throws {
    let points = try Points(rows: [[0, 0], [2, 2], [4, 1], [6, 5]])
    let model = try GaussianMixture(k: 1, covariance: covariance, regularization: 0).fit(points)
    #expect(zip(model.means.values, [3, 2]).allSatisfy { isClose($0, $1) })
    let expected: [Double] =
      switch covariance {
      case .full, .tied: [5, 3.5, 3.5, 3.5]
      case .diagonal: [5, 0, 0, 3.5]
      case .spherical: [4.25, 0, 0, 4.25]
      }
    #expect(zip(model.covarianceMatrix(of: 0), expected).allSatisfy { isClose($0, $1) })
    #expect(model.advice.isEmpty)
  }

  @Test(arguments: GaussianMixture.Covariance.allCases)
  func `the likelihood never falls, and the last state is the fit`(
    _ covariance: GaussianMixture.Covariance
  ) throws {
    for seed in 0..<6 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 15, dimensions: 3, spread: 4)
      let mixture = GaussianMixture(
        k: 3, covariance: covariance, restarts: 2, tolerance: 1e-6, seed: seed)
      let model = try mixture.fit(points)
      var before = -Double.infinity
      var last: GaussianMixtureState?
      for state in try mixture.states(of: points) {
        if case .started = state.step { before = -.infinity }
        #expect(state.meanLogLikelihood >= before - 1e-7, "seed \(seed)")
        before = state.meanLogLikelihood
        last = state
      }
      let end = try #require(last)
      #expect(end.means == model.means && end.weights == model.weights, "seed \(seed)")
      #expect(end.responsibilities == model.responsibilities, "seed \(seed)")
      #expect(end.converged == model.converged)
      #expect(try model.predict(points) == model.labels, "seed \(seed)")
      #expect(try model.predictProbabilities(points) == model.responsibilities)
      for i in 0..<points.count {
        #expect(isClose(model.responsibilities.row(i).reduce(0, +), 1))
      }
    }
  }

  @Test func `one run finds clear groups, because it begins at the best of several of k-means`()
    throws
  {
    var generator = SeededGenerator(seed: 1)
    let truth = (0..<360).map { $0 % 9 }
    let points = try Points(
      rows: truth.map { group in
        [group % 3, group / 3].map { 12 * Double($0) + generator.nextGaussian() }
      })
    for seed in 0..<20 as Range<UInt64> {
      let labels = try GaussianMixture(k: 9, seed: seed).fit(points).labels
      let isFound = renumbered(labels) == truth
      #expect(isFound, "seed \(seed)")
    }
  }

  @Test func `any number of threads gives the same mixture`() throws {
    let points = try blobs(seed: 5, perGroup: 3001, dimensions: 3, spread: 3)
    let one = try GaussianMixture(k: 3, maxIterations: 5, seed: 2).fit(points)
    let three = try GaussianMixture(k: 3, maxIterations: 5, seed: 2, threads: 3).fit(points)
    #expect(one == three)
  }

  @Test(arguments: GaussianMixture.Covariance.allCases)
  func `the place of the origin makes no difference`(
    _ covariance: GaussianMixture.Covariance
  ) throws {
    for seed in 0..<4 as Range<UInt64> {
      // Multiples of 2⁻¹⁰, which the offset does not round.
      let near = try Points(
        blobs(seed: seed).values.map { ($0 * 1024).rounded() / 1024 }, dimensions: 2)
      let far = try Points(near.values.map { $0 + 1e8 }, dimensions: 2)
      let mixture = GaussianMixture(k: 3, covariance: covariance, seed: seed)
      let (a, b) = (try mixture.fit(near), try mixture.fit(far))
      #expect(a.labels == b.labels, "seed \(seed)")
      #expect(isClose(a.logLikelihood, b.logLikelihood, tolerance: 1e-7), "seed \(seed)")
    }
  }

  @Test func `a start far off costs no digits`() throws {
    let points = try Points(rows: (0..<20).map { [1e8 + Double($0 % 5)] })
    let start = GaussianMixture.Start.given(
      weights: [1], means: try Points(rows: [[0]]), precisions: [1])
    let model = try GaussianMixture(
      k: 1, start: start, maxIterations: 1, regularization: 0
    ).fit(points)
    #expect(isClose(model.covariances[0], 2))
  }

  @Test func `unkind points are answered`() throws {
    let inputs = try [
      Points(rows: [[3]]),
      Points(rows: Array(repeating: [2.5, -1], count: 9)),
      Points(rows: (0..<5).map { [Double($0), 2 * Double($0), 7] }),
      Points(rows: (0..<4).map { [Double($0) * 1e-12, 1e12] }),
      Points(rows: [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]]),
    ]
    for points in inputs {
      for covariance in GaussianMixture.Covariance.allCases {
        for k in 1...points.count {
          let model = try GaussianMixture(k: k, covariance: covariance).fit(points)
          #expect(model.responsibilities.values.allSatisfy { (0...1).contains($0) })
          #expect(model.logLikelihood.isFinite && model.bic.isFinite)
        }
      }
    }
  }

  @Test func `huge and tiny values give an answer or say that a component collapsed`() throws {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let scales = [1e-300, 1e-12, 1, 1e12, 1e140]
      let d = 1 + generator.nextIndex(below: 3)
      let scale = (0..<d).map { _ in scales[generator.nextIndex(below: 5)] }
      let points = try Points(
        (0..<10 * d).map { scale[$0 % d] * generator.nextUnit() }, dimensions: d)
      for covariance in GaussianMixture.Covariance.allCases {
        for regularization in [0, 1e-6] {
          let mixture = GaussianMixture(
            k: 2, covariance: covariance, regularization: regularization, seed: seed)
          do throws(ClusteringError) {
            let model = try mixture.fit(points)
            #expect(model.logLikelihood.isFinite, "seed \(seed)")
            #expect(model.responsibilities.values.allSatisfy { (0...1).contains($0) })
          } catch {
            guard case .collapsedComponent = error else { throw error }
          }
        }
      }
    }
  }

  @Test func `a collapse without regularization is an error, and a state`() throws {
    let points = try Points(rows: [[0, 0], [1, 1], [2, 2]])
    let mixture = GaussianMixture(k: 1, regularization: 0)
    #expect(throws: ClusteringError.collapsedComponent(component: 0)) { try mixture.fit(points) }
    let last = try mixture.states(of: points).reduce(nil) { $1 }
    #expect(last?.step == .collapsed(component: 0))
  }

  @Test func `parameters out of range are refused`() throws {
    let points = try Points(rows: [[0, 0], [1, 1], [2, 2]])
    #expect(throws: ClusteringError.clusterCountOutOfRange(clusters: 4, points: 3)) {
      try GaussianMixture(k: 4).fit(points)
    }
    let refused = [
      GaussianMixture(k: 1, restarts: 0), GaussianMixture(k: 1, maxIterations: 0),
      GaussianMixture(k: 1, tolerance: -1), GaussianMixture(k: 1, regularization: .nan),
      GaussianMixture(k: 1, threads: 0),
      GaussianMixture(k: 2, start: .given(weights: [1], means: points, precisions: [1, 1])),
      GaussianMixture(
        k: 3, start: .given(weights: [1, 0, 1], means: points, precisions: [1, 1])),
      GaussianMixture(k: 3, start: .given(weights: [1, 1, 1], means: points, precisions: [1])),
    ]
    for mixture in refused {
      #expect(throws: ClusteringError.self) { try mixture.fit(points) }
    }
    let model = try GaussianMixture(k: 1).fit(points)
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 1)) {
      try model.predict(points.selecting(columns: [0]))
    }
    #expect(throws: ClusteringError.cancelled) {
      try GaussianMixture(k: 2).fit(points) { _ in false }
    }
  }
}
