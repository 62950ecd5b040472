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
      actions: typing == nil ? actions(form) : typingActions,
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
  /// What is to be decided first, then in few words what was done.
  private func remarks(_ form: PlayForm, in world: World) -> [Element] {
    var told = (form.decided?.sentences ?? []) + outsiders(in: world)
    if form.decided?.taking.isProvisional == true { told.removeFirst() }
    if let own = try? playing(in: world).ownTable() {
      told += own.notes.map(\.description.sentence)
      if let savedDigest, savedDigest != own.digest, state.trial.path == file {
        told.append(
          "\(fileName(of: own.path)) has changed since this run was saved (\(savedDigest), now "
            + "\(own.digest)): the figures may differ.")
      }
    }
    if isResumed, history.isEmpty { told.append(Self.resumed) }
    let question = question(form)
    let rest = Span((question.isEmpty ? "" : " ") + told.joined(separator: " "), .warning)
    return question.isEmpty && told.isEmpty ? [] : [.prose(question + (told.isEmpty ? [] : [rest]))]
  }

  private static let resumed = "Taken up as you left it; x begins afresh."

  /// What becomes of gaps, while nobody has decided it.
  private func question(_ form: PlayForm) -> [Span] {
    guard let question = form.decided?.question else {
      return isStuck(form) ? [Span("Gaps: \(Self.answers).", .bold)] : []
    }
    return [
      Span("\(question.fact): \(Self.answers)", .bold), Span("; \(question.untilThen)."),
    ]
  }

  private static let answers = "d leaves the rows out, m fills in medians, n means"

  /// The columns that stay out, each with its reason in two words, as far as it is short; and
  /// what speaks against those that take part.
  private func outsiders(in world: World) -> [String] {
    guard state.trial.path != nil, let listed = try? listed(in: world) else { return [] }
    let out = listed.filter { !$0.takesPart && !$0.isOpenToAsk }.compactMap(\.own)
      .filter { $0.reasonInTwoWords != nil }
    let more = out.count > Self.mostOut ? " and \(grouped(out.count - Self.mostOut)) more" : ""
    let mendable = listed.compactMap(\.own).filter { !$0.isUsable && !$0.holdsNoNumbers }
    let doubtful = listed.filter { $0.takesPart && $0.own?.hint != nil }.prefix(1)
    return (out.isEmpty ? [] : ["Out: \(byReason(out.prefix(Self.mostOut)))\(more)."])
      + mendable.prefix(2).compactMap(\.reason).map { "It stays out: \($0)." }
      + doubtful.compactMap { column in column.own?.hintWords.map { "\(column.name) \($0)." } }
      + doubts(about: listed)
  }

  private static let mostOut = 6

  /// "id, city (text), day (dates)": those with one reason beside each other.
  private func byReason(_ columns: ArraySlice<OwnColumn>) -> String {
    var groups: [(reason: String, names: [String])] = []
    for column in columns {
      let reason = column.reasonInTwoWords ?? ""
      if let index = groups.firstIndex(where: { $0.reason == reason }) {
        groups[index].names.append(column.name)
      } else {
        groups.append((reason, [column.name]))
      }
    }
    return groups.map { "\($0.names.joined(separator: ", ")) (\($0.reason))" }
      .joined(separator: ", ")
  }

  /// Where many columns are so, it is the way of the table.
  private func doubts(about listed: [ListedColumn]) -> [String] {
    let doubtful = listed.filter { $0.takesPart && $0.own?.doubt != nil }
    guard doubtful.count <= 2 else { return [] }
    return doubtful.compactMap { column in
      column.own?.doubtWords.map { words in
        "\(column.name) \(words)" + (words.hasSuffix("?") ? "" : ".")
      }
    }
  }

  private func advice(in world: World) -> [Element] {
    guard let trace = try? playing(in: world).trace(), !trace.advice.isEmpty else { return [] }
    return [.gap] + trace.advice.map { .prose([Span($0.sentence, .warning)]) }
  }
}

extension ListedColumn {
  /// Whether its gaps are asked about at the top, so that no reason is needed.
  fileprivate var isOpenToAsk: Bool { isOpen && own?.hint == nil }
}

extension OwnColumn {
  /// Why it stays out; nil where that needs a sentence.
  fileprivate var reasonInTwoWords: String? {
    switch obstacle {
    case .text: "text"
    case .dates, .twoWords, .empty, nil: reasonInShort
    case .tooLarge, .unnamed, .repeatedName: nil
    }
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
        + (shown.indices.contains(list.cursor)
          ? [.gap] + about(shown[list.cursor], in: world) : []),
      aside: typing.map { asked($0, in: world) } ?? decisions(in: world),
      actions: typing == nil ? listActions(in: world) : typingActions,
      input: typing.map { .text($0.draft) } ?? .keys)
  }

  private func counts(
    _ shown: [ListedColumn], from start: Int, _ count: Int, in world: World
  ) -> String {
    let all = (try? listed(in: world)) ?? []
    let taking = Self.counts(
      taking: all.count { $0.takesPart }, able: able(all, in: world).count, all)
    if shown.isEmpty { return "\(taking). No name holds \"\(columns?.filter ?? "")\"." }
    let range =
      count == shown.count ? "" : "; here \(start + 1) to \(start + count) of \(shown.count)"
    let filter = columns?.filter ?? ""
    return taking + (filter.isEmpty ? "" : ", \(shown.count) with \"\(filter)\" in the name")
      + range + "."
  }

  /// What there is to know about the column under the cursor.
  private func about(_ column: ListedColumn, in world: World) -> [Element] {
    guard let own = column.own else { return [] }
    if let reason = own.reason { return [.prose([Span(reason.sentence, .warning)])] }
    let span = span(of: own, in: world)
    var told: [Element] =
      own.gaps == 0 ? [.prose([Span("\(own.name) has no gaps.\(span)", .muted)])] : []
    if let gaps = own.gapWords {
      let choices = column.choices.map(\.shown).joined(separator: ", or ")
      told.append(.prose([Span("\(own.name): \(gaps). It can be: \(choices).\(span)")]))
    }
    if let doubt = own.doubtWords {
      told.append(.prose([Span("\(own.name) \(doubt)", .warning)]))
    }
    if let hint = own.hintWords {
      let end = column.takesPart ? "." : "; so it stays out unless you take it in."
      told.append(.prose([Span("\(own.name) \(hint)\(end)", .muted)]))
    }
    return told
  }

  /// From where to where its numbers go, and how many are different.
  private func span(of column: OwnColumn, in world: World) -> String {
    guard let range = column.range else { return "" }
    let told = " From \(brief(range.lowerBound)) to \(brief(range.upperBound))"
    guard let different = try? playing(in: world).differentNumbers(in: column.name) else {
      return told + "."
    }
    return "\(told), \(counted(different, "different number"))."
  }

  private func decisions(in world: World) -> [Element] {
    let form = form(in: world)
    do throws(ExperimentError) {
      let decided = try playing(in: world).decided()
      let question = question(form)
      return (question.isEmpty ? [] : [.prose(question)])
        + decided.sentences.map { .prose([Span($0)]) }
    } catch {
      return [.refusal(error)]
    }
  }
}

// MARK: - Keys

extension PlaygroundSession {
  private func key(
    _ key: Key..., word: String, _ label: String, _ name: String, _ value: String
  ) -> Action {
    Action(keys: key, word: word, label: label, event: .set(field: name, value: value))
  }

  private func actions(_ form: PlayForm) -> [Action] {
    let asks = form.decided?.taking.undecided.isEmpty == false || isStuck(form)
    return (asks ? gaps : []) + [
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
      key(.character("w"), word: "labels", "write groups", "ask", "labels"),
    ] + sample(form) + links + views + Action.always
  }

  /// Whether nothing can be shown before gaps are decided on.
  private func isStuck(_ form: PlayForm) -> Bool {
    form.decided == nil && !form.withGaps.isEmpty
  }

  /// One decision about the gaps of all columns.
  private var gaps: [Action] {
    [
      key(.character("d"), word: "drop", "rows with gaps out", "gaps", "rows"),
      key(.character("m"), word: "median", "fill in medians", "gaps", "median"),
      key(.character("n"), word: "mean", "fill in means", "gaps", "mean"),
    ]
  }

  /// A sample for all rows, and all rows for a sample.
  private func sample(_ form: PlayForm) -> [Action] {
    guard form.fields.contains(where: { $0.name == Trial.sampleName }) else { return [] }
    let isAll = state.trial.sample == nil
    return [
      key(
        .character("r"), word: "sample",
        isAll ? "a sample of \(grouped(Self.sampleSize)) rows" : "all rows",
        isAll ? "ask" : Trial.sampleName, isAll ? Trial.sampleName : "all")
    ]
  }

  static let sampleSize = 5000

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

  private func listActions(in world: World) -> [Action] {
    Self.choosing + (form(in: world).withGaps.isEmpty ? [] : gaps) + Self.moving
  }

  private static let choosing: [Action] = [
    .up(.move(-1)), .down(.move(1)),
    Action(keys: [.right, .character("l")], word: "right", label: "change", event: .turn(1)),
    Action(keys: [.left, .character("h")], word: "left", label: "change back", event: .turn(-1)),
    Action(keys: [.enter, .space], word: "toggle", label: "in or out", event: .enter),
    Action(
      keys: [.character("a")], word: "all", label: "all in",
      event: .set(field: "features", value: "all")),
  ]

  private static let moving: [Action] = [
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
    Action(
      keys: [.home, .character("g")], word: "first", label: "the first column",
      event: .set(field: "ask", value: "first")),
    Action(
      keys: [.end, .character("G")], word: "last", label: "the last column",
      event: .set(field: "ask", value: "last")),
    .help, .quit,
  ]

  private var typingActions: [Action] {
    [
      Action(keys: [.control("d")], word: "take", label: "take it (or enter)", event: .submit),
      Action(keys: [.escape], word: "back", label: "leave it", event: .back), .help, .quit,
    ]
  }
}
