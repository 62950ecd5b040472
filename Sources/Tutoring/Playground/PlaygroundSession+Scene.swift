// The playground as it is seen: the picture with its figures, and beside it the form.
//
// Each part asks for itself what it needs and bears it that this is not known yet, so that the
// picture is there before the slow figures are.

import Charts
import Experiments
import Screen
import Wording

extension PlaygroundSession {
  func scene(in world: World) -> Scene {
    if !refusal.isEmpty { return refused }
    if let columns { return list(columns, in: world) }
    let form = form(in: world)
    let fields = form.fields
    let pictured = pictured(in: world)
    return Scene(
      title: "Playground", place: place,
      main: remarks(form, in: world) + pictured.picture(in: world) + [.gap]
        + pictured.figures(in: world),
      aside: typing.map { asked($0, in: world) }
        ?? [.form(fields.map(\.field), cursor: min(cursor, fields.count - 1))] + advice(in: world),
      actions: typing == nil ? actions : typingActions,
      input: typing.map { .text($0.draft) } ?? .keys)
  }

  /// What the picture shows: while a run is under way the one before it, so that a picture gives
  /// way to the next one without a flicker.
  private func pictured(in world: World) -> PlaygroundSession {
    do throws(ExperimentError) {
      _ = try playing(in: world).trace()
      return self
    } catch {
      guard error.isUnfinished else { return self }
    }
    for earlier in history.reversed().prefix(Self.patience) {
      let session = running(earlier)
      if session.place == place, earlier.trial.path == state.trial.path,
        (try? session.playing(in: world).trace()) != nil
      {
        return session
      }
    }
    return self
  }

  /// How many runs may have been overtaken by quick keys.
  private static let patience = 20

  /// The data: where these change, everything does.
  var place: String {
    state.trial.path.map(fileName) ?? state.trial.experiment.settings[0].value
  }

  /// A saved run that cannot be opened.
  private var refused: Scene {
    Scene(
      title: "Playground", place: "",
      main: [.verdict(headline: "This run cannot be opened.", .bad, lines: refusal)],
      actions: Action.always)
  }

  private func asked(_ typing: Typing, in world: World) -> [Element] {
    [.prose([Span(question(for: typing.purpose, in: world), .bold)]), .writing]
  }
}

// MARK: - What is told about the data

extension PlaygroundSession {
  private func remarks(_ form: PlayForm, in world: World) -> [Element] {
    var told = (form.decided?.sentences ?? []) + hints(in: world)
    if let own = try? playing(in: world).ownTable() {
      told += own.notes.map { "\($0)." }
      if let savedDigest, savedDigest != own.digest, state.trial.path == file {
        told.append(
          "\(fileName(of: own.path)) has changed since this run was saved (\(savedDigest), now "
            + "\(own.digest)): the figures may differ.")
      }
    }
    return told.isEmpty ? [] : [.prose([Span(told.joined(separator: " "), .warning)])]
  }

  /// Columns that stay out, and what speaks against those that take part, as far as it is short.
  private func hints(in world: World) -> [String] {
    guard state.trial.path != nil, let listed = try? listed(in: world) else { return [] }
    let out = listed.compactMap(\.own).filter { !$0.isUsable }
    let wordless = out.filter(\.holdsNoNumbers)
    let names = wordless.prefix(3).map(\.name).joined(separator: ", ")
    let more = wordless.count > 3 ? " and \(wordless.count - 3) more" : ""
    let verb = wordless.count == 1 ? "holds no numbers and stays" : "hold no numbers and stay"
    let doubtful = listed.filter { $0.takesPart && $0.own?.hint != nil }.prefix(2)
    return (wordless.isEmpty ? [] : ["\(names)\(more) \(verb) out."])
      + out.filter { !$0.holdsNoNumbers }.prefix(2).compactMap(\.reason).map {
        "It stays out: \($0)."
      }
      + doubtful.compactMap { column in column.own?.hintWords.map { "\(column.name) \($0)." } }
  }

  private func advice(in world: World) -> [Element] {
    guard let trace = try? playing(in: world).trace(), !trace.advice.isEmpty else { return [] }
    return [.gap] + trace.advice.map { .prose([Span($0.sentence, .warning)]) }
  }
}

extension String {
  /// With a capital letter and a full stop.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}

// MARK: - The list of columns

extension PlaygroundSession {
  private func list(_ list: ColumnList, in world: World) -> Scene {
    let shown = shown(in: world)
    let start = max(0, min(list.cursor - ColumnList.window / 2, shown.count - ColumnList.window))
    let window = Array(shown.dropFirst(start).prefix(ColumnList.window))
    return Scene(
      title: "Playground · columns", place: place,
      main: [.prose([Span(counts(shown, from: start, window.count, in: world))])]
        + [.form(window.map(\.field), cursor: window.isEmpty ? nil : list.cursor - start)]
        + (shown.indices.contains(list.cursor) ? [.gap] + about(shown[list.cursor]) : []),
      aside: typing.map { asked($0, in: world) } ?? decisions(in: world),
      actions: typing == nil ? Self.listActions : typingActions,
      input: typing.map { .text($0.draft) } ?? .keys)
  }

  private func counts(
    _ shown: [ListedColumn], from start: Int, _ count: Int, in world: World
  ) -> String {
    let all = (try? listed(in: world)) ?? []
    let taking =
      "\(grouped(all.count { $0.takesPart })) of \(counted(all.count, "column")) take part"
    if shown.isEmpty { return "\(taking). No name holds \"\(columns?.filter ?? "")\"." }
    let range =
      count == shown.count ? "" : "; here \(start + 1) to \(start + count) of \(shown.count)"
    let filter = columns?.filter ?? ""
    return taking + (filter.isEmpty ? "" : ", \(shown.count) with \"\(filter)\" in the name")
      + range + "."
  }

  /// What there is to know about the column under the cursor.
  private func about(_ column: ListedColumn) -> [Element] {
    guard let own = column.own else { return [] }
    if let reason = own.reason { return [.prose([Span(reason.sentence, .warning)])] }
    var told: [Element] = []
    if let gaps = own.gapWords {
      let choices = column.choices.map(\.shown).joined(separator: ", or ")
      told.append(.prose([Span("\(own.name): \(gaps). It can be: \(choices).")]))
    }
    if let hint = own.hintWords { told.append(.prose([Span("\(own.name) \(hint).", .muted)])) }
    return told
  }

  private func decisions(in world: World) -> [Element] {
    let sentences: [String]
    do throws(ExperimentError) {
      sentences = try playing(in: world).decided().sentences
    } catch {
      return [.refusal(error)]
    }
    return sentences.map { .prose([Span($0)]) }
  }
}

// MARK: - Keys

extension PlaygroundSession {
  private func key(
    _ key: Key..., word: String, _ label: String, _ name: String, _ value: String
  ) -> Action {
    Action(keys: key, word: word, label: label, event: .set(field: name, value: value))
  }

  private var actions: [Action] {
    [
      .up(.move(-1)), .down(.move(1)),
      Action(keys: [.right, .character("l")], word: "right", label: "change", event: .turn(1)),
      Action(keys: [.left, .character("h")], word: "left", label: "change back", event: .turn(-1)),
      Action(keys: [.enter], word: "type", label: "type it", event: .enter),
      key(.character("v"), word: "view", "next view", "view", state.view.next.rawValue),
      key(.character("c"), word: "columns", "columns", "ask", "columns"),
      Action(keys: [.character("u")], word: "undo", label: "undo", event: .undo),
      key(.character("s"), word: "save", "save", "ask", "save"),
      key(.character("e"), word: "export", "export SVG", "ask", "svg"),
      Action(keys: [.character("x")], word: "reset", label: "reset", event: .restart),
    ] + links + views + Action.always
  }

  /// The points can be linked to the centers of their groups.
  private var links: [Action] {
    guard state.view == .points else { return [] }
    return [
      .links(
        areShown: state.showsLinks,
        event: .set(field: "links", value: state.showsLinks ? "no" : "yes"))
    ]
  }

  /// Each view has its number.
  private var views: [Action] {
    PlayView.allCases.enumerated().map { index, view in
      Action(
        keys: [.character(Character("\(index + 1)"))], word: view.rawValue, label: view.words,
        event: .set(field: "view", value: view.rawValue))
    }
  }

  private static let listActions: [Action] = [
    .up(.move(-1)), .down(.move(1)),
    Action(keys: [.right, .character("l")], word: "right", label: "change", event: .turn(1)),
    Action(keys: [.left, .character("h")], word: "left", label: "change back", event: .turn(-1)),
    Action(keys: [.enter, .space], word: "toggle", label: "in or out", event: .enter),
    Action(
      keys: [.character("a")], word: "all", label: "all",
      event: .set(field: "features", value: "all")),
    Action(
      keys: [.character("/")], word: "find", label: "find",
      event: .set(field: "ask", value: "filter")),
    Action(
      keys: [.pageDown], word: "further", label: "further down", event: .step(ColumnList.window)),
    Action(
      keys: [.pageUp], word: "higher", label: "further up", event: .step(-ColumnList.window)),
    Action(keys: [.character("u")], word: "undo", label: "undo", event: .undo),
    Action(
      keys: [.escape, .character("c")], word: "back", label: "back to the picture", event: .back),
    .help, .quit,
  ]

  private var typingActions: [Action] {
    [
      Action(keys: [.control("d")], word: "take", label: "take it (or enter)", event: .submit),
      Action(keys: [.escape], word: "back", label: "leave it", event: .back), .help, .quit,
    ]
  }
}
