import Journal
import Testing

@Suite struct JournalLocationTests {
  @Test(
    arguments: [
      ([:], "/home/ada/.local/share/centroid/journal.sqlite"),
      (["XDG_DATA_HOME": "/data"], "/data/centroid/journal.sqlite"),
      (["XDG_DATA_HOME": "/data/"], "/data/centroid/journal.sqlite"),
      (["XDG_DATA_HOME": "data"], "/home/ada/.local/share/centroid/journal.sqlite"),
      (["XDG_DATA_HOME": ""], "/home/ada/.local/share/centroid/journal.sqlite"),
      (["CENTROID_HOME": "/class", "XDG_DATA_HOME": "/data"], "/class/journal.sqlite"),
      (["CENTROID_HOME": "here"], "here/journal.sqlite"),
      (["CENTROID_HOME": ""], "/home/ada/.local/share/centroid/journal.sqlite"),
    ] as [([String: String], String)])
  func `the environment decides where the journal is`(
    _ environment: [String: String], _ path: String
  ) {
    #expect(
      JournalLocation.path(environment: environment, home: "/home/ada", system: .xdg) == path)
  }

  @Test func `on macOS it is in the Library`() {
    let path = { JournalLocation.path(environment: $0, home: "/Users/ada", system: .macOS) }
    #expect(path([:]) == "/Users/ada/Library/Application Support/centroid/journal.sqlite")
    #expect(path(["CENTROID_HOME": "/class"]) == "/class/journal.sqlite")
  }
}
