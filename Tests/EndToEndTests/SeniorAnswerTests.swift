// Before an answer is committed nothing tells the senior answer or the points of its rubric: no
// command, no screen, no search, no export. The secrets are read from the course's own files, so
// that none can be forgotten, and the commands from the program's own list of them.

import BuiltProgram
import Charts
import Courseware
import Experiments
import Foundation
import FullScreen
import LineMode
import Scheduling
import Screen
import ScriptedLearner
import Testing
import Tutoring

/// What must not be told: every sentence of every senior answer, every idea of a rubric.
private struct Secrets {
  let sentences: [String]
  private let ofInertia: [String]
  /// Seven words in a row of each: what a line of a screen has of a wrapped sentence, and a list
  /// of hits of a found one.
  private let pieces: Set<String>

  static let all = try? Secrets()

  init() throws {
    let files = try RepositoryCourse.files()
    let course = try #require(read(files).course)
    var found = course.writings.flatMap(\.points).map(\.idea)
    var open = Set(Self.pieces(Self.commonplace))
    for (path, bytes) in files.content
    where path.hasSuffix(".md") && !path.contains("/rubrics/") {
      let (models, rest) = Self.parts(of: String(decoding: bytes, as: UTF8.self))
      found += models.flatMap { $0.split { ".?!`".contains($0) }.map(String.init) }
      open.formUnion(Self.pieces(normal(rest)))
    }
    ofInertia = course.writings.filter { $0.prompt == "check-inertia" }.flatMap(\.points)
      .map { normal($0.idea) }
    sentences = found.map(normal).filter { $0.split(separator: " ").count >= 5 }
    // Some words in a row are secret only where no learner reads them elsewhere.
    pieces = Set(sentences.flatMap(Self.pieces)).subtracting(open)
  }

  /// What a picture of centers says in any place.
  private static let commonplace = "from each point to the center of its group"

  /// What follows each block `rubric` up to the next heading, and all that is neither.
  private static func parts(of text: String) -> (models: [String], rest: String) {
    let parts = text.components(separatedBy: "```rubric\n")
    var models: [String] = []
    var rest = parts[0]
    for part in parts.dropFirst() {
      let after = part.components(separatedBy: "\n```\n").dropFirst().joined(separator: "\n")
      let sections = after.components(separatedBy: "\n## ")
      models.append(sections[0])
      rest += " | " + sections.dropFirst().joined(separator: " ")
    }
    return (models, rest)
  }

  private static func pieces(_ sentence: String) -> [String] {
    let words = sentence.split(separator: " ")
    guard words.count >= length else { return [] }
    return (0...words.count - length).map { words[$0..<$0 + length].joined(separator: " ") }
  }

  private static let length = 7

  /// The secrets that a text tells, whole or in part: a hit of a search shows a few words.
  func told(by text: String) -> [String] {
    let text = normal(text)
    return sentences.filter(text.contains) + Self.pieces(text).filter(pieces.contains)
  }

  /// Whether a secret is of the concept check about inertia.
  func isOfInertia(_ told: String) -> Bool { ofInertia.contains { $0.contains(told) } }

  /// The pieces of secrets that stand on a line of a screen.
  func shown(on surface: Surface) -> [String] {
    surface.rows.flatMap { Self.pieces(normal($0)).filter(pieces.contains) }
  }
}

/// Words alone, one blank between them: as they are the same in a file, a scene and a transcript.
private func normal(_ text: String) -> String {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
}

private let answer = "Clustering puts similar points into one group, without a label."

// MARK: - Commands

/// What is typed at a command: its arguments, and lines for those that open the tutor.
private struct Call {
  let arguments: [String]
  let lines: [String]
  /// What the program must exit with: a command that is refused tells nothing, and proves nothing.
  let status: Int32

  init(_ arguments: String..., typing lines: [String] = [], exits status: Int32 = 0) {
    self.arguments = arguments
    self.lines = lines
    self.status = status
  }
}

/// A wander through interview questions that commits nothing.
private let wander = [
  "?", "1", "an unfinished line", "hint", "?", "back", "2", "esc", "3", "back", "4", "?", "back",
  "/silhouette", "hits", "back", "find target", "quit",
]

/// Sensible arguments for every command. A new command fails the test until it is named here.
private let calls: [String: [Call]] = [
  "resume": [Call("resume", typing: ["?", "i"] + wander), Call("resume", typing: ["q"])],
  "home": [Call("home", typing: ["i"] + wander)],
  "learn": [Call("learn", typing: ["?", "/mailing", "hits", "quit"])],
  "drill": [Call("drill", typing: ["?", "", "h", "h", "h", "quit"])],
  "lab": [
    Call("lab", typing: ["?", "", "h", "h", "quit"]), Call("lab", "half-moons", typing: ["quit"]),
  ],
  "flow": [Call("flow", typing: ["", "h", "h", "quit"])],
  "cards": [Call("cards", typing: ["", "good", "", "good", "quit"])],
  "interview": [
    Call("interview", typing: wander),
    Call("interview", "interview-objective", typing: ["hint", "half an answer", "?", "quit"]),
    Call("interview", typing: ["5", "?", "", "half an answer", "?", "quit"]),
    Call("interview", typing: ["6", "?", "quit"]),
    Call(
      "interview", "--mock", "--questions", "3", "--minutes", "own",
      typing: [answer, ".", "?", answer, ".", "half", "quit"]),
    Call("interview", "--mock", typing: ["?", "more of it", "back", "1", "back", "quit"]),
    Call("interview", "--mock", "--tier", "expert", typing: ["skip", "skip", "skip", "", "quit"]),
  ],
  "walkthrough": [Call("walkthrough", typing: ["", "quit"])],
  "watch": [Call("watch", typing: ["play", "quit"])],
  "list": [Call("list")],
  "progress": [Call("progress"), Call("progress", "--json")],
  "export": [Call("export")],
  "import": [Call("import", "-")],
  "check": [Call("check", "--seeds", "1")],
  "answer": [
    Call("answer", "interview-objective", "--seed", "1"),
    Call("answer", "interview-objective", "--seed", "1", "--json"),
    // Exit status 1 says "not passed".
    Call("answer", "interview-objective", "--seed", "1", answer, exits: 1),
    Call("answer", "interview-objective", "--seed", "1", answer, "--json", exits: 1),
    // Marks need an answer on record, and say so.
    Call(
      "answer", "interview-objective", "--seed", "1", answer, "--found",
      "interview-objective=within", exits: 64),
    Call("answer", "half-moons", "--seed", "1", exits: 0),
    Call("answer", "half-moons", "--seed", "1", "lab-half-moons=" + answer, exits: 1),
    Call("answer", "half-moons", "--seed", "1", "lab-half-moons=" + answer, "--json", exits: 1),
  ],
  "regrade": [Call("regrade"), Call("regrade", "--json")],
  "disputes": [Call("disputes"), Call("disputes", "--all", "--json")],
  "settle": [
    Call("settle", "e-1", "elbow", "yes"), Call("settle", "e-1", "--score", "1"),
    Call("settle", "x", "within", "yes", exits: 64),
  ],
  "mark": [
    Call("mark", "--prompt", "interview-objective", "--answers", "-", typing: [marked]),
    Call("mark", "--prompt", "interview-objective", "--answers", "-", "--why", typing: [marked]),
  ],
  "cluster": [Call("cluster", "--data", "table.csv", "-k", "2")],
  "score": [Call("score", "--data", "table.csv", "--labels", "labels.csv")],
  "inspect": [Call("inspect", "--data", "table.csv")],
  "coverage": [Call("coverage", typing: ["1", "back", "2", "quit"])],
  "map": [Call("map", typing: ["1", "?", "quit"])],
  "tour": [Call("tour", typing: ["1", "1", "next", "quit"])],
  "pipeline": [Call("pipeline", typing: ["next", "next", "quit"])],
  "play": [Call("play", "table.csv", typing: ["k=2", "quit"])],
  "run": [Call("run", "missing.experiment", exits: 1)],
  "find": [
    Call("find", "mailing", typing: ["quit"]), Call("find", "silhouette", typing: ["1", "quit"]),
    Call("find", "known target", typing: ["quit"]), Call("find", "monitored", typing: ["quit"]),
  ],
  "help": [Call("help"), Call("help", "interview"), Call("help", "answer")],
]

/// A short answer to a concept check, with a dispute.
private let onRecord = """
  {"answer":"look at the curve","at":1700000000000,"attempt":"c-1","hints":0,"id":"e-1",\
  "item":"ITEM","kind":"answered","part":"check-inertia","passed":false,"points":[],\
  "score":0,"seed":1}
  {"at":1700000001000,"attempt":"c-1","id":"e-2","item":"ITEM","kind":"selfMarked","points":[]}
  {"at":1700000002000,"attempt":"c-1","id":"e-3","item":"ITEM","kind":"disputed",\
  "part":"check-inertia","points":["elbow"]}

  """.replacing("ITEM", with: "how-many-groups")

/// Commands that look at answers on record: there an answer to a concept check lies before them, and
/// its own points are no secret any more.
private let grading: Set<String> = ["regrade", "disputes", "settle"]

private let marked = #"{"id": "a", "text": "Nothing that it asks for, or hardly anything."}"#

private struct CommandTree: Decodable {
  struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
  }

  let command: Command
}

@Suite(.serialized) struct `Before an answer is committed` {
  private let secrets: Secrets

  init() throws { secrets = try #require(Secrets.all) }

  @Test func `no command tells the senior answer or its points`() throws {
    #expect(secrets.sentences.count > 60)
    let desk = try Desk()
    try desk.write("a,b\n1,2\n2,1\n8,9\n9,8\n", to: "table.csv")
    try desk.write("group\n0\n0\n1\n1\n", to: "labels.csv")
    try desk.write(onRecord, to: "events.jsonl")
    let tree = try JSONDecoder().decode(
      CommandTree.self, from: Data(try desk.run("--experimental-dump-help").output.utf8))
    let known = tree.command.subcommands ?? []
    let commands = known.map(\.commandName)
    #expect(commands.count > 20)
    #expect(Set(commands).subtracting(calls.keys) == [], "name these commands in `calls`")
    let deeper = known.filter { $0.subcommands?.isEmpty == false }.map(\.commandName)
    #expect(deeper == [], "call the commands inside these too")
    for command in commands {
      for (index, call) in (calls[command] ?? []).enumerated() {
        // Then whatever was left there, a draft or a begun interview, is looked at again.
        let home = "home-\(command)-\(index)"
        if grading.contains(command) {
          _ = try desk.run(["import", desk.path("events.jsonl")], home: home)
        }
        for arguments in [call.arguments, ["export"], ["progress", "--json"], ["find", "target"]] {
          let lines = arguments == call.arguments ? call.lines : []
          let run = try desk.run(
            arguments, input: lines.joined(separator: "\n") + "\n", home: home)
          let told = (secrets.told(by: run.output) + secrets.told(by: run.diagnostics))
            .filter { !grading.contains(command) || !secrets.isOfInertia($0) }
          #expect(told == [], "\(arguments) after \(call.arguments)")
          let isOwn = arguments == call.arguments
          #expect(
            run.status == (isOwn ? call.status : 0), "\(arguments): \(run.diagnostics)")
        }
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `no completion tells them`(shell: String) throws {
    let script = try Desk().run("--generate-completion-script", shell).output
    #expect(script.count > 1000)
    #expect(secrets.told(by: script) == [])
  }

  @Test func `they are told afterwards, so that this test would see them`() throws {
    let desk = try Desk()
    let saved = try desk.run(
      "answer", "interview-objective", "--seed", "1", answer, "--save"
    ).output
    #expect(secrets.told(by: saved).count >= 6)
    let read = try desk.run(
      ["interview", "interview-production"], input: "\(answer)\n.\nquit\n"
    ).output
    #expect(secrets.told(by: read).count > 12)
  }
}

// MARK: - Screens

@Suite struct `Before an answer is committed no screen` {
  private let secrets: Secrets
  private let course: Course

  init() throws {
    secrets = try #require(Secrets.all)
    course = try #require(read(try RepositoryCourse.files()).course)
  }

  private static let bench = Bench(
    runner: RepositoryCourse.runner, structure: RepositoryCourse.structure,
    markers: RepositoryCourse.markers)

  private var places: [Route] {
    let readings = course.topics.flatMap { [$0.lesson] + ($0.walkthrough.map { [$0] } ?? []) }
    let topics: [Route] = course.topics.flatMap {
      [.topic($0.id), .interview(topic: $0.id), .cards(topic: $0.id)]
    }
    return [.home, .tour, .map, .coverage, .mock, .selfMarks, .cards(topic: nil)] + topics
      + readings.map { .reading($0.id) }
      + course.topics.flatMap(\.exercises).map { .exercise($0.id) }
      + course.concepts.map { .concept($0.id) } + [.find("target"), .find("silhouette")]
  }

  private func open(_ route: Route) -> Walk {
    Walk(course, Self.bench, at: route)
  }

  /// What a scene tells in lines, and what it shows on a screen of such a size that nothing is cut.
  private func expectNothing(of scene: Scene, at route: Route) {
    var lines = LineMode(width: 20_000)
    let told = (lines.tell(scene) + lines.prompt(for: scene)).joined(separator: "\n")
    #expect(secrets.told(by: told) == [], "\(route)")
    let surface = FullScreen(size: Size(width: 200, height: 120), glyphs: .unicode).draw(scene)
    #expect(secrets.shown(on: surface.surface) == [], "\(route)")
  }

  @Test func `tells them, whatever is pressed there`() throws {
    for route in places {
      let walk = open(route)
      expectNothing(of: walk.scene, at: route)
      for action in walk.scene.actions where !action.commits {
        var next = walk
        next.take(action.event)
        expectNothing(of: next.scene, at: route)
        next.take(.help)
        expectNothing(of: next.scene, at: route)
      }
    }
  }

  @Test func `tells them on the way to a written stage, and while it is written`() throws {
    let learner = ScriptedLearner(course: course, runner: RepositoryCourse.runner)
    for exercise in course.topics.flatMap(\.exercises) {
      var walk = open(.exercise(exercise.id))
      for _ in 0..<60 {
        expectNothing(of: walk.scene, at: .exercise(exercise.id))
        if case .text = walk.scene.input { break }
        guard let event = try learner.event(at: walk.tutor), event != .back else { break }
        walk.take(event)
      }
      guard case .text = walk.scene.input else { continue }
      for event in [Event.hint, .hint, .hint, .edit(.insert("no")), .submit, .next, .previous] {
        walk.take(event)
        expectNothing(of: walk.scene, at: .exercise(exercise.id))
      }
    }
  }

  @Test func `of a mock interview tells them before its last answer`() throws {
    var walk = open(.mock)
    walk.take(.set(field: "questions", value: "4"))
    walk.take(.enter)
    for index in 1...4 {
      #expect(walk.scene.place.hasPrefix("question \(index)"))
      for event in [Event.edit(.insert("x")), .hint, .enter, .tick, .restart, .previous, .pick(0)] {
        walk.take(event)
        expectNothing(of: walk.scene, at: .mock)
      }
      for place in places {
        var elsewhere = walk
        elsewhere.take(.open(place))
        expectNothing(of: elsewhere.scene, at: place)
      }
      walk.take(.write(answer))
    }
    var lines = LineMode(width: 20_000)
    #expect(!secrets.told(by: lines.tell(walk.scene).joined(separator: "\n")).isEmpty)
    let surface = FullScreen(size: Size(width: 200, height: 120), glyphs: .unicode).draw(walk.scene)
    #expect(!secrets.shown(on: surface.surface).isEmpty)
  }

  @Test func `finds them, before and after`() throws {
    for word in ["target", "mailing", "silhouette", "the", "group", "monitored"] {
      expectNothing(of: open(.find(word)).scene, at: .find(word))
    }
    var walk = open(.exercise("interview-objective"))
    walk.take(.write(answer))
    walk.take(.arrange([]))
    walk.take(.submit)
    for word in ["mailing", "known target"] {
      walk.take(.open(.find(word)))
      expectNothing(of: walk.scene, at: .find(word))
    }
  }
}

extension Action {
  /// Puts a written answer on record, or leaves.
  fileprivate var commits: Bool {
    switch event {
    case .submit, .write, .quit: true
    default: false
    }
  }
}

/// A learner who walks about, at a time that passes by a second with every event.
private struct Walk {
  private(set) var tutor: Tutor
  private var ticks: Int64 = 1_700_000_000_000

  init(_ course: Course, _ bench: Bench, at route: Route) {
    tutor = Tutor(
      course: course, bench: bench, progress: Progress(events: []), seed: 7, at: route,
      Moment(now: Instant(milliseconds: ticks), nonce: "walk"))
  }

  var scene: Scene { tutor.scene }

  mutating func take(_ event: Event) {
    ticks += 1000
    _ = tutor.handle(event, at: Moment(now: Instant(milliseconds: ticks), nonce: "\(ticks)"))
  }
}
