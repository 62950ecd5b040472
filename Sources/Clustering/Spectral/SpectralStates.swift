// Spectral clustering, round by round: what a visualization draws.

/// The eigenvectors between two rounds of ``SpectralClustering``.
public struct SpectralState: Sendable, Equatable {
  /// The rounds made so far.
  public let round: Int

  /// The k smallest eigenvalues of the Laplacian so far, ascending.
  public let eigenvalues: [Double]

  /// The eigenvectors so far, n × k, as ``SpectralModel/embedding``.
  public let embedding: Points

  /// What the fit found; nil before the last state.
  public let model: SpectralModel?
}

/// The rounds of ``SpectralClustering``, from the graph to the clusters.
public struct SpectralStates: Sequence, Sendable {
  let parameters: SpectralClustering
  let search: EigenvectorSearch

  /// Starts with the graph and no round made.
  public func makeIterator() -> Iterator {
    Iterator(parameters: parameters, search: search)
  }

  /// The search between two rounds.
  public struct Iterator: IteratorProtocol {
    private enum Stage { case beforeFirst, searching, over }

    private let parameters: SpectralClustering
    private var search: EigenvectorSearch
    private var stage = Stage.beforeFirst

    fileprivate init(parameters: SpectralClustering, search: EigenvectorSearch) {
      self.parameters = parameters
      self.search = search
    }

    /// The next state, or nil after the last.
    public mutating func next() -> SpectralState? {
      switch stage {
      case .over:
        return nil
      case .beforeFirst:
        stage = .searching
        return state(model: nil)
      case .searching:
        // Nobody asks to stop here, so neither of these fails.
        guard (try? search.advance()) != true else { return state(model: nil) }
        stage = .over
        return state(model: try? parameters.model(of: search, while: { true }))
      }
    }

    private func state(model: SpectralModel?) -> SpectralState {
      SpectralState(
        round: search.rounds, eigenvalues: search.laplacianEigenvalues,
        embedding: search.embedding, model: model)
    }
  }
}
