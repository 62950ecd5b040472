import Marking
import Testing

@Suite struct `Stems` {
  @Test(arguments: [
    ["cluster", "clusters", "clustered", "clustering"],
    ["center", "centre", "centers", "centres"],
    ["normalize", "normalise", "normalized", "normalising", "normalization", "normalisation"],
    ["scale", "scales", "scaled", "scaling"],
    ["neighbor", "neighbour", "neighbors", "neighbours"],
    ["distance", "distances"],
    ["density", "densities"],
    ["merge", "merged", "merging"],
    ["plot", "plotted", "plotting"],
    ["similar", "similarity"],
  ])
  func `forms of one word share a stem`(_ words: [String]) {
    #expect(Set(words.map { stem(of: $0) }).count == 1)
  }

  @Test(arguments: [
    ("scale", "scare"), ("mean", "meant"), ("noise", "nose"), ("far", "fare"), ("near", "nearby"),
    ("point", "pointless"), ("object", "objective"), ("product", "production"), ("new", "news"),
    ("general", "generate"),
  ])
  func `different words keep apart`(_ a: String, _ b: String) {
    #expect(stem(of: a) != stem(of: b))
  }

  /// The paper's own examples, step by step.
  @Test(arguments: [
    ("caresses", "caress"), ("ponies", "poni"), ("agreed", "agre"), ("plastered", "plaster"),
    ("motoring", "motor"), ("hopping", "hop"), ("filing", "file"), ("happy", "happi"),
    ("relational", "relat"), ("triplicate", "triplic"), ("hopeful", "hope"), ("goodness", "good"),
    ("revival", "reviv"), ("allowance", "allow"), ("adjustable", "adjust"), ("adoption", "adopt"),
    ("probate", "probat"), ("rate", "rate"), ("controlling", "control"), ("roll", "roll"),
  ])
  func `suffixes go as in the paper`(_ word: String, _ expected: String) {
    #expect(stem(of: word) == expected)
  }

  @Test func `what is no word of letters stays as it is`() {
    #expect(stem(of: "k3") == "k3")
    #expect(stem(of: "12.5") == "12.5")
    #expect(stem(of: "é") == "é")
    #expect(stem(of: "") == "")
  }
}
