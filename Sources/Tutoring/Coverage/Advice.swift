// The one best thing to do next. The rule, in order:
//
//   1. What is known is kept, and what is wrong put right: if any card is due, or asked for by a
//      wrong answer, review those.
//   2. First things first: of the topics with something open, take the first whose
//      prerequisites are known well enough, that is at least half shown.
//   3. There, see it before trying it: if a page of the lesson is unread and one of its
//      concepts is not half shown yet, read on at the first such page.
//   4. Otherwise take the weakest concept of the topic, the one with the least shown; of several
//      the first. Practise it before recalling it and recall it before explaining it: open the
//      shortest drill that is not passed, else the cards if some are new, else the shortest
//      interview question.

package import Courseware
package import Scheduling
import Wording

package struct Advice: Sendable, Equatable {
  package let route: Route
  /// Of a reading, from 0.
  package let page: Int?
  /// "Review 5 cards", "Read "The loud column"".
  package let title: String
  /// "cards · about 2 min".
  package let note: String
  /// One sentence with its figures.
  package let why: String
}

extension Progress {
  /// Nil where nothing of the course is open.
  package func advice(on course: Course, at now: Instant) -> Advice? {
    if let review = review(of: course, at: now) { return review }
    let ready = course.topics.filter { isReady($0, in: course, at: now) }
    let waiting = course.topics.filter { !isReady($0, in: course, at: now) }
    return (ready + waiting).lazy.compactMap { topic in
      reading(of: topic, in: course, at: now) ?? weakest(of: topic, at: now)
    }.first
  }

  /// Whether all that the topic builds on is known well enough.
  package func isReady(_ topic: Topic, in course: Course, at now: Instant) -> Bool {
    missing(for: topic, in: course, at: now).isEmpty
  }

  /// The prerequisites that are not known well enough yet.
  package func missing(for topic: Topic, in course: Course, at now: Instant) -> [Topic] {
    course.topics.filter { other in
      topic.prerequisites.contains(other.id)
        && standing(of: other.material, at: now).shown < Standing.enough
    }
  }
}

// MARK: - The three kinds of advice

extension Progress {
  private func review(of course: Course, at now: Instant) -> Advice? {
    let ids = course.topics.flatMap(\.cards).map(\.id)
    let due = queue(of: ids, in: course, at: now).due
    guard !due.isEmpty else { return nil }
    let asked = misconceptions(in: course).count(where: \.asksForCard)
    return Advice(
      route: .cards(topic: nil), page: nil, title: "Review \(counted(due.count, "card"))",
      note: "cards · about \((due.count + 3) / 4) min",
      why: asked > 0 ? Self.askedFor(asked) : fading(due, at: now))
  }

  private static func askedFor(_ cards: Int) -> String {
    "\(counted(cards, "card")) \(cards == 1 ? "puts" : "put") right what a wrong answer of yours "
      + "showed: that comes before anything new."
  }

  private func fading(_ due: [String], at now: Instant) -> String {
    "\(counted(due.count, "card")) of yours \(due.count == 1 ? "is" : "are") due, with recall down "
      + "to \(percentage(recall(of: due, at: now).chance ?? 0)): what is known is kept before "
      + "anything is begun."
  }

  private func reading(of topic: Topic, in course: Course, at now: Instant) -> Advice? {
    let known = Set(
      course.concepts.filter { standing(of: $0.material, at: now).shown >= Standing.enough }
        .map(\.id))
    let pages = topic.lesson.pages
    let unread = pages.indices.filter { record(of: Item.page(pages[$0], of: topic.lesson)) == nil }
    guard let next = unread.first(where: { !known.isSuperset(of: pages[$0].concepts) }) else {
      return nil
    }
    let minutes = (topic.lesson.minutes * unread.count + pages.count - 1) / pages.count
    let open =
      unread.count == pages.count
      ? "No page of \"\(topic.title)\" is read yet"
      : "\(unread.count) of the \(pages.count) pages of \"\(topic.title)\" are unread"
    return Advice(
      route: .reading(topic.lesson.id), page: next, title: "Read \"\(pages[next].title)\"",
      note: "lesson, page \(next + 1) · about \(minutes) min",
      why: "\(open), and what the pages explain is tried in the exercises.")
  }

  private func weakest(of topic: Topic, at now: Instant) -> Advice? {
    let open = openConcepts(of: topic, at: now)
    guard let weakest = open.min(by: { $0.shown < $1.shown }) else { return nil }
    return practice(weakest.concept, of: topic, shown: weakest.shown)
  }

  private func practice(_ concept: Concept, of topic: Topic, shown: Double) -> Advice? {
    let part = openParts(of: concept, in: topic).first
    return part.map { part in
      Advice(
        route: part.route, page: nil, title: part.invitation,
        note: "\(part.kind) · about \(part.minutes) min",
        why: "Your weakest concept is \(concept.title): \(percentage(shown)) of it is shown. "
          + "This is the shortest way on.")
    }
  }
}

// MARK: - What is open

extension Progress {
  /// The concepts of a topic for which it still has a part to pass.
  private func openConcepts(
    of topic: Topic, at now: Instant
  ) -> [(concept: Concept, shown: Double)] {
    Course(topics: [topic]).concepts.compactMap { concept in
      openParts(of: concept, in: topic).isEmpty
        ? nil : (concept, standing(of: concept.material, at: now).shown)
    }
  }

  /// In the order of the rule: drills, cards, questions; the shortest first.
  private func openParts(of concept: Concept, in topic: Topic) -> [Part] {
    let material = concept.material
    let parts = parts(of: topic)
    let open = { (exercises: [Exercise]) in
      exercises.compactMap { exercise in parts.first { $0.item == exercise.id } }
        .filter { $0.status < .passed }.sorted { $0.minutes < $1.minutes }
    }
    let isNew = material.cards.contains { card($0.id) == nil }
    let deck = parts.filter { isNew && $0.item == Item.deck(topic.id) }
    return open(material.drills) + deck + open(material.questions)
  }
}

extension Part {
  fileprivate var invitation: String {
    switch route {
    case .cards: "Learn the \(title)"
    case .exercise where kind == "\(Exercise.Kind.interview)": "Answer \"\(title)\""
    default: "Try \"\(title)\""
    }
  }
}
