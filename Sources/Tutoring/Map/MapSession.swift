// The course map: every track with its topics, how far one is with each, what a topic builds
// on, and where one left off. Nothing is locked: "needs 1" is advice.

import Courseware
import Scheduling
import Screen
import Wording

struct MapSession: Session {
  private var chooser: Chooser

  init(_ bookmark: Bookmark) {
    chooser = Chooser(bookmark)
  }

  var bookmark: Bookmark { chooser.bookmark(at: .map) }

  var isOver: Bool { true }

  mutating func handle(_ event: Event, in world: inout World) {
    let left = world.leftOff.map { [World.Wish.go($0.part.route)] } ?? []
    let topics = world.tracks.flatMap(\.topics).map { World.Wish.go(.topic($0.id)) }
    chooser.handle(event, left + topics, in: &world)
  }

  func scene(in world: World) -> Scene {
    let tables = tables(in: world)
    let here = world.currentTopic
    let place = here.flatMap { world.course.place(of: $0) }.map { "you are at \($0)" } ?? ""
    return Scene(
      title: "Course map", place: place,
      main: tables.flatMap { [$0, .gap] } + [.prose([Span(Self.legend, .muted)])],
      actions: Action.choosing("open") + Action.always)
  }

  private static let legend =
    "\"needs 1\" means that topic 1 is best known before, at least half of it. "
    + "You can open any topic all the same."
}

// MARK: - One list for each track

extension MapSession {
  private func tables(in world: World) -> [Element] {
    let left = world.leftOff.map { [row($0, in: world)] } ?? []
    var first = 0
    return world.tracks.enumerated().map { index, track in
      let above = index == 0 ? left : []
      let rows =
        above + track.topics.map { world.row(of: $0, name: world.course.name(of: $0)) }
      let all = left.count + world.course.topics.count
      let cursor = chooser.place(in: all) - first
      first += rows.count
      return .standings(
        header: [track.name] + Standing.columns, rows,
        cursor: rows.indices.contains(cursor) ? cursor : nil)
    }
  }

  private func row(_ left: (part: Part, position: Int?), in world: World) -> StandingRow {
    var note = left.part.kind
    if case .reading(let id) = left.part.route, let page = left.position,
      let count = world.course.reading(id)?.pages.count
    {
      note += ", page \(page + 1) of \(count)"
    }
    return StandingRow(text: "You left off at: \(left.part.title)", note: note, name: "0")
  }
}

extension World {
  /// The topics under the names of their tracks, in the order of the course.
  var tracks: [(name: String, topics: [Topic])] {
    var tracks: [(name: String, topics: [Topic])] = []
    for topic in course.topics {
      if let index = tracks.firstIndex(where: { $0.name == topic.track }) {
        tracks[index].topics.append(topic)
      } else {
        tracks.append((topic.track, [topic]))
      }
    }
    return tracks
  }
}

extension Course {
  /// What is typed to open a topic: its number, or its place where numbers are taken twice.
  func name(of topic: Topic) -> String {
    let isUnique = Set(topics.map(\.number)).count == topics.count
    let place = topics.firstIndex { $0.id == topic.id } ?? 0
    return "\(isUnique ? topic.number : place + 1)"
  }

  /// "topic 2 of 10 in Clustering".
  func place(of topic: Topic) -> String? {
    let track = topics.filter { $0.track == topic.track }
    guard let index = track.firstIndex(where: { $0.id == topic.id }) else { return nil }
    let name = topic.track.isEmpty ? "" : " in \(topic.track)"
    return "topic \(index + 1) of \(track.count)\(name)"
  }
}
