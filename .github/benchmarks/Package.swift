// swift-tools-version: 6.2

// What the benchmarks run of the library that has no command of its own. It is the same source,
// seen as one package, so that the plain version of a loop can be run beside the fast one.

import PackageDescription

let mathLibrary = LinkerSetting.linkedLibrary("m", .when(platforms: [.linux]))
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  targets: [
    .target(
      name: "Clustering", path: "Core/Clustering", swiftSettings: settings,
      linkerSettings: [mathLibrary]),
    .target(
      name: "Wording", path: "Core/Wording", swiftSettings: settings,
      linkerSettings: [mathLibrary]),
    .target(
      name: "Experiments", dependencies: ["Clustering", "Wording"], path: "Core/Experiments",
      swiftSettings: settings),
    .executableTarget(
      name: "parts", dependencies: ["Clustering", "Experiments"], path: "Parts",
      swiftSettings: settings),
  ])
