// The picture of one moment of a film, what the step did, and what can be done.

import Charts
import Experiments
import Screen
import Wording

extension WatchSession {
  func scene(in world: World) -> Scene {
    do throws(ExperimentError) {
      let film = try film(in: world)
      return scene(film, beside: try rivalFilm(in: world))
    } catch {
      return Scene(
        title: title, place: "",
        main: [.refusal(error)],
        aside: form, actions: actions)
    }
  }

  private func scene(_ film: Film, beside other: Film?) -> Scene {
    let frame = frame(of: film)
    let aside: [Element]
    if let other {
      aside = seen(other.frame(at: position), in: other, from: rival)
    } else {
      aside = told(frame, film) + companion(frame, film)
    }
    return Scene(
      title: title, place: place,
      main: other == nil
        ? [film.picture(of: frame)] : seen(frame, in: film, from: start),
      aside: field == nil ? aside : form, actions: actions,
      pace: isPlaying ? speed.milliseconds : nil)
  }

  private var title: String { method.title }

  /// Only k-means starts at random; the others have no start of their own.
  private var place: String {
    "\(name(of: "data") ?? "") · \(method == .kMeans ? "start" : "seed") \(startName(start))"
  }

  private func startName(_ seed: UInt64?) -> String {
    seed.map(String.init) ?? name(of: "seed") ?? "1"
  }

  private func name(of setting: String) -> String? {
    settings.first { $0.name == setting }?.value
  }

  /// One of two runs: its picture, and how far it has come.
  private func seen(_ frame: Frame, in film: Film, from seed: UInt64?) -> [Element] {
    [
      film.picture(of: frame), counter(film, "start \(startName(seed)), step"),
      .prose([Span(frame.words(in: film))]),
    ]
  }

  private func told(_ frame: Frame, _ film: Film) -> [Element] {
    [counter(film, "step"), .gap, .prose([Span(frame.words(in: film))])]
  }

  private func counter(_ film: Film, _ label: String) -> Element {
    let now = min(position, film.count - 1)
    return .progress(
      label: label, filled: now, of: max(1, film.count - 1), words: "\(now) of \(film.count - 1)")
  }

  /// What grows beside the points: the tree, or the curve of the inertia.
  private func companion(_ frame: Frame, _ film: Film) -> [Element] {
    let chart = film.tree(of: frame) ?? film.curve(upTo: position)
    return chart.map { [.gap, .chart($0)] } ?? []
  }

  private var form: [Element] {
    [
      .prose([Span("The film begins anew with every change.", .muted)]),
      .form(StageSettings.fields(of: settings), cursor: field),
    ]
  }

  private var actions: [Action] {
    (field == nil ? watching : setting) + Action.always
  }

  private var watching: [Action] {
    let starts = [
      Action(
        keys: [.character("n")], word: "new", label: "new start", event: .restart),
      Action(
        keys: [.character("c")], word: "compare",
        label: rival == nil ? "compare" : "one run", event: .compare),
    ]
    return [
      Action(
        keys: [.space], word: "play", label: isPlaying ? "pause" : "play", event: .play),
      Action(
        keys: [.right, .character("l"), .enter], word: "step", label: "step", event: .step(1)),
      Action(keys: [.left, .character("h")], word: "undo", label: "step back", event: .step(-1)),
    ] + (method == .agglomerative ? cutting : []) + [
      Action(keys: [.character("]")], word: "skip", label: "10 on", event: .step(10)),
      Action(keys: [.character("[")], word: "rewind", label: "10 back", event: .step(-10)),
    ] + (method == .kMeans ? starts : []) + [
      Action(keys: [.character("s")], word: "set", label: "set", event: .settings),
      Action(
        keys: [.character("+"), .character("=")], word: "faster", label: "faster", event: .speed(1)),
      Action(keys: [.character("-")], word: "slower", label: "slower", event: .speed(-1)),
      Action(
        keys: [.home, .character("0")], word: "start", label: "start", event: .step(.min)),
      Action(keys: [.end, .character("$")], word: "end", label: "end", event: .step(.max)),
    ]
  }

  private var cutting: [Action] {
    [
      Action(
        keys: [.up, .character("k")], word: Self.higher, label: "cut higher",
        event: .set(field: Self.cutName, value: Self.higher)),
      Action(
        keys: [.down, .character("j")], word: Self.lower, label: "cut lower",
        event: .set(field: Self.cutName, value: Self.lower)),
      // Typed only: a height has no key.
      Action(
        keys: [], word: "\(Self.cutName)=HEIGHT", label: "cut at this height",
        event: .set(field: Self.cutName, value: "")),
    ]
  }

  private var setting: [Action] {
    [
      .up(.move(-1)), .down(.move(1)),
      Action(keys: [.right, .character("l")], word: "on", label: "next value", event: .turn(1)),
      Action(
        keys: [.left, .character("h")], word: "before", label: "value before", event: .turn(-1)),
      Action(keys: [.enter, .character("s")], word: "watch", label: "watch", event: .settings),
    ]
  }
}
