// How far a learner is with some material, from the journal alone:
//
//   read       pages with all their questions answered, those without questions once they are
//              turned, and pipelines walked; to be shown a page is not to read it
//   drilled    drills, labs and flows that were passed
//   recalled   the share of its cards that would be recalled now, by the forgetting curve
//   explained  interview questions that were passed
//   shown      the mean of the last three, as far as the course has them: an exercise counts
//              with its best score, hints taken off, and a card never seen with nothing
//
// Reading shows nothing; only where the course has no other way does it count.

import Courseware
package import Scheduling

package struct Standing: Sendable {
  package struct Share: Sendable, Equatable {
    package let done: Int
    package let of: Int

    package init(done: Int, of: Int) {
      self.done = done
      self.of = of
    }

    package var value: Double { of == 0 ? 0 : Double(done) / Double(of) }
  }

  package let read: Share
  package let drilled: Share
  package let recall: Recall
  package let explained: Share
  package let shown: Double
  package let weaknesses: [Weakness]

  /// From here on something counts as known well enough to build on.
  package static let enough = 0.5
  /// From here on it counts as shown.
  package static let plenty = 0.8

  package var isBegun: Bool {
    read.done + drilled.done + recall.begun + explained.done > 0 || !weaknesses.isEmpty
  }
}

extension Progress {
  package func standing(of material: Material, at now: Instant) -> Standing {
    let recall = recall(of: material.cards.map(\.id), at: now)
    let walked = material.walks.count { status(of: Item.pipeline($0.id)) >= .passed }
    let read = Standing.Share(
      done: material.pages.count { record(of: $0.item) != nil } + walked,
      of: material.pages.count + material.walks.count)
    let sides =
      [
        mean(material.drills), material.cards.isEmpty ? nil : recall.share,
        mean(material.questions),
      ]
      .compactMap(\.self)
    return Standing(
      read: read, drilled: passed(material.drills), recall: recall,
      explained: passed(material.questions),
      shown: sides.isEmpty ? read.value : sides.reduce(0, +) / Double(sides.count),
      weaknesses: weaknesses(of: material, recall, at: now))
  }

  private func passed(_ exercises: [Exercise]) -> Standing.Share {
    Standing.Share(
      done: exercises.count { status(of: $0.id) >= .passed }, of: exercises.count)
  }

  /// The mean of the best scores passed with; nil without exercises.
  private func mean(_ exercises: [Exercise]) -> Double? {
    guard !exercises.isEmpty else { return nil }
    let earned = exercises.map { record(of: $0.id)?.bestPass?.score ?? 0 }
    return earned.reduce(0, +) / Double(exercises.count)
  }
}
