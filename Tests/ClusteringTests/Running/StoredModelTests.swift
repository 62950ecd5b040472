// What was learned on one day is used on another: models and scalers on disk.

import Clustering
import Foundation
import Testing

@Suite struct StoredModelTests {
  private func stored<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test func `a model and its scaler come back as they were`() throws {
    for seed in 0..<5 as Range<UInt64> {
      let points = try blobs(seed: seed, dimensions: 3, spread: 2)
      for scaling in Scaling.allCases {
        let scaler = try scaling.fit(points)
        let scaled = try scaler.apply(points)
        let again = try stored(scaler)
        #expect(again == scaler, "\(scaling)")
        #expect(try again.apply(points) == scaled, "\(scaling)")
        let model = try KMeans(k: 3, seed: seed).fit(scaled)
        #expect(try stored(model) == model, "seed \(seed)")
        #expect(try stored(model).predict(scaled) == model.labels, "seed \(seed)")
      }
      let modes = try MeanShift(bandwidth: 4).fit(points)
      #expect(try stored(modes) == modes, "seed \(seed)")
      #expect(try stored(points) == points, "seed \(seed)")
    }
  }

  @Test func `what breaks the promises of a value is not read`() {
    for text in [
      #"{"dimensions": 0, "values": []}"#, #"{"dimensions": 2, "values": [1, 2, 3]}"#,
      #"{"dimensions": 1, "values": [1e200]}"#, #"{"values": [1]}"#,
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(Points.self, from: Data(text.utf8))
      }
    }
    for text in [
      #"{"centers": [1, 2], "scales": [1], "unitLength": false}"#,
      #"{"centers": [1], "scales": [0], "unitLength": false}"#,
      #"{"centers": [], "scales": [], "unitLength": true}"#,
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(Scaler.self, from: Data(text.utf8))
      }
    }
  }

  @Test func `a model without centers predicts nothing that traps`() throws {
    let text =
      #"{"labels": [], "centers": {"dimensions": 1, "values": []}, "inertia": 0, "#
      + #""iterations": 1, "converged": true, "emptiedClusters": 0}"#
    let model = try JSONDecoder().decode(KMeansModel.self, from: Data(text.utf8))
    #expect(try model.predict(Points([1, 2], dimensions: 1)) == [0, 0])
    #expect(model.advice.isEmpty)
  }
}
