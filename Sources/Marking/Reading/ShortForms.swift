// What is typed short: contractions with and without their apostrophe, and the signs of notes.

enum ShortForms {
  /// The words that a typed word stands for: "don't" and "dont" are "do not".
  static func words(for typed: String) -> [String] {
    let word = String(typed.map { "’ʼ`".contains($0) ? "'" : $0 })
    if let spelled = spelled[word] { return spelled }
    guard word.contains("'") else { return [word] }
    if word.hasSuffix("n't") { return [String(word.dropLast(3)), "not"] }
    if let mark = word.firstIndex(of: "'"), let verb = endings[String(word[mark...])] {
      let first = String(word[..<mark])
      return verb != "is" || subjects.contains(first) ? [first, verb] : [first]
    }
    return [word.replacing("'", with: "")]
  }

  /// "e.g." and its like do not end a sentence.
  static func endsWithStop(_ word: String?) -> Bool {
    word.map(stopped.contains) ?? false
  }

  private static let stopped: Set<String> = [
    "e", "g", "i", "eg", "ie", "etc", "versus", "approx", "resp", "cf", "diff", "incl", "fig", "sq",
    "dist", "std",
    "max",
    "min",
  ]

  /// One word, so that "different k" and "the mean" are not found in "different k-means".
  static let kMeans = "kmeans"

  static func joins(_ first: String?, _ second: String) -> Bool {
    first == "k" && ["means", "mean"].contains(second)
  }

  private static let endings = [
    "'s": "is", "'re": "are", "'ll": "will", "'ve": "have", "'d": "would", "'m": "am",
  ]
  /// What owns nothing: "it's" is "it is", and "the cluster's" is "the cluster".
  private static let subjects: Set<String> = [
    "it", "that", "there", "here", "he", "she", "what", "who", "where", "how",
  ]

  private static let spelled: [String: [String]] = {
    var forms: [String: [String]] = [
      "can't": ["can", "not"], "won't": ["will", "not"], "shan't": ["shall", "not"],
      "cannot": ["can", "not"], "cant": ["can", "not"], "wont": ["will", "not"],
      "ain't": ["is", "not"], "aint": ["is", "not"], "w/o": ["without"], "w/": ["with"],
      "wo": ["without"], "u": ["you"], "ur": ["your"], "bc": ["because"], "cuz": ["because"],
      "cos": ["because"], "coz": ["because"], "ppl": ["people"], "dunno": ["do", "not", "know"],
      "gonna": ["will"], "wanna": ["want", "to"], "bcs": ["because"], "thru": ["through"],
      "vs": ["versus"], "nr": ["number"], "nums": ["numbers"], "num": ["number"],
    ]
    for verb in [
      "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "should",
      "could", "need", "must",
    ] {
      forms[verb + "nt"] = [verb, "not"]
    }
    return forms
  }()
}
