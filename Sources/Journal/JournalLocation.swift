// Where the journal lives, from the environment alone, so that it can be told without a disk.

/// The learner's data folder and the journal in it.
package enum JournalLocation {
  /// The conventions for folders that a system follows.
  package enum System: Sendable {
    /// `$XDG_DATA_HOME`, or `~/.local/share`.
    case xdg
    /// `~/Library/Application Support`
    case macOS

    package static var current: System {
      #if os(macOS)
        .macOS
      #else
        .xdg
      #endif
    }
  }

  /// The folder: `CENTROID_HOME` itself when set; else `centroid` in the data folder of the
  /// system. An empty variable counts as not set, and so does a relative `XDG_DATA_HOME`, as its
  /// specification asks. A relative `CENTROID_HOME` is relative to the working directory.
  package static func folder(
    environment: [String: String], home: String, system: System = .current
  ) -> String {
    if let folder = environment["CENTROID_HOME"], !folder.isEmpty { return folder }
    switch system {
    case .macOS:
      return joined(home, "Library/Application Support/centroid")
    case .xdg:
      if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
        return joined(data, "centroid")
      }
      return joined(home, ".local/share/centroid")
    }
  }

  /// The journal's file in that folder.
  package static func path(
    environment: [String: String], home: String, system: System = .current
  ) -> String {
    joined(folder(environment: environment, home: home, system: system), "journal.sqlite")
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
