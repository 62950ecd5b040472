// Whether a sentence says something or only names things. A list of the right nouns has no verb,
// no sign and hardly any small words; so has "scaling distance weight feature leak". Notes are
// short of verbs too, but they are short: they name two or three things and relate them.

extension Sentence {
  /// True when the sentence names many things and says nothing of them.
  var isList: Bool {
    if hasSign { return false }
    let texts = words.map(\.text)
    let verbs = texts.count(where: EverydayWords.verbs.contains)
    let small = texts.count(where: EverydayWords.small.contains)
    let isBare = words.count >= 7 && 8 * verbs < words.count && 8 * small < words.count
    if isBare { return true }
    return items.count >= 5
  }

  /// Somebody does something in it, which jumbled words never tell of.
  var hasPerson: Bool { words.contains { EverydayWords.persons.contains($0.text) } }

  /// Clauses of at most five words without a verb, which is what a list is made of.
  private var items: [ArraySlice<Word>] {
    Dictionary(grouping: words.indices) { words[$0].clause }.values.compactMap { indices in
      guard let first = indices.min(), let last = indices.max() else { return nil }
      let item = words[first...last]
      let hasVerb = item.contains { EverydayWords.verbs.contains($0.text) }
      let namesSomething = item.contains { !EverydayWords.asides.contains($0.text) }
      return item.count <= 5 && !hasVerb && namesSomething ? item : nil
    }
  }
}

enum EverydayWords {
  /// Words that hold sentences together.
  static let small: Set<String> = set(
    """
    a an the and or but if of to in on at by for with from into over under about as than that this
    these those it its they them their he she his her we us our you your i me my who which what
    when where why how not no nor so because since while although though however then there here
    all any each every some most more less other another same such only just also too very
    own per is are was were be been being am do does did has have had can could will would should
    may might must shall one around through across within against among during
    """)

  /// What is said while thinking aloud: "hang on, no, the other way round".
  static let asides: Set<String> = small.union(
    set("hang wait yes yeah ok okay well oh hmm hm er um ah sorry nope round way e g i etc"))

  static let persons: Set<String> = ["i", "we", "you", "they", "he", "she"]

  /// Verbs that are seldom anything else.
  static let verbs: Set<String> = set(
    """
    is are was were be been being am do does did done has have had having can could will would
    should may might must shall get gets got go goes went gone make makes made making take takes
    took taken taking give gives gave given giving see sees saw seen come comes came keep keeps
    kept let lets put puts say says said tell tells told know knows knew known think thinks thought
    find finds found use uses used using need needs needed want wants wanted look looks looked
    looking try tries tried ask asks asked seem seems seemed become becomes became mean means
    depend depends depended learn learns learned learnt choose chooses chose chosen pick picks
    picked help helps helped happen happens happened run ran running show shows showed shown
    decide decides decided belong belongs differ differs differed bring brings brought add adds
    added adding fall falls fell drop drops dropped rise rises rose grow grows grew grown shrink
    shrinks move moves moved pull pulls pulled drag drags dragged dominate dominates dominated
    swamp swamps drown drowns drowned ignore ignores ignored treat treats treated compare compares
    compared check checks checked split splits cut cuts draw draws drawn join joins joined merge
    merges merged remove removes removed delete deletes deleted replace replaces replaced change
    changes changed changing lead leads led end ends ended start starts started fail fails failed
    work works worked want wants define defines minimize minimizes minimise minimises maximize
    maximizes optimize optimizes optimise optimises assume assumes assumed assign assigns assigned
    attach attached store stored write writes wrote read reads send sends sent feed feeds fed build
    builds built sort sorts sorted put looks leave leaves left stay stays stayed matter matters
    cover covers reach reaches reached link links linked follow follows followed lower raise plug
    sit sits sat lie lies lay bridge bridges bridged flag flags flagged mark marks marked drift
    drifts drifted refit refits retrain retrains retrained monitor watch watches watched trust max min diff
    """)

  private static func set(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
