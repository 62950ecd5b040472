// The rules of the house, held against the files: who imports whom, and what stands in sight.

import Foundation
import Testing

private let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// What each room may import besides the standard toolchain.
private let allowed: [String: Set<String>] = [
  "Clustering": [],
  "Scheduling": [],
  "Screen": [],
  "Wording": [],
  "Marking": [],
  "Charts": ["Screen", "Wording"],
  "Markup": ["CCommonMark"],
  "Experiments": ["Clustering", "Wording"],
  "Courseware": ["Markup", "Experiments", "Marking", "Wording", "Yams"],
  "Grading": ["Courseware", "Markup", "Experiments", "Clustering", "Marking", "Wording"],
  "Journal": ["Scheduling", "GRDB"],
  "Tutoring": [
    "Courseware", "Grading", "Scheduling", "Charts", "Experiments", "Markup", "Screen", "Wording",
  ],
  "FullScreen": ["Tutoring", "Screen", "Charts", "Wording"],
  "LineMode": ["Tutoring", "Screen", "Charts", "Wording"],
  "Ncurses": ["Screen", "CNcurses"],
]

private let toolchain: Set<String> = [
  "Foundation", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
]

/// Rooms that must also do without Foundation, so that they stay small and portable.
private let bare: Set<String> = ["Clustering", "Scheduling", "Screen", "Wording", "Charts"]

private func sources(of room: String) throws -> [URL] {
  let folder = root.appending(path: "Sources/\(room)")
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (files?.allObjects ?? []).compactMap { $0 as? URL }
    .filter { $0.pathExtension == "swift" }
}

private func imports(in file: URL) throws -> [String] {
  try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ")
    guard let index = words.firstIndex(of: "import"), index <= 2, words.count > index + 1,
      words[..<index].allSatisfy({
        ["package", "public", "internal", "@preconcurrency"].contains($0)
      })
    else { return nil }
    return words[index + 1].split(separator: ".").first.map(String.init)
  }
}

@Test(arguments: allowed.keys.sorted())
func `a room imports only the rooms below it`(room: String) throws {
  let files = try sources(of: room)
  #expect(!files.isEmpty)
  for file in files {
    for module in try imports(in: file) {
      let isToolchain =
        toolchain.contains(module) && !(module == "Foundation" && bare.contains(room))
      #expect(
        isToolchain || allowed[room]?.contains(module) == true,
        "\(file.lastPathComponent) imports \(module), which is not below \(room)")
    }
  }
}

@Test func `the README tells the same`() throws {
  let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  var told: [String: Set<String>] = [:]
  for line in readme.split(separator: "\n") where line.hasPrefix("| `") {
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 3 else { continue }
    let imports = cells[2].components(separatedBy: ", ").filter { $0 != "nothing" }
    for name in cells[0].components(separatedBy: ", ") {
      let room = name.trimmingCharacters(in: ["`"])
      if allowed[room] != nil { told[room] = Set(imports) }
    }
  }
  #expect(told == allowed)
}

@Test func `every room is known here`() throws {
  let folders = try FileManager.default.contentsOfDirectory(
    atPath: root.appending(path: "Sources").path)
  let systemLibraries: Set<String> = ["CCommonMark", "CNcurses", "CSpawning", "centroid"]
  #expect(Set(folders).subtracting(systemLibraries) == Set(allowed.keys))
}

@Test func `nothing else stands in sight at the top`() throws {
  let agreed: Set<String> = [
    "Package.swift", "Sources", "Tests", "Lessons", "Drills", "README.md", "LICENSE",
  ]
  let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
    .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
  #expect(Set(names).subtracting(agreed).isEmpty)
}

@Test func `one file alone starts other programs`() throws {
  let files = FileManager.default.enumerator(
    at: root.appending(path: "Sources"), includingPropertiesForKeys: nil)
  let starting = try (files?.allObjects ?? []).compactMap { $0 as? URL }
    .filter { $0.pathExtension == "swift" }
    .filter { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return ["posix_spawn(", "Process()", "system(", "popen(", "execv"].contains {
        text.contains($0)
      }
    }
  #expect(starting.map(\.lastPathComponent) == ["Spawning.swift"])
}
