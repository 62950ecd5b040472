// Mean shift, step by step: what a visualization draws.

/// The walkers of ``MeanShift`` between two steps.
public struct MeanShiftState: Sendable, Equatable {
  /// The steps made so far.
  public let iteration: Int

  /// Where each walker is, one a row.
  public let walkers: Points

  /// How many walkers have not come to rest.
  public let moving: Int

  /// What the fit found; nil before the last state.
  public let model: MeanShiftModel?
}

/// The walks of ``MeanShift``, from the seeds to the modes.
public struct MeanShiftStates: Sequence, Sendable {
  let parameters: MeanShift
  let points: Points
  let starts: [Walker]

  /// Starts with the walkers at their seeds.
  public func makeIterator() -> Iterator {
    Iterator(self)
  }

  /// The walks between two steps.
  public struct Iterator: IteratorProtocol {
    private let parameters: MeanShift
    private let points: Points
    private let hill: Hill
    private var walkers: [Walker]
    private var iteration = 0
    private var isFirst = true
    private var isOver = false

    fileprivate init(_ states: MeanShiftStates) {
      parameters = states.parameters
      points = states.points
      hill = Hill(points, bandwidth: parameters.bandwidth)
      walkers = states.starts
    }

    /// The next state, or nil after the last.
    public mutating func next() -> MeanShiftState? {
      guard !isOver else { return nil }
      guard !isFirst else {
        isFirst = false
        return state(model: nil)
      }
      let moving = walkers.indices.filter { walkers[$0].canStep(parameters.maxIterations) }
      guard !moving.isEmpty else {
        isOver = true
        return state(model: parameters.model(of: walkers, points))
      }
      for walker in moving { walkers[walker].step(on: hill) }
      iteration += 1
      return state(model: nil)
    }

    private func state(model: MeanShiftModel?) -> MeanShiftState {
      MeanShiftState(
        iteration: iteration,
        walkers: Points(checked: walkers.flatMap(\.position), dimensions: points.dimensions),
        moving: walkers.count { !$0.isAtRest }, model: model)
    }
  }
}
