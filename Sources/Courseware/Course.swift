// The course as values: what the Markdown files say, once read and checked.

package import Markup

/// Everything that the tutor teaches.
package struct Course: Sendable {
  /// In the order of their folders.
  package let topics: [Topic]

  package init(topics: [Topic]) {
    self.topics = topics
  }
}

/// One folder of `Lessons/` with the exercises of `Drills/` that name it.
package struct Topic: Sendable {
  /// The folder's name without its number: "what-is-clustering".
  package let id: String
  /// The folder's number, 1 and up.
  package let number: Int
  package let title: String
  package let lesson: Reading
  package let walkthrough: Reading?
  package let cards: [Card]
  /// Every named experiment of the topic's files; figures in prose refer to them.
  package let experiments: [Variant]
  /// Concept drills, labs and flows, then interview questions by tier.
  package let exercises: [Exercise]
  /// The row of topics that it belongs to, as the learner reads it; empty where none is named.
  package let track: String
  /// The topics that are best known before, by id. All of them come earlier in the course.
  package let prerequisites: [String]
  /// How concepts are read, by their ids, where the words of the id do not do.
  package let conceptNames: [String: String]

  package init(
    id: String, number: Int, title: String, lesson: Reading, walkthrough: Reading?,
    cards: [Card], experiments: [Variant], exercises: [Exercise], track: String = "",
    prerequisites: [String] = [], conceptNames: [String: String] = [:]
  ) {
    self.conceptNames = conceptNames
    self.track = track
    self.prerequisites = prerequisites
    self.id = id
    self.number = number
    self.title = title
    self.lesson = lesson
    self.walkthrough = walkthrough
    self.cards = cards
    self.experiments = experiments
    self.exercises = exercises
  }
}

/// A text in pages, with live figures and questions inside.
package struct Reading: Sendable {
  /// Stable: "what-is-clustering/lesson", "what-is-clustering/walkthrough".
  package let id: String
  package let title: String
  package let level: String
  package let minutes: Int
  package let concepts: [String]
  package let pages: [Page]

  package init(
    id: String, title: String, level: String, minutes: Int, concepts: [String], pages: [Page]
  ) {
    self.id = id
    self.title = title
    self.level = level
    self.minutes = minutes
    self.concepts = concepts
    self.pages = pages
  }
}

/// One level-2 heading and what follows it.
package struct Page: Sendable {
  /// Unique within its text, and stable where the author named it.
  package let id: String
  package let title: String
  package let concepts: [String]
  package let passages: [Passage]

  package init(id: String = "", title: String, concepts: [String] = [], passages: [Passage]) {
    self.id = id
    self.title = title
    self.concepts = concepts
    self.passages = passages
  }
}

/// A piece of a page, in reading order.
package enum Passage: Sendable {
  /// Plain CommonMark. Inline code that starts with "=" is a figure: `=name.silhouette`.
  case prose(Block)
  /// A block quote that opens with "First time:" or "In production:", without these words.
  case callout(Audience, [Block])
  /// A fenced `plot`: run and drawn.
  case plot(Plot)
  /// A fenced `check`: what follows it on the page is hidden until it is answered.
  case check(Check)
  /// A fenced `source`: lines of the core, looked up by the name of the declaration.
  case source(SourceExcerpt)
}

/// Whom a call-out is for.
package enum Audience: String, Sendable, CaseIterable {
  case firstTime = "First time"
  case production = "In production"
}

/// A question inside a text.
package struct Check: Sendable {
  /// Unique within its file.
  package let id: String
  package let choice: Choice
  /// Where its pieces stand in the file: "answer", "options/1".
  package let places: Places

  package init(id: String, choice: Choice, places: Places = Places()) {
    self.id = id
    self.choice = choice
    self.places = places
  }
}

/// A declaration of the core that the walkthrough shows.
package struct SourceExcerpt: Sendable, Equatable {
  /// A path below `Sources/`, e.g. "Clustering/KMeans.swift".
  package let file: String
  /// The declaration, as written: "func assign", "struct KMeansModel".
  package let declaration: String
  /// Number of the first line, from 1; the lines themselves.
  package let firstLine: Int
  package let lines: [String]

  package init(file: String, declaration: String, firstLine: Int, lines: [String]) {
    self.file = file
    self.declaration = declaration
    self.firstLine = firstLine
    self.lines = lines
  }
}

/// A question on the front, its answer on the back.
package struct Card: Sendable {
  /// Stable and unique in the course: "what-is-clustering/needs-no-targets".
  package let id: String
  package let concepts: [String]
  package let front: [Inline]
  package let back: [Block]
  /// The misconception that it puts right, by id.
  package let misconception: String?

  package init(
    id: String, concepts: [String], front: [Inline], back: [Block], misconception: String? = nil
  ) {
    self.misconception = misconception
    self.id = id
    self.concepts = concepts
    self.front = front
    self.back = back
  }
}
