// Where the tree is cut: moved by keys one group at a time, or named by its height. The film
// stays at its frame, and the groups are those of the new cut at once.

import Experiments
import Wording

extension WatchSession {
  /// What the height of the cut is called where it is set.
  static let cutName = "cut"
  /// A step of the cut, in words: `cut=higher`.
  static let (higher, lower) = ("higher", "lower")

  /// How many groups the cut leaves.
  var groups: Int {
    settings.first { $0.name == "k" }.flatMap { Int($0.value) } ?? 3
  }

  /// The frame that is seen; a tree with its cut.
  func frame(of film: Film) -> Frame {
    guard method == .agglomerative else { return film.frame(at: position) }
    var frame = film.frame(at: position, cutInto: groups)
    if let height { frame.tree?.cut.height = height }
    return frame
  }

  mutating func cut(at value: String, in world: inout World) {
    do throws(ExperimentError) {
      let film = try film(in: world)
      switch value {
      case Self.higher: cut(into: groups - 1, film, in: &world)
      case Self.lower: cut(into: groups + 1, film, in: &world)
      default:
        guard let height = Double(value), height.isFinite, height >= 0 else {
          world.notice =
            "cut takes a height such as \(brief(middle(of: film))), or \(Self.higher) or "
            + "\(Self.lower)."
          return
        }
        cut(into: film.groups(cutAt: height) ?? 1, at: height, film, in: &world)
      }
    } catch {
      world.notice = "\(error)"
    }
  }

  private func middle(of film: Film) -> Double {
    frame(of: film).tree?.cut.height ?? 1
  }

  private mutating func cut(
    into groups: Int, at height: Double? = nil, _ film: Film, in world: inout World
  ) {
    let most = min(film.count, Experiment.Allowed.k.upperBound)
    guard (1...most).contains(groups) else {
      world.notice =
        groups < 1
        ? "The cut is above the tree already: one group."
        : "A cut there leaves \(groups) groups. At most \(most) can be shown: cut higher."
      return
    }
    setCut(into: groups, at: height)
  }
}
