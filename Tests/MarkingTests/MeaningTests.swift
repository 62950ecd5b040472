// Whether what was found in a sentence is also meant: whom it is told of, what is given up for
// it, how far a denial reaches, and whether anything is said at all.

import Marking
import Testing

private let rubric = Rubric(
  question: "Why did it fail and what is better?",
  points: [
    .init(
      id: "round", idea: "K-means assumes round groups.", said: ["assume > round"],
      subject: .init(own: "k-means", rival: "dbscan/density")),
    .init(id: "medoid", idea: "Use a medoid.", said: ["use/replace/swap > medoid"]),
    .init(id: "nearer", idea: "Nobody ends up farther away.", said: ["no worse/farther"]),
    .init(id: "names", idea: "Names come after looking.", said: ["no [means] > before > look"]),
    .init(id: "likeness", idea: "Grouping needs an idea of likeness.", said: ["group > likeness"]),
    .init(id: "number", idea: "Each row gets a number.", said: ["number > row"]),
  ])

private let terms = [
  "centroid", "distanc*", "metric", "inertia", "elbow", "scal*", "k-means", "row",
]

private func mark(_ answer: String) throws -> Mark {
  let lexicon = Lexicon(ideas: ["means": ["mean", "say", "tell"], "jargon": terms])
  return try Marker(rubric: rubric, lexicon: lexicon).mark(answer)
}

private func credited(_ answer: String) throws -> [String] {
  try mark(answer).points.filter(\.isCredited).map(\.id)
}

@Suite struct `An idea that belongs to one of two rivals` {
  @Test(arguments: [
    "K-means assumes round groups.",
    "It assumes that they are round.",
    "Unlike DBSCAN, it assumes round groups.",
    "DBSCAN would do, since k-means assumes round groups.",
    "DBSCAN follows the crowd and k-means, sadly, assumes that all is round.",
  ])
  func `is credited when it is told of its own`(_ answer: String) throws {
    #expect(try credited(answer) == ["round"])
  }

  @Test(arguments: [
    "DBSCAN assumes round groups.",
    "K-means follows the crowd, density methods assume that all is round.",
  ])
  func `is turned round when it is told of the other`(_ answer: String) throws {
    let mark = try mark(answer)
    #expect(!mark.points[0].isCredited)
    #expect(mark.contradiction != nil)
  }

  @Test func `says nothing false when it is denied of the other`() throws {
    let mark = try mark("DBSCAN does not assume round groups.")
    #expect(!mark.points[0].isCredited)
    #expect(mark.contradiction == nil)
  }
}

@Suite struct `What is given up for something else` {
  @Test(arguments: ["Swap the medoid for a mean.", "I'd replace the medoid by an average."])
  func `is not spoken for`(_ answer: String) throws {
    #expect(try credited(answer) == [])
  }

  @Test(arguments: ["Swap the mean for a medoid.", "Replace the average with the medoid."])
  func `speaks for what is taken`(_ answer: String) throws {
    #expect(try credited(answer) == ["medoid"])
  }
}

@Suite struct `A denial` {
  @Test func `of the one who acts reaches past the verb`() throws {
    #expect(try credited("No row can be worse off.") == ["nearer"])
  }

  @Test(arguments: ["It's no longer farther.", "It is no farther than it was."])
  func `may be no longer`(_ answer: String) throws {
    #expect(try credited(answer) == ["nearer"])
  }

  @Test func `ends where "before" begins`() throws {
    #expect(try credited("The 2 tells nothing before you look.") == ["names"])
  }

  @Test func `of doing without something asks for it`() throws {
    #expect(try credited("You can't group without an idea of likeness.") == ["likeness"])
    #expect(try credited("You can't group by likeness.") == [])
  }
}

@Suite struct `What is taken back afterwards` {
  @Test(arguments: [
    "It assumes they are round, yet that is false.",
    "Does it assume that they are round? No, it does not.",
    "It assumes they are round. That is wrong.",
  ])
  func `is neither credited nor held against its writer`(_ answer: String) throws {
    let mark = try mark(answer)
    #expect(!mark.points[0].isCredited)
    #expect(mark.contradiction == nil)
  }
}

@Suite struct `Thinking aloud` {
  @Test func `is not a list`() throws {
    let answer = "Farther... hang on, no, oh well, other way round: no row ends up worse."
    #expect(try credited(answer) == ["nearer"])
  }

  @Test func `with a shortened word is one sentence`() throws {
    #expect(try credited("one cluster no. per row") == ["number"])
  }
}

@Suite struct `Terms of the subject` {
  @Test func `and hardly any other words say nothing`() throws {
    let salad = """
      The metric of the centroid assumes a round inertia, and elbow distances scale the k-means of
      the row, whose centroid scales an elbow of inertia.
      """
    #expect(try mark(salad).points[0].finding == .listed("assumes a round"))
  }

  @Test func `repeated say nothing`() throws {
    let answer = String(repeating: "it assumes a round world ", count: 10)
    #expect(try credited(answer) == [])
  }

  @Test func `among everyday words say something`() throws {
    let answer = """
      K-means assumes that whatever it is handed looks round, so a long thin strip of houses beside
      the river comes out chopped, whichever metric or distance somebody picks.
      """
    #expect(try credited(answer) == ["round"])
  }
}

@Suite struct `Line breaks` {
  private let long = """
    The method that we used in the lab last week assumes that whatever we hand to it is round, and
    we can't group anything at all without some idea of likeness, as I said.
    """

  @Test(arguments: [40, 45, 52, 60, 72, 80])
  func `of a wrapped text change nothing`(_ width: Int) throws {
    let flat = long.replacing("\n", with: " ")
    #expect(try credited(wrapped(flat, to: width)) == credited(flat))
    #expect(try credited(flat) == ["round", "likeness"])
  }

  @Test func `keep notes and bullets apart`() throws {
    #expect(try credited("it will assume\nround groups") == [])
    let bullets = """
      - whatever we hand to the method, it will always assume
      - round wheels are better than square wheels, are they not
      """
    #expect(try credited(bullets) == [])
  }

  private func wrapped(_ text: String, to width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
