// How sure, how right: what the learner said before each outcome beside what came true, and the
// wrong ideas that answers have shown. Reached from what is known, concept by concept.

import Courseware
import Scheduling
import Screen
import Wording

struct CalibrationSession: Session {
  private var chooser: Chooser

  init(_ bookmark: Bookmark) {
    chooser = Chooser(bookmark)
  }

  var bookmark: Bookmark { chooser.bookmark(at: .calibration) }

  var isOver: Bool { true }

  mutating func handle(_ event: Event, in world: inout World) {
    if event == .back { world.wish = .back }
  }
}

extension CalibrationSession {
  func scene(in world: World) -> Scene {
    let foresight = world.progress.foresight
    let picture = foresight.chart.map { [Element.chart($0)] } ?? []
    return Scene(
      title: "How sure, how right", place: counted(foresight.answers, "answer"),
      main: [.prose([Span(foresight.sentence, .bold)])] + picture,
      aside: table(foresight) + (foresight.brierWords.map { [.gap, .prose([Span($0)])] } ?? [])
        + misconceptions(in: world),
      actions: [
        Action(
          keys: [.character("c")], word: "cards", label: "cards", event: .open(.cards(topic: nil)))
      ] + Action.always)
  }

  private func table(_ foresight: Foresight) -> [Element] {
    guard !foresight.lines.isEmpty else { return [] }
    let rows = foresight.lines.map { line in
      [
        "\(line.confidence)", percentage(line.said), "\(line.answers)", "\(line.right)",
        line.answers < Calibration.fewest ? "few" : percentage(line.share),
      ]
    }
    return [.table(header: ["you said", "chance", "answers", "right", "share"], rows: rows)]
  }

  private func misconceptions(in world: World) -> [Element] {
    let open = world.progress.misconceptions(in: world.course)
    guard !open.isEmpty else { return [] }
    let rule =
      "Two clean answers retire an idea: first answers that could have shown it, and do not. Its "
      + "card comes first in the next card session."
    return [.gap, .heading("Ideas to shed")]
      + open.map { .item(mark: "•", [Span($0.words(in: world.course) + ".")]) }
      + [.prose([Span(rule, .muted)])]
  }
}
