import Courseware
import Testing

@Suite struct `A user's own configuration` {
  @Test func `names a command, its time and what it is called`() throws {
    let text = """
      # Asked about written answers.
      second-opinion:
        command: [/opt/lab/opinion, --model, "large; rm"]
        seconds: 45
        name: "Our lab's model"
      """
    let (configuration, mistakes) = OwnConfiguration.read(text, file: "/home/a/config.yaml")
    #expect(mistakes.isEmpty)
    let opinion = try #require(configuration?.secondOpinion)
    #expect(opinion.command == ["/opt/lab/opinion", "--model", "large; rm"])
    #expect(opinion.seconds == 45)
    #expect(opinion.name == "Our lab's model")
    #expect(opinion.home == "/home/a")
  }

  @Test func `gives a command 20 seconds where nothing else is said`() throws {
    let (configuration, _) = OwnConfiguration.read(
      "second-opinion: {command: /bin/x}\r\n", file: "c.yaml")
    let opinion = try #require(configuration?.secondOpinion)
    #expect(opinion.command == ["/bin/x"])
    #expect(opinion.seconds == 20)
  }

  @Test(arguments: ["", "# Nothing yet.\n"])
  func `may be empty`(text: String) {
    let (configuration, mistakes) = OwnConfiguration.read(text, file: "c.yaml")
    #expect(configuration == OwnConfiguration(secondOpinion: nil))
    #expect(mistakes.isEmpty)
  }

  @Test(arguments: [
    ("second_opinion: {command: [/x]}", "c:1:1: error: the configuration has no key"),
    ("second-opinion: {comand: [/x]}", "c:1:18: error: the second-opinion has no key `comand`"),
    ("second-opinion:", "c:1:1: error: the second-opinion has no `command`"),
    ("second-opinion: /x", "c:1:17: error: the second-opinion is not a mapping"),
    ("second-opinion: {command: {a: b}}", "c:1:27: error: `command` is not a list"),
    ("second-opinion: {command: []}", "c:1:27: error: `command` names no program"),
    (
      "second-opinion: {command: [bin/x, -v]}",
      "c:1:28: error: `bin/x` is not the whole path of a program; write where it lies from the "
        + "root on, such as `/usr/local/bin/x`"
    ),
    ("second-opinion: {command: ~/x}", "c:1:27: error: `~/x` is not the whole path"),
    (
      "second-opinion:\n  command: [/x]\n  seconds: soon",
      "c:3:12: error: `seconds` is not a whole number from 1 to 600"
    ),
    ("second-opinion: {command: [/x], seconds: 0}", "c:1:42: error: `seconds` is not"),
    ("second-opinion: {command: [/x], name: [a]}", "c:1:39: error: `name` is not a text"),
    (
      "second-opinion: {command: [/x], name: \"\\e[31m\"}",
      "c:1:39: error: the text holds a control character"
    ),
    (
      "second-opinion: {command: [/x], name: \(String(repeating: "n", count: 41))}",
      "c:1:39: error: `name` is longer than 40 characters"
    ),
    ("second-opinion: [", "c:2:1: error: this is not YAML"),
    ("a: &b c", "c:1:4: error: anchors (&) and aliases (*) are not read here"),
  ])
  func `is refused with the place and the way out`(text: String, message: String) throws {
    let (configuration, mistakes) = OwnConfiguration.read(text, file: "c")
    #expect(configuration == nil)
    let words = mistakes.map(\.description)
    #expect(words.contains { $0.hasPrefix(message) && $0.contains("; ") }, "\(words)")
  }

  @Test func `lies in a folder of the user's, by its whole path`() {
    func path(_ environment: [String: String]) -> String? {
      OwnConfiguration.path(environment: environment, home: "/home/a")
    }
    #expect(path([:]) == "/home/a/.config/centroid/config.yaml")
    #expect(path(["XDG_CONFIG_HOME": "/x"]) == "/x/centroid/config.yaml")
    #expect(path(["XDG_CONFIG_HOME": "x"]) == "/home/a/.config/centroid/config.yaml")
    #expect(path(["CENTROID_HOME": "/c/", "XDG_CONFIG_HOME": "/x"]) == "/c/config.yaml")
    #expect(path(["CENTROID_HOME": ""]) == "/home/a/.config/centroid/config.yaml")
    #expect(path(["CENTROID_HOME": "here"]) == nil, "the working folder decides nothing")
  }
}
