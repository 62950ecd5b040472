// What is on the stage when a method is first watched: data on which it shows what it does.

import Experiments

/// The methods that can be watched, by the names that a command takes.
package enum Scenery: String, Sendable, CaseIterable {
  case kMeans = "k-means"
  case dbscan
  case agglomerative

  var settings: [Setting] {
    let pairs: [(String, String)] =
      switch self {
      case .kMeans:
        [
          ("data", "blobs"), ("rows", "200"), ("groups", "4"), ("spread", "1.6"), ("seed", "3"),
          ("k", "4"), ("start", "random"), ("restarts", "1"),
        ]
      case .dbscan:
        [
          // Two groups, with a few border points and a few that are noise.
          ("data", "moons"), ("rows", "200"), ("noise", "0.12"), ("seed", "5"),
          ("algorithm", "dbscan"), ("eps", "0.2"), ("min-samples", "4"),
        ]
      case .agglomerative:
        [
          ("data", "blobs"), ("rows", "40"), ("seed", "2"), ("algorithm", "agglomerative"),
          ("k", "3"), ("linkage", "average"),
        ]
      }
    return pairs.map { Setting($0.0, $0.1) }
  }

  package var title: String {
    switch self {
    case .kMeans: "Watch k-means"
    case .dbscan: "Watch DBSCAN"
    case .agglomerative: "Watch agglomerative clustering"
    }
  }
}
