// What differs between systems.

import Foundation

enum Platform {
  /// The program's own file, wherever it was called through.
  static var executable: URL? {
    #if os(Linux)
      URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      Bundle.main.executableURL?.resolvingSymlinksInPath()
    #endif
  }

  /// How many threads share the work of one run.
  static var threads: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// What the build puts beside the program: the course and the source of the core.
  static var resourcesName: String {
    #if os(Linux)
      "Centroid_centroid.resources"
    #else
      "Centroid_centroid.bundle"
    #endif
  }
}
