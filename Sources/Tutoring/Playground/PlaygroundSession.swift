// The playground: any data, every parameter, and the run that they make, looked at from all sides.
// What is seen is asked of the bench, so that changing a value costs nothing here.

import Experiments

struct PlaygroundSession: Session {
  let route: Route
  /// The file that it was opened with; nil for built-in data.
  let file: String?
  private(set) var state: PlayState
  /// Earlier states of this sitting, the latest last.
  private(set) var history: [PlayState] = []
  /// The field under the cursor.
  private(set) var cursor = 0
  /// The list of columns, while it is open.
  var columns: ColumnList?
  /// What is being typed, and what for.
  var typing: Typing?
  /// By what the data of a saved run were known.
  private(set) var savedDigest: DataDigest?
  /// Why a saved run could not be opened.
  private(set) var refusal: [String] = []
  private let beginning: PlayState
  /// Whether what was decided in an earlier sitting was taken up again.
  let isResumed: Bool
  /// Which state of the file this began with.
  private let origin: String?

  init?(_ bookmark: Bookmark, _ opened: PlayBeginning) {
    guard case .playground = bookmark.route else { return nil }
    route = bookmark.route
    beginning = opened.state
    savedDigest = opened.digest
    refusal = opened.refusal
    file = opened.file
    origin = opened.stamp
    // A saved run that was saved anew since then counts more than where one was in the old one.
    let isSame = !opened.isSavedRun || bookmark.origin == origin
    let earlier = isSame ? bookmark.settings.flatMap(PlayState.init) : nil
    state = earlier ?? opened.state
    isResumed = opened.file != nil && earlier.map { $0 != opened.state } ?? false
    cursor = bookmark.cursor ?? 0
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: route)
    bookmark.settings = state.settings
    bookmark.origin = origin
    bookmark.cursor = cursor
    return bookmark
  }

  mutating func appear(in world: inout World) {
    if let path = state.trial.path { world.lastTable = path }
  }

  mutating func handle(_ event: Event, in world: inout World) {
    defer { appear(in: &world) }
    if typing != nil { return type(event, in: &world) }
    if columns != nil, choose(event, in: &world) { return }
    let before = state
    defer { tellUnseen(event, since: before, in: &world) }
    switch event {
    case .move(let step):
      cursor = min(max(0, cursor + step), fields(in: world.glanced).count - 1)
    case .turn(let steps): turn(steps, in: &world)
    case .enter: begin(in: world)
    case .set(let name, let value): set(name, value, in: &world)
    case .undo: undo(in: &world)
    case .restart: change(to: beginning)
    case .back: world.wish = .back
    default: break
    }
  }
}

// MARK: - What is known

extension PlaygroundSession {
  func playing(in world: World) -> Playing {
    Playing(trial: trial(in: world), bench: world.bench)
  }

  /// What is known of the table, whatever is found in it.
  func tabled(in world: World) -> Playing { Playing(trial: state.trial, bench: world.bench) }

  /// The trial as it is run. Restarts that nobody chose are ten on a small table and one on a
  /// large one, where each takes its time; an eps that nobody chose is read from the distances.
  func trial(in world: World) -> Trial {
    var trial = state.trial
    switch trial.experiment.method {
    case .kMeans(var settings) where state.choosesRestarts:
      settings.restarts = rows(in: world) > 5000 ? 1 : 10
      trial.experiment.method = .kMeans(settings)
    case .dbscan(_, let minSamples) where state.choosesEps:
      guard let eps = (try? tabled(in: world).suitedEps()) ?? nil else { break }
      trial.experiment.method = .dbscan(eps: eps, minSamples: minSamples)
    default: break
    }
    return trial
  }

  /// The same place with the run of an earlier state.
  func running(_ earlier: PlayState) -> PlaygroundSession {
    var session = self
    session.state.trial = earlier.trial
    session.state.choosesRestarts = earlier.choosesRestarts
    session.state.choosesEps = earlier.choosesEps
    return session
  }

  private func rows(in world: World) -> Int {
    if case .generated(let generator) = state.trial.experiment.data { return generator.rows }
    return (try? tabled(in: world).decided())?.table.rowCount ?? 0
  }

  /// - Parameter isGlanced: whether figures that follow the data are only shown, not worked out.
  func form(in world: World, isGlanced: Bool = false) -> PlayForm {
    var shown = state
    shown.trial = trial(in: isGlanced ? world.glanced : world)
    let playing = tabled(in: world)
    return PlayForm(
      state: shown, file: file, decided: try? playing.decided(),
      withGaps: (try? playing.ownTable())?.columns.filter { $0.isUndecided([:]) } ?? [])
  }

  func fields(in world: World) -> [PlayField] { form(in: world).fields }
}

// MARK: - Changing

extension PlaygroundSession {
  /// Takes on another state; the one before can be had back.
  mutating func change(to next: PlayState) {
    guard next != state else { return }
    history.append(state)
    state = next
  }

  private mutating func undo(in world: inout World) {
    guard let before = history.popLast() else {
      world.notice = "Nothing to undo."
      return
    }
    world.notice = Self.words(from: state, backTo: before)
    state = before
  }

  /// What was set while the list of columns hides it.
  private func tellUnseen(_ event: Event, since before: PlayState, in world: inout World) {
    guard columns != nil, world.notice == nil, state != before,
      case .set(let name, _) = event,
      let field = form(in: world.glanced).field(called: name),
      !["features", "gaps"].contains(field.name)
    else { return }
    world.notice = "\(field.label) is now \(field.field.value); back shows what it makes."
  }

  private mutating func turn(_ steps: Int, in world: inout World) {
    let fields = fields(in: world.glanced)
    guard fields.indices.contains(cursor) else { return }
    let field = fields[cursor]
    if field.kind == .columns { return begin(in: world) }
    set(field, to: field.value(after: steps), in: &world)
  }

  /// Opens what the field under the cursor needs to be set.
  private mutating func begin(in world: World) {
    let fields = fields(in: world.glanced)
    guard fields.indices.contains(cursor) else { return }
    if fields[cursor].kind == .columns {
      columns = ColumnList()
    } else {
      typing = Typing(.value(fields[cursor].name))
    }
  }

  /// A value by the name of its field, as it is typed.
  mutating func set(_ name: String, _ value: String, in world: inout World) {
    if isCommand(name, value, in: &world) { return }
    if name.hasPrefix("weight.") || name.hasPrefix("multiply.") {
      return apply([Setting(name, value)], in: &world)
    }
    guard let field = form(in: world, isGlanced: true).field(called: name) else {
      if setColumn(name, value, in: &world) { return }
      let known = fields(in: world).map(\.label).joined(separator: ", ")
      world.notice = "There is no \"\(name)\" here; you can set \(known)."
      return
    }
    set(field, to: field.value(meantBy: value), in: &world)
  }

  private mutating func set(_ field: PlayField, to value: String, in world: inout World) {
    var next = state
    switch field.name {
    case "view", "across", "up", "links":
      if let problem = next.look(field, value) {
        world.notice = problem
        return
      }
      change(to: next)
    case "components" where ["", "off", "none", "0"].contains(value):
      next.trial.experiment.components = nil
      change(to: next)
    case "features":
      setFeatures(value, in: &world)
    case "gaps":
      guard let decision = Missing(rawValue: value) else { return notePossible(field, in: &world) }
      decideAll(decision, in: &world)
    case Trial.sampleName where ["", "all", "0"].contains(value.lowercased()):
      next.trial.sample = nil
      change(to: next)
    case "data" where value == PlayForm.anyFile:
      typing = Typing(.value("data"))
    case "data" where field.value(meantBy: value) == value && isPath(value):
      guard isPlain(value, in: &world) else { return }
      apply([Setting("data", world.bench.runner.own.whole(value))], in: &world)
    default:
      apply([Setting(field.name, field.isNumber ? pointed(value) : value)], in: &world)
    }
  }

  private func notePossible(_ field: PlayField, in world: inout World) {
    world.notice = "\(field.name) can be \(field.choices.joined(separator: ", "))."
  }

  private func isPath(_ value: String) -> Bool { value.contains(".") || value.contains("/") }

  /// Changes the experiment, or says why it cannot be changed so.
  private mutating func apply(_ changes: [Setting], in world: inout World) {
    var next = state
    do throws(ExperimentError) {
      next.trial = try state.trial.applying(changes)
    } catch {
      world.notice = error.sentences.joined(separator: "; ") + "."
      return
    }
    for change in changes {
      switch change.name {
      case "restarts": next.choosesRestarts = false
      case "eps": next.choosesEps = false
      case "algorithm": next.choosesEps = true
      case "data":
        next.forgetColumns()
        next.choosesEps = true
      default: break
      }
    }
    change(to: next)
  }
}

extension PlayState {
  /// Sets what is looked at; says what is wrong with the value.
  fileprivate mutating func look(_ field: PlayField, _ value: String) -> String? {
    if field.name == "view" {
      guard let view = PlayView(rawValue: value) else {
        let all = PlayView.allCases.map(\.rawValue).joined(separator: ", ")
        return "view can be \(all)."
      }
      self.view = view
      return nil
    }
    guard case .choice(let choices) = field.kind, choices.contains(where: { $0.value == value })
    else { return "\(field.name) can be \(field.choices.joined(separator: ", "))." }
    let chosen = value.isEmpty ? nil : value
    switch field.name {
    case "across": across = chosen
    case "up": up = chosen
    default: showsLinks = chosen == "yes"
    }
    return nil
  }

  /// Other data have other columns.
  fileprivate mutating func forgetColumns() {
    (across, up) = (nil, nil)
    trial.missing = [:]
    trial.sample = nil
    trial.experiment.features = []
    trial.experiment.multipliers = []
    trial.experiment.weights = []
    trial.experiment.components = nil
  }
}

/// A number as many people write it, 0,8, is one with a point.
private func pointed(_ value: String) -> String {
  let isPlain = !value.contains(".") && value.count { $0 == "," } == 1
  return isPlain ? value.replacing(",", with: ".") : value
}

extension World {
  /// The same world, in which nothing is run: for a key that only needs what is seen.
  var glanced: World {
    var world = self
    world.bench = bench.seen(at: Glance())
    return world
  }
}
