// Every screen as it was last looked at by a person. After a change on purpose, this records them
// anew, and `git diff` shows what the change did to each screen:
//
//     CENTROID_RECORD=1 swift test -c release --disable-testable-imports --filter FullScreenTests

import Charts
import Foundation
import FullScreen
import Screen
import Testing
import Tutoring

private let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]

@Test(arguments: sizes)
func `every screen looks as it was recorded`(size: Size) throws {
  #expect(!Gallery.scenes.isEmpty)
  for scene in Gallery.scenes {
    let snapshot = Snapshot(scene, size)
    if Snapshot.isRecording { try snapshot.record() }
    let recorded = snapshot.recorded()
    #expect(
      recorded == snapshot.text,
      """
      \(snapshot.name) has changed; the head of \(#fileID) says how to record it. It was
      \(recorded ?? "never recorded")
      and is now
      \(snapshot.text)
      """)
  }
}

@Test func `nothing is recorded that there is no more`() throws {
  let known = Set(
    Gallery.scenes.flatMap { scene in sizes.map { Snapshot(scene, $0).fileName } })
  let stale = try Snapshot.fileNames().subtracting(known)
  if Snapshot.isRecording {
    for name in stale {
      try FileManager.default.removeItem(at: Snapshot.folder.appending(path: name))
    }
  } else {
    #expect(stale == [])
  }
}

@Test func `no two screens have one name`() {
  let names = Gallery.scenes.map(\.name)
  #expect(Set(names).count == names.count)
}

@Test func `where a hint can be taken its price stands on the last line`() throws {
  var priced = 0
  for scene in Gallery.scenes {
    guard let hint = scene.scene.actions.first(where: { $0.event == .hint }) else { continue }
    let rows = FullScreen(size: sizes[0], glyphs: .unicode).draw(scene.scene).surface.rows
    #expect(hint.label.contains(" %)") && rows.last?.contains(hint.label) == true, "\(scene.name)")
    priced += 1
  }
  #expect(priced > 10)
}

// MARK: - Without colour

@Test(arguments: [GlyphSet.unicode, .ascii])
func `without colour every group of a picture has a mark of its own`(glyphs: GlyphSet) {
  var pictures = 0
  for scene in Gallery.scenes {
    for case .chart(.scatter(let chart)) in scene.scene.main + scene.scene.aside {
      guard let labels = chart.labels else { continue }
      pictures += 1
      for size in [Size(width: 44, height: 10), Size(width: 74, height: 24)] {
        let surface = Charts.draw(.scatter(chart), size: size, glyphs: glyphs)
        // The point looked at and those near it have marks of their own.
        let decided = labels.enumerated().filter { index, label in
          guard let work = chart.work else { return label >= 0 }
          return label >= 0 && !work.undecided.contains(index) && !work.near.contains(index)
            && work.focus != index
        }
        expectOneMarkAGroup(surface, Set(decided.map(\.element)), scene.name)
      }
    }
  }
  #expect(pictures > 10)
}

/// The characters in the ink of a group are its letter, small or as a capital, and of no other.
private func expectOneMarkAGroup(_ surface: Surface, _ groups: Set<Int>, _ name: String) {
  var marks: [Int: Set<String>] = [:]
  for y in 0..<surface.height {
    for x in 0..<surface.width {
      guard let cell = surface[x, y], case .cluster(let group) = cell.style.foreground,
        let character = cell.character, character.isLetter
      else { continue }
      marks[group, default: []].insert(character.lowercased())
    }
  }
  for (group, letters) in marks { #expect(letters == [groupName(group).lowercased()], "\(name)") }
  // A group has cells of its own, or its count in the legend, or shares every cell: then the
  // legend says what the mark of shared cells means, or of what was merged just now.
  let legend = surface.rows.suffix(3).joined(separator: " ")
  let isCounted = groups.allSatisfy { legend.contains("\(groupName($0).lowercased()) ") }
  let isExplained = legend.contains("* more than one") || legend.contains("o merged now")
  #expect(isCounted || isExplained || marks.count == groups.count, "\(name): \(legend)")
}

@Test func `a screen without colour says all that one with colour says`() {
  // The characters are the same: colour is added by the terminal, cell by cell. So no two cells
  // that differ in a group's ink alone may mean different things.
  for scene in Gallery.scenes {
    let surface = FullScreen(size: sizes[0], glyphs: .unicode).draw(scene.scene).surface
    var inks: [Character: Set<Int>] = [:]
    for y in 0..<surface.height {
      for x in 0..<surface.width {
        guard let cell = surface[x, y], case .cluster(let group) = cell.style.foreground,
          let character = cell.character, character.isLetter
        else { continue }
        inks[character, default: []].insert(group)
      }
    }
    for (character, groups) in inks { #expect(groups.count == 1, "\(scene.name): \(character)") }
  }
}
