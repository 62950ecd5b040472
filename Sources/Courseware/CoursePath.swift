// Content is untrusted: whatever path a file names, only files of the course can be meant.

/// A path that a file of the course names, as a path inside the course folder; nil where it
/// leaves the folder. `resolved("../x.csv", from: "Lessons/01-a/lesson.md") == "Lessons/x.csv"`.
func resolved(_ path: String, from file: String) -> String? {
  let isForeign = path.hasPrefix("/") || path.hasPrefix("~") || path.contains("\\")
  guard !isForeign, !path.utf8.contains(0) else { return nil }
  var parts = file.split(separator: "/").dropLast().map(String.init)
  for part in path.split(separator: "/") {
    switch part {
    case ".": continue
    case "..":
      guard parts.popLast() != nil else { return nil }
    default: parts.append(String(part))
    }
  }
  return parts.joined(separator: "/")
}

extension String {
  /// What stands before the last point of the last part: "lesson" of "Lessons/01-x/lesson.md".
  var stem: String {
    let name = split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}
