// HDBSCAN, one step at a time: the core distances, every edge of the spanning tree as it joins
// two clusters, the condensed tree, and the selection.

/// A step of ``HDBSCAN``.
public struct HDBSCANState: Sendable, Equatable {
  /// What was just done.
  public enum Step: Sendable, Equatable {
    /// The core distances are known, and every point is alone.
    case measured

    /// This edge of the spanning tree, the lightest left, joined two clusters.
    case joined(SpanningTree.Edge)

    /// All points are joined, and the tree of merges is condensed.
    case condensed(CondensedTree)

    /// The clusters are selected: the result.
    case selected(HDBSCANModel)
  }

  /// What was just done.
  public let step: Step

  /// For each point the distance to its `minSamples`-th other point.
  public let coreDistances: [Double]

  /// While edges are joined, the clusters at this density: what is joined so far, if it has at
  /// least `minClusterSize` points, numbered by the lowest row; the rest is noise. At the end,
  /// the labels of the result.
  public let labels: [Int]
}

/// The steps of a fit.
public struct HDBSCANStates: Sequence, Sendable {
  let parameters: HDBSCAN
  let tree: SpanningTree

  /// Starts with the core distances.
  public func makeIterator() -> Iterator {
    Iterator(parameters: parameters, tree: tree)
  }

  /// The joining between two steps.
  public struct Iterator: IteratorProtocol {
    let parameters: HDBSCAN
    let tree: SpanningTree
    var sets: DisjointSets
    var stepsDone = 0

    init(parameters: HDBSCAN, tree: SpanningTree) {
      self.parameters = parameters
      self.tree = tree
      sets = DisjointSets(count: tree.coreDistances.count)
    }

    /// The next state, or nil after the last.
    public mutating func next() -> HDBSCANState? {
      defer { stepsDone += 1 }
      let edgesDone = stepsDone - 1
      switch edgesDone {
      case -1:
        return state(.measured, labels: labelsSoFar())
      case ..<tree.edges.count:
        let edge = tree.edges[edgesDone]
        _ = sets.join(sets.root(of: edge.a), sets.root(of: edge.b))
        return state(.joined(edge), labels: labelsSoFar())
      case tree.edges.count:
        let condensed = CondensedTree(
          tree.dendrogram, minClusterSize: parameters.minClusterSize)
        return state(.condensed(condensed), labels: labelsSoFar())
      case tree.edges.count + 1:
        let model = HDBSCANModel(tree, parameters)
        return state(.selected(model), labels: model.labels)
      default:
        return nil
      }
    }

    private func state(_ step: HDBSCANState.Step, labels: [Int]) -> HDBSCANState {
      HDBSCANState(step: step, coreDistances: tree.coreDistances, labels: labels)
    }

    private mutating func labelsSoFar() -> [Int] {
      var numbers: [Int: Int] = [:]
      return tree.coreDistances.indices.map { point in
        let root = sets.root(of: point)
        guard sets.size(ofRoot: root) >= parameters.minClusterSize else { return DBSCAN.noise }
        if let number = numbers[root] { return number }
        numbers[root] = numbers.count
        return numbers.count - 1
      }
    }
  }
}
