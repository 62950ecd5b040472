import Testing
import Wording

private let known = ["silhouette", "inertia", "k", "eps", "features"]

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("silhouete", "silhouette"), ("Silhouette", "silhouette"), ("intertia", "inertia"),
    ("esp", "eps"), ("feature", "features"), ("K", "k"),
  ])
  func `a slip finds the name that was meant`(slip: String, name: String) {
    #expect(nearestName(to: slip, among: known) == name)
  }

  @Test(arguments: ["", "python", "agreement", "minimum"])
  func `another word finds none`(word: String) {
    #expect(nearestName(to: word, among: ["silhouette", "inertia", "features"]) == nil)
  }

  @Test func `of several that are as near, the first is named`() {
    #expect(nearestName(to: "cat", among: ["rat", "bat"]) == "rat")
  }

  @Test func `a hostile word costs nothing and is near to nothing`() {
    #expect(nearestName(to: String(repeating: "x", count: 1_000_000), among: known) == nil)
  }
}
