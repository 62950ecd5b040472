// A saved run is read by the bench and not by the session: once, for as long as it stays the same.

import Courseware
import Experiments
import Scheduling
import ScriptedLearner
import Synchronization
import Testing
import Tutoring

/// A file that is changed by others, and how often it was read.
private final class Disk: Sendable {
  let state = Mutex((text: "data: moons\nk: 2\n", reads: 0))

  var files: OwnFiles {
    OwnFiles(
      folder: "/",
      read: { [self] _ throws(OwnFiles.Refusal) in
        state.withLock { state in
          state.reads += 1
          return Array(state.text.utf8)
        }
      }, stamp: { [self] _ in state.withLock(\.text) })
  }

  var reads: Int { state.withLock(\.reads) }

  func write(_ text: String) { state.withLock { $0.text = text } }
}

@Test func `a table that was looked at before is not read again by the playground`() throws {
  let disk = Disk()
  disk.write("a,b\n1,2\n3,5\n8,8\n9,7\n")
  let course = try #require(read(try RepositoryCourse.files()).course)
  let bench = Bench(runner: Runner(own: disk.files))
  #expect(try bench.ownTable("/a.csv")?.rows == 4)
  let tutor = Tutor(
    course: course, bench: bench, progress: Progress(events: []), seed: 1,
    at: .playground(file: "/a.csv"), Moment(now: Instant(milliseconds: 0), nonce: "start"))
  #expect(tutor.scene.words.contains("4 rows"))
  #expect(disk.reads == 1)
}

@Test func `a saved run is read once, and again when it has changed`() throws {
  let disk = Disk()
  let course = try #require(read(try RepositoryCourse.files()).course)
  let route = Route.playground(file: "/a.experiment")
  var tutor = Tutor(
    course: course, bench: Bench(runner: Runner(own: disk.files)), progress: Progress(events: []),
    seed: 1, at: route, Moment(now: Instant(milliseconds: 0), nonce: "start"))
  var ticks: Int64 = 0
  func reopen() {
    for event in [Event.back, .open(route)] {
      ticks += 1
      _ = tutor.handle(event, at: Moment(now: Instant(milliseconds: ticks), nonce: "n\(ticks)"))
    }
  }
  #expect(disk.reads == 1)
  reopen()
  #expect(tutor.bookmark.route == route)
  #expect(disk.reads == 1)
  disk.write("data: moons\nk: 3\n")
  reopen()
  #expect(disk.reads == 2)
  #expect(tutor.scene.forms.first?.fields.first { $0.name == "k" }?.value == "3")
}
