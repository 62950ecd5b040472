import Courseware
import Testing

@Suite struct `Declarations of the core` {
  let source = """
    /// Lloyd's method.
    public struct KMeans: Sendable {
      public let k: Int

      /// Starts with these.
      public init(
        k: Int, seed: UInt64 = 0
      ) {
        self.k = k
      }

      @inlinable public func fit(_ points: Points) throws -> Model
      {
        if k > 1 {
          step()
        }
        return Model()
      }

      func fitted() -> Bool { true }
    }

    let names = [
      "a",
    ]

    func assign(_ points: Points) -> [Int] {
      []
    }
    """

  func lines(_ declaration: String) -> (Int, [String])? {
    SourceExcerpt(file: "Clustering/KMeans.swift", declaration: declaration, in: source)
      .map { ($0.firstLine, $0.lines) }
  }

  @Test func `a function is found by its name and ends with its brace`() throws {
    let excerpt = try #require(lines("func assign"))
    #expect(excerpt.0 == 27)
    #expect(excerpt.1 == ["func assign(_ points: Points) -> [Int] {", "  []", "}"])
  }

  @Test func `modifiers and attributes do not matter, the indentation is taken off`() throws {
    let excerpt = try #require(lines("func fit"))
    #expect(excerpt.0 == 12)
    #expect(excerpt.1.first == "@inlinable public func fit(_ points: Points) throws -> Model")
    #expect(excerpt.1.last == "}")
    #expect(excerpt.1.count == 7)
  }

  @Test func `a signature over several lines belongs to the declaration`() throws {
    let excerpt = try #require(lines("init"))
    #expect(
      excerpt.1 == [
        "public init(", "  k: Int, seed: UInt64 = 0", ") {", "  self.k = k", "}",
      ])
  }

  @Test func `a type reaches to its own brace`() throws {
    let excerpt = try #require(lines("struct KMeans"))
    #expect(excerpt.0 == 2)
    #expect(excerpt.1.count == 20)
    #expect(excerpt.1.last == "}")
  }

  @Test func `a declaration on one line is one line`() throws {
    #expect(try #require(lines("func fitted")).1 == ["func fitted() -> Bool { true }"])
    #expect(try #require(lines("let k")).1 == ["public let k: Int"])
  }

  @Test func `a list ends with its bracket`() throws {
    #expect(try #require(lines("let names")).1 == ["let names = [", "  \"a\",", "]"])
  }

  @Test func `a name is taken whole`() {
    #expect(lines("func fi") == nil)
    #expect(lines("func assigned") == nil)
    #expect(lines("") == nil)
    #expect(lines("func") == nil)
  }
}
