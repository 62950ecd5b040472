// The learner's own files. Content can never name them: only the playground and the commands ask
// for them, by the path that the learner gave.

package struct OwnFiles: Sendable {
  /// Why a file has no bytes to give: a sentence with the remedy.
  package struct Refusal: Error, Sendable, Equatable {
    package let sentence: String

    package init(_ sentence: String) {
      self.sentence = sentence
    }
  }

  package typealias Reader = @Sendable (String) throws(Refusal) -> [UInt8]

  /// The folder that relative paths start from, whole.
  package let folder: String
  private let reader: Reader
  /// Differs as soon as a file is another one, by its whole path.
  package let stamp: @Sendable (String) -> String
  /// Whether there is a file at a whole path.
  package let isThere: @Sendable (String) -> Bool

  package init(
    folder: String = "/",
    read: @escaping Reader = { path throws(Refusal) in
      throw Refusal("\(path): own files cannot be read here")
    },
    stamp: @escaping @Sendable (String) -> String = { _ in "" },
    isThere: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.folder = folder
    self.stamp = stamp
    self.isThere = isThere
    reader = read
  }

  /// All bytes of a file, by its whole path.
  package func bytes(of path: String) throws(ExperimentError) -> [UInt8] {
    do throws(Refusal) { return try reader(path) } catch { throw .unreadable(error.sentence) }
  }
}

// MARK: - Paths

extension OwnFiles {
  /// A path as the learner typed it, whole and without detours.
  package func whole(_ path: String) -> String {
    path.hasPrefix("/") ? plain(path) : plain(folder + "/" + path)
  }

  /// How a file is named in a folder's own files: `../data/shop.csv`.
  package func path(to file: String, from folder: String) -> String {
    let target = parts(whole(file))
    let start = parts(whole(folder))
    let shared = zip(target, start).prefix { $0 == $1 }.count
    return (start.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared))
      .joined(separator: "/")
  }

  /// A path from a file that stands in a folder.
  package func whole(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") ? plain(path) : plain(whole(folder) + "/" + path)
  }

  private func parts(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

  private func plain(_ path: String) -> String {
    var kept: [String] = []
    for part in parts(path) where part != "." {
      if part == ".." { _ = kept.popLast() } else { kept.append(part) }
    }
    return "/" + kept.joined(separator: "/")
  }
}

/// The folder of a path; "." where it names none.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path.
package func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
