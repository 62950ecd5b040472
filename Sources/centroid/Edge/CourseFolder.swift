// Where the course is: the folder that was named, or the one that travels beside the program.

import Courseware
import Foundation

struct CourseFolder {
  /// Holds `Lessons` and `Drills`.
  let content: URL
  /// Holds `Clustering`, the core's own source; nil where there is none.
  let sources: URL?
  /// How a path of the course is written so that an editor finds it.
  let prefix: String
  /// Its whole path, where it was named; nil for the course beside the program.
  let named: String?

  /// - Parameter named: `--course`; nil where it was not given.
  static func find(
    named: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Failure) -> CourseFolder {
    let variable = environment["CENTROID_COURSE"].flatMap { $0.isEmpty ? nil : $0 }
    if let path = named ?? variable {
      let origin = named == nil ? "CENTROID_COURSE" : "--course"
      guard let folder = CourseFolder(path: path) else {
        throw Failure(
          "\(origin) names \(path), which holds no folder Lessons; "
            + "give the folder that has Lessons and Drills in it")
      }
      return folder
    }
    return try beside()
  }

  /// The course that travels with the program.
  static func beside() throws(Failure) -> CourseFolder {
    guard let beside = resources, holdsCourse(beside) else {
      throw Failure(
        "there is no course beside the program"
          + (resources.map { " (looked for \($0.path))" } ?? "")
          + "; name one with --course DIR or CENTROID_COURSE=DIR")
    }
    return CourseFolder(content: beside, sources: beside, prefix: "", named: nil)
  }

  private init(content: URL, sources: URL?, prefix: String, named: String?) {
    self.named = named
    self.content = content
    self.sources = sources
    self.prefix = prefix
  }

  /// A folder that an author works in; nil where it has no lessons.
  init?(path: String) {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    guard CourseFolder.holdsCourse(folder) else { return nil }
    // Inside the house the core's source is at hand as it is being edited.
    let own = folder.appending(path: "Sources")
    let hasOwn = isFolder(own.appending(path: "Clustering"))
    self.init(
      content: folder, sources: hasOwn ? own : CourseFolder.resources,
      prefix: Self.prefix(of: folder), named: folder.standardizedFileURL.path)
  }

  /// Relative to the working folder where that is shorter.
  private static func prefix(of folder: URL) -> String {
    let path = folder.standardizedFileURL.path
    let whole = path.hasSuffix("/") ? path : path + "/"
    let here = FileManager.default.currentDirectoryPath
    let working = here.hasSuffix("/") ? here : here + "/"
    return whole.hasPrefix(working) ? String(whole.dropFirst(working.count)) : whole
  }

  static var resources: URL? {
    Platform.executable?.deletingLastPathComponent().appending(path: Platform.resourcesName)
  }

  private static func holdsCourse(_ folder: URL) -> Bool {
    isFolder(folder.appending(path: "Lessons"))
  }
}

// MARK: - Reading

extension CourseFolder {
  /// Every file of the course, read once.
  var files: CourseFiles {
    let core = sources.map { Self.files(in: $0, below: ["Clustering"]).read } ?? [:]
    let (read, tooLarge) = Self.files(in: content, below: ["Lessons", "Drills"])
    return CourseFiles(content: read, sources: core, tooLarge: tooLarge)
  }

  /// Links are left out: a course is what lies in its folder. What is too large is not read.
  private static func files(
    in root: URL, below folders: [String]
  ) -> (read: [String: [UInt8]], tooLarge: [String: Int]) {
    var files: [String: [UInt8]] = [:]
    var tooLarge: [String: Int] = [:]
    for folder in folders {
      let start = root.appending(path: folder)
      let kind = try? FileManager.default.attributesOfItem(atPath: start.path)[.type]
      guard kind as? FileAttributeType == .typeDirectory else { continue }
      guard let paths = FileManager.default.enumerator(atPath: start.path) else { continue }
      while let path = paths.nextObject() as? String {
        let attributes = paths.fileAttributes
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
        let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        guard size <= CourseFiles.mostBytes else {
          tooLarge["\(folder)/\(path)"] = size
          continue
        }
        let data = FileManager.default.contents(atPath: start.appending(path: path).path)
        files["\(folder)/\(path)"] = data.map { Array($0) }
      }
    }
    return (files, tooLarge)
  }
}

func isFolder(_ url: URL) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    && isFolder.boolValue
}
