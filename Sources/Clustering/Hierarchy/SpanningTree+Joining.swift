// The end of a round of Borůvka's algorithm: ways out are taken, and join components.

extension Boruvka {
  /// Takes the way out of each component that does not wait.
  mutating func join(_ ways: [Way], isWaiting: [Bool]) {
    // Each component follows its way out. All edges differ, so the only circles are pairs that
    // have the same one; there the lower stays.
    var next = ways.indices.map { component -> Int32 in
      guard !isWaiting[component] else { return Int32(component) }
      let (from, to) = (
        self.component(at: ways[component].from), self.component(at: ways[component].to)
      )
      return Int32(from == component ? to : from)
    }
    for component in next.indices {
      let other = Int(next[component])
      if other > component, Int(next[other]) == component { next[component] = Int32(component) }
      if Int(next[component]) != component { edges.append(edge(ways[component])) }
    }
    rename(&next)
  }

  /// Numbers the components that are left from 0.
  private mutating func rename(_ next: inout [Int32]) {
    var names = [Int32](repeating: -1, count: componentCount)
    var count: Int32 = 0
    for component in names.indices {
      var last = component
      while Int(next[last]) != last {
        next[last] = next[Int(next[last])]
        last = Int(next[last])
      }
      if names[last] < 0 {
        names[last] = count
        count += 1
      }
      names[component] = names[last]
    }
    for place in components.indices { components[place] = names[Int(components[place])] }
    componentCount = Int(count)
    renameNodes(names)
  }

  private mutating func renameNodes(_ names: [Int32]) {
    for node in tree.nodes.indices.reversed() {
      if nodeComponents[node] >= 0 {
        nodeComponents[node] = names[Int(nodeComponents[node])]
      } else if tree.nodes[node].isLeaf {
        let places = tree.nodes[node].places
        let first = components[places.lowerBound]
        let isOne = places.allSatisfy { components[$0] == first }
        nodeComponents[node] = isOne ? first : -1
      } else {
        let (lower, upper) = (nodeComponents[node + 1], nodeComponents[tree.nodes[node].upper])
        nodeComponents[node] = lower == upper ? lower : -1
      }
    }
  }
}

// MARK: - Nodes

extension KDTree {
  /// The least figure of the places in each node.
  func least(of figures: [Double]) -> [Double] {
    var least = [Double](repeating: .infinity, count: nodes.count)
    for node in nodes.indices.reversed() {
      if nodes[node].isLeaf {
        for place in nodes[node].places { least[node] = min(least[node], figures[place]) }
      } else {
        least[node] = min(least[node + 1], least[nodes[node].upper])
      }
    }
    return least
  }
}
