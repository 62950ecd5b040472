// k-medoids, swap by swap: what a visualization draws, and what `fit` runs through.

/// The medoids between two swaps of ``KMedoids``.
public struct KMedoidsState: Sendable, Equatable {
  /// What was just done.
  public enum Step: Sendable, Equatable {
    /// The first medoids stand.
    case started

    /// A point took the place of a medoid.
    case swapped(medoid: Int, candidate: Int)

    /// The search has ended.
    case finished
  }

  /// What was just done.
  public let step: Step

  /// Medoids, labels and loss so far; in the last state the result of the fit.
  public let model: KMedoidsModel
}

/// The swaps of ``KMedoids``, from the first medoids to the result.
public struct KMedoidsStates: Sequence, Sendable {
  let run: MedoidRun

  /// Starts the search from its beginning.
  public func makeIterator() -> Iterator {
    Iterator(run: run)
  }

  /// The search between two swaps.
  public struct Iterator: IteratorProtocol {
    fileprivate var run: MedoidRun
    fileprivate var isOver = false
    fileprivate var isFirst = true

    fileprivate init(run: MedoidRun) { self.run = run }

    /// The next state, or nil after the last.
    public mutating func next() -> KMedoidsState? {
      if isFirst {
        isFirst = false
        return run.state
      }
      guard !isOver else { return nil }
      while run.advance() == .looked {}
      isOver = run.step == .finished
      return run.state
    }
  }
}

// MARK: - One run

/// One search for swaps, between two looks at some candidates.
struct MedoidRun: Sendable {
  enum Outcome { case looked, swapped, finished }

  let parameters: KMedoids
  let distances: MedoidDistances
  private var assignment: MedoidAssignment
  private var search: SwapSearch
  private(set) var step = KMedoidsState.Step.started
  private var swaps = 0
  private var passes = 0
  private var converged = false
  /// The candidate to look at next, and how many were looked at since the last swap.
  private var next = 0
  private var sinceSwap = 0
  /// The best swap of this pass, for PAM.
  private var best: Swap?
  private var isMedoid: [Bool]

  init(parameters: KMedoids, distances: MedoidDistances, assignment: MedoidAssignment) {
    self.parameters = parameters
    self.distances = distances
    self.assignment = assignment
    search = SwapSearch(assignment, distances)
    isMedoid = Array(repeating: false, count: distances.count)
    for medoid in assignment.medoids { isMedoid[medoid] = true }
  }

  /// Looks at the next few candidates, and makes a swap where the algorithm says so.
  mutating func advance() -> Outcome {
    if next == distances.count { return endPass() }
    switch parameters.algorithm {
    case .fasterPAM: return advanceEagerly()
    case .pam: return advancePatiently()
    }
  }
}

extension MedoidRun {
  /// How many candidates a thread looks at before it hears of swaps found by others.
  private static let candidatesPerThread = 32

  /// A smaller change of the loss than this share of it may be rounding alone, and swapping
  /// for it could go on forever.
  private static let roundingShare = 1e-12

  private var window: Range<Int> {
    let width = Self.candidatesPerThread * parameters.threads
    return next..<min(distances.count, next + width)
  }

  /// FasterPAM: the first candidate that helps is swapped in, and the look goes on behind it.
  private mutating func advanceEagerly() -> Outcome {
    let window = window
    let found = swapsFound(in: window, stopAtFirst: true).first
    let looked = (found.map { $0.candidate + 1 } ?? window.upperBound) - next
    next += looked
    sinceSwap += looked
    if let found {
      make(found)
      return .swapped
    }
    return sinceSwap >= distances.count ? finish(converged: true) : .looked
  }

  /// PAM: the best candidate of all is swapped in at the end of the pass.
  private mutating func advancePatiently() -> Outcome {
    for swap in swapsFound(in: window, stopAtFirst: false)
    where swap.change < best?.change ?? .infinity {
      best = swap
    }
    next = window.upperBound
    return .looked
  }

  private mutating func endPass() -> Outcome {
    next = 0
    passes += 1
    if parameters.algorithm == .pam {
      guard let swap = best else { return finish(converged: true) }
      best = nil
      make(swap)
      if passes < parameters.maxPasses { return .swapped }
    }
    return passes < parameters.maxPasses ? .looked : finish(converged: false)
  }

  /// The swaps that lower the loss, one at most for each chunk of the candidates, in their
  /// order: its first or its best one.
  private func swapsFound(in candidates: Range<Int>, stopAtFirst: Bool) -> [Swap] {
    let (search, isMedoid) = (search, isMedoid)
    let leastGain = Self.roundingShare * assignment.loss
    return inChunks(
      candidates.count, size: Self.candidatesPerThread, threads: parameters.threads
    ) { chunk in
      var found: Swap?
      for candidate in chunk.lowerBound + candidates.lowerBound..<chunk.upperBound
        + candidates.lowerBound
      where !isMedoid[candidate] {
        let swap = search.bestSwap(for: candidate)
        guard swap.change < -leastGain, swap.change < found?.change ?? 0 else { continue }
        found = swap
        if stopAtFirst { break }
      }
      return found
    }.compactMap { $0 }
  }

  private mutating func make(_ swap: Swap) {
    let medoid = assignment.medoids[swap.slot]
    isMedoid[medoid] = false
    isMedoid[swap.candidate] = true
    assignment.make(swap, distances)
    search = SwapSearch(assignment, distances)
    swaps += 1
    sinceSwap = 0
    step = .swapped(medoid: medoid, candidate: swap.candidate)
  }

  private mutating func finish(converged: Bool) -> Outcome {
    if next > 0 { passes += 1 }
    self.converged = converged
    step = .finished
    return .finished
  }
}

// MARK: - Looking at a run

extension MedoidRun {
  /// The medoids are sorted here, and with them what a label means.
  var state: KMedoidsState {
    let sorted = MedoidAssignment(distances, medoids: assignment.medoids.sorted())
    return KMedoidsState(
      step: step,
      model: KMedoidsModel(
        labels: sorted.slots.map { Int($0) }, medoids: sorted.medoids,
        centers: distances.points?.selecting(rows: sorted.medoids), loss: sorted.loss,
        swaps: swaps, passes: passes, converged: converged, distance: parameters.distance))
  }

  var progress: FitProgress {
    let n = distances.count
    return parameters.progress(looks: (parameters.k + passes) * n + next, of: n)
  }
}
