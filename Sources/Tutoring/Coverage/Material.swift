// All of the course that teaches and tries something: one concept, or one topic. Pages, cards
// and exercises say in their own front matter and comments which concepts they are about.

package import Courseware

package struct Material: Sendable {
  package private(set) var pages: [TaughtPage] = []
  /// Concept drills, labs and flows.
  package private(set) var drills: [Exercise] = []
  package private(set) var cards: [Card] = []
  /// Interview questions.
  package private(set) var questions: [Exercise] = []

  /// The flows, whose pipelines can be walked along.
  var walks: [Exercise] { drills.filter { $0.ordering != nil } }
}

/// A page of a lesson or a walkthrough.
package struct TaughtPage: Sendable {
  package let reading: Reading
  package let index: Int

  package var page: Page { reading.pages[index] }
  /// The name under which it is kept that the page was read.
  package var item: String { Item.page(page, of: reading) }
}

/// A name of the field that the course teaches.
package struct Concept: Sendable {
  package let id: String
  package let material: Material
  /// As it is read: "feature scaling", and "k-means" as it is.
  package let title: String

  /// - Parameter name: What the course calls it; by itself it is called by the words of its id.
  init(id: String, name: String?, material: Material) {
    self.id = id
    self.material = material
    title = name ?? Self.words(of: id)
  }

  private static func words(of id: String) -> String {
    var words = id.split(separator: "-").map(String.init)
    if words.count > 1, words[0].count == 1 { words[0...1] = ["\(words[0])-\(words[1])"] }
    return words.joined(separator: " ")
  }
}

extension Topic {
  /// All that the topic has.
  package var material: Material { Material(of: [self]) { _ in true } }
}

extension Course {
  /// Every concept, in the order in which the lessons name them.
  package var concepts: [Concept] {
    var ids: [String] = []
    let named = topics.flatMap(\.lesson.concepts) + topics.flatMap(\.conceptsElsewhere)
    for id in named where !ids.contains(id) { ids.append(id) }
    return ids.map { id in
      let name = topics.lazy.compactMap { $0.conceptNames[id] }.first
      return Concept(id: id, name: name, material: Material(of: topics) { $0.contains(id) })
    }
  }
}

extension Topic {
  fileprivate var readings: [Reading] { [lesson] + (walkthrough.map { [$0] } ?? []) }

  fileprivate var conceptsElsewhere: [String] {
    exercises.flatMap(\.concepts) + cards.flatMap(\.concepts)
      + (walkthrough.map(\.concepts) ?? [])
  }
}

extension Material {
  /// What is about concepts for which `isWanted` holds.
  fileprivate init(of topics: [Topic], where isWanted: ([String]) -> Bool) {
    for topic in topics {
      for reading in topic.readings {
        pages += reading.pages.indices.filter { isWanted(reading.pages[$0].concepts) }
          .map { TaughtPage(reading: reading, index: $0) }
      }
      let exercises = topic.exercises.filter { isWanted($0.concepts) }
      drills += exercises.filter { $0.kind != .interview }
      questions += exercises.filter { $0.kind == .interview }
      cards += topic.cards.filter { isWanted($0.concepts) }
    }
  }
}
