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
      for distance in try Distance.common + [.minkowski(p: 1.5)] {
        let medoids = try KMedoids(k: 3, distance: distance).fit(points)
        #expect(try stored(medoids) == medoids, "\(distance.name)")
        #expect(try stored(medoids).predict(points) == medoids.labels, "\(distance.name)")
      }
      for covariance in GaussianMixture.Covariance.allCases {
        let mixture = try GaussianMixture(k: 3, covariance: covariance, seed: seed).fit(points)
        #expect(try stored(mixture) == mixture, "\(covariance)")
        #expect(try stored(mixture).predict(points) == mixture.labels, "\(covariance)")
      }
      let picture = try PCA(components: 2).fit(points)
      #expect(try stored(picture) == picture, "seed \(seed)")
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

  @Test func `a mixture whose parts do not fit together is not read`() throws {
    let model = try GaussianMixture(k: 2, covariance: .diagonal).fit(blobs(seed: 1))
    let text = String(decoding: try JSONEncoder().encode(model), as: UTF8.self)
    func isRead(_ text: String) -> Bool {
      (try? JSONDecoder().decode(GaussianMixtureModel.self, from: Data(text.utf8))) != nil
    }
    #expect(isRead(text))
    #expect(!isRead(text.replacing("\"diagonal\"", with: "\"full\"")))
    #expect(!isRead(text.replacing(/"labels":\[\d/, with: "\"labels\":[7")))
    #expect(!isRead(text.replacing(/"iterations":/, with: "\"iterations\":-")))
    #expect(!isRead(text.replacing("\"weights\":[", with: "\"weights\":[0.5,")))
    #expect(!isRead(text.replacing("\"covariances\":[", with: "\"covariances\":[-")))
  }

  @Test func `a model with a label of no cluster, or a negative count, is not read`() throws {
    let points = try blobs(seed: 1)
    func text(_ value: some Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
    func isRead<Model: Decodable>(_ text: String, as type: Model.Type) -> Bool {
      (try? JSONDecoder().decode(type, from: Data(text.utf8))) != nil
    }
    func expectCheck<Model: Codable>(_ model: Model) throws {
      let whole = try text(model)
      #expect(isRead(whole, as: Model.self))
      let stranger = whole.replacing(/"labels":\[\d/, with: "\"labels\":[7")
      #expect(!isRead(stranger, as: Model.self))
      let negative = whole.replacing(/"(iterations|swaps)":/) { "\"\($0.1)\":-" }
      #expect(!isRead(negative, as: Model.self))
    }
    try expectCheck(KMeans(k: 3).fit(points))
    try expectCheck(MeanShift(bandwidth: 4).fit(points))
    // Far apart, so that there is something to swap.
    let medoids = try KMedoids(k: 3).fit(points)
    let stored = try text(medoids)
    #expect(
      !isRead(stored.replacing(/"medoids":\[/, with: "\"medoids\":[900,"), as: KMedoidsModel.self))
    #expect(!isRead(stored.replacing(/"passes":/, with: "\"passes\":-"), as: KMedoidsModel.self))
  }

  @Test func `a projection or a distance that is none is not read`() throws {
    let model = try PCA(components: 2).fit(blobs(seed: 1, dimensions: 3))
    let text = String(decoding: try JSONEncoder().encode(model), as: UTF8.self)
    func isRead(_ text: String) -> Bool {
      (try? JSONDecoder().decode(PCAModel.self, from: Data(text.utf8))) != nil
    }
    #expect(isRead(text))
    #expect(!isRead(text.replacing(/"mean":\[/, with: "\"mean\":[1,")))
    #expect(!isRead(text.replacing(/"explainedVariance":\[/, with: "\"explainedVariance\":[1,")))
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Distance].self, from: Data(#"["far"]"#.utf8))
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
