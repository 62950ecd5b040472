// swift-tools-version: 6.2

import PackageDescription

// The house, from the ground up. A room may import only the rooms named in its line.

/// Switched on everywhere: imports stay private unless said otherwise, existentials are
/// spelled `any`, and a warning stops the build.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

func room(
  _ name: String, imports dependencies: [Target.Dependency] = [], linking: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: linking)
}

func tests(
  of name: String, with dependencies: [Target.Dependency] = [], fixtures: Bool = false,
  beside recordings: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
    exclude: recordings, resources: fixtures ? [.copy("Fixtures")] : [], swiftSettings: settings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// `sqrt`, `round` and `exp` live in libm, which nothing else in a bare program pulls in on Linux.
let mathLibrary = LinkerSetting.linkedLibrary("m", .when(platforms: [.linux]))
let wideCurses: [LinkerSetting] = [
  .linkedLibrary("ncursesw", .when(platforms: [.linux])),
  .linkedLibrary("ncurses", .when(platforms: [.macOS])),
]

let package = Package(
  name: "Centroid",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Clustering", targets: ["Clustering"]),
    .executable(name: "centroid", targets: ["centroid"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CCommonMark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CSpawning"),

    room("Clustering", linking: [mathLibrary]),
    room("Scheduling", linking: [mathLibrary]),
    room("Screen"),
    room("Wording", linking: [mathLibrary]),
    room("Charts", imports: ["Screen", "Wording"], linking: [mathLibrary]),
    room("Markup", imports: ["CCommonMark"]),
    room("Marking"),
    room("Experiments", imports: ["Clustering", "Wording"]),
    room("Courseware", imports: ["Markup", "Experiments", "Marking", "Wording", yams]),
    room(
      "Grading",
      imports: ["Courseware", "Markup", "Experiments", "Marking", "Clustering", "Wording"]),
    room("Journal", imports: ["Scheduling", grdb]),
    room(
      "Tutoring",
      imports: [
        "Courseware", "Grading", "Scheduling", "Charts", "Experiments", "Markup", "Screen",
        "Wording",
      ]),
    room("FullScreen", imports: ["Tutoring", "Screen", "Charts", "Wording"]),
    room("LineMode", imports: ["Tutoring", "Screen", "Charts", "Wording"]),
    room("Ncurses", imports: ["Screen", "CNcurses"], linking: wideCurses),

    .executableTarget(
      name: "centroid",
      dependencies: [
        "Clustering", "Experiments", "Courseware", "Grading", "Marking", "Scheduling", "Journal",
        "Tutoring", "FullScreen", "LineMode", "Screen", "Charts", "Ncurses", "Wording",
        "CSpawning", argumentParser,
      ],
      // Copied beside the binary, so that the tutor finds its content from any folder and
      // the walkthrough shows the very source of the core.
      resources: [.copy("../../Lessons"), .copy("../../Drills"), .copy("../Clustering")],
      swiftSettings: settings),

    tests(of: "Clustering", fixtures: true),
    tests(of: "Experiments", with: ["Clustering"]),
    tests(of: "Screen"),
    tests(of: "Wording"),
    tests(of: "Charts", with: ["Screen"], beside: ["Snapshots"]),
    tests(of: "Markup"),
    tests(of: "Marking"),
    tests(of: "Courseware", with: ["Markup", "Experiments", "Marking", "Clustering"]),
    tests(
      of: "Grading",
      with: [
        "Courseware", "Experiments", "Marking", "Markup", "Clustering", "ScriptedLearner",
      ]),
    tests(
      of: "FullScreen",
      with: [
        "Tutoring", "Scheduling", "Screen", "Charts", "Courseware", "Experiments",
        "ScriptedLearner",
      ], beside: ["Snapshots"]),
    tests(of: "LineMode", with: ["Tutoring", "Screen", "Charts"]),
    tests(of: "Scheduling", fixtures: true),
    tests(of: "Journal", with: ["Scheduling", grdb]),

    // Run the built program: as a script would, and as a person at a terminal would.
    .target(name: "BuiltProgram", path: "Tests/BuiltProgram", swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["centroid", "BuiltProgram"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "centroid", "BuiltProgram", "ScriptedLearner", "Tutoring", "FullScreen", "LineMode",
        "Courseware", "Experiments", "Journal", "Scheduling", "Screen", "Charts", "Clustering",
        grdb,
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .target(
      name: "ScriptedLearner", dependencies: ["Tutoring", "Courseware", "Experiments", "Grading"],
      path: "Tests/ScriptedLearner", swiftSettings: settings),
    tests(
      of: "Tutoring",
      with: [
        "ScriptedLearner", "Scheduling", "Courseware", "Grading", "Markup", "Charts", "Experiments",
        "Screen",
      ]),
    .testTarget(name: "HouseTests", swiftSettings: settings),
  ]
)
