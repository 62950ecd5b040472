// The line face: the same scenes as on the full screen, told in sentences, and lines that are
// read as events. For pipes, screen readers, slow connections and `TERM=dumb`: nothing is drawn,
// nothing is repainted, and what was said once is not said again.
//
//     var face = LineMode()
//     print(face.tell(scene)), print(face.prompt(for: scene))
//     face.read(line, in: scene) → events, or a sentence about what would be accepted

package import Charts
package import Tutoring

package struct LineMode: Sendable {
  private let paper: Paper
  /// What the learner heard last, help apart: asking for help changes nothing.
  private var heard: Scene?
  private var hearsHelp = false
  /// What the last prompt but help's named, and whether the next one names the same.
  private var named: (title: String, actions: [String])?
  private var namesTheSame = false
  /// Whether the last telling said anything.
  private var saidNews = true

  package init(width: Int = 80, glyphs: GlyphSet = .unicode) {
    paper = Paper(width: width, glyphs: glyphs)
  }

  /// The lines that are new in this scene since the last one that was told.
  package mutating func tell(_ scene: Scene) -> [String] {
    let lines = scene.isHelp ? paper.help(scene) : paper.news(of: scene, after: heard)
    let cameFromHelp = hearsHelp
    hearsHelp = scene.isHelp
    if !scene.isHelp {
      heard = scene
      let naming = (title: scene.title, actions: scene.namedActions)
      namesTheSame = named.map { $0 == naming } ?? false
      named = naming
    }
    saidNews = !lines.isEmpty
    return saidNews || cameFromHelp ? lines : paper.nothingNew(in: scene)
  }

  /// What may be typed now: in short where it is long and was said before, and from one line of a
  /// text to the next only a mark. The last line stays open for the answer.
  package func prompt(for scene: Scene) -> [String] {
    if case .text = scene.input, !saidNews { return [Self.nextLine] }
    let whole = paper.wrapped(scene.prompt)
    let isShort = namesTheSame && !scene.isHelp && whole.count > 1
    return [""] + (isShort ? paper.wrapped(scene.shortPrompt) : whole)
  }

  /// The events that a typed line stands for.
  package mutating func read(_ line: String, in scene: Scene) -> Result<[Event], Misreading> {
    if line.trimmed == Self.again {
      heard = nil
      named = nil
      return .success([])
    }
    return scene.events(for: line)
  }

  /// The sentence about a line that could not be read.
  package func tell(_ misreading: Misreading) -> [String] {
    paper.wrapped(misreading.description)
  }

  /// Text from elsewhere, such as a typed line, safe to print among these lines.
  package func tell(_ text: String) -> [String] {
    paper.wrapped(text)
  }

  private static let nextLine = ">"

  /// Says the whole scene once more.
  static let again = "repeat"
}

extension Scene {
  var isHelp: Bool { place == "help" }
}
