// What the pages of the tour say. Each is short enough to be read without scrolling in a small
// window, and says things for both faces.

import Charts
import Experiments
import Scheduling
import Screen

extension TourSession {
  func scene(in world: World) -> Scene {
    let (main, aside) = content(in: world)
    return Scene(
      title: "A first look", place: "\(page.rawValue + 1) of \(Page.allCases.count) pages",
      main: [.heading(heading)] + main, aside: aside, actions: actions)
  }

  private var heading: String {
    switch page {
    case .moving: "How to move"
    case .predicting: "You are asked before you are told"
    case .saving: "Everything is saved at once"
    case .helping: "Help is one key away"
    case .seeing: "Colour is never needed"
    }
  }

  private func content(in world: World) -> (main: [Element], aside: [Element]) {
    switch page {
    case .moving: (Self.prose(Self.welcome), taking)
    case .predicting: predicting(in: world)
    case .saving: (Self.prose(Self.saved), [])
    case .helping: (Self.prose(Self.help), [])
    case .seeing: seeing(in: world)
    }
  }

  private static func prose(_ paragraphs: [String]) -> [Element] {
    paragraphs.map { .prose([Span($0)]) }
  }
}

// MARK: - The words

extension TourSession {
  private static let welcome = [
    "Welcome to Centroid. This look around takes about a minute; esc leaves it at any moment.",
    "A line that you can take has an arrow before it. The arrow keys, or j and k, move the arrow; "
      + "enter takes the line. In plain lines you type the number of the line.",
  ]

  private static let saved = [
    "Every answer is on disk before the screen moves on, your prediction included. There is "
      + "nothing to save and nothing to lose: q quits at any moment, and next time you come "
      + "back to the place where you were.",
    "A wrong answer is not a bad mark. You are shown where it would have led, and most questions "
      + "can be asked again with other figures. A hint costs a part of the score, and says so "
      + "before you take it.",
  ]

  private static let help = [
    "The last line of the screen shows the keys that work now, the most useful first. The key ? "
      + "shows all keys of the very screen you are on, in groups. Try it here: ? again leads back.",
    "Where a page goes on below, the lower rule says so. Space and page down read on.",
    "esc leads back to where you came from, up to the first screen. There, f opens this tour "
      + "again.",
  ]

  private static let colours = [
    "Groups have letters, small ones for points and capitals for middles. Colour only repeats "
      + "what the letters say, and every picture is told in a sentence too.",
    "Other colours: start with --background light or dark, or --color never. Plain lines "
      + "without a full screen, as for a screen reader: --plain.",
  ]
}

// MARK: - Pages that ask or show

extension TourSession {
  private var taking: [Element] {
    [.prose([Span("Take the second line.", .bold)]), menu(Self.lines)]
  }

  private func menu(_ texts: [String]) -> Element {
    .menu(
      texts.enumerated().map { MenuItem(text: $0.element, name: "\($0.offset + 1)") },
      cursor: panel.cursor)
  }

  private func predicting(in world: World) -> (main: [Element], aside: [Element]) {
    do throws(ExperimentError) {
      let prediction = try prediction(in: world)
      let opening =
        "k-means has just put twelve points into three groups. Capitals mark the middles of the "
        + "groups. One point has lost its letter and is marked @."
      return (
        [
          .prose([Span(opening)]), .chart(prediction.chart(revealed: guess != nil)),
        ] + (guess == nil ? [.prose([Span(prediction.words, .muted)])] : []),
        guess.map { verdict($0, prediction) }
          ?? panel.elements(question: "Which group did it join?", options: prediction.groups)
      )
    } catch {
      return ([.refusal(error)], [])
    }
  }

  private func verdict(_ guess: Int, _ prediction: TourPrediction) -> [Element] {
    let isRight = guess == prediction.answer
    let joined = groupName(prediction.answer)
    return [
      .verdict(
        headline: isRight
          ? "Right: it joined \(joined)."
          : "You said \(groupName(guess)). It joined \(joined).",
        isRight ? .good : .bad, lines: [prediction.reason]),
      .gap,
      .prose([
        Span(
          "So it goes everywhere here: you say what will happen, a run tells. No figure is "
            + "written down beforehand.")
      ]),
    ]
  }

  private func seeing(in world: World) -> (main: [Element], aside: [Element]) {
    let picture: Element
    do throws(ExperimentError) {
      picture = .chart(try prediction(in: world).chart(revealed: true))
    } catch {
      picture = .refusal(error)
    }
    return (Self.prose([Self.colours[0]]) + [picture], Self.prose([Self.colours[1]]))
  }
}

// MARK: - Keys

extension TourSession {
  private var actions: [Action] {
    let isLast = page == Page.allCases.last
    let next = Action(
      keys: (isAsking ? [] : [.enter]) + [.space, .character("n"), .right], word: "next",
      label: isLast ? "begin" : "next page", event: .next)
    let previous = Action(
      keys: [.character("b"), .left], word: "previous", label: "page back", event: .previous)
    let skip = Action(
      keys: [.escape], word: "skip", label: isLast ? "leave" : "skip the tour", event: .back)
    let choosing =
      Action.choosing("take")
      + (page == .predicting ? [Confidence.action(after: panel.confidence)] : [])
    return (isAsking ? choosing : []) + [next, skip]
      + (page == .moving ? [] : [previous]) + [.help, .quit]
  }
}
