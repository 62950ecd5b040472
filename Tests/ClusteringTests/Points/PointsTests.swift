import Clustering
import Testing

@Suite struct PointsTests {
  @Test func `points are read row after row`() throws {
    let points = try Points([1, 2, 3, 4, 5, 6], dimensions: 2)
    #expect(points.count == 3)
    #expect(points.dimensions == 2)
    #expect(points[2, 0] == 5)
    #expect(points.row(1) == [3, 4])
    #expect(points.column(1) == [2, 4, 6])
    #expect(try points == Points(rows: [[1, 2], [3, 4], [5, 6]]))
  }

  @Test func `rows and columns can be selected in any order`() throws {
    let points = try Points(rows: [[1, 2], [3, 4], [5, 6]])
    #expect(points.selecting(rows: [2, 0, 2]).values == [5, 6, 1, 2, 5, 6])
    #expect(points.selecting(columns: [1]).values == [2, 4, 6])
    #expect(points.selecting(columns: [1, 0]).row(0) == [2, 1])
    #expect(points.selecting(rows: []).count == 0)
  }

  @Test func `a column that is not there is no value of another row`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Points(rows: [[1, 2], [3, 4], [5, 6]])[0, 3]
    }
    await #expect(processExitsWith: .failure) {
      _ = try Points(rows: [[1, 2], [3, 4], [5, 6]])[1, -1]
    }
    await #expect(processExitsWith: .failure) {
      _ = try Points(rows: [[1, 2], [3, 4], [5, 6]]).selecting(columns: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = try DistanceMatrix(Points([1, 2, 3], dimensions: 1))[0, 4]
    }
  }

  @Test func `what is wrong with a table is told with its place`() {
    #expect(throws: ClusteringError.incompleteRow(values: 5, dimensions: 2)) {
      try Points([1, 2, 3, 4, 5], dimensions: 2)
    }
    #expect(throws: ClusteringError.raggedRow(row: 1, expected: 2, found: 3)) {
      try Points(rows: [[1, 2], [3, 4, 5]])
    }
    #expect(throws: ClusteringError.notFinite(row: 1, column: 0)) {
      try Points(rows: [[1, 2], [.nan, 4]])
    }
    #expect(throws: ClusteringError.notFinite(row: 0, column: 1)) {
      try Points(rows: [[1, -.infinity], [.nan, 4]])
    }
    #expect(throws: ClusteringError.tooLarge(row: 0, column: 1)) {
      try Points(rows: [[1, 1e200]])
    }
    #expect(throws: ClusteringError.noFeatures) { try Points([], dimensions: 0) }
    #expect(throws: ClusteringError.noFeatures) { try Points(rows: [[], []]) }
    #expect(throws: ClusteringError.noPoints) { try Points(rows: []) }
  }

  @Test func `an error says what to do`() {
    #expect(
      "\(ClusteringError.notFinite(row: 3, column: 1))"
        == "row 3, column 1 is not a finite number; replace the value or drop the row")
    #expect(
      "\(ClusteringError.clusterCountOutOfRange(clusters: 5, points: 3))"
        == "5 clusters of 3 points; ask for a number from 1 to 3")
    #expect(
      "\(ClusteringError.clusterCountOutOfRange(clusters: 3, points: 1))"
        == "3 clusters of a single point; ask for 1, or give more points")
  }

  @Test func `a table of no rows is a value, and every method says that it needs some`() throws {
    let none = try Points([], dimensions: 2)
    #expect(none.count == 0)
    #expect(throws: ClusteringError.noPoints) { try KMeans(k: 1).fit(none) }
    #expect(throws: ClusteringError.noPoints) { try DBSCAN(eps: 1, minSamples: 1).fit(none) }
    #expect(throws: ClusteringError.noPoints) { try Agglomerative(linkage: .ward).fit(none) }
    #expect(throws: ClusteringError.noPoints) { try PCA(components: 1).fit(none) }
    #expect(throws: ClusteringError.noPoints) { try Scaling.standard.fit(none) }
    #expect(throws: ClusteringError.noPoints) { try Quality.distanceShare(none) }
  }
}
